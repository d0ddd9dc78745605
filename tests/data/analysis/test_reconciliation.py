"""The records against the release: totals, named places, and what explains a difference."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from data.analysis.reconciliation import AGREES, FEWER, MADE_TO_MATCH, MORE, reconciliation
from data.records.programme import programme
from data.store.shipped import illustrative, published
from geo.districts import gazetteer
from geo.districts.larger_places import larger_places


def verdicts(records) -> dict[str, str]:
    table = reconciliation(records)
    return dict(zip(table["what"], table["verdict"], strict=True))


def test_the_illustrative_records_were_made_to_match_in_every_point() -> None:
    assert set(verdicts(illustrative()).values()) == {MADE_TO_MATCH}


def test_over_a_number_is_not_the_number() -> None:
    real = replace(illustrative(), illustrative=False)
    found = verdicts(real)
    assert found["Participants"] == found["Districts"] == FEWER
    assert found["Trainings"] == AGREES


def test_the_published_facts_say_why_they_are_fewer() -> None:
    table = reconciliation(published()).set_index("what")
    assert table.at["Trainings", "verdict"] == FEWER
    assert "15 are described together" in table.at["Trainings", "why"]
    assert table.at["Participants", "verdict"] == FEWER
    assert "96 participants have no recorded home district" in table.at["Participants", "why"]
    assert table.at["Karachi", "verdict"] == AGREES
    assert table.at["Karachi", "recorded"] == "Karachi, district not known"
    assert table.at["Gilgit", "verdict"] == AGREES


def test_more_than_an_exact_total_is_a_difference_and_more_than_a_least_is_none() -> None:
    shipped = illustrative()
    again = shipped.trainings.assign(training_id="again-" + shipped.trainings["training_id"])
    more = shipped.attendance.assign(training_id="again-" + shipped.attendance["training_id"])
    records = replace(
        shipped,
        illustrative=False,
        trainings=pd.concat([shipped.trainings, again]),
        attendance=pd.concat([shipped.attendance, more]),
    )
    found = verdicts(records)
    assert found["Trainings"] == MORE
    assert found["Participants"] == AGREES


def test_records_that_end_early_say_so() -> None:
    early = replace(illustrative(), as_of=date(2023, 5, 31))
    table = reconciliation(early).set_index("what")
    assert "end on 31 May 2023" in table.at["Participants", "why"]


@pytest.mark.parametrize("place", programme().claims.places, ids=lambda place: place.name)
def test_named_places_are_districts_of_the_list(place) -> None:
    if place.name == "Karachi":
        assert set(place.any_of) == set(larger_places()["PK7-Karachi"].districts)
    else:
        assert [gazetteer.names()[pcode] for pcode in place.any_of] == [place.name]


def test_what_the_release_leaves_open_is_told() -> None:
    words = " ".join(programme().claims.open_questions)
    assert "10 months" in words
    assert "Karachi" in words
