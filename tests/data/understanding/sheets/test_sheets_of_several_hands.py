"""A workbook with a list for each training, whose columns each office typed in its own way."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import workbook_of
from tests.data.understanding.readings import figures, read, summed, understood
from tests.in_turn import in_turn

KASUR = [["Training on referral, Kasur 6th February 2024"],
         ["Sr#", "Name", "Designation", "Department", "District"],
         ["1", "Zarqoon One", "DSP", "Police", "Kasur"],
         ["2", "Zarqoon Two", "Inspector", "FIA", "Okara"]]  # fmt: skip
LAHORE = [["TRAINING AT LAHORE"], ["Participants who attended on 8.2.2024"],
          ["District", "Department", "Name & Designation", "Signature"],
          ["Lahore", "Police", "Zarqoon Three, SI", "sd"],
          ["Kasur", "Labour", "Zarqoon Four, Inspector", "sd"]]  # fmt: skip
OKARA = [["Okara training, dated 13-02-2024"], ["No", "Participant", "Office", "From"],
         ["1", "Zarqoon Five", "Social Welfare", "Okara"]]  # fmt: skip
TRAINERS = [["For letters of thanks"], ["Name", "Organisation", "Phone"],
            ["Zarqoon Six", "IOM", "0300"]]  # fmt: skip


def test_lists_with_columns_of_their_own_are_read_together() -> None:
    found = understood(workbook_of({"Kasur": KASUR, "Lahore": LAHORE, "Okara": OKARA,
                                    "Contacts trainers": TRAINERS}))  # fmt: skip
    assert figures(found) == (3, 5)
    assert summed(found, "adm2_pcode") == {"PK614": 2, "PK617": 1, "PK626": 2}
    assert summed(found, "agency")["Police"] == 2


def without(rows: list[list[str]], name: str) -> list[list[str]]:
    """Return a list without one of its columns."""
    place = next(row for row in rows if name in row).index(name)
    return [[cell for n, cell in enumerate(row) if n != place or len(row) < 3] for row in rows]


@pytest.mark.parametrize(
    "other",
    [
        without(LAHORE, "District"),
        without(LAHORE, "Department"),
        [["Participants"], *LAHORE[2:]],
        [["Nominated for the training of 8.2.2024"], *LAHORE[2:]],
        [
            *LAHORE[:3],
            ["Kasur", "Police", "Zarqoon One", "sd"],
            ["Okara", "FIA", "Zarqoon Two", "sd"],
        ],
    ],
)
def test_lists_of_which_one_tells_less_or_is_of_the_same_persons_are_asked_about(
    other: list[list[str]],
) -> None:
    assert isinstance(read(workbook_of({"Kasur": KASUR, "Lahore": other})), Question)


def test_who_is_absent_in_the_place_of_a_signature_of_one_list_is_not_counted_unasked() -> None:
    other = [*LAHORE[:4], [*LAHORE[4][:3], "absent"]]
    found = read(workbook_of({"Kasur": KASUR, "Lahore": other}))
    assert isinstance(found, Question) or figures(found) == (2, 3)


def test_sheets_called_by_districts_under_a_cover_ask_whether_those_are_homes() -> None:
    cover = [["Training of district committees on trafficking"],
             ["Held in Gilgit on 19 September 2023. One sheet for each district."]]  # fmt: skip
    one = [["Sr", "Name", "Department", "Sex"], ["1", "Zarqoon One", "Police", "M"],
           ["2", "Zarqoon Two", "FIA", "F"]]  # fmt: skip
    other = [["Sr", "Department", "Name", "Sex"], ["1", "Police", "Zarqoon Three", "M"],
             ["2", "Labour", "Zarqoon Four", "F"]]  # fmt: skip
    asked = read(workbook_of({"Cover": cover, "Skardu": one, "Hunza": other}))
    assert isinstance(asked, Question)
    assert asked.proposal is not None
    unsure = {one.name: one.field for one in asked.proposal.columns if not one.sure}
    assert unsure["District of the sheet"] == "district"


def of_subject(title: str, *names: str) -> list[list[str]]:
    return [[title], ["#", "Name", "M/F", "Agency", "Home district"],
            *([str(n), f"Zarqoon {name}", "F", "FIA", "Kasur"]
              for n, name in enumerate(names, start=1))]  # fmt: skip


@in_turn({
    "numbers": [("T1 ", "T2 "), ("1. ", "2. "), ("", "")],
    "month": ["Nov", "November"],
})  # fmt: skip
def test_sheets_called_by_a_subject_and_its_day_are_read_together(
    numbers: tuple[str, str], month: str
) -> None:
    first = of_subject("Investigation of TIP - 6 November 2023", "Alpha", "Beta", "Delta")
    second = of_subject("Labour exploitation - 13 November 2023", "Gamma", "Alpha", "Epsilon")
    names = (f"{numbers[0]}Investigation 6 {month}", f"{numbers[1]}Labour 13 {month}")
    found = understood(workbook_of(dict(zip(names, (first, second), strict=True))))
    assert figures(found) == (2, 6)


def test_a_sheet_called_by_a_subject_that_stands_not_above_it_is_asked_about() -> None:
    first = of_subject("Investigation of TIP - 6 November 2023", "Alpha", "Beta", "Delta")
    second = of_subject("Labour exploitation - 13 November 2023", "Gamma", "Alpha", "Epsilon")
    found = read(workbook_of({"T1 Investigation 6 Nov": first, "T2 Reserve 13 Nov": second}))
    assert isinstance(found, Question)


def course(title: str, columns: list[str], *rows: list[str]) -> list[list[str]]:
    """Return a sheet of a list under its title."""
    return [[title], columns, *rows]


def test_columns_of_officers_and_of_where_they_are_posted_are_one_by_any_name() -> None:
    first = course("Joint training, Kasur, 3 June 2024",
                   ["No", "Officer", "Rank", "Posted at", "Sex"],
                   ["1", "Zarqoon One", "Inspector", "FIA AHTC Lahore", "M"],
                   ["2", "Zarqoon Two", "SI", "PS Saddar, Kasur", "F"])  # fmt: skip
    other = course("Joint training, Okara, 5 June 2024", ["Sr", "Rank", "Name", "Gender", "Office"],
                   ["1", "ASI", "Zarqoon Three", "M", "DPO Office Okara"])  # fmt: skip
    found = understood(workbook_of({"Kasur": first, "Okara": other}))
    assert figures(found) == (2, 3)
    assert summed(found, "adm2_pcode") == {"PK614": 1, "PK617": 1, "PK626": 1}


PERSONS = ["S#", "Participant", "Sex", "Agency", "District"]
ONE, TWO, THREE = (["1", f"Zarqoon {n}", "F", "Police", "Kasur"] for n in ("One", "Two", "Three"))


def test_who_was_in_another_training_months_later_counts_there_too() -> None:
    first = course("TIP basics - 12 Feb 2024, Kasur", PERSONS, ONE, TWO)
    second = course("National Referral Mechanism - 22 May 2024, Kasur", PERSONS, ONE, TWO, THREE)
    found = read(workbook_of({"Batch (Feb)": first, "NRM (May)": second}),
                 {"Date above the rows": "date_start"})  # fmt: skip
    assert figures(found) == (2, 5)


@pytest.mark.parametrize(
    ("sheet", "title"),
    [
        ("NRM", "TIP basics, second part - 22 May 2024, Kasur"),  # of the same training
        ("NRM", "National Referral Mechanism - 14 Feb 2024, Kasur"),  # its third day
        ("NRM", "Updated - 22 May 2024"),
        ("NRM", "List as of 22 May 2024"),
        ("NRM final", "National Referral Mechanism - 22 May 2024, Kasur"),
        ("NRM", "Invited: National Referral Mechanism - 22 May 2024, Kasur"),
    ],
)
def test_a_list_of_the_same_persons_that_may_be_of_one_training_is_asked_about(
    sheet: str, title: str
) -> None:
    first = course("TIP basics - 12 Feb 2024, Kasur", PERSONS, ONE, TWO)
    found = read(workbook_of({"Basics": first, sheet: course(title, PERSONS, ONE, TWO, THREE)}))
    assert isinstance(found, Question)
    assert found.proposal is None
