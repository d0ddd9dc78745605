"""Rows that leave blank what the row above them says, as merged cells, or write ditto for it.

The training, its day and its venue then stand in the first row of a group, and the district
perhaps in the first of several agencies. Whether a row belongs to the one above is asked once for
a shape of file; nothing is filled in before somebody has said so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.records.distinct import any_filled, filled_cells, says
from data.records.personal_data import safe_name
from data.records.rules import whole_numbers
from data.records.sought_words import any_of, only_with
from data.sheets.field_names import field_of_name
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    IGNORED,
    PLACE_FIELDS,
    RUNNING_NUMBER,
    TOLD_BY,
    TRAINING_FIELDS,
    plain,
)
from data.sheets.mapping import PERSONS, TRAININGS, ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.totals.total_words import is_total
from data.sheets.words.told.blanks_noted import says_blank_is_unrecorded
from geo.words.catalogue import _, ngettext

#: So many rows have no district where, of trainings that stand in each row, districts were merged.
MOST_BLANK = 0.5
_DITTOS = frozenset(
    ["do", "ditto", "as above", "same as above", '"', "''", "”", "“", "〃", "ایضاً", "ایضا"]
)  # fmt: skip
#: What a sub-total says beside its agency.
_OF_TOTALS = frozenset(["sub", "total", "totals", "subtotal", "of", "for", "the", "from", "agency",
                        "department", "participants", "persons", "officers", "officials",
                        "staff", "nos", "no"])  # fmt: skip
#: Columns in which "do" is no post, as of a Deputy or District Officer.
_NO_POST = frozenset([*PLACE_FIELDS, *AGENCY_FIELDS, *TRAINING_FIELDS, "sex"])


@dataclass(frozen=True, eq=False)
class Below:
    """Columns that are blank in rows below a filled one, and those rows, by what they tell of."""

    training: tuple[int, ...]
    of_training: pd.Series
    place: tuple[int, ...]
    of_place: pd.Series

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that are blank below, of what they tell there is a row."""
        training = self.training if self.of_training.any() else ()
        return training + (self.place if self.of_place.any() else ())


def without_dittos(sheet: Sheet) -> Sheet:
    """Return a sheet in which a cell with "-do-", or a mark for it, says what the one above says.

    Not in a column that counts people, where it is no number.
    """
    cells = sheet.cells.copy()
    dittos = 0
    for n, name in enumerate(sheet.header):
        if field_of_name(name) in COUNT_FIELDS:
            continue
        ditto = says(cells[n], _is_ditto)
        if ditto.any() or field_of_name(name) in _NO_POST:
            ditto |= says(cells[n], lambda text: text.strip() in ("do", "Do"))
        if ditto.any() and not ditto[0]:
            cells[n] = cells[n].mask(ditto).ffill()
            dittos += int(ditto.sum())
    if not dittos:
        return sheet
    words = ngettext(
        "{where}: {cells:,} cell says ditto of the one above.",
        "{where}: {cells:,} cells say ditto of the one above.",
        dittos,
    )
    return sheet.with_cells(cells, words.format(where=sheet.where, cells=dittos))


def with_agencies_below(sheet: Sheet) -> Sheet:
    """Return a sheet in which an agency that is written once holds for the rows below it.

    So it is where the sub-total under each such group names its agency: "Sub-Total FIA".
    """
    places = [n for n, name in enumerate(sheet.header)
              if field_of_name(name) in AGENCY_FIELDS and n not in sheet.offered]  # fmt: skip
    if len(places) != 1:
        return sheet
    [n], totals = places, say_total(sheet.written)
    texts = sheet.cells[n].str.strip()
    below = (texts == "") & ~totals & (filled_cells(sheet.written).sum(axis=1) > 1)
    if not below.any() or not totals.any():
        return sheet
    above = texts.mask(totals | (texts == "")).groupby(totals.cumsum()).ffill().fillna("")
    labels = sheet.written[totals].agg(" ".join, axis=1).reindex(texts.index).bfill().fillna("")
    persons = (~totals).groupby(totals[::-1].cumsum()).transform("sum")
    both = pd.DataFrame({"above": above, "label": labels, "persons": persons})[below]
    listed = "name_of_person" in sheet.fields
    if not all(_is_total_of(own, label, number if listed else None)
               for own, label, number in both.drop_duplicates().to_numpy().tolist()):  # fmt: skip
        return sheet
    words = ngettext(
        "{where}: {rows:,} row is of the agency above it, as the sub-total under it says.",
        "{where}: {rows:,} rows are of the agency above them, as the sub-totals under them say.",
        int(below.sum()),
    )
    said = words.format(where=sheet.where, rows=int(below.sum()))
    return sheet.with_texts(n, sheet.cells[n].mask(below, above), said)


def _is_total_of(agency: str, label: str, persons: int | None) -> bool:
    """Tell whether a sub-total names an agency alone, and no other number of persons."""
    words, own = plain(label), plain(agency)
    numbers = [word for word in words.split() if word.isdecimal()]
    rest = {*f" {words} ".replace(f" {own} ", " ", 1).split()} - {*numbers}
    counted = persons is None or {*map(int, numbers)} <= {persons}
    return bool(own) and f" {own} " in f" {words} " and rest <= _OF_TOTALS and counted


@only_with(rf"^[^a-z0-9]*{any_of(_DITTOS)}[^a-z0-9]*$")
def _is_ditto(text: str) -> bool:
    bare = text.strip()
    # "DO" alone may be a post; it is none in a column of districts, or beside "-do-".
    return bare.casefold() != "do" and bare.strip(" -–.").casefold() in _DITTOS


def rows_below(sheet: Sheet, fields: Sequence[str], kind: str) -> Below:
    """Find the rows that may belong to the one above; none of a sheet of trainings alone.

    ``of_training`` and ``of_place`` tell for each row whether it is such; a row of totals, and one
    with nothing but a running number, is none. A single row among many is a gap, and no group.
    What stands above the rows begins one where it changes, but for the district that titles name.
    """
    told = {n: name for n, name in enumerate(fields) if name not in (IGNORED, RUNNING_NUMBER)}
    training = tuple(n for n, name in told.items() if name in TRAINING_FIELDS)
    # A blank venue alone is one that nobody wrote down; districts written once are merged.
    if not any(told[n] in TOLD_BY for n in training):
        training = ()
    place = tuple(n for n, name in told.items() if name in PLACE_FIELDS)
    others = [n for n, name in told.items() if name not in (*TRAINING_FIELDS, *PLACE_FIELDS)]
    none = pd.Series(False, index=sheet.cells.index)
    alone = kind == TRAININGS and not set(fields) & set(COUNT_FIELDS)
    if alone or not others:
        return Below((), none, (), none)
    # How many trainings a row counts is of this row, and what is offered may stand in all of them.
    more = tuple(n for n in training if told[n] == "summarises" or n in sheet.offered)
    own = tuple(n for n in training if n not in more)
    headed = none
    if kind != PERSONS and any(told[n] in TOLD_BY for n in own):
        headed = _under_another(sheet, {*more} & {*sheet.offered}, place)
        training = own
    begins, placed = any_filled(sheet.cells, training) | headed, any_filled(sheet.cells, place)
    if begins.all() and placed.all():
        return Below(training, none, place, none)
    record = any_filled(sheet.cells, others) & ~_totals(sheet)
    of_training = record & ~begins & begins.cummax()
    if of_training.sum() < min(2, begins.sum()):
        of_training = none
    if training == own:
        below = sheet.cells[of_training]
        training += tuple(n for n in more if not any_filled(below, [n]).any())
    another = headed.copy()
    for n in training:
        told_there = sheet.cells[n].mask(of_training).ffill()
        another |= told_there != told_there.shift()
    of_place = record & ~placed & placed.groupby(another.cumsum()).cummax()
    few = kind == PERSONS and of_place.sum() < MOST_BLANK * record.sum()
    if few and not of_training.any():
        of_place = none
    return Below(training, of_training, place, of_place)


def _under_another(sheet: Sheet, offered: Iterable[int], places: Sequence[int]) -> pd.Series:
    """Tell for each row whether what is offered of its training is other than in the row above.

    The district behind a title, "Training, Kasur", makes it no other.
    """
    another = pd.Series(False, index=sheet.cells.index)
    for n in offered:
        own = sheet.cells[[n, *places]].to_numpy().tolist()
        bare = [next((text.removesuffix(f", {one.strip()}") for one in rest if one.strip()), text)
                for text, *rest in own]  # fmt: skip
        texts = pd.Series(bare, index=sheet.cells.index, dtype="str")
        told = texts.mask(texts == "").ffill()
        another |= (texts != "") & (told != told.shift())
    return another


def named(sheet: Sheet, below: Below) -> tuple[str, ...]:
    """Return the names of the columns that are blank below, as they may be shown."""
    return tuple(safe_name(sheet.header[n]) for n in below.columns)


def are_as_above(sheet: Sheet, fields: Sequence[str], below: Below) -> bool | None:
    """Tell whether rows below belong to the one above, as sub-totals prove, or a text denies.

    None where neither does, or both do; and of rows without a training, which each has.
    """
    summed = _are_summed(sheet, fields, below)
    if not below.of_place.any() or below.of_training.any() or not _are_unrecorded(sheet):
        return summed
    return None if summed else False


def _are_unrecorded(sheet: Sheet) -> bool:
    """Tell whether a text beside the rows says that what is blank was not recorded."""
    return any(map(says_blank_is_unrecorded, (*sheet.above, *sheet.below)))


def _are_summed(sheet: Sheet, fields: Sequence[str], below: Below) -> bool | None:
    """Tell that rows below belong to the one above, as a sub-total under each group sums both up.

    None where that proves nothing: a group has no total under it, or one of another sum.
    """
    rows = (below.of_training | below.of_place).to_numpy()
    counts = [n for n, name in enumerate(fields) if name in COUNT_FIELDS]
    if not rows.any() or not counts:
        return None
    read = {n: whole_numbers(sheet.cells[n], LARGEST)[0] for n in counts}
    numbers = pd.DataFrame(read).fillna(0).to_numpy("int64")
    totals = _totals(sheet)
    for last in np.flatnonzero(rows & ~np.append(rows[1:], False)).tolist():
        first = np.flatnonzero(~rows[:last])[-1]
        summed = numbers[first : last + 1].sum(axis=0)
        if last + 1 == len(rows) or not totals[last + 1] or not summed.any():
            return None
        if (summed != numbers[last + 1]).any():
            return None
    return True


def filled_down(sheet: Sheet, mapping: ColumnMapping) -> Sheet:
    """Return a sheet in which rows below say what the one above says, where somebody said so.

    What the first row of a group leaves blank stays blank in all of them.
    """
    unrecorded = mapping.as_above is False and _are_unrecorded(sheet)
    if not mapping.as_above and not unrecorded:
        return sheet
    below = rows_below(sheet, mapping.fields, mapping.kind)
    if not below.columns:
        return sheet
    if unrecorded:
        words = _("{where}: not recorded where it is blank, as the file says: {names}.")
        return sheet.noted(words.format(where=sheet.where, names=", ".join(named(sheet, below))))
    cells = sheet.cells.copy()
    for columns, rows in ((below.training, below.of_training), (below.place, below.of_place)):
        group = (~rows).cumsum()
        for n in columns if rows.any() else ():
            cells[n] = cells[n].groupby(group).transform("first")
    number = int((below.of_training | below.of_place).sum())
    words = ngettext(
        "{where}: {rows:,} row says in {names} what the row above it says.",
        "{where}: {rows:,} rows say in {names} what the row above them says.",
        number,
    )
    names = ", ".join(named(sheet, below))
    return sheet.with_cells(cells, words.format(where=sheet.where, rows=number, names=names))


def _totals(sheet: Sheet) -> np.ndarray:
    total = np.zeros(len(sheet.cells), dtype=bool)
    for n in sheet.cells:
        total |= says(sheet.cells[n], is_total)
    return total
