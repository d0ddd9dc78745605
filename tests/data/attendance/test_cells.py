"""Places that the list in use has not: counted where they lie, never lost and never twice."""

from datetime import date

import pandas as pd
import pytest

from data.attendance.homes import UNPLACED, as_counted
from data.attendance.order import cells_of
from data.attendance.rows import of_table
from data.records.model import ATTENDANCE_COLUMNS, TRAINING_COLUMNS, Records
from geo.districts import gazetteer

NEWER, PARENT = "PK536", "PK504"


@pytest.fixture
def learned(monkeypatch):
    """A code that another installed set has brought."""
    monkeypatch.setattr(gazetteer, "counted_in", lambda: {NEWER: PARENT})


def trainings(venue: str) -> pd.DataFrame:
    row = dict.fromkeys(TRAINING_COLUMNS, "") | {
        "training_id": "T1",
        "title": "One",
        "level": "district",
        "status": "held",
        "date_start": pd.Timestamp(2023, 5, 1),
        "date_end": pd.Timestamp(2023, 5, 1),
        "venue_adm2_pcode": venue,
        "summarises": pd.NA,
    }
    return pd.DataFrame([row]).astype({"summarises": "Int64"})


def attendance(*homes: str) -> pd.DataFrame:
    counts = {"participants_f": 1, "participants_m": 2, "participants_unspecified": pd.NA}
    rows = [{"training_id": "T1", "adm2_pcode": home, "agency": "Police", **counts}
            for home in homes]  # fmt: skip
    return pd.DataFrame(rows).astype(dict.fromkeys(counts, "Int64"))[list(ATTENDANCE_COLUMNS)]


def records(venue: str, *homes: str) -> Records:
    return Records("x", "X", "", "", date(2023, 6, 1), trainings(venue), attendance(*homes))


def test_a_newer_district_is_counted_in_the_one_that_has_it(learned):
    read = records(NEWER, NEWER, PARENT, "", "PK999")
    place = gazetteer.districts()["adm2_pcode"].to_list().index(PARENT)
    assert read.cells.district.tolist() == [place, place, UNPLACED, UNPLACED]
    assert read.attendance["adm2_pcode"].tolist() == [PARENT, PARENT, "", "PK999"]
    assert read.trainings["venue_adm2_pcode"].tolist() == [PARENT]
    assert (read.cells.women.sum(), read.cells.men.sum()) == (4, 8)


def test_the_table_that_was_given_stays_as_it_was(learned):
    given = attendance(NEWER)
    assert as_counted(given, "adm2_pcode")["adm2_pcode"].tolist() == [PARENT]
    assert given["adm2_pcode"].tolist() == [NEWER]


def test_a_table_without_such_a_code_is_given_back_itself(learned):
    given = attendance(PARENT, "")
    assert as_counted(given, "adm2_pcode") is given


def test_a_code_that_no_set_has_brought_is_unplaced():
    assert records("", NEWER).cells.district.tolist() == [UNPLACED]


def test_a_planned_training_and_one_that_is_not_there_are_left_out():
    given = trainings("").assign(status="planned")
    assert len(cells_of(given, of_table(attendance(PARENT))).women) == 0
    other = of_table(attendance(PARENT).assign(training_id="T2"))
    assert len(cells_of(trainings(""), other).women) == 0
