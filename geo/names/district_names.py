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
from typing import Any

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

    @property
    def meant(self) -> tuple[District, ...]:
        """The districts that it may be: those of an old name, or those that have the name."""
        return self.divided.districts if self.divided else self.districts


@lru_cache(maxsize=1)
def districts() -> dict[str, District]:
    """Return all districts of the file by name, those counted in another included."""
    rows: list[dict[Any, Any]] = gazetteer.rows().to_dict("records")
    codes = {row["name"]: row["adm2_pcode"] for row in rows}
    return {
        row["name"]: District(
            name=row["name"],
            adm2_pcode=row["adm2_pcode"] or codes[row["parent"]],
            adm1=row["adm1_pcode"],
            counted_in=None if row["adm2_pcode"] else row["parent"],
            since=int(row["created_year"]) if row["created_year"] and row["later"] else None,
        )
        for row in rows
    }


@lru_cache(maxsize=1)
def written() -> tuple[Written, ...]:
    """Return every name of every district, the district's own names first."""
    names = []
    columns = gazetteer.rows()[["name", "cod_name", "aliases", "aliases_unverified"]].to_numpy(str)
    for name, cod_name, *aliases in columns.tolist():
        for kind, texts in (
            ("name", dict.fromkeys([name, cod_name])),
            ("alias", (alias.strip() for alias in ";".join(aliases).split(";"))),
            ("abbreviation", _shortened(name)),
        ):
            names += [Written(text, districts()[name], kind) for text in texts if text]
    with ALIASES.open(encoding="utf-8", newline="") as lines:
        for alias in csv.DictReader(lines):
            kind = "within" if alias["kind"].startswith("within") else "alias"
            names.append(Written(alias["name"], districts()[alias["district"]], kind))
    return tuple(names)


def _shortened(name: str) -> Iterator[str]:
    """Return how the words of a name are cut to initials: D. G. Khan, T. Allahyar, Tando M. Khan.

    The last word stays, and of the words before it either all are cut or one is. Of a name and a
    direction, only the direction is cut: U. Dir.
    """
    words = name.replace("-", " ").replace(".", "").split()
    if len(words) < 2 or any(len(word) < 3 for word in words):
        return
    base = spelling.words(name)
    if "-" in spelling.joined(" ".join(base)):
        if len(base) == 2:
            yield f"{base[0]} {base[1][0]}"
            yield f"{base[1][0]} {base[0]}"
        return
    yield " ".join([*(word[0] for word in words[:-1]), words[-1]])
    for place in range(len(words) - 1):
        yield " ".join([*words[:place], words[place][0], *words[place + 1 :]])


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
    index: dict[str, dict[str, list[Written]]] = {form: defaultdict(list) for form in SCORES}
    for name in written():
        exact = name.kind == "abbreviation" or _has_initials(name.text)
        for form, key in spelling.forms(spelling.normalised(name.text)).items():
            if form == "joined" or not exact:
                index[form][key].append(name)
    for keys in index.values():
        for key, same in keys.items():
            keys[key] = [name for name in same if name.kind != "abbreviation"] or same
    return index


def _has_initials(text: str) -> bool:
    """Return whether a name is cut to initials: *R.Y. Khan*, *TT Singh*."""
    return any(len(word) < 3 and word.isascii() for word in spelling.folded(text).split())


@lru_cache(maxsize=1)
def _divided_index() -> dict[str, dict[str, Divided]]:
    return spelling.index((old.name, old) for old in divided())


@lru_cache(maxsize=1)
def _all_keys() -> dict[str, frozenset[str]]:
    """Return by form whatever is known in it, so that most names are told unknown at once."""
    known = (_index(), _divided_index(), places())
    return {form: frozenset().union(*(index[form] for index in known)) for form in SCORES}


def naming(normal: str, adm1: frozenset[str]) -> Naming | None:
    """Return what a normalised name is, or None where no form of it is known for certain.

    ``adm1`` are the provinces given with it, empty where none is. They choose between districts
    that share a name; they never make a district of a name that another province has.
    """
    forms = spelling.forms(normal)
    for form, key in forms.items():
        if key not in _all_keys()[form] or not _tells(form, key):
            continue
        naming = _in_form(form, key, adm1)
        if naming is not None:
            certain = form == "joined" or _alone(naming)
            near = form != "outline" or (certain and _near(forms, naming, adm1))
            return naming if certain and near else None
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
    named = tuple(dict.fromkeys(name.district for name in chosen))
    old, place = _divided_index()[form].get(key), _place(form, key, adm1)
    if form == "joined" and named:
        return Naming(form, named, chosen[0].kind)
    if form == "joined" and old:
        return Naming(form, divided=old)
    if not (named or old or place):
        return None
    return Naming(form, named, chosen[0].kind if chosen else "name", old, place)


def _near(forms: dict[str, str], naming: Naming, adm1: frozenset[str]) -> bool:
    """Return whether a name has the vowels of one of this outline: all but one, two in a long one.

    Urdu's unwritten vowels are guessed one by one; a name with most of them changed is another.
    And the outline of a short name is that of places abroad too (*Mardin*, *Mansoura*): with
    another vowel it is enough only within a province that is given, or with six consonants.
    Where all letters but an h are the same (*Kuzdar*), that is enough.
    """
    texts = [name.text for name in _index()["outline"].get(forms["outline"], ())]
    texts += [naming.divided.name] if naming.divided else []
    known = [spelling.forms(spelling.normalised(text)) for text in texts]
    consonants = spelling.consonants(forms["outline"])
    if not adm1 and consonants < 6:
        bare = forms["plain"].replace("h", "")
        return any(bare == other["plain"].replace("h", "") for other in known)
    apart = min(spelling.vowels_apart(forms["sound"], other["sound"]) for other in known)
    return apart <= (2 if consonants > 6 else 1)


def _place(form: str, key: str, adm1: frozenset[str]) -> Place | None:
    """Return the place of this name, unless another province is given or a district has it."""
    place = places()[form].get(key)
    if place is None or (adm1 and place.adm1 and not adm1 & place.adm1):
        return None
    if adm1 and form != "joined" and place.kind == "city" and not place.adm1:
        return None  # a city abroad, in another spelling and beside a province of here
    name = spelling.joined(spelling.normalised(place.name))
    return None if name in _index()["joined"] else place


def _alone(naming: Naming) -> bool:
    """Return whether a coarse form is that of one thing only: a district, an old name, a place.

    The coarsest form names districts and old names only, never a place.
    """
    if naming.districts and (len(naming.districts) > 1 or naming.divided or naming.place):
        return False
    return naming.form != "outline" or bool(naming.districts or naming.divided)
