"""What each step of the story shows on its slide, and the tables behind it for the notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
from pptx.enum.text import MSO_ANCHOR

from data.analysis.committees import nearly_complete
from reports.charts.agency_month import agency_month_table
from reports.charts.committees import NO_COMMITTEE, completeness_table
from reports.charts.running_total import running_total_table
from reports.deck import map_slide
from reports.deck.map_slide import GAP, Drawn, Tables
from reports.deck.step_charts import by_province, committees_chart, months_chart, total_chart
from reports.slides.layout import Box
from reports.slides.map_shapes import venue_marks
from reports.slides.page import Page
from reports.slides.tables import Column, add_list
from reports.words.headline import HeadlineFigure, headline_figures
from reports.words.tables import districts_table, headed

NO_RESULT = "No participant in this selection. Choose a later date or fewer filters."


def _standing(page: Page, drawn: Drawn) -> Tables:
    figures = drawn.story.figures
    left, *boxes = map_slide.columns(page, drawn.boundaries)
    headline = headline_figures(figures)
    for box, figure in zip(left.rows([1] * len(headline), 0.05), headline, strict=True):
        _figure(page, box, figure)
    values = map_slide.values_of(figures)
    marked = "venue district, with its trainings"
    map_slide.map_and_legend(page, boxes, drawn, values, venue_marks(values), marked)
    rows = [vars(figure).values() for figure in headline]
    return [
        (
            "Headline figures",
            pd.DataFrame(rows, columns=["Figure", "Of what", "Published", "Note"]),
        ),
        map_slide.legend_table(values),
        ("Districts", districts_table(figures)),
    ]


def _figure(page: Page, box: Box, figure: HeadlineFigure) -> None:
    """Write one large figure, what it counts, and what stands beside it."""
    shares = (0.62, 0.27, 0.36)
    height = min(box.height, sum(shares) * page.scale)
    parts = replace(box, height=height).rows(shares, 0)
    sizes, bottom = (46, 44, 40, 36, 32, 28), MSO_ANCHOR.BOTTOM
    page.write(parts[0], figure.value, sizes, bold=True, anchor=bottom)
    page.write(parts[1], figure.words, (16, 15, 14, 13, 12))
    notes = " · ".join(note for note in (figure.claim, figure.note) if note)
    page.write(parts[2], notes, (11, 10, 9), quiet=True)


def _trained(page: Page, drawn: Drawn) -> Tables:
    figures = drawn.story.figures
    if not len(figures.rows):
        page.nothing(page.body, NO_RESULT)
        return []
    left, right = page.body.columns((7, 4.9), GAP)
    upper, lower = right.rows((1, 1), 0.2)
    months_chart(page, left, figures)
    total_chart(page, upper, figures)
    by_province(page, lower, figures)
    return [
        ("Participants by agency and month", agency_month_table(figures)),
        ("Running total", running_total_table(figures)),
        ("By province", headed(figures.by_province, "provinces")),
    ]


def _committees(page: Page, drawn: Drawn) -> Tables:
    presence = drawn.story.presence
    left, right = page.body.columns((6.2, 5.5), GAP)
    room = page.heading(left, "District committees by how many of their six agencies are trained")
    completeness = completeness_table(presence)
    if completeness["Committees"].sum():
        committees_chart(page, room, presence)
    else:
        page.nothing(room, f"{NO_COMMITTEE}.")
    lacking = nearly_complete(presence)
    room = page.heading(right, "Committees that lack one agency, most people first")
    rows = lacking[["name", "province", "lacks"]].to_numpy().tolist()
    headed = (Column("District"), Column("Province"), Column("Lacks"))
    add_list(page, room, headed, rows, "No committee lacks just one of its six agencies.")
    headings = {"name": "District", "province": "Province", "population": "Population"}
    headings |= {"lacks": "Lacks", "notified": "Notified"}
    return [
        ("Committees by agencies present", completeness),
        ("Committees that lack one agency", lacking.rename(columns=headings)[[*headings.values()]]),
    ]


#: What draws a step below its words, and returns the tables behind it.
STEPS: dict[str, Callable[[Page, Drawn], Tables]] = {
    "standing": _standing,
    "growth": map_slide.growth,
    "trained": _trained,
    "committees": _committees,
    "gaps": map_slide.gaps,
    "plan": map_slide.plan,
}
