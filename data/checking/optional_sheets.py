"""Sheets of assessments, committees, targets and layers beside those of the records.

They are read by the names of their columns, strictly, whichever way the records are read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from data.checking.check import CheckedTable
from data.checking.optional_rules import problems_across, told_twice, with_provinces
from data.checking.raw_tables import RawTable
from data.checking.table_check import Sifted
from data.checking.template_sheets import raw_table
from data.records.errors import ReadingError
from data.records.model import FURTHER_COLUMNS
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
    parts = Parted([], {})
    for sheet in sheets:
        name = _further_of(sheet, alone=len(sheets) == 1)
        if name is None:
            parts.records.append(sheet)
        elif name in parts.further:
            what = f"The table of {name} is there twice."
            raise ReadingError(what, sheet.where, "Leave one of the two out.")
        else:
            parts.further[name] = sheet
    return parts


def check_further(
    sheets: Mapping[str, Sheet], training_ids: pd.Series, today: date
) -> dict[str, CheckedTable]:
    """Check the further tables; return what became of the rows of each, by name.

    Parameters
    ----------
    training_ids
        Of the accepted trainings, which assessments may name.

    Raises
    ------
    ReadingError
        If a column is there twice.
    data.checking.CheckingError
        If a rule could not be applied.
    """
    raws = [raw_table(name, _without_examples(sheet)) for name, sheet in sheets.items()]
    return {raw.name: _sifted(raw, training_ids, today).result() for raw in raws}


def _sifted(raw: RawTable, training_ids: pd.Series, today: date) -> Sifted:
    if raw.name == "committees":
        raw = replace(raw, cells=with_provinces(raw.cells))
    table = Sifted(raw)
    across = problems_across(raw.name, table.accepted, training_ids, today)
    table.add([told_twice(raw.name, table.sound), *across])
    return table


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
    return sheet.without(sheet.cells.index[examples], AN_EXAMPLE)
