"""Tables for people say of a view what is true of the view alone."""

from datetime import date

import pytest

from data.figures.comparison import compare
from data.store.shipped import illustrative
from reports.measures import comparison
from reports.words.tables import districts_table
from tests.data.conftest import view_of


@pytest.mark.parametrize(
    ("filters", "none"),
    [
        ({}, "no record"),
        ({"provinces": ("PK6",)}, "no record"),
        ({"agencies": ("FIA",)}, "no record in this selection"),
    ],
)
def test_that_a_district_has_no_record_is_said_of_the_selection(filters: dict, none: str) -> None:
    figures = view_of(illustrative(), **filters)
    found = set(districts_table(figures)["Coverage status"])
    assert {one for one in found if one.startswith("no record")} == {none}
    told = comparison.districts_table(compare(figures, date(2023, 5, 31)))
    found = set(told[[one for one in told if one.startswith("Status")]].stack())
    assert {one for one in found if one.startswith("no record")} == {none}
