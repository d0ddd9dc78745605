"""What a written name says by itself and with its province: a district, or why it is none.

The name is tried whole; then without the words that say *tribal district*; without a province
that stands beside it; by the word that makes another kind of place of it; as two names of one
district (*Tharparkar Mithi*); and in its parts (*Kech (Turbat)*, *Lahore / Kasur*). What is still
unknown is a question for ``likeness``.
"""

import datetime
import re
from dataclasses import replace
from functools import lru_cache

from geo.districts import gazetteer
from geo.names import district_names, other_places, spelling
from geo.names.district_names import District, Naming
from geo.names.match_result import (
    AMBIGUOUS,
    BLANK,
    IN_PARENT,
    PROVINCE_DISAGREES,
    UNKNOWN,
    Candidate,
    Match,
    candidate,
    unmatched,
)
from geo.names.other_places import Province

# A note mark after a name: a star, a dagger, a raised digit, a number in square brackets.
_NOTE_MARK = re.compile(r"[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\w{1,2}\]")
_PARTS = re.compile(r"[/\\,;:|()\[\]{}+&–—،؛\n]|-|\b(?:and|or|at|und|et)\b|@|اور", re.IGNORECASE)
_TRIBAL_WORDS = frozenset(
    ["tribal", "merged", "newly", "nmd", "agency", "former", "erstwhile", "ex", "ایجنسی", "قبایلی"]
)
# The score of a district that a person is asked about because its name is there, but not alone.
_NAMED = 90.0


def read_name(written: str, province: Province, on: datetime.date | None) -> Match:
    """Return what a written name says.

    Parameters
    ----------
    written : str
        The name as it was written, without a P-code beside it.
    province : Province
        The province given with it; ``Province()`` where none is.
    on : datetime.date or None
        The date the record speaks of. A district counted in another was a part of it before the
        year it was made, and its name then is no name of a district.

    Returns
    -------
    Match
        ``unknown`` without candidates where nothing is known of the name.
    """
    written = _NOTE_MARK.sub(" ", written)
    normal = spelling.normalised(written)
    if not normal:
        return unmatched(BLANK)
    return (
        _words(normal, province, on)
        or _parts(written, province, on)
        or unmatched(UNKNOWN, note=_not_understood(province))
    )


def _words(normal: str, province: Province, on: datetime.date | None) -> Match | None:
    return (
        _whole(normal, province, on)
        or _tribal(normal, province, on)
        or _with_province(normal, province, on)
        or _other_unit(normal, province)
        or _named_twice(normal, province, on)
    )


def _not_understood(province: Province) -> str:
    return "the province is another country" if province.foreign else ""


def _whole(normal: str, province: Province, on: datetime.date | None) -> Match | None:
    found = district_names.naming(normal, province.codes)
    if found is None:
        return None
    if found.divided:
        return _divided(found, province, on)
    if len(found.districts) == 1:
        return _district(found.districts[0], found, province, on)
    if found.districts:
        listed = " and ".join(district.name for district in found.districts)
        shared = tuple(_may_be(district, "has this name too") for district in found.districts)
        return unmatched(AMBIGUOUS, f"a name of {listed}: its province tells which", shared)
    return _place(found.place) if found.place else None


def _divided(found: Naming, province: Province, on: datetime.date | None) -> Match:
    old = found.divided
    assert old is not None  # noqa: S101  the caller has looked
    if old.needs_province and len(old.districts) == 1 and old.districts[0].adm1 in province.codes:
        return _district(old.districts[0], found, province, on)
    listed = ", ".join(district.name for district in old.districts)
    note = f"{old.what}: it may be {listed}"
    once = {district.adm2_pcode: district for district in reversed(old.districts)}
    meant = sorted(once.values(), key=old.districts.index)
    return unmatched(AMBIGUOUS, note, tuple(_may_be(one, old.what) for one in meant))


def _district(
    district: District, found: Naming, province: Province, on: datetime.date | None
) -> Match:
    """Return the district as found, unless its province or the date speaks against it."""
    score = district_names.SCORES[found.form]
    if province.foreign or (province.codes and district.adm1 not in province.codes):
        lies = gazetteer.provinces()[district.adm1]
        note = f"{district.name} is in {lies}"
        return unmatched(PROVINCE_DISAGREES, note, (_may_be(district, note),))
    if province.tribal and district.name in other_places.FRONTIER_REGIONS:
        note = f"in the former FATA, {district.name} may be the frontier region of that name"
        return unmatched(AMBIGUOUS, note, (_may_be(district, note),))
    if on and district.since and on.year < district.since:
        note = f"{district.name} was made a district in {district.since}"
        return unmatched("names a tehsil", note, (_may_be(district, note),))
    if district.counted_in is None:
        named = found.kind == "name" and found.divided is None
        return Match(district.adm2_pcode, "exact" if named else "alias", score)
    made = f" (made in {district.since})" if district.since else ""
    note = f"{district.name}{made} has no P-code in {gazetteer.VINTAGE}"
    note += f": counted in {district.counted_in}"
    return Match(district.adm2_pcode, "successor", score, IN_PARENT, note)


def _may_be(district: District, why: str) -> Candidate:
    if district.counted_in:
        why = f"{district.name} is counted in it"
    return candidate(district.adm2_pcode, _NAMED, why)


def _names_a(kind: str) -> str:
    return f"names {other_places.ARTICLE[kind]}"


def _place(place: other_places.Place) -> Match:
    lies_in = tuple(candidate(code, _NAMED, f"{place.name} lies in it") for code in place.lies_in)
    if place.kind == "division":
        seat = district_names.naming(
            spelling.normalised(place.name).removesuffix(" division"), place.adm1
        )
        named = seat.divided.districts if seat and seat.divided else seat.districts if seat else ()
        lies_in = tuple(_may_be(one, "has this name") for one in named)
    return unmatched(
        _names_a(place.kind), f"{place.name} is {other_places.ARTICLE[place.kind]}", lies_in
    )


def _tribal(normal: str, province: Province, on: datetime.date | None) -> Match | None:
    """Read *Khyber Tribal District*, *Merged District Bajaur*, *Malakand Agency*."""
    told = normal.split()
    base = [word for word in told if word not in _TRIBAL_WORDS]
    if len(base) == len(told) or not base:
        return None
    found = district_names.naming(" ".join(base), province.codes)
    if found is None or len(found.districts) != 1:
        return None
    district = found.districts[0]
    if district.name in other_places.FORMER_AGENCIES or district.name == "Malakand":
        return _district(district, found, province, on)
    return None


def _with_province(normal: str, province: Province, on: datetime.date | None) -> Match | None:
    """Read *Lahore, Punjab, Pakistan*: the province beside the name is one more that is given."""
    beside = other_places.beside_province(normal)
    if beside is None:
        return None
    rest, said = beside
    if province.codes and said.codes and not province.codes & said.codes:
        found = district_names.naming(rest, said.codes)
        if found is None or not found.districts:
            return None
        may_be = tuple(_may_be(one, "the name says so") for one in found.districts)
        return unmatched(PROVINCE_DISAGREES, "the name itself has another province", may_be)
    both = Province(
        said.codes & province.codes or said.codes or province.codes,
        tribal=said.tribal or province.tribal,
        foreign=said.foreign or province.foreign,
    )
    return _words(rest, both, on)


def _other_unit(normal: str, province: Province) -> Match | None:
    """Read *Lahore Division*, *Tehsil Daska*, *FR Bannu*, *Punjab Total*, *Police Lahore*."""
    unit = other_places.unit(normal)
    if unit is None:
        return None
    kind, rest = unit
    found = district_names.naming(rest, province.codes) if rest else None
    if kind == "province" and not (found and found.place and found.place.kind == "province"):
        return None
    may_be: tuple[Candidate, ...] = ()
    if found and found.divided:
        may_be = tuple(_may_be(one, "has this name") for one in found.divided.districts)
    elif found and found.districts:
        may_be = tuple(_may_be(one, "has this name") for one in found.districts)
    elif found and found.place:
        may_be = _place(found.place).candidates
    return unmatched(
        _names_a(kind), f"the words say that it is {other_places.ARTICLE[kind]}", may_be
    )


def _without_provinces(told: list[str], province: Province) -> tuple[list[str], Province]:
    """Return the parts that are no province, and what the others add to the province given.

    Where they contradict it, or are all there is, the parts stay as they are.
    """
    said = [read for part in told if (read := other_places.province_word(part)) and read.codes]
    rest = [part for part in told if other_places.province_word(part) is None]
    codes = frozenset[str]().union(*(read.codes for read in said))
    if not rest or not said or (province.codes and not province.codes & codes):
        return told, province
    both = province.codes & codes or codes
    return rest, Province(both, all(read.tribal for read in said), province.foreign)


def _named_twice(normal: str, province: Province, on: datetime.date | None) -> Match | None:
    """Read *Tharparkar Mithi*: a district and its seat, or another name of it, side by side."""
    told = normal.split()
    base = [word for word in told if not spelling.is_direction(word)]
    ways = told[len(base) :]  # directions come last, and belong to the district
    for cut in range(1, len(base)):
        for one, other in ((base[:cut], base[cut:]), (base[cut:], base[:cut])):
            found = district_names.naming(" ".join([*one, *ways]), province.codes)
            if found is None or found.form != "joined" or len(found.districts) != 1:
                continue
            district = found.districts[0]
            if _is_also(district, " ".join(other), province):
                return _district(district, replace(found, kind="alias"), province, on)
    return None


def _is_also(district: District, normal: str, province: Province) -> bool:
    """Return whether a name is also the district's own, or that of its headquarters."""
    found = district_names.naming(normal, province.codes)
    if found is not None and found.form == "joined" and found.districts:
        return found.districts == (district,)
    sound = spelling.forms(normal)[2]
    return district.counted_in is None and district.adm2_pcode in _headquarters().get(sound, ())


@lru_cache(maxsize=1)
def _headquarters() -> dict[str, set[str]]:
    """Return the P-codes by the sounded name of their headquarters."""
    found: dict[str, set[str]] = {}
    rows = gazetteer.rows()
    for code, seat in zip(rows["adm2_pcode"], rows["hq"], strict=True):
        if code and seat:
            found.setdefault(spelling.forms(spelling.normalised(seat))[2], set()).add(code)
    return found


def _parts(written: str, province: Province, on: datetime.date | None) -> Match | None:
    """Read a name of several parts: the same district twice, several districts, or one and more."""
    parts = _PARTS.split(written)
    if len(parts) < 2:
        return None
    told = [spelling.normalised(part) for part in parts]
    told = [part for part in told if part and not part.isdigit() and part != "district"]
    told, province = _without_provinces(told, province)
    if len(told) < 2 and spelling.normalised(written) in told:
        return None
    read = {part: _words(part, province, on) for part in told}
    found = {part: match for part, match in read.items() if match and match.adm2_pcode}
    codes = {match.adm2_pcode: match for match in reversed(found.values())}
    if not codes:
        return next((match for match in read.values() if match), None)
    if len(codes) > 1:
        meant = tuple(candidate(code, _NAMED, "named in it") for code in reversed(codes) if code)
        return unmatched(AMBIGUOUS, "names several districts", meant)
    code, match = next(iter(codes.items()))
    if code is None:
        return None
    seats = [part for part in told if code in _headquarters().get(spelling.forms(part)[2], ())]
    if all(part in found or part in seats for part in told):
        return match if match.method == "successor" else Match(code, "alias", match.score)
    other = next((read[part] for part in told if part not in found and read[part]), None)
    may_be = (candidate(code, _NAMED, "named in it"),)
    return unmatched(other.reason or UNKNOWN if other else UNKNOWN, "more than a district", may_be)
