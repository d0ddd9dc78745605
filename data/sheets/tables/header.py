"""Which row of a sheet names its columns: under title rows, in two rows, or with a row of tags.

A row of records is never taken for it: where no row names a column in words that are known, or
a name is what the cells under it hold, there is no header, and the file is refused, but for a
list of persons whose columns tell themselves.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from data.records.calendar.months import is_month
from data.records.errors import ReadingError
from data.records.model import COUNT_COLUMNS, DAY_COLUMNS
from data.records.personal_data import has_personal_number, looks_personal
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, PERSONAL_FIELDS, field_of_tag, is_tag, plain
from data.sheets.tables.header_rows import (
    Header,
    fields_known,
    filled_cells,
    header_at,
    mostly_known,
)
from data.sheets.tables.side_by_side import head_tables
from data.sheets.tables.units import UNIT, is_units, numbers_columns
from data.sheets.tables.without_names import header_of_list
from data.sheets.words.cell_values import days_counted, has_numbers, has_values, kind_of, tells_day
from data.sheets.words.joined_names import heads_both, is_divided, trimmed, with_women
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.presence import CROSSES, NO_SIGNS, presence
from geo.words.catalogue import _

#: How many rows from the top a header is looked for in.
LOOKED_AT = 40
#: A header has no more columns, and no more rows of names, than this.
MOST_COLUMNS, MOST_DEEP = 1_000, 3
_SIGNS = CROSSES | NO_SIGNS


def find_header(
    rows: Sequence[list[str]], where: str, apart: frozenset[int] = frozenset()
) -> Header:
    """Find the header among the first rows of a sheet.

    ``apart`` are the positions of rows that stand under a blank one, which ends what is above it.

    Raises
    ------
    ReadingError
        If no row looks like names of columns.
    """
    if any(len(row) > MOST_COLUMNS for row in rows[:LOOKED_AT]):
        what = _("It has more than {columns:,} columns.").format(columns=MOST_COLUMNS)
        advice = _("Save its table alone, without filled cells to the right.")
        raise ReadingError(what, where, advice)
    rows = [with_women([" ".join(cell.split()) for cell in row]) for row in rows[:LOOKED_AT]]
    tag_row = next((n for n, row in enumerate(rows) if _is_tags(row)), None)
    if tag_row is not None:
        return _above_tags(rows, tag_row)
    best, score = None, 0
    for depth in (1, 2):  # two rows only where together they say more than one
        for place in range(len(rows)):
            found = header_at(rows, place, depth)
            if depth == 2 and place + 1 in apart:
                continue
            if (
                found
                and (known := fields_known(found.names)) > score
                and not _is_record(found, rows)
                and not (best and _is_of_later_list(found, best, rows[:place]))
            ):
                best, score = found, known
    if best and score >= min(2, filled_cells(best.names)):
        return _above_numbers(_with_further_rows(best, rows), rows)
    return _above_numbers(_likely(rows, where), rows)


def _is_of_later_list(header: Header, first: Header, rows: list[list[str]]) -> bool:
    """Tell whether a header is that of a list of persons behind one that lacks nothing but phones.

    Records stand between both. Of a fuller list those above it would tell less.
    """
    told, more = ({*map(field_of_name, one.names)} - {None} for one in (first, header))
    least = 0.6 * filled_cells(first.names)
    under = [row for row in rows[first.first :] if filled_cells(row) >= least]
    listed = "name_of_person" in told and names_columns(first.names) and len(under) > 1
    return listed and more - told <= {*PERSONAL_FIELDS} and not any(map(names_columns, under))


def _above_numbers(header: Header, rows: list[list[str]]) -> Header:
    """Return a header with the rows under it that number its columns, or tell their units."""
    place = header.first
    while place < len(rows) and (
        numbers_columns(rows[place], header.names) or is_units(rows[place])
    ):
        place += 1
    return replace(header, numbered=tuple(range(header.first, place)), first=place)


def _with_further_rows(header: Header, rows: list[list[str]]) -> Header:
    """Return a header with the rows of names over or under its counts or days, where some are."""
    while len(header.rows) < MOST_DEEP and header.first < len(rows):
        further = 1 + (_over_counts(header, rows) and len(header.rows) == 1)
        deeper = header_at(rows, header.rows[0], len(header.rows) + further)
        if not deeper or not (further > 1 or _names_under(header, rows)):
            break
        below = rows[header.first]
        under = [n for n, cell in enumerate(below) if cell]
        dated = further == 1 and _gives_days(header, below, under)
        header = _with_days(deeper, header.names, below) if dated else deeper
    divided = (*COUNT_FIELDS, "summarises", *DAY_COLUMNS)  # "From" and "To" under "Planned" too
    under = [field for name in header.names if (field := field_of_name(name)) in divided]
    place = header.rows[0] - 1
    again = len(set(under)) < len(under)
    if len(header.rows) > 1 or place < 0 or head_tables(rows[place], header.names):
        return header
    over = (again and filled_cells(rows[place]) > 1) or heads_both(rows[place])
    return (header_at(rows, place, 2) if over else None) or header


def _names_under(header: Header, rows: list[list[str]]) -> bool:
    """Tell whether the row under a header names columns that it leaves blank, and is no record.

    Or it gives the days of columns that are called as several trainings are, and nothing else.
    """
    below = rows[header.first]
    under = [n for n, cell in enumerate(below) if cell]
    if _gives_days(header, below, under):
        return True
    blank = [n for n in under if n >= len(header.names) or not header.names[n]]
    times = Counter(plain(below[n]) for n in under)
    ticked = _names_of_ticks(rows[header.first :], under)
    known = all(
        field_of_name(below[n])
        or kind_of(below[n]) == "agency"
        or (times[plain(below[n])] > 1 and any(map(str.isalpha, below[n])))
        or plain(below[n]) in ("t", "total")
        or (n not in blank and UNIT.fullmatch(below[n]))  # "(home station)" under District
        or n in ticked
        for n in under
    )
    known |= len(under) > 1 and _divides_one(header, below, under) and len(rows) > header.first + 1
    return len(under) > 1 and bool(blank) and known and not has_values(below)


def _gives_days(header: Header, below: Sequence[str], under: Sequence[int]) -> bool:
    """Tell whether a row has nothing but days, each under a name of its own that is none known."""
    names = [header.names[n] if n < len(header.names) else "" for n in under]
    days = [below[n] for n in under]
    own = all(name and not field_of_name(name) for name in names)
    several = len(days) > 1 and len({*names}) == len(names) == len({*days})
    return own and several and all(map(tells_day, days))


def _with_days(deeper: Header, names: Sequence[str], days: Sequence[str]) -> Header:
    """Return a header whose names have the days under them in brackets: "Referral (5 May)"."""
    both = zip_longest(names, trimmed(days), fillvalue="")
    return replace(deeper, names=tuple(f"{top} ({day})" if day else top for top, day in both))


def _names_of_ticks(rows: Sequence[list[str]], under: Sequence[int]) -> list[int]:
    """Return the columns with a word in the first row, and under it nothing but ticks in some.

    The last number may be the sum of them.
    """
    cells = {n: [row[n] for row in rows[1:] if n < len(row) and row[n]] for n in under}
    ticks = {n: own[:-1] if own[-1:] in ([str(len(own) - 1)], ["0"]) else own
             for n, own in cells.items()}  # fmt: skip
    named = [n for n, own in ticks.items() if presence(rows[0][n]) is None and all(
             presence(cell) or cell.casefold() in _SIGNS for cell in own)]  # fmt: skip
    return named if any(ticks[n] for n in named) else []


def _divides_one(header: Header, below: Sequence[str], under: Sequence[int]) -> bool:
    """Tell whether names stand under one alone that says so, or that all are values of.

    "Participants by agency" and those who came, or "District" over those of the columns, and days
    over none but them.
    """
    names = header.names[under[0] : under[-1] + 1]
    together = under[-1] - under[0] == len(under) - 1
    if not together or not any(names[:1]) or any(names[1:]):
        return False
    counted = days_counted(below)
    divided = " by " in names[0] or is_divided(names[0])
    divided |= field_of_name(names[0]) in COUNT_FIELDS
    return divided or all(
        kind_of(below[n]) == "place" or tells_day(below[n]) or below[n] in counted for n in under
    )


def _over_counts(header: Header, rows: list[list[str]]) -> bool:
    """Tell whether the row under a header stands over one that names nothing but counts, again."""
    middle, lowest = ([*rows[header.first : header.first + 2], [], []])[:2]
    counts = [field_of_name(cell) for cell in lowest if cell]
    again = len(counts) > len(set(counts)) and all(one in COUNT_FIELDS for one in counts)
    return filled_cells(middle) > 1 and again


def _is_record(header: Header, rows: Sequence[list[str]]) -> bool:
    """Tell whether a row, or one of two, is a record: of a person, or as those beside it are."""
    if mostly_known(header.names):
        return False
    if any(map(has_personal_number, header.names)) or any(
        looks_personal(name) and not field_of_name(name) for name in header.names
    ):
        return True  # "p3@example.org" has a word of an organisation's, and names no column
    under, over = rows[header.first : header.first + LOOKED_AT], rows[: header.rows[0]]
    for n, name in (*enumerate(header.names), *chain(*(enumerate(rows[n]) for n in header.rows))):
        kind = kind_of(name)
        below, above = ([row[n] for row in own if n < len(row) and row[n]] for own in (under, over))
        cells = (below or above) if kind else []
        if cells and sum(kind_of(one) == kind for one in cells) * 2 > len(cells):
            return True
    return False


def _above_tags(rows: list[list[str]], tag_row: int) -> Header:
    """Return the header over a row of tags; without one the tags are the names."""
    above = tuple(n for n in range(tag_row) if any(rows[n]))[-1:]
    tags = trimmed(rows[tag_row])
    named = trimmed(rows[above[0]]) if above else tags
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
    widths = [filled_cells(row) for row in rows]
    least = max(2, max(widths, default=0) * 6 // 10)
    for place, row in enumerate(rows):
        found = header_at(rows, place)
        if found and widths[place] >= least and len({plain(c) for c in row if c}) > 1:
            told = _tells(found.names) or _heads_numbers(found, rows)
            if told and not _is_record(found, rows):
                return found
            break
    if listed := header_of_list(rows):
        return listed
    what = _("None of the first {rows} rows names the columns in words that are known.")
    advice = _(
        "Write names of columns in a row above the data, such as District, Department, Training "
        "and Date."
    )
    raise ReadingError(what.format(rows=len(rows)), where, advice)


def names_columns(row: Sequence[str]) -> bool:
    """Tell whether a row under a header seems to name the columns of another table."""
    cells = [cell for cell in row if cell.strip()]
    return (
        fields_known(cells) > 2
        and 10 * fields_known(cells) >= 6 * len(cells)
        and not has_numbers(cells)
    )


def _heads_numbers(header: Header, rows: Sequence[list[str]]) -> bool:
    """Tell whether several names are agencies', over numbers alone: "F.I.A.", "Sindh Police"."""
    bare = [name.replace(".", "") for name in header.names]
    own = [n for n, name in enumerate(bare)
           if any(kind_of(one) == "agency" for one in (name, name.split(" ")[-1]))]  # fmt: skip
    under = [row[n] for row in rows[header.first :] for n in own if n < len(row) and row[n]]
    return len(own) > 1 and len(under) > 1 and all(cell.isdecimal() for cell in under)


def _tells(names: Sequence[str]) -> bool:
    """Tell whether some names are of columns for certain, or several are months or agencies.

    Or several words say together whom a table counts and where they are from.
    """
    series = [name for name in names if is_month(name) or kind_of(name) == "agency"]
    guessed = {guessed_field(name) for name in names if not kind_of(name)} - {None}
    whose = {"district", "department", "agency", "venue_district"}
    counted = bool(guessed & {*COUNT_FIELDS}) and bool(guessed & whose)
    told = any(map(field_of_name, names)) or mostly_known(names) or are_of_statistics(names)
    enough = len(guessed) > 3 or {*COUNT_COLUMNS[:2]} <= guessed
    return told or len(series) > 1 or (counted and enough)


def are_of_statistics(names: Sequence[str]) -> bool:
    """Tell whether names are of the long table of a server of statistics: one number a row."""
    bare = [plain(name) for name in names]
    of_units = any(name.startswith(("organisation unit", "org unit")) for name in bare)
    return of_units and {"period", "value"} <= {*bare}
