"""The axes of charts on slides: which periods are named, and room for the names of bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from reports.slides.box import Box
from reports.slides.design import hex_colour
from reports.slides.page import POINTS, Page
from reports.slides.text import LINE, lines_of, plain, within

TEXT = 12
#: The thickest that a lying bar is, in inches.
THICKEST = 0.4
#: The most of a chart's width that the names of its lying bars take.
MOST_NAMES = 0.55
#: What a name leaves free beside its bar, in inches.
NAME_GAP = 0.2
#: The most lines of a name beside its bar.
MOST_LINES = 5
_INNER = (
    f"<c:layout {nsdecls('c')}><c:manualLayout>"
    '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
    '<c:x val="{left:.4f}"/><c:y val="0.01"/><c:w val="{wide:.4f}"/><c:h val="0.98"/>'
    "</c:manualLayout></c:layout>"
)


def columns_axes(chart: Chart, page: Page, *, most: int = 12) -> None:
    """Set the axes of upright columns or of lines over time; ``most`` periods are named."""
    plot = chart.plots[0]
    if hasattr(plot, "gap_width"):
        plot.gap_width = 45
    _category_axis(chart, page)
    periods = len(plot.categories)
    if periods > most:
        _skip(chart, -(-periods // most))
    value = chart.value_axis
    value.minimum_scale = 0
    value.major_gridlines.format.line.color.rgb = hex_colour(page.stage.inks.grid)
    value.major_gridlines.format.line.width = Pt(0.75)
    value.format.line.fill.background()
    value.major_tick_mark = XL_TICK_MARK.NONE
    value.tick_labels.font.size = Pt(page.sized(TEXT))


def rows_axes(chart: Chart, page: Page, box: Box, most: float, least: float) -> None:
    """Set the axes of lying bars: the first row on top, room for numbers, no value axis."""
    slot = box.height / max(len(chart.plots[0].categories), 1)
    chart.plots[0].gap_width = min(max(round((slot / THICKEST - 1) * 100), 35), 500)
    _category_axis(chart, page)
    size = page.sized(TEXT)
    chart.category_axis.tick_labels.font.size = Pt(size)
    _skip(chart, 1)
    _room_for_names(chart, page, box, size)
    chart.category_axis.reverse_order = True
    chart.value_axis.minimum_scale = least * 1.25
    chart.value_axis.maximum_scale = max(most, 0.01) * 1.25
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False


def _room_for_names(chart: Chart, page: Page, box: Box, size: float) -> None:
    """Give each name one line where there is room: what draws the chart may drop longer ones."""
    names = [str(name) for name in chart.plots[0].categories]
    widest = max((page.stage.font.width(name, size) for name in names), default=0) / POINTS
    share = min((widest + NAME_GAP) / box.width, MOST_NAMES)
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, parse_xml(_INNER.format(left=share, wide=1 - share)))


def bar_names(page: Page, width: float, names: Sequence[str]) -> tuple[list[str], float]:
    """Return the names of lying bars, and how high all must be for each to stand beside its own.

    A name is cut where it would take more than ``MOST_LINES``.
    """
    size, room = page.sized(TEXT), (width * MOST_NAMES - NAME_GAP) * POINTS
    font = page.stage.font
    shown = [within(plain(name), room, size, MOST_LINES, font) for name in names]
    lines = max((len(lines_of(name, room, size, font)) for name in shown), default=1)
    row = max(lines * size * LINE / POINTS + 0.05, 0.45 * page.scale)
    return shown, row * len(names) + 0.2 * page.scale


def _category_axis(chart: Chart, page: Page) -> None:
    axis = chart.category_axis
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = False
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.format.line.color.rgb = hex_colour(page.stage.inks.axis)


def _skip(chart: Chart, every: int) -> None:
    """Name only some of the months."""
    axis = chart.category_axis._element
    for name in ("c:tickLblSkip", "c:tickMarkSkip"):
        skip = valued(name, str(every))
        after = axis.find(qn("c:noMultiLvlLbl"))
        if after is None:
            axis.append(skip)
        else:
            after.addprevious(skip)


def valued(name: str, value: str) -> Any:
    """Return an element of a chart with its value."""
    element = OxmlElement(name)
    element.set("val", value)
    return element
