"""A question, a problem and a note tell a row as the file numbers it, whatever was made of it."""

import pytest

from data.checking.check import Checked
from data.checking.left_out import left_out_in_words
from data.commands.told import print_checked
from data.understanding.understand import Answers, Understood, understand
from tests.data.sheets_made import TODAY, balance, csv_of, workbook_of

LIST = ("Name", "Sex", "Department", "District", "Training", "Date")
OTHER = "Nowhere at all"


def listed(number: int, **changes: str) -> list[str]:
    usual = ["Zarqoon Nobody" + f" {number}", "F", "Police", "Kasur", "Law", "2023-05-09"]
    return [changes.get(name, text) for name, text in zip(LIST, usual, strict=True)]


def read(content: bytes, fields: dict[str, str] | None = None) -> Checked:
    found = understand([content], TODAY, answers=Answers(fields or {}))
    assert isinstance(found, Understood), found
    balance(found.checked)
    return found.checked


MONTHS = csv_of(
    ["Kasur", "Police", "3", "", "5"],
    [OTHER, "Police", "2", "4", "1"],
    ["Okara", "Police", "2", "3.5", "1"],
    header=["District", "Agency", "Jan 2023", "Feb 2023", "Mar 2023"],
)
REPEATED = csv_of(
    ["Law", "2023-05-09", "F", "Police", "Kasur", "M", "Police", "Okara"],
    ["Law", "2023-05-09", "F", "Police", "Kasur", "M", "Police", OTHER],
    ["Law", "2023-05-09", "F", "Police", "Kasur", "what", "Police", "Okara"],
    header=["Training", "Date", *(f"participants[{n}]/{name}" for n in (1, 2)
                                  for name in ("sex", "department", "district"))],
)  # fmt: skip
IN_CELLS = csv_of(
    ["Law", "2023-05-09", "Kasur", "Police: 3, FIA: 2"],
    ["Law II", "2023-06-09", OTHER, "Police: 1, FIA: 2"],
    ["Law III", "2023-13-09", "Okara", "Police: 1, FIA: 2"],
    header=["Training", "Date", "District", "Participants"],
)
STACKED = csv_of(
    listed(1), listed(2, District=OTHER), [""] * 6, LIST, listed(3), listed(4, Date="2023-13-09"),
    header=LIST,
)  # fmt: skip


@pytest.mark.parametrize(
    ("content", "fields", "asked", "wrong"),
    [
        (MONTHS, {"Number in the column": "participants_total"}, 3, {3, 4}),
        (REPEATED, {}, 3, {3, 4}),
        (IN_CELLS, {}, 3, {3, 4}),
        (STACKED, {}, 3, {3, 7}),
    ],
    ids=["months as columns", "a group that repeats", "numbers in cells", "stacked blocks"],
)
def test_a_row_is_told_as_the_file_has_it(
    content: bytes, fields: dict[str, str], asked: int, wrong: set[int]
) -> None:
    checked = read(content, fields)
    assert {*checked.problems["row"]} == wrong
    assert "where" not in checked.problems, "there is one table"
    [question] = [one for one in checked.queue if one.kind == "district"]
    assert (question.of_rows, [*map(tuple, question.rows_of_file)]) == (
        f"row {asked}", [(asked, "")]
    )  # fmt: skip


JOINED = workbook_of(
    {
        "Kasur": [LIST, listed(1), listed(2), listed(5), [""] * 6, ["Total", "3"]],
        "Okara": [LIST, listed(3), listed(3, Department="FIA"), listed(4, District=OTHER)],
    }
)


def test_a_row_of_one_of_several_sheets_is_told_with_the_sheet() -> None:
    checked = read(JOINED)
    told = checked.problems[["row", "where"]].to_numpy().tolist()
    assert told == [[3, "sheet Okara"], [4, "sheet Okara"]]
    asked = {one.kind: one for one in checked.queue}
    assert {one.of_rows for one in checked.queue} == {
        "row 3 in sheet Okara",
        "row 4 in sheet Okara",
    }
    first = asked["duplicate"].candidates[0].words
    assert first == "One person: count row 2 in sheet Okara only"
    assert any("row 6 in sheet Kasur" in said for said in left_out_in_words(checked))
    assert checked.rows_with_a_problem == 2


def test_commands_tell_rows_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    print_checked(read(JOINED))
    print_checked(read(MONTHS, {"Number in the column": "participants_total"}))
    told = capsys.readouterr().out
    assert "attendance, row 4 in sheet Okara, District" in told
    assert f"to settle: district '{OTHER}', row 3: " in told
    assert told.count(f"attendance, row 3, District '{OTHER}'") == 1, "and not once a month"
