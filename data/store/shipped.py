"""The sets of records that can be opened without an upload: two that ship, or any folder.

A folder holds ``trainings.csv`` and ``attendance.csv`` in the columns of ``data.records.model``,
and may hold ``assessments.csv``, ``committees.csv``, ``targets.csv``, ``layers.csv`` and
``inputs.csv``.
"""

from datetime import date
from functools import lru_cache
from pathlib import Path

import pandas as pd

from data.checking.check import CheckedTable, check
from data.checking.optional_tables import check_table
from data.checking.table_check import RawTable
from data.records.errors import ReadingError
from data.records.model import FURTHER_COLUMNS, Records
from data.records.programme import programme
from data.records.rules import LATEST
from data.records.tables import TABLES
from geo.words.catalogue import _

HERE = Path(__file__).parents[1]
#: The file of a folder that says what its records are, and how much of it is read.
NOTICE, LONGEST_NOTICE = "notice.txt", 2000


@lru_cache(maxsize=1)
def illustrative() -> Records:
    """Return the made-up records of ``data/sample``: 15 trainings, 386 participants."""
    trainings, attendance = _tables(HERE / "sample")
    return Records(
        key="illustrative",
        title=_("Illustrative records"),
        notice=_(
            "Trainings and participants are made up; districts and published figures are real."
        ),
        source=_("made up for this dashboard"),
        as_of=date(2023, 9, 25),
        trainings=trainings,
        attendance=attendance,
        illustrative=True,
    ).having(_further(HERE / "sample", trainings))


@lru_cache(maxsize=1)
def published() -> Records:
    """Return what has been published, in ``data/published``: most counts are not."""
    trainings, attendance = _tables(HERE / "published")
    return Records(
        key="published",
        title=_("Published facts"),
        notice=_(
            "As published: 15 trainings (most without districts, all without counts) and four "
            "of UNODC, among them or not. No record does not mean that nobody was trained."
        ),
        source=f"{programme().claims.source}; UNODC Pakistan, 2023",
        as_of=programme().claims.as_of,
        trainings=trainings,
        attendance=attendance,
    )


def from_folder(folder: Path, today: date) -> Records:
    """Return the records of a folder, complete up to the last day of its held trainings.

    Raises
    ------
    OSError
        If one of the files cannot be read.
    ReadingError
        If a column, a word, a date, a count, a P-code or a ``training_id`` is not as
        ``data.records.tables`` says, or a held training ends after today; it names the file and
        what is wrong.
    """
    trainings, attendance = _tables(folder)
    held = trainings.loc[trainings["status"] == "held", "date_end"]
    if held.empty:
        raise _wrong("trainings.csv", _("No training is held."))
    if held.max().date() > today:
        raise _wrong("trainings.csv", _("A held training ends after today."))
    return Records(
        key="folder",
        title=_("Records from a folder"),
        notice=_notice(folder),
        source=_("a folder of records"),
        as_of=held.max().date(),
        trainings=trainings,
        attendance=attendance,
    ).having(_further(folder, trainings))


def _notice(folder: Path) -> str:
    """Return what the folder says of its records, as a public edition does; else where they are."""
    path = folder / NOTICE
    if not path.exists():
        return _("Records read from a folder of the machine that runs the dashboard.")
    with path.open(encoding="utf-8-sig") as file:
        return " ".join(file.read(LONGEST_NOTICE).split())


def _tables(folder: Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    tables = {name: _read(folder, name) for name in ("trainings", "attendance")}
    checked = check(tables, LATEST).tables
    return _sound("trainings", checked["trainings"]), _sound("attendance", checked["attendance"])


def _further(folder: Path, trainings: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Read those of the further tables that a folder has."""
    names = [name for name in FURTHER_COLUMNS if (folder / f"{name}.csv").exists()]
    return {
        name: _sound(name, check_table(_read(folder, name), trainings, LATEST)) for name in names
    }


def _read(folder: Path, name: str) -> RawTable:
    """Read one file as text, as it is written."""
    path, columns = folder / f"{name}.csv", tuple(TABLES[name])
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            cells = pd.read_csv(file, dtype="str", keep_default_na=False)
        except ValueError as error:
            what = _("It cannot be read as a CSV file: {error}.").format(error=error)
            raise _wrong(path.name, what) from error
    if tuple(cells.columns) != columns:
        what = _("The columns are not, in this order: {names}.").format(names=", ".join(columns))
        raise _wrong(path.name, what)
    return RawTable(name, cells.set_axis(range(2, len(cells) + 2)))


def _sound(name: str, table: CheckedTable) -> pd.DataFrame:
    """Return the rows of a file of which every one is accepted; else name its first fault."""
    for column, kind in zip(table.problems["column"], table.problems["kind"], strict=True):
        raise _wrong(f"{name}.csv", f"{column}: {kind.reason}" if column else kind.reason)
    if len(table.duplicates):
        raise _wrong(f"{name}.csv", _("A row comes twice."))
    return table.accepted


def _wrong(name: str, what: str) -> ReadingError:
    return ReadingError(what, name, _("Correct it, and try again."))
