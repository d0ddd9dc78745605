"""The tables of the documented shape as text, on their way to ``data.checking``."""

from dataclasses import dataclass

import pandas as pd

from data.records.model import ATTENDANCE_COLUMNS, TRAINING_COLUMNS

COLUMNS = {"trainings": TRAINING_COLUMNS, "attendance": ATTENDANCE_COLUMNS}
#: Columns that a file need not have.
OPTIONAL = ("summarises",)
FAULT_COLUMNS = ("row", "column", "reason", "what_to_do")


@dataclass(frozen=True, eq=False)
class RawTable:
    """One table of a file, as text.

    Attributes
    ----------
    name
        ``trainings``, ``attendance`` or a further table of ``data.model``.
    cells
        The columns of ``data.model``, all text, blank where the cell is; the index is the row
        of the file, where the header is row 1. Blank rows are left out.
    faults
        What could not be read as it stands: ``row``, ``column`` (blank for the row as a whole),
        ``reason``, ``what_to_do``.
    ignored_columns
        Names of the columns that were dropped; a name that itself looks like a person's data
        is not repeated.
    """

    name: str
    cells: pd.DataFrame
    faults: pd.DataFrame
    ignored_columns: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class RawTables:
    """Both tables of an upload."""

    trainings: RawTable
    attendance: RawTable
