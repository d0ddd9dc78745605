"""Sheets beside lists of who came: minutes, tasks, cases and sums are left out, which is said."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.readings import figures, read, understood

HEADER = ["S.#", "Name", "Department", "District", "Sex"]


def came(title: str, day: str, people: int) -> list[list[str]]:
    rows = [[str(n), f"Zarqoon {title[-3:]} {n}", "Police", "Kasur", "M"]
            for n in range(1, people + 1)]  # fmt: skip
    return [[title], [f"Date: {day}"], [], HEADER, *rows]


AUGUST = came("Training on referral", "16 August 2023", 2)
SEPTEMBER = came("Training on law", "20 September 2023", 3)
MINUTES = [["MINUTES OF THE COMMITTEE"], [],
           ["1. The chair welcomed all members and thanked them for their work."],
           ["2. It was told that one training was held; the list is at Annex-A."]]  # fmt: skip
TASKS = [["Action point", "Responsible officer", "Deadline"],
         ["Survey of kilns", "Labour Officer", "30 September 2023"]]  # fmt: skip
CASES = [["FIRs and arrests in 2023"], ["Month", "FIRs", "Accused arrested"], ["January", "3", "4"]]
RESIDENTS = [["Residents of the centre (not trainings)"], ["Month", "New", "Left"],
             ["January", "3", "4"]]  # fmt: skip

SERVED = [["Serena Hotel - covers"], ["", "Day 1", "Day 2"], ["Morning tea", "21", "20"],
          ["Lunch", "26", "25"]]  # fmt: skip
MONEY = [["Line", "Approved (USD)", "Spent (USD)"], ["2.1 Trainings", "18000", "16240"]]
TO_DO = [["who", "what"], ["Zarqoon", "ask Kasur for photos"]]
ROOMS = [["Room", "Guest", "Nights"], ["204", "Zarqoon One", "1"]]


@pytest.mark.parametrize("beside", [{"S2": CASES, "Residents": RESIDENTS, "F&B": SERVED},
                                    {"Budget vs actual": MONEY, "Rooms": ROOMS},
                                    {"Proceedings": MINUTES, "Annex-B": TASKS}])  # fmt: skip
def test_sheets_of_other_things_are_left_out(beside: dict[str, list[list[str]]]) -> None:
    found = understood(workbook_of({**beside, "Annex-A": AUGUST}))
    assert figures(found) == (1, 2)
    [note] = [one for one in found.notes if "no record of a training" in one]
    assert all(name in note for name in beside)


@pytest.mark.parametrize("name", ["todo"])
def test_a_sheet_of_what_is_to_be_done_is_left_out_by_its_name(name: str) -> None:
    assert figures(understood(workbook_of({"Annex-A": AUGUST, name: TO_DO}))) == (1, 2)


@pytest.mark.parametrize("beside", [
    [["Officers who came:"], ["1. Mr. Zarqoon One, Sub Inspector, District Police Kasur."],
     ["2. Ms. Zarqoon Two, ASI, District Police Kasur, who came on 16 May 2023."]],
    [["Month", "Police", "FIA"], ["January", "3", "4"]],
    [["Centre", "Staff trained", "USD", "Spent"], ["Kasur", "7", "100", "90"]],
    TO_DO,
    [["Cost", "Amount Rs"], *SEPTEMBER[:1], *SEPTEMBER[2:]],
])  # fmt: skip
def test_a_sheet_that_may_hold_records_is_asked_about(beside: list[list[str]]) -> None:
    found = read(workbook_of({"Other": beside, "List": AUGUST}))
    assert isinstance(found, Question)


CODED = {"Trainings": [["Code", "Title", "Date"], ["A-01", "Referral", "2023-05-09"],
                       ["B-02", "Law", "2023-11-14"]],
         "Participants": [["Line", "Training code", "Name", "Sex", "Agency", "Home district"],
                          ["1", "A-01", "Zarqoon One", "M", "FIA", "Kasur"],
                          ["2", "A-01", "Zarqoon Two", "F", "Police", "Okara"],
                          ["3", "B-02", "Zarqoon Three", "F", "Police", "Kasur"]]}  # fmt: skip
BY_HOME = [["Home district", "Persons"], ["Kasur", "2"], ["Okara", "1"], ["Total", "3"]]
SUPPLIES = [["Training code", "Banners", "Bags"], ["A-01", "2", "20"], ["B-02", "1", "30"]]


@pytest.mark.parametrize("beside", [{"Supplies": SUPPLIES},
                                    {"Homes": BY_HOME, "Supplies": SUPPLIES}])  # fmt: skip
def test_sums_of_persons_by_a_column_and_supplies_beside_codes_are_left_out(beside: dict) -> None:
    found = understood(workbook_of({**CODED, **beside}))
    assert figures(found) == (2, 3)
    assert all(any(name in note for note in found.notes) for name in beside)


def test_a_list_with_a_sum_of_it_by_a_column_is_read_alone() -> None:
    by_agency = [["Department", "Number"], ["Police", "1"], ["FIA", "1"]]
    came = [*AUGUST[:-1], ["2", "Zarqoon Two", "FIA", "Kasur", "M"]]
    assert figures(understood(workbook_of({"List": came, "Departments": by_agency}))) == (1, 2)


@pytest.mark.parametrize("number", ["1", "3"])
def test_a_sum_of_persons_by_a_column_that_says_otherwise_is_asked_about(number: str) -> None:
    other = [BY_HOME[0], ["Kasur", number], *BY_HOME[2:]]
    assert isinstance(read(workbook_of({**CODED, "By district": other})), Question)


UNTOLD = [["Who registered at the door"], ["Name", "Gender", "Department", "District", "Day 1 in",
          "Day 2 in"], ["Zarqoon One", "Male", "Police", "Kasur", "9:05", ""],
          ["Zarqoon Two", "Female", "NGO", "Okara", "", "9:10"]]  # fmt: skip


def test_what_a_hotel_writes_over_its_meals_tells_the_training_of_the_list() -> None:
    over = [["Serena Hotel - training on referral 11-12 Feb 2025 - covers served"], *SERVED[1:]]
    found = understood(workbook_of({"F&B": over, "Trainees": UNTOLD}))
    assert figures(found) == (1, 2)
    assert str(found.checked.trainings["date_start"].iloc[0]).startswith("2025-02-11")
    dated = [["Came to the training of 3 March 2025"], *UNTOLD[1:]]
    found = understood(workbook_of({"F&B": over, "Trainees": dated}))
    assert str(found.checked.trainings["date_start"].iloc[0]).startswith("2025-03-03")


def summed(*rows: list[str], header: list[str]) -> bytes:
    sums = [["All sheets together"], [], header, *rows]
    return workbook_of({"Aug 2023": AUGUST, "Sep 2023": SEPTEMBER, "Consolidated": sums})


OF_MONTHS = ["Month", "Training", "Date", "Women", "Men"]
FIRST = ["Aug 2023", "Training on referral", "16.08.2023", "0", "2"]
SECOND = ["Sep 2023", "Training on law", "20-Sep-23", "1", "2"]


def test_a_sheet_that_says_again_how_many_the_others_have_is_not_counted() -> None:
    found = understood(summed(FIRST, SECOND, ["Total", "", "", "1", "4"], header=OF_MONTHS))
    assert figures(found) == (2, 5)
    assert any("not counted" in note and "Consolidated" in note for note in found.notes)
    by_title = [["Training on referral", "2"], ["Training on law", "3"]]
    assert figures(understood(summed(*by_title, header=["Training", "Participants"]))) == (2, 5)


@pytest.mark.parametrize("rows", [
    [FIRST, [*SECOND[:4], "3"]],  # more people
    [FIRST, [*SECOND[:2], "21-Sep-23", *SECOND[3:]]],  # another day
    [FIRST, SECOND, ["Oct 2023", "Training on shelter", "20-Oct-23", "1", "2"]],
    [FIRST],
])  # fmt: skip
def test_a_sum_that_says_otherwise_than_the_sheets_is_asked_about(rows: list[list[str]]) -> None:
    found = read(summed(*rows, header=OF_MONTHS))
    assert isinstance(found, Question)
    assert len(found.sheets) == 3


def test_numbers_of_trainings_over_several_rows_are_no_people() -> None:
    header = ["No.", "Training", "Date", "Department", "District", "F", "M"]
    rows = [["1", "Training on referral", "16 May 2023", "Police", "Kasur", "1", "2"],
            ["1", "Training on referral", "16 May 2023", "NGO", "Kasur", "2", "2"],
            ["2", "Training on law", "17 May 2023", "Police", "Okara", "3", "2"]]  # fmt: skip
    assert figures(understood(text_of([header, *rows]).encode())) == (2, 12)
    others = [[number, *row[1:]] for number, row in zip(("3", "4", "5"), rows, strict=True)]
    counted = [["5", *others[0][1:]], ["4", *others[1][1:]], ["9", *others[2][1:]]]
    assert isinstance(read(text_of([header, *counted]).encode()), Question)


TOLD = "Members of committees trained at Quetta, 22-23 Oct 2022 (one training). Blank: nobody."
BY_AGENCY = [["Home district", "FIA", "Police"], ["Quetta", "3", "1"], ["Kalat", "2", ""]]


@pytest.mark.parametrize(
    ("name", "text"),
    [("Read me", TOLD), ("Notes", "Those who attended the training on referral, 22-23 Oct 2022"),
     ("README", "تربیت 22 Oct 2022 کو کوئٹہ میں منعقد ہوئی")],
)  # fmt: skip
def test_a_sheet_that_explains_another_tells_the_training_of_those_it_counts(
    name: str, text: str
) -> None:
    found = understood(workbook_of({"Balochistan": BY_AGENCY, name: [[text]]}))
    assert figures(found) == (1, 6)
    assert found.checked.trainings["date_start"].astype(str).tolist() == ["2022-10-22"]
    assert any("what it says of their training is taken" in note for note in found.notes)


@pytest.mark.parametrize(
    "texts",
    [["Members trained so far, e.g. training of 22-23 Oct 2022"],
     ["Training held 22 Oct 2022", "Enter one row a person"]],
)  # fmt: skip
def test_a_sheet_that_says_how_to_fill_in_another_tells_no_training(texts: list[str]) -> None:
    rows = [[text] for text in texts]
    found = read(workbook_of({"Balochistan": BY_AGENCY, "Read me": rows}))
    assert isinstance(found, Question)
    assert ("date_start",) in found.proposal.missing


def test_what_explains_a_table_with_days_of_its_own_tells_no_other() -> None:
    rows = [["Date", *BY_AGENCY[0]], ["9 May 2023", *BY_AGENCY[1]], ["10 May 2023", *BY_AGENCY[2]]]
    found = read(workbook_of({"Balochistan": rows, "Read me": [[TOLD]]}))
    assert "2022-10-22" not in repr(found)
