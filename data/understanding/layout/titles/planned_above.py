"""Texts round the rows that speak of what was planned, and of nothing that was held."""

import re
from collections.abc import Sequence

from data.sheets.fields import plain
from data.sheets.words.names.names_of_who_came import is_planned
from data.understanding.layout.titles.days.days_above import are_of_invited
from data.understanding.layout.titles.reports_above import TO_BE_HELD, says_who_came
from data.understanding.layout.titles.title_texts import NOTE

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
_OF_ALL = re.compile(r"\b(?:total|in all|so far|kul)\b|کل", re.IGNORECASE)
#: What a sheet is called that has nothing but plans.
_NAMES = frozenset(["plan", "plans", "planned", "proposed", "tentative", "upcoming", "targets",
                    "mansooba", "منصوبہ", "مجوزہ"])  # fmt: skip
#: What may be of trainings that were held, or are to be.
_CALENDAR = re.compile(r"\b(?:calendar|schedule|time ?table)\b|کیلنڈر|شیڈول", re.IGNORECASE)

_NUMBERED = re.compile(r"\W*(?P<mark>\d{1,2}|[ivx]{1,4}|[a-h])\s*[.)]\s*(?=[^\W\d])", re.IGNORECASE)
#: What the headings of a report are numbered by.
_MARKS = (tuple(map(str, range(1, 21))), tuple("abcdefgh"),
          ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"))  # fmt: skip
_ACTIVITIES = r"(?:activit(?:y|ies)|events?|trainings?|workshops?|sessions?)"
_PERIOD = r"(?:months?|quarters?|weeks?|years?|period|phase)(?:['’]?s)?"
#: A heading of a report under which stands what is still to come.
_HEADS_PLAN = re.compile(
    rf"(?:(?:work |training )?plan(?:ned)?(?: {_ACTIVITIES})? (?:for|of)\b[^\d]*(?:20\d\d)?"
    rf"|(?:(?:work |training )?plan|(?:planned )?{_ACTIVITIES}|targets?)"
    rf" (?:for|of|in) (?:the )?(?:next|coming|following) {_PERIOD}"
    rf"|(?:the )?(?:next|coming|following) {_PERIOD} (?:work |training )?"
    rf"(?:plans?|targets?|(?:planned )?{_ACTIVITIES})"
    rf"|(?:upcoming|planned|future|forthcoming)(?: (?:{_ACTIVITIES}|plans?))?"
    r"|way forward|next steps|plan of action|(?:ag?la?y|agle|a'?inda) (?:mah|maheen[ae]y?)\b.*"
    r"|(?:آئندہ|اگلے) (?:ماہ|مہینے)\b.*)\s*[:.–-]*",
    re.IGNORECASE,
)


def without_plans(texts: Sequence[str]) -> tuple[str, ...]:
    """Return texts without those under the heading of a plan: "3. Next month plan".

    Up to the heading with the next number where it has one, and to a text of all, or of what was
    done: these are of the rows.
    """
    kept, ends, under = [], "", False
    for text in texts:
        begins = _NUMBERED.match(text)
        mark = begins["mark"].casefold() if begins else ""
        if _HEADS_PLAN.fullmatch(text[begins.end() :] if begins else text.strip()):
            ends, under = _next_mark(mark), True
        elif (mark and mark == ends) or _is_of_rows(text):
            under = False
        if not under:
            kept.append(text)
    return tuple(kept)


def _next_mark(mark: str) -> str:
    after = (marks[marks.index(mark) + 1 :] for marks in _MARKS if mark in marks)
    return next((own[0] for own in after if own), "")


def _is_of_rows(text: str) -> bool:
    done = _say_done([text]) and not is_planned(text)
    return done or bool(_OF_ALL.search(text) or NOTE.match(text))


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
