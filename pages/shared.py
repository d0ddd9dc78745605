"""What all screens and all visitors share: records, outlines and the map's files, loaded once.

The only caches of the dashboard are here. What is cached is never changed afterwards.
"""

import gc
import os
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import streamlit as st

from data.decisions import Decisions, load_decisions, save_decisions
from data.model import Records
from data.shipped import from_folder, illustrative, published
from data.store import Store, open_store
from data.store_faults import StoreError
from geo import assets, boundaries, installed
from reports.measures import class_bounds, measure

ROOT = Path(__file__).parent.parent
STATIC = ROOT / "static"
#: The same folder as the map's frame sees it; relative, so that a base path does not matter.
STATIC_FROM_FRAME = "../../app/static"
#: Names a folder with trainings.csv and attendance.csv that is offered as one more set.
FOLDER_VARIABLE = "TRAINING_RECORDS"

#: Where the programme's records are: postgresql://… or the path of a file.
STORE_VARIABLE = "DATABASE_URL"
STORE_FILE = ROOT / "records" / "records.duckdb"
#: How long a screen waits for another import, in seconds.
PATIENCE = 5.0

YOURS, STORED = "yours", "stored"
SETS = {
    "illustrative": "Illustrative records",
    "published": "Published facts",
    YOURS: "Your records",
}


def today() -> date:
    """Return the day it is in Pakistan; the only look at the clock."""
    return datetime.now(ZoneInfo("Asia/Karachi")).date()


def prepare() -> None:
    """Put the style of the screens into the page."""
    st.html(Path(__file__).with_name("style.css"))


def sets() -> dict[str, str]:
    """Return the sets of records that can be chosen: key and title."""
    offered = {**SETS}
    if stored_records() is not None:
        offered = {STORED: "Programme records", **offered}
    if os.environ.get(FOLDER_VARIABLE):
        offered["folder"] = "Records of the folder"
    return offered


def records_of(key: str) -> Records | None:
    """Return a set of records; None where a visitor has no own, or nothing is stored yet."""
    if key == YOURS:
        return st.session_state.get("your_records")
    if key == STORED:
        return stored_records()
    return _shared_records(key)


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """Return the programme's store; nothing is opened or made by it yet."""
    return open_store(os.environ.get(STORE_VARIABLE) or str(STORE_FILE), PATIENCE)


def _decisions_file() -> Path:
    """Return where decisions are kept: beside the file of the records."""
    address = os.environ.get(STORE_VARIABLE, "")
    beside = STORE_FILE if "://" in address or not address else Path(address)
    return beside.with_name("decisions.json")


def decisions() -> Decisions:
    """Return what has been decided; raises ``DecisionsError`` where it cannot be read."""
    return load_decisions(_decisions_file())


def keep_decisions(decided: Decisions) -> None:
    """Keep decisions for the next file; raises ``OSError`` where they cannot be written."""
    save_decisions(_decisions_file(), decided)


def stored_records() -> Records | None:
    """Return the programme's records; None where there are none or they cannot be read.

    Why they cannot be read is left in ``store_fault`` of the session, for the Records screen.
    """
    st.session_state["store_fault"] = None
    try:
        state = store().state()
        return _stored_records(state, today()) if state else None
    except StoreError as fault:
        st.session_state["store_fault"] = str(fault)
        return None


@st.cache_resource(show_spinner="Loading records \u2026", max_entries=3)
def _stored_records(state: str, day: date) -> Records | None:
    records = store().records(day)
    if records.trainings.empty:
        return None
    records.cells  # noqa: B018 - made once, here, and not at a visitor's first filter
    return records


@st.cache_resource(show_spinner="Loading records \u2026")
def _shared_records(key: str) -> Records:
    loaded = _load(key)
    loaded.cells  # noqa: B018 - made once, here, and not at a visitor's first filter
    return loaded


def _load(key: str) -> Records:
    if key == "folder":
        return from_folder(Path(os.environ[FOLDER_VARIABLE]))
    return published() if key == "published" else illustrative()


def outlines() -> boundaries.BoundarySet:
    """Return the boundary set in use; another one as soon as it is installed or chosen."""
    return _outlines(installed.state())


@st.cache_resource(show_spinner="Loading outlines \u2026", max_entries=2)
def _outlines(state: tuple[str, ...]) -> boundaries.BoundarySet:
    return installed.in_use()


def map_files() -> assets.Assets:
    """Publish the map's files and return their names."""
    return _map_files(installed.state())


@st.cache_resource(show_spinner=False, max_entries=2)
def _map_files(state: tuple[str, ...]) -> assets.Assets:
    return assets.publish(outlines(), STATIC)


def bounds_of(records: Records, key: str) -> tuple[float, ...]:
    """Return the upper bound of each class of a measure, from the whole of the records."""
    if records.key == YOURS:
        kept = st.session_state.setdefault("your_bounds", {})
        if key not in kept:
            kept[key] = class_bounds(records, measure(key))
        return kept[key]
    return _shared_bounds(records, key)


@st.cache_resource(show_spinner=False, max_entries=60, hash_funcs={Records: id})
def _shared_bounds(records: Records, key: str) -> tuple[float, ...]:
    return class_bounds(records, measure(key))


def settle_memory() -> None:
    """Keep what is loaded for good out of every later collection of garbage.

    Streamlit collects after each run of a script; looking through the modules and the records
    every time takes longer than answering a filter. Again only after a new load.
    """
    key = st.session_state.get("records", "")
    _frozen(key, id(records_of(key)))


@st.cache_resource(show_spinner=False, max_entries=100)
def _frozen(records_key: str, loaded: int) -> tuple[str, int]:
    gc.collect()
    gc.freeze()
    return records_key, loaded
