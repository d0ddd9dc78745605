"""Made-up names in many places of many kinds of files are in nothing that is written."""

from pathlib import Path

import pytest

from data.__main__ import main
from tests.data.sheets_made import csv_of, text_of, workbook_of

NAME = "Zarqoon Quddoosi"
LISTED = ("S#", "Name", "Department", "District", "Sex", "Training", "Date")
GROUPED = ("Training", "Date", "District", "Department", "Female")
USUAL = dict(zip(GROUPED, ("Referral", "2023-05-09", "Kasur", "Police", "3"), strict=True))


def listed(**changes: str) -> list[list[str]]:
    usual = dict(zip(LISTED, ("1", NAME, "Police", "Kasur", "F", "Referral", "2023-05-09"),
                     strict=True))  # fmt: skip
    other = usual | {"S#": "2", "Name": "Begum Quddoosi", "Department": "FIA"}
    return [list(LISTED), list((usual | changes).values()), list(other.values())]


def grouped(**changes: str) -> list[list[str]]:
    header = list(dict.fromkeys((*GROUPED, *changes)))
    row = USUAL | changes
    return [header, [row[name] for name in header], ["Other", "2023-06-20", "Okara", "FIA", "4",
                                                     *[""] * (len(header) - 5)]]  # fmt: skip


PLANTED = {
    "in a list": listed(),
    "another's in the department": listed(Department="Begum Quddoosi"),
    "in the district of a list": listed(District=f"Kasur {NAME}"),
    "in the title of a list": listed(Training=f"Training by {NAME}"),
    "where a sex should be": listed(Sex="Zarqoon"),
    "where a date should be": listed(Date=NAME),
    "under a day with it": listed(Date=f"9 May 2023 {NAME}"),
    "under participants": [["Participants", *LISTED[2:]], *[row[1:] for row in listed()[1:]]],
    "under attendees": [["Attendees", *GROUPED[:4]], [NAME, *list(USUAL.values())[:4]],
                        ["Begum Quddoosi", *list(USUAL.values())[:4]]],
    "in a count": grouped(Female=NAME),
    "in a count with a number": grouped(Female=f"3 {NAME}"),
    "in who gave it": grouped(**{"Conducted by": NAME}),
    "in a title": grouped(Training=f"Training of Mr. {NAME}"),
    "in a venue": grouped(Venue=f"Office of Inspector {NAME}"),
    "in a district": grouped(District=f"Kasur (c/o Inspector {NAME})"),
    "in a department": grouped(Department=f"Miss {NAME}"),
    "in remarks": grouped(Remarks=NAME),
    "without a header": listed()[1:],
    "without a header and a number": [[NAME, "Police", "Kasur", "F"],
                                      ["Begum Quddoosi", "FIA", "Okara", "F"]],
    "above and below": [[f"Conducted by: {NAME}"], [f"Training held at the house of Mr {NAME}"],
                        *listed(), [f"Prepared by: {NAME}"]],
    "as who was present": [[*LISTED, "Attendance"], [*listed()[1], NAME], [*listed()[2], "P"]],
}  # fmt: skip


def told(folder: Path, capsys: pytest.CaptureFixture[str]) -> bytes:
    """Return all that was printed and all bytes of the files that were written."""
    printed = "".join(capsys.readouterr()).encode()
    made = [path for path in folder.rglob("*") if path.is_file() and "given" not in path.name]
    return printed + b"".join(path.read_bytes() for path in made)


@pytest.mark.parametrize(
    ("where", "kind"), [*((where, "csv") for where in PLANTED), ("above and below", "xlsx")]
)
def test_a_name_is_nowhere(
    where: str, kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = PLANTED[where]
    file = tmp_path / f"given.{kind}"
    content = text_of(rows).encode() if kind == "csv" else workbook_of({"May": rows})
    file.write_bytes(content)
    store = ["--store", str(tmp_path / "records.duckdb")]
    options = ["--column", "Participants=name_of_person"] if where == "under participants" else []
    main(["check", str(file), *store, *options])
    main(["check", str(file), *store, "--json", *options])
    main(["import", str(file), *store, "--leave-open", *options])
    everything = told(tmp_path, capsys)
    assert b"Zarqoon" not in everything
    assert b"Quddoosi" not in everything
    assert everything


def test_what_is_no_name_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "given.csv"
    rows = [grouped(Venue="Police Lines", **{"Conducted by": "Federal Investigation Agency"})]
    file.write_bytes(csv_of(*rows[0][1:], header=rows[0][0]))
    store = ["--store", str(tmp_path / "records.duckdb")]
    assert main(["import", str(file), *store]) == 0
    assert main(["export", str(tmp_path / "out"), *store, "--format", "csv"]) == 0
    written = (tmp_path / "out" / "trainings.csv").read_text(encoding="utf-8-sig")
    assert "Police Lines" in written
    assert "Federal Investigation Agency" in written
