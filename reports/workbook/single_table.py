"""The workbook of a single table: the table, and on a second sheet what its records are."""

import pandas as pd
from openpyxl import Workbook

from data.records.model import Records
from reports.workbook.cells import records_rows, saved, write_about, write_table

TABLE, ABOUT = "Table", "About"


def table_workbook(table: pd.DataFrame, records: Records) -> bytes:
    """Return a table with headings for people, and what its records are, as an Excel workbook.

    Its index is left out. What is not known becomes an empty cell; 0 is 0.
    """
    book = Workbook(write_only=True)
    write_table(book, TABLE, table.rename(columns=str), records.title)
    rows = [
        *records_rows(records),
        ("Source", records.source),
        ("Empty cells", "Not known, which is not 0."),
    ]
    write_about(book.create_sheet(ABOUT), rows, width=18)
    return saved(book)
