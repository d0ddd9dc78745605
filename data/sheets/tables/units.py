"""Rows under a header that number its columns, or tell the units of what stands in them."""

import re
from collections.abc import Sequence

from data.records.rules import in_latin_digits
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, RUNNING_NUMBER, plain

_COLUMN_NUMBER = re.compile(r"\(?(\d{1,3})\)?(?=$|\s*[=(])")
UNIT = re.compile(r"\([^()\d]{1,30}\)")
_UNITS = frozenset(["no", "nos", "number", "numbers", "text", "date", "dd mm yyyy", "dd mm yy",
                    "percent", "rs", "pkr", "تعداد"])  # fmt: skip


def numbers_columns(row: Sequence[str], names: Sequence[str]) -> bool:
    """Tell whether a row counts the columns from 1 on, also those that hold no numbers."""
    filled = [n for n, cell in enumerate(row) if cell]
    counted = [_COLUMN_NUMBER.match(in_latin_digits(row[n])) for n in filled]
    numbers = [int(found[1]) if found else 0 for found in counted]
    fields = [field_of_name(names[n]) for n in filled if n < len(names)]
    of_texts = {*fields} - {*COUNT_FIELDS, RUNNING_NUMBER, None}
    return len(filled) > 2 and bool(of_texts) and numbers == list(range(1, len(filled) + 1))


def is_units(row: Sequence[str]) -> bool:
    """Tell whether a row holds nothing but units and hints, such as (No.) and (dd-mm-yyyy)."""
    cells = [cell for cell in row if cell]
    return len(cells) > 1 and all(
        UNIT.fullmatch(cell) is not None or plain(cell) in _UNITS for cell in cells
    )
