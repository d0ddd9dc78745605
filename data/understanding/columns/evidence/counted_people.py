"""Whether a column that a name calls a number of people counts those who came."""

import re

import pandas as pd

from data.records.distinct import by_text
from data.records.model import COUNT_COLUMNS
from data.records.rules import whole_numbers
from data.sheets.field_names import is_of_age
from data.sheets.fields import (
    CHILDREN,
    COUNT_FIELDS,
    IGNORED,
    PRESENCE,
    RUNNING_NUMBER,
    plain,
    words_of,
)
from data.sheets.totals.total_columns import counts_rows, is_sum, is_within
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.words.cell_values import tells_day
from data.sheets.words.count_words import is_dash, one_number
from data.sheets.words.day_numbers import is_of_a_day
from data.sheets.words.names import name_words, names_of_who_came
from data.sheets.words.questions_of_presence import asks_who_came
from data.understanding import contents
from data.understanding.columns.evidence.evidence import (
    NO_NUMBERS,
    Judged,
    Table,
    has_marks,
    names_one_each,
    of_times,
)
from data.understanding.columns.evidence.reasons import (
    DAY_COUNTS,
    HELD,
    MARKS,
    PART_OF,
    PLANNED_OR_HELD,
    WORDS,
)
from data.understanding.layout.titles.planned_above import speak_of_either

#: So many numbers that are all multiples of so many were planned: seats, and not who came.
ROUND, ENOUGH_ROUND = 5, 3
_SUMS = frozenset(["total", "totals", "grand", "sum", "t", "marks", "score", "obtained"])
#: "Of which women", "incl. female", "women among them", "female (out of actual)".
_SOME_OF = re.compile(
    r"^(?:(?:out )?of (?:which|whom|them|these)|including|incl)\b"
    r"|\b(?:among|amongst|out of) (?:the |these )?(?:which|whom|them|these|those|actual|total|all"
    r"|participants|trainees|attendees|trained)\b"
    r"|^(?:\w+ )+(?:included|incl)$"  # "Lady officers included"
    r"|\b(?:out of|in|included in|of) col(?:umn|s)?(?: no)? \d{1,2}$"
)


def of_count(table: Table, n: int, meant: str, holds: str) -> Judged:
    """Judge a column that a name calls a number of people."""
    by_sex, name = meant in (*COUNT_COLUMNS[:2], *CHILDREN), table.sheet.header[n]
    if holds == contents.SEXES and by_sex:
        return Judged("sex")  # "مرد/خاتون"
    if holds == contents.PRESENCE and not by_sex:
        return Judged(PRESENCE, sure=table.listed, reason=HELD[holds])
    if holds in NO_NUMBERS:
        ticked = [n for n, one in enumerate(table.fields) if one in COUNT_COLUMNS[:2]
                  and table.holds[n] in (contents.TICKS, contents.ONES)]  # fmt: skip
        each = table.has("sex") or len(ticked) > 1 or names_of_who_came.is_of_one_who_came(name)
        each |= names_one_each(table, n)
        if not each and {"committee", "committees"} & {*plain(name).split()}:
            return Judged(IGNORED)  # "Committee trained"
        return Judged("name_of_person", sure=each, reason=WORDS)
    if holds == contents.TICKS and not by_sex:
        return Judged(PRESENCE, sure=table.listed and asks_who_came(name), reason=HELD[holds])
    if not table.listed and _may_be_planned(table):
        return Judged(meant, sure=False, reason=PLANNED_OR_HELD)
    if meant == "participants_total" and not table.listed and _adds_up_days(table, n):
        return Judged(meant, sure=False, reason=DAY_COUNTS)
    if meant in CHILDREN and is_of_age(name) and not _are_beside_adults(table):
        return Judged(meant, sure=False, reason=PART_OF)
    if table.listed and meant == "participants_total":
        if counts_rows(table.sheet.cells, table.fields, n):
            return Judged(IGNORED)
        examined = has_marks(table.sheet.header)
        plainly = (table.has("sex") or examined) and not says_people(name)
        if plainly and not examined:
            return of_times(table, n)
        return Judged(IGNORED, sure=plainly, reason=MARKS)
    return Judged(meant)


def _adds_up_days(table: Table, n: int) -> bool:
    """Tell whether a total is the sum of who came on Day 1, on 10 June or to sessions."""
    days = [place for place, name in enumerate(table.sheet.header) if table.fields[place] is None
            and (is_of_a_day(name) or tells_day(name))]  # fmt: skip
    return len(days) > 1 and is_sum(table.sheet.cells, n, days)


def _are_beside_adults(table: Table) -> bool:
    """Tell whether children are no part of women or men, or a total that differs would show it."""
    wholes = [n for n, one in enumerate(table.fields) if one == "participants_total"]
    parts = [n for n, one in enumerate(table.fields) if one in COUNT_FIELDS and n not in wholes]
    completed = len(wholes) == 1 and is_sum(table.sheet.cells, wholes[0], parts)
    return completed or all(map(table.has, COUNT_COLUMNS[:2]))


def _may_be_planned(table: Table) -> bool:
    """Tell whether some of those counted may be who was to come: by a text above alone."""
    own = [name for n, name in enumerate(table.sheet.header) if n not in table.sheet.offered]
    either = speak_of_either((*table.sheet.above, table.sheet.name))
    return either and not table.has("status") and not any(
        names_of_who_came.is_planned(name) or names_of_who_came.is_of_who_came(name) for name in own
    )  # fmt: skip


def are_round(cells: pd.DataFrame, n: int) -> bool:
    """Tell whether several numbers of a column, but for sums, are all round, as seats are."""
    numbers = whole_numbers(cells.loc[~say_total(cells), n], LARGEST)[0].dropna()
    return len(numbers) >= ENOUGH_ROUND and bool((numbers % ROUND == 0).all())


def says_people(name: str) -> bool:
    """Tell whether the name of a number says of what it is, and not only that it is a total."""
    return bool({*plain(name).split()} - _SUMS)


def is_part(name: str) -> bool:
    """Tell whether a name says that a column counts some of those of another."""
    return _SOME_OF.search(plain(name)) is not None


def is_within_all(table: Table, n: int) -> bool:
    """Tell whether a number of one sex is in each row at most that of all who came."""
    whole = _all_who_came(table)
    return is_within(_in_digits(table, n, whole), table.fields, n, whole)


def _all_who_came(table: Table) -> int | None:
    """Return the one column of numbers of all who came, as their name may say: "Attended"."""
    came = [n for n, one in enumerate(table.fields)
            if one == PRESENCE and table.holds[n] == contents.NUMBERS]  # fmt: skip
    alone = table.whole is None and len(came) == 1 and not table.listed
    return came[0] if alone else table.whole


def has_sex_among(table: Table, n: int) -> bool:
    """Tell whether a number is of all who came, and one beside it of the women or men of them."""
    parts = [place for place, name in enumerate(table.sheet.header)
             if is_part(name) and name_words.guessed_field(name) in COUNT_COLUMNS[:2]]  # fmt: skip
    return n == _all_who_came(table) and any(is_within_all(table, one) for one in parts)


def are_all_trained(table: Table, n: int) -> bool:
    """Tell whether a number is of all who were trained: "Staff trained", "Strength trained".

    Of "Trained" alone it is said by a status of each training, by the women among them, or where
    no other column has numbers.
    """
    name = table.sheet.header[n]
    if table.listed or not names_of_who_came.counts_only_who_came(name):
        return False
    if len(words_of(name)) > 1:
        return True
    parts = [n for n, one in enumerate(table.sheet.header) if is_part(one)]
    of_sexes = any(name_words.guessed_field(table.sheet.header[n]) in COUNT_COLUMNS[:2]
                   and is_within_all(table, n) for n in parts)  # fmt: skip
    others = (holds for place, holds in enumerate(table.holds)
              if place != n and table.fields[place] != RUNNING_NUMBER)  # fmt: skip
    alone = table.holds[n] == contents.NUMBERS and contents.NUMBERS not in others
    return n == table.whole and (table.has("status") or of_sexes or alone)


def is_sum_of_sexes(table: Table, n: int) -> bool:
    """Tell whether a column is the sum of women and men beside it, and no other is their total."""
    parts = [place for place, one in enumerate(table.fields) if one in COUNT_COLUMNS[:2]]
    alone = len(parts) == 2 and not table.has("participants_total")
    return alone and is_sum(table.sheet.cells, n, parts)


def are_others_than_came(table: Table, n: int) -> bool:
    """Tell whether planned numbers differ from the women and men beside them, who then came.

    Where both are as many in each row, the women and men may be of those who were to come.
    """
    parts = [place for place, one in enumerate(table.fields) if one in COUNT_COLUMNS[:2]
             and not names_of_who_came.is_planned(table.sheet.header[place])]  # fmt: skip
    if len(parts) != len(COUNT_COLUMNS[:2]):
        return False
    records = table.sheet.cells[~say_total(table.sheet.cells)]
    women, men, planned = (whole_numbers(records[one], LARGEST)[0] for one in (*parts, n))
    return bool((women + men != planned).fillna(False).any())


def _in_digits(table: Table, n: int, whole: int | None) -> pd.DataFrame:
    """Return the cells with digits for "15 (fifteen)" or "11 ladies" in counts and two columns."""
    counts = [place for place, one in enumerate(table.fields) if one in COUNT_FIELDS]
    cells = table.sheet.cells.copy()
    for place in {n, *counts, n if whole is None else whole}:
        cells[place] = by_text(cells[place], lambda text: "" if is_dash(text) else one_number(text))
    return cells
