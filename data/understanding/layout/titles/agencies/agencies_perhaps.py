"""Of which agency all of a table may be, where its texts name one and none of its rows does.

A department that heads a list may be whose people came, or who wrote; "FIA trainings" may be given
by it or to it. Which it is no wording settles for good, so that whoever is named is asked about;
only where texts call the participants so beyond doubt it is read (``agencies_above``). Whoever gave
a training or helped with it is not who came.
"""

import re
from collections.abc import Sequence

import pandas as pd

from data.records.distinct import by_text
from data.records.model import UNTOLD_AGENCY
from data.review.agencies.agency_lists import listed_agencies
from data.sheets.fields import LONGEST_NAME
from data.sheets.sheet import Sheet
from data.understanding.layout.titles.agencies.agencies_above import (
    WRITES_FOR_ALL,
    agencies_above,
    groups_above,
)
from data.understanding.layout.titles.agencies.deliverers import without_deliverers
from data.understanding.layout.titles.agencies.several_agencies import of_several

#: Where texts name more agencies than these, none is likelier than the others.
MOST_OFFERED = 2
#: What a training may be on as well as an agency: "Investigation and prosecution".
_SUBJECTS = re.compile(
    r"(?<!\bfor )(?<!\bwith )(?<!\bof )\b(?:prosecution|labou?r|health|education|media|information"
    r"|child protection|human rights)\b(?! (?:dep\w*|\w+ers?|staff|officials|personnel)\b)",
    re.IGNORECASE,
)


def agencies_perhaps(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the agencies, one or two, of which people may be by the texts round them.

    Of two comes the one first whose people are spoken of. None where there are more; of a
    committee or the like only what is told in one breath. A text too long for a title says nothing.
    """
    given = [without_deliverers(text) for text in texts if len(text) <= LONGEST_NAME]
    given = [text for text in given if of_several([text])] or given
    called = groups_above(given)
    named = (agencies_above(given) - {WRITES_FOR_ALL, UNTOLD_AGENCY} | called) & listed_agencies()
    told = (*sorted(named & called), *sorted(named - called))
    return told if len(told) <= MOST_OFFERED else ()


def all_perhaps(sheet: Sheet, titles: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """Return of which agencies all of a table may be, and the text that names one of them first.

    ``titles`` are the different ones of its rows.
    """
    one_title = [_SUBJECTS.sub("", title) for title in titles] if len(titles) == 1 else []
    texts = (*sheet.beside, *one_title)
    told = agencies_perhaps(texts)
    named = (text for text in texts if agencies_above([without_deliverers(text)]) & {*told})
    return told, next(named, "") if told else ""


def titles_perhaps(titles: pd.Series) -> pd.Series:
    """Return by row the one agency that its title names for those who came; else blank."""
    return by_text(titles, one_of_title)


def one_of_title(title: str) -> str:
    """Return the one agency that a title names for those who came; blank where it names others."""
    told = agencies_perhaps([_SUBJECTS.sub("", title)])
    return told[0] if len(told) == 1 else ""
