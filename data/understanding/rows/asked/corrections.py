"""Texts beside a table that correct it: whether they are of what it still says is asked."""

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
#: The rows are what is to be read: "They replace those of my mail", "The corrected list is below".
_REPLACES = re.compile(
    r"\breplac(?:es?|ing) (?:the|that|those|this|it|my|our|all|any|earlier|previous)\b"
    r"|\bsupersed\w+|\bsupersession\b"
    r"|\b(?:correct(?:ed)?|revised|right) (?:list|table|figures?|statement|return)\b[^.;]{0,99}?"
    r"\b(?:below|under|follow\w*|attached|enclosed)\b",
    re.IGNORECASE,
)


def ask_of_corrections(
    sheet: Sheet, rows: pd.Index, people: int, decisions: Decisions, shape: Sequence[str]
) -> list[QueueItem]:
    """Ask whether the rows count as they stand, where a text beside them corrects something.

    What is to be read otherwise, and whether that was done, a person has to see.
    """
    said = sorted(text for text in sheet.beside if _CORRECTS.search(text))
    if any(map(_REPLACES.search, sheet.beside)):
        return []
    key = told_key([*shape, *said])
    if not said or rows.empty or decisions.answer(key) == LISTED:
        return []
    reason = _("{where}: a text beside the rows says that something is to be read otherwise.")
    question = QueueItem(
        kind=NUMBER,
        value=_("corrected by a text"),
        rows=tuple(map(int, rows)),
        candidates=(Option(LISTED, _("the rows count as they stand")),),
        key=key,
        reason=reason.format(where=sheet.where),
        participants=people,
        held=False,
    )
    return [question]
