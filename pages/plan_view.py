"""The planner on the screen: where the next trainings would cover the most need."""

import pandas as pd
import streamlit as st

from data.coverage import Coverage
from data.distances import road_distances
from data.need import venues_so_far
from data.planning import Plan, continue_as_before, greedy_plan, plan
from data.planning_request import PlanningError, Request
from pages import screen

VENUE_HEADINGS = {
    "name": "Venue",
    "province": "Province",
    "districts": "Districts taken in",
    "need": "People of these districts",
    "farthest": "Farthest, km",
}


def draw(figures: Coverage, needed: pd.DataFrame) -> None:
    """Ask how many trainings and how far people travel; show the plan that covers the most."""
    st.subheader("Where to train next", anchor=False)
    uncovered = needed[(needed["kind"] == "uncovered") & needed["population"].notna()]
    people = uncovered.set_index("adm2_pcode")["population"].astype(float)
    request = _ask()
    if people.empty:
        st.info("No uncovered district with a known population is left to plan for.")
        return
    try:
        _show(figures, people, request)
    except PlanningError as refused:
        st.warning(f"{refused.what} {refused.what_to_do}", icon=":material/route:")


def _ask() -> Request:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        trainings = st.slider("Trainings", 1, 30, 10, key="plan_trainings", width=240)
        radius = st.slider("Travel at most, km by road", 25, 300, 100, 25, key="plan_km", width=240)
        capacity = st.number_input("Districts a training", 1, 40, 8, key="plan_capacity", width=180)
    return Request(n_venues=int(trainings), radius=float(radius), capacity=int(capacity))


def _show(figures: Coverage, people: pd.Series, request: Request) -> None:
    distances = road_distances()
    with st.spinner("Searching \u2026"):
        best = plan(people, distances, request)
    greedy = greedy_plan(people, distances, request)
    before = continue_as_before(people, distances, request, venues_so_far(figures))
    proof = "proven" if best.optimal else f"at most {best.gap or 0:.1%} below the best"
    st.text(
        f"People of uncovered districts within reach: {_share(best)} with this plan ({proof}), "
        f"{_share(greedy)} taking the best venue one after the other, {_share(before)} at the "
        "venues used most so far."
    )
    for message in (*best.messages, distances.notice):
        if message:
            st.text(message)
    table = best.venues[list(VENUE_HEADINGS)].rename(columns=VENUE_HEADINGS).round(0)
    st.dataframe(table, hide_index=True, key="plan_table", alt="Venues of the plan")
    screen.source(figures.records, figures.selection.as_of)
    screen.twin("plan", lambda: best.districts.round(1), "plan-of-trainings")


def _share(found: Plan) -> str:
    return "no data" if found.share is None else f"{found.share:.0%}"
