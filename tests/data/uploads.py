"""Small files as somebody would choose them, in the documented shape or a little off it."""

import io
from collections.abc import Sequence

import openpyxl

from data.records.model import ATTENDANCE_COLUMNS, TRAINING_COLUMNS

TRAINING = {
    "training_id": "T1",
    "title": "Referral",
    "level": "district",
    "date_start": "2023-05-09",
    "date_end": "2023-05-10",
    "venue": "District council hall",
    "venue_adm2_pcode": "PK634",
    "themes": "referral",
    "delivered_by": "IOM and FIA",
    "donor": "Denmark",
    "status": "held",
    "summarises": "",
}
ATTENDED = {
    "training_id": "T1",
    "adm2_pcode": "PK634",
    "agency": "Police",
    "participants_f": "2",
    "participants_m": "5",
    "participants_unspecified": "",
}


def quoted(text: object) -> str:
    return '"' + str(text).replace('"', '""') + '"'


def csv_file(columns: Sequence[str], rows: Sequence[dict]) -> bytes:
    lines = [",".join(columns)]
    lines += [",".join(quoted(row.get(column, "")) for column in columns) for row in rows]
    return ("\n".join(lines) + "\n").encode()


def trainings_csv(*changes: dict) -> bytes:
    return csv_file(TRAINING_COLUMNS, [TRAINING | change for change in changes or ({},)])


def attendance_csv(*changes: dict) -> bytes:
    return csv_file(ATTENDANCE_COLUMNS, [ATTENDED | change for change in changes or ({},)])


def workbook(
    trainings: Sequence[dict] = ({},), attendance: Sequence[dict] = ({},), **sheets: list
) -> openpyxl.Workbook:
    """Return a workbook of the two sheets; values are written as they are, numbers as numbers."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, usual, changes in (
        ("trainings", TRAINING, trainings),
        ("attendance", ATTENDED, attendance),
    ):
        sheet = book.create_sheet(name)
        sheet.append(list(usual))
        for change in changes:
            sheet.append([value or None for value in (usual | change).values()])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()
