"""One sheet whose columns are known -> accepted records and problems, each row accounted for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from data.checking.check import PROBLEM_COLUMNS, Checked, check
from data.checking.raw_tables import FAULT_COLUMNS, RawTable, RawTables
from data.checking.template_sheets import FileRows, accepted_rows
from data.records.model import ATTENDANCE_COLUMNS, COUNT_COLUMNS, TRAINING_COLUMNS
from data.review.decisions import Decisions
from data.review.pending_rows import held_rows
from data.sheets.fields import TRAINING_FIELDS
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.opening import Sheet
from data.understanding.aggregation import persons_alike, rows_alike, tally, trainings_of
from data.understanding.sheet_reading import SheetReading
from data.understanding.training_rows import completed, ids_by_title, ids_of_titles, planned_note


@dataclass(frozen=True, eq=False)
class Recorded:
    """What became of the rows, the row of the file of each accepted one, and what was assumed."""

    checked: Checked
    file_rows: FileRows
    notes: tuple[str, ...]


def read_trainings(
    sheet: Sheet, mapping: ColumnMapping, today: date, decisions: Decisions
) -> tuple[SheetReading, RawTable]:
    """Read a sheet of which each row is a training; rows with a problem are faults of the table."""
    reading = SheetReading(sheet, mapping, decisions, "trainings")
    days = reading.days()
    told = completed(reading.trainings(days), reading.cells, today)
    reading.notes += planned_note(told, reading.cells, today)
    reading.same = reading.trainings_alike(told[~told.index.isin(reading.faults.rows)])
    reading.merge(_said_again(told, reading.same))
    reading.ids = ids_of_titles(told, reading.same)
    kept = told[~told.index.isin(reading.duplicates["row"])]
    return reading, _raw("trainings", kept, reading.faults.rows, reading)


def _said_again(told: pd.DataFrame, same: Mapping[str, str]) -> pd.DataFrame:
    """Return the rows of trainings that are others over again, and those others."""
    first = told.index.to_series().groupby(told["training_id"]).first()
    again = told.index[told["training_id"].isin(list(same))]
    others = told.loc[again, "training_id"].map(same).map(first)
    return pd.DataFrame({"row": again, "same_as": others.to_numpy()}, dtype="int64")


def read_records(
    sheet: Sheet,
    mapping: ColumnMapping,
    today: date,
    decisions: Decisions,
    trainings: tuple[SheetReading, RawTable] | None = None,
) -> Recorded:
    """Read a sheet of attendance, with its own trainings or those of another sheet."""
    reading = SheetReading(sheet, mapping, decisions, "attendance")
    days = reading.days()
    homes = reading.homes(days["date_start"])
    agencies = reading.agencies()
    if trainings:
        of_trainings, raw = trainings
        ids = ids_by_title(reading.cells, of_trainings.ids, of_trainings.same)
    else:
        told = reading.trainings(days)
        different = completed(_different(told, reading), reading.cells, today)
        if same := reading.trainings_alike(different):
            told = reading.told_as_one(told, same)
            different = completed(_different(told, reading), reading.cells, today)
        reading.notes += planned_note(different, reading.cells, today)
        ids, of_trainings = told["training_id"], None
        raw = _raw("trainings", different, set(), None)
    where = reading.admitted.names.get("training_id", "training_id")
    reading.faults.add(ids.index[ids == ""], where, "", "Blank.", "Say which training it is.")
    rows = pd.DataFrame({"training_id": ids, "adm2_pcode": homes, "agency": agencies}).join(
        reading.counts
    )
    sound = _without_alike(rows, reading)
    return _recorded(sound, rows, raw, reading, of_trainings, today)


def trainings_alone(
    sheet: Sheet, mapping: ColumnMapping, today: date, decisions: Decisions
) -> Recorded:
    """Read a sheet of trainings that counts nobody."""
    reading, raw = read_trainings(sheet, mapping, today, decisions)
    nobody = pd.DataFrame(columns=list(ATTENDANCE_COLUMNS), dtype="str")
    nobody.index = pd.Index([], dtype="int64", name="row")
    base = check(RawTables(raw, _raw("attendance", nobody, set(), None)), today)
    whole = replace(
        _with_trainings(base, reading),
        queue=reading.waiting(),
        unplaced=pd.concat(reading.unplaced, ignore_index=True),
        personal_columns=reading.admitted.personal_columns,
    )
    rows = {"trainings": accepted_rows(raw, base), "attendance": np.array([], dtype=np.int64)}
    return Recorded(whole, rows, tuple(reading.notes))


def _different(told: pd.DataFrame, reading: SheetReading) -> pd.DataFrame:
    """Return the trainings of the rows that can be read as far as their training goes."""
    names = {reading.admitted.names.get(field, field) for field in TRAINING_FIELDS} | {""}
    bad = reading.faults.rows_in(names)
    known = told[(told["training_id"] != "") & ~told.index.isin(bad)]
    return trainings_of(known)[0]


def _without_alike(rows: pd.DataFrame, reading: SheetReading) -> pd.DataFrame:
    """Return the rows without a problem; those that may be one row are asked about."""
    sound = rows[~rows.index.isin(reading.faults.rows)]
    if reading.mapping.kind == PERSONS:
        again, queue = persons_alike(
            sound, reading.admitted.person, reading.decisions, reading.people
        )
    else:
        again, queue = rows_alike(
            sound, reading.cells, reading.decisions, reading.people, reading.faults
        )
    reading.queue += queue
    reading.merge(again)
    return sound[~sound.index.isin({*again["row"], *reading.faults.rows})]


def _recorded(
    sound: pd.DataFrame,
    rows: pd.DataFrame,
    trainings: RawTable,
    reading: SheetReading,
    of_trainings: SheetReading | None,
    today: date,
) -> Recorded:
    """Check the groups with the trainings, and account for every row of the file."""
    tallied = tally(sound)
    groups = _raw("attendance", tallied.groups, set(), None)
    base = check(RawTables(trainings, groups), today)
    own = base.problems[base.problems["table"] == "attendance"]
    reading.faults.extend(_of_members(own, tallied.first_row, reading))
    accepted = tallied.first_row[~tallied.first_row.isin(own["row"])]
    merged = reading.duplicates.assign(table="attendance")[["table", "row", "same_as"]]
    people = reading.people[~reading.people.index.isin(reading.duplicates["row"])]
    told = _with_trainings(base, of_trainings)
    first = told.problems[told.problems["table"] == "trainings"]
    listed = reading.faults.listed(PROBLEM_COLUMNS)
    of_training = told.merged_duplicates[told.merged_duplicates["table"] == "trainings"]
    ignored = reading.admitted.ignored.assign(table="attendance")[["table", "row", "reason"]]
    both = [one for one in (of_trainings, reading) if one]
    whole = replace(
        told,
        problems=_together([first, listed]),
        ignored_columns=told.ignored_columns | {"attendance": reading.admitted.ignored_columns},
        merged_duplicates=_together([of_training, merged]),
        rows_in=told.rows_in
        | {"attendance": len(reading.sheet.cells) + len(reading.sheet.ignored)},
        rows_accepted=told.rows_accepted | {"attendance": len(accepted)},
        ignored_rows=_together([told.ignored_rows, ignored]),
        personal_columns=tuple(
            dict.fromkeys(name for one in both for name in one.admitted.personal_columns)
        ),
        unplaced=_together([frame for one in both for frame in one.unplaced]),
        queue=tuple(item for one in both for item in one.waiting()),
        held=held_rows(reading.waiting(), rows),
        participants_in=int(people.sum()),
        participants_accepted=int(base.attendance[list(COUNT_COLUMNS)].sum().sum()),
    )
    file_rows = {
        "trainings": accepted_rows(trainings, base),
        "attendance": accepted_rows(groups, base),
    }
    notes = tuple(note for one in both for note in one.notes)
    return Recorded(whole, file_rows, notes + _added_up(len(sound), len(tallied.groups), reading))


def _added_up(rows: int, groups: int, reading: SheetReading) -> tuple[str, ...]:
    if reading.mapping.kind == PERSONS:
        return (f"{rows:,} rows of persons were counted into {groups:,} groups.",)
    if groups < rows:
        return (f"{rows:,} rows were added up into {groups:,} groups.",)
    return ()


def _of_members(
    problems: pd.DataFrame, first_row: pd.Series, reading: SheetReading
) -> pd.DataFrame:
    """Return a problem of a group as one of each row that was counted in it."""
    members = first_row.rename("first").rename_axis("member").reset_index()
    told = members.merge(problems, left_on="first", right_on="row")
    names = reading.admitted.names
    columns = [names.get(name, name) for name in told["column"]]
    return told.assign(row=told["member"].astype("int64"), column=columns)


def _with_trainings(base: Checked, reading: SheetReading | None) -> Checked:
    """Return the check with what was found before it in a sheet of trainings."""
    if reading is None:
        return base
    known = reading.faults.rows
    here = (base.problems["table"] == "trainings") & base.problems["row"].isin(known)
    listed = reading.faults.listed(PROBLEM_COLUMNS)
    names = reading.admitted.names
    others = base.problems[~here]
    columns = [
        names.get(name, name) if table == "trainings" else name
        for table, name in zip(others["table"], others["column"], strict=True)
    ]
    merged = reading.duplicates.assign(table="trainings")[["table", "row", "same_as"]]
    ignored = reading.admitted.ignored.assign(table="trainings")[["table", "row", "reason"]]
    rows_in = len(reading.sheet.cells) + len(reading.sheet.ignored)
    problems = _together([listed, others.assign(column=columns)])
    return replace(
        base,
        problems=problems.sort_values(["table", "row"], kind="stable", ignore_index=True),
        merged_duplicates=_together([merged, base.merged_duplicates]),
        ignored_rows=ignored,
        ignored_columns=base.ignored_columns | {"trainings": reading.admitted.ignored_columns},
        rows_in=base.rows_in | {"trainings": rows_in},
    )


def _together(frames: list[pd.DataFrame]) -> pd.DataFrame:
    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else frames[0]


def _raw(
    table: str, cells: pd.DataFrame, faulty: Iterable[int], reading: SheetReading | None
) -> RawTable:
    """Return a table as ``data.checking`` takes it; rows with a fault take no part."""
    faults = [(row, "", "", "") for row in sorted(faulty)]
    columns = TRAINING_COLUMNS if table == "trainings" else ATTENDANCE_COLUMNS
    return RawTable(
        name=table,
        cells=cells[list(columns)],
        faults=pd.DataFrame(faults, columns=list(FAULT_COLUMNS)).astype({"row": "int64"}),
        ignored_columns=reading.admitted.ignored_columns if reading else (),
    )
