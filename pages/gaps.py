"""Gaps: which districts nobody has been trained from, where it matters, where to train next."""

import streamlit as st

from data.figures.coverage import Coverage, coverage
from data.planning.settings import Need
from geo.webmap.map_values import MapValues
from pages.parts import downloads, map_frame, playing, profile, screen
from pages.planning import equity
from pages.planning import need as need_view
from pages.planning import plan as plan_view
from pages.planning.plan import Planned
from pages.session import address, options
from pages.session.entry import through_dashboard
from pages.session.options import EQUITY_PART, GAPS, NEED_PART, PLAN, PLAN_PART

through_dashboard()
records = address.opened()
screen.title("Gaps: where nobody has been trained from", records)


def body() -> None:
    """Answer a filter, a weight or a wish of the plan without running the rest of the page."""
    bar = screen.filters(records)
    figures = coverage(records, address.selection(records))
    screen.headline(figures)
    # One place for what is chosen, however much it is: the map after it stays where it is.
    with st.container(key="gaps_choices"):
        with st.container(horizontal=True, key="gaps_parts"):
            part = need_view.choose_part()
            aims = need_view.weights(figures) if part != EQUITY_PART else None
            line = st.container(key="plan_line")
        # Ranking the need takes a while; a plan for people can do without it.
        ranked = aims and (part == NEED_PART or aims.by_score)
        need = need_view.found(figures, aims) if aims and ranked else None
        plan = plan_view.ask(figures, need) if part == PLAN_PART else None
        if plan:
            plan_view.status(line, plan)
    wanted = (*GAPS, *(PLAN if plan else ()))
    address.write_address(records, ("district", *options.names(wanted)))
    values = shown(figures, need, plan, part)
    waiting = plan_view.COMES if plan and plan.provisional else ""
    downloads.offer(bar, figures, values, "Gaps in training coverage", waiting)
    # One map for all parts, so that zoom and pan stay from one to the next.
    map_frame.draw(values, "gaps_map")
    screen.source(records, figures.selection.as_of, with_map=True)
    profile.drawer(figures)
    if plan:
        plan_view.draw(figures, plan)
        plan_view.follow(plan)
    elif need:
        need_view.ranking(figures, need)
    else:
        equity.draw(figures)


def shown(figures: Coverage, need: Need | None, plan: Planned | None, part: str) -> MapValues:
    """Return what the map shows of the part that is chosen."""
    values = map_frame.coverage_values(figures, "per_million" if part == EQUITY_PART else "status")
    if plan:
        return plan_view.map_of(figures, values, plan)
    return need_view.map_of(values, need) if need else values


playing.run(body)
