"""A numbered list of persons that no row names the columns of: what each is, somebody is asked."""

from collections.abc import Sequence

from data.records.personal_data import may_be_name
from data.sheets.tables.header_rows import Header, filled_cells
from data.sheets.words.cell_values import kind_of
from data.sheets.words.presence import presence

#: So many rows at least, numbered from 1 on, of so many columns.
LEAST_ROWS, LEAST_COLUMNS = 3, 4
#: So many digits a number has that is somebody's: a telephone's, or of an identity card.
LONG_NUMBER = 5
#: A note, a total or a signature under them has no more cells.
MOST_OF_NOTE = 2
#: How many of the cells of a column are a sex, an agency or a place where they tell that it is.
MOST = 0.6


def header_of_list(rows: Sequence[list[str]]) -> Header | None:
    """Return names for the columns of a list that has none, if that is what the rows are.

    From a row on each has the next number, one column names another person in each, and one tells
    sexes, agencies or places. None has marks or small numbers: these may say who came. Only the
    number and the name are called what they are, so that nobody is shown; the others are called by
    their places.
    """
    first = next((n for n, row in enumerate(rows) if _number(row) == 1), len(rows))
    if first and filled_cells(rows[first - 1]) >= LEAST_COLUMNS:
        return None  # names of columns, in words that nobody knows
    listed = [row for row in rows[first:] if filled_cells(row) > MOST_OF_NOTE]
    numbered = [_number(row) for row in listed] == list(range(1, len(listed) + 1))
    width = max(map(len, listed), default=0)
    if not numbered or len(listed) < LEAST_ROWS or width < LEAST_COLUMNS:
        return None
    columns = [[row[n] for row in listed if n < len(row) and row[n]] for n in range(width)]
    persons = [n for n, cells in enumerate(columns) if len(cells) == len(listed) and _name(cells)]
    if not persons or not any(map(_tells, columns)) or any(map(_are_marks, columns[1:])):
        return None
    called = {0: "Sr", persons[0]: "Name"}
    used = max(n for n, cells in enumerate(columns) if cells) + 1
    names = tuple(called.get(n, f"Column {n + 1}") for n in range(used))
    return Header(names, ("",) * used, (), None, first)


def _number(row: Sequence[str]) -> int | None:
    text = row[0].strip(" .)") if row else ""
    return int(text) if text.isdecimal() and len(text) < 4 else None


def _name(cells: Sequence[str]) -> bool:
    """Tell whether each cell may be the name of another person."""
    return len({*cells}) == len(cells) and all(" " in one and may_be_name(one) for one in cells)


def _are_marks(cells: Sequence[str]) -> bool:
    """Tell whether a column has nothing but marks, or numbers of a few digits."""
    return bool(cells) and all(
        presence(one) is not None or (one.isdecimal() and len(one) < LONG_NUMBER) for one in cells
    )


def _tells(cells: Sequence[str]) -> bool:
    """Tell whether most cells of a column are of one kind that is told of persons."""
    kinds = [kind for kind in map(kind_of, cells) if kind]
    return bool(kinds) and max(map(kinds.count, {*kinds})) >= MOST * len(cells)
