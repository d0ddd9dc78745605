"""What the columns of a sheet are and what one row is, by names and contents; and what is asked.

Nothing that changes a figure is guessed: a column whose name or contents leave a doubt is put
before a person, and so is what one row is where no column of persons or numbers says it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from data.records.distinct import filled_texts
from data.records.errors import ReadingError
from data.records.model import AGENCY_NOT_TOLD, NOT_PUBLISHED
from data.records.personal_data import HIDDEN_TEXT, looks_personal, may_be_name, safe_name
from data.review.agencies.agencies import shown_agency
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    PERSONAL_FIELDS,
    PLACE_FIELDS,
    UNTITLED,
    plain,
)
from data.sheets.mapping import (
    AGENCY_TO_ASK,
    GROUPS,
    PERSONS,
    TRAININGS,
    ColumnMapping,
    known_fields,
    missing_of,
    shape_of,
    twice_given,
)
from data.sheets.persons.named_persons import names_in, persons_named
from data.sheets.sheet import Sheet
from data.sheets.words.names.day_words import is_of_coming
from data.understanding import contents
from data.understanding.answers import Answers, by_position
from data.understanding.columns.evidence.evidence import NAMED, Judged
from data.understanding.columns.evidence.reasons import NOBODY_CAME, UNCOUNTED
from data.understanding.columns.judgement import judged
from data.understanding.columns.people.one_person_a_row import number_is_said
from data.understanding.columns.who_came import of_nobody
from data.understanding.columns.whole_trainings import (
    require_homes_kept,
    uncounted,
    without_persons,
)
from data.understanding.columns.whose_column import are_homes, may_be_homes, says_of_people
from data.understanding.layout.crossed.crossed_columns import CROSSED
from data.understanding.layout.postings import AGENCY as OF_POSTING
from data.understanding.layout.rows_below import are_as_above, named, rows_below
from data.understanding.layout.titles.places.homes_above import HOME_ABOVE
from data.understanding.layout.titles.title_rows import OF_ALL_ROWS
from data.understanding.layout.titles.title_texts import DATE
from data.understanding.layout.trainings_of_rows import TITLE as OF_ROW
from geo.words.catalogue import _

#: Columns of texts of which some may be shown, where a name says what they are.
_SHOWN_TEXTS = frozenset(
    ["training_id", "title", "level", "venue", "venue_district", "venue_province", "status",
     "district", "province", *AGENCY_FIELDS]
)  # fmt: skip
_PLACES = ("district", "venue_district")
MOST_SAMPLES, LONGEST_SAMPLE = 3, 80


@dataclass(frozen=True)
class Column:
    """A column as it is offered to whoever confirms a mapping.

    Attributes
    ----------
    position, name
        Where it stands from 0, and its name as it may be shown.
    field, sure, reason
        What it is taken for, whether that is certain, and why it is not.
    holds
        What its cells are, in the words of ``data.understanding.contents``.
    samples
        A few of its values; none of a column that tells of persons, or may.
    """

    position: int
    name: str
    field: str
    sure: bool
    reason: str = ""
    holds: str = ""
    samples: tuple[str, ...] = ()


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
    kinds
        What one row may be, the likeliest first; one where that is certain.
    below
        The names of columns that rows leave blank below one that fills them in: are those rows
        of the same training?
    """

    where: str
    mapping: ColumnMapping
    columns: tuple[Column, ...]
    missing: tuple[tuple[str, ...], ...]
    kinds: tuple[str, ...]
    below: tuple[str, ...] = ()

    @property
    def asks_below(self) -> bool:
        """Whether somebody has to say what rows mean that leave their training blank."""
        return bool(self.below) and self.mapping.as_above is None

    @property
    def is_open(self) -> bool:
        """Whether somebody has to answer something."""
        unsure = any(not column.sure for column in self.columns)
        return unsure or bool(self.missing) or len(self.kinds) > 1 or self.asks_below


def propose(sheet: Sheet, answers: Answers | None = None) -> Proposal:
    """Say what the columns of a sheet are, as far as names, contents and answers tell.

    Raises
    ------
    ReadingError
        If a column that is taken in is there twice by its name, or two are said to be one field.
    """
    answers = answers or Answers()
    given = by_position(sheet, answers)
    judgements = judged(sheet, known_fields(sheet), given, answers.constants)
    fields = [one.field for one in judgements]
    if twice := twice_given(fields):
        what = _("Two columns are said to be: {fields}.").format(fields=", ".join(twice))
        raise ReadingError(what, sheet.where, _("Leave one of them out."))
    holds = [one.holds for one in judgements]
    said = _said_of_all(answers)
    telling = {name: value for name, value in said.items() if value != NOT_PUBLISHED}
    kinds = row_kinds(fields, holds, sheet.header, telling)
    if kinds == (TRAININGS,) and set(fields) & set(COUNT_FIELDS) and may_be_homes(sheet, fields):
        if "summarises" in fields:  # a row may stand for some trainings
            kinds = (GROUPS,) if says_of_people(sheet, fields) else (TRAININGS, GROUPS)
        else:  # a day in several districts may be of one training, or of one in each
            kinds = (GROUPS,) if are_homes(sheet, fields) else (GROUPS, TRAININGS)
    require_homes_kept(sheet, fields, answers.kind, [*given.values()])
    kinds = (answers.kind,) if answers.kind else without_persons(kinds, sheet, fields)
    constants = {**_untold(kinds[0], judgements, answers), **said}
    rows = rows_below(sheet, fields, kinds[0])
    above = are_as_above(sheet, fields, rows) if answers.as_above is None else answers.as_above
    shape = shape_of(sheet.header, sheet.tags)
    mapping = ColumnMapping(shape, kinds[0], tuple(fields), constants, as_above=above)
    for n in {*of_nobody(sheet, mapping)} - {*given}:
        judgements[n] = replace(judgements[n], sure=False, reason=NOBODY_CAME)
    for n in uncounted(sheet, mapping):
        if given.get(n) in (None, "name_of_person"):
            judgements[n] = replace(judgements[n], sure=False, reason=UNCOUNTED)
    for n in number_is_said(sheet, given, answers.kind):
        judgements[n] = replace(judgements[n], sure=True, reason="")
    columns = tuple(
        Column(n, safe_name(name), one.field, one.sure, one.reason, one.holds)
        for n, (name, one) in enumerate(zip(sheet.header, judgements, strict=True))
    )
    blank = named(sheet, rows)
    proposal = Proposal(sheet.where, mapping, columns, missing_of(mapping), kinds, blank)
    # Values are looked for only where somebody is going to see them.
    return _with_samples(proposal, sheet, judgements) if proposal.is_open else proposal


def _untold(kind: str, judgements: Sequence[Judged], answers: Answers) -> dict[str, str]:
    """Return that the agency is to be asked, and a title that tells nothing, where none may be.

    Without a title trainings are told apart by their days and places.
    """
    told = {*(one.field for one in judgements), *answers.fields.values(), *answers.constants}
    may_tell = [one.field for one in judgements
                if not one.sure and one.holds in (contents.AGENCIES, contents.TEXTS)]  # fmt: skip
    untitled = "date_start" in told and not told & {"title", "training_id"}
    untitled &= {*may_tell} <= {*AGENCY_FIELDS}
    unpublished = kind != TRAININGS and not told & {*AGENCY_FIELDS} and not may_tell
    return ({"title": UNTITLED} if untitled else {}) | (
        {"agency": AGENCY_TO_ASK} if unpublished else {}
    )


def _said_of_all(answers: Answers) -> dict[str, str]:
    """Return what was said of every row: an agency that is not told is asked about no more."""
    untold = answers.constants.get("agency", "").casefold() in AGENCY_NOT_TOLD[1:]
    return {**answers.constants} | ({"agency": NOT_PUBLISHED} if untold else {})


def row_kinds(
    fields: Sequence[str],
    holds: Sequence[str],
    header: Sequence[str],
    constants: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """Return what one row may be by its columns: one kind, or several where they leave it open.

    A row is a person where a column names one, numbers one, gives a sex, says who came, or has the
    day on which the holder of a post came; a group where a column counts people and names an
    agency, or was made of columns named by months or districts, or has places in rows of which no
    column tells the training; else a training, but not where it names an agency or has what a
    person is known by.
    """
    present = set(fields) | {name for name, value in (constants or {}).items() if value}
    counted, named = present & set(COUNT_FIELDS), bool(present & NAMED)
    # An agency that a title tells of makes no groups of trainings whose district nobody knows.
    of_title = {one for one, name in zip(fields, header, strict=True) if name == OF_POSTING}
    told = present & set(AGENCY_FIELDS) - (set() if present & {*PLACE_FIELDS} else of_title)
    attended = bool(told)
    if counted:
        of_counts = {one for name, one in zip(fields, holds, strict=True) if name in counted}
        marks = {contents.TICKS, contents.PRESENCE, *([contents.ONES] if named else ())}
        if of_counts & marks and of_counts <= {*marks, contents.ONES, contents.NOTHING}:
            return (PERSONS,)
        crossed = {plain(name) for name in header} & {*CROSSED, plain(HOME_ABOVE)}
        of_all = (*OF_ALL_ROWS, *([OF_ROW] if DATE in header else []))
        own = {one for one, name in zip(fields, header, strict=True) if name not in of_all}
        of_training = {"title", "training_id", "date_start"}
        of_one = bool(present & {*PLACE_FIELDS}) and not own & of_training
        return (GROUPS,) if attended or crossed or of_one or "sex" in present else (TRAININGS,)
    coming = "designation" in present and any(map(is_of_coming, header))
    if named or coming or present & {"sex", "presence"}:
        return (PERSONS,)
    of_persons = attended or bool(present & set(PERSONAL_FIELDS))
    return (PERSONS, TRAININGS) if of_persons else (TRAININGS,)


def _with_samples(proposal: Proposal, sheet: Sheet, judgements: Sequence[Judged]) -> Proposal:
    """Return a proposal of which each column shows some values; none of one of persons."""
    places = [n for n, one in enumerate(judgements) if one.field == "name_of_person"]
    persons = persons_named(sheet.cells, places)
    columns = list(proposal.columns)
    for n, one in enumerate(judgements):
        if one.field not in PERSONAL_FIELDS and _may_be_shown(one):
            texts = filled_texts(sheet.cells[n], 40)
            samples = _samples([" ".join(text.split()) for text in texts], one, persons)
            columns[n] = replace(columns[n], samples=tuple(samples))
    return replace(proposal, columns=tuple(columns))


def _may_be_shown(column: Judged) -> bool:
    """Tell whether the cells of a column are of a kind that tells of nobody, or known by name."""
    of_texts = column.holds in (contents.TEXTS, contents.MIXED)
    return not of_texts or (column.by_name and column.field in _SHOWN_TEXTS)


def _samples(texts: Sequence[str], column: Judged, persons: frozenset[str]) -> list[str]:
    """Return some values; of a column of numbers, days or words only those that are such."""
    known = contents.PREDICATES.get(column.holds, lambda _: True)
    good = [
        text if len(text) <= LONGEST_SAMPLE else f"{text[: LONGEST_SAMPLE - 1]}…"
        for text in texts
        if known(text)
        and not looks_personal(text)
        and not names_in(text, persons)
        and not (column.field in AGENCY_FIELDS and shown_agency(text) == HIDDEN_TEXT)
        and not (column.field in _PLACES and may_be_name(text) and not contents.is_district(text))
    ]
    return good[:MOST_SAMPLES]


def with_mapping(proposal: Proposal, mapping: ColumnMapping) -> Proposal:
    """Return a proposal with what somebody confirmed of its shape.

    Nothing of its columns is open; what it lacks, as an agency, holds as the file itself was taken.
    What rows mean that leave their training blank is open, where it was confirmed of a file without
    such; what is said of it now comes first.
    """
    said = proposal.mapping.as_above
    mapping = mapping if said is None else replace(mapping, as_above=said)
    untold = {name for fields in missing_of(mapping) for name in fields}
    own = {name: value for name, value in proposal.mapping.constants.items() if name in untold}
    mapping = replace(mapping, constants={**own, **mapping.constants})
    columns = tuple(
        replace(column, field=meant, sure=True, reason="")
        for column, meant in zip(proposal.columns, mapping.fields, strict=True)
    )
    return replace(
        proposal,
        mapping=mapping,
        columns=columns,
        missing=missing_of(mapping),
        kinds=(mapping.kind,),
    )
