"""Women and men of rows beside columns of agencies or districts: split if certain, else asked."""

import pytest

from data.review.decisions import Decisions
from data.understanding.layout.crossed.sexes_beside import OF_ROW, OF_ROW_OF_DISTRICTS
from data.understanding.understand import Question, Understood, understand
from tests.data.sheets_made import TODAY, reasons, text_of, workbook_of
from tests.data.understanding.readings import read, summed, understood, unsure

HEADER = ["Training", "Date", "District", "FIA", "Police", "Total", "Women", "Men"]
BOTH = {"Women": "participants_f", "Men": "participants_m"}
LEFT_OUT = {"Women": "", "Men": ""}


def sheet_of(*numbers: str, header: list[str] = HEADER) -> list[list[str]]:
    """Return a sheet with a training of each text of numbers; "-" stands for a blank."""
    titles = ["Referral", "Interviewing"]
    rows = [[titles[n], f"{9 + 11 * n} May 2023", "Kasur", *text.replace("-", "").split(" ")]
            for n, text in enumerate(numbers)]  # fmt: skip
    return [header, *rows]


def content(*numbers: str) -> bytes:
    return text_of(sheet_of(*numbers)).encode()


def read_so(content: bytes, answers: dict[str, str]) -> Understood:
    untold = {"agency": "not published"} if answers != LEFT_OUT else {}
    found = read(content, answers, **untold)
    assert isinstance(found, Understood), found
    return found


def by_sex(found: Understood) -> list[int]:
    counts = found.checked.attendance
    return [int(counts[one].sum()) for one in ("participants_f", "participants_m",
                                               "participants_unspecified")]  # fmt: skip


ASKED = content("3 5 8 2 6", "1 4 5 4 1")


def test_women_and_men_of_rows_of_several_agencies_are_asked_about() -> None:
    asked = read(ASKED)
    assert isinstance(asked, Question)
    assert unsure(asked) == LEFT_OUT
    assert {one.reason for one in asked.proposal.columns if not one.sure} == {OF_ROW}


def test_left_out_rows_are_counted_by_agency_and_taken_by_sex() -> None:
    by_agency = read_so(ASKED, LEFT_OUT)
    assert summed(by_agency, "agency") == {"FIA": 4, "Police": 9}
    assert by_sex(by_agency) == [0, 0, 13]
    assert any("Women tells of 6 people" in note for note in by_agency.notes)
    of_both = read_so(ASKED, BOTH)
    assert summed(of_both, "agency") == {"Not published": 13}
    assert by_sex(of_both) == [6, 7, 0]
    assert any("counted by Women, Men" in note for note in of_both.notes)
    assert not any("no sex is told" in note for note in of_both.notes)


def test_women_alone_that_are_taken_leave_the_sum_of_the_agencies() -> None:
    found = read_so(ASKED, {**LEFT_OUT, "Women": "participants_f"})
    assert sum(by_sex(found)) == 13
    assert by_sex(found)[0] == 6


def test_women_and_men_that_are_taken_and_are_not_the_sum_are_a_problem() -> None:
    found = read_so(content("3 5 8 2 5", "1 4 5 4 1"), BOTH)
    assert len(reasons(found.checked)) == 1
    assert by_sex(found) == [4, 1, 0]


@pytest.mark.parametrize("answers", [LEFT_OUT, BOTH])
def test_what_was_confirmed_of_the_columns_is_asked_no_more(answers: dict[str, str]) -> None:
    before = read_so(ASKED, answers)
    decisions = Decisions().confirmed(before.mappings[0])
    again = understand([content("2 5 7 3 4")], TODAY, decisions=decisions)
    assert isinstance(again, Understood)
    assert by_sex(again) == ([3, 4, 0] if answers == BOTH else [0, 0, 7])


@pytest.mark.parametrize(
    ("numbers", "fia", "police"),
    [(("0 5 5 2 3", "4 0 4 1 3"), [1, 3], [2, 3]),  # one agency of each row
     (("3 5 8 8 0", "1 4 5 0 5"), [3, 1], [5, 4]),  # one sex of each row
     (("3 5 8 8 -", "4 0 4 1 3"), [4, 3], [5, 0])],
)  # fmt: skip
def test_where_one_agency_or_one_sex_is_all_of_a_row_the_sexes_are_the_agencys(
    numbers: tuple[str, ...], fia: list[int], police: list[int]
) -> None:
    found = understood(content(*numbers))
    counts = found.checked.attendance.groupby("agency")[["participants_f", "participants_m"]].sum()
    assert [counts.loc[one].tolist() for one in ("FIA", "Police")] == [fia, police]
    assert found.checked.attendance["participants_unspecified"].sum() == 0
    assert any("Women, Men are of one agency" in note for note in found.notes)


@pytest.mark.parametrize(
    "numbers", [("0 5 5 2 2",), ("0 5 5 2 3", "3 5 8 2 6"), ("3 5 8 8 1",), ("0 5 5 2 some",)]
)
def test_a_row_whose_sexes_are_not_all_or_of_none_for_certain_is_asked_about(
    numbers: tuple[str, ...],
) -> None:
    assert {*unsure(read(content(*numbers)))} >= {"Women"}


def test_rows_of_several_sheets_are_asked_about_once() -> None:
    later = [["Evidence", "6 June 2023", "Okara", "1", "4", "5", "4", "1"]]
    sheets = {"May": sheet_of("3 5 8 2 6", "2 2 4 1 3"), "June": [HEADER, *later]}
    found = read(workbook_of(sheets), BOTH, sheet=[*sheets], agency="not published")
    assert isinstance(found, Understood)
    assert by_sex(found) == [7, 10, 0]


@pytest.mark.parametrize(("answers", "sexes"), [(LEFT_OUT, [2, 3, 8]), (BOTH, [4, 9, 0])])
def test_a_sheet_whose_sexes_are_certain_keeps_them_beside_one_that_is_asked_about(
    answers: dict[str, str], sexes: list[int]
) -> None:
    later = [["Evidence", "6 June 2023", "Okara", "3", "5", "8", "2", "6"]]
    sheets = {"May": sheet_of("0 5 5 2 3"), "June": [HEADER, *later]}
    found = read(workbook_of(sheets), answers, sheet=[*sheets])
    assert isinstance(found, Understood)
    assert by_sex(found) == sexes


def of_districts(*numbers: str) -> bytes:
    """Return trainings whose columns are called by districts, with women and men of all."""
    header = ["Training", "Date", "Department", "Kasur", "Okara", "Total", "Women", "Men"]
    rows = [[*row[:2], "Police", *row[3:]] for row in sheet_of(*numbers)[1:]]
    return text_of([header, *rows]).encode()


def test_women_and_men_of_rows_of_several_districts_are_asked_about() -> None:
    asked = read(of_districts("3 5 8 2 6", "1 4 5 4 1"))
    assert isinstance(asked, Question)
    assert unsure(asked) == LEFT_OUT
    assert {one.reason for one in asked.proposal.columns if not one.sure} == {OF_ROW_OF_DISTRICTS}


@pytest.mark.parametrize(
    ("answers", "homes", "sexes"),
    [(LEFT_OUT, {"PK614": 4, "PK626": 9}, [0, 0, 13]), (BOTH, {"": 13}, [6, 7, 0])],
)
def test_they_are_left_out_or_counted_without_the_districts_as_was_said(
    answers: dict[str, str], homes: dict[str, int], sexes: list[int]
) -> None:
    found = read(of_districts("3 5 8 2 6", "1 4 5 4 1"), answers, district="not recorded")
    assert isinstance(found, Understood)
    assert summed(found, "adm2_pcode") == homes
    assert by_sex(found) == sexes
    assert summed(found, "agency") == {"Police": 13}
    assert any("no district that is told" in one for one in found.notes) is (answers == BOTH)


def test_sexes_of_rows_of_one_district_each_are_those_of_the_district() -> None:
    found = understood(of_districts("0 5 5 2 3", "4 0 4 1 3"))
    assert summed(found, "adm2_pcode") == {"PK614": 4, "PK626": 5}
    assert by_sex(found) == [3, 6, 0]


OF_AGENCIES = ["Training", "Date", "District", "Agency", "Participants"]
OF_MONTHS = ["Participants trained", "", "", ""]
MEN_AND_WOMEN = [
    [["Agency", "Kasur", "Okara"], ["Police (men)", "7", "3"], ["Police (women)", "1", "0"],
     ["All", "8", "3"]],
    [["Agency", "Sex", "Kasur", "Okara"], ["Police", "M", "7", "3"], ["Police", "F", "1", "0"]],
    [["District", "FIA", "Police"], ["Kasur - Male", "7", "3"], ["Kasur - Female", "1", "0"]],
    [["District", "Participants", "FIA", "Police"], ["Kasur", "Men", "7", "3"],
     ["Kasur", "Women", "1", "0"]],
    [["Agency", "Participants"], ["Police, Male", "10"], ["FIA, Female", "1"]],
    [["Agency", "Participants"], ["Police", "11"], ["Police (men)", "10"], ["Police (women)", "1"]],
]  # fmt: skip


@pytest.mark.parametrize("rows", MEN_AND_WOMEN)
def test_rows_of_women_and_of_men_have_their_sexes(rows: list[list[str]]) -> None:
    told = [["Training", "Date", *rows[0]], *(["Referral", "9 May 2023", *one] for one in rows[1:])]
    assert by_sex(understood(text_of(told).encode(), district="PK626")) == [1, 10, 0]


@pytest.mark.parametrize("days", [["Jan 2023", "Feb 2023"], ["5 Jan 2023", "9 Feb 2023"]])
def test_rows_of_women_and_of_men_have_their_sexes_under_days(days: list[str]) -> None:
    rows = [["Police male", "Kasur", "7", "3"], ["Police female", "Kasur", "1", "0"]]
    found = understood(text_of([OF_MONTHS, ["Agency", "District", *days], *rows]).encode())
    assert by_sex(found) == [1, 10, 0]


@pytest.mark.parametrize(
    "agencies", [["Women Police", "Police"], ["Female Police", "Police", "Labour Department"]]
)
def test_an_agency_named_by_a_sex_beside_the_agency_is_not_split(agencies: list[str]) -> None:
    rows = [["Referral", "9 May 2023", "Kasur", one, "5"] for one in agencies]
    found = understood(text_of([OF_AGENCIES, *rows]).encode())
    assert by_sex(found) == [0, 0, 5 * len(agencies)]


def test_a_branch_called_by_a_sex_may_be_of_schools_and_is_asked_about() -> None:
    rows = [["Referral", "9 May 2023", "Kasur", f"DEO ({sex})", "5"] for sex in ("Male", "Female")]
    assert unsure(read(text_of([OF_AGENCIES, *rows]).encode())) == {"Sex": "sex"}
