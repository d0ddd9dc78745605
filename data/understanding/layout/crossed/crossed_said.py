"""What is said of columns that are named by values: how they are read, and what is left out."""

from collections.abc import Mapping, Sequence

from data.records.model import COUNT_COLUMNS
from data.records.personal_data import safe_name
from data.records.rules import whole_numbers
from data.sheets.field_names import field_of_name
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.words.names.names_of_sexes import sex_counted
from data.understanding.layout.crossed.by_months import WORDS
from data.understanding.layout.crossed.crossed_columns import MONTH, QUARTER, Crossed
from data.understanding.layout.crossed.days_of_columns import are_some_days
from geo.words.catalogue import _

OF_MONTHS = (MONTH, QUARTER)


def crossed_said(
    sheet: Sheet,
    crossed: Mapping[int, Crossed],
    totals: Sequence[int],
    *,
    attended: bool,
    dated: bool,
) -> tuple[str, ...]:
    """Return the notes of a sheet, and what is said of its columns that are named by values.

    ``totals`` are the columns left out, and ``attended`` tells of a list of who came to which,
    and ``dated`` of numbers that have their days beside them.
    """
    kind, values = next(iter(crossed.values())).kind, len({one.value for one in crossed.values()})
    words = _(
        "{where}: its columns are named by {number} {values}; each number under them is read "
        "as a row of so many people."
    )
    if attended:
        words = _(
            "{where}: its columns are named by {number} {values}; each person is counted in every "
            "one that they came to."
        )
    said = [words.format(where=sheet.where, number=values, values=WORDS[kind])]
    if kind in OF_MONTHS:
        words = _("{where}: of {values} the first and the last day are taken; 0 makes no training.")
        if dated:
            words = _("{where}: of {values} 0 makes no training.")
        elif any(are_some_days(one.value) for one in crossed.values()):
            words = _("{where}: of {values} the days that a text tells of each are taken.")
        said.append(words.format(where=sheet.where, values=WORDS[kind]))
    if totals:
        named = ", ".join(safe_name(sheet.header[n]) for n in totals)
        words = _("{where}: left out, as the numbers beside it are its parts: {names}.")
        said.append(words.format(where=sheet.where, names=named))
        told = {field_of_name(one.rest) for one in crossed.values()}
        fields = {field_of_name(sheet.header[n]) for n in totals}
        of_whom = any(map(sex_counted, (sheet.header[n] for n in totals)))
        if (fields & {*COUNT_COLUMNS[:2]}) - told or (of_whom and not told & {*COUNT_COLUMNS[:2]}):
            said += no_sex_told(sheet, kind, totals)
    return (*sheet.notes, *said)


def no_sex_told(sheet: Sheet, kind: str, totals: Sequence[int]) -> list[str]:
    """Return that values tell no sex, and how many women, or men, are counted of all of a row."""
    no_sex = _("{where}: of the {values} no sex is told: it is not recorded.")
    words = _("{where}: {column} tells of {number:,} people, and not under which of them they are.")
    rows = sheet.cells[~say_total(sheet.cells)]
    numbers = {n: whole_numbers(rows[n], LARGEST)[0].sum() for n in totals
               if sex_counted(sheet.header[n])}  # fmt: skip
    told = [words.format(where=sheet.where, column=safe_name(sheet.header[n]), number=int(one))
            for n, one in numbers.items()]  # fmt: skip
    return [no_sex.format(where=sheet.where, values=WORDS[kind]), *told]
