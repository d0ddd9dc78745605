"""What the sheets of every workbook are made of: headers, typed cells, widths, the printed page.

There is no formula: what could run in a spreadsheet is text.
"""

import datetime as dt
import io
import math
import re
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from data.records.model import Records
from data.records.spreadsheet_text import text_cell

NARROWEST, WIDEST = 9, 44
DAY_FORMAT, NUMBER_FORMAT = "yyyy-mm-dd", "#,##0"

HEADER = Font(bold=True, color="FFFFFFFF")
HEADER_FILL = PatternFill("solid", start_color="FF1F4E79")


def set_widths(sheet: Worksheet, table: pd.DataFrame, least: Sequence[int] = ()) -> None:
    """Make the columns as wide as their values, in characters, at least as given for each."""
    for number, heading in enumerate(table.columns, start=1):
        lengths = [len(str(value)) for value in table.iloc[:, number - 1].head(500)]
        widest = max([*lengths, *least[number - 1 : number], len(heading) * 0.7])
        width = min(max(widest + 2, NARROWEST), WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = width


def set_printing(sheet: Worksheet, about: str) -> None:
    """Print across, as wide as the page, the header on each; below it what the records are."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = False
    sheet.print_title_rows = "1:1"
    footer = HeaderFooterItem()
    footer.left.text = about.replace("&", "&&")
    footer.right.text = "&P / &N"
    sheet.HeaderFooter.oddFooter = footer


def records_rows(records: Records) -> list[tuple[str, str]]:
    """Return what the records of a workbook are, as rows of ``write_about``."""
    made_up = [("Illustrative", "These records are made up.")] if records.illustrative else []
    return [("Records", records.title), *made_up, ("Note", records.notice)]


def write_about(
    sheet: Worksheet, rows: Iterable[tuple[str, str]], width: int, heading: str = ""
) -> None:
    """Write what a workbook is: pairs of a word, in a column as wide, and what is said of it."""
    # Before the first row: a sheet that is only written takes no width after it.
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = width, 100
    if heading:
        title = text_cell(sheet, heading)
        title.font = Font(bold=True, size=15)
        sheet.append([title])
    for word, words in rows:
        cells = [text_cell(sheet, word), text_cell(sheet, words)]
        cells[0].font = Font(bold=True)
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.append(cells)


def header_cell(sheet: Worksheet, words: str) -> Cell:
    """Return a cell of the header."""
    cell = text_cell(sheet, words)
    cell.font, cell.fill = HEADER, HEADER_FILL
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    return cell


def write_rows(sheet: Worksheet, table: pd.DataFrame, counted: Sequence[bool]) -> None:
    """Write the rows of a table: blank what is not known, a day as a day, a number as a number.

    A text of digits is a number in a ``counted`` column: one of counts, with words for what is
    not one.
    """
    for row in table.astype(object).itertuples(index=False):
        sheet.append([_cell(sheet, *pair) for pair in zip(row, counted, strict=True)])


def saved(book: Workbook) -> bytes:
    """Return a workbook as the bytes of a file."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: Worksheet, value: object, counted: bool) -> Cell | None:
    if value is None or value is pd.NA or value is pd.NaT or value == "" or value != value:
        return None
    if isinstance(value, dt.date):
        return _typed(sheet, dt.datetime(value.year, value.month, value.day), DAY_FORMAT)  # noqa: DTZ001 - a day, in no zone
    if isinstance(value, str) and not (counted and re.fullmatch(r"\d[\d,]*", value)):
        return text_cell(sheet, value)
    if isinstance(value, bool | np.bool_):
        return text_cell(sheet, "yes" if value else "no")
    number = float(str(value).replace(",", ""))
    if not math.isfinite(number):
        return None
    whole = number.is_integer()
    return _typed(sheet, int(number) if whole else number, NUMBER_FORMAT if whole else "General")


def _typed(sheet: Worksheet, value: float | dt.datetime, form: str) -> Cell:
    cell: Cell = WriteOnlyCell(sheet, value)
    cell.number_format = form
    return cell
