"""Who signed below a table, by their posts alone or under "Prepared by": none of them is a row."""

import re
from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from data.records.distinct import filled_cells, says
from data.records.sought_words import only_with
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS
from data.sheets.sheet import Sheet
from data.sheets.tables.rows_under import BLANK_ROW
from data.sheets.totals.total_rows import say_total
from data.understanding.layout.titles.blocks import TRAINING
from data.understanding.layout.titles.title_texts import SIGNED

#: "Registrar: Zarqoon Nobody".
_POST_AND_NAME = re.compile(r"[^\d:]{2,40}: ?[^\W\d_]+\.?(?: [^\W\d_]+\.?){1,3}")
#: "Section Officer (Trafficking)", "Deputy Director, Labour".
_POST = re.compile(
    r"(?:[a-z]+[. ]+){0,3}(?:officer|secretary|director|superintendent|registrar|commissioner"
    r"|coordinator|manager|principal|commandant|commander|chairman|inspector general|focal person)"
    r"(?:[,(/ -][^\d:]{0,50})?",
    re.IGNORECASE,
)
#: "President DBA", "Secretary, Bar Association", who head a body and sign for it.
_OF_BODY = re.compile(
    r"(?:[a-z]+[. ]+){0,2}(?:president|secretary|convener|treasurer|accountant|cashier"
    r"|finance (?:officer|assistant|manager))(?:[, ]+[A-Z]{2,6}|[, ]+(?:of )?(?:the )?(?:\w+ ){0,3}"
    r"(?:association|union|council|office|committee|department|society|bar))?",
    re.IGNORECASE,
)
#: When, or with what, somebody signed: "Dated: 25-11-2024", "Stamp".
_SIGNED_WHEN = re.compile(
    r"(?:date[d]?|stamp|seal|signature|sign|تاریخ|مہر|دستخط)\s*[:.=-]*\s*[\d\W_]*"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\W+[a-z]{3,9}\W+(?:19|20)?\d\d\W*)?",
    re.IGNORECASE,
)
#: To whom a letter goes besides, who are listed under it.
_COPIES = re.compile(
    r"(?:(?:a )?cop(?:y|ies) (?:is |are )?(?:to|for(?:warded)?|sent|submitted)|c\.?c\.?(?= ?:|$)"
    r"|distribution(?= ?:|$)|endst|endorsement)\b|(?:c\.?c\.?|distribution) ?:|نقل (?:برائے|بخدمت)",
    re.IGNORECASE,
)
#: What stands over the names or posts of those who sign a table.
_SIGNATURE = re.compile(
    r"\W*(?:(?:prepared|checked|verified|submitted|compiled|approved|reviewed|endorsed|reported"
    r"|entered|paid|disbursed|received|witnessed|certified|authori[sz]ed|sanctioned|recommended"
    r"|audited|forwarded|(?:counter[ -]?)?signed) by\b|(?:counter[ -]?)?sign(?:ature)?s?\b|دستخط"
    r"|تیار کردہ)",
    re.IGNORECASE,
)
#: Below so few filled cells a row, one alone is no signature.
FEW_CELLS = 3


def is_text(text: str) -> bool:
    """Tell whether a text has more letters than a mark."""
    return sum(map(str.isalpha, text)) > 2


def under_signatures(sheet: Sheet) -> frozenset[int]:
    """Return the last rows from "Prepared by | Checked by" on: names and posts under these alone.

    A number, or a cell elsewhere, may be of a record: then none is.
    """
    filled = filled_cells(sheet.cells)
    signed = _signed_cells(sheet.cells)
    alone = filled.index[(signed > 1) & (signed == filled.sum(axis=1))]
    if alone.empty:
        return frozenset()
    under = filled.columns[filled.loc[alone[0]]]
    rows = filled.index[filled.any(axis=1) & (filled.index >= alone[0])]
    elsewhere = filled.loc[rows[1:]].drop(columns=under).to_numpy().any()
    texts = sheet.cells.loc[rows[1:]].to_numpy().ravel()
    numbers = any(text.strip().isdecimal() for text in texts)
    return frozenset() if elsewhere or numbers else frozenset(rows.tolist())


def _signed_cells(cells: pd.DataFrame) -> np.ndarray:
    """Return how many cells of each row say who signs; each text of a column is asked once."""
    signed = np.zeros(len(cells), dtype="int64")
    for _n, column in cells.items():
        signed += says(column, _is_signature)
    return signed


@only_with("by|sign")
def _is_signature(text: str) -> bool:
    return _SIGNATURE.match(text) is not None


def posts_below(sheet: Sheet, unnumbered: Collection[int]) -> frozenset[int]:
    """Return the last rows, after a blank one or a total, of posts beside each other alone.

    "President DBA | Secretary DBA": none of them is numbered as all others are, nor is a post in
    a column of posts, as of a guest, and what most others have of a person they have not. Of
    numbers in rows without one, those under the last blank row are looked at.
    """
    filled = filled_cells(sheet.cells)
    widths = filled.sum(axis=1)
    totals = sheet.cells.index[say_total(sheet.cells)]
    rows = widths.index[widths > 0].difference(totals)
    blank = sheet.ignored.loc[sheet.ignored["reason"] == BLANK_ROW, "row"].tolist()
    listed = rows.difference([*unnumbered])
    if not unnumbered and rows.size and "name_of_person" not in sheet.fields:
        listed = rows[rows < max(blank, default=rows.max() + 1)]
    several = rows[(rows > listed.max()) & (widths[rows] > 1)] if len(listed) else rows[:0]
    below = rows[rows >= several.min()]  # a note may stand between
    if below.empty:
        return frozenset()
    apart = any(listed.max() < row < below[0] for row in (*totals, *blank))
    usual = widths[listed][widths[listed] > 1].median()  # and of no note
    own = (sheet.cells.loc[row] for row in below)
    signed = apart and all(_has_posts_alone(sheet, cells, usual) for cells in own)
    return frozenset(below.tolist()) if signed else frozenset()


def _has_posts_alone(sheet: Sheet, row: pd.Series, usual: float) -> bool:
    """Tell whether a row has two posts or more, none in a column of them, and few cells.

    One post is enough beside the day on which it was signed: "(District Officer) | Dated: ...".
    """
    texts = {n: text.strip() for n, text in enumerate(row) if text.strip()}
    posts = all(map(_is_post, texts.values())) or is_signed_on([*texts.values()])
    of_posts = any(field_of_name(sheet.header[n]) in AGENCY_FIELDS for n in texts)
    return posts and not of_posts and len(texts) > 1 and 2 * len(texts) <= usual


def is_signed_on(texts: Sequence[str], beside: Sequence[Sequence[str]] = ()) -> bool:
    """Tell whether cells have the day on which somebody signed, which is that of no training.

    The post of who did stands in the same row, or alone in one ``beside`` it.
    """
    filled = [text.strip() for text in texts if text.strip()]
    rest = [text for text in filled if not _is_post(text)]
    posts = [[text.strip() for text in row if text.strip()] for row in beside]
    signed = len(rest) < len(filled) or any(row and all(map(_is_post, row)) for row in posts)
    return signed and bool(rest) and all(map(_SIGNED_WHEN.fullmatch, rest))


def _is_post(text: str) -> bool:
    bare = text[1:-1].strip() if text[:1] + text[-1:] in ("()", "[]") else text
    return any(one.fullmatch(bare) for one in (_POST, _OF_BODY))


def is_signed(row: pd.Series, fields: Sequence[str | None], usual: float) -> bool:
    """Tell whether a row below numbers has no more than the post of whoever signed them."""
    filled = [n for n, text in enumerate(row) if text.strip()]
    if len(filled) != 1 or usual < FEW_CELLS:
        return False
    text = row.iloc[filled[0]].strip()
    if fields[filled[0]] in ("title", "training_id"):
        told = _POST_AND_NAME.fullmatch(text) or _POST.fullmatch(text)
        return told is not None and not TRAINING.search(text)
    return filled[0] > 0 and is_text(text) and not any(map(str.isdigit, text))


def under_copies(sheet: Sheet, widths: pd.Series, usual: float) -> frozenset[int]:
    """Return the last rows, from "Copy to:" or "Prepared by" on, if none has a record's cells."""
    last = widths.index[(widths > 2) | (2 * widths > usual)].max()
    below = widths.index[widths.index > last].tolist() if usual > FEW_CELLS else []
    texts = {row: next(filter(None, map(str.strip, sheet.cells.loc[row])), "") for row in below}
    first = next(
        (row for row, text in texts.items() if _COPIES.match(text) or SIGNED.match(text)), None
    )
    return frozenset(row for row in below if first is not None and row >= first)
