"""What the rows of a sheet say of agencies, and what they leave open."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from data.checking.problems import RowFaults
from data.records.distinct import by_text, different_texts, numbered, texts_of_numbers
from data.records.model import NOT_PUBLISHED, UNTOLD_AGENCY
from data.records.personal_data import names_body
from data.records.problems import of_rows
from data.review.agencies.agencies import (
    NAMED_IN_IT,
    OF_POST,
    agencies_named,
    agencies_of_post,
    agency_in_posting,
    called_as,
    find_agency,
    of_another_country,
    own_name,
)
from data.review.agencies.agencies_kept import (
    none_of_each,
    none_told,
    options_of_posting,
    question_of_agency,
)
from data.review.agencies.civil_society import as_called
from data.review.agencies.initials import agencies_of_initials
from data.review.agencies.letters import letters_of_none
from data.review.agencies.organisations import offer_society, shows_of
from data.review.decisions import AGENCY, Decisions, agency_key
from data.review.questions import Option, QueueItem
from data.sheets.admission import Admitted, column
from data.sheets.fields import AGENCY_FIELDS, AGENCY_OF_POSTING, plain
from data.sheets.words.count_words import tells_nothing
from data.understanding.rows.admitted_cells import words_of_several_persons
from data.understanding.rows.said_of_agencies import (
    kept_said,
    unions_said,
    written_out_said,
)
from data.understanding.rows.under_titles import told_by_group
from geo.words.catalogue import _

#: So many letters a post has that is written out: DC may be anything.
LEAST_OF_WORD = 6
#: Words of the name of a column of offices.
_OFFICES = frozenset(["office", "offices", "branch", "unit", "section"])
_WORKED_FOR = re.compile(r"\bemployer(?: name)?\s*$", re.IGNORECASE)
#: A text that is asked about, its rows, the candidates, and the text as it may be shown.
Asked = tuple[str, list[int], tuple[Option, ...], str]
#: What is recorded of a row that names no agency, nor a post that has one.
_UNTOLD = (UNTOLD_AGENCY, "")


def agencies_of(
    admitted: Admitted,
    decisions: Decisions,
    people: pd.Series,
    faults: RowFaults,
    group: str = "",
    beside: Iterable[str] = (),
    abroad: Collection[int] = (),
    nothing_told: Collection[int] = (),
) -> tuple[pd.Series, tuple[QueueItem, ...], pd.Series, list[str]]:
    """Find the agency of each row, and ask about texts that may be one.

    Parameters
    ----------
    admitted, decisions, people, faults
        The rows, what was decided before, how many people each row is of, and where problems go.
    group, beside
        The agency of which a title says that all participants are, and the texts round the table,
        which may write out what the rows have letters for.
    abroad, nothing_told
        Rows of people from another country; and those that tell nothing of a person, and wait.

    Returns
    -------
    tuple
        The agency by row; blank where it waits. The questions. Which rows tell none, as nobody
        said before. Notes, such as which names are kept that no list has.
    """
    cells = admitted.cells
    words, written_out = _words_told(cells, beside, abroad)
    number = numbered(words)
    different = words[~number.duplicated()]
    readings = _readings(admitted, different, decisions)
    by_title = _by_title(admitted, different, readings, decisions, group)
    offer_society(readings, admitted.name_of, [*beside])
    ranks = _ranks_together(different, readings, decisions)
    untold = {place for place, one in enumerate(readings) if one[:2] == _UNTOLD}
    bare = cells.index.isin([*nothing_told])
    faults.add(cells.index[bare], "", "", of_rows.NOTHING_TOLD)
    told = texts_of_numbers(number, [one[0] for one in readings]).mask(bare, "")
    questions = _asked_about(admitted, number, readings, ranks, faults)
    said = [*written_out_said(written_out), *by_title, *kept_said(one for one, *__ in readings),
            *unions_said(words, told)]  # fmt: skip
    return told, _asked(questions, people), number.isin(untold) & ~bare, said


def _readings(
    admitted: Admitted, different: pd.DataFrame, decisions: Decisions
) -> list[tuple[str, str, tuple[Option, ...]]]:
    """Return the agency, the field that decides and the candidates of each different text."""
    of_names, bodies = _of_names(admitted), words_of_several_persons(admitted)
    posted = "agency" if admitted.name_of("agency") == AGENCY_OF_POSTING else ""
    return [
        _one_agency(texts, decisions, of_names, bodies, posted)
        for texts in different.itertuples(index=False)
    ]


def _words_told(
    cells: pd.DataFrame, beside: Iterable[str], abroad: Collection[int]
) -> tuple[pd.DataFrame, dict[str, str]]:
    """Return what each row says of an agency, and of which one letters are as a text beside says.

    Where only a post is given, the posting beside it may tell of which agency it is.
    """
    words = pd.DataFrame({field: column(cells, field) for field in AGENCY_FIELDS}, cells.index)
    texts = {text for field in AGENCY_FIELDS[:2] for text in different_texts(words[field])}
    written_out = agencies_of_initials(texts, beside)
    for field in AGENCY_FIELDS[:2] if written_out else ():
        words[field] = words[field].replace(written_out)
    only_post = "designation" in cells and not {"agency", "department"} & set(cells)
    words["posting"] = column(cells, "district") if only_post else ""
    words["abroad"] = np.where(words.index.isin([*abroad]), "1", "") if abroad else ""
    return words, written_out


def _asked_about(
    admitted: Admitted,
    number: pd.Series,
    readings: list[tuple[str, str, tuple[Option, ...]]],
    ranks: Mapping[int, str],
    faults: RowFaults,
) -> dict[str, Asked]:
    """Return by key each text that tells no agency for certain, and what is asked of it.

    ``number`` is the place among the readings of each row, ``ranks`` has those asked together.
    """
    cells = admitted.cells
    unknown = {place: one for place, one in enumerate(readings) if not one[0]}
    if not unknown:
        return {}
    waiting = number[number.isin(unknown)]
    field_of = waiting.map({place: field for place, (_agency, field, _more) in unknown.items()})
    questions: dict[str, Asked] = {}
    for field, own in waiting.groupby(field_of, sort=False):
        where, written = admitted.name_of(str(field)), column(cells, str(field))
        shows = shows_of(where, listed=bool((admitted.person >= 0).any()))
        values = by_text(written.loc[own.index], shows)
        faults.add(own.index, where, values, of_rows.UNKNOWN_AGENCY)
        texts = written.loc[own.index].tolist()
        for row, place, own_text in zip(own.index, own.tolist(), texts, strict=True):
            text = ranks.get(place, own_text)
            asked = (text, [], unknown[place][2], shows(text))
            questions.setdefault(agency_key(text), asked)[1].append(int(row))
    return questions


def _by_title(
    admitted: Admitted,
    different: pd.DataFrame,
    readings: list[tuple[str, str, tuple[Option, ...]]],
    decisions: Decisions,
    group: str,
) -> list[str]:
    """Let readings be of the agency of a title that nobody gave another, and return the note."""
    offices = any({*plain(admitted.name_of(field)).split()} & _OFFICES for field in AGENCY_FIELDS)
    of_group, said = told_by_group(different, readings, group, offices=offices)
    for place, told in of_group.items():
        if not _is_decided(different[told[1]].iloc[place], decisions):
            readings[place] = told
    return said


def _ranks_together(
    different: pd.DataFrame,
    readings: list[tuple[str, str, tuple[Option, ...]]],
    decisions: Decisions,
) -> dict[int, str]:
    """Ask once about the ranks that the same agencies have; an answer is that of each of them.

    Returns
    -------
    dict
        By the place of a reading, the ranks of the question that it is in.
    """
    alike: dict[tuple[Option, ...], list[int]] = {}
    for place, (agency, field, options) in enumerate(readings):
        of_posts = bool(options) and all(one.score == OF_POST for one in options)
        if field == "designation" and not agency and of_posts:
            alike.setdefault(options, []).append(place)
    asked: dict[int, str] = {}
    for places in alike.values():
        texts = different["designation"].iloc[places]
        # What follows a comma may be anything, and the rank is asked about.
        once = {plain(one): one for one in (" ".join(t.split(",")[0].split()) for t in texts)}
        listed = ", ".join(sorted(once.values()))
        if answer := decisions.answer(agency_key(listed)):
            for place in places:
                readings[place] = (answer, "designation", ())
        asked |= dict.fromkeys(places, listed)
    return asked


def _asked(questions: Mapping[str, Asked], people: pd.Series) -> tuple[QueueItem, ...]:
    """Return a question for each text, by its key."""
    return tuple(
        replace(question_of_agency(written, rows, candidates, people), key=key, value=value)
        for key, (written, rows, candidates, value) in questions.items()
    )


def _of_names(admitted: Admitted) -> dict[str, str]:
    """Return by field the agency that the name of its column tells: "NGO / CSO", "Name of NGO".

    Whoever somebody works for is their employer, and no federation of these.
    """
    names = {field: admitted.name_of(field) for field in AGENCY_FIELDS}
    told = {field: called_as(name) for field, name in names.items() if not _WORKED_FOR.search(name)}
    return {field: agency for field, agency in told.items() if agency}


def _is_decided(text: str, decisions: Decisions) -> bool:
    """Tell whether a person said before of whom a text is."""
    return any(map(decisions.answer, (agency_key(text), f"{AGENCY}:{plain(text)}")))


def _one_agency(
    texts: Iterable[str],
    decisions: Decisions,
    of_names: Mapping[str, str],
    bodies: frozenset[str],
    posted: str,
) -> tuple[str, str, tuple[Option, ...]]:
    """Return the agency, the field that decides, and candidates; the first filled field decides.

    What the other columns say of one that is not known are candidates, and never more; but of a
    post that several agencies have, the posting tells which. No text of the field
    ``posted`` is the name of an agency that no list has.
    """
    *own, posting, abroad = texts
    written = [(field, text) for field, text in zip(AGENCY_FIELDS, own, strict=True) if text]
    if not written:
        return _UNTOLD[0], _UNTOLD[1], ()
    field, text = written[0]
    first = find_agency(text, decisions, post=field == "designation")
    of_none = first.agency == _UNTOLD[0] and text != NOT_PUBLISHED  # "Others"
    if of_none or tells_nothing(text):
        return _UNTOLD[0], _UNTOLD[1], ()
    of_no_list = first.agency == own_name(text) and not (called_as(text) or agencies_named([text]))
    decided = _is_decided(text, decisions)
    if abroad and not decided and (theirs := of_another_country(text, first, field)):
        return theirs, field, ()
    named = field in of_names or (field == posted and not decided)
    if first.agency and not (of_no_list and named):
        agency = first.agency if decided else as_called(text, first.agency, of_names.get(field))
        return agency, field, ()
    if field in of_names:
        return of_names[field], field, ()
    if field == posted and not first.candidates:
        return "", field, options_of_posting(text)
    if len(text) >= LEAST_OF_WORD and len(of_post := agencies_of_post(text)) == 1:
        return next(iter(of_post)), field, ()  # "Teachers", where a department should be
    if field != "designation" and not first.candidates:
        if names_body(text):
            return own_name(text), field, ()
        if letters_of_none(text) or text in bodies:
            return text.strip() if letters_of_none(text) else own_name(text), field, ()
    told = agency_in_posting(posting) if posting else None
    if told and told in {option.answer for option in first.candidates if option.score == OF_POST}:
        return told, field, ()
    if field == "designation" and not first.candidates:
        return _UNTOLD[0], _UNTOLD[1], ()  # a post tells an agency, and is none
    more = [find_agency(t, decisions, post=f == "designation").agency for f, t in written[1:]]
    again = field != "designation" and plain(text) == plain(own[2])
    return _by_other_columns(field, first.candidates, more, again=again)


def _by_other_columns(
    field: str, candidates: tuple[Option, ...], more: Collection[str | None], *, again: bool
) -> tuple[str, str, tuple[Option, ...]]:
    """Return of a text that alone tells no agency what ``more``, the other columns', say of it.

    ``again`` tells whether its post is no more than the text itself.
    """
    named = {option.answer for option in candidates if option.score == NAMED_IN_IT}
    both = named & {*more}
    if field != "designation" and len(both) == 1 and len(named) > 1:
        return both.pop(), field, ()  # "Prosecution, Sessions Court" of a prosecutor
    words = _("{agency}: by another column")
    others = tuple(Option(a, words.format(agency=a), 80.0) for a in dict.fromkeys(more) if a)
    before = (none_told(),) if again and candidates else ()
    apart = [one for one in named if not any(one in other for other in named - {one})]
    of_each = (none_of_each(),) if field != "designation" and len(apart) > 1 else ()
    return "", field, before + others + candidates + (() if before else of_each)
