"""A user's own travel table: from the bytes of a file to distances, with its problems by row.

Only the columns ``from``, ``to`` and ``hours`` or ``km`` are looked at; whatever else a file
holds is dropped here and goes no further.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.planning.distances import Distances, travel_matrix
from data.records.errors import ReadingError
from data.records.personal_data import safe_name, shown_code, shown_number
from data.records.problems.kind import in_sentences
from data.sheets.opening import Sheet, SheetChoice, open_sheets
from geo.districts import gazetteer
from geo.words.catalogue import _

WHERE = _("The travel table")
ENDS, UNITS = ("from", "to"), ("km", "hours")
PROBLEM_COLUMNS = ("row", "column", "value", "reason", "what_to_do")


@dataclass(frozen=True, eq=False)
class TravelTable:
    """What came of a travel table.

    Attributes
    ----------
    distances
        Of the rows without a problem; None where there is no such row.
    rows
        Rows of the file, without its header and blank ones.
    problems
        Columns of ``PROBLEM_COLUMNS``; a row with a problem is left out of the distances.
    ignored_columns
        Names of the columns that were dropped, as they may be shown.
    """

    distances: Distances | None
    rows: int
    problems: pd.DataFrame
    ignored_columns: tuple[str, ...]


def read_travel_table(content: bytes) -> TravelTable:
    """Read a CSV file or a workbook with one sheet; raises ``ReadingError`` where it is refused."""
    sheets = open_sheets(content, WHERE)
    if isinstance(sheets, SheetChoice) or len(sheets) > 1:
        raise ReadingError(
            _("It has several sheets."), WHERE, _("Leave the one with the pairs in it.")
        )
    sheet = sheets[0]
    header = [" ".join(name.split()).casefold() for name in sheet.header]
    unit = _unit(header)
    cells = pd.DataFrame(
        {name: sheet.cells[header.index(name)].str.strip() for name in (*ENDS, unit)}
    )
    cells = cells.assign(**{end: cells[end].str.upper() for end in ENDS})
    problems = pd.concat((_faults(sheet), *_problems(cells, unit)), ignore_index=True)
    kept = cells[~cells.index.isin(problems["row"])]
    dropped = [n for n, name in enumerate(header) if name not in (*ENDS, unit)]
    return TravelTable(
        distances=travel_matrix(kept.astype({unit: float}), unit) if len(kept) else None,
        rows=len(cells),
        problems=problems.sort_values("row", kind="stable", ignore_index=True),
        ignored_columns=tuple(dict.fromkeys(safe_name(sheet.header[n]) for n in dropped)),
    )


def _unit(header: list[str]) -> str:
    units = [unit for unit in UNITS if unit in header]
    wanted = [*ENDS, *units]
    if len(units) != 1 or any(header.count(name) != 1 for name in wanted):
        raise ReadingError(
            _("Its columns are not as expected."), WHERE, _("Name them: from, to, and hours or km.")
        )
    return units[0]


def _faults(sheet: Sheet) -> pd.DataFrame:
    """Return rows that could not be read as they stand, whichever of their cells it was."""
    told = sheet.faults.drop_duplicates("row").assign(column="", value="")
    return in_sentences(told)[list(PROBLEM_COLUMNS)]


def _problems(cells: pd.DataFrame, unit: str) -> list[pd.DataFrame]:
    listed = set(gazetteer.names())
    found = [
        _rows(cells, end, ~cells[end].isin(listed), _("It is no P-code of the district list."),
              _("Write a P-code of {vintage}.").format(vintage=gazetteer.VINTAGE))
        for end in ENDS
    ]  # fmt: skip
    values = pd.to_numeric(cells[unit], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    wrong = pd.Series(~(np.isfinite(values) & (values >= 0)), index=cells.index)
    found.append(
        _rows(cells, unit, wrong, _("It is not a number of 0 or more."), _("Write a plain number."))
    )
    pairs = pd.Series(values, index=cells.index).groupby([cells[end] for end in ENDS])
    twice = pairs.transform("min") != pairs.transform("max")
    twice &= pd.Series(~wrong, index=cells.index)
    reason = _("The same pair has another value in another row.")
    return [*found, _rows(cells, unit, twice, reason, _("Leave one row a pair and direction."))]


def _rows(
    cells: pd.DataFrame, column: str, wrong: pd.Series, reason: str, what_to_do: str
) -> pd.DataFrame:
    rows = cells.index[wrong.to_numpy(dtype=bool)]
    values = list(map(shown_code if column in ENDS else shown_number, cells.loc[rows, column]))
    told = {"row": rows, "column": column, "value": values}
    return pd.DataFrame(told | {"reason": reason, "what_to_do": what_to_do})
