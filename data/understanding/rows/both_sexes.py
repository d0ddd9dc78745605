"""Rows of both sexes beside one of women and one of men: sums, which are counted no second time."""

import pandas as pd

from data.records.distinct import by_text
from data.records.rules import whole_numbers
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, RUNNING_NUMBER, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import ENOUGH_PEOPLE, LARGEST, TOTAL_ROW
from data.sheets.totals.total_words import is_total
from data.sheets.words.names.name_words import guessed_field
from data.understanding import contents

_BOTH = frozenset(["both", "both sexes", "both sex", "both genders", "all", "all sexes", "m f",
                   "f m", "male female", "female male", "men women", "women men", "dono",
                   "donon", "دونوں", "combined"])  # fmt: skip
_COUNTED = (*COUNT_FIELDS, RUNNING_NUMBER)


def without_sums_of_sexes(sheet: Sheet) -> Sheet:
    """Return a sheet without the rows that say "Both", and sum up those of each sex beside them.

    Beside them are the rows that say the same in all columns but of the sex and the number. A row
    that is not their sum stays, and what it is of is a problem.
    """
    sexes = [n for n, name in enumerate(sheet.header) if field_of_name(name) == "sex"]
    counted = [n for n, name in enumerate(sheet.header)
               if {field_of_name(name), guessed_field(name)} & {*_COUNTED}
               and contents.contents_of(sheet.cells[n]) == contents.NUMBERS]  # fmt: skip
    if len(sexes) != 1 or len(counted) != 1:
        return sheet
    of_both = by_text(sheet.cells[sexes[0]], _is_of_both, "bool")
    letters = by_text(sheet.cells[sexes[0]], lambda text: plain(text) == "t", "bool")
    numbers, unread = whole_numbers(sheet.cells[counted[0]], LARGEST)
    of_both |= letters
    if not of_both.any() or of_both.all():
        return sheet
    told = [n for n in sheet.cells if n not in (*sexes, *counted)
            and contents.contents_of(sheet.cells[n]) != contents.RUNNING]  # fmt: skip
    keys = pd.Series([*map(tuple, sheet.cells[told].to_numpy())], index=sheet.cells.index)
    sound = ~of_both & ~unread & numbers.notna()
    sums = numbers[sound].groupby(keys[sound]).sum()
    doubted = {*keys[~of_both & unread]}
    right = of_both & (numbers == keys.map(sums)).fillna(False).astype("bool")
    right &= ~keys.isin(doubted)
    if not right[letters].all() or numbers[letters].fillna(0).sum() < ENOUGH_PEOPLE:
        right &= ~letters  # T is of transgender people, too
    return sheet.without(sheet.cells.index[right], TOTAL_ROW)


def _is_of_both(text: str) -> bool:
    return plain(text) in _BOTH or is_total(text)
