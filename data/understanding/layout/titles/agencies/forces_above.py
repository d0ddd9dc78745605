"""The agency whose own people a table counts: that of its ranks, its personnel or its offices."""

import re
from collections.abc import Sequence

import pandas as pd

from data.records.distinct import filled_texts
from data.records.model import COUNT_COLUMNS
from data.records.personal_data import may_be_name
from data.review.agencies.agencies import FIA, agencies_named, agencies_of_post, called_as
from data.sheets.field_names import POST_OF_BODY, field_of_name
from data.sheets.fields import LONGEST_NAME, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_columns import is_sum
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.names.names_of_sexes import without_sex
from data.understanding.layout.titles.agencies.agencies_above import (
    ALL_OF,
    WRITES_FOR_ALL,
    agencies_above,
    group_above,
)
from data.understanding.layout.titles.agencies.deliverers import without_deliverers
from data.understanding.layout.titles.agencies.several_agencies import of_several

#: "Abstract of personnel trained", under the name of their force.
_OWN_STAFF = re.compile(
    r"\b(?:personnel|officers?|officials?|ranks?|staff|strength|force)\b"
    r"(?: of (?:the|this|our) (?:department|deptt?|directorate|bureau|force)\b)?"
    r"(?: \w+){0,2} trained\b"
    r"|\b(?:personnel|officers?|officials?|staff) of (?:this|our) (?:circle|zone|department|deptt?"
    r"|directorate|bureau|force|office|organi[sz]ation)\b(?!\s*(?:\band (?!its\b)|,|&|/))"
    r"|(?<!by )(?<!by the )\b(?:personnel|officers?|officials?|staff) of the (?:department|deptt?"
    r"|directorate)\b(?=\s*(?:[).]|$|only\b|by (?:home )?district))"
    r"|\b(?:police|levies) (?:of|from) (?:the )?dis|^(?:district|zone|range) police$"
    r"|^(?:name of )?(?:police station|thana)$"
    r"|\btrained (?:personnel|officers?|officials?|ranks?|staff|strength)\b",
    re.IGNORECASE,
)
#: A department that writes, and whose staff it is that it reports of by no other word.
_DEPARTMENT = re.compile(r"\b(?:directorate|department|deptt?|dte|bureau)\b", re.IGNORECASE)
_OF_STAFF = re.compile(
    r"\b(?:training|course|workshop|orientation|refresher)s? (?:of|for) (?:its |our |own )*"
    r"(?:staff|personnel)(?=\s*(?:$|[.;(–—-]|,\s*\d|\b(?:on|held)\b))",
    re.IGNORECASE,
)

_NAMES_FORCE = re.compile(
    r"\b(?:district|zone|range) police\b|\b(?:police|levies) (?:of|from) (?:the )?dis"
    r"|\bdistricts? of (?:the )?\w+ (?:officers|officials|staff|personnel|men|jawans)\b"
    r"|\b\w+ (?:officers|officials|staff|personnel|men|jawans)(?:['\u2019]?s|['\u2019])?"
    r" districts?\b|\b(?:officers|officials|staff|personnel|men|jawans) from\b",
    re.IGNORECASE,
)
_TRAINED = re.compile(r"\b(?:trained|participants|attended)\b|\bcame\s*$", re.IGNORECASE)
#: So many different names of a column are looked at.
_FEW = 20
#: "Name of FIA official", and nobody who nominated or verified others.
_ONE_OF = re.compile(r"(?:names? of (?:the )?)?(?P<who>.+) (?:officer|official)s?")
_POLICE = "Police"
_STATIONS = ("police station", "thana")
_STATION = re.compile(
    r"(?!.*\b(?:and|or|others?|venue|at|held|hall|school)\b)"
    r"(?:women |model |city )?(?:police station|thana)(?:[ ,]+[\w'().-]+){1,5}",
    re.IGNORECASE,
)
_NOMINATED = re.compile(r"\bnominat(?:ed|ions?)\b", re.IGNORECASE)
#: What each district has one of: "District Public Prosecutor office".
_OFFICE = re.compile(r"^district (?P<whose>[\w ]+) offices?$")


def offices_that_nominate(header: Sequence[str]) -> tuple[str, ...]:
    """Return the name of the column of offices of one agency, a district each, that nominated.

    Whoever an office nominated is of its own; one that no column says nominated may have held it.
    """
    offices = {name: found["whose"] for name in header if (found := _OFFICE.match(plain(name)))}
    nominated = any(_NOMINATED.search(name) for name in header)
    if len(offices) != 1 or not nominated:
        return ()
    [(name, whose)] = offices.items()
    named = agencies_of_post(f"district {whose}") or agencies_named([name])
    return (name,) if len(named) == 1 and WRITES_FOR_ALL not in named else ()


def may_name_force(name: str, cells: pd.Series) -> bool:
    """Tell whether the name of a column may say of which agency all are whom a sheet counts.

    So it is of "Police Station" where each row has one, of "Levies of District", of a number of
    those who were trained, of women and men of one post, and of "Rank (Customs Department)".
    """
    if plain(name).removeprefix("name of ") in _STATIONS:
        return bool((cells.str.strip() != "").all())
    if len(name) > LONGEST_NAME:
        return False
    of_force = any(one.search(name) for one in (_TRAINED, _NAMES_FORCE, POST_OF_BODY, ALL_OF))
    return bool(of_force or agencies_of_post(without_sex(name)))


def counts_some(names: Sequence[str], n: int) -> bool:
    """Tell whether "Trained (FIA)" stands beside another number of people, who may be of any."""
    fields = [field_of_name(name) or guessed_field(name) for name in names]
    return "(" in names[n] and "participants_total" in {*fields[:n], *fields[n + 1 :]}


def counts_force(sheet: Sheet, n: int) -> bool:
    """Tell whether a column is the sum of the women and men beside it, and called by their agency.

    "FIA officials" beside Male and Female, of which each row has as many as both.
    """
    fields = sheet.fields
    parts = [place for place, one in enumerate(fields) if one in COUNT_COLUMNS[:2]]
    called = n not in (*parts, *sheet.offered) and group_above([sheet.header[n]])
    return bool(called) and len(parts) == 2 and is_sum(sheet.cells, n, parts)


def names_force(sheet: Sheet, n: int) -> bool:
    """Tell whether a column called by the people of an agency names each of a list: "FIA official".

    Beside their ranks, where no other column has names and no agency is told.
    """
    fields = sheet.fields
    if n in sheet.offered or fields[n] or "designation" not in fields or "name_of_person" in fields:
        return False
    one = _ONE_OF.fullmatch(plain(sheet.header[n]))
    texts = filled_texts(sheet.cells[n], _FEW) if one and called_as(one["who"]) else []
    return bool(texts) and all(map(may_be_name, texts))


def heads_station(text: str) -> bool:
    """Tell whether a text is no more than a police station, where those listed under it serve."""
    return bool(_STATION.fullmatch(text.strip()))


def stations_above(sheet: Sheet, texts: Sequence[str]) -> list[str]:
    """Return the texts that are a police station alone, above nothing but ranks of the police.

    Whoever has no rank may have come there as a visitor.
    """
    posts = [n for n, name in enumerate(sheet.header) if field_of_name(name) == "designation"]
    ranks = [text for n in posts for text in filled_texts(sheet.cells[n])]
    own = bool(ranks) and all(
        _POLICE in agencies_of_post(text) | agencies_of_post(text.split()[-1]) for text in ranks
    )  # "Driver Constable"
    return [text for text in texts if own and heads_station(text)]


def force_above(names: Sequence[str], texts: Sequence[str], stations: Sequence[str] = ()) -> str:
    """Return the one agency that is named above its own ranks, or above its personnel.

    ``names`` are those of the columns, which may be of ranks, and ``stations`` the texts that are
    police stations of those listed. Nothing where a text speaks of others
    beside, as of a committee.
    """
    named = agencies_above([*map(without_deliverers, texts)])
    if len(named) != 1 or WRITES_FOR_ALL in named or of_several(texts):
        return ""
    [one] = named
    ranks = [own for name in names if (own := agencies_of_post(name))]
    own_ranks = len(ranks) > 1 and all(one in own for own in ranks)
    of_staff = stations or offices_that_nominate(names) or any(map(_OWN_STAFF.search, texts))
    of_staff = of_staff or _writes_of_staff(one, texts)
    return one if own_ranks or of_staff else ""


def _writes_of_staff(agency: str, texts: Sequence[str]) -> bool:
    """Tell whether a department heads a list of a "training of staff", which then are its own.

    Not one that trains those of others.
    """
    heads = [text for text in texts if _DEPARTMENT.search(text)]
    of_staff = any(map(_OF_STAFF.search, texts))
    return of_staff and agency != FIA and agencies_named(heads) == {agency}
