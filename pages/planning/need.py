"""Need on the screen: its weights, the layer it uses, the ranking, and what decides it."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from data.analysis.targets import against_targets
from data.figures.coverage import Coverage
from data.planning.need import THIN, UNCOVERED, WITHIN
from data.planning.ranking import sensitivity
from data.planning.settings import Aims, Need, indicators, needed
from data.planning.weights import PARTS
from geo.districts import gazetteer
from geo.webmap.map_values import DistrictList, MapValues
from pages.parts import screen
from pages.parts.in_sight import in_sight
from pages.session import options

TOP = 10
SHOWN = 25
PART_WORDS = {
    "population": "Many people",
    "vulnerability": "Vulnerable by the layer",
    "distance": "Far from a venue",
    "neighbours": "Neighbours not covered",
    "province": "Province not covered",
}
TITLES = {
    options.NEED_PART: "Need",
    options.PLAN_PART: "Next trainings",
    options.EQUITY_PART: "Equity",
}
HEADINGS = {
    "rank": "Rank",
    "name": "District",
    "province": "Province",
    "population": "Population",
    "kind": "Kind",
    "why": "Why",
    "score": "Need, 0 to 1",
}
#: What the parts come from, for the whole of the list as a file.
BASES = {
    "vulnerability": "Layer value",
    "nearest_venue": "Nearest venue",
    "distance": "Km to it, by road",
    "adjacent_uncovered": "Neighbours without a participant",
    "adjacent": "Neighbours",
    "province_uncovered": "Districts of its province without a participant",
    "province_districts": "Districts of its province",
}


def choose_part() -> str:
    """Offer the parts of the screen; only the chosen one is computed and drawn."""
    st.segmented_control(
        "Part of the screen",
        list(TITLES),
        key="part",
        persist_state="session",
        format_func=TITLES.__getitem__,
        required=True,
        label_visibility="collapsed",
    )
    return str(options.value("part"))


def weights(figures: Coverage) -> Aims:
    """Offer the weights of the score and the layer; return them with all other aims."""
    offered = indicators(figures.records)
    parts = [part for part in PARTS if offered or part != "vulnerability"]
    with st.popover("What makes need", icon=":material/balance:"):
        st.caption("Only the proportions count. A part at 0 is left out.")
        for part in parts:
            st.slider(
                PART_WORDS[part],
                0,
                100,
                key=f"weight_{part}",
                help=PARTS[part],
                persist_state="session",
            )
        _choose_layer(offered)
    aims, unweighed = options.aims(figures.records, options.distances()[1].unit)
    if unweighed:
        st.warning(unweighed, icon=":material/balance:")
    return aims


def found(figures: Coverage, aims: Aims) -> Need:
    """Return the districts in need; say where the layer could not be used."""
    in_need = needed(figures, aims)
    if in_need.refused:
        st.warning("The layer could not be used; the other parts make the score.")
        st.text(in_need.refused)
    return in_need


def _choose_layer(offered: list[str]) -> None:
    """Offer the indicators of the layers; the first is used until another is chosen."""
    if not offered:
        st.caption("No vulnerability layer in these records: that part is left out.")
        return
    shown = ["", *offered[1:]]  # the first is the default, which an address leaves out
    if st.session_state["indicator"] not in shown:
        st.session_state["indicator"] = ""
    st.selectbox(
        "Vulnerability layer",
        shown,
        key="indicator",
        format_func=lambda one: one or offered[0],
        persist_state="session",
    )


def map_of(values: MapValues, found: Need) -> MapValues:
    """Return a map with the districts in need listed beside it."""
    place = {pcode: number for number, pcode in enumerate(gazetteer.names())}
    ranked = found.districts[found.districts["kind"] != WITHIN]  # a list of its own has those
    listed = DistrictList(
        key="need",
        title="By need",
        order="most need first; people",
        figure="population",
        none="No district of this selection is uncovered or thin.",
        places=tuple(place[pcode] for pcode in ranked["adm2_pcode"]),
    )
    return replace(values, lists=(listed, *values.lists))


def ranking(figures: Coverage, found: Need) -> None:
    """Show the ranking with the parts of each score, and how far the weights decide it."""
    in_need = found.districts
    uncovered, thin, within = (
        int((in_need["kind"] == kind).sum()) for kind in (UNCOVERED, THIN, WITHIN)
    )
    named = f", and {within:,} {WITHIN}" if within else ""
    st.subheader("Where the need is greatest", anchor=False)
    if in_need.empty:
        st.info("No district of this selection is uncovered or thin.", icon=":material/check:")
        return
    if not in_sight("ranking"):  # a table below the window would hold up the map above it
        st.html('<div class="chart-to-come"></div>')
        return
    st.caption(
        f"{uncovered:,} districts without a participant, {thin:,} thin ones{named}. "
        "The parts add up to the score. Beside it: under how many of 2,000 other "
        f"weightings a district stays among the first {TOP}."
    )
    if found.layer:
        st.text(found.layer.words)
    table = table_of(figures, found)
    _list(table)
    screen.source(figures.records, figures.selection.as_of)
    screen.twin("need", lambda: _whole(table, in_need), "districts-by-need")


def _list(table: pd.DataFrame) -> None:
    everything = len(table) <= SHOWN or st.session_state.get("need_all", False)
    st.dataframe(
        table if everything else table.head(SHOWN),
        hide_index=True,
        key="need_table",
        alt="Districts by need",
        placeholder="not known",
        column_config={
            "Population": st.column_config.NumberColumn(format="localized"),
            "Need, 0 to 1": st.column_config.ProgressColumn(
                format="%.2f", min_value=0, max_value=1
            ),
        },
    )
    if len(table) > SHOWN:
        st.toggle(f"All {len(table):,} districts", key="need_all")


def table_of(figures: Coverage, found: Need) -> pd.DataFrame:
    """Return the ranking under headings for people, all parts of the score included."""
    in_need = found.districts
    table = in_need[list(HEADINGS)].rename(columns=HEADINGS)
    table["Need, 0 to 1"] = table["Need, 0 to 1"].round(3)
    table[f"Stays in the top {TOP}"] = [
        "" if pd.isna(share) else f"{share:.0%}" for share in sensitivity(in_need, TOP)
    ]
    targets = against_targets(figures)
    if targets is not None:
        own = targets.set_index("adm2_pcode").loc[in_need["adm2_pcode"]]
        table["Reached"], table["Targeted"] = own["reached"].array, own["targeted"].array
    for part in PARTS:
        if (in_need[f"weight_{part}"] > 0).any():
            table[PART_WORDS[part]] = in_need[f"adds_{part}"].round(3)
    table["Not ranked"] = in_need["not_ranked"]
    return table


def _whole(table: pd.DataFrame, in_need: pd.DataFrame) -> pd.DataFrame:
    """Return the ranking with what its parts come from, for a file."""
    bases = in_need[list(BASES)].copy()
    bases["nearest_venue"] = bases["nearest_venue"].map(gazetteer.names())
    bases["distance"] = bases["distance"].round(0)
    known = bases.rename(columns=BASES).dropna(axis="columns", how="all")
    return table.assign(**{"P-code": in_need["adm2_pcode"]}).join(known)
