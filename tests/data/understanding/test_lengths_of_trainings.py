"""Numbers of days beside a first day: the last day is told by them."""

import pytest

from tests.data.sheets_made import checked, reasons, text_of


def table(names: list[str], *days: list[str]) -> bytes:
    header = ["Training", *names, "District", "Agency", "Male", "Female"]
    rows = [[f"Referral {n}", *own, "Lahore", "Police", "10", "3"] for n, own in enumerate(days)]
    return text_of([header, *rows]).encode()


@pytest.mark.parametrize("name", ["Days", "No. of days", "Duration (days)", "Duration"])
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


@pytest.mark.parametrize("days", ["40", "0", "half", "Monday"])
def test_what_is_no_number_of_days_of_a_training_tells_none(days: str) -> None:
    found = checked(table(["Date", "Days"], ["2 May 2023", days]))
    assert (found.trainings["date_start"] == found.trainings["date_end"]).all()


def test_a_last_day_of_its_own_stays() -> None:
    found = checked(table(["Date", "End date", "Days"], ["2 May 2023", "5 May 2023", "3"]))
    assert found.trainings["date_end"].dt.day.to_list() == [5]
