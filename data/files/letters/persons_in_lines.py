"""Persons as a letter lists them, a line for each -> rows of a table.

"1. Mr …, Inspector, Police", "- … (FIA, Lahore)", "2) Janab …, Tehsildar". A name stands first, or
behind one part more; what stands behind it is a post, an office and a place.
"""

import re
from collections.abc import Sequence, Set

from data.files.letters.districts_in_lines import district_of
from data.files.letters.listed_lines import Listed, is_whole, lists_of, with_line_for_names
from data.files.letters.wrapped_lines import unwrapped
from data.records.personal_data import (
    has_personal_number,
    have_common_names,
    may_be_name,
    names_somebody,
)

#: How a person is addressed before a name, and behind it.
_ADDRESSED = re.compile(
    r"(?:m(?:r|rs|s|st|iss|adam|r\.?\s*/\s*ms)|dr|janab|(?:moh|muh)tar(?:a?ma|im)?"
    r"|musamm?at|syeda?|جناب|محترمہ?|مسماۃ|مسمات)\b[.:]?\s*\S.*|.*\S\s(?:sahiba?|صاحبہ?)",
    re.IGNORECASE,
)
#: Who came, as a sentence says it.
_CAME = re.compile(
    r"\b(?:attend(?!ance sheet)\w*|participa\w+|present|trained|trainees?|t(?:ook|aken) part|joined"
    r"|received|completed|sh[ai]r[ie]+[ck]\w*|shirkat|shirakat|shu?raka|shurka|hazir\w*)\b"
    r"|شرکت|شریک|شرکا|حاضر",
    re.IGNORECASE,
)
#: Who did not come, or not to be trained; and what is yet to be.
_NOT_CAME = re.compile(
    r"\b(?:not|absent\w*|could|couldn'?t|didn'?t|unable|failed|nominat\w*|nominees?|invit\w*|expected"
    r"|will|would|shall|should|to be|to attend|to participate|select\w*|propos\w*|register\w*"
    r"|appl(?:y|ied|ica\w+)|(?<!of )trainers?|facilitat\w*|resource|speakers?|guests?|on leave"
    r"|regret\w*|excus\w*|apolog\w*|except|nahin?|ghai?r|na ho|namzad\w*|mad'?oo?|plan\w*|upcoming"
    r"|schedule\w*|cop(?:y|ies)|c\.?c|naqa?l|ho ga|hoga|hon ge|honge|kareng?e|jaye ?ga)\b"
    r"|نہیں|غیر حاضر|نامزد|مدعو|نقل|ہوگ|ہو گ|کریں گ",
    re.IGNORECASE,
)
#: Whether one came, as a part of a line says it, and words beside which it is not sure.
_ATTENDANCE = re.compile(
    r"p|a|present|absent|(?:on )?leave|attended|(?:did )?not attend(?:ed)?|(?:ghai?r[ -]?)?hazir"
    r"|(?:غیر )?حاضر|yes|no",
    re.IGNORECASE,
)
_NOT_SURE = re.compile(
    r"\b(?:absent\w*|not|could|leave|late|ghai?r|nahin?|nominat\w*|nominees?|instead|in place of"
    r"|on behalf|substitutes?|resource persons?|trainers?|facilitat\w*|guests?|observers?"
    r"|speakers?)\b|غیر|نہیں|نامزد",
    re.IGNORECASE,
)
#: To whom a letter goes, too.
_COPIES = re.compile(r"\b(?:cop(?:y|ies)|c\.?c|naqa?l|distribution)\b|نقل", re.IGNORECASE)
_PARTS = re.compile(r"\s*[,،;()\[\]:]+\s*|\s+[-–—]+\s+")
#: Where a name ends though no sign does: "Mr … of Police", "Mr … posted as ASI".
_BEHIND_NAME = re.compile(
    r"\s+(?:of|from|(?:serving|working|posted) (?:as|at|in|with)|representing|az)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_RELATION = re.compile(
    r"(?:[sdwc]\s?/\s?o|son of|daughter of|wife of|ولد|بنت|زوجہ)\b", re.IGNORECASE
)
_SCALE = re.compile(r"b(?:p)?s?[\s-]*\d{1,2}", re.IGNORECASE)
_SEX = re.compile(r"m|f|male|female|mard|aurat|khatoon|مرد|خاتون|عورت", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*\(?\d{1,3}\W*")
LEAST_LINES = 2
#: Before a name stands one part at most, as a rank.
_PLACES_OF_NAMES = 2
NUMBER, NAME, SEX, POST, OFFICE, HOME, CAME = (
    "Sr No", "Name", "Sex", "Designation", "Department", "District", "Attendance"
)  # fmt: skip
POST_AND_OFFICE = "Designation and office"


def rows_of_persons(text: str) -> list[list[str]] | None:
    """Return the lines of a letter as rows, where some list persons who came.

    The names of the columns stand in the line above the first list, whose heading moves up into a
    blank one. None where a line of a list names nobody, or another list has persons, too, of whom
    no sentence says that they came.
    """
    lines = text.split("\n")
    copies, lists = _parted(lists_of(lines))
    named = [one for one in lists if _names_person(one)]
    listed = {n: _parts(line) for one in named for n, line in one.lines.items()}
    if len(listed) < LEAST_LINES or not (_came(named) and is_whole(lines, listed)):
        return None
    rows = _columns([*listed.values()])
    first = next(iter(listed))
    others = {n for one in copies for n in one.lines}
    if not rows or _is_table(lines, first, listed[first]) or _is_left(lines, named, others):
        return None
    own, place = _with_line_for_names(lines, first, several=len(named) > 1)
    return _table(own, place, rows, named) if own else None


def _parted(lists: Sequence[Listed]) -> tuple[list[Listed], list[Listed]]:
    """Return the lists of those to whom a letter goes, too, and all others."""
    copies = [one for one in lists if _COPIES.search(one.heading)]
    return copies, [one for one in lists if one not in copies]


def _is_left(lines: Sequence[str], lists: Sequence[Listed], others: Set[int]) -> bool:
    """Tell whether a person stands in a line of no list: behind a number, or right below one."""
    own = {n for one in lists for n in range(min(one.lines), max(one.lines) + 1)}
    for n in range(min(own), len(lines)):
        if n in own or n in others or not (n - 1 in own or _NUMBERED.match(lines[n])):
            continue
        parts = _parts(_NUMBERED.sub("", lines[n]).strip(" -–•*"))
        if len(parts) > 1 and _ADDRESSED.fullmatch(parts[0]):
            return True
    return False


def _with_line_for_names(
    lines: Sequence[str], first: int, *, several: bool
) -> tuple[list[str], int]:
    """Return lines with a blank one for the names of columns, and its position.

    It is above the heading of a first group of several: "Police:".
    """
    grouped = several and first > 1 and not lines[first - 2].strip()
    if grouped and lines[first - 1].strip() and not _CAME.search(lines[first - 1]):
        return [*lines], first - 2
    return with_line_for_names(lines, first), first - 1


def _table(
    lines: Sequence[str], place: int, rows: Sequence[list[str]], lists: Sequence[Listed]
) -> list[list[str]]:
    """Return lines as rows of a table; what goes on with a person's is blank."""
    width = len(rows[0])
    own = {n for one in lists for n in range(min(one.lines), max(one.lines) + 1)}
    whole = unwrapped(lines, {*own, place})
    table = [[" ".join(line.split()), *[""] * (width - 1)] for line in whole]
    for n in own:
        table[n] = [""] * width
    persons = (n for one in lists for n in one.lines)
    for n, row in zip((place, *persons), rows, strict=True):
        table[n] = row
    return table


def _names_person(listed: Listed) -> bool:
    """Tell whether a line of a list names a person, or several do by what many are called."""
    firsts = [_parts(line)[0] for line in listed.lines.values()]
    return any(map(_ADDRESSED.fullmatch, firsts)) or (
        len(firsts) >= LEAST_LINES and have_common_names(firsts) and all(map(_may_be_name, firsts))
    )


def _came(lists: Sequence[Listed]) -> bool:
    """Tell whether a sentence leads to the first list and says that they came, and none else no."""
    headings = [one.heading for one in lists]
    return bool(_CAME.search(headings[0])) and not any(map(_NOT_CAME.search, headings))


def _is_table(lines: Sequence[str], first: int, parts: Sequence[str]) -> bool:
    """Tell whether names of columns stand above the first person, as of a table."""
    above = next((line for line in lines[:first][::-1] if line.strip()), "")
    return len(_PARTS.split(_in_one(above).strip(" :."))) == len(parts) and above.count(",") > 1


def _parts(line: str) -> list[str]:
    """Return the parts of a line, a relation with the name; no scale, and no number of a person."""
    parts = [part.strip(" .\u06d4\"'*") for part in _PARTS.split(_in_one(line))]
    found: list[str] = []
    for part in filter(None, parts):
        if found and _RELATION.match(part):
            found[-1] += f" {part}"
        elif not (_SCALE.fullmatch(part) or has_personal_number(part)):
            found.append(part)
    for n, part in enumerate(found[:_PLACES_OF_NAMES]):
        if _ADDRESSED.fullmatch(part) and (behind := _BEHIND_NAME.search(part)):
            return [*found[:n], part[: behind.start()], part[behind.end() :], *found[n + 1 :]]
    return found or [""]


def _in_one(line: str) -> str:
    """Return a line with single blanks: a long gap would be looked at from each of its blanks."""
    return " ".join(line.split())


def _columns(persons: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the names of columns and a row for each person; none where no place has names.

    A post and an office stand in columns of their own where all lines have both, and a district
    where all have one; else they are told in one text.
    """
    place = _place_of_names(persons)
    rest = [[part for n, part in enumerate(own) if n != place] for own in persons]
    if place < 0 or any(map(names_somebody, {part for own in rest for part in own})):
        return []
    columns: dict[str, list[str]] = {NUMBER: [str(n + 1) for n in range(len(persons))]}
    columns[NAME] = [own[place] for own in persons]
    for name, words in ((SEX, _SEX), (CAME, _ATTENDANCE)):
        told = [[part for part in own if words.fullmatch(part)] for own in rest]
        rest = [[part for part in own if not words.fullmatch(part)] for own in rest]
        if any(told) and {*map(len, told)} != {1}:
            return []
        columns |= {name: [one for [one] in told]} if any(told) else {}
    homes = [home for own in rest if own and (home := district_of(own[-1]))]
    if alike := len(homes) == len(persons):
        columns[HOME] = homes
        rest = [own[:-1] for own in rest]
    if (alike or not homes) and all(len(own) == len((POST, OFFICE)) for own in rest):
        columns |= {POST: [own[0] for own in rest], OFFICE: [own[1] for own in rest]}
    elif any(rest):
        columns[POST_AND_OFFICE] = [", ".join(own) for own in rest]
    if any(_NOT_SURE.search(part) for own in rest for part in own):
        return []
    return [[*columns], *map(list, zip(*columns.values(), strict=True))]


def _place_of_names(persons: Sequence[Sequence[str]]) -> int:
    """Return at which place each line has a name; less than 0 where there is no such place."""
    for place in range(_PLACES_OF_NAMES):
        if any(len(own) <= place for own in persons):
            break
        names = [own[place] for own in persons]
        others = [name for name in names if not _ADDRESSED.fullmatch(name)]
        if all(map(_may_be_name, others)) and (not others or have_common_names(others)):
            return place
    return -1


def _may_be_name(text: str) -> bool:
    """Tell whether a text may be a name, by itself or behind a rank."""
    return may_be_name(text) or names_somebody(text)
