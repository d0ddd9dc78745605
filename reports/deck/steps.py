"""What each step of the story shows on its slide, and the tables behind it for the notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd
from pptx.enum.text import MSO_ANCHOR

from data.analysis.committees import nearly_complete
from data.figures.coverage import Coverage
from reports.charts.agency_month import agency_month_table
from reports.charts.completeness import NO_COMMITTEE, completeness_table
from reports.charts.running_total import running_total_table
from reports.deck.growth import growth
from reports.deck.map_slide import (
    GAP,
    Drawn,
    Tables,
    columns,
    legend_table,
    map_and_legend,
    values_of,
)
from reports.deck.need import gaps, plan
from reports.deck.step_charts import by_province, committees_chart, months_chart, total_chart
from reports.slides.layout import Box
from reports.slides.map_shapes import venue_marks
from reports.slides.page import Page
from reports.slides.tables import Column, add_list
from reports.words.headline import headline_figures
from reports.words.tables import districts_table

NO_RESULT = "No participant in this selection. Choose a later date or fewer filters."
_PROVINCE_HEADINGS = {
    "province": "Province",
    "districts": "Districts",
    "districts_covered": "Districts covered",
    "participants": "Participants",
    "participants_f": "Women",
    "participants_m": "Men",
    "participants_unspecified": "Sex not recorded",
    "rows_without_count": "Rows without a count",
}


def draw(page: Page, step: str, drawn: Drawn) -> Tables:
    """Draw what a step shows below its words; return the tables behind it."""
    return STEPS[step](page, drawn)


def _standing(page: Page, drawn: Drawn) -> Tables:
    figures = drawn.story.figures
    left, *room = columns(page, drawn.boundaries)
    told = headline_figures(figures)
    for box, figure in zip(left.rows([1] * len(told), 0.05), told, strict=True):
        _figure(page, box, figure.value, figure.words, (figure.claim, figure.note))
    values = values_of(figures)
    marks, marked = venue_marks(values), "venue district, with its trainings"
    map_and_legend(page, (room[0], room[1]), drawn.boundaries, figures, values, marks, marked)
    rows = [(one.value, one.words, one.claim, one.note) for one in told]
    headline = pd.DataFrame(rows, columns=["Figure", "Of what", "Published", "Note"])
    return [
        ("Headline figures", headline),
        ("Legend of the map", legend_table(values)),
        ("Districts", districts_table(figures)),
    ]


def _figure(page: Page, box: Box, value: str, words: str, notes: Sequence[str]) -> None:
    """Write one large figure, what it counts, and what stands beside it."""
    shares = (0.62, 0.27, 0.36)
    height = min(box.height, sum(shares) * page.scale)
    parts = replace(box, height=height).rows(shares, 0)
    page.write(parts[0], value, (46, 44, 40, 36, 32, 28), bold=True, anchor=MSO_ANCHOR.BOTTOM)
    page.write(parts[1], words, (16, 15, 14, 13, 12))
    page.write(parts[2], " · ".join(note for note in notes if note), (11, 10, 9), quiet=True)


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
        ("By province", _by_province(figures)),
    ]


def _by_province(figures: Coverage) -> pd.DataFrame:
    return figures.by_province[list(_PROVINCE_HEADINGS)].rename(columns=_PROVINCE_HEADINGS)


def _committees(page: Page, drawn: Drawn) -> Tables:
    found = drawn.story.presence
    left, right = page.body.columns((6.2, 5.5), GAP)
    room = page.heading(left, "District committees by how many of their six agencies are trained")
    if completeness_table(found)["Committees"].sum():
        committees_chart(page, room, found)
    else:
        page.nothing(room, f"{NO_COMMITTEE}.")
    lacking = nearly_complete(found)
    room = page.heading(right, "Committees that lack one agency, most people first")
    rows = lacking[["name", "province", "lacks"]].to_numpy().tolist()
    headed = (Column("District"), Column("Province"), Column("Lacks"))
    add_list(page, room, headed, rows, "No committee lacks just one of its six agencies.")
    headings = {"name": "District", "province": "Province", "population": "Population"}
    headings |= {"lacks": "Lacks", "notified": "Notified"}
    return [
        ("Committees by agencies present", completeness_table(found)),
        ("Committees that lack one agency", lacking.rename(columns=headings)[[*headings.values()]]),
    ]


STEPS: dict[str, Callable[[Page, Drawn], Tables]] = {
    "standing": _standing,
    "growth": growth,
    "trained": _trained,
    "committees": _committees,
    "gaps": gaps,
    "plan": plan,
}
