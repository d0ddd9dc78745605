"""The slides of what is still uncovered, and of where to train next: a list beside a map."""

from __future__ import annotations

from dataclasses import replace

from reports.deck import map_slide
from reports.deck.map_slide import Drawn, Tables
from reports.deck.step_charts import plans_chart
from reports.measures.measures import map_values, measure
from reports.measures.plan import plan_values
from reports.slides.map_shapes import numbered_marks
from reports.slides.page import Page
from reports.slides.tables import Column, add_list
from reports.story.plan_tables import taken_table, venues_table
from reports.story.usual_words import millions, people

#: How many districts are listed, and numbered on the map.
MOST_LISTED = 10


def gaps(page: Page, drawn: Drawn) -> Tables:
    """List the uncovered districts of greatest need, numbered as they are on the map."""
    story, needed = drawn.story, drawn.story.uncovered
    left, *room = map_slide.columns(page, drawn.boundaries)
    first = needed.head(MOST_LISTED)
    rows = [
        (str(place), name, people(population))
        for place, (name, population) in enumerate(first[["name", "population"]].to_numpy(), 1)
    ]
    headed = (Column(""), Column("District"), Column("People", right=True))
    place = page.heading(left, "Greatest need first")
    none = "No district of this selection is uncovered."
    add_list(page, place, headed, rows, none, len(needed))
    values = replace(map_values(story.figures, measure("status")), venues=())
    marks = numbered_marks(zip(first["adm2_pcode"], first["name"], strict=True))
    marked = "greatest need, as numbered"
    map_slide.map_and_legend(page, room, drawn, values, marks, marked)
    headings = {"name": "District", "province": "Province", "population": "Population"}
    headings |= {"why": "Why", "score": "Need, 0 to 1"}
    table = needed.assign(score=needed["score"].round(3)).rename(columns=headings)
    return [
        ("Uncovered districts, greatest need first", table[[*headings.values()]]),
        map_slide.legend_table(values),
    ]


def plan(page: Page, drawn: Drawn) -> Tables:
    """Draw how much the plan takes in, its venues, and who goes where.

    Without a plan what is covered is drawn; the text of the slide says why there is none.
    """
    story, plans, by_score = drawn.story, drawn.story.plans, drawn.story.aims.by_score
    if plans is None:
        values = map_values(story.figures, measure("status"))
        room = map_slide.wide_columns(page, drawn.boundaries)
        map_slide.map_and_legend(page, room, drawn, values)
        return [map_slide.legend_table(values)]
    left, *boxes = map_slide.columns(page, drawn.boundaries)
    upper, lower = left.rows((1.15, 3.4), 0.1)
    plans_chart(page, upper, plans, by_score)
    venues = plans.best.venues
    headed = (
        Column(""),
        Column("Venue"),
        Column("Districts", True),
        Column("Need" if by_score else "People", True),
    )
    listed = enumerate(venues[["name", "districts", "need"]].to_numpy().tolist(), 1)
    rows = [
        (str(place), name, f"{districts:,}", f"{need:.1f}" if by_score else millions(need))
        for place, (name, districts, need) in listed
    ]
    add_list(page, lower, headed, rows, "The plan has no venue.")
    values = plan_values(story.figures, map_slide.values_of(story.figures), plans.best)
    marks = numbered_marks(zip(venues["adm2_pcode"], venues["name"], strict=True))
    map_slide.map_and_legend(page, boxes, drawn, values, marks, "venue of the plan, as numbered")
    return [
        ("Venues of the plan", venues_table(story).drop(columns="P-code")),
        ("Districts and the venue each goes to", taken_table(story).drop(columns="P-code")),
        map_slide.legend_table(values),
    ]
