"""Numbers of which a name says both: who was to come, and who came. "Strength (seats/trained)"."""

import re

from data.sheets.fields import COUNT_FIELDS, IGNORED, plain
from data.sheets.words.name_words import guessed_field, is_of_who_came, is_planned
from data.understanding.columns.by_contents import OF_NUMBERS
from data.understanding.columns.evidence import Judged, Table
from geo.words.catalogue import _

EITHER = _("Its name speaks of those who were to come and of those who came. Which does it count?")
_BETWEEN = re.compile(r"[/&,()|+\\]|\s[-–—]\s|\b(?:or|and|vs|versus)\b", re.IGNORECASE)


def of_either(table: Table, n: int) -> Judged | None:
    """Judge a column of numbers that may be of either; None of any other.

    It is not read where other columns tell who came. In "Target and actual Actual" the word that
    stands twice is that of the column, under a heading of both.
    """
    name = table.sheet.header[n]
    if n in table.sheet.offered or table.holds[n] not in OF_NUMBERS or not _says_both(name):
        return None
    others = [place for place, one in enumerate(table.sheet.header) if not _says_both(one)]
    told = any(table.fields[place] in COUNT_FIELDS or _says_came(table.sheet.header[place])
               for place in others)  # fmt: skip
    if told:
        return Judged(IGNORED)
    rest = " ".join(word for word in plain(name).split() if not is_planned(word))
    may_be = guessed_field(rest)
    return Judged(may_be if may_be in COUNT_FIELDS else "participants_total", sure=False,
                  reason=EITHER)  # fmt: skip


def _says_both(name: str) -> bool:
    """Tell whether a name has words of both apart, and none of them stands twice."""
    parts = _BETWEEN.split(name)
    apart = any(is_planned(one) and not is_of_who_came(one) for one in parts)
    said = [word for word in plain(name).split() if is_planned(word) or is_of_who_came(word)]
    return apart and any(map(is_of_who_came, said)) and len({*said}) == len(said)


def _says_came(name: str) -> bool:
    return is_of_who_came(name) and not is_planned(name)
