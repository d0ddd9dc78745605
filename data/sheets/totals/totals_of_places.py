"""A row of a division or range that sums up the districts above it: a total without its word."""

import re
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import pandas as pd

from data.records.distinct import says
from data.records.personal_data import safe_name
from data.records.rules import whole_numbers
from data.records.sought_words import any_of, only_with
from data.sheets.field_names import field_of_name
from data.sheets.fields import RUNNING_NUMBER, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST, say_total
from geo.districts import gazetteer
from geo.names.known_names import place_names
from geo.names.match_result import province_names
from geo.words.catalogue import _

#: What is larger than a district, behind its name or before it.
_KINDS = r"(?:division|divn|region|range|zone|circle|province|ڈویژن|ریجن|رینج|زون)"
_LARGER = re.compile(
    rf"(?:overall |whole |entire |all )?(?:(?P<name>.+) {_KINDS}|{_KINDS}(?: of)? (?P<behind>.+))"
)
_ANY = re.compile(rf"\b{_KINDS}\b", re.IGNORECASE)
#: One without a name is of all above it: "Region".
_WHOLE = re.compile(rf"(?:(?:overall|whole|entire|all|the|پورا|کل) )?{_KINDS}s?|whole province")
#: Fewer rows than this are summed up by nothing: a division may have the number of one district.
LEAST_ROWS = 2


def with_totals_of_places(sheet: Sheet) -> Sheet:
    """Return a sheet whose rows of larger places say that they are totals, where they sum up.

    Each number of such a row is the sum of the rows between it and the total above it, or of all
    above it, or of those under it up to the next; none of those is of a larger place itself.
    """
    totals = dict(_totals(sheet))
    if not totals:
        return sheet
    cells = sheet.cells.copy()
    written = {(row, n): str(cells.loc[row, n]).strip() for row, n in totals.items()}
    for (row, n), text in written.items():
        cells.loc[row, n] = f"Total {text}"
    words = _("{where}: the sum of the rows beside it, and no record: {names}.")
    names = ", ".join(sorted(map(safe_name, {*written.values()})))
    return sheet.with_cells(cells, words.format(where=sheet.where, names=names))


def _totals(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Yield the rows of larger places that sum up others, and the column that names the place."""
    told = {n: _larger(sheet.cells[n]) for n in sheet.cells}
    if not any(own.any() for own in told.values()):  # as in most tables
        return
    larger = pd.DataFrame(told, index=sheet.cells.index)
    found = larger.index[larger.sum(axis=1) == 1]
    # Where several stand under one another, they are the records.
    if not len(found) or (larger.sum() * 2 > len(sheet.cells)).any():
        return
    counted = [n for n, name in enumerate(sheet.header) if field_of_name(name) != RUNNING_NUMBER]
    read = {n: whole_numbers(sheet.cells[n], LARGEST)[0] for n in counted}
    numbers = pd.DataFrame(read, index=sheet.cells.index)
    is_sum = (say_total(sheet.cells) | larger.any(axis=1)).to_numpy()
    for row in found:
        place = int(sheet.cells.index.get_indexer(pd.Index([row]))[0])
        named = int(larger.loc[row].to_numpy().argmax())
        own = numbers.loc[row].dropna()
        before = np.flatnonzero(is_sum[:place])
        starts = {0, int(before[-1]) + 1 if len(before) else 0}
        after = np.flatnonzero(is_sum[place + 1 :])
        end = place + 1 + int(after[0]) if len(after) else len(is_sum)
        parts = [numbers.iloc[start:place][~is_sum[start:place]] for start in starts]
        parts.append(numbers.iloc[place + 1 : end])
        sums = [one[own.index].fillna(0).sum() for one in parts if len(one) >= LEAST_ROWS]
        if own.sum() > 0 and any((one == own).all() for one in sums):
            yield int(row), named


@lru_cache(maxsize=1)
def _provinces() -> frozenset[str]:
    """Return the names of provinces, but for those that districts share."""
    names = {*province_names().values()} - {*gazetteer.names().values()}
    return frozenset(name.casefold() for name in names) | {"kp", "kpk", "ajk", "gb"}


def _larger(cells: pd.Series) -> np.ndarray:
    """Tell which texts of a column are larger places; one of provinces alone has its own."""
    larger, provinces = says(cells, _is_larger), says(cells, _is_province)
    return larger | provinces if provinces.sum() * 2 <= len(cells) else larger


@only_with(lambda: rf"^[ .:-]*{any_of(_provinces())}[ .:-]*$")
def _is_province(text: str) -> bool:
    return text.strip(" .:-").casefold() in _provinces()


@only_with("division|divn|region|range|zone|circle|province")
def _is_larger(text: str) -> bool:
    """Tell whether a text is a place larger than a district, and no more: "Kohat Division"."""
    if not _ANY.search(text):  # most texts are spelt out for nothing
        return False
    bare = plain(text)
    found = _LARGER.fullmatch(bare)
    named = found is not None and (found["name"] or found["behind"]) in place_names()
    return named or _WHOLE.fullmatch(bare) is not None
