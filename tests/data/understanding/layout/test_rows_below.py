"""Merged cells made flat, and marks of absence in other columns: asked once, and never guessed."""

import pytest

from data.review.decisions import Decisions, mapping_of, mapping_values
from data.sheets.row_numbers import FileRow
from data.understanding.understand import Answers, Question, Understood, understand
from tests.data.sheets_made import TODAY, balance, text_of
from tests.in_turn import in_turn

HEADER = ["Training", "Date", "Venue", "District", "Department", "Male", "Female"]
FLAT = [
    HEADER,
    ["Law", "2023-03-02", "Hall A", "Lahore", "Prosecution", "5", "2"],
    ["", "", "", "Kasur", "Police", "3", "1"],
    ["", "", "", "Okara", "FIA", "2", "0"],
    ["Referral", "2023-04-11", "", "Lahore", "Judiciary", "6", "3"],
    ["", "", "", "Kasur", "Police", "3", "1"],
    ["", "", "", "Total", "", "19", "7"],
]
NESTED = [
    HEADER,
    ["Law", "2023-03-02", "Hall A", "Lahore", "Police", "5", "2"],
    ["", "", "", "", "FIA", "3", "1"],
    ["", "", "", "Kasur", "Police", "2", "0"],
    ["", "", "", "", "FIA", "1", "1"],
    ["Referral", "2023-04-11", "Hall B", "", "Police", "6", "3"],
]
OF_HOME = {"District": "district"}


def read(
    rows: list[list[str]], as_above: bool | None = None, decisions: Decisions | None = None
) -> Understood | Question:
    answers = Answers(OF_HOME if decisions is None else {}, as_above=as_above)
    found = understand([text_of(rows).encode()], TODAY, answers=answers, decisions=decisions)
    if isinstance(found, Understood):
        balance(found.checked)
    return found


def figures(found: Understood | Question) -> tuple[int, int, int]:
    """Return how many trainings, participants and problems there are."""
    assert isinstance(found, Understood), found
    checked = found.checked
    return len(checked.trainings), checked.participants_accepted, len(checked.problems)


def test_rows_that_leave_their_training_blank_are_asked_about_once() -> None:
    asked = read(FLAT)
    assert isinstance(asked, Question)
    assert asked.proposal
    assert asked.proposal.below == ("Training", "Date", "Venue")
    assert all(column.sure for column in asked.proposal.columns)


@pytest.mark.parametrize(("as_above", "expected"), [(True, (2, 26, 0)), (False, (2, 16, 2))])
def test_they_are_of_the_training_above_only_where_somebody_says_so(
    as_above: bool, expected: tuple[int, int, int]
) -> None:
    found = read(FLAT, as_above)
    assert figures(found) == expected
    if as_above:
        # Two rows that are alike but for their training are two; a venue nobody wrote is blank.
        assert found.checked.trainings["venue"].tolist()[0] == "Hall A"
        assert "Hall A" not in found.checked.trainings["venue"].tolist()[1]
        assert found.checked.attendance["training_id"].value_counts().tolist() == [3, 2]
        assert any("3 rows say in Training, Date, Venue" in note for note in found.notes)


def test_the_answer_is_kept_with_the_layout_and_what_is_said_now_comes_first() -> None:
    [mapping] = read(FLAT, as_above=True).mappings
    known = Decisions().confirmed(mapping_of(mapping_values(mapping)))
    assert figures(read(FLAT, decisions=known)) == (2, 26, 0)
    assert figures(read(FLAT, as_above=False, decisions=known)) == (2, 16, 2)
    # A layout that was confirmed of a file without such rows says nothing of them.
    [mapping] = read([HEADER, FLAT[1], FLAT[4]]).mappings
    assert isinstance(read(FLAT, decisions=Decisions().confirmed(mapping)), Question)


def test_a_district_of_several_agencies_is_filled_within_its_training_and_not_beyond() -> None:
    asked = read(NESTED)
    assert isinstance(asked, Question)
    assert asked.proposal.below[-1] == "District"
    found = read(NESTED, as_above=True)
    assert figures(found) == (2, 24, 0)
    homes = found.checked.attendance.groupby("adm2_pcode")["participants_m"].sum()
    assert homes.to_dict() == {"PK617": 8, "PK614": 3, "": 6}


def test_one_gap_among_many_rows_is_a_problem_and_no_question() -> None:
    full = [[f"Law {n}", "2023-03-02", "Hall", "Lahore", "Police", "1", "1"] for n in range(5)]
    gap = ["", "", "", "Lahore", "FIA", "1", "1"]
    assert figures(read([HEADER, *full, gap])) == (5, 10, 1)


GROUPED = ["Training", "Date", "District", "Department"]
LIST = ["Name", "Sex", "Department", "District", "Training", "Date"]
ROW = ["Zarqoon Nobody", "F", "Police", "Kasur", "Law", "2023-05-09"]


def test_an_answer_says_who_came() -> None:
    name, proposed, cells = "Did you attend the training?", "presence", ("Yes", "No", "Yes")
    rows = [[*LIST, name], *[[f"{ROW[0]} {n}", *ROW[1:], one] for n, one in enumerate(cells)]]
    asked = understand([text_of(rows).encode()], TODAY)
    assert isinstance(asked, Question)
    [column] = [one for one in asked.proposal.columns if not one.sure]
    assert (column.name, column.field) == (name, proposed)
    found = understand([text_of(rows).encode()], TODAY, answers=Answers({name: proposed}))
    assert figures(found) == (1, 2, 0)


def test_a_remark_that_says_more_than_that_somebody_was_absent_is_a_problem_of_the_row() -> None:
    remarks = ["", "Absent on one day", "Relieved on the second day"]
    rows = [[*LIST, "Remarks"], *[[f"{ROW[0]} {n}", *ROW[1:], s] for n, s in enumerate(remarks)]]
    found = understand([text_of(rows).encode()], TODAY)
    assert figures(found) == (1, 2, 1)
    assert found.checked.problems["row"].tolist() == [3]


def test_a_training_that_a_remark_calls_cancelled_is_a_problem_and_counts_nobody() -> None:
    rows = [[*GROUPED, "Male", "Female", "Remarks"],
            ["Law", "2023-05-02", "Kasur", "Police", "6", "4", "All well"],
            ["Law", "2023-05-20", "Lahore", "FIA", "12", "3", "Cancelled: elections"]]  # fmt: skip
    found = understand([text_of(rows).encode()], TODAY)
    assert figures(found)[1:] == (10, 1)


@pytest.mark.parametrize("heading", ["Waiting list", "Absentees", "Resource Persons"])
def test_who_stands_under_a_heading_of_others_is_set_aside_and_said(heading: str) -> None:
    listed = [[str(n), f"{ROW[0]} {n}", *ROW[1:]] for n in range(1, 4)]
    rows = [["Sr", *LIST], *listed[:2], [heading, *[""] * len(LIST)], listed[2]]
    found = understand([text_of(rows).encode()], TODAY)
    assert figures(found) == (1, 2, 0)
    assert isinstance(found, Understood)
    left_out = dict(found.checked.tables["attendance"].left_out)
    assert left_out[FileRow(5)].startswith("under a heading of others than participants")


def test_the_date_on_which_a_training_was_to_be_is_not_the_one_that_is_proposed() -> None:
    rows = [["Training", "Tentative Date", "Actual Date", "District", "Agency", "Participants"],
            ["Law", "2023-04-05", "2023-05-12", "Kasur", "Police", "9"]]  # fmt: skip
    found = understand([text_of(rows).encode()], TODAY)
    assert isinstance(found, Understood)
    assert found.checked.trainings["date_start"].item().isoformat() == "2023-05-12T00:00:00"
    assert "Tentative Date" in found.checked.tables["attendance"].ignored_columns


@pytest.mark.parametrize(("total", "problems"), [("7", 0), ("8", 1)])
def test_a_total_under_columns_of_agencies_is_held_against_its_column(
    total: str, problems: int
) -> None:
    rows = [["Training", "Date", "District", "Police", "FIA"],
            ["Law", "2023-05-09", "Kasur", "3", "1"], ["Law", "2023-05-09", "Lahore", "4", "2"],
            ["", "", "Total", total, "3"]]  # fmt: skip
    fields = {"Number in the column": "participants_total", "Agency of the column": "agency"}
    found = understand([text_of(rows).encode()], TODAY, answers=Answers(fields))
    assert figures(found) == (1, 10, problems)


#: What holds for all of a list whose districts were merged, and what may be said of it beside.
OF_ALL = {"title": "Course", "date_start": "2023-11-21", "date_end": "2023-11-22",
          "venue_district": "Multan"}  # fmt: skip
SAID = [(), *zip(OF_ALL, strict=True), tuple(OF_ALL)]


@in_turn({"said": SAID, "fields": [{}, {"District": "district", "S.No": ""}]})
def test_districts_written_once_hold_below_whatever_else_is_answered(
    said: tuple[str, ...], fields: dict[str, str]
) -> None:
    places = ["Multan", "", "", "Lodhran", "", ""]
    rows = [[str(n), place, f"Person {n}", "FIA", "Male"] for n, place in enumerate(places, 1)]
    above = [["Training on Trafficking, Multan, dated 21-22 Nov, 2023", "", "", "", ""]]
    header = [["S.No", "District", "Name", "Department", "Male/Female"]]
    answers = Answers(fields, {name: OF_ALL[name] for name in said}, as_above=True)
    found = understand([text_of(above + header + rows).encode()], TODAY, answers=answers)
    assert isinstance(found, Understood)
    homes = found.checked.attendance.groupby("adm2_pcode")["participants_m"].sum()
    assert homes.tolist() == [3, 3]


def test_districts_below_are_asked_about_where_nothing_is_told_of_the_training_in_rows() -> None:
    rows = [["District", "Department", "Participants"], ["Multan", "Police", "5"],
            ["", "FIA", "2"], ["Lodhran", "Police", "7"], ["", "FIA", "3"]]  # fmt: skip
    of_all = Answers(constants={"title": "Course", "date_start": "2023-11-19"})
    asked = understand([text_of(rows).encode()], TODAY, answers=of_all)
    assert isinstance(asked, Question)
    assert asked.proposal
    assert asked.proposal.below == ("District",)


MONTHLY = [
    ["Month", "District", "Trainings held", "Male", "Female"],
    ["July 2024", "Gilgit", "1", "7", "3"],
    ["", "Ghizer", "2", "9", "4"],
    ["August 2024", "Gilgit", "1", "12", "6"],
    ["", "Ghizer", "1", "12", "8"],
]


@pytest.mark.parametrize("above", [[], [["Progress report Q3 2024 – Nowhere"]]])
def test_a_month_written_once_holds_below_beside_the_trainings_of_each_row(
    above: list[list[str]],
) -> None:
    content = [text_of([*above, *MONTHLY]).encode()]
    asked = understand(content, TODAY, answers=Answers(kind="groups", month_day="first"))
    assert isinstance(asked, Question)
    assert asked.proposal
    assert asked.proposal.below == ("Month",)
    untold = {"agency": "not published"}
    answers = Answers(constants=untold, kind="groups", month_day="first", as_above=True)
    found = understand(content, TODAY, answers=answers)
    assert figures(found) == (4, 61, 0)
    trainings = found.checked.trainings
    assert sorted(trainings["date_start"].dt.month) == [7, 7, 8, 8]
    assert trainings["summarises"].fillna(1).sum() == 5


def test_a_number_of_trainings_that_is_merged_too_holds_below() -> None:
    rows = [[*row[:2], "3" if row[0] else "", *row[3:]] for row in MONTHLY[1:]]
    content = [text_of([MONTHLY[0], *rows]).encode()]
    asked = understand(content, TODAY, answers=Answers(kind="groups", month_day="first"))
    assert isinstance(asked, Question)
    assert asked.proposal
    assert asked.proposal.below == ("Month", "Trainings held")


PLACES = [["Law", "2023-03-02", "Lahore", "Police", "5"], ["Law", "2023-03-02", "", "FIA", "3"],
          ["Law", "2023-03-02", "Kasur", "", "2"], ["Care", "2023-04-11", "", "Police", "6"],
          ["Law", "2023-03-02", "", "Police", "4"]]  # fmt: skip


@pytest.mark.parametrize(
    ("note", "asked"),
    [
        ("Trainings of members (blank = not known)", False),
        ("Trainings of members. Cells left blank: not reported at that time, only by phone", False),
        ("Trainings of members - empty cells mean no information", False),
        ("Note: all blanks were not recorded at the time of the visit to Kasur", False),
        ("Trainings of members; blank cells = not written again", True),
        ("Trainings of members; blank sex = not recorded", True),
        ("Trainings of members", True),
    ],
)
def test_blank_places_that_the_file_says_were_not_recorded_are_nobodys(
    note: str, *, asked: bool
) -> None:
    header = ["Training", "Date", "Home district", "Agency", "Participants"]
    found = understand([text_of([[note], header, *PLACES]).encode()], TODAY)
    assert isinstance(found, Question) is asked
    if isinstance(found, Understood):
        balance(found.checked)
        assert figures(found) == (2, 20, 0)
        homes = found.checked.attendance.groupby("adm2_pcode")["participants_unspecified"].sum()
        assert homes[""] == 13
        assert {*found.checked.trainings["venue"]} == {""}
        assert any("not recorded where it is blank" in one for one in found.notes)


@pytest.mark.parametrize("note", ["(blank place: not told)", "; blank = not recorded at the time",
                                  ". Empty cells = not known at the office"])  # fmt: skip
def test_what_explains_blank_cells_is_no_venue(note: str) -> None:
    rows = [[f"Training of members on law, 2 March 2023 {note}"], ["District", "Agency", "Male"],
            ["Kasur", "FIA", "3"], ["Okara", "", "4"]]  # fmt: skip
    found = understand([text_of(rows).encode()], TODAY)
    assert isinstance(found, Understood), found
    assert found.checked.trainings["venue"].tolist() == [""]
    assert found.checked.trainings["title"].tolist() == ["Training of members on law"]


def test_without_a_training_rows_are_asked_about_whatever_the_file_says_of_blanks() -> None:
    asked = read([["Blank cells = not recorded"], *FLAT])
    assert isinstance(asked, Question)
    assert asked.proposal
    assert asked.proposal.asks_below
