"""Texts below numbers that tell of more people, or of another number of some, are asked about."""

import pytest

from data.commands.arguments import exit_code
from data.sheets.words.told.more_people import numbers_of_some, tells_of_more
from tests.data.sheets_made import workbook_of
from tests.data.understanding.readings import read

TITLE = "Training of members of DAHTC Kasur, 8 March 2023"
#: Tables of numbers that have the same people, in two, three and four columns.
TABLES = (
    [["Agency", "Participants"], ["Police", 12], ["FIA", 5]],
    [["S#", "Agency", "Participants"], [1, "Police", 12], [2, "FIA", 5]],
    [["S#", "Agency", "Male", "Female"], [1, "Police", 9, 3], [2, "FIA", 4, 1]],
)


def below(table: list[list[object]], text: str) -> tuple[int, list[str], int]:
    """Return the exit, what is asked and how many groups there are with a text below a table."""
    checked = read(workbook_of({"List": [[TITLE], [], *table, [], [text]]}), {}).checked
    asked = [item.value for item in checked.queue]
    return exit_code(checked), asked, len(checked.attendance)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "text",
    ["In addition to or including the above, 6 civil society members attended (to be confirmed).",
     "Civil society members (6) also attended but their names were not noted.",
     "6 officers of Labour Department attended the training.",
     "The training was attended by 3 members of the bar too.",
     "Besides these, some lawyers sat in for the first hour.",
     "4 aur log bhi shareek hue jin ka taalluq civil society se tha",
     "اس کے علاوہ سول سوسائٹی کے 6 ارکان بھی شریک ہوئے",
     "Plus 3 from Labour Department.", "and 5 others from the Labour Department",
     "Besides, Mr. Zarqoon Nobody of FIA attended.", "Ms Zarqoon Nobody also came",
     "Civil Society: 6", "Labour Department - 4 officers"],
)  # fmt: skip
def test_more_people_below_numbers_are_no_row_and_asked_about(
    table: list[list[object]], text: str
) -> None:
    code, asked, groups = below(table, text)
    assert (code, len(asked), groups) == (1, 1, 2)
    assert asked[0] in ("more told of by a text", "4 told of, 17 listed")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "text",
    ["Police: 12", "5 officers of FIA attended the training.", "Labour Department did not attend.",
     "Besides, 3 resource persons attended as trainers.", "17 participants attended.",
     "4 men of FIA attended the training."],
)  # fmt: skip
def test_what_the_rows_have_is_not_asked_about(table: list[list[object]], text: str) -> None:
    assert below(table, text) == (0, [], 2)


def test_a_row_of_an_unknown_number_hides_no_question() -> None:
    table = [*TABLES[0], ["Labour Department", None]]
    assert below(table, "4 police officers also came") == (1, ["more told of by a text"], 3)


@pytest.mark.parametrize(
    ("text", "more", "numbers"),
    [("Two nominated members also attended", True, [2]),
     ("Refreshments were served to 20 participants", False, []),
     ("Members of the committee also took part in group work", False, []),
     ("3 more members were absent", False, []), ("and 3 others were absent", False, []),
     ("Mr Zarqoon Nobody, resource person, also attended", False, []),
     ("Besides, Ms Zarqoon Nobody was the trainer", False, []), ("Civil Society: 6", False, [6]),
     ("Tel: 0300-1234567", False, []), ("3 officers are to be trained next month", False, [])],
)  # fmt: skip
def test_texts_tell_of_people_who_came(text: str, more: bool, numbers: list[int]) -> None:
    assert (tells_of_more(text), [number for _who, number in numbers_of_some(text)]) == (
        more, numbers)  # fmt: skip
