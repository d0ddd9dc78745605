"""The tables of the programme, their columns and the words for what is known of a district."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

import pandas as pd

from data.cells import Cells, cells_of


class CoverageStatus(StrEnum):
    """What the records say of one district; the values are the words on screen."""

    COVERED = "covered"
    COUNT_NOT_PUBLISHED = "reached, count not published"
    ZERO_REPORTED = "zero reported"
    NO_RECORD = "no record"
    SUPPRESSED = "suppressed"
    NOT_SELECTED = "not in this selection"


#: Statuses in which at least one participant is known to serve in the district.
REACHED = (CoverageStatus.COVERED, CoverageStatus.COUNT_NOT_PUBLISHED)

LEVELS = ("national", "provincial", "district", "not published")
TRAINING_STATUSES = ("held", "planned", "cancelled")
NOT_PUBLISHED = "not published"

#: The columns of the table of trainings, in order. ``summarises`` is the number of trainings
#: that a row stands for when a source describes several together; blank for a single training.
TRAINING_COLUMNS = (
    "training_id",
    "title",
    "level",
    "date_start",
    "date_end",
    "venue",
    "venue_adm2_pcode",
    "themes",
    "delivered_by",
    "donor",
    "status",
    "summarises",
)

#: The columns of the table of attendance: one row a training x home district x agency.
ATTENDANCE_COLUMNS = (
    "training_id",
    "adm2_pcode",
    "agency",
    "participants_f",
    "participants_m",
    "participants_unspecified",
)

DAY_COLUMNS = ("date_start", "date_end")
COUNT_COLUMNS = ("participants_f", "participants_m", "participants_unspecified")


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
        A sentence that every screen and export shows; it says what the records are.
    source
        Where the records come from.
    as_of
        The day up to which the set is complete.
    trainings
        Columns of ``TRAINING_COLUMNS``; dates are ``datetime64``, ``summarises`` is ``Int64``,
        the rest text (blank where not known).
    attendance
        Columns of ``ATTENDANCE_COLUMNS``; counts are ``Int64`` (blank is *not recorded*, 0 is
        zero); ``adm2_pcode`` is blank where the home district is not recorded.
    illustrative
        Whether the records are made up.
    """

    key: str
    title: str
    notice: str
    source: str
    as_of: date
    trainings: pd.DataFrame
    attendance: pd.DataFrame
    illustrative: bool = False

    @cached_property
    def cells(self) -> Cells:
        """The same records as arrays that a Selection is answered from."""
        return cells_of(self.trainings, self.attendance)


def month_start(day: date) -> date:
    """Return the first day of the month in which a day lies."""
    return day.replace(day=1)


def in_words(day: date) -> str:
    """Return a day as it is written on screen, for example 25 September 2023."""
    return f"{day.day} {day:%B %Y}"
