"""The choice of venues as a mixed-integer programme, which also proves its bound.

The maximal covering location problem (Church and ReVelle 1974), with a capacity where one is
asked, solved by HiGHS. Who goes where is left open except at venues that can be full: elsewhere
a district is served as soon as a venue within reach is chosen. That keeps the programme small,
and its relaxation close to the best choice.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, eye_array, hstack, vstack

from data.planning.request import Mask, Siting

#: Need is scaled to this sum, so that the solver's absolute tolerances are out of sight.
SCALE = 1e6


def solved(asked: Siting, seconds: float) -> tuple[Mask | None, float]:
    """Return the venues that cover the most need, and a bound that no choice can pass.

    ``asked`` has some need, none of it below 0; ``seconds`` is how long the search may take.

    Returns
    -------
    tuple
        Which sites are chosen, the best found where the time was up, None where none was; and
        the bound in the unit of the need, infinite where none was found.
    """
    sites, districts = len(asked.sites), len(asked.need)
    pairs = _at_full_venues(asked)
    columns = [sites, districts, len(pairs[0])]
    least = np.concatenate([asked.locked, np.zeros(sum(columns[1:]))])
    scale = SCALE / asked.need.sum()
    found = milp(
        np.concatenate([np.zeros(sites), -asked.need * scale, np.zeros(columns[2])]),
        integrality=np.repeat([1, 0, 0], columns),  # with venues fixed, the rest is a flow
        bounds=Bounds(least, 1),
        constraints=[_served(asked, pairs), *_venues(asked, sum(columns))],
        options={"mip_rel_gap": 0, "time_limit": seconds},
    )
    chosen = None if found.x is None else found.x[:sites] > 0.5
    bound = np.inf if found.mip_dual_bound is None else -found.mip_dual_bound / scale
    return chosen, bound


def _at_full_venues(asked: Siting) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return districts and sites of the pairs in reach of each other where a site can be full."""
    if asked.limit is None:
        return np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp)
    district, site = np.nonzero(asked.reach & (asked.reach.sum(axis=0) > asked.limit))
    return district, site


def _served(asked: Siting, pairs: tuple[NDArray[np.intp], NDArray[np.intp]]) -> LinearConstraint:
    """Return the rules of serving: columns are sites, then districts, then pairs.

    A district is served only with a venue within reach. Where the venues within reach can be
    full it has to have a seat at one of them, and a chosen venue has its limit of seats. (The
    first rule follows from the others for whole venues, and tightens the relaxation.)
    """
    (district, site), (many, sites) = pairs, asked.reach.shape
    own, reach = eye_array(many).tocsr(), asked.reach.astype(float)
    pair, one = np.arange(len(site)), np.ones(len(site))
    rows = [hstack([csr_array(-reach), own, csr_array((many, len(pair)))])]
    if asked.limit is not None:
        full = np.bincount(site, minlength=sites) > 0
        seated = csr_array((-one, (district, pair)), shape=(many, len(pair)))
        rows.append(hstack([csr_array(-reach * ~full), own, seated]))
        seats = csr_array(np.diag(np.where(full, -float(asked.limit), 0.0)))
        taken = csr_array((one, (site, pair)), shape=(sites, len(pair)))
        rows.append(hstack([seats, csr_array((sites, many)), taken]))
    return LinearConstraint(vstack(rows), -np.inf, 0)


def _venues(asked: Siting, columns: int) -> list[LinearConstraint]:
    """Return the rules of how many venues there are, in all and in a province at least."""
    sites = len(asked.sites)
    spare = csr_array((1, columns - sites))
    every = hstack([csr_array(np.ones((1, sites))), spare])
    rules = [LinearConstraint(every, -np.inf, asked.request.n_venues)]
    for province, number in asked.request.minimum:
        there = csr_array((asked.province == province).astype(float)[None, :])
        rules.append(LinearConstraint(hstack([there, spare]), number, np.inf))
    return rules
