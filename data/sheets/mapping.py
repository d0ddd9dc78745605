"""What each column of a sheet is by its name or tag, and what somebody confirmed that it is.

A mapping that was confirmed holds for every file of the same shape: the same names of columns
in the same order.
"""

import hashlib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from data.records.errors import ReadingError
from data.records.personal_data import safe_name
from data.sheets.field_names import field_of_name
from data.sheets.fields import (
    AGENCY_FIELDS,
    CHILDREN,
    COUNT_FIELDS,
    FIELDS,
    IGNORED,
    MANY_FIELDS,
    PERSONAL_FIELDS,
    RUNNING_NUMBER,
    field_of_tag,
    is_collectors_own,
    is_from_collector,
    plain,
)
from data.sheets.sheet import Sheet
from geo.words.catalogue import _

PERSONS, GROUPS, TRAININGS = "persons", "groups", "trainings"
KINDS = (PERSONS, GROUPS, TRAININGS)
#: What one row is, in words.
ROW_WORDS = {PERSONS: _("a person"), GROUPS: _("a group in numbers"), TRAININGS: _("a training")}
DATE_FORMATS = ("iso", "dmy", "mdy")
#: What a dash among counts can mean: nobody, or not recorded.
ZERO, BLANK = "zero", "blank"
DASH_WORDS = (ZERO, BLANK)
#: The agency of rows of which no column tells one, until somebody says which it is.
AGENCY_TO_ASK = "not told"
# A field that one of several columns may fill.
_TRAINING, _WHO = ("title", "training_id"), AGENCY_FIELDS


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
        For each column its field of ``data.sheets.fields``; ``""`` is not taken in.
    constants
        Values that hold for every row, by field: the training that an attendance sheet is of.
    date_format
        How its dates are written: ``iso``, ``dmy``, ``mdy``; None where nobody has said.
    as_above
        Whether a row that leaves its training blank belongs to the row above; None where nobody
        has said.
    month_day
        Which day stands for a month that is given alone, or several: ``first``, ``last``; from
        the first to the last: ``whole``; None where nobody has said.
    dashes
        What a dash or "nil" among counts means: ``zero``, ``blank``; None where nobody has said.
    year
        That of days without one, as 2023 or 2023-24; None where nobody has said.
    """

    shape: str
    kind: str
    fields: tuple[str, ...]
    constants: Mapping[str, str] = field(default_factory=dict)
    date_format: str | None = None
    as_above: bool | None = None
    month_day: str | None = None
    dashes: str | None = None
    year: str | None = None

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
        if twice := twice_given(self.fields):
            raise ValueError(f"a field with two columns: {', '.join(twice)}: leave one of them out")

    def position(self, name: str) -> int | None:
        """Return the place of the column that holds a field, or None."""
        return self.fields.index(name) if name in self.fields else None

    @property
    def counted(self) -> list[str]:
        """The fields that count people and have a column."""
        return [name for name in self.fields if name in COUNT_FIELDS]

    def positions(self, *fields: str) -> list[int]:
        """Return the places of the columns that hold one of some fields."""
        return [place for place, name in enumerate(self.fields) if name in fields]

    def holds(self, *fields: str) -> bool:
        """Tell whether one of some fields has a column or a constant."""
        return any(name in self.fields or self.constants.get(name) for name in fields)


def shape_of(header: Sequence[str], tags: Sequence[str] = ()) -> str:
    """Return the key of a file's shape: a hash of the names of its columns, in their order."""
    parts = [plain(name) for name in header] + [tag.strip().casefold() for tag in tags if tag]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def missing_of(mapping: ColumnMapping, given: Collection[str] = ()) -> tuple[tuple[str, ...], ...]:
    """Return for each thing that a mapping lacks the fields of which one is enough."""
    needed: list[tuple[str, ...]] = [_TRAINING]
    if TRAININGS not in given:
        needed.append(("date_start",))
    if mapping.kind != TRAININGS:
        needed.append(_WHO)
    if mapping.kind == GROUPS:
        needed.append(COUNT_FIELDS)
    return tuple(fields for fields in needed if not mapping.holds(*fields))


def with_constants(mapping: ColumnMapping, constants: Mapping[str, str]) -> ColumnMapping:
    """Return a mapping with values that hold for every row."""
    return replace(mapping, constants={**mapping.constants, **constants})


def known_fields(sheet: Sheet) -> list[str | None]:
    """Return the field of each column by its tag or name; None where neither is known.

    Raises
    ------
    ReadingError
        If a column that is taken in is there twice under one name.
    """
    collector = is_from_collector(sheet.header)
    of_row = sheet.rows_made.of_row if sheet.rows_made else ()  # beside the parts of the row
    known: list[str | None] = []
    for n, (name, tag) in enumerate(zip(sheet.header, sheet.tags, strict=True)):
        by_tag, by_name = field_of_tag(tag) if tag else None, field_of_name(name)
        # "Status" is a submission's, of which ODK Central writes something in an error alone.
        unsaid = by_name == "status" and not sheet.cells[n].str.strip().any()
        if name in of_row:
            known.append(IGNORED)
        elif collector and (unsaid or is_collectors_own(name)):
            known.append(by_name if by_name in PERSONAL_FIELDS else IGNORED)
        else:
            known.append(by_tag or by_name or by_tag)
    known = _with_adults(sheet, known)
    _refuse_twice(sheet, known)
    return known


def _with_adults(sheet: Sheet, known: Sequence[str | None]) -> list[str | None]:
    """Return fields in which children by their tag are of all of a sex, unless adults are told.

    Or a total tells it: "#reached+f" beside "#reached+f+children" may be of all women and girls.
    """
    apart = any("+adult" in tag.casefold() for tag in sheet.tags) or "participants_total" in known
    return [one if apart or not tag or one not in CHILDREN else CHILDREN[one]
            for one, tag in zip(known, sheet.tags, strict=True)]  # fmt: skip


def _refuse_twice(sheet: Sheet, fields: Sequence[str | None]) -> None:
    """Refuse a column that would be taken in and is there twice under one name."""
    taken = [
        plain(name)
        for name, known in zip(sheet.header, fields, strict=True)
        if known and known not in (*MANY_FIELDS, RUNNING_NUMBER)
    ]
    twice = {name for name, times in Counter(taken).items() if times > 1}
    if twice:
        shown = {safe_name(name) for name in sheet.header if plain(name) in twice}
        what = _("A column is there twice: {names}.").format(names=", ".join(sorted(shown)))
        raise ReadingError(what, sheet.where, _("Take one of the two away, or rename it."))


def twice_given(fields: Sequence[str]) -> list[str]:
    """Return the fields that more than one column is taken for, and that only one can hold."""
    many = (*MANY_FIELDS, RUNNING_NUMBER)  # "Sr." of all, and "S#" of each batch
    times = Counter(name for name in fields if name and name not in many)
    return sorted(name for name, count in times.items() if count > 1)
