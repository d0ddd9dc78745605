"""What one column is taken for, how certain that is, and why somebody is asked about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from data.records.dates import is_day
from data.records.model import COUNT_COLUMNS
from data.sheets import mapping
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    IGNORED,
    MANY_FIELDS,
    PART,
    PERSONAL_FIELDS,
    PLACE_FIELDS,
    PRESENCE,
    RUNNING_NUMBER,
    is_choice,
    is_share,
    plain,
)
from data.sheets.presence import says_absent, says_present
from data.sheets.sheet import Sheet
from data.sheets.split_days import MONTHS_OF, is_part_of_a_day
from data.sheets.total_columns import is_sum, is_within, total_columns
from data.understanding import contents
from data.understanding.training_rows import is_status
from data.understanding.whose_column import is_plainly, is_reporter, may_be_venue, tells_agencies

#: Fields that say that a row is of one person.
NAMED = frozenset(["name_of_person", "identity", "passport"])
BY_NAME = "Its name may say so."
CUMULATIVE = "It seems to add up the rows before, whose people would be counted again."
PART_OF = "It counts some of those of another column."
PARTS = " Where each counts others, they are parts (participants_part), and added up."
OF_PERSON = "It may say who came, and not what became of the training."
UNSIGNED = "Some have signed and others not. Did these not come? Then it says who was present."
NO_TIME = "Whoever has no time of day in it may not have come."
PLANNED = "It seems to count who was to come, not who came."
ACTUAL = "It seems to count who came, beside a column of those who were to come."
MARKS = "In a list with names it may be days present, marks or another number."
UNREAD_NUMBERS = "It holds numbers and is not read. Do they count people?"
WORDS = "It holds texts and no numbers; they may be names."
REPORTER = "It may be who reports or gives the training, and not where the participants serve."
VENUES = "It may be the district of the venue, and not where the participants serve."
_HELD = {
    contents.PRESENCE: "It holds who was present and absent.",
    contents.TICKS: "It holds ticks.",
    contents.ONES: "It holds 1 and 0, or nothing but 1.",
    contents.AGENCIES: "It holds agencies.",
    contents.MONTHS: "It holds months.",
    contents.DAYS: "It holds dates.",
    contents.PARTS: "It holds who took part and who led the training.",
    contents.SEXES: "It holds words for a sex.",
    contents.DISTRICTS: "It holds districts.",
}
_NO_NUMBERS = (contents.TEXTS, contents.AGENCIES, contents.DISTRICTS)


@dataclass(frozen=True)
class Judged:
    """What a column is taken for; ``by_name`` where its own name or tag says so."""

    field: str
    sure: bool = True
    reason: str = ""
    holds: str = contents.NOTHING
    by_name: bool = False


@dataclass(frozen=True)
class _Table:
    """The columns of a sheet together: names, what each is by its name or an answer, contents."""

    sheet: Sheet
    fields: Sequence[str | None]
    holds: Sequence[str]

    @cached_property
    def sums(self) -> dict[int, str]:
        """The fields of columns that nobody knows, as the sums of the rows tell them."""
        numbers = (contents.NUMBERS, contents.ONES, contents.RUNNING)
        unread = [n for n, one in enumerate(self.fields) if not one and self.holds[n] in numbers]
        return total_columns(self.sheet.cells, self.fields, unread)

    def has(self, *fields: str) -> bool:
        return any(name in fields for name in self.fields)

    @property
    def listed(self) -> bool:
        """Whether each row seems to name a person."""
        return self.has(*NAMED)


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
    # Nothing is asked of what a person is known by.
    holds = [
        contents.TEXTS if one in PERSONAL_FIELDS else contents.contents_of(sheet.cells[n])
        for n, one in enumerate(known)
    ]
    fields = [given.get(n, _meant(one, holds[n])) for n, one in enumerate(known)]
    table = _Table(sheet, fields, holds)
    judgements = []
    for n, one in enumerate(known):
        if n in given:
            judgements.append(Judged(given[n], holds=holds[n], by_name=given[n] == one))
            continue
        judgement = replace(_judged(table, n, one), holds=holds[n], by_name=one is not None)
        if n in sheet.offered and constants.get(judgement.field):
            judgement = Judged(IGNORED, holds=holds[n])
        judgements.append(judgement)
    return _each_once(sheet, _summed(sheet, judgements), set(given))


def _summed(sheet: Sheet, columns: Sequence[Judged]) -> list[Judged]:
    """Take women and men for what their names may say where a total beside them is their sum."""
    places = {name: [n for n, one in enumerate(columns) if one.field == name]
              for name in COUNT_COLUMNS[:2]}  # fmt: skip
    if any(len(own) != 1 for own in places.values()):
        return list(columns)
    parts = [own[0] for own in places.values()]
    totals = [n for n, one in enumerate(columns) if n not in parts and one.holds == contents.NUMBERS
              and {"total", "t"} & set(plain(sheet.header[n]).split())
              and all(mapping.counts_plainly(sheet.header[each]) for each in (n, *parts))
              and is_sum(sheet.cells, n, parts)]  # fmt: skip
    if len(totals) != 1 or columns[totals[0]].field not in (IGNORED, "participants_total"):
        return list(columns)
    taken = dict.fromkeys(parts, "") | {totals[0]: "participants_total"}
    return [
        replace(one, field=taken[n] or one.field, sure=True, reason="") if n in taken else one
        for n, one in enumerate(columns)
    ]


def _each_once(sheet: Sheet, columns: Sequence[Judged], given: set[int]) -> list[Judged]:
    """Give each field to one column; where two may be it, and nobody said which, ask."""
    places: dict[str, list[int]] = {}
    for n, one in enumerate(columns):
        if one.field not in (IGNORED, *MANY_FIELDS):
            places.setdefault(one.field, []).append(n)
    once = list(columns)
    for own in places.values():
        said = [n for n in own if n in given]
        # What stands above the rows is asked about only where no column gives it.
        others = [n for n in own if n not in sheet.offered] or own
        others = [n for n in others if not mapping.is_planned(sheet.header[n])] or others
        first = (said or others)[0]
        for n in own if len(own) > 1 else ():
            if n in given or (n == first and (len(others) == 1 or n in sheet.offered)):
                continue
            if said or n in sheet.offered:
                once[n] = replace(once[n], field=IGNORED, sure=True, reason="")
            else:
                reason = f"More than one column may be {once[n].field.replace('_', ' ')}."
                reason += PARTS if once[n].field == "participants_total" else ""
                taken = once[n].field if n == first else IGNORED
                once[n] = replace(once[n], field=taken, sure=False, reason=reason)
    return once


def _meant(known: str | None, holds: str) -> str | None:
    """Return what a column is for its neighbours: of a count that holds texts, names of persons."""
    return "name_of_person" if known in COUNT_FIELDS and holds in _NO_NUMBERS else known


def _judged(table: _Table, n: int, meant: str | None) -> Judged:
    holds = table.holds[n]
    if meant is None:
        return _unknown(table, n)
    if n in table.sheet.offered:
        why = table.sheet.offered[n]
        return Judged(meant, sure=not why, reason=why)
    if holds == contents.PARTS and meant != PART:
        return Judged(PART, sure=False, reason=_HELD[holds])
    if meant in COUNT_FIELDS:
        return _count(table, meant, holds)
    if meant == "status" and (table.listed or holds == contents.PRESENCE):
        return _status(table, n)
    if meant == "title" and holds == contents.ADDRESSES:
        return Judged("other_personal")
    if meant == PRESENCE:
        return _presence(table, holds)
    if meant == "other_personal" and mapping.is_signature(table.sheet.header[n]):
        filled = table.sheet.cells[n].str.strip() != ""
        some = table.listed and 0 < filled.sum() < len(filled)
        return Judged(meant, sure=not some, reason=UNSIGNED if some else "")
    if meant == "department" and not table.listed and is_reporter(table.sheet, table.fields, n):
        return Judged(meant, sure=False, reason=REPORTER)
    if meant in PLACE_FIELDS[:2] and may_be_venue(table.sheet, table.fields, n, table.listed):
        return Judged(meant, sure=False, reason=VENUES)
    if meant == RUNNING_NUMBER and _may_count(table, n):
        return Judged(meant, sure=False, reason=UNREAD_NUMBERS)
    return Judged(meant)


def _count(table: _Table, meant: str, holds: str) -> Judged:
    """Judge a column that a name calls a number of people."""
    by_sex = meant in ("participants_f", "participants_m")
    if holds == contents.PRESENCE and not by_sex:
        return Judged(PRESENCE, sure=table.listed, reason=_HELD[holds])
    if holds in _NO_NUMBERS:
        return Judged("name_of_person", sure=False, reason=WORDS)
    if holds == contents.TICKS and not by_sex:
        return Judged(PRESENCE, sure=False, reason=_HELD[holds])
    if table.listed and meant == "participants_total":
        return Judged(IGNORED, sure=False, reason=MARKS)
    return Judged(meant)


def _presence(table: _Table, holds: str, *, of_days: bool = False) -> Judged:
    if holds in (contents.NUMBERS, contents.RUNNING):
        if table.listed:
            return Judged(PRESENCE if of_days else IGNORED, sure=False, reason=MARKS)
        return Judged("participants_total", sure=False, reason=UNREAD_NUMBERS)
    if holds in (contents.PRESENCE, contents.TICKS, contents.NOTHING):
        return Judged(PRESENCE)
    sure = holds == contents.ONES and table.listed
    return Judged(PRESENCE, sure=sure, reason=_HELD.get(holds, BY_NAME))


def _status(table: _Table, n: int) -> Judged:
    """Judge a status beside names: of who came, or of the training."""
    texts = table.sheet.cells[n].unique()[: contents.LOOKED_AT].tolist()
    of_persons = any(says_absent(text) or says_present(text) for text in texts)
    if of_persons or table.holds[n] == contents.PRESENCE:
        return Judged(PRESENCE)
    if any(map(is_status, texts)) or not any(map(str.strip, texts)):
        return Judged("status")
    return Judged(PRESENCE, sure=False, reason=OF_PERSON)


def _unknown(table: _Table, n: int) -> Judged:
    """Judge a column whose name is not known: by words of its name, else by what it holds."""
    name, holds = table.sheet.header[n], table.holds[n]
    if mapping.is_cumulative(name) and holds in (contents.NUMBERS, contents.RUNNING):
        return Judged(IGNORED, sure=table.has(*COUNT_FIELDS), reason=CUMULATIVE)
    guess = mapping.guessed_field(name)
    if holds == contents.DAYS and (which := _which_day(table, name)):
        return Judged(which)
    if guess == PRESENCE and holds == contents.TEXTS and mapping.names_training(name):
        guess = "title"
    if guess == "other_personal" and holds in (contents.AGENCIES, contents.DISTRICTS):
        return _by_contents(table, n)
    if guess in PERSONAL_FIELDS:
        enough = table.has(*COUNT_FIELDS) and not table.listed
        enough |= table.has("district", "adm2_pcode") and table.has(*AGENCY_FIELDS)
        certain = plain(name) != "name" and ("name" not in plain(name).split() or enough)
        return Judged(guess, sure=certain or guess != "other_personal", reason=BY_NAME)
    if guess in COUNT_FIELDS and mapping.is_of_others(name):
        return Judged(IGNORED)
    twin = mapping.has_twin(name, table.sheet.header)
    came = any(map(mapping.is_of_who_came, table.sheet.header))
    if guess == IGNORED:
        return Judged(IGNORED, sure=twin or came, reason=PLANNED)
    if mapping.is_part(name):
        of_sex = guess in ("participants_f", "participants_m")
        sure = of_sex and is_within(table.sheet.cells, table.fields, n)
        return Judged(guess if of_sex and guess else IGNORED, sure=sure, reason=PART_OF)
    if guess and (guess in MANY_FIELDS or not table.has(guess)):
        if guess in COUNT_FIELDS:
            one = _count(table, guess, holds)
            return replace(one, sure=twin and one.sure, reason=one.reason or BY_NAME)
        if guess == PRESENCE:
            of_days = bool({"day", "days"} & set(plain(name).split()))
            presence = _presence(table, holds, of_days=of_days)
            return replace(presence, sure=holds == contents.PRESENCE)
        sure = is_plainly(table.sheet, n, guess)
        return Judged(guess, sure=sure, reason="" if sure else BY_NAME)
    return _by_contents(table, n)


def _which_day(table: _Table, name: str) -> str:
    """Return which day of a training a column of days gives, where no name is plainer."""
    if table.has("date_start", "date_end"):
        return ""
    days = [one for n, one in enumerate(table.sheet.header) if table.holds[n] == contents.DAYS]
    return mapping.first_or_last(name, days)


def _by_contents(table: _Table, n: int) -> Judged:
    name, holds = table.sheet.header[n], table.holds[n]
    if holds == contents.ONES and is_choice(name, table.sheet.header):
        return Judged(IGNORED)
    attending = mapping.may_tell_who_came(name) or is_day(name)
    attending |= name.casefold().startswith("day") or is_day(f"{name} 2024")
    if n in table.sums:
        return Judged(table.sums[n])
    if holds == contents.PRESENCE:
        return Judged(PRESENCE, sure=attending, reason=_HELD[holds])
    if holds == contents.TICKS and (attending or contents.has_signs(table.sheet.cells[n])):
        return Judged(PRESENCE, sure=False, reason=_HELD[holds])
    if holds == contents.ONES and attending and table.listed:
        return Judged(PRESENCE, sure=False, reason=_HELD[holds])
    if holds == contents.TIMES and table.listed and (table.sheet.cells[n].str.strip() == "").any():
        return Judged(PRESENCE, sure=False, reason=NO_TIME)
    if mapping.is_of_who_came(name) and any(map(mapping.is_planned, table.sheet.header)):
        return Judged("participants_total", sure=False, reason=ACTUAL)
    if holds == contents.NUMBERS and table.has("sex") and plain(name) in ("count", "number"):
        return Judged("participants_total", sure=not table.listed, reason=UNREAD_NUMBERS)
    if holds in (contents.NUMBERS, contents.ONES) and _may_count(table, n):
        planned = mapping.is_planned(name)
        came = any(map(mapping.is_of_who_came, table.sheet.header))
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
            sure |= kind == contents.MONTHS and plain(name) in MONTHS_OF
            sure |= kind == contents.AGENCIES and tells_agencies(table.sheet, table.fields, n)
            return Judged(meant, sure=sure, reason="" if sure else _HELD[holds])
    return Judged(IGNORED)


def _may_count(table: _Table, n: int) -> bool:
    """Tell whether the numbers of a column that is not read may be people."""
    words = set(plain(table.sheet.header[n]).split())
    name = table.sheet.header[n]
    if table.listed or mapping.is_of_no_people(name) or is_share(name) or is_part_of_a_day(name):
        return False
    if table.fields[n] == RUNNING_NUMBER:  # "No" and "Number" may be either
        plainly_serial = not words <= {"no", "number", "nos"}
        return not plainly_serial and table.holds[n] == contents.NUMBERS
    return True
