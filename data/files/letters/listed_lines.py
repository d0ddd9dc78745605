"""The lists of a letter: lines with a number or a bullet, and the sentence that leads to them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

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
_NUMBER = re.compile(r"\s*\(?(\d{1,3})")


#: In so many lines wide gaps are no slips.
MOST_SLIPS = 2


@dataclass(frozen=True)
class Listed:
    """A list: the position of each of its lines with the text behind the mark, and its heading."""

    lines: dict[int, str]
    heading: str


def text_of_line(line: str) -> str:
    """Return what stands behind the mark of a line; blank where it has none."""
    found = _MARK.match(line)
    return line[found.end() :].strip() if found else ""


def is_whole(lines: Sequence[str], own: Collection[int]) -> bool:
    """Tell of the lines of lists, by position, that none is of a table, and no number is missing.

    Numbers run on, or begin anew.
    """
    marked = [lines[n] for n in own]
    gaps = sum(_GAP.search(text_of_line(line)) is not None for line in marked)
    numbers = [int(found[1]) for line in marked if (found := _NUMBER.match(line))]
    runs_on = all(number in (before + 1, 1) for before, number in pairwise([0, *numbers]))
    return runs_on and gaps < MOST_SLIPS and not any(map(_OF_TABLE.search, marked))


def lists_of(lines: Sequence[str]) -> list[Listed]:
    """Return the lists of a letter. Blank lines part none, and a line that goes on is of its own.

    A heading is the paragraph above a list, without what stood in a list before.
    """
    found: list[dict[int, str]] = []
    headings: list[str] = []
    paragraph: list[str] = []
    last = -1
    for n, line in enumerate(lines):
        if not line.strip():
            paragraph = [*paragraph, ""] if paragraph and paragraph[-1] else paragraph
        elif text := text_of_line(line):
            if last < 0:
                found.append({})
                headings.append(_last_paragraph(paragraph))
                paragraph = []
            found[-1][last := n] = text
        elif last >= 0 and _goes_on(lines, n, found[-1][last]):
            found[-1][last] += f" {line.strip()}"
        else:
            last = -1
            paragraph.append(line.strip())
    return [Listed(own, heading) for own, heading in zip(found, headings, strict=True)]


def _goes_on(lines: Sequence[str], n: int, begun: str) -> bool:
    """Tell whether a line without a mark goes on with that of a list above it."""
    before = lines[n - 1].strip()
    set_in = _SET_IN.match(lines[n]) and not before.endswith(".")
    return bool(before) and len(begun) < MOST_LETTERS and bool(_OPEN.search(before) or set_in)


#: So few words are no sentence: "Details:", "Names are as under:"; that before it leads to both.
_FEW_WORDS = 5


def _last_paragraph(lines: Sequence[str]) -> str:
    """Return the last paragraph, with that before it where the last one is but a few words."""
    paragraphs = [one.split() for one in "\n".join(lines).split("\n\n")]
    filled = [words for words in paragraphs if words]
    last = filled[-1:]
    if last and len(last[0]) <= _FEW_WORDS:
        last = filled[-2:]
    return " ".join(word for words in last for word in words)


def with_line_for_names(lines: Sequence[str], first: int) -> list[str]:
    """Return lines of which that above a list is blank; none where no blank one is above it.

    What stands between, as the heading of the list, moves up by one line.
    """
    blank = next((n for n in range(first - 1, -1, -1) if not lines[n].strip()), None)
    if blank is None:
        return []
    return [*lines[:blank], *lines[blank + 1 : first], "", *lines[first:]]
