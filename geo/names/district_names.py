"""The names of the districts, in every form of spelling, and the rule when one is enough.

The names are those of the list, its aliases (``gazetteer.csv``, ``aliases.csv``), the districts
that are counted in another, abbreviations made of them, and the old names that mean several
districts today (``changes.csv``).
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from geo.districts import gazetteer
from geo.districts.larger_places import CHANGES
from geo.names import spelling
from geo.names.other_places import Place, places

ALIASES = Path(__file__).with_name("aliases.csv")

# How much of a score a coarser form of spelling keeps.
SCORES = {"joined": 100.0, "plain": 99.0, "sound": 97.0, "outline": 94.0}


@dataclass(frozen=True)
class District:
    """A district that a name means.

    ``adm2_pcode`` is the district it is counted in: its own, or that of its parent where the
    list has none for it (``counted_in`` then names the parent). ``since`` is the year it was
    made, where that is known and it was made after the list.
    """

    name: str
    adm2_pcode: str
    adm1: str
    counted_in: str | None
    since: int | None


@dataclass(frozen=True)
class Written:
    """One name of a district: ``kind`` is "name", "alias", "abbreviation" or "within"."""

    text: str
    district: District
    kind: str


@dataclass(frozen=True)
class Divided:
    """An old name that means several districts, or one that needs its province to be it."""

    name: str
    districts: tuple[District, ...]
    needs_province: bool
    what: str


@dataclass(frozen=True)
class Naming:
    """What a normalised name was found to be, in the finest form of spelling that knows it.

    ``districts`` holds one where it is told for certain; ``kind`` is how that one is written.
    """

    form: str
    districts: tuple[District, ...] = ()
    kind: str = "name"
    divided: Divided | None = None
    place: Place | None = None


@lru_cache(maxsize=1)
def districts() -> dict[str, District]:
    """Return all districts of the file by name, those counted in another included."""
    rows = gazetteer.rows()
    codes = dict(zip(rows["name"], rows["adm2_pcode"], strict=True))
    found = {}
    for name, code, adm1, parent, since, later in zip(
        rows["name"],
        rows["adm2_pcode"],
        rows["adm1_pcode"],
        rows["parent"],
        rows["created_year"],
        rows["later"],
        strict=True,
    ):
        year = int(since) if since and later else None
        found[name] = District(name, code or codes[parent], adm1, None if code else parent, year)
    return found


@lru_cache(maxsize=1)
def written() -> tuple[Written, ...]:
    """Return every name of every district, the district's own names first."""
    found = []
    for row in gazetteer.rows().to_dict("records"):
        district = districts()[str(row["name"])]
        own = dict.fromkeys(name for name in (str(row["name"]), str(row["cod_name"])) if name)
        found += [Written(name, district, "name") for name in own]
        seen = [*str(row["aliases"]).split(";"), *str(row["aliases_unverified"]).split(";")]
        found += [Written(name.strip(), district, "alias") for name in seen if name.strip()]
        short = _shortened(district.name)
        found += [Written(name, district, "abbreviation") for name in short]
    for row in pd.read_csv(ALIASES, dtype=str, keep_default_na=False).to_dict("records"):
        kind = "within" if str(row["kind"]).startswith("within") else "alias"
        found.append(Written(str(row["name"]), districts()[str(row["district"])], kind))
    return tuple(found)


def _shortened(name: str) -> Iterator[str]:
    """Return how the words of a name are cut to initials: D. G. Khan, T. Allahyar, Tando M. Khan.

    The last word stays, and of the words before it either all are cut or one is. Of a name and a
    direction, only the direction is cut: U. Dir.
    """
    told = name.replace("-", " ").replace(".", "").split()
    if len(told) < 2 or any(len(word) < 3 for word in told):
        return
    base = spelling.words(name)
    if "-" in spelling.joined(" ".join(base)):
        if len(base) == 2:
            yield f"{base[0]} {base[1][0]}"
            yield f"{base[1][0]} {base[0]}"
        return
    yield " ".join([*(word[0] for word in told[:-1]), told[-1]])
    for place in range(len(told) - 1):
        yield " ".join([*told[:place], told[place][0], *told[place + 1 :]])


@lru_cache(maxsize=1)
def divided() -> tuple[Divided, ...]:
    """Return the old names that mean several districts, or one only within its province."""
    with CHANGES.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Divided(
                row["name"],
                tuple(districts()[name] for name in row["successors"].split(";")),
                bool(row["needs_province"]),
                row["what"],
            )
            for row in csv.DictReader(lines)
        )


@lru_cache(maxsize=1)
def _index() -> dict[str, dict[str, list[Written]]]:
    """Return the names by form of spelling, then by that form.

    An abbreviation is known letter by letter only, also where it is an alias, and one made here
    not at all where it would also be that of another district.
    """
    found: dict[str, dict[str, list[Written]]] = {form: defaultdict(list) for form in SCORES}
    for name in written():
        forms = spelling.forms(spelling.normalised(name.text))
        last = 1 if name.kind == "abbreviation" or _has_initials(name.text) else len(forms)
        for form, key in list(zip(SCORES, forms, strict=True))[:last]:
            found[form][key].append(name)
    return {form: {key: _own_first(same) for key, same in of.items()} for form, of in found.items()}


def _has_initials(text: str) -> bool:
    """Return whether a name is cut to initials: *R.Y. Khan*, *TT Singh*."""
    return any(len(word) < 3 and word.isascii() for word in spelling.folded(text).split())


def _own_first(same: list[Written]) -> list[Written]:
    """Return the names of one spelling, without abbreviations where one of them is no such."""
    whole = [name for name in same if name.kind != "abbreviation"]
    return whole or same


@lru_cache(maxsize=1)
def _divided_index() -> dict[str, dict[str, Divided]]:
    found: dict[str, dict[str, Divided]] = {form: {} for form in SCORES}
    for name in divided():
        for form, key in zip(SCORES, spelling.forms(spelling.normalised(name.name)), strict=True):
            found[form].setdefault(key, name)
    return found


@lru_cache(maxsize=1)
def _all_keys() -> dict[str, frozenset[str]]:
    """Return by form whatever is known in it, so that most names are told unknown at once."""
    known = (_index(), _divided_index(), places())
    return {form: frozenset().union(*(index[form] for index in known)) for form in SCORES}


def naming(normal: str, adm1: frozenset[str]) -> Naming | None:
    """Return what a normalised name is, or None where no form of it is known for certain.

    Parameters
    ----------
    normal : str
        As ``spelling.normalised`` gives it.
    adm1 : frozenset of str
        The provinces that are given with it, empty where none is. They choose between districts
        that share a name; they never make a district of a name that another province has.
    """
    forms = spelling.forms(normal)
    for form, key in zip(SCORES, forms, strict=True):
        if key not in _all_keys()[form] or not _tells(form, key):
            continue
        found = _in_form(form, key, adm1)
        if found is not None:
            told = form == "joined" or _alone(found)
            return found if told and (form != "outline" or _near(forms, found, adm1)) else None
    return None


def _tells(form: str, key: str) -> bool:
    """Return whether a form of this length is enough to tell a name by."""
    if form == "joined":
        return bool(key)
    if not key.isascii():
        return form != "outline" and len(key) > (2 if form == "plain" else 4)
    if form == "outline":
        return spelling.consonants(key) > 3
    return len(key) > (2 if form == "plain" else 4)


def _in_form(form: str, key: str, adm1: frozenset[str]) -> Naming | None:
    same = [
        name
        for name in _index()[form].get(key, ())
        if name.kind != "within" or adm1 == {name.district.adm1}
    ]
    within = [name for name in same if name.district.adm1 in adm1]
    chosen = within or same
    found = tuple(dict.fromkeys(name.district for name in chosen))
    old, place = _divided_index()[form].get(key), _place(form, key, adm1)
    if form == "joined" and found:
        return Naming(form, found, chosen[0].kind)
    if form == "joined" and old:
        return Naming(form, divided=old)
    if not (found or old or place):
        return None
    return Naming(form, found, chosen[0].kind if chosen else "name", old, place)


def _near(forms: tuple[str, ...], found: Naming, adm1: frozenset[str]) -> bool:
    """Return whether a name has the vowels of one of this outline: all but one, two in a long one.

    Urdu's unwritten vowels are guessed one by one; a name with most of them changed is another.
    And the outline of a short name is that of places abroad too (*Mardin*, *Mansoura*): with
    another vowel it is enough only within a province that is given, or with six consonants.
    Where all letters but an h are the same (*Kuzdar*), that is enough.
    """
    key = forms[-1]
    texts = [name.text for name in _index()["outline"].get(key, ())]
    texts += [found.divided.name] if found.divided else []
    known = [spelling.forms(spelling.normalised(text)) for text in texts]
    consonants = spelling.consonants(key)
    if not adm1 and consonants < 6:
        bare = forms[1].replace("h", "")
        return any(bare == plain.replace("h", "") for _, plain, _, _ in known)
    apart = min(spelling.vowels_apart(forms[2], sound) for _, _, sound, _ in known)
    return apart <= (2 if consonants > 6 else 1)


def _place(form: str, key: str, adm1: frozenset[str]) -> Place | None:
    """Return the place of this name, unless another province is given or a district has it."""
    place = places()[form].get(key)
    if place is None or (adm1 and place.adm1 and not adm1 & place.adm1):
        return None
    if adm1 and form != "joined" and place.kind == "city" and not place.adm1:
        return None  # a city abroad, in another spelling and beside a province of here
    own = spelling.joined(spelling.normalised(place.name))
    return None if own in _index()["joined"] else place


def _alone(found: Naming) -> bool:
    """Return whether a coarse form is that of one thing only: a district, an old name, a place.

    The coarsest form names districts and old names only, never a place.
    """
    if len(found.districts) > 1 or (found.districts and found.divided):
        return False
    if found.districts and found.place:
        return False
    return found.form != "outline" or bool(found.districts or found.divided)
