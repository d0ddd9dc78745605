"""Persons listed in one cell, each with what is told of them behind the name.

"1. …, Inspector (Police, Bannu)" and under it "2. …, SWO (Social Welfare, Bannu)": where all lines
of all cells are alike, it is known what stands at each place of them. Else the agency or the home
of each is read: "1. … (Police)", "… - Police, Kasur", "…, Okara".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from data.records.personal_data import have_common_names, may_be_name
from data.review.agencies.agencies import agencies_of_post, find_agency
from data.sheets.words.count_words import is_dash
from data.understanding import contents
from geo.names.matching import match
from geo.words.catalogue import _

#: A cell has no more persons than rows are made of it.
MOST_PERSONS = 99
#: What columns of persons are called.
NAME, POST, DEPARTMENT, HOME = "Name", "Designation", "Department", "District"
#: A person of such a list, and of what: "1. … (Police)", "… - Police".
_PERSON = re.compile(
    r"(?:\(?(?P<number>\d{1,3})\s*[.)]\s*)?(?P<who>[^\W\d][^()\d,:–—\n]*?)\s*"
    r"(?:\((?P<within>[^()\d]+)\)|(?:,|:|\s[-–—])\s*(?P<behind>[^()\d]+))"
)
_NEXT_PERSON = re.compile(r"\s*[\n;]\s*|\s+(?=\(?\d{1,3}\s*[.)]\s*[^\W\d])")
_BETWEEN = re.compile(r"\s*[,،|:]\s*|\s+[-–—]\s+")
#: What a line begins with, and what stands between its places.
_NUMBER = re.compile(r"^\(?\d{1,2}\s*[.):-]+\s*|^[•*–—-]+\s*")
_PLACES = re.compile(r"\s*[,،()\[\]]+\s*|\s+[-–—]\s+")
UNREAD = _("What stands behind the names of persons in one cell is not read of each of them.")


@dataclass(frozen=True)
class Told:
    """What is told of one person: an agency, a home, and whether something else is told, too."""

    agency: str = ""
    home: str = ""
    more: bool = False


def lists_several(text: str) -> bool:
    """Tell whether a text may list several: it has parts, as lines or numbers begin them."""
    return sum(bool(one.strip(" .,")) for one in _NEXT_PERSON.split(text)) > 1


def persons_alike(texts: Sequence[str]) -> tuple[tuple[str, ...], dict[str, list[tuple[str, ...]]]]:
    """Return what stands at each place of all lines, and the persons of each text.

    A name stands first; behind it a post, an agency and a district, each once at most, and one of
    these two at least. Nothing where lines differ, or it is not known what stands at a place.
    """
    persons = {text: _lines(text) for text in texts}
    lines = [line for own in persons.values() for line in own]
    if len({*map(len, lines)}) != 1 or max(map(len, persons.values())) > MOST_PERSONS:
        return (), {}
    first, *rest = map(list, zip(*lines, strict=True))
    if not rest or not all(" " in name and may_be_name(name) for name in first):
        return (), {}
    names = (NAME, *map(_called, rest))
    known = all(names) and len({*names}) == len(names) and {DEPARTMENT, HOME} & {*names}
    return (names, persons) if known else ((), {})


def _lines(text: str) -> list[tuple[str, ...]]:
    """Return what stands at each place of each line of a text."""
    lines = [_NUMBER.sub("", one.strip()).strip(" .;") for one in text.split("\n") if one.strip()]
    return [tuple(part for part in _PLACES.split(line) if part) for line in lines]


def _called(texts: Sequence[str]) -> str:
    """Return what stands at one place of all lines: districts, agencies or posts; blank if none."""
    if contents.is_nothing_but(pd.Series(texts, dtype="str"), "district"):
        return HOME
    distinct = {*texts}
    if all(find_agency(text).agency for text in distinct):
        return DEPARTMENT
    others = [text for text in distinct if not agencies_of_post(text)]
    named = any(" " in text and may_be_name(text) for text in others) or have_common_names(others)
    return "" if named or 2 * len(others) > len(distinct) else POST


def persons_told(text: str) -> list[tuple[str, Told]]:
    """Return the persons whom a text lists and what it tells of each; nobody if of one nothing.

    They are numbered from 1 on, or stand in a line each.
    """
    lines = [one.strip(" .,") for one in _NEXT_PERSON.split(text) if one.strip(" .,")]
    found = [_PERSON.fullmatch(line) for line in lines] if len(lines) <= MOST_PERSONS else []
    persons = [one for one in found if one and _may_be_person(one["who"])]
    numbers = [one["number"] for one in persons if one["number"]]
    counted = numbers in ([], [str(n) for n in range(1, len(lines) + 1)])
    if len(lines) != len(persons) or not counted:
        return []
    told = [(one["who"], _told(one["within"] or one["behind"])) for one in persons]
    return told if all(one.agency or one.home for _who, one in told) else []


def _told(text: str) -> Told:
    """Return what stands behind a name: parts that are an agency, a post or a district.

    An agency that is named comes before that of a post beside it: an officer may serve in another.
    Of two that are named more is told than is read, and it is asked.
    """
    parts = [part for part in _BETWEEN.split(text.strip(" .")) if part and not is_dash(part)]
    own = {find_agency(part).agency for part in parts} - {"", None}
    agency = next(iter(own)) if len(own) == 1 else find_agency(text, post=True).agency
    named = [find_agency(part, post=True).agency for part in parts]
    agency = agency or next(filter(None, named), None)
    homes = [part for part in parts if _is_home(part)]
    known = [bool(one or part in homes or agencies_of_post(part))
             for one, part in zip(named, parts, strict=True)]  # fmt: skip
    alone = len({*homes}) == 1
    more = len({*homes}) > 1 or len(own) > 1 or not all(known)
    return Told(str(agency or ""), homes[0] if alone else "", more)


def _is_home(part: str) -> bool:
    return contents.is_district(part) or bool(match(part, alike=False).adm2_pcode)


def why_asked(told: Sequence[Told]) -> str:
    """Return why somebody is asked about all lists of a column; blank where each is read whole.

    Homes alone do not say that it is persons who are listed: schools have them, too.
    """
    whole = any(one.agency for one in told) and not any(one.more for one in told)
    return "" if whole else UNREAD


def _may_be_person(text: str) -> bool:
    return " " in text and may_be_name(text) and not agencies_of_post(text)
