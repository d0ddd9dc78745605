"""The curve of how much more each training would bring, made by a worker when it is asked for."""

import pandas as pd
import streamlit as st

from data.figures.coverage import Coverage
from data.planning.distances import Distances
from data.planning.request import MOST_VENUES, Request
from geo.words.catalogue import _
from pages.parts import chart, screen, tables
from pages.session import plan_search, visitor
from pages.workers import waiting
from pages.workers.queues import Work, WorkError
from reports.charts.plan_curve import curve_alt, curve_chart, curve_table


def draw(
    figures: Coverage, need: pd.Series, request: Request, travel: str, distances: Distances
) -> None:
    """Draw the curve where it has been asked for with these very wishes: it takes seconds.

    What is asked of the planner is as for ``plan_search.curve``.
    """
    st.subheader(_("How much more each training would bring"), anchor=False)
    asked = plan_search.curve_key(need, request, travel)
    if st.session_state.get("curve_of") != asked:
        st.button(
            _("Draw the curve"),
            key="draw_curve",
            on_click=lambda: st.session_state.update(curve_of=asked),
            icon=":material/show_chart:",
            help=_("Plans of 1 to {most_venues} trainings; up to ten seconds.").format(
                most_venues=MOST_VENUES
            ),
        )
        return
    try:
        work = plan_search.curve(
            need,
            request,
            travel,
            distances,
            visitor.session_key(),
        )
        words = _("Planning 1 to {most_venues} trainings \u2026").format(most_venues=MOST_VENUES)
        waiting.wait_for(work, words, "give_up_curve", lambda: _give_up(work))
        curve = work.result()
    except WorkError as fault:
        st.warning(_("The curve was not made."), icon=":material/error:")
        st.text(str(fault))
        return
    table = curve_table(curve, float(need.sum()))
    number = request.n_venues
    chart.plot(curve_chart(table, number), "curve", "plan-curve", curve_alt(table, number))
    screen.source(figures.records, figures.selection)
    tables.twin(figures.records, "curve", lambda: table.round(1), "plan-curve")


def _give_up(work: Work[pd.DataFrame]) -> None:
    work.give_up()
    st.session_state.pop("curve_of", None)
