"""Places of several districts, for a home that is not known more closely.

A *larger place* is a province, by its P-code (``PK6``), or several districts of one province
that share a name (``changes.csv``): a city (``PK7-Karachi``), or a district that has been divided
(``PK5-Chitral``). The hyphen and the name keep such a code apart from the P-code of a district.

``PK6-several-districts`` is of districts that have rows of their own beside it: of the others it
says nothing.

Divisions are none: which districts belong to which is recorded in no file here.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from geo.districts import gazetteer
from geo.words.catalogue import _

CHANGES = Path(__file__).with_name("changes.csv")


@dataclass(frozen=True)
class LargerPlace:
    """A place of several districts of one province."""

    code: str  #: What stands in a table in place of a district's P-code.
    name: str  #: The name on screen.
    adm1_pcode: str  #: The P-code of its province; its own ``code`` where it is a province.
    #: The P-codes of its districts, sorted; one that is made later and not in the list is in
    #: its parent. None of several districts that have rows of their own.
    districts: tuple[str, ...]
    what: str  #: What it is, as a sentence.

    @property
    def as_home(self) -> str:
        """The words for a home that is known no closer."""
        known_no_closer = _("{place}, district not known").format(place=self.name)
        return known_no_closer if self.districts else self.name


@lru_cache(maxsize=1)
def larger_places() -> dict[str, LargerPlace]:
    """Return all larger places by code: provinces, names of several districts, and the rest."""
    listed, provinces, several = gazetteer.districts(), [], []
    for code, name in gazetteer.provinces().items():
        districts = tuple(listed.loc[listed["adm1_pcode"] == code, "adm2_pcode"])
        is_one = _("{province} is a province").format(province=name)
        provinces.append(LargerPlace(code, name, code, districts, is_one))
        words = _("several districts of {province}").format(province=name)
        what = _("several districts of {province} have rows of their own").format(province=name)
        several.append(LargerPlace(several_districts(code), words, code, (), what))
    return {place.code: place for place in [*provinces, *_shared_names(), *several]}


@lru_cache(maxsize=1)
def provinces_of_places() -> dict[str, str]:
    """Return the P-code of the province of each district and larger place, by its code."""
    listed = gazetteer.districts()
    of_districts = dict(zip(listed["adm2_pcode"], listed["adm1_pcode"], strict=True))
    return of_districts | {code: place.adm1_pcode for code, place in larger_places().items()}


@lru_cache(maxsize=1)
def home_names() -> dict[str, str]:
    """Return the words for each home by its code: districts, and larger places as such."""
    return gazetteer.names() | {code: one.as_home for code, one in larger_places().items()}


def named_places() -> list[str]:
    """Return the codes of the larger places that have a name of their own, such as Karachi."""
    return [
        code
        for code, place in larger_places().items()
        if code != place.adm1_pcode and place.districts
    ]


def several_districts(adm1_pcode: str) -> str:
    """Return the code of several districts of a province that have rows of their own."""
    return f"{adm1_pcode}-several-districts"


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
