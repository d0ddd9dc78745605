"""A list of persons with a column for each agency, one of which each ticks -> one of agencies."""

from collections.abc import Mapping

import pandas as pd

from data.records.distinct import by_text
from data.records.personal_data import safe_name
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.words.count_words import is_dash
from data.sheets.words.presence import NO_SIGNS, mark
from data.understanding.layout.crossed.crossed_columns import AGENCY, Crossed
from geo.words.catalogue import _


def with_agencies_ticked(sheet: Sheet, crossed: Mapping[int, Crossed]) -> Sheet:
    """Return a list with the agencies that are ticked, in one column; rows stay as they are.

    Of whoever ticked none it is blank; of whoever ticked several it is all of them, for somebody
    to say which. A sign for no is a tick where no other sign is used.
    """
    texts = pd.DataFrame({n: sheet.cells[n].str.strip() for n in crossed})
    texts = texts.mask(say_total(sheet.cells), "")
    filled = (texts != "") & ~texts.apply(lambda column: by_text(column, is_dash, "bool"))
    refused = texts.apply(lambda column: by_text(column, lambda text: mark(text) is False, "bool"))
    ticked = filled & ~refused
    if not ticked.to_numpy().any():
        ticked = texts.isin(list(NO_SIGNS))
    values = [one.value for one in crossed.values()]
    told = [" / ".join(value for value, own in zip(values, row, strict=True) if own)
            for row in ticked.to_numpy().tolist()]  # fmt: skip
    kept = [n for n in range(len(sheet.header)) if n not in crossed]
    column = pd.Series(told, index=sheet.cells.index, dtype="str")
    named = ", ".join(safe_name(sheet.header[n]) for n in list(crossed)[:3])
    words = _("{where}: the agency of each person is that of the column ticked ({names}).")
    said = words.format(where=sheet.where, names=named)
    return sheet.only(kept).with_columns([(AGENCY, column, "")]).noted(said)
