"""Totals written in a sheet that are not the sum of any rows that they can be of."""

from collections.abc import Collection

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.records.model import COUNT_COLUMNS
from data.records.problems.kind import ProblemKind
from data.records.problems.of_rows import UNCHECKED_TOTAL, WRONG_TOTAL
from data.records.rules import whole_numbers
from data.sheets.fields import COUNT_FIELDS
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.totals.total_rows import LARGEST, rows_so_far

#: A problem of a row of totals: its row, the field, and what is wrong.
Wrong = tuple[int, str, ProblemKind]


def wrong_totals(
    cells: pd.DataFrame,
    rows: pd.Index,
    mapping: ColumnMapping,
    unsure: Collection[tuple[int, int]] = (),
    unheld: pd.Series | None = None,
) -> list[Wrong]:
    """Return the totals that are not the sum of any rows that they can be of, and why.

    Where a number among the rows cannot be read, the sum could not be checked.

    A total can be of the rows between it and any total above it, as that of the sheet before it or
    of the division; of all rows above it, or of those under it: up to the next total, and at the
    head of a table of all. A sum so far may count what stands in no row, and be more than all
    rows above it. In a list of persons nothing is summed.

    ``cells`` are the columns of the sheet as text, the ``rows`` of totals among them; ``unsure``
    are rows of which a column could not be read, and its position; -1 where cells may have been
    shifted. ``unheld`` tells of which rows a total may leave out whom they count, as they were not
    held. Women and men that are right tell that their total is, whose parts have no value.
    """
    if mapping.kind == PERSONS or not len(rows):
        return []
    is_sum = cells.index.isin(rows)
    so_far = cells.index.isin(rows_so_far(cells.loc[rows]))
    found: list[Wrong] = []
    for field in COUNT_FIELDS:
        place = mapping.position(field)
        if place is not None:
            read, unread = whole_numbers(cells[place], LARGEST)
            numbers = read.fillna(-1).to_numpy("int64")
            doubted = cells.index.isin([row for row, at in unsure if at in (-1, place)]) & ~is_sum
            doubts = unread.to_numpy() | doubted
            wrong = _wrong(field, cells.index, numbers, doubts, is_sum, so_far)
            if wrong and unheld is not None and unheld.any():
                held = np.where(unheld.to_numpy() & ~is_sum, -1, numbers)
                of_held = {
                    one[0] for one in _wrong(field, cells.index, held, doubts, is_sum, so_far)
                }
                wrong = [one for one in wrong if one[0] in of_held]
            found += wrong
    return [one for one in found if not _is_told_by_sexes(one, found, cells, mapping)]


def _is_told_by_sexes(
    wrong: Wrong, found: Collection[Wrong], cells: pd.DataFrame, mapping: ColumnMapping
) -> bool:
    """Tell whether a total that could not be checked is the sum of right ones beside it."""
    row, field, kind = wrong
    places = mapping.positions(*COUNT_COLUMNS[:2])
    if field != "participants_total" or kind.key != UNCHECKED_TOTAL.key or len(places) < 2:
        return False
    if any(one[0] == row and one[1] in COUNT_COLUMNS for one in found):
        return False
    said = cells.loc[[row], [*places, *mapping.positions(field)]].T[row]
    read, unread = whole_numbers(said, LARGEST)
    return bool(read.notna().all() and not unread.any() and read.iloc[:2].sum() == read.iloc[-1])


def are_sums(column: pd.Series, is_sum: NDArray[np.bool_]) -> bool:
    """Tell whether a column has totals, in the rows that are such, and each of them is right."""
    read, unread = whole_numbers(column, LARGEST)
    numbers = read.fillna(-1).to_numpy("int64")
    wrong = _wrong("", column.index, numbers, unread.to_numpy(), is_sum, np.zeros_like(is_sum))
    return bool((numbers[is_sum] >= 0).any()) and not wrong


def _wrong(
    field: str,
    rows: pd.Index,
    numbers: NDArray[np.int64],
    unread: NDArray[np.bool_],
    is_sum: NDArray[np.bool_],
    so_far: NDArray[np.bool_],
) -> list[Wrong]:
    """Return the wrong totals of one column; a number is -1 where none is recorded."""
    summed = np.cumsum(np.where(is_sum, 0, numbers.clip(min=0)))
    doubts = np.cumsum(unread & ~is_sum)
    places = np.flatnonzero(is_sum).tolist()
    found = []
    earlier: set[tuple[int, int]] = set()
    for number, place in enumerate(places):
        said = int(numbers[place])
        since = (int(summed[place]) - said, int(doubts[place])) in earlier
        earlier.add((int(summed[place]), int(doubts[place])))
        if said < 0 or since:
            continue
        before = places[number - 1] if number else None
        above = (int(summed[place]), int(doubts[place]))
        if place == number:  # only totals stand above it
            possible = [(int(summed[-1]), int(doubts[-1]))]
        elif before is None:
            possible = [above]
        else:
            between = (above[0] - int(summed[before]), above[1] - int(doubts[before]))
            possible = [between, above]
        end = places[number + 1] if number + 1 < len(places) else -1
        under = (int(summed[end]) - above[0], int(doubts[end]) - above[1])
        if (said, 0) in (*possible, under) or (so_far[place] and said > possible[-1][0]):
            continue
        if any(one[1] for one in possible):
            kind = UNCHECKED_TOTAL.of(said=said)
        else:
            nearest = min((one[0] for one in possible), key=lambda one: abs(one - said))
            kind = WRONG_TOTAL.of(said=said, summed=nearest)
        found.append((int(rows[place]), field, kind))
    return found
