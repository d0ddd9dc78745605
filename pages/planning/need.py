"""Need on the screen: its weights, the layer it uses, the ranking, and what decides it."""

from typing import Any

import pandas as pd
import streamlit as st

from data.analysis.targets import against_targets
from data.figures.coverage import Coverage
from data.planning.need import THIN, UNCOVERED, WITHIN, Thin
from data.planning.ranking import WEIGHTINGS, sensitivity
from data.planning.settings import Need, indicators
from data.planning.weights import PARTS
from data.records.model import Records, in_percent
from geo.words.catalogue import _
from pages.browser.in_sight import in_sight
from pages.parts import screen, tables
from pages.session import list_widgets
from reports.measures.need import named_as_in_view, none_in_need, past_venue_names
from reports.words.counts import counted
from reports.words.definitions import PART_WORDS
from reports.words.headline import districts_without
from reports.words.selection import view_in_words
from reports.words.tables import headings

TOP = 10
SHOWN = 25
HEADINGS = {
    "rank": _("Rank"),
    "name": _("District"),
    "province": _("Province"),
    "score": _("Need, 0 to 1"),
    "population": _("Population"),
    "kind": _("Kind"),
    "why": _("Why"),
}
#: What the parts come from, for the whole of the list as a file.
BASES = {
    "vulnerability": _("Layer value"),
    "nearest_venue": _("Nearest past venue by the as-of date"),
    "distance": _("Km to it, estimated by road"),
    "adjacent_uncovered": _("Neighbours not covered"),
    "adjacent": _("Neighbours"),
    "province_uncovered": _("Districts of its province not covered"),
    "province_districts": _("Districts of its province"),
}
RANGE = _("Best to worst rank")


def weights(records: Records, unweighed: str) -> None:
    """Offer the weights of the score and the layer; say why they are not used where they are not.

    Without a layer in the records, vulnerability has no weight. ``unweighed`` says why the weights
    that are chosen are not used; blank where they are.
    """
    offered = indicators(records)
    with st.popover(_("Need weights"), icon=":material/balance:"):
        st.caption(_("Only the proportions count. A part at 0 is left out."))
        for part in (part for part in PARTS if offered or part != "vulnerability"):
            name, meaning = PART_WORDS[part], PARTS[part]
            held = list_widgets.holding(f"weight_{part}", argument="value")
            st.slider(name, 0, 100, help=meaning, **held)
        _choose_layer(offered)
    if unweighed:
        st.warning(unweighed, icon=":material/balance:")


def headline(figures: Coverage) -> None:
    """Write the figures; of a part of the records, that a district may be reached outside of it."""
    screen.headline(figures)
    if figures.selection.is_of_part:
        st.caption(
            _(
                "This selection ({view}) only: others may have been trained from a district that "
                "has no one on record here."
            ).format(view=screen.label(view_in_words(figures.selection)))
        )


def refusal(need: Need) -> None:
    """Say where the layer could not be used."""
    if need.refused:
        st.warning(_("The layer could not be used; the other parts make the score."))
        st.text(need.refused)


def _choose_layer(offered: list[str]) -> None:
    """Offer the indicators of the layers; the first is used until another is chosen."""
    if not offered:
        st.caption(_("No vulnerability layer in these records: that part is left out."))
        return
    shown = ["", *offered[1:]]  # the first is the default, which an address leaves out
    st.selectbox(
        _("Vulnerability layer"),
        shown,
        format_func=lambda one: one or offered[0],
        **list_widgets.holding("indicator", among=shown),
    )


def ranking(figures: Coverage, need: Need) -> None:
    """Show the ranking with the parts of each score, and how far the weights decide it."""
    in_need = need.districts
    uncovered, thin, within = (
        int((in_need["kind"] == kind).sum()) for kind in (UNCOVERED, THIN, WITHIN)
    )
    named = _(", and {number:,} {within}").format(number=within, within=WITHIN) if within else ""
    st.subheader(_("Where the need is greatest"), anchor=False)
    if in_need.empty:
        st.info(none_in_need(figures.selection), icon=":material/check:")
        return
    if not in_sight("ranking"):  # a table below the window would hold up the map above it
        return
    ranked = in_need["rank"].notna()
    listed = _(
        "{districts}: {uncovered:,}; thin, with fewer than {agencies} of the six agencies or "
        "fewer than {people} participants: {thin:,}{named}."
    )
    if figures.selection.is_of_part:
        listed = _(
            "{districts}: {uncovered:,}; thin in it, with fewer than {agencies} of the six "
            "agencies or fewer than {people} participants: {thin:,}{named}."
        )
    listed = listed.format(
        districts=districts_without(figures),
        uncovered=uncovered,
        thin=thin,
        agencies=Thin().agencies,
        people=Thin().participants,
        named=named,
    )
    st.caption(f"{listed} {_of_ranks() if ranked.any() else ''}".strip())
    if need.layer:
        st.text(need.layer.words)
    table = table_of(figures, need)
    if ranked.any():
        _list(table[ranked].drop(columns=_("Not ranked")))
    else:
        st.info(_("No district can be ranked: see why below."), icon=":material/help:")
    _apart(table[~ranked], any_rank=bool(ranked.any()))
    screen.source(figures.records, figures.selection)
    tables.twin(figures.records, "need", lambda: _whole(table, in_need), "districts-by-need")


def _of_ranks() -> str:
    return _(
        "The parts add up to the score; equal scores share a rank. Two columns test the "
        "ranking: the ranks a district could have if one weight were halved or doubled and "
        "unknown values could be anything, and under how many of {weightings:,} weightings "
        "it stays among the first {top}. Filters choose which districts are listed; their "
        "need is that of the whole programme."
    ).format(weightings=WEIGHTINGS, top=TOP)


def _list(table: pd.DataFrame) -> None:
    everything = len(table) <= SHOWN or st.session_state.get("need_all", False)
    shown = table if everything else table.head(SHOWN)
    bars = st.column_config.ProgressColumn(format="%.2f", min_value=0, max_value=1)
    # Of a table that is narrower than its place, Streamlit makes some columns too narrow.
    wide, widest = st.column_config.Column(width=150), st.column_config.Column(width=195)
    columns: dict[str, Any] = {_("Need, 0 to 1"): bars, _("Province"): wide, _("Why"): widest}
    part = st.column_config.NumberColumn(format="%.2f")  # as the score that it adds to
    columns |= {name: part for name in map(_adds, PARTS) if name in shown}
    tables.draw(
        shown, "need_table", _("Districts by need"), unknown=_("not known"), columns=columns
    )
    if len(table) > SHOWN:
        st.toggle(_("All {table:,} districts").format(table=len(table)), key="need_all")


def _apart(table: pd.DataFrame, *, any_rank: bool) -> None:
    """List the districts without a rank, with the reason; nothing where all have one.

    Those named within a larger place are counted apart, as on the map. Where there is no rank at
    all, there is none that one of them could have.
    """
    if table.empty:
        return
    st.subheader(_("Not ranked"), anchor=False)
    within = int((table[_("Kind")] == WITHIN).sum())
    words = _("{districts} without a need score").format(
        districts=counted(len(table) - within, "district", "districts")
    )
    if within:
        words += _(", and {number:,} {within}").format(number=within, within=WITHIN)
    columns = [_("District"), _("Not ranked"), _("Kind"), _("Province")]
    if any_rank:
        columns.insert(2, RANGE)
        words += _(
            ": a part of the score is not known. What is not known never raises a rank, so none is "
            "given; the ranks that are possible are shown instead"
        )
    st.caption(f"{words}.")
    tables.draw(table[columns], "apart_table", _("Districts that are not ranked"))


def table_of(figures: Coverage, need: Need) -> pd.DataFrame:
    """Return the ranking under headings for people, all parts of the score included.

    A row a district in need, highest first: the score from 0 to 1, its ranks under other weights,
    and the participants reached and targeted where targets are on record; blank where not known.
    """
    in_need = need.districts
    table = named_as_in_view(figures, in_need)[list(HEADINGS)].rename(columns=HEADINGS)
    if in_need["tied"].any():
        table.insert(1, _("Shared rank"), in_need["tied"].map({True: _("yes"), False: ""}))
    table[_("Need, 0 to 1")] = table[_("Need, 0 to 1")].round(3)
    ends = zip(in_need["rank_best"], in_need["rank_worst"], strict=True)
    table[RANGE] = [_("{best} to {worst}").format(best=best, worst=worst) for best, worst in ends]
    table[_("Stays in the top {top}").format(top=TOP)] = [
        "" if pd.isna(share) else in_percent(share) for share in sensitivity(in_need, TOP)
    ]
    targets = against_targets(figures)
    if targets is not None:
        own = targets.set_index("adm2_pcode").loc[in_need["adm2_pcode"]]
        table[_("Reached")], table[_("Targeted")] = own["reached"].array, own["targeted"].array
    for part in weighing(in_need):
        table[_adds(part)] = in_need[f"adds_{part}"].round(3)
    table[_("Not ranked")] = in_need["not_ranked"]
    return table


def _adds(part: str) -> str:
    return headings("need")[f"adds_{part}"]


def weighing(in_need: pd.DataFrame) -> list[str]:
    """Return the parts that have a weight in a ranking."""
    return [part for part in PARTS if (in_need[f"weight_{part}"] > 0).any()]


def _whole(table: pd.DataFrame, in_need: pd.DataFrame) -> pd.DataFrame:
    """Return the ranking with each part's value and weight, and what they come from."""
    parts = weighing(in_need)
    values = {f"part_{part}": _("{part}: value").format(part=PART_WORDS[part]) for part in parts}
    values |= {
        f"weight_{part}": _("{part}: weight").format(part=PART_WORDS[part]) for part in parts
    }
    bases = in_need[[*values, *BASES]].copy()
    bases["nearest_venue"] = past_venue_names(in_need)
    bases["distance"] = bases["distance"].round(0)
    bases[list(values)] = bases[list(values)].round(3)
    known = bases.rename(columns=values | BASES).dropna(axis="columns", how="all")
    return table.assign(**{"P-code": in_need["adm2_pcode"]}).join(known)
