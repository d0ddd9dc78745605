"""Texts above the rows that speak of what was planned, and of nothing that was held."""

import re
from collections.abc import Sequence

from data.sheets.fields import plain
from data.understanding.layout.titles.days.days_above import are_of_invited
from data.understanding.layout.titles.reports_above import TO_BE_HELD, says_who_came

_TO_COME = r"(?:propos(?:ed|al)|plann?ed|scheduled|to be (?:held|conducted)|targeted|tentative)"
_BETWEEN = r"(?:\s*[/&,+-]\s*|\s+(?:and|or|and/or)\s+)"
_DONE = r"(?:conducted|held|completed|organi[sz]ed|delivered|carried out|implemented|executed)"
#: "Trainings proposed / conducted": of which each is, only a column can tell.
_EITHER = re.compile(
    rf"\b(?:{_TO_COME}{_BETWEEN}{_DONE}|{_DONE}{_BETWEEN}{_TO_COME})\b", re.IGNORECASE
)
_ANY_DONE = re.compile(
    rf"\b(?:{_DONE}|attended|trained|achieved|actual(?:ly)?"
    r"|attendance (?:sheet|list|register)|hazri|haziri)\b|حاضری",
    re.IGNORECASE,
)
_TRAINING = r"(?:training|trg|workshop|session|seminar|course|programme|program|tarbiyat)s?"
#: "Draft annual training calendar", "Training calendar 2025 (provisional)".
_NOT_FINAL = r"(?:proposed|tentative|draft|provisional)"
_PLAN = r"(?:plan|schedule|calendar|programme|program|time ?table)s?"
_OF_PLAN = rf"(?:annual|yearly|quarterly|monthly|weekly|work|course|of|for|\d[\d-]*|{_TRAINING})"
_ONLY_TO_COME = re.compile(
    rf"\b(?:proposed|tentative|planned|upcoming|mujawwaza|hone wali)\b[^.;]{{0,25}}\b{_TRAINING}\b"
    rf"|\b{_TRAINING} (?:plans?|targets?)\b"
    rf"|(?<!on )(?<!on the )\b{_NOT_FINAL}(?: {_OF_PLAN})* {_PLAN}\b"
    rf"|\b{_PLAN}\W+(?:{_OF_PLAN}\W+)*{_NOT_FINAL}\b"
    r"|(?<!per )(?<!per the )(?<!against )(?<!against the )(?<!under )(?<!under the )"
    r"\b(?:annual|yearly|quarterly|monthly|work) (?:training |work )?plan\b"
    r"|\b(?:expected|mutawaqqa) (?:number of )?(?:participants|trainees|attendees|shuraka)\b"
    r"|\btarbiyati? man[sz]ooba\b"
    r"|(?:مجوزہ|متوقع|ہونے والی) (?:تربیت|تربیتی|ورکشاپ|پروگرام|کورس|سیشن)|تربیتی منصوبہ",
    re.IGNORECASE,
)
#: What a sheet is called that has nothing but plans.
_NAMES = frozenset(["plan", "plans", "planned", "proposed", "tentative", "upcoming", "targets",
                    "mansooba", "منصوبہ", "مجوزہ"])  # fmt: skip
#: What may be of trainings that were held, or are to be.
_CALENDAR = re.compile(r"\b(?:calendar|schedule|time ?table)\b|کیلنڈر|شیڈول", re.IGNORECASE)


def speak_of_either(texts: Sequence[str]) -> bool:
    """Tell whether a text speaks of trainings planned and of those held."""
    return any(map(_EITHER.search, texts))


def speak_of_plans(above: Sequence[str], name: str) -> bool:
    """Tell whether texts above, or the name of a sheet, are of what was planned, or of nominees.

    Not where one of them has a word for what was held.
    """
    texts = (*above, name)
    planned = any(_ONLY_TO_COME.search(text) or TO_BE_HELD.search(text) for text in texts)
    planned |= bool(_ONLY_TO_COME.search(plain(name)) or _NAMES & {*plain(name).split()})
    return (planned and not _say_done(texts)) or (
        are_of_invited(texts) and not any(map(_ANY_DONE.search, texts))
    )


def may_be_of_plans(above: Sequence[str], name: str) -> bool:
    """Tell whether a text is of a calendar or a schedule, and none of what was held."""
    texts = (*above, name)
    return any(map(_CALENDAR.search, texts)) and not _say_done(texts)


def _say_done(texts: Sequence[str]) -> bool:
    """Tell whether a text has a word for what was held, and not "to be held"."""
    bare = [TO_BE_HELD.sub(" ", text) for text in texts]
    return any(_ANY_DONE.search(text) or says_who_came(text) for text in bare)
