"""Rows under a header that hold no record: titles and labels between them, and notes below."""

from collections.abc import Collection, Sequence

import pandas as pd

from data.sheets.fields import RUNNING_NUMBER, field_of_name
from data.sheets.sheet import Sheet
from data.sheets.total_rows import is_total
from data.understanding.layout.titles.headings import TRAINING
from data.understanding.layout.titles.title_texts import LABELLED, NOTE, SIGNED

#: Fewer rows of a list than this part have no number of their own where they are none of it.
FEW = 0.3


def rows_of_titles(sheet: Sheet) -> dict[int, str]:
    """Return the rows under the header that hold one text, where no record begins so."""
    filled = pd.concat([sheet.cells[n].str.strip() != "" for n in sheet.cells], axis=1)
    alone = filled.index[filled.sum(axis=1) == 1]
    if filled.shape[1] < 3:
        return {}
    labelled = _labelled_rows(sheet, filled)
    if not len(alone):
        return labelled
    fields = [field_of_name(name) for name in sheet.header]
    serial = fields.index(RUNNING_NUMBER) if RUNNING_NUMBER in fields else None
    titles = {}
    for row in alone:
        place = int(filled.loc[row].to_numpy().argmax())
        text = " ".join(sheet.cells.loc[row, place].split())
        if place not in (0, serial) or not _is_text(text) or is_total(text):
            continue
        in_names = fields[place] == "name_of_person"
        if in_names and not (
            TRAINING.search(text) or NOTE.match(text) or any(map(str.isdigit, text))
        ):
            continue  # a person of whom nothing else is known
        titles[int(row)] = text
    return titles | labelled


def _labelled_rows(sheet: Sheet, filled: pd.DataFrame) -> dict[int, str]:
    """Return the rows of which each of two or three cells is a label and its value."""
    titles = {}
    for row in filled.index[filled.sum(axis=1).between(2, 3)]:
        cells = [" ".join(text.split()) for text in sheet.cells.loc[row] if text.strip()]
        if all(map(_is_labelled, cells)):
            titles[int(row)] = "; ".join(cells)
    return titles


def _is_text(text: str) -> bool:
    return sum(map(str.isalpha, text)) > 2


def notes_below(sheet: Sheet, titles: Collection[int]) -> set[int]:
    """Return the last rows, as far as they hold no more than a note in one or two cells."""
    notes: set[int] = set()
    fields = [field_of_name(name) for name in sheet.header]
    told = [n for n, one in enumerate(fields) if one in ("name_of_person", RUNNING_NUMBER)]
    listed = "name_of_person" in fields
    unnumbered = _without_their_number(sheet, fields)
    filled = pd.concat([sheet.cells[n].str.strip() != "" for n in sheet.cells], axis=1)
    usual = filled.sum(axis=1).median()
    signed = listed and not {"title", "training_id", "date_start"} & {*fields}
    for row in reversed(sheet.cells.index.tolist()):
        cells = [text for text in map(str.strip, sheet.cells.loc[row]) if text]
        total = any(map(is_total, cells))
        unnamed = not any(sheet.cells.loc[row, n].strip() for n in told)
        alone = (
            listed and len(cells) == 1 and (unnamed or _is_labelled(cells[0]) or row in unnumbered)
        )
        alone |= listed and len(cells) == 2 and row in unnumbered and cells[1].isdecimal()
        alone |= signed and unnamed and 2 * len(cells) <= usual  # posts of those who signed
        noted = bool(cells) and (len(cells) < 3 or SIGNED.match(cells[0])) and NOTE.match(cells[0])
        if not (total or alone or noted or row in titles):
            break
        if not total:
            notes.add(int(row))
    return notes


def _without_their_number(sheet: Sheet, fields: Sequence[str | None]) -> frozenset[int]:
    """Return the rows without a running number in a list of which nearly all others have one."""
    if RUNNING_NUMBER not in fields:
        return frozenset()
    texts = sheet.cells[list(fields).index(RUNNING_NUMBER)].str.strip()
    without = ~texts.str.match(r"\d")
    return frozenset(sheet.cells.index[without]) if without.mean() < FEW else frozenset()


def _is_labelled(text: str) -> bool:
    return any(one.match(text) for one in LABELLED.values())
