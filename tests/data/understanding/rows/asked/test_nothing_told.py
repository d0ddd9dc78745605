"""A row below a list that tells nothing of a person: somebody says whether one is meant."""

from collections.abc import Sequence
from datetime import UTC, datetime

from data.checking.check import Checked
from data.review.decisions import Decisions
from data.review.questions import settle
from data.sheets.row_numbers import FileRow
from data.understanding.understand import Understood, understand
from tests.data.sheets_made import TODAY, balance, text_of, workbook_of
from tests.data.understanding.readings import figures
from tests.in_turn import in_turn

NOW = datetime(2024, 1, 1, tzinfo=UTC)
TITLE = "Training on TIP, Kasur, 9 May 2023"
NAMES = ["Sr", "Name", "Designation", "Department", "District", "Sex"]
BELOW = ["", "Zarqoon Alone", "", "Police", "", ""]
SIGNED = ["Zarmina Nobody", "Deputy Director", "", "", "", ""]


def listing(*below: Sequence[str], title: str = TITLE) -> list[list[str]]:
    listed = [[str(n), f"Zarqoon Nobody {'abcde'[n]}", "Inspector", "Police", "Kasur", "F"]
              for n in range(1, 5)]  # fmt: skip
    return [[title], NAMES, *listed, *map(list, below)]


def read(content: bytes, decisions: Decisions | None = None) -> Checked:
    found = understand([content], TODAY, decisions=decisions)
    assert isinstance(found, Understood), found
    balance(found.checked)
    return found.checked


@in_turn({
    "below": [[SIGNED], [[""] * 6, SIGNED], [["5", *SIGNED[:1], "", "", "", ""]]],
    "answer, people": [("left out", 4), ("counted", 5)],
    "of_text": [True, False],
})  # fmt: skip
def test_a_row_that_tells_nothing_waits_until_somebody_says_whether_it_is_a_person(
    below: list[list[str]], answer: str, people: int, *, of_text: bool
) -> None:
    rows = listing(*below)
    content = text_of(rows).encode() if of_text else workbook_of({"List": rows})
    checked = read(content)
    [item] = checked.queue
    place = len(rows)
    assert (item.of_rows, item.participants) == (f"row {place}", 1)
    assert "Zarmina" not in repr(item)
    assert (checked.participants_accepted, {*checked.problems["row"]}) == (4, {place})
    decided = settle(Decisions(), {item: answer}, "somebody", NOW)
    again = read(content, decided)
    assert (again.participants_accepted, len(again.problems), again.queue) == (people, 0, ())
    left = [row for row, why in again.tables["attendance"].left_out if why.startswith("no person")]
    assert left == ([FileRow(place)] if answer == "left out" else [])


def test_an_answer_is_of_one_list_alone() -> None:
    [item] = read(text_of(listing(SIGNED)).encode()).queue
    decided = settle(Decisions(), {item: "left out"}, "somebody", NOW)
    later = listing(SIGNED, title="Training on TIP, Kasur, 9 June 2023")
    assert len(read(text_of(later).encode(), decided).queue) == 1
    longer = listing(["5", "Zarqoon Other", "Inspector", "Police", "Kasur", "F"], SIGNED)
    assert len(read(text_of(longer).encode(), decided).queue) == 1


def test_a_row_that_tells_an_agency_is_not_asked_about() -> None:
    found = understand([text_of(listing(BELOW)).encode()], TODAY)
    assert figures(found)[1] == 5
    assert isinstance(found, Understood)
    assert not found.checked.queue
