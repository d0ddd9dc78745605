"""The workbook of a view: what it is on a first sheet, then one sheet a figure, ready for HXL.

Every sheet has its header and a row of HXL tags that stay in sight, typed numbers and days, and
no formula: what could run in a spreadsheet is text.
"""

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from data.records.model import Records, in_words
from data.records.spreadsheet_text import text_cell
from geo.districts import gazetteer
from reports.story.definitions import method
from reports.story.story import Story
from reports.words.counts import counted
from reports.words.selection import filters_in_words, selection_in_words
from reports.workbook.cells import (
    header_cell,
    records_rows,
    saved,
    set_printing,
    set_widths,
    write_about,
    write_rows,
)
from reports.workbook.sheets import SHEETS, TAGS, Sheet

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
    return saved(book)


def about(story: Story) -> list[tuple[str, str]]:
    """Return what the workbook is, in pairs of a word and what is said of it."""
    records, selection = story.figures.records, story.figures.selection
    filters = filters_in_words(selection) or (selection_in_words(selection),)
    return [
        *records_rows(records),
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
    for one, count in sheets:
        size = counted(count, "row") if count else "no row in this selection"
        rows.append((one.name, f"{one.about}: {size}."))
    write_about(sheet, rows, 28, "Training coverage: the figures of a view")
    sheet.page_setup.fitToHeight = False


def _write(book: Workbook, one: Sheet, table: pd.DataFrame, records: Records) -> None:
    sheet: Worksheet = book.create_sheet(one.name)
    tags = [one.tag(heading) for heading in table.columns]
    sheet.freeze_panes = "C3" if tags[0] == TAGS["P-code"] else "B3"
    set_widths(sheet, table, [len(tag) for tag in tags])
    set_printing(sheet, records.title)
    sheet.append([header_cell(sheet, heading) for heading in table.columns])
    tag_cells = [text_cell(sheet, tag) for tag in tags]
    for cell in tag_cells:
        cell.font, cell.border = TAG, LINE
    sheet.append(tag_cells)
    write_rows(sheet, table, [tag.startswith(COUNTED) for tag in tags])
