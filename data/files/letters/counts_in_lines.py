"""Women and men as a letter lists them, a line for each agency or district -> rows of a table."""

import re
from collections.abc import Collection, Sequence

from data.files.letters.districts_in_lines import district_of
from data.files.letters.listed_lines import text_of_line, with_line_for_names
from data.files.letters.wrapped_lines import LEAST_LETTERS, unwrapped
from geo.names.matching import match

_WOMEN = r"(?:females?|wom[ae]n|lad(?:y|ies)|khawateen|خواتین|خاتون)"
_MEN = r"(?:males?|m[ae]n|mard|gents|مرد)"
_WHO = r"(?:officers?|officials?|members?|participants?|persons?|people|staff)\b"
_COUNT = rf"\d{{1,4}} (?:{_WOMEN}|{_MEN})\b(?: {_WHO})?"
_LABEL = (
    r"\W*(?:(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+)?(?P<who>[^\W\d][^:\d\t|]{1,60}?)\s*"
    r"(?::|\s[-–—])\s*"
)
#: "- Police: 2 women, 5 men", "Hafizabad: 3 male and 1 female".
_LINE = re.compile(
    rf"{_LABEL}(?P<counts>{_COUNT}(?:(?:\s*[,،&+]\s*|\s+(?:and|aur|اور)\s+){_COUNT})?)"
    r"[.;,\u06d4]?\s*",
    re.IGNORECASE,
)
#: Who is called so is all of a training, and no agency and no district.
_ALL = re.compile(
    r"(?:(?:no|number|list|all|the|of|who|persons?|people|participants?|trainees?|attendees?"
    r"|attended|attendance|trained|members|officers|officials|staff|present|came|strength|gender"
    r"|sex|shuraka|tada+d|شرکا|شرکاء|تعداد)\W*)+",
    re.IGNORECASE,
)
#: A number of people in a line of its own that is not read: "FIA: 4 (all men)".
_ANY_COUNT = re.compile(rf"{_COUNT}|^{_LABEL}\d{{1,4}}(?:\s*\(| {_WHO}|\s*$)", re.IGNORECASE)
#: A sentence with such numbers that counts all of them again.
_TOTAL = re.compile(r"\W*(?:(?:grand )?total|in all|overall|thus|kul)\b", re.IGNORECASE)
_NUMBER_OF = {
    "Female": re.compile(rf"(\d+) {_WOMEN}\b", re.IGNORECASE),
    "Male": re.compile(rf"(\d+) {_MEN}\b", re.IGNORECASE),
}
LEAST_LINES = 2
#: What stands round a heading, and before the district that it is.
_ROUND, _FROM = " \t:*.–—-", re.compile(r"^(?:from|of) (?:the )?", re.IGNORECASE)
PLACE, BODY = "District", "Department"
#: Districts that the text names, too, may be where trainings were held: it is asked.
HEADING = "Where (heading)"


def rows_of_counts(text: str) -> list[list[str]] | None:
    """Return the lines of a letter as rows, where some list women and men of agencies or districts.

    The names of the columns stand in the line above the first list, whose heading moves up into a
    blank one; districts over lists of agencies are a column. None where another line counts
    people, who would be lost, but one of all.
    """
    lines = text.split("\n")
    found = {n: one for n, line in enumerate(lines) if (one := _LINE.fullmatch(line))}
    listed = {n: one for n, one in found.items() if not _TOTAL.match(one["who"])}
    if len(listed) < LEAST_LINES or not _are_told(list(listed.values())):
        return None
    others = [line for n, line in enumerate(lines) if n not in found]
    unread = any(_ANY_COUNT.search(line) and not _TOTAL.match(line) for line in others)
    first = next(iter(listed))
    places = all(match(one["who"], alike=False).adm2_pcode for one in listed.values())
    over = {} if places else _districts_over(lines, found, listed)
    homes = {n: [_district(lines[head])] for n, head in over.items()}
    heads = {*over.values()}
    lines = ["" if n in heads else line for n, line in enumerate(lines)]
    told = " ".join(line for n, line in enumerate(lines) if n not in found)
    named = [] if unread else with_line_for_names(lines, first)
    if not named:
        return None
    blank = ["", "", *[""] * bool(over)]
    rows = [[" ".join(line.split()), *blank] for line in unwrapped(named, {*found, first - 1})]
    for n, one in found.items():
        rows[n] = [" ".join(one["who"].split()), *_numbers(one["counts"]), *homes.get(n, blank[2:])]
    place = (
        HEADING if sum(home in told for home in {own[0] for own in homes.values()}) > 1 else PLACE
    )
    rows[first - 1] = [PLACE if places else BODY, *_NUMBER_OF, *[place] * bool(over)]
    return rows


def _districts_over(
    lines: Sequence[str], found: Collection[int], listed: Collection[int]
) -> dict[int, int]:
    """Return by line of a list the one above it that is its district, and nothing else.

    None unless each has one, and they differ: one alone may be that of the training.
    """
    over: dict[int, int] = {}
    head = -1
    for n, line in enumerate(lines):
        if n in listed:
            over[n] = head
        elif line.strip() and n not in found:
            head = n
    heads = {head: _district(lines[head]) if head >= 0 else "" for head in over.values()}
    several = len({*heads.values()}) >= LEAST_LINES
    return over if several and all(heads.values()) else {}


def _district(line: str) -> str:
    """Return the district that a line is, "District Sialkot:" or "- From Narowal:"; else blank."""
    text = (text_of_line(line) or line).strip(_ROUND)
    return district_of(_FROM.sub("", text, count=1)) if len(text) < LEAST_LETTERS else ""


def _numbers(counts: str) -> list[str]:
    """Return the number of women and that of men; blank where a line tells none."""
    told = [how.findall(counts) for how in _NUMBER_OF.values()]
    return [own[0] if own else "" for own in told]


def _are_told(listed: Sequence[re.Match[str]]) -> bool:
    """Tell whether each line names somebody, and none counts one sex twice."""
    counts = [one["counts"] for one in listed]
    return not any(_ALL.fullmatch(one["who"]) for one in listed) and all(
        len(how.findall(one)) < LEAST_LINES for one in counts for how in _NUMBER_OF.values()
    )
