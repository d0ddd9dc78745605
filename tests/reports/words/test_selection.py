"""What a view is of, in words: nothing where nothing is filtered, shorter where it is long."""

from datetime import date

import pytest

from data.figures.selection import Selection
from data.store.shipped import illustrative
from reports.words.selection import (
    EVERYTHING,
    LONGEST_VIEW,
    selection_in_words,
    source_in_words,
    titled,
    view_in_words,
)
from tests.data.conftest import records_of

DAY = date(2023, 9, 25)


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ({}, ""),
        ({"donors": ("Denmark",)}, "Trainings funded by Denmark"),
        ({"agencies": ("Police", "FIA")}, "Police and FIA"),
        ({"provinces": ("PK6",)}, "Punjab"),
        (
            {"agencies": ("Police",), "provinces": ("PK6",), "donors": ("Denmark",)},
            "Police in Punjab, trainings funded by Denmark",
        ),
        ({"levels": ("district", "national")}, "Trainings at district level and national level"),
        ({"levels": ("not published",)}, "Trainings at a level that is not published"),
        ({"levels": ("several",)}, "Trainings at several levels"),
        ({"donors": ("",)}, "Trainings funded by a donor not recorded"),
        ({"agencies": ("Not published",)}, "An agency not published"),
        ({"since": date(2023, 4, 1)}, "Trainings from 1 April 2023 on"),
        ({"agencies": ("A", "B", "C")}, "3 agencies"),
    ],
)
def test_a_view_in_words(filters: dict, words: str) -> None:
    assert view_in_words(Selection(DAY, **filters)) == words


def test_a_line_names_every_value_and_says_that_there_is_no_filter() -> None:
    assert selection_in_words(Selection(DAY, agencies=("A", "B", "C"))) == "A, B and C"
    assert selection_in_words(Selection(DAY)) == EVERYTHING


def test_a_title_begins_with_its_view_and_stays_short() -> None:
    assert titled("Nobody on record", Selection(DAY)) == "Nobody on record"
    assert titled("Nobody", Selection(DAY, donors=("Denmark",))) == (
        "Trainings funded by Denmark: nobody"
    )
    assert titled("FIA first", Selection(DAY, provinces=("PK6",))) == "Punjab: FIA first"
    many = Selection(DAY, agencies=("A" * 40, "B" * 40), provinces=("PK6", "PK2"))
    assert titled("x", many) == "2 agencies in 2 provinces: x"
    assert len("2 agencies in 2 provinces") < LONGEST_VIEW


def test_a_source_line_says_what_the_figures_are_of() -> None:
    line = source_in_words(illustrative(), Selection(DAY, donors=("Denmark",)))
    assert line.startswith("Trainings funded by Denmark \u00b7 Data as of 25 September 2023")
    assert line.endswith("illustrative records")
    line = source_in_words(records_of([], []), Selection(DAY))
    assert line.startswith("No training yet \u00b7 source:")
    assert source_in_words(illustrative(), Selection(DAY)).startswith("Data as of")
