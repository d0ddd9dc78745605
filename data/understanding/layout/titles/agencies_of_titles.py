"""The agency whose people the title of each training says that it was given to."""

import re

import pandas as pd

from data.records.distinct import blank_column, by_text
from data.sheets.fields import AGENCY_FIELDS, field_of_name
from data.sheets.sheet import Sheet
from data.sheets.total_rows import say_total
from data.sheets.words.name_words import guessed_field
from data.understanding.layout.titles.agencies_above import group_above

#: Who spoke, and not who listened: "Session for students by police officers".
_SPOKE = re.compile(
    r"(?<!attended )(?<!joined )(?<!completed )(?<!undergone )(?<!availed )\bby\b", re.IGNORECASE
)


def of_titles(sheet: Sheet) -> tuple[int | None, pd.Series]:
    """Return the column of titles that say of which agency the participants are, and the agencies.

    Blank where a title tells none; so are all where a column may tell whose people came.
    """
    fields = [field_of_name(name) or guessed_field(name) for name in sheet.header]
    blank = blank_column(sheet.cells.index)
    if {*AGENCY_FIELDS} & {*fields} or fields.count("title") != 1:
        return None, blank
    n = fields.index("title")
    told = by_text(sheet.cells[n], _group_of)
    return (n, told) if (told != "").any() else (None, blank)


def title_of_all(sheet: Sheet) -> tuple[str, ...]:
    """Return a title beside posts, where each of the titles says one and the same agency."""
    fields = [field_of_name(name) for name in sheet.header]
    if fields.count("title") != 1 or "designation" not in fields:
        return ()
    titles = sheet.cells[fields.index("title")][~say_total(sheet.cells)].unique().tolist()
    told = {_group_of(title) for title in titles}
    return (titles[0],) if len(told) == 1 and told != {""} else ()


def _group_of(title: str) -> str:
    return "" if _SPOKE.search(title) else group_above([title])
