"""Tables of one shape that belong together -> one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd

from data.records.calendar.months import is_month, read_quarter
from data.records.distinct import blank_column
from data.records.personal_data import safe_name
from data.sheets.field_names import field_of_name
from data.sheets.fields import PLACE_FIELDS, plain
from data.sheets.row_numbers import RowNumbers
from data.sheets.sheet import RowsMade, Sheet
from data.sheets.tables.workbook.linked_sheets import lists_people
from data.sheets.words.day_numbers import DAY_NUMBER, are_days
from data.sheets.words.names.name_words import guessed_field
from geo.names.known_names import names_within
from geo.words.catalogue import _

NAME = "Name of the sheet"
DISTRICT = "District of the sheet"
OF_ITS_SHEET = _("Each sheet may be a training of its own.")
OF_ITS_PEOPLE = _("Those of each sheet may be from there, or were trained there.")
#: Kinds of places that a sheet may be of.
AREAS = frozenset(["district", "division", "province", "city", "tehsil", "taluka", "markaz",
                   "circle"])  # fmt: skip
_DATED = ("month", "months", "dated", "period")


def together(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return sheets with the same columns as one; others, or a single one, as they are.

    So those are that stand beside one register of trainings, whose days they do not tell.
    A row of the second of three sheets is numbered as 2 and its own number, with noughts between:
    row 5 is 20005 where no sheet has more than 9,999 rows.
    """
    registers = [sheet for sheet in sheets if not lists_people(sheet)]
    lists = [sheet for sheet in sheets if lists_people(sheet)]
    dated = any("date_start" in sheet.fields for sheet in lists)
    if len(sheets) > 2 and len(registers) == 1 and not dated:
        lists = together(lists)
        return [*registers, *lists] if len(lists) == 1 else list(sheets)
    own = {tuple(name for n, name in enumerate(s.header) if n not in s.offered) for s in sheets}
    if len(sheets) < 2 or len(own) > 1:
        return list(sheets)
    sheets = _with_the_same_offered(sheets)
    last = max(int(sheet.cells.index.max()) if len(sheet.cells) else 0 for sheet in sheets)
    factor = int(10 ** len(str(last)))
    numbers = RowNumbers(factor, tables=_called(sheets))
    moved = [_moved(sheet, numbers, place) for place, sheet in enumerate(sheets, start=1)]
    words = _("{number} tables are read together: {tables}.")
    listed = "; ".join(one.where for one in sheets)
    whole = replace(
        sheets[0],
        where=_("{number} tables").format(number=len(sheets)),
        cells=pd.concat([one.cells for one in moved]),
        faults=pd.concat([one.faults for one in moved], ignore_index=True),
        ignored=pd.concat([one.ignored for one in moved], ignore_index=True),
        notes=(words.format(number=len(sheets), tables=listed), *_said_of(sheets)),
        over_rows=_rows_together([one.over_rows for one in moved]),
        lists=tuple(n * factor for n in range(1, len(sheets) + 1)) if _are_of_days(sheets) else (),
        rows_made=_made_together(moved),
        numbers=numbers,
        sums=frozenset().union(*(one.sums for one in sheets)),
    )
    return [_with_names_of_sheets(whole, sheets)]


def _are_of_days(sheets: Sequence[Sheet]) -> bool:
    """Tell whether each sheet says, in its name or above, which day of a training it is of."""
    above = all(any(map(DAY_NUMBER.search, sheet.above)) for sheet in sheets)
    return above or are_days([sheet.name for sheet in sheets])


def _with_names_of_sheets(whole: Sheet, sheets: Sequence[Sheet]) -> Sheet:
    """Return tables that are one with the name of the sheet of each row, where it may tell one."""
    fields = {*whole.fields}
    names = [sheet.name for sheet in sheets for _row in range(len(sheet.cells))]
    places = all(map(_is_of_a_place, {*names}))
    titled = bool(fields & {"title", "training_id"})
    if not all(names) or len(set(names)) == 1 or (titled and (not places or "district" in fields)):
        return whole
    of_time = all(read_quarter(name) or is_month(name) for name in {*names})
    dated = "date_start" in fields or any(plain(name) in _DATED for name in whole.header)
    # Where each row has its own day and venue, the place that a sheet is of is no training.
    of_places = places and "date_start" in fields
    of_places &= "venue" in {field_of_name(name) or guessed_field(name) for name in whole.header}
    listed = of_places and "name_of_person" in fields and "district" not in fields
    if are_days(list({*names})) or (of_time and dated) or (of_places and not listed):
        return whole  # they tell no training from another
    column = pd.Series(names, index=whole.cells.index, dtype="str")
    of_people = titled or listed
    own = (DISTRICT, column, OF_ITS_PEOPLE) if of_people else (NAME, column, OF_ITS_SHEET)
    if places and not titled and _have_days_of_their_own(sheets):
        own = (NAME, column, "")
    # Of a training of each district most came from there, and nothing else tells from where.
    homes = places and own[2] == OF_ITS_SHEET
    homes &= not fields & {*PLACE_FIELDS, "venue", "name_of_person"}
    beside = [(DISTRICT, column, OF_ITS_PEOPLE)] if homes else []
    return whole.with_columns([own, *beside])


def _have_days_of_their_own(sheets: Sequence[Sheet]) -> bool:
    """Tell whether above each sheet stands plainly the day of its rows, and that of no other."""
    days = []
    for sheet in sheets:
        told = [n for n, why in sheet.offered.items()
                if not why and sheet.fields[n] == "date_start"]  # fmt: skip
        days += [day for n in told for day in sheet.cells[n].unique()]
    return len(days) == len(sheets) == len({*days}) and all(days)


def _said_of(sheets: Sequence[Sheet]) -> list[str]:
    """Return what was said of tables, once where the same was said of several."""
    said: dict[str, list[str]] = {}
    for sheet in sheets:
        for note in sheet.notes:
            said.setdefault(note.removeprefix(sheet.where), []).append(note)
    more = _("{note} So in {number} tables.")
    return [
        more.format(note=notes[0], number=len(notes)) if len(notes) > 1 else notes[0]
        for notes in said.values()
    ]


def _is_of_a_place(name: str) -> bool:
    """Tell whether a sheet is called by a district, a tehsil or the like alone."""
    bare = plain(name)
    known = names_within()
    return bare in known or all(one in AREAS or one in known for one in bare.split())


def _with_the_same_offered(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheets with all the columns that one of them offers, blank in the others."""
    offered: dict[str, str] = {}
    for sheet in sheets:
        for n, why in sheet.offered.items():  # asked about where one of them leaves it open
            offered[sheet.header[n]] = why or offered.get(sheet.header[n], "")
    alike = []
    for sheet in sheets:
        kept = [n for n in range(len(sheet.header)) if n not in sheet.offered]
        places = {sheet.header[n]: n for n in sheet.offered}
        blank = blank_column(sheet.cells.index)
        more = [
            (name, sheet.cells[places[name]] if name in places else blank, why)
            for name, why in offered.items()
        ]
        bare = replace(
            sheet,
            header=tuple(sheet.header[n] for n in kept),
            tags=tuple(sheet.tags[n] for n in kept),
            cells=sheet.cells[kept].set_axis(range(len(kept)), axis=1),
            offered={},
        )
        alike.append(bare.with_columns(more))
    return alike


def _moved(sheet: Sheet, numbers: RowNumbers, place: int) -> Sheet:
    """Return one of several sheets with its rows numbered as those of all together are."""
    by, told = place * numbers.factor, partial(numbers.of_table, place)
    return replace(
        sheet,
        cells=sheet.cells.set_axis(told(sheet.cells.index)).rename_axis("row"),
        faults=sheet.faults.assign(row=told(sheet.faults["row"])),
        ignored=sheet.ignored.assign(row=told(sheet.ignored["row"])),
        over_rows={n: frozenset(row + by for row in rows) for n, rows in sheet.over_rows.items()},
        rows_made=sheet.rows_made and sheet.rows_made.moved(by),
    )


def _called(sheets: Sequence[Sheet]) -> tuple[tuple[str, RowNumbers], ...]:
    """Return what each sheet is called where a row of it is told, and how its rows are numbered."""
    words, names = _("sheet {name}"), [safe_name(sheet.name) for sheet in sheets]
    told = all(names) and len({*names}) == len(names)
    return tuple(
        (words.format(name=name) if told else sheet.where, sheet.numbers)
        for name, sheet in zip(names, sheets, strict=True)
    )


def _made_together(parts: Sequence[Sheet]) -> RowsMade | None:
    made = [one.rows_made for one in parts if one.rows_made]
    left = {row: number for one in made for row, number in one.left.items()}
    of_row = {name for one in made for name in one.of_row}
    return replace(made[0], left=left, of_row=of_row) if made else None


def _rows_together(parts: Sequence[Mapping[int, frozenset[int]]]) -> dict[int, frozenset[int]]:
    whole: dict[int, frozenset[int]] = {}
    for part in parts:
        for n, rows in part.items():
            whole[n] = whole.get(n, frozenset()) | rows
    return whole
