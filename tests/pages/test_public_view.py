"""A public view on the screens: nothing is shown without a public edition of the records."""

from typing import Any

import pytest

from pages.session import loading
from tests.pages.conftest import bodies

SCREENS = ["overview", "coverage", "gaps", "participants", "trainings", "present", "records"]


def words(app: Any) -> str:
    shown = [*bodies(app), *(found.value for kind in ("caption", "text", "markdown", "info")
                             for found in app.get(kind))]  # fmt: skip
    return " ".join(map(str, shown))


@pytest.mark.parametrize("screen", SCREENS)
def test_no_screen_shows_records_that_are_not_protected(run_screen, monkeypatch, screen) -> None:
    monkeypatch.setenv(loading.PUBLIC_VARIABLE, "5")
    app = run_screen(screen)
    assert "public edition of the records is not available" in words(app)
    assert [found.value for found in app.error] == ["The dashboard cannot start as it is set up."]
    assert "districts" not in words(app)
    assert not app.get("plotly_chart")


def test_an_internal_view_shows_all(run_screen, monkeypatch) -> None:
    monkeypatch.setenv(loading.PUBLIC_VARIABLE, "0")
    app = run_screen("coverage")
    assert not app.error
    assert "districts" in words(app)


def test_the_rows_behind_are_not_shown_and_none_is_taken(run_screen, monkeypatch) -> None:
    monkeypatch.setattr(loading, "public_below", lambda: 5)
    app = run_screen("records")
    assert "does not show the rows behind the figures" in words(app)
    assert not [one for one in app.button if "Add to the programme" in one.label]


@pytest.mark.parametrize("setting", ["five", "1", "-5", "1001", "5.0", "\u0665"])
def test_a_wrong_setting_ends_with_what_to_do(run_screen, monkeypatch, setting) -> None:
    monkeypatch.setenv(loading.PUBLIC_VARIABLE, setting)
    app = run_screen("coverage")
    assert f"TRAINING_PUBLIC is {setting!r}" in words(app)
    assert "usually 5" in words(app)
    assert [found.value for found in app.error] == ["The dashboard cannot start as it is set up."]
    assert "districts" not in words(app)
