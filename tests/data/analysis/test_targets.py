"""Reached against targeted, by hand: unknown stays unknown, nobody is 0."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from data.analysis.targets import against_targets
from data.figures.coverage import coverage
from data.figures.selection import whole
from tests.data.conftest import records_of

RECORDS = records_of(
    [{"training_id": "A", "date_start": date(2023, 2, 10)}],
    [
        ("A", "PK401", "FIA", 1, 2, None),
        ("A", "PK226", "FIA", None, None, None),
        ("A", "PK617", "FIA", 0, 0, None),
    ],
)
TARGETS = pd.DataFrame(
    [("PK401", 12), ("PK226", 8), ("PK617", 5), ("PK305", 0), ("PK218", None), ("PK401", 3)],
    columns=["adm2_pcode", "targeted"],
)


def told() -> pd.DataFrame:
    records = replace(RECORDS, targets=TARGETS)
    found = against_targets(coverage(records, whole(records)))
    assert found is not None
    return found.set_index("adm2_pcode")


def test_without_a_table_there_are_no_targets() -> None:
    assert against_targets(coverage(RECORDS, whole(RECORDS))) is None


@pytest.mark.parametrize(
    "some", [{"agencies": ("FIA",)}, {"donors": ("",)}, {"levels": ("national",)}]
)
def test_a_part_of_the_programme_is_not_set_against_the_targets_of_all(some: dict) -> None:
    records = replace(RECORDS, targets=TARGETS)
    assert against_targets(coverage(records, replace(whole(records), **some))) is None


def test_reached_over_targeted_by_hand() -> None:
    assert told().loc["PK401"].to_list() == ["covered", 3, 15, 0.2]


def test_a_count_that_is_not_recorded_is_not_zero() -> None:
    row = told().loc["PK226"]
    assert pd.isna(row["reached"])
    assert row["targeted"] == 8
    assert pd.isna(row["share"])


def test_nobody_is_zero_of_a_target() -> None:
    assert told().loc["PK617"].to_list() == ["zero reported", 0, 5, 0.0]


def test_no_record_against_a_target_is_not_zero() -> None:
    row = told().loc["PK218"]
    assert row["status"] == "no record"
    assert pd.isna(row["reached"])


def test_no_target_and_a_target_of_zero_have_no_share() -> None:
    assert pd.isna(told().loc["PK305", "share"])
    assert pd.isna(told().loc["PK218", "targeted"])
    assert pd.isna(told().loc["PK729", "targeted"])
