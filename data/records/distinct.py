"""Texts of which few are different, each worked out once; and rows that come twice."""

import weakref
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache, partial, wraps
from itertools import islice
from typing import Any, TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pandas.api.extensions import ExtensionArray, ExtensionDtype
from pandas.api.types import pandas_dtype

from data.records.sought_words import may_be_true

Told = TypeVar("Told", pd.Series, pd.DataFrame)
TEXTS_AT_ONCE = 5_000
#: A column of fewer rows is read by a dictionary of its texts.
FEW = 64
#: In a column of so many, words are sought faster than its texts are asked about one by one.
LONG = 500
#: So many rows of a column have all that most ask for.
HEAD = 1_000
#: Where these have not all, so many times as many are looked at next.
GROWTH = 8
#: A longer column is read in pieces where this share of the first of them is different: to number
#: a hundred thousand texts takes five times their own room.
PIECE, MOST_DIFFERENT = 20_000, 0.9


def by_text(
    column: pd.Series, told: Callable[[str], Any] | Mapping[str, Any], kind: str = "str"
) -> pd.Series:
    """Return for each row what its text says.

    No text of the ``column`` is missing. ``told`` is what a text says: a function, or a mapping
    that has every text; ``kind`` is the type of the result, as pandas names it.
    """
    say = told.__getitem__ if isinstance(told, Mapping) else told
    if len(column) < FEW:
        return _of_few(column, say, kind)
    pieces = _pieces(column)
    if len(pieces) > 1:
        told_each = [by_text(piece, told, kind) for piece in pieces]
        if all(one is piece for one, piece in zip(told_each, pieces, strict=True)):
            return column
        return pd.Series(pd.concat(told_each).array, index=column.index)
    codes, texts = pd.factorize(column)
    parts, is_same = [], column.dtype == kind
    for part in in_parts(texts):
        told_once: Any = [say(text) for text in part]
        is_same = is_same and told_once == part
        parts.append(pd.Series(told_once, dtype=kind))
    if is_same:
        return column  # most say what they are: a column of them is not kept a second time
    # Of few texts, as most columns have, joining would take longer than all else.
    [whole] = parts if len(parts) == 1 else [pd.concat([pd.Series([], dtype=kind), *parts])]
    return pd.Series(whole.array.take(codes), index=column.index)


def _of_few(column: pd.Series, say: Callable[[str], Any], kind: str) -> pd.Series:
    """Return what the texts of a short column say, which numbering them would take longer than."""
    texts = column.tolist()
    told = {text: say(text) for text in dict.fromkeys(texts)}
    values = [told[text] for text in texts]
    own = _type_of(kind)
    if column.dtype == own and values == texts:
        return column
    return pd.Series(values, index=column.index, dtype=own)


def _type_of(kind: str) -> ExtensionDtype | np.dtype:
    """Return the type of a name: to look it up takes as long as half a short column."""
    return _type_kept_as(kind, pd.get_option("mode.string_storage"))


@lru_cache(maxsize=16)
def _type_kept_as(kind: str, _storage: str) -> ExtensionDtype | np.dtype:
    return pandas_dtype(kind)


def says(column: pd.Series, told: Callable[[str], bool]) -> np.ndarray:
    """Tell of each row whether its text says something; no text is missing.

    Of a long column, those texts alone are asked about that hold what the rule is ``only_with``.
    """
    if len(column) >= FEW:
        may = may_be_true(column, told) if len(column) >= LONG else None
        if may is None:
            return by_text(column, told, "bool").to_numpy(copy=True)
        if may.any():
            may[may] = by_text(column[may], told, "bool").to_numpy()
        return may
    texts = column.tolist()
    said = {text: told(text) for text in dict.fromkeys(texts)}
    return np.array([said[text] for text in texts], dtype=bool)


def any_says(column: pd.Series, told: Callable[[str], bool]) -> bool:
    """Tell whether a text says something; none is asked about behind the first that does."""
    may = may_be_true(column, told) if len(column) >= LONG else None
    pieces = _pieces(column if may is None else column[may])
    return any(told(text) for one in pieces for part in in_parts(one.unique()) for text in part)


def _pieces(column: pd.Series) -> list[pd.Series]:
    """Return a column, in pieces where it is long and most of its texts differ."""
    is_long = len(column) > PIECE
    if not is_long or any(
        column.iloc[:rows].nunique() < MOST_DIFFERENT * rows for rows in (HEAD, PIECE)
    ):
        return [column]
    return [column.iloc[start : start + PIECE] for start in range(0, len(column), PIECE)]


def in_parts(texts: pd.Index | ExtensionArray | np.ndarray) -> Iterator[list[str]]:
    """Yield texts as lists: one by one a text takes ten times the room that it has in a column."""
    for start in range(0, len(texts), TEXTS_AT_ONCE):
        yield texts[start : start + TEXTS_AT_ONCE].tolist()


def different_texts(column: pd.Series, most: int | None = None) -> list[str]:
    """Return the different texts of a column, in their order; the first of them, where told."""
    if len(column) < FEW:
        return list(dict.fromkeys(column.tolist()))[:most]
    return list(islice(texts_in_order(column), most))


def texts_in_order(column: pd.Series) -> Iterator[str]:
    """Yield the different texts of a column; those behind its head are not looked for before."""
    if len(column) < FEW:
        yield from dict.fromkeys(column.tolist())
        return
    told, rows, is_more = 0, HEAD, True
    while is_more:
        texts = column.iloc[:rows].unique()
        for part in in_parts(texts[told:]):
            yield from part
        is_more, told, rows = rows < len(column), len(texts), GROWTH * rows


def first_different(column: pd.Series, most: int) -> pd.Series:
    """Return the first different texts of a column, so many at most."""
    rows = most
    while len(texts := column.iloc[:rows].unique()) < most and rows < len(column):
        rows *= GROWTH
    return pd.Series(texts[:most])


def times_of(column: pd.Series) -> Mapping[str, int]:
    """Return how often each text of a column comes."""
    if len(column) < FEW:
        return Counter(column.tolist())
    counts = column.value_counts()
    return dict(zip(counts.index.tolist(), counts.tolist(), strict=True))


def filled_texts(column: pd.Series, most: int | None = None) -> list[str]:
    """Return the different texts of a column, in their order, without those of spaces alone.

    Only the first of them, where it is told how many at most.
    """
    texts = texts_in_order(column) if most else different_texts(column)
    return list(islice((text for text in texts if text.strip()), most))


def blank_column(rows: pd.Index) -> pd.Series:
    """Return a column of texts that are all blank."""
    # From a list: of one text pandas makes it four times as slowly.
    return pd.Series([""] * len(rows), index=rows, dtype=_type_of("str"))


def filled_from(column: pd.Series, others: pd.Series) -> pd.Series:
    """Return the texts of a column; where it is blank, those of another of the same rows."""
    if len(column) >= FEW:
        return column.where(column != "", others)
    texts = [own or other for own, other in zip(column.tolist(), others.tolist(), strict=True)]
    return pd.Series(texts, index=column.index, dtype=column.dtype)


def is_filled(column: pd.Series) -> pd.Series:
    """Tell of each cell whether anything but spaces is in it."""
    return pd.Series(_filled(column), column.index, copy=False)


def _filled(column: pd.Series) -> np.ndarray:
    if len(column) < FEW:
        return np.array([bool(text.strip()) for text in column.tolist()], dtype=bool)
    return (column.str.strip() != "").to_numpy(dtype=bool)


def any_filled(cells: pd.DataFrame, places: Iterable[Hashable]) -> pd.Series:
    """Tell which rows have something in one of some columns."""
    filled = np.zeros(len(cells), dtype=bool)
    for n in places:
        filled |= _filled(cells[n])
    return pd.Series(filled, cells.index, copy=False)


def once_a_table(
    work: Callable[[pd.DataFrame], Told],
) -> Callable[[pd.DataFrame], Told]:
    """Work something out once for a table, as long as that is there.

    For what many ask of one table, which none of them changes.
    """
    # By where a table lies in memory, that table and what was told of it.
    known: dict[int, tuple[weakref.ref[pd.DataFrame], Told]] = {}

    def forget(place: int, _table: weakref.ref[pd.DataFrame]) -> None:
        known.pop(place, None)

    @wraps(work)
    def told_once(cells: pd.DataFrame) -> Told:
        table, told = known.get(id(cells), (None, None))
        if told is None or table is None or table() is not cells:
            told = work(cells)
            known[id(cells)] = weakref.ref(cells, partial(forget, id(cells))), told
        return told.copy(deep=False)

    return told_once


@once_a_table
def filled_cells(cells: pd.DataFrame) -> pd.DataFrame:
    """Tell of each cell of a table whether anything but spaces is in it."""
    return pd.DataFrame({n: _filled(column) for n, column in cells.items()}, index=cells.index)


def those(rows: pd.DataFrame, wanted: pd.Series | np.ndarray) -> pd.DataFrame:
    """Return the rows that are wanted; the table itself where all are, so that none is copied."""
    return rows if np.asarray(wanted).all() else rows[wanted]


def repeats(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are equal to an earlier one in every column, and that one.

    Returns
    -------
    pandas.DataFrame
        ``row``, ``same_as``, both as the index of ``rows`` numbers them.
    """
    groups = _alike(rows)
    some = np.flatnonzero(np.bincount(groups)[groups] > 1)
    if not len(some):  # of most tables
        none = np.empty((0, 2), dtype=rows.index.to_numpy().dtype)
        return pd.DataFrame(none, columns=["row", "same_as"])
    of_some = pd.Series(rows.index[some], dtype=rows.index.dtype)
    first = of_some.groupby(groups[some]).transform("min")
    told = pd.DataFrame({"row": of_some, "same_as": first})
    return told[pd.Series(groups[some]).duplicated()].reset_index(drop=True)


def again(rows: pd.DataFrame) -> pd.Series:
    """Tell of each row whether it is equal to an earlier one in every column."""
    return numbered(rows).duplicated()


def numbered(rows: pd.DataFrame) -> pd.Series:
    """Return a number for each row, from 0 in their order; rows equal in every column have one."""
    return pd.Series(_alike(rows), index=rows.index)


def texts_of_numbers(number: pd.Series, texts: list[str]) -> pd.Series:
    """Return for each row the text in the place that its number says."""
    return pd.Series(np.array(texts, dtype=object)[number], index=number.index, dtype="str")


def text_numbers(column: pd.Series) -> tuple[np.ndarray, int]:
    """Return a number for each row, which rows of one text share, and how many texts there are.

    No text is missing. Of a long column of which most texts differ they are numbered in order:
    to number them as they come takes four times the room.
    """
    if len(_pieces(column)) == 1:
        codes, texts = pd.factorize(column)
        return codes, len(texts)
    texts = pa.chunked_array(pa.array(column))
    order = pc.call_function("sort_indices", [texts])
    texts = texts.take(order)
    is_another = pc.call_function("not_equal", [texts[1:], texts[:-1]]).to_numpy()
    numbers = np.concatenate([[0], np.cumsum(is_another)])
    codes = np.empty(len(column), dtype="int64")
    codes[order.to_numpy()] = numbers
    return codes, int(numbers[-1]) + 1


def _alike(rows: pd.DataFrame) -> np.ndarray:
    """Return a number for each row, which is that of another where they are equal.

    Column by column: pandas keeps what all of them hold as numbers at once.
    """
    if rows.columns.empty:
        return np.arange(len(rows))
    if len(rows) < FEW:
        told: dict[tuple[str, ...], int] = {}
        each = zip(*(column.tolist() for _name, column in rows.items()), strict=True)
        return np.array([told.setdefault(one, len(told)) for one in each], dtype="int64")
    numbers = np.zeros(len(rows), dtype="int64")
    for name in rows:
        codes, count = text_numbers(rows[name])
        numbers, different = pd.factorize(numbers * (count + 1) + codes + 1)
        if len(different) == len(rows):
            break
    return numbers
