"""Texts above a table that are of a report, a plan or a letter, or say that people came."""

import re
from datetime import date

from data.records.calendar.dates import FEW_DAYS, Day, read_day
from data.records.calendar.months import days_of_months, is_month
from data.understanding.layout.titles.blocks import ONE_TRAINING
from data.understanding.layout.titles.days_in_texts import days_in
from data.understanding.layout.titles.title_texts import LABELLED, REPORT, TITLE

_CAME = re.compile(
    r"\b(?:attend(?:ed|ance)|participated|trained|held|conducted|ko (?:hui|huwi|hoi|hua|huwa)"
    r"|mun[ai]?qid)\b"
    # Of the training itself, and not a force that they joined or a test that they passed.
    r"|\bwho (?:have |had |actually |also )?(?:reported|joined|completed|qualified|passed"
    r"|appeared)(?: (?:for|at|in) and (?:joined|completed|attended))?(?: (?:for|at|in))?"
    r"(?: (?:the|this|our|it)\b)?(?: (?:training|workshop|course|session|seminar)\b"
    r"|\s*(?:$|[,;:()–.-]))"
    r"|کو ہوئی|منعقد",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:to be|will be|as (?:of|on)|up ?to|till|ho ?g[ai]|ho ?n[ai])\b|ہو ?گ[یا]|ہون[یا]",
    re.IGNORECASE,
)

#: What a training is called behind its number: "Training 3: Data reporting".
_NUMBERED = re.compile(
    rf"(?:{ONE_TRAINING.pattern}|batch)\W{{0,3}}\d{{1,3}}\s*[:.-]", re.IGNORECASE
)

#: The number of a training, which is that of no letter: "Course No. 3/2024".
_NUMBER = re.compile(
    rf"(?P<what>{ONE_TRAINING.pattern}|batch)\W{{0,3}}(?:no|number)\b\W{{0,3}}\d{{1,3}}"
    r"(?:\s*[/-]\s*\d{2,4})?\b",
    re.IGNORECASE,
)
#: A report on the one training that it is called by: "Training Report: Psychosocial support".
_ON_ONE = re.compile(
    r"(?:training|workshop|course|session|seminar|event|activity) report\s*[:–-]\s*\w",
    re.IGNORECASE,
)
#: Who came to the one training that is named: "Statement showing participants of the training".
_OF_ONE = re.compile(
    r"\b(?:statement|summary)\b(?: (?:showing|of|the|number|list|\w+[- ]wise)){0,4}"
    r" (?:participants|trainees|attendees) (?:of|in|at|who attended) (?:the |a )?"
    r"(?:[\w-]+ ){0,3}?(?:training|workshop|course|session|seminar|orientation)\b",
    re.IGNORECASE,
)
#: What sums up the one training that is named behind it: "Consolidated summary – AHTC training,
#: 11 to 13 June"; the days of a report on several are more.
_SUMS_UP = re.compile(
    r"(?:(?:consolidated|overall|final|district[- ]?wise|agency[- ]?wise|department[- ]?wise)\W+)*"
    r"(?:summary|statement)(?: of (?:the )?(?:participants|trainees|attendees))?"
    rf"\s*[,:|–—-]\s*(?=[^:|]*?(?:{ONE_TRAINING.pattern}))",
    re.IGNORECASE,
)
#: What a list is of that names those who were trained, before their training and all its days;
#: a certificate is issued on one: "Certificates issued – 2-day course on referral (7-8 May)".
_CERTIFIED = re.compile(
    r"\bcertificates? (?:(?:were|have been) )?(?:issued|prepared|printed)\b"
    rf"(?=\D{{0,60}}?(?:\d{{1,2}}\W?days?\D{{0,40}}?)?(?:{ONE_TRAINING.pattern}))",
    re.IGNORECASE,
)
#: What a training is on, which may be a plan or reports: "Refresher on the National Action Plan".
_TOPIC = re.compile(
    rf"(?:{ONE_TRAINING.pattern}) (?:on|about|regarding) (?:(?!\b(?:tentative|proposed|planned"
    r"|schedule|calendar|nominat|invit|prepared|printed|as (?:of|on|per))\b)[^,;:()|–—])*"
    r"|\baction plans?\b",
    re.IGNORECASE,
)
_ACTION_PLAN = re.compile(r"\b(?:on|about|of) (?:the )?(?:\w+ ){0,2}action plans?\b", re.IGNORECASE)
#: A training that is yet to come.
TO_BE_HELD = re.compile(
    r"\b(?:to|will|shall) be (?:held|conducted|organi[sz]ed|arranged)\b", re.IGNORECASE
)


def is_report(text: str, year: int | None) -> bool:
    """Tell whether a text is of a report, a plan or a letter, and not of one training on some days.

    "Nominated and attended: training of 14-15 June" is of the latter, and so are "Training: Data
    reporting" and "Training report: Referral, 25-26 June", as no report is written on two days.
    """
    if TO_BE_HELD.search(text):
        return True
    several = _has_several_days(text, year)
    topic = _TOPIC if several else _ACTION_PLAN
    if _has_few_days(text, year):
        text = _CERTIFIED.sub("", _SUMS_UP.sub("", text, count=1), count=1)
    bare = _NUMBER.sub(r"\g<what>", _OF_ONE.sub(" ", topic.sub(" ", text)))
    if not REPORT.search(bare):
        return False
    attended = says_who_came(text)
    called = LABELLED[TITLE].match(text) or _NUMBERED.match(text)
    return not (attended or called or (_ON_ONE.match(text) and several))


def says_who_came(text: str) -> bool:
    """Tell whether a text says that people came to a training, and of none that is yet to be."""
    return bool(_CAME.search(text)) and not _TO_COME.search(text)


def _has_several_days(text: str, year: int | None) -> bool:
    days = days_in(text, year)
    return any(read_day(day).end for day in days) and not any(map(is_of_months, days))


def _has_few_days(text: str, year: int | None) -> bool:
    """Tell whether all days in a text are several that follow, as those of one training."""
    days = [read_day(day) for day in days_in(text, year)]
    return bool(days) and all(one.end and _length(one) < FEW_DAYS for one in days)


def _length(day: Day) -> int:
    return (date.fromisoformat(day.end) - date.fromisoformat(day.iso)).days


def is_of_months(day: str) -> bool:
    """Tell whether a text is a month, or several, and no day."""
    return is_month(day) or days_of_months(day) is not None
