"""Columns under "During the month" beside those under "Cumulative": the period's own are counted.

Two rows of names give the same name under each. Under the period it is called by itself; columns
that add up earlier periods keep their long names, and are left out as such.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from data.records.calendar.months import is_month, read_month, read_quarter
from data.records.distinct import by_text
from data.records.personal_data import safe_name
from data.records.problems.of_rows import NOT_OF_WHOLE
from data.records.rules import whole_numbers
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.split_days import MONTHS_OF
from data.sheets.totals.total_rows import LARGEST
from data.sheets.totals.total_words import is_total
from data.sheets.totals.wrong_totals import are_sums
from data.sheets.words.names.name_words import is_before, is_cumulative
from geo.words.catalogue import _

_NOW = re.compile(
    r"(?:(?:during|for|in|of|the|this|current|reporting) )+(?:reporting |current |same )*"
    r"(?:month|quarter|period|fortnight|week|half year)(?: under (?:report|review))?(?: of)?"
    r"|(?:during|for|in) (?=[a-z]+ \d{4}\b)"
)
_MONTH = re.compile(r" ?(?P<month>[a-z]+(?: \d{2,4})?)\b")
_TOLD = (*COUNT_FIELDS, "summarises")


def with_this_period(sheet: Sheet) -> Sheet:
    """Return a sheet whose columns of its own period are called plainly.

    A row has a fault where a number of it is more than that of all periods, or these are not the
    sum of those before and of this one.
    """
    now = _named(sheet, [_of_this_period(name) for name in sheet.header])
    if not now:
        return sheet
    sums = [n for n, name in enumerate(sheet.header) if is_cumulative(name) or is_before(name)]
    faults = [(row, n, NOT_OF_WHOLE) for n, rest in now.items()
              for row in sheet.cells.index[_differ(sheet, n, rest, sums)]]  # fmt: skip
    words = _("{where}: left out, as they add up other periods: {names}.")
    left = ", ".join(safe_name(sheet.header[n]) for n in sums)
    said = (words.format(where=sheet.where, names=left),) if sums else ()
    more = pd.DataFrame(faults, columns=["row", "position", "kind"])
    whole = sheet.renamed({n: rest.capitalize() for n, rest in now.items()}).noted(*said)
    if not faults:
        return whole
    return replace(whole, faults=pd.concat([sheet.faults, more], ignore_index=True))


def _of_this_period(name: str) -> str:
    """Return a name without the words of the period of a report; blank where it has none."""
    bare = plain(name)
    found = _NOW.search(bare)
    if found is None or is_cumulative(name) or is_before(name):
        return ""
    after = bare[found.end() :]
    month = _MONTH.match(after)
    if month and is_month(month["month"]):
        after = after[month.end() :]
    return " ".join(f"{bare[: found.start()]} {after}".split())


def _named(sheet: Sheet, rests: Sequence[str]) -> dict[int, str]:
    """Return by place the names that are known alone, and that no other column has."""
    there = [plain(name) for name in sheet.header]
    known = {n: rest for n, rest in enumerate(rests) if rest and field_of_name(rest) in _TOLD}
    several = [*there, *known.values()]
    return {n: rest for n, rest in known.items() if several.count(rest) == 1 or there[n] == rest}


def _differ(sheet: Sheet, n: int, rest: str, sums: Sequence[int]) -> pd.Series:
    """Tell which rows have a number of this period that is not in those of all, of one name."""
    same = [one for one in sums if f" {plain(sheet.header[one])}".endswith(f" {rest}")
            or plain(sheet.header[one]).startswith(f"{rest} ")]  # fmt: skip
    whole = [one for one in same if not is_before(sheet.header[one])]
    before = [one for one in same if one not in whole]
    if len(whole) != 1:
        return pd.Series(False, index=sheet.cells.index)
    own, said = (whole_numbers(sheet.cells[one], LARGEST)[0] for one in (n, whole[0]))
    if len(before) == 1:
        earlier = whole_numbers(sheet.cells[before[0]], LARGEST)[0]
        return (own + earlier != said).fillna(False).astype("bool")
    return (own > said).fillna(False).astype("bool")


def with_sums_of_quarters(sheet: Sheet) -> Sheet:
    """Return a sheet whose quarters among months are called totals, where they are their sums.

    Each column of numbers must have there the sum of the rows above it, or of those since the
    quarter before; a quarter that is none stays a row of its own.
    """
    for n, name in enumerate(sheet.header):
        if plain(name) not in MONTHS_OF:
            continue
        texts = sheet.cells[n].str.strip()
        quarters = by_text(texts, lambda text: read_quarter(text) is not None, "bool")
        months = by_text(texts, lambda text: read_month(text) is not None, "bool")
        if not quarters.any() or months.sum() < 2:
            continue
        sums = (quarters | by_text(texts, is_total, "bool")).to_numpy()
        numbers = [sheet.cells[one] for one in sheet.cells if one != n
                   and not whole_numbers(sheet.cells[one], LARGEST)[1].any()]  # fmt: skip
        if numbers and all(are_sums(one, sums) for one in numbers):
            texts = texts.where(~quarters, texts + " total")
            words = _("{where}: quarters are the sums of their months, and left out.")
            sheet = sheet.with_texts(n, texts, words.format(where=sheet.where))
    return sheet
