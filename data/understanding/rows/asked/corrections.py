"""Texts beside a table that correct it, or tell of more people: how its rows count is asked."""

import re
from collections.abc import Sequence

import pandas as pd

from data.review.decisions import NUMBER, Decisions, told_key
from data.review.questions import Option, QueueItem
from data.sheets.sheet import Sheet
from data.understanding.rows.people_told import LISTED
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
_NUMBER = r"\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PEOPLE = (
    r"(?:members?|participants?|persons?|people|officers?|officials?|women|men|ladies|lawyers?"
    r"|representatives?|trainees?|attendees?)\b"
)
_CAME = r"(?:attended|came|joined|participated|took part|(?:was|were) (?:present|trained))\b"
#: People beside those of the rows: "In addition, 6 members of civil society attended", "4 police
#: officers also came", "Two more participants joined".
_ADDS = re.compile(
    rf"\b(?:in addition|besides|apart from (?:these|those|the above))\b[^.;]{{0,80}}?"
    rf"{_NUMBER} (?:\w+ ){{0,4}}{_PEOPLE}[^.;]{{0,60}}?\b{_CAME}"
    rf"|{_NUMBER} (?:\w+ ){{0,4}}{_PEOPLE}[^.;]{{0,40}}? (?:also {_CAME}|(?:was|were) also present)"
    rf"|{_NUMBER} (?:more|further|additional) (?:\w+ ){{0,3}}{_PEOPLE}[^.;]{{0,40}}?\b{_CAME}",
    re.IGNORECASE,
)
#: Who is there and is not trained.
_NOT_TRAINED = re.compile(
    r"\b(?:resource|trainers?|facilitators?|speakers?|guests?|observers?|organi[sz]ers?|media"
    r"|journalists?|drivers?|support staff|iom|unodc|ilo|donors?)\b",
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


def ask_of_corrections(
    sheet: Sheet, rows: pd.Index, people: int, decisions: Decisions, shape: Sequence[str]
) -> list[QueueItem]:
    """Ask whether the rows count as they stand, where a text beside them says otherwise.

    It corrects something, or tells of people beside those of the rows. What is to be read
    otherwise, and whether that was done, a person has to see.
    """
    correcting = [text for text in sheet.beside if _CORRECTS.search(text)]
    # One that says both is asked about once: an answer is of a text.
    adding = [text for text in sheet.beside if text not in correcting and _tells_of_more(text)]
    corrected, added = (_CORRECTS_QUESTION, correcting), (_ADDS_QUESTION, adding)
    if rows.empty or any(map(_REPLACES.search, sheet.beside)):
        return []
    return [
        _question(words, sheet.where, rows, people, key)
        for words, said in (corrected, added)
        if said and decisions.answer(key := told_key([*shape, *sorted(said)])) != LISTED
    ]


def _tells_of_more(text: str) -> bool:
    """Tell whether a text says that others came beside those of the rows, who were trained."""
    return _ADDS.search(text) is not None and not _NOT_TRAINED.search(text)


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
