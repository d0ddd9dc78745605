"""The tables of the documented shape as text, on their way to ``data.checking``."""

from dataclasses import dataclass, field

import pandas as pd

from data.records.model import ATTENDANCE_COLUMNS, TRAINING_COLUMNS
from data.records.tables import TABLES

COLUMNS = {"trainings": TRAINING_COLUMNS, "attendance": ATTENDANCE_COLUMNS}
#: Columns that a file need not have.
OPTIONAL = ("summarises",)
FAULT_COLUMNS = ("row", "column", "kind")


def without_rows(*columns: str) -> pd.DataFrame:
    """Return a list of rows of a file that has none."""
    return pd.DataFrame(columns=list(columns)).astype({"row": "int64"})


@dataclass(frozen=True, eq=False)
class RawTable:
    """One table of a file, as text.

    Attributes
    ----------
    name
        A table of ``data.records.tables``.
    cells
        Its columns, all text, blank where the cell is; the index is the row of the file, where
        the header is row 1. Blank rows are left out.
    faults
        What could not be read as it stands: ``row``, ``column`` (blank for the row as a whole),
        ``kind``.
    set_aside
        ``row``, ``reason``: rows that hold no record.
    ignored_columns
        Names of the columns that were dropped; a name that itself looks like a person's data
        is not repeated.
    """

    name: str
    cells: pd.DataFrame
    faults: pd.DataFrame = field(default_factory=lambda: without_rows(*FAULT_COLUMNS))
    set_aside: pd.DataFrame = field(default_factory=lambda: without_rows("row", "reason"))
    ignored_columns: tuple[str, ...] = ()


def no_table(name: str) -> RawTable:
    """Return a table that an upload has not."""
    nowhere = pd.Index([], dtype="int64", name="row")
    return RawTable(name, pd.DataFrame(columns=list(TABLES[name]), index=nowhere, dtype="str"))
