"""A plan of trainings as values of the map: its venues, who goes where, and who is left."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from data.figures.coverage import Coverage
from data.figures.selection import Selection
from data.planning.plan import Plan
from data.records.model import WITHOUT_PARTICIPANTS, CoverageStatus
from geo.districts import gazetteer
from geo.webmap.map_values import DistrictList, MapValues, Venue
from geo.words.catalogue import _
from reports.measures.measures import in_classes, most_first
from reports.words.counts import counted
from reports.words.selection import status_words

TITLE, PROVISIONAL = _("Next trainings"), _("Next trainings, provisional")
#: The CSS keys and the words of the classes, in the order of the legend.
CLASSES = {
    "none": "",  # as the view calls a district that it has no record of (``_labels``)
    "within": _("named within a larger place, not reached by this plan"),
    "zero": _("zero reported, not reached by this plan"),
    "unselected": CoverageStatus.NOT_SELECTED.value,
    "ramp1": _("covered already"),
    "ramp3": _("reached by this plan"),
}
KEY_OF = {
    CoverageStatus.NO_RECORD: "none",
    CoverageStatus.NAMED_WITHIN: "within",
    CoverageStatus.ZERO_REPORTED: "zero",
    CoverageStatus.NOT_SELECTED: "unselected",
}
ALWAYS = ("none", "ramp1", "ramp3")


def plan_values(
    figures: Coverage, shown: MapValues, plan: Plan, *, by_score: bool, provisional: bool = False
) -> MapValues:
    """Return the map of a plan; of ``shown``, any map of that view, each district's figures stay.

    ``by_score`` says whether the need of the plan is a score, else it is people. The title of the
    legend says where a plan is ``provisional``: a better one is searched for.
    """
    frame = figures.districts
    taken = plan.districts[plan.districts["venue"] != ""]
    keys = frame["status"].map(KEY_OF).fillna("ramp1")
    keys = keys.mask(frame["adm2_pcode"].isin(taken["adm2_pcode"]), "ramp3")
    called = status_words(figures.selection)
    classes, class_of = in_classes(keys.tolist(), _labels(figures.selection), ALWAYS)
    words = _words(frame.assign(status=frame["status"].map(called)), plan, taken)
    statuses = list(dict.fromkeys(words))
    names, at = gazetteer.names(), gazetteer.positions()
    venues = list(plan.venues["adm2_pcode"])
    pairs = zip(taken["adm2_pcode"], taken["venue"], strict=True)
    return replace(
        shown,
        measure=PROVISIONAL if provisional else TITLE,
        classes=classes,
        class_of=class_of,
        statuses=tuple(statuses),
        status=tuple(statuses.index(one) for one in words),
        lists=_lists(frame, plan, taken, by_score),
        venues=tuple(Venue(pcode, names[pcode], at[pcode], 1) for pcode in venues),
        ways=tuple((at[home], at[venue]) for home, venue in pairs if home != venue),
    )


def _labels(selection: Selection) -> dict[str, str]:
    """Return the words of the classes: others may have been trained from a part's districts."""
    without = status_words(selection)[CoverageStatus.NO_RECORD]
    none = _("{no_record}, not reached by this plan").format(no_record=without)
    here = {"ramp1": _("on record in this selection")} if selection.is_of_part else {}
    return CLASSES | {"none": none} | here


def _words(frame: pd.DataFrame, plan: Plan, taken: pd.DataFrame) -> list[str]:
    """Say of each district what the plan does for it; else what the records say of it."""
    names = gazetteer.names()
    words = dict(zip(frame["adm2_pcode"], frame["status"], strict=True))
    for pcode, venue, distance in taken[["adm2_pcode", "venue", "distance"]].itertuples(
        index=False
    ):
        words[pcode] = _("goes to {names}, {distance:,.0f} {unit}").format(
            names=names[venue], distance=distance, unit=plan.unit
        )
    for pcode, districts in plan.venues[["adm2_pcode", "districts"]].itertuples(index=False):
        words[pcode] = _("venue of this plan: reaches {districts}").format(
            districts=counted(int(districts), "district", "districts")
        )
    return [str(words[pcode]) for pcode in frame["adm2_pcode"]]


def _lists(
    frame: pd.DataFrame, plan: Plan, taken: pd.DataFrame, by_score: bool
) -> tuple[DistrictList, ...]:
    by_people = _("largest population first")
    by_need = _("highest need first; population") if by_score else by_people
    of_venues = (
        _("venues of the highest need first; population of the venue's own district")
        if by_score
        else _("venues of the most people first; population of the venue's own district")
    )
    place = {pcode: number for number, pcode in enumerate(frame["adm2_pcode"])}
    left = frame["status"].isin(WITHOUT_PARTICIPANTS)
    left &= ~frame["adm2_pcode"].isin(taken["adm2_pcode"])

    def listed(key: str, title: str, order: str, places: Iterable[int], none: str) -> DistrictList:
        return DistrictList(key, title, order, "population", none, tuple(places))

    districts = [place[pcode] for pcode in taken["adm2_pcode"]]
    venues = [place[pcode] for pcode in plan.venues["adm2_pcode"]]
    left_out = most_first(frame["population"], left)
    return (
        listed("taken", _("In this plan"), by_need, districts, _("The plan reaches no district.")),
        listed(
            "left",
            _("Not in this plan"),
            by_people,
            left_out,
            _("The plan reaches every district that it is for."),
        ),
        listed("venues", _("Venues"), of_venues, venues, _("The plan has no venue.")),
    )
