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
_NUMBERS = COUNT_FIELDS
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
            told = ", ".join(sorted(wrong)) or f"{self.kind}, {self.date_format}"
            raise ValueError(f"not a mapping of columns: {told}")
        if twice := _twice(self.fields):
            raise ValueError(f"a field with two columns: {', '.join(twice)}")

    def position(self, name: str) -> int | None:
        """Return the place of the column that holds a field, or None."""
        return self.fields.index(name) if name in self.fields else None

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
    told = [plain(name) for name in header] + [tag.strip().casefold() for tag in tags if tag]
    return hashlib.sha256("\x1f".join(told).encode()).hexdigest()[:16]


def propose(sheet: Sheet, given: Collection[str] = ()) -> Proposal:
    """Say what the columns of a sheet are, as far as their names tell.

    Parameters
    ----------
    given
        What another table of the same upload gives, so that it is not missing here.

    Raises
    ------
    ReadingError
        If a column that is taken in is there twice under one name.
    """
    told, sure = _told(sheet)
    columns = tuple(
        Column(n, safe_name(name), told[n], sure[n]) for n, name in enumerate(sheet.header)
    )
    mapping = ColumnMapping(
        shape_of(sheet.header, sheet.tags), _kind(told), _first_of_each(told), {}
    )
    return Proposal(sheet.where, mapping, columns, missing_of(mapping, given))


def missing_of(mapping: ColumnMapping, given: Collection[str] = ()) -> tuple[tuple[str, ...], ...]:
    """Return for each thing that a mapping lacks the fields of which one is enough."""
    needed: list[tuple[str, ...]] = [_TRAINING]
    if TRAININGS not in given:
        needed.append(("date_start",))
    if mapping.kind != TRAININGS:
        needed += [_WHERE, _WHO]
    if mapping.kind == GROUPS:
        needed.append(_NUMBERS)
    return tuple(fields for fields in needed if not mapping.holds(*fields))


def with_constants(mapping: ColumnMapping, constants: Mapping[str, str]) -> ColumnMapping:
    """Return a mapping with values that hold for every row."""
    return replace(mapping, constants={**mapping.constants, **constants})


def _told(sheet: Sheet) -> tuple[list[str], list[bool]]:
    """Return for each column its field, and whether its name or tag says so for certain."""
    collector = is_from_collector(sheet.header)
    told: list[str | None] = []
    for name, tag in zip(sheet.header, sheet.tags, strict=True):
        if collector and is_collectors_own(name):
            known = field_of_name(name)
            told.append(known if known in PERSONAL_FIELDS else IGNORED)
        else:
            by_tag = field_of_tag(tag) if tag else None
            told.append(by_tag if by_tag is not None else field_of_name(name))
    sure = [True] * len(told)
    _refuse_twice(sheet, told)
    for twice in _twice([known or IGNORED for known in told]):
        for place in [n for n, known in enumerate(told) if known == twice]:
            sure[place] = False
    filled = {known for known in told if known}
    for place, known in enumerate(told):
        if known is None:
            guess = _guess(sheet.header[place])
            open_still = guess is not None and guess not in filled
            told[place], sure[place] = (guess if open_still else IGNORED), not open_still
            filled |= {guess} if open_still and guess else set()
    return [known or IGNORED for known in told], sure


def _refuse_twice(sheet: Sheet, told: Sequence[str | None]) -> None:
    """Refuse a column that would be taken in and is there twice under one name."""
    taken = [
        plain(name)
        for name, known in zip(sheet.header, told, strict=True)
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
    found = set(fields)
    if found & set(_NUMBERS):
        return GROUPS if found & {*_WHO, *_WHERE} and found & set(_WHO) else TRAININGS
    if found & {"sex", "name_of_person", "identity"}:
        return PERSONS
    attended = found & set(_WHO)
    return PERSONS if attended and not found & {"date_start"} else TRAININGS


def _first_of_each(fields: Sequence[str]) -> tuple[str, ...]:
    """Return the fields with each given to one column only; persons' data may have many."""
    seen: set[str] = set()
    kept = []
    for name in fields:
        again = name in seen and name not in PERSONAL_FIELDS
        kept.append(IGNORED if again else name)
        seen.add(name)
    return tuple(kept)


def _twice(fields: Sequence[str]) -> list[str]:
    times = Counter(name for name in fields if name and name not in PERSONAL_FIELDS)
    return sorted(name for name, count in times.items() if count > 1)
