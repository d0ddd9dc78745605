"""Columns of numbers that sum up those that count people, are parts of these, or are added up."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from data.records.problems.of_rows import NO_COUNT, SUM_DIFFERS
from data.records.rules import whole_numbers
from data.sheets.fields import ADDED, COUNT_FIELDS, IGNORED, TOLD_BY
from data.sheets.mapping import ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST, say_total

SUM = "Sum of its parts"
#: Fewer rows than this that sum up may do so by chance.
ENOUGH_ROWS = 2
#: What tells the trainings of a list apart.
#: More columns than this are not tried as the parts of a total.
MOST_PARTS = 24


def total_columns(
    cells: pd.DataFrame, fields: Sequence[str | None], unread: Sequence[int]
) -> dict[int, str]:
    """Return what the arithmetic of each row says of unread columns: their field by position.

    A column is a total where each of its numbers is the sum of women, men and others of its row,
    and of others where it completes these to a given total. Columns side by side are parts, and
    not taken in, where together they are the total of each row; so are all where women and men
    are the total already. None of it changes a number of people.

    Parameters
    ----------
    fields
        Of each column, None where nobody knows it.
    unread
        The columns of numbers among those.
    """
    counted = [n for n, name in enumerate(fields) if name in COUNT_FIELDS]
    if not counted:  # nothing that they could be parts, or the sum, of
        return {}
    total = [n for n in counted if fields[n] == "participants_total"]
    numbers = {n: _numbers(cells[n]) for n in (*counted, *unread)}
    parts = [numbers[n] for n in counted if n not in total]
    summed = sums_of_rows(parts) if len(parts) > 1 else None
    if summed is None or not total:
        totals = [n for n in unread if summed is not None and _equal(numbers[n], summed)]
        whole = numbers[total[0]] if len(total) == 1 else summed
        others = [n for n in unread if n not in totals]
        within = _parts(numbers, others, whole) if whole is not None else set()
        return dict.fromkeys(within, IGNORED) | dict.fromkeys(totals[:1], "participants_total")
    whole = numbers[total[0]]
    if _equal(whole, summed):
        return dict.fromkeys(unread, IGNORED)
    rest = [n for n in unread if _equal(whole, sums_of_rows([summed, numbers[n]]))]
    free = "participants_unspecified" not in fields
    return dict.fromkeys(rest[:1], "participants_unspecified") if free else {}


def is_sum(cells: pd.DataFrame, whole: int, parts: Sequence[int]) -> bool:
    """Tell whether one column is the sum of others in each row, of enough rows."""
    return _equal(_numbers(cells[whole]), sums_of_rows([_numbers(cells[n]) for n in parts]))


def is_mostly_sum(cells: pd.DataFrame, whole: int, parts: Sequence[int]) -> bool:
    """Tell whether one column is the sum of others in most rows, of enough, and so meant as it."""
    own, summed = _numbers(cells[whole]), sums_of_rows([_numbers(cells[n]) for n in parts])
    both = (own.notna() & summed.notna() & (own > 0)).fillna(False).to_numpy(bool)
    alike = (own[both] == summed[both]).sum()
    return bool(alike >= ENOUGH_ROWS and 2 * alike > both.sum())


def counts_rows(cells: pd.DataFrame, fields: Sequence[str | None], n: int) -> bool:
    """Tell whether each number of a list is that of all rows of its training: "7" on seven."""
    told = [place for place, one in enumerate(fields) if one in TOLD_BY]
    rows = cells[~say_total(cells)]
    if not told or not (rows[told] != "").all(axis=None):
        return False
    numbers = _numbers(rows[n])
    of_all = bool(numbers.notna().all())  # a blank may be of somebody who did not come
    return of_all and _equal(numbers, rows.groupby(told)[n].transform("size"))


def is_within(
    cells: pd.DataFrame, fields: Sequence[str | None], n: int, total: int | None = None
) -> bool:
    """Tell whether a total, of all columns or ``total``, stands beside one that is nowhere more."""
    if "participants_total" in fields:
        total = list(fields).index("participants_total")
    if total is None:
        return False
    whole = _numbers(cells[total])
    own, unread = whole_numbers(cells[n], LARGEST)
    return not unread.any() and bool((own <= whole).fillna(own.isna()).all())


def _parts(numbers: dict[int, pd.Series], unread: Sequence[int], whole: pd.Series) -> set[int]:
    """Return the columns of the longest rows of neighbours that sum to the whole."""
    found: set[int] = set()
    for start, first in enumerate(unread[:MOST_PARTS]):
        own = [first]
        for n in unread[start + 1 : MOST_PARTS]:
            if n != own[-1] + 1:
                break
            own.append(n)
            if _equal(whole, sums_of_rows([numbers[one] for one in own])):
                found |= set(own)
    return found


def _numbers(column: pd.Series) -> pd.Series:
    return whole_numbers(column, LARGEST)[0]


def sums_of_rows(columns: Sequence[pd.Series]) -> pd.Series:
    """Return the sum of each row; none where no column has a number."""
    sums, recorded = np.zeros(len(columns[0]), dtype="int64"), np.zeros(len(columns[0]), dtype=bool)
    for one in columns:
        sums += one.to_numpy(dtype="int64", na_value=0)
        recorded |= one.notna().to_numpy()
    return pd.Series(pd.arrays.IntegerArray(sums, ~recorded), index=columns[0].index)


def _equal(whole: pd.Series, summed: pd.Series) -> bool:
    """Tell whether the sum is the whole in each row that has both, and there are enough rows."""
    both = (whole.notna() & summed.notna()).to_numpy()
    own, told = (one.to_numpy(dtype="int64", na_value=0)[both] for one in (whole, summed))
    return bool((own > 0).sum() >= ENOUGH_ROWS and (own == told).all())


def added_up(sheet: Sheet, mapping: ColumnMapping) -> tuple[Sheet, ColumnMapping]:
    """Return a sheet whose columns of parts are one of all participants, and its mapping.

    Beside a column of all, they are held against it. A row with a part that is no number, or
    whose parts are not the sum, has a fault. Of blank parts nobody is counted; where all are
    blank, it is not recorded.
    """
    parts = mapping.positions(ADDED)
    if not parts:
        return sheet, mapping
    kept = [n for n in range(len(sheet.header)) if n not in parts]
    whole = mapping.position("participants_total")
    place = {n: new for new, n in enumerate(kept)}
    place |= dict.fromkeys(parts, len(kept) if whole is None else place[whole])
    read = [whole_numbers(sheet.cells[n], LARGEST) for n in parts]
    summed = sums_of_rows([numbers for numbers, _ in read])
    bad = pd.concat([unread for _, unread in read], axis=1).any(axis=1)
    faults = [(row, place[parts[0]], NO_COUNT) for row in sheet.cells.index[bad]]
    if whole is not None:
        said = _numbers(sheet.cells[whole])
        differs = (said != summed).fillna(False).to_numpy(bool) & ~bad.to_numpy(bool)
        faults += [(row, place[whole], SUM_DIFFERS) for row in sheet.cells.index[differs]]
    moved = sheet.faults["position"].map(lambda n: place.get(n, -1), na_action="ignore")
    sheet = replace(
        sheet,
        header=tuple(sheet.header[n] for n in kept),
        tags=tuple(sheet.tags[n] for n in kept),
        cells=sheet.cells[kept].set_axis(range(len(kept)), axis=1),
        faults=pd.concat(
            [sheet.faults.assign(position=moved.astype("int64")),
             pd.DataFrame(faults, columns=["row", "position", "kind"])],
            ignore_index=True,
        ),
        offered={place[n]: why for n, why in sheet.offered.items() if n in kept},
        over_rows=_moved(sheet.over_rows, place),
    )  # fmt: skip
    fields = tuple(mapping.fields[n] for n in kept)
    if whole is None:
        texts = summed.astype("string").fillna("").astype("str")
        sheet = sheet.with_columns([(SUM, texts, "")])
        fields = (*fields, "participants_total")
    return sheet, replace(mapping, fields=fields)


def _moved(
    over_rows: Mapping[int, frozenset[int]], place: Mapping[int, int]
) -> dict[int, frozenset[int]]:
    moved: dict[int, frozenset[int]] = {}
    for n, rows in over_rows.items():
        moved[place[n]] = moved.get(place[n], frozenset()) | rows
    return moved
