"""The sets of records that can be opened without an upload: two that ship, or any folder.

A folder holds ``trainings.csv`` and ``attendance.csv`` in the columns of ``data.model``, and may
hold ``assessments.csv``, ``committees.csv``, ``targets.csv`` and ``layers.csv``.
"""

from datetime import date
from functools import lru_cache
from pathlib import Path

import pandas as pd

from data.checking.check import check
from data.checking.optional_rules import first_fault, with_provinces
from data.checking.raw_tables import COLUMNS, FAULT_COLUMNS, RawTable, RawTables
from data.records.model import FURTHER_COLUMNS, Records
from data.records.programme import programme
from data.records.rules import LATEST, tidied
from data.records.tables import typed

HERE = Path(__file__).parents[1]


@lru_cache(maxsize=1)
def illustrative() -> Records:
    """Return the made-up records of ``data/sample``: 15 trainings, 386 participants."""
    trainings, attendance = _tables(HERE / "sample")
    records = Records(
        key="illustrative",
        title="Illustrative records",
        notice="Made up to show the dashboard: no training, place or number of people here is "
        "real.",
        source="made up for this dashboard",
        as_of=date(2023, 9, 25),
        trainings=trainings,
        attendance=attendance,
        illustrative=True,
    )
    return records.having(_further(HERE / "sample", trainings, records.as_of))


@lru_cache(maxsize=1)
def published() -> Records:
    """Return what has been published, in ``data/published``: most counts are not."""
    trainings, attendance = _tables(HERE / "published")
    return Records(
        key="published",
        title="Published facts",
        notice="Only what has been published: most districts and counts have not, so "
        "no record does not mean that no training reached a district.",
        source=f"{programme().claims.source}; UNODC Pakistan, 2023",
        as_of=programme().claims.as_of,
        trainings=trainings,
        attendance=attendance,
    )


def from_folder(folder: Path) -> Records:
    """Return the records of a folder, complete up to the last day of its held trainings.

    Raises
    ------
    OSError
        If one of the files cannot be read.
    ValueError
        If a column or a row is not as it has to be in an upload, or a row is there twice; the
        message names the file, the row and what is wrong.
    """
    trainings, attendance = _tables(folder)
    held = trainings.loc[trainings["status"] == "held", "date_end"]
    if held.empty:
        raise ValueError("trainings.csv: no training is held")
    records = Records(
        key="folder",
        title="Records of a folder",
        notice="Records read from a folder of the machine that runs the dashboard.",
        source="Records of a folder",
        as_of=held.max().date(),
        trainings=trainings,
        attendance=attendance,
    )
    return records.having(_further(folder, trainings, LATEST))


def _tables(folder: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Read both tables by the rules of an upload; the first problem refuses the folder."""
    raw = {name: _raw(folder / f"{name}.csv", name) for name in COLUMNS}
    checked = check(RawTables(**raw), LATEST)
    for row in checked.problems.to_dict("records"):
        where = f"{row['table']}.csv, row {row['row']}"
        _require(False, f"{where}: {row['column']}: {row['reason']} {row['what_to_do']}")
    for row in checked.merged_duplicates.to_dict("records"):
        _require(False, f"{row['table']}.csv, row {row['row']}: The same as row {row['same_as']}.")
    return checked.trainings, checked.attendance


def _raw(path: Path, name: str) -> RawTable:
    cells = _read(path, COLUMNS[name])
    cells.index = pd.RangeIndex(2, len(cells) + 2, name="row")  # the header is row 1
    return RawTable(name, cells, pd.DataFrame(columns=list(FAULT_COLUMNS)), ())


def _further(folder: Path, trainings: pd.DataFrame, today: date) -> dict[str, pd.DataFrame]:
    """Read those of the further tables that a folder has; ``today`` is when they end."""
    found = {}
    for name, columns in FURTHER_COLUMNS.items():
        path = folder / f"{name}.csv"
        if path.exists():
            cells = tidied(_read(path, columns))
            cells = with_provinces(cells) if name == "committees" else cells
            fault = first_fault(name, cells, trainings["training_id"], today)
            _require(not fault, f"{path.name}: {fault}")
            found[name] = typed(name, cells)
    return found


def _read(path: Path, columns: tuple[str, ...]) -> pd.DataFrame:
    """Read one file as text, as it is written."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            table = pd.read_csv(file, dtype="str", keep_default_na=False)
        except ValueError as error:
            raise ValueError(f"{path.name}: {error}") from error
    _require(tuple(table.columns) == columns, f"{path.name}: the columns are not {columns}")
    return table


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise ValueError(otherwise)
