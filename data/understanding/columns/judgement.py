"""What one column is taken for, how certain that is, and why somebody is asked about it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from data.records.distinct import by_text
from data.records.model import COUNT_COLUMNS
from data.records.rules import whole_numbers
from data.review.agencies.agencies import agencies_of_post, find_agency
from data.review.decisions import Decisions
from data.sheets.fields import (
    COUNT_FIELDS,
    IGNORED,
    MANY_FIELDS,
    PART,
    PERSONAL_FIELDS,
    PLACE_FIELDS,
    PRESENCE,
    RUNNING_NUMBER,
    plain,
)
from data.sheets.sheet import Sheet
from data.sheets.totals.total_columns import is_sum
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.words.names import name_words
from data.sheets.words.names.signatures import is_signature
from data.sheets.words.presence import numbers_absent, presence, says_absent, says_present
from data.understanding import contents
from data.understanding.columns.evidence import (
    BY_NAME,
    CODES,
    FILLED,
    HELD,
    NO_NUMBERS,
    OF_PERSON,
    REPORTER,
    SEVERAL,
    TOTALS,
    UNREAD_NUMBERS,
    Judged,
    Table,
    are_ranked,
    beside_venue,
    may_count,
    of_count,
    of_presence,
    of_times,
)
from data.understanding.columns.stand_ins import with_stand_ins, without_counts
from data.understanding.columns.unknown.by_contents import OF_NUMBERS
from data.understanding.columns.unknown.planned_or_came import of_either
from data.understanding.columns.unknown.unknown_names import of_unknown_name
from data.understanding.columns.who_came import of_signature, of_who_came
from data.understanding.columns.whose_column import (
    is_of_origin,
    is_reporter,
    is_told_again,
    is_where_all_serve,
    says_less,
)
from data.understanding.layout.legends import mean_another
from data.understanding.layout.venues import PLAINLY_A_DISTRICT, may_be_venue
from data.understanding.rows.training_rows import is_status

#: "Who does what, where" of organisations: 3W, 4Ws, 5W.
_WHO_DOES_WHAT = re.compile(r"\b(?-i:[345] ?Ws?)\b|\bwho (?:is doing|does) what\b", re.IGNORECASE)
#: Words of a list that says who came.
_SAYS_WHO_CAME = frozenset(["attendance", "attended", "present", "absent", "hazri", "haziri",
                            "حاضری"])  # fmt: skip
#: Fields of which one column is taken where others say no more.
_OF_ONE = ("district", "venue", "delivered_by", "designation")
#: Words of where somebody serves, though a post may be called so too.
_STATIONS = frozenset(["thana", "ps", "station", "posting", "chowki", "unit"])
#: The number of a training in its list, and no name.
_NUMBER = re.compile(
    r"(?:(?:no|number|sr|training|trg|event|session|activity|workshop|course)\b\W*)*#?\d{1,3}",
    re.IGNORECASE,
)
#: Words of larger places than a district.
_LARGER = frozenset(["division", "region", "zone", "range"])
#: What a column is called that tells when a form was filled in.
FILLED_IN = ("timestamp", "submission time", "submission date", "submitted on", "start time",
             "completion time", "date submitted")  # fmt: skip


def judged(
    sheet: Sheet,
    known: Sequence[str | None],
    given: Mapping[int, str],
    constants: Mapping[str, str],
) -> list[Judged]:
    """Judge all columns of a sheet.

    Parameters
    ----------
    known
        The field of each by its name or tag, None where neither is known.
    given
        By position, what somebody said.
    constants
        What holds for every row, by field: nothing more is asked about a column of it.
    """
    # Nothing is asked of what a person is known by; and sums say nothing of what a column holds.
    sums = say_total(sheet.written)
    cells = sheet.cells[~sums] if sums.any() else sheet.cells
    known = without_counts(known, cells)
    holds = [
        contents.TEXTS if one in PERSONAL_FIELDS else contents.contents_of(cells[n])
        for n, one in enumerate(known)
    ]
    known = with_stand_ins(sheet, known, holds)
    fields = [given.get(n, _meant(one, holds[n])) for n, one in enumerate(known)]
    table = Table(sheet, fields, holds)
    judgements = []
    for n, one in enumerate(known):
        if n in given:
            judgements.append(Judged(given[n], holds=holds[n], by_name=given[n] == one))
            continue
        judgement = replace(
            of_either(table, n) or _judged(table, n, one), holds=holds[n], by_name=one is not None
        )
        if n in sheet.offered and constants.get(judgement.field):
            judgement = Judged(IGNORED, holds=holds[n])
        judgements.append(judgement)
    judgements = _with_day_of_filling(sheet, _summed(sheet, judgements), {*given}, constants)
    return _each_once(sheet, judgements, set(given))


def _with_day_of_filling(
    sheet: Sheet, columns: list[Judged], given: set[int], constants: Mapping[str, str]
) -> list[Judged]:
    """Offer the day on which a form was filled in where no column gives that of the training."""
    if any(one.field == "date_start" for one in columns) or constants.get("date_start"):
        return columns
    stamps = [n for n, name in enumerate(sheet.header)
              if plain(name) in FILLED_IN and n not in given]  # fmt: skip
    for n in stamps[:1]:
        columns[n] = Judged("date_start", sure=False, reason=FILLED, holds=contents.DAYS)
    return columns


def _summed(sheet: Sheet, columns: Sequence[Judged]) -> list[Judged]:
    """Take women and men for what their names may say where a total beside them is their sum."""
    places = {name: [n for n, one in enumerate(columns) if one.field == name]
              for name in COUNT_COLUMNS[:2]}  # fmt: skip
    if any(len(own) != 1 for own in places.values()):
        return list(columns)
    parts = [own[0] for own in places.values()]
    totals = [n for n, one in enumerate(columns) if n not in parts and one.holds == contents.NUMBERS
              and {"total", "t"} & set(plain(sheet.header[n]).split())
              and (all(_is_plain(columns[each], sheet.header[each]) for each in parts) or all(
                  name_words.counts_plainly(sheet.header[each]) for each in (n, *parts)))
              and is_sum(sheet.cells, n, parts)]  # fmt: skip
    if len(totals) != 1 or columns[totals[0]].field not in (IGNORED, "participants_total"):
        return list(columns)
    taken = dict.fromkeys(parts, "") | {totals[0]: "participants_total"}
    return [
        replace(one, field=taken[n] or one.field, sure=True, reason="") if n in taken else one
        for n, one in enumerate(columns)
    ]


def _is_plain(one: Judged, name: str) -> bool:
    """Tell whether a count of one sex is called so for certain, or in one word, misspelt."""
    return one.sure or (one.reason == BY_NAME and len(plain(name).split()) == 1)


def _each_once(sheet: Sheet, columns: Sequence[Judged], given: set[int]) -> list[Judged]:
    """Give each field to one column; where two may be it, and nobody said which, ask."""
    places: dict[str, list[int]] = {}
    # Of two numbers of the rows, a note below may have either.
    noted = any(map(numbers_absent, sheet.below))
    for n, one in enumerate(columns):
        numbered = one.field == RUNNING_NUMBER and one.sure and not noted
        if one.field not in (IGNORED, *MANY_FIELDS) and not numbered:
            places.setdefault(one.field, []).append(n)
    once = list(columns)
    for own in places.values():
        said = [n for n in own if n in given]
        # What stands above the rows is asked about only where no column gives it.
        others = [n for n in own if n not in sheet.offered] or own
        others = [n for n in others if not name_words.is_planned(sheet.header[n])] or others
        others = [n for n in others if once[n].holds != contents.NOTHING] or others
        if once[own[0]].field == "district" and len(others) > 1:
            others = _plain_district(sheet, others)
        if once[own[0]].field == "designation":  # "Thana / Post" beside "Rank"
            stations = [n for n in others if _STATIONS & {*plain(sheet.header[n]).split()}]
            others = [n for n in others if n not in stations] or others
        if once[own[0]].field == "venue":  # which changes no figure
            others = ([n for n in others if once[n].by_name] or others)[:1]
        if once[own[0]].field == "delivered_by":  # nor does this; of persons nobody is named
            others = ([n for n in others if once[n].holds == contents.AGENCIES] or others)[:1]
        first = (said or others)[0]
        for n in own if len(own) > 1 else ():
            if n in given or (n == first and (len(others) == 1 or n in sheet.offered)):
                continue
            if said or n in sheet.offered or (len(others) == 1 and once[n].field in _OF_ONE):
                once[n] = replace(once[n], field=IGNORED, sure=True, reason="")
            else:
                reason = TOTALS if once[n].field == "participants_total" else SEVERAL
                reason = reason.format(field=once[n].field.replace("_", " "))
                taken = once[n].field if n == first else IGNORED
                once[n] = replace(once[n], field=taken, sure=False, reason=reason)
    return once


def _plain_district(sheet: Sheet, places: Sequence[int]) -> list[int]:
    """Return the columns that may be of districts, the likeliest first.

    It is the one that is called a district where others, as postings, say the same.
    One that is called a division, and has the names of those, is none.
    """
    smaller = [n for n in places if not _LARGER & {*plain(sheet.header[n]).split()}]
    if smaller and len(smaller) < len(places):
        return smaller
    elsewhere = [n for n in places if is_of_origin(sheet.header[n])]
    if elsewhere and len(elsewhere) < len(places):
        return _plain_district(sheet, [n for n in places if n not in elsewhere])
    called = [n for n in places if plain(sheet.header[n]) in PLAINLY_A_DISTRICT]
    posted = [n for n in places if is_where_all_serve(sheet, n)]
    if len(posted) == 1 and all(says_less(sheet, n, posted[0]) for n in {*places} - {*posted}):
        return posted
    if len(called) == 1 and all(is_told_again(sheet, n, called[0]) for n in {*places} - {*called}):
        return called
    # Those of nothing but districts come first, before posts of which some tell none.
    return sorted(places, key=lambda n: not contents.is_nothing_but(sheet.cells[n], "district"))


def _meant(known: str | None, holds: str) -> str | None:
    """Return what a column is for its neighbours: of a count that holds texts, names of persons."""
    return "name_of_person" if known in COUNT_FIELDS and holds in NO_NUMBERS else known


def _judged(table: Table, n: int, meant: str | None) -> Judged:
    holds = table.holds[n]
    if meant in (None, "summarises", *COUNT_FIELDS) and (days := _days_counted(table, n)):
        if any(of_who_came(table, day) for day in days):
            return Judged(IGNORED)
        return of_times(table, n)  # nothing else tells who came on none of the days
    if meant is None:
        return of_unknown_name(table, n)
    if n in table.sheet.offered:
        why = table.sheet.offered[n]
        return Judged(meant, sure=not why, reason=why)
    if holds == contents.PARTS and meant != PART:
        return Judged(PART, sure=False, reason=HELD[holds])
    if meant in COUNT_FIELDS:
        return of_count(table, n, meant, holds)
    if meant == "summarises" and holds == contents.RUNNING:
        return Judged(IGNORED)
    if meant == "summarises" and holds not in (contents.NUMBERS, contents.ONES, contents.NOTHING):
        named = holds == contents.TEXTS and not table.has("title", "training_id")
        return Judged("title" if named else IGNORED)  # "Session 3", or what it was on
    if meant == "summarises" and table.listed:
        return Judged(IGNORED)  # how often a person came
    if meant == PRESENCE and holds == contents.NUMBERS and _is_sum_of_sexes(table, n):
        return Judged("participants_total")
    if meant in (PRESENCE, "status") and _are_letters_alone(table, n):
        return Judged(PRESENCE, sure=False, reason=CODES)
    if meant == "status" and (table.listed or holds == contents.PRESENCE):
        return _status(table, n)
    if meant == "designation" and are_ranked(table, n):
        return Judged(IGNORED)  # "Position": 1st, 2nd
    if meant == "title" and _only_numbers(table, n):
        return Judged(IGNORED)
    if meant == "title" and holds == contents.ADDRESSES:
        return Judged("other_personal")
    if meant == PRESENCE:
        return of_presence(table, n, holds)
    if meant == "other_personal" and is_signature(table.sheet.header[n]):
        return of_signature(table, n)
    if meant == "department" and not table.listed and is_reporter(table.sheet, table.fields, n):
        return _reporter(table)
    if meant in PLACE_FIELDS[:2] and may_be_venue(table.sheet, table.fields, n, table.listed):
        return beside_venue(table, meant)
    if meant == RUNNING_NUMBER and may_count(table, n) and table.has("sex"):
        return Judged("participants_total")  # of the sex beside it
    if meant == RUNNING_NUMBER and may_count(table, n):
        return Judged(meant, sure=False, reason=UNREAD_NUMBERS)
    return Judged(meant)


def _reporter(table: Table) -> Judged:
    """Judge an organisation that may report its trainings; in a table of who does what it does."""
    gives = any(map(_WHO_DOES_WHAT.search, table.sheet.beside)) and not table.has("delivered_by")
    return Judged("delivered_by") if gives else Judged("department", sure=False, reason=REPORTER)


def _only_numbers(table: Table, n: int) -> bool:
    """Tell whether a column has "No. 1", "No. 2" beside titles that tell with days as much."""
    texts = table.sheet.cells[n].str.strip()
    own = [place for place, one in enumerate(table.fields) if one in ("title", "date_start")
           and place != n and place not in table.sheet.offered]  # fmt: skip
    named = "title" in [table.fields[place] for place in own]
    if not named or not all(map(_NUMBER.fullmatch, filter(None, texts.unique().tolist()))):
        return False
    return bool((texts.groupby([table.sheet.cells[place] for place in own]).nunique() < 2).all())


def _are_letters_alone(table: Table, n: int) -> bool:
    """Tell whether P and A stand under "P/A" or "Status", and no text says what they mean."""
    texts = {text.strip().casefold() for text in table.sheet.cells[n].unique().tolist()}
    said = _SAYS_WHO_CAME & {*plain(" ".join(table.sheet.beside)).split()}
    called = plain(table.sheet.header[n]) in ("p a", "status")
    unsaid = not said or mean_another(texts, table.sheet.beside)
    return called and {"p", "a"} <= texts and unsaid


def _is_sum_of_sexes(table: Table, n: int) -> bool:
    """Tell whether a column is the sum of women and men beside it, and no other is their total."""
    parts = [place for place, one in enumerate(table.fields) if one in COUNT_COLUMNS[:2]]
    alone = len(parts) == 2 and not table.has("participants_total")
    return alone and is_sum(table.sheet.cells, n, parts)


def _days_counted(table: Table, n: int) -> list[int]:
    """Return the columns of ticks of which each number of a list is how many a person has."""
    marks = (contents.TICKS, contents.PRESENCE, contents.ONES)
    days = [place for place, one in enumerate(table.holds)
            if one in marks and place != n and table.fields[place] not in COUNT_FIELDS
            and not name_words.is_of_remarks(table.sheet.header[place])]  # fmt: skip
    if len(days) < 2 or not table.listed or table.holds[n] not in OF_NUMBERS:
        return []
    cells = table.sheet.cells
    came = [by_text(cells[day], lambda text: presence(text) is True, "bool") for day in days]
    ticks = pd.concat(came, axis=1).sum(axis=1)
    numbers, _ = whole_numbers(cells[n], LARGEST)
    told = numbers.notna()
    return days if told.any() and (numbers[told] == ticks[told]).all() else []


def _status(table: Table, n: int) -> Judged:
    """Judge a status beside names: of who came, or of the training."""
    texts = table.sheet.cells[n].unique()[: contents.LOOKED_AT].tolist()
    of_persons = any(says_absent(text) or says_present(text) for text in texts)
    if of_persons or table.holds[n] == contents.PRESENCE:
        return Judged(PRESENCE)
    if any(map(is_status, texts)) or not any(map(str.strip, texts)):
        return Judged("status")
    told = [
        bool(find_agency(text, Decisions(), post=True).agency or agencies_of_post(text))
        for text in texts
        if text.strip()
    ]
    if sum(told) * 2 > len(told):
        return Judged(IGNORED)  # of what profession somebody is
    return Judged(PRESENCE, sure=False, reason=OF_PERSON)
