"""The quick way of large files says of every row what the usual way says."""

from datetime import date
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.checking import large_files
from data.checking.check import PROBLEM_COLUMNS
from data.checking.large_csv import table_of
from data.checking.large_files import check_files
from data.records.errors import ReadingError
from data.records.model import ATTENDANCE_COLUMNS, TRAINING_COLUMNS
from data.understanding.understand import Understood, understand
from tests.data.sheets_made import balance
from tests.data.uploads import ATTENDED, TRAINING, attendance_csv, quoted, trainings_csv

TODAY = date(2026, 1, 1)

IDS = st.sampled_from(["T1", "T2", "T3", " T1", "'=T", "none such", "", "0300-1234567"])
CELLS = {
    "training_id": IDS,
    "adm2_pcode": st.sampled_from(["PK634", "pk634", "PK610", "", "XX1"]),
    "agency": st.sampled_from(["Police", "police", "Levies", "", "a@b.pk", "x" * 101, "a\nb"]),
    "participants_f": st.sampled_from(["", "0", "2", "1,200", "-1", "~30", "10001", "NA"]),
    "participants_m": st.sampled_from(["", "0", "2.0"]),
    "participants_unspecified": st.just(""),
}
TRAININGS = {
    "training_id": IDS,
    "title": st.sampled_from(["Referral", "Other", ""]),
    "date_end": st.sampled_from(["2023-05-10", "2023-05-08", "2027-01-01"]),
    "summarises": st.sampled_from(["", "3", "0"]),
}
LINES = st.sampled_from(["", "  ", ",,,,,", "T1,PK634,Police", "T2,PK634,Police,1,2,,", "T3,x"])


def text(header: tuple[str, ...], usual: dict, rows: list[dict | str]) -> bytes:
    lines = [",".join(header)]
    for row in rows:
        told = row if isinstance(row, str) else None
        cells = usual | row if told is None else {}
        lines.append(told if told is not None else ",".join(quoted(cells[c]) for c in header))
    return "\n".join(lines).encode()


@settings(deadline=None, max_examples=25)
@given(
    st.lists(st.fixed_dictionaries({}, optional=TRAININGS) | st.just("T1,x"), min_size=1),
    st.lists(st.fixed_dictionaries({}, optional=CELLS) | LINES, min_size=1, max_size=40),
    st.sampled_from([1, 3, 100]),
)
def test_both_ways_say_the_same(tmp_path_factory, trainings, attendance, at_once):
    folder = tmp_path_factory.mktemp("large")
    files = [
        text(TRAINING_COLUMNS, TRAINING, [{}, {"training_id": "T2"}, *trainings]),
        text(ATTENDANCE_COLUMNS, ATTENDED, [{}, *attendance]),
    ]
    paths = [folder / "trainings.csv", folder / "attendance.csv"]
    for path, content in zip(paths, files, strict=True):
        path.write_bytes(content)
    understood = understand(files, TODAY)
    assert isinstance(understood, Understood)
    usual = understood.checked
    with patch.object(large_files, "SLICE", at_once):
        quick, rows = check_files(*paths, TODAY)
    blank = usual.ignored_rows["table"].value_counts()
    assert quick.rows_in == {n: rows - blank.get(n, 0) for n, rows in usual.rows_in.items()}
    assert set(usual.ignored_rows["reason"]) <= {"blank"}
    assert quick.rows_accepted == usual.rows_accepted
    assert quick.ignored_columns == usual.ignored_columns
    assert quick.participants_in == usual.participants_in
    assert quick.participants_accepted == usual.participants_accepted
    assert quick.rows_not_placed == usual.rows_not_placed
    assert sorted(quick.held["row"]) == sorted(usual.held["row"])
    balance(quick)
    pd.testing.assert_frame_equal(quick.trainings, usual.trainings)
    assert list(rows["trainings"]) == list(understood.file_rows["trainings"])
    order = np.argsort(rows["attendance"])
    assert list(rows["attendance"][order]) == list(understood.file_rows["attendance"])
    pd.testing.assert_frame_equal(
        quick.attendance.iloc[order].reset_index(drop=True), usual.attendance
    )
    pd.testing.assert_frame_equal(by_row(quick.problems), by_row(usual.problems), check_dtype=False)
    assert sorted(quick.merged_duplicates.to_records(index=False).tolist()) == sorted(
        usual.merged_duplicates.to_records(index=False).tolist()
    )


def by_row(problems: pd.DataFrame) -> pd.DataFrame:
    order = ["table", "row", "column", "reason"]
    return problems[list(PROBLEM_COLUMNS)].sort_values(order, ignore_index=True)


def write(folder: Path, trainings: bytes, attendance: bytes) -> tuple[Path, Path]:
    paths = (folder / "trainings.csv", folder / "attendance.csv")
    for path, content in zip(paths, (trainings, attendance), strict=True):
        path.write_bytes(content)
    return paths


@pytest.mark.parametrize(
    ("attendance", "what"),
    [
        (b"training_id,agency\nT1,Police\n", "Columns are missing: adm2_pcode"),
        (attendance_csv().split(b"\n")[0] + b"\n,,,,,\n", "It has no rows."),
        (attendance_csv().replace(b"training_id", b"agency"), "twice: agency"),
        (attendance_csv().replace(b"Police", b"Polic\xe9"), "not written in UTF-8"),
        (attendance_csv().replace(b",", b";"), "semicolons"),
        (b"%PDF-1.7", "a PDF document"),
        (b"\n" + attendance_csv(), "first row is blank"),
        (b",,,,,\n" * 20_000, "first row is blank"),
    ],
)
def test_what_is_no_such_file_is_refused(tmp_path, attendance, what):
    with pytest.raises(ReadingError, match=what):
        check_files(*write(tmp_path, trainings_csv(), attendance), TODAY)


@pytest.mark.parametrize(
    ("before", "table"), [(b"", "attendance"), (b"\n", ""), (b",,,,,\n", ""), (b"Police\n", "")]
)
def test_only_a_file_whose_first_row_is_the_header_goes_the_quick_way(tmp_path, before, table):
    _, path = write(tmp_path, trainings_csv(), before + attendance_csv())
    assert table_of(path) == table


def test_other_columns_are_not_read_and_their_names_are_told_safely(tmp_path):
    attendance = attendance_csv().replace(b"\n", b",x\n").replace(b"specified,x", b"specified,Name")
    checked, _ = check_files(*write(tmp_path, trainings_csv(), attendance), TODAY)
    assert checked.ignored_columns["attendance"] == ("Name",)
    assert "x" not in checked.attendance.to_csv()


def test_files_with_a_header_and_no_rows_are_refused(tmp_path):
    header = b",".join(name.encode() for name in ATTENDANCE_COLUMNS)
    for attendance in (header, header + b"\n"):
        with pytest.raises(ReadingError, match="no rows"):
            check_files(*write(tmp_path, trainings_csv(), attendance), TODAY)


def test_a_file_of_rows_that_are_all_too_short(tmp_path):
    header = b",".join(name.encode() for name in ATTENDANCE_COLUMNS)
    files = write(tmp_path, trainings_csv(), header + b"\nT1,PK634\n")
    checked, _ = check_files(*files, TODAY)
    assert checked.problems["reason"].to_list() == ["The row has 2 cells where the header has 6."]
    balance(checked)


def test_everybody_is_accepted_or_in_a_problem(tmp_path):
    attendance = attendance_csv({}, {"agency": "FIA", "participants_f": "-1"}, {}, {"agency": ""})
    checked, _ = check_files(*write(tmp_path, trainings_csv(), attendance), TODAY)
    # The row of FIA has 5 men beside a number that is none; the third row is the first again.
    assert (checked.participants_in, checked.participants_accepted) == (19, 7)
    assert checked.participants_in_problems == 12
