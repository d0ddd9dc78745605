"""Tables: native ones on a slide, and the table behind each figure as text in the notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from xml.sax.saxutils import escape

import pandas as pd
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from geo.words.catalogue import _
from reports.slides.box import EMU_PER_INCH, Box
from reports.slides.page import POINTS, SMALLEST, Page, describe
from reports.slides.text import LINE, Font, lines_of, plain, within

#: The style of a table without lines and grounds.
_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
#: What stands under a cell; the other sides say that they have no line, as not all that draws a
#: file knows the style.
_LINE = (
    "".join(f'<a:ln{side} w="0"><a:noFill/></a:ln{side}>' for side in "LRT")
    + '<a:lnB w="6350"><a:solidFill><a:srgbClr val="B9BEC6"/></a:solidFill></a:lnB>'
)
#: The most rows of one table in the notes, and of words in a cell there.
MOST_ROWS, MOST_WORDS = 60, 120
#: The height of a row and the least one, of the line under a table; the gap between columns.
ROW, LEAST_ROW, REST, GAP = 0.33, 0.27, 0.34, 0.1
SIZES = (13, 12)
#: Of the one row of a list: the height of each fact, its two columns, its sizes of text.
FACT, FACT_SHARES, FACT_SIZES = 0.6, (1, 3), (18, 16, 14, 13, 12)
#: The most of a table's width that its numbers keep whole; of the lines of a cell.
MOST_KEPT, MOST_LINES = 0.75, 5


@dataclass(frozen=True)
class Column:
    """A column of a table on a slide: its heading, and whether it stands to the right.

    A ``spare`` one leaves its room to the others where more rows fit so; the notes have it.
    """

    heading: str
    right: bool = False
    spare: bool = False


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

    What does not fit a cell at the smallest size takes more lines, up to ``MOST_LINES``, and so
    leaves room for fewer rows; ``alt`` is read aloud in place of the table. Where there are
    ``more`` rows than these, a line on them needs room under the table.
    """
    fit = _fit(page, box, columns, rows, more=more)
    shown, size, widths, heights = len(fit.rows), fit.size, fit.widths, fit.heights
    whole = replace(box, height=sum(heights))
    frame = page.slide.shapes.add_table(1, 1, *whole.emu())
    frame.name = _("Table: {plain}").format(plain=plain(alt)[:60])
    describe(frame, alt)
    lines = [[column.heading for column in columns], *fit.rows]
    written = "".join(
        f'<a:tr h="{round(high * EMU_PER_INCH)}">'
        + "".join(
            _cell(page, word, wide, column, size if number else page.sized(SMALLEST))
            for word, wide, column in zip(line, widths, columns, strict=True)
        )
        + "</a:tr>"
        for number, (line, high) in enumerate(zip(lines, heights, strict=True))
    )
    grid = "".join(f'<a:gridCol w="{round(wide * EMU_PER_INCH)}"/>' for wide in widths)
    table = parse_xml(
        f'<a:tbl {nsdecls("a")}><a:tblPr firstRow="1"><a:tableStyleId>{_PLAIN}</a:tableStyleId>'
        f"</a:tblPr><a:tblGrid>{grid}</a:tblGrid>{written}</a:tbl>"
    )
    # Cell by cell through python-pptx it would take a fifth of the time of a deck.
    frame.table._tbl.getparent().replace(frame.table._tbl, table)
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

    A single row stands as facts below each other, in a size that fills more of the slide.

    ``all_of_them``: how many rows there are, where ``rows`` are the first of them only.
    """
    if not rows:
        page.nothing(box, none)
        return
    total = all_of_them or len(rows)
    if total == 1:
        _add_facts(page, box, columns, rows[0])
        return
    columns, rows = _without_spare(page, box, columns, rows, more=total > len(rows))
    heading = ", ".join(column.heading for column in columns if column.heading)
    alt = _("Table of {heading}, {rows:,} rows").format(heading=heading.lower(), rows=len(rows))
    shown, end = add_table(page, box, columns, rows, alt, more=total > len(rows))
    if total > shown:
        words = _("and {more:,} more, in the notes").format(more=total - shown)
        place = replace(box, top=end + 0.1, height=REST * page.scale)
        page.write(place, words, (SMALLEST,), quiet=True)


def _add_facts(page: Page, box: Box, columns: Sequence[Column], row: Sequence[str]) -> None:
    """Write a row as its headings and what stands under them, a line each."""
    pairs = [
        (column.heading, word)
        for column, word in zip(columns, row, strict=True)
        if column.heading and word
    ]
    wide, size = box.columns(FACT_SHARES, GAP)[1].width * POINTS, page.sized(FACT_SIZES[0])
    lines = [len(lines_of(plain(word), wide, size, page.stage.font)) for __, word in pairs]
    heights = [FACT * page.scale + (number - 1) * size * LINE / POINTS for number in lines]
    room = replace(box, height=min(sum(heights), box.height))
    for line, (heading, word) in zip(room.rows(heights, 0), pairs, strict=True):
        name, fact = line.columns(FACT_SHARES, GAP)
        page.write(name, heading, FACT_SIZES, quiet=True)
        page.write(fact, word, FACT_SIZES)


def _without_spare(
    page: Page,
    box: Box,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    *,
    more: bool,
) -> tuple[Sequence[Column], Sequence[Sequence[str]]]:
    """Return the columns and rows of a list, without its spare columns where more rows fit so."""
    kept = [place for place, column in enumerate(columns) if not column.spare]
    fewer = [columns[place] for place in kept]
    shorter = [[row[place] for place in kept] for row in rows]
    most = len(_fit(page, box, columns, rows, more=more).rows)
    if len(_fit(page, box, fewer, shorter, more=more).rows) > most:
        return fewer, shorter
    return columns, rows


@dataclass(frozen=True)
class _Fit:
    """The rows of a table that fit, its size of text, its columns' widths and rows' heights."""

    rows: list[list[str]]
    size: float
    widths: list[float]
    heights: list[float]


def _fit(
    page: Page,
    box: Box,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    *,
    more: bool,
) -> _Fit:
    """Return as many rows as fit under a heading row, at least one, each as high as its lines."""
    least = LEAST_ROW * page.scale
    first = rows[: max(int(box.height / least) - 1, 1)]
    kept = [[plain(word) for word in row] for row in first]
    size, widths = _fit_columns(page, box.width, columns, kept)
    font, step = Font(page.stage.font.wide), size * LINE / POINTS
    above = [
        step * (max(len(lines_of(word, (wide - GAP) * POINTS, size, font)) for word, wide in cells))
        for cells in (zip(row, widths, strict=True) for row in kept)
    ]
    lines = [0.0, *(max(min(high, MOST_LINES * step), step) - step for high in above)]
    for high in (height * page.scale for height in (ROW, 0.3, 0.28, LEAST_ROW)):
        heights = [high + one for one in lines]
        if len(kept) == len(rows) and sum(heights) + more * _rest(page) <= box.height:
            return _Fit(kept, size, widths, heights)
    room, shown = box.height - _rest(page) - least, 0
    for one in lines[1:]:
        room -= least + one
        shown += room >= 0
    shown = max(shown, 1)
    return _Fit(kept[:shown], size, widths, [least + one for one in lines[: shown + 1]])


def _rest(page: Page) -> float:
    """Return the height of the line under a table that says how many more rows there are."""
    return REST * page.scale + 0.06


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
    # A number that is cut is another number: only words give way, where they leave enough.
    kept = sum(width for width, column in zip(widths, columns, strict=True) if column.right)
    held = [column.right and kept <= MOST_KEPT * room for column in columns]
    return size, _narrowed(widths, held, room)


def _narrowed(widths: Sequence[float], held: Sequence[bool], room: float) -> list[float]:
    """Take the widest columns in until all are as wide as the room; narrow and held ones stay."""

    def taken_in(most: float) -> list[float]:
        return [w if stays else min(w, most) for w, stays in zip(widths, held, strict=True)]

    low, high = 0.0, max(widths)
    for _step in range(40):
        most = (low + high) / 2
        low, high = (low, most) if sum(taken_in(most)) > room else (most, high)
    return taken_in(low)


def _cell(page: Page, words: str, wide: float, column: Column, size: float) -> str:
    """Return a cell as it stands in the file: its words on their lines, a line under it.

    An empty one says its size as well: at the usual one its row would grow.
    """
    gap, inks = round(GAP * EMU_PER_INCH), page.stage.inks
    left, right, side = (gap, 0, "r") if column.right else (0, gap, "l")
    ink = inks.quiet if words == column.heading else inks.ink
    shown = within(words, (wide - GAP) * POINTS, size, MOST_LINES, Font(page.stage.font.wide))
    run = (
        f'<a:r><a:rPr sz="{Pt(size).centipoints}" b="0"><a:solidFill>'
        f'<a:schemeClr val="{ink.xml_value}"/></a:solidFill></a:rPr>'
        f"<a:t>{escape(shown)}</a:t></a:r>"
        if shown
        else f'<a:endParaRPr sz="{Pt(size).centipoints}"/>'
    )
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{side}"/>{run}</a:p></a:txBody>'
        f'<a:tcPr marL="{left}" marR="{right}" marT="0" marB="0" anchor="ctr">{_LINE}'
        "</a:tcPr></a:tc>"
    )


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


def _words(value: Any) -> str:
    if value is None or value is pd.NaT or (not isinstance(value, str) and pd.isna(value)):
        return ""
    whole = isinstance(value, float) and value.is_integer()
    words = f"{value:.0f}" if whole else plain(value)
    return words if len(words) <= MOST_WORDS else f"{words[: MOST_WORDS - 1]}…"
