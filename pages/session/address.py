"""The view is the address: what the widgets hold, the query string holds, and the other way."""

from collections.abc import Callable, Iterable
from typing import cast
from urllib.parse import urlencode

import streamlit as st

from data.figures.coverage import Coverage
from data.figures.selection import Selection, from_query, programme_months, whole
from data.records.model import Records
from geo.words.catalogue import _
from pages.session import list_widgets, loading, noting, options

FILTER_KEYS = ("as_of", "since", "provinces", "agencies", "donors", "levels")
DEFAULT_RECORDS = "illustrative"


def open_records() -> None:
    """Hold which set of records is open; the address says which is at first."""
    loading.look_at_store()
    asked = st.query_params.get("records")
    if _is_new_address() and asked == loading.STORED:
        st.session_state["records"] = asked  # never another set, also where it is empty
    titles = loading.sets()
    wanted = st.session_state.pop("records_wanted", None)
    if wanted in titles:  # a screen has opened them since
        st.session_state["records"] = wanted
        forget()
        list_widgets.set_anew()
    elif _is_new_address() or "records" not in st.session_state:
        st.session_state["records"] = asked if asked in titles else next(iter(titles))
        list_widgets.set_anew()


def leave_view() -> None:
    """Leave what the address asked for, also where it could not be followed yet."""
    forget()
    st.session_state["address"] = _query()


def none_yet() -> bool:
    """Return whether a visitor's own records are chosen, and there are none in this session."""
    return loading.records_of(st.session_state["records"]) is None and not loading.store_fault()


def opened() -> Records:
    """Return the records of the view; the illustrative ones while a visitor has none."""
    chosen = loading.records_of(st.session_state.get("records", DEFAULT_RECORDS))
    return chosen if chosen is not None else cast("Records", loading.records_of(DEFAULT_RECORDS))


def forget() -> None:
    """Start with the whole of the records again: no filter, no open district or training."""
    for key in (*FILTER_KEYS, "address_problems"):
        st.session_state.pop(key, None)


def _query() -> dict[str, list[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params}


def _is_new_address() -> bool:
    """Tell a link that was opened from the address that the dashboard itself wrote."""
    query = _query()
    return bool(query) and query != st.session_state.get("address")


def follow_address() -> None:
    """Set the widgets of the view, before they are drawn.

    They hold what the address says where a link was opened, else what they held before, on
    whichever screen (``persist_state``, ``list_widgets``); the whole of the records at first.
    """
    records = opened()
    if _is_new_address():
        query = _query()
        selected, problems = from_query(query, records)
        problems += _unknown_set(query, records)
        _hold(selected)
        problems += options.hold(query, records)
        st.session_state["address"] = query
        st.session_state["address_problems"] = problems
    elif FILTER_KEYS[0] not in st.session_state:
        _hold(whole(records))
        measure = st.session_state.get("measure", "")
        options.hold({"measure": [measure]}, records)
    else:  # Streamlit loses a value that was set, and not chosen, where the screen changes at once
        for key in (*FILTER_KEYS, *options.OPTIONS):
            st.session_state[key] = st.session_state[key]


def _unknown_set(query: dict[str, list[str]], records: Records) -> list[str]:
    asked = query.get("records", [records.key])[-1]
    if asked == loading.YOURS and records.key != loading.YOURS:
        return [
            _(
                "This link is to records opened in another browser session. They are not kept "
                "here: open them again on the Records screen."
            )
        ]
    return [] if asked in loading.sets() else [_("The address names records that do not exist.")]


def _hold(selection: Selection) -> None:
    for key in FILTER_KEYS:
        value = getattr(selection, key)
        st.session_state[key] = list(value) if isinstance(value, tuple) else value
    # "The start" is the first month: a widget needs a value for what a Selection leaves open.
    st.session_state["since"] = selection.since or programme_months(opened())[0]
    list_widgets.set_anew()


def clear_filters() -> None:
    """Select the whole of the records that are open, on the screen that is open."""
    _hold(whole(opened()))


def selection(records: Records) -> Selection:
    """Return the Selection that the widgets hold."""
    held = st.session_state
    as_of = held.get("as_of") or records.as_of
    since = held.get("since") or as_of
    return Selection(
        as_of=as_of,
        since=since if programme_months(records)[0] < since <= as_of else None,
        **{key: tuple(held.get(key) or ()) for key in FILTER_KEYS[2:]},
    )


def figures(records: Records) -> Coverage:
    """Return the figures of the view.

    The session keeps those of its last view with all that was made of them: a click, a weight or
    a list that is opened changes no figure.
    """
    view, held = selection(records), st.session_state
    last: Coverage | None = held.get("figures_kept")
    if last is None or last.records is not records or last.selection != view:
        last = held["figures_kept"] = loading.figures(records, view)
    return last


def write_address(records: Records, names: Iterable[str] = ()) -> None:
    """Write the view into the address, without what is at its default.

    ``names`` are the options that belong to this screen.
    """
    # The records are always named: an address without a word is that of no view, and Back to the
    # whole of the records is told from a screen that has just been opened.
    query = {"records": [records.key]} | selection(records).to_query(records)
    query |= options.written(names)
    if query != _query():
        st.query_params.from_dict(query)
    st.session_state["address"] = query
    written().clear()
    written().update(query)


def written() -> dict[str, list[str]]:
    """Return the address that was written last; the same mapping has it after later runs."""
    mapping: dict[str, list[str]] = st.session_state.setdefault("address_written", {})
    return mapping


def noted(make: Callable[[], bytes], file_name: str) -> Callable[[], bytes]:
    """Return what makes a file, and notes in the audit that it was taken along, and of which view.

    A visitor's own records are nobody else's: of their files nothing is noted.
    """
    view, note = written(), noting.noter(loading.store)

    def made() -> bytes:
        content = make()
        if view.get("records") != [loading.YOURS]:
            note("took along", f"{file_name}, {urlencode(view, doseq=True)}")
        return content

    return made


def problems() -> list[str]:
    """Return what of the address could not be used, as plain sentences."""
    return st.session_state.get("address_problems", [])


def forget_problems() -> None:
    """Leave out the message about the address once the visitor has moved on."""
    st.session_state["address_problems"] = []
