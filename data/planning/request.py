"""What is asked of a plan of venues, checked, and put into arrays.

A request that contradicts itself is refused with the way out; one that is only of little use
(more venues than gaps, a locked venue far from any need) is planned, and the plan says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.planning.distances import Distances
from data.planning.weights import PlanningError
from geo.districts import gazetteer
from geo.words.catalogue import _

#: The most venues that a plan can choose.
MOST_VENUES = 30

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Request:
    """What a plan has to keep to.

    Attributes
    ----------
    n_venues
        Trainings, each in a venue district of its own: at most so many, 1 to 30.
    radius
        How far a district may lie from its venue, in the unit of the distances (km by road
        unless a travel table says hours).
    capacity
        Districts that one training can take in, its own included; None for any number.
    locked_in, locked_out
        P-codes of districts that are, or are not to be, a venue.
    minimum
        Pairs of a province's P-code and the least number of venues there.
    sites
        P-codes of the districts that can be a venue; None for all of the list. Locked-in ones
        need not be named.
    """

    n_venues: int = 10
    radius: float = 100
    capacity: int | None = None
    locked_in: tuple[str, ...] = ()
    locked_out: tuple[str, ...] = ()
    minimum: tuple[tuple[str, int], ...] = ()
    sites: tuple[str, ...] | None = None


@dataclass(frozen=True, eq=False)
class Siting:
    """A checked request as arrays: districts with need are rows, possible venues columns.

    Attributes
    ----------
    request, unit
        The request, and the unit of its radius.
    districts, need
        P-codes of the districts whose need is known and above 0, and the need.
    without_need_known
        How many districts were given whose need is not known; they are in no sum.
    sites, province, locked
        P-codes of the possible venues, their provinces, and which are locked in.
    away, reach
        The distance of each district from each site, and whether it is within the radius.
    ends
        The same distances with the least and the most detour; none of a travel table.
    """

    request: Request
    unit: str
    districts: tuple[str, ...]
    need: Floats
    without_need_known: int
    sites: tuple[str, ...]
    province: NDArray
    locked: Mask
    away: Floats
    reach: Mask
    ends: tuple[Floats, ...] = ()

    @property
    def limit(self) -> int | None:
        """Districts a training can take, or None where the capacity can never matter."""
        most = int(self.reach.sum(axis=0).max(initial=0))
        capacity = self.request.capacity
        return None if capacity is None or capacity >= most else capacity

    @property
    def in_reach(self) -> Mask:
        """Which districts lie within reach of some site."""
        return self.reach.sum(axis=1) > 0

    @property
    def reaching(self) -> Mask:
        """Which sites have some district with need within reach."""
        return self.reach.sum(axis=0) > 0

    @property
    def need_in_reach(self) -> float:
        """The need of the districts within reach of some site."""
        return float(self.need[self.in_reach].sum())

    def minima_left(self, chosen: Mask) -> dict[str, int]:
        """Return how many venues each province still lacks for its minimum."""
        lacking = {p: n - int((self.province[chosen] == p).sum()) for p, n in self.request.minimum}
        return {province: number for province, number in lacking.items() if number > 0}


def siting(need: pd.Series, distances: Distances, request: Request) -> Siting:
    """Check a request and put it into arrays.

    Parameters
    ----------
    need
        Need of each district that is to be covered, by P-code (people, or a score): 0 or
        more, ``<NA>`` where not known.
    distances
        Between districts.
    request
        What is asked.

    Raises
    ------
    PlanningError
        If a value is out of bounds, a P-code is not in the list, or two wishes contradict.
    """
    _check_values(request)
    known = need.astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    values = np.asarray(known, dtype=np.float64)
    if (values < 0).any() or np.isinf(values).any():
        raise PlanningError(
            _("A need is below 0 or infinite."), _("Correct the need of that district.")
        )
    sites = _sites(request)
    _check_known([*need.index, *sites, *request.locked_in, *request.locked_out])
    listed = gazetteer.districts().set_index("adm2_pcode")["adm1_pcode"]
    province = listed.loc[list(sites)].to_numpy(dtype=object)
    locked = np.isin(np.array(sites, dtype=object), request.locked_in)
    _check_wishes(request, province, locked)
    districts = tuple(str(pcode) for pcode in need.index[values > 0])
    away = distances.among(districts, sites)
    return Siting(
        request=request,
        unit=distances.unit,
        districts=districts,
        need=values[values > 0],
        without_need_known=int(np.isnan(values).sum()),
        sites=sites,
        province=province,
        locked=locked,
        away=away,
        reach=away <= request.radius,
        ends=distances.ends_among(districts, sites),
    )


def _check_values(request: Request) -> None:
    _refuse(
        not 1 <= request.n_venues <= MOST_VENUES,
        _("{number} venues cannot be planned.").format(number=request.n_venues),
        _("Choose 1 to {most}.").format(most=MOST_VENUES),
    )
    radius_known = np.isfinite(request.radius) and request.radius > 0
    _refuse(not radius_known, _("The radius is not a number above 0."), _("Choose a radius."))
    _refuse(
        request.capacity is not None and request.capacity < 1,
        _("A training that takes in no district covers nothing."),
        _("Choose at least 1 district a training, or no limit."),
    )
    below = any(number < 0 for _province, number in request.minimum)
    _refuse(below, _("A minimum of a province is below 0."), _("Choose 0 or more."))
    both = sorted(set(request.locked_in) & set(request.locked_out))
    names = ", ".join(gazetteer.names().get(pcode, pcode) for pcode in both)
    what = _("{names} cannot be locked in and out at once.").format(names=names)
    _refuse(bool(both), what, _("Take away one of the two."))


def _refuse(wrong: bool, what: str, what_to_do: str) -> None:
    if wrong:
        raise PlanningError(what, what_to_do)


def _sites(request: Request) -> tuple[str, ...]:
    offered = list(gazetteer.names()) if request.sites is None else request.sites
    chosen = dict.fromkeys([*offered, *request.locked_in])
    return tuple(pcode for pcode in chosen if pcode not in request.locked_out)


def _check_known(pcodes: Iterable[str]) -> None:
    unknown = sorted({str(pcode) for pcode in pcodes} - set(gazetteer.names()))
    what = _("Not in the district list: {codes}.").format(codes=", ".join(unknown[:5]))
    _refuse(
        bool(unknown), what, _("Use the P-codes of {vintage}.").format(vintage=gazetteer.VINTAGE)
    )


def _check_wishes(request: Request, province: NDArray, locked: Mask) -> None:
    """Refuse wishes that no choice of venues can meet; what passes here can always be met."""
    names = gazetteer.provinces()
    minimum = dict(request.minimum)
    for pcode, number in minimum.items():
        unlisted = pcode not in names
        _refuse(unlisted, _("A minimum is set for no province of the list."), _("Take it away."))
        offered = int((province == pcode).sum())
        _refuse(
            number > offered,
            _(
                "{province} is to have {number} venues, and {offered} districts there can be one."
            ).format(province=names[pcode], number=number, offered=offered),
            _("Lower the minimum, or allow more venues there."),
        )
    _refuse(
        not province.size, _("No district is left that can be a venue."), _("Allow some venues.")
    )
    _refuse(
        int(locked.sum()) > request.n_venues,
        _("{locked} venues are locked in, and the plan is to have {number}.").format(
            locked=locked.sum(), number=request.n_venues
        ),
        _("Unlock some, or plan more venues."),
    )
    fixed = {p: int((province[locked] == p).sum()) for p in names}
    wanted = sum(max(number, minimum.get(p, 0)) for p, number in fixed.items())
    _refuse(
        wanted > request.n_venues,
        _(
            "Locked venues and minimums of provinces need {wanted} venues together, and the "
            "plan is to have {number}."
        ).format(wanted=wanted, number=request.n_venues),
        _("Lower a minimum, unlock a venue, or plan more venues."),
    )
