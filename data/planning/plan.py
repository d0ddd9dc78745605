"""Where to train next: venues that bring the most need within reach, and how good that is.

A plan chooses venue districts, each for one training, so that the need (people of uncovered
districts, or their score) of the districts within a radius of a venue is as large as can be. It
stands beside two others: venues chosen one by one, and the venues used so far.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from time import perf_counter

import numpy as np
import pandas as pd

from data.planning.distances import Distances
from data.planning.plan_words import messages
from data.planning.request import MOST_VENUES, Mask, Request, Siting, siting
from data.planning.venues import (
    NOWHERE,
    assignment,
    greedy,
    most_need,
    nearer,
    need_covered,
    without_idle,
)
from data.planning.weights import PlanningError
from geo.districts import gazetteer
from geo.words.catalogue import _

#: How long the exact search may take, in seconds, before it shows its best plan with a gap.
SECONDS = 5.0
#: The same for all thirty searches of a curve together.
CURVE_SECONDS = 10.0

#: A gap that is no more than the rounding of sums.
ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Plan:
    """Venues for the next trainings and the districts that they take in.

    Attributes
    ----------
    request
        What was asked.
    venues
        One row a venue, most need first: ``adm2_pcode``, ``name``, ``province``, ``locked``,
        ``districts`` (how many go there), ``need`` (theirs, in sum), ``farthest`` (the largest
        distance of one of them, in ``unit``; NaN where none goes there).
    districts
        One row a district with need, most first: ``adm2_pcode``, ``name``, ``province``,
        ``need``, ``venue`` (P-code; blank where it is not covered), ``distance`` (to it, in
        ``unit``; NaN), ``in_reach`` (whether any venue that may be chosen is in reach).
    unit
        Of radius and distances: ``km`` or ``hours``.
    need_covered, need_total
        Need of the covered districts, and of all whose need is known; in the unit of the need.
    bound
        What no choice of venues can pass; None for a plan that was not searched exactly.
    seconds
        How long the search took.
    messages
        Sentences on what a reader has to know of this plan.
    siting, chosen
        What it was made of: the checked request, and which of its sites are the venues.
    """

    request: Request
    venues: pd.DataFrame
    districts: pd.DataFrame
    unit: str
    need_covered: float
    need_total: float
    bound: float | None
    seconds: float
    messages: tuple[str, ...]
    siting: Siting = field(repr=False)
    chosen: Mask = field(repr=False)

    @cached_property
    def worth(self) -> pd.DataFrame:
        """The ``venues`` with what each is worth, in the unit of the need.

        ``adds`` is the need that the venues down to it take in, over that of those above it alone:
        of all districts within reach, also those that go to a venue further down in the whole
        plan, so it can be more than ``need``; it adds up to the need covered. ``loses`` is the
        need that nobody takes in where the venue is left out of the plan.
        """
        at = {pcode: place for place, pcode in enumerate(self.siting.sites)}
        so_far, before = np.zeros_like(self.chosen), 0.0
        adds, loses = [], []
        for pcode in self.venues["adm2_pcode"]:
            so_far[at[pcode]] = True
            without = self.chosen.copy()
            without[at[pcode]] = False
            covered = need_covered(self.siting, so_far)
            adds.append(covered - before)
            loses.append(self.need_covered - need_covered(self.siting, without))
            before = covered
        return self.venues.assign(adds=adds, loses=loses)

    @cached_property
    def share_range(self) -> tuple[float, float] | None:
        """The share that the same venues cover with the most and with the least detour.

        None for a travel table, which is no estimate, and where there is no need.
        """
        if not self.siting.ends or not self.need_total:
            return None
        radius = self.request.radius
        shares = [
            need_covered(replace(self.siting, away=away, reach=away <= radius), self.chosen)
            / self.need_total
            for away in self.siting.ends
        ]
        return min(shares), max(shares)

    @property
    def gap(self) -> float | None:
        """What the bound leaves open, over the bound; None where there is no bound."""
        if self.bound is None:
            return None
        return 1 - self.need_covered / self.bound if self.bound else 0.0

    @property
    def optimal(self) -> bool:
        """Whether it is proven that no other venues cover more."""
        return self.gap is not None and self.gap <= ROUNDING

    @property
    def share(self) -> float | None:
        """Need covered over need in total, 0 to 1; None where there is none."""
        return self.need_covered / self.need_total if self.need_total else None


def plan(need: pd.Series, distances: Distances, request: Request, seconds: float = SECONDS) -> Plan:
    """Return the venues that cover the most need, proven where the time is enough.

    Of venues that would serve the same districts, the one nearest to all of them is taken.

    Parameters
    ----------
    need
        Need of each district that is to be covered, by P-code: 0 or more, ``<NA>`` where not
        known.
    distances
        Between districts.
    request
        What the plan has to keep to.
    seconds
        How long the search may take.

    Raises
    ------
    PlanningError
        If the request contradicts itself, or the need of no district is known.
    """
    asked, started = _asked(need, distances, request), perf_counter()
    venues, bound = most_need(asked, seconds)
    chosen = nearer(asked, without_idle(asked, venues))
    return _plan(asked, chosen, bound, perf_counter() - started)


def greedy_plan(need: pd.Series, distances: Distances, request: Request) -> Plan:
    """Return venues chosen one by one, each the one that adds most; arguments as for ``plan``."""
    asked, started = _asked(need, distances, request), perf_counter()
    return _plan(asked, greedy(asked), None, perf_counter() - started)


def continue_as_before(
    need: pd.Series, distances: Distances, request: Request, used: pd.Series
) -> Plan:
    """Return the plan of training again in the venues used most so far.

    Parameters
    ----------
    need, distances, request
        As for ``plan``; locked venues, minimums and sites are left aside, because what went
        before did not keep to them.
    used
        Trainings so far by P-code of the venue, most first (``data.planning.need.venues_so_far``).
    """
    free = replace(request, locked_in=(), locked_out=(), minimum=(), sites=None)
    asked, started = _asked(need, distances, free), perf_counter()
    most_used = list(used.index[: request.n_venues])
    chosen = np.isin(np.array(asked.sites, dtype=object), most_used)
    return _plan(asked, chosen, None, perf_counter() - started)


@dataclass(frozen=True, eq=False)
class Plans:
    """A plan beside the two that it is to be better than, all of one request."""

    best: Plan
    greedy: Plan
    before: Plan


def first_plans(need: pd.Series, distances: Distances, request: Request, used: pd.Series) -> Plans:
    """Return what can be had at once, in milliseconds: the greedy plan stands for the best one.

    Arguments as for ``plan`` and ``continue_as_before``.
    """
    simple = greedy_plan(need, distances, request)
    return Plans(simple, simple, continue_as_before(need, distances, request, used))


def plans(need: pd.Series, distances: Distances, request: Request, used: pd.Series) -> Plans:
    """Return the three plans; arguments as for ``plan`` and ``continue_as_before``."""
    first = first_plans(need, distances, request, used)
    return replace(first, best=plan(need, distances, request))


def curve(
    need: pd.Series,
    distances: Distances,
    request: Request,
    seconds: float = CURVE_SECONDS,
    told: Callable[[float], object] = lambda share: None,
) -> pd.DataFrame:
    """Return the need covered by each number of venues, from 1 or what is locked in to 30.

    Parameters
    ----------
    need, distances, request
        As for ``plan``; ``n_venues`` of the request is left aside.
    seconds
        How long all searches together may take; what is not proven by then shows its bound.
    told
        Told after each search which share of them is done, 0 to 1.

    Returns
    -------
    pandas.DataFrame
        ``n_venues``, ``need_covered``, ``bound``, ``optimal``, ``greedy`` (need covered by
        venues chosen one by one), all in the unit of the need. Numbers too small for the locked
        venues and minimums are left out.
    """
    whole = replace(request, n_venues=MOST_VENUES)
    asked = _asked(need, distances, whole)
    ends = perf_counter() + seconds
    rows: list[tuple[int, float, float, float]] = []
    lacking = sum(asked.minima_left(asked.locked).values())
    for number in range(max(1, int(asked.locked.sum()) + lacking), MOST_VENUES + 1):
        fewer = replace(asked, request=replace(request, n_venues=number))
        left = max(ends - perf_counter(), 0.0) / (MOST_VENUES + 1 - number)
        rows.append(_step(fewer, rows, left))
        told(number / MOST_VENUES)
    frame = pd.DataFrame(rows, columns=["n_venues", "need_covered", "bound", "greedy"])
    # What covers so much with more venues bounds what fewer can.
    frame["bound"] = frame["bound"][::-1].cummin()[::-1]
    frame["optimal"] = frame["need_covered"] >= frame["bound"] * (1 - ROUNDING)
    return frame


def _asked(need: pd.Series, distances: Distances, request: Request) -> Siting:
    asked = siting(need, distances, request)
    if len(need) and asked.without_need_known == len(need):
        raise PlanningError(
            _("The need of no district is known: none has a population."),
            _("Plan for the score instead, or load populations."),
        )
    return asked


def _step(
    asked: Siting, before: list[tuple[int, float, float, float]], seconds: float
) -> tuple[int, float, float, float]:
    """Return one row of the curve; another venue never covers less."""
    number, simple = asked.request.n_venues, need_covered(asked, greedy(asked))
    if before and before[-1][1] >= asked.need_in_reach * (1 - ROUNDING):
        return number, before[-1][1], before[-1][1], simple
    chosen, bound = most_need(asked, max(seconds, 0.01))
    covered = max(need_covered(asked, chosen), before[-1][1] if before else 0)
    return number, covered, max(bound, covered), simple


def _plan(asked: Siting, chosen: Mask, bound: float | None, seconds: float) -> Plan:
    goes = assignment(asked, chosen)
    districts = _districts(asked, goes)
    venues = _venues(asked, chosen, districts)
    covered = float(asked.need[goes != NOWHERE].sum())
    return Plan(
        request=asked.request,
        venues=venues,
        districts=districts,
        unit=asked.unit,
        need_covered=covered,
        need_total=float(asked.need.sum()),
        bound=bound,
        seconds=seconds,
        messages=messages(asked, venues, covered, bound, seconds),
        siting=asked,
        chosen=chosen,
    )


def _districts(asked: Siting, goes: np.ndarray) -> pd.DataFrame:
    served = goes != NOWHERE
    sites = np.array([*asked.sites, ""], dtype=object)
    away = np.where(served, asked.away[np.arange(len(goes)), goes], np.nan)
    frame = _named(asked.districts).assign(
        need=asked.need, venue=sites[goes], distance=away, in_reach=asked.in_reach
    )
    return frame.sort_values("need", ascending=False, kind="stable", ignore_index=True)


def _venues(asked: Siting, chosen: Mask, districts: pd.DataFrame) -> pd.DataFrame:
    places = np.flatnonzero(chosen)
    frame = _named([asked.sites[place] for place in places])
    frame["locked"] = asked.locked[places]
    served = districts[districts["venue"] != ""].groupby("venue")
    frame["districts"] = frame["adm2_pcode"].map(served.size()).fillna(0).astype(int)
    frame["need"] = frame["adm2_pcode"].map(served["need"].sum()).fillna(0.0).astype(float)
    frame["farthest"] = frame["adm2_pcode"].map(served["distance"].max()).astype(float)
    return frame.sort_values("need", ascending=False, kind="stable", ignore_index=True)


def _named(pcodes: list[str] | tuple[str, ...]) -> pd.DataFrame:
    listed = gazetteer.districts()[["adm2_pcode", "name", "province"]].set_index("adm2_pcode")
    return listed.loc[list(pcodes)].reset_index()
