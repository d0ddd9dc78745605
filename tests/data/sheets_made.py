"""Files as the field has them, made up: nobody in them is anybody."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date

import openpyxl
import pandas as pd

from data.checking.check import Checked
from data.understanding.understand import Understood, understand

TODAY = date(2024, 1, 1)
GROUPS = ("Training ID", "Training title", "Start date", "District", "Department", "Female", "Male")
GROUP = ("T1", "Referral", "2023-05-09", "Sialkot", "Police", "2", "5")
PERSONS = ("S.No", "Name", "CNIC", "Mobile", "Designation", "Department", "District", "Sex",
           "Training", "Date")  # fmt: skip


def person(number: int, **changes: str) -> list[str]:
    """Return a row of somebody who is plainly made up."""
    row = {
        "S.No": str(number),
        "Name": f"Made-up Person Number {number}",
        "CNIC": f"00000-{number:07d}-0",
        "Mobile": f"0300-{number:07d}",
        "Designation": "Officer",
        "Department": "Police",
        "District": "Sialkot",
        "Sex": "Male",
        "Training": "Referral",
        "Date": "2023-05-09",
    }
    return list((row | changes).values())


def text_of(rows: Sequence[Sequence[str]], separator: str = ",") -> str:
    def cell(text: str) -> str:
        return f'"{text}"' if separator in text or "\n" in text else text

    return "\n".join(separator.join(map(cell, row)) for row in rows) + "\n"


def csv_of(*rows: Sequence[str], header: Sequence[str] = GROUPS) -> bytes:
    return text_of([header, *rows]).encode()


def groups(*changes: dict[str, str], header: Sequence[str] = GROUPS) -> bytes:
    """Return a CSV file of groups; each change is to a usual row, by the name of its column."""
    usual = dict(zip(GROUPS, GROUP, strict=True))
    return csv_of(*[[(usual | one).get(name, "") for name in header] for one in changes or [{}]],
                  header=header)  # fmt: skip


def workbook_of(sheets: dict[str, Sequence[Sequence[object]]], hidden: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        if name in hidden:
            sheet.sheet_state = "hidden"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def ods_of(rows: str, *, encrypted: bool = False, kind: str = "spreadsheet") -> bytes:
    """Return an OpenDocument spreadsheet whose one table has these rows of XML."""
    content = (
        '<?xml version="1.0"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">'
        "<office:body><office:spreadsheet>"
        f'<table:table table:name="Groups">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = "<manifest><encryption-data/></manifest>" if encrypted else "<manifest/>"
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", manifest)
    return held.getvalue()


def ods_rows(*rows: Sequence[str]) -> str:
    return "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p>'
            "</table:table-cell>"
            for text in row
        )
        + "</table:table-row>"
        for row in rows
    )


def understood(*files: bytes, **options: object) -> Understood:
    found = understand(files, TODAY, **options)
    assert isinstance(found, Understood), found
    balance(found.checked)
    return found


def checked(*files: bytes, **options: object) -> Checked:
    return understood(*files, **options).checked


def balance(found: Checked) -> None:
    """Every row and every participant is somewhere, and nowhere twice."""
    for name, table in found.tables.items():
        parts = [set(one["row"]) for one in (table.problems, table.duplicates, table.set_aside)]
        assert table.rows_in == table.rows_accepted + sum(map(len, parts)), name
        assert len(set.union(*parts)) == sum(map(len, parts)), name
    counts = ["participants_f", "participants_m", "participants_unspecified"]
    assert found.participants_accepted == found.attendance[counts].sum().sum()
    assert found.participants_in >= found.participants_accepted


def accepted(found: Checked) -> dict[str, int]:
    """Return how many rows of each table of the file were taken in."""
    return {name: table.rows_accepted for name, table in found.tables.items()}


def of_all(found: Checked, part: str) -> pd.DataFrame:
    """Return the ``duplicates`` or the rows ``set_aside`` of all tables."""
    parts = [getattr(table, part).assign(table=name) for name, table in found.tables.items()]
    return pd.concat([one for one in parts if len(one)] or parts[:1], ignore_index=True)


def reasons(found: Checked) -> list[str]:
    return found.problems["reason"].to_list()


def counts(found: Checked) -> list[tuple]:
    return [tuple(row) for row in found.attendance.astype(object).itertuples(index=False)]
