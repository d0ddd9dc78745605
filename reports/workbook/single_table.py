"""The workbook of a single table: the table, and on a second sheet what its records are."""

import pandas as pd
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.records.model import Records
from reports.workbook.cells import (
    header_cell,
    records_rows,
    saved,
    set_printing,
    set_widths,
    write_about,
    write_rows,
)

TABLE, ABOUT = "Table", "About"


def table_workbook(table: pd.DataFrame, records: Records) -> bytes:
    """Return a table with headings for people, and what its records are, as an Excel workbook.

    Its index is left out. What is not known becomes an empty cell; 0 is 0.
    """
    book = Workbook(write_only=True)
    sheet: Worksheet = book.create_sheet(TABLE)
    sheet.freeze_panes = "A2"
    named = table.rename(columns=str)
    set_widths(sheet, named)
    set_printing(sheet, records.title)
    sheet.append([header_cell(sheet, heading) for heading in named.columns])
    write_rows(sheet, named, [False] * len(named.columns))
    rows = [
        *records_rows(records),
        ("Source", records.source),
        ("Empty cells", "Not known, which is not 0."),
    ]
    write_about(book.create_sheet(ABOUT), rows, width=18)
    return saved(book)
