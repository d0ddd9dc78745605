"""Trainings as a letter lists them, a line for each, with a day and numbers -> rows of a table.

"- 12 August 2025: 16 participants from the Police, district Swabi (3 women, 13 men)".
"""

import re
from collections.abc import Sequence

from data.files.letters.districts_in_lines import district_of
from data.files.letters.listed_lines import (
    MOST_LETTERS,
    Listed,
    is_whole,
    lists_of,
    with_line_for_names,
)
from data.files.letters.wrapped_lines import unwrapped
from data.records.calendar.dates import is_day
from data.records.rules import in_latin_digits

_WOMEN = r"(?:females?|wom[ae]n|lad(?:y|ies)|khawateen|khatoon|f|خواتین|خاتون)"
_MEN = r"(?:males?|m[ae]n|mard|gents|m|مرد)"
_WHO = (
    r"(?:participants?|persons?|people|officers?|officials?|members?|trainees?|attendees?|staff"
    r"|afraa?d|sh[ou]*raka|afsaraa?n|ahalkaa?r|arkaa?n|افراد|شرکاء?|افسران|اہلکار|ارکان)"
)
_TOTAL = r"(?:total|in all|kul|کل)"
WOMEN, MEN, ALL = "Female", "Male", "Participants"
DAY, TITLE, BODY, HOME, VENUE = "Date", "Training", "Department", "District", "Venue"


def _ways(who: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return how a number is written before whom it counts, and behind."""
    return (
        re.compile(rf"(?<![\w.])(\d{{1,4}})\s?{who}(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w){who}\s?[:=–-]?\s?(\d{{1,4}})(?![\w.])", re.IGNORECASE),
    )


#: Ways of the number of each: where one leaves a word or a number over, the other is meant.
_COUNTS = {WOMEN: _ways(_WOMEN), MEN: _ways(_MEN), ALL: _ways(f"(?:{_WHO}|{_TOTAL})")}
#: "16 police officers": whom a number counts stands between it and the word for people.
_OF_BODY = re.compile(
    rf"(?<![\w.])(\d{{1,4}})\s((?:[^\W\d]+\s){{1,4}}?){_WHO}(?!\w)", re.IGNORECASE
)
_PARTS = re.compile(
    r"\s*[,،;:()\[\]]+\s*|\s+[-–—]+\s+|(?<!\bin)(?<!\bat)\s+(?:of\s+)?(?=(?:district|distt?\.?|zill?a|ضلع)\s)"
    r"|\s+(?=(?:in|at|from|for)\s)",
    re.IGNORECASE,
)
_LEADS = (
    r"(?:on|in|at|from|of|all|the|for|to|by|with|and|were|was|trained|attended|held|came|participated"
    r"|conducted|organi[sz]ed|including|incl|i\.e|of which|of whom|dated?|se|ke|ki|ka|ko|mein|main"
    r"|hui|hua|thay|the|aur|jin|میں|سے|کے|کی|کا|کو|اور|جن)"
)
_LEADING = re.compile(rf"^(?:\W*(?:{_LEADS})(?!\w))*\W*", re.IGNORECASE)
_TRAILING = re.compile(rf"\W*(?:(?<!\w){_LEADS}\W*)*$", re.IGNORECASE)
_HELD_AT = re.compile(r"(?:in|at|venue)\s+(?:the\s+)?", re.IGNORECASE)
_TRAINING = re.compile(
    r"\b(?:train\w*|workshops?|sessions?|seminars?|courses?|orientation|refresher|awareness"
    r"|sensiti[sz]ation|tarbiy?at\w*)\b|تربیت|ورکشاپ|سیمینار",
    re.IGNORECASE,
)
#: What is still to come, or came not to be.
_NOT_HELD = re.compile(
    r"\b(?:will|would|shall|to be|plan\w*|upcoming|scheduled?|propos\w*|tentative\w*|expected"
    r"|nominat\w*|invit\w*|postpone\w*|cancel\w*|not held|target\w*|next|honge|hon ge|hoga|ho gi"
    r"|rescued|recovered|arrested|deported|victims?|cases?|firs?)\b"
    r"|ہوگ|ہوں گ|ملتوی|منسوخ|مجوزہ",
    re.IGNORECASE,
)
#: A number of people, or a word for one sex.
_TO_COUNT = re.compile(
    rf"(?<!\w)(?:\d+\s?)?(?:{_WOMEN}|{_MEN}|{_TOTAL})(?!\w)|\d {_WHO}", re.IGNORECASE
)
MOST_WORDS_OF_DAY = 8
LEAST_LINES = 2
#: By which a day is known to be one where no year is told, which is asked about later.
_ANY_YEAR = "2024"


def rows_of_trainings(text: str) -> list[list[str]] | None:
    """Return the lines of a letter as rows, where some list trainings held, with day and numbers.

    None where one line tells another thing than its neighbours, or has a number more, or where
    texts speak of what is planned or was called off.
    """
    lines = text.split("\n")
    told = [(one, [_told(line) for line in one.lines.values()]) for one in lists_of(lines)]
    [*found] = [(one, rows) for one, rows in told if any(rows)]
    if len(found) != 1 or not _are_held(*found[0]):
        return None
    listed, rows = found[0]
    own = with_line_for_names(lines, first := next(iter(listed.lines)))
    within = range(first, max(listed.lines) + 1)
    left = any(_told(line) for n, line in enumerate(lines) if n not in within)
    if left or not own or not is_whole(lines, listed.lines):
        return None
    names = [*rows[0]]
    whole = unwrapped(own, {*listed.lines, first - 1})
    table = [[" ".join(line.split()), *[""] * (len(names) - 1)] for line in whole]
    for n in within:
        table[n] = [""] * len(names)  # lines that go on with a training's
    table[first - 1] = names
    for n, row in zip(listed.lines, rows, strict=True):
        table[n] = [row[name] for name in names]
    return table


def _are_held(listed: Listed, rows: Sequence[dict[str, str]]) -> bool:
    """Tell whether all lines of a list tell the same of trainings, none of which is to come."""
    texts = [listed.heading, *listed.lines.values()]
    alike = len({frozenset(row) for row in rows}) == 1
    return alike and len(rows) >= LEAST_LINES and not any(map(_NOT_HELD.search, texts))


def _told(line: str) -> dict[str, str]:
    """Return what a line tells of a training, by names of columns; nothing where a part is left."""
    text = " ".join(in_latin_digits(line).split())
    day, rest = _day(text) if len(text) <= MOST_LETTERS and _TO_COUNT.search(text) else ("", "")
    for way in range(2) if day else ():
        counts, others = _counted(rest, way)
        if counts and not _TO_COUNT.search(others) and not re.search(r"\d", others):
            own = _parts(others)
            return {DAY: day, **own, **counts} if own else {}
    return {}


def _day(text: str) -> tuple[str, str]:
    """Return the day of a line and the line without it; blank where it has none, or two."""
    words = text.split()
    places = range(len(words) + 1)
    spans = ((n, n + length) for length in range(MOST_WORDS_OF_DAY, 0, -1) for n in places)
    for start, end in spans:
        part = " ".join(words[start:end]).strip(" ,.;:()[]-–—")
        if re.search(r"\d", part) and (is_day(part) or is_day(f"{part} {_ANY_YEAR}")):
            return part, f"{' '.join(words[:start])}, {' '.join(words[end:])}"
    return "", text


def _counted(text: str, way: int) -> tuple[dict[str, str], str]:
    """Return the numbers of women, men and all that are written in a way, and what is left."""
    counts = {}
    for who, ways in _COUNTS.items():
        found = ways[way].findall(text)
        if len(found) > 1:
            return {}, text
        if found:
            counts[who] = found[0]
            text = ways[way].sub(" , ", text)
    bodies = [*_OF_BODY.finditer(text)] if ALL not in counts else []
    if len(bodies) == 1:
        counts[ALL] = bodies[0][1]
        text = _OF_BODY.sub(r", \2,", text)
    if {WOMEN, MEN} <= counts.keys() and ALL not in counts:
        own = str(int(counts[WOMEN]) + int(counts[MEN]))
        text = re.sub(rf"(?<![\w.]){own}(?![\w.])", ",", text, count=1)
    return counts, text


def _parts(text: str) -> dict[str, str]:
    """Return the title, the body and the place that are told; nothing where one is told twice."""
    found: list[tuple[str, str]] = []
    for part in _PARTS.split(text):
        held_at = _HELD_AT.match(part)
        bare = _TRAILING.sub("", _LEADING.sub("", part[held_at.end() :] if held_at else part))
        if not bare:
            continue
        if district := district_of(bare):
            found.append((VENUE if held_at else HOME, district))
        elif held_at:
            found.append((VENUE, bare))
        else:
            found.append((TITLE if _TRAINING.search(bare) else BODY, bare))
    names = [name for name, _text in found]
    return dict(found) if len(names) == len({*names}) else {}
