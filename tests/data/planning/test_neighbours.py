"""What lies around a district: neighbours with their state, venues by distance."""

from dataclasses import replace
from datetime import date

import pandas as pd

from data.analysis.learning import NOT_COLLECTED, learning_from
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.planning.distances import road_distances, travel_matrix
from data.planning.neighbours import nearest_venues, neighbours_state
from tests.data.conftest import records_of

RECORDS = records_of(
    [
        {"training_id": "A", "date_start": date(2023, 2, 10), "venue_adm2_pcode": "PK617"},
        {"training_id": "B", "date_start": date(2023, 3, 10), "venue_adm2_pcode": "PK617"},
        {"training_id": "C", "date_start": date(2023, 4, 10), "venue_adm2_pcode": "PK226"},
    ],
    [("A", "PK614", "FIA", 1, 2, None), ("C", "PK226", "FIA", 0, 0, None)],
)
FIGURES = coverage(RECORDS, whole(RECORDS))


def test_neighbours_have_their_state() -> None:
    found = neighbours_state(FIGURES, "PK617")
    assert found[["name", "status"]].to_numpy().tolist() == [
        ["Kasur", "covered"],
        ["Nankana Sahib", "no record"],
        ["Sheikhupura", "no record"],
    ]


def test_a_code_that_is_not_in_the_list_has_none() -> None:
    assert neighbours_state(FIGURES, "PK000").empty


def test_venues_are_the_nearest_first_with_their_trainings() -> None:
    found = nearest_venues(FIGURES, "PK614", road_distances())
    assert found[["name", "trainings"]].to_numpy().tolist() == [["Lahore", 2], ["Quetta", 1]]
    assert found["distance"].is_monotonic_increasing


def test_the_venues_are_those_of_the_programme_whatever_is_filtered() -> None:
    filtered = coverage(RECORDS, replace(whole(RECORDS), agencies=("Police",)))
    found = nearest_venues(filtered, "PK614", road_distances())
    pd.testing.assert_frame_equal(found, nearest_venues(FIGURES, "PK614", road_distances()))


def test_venues_that_cannot_be_reached_are_left_out() -> None:
    table = pd.DataFrame([("PK614", "PK617", 4.5)], columns=["from", "to", "hours"])
    near = nearest_venues(FIGURES, "PK614", travel_matrix(table, "hours"))
    assert near[["name", "distance"]].to_numpy().tolist() == [["Lahore", 4.5]]


def test_learning_is_of_the_trainings_attended_from_there() -> None:
    found = learning_from(FIGURES, "PK614")
    assert found["training_id"].to_list() == ["A"]
    assert found["state"].to_list() == [NOT_COLLECTED]
    assert learning_from(FIGURES, "PK226").empty  # nobody came
