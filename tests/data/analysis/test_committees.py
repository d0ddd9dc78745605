"""Presence of agencies in committees: by hand, by level, and the same as the map counts."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings

from data.analysis.committees import (
    Seat,
    agencies_not_known,
    by_completeness,
    by_notification,
    nearly_complete,
    presence,
)
from data.figures.coverage import coverage
from data.figures.selection import Selection, whole
from data.records.model import COMMITTEE_COLUMNS
from data.records.programme import committee_agencies
from data.store.shipped import illustrative, published
from tests.data.conftest import records_of, view_of, views

SIX = committee_agencies()
SMALL = records_of(
    [
        {"training_id": "A", "date_start": date(2023, 2, 1), "level": "district"},
        {"training_id": "B", "date_start": date(2023, 3, 1), "level": "provincial"},
        {"training_id": "C", "date_start": date(2023, 4, 1), "level": "national"},
    ],
    [
        # Islamabad: five agencies, the Labour Department is the one that is missing.
        ("A", "PK401", "District Administration", 1, 1, None),
        ("A", "PK401", "FIA", None, None, None),
        ("A", "PK401", "Police", 2, 0, None),
        ("B", "PK401", "Police", None, None, 3),
        ("B", "PK401", "Social Welfare Department", 1, None, None),
        ("B", "PK401", "Civil society", 1, None, None),
        ("B", "PK401", "Levies", 9, None, None),
        # Lahore: police reported zero, somebody came whose agency is not recorded.
        ("A", "PK617", "Police", 0, 0, None),
        ("B", "PK617", "Not published", None, None, 4),
        ("B", "PK617", "FIA", 0, 2, None),
        # From nowhere in particular.
        ("C", "", "Labour Department", None, None, 6),
    ],
)


def place(found, pcode: str) -> pd.Series:
    return found.places.set_index("pcode").loc[pcode]


def test_seats_and_participants_by_hand() -> None:
    found = presence(view_of(SMALL))
    assert found.seats.loc["PK401"].to_dict() == {
        "District Administration": Seat.PRESENT,
        "FIA": Seat.PRESENT_WITHOUT_COUNT,
        "Police": Seat.PRESENT,
        "Social Welfare Department": Seat.PRESENT,
        "Labour Department": Seat.NOBODY,
        "Civil society": Seat.PRESENT,
    }
    assert found.participants.loc["PK401"].to_list() == [2, pd.NA, 5, 1, 0, 1]
    assert place(found, "PK401")["present"] == 5
    assert place(found, "PK401")["missing"] == "Labour Department"


def test_zero_reported_not_known_and_nobody_are_three_things() -> None:
    found = presence(view_of(SMALL))
    lahore = found.seats.loc["PK617"]
    assert lahore["Police"] == Seat.ZERO_REPORTED
    assert lahore["FIA"] == Seat.PRESENT
    assert lahore["Labour Department"] == Seat.NOT_KNOWN
    assert found.participants.loc["PK617"].to_list() == [pd.NA, 2, 0, pd.NA, pd.NA, pd.NA]
    assert (found.seats.loc["PK101"] == Seat.NOBODY).all()
    assert found.participants.loc["PK101"].to_list() == [0] * 6
    assert place(found, "PK617")[["present", "not_known"]].to_list() == [1, 4]
    assert place(found, "PK617")["missing"] == "Police"


@pytest.mark.parametrize(
    ("home", "agency", "seats", "districts"),
    [
        ("PK7-Karachi", "Not published", SIX, 6),
        ("PK7-Karachi", "FIA", ("FIA",), 6),
        ("PK7", "FIA", ("FIA",), 29),
        ("PK7-Karachi", "Media", (), 6),
        ("PK7-several-districts", "FIA", (), 0),
        ("", "FIA", (), 0),
    ],
)
def test_of_the_districts_of_a_larger_place_nobody_is_said_to_be_missing(
    home: str, agency: str, seats: tuple[str, ...], districts: int
) -> None:
    training = {"training_id": "A", "date_start": date(2023, 2, 1), "level": "district"}
    figures = view_of(records_of([training], [("A", home, agency, 1, 1, None)]))
    for level in (None, "district"):
        found = presence(figures, level)
        unknown = found.seats == Seat.NOT_KNOWN
        assert unknown.any().to_dict() == {one: one in seats for one in SIX}
        assert (found.places["not_known"] > 0).sum() == (districts if seats else 0)
        lists = found.places.loc[found.places["not_known"] > 0, "missing"]
        assert all(one not in listed.split(", ") for listed in lists for one in seats)
    assert agencies_not_known(figures).sum() == (districts if seats else 0)


def test_of_the_published_records_the_committees_of_karachi_are_not_known() -> None:
    records = published()
    found = presence(coverage(records, whole(records)))
    karachi = found.places["name"].str.contains("Karachi|Korangi|Malir|Keamari")
    assert (found.places.loc[karachi, "missing"] == "").all()
    counts = by_completeness(found).set_index("present")["committees"]
    assert counts[0] == 144


def test_levels_are_apart() -> None:
    district = presence(view_of(SMALL), "district")
    assert place(district, "PK401")["present"] == 3
    provincial = presence(view_of(SMALL), "provincial")
    assert len(provincial.places) == 7
    assert place(provincial, "PK4")["present"] == 3
    assert place(provincial, "PK4")["population"] == 2_363_863
    assert place(provincial, "PK3")["population"] == 1_709_049
    national = presence(view_of(SMALL), "national")
    assert len(national.places) == 1
    assert national.participants.loc["PK", "Labour Department"] == 6
    with pytest.raises(ValueError, match="village"):
        presence(view_of(SMALL), "village")


def test_an_agency_or_a_district_out_of_the_selection_is_no_gap() -> None:
    found = presence(view_of(SMALL, agencies=("FIA", "Police")))
    assert (found.seats["Civil society"] == Seat.NOT_SELECTED).all()
    assert found.shown == ("FIA", "Police")
    assert presence(view_of(SMALL, agencies=("Levies",))).shown == ()
    assert place(found, "PK401")["missing"] == ""
    assert nearly_complete(found).empty
    found = presence(view_of(SMALL, provinces=("PK6",)))
    assert found.shown == SIX
    assert (found.seats.loc["PK401"] == Seat.NOT_SELECTED).all()
    assert found.participants.loc["PK401"].isna().all()
    assert by_completeness(found)["committees"].sum() == 36


def test_nearly_complete_names_the_one_agency() -> None:
    found = nearly_complete(presence(view_of(SMALL)))
    assert found["pcode"].to_list() == ["PK401"]
    assert found["lacks"].to_list() == ["Labour Department"]
    assert found["certain"].to_list() == [True]


def test_nearly_complete_says_where_the_one_may_be_there() -> None:
    rows = [("A", "PK401", agency, 1, None, None) for agency in SIX[:5]]
    rows.append(("A", "PK401", "Not published", 1, None, None))
    start = {"training_id": "A", "date_start": date(2023, 2, 1)}
    found = nearly_complete(presence(view_of(records_of([start], rows))))
    assert found["lacks"].to_list() == [SIX[5]]
    assert found["certain"].to_list() == [False]


def test_completeness_counts_every_committee_once() -> None:
    counts = by_completeness(presence(view_of(SMALL))).set_index("present")["committees"]
    assert counts.to_list() == [158, 1, 0, 0, 0, 1, 0, 0]


def test_notified_yes_no_or_unknown() -> None:
    rows = [
        ("district", "PK4", "PK401", "yes", None),
        ("district", "PK6", "PK617", "no", None),
        ("district", "PK1", "PK101", "perhaps", None),
        ("provincial", "PK6", "", "yes", None),
        ("national", "", "", "yes", None),
    ]
    table = pd.DataFrame(rows, columns=list(COMMITTEE_COLUMNS))
    found = presence(view_of(SMALL), "district", table).places.set_index("pcode")["notified"]
    assert found[["PK401", "PK617", "PK101", "PK102"]].to_list() == [
        "yes",
        "no",
        "unknown",
        "unknown",
    ]
    provincial = presence(view_of(SMALL), "provincial", table).places.set_index("pcode")["notified"]
    assert (provincial["PK6"], provincial["PK2"]) == ("yes", "unknown")
    assert presence(view_of(SMALL), "national", table).places["notified"].to_list() == ["yes"]
    assert set(presence(view_of(SMALL)).places["notified"]) == {"unknown"}


@settings(max_examples=20, deadline=None)
@given(views())
def test_presence_is_what_the_map_counts(view) -> None:
    figures = coverage(*view)
    found = presence(figures)
    selected = ~(found.seats == Seat.NOT_SELECTED).all(axis=1).to_numpy()
    mapped = figures.districts["agencies"].to_numpy()
    assert (found.places["present"].to_numpy() == mapped)[selected].all()
    words = {seat.value for seat in Seat}
    assert set(found.seats.to_numpy().ravel()) <= words
    known = found.participants.sum().sum()
    assert known <= figures.headline.participants


@given(views())
@settings(max_examples=20, deadline=None)
def test_districts_with_an_agency_not_known_are_those_of_the_presence(view) -> None:
    figures = coverage(*view)
    found = presence(figures).places["not_known"] > 0
    assert (agencies_not_known(figures) == found.to_numpy()).all()


def test_where_every_agency_is_told_none_is_unknown_though_somebody_has_none() -> None:
    told = [("A", "PK401", agency, 1, 1, None) for agency in (*SIX, "Not published")]
    some = [("A", "PK617", agency, 1, 1, None) for agency in (*SIX[1:], "Not published")]
    figures = view_of(
        records_of([{"training_id": "A", "date_start": date(2023, 2, 1)}], told + some)
    )
    pcodes = figures.districts["adm2_pcode"]
    assert pcodes[agencies_not_known(figures)].tolist() == ["PK617"]


def test_a_committee_that_was_notified_after_the_day_is_not_notified_on_it() -> None:
    records = illustrative()
    rows = records.committees[records.committees["level"] == "district"]
    days = rows.loc[rows["notified"] == "yes", "notified_on"]
    for day in (date(2023, 3, 31), records.as_of):
        found = presence(coverage(records, Selection(as_of=day)), notified=records.committees)
        counts = by_notification(found)["committees"]
        assert counts["yes"] == (days <= pd.Timestamp(day)).sum()
        assert counts["unknown"] == (rows["notified"] == "unknown").sum()


def test_notified_committees_are_counted_in_the_selection() -> None:
    rows = [("district", "", "PK401", "yes", None), ("district", "", "PK617", "no", None)]
    table = pd.DataFrame(rows, columns=list(COMMITTEE_COLUMNS))
    here = by_notification(presence(view_of(SMALL), notified=table))
    assert here["committees"].to_dict() == {"yes": 1, "no": 1, "unknown": 158}
    assert here["complete"].sum() == 0
    elsewhere = by_notification(presence(view_of(SMALL, provinces=("PK2",)), notified=table))
    assert elsewhere["committees"].to_dict() == {"yes": 0, "no": 0, "unknown": 35}
