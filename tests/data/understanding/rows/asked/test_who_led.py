"""Persons of a list who are called as those are who lead trainings: asked about, once a word."""

from datetime import UTC, datetime

import pytest

from data.review.decisions import COUNTED, LEFT_OUT, Decisions
from data.review.questions import settle
from data.sheets.words.presence import LED_ROW
from data.understanding.understand import Understood, understand
from tests.data.sheets_made import TODAY, csv_of

NOW = datetime(2026, 11, 30, tzinfo=UTC)
HEADER = ["Name", "Designation", "District", "Department", "Date"]
AT = ["Kasur", "Police", "3 March 2024"]


def understood(*persons: tuple[str, str], decisions: Decisions = Decisions()) -> Understood:  # noqa: B008
    rows = [[name, post, *AT] for name, post in persons]
    found = understand([csv_of(*rows, header=HEADER)], TODAY, decisions=decisions)
    assert isinstance(found, Understood)
    return found


LIST = (("Zarqoon1 Nobody", "SI"), ("Zarqoon2 Nobody", "ASI"), ("Zarqoon3 Nobody", "SI"))


@pytest.mark.parametrize(
    "led", [("Zarqoon4 Nobody", "Resource Person"), ("Zarqoon4 Nobody", "AD / Chief Guest"),
            ("Zarqoon4 Nobody (Trainer)", "SI"), ("Zarqoon4 Nobody", "Trainer FIA")])  # fmt: skip
def test_who_is_called_so_counts_once_it_is_said_that_they_were_trained(
    led: tuple[str, str],
) -> None:
    found = understood(*LIST, led)
    assert found.checked.attendance["participants_unspecified"].sum() == len(LIST)
    [asked] = found.checked.queue
    assert asked.participants == 1
    for answer, number in ((COUNTED, 4), (LEFT_OUT, 3)):
        decisions = settle(Decisions(), {asked: answer}, "somebody", NOW)
        told = understood(*LIST, led, decisions=decisions).checked
        assert not told.queue
        assert told.problems.empty
        assert told.attendance["participants_unspecified"].sum() == number
        left_out = told.tables["attendance"].set_aside
        assert (LED_ROW in left_out["reason"].tolist()) == (answer == LEFT_OUT)


def test_where_most_are_trainers_it_is_they_who_were_trained() -> None:
    found = understood(LIST[0], *((name, "Master Trainer") for name, __ in LIST[1:]))
    assert found.checked.attendance["participants_unspecified"].sum() == len(LIST)
