"""A table in which rows are written, on the Records screen; what is written outlasts a new choice.

Streamlit takes an editor whose rows or choices differ for another one, and forgets what was written
in it. So both stay as they were when it was opened; where an agency is added, or another screen was
looked at, the next editor begins with what was written by then.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from data.records.programme import in_programme_order, programme
from data.records.rules import LONGEST_NAME
from data.review.agencies.agencies_kept import agency_kept
from data.review.decisions import Decisions
from geo.words.catalogue import _

#: A longer table scrolls in itself.
MOST_IN_SIGHT = 25


@dataclass(frozen=True, eq=False)
class Editor:
    """An editor as it was opened.

    Attributes
    ----------
    rows
        What it began with, under headings; the first row is 1.
    agencies
        What it offers; one that is in no list is written before, and not guessed.
    columns
        How its columns are edited, but the one of agencies.
    turn
        How often another one has begun with what was written.
    """

    rows: pd.DataFrame
    agencies: Sequence[str]
    columns: Mapping[str, Any]
    turn: int = 0


def edited(
    key: str,
    rows: pd.DataFrame,
    agency: str,
    others: set[str],
    columns: Mapping[str, Any],
    alt: str,
) -> pd.DataFrame:
    """Draw an editor in which rows can be added and taken out; return what it holds.

    Parameters
    ----------
    key
        The beginning of its widgets' keys; another one opens another editor.
    rows, columns
        What it begins with, and how its columns are edited.
    agency, others
        The heading of the column of agencies, and those that are offered beside the programme's.
    alt
        What it is, for a screen reader.
    """
    known = {*programme().agencies, *others, *rows[agency]} - {""}
    opened = _opened(key, Editor(_or_one(rows), in_programme_order(sorted(known)), columns))
    agencies = st.column_config.SelectboxColumn(options=opened.agencies, width="medium")
    held: pd.DataFrame = st.data_editor(
        opened.rows,
        num_rows="dynamic",
        hide_index=False,
        height="content" if len(rows) <= MOST_IN_SIGHT else "auto",
        key=f"{key}_{opened.turn}",
        column_config={**opened.columns, agency: agencies},
        placeholder="",
        alt=alt,
    )
    st.session_state[f"{key}_held"] = held
    st.text_input(
        _("An agency that is not in the list"),
        key=f"{key}_agency",
        max_chars=LONGEST_NAME,
        placeholder=_("Write it here, then choose it in a row"),
        width=340,
        on_change=_add_agency,
        args=(key, held),
    )
    return held


def one_row(key: str, rows: pd.DataFrame, columns: Mapping[str, Any], alt: str) -> pd.DataFrame:
    """Draw the editor of a table that has one row, blank at first; parameters as for ``edited``."""
    opened = _opened(key, Editor(_or_one(rows), (), columns))
    held: pd.DataFrame = st.data_editor(
        opened.rows,
        num_rows="fixed",
        hide_index=True,
        key=f"{key}_{opened.turn}",
        column_config=dict(opened.columns),
        placeholder="",
        alt=alt,
    )
    st.session_state[f"{key}_held"] = held
    return held


def _opened(key: str, first: Editor) -> Editor:
    """Return the editor as it was opened; one that was not drawn meanwhile begins anew."""
    state = st.session_state
    opened: Editor = state.setdefault(f"{key}_opened", first)
    if f"{key}_held" in state and f"{key}_{opened.turn}" not in state:
        opened = state[f"{key}_opened"] = _next(opened, state[f"{key}_held"])
    return opened


def _next(opened: Editor, held: pd.DataFrame) -> Editor:
    rows = _or_one(held.set_axis(range(1, len(held) + 1)))
    return replace(opened, rows=rows, turn=opened.turn + 1)


def _or_one(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows, or a blank one where there are none.

    In a table without a row, what is written first makes another table of it: the second cell
    would go where nobody has put it.
    """
    return rows if len(rows) else rows.reindex([1])


def _add_agency(key: str, held: pd.DataFrame) -> None:
    """Offer one agency more, in an editor that begins with what is written by now.

    A known one is offered as it is called.
    """
    opened: Editor = st.session_state[f"{key}_opened"]
    written = " ".join(str(st.session_state[f"{key}_agency"]).split())
    another = agency_kept(written, Decisions(), opened.agencies)[0] or written
    if another and another not in opened.agencies:
        agencies = in_programme_order(sorted({*opened.agencies, another}))
        st.session_state[f"{key}_opened"] = replace(_next(opened, held), agencies=agencies)
        del st.session_state[f"{key}_held"]
    st.session_state[f"{key}_agency"] = ""
