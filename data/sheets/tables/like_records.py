"""Rows that are left out for how they look, and yet look as the records beside them do."""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain, repeat

import pandas as pd

from data.records.problems.of_rows import LIKE_RECORD
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, PLACE_FIELDS, RUNNING_NUMBER
from data.sheets.sheet import Sheet
from data.sheets.totals.total_words import is_total
from data.sheets.words.cell_values import kind_of
from data.sheets.words.names.name_words import guessed_field

_NAME = "name_of_person"
#: Of which columns the cells tell whose a row is.
_WHOSE = (_NAME, "sex", *AGENCY_FIELDS, *PLACE_FIELDS)
#: So many of them a record has beside its number, and so many without one.
NUMBERED, UNNUMBERED = 2, 3


def left_out(sheet: Sheet, rows: pd.Index, reason: str) -> Sheet:
    """Return a sheet without rows that by their looks hold no record.

    One that looks as the others do stays, as a problem: a note, a title or a total has no number
    of a list, and no name, agency and place beside it.
    """
    if rows.empty:
        return sheet
    written = sheet.written
    fields = fields_told(name for n, name in enumerate(sheet.header) if n not in sheet.offered)
    values = [{*own.unique()} for __, own in written.drop(index=rows).items()]
    told = (looks_so(texts, fields, values) for texts in written.loc[rows].to_numpy().tolist())
    like = rows[list(told)]
    return sheet.without(rows.difference(like), reason).with_faults(like, LIKE_RECORD)


def fields_told(names: Iterable[str]) -> tuple[str | None, ...]:
    """Return the fields that names of columns are, or may mean."""
    return tuple(field_of_name(name) or guessed_field(name) for name in names)


def looks_so(
    texts: Sequence[str], fields: Sequence[str | None], values: Sequence[Collection[str]] = ()
) -> bool:
    """Tell whether the texts of a row are those of a record, whose columns are of some fields.

    ``values`` are what other rows have in each; an agency or a place is known without them.
    """
    told, numbered = 0, False
    for field, text, own in zip(fields, texts, chain(values, repeat(())), strict=False):
        if field == RUNNING_NUMBER:
            numbered |= text.strip(" .)").isdecimal()
        elif field in _WHOSE and text.strip() and not is_total(text):
            named = field == _NAME and len(text.split()) > 1 and not any(map(str.isdigit, text))
            told += bool(named or kind_of(text) or text in own)
    return told >= (NUMBERED if numbered else UNNUMBERED)
