"""The records that somebody of some provinces is given: the others are not in them at all.

Whatever is made of them, on any screen, in any file or message, can then not tell of another
province. There is no second place where this is looked at.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from data.records.model import Records, complete_to
from geo.districts import gazetteer
from geo.districts.larger_places import provinces_of_places
from geo.words.catalogue import _

#: Stands for a venue in a province that is not one's own.
ELSEWHERE = _("in another province")


def within(records: Records, provinces: Sequence[str]) -> Records:
    """Return the records of some provinces.

    Of attendance, the rows whose home lies in them; a home that is not recorded may be
    elsewhere, and is left out. Of trainings, those with such a row, and those that took place
    there; a venue elsewhere is not named. The records are complete up to the last of these that
    was held. Tests before and after are of a whole training, and so is what was raised at it: they
    stay where everybody of it is from there. A training elsewhere that took up what was raised is
    not named, nor is its day. Totals are then those of the provinces, and the notice says so.

    ``provinces`` are P-codes; none at all gives the whole set.
    """
    if not provinces:
        return records
    rows = records.rows
    own_homes = lies(rows.texts["adm2_pcode"].to_series(), provinces).to_numpy()
    own = own_homes[rows.codes["adm2_pcode"]]
    came = rows.taken(np.flatnonzero(own)).used("training_id")
    trainings = records.trainings
    there = lies(trainings["venue_adm2_pcode"], provinces)
    kept = trainings[trainings["training_id"].isin(came) | there].copy()
    elsewhere = ~lies(kept["venue_adm2_pcode"], provinces)
    kept.loc[elsewhere, "venue"] = ELSEWHERE
    kept.loc[elsewhere, "venue_adm2_pcode"] = ""
    limited = replace(
        records,
        as_of=complete_to(kept, records.as_of),
        notice=f"{_told(provinces)} {records.notice}",
        trainings=kept.reset_index(drop=True),
        attendance=rows.taken(np.flatnonzero(own)),
        provinces=tuple(provinces),
        rows_not_placed=0,
    )
    mixed = rows.taken(np.flatnonzero(~own)).used("training_id")
    return limited.having(_further(records, provinces, came - mixed, set(kept["training_id"])))


def own_trainings(places: pd.DataFrame, provinces: Sequence[str]) -> set[str]:
    """Return the trainings of which one place lies in some provinces, and none elsewhere.

    Parameters
    ----------
    places
        ``training_id`` and ``adm2_pcode``: where trainings took place, and the homes of who came.
        A blank is not known, and tells nothing.
    provinces
        P-codes.
    """
    known = places[places["adm2_pcode"] != ""]
    own = lies(known["adm2_pcode"], provinces)
    return set(known.loc[own, "training_id"]) - set(known.loc[~own, "training_id"])


def _further(
    records: Records, provinces: Sequence[str], whole: set[str], own: set[str]
) -> dict[str, pd.DataFrame]:
    """Return what there is beside trainings: of the ``whole`` ones tests, and what was raised.

    What was raised names none but its ``own`` trainings as what took it up.
    """
    tables = {
        name: table[lies(table["adm2_pcode"], provinces)]
        for name, table in records.further.items()
        if name in ("targets", "layers")
    }
    if records.committees is not None:
        listed = records.committees
        national = (listed["adm1_pcode"] == "") & (listed["adm2_pcode"] == "")
        own_committee = listed["adm1_pcode"].isin(provinces) | lies(listed["adm2_pcode"], provinces)
        tables["committees"] = listed[national | own_committee]
    if records.assessments is not None:
        tests = records.assessments
        tables["assessments"] = tests[tests["training_id"].isin(whole)]
    if records.inputs is not None:
        raised = records.inputs[records.inputs["training_id"].isin(whole)]
        by, day = raised["followed_up_by"], raised["followed_up_on"]
        elsewhere = ~by.isin({"", *own})
        tables["inputs"] = raised.assign(
            followed_up_by=by.mask(elsewhere, ""), followed_up_on=day.mask(elsewhere)
        )
    return {name: table.reset_index(drop=True) for name, table in tables.items()}


def lies(pcodes: pd.Series, provinces: Sequence[str]) -> pd.Series:
    """Return which places (P-codes) lie in some provinces; one not recorded lies in none."""
    place = provinces_of_places()
    own = {code for code, province in place.items() if province in provinces}
    own |= {
        code for code, parent in gazetteer.counted_in().items() if place.get(parent) in provinces
    }
    return pcodes.isin(own)


def _told(provinces: Sequence[str]) -> str:
    names = gazetteer.provinces()
    return _("Only {provinces}: all totals are of what is there.").format(
        provinces=", ".join(names[code] for code in provinces)
    )
