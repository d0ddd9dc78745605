"""What one column is taken for, how certain that is, and why somebody is asked about it."""

import re

import pandas as pd

from data.records.distinct import by_text, different_texts
from data.records.rules import whole_numbers
from data.review.agencies.agencies import agencies_of_post, find_agency
from data.sheets.field_names import field_of_name
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    IGNORED,
    PART,
    PLACE_FIELDS,
    PRESENCE,
    RUNNING_NUMBER,
    is_of_any_organisation,
    plain,
)
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.words.absence import says_absent
from data.sheets.words.names import name_words
from data.sheets.words.names.signatures import is_signature
from data.sheets.words.presence import presence, says_present
from data.understanding import contents
from data.understanding.columns.evidence.counted_people import (
    has_sex_among,
    is_sum_of_sexes,
    of_count,
)
from data.understanding.columns.evidence.evidence import (
    Judged,
    Table,
    are_ranked,
    beside_venue,
    may_count,
    of_presence,
    of_times,
)
from data.understanding.columns.evidence.reasons import (
    CODES,
    HELD,
    OF_PERSON,
    REPORTER,
    UNREAD_NUMBERS,
)
from data.understanding.columns.nominees import of_nominees
from data.understanding.columns.unknown.by_contents import OF_NUMBERS
from data.understanding.columns.unknown.unknown_names import of_unknown_name
from data.understanding.columns.who_came import of_signature, of_who_came
from data.understanding.columns.whose_column import is_reporter
from data.understanding.layout.legends import mean_another
from data.understanding.layout.venues import may_be_venue
from data.understanding.rows.training_rows import is_status

#: "Who does what, where" of organisations: 3W, 4Ws, 5W.
_WHO_DOES_WHAT = re.compile(r"\b(?-i:[345] ?Ws?)\b|\bwho (?:is doing|does) what\b", re.IGNORECASE)
#: Words of a list that says who came.
_SAYS_WHO_CAME = frozenset(["attendance", "attended", "present", "absent", "hazri", "haziri",
                            "حاضری"])  # fmt: skip
#: The number of a training in its list, or its code in another program, and no name.
_NUMBER = re.compile(
    r"(?:(?:no|number|sr|training|trg|event|session|activity|workshop|course)\b\W*)*#?\d{1,3}"
    r"|(?=\S*\d)(?=\S*[a-z])[a-z0-9/_-]{5,}",
    re.IGNORECASE,
)


def judged_alone(table: Table, n: int, meant: str | None) -> Judged:
    """Judge a column by its name and cells; ``meant`` is what the name or an answer says of it."""
    holds = table.holds[n]
    if meant in (None, "summarises", *COUNT_FIELDS) and (days := _days_counted(table, n)):
        if any(of_who_came(table, day) for day in days):
            return Judged(IGNORED)
        return of_times(table, n)  # nothing else tells who came on none of the days
    if meant is None:
        return of_nominees(table, n) or of_unknown_name(table, n)
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
    of_all = meant == PRESENCE and holds == contents.NUMBERS
    if of_all and (is_sum_of_sexes(table, n) or has_sex_among(table, n)):
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
    if reporter := _of_reporter(table, n, meant):
        return reporter
    if meant in PLACE_FIELDS[:2] and may_be_venue(table.sheet, table.fields, n, table.listed):
        return beside_venue(table, n, meant)
    if meant == RUNNING_NUMBER and may_count(table, n) and _is_of_beside(table, n):
        return Judged("participants_total")
    if meant == RUNNING_NUMBER and may_count(table, n):
        return Judged(meant, sure=False, reason=UNREAD_NUMBERS)
    return Judged(meant)


def _is_of_beside(table: Table, n: int) -> bool:
    """Tell whether "Number" is that of the sex beside it, or of the participants right before.

    These are told by their agency: "Participants (dept)".
    """
    before = table.holds[n - 1] == contents.AGENCIES if n else False
    of_people = before and name_words.guessed_field(table.sheet.header[n - 1]) in COUNT_FIELDS
    return table.has("sex") or (of_people and not table.has(*COUNT_FIELDS))


def _of_reporter(table: Table, n: int, meant: str) -> Judged | None:
    """Judge an organisation that may report its trainings; in a table of who does what it does."""
    if meant == "delivered_by" and (named := _agency_by_name(table, n)):
        return Judged(named, sure=False, reason=REPORTER)
    if meant != "department" or table.listed or not is_reporter(table.sheet, table.fields, n):
        return None
    gives = any(map(_WHO_DOES_WHAT.search, table.sheet.beside)) and not table.has("delivered_by")
    return Judged("delivered_by") if gives else Judged("department", sure=False, reason=REPORTER)


def _agency_by_name(table: Table, n: int) -> str:
    """Return what agencies beside people are by their name: "Agency", of which a tag says less.

    Blank where another column tells of which agency people are.
    """
    sheet, named = table.sheet, field_of_name(table.sheet.header[n])
    told = table.has(*AGENCY_FIELDS[:2]) or not (table.listed or table.has(*COUNT_FIELDS))
    if told or named not in AGENCY_FIELDS[:2] or not is_of_any_organisation(sheet.tags[n]):
        return ""
    return named if contents.is_nothing_but(sheet.cells[n], "department") else ""


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


def _days_counted(table: Table, n: int) -> list[int]:
    """Return the columns of ticks of which each number of a list is how many a person has."""
    marks = (contents.TICKS, contents.PRESENCE, contents.ONES)
    days = [place for place, one in enumerate(table.holds)
            if one in marks and place != n and table.fields[place] not in COUNT_FIELDS
            and not name_words.is_of_remarks(table.sheet.header[place])]  # fmt: skip
    if len(days) < 2 or not table.listed or table.holds[n] not in OF_NUMBERS:
        return []
    cells = table.sheet.cells[~say_total(table.sheet.written)]
    came = [by_text(cells[day], lambda text: presence(text) is True, "bool") for day in days]
    ticks = pd.concat(came, axis=1).sum(axis=1)
    numbers, _ = whole_numbers(cells[n], LARGEST)
    told = numbers.notna()
    return days if told.any() and (numbers[told] == ticks[told]).all() else []


def _status(table: Table, n: int) -> Judged:
    """Judge a status beside names: of who came, or of the training."""
    texts = different_texts(table.sheet.cells[n], contents.LOOKED_AT)
    of_persons = any(says_absent(text) or says_present(text) for text in texts)
    if of_persons or table.holds[n] == contents.PRESENCE:
        return Judged(PRESENCE)
    if any(map(is_status, texts)) or not any(map(str.strip, texts)):
        return Judged("status")
    told = [
        bool(find_agency(text, post=True).agency or agencies_of_post(text))
        for text in texts
        if text.strip()
    ]
    if sum(told) * 2 > len(told):
        return Judged(IGNORED)  # of what profession somebody is
    return Judged(PRESENCE, sure=False, reason=OF_PERSON)
