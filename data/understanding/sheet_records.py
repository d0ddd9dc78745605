"""One sheet whose columns are known -> accepted records and problems, each row accounted for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import pandas as pd

from data.checking.check import Checked, CheckedTable, check
from data.checking.problems import problems_of, together
from data.checking.table_check import RawTable, no_table
from data.records.distinct import those
from data.records.model import COUNT_COLUMNS
from data.records.problems.of_rows import NO_TRAINING_NAMED, SAID_BEFORE
from data.review.questions import held_rows
from data.sheets.fields import TRAINING_FIELDS
from data.sheets.mapping import PERSONS
from data.sheets.words.presence import ABSENT_ROW
from data.understanding.rows.aggregation import (
    days_with_fewer,
    persons_alike,
    rows_alike,
    tally,
    trainings_of,
)
from data.understanding.rows.asked.corrections import ask_of_corrections
from data.understanding.rows.days_told import ask_of_days
from data.understanding.rows.people_told import Listed, people_told
from data.understanding.rows.training_rows import completed, ids_by_title, ids_of_titles
from data.understanding.sheet_reading import SheetReading
from geo.words.catalogue import _, ngettext

#: What became of the rows, and sentences on what was detected and assumed.
Recorded = tuple[Checked, tuple[str, ...]]


def read_trainings(reading: SheetReading, today: date) -> tuple[SheetReading, RawTable]:
    """Read a sheet of which each row is a training; rows with a problem are faults of the table."""
    days = reading.days(today)
    trainings, notes = completed(reading.trainings(days), reading.cells, today)
    reading.notes += notes
    alike = reading.trainings_alike(trainings[~trainings.index.isin(reading.faults.rows)])
    reading.same = alike.same
    reading.hold(trainings["training_id"], alike.waiting)
    first = trainings.index.to_series().groupby(trainings["training_id"]).first()
    again = trainings.index[trainings["training_id"].isin(list(reading.same))]
    others = trainings.loc[again, "training_id"].map(reading.same).map(first)
    reading.merge(pd.DataFrame({"row": again, "same_as": others.to_numpy()}, dtype="int64"))
    reading.ids = ids_of_titles(trainings, reading.same)
    kept = trainings[~trainings.index.isin(reading.duplicates["row"])]
    # Rows with a problem take no part in the check; what is wrong with them is known already.
    known = problems_of(kept.index[kept.index.isin(reading.faults.rows)], "", SAID_BEFORE)
    return reading, RawTable("trainings", kept, known)


def read_records(
    reading: SheetReading, today: date, trainings: tuple[SheetReading, RawTable] | None = None
) -> Recorded:
    """Read a sheet of attendance, with its own trainings or those of another sheet."""
    days = reading.days(today)
    homes = reading.places.homes(days["date_start"])
    agencies = reading.agencies()
    if trainings:
        of_trainings, raw = trainings
        told_as = reading.cells.get("training_id", pd.Series("", index=reading.cells.index))
        ids = ids_by_title(reading.cells, of_trainings.ids, of_trainings.same)
        of_days: Mapping[str, str] = {}
    else:
        of_trainings = None
        told_as, ids, raw, of_days = _own_trainings(reading, days, homes, today)
    where = reading.admitted.name_of("training_id")
    reading.faults.add(ids.index[ids == ""], where, "", NO_TRAINING_NAMED)
    told = {"training_id": ids, "adm2_pcode": homes, "agency": agencies}
    rows = pd.DataFrame(told | dict(reading.counts.items()), ids.index)
    if reading.mapping.kind != PERSONS:
        rows = reading.without_sums(rows)
    sound = _without_alike(rows, reading, told_as, of_days)
    reading.let_go()
    return _recorded(sound, rows, raw, reading, of_trainings, today)


def _own_trainings(
    reading: SheetReading, days: pd.DataFrame, homes: pd.Series, today: date
) -> tuple[pd.Series, pd.Series, RawTable, Mapping[str, str]]:
    """Return the trainings that rows of attendance tell of.

    Before them, of each row, the id that it tells and that of the training it is counted in; last,
    what counts of the numbers of several days of one.
    """
    of_rows = reading.trainings(days)
    told_as = of_rows["training_id"]
    different, notes = completed(_different(of_rows, reading), reading.cells, today)
    alike = reading.trainings_alike(different, partial(reading.attended, told_as, homes))
    if alike.same:
        of_rows = reading.told_as_one(of_rows, alike.same)
        different, notes = completed(_different(of_rows, reading), reading.cells, today)
    reading.hold(told_as, alike.waiting)
    reading.notes += notes
    different = those(different, ~different["training_id"].isin(list(alike.waiting)))
    return told_as, of_rows["training_id"], RawTable("trainings", different), alike.of_days


def trainings_alone(reading: SheetReading, today: date) -> Recorded:
    """Read a sheet of trainings that counts nobody."""
    reading, raw = read_trainings(reading, today)
    base = check({"trainings": raw, "attendance": no_table("attendance")}, today)
    tables = {**base.tables, "trainings": _of_trainings(base, reading, reading)}
    return _whole(base, tables, [reading]), tuple(reading.notes)


def _different(trainings: pd.DataFrame, reading: SheetReading) -> pd.DataFrame:
    """Return the trainings of the rows that can be read as far as their training goes."""
    names = {reading.admitted.name_of(field) for field in TRAINING_FIELDS} | {""}
    bad = reading.faults.rows_in(names)
    known = those(trainings, (trainings["training_id"] != "") & ~trainings.index.isin(bad))
    return trainings_of(known)


def _without_alike(
    rows: pd.DataFrame, reading: SheetReading, told_as: pd.Series, of_days: Mapping[str, str]
) -> pd.DataFrame:
    """Return the rows without a problem; those that may be one row are asked about.

    Not those of several days of one training of which somebody has said what counts.
    """
    sound = those(rows, ~rows.index.isin(reading.faults.rows))
    decisions, people = reading.decisions, reading.people
    if reading.mapping.kind == PERSONS:
        admitted, faults = reading.admitted, reading.faults
        again, queue = persons_alike(
            sound, admitted.person, decisions, faults, told_as, reading.cells, admitted.alike
        )
    else:
        written = reading.cells.assign(others=reading.admitted.others.loc[reading.cells.index])
        own, lesser = sound, []
        if of_days:
            lesser = [days_with_fewer(sound, told_as, of_days)]
            own = those(sound, ~sound.index.isin(lesser[0]["row"]))
            several = rows["training_id"].isin([*of_days])
            written = written.assign(day=told_as.where(several, ""))
        again, queue = rows_alike(own, written, decisions, people, reading.faults)
        again = pd.concat([*lesser, again]) if lesser else again
    reading.queue += queue
    reading.merge(again)
    return those(sound, ~sound.index.isin({*again["row"], *reading.faults.rows}))


def _recorded(
    sound: pd.DataFrame,
    rows: pd.DataFrame,
    trainings: RawTable,
    reading: SheetReading,
    of_trainings: SheetReading | None,
    today: date,
) -> Recorded:
    """Check the groups with the trainings, and account for every row of the file."""
    groups, first_row = tally(sound)
    base = check({"trainings": trainings, "attendance": RawTable("attendance", groups)}, today)
    counted = base.tables["attendance"]
    problems = _of_each_row(counted.problems, first_row)
    accepted = ~first_row.isin({*counted.problems["row"]})
    tables = {
        "trainings": _of_trainings(base, of_trainings, reading),
        "attendance": reading.result(counted, problems, int(accepted.sum())),
    }
    _ask_of_numbers(rows, sound.index, reading, base.trainings)
    both = [one for one in (of_trainings, reading) if one]
    people = reading.people[~reading.people.index.isin(reading.duplicates["row"])]
    checked = replace(
        _whole(base, tables, both),
        participants_in=int(people.sum()),
        held=held_rows(reading.waiting(), rows),
    )
    notes = tuple(note for one in both for note in one.notes)
    added = _added_up(len(sound), len(groups), reading)
    return checked, notes + added + _not_held(checked)


def _of_each_row(problems: pd.DataFrame, first_row: pd.Series) -> pd.DataFrame:
    """Return the problems of groups as such of each row that was counted in one."""
    if problems.empty:
        return problems
    members = first_row.rename("first").rename_axis("member").reset_index()
    of_group = members.merge(problems, left_on="first", right_on="row")
    return of_group.assign(row=of_group["member"].astype("int64"))


def _added_up(rows: int, groups: int, reading: SheetReading) -> tuple[str, ...]:
    if not rows:  # as where all wait for an answer
        return ()
    if reading.mapping.kind == PERSONS:
        words = _("{rows:,} rows of persons were counted into {groups:,} groups.")
    elif groups < rows:
        words = _("{rows:,} rows were added up into {groups:,} groups.")
    else:
        return ()
    return (words.format(rows=rows, groups=groups),)


def _not_held(checked: Checked) -> tuple[str, ...]:
    """Say how many of the people that are taken in are of trainings that were not held."""
    told = checked.trainings["status"] == "held"
    if told.all():  # as of most files
        return ()
    held, attendance = checked.trainings.loc[told, "training_id"], checked.attendance
    others = attendance.loc[~attendance["training_id"].isin(held), [*COUNT_COLUMNS]]
    people = int(others.sum().sum())
    words = ngettext(
        "{people:,} participant is of a training that was not held: no figure counts them.",
        "{people:,} participants are of trainings that were not held: no figure counts them.",
        people,
    )
    return (words.format(people=people),) if people else ()


def _ask_of_numbers(
    rows: pd.DataFrame, sound: pd.Index, reading: SheetReading, trainings: pd.DataFrame
) -> None:
    """Ask where a text beside the rows tells of more or fewer people than are in them."""
    of_persons = reading.mapping.kind == PERSONS
    others, unknown = _written(reading) if of_persons else set(), False
    if not of_persons:
        counts = rows[list(COUNT_COLUMNS)]
        others, unknown = {int(counts.sum().sum())}, counts.isna().all(axis=1).any()
        held = trainings.loc[trainings["status"] == "held", "training_id"]
        rows = those(rows, rows["training_id"].isin(held))
    absent = reading.admitted.ignored["reason"].tolist().count(ABSENT_ROW)
    listed = Listed(rows, sound.intersection(rows.index), absent, others, of_persons)
    sheet, decisions = reading.sheet, reading.decisions
    of_days = {str(day.date()) for day in trainings["date_start"]}
    shape = [reading.mapping.shape, *sorted(of_days)]
    reading.queue += ask_of_corrections(sheet, listed, decisions, shape)
    if unknown:
        return  # with these there may be as many as a text tells
    queue, notes = people_told(sheet, reading.told, listed, decisions, shape)
    days, said = ask_of_days(reading.told_of_days, sheet, rows.index, decisions, shape)
    reading.queue += queue + days
    reading.notes += notes + said


def _written(reading: SheetReading) -> set[int]:
    """Return how many rows a sheet has, and each of its lists, with persons of another again."""
    rows = reading.sheet.cells.index
    own = rows[~rows.isin(reading.admitted.ignored["row"])]
    lists = pd.Index(reading.sheet.lists).searchsorted(own, side="right")
    return {len(rows), *pd.Series(lists).value_counts().tolist()}


def _of_trainings(
    base: Checked, reading: SheetReading | None, attendance: SheetReading
) -> CheckedTable:
    """Return the checked trainings with what was found before in the sheet that they are of.

    Without one they are told by rows of the ``attendance``.
    """
    table = base.tables["trainings"]
    if reading is None:
        return replace(table, numbers=attendance.sheet.numbers)
    problems = table.problems[~table.problems["row"].isin(reading.faults.rows)]
    return reading.result(table, problems, table.rows_accepted)


def _whole(
    base: Checked, tables: Mapping[str, CheckedTable], readings: Sequence[SheetReading]
) -> Checked:
    """Return the check with what was found on the way in the sheets that were read."""
    personal = (name for one in readings for name in one.admitted.personal_columns)
    return replace(
        base,
        tables=tables,
        personal_columns=tuple(dict.fromkeys(personal)),
        unplaced=together([frame for one in readings for frame in one.places.unplaced]),
        queue=tuple(item for one in readings for item in one.waiting()),
    )
