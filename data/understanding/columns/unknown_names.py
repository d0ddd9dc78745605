"""A column whose name is in no list: what words of its name, else its cells, say that it may be."""

import re
from dataclasses import replace

from data.records.dates import is_day
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    IGNORED,
    MANY_FIELDS,
    PART,
    PERSONAL_FIELDS,
    PLACE_FIELDS,
    PRESENCE,
    is_choice,
    plain,
)
from data.sheets.split_days import MONTHS_OF
from data.sheets.total_columns import is_within
from data.sheets.words import name_words
from data.understanding import contents
from data.understanding.columns.evidence import (
    ACTUAL,
    BY_NAME,
    CUMULATIVE,
    HELD,
    LISTS,
    NO_TIME,
    PART_OF,
    PLANNED,
    UNREAD_NUMBERS,
    Judged,
    Table,
    may_count,
    of_count,
    of_presence,
)
from data.understanding.columns.whose_column import (
    holds_homes,
    is_of_participants,
    is_plainly,
    tells_agencies,
)
from data.understanding.layout.counts_in_cells import counts_agencies

_MONTHS = frozenset(["month", *MONTHS_OF])
_FILE = re.compile(r"https?://\S+|[^\s/]+\.(?:jpe?g|png|pdf|docx?|xlsx?|heic)", re.IGNORECASE)


def of_unknown_name(table: Table, n: int) -> Judged:
    """Judge a column whose name is not known: by words of its name, else by what it holds."""
    name, holds = table.sheet.header[n], table.holds[n]
    if name_words.is_cumulative(name) and holds in (contents.NUMBERS, contents.RUNNING):
        return Judged(IGNORED, sure=table.has(*COUNT_FIELDS), reason=CUMULATIVE)
    guess = name_words.guessed_field(name)
    if holds == contents.DAYS and (which := _which_day(table, name)):
        return Judged(which)
    if guess == PRESENCE and holds == contents.TEXTS and name_words.names_training(name):
        guess = "title"
    if guess == "other_personal" and holds in (contents.AGENCIES, contents.DISTRICTS):
        return by_contents(table, n)
    if guess in PERSONAL_FIELDS:
        enough = table.has(*COUNT_FIELDS) and not table.listed
        enough |= table.has("district", "adm2_pcode") and table.has(*AGENCY_FIELDS)
        guesses = {name_words.guessed_field(one) for one in table.sheet.header}
        enough |= (table.has("sex", PRESENCE) or "sex" in guesses) and not table.listed
        certain = plain(name) != "name" and ("name" not in plain(name).split() or enough)
        return Judged(guess, sure=certain or guess != "other_personal", reason=BY_NAME)
    if guess == "department" and "reporting" in plain(name).split() and not table.listed:
        return Judged(IGNORED if table.has("delivered_by") else "delivered_by")
    if guess in COUNT_FIELDS and name_words.is_of_others(name):
        return Judged(IGNORED)
    twin = name_words.has_twin(name, table.sheet.header)
    came = any(map(name_words.is_of_who_came, table.sheet.header))
    if guess == IGNORED:
        return Judged(IGNORED, sure=twin or came, reason=PLANNED)
    if name_words.is_part(name):
        of_sex = guess in ("participants_f", "participants_m")
        sure = of_sex and is_within(table.sheet.cells, table.fields, n)
        return Judged(guess if of_sex and guess else IGNORED, sure=sure, reason=PART_OF)
    if guess and (guess in MANY_FIELDS or not table.has(guess)):
        if guess in COUNT_FIELDS:
            one = of_count(table, guess, holds)
            return replace(one, sure=twin and one.sure, reason=one.reason or BY_NAME)
        if guess == PRESENCE and _are_files(table, n):
            return Judged(IGNORED)
        if guess == PRESENCE:
            of_days = bool({"day", "days"} & set(plain(name).split()))
            presence = of_presence(table, holds, of_days=of_days)
            return replace(presence, sure=holds == contents.PRESENCE)
        sure = is_plainly(table.sheet, n, guess)
        sure |= table.listed and is_of_participants(name, guess, holds)
        return Judged(guess, sure=sure, reason="" if sure else BY_NAME)
    return by_contents(table, n)


def _are_files(table: Table, n: int) -> bool:
    """Tell whether a column holds names or addresses of files, as of a list that was uploaded."""
    texts = [text.strip() for text in table.sheet.cells[n].unique().tolist() if text.strip()]
    return bool(texts) and all(map(_FILE.fullmatch, texts))


def _which_day(table: Table, name: str) -> str:
    """Return which day of a training a column of days gives, where no name is plainer."""
    if table.has("date_start", "date_end"):
        return ""
    days = [one for n, one in enumerate(table.sheet.header) if table.holds[n] == contents.DAYS]
    return name_words.first_or_last(name, days)


def by_contents(table: Table, n: int) -> Judged:
    """Judge a column of whose name no word is known, by what it holds."""
    name, holds = table.sheet.header[n], table.holds[n]
    if holds == contents.ONES and is_choice(name, table.sheet.header):
        return Judged(IGNORED)
    attending = name_words.may_tell_who_came(name) or is_day(name)
    of_day = name.casefold().startswith("day") or is_day(name) or is_day(f"{name} 2024")
    of_day |= name.isdecimal() and len(name) < 3
    attending |= of_day
    if n in table.sums:
        return Judged(table.sums[n])
    if holds == contents.PRESENCE:
        return Judged(PRESENCE, sure=attending, reason=HELD[holds])
    if holds == contents.TICKS and (attending or contents.has_signs(table.sheet.cells[n])):
        return Judged(PRESENCE, sure=of_day and table.listed, reason=HELD[holds])
    if holds == contents.ONES and attending and table.listed:
        return Judged(PRESENCE, sure=False, reason=HELD[holds])
    if holds == contents.TIMES and table.listed and (table.sheet.cells[n].str.strip() == "").any():
        return Judged(PRESENCE, sure=False, reason=NO_TIME)
    if name_words.is_of_who_came(name) and any(map(name_words.is_planned, table.sheet.header)):
        return Judged("participants_total", sure=False, reason=ACTUAL)
    if holds == contents.NUMBERS and table.has("sex") and plain(name) in ("count", "number"):
        return Judged("participants_total", sure=not table.listed, reason=UNREAD_NUMBERS)
    if holds in (contents.NUMBERS, contents.ONES) and may_count(table, n):
        planned = name_words.is_planned(name)
        came = any(map(name_words.is_of_who_came, table.sheet.header))
        return Judged(IGNORED, sure=planned and came, reason=PLANNED if planned else UNREAD_NUMBERS)
    for kind, meant, others in (
        (contents.AGENCIES, "department", AGENCY_FIELDS),
        (contents.DISTRICTS, "district", PLACE_FIELDS),
        (contents.DAYS, "date_start", ("date_start",)),
        (contents.MONTHS, "date_start", ("date_start",)),
        (contents.PARTS, PART, (PART,)),
        (contents.SEXES, "sex", ("sex", *COUNT_FIELDS)),
    ):
        if holds == kind and not table.has(*others):
            sure = is_plainly(table.sheet, n, meant)
            sure |= kind == contents.MONTHS and bool(_MONTHS & set(plain(name).split()))
            sure |= kind == contents.DISTRICTS and holds_homes(table.sheet, n)
            sure |= kind == contents.AGENCIES and tells_agencies(table.sheet, table.fields, n)
            return Judged(meant, sure=sure, reason="" if sure else HELD[holds])
    listed = counts_agencies(table.sheet.cells[n])
    return Judged(IGNORED, sure=not listed, reason=LISTS if listed else "")
