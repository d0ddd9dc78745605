"""What each column of a sheet is: known by its name or tag, or proposed for somebody to confirm.

A mapping that was confirmed holds for every file of the same shape: the same names of columns
in the same order.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from data.records.errors import ReadingError
from data.records.personal_data import safe_name
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    FIELDS,
    IGNORED,
    PERSONAL_FIELDS,
    field_of_name,
    field_of_tag,
    is_collectors_own,
    is_from_collector,
    names,
    plain,
)
from data.sheets.opening import Sheet

PERSONS, GROUPS, TRAININGS = "persons", "groups", "trainings"
KINDS = (PERSONS, GROUPS, TRAININGS)
DATE_FORMATS = ("iso", "dmy", "mdy")

# A field that one of several columns may fill.
_TRAINING, _WHERE, _WHO = ("training_id", "title"), ("district", "adm2_pcode"), AGENCY_FIELDS
# Words in a name that is not known, and the field that it may be; the first that fits.
_HINTS = (
    (("female", "women", "girls", "ladies"), "participants_f"),
    (("male", "men", "boys", "gents"), "participants_m"),
    (("participants", "attendees", "trainees", "persons"), "participants_total"),
    (("district", "zila"), "district"),
    (("province",), "province"),
    (("department", "organization", "organisation"), "department"),
    (("designation", "rank"), "designation"),
    (("gender", "sex"), "sex"),
    (("date",), "date_start"),
    (("venue",), "venue"),
    (("training", "workshop"), "title"),
    (("donor", "funded"), "donor"),
)


@dataclass(frozen=True)
class ColumnMapping:
    """What the columns of one shape of file are.

    Attributes
    ----------
    shape
        The key of the shape, from ``shape_of``.
    kind
        ``persons``, ``groups`` or ``trainings``: what one row is.
    fields
        For each column its field of ``data.column_fields``; ``""`` is not taken in.
    constants
        Values that hold for every row, by field: the training that an attendance sheet is of.
    date_format
        How its dates are written: ``iso``, ``dmy``, ``mdy``; None where nobody has said.
    """

    shape: str
    kind: str
    fields: tuple[str, ...]
    constants: Mapping[str, str] = field(default_factory=dict)
    date_format: str | None = None

    def __post_init__(self) -> None:
        """Refuse a kind, a field or a date format that does not exist, and a field given twice.

        Raises
        ------
        ValueError
            Says which.
        """
        wrong = (set(self.fields) | set(self.constants)) - {IGNORED, *FIELDS}
        if self.kind not in KINDS or wrong or self.date_format not in (None, *DATE_FORMATS):
            named = ", ".join(sorted(wrong)) or f"{self.kind}, {self.date_format}"
            raise ValueError(f"not a mapping of columns: {named}")
        if twice := _twice(self.fields):
            raise ValueError(f"a field with two columns: {', '.join(twice)}")

    def position(self, name: str) -> int | None:
        """Return the place of the column that holds a field, or None."""
        return self.fields.index(name) if name in self.fields else None

    def positions(self, *fields: str) -> list[int]:
        """Return the places of the columns that hold one of some fields."""
        return [place for place, name in enumerate(self.fields) if name in fields]

    def holds(self, *fields: str) -> bool:
        """Tell whether one of some fields has a column or a constant."""
        return any(name in self.fields or self.constants.get(name) for name in fields)


@dataclass(frozen=True)
class Column:
    """A column as it is offered to whoever confirms a mapping; never one of its values.

    ``field`` is what it is taken for, ``sure`` whether its name says so.
    """

    position: int
    name: str
    field: str
    sure: bool


@dataclass(frozen=True)
class Proposal:
    """What the columns of a sheet seem to be, and what is open.

    Attributes
    ----------
    where
        The file and the sheet.
    mapping
        As proposed.
    columns
        Each column with its name as it may be shown.
    missing
        For each thing that no column gives, the fields of which one is enough.
    """

    where: str
    mapping: ColumnMapping
    columns: tuple[Column, ...]
    missing: tuple[tuple[str, ...], ...]


def shape_of(header: Sequence[str], tags: Sequence[str] = ()) -> str:
    """Return the key of a file's shape: a hash of the names of its columns, in their order."""
    parts = [plain(name) for name in header] + [tag.strip().casefold() for tag in tags if tag]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def propose(sheet: Sheet) -> Proposal:
    """Say what the columns of a sheet are, as far as their names tell.

    Raises
    ------
    ReadingError
        If a column that is taken in is there twice under one name.
    """
    fields, sure = _proposed(sheet)
    columns = tuple(
        Column(n, safe_name(name), fields[n], sure[n]) for n, name in enumerate(sheet.header)
    )
    # Each field is given to one column only; persons' data may have many.
    once = tuple(
        IGNORED if name in fields[:n] and name not in PERSONAL_FIELDS else name
        for n, name in enumerate(fields)
    )
    mapping = ColumnMapping(shape_of(sheet.header, sheet.tags), _kind(fields), once, {})
    return Proposal(sheet.where, mapping, columns, missing_of(mapping))


def missing_of(mapping: ColumnMapping, given: Collection[str] = ()) -> tuple[tuple[str, ...], ...]:
    """Return for each thing that a mapping lacks the fields of which one is enough."""
    needed: list[tuple[str, ...]] = [_TRAINING]
    if TRAININGS not in given:
        needed.append(("date_start",))
    if mapping.kind != TRAININGS:
        needed += [_WHERE, _WHO]
    if mapping.kind == GROUPS:
        needed.append(COUNT_FIELDS)
    return tuple(fields for fields in needed if not mapping.holds(*fields))


def with_constants(mapping: ColumnMapping, constants: Mapping[str, str]) -> ColumnMapping:
    """Return a mapping with values that hold for every row."""
    return replace(mapping, constants={**mapping.constants, **constants})


def _proposed(sheet: Sheet) -> tuple[list[str], list[bool]]:
    """Return for each column its field, and whether its name or tag says so for certain."""
    collector = is_from_collector(sheet.header)
    known: list[str | None] = []
    for name, tag in zip(sheet.header, sheet.tags, strict=True):
        by_tag, by_name = field_of_tag(tag) if tag else None, field_of_name(name)
        if collector and is_collectors_own(name):
            known.append(by_name if by_name in PERSONAL_FIELDS else IGNORED)
        else:
            known.append(by_name if by_tag is None else by_tag)
    _refuse_twice(sheet, known)
    twice = _twice([meant or IGNORED for meant in known])
    fields: list[str] = []
    sure = []
    for name, meant in zip(sheet.header, known, strict=True):
        guess = _guess(name) if meant is None else None
        is_guess = guess is not None and guess not in known and guess not in fields
        fields.append((guess if is_guess else meant) or IGNORED)
        sure.append(not is_guess and meant not in twice)
    return fields, sure


def _refuse_twice(sheet: Sheet, fields: Sequence[str | None]) -> None:
    """Refuse a column that would be taken in and is there twice under one name."""
    taken = [
        plain(name)
        for name, known in zip(sheet.header, fields, strict=True)
        if known and known not in (*PERSONAL_FIELDS, "running_number")
    ]
    twice = {name for name, times in Counter(taken).items() if times > 1}
    if twice:
        shown = {safe_name(name) for name in sheet.header if plain(name) in twice}
        what = f"A column is there twice: {', '.join(sorted(shown))}."
        raise ReadingError(what, sheet.where, "Take one of the two away, or rename it.")


def _guess(name: str) -> str | None:
    """Return the field that a name may mean; somebody must confirm it."""
    bare = plain(name)
    if not bare:
        return None
    words = set(bare.split())
    if words & {"name", "cnic", "phone", "mobile", "contact", "email", "passport", "father"}:
        return "other_personal"
    for hints, hinted in _HINTS:
        if words & set(hints):
            return hinted
    near = get_close_matches(bare, names().fields, n=1, cutoff=0.84) if 3 < len(bare) < 40 else []
    return names().fields[near[0]] if near else None


def _kind(fields: Sequence[str]) -> str:
    """Return what one row is, by the columns that there are."""
    present = set(fields)
    attended = present & set(_WHO)
    if present & set(COUNT_FIELDS):
        return GROUPS if attended else TRAININGS
    if present & {"sex", "name_of_person", "identity"}:
        return PERSONS
    return PERSONS if attended and "date_start" not in present else TRAININGS


def _twice(fields: Sequence[str]) -> list[str]:
    times = Counter(name for name in fields if name and name not in PERSONAL_FIELDS)
    return sorted(name for name, count in times.items() if count > 1)
