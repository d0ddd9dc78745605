"""What the judgement of a column rests on: its table, its cells, and why it is asked about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from data.records.distinct import filled_texts, is_filled
from data.records.model import COUNT_COLUMNS
from data.records.rules import whole_numbers
from data.review.agencies.agencies import agencies_of_post
from data.sheets.fields import (
    CHILDREN,
    COUNT_FIELDS,
    IGNORED,
    PRESENCE,
    RUNNING_NUMBER,
    is_of_age,
    is_share,
    plain,
)
from data.sheets.sheet import Sheet
from data.sheets.split_days import is_part_of_a_day
from data.sheets.totals.total_columns import counts_rows, is_sum, total_columns
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.words.day_numbers import is_of_a_day
from data.sheets.words.names import name_words
from data.sheets.words.presence import asks_who_came
from data.understanding import contents
from data.understanding.layout.venues import came_from_several
from geo.names.remembered import once_a_reading
from geo.words.catalogue import _

#: Fields that say that a row is of one person.
NAMED = frozenset(["name_of_person", "identity", "passport"])
#: The place that somebody came in: 1st, 2nd.
_ORDINAL = re.compile(r"\d{1,2}\s*(?:st|nd|rd|th)?\b(?:\s+position)?$", re.IGNORECASE)
BY_NAME = _("Its name may say so.")
CUMULATIVE = _("It seems to add up the rows before, whose people would be counted again.")
PART_OF = _("It counts some of those of another column.")
SEVERAL = _("More than one column may be {field}.")
TOTALS = _(
    "More than one column may be {field}. Where each counts others, they are parts "
    "(participants_part), and added up."
)
OF_PERSON = _("It may say who came, and not what became of the training.")
UNSIGNED = _("Some have signed and others not. Did these not come? Then it says who was present.")
CODES = _("It holds letters that nothing explains. Do they say who came?")
SOME_HELD = _("Some of its rows say that they were held and others nothing. Were these not held?")
DAY_COUNTS = _(
    "It seems to count who came on one day. Added up, whoever came on several is counted again."
)
LEFT_OPEN = _("A text beside the table says that its blanks are not known yet.")
NO_TIME = _("Whoever has no time of day in it may not have come.")
PLANNED = _("It seems to count who was to come, not who came.")
PLANNED_OR_HELD = _(
    "The texts above are of trainings planned and of those held, and nothing says which of them "
    "each is. Did those come whom it counts?"
)
ACTUAL = _("It seems to count who came, beside a column of those who were to come.")
MARKS = _("In a list with names it may be days present, marks or another number.")
UNREAD_NUMBERS = _("It holds numbers and is not read. Do they count people?")
LISTS = _("Some of its cells say how many came from each agency; the other columns do not.")
WORDS = _("It holds texts and no numbers; they may be names.")
REPORTER = _("It may be who reports or gives the training, and not where the participants serve.")
NAMED_DISTRICTS = _("Its texts name districts. Are they those in which the participants serve?")
FILLED = _("It is when the form was filled in. Was that on the day of the training?")
VENUES = _("It may be the district of the venue, and not where the participants serve.")
HELD = {
    contents.PRESENCE: _("It holds who was present and absent."),
    contents.TICKS: _("It holds ticks."),
    contents.ONES: _("It holds 1 and 0, or nothing but 1."),
    contents.AGENCIES: _("It holds agencies."),
    contents.MONTHS: _("It holds months."),
    contents.DAYS: _("It holds dates."),
    contents.PARTS: _("It holds who took part and who led the training."),
    contents.SEXES: _("It holds words for a sex."),
    contents.DISTRICTS: _("It holds districts."),
}
_MARKS = frozenset(["result", "marks", "score", "written", "practical", "grade", "pre", "post",
                    "paper", "papers"])  # fmt: skip
_TO_COME = r"(?:propos(?:ed|al)|plann?ed|scheduled|to be (?:held|conducted)|targeted|tentative)"
_BETWEEN = r"(?:\s*[/&,+-]\s*|\s+(?:and|or|and/or)\s+)"
_DONE = r"(?:conducted|held|completed|organi[sz]ed|delivered|carried out|implemented|executed)"
#: "Trainings proposed / conducted": of which each is, only a column can tell.
_EITHER = re.compile(
    rf"\b(?:{_TO_COME}{_BETWEEN}{_DONE}|{_DONE}{_BETWEEN}{_TO_COME})\b", re.IGNORECASE
)
_ANY_DONE = re.compile(rf"\b(?:{_DONE}|attended|trained|achieved|actual)\b", re.IGNORECASE)
_ONLY_TO_COME = re.compile(
    r"\b(?:proposed|tentative|planned|upcoming)\b[^.;]{0,25}"
    r"\b(?:training|workshop|session|seminar|course)s\b|\b(?:training|session|workshop)s? plan\b",
    re.IGNORECASE,
)
#: What may be of trainings that were held, or are to be: where all its numbers are round, these.
_CALENDAR = re.compile(r"\b(?:calendar|schedule|time ?table)\b|کیلنڈر|شیڈول", re.IGNORECASE)
ROUND, ENOUGH_ROUND = 5, 3
#: A note that who came is not known yet: "Attendance of group 2 awaited; blanks to be filled in".
_YET_TO_COME = re.compile(
    r"\bblanks? (?:cells? )?(?:to be|will be|is|are) (?:filled|updated|not (?:yet )?known|awaited)"
    r"|\b(?:attendance|status|confirmation)\b[^.;]*\b(?:awaited|pending|not (?:yet )?(?:received"
    r"|known|confirmed|available)|yet to be (?:received|confirmed|filled|marked))"
    r"|حاضری[^.\u06d4]*(?:موصول نہیں|باقی ہے|انتظار)",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\(\s*(?:out of\s*)?\d+\s*(?:marks)?\s*\)$", re.IGNORECASE)
#: Codes of who came, for whom nothing says which is which; 8 and 9 are mostly of none.
_CODES = frozenset(["1", "2", "3", "8", "9", "88", "99"])
_POINTED = re.compile(r"\d{1,3}\.(?!0+$)\d{1,3}(?:\.\d{1,3})?")
_SUMS = frozenset(["total", "totals", "grand", "sum", "t", "marks", "score", "obtained"])
#: On more days nobody comes to a training; such numbers are of something else.
MOST_DAYS = 31
#: What a column is called that names one person in each row.
ONE_WHO = frozenset(["nominee", "nominees", "delegate", "representative", "paid to", "payee",
                     "officer", "officers", "official", "officials", "employee", "employees",
                     "member", "members", "staff member", "member of staff", "afsar", "afsaran",
                     "mulazim", "افسر", "افسران", "اہلکار", "ملازم", "رکن"])  # fmt: skip
NO_NUMBERS = (contents.TEXTS, contents.AGENCIES, contents.DISTRICTS)


@dataclass(frozen=True)
class Judged:
    """What a column is taken for; ``by_name`` where its own name or tag says so."""

    field: str
    sure: bool = True
    reason: str = ""
    holds: str = contents.NOTHING
    by_name: bool = False


@dataclass(frozen=True)
class Table:
    """The columns of a sheet together: names, what each is by its name or an answer, contents."""

    sheet: Sheet
    fields: Sequence[str | None]
    holds: Sequence[str]

    @cached_property
    def sums(self) -> dict[int, str]:
        """The fields of columns that nobody knows, as the sums of the rows tell them.

        Ones in a list say who came, though their sum stands beside them.
        """
        numbers = (contents.NUMBERS, contents.RUNNING)
        numbers = numbers if self.listed else (*numbers, contents.ONES)
        unread = [n for n, one in enumerate(self.fields) if not one and self.holds[n] in numbers]
        fields = [*self.fields]
        if self.whole is not None:
            fields[self.whole] = "participants_total"
            unread.remove(self.whole)
        return total_columns(self.sheet.cells, fields, unread)

    @cached_property
    def whole(self) -> int | None:
        """The one column of numbers whose name may mean all participants, if none counts else."""
        may_be = [n for n, one in enumerate(self.fields)
                  if not one and self.holds[n] == contents.NUMBERS
                  and name_words.guessed_field(self.sheet.header[n]) == "participants_total"
                  and not name_words.is_planned(self.sheet.header[n])
                  and not name_words.is_of_others(self.sheet.header[n])]  # fmt: skip
        return may_be[0] if len(may_be) == 1 and not self.has(*COUNT_FIELDS) else None

    @cached_property
    def counts_by_posts(self) -> bool:
        """Whether several columns of numbers are named by posts, and none counts otherwise."""
        posts = [n for n, name in enumerate(self.sheet.header)
                 if self.holds[n] == contents.NUMBERS and is_post(name)]  # fmt: skip
        return len(posts) > 1 and not self.listed and not self.has(*COUNT_FIELDS)

    def has(self, *fields: str) -> bool:
        """Tell whether a column is one of some fields."""
        return any(name in fields for name in self.fields)

    @property
    def listed(self) -> bool:
        """Whether each row seems to name a person."""
        return self.has(*NAMED)


def has_marks(header: Sequence[str]) -> bool:
    """Tell whether a column has the name of marks, "Moot (50)", as of those who were examined."""
    return any(_MARKS & {*plain(name).split()} or _OUT_OF.search(name) for name in header)


@once_a_reading
def is_post(name: str) -> bool:
    """Tell whether the name of a column is that of a post or rank, or of several who have it."""
    return bool(agencies_of_post(name))


def of_count(table: Table, n: int, meant: str, holds: str) -> Judged:
    """Judge a column that a name calls a number of people."""
    by_sex, name = meant in (*COUNT_COLUMNS[:2], *CHILDREN), table.sheet.header[n]
    if holds == contents.PRESENCE and not by_sex:
        return Judged(PRESENCE, sure=table.listed, reason=HELD[holds])
    if holds in NO_NUMBERS:
        ticked = [n for n, one in enumerate(table.fields) if one in COUNT_COLUMNS[:2]
                  and table.holds[n] in (contents.TICKS, contents.ONES)]  # fmt: skip
        each = table.has("sex") or len(ticked) > 1 or name_words.is_of_one_who_came(name)
        return Judged("name_of_person", sure=each, reason=WORDS)
    if holds == contents.TICKS and not by_sex:
        return Judged(PRESENCE, sure=table.listed and asks_who_came(name), reason=HELD[holds])
    if not table.listed and (why := _may_be_planned(table, n)):
        return Judged(meant, sure=False, reason=why)
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
            and is_of_a_day(name)]  # fmt: skip
    return len(days) > 1 and is_sum(table.sheet.cells, n, days)


def _are_beside_adults(table: Table) -> bool:
    """Tell whether children are no part of women or men, or a total that differs would show it."""
    wholes = [n for n, one in enumerate(table.fields) if one == "participants_total"]
    parts = [n for n, one in enumerate(table.fields) if one in COUNT_FIELDS and n not in wholes]
    completed = len(wholes) == 1 and is_sum(table.sheet.cells, wholes[0], parts)
    return completed or all(map(table.has, COUNT_COLUMNS[:2]))


def of_times(table: Table, n: int) -> Judged:
    """Judge a number of each person of a list that may be of days: whoever has 0 never came."""
    records = ~say_total(table.sheet.cells)
    numbers = whole_numbers(table.sheet.cells.loc[records, n], LARGEST)[0].dropna()
    if numbers.eq(0).any() and numbers.between(0, MOST_DAYS).all():
        return Judged(PRESENCE, sure=False, reason=MARKS)
    return Judged(IGNORED)


def _may_be_planned(table: Table, n: int) -> str:
    """Return why those counted may be who was to come: by a text above, where no column tells."""
    own = [name for n, name in enumerate(table.sheet.header) if n not in table.sheet.offered]
    texts = (*table.sheet.above, table.sheet.name)
    either = any(map(_EITHER.search, texts))
    to_come = any(map(_ONLY_TO_COME.search, texts))
    to_come |= any(map(_CALENDAR.search, texts)) and _are_round(table, n)
    to_come &= not any(map(_ANY_DONE.search, texts))
    if not (either or to_come) or table.has("status") or any(
        name_words.is_planned(name) or name_words.is_of_who_came(name) for name in own
    ):  # fmt: skip
        return ""
    return PLANNED_OR_HELD if either else PLANNED


def _are_round(table: Table, n: int) -> bool:
    """Tell whether several numbers of a column, but for sums, are all round, as seats are."""
    records = ~say_total(table.sheet.cells)
    numbers = whole_numbers(table.sheet.cells.loc[records, n], LARGEST)[0].dropna()
    return len(numbers) >= ENOUGH_ROUND and bool((numbers % ROUND == 0).all())


def says_people(name: str) -> bool:
    """Tell whether the name of a number says of what it is, and not only that it is a total."""
    return bool({*plain(name).split()} - _SUMS)


def _are_left_open(sheet: Sheet, n: int) -> bool:
    """Tell whether a note says that who came is yet to be filled in, where it is blank."""
    blank = not is_filled(sheet.cells[n]).all()
    return blank and any(map(_YET_TO_COME.search, (*sheet.above, *sheet.below)))


def beside_venue(table: Table, meant: str) -> Judged:
    """Judge a district that may be the venue's; it is where all came from several others."""
    if meant == "district" and came_from_several(table.sheet.beside):
        return Judged("venue_district")
    return Judged(meant, sure=False, reason=VENUES)


def of_presence(table: Table, n: int, holds: str, *, of_days: bool = False) -> Judged:
    """Judge a column that a name calls one of who came; ``of_days``: or on how many days."""
    if holds in (contents.NUMBERS, contents.RUNNING):
        if table.listed:
            records = ~say_total(table.sheet.cells)
            numbers = whole_numbers(table.sheet.cells.loc[records, n], LARGEST)[0]
            if (numbers > 0).all() and table.has("sex") and (of_days or not _are_codes(table, n)):
                return Judged(IGNORED)
            # Whoever came on no day did not come.
            sure = of_days and bool(numbers.dropna().between(0, MOST_DAYS).all())
            return Judged(PRESENCE if of_days else IGNORED, sure=sure, reason=MARKS)
        planned = any(map(name_words.is_planned, table.sheet.header))
        sure = planned and name_words.is_of_who_came(table.sheet.header[n])
        sure &= not table.has(*COUNT_FIELDS)  # of which it may be the sum, and is none
        return Judged("participants_total", sure=sure, reason=UNREAD_NUMBERS)
    if holds in (contents.PRESENCE, contents.TICKS, contents.NOTHING):
        open_yet = _are_left_open(table.sheet, n)
        return Judged(PRESENCE, sure=not open_yet, reason=LEFT_OPEN if open_yet else "")
    of_persons = table.listed or (table.has("sex") and not table.has(*COUNT_FIELDS))
    sure = holds == contents.ONES and of_persons
    return Judged(PRESENCE, sure=sure, reason=HELD.get(holds, BY_NAME))


def _are_codes(table: Table, n: int) -> bool:
    """Tell whether 1, 2 and 3 under "Attendance" may be codes, one of them of who did not come."""
    texts = {text.strip() for text in table.sheet.cells[n].unique().tolist()} - {""}
    name = " ".join(word for word in plain(table.sheet.header[n]).split() if word not in _CODES)
    return (asks_who_came(name) or name == "p a") and len(texts) > 1 and texts <= _CODES


def are_ranked(table: Table, n: int) -> bool:
    """Tell whether a column has nothing but the places that some came in."""
    texts = [text.strip() for text in filled_texts(table.sheet.cells[n])]
    return bool(texts) and all(map(_ORDINAL.match, texts))


def have_points(table: Table, n: int) -> bool:
    """Tell whether each number of a column has a point in it: "Act. No" 1.1, 1.2, 1.3."""
    texts = [text.strip() for text in filled_texts(table.sheet.cells[n])]
    return len(texts) > 1 and all(map(_POINTED.fullmatch, texts))


def _counts_up(table: Table, n: int) -> bool:
    """Tell whether a column beside women and men has 1, 2, 3 alone, each over a row or several."""
    cells = table.sheet.cells.loc[~say_total(table.sheet.cells), n].str.strip(" .)")
    texts = cells[cells != ""]
    groups = texts[texts != texts.shift()].tolist()
    serial = len(groups) > 1 and groups == [str(one) for one in range(1, len(groups) + 1)]
    return serial and all(map(table.has, COUNT_COLUMNS[:2]))


def may_count(table: Table, n: int) -> bool:
    """Tell whether the numbers of a column that is not read may be people."""
    words = set(plain(table.sheet.header[n]).split())
    name = table.sheet.header[n]
    if table.listed or name_words.is_of_no_people(name) or is_share(name) or is_part_of_a_day(name):
        return False
    if have_points(table, n):
        return False
    if table.fields[n] == RUNNING_NUMBER:  # "No" and "Number" may be either
        plainly_serial = not words or not words <= {"no", "number", "nos"}
        plainly_serial |= table.has("participants_total")  # the people are counted beside it
        plainly_serial |= _counts_up(table, n)
        return not plainly_serial and table.holds[n] == contents.NUMBERS
    return True
