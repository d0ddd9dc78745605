"""What a letter or minutes have below their table, with cells of their own: signatures, lists."""

import pandas as pd

from data.records.distinct import filled_cells
from data.records.problems.of_rows import SHORT_ROW
from data.sheets.fields import RUNNING_NUMBER
from data.sheets.sheet import Sheet
from data.sheets.tables.rows_under import BLANK_ROW
from data.sheets.totals.total_words import is_total
from data.sheets.words.cell_values import has_numbers, kind_of
from geo.words.catalogue import _

TEXT_BELOW = _("a text below the table")


def without_texts_below(sheet: Sheet) -> Sheet:
    """Return a sheet of a text without the rows after its table that are none of it.

    They follow its total or a blank line, all have fewer cells than its header, and each has words
    where the table has numbers or days; a number there, and without a total a place, an agency or
    a number anywhere, may be of a record: then all stay, as problems.
    """
    short = {row for row, kind in zip(sheet.faults["row"], sheet.faults["kind"], strict=True)
             if kind.key == SHORT_ROW.key}  # fmt: skip
    if not short:
        return sheet
    filled = filled_cells(sheet.cells).sum(axis=1)
    several = filled.index[filled > 1]
    table = several[~several.isin(short)]
    below = several[several > table.max()] if len(table) > 1 else several[:0]
    if below.empty:
        return sheet
    last = table.max()
    closed = any(map(is_total, sheet.cells.loc[last]))
    blank = sheet.ignored.loc[sheet.ignored["reason"] == BLANK_ROW, "row"]
    apart = closed or blank.between(last, below[0]).any()
    numbered = _numbered(sheet, table)
    if not apart or not all(_is_text(sheet.cells.loc[row], numbered, closed) for row in below):
        return sheet
    return sheet.without(below, TEXT_BELOW)


def _numbered(sheet: Sheet, table: pd.Index) -> list[int]:
    """Return the columns that have a number or a day wherever the table fills them."""
    cells = sheet.cells.loc[table]
    numbered = []
    for n, field in enumerate(sheet.fields):
        texts = [text for text in cells[n] if text.strip()]
        if field != RUNNING_NUMBER and len(texts) > 1 and all(map(_has_digit, texts)):
            numbered.append(n)
    return numbered


def _is_text(row: pd.Series, numbered: list[int], closed: bool) -> bool:
    """Tell whether a row has words under numbers, and nothing that may be of a record."""
    under = [text for text in row[numbered] if text.strip()]
    cells = [text.strip() for text in row.iloc[1:]]
    record = not closed and (has_numbers(cells) or any(map(kind_of, row)))
    return bool(under) and not any(map(_has_digit, under)) and not record


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
