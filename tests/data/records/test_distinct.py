"""Texts worked out once each, in parts; rows that come twice, as pandas tells them."""

import gc
import sys
from functools import _lru_cache_wrapper

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.records import distinct
from data.records.calendar.dates import is_day
from data.records.distinct import (
    again,
    any_says,
    by_text,
    filled_cells,
    first_different,
    numbered,
    repeats,
    text_numbers,
    texts_in_order,
)
from data.understanding.understand import understand
from geo.names.remembered import forgetting_texts
from tests.data.sheets_made import PERSONS, TODAY, person, workbook_of

TEXTS = pd.Series(["b", "a", "", "b", "ccc", "dd", "a"], index=range(5, 12), dtype="str")


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (str.upper, "str"),
        (lambda text: text.replace("b", "x"), "str"),
        (len, "Int64"),
        (str.isalpha, "bool"),
        (set, "object"),
    ],
)
@pytest.mark.parametrize("few", [0, 64])
def test_each_row_is_told_by_its_text_whatever_is_taken_at_once(told, kind, few, monkeypatch):
    monkeypatch.setattr(distinct, "TEXTS_AT_ONCE", 2)
    monkeypatch.setattr(distinct, "FEW", few)
    pd.testing.assert_series_equal(by_text(TEXTS, told, kind), TEXTS.map(told).astype(kind))
    assert by_text(TEXTS, str) is TEXTS, "what says what it is, is not kept twice"


@settings(max_examples=100)
@given(st.lists(st.tuples(*[st.sampled_from(["", "a", "b"])] * 3), max_size=9), st.booleans())
def test_rows_that_come_twice_are_those_of_pandas(rows, short):
    table = pd.DataFrame(rows, columns=list("xyz"), dtype="str")
    table.index = pd.RangeIndex(7, 7 + len(rows))
    first = {row: 7 + rows.index(row) for row in rows}
    told = [(7 + n, first[row]) for n, row in enumerate(rows) if first[row] != 7 + n]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(distinct, "FEW", 64 if short else 0)
        assert again(table).tolist() == table.duplicated().tolist()
        assert list(repeats(table).itertuples(index=False, name=None)) == told
        groups = table.groupby(list(table), sort=False).ngroup()
        pd.testing.assert_series_equal(numbered(table), groups)


@settings(max_examples=200)
@given(st.lists(st.text(alphabet="abc", max_size=2)), st.sampled_from([0.3, 0.9]))
def test_a_long_column_is_read_in_pieces_as_it_is_at_once(texts, most_different):
    column = pd.Series(texts, range(7, 7 + len(texts)), dtype="str")
    with pytest.MonkeyPatch.context() as patched:
        for name, value in {"FEW": 0, "HEAD": 2, "GROWTH": 2, "PIECE": 3}.items():
            patched.setattr(distinct, name, value)
        patched.setattr(distinct, "MOST_DIFFERENT", most_different)
        upper = pd.Series([text.upper() for text in texts], column.index, dtype="str")
        pd.testing.assert_series_equal(by_text(column, str.upper), upper)
        assert by_text(column, str) is column
        assert any_says(column, "b".__eq__) == ("b" in texts)
        different = list(dict.fromkeys(texts))
        assert list(texts_in_order(column)) == different
        assert first_different(column, 2).tolist() == different[:2]
        numbers, count = text_numbers(column)
    assert count == len(different) == len({*numbers.tolist()})
    assert len({*zip(texts, numbers.tolist(), strict=True)}) == count, "one number a text"


@pytest.mark.parametrize("few", [0, 64])
def test_a_cell_is_filled_with_anything_but_spaces(few, monkeypatch):
    monkeypatch.setattr(distinct, "FEW", few)
    cells = pd.DataFrame(
        {0: ["", " \u00a0\t", "a "], 1: ["0", "", "\u200b"]}, [3, 4, 7], dtype="str"
    )
    told = pd.DataFrame({0: [False, False, True], 1: [True, False, True]}, [3, 4, 7])
    pd.testing.assert_frame_equal(filled_cells(cells), told)


def _remembered() -> str:
    """Return all that the project's functions remember, as it is written."""
    modules = [one for name, one in sys.modules.items() if name.startswith(("data.", "geo."))]
    kept = {one for module in modules for one in vars(module).values()
            if isinstance(one, _lru_cache_wrapper)}  # fmt: skip
    return repr([gc.get_referents(one) for one in kept])


def test_no_text_that_was_read_is_remembered_behind_its_reading():
    files = [workbook_of({"List": [list(PERSONS), *map(person, range(1, 6))]})]
    with forgetting_texts():
        assert is_day("9 May 2023")
        assert "9 May 2023" in _remembered()
    assert "9 May 2023" not in _remembered()
    understand(files, TODAY)
    assert not [cell for cell in person(3) if len(cell) > 8 and cell in _remembered()]
