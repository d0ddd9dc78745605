"""Native charts on slides: what they are drawn from opens in Excel and can be changed.

A count that is not recorded is a blank cell, never 0, and is marked in words beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import LineSeries
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt
from xlsxwriter import Workbook

from reports.slides.box import Box
from reports.slides.design import hex_colour
from reports.slides.drawings.axes import TEXT, rows_axes, valued
from reports.slides.page import Page, describe
from reports.slides.text import plain
from reports.words import colours

#: How much of its colour is in the ground of a pattern.
GROUND = 0.3
_LINES = (
    f'<c:lineChart {nsdecls("c")}><c:grouping val="standard"/><c:varyColors val="0"/>'
    '<c:marker val="1"/></c:lineChart>'
)
_NO_ENTRY = (
    f'<c:legendEntry {nsdecls("c")}><c:idx val="{{place}}"/><c:delete val="1"/></c:legendEntry>'
)
COUNTS, SHARES, POINTS_GAINED, SCORES = "#,##0", "0%", "+0.0;-0.0;0.0", "0.0"
_PATTERNS = {
    colours.HATCHED: MSO_PATTERN.WIDE_UPWARD_DIAGONAL,
    colours.DOTTED: MSO_PATTERN.PERCENT_70,
}


@dataclass(frozen=True)
class Series:
    """One series of a chart: its name, a number or nothing a category, and its fill."""

    name: str
    values: Sequence[float | None]
    colour: str
    pattern: str = colours.SOLID


class _Writer(CategoryWorkbookWriter):
    """Writes the workbook behind a chart: text stays text, and no clock is in it."""

    made = datetime(2000, 1, 1)  # noqa: DTZ001  # the file keeps no time zone

    @contextmanager
    def _open_worksheet(self, xlsx_file: Any) -> Iterator[tuple[Any, Any]]:
        text = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
        workbook = Workbook(xlsx_file, {"in_memory": True} | dict.fromkeys(text, False))
        workbook.set_properties({"created": self.made})
        yield workbook, workbook.add_worksheet()
        workbook.close()


class _Data(CategoryChartData):
    """The rows of a chart."""

    @property
    # pyrefly: ignore[bad-override]  # only read
    def _workbook_writer(self) -> CategoryWorkbookWriter:
        return _Writer(self)


def add_chart(
    page: Page,
    box: Box,
    kind: XL_CHART_TYPE,
    categories: Sequence[str],
    series: Sequence[Series],
    alt: str,
    *,
    number_format: str = COUNTS,
) -> Chart:
    """Draw a chart of a kind of python-pptx; its text takes the theme's font and colour.

    Categories and series stand in its workbook, in ``number_format``; ``alt`` is read aloud in
    its place.
    """
    data = _Data(number_format=number_format)
    data.categories = [plain(category) for category in categories]
    for one in series:
        data.add_series(plain(one.name), list(one.values))
    frame: Any = page.slide.shapes.add_chart(kind, *box.emu(), data)  # pyrefly: ignore[bad-argument-type]
    frame.name = f"Chart: {plain(alt)[:60]}"
    describe(frame, alt)
    chart: Chart = frame.chart
    chart.has_title = False
    chart.has_legend = False
    chart.font.size = Pt(page.sized(TEXT))
    chart.font.color.theme_color = page.stage.inks.ink
    for drawn, one in zip(chart.plots[0].series, series, strict=True):
        if not kind.name.startswith("LINE"):
            _fill(drawn.format.fill, one, page)
            # A line of the ground keeps parts of one lightness apart.
            drawn.format.line.color.rgb, drawn.format.line.width = (
                hex_colour(page.stage.inks.ground),
                Pt(0.75),
            )
    return chart


def _fill(fill: FillFormat, series: Series, page: Page) -> None:
    """Fill a series: in the theme's own colour where it has that one, so that a theme recolours."""
    colour, accent = hex_colour(series.colour), page.stage.inks.accents.get(series.colour)
    if series.pattern == colours.SOLID:
        fill.solid()
        if accent is None:
            fill.fore_color.rgb = colour
        else:
            fill.fore_color.theme_color = accent
        return
    fill.patterned()
    fill.pattern = _PATTERNS[series.pattern]
    paler = RGBColor(*(round(255 - (255 - channel) * GROUND) for channel in colour))
    fill.fore_color.rgb, fill.back_color.rgb = colour, paler


def add_bars(
    page: Page,
    box: Box,
    categories: Sequence[str],
    series: Series | Sequence[Series],
    alt: str,
    number_format: str = COUNTS,
) -> Chart:
    """Draw lying bars, the first on top, each with its number at its end.

    Several series have a bar each beside each other, and a legend.
    """
    kind = XL_CHART_TYPE.BAR_CLUSTERED
    several = [series] if isinstance(series, Series) else list(series)
    chart = add_chart(page, box, kind, categories, several, alt, number_format=number_format)
    numbers = [value or 0 for one in several for value in one.values]
    rows_axes(chart, page, box, max(numbers, default=0), min([0, *numbers]))
    _label_ends(chart, page, number_format)
    if len(several) > 1:
        chart.plots[0].overlap, chart.plots[0].gap_width = 0, 40
        legend_below(chart, page)
        for layout in chart._chartSpace.chart.plotArea.iter(qn("c:h")):
            layout.set("val", "0.9")  # the legend stands below the bars
    return chart


def one_bar(chart: Chart, page: Page) -> None:
    """Set a single lying bar of parts, each with its number in it."""
    plot = chart.plots[0]
    plot.overlap, plot.gap_width = 100, 40
    chart.category_axis.visible = False
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = COUNTS, False
    labels.font.size, labels.font.bold = Pt(page.sized(TEXT)), True
    labels.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    _on_one_line(labels)
    legend_below(chart, page)


def _label_ends(chart: Chart, page: Page, number_format: str) -> None:
    """Write each bar's number at its end."""
    plot = chart.plots[0]
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = number_format, False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size, labels.font.bold = Pt(page.sized(TEXT)), True
    labels.font.color.theme_color = page.stage.inks.ink
    _on_one_line(labels)


def _on_one_line(labels: Any) -> None:
    for body in labels._element.iter(qn("a:bodyPr")):
        body.set("wrap", "none")


def legend_below(chart: Chart, page: Page) -> None:
    """Show the legend under a chart."""
    chart.has_legend = True
    legend = chart.legend
    legend.position, legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    legend.font.size = Pt(page.sized(TEXT))


def shade_points(chart: Chart, shades: Sequence[str]) -> None:
    """Give each bar of a single series a colour of its own."""
    series = chart.plots[0].series[0]
    for place, shade in enumerate(shades):
        fill = series.points[place].format.fill
        fill.solid()
        fill.fore_color.rgb = hex_colour(shade)


def totals_over(chart: Chart, size: float, *, written: bool = True) -> None:
    """Turn the last series of stacked columns into labels over them: each column's total.

    The series becomes a line that is not drawn; its numbers stay in the workbook, also where the
    columns are too narrow for labels (``written``).
    """
    bars = chart._chartSpace.chart.plotArea.find(qn("c:barChart"))
    series = bars.findall(qn("c:ser"))[-1]
    for name in ("c:invertIfNegative", "c:spPr"):
        for old in series.findall(qn(name)):
            series.remove(old)
    lines = parse_xml(_LINES)
    lines.insert(2, series)
    for axis in bars.findall(qn("c:axId")):
        lines.append(valued("c:axId", axis.get("val")))
    bars.addnext(lines)
    totals = chart.plots[1].series[0]
    totals.format.line.fill.background()
    totals.marker.style = XL_MARKER_STYLE.NONE
    totals.smooth = False
    labels = totals.data_labels
    labels.show_value = written
    labels.position = XL_LABEL_POSITION.ABOVE
    labels.number_format, labels.number_format_is_linked = COUNTS, False
    labels.font.size, labels.font.bold = Pt(size), True
    legend = chart._chartSpace.chart.find(qn("c:legend"))
    if legend is not None:
        entry = parse_xml(_NO_ENTRY.format(place=series.find(qn("c:idx")).get("val")))
        legend.insert(1, entry)


def line_look(series: LineSeries, colour: str, *, marked: bool, dashed: bool = False) -> None:
    """Set the line of a series, with or without marks at its points."""
    rgb = hex_colour(colour)
    series.smooth = False
    line = series.format.line
    line.color.rgb, line.width = rgb, Pt(1.75 if dashed else 2.5)
    if dashed:
        line.dash_style = MSO_LINE.ROUND_DOT
    marker = series.marker
    marker.size = 6
    marker.style = XL_MARKER_STYLE.CIRCLE if marked else XL_MARKER_STYLE.NONE
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = rgb
    marker.format.line.color.rgb = rgb


def label_point(series: LineSeries, place: int, words: str, page: Page) -> None:
    """Write words over one point of a line."""
    label = series.points[place].data_label
    frame = label.text_frame
    frame.text = plain(words)
    run = frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold = Pt(page.sized(TEXT)), True
    label.position = XL_LABEL_POSITION.ABOVE
    _on_one_line(label)
