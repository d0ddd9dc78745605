"""Numbers under months, agencies or districts: what says that they are people, of what training.

A table by months names neither trainings nor agencies. What stands above it is the title of what
it sums up. Where nothing says that its numbers are people, that is asked, and its agency is not
told; else its agency is asked.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import pandas as pd

from data.records.calendar.dates import is_day
from data.records.calendar.months import MONTHS, is_month
from data.records.distinct import by_text, is_filled
from data.records.model import COUNT_COLUMNS
from data.records.personal_data import safe_name
from data.records.rules import whole_numbers
from data.sheets.field_names import field_of_name, is_share
from data.sheets.fields import COUNT_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.tables.header_rows import of_pivot
from data.sheets.totals.total_columns import is_sum
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.words.names.held_where import TRAININGS
from data.sheets.words.names.names_of_who_came import is_planned
from data.understanding.layout.crossed.crossed_columns import (
    AGENCY,
    DAY,
    DISTRICT,
    MONTH,
    QUARTER,
    TRAINING,
    Crossed,
)
from data.understanding.layout.crossed.others_each_day import name_people, texts_of_others
from data.understanding.layout.titles.trainings.dated_names import is_batch, is_of_its_day
from data.understanding.layout.titles.trainings.trainings_of_names import (
    are_of_several,
    trainings_of_names,
)
from geo.words.catalogue import _

TITLE, AGENCY_OF_TABLE = "Title of the column", "Agency of the table"
WORDS = {AGENCY: _("agencies"), DISTRICT: _("districts"), MONTH: _("months"),
          QUARTER: _("quarters"), DAY: _("dates"), TRAINING: _("trainings")}  # fmt: skip
#: Said where quarters are asked about: offices also count them from July.
OF_THE_CALENDAR = _(
    "The first quarter is read as January to March. Leave the columns out where they are of a "
    "fiscal year, and name them by months (Jul-Sep 2024)."
)
RISING = _(
    "None of its numbers is less than that of the month before. Are they of each month, or of all "
    "up to it? Then whoever came would be counted again."
)
#: So many times numbers have to rise from month to month before they may be sums.
ENOUGH_STEPS = 8
_PEOPLE = re.compile(
    r"\b(?:participants?|trained|trainees?|attendees?|persons|people|officers|officials)\b"
    # "Members of committees who received training": committees receive it, too.
    r"|^(?:(?!\b(?:trainings?|sessions?|workshops?|courses?|events?)\b)[^.;:])*"
    r"\b(?:members|staff|personnel|employees|judges|prosecutors|volunteers)\b[^.;:]*? who"
    r" (?:(?:have|had|were|was) )?(?:received|attended|completed|underwent|got|given|imparted"
    r"|participated in|took part in) (?:(?:a|an|the|this|any|their|its|of|[\w-]+-[\w-]+) )*"
    r"(?:training|workshop|course|orientation|seminar)s?(?=\W*$|\s*[,;(.–-]|\s+(?:by|in|during|from"
    r"|of|on)\b)"
    r"|تربیت یافتہ|شرکاء?\b|تربیت (?:حاصل کرنے|لینے|پانے) والے",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:(?:no\.?|nos\.?|number) of (?:the )?(?:trainings?|workshops?|sessions?|events?|courses?)"
    r"|targets?|planned|plan|proposed|cases|victims|budget|expenditure|cost|needs?"
    # Of both nobody knows which the numbers are.
    r"|(?:trainings?|workshops?|sessions?|courses?|events?)\s*(?:/|&|and|or)\s*(?:participants?"
    r"|trainees|attendees|persons|people)|participants?\s*(?:/|&|and|or)\s*(?:trainings|sessions)"
    r"|cumulative(?:ly)?|so far|to date|(?:person|man)[- ]?days?|repeat\w*)\b"
    r"|^\W*(?:trainings|workshops|sessions|courses|seminars) (?:held|conducted|arranged"
    r"|organi[sz]ed|delivered|given)\b"
    r"(?!.*\b(?:participants|trained|trainees|attendees|attend(?:ed|ance))\b)"
    r"|تربیت(?:وں|ی \w+) کی تعداد|ہدف|اہداف|متوقع",
    re.IGNORECASE,
)
#: What trainings are on: "trained on TIP cases", "on identification of victims of trafficking".
_ON_CASES = re.compile(r"\bon (?:[\w-]+ ){0,5}(?:cases|victims)\b", re.IGNORECASE)
_OFFICERS = frozenset(["officers", "officials", "personnel", "participants", "members", "trainees"])
_CAME = frozenset(["attended", "trained", "participated", "came", "joined"])
_OF_TRAININGS = TRAININGS | {f"{word}s" for word in TRAININGS} | {"activities", "days", "not"}
#: Beside numbers, "% of target" says how much these are of it: they are of who came.
_OF_TARGET = re.compile(r"(?:(?:percent|percentage|age) )?of (?:the )?(?:annual )?targets?")
_ISO_MONTH = re.compile(r"(\d{4})-(\d\d)-\d\d")


def are_people(sheet: Sheet) -> bool:
    """Tell whether a text above says that the numbers of months are people."""
    texts = [_ON_CASES.sub(" ", text) for text in _texts(sheet)]
    return not any(map(_OTHERS.search, texts)) and any(map(_PEOPLE.search, texts))


def are_others_each_day(sheet: Sheet) -> bool:
    """Tell whether a text says that on each day others came, to a training of their own."""
    said = texts_of_others(sheet.beside)
    texts = [*said, *(text for text in _texts(sheet) if not texts_of_others([text]))]
    people = any(map(name_people, said)) or any(map(_PEOPLE.search, texts))
    return bool(said) and people and not any(map(_OTHERS.search, texts))


def are_of_one_day(sheet: Sheet, places: Sequence[int]) -> bool:
    """Tell whether each row with numbers in some columns has the day of one training."""
    fields = sheet.fields
    if fields.count("date_start") != 1 or any(
        is_planned(one) and not (is_share(one) and _OF_TARGET.fullmatch(plain(one)))
        for one in sheet.header
    ):
        return False
    days = sheet.cells[fields.index("date_start")].str.strip()
    filled = pd.concat([is_filled(sheet.cells[n]) for n in places], axis=1).any(axis=1)
    told = days[filled & ~say_total(sheet.cells)]
    return bool(len(told)) and all(is_day(day) and not is_month(day) for day in told.unique())


def call_people(names: Sequence[str]) -> bool:
    """Tell whether each of some columns is called by whom it counts: "FIA officers".

    Or by their having come, where no training is: "Attended: FIA", and not "Courses attended: FIA".
    """
    said = [{*plain(name).split()} for name in names]
    came = all(words & _CAME and not words & _OF_TRAININGS for words in said)
    planned = any(map(is_planned, names))
    return all(_OFFICERS & words for words in said) or (came and not planned)


def says_of_people(name: str) -> bool:
    """Tell whether the name of a total says of what it is: "Total trained", and not "Total"."""
    return bool(set(plain(name).split()) - {"total", "totals", "grand", "sum", "t"})


def with_titles(sheet: Sheet, days: pd.Series) -> Sheet:
    """Return a sheet with a title of the trainings that its rows sum up, where none gives one.

    It is what stands above, or made of the month: ``days`` are its first and last, a row each.
    """
    fields = sheet.fields
    if {"title", "training_id"} & {*fields}:
        sure = {n: "" for n in sheet.offered if fields[n] == "title"}
        return replace(sheet, offered={**sheet.offered, **sure})
    text = next((text for text in _texts(sheet) if _PEOPLE.search(text)), "")
    titles = by_text(days, lambda own: text or f"Trainings of {_months(own)}")
    words = _("{where}: each month or quarter is counted as one training.")
    said = words.format(where=sheet.where)
    return sheet.with_columns([(TITLE, titles, "")]).noted(said)


def _months(days: str) -> str:
    """Return the months of two days in words, with their year where it is known."""
    found = _ISO_MONTH.findall(days)
    names = [MONTHS[int(month) - 1] for __, month in found]
    names = names or [word for word in days.split() if word in MONTHS]
    words = " to ".join(dict.fromkeys(name.capitalize() for name in names))
    return f"{words} {found[0][0]}" if found else words


def _texts(sheet: Sheet) -> list[str]:
    return [text for text in (*sheet.above, sheet.name) if text.strip()]


def why_asked(sheet: Sheet, crossed: Mapping[int, Crossed]) -> str:
    """Return why the new columns are asked about."""
    kind = next(iter(crossed.values())).kind
    names = [sheet.header[n] for n in crossed]
    if any(map(_counts_others, sheet.above)):
        return _why_named(kind, names)
    if kind in (MONTH, QUARTER) and _only_rise(sheet, crossed):
        return RISING
    if kind == AGENCY and all(one.rest and one.known for one in crossed.values()):
        return ""  # women and men of agencies that are known
    if kind in (MONTH, DISTRICT, TRAINING) and are_people(sheet):
        return ""
    known = all(one.known for one in crossed.values())
    if kind in (AGENCY, DISTRICT) and known and are_of_one_day(sheet, list(crossed)):
        return ""  # of one training, an agency has no other number than of its people
    people = are_people(sheet) or call_people(names)
    if kind == AGENCY and known and (people or _are_of_both_sexes(sheet, crossed)):
        return ""
    if kind == DAY and known and _are_of_trainings(sheet, crossed):
        return ""
    named = "name_of_person" in sheet.fields
    if (kind == TRAINING and trainings_of_names(sheet)) or (kind == DAY and named):
        return ""  # who came to which training
    if any(
        field_of_name(name) == "participants_total"
        and says_of_people(name)
        and is_sum(sheet.cells, n, list(crossed))
        for n, name in enumerate(sheet.header)
        if n not in crossed
    ):
        return ""  # their sum is said to be of people
    return _why_named(kind, names)


def _counts_others(text: str) -> bool:
    """Tell whether a pivot table says over itself that it counts something else than people."""
    counted = of_pivot(text)
    return bool(counted) and not (
        call_people([counted])
        or field_of_name(counted) in (*COUNT_FIELDS, "name_of_person", "identity")
    )


def _why_named(kind: str, names: Sequence[str]) -> str:
    """Return that each number under columns which are named by values is read as a row."""
    called = ", ".join(map(safe_name, names[:3]))
    why = _("Columns are named by {values} ({names}); each number under them is a row.").format(
        values=WORDS[kind], names=called
    )
    return f"{why} {OF_THE_CALENDAR}" if kind == QUARTER else why


def _only_rise(sheet: Sheet, crossed: Mapping[int, Crossed]) -> bool:
    """Tell whether no number of any row is less than the one of the month before.

    So few rows and months may rise by chance; and a total that is their sum adds up no sums.
    """
    others = [n for n in range(len(sheet.header)) if n not in crossed]
    if any(is_sum(sheet.cells, n, list(crossed)) for n in others):
        return False
    records = ~say_total(sheet.cells)
    steps: list[pd.Series] = []
    for rest in {one.rest for one in crossed.values()}:
        own = [n for n, one in crossed.items() if one.rest == rest]
        read = pd.DataFrame({n: whole_numbers(sheet.cells.loc[records, n], LARGEST)[0]
                             for n in own}).astype("float64")  # fmt: skip
        steps += [read[after] - read[before] for before, after in pairwise(own)]
    rises = pd.concat(steps).dropna() if steps else pd.Series(dtype="float64")
    return len(rises) >= ENOUGH_STEPS and bool((rises >= 0).all() and rises.mean() > 0)


def _are_of_trainings(sheet: Sheet, crossed: Mapping[int, Crossed]) -> bool:
    """Tell whether numbers under days are plainly people, who came to a training on each.

    Numbered sessions and days alone may be of one training, unless they lie weeks apart and no
    text names one.
    """
    if are_others_each_day(sheet):
        return True
    names = [sheet.header[n] for n in crossed]
    if not are_people(sheet) and not all(one.rest for one in crossed.values()):
        return False
    each_its_own = all(is_batch(name) or is_of_its_day(name) for name in names)
    return each_its_own or are_of_several(sheet, {one.value for one in crossed.values()})


def _are_of_both_sexes(sheet: Sheet, crossed: Mapping[int, Crossed]) -> bool:
    """Tell whether women and men beside the columns are as many as these count in each row."""
    fields = sheet.fields
    totals = [n for n, one in enumerate(fields) if one == "participants_total"]
    sexes = [n for n, one in enumerate(fields) if one in COUNT_COLUMNS[:2] and n not in crossed]
    both = len(totals) == 1 and len(sexes) == len(COUNT_COLUMNS[:2])
    return both and all(is_sum(sheet.cells, totals[0], own) for own in (sexes, list(crossed)))
