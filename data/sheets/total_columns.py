"""Columns of numbers that no name tells: the sum of those that count people, or its parts."""

from collections.abc import Sequence

import pandas as pd

from data.records.rules import whole_numbers
from data.sheets.fields import COUNT_FIELDS
from data.sheets.total_rows import LARGEST

#: Fewer rows than this that sum up may do so by chance.
ENOUGH_ROWS = 2
#: More columns than this are not tried as the parts of a total.
MOST_PARTS = 24


def total_columns(
    cells: pd.DataFrame, fields: Sequence[str | None], unread: Sequence[int]
) -> tuple[set[int], set[int]]:
    """Return the unread columns that sum up those that count people, and those that are its parts.

    A column is a total where each of its numbers is the sum of women, men and others of its row;
    columns side by side are parts where together they are the total of each row. Whether either
    is taken in changes no number of people.

    Parameters
    ----------
    fields
        Of each column, None where nobody knows it.
    unread
        The columns of numbers among those.
    """
    counted = [n for n, name in enumerate(fields) if name in COUNT_FIELDS]
    total = [n for n in counted if fields[n] == "participants_total"]
    numbers = {n: _numbers(cells[n]) for n in (*counted, *unread)}
    parts = [numbers[n] for n in counted if n not in total]
    summed = _sum(parts) if len(parts) > 1 else None
    totals = set()
    if summed is not None and not total:
        totals = {n for n in unread if _equal(numbers[n], summed)}
    whole = numbers[total[0]] if len(total) == 1 else summed
    others = [n for n in unread if n not in totals]
    return totals, _parts(numbers, others, whole) if whole is not None else set()


def _parts(numbers: dict[int, pd.Series], unread: Sequence[int], whole: pd.Series) -> set[int]:
    """Return the columns of the longest rows of neighbours that sum to the whole."""
    found: set[int] = set()
    for start, first in enumerate(unread[:MOST_PARTS]):
        own = [first]
        for n in unread[start + 1 : MOST_PARTS]:
            if n != own[-1] + 1:
                break
            own.append(n)
            if _equal(whole, _sum([numbers[one] for one in own])):
                found |= set(own)
    return found


def _numbers(column: pd.Series) -> pd.Series:
    return whole_numbers(column, LARGEST)[0]


def _sum(columns: Sequence[pd.Series]) -> pd.Series:
    return pd.concat(list(columns), axis=1).sum(axis=1, min_count=1).astype("Int64")


def _equal(whole: pd.Series, summed: pd.Series) -> bool:
    """Tell whether the sum is the whole in each row that has both, and there are enough rows."""
    both = whole.notna() & summed.notna()
    above = both & (whole > 0).fillna(False)
    return bool(above.sum() >= ENOUGH_ROWS and (whole[both] == summed[both]).all())
