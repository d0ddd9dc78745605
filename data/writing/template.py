"""Workbooks of the documented shape: the template to fill in, and records to keep.

A sheet a table, as ``data.sheets`` reads it; the template has beside them a sheet that
explains every column and the list of districts.
"""

import datetime as dt

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from data.records.model import Records
from data.records.rules import LONGEST_NAME, LONGEST_TEXT
from data.records.spreadsheet_text import text_cell
from data.records.tables import TABLES
from data.writing.table_sheets import header_cells, saved, write_table
from geo.districts import gazetteer

INTRODUCTION = (
    "Fill in the sheets trainings and attendance, and choose this workbook under “Your records”.",
    "One row of attendance is one training, one home district and one agency.",
    "The rows that begin with EXAMPLE show how; delete them.",
    "The sheets assessments, committees, targets, layers and inputs are for those who have them. "
    "Leave them blank, or out, where you have none: the dashboard then says that nothing is "
    "recorded, and not that it is zero. In them a row that begins with EXAMPLE is never taken in.",
    "Write no names, identity card numbers, phone numbers or e-mail addresses: the records count "
    "people. A row that seems to hold one is not taken in, and other columns are dropped.",
    f"Texts may have {LONGEST_TEXT} characters; training_id, agency and donor {LONGEST_NAME}.",
    "Districts that were made after the list of the sheet districts are counted in the district "
    "they were part of.",
)

#: By table, rows that show how it is filled in.
EXAMPLES: dict[str, list[tuple]] = {
    "trainings": [
        (
            "EXAMPLE-1",
            "Example: identification and referral of victims",
            "district",
            dt.datetime(2023, 2, 14),  # noqa: DTZ001 - a day has no time zone
            dt.datetime(2023, 2, 15),  # noqa: DTZ001
            "Deputy Commissioner's office",
            "PK634",
            "identification; referral",
            "IOM and FIA",
            "Denmark",
            "held",
            None,
        )
    ],
    "attendance": [
        ("EXAMPLE-1", "PK634", "Police", 2, 6, 0),
        ("EXAMPLE-1", "PK610", "Social Welfare Department", None, None, 3),
    ],
    "assessments": [("EXAMPLE-1", 17, 11.2, 15.4, 3.1, 20), ("EXAMPLE-2", 0, 10.0, 14.5, None, 20)],
    "committees": [
        ("EXAMPLE: district", "PK6", "PK634", "yes", dt.datetime(2023, 5, 9)),  # noqa: DTZ001
        ("EXAMPLE: provincial", "PK6", None, "unknown", None),
    ],
    "targets": [("EXAMPLE: PK634", 24), ("EXAMPLE: PK610", 0)],
    "layers": [
        ("EXAMPLE: PK634", "Vulnerability index", 41.5, "index, 0 to 100", 2022, "Who published it")
    ],
    "inputs": [
        (
            "EXAMPLE-1",
            "referral",
            "Shelters are not told when a victim is on the way.",
            "Social Welfare Department",
            "followed up on",
            "EXAMPLE-2",
            dt.datetime(2023, 5, 9),  # noqa: DTZ001
        ),
        ("EXAMPLE-1", "law", "The forms cite a repealed act.", "FIA", "open", None, None),
    ],
}


def template_workbook() -> bytes:
    """Return the template: a sheet a table with an example, “Read me” and the districts."""
    workbook = Workbook(write_only=True)
    for name, rows in EXAMPLES.items():
        write_table(workbook, name, pd.DataFrame(rows, columns=list(TABLES[name]), dtype=object))
    _write_read_me(workbook)
    listed = gazetteer.districts()[["adm2_pcode", "name", "province"]]
    write_table(workbook, "districts", listed)
    return saved(workbook)


def records_workbook(records: Records) -> bytes:
    """Return records as a workbook that can be read again, with the same result."""
    workbook = Workbook(write_only=True)
    for name, table in records.tables.items():
        write_table(workbook, name, table)
    return saved(workbook)


def _write_read_me(workbook: Workbook) -> None:
    sheet: Worksheet = workbook.create_sheet("Read me")
    for letter, width in (("A", 14), ("B", 28), ("C", 90)):
        sheet.column_dimensions[letter].width = width
    for sentence in INTRODUCTION:
        sheet.append([text_cell(sheet, sentence)])
    sheet.append([])
    sheet.append(header_cells(sheet, ("sheet", "column", "what it holds")))
    for table, columns in TABLES.items():
        for name, column in columns.items():
            row = [text_cell(sheet, text) for text in (table, name, column.holds)]
            row[-1].alignment = Alignment(wrap_text=True, vertical="top")
            sheet.append(row)
