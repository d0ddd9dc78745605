"""Which columns of a sheet are named by agencies, districts, months, quarters or days."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from data.records.calendar.dates import is_day
from data.records.calendar.months import read_month, read_quarter, written_months
from data.records.calendar.years import in_year, only_year
from data.records.model import COUNT_COLUMNS, UNTOLD_AGENCY
from data.review.agencies.agencies import agencies_of_post, called_as, find_agency
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, LONGEST_NAME, plain
from data.sheets.sheet import Sheet
from data.sheets.tables.groups import is_choice
from data.sheets.totals.total_columns import is_mostly_sum, is_sum
from data.sheets.totals.total_rows import OF_ALL, say_total
from data.sheets.totals.total_words import is_total, sums_staff
from data.sheets.words.names.name_words import (
    guessed_field,
    is_before,
    is_of_no_people,
    names_training,
)
from data.sheets.words.names.names_of_sexes import sex_counted, without_sex
from data.sheets.words.names.names_of_who_came import is_of_who_came, is_planned
from data.sheets.words.names.pupils import counts_pupils
from data.sheets.words.presence import presence
from data.understanding import contents
from data.understanding.layout.crossed.names_in_groups import group_counted, without_group
from data.understanding.layout.titles.days_in_texts import day_in, days_of_names
from data.understanding.layout.titles.trainings.dated_names import (
    at_its_place,
    is_batch,
    is_of_its_day,
)
from data.understanding.layout.titles.trainings.trainings_of_names import (
    SITTING,
    trainings_of_names,
)

AGENCY, MONTH, DAY = "Agency of the column", "Month of the column", "Date of the column"
QUARTER, DISTRICT = "Quarter of the column", "District of the column"
TRAINING, NUMBER = "Training of the column", "Number in the column"
#: Names, in their plain form, of columns that are made of the names of others.
CROSSED = frozenset(map(plain, (AGENCY, MONTH, DAY, QUARTER, DISTRICT, TRAINING)))
_OF_PEOPLE = (contents.NUMBERS, contents.ONES, contents.RUNNING, contents.NOTHING)
_TICKS = (contents.TICKS, contents.ONES, contents.PRESENCE)
#: How many trainings a row stands for, which each month may have beside its women and men.
SUMMARISES = "summarises"
#: A name is divided into no more words than this.
MOST_WORDS = 8
#: A training and its days behind it: "Refresher (5 Jun 2023)".
_TRAINING = re.compile(
    r"\b(?:training|workshop|course|session|seminar|orientation|refresher|tot|module|topic|lecture)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?P<title>[^()]{3,})\((?P<day>[^()]+)\)")
#: Which of several trainings it is, beside its day: "9 Jan 2026 (first training) Male".
_WHICH = re.compile(
    r"\((?:the )?(?:(?:\d{1,2} ?(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|last)"
    r" (?:training|trg|batch|round|session|workshop|course|group)"
    r"|(?:training|trg|batch|round|session|workshop|course|group)\W*(?:no\W*)?"
    r"(?:\d{1,2}|[ivx]{1,4}|[a-f]))\)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Crossed:
    """A column that is named by a value: which, of what, and what its numbers are."""

    kind: str
    value: str
    rest: str
    known: bool = True


def crossed_columns(sheet: Sheet) -> dict[int, Crossed]:
    """Return the columns that are named by values of one kind; none where there are not several."""
    year = only_year((sheet.name, *sheet.above))
    dated = days_of_names(sheet.header, (*sheet.above, *sheet.below), year)
    found: dict[str, dict[int, Crossed]] = {}
    if attended := trainings_of_names(sheet):
        return {n: Crossed(TRAINING, sheet.header[n], "") for n in attended}
    listed = any(field_of_name(name) == "name_of_person" for name in sheet.header)
    by_sex = any(field_of_name(name) in COUNT_COLUMNS for name in sheet.header)
    cells = sheet.cells[~say_total(sheet.cells)] if listed else sheet.cells
    for n, name in enumerate(sheet.header):
        if n in sheet.offered or is_choice(name, sheet.header):
            continue
        if (is_planned(name) and day_in(name, year)) or is_before(name):
            continue  # "4th training (to be held, Oct 2025)" counts seats, "till June" others
        course = _of_course(name, year, listed=listed)
        dated_so = Crossed(DAY, dated[name], "") if name in dated else _read(name, year)
        one = course or dated_so or _in_group(name)
        if one is None or (one.value == UNTOLD_AGENCY and by_sex and not one.rest):
            continue  # "Other" beside women and men is a sex
        if one.value == UNTOLD_AGENCY and sums_staff(name):
            continue
        holds = contents.contents_of(cells[n])
        if by_sex and not one.rest and holds == contents.ONES and not listed:
            continue  # 1 says which it was, and not how many came
        ticked = listed and (one.kind == AGENCY or course is not None) and holds in _TICKS
        ticked &= course is not None or holds != contents.PRESENCE or _says_yes(cells[n])
        counted = holds in _OF_PEOPLE or contents.are_numbers_of_two(cells[n])
        if ticked or (counted and not listed):
            found.setdefault(one.kind, {})[n] = _apart(one, name, found.get(one.kind, {}))
    if not any(map(_TRAINING.search, (one.value for one in found.get(TRAINING, {}).values()))):
        found.pop(TRAINING, None)
    agencies = found.get(AGENCY, {})
    for n in [n for n, one in agencies.items() if one.value == UNTOLD_AGENCY]:
        if _sums_others(sheet, n, mostly=True):
            del agencies[n]  # "Officials" beside "FIA officials" and "Police officials"
    if any(_sums_others(sheet, n) for n in agencies) or _are_of_strength(sheet, [*agencies]):
        found.pop(AGENCY)  # "Officers", "Officials" and "FIA personnel trained"
    if of_posts := _beside_pupils(sheet):
        found[AGENCY] = of_posts
    elif AGENCY in found:
        found[AGENCY] |= (_ticked_beside if listed else _beside)(sheet, found[AGENCY])
    several = [one for one in found.values() if len({each.value for each in one.values()}) > 1
               and len({(each.value, each.rest) for each in one.values()}) == len(one)]  # fmt: skip
    return max(several, key=len, default={})


def _are_of_strength(sheet: Sheet, columns: Sequence[int]) -> bool:
    """Tell whether one of two columns of an agency is of all it has: "Police", "Police trained"."""
    read = {n: _read(sheet.header[n], None) for n in columns}
    came = {n for n in columns if is_of_who_came(sheet.header[n])}
    told = {one.value for n, one in read.items() if n in came and one}
    return any(one and one.value in told for n, one in read.items() if n not in came)


def _apart(one: Crossed, name: str, others: Mapping[int, Crossed]) -> Crossed:
    """Return a column of an agency that has one before under its own name: "Islamabad Police"."""
    again = any((each.value, each.rest) == (one.value, one.rest) for each in others.values())
    if one.kind != AGENCY or not again:
        return one
    own = name.removesuffix(one.rest).removeprefix(one.rest)
    return replace(one, value=own.strip(" -,/:"))


def _of_course(name: str, year: int | None, *, listed: bool) -> Crossed | None:
    """Read the name of a column that is one of several trainings, of which its number or day tells.

    What its numbers are may stand beside it, where these are no marks of a list.
    """
    for value, rest in (*(() if listed else _divided(name)), (name, "")):
        if not listed and (titled := _titled(value, year)):
            return replace(titled, rest=rest)
        named = is_batch(value) or bool(SITTING.match(value))
        named |= names_training(value) if listed else is_of_its_day(value)
        if named and (day := day_in(value, year)):
            return Crossed(DAY, day, rest)
    return None


def _titled(name: str, year: int | None) -> Crossed | None:
    """Read the name of a column that is a training, and its days; None where it is none."""
    if placed := at_its_place(name):
        return Crossed(TRAINING, placed, "")
    found = _DATED.fullmatch(name.strip())
    day = day_in(found["day"], year) if found else ""
    if not found or not is_day(day) or read_month(day) or is_planned(name) or is_batch(name):
        return None
    told = {field_of_name(found["title"]), guessed_field(found["title"])}
    title = found["title"].strip()
    if told & {*COUNT_FIELDS, "presence"} or is_total(title) or _value(title, year):
        return None
    return None if is_of_no_people(title) else Crossed(TRAINING, name, "")


def _sums_others(sheet: Sheet, whole: int, *, mostly: bool = False) -> bool:
    """Tell whether a column is the sum of all other numbers of its rows, or of ``mostly`` all."""
    others = [n for n, name in enumerate(sheet.header)
              if n != whole and not field_of_name(name)
              and contents.contents_of(sheet.cells[n]) == contents.NUMBERS]  # fmt: skip
    how = is_mostly_sum if mostly else is_sum
    return len(others) > 1 and how(sheet.cells, whole, others)


def _beside_pupils(sheet: Sheet) -> dict[int, Crossed]:
    """Return the columns of women and men of posts beside those of pupils, whom nobody employs.

    "Lady Teachers" beside "Girls": nothing where a column may be of both, or of any other.
    """
    read: dict[int, Crossed] = {}
    for n, name in enumerate(sheet.header):
        sex, field = sex_counted(name), field_of_name(name)
        if field == "participants_total" or n in sheet.offered:
            continue
        if not sex and field not in COUNT_FIELDS:
            continue
        if contents.contents_of(sheet.cells[n]) not in _OF_PEOPLE:
            continue
        own = {UNTOLD_AGENCY} if counts_pupils(name) else agencies_of_post(without_sex(name))
        if not sex or is_planned(name) or len(own) != 1:
            return {}
        read[n] = Crossed(AGENCY, next(iter(own)), sex)
    different = {(one.value, one.rest) for one in read.values()}
    several = len({one.value for one in read.values()}) > 1
    of_pupils = any(one.value == UNTOLD_AGENCY for one in read.values())
    return read if several and of_pupils and len(different) == len(read) else {}


def _beside(sheet: Sheet, agencies: Mapping[int, Crossed]) -> dict[int, Crossed]:
    """Return the columns that are named as those of agencies are, by a group that is none known.

    "Officials M" and "Officials F" beside "Police M" and "Police F": which agency it is, is asked.
    "Judges" beside agencies are of the one that has the post.
    """
    beside: dict[int, Crossed] = {}
    known = {one.value for one in agencies.values()} - {UNTOLD_AGENCY}
    # Beside "FC" alone, "DSP" is a rank, as that may be one.
    plainly = len(known) > 1 or not any(
        agencies_of_post(sheet.header[n].removesuffix(one.rest).strip(" -,/:")) - {one.value}
        for n, one in agencies.items()
    )
    rests = {one.rest for one in agencies.values()}
    for n, name in enumerate(sheet.header):
        unread = rests == {""} and not field_of_name(name)
        if unread and contents.contents_of(sheet.cells[n]) in _OF_PEOPLE:
            own = agencies_of_post(name)
            if (
                plainly
                and len(own) == 1
                and n not in agencies
                and not own & {UNTOLD_AGENCY, *known}
            ):
                beside[n] = Crossed(AGENCY, next(iter(own)), "")
            elif plain(name).split()[:1] in (["other"], ["others"]):
                beside[n] = Crossed(AGENCY, name, "", known=False)
        for rest in rests - {""}:
            group = group_counted(name, rest)
            if n in agencies or not group:
                continue
            if is_total(group) or plain(group) in OF_ALL:
                continue
            if contents.contents_of(sheet.cells[n]) in _OF_PEOPLE:
                beside[n] = _of_group(group, rest, known if plainly else None, beside)
    return beside


def _of_group(
    group: str, rest: str, known: Collection[str] | None, others: Mapping[int, Crossed]
) -> Crossed:
    """Return a column of one sex of a group, by the agency that has its post; ``known`` have own.

    Of two posts of one agency each keeps its name.
    """
    own = agencies_of_post(group) - {UNTOLD_AGENCY, *(known or ())}
    if known is None or len(own) != 1:
        return Crossed(AGENCY, group, rest, known=False)
    taken = {(one.value, one.rest) for one in others.values()}
    [agency] = own
    return Crossed(AGENCY, group if (agency, rest) in taken else agency, rest)


def _ticked_beside(sheet: Sheet, agencies: Mapping[int, Crossed]) -> dict[int, Crossed]:
    """Return the columns of ticks between those of agencies, which are of others by their names."""
    beside = {}
    for n in range(min(agencies), max(agencies)):
        name = sheet.header[n]
        holds = contents.contents_of(sheet.cells.loc[~say_total(sheet.cells), n])
        ticked = holds in (*_TICKS, contents.NOTHING)
        if n not in agencies and name and not field_of_name(name) and ticked:
            beside[n] = Crossed(AGENCY, name, "", known=False)
    return beside


def _says_yes(cells: pd.Series) -> bool:
    """Tell whether each mark of a column says yes, as P of those who are of an agency."""
    return all(presence(text) is not False for text in cells.unique().tolist())


def _read(name: str, year: int | None) -> Crossed | None:
    """Read the name of a column: a value alone, or with what its numbers are beside it."""
    words = name.split()
    if not words or len(words) > MOST_WORDS or field_of_name(name) or is_planned(name):
        return None
    whole = _value(name, year)
    if whole and called_as(name):  # "Women Dev. Deptt" counts no women of another
        return Crossed(*whole, "")
    for value, rest in _divided(name, SUMMARISES):
        read = _value(value, year)
        if read and (read[0] in (MONTH, QUARTER) or field_of_name(rest) != SUMMARISES):
            return Crossed(*read, _WHICH.sub("", rest).strip() if read[0] == DAY else rest)
    return Crossed(*whole, "") if whole else None


def _in_group(name: str) -> Crossed | None:
    """Read the name of a column in a group of a form as that of an agency: "pax/swd_f"."""
    one = _read(without_group(name), None)
    return one if one and one.kind == AGENCY and one.value != UNTOLD_AGENCY else None


def _divided(name: str, *others: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a name of which one says what is counted; blank where that is all.

    It counts people, or is of one of the ``others``. A word of a sex that an agency's name begins
    with is none; nor is it before another one: "Women Police Station Male". None of a text that is
    too long for a name.
    """
    if len(name) > LONGEST_NAME:
        return
    words = name.replace("_", " ").split()
    heads = {" ".join(words[:n]): n for n in range(2, len(words) + 1)}
    named = max((n for head, n in heads.items() if called_as(head)), default=0)
    of_two = len(words) > 1 and all(field_of_name(words[n]) in COUNT_COLUMNS[:2] for n in (0, -1))
    cuts = range(1, len(words))
    for cut in reversed(cuts) if of_two else cuts:
        first, last = " ".join(words[:cut]), " ".join(words[cut:])
        for value, rest in ((first, last), (last, first))[: 1 if cut < named else 2]:
            field = field_of_name(rest) or (is_day(value) and guessed_field(rest))
            if field in (*COUNT_FIELDS, *others):  # "Persons on 5 May"
                yield value, "" if field_of_name(rest) == "participants_total" else rest


def _value(name: str, year: int | None) -> tuple[str, str] | None:
    """Return the kind of a value and the value, a month or quarter with its first and last day."""
    if month := read_month(name):
        return MONTH, written_months(month[0] or year, month[1], month[1])
    if quarter := read_quarter(name):
        return QUARTER, written_months(quarter[0] or year, 3 * quarter[1] - 2, 3 * quarter[1])
    if is_day(name) or (year and in_year(name, year)):
        return DAY, name if is_day(name) else in_year(name, year or 0)
    agency = find_agency(name).agency if plain(name) else None
    if agency:
        return AGENCY, agency
    return (DISTRICT, name) if contents.is_district(name) else None
