"""Need on the screen: its weights, the ranking, and whether coverage is fair."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from data.coverage import Coverage
from data.fairness import coverage_by_province, fairness
from data.fairness_words import (
    coverage_in_words,
    gini_in_words,
    left_out_in_words,
    theil_in_words,
)
from data.need import need
from data.weighting import PARTS, NeedError, Weights, contributions, sensitivity
from geo import gazetteer
from geo.coverage_map import DistrictList, MapValues
from pages import map_view, screen

TOP = 10
PART_WORDS = {
    "population": "Many people",
    "vulnerability": "Vulnerability layer",
    "recency": "Long since a training",
    "agencies": "Missing agencies",
    "distance": "Far from a venue",
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


def weigh(figures: Coverage) -> pd.DataFrame:
    """Offer the weights of the score; return the districts in need, most need first."""
    chosen = {}
    with st.popover("What makes need", icon=":material/balance:"):
        st.caption("Only the proportions count. A part at 0 is left out.")
        for part, default in Weights().__dict__.items():
            if part == "vulnerability":
                continue  # no layer is loaded
            chosen[part] = st.slider(
                PART_WORDS[part], 0, 100, int(default), key=f"weight_{part}", help=PARTS[part]
            )
    try:
        weights = Weights(**chosen, vulnerability=0)
    except NeedError as refused:
        st.warning(f"{refused} The usual weights are used.", icon=":material/balance:")
        weights = Weights(vulnerability=0)
    st.session_state["weights"] = weights
    return need(figures, weights)


def map_of(figures: Coverage, needed: pd.DataFrame) -> MapValues:
    """Return the map of what is known, with the districts in need listed beside it."""
    values = map_view.coverage_values(figures, "status")
    place = {pcode: number for number, pcode in enumerate(gazetteer.names())}
    listed = DistrictList(
        key="need",
        title="By need",
        order="most need first; people",
        figure="population",
        none="No district of this selection is uncovered or thin.",
        places=tuple(place[pcode] for pcode in needed["adm2_pcode"]),
    )
    return replace(values, lists=(listed, *values.lists))


def ranking(figures: Coverage, needed: pd.DataFrame) -> None:
    """Show the ranking with the parts of each score, and how far the weights decide it."""
    uncovered = int((needed["kind"] == "uncovered").sum())
    st.subheader("Where the need is greatest", anchor=False)
    st.caption(
        f"{uncovered:,} districts without a participant and {len(needed) - uncovered:,} thin ones. "
        "The parts add up to the score. Beside it: under how many of 2,000 other weightings "
        f"a district stays among the first {TOP}."
    )
    if needed.empty:
        st.info("No district of this selection is uncovered or thin.", icon=":material/check:")
        return
    table = table_of(needed, st.session_state["weights"])
    shown = table.head(25)
    st.dataframe(
        shown, hide_index=True, key="need_table", alt="Districts by need", placeholder="not known"
    )
    screen.source(figures.records, figures.selection.as_of)
    screen.twin("need", lambda: table, "districts-by-need")


def table_of(needed: pd.DataFrame, weights: Weights) -> pd.DataFrame:
    """Return the ranking under headings for people, all parts of the score included."""
    table = needed[list(HEADINGS)].rename(columns=HEADINGS)
    table["Need, 0 to 1"] = table["Need, 0 to 1"].round(3)
    table[f"Stays in the top {TOP}"] = [
        f"{share:.0%}" for share in sensitivity(needed, weights, TOP)
    ]
    parts = contributions(needed, weights).round(3)
    for part in ("population", "recency", "agencies", "distance"):
        table[PART_WORDS[part]] = parts[part]
    table["Not known"] = needed["not_known"]
    return table


def fair(figures: Coverage) -> None:
    """Say in sentences whether coverage is fair, with the provinces as a table."""
    st.subheader("Is coverage fair?", anchor=False)
    provinces, found = coverage_by_province(figures), fairness(figures)
    for sentence in (
        coverage_in_words(provinces),
        gini_in_words(found),
        theil_in_words(found),
        left_out_in_words(found),
    ):
        if sentence:
            st.text(sentence)
    screen.source(figures.records, figures.selection.as_of)
    screen.twin("fairness", lambda: _provinces(provinces), "coverage-by-province")


def _provinces(provinces: pd.DataFrame) -> pd.DataFrame:
    headings = {
        "province": "Province",
        "districts": "Districts",
        "districts_covered": "Covered",
        "people_covered": "People in covered districts",
        "people": "People",
        "share": "Share of people",
        "national": "National share",
    }
    return provinces[list(headings)].rename(columns=headings).round(3)
