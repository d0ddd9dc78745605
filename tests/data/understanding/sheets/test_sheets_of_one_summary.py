"""Lists on sheets of their own, a summary beside them, or days that they are called by."""

import pytest

from data.understanding.understand import COLUMNS, Question, Understood, understand
from tests.data.sheets_made import TODAY, workbook_of
from tests.data.understanding.readings import figures, read

HEADER = ["Sr", "Name", "Designation", "Department", "Sex"]
NOBODIES = ("Zarqoon", "Parveezan", "Tahirzan", "Naseemun")


def people(of: str, number: int) -> list[list[str]]:
    return [
        [str(n), f"{NOBODIES[n]} {of}", "Officer", "Police", "FM"[n % 2]] for n in range(number)
    ]


def homes(*numbers: int) -> dict[str, list[list[str]]]:
    """Return a summary of the people of three districts, as it says, and a list of each."""
    places = ("Kasur", "Okara", "Lahore")
    head = [["Training of members, Commissioner Office Lahore, 14-15 Nov 2023"]]
    counted = [[place, str(n)] for place, n in zip(places, numbers, strict=True)]
    summary = [*head, ["District", "Participants"], *counted, ["Total", str(sum(numbers))]]
    lists = {place: [[f"Participants from District {place}"], HEADER, *people(place, n)]
             for n, place in enumerate(places, start=1)}  # fmt: skip
    return {"Summary": summary, **lists}


@pytest.mark.parametrize(
    ("name", "called", "total"), [("Summary", "Training", "Total"), ("Read me", "Refresher", "All")]
)
def test_what_heads_a_summary_of_all_lists_is_their_training(
    name: str, called: str, total: str
) -> None:
    lists = homes(1, 2, 3)
    summary = [[cell.replace("Training", called).replace("Total", total) for cell in row]
               for row in lists.pop("Summary")]  # fmt: skip
    found = read(workbook_of({name: summary, **lists}))
    assert figures(found) == (1, 6)
    assert found.checked.trainings["date_start"].item().isoformat()[:10] == "2023-11-14"
    assert len(found.checked.attendance["adm2_pcode"].unique()) == 3


def test_a_summary_of_other_numbers_heads_none() -> None:
    assert isinstance(understand([workbook_of(homes(1, 2, 4))], TODAY), Question)


def test_a_summary_that_tells_of_absentees_leaves_open_who_of_the_lists_came() -> None:
    sheets = homes(1, 2, 3)
    absent = ["", "Absent", "0", "1", "1", "2"]
    sheets["Summary"] = [
        [*row, cell][:3] for row, cell in zip(sheets["Summary"], absent, strict=True)
    ]
    assert isinstance(understand([workbook_of(sheets)], TODAY), Question)


def trainings(*numbers: int, day: int = 15) -> dict[str, list[list[str]]]:
    """Return a summary of two trainings, and the list of each under its own title and day."""
    called = {"Screening": "Workshop on screening of victims, Kasur, 15 Jan 2023",
              "Files": "Building the case file, workshop, Kasur, 22 Jan 2023"}  # fmt: skip
    counted = [[name, title, str(n)] for (name, title), n in
               zip(called.items(), numbers, strict=True)]  # fmt: skip
    summary = [["Sheet", "Training", "Persons"], *counted]
    lists = {name: [[title], [*HEADER, "District"],
                    *([*one, "Kasur"] for one in people("Nobody", n))]
             for n, (name, title) in enumerate(called.items(), start=2)}  # fmt: skip
    return {"Summary": summary, **lists}


def test_lists_that_a_summary_has_each_are_read_though_half_came_twice() -> None:
    assert figures(read(workbook_of(trainings(2, 3)))) == (2, 5)


def test_lists_with_the_same_people_are_asked_about_where_no_summary_has_both() -> None:
    assert isinstance(understand([workbook_of(trainings(3, 3))], TODAY), Question)


@pytest.mark.parametrize("called", ["Attendees", "Attended by"])
def test_lists_called_by_their_days_are_read_whatever_their_columns_are_called(called: str) -> None:
    lists = {
        "Kasur 6 Feb 23": [["Orientation, Kasur, 6 February 2023"],
                           ["Sr", called, "Department", "District"],
                           ["1", "Zarqoon Nobody", "Police", "Kasur"],
                           ["2", "Tahirzan Nobody", "Health", "Okara"]],
        "Okara 20 Feb 23": [["Document checking, Okara", "", "20 February 2023"],
                            ["District", "Agency", "Attendee"],
                            ["Okara", "Police", "Parveezan Nobody"]],
    }  # fmt: skip
    assert figures(read(workbook_of(lists))) == (2, 3)


def test_a_sheet_called_by_another_day_than_stands_above_is_asked_about() -> None:
    lists = {}
    for place, day, order in (("Kasur", 6, 1), ("Okara", 20, -1)):
        rows = [["Name", "Department", "District"], ["Zarqoon Nobody", "Police", place]]
        title = f"Document checking, {place}, {day + 1} February 2023"
        lists[f"{place} {day} Feb 23"] = [[title], *(row[::order] for row in rows)]
    assert isinstance(understand([workbook_of(lists)], TODAY), Question)


@pytest.mark.parametrize(
    ("called", "asked", "others"),
    [("Lists", True, True), ("Summary", True, True), ("Contents", True, True),
     ("Trainers", False, True), ("Notes", True, False),
     ("Pre test", False, False)],
)  # fmt: skip
def test_a_sheet_left_out_for_its_name_lists_nobody_else(
    called: str, asked: bool, others: bool
) -> None:
    named = ["Name", "Department", "District"]
    first, *rest = ([f"{one} Nobody", "Police", "Kasur"] for one in NOBODIES)
    lists = {"Kasur": [["Training on referral, Kasur, 6 May 2023"], named, *rest],
             called: [named, first, ["Wasimullan Nobody", "Police", "Okara"]]}  # fmt: skip
    if not others:
        lists[called] = [named, *rest[:2]]
    found = understand([workbook_of(lists)], TODAY)
    assert isinstance(found, Question) is (asked and others)
    if isinstance(found, Question):
        assert found.kind == "sheet"


@pytest.mark.parametrize(
    ("day", "read_together"), [("5 March 2024", True), ("6 March 2024", False)]
)
def test_a_summary_calls_lists_by_their_titles_and_days(day: str, *, read_together: bool) -> None:
    counted = [["1", "PTPA basics", "16 January 2024", "2"], ["2", "Referral", day, "3"]]
    sheets = {
        "Summary": [["Sr", "Training", "Date", "Participants"], *counted],
        "Women centre": [["PTPA basics, 16 January 2024"], HEADER, *people("Nobody", 2)],
        "Bar room": [["Referral, 5 March 2024"], HEADER, *people("Anybody", 3)],
    }
    found = read(workbook_of(sheets), district="not recorded")
    assert isinstance(found, Understood) == read_together
    assert not read_together or figures(found) == (2, 5)


@pytest.mark.parametrize(
    ("above", "remark", "held"),
    [("Trainings", "", True), ("Plan of trainings", "", False)],
)
def test_a_summary_of_trainings_that_were_not_held_calls_no_lists(
    above: str, remark: str, *, held: bool
) -> None:
    called = ["Referral 9 May 2023", "Law 16 May 2023"]
    summary = [[above], ["Training", "Participants", "Remarks"],
               [called[0], "2", ""], [called[1], "2", remark]]  # fmt: skip
    lists = {name: [HEADER, *people(name[:3], 2)] for name in called}
    found = read(workbook_of({"Summary": summary} | lists))
    assert isinstance(found, Understood) == held


@pytest.mark.parametrize("named", ["Note", "Anything"])
def test_a_sheet_of_a_long_sentence_is_no_list(named: str) -> None:
    lists = {f"Training {n} {place}": [[f"Training No {n} - {place}, {n} May 2023"],
                                       [*HEADER, "District"],
                                       *([*one, place] for one in people(f"Body {n}", 2))]
             for n, place in enumerate(("Kasur", "Okara"), start=1)}  # fmt: skip
    told = [["Zarqoon of the police of Kasur took part in the first and was also sent to this one"]]
    found = read(workbook_of({**lists, named: [*told, ["Prepared in the office of the DIG"]]}))
    assert figures(found) == (2, 4)
    assert any(named in note for note in found.notes)


@pytest.mark.parametrize("name", ["Note", "Remarks"])
def test_a_list_is_one_whatever_its_sheet_is_called(name: str) -> None:
    late = [["Name", "Sex"], ["Zarqoon Late", "F"]]
    first = [["Training on PTPA held at Lahore on 16 January 2024"], HEADER, *people("Nobody", 2)]
    found = understand([workbook_of({"Kasur": first, name: late})], TODAY)
    assert isinstance(found, Question)


def test_sheets_are_called_by_a_place_of_two_words_and_a_month() -> None:
    lists = {name: [[f"PTPA basics, {n} {name[-3:]} 2023"], HEADER, *people(f"Body {n}", 2)]
             for n, name in enumerate(("DG Khan May", "Rajanpur Jan"), start=1)}  # fmt: skip
    found = understand([workbook_of(lists)], TODAY)
    assert not isinstance(found, Question) or found.kind == COLUMNS
