"""Workbooks of the documented shape: the template to fill in, and records to keep.

A sheet a table, as ``data.sheets`` reads it; the template has beside them a sheet that
explains every column and the list of districts.
"""

import datetime as dt

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from data.records.model import ATTENDANCE_COLUMNS, COUNT_COLUMNS, LEVELS, TRAINING_STATUSES, Records
from data.records.programme import programme
from data.records.rules import LONGEST_NAME, LONGEST_TEXT, MOST_IN_A_ROW
from data.records.spreadsheet_text import text_cell
from data.writing.optional_template import FURTHER_HELP, further_examples
from data.writing.table_sheets import header_cells, saved, write_table
from geo.districts import gazetteer

#: What each column holds, in the words of the template.
TRAINING_HELP = {
    "training_id": "A short name of your own for the training, different for each.",
    "title": "What the training is called.",
    "level": f"One of: {', '.join(LEVELS)}.",
    "date_start": "First day, written as 2023-09-25 or as a date cell.",
    "date_end": "Last day; the same as the first for a training of one day.",
    "venue": "Where it took place, in words. May be blank.",
    "venue_adm2_pcode": "P-code of the district where it took place. May be blank.",
    "themes": "What it was about, separated by semicolons. May be blank.",
    "delivered_by": "Who gave it. May be blank.",
    "donor": "Who paid for it. May be blank.",
    "status": f"One of: {', '.join(TRAINING_STATUSES)}.",
    "summarises": "Blank for a single training. Where a row stands for several that are known "
    "only together, how many. The column may be left out.",
}
_COUNT_HELP = (
    f"A whole number up to {MOST_IN_A_ROW:,}. Blank: not recorded. 0: nobody. "
    "The two are kept apart."
)
ATTENDANCE_HELP = {
    "training_id": "The training_id of the sheet trainings.",
    "adm2_pcode": "P-code of the home district: where the participants serve, not where the "
    "training took place. Blank where it is not recorded.",
    "agency": f"The agency they serve in. The programme's own: {', '.join(programme().agencies)}. "
    "Another is kept under the name you write.",
    "participants_f": f"Women. {_COUNT_HELP}",
    "participants_m": f"Men. {_COUNT_HELP}",
    "participants_unspecified": f"Participants whose sex is not recorded. {_COUNT_HELP}",
}
INTRODUCTION = (
    "Fill in the sheets trainings and attendance, and choose this workbook under “Your records”.",
    "One row of attendance is one training, one home district and one agency.",
    "The rows that begin with EXAMPLE show how; delete them.",
    "The sheets assessments, committees, targets and layers are for those who have such figures. "
    "Leave them blank, or out, where you have none: the dashboard then says that nothing is "
    "recorded, and not that it is zero. In them a row that begins with EXAMPLE is never taken in.",
    "Write no names, identity card numbers, phone numbers or e-mail addresses: the records count "
    "people. A row that seems to hold one is not taken in, and other columns are dropped.",
    f"Texts may have {LONGEST_TEXT} characters; training_id, agency and donor {LONGEST_NAME}.",
    "Districts that were made after the list of the sheet districts are counted in the district "
    "they were part of.",
)

EXAMPLE_TRAINING = {
    "training_id": "EXAMPLE-1",
    "title": "Example: identification and referral of victims",
    "level": "district",
    "date_start": dt.datetime(2023, 2, 14),  # noqa: DTZ001 - a day has no time zone
    "date_end": dt.datetime(2023, 2, 15),  # noqa: DTZ001
    "venue": "Deputy Commissioner's office",
    "venue_adm2_pcode": "PK634",
    "themes": "identification; referral",
    "delivered_by": "IOM and FIA",
    "donor": "Denmark",
    "status": "held",
    "summarises": None,
}
EXAMPLE_ATTENDANCE = (
    ("EXAMPLE-1", "PK634", "Police", 2, 6, 0),
    ("EXAMPLE-1", "PK610", "Social Welfare Department", None, None, 3),
)


def template_workbook() -> bytes:
    """Return the template: a sheet a table with an example, “Read me” and the districts."""
    workbook = Workbook(write_only=True)
    write_table(workbook, "trainings", pd.DataFrame([EXAMPLE_TRAINING]))
    attendance = pd.DataFrame(list(EXAMPLE_ATTENDANCE), columns=list(ATTENDANCE_COLUMNS))
    write_table(workbook, "attendance", attendance.astype(dict.fromkeys(COUNT_COLUMNS, "Int64")))
    for name, examples in further_examples().items():
        write_table(workbook, name, examples)
    _write_read_me(workbook)
    listed = gazetteer.districts()[["adm2_pcode", "name", "province"]]
    write_table(workbook, "districts", listed)
    return saved(workbook)


def records_workbook(records: Records) -> bytes:
    """Return records as a workbook that can be read again, with the same result."""
    workbook = Workbook(write_only=True)
    write_table(workbook, "trainings", records.trainings)
    write_table(workbook, "attendance", records.attendance)
    for name, table in records.further.items():
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
    helps = {"trainings": TRAINING_HELP, "attendance": ATTENDANCE_HELP, **FURTHER_HELP}
    for table, told in helps.items():
        for column, words in told.items():
            row = [text_cell(sheet, text) for text in (table, column, words)]
            row[-1].alignment = Alignment(wrap_text=True, vertical="top")
            sheet.append(row)
