"""Participants that a collecting application writes side by side are read one under the other."""

from itertools import count

import pytest

from data.records.errors import ReadingError
from data.sheets.opening import open_sheets
from data.sheets.row_numbers import FileRow
from data.sheets.tables.repeated_columns import unfolded
from tests.data.sheets_made import checked, counts, csv_of, of_all, reasons, understood, workbook_of

ONCE = ("_id", "_uuid", "training/title", "training/date")
NUMBERS = count(1)
EACH = ("district", "department", "sex", "name", "cnic")


def header(pattern: str, times: int = 3) -> tuple[str, ...]:
    each = [pattern.format(n=n, name=name) for n in range(1, times + 1) for name in EACH]
    return (*ONCE, *each)


def somebody(sex: str, district: str = "Swat", department: str = "Police") -> list[str]:
    name = f"Made-up Person {next(NUMBERS)}"
    return [district, department, sex, name, "00000-0000000-0" if sex else ""]


NOBODY = [""] * 5
TITLE = ["1", "a-1", "Referral", "2023-05-09"]
ROWS = [
    [*TITLE, *somebody("F"), *somebody("M"), *somebody("M", "Sialkot", "FIA")],
    ["2", "a-2", "Referral", "2023-05-09", *somebody("F"), *NOBODY, *NOBODY],
]


@pytest.mark.parametrize(
    "pattern",
    [
        "participants[{n}]/{name}",
        "group_a/participants[{n}]/{name}",
        "participants[{n}]/participants/{name}",
        "participants/{n}/{name}",
        "group_a/participants_{n}_{name}",
        "participants.{n}.{name}",
        "Participant {n}: {name}",
        "attendee_{n}_{name}",
        "{name}_{n}",
        "{name} {n}",
    ],
)
def test_each_repeat_is_a_row(pattern: str) -> None:
    found = understood(csv_of(*ROWS, header=header(pattern)))
    assert [row[1:5] for row in counts(found.checked)] == [
        ("PK532", "Police", 2, 1),
        ("PK634", "FIA", 0, 1),
    ]
    assert found.checked.tables["attendance"].rows_in == 4
    assert found.checked.tables["attendance"].file_rows.tolist() == [201, 203]
    assert found.checked.tables["attendance"].rows_of_file.tolist() == [2, 2]
    dropped = {name.rpartition("/")[2] for name in found.checked.personal_columns}
    assert dropped == {"name", "cnic"}


def test_a_repeat_with_a_problem_is_named() -> None:
    row = [*TITLE, *somebody("F"), *somebody("what"), *NOBODY]
    found = checked(csv_of(row, header=header("participants[{n}]/{name}")))
    assert reasons(found) == ["Not a known word for a sex."]
    assert found.problems["row"].to_list() == [2]
    assert (found.participants_in, found.participants_accepted) == (2, 1)


def test_a_submission_of_nobody_is_not_lost() -> None:
    rows = [ROWS[0], ["3", "a-3", "Other", "2023-06-09", *NOBODY * 3]]
    found = checked(csv_of(*rows, header=header("participants[{n}]/{name}")))
    assert found.tables["attendance"].rows_in == 4
    assert (FileRow(3), "nothing of a person in it") in found.tables["attendance"].left_out


def test_groups_in_numbers_side_by_side() -> None:
    names = [f"groups[{n}]/{name}" for n in (1, 2) for name in ("district", "department", "female")]
    row = [*TITLE, "Swat", "Police", "2", "Sialkot", "FIA", "3"]
    found = checked(csv_of(row, header=(*ONCE, *names)))
    assert found.attendance["participants_f"].to_list() == [2, 3]


def test_the_number_of_all_is_not_counted_again_with_each() -> None:
    names = (*header("participants[{n}]/{name}"), "total participants")
    found = understood(csv_of([*ROWS[0], "3"], header=names))
    assert found.checked.participants_accepted == 3
    assert any("counted by itself: total participants" in note for note in found.notes)


@pytest.mark.parametrize(
    "names",
    [
        # Days, codes and two telephone numbers are numbered, and no group of people.
        ("Day 1 Female", "Day 1 Male", "Day 2 Female", "Day 2 Male"),
        ("District 1", "District 2"),
        ("Admin 1", "Admin 2"),
        ("Mobile 1", "Mobile 2", "Name 1", "Name 2", "Female"),
        ("participants[1]/wombat", "participants[2]/wombat"),
        ("participants[1]/district",),
    ],
)
def test_what_is_numbered_and_does_not_repeat(names: tuple[str, ...]) -> None:
    names = ("Title", *names)
    [sheet] = open_sheets(csv_of(["1"] * len(names), header=names), "The file")
    assert sheet.header == names


def test_faults_follow_their_rows() -> None:
    names = header("participants[{n}]/{name}", 2)
    short = [*TITLE, *somebody("F"), "Swat"]
    found = checked(csv_of([*TITLE, *somebody("F"), *somebody("M")], short, header=names))
    assert found.problems["row"].unique().tolist() == [3]
    assert found.tables["attendance"].rows_accepted == 2
    book = workbook_of({"A": [names, [*TITLE, *somebody("F"), *somebody("=1+1")]]})
    found = checked(book)
    assert "not saved" in reasons(found)[0]
    assert found.problems["row"].unique().tolist() == [2]


def test_blank_rows_keep_their_place() -> None:
    names = header("participants[{n}]/{name}")
    found = checked(csv_of(ROWS[0], [""] * len(names), ROWS[1], header=names))
    assert of_all(found, "set_aside")["row"].to_list() == [300]


def test_more_rows_than_are_taken() -> None:
    [sheet] = open_sheets(csv_of(*ROWS, header=header("{name} {n} x")), "The file")
    again = sheet.__class__(**{**vars(sheet), "header": header("participants[{n}]/{name}")})
    with pytest.raises(ReadingError, match="more than 3 rows"):
        unfolded(again, 3)
