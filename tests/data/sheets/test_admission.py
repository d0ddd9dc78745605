"""Nothing of a single person goes past the door, whichever column it stands in."""

import json

import pytest

from data.checking.check import Checked
from data.records.personal_data import HIDDEN
from data.review.decisions import EACH, ONCE, Decisions
from data.review.questions import settle
from tests.data.review.test_decisions import AT
from tests.data.sheets_made import (
    PERSONS,
    TODAY,
    checked,
    counts,
    csv_of,
    groups,
    of_all,
    person,
    reasons,
    understood,
    workbook_of,
)


def persons(*rows: list[str], header: tuple[str, ...] = PERSONS, **options: object) -> Checked:
    return checked(csv_of(*rows, header=header), **options)


def told(found: Checked) -> str:
    """Return all that a report holds, as one text."""
    frames = (
        found.trainings, found.attendance, found.problems, of_all(found, "duplicates"),
        of_all(found, "set_aside"), found.unplaced,
    )  # fmt: skip
    return "\n".join(frame.to_csv() for frame in frames) + repr(
        (
            found.queue,
            found.personal_columns,
            [one.ignored_columns for one in found.tables.values()],
        )
    )


def test_persons_are_counted_into_groups() -> None:
    rows = [
        person(1, Sex="F"),
        person(2, Sex="عورت"),
        person(3, Sex="مرد"),
        person(4, Sex="Khawaja sira"),
        person(5, Sex=""),
        person(6, Department="FIA", District="Lahore"),
    ]
    found = persons(*rows)
    assert counts(found) == [
        ("2023-05-09 Referral", "PK634", "Police", 2, 1, 2),
        ("2023-05-09 Referral", "PK617", "FIA", 0, 1, 0),
    ]
    assert found.personal_columns == ("Name", "CNIC", "Mobile")
    assert (found.participants_in, found.participants_accepted) == (6, 6)


def test_no_value_of_a_person_is_in_the_report() -> None:
    rows = [person(n, District="Nowhere at all", Sex="what") for n in range(1, 4)]
    text = told(persons(*rows))
    for hidden in ("Made-up", "00000-", "0300-", "what,"):
        assert hidden not in text


@pytest.mark.parametrize(
    "value",
    [
        "00000-0000000-0",
        "0000000000000",
        "-".join("\u06f0" * n for n in (5, 7, 1)),
        "00000\u200b-0000000-0",
        "call 0300-0000000",
        "+92 300 0000000",
        "made.up@example.org",
        "AB0000000",
        "Mr. Made Up",
        "w/o Made Up",
    ],
)
def test_a_value_that_looks_like_a_persons_in_any_column(value: str) -> None:
    columns = ("Designation", "Department", "District", "Training")
    rows = [person(n, **{column: value}) for n, column in enumerate(columns, 3)]
    found = persons(person(1), person(2), *rows)
    assert value not in told(found)
    assert found.tables["attendance"].rows_accepted == 2
    problems = found.problems[["row", "column", "value"]].drop_duplicates("row")
    assert list(problems.itertuples(index=False, name=None)) == [
        (n, column, HIDDEN) for n, column in enumerate(columns, 4)
    ]


def test_a_column_full_of_them_is_dropped_and_named() -> None:
    rows = [person(n, Designation=f"0300-000000{n}") for n in range(1, 5)]
    found = persons(*rows)
    assert "Designation" in found.personal_columns
    assert found.tables["attendance"].rows_accepted == 4
    assert "0300" not in told(found)


def test_a_column_that_nobody_knows_and_that_holds_them_is_named() -> None:
    header = (*PERSONS, "Reach on", "Remarks")
    found = persons([*person(1), "0300-0000000", "fine"], header=header)
    assert "Reach on" in found.personal_columns
    assert found.tables["attendance"].ignored_columns == ("S.No", "Remarks")


def test_a_name_in_a_shifted_row_is_not_shown() -> None:
    shifted = person(2, Department="Made-up Person Number 2, inspector")
    found = persons(person(1), shifted)
    assert "Made-up" not in told(found)
    assert found.tables["attendance"].rows_accepted == 1


def test_a_word_for_a_sex_that_is_not_known_is_hidden() -> None:
    found = persons(person(1, Sex="Somebody"))
    assert reasons(found) == ["Not a known word for a sex."]
    assert "Somebody" not in told(found)
    assert (found.participants_in, found.participants_in_problems) == (1, 1)


def test_the_same_person_twice_is_counted_once() -> None:
    again = person(1)
    again[0] = "2"
    found = persons(person(1), again, person(3))
    assert of_all(found, "duplicates").to_dict("records") == [
        {"table": "attendance", "row": 3, "same_as": 2}
    ]
    assert found.participants_accepted == 2


def test_two_equal_rows_without_a_name_are_two_people() -> None:
    header = ("Designation", "Department", "District", "Sex", "Training", "Date")
    row = ["Officer", "Police", "Sialkot", "Male", "Referral", "2023-05-09"]
    assert persons(row, row, header=header).participants_accepted == 2


@pytest.mark.parametrize(("answer", "people"), [(None, 2), (EACH, 3), (ONCE, 2)])
def test_somebody_who_may_be_there_twice_is_flagged(answer: str | None, people: int) -> None:
    same = person(2, CNIC="00000-0000001-0", Designation="Clerk")
    rows = [person(1), same, person(3)]
    found = persons(*rows)
    [asked] = found.queue
    assert (asked.kind, asked.rows, asked.held, asked.value) == ("duplicate", (3,), True, "")
    if answer:
        decided = settle(Decisions(), {asked: answer}, "A. Clerk", AT)
        assert "00000" not in json.dumps([one.value for one in decided.answers.values()])
        found = persons(*rows, decisions=decided)
        assert not found.queue
    assert found.participants_accepted == people


def test_one_person_in_two_trainings_is_no_duplicate() -> None:
    found = persons(person(1), person(1, Training="Another"))
    assert found.participants_accepted == 2
    assert not found.queue


def test_an_office_phone_is_not_a_person() -> None:
    assert not persons(person(1), person(2, Mobile="0300-0000001")).queue


def test_lines_with_only_a_number_and_totals_are_no_persons() -> None:
    blank = ["7", *[""] * 9]
    total = ["", "Total", *[""] * 7, "2"]
    found = persons(person(1), person(2), blank, total)
    assert of_all(found, "set_aside")["reason"].to_list() == [
        "only a running number",
        "a row of totals",
    ]
    assert found.tables["attendance"].rows_in == 4


def test_a_workbook_of_persons() -> None:
    rows = [["Attendance sheet"], PERSONS, *[person(n) for n in range(1, 30)]]
    found = understood(workbook_of({"Sheet1": rows}))
    assert found.checked.participants_accepted == 29
    assert "29 rows of persons were counted into 1 groups." in found.notes
    assert TODAY.year == 2024


def test_contacts_in_a_file_of_groups_are_dropped() -> None:
    found = checked(
        csv_of(
            ["T1", "2023-05-09", "Swat", "FIA", "2", "Made-up Person", "0300-0000000"],
            header=(
                "Training ID",
                "Date",
                "District",
                "Department",
                "Female",
                "Contact person",
                "Contact no",
            ),
        )
    )
    assert found.personal_columns == ("Contact person", "Contact no")
    assert found.participants_accepted == 2
    assert not checked(groups()).personal_columns
