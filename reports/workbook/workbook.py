"""The workbook of a view: what it is on a first sheet, then one sheet a figure, ready for HXL.

Every sheet has its header and a row of HXL tags that stay in sight, typed numbers and days, and
no formula: what could run in a spreadsheet is text.
"""

import io

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from data.records.model import Records, in_words
from data.records.spreadsheet_text import text_cell
from geo.districts import gazetteer
from reports.story.definitions import method
from reports.story.story import Story
from reports.words.selection import filters_in_words, selection_in_words
from reports.workbook.cells import header_cell, set_printing, set_widths, value_cell, write_about
from reports.workbook.sheets import SHEETS, Sheet

ABOUT = "About"
#: Columns of these tags are numbers, also where words for what is not one make text of them.
COUNTED = ("#reached", "#population", "#indicator", "#activity+num", "#meta")

TAG = Font(color="FF5A6068", italic=True, size=9)
LINE = Border(bottom=Side("thin", color="FFCDC7B8"))


def write_workbook(story: Story) -> bytes:
    """Return the figures of a view as an Excel workbook.

    A figure that is not known is an empty cell; 0 is 0.
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
        ("Empty cells", "Not known or not recorded, which is not 0."),
        *((word, meaning) for word, meaning in method(story)),
    ]


def _write_about(book: Workbook, story: Story, sheets: list[tuple[Sheet, int]]) -> None:
    sheet: Worksheet = book.create_sheet(ABOUT)
    rows = about(story)
    rows += [(one.name, f"{one.about}: {_rows(count)}.") for one, count in sheets]
    write_about(sheet, rows, 28, "Training coverage: the figures of a view")
    sheet.page_setup.fitToHeight = False


def _rows(count: int) -> str:
    if not count:
        return "no row in this selection"
    return f"{count:,} row{'s' if count > 1 else ''}"


def _write(book: Workbook, one: Sheet, table: pd.DataFrame, records: Records) -> None:
    sheet: Worksheet = book.create_sheet(one.name)
    sheet.freeze_panes = "C3" if one.tag(table.columns[0]) == "#adm2+code" else "B3"
    set_widths(sheet, table, _widths(one, table))
    set_printing(sheet, records.title)
    sheet.append([header_cell(sheet, heading) for heading in table.columns])
    sheet.append([_tag(sheet, one.tag(heading)) for heading in table.columns])
    counted = [one.tag(heading).startswith(COUNTED) for heading in table.columns]
    for row in table.astype(object).itertuples(index=False):
        sheet.append([value_cell(sheet, *pair) for pair in zip(row, counted, strict=True)])


def _widths(one: Sheet, table: pd.DataFrame) -> list[int]:
    """Return the widths that the tags of the columns need."""
    return [len(one.tag(heading)) for heading in table.columns]


def _tag(sheet: Worksheet, words: str) -> Cell:
    cell = text_cell(sheet, words)
    cell.font, cell.border = TAG, LINE
    return cell
