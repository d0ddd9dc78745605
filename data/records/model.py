"""The tables of the programme, their columns and the words for what is known of a district."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, overload

import pandas as pd

from data.attendance.cells import Cells
from data.attendance.homes import as_counted
from data.attendance.order import cells_of
from data.attendance.rows import Attendance, of_table
from data.records.rules import INPUT_STATES as INPUT_STATES
from data.records.rules import LEVELS as LEVELS
from data.records.rules import NOTIFIED as NOTIFIED
from data.records.rules import TRAINING_STATUSES as TRAINING_STATUSES
from data.records.tables import TABLES
from geo.words.catalogue import _


class CoverageStatus(StrEnum):
    """What the records say of one district; the values are the words on screen."""

    COVERED = "covered"
    COUNT_NOT_PUBLISHED = "reached, count not published"
    ZERO_REPORTED = "zero reported"
    NAMED_WITHIN = "named within a larger place"
    NO_RECORD = "no record"
    NOT_SELECTED = "not in this selection"


#: Statuses in which at least one participant is known to serve in the district.
REACHED = (CoverageStatus.COVERED, CoverageStatus.COUNT_NOT_PUBLISHED)
#: Statuses of a district that nobody is on record from.
WITHOUT_PARTICIPANTS = (CoverageStatus.NO_RECORD, CoverageStatus.ZERO_REPORTED)

NOT_PUBLISHED = "not published"
#: The agency of those of whom none is told.
UNTOLD_AGENCY = NOT_PUBLISHED.capitalize()
#: How records write that the agency of somebody is not told, in small letters.
AGENCY_NOT_TOLD = ("", NOT_PUBLISHED, "not told", "not recorded")

#: The columns of each table, in their order, as ``data.records.tables`` describes them.
TRAINING_COLUMNS = tuple(TABLES["trainings"])
ATTENDANCE_COLUMNS = tuple(TABLES["attendance"])
#: Those of five more tables, each of which a set of records may have or not.
ASSESSMENT_COLUMNS = tuple(TABLES["assessments"])
COMMITTEE_COLUMNS = tuple(TABLES["committees"])
TARGET_COLUMNS = tuple(TABLES["targets"])
LAYER_COLUMNS = tuple(TABLES["layers"])
INPUT_COLUMNS = tuple(TABLES["inputs"])
FURTHER_COLUMNS = {name: tuple(TABLES[name]) for name in list(TABLES)[2:]}

DAY_COLUMNS = ("date_start", "date_end")
COUNT_COLUMNS = ("participants_f", "participants_m", "participants_unspecified")


class AttendanceTable:
    """The field ``Records.attendance``: given as a table or in little room, read as a table.

    A table of ten million rows is not kept for the few screens that list some of them.
    """

    def __set__(self, records: "Records", given: pd.DataFrame | Attendance) -> None:
        """Keep what is given; a table with homes as they are counted."""
        if isinstance(given, pd.DataFrame):
            given = as_counted(given, "adm2_pcode")
        records.__dict__["attendance_given"] = given

    @overload
    def __get__(self, records: None, of: type) -> "AttendanceTable": ...
    @overload
    def __get__(self, records: "Records", of: type) -> pd.DataFrame: ...
    def __get__(self, records: "Records | None", of: type) -> "pd.DataFrame | AttendanceTable":
        """Return the table that was given, or one that is made of all rows."""
        if records is None:
            raise AttributeError  # so that the field has no default
        given = records.__dict__["attendance_given"]
        return given.frame() if isinstance(given, Attendance) else given


@dataclass(frozen=True, eq=False)
class Records:
    """One set of records, whole.

    Attributes
    ----------
    key
        The word for the set in an address: ``illustrative``, ``published``, ``yours``, ...
    title
        The name of the set on screen.
    notice
        A sentence that every screen shows; it says what the records are.
    source
        Where the records come from.
    as_of
        The day up to which the set is complete.
    trainings
        Columns of ``TRAINING_COLUMNS``; dates are ``datetime64``, ``summarises`` is ``Int64``,
        the rest text (blank where not known).
    attendance
        Columns of ``ATTENDANCE_COLUMNS``; counts are ``Int64`` (blank is *not recorded*, 0 is
        zero); ``adm2_pcode`` is a larger place (``geo.districts.larger_places``) where the home
        district is known no closer, and blank where it is not recorded. It can be given as
        ``data.attendance.rows.Attendance``.
    illustrative
        Whether the records are made up.
    provinces
        P-codes of the provinces that the set is about; empty for all. A view of it is a view of
        these, and the districts of others are in none.
    rows_not_placed
        How many rows wait for their district or agency, and are in no figure. Where the rows behind
        the figures are not shown, none is told.
    sex_withheld
        Whether the sex of people is left out where it would tell of too few: of those of whom it is
        *not recorded* it may be, in other records than these.
    assessments, committees, targets, layers, inputs
        Columns of ``ASSESSMENT_COLUMNS``, ``COMMITTEE_COLUMNS``, ``TARGET_COLUMNS``,
        ``LAYER_COLUMNS`` and ``INPUT_COLUMNS``; None where the set has no such table, which is
        not an empty one. ``paired``, ``targeted`` and ``year`` are ``Int64``; means, spreads,
        scales and ``value`` are ``float64``; ``notified_on`` and ``followed_up_on`` are
        ``datetime64``; the rest is text.
    """

    key: str
    title: str
    notice: str
    source: str
    as_of: date
    trainings: pd.DataFrame
    attendance: AttendanceTable = AttendanceTable()
    illustrative: bool = False
    assessments: pd.DataFrame | None = None
    committees: pd.DataFrame | None = None
    targets: pd.DataFrame | None = None
    layers: pd.DataFrame | None = None
    inputs: pd.DataFrame | None = None
    provinces: tuple[str, ...] = ()
    rows_not_placed: int = 0
    sex_withheld: bool = False

    def __post_init__(self) -> None:
        """Count a newer district that the list in use has not in the district that has it."""
        object.__setattr__(self, "trainings", as_counted(self.trainings, "venue_adm2_pcode"))

    @property
    def not_placed(self) -> str:
        """How many rows are not placed, in words; blank where all are."""
        words = _("Rows of these records not placed yet, and not counted: {rows:,}")
        return words.format(rows=self.rows_not_placed) if self.rows_not_placed else ""

    @property
    def full_notice(self) -> str:
        """What every file and slide says of the records: what is not counted, and the notice."""
        return f"{self.not_placed}. {self.notice}" if self.not_placed else self.notice

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """All tables that the set has, by name."""
        return {"trainings": self.trainings, "attendance": self.attendance, **self.further}

    @property
    def further(self) -> dict[str, pd.DataFrame]:
        """Those of the tables of ``FURTHER_COLUMNS`` that the set has, by name."""
        held = {name: getattr(self, name) for name in FURTHER_COLUMNS}
        return {name: table for name, table in held.items() if table is not None}

    def having(self, tables: Mapping[str, pd.DataFrame]) -> "Records":
        """Return the same records with these tables of ``FURTHER_COLUMNS``, and no other."""
        further: dict[str, Any] = {name: tables.get(name) for name in FURTHER_COLUMNS}
        return replace(self, attendance=self.__dict__["attendance_given"], **further)

    @cached_property
    def rows(self) -> Attendance:
        """The rows of attendance in little room, in the order of ``attendance``."""
        given = self.__dict__["attendance_given"]
        return given if isinstance(given, Attendance) else of_table(given)

    @cached_property
    def first_day(self) -> date:
        """The day on which the first held training began; ``as_of`` where none is earlier."""
        starts = self.trainings["date_start"].to_numpy()[self.cells.training_row]
        earliest = starts.min().astype("datetime64[D]").item() if len(starts) else self.as_of
        return min(earliest, self.as_of)

    @cached_property
    def cells(self) -> Cells:
        """The same records as arrays that a Selection is answered from."""
        return cells_of(self.trainings, self.rows)


def complete_to(trainings: pd.DataFrame, latest: date) -> date:
    """Return the last day of the held trainings; the latest that it can be where it has none."""
    held = trainings.loc[trainings["status"] == "held", "date_end"]
    return min(held.max().date(), latest) if len(held) else latest


def month_start(day: date) -> date:
    """Return the first day of the month in which a day lies."""
    return day.replace(day=1)


def in_words(day: date) -> str:
    """Return a day as it is written on screen, for example 25 September 2023."""
    return f"{day.day} {day:%B %Y}"


def in_percent(share: float | None) -> str:
    """Return a share (0 to 1) in per cent; *no data* for none.

    A little is never written as nothing, nor nearly all as everything.
    """
    if share is None or share != share:
        return "no data"
    words = f"{share:.0%}"
    if words == "0%" and share > 0:
        return "<1%"
    return ">99%" if words == "100%" and share < 1 else words
