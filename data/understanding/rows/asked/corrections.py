"""Texts beside a table that correct it, or tell of more people: how its rows count is asked."""

import re
from collections.abc import Sequence

import pandas as pd

from data.review.agencies.agencies import find_agency
from data.review.decisions import NUMBER, Decisions, told_key
from data.review.questions import Option, QueueItem
from data.sheets.sheet import Sheet
from data.sheets.words.names.names_of_sexes import sex_counted
from data.sheets.words.told.more_people import numbers_of_some, tells_of_more
from data.sheets.words.told.numbers_told import ALL, MEN, WOMEN, counts_told
from data.understanding.rows.people_told import LISTED, Listed
from geo.words.catalogue import _

#: "Please read 7 men for Police", "12 was wrongly written", "Corrigendum", "correct total is 15".
_CORRECTS = re.compile(
    r"\bcorrigend(?:um|a)\b|\berrat(?:um|a)\b"
    r"|\b(?:please|kindly|be) read\b[^.;]{0,99}?"
    r"(?:\d[^.;]{0,99}\bfor\b|\b(?:instead|in (?:place|lieu)) of\b)"
    r"|\bbe read as \d"
    r"|\b(?:is|are|was|were|been) (?:\w+ )?(?:wrong|incorrect|erroneous)\b"
    r"|\b(?:wrong|incorrect|erroneous|inadvertent)ly\b|\bby mistake\b"
    r"|\b(?:typing|clerical|typographical|printing) (?:error|mistake)\b"
    r"|\bcorrect(?:ed)? (?:total|numbers?|figures?|strength|count|attendance)\b"
    r"|\bgh?alti se\b|غلطی سے|غلط (?:درج|لکھ|ٹائپ)|(?:درست|صحیح) (?:تعداد|میزان)|پڑھا جائے|تصحیح",
    re.IGNORECASE,
)
#: The rows are what is to be read: "They replace those of my mail", "The corrected list is below".
_REPLACES = re.compile(
    r"\breplac(?:es?|ing) (?:the|that|those|this|it|my|our|all|any|earlier|previous)\b"
    r"|\bsupersed\w+|\bsupersession\b"
    r"|\b(?:correct(?:ed)?|revised|right) (?:list|table|figures?|statement|return)\b[^.;]{0,99}?"
    r"\b(?:below|under|follow\w*|attached|enclosed)\b",
    re.IGNORECASE,
)

_CORRECTS_QUESTION = (
    _("corrected by a text"),
    _("{where}: a text beside the rows says that something is to be read otherwise."),
)
_ADDS_QUESTION = (
    _("more told of by a text"),
    _("{where}: a text beside the rows tells of people who came beside others. Are they in them?"),
)
#: What a text counts by the sex that it speaks of.
_OF_SEX = {"": ALL, "Female": WOMEN, "Male": MEN}


def ask_of_corrections(
    sheet: Sheet, listed: Listed, decisions: Decisions, shape: Sequence[str]
) -> list[QueueItem]:
    """Ask whether the rows count as they stand, where a text beside them says otherwise.

    It corrects something, tells of people beside those of the rows, or of a number of them that is
    of no part of the rows. What is to be read otherwise, and whether that was done, a person has to
    see.
    """
    correcting = [text for text in sheet.beside if _CORRECTS.search(text)]
    # One that says both is asked about once: an answer is of a text.
    others = [text for text in sheet.beside if text not in correcting]
    adding = [text for text in others if tells_of_more(text) or _is_of_no_part(text, listed)]
    corrected, added = (_CORRECTS_QUESTION, correcting), (_ADDS_QUESTION, adding)
    if listed.sound.empty or any(map(_REPLACES.search, sheet.beside)):
        return []
    people = int(listed.counts.loc[listed.sound, ALL].sum())
    return [
        _question(words, sheet.where, listed.sound, people, key)
        for words, said in (corrected, added)
        if said and decisions.answer(key := told_key([*shape, *sorted(said)])) != LISTED
    ]


def _is_of_no_part(text: str, listed: Listed) -> bool:
    """Tell whether a text has a number of people who came that no part of the rows has.

    One that is of all of them is compared with these elsewhere; one behind a label may be of
    anything but people, where that is no agency.
    """
    if counts_told([text]):
        return False
    return any(
        not _is_of_a_part(number, agency, _OF_SEX[sex_counted(of)], listed)
        for of, number in numbers_of_some(text)
        if (agency := find_agency(of).agency) or any(map(str.isdigit, of))
    )


def _is_of_a_part(number: int, agency: str | None, who: str, listed: Listed) -> bool:
    if who != ALL and not listed.tell_sexes:
        return number <= max(listed.parts(agency, ALL))
    return number in listed.parts(agency, who)


def _question(
    words: tuple[str, str], where: str, rows: pd.Index, people: int, key: str
) -> QueueItem:
    value, reason = words
    return QueueItem(
        kind=NUMBER,
        value=value,
        rows=tuple(map(int, rows)),
        candidates=(Option(LISTED, _("the rows count as they stand")),),
        key=key,
        reason=reason.format(where=where),
        participants=people,
        held=False,
    )
