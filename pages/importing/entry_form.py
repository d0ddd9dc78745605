"""The fields and tables in which a training is written on the Records screen."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

import pandas as pd
import streamlit as st

from data.entering import places
from data.entering.written import HEADINGS
from data.records.model import LEVELS, TRAINING_STATUSES, Records
from data.records.rules import EARLIEST, INPUT_STATES, LATEST, LONGEST_NAME, LONGEST_TEXT
from data.records.tables import TABLES
from geo.districts import gazetteer
from geo.names.match_result import province_names
from geo.words.catalogue import _
from pages.importing import entry_editor
from pages.parts.screen import label

WORDS = HEADINGS["trainings"]
BLANK = _("not recorded")


def facts(known: Mapping[str, Any], records: Records, key: str) -> dict[str, object]:
    """Draw the fields of a training, filled with what is known of it; return what they hold.

    Parameters
    ----------
    known
        By column of trainings; empty for a new training.
    records
        Those that it is one of: their themes, donors and names of who delivers are offered.
    key
        The beginning of the widgets' keys; another one begins with ``known`` again.
    """
    held: dict[str, object] = {}
    short, wide = st.columns([1, 3])
    with short:
        held["training_id"] = _identity(known, records, key)
    held["title"] = wide.text_input(
        WORDS["title"],
        known.get("title", ""),
        key=f"{key}_title",
        persist_state="session",
        max_chars=LONGEST_TEXT,
    )
    days = st.columns(4)
    with days[0]:
        held["date_start"] = _day("date_start", known, key)
    with days[1]:
        held["date_end"] = _day("date_end", known, key) or held["date_start"]
    with days[2]:
        held["level"] = _one_of("level", LEVELS, known, key)
    with days[3]:
        held["status"] = _one_of("status", TRAINING_STATUSES, known, key)
    wide, short = st.columns(2)
    held["venue"] = wide.text_input(
        WORDS["venue"],
        known.get("venue", ""),
        key=f"{key}_venue",
        persist_state="session",
        max_chars=LONGEST_TEXT,
    )
    with short:
        held["venue_adm2_pcode"] = _district(known, key)
    columns = st.columns(3)
    with columns[0]:
        held["themes"] = _themes(known, records, key)
    for place, name in zip(columns[1:], ("delivered_by", "donor"), strict=True):
        with place:
            held[name] = _known_or_new(name, known, records, key)
    return held | {"summarises": known.get("summarises")}


def attendance(rows: pd.DataFrame, records: Records, key: str) -> pd.DataFrame:
    """Draw the editor of attendance; return its rows as ``data.entering.written`` takes them."""
    st.markdown(_("**Attendance**: one row a home district and agency"))
    number = _number(_("Blank: not recorded. 0: nobody."))
    home = st.column_config.TextColumn(
        max_chars=LONGEST_NAME,
        width="medium",
        help=_(
            "Where they serve, in any spelling, in English or Urdu. If only a larger "
            "place is known, write for example “Karachi, district not known”, or the "
            "same of a province. Blank: not recorded."
        ),
    )
    columns = {"Home district": home, **{str(heading): number for heading in list(rows)[2:]}}
    alt = _("Attendance: home district, agency, women, men, sex not recorded")
    agencies = records.rows.used("agency")
    return entry_editor.edited(f"{key}_attendance", rows, "Agency", agencies, columns, alt)


def assessment(rows: pd.DataFrame, _records: Records, key: str) -> pd.DataFrame:
    """Draw the editor of the tests of a training: one row, blank where none were given."""
    st.caption(
        _(
            "One row for the tests before and after the training; leave it blank if "
            "there were none. Means and standard deviation are in points, for the "
            "people who took both tests."
        )
    )
    helps = {
        HEADINGS["assessments"][name]: column.holds
        for name, column in TABLES["assessments"].items()
        if name in HEADINGS["assessments"]
    }
    columns = {heading: _number(words, "medium") for heading, words in helps.items()}
    alt = _(
        "Tests: people who took both, means before and after, standard deviation, maximum points"
    )
    return entry_editor.one_row(f"{key}_assessment", rows, columns, alt)


def _number(words: str, width: Literal["small", "medium"] = "small") -> Any:
    """Return the column of a number, which holds what is written, whatever it is.

    A number column of Streamlit makes 0 of a dash or a letter, and 12 of "1-2"; the rules of a
    file refuse what is no number, and say so.
    """
    return st.column_config.TextColumn(
        max_chars=LONGEST_NAME, width=width, alignment="right", help=words
    )


def inputs(rows: pd.DataFrame, records: Records, key: str) -> pd.DataFrame:
    """Draw the editor of what was raised; return its rows as ``data.entering.written`` does."""
    st.caption(_("What participants raised, in a sentence that names nobody, and what came of it."))
    days = records.trainings.set_index("training_id")["date_start"].sort_values()
    words = {str(one): f"{one}, {day.date()}" for one, day in days.items()}
    columns: dict[str, Any] = {
        "Theme": st.column_config.TextColumn(max_chars=LONGEST_NAME),
        "What was raised": st.column_config.TextColumn(max_chars=LONGEST_TEXT, width="large"),
        "State": st.column_config.SelectboxColumn(options=INPUT_STATES),
        "Followed up at": st.column_config.SelectboxColumn(
            options=["", *words], format_func=lambda one: words.get(str(one), str(one))
        ),
        "Followed up on": st.column_config.DateColumn(min_value=EARLIEST, max_value=LATEST),
    }
    alt = _("What was raised: theme, input, referred to, state, followed up at, followed up on")
    agencies = records.rows.used("agency")
    return entry_editor.edited(f"{key}_raised", rows, "Referred to", agencies, columns, alt)


def _identity(known: Mapping[str, Any], records: Records, key: str) -> str:
    """Ask for the id of a new training; that of one that is corrected stays."""
    return st.text_input(
        WORDS["training_id"],
        known.get("training_id") or next_id(records),
        key=f"{key}_id",
        persist_state="session",
        max_chars=LONGEST_NAME,
        disabled=bool(known),
        help=_("A short name of your own, different for each training."),
    )


def next_id(records: Records) -> str:
    """Return an id that is not in the records yet, after the pattern T7."""
    ids = set(records.trainings["training_id"])
    return next(one for n in range(len(ids) + 1, 2 * len(ids) + 2) if (one := f"T{n}") not in ids)


def _day(name: str, known: Mapping[str, Any], key: str) -> date | None:
    day: pd.Timestamp | None = known.get(name)
    chosen: date | None = st.date_input(
        WORDS[name],
        None if day is None else day.date(),
        EARLIEST,
        LATEST,
        key=f"{key}_{name}",
        persist_state="session",
        format="YYYY-MM-DD",
        help=None if name == "date_start" else _("Blank for a training of one day."),
    )
    return chosen


def _one_of(name: str, words: Sequence[str], known: Mapping[str, Any], key: str) -> str:
    index = words.index(known[name]) if name in known else None
    chosen = st.selectbox(
        WORDS[name],
        words,
        index,
        key=f"{key}_{name}",
        persist_state="session",
        placeholder=_("Choose"),
    )
    return chosen or ""


def _district(known: Mapping[str, Any], key: str) -> str:
    """Ask for the district of the venue: one of the list, or a name in any spelling."""
    names = {code: f"{name}, {province_names()[code]}" for code, name in gazetteer.names().items()}
    code = known.get("venue_adm2_pcode", "")
    offered = sorted({*names, *([code] if code else [])}, key=lambda one: names.get(one, one))
    written = st.selectbox(
        WORDS["venue_adm2_pcode"],
        offered,
        offered.index(code) if code else None,
        format_func=lambda one: names.get(one, one),
        key=f"{key}_district",
        persist_state="session",
        placeholder=BLANK,
        accept_new_options=True,
        help=_("A name in any spelling, in English or Urdu; blank where it is not recorded."),
    )
    read = places.read_place(written or "", home=False)
    if written and read.code and read.code != written:
        name = label(names.get(read.code, read.code))
        st.caption(_("Read as {name}.").format(name=name))
    return written or ""


def _themes(known: Mapping[str, Any], records: Records, key: str) -> str:
    def parts(text: str) -> list[str]:
        return [one for part in text.split(";") if (one := part.strip())]

    own = parts(known.get("themes", ""))
    offered = sorted({one for text in records.trainings["themes"].unique() for one in parts(text)})
    chosen = st.multiselect(
        WORDS["themes"],
        sorted({*own, *offered}),
        own,
        key=f"{key}_themes",
        persist_state="session",
        accept_new_options=True,
        placeholder=_("Choose or write"),
    )
    return "; ".join(chosen)


def _known_or_new(name: str, known: Mapping[str, Any], records: Records, key: str) -> str:
    own = known.get(name, "")
    offered = sorted({own, *records.trainings[name]} - {""})
    chosen = st.selectbox(
        WORDS[name],
        offered,
        offered.index(own) if own else None,
        key=f"{key}_{name}",
        persist_state="session",
        accept_new_options=True,
        placeholder=BLANK,
    )
    return chosen or ""
