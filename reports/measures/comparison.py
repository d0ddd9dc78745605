"""Two dates on one map: what was covered at both, what was gained, and where there is none yet."""

from dataclasses import replace
from datetime import date

import pandas as pd

from data.figures.comparison import Change, Comparison
from data.records.model import in_words
from geo.webmap.map_values import DistrictList, MapValues
from geo.words.catalogue import _
from reports.measures.measures import in_classes
from reports.words.selection import status_words
from reports.words.tables import headings

#: The CSS key of each change, in the order of the legend.
KEYS = {
    Change.STILL_NONE: "none",
    Change.NAMED_WITHIN: "within",
    Change.NOT_SELECTED: "unselected",
    Change.LOST: "zero",
    Change.ALREADY: "ramp2",
    Change.GAINED: "ramp5",
}
ALWAYS = tuple(KEYS[change] for change in (Change.STILL_NONE, Change.ALREADY, Change.GAINED))
ORDER = (
    *(Change.GAINED, Change.LOST, Change.STILL_NONE),
    *(Change.NAMED_WITHIN, Change.ALREADY, Change.NOT_SELECTED),
)
FIGURE_HEADINGS = {"figure": "Figure", "difference": "Difference"}


def comparison_values(comparison: Comparison, shown: MapValues) -> MapValues:
    """Return the map of a comparison; of ``shown``, any map of the view, the figures are kept."""
    keys = [KEYS[Change(change)] for change in comparison.districts["change"]]
    labels = {key: change.value for change, key in KEYS.items()}
    classes, class_of = in_classes(keys, labels, ALWAYS)
    return replace(
        shown,
        measure=_(" against ").join(in_words(day) for day in days_of(comparison)),
        classes=classes,
        class_of=class_of,
        statuses=tuple(one.label for one in classes),
        status=class_of,
        lists=_lists(comparison),
    )


def days_of(comparison: Comparison) -> tuple[date, date]:
    """Return the earlier and the later date."""
    return comparison.earlier.selection.as_of, comparison.later.selection.as_of


def _lists(comparison: Comparison) -> tuple[DistrictList, ...]:
    def listed(key: str, title: str, change: Change, none: str) -> DistrictList:
        places = tuple(int(place) for place in comparison.of(change).index)
        return DistrictList(key, title, _("largest population first"), "population", none, places)

    return (
        listed(
            "gained", _("Gained"), Change.GAINED, _("No district was gained between the dates.")
        ),
        listed(
            "still", _("Still none"), Change.STILL_NONE, _("No district is without a participant.")
        ),
        listed(
            "already", _("Covered at both"), Change.ALREADY, _("No district is covered at both.")
        ),
    )


def figures_table(comparison: Comparison) -> pd.DataFrame:
    """Return the figures of both dates and the difference, under the dates as headings.

    To one decimal; the difference is that of the figures as they stand beside it.
    """
    earlier, later = (day.isoformat() for day in days_of(comparison))
    table = comparison.figures.copy()
    numbers = ["earlier", "later"]
    table[numbers] = table[numbers].astype(float).round(1)
    table["difference"] = (table["later"] - table["earlier"]).round(1)
    return table.rename(columns=FIGURE_HEADINGS | {"earlier": earlier, "later": later})


def gained_table(comparison: Comparison) -> pd.DataFrame:
    """Return the gained districts, most people first, under the headings of ``comparison``.

    Where a date has no number of participants, its status says why: no record is not a count that
    is not published.
    """
    rows = _said_of_view(comparison, comparison.of(Change.GAINED).reset_index(drop=True))
    for date_of in ("earlier", "later"):
        counts = rows[f"participants_{date_of}"].astype("Int64")
        words = rows[f"status_{date_of}"].astype(object)
        rows[f"participants_{date_of}"] = words.where(counts.isna(), counts.map("{:,}".format))
    words = _headings(comparison)
    return rows[list(words)].rename(columns=words).drop(columns="Change")


def districts_table(comparison: Comparison) -> pd.DataFrame:
    """Return every district with its change, gained ones first.

    A row a district of the list, under the headings of ``comparison``; participants at both
    dates, blank where not known.
    """
    words = _headings(comparison)
    rows = pd.concat([comparison.of(change) for change in ORDER], ignore_index=True)
    return _said_of_view(comparison, rows)[list(words)].rename(columns=words)


def _said_of_view(comparison: Comparison, rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows of districts whose statuses are called as the view calls them."""
    called = status_words(comparison.later.selection)
    dates = ["status_earlier", "status_later"]
    return rows.assign(**{column: rows[column].map(called) for column in dates})


def _headings(comparison: Comparison) -> dict[str, str]:
    earlier, later = (day.isoformat() for day in days_of(comparison))
    dates = {"earlier": earlier, "later": later}
    return {column: x.format(**dates) for column, x in headings("comparison").items()}
