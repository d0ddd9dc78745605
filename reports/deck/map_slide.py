"""Slides with a map: what they share, the map as it grew, what is uncovered, and the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from data.figures.coverage import Coverage
from data.planning.plan import Plans
from data.records.model import in_percent, in_words
from geo.boundaries.boundary_set import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE, BoundarySet
from geo.webmap.map_values import MapValues
from geo.words.catalogue import _, ngettext
from reports.maps.vector_map import focus_of
from reports.measures.measures import map_values, measure
from reports.measures.need import named_as_in_view
from reports.measures.plan import plan_values
from reports.slides.box import Box
from reports.slides.drawings import charts
from reports.slides.drawings.legend import add_legend
from reports.slides.drawings.map_shapes import (
    COARSE,
    FINE,
    Mark,
    Outlines,
    add_map,
    numbered_marks,
    outlines_for,
)
from reports.slides.page import NOTES, POINTS, SMALLEST_NOTE, Page
from reports.slides.tables import Column, add_list
from reports.story.story import MEASURE, Story, taken_table, venues_table
from reports.story.wording import people
from reports.words import colours
from reports.words.counts import millions
from reports.words.headline import districts_without
from reports.words.periods import in_short
from reports.words.selection import boundaries_in_words
from reports.words.tables import headed

#: The tables behind a slide: what each is, and its rows.
Tables = list[tuple[str, pd.DataFrame]]
#: Between columns, in inches; the shares of the width of figures or a list, map and legend.
GAP = 0.42
SHARES = (3.5, 5.2, 2.6)
#: The same on slides of 4:3.
NARROW = (4.1, 4.6, 2.7)
#: What of a cell is west of its map. The caption reaches into the map's box, which is empty
#: north-west of the country, unless the map has a ground of its own.
ASIDE, CAPTION, DATE = 0.17, 0.37, 0.5
#: The height of a caption, in inches of a slide of full size.
HIGH = 1.19
#: How many districts are listed, and numbered on the map.
MOST_LISTED = 10


@dataclass(frozen=True, eq=False)
class Drawn:
    """What slides are drawn from: the story and the boundary set."""

    story: Story
    boundaries: BoundarySet

    def outlines(self, box: Box, focus: tuple[str, ...], grid: int = FINE) -> Outlines:
        """Return the outlines of a map that fits a box."""
        return outlines_for(box, self.boundaries, focus, grid)


def columns(page: Page, boundaries: BoundarySet) -> tuple[Box, Box, Box]:
    """Write the notes that go with every map; return the room for figures, map and legend."""
    source = " ".join(boundaries_in_words(boundaries)[:2])
    words = f"{source} {LINE_OF_CONTROL_NOTE} {BOUNDARY_NOTE}"
    height = 0.36 * max(page.scale, 1.0) * (12.1 / min(page.body.width, 12.1))
    body = page.body
    notes = replace(body, top=body.bottom - height, height=height)
    page.write(notes, words, (10, 9.5, 9), quiet=True, name=NOTES, least=SMALLEST_NOTE)
    room = replace(body, height=body.height - height - 0.1)
    left, middle, right = room.columns(NARROW if page.narrow else SHARES, GAP * page.scale)
    return left, middle, right


def wide_columns(page: Page, boundaries: BoundarySet) -> tuple[Box, Box]:
    """Do as ``columns`` does, with figures and map in one."""
    left, middle, right = columns(page, boundaries)
    return replace(left, width=middle.right - left.left), right


def map_and_legend(
    page: Page,
    boxes: Sequence[Box],
    drawn: Drawn,
    values: MapValues,
    marks: Sequence[Mark] = (),
    marked: str = "",
    named: int = 0,
) -> None:
    """Draw a map and beside it its legend; ``marked`` is what a round on the map is.

    Up to ``named`` districts have their name.
    """
    box, figures = boxes[0], drawn.story.figures
    outlines = drawn.outlines(box, focus_of(values_of(figures)))
    places = outlines.drawing.places([one.at for one in marks])
    marks = [one for one, at in zip(marks, places, strict=True) if outlines.drawing.holds(at)]
    add_legend(page, boxes[1], values, on_day(figures), marked if marks else "")
    draw_map(page, box, outlines, values, figures, marks, named=named)


def draw_map(
    page: Page,
    box: Box,
    outlines: Outlines,
    values: MapValues,
    figures: Coverage,
    marks: Sequence[Mark] = (),
    *,
    detailed: bool = True,
    named: int = 0,
) -> None:
    """Draw a map; the text read aloud in its place has its date and the counts of its classes."""
    counts = ", ".join(f"{one.label}: {one.count:,}" for one in values.classes if one.count)
    day = in_words(figures.selection.as_of)
    words = _(
        "Map of Pakistan's districts, {day}. {measure}. Districts by class: {counts}."
    ).format(day=day, measure=values.measure, counts=counts)
    add_map(page, box, outlines, values, words, marks=marks, detailed=detailed, named=named)


def values_of(figures: Coverage) -> MapValues:
    """Return what the story's maps show of a Coverage."""
    return map_values(figures, MEASURE)


def on_day(figures: Coverage) -> str:
    """Return what a legend counts, and when."""
    return _("districts on {as_of}").format(as_of=in_words(figures.selection.as_of))


def legend_table(values: MapValues) -> tuple[str, pd.DataFrame]:
    """Return the classes of a map with their counts, as a table for the notes."""
    rows = [(one.label, one.count) for one in values.classes]
    return _("Legend of the map"), pd.DataFrame(rows, columns=[_("Class"), _("Districts")])


def growth(page: Page, drawn: Drawn) -> Tables:
    """Draw the maps with their dates, and the legend with the counts of the last."""
    dates = drawn.story.growth
    room, right = wide_columns(page, drawn.boundaries)
    add_legend(page, right, values_of(dates[-1]), on_day(dates[-1]))
    # A cell for each of up to six maps, in rows; the last may be empty.
    wide = 2 if room.width < 8 else 3
    across = len(dates) if len(dates) <= 2 else 2 if len(dates) == 4 else wide
    bands = room.rows([1] * -(-len(dates) // across), 0.2)
    cells = [cell for band in bands for cell in band.columns([1] * across, 0.25)]
    alone, rows = len(cells) == 1, []
    for cell, figures in zip(cells, dates, strict=False):
        # A map on a ground of its own leaves no corner for its caption.
        grounded = page.stage.inks.dark or bool(focus_of(values_of(figures)))
        if grounded and cell.height > cell.width:  # beside its caption it would be a strip
            box = cell.below(HIGH * page.scale)
        else:
            aside = (CAPTION if grounded else ASIDE) * cell.width
            box = replace(cell, left=cell.left + aside, width=cell.width - aside)
        values = values_of(figures)
        outlines = drawn.outlines(box, focus_of(values), FINE if alone else COARSE)
        draw_map(page, box, outlines, values, figures, detailed=alone)
        _caption(page, cell, figures, CAPTION if grounded else DATE)
        headline = figures.headline
        row = {
            _("Date"): in_words(figures.selection.as_of),
            _("Covered"): headline.districts_covered,
        }
        row |= {_("Districts"): headline.districts, _("Participants"): headline.participants}
        rows.append(
            row | {_("Class {label}").format(label=one.label): one.count for one in values.classes}
        )
    return [(_("Districts covered at each date"), pd.DataFrame(rows).astype("object"))]


def _caption(page: Page, cell: Box, figures: Coverage, share: float) -> None:
    """Write the date of a small map into a share of its cell's width, and its count below."""
    day, covered = figures.selection.as_of, figures.headline.districts_covered
    date, number, words = replace(cell, height=HIGH * page.scale).rows((0.27, 0.5, 0.42), 0)
    wide = share * cell.width
    bold = replace(page.stage.font, bold=True)
    offered = (in_short(day), f"{day:%b %Y}", f"{day:%m/%Y}")
    room = wide * POINTS
    written = next((w for w in offered if bold.width(w, page.sized(12)) <= room), offered[-1])
    page.write(replace(date, width=wide), written, (13, 12), bold=True)
    page.write(replace(number, width=CAPTION * cell.width), f"{covered:,}", (28, 24), bold=True)
    noun = ngettext("district", "districts", covered)
    page.write(replace(words, width=CAPTION * cell.width), noun, (12,), quiet=True)


def gaps(page: Page, drawn: Drawn) -> Tables:
    """List the uncovered districts of greatest need, with their rank, which the map has too.

    A rank is among all districts in need: those that are covered and thin have some of the ranks.
    """
    story, needed = drawn.story, drawn.story.uncovered
    left, *room = columns(page, drawn.boundaries)
    first = story.ranked.head(MOST_LISTED)
    rows = [
        (str(rank), name, people(population))
        for rank, name, population in first[["rank", "name", "population"]].to_numpy()
    ]
    headings = (Column(_("Rank")), Column(_("District")), Column(_("People"), right=True))
    place = page.heading(left, story.need_title)
    none = _("No district can be ranked.") if len(needed) else _("No such district.")
    add_list(page, place, headings, rows, none, len(needed))
    values = replace(map_values(story.figures, measure("status")), venues=())
    marks = numbered_marks(first[["rank", "adm2_pcode", "name"]].itertuples(index=False))
    marked = _("rank of need") if marks else ""
    if len(first) and first["rank"].iloc[-1] > len(first):
        marked = _("rank of need; ranks between are of thin districts")
    map_and_legend(page, room, drawn, values, marks, marked)
    named = named_as_in_view(story.figures, needed)
    table = headed(named.assign(score=named["score"].round(3)), "uncovered")
    by_name = _("{districts}, by name").format(districts=districts_without(story.figures))
    return [
        (by_name if story.ranked.empty else story.need_title, table),
        legend_table(values),
    ]


def plan(page: Page, drawn: Drawn) -> Tables:
    """Draw how much of the need the plan reaches, its venues, and who goes where.

    Without a plan what is covered is drawn; the text of the slide says why there is none.
    """
    story, plans, by_score = drawn.story, drawn.story.plans, drawn.story.aims.by_score
    if plans is None:
        values = map_values(story.figures, measure("status"))
        room = wide_columns(page, drawn.boundaries)
        map_and_legend(page, room, drawn, values)
        return [legend_table(values)]
    left, *boxes = columns(page, drawn.boundaries)
    upper, lower = left.rows((1.35, 3.2), 0.1)
    _plans_chart(page, upper, plans, by_score)
    venues = plans.best.venues
    headings = (
        Column(""),
        Column(_("Venue")),
        Column(_("Districts"), True, spare=True),
        Column(_("Need") if by_score else _("People"), True),
    )
    listed = enumerate(venues[["name", "districts", "need"]].to_numpy().tolist(), 1)
    rows = [
        (str(place), name, f"{districts:,}", f"{need:.1f}" if by_score else millions(need))
        for place, (name, districts, need) in listed
    ]
    add_list(page, lower, headings, rows, _("The plan has no venue."))
    values = plan_values(story.figures, values_of(story.figures), plans.best, by_score=by_score)
    marks = numbered_marks(venues[["adm2_pcode", "name"]].set_axis(venues.index + 1).itertuples())
    map_and_legend(page, boxes, drawn, values, marks, _("venue of the plan, as numbered"))
    return [
        (_("Venues of the plan"), venues_table(story).drop(columns="P-code")),
        (_("Districts and the venue each goes to"), taken_table(story).drop(columns="P-code")),
        legend_table(values),
    ]


def _plans_chart(page: Page, box: Box, plans: Plans, by_score: bool) -> None:
    """Draw which part of the need, people of uncovered districts or scores, each plan reaches."""
    shares = {
        _("This plan"): plans.best.share,
        _("One by one"): plans.greedy.share,
        _("Venues so far"): plans.before.share,
    }
    need = "need" if by_score else "people"
    room = page.heading(box, _("Need within reach") if by_score else _("People within reach"))
    reached = {name: part for name, part in shares.items() if part is not None}
    known = ", ".join(f"{name} {in_percent(part)}" for name, part in reached.items())
    alt = _("Bars of the share of {need} within reach: {known}.").format(need=need, known=known)
    parts = [None if part is None else float(part) for part in shares.values()]
    series = charts.Series(_("Share of {need}").format(need=need), parts, colours.RECORDS)
    chart = charts.add_bars(page, room, list(shares), series, alt, charts.SHARES)
    charts.shade_points(chart, [colours.RECORDS, "#9bbbdc", "#9bbbdc"])
