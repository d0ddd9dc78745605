"""Persons named in cells: an identity, a name that stands again, a contact behind a place."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import takewhile

import numpy as np
import pandas as pd

from data.records.calendar.dates import read_day
from data.records.distinct import (
    any_says,
    by_text,
    first_different,
    numbered,
    says,
)
from data.records.personal_data import (
    PERSONAL,
    has_personal_number,
    looks_personal,
    may_be_name,
    tells_of_person,
)
from data.records.plain_signs import in_plain_signs
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    PLACE_FIELDS,
    RUNNING_NUMBER,
    UNTITLED,
    VENUE_FIELDS,
    plain,
)
from geo.names.by_name import districts_among
from geo.names.known_names import place_names
from geo.words.catalogue import ngettext

# Where a number is a date, an amount or the name of a training, it is no person's.
_NOT_PERSONS = (*COUNT_FIELDS, "date_start", "date_end", "summarises", RUNNING_NUMBER)
_NOT_PASSPORT = ("training_id", "adm2_pcode", "venue_adm2_pcode")
# What is known, or asked for, and kept in no words of the file.
_KNOWN = (*PLACE_FIELDS, *VENUE_FIELDS, *AGENCY_FIELDS)
# Where the name of somebody who is in the list may stand again.
_MAY_NAME = ["department", "designation", "agency", "district", "sex", "venue", "venue_district",
             "title", "themes", "delivered_by", "donor", "training_id", "province", "level",
             "status"]  # fmt: skip
#: A name shorter than this stands in too many words to be looked for.
SHORTEST_NAME = 5
MOST_WORDS = 6
LONGEST_SEEN = 1_000
LOOKED_AT_VALUES = 20_000
# So many signs at most stand before what follows: a row of dashes would be gone through from each.
#: Whom to ask for behind a place: "Kasur (c/o Inspector ...)", "Pakpattan - contact ...",
#: and by which number or address alone.
_CONTACT = re.compile(
    r"[\s(,;–-]{0,20}(?:\b(?:c/o|(?:contact|focal)(?: person)?|ask for|attn|cell|phone"
    r"|tel(?:ephone)?|ph|mob(?:ile)?)\b"
    rf"|\b0\d{{2,4}}[- ]?[\dx*]{{5,8}}\b|{PERSONAL.pattern}).*$",
    re.IGNORECASE | re.DOTALL,
)
#: Who gave it, behind its title: "Lecture on referral by Mr. ...", up to the day or the venue.
BY_PERSON = re.compile(
    r"[\s,;–-]{0,20}\b(?:(?:facilitated|conducted|delivered|led|taught|imparted|given) )?by"
    r" (?:mr|mrs|ms|miss|dr|prof|adv|advocate|barrister)\b\.?"
    r"[^,;()\d]*?(?=$|[,;()]|\s+(?:on|at|dated|held|regarding|about)\b|\d)",
    re.IGNORECASE,
)
#: Who led it, by whatever rank or name: it is cut where that is somebody.
_LED_BY = re.compile(
    r"[\s,;–-]{0,20}\b(?:(?:facilitated|conducted|delivered|led|taught|imparted|given|trained) )?"
    r"by:?"
    r" [^,;()\d]*?(?=$|[,;()]|\s+(?:on|at|dated|held|regarding|about)\b|\d)",
    re.IGNORECASE,
)
#: Days in numbers, of which the year is the last.
_IN_ONE_WAY = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
#: Whose home it was held in: "Hujra of Malik ...", up to the place; what is founded has no "of".
_HOME = re.compile(
    r"\b(?P<home>hujra|residence|dera|haveli|baithak|bethak|otaq|autaq)"
    r"(?: of|(?= (?:haji|malik|ch|chaudh[a-z]+|mian|mr|sardar|arbab|wadera)\b))"
    r" (?P<whose>[^,;()\d]+)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[,;(]\s*")
#: Who sent somebody from a place: "Badin (nominee of SSP)", "Okara (through DSP ...)".
_NOMINATED = re.compile(
    r"[\s(,;–-]{0,20}\b(?:nominees?|nominated|deputed|nomination|through|via"
    r"|care of|ma'?a?rfat|معرفت"
    r"|recommended by|referred by)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
#: What stands in brackets behind a place: whoever that is, "Kech (Inspector ...)".
_IN_BRACKETS = re.compile(r"\s*[(\[](?P<within>[^()\[\]]+)[)\]]?\s*$")
_PLACES = ("district", "venue_district", "province")
#: What is said of a training that changes no figure of it.
_OF_NO_FIGURE = ("themes", "delivered_by")


def without_contacts(
    cells: pd.DataFrame, names: Mapping[str, str]
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return cells of places without the person to ask for behind a known place, and what was cut.

    Nothing is cut from a text that is no place without it. Titles, subjects and venues lose whom
    they name behind what they call themselves, or all that they say, where trainings are apart as
    before.

    ``names`` are those of the columns, by field: one of contacts has them behind all its places.
    """
    for name, without in _CUT:
        if name not in cells:
            continue
        written = cells[name]
        bare = by_text(written, without)
        if bare is written:  # as in most tables
            continue
        cut = cells.assign(**{name: bare})
        if _number_apart(cut, name) == _number_apart(cells, name):
            cells = cut
    cells, said = _without_whole(cells)
    number = 0
    for name in cells.columns.intersection(list(_PLACES)):
        of_contacts = {"contact", "rabta"} & {*plain(names.get(name, "")).split()}
        cut = by_text(cells[name], _place_first if of_contacts else _without_contact)
        if more := int((cut != cells[name]).sum()):
            cells, number = cells.assign(**{str(name): cut}), number + more
    words = ngettext(
        "{cells:,} place has a person to ask for behind it, who is not taken in.",
        "{cells:,} places have a person to ask for behind them, who is not taken in.",
        number,
    )
    return cells, (*said, *((words.format(cells=number),) if number else ()))


def _without_whole(cells: pd.DataFrame) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return cells without titles and venues that name somebody whatever is cut, and what was.

    Days must tell the trainings apart as before. A title is any on whose day nothing is called
    otherwise, of whose training it may be; nor was a training of its name and day anywhere else.
    """
    number, days = 0, _days_apart(cells)
    for name, instead in {"title": UNTITLED, "venue": ""}.items() if days else ():
        if name not in cells or not (named := says(cells[name], looks_personal)).any():
            continue
        called = [cells["title"]] if name == "venue" and "title" in cells else []
        named &= cells[name].groupby([days["date_start"], *called]).transform("nunique") == 1
        cut = cells.assign(**{name: cells[name].mask(named, instead)})
        if _number_apart(cut, name) == _number_apart(cells, name):
            cells, number = cut, number + int(named.sum())
    cells, beside = _without_beside(cells)
    number += beside
    words = ngettext(
        "{cells:,} text of a training may name a person and is left out; its row is counted.",
        "{cells:,} texts of trainings may name a person and are left out; their rows are counted.",
        number,
    )
    return cells, (words.format(cells=number),) if number else ()


def _without_beside(cells: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Return cells without the persons among subjects and givers, which change no figure.

    A column that holds persons and little else is dropped as such; an identity is of its row.
    """
    number = 0
    for name in cells.columns.intersection(list(_OF_NO_FIGURE)):
        named = by_text(cells[name], _names_only, "bool")
        if 0 < named.sum() <= (cells[name] != "").sum() - named.sum():
            cells = cells.assign(**{name: cells[name].mask(named, "")})
            number += int(named.sum())
    return cells, number


def _names_only(text: str) -> bool:
    return looks_personal(text) and not has_personal_number(text)


def _number_apart(cells: pd.DataFrame, name: str) -> int:
    """Return how many trainings a column and those that tell of them tell apart."""
    told = {one: cells[one] for one in ("training_id", "title", name) if one in cells}
    return numbered(pd.DataFrame(told | _days_apart(cells), cells.index)).nunique()


def _days_apart(cells: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the days of trainings, where all are certain or written in one way; else nothing.

    Of two that can be read two ways and are written alike, none is the other.
    """
    if "date_start" not in cells:
        return {}
    written = cells["date_start"]
    alike = by_text(written, lambda text: _IN_ONE_WAY.fullmatch(text) is not None, "bool").all()
    read = _bare_numbers if alike else (lambda text: read_day(text).iso or "")
    days = by_text(written, read)
    return {"date_start": days} if (days != "").all() else {}


def _bare_numbers(day: str) -> str:
    return " ".join(str(int(one)) for one in re.findall(r"\d+", day))


def _without_contact(text: str) -> str:
    plainly = in_plain_signs(text, LONGEST_SEEN)
    bare = _CONTACT.sub("", plainly)
    behind = _IN_BRACKETS.search(bare)
    if behind and looks_personal(behind["within"]) and not districts_among([behind["within"]]):
        bare = bare[: behind.start()]
    sent = _NOMINATED.sub("", bare)
    if sent != bare and districts_among([bare]) == districts_among([sent]):
        bare = sent  # and not by another district
    return bare if bare != plainly and plain(bare) in place_names() else text


def _place_first(text: str) -> str:
    """Return the known place with which a text begins, whoever is named behind it."""
    text = _without_contact(text)
    words = re.findall(r"\w+", text) if len(districts_among([text])) < 2 else []
    begun = (" ".join(words[:length]) for length in range(len(words), 0, -1))
    return next((one for one in begun if plain(one) in place_names()), text)


def _without_giver(title: str) -> str:
    bare = BY_PERSON.sub("", title).strip()
    bare = _LED_BY.sub(lambda led: "" if looks_personal(led[0]) else led[0], bare).strip()
    if looks_personal(bare):  # "Referral (in memory of SI ...)"
        bare = ", ".join(takewhile(bool, _parts_of_nobody(bare)))
    return bare if bare and not looks_personal(bare) else title


def _without_part(venue: str) -> str:
    """Return a venue without the parts that name somebody: "DHQ Hospital, office of Dr. ...".

    Of a home is left what it is: that of a DC, or of a village, is named by no person. So is of
    "Camp office of Inspector ...".
    """
    venue = _HOME.sub(lambda one: one["home"] if may_be_name(one["whose"]) else one[0], venue)
    if not looks_personal(venue):
        return venue
    first, *others = _parts_of_nobody(venue)
    before, of, whose = _PARTS.split(venue)[0].partition(" of ")
    if not first and of and looks_personal(whose) and not looks_personal(before):
        first = before
    return ", ".join(filter(None, (first, *others))) if first else venue


def _parts_of_nobody(text: str) -> list[str]:
    """Return the parts of a text that names somebody; blank is what does, and what may behind.

    Every part is blank where a number goes over several: "+92(0)300 ...".
    """
    parts = _PARTS.split(text)
    if has_personal_number(text) and not any(map(has_personal_number, parts)):
        return [""] * len(parts)
    named = [looks_personal(one) or (n > 0 and may_be_name(one)) for n, one in enumerate(parts)]
    return ["" if own else one.strip(" )") for one, own in zip(parts, named, strict=True)]


#: How a column loses whom its texts name besides.
_CUT = (("title", _without_giver), ("themes", _without_giver), ("venue", _without_part))


def personal_cells(cells: pd.DataFrame, persons: frozenset[str]) -> pd.DataFrame:
    """Tell which cells of the columns that are taken in tell of a person."""
    hidden = {}
    for name in map(str, cells):
        own = np.zeros(len(cells), dtype=bool)
        if name not in _NOT_PERSONS:
            own |= _tell_of_persons(cells[name], name)
        if name in _MAY_NAME and persons:
            own |= says(cells[name], lambda text: names_in(text, persons))
        hidden[name] = own
    return pd.DataFrame(hidden, index=cells.index, columns=cells.columns)


def _tell_of_persons(cells: pd.Series, name: str) -> np.ndarray:
    """Tell which cells do: in no column more than where nothing is known and no code stands."""
    own = says(cells, tells_of_person)
    if own.any() and (name in _NOT_PASSPORT or name in _KNOWN):
        own[own] = says(cells[own], partial(is_personal, name=name))
    return own


def persons_named(cells: pd.DataFrame, places: Sequence[int]) -> frozenset[str]:
    """Return the names of two words or more in some columns, in their plain form."""
    texts = {plain(text) for n in places for text in cells[n].unique().tolist()}
    return frozenset(text for text in texts if len(text) >= SHORTEST_NAME and " " in text)


def names_in(text: str, persons: frozenset[str]) -> bool:
    """Tell whether one of some names stands in a text."""
    words = plain(text[:LONGEST_SEEN]).split() if persons else []
    return any(
        " ".join(words[start : start + length]) in persons
        for length in range(2, MOST_WORDS + 1)
        for start in range(len(words) - length + 1)
    )


def is_personal(text: str, name: str) -> bool:
    """Tell whether a text in a column of some field holds what a person is known by."""
    return tells_of_person(text, is_code=name in _NOT_PASSPORT, is_known=name in _KNOWN)


def names_persons(cells: pd.Series) -> bool:
    """Tell whether a cell of a column that is left out says who somebody is."""
    return any_says(first_different(cells, LOOKED_AT_VALUES), tells_of_person)
