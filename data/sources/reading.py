"""What was pulled -> what was understood of it, with what is known of its columns beforehand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data.records.errors import ReadingError
from data.review.decisions import Decisions
from data.sheets.fields import IGNORED, PERSONAL_FIELDS, plain
from data.sheets.mapping import ColumnMapping, with_constants
from data.sheets.opening import COMMAND_LINE, SheetChoice, open_sheets
from data.sources.settings import Source
from data.understanding.proposal import Proposal, propose
from data.understanding.understand import COLUMNS, Question, Understood, understand


def read(
    source: Source, files: Sequence[bytes], today: date, decisions: Decisions
) -> Understood | Question:
    """Read the files of a source as those that somebody chose.

    What ``sources.toml`` says of a column holds whatever its name says; all others have to be
    known by their names, or confirmed by somebody.

    Raises
    ------
    ReadingError
        As ``understand``; or if a column that the source is described with is not there, since
        the source has then changed its form.
    """
    mappings: list[ColumnMapping] = []
    if source.columns or source.all:
        known = _mappings(source, files, decisions)
        if isinstance(known, Question):
            return known
        mappings = known
    return understand(
        files,
        today,
        mapping=mappings,
        sheet=source.sheet or None,
        decisions=decisions,
        date_format=source.dates,
        limits=COMMAND_LINE,
    )


def _mappings(
    source: Source, files: Sequence[bytes], decisions: Decisions
) -> list[ColumnMapping] | Question:
    proposals: list[Proposal] = []
    for content in files:
        sheets = open_sheets(content, source.where, source.sheet, COMMAND_LINE)
        if isinstance(sheets, SheetChoice):
            return []  # which of them is meant is asked first
        proposals += [propose(one) for one in sheets]
    _require_columns(source, proposals)
    told = {plain(name): field for name, field in source.columns.items()}
    mappings = []
    for proposal in proposals:
        confirmed = decisions.mappings.get(proposal.mapping.shape)
        mapping = _as_told(proposal, confirmed or proposal.mapping, told)
        mapping = with_constants(mapping, source.all)
        open_ = [one for one in proposal.columns if not one.sure and plain(one.name) not in told]
        if open_ and not confirmed:
            return Question(COLUMNS, source.where, proposal=replace(proposal, mapping=mapping))
        mappings.append(mapping)
    return mappings


def _require_columns(source: Source, proposals: Sequence[Proposal]) -> None:
    """Refuse a source that has a column no longer from which a field is taken."""
    there = {plain(column.name) for one in proposals for column in one.columns}
    gone = [name for name, field in source.columns.items() if field and plain(name) not in there]
    if gone:
        what = f"It has no column {', '.join(gone)}: it has changed its form."
        raise ReadingError(what, source.where, "Say what its columns are now.")


def _as_told(proposal: Proposal, mapping: ColumnMapping, told: dict[str, str]) -> ColumnMapping:
    """Return a mapping with the fields that are told; no other column keeps one of them."""
    names = [plain(column.name) for column in proposal.columns]
    given = {told[name] for name in names if name in told} - {IGNORED, *PERSONAL_FIELDS}
    fields = tuple(
        told.get(name, IGNORED if field in given else field)
        for name, field in zip(names, mapping.fields, strict=True)
    )
    try:
        return replace(mapping, fields=fields)
    except ValueError as error:
        raise ReadingError(f"{error}.".capitalize(), proposal.where, "Name one of them.") from error
