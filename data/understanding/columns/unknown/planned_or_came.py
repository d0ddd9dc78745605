"""What a name says was planned, and may be of what came of it.

Numbers of which it says both, "Strength (seats/trained)", and days for which trainings were set.
"""

import re

from data.records.distinct import by_text, filled_texts
from data.sheets.fields import COUNT_FIELDS, IGNORED, plain
from data.sheets.words.names.name_words import guessed_field, is_of_remarks
from data.sheets.words.names.names_of_who_came import is_of_who_came, is_planned
from data.understanding import contents
from data.understanding.columns.evidence.evidence import Judged, Table
from data.understanding.columns.unknown.by_contents import OF_NUMBERS
from data.understanding.layout.titles.days_in_texts import day_in
from data.understanding.rows.training_rows import is_held
from geo.words.catalogue import _

EITHER = _("Its name speaks of those who were to come and of those who came. Which does it count?")
_BETWEEN = re.compile(r"[/&,()|+\\]|\s[-–—]\s|\b(?:or|and|vs|versus)\b", re.IGNORECASE)

#: What days that were set are called by one word: "Scheduled".
_SCHEDULED = frozenset(["scheduled", "planned", "proposed", "tentative", "on", "for", "day"])
#: What says that a training was on another day than the one fixed: "held a week later".
_ANOTHER_DAY = re.compile(
    r"\b(?:delay|late|postpon|re-?sched|shift|prepon|earl|instead|differ|chang|advanc|next|week|month"
    r"|actual|after|before|agl[aei]|tabdeel|mult[ai]vi|hafta|baad|pehle)"
    r"|ملتوی|مؤخر|موخر|تبدیل|ہفتہ|ہفتے|بعد|پہلے|اگلے",
    re.IGNORECASE,
)
#: A year for days that have none.
ANY_YEAR = 2024


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


def was_held_as_planned(table: Table, n: int, guess: str | None) -> bool:
    """Tell whether planned days are those of what was held: of what was put off, a status says so.

    No other column gives days; one above the rows is that of the table.
    """
    own = {place: one for place, one in enumerate(table.fields) if place not in table.sheet.offered}
    days = [place for place in own if table.holds[place] == contents.DAYS]
    told = {*own.values()}
    if days != [n] or told & {"date_start", "date_end"} or "status" not in told:
        return False
    name = table.sheet.header[n]
    called = guess == "date_start" or {*plain(name).split()} <= _SCHEDULED
    return called and is_planned(name) and not _tell_other_days(table)


def _tell_other_days(table: Table) -> bool:
    """Tell whether a text beside a training that was held has another day, or tells of one."""
    statuses = table.sheet.cells[[*table.fields].index("status")]
    held = by_text(statuses, is_held, "bool")
    unread = [n for n, one in enumerate(table.fields)
              if one is None and table.holds[n] in (contents.TEXTS, contents.MIXED)]  # fmt: skip
    remarks = {*unread, *(n for n, name in enumerate(table.sheet.header)
                          if is_of_remarks(name))}  # fmt: skip
    texts = [one for n in remarks for one in filled_texts(table.sheet.cells.loc[held, n])]
    put_off = (name for name in table.sheet.header if "postpon" in name.casefold())
    beside = (*texts, *put_off, *table.sheet.below)
    return any(day_in(text, ANY_YEAR) for text in texts) or any(map(_ANOTHER_DAY.search, beside))
