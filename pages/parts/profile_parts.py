"""Parts of a district's profile beside its figures: agencies, surroundings, learning."""

import pandas as pd
import streamlit as st

from data.analysis.committees import Seat, presence
from data.analysis.learning import COLLECTED, NOT_COLLECTED, learning_from, pooled
from data.analysis.targets import against_targets
from data.figures.coverage import Coverage
from data.planning.distances import road_distances
from data.planning.neighbours import nearest_venues, neighbours_state
from data.records.model import REACHED
from pages.parts import screen
from pages.session import loading

#: What stands before an agency: a sign for each state, told in words as well.
SIGNS = {
    Seat.PRESENT: "\u25cf",
    Seat.PRESENT_WITHOUT_COUNT: "\u25cb",
    Seat.ZERO_REPORTED: "0",
    Seat.NOT_KNOWN: "?",
    Seat.NOBODY: "\u2571",
    Seat.NOT_SELECTED: "\u2013",
}


def agencies(figures: Coverage, pcode: str) -> None:
    """List the six agencies of the district's committee, with what is known of each."""
    seats = presence(figures).seats.loc[[pcode]].to_dict("records")[0]
    rows = "".join(
        f"<li><b>{SIGNS[Seat(state)]}</b> {screen.text(agency)}: {screen.text(state)}</li>"
        for agency, state in seats.items()
    )
    st.html(f'<h3>Committee agencies</h3><ul class="told seats">{rows}</ul>')


def target(figures: Coverage, pcode: str) -> dict[str, str]:
    """Return reached against targeted as a fact; none where the records have no targets."""
    table = against_targets(figures)
    if table is None:
        return {}
    row = table[table["adm2_pcode"] == pcode].iloc[0]
    reached = "not known" if pd.isna(row["reached"]) else f"{int(row['reached']):,}"
    if pd.isna(row["targeted"]):
        return {"Reached / Targeted": f"{reached} / no target set"}
    share = "" if pd.isna(row["share"]) else f" ({row['share']:.0%})"
    return {"Reached / Targeted": f"{reached} / {int(row['targeted']):,}{share}"}


def surroundings(figures: Coverage, pcode: str) -> None:
    """Name the neighbours with their state, and the nearest venues so far."""
    beside = neighbours_state(figures, pcode, loading.neighbours())
    covered = int(beside["status"].isin(REACHED).sum())
    rows = "".join(
        f"<li>{screen.text(one.name)}: {screen.text(one.status)}</li>"
        for one in beside.itertuples(index=False)
    )
    st.html(
        f"<h3>Neighbours: {covered} of {len(beside)} covered</h3>"
        f'<ul class="told">{rows or "<li>none in the boundary set</li>"}</ul>'
    )
    distances = road_distances()
    venues = "".join(
        f"<li>{screen.text(one['name'])}: {_far(one['distance'])}</li>"
        for one in nearest_venues(figures, pcode, distances).to_dict("records")
    )
    st.html(
        "<h3>Nearest venues so far, estimated by road</h3>"
        f'<ul class="told">{venues or "<li>no venue in this selection</li>"}</ul>'
    )


def _far(distance: float) -> str:
    return "in the district itself" if distance == 0 else f"{distance:,.0f} km"


def learned(figures: Coverage, pcode: str) -> None:
    """Say what the participants of the district's trainings learned, or that it was not asked."""
    rows = learning_from(figures, pcode)
    if rows.empty:
        return
    st.html("<h3>Learning in its trainings, all participants of them</h3>")
    st.text(_learned(rows))


def _learned(rows: pd.DataFrame) -> str:
    if (rows["state"] == NOT_COLLECTED).all():
        return "Not collected."
    found, assessed = pooled(rows), int((rows["state"] == COLLECTED).sum())
    told = f"{assessed} of {len(rows)} trainings with paired answers."
    if found.gain is None:
        return f"{told} {found.why_not}"
    between = "" if found.low is None else f" ({found.low:.1f} to {found.high:.1f})"
    return (
        f"{told} Gain {found.gain:.1f} percentage points{between}, {found.paired:,} people. "
        f"{found.why_not}"
    ).strip()
