"""The day of a letter above a table, beside that on which the training was held."""

import re
from collections.abc import Sequence

from data.records.calendar.dates import read_day
from data.understanding.layout.titles.blocks import ONE_TRAINING
from data.understanding.layout.titles.days_in_texts import days_in
from data.understanding.layout.titles.title_texts import REFERENCE

#: Words that a day above the rows stands with where it is that of a training.
GIVEN = re.compile(
    ONE_TRAINING.pattern + r"|\b(?:trainings|courses|batch|event|awareness|sensiti[sz]ation)\b"
    r"|\b(?:attend\w*|capacity[ -]building|participants?|trainees?|trained|held|lecture"
    r"|conference|consultation|briefing|round[ -]?table|panel discussion|dialogue"
    r"|venue|tarbiyat\w*|symposi\w+|colloqui\w+|induction|tot"
    r"|boot ?camp|continuing \w+ (?:education|development))\b|ورکشاپ",
    re.IGNORECASE,
)
#: A line of a letter with its day, behind its number.
OF_LETTER = re.compile(
    r"(?:(?:(?:letter|memo|ref\w*)\W+)?no\b\W[^|]{0,60}?\W)?dated?\b", re.IGNORECASE
)
#: What a letter begins with, and no list.
LETTER = re.compile(r"(?:no\.?\s*\S*/|to\s*[,:]|subject\b|memo|sir\b)", re.IGNORECASE)
_SUBJECT_OF = re.compile(r"(?:subject|sub|re)\b\.?\s*[:|-]|موضوع|عنوان", re.IGNORECASE)
#: A letter to which another refers, before its day: "your letter No. 12/A dated 2 May 2024".
_DATED = re.compile(
    r"\b(?:letter|memo\w*|notification|endst\w*|order)\b(?:\W+no\b\W*\S+)?\W+dated?\W+(?:the )?",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|conducted|organi[sz]ed|arranged|imparted|delivered)"
    r"(?: (?:at|in) (?:[\w.'-]+,? ){1,6}?)? ?(?:on|from|w\.?e\.?f\.?)\b",
    re.IGNORECASE,
)


def without_day_of_letter(texts: Sequence[str]) -> tuple[str, ...]:
    """Return texts without the day of a letter, where one says on which day before it was held.

    Its subject may have that day, too: "Subject: training on referral (4 and 5 June 2024)". That of
    a letter may be open between day and month: it is later in one of both.
    """
    texts = [*map(_without_letters_before, texts)]
    held = {day for text in texts if _HELD.search(text) for day in days_in(text, None)}
    if not held and any(map(LETTER.match, texts)):
        subjects = [text for text in texts if _SUBJECT_OF.match(text) and GIVEN.search(text)]
        held = {day for text in subjects for day in days_in(text, None)}
    given = [read_day(day) for day in held]
    if len(given) != 1 or not (last := given[0].end or given[0].iso):
        return tuple(texts)
    bare = {text: REFERENCE.sub(" ", text).strip(" ,;:|") for text in texts}
    lines = [
        text
        for text, rest in bare.items()
        if (OF_LETTER.match(text) or OF_LETTER.match(rest)) and not GIVEN.search(rest)
    ]
    told = {text: [read_day(day) for day in days_in(text, None)] for text in lines}
    days = {text: [iso for day in own for iso in (day.iso, *day.readings) if iso]
            for text, own in told.items()}  # fmt: skip
    return tuple(text for text in texts if not max(days.get(text, ()), default="") > last)


def _without_letters_before(text: str) -> str:
    """Return a text without the days of letters to which it refers before it says "held on"."""
    found = _HELD.search(text)
    head = text[: found.start()] if found else ""
    for day in days_in(head, None) if _DATED.search(head) else ():
        head = re.sub(rf"{_DATED.pattern}{re.escape(day)}", "", head, flags=re.IGNORECASE)
    return head + text[found.start() :] if found else text
