"""What the judgement of a column rests on: its table, its cells and its neighbours."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from data.records.distinct import by_text, filled_cells, filled_texts, is_filled
from data.records.model import COUNT_COLUMNS
from data.records.personal_data import have_common_names, may_be_name
from data.records.rules import whole_numbers
from data.review.agencies.agencies import agencies_of_post
from data.sheets.field_names import is_share
from data.sheets.fields import COUNT_FIELDS, IGNORED, PRESENCE, RUNNING_NUMBER, plain
from data.sheets.sheet import Sheet
from data.sheets.split_days import is_part_of_a_day
from data.sheets.totals.total_columns import is_sum, total_columns
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.totals.total_words import is_total
from data.sheets.words.names import name_words, names_of_who_came
from data.sheets.words.presence import says_present
from data.sheets.words.questions_of_presence import asks_who_came
from data.understanding import contents
from data.understanding.columns.evidence.reasons import (
    BY_NAME,
    HALF_MARKED,
    HELD,
    LEFT_OPEN,
    MARKS,
    UNREAD_NUMBERS,
    VENUES,
)
from data.understanding.layout.homes_of_tables import are_of_district_told
from data.understanding.layout.titles.places.homes_above import are_of_same_district
from data.understanding.layout.venues import came_from_several
from geo.names.remembered import once_a_reading

#: Fields that say that a row is of one person.
NAMED = frozenset(["name_of_person", "identity", "passport"])
#: The place that somebody came in: 1st, 2nd.
_ORDINAL = re.compile(r"\d{1,2}\s*(?:st|nd|rd|th)?\b(?:\s+position)?$", re.IGNORECASE)
_MARKS = frozenset(["result", "marks", "score", "written", "practical", "grade", "pre", "post",
                    "paper", "papers"])  # fmt: skip
#: A note that who came is not known yet: "Attendance of group 2 awaited; blanks to be filled in".
_YET_TO_COME = re.compile(
    r"\bblanks? (?:cells? )?(?:to be|will be|is|are) (?:filled|updated|not (?:yet )?known|awaited)"
    r"|\b(?:attendance|status|confirmation)\b[^.;]*\b(?:awaited|pending|not (?:yet )?(?:received"
    r"|known|confirmed|available)|yet to be (?:received|confirmed|filled|marked))"
    r"|حاضری[^.\u06d4]*(?:موصول نہیں|باقی ہے|انتظار)",
    re.IGNORECASE,
)
#: "Blank = absent", "empty: did not attend".
#: Between a blank and what it means: neither a negation nor one of several days.
_MEANS = (
    r"(?:(?!\b(?:not|never|no|none|may|might|if|whether|does|day \d|(?:first|second|last|one) day)"
    r"\b)[^.;])*"
)
_BLANK_IS = re.compile(
    r"\b(?:blanks?|empty|unmarked|not (?:marked|signed(?! by\b)))\b"
    rf"{_MEANS}\b(?:absent|absence|(?:not|never) (?:attend\w*|c[oa]me|report\w*|present"
    r"|participat\w*|join\w*|appear\w*|turn\w*|show\w*))\b"
    r"(?![^.;]*\b(?:later|but|first|second|day \d)\b)"
    rf"|\babsent\b(?! from\b){_MEANS}\b(?:blank|empty|unmarked)\b"
    r"|\bonly (?:those|the \w+) (?:who )?(?:have |had )?signed\b"
    rf"{_MEANS}\b(?:came|attended|present|participated|counted|trained)\b"
    r"|خالی[^.;]*(?:غیر ?حاضر|نہیں آ)(?!.*نہیں)",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\(\s*(?:out of\s*)?\d+\s*(?:marks)?\s*\)$", re.IGNORECASE)
#: Codes of who came, for whom nothing says which is which; 8 and 9 are mostly of none.
_CODES = frozenset(["1", "2", "3", "8", "9", "88", "99"])
_POINTED = re.compile(r"\d{1,3}\.(?!0+$)\d{1,3}(?:\.\d{1,3})?")
#: On more days nobody comes to a training; such numbers are of something else.
MOST_DAYS = 31
#: What a column is called that names one person in each row.
ONE_WHO = frozenset(["nominee", "nominees", "delegate", "representative", "paid to", "payee",
                     "officer", "officers", "official", "officials", "employee", "employees",
                     "member", "members", "staff member", "member of staff", "afsar", "afsaran",
                     "mulazim", "افسر", "افسران", "اہلکار", "ملازم", "رکن"])  # fmt: skip
#: Two to five words of letters alone, and none that joins two names or tells of more people.
_MORE_THAN_ONE = (
    r"(?:and|or|o|aur|with|plus|al|etc|waghaira|wagaira|saathi|sathi|companions?|party|group|team"
    r"|family|brothers|sisters|sons|wives|others|و|اور|مع|وغیرہ|ساتھی)"
)
_ONE_NAME = re.compile(rf"(?:(?!{_MORE_THAN_ONE}\b)[^\W\d_]+\.?(?: |$)){{2,5}}", re.IGNORECASE)
NO_NUMBERS = (contents.TEXTS, contents.AGENCIES, contents.DISTRICTS)


@dataclass(frozen=True)
class Judged:
    """What a column is taken for; ``by_name`` where its own name or tag says so."""

    field: str
    sure: bool = True
    reason: str = ""
    holds: str = contents.NOTHING
    by_name: bool = False


#: Fewer columns of posts than this are no table of posts.
ENOUGH_POSTS = 2


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
        """The one column of numbers whose name may mean all participants, if none counts these."""
        may_be = [n for n, one in enumerate(self.fields)
                  if not one and self.holds[n] == contents.NUMBERS
                  and name_words.guessed_field(self.sheet.header[n]) == "participants_total"
                  and not names_of_who_came.is_planned(self.sheet.header[n])
                  and not name_words.is_of_others(self.sheet.header[n])]  # fmt: skip
        others = {*COUNT_FIELDS} - {*COUNT_COLUMNS[:2]}
        may_be = may_be or self.totals_of_posts
        return may_be[0] if len(may_be) == 1 and not self.has(*others) else None

    @cached_property
    def totals_of_posts(self) -> list[int]:
        """The columns called totals that are, in each row, the sum of those of posts before them.

        "HC/FC" among these is one of them, and "Lady officers" is not.
        """
        header, read = self.sheet.header, (contents.NUMBERS, contents.ONES)
        numbers = [n for n, one in enumerate(self.fields) if not one and self.holds[n] in read
                   and name_words.guessed_field(header[n]) not in COUNT_COLUMNS]  # fmt: skip
        totals = [n for n in numbers if is_total(header[n])]
        posts = [n for n in numbers if is_post(header[n])]
        if len(posts) < ENOUGH_POSTS or self.listed:
            return []
        parts = [n for n in numbers if n >= posts[0] and n not in totals]
        return [n for n in totals if parts[-1] < n and is_sum(self.sheet.cells, n, parts)]

    @cached_property
    def counts_one_sex(self) -> bool:
        """Whether women or men are counted, and neither the others nor all."""
        return are_of_one_sex(self.fields)

    @cached_property
    def counts_by_posts(self) -> bool:
        """Whether several columns of numbers are named by posts, and none counts otherwise.

        "Police" beside "Police trained" are all whom an office has.
        """
        posts = [n for n, name in enumerate(self.sheet.header)
                 if self.holds[n] == contents.NUMBERS and is_post(name)]  # fmt: skip
        came = {names_of_who_came.is_of_who_came(self.sheet.header[n]) for n in posts}
        alike = len(posts) > 1 and len(came) == 1
        return alike and not self.listed and not self.has(*COUNT_FIELDS)

    def has(self, *fields: str) -> bool:
        """Tell whether a column is one of some fields."""
        return any(name in fields for name in self.fields)

    @property
    def listed(self) -> bool:
        """Whether each row seems to name a person."""
        return self.has(*NAMED)


def are_of_one_sex(fields: Iterable[str | None]) -> bool:
    """Tell whether of all counts of people there is that of women or of men alone."""
    counted = {*fields} & {*COUNT_FIELDS}
    return len(counted) == 1 and counted <= {*COUNT_COLUMNS[:2]}


def has_marks(header: Sequence[str]) -> bool:
    """Tell whether a column has the name of marks, "Moot (50)", as of those who were examined."""
    return any(_MARKS & {*plain(name).split()} or _OUT_OF.search(name) for name in header)


@once_a_reading
def is_post(name: str) -> bool:
    """Tell whether the name of a column is that of a post or rank, or of several who have it."""
    return bool(agencies_of_post(name))


def of_times(table: Table, n: int) -> Judged:
    """Judge a number of each person of a list that may be of days: whoever has 0 never came."""
    records = ~say_total(table.sheet.cells)
    numbers = whole_numbers(table.sheet.cells.loc[records, n], LARGEST)[0].dropna()
    if numbers.eq(0).any() and numbers.between(0, MOST_DAYS).all():
        return Judged(PRESENCE, sure=False, reason=MARKS)
    return Judged(IGNORED)


def _are_left_open(sheet: Sheet, n: int) -> bool:
    """Tell whether a note says that who came is yet to be filled in, where it is blank."""
    blank = not is_filled(sheet.cells[n]).all()
    return blank and any(map(_YET_TO_COME.search, (*sheet.above, *sheet.below)))


def is_half_marked(table: Table, n: int) -> bool:
    """Tell whether a list has words for who came, none for who did not, and blanks.

    Nobody knows then whether the others were absent or not marked, unless a text says it.
    """
    cells = table.sheet.cells[~say_total(table.sheet.cells)]
    said = by_text(cells[n], lambda text: says_present(text) or plain(text) == "p", "bool")
    blank = ~is_filled(cells[n])
    marks = [one for one, holds in enumerate(table.holds) if holds == contents.PRESENCE]
    untold = ~filled_cells(cells[marks]).any(axis=1)  # on none of the days
    some = bool(said.any() and untold.any() and (said | blank).all())
    return some and not explains_blanks(table) and not _counts_none(cells, untold)


def _counts_none(cells: pd.DataFrame, untold: pd.Series) -> bool:
    """Tell whether a column has 0, as on how many days, for those without a mark and no others."""
    zero = cells.apply(lambda texts: texts.str.strip() == "0")
    return bool(zero.eq(untold, axis=0).all().any())


def explains_blanks(table: Table) -> bool:
    """Tell whether a text says that whoever has no mark, or has not signed, did not come."""
    return any(map(_BLANK_IS.search, (*table.sheet.header, *table.sheet.beside)))


def beside_venue(table: Table, n: int, meant: str) -> Judged:
    """Judge a district that may be the venue's; it is where all came from several others.

    It is theirs where a text says that all were of the district of their training, or of it.
    """
    if are_of_same_district(table.sheet.beside) or are_of_district_told(table.sheet, n):
        return Judged(meant)
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
        planned = any(map(names_of_who_came.is_planned, table.sheet.header))
        sure = planned and names_of_who_came.is_of_who_came(table.sheet.header[n])
        sure &= not table.has(*COUNT_FIELDS)  # of which it may be the sum, and is none
        return Judged("participants_total", sure=sure, reason=UNREAD_NUMBERS)
    if holds in (contents.PRESENCE, contents.TICKS, contents.NOTHING):
        if _are_left_open(table.sheet, n):
            return Judged(PRESENCE, sure=False, reason=LEFT_OPEN)
        half = table.listed and is_half_marked(table, n)
        return Judged(PRESENCE, sure=not half, reason=HALF_MARKED if half else "")
    if holds == contents.TEXTS and names_one_each(table, n):
        return Judged("name_of_person")
    of_persons = table.listed or (table.has("sex") and not table.has(*COUNT_FIELDS))
    sure = holds == contents.ONES and of_persons
    return Judged(PRESENCE, sure=sure, reason=HELD.get(holds, BY_NAME))


def names_one_each(table: Table, n: int) -> bool:
    """Tell whether a column names one person in each row, as many people are called.

    Or no two are called alike, and the post of each stands beside. Of rows that are a training
    each, whoever is named may have opened it, and others came.
    """
    told = [place for place, one in enumerate(table.fields)
            if one in ("title", "training_id", "date_start")
            and place not in table.sheet.offered]  # fmt: skip
    if told and not table.sheet.cells.loc[~say_total(table.sheet.cells), told].duplicated().any():
        return False
    texts = [" ".join(text.split()) for text in table.sheet.cells[n]
             if text.strip() and not is_total(text)]  # fmt: skip
    each = "designation" in table.fields and len({*texts}) == len(texts) > 1
    return (each or have_common_names(texts)) and all(_may_name_one(text) for text in texts)


def _may_name_one(text: str) -> bool:
    return bool(_ONE_NAME.fullmatch(text)) and may_be_name(text) and not is_post(text)


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
