"""Which row of a sheet names its columns: under title rows, in two rows, or with a row of tags.

A row of records is never taken for it: where no row names a column in words that are known, or
a name is what the cells under it hold, there is no header, and the file is refused.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from data.records.dates import is_month, read_day
from data.records.errors import ReadingError
from data.records.personal_data import looks_personal
from data.records.programme import programme
from data.sheets.fields import COUNT_FIELDS, field_of_name, field_of_tag, is_tag, plain
from geo.names.known_names import place_names

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
            if found and (known := _known(found.names)) > score and not _is_record(found, rows):
                best, score = found, known
    if best and score >= min(2, _filled(best.names)):
        return _with_second_row(best, rows)
    return _likely(rows, where)


def _with_second_row(header: Header, rows: list[list[str]]) -> Header:
    """Return a header with the row of names that stands over or under its counts, if one does."""
    below = rows[header.first] if header.first < len(rows) else []
    under = [n for n, cell in enumerate(below) if cell]
    if len(header.rows) == 1 and len(under) > 1 and all(field_of_name(below[n]) for n in under):
        blank = [n for n in under if n >= len(header.names) or not header.names[n]]
        if blank and (two := _header_at(rows, header.rows[0], two=True)):
            return two
    counts = [field for name in header.names if (field := field_of_name(name)) in COUNT_FIELDS]
    place = header.rows[0] - 1
    if len(header.rows) > 1 or len(set(counts)) == len(counts) or place < 0:
        return header
    above = _header_at(rows, place, two=True) if _filled(rows[place]) > 1 else None
    return above or header


def _is_record(header: Header, rows: Sequence[list[str]]) -> bool:
    """Tell whether a row is a record: its cells tell of a person, or are as those under them."""
    if _mostly_known(header.names):
        return False
    if any(map(looks_personal, header.names)):
        return True
    under = rows[header.first : header.first + LOOKED_AT]
    same = 0
    for n, name in enumerate(header.names):
        kind = _kind_of(name)
        cells = [row[n] for row in under if n < len(row) and row[n]]
        same += bool(
            kind and cells and sum(_kind_of(one) == kind for one in cells) * 2 > len(cells)
        )
    return same > 0


def _kind_of(cell: str) -> str:
    """Return what a cell is that is a value and no name: a sex, an agency, a place; or nothing."""
    bare = plain(cell)
    if bare in ("m", "f", "male", "female"):
        return "sex"
    if bare in _agencies():
        return "agency"
    return "place" if bare in place_names() else ""


@lru_cache(maxsize=1)
def _agencies() -> frozenset[str]:
    return frozenset(plain(agency) for agency in programme().agencies)


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
    both, under_names, over = [], [], ""
    for top, under in zip_longest(_trimmed(above), _trimmed(below), fillvalue=""):
        # A name that stands over nothing is a column's own and does not reach to the next.
        over = top or (over if under else "")
        both.append(over if over == under else f"{over} {under}".strip())
        under_names.append(under)
    # "Participants" over "Female": either name alone, or both, may be the one that is known; but
    # under "FIA" and "Police" the same name comes again, and both are needed to tell them apart.
    times = Counter(plain(under) for under in under_names if under)
    return tuple(
        whole if field_of_name(whole) or not field_of_name(under) or times[plain(under)] > 1
        else under
        for whole, under in zip(both, under_names, strict=True)
    )  # fmt: skip


def _above_tags(rows: list[list[str]], tag_row: int) -> Header:
    """Return the header over a row of tags; without one the tags are the names."""
    above = tuple(n for n in range(tag_row) if any(rows[n]))[-1:]
    tags = _trimmed(rows[tag_row])
    named = _trimmed(rows[above[0]]) if above else tags
    names, tags = zip(*zip_longest(named, tags, fillvalue=""), strict=True)
    return Header(names, tags, above, tag_row, tag_row + 1)


def _is_tags(row: list[str]) -> bool:
    """Tell whether a row is of tags; a stray cell among several does not matter."""
    cells = [cell for cell in row if cell]
    tags = [cell for cell in cells if is_tag(cell)]
    known = sum(field_of_tag(tag) is not None for tag in tags)
    if len(tags) == len(cells):
        return len(tags) > 1 or known > 0
    return known > 1 and 2 * len(tags) > len(cells)


def _likely(rows: list[list[str]], where: str) -> Header:
    """Return the first row that could be a header though few of its names are known.

    Raises
    ------
    ReadingError
        If none names a column in words that are known: a person's name may stand there.
    """
    widths = [_filled(row) for row in rows]
    least = max(2, max(widths, default=0) * 6 // 10)
    for place, row in enumerate(rows):
        found = _header_at(rows, place, two=False)
        if found and widths[place] >= least and len({plain(c) for c in row if c}) > 1:
            if not _is_record(found, rows) and _tells(found.names):
                return found
            break
    what = f"None of the first {len(rows)} rows names the columns in words that are known."
    advice = (
        "Write names of columns in a row above the data, such as District, Department, Training "
        "and Date."
    )
    raise ReadingError(what, where, advice)


def names_columns(row: Sequence[str]) -> bool:
    """Tell whether a row under a header seems to name the columns of another table."""
    cells = [cell for cell in row if cell.strip()]
    return _known(cells) > 2 and 10 * _known(cells) >= 6 * len(cells) and not _has_numbers(cells)


def _tells(names: Sequence[str]) -> bool:
    """Tell whether some names are of columns for certain, or several are months or agencies."""
    fields = [name for name in names if field_of_name(name)]
    series = [name for name in names if is_month(name) or _kind_of(name) == "agency"]
    return bool(fields) or len(series) > 1


def _known(names: Sequence[str]) -> int:
    """Count the different fields that are known; several names of persons are one."""
    return len({field for name in names if (field := field_of_name(name))})


def _mostly_known(row: Sequence[str]) -> bool:
    """Tell whether a row names columns, though some are called by a day, a year or a number."""
    known = _known([name for name in row if not _kind_of(name)])
    others = [cell for cell in row if cell and not _is_day(cell)]
    days = [cell for cell in row if cell and _is_day(cell)]
    return known > 1 and 2 * known > len(others) and len(set(days)) == len(days) != 1


def _is_day(cell: str) -> bool:
    day = read_day(cell)
    return bool(day.iso or day.readings)


def _has_numbers(row: Sequence[str]) -> bool:
    """Tell whether a cell is a number, a day or a text that is far too long for a name."""
    return any(
        (cell.translate(_NUMERIC).isdigit() and not is_month(cell)) or len(cell) > 200
        for cell in row
    )


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell) for cell in row)


def _trimmed(row: Sequence[str]) -> tuple[str, ...]:
    last = max((n for n, cell in enumerate(row, start=1) if cell), default=0)
    return tuple(row[:last])
