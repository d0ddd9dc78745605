"""Numbers of days beside a first day: they tell the last one, or speak against what was read."""

import pandas as pd
import pytest

from data.sheets.sheet import Sheet
from data.understanding.layout.titles.blocks import Block
from data.understanding.layout.titles.offers import tell_another_length
from data.understanding.layout.titles.title_texts import DATE, values_of
from data.understanding.understand import Question, understand
from tests.data.sheets_made import TODAY, checked, reasons, text_of
from tests.data.understanding.readings import unsure


def table(names: list[str], *days: list[str]) -> bytes:
    header = ["Training", *names, "District", "Agency", "Male", "Female"]
    rows = [[f"Referral {n}", *own, "Lahore", "Police", "10", "3"] for n, own in enumerate(days)]
    return text_of([header, *rows]).encode()


@pytest.mark.parametrize("name", ["No. of days", "Duration"])
def test_a_number_of_days_tells_the_last_one(name: str) -> None:
    unit = " days" if name == "Duration" else ""
    rows = ["2 May 2023", f"3{unit}"], ["30/5/2023", f"31{unit}"], ["13/6/2023", ""]
    found = checked(table(["Date", name], *rows))
    assert found.trainings["date_end"].dt.strftime("%Y-%m-%d").to_list() == [
        "2023-05-04", "2023-06-29"]  # fmt: skip
    assert reasons(found) == ["Blank.", "Its training has a problem."]  # as a last day is


def test_days_of_the_first_cell_may_be_more_and_are_not_fewer() -> None:
    rows = ["2-4 May 2023", "3"], ["May 2023", "2"], ["9-10 May 2023", "3"]
    found = checked(table(["Date", "Days"], *rows))
    assert found.trainings["date_end"].dt.strftime("%Y-%m-%d").to_list() == [
        "2023-05-04", "2023-05-31"]  # fmt: skip
    assert reasons(found) == ["It lasts more days than there are from its first day to its last."]


@pytest.mark.parametrize("days", ["40", "half"])
def test_what_is_no_number_of_days_of_a_training_tells_none(days: str) -> None:
    found = checked(table(["Date", "Days"], ["2 May 2023", days]))
    assert (found.trainings["date_start"] == found.trainings["date_end"]).all()


def test_a_last_day_of_its_own_stays() -> None:
    found = checked(table(["Date", "End date", "Days"], ["2 May 2023", "5 May 2023", "3"]))
    assert found.trainings["date_end"].dt.day.to_list() == [5]


def dated(above: str, header: tuple[str, ...] = ()) -> object:
    names = [*NAMES, *header]
    rows = [[str(n), f"Person {n}", "Police", "Kasur", *("P" for _ in header)] for n in (1, 2)]
    return understand([text_of([[above], names, *rows]).encode()], TODAY)


NAMES = ("S.No", "Name", "Department", "District")


def tells_another_length(above: str) -> bool:
    """Tell whether a text above a list tells another number of days than the day in it has."""
    block, none = Block(0, (above,)), pd.DataFrame()
    sheet = Sheet("", "", NAMES, ("",) * len(NAMES), none, none, none, (), None)
    return tell_another_length(values_of([block], 2023)[DATE], [block], sheet)


@pytest.mark.parametrize(
    "above",
    ["Two-day training on referral, Kasur, 12 June 2023",
     "Insani smuggling par do roza tarbiyat, Kasur, 12 June 2023",
     "دو روزہ تربیت، قصور، 12 جون 2023", "Training on referral (2 days), 12 June 2023",
     "Sah roza tarbiyat, Kasur, 11 aur 12 June 2023", "One day training, 12-13 June 2023",
     "Three days workshop on referral, 12-15 June 2023"],
)  # fmt: skip
def test_days_that_are_not_as_many_as_a_text_tells_are_asked_about(above: str) -> None:
    assert tells_another_length(above)
    if "Sah roza" in above:
        asked = dated(above)
        assert isinstance(asked, Question)
        assert unsure(asked) == {"Date above the rows": "date_start"}


@pytest.mark.parametrize(
    "above",
    ["Two-day training on referral, Kasur, 12-13 June 2023",
     "Insani smuggling par do roza tarbiyat, Kasur, 11 aur 12 June 2023",
     "دو روزہ تربیت، قصور، 11 اور 12 جون 2023", "One day training, Kasur, 12 June 2023",
     "Sah roza tarbiyat, Kasur, 12 se 14 June 2023 tak",
     # Nobody comes on a Sunday, or at the week's end.
     "Five-day training on referral, 8-14 June 2023",
     "Training on 16 days of activism, 6 June 2023",
     "Training on Day 1 of two days, 12 June 2023"],
)  # fmt: skip
def test_days_that_are_as_many_as_a_text_tells_are_read(above: str) -> None:
    assert not tells_another_length(above)
    if "Five-day" in above:
        assert not isinstance(dated(above), Question)


def test_marks_of_each_day_tell_more_than_a_number_of_days() -> None:
    above = "Two-day training on referral, Kasur, 12 June 2023"
    found = dated(above, ("Day 1", "Day 2"))
    assert "Date above the rows" not in (unsure(found) if isinstance(found, Question) else {})
