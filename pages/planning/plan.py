"""The planner on the screen: where the next trainings would cover the most need."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.figures.coverage import Coverage
from data.planning.distances import Distances
from data.planning.need import venues_so_far
from data.planning.plan import Plan, Plans
from data.planning.plan_words import range_in_words
from data.planning.request import MOST_VENUES, Request
from data.planning.settings import Need, people_to_cover, to_cover
from data.planning.weights import PlanningError
from data.records.model import in_percent
from geo.districts import gazetteer
from geo.webmap.map_values import MapValues
from geo.words.catalogue import _
from pages.browser.in_sight import in_sight
from pages.parts import playing, screen, tables
from pages.planning import plan_curve, travel_table
from pages.session import loading, options, visitor
from pages.workers.queues import Work, WorkError
from reports.measures.plan import plan_values

NEED_WORDS = {
    options.PEOPLE: _("People living there"),
    options.SCORE: _("Need, sum of scores"),
}
#: What the share of a plan is of, in the line beside the parts.
OF_ALL = {
    options.PEOPLE: _("of the people who live in the districts to plan for"),
    options.SCORE: _("of the need"),
}
NEED_OF = {options.PEOPLE: _("People"), options.SCORE: _("Need, sum of scores")}
VENUE_HEADINGS = {
    "name": _("Venue"),
    "province": _("Province"),
    "locked": _("Locked in"),
    "districts": _("Districts reached"),
    "need": _("Need"),
    "adds": _("Gain over the venues above"),
    "loses": _("Lost without it"),
    "farthest": _("Farthest"),
}
#: What of the headings is an amount of need.
AMOUNTS = (_("Need"), _("Gain over the venues above"), _("Lost without it"))
DISTRICT_HEADINGS = {
    "name": _("District"),
    "province": _("Province"),
    "need": _("Need"),
    "venue_name": _("Goes to"),
    "distance": _("Distance"),
    "in_reach": _("In reach of a venue"),
}

#: How long a screen waits for the best plan before it shows another one meanwhile, in seconds.
AT_ONCE = 0.04
#: How soon a newer choice ends the waiting for the best plan, in seconds.
TICK = 0.03
NONE_LEFT = _("No district of this selection is left to plan for.")
COMES = _("Available once the best plan is found.")


@dataclass(frozen=True, eq=False)
class Planned:
    """What is asked of the planner, and what came of it; no plan where it cannot be made.

    ``best`` is provisional while ``search`` has not ended; ``used`` are the venues so far.
    """

    need: pd.Series
    aim: str
    request: Request
    travel: str
    distances: Distances
    used: pd.Series
    best: Plan | None = None
    search: Work[Plan] | None = None
    refused: str = ""

    @property
    def provisional(self) -> bool:
        """Whether the best plan is still being searched for."""
        return self.best is not None and self.best.bound is None

    @property
    def plans(self) -> Plans:
        """The plan beside the others; asked for where a best one is there."""
        first = loading.first_plans(self.need, self.request, self.used, self.travel, self.distances)
        return replace(first, best=self.best) if self.best else first


def planned(
    figures: Coverage, in_need: Need | None, request: Request, travel: str, distances: Distances
) -> Planned:
    """Make the plan that is asked for.

    Parameters
    ----------
    in_need
        The districts in need, where the plan is for their score; None where it is for people.
    request
        What the plan has to keep to.
    travel, distances
        The distances of the plan, and the word that tells them from any others.
    """
    need = to_cover(in_need.districts, by_score=True) if in_need else people_to_cover(figures)
    aim = options.SCORE if in_need else options.PEOPLE
    asked = Planned(need, aim, request, travel, distances, venues_so_far(figures))
    if need.empty:
        return asked
    try:
        return _searched(asked)
    except (PlanningError, WorkError) as refused:
        return replace(asked, refused=str(refused))


def _searched(planned: Planned) -> Planned:
    """Return the best plan where it is known or found at once, else what stands for it."""
    search = loading.plan_search().best(
        planned.need, planned.request, planned.travel, planned.distances, visitor.session_key()
    )
    best = search.result() if search.wait(AT_ONCE) else planned.plans.greedy
    return replace(planned, best=best, search=search)


def follow(planned: Planned) -> None:
    """Show the best plan as soon as it is found, where a provisional one is on the screen.

    Called at the very end of a run. A newer choice ends the waiting, and asks anew.
    """
    if planned.search is None or not planned.provisional:
        return
    while not planned.search.wait(TICK):
        st.session_state.get("part")  # where Streamlit leaves this run for a newer one
    try:
        planned.search.result()
    except WorkError as fault:  # no reason to ask again by itself
        screen.failed(_("The best plan was not found."), str(fault))
    else:
        playing.again()


def wishes(unit: str) -> None:
    """Offer everything that ``options.aims`` makes the request of; ``unit`` is of the distances."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="plan_inputs"):
        _slider(_("Trainings to plan"), 1, MOST_VENUES, "plan_trainings")
        if unit == "hours":
            _slider(_("Hours by road, at most"), 1, 24, "plan_hours")
        else:
            _slider(_("Km by road, at most"), 25, 300, "plan_km", step=25)
        st.number_input(
            _("Districts each, at most"),
            0,
            40,
            key="plan_capacity",
            width=170,
            help=_("So many districts send people to one training; 0 is no limit."),
            persist_state="session",
        )
        st.selectbox(
            _("Choose districts by"),
            list(NEED_WORDS),
            key="plan_for",
            persist_state="session",
            format_func=NEED_WORDS.__getitem__,
            width=210,
        )
        _venues_wished()
        travel_table.offer()
    travel_table.list_problems()


def _slider(label: str, least: int, most: int, key: str, step: int = 1) -> None:
    st.slider(label, least, most, step=step, key=key, width=190, persist_state="session")


def _venues_wished() -> None:
    """Offer venues locked in and out and a minimum a province; drawn when it is opened."""
    count = sum(bool(options.value(one)) for one in options.names(options.PLAN[5:]))
    label = _("Conditions ({count})").format(count=count) if count else _("Conditions")
    opened = st.popover(label, icon=":material/lock:", key="wishes", on_change="rerun")
    if not opened.open:
        return
    names = gazetteer.names()
    by_name = sorted(names, key=lambda pcode: names[pcode])
    with opened:
        for key, words in (("plan_in", _("Venues locked in")), ("plan_out", _("Never a venue"))):
            st.multiselect(
                words,
                by_name,
                key=key,
                format_func=names.__getitem__,
                placeholder=_("None"),
                persist_state="session",
            )
        st.caption(_("Minimum number of venues in"))
        for pcode, name in gazetteer.provinces().items():
            key = f"plan_least_{pcode}"
            st.number_input(name, 0, MOST_VENUES, key=key, persist_state="session")


def map_of(figures: Coverage, values: MapValues, planned: Planned) -> MapValues:
    """Return the map of the plan; what is known of each district where there is none."""
    if planned.best is None:
        return values
    by_score = planned.aim == options.SCORE
    best, provisional = planned.best, planned.provisional
    return plan_values(figures, values, best, by_score=by_score, provisional=provisional)


def status(place: DeltaGenerator, planned: Planned) -> None:
    """Say in one line how good the plan on the map is, in its place beside the parts."""
    words, kind = _("No plan for these districts and conditions."), "none"
    if planned.need.empty:
        words = NONE_LEFT
    elif planned.provisional:
        words = _("Provisional: venues picked one by one. Searching for the best plan \u2026")
        kind = "provisional"
    elif planned.best:
        words = _("Best plan: {share} {of_all} can be reached, {proof}.").format(
            share=in_percent(planned.best.share),
            of_all=OF_ALL[planned.aim],
            proof=_proof(planned.best),
        )
        kind = "best"
    place.html(f'<p class="plan-status {kind}" role="status">{screen.text(words)}</p>')


def draw(figures: Coverage, planned: Planned) -> None:
    """Show what the plan covers, what else would, its venues, and how it grows with trainings."""
    st.subheader(_("Where to train next"), anchor=False)
    if planned.refused:
        st.warning(_("No plan can meet these conditions."), icon=":material/route:")
        st.text(planned.refused)
        return
    if planned.best is None:
        st.info(NONE_LEFT, icon=":material/check:")
        return
    plans = planned.plans
    st.text(_beside_each_other(planned, plans))
    best, distances = plans.best, planned.distances
    detours = range_in_words(best.share_range)
    notes = (*best.messages, detours, distances.source, distances.notice)
    st.html(screen.lines(filter(None, notes)))
    if not in_sight("plan"):  # tables below the window would hold up the map above them
        return
    waiting = COMES if planned.provisional else ""
    records = figures.records
    venues = _headed(best.worth, VENUE_HEADINGS, planned)
    if planned.provisional:  # the table itself says so: it can be copied
        venues = venues.rename(columns={_("Venue"): _("Venue, provisional")})
    st.caption(
        _(
            "The gain is counted in the order of the table, of all districts within reach, also "
            "those that go to a venue further down; it adds up to what the plan covers."
        )
    )
    columns: dict[str, Any] = dict.fromkeys(_amounts(planned), tables.LOCALIZED)
    columns[_("Province")] = st.column_config.Column(width=150)  # as that of the ranking
    tables.draw(venues, "plan_table", _("Venues of the plan"), columns=columns)
    screen.source(records, figures.selection)
    tables.twin(records, "plan_venues", lambda: venues, "plan-venues", waiting)
    st.subheader(_("Who goes where"), anchor=False)
    tables.twin(
        records, "plan", lambda: _districts(planned, plans.best), "plan-of-trainings", waiting
    )
    plan_curve.draw(figures, planned.need, planned.request, planned.travel, planned.distances)


def _beside_each_other(planned: Planned, plans: Plans) -> str:
    best = _("{best} with this plan ({proof}), ").format(
        best=in_percent(plans.best.share), proof=_proof(plans.best)
    )
    if planned.provisional:
        best = _("the best plan is being searched for; ")
    return _(
        "Share {of_all} that can be reached: {best}{greedy} picking venues one by one, {before} at "
        "the venues used most so far."
    ).format(
        of_all=OF_ALL[planned.aim],
        best=best,
        greedy=in_percent(plans.greedy.share),
        before=in_percent(plans.before.share),
    )


def _proof(best: Plan) -> str:
    if best.optimal:
        return _("proven")
    return _("at most {gap:.1%} below the best").format(gap=best.gap or 0)


def _amounts(planned: Planned) -> list[str]:
    """Return the headings of the need of a venue, of what it adds and what is lost without it."""
    unit = NEED_OF[planned.aim]
    return [unit, *(f"{word}, {unit.lower()}" for word in AMOUNTS[1:])]


def _headed(frame: pd.DataFrame, headings: dict[str, str], planned: Planned) -> pd.DataFrame:
    """Return a table of the plan under headings that name their units."""
    unit, people = planned.distances.unit, planned.aim == options.PEOPLE
    units = {
        _("Farthest"): _("Farthest, {unit}").format(unit=unit),
        _("Distance"): _("Distance, {unit}").format(unit=unit),
    }
    units |= dict(zip(AMOUNTS, _amounts(planned), strict=True))
    table = frame[list(headings)].rename(columns=headings).rename(columns=units)
    for column in table.select_dtypes("bool"):
        table[column] = table[column].map({True: _("yes"), False: _("no")})
    table = table.round({units[_("Distance")]: 0, units[_("Farthest")]: 0})
    amounts = [amount for amount in _amounts(planned) if amount in table]
    table[amounts] = table[amounts].round(0 if people else 2)
    return table.astype(dict.fromkeys(amounts, "int64")) if people else table


def _districts(planned: Planned, best: Plan) -> pd.DataFrame:
    named = best.districts.assign(venue_name=best.districts["venue"].map(gazetteer.names()))
    return _headed(named, DISTRICT_HEADINGS, planned)
