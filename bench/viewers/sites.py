"""What viewers come to: one process, two behind the proxy, and Dash with dash-leaflet."""

import importlib.util
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import psutil

from bench.browser.servers import (
    Server,
    behind_proxy,
    free_port,
    running,
    started,
    wait_until_answered,
)
from bench.browser.subjects import SERVED, Subject
from bench.measurements.records import same_outlines, write_usual
from bench.viewers.client import Viewer
from bench.viewers.dash_client import DashViewer
from data.store.shipped import illustrative

DASH = "Dash with dash-leaflet"
DASH_PARTS = ("dash", "dash_leaflet", "gunicorn")


class Coming(Protocol):
    """One viewer of a site."""

    async def change(self) -> float:
        """Change the view; return the seconds to the whole answer."""

    async def close(self) -> None:
        """Leave."""


@dataclass(frozen=True)
class Site:
    """An address, the processes behind it, and how a viewer comes to it."""

    name: str
    url: str
    processes: Sequence[Server]  #: All of them, a proxy too.
    dashboards: int  #: How many of them answer changes.
    opened: Callable[[str], Awaitable[Coming]]


@contextmanager
def one_process(subject: Subject, folder: Path) -> Iterator[Site]:
    """Serve a Streamlit script from one process."""
    records = {"DATABASE_URL": str(folder / "records.duckdb")}  # never somebody's own
    with running(subject.script, folder / f"{subject.script.stem}.log", records) as server:
        yield Site(subject.name, server.url, [server], 1, Viewer.opened)


@contextmanager
def proxied(subject: Subject, folder: Path, workers: int = 2) -> Iterator[Site]:
    """Serve the dashboard from several processes behind the proxy, as ``make serve`` does."""
    records = {"DATABASE_URL": str(folder / "records.duckdb")}
    with behind_proxy(workers, folder / "serve.log", records) as site:
        found = psutil.Process(site.process.pid).children()
        parts = [Server(site.url, site.log, one) for one in found if _serves(one)]
        yield Site(proxied_name(subject, workers), site.url, parts, workers, Viewer.opened)


def proxied_name(subject: Subject, workers: int) -> str:
    """Return what a subject is called where several processes serve it."""
    return f"{subject.name}, {workers} behind the proxy"


def _serves(process: psutil.Process) -> bool:
    return any(part in " ".join(process.cmdline()) for part in ("streamlit", "caddy"))


@contextmanager
def dash(folder: Path, workers: int = 2) -> Iterator[Site]:
    """Serve a map of the illustrative records with Dash and dash-leaflet, under gunicorn."""
    write_usual(illustrative(), folder, same_outlines())
    port = free_port()
    url, log = f"http://localhost:{port}", folder / "dash.log"
    command = [sys.executable, "-m", "gunicorn", "dash_leaflet_page:server", f"--bind=:{port}"]
    command += [f"--workers={workers}", "--threads=4", "--keep-alive=75", f"--chdir={SERVED}"]
    with started(command, log, {"USUAL_WAY_FOLDER": str(folder)}) as process:
        wait_until_answered(process, url, log)
        found = psutil.Process(process.pid).children()
        parts = [Server(url, log, one) for one in found]
        yield Site(DASH, url, parts, workers, DashViewer.opened)


def has_dash() -> bool:
    """Tell whether Dash and what serves it are installed: the project does not need them."""
    return all(importlib.util.find_spec(name) for name in DASH_PARTS)
