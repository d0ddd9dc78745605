"""Towns whose district is not told by their name, and stands beside them or in other rows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd

from data.records.distinct import numbered
from data.records.personal_data import shown
from geo.districts import gazetteer
from geo.names.by_name import of_seat
from geo.names.match_result import A_CITY, A_TEHSIL, Candidate
from geo.names.matching import match, match_many
from geo.names.offices.postings import is_called_alike, is_office, is_station
from geo.names.other_places import districts_of_town
from geo.names.spelling import normalised
from geo.words.catalogue import _

#: A name as it stands in a table, with its code and province, what was found and what is decided.
Name = dict[str, Any]
#: The score of a candidate in which a place lies; of one that is only spelt alike it is lower.
LIES_IN_IT = 90.0
_WITH_BRACKETS = re.compile(r"(?P<town>[^()]+?)\s*[(\[]\s*(?P<district>[^()\[\]]+?)\s*[)\]]")


def lies_in(text: str) -> Iterator[str]:
    """Yield the districts that a text is, or in which the place that it names lies."""
    found = match(text)
    if found.adm2_pcode:
        yield found.adm2_pcode
    yield from _homes(text, found.reason, found.candidates)


def is_in_one(text: str) -> bool:
    """Tell whether a text is a district, or a place in one alone: a *Saddar* is in many cities."""
    return len({*lies_in(text)}) == 1 and not is_called_alike(text)


def _homes(name: str, reason: str | None, candidates: Iterable[Candidate]) -> frozenset[str]:
    """Return the districts in which a place lies.

    Where the list has its whole name, a district whose name is among its words is none of them:
    "Nowshera Virkan" is no part of Nowshera.
    """
    near = frozenset(one.adm2_pcode for one in candidates if one.score >= LIES_IN_IT)
    own = districts_of_town(name) if reason in (A_CITY, A_TEHSIL) else frozenset()
    return own & near if own else near


def are_towns(asked: pd.DataFrame) -> pd.Series:
    """Tell of each row whether its name, in its province, may be of a town in some district.

    ``asked`` has ``name`` and ``province``. Of others it does not matter what stands beside them,
    which would only make more rows different.
    """
    number = numbered(asked[["name", "province"]])
    different = asked[~number.duplicated()]
    reasons = match_many(different["name"], different["province"])["reason"]
    return number.map(reasons.isin([A_CITY, A_TEHSIL]))


def lie_beside(names: Sequence[Name], *, of_towns: bool = False) -> list[str]:
    """Return the district in which each name of a town lies, and in no other; else blank.

    It stands ``beside`` the town, in brackets behind it, or is named itself in another row; or the
    town is its seat, and lies in no other. In a column ``of_towns``, as tehsils or postings by its
    name, nothing else needs to tell it, but of an office in a town that is no police station. A
    *Saddar*, of which many cities have one, lies there where another row does.

    ``names`` has what was found (``adm2_pcode``, ``reason``, ``candidates``), the ``answer`` of a
    person, which comes first, and a P-code ``beside``, blank where none stands there.
    """
    told = frozenset(one["adm2_pcode"] for one in names if one["adm2_pcode"])
    alike = [is_called_alike(one["name"]) for one in names]
    alone = [of_towns and (is_station(one["name"]) or not is_office(one["name"])) for one in names]
    lying = [_lies(one, None if own and not other else told)
             for one, own, other in zip(names, alone, alike, strict=True)]  # fmt: skip
    told |= {*lying} - {""}
    return [_lies(one, told) if of_towns and other else lies
            for one, other, lies in zip(names, alike, lying, strict=True)]  # fmt: skip


def _lies(found: Name, told: frozenset[str] | None) -> str:
    unknown = found["adm2_pcode"] is None and not found["answer"]
    if not unknown or found["reason"] not in (A_CITY, A_TEHSIL):
        return ""
    # What is among its words is no other district: "Pindi Bhattian (Hafizabad)" has none in Pindi.
    if own := _in_brackets(found["name"]):
        return own
    lies = _homes(found["name"], found["reason"], found["candidates"])
    if not found["beside"] and lies == of_seat(normalised(found["name"])):
        told = None  # the seat of a district, and no place of another
    beside = {found["beside"]} if found["beside"] else told
    return "".join(lies if beside is None else lies & beside) if len(lies) == 1 else ""


def _in_brackets(name: str) -> str:
    """Return the district in brackets behind a town: "Taftan (Chaghi)".

    Of two towns of one name it tells which is meant: "Kahuta (Haveli)" is not that of Rawalpindi.
    """
    parts = _WITH_BRACKETS.fullmatch(name.strip())
    if not parts:
        return ""
    town, district = (match(parts[one], alike=False) for one in ("town", "district"))
    lies = {one.adm2_pcode for one in town.candidates if one.score >= LIES_IN_IT}
    return district.adm2_pcode if district.adm2_pcode in lies else ""


def said_beside(names: Sequence[Name]) -> list[str]:
    """Say which towns are read as the district, ``lies_in``, that is told beside them or below."""
    beside = _("“{name}” is read as {district}, in which it lies and which stands beside")
    other = _("“{name}” is read as {district}, in which it lies and which other rows name")
    alone = _("“{name}” is read as {district}, in which it lies")
    told = {one["adm2_pcode"] for one in names if not one["lies_in"]}
    return [
        (beside if one["beside"] else other if one["lies_in"] in told else alone).format(
            name=shown(one["name"]), district=gazetteer.names()[one["lies_in"]]
        )
        for one in names
        if one["lies_in"]
    ]
