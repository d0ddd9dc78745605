"""What a written name says by itself and with its province: a district, or why it is none.

The name is tried whole; then without the words that say *tribal district*; without a province
that stands beside it; by the word that makes another kind of place of it; as two names of one
district (*Tharparkar Mithi*); and in its parts (*Kech (Turbat)*, *Lahore / Kasur*). What is still
unknown is a question for ``similarity``.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from geo.districts import gazetteer
from geo.names import district_names, other_places, spelling
from geo.names.district_names import District, Divided, Naming
from geo.names.match_result import (
    A_TEHSIL,
    ABROAD,
    AMBIGUOUS,
    BLANK,
    IN_PARENT,
    PROVINCE_DISAGREES,
    UNKNOWN,
    Candidate,
    Match,
    candidate,
    names_a,
    unmatched,
)
from geo.names.offices import postings
from geo.names.other_places import Province, with_article
from geo.words.catalogue import _

# A note mark after a name: a star, a dagger, a raised digit, a number in square brackets.
_NOTE_MARK = re.compile(r"[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\w{1,2}\]")
_PARTS = re.compile(r"[/\\,;:|()\[\]{}+&–—،؛\n]|-|\b(?:and|or|at|und|et)\b|@|اور", re.IGNORECASE)
_TRIBAL_WORDS = frozenset(
    ["tribal", "merged", "newly", "nmd", "agency", "former", "erstwhile", "ex", "ایجنسی", "قبایلی"]
)
# The score of a district that a person is asked about because its name is there, but not alone.
_NAMED = 90.0


def read_name(written: str, province: Province, on: datetime.date | None) -> Match:
    """Return what a written name says, without a P-code beside it; ``unknown`` where nothing is.

    ``province`` is the one given with it, ``Province()`` where none is, and ``on`` the date the
    record speaks of: a district counted in another was a part of it before the year it was made,
    and its name then is no name of a district.
    """
    written = postings.without_force(_NOTE_MARK.sub(" ", written))
    normal = spelling.normalised(written)
    if not normal:
        return unmatched(BLANK)
    return (
        _whole(normal, province, on)
        or _posting(written, province, on)
        or _words(normal, province, on)
        or _parts(written, province, on)
        or unmatched(UNKNOWN)
    )


def _posting(written: str, province: Province, on: datetime.date | None) -> Match | None:
    """Read *DPO Office Okara*: the district at the end of a posting, or what it may be."""
    naming = postings.district_at_end(written, province.codes)
    if beside := other_places.beside_province(spelling.folded(written)):
        rest, own = beside
        if (
            naming is None
            and own.codes
            and not (province.codes and province.codes.isdisjoint(own.codes))
        ):
            naming = postings.district_at_end(rest, own.codes)
        named = {one.adm1 for one in naming.districts} if naming else set()
        if named and own.codes and own.codes.isdisjoint(named):
            return None  # "SHO PS Mirpur, Sindh" is none of Azad Kashmir
    if naming is None:
        return None
    if naming.divided:
        return _divided(naming, naming.divided, province, on)
    if not naming.districts:
        return _place(naming.place) if naming.place else None
    found = _district(naming.districts[0], naming, province, on)
    if found.adm2_pcode is None or found.method == "successor":
        return found
    note = _("{district} ends a posting").format(district=naming.districts[0].name)
    return replace(found, method="posting", score=95.0, note=note)


def _words(normal: str, province: Province, on: datetime.date | None) -> Match | None:
    return (
        _whole(normal, province, on)
        or _tribal(normal, province, on)
        or _with_province(normal, province, on)
        or _other_unit(normal, province)
        or _named_twice(normal, province, on)
    )


def _whole(normal: str, province: Province, on: datetime.date | None) -> Match | None:
    naming = district_names.naming(normal, province.codes)
    of_district = naming is not None and bool(naming.meant) and naming.kind == "name"
    # "Qalat" of Zabul is a town, and not Kalat; and Hyderabad is one of Telangana, India.
    if province.foreign and (province.region or not of_district):
        return unmatched(ABROAD, _("the province is another country"))
    if naming is None:
        return None
    if naming.divided:
        return _divided(naming, naming.divided, province, on)
    if len(naming.districts) == 1:
        return _district(naming.districts[0], naming, province, on)
    if naming.districts:
        listed = _(" and ").join(district.name for district in naming.districts)
        shared = _may_be(naming.districts, _("has this name too"))
        note = _("a name of {districts}: its province tells which").format(districts=listed)
        return unmatched(AMBIGUOUS, note, shared)
    return _place(naming.place) if naming.place else None


def _divided(naming: Naming, old: Divided, province: Province, on: datetime.date | None) -> Match:
    if old.needs_province and len(old.districts) == 1 and old.districts[0].adm1 in province.codes:
        return _district(old.districts[0], naming, province, on)
    once = {district.adm2_pcode: district for district in reversed(old.districts)}
    offered = sorted(once.values(), key=old.districts.index)
    listed = ", ".join(_with_counted_in(district, old.districts) for district in offered)
    note = _("{what}: it may be {districts}").format(what=old.what, districts=listed)
    return unmatched(AMBIGUOUS, note, _may_be(offered, old.what))


def _with_counted_in(district: District, others: Sequence[District]) -> str:
    """Name a district that can be the answer, and which of the others is answered by it."""
    within = [one.name for one in others if one.adm2_pcode == district.adm2_pcode][1:]
    words = _("{district} (with {newer})")
    return (
        words.format(district=district.name, newer=", ".join(within)) if within else district.name
    )


def _district(
    district: District, naming: Naming, province: Province, on: datetime.date | None
) -> Match:
    """Return the district that is named, unless its province or the date speaks against it."""
    score = district_names.SCORES[naming.form]
    if province.foreign or (province.codes and district.adm1 not in province.codes):
        lies = gazetteer.provinces()[district.adm1]
        note = _("{district} is in {province}").format(district=district.name, province=lies)
        return unmatched(PROVINCE_DISAGREES, note, _may_be([district], note))
    if province.tribal and district.name in other_places.FRONTIER_REGIONS:
        words = _("in the former FATA, {district} may be the frontier region of that name")
        note = words.format(district=district.name)
        return unmatched(AMBIGUOUS, note, _may_be([district], note))
    if on and district.since and on.year < district.since:
        words = _("{district} was made a district in {year}")
        note = words.format(district=district.name, year=district.since)
        return unmatched(A_TEHSIL, note, _may_be([district], note))
    if district.counted_in is None:
        named = naming.kind == "name" and naming.divided is None
        return Match(district.adm2_pcode, "exact" if named else "alias", score)
    words = _("{district} has no P-code in {vintage}: counted in {parent}")
    if district.since:
        words = _("{district} (made in {year}) has no P-code in {vintage}: counted in {parent}")
    note = words.format(
        district=district.name,
        year=district.since,
        vintage=gazetteer.VINTAGE,
        parent=district.counted_in,
    )
    return Match(district.adm2_pcode, "successor", score, IN_PARENT, note)


def _may_be(districts: Iterable[District], why: str) -> tuple[Candidate, ...]:
    within = _("{district} is counted in it")
    return tuple(
        candidate(
            one.adm2_pcode, _NAMED, within.format(district=one.name) if one.counted_in else why
        )
        for one in districts
    )


def _place(place: other_places.Place) -> Match:
    why = _("{place} lies in it").format(place=place.name)
    lies_in = tuple(candidate(code, _NAMED, why) for code in place.lies_in)
    if place.kind == "division":
        seat = spelling.normalised(place.name).removesuffix(" division")
        naming = district_names.naming(seat, place.adm1)
        lies_in = _may_be(naming.meant if naming else (), _("has this name"))
    note = _("{place} is {kind}").format(place=place.name, kind=with_article(place.kind))
    return unmatched(names_a(place.kind), note, lies_in)


def _tribal(normal: str, province: Province, on: datetime.date | None) -> Match | None:
    """Read *Khyber Tribal District*, *Merged District Bajaur*, *Malakand Agency*."""
    words = normal.split()
    base = [word for word in words if word not in _TRIBAL_WORDS]
    if len(base) == len(words) or not base:
        return None
    naming = district_names.naming(" ".join(base), province.codes)
    if naming is None or len(naming.districts) != 1:
        return None
    district = naming.districts[0]
    if district.name in other_places.FORMER_AGENCIES or district.name == "Malakand":
        return _district(district, naming, province, on)
    return None


def _with_province(normal: str, province: Province, on: datetime.date | None) -> Match | None:
    """Read *Lahore, Punjab, Pakistan*: the province beside the name is one more that is given."""
    beside = other_places.beside_province(normal)
    if beside is None:
        return None
    rest, other = beside
    if province.codes and other.codes and not province.codes & other.codes:
        naming = district_names.naming(rest, other.codes)
        if naming is None or not naming.districts:
            return None
        may_be = _may_be(naming.districts, _("the name says so"))
        return unmatched(PROVINCE_DISAGREES, _("the name itself has another province"), may_be)
    both = Province(
        other.codes & province.codes or other.codes or province.codes,
        tribal=other.tribal or province.tribal,
        foreign=other.foreign or province.foreign,
    )
    return _words(rest, both, on)


def _other_unit(normal: str, province: Province) -> Match | None:
    """Read *Lahore Division*, *Tehsil Daska*, *FR Bannu*, *Punjab Total*, *Police Lahore*."""
    unit = other_places.unit(normal)
    if unit is None:
        return None
    kind, rest = unit
    naming = district_names.naming(rest, province.codes) if rest else None
    place = naming.place if naming else None
    if kind == "province" and not (place and place.kind == "province"):
        return None
    may_be = _may_be(naming.meant if naming else (), _("has this name"))
    if place and not may_be:
        may_be = _place(place).candidates
    if not may_be:
        may_be = _among(rest.split(), province)
    note = _("the words say that it is {kind}").format(kind=with_article(kind))
    if kind == "agency" and not may_be:  # "Reader to DPO"
        note = _("the words name an agency, and not where it is")
    return unmatched(names_a(kind), note, may_be)


def _among(words: list[str], province: Province) -> tuple[Candidate, ...]:
    """Return the districts of which the own name stands among some words, the last one first."""
    found: dict[str, District] = {}
    for text in spelling.runs(words):
        naming = district_names.naming(text, province.codes)
        if naming and naming.form == "joined" and len(naming.districts) == 1:
            found[naming.districts[0].adm2_pcode] = naming.districts[0]
    return _may_be(reversed(found.values()), _("its name stands among the words"))


def districts_among(texts: Iterable[str]) -> frozenset[str]:
    """Return the P-codes of the districts whose own names stand in some texts."""
    words = [spelling.normalised(part) for text in texts for part in _PARTS.split(text)]
    return frozenset(one.adm2_pcode for part in words for one in _among(part.split(), Province()))


def _without_provinces(parts: list[str], province: Province) -> tuple[list[str], Province]:
    """Return the parts that are no province, and what the others add to the province given.

    Where they contradict it, or are all there is, the parts stay as they are.
    """
    read = [other_places.province_word(part) for part in parts]
    provinces = [one for one in read if one and one.codes]
    rest = [part for part, one in zip(parts, read, strict=True) if one is None]
    codes = frozenset[str]().union(*(one.codes for one in provinces))
    if not rest or not provinces or (province.codes and not province.codes & codes):
        return parts, province
    both = province.codes & codes or codes
    return rest, Province(both, all(one.tribal for one in provinces), province.foreign)


def _named_twice(normal: str, province: Province, on: datetime.date | None) -> Match | None:
    """Read *Tharparkar Mithi*: a district and its seat, or another name of it, side by side."""
    words = normal.split()
    base = [word for word in words if not spelling.is_direction(word)]
    ways = words[len(base) :]  # directions come last, and belong to the district
    for cut in range(1, len(base)):
        for one, other in ((base[:cut], base[cut:]), (base[cut:], base[:cut])):
            naming = district_names.naming(" ".join([*one, *ways]), province.codes)
            if naming is None or naming.form != "joined" or len(naming.districts) != 1:
                continue
            district = naming.districts[0]
            if _is_also(district, " ".join(other), province):
                return _district(district, replace(naming, kind="alias"), province, on)
    return None


def _is_also(district: District, normal: str, province: Province) -> bool:
    """Return whether a name is also the district's own, or that of its headquarters."""
    naming = district_names.naming(normal, province.codes)
    if naming is not None and naming.form == "joined" and naming.districts:
        return naming.districts == (district,)
    return district.counted_in is None and district.adm2_pcode in of_seat(normal)


def of_seat(normal: str) -> set[str]:
    """Return the P-codes of the districts whose headquarters sounds like a normalised name."""
    return _headquarters().get(spelling.forms(normal)["sound"], set())


@lru_cache(maxsize=1)
def _headquarters() -> dict[str, set[str]]:
    """Return the P-codes by the sounded name of their headquarters."""
    codes = defaultdict(set)
    rows = gazetteer.rows()
    for code, seat in zip(rows["adm2_pcode"], rows["hq"], strict=True):
        if code and seat:
            codes[spelling.forms(spelling.normalised(seat))["sound"]].add(code)
    return codes


def _parts(written: str, province: Province, on: datetime.date | None) -> Match | None:
    """Read a name of several parts: the same district twice, several districts, or one and more."""
    parts = _PARTS.split(written)
    if len(parts) < 2:
        return None
    parts = [spelling.normalised(part) for part in parts]
    parts = [part for part in parts if part and not part.isdigit() and part != "district"]
    parts, province = _without_provinces(parts, province)
    if len(parts) < 2 and spelling.normalised(written) in parts:
        return None
    read = {part: match for part in parts if (match := _words(part, province, on))}
    matches = {match.adm2_pcode: match for match in read.values() if match.adm2_pcode}
    if not matches:
        return next(iter(read.values()), None)
    may_be = tuple(candidate(code, _NAMED, _("named in it")) for code in matches if code)
    if len(matches) > 1:
        return unmatched(AMBIGUOUS, _("names several districts"), may_be)
    first = next(match for match in read.values() if match.adm2_pcode)
    code = first.adm2_pcode
    others = [part for part in parts if part not in read or not read[part].adm2_pcode]
    if all(code in of_seat(part) for part in others):
        return first if first.method == "successor" else Match(code, "alias", first.score)
    other = next((read[part] for part in others if part in read), None)
    reason = other.reason or UNKNOWN if other else UNKNOWN
    return unmatched(reason, _("more than a district"), may_be)
