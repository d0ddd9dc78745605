"""What each step of the story shows on its slide, and the tables behind it for the notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
from pptx.enum.text import MSO_ANCHOR

from data.analysis.committees import Presence, nearly_complete
from geo.words.catalogue import _
from reports.charts.committees import (
    NO_COMMITTEE,
    NOT_KNOWN,
    completeness_alt,
    completeness_table,
    presence_labels,
)
from reports.deck import map_slide
from reports.deck.map_slide import GAP, Drawn, Tables
from reports.deck.participants import trained
from reports.deck.results import learning, targets, trainings
from reports.slides.box import Box
from reports.slides.drawings import charts
from reports.slides.drawings.charts import Series
from reports.slides.drawings.map_shapes import venue_marks
from reports.slides.page import POINTS, SMALLEST, Page
from reports.slides.tables import Column, add_list
from reports.slides.text import fitted, lines_of
from reports.words import colours
from reports.words.counts import plain_counts
from reports.words.headline import HeadlineFigure, headline_figures
from reports.words.tables import districts_table, headed

#: The most districts of a map that have their name.
MOST_NAMES = 10
#: The most venue districts whose marks say how many trainings: more would hide the map.
MOST_NUMBERED = 30
#: The sizes of a large figure, in points of a slide of full size.
FIGURE_SIZES = (27, 24, 21, 18)


def _standing(page: Page, drawn: Drawn) -> Tables:
    figures = drawn.story.figures
    left, *boxes = map_slide.columns(page, drawn.boundaries)
    headline = headline_figures(figures)
    lines = [
        len(lines_of(f.beside, left.width * POINTS, page.sized(12), page.stage.font))
        for f in headline
    ]
    shares = [0.7 + 0.25 * number for number in lines]  # what has more to be known has more room
    for box, figure in zip(left.rows(shares, 0.05), headline, strict=True):
        _figure(page, box, figure)
    values = map_slide.values_of(figures)
    numbered = len(values.venues) <= MOST_NUMBERED
    marked = _("venue district, with its trainings") if numbered else _("venue district")
    marks = venue_marks(values, numbered=numbered)
    map_slide.map_and_legend(page, boxes, drawn, values, marks, marked, named=MOST_NAMES)
    words = pd.DataFrame([vars(figure) for figure in headline])
    return [
        (_("Headline figures"), headed(words, "headline_in_words")),
        map_slide.legend_table(values),
        (_("Districts"), districts_table(figures)),
    ]


def _figure(page: Page, box: Box, figure: HeadlineFigure) -> None:
    """Write one large figure, beside it what it counts, and below what has to be known of it."""
    line = replace(box, height=0.46 * max(page.scale, 0.9))  # two lines of words, the least
    value, words, size = _value_and_words(page, line, figure)
    page.write(value, figure.value, (size,), bold=True, anchor=MSO_ANCHOR.BOTTOM)
    page.write(words, figure.words, (16, 15, 14, 13, 12), anchor=MSO_ANCHOR.BOTTOM)
    notes = figure.beside
    room = box.below(line.height + 0.04)
    if notes and room.height >= 0.18:
        page.write(room, notes, (12,), quiet=True)


def _value_and_words(page: Page, line: Box, figure: HeadlineFigure) -> tuple[Box, Box, float]:
    """Return the boxes of a figure and of its words, and the size at which both are whole."""
    bold, size = replace(page.stage.font, bold=True), 0.0
    value = words = line
    for size in FIGURE_SIZES:
        wide = bold.width(figure.value, page.sized(size)) / POINTS + 0.12
        value = replace(line, width=min(wide, 0.6 * line.width))
        words = replace(line, left=value.right, width=line.width - value.width)
        room = words.width * POINTS, words.height * POINTS
        least = page.sized(SMALLEST)
        if fitted(figure.words, *room, (least,), page.stage.font).words == figure.words:
            break
    return value, words, size


def _committees(page: Page, drawn: Drawn) -> Tables:
    presence = drawn.story.presence
    lacking = nearly_complete(presence)
    left, *right = page.body.columns((6.2, 5.5), GAP) if len(lacking) else [page.body]
    room = page.heading(left, _("Districts by committee agencies trained"))
    completeness = completeness_table(presence)
    if completeness["Committees"].sum():
        _committees_chart(page, room, presence)
    else:
        page.nothing(room, f"{NO_COMMITTEE}.")
    if right:
        room = page.heading(right[0], _("One agency missing, largest first"))
        rows = lacking[["name", "province", "lacks"]].to_numpy().tolist()
        columns = (Column(_("District")), Column(_("Province"), spare=True), Column(_("Lacks")))
        add_list(page, room, columns, rows, _("No committee lacks just one of its six agencies."))
    return [
        (_("Committees by agencies present"), completeness),
        (_("Committees that lack one agency"), headed(lacking, "lacking_one")),
    ]


def _committees_chart(page: Page, box: Box, presence: Presence) -> None:
    """Draw how many committees have all, one less, ... none of the agencies shown."""
    table, most = completeness_table(presence), len(presence.shown)
    present = table["Agencies present"].tolist()
    words = presence_labels(present, most)
    series = Series(_("Committees"), plain_counts(table["Committees"]), colours.RECORDS)
    chart = charts.add_bars(page, box, words, series, completeness_alt(presence))
    shades = [
        colours.UNKNOWN
        if word in ("0", NOT_KNOWN)
        else colours.blue_at(0.25 + 0.75 * int(word) / most)
        for word in present
    ]
    charts.shade_points(chart, shades)


#: What draws a step below its words, and returns the tables behind it.
STEPS: dict[str, Callable[[Page, Drawn], Tables]] = {
    "standing": _standing,
    "growth": map_slide.growth,
    "trained": trained,
    "trainings": trainings,
    "learning": learning,
    "committees": _committees,
    "targets": targets,
    "gaps": map_slide.gaps,
    "plan": map_slide.plan,
}
