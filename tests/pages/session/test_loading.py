from dataclasses import replace

import pytest

from data.figures.selection import whole
from data.store.shipped import illustrative
from pages.session import loading


@pytest.fixture(autouse=True)
def nothing_kept():
    loading._figures.clear()


def test_who_looks_at_the_same_view_gets_the_same_figures():
    records = illustrative()
    view = whole(records)
    assert loading.figures(records, view) is loading.figures(records, replace(view))
    narrower = replace(view, agencies=records.cells.agencies[:1])
    assert loading.figures(records, narrower).selection == narrower


def test_records_loaded_anew_have_figures_of_their_own():
    records = illustrative()
    other = replace(records, attendance=records.attendance.iloc[:0])
    assert loading.figures(records, whole(records)).row_count
    assert not loading.figures(other, whole(other)).row_count


def test_figures_of_a_visitors_own_records_are_kept_for_nobody():
    own = replace(illustrative(), key=loading.YOURS)
    assert loading.figures(own, whole(own)) is not loading.figures(own, whole(own))
