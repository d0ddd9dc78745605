"""Which day above a table is that of the training under it, and of no letter and no period."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice, pairwise

import pandas as pd

from data.records.calendar.dates import is_day, read_day
from data.records.distinct import texts_in_order
from data.sheets.sheet import Sheet
from data.sheets.words.day_numbers import DAY_NUMBER, days_told
from data.sheets.words.names.day_words import is_of_another_day, is_of_days_alone
from data.sheets.words.told.hidden_rows_noted import is_on_hidden_rows, says_hidden_are_absent
from data.understanding.contents import DAYS, contents_of
from data.understanding.layout.titles.blocks import GIVEN, Block
from data.understanding.layout.titles.days.days_of_letters import (
    LETTER,
    lines_of_letter,
)
from data.understanding.layout.titles.days.reported_periods import without_period
from data.understanding.layout.titles.days_in_texts import days_in, is_period
from data.understanding.layout.titles.reports_above import is_of_months, is_report, says_who_came
from data.understanding.layout.titles.title_texts import (
    DATE,
    LABELLED,
    REPORT,
    values_of,
)
from geo.names.offices.postings import is_office

#: Words of a report beside which a month is no other than that of what it counts.
_COUNTS = re.compile(
    r"\b(?:reports?|reporting|progress|summary|statement|status|achieved|achievements?|actual)\b",
    re.IGNORECASE,
)
#: What stands above a list of those who were to come, and who did.
_INVITED = re.compile(r"\b(?:list of )?(?:nominat\w+|nominees?|invit\w+)\b|نامزد\w*", re.IGNORECASE)
_WHO = (
    r"(?:officers|officials|persons|people|participants|trainees|attendees|candidates|members|staff"
    r"|employees|names|those|afsaran|افسران|اہلکار\w*|شرکاء?|ملازمین)"
)
#: Of whom a list is that has none of those who came, or none for certain: "Waiting list",
#: "Officers who did not attend", "Trainers"; nothing but the training and its day is behind it.
_OF_OTHERS = re.compile(
    r"\W*(?:(?:list|names?|فہرست) (?:of )?(?:the )?)?"
    rf"(?:(?:waiting|reserve|provisional|draft|tentative|confirmed|stand-?by) list(?: of {_WHO})?"
    rf"|(?:waiting|reserve|stand-?by|absent|(?:ghair|gair) ?ha+zir|غیر ?حاضر) {_WHO}"
    rf"|absentees?|{_WHO}(?: who)? (?:did ?n(?:ot|[’']t)|could not|failed to)"
    r" (?:attend|come|report|participate)|(?:master )?trainers|resource persons?|facilitators"
    r"|organi[sz]ers|organi[sz]ing (?:team|committee)|guests)\s*(?:$|[,;|(–—-])",
    re.IGNORECASE,
)
#: Of whom the list before such a one is: "those who attended"; any training is held.
_ATTENDED = re.compile(r"\b(?:attended|attendance|participated)\b|شریک ہوئے", re.IGNORECASE)
#: What a letter is of that sends people to a training, whatever it calls its subject.
_NOMINATION = re.compile(
    r"\b(?:nominations?|nominees?|invitations?|invitees?|list of (?:the )?(?:nominated|invited))\b"
    r"|\bnames (?:of (?:the )?(?:\w+ ){1,3})?(?:received (?:from|by|till|so far)|(?:forwarded|sent"
    r"|recommended|submitted|conveyed) (?:by|from|for|to|through))\b"
    r"|(?:^|list of )(?:expected|confirmed|selected|recommended) (?:participants|trainees|attendees"
    r"|officers|officials|candidates)\b|(?:موصولہ|موصول شدہ|تجویز کردہ|مجوزہ|متوقع)"
    r" (?:نام|شرکاء?|افسران)\b"
    r"|^\W*(?:list of (?:the )?)?(?:absentees?|applicants?|(?:waiting|reserve|stand-?by) list"
    rf"|registered (?:for|{_WHO}))\b"
    rf"|{_WHO} (?:nominated|invited|selected|proposed|recommended|short-?listed)\b"
    rf"|\b(?:nominated|invited|proposed|recommended|short-?listed) {_WHO}"
    rf"|{_WHO} (?:who )?(?:will|shall|are to|to) (?:attend|participate|join|be trained)\b"
    r"|\bna+mzad(?:gi\w*)?\b|\b(?:mutawaqqa|madoo|mujawwaza) \w+"
    r"|نامزد(?:گی|گیاں|گیوں| (?:افسران|اہلکار\w*|ملازمین|شرکاء?|امیدوار\w*))\b|مدعو(?:ین)?\b",
    re.IGNORECASE,
)
#: What such a letter says to those whom it names; who of them came, it can't say.
_ORDERED = re.compile(
    r"\b(?:(?:is|are) (?:hereby |being )?(?:nominated|deputed|detailed|invited)\b"
    r"|(?:directed|requested|advised|instructed|required) to"
    r" (?:attend|report|participate|reach|join|present)\b)|نامزد کیا جاتا|شرکت (?:کریں|یقینی)",
    re.IGNORECASE,
)
#: Those whom the programme is for or against, in what a training was on; and what is none.
_SUBJECT = re.compile(
    r"\b(?:traffick\w*|smuggl\w*|victims?|survivors?|migra\w+|forced labou?r)\b"
    r"|اسمگلنگ|سمگلنگ|متاثرین",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”«‘][^\"“”»’]{8,}[\"”»’]")
_MEETING = re.compile(
    r"\b(?:meetings?|review|hearings?|raids?|visits?|interviews?|tests?|exam\w*|ijlas"
    # What was written, or set up, on a day, and may be taught on another.
    r"|acts?|rules?|ordinances?|bills?|laws?|polic(?:y|ies)|protocols?|conventions?|sops?|reports?"
    r"|notifi\w+|letters?|orders?|members? of)\b|اجلاس|ایکٹ|قواعد|نوٹیفکیشن",
    re.IGNORECASE,
)
#: What was planned stands beside what came of it.
_ACHIEVED = re.compile(r"\b(?:achieved|actual)\b", re.IGNORECASE)
#: A line of a letter that says where it was written, beside its day.
_WRITTEN_AT = re.compile(r"dated?,?\s+(?!the\b)[^\W\d_]{3,}[^:\d]*\bthe\s+\d", re.IGNORECASE)
#: A list of who came, which is headed as a letter is and has no number; and what only a list has.
_ATTENDANCE = re.compile(r"subject\b.*\b(?:attendance|attended)\b", re.IGNORECASE)
_OF_LIST = re.compile(r"\b(?:venue|time)\s*[:.–-]", re.IGNORECASE)
#: What a sheet of one training is called by its number, and whose letters have a day above.
_NUMBERED_SHEET = re.compile(
    r"(?:training|trg|trng|workshop|course|batch|session|seminar|event)\W{0,3}(?:no\W{0,2})?\d{1,3}",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"\b(?:government|govt|ministry|department|deptt?|directorate|office|secretariat|cell|unit"
    r"|commission|bureau|project)\b",
    re.IGNORECASE,
)
_START = r"(?:start(?:s|ing)?|begin(?:s|ning)?|commenc\w+)(?: (?:date|day|on))?"
_END = r"(?:end(?:s|ing)?|conclu\w+|completion|terminat\w+)(?: (?:date|day|on))?"
#: The first day and the last one, with a label each: in one text, or in two.
_BOTH = re.compile(
    rf"(?:(?:the )?(?:training|course|workshop|session)\W+)?{_START}\W*(.+?)[\s,;|]+(?:and )?"
    rf"{_END}\W*(.+)",
    re.IGNORECASE,
)
#: So have "From:" and "To:", in one row of labels: no letter has days behind them.
_FROM_TO = re.compile(
    r"(?:dates? )?from\s*[:=]\s*(.+?)[\s,;|]+(?:to|till|until)\s*[:=]\s*(.+)", re.IGNORECASE
)
_FIRST = re.compile(rf"(?:{_START}|(?:dates? )?from)\s*[:=-]?\s*(.+)", re.IGNORECASE)
_LAST = re.compile(rf"(?:{_END}|(?:dates? )?(?:to|till|until))\s*[:=-]?\s*(.+)", re.IGNORECASE)


def attended_by_all(cells: pd.DataFrame, name: str) -> tuple[str, ...]:
    """Return what a column says of all rows with the day of a name: "Attended on 22.10.24"."""
    texts = ((text for text in texts_in_order(cells[n]) if any(map(str.isalnum, text)))
             for n in cells)  # fmt: skip
    told = ([*islice(own, 2)] for own in texts)
    return tuple(own[0] for own in told if len(own) == 1 and says_who_came(own[0])
                 and {*days_in(own[0], None)} == {*days_in(name, None)})  # fmt: skip


def days_in_one(texts: Sequence[str]) -> tuple[str, ...]:
    """Return texts of which the first and the last day of a training stand in one.

    "Start: 16 Oct 2023" and "End: 18 Oct 2023" are two days, and "16 Oct 2023 to 18 Oct 2023" one
    training's.
    """
    texts = [_with_last_day(text) for text in texts]
    whole = list(texts)
    for text in texts:
        if (both := _BOTH.fullmatch(text)) and is_day(both[1]) and (end := _day_first(both[2])):
            more = both[2][len(end) :].strip(" ,;|")
            whole[whole.index(text)] = f"Date: {both[1]} to {end}" + (f", {more}" if more else "")
        elif (both := _FROM_TO.fullmatch(text)) and is_day(both[1]) and is_day(both[2]):
            whole[whole.index(text)] = f"Held on: {both[1]} to {both[2]}"
    for before, text in pairwise(texts):
        first, last = _FIRST.fullmatch(before), _LAST.fullmatch(text)
        if first and last and is_day(first[1]) and is_day(last[1]):
            whole[whole.index(before)] = f"Date: {first[1]} to {last[1]}"
            whole.remove(text)
    return tuple(whole)


def _with_last_day(text: str) -> str:
    """Return a text that ends with each day of a "2-day training" with the first and the last."""
    number = days_told(text)
    days = days_in(text, None) if number else []
    told = [read_day(day) for day in days]
    isos = [one.iso for one in told]
    if len(days) < 2 or not all(isos) or any(one.end for one in told):
        return text
    begins = text.find(days[0])
    behind = text[begins:]
    for day in days:
        behind = behind.replace(day, "", 1)
    first = date.fromisoformat(isos[0])
    follow = isos == [(first + timedelta(days=n)).isoformat() for n in range(len(days))]
    if not follow or number != len(days) or any(map(str.isalnum, behind)):
        return text
    return f"{text[:begins]}{days[0]} to {days[-1]}"


def _day_first(text: str) -> str:
    """Return the longest beginning of a text that is a day, before a venue; blank where none is."""
    words = text.split()
    parts = (text[: text.find(words[n]) + len(words[n])] for n in reversed(range(len(words))))
    return next((part for part in parts if is_day(part)), "")


def have_one_day(
    blocks: Sequence[Sequence[str]], year: int | None, name: str = "", *, came: bool = False
) -> bool:
    """Tell whether one day, or several that follow, stands above each block, and is the training's.

    A report, a plan or a letter has another day; so may texts without a word for a training, but
    where the name of the sheet has it and its number, or one text names the day behind what this
    was on, in quotation marks or of a list with words for who came (``came``): "First aid for
    survivors, 5 May 2024".
    """
    told = all(
        _is_of_subject(texts, year) and (came or any(map(_QUOTED.search, texts)))
        for texts in blocks
    )
    told |= _NUMBERED_SHEET.fullmatch(name.strip()) is not None and all(
        len(texts) == 1 and not is_office(texts[0]) and not _AUTHORITY.search(texts[0])
        for texts in blocks
    )
    for texts in blocks:
        others = any(map(_OF_OTHERS.match, texts)) and not any(map(_ATTENDED.search, texts))
        if others or are_of_invited(texts):
            return False
        dated = [text for text in map(without_period, texts)
                 if days_in(text, year) and not is_report(text, year)]  # fmt: skip
        if any(text in dated for text in lines_of_letter(texts)):
            return False
        if any(LETTER.match(text) and not _ATTENDANCE.match(text) for text in texts):
            dated = [text for text in dated if _OF_LIST.search(text) or not _WRITTEN_AT.match(text)]
        labelled = [text for text in dated if LABELLED[DATE].search(text)]
        given = [text for text in dated if GIVEN.search(text)]
        days = {day for text in [*labelled, *given] or dated for day in days_in(text, year)}
        days = {day for day in days if not is_period(day)} or days  # of the record of a half-year
        days = _without_days_of_one(_each_once(days), dated, year)
        if len(days) != 1:  # "Duration: 3 days" has none
            return False
        several = any(read_day(day).end for day in days)  # no letter is written on two days
        told |= bool(labelled or several or any(map(GIVEN.search, texts)))
    return told


def are_of_invited(texts: Sequence[str]) -> bool:
    """Tell whether a text is of those who were nominated or invited, and none says who came."""
    sent = any((_ORDERED.search(text) or _NOMINATION.search(text))
               and not (says_hidden_are_absent(text) or is_on_hidden_rows(text))
               for text in texts)  # fmt: skip
    return sent and not any(map(says_who_came, texts))


def _is_of_subject(texts: Sequence[str], year: int | None) -> bool:
    """Tell whether one day stands behind what a training was on, and is that of no meeting."""
    dated = [text for text in texts if days_in(text, year)]
    return (
        len(dated) == 1 and bool(_SUBJECT.search(dated[0])) and not any(map(_MEETING.search, texts))
    )


def are_dated_apart(blocks: Sequence[Block], year: int | None) -> bool:
    """Tell whether each training has a day above it, which tells it from the others."""
    days = values_of(blocks, year)[DATE]
    apart = all(days) and len({*days}) == len(blocks)
    return apart and have_one_day([block.texts for block in blocks], year)


def _each_once(days: set[str]) -> set[str]:
    """Return days of which none can be read as another: "06/05/2024 (06 May 2024)" is one."""
    told = {day: read_day(day) for day in sorted(days)}
    certain = {(one.iso, one.end): day for day, one in told.items() if one.iso}
    starts = {iso for iso, __ in certain}
    open_ones = {day for day, one in told.items() if not one.iso and not starts & {*one.readings}}
    return {*certain.values()} | open_ones


def _without_days_of_one(days: set[str], texts: Sequence[str], year: int | None) -> set[str]:
    """Return days without that of "Day 1", which is one of those of the training beside it."""
    told = {day: read_day(day) for day in days}
    whole = [one for one in told.values() if one.iso and one.end]
    numbered = {day for text in texts if DAY_NUMBER.search(text) for day in days_in(text, year)}
    return {
        day
        for day, one in told.items()
        if day not in numbered
        or one.end
        or not any(each.iso <= one.iso <= each.end for each in whole if each.end)
    }


def of_who_came(texts: Sequence[str]) -> tuple[str, ...]:
    """Return texts above a list that says who came, without words of those who were invited."""
    return tuple(_INVITED.sub(" ", _ORDERED.sub(" ", text)) for text in texts)


def have_one_period(blocks: Sequence[Sequence[str]], year: int | None) -> bool:
    """Tell whether a month, or several, stands above each block of counts, and no other day.

    The period of a report is that of what it counts; not so that of a plan, or one up to which it
    is. A quarter by its number may be one of a fiscal year.
    """
    for texts in blocks:
        dated = {text: days_in(text, year) for text in texts}
        days = {day for own in dated.values() for day in own}
        bare = [_COUNTS.sub(" ", text) for text, own in dated.items() if own]
        planned = any(REPORT.search(text) for text in bare) and not any(
            _ACHIEVED.search(text) for text in texts
        )
        if len(days) != 1 or planned or not all(map(is_of_months, days)):
            return False
    return True


#: What the column of the days of one training is called: "Orientation session on referral".
_DAYS_OF_ONE = re.compile(
    r"\s*(?:(?:training|workshop|course|session|seminar|orientation|awareness|refresher)s?\s+)+"
    r"(?:on|about|regarding|held)\b",
    re.IGNORECASE,
)


def columns_of_days(sheet: Sheet) -> list[int]:
    """Return the columns of nothing but days that are called by words for days of trainings alone.

    Or as the training is whose days it has: "Training on safe migration".
    """
    called = (n for n, name in enumerate(sheet.header) if is_of_days_alone(name)
              or (_DAYS_OF_ONE.match(name) and not is_of_another_day(name)))  # fmt: skip
    return [n for n in called if contents_of(sheet.cells[n]) == DAYS]
