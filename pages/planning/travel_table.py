"""A visitor's own travel table on the Gaps screen: chosen, checked row by row, taken out again."""

import hashlib

import streamlit as st

from data.planning.travel_table import TravelTable, read_travel_table
from data.records.errors import ReadingError
from pages.parts import tables


def offer() -> None:
    """Offer to replace the estimated distances by a table of one's own, in this session."""
    with st.popover("Travel table", icon=":material/commute:"):
        st.caption(
            "Distances by road are estimated. A table of your own replaces them in this session: "
            "columns from, to (P-codes) and hours or km, as CSV or workbook. Nothing else of the "
            "file is kept, and a copied link does not carry it."
        )
        kinds = ["csv", "xlsx", "xls", "ods"]
        st.file_uploader("Travel table", kinds, key="travel_file", on_change=_take)
        if "travel" in st.session_state:
            st.button("Use estimated distances again", on_click=_drop, icon=":material/undo:")


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


def report() -> None:
    """Say what came of the table: what is used, and each row that is not."""
    if "travel_refused" in st.session_state:
        st.error("The travel table was not taken in. Estimated distances are used.")
        st.text(st.session_state["travel_refused"])
    table: TravelTable | None = st.session_state.get("travel_report")
    if table is None:
        return
    left_out = table.problems["row"].nunique()
    used = "These distances are used." if table.distances else "Estimated distances are used."
    st.text(f"Travel table: {table.rows:,} rows, {left_out:,} of them left out. {used}")
    if table.ignored_columns:
        st.text(f"Columns that were ignored: {', '.join(table.ignored_columns)}")
    if left_out:
        problems = table.problems.rename(columns=tables.PROBLEM_HEADINGS)
        tables.draw(problems, "travel_problems", "Problems of the travel table, row by row")
