"""The figures above a view, as they are written."""

from dataclasses import replace
from datetime import date

import pytest

from data.figures.coverage import coverage
from data.figures.selection import whole
from data.store.shipped import illustrative, published
from reports.measures.measures import map_values, measure
from reports.words.headline import headline_figures, not_covered

RECORDS = illustrative()


@pytest.mark.parametrize(
    ("chosen", "of_part"),
    [
        ({"agencies": ("FIA",)}, True),
        ({"donors": ("Denmark",)}, True),
        ({"levels": ("district",)}, True),
        ({"since": date(2023, 6, 1)}, True),
        ({"provinces": ("PK6",)}, False),
        ({"as_of": date(2023, 6, 1)}, False),
    ],
)
def test_under_a_filter_no_district_is_called_uncovered(chosen: dict, of_part: bool) -> None:
    figures = coverage(RECORDS, replace(whole(RECORDS), **chosen))
    told = not_covered(figures)
    assert told.words == ("with no one on record in this selection" if of_part else "not covered")
    without = next(
        one for one in map_values(figures, measure("status")).lists if one.key == "without"
    )
    assert without.title == ("No one on record" if of_part else "Not covered")
    assert told.value == str(len(without.places))
    assert headline_figures(figures)[0].words.endswith("districts" if of_part else " covered")


def test_the_first_figure_says_what_it_counts_of_one_district_too() -> None:
    figures = coverage(RECORDS, replace(whole(RECORDS), provinces=("PK4",)))
    assert headline_figures(figures)[0].words == "of 1 district covered"


def test_where_most_districts_are_not_named_the_list_says_so_as_the_headline_does() -> None:
    records = published()
    figures = coverage(records, whole(records))
    lists = {one.key: one for one in map_values(figures, measure("status")).lists}
    assert lists["without"].title == "Not named"
    assert not_covered(figures).value == str(len(lists["without"].places))


def test_what_is_said_of_a_figure_stands_before_what_is_published_of_it() -> None:
    records = published()
    first = headline_figures(coverage(records, whole(records)))[0]
    assert first.beside.startswith("at least")
    assert first.beside.endswith(": over 44")
