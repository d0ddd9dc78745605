"""Texts below a list on who of it was absent, and totals that are of all its rows."""

import re
from collections.abc import Sequence

import pandas as pd

from data.records.distinct import by_text, filled_cells, filled_texts
from data.sheets.fields import PRESENCE
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.words.absence import (
    number_absent,
    numbers_absent,
    says_absent,
    says_some_absent,
)
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.names.names_of_who_came import is_planned
from data.sheets.words.told.hidden_rows_noted import says_hidden_are_absent
from data.understanding import contents
from data.understanding.layout.titles.signatures_below import FEW_CELLS

#: "Total participants: 10 (Male 7, Female 3)", "Total trained = 10".
_COUNTED = re.compile(r"(?:grand )?total\b[^\d,;(]{0,30}(\d{1,4})\b", re.IGNORECASE)
#: "The following members attended the training", "List of members who attended".
_THESE_CAME = re.compile(
    r"\b(?:(?:the )?following|under ?-?(?:mentioned|noted)|mentioned below|these"
    r"|(?:list|names|details?) of)\b[^.;]{0,90}?(?<!not )(?<!to be )"
    r"\b(?:attended|participated|joined|took part|came|(?:was|were) (?:present|trained))\b",
    re.IGNORECASE,
)


def counts_all(sheet: Sheet, filled: pd.DataFrame) -> bool:
    """Tell whether a total below a list, "Total participants: 10", is of all its rows."""
    few = filled.sum(axis=1) < FEW_CELLS
    texts = (" ".join(" ".join(row).split()) for row in sheet.cells[few].to_numpy())
    told = [found for text in texts if (found := _COUNTED.match(text))]
    if not told:
        return False
    listed = (~few & ~say_total(sheet.cells)).sum()
    return any(int(found[1]) == listed for found in told)


def says_who_was_absent(sheet: Sheet, cells: Sequence[str]) -> bool:
    """Tell whether a note says that somebody did not come, and neither it nor a column says who.

    It stays among the rows, and is a problem there: else whoever it means would be counted. As
    many of whom cells say so, in a remark, are those whom it means; and where the text above says
    that those below it came, these are others.
    """
    text = " ".join(cells)
    if any(_THESE_CAME.search(one) and not is_planned(one) for one in sheet.above):
        return False
    if not says_some_absent(text) or numbers_absent(text) or says_hidden_are_absent(text):
        return False
    rows = sheet.cells[filled_cells(sheet.cells).sum(axis=1) >= FEW_CELLS]
    marked = [by_text(rows[n], says_absent, "bool") for n in rows]
    if number_absent(text) == int(pd.concat(marked, axis=1).any(axis=1).sum()):
        return False
    return not any(
        contents.contents_of(sheet.cells[n]) == contents.PRESENCE or _counts_days(sheet, n)
        for n in range(len(sheet.header))
    )


def _counts_days(sheet: Sheet, place: int) -> bool:
    """Tell whether a column counts on how many days each came, some of them on none."""
    texts = {text.strip() for text in filled_texts(sheet.cells[place])}
    called = guessed_field(sheet.header[place]) == PRESENCE
    return called and "0" in texts and all(map(str.isdecimal, texts))
