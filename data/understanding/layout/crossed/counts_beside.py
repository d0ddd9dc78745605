"""Numbers beside columns that made rows: totals of these, and such as are said to count people.

The row of the file made one for each agency, and the number stands in each of them: it would be
counted as many times. So it is counted once, and of no agency.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from data.records.distinct import is_filled
from data.records.model import COUNT_COLUMNS, UNTOLD_AGENCY
from data.records.personal_data import safe_name
from data.records.problems.of_rows import SUM_DIFFERS
from data.records.rules import whole_numbers
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS
from data.sheets.sheet import RowsMade, Sheet
from data.sheets.totals.total_rows import LARGEST
from data.sheets.totals.total_words import sums_staff
from data.understanding.contents import NUMBERS, contents_of
from data.understanding.layout.crossed.crossed_columns import AGENCY, DAY, NUMBER, Crossed
from geo.words.catalogue import _

_SAID = _("{where}: {names} counts others than the columns beside it, of no agency that is told.")


def with_counts_once(sheet: Sheet, fields: Sequence[str]) -> Sheet:
    """Return a sheet in which a column of the file counts once, however many rows a row made.

    Its number stands in a row of its own, of no known agency, training or home where the others
    tell these. The column that it was taken for before, as that of women, goes on counting. With a
    total that is not the sum of both, all rows of the row are problems.

    ``fields`` are what the columns are, by position.
    """
    made = sheet.rows_made
    said = [n for n, one in enumerate(fields)
            if made and one in COUNT_FIELDS and sheet.header[n] in made.beside]  # fmt: skip
    if not made or not said:
        return sheet
    rows = _rows_of_their_own(sheet, made, said)
    cells = sheet.cells.copy()
    for n in said:
        twin = _twin(sheet, made, fields, n)
        cells[n] = "" if twin is None else cells[twin]
    names = ", ".join(safe_name(sheet.header[n]) for n in said)
    whole = replace(sheet, faults=_faults(sheet, made, rows, said))
    together = pd.concat([cells, rows]).sort_index().rename_axis("row")
    return whole.with_cells(together, _SAID.format(where=sheet.where, names=names))


def _rows_of_their_own(sheet: Sheet, made: RowsMade, said: Sequence[int]) -> pd.DataFrame:
    """Return a row more for each row of the file that has a number in one of the columns."""
    of_file = sheet.cells.index // made.factor
    filled = pd.concat([is_filled(sheet.cells[n]) for n in said], axis=1).any(axis=1)
    first = ~of_file.duplicated() & filled.to_numpy(bool)
    last = pd.Series(sheet.cells.index, of_file).groupby(level=0).max()
    rows = sheet.cells[first]
    rows = rows.set_axis(last.loc[of_file[first]].to_numpy() + 1)
    for n, name in enumerate(sheet.header):
        if name in made.made:
            of_agency = name == AGENCY or field_of_name(name) in AGENCY_FIELDS
            rows[n] = UNTOLD_AGENCY if of_agency else ""
    return rows


def _twin(sheet: Sheet, made: RowsMade, fields: Sequence[str], n: int) -> int | None:
    """Return the column of the rows made that is of the same people by its name, and not taken."""
    return next((place for place, name in enumerate(sheet.header)
                 if name in made.made and not fields[place]
                 and field_of_name(name) == fields[n]), None)  # fmt: skip


def _faults(sheet: Sheet, made: RowsMade, rows: pd.DataFrame, said: Sequence[int]) -> pd.DataFrame:
    """Return the faults of a sheet: of each total that is not the sum of all, in all its rows."""
    numbers = pd.concat([whole_numbers(rows[n], LARGEST)[0] for n in said], axis=1).sum(axis=1)
    more = dict(zip(rows.index // made.factor, numbers, strict=True))
    wrong = {row for row, left in made.left.items() if left != more.get(row, 0)}
    told = (sheet.faults["kind"] == SUM_DIFFERS) & (
        (sheet.faults["row"] // made.factor).isin([*made.left])
    )
    index = sheet.cells.index.append(rows.index)
    bad = index[(index // made.factor).isin([*wrong])]
    kept = replace(sheet, faults=sheet.faults[~told])
    return kept.with_faults(bad, SUM_DIFFERS).faults


def with_parts_left_out(sheet: Sheet, fields: Sequence[str]) -> Sheet:
    """Return a sheet whose rows have a fault where their total counts those who are not counted.

    So it is of a column of the rows made that was said to count nobody, whatever its name was
    taken for: with it, the numbers of a row were its total.

    ``fields`` are what the columns are, by position.
    """
    made = sheet.rows_made
    if not made or not made.left:
        return sheet
    said = {one for n, one in enumerate(fields) if sheet.header[n] in made.beside}
    out = [n for n, name in enumerate(sheet.header) if name in made.made and not fields[n]
           and not sheet.offered.get(n) and contents_of(sheet.cells[n]) == NUMBERS]  # fmt: skip
    whole = any(name == NUMBER and fields[n] for n, name in enumerate(sheet.header))
    if not out or whole or said & {*COUNT_FIELDS}:  # women and men are among the whole numbers
        return sheet
    numbers = pd.concat([whole_numbers(sheet.cells[n], LARGEST)[0] for n in out], axis=1)
    of_file = pd.Series(sheet.cells.index // made.factor, index=sheet.cells.index)
    some = of_file[(numbers.fillna(0) > 0).any(axis=1)]
    short = of_file.isin([*{*some.tolist()} & {*made.left}])
    return sheet.with_faults(sheet.cells.index[short], SUM_DIFFERS)


def left_of_totals(
    sheet: Sheet, crossed: Mapping[int, Crossed], totals: Sequence[int]
) -> dict[int, int]:
    """Return by row how many more its total tells than its numbers sum to, where all are read.

    ``totals`` are the columns that sum up those that are named by values (``crossed``). The total
    is one of them, or the women and the men of all where each value has its own.
    """
    fields = {n: field_of_name(sheet.header[n]) for n in totals}
    wholes = [n for n in totals
              if fields[n] == "participants_total" or sums_staff(sheet.header[n])]  # fmt: skip
    wholes = wholes or behind_days(sheet, crossed)
    sexes = [n for n in totals if fields[n] in COUNT_COLUMNS[:2]]
    own = {field_of_name(one.rest) for one in crossed.values()}
    of_both = own == {*COUNT_COLUMNS[:2]} == {fields[n] for n in sexes} and len(sexes) == len(own)
    if not wholes and of_both:
        wholes = sexes
    elif len(wholes) != 1:
        return {}
    parts = [whole_numbers(sheet.cells[n], LARGEST) for n in crossed]
    told = [whole_numbers(sheet.cells[n], LARGEST) for n in wholes]
    summed = pd.concat([one[0] for one in parts], axis=1).sum(axis=1, min_count=1)
    said = pd.concat([one[0] for one in told], axis=1).sum(axis=1, min_count=len(told))
    unread = pd.concat([one[1] for one in (*parts, *told)], axis=1).any(axis=1)
    left = (said - summed.fillna(0))[(~unread & said.notna()).to_numpy(bool)].astype("int64")
    return dict(zip(left.index.tolist(), left.tolist(), strict=True))


def behind_days(sheet: Sheet, crossed: Mapping[int, Crossed]) -> list[int]:
    """Return the column of numbers behind the last day, whatever it is called: "Week", "All four".

    Not one that is known.
    """
    n = max(crossed) + 1
    days = crossed[n - 1].kind == DAY and n < len(sheet.header) and n not in sheet.offered
    own = days and not field_of_name(sheet.header[n])
    return [n] if own and contents_of(sheet.cells[n]) == NUMBERS else []
