"""Places of several districts, for a home that is not known more closely.

A *larger place* is a province, by its P-code (``PK6``), or several districts of one province
that share a name (``changes.csv``): a city (``PK7-Karachi``), or a district that has been divided
(``PK5-Chitral``). The hyphen and the name keep such a code apart from the P-code of a district.

Divisions are none: which districts belong to which is recorded in no file here.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from geo.districts import gazetteer

CHANGES = Path(__file__).with_name("changes.csv")


@dataclass(frozen=True)
class LargerPlace:
    """A place of several districts of one province.

    Attributes
    ----------
    code
        What stands in a table in place of a district's P-code.
    name
        The name on screen.
    adm1_pcode
        The P-code of its province; its own ``code`` where it is a province.
    districts
        The P-codes of its districts, sorted; one that is made later and not in the list is in
        its parent.
    what
        What it is, as a sentence.
    """

    code: str
    name: str
    adm1_pcode: str
    districts: tuple[str, ...]
    what: str


@lru_cache(maxsize=1)
def larger_places() -> dict[str, LargerPlace]:
    """Return all larger places by code: the provinces, then the names of several districts."""
    places = [*_provinces(), *_shared_names()]
    return {place.code: place for place in places}


@lru_cache(maxsize=1)
def provinces_of_places() -> dict[str, str]:
    """Return the P-code of the province of each district and larger place, by its code."""
    listed = gazetteer.districts()
    of_districts = dict(zip(listed["adm2_pcode"], listed["adm1_pcode"], strict=True))
    return of_districts | {code: place.adm1_pcode for code, place in larger_places().items()}


def _provinces() -> list[LargerPlace]:
    listed = gazetteer.districts()
    return [
        LargerPlace(
            code,
            name,
            code,
            tuple(listed.loc[listed["adm1_pcode"] == code, "adm2_pcode"]),
            f"{name} is a province",
        )
        for code, name in gazetteer.provinces().items()
    ]


def _shared_names() -> list[LargerPlace]:
    """Read the names of several districts; the first of those that mean the same stands."""
    rows = gazetteer.rows().set_index("name")
    codes = rows["adm2_pcode"].to_dict()
    parents, provinces = rows["parent"].to_dict(), rows["adm1_pcode"].to_dict()
    with CHANGES.open(encoding="utf-8", newline="") as lines:
        changes = [row for row in csv.DictReader(lines) if ";" in row["successors"]]
    places: dict[str, LargerPlace] = {}
    for change in changes:
        names = change["successors"].split(";")
        districts = tuple(sorted({codes[name] or codes[parents[name]] for name in names}))
        province, name = provinces[names[0]], change["name"]
        code = f"{province}-{name.replace(' ', '-')}"
        place = LargerPlace(code, name, province, districts, change["what"])
        places.setdefault(change["successors"], place)
    return list(places.values())
