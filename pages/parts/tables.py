"""Tables on the screens and as files: one that is seen, the twin of a chart, what is downloaded."""

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any

import pandas as pd
import streamlit as st

from data.access.rights import Right
from data.records.model import Records
from data.records.spreadsheet_text import csv_bytes
from geo.words.catalogue import _
from pages.session import address, presentation, visitor
from reports.words.counts import headed_as_told

#: How numbers with thousands are shown.
LOCALIZED = st.column_config.NumberColumn(format="localized")
#: The width of a column in which a word stands for what is not known, in pixels.
ROOM_FOR_UNKNOWN = 100
#: The beginning of headings of columns that are numbers with thousands.
WITH_SEPARATORS = (_("Population"), _("People"), _("Participants"))
#: Of the problems of a file, row by row.
PROBLEM_HEADINGS = {
    "table": _("Table"),
    "row": _("Row"),
    "where": _("Where"),
    "column": _("Column"),
    "value": _("As written"),
    "reason": _("What is wrong"),
    "what_to_do": _("What to do"),
}
#: What files are, by the ending of their name.
KINDS = {
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def draw(
    table: pd.DataFrame,
    key: str,
    alt: str,
    *,
    unknown: str = "",
    columns: Mapping[str, Any] | None = None,
    opened: Callable[[int], None] | None = None,
) -> None:
    """Draw a table.

    Parameters
    ----------
    table
        With headings for people.
    key, alt
        Its key on the screen; what it is, for a screen reader.
    unknown
        What stands in a blank cell.
    columns
        How columns are shown, by their heading.
    opened
        Called with the place of the row that is clicked, 0 the first; None where none opens.
    """

    def follow_click() -> None:
        cells = st.session_state[key].selection.cells
        if opened and cells:
            opened(cells[0][0])

    separated: dict[str, Any] = {
        str(name): LOCALIZED for name in table if str(name).startswith(WITH_SEPARATORS)
    }
    # Streamlit makes a column as wide as its heading and its cells, whatever stands in blank ones.
    roomy: dict[str, Any] = {
        str(name): st.column_config.Column(width=ROOM_FOR_UNKNOWN)
        for name in table
        if unknown and len(str(name)) <= len(unknown) and table[name].isna().any()
    }
    st.dataframe(
        table,
        hide_index=True,
        key=key,
        alt=alt,
        placeholder=unknown,
        column_config={**roomy, **separated, **(columns or {})},
        on_select=follow_click if opened else "ignore",
        selection_mode="single-cell" if opened else "multi-row",
    )


def twin(
    records: Records,
    key: str,
    table: Callable[[], pd.DataFrame],
    name: str,
    waiting: str = "",
    label: str = "",
) -> None:
    """Offer the numbers of a map or chart as a table and as a file; drawn when it is opened.

    Parameters
    ----------
    records
        What the numbers are of.
    key
        The key of the twin on its screen.
    table
        Makes the table, with headings for people; asked only when the twin is open.
    name
        The name of the file, without its ending.
    waiting
        Why there is no table yet; blank where there is one.
    label
        What it is called where several stand together.
    """
    opened = st.expander(label or _("Table and download"), key=f"twin_{key}", on_change="rerun")
    if not opened.open:
        return
    if waiting:
        opened.caption(waiting)
        return
    frame = headed_as_told(table(), records)
    with opened:
        draw(frame, f"table_{key}", name, unknown=_("not known"))
        files(records, frame, name, f"download_{key}")


def files(records: Records, frame: pd.DataFrame, name: str, key: str) -> None:
    """Offer a table as files: CSV, and a workbook that is made when it is asked for.

    Parameters
    ----------
    records
        What the table is of.
    frame
        The table, with headings for people.
    name
        The name of the files, without an ending.
    key
        The key of the CSV's button; the workbook's has ``_xlsx`` at its end.
    """
    with st.container(horizontal=True, key=f"files_{key}"):
        download(_("Download as CSV"), csv_bytes(frame), f"{name}.csv", key=key)
        download(
            _("Excel"),
            lambda: _workbook(frame, records),
            f"{name}.xlsx",
            key=f"{key}_xlsx",
            icon=":material/table_view:",
            help=_("The same table as a workbook"),
            type="tertiary",
        )
    cited = presentation.imprint_today(records).citation(address.figures(records))
    st.text(_("Cite as: {citation}").format(citation=cited))


def download(
    label: str,
    content: bytes | Callable[[], bytes],
    file_name: str,
    icon: str = ":material/download:",
    **looks: Any,
) -> None:
    """Offer a CSV file or a workbook; its name says which. Nothing for who may take none along.

    ``content`` is its bytes, or what makes them at a click; ``looks`` are as for
    ``st.download_button``.
    """
    if not visitor.person().may(Right.TAKE):
        return
    kind = KINDS[PurePath(file_name).suffix]
    make = content if callable(content) else lambda: content
    made = _allowed(address.noted(make, file_name))
    st.download_button(label, made, file_name, kind, on_click="ignore", icon=icon, **looks)


def _allowed(content: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return what makes a file at a click, for who may take it along still."""
    require = visitor.required_later(Right.TAKE)

    def made() -> bytes:
        require()
        return content()

    return made


def _workbook(frame: pd.DataFrame, records: Records) -> bytes:
    # Imported here: what writes workbooks takes a while to load.
    from reports.workbook.workbook import table_workbook

    return table_workbook(frame, records)
