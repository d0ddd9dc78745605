"""Records out again: CSV files, a workbook, and the 5W layout of the humanitarian sector.

What can run in a spreadsheet is text in all of them. The CSV files and the workbook have the
documented columns, so that reading them again gives the same figures.
"""

import datetime as dt
import io

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.model import ATTENDANCE_COLUMNS, COUNT_COLUMNS, TRAINING_COLUMNS, Records, in_words
from data.spreadsheet_text import csv_bytes, text_cell
from geo import gazetteer

#: A sheet of a workbook ends there.
MOST_ROWS = 1_048_576
WIDEST = 60
DAY_FORMAT = "yyyy-mm-dd"

TRAINING_TAGS = dict(
    zip(
        TRAINING_COLUMNS,
        (
            "#activity+id",
            "#activity+name",
            "#activity+level",
            "#date+start",
            "#date+end",
            "#loc+venue+name",
            "#adm2+venue+code",
            "#activity+theme",
            "#org+impl",
            "#org+funding",
            "#status",
            "#activity+num",
        ),
        strict=True,
    )
)
ATTENDANCE_TAGS = dict(
    zip(
        ATTENDANCE_COLUMNS,
        (
            "#activity+id",
            "#adm2+code",
            "#beneficiary+org",
            "#reached+f",
            "#reached+m",
            "#reached+unspecified",
        ),
        strict=True,
    )
)
#: The columns of the 5W layout and their tags: who, what, where, when, for whom.
FIVE_W_TAGS = {
    "implementing_partner": "#org+impl",
    "donor": "#org+funding",
    "activity_id": "#activity+id",
    "activity": "#activity+name",
    "themes": "#activity+theme",
    "level": "#activity+level",
    "status": "#status",
    "adm1_pcode": "#adm1+code",
    "adm1_name": "#adm1+name",
    "adm2_pcode": "#adm2+code",
    "adm2_name": "#adm2+name",
    "date_start": "#date+start",
    "date_end": "#date+end",
    "agency": "#beneficiary+org",
    "reached_f": "#reached+f",
    "reached_m": "#reached+m",
    "reached_unspecified": "#reached+unspecified",
    "reached": "#reached",
}


def csv_files(records: Records) -> dict[str, bytes]:
    """Return the two tables as CSV files, and a text that says what they are, by file name."""
    about = "\r\n".join(f"{name}: {words}" for name, words in _about(records).items())
    return {
        "trainings.csv": csv_bytes(records.trainings),
        "attendance.csv": csv_bytes(records.attendance),
        "about.txt": f"{about}\r\n".encode("utf-8-sig"),
    }


def workbook(records: Records, *, tags: bool = True) -> bytes:
    """Return the two tables as a workbook: headers that stay in sight, days and numbers typed.

    Parameters
    ----------
    tags
        Whether a row of HXL tags stands under each header; it is understood when it is read.

    Raises
    ------
    ValueError
        If a table has more rows than a sheet can hold.
    """
    sheets = {
        "trainings": (records.trainings, TRAINING_TAGS if tags else {}),
        "attendance": (records.attendance, ATTENDANCE_TAGS if tags else {}),
    }
    return _saved(sheets, records)


def five_w_workbook(records: Records) -> bytes:
    """Return the 5W layout as a workbook with a row of HXL tags; ``ValueError`` as above."""
    return _saved({"5W": (five_w(records), FIVE_W_TAGS)}, records)


def five_w_csv(records: Records) -> bytes:
    """Return the 5W layout as a CSV file with a row of HXL tags under the header."""
    frame = five_w(records)
    for column in ("date_start", "date_end"):
        frame[column] = frame[column].dt.strftime("%Y-%m-%d")
    tags = pd.DataFrame([FIVE_W_TAGS])
    return csv_bytes(pd.concat([tags, frame.astype(object)], ignore_index=True))


def five_w(records: Records) -> pd.DataFrame:
    """Return who did what where, when and for whom: one row a row of attendance.

    The place is the home district, where the participants serve. ``reached`` is the sum of the
    recorded counts, blank where none is. A training without attendance has one row, with no
    place and no count.
    """
    listed = gazetteer.districts()[["adm2_pcode", "name", "adm1_pcode", "province"]]
    rows = records.trainings.merge(records.attendance, on="training_id", how="left")
    rows = rows.merge(listed, on="adm2_pcode", how="left")
    counts = rows[list(COUNT_COLUMNS)].astype("Int64")
    told = {
        "implementing_partner": rows["delivered_by"],
        "activity_id": rows["training_id"],
        "activity": rows["title"],
        "adm1_name": rows["province"],
        "adm2_name": rows["name"],
        **{f"reached_{sex}": counts[f"participants_{sex}"] for sex in ("f", "m", "unspecified")},
        "reached": counts.sum(axis="columns", min_count=1).astype("Int64"),
    }
    frame = rows.assign(**told)[list(FIVE_W_TAGS)]
    texts = frame.columns[frame.dtypes == "str"]
    return frame.assign(**{column: frame[column].fillna("") for column in texts})


def _about(records: Records) -> dict[str, str]:
    return {
        "Records": records.title,
        "Data as of": in_words(records.as_of),
        "Source": records.source,
        "Note": records.notice,
    }


def _saved(sheets: dict[str, tuple[pd.DataFrame, dict[str, str]]], records: Records) -> bytes:
    for name, (frame, tags) in sheets.items():
        if len(frame) + bool(tags) + 1 > MOST_ROWS:
            what = f"{name}: {len(frame):,} rows are more than a sheet can hold; use CSV"
            raise ValueError(what)
    book = Workbook(write_only=True)
    for name, (frame, tags) in sheets.items():
        _write(book, name, frame, tags)
    about = pd.DataFrame(_about(records).items(), columns=["what", "words"])
    _write(book, "about", about, {})
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _write(book: Workbook, name: str, frame: pd.DataFrame, tags: dict[str, str]) -> None:
    """Write one sheet; its header, and the tags under it, stay in sight."""
    sheet: Worksheet = book.create_sheet(name)
    sheet.freeze_panes = "A3" if tags else "A2"
    for number, column in enumerate(frame.columns, start=1):
        widest = max((len(str(value)) for value in frame[column].head(200)), default=0)
        width = min(max(len(column), len(tags.get(column, "")), widest) + 2, WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = width
    header = [text_cell(sheet, column) for column in frame.columns]
    for cell in header:
        cell.font = Font(bold=True)
    sheet.append(header)
    if tags:
        sheet.append([text_cell(sheet, tags[column]) for column in frame.columns])
    for row in frame.astype(object).itertuples(index=False):
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: Worksheet, value: object) -> Cell | int | None:
    """Return a cell: blank for what is not known, a day as a date, a text as text."""
    if value is None or value is pd.NA or value is pd.NaT or value == "":
        return None
    if isinstance(value, dt.datetime):
        cell: Cell = WriteOnlyCell(sheet, value)
        cell.number_format = DAY_FORMAT
        return cell
    return text_cell(sheet, value) if isinstance(value, str) else int(str(value))
