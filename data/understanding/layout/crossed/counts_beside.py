"""Numbers beside columns that made rows, said to count people -> counted once, and of no agency.

The row of the file made one for each agency, and the number stands in each of them: it would be
counted as many times.
"""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from data.records.distinct import is_filled
from data.records.model import UNTOLD_AGENCY
from data.records.personal_data import safe_name
from data.records.problems.of_rows import SUM_DIFFERS
from data.records.rules import whole_numbers
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS
from data.sheets.sheet import RowsMade, Sheet
from data.sheets.totals.total_rows import LARGEST
from data.understanding.layout.crossed.crossed_columns import AGENCY
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
