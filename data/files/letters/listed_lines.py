"""The lists of a letter: lines with a number or a bullet, and the sentence that leads to them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

#: "1.", "1)", "(i)", "a)", "-", "•"; a number needs no blank behind it.
_MARK = re.compile(
    r"\s*(?:\(?(?:\d{1,3}|[ivxIVX]{1,5}|[a-zA-Z])(?:[.)\u06d4]|\s?-(?=\s))[.)-]*(?:\s+|(?!\d))|\(\d{1,3}\)\s*"
    r"|[-–—*•·●▪◦►»]\s+|[•●▪►]\s*)(?=[^\W_]|[\"'(])"
)
#: What a line of a list goes on with in the next one: it is open, or that is set in.
_OPEN = re.compile(r"(?:[,،&(]|\b(?:and|of|aur|اور))$", re.IGNORECASE)
_SET_IN = re.compile(r"(?:\t| {2,})\s*\S")
#: A line of a list that goes on has no more letters.
MOST_LETTERS = 300
#: A line with these is of a table; one with a blank more may be a slip.
_OF_TABLE, _GAP = re.compile(r"[|\t]"), re.compile(r"\S {2,}\S")
_COMMA = re.compile(r"[,،]")
_NUMBER = re.compile(r"\s*\(?(\d{1,3})")
#: In so many lines wide gaps are no slips.
MOST_SLIPS = 2
#: So few words are no sentence: "Details:", "Names are as under:"; that before it leads to both.
_FEW_WORDS = 5
#: Where no line above a list is blank, so many have to stand there for two to become one.
_LEAST_ABOVE = 2


@dataclass(frozen=True)
class Listed:
    """A list: the position of each of its lines with the text behind the mark, and its heading."""

    lines: dict[int, str]
    heading: str


def text_of_line(line: str) -> str:
    """Return what stands behind the mark of a line; blank where it has none."""
    found = _MARK.match(line)
    return line[found.end() :].strip() if found else ""


def _behind_mark(line: str) -> str:
    return text_of_line(line) or line.strip()


def is_whole(lines: Sequence[str], own: Collection[int]) -> bool:
    """Tell of the lines of lists, by position, that none is of a table, and no number is missing.

    Numbers run on, or begin anew.
    """
    listed = [lines[n] for n in own]
    gaps = sum(_GAP.search(line) is not None for line in map(_behind_mark, listed))
    marked = filter(_MARK.match, listed)
    numbers = [int(found[1]) for line in marked if (found := _NUMBER.match(line))]
    runs_on = all(number in (before + 1, 1) for before, number in pairwise([0, *numbers]))
    return runs_on and gaps < MOST_SLIPS and not any(map(_OF_TABLE.search, listed))


def lists_of(lines: Sequence[str]) -> list[Listed]:
    """Return the lists of a letter. Blank lines part none, and a line that goes on is of its own.

    A heading is the paragraph above a list, without what stood in a list before, or the line of
    another list that leads to this one: "2. It was attended by:".
    """
    found: list[dict[int, str]] = []
    headings: list[str] = []
    paragraph: list[str] = []
    last, kind = -1, ""
    unmarked = _unmarked(lines)
    for n, line in enumerate(lines):
        if not line.strip():
            paragraph = [*paragraph, ""] if paragraph and paragraph[-1] else paragraph
        elif text := text_of_line(line) or unmarked.get(n, ""):
            before = found[-1][last] if last >= 0 else ""
            if last < 0 or before.endswith(":") or kind != _kind(line):
                found.append({})
                headings.append(before if before.endswith(":") else _last_paragraph(paragraph))
                paragraph = []
            found[-1][last := n] = text
            kind = _kind(line)
        elif last >= 0 and _goes_on(lines, n, found[-1][last]):
            found[-1][last] += f" {line.strip()}"
        else:
            last = -1
            paragraph.append(line.strip())
    return [Listed(own, heading) for own, heading in zip(found, headings, strict=True)]


def _kind(line: str) -> str:
    """Return what a line of a list is marked by: a digit, a letter or a sign; blank if nothing."""
    found = _MARK.match(line)
    signs = [sign for sign in found[0] if sign not in "( \t"] if found else [""]
    return "1" if signs[0].isdigit() else "a" if signs[0].isalpha() else signs[0]


def _unmarked(lines: Sequence[str]) -> dict[int, str]:
    """Return the lines right under one that ends with a colon, where all have as many commas."""

    def is_one(place: int) -> bool:
        return bool(lines[place].strip()) and not lines[place].rstrip().endswith(":")

    found: dict[int, str] = {}
    for n, line in enumerate(lines):
        if not line.rstrip().endswith(":"):
            continue
        start = n + 2 if n + 1 < len(lines) and not lines[n + 1].strip() else n + 1
        own = [*takewhile(is_one, range(start, len(lines)))]
        commas = {len(_COMMA.findall(lines[place].strip(" ,"))) for place in own}
        if len(own) > 1 and len(commas) == 1 and 0 not in commas:
            found |= {place: lines[place].strip() for place in own if not _MARK.match(lines[place])}
    return found


def _goes_on(lines: Sequence[str], n: int, begun: str) -> bool:
    """Tell whether a line without a mark goes on with that of a list above it."""
    before = lines[n - 1].strip()
    set_in = _SET_IN.match(lines[n]) and not before.endswith(".")
    return bool(before) and len(begun) < MOST_LETTERS and bool(_OPEN.search(before) or set_in)


def _last_paragraph(lines: Sequence[str]) -> str:
    """Return the last paragraph, with that before it where the last one is but a few words."""
    paragraphs = [one.split() for one in "\n".join(lines).split("\n\n")]
    filled = [words for words in paragraphs if words]
    last = filled[-1:]
    if last and len(last[0]) <= _FEW_WORDS:
        last = filled[-2:]
    return " ".join(word for words in last for word in words)


def with_line_for_names(lines: Sequence[str], first: int) -> list[str]:
    """Return lines of which that above a list is blank; none where there is but one above it.

    What stands between it and the last blank one, as the heading of the list, moves up by a line.
    Where none is blank, two lines become one.
    """
    blank = next((n for n in range(first - 1, -1, -1) if not lines[n].strip()), None)
    if blank is not None:
        return [*lines[:blank], *lines[blank + 1 : first], "", *lines[first:]]
    if first < _LEAST_ABOVE:
        return []
    joined = "; ".join(line.strip(" ;") for line in lines[first - 2 : first])
    return [*lines[: first - 2], joined, "", *lines[first:]]
