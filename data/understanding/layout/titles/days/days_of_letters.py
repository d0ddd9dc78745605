"""The day of a letter above a table, beside that on which the training was held."""

import re
from collections.abc import Sequence

from data.records.calendar.dates import LONGEST, read_day
from data.understanding.contents import is_district
from data.understanding.layout.titles.blocks import GIVEN
from data.understanding.layout.titles.days_in_texts import days_in, is_period
from data.understanding.layout.titles.reports_above import says_who_came
from data.understanding.layout.titles.title_texts import (
    DATE,
    LABELLED,
    REFERENCE,
    is_reference,
)

_DATED_AS = (
    r"(?:(?:dated?|dt|(?:ba)?t[ae]+r(?:ee|i+)kh|m[aou]+w?[ae]*r+i?kha)\b|ب?تاریخ\b|مورخ[ہۂ])"
)
#: A line of a letter with its day, behind its number.
OF_LETTER = re.compile(
    rf"(?:(?:(?:letter|memo|ref\w*)\W+)?no\b\W[^|]{{0,60}}?\W)?{_DATED_AS}", re.IGNORECASE
)
#: Where and when what goes to the press was written: "Kasur, 9 May 2023: ...".
_DATELINE = re.compile(
    r"\W*(?P<place>[^\W\d][^\d:|,(]{2,40}?)\s*[,(]\s*(?P<day>[\w][\w ,./-]{4,30}?)\s*\)?"
    r"\s*(?=:|[–—]|-\s)"
)
#: To whom a letter goes, or how it speaks to them: its own day stands over that.
_ADDRESSES = re.compile(
    r"\W*(?:to\s*[,:]|to\W*$|dear\b|(?:respected|honou?rable|worthy)\W+(?:sir|madam)"
    r"|(?:sirs?|madam)\W*(?:[,;:/|!.–-]|$)|ba[- ]?khidmat|janab[- ]?[ei]?[- ]?(?:a+li+|wala)\b"
    r"|janab\W*$|mo?u?htaram\w*\W*$|mukarr?ami\b|as+ala+m[- ]|بخدمت|جناب(?: ?ِ? ?(?:عالی|والا)|\W*$)"
    r"|جنابِ (?:عالی|والا)|محترم\w*\W*$|مکرمی|السلام)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\W*subject\s*[:|.–-](?!.*\b(?:attendance|attended)\b)", re.IGNORECASE)
#: What a list says of where it was, and a letter nowhere over its subject.
_PLACED = re.compile(r"\b(?:venue|time|maqam)\s*[:.–-]|مقام\s*[:.–-]", re.IGNORECASE)
#: What a letter begins with, and no list.
LETTER = re.compile(r"(?:no\.?\s*\S*/|to\s*[,:]|subject\b|memo|sir\b)", re.IGNORECASE)
_SUBJECT_OF = re.compile(
    r"(?:subject|sub|re|mau?zo?u|unwa+n)\b\.?\s*[:|-]|موضوع|عنوان", re.IGNORECASE
)
#: A letter to which another refers, before its day: "your letter No. 12/A dated 2 May 2024".
_DATED = re.compile(
    r"\b(?:letter|memo\w*|notification|endst\w*|order)\b(?:\W+no\b\W*\S+)?\W+dated?\W+(?:the )?",
    re.IGNORECASE,
)
#: One to which a letter answers, before the day of that: "Reference your letter dated 2 May 2024".
_ANSWERED = re.compile(
    r"(?:\b(?:your|our|their|its|office|vide|refer\w*|reply|response|continuation|cited"
    r"|(?:ba[- ]?)?hawala|aap k[aei])\b|بحوالہ|آپ کے)[^;|]{0,30}?"
    r"(?:\b(?:letter|memo\w*|notification|endst\w*|(?:office )?order|circular|e?-?mail|khat"
    r"|mura+sla|chit+h?i)\b|خط|مراسل[ہۂے]|چٹھی)(?:(?!\bheld\b|;).){0,60}?"
    rf"{_DATED_AS}\W*(?:the )?",
    re.IGNORECASE,
)
#: That a training was, in words beside which stands its day, before them or behind them.
_WAS = re.compile(
    r"\b(?:organi[sz]ed|arranged|imparted|delivered|in[ae]?qad)\b|انعقاد"
    r"|\b(?:tarbiyat|nashist|training|workshop|course|session|seminar)\b.*"
    r"\b(?:hui|huwi|hua|(?:ho|di|ki|karwai) gay?[ie]+)\b"
    r"|(?:تربیت|نشست|ورکشاپ).*(?:ہوئی|ہوا)",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|conducted|organi[sz]ed|arranged|imparted|delivered|t(?:ook|aken) place)"
    r"(?: (?:at|in) (?:[\w.'-]+,? ){1,6}?)? ?(?:on|from|w\.?e\.?f\.?)\b",
    re.IGNORECASE,
)


def without_day_of_letter(texts: Sequence[str]) -> tuple[str, ...]:
    """Return texts without the day of a letter, where one says on which day before it was held.

    Its subject or a label may have that day, too: "Subject: training on referral (4 and 5 June
    2024)"; those may have been sent to it before. That of a letter may be open between day and
    month: it is later in one of both.
    """
    texts = [_without_letters_before(_without_answered(text)) for text in texts]
    texts = _without_datelines(texts)
    written = lines_of_letter(texts)
    others = [text for text in texts if text not in written]
    held = _days_held(others)
    of_letter = bool(written) or any(map(LETTER.match, texts))
    told = [read_day(day) for day in held or _days_called(others, of_letter=of_letter)]
    given = {(day.iso, day.end) for day in told}  # written in two ways it is one
    if len(given) != 1 or not (last := told[0].end or told[0].iso):
        return tuple(texts)
    dated = {text: [read_day(day) for day in days_in(text, None)]
             for text in texts if text in written or _is_dated(text)}  # fmt: skip
    days = {text: max((iso for day in own for iso in (day.iso, *day.readings) if iso), default="")
            for text, own in dated.items()}  # fmt: skip
    return tuple(text for text in texts if not (days.get(text, "") >= last
                 or (text in written and not held)))  # fmt: skip


def _without_datelines(texts: Sequence[str]) -> list[str]:
    """Return texts without the day of a news item that says on which day before it was held."""
    bare = list(texts)
    for n, text in enumerate(texts):
        found = _DATELINE.match(text)
        day = read_day(found["day"]) if found and is_district(found["place"]) else None
        if not found or not day or not day.iso:
            continue
        rest = found["place"] + text[found.end() :]
        held = [read_day(one) for one in _days_held([*texts[:n], rest, *texts[n + 1 :]])]
        if len(held) == 1 and "" < (held[0].end or held[0].iso) <= day.iso:
            bare[n] = rest
    return bare


def lines_of_letter(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts that have the day on which a letter was written, and none of a training.

    It stands beside the letter's number, in a line of its own or in one with it; or before those
    to whom the letter goes, its salutation, or a subject under which no venue is told.
    """
    addressed = (n for n, text in enumerate(texts) if _ADDRESSES.match(text) and not _days(text))
    subjects = (n for n, text in enumerate(texts) if _SUBJECT.match(text))
    placed = any(map(_PLACED.search, texts))
    begins = next(addressed, 0 if placed else next(subjects, 0))
    lines = []
    for n, text in enumerate(texts):
        beside = REFERENCE.search(text) or any(map(is_reference, texts[max(n - 1, 0) : n + 2]))
        own = (beside and _is_dated(text)) or n < begins
        if own and not GIVEN.search(REFERENCE.sub(" ", text)) and _days(text):
            lines.append(text)
    return tuple(lines)


def _days(text: str) -> list[str]:
    """Return the days of a text that are no months: a report over which one stands has a period."""
    return [day for day in days_in(text, None) if not is_period(day)]


def _is_dated(text: str) -> bool:
    """Tell whether a text is the line of a letter with its day, behind its number or alone."""
    rest = REFERENCE.sub(" ", text).strip(" ,;:|–-")
    dated = OF_LETTER.match(text) or OF_LETTER.match(rest) or rest in days_in(text, None)
    return bool(dated) and not GIVEN.search(rest)


def _days_held(texts: Sequence[str]) -> set[str]:
    """Return the days on which texts say that a training was held, beside these words or before."""
    beside = [text for text in texts if _HELD.search(text)]
    before = [text for text in texts if says_who_came(text) or _WAS.search(text)]
    told = ({day for text in own for day in _days(text)} for own in (beside, before))
    return next(filter(None, told), set())


def _days_called(texts: Sequence[str], *, of_letter: bool) -> set[str]:
    """Return the days of the training that the subject of a letter names, or a label."""
    subjects = [text for text in texts if _SUBJECT_OF.match(text) and GIVEN.search(text)]
    labels = [text for text in texts if LABELLED[DATE].search(text) and GIVEN.search(text)]
    told = ({day for text in own for day in _days(text)}
            for own in (subjects if of_letter else [], labels))  # fmt: skip
    return next(filter(None, told), set())


def _without_answered(text: str) -> str:
    """Return a text without the day of a letter to which it answers."""
    for found in [*_ANSWERED.finditer(text)][::-1]:
        behind = text[found.end() :]
        near = days_in(behind[:LONGEST], None)
        day = next((day for day in near if behind.startswith(day)), "")
        text = text[: found.end()] + behind.removeprefix(day)
    return text


def _without_letters_before(text: str) -> str:
    """Return a text without the days of letters to which it refers before it says "held on"."""
    found = _HELD.search(text)
    head = text[: found.start()] if found else ""
    for day in days_in(head, None) if _DATED.search(head) else ():
        head = re.sub(rf"{_DATED.pattern}{re.escape(day)}", "", head, flags=re.IGNORECASE)
    return head + text[found.start() :] if found else text
