"""What all screens and all visitors share: records, outlines and the map's files, loaded once.

The only caches of the dashboard are here. What is cached is never changed afterwards.
"""

import gc
import logging
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import streamlit as st

from data.access.limits import within
from data.access.rights import NotAllowedError, Right
from data.figures.coverage import Coverage, coverage
from data.figures.selection import Selection
from data.planning.distances import Distances
from data.planning.plan import Plans
from data.planning.plan import first_plans as first_plans_of
from data.planning.request import Request
from data.records.calendar.dates import today as today  # the screens' one look at the clock
from data.records.errors import ReadingError
from data.records.model import Records
from data.records.public_edition import as_shown
from data.store import audit
from data.store.address import open_store
from data.store.errors import STORE_VARIABLE, StoreError
from data.store.shipped import from_folder, illustrative, published
from data.store.store import Store
from geo.boundaries import boundary_set, installed
from geo.webmap import assets
from geo.words.catalogue import _
from pages.session import noting, visitor
from pages.session.plan_search import PlanSearch

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
#: The same folder as the map's frame sees it; relative, so that a base path does not matter.
STATIC_FROM_FRAME = "../../app/static"
#: Names a folder with trainings.csv and attendance.csv that is offered as one more set.
FOLDER_VARIABLE = "TRAINING_RECORDS"

#: How long a screen waits for another import, in seconds.
PATIENCE = 5.0

#: Views whose figures are kept for whoever looks next; each holds its sums.
VIEWS = 40

YOURS, STORED, FOLDER = "yours", "stored", "folder"
SETS = {
    "illustrative": _("Illustrative records"),
    "published": _("Published facts"),
    YOURS: _("Your records"),
}
#: Those that ship with the dashboard.
SHIPPED = ("illustrative", "published")


def sets() -> dict[str, str]:
    """Return the sets of records that can be chosen: key and title.

    The programme's are one where there are any, where they cannot be read, and as long as they
    are chosen: no other set ever takes their place by itself.
    """
    offered = {**SETS}
    if _seen().offered or st.session_state.get("records") == STORED:
        offered = {STORED: _("Programme records"), **offered}
    if os.environ.get(FOLDER_VARIABLE):
        offered[FOLDER] = _("Records from a folder")
    return offered


def records_of(key: str) -> Records | None:
    """Return a set of records; None where a visitor has no own, or the store cannot be read.

    Of the programme's, somebody of some provinces is given theirs: here, and nowhere else.
    """
    k = visitor.public_below()
    if key == YOURS:
        return _own_records(k)
    if key == STORED:
        found = None if store_fault() else _stored_records(_seen().state, today(), k)
    else:
        found = _shared_records(key, k, today() if k else None)
    provinces = visitor.person().provinces
    if found is None or not provinces or key in SETS:  # those of SETS are public already
        return found
    return _within(id(found), provinces, found)


def opened_by_link(key: str) -> Records | None:
    """Return the records that a link opens for somebody who has no session yet.

    ``key`` is the set that the link names; blank for none. None where that is neither the
    programme's nor one that ships, or the programme's cannot be read.
    """
    seen, k = _look(), visitor.public_below()
    if not key:
        key = STORED if seen.offered else next(iter(SETS))
    if key == STORED:
        return _stored_records(seen.state, today(), k) if seen.state else None
    return _shared_records(key, k, today() if k else None) if key in SHIPPED else None


@st.cache_resource(show_spinner=False, max_entries=12)
def _within(loaded: int, provinces: tuple[str, ...], _records: Records) -> Records:
    return _with_sums(within(_records, provinces))  # holds its whole: no other comes to have its id


def _with_sums(records: Records) -> Records:
    """Make what figures are sums of: once, here, and not at a visitor's first filter."""
    records.cells.kept.by_month  # noqa: B018 - made by being asked for, and kept
    return records


def _own_records(k: int) -> Records | None:
    """Return a visitor's own records; the session keeps their public edition as long as them."""
    own: Records | None = st.session_state.get("your_records")
    if own is None or not k:
        st.session_state.pop("your_edition", None)
        return own
    kept = st.session_state.get("your_edition")
    if kept is None or kept[0] is not own or kept[1] != k:
        kept = st.session_state["your_edition"] = (own, k, as_shown(own, k, today()))
    return kept[2]


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """Return the programme's store; nothing is opened or made by it yet."""
    return open_store(os.environ.get(STORE_VARIABLE), PATIENCE)


def programme_store(right: Right = Right.LOOK) -> Store:
    """Return the store in the hands of the visitor, for what it is used for.

    To look (``Right.LOOK``) at its imports and the rows behind the figures is for whoever sees all
    provinces.

    Raises
    ------
    StoreError
        If the visitor may not, whatever the screen offered.
    """
    try:
        if not visitor.sees_rows() and right is Right.LOOK:
            raise NotAllowedError(_("The rows behind these records are not shown here."))
        person = visitor.require(right)
    except NotAllowedError as refused:
        noting.noter(store)("was refused", right)
        raise StoreError(str(refused), "", _("Nothing was changed.")) from refused
    return store().used_by(person, audit.network(st.context.ip_address))


@dataclass(frozen=True)
class _Seen:
    """What a run has seen of the store: its state, or why it cannot be read."""

    state: str = ""
    offered: bool = False
    fault: str = ""
    clock_fault: str = ""


def look_at_store() -> None:
    """Look at the store, once for the whole of a run and the fragments that follow it.

    Whatever a screen shows of it is read here, so that a fault is found before a figure is shown.
    """
    st.session_state["store_seen"] = _look()


def _look() -> _Seen:
    try:
        state, day = store().state(), today()
        if not state:
            return _Seen()
        rows = len(_stored_records(state, day, visitor.public_below()).trainings)
        _rows_held(state)
        return _Seen(state, bool(rows), clock_fault=_clock_fault(state, day))
    except StoreError as fault:
        logging.getLogger(__name__).error("%s", fault)
        return _Seen(offered=True, fault=fault.for_visitors)


def _seen() -> _Seen:
    return st.session_state.get("store_seen", _Seen())


def store_state() -> str:
    """Return the state of the store as this run has seen it; blank where there is none."""
    return _seen().state


def store_fault() -> str:
    """Return why the programme's records cannot be read, and what to do; blank where they can."""
    return _seen().fault


def fault(key: str) -> str:
    """Return why a set of records cannot be read, and what to do; blank where it can."""
    if key != FOLDER:
        return store_fault() if key == STORED else ""
    try:
        records_of(FOLDER)
    except (OSError, ReadingError) as found:
        logging.getLogger(__name__).error("%s", found)
        advice = _("Correct the file on the machine that runs the dashboard; then try again.")
        if isinstance(found, ReadingError):
            return f"{found.where}: {found.what} {advice}"
        return f"{Path(str(found.filename or '')).name}: {found.strerror}. {advice}"
    return ""


def clock_fault() -> str:
    """Return why today cannot be right, and what to do; blank where it may be."""
    return _seen().clock_fault


@st.cache_resource(show_spinner=False, max_entries=3)
def _stored_records(state: str, day: date, k: int) -> Records:
    return _with_sums(as_shown(store().records(day), k, day))


@st.cache_resource(show_spinner=False, max_entries=3)
def _clock_fault(state: str, day: date) -> str:
    return store().clock_fault(day)


def stored_rows_held() -> pd.DataFrame:
    """Return the rows of the programme's records that wait for a district or an agency."""
    return _rows_held(_seen().state)


@st.cache_resource(show_spinner=False, max_entries=3)
def _rows_held(state: str) -> pd.DataFrame:
    return store().rows_held()


def rows_behind(adm2_pcode: str | None, training_id: str | None) -> pd.DataFrame:
    """Return the stored rows of a district or training; raises ``StoreError``."""
    programme_store()
    return _rows_behind(_seen().state, adm2_pcode, training_id)


@st.cache_resource(show_spinner=False, max_entries=50)
def _rows_behind(state: str, adm2_pcode: str | None, training_id: str | None) -> pd.DataFrame:
    return store().rows_behind(adm2_pcode=adm2_pcode, training_id=training_id)


@st.cache_resource(show_spinner=False, max_entries=6)
def _shared_records(key: str, k: int, made_on: date | None) -> Records:
    loaded = _load(key)
    return _with_sums(loaded if made_on is None else as_shown(loaded, k, made_on))


def _load(key: str) -> Records:
    if key == FOLDER:
        return from_folder(Path(os.environ[FOLDER_VARIABLE]), today())
    return published() if key == "published" else illustrative()


def outlines() -> boundary_set.BoundarySet:
    """Return the boundary set in use; another one as soon as it is installed or chosen."""
    return _outlines(installed.state())


@st.cache_resource(show_spinner=False, max_entries=2)
def _outlines(state: tuple[str, ...]) -> boundary_set.BoundarySet:
    return installed.in_use()


def map_files() -> assets.Assets:
    """Publish the map's files and return their names."""
    return _map_files(installed.state())


@st.cache_resource(show_spinner=False, max_entries=2)
def _map_files(state: tuple[str, ...]) -> assets.Assets:
    return assets.publish(outlines(), STATIC)


def figures(records: Records, selection: Selection) -> Coverage:
    """Return the figures of a view; one for all who look at the same view of shared records."""
    if records.key == YOURS:
        return coverage(records, selection)
    return _figures(id(records), selection, records)


@st.cache_resource(show_spinner=False, max_entries=VIEWS)
def _figures(loaded: int, selection: Selection, _records: Records) -> Coverage:
    return coverage(_records, selection)  # holds its records: no others come to have their id


@st.cache_resource(show_spinner=False, max_entries=60)
def first_plans(
    need: pd.Series, request: Request, used: pd.Series, travel: str, _distances: Distances
) -> Plans:
    """Return the plans that can be had at once; ``travel`` is the word for the distances."""
    return first_plans_of(need, _distances, request, used)


@st.cache_resource(show_spinner=False)
def plan_search() -> PlanSearch:
    """Return the search for best plans, and what it has found for any visitor."""
    return PlanSearch()


def settle_memory() -> None:
    """Keep what is loaded for good out of every later collection of garbage.

    Looking through the modules and the records each time would take longer than answering a filter.
    Again only after a new load, and never for a visitor's own records: what is kept out is not
    freed when the visitor leaves.
    """
    key = st.session_state.get("records", "")
    if key != YOURS:
        _frozen(key, id(records_of(key)))


@st.cache_resource(show_spinner=False, max_entries=100)
def _frozen(records_key: str, loaded: int) -> tuple[str, int]:
    gc.collect()
    gc.freeze()
    return records_key, loaded
