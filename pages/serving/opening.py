"""Opens the server: everything that visitors share is there before the first of them comes."""

import asyncio
import gc
import importlib
import logging
import os
import pkgutil
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import lru_cache
from pathlib import Path

import streamlit as st
from anyio import to_thread
from starlette.middleware import Middleware
from streamlit import cli_util, config, runtime
from streamlit.web.server.server_util import get_url

from data.records.programme import programme
from data.review.decisions import DecisionsError
from data.store.errors import StoreError
from geo.words.catalogue import _
from pages.serving import first_view, fonts, index_page, logs, watch
from pages.serving.copies import Copies, shelves
from pages.serving.delivery import Delivery
from pages.serving.feed import TOKEN_VARIABLE, Feed, stored_records
from pages.serving.headers import SafeHeaders
from pages.serving.index_page import Page
from pages.serving.own_files import OwnFiles
from pages.serving.sign_in_page import SignInPage
from pages.serving.uploads import Uploads, held_bytes
from pages.serving.watch import Watch
from pages.session import kept, loading
from pages.workers.queues import QUEUES, WorkError

PAGES = Path(__file__).parents[1]
#: Copies of files that Streamlit ships, from one start to the next.
KEPT = loading.ROOT / ".cache" / "compressed"
#: What the screens are computed with. Their own modules load with the first look at each: a
#: component of Streamlit has to be imported by a screen that is being run.
LIBRARIES = (
    "data.analysis",
    "data.planning",
    "reports.charts",
    "reports.measures",
    "reports.story",
)
#: Seconds between two collections of garbage. Streamlit's own after each run is off.
COLLECTION = 15.0
#: Names sites that may show the dashboard in a frame, with spaces between.
EMBEDDERS_VARIABLE = "TRAINING_EMBEDDERS"

copies = Copies(shelves(loading.STATIC), KEPT)


def title() -> str:
    """Return what the dashboard is called in the browser and while it opens."""
    return _("Training coverage \u00b7 {programme}").format(programme=programme().name)


def page(address: str = "", query: str = "") -> Page:
    """Return the index page for the boundary set in use, and of an address what it shows first."""
    files = loading.map_files()
    try:
        view = first_view.first_view(address, query)
    except Exception:  # whatever it is, the screen itself says it: the page has to come
        logging.getLogger(__name__).exception("A first view could not be made.")
        view = ""
    return _page((files.script, files.style), view)


@lru_cache(maxsize=16)
def _page(map_files: tuple[str, ...], view: str) -> Page:
    return index_page.index_page(title(), map_files, fonts.publish(loading.STATIC, PAGES), view)


def middleware() -> list[Middleware]:
    """Return what stands before Streamlit's own server, the first one outermost."""
    loading.STATIC.mkdir(exist_ok=True)  # Streamlit looks for it before anything is in it
    embedders = tuple(os.environ.get(EMBEDDERS_VARIABLE, "").split())
    path = config.get_option("server.baseUrlPath").strip("/")
    base = f"/{path}" if path else ""
    return [
        Middleware(SafeHeaders, script_hashes=lambda: page().script_hashes, embedders=embedders),
        Middleware(Watch, fault=fault, base=base),
        Middleware(SignInPage, base=base),
        Middleware(OwnFiles, embedded=bool(embedders), base=base),
        Middleware(Uploads, held=held_bytes, base=base),
        Middleware(Feed, token=feed_token, records=stored_records, base=base),
        Middleware(Delivery, copies=copies, page=page, base=base),
    ]


def fault() -> str:
    """Return why the records cannot be read, without an inside; blank where they can."""
    try:
        loading.store().state()
    except StoreError:
        return "The programme records cannot be read."
    return ""


def feed_token() -> str:
    """Return the token of the feed of figures; blank where there is no feed."""
    return os.environ.get(TOKEN_VARIABLE, "").strip()


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Load, tell the terminal what is loaded, and where the dashboard is once it is open."""
    began = time.monotonic()
    logs.use_json()
    logs.tell("Loading fonts, scripts and the map \u2026")
    opening = asyncio.create_task(to_thread.run_sync(_open_workers))
    await to_thread.run_sync(prepare_files)
    logs.tell("Loading records and the first figures \u2026")
    await to_thread.run_sync(_take_in_decisions)
    await to_thread.run_sync(_load_libraries)
    succeeded, why = await runtime.get_instance().does_script_run_without_error()
    if not succeeded:
        logs.tell(f"The first screen could not be made ({why}): the log above says why.")
    await opening
    address = get_url(config.get_option("browser.serverAddress"))
    seconds = time.monotonic() - began
    logs.use_json()
    watch.open_counters()
    words = f"The dashboard is open after {seconds:.1f} s: {address}"
    logs.tell(words, seconds=round(seconds, 1))
    collecting = asyncio.create_task(_collect())
    if not config.get_option("server.headless"):
        cli_util.open_browser(address)
    yield
    collecting.cancel()
    with suppress(asyncio.CancelledError):
        await collecting
    for queue in QUEUES:
        await to_thread.run_sync(queue.close)


def prepare_files() -> None:
    """Publish what browsers fetch, and make the compressed copies; quick where both are there.

    Also run when an image is built, so that its file system can be read-only.
    """
    files = loading.map_files()
    style = fonts.publish(loading.STATIC, PAGES).style
    copies.make(index_page.addresses((files.script, files.style, style)))
    page()


def _open_workers() -> None:
    for queue in QUEUES:
        with suppress(WorkError):  # it is in the log, and tried again for whoever asks
            queue.open()


def _take_in_decisions() -> None:
    """Take a file of decisions into the store, once; the log says so, or why it cannot be."""
    try:
        kept.take_in_decisions()
    except (DecisionsError, StoreError) as fault:
        logs.tell(f"Decisions beside the records were not taken in: {fault}")


def _load_libraries() -> None:
    for package in LIBRARIES:
        for module in pkgutil.iter_modules(
            importlib.import_module(package).__path__, f"{package}."
        ):
            importlib.import_module(module.name)


async def _collect() -> None:
    """Collect garbage from time to time: after each run, it would take longer than the run."""
    while True:
        await asyncio.sleep(COLLECTION)
        gc.collect()
