"""What a summary that is not read tells of how many people there are, by its totals or its rows."""

import pytest

from data.sheets.tables.workbook.summary_totals import totals_told
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import workbook_of
from tests.data.understanding.readings import LIST, people, read

BY_AGENCY = ["District", "Agency", "Male", "Female", "Total"]
POLICE, FIA = ["Kasur", "Police", "5", "1", "6"], ["Kasur", "FIA", "4", "1", "5"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([BY_AGENCY, POLICE, FIA, ["Total", "", "9", "2", "11"]], [11]),
        ([BY_AGENCY[:4], POLICE[:4], FIA[:4], ["Total", "", "9", "2"]], [11]),
        ([BY_AGENCY[:4], POLICE[:4], FIA[:4]], [11]),
        ([BY_AGENCY, POLICE, ["Total", "", "", "", "6"], FIA, ["Total", "", "", "", "5"],
          ["Grand total", "", "", "", "11"]], [11]),
        ([BY_AGENCY, POLICE, ["Total", "", "", "", "7"], FIA, ["Total", "", "", "", "5"]], [7, 5]),
        ([["District", "Persons"], ["Kasur", "11"], ["", ""], BY_AGENCY, POLICE, FIA], [11]),
        ([BY_AGENCY, POLICE, ["Kasur", "FIA", "", "", "not told"]], []),
        ([BY_AGENCY, POLICE, ["Total to date", "", "", "", "44"]], []),
        ([["Item", "Rate", "Total"], ["Tea", "50", "5000"], ["Total", "", "5000"]], []),
        ([["Name", "District", "Total"], ["Zarqoon Nobody", "Kasur", "3"]], []),
        ([["Minutes of the meeting"]], []),
    ],
)  # fmt: skip
def test_totals_of_people_are_told(rows: list[list[str]], told: list[int]) -> None:
    assert totals_told(rows) == told


@pytest.mark.parametrize(("number", "asked"), [("3", []), ("4", ["4 told of, 3 listed"])])
def test_a_list_is_compared_with_the_summary_beside_it(number: str, asked: list[str]) -> None:
    rows = [["Training on referral, 9 May 2023"], LIST, *people(3)]
    beside = [["District", "Participants"], ["Kasur", number], ["Total", number]]
    found = read(workbook_of({"List": rows, "Summary": beside}))
    assert isinstance(found, Understood), found
    assert [one.value for one in found.checked.queue] == asked


def test_sheets_of_one_list_are_compared_together() -> None:
    above = "Training on referral, {}, 9 May 2023"
    lists = {place: [[above.format(place)], LIST, *people(2, place, District=place)]
             for place in ("Kasur", "Okara")}  # fmt: skip
    for number, asked in (("4", 0), ("5", 1)):
        beside = [["District", "Participants"], ["Kasur", "2"], ["Okara", "2"], ["Total", number]]
        found = read(workbook_of({"Summary": beside, **lists}))
        assert not isinstance(found, Question), found
        assert len([one for one in found.checked.queue if one.kind == "number"]) == asked
