"""The workbook of a single table: the table, and on a second sheet what its records are."""

import io

import pandas as pd
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.records.model import Records
from reports.workbook.cells import header_cell, set_printing, set_widths, value_cell, write_about

TABLE, ABOUT = "Table", "About"


def table_workbook(table: pd.DataFrame, records: Records) -> bytes:
    """Return a table as an Excel workbook; its index is left out.

    Parameters
    ----------
    table
        With headings for people. What is not known becomes an empty cell; 0 is 0.
    records
        What the table is of: their title, notice and source go with it.
    """
    book = Workbook(write_only=True)
    sheet: Worksheet = book.create_sheet(TABLE)
    sheet.freeze_panes = "A2"
    named = table.rename(columns=str)
    set_widths(sheet, named)
    set_printing(sheet, records.title)
    sheet.append([header_cell(sheet, heading) for heading in named.columns])
    for row in named.astype(object).itertuples(index=False):
        sheet.append([value_cell(sheet, value) for value in row])
    write_about(book.create_sheet(ABOUT), _about(records), width=18)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _about(records: Records) -> list[tuple[str, str]]:
    made_up = [("Illustrative", "These records are made up.")] if records.illustrative else []
    rows = [("Records", records.title), *made_up, ("Note", records.notice)]
    return [*rows, ("Source", records.source), ("Empty cells", "Not known, which is not 0.")]
