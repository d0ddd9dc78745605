"""Sheets of assessments, committees, targets and layers beside those of the records.

They are read by the names of their columns, strictly, whichever way the records are read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from data.checking.check import Checked
from data.checking.optional_rules import problems_across, told_twice, with_provinces
from data.checking.raw_tables import RawTable
from data.checking.table_check import Sifted
from data.checking.template_sheets import FileRows, accepted_rows, raw_table
from data.records.errors import ReadingError
from data.records.model import FURTHER_COLUMNS
from data.records.tables import typed
from data.sheets.opening import Sheet

#: What the first cell of an example in the template begins with; such a row is no record.
EXAMPLE = "EXAMPLE"
AN_EXAMPLE = "an example of the template"


@dataclass(frozen=True)
class Parted:
    """The sheets of the records, and by name those of the further tables."""

    records: list[Sheet]
    further: dict[str, Sheet]


def parted(sheets: Sequence[Sheet]) -> Parted:
    """Tell sheets of further tables from those of trainings and attendance.

    Raises
    ------
    ReadingError
        If a further table is there twice, or a sheet of its name lacks one of its columns.
    """
    found = Parted([], {})
    for sheet in sheets:
        name = _further_of(sheet, alone=len(sheets) == 1)
        if name is None:
            found.records.append(sheet)
        elif name in found.further:
            what = f"The table of {name} is there twice."
            raise ReadingError(what, sheet.where, "Leave one of the two out.")
        else:
            found.further[name] = sheet
    return found


def with_further(
    checked: Checked, file_rows: FileRows, sheets: Mapping[str, Sheet], today: date
) -> tuple[Checked, FileRows]:
    """Return what became of the rows of the records, and of those of the further tables.

    Raises
    ------
    ReadingError
        If a column is there twice.
    data.checking.CheckingError
        If a rule could not be applied.
    """
    without = {name: _without_examples(sheet) for name, sheet in sheets.items()}
    raws = {n: raw_table(n, FURTHER_COLUMNS[n], sheet) for n, sheet in without.items()}
    ids = checked.trainings["training_id"]
    tables = {name: _sifted(raw, ids, today) for name, raw in raws.items()}
    whole = _with_tables(checked, tables)
    ignored = [whole.ignored_rows]
    ignored += [sheet.ignored.assign(table=name) for name, sheet in without.items()]
    rows_in = {n: len(raws[n].cells) + len(without[n].ignored) for n in tables}
    whole = replace(
        whole,
        ignored_rows=_together(ignored)[["table", "row", "reason"]],
        rows_in={**checked.rows_in, **rows_in},
    )
    return whole, {**file_rows, **{name: accepted_rows(raws[name], whole) for name in tables}}


def _sifted(raw: RawTable, training_ids: pd.Series, today: date) -> Sifted:
    if raw.name == "committees":
        raw = replace(raw, cells=with_provinces(raw.cells))
    table = Sifted(raw)
    across = problems_across(raw.name, table.accepted, training_ids, today)
    table.add([told_twice(raw.name, table.sound), *across])
    return table


def _with_tables(checked: Checked, tables: Mapping[str, Sifted]) -> Checked:
    accepted = {name: table.accepted for name, table in tables.items()}
    counts = {name: len(rows) for name, rows in accepted.items()}
    columns = {name: table.raw.ignored_columns for name, table in tables.items()}
    return replace(
        checked,
        problems=_together([checked.problems, *(one.listed() for one in tables.values())]),
        merged_duplicates=_together(
            [checked.merged_duplicates, *(one.merged for one in tables.values())]
        ),
        rows_accepted={**checked.rows_accepted, **counts},
        ignored_columns={**checked.ignored_columns, **columns},
        # A table of which no row was taken in is none: it would tell of nothing.
        further={n: typed(n, rows) for n, rows in accepted.items() if len(rows)},
    )


def _further_of(sheet: Sheet, *, alone: bool) -> str | None:
    header = {name.casefold() for name in sheet.header}
    for name, columns in FURTHER_COLUMNS.items():
        missing = [column for column in columns if column not in header]
        if not missing:
            return name
        if sheet.name.strip().casefold() == name and not alone:
            raise ReadingError(
                f"Columns are missing: {', '.join(missing)}.",
                sheet.where,
                "Add them with these names; a column may be left blank where nothing is known.",
            )
    return None


def _without_examples(sheet: Sheet) -> Sheet:
    """Set the examples of the template aside; they are known by the first cell of the row."""
    first = sheet.cells[0].str.strip().str.upper()
    examples = first.str.startswith(EXAMPLE).to_numpy(dtype=bool)
    rows = pd.DataFrame({"row": sheet.cells.index[examples], "reason": AN_EXAMPLE})
    return replace(
        sheet,
        cells=sheet.cells[~examples],
        faults=sheet.faults[~sheet.faults["row"].isin(rows["row"])],
        ignored=_together([sheet.ignored, rows]),
    )


def _together(frames: list[pd.DataFrame]) -> pd.DataFrame:
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else frames[0]


def nobody() -> dict[str, np.ndarray]:
    """Return the rows of an upload that has no trainings and no attendance."""
    return {name: np.array([], dtype=np.int64) for name in ("trainings", "attendance")}
