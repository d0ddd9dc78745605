"""Dashes and "nil" among counts: an accountant's 0 where totals say so, else what somebody says."""

import re
from collections.abc import Collection, Iterable, Mapping

import numpy as np
import pandas as pd

from data.records.distinct import by_text, says
from data.records.model import COUNT_COLUMNS
from data.records.rules import in_latin_digits, whole_numbers
from data.sheets.fields import COUNT_FIELDS, TOLD_BY
from data.sheets.mapping import BLANK, GROUPS, PERSONS, ZERO, ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST, rows_of_totals
from data.sheets.totals.wrong_totals import are_sums
from data.sheets.words.count_words import is_dash, is_nil, one_number
from geo.words.catalogue import _

SAID = {
    None: _("{where}: dashes among counts are 0, as the totals of their rows or columns say."),
    ZERO: _("{where}: dashes among counts are 0, as was said of this layout."),
    BLANK: _("{where}: dashes among counts are blank, as was said of this layout."),
}
OF_NOTE = _("{where}: dashes among counts are 0, as a text beside them says.")
OF_UNHELD = _("{where}: dashes among counts are 0 beside what was not held.")
#: Beside such a text "nil" may be a number that nobody reported.
_UNTOLD = re.compile(
    r"\b(?:await\w*|pending|unknown|missing|to follow|not (?:yet |been |yet been )?(?:received"
    r"|reported|recorded|available|known|told|given|provided|submitted|noted|counted|filled)"
    r"|no (?:reports?|records?|data|returns?|information))\b|(?:موصول|معلوم|درج) نہیں",
    re.IGNORECASE,
)
_SIGN = r"[\"'“”‘’(]*(?:nill?|dash(?:es)?|hyphens?|[-–—])[\"'“”‘’)]*"
#: "- and nil both mean that nobody came"; of none that was reported nobody knows.
_NOBODY = re.compile(
    rf"(?:^|[;:.,|]|\b(?:a|an|the|any|note|where))\s*"
    rf"(?P<signs>{_SIGN}(?:\s*(?:and|or|[,/&])\s*(?:an? |the )?{_SIGN})*)"
    r"(?:\s+(?:both|all|here|sign))*\s*(?:=|\b(?:means?|is|are|denotes?|stands? for|shows?"
    r"|indicates?)\b)\s*(?:that\s+)?(?:(?:nobody|no[ -]?one|none|zero|0|no (?:participants?"
    r"|persons?|people|members?|officers?|officials?))\b(?: (?:came|attended|participated|joined"
    r"|(?:was|were) (?:present|trained)))?)\s*(?=$|[.;,|)])",
    re.IGNORECASE,
)


def without_dashes(
    sheet: Sheet, mapping: ColumnMapping, unheld: pd.Series
) -> tuple[Sheet, pd.Index]:
    """Return a sheet whose dashes among counts are 0 or blank, and the rows of which nobody knows.

    They are what was said of the layout; else 0 where a text beside says that they mean nobody,
    and in a row, or a column, whose total is the sum without them. A dash for the number of
    trainings is 0 where the row counts nobody, and any beside what was not held: ``unheld`` tells
    it of each row.
    """
    places = [] if mapping.kind == PERSONS else mapping.positions(*COUNT_FIELDS)
    dashes = {n: by_text(sheet.cells[n], is_dash, "bool") for n in places}
    if not any(own.any() for own in dashes.values()):
        return sheet, sheet.cells.index[:0]
    means = mapping.dashes if mapping.dashes in (ZERO, BLANK) else None
    known, noted = dashes, _said_of_nobody(sheet.beside)
    if means is None:
        in_rows = _add_up_without(sheet, mapping, dashes)
        in_columns = _columns_proven(sheet, mapping, dashes)
        none = _none_in_words(sheet, mapping, dashes)
        known = {n: own & (in_rows | none | (n in in_columns) | _are_noted(sheet.cells[n], noted))
                 for n, own in dashes.items()}  # fmt: skip
    cells = sheet.cells.copy()
    for n, own in dashes.items():
        cells[n] = cells[n].mask(own & unheld, "0")
    for n, own in known.items():
        cells[n] = cells[n].mask(own, "" if means == BLANK else "0")
    place = mapping.position("summarises")
    if place is not None:
        nobody = pd.concat([by_text(cells[n], _is_nobody, "bool") for n in places], axis=1)
        none = by_text(cells[place], is_dash, "bool") & nobody.all(axis=1)
        cells[place] = cells[place].mask(none, "" if means == BLANK else "0")
    some = any(own.any() for own in known.values())
    words = OF_NOTE if noted and means is None else SAID[means]
    whole = sheet.with_cells(cells, words.format(where=sheet.where)) if some else sheet
    untold = [own & unheld & ~known[n] for n, own in dashes.items()]
    if any(own.any() for own in untold):
        whole = whole.with_cells(cells, OF_UNHELD.format(where=sheet.where))
    open_cells = pd.concat([dashes[n] & ~known[n] & ~unheld for n in places], axis=1).any(axis=1)
    return whole, sheet.cells.index[open_cells]


def _said_of_nobody(texts: Iterable[str]) -> frozenset[bool]:
    """Return of which signs texts say that nobody came: True of "nil", False of other dashes."""
    signs = [found["signs"] for text in texts for found in _NOBODY.finditer(text)]
    return frozenset(_is_word(sign) for one in signs for sign in re.findall(_SIGN, one, re.I))


def _are_noted(cells: pd.Series, noted: Collection[bool]) -> pd.Series:
    """Tell which dashes of a column are of those that a text explains."""
    return by_text(cells, lambda text: is_dash(text) and is_nil(text) in noted, "bool")


def _is_word(sign: str) -> bool:
    return "nil" in sign.casefold()


def _is_nobody(text: str) -> bool:
    return in_latin_digits(text).strip() in ("", "0")


def _columns_proven(
    sheet: Sheet, mapping: ColumnMapping, dashes: Mapping[int, pd.Series]
) -> list[int]:
    """Return the places of columns whose totals are the sums of the numbers without the dashes."""
    cells = sheet.cells
    blank = pd.DataFrame(
        {n: by_text(cells[n], lambda text: not text.strip(), "bool") for n in cells},
        index=cells.index,
    )
    totals = rows_of_totals(cells, blank, mapping, sheet.offered)
    is_sum = np.asarray(cells.index.isin(totals))
    return [
        n
        for n, own in dashes.items()
        if own.any() and are_sums(cells[n].mask(own, "0"), is_sum & ~own.to_numpy())
    ]


def _none_in_words(
    sheet: Sheet, mapping: ColumnMapping, dashes: Mapping[int, pd.Series]
) -> pd.Series:
    """Tell which rows say with a word that there is none, beside a number that says who came.

    None of the total is of the one sex beside it, or none of one sex came and some of the other;
    or to the one training of all rows none came of an agency, or of a district.
    """
    total, sexes = mapping.position("participants_total"), mapping.positions(*COUNT_COLUMNS[:2])
    none = pd.Series(False, index=sheet.cells.index)
    if any(map(_UNTOLD.search, (*sheet.header, *sheet.beside))):
        return none
    untold = none.copy()
    for n in sheet.cells:
        untold |= says(sheet.cells[n], lambda text: bool(_UNTOLD.search(text)))
    if mapping.kind == GROUPS and [*dashes] == [total] and _is_of_one_training(sheet, mapping):
        return by_text(sheet.cells[total], is_nil, "bool") & ~untold
    pairs = [(n, total) for n in sexes] if len(sexes) == 1 else [sexes, sexes[::-1]]
    for n, other in pairs if len(dashes) == 2 and {*dashes} == {*sexes, total} - {None} else ():
        some = whole_numbers(by_text(sheet.cells[other], one_number), LARGEST)[0] > 0
        none |= by_text(sheet.cells[n], is_nil, "bool") & some.fillna(False).astype("bool")
    return none & ~untold


def _is_of_one_training(sheet: Sheet, mapping: ColumnMapping) -> bool:
    """Tell whether no column has two texts that tell trainings apart, and one has a text."""
    told = mapping.positions(*TOLD_BY)
    texts = [{text.strip() for text in sheet.cells[n].unique().tolist()} - {""} for n in told]
    return bool(texts) and all(len(one) < 2 for one in texts)


def _add_up_without(
    sheet: Sheet, mapping: ColumnMapping, dashes: Mapping[int, pd.Series]
) -> pd.Series:
    """Tell which rows have a dash, and a total that is the sum of their other numbers."""
    total = mapping.position("participants_total")
    none = pd.Series(False, index=sheet.cells.index)
    if total is None or len(dashes) < 2:
        return none
    read = {n: whole_numbers(sheet.cells[n], LARGEST)[0] for n in dashes}
    parts = [n for n in dashes if n != total]
    sums = pd.concat([read[n].fillna(0) for n in parts], axis=1).sum(axis=1)
    written = pd.concat([read[n].notna() | dashes[n] for n in parts], axis=1).all(axis=1)
    dashed = pd.concat([dashes[n] for n in parts], axis=1).any(axis=1)
    agrees = (read[total] == sums).fillna(False).astype("bool")
    return none | (dashed & written & agrees & ~dashes[total])
