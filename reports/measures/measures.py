"""What a map can show of each district, in which classes, and the lists that go with it."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.figures.coverage import Coverage, coverage
from data.figures.kept import kept_with_figures
from data.figures.provenance import homes_of, training_figures
from data.figures.selection import whole
from data.planning.need import Thin
from data.records.model import REACHED, CoverageStatus, Records
from geo.districts import gazetteer
from geo.webmap.map_values import DistrictList, MapClass, MapValues, Venue
from geo.words.catalogue import _
from reports.words.counts import plain_counts
from reports.words.selection import status_words

#: The most classes that a reader tells apart on a ramp of one hue.
MOST_CLASSES = 5

#: The CSS key and the words of the classes that are not an amount, in the order of the legend.
STATUS_CLASSES = (
    (CoverageStatus.NO_RECORD, "none"),
    (CoverageStatus.NAMED_WITHIN, "within"),
    (CoverageStatus.ZERO_REPORTED, "zero"),
    (CoverageStatus.COUNT_NOT_PUBLISHED, "unknown"),
    (CoverageStatus.NOT_SELECTED, "unselected"),
)
#: In the legend also when no district is in it, so that a reader knows it exists.
NO_RECORD = "none"


@dataclass(frozen=True)
class Measure:
    """One thing that the map can show.

    Attributes
    ----------
    key, short
        The word for it in an address, and on a button.
    title
        Its name over the legend, with its unit.
    column
        The column of ``Coverage.districts``; None where the map shows the status only.
    fixed_bounds
        The upper bound of each class where they are not taken from the data.
    """

    key: str
    short: str
    title: str
    column: str | None
    fixed_bounds: tuple[float, ...] = ()


#: The first is shown where nobody has chosen. Counts favour large districts where areas are
#: filled, so they come last.
MEASURES = (
    Measure("status", _("Status"), _("Coverage status"), None),
    Measure(
        "per_million",
        _("Per million people"),
        _("Participants per million people of the district"),
        "participants_per_million",
    ),
    Measure(
        "agencies",
        _("Agencies"),
        _("Committee agencies with a participant, of 6"),
        "agencies",
        fixed_bounds=(Thin().agencies - 1, 3, 4, 5, 6),
    ),
    Measure("trainings", _("Trainings"), _("Trainings attended from the district"), "trainings"),
    Measure(
        "participants",
        _("Participants"),
        _("Participants who serve in the district"),
        "participants",
    ),
)


#: What is said of the districts from which nobody is recorded at a training.
NOBODY = _("nobody recorded from here")
LIST_TITLES = {"without": "Others", "reached": "Came from", "within": _("Named within")}
#: By records and key of a measure: made once, and let go with the records.
_BOUNDS: WeakKeyDictionary[Records, dict[str, tuple[float, ...]]] = WeakKeyDictionary()


def measure(key: str) -> Measure:
    """Return the measure of a key; raises ``KeyError`` where there is none."""
    return {one.key: one for one in MEASURES}[key]


def class_bounds(records: Records, shown: Measure) -> tuple[float, ...]:
    """Return the upper bound of each class of a measure, ascending.

    The bounds are of the whole of the records (Fisher and Jenks' natural breaks), so that a
    colour means the same under every filter and at every date. Empty where nothing is counted.
    """
    if shown.fixed_bounds or shown.column is None:
        return shown.fixed_bounds
    bounds = _BOUNDS.setdefault(records, {})
    if shown.key not in bounds:
        amounts = coverage(records, whole(records)).districts[shown.column].astype("Float64")
        values = amounts[amounts > 0].to_numpy(dtype=float)
        distinct = np.unique(values)
        few = len(distinct) <= MOST_CLASSES
        bounds[shown.key] = (
            tuple(distinct.tolist())
            if few
            else _without_single_districts(values, natural_breaks(values))
        )
    return bounds[shown.key]


def _without_single_districts(values: NDArray, bounds: tuple[float, ...]) -> tuple[float, ...]:
    """Join a class that holds one district to the one whose values lie nearer."""
    while len(bounds) > 1:
        counts = np.bincount(np.searchsorted(bounds, values), minlength=len(bounds))
        if counts.min() > 1:
            break
        alone = int(counts.argmin())
        means = [values[np.searchsorted(bounds, values) == n].mean() for n in range(len(bounds))]
        beside = [n for n in (alone - 1, alone + 1) if 0 <= n < len(bounds)]
        nearer = min(beside, key=lambda n: abs(means[n] - means[alone]))
        joined = min(alone, nearer)  # its upper bound goes
        bounds = (*bounds[:joined], *bounds[joined + 1 :])
    return bounds


def natural_breaks(values: NDArray) -> tuple[float, ...]:
    """Return the upper bounds of the classes whose values lie closest to their class's mean.

    The least sum of squares there is, by Fisher's dynamic programme over the distinct values,
    of which there are at least ``MOST_CLASSES``.
    """
    distinct, counts = np.unique(values, return_counts=True)
    from_mean = distinct - values.mean()  # sums of squares keep more digits near zero
    number, total, squares = (np.append(0, np.cumsum(counts * from_mean**n)) for n in range(3))
    # spread[i, j]: the squared distances from their mean of the values i to j, were they a class.
    number, total, squares = (sums[1:] - sums[:-1, None] for sums in (number, total, squares))
    spread = np.where(number > 0, squares - total**2 / np.maximum(number, 1), np.inf)
    least, before = spread[0], []  # of the values up to j in one class; then in one class more
    for _class in range(1, MOST_CLASSES):
        spreads = least[:-1, None] + spread[1:]
        before.append(spreads.argmin(axis=0))
        least = spreads.min(axis=0)
    ends = [len(distinct) - 1]
    for last in reversed(before):
        ends.append(last[ends[-1]])
    return tuple(distinct[ends[::-1]].tolist())


@kept_with_figures
def map_values(figures: Coverage, shown: Measure, selected: str | None = None) -> MapValues:
    """Return what the map shows of a Coverage.

    The measure is ``shown`` in the classes of ``class_bounds``; ``selected`` is the P-code of the
    district whose profile is open.
    """
    frame, bounds = figures.districts, class_bounds(figures.records, shown)
    called = status_words(figures.selection)
    keys, labels = _class_keys(frame, shown, bounds), _class_labels(shown, bounds, called)
    always = [key for key in labels if key == NO_RECORD or key.startswith("ramp")]
    classes, class_of = in_classes(keys.tolist(), labels, always)
    words = [status.value for status in CoverageStatus]
    return MapValues(
        measure=shown.title,
        classes=classes,
        class_of=class_of,
        statuses=tuple(called.values()),
        status=tuple(words.index(status) for status in frame["status"]),
        participants=tuple(plain_counts(frame["participants"])),
        trainings=tuple(frame["trainings"].tolist()),
        agencies=tuple(frame["agencies"].tolist()),
        lists=_lists(figures, shown),
        venues=venues(figures),
        provinces=figures.selection.provinces,
        selected=selected,
    )


def _class_keys(frame: pd.DataFrame, shown: Measure, bounds: tuple[float, ...]) -> NDArray:
    """Return each district's class: its status, or a step of the ramp where it has an amount."""
    of_status = {status.value: key for status, key in STATUS_CLASSES}
    keys = np.array([of_status.get(word, "ramp4") for word in frame["status"]], dtype=object)
    if shown.column is None:
        return keys
    amounts = frame[shown.column].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    steps = np.searchsorted(np.asarray(bounds, dtype=float), amounts)
    reached = frame["status"].isin(REACHED).to_numpy() & (amounts > 0)
    keys[reached] = np.array([_ramp(step, len(bounds)) for step in steps[reached]], dtype=object)
    keys[(keys == "ramp4") & ~reached] = "unknown"  # covered, but this figure is not known
    return keys


def _ramp(step: int, classes: int) -> str:
    """Spread fewer classes than the ramp has over the whole of it."""
    if classes <= 1:
        return f"ramp{MOST_CLASSES - 1}"
    return f"ramp{1 + round(step * (MOST_CLASSES - 1) / (classes - 1))}"


def _class_labels(
    shown: Measure, bounds: tuple[float, ...], called: Mapping[CoverageStatus, str]
) -> dict[str, str]:
    """Return the words of every class of the legend, from least to most."""
    words = {key: called[status] for status, key in STATUS_CLASSES}
    if shown.column == "participants_per_million":
        words["unknown"] = _("count or population not known")
    if shown.column is None:
        return {**words, "ramp4": CoverageStatus.COVERED.value}
    # As many digits as tell every two bounds apart.
    digits = next(
        n for n in range(1, 12) if len({f"{one:.{n}f}" for one in (0.0, *bounds)}) > len(bounds)
    )
    for step, (lower, upper) in enumerate(pairwise((0.0, *bounds))):
        first, last = int(lower) + 1, int(upper)
        whole_numbers = f"{first:,}" if first == last else f"{first:,}\u2013{last:,}"
        shares = _("over {lower} to {upper}").format(
            lower=f"{lower:,.{digits}f}", upper=f"{upper:,.{digits}f}"
        )
        per_million = shown.column == "participants_per_million"
        words[_ramp(step, len(bounds))] = shares if per_million else whole_numbers
    return words


def training_values(records: Records, training_id: str) -> MapValues:
    """Return the home districts of a training, with a line from each to the venue."""
    figures = training_figures(records, training_id)
    values = map_values(figures, measure("participants"))
    positions = gazetteer.positions()
    homes = [positions[home] for home in homes_of(figures) if home in positions]
    ways = tuple((home, venue.at) for venue in values.venues for home in homes if home != venue.at)
    return replace(
        values,
        measure=_("Participants of this training by home district"),
        # No record means here: of this training, and not of the district.
        classes=tuple(replace(x, label=NOBODY) if x.key == "none" else x for x in values.classes),
        lists=tuple(replace(one, title=LIST_TITLES[one.key]) for one in values.lists[::-1]),
        ways=ways,
        choosable=False,  # all of the training is shown, whatever is selected
    )


def in_classes(
    keys: Sequence[str], labels: Mapping[str, str], always: Container[str]
) -> tuple[tuple[MapClass, ...], tuple[int, ...]]:
    """Return the classes of a legend, and the place among them of each district's class.

    Classes stand in the order of ``labels``, without those that are empty unless ``always`` shown.
    """
    counts = Counter(keys)
    classes = tuple(
        MapClass(key, label, counts[key])
        for key, label in labels.items()
        if counts[key] or key in always
    )
    place = {one.key: number for number, one in enumerate(classes)}
    return classes, tuple(place[key] for key in keys)


def _title_without(figures: Coverage) -> str:
    """Return what the districts without a participant are called, as the headline says of them."""
    if figures.mostly_together:
        return _("Not named")
    return _("No one on record") if figures.selection.is_of_part else _("Not covered")


def _lists(figures: Coverage, shown: Measure) -> tuple[DistrictList, ...]:
    frame = figures.districts
    column = shown.column if shown.column in ("participants", "trainings", "agencies") else None
    figure = column or "participants"
    without = frame["status"].isin([CoverageStatus.NO_RECORD, CoverageStatus.ZERO_REPORTED])
    within = frame["status"] == CoverageStatus.NAMED_WITHIN
    lists = (
        DistrictList(
            key="without",
            title=_title_without(figures),
            order=_("largest population first"),
            figure="population",
            none=_("Every selected district has a participant."),
            places=most_first(frame["population"], without),
        ),
        DistrictList(
            key="reached",
            title=_("Covered"),
            order=_("most {figure} first").format(figure=figure),
            figure=figure,
            none=_("No district in this selection. Choose a later date or fewer filters."),
            places=most_first(frame[figure], frame["status"].isin(REACHED)),
        ),
        DistrictList(
            key="within",
            title=_("Named within"),
            order=_("of a larger place, which is not known; largest population first"),
            figure="population",
            none="",
            places=most_first(frame["population"], within),
        ),
    )
    return lists if within.any() else lists[:2]


def most_first(amounts: pd.Series, kept: pd.Series) -> tuple[int, ...]:
    """Return the places of the districts that are kept, those of an unknown amount last."""
    chosen = amounts.astype("Float64").fillna(-1)[kept]
    places = chosen.sort_values(ascending=False, kind="stable").index
    return tuple(int(place) for place in places)


def venues(figures: Coverage) -> tuple[Venue, ...]:
    """Return the districts in which the trainings of a view took place, fewest first."""
    names, positions = gazetteer.names(), gazetteer.positions()
    counts = figures.venues.sort_values(kind="stable")
    return tuple(
        Venue(pcode=pcode, name=names[pcode], at=positions[pcode], trainings=int(count))
        for pcode, count in zip(counts.index.astype(str), counts, strict=True)
    )
