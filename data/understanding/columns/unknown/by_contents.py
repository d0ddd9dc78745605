"""What the cells of a column say that it may be, where no word of its name is known."""

import re

from data.records.calendar.dates import is_day
from data.records.calendar.months import is_month
from data.records.distinct import by_text, filled_texts
from data.records.model import COUNT_COLUMNS
from data.records.rules import whole_numbers
from data.sheets.field_names import is_share
from data.sheets.fields import (
    ADDED,
    AGENCY_FIELDS,
    COUNT_FIELDS,
    IGNORED,
    RUNNING_NUMBER,
    plain,
)
from data.sheets.totals.total_columns import is_sum
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.words.names import name_words, names_of_sexes, names_of_who_came
from data.understanding import contents
from data.understanding.columns.evidence.counted_people import are_round
from data.understanding.columns.evidence.evidence import (
    NO_NUMBERS,
    Judged,
    Table,
    have_points,
    is_post,
    may_count,
    of_times,
)
from data.understanding.columns.evidence.reasons import (
    ACTUAL,
    DAY_COUNTS,
    LISTS,
    MARKS,
    PLANNED,
    SHARES,
    UNREAD_NUMBERS,
)
from data.understanding.columns.held_or_not import of_remarks
from data.understanding.columns.people.shares_of_sexes import share_of_sex
from data.understanding.columns.unknown.by_lists import (
    VALUES,
    are_of_indicators,
    by_lists,
    has_sexes_apart,
    is_of_venue,
)
from data.understanding.columns.unknown.unread_places import lies_in_venue, of_unread_places
from data.understanding.columns.who_came import of_who_came
from data.understanding.layout.crossed.counts_in_cells import counts_agencies
from data.understanding.rows.training_rows import is_held
from geo.words.catalogue import _

#: Words of a table of all whom offices have or want, by their posts.
_OF_AN_OFFICE = re.compile(
    r"\b(?:strength|sanctioned|vacan\w+|manpower|deployment|planned|proposed|nominat\w+|required"
    r"|to be trained|untrained)\b|نفری|خالی|نامزد",
    re.IGNORECASE,
)
#: Of whom all who came to any day are counted beside; a date as a name may be another training.
_PERCENT = re.compile(r"\s*[\d.,]+\s*(?:%|٪|per ?cent)\s*", re.IGNORECASE)
_OF_A_DAY = re.compile(r"day[ -]*(?:\d{1,2}|one|two|three|i{1,3})", re.IGNORECASE)
#: What the one number of each agency or sex may be called.
_NUMBERS_OF = ("count", "number", "nos", "no of persons", "strength", "figure", "tadad", "qty")
OF_NUMBERS = (contents.NUMBERS, contents.RUNNING, contents.ONES)
_NUMBER_OF = re.compile(r"(?:no|nos|number)s?\.? (?:of )?(?:the )?(?P<who>.+)", re.IGNORECASE)
#: Short forms of posts that several agencies have.
_POSTS = frozenset(["io", "ios", "investigators"])
#: What else than people a target may be of.
_OF_MONEY = re.compile(
    r"\b(?:rs|pkr|usd|rupees|million|budget|costs?|funds?|expenditure|amounts?|cases?|firs?|houses?"
    r"|households?|famil(?:y|ies)|villages?|kits?|visits?|copies|posters?|indicators?|per ?cent"
    r"|leaflets?|pamphlets?|brochures?|banners?|materials?|hours?|minutes?|listeners?|viewers?"
    r"|campaigns?|walks?|distribut\w+|broadcasts?)\b"
    r"|\$|روپے|لاکھ",
    re.IGNORECASE,
)
#: So few on one day may be trainings.
FEWEST = 5
#: What says that all numbers of a table are of people.
_PERSONS_TRAINED = re.compile(
    r"\b(?:persons|people|participants|trainees|officials|members|individuals|afraad|afrad)\b"
    r"(?: (?!not\b|to\b)[\w'-]+){0,6}? trained (?:against|versus|vs|as per|by|per|in each)\b"
    r"|\b(?:targets?|achievements?|figures|numbers|columns)\b(?: and \w+)? (?:are|is|count)"
    r" (?:of )?(?:the )?(?:number of )?"
    r"(?:persons|people|participants|trainees|officials|members)\b",
    re.IGNORECASE,
)
#: Of fewer trainings the numbers may be of anything.
LEAST_HELD = 3
#: Of how many of these somebody came to in a list, 0 may be of whoever never came.
_TIMES = frozenset(["days", "din", "دن", "sessions"])
ABSENT_OF_TOTAL = _("It counts those who did not come. If the total has them in it, correct that.")

#: What "Agency trained" and "Actually held from" hold.
_NO_COUNTS = (*NO_NUMBERS, contents.DAYS)


def by_contents(table: Table, n: int) -> Judged:
    """Judge a column of whose name no word is known, by what it holds."""
    name, holds = table.sheet.header[n], table.holds[n]
    if came := of_who_came(table, n) or _of_times_or_absent(table, n):
        return came
    if remarked := of_remarks(table, n):
        return remarked
    if is_share(name) and not table.listed and share_of_sex(table.sheet) == n:
        return Judged(IGNORED, sure=holds == contents.NOTHING, reason=SHARES)
    planned = any(map(names_of_who_came.is_planned, table.sheet.header))
    came = names_of_who_came.is_of_who_came(name) and holds not in _NO_COUNTS
    if came and planned and not (is_share(name) or _are_shares(table, n)):
        guesses = {*table.fields, *map(name_words.guessed_field, table.sheet.header)}
        plainly = {*COUNT_COLUMNS[:2]} <= guesses or _are_people_of_a_plan(table, n)
        return Judged("participants_total", sure=plainly, reason=ACTUAL)
    valued = plain(name) in VALUES and are_of_indicators(table)
    grouped = table.has("sex", *AGENCY_FIELDS) or (valued and has_sexes_apart(table))
    called = valued or plain(name) in _NUMBERS_OF
    if holds == contents.NUMBERS and grouped and called and _alone(table):
        return Judged("participants_total", sure=not table.listed, reason=UNREAD_NUMBERS)
    whole = not names_of_who_came.is_planned(name)
    if n in table.totals_of_posts and whole:
        sure = n == table.whole and not any(map(_OF_AN_OFFICE.search, table.sheet.beside))
        return Judged("participants_total", sure=sure, reason=UNREAD_NUMBERS)
    if holds == contents.NUMBERS and table.counts_by_posts:
        post = is_post(name)
        return Judged(ADDED if post else IGNORED, sure=post, reason=UNREAD_NUMBERS)
    if holds == contents.NUMBERS and whole and _counts_people(name) and _counts_alone(table):
        came = any(map(names_of_who_came.is_of_who_came, table.sheet.header))
        came |= _tell_from_where(table) or _tells_what_was_held(table, n)
        return Judged("participants_total", sure=came, reason=UNREAD_NUMBERS)
    numbers = holds in (contents.NUMBERS, contents.ONES) or _are_two_of_whom(table, n)
    if numbers and may_count(table, n):
        planned, some = names_of_who_came.is_planned(name), names_of_who_came.is_of_some(name)
        some |= _OF_A_DAY.fullmatch(name.strip()) is not None or _is_hidden(table, n)
        actual = any(map(names_of_who_came.is_of_who_came, table.sheet.header))
        actual |= table.has(*COUNT_FIELDS)
        of_day = DAY_COUNTS if is_day(name) or plain(name).startswith("day ") else UNREAD_NUMBERS
        reason = PLANNED if planned else of_day
        return Judged(IGNORED, sure=(planned or some) and actual, reason=reason)
    if listed := by_lists(table, n):
        return listed
    of_texts = holds in (contents.TEXTS, contents.AGENCIES)  # "DC Office" is where it was
    of_venue = is_of_venue(table, name) or lies_in_venue(table, name)
    if of_texts and of_venue and not table.has("venue"):
        return Judged("venue")
    if holds == contents.TEXTS and (placed := of_unread_places(table, n)):
        return placed
    counted = counts_agencies(table.sheet.cells[n])
    return Judged(IGNORED, sure=not counted, reason=LISTS if counted else "")


def _are_shares(table: Table, n: int) -> bool:
    """Tell whether each cell of a column is so many percent: "92%"."""
    texts = filled_texts(table.sheet.cells[n])
    return bool(texts) and all(map(_PERCENT.fullmatch, texts))


def _is_hidden(table: Table, n: int) -> bool:
    """Tell whether a sheet hides a number, as an older figure, beside all people that it shows."""
    return table.sheet.header[n] in table.sheet.hidden and not table.counts_one_sex


def _are_two_of_whom(table: Table, n: int) -> bool:
    """Tell whether a column of two numbers a cell is called by an agency, or by one sex."""
    name = table.sheet.header[n]
    of_whom = names_of_sexes.sex_counted(name) or contents.is_agency(name)
    return bool(of_whom) and contents.are_numbers_of_two(table.sheet.cells[n])


def _of_times_or_absent(table: Table, n: int) -> Judged | None:
    """Judge a number of days of each of a list, or of those who did not come beside a total.

    The total may have them in it, but where another is of who came, or is the sum of both.
    """
    name = table.sheet.header[n]
    if table.holds[n] not in OF_NUMBERS:
        return None
    words, absent = {*plain(name).split()}, names_of_who_came.is_of_absent(name)
    if table.listed and words & _TIMES:
        missed = absent or "missed" in words
        return Judged(IGNORED, sure=False, reason=MARKS) if missed else of_times(table, n)
    totals = [one for one, field in enumerate(table.fields) if field == "participants_total"]
    if table.listed or not (totals and absent):
        return None
    called = (*totals, n)
    others = [one for one in range(len(table.fields)) if one not in called]
    summed = any(is_sum(table.sheet.cells, one, called) for one in others)
    told = summed or any(map(names_of_who_came.is_of_who_came, table.sheet.header))
    return None if told else Judged(IGNORED, sure=False, reason=ABSENT_OF_TOTAL)


def _counts_people(name: str) -> bool:
    """Tell whether a name is that of the number of some people, or of those who have a post."""
    number_of = _NUMBER_OF.fullmatch(name.strip())
    of_post = number_of and (plain(number_of["who"]) in _POSTS or is_post(number_of["who"]))
    return name_words.counts_people(name) or bool(of_post)


def _tells_what_was_held(table: Table, n: int) -> bool:
    """Tell whether a status tells held trainings apart, of which not all numbers are round."""
    if not table.has("status"):
        return False
    statuses = table.sheet.cells[[*table.fields].index("status")]
    held = table.sheet.cells[by_text(statuses, is_held, "bool")]
    return not held.empty and not are_round(held, n)


def _tell_from_where(table: Table) -> bool:
    """Tell whether a column of districts says by its name that people came from there."""
    named = zip(table.holds, table.sheet.header, strict=True)
    return any(one == contents.DISTRICTS and name_words.says_from_where(name)
               for one, name in named)  # fmt: skip


def _are_people_of_a_plan(table: Table, n: int) -> bool:
    """Tell whether a column of those who came is called so, beside the same of who was to come.

    "Actual pax" beside "Planned pax" is, where neither counts one sex. "Actual" may be a cost;
    "Achieved" is of people where each row has one day and no number is small.
    """
    name = table.sheet.header[n]
    if names_of_sexes.sex_counted(name) or table.has(*COUNT_FIELDS):
        return False
    twin = names_of_who_came.has_twin(name, table.sheet.header)
    return (twin and name_words.counts_people(name)) or _are_many_on_a_day(table, n)


def _are_many_on_a_day(table: Table, n: int) -> bool:
    """Tell whether "Achieved" beside "Target" counts the people of each day, and nothing else may.

    Who is called and who came are people: "Target (invited)". No other number stands beside but
    shares and what is left of the target, and no text speaks of money or of other units. One that
    says that persons were trained, against targets or in numbers, tells the same of months.
    """
    days = [place for place, one in enumerate(table.fields) if one == "date_start"]
    others = [name for place, name in enumerate(table.sheet.header)
              if table.holds[place] in OF_NUMBERS and table.fields[place] != RUNNING_NUMBER
              and not (names_of_who_came.is_planned(name) or is_share(name)
                       or name_words.is_cumulative(name)
                       or _is_left_of_plan(table, place, n))]  # fmt: skip
    called = {*plain(table.sheet.header[n]).split()} <= names_of_who_came.CAME - {"actual"}
    if table.listed or not called:
        return False
    told = [text for place, one in enumerate(table.fields) if one in (None, "title")
            for text in filled_texts(table.sheet.cells[place])]  # fmt: skip
    texts = (*table.sheet.header, *table.sheet.beside, *told)
    planned = [[word for word in plain(one).split() if not names_of_who_came.is_planned(word)]
               for one in filter(names_of_who_came.is_planned, table.sheet.header)]  # fmt: skip
    if not all(name_words.counts_people(" ".join(rest)) for rest in planned if rest):
        return False
    if len(others) != 1 or any(map(_OF_MONEY.search, texts)):
        return False
    if any(map(_PERSONS_TRAINED.search, table.sheet.beside)):
        return True
    if len(days) != 1 or days[0] in table.sheet.offered:
        return False
    records = table.sheet.cells[~say_total(table.sheet.written)]
    numbers = whole_numbers(records[n], LARGEST)[0]
    dated = by_text(records[days[0]], lambda text: is_day(text) and not is_month(text), "bool")
    return bool(dated[numbers > 0].all() and (numbers[numbers > 0] >= FEWEST).all()
                and (numbers > 0).sum() >= LEAST_HELD)  # fmt: skip


def _is_left_of_plan(table: Table, n: int, came: int) -> bool:
    """Tell whether a column is what is left of a target in each row: "Shortfall", "Balance"."""
    records = table.sheet.cells[~say_total(table.sheet.written)]
    planned = [place for place, one in enumerate(table.holds) if one in OF_NUMBERS
               and names_of_who_came.is_planned(table.sheet.header[place])]  # fmt: skip
    if n == came or len(planned) != 1 or len(records) < LEAST_HELD:
        return False
    target, own, left = (whole_numbers(records[one], LARGEST)[0] for one in (*planned, came, n))
    rest = (target - own).clip(lower=0)
    return bool((left.fillna(0) == rest).fillna(False).all() and (rest > 0).any())


def _counts_alone(table: Table) -> bool:
    """Tell whether a table of trainings has one column of numbers, and none that counts people."""
    of_trainings = table.has("date_start") and not table.listed
    return of_trainings and _alone(table) and not table.has(*COUNT_FIELDS)


def _alone(table: Table) -> bool:
    """Tell whether a table has one column of numbers alone, but for those that number its rows."""
    numbers = [n for n, one in enumerate(table.holds) if one == contents.NUMBERS
               and table.fields[n] != RUNNING_NUMBER and not have_points(table, n)]  # fmt: skip
    return len(numbers) == 1
