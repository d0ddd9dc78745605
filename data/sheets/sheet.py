"""A table of a file as text, before anything is known of what its columns are."""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd


@dataclass(frozen=True, eq=False)
class Sheet:
    """One table of a file, before anything is known of what its columns are.

    It may hold what must not be kept or shown; only ``data.people`` passes rows on from here.

    Attributes
    ----------
    where, name
        The file and the sheet in words; the sheet's own name, blank for a CSV file.
    header, tags
        The name of each column and its HXL tag, blank where there is none.
    cells
        Text; the columns are counted from 0, the index is the row of the file. Blank rows are
        left out.
    faults
        ``row``, ``position`` (of the column, -1 for the row as a whole), ``reason``,
        ``what_to_do``.
    ignored
        ``row``, ``reason``: rows under the header that hold no record.
    notes
        Sentences on what was detected.
    day_zero
        The day from which a workbook counts days; None for a CSV file.
    """

    where: str
    name: str
    header: tuple[str, ...]
    tags: tuple[str, ...]
    cells: pd.DataFrame = field(repr=False)
    faults: pd.DataFrame
    ignored: pd.DataFrame
    notes: tuple[str, ...]
    day_zero: date | None
