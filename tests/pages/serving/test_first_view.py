"""The view that a link is answered with before any script: that of the screen, or none."""

import re
from datetime import UTC, date, datetime

import pytest

from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.model import Records
from data.records.public_edition import PUBLIC_VARIABLE
from data.store.address import open_store
from data.store.shipped import illustrative, published
from pages.serving import opening
from pages.serving.first_view import first_view
from pages.session import loading, visitor
from tests.pages.conftest import TWO

AT = datetime(2024, 3, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_store(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", str(tmp_path / "records.duckdb"))
    loading.store.clear()
    yield tmp_path / "records.duckdb"
    loading.store.clear()


def reached(view: str) -> int:
    """Return how many districts a view says are reached; its map and its legend say the same."""
    said = int(re.findall(r"<strong>([\d,]+)</strong> <span>of \d+ districts", view)[0])
    drawn = len(re.findall(r'class="district (?:ramp\d|unknown)" d=', view))
    legend = re.findall(r'district (?:ramp\d|unknown)"/></svg><span>[^<]*</span> <b>(\d+)', view)
    assert said == drawn == sum(map(int, legend))
    return said


def covered(records: Records, **filters: object) -> int:
    selection = whole(records).__class__(**{**whole(records).__dict__, **filters})
    return coverage(records, selection).headline.districts_covered


@pytest.mark.parametrize(
    ("query", "records", "filters"),
    [
        ("", illustrative(), {}),
        ("records=illustrative", illustrative(), {}),
        ("records=published", published(), {}),
        (
            "records=illustrative&province=PK2&as_of=2023-04-30",
            illustrative(),
            {"provinces": ("PK2",), "as_of": date(2023, 4, 30)},
        ),
        ("agency=Police&measure=per_million", illustrative(), {"agencies": ("Police",)}),
    ],
)
def test_it_has_the_figures_of_the_view(query, records, filters):
    view = first_view("/", query)
    assert reached(view) == covered(records, **filters)
    assert f'<span class="mark">{records.title}</span>' in view
    assert first_view("/coverage", query) == view


@pytest.mark.parametrize(
    ("address", "query"),
    [
        ("/gaps", ""),
        ("/", "records=yours"),
        ("/", "records=stored"),  # there are none
        ("/", "records=unheard-of"),
        ("/", "province=PK99"),
        ("/", "as_of=yesterday"),
        ("/", "measure=unheard-of"),
        ("/", "district=PK629"),  # its profile lies over the list
        ("/", "compare=2023-04-30"),
    ],
)
def test_what_the_address_does_not_plainly_say_is_left_to_the_screen(address, query):
    assert first_view(address, query) == ""


def test_the_programme_s_records_come_first_and_anew_after_an_import(no_store):
    assert reached(first_view("/", "")) == covered(illustrative())
    store = open_store(str(no_store))
    store.add(TWO, file_name="two.xlsx", who="An officer", at=AT)
    assert reached(first_view("/", "")) == reached(first_view("/", "records=stored"))
    assert reached(first_view("/", "")) == covered(store.records(loading.today()))


def test_where_people_sign_in_nothing_is_seen_before(monkeypatch):
    monkeypatch.setattr(visitor, "signs_in", lambda: True)
    assert first_view("/", "") == ""


def test_of_records_that_cannot_be_read_no_others_take_the_place(no_store):
    no_store.write_bytes(b"not a database" * 500)
    assert first_view("/", "") == ""
    assert reached(first_view("/", "records=illustrative")) == covered(illustrative())


def test_a_public_edition_shows_the_counts_of_groups_alone(monkeypatch):
    exact = first_view("/", "")
    monkeypatch.setenv(PUBLIC_VARIABLE, "10")
    public = first_view("/", "")
    assert public
    assert public != exact
    assert "Public edition" in public


def test_a_fault_in_it_keeps_no_page_away(monkeypatch, caplog):
    def fails(address, query):
        raise ZeroDivisionError

    monkeypatch.setattr("pages.serving.first_view.first_view", fails)
    page = opening.page("/", "")
    assert b'<div class="opening"><h1>' in page.content
    assert "A first view could not be made." in caplog.text
