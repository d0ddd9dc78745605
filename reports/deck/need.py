"""The slides of what is still uncovered, and of where to train next: a list beside a map."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from reports.deck.map_slide import (
    Drawn,
    Tables,
    columns,
    legend_table,
    map_and_legend,
    values_of,
    wide_columns,
)
from reports.deck.step_charts import plans_chart
from reports.measures.measures import map_values, measure
from reports.measures.plan import plan_values
from reports.slides.map_shapes import numbered_marks
from reports.slides.page import Page
from reports.slides.tables import Column, add_list
from reports.story.plan_tables import taken_table, venues_table
from reports.story.usual_words import millions

#: How many districts are listed, and numbered on the map.
MOST_LISTED = 10


def gaps(page: Page, drawn: Drawn) -> Tables:
    """List the uncovered districts of greatest need, numbered as they are on the map."""
    story, needed = drawn.story, drawn.story.uncovered
    left, *room = columns(page, drawn.boundaries)
    first = needed.head(MOST_LISTED)
    people = [_people(value) for value in first["population"]]
    named = enumerate(zip(first["name"], people, strict=True), 1)
    rows = [(str(place), name, many) for place, (name, many) in named]
    headed = (Column(""), Column("District"), Column("People", right=True))
    listed = page.heading(left, "Greatest need first")
    none = "No district of this selection is uncovered."
    add_list(page, listed, headed, rows, none, len(needed))
    values = replace(map_values(story.figures, measure("status")), venues=())
    marks = numbered_marks(zip(first["adm2_pcode"], first["name"], strict=True))
    figures, marked = story.figures, "greatest need, as numbered"
    map_and_legend(page, (room[0], room[1]), drawn.boundaries, figures, values, marks, marked)
    headings = {"name": "District", "province": "Province", "population": "Population"}
    headings |= {"why": "Why", "score": "Need, 0 to 1"}
    table = needed.assign(score=needed["score"].round(3)).rename(columns=headings)
    return [
        ("Uncovered districts, greatest need first", table[[*headings.values()]]),
        ("Legend of the map", legend_table(values)),
    ]


def plan(page: Page, drawn: Drawn) -> Tables:
    """Draw how much the plan takes in, its venues, and who goes where."""
    story, found = drawn.story, drawn.story.plans
    if found is None:
        return _no_plan(page, drawn)
    best, by_score = found.best, story.aims.by_score
    left, *room = columns(page, drawn.boundaries)
    upper, lower = left.rows((1.15, 3.4), 0.1)
    plans_chart(page, upper, found, by_score)
    venues = best.venues
    headed = (
        Column(""),
        Column("Venue"),
        Column("Districts", True),
        Column("Need" if by_score else "People", True),
    )
    named = enumerate(venues[["name", "districts", "need"]].to_numpy().tolist(), 1)
    rows = [
        (str(place), name, f"{districts:,}", _need(need, by_score))
        for place, (name, districts, need) in named
    ]
    add_list(page, lower, headed, rows, "The plan has no venue.")
    values = plan_values(story.figures, values_of(story.figures), best)
    marks = numbered_marks(zip(venues["adm2_pcode"], venues["name"], strict=True))
    figures, marked = story.figures, "venue of the plan, as numbered"
    map_and_legend(page, (room[0], room[1]), drawn.boundaries, figures, values, marks, marked)
    return [
        ("Venues of the plan", venues_table(story).drop(columns="P-code")),
        ("Districts and the venue each goes to", taken_table(story).drop(columns="P-code")),
        ("Legend of the map", legend_table(values)),
    ]


def _no_plan(page: Page, drawn: Drawn) -> Tables:
    """Draw what is covered, where no plan can be made; the text of the slide says why."""
    figures = drawn.story.figures
    values = map_values(figures, measure("status"))
    room = wide_columns(page, drawn.boundaries)
    map_and_legend(page, room, drawn.boundaries, figures, values)
    return [("Legend of the map", legend_table(values))]


def _need(need: float, by_score: bool) -> str:
    return f"{need:.1f}" if by_score else millions(float(need))


def _people(population: Any) -> str:
    return "not known" if pd.isna(population) else millions(float(population))
