"""Women as a share of all who came, in percent -> their number, where only one number has it."""

import re
from fractions import Fraction
from math import ceil, floor

import pandas as pd

from data.records.personal_data import safe_name
from data.records.rules import in_latin_digits, whole_numbers
from data.sheets.field_names import is_share
from data.sheets.fields import plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.names.names_of_sexes import sex_counted
from data.sheets.words.names.names_of_who_came import COUNTED, PEOPLE, SEXES
from geo.words.catalogue import _

#: Words of a share of one sex among all who came, and of no target or budget.
_OF_ALL = {*SEXES, *COUNTED, *PEOPLE, "percent", "percentage", "pct", "share", "proportion", "of",
           "the", "in", "all", "among", "total", "فیصد"}  # fmt: skip
_PERCENT = re.compile(r"\s*(?P<whole>\d{1,3})(?:\.(?P<part>\d{1,2}))?\s*[%٪]?\s*")


def with_numbers_of_shares(sheet: Sheet) -> Sheet:
    """Return a sheet in which a share of women, or of men, is their number, which is said.

    Each row has one number of all who came of which only one number of them is that share, and no
    other column tells a sex.
    """
    if (n := share_of_sex(sheet)) is None:  # as in most tables
        return sheet
    totals = [place for place, name in enumerate(sheet.header) if _counts_all(sheet, place, name)]
    if len(totals) != 1:
        return sheet
    everybody, __ = whole_numbers(sheet.cells[totals[0]], LARGEST)
    pairs = zip(sheet.cells[n].tolist(), everybody.tolist(), strict=True)
    numbers = pd.Series([_number(share, whole) for share, whole in pairs], sheet.cells.index, "str")
    records = everybody.notna() & ~say_total(sheet.written)
    if not records.any() or (numbers[records] == "").any():
        return sheet
    name = sheet.header[n]
    words = _("{where}: the shares in {column} are read as numbers of those beside them.")
    said = words.format(where=sheet.where, column=safe_name(name))
    return sheet.renamed({n: sex_counted(name)}).with_texts(n, numbers, said)


def share_of_sex(sheet: Sheet) -> int | None:
    """Return the one column that tells a sex, as a share of all who came; else None."""
    told = [n for n, name in enumerate(sheet.header) if sex_counted(name)
            or sheet.fields[n] == "sex"]  # fmt: skip
    if len(told) != 1 or not is_share(name := sheet.header[told[0]]):
        return None
    return told[0] if {*plain(name).split()} <= _OF_ALL else None


def _counts_all(sheet: Sheet, n: int, name: str) -> bool:
    return (sheet.fields[n] or guessed_field(name)) == "participants_total" and not is_share(name)


def _number(share: str, everybody: int | None) -> str:
    """Return how many of all are a share of them, rounded as it is; blank where several may be."""
    found = _PERCENT.fullmatch(in_latin_digits(share))
    if found is None or pd.isna(everybody):
        return ""
    digits = found["part"] or ""
    percent = Fraction(int(found["whole"] + digits), 10 ** len(digits))
    half = Fraction(1, 2 * 10 ** len(digits))
    least = max(ceil((percent - half) * everybody / 100), 0)
    most = min(floor((percent + half) * everybody / 100), everybody)
    return str(least) if least == most else ""
