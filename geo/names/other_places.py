"""Names that are not districts: provinces, divisions, cities, tehsils, countries, agencies.

A district column holds them too, and each is named as what it is (``places.csv``). A province
is read here as leniently as it is written: abbreviations, former names, Urdu, P-codes.
"""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from geo.districts import gazetteer
from geo.names import spelling
from geo.names.remembered import once_a_reading
from geo.words.catalogue import _

FILE = Path(__file__).with_name("places.csv")

# The seven agencies of the former FATA are districts today. The six frontier regions beside them
# became parts of the districts whose names they had.
FORMER_AGENCIES = frozenset(
    ["Bajaur", "Khyber", "Kurram", "Mohmand", "North Waziristan", "Orakzai", "South Waziristan"]
)
FRONTIER_REGIONS = frozenset(
    ["Bannu", "Dera Ismail Khan", "Kohat", "Lakki Marwat", "Peshawar", "Tank"]
)
_TRIBAL = re.compile(r"fata|tribal|merged|mergedareas|nmd|kpmd|kptd|فاٹا")
_PROVINCE_CODE = re.compile(r"pk[1-7]")
_HOME = frozenset(
    ["pakistan", "pk", "پاکستان", "islamicrepublicofpakistan", "allpakistan", "nationwide"]
)
_NOTHING = frozenset(
    [
        "",
        "na",
        "n a",
        "none",
        "nil",
        "null",
        "not available",
        "not known",
        "not recorded",
        "not stated",
        "not mentioned",
        "not given",
        "not filled",
        "unknown",
    ]
)
#: Provinces of the countries around Pakistan, joined, of which names a list gives none besides;
#: those of Bangladesh are of ISO 3166-2, with former spellings.
_ABROAD = frozenset(
    ["badakhshan", "badghis", "baghlan", "balkh", "bamyan", "daikundi", "daykundi", "farah",
     "faryab", "ghazni", "ghor", "helmand", "hilmand", "herat", "hirat", "jawzjan", "jowzjan",
     "kabul", "kandahar", "qandahar", "kapisa", "khost", "khowst", "kunar", "kunarha", "kunduz",
     "laghman", "logar", "nangarhar", "ningarhar", "nimroz", "nimruz", "nuristan", "paktia",
     "paktya", "paktika", "panjshir", "parwan", "samangan", "saripul", "sarepol", "takhar",
     "uruzgan", "urozgan", "wardak", "maidanwardak", "zabul", "sistanandbaluchestan",
     "sistanandbalochistan", "sistanbaluchestan", "sistanobalochistan", "hormozgan", "kerman",
     # But Punjab, and Gujarat, which may be Gujrat.
     "andhrapradesh", "assam", "bihar", "delhi", "newdelhi", "haryana", "himachalpradesh",
     "jharkhand", "karnataka", "kerala", "madhyapradesh", "maharashtra", "odisha", "rajasthan",
     "tamilnadu", "telangana", "uttarpradesh", "uttarakhand", "westbengal",
     # But Rangpur, which is a town of Muzaffargarh, too.
     "barishal", "barisal", "chattogram", "chittagong", "dhaka", "khulna", "mymensingh",
     "rajshahi", "sylhet"]
)  # fmt: skip
_BETWEEN = re.compile(r"[/,;|()+،؛]|\s-\s|\s&\s")

# What a word beside the name of a place makes of it. Not "agency" and not "rural": the former
# agencies are districts, and the rest is a question for a person.
# Where a name holds several of them, the one that says most of what it is comes first.
_UNITS = {
    "total": "total totals subtotal ٹوٹل میزان مجموعہ",
    "agency": "police fia levies rangers department dept ministry judiciary prosecution ngo "
    "directorate commission bureau commissioner dpo پولیس",
    "frontier region": "fr frs tsd frontier",
    "tehsil": "tehsil tehsils tahsil tehseel teh subdivision taluka taluqa talluka talka uc "
    "subtehsil rural urban town tma تحصیل تعلقہ ٹاون",
    "division": "division divisions divisional div divn ڈویژن ڈویزن ڈویژنز",
    "city": "city cantt cantonment cant village colony saddar sadar mohalla bazar شہر سٹی کینٹ",
    "province": "province provincial صوبہ",
}
_KIND_WORDS = {
    "total": _("a total"),
    "agency": _("an agency"),
    "frontier region": _("a frontier region"),
    "tehsil": _("a tehsil"),
    "division": _("a division"),
    "city": _("a city"),
    "province": _("a province"),
    "country": _("a country"),
}
_UNIT_WORDS = {word: kind for kind, words in _UNITS.items() for word in words.split()}


@dataclass(frozen=True)
class Place:
    """A place, or an office, that is not a district.

    ``lies_in`` are the P-codes of the districts it lies in, none where that is not known;
    ``adm1`` those of its provinces.
    """

    name: str
    kind: str
    adm1: frozenset[str]
    lies_in: tuple[str, ...]


@dataclass(frozen=True)
class Province:
    """A province as it was read.

    ``codes`` are the P-codes of the provinces it names, none where it is blank or not
    understood; ``tribal`` that it is the former FATA and nothing more; ``foreign`` that it is
    another country, and ``region`` that it names one of that country, too.
    """

    codes: frozenset[str] = frozenset()
    tribal: bool = False
    foreign: bool = False
    region: bool = False


@lru_cache(maxsize=1)
def places() -> dict[str, dict[str, Place]]:
    """Return the known places by form of spelling, then by that form of their name."""
    return spelling.index((place.name, place) for place in _read())


def districts_of_town(written: str) -> frozenset[str]:
    """Return the P-codes of the districts in which the town or tehsil of a whole name lies.

    None where the list has no such place, letter for letter: a name that is only alike is another.
    """
    form = spelling.forms(spelling.normalised(written)).get("joined", "")
    place = places()["joined"].get(form)
    return frozenset(place.lies_in if place and place.kind in ("city", "tehsil") else ())


def _read() -> list[Place]:
    """Return one place a name, with all districts it lies in; the first kind of a name wins."""
    adm1 = {name: code for code, name in gazetteer.provinces().items()}
    rows = defaultdict(list)
    with FILE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            rows[row["name"]].append(row)
    return [
        Place(
            name,
            same[0]["kind"],
            frozenset(adm1[row["province"]] for row in same if row["province"]),
            tuple(row["adm2_pcode"] for row in same if row["adm2_pcode"]),
        )
        for name, same in rows.items()
    ]


def lies_abroad(written: str) -> bool:
    """Tell whether a text names a province of another country, or that country."""
    return read_province(written).foreign


@once_a_reading
def read_province(written: str) -> Province:
    """Return the province that a text names: *KP*, *NWFP*, *Punjab Province*, *KPK/FATA*, *PK6*.

    A division stands for its province. Several provinces together are all of them. A text that
    is longer than any name is not understood.
    """
    if spelling.is_too_long(written):
        return Province()
    normal = spelling.normalised(written)
    whole = _one_province(normal)
    if whole.codes or whole.foreign or not normal:
        return whole
    texts = filter(str.strip, _BETWEEN.split(written))
    parts = [_one_province(spelling.normalised(part)) for part in texts]
    if any(part.foreign for part in parts):
        of_own = any(part.codes for part in parts)
        return Province(foreign=True, region=len(parts) > 1 and not of_own)
    read = [part for part in parts if part.codes] or _among_words(normal)
    return Province(
        frozenset().union(*(part.codes for part in read)),
        tribal=bool(read) and all(part.tribal for part in read),
    )


def _among_words(normal: str) -> list[Province]:
    """Return the provinces whose names stand among the words of a text: *KP Police*."""
    words = normal.split()
    beginnings = range(len(words))
    texts = ("".join(words[start : start + length]) for length in (1, 2, 3) for start in beginnings)
    found = (_province_words().get(text) for text in texts)
    return [province for province in found if province and province.codes]


def says_nothing(written: str) -> bool:
    """Tell whether a text is blank or says that nothing is known."""
    return not spelling.is_too_long(written) and spelling.normalised(written) in _NOTHING


def says_no_province(written: str) -> bool:
    """Tell whether a text is blank, says that nothing is known, or names the whole country."""
    normal = spelling.normalised(written)
    return spelling.joined(normal) in _HOME or says_nothing(written)


def _one_province(normal: str) -> Province:
    rest = " ".join(_without_unit(normal.split()))
    if _PROVINCE_CODE.fullmatch(normal):
        return Province(frozenset([normal.upper()]))
    bare = " ".join(word for word in rest.split() if _UNIT_WORDS.get(word) != "division")
    if spelling.joined(bare) in _ABROAD:
        return Province(foreign=True, region=True)
    for text in (normal, rest, f"{rest} division"):
        forms = spelling.forms(text)
        for form, key in forms.items():
            place = _provinces()[form].get(key)
            close = form in ("joined", "plain") or spelling.consonants(forms["outline"]) > 3
            if place and key and close:
                return Province(place.adm1, bool(_TRIBAL.search(forms["joined"])), not place.adm1)
    return Province()


def _without_unit(words: list[str]) -> list[str]:
    """Return the words without those for *province*."""
    return [word for word in words if _UNIT_WORDS.get(word) != "province"]


@lru_cache(maxsize=1)
def _provinces() -> dict[str, dict[str, Place]]:
    """Return provinces, divisions and countries by form, then by that form of their name."""
    return spelling.index(
        (place.name, place)
        for place in _read()
        if place.kind in ("province", "division", "country")
        and spelling.joined(spelling.normalised(place.name)) not in _HOME
    )


@lru_cache(maxsize=1)
def _province_words() -> dict[str, Province]:
    """Return the provinces by their joined names, as they stand beside a district's name.

    Without *Islamabad*, which is a district as well.
    """
    provinces = {name: Province() for name in _HOME}
    for key, place in _provinces()["joined"].items():
        if place.kind == "province" and key not in ("islamabad", "اسلاماباد"):
            provinces[key] = Province(place.adm1, bool(_TRIBAL.search(key)))
        elif place.kind == "country" and len(key) > 3:
            provinces[key] = Province(foreign=True)
    return provinces


def beside_province(normal: str) -> tuple[str, Province] | None:
    """Return the name without the province that stands at its end or beginning, and the province.

    *Lahore Punjab Pakistan* is ``("lahore", Punjab)``. None where there is no such thing. A
    direction belongs to the district: *South Karachi, Sindh* is no name of South Sindh.
    """
    ways = [word for word in normal.split() if spelling.is_direction(word)]
    words = [word for word in normal.split() if word not in ways]
    for length in range(min(5, len(words) - 1), 0, -1):
        for at_end in (True, False):
            cut = len(words) - length if at_end else length
            part, rest = (words[cut:], words[:cut]) if at_end else (words[:cut], words[cut:])
            province = _province_words().get("".join(part))
            # "Mali Karachi" is no place in Mali: a country is read at the end only.
            if province is not None and (at_end or not province.foreign):
                return " ".join([*(_without_unit(rest) or rest), *ways]), province
    return None


def province_word(normal: str) -> Province | None:
    """Return the province that a whole normalised text is, as it stands beside a name, or None."""
    return _province_words().get(spelling.joined(normal))


def unit(normal: str) -> tuple[str, str] | None:
    """Return what the words beside a name make of it, and the name without them.

    *lahore division* is ``("division", "lahore")``, *fr bannu* ``("frontier region", "bannu")``.
    None where no word of the kind is there, or *agency* alone.
    """
    text = normal.replace("sub division", "subdivision").replace("frontier region", "fr")
    text = text.replace("ایف ار", "fr").replace("union council", "uc").replace("f r ", "fr ")
    kinds = {word: _UNIT_WORDS[word] for word in text.split() if word in _UNIT_WORDS}
    if not kinds:
        return None
    kind = min(kinds.values(), key=list(_UNITS).index)
    return kind, " ".join(word for word in text.split() if word not in kinds)


def with_article(kind: str) -> str:
    """Return a kind of place as a sentence names it: *a city*, *an agency*."""
    return _KIND_WORDS[kind]
