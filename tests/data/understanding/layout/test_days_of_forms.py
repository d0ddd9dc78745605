"""Days above rows that can be read two ways, in workbooks with a sheet for each training."""

import pytest

from data.understanding.understand import Question, Understood
from tests.data.sheets_made import workbook_of
from tests.data.understanding.readings import read

LIST = ["No.", "Name", "Gender", "Agency", "District"]


def _workbook(**days: str) -> bytes:
    """Return a workbook with a form for each day, in a sheet of the name before it."""
    return workbook_of({
        name.replace("_", " "): [
            ["Training:", f"Awareness training, part {n}"], ["Date:", day], [], LIST,
            ["1", f"Zarqoon{n} Nobody", "F", "Police", "Kasur"],
            ["2", f"Qamar{n} Nobody", "M", "FIA", "Okara"],
        ]
        for n, (name, day) in enumerate(days.items())
    })  # fmt: skip


def _days(found: Understood | Question) -> list[str]:
    """Return the days of the trainings; none where something is open."""
    if not isinstance(found, Understood) or found.checked.queue or len(found.checked.problems):
        return []
    return sorted(f"{day:%d %B}" for day in found.checked.trainings["date_start"])


@pytest.mark.parametrize(
    ("sheets", "days"),
    [
        ({"Lahore_6_Mar": "06-03-2024", "Sahiwal_3_Apr": "03-04-2024"}, ["03 April", "06 March"]),
        ({"Lahore_Mar_6": "03-06-2024", "Kasur_3_Apr": "03-04-2024"}, ["03 April", "06 March"]),
        ({"Lahore": "06-03-2024", "Kasur": "20-03-2024", "Okara": "21-03-2024"},
         ["06 March", "20 March", "21 March"]),
        # In the month of the one that can be read so alone.
        ({"Lahore": "06-03-2024", "Kasur": "20-03-2024"}, ["06 March", "20 March"]),
        ({"Lahore": "06-03-2024", "Okara": "03-20-2024", "Kasur": "03-21-2024"},
         ["03 June", "20 March", "21 March"]),
    ],
)  # fmt: skip
def test_a_day_with_two_readings_is_told_by_its_sheets_name_or_by_those_of_others(
    sheets: dict[str, str], days: list[str]
) -> None:
    found = read(_workbook(**sheets))
    assert _days(found) == days
    assert any("the day above is read as" in note for note in found.notes)


@pytest.mark.parametrize(
    "sheets",
    [
        {"Lahore": "06-03-2024", "Kasur": "07-03-2024"},
        {"Lahore_9_May": "06-03-2024", "Kasur_7_May": "07-03-2024"},  # days of something else
        {"Lahore": "06-03-2024", "Kasur": "20-03-2024", "Okara": "03-21-2024"},
        {"Lahore": "06-03-2024", "Kasur": "03-20-2024"},  # one is too few
        {"Lahore": "06-03-2024", "Kasur": "20-05-2024"},
        {"Lahore": "06-03-2024", "Kasur": "20-03-2024", "Okara_4_Mar": "03-04-2024"},
    ],
)
def test_a_day_with_two_readings_that_nothing_tells_is_asked_about(sheets: dict[str, str]) -> None:
    assert not _days(read(_workbook(**sheets)))


def test_each_of_several_days_is_kept_where_their_order_is_told() -> None:
    days = {"Lahore": "05/02/2024 to 06/02/2024", "Kasur": "15/01/2024 to 16/01/2024",
            "Okara": "22/01/2024 to 23/01/2024"}  # fmt: skip
    named = {"Lahore_5_Feb": "05/02/2024 to 06/02/2024", "Kasur_3_Apr": "03-04-2024"}
    for content in (_workbook(**days), _workbook(**named)):
        found = read(content)
        assert isinstance(found, Understood)
        ends = {f"{day:%d %B}" for day in found.checked.trainings["date_end"]}
        assert "06 February" in ends, ends
