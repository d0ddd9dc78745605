"""A public edition on the screens: every set is one, says so, and takes and tells nothing more."""

from typing import Any

import pytest

from data.records.public_edition import SEVERAL_AGENCIES
from data.review.decisions import DecisionsError
from data.store.errors import StoreError
from data.store.shipped import illustrative
from pages.session import kept, loading, visitor
from reports.story.wording import Wording
from tests.pages.conftest import bodies

SCREENS = ["overview", "gaps", "participants", "trainings", "present", "records"]


@pytest.fixture
def public(monkeypatch):
    monkeypatch.setenv(visitor.PUBLIC_VARIABLE, "5")


def words(app: Any) -> str:
    shown = [*bodies(app), *(found.value for kind in ("caption", "text", "markdown", "info")
                             for found in app.get(kind))]  # fmt: skip
    return " ".join(map(str, shown))


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_says_that_it_is_an_edition(run_screen, public, screen) -> None:
    app = run_screen(screen)
    assert not app.exception
    assert not app.error
    assert "Public edition, made on" in words(app)
    assert "groups of at least 5" in words(app)


def test_a_visitors_own_records_are_an_edition_too(run_screen, public) -> None:
    app = run_screen("participants", records=illustrative())
    assert not app.exception
    assert "Public edition, made on" in words(app)
    edition = app.session_state["your_edition"][2]
    assert SEVERAL_AGENCIES in set(edition.attendance["agency"])


def test_published_facts_are_as_they_are(run_screen, public) -> None:
    app = run_screen("overview", query={"records": "published"})
    assert "Public edition" not in words(app)
    assert "As published: 15 trainings" in words(app)


def test_an_internal_view_shows_all(run_screen, monkeypatch) -> None:
    monkeypatch.setenv(visitor.PUBLIC_VARIABLE, "0")
    app = run_screen("overview")
    assert not app.error
    assert "of 160 districts" in words(app)
    assert "Public edition" not in words(app)


def test_the_rows_behind_are_not_shown_and_none_is_taken(run_screen, public) -> None:
    app = run_screen("records")
    assert "neither shows the rows behind its figures" in words(app)
    assert not [one for one in app.button if "Add to the programme" in one.label]


def test_nothing_is_kept_or_read_behind_it_whoever_asks(public) -> None:
    with pytest.raises(StoreError):
        loading.programme_store()
    with pytest.raises(StoreError):
        loading.rows_behind("PK617", None)
    with pytest.raises(StoreError):
        kept.keep(kept.WORDING, "stored", Wording(), "An officer")
    with pytest.raises(DecisionsError):
        kept.keep_decisions(lambda known: known, "x")
    assert kept.kept_wording("stored") is None
    assert loading.records_of("stored").rows_not_placed == 0


@pytest.mark.parametrize("setting", ["five", "1", "2", "-5", "1001", "5.0", "\u0665"])
def test_a_wrong_setting_ends_with_what_to_do(run_screen, monkeypatch, setting) -> None:
    monkeypatch.setenv(visitor.PUBLIC_VARIABLE, setting)
    app = run_screen("overview")
    assert f"TRAINING_PUBLIC: {setting!r} is not the fewest" in words(app)
    assert "usually 5" in words(app)
    assert [found.value for found in app.error] == ["The dashboard cannot start as it is set up."]
    assert "districts" not in words(app)
