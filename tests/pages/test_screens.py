"""Every screen on good, empty, unknown and hostile records: no failure reaches a visitor."""

import re

import pytest

from data.records.model import Records
from data.store.shipped import published
from tests.pages.conftest import HOSTILE, altered, bodies, headline, unknown_counts, without_rows

SCREENS = [
    *("overview", "gaps", "committees", "participants", "trainings", "present"),
    *("records", "methods"),
]


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize(
    "records",
    [None, published(), without_rows(), unknown_counts()],
    ids=["illustrative", "published", "empty", "unknown"],
)
def test_no_failure_reaches_the_visitor(run_screen, name: str, records: Records | None) -> None:
    app = run_screen(name, records=records)
    assert not app.exception
    assert any("<h1>" in body for body in bodies(app))
    assert any("Illustrative records" in body for body in bodies(app)) == (records is None)


@pytest.mark.parametrize("name", SCREENS)
def test_hostile_text_is_text(run_screen, name: str) -> None:
    app = run_screen(name, records=hostile())
    assert not app.exception
    for body in bodies(app):
        assert "<img" not in body
        assert "<script" not in body


def hostile() -> Records:
    """Return records whose texts are hostile: by turns, and all in one where few are shown."""
    together = " ".join(HOSTILE)
    turns = (*HOSTILE, together)
    return altered(title=turns, venue=turns, themes=turns, donor=together, delivered_by=together)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_of_one_training_is_text(run_screen, text: str) -> None:
    records = altered(title=text, venue=text, themes=text, delivered_by=text, donor=text)
    app = run_screen("trainings", records=records, query={"training": "T08"})
    assert not app.exception
    assert "All trainings" in [button.label for button in app.button]
    assert not any("<img" in body or "<script" in body for body in bodies(app))


@pytest.mark.parametrize(
    "query",
    [
        {"as_of": "2023-02-31", "measure": "nothing", "district": "PK000",
         "province": ["PK99", "x" * 3000]},
        {"records": "../etc/passwd"},
        {"agency": "<img src=x onerror=alert(1)>", "as_of": "${7*7}"},
    ],
)  # fmt: skip
def test_a_wrong_address_gives_the_default_view_and_says_so(run_screen, query: dict) -> None:
    app = run_screen("overview", query=query)
    assert not app.exception
    assert headline(app)["district"] == 44
    assert "The default is shown instead" in app.warning[0].value
    assert "onerror" not in app.warning[0].value


def test_a_claim_is_shown_as_a_claim(run_screen) -> None:
    body = next(one for one in bodies(run_screen("overview")) if 'class="headline"' in one)
    for words in ("over 44", "15", "over 386"):
        words = f"published 25 Sep 2023: {words}<"
        assert words in body


@pytest.mark.parametrize(("name", "part"), [("overview", "headline"), ("present", "slide-figures")])
def test_what_the_records_are_stands_before_what_has_been_published(run_screen, name, part) -> None:
    app = run_screen(name, query={"records": "published", "step": "standing"})
    body = next(one for one in bodies(app) if f'class="{part}"' in one)
    [cell] = [one for one in body.split("<div>") if "described together" in one]
    assert cell.index("described together") < cell.index('class="claim"')


@pytest.mark.parametrize("name", ["overview", "participants", "trainings"])
def test_what_is_empty_says_what_to_change(run_screen, name: str) -> None:
    app = run_screen(name, records=without_rows())
    assert headline(app)["training"] == 0
    said = [one for one in app.main if one.type in ("info", "html")]
    [place] = [n for n, one in enumerate(said) if 'class="headline"' in str(one.proto.body)]
    assert said[place - 1].proto.body == "These records have no training yet."
    assert not any("fewer filters" in one.value for one in app.info), "there is none"
    app = run_screen(name, query={"province": "PK1", "as_of": "2023-02-28"})
    assert any("Choose a later date or fewer filters" in one.value for one in app.info)


@pytest.mark.parametrize("pcode", ["PK617", "PK628"])
def test_a_profile_opens_from_the_address(run_screen, pcode: str) -> None:
    app = run_screen("overview", query={"district": pcode})
    assert any(pcode in body for body in bodies(app))


def test_who_is_not_covered_stands_beside_who_is(run_screen) -> None:
    app = run_screen("overview", query={"province": "PK2"})
    body = next(one for one in bodies(app) if 'class="headline"' in one)
    covered, missing = map(int, re.findall(r"<strong>(\d+)</strong>", body)[:2])
    assert covered + missing == 35
    assert "million people live there" in body


def test_a_visitor_without_records_of_his_own_is_told_where_to_open_them(run_screen) -> None:
    app = run_screen("gaps", query={"records": "yours"})
    assert any("not opened any records" in one.value for one in app.info)
    assert not any('class="headline"' in one for one in bodies(app)), "no other set in its place"
    assert not run_screen("records", query={"records": "yours"}).info
