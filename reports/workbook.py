"""The workbook of a view: what it is on a first sheet, then one sheet a figure, ready for HXL.

Every sheet has its header and a row of HXL tags that stay in sight, typed numbers and days, and
no formula: what could run in a spreadsheet is text.
"""

import datetime as dt
import io
import re

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from data.model import Records, in_words
from data.spreadsheet_text import text_cell
from geo import gazetteer
from reports.brief_method import method
from reports.selection_words import filters_in_words, selection_in_words
from reports.story import Story
from reports.workbook_sheets import SHEETS, Sheet

ABOUT = "About"
NARROWEST, WIDEST = 9, 44
DAY_FORMAT, NUMBER_FORMAT = "yyyy-mm-dd", "#,##0"
#: Columns of these tags are numbers, also where a withheld count makes text of the column.
COUNTED = ("#reached", "#population", "#indicator", "#activity+num", "#meta")

HEADER = Font(bold=True, color="FFFFFFFF")
HEADER_FILL = PatternFill("solid", start_color="FF1F4E79")
TAG = Font(color="FF5A6068", italic=True, size=9)
LINE = Border(bottom=Side("thin", color="FFCDC7B8"))


def write_workbook(story: Story) -> bytes:
    """Return the figures of a view as an Excel workbook.

    A figure that is not known is an empty cell; 0 is 0; what a public view withholds is in
    words (``<5``, ``withheld``).
    """
    tables = [(sheet, sheet.table(story)) for sheet in SHEETS]
    book = Workbook(write_only=True)
    _write_about(book, story, [(sheet, len(table)) for sheet, table in tables])
    for sheet, table in tables:
        _write(book, sheet, table, story.figures.records)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def about(story: Story) -> list[tuple[str, str]]:
    """Return what the workbook is, in pairs of a word and what is said of it."""
    records, selection = story.figures.records, story.figures.selection
    filters = filters_in_words(selection) or (selection_in_words(selection),)
    return [
        ("Records", records.title),
        *([("Illustrative", "These records are made up.")] if records.illustrative else []),
        ("Note", records.notice),
        ("Data as of", in_words(selection.as_of)),
        *(("Filters", words) for words in filters),
        ("Source", records.source),
        ("Districts", f"{gazetteer.VINTAGE} (OCHA), {len(gazetteer.districts()):,} districts"),
        *([("Withheld", _withheld(records))] if records.suppress_below else []),
        ("Empty cells", "Not known or not recorded, which is not 0."),
        *((word, meaning) for word, meaning in method(story)),
    ]


def _withheld(records: Records) -> str:
    return (
        f"A public view: participants of an agency from a district are not shown under "
        f"{records.suppress_below:,}, nor is a second count that would tell them."
    )


def _write_about(book: Workbook, story: Story, sheets: list[tuple[Sheet, int]]) -> None:
    sheet: Worksheet = book.create_sheet(ABOUT)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 28, 100
    heading = text_cell(sheet, "Training coverage: the figures of a view")
    heading.font = Font(bold=True, size=15)
    sheet.append([heading])
    rows = about(story)
    rows += [(one.name, f"{one.about}: {_rows(count)}.") for one, count in sheets]
    for word, words in rows:
        cells = [text_cell(sheet, word), text_cell(sheet, words)]
        cells[0].font = Font(bold=True)
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.append(cells)
    sheet.page_setup.fitToHeight = False


def _rows(count: int) -> str:
    if not count:
        return "no row in this selection"
    return f"{count:,} row{'s' if count > 1 else ''}"


def _write(book: Workbook, one: Sheet, table: pd.DataFrame, records: Records) -> None:
    sheet: Worksheet = book.create_sheet(one.name)
    sheet.freeze_panes = "C3" if one.tag(table.columns[0]) == "#adm2+code" else "B3"
    _set_widths(sheet, one, table)
    _set_printing(sheet, records)
    sheet.append([_header(sheet, heading) for heading in table.columns])
    sheet.append([_tag(sheet, one.tag(heading)) for heading in table.columns])
    counted = [one.tag(heading).startswith(COUNTED) for heading in table.columns]
    for row in table.astype(object).itertuples(index=False):
        sheet.append([_cell(sheet, *pair) for pair in zip(row, counted, strict=True)])


def _set_widths(sheet: Worksheet, one: Sheet, table: pd.DataFrame) -> None:
    for number, heading in enumerate(table.columns, start=1):
        lengths = [len(str(value)) for value in table.iloc[:, number - 1].head(500)]
        widest = max([*lengths, len(one.tag(heading)), len(heading) * 0.7])
        width = min(max(widest + 2, NARROWEST), WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = width


def _set_printing(sheet: Worksheet, records: Records) -> None:
    """Print across, as wide as the page, the header on each; below it what the records are."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = False
    sheet.print_title_rows = "1:1"
    footer = HeaderFooterItem()
    footer.left.text = records.title.replace("&", "&&")
    footer.right.text = "&P / &N"
    sheet.HeaderFooter.oddFooter = footer


def _header(sheet: Worksheet, words: str) -> Cell:
    cell = text_cell(sheet, words)
    cell.font, cell.fill = HEADER, HEADER_FILL
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    return cell


def _tag(sheet: Worksheet, words: str) -> Cell:
    cell = text_cell(sheet, words)
    cell.font, cell.border = TAG, LINE
    return cell


def _cell(sheet: Worksheet, value: object, counted: bool) -> Cell | None:
    """Return a cell: blank for what is not known, a day as a day, a number as a number."""
    if value is None or value is pd.NA or value is pd.NaT or value == "" or value != value:
        return None
    if isinstance(value, dt.date):
        return _typed(sheet, dt.datetime(value.year, value.month, value.day), DAY_FORMAT)  # noqa: DTZ001 - a day, in no zone
    if isinstance(value, str) and not (counted and re.fullmatch(r"\d[\d,]*", value)):
        return text_cell(sheet, value)
    number = float(str(value).replace(",", ""))
    whole = number.is_integer()
    return _typed(sheet, int(number) if whole else number, NUMBER_FORMAT if whole else "General")


def _typed(sheet: Worksheet, value: float | dt.datetime, form: str) -> Cell:
    cell: Cell = WriteOnlyCell(sheet, value)
    cell.number_format = form
    return cell
