"""Two dates side by side: what stood at each, and which districts were gained between them."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import numpy as np
import pandas as pd

from data.figures.coverage import Coverage, coverage
from data.records.model import REACHED, CoverageStatus
from geo.words.catalogue import _

PARTICIPANTS = "participants"
#: The one figure that is no whole number: it is told to one decimal.
SHARE = "share of people in covered districts, %"


class Change(StrEnum):
    """What happened to a district between two dates; the values are words on screen."""

    ALREADY = _("covered at both dates")
    GAINED = _("gained between the dates")
    LOST = _("covered at the earlier date only")
    STILL_NONE = _("covered at neither date")
    NAMED_WITHIN = "named within a larger place"
    NOT_SELECTED = "not in this selection"


@dataclass(frozen=True, eq=False)
class Comparison:
    """The same Selection at two dates.

    Attributes
    ----------
    earlier, later
        The figures at both dates.
    figures
        One row a figure of the headline: ``figure`` (its words), ``earlier``, ``later``,
        ``difference`` (later less earlier); in the unit of the words, NaN where not known.
    districts
        One row a district of the list, in its order: ``adm2_pcode``, ``name``, ``province``,
        ``population``, ``change`` (the words of ``Change``), ``status_earlier``,
        ``status_later``, ``participants_earlier``, ``participants_later`` (``<NA>`` where no
        count is recorded).
    """

    earlier: Coverage
    later: Coverage
    figures: pd.DataFrame
    districts: pd.DataFrame

    def of(self, change: Change) -> pd.DataFrame:
        """Return the rows of ``districts`` with one kind of change, most people first."""
        rows = self.districts[self.districts["change"] == change.value]
        people = rows["population"].astype("Float64").fillna(-1)
        return rows.loc[people.sort_values(ascending=False, kind="stable").index]


def compare(figures: Coverage, day: date) -> Comparison:
    """Return the figures of a view beside those of the same Selection at another date.

    Parameters
    ----------
    day
        The other date, before or after the view's own. Where the Selection begins later than
        that, nothing is in at the other date.
    """
    selection = replace(figures.selection, as_of=day)
    other = coverage(figures.records, selection)
    earlier, later = (other, figures) if day < figures.selection.as_of else (figures, other)
    one, two = _by_words(earlier), _by_words(later)
    both = pd.DataFrame(
        {
            "figure": list(one),
            "earlier": list(one.values()),
            "later": list(two.values()),
            "difference": [two[words] - one[words] for words in one],
        }
    )
    before, after = earlier.districts, later.districts
    frame = after[["adm2_pcode", "name", "province", "population"]].copy()
    frame["change"] = _changes(before["status"], after["status"])
    frame["status_earlier"], frame["status_later"] = before["status"], after["status"]
    frame["participants_earlier"] = before["participants"]
    frame["participants_later"] = after["participants"]
    return Comparison(earlier, later, both, frame)


def _by_words(figures: Coverage) -> dict[str, float]:
    headline, share = figures.headline, figures.headline.share_of_people
    return {
        "districts covered": headline.districts_covered,
        "trainings": headline.trainings,
        PARTICIPANTS: headline.participants,
        "people in covered districts": headline.people_covered,
        SHARE: np.nan if share is None else share * 100,
    }


def _changes(before: pd.Series, after: pd.Series) -> pd.Series:
    was, now = before.isin(REACHED), after.isin(REACHED)
    words = pd.Series(Change.STILL_NONE.value, index=after.index, dtype=object)
    within = (before == CoverageStatus.NAMED_WITHIN) | (after == CoverageStatus.NAMED_WITHIN)
    words = words.mask(within, Change.NAMED_WITHIN.value)
    words = words.mask(now, Change.GAINED.value).mask(was & now, Change.ALREADY.value)
    words = words.mask(was & ~now, Change.LOST.value)
    return words.mask(after == CoverageStatus.NOT_SELECTED, Change.NOT_SELECTED.value)
