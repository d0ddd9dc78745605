"""How evenly the participants are spread over the people: provinces, Lorenz, Gini, Theil.

Every measure compares a district's share of the participants with its share of the people. A
district that nobody was trained from is in with 0 participants. One whose population or whose
count is not known cannot be compared: it is left out, and counted.
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.attendance.homes import HOMES, UNPLACED
from data.figures.coverage import Coverage
from data.figures.sums import participants_by
from data.records.model import CoverageStatus

#: How often chance is asked.
DRAWS = 400
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Theil:
    """Theil's T of participants per person, and its two parts.

    Attributes
    ----------
    total
        0 where each district has its share; the most is ln(people / people of the smallest).
    between
        The part that is left if each province spread its participants evenly over its people.
    within
        The rest: differences between districts of the same province.
    provinces
        One row a province, by name: ``province``, ``people``, ``participants``, ``theil``
        (among its own districts; NaN where it has no participant), ``within`` (what it adds to
        the part within: its share of the participants times its ``theil``).
    """

    total: float
    between: float
    within: float
    provinces: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Equity:
    """The spread of participants over people in the selected districts of a view.

    Attributes
    ----------
    districts
        The districts that are compared, those with fewest participants a person first:
        ``adm2_pcode``, ``name``, ``province``, ``people``, ``participants``.
    lorenz
        ``people``, ``participants``: cumulative shares of both (0 to 1) in that order, one row
        a district after a first row of zeros. Empty where nobody can be compared.
    gini
        0 (participants in proportion to people) to near 1 (all from the smallest district);
        None where there are no participants to compare, or where ``hardly_counted``.
    hardly_counted
        Whether most districts that were reached have no count, or most participants have no
        recorded home district: a coefficient would be of what happens to be counted.
    theil
        The same as a split within and between provinces; None likewise.
    without_population, without_count
        Districts that are left out, because their population is not known, or because somebody
        was reached and no count is recorded or shown (and the population is known).
    named_within
        Districts that are left out, as somebody may have come from there: a larger place is named.
    partly_counted
        Districts that are in with the sum of the recorded counts, while others are missing.
    """

    districts: pd.DataFrame
    lorenz: pd.DataFrame
    gini: float | None
    hardly_counted: bool
    theil: Theil | None
    without_population: int
    without_count: int
    named_within: int
    partly_counted: int


def equity(figures: Coverage) -> Equity:
    """Return how evenly the participants of a view are spread over the people."""
    frame = figures.districts
    frame = frame[frame["status"] != CoverageStatus.NOT_SELECTED]
    with_people = frame[frame["population"].notna() & (frame["population"] > 0)]
    without_count = with_people["status"] == CoverageStatus.COUNT_NOT_PUBLISHED
    named_within = with_people["status"] == CoverageStatus.NAMED_WITHIN
    counted = with_people[~without_count & ~named_within]
    compared = counted[["adm2_pcode", "name", "province"]].copy()
    compared["people"] = counted["population"].astype(float)
    # A district without a record is a zero here: that is the gap that is measured.
    compared["participants"] = counted["participants"].fillna(0).astype(float)
    order = (compared["participants"] / compared["people"]).sort_values(kind="stable").index
    compared = compared.loc[order].reset_index(drop=True)
    people, participants = compared["people"].to_numpy(), compared["participants"].to_numpy()
    headline, placed = figures.headline, int(participants.sum())
    hardly_counted = (
        2 * int((participants > 0).sum()) < headline.districts_covered
        or 2 * placed < headline.participants
    )
    some = bool(placed) and not hardly_counted
    return Equity(
        districts=compared,
        lorenz=lorenz_curve(people, participants if some else participants * 0),
        gini=gini(people, participants) if some else None,
        hardly_counted=hardly_counted,
        theil=theil(people, participants, compared["province"]) if some else None,
        without_population=len(frame) - len(with_people),
        without_count=int(without_count.sum()),
        named_within=int(named_within.sum()),
        partly_counted=int((counted["rows_without_count"] > 0).sum()),
    )


@dataclass(frozen=True)
class Chance:
    """The Gini coefficients that chance alone would give: the middle, and where 95% lie."""

    median: float
    low: float
    high: float


def gini_by_chance(figures: Coverage, spread: Equity) -> Chance | None:
    """Return which Gini coefficients the same delegations would have if chance had placed them.

    A delegation is the people of one home district at one training. Each is given a compared
    district at random, the more often the more people live there; people still come in groups,
    and so even chance is far from 0. The draws are the same each time. None without a ``gini``.
    """
    if spread.gini is None:
        return None
    people = spread.districts["people"].to_numpy()
    chance, placed = np.random.default_rng(0), np.zeros((DRAWS, len(people)))
    # Delegations of one size are placed at once: a million participants have few sizes.
    for size, count in _delegations(figures):
        placed += size * chance.multinomial(count, people / people.sum(), size=DRAWS)
    drawn = [gini(people, participants) for participants in placed]
    low, median, high = np.quantile(drawn, [0.025, 0.5, 0.975])
    return Chance(float(median), float(low), float(high))


def _delegations(figures: Coverage) -> list[tuple[int, int]]:
    """Return how many delegations there are of each number of people, which ascends."""
    cells, sizes = figures.records.cells, Counter[int]()
    for rows in figures.row_parts():
        pair = cells.training[rows].astype(np.int64) * HOMES + cells.district[rows]
        group, pairs = pd.factorize(pair)
        sums = participants_by(cells.numbers(rows), group, len(pairs))
        people = sums["participants"].to_numpy(np.int64, na_value=0)
        sizes.update(people[(people > 0) & (pairs % HOMES < UNPLACED)].tolist())
    return sorted(sizes.items())


def lorenz_curve(people: Floats, participants: Floats) -> pd.DataFrame:
    """Return cumulative shares of people and participants, fewest participants a person first.

    One entry a district: people above 0, participants 0 or more.

    Returns
    -------
    pandas.DataFrame
        ``people``, ``participants`` (0 to 1) from a row of zeros on; empty where the sum of
        the participants is 0.
    """
    if not participants.sum():
        return pd.DataFrame({"people": [], "participants": []}, dtype=float)
    shares = _cumulative_shares(people, participants)
    return pd.DataFrame(dict(zip(("people", "participants"), shares, strict=True)))


def _cumulative_shares(people: Floats, participants: Floats) -> tuple[Floats, Floats]:
    order = np.argsort(participants / people, kind="stable")
    one, other = (np.append(0, values[order].cumsum()) for values in (people, participants))
    return one / one[-1], other / other[-1]


def gini(people: Floats, participants: Floats) -> float:
    """Return the Gini coefficient of participants per person, each district by its people.

    One less twice the area under the Lorenz curve (trapezoids): the value for single persons,
    if the participants of a district belonged to all of its people alike.

    Raises
    ------
    ValueError
        If there are no participants: a share of nothing is not defined.
    """
    _require_some(participants)
    below, shares = _cumulative_shares(people, participants)
    return max(0.0, float(1 - 2 * np.trapezoid(shares, below)))


def theil(people: Floats, participants: Floats, provinces: pd.Series) -> Theil:
    """Return Theil's T of participants per person and its split by province.

    T = sum of s ln(s / p) over districts, with s a district's share of the participants and p
    its share of the people; a district without participants adds 0 (0 ln 0 = 0), and still
    counts through its people. Between provinces the same sum is taken over provinces.

    Raises
    ------
    ValueError
        If there are no participants.
    """
    _require_some(participants)
    frame = pd.DataFrame({"people": people, "participants": participants})
    sums = frame.groupby(provinces.to_numpy(), sort=True)[["people", "participants"]].sum()
    among = pd.Series(
        {
            province: _divergence(rows["people"].to_numpy(), rows["participants"].to_numpy())
            for province, rows in frame.groupby(provinces.to_numpy(), sort=True)
        }
    )
    within = (sums["participants"] / participants.sum() * among).fillna(0)
    table = sums.assign(theil=among, within=within).rename_axis("province").reset_index()
    return Theil(
        total=_divergence(people, participants),
        between=_divergence(sums["people"].to_numpy(), sums["participants"].to_numpy()),
        within=float(within.sum()),
        provinces=table,
    )


def _require_some(participants: Floats) -> None:
    if not participants.sum():
        raise ValueError("no participants: a share of nothing is not defined")


def _divergence(people: Floats, participants: Floats) -> float:
    """Return the sum of s ln(s / p); NaN where there are no participants to share."""
    if not participants.sum():
        return float("nan")
    shares, expected = participants / participants.sum(), people / people.sum()
    some = shares > 0
    return max(0.0, float((shares[some] * np.log(shares[some] / expected[some])).sum()))


def coverage_by_province(figures: Coverage) -> pd.DataFrame:
    """Return the share of people in covered districts, by selected province, least first.

    Returns
    -------
    pandas.DataFrame
        ``adm1_pcode``, ``province``, ``districts``, ``districts_covered``, ``people_covered``
        over ``people`` (of districts whose population is known) as ``share`` (0 to 1; NaN
        where no population is known), ``without_population`` (districts in neither sum) and
        ``national`` (that share of all selected districts together, the same in each row).
    """
    frame = figures.by_province.copy()
    people = frame["people"].astype(float)
    frame["share"] = frame["people_covered"].astype(float) / people.where(people > 0)
    unknown = figures.districts["population"].isna()
    counts = unknown.groupby(figures.districts["adm1_pcode"]).sum()
    frame["without_population"] = frame["adm1_pcode"].map(counts).astype(int)
    national = figures.headline.share_of_people
    frame["national"] = np.nan if national is None else national
    return frame.sort_values("share", kind="stable", ignore_index=True)
