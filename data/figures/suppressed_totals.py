"""Totals of agencies that would tell a withheld count, and how a public view does without them.

A total tells the only withheld cell that it sums, once the others are shown. Where that cell is
alone (``lone``), agencies are counted together, days are taken together with the next ones, and
the counts of trainings and seats are withheld. Totals of all agencies stay.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.figures.sums import Counts, Mask
from data.figures.suppression import Withheld
from data.records.arrays import UNPLACED, Cells

if TYPE_CHECKING:
    from data.figures.coverage import Coverage


def lone(cells: Cells, rows: NDArray, group: NDArray, size: int, hidden: Withheld) -> Mask:
    """Return which groups of rows sum a single withheld cell of district x agency.

    Parameters
    ----------
    cells, rows
        The rows of attendance that are summed; those without a home hold no cell.
    group, size
        The group of each row, 0 to ``size`` - 1.
    hidden
        What is withheld of the whole view, of all agencies.
    """
    found = np.zeros(size, dtype=bool)
    for told, _ in _held(cells, rows, group, hidden):
        found |= np.bincount(told, minlength=size) == 1
    return found


def _held(
    cells: Cells, rows: NDArray, group: NDArray, hidden: Withheld
) -> Iterator[tuple[NDArray, NDArray]]:
    """Yield, for counts and for sexes, each group with each withheld cell in it, once."""
    district, agency = cells.district[rows], cells.agency[rows]
    here = (district != UNPLACED) & (_people(cells, rows) > 0)
    district, agency, group = district[here], agency[here], np.asarray(group)[here]
    for mask in (hidden.counts, hidden.sexes):
        held = mask[district, agency]
        cell = district[held].astype(np.int64) * max(len(cells.agencies), 1) + agency[held]
        once = np.unique(np.column_stack([group[held], cell]), axis=0).astype(np.int64)
        yield once[:, 0], once[:, 1]


def _people(cells: Cells, rows: NDArray) -> Counts:
    told: Counts = cells.women[rows] + cells.men[rows] + cells.unspecified[rows]
    return told


def together(figures: "Coverage", month: Counts) -> Mask:
    """Return which agencies of the records a public view counts together by month.

    Those that in some month had participants of a single withheld cell, and as many of the
    smallest others as it takes that all of them together have no such month.

    Parameters
    ----------
    month
        The number of the month of each row of the view.
    """
    cells, rows = figures.records.cells, figures.rows
    many, agency = max(len(cells.agencies), 1), cells.agency[rows]
    _, month = np.unique(month, return_inverse=True)
    months = int(month.max(initial=-1)) + 1
    alone = lone(cells, rows, month * many + agency, months * many, figures.withheld)
    pooled: Mask = np.asarray(alone.reshape(months, many).any(axis=0))
    size = np.bincount(agency, weights=_people(cells, rows), minlength=many)
    others = [one for one in np.argsort(size, kind="stable") if size[one] > 0 and not pooled[one]]
    while others and pooled.any() and not _is_told(figures, month, months, pooled):
        pooled[others.pop(0)] = True
    return pooled


def _is_told(figures: "Coverage", month: NDArray, months: int, pooled: Mask) -> bool:
    """Return whether at least two agencies are together, and no month of theirs has a lone cell."""
    cells, rows = figures.records.cells, figures.rows
    of_pool = pooled[cells.agency[rows]]
    alone = lone(cells, rows[of_pool], month[of_pool], months, figures.withheld)
    return bool(pooled.sum() > 1 and not alone.any())


def of_trainings(figures: "Coverage") -> Mask:
    """Return of which trainings of the records a view of some agencies tells a lone cell."""
    cells, rows = figures.records.cells, figures.rows
    return lone(cells, rows, cells.training[rows], len(cells.training_day), figures.withheld)


def days_told(figures: "Coverage", day: NDArray) -> Mask:
    """Return which days of a view of some agencies are shown; the others count with the next.

    Parameters
    ----------
    day
        The number of the day of each row of the view, 0 to n - 1.

    Returns
    -------
    ndarray of bool, one entry a day
        From one shown day to the next, no cell is alone; the last day is always shown.
    """
    days = int(day.max(initial=-1)) + 1
    shown = np.zeros(days, dtype=bool)
    held = _held(figures.records.cells, figures.rows, day, figures.withheld)
    of_day = [[cell[told == one] for one in range(days)] for told, cell in held]
    since: list[set[int]] = [set(), set()]
    for number in range(days):
        for cells, by_day in zip(since, of_day, strict=True):
            cells.update(by_day[number].tolist())
        if all(len(cells) != 1 for cells in since):
            shown[number], since = True, [set(), set()]
    if days and not shown[-1]:  # the rest goes with the stretch before it
        shown[np.flatnonzero(shown)[-1:]] = False
        shown[-1] = True
    return shown


def taken_together(frame: pd.DataFrame, shown: Mask) -> pd.DataFrame:
    """Return a frame of days (``Coverage.by_day``) in which only some are shown."""
    stretch = np.append(0, shown.cumsum())[: len(frame)]
    columns = ["participants", "rows_without_count"]
    told = frame[shown].reset_index(drop=True)
    told[columns] = frame.groupby(stretch)[columns].sum().to_numpy()
    return told
