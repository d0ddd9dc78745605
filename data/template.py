"""Workbooks of the documented shape: the template to fill in, and records to keep.

A sheet a table, as ``data.reading`` reads it; the template has beside them a sheet that
explains every column and the list of districts.
"""

import datetime as dt
import io
from collections.abc import Iterable

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.cell_rules import LONGEST_NAME, LONGEST_TEXT, MOST_IN_A_ROW
from data.model import ATTENDANCE_COLUMNS, COUNT_COLUMNS, LEVELS, TRAINING_STATUSES, Records
from data.programme import programme
from data.spreadsheet_text import text_cell
from geo import gazetteer

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
    """Return the template: the two sheets with an example, “Read me” and the districts."""
    workbook = Workbook(write_only=True)
    _write_table(workbook, "trainings", pd.DataFrame([EXAMPLE_TRAINING]))
    attendance = pd.DataFrame(list(EXAMPLE_ATTENDANCE), columns=list(ATTENDANCE_COLUMNS))
    _write_table(workbook, "attendance", attendance.astype(dict.fromkeys(COUNT_COLUMNS, "Int64")))
    _write_read_me(workbook)
    listed = gazetteer.districts()[["adm2_pcode", "name", "province"]]
    _write_table(workbook, "districts", listed)
    return _saved(workbook)


def records_workbook(records: Records) -> bytes:
    """Return records as a workbook that can be read again, with the same result."""
    workbook = Workbook(write_only=True)
    _write_table(workbook, "trainings", records.trainings)
    _write_table(workbook, "attendance", records.attendance)
    return _saved(workbook)


def _write_table(workbook: Workbook, name: str, frame: pd.DataFrame) -> None:
    """Write one sheet: a header that stays in sight, and columns as wide as their text."""
    sheet: Worksheet = workbook.create_sheet(name)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(frame.columns, start=1):
        widest = max((len(str(value)) for value in frame[column].head(200)), default=0)
        width = min(max(len(column), widest) + 2, 60)
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append(_header(sheet, frame.columns))
    for row in frame.astype(object).itertuples(index=False):
        sheet.append([_cell(sheet, value) for value in row])


def _header(sheet: Worksheet, names: Iterable[str]) -> list[Cell]:
    cells = [text_cell(sheet, name) for name in names]
    for cell in cells:
        cell.font = Font(bold=True)
    return cells


def _cell(sheet: Worksheet, value: object) -> Cell | int | None:
    """Return a cell: blank for what is not known, a date cell for a day, text as text."""
    if value is None or value is pd.NA or value is pd.NaT or value == "":
        return None
    if isinstance(value, dt.datetime):
        cell: Cell = WriteOnlyCell(sheet, value)
        cell.number_format = "yyyy-mm-dd"
        return cell
    return text_cell(sheet, value) if isinstance(value, str) else int(str(value))


def _write_read_me(workbook: Workbook) -> None:
    sheet: Worksheet = workbook.create_sheet("Read me")
    for letter, width in (("A", 14), ("B", 28), ("C", 90)):
        sheet.column_dimensions[letter].width = width
    for sentence in INTRODUCTION:
        sheet.append([text_cell(sheet, sentence)])
    sheet.append([])
    sheet.append(_header(sheet, ("sheet", "column", "what it holds")))
    for table, told in (("trainings", TRAINING_HELP), ("attendance", ATTENDANCE_HELP)):
        for column, words in told.items():
            row = [text_cell(sheet, text) for text in (table, column, words)]
            row[-1].alignment = Alignment(wrap_text=True, vertical="top")
            sheet.append(row)


def _saved(workbook: Workbook) -> bytes:
    held = io.BytesIO()
    workbook.save(held)
    return held.getvalue()
