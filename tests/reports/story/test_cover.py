"""The cover names the donors of its view, and of no other trainings."""

from datetime import date

import pytest

from data.records.programme import programme
from data.store.shipped import illustrative, published
from reports.imprint.imprint import Imprint
from reports.story.cover import PAID_BY, cover_rows
from tests.data.conftest import records_of, view_of

PUBLISHED = next(fact.words for fact in programme().facts if fact.what == PAID_BY)


def donors(figures) -> str:
    return dict(cover_rows(figures, Imprint())).get("Donors", "")


@pytest.mark.parametrize(
    "filters", [{"agencies": ("Levies",), "provinces": ("PK7",)}, {"donors": ("Nobody",)}]
)
def test_a_view_without_a_training_has_no_donor(filters: dict) -> None:
    for records in (illustrative(), published()):
        figures = view_of(records, **filters)
        assert figures.trainings.empty
        assert not donors(figures)


def test_the_donors_of_the_programme_stand_for_all_records_alone() -> None:
    start = {"training_id": "A", "date_start": date(2023, 2, 1)}
    records = records_of([start], [("A", "PK401", "Police", 1, 1, None)])
    assert donors(view_of(records)) == PUBLISHED
    assert not donors(view_of(records, agencies=("Police",)))
    assert not donors(view_of(records_of([], [])))
    assert donors(view_of(illustrative(), donors=("Denmark",))) == "Denmark"
