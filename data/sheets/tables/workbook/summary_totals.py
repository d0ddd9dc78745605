"""How many people a summary tells of that is left out beside lists, so that they are compared."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from data.files.workbooks import SheetRows, SheetTitle
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, PLACE_FIELDS, VENUE_FIELDS
from data.sheets.sheet import Sheet
from data.sheets.tables.workbook.sheets_together import sums_up, with_records
from data.sheets.totals.sums_so_far import is_sum_so_far
from data.sheets.totals.total_words import is_part_of_sum, is_total
from data.sheets.words.told.numbers_told import read_count

#: How a text beside a list says it.
TOTAL = "Total participants: {}"
#: A table of "Total" alone is of people where another of its columns tells whose, or where.
_OF_WHOM = frozenset(["title", "training_id", "date_start", "venue", "sex", *AGENCY_FIELDS,
                      *PLACE_FIELDS, *VENUE_FIELDS])  # fmt: skip
#: A longer sheet is a table of something.
LONGEST = 200


def with_totals_told(
    sheets: Sequence[Sheet], listed: Sequence[SheetTitle], read: Callable[[str], SheetRows]
) -> list[Sheet]:
    """Return sheets of which the first that has people is told how many summaries say that came.

    The summaries are those of the file that are not read as they are called so, and not hidden.
    What they tell stands below the rows, as a text that is compared with all of them together.
    """
    kept = {one.name for one in with_records(listed)}
    left = [one.name for one in listed if one.name not in kept and not one.hidden
            and sums_up(one.name)]  # fmt: skip
    totals = dict.fromkeys(n for name in left for n in totals_told(read(name).rows))
    texts = [TOTAL.format(n) for n in totals]
    have = [n for n, one in enumerate(sheets) if "name_of_person" in one.fields]
    have += [n for n, one in enumerate(sheets) if {*one.fields} & {*COUNT_FIELDS}]
    return [replace(one, below=(*one.below, *texts)) if texts and n in have[:1] else one
            for n, one in enumerate(sheets)]  # fmt: skip


def totals_told(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return how many people the tables of a sheet count, each by its totals, else its rows.

    Nothing of a list of names, of a table in which a column has no numbers, and of sums that go on
    from what came before. Of several totals the last is meant where it is that of the others.
    """
    found: list[int] = []
    for names, records in _tables(rows if len(rows) <= LONGEST else ()):
        places = _counting(names)
        sums = [row for row in records if any(map(is_total, row))]
        totals = [_people(row, places) for row in sums if not any(map(is_sum_so_far, row))]
        told = [n for n in totals if n is not None]
        if not told and not sums:
            own = [_people(row, places) for row in records if not any(map(is_part_of_sum, row))]
            told = [sum(n for n in own if n is not None)] if own and None not in own else []
        found += told[-1:] if [sum(told[:-1])] == told[-1:] else told
    return [*dict.fromkeys(found)]


def _tables(rows: Sequence[Sequence[str]]) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Return the names of each table that counts people, and its rows."""
    filled = [[cell.strip() for cell in row] for row in rows if any(map(str.strip, row))]
    places = [n for n, row in enumerate(filled) if _names_counts(row)]
    for place, end in zip(places, [*places[1:], len(filled)], strict=False):
        yield filled[place], [row for row in filled[place + 1 : end] if sum(map(bool, row)) > 1]


def _names_counts(row: Sequence[str]) -> bool:
    fields = {*map(field_of_name, row)}
    of_people = len(fields & {*COUNT_FIELDS}) > 1 or bool(fields & _OF_WHOM)
    names = sum(map(bool, row)) > 1 and not any(read_count(cell) is not None for cell in row)
    return names and of_people and bool(fields & {*COUNT_FIELDS})


def _counting(names: Sequence[str]) -> list[int]:
    """Return the columns that add up to all: one of totals, else each of a sex; none of a list."""
    fields = [field_of_name(name) for name in names]
    parts = [one for one in fields if one in COUNT_FIELDS and one != "participants_total"]
    if "name_of_person" in fields or fields.count("participants_total") > 1:
        return []
    if "participants_total" in fields:
        return [fields.index("participants_total")]
    return [fields.index(one) for one in parts] if len({*parts}) == len(parts) else []


def _people(row: Sequence[str], places: Sequence[int]) -> int | None:
    """Return how many people a row counts; None where a number is none, or all are blank."""
    cells = [row[n] for n in places if n < len(row) and row[n]]
    counts = [n for cell in cells if (n := read_count(cell)) is not None]
    return sum(counts) if counts and len(counts) == len(cells) else None
