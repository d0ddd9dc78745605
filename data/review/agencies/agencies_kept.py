"""An agency in a table that keeps whatever name is written: the known one it is, or a question."""

from collections.abc import Collection

import pandas as pd

from data.records.model import AGENCY_NOT_TOLD, UNTOLD_AGENCY
from data.records.personal_data import (
    HIDDEN,
    HIDDEN_TEXT,
    has_personal_number,
    looks_personal,
    may_be_name,
)
from data.records.problems.of_rows import UNKNOWN_AGENCY
from data.review.agencies.agencies import (
    CIVIL,
    MEDIA,
    OF_ANOTHER,
    agencies_named,
    called_as,
    find_agency,
    own_name,
    shown_agency,
)
from data.review.agencies.parts import at_police_desk
from data.review.decisions import AGENCY, Decisions, agency_key
from data.review.questions import Option, QueueItem
from data.sheets.fields import plain
from geo.words.catalogue import _

#: Of these are many bodies, each of which may be kept by its own name.
_OF_MANY = frozenset([CIVIL, MEDIA, UNTOLD_AGENCY])


def agency_kept(
    written: str, decisions: Decisions, known: Collection[str] = ()
) -> tuple[str, tuple[Option, ...]]:
    """Return the agency that a text is kept as, blank where that is asked; and the candidates.

    A known one by any of its names is that one, and any other keeps its own name; one that may be
    a person's, or a known one misspelt, is asked about. Those of ``known`` are kept as they are; so
    is one with a number of a person, which no table takes.
    """
    as_it_is = written in known or written.endswith(OF_ANOTHER) or has_personal_number(written)
    if as_it_is or written.casefold() in AGENCY_NOT_TOLD:
        return written, ()
    if answer := decisions.answer(agency_key(written)):
        return answer, ()
    found = find_agency(written, decisions)
    personal = looks_personal(written)
    if found.agency and not personal:
        of_all = called_as(written) == found.agency and not may_be_name(written)
        return (written if found.agency in _OF_MANY and not of_all else found.agency), ()
    asked = personal or bool(found.candidates) or may_be_name(written)
    return ("" if asked else written), found.candidates


def question_of_agency(
    written: str, rows: Collection[int], candidates: tuple[Option, ...], people: pd.Series
) -> QueueItem:
    """Return the question which agency a text is; ``people`` says of how many each row is."""
    own = sorted(rows)
    return QueueItem(
        kind=AGENCY,
        value=shown_agency(written),
        rows=tuple(own),
        candidates=candidates or (_at_least(written),),
        key=agency_key(written),
        reason=UNKNOWN_AGENCY.reason,
        participants=int(people.loc[own].sum()),
    )


def options_of_posting(written: str) -> tuple[Option, ...]:
    """Return what may be answered of a posting that tells no agency: whoever has its rank, or none.

    It is its own name only where somebody says so.
    """
    desk = at_police_desk(plain(written))
    ranks = find_agency(desk, post=True).candidates if desk else ()
    return ranks or tuple(dict.fromkeys((none_told(), _at_least(written))))


def none_told() -> Option:
    """Return the answer that no agency is told.

    So is none where a rank stands in the place of the agency, too: it is there by mistake.
    """
    return Option(UNTOLD_AGENCY, _("not published, as no agency is told"))


def none_of_each() -> Option:
    """Return the answer that people are of several agencies, and how many of each is not told."""
    return Option(UNTOLD_AGENCY, _("not published, as the file does not tell them apart"))


def _at_least(written: str) -> Option:
    """Return what may be answered of a text that is like no agency: its own name, if nobody's.

    One that names known ones beside it is no name of another.
    """
    if shown_agency(written) in (HIDDEN, HIDDEN_TEXT) or agencies_named([written]):
        return none_told()
    name = own_name(written)
    return Option(name, _("{agency}: keep its own name").format(agency=name))
