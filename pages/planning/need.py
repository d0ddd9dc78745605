"""Need on the screen: its weights, the layer it uses, the ranking, and what decides it."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from data.analysis.targets import against_targets
from data.figures.coverage import Coverage
from data.planning.need import THIN, UNCOVERED, WITHIN
from data.planning.settings import Need, indicators
from data.planning.weights import PARTS, contributions, sensitivity
from data.records.model import Records, in_percent
from geo.districts import gazetteer
from geo.webmap.map_values import DistrictList, MapValues
from pages.parts import screen, tables
from pages.parts.in_sight import in_sight
from reports.words.definitions import PART_WORDS

TOP = 10
SHOWN = 25
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
    "months_since": "Months since a training",
    "agencies_missing": "Agencies missing of 6",
    "nearest_venue": "Nearest venue",
    "distance": "Km to it, by road",
}


def weights(records: Records, unweighed: str) -> None:
    """Offer the weights of the score and the layer; say why they are not used where they are not.

    Parameters
    ----------
    records
        Without a layer, vulnerability has no weight.
    unweighed
        Why the weights that are chosen are not used; blank where they are.
    """
    offered = indicators(records)
    with st.popover("What makes need", icon=":material/balance:"):
        st.caption("Only the proportions count. A part at 0 is left out.")
        for part in (part for part in PARTS if offered or part != "vulnerability"):
            name, meaning = PART_WORDS[part], PARTS[part]
            st.slider(name, 0, 100, key=f"weight_{part}", help=meaning, persist_state="session")
        _choose_layer(offered)
    if unweighed:
        st.warning(unweighed, icon=":material/balance:")


def refusal(need: Need) -> None:
    """Say where the layer could not be used."""
    if need.refused:
        st.warning("The layer could not be used; the other parts make the score.")
        st.text(need.refused)


def _choose_layer(offered: list[str]) -> None:
    """Offer the indicators of the layers; the first is used until another is chosen."""
    if not offered:
        st.caption("No vulnerability layer in these records: that part is left out.")
        return
    shown = ["", *offered[1:]]  # the first is the default, which an address leaves out
    st.selectbox(
        "Vulnerability layer",
        shown,
        key="indicator",
        format_func=lambda one: one or offered[0],
        persist_state="session",
    )


def map_of(values: MapValues, need: Need) -> MapValues:
    """Return a map with the districts in need listed beside it."""
    place = {pcode: number for number, pcode in enumerate(gazetteer.names())}
    ranked = need.districts[need.districts["kind"] != WITHIN]  # a list of its own has those
    listed = DistrictList(
        key="need",
        title="By need",
        order="most need first; people",
        figure="population",
        none="No district of this selection is uncovered or thin.",
        places=tuple(place[pcode] for pcode in ranked["adm2_pcode"]),
    )
    return replace(values, lists=(listed, *values.lists))


def ranking(figures: Coverage, need: Need) -> None:
    """Show the ranking with the parts of each score, and how far the weights decide it."""
    in_need = need.districts
    uncovered, thin, within = (
        int((in_need["kind"] == kind).sum()) for kind in (UNCOVERED, THIN, WITHIN)
    )
    named = f", and {within:,} {WITHIN}" if within else ""
    st.subheader("Where the need is greatest", anchor=False)
    if in_need.empty:
        st.info("No district of this selection is uncovered or thin.", icon=":material/check:")
        return
    if not in_sight("ranking"):  # a table below the window would hold up the map above it
        return
    st.caption(
        f"{uncovered:,} districts without a participant, {thin:,} thin ones{named}. "
        "The parts add up to the score. Beside it: under how many of 2,000 other "
        f"weightings a district stays among the first {TOP}."
    )
    if need.layer:
        st.text(need.layer.words)
    table = table_of(figures, need)
    _list(table)
    screen.source(figures.records, figures.selection)
    tables.twin(figures.records, "need", lambda: _whole(table, in_need), "districts-by-need")


def _list(table: pd.DataFrame) -> None:
    everything = len(table) <= SHOWN or st.session_state.get("need_all", False)
    shown = table if everything else table.head(SHOWN)
    bars = st.column_config.ProgressColumn(format="%.2f", min_value=0, max_value=1)
    columns = {"Population": tables.LOCALIZED, "Need, 0 to 1": bars}
    tables.draw(shown, "need_table", "Districts by need", unknown="not known", columns=columns)
    if len(table) > SHOWN:
        st.toggle(f"All {len(table):,} districts", key="need_all")


def table_of(figures: Coverage, need: Need) -> pd.DataFrame:
    """Return the ranking under headings for people, all parts of the score included."""
    in_need, weights = need.districts, need.weights
    table = in_need[list(HEADINGS)].rename(columns=HEADINGS)
    table["Need, 0 to 1"] = table["Need, 0 to 1"].round(3)
    table[f"Stays in the top {TOP}"] = [
        in_percent(share) for share in sensitivity(in_need, weights, TOP)
    ]
    targets = against_targets(figures)
    if targets is not None:
        own = targets.set_index("adm2_pcode").loc[in_need["adm2_pcode"]]
        table["Reached"], table["Targeted"] = own["reached"].array, own["targeted"].array
    parts = contributions(in_need, weights).round(3)
    for part, weight in zip(PARTS, weights.values, strict=True):
        if weight:
            table[PART_WORDS[part]] = parts[part]
    table["Not known"] = in_need["not_known"]
    return table


def _whole(table: pd.DataFrame, in_need: pd.DataFrame) -> pd.DataFrame:
    """Return the ranking with what its parts come from, for a file."""
    bases = in_need[list(BASES)].copy()
    bases["nearest_venue"] = bases["nearest_venue"].map(gazetteer.names())
    bases["distance"] = bases["distance"].where(bases["distance"] < float("inf")).round(0)
    bases["months_since"] = bases["months_since"].round(1)
    known = bases.rename(columns=BASES).dropna(axis="columns", how="all")
    return table.assign(**{"P-code": in_need["adm2_pcode"]}).join(known)
