"""The workbook of a view: what it is on a first sheet, then one sheet a figure, ready for HXL.

Every sheet has its header and a row of HXL tags that stay in sight, typed numbers and days, and
no formula: what could run in a spreadsheet is text.
"""

import pandas as pd
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.records.model import Records, in_words
from geo.districts import gazetteer
from reports.story.definitions import method
from reports.story.story import Story
from reports.words.counts import counted
from reports.words.selection import selection_in_words
from reports.workbook.cells import records_rows, saved, write_about, write_table
from reports.workbook.sheets import SHEETS, Sheet

ABOUT = "About"


def write_workbook(story: Story) -> bytes:
    """Return the figures of a view as an Excel workbook.

    A figure that is not known is an empty cell; 0 is 0.
    """
    tables = [(sheet, sheet.table(story)) for sheet in SHEETS]
    book = Workbook(write_only=True)
    _write_about(book, story, [(sheet, len(table)) for sheet, table in tables])
    for sheet, table in tables:
        tags = [sheet.tag(heading) for heading in table.columns]
        write_table(book, sheet.name, table, story.figures.records.title, tags)
    return saved(book)


def about(story: Story) -> list[tuple[str, str]]:
    """Return what the workbook is, in pairs of a word and what is said of it."""
    records, selection = story.figures.records, story.figures.selection
    return [
        *records_rows(records),
        ("Data as of", in_words(selection.as_of)),
        ("This view", selection_in_words(selection)),
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


def table_workbook(table: pd.DataFrame, records: Records) -> bytes:
    """Return a table with headings for people, and what its records are, as an Excel workbook.

    Its index is left out. What is not known becomes an empty cell; 0 is 0.
    """
    book = Workbook(write_only=True)
    write_table(book, "Table", table.rename(columns=str), records.title)
    rows = [
        *records_rows(records),
        ("Source", records.source),
        ("Empty cells", "Not known, which is not 0."),
    ]
    write_about(book.create_sheet(ABOUT), rows, width=18)
    return saved(book)
