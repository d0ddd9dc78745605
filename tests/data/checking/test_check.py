"""Raw tables -> accepted rows and problems: every rule, and that no row is ever lost."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from unittest.mock import patch

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.checking.check import Checked, CheckingError, check, to_records
from data.checking.table_check import FAULT_COLUMNS, RawTable
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records import rules as cell_rules
from data.records.model import COUNT_COLUMNS
from data.records.personal_data import (
    HIDDEN,
    HIDDEN_NAME,
    HIDDEN_TEXT,
    LONGEST_SHOWN,
    looks_personal,
    safe_name,
    shown,
)
from data.records.problems.kind import ProblemKind
from data.records.tables import TABLES
from tests.data.sheets_made import accepted
from tests.data.uploads import ATTENDED, TRAINING
from tests.in_turn import in_turn

TODAY = date(2024, 1, 1)
RAGGED = ProblemKind("ragged", "Ragged.", "Mend.")


def raw_table(name: str, usual: dict, changes: list[dict], ragged: Sequence[int] = ()) -> RawTable:
    """Return a table of usual rows with some changes; the header would be row 1 of its file."""
    rows = pd.RangeIndex(2, len(changes) + 2, name="row")
    faults = [(row, "", RAGGED) for row in ragged if row in rows]
    return RawTable(
        name=name,
        cells=pd.DataFrame([usual | change for change in changes], index=rows, dtype="str"),
        faults=pd.DataFrame(faults, columns=list(FAULT_COLUMNS)).astype({"row": "int64"}),
        ignored_columns=(),
    )


def raw_tables(
    trainings: list[dict], attendance: list[dict], ragged: Sequence[int] = ()
) -> dict[str, RawTable]:
    return {
        "trainings": raw_table("trainings", TRAINING, trainings),
        "attendance": raw_table("attendance", ATTENDED, attendance, ragged),
    }


def checked(trainings: list[dict] | None = None, attendance: list[dict] | None = None) -> Checked:
    return check(raw_tables(trainings or [{}], attendance or [{}]), TODAY)


def only_problem(found: Checked, table: str) -> pd.Series:
    own = found.problems[found.problems["table"] == table]
    assert len(own) == 1
    return own.iloc[0]


def test_good_rows_are_taken_in_with_their_types() -> None:
    found = checked()
    assert found.problems.empty
    assert accepted(found) == {"trainings": 1, "attendance": 1}
    training, attended = found.trainings.iloc[0], found.attendance.iloc[0]
    assert training["date_start"] == pd.Timestamp(2023, 5, 9)
    assert str(found.trainings["date_start"].dtype) == "datetime64[s]"
    assert training["summarises"] is pd.NA
    assert attended[list(COUNT_COLUMNS)].to_list() == [2, 5, pd.NA]


def test_words_and_codes_get_their_one_spelling() -> None:
    found = checked(
        [{"level": "District", "status": " HELD ", "venue_adm2_pcode": "pk634"}],
        [{"agency": "police", "adm2_pcode": "pk634"}, {"agency": "Border  Force"}],
    )
    assert found.problems.empty
    assert found.trainings.loc[0, ["level", "status", "venue_adm2_pcode"]].to_list() == [
        "district",
        "held",
        "PK634",
    ]
    assert found.attendance["agency"].to_list() == ["Police", "Border Force"]


# ---------------------------------------------------------------------------- counts


@pytest.mark.parametrize(
    ("written", "count"),
    [("", None), ("0", 0), ("7", 7), ("12.0", 12), ("1,200", 1200), ("10000", 10_000)]
    + [(word, None) for word in ("NA", "n/a", "N/A", "None", " ")],
)
def test_a_count_that_can_be_read(written: str, count: int | None) -> None:
    found = checked(attendance=[{"participants_f": written}])
    assert found.problems.empty
    value = found.attendance.loc[0, "participants_f"]
    assert value is pd.NA if count is None else value == count


NO_COUNTS = ["-1", "1.5", "~30", "NaN", "inf", "1e3", "1.200", "1,20", "12,00", "+3", "0x10"]
NO_COUNTS += ["1_000", "--", "²", "5 people", "9" * 200]


@pytest.mark.parametrize("written", NO_COUNTS)
def test_a_count_that_is_no_whole_number(written: str) -> None:
    problem = only_problem(checked(attendance=[{"participants_m": written}]), "attendance")
    assert (problem["row"], problem["column"]) == (2, "participants_m")
    assert problem["reason"] == cell_rules.COUNT.kind.reason


@pytest.mark.parametrize("written", ["10001", "1,000,000,000", "99999999"])
def test_a_very_large_count_is_held_for_review(written: str) -> None:
    problem = only_problem(checked(attendance=[{"participants_f": written}]), "attendance")
    assert "held for review" in problem["reason"]
    assert problem["value"] == written


@pytest.mark.parametrize("written", ["0", "-2", "two"])
def test_a_row_that_stands_for_no_training(written: str) -> None:
    assert only_problem(checked([{"summarises": written}]), "trainings")["column"] == "summarises"


# ----------------------------------------------------------------------------- dates


NO_DATES = ["09/05/2023", "2023-5-9", "20230509", "2023-02-30", "2023-05-09T10:00:00", "45055"]
NO_DATES += ["1999-12-31", "9 May 2023", "", "2023-W19-2", "2023-05-0\u0669"]


@pytest.mark.parametrize("written", NO_DATES)
def test_a_date_that_is_not_taken(written: str) -> None:
    problem = only_problem(checked([{"date_start": written}]), "trainings")
    assert problem["column"] == "date_start"
    assert problem["value"] == written


def test_a_date_beyond_this_century() -> None:
    ahead = {"date_start": "2025-01-01", "date_end": "2100-01-01", "status": "planned"}
    assert only_problem(checked([ahead]), "trainings")["column"] == "date_end"


def test_an_end_before_the_start() -> None:
    problem = only_problem(checked([{"date_end": "2023-05-08"}]), "trainings")
    assert problem["reason"] == "The end is before the start."


def test_a_held_training_cannot_end_after_today() -> None:
    today, tomorrow = {"date_end": "2024-01-01"}, {"date_end": "2024-01-02"}
    assert checked([today]).problems.empty
    assert (
        "after today (1 January 2024)" in only_problem(checked([tomorrow]), "trainings")["reason"]
    )
    assert checked([tomorrow | {"status": "planned"}]).problems.empty


def test_a_plan_of_more_than_two_years_ahead_is_looked_at_first() -> None:
    far = {"date_start": "2026-01-02", "date_end": "2026-01-02", "status": "planned"}
    reason = only_problem(checked([far]), "trainings")["reason"]
    assert reason == "More than two years after today (1 January 2024)."
    near = far | {"date_start": "2026-01-01", "date_end": "2026-01-01"}
    assert checked([near]).problems.empty


# ---------------------------------------------------------------------- words and texts


@pytest.mark.parametrize(
    ("column", "written"),
    [
        ("training_id", ""),
        ("training_id", "x" * 101),
        ("title", ""),
        ("title", "x" * 301),
        ("title", "a\x00b"[:1] + "\x07"),
        ("level", "regional"),
        ("level", ""),
        ("status", "done"),
        ("status", ""),
        ("donor", "x" * 101),
        ("venue_adm2_pcode", "PK999"),
        ("venue_adm2_pcode", "Sialkot"),
    ],
)
def test_a_cell_of_a_training_that_is_not_taken(column: str, written: str) -> None:
    found = checked([{column: written}])
    problem = only_problem(found, "trainings")
    assert problem["column"] == column
    assert len(problem["value"]) <= LONGEST_SHOWN
    assert accepted(found) == {"trainings": 0, "attendance": 0}


@pytest.mark.parametrize(
    ("column", "written"),
    [("adm2_pcode", "PK999"), ("adm2_pcode", "PK9"), ("agency", ""), ("agency", "x" * 101)],
)
def test_a_cell_of_attendance_that_is_not_taken(column: str, written: str) -> None:
    assert only_problem(checked(attendance=[{column: written}]), "attendance")["column"] == column


def test_a_home_that_is_not_recorded_is_taken_in() -> None:
    found = checked(attendance=[{"adm2_pcode": ""}])
    assert found.attendance.loc[0, "adm2_pcode"] == ""


def test_text_that_says_na_stays_text() -> None:
    found = checked([{"title": "NA", "venue": "None"}])
    assert found.trainings.loc[0, ["title", "venue"]].to_list() == ["NA", "None"]


def test_hostile_text_is_kept_as_text() -> None:
    text = "<img src=x onerror=alert(1)> ${x} `y` =1+1"
    assert checked([{"title": text}]).trainings.loc[0, "title"] == text


# ----------------------------------------------------------------------- personal data

PERSONAL = [
    "0300.1234567",
    "35201-1234567-1",
    "3520112345671",
    "35201 1234567 1",
    "0300-1234567",
    "+92 300 1234567",
    "+92-42-35761999",
    "042 35761999",
    "00923001234567",
    "3001234567",
    "aslam.khan@example.org",
    "Contact: Aslam, 03001234567",
    "\u0663\u0665\u0662\u0660\u0661-\u0661\u0662\u0663\u0664\u0665\u0666\u0667-\u0661",
]


@in_turn({"text": PERSONAL, "column": ["title", "venue", "training_id", "date_start", "level"]})
def test_a_persons_data_is_neither_taken_nor_shown(column: str, text: str) -> None:
    found = checked([{column: text}])
    problem = only_problem(found, "trainings")
    assert (problem["column"], problem["value"]) == (column, HIDDEN)
    assert found.trainings.empty
    assert (
        not found.problems.astype(str)
        .apply(lambda c: c.str.contains(text, regex=False))
        .any(axis=None)
    )


SOMEBODY = "Zarqoon Mirjat"


@pytest.mark.parametrize("text", [SOMEBODY, f"{SOMEBODY} (held)", f"national, {SOMEBODY}"])
@pytest.mark.parametrize(
    "column", ["level", "status", "date_start", "venue_adm2_pcode", "summarises"]
)
def test_what_may_be_a_name_is_not_repeated_where_a_known_word_should_be(
    column: str, text: str
) -> None:
    problem = only_problem(checked([{column: text}]), "trainings")
    assert (problem["column"], problem["value"]) == (column, HIDDEN_TEXT)


def test_a_name_for_an_id_or_a_text_that_is_too_long_is_not_repeated() -> None:
    found = checked([{"donor": f"{SOMEBODY} " * 9}], [{"training_id": f"{SOMEBODY} 1"}])
    assert found.problems["value"].to_list() == [HIDDEN_TEXT, HIDDEN_TEXT]


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("level", "regional"),
        ("level", "district and provincial"),
        ("status", "training"),
        ("venue_adm2_pcode", "Dera Ghazi Khan"),
        ("venue_adm2_pcode", "PK 6999"),
        ("venue_adm2_pcode", "XX"),
        ("date_start", "2023-W19-2"),
    ],
)
def test_what_is_certainly_no_name_is_shown(column: str, text: str) -> None:
    shown = only_problem(checked([{column: text}]), "trainings")["value"]
    assert shown.casefold() == text.casefold()


@pytest.mark.parametrize("column", ["agency", "participants_f", "adm2_pcode"])
def test_a_persons_data_in_attendance(column: str) -> None:
    found = checked(attendance=[{column: "35201-1234567-1"}])
    assert only_problem(found, "attendance")["value"] == HIDDEN


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PK634",
        "2023-05-09",
        "T-2023-001",
        "12-13 May 2023",
        "2023-05-09 to 2023-05-10",
        "Act No. XXXIV of 2018",
        "1,000,000,000",
        "Batch 3 of 2023, 25 people",
        "UN-2023-0001",
        "63.4615384615385",  # the mean of a spreadsheet: thirteen digits, as an identity card has
    ],
)
def test_what_does_not_look_personal(text: str) -> None:
    assert not looks_personal(text)
    assert shown(text) == text


def test_long_texts_are_looked_at_quickly_and_shortened() -> None:
    assert len(shown("a@" * 100_000)) <= LONGEST_SHOWN
    assert shown("x" * 100) == "x" * 79 + "…"
    assert safe_name(" Full   name ") == "Full name"
    assert safe_name("") == "(no name)"


@pytest.mark.parametrize("name", ["18-29 years", "Q1 2024", "Kasur 9-5-23", "مئی ۲۰۲۳"])
def test_ages_and_years_in_the_name_of_a_column_are_nobodys(name: str) -> None:
    assert safe_name(name) == name


@pytest.mark.parametrize(
    "name", ["0300 12-34 567", "Zarqoon 1985", "3520-12-34", "00000 18-29 0", "2023-18-29 0001"]
)
def test_numbers_that_may_be_somebodys_are_not_repeated(name: str) -> None:
    assert safe_name(name) == HIDDEN_NAME


# ---------------------------------------------------------------------- between rows


def test_an_exact_duplicate_is_counted_once_and_reported() -> None:
    found = checked(attendance=[{}, {"agency": "FIA"}, {}, {}])
    assert found.problems.empty
    assert found.tables["attendance"].rows_in == 4
    assert found.tables["attendance"].rows_accepted == 2
    assert found.tables["attendance"].duplicates.to_dict("list") == {
        "row": [4, 5],
        "same_as": [2, 2],
    }


def test_one_key_with_other_numbers_is_a_problem_of_each() -> None:
    found = checked(attendance=[{}, {"agency": "POLICE", "participants_f": "9"}])
    assert found.problems["row"].to_list() == [2, 3]
    assert "appear twice" in found.problems.loc[0, "reason"]
    assert found.attendance.empty


def test_one_id_of_two_trainings() -> None:
    found = checked([{}, {"title": "Another"}])
    own = found.problems[found.problems["table"] == "trainings"]
    assert own["row"].to_list() == [2, 3]
    assert found.trainings.empty
    assert only_problem(found, "attendance")["reason"] == "Its training has a problem."


def test_attendance_of_an_unknown_training() -> None:
    problem = only_problem(checked(attendance=[{}, {"training_id": "T9"}]), "attendance")
    assert (problem["row"], problem["value"]) == (3, "T9")
    assert problem["reason"] == "No training has this training_id."


def test_one_row_can_have_several_problems() -> None:
    found = checked([{"level": "x", "status": "y", "date_end": "2023-01-01"}])
    own = found.problems[found.problems["table"] == "trainings"]
    assert set(own["column"]) == {"level", "status", "date_end"}
    assert set(own["row"]) == {2}


def test_a_ragged_row_is_a_problem_and_its_neighbours_are_not() -> None:
    found = check(raw_tables([{}], [{}, {"agency": "FIA"}], ragged=[2]), TODAY)
    assert only_problem(found, "attendance")["row"] == 2
    assert found.tables["attendance"].rows_accepted == 1


def test_a_rule_that_fails_is_never_no_problem() -> None:
    tables = raw_tables([{}], [{}])

    def broken(_: str) -> bool:
        raise RuntimeError("a rule with a fault")

    rules = (replace(cell_rules.PRINTABLE, passes=broken),)
    title = replace(TABLES["trainings"]["title"], rules=rules)
    with patch.dict(TABLES["trainings"], title=title), pytest.raises(CheckingError):
        check(tables, TODAY)


# ------------------------------------------------------------------------ as records


def test_records_are_complete_up_to_the_last_held_day() -> None:
    later = {"training_id": "T2", "date_end": "2024-06-01", "status": "planned"}
    records = to_records(checked([{}, later]), TODAY)
    assert (records.key, records.as_of) == ("yours", date(2023, 5, 10))
    assert coverage(records, whole(records)).headline.participants == 7


def test_records_of_a_file_say_what_they_are_to_whoever_is_handed_files_of_them() -> None:
    records = to_records(checked([{}]), TODAY)
    for words in (records.title, records.notice, records.source):
        assert not {"your", "session"} & {*words.casefold().split()}
    assert "not part of the programme records" in records.notice


def test_records_without_a_held_training_are_of_today() -> None:
    records = to_records(checked([{"status": "cancelled"}]), TODAY)
    assert records.as_of == TODAY
    assert coverage(records, whole(records)).headline.participants == 0


def test_records_of_nothing() -> None:
    records = to_records(checked([{"level": "x"}]), TODAY)
    assert coverage(records, whole(records)).headline.trainings == 0


# -------------------------------------------------------------------- nothing is lost

CELLS = {
    "training_id": ["T1", "T2", "T3", "", "t1", "35201-1234567-1"],
    "title": ["Referral", "", "x" * 301],
    "level": ["district", "National", "regional"],
    "date_start": ["2023-05-09", "2023-05-11", "09/05/2023", ""],
    "date_end": ["2023-05-10", "2024-05-10", "2023-02-30"],
    "venue_adm2_pcode": ["PK634", "", "PK999"],
    "status": ["held", "planned", "done"],
    "summarises": ["", "3", "0"],
    "adm2_pcode": ["PK634", "PK401", "", "PK999"],
    "agency": ["Police", "police", "FIA", "", "a@example.org"],
    "participants_f": ["2", "0", "", "~3", "99999", "NA"],
}


def some_rows(usual: dict[str, str]) -> st.SearchStrategy[list[dict[str, str]]]:
    cells = {column: st.sampled_from(CELLS.get(column, [""])) for column in usual}
    row = st.fixed_dictionaries(
        {}, optional={column: strategy for column, strategy in cells.items() if column in CELLS}
    )
    return st.lists(row, min_size=1, max_size=8)


@given(some_rows(TRAINING), some_rows(ATTENDED), st.sets(st.integers(2, 9), max_size=2))
@settings(max_examples=20, deadline=None)
def test_every_row_is_accepted_merged_or_a_problem(
    trainings: list[dict], attendance: list[dict], ragged: set[int]
) -> None:
    raw = raw_tables(trainings, attendance, sorted(ragged))
    found = check(raw, TODAY)
    for name, table in found.tables.items():
        problem_rows = set(table.problems["row"])
        merged_rows = set(table.duplicates["row"])
        assert table.rows_in == table.rows_accepted + len(problem_rows) + len(merged_rows)
        assert not problem_rows & merged_rows
        assert problem_rows | merged_rows <= set(raw[name].cells.index)
    assert found.trainings["training_id"].is_unique
    assert set(found.attendance["training_id"]) <= set(found.trainings["training_id"])
    assert not found.attendance.duplicated(["training_id", "adm2_pcode", "agency"]).any()
    records = to_records(found, TODAY)
    coverage(records, whole(records)).headline  # noqa: B018 - that it can be worked out
