"""Questions on written districts, with those that each may mean, and how its name may be shown."""

import re
from collections.abc import Hashable
from typing import Any

import pandas as pd

from data.records.personal_data import HIDDEN_TEXT, may_be_name, shown, shown_word
from data.review.decisions import DISTRICT, IN_ITS_OWN, NO_DISTRICT, TOWNS, towns_key
from data.review.places_beside import LIES_IN_IT
from data.review.questions import Option, QueueItem
from data.sheets.fields import plain
from geo.districts import gazetteer
from geo.districts.larger_places import larger_places
from geo.names.match_result import A_CITY, A_TEHSIL, UNKNOWN, Candidate, larger_meant, sentence
from geo.words.catalogue import _

#: A candidate of this score is near.
NEAR = 75.0
#: What a place is called by, and hardly a person.
_CALLED = re.compile(
    r"(?:abad|pura?|kot|garh|nagar|stan)\b|\b(?:chak|town|tehsil|village|goth|killi|uc|union"
    r"|place|area)\b|\d",
    re.IGNORECASE,
)
#: What stands behind a town and says more of where it is.
_TELLS_MORE = re.compile(r"[()\[\],،/]")
MOST_NAMED = 3
#: So many towns are answered at once: a reader has to see them all.
LEAST_AT_ONCE, MOST_AT_ONCE = 2, 20


def has_no_near(candidates: tuple[Candidate, ...]) -> bool:
    """Tell whether no district is like a name, of those that it may mean, the likest first."""
    return not candidates or candidates[0].score < NEAR


def shown_place(written: str, reason: str | None, candidates: tuple[Candidate, ...]) -> str:
    """Return what was written for a place as it may be shown: hidden where it may be a name.

    Of a text that is like no place at all, and has nothing in it that places are called by.
    """
    unlike = reason == UNKNOWN and has_no_near(candidates) and not _CALLED.search(written)
    return HIDDEN_TEXT if unlike and may_be_name(plain(written)) else shown(written)


def questions_on(
    names: pd.DataFrame, waiting: pd.Series, people: pd.Series, *, held: bool, home: bool
) -> tuple[QueueItem, ...]:
    """Return a question for all rows that wait for one answer on a district.

    Before them stands one that settles all towns that lie in one district each.

    Parameters
    ----------
    names
        Different names with ``key``, what each may mean and why; questions are by ``key``.
        ``of_series`` tells that an answer on a code is that of the series of all of them.
    waiting
        For each row that waits, the row of its name in ``names``.
    people
        How many people each row is of.
    held
        Whether rows are held back until there is an answer.
    home
        Whether the district is that of participants, and of no venue.
    """
    if names.empty:
        return ()
    asked = names.drop_duplicates("key").to_dict("records")
    keys = waiting.map(names["key"])
    rows = keys.groupby(keys).groups
    people_of = people.loc[waiting.index].groupby(keys).sum()
    single = [
        QueueItem(
            kind=DISTRICT,
            value=_all_shown(names[names["key"] == name["key"]]),
            province=shown_word(name["province"]),
            rows=tuple(rows[name["key"]].tolist()),
            candidates=_options(name, home=home),
            key=name["key"],
            reason=_reason(name),
            participants=int(people_of[name["key"]]),
            held=held,
        )
        for name in asked
    ]
    towns = [item for name, item in zip(asked, single, strict=True) if _lies_in_one(name, item)]
    return (*_at_once(towns[:MOST_AT_ONCE]), *single)


def _lies_in_one(asked: dict[Hashable, Any], item: QueueItem) -> bool:
    """Tell whether a name is that of a town or a tehsil in one district, and of nothing else.

    "Daska (Kasur)" tells of two, and so does a town beside another district.
    """
    of_town = asked["reason"] in (A_CITY, A_TEHSIL) and item.value != HIDDEN_TEXT
    known = [one for one in item.candidates if one.answer != NO_DISTRICT]
    if not of_town or len(known) != 1 or known[0].score < LIES_IN_IT:
        return False
    return not _TELLS_MORE.search(asked["name"]) and asked["beside"] in ("", known[0].answer)


def _at_once(towns: list[QueueItem]) -> tuple[QueueItem, ...]:
    """Return one question that settles those of several towns; none of fewer than two."""
    if len(towns) < LEAST_AT_ONCE:
        return ()
    words = _("{town} in {district}")
    lying = [words.format(town=one.value, district=gazetteer.names()[one.candidates[0].answer])
             for one in towns]  # fmt: skip
    reason = _("Each is a town or a tehsil in one district: {places}. Or answer them one by one.")
    named = _("{number} towns").format(number=len(towns))
    places = "; ".join(lying)
    answer = _("each in the district in which it lies: {places}").format(places=places)
    return (
        QueueItem(
            kind=TOWNS,
            value=named,
            rows=tuple(sorted({row for one in towns for row in one.rows})),
            candidates=(Option(IN_ITS_OWN, answer),),
            key=towns_key(one.key for one in towns),
            reason=reason.format(places=places),
            participants=sum(one.participants for one in towns),
            held=False,
            each=tuple(towns),
        ),
    )


def _reason(asked: dict[Hashable, Any]) -> str:
    reason = sentence(asked["note"] or asked["reason"])
    of_all = _("Your answer tells the series of all codes of this question.")
    return f"{reason} {of_all}" if asked["of_series"] else reason


def _all_shown(alike: pd.DataFrame) -> str:
    """Return the names of one question as they may be shown; each once, whatever its capitals."""
    texts = [
        shown_place(one["name"] or one["code"], one["reason"], one["candidates"])
        for one in alike.to_dict("records")
    ]
    first = {text.casefold(): text for text in reversed(texts)}
    named = [text for text in dict.fromkeys(texts) if first[text.casefold()] == text]
    more = _("{names}; and {number} more")
    rest = len(named) - MOST_NAMED
    listed = "; ".join(named[:MOST_NAMED])
    return more.format(names=listed, number=rest) if rest > 0 else listed


def _options(asked: dict[Hashable, Any], *, home: bool) -> tuple[Option, ...]:
    """Return the districts that a name may mean, of a home the larger place, and last that none is.

    What is no district at all, as of headquarters, is counted without one then.
    """
    candidates: tuple[Candidate, ...] = asked["candidates"]
    larger = larger_meant(asked["name"], asked["reason"], candidates) if home else []
    places = [larger_places()[code] for code in larger]
    words = _("{place}, which of its districts is not known")
    return (
        *(Option(c.adm2_pcode, f"{c.name}, {c.province}: {c.why}", c.score) for c in candidates),
        *(Option(p.code, words.format(place=p.name)) for p in places),
        Option(NO_DISTRICT, _("no district that is known: count without one")),
    )
