"""Which row of a sheet names its columns: under title rows, in two rows, or with a row of tags."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from data.records.errors import ReadingError
from data.sheets.fields import field_of_name, field_of_tag, is_tag, plain

#: How many rows from the top a header is looked for in.
LOOKED_AT = 40
MOST_COLUMNS = 1_000

_NUMERIC = str.maketrans("", "", " .,-/:%()+")


@dataclass(frozen=True)
class Header:
    """The names of the columns, their tags (blank where there are none), and where data begin.

    ``rows`` are the positions of the header's rows in what was looked at, ``tag_row`` that of
    the tags; ``first`` is the position of the first row under them.
    """

    names: tuple[str, ...]
    tags: tuple[str, ...]
    rows: tuple[int, ...]
    tag_row: int | None
    first: int


def find_header(rows: Sequence[list[str]], where: str) -> Header:
    """Find the header among the first rows of a sheet.

    Raises
    ------
    ReadingError
        If no row looks like names of columns.
    """
    if any(len(row) > MOST_COLUMNS for row in rows[:LOOKED_AT]):
        what = f"It has more than {MOST_COLUMNS:,} columns."
        raise ReadingError(what, where, "Save its table alone, without filled cells to the right.")
    rows = [[" ".join(cell.split()) for cell in row] for row in rows[:LOOKED_AT]]
    tag_row = next((n for n, row in enumerate(rows) if _is_tags(row)), None)
    if tag_row is not None:
        return _above_tags(rows, tag_row)
    best, score = None, 0
    for two in (False, True):  # two rows only where together they say more than one
        for place in range(len(rows)):
            found = _header_at(rows, place, two=two)
            if found and (known := _known(found.names)) > score:
                best, score = found, known
    if best and score >= min(2, _filled(best.names)):
        return best
    return _likely(rows, where)


def _header_at(rows: list[list[str]], place: int, *, two: bool) -> Header | None:
    """Return the header that begins in a row, if it can be one."""
    row = rows[place]
    if not any(row) or (_has_numbers(row) and not _mostly_known(row)):
        return None
    if not two:
        names = _trimmed(row)
        return Header(names, ("",) * len(names), (place,), None, place + 1)
    below = rows[place + 1] if place + 1 < len(rows) else []
    if not any(below) or _has_numbers(below):
        return None
    names = _joined(row, below)
    return Header(names, ("",) * len(names), (place, place + 1), None, place + 2)


def _joined(above: list[str], below: list[str]) -> tuple[str, ...]:
    """Join two rows of names; a name above stands over all cells up to the next one."""
    names, over = [], ""
    for top, under in zip_longest(_trimmed(above), _trimmed(below), fillvalue=""):
        # A name that stands over nothing is a column's own and does not reach to the next.
        over = top or (over if under else "")
        both = f"{over} {under}".strip()
        # "Participants" over "Female": either name alone, or both, may be the one that is known.
        names.append(next((name for name in (both, under) if field_of_name(name)), both))
    return tuple(names)


def _above_tags(rows: list[list[str]], tag_row: int) -> Header:
    """Return the header over a row of tags; without one the tags are the names."""
    above = tuple(n for n in range(tag_row) if any(rows[n]))[-1:]
    tags = _trimmed(rows[tag_row])
    named = _trimmed(rows[above[0]]) if above else tags
    names, tags = zip(*zip_longest(named, tags, fillvalue=""), strict=True)
    return Header(names, tags, above, tag_row, tag_row + 1)


def _is_tags(row: list[str]) -> bool:
    tags = [cell for cell in row if cell]
    known = any(field_of_tag(tag) is not None for tag in tags)
    return all(map(is_tag, tags)) and (len(tags) > 1 or known)


def _likely(rows: list[list[str]], where: str) -> Header:
    """Return the first row that could be a header though its names are not known."""
    widths = [_filled(row) for row in rows]
    least = max(2, max(widths, default=0) * 6 // 10)
    for place, row in enumerate(rows):
        found = _header_at(rows, place, two=False)
        if found and widths[place] >= least and len({plain(c) for c in row if c}) > 1:
            return found
    what = f"None of the first {len(rows)} rows names the columns."
    raise ReadingError(what, where, "Write the names of the columns in a row above the data.")


def _known(names: Sequence[str]) -> int:
    """Count the different fields that are known; several names of persons are one."""
    return len({field for name in names if (field := field_of_name(name))})


def _mostly_known(row: Sequence[str]) -> bool:
    """Tell whether a row names columns, though one of them is called by a year or a number."""
    known = _known(row)
    return known > 2 and 2 * known > _filled(row)


def _has_numbers(row: Sequence[str]) -> bool:
    """Tell whether a cell is a number, a date or a text that is far too long for a name."""
    return any(cell.translate(_NUMERIC).isdigit() or len(cell) > 200 for cell in row)


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell) for cell in row)


def _trimmed(row: Sequence[str]) -> tuple[str, ...]:
    last = max((n for n, cell in enumerate(row, start=1) if cell), default=0)
    return tuple(row[:last])
