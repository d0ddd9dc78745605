"""A group of columns that comes again and again, as in ``participants[1]/sex`` -> a row for each.

A collecting application writes a submission as one row, and each of its participants as the
same columns with another number. Days, phases and other things are numbered too; a group is
taken for one that repeats only where its name or its columns say that it is of people.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from data.records.distinct import blank_column, is_filled
from data.records.errors import ReadingError
from data.records.personal_data import safe_name
from data.sheets.field_names import field_of_name
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    PERSONAL_FIELDS,
    PLACE_FIELDS,
    names,
    plain,
)
from data.sheets.sheet import Sheet
from geo.words.catalogue import _

_NUMBERED = re.compile(r"(?P<before>.*?)(?P<bracket>\[)?(?<!\d)(?P<number>\d{1,3})(?!\d)\]?"
                       r"(?P<after>\D*)", re.DOTALL)  # fmt: skip
_OF_PEOPLE = frozenset(
    ["participant", "participants", "attendee", "attendees", "trainee", "trainees", "person",
     "persons", "people", "member", "members", "individual", "individuals", "official",
     "officials", "repeat"]
)  # fmt: skip
_WHO = frozenset(["sex", *AGENCY_FIELDS, *COUNT_FIELDS])
_TAKEN = _WHO | {*PLACE_FIELDS, *PERSONAL_FIELDS}


@dataclass(frozen=True)
class _Group:
    """A group that repeats: by number, the position of each of its columns by name."""

    places: Mapping[int, Mapping[str, int]]
    columns: tuple[str, ...]

    @property
    def positions(self) -> set[int]:
        """The positions of all its columns."""
        return {place for own in self.places.values() for place in own.values()}


def unfolded(sheet: Sheet, most_rows: int) -> Sheet:
    """Return a sheet with a row for each repeat of its group; a sheet without one as it is.

    A row of the file makes several, numbered as it is with two or three digits more: of row 5,
    the third is 503. A repeat that is blank makes none, but each row of the file makes one.

    Raises
    ------
    ReadingError
        If that makes more rows than are taken.
    """
    group = _found(sheet.header)
    if group is None:
        return sheet
    factor = 100 if max(group.places) < 100 else 1000
    once = [n for n in range(len(sheet.header)) if n not in group.positions]
    # The number of all people of a row would be counted again with each of them.
    whole = [n for n in once if field_of_name(sheet.header[n]) in COUNT_FIELDS]
    fixed = [n for n in once if n not in whole]
    first = [next(own[c] for own in group.places.values() if c in own) for c in group.columns]
    parts = [_one(sheet, group, number, fixed, factor) for number in sorted(group.places)]
    cells = pd.concat([part for part in parts if len(part)] or parts[:1]).sort_index()
    left = sheet.cells.index[~sheet.cells.index.isin(cells.index // factor)]
    if len(left):
        alone = _one(sheet, group, min(group.places), fixed, factor, left)
        cells = pd.concat([cells, alone]).sort_index()
    if len(cells) > most_rows:
        what = _("It has more than {rows:,} rows, each repeat counted.").format(rows=most_rows)
        raise ReadingError(what, sheet.where, _("Choose it in parts."))
    return replace(
        sheet,
        header=(*(sheet.header[n] for n in fixed), *group.columns),
        tags=tuple(sheet.tags[n] for n in (*fixed, *first)),
        cells=cells.rename_axis("row"),
        faults=_faults(sheet, group, fixed, factor, cells.index),
        ignored=sheet.ignored.assign(row=sheet.ignored["row"] * factor),
        notes=(*sheet.notes, *_notes(sheet, group, whole)),
        over_rows={},
        numbers=sheet.numbers.made(factor),
    )


def _found(header: Sequence[str]) -> _Group | None:
    """Return the group of people that repeats, or None; of several the one with most columns."""
    families: dict[str, dict[int, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    bracketed = set()
    for position, name in enumerate(header):
        numbered = _NUMBERED.fullmatch(name)
        if numbered is None or plain(name) in names().fields:
            continue
        after = numbered["after"].strip(" _/.:-])")
        column, stem = (after, numbered["before"]) if after else (numbered["before"], "")
        column = column.strip(" _/.:-[(")
        families[stem][int(numbered["number"])].setdefault(column, position)
        if numbered["bracket"]:
            bracketed.add(stem)
    counted = any(field_of_name(name) in COUNT_FIELDS for name in header)
    groups = [
        group
        for stem, places in families.items()
        if (stem or not counted)
        and (group := _group(stem, places, sure=stem in bracketed)) is not None
    ]
    return max(groups, key=lambda group: len(group.columns), default=None)


def _group(stem: str, places: dict[int, dict[str, int]], *, sure: bool) -> _Group | None:
    columns = tuple(dict.fromkeys(name for own in places.values() for name in own))
    fields = {field_of_name(name) for name in columns} & _TAKEN
    if not any(sum(name in own for own in places.values()) > 1 for name in columns):
        return None  # questions that are numbered
    # Columns such as "Sex 1" have no name in common: there must be two, and one of them of people.
    of_people = (
        sure or bool(_OF_PEOPLE & set(plain(stem).split()))
        if stem
        else len(fields) > 1 and bool(fields & _WHO)
    )
    return _Group(places, columns) if len(places) > 1 and fields and of_people else None


def _one(
    sheet: Sheet,
    group: _Group,
    number: int,
    fixed: Sequence[int],
    factor: int,
    rows: pd.Index | None = None,
) -> pd.DataFrame:
    """Return the rows that one repeat makes: of all rows where it is not blank, or of some."""
    own = group.places[number]
    blank = blank_column(sheet.cells.index)
    columns = {n: sheet.cells[place] for n, place in enumerate(fixed)}
    for n, name in enumerate(group.columns, start=len(fixed)):
        columns[n] = sheet.cells[own[name]] if name in own else blank
    cells = pd.DataFrame(columns)
    if rows is None:
        written = [is_filled(cells[n]) for n in range(len(fixed), cells.shape[1])]
        rows = cells.index[pd.concat(written, axis=1).any(axis=1)]
    cells = cells.loc[rows]
    return cells.set_axis(cells.index * factor + number)


def _faults(
    sheet: Sheet, group: _Group, fixed: Sequence[int], factor: int, rows: pd.Index
) -> pd.DataFrame:
    """Return the faults of a row in each row that it makes, and those of a repeat in its own."""
    place_of = {place: n for n, place in enumerate(fixed)} | {-1: -1}
    of_repeat = {
        place: (number, len(fixed) + group.columns.index(name))
        for number, own in group.places.items()
        for name, place in own.items()
    }
    made: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        made[row // factor].append(row)
    faults = []
    for fault in sheet.faults.to_dict("records"):
        number, position = of_repeat.get(fault["position"], (None, -1))
        if number is None:
            own = made[fault["row"]]
            position = place_of.get(fault["position"], -1)
        else:
            # What has no value may be all that a repeat holds: the first row then has the fault.
            row = fault["row"] * factor + number
            own = [row] if row in rows else made[fault["row"]][:1]
        faults += [fault | {"row": row, "position": position} for row in own]
    return pd.DataFrame(faults, columns=list(sheet.faults.columns))


def _notes(sheet: Sheet, group: _Group, whole: Sequence[int]) -> tuple[str, ...]:
    words = _(
        "{where}: its columns hold up to {number} people or groups a row; each is read as a row."
    )
    said = [words.format(where=sheet.where, number=len(group.places))]
    if whole:
        named = ", ".join(safe_name(sheet.header[n]) for n in whole)
        words = _("{where}: not taken in, because each is counted by itself: {names}.")
        said.append(words.format(where=sheet.where, names=named))
    return tuple(said)
