"""The files that somebody chose -> what was understood of them, or what must be answered first.

The one way of a screen and of the command line. Files of the documented shape take the strict
way of ``data.checking``; all others are read by what their columns are called.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from data.checking import Checked
from data.column_fields import COUNT_FIELDS
from data.columns import (
    DATE_FORMATS,
    TRAININGS,
    ColumnMapping,
    Proposal,
    missing_of,
    propose,
)
from data.decisions import Decisions, date_key
from data.refusal import ReadingError
from data.sheet_records import Recorded, read_records, read_trainings, trainings_alone
from data.sheets import ON_SCREEN, Limits, Sheet, SheetChoice, open_sheets
from data.spreadsheets import SheetTitle
from data.template_sheets import are_of_template, check_template

__all__ = ["Question", "Understood", "understand"]

SHEET, COLUMNS = "sheet", "columns"


@dataclass(frozen=True)
class Question:
    """What must be answered before the files can be read.

    Attributes
    ----------
    kind
        ``sheet``: choose one or more of ``sheets`` and call again with ``sheet``.
        ``columns``: confirm or correct ``proposal`` and call again with its ``mapping``.
    where
        The file it is about.
    sheets
        The sheets of the workbook, hidden ones too.
    proposal
        What the columns seem to be, and what is missing.
    notes
        What was detected so far.
    """

    kind: str
    where: str
    sheets: tuple[SheetTitle, ...] = ()
    proposal: Proposal | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Understood:
    """What was understood of the files.

    Attributes
    ----------
    checked
        What became of each row.
    file_rows
        By table, the row of the file (its first, for a group) of each accepted row.
    mappings
        What the columns were taken for; none for files of the documented shape.
    notes
        Sentences on what was detected and what was taken for what.
    """

    checked: Checked
    file_rows: Mapping[str, NDArray[np.int64]]
    mappings: tuple[ColumnMapping, ...]
    notes: tuple[str, ...]


def understand(
    files: Sequence[bytes],
    today: date,
    mapping: ColumnMapping | Sequence[ColumnMapping] | None = None,
    sheet: str | Sequence[str] | None = None,
    decisions: Decisions | None = None,
    date_format: str | None = None,
    limits: Limits = ON_SCREEN,
) -> Understood | Question:
    """Understand one file, or one of trainings and one of attendance.

    Parameters
    ----------
    files
        Their bytes, in any order.
    today
        The day up to which trainings can have been held.
    mapping
        What the columns are, as somebody confirmed it; for files of that shape.
    sheet
        The sheet to read, or the sheets of trainings and of attendance.
    decisions
        What was decided before.
    date_format
        How the dates are written: ``dmy``, ``mdy`` or ``iso``.
    limits
        How large the files may be.

    Raises
    ------
    ReadingError
        If a file is refused as a whole.
    data.checking.CheckingError
        If a rule could not be applied. It never means that there are no problems.
    """
    if date_format not in (None, *DATE_FORMATS):
        raise ValueError(f"not a format of dates: {date_format}")
    chosen = (sheet,) if isinstance(sheet, str) else tuple(sheet or ())
    opened: list[Sheet] = []
    for number, content in enumerate(files, start=1):
        where = "The file" if len(files) == 1 else f"File {number}"
        found = open_sheets(content, where, chosen, limits)
        if isinstance(found, SheetChoice):
            return Question(SHEET, where, sheets=found.titles)
        opened += found
    notes = tuple(note for one in opened for note in one.notes)
    if are_of_template(opened):
        return Understood(*check_template(opened, today), (), notes)
    decided = decisions or Decisions()
    mapped = _mapped(opened, _confirmed(mapping, decided))
    if isinstance(mapped, Proposal):
        return Question(COLUMNS, mapped.where, proposal=mapped, notes=notes)
    told = [replace(one, date_format=_date_format(one, date_format, decided)) for one in mapped]
    recorded = _recorded(opened, told, today, decided)
    said = tuple(dict.fromkeys(notes + recorded.notes))
    return Understood(recorded.checked, recorded.file_rows, tuple(told), said)


def _confirmed(
    mapping: ColumnMapping | Sequence[ColumnMapping] | None, decisions: Decisions
) -> dict[str, ColumnMapping]:
    given = [mapping] if isinstance(mapping, ColumnMapping) else list(mapping or ())
    return {**decisions.mappings, **{one.shape: one for one in given}}


def _date_format(mapping: ColumnMapping, given: str | None, decisions: Decisions) -> str | None:
    return given or mapping.date_format or decisions.answer(date_key(mapping.shape))


def _mapped(
    sheets: list[Sheet], confirmed: Mapping[str, ColumnMapping]
) -> list[ColumnMapping] | Proposal:
    """Return the mapping of each sheet, or the first that must be confirmed."""
    _require_two_at_most(sheets)
    proposals = [propose(one) for one in sheets]
    known = [confirmed.get(one.mapping.shape, one.mapping) for one in proposals]
    given = [TRAININGS] if len(sheets) == 2 and _roles(known) else []
    for sheet, proposal, mapping in zip(sheets, proposals, known, strict=True):
        own = given if mapping.kind != TRAININGS else []
        missing = missing_of(mapping, own)
        was_confirmed = proposal.mapping.shape in confirmed
        if len(mapping.fields) != len(sheet.header):
            raise ReadingError(
                "The mapping is of another shape.", sheet.where, "Confirm the columns again."
            )
        if missing or not (was_confirmed or all(column.sure for column in proposal.columns)):
            return replace(proposal, mapping=mapping, missing=missing)
    if len(sheets) == 2 and not given:
        raise ReadingError(
            "There are two tables, and not one of trainings and one of attendance.",
            "What you chose",
            "Choose them one after the other.",
        )
    return known


def _roles(mappings: Sequence[ColumnMapping]) -> bool:
    """Tell whether one of two tables is of trainings, and the other of attendance."""
    return sum(one.kind == TRAININGS for one in mappings) == 1


def _require_two_at_most(sheets: Sequence[Sheet]) -> None:
    if not 1 <= len(sheets) <= 2:
        raise ReadingError(
            f"There are {len(sheets)} tables.",
            "What you chose",
            "Choose one file, or one of trainings and one of attendance.",
        )


def _recorded(
    sheets: list[Sheet], mappings: list[ColumnMapping], today: date, decisions: Decisions
) -> Recorded:
    """Read the sheets: one that has both tables, or trainings first and then attendance."""
    pairs = sorted(zip(sheets, mappings, strict=True), key=lambda pair: pair[1].kind != TRAININGS)
    if len(pairs) == 2:
        trainings = read_trainings(*pairs[0], today, decisions)
        return read_records(*pairs[1], today, decisions, trainings)
    [(sheet, mapping)] = pairs
    if mapping.kind == TRAININGS and not mapping.holds(*COUNT_FIELDS):
        return trainings_alone(sheet, mapping, today, decisions)
    return read_records(sheet, mapping, today, decisions)
