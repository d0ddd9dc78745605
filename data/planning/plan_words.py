"""What a reader has to know of a plan of venues, in sentences."""

import pandas as pd

from data.planning.request import Siting
from geo.districts import gazetteer


def messages(
    asked: Siting, venues: pd.DataFrame, covered: float, bound: float | None, seconds: float
) -> tuple[str, ...]:
    """Return the sentences that apply to a plan, the most important first."""
    if not len(asked.need):
        said = ["No district is left to cover in this view: no venue is needed."]
    else:
        told = [_proof(covered, bound, seconds), _spare(asked, venues, covered)]
        said = [*told, _out_of_reach(asked), _no_use(asked, venues)]
    if asked.without_need_known:
        what = _count(asked.without_need_known, "district", "districts")
        left = "it is" if asked.without_need_known == 1 else "they are"
        said.append(f"Need could not be scored for {what}, so {left} left out.")
    return tuple(sentence for sentence in said if sentence)


def range_in_words(share_range: tuple[float, float] | None) -> str:
    """Say what the same venues cover with the most and the least detour of the terrain.

    ``share_range`` is that of a plan; blank where it has none, as with a travel table.
    """
    if share_range is None:
        return ""
    low, high = share_range
    return f"The same venues cover {low:.0%} where roads wind most, {high:.0%} where least."


def _proof(covered: float, bound: float | None, seconds: float) -> str:
    if bound is None:
        return ""
    gap = 1 - covered / bound if bound else 0
    if gap <= 1e-9:
        return "It is proven that no other choice of venues covers more."
    return (
        f"The search was stopped after {seconds:.1f} s: another choice of venues may cover more, "
        f"by {max(gap, 0.0001):.2%} of the bound at most."
    )


def _spare(asked: Siting, venues: pd.DataFrame, covered: float) -> str:
    asked_for, within = asked.request.n_venues, asked.need_in_reach
    if len(venues) >= asked_for:
        return ""
    if covered >= within * (1 - 1e-9):
        what = _count(len(venues), "venue covers", "venues cover")
        return f"{what} all need within reach: {asked_for - len(venues)} of {asked_for} are spare."
    return f"The plan has {len(venues)} of {asked_for} venues."


def _out_of_reach(asked: Siting) -> str:
    lost = [p for p, near in zip(asked.districts, asked.in_reach, strict=True) if not near]
    if not lost:
        return ""
    what = _count(len(lost), "district lies", "districts lie")
    radius = f"{asked.request.radius:g} {asked.unit}"
    return f"{what} more than {radius} from every venue that may be chosen: {_listing(lost)}."


def _no_use(asked: Siting, venues: pd.DataFrame) -> str:
    near = {site for site, some in zip(asked.sites, asked.reaching, strict=True) if some}
    idle = [pcode for pcode in venues["adm2_pcode"] if pcode not in near]
    if not idle:
        return ""
    return f"No district with need lies within reach of {_listing(idle)}."


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _listing(pcodes: list[str]) -> str:
    names = ", ".join(gazetteer.names()[pcode] for pcode in pcodes[:5])
    return f"{names} and {len(pcodes) - 5} more" if len(pcodes) > 5 else names
