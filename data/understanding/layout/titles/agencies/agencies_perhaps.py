"""Of which agency all of a table may be, where its texts name one and none of its rows does.

A department that heads a list may be whose people came, or who wrote; "FIA trainings" may be given
by it or to it. Which it is no wording settles for good, so that whoever is named is asked about;
only where texts call the participants so beyond doubt it is read (``agencies_above``). Whoever gave
a training or helped with it is not who came.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import pandas as pd

from data.records.distinct import blank_column, by_text
from data.records.model import COUNT_COLUMNS, UNTOLD_AGENCY
from data.review.agencies.agencies import CIVIL
from data.review.agencies.agency_lists import listed_agencies
from data.sheets.fields import LONGEST_NAME
from data.sheets.mapping import ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.words.names.pupils import counts_pupils
from data.understanding.layout.titles.agencies.agencies_above import (
    ON,
    WRITES_FOR_ALL,
    agencies_above,
    groups_above,
)
from data.understanding.layout.titles.agencies.deliverers import without_deliverers
from data.understanding.layout.titles.agencies.several_agencies import of_several

#: Where texts name more agencies than these, those who came are of several.
MOST_ASKED = 2
#: Where a training was: "at Police Lines, Kasur".
_AT = re.compile(r"(?:\b(?:at|venue)\b|@)[^,;:()]*?(?=\b(?:for|to)\b|[,;:()]|$)", re.IGNORECASE)
#: People whom no agency employs; some may be of civil society.
_NOT_EMPLOYED = re.compile(
    r"\b(?:students?|pupils|employers?|owners?|villag\w+|communit\w+|youth|residents?|parents"
    r"|volunteers?|labou?rers|public)\b|طلب|عوام|گاؤں",
    re.IGNORECASE,
)
#: What a training may be on as well as an agency: "Investigation and prosecution".
_SUBJECTS = re.compile(
    r"(?<!\bfor )(?<!\bwith )(?<!\bof )\b(?:prosecution|labou?r|health|education|media|information"
    r"|child protection|human rights)\b(?! (?:dep\w*|\w+ers?|staff|officials|personnel)\b)",
    re.IGNORECASE,
)
#: People of no office who may be taken for civil society: "union members of brick kilns".
_OF_COMMUNITY = re.compile(
    r"\b(?:(?:community|village)(?:[- ]based)? (?:volunteers|activists|mobili[sz]ers)"
    r"|union (?:members|workers|representatives|office[ -]bearers)"
    r"|(?:members|representatives|office[ -]bearers) of (?:(?:the|local|labou?r|trade) )*unions?)\b"
    r"(?! (?:councils?|committees?)\b)",
    re.IGNORECASE,
)
#: Below a table a text is of those who came, or a signature: "All officers are of the police".
_THEY = re.compile(
    r"\b(?:participants|trainees|attendees|officers|officials|personnel|staff|members|they|all)\b"
    r"|شرکا|ملازمین|اہلکار|افسران|ارکان",
    re.IGNORECASE,
)
#: "Joint course for police and others".
_OTHERS = re.compile(r"(?:\band\b|&) (?:\w+ )?others?\b", re.IGNORECASE)
#: What parts agencies that stand side by side, and the words that each may have.
_BESIDE = re.compile(r"\s*(?:[,،/&+]|\b(?:and|or|اور)\b)\s*", re.IGNORECASE)
_NEAR = 3


def agencies_perhaps(texts: Sequence[str], columns: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the agencies, one or two, of which people may be by the texts round them.

    Of two comes the one first whose people are spoken of. None where there are more, or where a
    text names several side by side; of a committee or the like only what is told in one breath.
    ``columns`` are the names of those of a table, which may say that people are nobody's. A text
    too long for a title says nothing.
    """
    texts = [text for text in texts if len(text) <= LONGEST_NAME]
    given = [_AT.sub("", ON.sub("", without_deliverers(text))) for text in texts]
    given = [text for text in given if of_several([text])] or given
    if any(map(_names_side_by_side, given)):
        return ()
    called = groups_above(given) | ({CIVIL} if any(map(_OF_COMMUNITY.search, given)) else set())
    named = agencies_above(given) - {WRITES_FOR_ALL} | called
    not_employed = any(map(_NOT_EMPLOYED.search, (*texts, *columns)))
    named &= {CIVIL} if not_employed else listed_agencies()
    told = (*sorted(named & called), *sorted(named - called - {UNTOLD_AGENCY}))
    return told if len(told) <= MOST_ASKED else ()


def _names_side_by_side(text: str) -> bool:
    """Tell whether a text names agencies side by side, or others: "police and FIA officers"."""
    if _OTHERS.search(text) and agencies_above([text]):
        return True
    parts = [part.split() for part in _BESIDE.split(text)]
    beside = ((agencies_above([" ".join(one[-_NEAR:])]), agencies_above([" ".join(other[:_NEAR])]))
              for one, other in pairwise(parts))  # fmt: skip
    return any(one and other and one != other for one, other in beside)


def all_perhaps(
    sheet: Sheet, mapping: ColumnMapping, titles: Sequence[str]
) -> tuple[tuple[str, ...], str]:
    """Return of which agencies all of a table may be, and the text that names one of them first.

    ``titles`` are the different ones of its rows.
    """
    if _are_pupils(sheet, mapping):
        return (), ""
    one_title = [_SUBJECTS.sub("", title) for title in titles] if len(titles) == 1 else []
    texts = (*sheet.above, *filter(_THEY.search, sheet.below), sheet.name, *one_title)
    told = agencies_perhaps(texts, sheet.header)
    named = (text for text in texts if agencies_above([without_deliverers(text)]) & {*told})
    return told, next(named, "") if told else ""


def titles_perhaps(sheet: Sheet, mapping: ColumnMapping, titles: pd.Series) -> pd.Series:
    """Return by row the one agency that its title names; else blank."""
    if _are_pupils(sheet, mapping):
        return blank_column(titles.index)
    return by_text(titles, one_of_title)


def one_of_title(title: str) -> str:
    """Return the one agency that a title names for those who came; blank where it names others."""
    told = agencies_perhaps([_SUBJECTS.sub("", title)])
    return told[0] if len(told) == 1 else ""


def _are_pupils(sheet: Sheet, mapping: ColumnMapping) -> bool:
    """Tell whether a table counts pupils alone, whom nobody employs, and no women or men."""
    adults = mapping.holds(*COUNT_COLUMNS[:2])
    return not adults and any(map(counts_pupils, sheet.header))
