"""Trainings whose districts, or agencies, are indented under them, as a pivot table has them."""

from datetime import date

import pytest

from data.understanding.understand import Question, Understood, understand
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import figures, read, summed, understood

TITLES = ("Course on referral (Okara, 9-10 May 2023)", "Workshop on smuggling - 3 June 2023")


def pivot(header: list[str], parts: tuple[str, str], *, off: int = 0, dated: bool = True) -> bytes:
    """Return two trainings with their sums, and two parts with numbers under each.

    ``off``: by how much the sum of the first is wrong.
    """
    titles = TITLES if dated else ("Course on referral", "Workshop on smuggling")
    rows = [[titles[0], str(7 + off), "4", str(11 + off)], [f"   {parts[0]}", "5", "", "5"],
            [f"   {parts[1]}", "2", "4", "6"], [titles[1], "3", "8", "11"],
            [f"   {parts[0]}", "3", "7", "10"], [f"   {parts[1]}", "", "1", "1"],
            ["Grand Total", "10", "12", "22"]]  # fmt: skip
    return text_of([header, *rows]).encode()


@pytest.mark.parametrize("called", ["Row Labels", "Training / District", "Training"])
def test_districts_under_trainings_are_those_of_their_participants(
    called: str,
) -> None:
    found = understood(pivot([called, "FIA", "Police", "Grand Total"], ("Kasur", "Okara")))
    assert figures(found) == (2, 22)
    assert summed(found, "adm2_pcode") == {"PK614": 15, "PK626": 7}
    days = found.checked.trainings[["date_start", "date_end"]].astype(str).to_numpy().tolist()
    assert sorted(days) == [["2023-05-09", "2023-05-10"], ["2023-06-03", "2023-06-03"]]


def test_of_districts_under_trainings_without_agencies_it_is_asked_whose_they_are() -> None:
    found = read(pivot(["Row Labels", "Men", "Women", "Total"], ("Kasur", "Okara")))
    assert isinstance(found, Question)
    assert found.proposal is not None
    assert found.proposal.kinds == ("groups", "trainings")


def test_agencies_under_trainings_are_those_of_their_participants() -> None:
    content = pivot(["Row Labels", "Men", "Women", "Total"], ("Police", "FIA"))
    found = read(content, district="not recorded")
    assert isinstance(found, Understood)
    assert summed(found, "agency") == {"Police": 15, "FIA": 7}


@pytest.mark.parametrize(("off", "dated"), [(1, True), (0, False)])
def test_what_a_training_over_rows_leaves_open_is_not_counted_unasked(
    off: int, *, dated: bool
) -> None:
    header = ["Row Labels", "FIA", "Police", "Grand Total"]
    found = understand([pivot(header, ("Kasur", "Okara"), off=off, dated=dated)], date(2024, 1, 1))
    assert isinstance(found, Question) or len(found.checked.problems)
