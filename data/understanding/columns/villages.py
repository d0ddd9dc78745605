"""Sessions that were held in villages or union councils, for those who live there."""

import re
from collections.abc import Sequence

from data.records.distinct import filled_texts
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, plain
from data.sheets.sheet import Sheet
from data.understanding.layout.titles.agencies.agencies_above import are_for_officials

#: Where people live who come to a session near by, in the names of columns.
VILLAGES = frozenset(["village", "villages", "goth", "mohalla", "mohallah", "muhalla", "deh",
                       "killi", "killay", "basti", "chak", "dhok", "hamlet", "settlement", "gaon",
                       "mauza", "گاؤں", "گوٹھ", "محلہ", "بستی", "کلی"])  # fmt: skip
COUNCILS = frozenset(["uc", "ucs", "union council", "locality", "یونین کونسل"])
#: What the column of a council is called, too, whose own people came.
_RESIDENTS = frozenset(["resident", "residents", "residing", "inhabitants", "living", "residence",
                        "people", "rehaishi", "rahaishi", "رہائشی", "باشندے"])  # fmt: skip
#: Sessions for whoever lives near by, and a note that they do.
_FOR_NEIGHBOURS = re.compile(
    r"\b(?:community|village|uc|union council|goth|mohalla)s?(?:[ -](?:level|based|awareness"
    r"|sensiti[sz]ation|mobili[sz]ation|outreach|engagement))*[ -](?:sessions?|meetings?|dialogues?"
    r"|gatherings?|awareness|level)\b"
    r"|\b(?:residents|inhabitants|dwellers|people) of (?:the |these |their |same )*(?:villages?"
    r"|areas?|community|communities|union councils?|ucs?|goths?|mohallas?|localit(?:y|ies))\b"
    r"|(?:گاؤں|گوٹھ|محلہ|کمیونٹی)",
    re.IGNORECASE,
)
#: Places to which people come from elsewhere.
HALLS = re.compile(
    r"\b(?:hall|hotel|office|complex|club|lines|academy|college|university|schools?|headquarters?"
    r"|hq|auditorium|marquee|guest house|resort|secretariat|campus|court|station|hospital|cent(?:re"
    r"|er))\b|ہال|ہوٹل|دفتر|سکول|مرکز",
    re.IGNORECASE,
)


def are_of_villages(sheet: Sheet, fields: Sequence[str | None]) -> bool:
    """Tell whether counted sessions were held in villages, for those who live there.

    A column has the villages, or the union councils of sessions that are called the community's.
    None was held in a hall, a hotel or an office, or for officials of an agency.
    """
    if not {*fields} & {*COUNT_FIELDS} or {*fields} & {*AGENCY_FIELDS, "name_of_person"}:
        return False
    titles = [text for n, one in enumerate(fields) if one in ("title", "themes")
              for text in sheet.cells[n].unique().tolist()]  # fmt: skip
    texts = [*sheet.beside, *titles]
    called = [plain(name) for n, name in enumerate(sheet.header) if n not in sheet.offered]
    villages = any(map(is_of_villages, called))
    councils = any(map(is_of_councils, called))
    venues = [n for n, one in enumerate(fields) if one == "venue"]
    held = [text for n in venues for text in filled_texts(sheet.cells[n])]
    near = is_for_neighbours(texts)
    if not (villages or (near and (councils or held))) or any(map(HALLS.search, held)):
        return False
    return not are_for_officials(texts)


def is_of_villages(name: str) -> bool:
    """Tell whether a column is of villages by its name, or says whose residents people are."""
    words = {*plain(name).split()}
    return bool(words & VILLAGES) or (is_of_councils(name) and bool(words & _RESIDENTS))


def is_of_councils(name: str) -> bool:
    """Tell whether a column is of union councils by its name."""
    return any(f" {council} " in f" {plain(name)} " for council in COUNCILS)


def is_for_neighbours(texts: Sequence[str]) -> bool:
    """Tell whether texts are of sessions for whoever lives near by."""
    return any(map(_FOR_NEIGHBOURS.search, texts))
