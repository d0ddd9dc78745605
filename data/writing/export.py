"""Records out again: CSV files, a workbook, and the 5W layout of the humanitarian sector.

What can run in a spreadsheet is text in all of them. The CSV files and the workbook have the
documented columns, so that reading them again gives the same figures.
"""

import pandas as pd
from openpyxl import Workbook

from data.records.errors import Refusal
from data.records.model import COUNT_COLUMNS, Records, in_words
from data.records.public_edition import NOT_PROTECTED
from data.records.spreadsheet_text import csv_bytes
from data.records.tables import TABLES
from data.writing.table_sheets import saved, write_table
from geo.districts import gazetteer
from geo.districts.larger_places import home_names, provinces_of_places
from geo.words.catalogue import _

#: A sheet of a workbook ends there.
MOST_ROWS = 1_048_576

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
    """Return each table as a CSV file, and a text that says what they are, by file name."""
    about = "\r\n".join(f"{name}: {words}" for name, words in _about(records).items())
    files = {f"{name}.csv": csv_bytes(table) for name, table in records.tables.items()}
    return files | {"about.txt": f"{about}\r\n".encode("utf-8-sig")}


def note(records: Records) -> dict[str, bytes]:
    """Return what a public edition is and does not protect, and its notice for who serves it."""
    limits = "\n".join(f"- {sentence}" for sentence in NOT_PROTECTED)
    hosted = _(
        "Anybody may host these files. A dashboard shows them where TRAINING_RECORDS is their "
        "folder."
    )
    heading = _("What a public edition does not protect")
    parts = (f"# {records.title}", records.full_notice, hosted, f"## {heading}", f"{limits}\n")
    return {
        "README.md": "\n\n".join(parts).encode(),
        "notice.txt": f"{records.full_notice}\n".encode(),
    }


def workbook(records: Records, *, tags: bool = True) -> bytes:
    """Return the tables as a workbook: headers that stay in sight, days and numbers typed.

    ``tags``: whether a row of HXL tags stands under each header; it is understood when it is read.

    Raises
    ------
    ValueError
        If a table has more rows than a sheet can hold.
    """
    sheets = {
        name: (table, {n: one.tag for n, one in TABLES[name].items()} if tags else {})
        for name, table in records.tables.items()
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

    The place is the home district, where the participants serve, or a larger place where it is
    known no closer. ``reached`` is the sum of the
    recorded counts, blank where none is. A training without attendance has one row, with no
    place and no count. Assessments, committees, targets, layers and inputs have no place in
    this layout.
    """
    rows = records.trainings.merge(records.attendance, on="training_id", how="left")
    provinces = rows["adm2_pcode"].map(provinces_of_places())
    counts = rows[list(COUNT_COLUMNS)].astype("Int64")
    columns = {
        "implementing_partner": rows["delivered_by"],
        "activity_id": rows["training_id"],
        "activity": rows["title"],
        "adm1_pcode": provinces,
        "adm1_name": provinces.map(gazetteer.provinces()),
        "adm2_name": rows["adm2_pcode"].map(home_names()),
        **{f"reached_{sex}": counts[f"participants_{sex}"] for sex in ("f", "m", "unspecified")},
        "reached": counts.sum(axis="columns", min_count=1).astype("Int64"),
    }
    frame = rows.assign(**columns)[list(FIVE_W_TAGS)]
    texts = frame.columns[frame.dtypes == "str"]
    return frame.assign(**{column: frame[column].fillna("") for column in texts})


def _about(records: Records) -> dict[str, str]:
    return {
        "Records": records.title,
        "Data as of": in_words(records.as_of),
        "Source": records.source,
        "Note": records.full_notice,
    }


def _saved(sheets: dict[str, tuple[pd.DataFrame, dict[str, str]]], records: Records) -> bytes:
    for name, (frame, tags) in sheets.items():
        if len(frame) + bool(tags) + 1 > MOST_ROWS:
            what = _("{rows:,} rows are more than a sheet can hold.").format(rows=len(frame))
            raise Refusal(what, name, _("Take CSV files."))
    book = Workbook(write_only=True)
    for name, (frame, tags) in sheets.items():
        write_table(book, name, frame, tags)
    about = pd.DataFrame(_about(records).items(), columns=["what", "words"])
    write_table(book, "about", about)
    return saved(book)
