"""A public edition: by hand, and that no count below k follows from what is published."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from data.records.errors import Refusal
from data.records.model import ASSESSMENT_COLUMNS, COUNT_COLUMNS, Records
from data.records.public_edition import (
    KEY,
    SEVERAL_AGENCIES,
    as_shown,
    public_edition,
    smallest_group,
)
from data.store import shipped
from geo.districts.larger_places import several_districts
from tests.data.conftest import records_of

MADE_ON = date(2026, 5, 3)
LAHORE, FAISALABAD, QUETTA, PESHAWAR = "PK617", "PK605", "PK226", "PK528"
PUNJAB, KARACHI, KARACHI_SOUTH = "PK6", "PK7-Karachi", "PK721"
HOMES = (LAHORE, FAISALABAD, QUETTA, KARACHI_SOUTH, KARACHI, PUNJAB, "")
AGENCIES = ("FIA", "Police", "Levies", SEVERAL_AGENCIES)
COUNTS = list(COUNT_COLUMNS)


def made_of(*rows: tuple) -> Records:
    """Return one training "A" with rows of home, agency, women, men, sex not recorded."""
    return records_of(
        [{"training_id": "A", "date_start": date(2023, 2, 27)}], [("A", *row) for row in rows]
    )


def edition_of(*rows: tuple, k: int = 5) -> dict[tuple, list]:
    """Return the counts of the edition of one training, by home and agency."""
    frame = public_edition(made_of(*rows), k, MADE_ON).attendance
    counts = frame[COUNTS].astype(object).where(frame[COUNTS].notna(), None)
    keys = zip(frame["adm2_pcode"], frame["agency"], strict=True)
    return dict(zip(keys, counts.to_numpy().tolist(), strict=True))


def joined(people: int) -> list:
    return [None, None, people]


NO_COUNT = [None, None, None]


# ------------------------------------------------------------------------ by hand


def test_a_sex_of_few_is_not_recorded_and_the_total_stays() -> None:
    assert edition_of((LAHORE, "FIA", 2, 20, 0)) == {(LAHORE, "FIA"): joined(22)}
    assert edition_of((LAHORE, "FIA", 6, 20, 1)) == {(LAHORE, "FIA"): joined(27)}
    assert edition_of((LAHORE, "FIA", 0, 20, None)) == {(LAHORE, "FIA"): [0, 20, None]}


def test_few_of_one_district_are_counted_as_several_agencies() -> None:
    rows = edition_of(
        (LAHORE, "FIA", 1, 2, 0), (LAHORE, "Police", 0, 4, 0), (QUETTA, "FIA", 0, 9, None)
    )
    assert rows == {
        (LAHORE, "FIA"): NO_COUNT,
        (LAHORE, "Police"): NO_COUNT,
        (LAHORE, SEVERAL_AGENCIES): joined(7),
        (QUETTA, "FIA"): [0, 9, None],
    }


def test_few_of_one_province_are_counted_as_several_districts_and_keep_a_common_agency() -> None:
    rows = edition_of((LAHORE, "FIA", 0, 2, 0), (FAISALABAD, "FIA", 0, 4, 0))
    assert rows[several_districts(PUNJAB), "FIA"] == joined(6)
    assert rows[LAHORE, "FIA"] == rows[FAISALABAD, "FIA"] == NO_COUNT
    rows = edition_of((KARACHI, "FIA", 0, 2, 0), (KARACHI_SOUTH, "Police", 0, 4, 0))
    assert rows[several_districts("PK7"), SEVERAL_AGENCIES] == joined(6)


def test_few_of_a_training_are_counted_without_a_home() -> None:
    rows = edition_of((LAHORE, "FIA", 0, 2, 0), (QUETTA, "Police", 0, 4, 0))
    assert rows["", SEVERAL_AGENCIES] == joined(6)


def test_what_is_still_too_few_joins_the_smallest_group() -> None:
    rows = edition_of(
        (LAHORE, "FIA", 10, 10, 0), (QUETTA, "Police", 6, 6, 0), (PESHAWAR, "FIA", 0, 3, 0)
    )
    assert rows["", SEVERAL_AGENCIES] == joined(15)
    assert rows[LAHORE, "FIA"] == [10, 10, 0]
    assert rows[QUETTA, "Police"] == rows[PESHAWAR, "FIA"] == NO_COUNT


def test_rows_that_are_one_too_few_together_are_no_group() -> None:
    rows = edition_of(
        (LAHORE, "FIA", 0, 2, 0), (LAHORE, "Police", 0, 2, 0), (QUETTA, "FIA", 9, 9, 0)
    )
    assert (LAHORE, SEVERAL_AGENCIES) not in rows
    assert rows["", SEVERAL_AGENCIES] == joined(22)


def test_eight_people_in_two_small_rows_go_a_step_further() -> None:
    four = [(LAHORE, "FIA", 0, 4, 0), (LAHORE, "Police", 0, 4, 0)]
    six = [(FAISALABAD, "FIA", 0, 2, 0), (FAISALABAD, "Police", 0, 4, 0)]
    assert edition_of(*six)[FAISALABAD, SEVERAL_AGENCIES] == joined(6)
    rows = edition_of(*four, *six)
    assert (LAHORE, SEVERAL_AGENCIES) not in rows
    assert rows[several_districts(PUNJAB), SEVERAL_AGENCIES] == joined(14)


@pytest.mark.parametrize("people", [(4,), (1, 3), (1, 1, 1, 1), (1, 2, 1, 1), (1,) * 9])
def test_a_training_with_too_few_people_has_no_count(people: tuple[int, ...]) -> None:
    agencies = [f"Agency {number}" for number in range(len(people))]
    rows = edition_of(
        *((LAHORE, agency, 0, count, 0) for agency, count in zip(agencies, people, strict=True))
    )
    assert rows == {(LAHORE, agency): NO_COUNT for agency in agencies}


def test_zero_and_what_has_no_count_stay() -> None:
    rows = edition_of(
        (LAHORE, "FIA", 0, 0, 0),
        (QUETTA, "FIA", None, None, None),
        (QUETTA, "Police", 0, None, None),
    )
    assert rows[LAHORE, "FIA"] == [0, 0, 0]
    assert rows[QUETTA, "FIA"] == NO_COUNT
    assert rows[QUETTA, "Police"] == [0, None, None]


def test_a_published_claim_without_counts_is_the_same() -> None:
    claims = shipped.published()
    rows = claims.attendance[claims.attendance["training_id"] == "IOM-2023"]
    assert len(rows) == 11
    edition = public_edition(replace(claims, attendance=rows), 5, MADE_ON)
    same = rows.sort_values(KEY, ignore_index=True)
    assert_frame_equal(edition.attendance, same, check_dtype=False)


def test_the_notice_tells_k_and_the_day() -> None:
    records = made_of((LAHORE, "FIA", 9, 9, 0))
    notice = public_edition(records, 7, MADE_ON).notice
    assert notice.startswith(f"{records.notice} Public edition, made on 3 May 2026:")
    assert "at least 7" in notice


def test_k_of_two_is_refused() -> None:
    with pytest.raises(Refusal, match="Take 3 or more"):
        public_edition(made_of(), 2, MADE_ON)


@pytest.mark.parametrize(
    ("row", "stays"),
    [
        ((27, 10.4, 13.8, 2.4, 20), True),
        ((5, 10.4, 13.8, 2.4, 20), True),
        ((4, 10.4, 13.8, 2.4, 20), False),
        ((None, 10.4, 13.8, 2.4, 20), False),
        ((27, 10.4, 13.8, 0, 20), False),  # all gained the same
        ((27, 10.4, 20, 2.4, 20), False),  # all had all points
        ((27, 0.1, 13.8, 2.4, 20), False),  # three points of 27 people
        ((27, None, 13.8, None, 20), True),
    ],
)
def test_assessments_that_tell_a_person_are_left_out(row: tuple, stays: bool) -> None:
    table = pd.DataFrame([("A", *row)], columns=list(ASSESSMENT_COLUMNS)).astype(
        {"paired": "Int64"} | dict.fromkeys(ASSESSMENT_COLUMNS[2:], "float64")
    )
    records = replace(made_of((LAHORE, "FIA", 9, 9, 0)), assessments=table)
    assessments = public_edition(records, 5, MADE_ON).assessments
    assert assessments is not None
    assert len(assessments) == stays


def test_what_was_said_at_a_training_is_left_out() -> None:
    assert shipped.illustrative().inputs is not None
    assert public_edition(shipped.illustrative(), 5, MADE_ON).inputs is None


# ------------------------------------------------------------------------ the setting


@pytest.mark.parametrize(
    ("setting", "k"), [("", 0), (" 0 ", 0), ("3", 3), (" 5 ", 5), ("1000", 1000)]
)
def test_the_setting_is_the_fewest_people_or_nothing(setting: str, k: int) -> None:
    assert smallest_group(setting, "TRAINING_PUBLIC") == k


@pytest.mark.parametrize("setting", ["1", "2", "-5", "five", "5.0", "\u0665", "1001", "yes"])
def test_a_wrong_setting_says_what_is_asked_for(setting: str) -> None:
    with pytest.raises(Refusal, match=r"TRAINING_PUBLIC: .*from 3 to 1,000, usually 5"):
        smallest_group(setting, "TRAINING_PUBLIC")


def test_without_a_size_and_of_what_is_public_already_the_records_are_shown() -> None:
    records = made_of((LAHORE, "FIA", 1, 2, 0))
    assert as_shown(records, 0, MADE_ON) is records
    assert as_shown(shipped.published(), 5, MADE_ON) is shipped.published()
    assert "made on 3 May 2026" in as_shown(records, 5, MADE_ON).notice
