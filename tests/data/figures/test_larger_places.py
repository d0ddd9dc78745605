"""Homes known only as one of several districts: in totals and provinces, in no district."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from data.analysis.committees import Seat, presence
from data.analysis.equity import equity
from data.analysis.equity_words import left_out_in_words
from data.analysis.targets import against_targets
from data.figures.comparison import Change, compare
from data.figures.coverage import Coverage
from data.figures.provenance import attendance_at, homes_of, totals_at
from data.planning.need import UNCOVERED, WITHIN, need
from data.planning.settings import people_to_cover
from data.records.model import CoverageStatus, Records
from data.writing.export import five_w
from geo.districts.larger_places import larger_places, several_districts
from tests.data.conftest import records_of, view_of

KARACHI = "PK7-Karachi"
EAST, SOUTH = larger_places()[KARACHI].districts[:2]
LAHORE, HYDERABAD = "PK617", "PK709"
TRAININGS = [
    {"training_id": "A", "date_start": date(2023, 2, 27), "level": "provincial"},
    {"training_id": "B", "date_start": date(2023, 6, 5), "level": "provincial"},
]


def of(*rows: tuple, **filters: object) -> Coverage:
    return view_of(records_of(TRAININGS, list(rows)), **filters)


def status(figures: Coverage, pcode: str) -> str:
    return str(figures.districts.set_index("adm2_pcode").at[pcode, "status"])


ROWS = (("A", KARACHI, "FIA", 3, 4, 0), ("A", LAHORE, "Police", 1, 1, 0), ("B", "", "FIA", 0, 2, 0))


def test_it_counts_in_totals_and_its_province_and_in_no_district() -> None:
    figures = of(*ROWS)
    headline = figures.headline
    assert (headline.participants, headline.participants_within) == (11, 7)
    assert (headline.participants_unplaced, headline.districts_covered) == (2, 1)
    provinces = figures.by_province.set_index("adm1_pcode")
    assert provinces.at["PK7", "participants"] == 7
    assert provinces.at["PK7", "districts_covered"] == 0
    assert int(figures.districts["participants"].fillna(0).sum()) == 2
    assert figures.trainings.set_index("training_id").at["A", "home_districts"] == 1


def test_the_province_filter_has_it_and_another_has_not() -> None:
    assert of(*ROWS, provinces=("PK7",)).headline.participants == 7
    assert of(*ROWS, provinces=("PK6",)).headline.participants == 2
    assert of(*ROWS, provinces=("PK7",)).headline.trainings == 1


@pytest.mark.parametrize(
    ("rows", "pcode", "expected"),
    [
        ([], EAST, CoverageStatus.NO_RECORD),
        ([("A", KARACHI, "FIA", 3, 4, 0)], EAST, CoverageStatus.NAMED_WITHIN),
        ([("A", KARACHI, "FIA", None, None, None)], EAST, CoverageStatus.NAMED_WITHIN),
        ([("A", KARACHI, "FIA", 0, 0, 0)], EAST, CoverageStatus.NO_RECORD),
        ([("A", KARACHI, "FIA", 3, 4, 0)], HYDERABAD, CoverageStatus.NO_RECORD),
        ([("A", "PK7", "FIA", 3, 4, 0)], HYDERABAD, CoverageStatus.NAMED_WITHIN),
        ([("A", "PK7", "FIA", 3, 4, 0)], LAHORE, CoverageStatus.NO_RECORD),
        ([("A", several_districts("PK7"), "FIA", 3, 4, 0)], EAST, CoverageStatus.NO_RECORD),
        (
            [("A", KARACHI, "FIA", 3, 4, 0), ("B", EAST, "FIA", 0, 0, 0)],
            EAST,
            CoverageStatus.ZERO_REPORTED,
        ),
        (
            [("A", KARACHI, "FIA", 3, 4, 0), ("B", EAST, "FIA", None, None, None)],
            EAST,
            CoverageStatus.COUNT_NOT_PUBLISHED,
        ),
        (
            [("A", KARACHI, "FIA", 3, 4, 0), ("B", EAST, "FIA", 1, 0, 0)],
            EAST,
            CoverageStatus.COVERED,
        ),
    ],
)
def test_what_is_known_of_a_district_in_it(rows: list, pcode: str, expected: str) -> None:
    assert status(of(*rows), pcode) == expected


def test_its_districts_are_of_the_date_and_the_filters() -> None:
    rows = (("B", KARACHI, "FIA", 3, 4, 0),)
    assert status(of(*rows, as_of=date(2023, 3, 1)), EAST) == CoverageStatus.NO_RECORD
    assert status(of(*rows, agencies=("Police",)), EAST) == CoverageStatus.NO_RECORD
    assert status(of(*rows, provinces=("PK6",)), EAST) == CoverageStatus.NOT_SELECTED


def test_its_districts_are_ranked_under_their_word_and_no_plan_takes_them_for_unreached() -> None:
    figures = of(*ROWS)
    ranked = need(figures).set_index("adm2_pcode")
    assert (ranked.at[EAST, "kind"], ranked.at[EAST, "why"]) == (WITHIN, WITHIN)
    assert ranked.at[HYDERABAD, "kind"] == UNCOVERED
    assert EAST not in people_to_cover(figures).index


def test_its_districts_are_left_out_of_shares_and_have_no_reached_of_their_own() -> None:
    figures = of(*ROWS)
    assert EAST not in set(equity(figures).districts["adm2_pcode"])
    assert "6 districts named within a larger place left out" in left_out_in_words(equity(figures))
    targets = pd.DataFrame({"adm2_pcode": [EAST, HYDERABAD], "targeted": [5, 5]})
    table = against_targets(replace(figures, records=replace(figures.records, targets=targets)))
    assert table is not None
    reached = table.set_index("adm2_pcode")["reached"]
    assert pd.isna(reached[EAST])
    assert pd.isna(reached[HYDERABAD])  # no record, which is not 0


def test_two_dates_tell_it_from_districts_without_anybody() -> None:
    figures = of(("B", KARACHI, "FIA", 3, 4, 0), ("B", SOUTH, "FIA", 1, 0, 0))
    changes = compare(figures, date(2023, 3, 1)).districts.set_index("adm2_pcode")["change"]
    assert changes[EAST] == Change.NAMED_WITHIN
    assert changes[SOUTH] == Change.GAINED
    assert changes[HYDERABAD] == Change.STILL_NONE


def test_a_provincial_committee_has_its_agencies_and_a_district_has_not() -> None:
    figures = of(*ROWS)
    assert presence(figures, "provincial").seats.at["PK7", "FIA"] == Seat.PRESENT
    seats = presence(figures).seats
    assert seats.at[EAST, "FIA"] == Seat.NOT_KNOWN  # of one in Karachi, perhaps of this one
    assert seats.at[LAHORE, "FIA"] == Seat.NOBODY


def test_a_training_and_a_file_name_it() -> None:
    records: Records = of(*ROWS).records
    homes = attendance_at(records, "A").set_index("adm2_pcode")
    assert homes.at[KARACHI, "district"] == "Karachi, district not known"
    assert homes.at[KARACHI, "province"] == "Sindh"
    assert totals_at(records, "A").at[KARACHI, "participants"] == 7
    row = five_w(records).set_index("adm2_pcode").loc[KARACHI]
    assert (row["adm1_pcode"], row["adm1_name"]) == ("PK7", "Sindh")
    assert homes_of(of(*ROWS)) == [LAHORE, KARACHI]
    assert homes_of(of(*ROWS, ("B", SOUTH, "FIA", 0, 0, 0))) == [LAHORE, KARACHI]
