"""What each step of the story shows, drawn from the same figures as every other screen."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from data.analysis.committees import nearly_complete
from data.analysis.learning import COLLECTED
from data.figures.coverage import Coverage
from data.records.model import in_words
from geo.webmap.map_values import MapValues
from geo.words.catalogue import _
from pages.parts import map_frame, playing, screen
from reports.charts import agency_month, committees, learning
from reports.charts.style import SMALL_TEXT_SIZE
from reports.measures.measures import Measure, map_values, measure
from reports.measures.plan import plan_values
from reports.story.results import donors_of, targeted_districts
from reports.story.story import MEASURE, Story
from reports.story.wording import NAMED, need_in_words
from reports.words.counts import counted, millions
from reports.words.headline import headline_figures
from reports.words.tables import days_held, trainings_table

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

WITH_MAP = ("standing", "growth", "gaps", "plan")
#: Between two months while the map grows, in seconds.
STEP = 1.4
#: The text of charts on a slide, in pixels: read from five metres.
CHART_TEXT = 20
#: The names of trainings beside their gains: pixels, and characters of a line; of how many of the
#: latest, so that two lines of each have room in a low window.
NAME_TEXT, NAME_LINE, TESTED = 16, 48, 6
#: Rows of a list on a slide; one that the text above begins too is as long as there (``NAMED``).
ROWS = 6


def draw(key: str, story: Story) -> None:
    """Draw what a step shows below its words."""
    STEPS[key](story)


def _standing(story: Story) -> None:
    figures, chart = st.columns([1, 2], gap="large")
    with figures:
        st.html(_headline(story.figures))
    with chart:
        map_frame.draw(_values(story.figures, MEASURE), "present_standing_map")


def _headline(figures: Coverage) -> str:
    parts = [
        f"<div><strong>{screen.text(one.value)}</strong><span>{screen.text(one.words)}</span>"
        + (f"<p>{screen.text(one.note)}</p>" if one.note else "")
        + (f'<p class="claim">{screen.text(one.claim)}</p>' if one.claim else "")
        + "</div>"
        for one in headline_figures(figures)
    ]
    return f'<div class="slide-figures">{"".join(parts)}</div>'


def _values(figures: Coverage, shown: Measure) -> MapValues:
    return replace(map_values(figures, shown), presenting=True)


def _growth(story: Story) -> None:
    """Play the map month by month, from the first to the view's own date, and rest there."""
    goes_on = not st.session_state.get("growth_stopped")
    playing.fragment(lambda: _month(story), STEP if goes_on else None)


def _month(story: Story) -> None:
    dates = story.dates
    place = min(st.session_state.get("growth_place", -1), len(dates) - 1)
    if not st.session_state.get("growth_stopped"):
        place = min(place + 1, len(dates) - 1)
        st.session_state["growth_place"] = place
    day = dates[max(place, 0)]
    figures = story.at(day)
    st.html(
        _clock(
            dates,
            place,
            _("{districts_covered:,} districts").format(
                districts_covered=figures.headline.districts_covered
            ),
        )
    )
    map_frame.draw(_values(figures, MEASURE), "present_growth_map")
    st.button(_("Replay"), key="turn_again", on_click=_again, shortcut="Space")
    if place == len(dates) - 1 and not st.session_state.get("growth_stopped"):
        st.session_state["growth_stopped"] = True
        st.rerun()  # the clock of the fragment is set by a run of the whole screen


def _again() -> None:
    st.session_state.pop("growth_stopped", None)
    st.session_state.pop("growth_place", None)


def _clock(dates: list, place: int, words: str) -> str:
    ticks = "".join(f'<i class="{"past" if n <= place else ""}"></i>' for n in range(len(dates)))
    day = in_words(dates[max(place, 0)])
    return (
        f'<div class="clock" role="status"><strong>{screen.text(day)}</strong>'
        f"<span>{screen.text(words)}</span><div>{ticks}</div></div>"
    )


def _trained(story: Story) -> None:
    figures = story.figures
    _chart(agency_month.agency_month_chart(figures), agency_month.agency_month_alt(figures))


def _trainings(story: Story) -> None:
    """List the trainings, latest first, beside how many each donor paid for."""
    listed, paid = st.columns([2, 1], gap="large")
    table = trainings_table(story.figures)
    with listed:
        first = table.head(ROWS)
        rows = list(zip(map(str, first["Title"]), days_held(first), strict=True))
        st.html(_list(_("Latest trainings"), rows, len(table), _("No training.")))
    with paid:
        donors = list(donors_of(story.figures).items())
        rows = [
            (donor, counted(number, "training", "trainings")) for donor, number in donors[:ROWS]
        ]
        st.html(_list(_("Donors"), rows, len(donors), _("No donor is recorded.")))


def _learning(story: Story) -> None:
    """Draw the gain of the latest tested trainings; on a phone, which has no room, list them."""
    tested = story.learned[story.learned["state"] == COLLECTED]
    latest = _(", latest {number}").format(number=TESTED) if len(tested) > TESTED else ""
    title = _("Points gained{latest}").format(latest=latest)
    figure = learning.learning_chart(story.figures, TESTED, NAME_LINE)
    _chart(figure.update_xaxes(title_text=title), learning.learning_alt(story.figures), NAME_TEXT)
    gains = zip(tested["title"].head(TESTED), tested["gain"].head(TESTED), strict=True)
    rows = [(str(name), f"{gain:+.1f}") for name, gain in gains]
    st.html(_list(title, rows, len(rows), _("No training was tested."), "on-phone"))


def _targets(story: Story) -> None:
    """List the districts with the largest targets, and what is on record of them."""
    wanted = targeted_districts(story.figures)
    columns = wanted[["name", "reached", "targeted"]].head(2 * ROWS) if len(wanted) else wanted
    rows = [
        (
            str(name),
            (
                _("no record; target {targeted:,}")
                if pd.isna(reached)
                else _("{reached:,} of {targeted:,}")
            ).format(reached=reached, targeted=targeted),
        )
        for name, reached, targeted in columns.itertuples(index=False)
    ]
    none = _("No target is set.")
    st.html(_list(_("Reached of targeted"), rows, len(wanted), none, "in-two"))


def _committees(story: Story) -> None:
    bars, lacking = st.columns([3, 2], gap="large")
    with bars:
        alt = committees.completeness_alt(story.presence)
        _chart(committees.completeness_chart(story.presence), alt)
    with lacking:
        places = nearly_complete(story.presence)
        pairs = zip(places["name"].head(NAMED), places["lacks"].head(NAMED), strict=True)
        rows = [(str(name), _("lacks {lacks}").format(lacks=lacks)) for name, lacks in pairs]
        st.html(
            _list(_("One agency missing"), rows, len(places), _("No committee lacks just one."))
        )


def _gaps(story: Story) -> None:
    chart, listed = st.columns([2, 1], gap="large")
    with chart:
        map_frame.draw(_values(story.figures, measure("status")), "present_gaps_map")
    with listed:
        first = story.ranked.head(NAMED)
        people = zip(first["name"], first["population"], strict=True)
        rows = [(str(name), _people(population)) for name, population in people]
        title, none = story.need_title, _("No district is ranked.")
        st.html(_list(title, rows, len(story.uncovered), none))


def _people(population: Any) -> str:
    return (
        _("population not known")
        if pd.isna(population)
        else _("{people} people").format(people=millions(population))
    )


def _plan(story: Story) -> None:
    if story.plans is None:
        st.html(_list(_("Next trainings"), [], 0, story.why_no_plan))
        return
    best, by_score = story.plans.best, story.aims.by_score
    chart, listed = st.columns([2, 1], gap="large")
    with chart:
        values = plan_values(
            story.figures, _values(story.figures, MEASURE), best, by_score=story.aims.by_score
        )
        map_frame.draw(values, "present_plan_map")
    with listed:
        first = best.venues.head(ROWS)
        venues = zip(first["name"], first["need"], first["districts"], strict=True)
        rows = []
        for name, need, districts in venues:
            reached = counted(int(districts), "district", "districts")
            rows.append((str(name), f"{need_in_words(need, by_score)}, {reached}"))
        st.html(_list(_("Venues"), rows, len(best.venues), _("No venue.")))


def _list(
    title: str, rows: list[tuple[str, str]], all_of_them: int, none: str, look: str = ""
) -> str:
    items = "".join(
        f"<li><b>{screen.text(name)}</b><span>{screen.text(words)}</span></li>"
        for name, words in rows
    )
    more = all_of_them - len(rows)
    rest = f"<p>{_('and {more:,} more').format(more=more)}</p>" if more else ""
    body = f"<ol>{items}</ol>{rest}" if rows else f"<p>{screen.text(none)}</p>"
    return f'<section class="slide-list {look}"><h2>{screen.text(title)}</h2>{body}</section>'


def _chart(figure: "Figure", alt: str, names: int = CHART_TEXT) -> None:
    figure.update_layout(
        height=None, autosize=True, font_size=CHART_TEXT, legend_font_size=CHART_TEXT
    )
    beside_bars = (figure.layout.margin.r or 0) * CHART_TEXT / SMALL_TEXT_SIZE
    figure.update_layout(margin_r=beside_bars)
    figure.update_xaxes(tickfont_size=CHART_TEXT, title_font_size=CHART_TEXT)
    figure.update_yaxes(tickfont_size=names)
    figure.update_traces(textfont_size=CHART_TEXT, selector={"mode": "text"})
    st.plotly_chart(
        figure,
        height="stretch",
        key="slide_chart",
        config={"displayModeBar": False},
        alt=alt,
    )


STEPS: dict[str, Callable[[Story], None]] = {
    "standing": _standing,
    "growth": _growth,
    "trained": _trained,
    "trainings": _trainings,
    "learning": _learning,
    "committees": _committees,
    "targets": _targets,
    "gaps": _gaps,
    "plan": _plan,
}
