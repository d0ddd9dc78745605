"""Tables as the sheets of a workbook: a header that stays in sight, days and numbers typed.

A text is written as text, whatever it begins with, so that reading it again gives the same.
"""

import datetime as dt
import io
from collections.abc import Iterable, Mapping

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.records.spreadsheet_text import text_cell

WIDEST = 60
DAY_FORMAT = "yyyy-mm-dd"


def write_table(
    book: Workbook, name: str, frame: pd.DataFrame, tags: Mapping[str, str] | None = None
) -> None:
    """Write one sheet of a write-only workbook.

    Parameters
    ----------
    frame
        Texts, days (``datetime64``) and numbers; what is not known becomes a blank cell.
    tags
        By column, the HXL tag of a row under the header, which stays in sight with it.
    """
    tag_of = tags or {}
    sheet: Worksheet = book.create_sheet(name)
    sheet.freeze_panes = "A3" if tag_of else "A2"
    for number, column in enumerate(frame.columns, start=1):
        widest = max((len(str(value)) for value in frame[column].head(200)), default=0)
        width = min(max(len(column), len(tag_of.get(column, "")), widest) + 2, WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append(header_cells(sheet, frame.columns))
    if tag_of:
        sheet.append([text_cell(sheet, tag_of[column]) for column in frame.columns])
    for row in frame.astype(object).itertuples(index=False):
        sheet.append([_cell(sheet, value) for value in row])


def header_cells(sheet: Worksheet, names: Iterable[str]) -> list[Cell]:
    """Return the cells of a header, in bold."""
    cells = [text_cell(sheet, name) for name in names]
    for cell in cells:
        cell.font = Font(bold=True)
    return cells


def saved(book: Workbook) -> bytes:
    """Return a workbook as the bytes of its file."""
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _cell(sheet: Worksheet, value: object) -> Cell | float | None:
    if value is None or value is pd.NA or value is pd.NaT or value == "" or value != value:
        return None
    if isinstance(value, dt.datetime):
        cell: Cell = WriteOnlyCell(sheet, value)
        cell.number_format = DAY_FORMAT
        return cell
    if isinstance(value, str):
        return text_cell(sheet, value)
    return value if isinstance(value, float) else int(str(value))
