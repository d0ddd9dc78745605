"""The need of districts as values of the map: the score in fifths, and what has none."""

import math
from bisect import bisect_left
from dataclasses import replace

import pandas as pd

from data.figures.coverage import Coverage
from data.figures.selection import Selection
from data.planning.need import THIN, UNCOVERED, WITHIN
from data.records.model import CoverageStatus
from geo.districts import gazetteer
from geo.webmap.map_values import DistrictList, MapValues
from geo.words.catalogue import _
from reports.measures.measures import in_classes
from reports.words.selection import of_view, status_words

TITLE = _("Need, 0 to 1")
#: The upper bounds of the classes; always these, so that a colour means one score in every view.
BOUNDS = (0.2, 0.4, 0.6, 0.8, 1.0)
#: The CSS keys and the words of the classes, in the order of the legend.
CLASSES = {
    "none": _("no one on record, need not scored"),
    "within": CoverageStatus.NAMED_WITHIN.value,
    "unselected": CoverageStatus.NOT_SELECTED.value,
    "unknown": _("thin, need not scored"),
    "zero": _("covered, no need scored"),
    **{f"ramp{n}": f"{(n - 1) / 5:.1f}\u2013{n / 5:.1f}" for n in range(1, 6)},
}
KEY_OF = {
    CoverageStatus.NOT_SELECTED: "unselected",
    CoverageStatus.NAMED_WITHIN: "within",
}
#: Stands for the nearest past venue where the records have none yet.
NO_VENUE = _("no venue yet")
#: In the legend also when no district is in it.
ALWAYS = ("none", "zero")


def named_as_in_view(figures: Coverage, in_need: pd.DataFrame) -> pd.DataFrame:
    """Return districts in need with ``kind`` and ``why`` as the view calls them.

    ``in_need``: rows of ``data.planning.need.need``. Where others may have been trained from a
    district than those of the view, it is not said to be uncovered, and few are said to be few
    of the view.
    """
    if not figures.selection.is_of_part:
        return in_need
    called = {status.value: words for status, words in status_words(figures.selection).items()}
    of_whom = of_view(figures.selection)
    few = [_("{few} {of_whom}").format(few=why, of_whom=of_whom) for why in in_need["why"]]
    return in_need.assign(
        kind=in_need["kind"].replace({UNCOVERED: _("no one on record here")}),
        why=in_need["why"].replace(called).mask(in_need["kind"] == THIN, few),
    )


def past_venue_names(in_need: pd.DataFrame) -> pd.Series:
    """Return the nearest past venue district of each district in need, in words where none is.

    Past: of all trainings up to the day of the view, whatever it filters.
    """
    return in_need["nearest_venue"].map(gazetteer.names()).fillna(NO_VENUE)


def none_in_need(selection: Selection) -> str:
    """Say that a view has no district in need."""
    if selection.is_of_part:
        return _("Every district has someone on record in this selection, and none is thin.")
    return _("No district of this selection is uncovered or thin.")


def need_values(figures: Coverage, shown: MapValues, in_need: pd.DataFrame) -> MapValues:
    """Return the map of need; of ``shown``, any map of that view, each district's figures stay.

    ``shown`` is any map of the view, ``in_need`` the districts of ``data.planning.need.need``.
    """
    frame = figures.districts
    keys = dict(zip(frame["adm2_pcode"], frame["status"].map(KEY_OF).fillna("zero"), strict=True))
    scored = in_need[in_need["kind"] != WITHIN]
    scores = scored["score"].where(scored["rank"].notna()).astype(float)
    for pcode, kind, score in zip(scored["adm2_pcode"], scored["kind"], scores, strict=True):
        without = "unknown" if kind == THIN else "none"  # the hatch is of who is not covered
        keys[pcode] = without if math.isnan(score) else _step(score)
    classes, class_of = in_classes(list(keys.values()), CLASSES, ALWAYS)
    lists = (*_lists(figures, in_need), *shown.lists)
    return replace(shown, measure=TITLE, classes=classes, class_of=class_of, lists=lists)


def _step(score: float) -> str:
    return f"ramp{min(bisect_left(BOUNDS, score) + 1, len(BOUNDS))}"


def _lists(figures: Coverage, in_need: pd.DataFrame) -> tuple[DistrictList, ...]:
    """Return the districts in need, and those of which something is not known."""
    place = {pcode: number for number, pcode in enumerate(gazetteer.names())}
    in_need = named_as_in_view(figures, in_need[in_need["kind"] != WITHIN])  # those have a list
    apart = in_need["rank"].isna()

    def listed(key: str, title: str, order: str, districts: pd.DataFrame) -> DistrictList:
        places = tuple(place[pcode] for pcode in districts["adm2_pcode"])
        none = none_in_need(figures.selection)
        if len(in_need):
            none = _("No district is ranked: {reason}.").format(
                reason=in_need["not_ranked"].iloc[0]
            )
        thin = districts["why"].where(districts["kind"] == THIN, "")
        notes = tuple(_("thin: {why}").format(why=why) if why else "" for why in thin)
        return DistrictList(key, title, order, "population", none, places, notes)

    order = _("highest need first; population")
    if (in_need["kind"] == THIN).any():
        few = _("; thin: reached, by few agencies or participants")
        if figures.selection.is_of_part:
            few = _("; thin: few agencies or participants in this selection")
        order += few
    ranked = listed("need", _("By need"), order, in_need[~apart])
    if not apart.any():
        return (ranked,)
    order = _("by name; something is not known, so they have no rank")
    return ranked, listed("apart", _("Not ranked"), order, in_need[apart])
