"""Rows under a header that hold no record: titles and labels between the others."""

import re
from collections.abc import Sequence

import pandas as pd

from data.records.calendar.dates import is_day
from data.records.calendar.months import is_month
from data.records.distinct import filled_cells, filled_texts
from data.sheets.field_names import field_of_name
from data.sheets.fields import RUNNING_NUMBER
from data.sheets.sheet import Sheet
from data.sheets.totals.total_words import is_total
from data.sheets.words.day_numbers import DAY_NUMBER
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.not_participants import NOT_OF_THEM
from data.understanding import contents
from data.understanding.layout.titles.absence_noted import counts_all, says_who_was_absent
from data.understanding.layout.titles.blocks import TRAINING
from data.understanding.layout.titles.headings import DIVISION, dated_headings
from data.understanding.layout.titles.signatures_below import (
    is_text,
)
from data.understanding.layout.titles.title_texts import DATE, LABELLED, NOTE, is_labelled

_DISTRICT = re.compile(r"\b(?:district|distt?|zill?a)\b|ضلع", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|with|not|except)\b", re.IGNORECASE)


def rows_of_titles(sheet: Sheet) -> dict[int, str]:
    """Return the rows under the header that hold one text, where no record begins so."""
    filled = filled_cells(sheet.cells)
    alone = filled.index[filled.sum(axis=1) == 1]
    if filled.shape[1] < 3:
        return dated_headings(sheet, alone)
    labelled = _labelled_rows(sheet, filled)
    if not len(alone):
        return labelled
    fields = [field_called(name) for name in sheet.header]
    serial = fields.index(RUNNING_NUMBER) if RUNNING_NUMBER in fields else None
    last = filled.index[filled.sum(axis=1) > 1].max()
    all_counted = counts_all(sheet, filled)
    # A district alone that begins a list of numbered persons, and others like it, are no names.
    numbered = serial is not None and filled[serial][filled.sum(axis=1) > 1].all()
    numbered = numbered and alone[0] == filled.index[0]
    of_bodies = numbered and _are_bodies(sheet, filled, fields)
    titles = {}
    for row in alone:
        place = int(filled.loc[row].to_numpy().argmax())
        text = " ".join(sheet.cells.loc[row, place].split())
        noted = fields[place] == "name_of_person" and NOTE.match(text)
        home = contents.is_district(text) and (numbered or _DISTRICT.search(text))
        first = place in (0, serial) or DIVISION.search(text) or noted
        others = fields[place] == "name_of_person" and NOT_OF_THEM.search(text) is not None
        # "B. FIA" over those of it, who are numbered.
        over = home or (of_bodies and _is_body(text))
        first = first or others or (over and fields[place] == "name_of_person")
        if not first or not is_text(text) or is_total(text):
            continue
        if row > last and not all_counted and says_who_was_absent(sheet, [text]):
            continue  # no heading, as nobody stands under it
        in_names = fields[place] == "name_of_person"
        if in_names and not (
            over
            or others
            or TRAINING.search(text)
            or NOTE.match(text)
            or any(map(str.isdigit, text))
        ):
            continue  # a person of whom nothing else is known
        titles[int(row)] = text
    return titles | labelled


def _are_bodies(sheet: Sheet, filled: pd.DataFrame, fields: Sequence[str | None]) -> bool:
    """Tell whether each text alone among the names is of a body or a place, or is a note or a sum.

    Where another, as "B. Guests", stands there, those under it would be of the body before.
    """
    names = [n for n, one in enumerate(fields) if one == "name_of_person"]
    alone = filled.sum(axis=1) == 1
    texts = [text for n in names for text in filled_texts(sheet.cells[n][alone])]
    return all(
        _is_body(text) or contents.is_district(text) or is_total(text) or NOTE.match(text)
        for text in texts
    )


def _is_body(text: str) -> bool:
    """Tell whether a text is an agency, and not by whom something was held."""
    return not _BY.search(text) and contents.is_agency(text)


def field_called(name: str) -> str | None:
    """Return the field of a column by its name, which may call persons otherwise than any list."""
    of_persons = "name_of_person" if guessed_field(name) == "name_of_person" else None
    return field_of_name(name) or of_persons


def _labelled_rows(sheet: Sheet, filled: pd.DataFrame) -> dict[int, str]:
    """Return the rows of which each of two or three cells is a label and its value.

    Or of a day beside its number or label, under no column of days: "Day-2 | 10 October 2023".
    Days under months are each of its own.
    """
    titles, dated = {}, "date_start" in map(field_called, sheet.header)
    for row in filled.index[filled.sum(axis=1).between(2, 3)]:
        cells = [" ".join(text.split()) for text in sheet.cells.loc[row] if text.strip()]
        of_day = not dated and all(map(is_day, cells[1:])) and not _are_under_months(sheet, row)
        label = f"{cells[0].rstrip(' :')}: {', '.join(cells[1:])}"
        if of_day and LABELLED[DATE].match(label):
            titles[int(row)] = label
        elif (of_day and DAY_NUMBER.fullmatch(cells[0])) or all(map(is_labelled, cells)):
            titles[int(row)] = "; ".join(cells)
    return titles


def _are_under_months(sheet: Sheet, row: int) -> bool:
    """Tell whether several days of a row stand under columns that are called by months."""
    texts = map(str, sheet.cells.loc[row])
    called = [name for name, text in zip(sheet.header, texts, strict=True) if is_day(text)]
    return len(called) > 1 and all(any(map(is_month, name.split())) for name in called)
