"""Which counts are withheld in a public view: small ones, and those that would tell them.

The rule, for ``Records.suppress_below`` = *k* (5, say; 0 or 1 withholds nothing):

1. A *cell* is the participants of one agency from one district within a view, and every finer
   count: of one sex, of one training. A cell of 1 to *k* - 1 is withheld.
2. Women, men and sex not recorded of a cell are withheld all three as soon as one of them is of
   1 to *k* - 1, or as their sum is withheld: two of them and the sum would tell the third.
3. A second cell is withheld beside a single one, so that a total does not tell it: the smallest
   other one of the same district, of the same agency in the same province or else in the country,
   and of the same training. Where no other agency of a district has participants, the sexes of
   the whole district are withheld.
4. Under a filter of agencies, the count of a district is such a cell. It is withheld below
   *k*, where the agencies that are withheld in it are partly chosen and partly not, and as a
   second one beside the only withheld district of a province.
5. The rows of one agency behind a district's or a training's figures are shown all or none.
6. An agency is counted by district and in the whole country, never by province. By month, by
   training and by day it is where no total tells a single withheld cell; else with other
   agencies, not at all, or with the days after (``data.suppressed_totals``).
7. Totals of all agencies of a district, a province, a month and the country stay; so do 0,
   *not recorded*, the districts covered, the agencies present and the trainings. The sexes of a
   province are withheld where they would tell those of a single district.

What the rule does not do: the count of a district, or of a training in a district, that has
participants of one agency alone is that agency's, and stays; two small agencies in a district of
two participants are one each; two views of different dates, donors or levels may be subtracted.
Hiding these would take the totals.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.figures.sums import Counts, Mask, summed
from data.records.arrays import UNPLACED, Cells
from geo.districts import gazetteer

if TYPE_CHECKING:
    from data.figures.coverage import Coverage


#: Sums of which totals are shown, and the cells in each: two arrays, as long.
Sums = tuple[NDArray[np.intp], NDArray[np.int64]]


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


def withheld(
    parts: Counts, below: int, also: Withheld | None = None, sums: Sums | None = None
) -> Withheld:
    """Return what is withheld of district x agency x kind; rules 1 to 3.

    Parameters
    ----------
    parts, below
        The counts (``parts_of``), and the smallest that is shown.
    also
        What is withheld of a larger view of which these are a part: it is withheld here too.
    sums
        Which cells meet in a training, of which totals are shown (``sums_of``).
    """
    total = parts.sum(axis=2)
    counts = small(total, below) | ((total > 0) & also.counts if also else False)
    counts = _beside_all(counts, total, sums)
    sexes = counts | small(parts, below).any(axis=2)
    sexes |= (total > 0) & also.sexes if also else False
    of_district = np.zeros(UNPLACED, dtype=bool)
    while True:
        before = sexes.sum() + of_district.sum()
        sexes = _beside_all(sexes, total, sums)
        of_district = beside(of_district | (sexes.sum(axis=1) == 1), total.sum(axis=1), province())
        untold = of_district & ~sexes.any(axis=1)  # its agencies must not add up to it
        sexes |= untold[:, None] & _smallest(total)
        if sexes.sum() + of_district.sum() == before:
            return Withheld(counts, sexes, of_district)


def sums_of(cells: Cells, rows: NDArray) -> Sums:
    """Return which cells (district x agency) meet in a training, in it by district and province.

    Returns
    -------
    tuple of two arrays, as long
        Numbers of sums, and of a cell with participants in each.
    """
    rows = rows[cells.attended[rows] & cells.known[rows] & (cells.district[rows] != UNPLACED)]
    district = cells.district[rows].astype(np.int64)
    cell = district * len(cells.agencies) + cells.agency[rows]
    training, many = cells.training[rows].astype(np.int64), 2 * UNPLACED + 1
    places = (district, UNPLACED + province()[district], np.full(len(rows), 2 * UNPLACED))
    pairs = [np.column_stack([training * many + place, cell]) for place in places]
    once = np.unique(np.concatenate(pairs), axis=0)
    return np.unique(once[:, 0], return_inverse=True)[1], once[:, 1]


@cache
def province() -> NDArray[np.intp]:
    """Return the number of the province of each district of the list."""
    return pd.factorize(gazetteer.districts()["adm1_pcode"], sort=True)[0]


def _beside_all(hidden: Mask, total: Counts, sums: Sums | None) -> Mask:
    """Withhold second cells beside single ones until none stands alone in a total.

    Totals are those of a district, of an agency (its second cell is in the same province if
    there is one, else anywhere), and of a training.
    """
    many = total.shape[1]
    in_district = np.repeat(np.arange(UNPLACED), many)
    in_province = (province()[:, None] * many + np.arange(many)).ravel()
    in_country = np.tile(np.arange(many), UNPLACED)
    found, size, before = hidden.ravel(), total.ravel(), -1
    while found.sum() != before:
        before = found.sum()
        for group in (in_district, in_province, in_country):
            found = beside(found, size, group)
        if sums:
            group, cell = sums
            found = found.copy()
            found[cell[beside(found[cell], size[cell], group)]] = True
    return found.reshape(total.shape)


def beside(hidden: Mask, size: Counts, group: NDArray) -> Mask:
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
    counts = beside(counts & (total > 0), total, province())
    sexes = counts | small(own, below).any(axis=1) | _parted(all_agencies.sexes, chosen)
    sexes |= all_agencies.sexes[:, chosen].any(axis=1) & all_agencies.of_district
    return counts, beside(sexes & (total > 0), total, province())


def sexes_of_provinces(figures: "Coverage", counts: Counts) -> Mask:
    """Return of which of the provinces a view withholds women and men; rule 7.

    Parameters
    ----------
    counts
        The participants of each province, in the order of their P-codes.
    """
    _, sexes = of_districts(figures)
    held = np.bincount(province()[sexes], minlength=len(counts)) == 1
    return beside(held & (counts > 0), counts, np.zeros(len(counts), dtype=np.intp))


def of_seats(figures: "Coverage", rows: NDArray, agencies: tuple[str, ...]) -> Mask:
    """Return which counts of district x agency a view withholds, of some of its rows alone.

    An agency that the records do not have is in none.
    """
    cells, below = figures.records.cells, figures.records.suppress_below
    sums = sums_of(cells, rows)
    hidden = withheld(parts_of(cells, rows), below, figures.withheld, sums).counts
    place = {agency: n for n, agency in enumerate(cells.agencies)}
    none = np.zeros(UNPLACED, dtype=bool)
    columns = [hidden[:, place[agency]] if agency in place else none for agency in agencies]
    return np.stack(columns, axis=1)


def _parted(hidden: Mask, chosen: Mask) -> Mask:
    """Return the districts of whose withheld agencies one is chosen, or some and some not."""
    of_chosen = hidden[:, chosen].sum(axis=1)
    return (of_chosen == 1) | ((of_chosen > 0) & (of_chosen < hidden.sum(axis=1)))
