"""Towns whose district is not told by their name, and stands beside them in their row."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from data.records.personal_data import shown
from geo.districts import gazetteer
from geo.names.match_result import A_CITY, A_TEHSIL
from geo.words.catalogue import _

#: The score of a candidate in which a place lies; of one that is only spelt alike it is lower.
LIES_IN_IT = 90.0


def lie_beside(names: pd.DataFrame) -> pd.Series:
    """Tell which names are of a town that lies in the district ``beside``, and in no other.

    ``names`` has what was found (``adm2_pcode``, ``reason``, ``candidates``), the ``answer`` of a
    person, which comes first, and a P-code ``beside``, blank where none stands there.
    """
    lying = [_lies(one) for one in names.to_dict("records")]
    return pd.Series(lying, index=names.index, dtype="bool")


def _lies(found: dict[Hashable, Any]) -> bool:
    lies = {one.adm2_pcode for one in found["candidates"] if one.score >= LIES_IN_IT}
    unknown = pd.isna(found["adm2_pcode"]) and not found["answer"] and bool(found["beside"])
    return unknown and found["reason"] in (A_CITY, A_TEHSIL) and lies == {found["beside"]}


def said_beside(names: pd.DataFrame) -> list[str]:
    """Say which towns (``in_it``) are read as the district that stands beside them."""
    words = _("“{name}” is read as {district}, in which it lies and which stands beside")
    lying = names.loc[names["in_it"], ["name", "beside"]].to_numpy().tolist()
    return [
        words.format(name=shown(name), district=gazetteer.names()[code]) for name, code in lying
    ]
