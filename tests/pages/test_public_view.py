"""A public view on the screens: what it says of itself, and that no small count is sent."""

import re
from typing import Any

import pytest

from data.records.model import CoverageStatus
from pages.session import loading
from tests.pages.conftest import bodies, headline, map_payload

SCREENS = ["overview", "coverage", "gaps", "participants", "trainings", "records", "methods"]


@pytest.fixture(autouse=True)
def public(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(loading.PUBLIC_VARIABLE, "5")


def words(app: Any) -> str:
    shown = [*bodies(app), *(found.value for kind in ("caption", "text", "markdown", "info")
                             for found in app.get(kind))]  # fmt: skip
    return " ".join(map(str, shown))


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_says_that_it_is_public(run_screen, screen) -> None:
    app = run_screen(screen, query={"agency": "FIA", "district": "PK401"})
    assert not app.exception
    assert "Public view: counts under 5 of a sex, agency and district are not shown" in words(app)


def test_the_map_of_an_agency_has_no_small_count_and_a_class_for_what_is_withheld(
    run_screen,
) -> None:
    app = run_screen("coverage", query={"agency": "FIA"})
    sent = map_payload(app)
    counts = {one["key"]: one["count"] for one in sent["classes"]}
    held = [place for place, said in enumerate(sent["withheld"]) if said]
    assert not [count for count in sent["participants"] if count in (1, 2, 3, 4)]
    assert {sent["participants"][place] for place in held} == {None}
    assert counts["suppressed"] == len(held) > 0
    assert {sent["statuses"][sent["status"][place]] for place in held} == {"suppressed"}
    assert sum(counts.values()) == 160
    shown = counts["suppressed"] + sum(n for key, n in counts.items() if key.startswith("ramp"))
    assert headline(app)["district"] == shown


def test_the_profile_writes_few_and_withheld(run_screen) -> None:
    app = run_screen("coverage", query={"district": "PK401"})
    rows = next(found.value for found in app.dataframe if "Women" in found.value)
    for column in ("Participants", "Women", "Men"):
        counts = {str(value) for value in rows[column].dropna()}
        assert counts & {"<5", "withheld"}
        assert not counts & {"1", "2", "3", "4"}


def test_the_map_of_a_training_keeps_the_totals_of_its_districts(run_screen) -> None:
    app = run_screen("trainings", query={"training": "T04"})
    sent = map_payload(app)
    assert not any(sent["withheld"])
    assert not app.exception


def test_agencies_of_one_district_are_not_split_by_month_or_sex(run_screen) -> None:
    app = run_screen("participants", query={"agency": "FIA", "province": "PK4"})
    assert "agencies of a single district" in words(app)
    assert not app.get("plotly_chart")


def test_the_timeline_of_agencies_of_one_district_is_not_drawn(run_screen) -> None:
    app = run_screen("trainings", query={"agency": "FIA", "province": "PK4"})
    assert not app.exception
    assert "agencies of a single district" in words(app)
    assert not app.get("plotly_chart")
    assert not [one for one in app.dataframe if "Participants" in one.value]
    wider = run_screen("trainings", query={"agency": "FIA"})
    assert len(wider.get("plotly_chart")) == 1


def test_the_rows_behind_are_not_shown_and_none_is_taken(run_screen) -> None:
    app = run_screen("records")
    assert "does not show the rows behind the figures" in words(app)
    assert not [one for one in app.button if "Add to the programme" in one.label]


def test_an_internal_view_shows_all_counts(run_screen, monkeypatch) -> None:
    monkeypatch.setenv(loading.PUBLIC_VARIABLE, "0")
    app = run_screen("coverage", query={"agency": "FIA"})
    sent = map_payload(app)
    assert not any(sent["withheld"])
    assert CoverageStatus.SUPPRESSED not in {one["label"] for one in sent["classes"]}
    assert "Public view" not in words(app)


def test_a_wrong_setting_ends_with_what_to_do(run_screen, monkeypatch) -> None:
    monkeypatch.setenv(loading.PUBLIC_VARIABLE, "five")
    app = run_screen("coverage")
    said = words(app)
    assert re.search("TRAINING_PUBLIC is 'five'.*usually 5", said)
    assert [found.value for found in app.error] == ["The dashboard cannot start as it is set up."]
    assert "districts" not in said
