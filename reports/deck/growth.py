"""The slide of the map as it grew: up to six small maps, each at a date."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from data.figures.coverage import Coverage
from data.records.model import in_words
from reports.deck.map_slide import Drawn, Tables, draw_map, on_day, values_of, wide_columns
from reports.slides.layout import Box
from reports.slides.legend import add_legend
from reports.slides.map_shapes import COARSE, FINE, Outlines, outlines_for
from reports.slides.page import Page
from reports.story.story import Story

#: What of a cell is west of its map. The caption reaches into the map's box, which is empty
#: north-west of the country, unless the map has a ground of its own.
ASIDE, CAPTION, DATE = 0.17, 0.37, 0.5


def growth(page: Page, drawn: Drawn) -> Tables:
    """Draw the maps with their dates, and the legend with the counts of the last."""
    story, last = drawn.story, drawn.story.growth[-1]
    room, right = wide_columns(page, drawn.boundaries)
    add_legend(page, right, values_of(last), on_day(last))
    cells = _cells(room, len(story.growth))
    outlines: Outlines | None = None
    alone = len(cells) == 1
    for cell, figures in zip(cells, story.growth, strict=False):
        aside = (CAPTION if page.stage.dark else ASIDE) * cell.width
        box = replace(cell, left=cell.left + aside, width=cell.width - aside)
        outlines = outlines or outlines_for(box, drawn.boundaries, FINE if alone else COARSE)
        draw_map(page, box, outlines, values_of(figures), figures, detailed=alone)
        _caption(page, cell, figures)
    return [("Districts covered at each date", _table(story))]


def _cells(room: Box, count: int) -> list[Box]:
    """Return a cell for each of up to six maps, in rows; the last may be empty."""
    across = count if count <= 2 else 2 if count == 4 else 3
    down = -(-count // across)
    return [cell for row in room.rows([1] * down, 0.2) for cell in row.columns([1] * across, 0.25)]


def _caption(page: Page, cell: Box, figures: Coverage) -> None:
    day, covered = figures.selection.as_of, figures.headline.districts_covered
    date, number, words = replace(cell, height=1.19 * page.scale).rows((0.27, 0.5, 0.42), 0)
    written = f"{day.day} {day:%b %Y}"
    wide = (CAPTION if page.stage.dark else DATE) * cell.width
    page.write(replace(date, width=wide), written, (13, 12, 11, 10), bold=True)
    page.write(replace(number, width=CAPTION * cell.width), f"{covered:,}", (28, 24), bold=True)
    counted = "district" if covered == 1 else "districts"
    page.write(replace(words, width=CAPTION * cell.width), counted, (12, 11, 10), quiet=True)


def _table(story: Story) -> pd.DataFrame:
    """Return a row a date: covered districts, participants, and the counts of the map's classes."""
    rows = []
    for figures in story.growth:
        headline, values = figures.headline, values_of(figures)
        row = {"Date": in_words(figures.selection.as_of), "Covered": headline.districts_covered}
        row |= {"Districts": headline.districts, "Participants": headline.participants}
        rows.append(row | {f"Class {one.label}": one.count for one in values.classes})
    return pd.DataFrame(rows).astype("object")
