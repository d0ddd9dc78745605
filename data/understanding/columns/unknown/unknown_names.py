"""A column whose name is in no list: what words of its name, else its cells, say that it may be."""

import re
from dataclasses import replace

import pandas as pd

from data.records.distinct import filled_texts
from data.records.model import COUNT_COLUMNS
from data.review.agencies.agencies import called_as
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    IGNORED,
    MANY_FIELDS,
    PERSONAL_FIELDS,
    PRESENCE,
    plain,
    words_of,
)
from data.sheets.tables.groups import has_choices, is_choice
from data.sheets.totals.total_columns import counts_rows
from data.sheets.totals.total_rows import say_total
from data.sheets.totals.total_words import is_total
from data.sheets.words.day_numbers import is_of_day
from data.sheets.words.names import name_words, names_of_sexes, names_of_who_came
from data.sheets.words.names.names_of_who_came import CAME, SEXES
from data.sheets.words.questions_of_presence import asks_of_earlier, asks_who_came
from data.understanding import contents
from data.understanding.columns.evidence.counted_people import (
    are_all_trained,
    are_others_than_came,
    is_part,
    is_sum_of_sexes,
    is_within_all,
    of_count,
)
from data.understanding.columns.evidence.evidence import (
    NO_NUMBERS,
    Judged,
    Table,
    is_post,
    of_presence,
)
from data.understanding.columns.evidence.reasons import BY_NAME, CUMULATIVE, PART_OF, PLANNED
from data.understanding.columns.unknown.by_contents import OF_NUMBERS, by_contents
from data.understanding.columns.unknown.by_lists import says_given
from data.understanding.columns.unknown.days_beside import of_days
from data.understanding.columns.whose_column import is_of_participants, is_of_people, is_plainly
from data.understanding.layout.titles.agencies.agencies_above import group_above
from data.understanding.layout.titles.blocks import TRAINING
from data.understanding.layout.trainings_of_rows import DAYS

#: A code of a district, and one of anything else that is numbered.
_PCODE = re.compile(r"(?:PK)?[ -]?\d{3,9}", re.IGNORECASE)
_NUMBERED = re.compile(r"[^\W\d_]{1,8}[ ./-]?\d{1,4}(?:[./-]\d{1,4})*")
#: A number too short for a district's, or one of a heading: 12, 1.2.
_SHORT_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
_FILE = re.compile(r"https?://\S+|[^\s/]+\.(?:jpe?g|png|pdf|docx?|xlsx?|heic)", re.IGNORECASE)
#: What stands between a district and to whom letters are sent there.
_BEHIND = re.compile(r"\s*(?:\(|\bc/o\b|\bcare of\b|بمعرفت|معرفت)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
#: How a question of a form begins that is answered by yes or no, or by how much.
_ASKS = re.compile(
    r"(?:q\.?\s?)?(?:\d+\s*[.):-]*\s*)?(?:was|were|is|are|did|do|does|has|have|had|would|will|could"
    r"|can|should|how (?:much|well|useful|satisfied|far|likely|do|did|was|would|relevant)"
    r"|kya|کیا)\b",
    re.IGNORECASE,
)
#: What a form adds to each answer.
_OF_FORM = frozenset(["start time", "completion time"])


def of_unknown_name(table: Table, n: int) -> Judged:
    """Judge a column whose name is not known: by words of its name, else by what it holds."""
    name, holds = table.sheet.header[n], table.holds[n]
    if holds == contents.ONES and is_choice(name, table.sheet.header):
        return Judged(IGNORED)
    if not table.listed and table.has(*AGENCY_FIELDS) and has_choices(name, table.sheet.header):
        return Judged(IGNORED)  # "fia police", of which numbers are told
    of_others = name_words.is_cumulative(name) or name_words.is_before(name)
    if of_others and holds in OF_NUMBERS:
        counted = table.has(*COUNT_FIELDS) and not table.counts_one_sex  # the others are in it
        return Judged(IGNORED, sure=counted, reason=CUMULATIVE)
    if holds in OF_NUMBERS and names_of_who_came.is_of_strength(name) and _are_trained(table, name):
        return Judged(IGNORED)
    if (holds == contents.TICKS and asks_of_earlier(name)) or _is_of_form(table, name):
        return Judged(IGNORED)
    if plain(name) == "code" and _numbers_trainings(table, n):
        return Judged("training_id")
    guess = _guess(table, n)
    if n in table.sums and not names_of_who_came.is_planned(name):
        sexes = {name_words.guessed_field(table.sheet.header[one]) for one in table.sums}
        of_sex = guess in COUNT_COLUMNS[:2] and {*COUNT_COLUMNS[:2]} <= sexes
        of_sex &= not table.has(*COUNT_COLUMNS[:2])
        return Judged(guess if guess and of_sex else table.sums[n])
    if holds == contents.DAYS and (day := of_days(table, n, guess)):
        return day
    of_texts = holds in (contents.TEXTS, contents.AGENCIES)
    if of_texts and called_as(name) and not _has_own_agency(table):
        return Judged("department")  # organisations under "NGO / CSO"
    of_lists = holds in (contents.AGENCIES, contents.DISTRICTS)
    if of_lists and (guess == "other_personal" or guess in COUNT_FIELDS):
        return by_contents(table, n)
    if guess in PERSONAL_FIELDS:
        return _of_persons(table, name, guess)
    if guess == "department" and says_given(table, name):
        return Judged(IGNORED if table.has("delivered_by") else "delivered_by")
    if guess in COUNT_FIELDS and name_words.is_of_others(name):
        return Judged(IGNORED)
    if guess == IGNORED:
        came = any(map(names_of_who_came.is_of_who_came, table.sheet.header))
        twin = names_of_who_came.has_twin(name, table.sheet.header)
        sure = twin or came or are_others_than_came(table, n)
        return Judged(IGNORED, sure=sure, reason=PLANNED)
    if is_part(name):
        of_sex = guess in COUNT_COLUMNS[:2] and not table.has(guess)
        sure = of_sex and is_within_all(table, n)
        return Judged(guess if of_sex and guess else IGNORED, sure=sure, reason=PART_OF)
    if guess and (guess in MANY_FIELDS or not table.has(guess)):
        return _of_guess(table, n, guess)
    return by_contents(table, n)


def _is_of_form(table: Table, name: str) -> bool:
    """Tell whether a column of a list has when each began or ended to fill in a form."""
    return table.listed and {plain(name)} < _OF_FORM <= {*map(plain, table.sheet.header)}


def _are_trained(table: Table, name: str) -> bool:
    """Tell whether other columns count who of an office was trained, or came of a committee."""
    of_committee = "committee" in plain(name).split()
    return (of_committee and all(map(table.has, COUNT_COLUMNS[:2]))) or any(
        names_of_who_came.is_of_who_came(one) and not names_of_who_came.is_of_strength(one)
        and table.holds[n] in (*OF_NUMBERS, contents.NOTHING)
        for n, one in enumerate(table.sheet.header))  # fmt: skip


def _has_own_agency(table: Table) -> bool:
    """Tell whether a column tells of each row its agency, and no text above all of them."""
    return any(field in ("agency", "department") and n not in table.sheet.offered
               for n, field in enumerate(table.fields))  # fmt: skip


def _guess(table: Table, n: int) -> str | None:
    """Return the field that words of a name may mean, where the cells do not speak against it."""
    name, holds = table.sheet.header[n], table.holds[n]
    guess = name_words.guessed_field(name)
    if guess == IGNORED and holds in (contents.AGENCIES, contents.DISTRICTS):
        # "Target district (all participants work here)" counts nobody who was planned.
        guess = name_words.guessed_field(_IN_BRACKETS.sub("", name))
    named = (*AGENCY_FIELDS, "title", "name_of_person", "province", "district", "venue_district")
    if holds in OF_NUMBERS and guess in named:
        return None
    if holds in OF_NUMBERS and name_words.is_of_others(name):  # so many trainers
        return None
    asked = holds == contents.TICKS and guess in COUNT_FIELDS
    if asked and asks_who_came(name, day_told=DAYS in table.sheet.header):
        return PRESENCE
    if guess == "summarises" and holds == contents.RUNNING:  # the number of each
        return None
    if guess == "summarises" and holds not in OF_NUMBERS:  # "Session 3", or what it was on
        return "title" if holds == contents.TEXTS and not table.has("title") else None
    if guess == "date_start" and holds in NO_NUMBERS and not _have_digits(table.sheet.cells[n]):
        return None  # "Activity type" is written like "Activity date"
    if guess == "venue" and holds in (*OF_NUMBERS, contents.DAYS, contents.MONTHS):
        return None  # "Courses held in", of a month, or so many
    if guess == "title" and holds == contents.DAYS:
        return "date_start"
    if guess == "title" and _ASKS.match(name):
        return None  # "Was the training on referral useful?"
    if guess == PRESENCE and name_words.names_training(name) and _are_words(table, n):
        return "title"
    of_some = holds in OF_NUMBERS and names_of_who_came.is_of_some(name) and not table.listed
    if guess == PRESENCE and of_some:
        return None  # so many did not come
    if guess in COUNT_FIELDS and holds == contents.TEXTS and name_words.says_what_kind(name):
        return "designation"
    if guess == "adm2_pcode" and _are_other_codes(table.sheet.cells[n]):
        return None
    return guess


def _are_other_codes(cells: pd.Series) -> bool:
    """Tell whether a column has nothing but codes and numbers, and none may be a district's."""
    texts = [one for text in cells.unique().tolist() if (one := text.strip()) and not is_total(one)]
    return bool(texts) and all(
        _SHORT_NUMBER.fullmatch(one) or (_NUMBERED.fullmatch(one) and not _PCODE.fullmatch(one))
        for one in texts
    )


def _are_words(table: Table, n: int) -> bool:
    """Tell whether a column holds texts: trainings on labour are of no agency of that name."""
    texts = filled_texts(table.sheet.cells[n])
    of_subject = table.holds[n] == contents.AGENCIES and not any(map(called_as, texts))
    return of_subject or table.holds[n] in (contents.TEXTS, contents.MIXED)


def _have_digits(cells: pd.Series) -> bool:
    return any(char.isdigit() for text in cells.unique().tolist() for char in text)


def _numbers_trainings(table: Table, n: int) -> bool:
    """Tell whether a column "Code" has one such as TIP-01 for each title, and no district's."""
    titles = [place for place, one in enumerate(table.fields) if one == "title"]
    of_rows = (table.sheet.cells[titles] != "").any(axis=1)  # and no heading
    of_rows &= ~say_total(table.sheet.written)
    texts = table.sheet.cells.loc[of_rows, n].str.strip()
    texts = texts[texts != ""]
    of_each = len(texts) > 1 and texts.is_unique and all(map(_NUMBERED.fullmatch, texts))
    known = table.listed or table.has("training_id") or texts.map(_PCODE.fullmatch).any()
    return bool(of_each and not known and table.has(*COUNT_FIELDS))


def _of_persons(table: Table, name: str, guess: str | None) -> Judged:
    """Judge a column whose name says that it has what persons are known by."""
    enough = table.has(*COUNT_FIELDS) and not table.listed
    enough |= table.has("district", "adm2_pcode") and table.has(*AGENCY_FIELDS)
    guesses = {name_words.guessed_field(one) for one in table.sheet.header}
    enough |= (table.has("sex", PRESENCE) or "sex" in guesses) and not table.listed
    certain = plain(name) != "name" and ("name" not in plain(name).split() or enough)
    return Judged(guess or IGNORED, sure=certain or guess != "other_personal", reason=BY_NAME)


def _of_guess(table: Table, n: int, guess: str) -> Judged:
    """Judge a column by the field that words of its name may mean, and that no other has."""
    name, holds = table.sheet.header[n], table.holds[n]
    of_each = table.listed or (table.has("sex") and not table.has(*COUNT_FIELDS))
    if guess in COUNT_FIELDS:
        one = of_count(table, n, guess, holds)
        plainly = names_of_who_came.has_twin(name, table.sheet.header) or (
            holds == contents.NUMBERS
            and names_of_sexes.has_other_sex(
                name,
                table.sheet.header,
                of_people=_are_people(table, names_of_sexes.without_sex(name)),
            )
        )
        # Its parts add up to it in each row, or it says so: "Total officials attended".
        bare = _IN_BRACKETS.sub("", name) if group_above([name]) else name  # "Trained (Police)"
        plainly |= n == table.whole and (
            bool(table.sums) or names_of_who_came.counts_who_came(bare) or is_sum_of_sexes(table, n)
        )
        strengths = any(map(names_of_who_came.is_of_strength, table.sheet.header))
        came = names_of_who_came.is_of_who_came(name)
        plainly |= n == table.whole and strengths and came
        plainly |= are_all_trained(table, n)
        alone = came and not {*words_of(name)} - CAME - {*SEXES}
        plainly |= guess in COUNT_COLUMNS[:2] and alone and is_within_all(table, n)
        plainly |= one.field == IGNORED and counts_rows(table.sheet.cells, table.fields, n)
        plainly |= one.field == "name_of_person" and names_of_who_came.is_of_one_who_came(name)
        return replace(one, sure=plainly and one.sure, reason=one.reason or BY_NAME)
    if guess == PRESENCE and _are_files(table, n):
        return Judged(IGNORED)
    if guess == PRESENCE:
        presence = of_presence(table, n, holds, of_days="days" in plain(name).split())
        sure = presence.sure and holds in OF_NUMBERS and table.listed
        asked = asks_who_came(name, day_told=DAYS in table.sheet.header)
        asked |= _asks_who_came_on_a_day(name)
        sure |= holds == contents.TICKS and of_each and asked
        of_names = presence.field == "name_of_person"
        marked = presence.sure and holds == contents.PRESENCE
        return replace(presence, sure=sure or of_names or marked)
    sure = is_plainly(table.sheet, n, guess) or (guess == "title" and _are_titles(table, n))
    sure |= guess == "title" and table.listed and _have_one_day_each(table, n)
    # "Which training did you attend?", answered by its title.
    sure |= guess == "title" and name_words.guessed_field(name) == PRESENCE
    sure |= of_each and is_of_participants(name, guess, holds)
    sure |= guess == "district" and holds == contents.DISTRICTS and is_of_people(name)
    called = guess == "district" and is_of_participants(name, guess, contents.DISTRICTS)
    sure |= of_each and called and _begin_with_districts(table.sheet.cells[n])
    sure |= guess in ("venue", "venue_district", "delivered_by", "donor")  # which change no figure
    sure |= guess == "designation" and _says_of_groups(table, n)
    return Judged(guess, sure=sure, reason="" if sure else BY_NAME)


def _says_of_groups(table: Table, n: int) -> bool:
    """Tell whether a column has what those are of whom an agency and a number are told."""
    counts = name_words.guessed_field(table.sheet.header[n]) in COUNT_FIELDS
    return counts and table.has("agency", "department") and not table.listed


def _begin_with_districts(cells: pd.Series) -> bool:
    """Tell whether each text of a column is a district, be it with an address behind it.

    So are "Kasur (c/o the DPO office)" and "Kasur c/o the reader".
    """
    texts = filled_texts(cells)
    return bool(texts) and all(contents.is_district(_BEHIND.split(one)[0]) for one in texts)


def _asks_who_came_on_a_day(name: str) -> bool:
    """Tell whether a name asks who came on one of the days: "Attendance 27.05"."""
    what, *day = name.split(maxsplit=1)
    return bool(day) and asks_who_came(what) and is_of_day(day[0].strip(" ()-–:/"))


def _are_people(table: Table, name: str) -> bool:
    """Tell whether a name without its sex is a post, or staff that alone is counted of trainings.

    Beside other numbers the staff may be that of an office or a school, and not who came.
    """
    numbers = sum(one == contents.NUMBERS for one in table.holds)
    alone = numbers == len(COUNT_COLUMNS[:2]) and table.has("date_start") and not table.listed
    return is_post(name) or (alone and name_words.counts_people(name))


def _are_titles(table: Table, n: int) -> bool:
    """Tell whether the texts of a column are called a training, a workshop or a course each."""
    texts = filled_texts(table.sheet.cells[n])
    return bool(texts) and all(map(TRAINING.search, texts))


def _have_one_day_each(table: Table, n: int) -> bool:
    """Tell whether each of several texts of a list stands beside one day alone, as trainings do."""
    days = [place for place, one in enumerate(table.fields) if one == "date_start"]
    texts = table.sheet.cells[n]
    several = len(days) == 1 and 1 < texts.nunique() <= len(texts) / 2
    return several and contents.one_for_each(texts, table.sheet.cells[days[0]], len(texts))


def _are_files(table: Table, n: int) -> bool:
    """Tell whether a column holds names or addresses of files, as of a list that was uploaded."""
    texts = [text.strip() for text in filled_texts(table.sheet.cells[n])]
    return bool(texts) and all(map(_FILE.fullmatch, texts))
