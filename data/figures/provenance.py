"""The way of a figure back to the rows that it is made of: their file, their row, their import."""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from data.figures.coverage import Coverage
from data.records.model import COUNT_COLUMNS, Records
from geo.districts import gazetteer

#: What is said of each row; of a row that was not imported, the last three are blank.
TRACED_COLUMNS = (
    *("date_start", "title", "adm2_pcode", "agency", "participants"),
    *("file_name", "file_row", "import_id", "who", "imported_at"),
)
#: Of the tables that ship and of a folder; their header is row 1.
SHIPPED_FILE, FIRST_ROW = "attendance.csv", 2


def of_district(figures: Coverage, pcode: str) -> NDArray[np.intp]:
    """Return the positions in the attendance of the rows behind a district, in a Selection."""
    cells = figures.records.cells
    code = list(gazetteer.names()).index(pcode)
    here = figures.rows[cells.district[figures.rows] == code]
    return np.sort(cells.row[here])


def of_training(records: Records, training_id: str) -> NDArray[np.intp]:
    """Return the positions in the attendance of the rows of a training."""
    return np.flatnonzero(records.attendance["training_id"] == training_id)


def traced_to_file(
    records: Records, positions: NDArray[np.intp], file_name: str, file_rows: ArrayLike | None
) -> pd.DataFrame:
    """Return rows of attendance with the file that they were read from.

    Parameters
    ----------
    file_rows
        The row of the file for every row of the attendance (its first, of a group of persons);
        None where it is not known.

    Returns
    -------
    pandas.DataFrame
        ``TRACED_COLUMNS``, latest training first; ``participants`` is the sum of the recorded
        counts, ``<NA>`` where none is.
    """
    rows = _rows(records, positions)
    known = None if file_rows is None else np.asarray(file_rows)[positions]
    numbers = pd.array([pd.NA] * len(rows) if known is None else known, dtype="Int64")
    return _latest_first(rows.assign(file_name=file_name, file_row=numbers))


def traced_to_imports(
    records: Records, positions: NDArray[np.intp], stored: pd.DataFrame
) -> pd.DataFrame:
    """Return rows of attendance with their import.

    Parameters
    ----------
    stored
        What ``data.store.Store.rows_behind`` gives for them; it may have more rows.

    Returns
    -------
    pandas.DataFrame
        As ``traced_to_file``.
    """
    key = ["training_id", "adm2_pcode", "agency"]
    about = stored[[*key, "file_name", "file_row", "import_id", "who", "imported_at"]]
    return _latest_first(_rows(records, positions).merge(about, on=key, how="left"))


def shipped_rows(records: Records) -> NDArray[np.intp]:
    """Return the row of the file of every row of records that were read from a folder."""
    return np.arange(len(records.attendance)) + FIRST_ROW


def _rows(records: Records, positions: NDArray[np.intp]) -> pd.DataFrame:
    rows = records.attendance.iloc[positions]
    people = rows[list(COUNT_COLUMNS)].sum(axis="columns", min_count=1).astype("Int64")
    about = records.trainings[["training_id", "date_start", "title"]]
    return rows.assign(participants=people).merge(about, on="training_id", how="left")


def _latest_first(rows: pd.DataFrame) -> pd.DataFrame:
    latest = rows.sort_values("date_start", ascending=False, kind="stable", ignore_index=True)
    return latest.reindex(columns=list(TRACED_COLUMNS))
