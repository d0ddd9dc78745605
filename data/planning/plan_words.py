"""What a reader has to know of a plan of venues, in sentences."""

from collections.abc import Iterable

import pandas as pd

from data.planning.request import Request, Siting
from data.records.model import in_percent
from geo.districts import gazetteer
from geo.words.catalogue import _, ngettext
from geo.words.listing import listing


def messages(
    asked: Siting, venues: pd.DataFrame, covered: float, bound: float | None, seconds: float
) -> tuple[str, ...]:
    """Return the sentences that apply to a plan, the most important first."""
    if not len(asked.need):
        said = [_("No district is left to cover in this view: no venue is needed.")]
    else:
        told = [_proof(asked.request, covered, bound, seconds), _spare(asked, venues, covered)]
        said = [*told, _out_of_reach(asked), _no_use(asked, venues)]
    if asked.without_need_known:
        unknown = asked.without_need_known
        words = ngettext(
            "Population or need is not known for {number:,} district, so it is left out.",
            "Population or need is not known for {number:,} districts, so they are left out.",
            unknown,
        )
        said.append(words.format(number=unknown))
    return tuple(sentence for sentence in said if sentence)


def range_in_words(share_range: tuple[float, float] | None) -> str:
    """Say what the same venues cover with the most and the least detour of the terrain.

    ``share_range`` is that of a plan; blank where it has none, as with a travel table.
    """
    if share_range is None:
        return ""
    low, high = share_range
    words = _("The same venues cover {low} where roads wind most, {high} where least.")
    return words.format(low=in_percent(low), high=in_percent(high))


def conditions_in_words(request: Request) -> str:
    """Say which venues are wished for or ruled out; blank where any are as good.

    Without these conditions another plan of as many venues may cover more.
    """
    provinces = gazetteer.provinces()
    parts = [
        _("locked in: {places}").format(places=_places(request.locked_in, 3))
        if request.locked_in
        else "",
        _("never a venue: {places}").format(places=_places(request.locked_out, 3))
        if request.locked_out
        else "",
        *(
            _("at least {number} in {province}").format(number=least, province=provinces[pcode])
            for pcode, least in request.minimum
            if least
        ),
        _("venues only in places that are named") if request.sites is not None else "",
    ]
    return listing(filter(None, parts), between="; ")


def _proof(request: Request, covered: float, bound: float | None, seconds: float) -> str:
    if bound is None:
        return ""
    gap = 1 - covered / bound if bound else 0
    if gap <= 1e-9:
        conditions = conditions_in_words(request)
        if conditions:
            return _(
                "It is proven that no other plan under these conditions covers more ({conditions})."
            ).format(conditions=conditions)
        return _("It is proven that no other choice of venues covers more.")
    return _(
        "The search was stopped after {seconds:.1f} s: another choice of venues may cover more, by "
        "{gap:.2%} of the bound at most."
    ).format(seconds=seconds, gap=max(gap, 0.0001))


def _spare(asked: Siting, venues: pd.DataFrame, covered: float) -> str:
    asked_for, within = asked.request.n_venues, asked.need_in_reach
    if len(venues) >= asked_for:
        return ""
    if covered >= within * (1 - 1e-9):
        words = ngettext(
            "{number:,} venue covers all need within reach: {spare} of {wanted} are spare.",
            "{number:,} venues cover all need within reach: {spare} of {wanted} are spare.",
            len(venues),
        )
        spare = asked_for - len(venues)
        return words.format(number=len(venues), spare=spare, wanted=asked_for)
    return _("The plan has {number} of {wanted} venues.").format(
        number=len(venues), wanted=asked_for
    )


def _out_of_reach(asked: Siting) -> str:
    lost = [p for p, near in zip(asked.districts, asked.in_reach, strict=True) if not near]
    if not lost:
        return ""
    words = ngettext(
        "{number:,} district lies more than {radius} from every venue that may be chosen: "
        "{places}.",
        "{number:,} districts lie more than {radius} from every venue that may be chosen: "
        "{places}.",
        len(lost),
    )
    radius = f"{asked.request.radius:g} {asked.unit}"
    return words.format(number=len(lost), radius=radius, places=_places(lost))


def _no_use(asked: Siting, venues: pd.DataFrame) -> str:
    near = {site for site, some in zip(asked.sites, asked.reaching, strict=True) if some}
    idle = [pcode for pcode in venues["adm2_pcode"] if pcode not in near]
    if not idle:
        return ""
    return _("No district with need lies within reach of {places}.").format(places=_places(idle))


def _places(pcodes: Iterable[str], most: int = 5) -> str:
    return listing((gazetteer.names()[pcode] for pcode in pcodes), most=most)
