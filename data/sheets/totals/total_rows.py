"""Rows that sum up others, told from records by their words and their numbers."""

import re
from collections.abc import Callable, Collection

import numpy as np
import pandas as pd

from data.records.distinct import by_text, once_a_table, says
from data.records.rules import in_latin_digits, whole_numbers
from data.records.sought_words import BEGINS, BETWEEN, ENDS, any_of, only_with
from data.sheets.fields import COUNT_FIELDS, RUNNING_NUMBER, plain
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.totals.sums_so_far import is_sum_so_far
from data.sheets.totals.total_words import CAME, PEOPLE, is_part_of_sum, is_total
from geo.names.remembered import once_a_reading
from geo.words.catalogue import _

TOTAL_ROW = _("a row of totals")
PART_ROW = _("a part of the row above it, which counts them")
#: Numbers above this are taken for it, so that their sum can be held.
LARGEST = 10**12
#: A label of any words and its number, as no name of a person is written.
_LABEL = re.compile(r"[^\d:=()]+[:=(]+\s*\d{1,4}\s*\)?(?: [a-z]+)?\.?", re.IGNORECASE)
#: How many a list has above it, without a label: "4 persons", "(12 afrad)", "کل 4 افراد".
_COUNT_ALONE = re.compile(
    rf"\(?(?:(?:total|kul|کل) )?(\d{{1,4}}) (?:{PEOPLE}|people|افراد|شرکاء?)\)?\.?", re.IGNORECASE
)
#: Words before that: "No. of present", "Kul haazir", "Ghair hazir".
_BEFORE_CAME = frozenset(["no", "nos", "number", "of", "total", "kul", "all", "ghair", "gair",
                          "participants", "persons", "کل", "غیر"])  # fmt: skip
#: What may stand behind it: "Present on the day", "Attended per day".
_EACH_DAY = re.compile(
    r"\s*(?:\b(?:on|for|in)\s+)?(?:\b(?:the|this|that|each|every|per|a)\s+)?\b(?:day|date|daily)$"
)
#: What is said of all together: by a row beside those of agencies or districts, or by a column.
OF_ALL = frozenset(["all", "overall", "both", "tamam azla", "تمام", "تمام اضلاع", *(
    f"all {who}" for who in ("agencies", "departments", "organisations", "organizations",
                             "districts", "participants", "persons", "people", "trainees",
                             "attendees", "officials", "members", "three", "four")),
    "participants", "trainees", "attendees", "persons"])  # fmt: skip
#: Below so many rows, or people in it, the last one may be their sum by chance.
ENOUGH_ROWS, ENOUGH_PEOPLE = 3, 5
# What a record has: its training, place, agency and day; a row that sums others lacks one.
_NEEDED = (
    ("training_id", "title"),
    ("district", "adm2_pcode"),
    ("agency", "department", "designation"),
    ("date_start",),
)
_NO_NUMBERS = ("title", "district", "agency", "department", "designation", "sex")
#: What a list tells of a person, and of no sum.
_OF_PERSON = (RUNNING_NUMBER, "name_of_person", "sex", "designation")


def _is_sum(text: str) -> bool:
    return text.strip().isdecimal()


@once_a_table
def say_total(cells: pd.DataFrame) -> pd.Series:
    """Tell of each row, by its number, whether any of its cells says that it sums up others."""
    rows = _where(cells, is_total).union(rows_of_who_came(cells))
    return pd.Series(cells.index.isin(rows), index=cells.index)


def _where(cells: pd.DataFrame, told: Callable[[str], bool]) -> pd.Index:
    """Return the rows of which a cell says something."""
    said = np.zeros(len(cells), dtype=bool)
    for _n, column in cells.items():
        said |= says(column, told)
    return cells.index[said]


def rows_of_who_came(cells: pd.DataFrame, least: int = 2) -> pd.Index:
    """Return the rows that say how many came on each day: "Attended" beside numbers alone.

    There are so many numbers at least: one under a list says how many of it came.
    """
    rows = _where(cells, _says_who_came)
    if rows.empty:  # of most tables
        return rows
    some = cells.loc[rows]
    filled = ([text.strip() for text in texts if text.strip()]
              for texts in some.to_numpy().tolist())  # fmt: skip
    counted = [row for row, texts in zip(some.index, filled, strict=True)
               if _counts_alone(texts, least)]  # fmt: skip
    return pd.Index(counted, dtype="int64")


@only_with(BEGINS + any_of(CAME) + ENDS)
@once_a_reading
def _says_who_came(text: str) -> bool:
    *before, last = _EACH_DAY.sub("", text.strip(" .:").casefold()).split() or [""]
    return last in CAME and all(word.strip(".") in _BEFORE_CAME for word in before)


def _counts_alone(texts: list[str], least: int) -> bool:
    """Tell whether a row has one word and numbers besides, so many at least."""
    numbers = [text for text in texts if in_latin_digits(text).isdecimal()]
    return len(numbers) >= least and len(texts) == len(numbers) + 1


def rows_of_totals(
    cells: pd.DataFrame,
    blank: pd.DataFrame,
    mapping: ColumnMapping,
    offered: Collection[int] = (),
) -> pd.Index:
    """Return the rows of totals.

    ``cells`` are the columns of a sheet as text; ``blank`` says of each cell whether it is blank.
    What is ``offered`` stands above the rows: it is filled in beside a total, too.
    """
    others = [n for n, name in enumerate(mapping.fields) if name not in COUNT_FIELDS]
    worded = _where(cells[others], is_total)
    so_far = rows_so_far(cells.loc[worded, others])
    own = cells.drop(index=so_far) if len(so_far) else cells  # a sum may stand above that one
    last = _last_sum(own, mapping).union(_labels_alone(cells, blank, mapping, offered))
    if worded.empty:  # of most tables
        return last
    some = cells.loc[worded]
    total = pd.DataFrame({n: says(some[n], is_total) for n in others}, index=worded)
    empty = {n: blank.loc[worded, n] | total[n] for n in others if mapping.fields[n]}
    # Where the sum itself stands under a district or an agency, that is none.
    for n in empty:
        if mapping.fields[n] in _NO_NUMBERS:
            empty[n] |= says(some[n], _is_sum)
    empty = pd.DataFrame(empty, index=worded)
    # Where nothing but what is not read tells rows apart, a total may be told by that alone.
    telling = [n for n in others if mapping.fields[n] and n not in offered]
    unread = [n for n in others if not mapping.fields[n]]
    alike = all(cells[n].nunique() == 1 for n in telling)
    lacking = total[unread].any(axis=1) & alike
    for fields in (*_NEEDED, *([("name_of_person",)] if mapping.kind == PERSONS else [])):
        if places := [n for n in mapping.positions(*fields) if n not in offered]:
            lacking |= empty[places].all(axis=1)
    if mapping.kind == PERSONS:
        # What stands above a list tells its sums their training and agency, too, and no person.
        named = total[mapping.positions("name_of_person", RUNNING_NUMBER)]
        lacking |= named.any(axis=1) & empty[mapping.positions(*_OF_PERSON)].all(axis=1)
    return empty.index[lacking].union(last)


def rows_so_far(cells: pd.DataFrame) -> pd.Index:
    """Return the rows of which a cell says that they add up what came before the table, too."""
    return _where(cells, is_sum_so_far)


def rows_of_parts(cells: pd.DataFrame, mapping: ColumnMapping) -> pd.Index:
    """Return the rows that count some of the people of the row above: "of which government".

    The text stands where a record tells its training, district or agency. Where
    none stands above them, they are the records; under a list of persons it may be a note.
    """
    if mapping.kind == PERSONS:
        return cells.index[:0]
    places = mapping.positions(*_NO_NUMBERS, RUNNING_NUMBER)
    rows = _where(cells[places], is_part_of_sum)
    return rows if len(rows) and cells.index[0] not in rows else rows[:0]


def _labels_alone(
    cells: pd.DataFrame, blank: pd.DataFrame, mapping: ColumnMapping, offered: Collection[int]
) -> pd.Index:
    """Return the rows of a list of persons with "Kasur: 6" in place of a name, and no other texts.

    So is "4 persons" under so many, and under as many as stand between it and another such row.
    """
    names = mapping.positions("name_of_person") if mapping.kind == PERSONS else []
    if len(names) != 1 or len(cells.columns) - len(offered) < 2:
        return cells.index[:0]
    others = [n for n in blank if n not in (*names, *offered)]  # "Male: 15" beside "Female: 2"
    alone = np.ones(len(cells), dtype=bool)
    for n in others:
        alone &= blank[n].to_numpy() | says(cells[n], _is_label)
    if not alone.any():  # of most lists
        return cells.index[:0]
    counted = by_text(cells[names[0]], _counted_alone).where(alone, "")
    behind = (counted != "").shift(fill_value=False).cumsum()
    above = counted.groupby(behind).transform("size") - 1
    labels = (counted == above.astype("str")) | says(cells[names[0]], _is_label)
    few = labels.sum() * 2 < len(cells)  # else that is how the persons are numbered
    return cells.index[alone & labels] if few else cells.index[:0]


@only_with("[:=(]" + BETWEEN + "[0-9]")
def _is_label(text: str) -> bool:
    numbered = any(map(str.isdecimal, text))
    return numbered and _LABEL.fullmatch(in_latin_digits(text).strip()) is not None


def _counted_alone(text: str) -> str:
    """Return the number of "04 persons", without zeros before it; blank of any other text."""
    found = _COUNT_ALONE.fullmatch(" ".join(in_latin_digits(text).split()))
    return found[1].lstrip("0") if found else ""


def _last_sum(cells: pd.DataFrame, mapping: ColumnMapping) -> pd.Index:
    """Return the last row where each of several counts in it is the sum of all above, else none.

    Whatever it is called, "Whole division" or nothing. Few people may add up by chance: it is none
    below ``ENOUGH_PEOPLE``, unless it is called "All", nor where it tells all that the rows above
    tell apart.
    """
    none = cells.index[:0]
    counted = [n for n, name in enumerate(mapping.fields) if name in COUNT_FIELDS]
    if mapping.kind == PERSONS or len(cells) < ENOUGH_ROWS or not counted:
        return none
    telling = [n for n, name in enumerate(mapping.fields) if name and name not in COUNT_FIELDS
               and cells[n].iloc[:-1].nunique() > 1]  # fmt: skip
    called = {plain(cells[n].iloc[-1]) for n in telling}
    if telling and not called & {"", *OF_ALL}:
        return none
    last = [whole_numbers(cells[n].iloc[-1:], LARGEST)[0].iloc[0] for n in counted]
    many = sum(pd.notna(one) and one >= ENOUGH_PEOPLE for one in last) > 1
    if not called & OF_ALL and (len(cells) == ENOUGH_ROWS or not many):
        return none
    for n, own in zip(counted, last, strict=True):
        read, unread = whole_numbers(cells[n].iloc[:-1], LARGEST)
        if pd.isna(own) or unread.any() or int(read.fillna(0).sum()) != int(own):
            return none
    return cells.index[-1:]
