"""The files that somebody chose -> what was understood of them, or what must be answered first.

The one way of a screen and of the command line. Files of the documented shape take the strict
way of ``data.checking``; all others are read by what their columns are called.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pyarrow as pa

from data.checking.check import Checked, check
from data.checking.optional_tables import check_further, parted
from data.checking.other_countries import require_provinces
from data.checking.other_files import require_some_training
from data.checking.table_check import COLUMNS as RECORDED
from data.checking.table_check import no_table
from data.checking.template_sheets import are_of_template, check_template
from data.files.kept_texts import texts_of
from data.files.text_pages import TextPages
from data.files.workbooks import SheetTitle, open_workbook
from data.files.zip_parts import within_memory
from data.records.errors import ReadingError
from data.review.decisions import Decisions, dash_key, date_key, month_key
from data.sheets.fields import COUNT_FIELDS
from data.sheets.files_together import of_files
from data.sheets.mapping import DATE_FORMATS, TRAININGS, ColumnMapping, missing_of
from data.sheets.opening import ON_SCREEN, Limits, Sheet, SheetChoice, open_sheets
from data.understanding.answers import Answers, by_position, require_known
from data.understanding.arrangement import arranged
from data.understanding.columns.people.one_person_a_row import require_one_person_a_row
from data.understanding.columns.proposal import Proposal, propose, with_mapping
from data.understanding.homes.confirmed_posts import with_homes_of_confirmed
from data.understanding.layout.crossed.counts_beside import (
    with_counts_once,
    with_parts_left_out,
)
from data.understanding.layout.crossed.sexes_beside import by_agency_or_sex
from data.understanding.layout.venues import OTHERWISE
from data.understanding.sheet_reading import SheetReading
from data.understanding.sheet_records import Recorded, read_records, read_trainings, trainings_alone
from geo.names.remembered import forgetting_texts
from geo.words.catalogue import _

__all__ = ["Answers", "Question", "Understood", "understand"]

SHEET, COLUMNS = "sheet", "columns"
NOT_A_PAIR = _("There are two tables, and not one of trainings and one of attendance.")


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
    reason
        Why it is asked, where that is not plain.
    notes
        What was detected so far.
    """

    kind: str
    where: str
    sheets: tuple[SheetTitle, ...] = ()
    proposal: Proposal | None = None
    reason: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Understood:
    """What was understood of the files.

    Attributes
    ----------
    checked
        What became of each row.
    mappings
        What the columns were taken for; none for files of the documented shape.
    notes
        Sentences on what was detected and what was taken for what.
    proposal
        What the columns were taken for, where a note says that it can be said otherwise.
    """

    checked: Checked
    mappings: tuple[ColumnMapping, ...]
    notes: tuple[str, ...]
    proposal: Proposal | None = None


@within_memory()
@forgetting_texts()
def understand(
    files: Sequence[bytes | TextPages],
    today: date,
    mapping: ColumnMapping | Sequence[ColumnMapping] | None = None,
    sheet: str | Sequence[str] | None = None,
    decisions: Decisions | None = None,
    date_format: str | None = None,
    limits: Limits = ON_SCREEN,
    answers: Answers | None = None,
) -> Understood | Question:
    """Understand one file, or one of trainings and one of attendance; others may come with them.

    Parameters
    ----------
    files
        Their bytes, or the pages that a source gave, in any order.
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
    answers
        What somebody said of columns by their names, and of what one row is.

    Raises
    ------
    ReadingError
        If a file is refused as a whole.
    data.checking.CheckingError
        If a rule could not be applied.
    """
    if date_format not in (None, *DATE_FORMATS):
        raise ValueError(f"not a format of dates: {date_format}")
    told = _Told(answers or Answers(), mapping, decisions or Decisions(), date_format)
    with texts_of(files):
        sheets = _opened(files, (sheet,) if isinstance(sheet, str) else tuple(sheet or ()), limits)
        if isinstance(sheets, Question):
            return sheets
        return _understood(files, sheets, today, told, limits)


def _understood(
    files: Sequence[bytes | TextPages],
    sheets: list[Sheet],
    today: date,
    told: "_Told",
    limits: Limits,
) -> Understood | Question:
    """Understand the sheets of all files together."""
    of_records, of_further = parted(sheets)
    sheets.clear()  # else whoever called would hold each sheet until all are read
    written = [name for one in of_records for name in one.header]
    of_records = arranged(of_records, limits.rows)
    require_known(of_records, told.answers, written)
    notes = tuple(note for one in (*of_records, *of_further.values()) for note in one.notes)
    records = _records(files, of_records, today, told)
    if isinstance(records, Question):
        return replace(records, notes=notes)
    further = check_further(of_further, records.checked.trainings, today)
    checked = replace(records.checked, tables={**records.checked.tables, **further})
    return replace(records, checked=checked, notes=tuple(dict.fromkeys(notes + records.notes)))


def _opened(
    files: Sequence[bytes | TextPages], chosen: tuple[str, ...], limits: Limits
) -> list[Sheet] | Question:
    """Return the sheets of all files, or ask which of a workbook's are meant."""
    if not files:
        advice = _("Choose a workbook, or CSV files of trainings and attendance.")
        raise ReadingError(_("No file was chosen."), _("What you chose"), advice)
    opened: list[Sheet] = []
    for number, content in enumerate(files, start=1):
        where = _("The file") if len(files) == 1 else _("File {number}").format(number=number)
        sheets = open_sheets(content, where, chosen, limits)
        if isinstance(sheets, SheetChoice):
            return Question(SHEET, where, sheets=sheets.titles)
        opened += sheets
    return of_files(opened) if len(files) > 1 else opened


@dataclass(frozen=True)
class _Told:
    """What was said of the files, now and before."""

    answers: Answers
    mapping: ColumnMapping | Sequence[ColumnMapping] | None
    decisions: Decisions
    date_format: str | None

    @property
    def mappings(self) -> dict[str, ColumnMapping]:
        """The confirmed mappings by shape; one that was given now comes first."""
        given = [self.mapping] if isinstance(self.mapping, ColumnMapping) else self.mapping or ()
        return {**self.decisions.mappings, **{one.shape: one for one in given}}


def _records(
    files: Sequence[bytes | TextPages], sheets: list[Sheet], today: date, told: _Told
) -> Understood | Question:
    """Read the sheets of trainings and attendance, or ask what is not certain.

    The two tables of the documented shape are checked on their strict way; others are read by
    what their columns are called.
    """
    if not sheets:
        return Understood(check({name: no_table(name) for name in RECORDED}, today), (), ())
    if are_of_template(sheets):
        return Understood(check_template(sheets, today, told.decisions), (), ())
    if len(sheets) > 2:
        return _which(files, _("There are {number} tables.").format(number=len(sheets)))
    proposals = _proposals(sheets, told)
    if asked := next((one for one in proposals if one.is_open), None):
        return Question(COLUMNS, asked.where, proposal=asked)
    known = [one.mapping for one in proposals]
    _require_one_person_a_row(sheets, known)
    if len(sheets) == 2 and not _roles(known):
        return _which(files, NOT_A_PAIR)
    dated = []
    for one in known:
        decided = told.decisions.answer
        order = told.date_format or one.date_format or decided(date_key(one.shape))
        day = told.answers.month_day or one.month_day or decided(month_key(one.shape))
        dashes = told.answers.dashes or one.dashes or decided(dash_key(one.shape))
        year = told.answers.year or one.year
        dated.append(replace(one, date_format=order, month_day=day, dashes=dashes, year=year))
    more = _count_once(sheets, dated)
    read = _with_homes(sheets, dated, told)
    checked, notes = _recorded(sheets, read, today, told.decisions)
    of_people = next((one for one in proposals if one.mapping.kind != TRAININGS), None)
    notes = (*more, *notes)
    return Understood(checked, tuple(dated), notes, of_people if OTHERWISE & {*notes} else None)


def _require_one_person_a_row(sheets: list[Sheet], mappings: Sequence[ColumnMapping]) -> None:
    """Refuse as ``require_one_person_a_row``; whoever calls holds no sheet by that."""
    for sheet, one in zip(sheets, mappings, strict=True):
        require_one_person_a_row(sheet, one)


def _with_homes(
    sheets: list[Sheet], mappings: Sequence[ColumnMapping], told: _Told
) -> list[ColumnMapping]:
    """Let confirmed columns of postings tell homes, too; return what the columns are then.

    What was confirmed is kept as it was: it is of the columns of the file.
    """
    read = []
    for place, (sheet, one) in enumerate(zip(sheets, mappings, strict=True)):
        whole = one.shape in told.mappings
        confirmed = range(len(sheet.header)) if whole else by_position(sheet, told.answers)
        sheets[place], mapping = with_homes_of_confirmed(sheet, one, confirmed)
        read.append(mapping)
    return read


def _count_once(sheets: list[Sheet], mappings: Sequence[ColumnMapping]) -> list[str]:
    """Let each number that is said to count people count once, and return what is said of them."""
    before = {note for one in sheets for note in one.notes}
    fields = [one.fields for one in mappings]
    sheets[:] = map(with_parts_left_out, sheets, fields)
    sheets[:] = map(by_agency_or_sex, map(with_counts_once, sheets, fields), fields)
    return [note for one in sheets for note in one.notes if note not in before]


def _which(files: Sequence[bytes | TextPages], reason: str) -> Question:
    """Ask which tables of a workbook are meant; of several files they are chosen anew.

    Raises
    ------
    ReadingError
        If there is more than one file.
    """
    if len(files) == 1 and isinstance(files[0], bytes):
        return Question(SHEET, _("The file"), sheets=open_workbook(files[0]).titles, reason=reason)
    advice = _("Choose one file, or one of trainings and one of attendance.")
    raise ReadingError(reason, _("What you chose"), advice)


def _proposals(sheets: list[Sheet], told: _Told) -> list[Proposal]:
    """Return what the columns of each sheet are, with what was confirmed of them.

    Raises
    ------
    ReadingError
        If a mapping that was confirmed is of another number of columns.
    """
    proposals = []
    for sheet in sheets:
        proposal = propose(sheet, told.answers)
        if not told.answers.fields:
            require_some_training(sheet, proposal.mapping.fields)
        if proposal.is_open and not told.answers.fields:
            require_provinces(sheet, proposal.mapping.fields, told.decisions)
        if confirmed := told.mappings.get(proposal.mapping.shape):
            if len(confirmed.fields) != len(sheet.header):
                what = _("The mapping is of another shape.")
                raise ReadingError(what, sheet.where, _("Confirm the columns again."))
            proposal = with_mapping(proposal, confirmed)
        proposals.append(proposal)
    known = [one.mapping for one in proposals]
    given = [TRAININGS] if len(sheets) == 2 and _roles(known) else []
    return [replace(one, missing=missing_of(
                one.mapping, given if one.mapping.kind != TRAININGS else []))
            for one in proposals]  # fmt: skip


def _roles(mappings: Sequence[ColumnMapping]) -> bool:
    """Tell whether one of two tables is of trainings, and the other of attendance."""
    return sum(one.kind == TRAININGS for one in mappings) == 1


def _recorded(
    sheets: list[Sheet], mappings: list[ColumnMapping], today: date, decisions: Decisions
) -> Recorded:
    """Read the sheets: one that has both tables, or trainings first and then attendance.

    A sheet is taken out of the list, and let go when what is taken in of it is known.
    """
    pairs = sorted(zip(sheets, mappings, strict=True), key=lambda pair: pair[1].kind != TRAININGS)
    sheets.clear()
    if len(pairs) == 2:
        trainings = read_trainings(SheetReading(*pairs.pop(0), decisions), today)
        return read_records(SheetReading(*pairs.pop(), decisions), today, trainings)
    mapping = pairs[0][1]
    reading = SheetReading(*pairs.pop(), decisions)
    pa.default_memory_pool().release_unused()
    if mapping.kind == TRAININGS and not mapping.holds(*COUNT_FIELDS):
        return trainings_alone(reading, today)
    return read_records(reading, today)
