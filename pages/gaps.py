"""Gaps: which districts nobody has been trained from, where it matters, where to train next."""

import streamlit as st

from data.planning.settings import needed
from geo.words.catalogue import _
from pages.parts import downloads, map_frame, playing, profile, screen
from pages.planning import equity
from pages.planning import need as need_view
from pages.planning import plan as plan_view
from pages.session import address, options
from pages.session.options import EQUITY_PART, GAPS, NEED_PART, PLAN, PLAN_PART
from reports.measures.measures import map_values, measure
from reports.measures.need import need_values
from reports.story.wording import not_named

TITLES = {NEED_PART: _("Need"), PLAN_PART: _("Next trainings"), EQUITY_PART: _("Equity")}
TITLE = _("Gaps in training coverage")

records = screen.opened(TITLE)


def body() -> None:
    """Answer a filter, a weight or a wish of the plan without running the rest of the page."""
    headline, bar = screen.view(records)
    figures = address.figures(records)
    part, district = options.value("part"), options.value("district")
    travel, distances = options.distances()
    aims, unweighed = options.aims(records, distances.unit)
    need = plan = None
    with headline:
        need_view.headline(figures)
    # One place for what is chosen, however much it is: the map after it stays where it is.
    with st.container(key="gaps_choices"):
        with st.container(horizontal=True, key="gaps_parts"):
            screen.choice(_("Part of the screen"), TITLES, "part", label_visibility="collapsed")
            if part != EQUITY_PART:
                need_view.weights(records, unweighed)
            line = st.container(key="plan_line")
        # Ranking the need takes a while; a plan for people can do without it.
        if part == NEED_PART or (part == PLAN_PART and aims.by_score):
            need = needed(figures, aims)
            need_view.refusal(need)
        if part == PLAN_PART and figures.mostly_together:
            why = _("A plan could send trainings to districts that have had one.")
            st.warning(f"{not_named(figures)} {why}", icon=":material/map_search:")
        elif part == PLAN_PART:
            plan_view.wishes(distances.unit)
            plan = plan_view.planned(figures, need, aims.request, travel, distances)
            plan_view.status(line, plan)
    wanted = (*GAPS, *(PLAN if plan else ()))
    address.write_address(records, ("district", *options.names(wanted)))
    values = map_values(
        figures, measure("per_million" if part == EQUITY_PART else "status"), district
    )
    if plan:
        values = plan_view.map_of(figures, values, plan)
    elif need:
        values = need_values(figures, values, need.districts)
    waiting = plan_view.COMES if plan and plan.provisional else ""
    downloads.offer(bar, figures, values, TITLE, waiting)
    # One map for all parts, so that zoom and pan stay from one to the next.
    map_frame.draw(values, "gaps_map")
    screen.source(records, figures.selection, with_map=True)
    profile.drawer(figures, district)
    if plan:
        plan_view.draw(figures, plan)
        plan_view.follow(plan)
    elif need:
        need_view.ranking(figures, need)
    elif part == EQUITY_PART:
        equity.draw(figures)


playing.run(body)
