"""Of which agency all of a table may be, where its texts name one and do not say so plainly.

"Police officers of each district trained (FIA trainings)" calls them by their agency, with another
beside; a department heads a list of names. Whoever gave or reported a training is not who came,
and of a committee or of several together nobody is asked.
"""

import re
from collections.abc import Sequence

from data.records.model import UNTOLD_AGENCY
from data.review.agencies.agencies import CIVIL, called_as
from data.review.agencies.agency_lists import listed_agencies
from data.understanding.layout.titles.agencies.agencies_above import (
    WRITES_FOR_ALL,
    agencies_above,
    groups_above,
    of_several,
)
from data.understanding.layout.titles.agencies.called_above import society_above
from data.understanding.layout.titles.blocks import TRAINING

#: Of more agencies than these nobody is asked.
MOST_ASKED = 2
#: Whoever gave it or reported: "reported by FIA officials", "Trainer: police officer".
_BY = re.compile(
    r"(?<!attended )(?<!joined )(?<!completed )\bby\b[^,;:()]*?(?=\b(?:for|to)\b|[,;:()]|$)"
    r"|\b(?:trainers?|resource persons?|facilitators?|moderators?|guests?|speakers?)\b.*",
    re.IGNORECASE,
)
#: "Department: Police" may be who came, or who writes.
_LABELLED = re.compile(
    r"(?:(?:name of )?(?:participating )?(?:the )?(?:department|deptt?|agency)|محکمہ|ادارہ)\.?"
    r"\s*[:=–—-]\s*(?P<who>[^:]{2,60})",
    re.IGNORECASE,
)
#: The head of a letter, and no hall of a department, nor anybody's name.
_OFFICE = re.compile(
    r"\b(?:dep\w*tt?|department|dte|directorate|office|agency|govt|government|range|regional|zone"
    r"|circle|bureau|authority)\b|محکمہ|دفتر",
    re.IGNORECASE,
)
#: What parts the head of a letter from the title behind it.
_BEHIND_HEAD = re.compile(r"\s[-–—:]\s|:\s")
#: People of an agency: "officers of the same district attended", "TIP law, for police".
_PEOPLE_OF = re.compile(
    r"\b(?:officers|officials|personnel|staff|employees|policemen|constables)\b"
    r"|\bfor (?:the )?(?:(?:district|range|city|provincial) )?police\b(?! \w)",
    re.IGNORECASE,
)
#: People whom no agency employs.
_NOT_EMPLOYED = re.compile(
    r"\b(?:students?|pupils|employers?|villagers?|communit\w+|youth|residents?|parents|volunteers?"
    r"|labou?rers|public)\b|طلب|عوام|کمیٹی",
    re.IGNORECASE,
)
#: Where a training was.
_PLACED = re.compile(
    r"[:=]|\b(?:venue|held|halls?|lines|academy|club|centre|center)\b", re.IGNORECASE
)
#: "Training of volunteers and youth members (civil society) of AHTCs": whose people of a committee.
_IN_BRACKETS = re.compile(
    r"\b(?:members|officers|officials|personnel|staff|employees|participants|trainees|attendees"
    r"|volunteers|activists|representatives|focal persons)\s*\((?P<who>[^()\d]{2,40})\)",
    re.IGNORECASE,
)


def agencies_perhaps(
    texts: Sequence[str], heads: Sequence[str] = (), names: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the agencies, one or two, by which the texts round a table may call its people.

    Behind the one that does comes another that is named beside it.

    Parameters
    ----------
    texts
        What stands above and below the rows, and the sheet's name.
    heads
        Of a list of persons what stands above it: where none calls them so, the one department that
        heads it may be theirs. No organisation's name says whom it invited.
    names
        The names of the columns, and the title that all rows have.
    """
    if of_several(texts):
        return _in_brackets(texts)
    given = [_BY.sub("", text) for text in texts]
    named = agencies_above(given)
    called = groups_above(given) | {society_above(given, frozenset([CIVIL]))}
    labelled = [told["who"] for text in texts if (told := _LABELLED.fullmatch(text.strip()))]
    called |= {one for text in labelled if (one := called_as(text))}
    called &= listed_agencies() - {UNTOLD_AGENCY}
    if called:
        whole = (*sorted(called), *sorted(named - called))
        told = whole if len(whole) <= MOST_ASKED else (*sorted(called),)
        return told if len(told) <= MOST_ASKED else ()
    called_by = (*given, *(_BY.sub("", name) for name in names))
    people = [text for text in called_by if _PEOPLE_OF.search(text)]
    first = [_BEHIND_HEAD.split(text)[0] for text in heads]
    letters = [text for text in first if _OFFICE.search(text) and not TRAINING.search(text)]
    if any(map(_PLACED.search, texts)):
        letters = []
    own = agencies_above([*letters, *people])
    theirs = len(own) == 1 and not own & {CIVIL, WRITES_FOR_ALL} and own >= named
    return tuple(own) if theirs and not any(map(_NOT_EMPLOYED.search, texts)) else ()


def _in_brackets(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the one agency that stands in brackets behind people of a training; else none."""
    told = [_BY.sub("", text) for text in texts if TRAINING.search(text)]
    named = {called_as(one["who"]) or "" for text in told for one in _IN_BRACKETS.finditer(text)}
    known = (named & listed_agencies()) - {UNTOLD_AGENCY}
    return tuple(known) if len(named) == 1 else ()
