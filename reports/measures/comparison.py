"""Two dates on one map: what was covered at both, what was gained, and where there is none yet."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from data.figures.comparison import Change, Comparison
from data.records.model import in_words
from geo.webmap.map_values import DistrictList, MapClass, MapValues

#: The CSS key of each change, in the order of the legend.
KEYS = {
    Change.STILL_NONE: "none",
    Change.NAMED_WITHIN: "within",
    Change.NOT_SELECTED: "unselected",
    Change.LOST: "zero",
    Change.ALREADY: "ramp2",
    Change.GAINED: "ramp5",
}
ALWAYS = (Change.STILL_NONE, Change.ALREADY, Change.GAINED)
ORDER = (
    *(Change.GAINED, Change.LOST, Change.STILL_NONE),
    *(Change.NAMED_WITHIN, Change.ALREADY, Change.NOT_SELECTED),
)
FIGURE_HEADINGS = {"figure": "Figure", "difference": "Difference"}


def comparison_values(comparison: Comparison, shown: MapValues) -> MapValues:
    """Return the map of a comparison; of ``shown``, any map of the view, the figures are kept."""
    changes = comparison.districts["change"].to_numpy(dtype=object)
    classes = tuple(
        MapClass(key, change.value, int((changes == change.value).sum()))
        for change, key in KEYS.items()
        if change in ALWAYS or (changes == change.value).any()
    )
    place = {one.label: number for number, one in enumerate(classes)}
    statuses = [one.label for one in classes]
    return replace(
        shown,
        measure=" against ".join(in_words(day) for day in days_of(comparison)),
        classes=classes,
        class_of=tuple(place[str(word)] for word in changes),
        statuses=tuple(statuses),
        status=tuple(statuses.index(str(word)) for word in changes),
        lists=_lists(comparison),
    )


def days_of(comparison: Comparison) -> tuple[date, date]:
    """Return the earlier and the later date."""
    return comparison.earlier.selection.as_of, comparison.later.selection.as_of


def _lists(comparison: Comparison) -> tuple[DistrictList, ...]:
    def listed(key: str, title: str, change: Change, none: str) -> DistrictList:
        places = tuple(int(place) for place in comparison.of(change).index)
        return DistrictList(key, title, "most people first", "population", none, places)

    return (
        listed("gained", "Gained", Change.GAINED, "No district was gained between the dates."),
        listed(
            "still",
            "Still none",
            Change.STILL_NONE,
            "None is without a participant.",
        ),
        listed("already", "Covered at both", Change.ALREADY, "No district is covered at both."),
    )


def figures_table(comparison: Comparison) -> pd.DataFrame:
    """Return the figures of both dates and the difference, under the dates as headings."""
    earlier, later = (day.isoformat() for day in days_of(comparison))
    table = comparison.figures.copy()
    numbers = ["earlier", "later", "difference"]
    table[numbers] = table[numbers].astype(float).round(1)
    return table.rename(columns=FIGURE_HEADINGS | {"earlier": earlier, "later": later})


def districts_table(comparison: Comparison) -> pd.DataFrame:
    """Return every district with its change, gained ones first."""
    earlier, later = (day.isoformat() for day in days_of(comparison))
    headings = {
        "adm2_pcode": "P-code",
        "name": "District",
        "province": "Province",
        "population": "Population",
        "change": "Change",
        "status_earlier": f"Status {earlier}",
        "status_later": f"Status {later}",
        "participants_earlier": f"Participants {earlier}",
        "participants_later": f"Participants {later}",
    }
    order = {change.value: n for n, change in enumerate(ORDER)}
    rows = comparison.districts.assign(order=comparison.districts["change"].map(order))
    people = rows["population"].astype("Float64").fillna(-1)
    place = np.lexsort((-people.to_numpy(dtype=float), rows["order"].to_numpy()))
    return rows.iloc[place][list(headings)].rename(columns=headings).reset_index(drop=True)
