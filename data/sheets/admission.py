"""The door: of a sheet only the columns that are taken in go on, and nothing of a single person.

What a person is known by is dropped here, whichever column it stands in. What stays of it are
numbers that say which rows are of one person, so that somebody who is in a list twice can be
found; they mean nothing outside of this one file.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

import pandas as pd

from data.records.distinct import (
    any_filled,
    any_says,
    blank_column,
    by_text,
    is_filled,
    repeats,
    says,
    those,
)
from data.records.personal_data import is_organisation, may_be_name, safe_name
from data.records.problems.kind import ProblemKind
from data.records.problems.of_rows import ONE_FOR_SEVERAL, PERSONAL_CELL, SAID_ABSENT, SAID_NOT_HELD
from data.records.sought_words import only_with
from data.records.spreadsheet_text import as_written
from data.sheets.fields import IGNORED, PART, PERSONAL_FIELDS, PRESENCE, RUNNING_NUMBER, plain
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.no_records.not_held import (
    only_planned,
    remarks_on_persons,
    said_absent,
    was_not_held,
)
from data.sheets.no_records.other_units import of_unknown_units
from data.sheets.no_records.rows_without_records import records_only
from data.sheets.persons.named_persons import (
    names_persons,
    personal_cells,
    persons_named,
    without_contacts,
)
from data.sheets.persons.person_numbers import numbers_of_persons
from data.sheets.persons.persons_of_days import alike_on_days, not_compared
from data.sheets.sheet import Sheet
from data.sheets.words.absence import says_absent, says_not_among
from data.sheets.words.called_off import called_not_held, says_not_held
from data.sheets.words.day_numbers import is_part_of_day
from data.sheets.words.presence import ABSENT_ROW, LED_ROW, attendance, leaders
from data.sheets.words.substitutes import substitutes
from geo.words.catalogue import ngettext

FAULT_COLUMNS = ["row", "field", "kind"]

_ORGANISATIONS = frozenset(
    ["partner", "partners", "agency", "organization", "organisation", "org", "ngo", "institution"]
)
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
#: What parts an organisation from whoever of it gave a training.
_BESIDE = re.compile(r"\s*[;|/]\s*|\s+[-–—]\s+|\s*,\s*")
# What tells rows of one district and agency apart, though it is left out: parts of a district.
_OF_PLACES = frozenset(
    ["village", "uc", "union", "tehsil", "taluka", "school", "college", "area", "location", "site",
     "community", "ward", "mohalla", "town", "station", "circle", "sdpo", "subdivision", "thana",
     "ps", "chowki", "halqa"]
)  # fmt: skip
_OF_GROUPS = frozenset(["batch", "group", "session", "class", "category", "categories", "type",
                        "cadre", "audience", "stakeholder", "stakeholders", "section", "zone",
                        "region"])  # fmt: skip
#: Parts of one office; but not the branch of a bank, nor who is at a desk.
_UNITS = frozenset(["wing", "wings", "branch", "unit", "desk", "formation", "شعبہ",
                    "یونٹ"])  # fmt: skip
_NAMING = frozenset(["name", "names", "father", "husband", "person", "spouse"])


@dataclass(frozen=True, eq=False)
class Admitted:
    """What goes on from a sheet.

    Attributes
    ----------
    cells
        By field; the index is the row of the file.
    names
        By field, the name of its column as it may be shown.
    others
        For each row a number of what columns left out say of its place or its group.
    places
        The same of its place alone; -1 where they say none.
    person
        For each row a number; rows with the same are of one person. -1 where nothing tells.
    alike
        Pairs of rows of two days of one training that may be of one person.
    faults
        ``row``, ``field`` (blank for the row), ``kind``.
    ignored
        ``row``, ``reason``.
    duplicates
        ``row``, ``same_as``: rows equal to an earlier one in all their columns.
    personal_columns, ignored_columns
        Names of the columns that were dropped, as they may be shown.
    notes
        Sentences on what was left out of columns that were taken in.
    """

    cells: pd.DataFrame = field(repr=False)
    names: dict[str, str]
    others: pd.Series = field(repr=False)
    places: pd.Series = field(repr=False)
    person: pd.Series = field(repr=False)
    alike: tuple[tuple[int, int], ...]
    faults: pd.DataFrame
    ignored: pd.DataFrame
    duplicates: pd.DataFrame
    personal_columns: tuple[str, ...]
    ignored_columns: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def without(self, rows: pd.Index, reason: str) -> Self:
        """Return it without some rows, which are said to be left out for a reason."""
        own = pd.DataFrame({"row": rows.to_numpy(dtype="int64"), "reason": reason})
        ignored = pd.concat([self.ignored, own], ignore_index=True)
        return replace(
            self,
            cells=self.cells.drop(index=rows),
            faults=self.faults[~self.faults["row"].isin(rows)],
            ignored=ignored.sort_values("row", ignore_index=True),
        )

    def waiting(self, rows: pd.Index, kind: ProblemKind) -> Self:
        """Return it with a problem of some rows, which count nobody until it is settled."""
        own = pd.DataFrame({"row": rows.to_numpy(dtype="int64"), "field": "", "kind": kind})
        return replace(self, faults=pd.concat([self.faults, own], ignore_index=True))

    def name_of(self, field: str) -> str:
        """Return the name of a field's column as it may be shown; else the field's own."""
        return self.names.get(field, field)


def column(cells: pd.DataFrame, field: str) -> pd.Series:
    """Return a column, blank where the sheet has none."""
    return cells[field] if field in cells else blank_column(cells.index)


def admit(sheet: Sheet, mapping: ColumnMapping) -> Admitted:
    """Let the columns of a mapping in, and drop the others and all that tells of a person."""
    unknown = of_unknown_units(sheet, mapping)
    sheet, wrong = records_only(sheet, mapping)
    instead = substitutes(sheet, mapping)
    came = attendance(sheet.cells, mapping.positions(PRESENCE), instead)
    sheet = sheet.without(came.absent.union(said_absent(sheet, mapping)), ABSENT_ROW)
    led = leaders(sheet.cells, mapping.positions(PART))
    sheet = sheet.without(led.absent, LED_ROW)
    # A total that is wrong is a problem; it is counted as little as one that is right.
    ignored = sheet.ignored[~sheet.ignored["row"].isin([one[0] for one in wrong])]
    raw = sheet.cells
    person = numbers_of_persons(raw, mapping)  # which takes most memory, while there is least else
    duplicates = _duplicates(sheet, mapping)
    names = [safe_name(name) for name in sheet.header]
    personal = mapping.positions(*PERSONAL_FIELDS)
    others = mapping.positions(IGNORED, RUNNING_NUMBER)
    no_values = {*personal, *others, *mapping.positions(PRESENCE, PART)}
    taken = {name: n for n, name in enumerate(mapping.fields) if n not in no_values}
    cells = pd.DataFrame({name: by_text(raw[n], _tidy) for name, n in taken.items()}, raw.index)
    cells, cut = without_contacts(cells, {name: names[n] for name, n in taken.items()})
    hidden = personal_cells(cells, persons_named(raw, _of_names(sheet, mapping)))
    cells = cells.mask(hidden, "") if hidden.to_numpy().any() else cells
    cells, not_kept = _organisations_only(cells, sheet, mapping)
    whole = _mostly_hidden(cells, hidden)
    shown = [name for name in taken if name not in whole]
    in_others = [n for n in others if names_persons(raw[n])]
    told = [(row, "", kind) for row, kind in came.faults + led.faults]
    told += _over_several(sheet, {name: taken[name] for name in mapping.counted})
    told += _said_against(sheet, mapping) + only_planned(sheet, mapping)
    told += [one for one in unknown if one[0] in raw.index]  # and neither a total nor not held
    told += [(row, name, PERSONAL_CELL) for name in shown for row in hidden.index[hidden[name]]]
    faults = _faults(sheet, taken, told + wrong, {*duplicates["row"]})
    apart, places = _told_apart(raw, {n: names[n] for n in others})
    dropped = [*personal, *(taken[name] for name in whole), *in_others]
    return Admitted(
        cells=cells[shown],
        names={name: names[taken[name]] for name in shown},
        others=apart,
        places=places,
        person=person,
        alike=alike_on_days(raw, mapping, sheet.lists, person),
        faults=faults,
        ignored=ignored.sort_values("row", ignore_index=True),
        duplicates=duplicates,
        personal_columns=tuple(dict.fromkeys(names[n] for n in dropped)),
        ignored_columns=tuple(dict.fromkeys(names[n] for n in others if n not in in_others)),
        notes=(*came.notes, *led.notes, *cut, *not_compared(raw, mapping, sheet.lists),
               *(f"{names[taken[name]]}: {words}" for name, words in not_kept)),
    )  # fmt: skip


def _mostly_hidden(cells: pd.DataFrame, hidden: pd.DataFrame) -> list[str]:
    """Return the columns of which more cells are hidden than are left with a text."""
    some = map(str, hidden) if hidden.to_numpy().any() else ()
    return [name for name in some if hidden[name].sum() > (cells[name] != "").sum()]


def _over_several(sheet: Sheet, counted: Mapping[str, int]) -> list[tuple[int, str, ProblemKind]]:
    """Return the rows whose count is written in a cell over several of them, by its place."""
    rows = set(sheet.cells.index)
    return [
        (row, name, ONE_FOR_SEVERAL)
        for name, place in counted.items()
        for row in sheet.over_rows.get(place, frozenset()) & rows
    ]


def _said_against(sheet: Sheet, mapping: ColumnMapping) -> list[tuple[int, str, ProblemKind]]:
    """Return the rows of which a remark says that the person, or the training, was not there."""
    raw, of_person = sheet.cells, mapping.kind == PERSONS
    against, kind = (says_absent, SAID_ABSENT) if of_person else (says_not_held, SAID_NOT_HELD)
    remarks = remarks_on_persons(sheet, mapping) if of_person else mapping.positions(IGNORED)
    said = [raw.index[says(raw[n], against)] for n in remarks]
    if of_person and not mapping.positions(PRESENCE):
        said += [raw.index[says(raw[n], says_not_among)] for n in remarks]
        named = mapping.positions("name_of_person")
        said += [raw.index[says(raw[n], _bracket_says_not_among)] for n in named]
    titles = [] if of_person else mapping.positions("title")
    if not of_person:  # where the status says it, the row is a record of that
        known = pd.Series(False, index=raw.index)
        for n in mapping.positions("status"):
            known |= by_text(raw[n], was_not_held, "bool")
        said = [rows[~known[rows]] for rows in said]
    untold = ~any_filled(raw, mapping.positions("status"))
    said += [raw.index[untold & by_text(raw[n], called_not_held, "bool")] for n in titles]
    return [(int(row), "", kind) for rows in said for row in rows]


@only_with(r"[(\[]")
def _bracket_says_not_among(name: str) -> bool:
    """Tell whether a bracket behind a name says that its person was taken off the list."""
    found = _IN_BRACKETS.findall(name)
    return any(says_not_among(one) or says_absent(one) for one in found)


def _tidy(text: str) -> str:
    """Return a text with single spaces, and without a spreadsheet's mark of text."""
    return " ".join(as_written(text).split())


def _duplicates(sheet: Sheet, mapping: ColumnMapping) -> pd.DataFrame:
    """Find rows equal in all columns; two of a list of persons only where something names them.

    Without a name, a number or an address two equal rows are two people, not one.
    """
    rows = sheet.cells.drop(columns=mapping.positions(RUNNING_NUMBER))
    rows = those(rows, ~rows.index.isin(sheet.faults["row"]))
    if mapping.kind == PERSONS:
        for n in mapping.positions("name_of_person"):  # a list of another day may be in capitals
            rows[n] = by_text(rows[n], lambda text: " ".join(text.casefold().split()))
        rows = those(rows, any_filled(rows, mapping.positions(*PERSONAL_FIELDS)))
    return repeats(rows)


def _told_apart(raw: pd.DataFrame, others: Mapping[int, str]) -> tuple[pd.Series, pd.Series]:
    """Return what columns left out, by place and name, say of a place or group, and of a place.

    In the morning and in the afternoon the same people may have sat.
    """
    words = {n: set(plain(name).split()) for n, name in others.items()
             if any_says(raw[n], _is_no_part_of_day)}  # fmt: skip
    placed = [n for n, own in words.items() if own & _OF_PLACES]
    units = [n for n in others if plain(others[n]) in _UNITS and is_filled(raw[n]).all()]
    apart = [n for n, own in words.items() if own & (_OF_PLACES | _OF_GROUPS) or n in units]
    return _said_by(raw, apart), _said_by(raw, placed).where(any_filled(raw, placed), -1)


def _is_no_part_of_day(text: str) -> bool:
    return bool(text.strip()) and not is_part_of_day(text)


def _said_by(raw: pd.DataFrame, places: Sequence[int]) -> pd.Series:
    """Give rows of which some columns say the same the same number."""
    if not places:
        return pd.Series(0, index=raw.index, dtype="int64")
    told = pd.DataFrame({n: by_text(raw[n], plain) for n in places}, raw.index)
    return told.groupby(list(told), sort=False, dropna=False).ngroup().astype("int64")


def _organisations_only(
    cells: pd.DataFrame, sheet: Sheet, mapping: ColumnMapping
) -> tuple[pd.DataFrame, list[tuple[str, str]]]:
    """Leave out who gave a training where neither column nor text is plainly of organisations."""
    place = mapping.position("delivered_by")
    if place is None or _ORGANISATIONS & set(plain(sheet.header[place]).split()):
        return cells, []
    kept = by_text(cells["delivered_by"], _organisation_in)
    left = int(((kept == "") & (cells["delivered_by"] != "")).sum())
    words = ngettext(
        "{cells:,} cell may hold a person's name and is left out; write the organisation there.",
        "{cells:,} cells may hold a person's name and are left out; write the organisation there.",
        left,
    )
    said = [("delivered_by", words.format(cells=left))]
    return cells.assign(delivered_by=kept), said if left else []


def _organisation_in(text: str) -> str:
    """Return an organisation without whoever of it stands beside it: "SSDO - Zarqoon Nobody"."""
    if not is_organisation(text):
        return ""
    parts = [one.strip() for one in _BESIDE.split(text)]
    named = [len(one.split()) > 1 and may_be_name(one) and not is_organisation(one)
             for one in parts]  # fmt: skip
    if not any(named):
        return text
    return ", ".join(one for one, own in zip(parts, named, strict=True) if one and not own)


def _of_names(sheet: Sheet, mapping: ColumnMapping) -> list[int]:
    """Return the places of the columns that hold names, of participants, fathers and others."""
    others = mapping.positions("other_personal")
    called = [n for n in others if _NAMING & set(plain(sheet.header[n]).split())]
    return [*mapping.positions("name_of_person"), *called]


def _faults(
    sheet: Sheet, taken: Mapping[str, int], told: Sequence[tuple], again: Collection[int]
) -> pd.DataFrame:
    """Return the faults of the sheet in columns that are taken in, by field, and those told.

    None of rows that are others over again.
    """
    fields = {n: name for name, n in taken.items()} | {-1: ""}
    own = zip(*(sheet.faults[name] for name in ("row", "position", "kind")), strict=True)
    found = [(row, fields[place], kind) for row, place, kind in own if place in fields]
    listed = [one for one in (*found, *told) if one[0] not in again]
    return pd.DataFrame(listed, columns=FAULT_COLUMNS).astype({"row": "int64"})
