"""Columns that nobody takes in: looked at no longer than need be, and persons in them said."""

import pytest

from data.understanding import contents
from data.understanding.contents import is_number
from data.understanding.layout.crossed import counts_in_cells
from data.understanding.layout.crossed.counts_in_cells import parts_of
from tests.data.sheets_made import csv_of
from tests.data.understanding.readings import understood

HEADER = ["Training", "Date", "District", "Agency", "Women", "Men"]
ROWS = contents.LOOKED_AT + 200


def answers(*last: str) -> bytes:
    """Return a table with a question for each of these, of which it is the last answer."""
    days = [f"{1 + n % 28} May 2023" for n in range(ROWS)]
    told = [f"answer 1 of submission {n}, yes" for n in range(ROWS - 1)]
    texts = [*([text] * len(last) for text in told), last]
    rows = [[f"Law {n}", day, "Kasur", "Police", "2", "3", *own]
            for n, (day, own) in enumerate(zip(days, texts, strict=True))]  # fmt: skip
    return csv_of(*rows, header=[*HEADER, *(f"Question {n}" for n in range(1, len(last) + 1))])


def test_no_more_texts_are_looked_at_than_tell_that_most_are_no_such() -> None:
    looked: list[str] = []
    texts = [str(n) for n in range(100)]
    assert not contents.are(texts, lambda text: bool(looked.append(text)), 0.9)
    assert len(looked) == 11


@pytest.mark.parametrize("known", range(11))
@pytest.mark.parametrize("least", [contents.MOST, contents.NEARLY_ALL])
def test_so_many_are_known_as_when_all_are_looked_at(known: int, least: float) -> None:
    texts = ["no"] * (10 - known) + ["yes"] * known
    assert contents.are(texts, "yes".__eq__, least) == (known >= least * 10)


def test_long_answers_are_not_each_looked_at_over_and_over(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = {"parts": 0, "numbers": 0}

    def parts(text: str) -> list[tuple[str, int]]:
        looked["parts"] += 1
        return parts_of(text)

    def number(text: str) -> bool:
        looked["numbers"] += text.startswith("answer")
        return is_number(text)

    monkeypatch.setattr(counts_in_cells, "parts_of", parts)
    monkeypatch.setattr(contents, "is_number", number)
    found = understood(answers("yes"))
    assert len(found.checked.trainings) == ROWS
    assert looked["parts"] <= len(HEADER) * ROWS / 2
    assert 0 < looked["numbers"] < contents.LOOKED_AT


def test_a_person_in_the_last_answer_of_an_unread_column_is_said() -> None:
    found = understood(answers("Zarqoon Nobody s/o Zarqash", "0300\u20110000001", "AB0000001"))
    assert len(found.checked.trainings) == ROWS
    assert {"Question 1", "Question 2", "Question 3"} <= {*found.checked.personal_columns}
    assert "Zarqoon" not in repr((found.checked, *found.notes))
