"""Reads a deck back as a donor's office would: its charts, maps, tables, words and notes."""

import io
import os
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pptx
from lxml.etree import XPath
from pptx.oxml.ns import qn

from data.figures.coverage import coverage
from data.figures.selection import whole
from geo.boundaries.boundary_set import embedded
from reports.deck.deck import write_deck
from reports.story.story import Story
from reports.story.wording import LONGEST_TEXT, LONGEST_TITLE, STEPS, Wording
from tests.reports.views import views, with_words

#: Everything in a shape that has a size; a map has thousands of elements that have none.
SIZED = XPath("descendant-or-self::*[@sz]")


#: Where all processes of a run find what one of them has made; set as the tests begin.
FOLDERS: list[Path] = []


@dataclass
class ReadChart:
    """A chart: its categories, and the numbers of each series as the slide draws them."""

    categories: list[str]
    series: dict[str, list[float | None]]
    sheet: list[tuple[Any, ...]]
    told: str


@dataclass
class ReadSlide:
    """One slide: its title, all its words, charts, legend, districts of its maps, notes."""

    title: str
    words: list[str]
    charts: list[ReadChart]
    legend: dict[str, tuple[str, str]]
    maps: list[dict[str, Any]]
    tables: list[list[list[str]]]
    notes: str
    pictures: list[str] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)
    sizes: list[tuple[str, float]] = field(default_factory=list)
    undescribed: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.words)

    @property
    def legend_counts(self) -> dict[str, int]:
        """The districts in each class of the legend, by the words of the class."""
        classes = {key: row for key, row in self.legend.items() if row[1] and key != "total"}
        return {label: int(count.replace(",", "")) for label, count in classes.values()}


@cache
def story_of(name: str) -> Story:
    """Return the story of one of the views; made once for all tests."""
    return views()[name].story


def of_words(words: str) -> Story:
    """Return a story of which every title and text, and all in its records, is one text."""
    records = with_words(words)
    wording = Wording(
        titles=dict.fromkeys(STEPS, (words * 3)[:LONGEST_TITLE]),
        texts=dict.fromkeys(STEPS, (words * 9)[:LONGEST_TEXT]),
    )
    return Story(coverage(records, whole(records)), wording)


@cache
def deck_of(name: str) -> bytes:
    """Return the deck of one of the views."""
    return bytes(_made(f"deck of {name}", lambda: write_deck(story_of(name), embedded())))


@cache
def told_of(name: str) -> list["ReadSlide"]:
    """Return the slides of one of the views."""
    return list(_made(f"slides of {name}", lambda: slides_of(deck_of(name))))


def _made(name: str, make: Callable[[], Any]) -> Any:
    """Return what a process of this run has made under a name already, or make it."""
    [folder] = FOLDERS
    path = folder / name
    if not path.exists():
        fresh = path.with_name(f"{name} {os.getpid()}")
        fresh.write_bytes(pickle.dumps(make()))
        fresh.replace(path)  # whole, should another process be making it too
    return pickle.loads(path.read_bytes())  # noqa: S301 - written above


def steps_of(name: str) -> dict[str, ReadSlide]:
    """Return the slides of one of the views by the step that each tells."""
    return {
        step.key: slide
        for step, slide in zip(story_of(name).steps, told_of(name)[1:], strict=False)
    }


def slides_of(deck: bytes) -> list[ReadSlide]:
    return [_read(slide) for slide in pptx.Presentation(io.BytesIO(deck)).slides]


def _legend(slide: Any) -> dict[str, tuple[str, str]]:
    """Return the words and the count of each row of a slide's legend, by key."""
    rows: dict[str, list[str]] = {}
    for shape in slide.shapes._spTree.iter(qn("p:sp")):
        name = shape.nvSpPr.cNvPr.get("name")
        for place, part in enumerate(("label", "count")):
            start = f"Legend {part} "
            if name.startswith(start):
                words = "".join(text.text or "" for text in shape.iter(qn("a:t")))
                rows.setdefault(name.removeprefix(start), ["", ""])[place] = words
    return {key: (label, count) for key, (label, count) in rows.items()}


def _read(slide: Any) -> ReadSlide:
    frames = [shape for shape in slide.shapes if shape.has_chart]
    return ReadSlide(
        title=slide.shapes.title.text_frame.text,
        words=[_words(one) for one in slide.shapes._spTree.iter(qn("p:txBody"), qn("a:txBody"))],
        charts=[_chart(frame) for frame in frames],
        legend=_legend(slide),
        maps=[_map(shape) for shape in slide.shapes if shape.name == "Map"],
        tables=[_table(shape.table) for shape in slide.shapes if shape.has_table],
        notes=slide.notes_slide.notes_text_frame.text,
        pictures=[shape.name for shape in slide.shapes if shape._element.tag == qn("p:pic")],
        languages={run.get("lang") for run in slide.shapes._spTree.iter(qn("a:rPr"))},
        sizes=[
            (shape.name, int(one.get("sz")) / 100)
            for shape in slide.shapes
            for one in SIZED(shape.chart._chartSpace if shape.has_chart else shape._element)
            if one.get("sz").isdecimal()
        ],
        undescribed=[s.name for s in slide.shapes if _needs_words(s) and not _told(s)],
    )


def _words(body: Any) -> str:
    return "".join(text.text or "" for text in body.iter(qn("a:t")))


def _needs_words(shape: Any) -> bool:
    named = ("Map", "Legend", "Logo")
    return bool(shape.has_chart or shape.has_table or shape.name in named)


def _told(shape: Any) -> str:
    return str(next(shape._element.iter(qn("p:cNvPr"))).get("descr") or "")


def _chart(frame: Any) -> ReadChart:
    chart, series = frame.chart, {}
    for one in chart._chartSpace.iter(qn("c:ser")):
        name = "".join(text.text or "" for text in one.find(qn("c:tx")).iter(qn("c:v")))
        values = one.find(qn("c:val"))
        count = int(next(values.iter(qn("c:ptCount"))).get("val"))
        found: list[float | None] = [None] * count
        for point in values.iter(qn("c:pt")):
            found[int(point.get("idx"))] = float(point.find(qn("c:v")).text)
        series[name] = found
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    categories = [str(one) for one in chart.plots[0].categories]
    return ReadChart(categories, series, list(sheet.values), _told(frame))


def _map(group: Any) -> dict[str, Any]:
    """Return the shapes of a map by name: their fill in words, and how many contours."""
    found = {}
    for shape in group._element.iter(qn("p:sp")):
        name = shape.nvSpPr.cNvPr.get("name")
        properties = shape.find(qn("p:spPr"))
        contours = len(list(properties.iter(qn("a:moveTo"))))
        dash = [one.get("val") for one in properties.iter(qn("a:prstDash"))]
        found[name] = (_fill(properties), contours, dash)
    return found


def _fill(properties: Any) -> str:
    """Return a fill: ``CFE1EF``, or ``ltUpDiag DBA878 FBF3E8``; blank for none."""
    for part in properties:
        colours = [one.get("val") for one in part.iter(qn("a:srgbClr"))]
        if part.tag == qn("a:pattFill"):
            return " ".join([part.get("prst"), *colours])
        if part.tag == qn("a:solidFill"):
            return str(colours[0])
    return ""


def _table(table: Any) -> list[list[str]]:
    return [[cell.text_frame.text for cell in row.cells] for row in table.rows]
