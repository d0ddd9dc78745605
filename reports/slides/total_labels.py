"""Labels over stacked columns: the total of each, which a stacked chart has no labels for."""

from __future__ import annotations

from typing import Any

from pptx.chart.chart import Chart
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement


def totals_over(chart: Chart, size: float, *, written: bool = True) -> None:
    """Turn the last series of stacked columns into labels over them: each column's total.

    The series becomes a line that is not drawn; its numbers stay in the workbook, also where the
    columns are too narrow for labels (``written``).
    """
    bars = chart._chartSpace.chart.plotArea.find(qn("c:barChart"))
    series = bars.findall(qn("c:ser"))[-1]
    bars.remove(series)
    for name in ("c:invertIfNegative", "c:spPr"):
        for old in series.findall(qn(name)):
            series.remove(old)
    look = parse_xml(_INVISIBLE.format(size=round(size * 100), written=int(written)))
    start = list(series).index(series.find(qn("c:tx"))) + 1
    for place, part in enumerate(list(look)):
        series.insert(start + place, part)
    series.append(valued("c:smooth", "0"))
    lines = parse_xml(_LINES)
    lines.insert(2, series)
    for axis in bars.findall(qn("c:axId")):
        lines.append(valued("c:axId", axis.get("val")))
    bars.addnext(lines)
    legend = chart._chartSpace.chart.find(qn("c:legend"))
    if legend is not None:
        entry = parse_xml(_NO_ENTRY.format(place=series.find(qn("c:idx")).get("val")))
        legend.insert(1, entry)


_C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_LINES = (
    f'<c:lineChart {_C}><c:grouping val="standard"/><c:varyColors val="0"/>'
    '<c:marker val="1"/></c:lineChart>'
)
_INVISIBLE = (
    f"<c:look {_C} {_A}><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
    '<c:marker><c:symbol val="none"/></c:marker><c:dLbls><c:numFmt formatCode="#,##0" '
    'sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/>'
    '<a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}" b="1"/></a:pPr><a:endParaRPr lang="en-GB"/>'
    '</a:p></c:txPr><c:dLblPos val="t"/><c:showLegendKey val="0"/><c:showVal val="{written}"/>'
    '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
    '<c:showBubbleSize val="0"/></c:dLbls></c:look>'
)
_NO_ENTRY = f'<c:legendEntry {_C}><c:idx val="{{place}}"/><c:delete val="1"/></c:legendEntry>'


def valued(name: str, value: str) -> Any:
    """Return an element of a chart with its value."""
    element = OxmlElement(name)
    element.set("val", value)
    return element
