"""Which counts are withheld in a public view: small ones, and those that would tell them.

The rule, for ``Records.suppress_below`` = *k* (5, say; 0 or 1 withholds nothing):

1. A *cell* is the participants of one agency from one district within a view, and every finer
   count: of one sex, of one training. A cell of 1 to *k* - 1 is withheld.
2. Women, men and sex not recorded of a cell are withheld all three as soon as one of them is of
   1 to *k* - 1, or as their sum is withheld: two of them and the sum would tell the third.
3. A second cell is withheld beside a single one, so that a total does not tell it: the smallest
   other one of the same district, and of the same agency in the same province. Where no other
   agency of a district has participants, the sexes of the whole district are withheld.
4. Under a filter of agencies, the count of a district is such a cell. It is withheld below
   *k*, where the agencies that are withheld in it are partly chosen and partly not, and as a
   second one beside the only withheld district of a province.
5. The rows of one agency behind a district's or a training's figures are shown all or none.
6. Totals of a district (all agencies), a province, a month and the country stay; so do 0,
   *not recorded*, the districts covered, the agencies present and the trainings.

What the rule does not do: the count of a district or province that has participants of one
agency alone is that agency's, and stays; two small agencies in a district of two participants
are one each; two views of different dates may be subtracted. Hiding these would take the totals.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.cells import UNPLACED, Cells
from data.counting import Counts, Mask, summed
from geo import gazetteer

if TYPE_CHECKING:
    from data.coverage import Coverage


@dataclass(frozen=True, eq=False)
class Withheld:
    """What is withheld of the agencies of each district, in the order of the lists.

    Attributes
    ----------
    counts
        District x agency: the participants, and with them their sexes.
    sexes
        District x agency: women, men and sex not recorded.
    of_district
        District: the sexes of all its agencies together.
    """

    counts: Mask
    sexes: Mask
    of_district: Mask


def small(counts: Counts, below: int) -> Mask:
    """Return which counts are too small to be shown; 0 is not."""
    return (counts > 0) & (counts < below)


def parts_of(cells: Cells, rows: NDArray) -> Counts:
    """Return women, men and sex not recorded by district x agency; rows without a home are out."""
    placed = rows[cells.district[rows] != UNPLACED]
    counts = np.stack([kind[placed] for kind in (cells.women, cells.men, cells.unspecified)])
    return parts_by(cells.district[placed], cells.agency[placed], counts, len(cells.agencies))


def parts_by(district: NDArray, agency: NDArray, counts: Counts, agencies: int) -> Counts:
    """Sum counts (3 x rows) by district x agency x kind."""
    key, size = district.astype(np.int64) * agencies + agency, UNPLACED * agencies
    kinds = [summed(key, size, kind).reshape(UNPLACED, agencies) for kind in counts]
    return np.stack(kinds, axis=-1)


def withheld(parts: Counts, below: int, also: Withheld | None = None) -> Withheld:
    """Return what is withheld of district x agency x kind; rules 1 to 3.

    Parameters
    ----------
    parts, below
        The counts (``parts_of``), and the smallest that is shown.
    also
        What is withheld of a larger view of which these are a part: it is withheld here too.
    """
    total = parts.sum(axis=2)
    counts = small(total, below) | ((total > 0) & also.counts if also else False)
    counts = _beside_both(counts, total)
    sexes = counts | small(parts, below).any(axis=2)
    sexes |= (total > 0) & also.sexes if also else False
    of_district = np.zeros(UNPLACED, dtype=bool)
    while True:
        before = sexes.sum() + of_district.sum()
        sexes = _beside_both(sexes, total)
        of_district = _beside(of_district | (sexes.sum(axis=1) == 1), total.sum(axis=1), province())
        untold = of_district & ~sexes.any(axis=1)  # its agencies must not add up to it
        sexes |= untold[:, None] & _smallest(total)
        if sexes.sum() + of_district.sum() == before:
            return Withheld(counts, sexes, of_district)


@cache
def province() -> NDArray[np.intp]:
    """Return the number of the province of each district of the list."""
    return pd.factorize(gazetteer.districts()["adm1_pcode"], sort=True)[0]


def _beside_both(hidden: Mask, total: Counts) -> Mask:
    """Withhold second cells in districts and in an agency's provinces until none stands alone."""
    many = total.shape[1]
    in_district = np.repeat(np.arange(UNPLACED), many)
    in_province = (province()[:, None] * many + np.arange(many)).ravel()
    found, size = hidden.ravel(), total.ravel()
    while True:
        more = _beside(_beside(found, size, in_district), size, in_province)
        if more.sum() == found.sum():
            return found.reshape(total.shape)
        found = more


def _beside(hidden: Mask, size: Counts, group: NDArray) -> Mask:
    """Withhold the smallest other count of each group in which one alone is withheld."""
    alone = np.bincount(group[hidden], minlength=int(group.max(initial=0)) + 1) == 1
    others = np.flatnonzero(~hidden & (size > 0) & alone[group])
    others = others[np.argsort(size[others], kind="stable")]
    _, first = np.unique(group[others], return_index=True)
    found = hidden.copy()
    found[others[first]] = True
    return found


def _smallest(total: Counts) -> Mask:
    """Return the smallest count above 0 of each row; none where there is none."""
    if not total.shape[1]:
        return total > 0
    sizes = np.where(total > 0, total, np.iinfo(np.int64).max)
    first = np.arange(total.shape[1]) == sizes.argmin(axis=1)[:, None]
    return first & (total > 0)


def of_districts(figures: "Coverage") -> tuple[Mask, Mask]:
    """Return of which districts a view withholds the count, and of which the sexes; rule 4."""
    all_agencies, cells = figures.withheld, figures.records.cells
    if not figures.selection.agencies:
        return np.zeros(UNPLACED, dtype=bool), all_agencies.of_district
    below, own = figures.records.suppress_below, parts_of(cells, figures.rows).sum(axis=1)
    chosen, total = np.isin(cells.agencies, figures.selection.agencies), own.sum(axis=1)
    counts = small(total, below) | _parted(all_agencies.counts, chosen)
    counts = _beside(counts & (total > 0), total, province())
    sexes = counts | small(own, below).any(axis=1) | _parted(all_agencies.sexes, chosen)
    sexes |= all_agencies.sexes[:, chosen].any(axis=1) & all_agencies.of_district
    return counts, _beside(sexes & (total > 0), total, province())


def of_seats(figures: "Coverage", rows: NDArray, agencies: tuple[str, ...]) -> Mask:
    """Return which counts of district x agency a view withholds, of some of its rows alone.

    An agency that the records do not have is in none.
    """
    cells, below = figures.records.cells, figures.records.suppress_below
    hidden = withheld(parts_of(cells, rows), below, also=figures.withheld).counts
    place = {agency: n for n, agency in enumerate(cells.agencies)}
    none = np.zeros(UNPLACED, dtype=bool)
    columns = [hidden[:, place[agency]] if agency in place else none for agency in agencies]
    return np.stack(columns, axis=1)


def _parted(hidden: Mask, chosen: Mask) -> Mask:
    """Return the districts whose withheld agencies are partly chosen and partly not."""
    of_chosen = hidden[:, chosen].sum(axis=1)
    return (of_chosen > 0) & (of_chosen < hidden.sum(axis=1))
