"""Rows that were made of those of a file lead back to these, however they were made."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from data.sheets.row_numbers import AS_IN_FILE, FileRow, RowNumbers

ROWS = st.lists(st.integers(1, 99_999), min_size=1, max_size=5, unique=True)


@given(ROWS, st.integers(1, 99))
def test_each_of_several_that_a_row_made_is_that_row(rows: list[int], part: int) -> None:
    numbers = AS_IN_FILE.made(100)
    assert numbers.rows_of(row * 100 + part for row in rows) == [*map(FileRow, rows)]
    assert numbers.made(1000).rows_of(row * 100_000 for row in rows) == [*map(FileRow, rows)]


@given(ROWS, st.integers(1, 3), st.sampled_from([10, 1000, 100_000]))
def test_a_row_of_one_of_several_tables_is_told_with_its_table(
    rows: list[int], place: int, factor: int
) -> None:
    names = ("sheet Kasur", "sheet Okara", "sheet Swat")
    numbers = RowNumbers(factor, tables=tuple((name, AS_IN_FILE) for name in names))
    made = numbers.of_table(place, pd.Index(rows))
    assert numbers.rows_of(made) == [FileRow(row, names[place - 1]) for row in rows]
    others = {*numbers.of_table(place % 3 + 1, pd.Index(rows))}
    assert not others & {*made}, "also of a row far below the others"
    small = [row for row in rows if row < factor]
    assert numbers.of_table(place, pd.Index(small)).to_list() == [
        place * factor + row for row in small
    ], "as decisions were kept by"


def test_rows_that_were_made_are_led_back_through_tables_that_were_joined() -> None:
    numbers = RowNumbers(1000, tables=(("sheet A", AS_IN_FILE.made(100)), ("sheet B", AS_IN_FILE)))
    assert numbers.row_of(1402) == FileRow(4, "sheet A")
    assert numbers.row_of(2004) == FileRow(4, "sheet B")
    assert numbers.row_of(1402).in_words == "4 in sheet A"
    assert numbers.rows_of([1401, 1402, 1501]) == [FileRow(4, "sheet A"), FileRow(5, "sheet A")]


def test_a_column_that_is_a_row_is_told() -> None:
    numbers = RowNumbers(1000, of_columns=True)
    assert numbers.rows_of([2003, 7000]) == [FileRow(2, "column 3"), FileRow(7)]
    assert numbers.made(100).row_of(200_301) == FileRow(2, "column 3")
    assert AS_IN_FILE.row_of(2003) == FileRow(2003)
