"""What the sheets of every workbook are made of: headers, typed cells, widths, the printed page.

There is no formula: what could run in a spreadsheet is text.
"""

import datetime as dt
import io
import math
import re
from collections.abc import Iterable, Sequence
from textwrap import shorten
from typing import Literal

import numpy as np
import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.drawing.image import Image
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from data.records.model import Records
from data.records.programme import programme
from data.records.spreadsheet_text import text_cell
from geo.words.catalogue import LOCALE, _
from reports.imprint.logo import Logo

NARROWEST, WIDEST = 9, 34
DAY_FORMAT, NUMBER_FORMAT, DECIMAL_FORMAT = "yyyy-mm-dd", "#,##0", "#,##0.0##"
MONTH_FORMAT = "yyyy-mm"
#: The decimals that are kept; the width of what is said, in characters; of a logo, in dots; how
#: long the foot of a printed page may be, in characters; the most decimals that are shown.
DIGITS, SAID, LOGO, MOST_FOOT = 4, 92, 210, 200
SHOWN_DIGITS = 3
#: How wide a tag makes a column at most: a longer one is written smaller. The characters across
#: a printed page at which 11 points are no less than 6.5. The margins of paper, in inches.
MOST_TAG, MOST_ACROSS, PAPER_MARGIN = 10, 245, 0.5

HEADER = Font(bold=True, color="FFFFFFFF")
HEADER_FILL = PatternFill("solid", start_color="FF1F4E79")
TAG = Font(color="FF5A6068", italic=True, size=9)
LINE = Border(bottom=Side("thin", color="FFCDC7B8"))
LINK = Font(bold=True, underline="single", color="FF1F4E79")
#: A number keeps off the words in the next column; long words take lines.
TO_RIGHT = Alignment(horizontal="right", vertical="top", indent=1)
TO_RIGHT_WRAPPED = Alignment(horizontal="right", vertical="top", indent=1, wrap_text=True)
WRAPPED = Alignment(horizontal="left", wrap_text=True, vertical="top")
WRAPPED_APART = Alignment(horizontal="left", wrap_text=True, vertical="top", indent=1)

#: The HXL tags of a district's name and of a month; of columns whose texts of digits are numbers.
NAME, MONTH = "#adm2+name", "#date+month"
#: The most columns that stay in sight, and are printed on each page: up to the district's name.
MOST_FIXED = 3
COUNT = re.compile(r"\d[\d,]*")
COUNTED = ("#reached", "#population", "#indicator", "#activity+num", "#meta")


def _set_widths(sheet: Worksheet, table: pd.DataFrame, least: Sequence[int]) -> float:
    """Make the columns as wide as their values, in characters, at least as given for each.

    Returns the width of all of them.
    """
    across = 0.0
    for number, heading in enumerate(table.columns, start=1):
        lengths = [len(str(value)) for value in table.iloc[:, number - 1].head(500)]
        words = [len(word) + 1 for word in str(heading).split()]  # bold, and never broken within
        written = [*lengths, *least[number - 1 : number], *words, len(str(heading)) * 0.7]
        width = min(max(max(written) + 2, NARROWEST), WIDEST)
        sheet.column_dimensions[get_column_letter(number)].width = width
        across += width
    return across


def _set_printing(sheet: Worksheet, about: str, across: float, fixed: str) -> None:
    """Print across, the header on each page; above it the sheet, below what the figures are of.

    What is too wide for one page takes several, with the columns up to ``fixed`` on each.
    """
    _on_paper(sheet, "landscape")
    sheet.page_setup.fitToWidth = math.ceil(across / MOST_ACROSS)
    sheet.print_title_rows = "1:1"
    if fixed:
        sheet.print_title_cols = f"A:{fixed}"
    header = HeaderFooterItem()
    header.left.text = "&A"
    sheet.HeaderFooter.oddHeader = header
    footer = HeaderFooterItem()
    footer.left.text = shorten(about, MOST_FOOT, placeholder=" \u2026").replace("&", "&&")
    footer.right.text = "&P / &N"
    sheet.HeaderFooter.oddFooter = footer


def _on_paper(sheet: Worksheet, orientation: Literal["portrait", "landscape"]) -> None:
    """Print on A4, as wide as the page and on as many as it needs."""
    sheet.page_margins = PageMargins(PAPER_MARGIN, PAPER_MARGIN, 0.75, 0.75)
    sheet.page_setup.orientation = orientation
    sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = False


def new_book(title: str, subject: str, as_of: dt.date) -> Workbook:
    """Return an empty workbook that says what it is; its dates are the as-of date."""
    book = Workbook(write_only=True)
    about = book.properties
    about.title, about.subject = title[:250], subject[:250]
    about.creator = about.lastModifiedBy = programme().name[:250]
    about.language = LOCALE
    about.created = about.modified = dt.datetime.combine(as_of, dt.time(12))
    return book


def records_rows(records: Records) -> list[tuple[str, str]]:
    """Return what the records of a workbook are, as rows of ``write_about``."""
    made_up = [(_("Illustrative"), _("These records are made up."))] if records.illustrative else []
    return [(_("Records"), records.title), *made_up, (_("Note"), records.full_notice)]


def write_about(
    sheet: Worksheet,
    rows: Iterable[tuple[str, str]],
    width: int,
    heading: str = "",
    logo: Logo | None = None,
    sheets: Iterable[tuple[str, str]] = (),
) -> None:
    """Write what a workbook is: pairs of a word, in a column as wide, and what is said of it.

    Each of the ``sheets`` follows, as a link to it and what it holds.
    """
    # Before the first row: a sheet that is only written takes no width after it.
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = width, SAID
    sheet.column_dimensions["C"].width = width
    _on_paper(sheet, "portrait")
    if logo:
        picture = Image(io.BytesIO(logo.picture))
        picture.width = round(min(LOGO, LOGO / 3 * logo.shape))
        picture.height = round(picture.width / logo.shape)
        sheet.add_image(picture, "C1")
    if heading:
        title = text_cell(sheet, heading)
        title.font = Font(bold=True, size=15)
        sheet.append([title])
    for word, words in rows:
        sheet.append(_said(sheet, word, words, Font(bold=True)))
    for name, held in sheets:
        cells = _said(sheet, name, held, LINK)
        cells[0].hyperlink = f"#'{name}'!A1"
        sheet.append(cells)


def _said(sheet: Worksheet, word: str, words: str, font: Font) -> list[Cell]:
    cells = [text_cell(sheet, word), text_cell(sheet, words)]
    cells[0].font = font
    for cell in cells:
        cell.alignment = WRAPPED
    return cells


def write_table(
    book: Workbook, name: str, table: pd.DataFrame, about: str, tags: Sequence[str] = ()
) -> None:
    """Add a sheet with a table: a header and a row of HXL tags, if any, that stay in sight.

    Blank is what is not known, a day is a day, a number a number; below the page stands
    ``about``, what the records are. Columns of the tags ``COUNTED`` are numbers, also where words
    for what is not one make text of them.
    """
    sheet: Worksheet = book.create_sheet(name)
    fixed = list(tags[:MOST_FIXED]).index(NAME) + 1 if NAME in tags[:MOST_FIXED] else bool(tags)
    sheet.freeze_panes = f"{get_column_letter(fixed + 1)}{3 if tags else 2}"
    across = _set_widths(sheet, table, [min(len(tag), MOST_TAG) for tag in tags])
    _set_printing(sheet, about, across, get_column_letter(fixed) if fixed else "")
    counted = [tag.startswith(COUNTED) for tag in tags] or [False] * len(table.columns)
    right = [_is_number(*of) for of in zip((table[name] for name in table), counted, strict=True)]
    # Not all that draws a sheet keeps a number off the words in the next column.
    beside = [WRAPPED_APART if before else WRAPPED for before in [False, *right[:-1]]]
    header = [text_cell(sheet, heading) for heading in table.columns]
    for cell, to_right, words in zip(header, right, beside, strict=True):
        cell.font, cell.fill = HEADER, HEADER_FILL
        cell.alignment = TO_RIGHT_WRAPPED if to_right else words
    sheet.append(header)
    tag_cells = [text_cell(sheet, tag) for tag in tags]
    for cell in tag_cells:
        cell.font, cell.border, cell.alignment = TAG, LINE, Alignment(shrink_to_fit=True)
    if tags:
        sheet.append(tag_cells)
    months = [tag == MONTH for tag in tags] or [False] * len(table.columns)
    forms = [_number_format(table[name]) for name in table]
    for row in table.astype(object).itertuples(index=False):
        cells = [_cell(sheet, *of) for of in zip(row, counted, months, forms, strict=True)]
        for one, to_right, words in zip(cells, right, beside, strict=True):
            if one is not None:
                one.alignment = TO_RIGHT if to_right else words
        sheet.append(cells)


def _is_number(column: pd.Series, counted: bool) -> bool:
    """Tell whether numbers or days stand in a column."""
    return any(
        bool(counted and COUNT.fullmatch(value))
        if isinstance(value, str)
        else not isinstance(value, bool | np.bool_)
        for value in column.dropna()
    )


def _number_format(column: pd.Series) -> str:
    """Return the format of a column of decimals, with as many as one of them needs; else blank."""
    if not pd.api.types.is_float_dtype(column):
        return ""
    shown = [f"{one:.{SHOWN_DIGITS}f}".rstrip("0") for one in column.dropna()]
    most = max((len(one.partition(".")[2]) for one in shown), default=0)
    return f"{NUMBER_FORMAT}.{'0' * most}" if most else NUMBER_FORMAT


def _cell(sheet: Worksheet, value: object, counted: bool, month: bool, form: str) -> Cell | None:
    if value is None or value is pd.NA or value is pd.NaT or value == "" or value != value:
        return None
    if isinstance(value, dt.date):
        return _typed(sheet, dt.datetime(value.year, value.month, value.day), DAY_FORMAT)  # noqa: DTZ001 - a day, in no zone
    if month:
        return _typed(sheet, dt.datetime.strptime(str(value), "%Y-%m"), MONTH_FORMAT)  # noqa: DTZ007 - in no zone
    if isinstance(value, str) and not (counted and COUNT.fullmatch(value)):
        return text_cell(sheet, value)
    if isinstance(value, bool | np.bool_):
        return text_cell(sheet, "yes" if value else "no")
    number = float(str(value).replace(",", ""))
    if not math.isfinite(number):
        return None
    whole = number.is_integer()
    form = form or (NUMBER_FORMAT if whole else DECIMAL_FORMAT)
    return _typed(sheet, int(number) if whole else round(number, DIGITS), form)


def _typed(sheet: Worksheet, value: float | dt.datetime, form: str) -> Cell:
    cell: Cell = WriteOnlyCell(sheet, value)
    cell.number_format = form
    return cell
