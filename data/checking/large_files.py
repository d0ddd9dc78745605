"""Two CSV files of any length -> what ``data.checking`` would say of them, quickly.

A million rows have few distinct texts. Each text is tried once against the same rules; rows
that are beyond doubt are taken in column by column, and the others are given to
``data.checking``, which finds the words. No rule looks from one training x district x agency to
another, and rows that share one are in doubt together, so that both ways give the same.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.checking.check import Checked, check
from data.checking.large_csv import LargeTable, read_large
from data.checking.raw_tables import RawTable, RawTables
from data.checking.template_sheets import FileRows, accepted_rows
from data.records.model import ATTENDANCE_COLUMNS, COUNT_COLUMNS
from data.records.rules import ATTENDANCE_RULES, PERSONAL, tidied, whole_number

#: Rows that ``data.checking`` is given at once, so that its memory stays small.
SLICE = 100_000


@dataclass(frozen=True, eq=False)
class _Column:
    """For each row the position of its tidied text; of each text, whether the rules pass."""

    codes: NDArray[np.intp]
    texts: pd.Index
    sound: NDArray[np.bool_]


def check_files(
    trainings: Path,
    attendance: Path,
    today: date,
    say: Callable[[str], None] | None = None,
) -> tuple[Checked, FileRows]:
    """Check the two tables of a pair of CSV files.

    Parameters
    ----------
    trainings, attendance
        In UTF-8, separated by commas, with the columns of ``data.model``; other columns are
        not read at all.
    say
        Told what is going on.

    Returns
    -------
    tuple
        What became of the rows, and the row of the file of each accepted one.

    Raises
    ------
    ReadingError
        If a file is not such a CSV, or has no rows.
    data.checking.CheckingError
        If a rule could not be applied.
    """
    say = say or _nothing
    say(f"Reading {trainings.name} and {attendance.name}")
    table = read_large(trainings, "trainings")
    raw = table.raw(np.arange(len(table.rows)), ragged=True)
    rest = read_large(attendance, "attendance")
    say(f"Checking {len(raw.cells):,} trainings and {len(rest.rows):,} rows of attendance")
    told = check(RawTables(raw, rest.raw(np.arange(0), ragged=False)), today)
    columns = {name: _column(rest, name) for name in ATTENDANCE_COLUMNS}
    clean = _beyond_doubt(columns, set(told.trainings["training_id"]))
    doubtful = []
    for part in _slices(columns, rest, ~clean):
        say(f"Checking {len(part[0]):,} of {np.count_nonzero(~clean):,} rows one by one")
        doubtful.append(_doubtful(raw, rest, part, today))
    rows = np.concatenate([rest.rows[clean], *(found for _, found in doubtful)])
    whole = _whole(told, _accepted(columns, clean), [one for one, _ in doubtful], rest)
    return whole, {"trainings": accepted_rows(raw, told), "attendance": rows}


def _whole(
    trainings: Checked, clean: pd.DataFrame, doubtful: list[Checked], table: LargeTable
) -> Checked:
    """Return what became of all rows: of the trainings, the clean ones and the doubtful ones."""
    frames = [clean, *(one.attendance for one in doubtful)]
    attendance = pd.concat([f for f in frames if len(f)] or frames[:1], ignore_index=True)
    parts = [trainings, *doubtful]
    # In a clean row every number can be read, so that whoever is in it is accepted.
    people = int(clean[list(COUNT_COLUMNS)].sum().sum())
    return Checked(
        trainings=trainings.trainings,
        attendance=attendance,
        problems=_together([one.problems for one in parts]),
        ignored_columns=trainings.ignored_columns,
        merged_duplicates=_together([one.merged_duplicates for one in parts]),
        rows_in=trainings.rows_in | {"attendance": len(table.rows) + len(table.ragged)},
        rows_accepted=trainings.rows_accepted | {"attendance": len(attendance)},
        held=_all_held([one.held for one in parts]),
        participants_in=people + sum(one.participants_in for one in doubtful),
        participants_accepted=people + sum(one.participants_accepted for one in doubtful),
    )


def _all_held(frames: list[pd.DataFrame]) -> pd.DataFrame:
    whole = pd.concat([frame for frame in frames if len(frame)] or frames[:1])
    return whole.sort_values("row", kind="stable", ignore_index=True)


def _nothing(_: str) -> None:
    """Say nothing."""


def _column(table: LargeTable, name: str) -> _Column:
    """Tidy each distinct text of a column once, and try it against the rules once."""
    tidy = tidied(pd.DataFrame({name: table.texts[name]}, dtype="str"))[name]
    position, texts = pd.factorize(tidy)
    return _Column(position[table.codes[name]], pd.Index(texts), _sound(name, texts))


def _sound(name: str, texts: Iterable[str]) -> NDArray[np.bool_]:
    rules = (PERSONAL, *ATTENDANCE_RULES[name])
    return np.array([all(rule.passes(text) for rule in rules) for text in texts], dtype=bool)


def _beyond_doubt(columns: dict[str, _Column], known: set[str]) -> NDArray[np.bool_]:
    """Tell which rows are sound, of an accepted training, and alone with their key."""
    training, district, agency = (columns[name] for name in ATTENDANCE_COLUMNS[:3])
    bad = np.zeros(len(training.codes), dtype=bool)
    for column in columns.values():
        bad |= ~column.sound[column.codes]
    bad |= ~training.texts.isin(known)[training.codes]
    key = (training.codes * len(district.texts) + district.codes) * len(agency.texts) + agency.codes
    return ~(bad | pd.Series(key).duplicated(keep=False).to_numpy())


def _slices(
    columns: dict[str, _Column], table: LargeTable, doubtful: NDArray[np.bool_]
) -> Iterator[tuple[NDArray[np.intp], set[str], bool]]:
    """Divide doubtful rows between trainings; the ragged rows come with the first part.

    Yields the rows, the trainings that they name, and whether the ragged rows are of the part.
    """
    training = columns["training_id"]
    rows = np.flatnonzero(doubtful)
    rows = rows[np.argsort(training.codes[rows], kind="stable")]
    starts = np.flatnonzero(np.diff(training.codes[rows], prepend=-1))
    first = 0
    while first < len(rows) or (first == 0 and table.ragged):
        ends = starts[(starts > first) & (starts <= first + SLICE)]
        last = len(rows) if first + SLICE >= len(rows) else int(ends.max(initial=0))
        last = last or int(starts[starts > first].min(initial=len(rows)))
        part = np.sort(rows[first:last])
        yield part, set(training.texts[np.unique(training.codes[part])]), first == 0
        if last == len(rows):
            return
        first = last


def _doubtful(
    trainings: RawTable,
    table: LargeTable,
    part: tuple[NDArray[np.intp], set[str], bool],
    today: date,
) -> tuple[Checked, NDArray[np.int64]]:
    """Check some rows of attendance with the trainings that they name."""
    rows, named, ragged = part
    ids = tidied(trainings.cells[["training_id"]])["training_id"]
    cells = trainings.cells[ids.isin(named)]
    faults = trainings.faults[trainings.faults["row"].isin(cells.index)]
    those = RawTable("trainings", cells, faults, ())
    raw = table.raw(rows, ragged=ragged)
    checked = check(RawTables(those, raw), today)
    return checked, accepted_rows(raw, checked)


def _accepted(columns: dict[str, _Column], clean: NDArray[np.bool_]) -> pd.DataFrame:
    told = {}
    for name, column in columns.items():
        codes = column.codes[clean]
        if name in COUNT_COLUMNS:
            tried = zip(column.texts, column.sound, strict=True)
            numbers = [whole_number(text) if sound else None for text, sound in tried]
            told[name] = pd.Series(numbers, dtype="Int64").take(codes)
        else:
            told[name] = pd.Series(column.texts, dtype="str").take(codes)
    return pd.DataFrame({name: column.array for name, column in told.items()})


def _together(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """Return lists of problems as one: first the trainings', then the attendance's, by row."""
    first = frames[0][frames[0]["table"] == "trainings"]
    own = [first, *(frame[frame["table"] == "attendance"] for frame in frames[1:])]
    whole = pd.concat([frame for frame in own if len(frame)] or [first], ignore_index=True)
    order = ["table", "row"]
    return whole.sort_values(order, ascending=[False, True], kind="stable", ignore_index=True)
