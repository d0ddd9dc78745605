"""Small files to begin from: tables as the field keeps them, in each kind of file that is read.

They are made here, part by part, so that a part can be damaged before it is packed. Nobody in
them is anybody.
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from data.records.model import ATTENDANCE_COLUMNS, TRAINING_COLUMNS
from data.writing.template import template_workbook

#: No library of this project writes this kind of file: a small one is kept.
OLD_WORKBOOK = Path(__file__).parents[2] / "tests" / "data" / "files" / "made_up_groups.xls"
Rows = Sequence[Sequence[str]]

TRAINING = ("T1", "Referral", "district", "2023-05-09", "2023-05-10", "Hall", "PK634", "referral",
            "IOM and FIA", "Denmark", "held", "")  # fmt: skip
GROUPS: Rows = (
    ("Training ID", "Training title", "Start date", "District", "Department", "Female", "Male"),
    ("T1", "Referral", "2023-05-09", "Sialkot", "Police", "2", "5"),
    ("T1", "Referral", "2023-05-09", "Swat", "Traffic Police", "", "1,200"),
    ("T2", "Identification", "05/06/2023", "Karachi", "Home Department", "0", "3"),
    ("", "", "", "", "Total", "2", "1,208"),
)
PERSONS: Rows = (
    ("S.No", "Name", "CNIC", "Designation", "Department", "District", "Sex", "Training", "Date"),
    ("1", "Made-up A", "00000-0000001-0", "SHO", "Police", "Sialkot", "F", "Referral",
     "9 May 2023"),
    ("2", "Made-up B", "00000-0000002-0", "Clerk", "", "Nowhere", "Male", "Referral", "45055"),
)  # fmt: skip
TWO_ROWS: Rows = (
    ("Attendance of the trainings", "", "", "", "", ""),
    ("", "", "", "", "", ""),
    ("Training", "Date", "District", "Department", "Participants", ""),
    ("", "", "", "", "Female", "Male"),
    ("Referral", "2023-05-09", "ضلع سوات", "محکمہ صحت", "2", "5"),
)
TAGGED: Rows = (
    ("Activity", "When", "Where", "Who", "Women"),
    ("#activity+name", "#date+start", "#adm2+name", "#beneficiary+org", "#reached+f"),
    ("Referral", "2023-05-09", "Swat", "FIA", "3"),
)
REPEATED: Rows = (
    ("_id", "_uuid", "training/title", "training/date", "participants[1]/district",
     "participants[1]/department", "participants[1]/sex", "participants[2]/district",
     "participants[2]/department", "participants[2]/sex"),
    ("1", "a-1", "Referral", "2023-05-09", "Swat", "Police", "F", "Sialkot", "FIA", "M"),
)  # fmt: skip
TRAININGS: Rows = (TRAINING_COLUMNS, TRAINING, ("T2", *TRAINING[1:]))
ATTENDANCE: Rows = (
    ATTENDANCE_COLUMNS,
    ("T1", "PK634", "Police", "2", "5", ""),
    ("T2", "PK610", "FIA", "", "", "3"),
)
TABLES: tuple[Rows, ...] = (GROUPS, PERSONS, TWO_ROWS, TAGGED, REPEATED, ATTENDANCE, TRAININGS)

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"


def csv_of(rows: Rows, separator: str = ",") -> str:
    """Return a table as text, with quotation marks only where they are needed."""

    def cell(text: str) -> str:
        needed = any(sign in text for sign in (separator, '"', "\n"))
        return '"' + text.replace('"', '""') + '"' if needed else text

    return "".join(separator.join(map(cell, row)) + "\n" for row in rows)


def page_of(tables: Sequence[Rows]) -> str:
    """Return tables as a web page."""
    rows = [[f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>" for row in table]
            for table in tables]  # fmt: skip
    return "".join(f"<p>Trainings</p><table>{''.join(own)}</table>" for own in rows)


def xlsx_parts(sheets: Mapping[str, Rows]) -> dict[str, bytes]:
    """Return the parts of an Excel workbook."""
    names, links, parts = [], [], {}
    for number, (name, rows) in enumerate(sheets.items(), start=1):
        names.append(f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="r{number}"/>')
        links.append(
            f'<Relationship Id="r{number}" Type="{_OFFICE}/worksheet"'
            f' Target="worksheets/sheet{number}.xml"/>'
        )
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet_xml(rows)
    sheets_xml = f"<sheets>{''.join(names)}</sheets>"
    workbook = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{sheets_xml}</workbook>'
    root = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    return {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": f'<Relationships xmlns="{_LINKS}">{root}</Relationships>'.encode(),
        "xl/workbook.xml": workbook.encode("utf-8", "surrogatepass"),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_LINKS}">{"".join(links)}</Relationships>'.encode()
        ),
        **parts,
    }


def _sheet_xml(rows: Rows) -> bytes:
    lines = "".join(
        f'<row r="{number}">{"".join(map(_xlsx_cell, row))}</row>'
        for number, row in enumerate(rows, start=1)
    )
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{lines}</sheetData></worksheet>'
    return sheet.encode("utf-8", "surrogatepass")


def _xlsx_cell(text: str) -> str:
    if text.isascii() and text.isdigit() and len(text) < 16:
        return f"<c><v>{text}</v></c>"
    if text.startswith("="):
        return f"<c><f>{escape(text[1:])}</f></c>"
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>' if text else "<c/>"


def ods_parts(sheets: Mapping[str, Rows]) -> dict[str, bytes]:
    """Return the parts of an OpenDocument spreadsheet."""
    tables = "".join(
        f"<table:table table:name={quoteattr(name)}>{''.join(map(_ods_row, rows))}</table:table>"
        for name, rows in sheets.items()
    )
    content = (
        f'<office:document-content xmlns:office="{_OPEN}:office:1.0"'
        f' xmlns:text="{_OPEN}:text:1.0" xmlns:table="{_OPEN}:table:1.0">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content.encode("utf-8", "surrogatepass"),
        "META-INF/manifest.xml": b"<manifest/>",
    }


def _ods_row(row: Sequence[str]) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p>'
        "</table:table-cell>"
        for text in row
    )
    return f"<table:table-row>{cells}</table:table-row>"


def packed(parts: Mapping[str, bytes], *, pressed: bool = True) -> bytes:
    """Return parts as a zip file."""
    package = io.BytesIO()
    how = zipfile.ZIP_DEFLATED if pressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(package, "w", how) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return package.getvalue()


@cache
def template_parts() -> dict[str, bytes]:
    """Return the parts of the template that this project offers."""
    with zipfile.ZipFile(io.BytesIO(template_workbook())) as file:
        return {name: file.read(name) for name in file.namelist()}


@cache
def old_workbook() -> bytes:
    """Return a workbook of the older kind (.xls)."""
    return OLD_WORKBOOK.read_bytes()
