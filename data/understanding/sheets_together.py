"""Several sheets of one shape -> one sheet, each row with the name of the sheet that it is of."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from data.sheets.fields import field_of_name
from data.sheets.sheet import Sheet

NAME = "Name of the sheet"
OF_ITS_SHEET = "Each sheet may be a training of its own."


def together(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return sheets with the same columns as one; others, or a single one, as they are.

    A row of the second of three sheets is numbered as 2 and its own number, with noughts between:
    row 5 is 20005 where no sheet has more than 9,999 rows.
    """
    own = {tuple(name for n, name in enumerate(s.header) if n not in s.offered) for s in sheets}
    if len(sheets) < 2 or len(own) > 1:
        return list(sheets)
    sheets = _with_the_same_offered(sheets)
    last = max(int(sheet.cells.index.max()) if len(sheet.cells) else 0 for sheet in sheets)
    factor = int(10 ** len(str(last)))
    moved = [_moved(sheet, number * factor) for number, sheet in enumerate(sheets, start=1)]
    numbered = "; ".join(f"{n} is {sheet.where}" for n, sheet in enumerate(sheets, start=1))
    said = f"{len(sheets)} tables are read together; row {2 * factor + 5} is row 5 of the second"
    whole = replace(
        sheets[0],
        where=f"{len(sheets)} tables",
        cells=pd.concat([one.cells for one in moved]),
        faults=pd.concat([one.faults for one in moved], ignore_index=True),
        ignored=pd.concat([one.ignored for one in moved], ignore_index=True),
        notes=(f"{said}: {numbered}.",),
        over_rows=_rows_together([one.over_rows for one in moved]),
    )
    fields = {field_of_name(name) for name in whole.header}
    names = [sheet.name for sheet in sheets for _ in range(len(sheet.cells))]
    if fields & {"title", "training_id"} or not all(names) or len(set(names)) == 1:
        return [whole]
    column = pd.Series(names, index=whole.cells.index, dtype="str")
    return [whole.with_columns([(NAME, column, OF_ITS_SHEET)])]


def _with_the_same_offered(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheets with all the columns that one of them offers, blank in the others."""
    offered: dict[str, str] = {}
    for sheet in sheets:
        for n, why in sheet.offered.items():  # asked about where one of them leaves it open
            offered[sheet.header[n]] = why or offered.get(sheet.header[n], "")
    alike = []
    for sheet in sheets:
        kept = [n for n in range(len(sheet.header)) if n not in sheet.offered]
        places = {sheet.header[n]: n for n in sheet.offered}
        blank = pd.Series("", index=sheet.cells.index, dtype="str")
        more = [
            (name, sheet.cells[places[name]] if name in places else blank, why)
            for name, why in offered.items()
        ]
        bare = replace(
            sheet,
            header=tuple(sheet.header[n] for n in kept),
            tags=tuple(sheet.tags[n] for n in kept),
            cells=sheet.cells[kept].set_axis(range(len(kept)), axis=1),
            offered={},
        )
        alike.append(bare.with_columns(more))
    return alike


def _moved(sheet: Sheet, by: int) -> Sheet:
    """Return a sheet with its rows numbered from another number on."""
    return replace(
        sheet,
        cells=sheet.cells.set_axis(sheet.cells.index + by).rename_axis("row"),
        faults=sheet.faults.assign(row=sheet.faults["row"] + by),
        ignored=sheet.ignored.assign(row=sheet.ignored["row"] + by),
        over_rows={n: frozenset(row + by for row in rows) for n, rows in sheet.over_rows.items()},
    )


def _rows_together(parts: Sequence[Mapping[int, frozenset[int]]]) -> dict[int, frozenset[int]]:
    whole: dict[int, frozenset[int]] = {}
    for part in parts:
        for n, rows in part.items():
            whole[n] = whole.get(n, frozenset()) | rows
    return whole
