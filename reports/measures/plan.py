"""A plan of trainings as values of the map: its venues, who goes where, and who is left."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from data.figures.coverage import Coverage
from data.planning.need import WITHOUT_PARTICIPANTS
from data.planning.plan import Plan
from data.records.model import CoverageStatus
from geo.districts import gazetteer
from geo.webmap.map_values import DistrictList, MapClass, MapValues, Venue

TITLE, PROVISIONAL = "Next trainings", "Next trainings, provisional"
#: The CSS keys and the words of the classes, in the order of the legend.
CLASSES = {
    "none": "no record, not taken in",
    "within": "named within a larger place, not taken in",
    "zero": "zero reported, not taken in",
    "unselected": CoverageStatus.NOT_SELECTED.value,
    "ramp1": "covered already",
    "ramp3": "taken in by this plan",
}
KEY_OF = {
    CoverageStatus.NO_RECORD: "none",
    CoverageStatus.NAMED_WITHIN: "within",
    CoverageStatus.ZERO_REPORTED: "zero",
    CoverageStatus.NOT_SELECTED: "unselected",
}
ALWAYS = ("none", "ramp1", "ramp3")


def plan_values(
    figures: Coverage, shown: MapValues, plan: Plan, *, provisional: bool = False
) -> MapValues:
    """Return the map of a plan; of ``shown``, any map of that view, each district's figures stay.

    The title of the legend says where a plan is ``provisional``: a better one is searched for.
    """
    frame = figures.districts
    taken = plan.districts[plan.districts["venue"] != ""]
    keys = _keys(frame, taken)
    classes = tuple(
        MapClass(key, label, int((keys == key).sum()))
        for key, label in CLASSES.items()
        if key in ALWAYS or (keys == key).any()
    )
    place = {one.key: number for number, one in enumerate(classes)}
    words = _words(frame, plan, taken)
    statuses = list(dict.fromkeys(words))
    names, at = gazetteer.names(), gazetteer.positions()
    venues = list(plan.venues["adm2_pcode"])
    pairs = zip(taken["adm2_pcode"], taken["venue"], strict=True)
    return replace(
        shown,
        measure=PROVISIONAL if provisional else TITLE,
        classes=classes,
        class_of=tuple(place[key] for key in keys),
        statuses=tuple(statuses),
        status=tuple(statuses.index(one) for one in words),
        lists=_lists(frame, plan, taken),
        venues=tuple(Venue(pcode, names[pcode], at[pcode], 1) for pcode in venues),
        ways=tuple((at[home], at[venue]) for home, venue in pairs if home != venue),
    )


def _keys(frame: pd.DataFrame, taken: pd.DataFrame) -> np.ndarray:
    of_status = {status.value: key for status, key in KEY_OF.items()}
    keys = np.array([of_status.get(word, "ramp1") for word in frame["status"]], dtype=object)
    keys[frame["adm2_pcode"].isin(taken["adm2_pcode"]).to_numpy()] = "ramp3"
    return keys


def _words(frame: pd.DataFrame, plan: Plan, taken: pd.DataFrame) -> list[str]:
    """Say of each district what the plan does for it; else what the records say of it."""
    names = gazetteer.names()
    words = dict(zip(frame["adm2_pcode"], frame["status"], strict=True))
    for pcode, venue, distance in taken[["adm2_pcode", "venue", "distance"]].itertuples(
        index=False
    ):
        words[pcode] = f"goes to {names[venue]}, {distance:,.0f} {plan.unit}"
    for pcode, districts in plan.venues[["adm2_pcode", "districts"]].itertuples(index=False):
        words[pcode] = f"venue of this plan: takes in {districts} districts"
    return [str(words[pcode]) for pcode in frame["adm2_pcode"]]


def _lists(frame: pd.DataFrame, plan: Plan, taken: pd.DataFrame) -> tuple[DistrictList, ...]:
    place = {pcode: number for number, pcode in enumerate(frame["adm2_pcode"])}
    left = frame[frame["status"].isin(WITHOUT_PARTICIPANTS)]
    left = left[~left["adm2_pcode"].isin(taken["adm2_pcode"])]
    left = left.assign(people=left["population"].astype("Float64").fillna(-1))
    left = left.sort_values("people", ascending=False, kind="stable")

    def listed(key: str, title: str, pcodes: Sequence[str], none: str) -> DistrictList:
        places = tuple(place[pcode] for pcode in pcodes)
        return DistrictList(key, title, "most need first; people", "population", none, places)

    return (
        listed("taken", "Taken in", list(taken["adm2_pcode"]), "The plan takes in no district."),
        listed("left", "Left out", list(left["adm2_pcode"]), "No uncovered district is left out."),
        listed("venues", "Venues", list(plan.venues["adm2_pcode"]), "The plan has no venue."),
    )
