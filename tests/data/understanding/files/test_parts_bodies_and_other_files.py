"""Districts called by a part of a place, bodies in other words, and files of something else."""

import pytest

from data.records.errors import ReadingError
from data.review.agencies.agencies import find_agency
from data.review.decisions import Decisions
from data.understanding.understand import Question, Understood, understand
from geo.districts import gazetteer
from tests.data.sheets_made import TODAY, reasons, text_of, workbook_of
from tests.data.understanding.columns.test_columns_of_courses import by_sex
from tests.data.understanding.readings import read, summed, understood
from tests.in_turn import in_turn

KARACHI = ("Police officers of Karachi Range trained, 23 Aug 2023",
           ["South", "East", "Malir"],
           {"Karachi South": 6, "Karachi East": 3, "Malir": 4})  # fmt: skip
DIR = ("Training of police officers of Dir and Swat, 23 Aug 2023",
       ["Upper", "Lower", "Swat"], {"Upper Dir": 6, "Lower Dir": 3, "Swat": 4})  # fmt: skip


def homes(found: object) -> dict[str, int]:
    names = gazetteer.names()
    return {names[code]: people for code, people in summed(found, "adm2_pcode").items()}


@pytest.mark.parametrize(("above", "parts", "told"), [KARACHI, DIR])
def test_parts_in_columns_are_of_the_place_above(
    above: str, parts: list[str], told: dict[str, int]
) -> None:
    rows = [[above], ["S.No", "Rank", parts[0], "", parts[1], "", parts[2], "", "Total"],
            ["", "", "M", "F", "M", "F", "M", "F", ""],
            ["1", "Inspector", "2", "0", "1", "0", "1", "1", "5"],
            ["2", "ASI", "3", "1", "2", "0", "1", "1", "8"],
            ["", "Total", "5", "1", "3", "0", "2", "2", "13"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert (by_sex(found), homes(found)) == ((3, 10), told)


@pytest.mark.parametrize(("above", "parts", "told"), [KARACHI, DIR])
def test_parts_in_rows_are_of_the_place_above(
    above: str, parts: list[str], told: dict[str, int]
) -> None:
    rows = [[above], ["S.No", "District", "M", "F"], ["1", parts[0], "5", "1"],
            ["2", parts[1], "3", "0"], ["3", parts[2], "2", "2"]]  # fmt: skip
    assert homes(understood(text_of(rows).encode())) == told


def test_parts_of_a_place_that_nothing_names_are_asked_about() -> None:
    rows = [["Police officers trained on referral, 23 Aug 2023"], ["S.No", "District", "M", "F"],
            ["1", "South", "5", "1"], ["2", "East", "3", "0"]]  # fmt: skip
    assert len(understood(text_of(rows).encode()).checked.queue) == 2


# ------------------------------------------------------------------------ agencies and places


@pytest.mark.parametrize(
    ("written", "agency"),
    [
        ("Employer (kiln owner)", "Employers"),
        ("Brick kiln owners", "Employers"),
        ("Bhatta malik", "Employers"),
        ("Media (print)", "Media"),
        ("Health (DHO)", "Health"),
        ("Environment", "Environment"),
        ("CP&WB", "Child Protection"),
        ("Police (FIA)", None),
        ("Zarqoon (Nobody)", None),
    ],
)
def test_what_stands_in_brackets_says_more_of_an_agency(written: str, agency: str | None) -> None:
    assert find_agency(written, Decisions()).agency == agency


@pytest.mark.parametrize("posting", ["CP&WB Lahore"])
def test_the_bureau_of_a_district_is_a_posting(posting: str) -> None:
    rows = [["Participants of the training on referral, 9 May 2023"],
            ["Sr", "Name", "Sex", "Agency", "Posting"],
            ["1", "Zarqoon1 Nobody", "F", "Child Protection Bureau", posting],
            ["2", "Zarqoon2 Nobody", "M", "Police", "PS Saddar, Kasur"]]  # fmt: skip
    found = understood(workbook_of({"L": rows}))
    assert reasons(found.checked) == []
    assert homes(found) == {"Lahore": 1, "Kasur": 1}


# ---------------------------------------------------------------------------- something else


@pytest.mark.parametrize(
    "rows",
    [
        [["CASES OF TRAFFICKING IN PERSONS, 2023"],
         ["District", "FIRs registered", "Arrested", "Convicted", "Victims recovered"],
         ["Kasur", "1", "2", "3", "4"], ["Okara", "5", "2", "3", "4"]],
        [["Cause list for the week 03.06.2024 to 08.06.2024"],
         ["Sr", "FIR No. & Date", "Title", "Accused", "District", "Next date"],
         ["1", "112/23 dt 14.03.23", "State vs Zarqoon", "Zarqoon Nobody", "Kasur", "11.06.24"],
         ["2", "87/23 dt 02.02.23", "State vs Qamar", "Qamar Nobody", "Okara", "10.06.24"]],
        [["Circles of the agency, Jan-Dec 2024"],
         ["Circle", "FIRs registered", "Accused nominated", "Arrested", "Male", "Female"],
         ["Kasur", "8", "14", "9", "8", "1"], ["Okara", "5", "7", "6", "4", "2"]],
        [["District", "Office", "Item", "Qty issued", "Received by (designation)", "Date"],
         ["Kasur", "DC Office", "Training manual (printed)", "40", "Reader", "12-02-2024"],
         ["Okara", "FIA", "Laptop", "2", "Assistant Director", "13-02-2024"]],
        [["INVOICE"], ["Invoice No. 0457/23", "", "", "Date:", "04-Dec-2023"],
         ["Event: workshop, 28 November 2023, Lahore"], [""],
         ["S.No", "Description", "Qty", "Rate (PKR)", "Amount (PKR)"],
         ["1", "Hall", "2", "100", "200"], ["2", "Lunch", "45", "10", "450"]],
    ],
)  # fmt: skip
def test_cases_and_an_invoice_are_refused(rows: list[list[str]]) -> None:
    with pytest.raises(ReadingError, match="not of trainings"):
        read(text_of(rows).encode())


@pytest.mark.parametrize(
    "rows",
    [
        [["Training of police officers on the law, 9 May 2023"],
         ["District", "Participants", "Cases discussed", "FIRs reviewed", "Victims referred"],
         ["Kasur", "11", "2", "3", "4"], ["Okara", "12", "2", "3", "4"]],
        [["Trainings of investigators on arrests and FIRs"],
         ["District", "Male", "Female", "FIRs reviewed", "Arrests discussed", "Victims referred"],
         ["Kasur", "11", "2", "3", "4", "1"], ["Okara", "12", "2", "3", "4", "1"]],
        [["Participants of the training on referral and what each received"],
         ["Date", "District", "Item", "Issued", "Received by", "Office"],
         ["12-02-2024", "Kasur", "Handbook", "1", "Reader", "DC Office"],
         ["13-02-2024", "Okara", "Handbook", "1", "Clerk", "DC Office"]],
    ],
)  # fmt: skip
def test_cases_and_items_beside_participants_refuse_no_training(rows: list[list[str]]) -> None:
    assert isinstance(read(text_of(rows).encode()), Question)


def test_a_target_beside_vaccinators_is_none_of_the_programme() -> None:
    rows = [["Training of polio vaccinators before the October 2024 round"],
            ["District", "Union Councils", "Vaccinators trained", "Target children"],
            ["Kasur", "40", "212", "214550"], ["Okara", "37", "198", "240100"]]  # fmt: skip
    with pytest.raises(ReadingError, match="another programme"):
        read(text_of(rows).encode())
    own = [["Training of polio vaccinators on child protection"], *rows[1:]]
    assert isinstance(read(text_of(own).encode()), Question)


@pytest.mark.parametrize(
    ("topic", "refused"), [("Water quality testing", True), ("Training on bonded labour", False)]
)
def test_works_of_water_are_none_of_the_programme(topic: str, refused: bool) -> None:
    rows = [["Activity", "District", "Start date", "Units completed", "Status"],
            ["Installation of hand pumps", "Kasur", "2025-02-03", "14", "Completed"],
            [topic, "Okara", "2025-04-07", "32", "Ongoing"]]  # fmt: skip
    if refused:
        with pytest.raises(ReadingError, match="another programme"):
            read(text_of(rows).encode())
    else:
        read(text_of(rows).encode())


LISTED = [["Sr.", "Name", "Designation", "Sex"], ["1", "Zarqoon1 Nobody", "Clerk", "M"],
          ["2", "Zarqoon2 Nobody", "Clerk", "F"]]  # fmt: skip


@pytest.mark.parametrize("above", ["FINAL SENIORITY LIST OF CLERKS"])
def test_lists_of_persons_for_something_else_are_refused(above: str) -> None:
    with pytest.raises(ReadingError, match="not of trainings"):
        read(text_of([[above], *LISTED]).encode())


@pytest.mark.parametrize("above", ["Training of polling staff", "Duty list for a workshop"])
def test_what_else_stands_above_those_who_came_to_a_training_refuses_none(above: str) -> None:
    assert not isinstance(read(text_of([[f"{above}, 9 May 2023"], *LISTED]).encode()), Question)


FORM = ["S#", "Name", "Designation", "Department", "District", "Signature"]
RETURN = ["S#", "Title of training", "Date", "Venue", "Department", "Male", "Female", "Total"]
PERSON = ["3", "Person C", "Inspector", "Police", "Kasur", ""]


@in_turn(
    {
        "header": [FORM, RETURN],
        "foot, line": [
            ([], "________"),
            ([], ""),
            ([["", "Total"]], ""),
            ([["", "Total"]], "-"),
            ([["Signature of Focal Person: ______"]], "......"),
            ([["", "Name & signature of focal person: ______"], ["", "District Officer"]], ""),
        ],
    }
)
def test_a_form_that_is_not_filled_in_is_refused_as_such(
    header: list[str], line: str, foot: list[list[str]]
) -> None:
    above = [["PROFORMA OF TRAININGS"], ["District: ________   Month: ____/20___"]]
    rows = [[str(n), *(line for _name in header[1:])] for n in range(1, 11)]
    with pytest.raises(ReadingError, match="not filled in"):
        read(workbook_of({"Proforma": [*above, header, *rows, *foot]}))


@pytest.mark.parametrize(
    "filled", [PERSON, ["3", "", "", "", "Kasur", ""], ["", "Total", "", "", "", "12"]]
)
def test_a_form_of_which_one_row_is_filled_in_is_none_that_is_empty(filled: list[str]) -> None:
    rows = [[str(n), "", "", "", "", ""] for n in range(1, 11)]
    above = [["Training on referral, 9 May 2023"]]
    read(workbook_of({"Form": [*above, FORM, *rows[:2], filled, *rows[3:]]}))  # no refusal


def test_an_empty_form_beside_a_list_takes_nothing_from_it() -> None:
    rows = [["1", "", "", "", "", ""], ["2", "", "", "", "", ""]]
    above = [["Training on referral, 9 May 2023"]]
    book = {"List": [*above, FORM, PERSON], "Blank": [*above, FORM, *rows]}
    found = understand([workbook_of(book)], TODAY, sheet=("List", "Blank"))
    assert isinstance(found, Understood)
    assert found.checked.participants_accepted == 1
