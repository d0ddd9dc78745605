"""Which venues cover the most need: exactly, by a rule of thumb, and who goes where.

The exact search is that of ``data.planning.optimisation``; the rule of thumb takes one venue
after the other, the best each time.
"""

import numpy as np
import scipy  # its parts load at their first use, which takes a while
from numpy.typing import NDArray

from data.planning.request import Floats, Mask, Siting

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
    assigned = scipy.optimize.linear_sum_assignment
    rows, columns = assigned(can * asked.need[reached, None], maximize=True)
    covered = reached[rows[can[rows, columns]]]
    cost = np.where(asked.reach, asked.away, np.inf)[np.ix_(covered, seats)]
    rows, columns = assigned(cost)
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
    # Imported here: the solver takes long to load, and only a plan has need of it.
    from data.planning.optimisation import solved

    exact, proven = solved(asked, seconds)
    if exact is not None and need_covered(asked, exact) > covered:
        thumb, covered = exact, need_covered(asked, exact)
    return thumb, max(min(bound, proven), covered)


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
