"""Tables: native ones on a slide, and the table behind each figure as text in the notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.table import _Cell
from pptx.util import Emu, Pt

from geo.words.catalogue import _
from reports.slides.box import EMU_PER_INCH, Box
from reports.slides.page import POINTS, SMALLEST, Page, describe
from reports.slides.text import Font, cut, plain

#: The style of a table without lines and grounds.
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_LINE = (
    f'<a:lnB {nsdecls("a")} w="6350"><a:solidFill><a:srgbClr val="B9BEC6"/></a:solidFill></a:lnB>'
)
#: The most rows of one table in the notes, and of words in a cell there.
MOST_ROWS, MOST_WORDS = 60, 120
#: The height of a row and the least one, of the line under a table; the gap between columns.
ROW, LEAST_ROW, REST, GAP = 0.33, 0.27, 0.34, 0.1
SIZES = (13, 12)


@dataclass(frozen=True)
class Column:
    """A column of a table on a slide: its heading, and whether it stands to the right."""

    heading: str
    right: bool = False


def add_table(
    page: Page,
    box: Box,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    alt: str,
    *,
    more: bool,
) -> tuple[int, float]:
    """Draw the rows that fit; return how many, and where the table ends.

    What does not fit a cell at the smallest size is cut and ends in an ellipsis; ``alt`` is read
    aloud in place of the table. Where there are ``more`` rows than these, a line on them needs
    room under the table.
    """
    height, shown = _fit_rows(page, box.height, len(rows), more=more)
    kept = [[plain(word) for word in row] for row in rows[:shown]]
    size, widths = _fit_columns(page, box.width, columns, kept)
    whole = replace(box, height=height * (shown + 1))
    frame = page.slide.shapes.add_table(shown + 1, len(columns), *whole.emu())
    frame.name = _("Table: {plain}").format(plain=plain(alt)[:60])
    describe(frame, alt)
    table = frame.table
    table.horz_banding = False
    frame._element.find(f".//{qn('a:tableStyleId')}").text = _PLAIN
    for place, (column, wide) in enumerate(zip(columns, widths, strict=True)):
        table.columns[place].width = Emu(round(wide * EMU_PER_INCH))
        _cell(page, table.cell(0, place), column.heading, wide, column, page.sized(SMALLEST))
        for number, row in enumerate(kept, 1):
            _cell(page, table.cell(number, place), row[place], wide, column, size)
    for row in table.rows:
        row.height = Emu(round(height * EMU_PER_INCH))
    return shown, whole.bottom


def add_list(
    page: Page,
    box: Box,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    none: str,
    all_of_them: int | None = None,
) -> None:
    """Draw a table of the rows that fit, and say how many more there are; ``none`` if no row is.

    ``all_of_them``: how many rows there are, where ``rows`` are the first of them only.
    """
    if not rows:
        page.nothing(box, none)
        return
    total = all_of_them or len(rows)
    heading = ", ".join(column.heading for column in columns if column.heading)
    alt = _("Table of {heading}, {rows:,} rows").format(heading=heading.lower(), rows=len(rows))
    shown, end = add_table(page, box, columns, rows, alt, more=total > len(rows))
    if total > shown:
        words = _("and {more:,} more, in the notes").format(more=total - shown)
        place = replace(box, top=end + 0.1, height=REST * page.scale)
        page.write(place, words, (SMALLEST,), quiet=True)


def _fit_rows(page: Page, room: float, count: int, *, more: bool) -> tuple[float, int]:
    """Return the height of a row, and how many rows fit under a heading row."""
    rest = REST * page.scale + 0.06
    for height in (ROW, 0.3, 0.28, LEAST_ROW):
        needed = height * page.scale * (count + 1) + (rest if more else 0)
        if needed <= room:
            return height * page.scale, count
    high = LEAST_ROW * page.scale
    return high, max(min(int((room - rest) / high) - 1, count), 1)


def _fit_columns(
    page: Page, room: float, columns: Sequence[Column], rows: Sequence[Sequence[str]]
) -> tuple[float, list[float]]:
    """Return the size of text at which all words fit their columns, and how wide these are."""
    font, widths, size = Font(page.stage.font.wide), [0.0], 0.0
    for size in (page.sized(points) for points in SIZES):
        lines = [[column.heading for column in columns], *rows]
        widths = [
            max(font.width(line[place], size) for line in lines) / POINTS * 1.03 + GAP
            for place in range(len(columns))
        ]
        if sum(widths) <= room:
            spare = (room - sum(widths)) / max(len(columns) - 1, 1)
            return size, [w + (spare if place else 0) for place, w in enumerate(widths)]
    return size, _narrowed(widths, room)


def _narrowed(widths: Sequence[float], room: float) -> list[float]:
    """Take the widest columns in until all are as wide as the room; the narrow ones stay."""
    low, high = 0.0, max(widths)
    for _step in range(40):
        most = (low + high) / 2
        low, high = (low, most) if sum(min(w, most) for w in widths) > room else (most, high)
    return [min(width, low) for width in widths]


def _cell(page: Page, cell: _Cell, words: str, wide: float, column: Column, size: float) -> None:
    head = words == column.heading
    gap = Emu(round(GAP * EMU_PER_INCH))
    cell.margin_left, cell.margin_right = (gap, Emu(0)) if column.right else (Emu(0), gap)
    cell.margin_top = cell.margin_bottom = Emu(0)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if column.right else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = cut(words, (wide - GAP) * POINTS, size, Font(page.stage.font.wide))
    run.font.size, run.font.bold = Pt(size), False
    run.font.color.theme_color = page.stage.inks.quiet if head else page.stage.inks.ink
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(_LINE))  # under the cell


def table_text(heading: str, frame: pd.DataFrame) -> str:
    """Return a table as text: a heading, then rows with tabs between their cells.

    Of a long table the first ``MOST_ROWS`` rows.
    """
    lines = [plain(heading), "\t".join(plain(name) for name in frame.columns)]
    rows = frame.head(MOST_ROWS).itertuples(index=False)
    lines += ["\t".join(_words(value) for value in row) for row in rows]
    more = len(frame) - MOST_ROWS
    if more > 0:
        lines.append(_("and {more:,} more rows, in the workbook").format(more=more))
    if frame.empty:
        lines.append(_("no row in this selection"))
    return "\n".join(lines)


def _words(value: object) -> str:
    if value is None or value is pd.NaT or (not isinstance(value, str) and pd.isna(value)):  # type: ignore[call-overload]
        return ""
    whole = isinstance(value, float) and value.is_integer()
    words = f"{value:.0f}" if whole else plain(value)
    return words if len(words) <= MOST_WORDS else f"{words[: MOST_WORDS - 1]}…"
