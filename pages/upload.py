"""A visitor's own records: a template, an upload, and what became of each row.

They are held in the browser session that they were opened in, and nowhere else. The files
themselves are let go as soon as they are read.
"""

import pandas as pd
import streamlit as st

from data.checking import Checked, CheckingError, check, to_records
from data.coverage import coverage
from data.reading import ReadingError, read
from data.selection import whole
from data.spreadsheet_text import csv_bytes
from data.template import records_workbook, template_workbook
from pages import shared, view

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KEPT = ("your_records", "your_check", "your_bounds")
PROBLEM_HEADINGS = {
    "table": "Table",
    "row": "Row",
    "column": "Column",
    "value": "As written",
    "reason": "What is wrong",
    "what_to_do": "What to do",
}


def open_sets() -> None:
    """List the sets of records that can be opened, with their figures."""
    rows = []
    for key, title in shared.sets().items():
        records = shared.records_of(key)
        if records is not None:
            figures = coverage(records, whole(records)).headline
            rows.append((title, figures.trainings, figures.participants, figures.districts_covered,
                         records.as_of, records.source))  # fmt: skip
    columns = ["Records", "Trainings", "Participants", "Districts", "Data as of", "Source"]
    table = pd.DataFrame(rows, columns=columns)
    st.dataframe(table, hide_index=True, key="sets", alt="Sets of records")
    st.caption("The sidebar chooses which of them every screen shows.")


def offer_template() -> None:
    """Offer the workbook to fill in."""
    st.markdown(
        "Fill in the template: one sheet of trainings, one of attendance by home district and "
        "agency, in counts. Two CSV files with the same columns will do as well. **No names, "
        "CNIC, telephone numbers or e-mail addresses:** columns that are not in the template "
        "are dropped unread, and a row with such a value is refused."
    )
    st.download_button(
        "Download the template",
        data=template_workbook,
        file_name="training-records-template.xlsx",
        mime=WORKBOOK,
        on_click="ignore",
        icon=":material/download:",
    )


def take_files() -> None:
    """Take a workbook or two CSV files; what they hold replaces the visitor's records."""
    turn = st.session_state.setdefault("upload_turn", 0)
    st.file_uploader(
        "A workbook (.xlsx), or trainings and attendance as two CSV files",
        type=["xlsx", "csv"],
        accept_multiple_files=True,
        key=f"upload_{turn}",
    )
    st.button(
        "Check and open",
        on_click=_read_files,
        args=(f"upload_{turn}",),
        type="primary",
        disabled=not st.session_state.get(f"upload_{turn}"),
        icon=":material/fact_check:",
    )


def _read_files(key: str) -> None:
    """Read what was uploaded, and give the uploader a new key, so that the files are let go."""
    st.session_state["upload_problem"] = None
    contents = [file.getvalue() for file in st.session_state[key]]
    st.session_state["upload_turn"] += 1
    try:
        checked = check(read(contents), shared.today())
    except ReadingError as refused:
        st.session_state["upload_problem"] = str(refused)
    except CheckingError:
        st.session_state["upload_problem"] = (
            "Could not check these files. Nothing was opened; the records that were open "
            "before are as they were."
        )
    else:
        _keep(checked)


def _keep(checked: Checked) -> None:
    st.session_state["your_check"] = checked
    st.session_state.pop("your_bounds", None)
    if checked.rows_accepted["trainings"]:
        st.session_state["your_records"] = to_records(checked, shared.today())
        st.session_state["records"] = shared.YOURS
        view.forget()


def report() -> None:
    """Say what became of the rows, and offer what to do next."""
    if st.session_state.get("upload_problem"):
        st.error("Nothing was opened.", icon=":material/error:")
        st.text(st.session_state["upload_problem"])  # holds words of the file: never markdown
    checked = st.session_state.get("your_check")
    if checked is not None:
        _balance(checked)
        _ignored(checked)
        _problems(checked)
    _remove_or_bring_back()


def _balance(checked: Checked) -> None:
    """Show that no row is lost: rows in = accepted + merged duplicates + with a problem."""
    merged = checked.merged_duplicates["table"].value_counts()
    rows = []
    for table, rows_in in checked.rows_in.items():
        accepted, again = checked.rows_accepted[table], int(merged.get(table, 0))
        rows.append((table, rows_in, accepted, again, rows_in - accepted - again))
    columns = ["Table", "Rows in", "Accepted", "Duplicates counted once", "With a problem"]
    balance = pd.DataFrame(rows, columns=columns)
    st.dataframe(balance, hide_index=True, key="balance", alt="What became of the rows")


def _ignored(checked: Checked) -> None:
    for table, columns in checked.ignored_columns.items():
        if columns:
            st.info(
                f"Columns of {table} that are not in the template were dropped unread:",
                icon=":material/visibility_off:",
            )
            st.text(", ".join(columns))


def _problems(checked: Checked) -> None:
    if checked.problems.empty:
        st.success("Every row was accepted.", icon=":material/check_circle:")
        return
    count = checked.problems.groupby("table")["row"].nunique().sum()
    st.warning(
        f"{count:,} rows have a problem and are not counted. Correct them in the file and open "
        "it again.",
        icon=":material/warning:",
    )
    table = checked.problems.rename(columns=PROBLEM_HEADINGS)
    st.dataframe(table, hide_index=True, key="problems", alt="Problems, row by row")
    st.download_button(
        "Download the problems as CSV",
        data=csv_bytes(table),
        file_name="problems.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )


def _remove_or_bring_back() -> None:
    own = st.session_state.get("your_records")
    if own is not None:
        with st.container(horizontal=True):
            st.download_button(
                "Download your records",
                data=lambda: records_workbook(own),
                file_name="training-records.xlsx",
                mime=WORKBOOK,
                on_click="ignore",
                icon=":material/download:",
            )
            st.button("Remove your records", on_click=_remove, icon=":material/delete:")
    elif "removed" in st.session_state:
        st.info("Your records were removed from this session.", icon=":material/delete:")
        st.button("Bring them back", on_click=_bring_back, icon=":material/undo:")


def _remove() -> None:
    held = {key: st.session_state.pop(key) for key in KEPT if key in st.session_state}
    st.session_state["removed"] = held
    st.session_state["records"] = view.DEFAULT_RECORDS
    view.forget()


def _bring_back() -> None:
    st.session_state.update(st.session_state.pop("removed"))
    st.session_state["records"] = shared.YOURS
    view.forget()
