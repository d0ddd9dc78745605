"""Rows in little room: the same rows as in the table, whatever they hold and however they come."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from data.attendance.order import in_day_order
from data.attendance.rows import COUNTS, SCHEMA, TEXTS, Attendance, of_batches, of_table
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.model import Records
from data.store.shipped import illustrative

ROW = st.tuples(
    *[st.sampled_from(["", "T1", "a", "\u0627", *map(str, range(300))])] * len(TEXTS),
    *[st.none() | st.integers(0, 2**40) | st.sampled_from([0, 127, 128, 32_767, 32_768])] * 3,
)


def table_of(rows: list[tuple]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=list(SCHEMA.names), dtype=object)
    return table.astype({**dict.fromkeys(TEXTS, "str"), **dict.fromkeys(COUNTS, "Int64")})


@given(st.lists(ROW, max_size=40), st.integers(1, 40))
@settings(max_examples=40)
def test_the_table_is_what_it_was_and_in_parts_too(rows, size):
    table = table_of(rows)
    pd.testing.assert_frame_equal(of_table(table).frame(), table)
    whole_table = pa.Table.from_pandas(table, SCHEMA, preserve_index=False)
    in_parts = of_batches(whole_table.to_batches(max_chunksize=size))
    pd.testing.assert_frame_equal(in_parts.frame(), table)


def test_some_rows_are_listed_in_the_order_asked_for():
    table = illustrative().attendance
    chosen = np.array([5, 0, 3])
    listed = of_table(table).frame(chosen)
    pd.testing.assert_frame_equal(listed, table.iloc[chosen].reset_index(drop=True))


def test_the_rows_of_a_training_are_found_and_of_none_that_is_not_there():
    table = illustrative().attendance
    rows = of_table(table)
    one = table["training_id"].iloc[-1]
    assert rows.of_training(one).tolist() == np.flatnonzero(table["training_id"] == one).tolist()
    assert rows.of_training("not there").tolist() == []


def test_a_row_takes_a_few_bytes():
    table = pd.concat([illustrative().attendance] * 100, ignore_index=True)
    rows = of_table(table)
    columns = [*rows.codes.values(), *rows.counts.values()]
    assert sum(column.nbytes for column in columns) <= 8 * len(table)


def in_little_room(records: Records) -> tuple[Records, Attendance]:
    ordered, _ = in_day_order(records.trainings, records.rows)
    return replace(records, attendance=ordered), ordered


def test_records_of_rows_in_little_room_hold_no_table_and_have_the_same_figures():
    given_table = illustrative()
    records, rows = in_little_room(given_table)
    assert records.rows is rows
    assert records.having({}).rows is rows
    one, other = (coverage(each, whole(each)) for each in (records, given_table))
    assert one.headline == other.headline
    pd.testing.assert_frame_equal(one.districts, other.districts)
    pd.testing.assert_frame_equal(one.trainings, other.trainings)


def test_what_is_in_order_is_not_copied():
    records, rows = in_little_room(illustrative())
    assert records.cells.order is None
    assert np.shares_memory(records.cells.women, rows.counts["participants_f"])
    assert np.shares_memory(records.cells.district, rows.codes["adm2_pcode"])
