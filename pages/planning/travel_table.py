"""A visitor's own travel table on the Gaps screen: chosen, checked row by row, taken out again."""

import hashlib

import streamlit as st

from data.planning.travel_table import TravelTable, read_travel_table
from data.records.errors import ReadingError
from geo.words.catalogue import _, ngettext
from pages.parts import tables


def offer() -> None:
    """Offer to replace the estimated distances by a table of one's own, in this session."""
    with st.popover(_("Travel table"), icon=":material/commute:"):
        st.caption(
            _(
                "Road distances are estimates. A table of your own replaces them in this "
                "session: a CSV file or workbook with the columns from, to (P-codes) and hours "
                "or km. Nothing else in the file is kept, and a copied link does not carry it."
            )
        )
        kinds = ["csv", "xlsx", "xls", "ods", "html", "htm"]
        st.file_uploader(_("Travel table"), kinds, key="travel_file", on_change=_take)
        if "travel" in st.session_state:
            st.button(_("Use estimated distances again"), on_click=_drop, icon=":material/undo:")
        _say()  # here, as the list stays open over what is below it


def _take() -> None:
    """Read the file that was chosen, or take the table out where it was taken away."""
    _drop()
    file = st.session_state["travel_file"]
    if file is None:
        return
    try:
        table = read_travel_table(file.getvalue())
    except ReadingError as refused:
        st.session_state["travel_refused"] = str(refused)
        return
    st.session_state["travel_report"] = table
    if table.distances is not None:
        key = hashlib.sha256(file.getvalue()).hexdigest()
        st.session_state["travel"] = (key, table)


def _drop() -> None:
    for name in ("travel", "travel_report", "travel_refused"):
        st.session_state.pop(name, None)


def _say() -> None:
    """Say what came of the table: whether it is used, and what of it is not."""
    if "travel_refused" in st.session_state:
        st.error(_("The travel table could not be used. Estimated distances are used."))
        st.text(st.session_state["travel_refused"])
    table: TravelTable | None = st.session_state.get("travel_report")
    if table is None:
        return
    read = ngettext("Travel table: {rows:,} row.", "Travel table: {rows:,} rows.", table.rows)
    said = [read.format(rows=table.rows)]
    if left_out := table.problems["row"].nunique():
        words = ngettext("{rows:,} row is left out.", "{rows:,} rows are left out.", left_out)
        said.append(words.format(rows=left_out))
    used = _("These distances are used.") if table.distances else _("Estimated distances are used.")
    st.text(" ".join([*said, used]))
    if table.ignored_columns:
        st.text(
            _("Columns that were ignored: {ignored_columns}").format(
                ignored_columns=", ".join(table.ignored_columns)
            )
        )


def list_problems() -> None:
    """List each row of the table that is left out, and why."""
    table: TravelTable | None = st.session_state.get("travel_report")
    if table is not None and len(table.problems):
        problems = table.problems.rename(columns=tables.PROBLEM_HEADINGS)
        tables.draw(problems, "travel_problems", _("Problems of the travel table, row by row"))
