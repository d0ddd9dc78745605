"""A sheet on its way to records: what its rows say, their problems, and the questions on them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

import pandas as pd
import pyarrow as pa

from data.checking.problems import RowFaults, together
from data.checking.table_check import CheckedTable
from data.records.distinct import says
from data.records.model import AGENCY_NOT_TOLD, COUNT_COLUMNS, UNTOLD_AGENCY
from data.records.personal_data import HIDDEN, safe_name
from data.records.problems.kind import ProblemKind
from data.records.problems.of_rows import HIDDEN_NUMBERS, ONLY_PLANNED, PERSONAL_CELL
from data.records.problems.of_tables import MAY_BE_A_SUM, MAY_BE_ONE_TRAINING
from data.review.decisions import Decisions
from data.review.duplicate_trainings import Alike, trainings_alike
from data.review.likeness import Attended, WhoAttended
from data.review.questions import QueueItem
from data.review.sums_among_rows import sums_among_rows
from data.sheets.admission import Admitted, admit, column
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    TRAINING_FIELDS,
)
from data.sheets.mapping import GROUPS, PERSONS, ROW_WORDS, ColumnMapping
from data.sheets.no_records.not_held import rows_not_held
from data.sheets.opening import Sheet
from data.sheets.totals.total_columns import added_up
from data.sheets.totals.total_rows import TOTAL_ROW
from data.sheets.words.dashes import without_dashes
from data.understanding.columns.people.sexes_in_names import with_sexes_of_answers
from data.understanding.columns.villages import are_of_villages
from data.understanding.columns.whole_trainings import told_of_who_came
from data.understanding.homes_and_venues import RowPlaces
from data.understanding.layout.crossed.by_months import are_others_each_day
from data.understanding.layout.rows_below import filled_down
from data.understanding.layout.titles.agencies.agencies_above import group_above
from data.understanding.layout.titles.agencies.agencies_of_columns import group_of
from data.understanding.layout.titles.agencies.agencies_perhaps import all_perhaps, titles_perhaps
from data.understanding.layout.titles.reports_above import is_report
from data.understanding.layout.titles.title_texts import tells_one
from data.understanding.rows.admitted_cells import with_constants, without_empty_sums
from data.understanding.rows.agencies import agencies_of
from data.understanding.rows.agency_of_all import AgencyOfAll, RowsOfNoAgency
from data.understanding.rows.asked.hidden_numbers import with_hidden_answered
from data.understanding.rows.asked.nothing_told import NothingTold, without_nobody
from data.understanding.rows.asked.of_whom import of_whom_asked
from data.understanding.rows.dates.days import Days
from data.understanding.rows.dates.order_beside import order_beside
from data.understanding.rows.days_told import days_told_otherwise
from data.understanding.rows.numbers import dashes_asked, numbers_counted, others_said
from data.understanding.rows.people_told import told_in_rows
from data.understanding.rows.persons import people_counted, sexes_told
from data.understanding.rows.said_of_agencies import posts_said, untold_said
from data.understanding.rows.same_trainings import as_one, who_attended
from data.understanding.rows.training_rows import trainings_told
from geo.words.catalogue import _


class SheetReading:
    """A sheet on its way: its rows, their problems, and the questions on them."""

    def __init__(self, sheet: Sheet, mapping: ColumnMapping, decisions: Decisions) -> None:
        before, sheet = len(sheet.notes), filled_down(sheet, mapping)
        unheld = rows_not_held(sheet, mapping.fields)
        sheet, dashed = without_dashes(sheet, mapping, unheld)
        sheet, unseen = with_hidden_answered(sheet, mapping, decisions)
        sheet, mapping = with_sexes_of_answers(*added_up(sheet, mapping))
        self.mapping, self.decisions = mapping, decisions
        self.tells_agencies, tells_homes = told_of_who_came(sheet, mapping)
        self.order_beside = order_beside(sheet, mapping)
        self.admitted, self.nothing_told, self.queue = self._admitted(sheet)
        self.duplicates = self.admitted.duplicates
        self.cells = self.admitted.cells
        self.faults = RowFaults()
        self.notes: list[str] = [
            _("{where}: one row is {kind}.").format(
                where=sheet.where, kind=ROW_WORDS[mapping.kind]
            ),
            *sheet.notes[before:],
            *(f"{sheet.where}: {note}" for note in self.admitted.notes),
            *(others_said(self.admitted, sheet.where) if mapping.kind != PERSONS else ()),
        ]
        of_villages = mapping.kind == GROUPS and are_of_villages(sheet, mapping.fields)
        unused = mapping.positions(*AGENCY_FIELDS)
        if unused and not self.tells_agencies:
            named = ", ".join(safe_name(sheet.header[n]) for n in unused)
            words = _("{where}: of a training no agency is counted: {names}.")
            self.notes.append(words.format(where=sheet.where, names=named))
        #: Of how many people rows of totals say that it is.
        self.told = told_in_rows(sheet, mapping)
        self.told_of_days = days_told_otherwise(sheet, mapping)
        #: Without its cells: what goes on of them is admitted.
        self.sheet = replace(sheet, cells=sheet.cells.iloc[:, :0])
        #: Of a sheet of trainings: those that are others over again, and ids by plain title.
        self.same: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        for (field, kind), rows in self.admitted.faults.groupby(["field", "kind"], sort=False):
            value = HIDDEN if kind == PERSONAL_CELL else ""
            name = self.admitted.names.get(str(field), "")
            self.faults.add(rows["row"], name, value, cast("ProblemKind", kind))
        if mapping.kind == PERSONS and "sex" in self.cells:
            self.cells, asked = sexes_told(self.cells, decisions)
            self.queue += asked
        self.counts = self._counted()
        self.people = self._people()
        self.places = RowPlaces(
            self.admitted, self.sheet, mapping, self.people, decisions, self.faults, self.queue,
            self.notes, tells_homes, of_villages, self.nothing_told.rows,
        )  # fmt: skip
        self.queue += dashes_asked(dashed, self.people, mapping.shape) + unseen.asked(self.people)

    def _admitted(self, sheet: Sheet) -> tuple[Admitted, NothingTold, list[QueueItem]]:
        """Return what is taken in, which rows of it tell nothing of a person, and what is asked."""
        admitted = without_empty_sums(with_constants(admit(sheet, self.mapping), self.mapping))
        admitted, asked = of_whom_asked(admitted, sheet, self.mapping, self.decisions)
        if not self.tells_agencies:
            return admitted, NothingTold(), asked
        admitted, untold = without_nobody(admitted, self.mapping, sheet.beside, self.decisions)
        return admitted, untold, [*asked, *untold.questions]

    def _counted(self) -> pd.DataFrame:
        if self.mapping.kind == PERSONS:
            return people_counted(self.cells, self.faults)
        if any(name in self.cells for name in COUNT_FIELDS):
            return numbers_counted(self.admitted, self.faults)
        blank = pd.Series(pd.NA, index=self.cells.index, dtype="Int64")
        return pd.DataFrame(dict.fromkeys(COUNT_COLUMNS, blank))

    def _people(self) -> pd.Series:
        """Return how many people each row is of, as far as it can be read."""
        if self.mapping.kind == PERSONS:
            return pd.Series(1, index=self.cells.index, dtype="int64")
        people = self.counts.sum(axis=1).astype("int64")
        faults = self.admitted.faults
        shifted = faults.loc[(faults["field"] == "") & (faults["kind"] != HIDDEN_NUMBERS), "row"]
        return people.mask(people.index.isin(shifted), 0)

    def days(self, today: date) -> pd.DataFrame:
        """Return the days of the rows, as 2023-05-09."""
        days = Days(
            self.admitted, self.sheet, self.mapping, self.decisions, today, self.order_beside
        )
        read = days.read(self.people, self.faults)
        self.queue += read.queue
        self.notes += read.notes
        if self.mapping.kind != PERSONS and "status" not in self.cells:
            # A calendar has its target already, and who came once it is over.
            ahead = says(read.days["date_start"], lambda day: day > today.isoformat())
            self.faults.settle(read.days.index[ahead], ONLY_PLANNED)
        return read.days

    def trainings(self, days: pd.DataFrame) -> pd.DataFrame:
        """Return for each row what it says of its training."""
        venues = self.places.venues(days["date_start"])
        trainings, notes = trainings_told(self.cells, days, *venues)
        self.notes += notes
        return trainings

    def trainings_alike(self, trainings: pd.DataFrame, attended: WhoAttended = dict) -> Alike:
        """Ask about trainings that may be one; return which are which, as somebody said."""
        numbers = attended is not dict and self.mapping.kind != PERSONS
        if are_others_each_day(self.sheet):
            return Alike({}, ())
        titled = tells_one(trainings["title"].unique(), self.sheet, self.admitted.name_of("title"))
        alike = trainings_alike(trainings, self.decisions, attended, titled=titled,
                                named="training_id" in self.cells, numbers=numbers)  # fmt: skip
        self.queue += alike.queue
        self.notes += alike.notes
        return alike

    def hold(self, ids: pd.Series, waiting: Collection[str]) -> None:
        """Let rows wait whose training may be another over again."""
        rows = ids.index[ids.isin(list(waiting))]
        self.faults.add(rows, self.admitted.name_of("title"), "", MAY_BE_ONE_TRAINING)

    def attended(self, ids: pd.Series, homes: pd.Series) -> Attended:
        """Return who came to each training, by numbers of persons, else from which districts."""
        return who_attended(self.admitted, self.mapping, ids, homes)

    def told_as_one(self, trainings: pd.DataFrame, same: Mapping[str, str]) -> pd.DataFrame:
        """Let rows of a training that is another over again say what those of the other say.

        It ends with the last day of them all. Two such rows of one district and agency are then
        alike, and are asked about.
        """
        whole, rows = as_one(trainings, same)
        of_training = [name for name in self.cells if name in TRAINING_FIELDS]
        if len(rows):
            says = self.cells.loc[rows.to_list(), of_training].to_numpy()
            self.cells = self.cells.copy()
            self.cells.loc[rows.index, of_training] = says
        return whole

    def agencies(self) -> pd.Series:
        """Return the agencies of the rows."""
        called = column(self.cells, "title")
        rest = RowsOfNoAgency(self.cells, self.mapping, self.people, self.sheet.offered,
                              self.decisions, self.faults)  # fmt: skip
        titles = called.unique().tolist()
        group = group_above(self.sheet.beside) or (group_of(titles[0]) if len(titles) == 1 else "")
        agencies = pd.Series(group or UNTOLD_AGENCY, index=self.cells.index, dtype="str")
        untold, queue, said = pd.Series(False, index=self.cells.index), (), []
        if self.tells_agencies:
            agencies, queue, untold, said = agencies_of(
                self.admitted, self.decisions, self.people, self.faults, group,
                self.sheet.beside, self.places.abroad, self.nothing_told.rows,
            )  # fmt: skip
        if UNTOLD_AGENCY in agencies.array:
            whom, of_all = titles_perhaps(called), self._agency_of_all(titles)
            agencies, asked = rest.told(agencies, called, whom, of_all)
            queue = (*queue, *asked)
        self.queue += queue
        if self.mapping.constants.get("agency", " ") in AGENCY_NOT_TOLD:
            untold = pd.Series(False, index=self.cells.index)
            if UNTOLD_AGENCY in agencies.array:
                said.append(_("no column gives an agency: it is not published."))
        untold &= (agencies == UNTOLD_AGENCY) & (self.people > 0)
        said = untold_said(self.cells, untold, self.people) + said
        self.notes += [f"{self.sheet.where}: {note}" for note in said] + posts_said(self.cells)
        return agencies

    def _agency_of_all(self, titles: Sequence[str]) -> AgencyOfAll:
        """Return of which agency all may be whose row tells none, by the texts beside them."""
        may_be, read_from = all_perhaps(self.sheet, titles)
        texts = (self.mapping.shape, *self.sheet.beside)
        if not may_be:  # of these trainings alone: another file of this form may be another's
            texts += (*sorted(titles), *sorted(column(self.cells, "date_start").unique().tolist()))
        return AgencyOfAll(may_be, texts, read_from, of_report=is_report(read_from, None))

    def without_sums(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return rows of attendance without sums of no agency; those that may be one wait."""
        sums = sums_among_rows(rows, self.decisions, self.faults.rows)
        self.faults.add(sums.waiting, "", "", MAY_BE_A_SUM)
        self.queue += sums.questions
        if not sums.rows:
            return rows
        self.admitted = self.admitted.without(pd.Index(sums.rows), TOTAL_ROW)
        self.people = self.people.drop(list(sums.rows))
        return rows.drop(list(sums.rows))

    def merge(self, again: pd.DataFrame) -> None:
        """Take rows out that are others over again."""
        self.duplicates = pd.concat([self.duplicates, again], ignore_index=True)

    def let_go(self) -> None:
        """Let go of the cells, once all that they say is told: 30 MB of 100,000 rows."""
        self.cells = self.cells.iloc[:, :0]
        self.admitted = replace(self.admitted, cells=self.cells)
        self.places = replace(self.places, admitted=self.admitted)
        pa.default_memory_pool().release_unused()

    def result(
        self, table: CheckedTable, problems: pd.DataFrame, rows_accepted: int
    ) -> CheckedTable:
        """Return what became of the rows of the sheet.

        Parameters
        ----------
        table
            The table that was made of the rows, as it was checked.
        problems
            What the check found, by row of the sheet and column of the model.
        rows_accepted
            How many rows of the sheet are in the accepted rows of the table.
        """
        columns = [self.admitted.name_of(name) for name in problems["column"]]
        self.faults.extend(problems.assign(column=columns))
        return replace(
            table,
            rows_in=len(self.sheet.cells) + len(self.sheet.ignored),
            rows_accepted=rows_accepted,
            problems=self.faults.listed(),
            duplicates=together([self.duplicates, table.duplicates]),
            set_aside=self.admitted.ignored,
            ignored_columns=self.admitted.ignored_columns,
            numbers=self.sheet.numbers,
        )

    def waiting(self) -> tuple[QueueItem, ...]:
        """Return the questions as they are put, without rows that are others over again."""
        merged = set(self.duplicates["row"])
        items = [one.told_by(self.sheet.numbers) for one in self.queue]
        if not merged:
            return tuple(items)
        left = (
            replace(one, rows=tuple(row for row in one.rows if row not in merged)) for one in items
        )
        return tuple(one for one in left if one.rows)
