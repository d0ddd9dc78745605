"""The illustrative records: the totals they are made to have, and that they are made again."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.model import COUNT_COLUMNS, FURTHER_COLUMNS, NOT_PUBLISHED
from data.records.programme import committee_agencies, programme
from data.sample import __main__
from data.store.shipped import illustrative
from geo.districts import gazetteer

RECORDS = illustrative()
NAMED = ["Islamabad", "Lahore", "Quetta", "Peshawar", "Muzaffarabad", "Gilgit", "Sialkot"]
NAMED += ["Gujrat", "Kasur", "Jhelum", "Karachi East", "Karachi South", "Karachi Central"]


def test_totals_are_the_published_ones() -> None:
    headline = coverage(RECORDS, whole(RECORDS)).headline
    claims = programme().claims
    assert headline.trainings == claims.trainings.value == 15
    assert headline.participants == claims.participants.value == 386
    assert headline.districts_covered == claims.districts.value == 44
    assert headline.participants_unplaced == headline.rows_without_count == 0


@pytest.mark.parametrize("name", NAMED)
def test_every_place_that_the_release_names_is_reached(name: str) -> None:
    frame = coverage(RECORDS, whole(RECORDS)).districts.set_index("name")
    assert frame.loc[name, "participants"] > 0


def test_trainings_lie_within_the_period_on_working_days() -> None:
    for row in RECORDS.trainings.itertuples():
        days = pd.date_range(row.date_start, row.date_end)
        assert 1 <= len(days) <= 3
        assert (days.day_of_week < 5).all()
        assert date(2023, 2, 1) <= days[0].date() <= days[-1].date() <= date(2023, 9, 25)


def test_levels_agencies_and_what_is_not_recorded() -> None:
    attendance = RECORDS.attendance
    assert set(RECORDS.trainings["level"]) == {"national", "provincial", "district"}
    assert NOT_PUBLISHED not in set(RECORDS.trainings["level"])
    assert set(committee_agencies()) <= set(attendance["agency"]) <= set(programme().agencies)
    assert (attendance[list(COUNT_COLUMNS)].sum() > 0).all()
    unsplit = attendance.groupby("training_id")["participants_f"].count() == 0
    assert unsplit.sum() == 1


def test_home_districts_lie_where_the_level_draws_from() -> None:
    province = gazetteer.districts().set_index("adm2_pcode")["adm1_pcode"]
    rows = RECORDS.attendance.merge(RECORDS.trainings, on="training_id")
    local = rows[rows["level"] != "national"]
    assert (local["adm2_pcode"].map(province) == local["venue_adm2_pcode"].map(province)).all()


def test_the_script_writes_the_same_files_again(tmp_path: Path) -> None:
    __main__.main(tmp_path)
    for name in ("trainings.csv", "attendance.csv", *(f"{n}.csv" for n in FURTHER_COLUMNS)):
        assert (tmp_path / name).read_bytes() == (__main__.HERE / name).read_bytes()


def test_the_script_refuses_other_totals() -> None:
    trainings = __main__.planned()
    rows = __main__.draw_all(trainings)
    with pytest.raises(ValueError, match="trainings, participants and districts"):
        __main__.check(trainings[1:], rows)
    rows[0]["adm2_pcode"] = "PK999"
    with pytest.raises(ValueError, match=r"386|district list"):
        __main__.check(trainings, rows)


def test_the_notice_says_what_they_are() -> None:
    assert RECORDS.illustrative
    assert "made up; districts and published figures are real" in RECORDS.notice
