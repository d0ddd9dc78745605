"""Which venues cover the most need: exactly, by a rule of thumb, and who goes where.

The maximal covering location problem (Church and ReVelle 1974), with a capacity where one is
asked. It is solved as a mixed-integer programme by HiGHS, which also gives the bound that no
choice of venues can pass.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import (
    Bounds,
    LinearConstraint,
    OptimizeResult,
    linear_sum_assignment,
    milp,
)
from scipy.sparse import csr_array, diags_array, eye_array, hstack, sparray

from data.planning_request import Floats, Mask, Siting

#: Need is scaled to this sum, so that the solver's absolute tolerances are out of sight.
SCALE = 1e6
#: Rows of coefficients, and what each of them may come to at most.
Rules = list[tuple[sparray, float]]
#: A place that no venue serves, in ``assignment``.
NOWHERE = -1


def assignment(asked: Siting, chosen: Mask) -> NDArray[np.intp]:
    """Return the site that each district goes to, or ``NOWHERE``.

    As much need as can be is covered by the chosen venues and, of all ways to do so, the one
    with the least distance in sum is taken; without a limit each goes to the nearest.
    """
    sites = np.flatnonzero(chosen)
    goes = np.full(len(asked.districts), NOWHERE, dtype=np.intp)
    reached = np.flatnonzero(asked.reach[:, sites].any(axis=1))
    if not len(reached):
        return goes
    if asked.limit is None:
        goes[reached] = sites[asked.away[np.ix_(reached, sites)].argmin(axis=1)]
        return goes
    seats = np.repeat(sites, np.minimum(asked.reach[:, sites].sum(axis=0), asked.limit))
    can = asked.reach[np.ix_(reached, seats)]
    rows, columns = linear_sum_assignment(can * asked.need[reached, None], maximize=True)
    covered = reached[rows[can[rows, columns]]]
    cost = np.where(asked.reach, asked.away, np.inf)[np.ix_(covered, seats)]
    rows, columns = linear_sum_assignment(cost)
    goes[covered[rows]] = seats[columns]
    return goes


def need_covered(asked: Siting, chosen: Mask) -> float:
    """Return the most need that the chosen venues can cover."""
    return float(asked.need[assignment(asked, chosen) != NOWHERE].sum())


def most_need(asked: Siting, seconds: float) -> tuple[Mask, float]:
    """Return the venues that cover the most need, and a bound that none can pass.

    Where the time is up before that is proven, the best choice found so far is returned, never
    a worse one than that of ``greedy``; the bound then lies above what it covers.
    """
    thumb = greedy(asked)
    covered = need_covered(asked, thumb)
    bound = _simple_bound(asked)
    if covered >= bound * (1 - 1e-12):
        return thumb, covered
    solved = _solve(asked, seconds)
    if solved.mip_dual_bound is not None:
        bound = min(bound, -solved.mip_dual_bound / SCALE * asked.need.sum())
    if solved.x is not None:
        exact = solved.x[: len(asked.sites)] > 0.5
        if need_covered(asked, exact) > covered:
            thumb, covered = exact, need_covered(asked, exact)
    return thumb, max(bound, covered)


def greedy(asked: Siting) -> Mask:
    """Return venues chosen one by one, each time the one that adds the most need.

    Locked venues come first. Minimums of provinces are met as late as can be. Districts that a
    training has taken in stay there. It stops where another venue would add nothing.
    """
    chosen = np.zeros(len(asked.sites), dtype=bool)
    left = asked.need.copy()
    for site in np.flatnonzero(asked.locked):
        _take(asked, int(site), left, chosen)
    while chosen.sum() < asked.request.n_venues:
        lacking = asked.minima_left(chosen)
        free = ~chosen
        if sum(lacking.values()) == asked.request.n_venues - chosen.sum():
            free &= np.isin(asked.province, list(lacking))
        gain = np.where(free, _gain(asked, left), -1)
        best = int(gain.argmax())
        if gain[best] <= 0:
            return _with_minima(asked, chosen)
        _take(asked, best, left, chosen)
    return chosen


def without_idle(asked: Siting, chosen: Mask) -> Mask:
    """Leave out venues that add nothing, least used first; none that is locked or required."""
    kept = chosen.copy()
    most = need_covered(asked, kept)
    goes = assignment(asked, kept)
    used = [asked.need[goes == site].sum() for site in range(len(asked.sites))]
    for site in sorted(np.flatnonzero(kept & ~asked.locked), key=lambda site: used[site]):
        kept[site] = False
        if asked.minima_left(kept) or need_covered(asked, kept) < most * (1 - 1e-12):
            kept[site] = True
    return kept


def nearer(asked: Siting, chosen: Mask) -> Mask:
    """Move each free venue to the site that is nearest to the districts it serves.

    Nearest is the least distance in sum (a committee travels from each, however many people
    live there), among sites with all of them in reach: what is covered stays. It is repeated
    until no move makes the distance of all districts together shorter.
    """
    kept, moved = chosen.copy(), True
    while moved:
        moved = False
        for site in np.flatnonzero(kept & ~asked.locked):
            served = assignment(asked, kept) == site
            cost = np.where(kept, np.inf, asked.away[served].sum(axis=0))
            cost[~asked.reach[served].all(axis=0)] = np.inf
            after = kept.copy()
            after[site], after[int(cost.argmin())] = False, True
            if served.any() and np.isfinite(cost.min()) and _shorter(asked, after, kept):
                kept, moved = after, True
    return kept


def _shorter(asked: Siting, after: Mask, before: Mask) -> bool:
    """Return whether other venues keep the wishes, cover no less, and lie nearer in sum."""
    if asked.minima_left(after):
        return False
    (covers, travels), (covered, travelled) = (_sums(asked, one) for one in (after, before))
    return covers >= covered * (1 - 1e-12) and travels < travelled * (1 - 1e-9)


def _sums(asked: Siting, chosen: Mask) -> tuple[float, float]:
    goes = assignment(asked, chosen)
    served = np.flatnonzero(goes != NOWHERE)
    return float(asked.need[served].sum()), float(asked.away[served, goes[served]].sum())


def _simple_bound(asked: Siting) -> float:
    """Return the need within reach of some site; with a limit, of as many as there are seats."""
    reachable = np.sort(asked.need[asked.in_reach])[::-1]
    seats = len(reachable) if asked.limit is None else asked.limit * asked.request.n_venues
    return float(reachable[:seats].sum())


def _gain(asked: Siting, left: Floats) -> Floats:
    """Return the need that each site would add: its largest districts up to the limit."""
    within = np.sort(asked.reach * left[:, None], axis=0)[::-1]
    return within[: asked.limit].sum(axis=0)


def _take(asked: Siting, site: int, left: Floats, chosen: Mask) -> None:
    within = np.flatnonzero(asked.reach[:, site])
    largest = within[np.argsort(-left[within], kind="stable")]
    left[largest[: asked.limit]] = 0
    chosen[site] = True


def _with_minima(asked: Siting, chosen: Mask) -> Mask:
    for province, number in asked.minima_left(chosen).items():
        offered = np.flatnonzero((asked.province == province) & ~chosen)
        chosen[offered[:number]] = True
    return chosen


def _solve(asked: Siting, seconds: float) -> OptimizeResult:
    """Solve the programme: first one variable a site (0 or 1), then what it serves."""
    limit = asked.limit
    covers, served = _without_limit(asked) if limit is None else _with_limit(asked, limit)
    spare = csr_array((1, len(served)))
    venues = hstack([csr_array(np.ones((1, len(asked.sites)))), spare])
    rules = [
        *(LinearConstraint(rows, -np.inf, most) for rows, most in covers),
        LinearConstraint(venues, -np.inf, asked.request.n_venues),
    ]
    for province, number in asked.request.minimum:
        there = csr_array((asked.province == province).astype(float)[None, :])
        rules.append(LinearConstraint(hstack([there, spare]), number, np.inf))
    whole = np.repeat([1, 0], [len(asked.sites), len(served)])
    return milp(
        np.append(np.zeros(len(asked.sites)), -served * SCALE / asked.need.sum()),
        integrality=whole,  # with venues fixed, the rest is a flow: its best corner is whole
        bounds=Bounds(np.append(asked.locked, np.zeros(len(served))), 1),
        constraints=rules,
        options={"mip_rel_gap": 0, "time_limit": seconds},
    )


def _without_limit(asked: Siting) -> tuple[Rules, Floats]:
    """One variable a district: it is served only if one of the sites within reach is chosen."""
    rows = hstack([csr_array(-asked.reach.astype(float)), eye_array(len(asked.need)).tocsr()])
    return [(rows, 0)], asked.need


def _with_limit(asked: Siting, limit: int) -> tuple[Rules, Floats]:
    """One variable a district and site within reach; a chosen site serves up to the limit."""
    district, site = np.nonzero(asked.reach)
    pair, many = np.arange(len(site)), len(asked.sites)
    one = np.ones(len(pair))
    once = csr_array((one, (district, many + pair)), shape=(len(asked.need), many + len(pair)))
    seats = np.minimum(asked.reach.sum(axis=0), limit).astype(float)
    serves = csr_array((one, (site, pair)), shape=(many, len(pair)))
    return [(once, 1), (hstack([diags_array(-seats).tocsr(), serves]), 0)], asked.need[district]
