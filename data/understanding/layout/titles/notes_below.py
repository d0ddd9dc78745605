"""Notes below the rows of a table, which hold no record."""

import re
from collections.abc import Callable, Collection, Sequence
from functools import cache, partial

import pandas as pd

from data.records.distinct import filled_cells, filled_texts
from data.records.rules import in_latin_digits, whole_numbers
from data.sheets.fields import COUNT_FIELDS, LONGEST_NAME, RUNNING_NUMBER, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.totals.total_words import is_total
from data.sheets.words.absence import says_absent, says_some_absent
from data.sheets.words.names.names_of_who_came import PLAIN_COUNTS, SEXES
from data.sheets.words.told.blanks_noted import explains_blanks
from data.sheets.words.told.hidden_rows_noted import tells_of_hidden
from data.sheets.words.told.more_people import counts_people
from data.sheets.words.told.numbers_told import numbers_told
from data.understanding.layout.titles.absence_noted import counts_all, says_who_was_absent
from data.understanding.layout.titles.days_in_texts import days_in
from data.understanding.layout.titles.rows_of_titles import field_called
from data.understanding.layout.titles.signatures_below import (
    FEW_CELLS,
    is_signed,
    posts_below,
    under_copies,
    under_signatures,
)
from data.understanding.layout.titles.title_texts import NOTE, SIGNED, is_labelled

#: Fewer rows of a list than this part have no number of their own where they are none of it.
FEW = 0.3
#: How a sentence begins that is of a list, or of one of its columns, and no name of a person.
_OF_LIST = re.compile(
    r"(?:all (?:of|are|were|have|(?:the )?(?:participants|trainees|attendees))\b"
    r"|(?:all )?(?:these|those|they)\b|this (?:is|list)\b"
    r"|(?:\w+ ){0,3}means\b|(?:ye|yeh) sab\b|یہ سب(?!\w)"
    r"|(?:kindly|please) note\b"
    # What stands in the table, and what was done with it: "Names are in order of seniority".
    r"|\(?(?:(?:the|all|original|signed) )*(?:data|lists?|names|gender|sex|departments|agencies"
    r"|districts|designations|ranks|certificates|signatures|figures|details|information|entries"
    r"|rows|columns|(?:registration|attendance) (?:forms?|sheets?|registers?)|forms|sheets?)"
    r" (?:\w+ ){0,2}?(?:is|are|was|were|has been|have been|as (?:written|told|given|per|reported)"
    r"|entered|taken|verified|kept|available|attached|compiled|copied)\b"
    # A legend: "M = male and F = female".
    r"|[^\W\d](?:[^=\d]{0,25}[^=\W\d])?\s*=\s*[^\W\d][^\d]*$)",
    re.IGNORECASE,
)
#: Somebody else, who may have come.
_OTHERS = re.compile(
    r"\b(?:also|others?|more|besides|plus|too|two|three|four|bhi|mazeed)\b|بھی|مزید|دیگر|اور",
    re.IGNORECASE,
)
#: What became of those who are counted: "52 participants were given certificates".
_STATED = re.compile(
    r"\b(?:were|was|are|is|have|has|had|did|received|passed|left|signed|filled|compiled|prepared"
    r"|diy[ae]|di|kiy[ae])\b|گئ[یے]|گیا\b|تھ[اےی]\b",
    re.IGNORECASE,
)
#: That some came, who may be no others than those of the rows, or more of a place or an agency.
_SOME_CAME = re.compile(
    r"\b(?:attended|joined|participated|trained|came|present|sharee?k)\b.*\b(?:from|of|k[aei])\b"
    r"|\b(?:from|of|k[aei])\b.*\b(?:attended|joined|participated|trained|came|present|sharee?k)\b"
    r"|شریک|حاضر",
    re.IGNORECASE,
)
#: So few words may be a name, whatever they are; and so many are more than a sentence.
FEW_WORDS, MOST_WORDS = 2, 40


def notes_below(sheet: Sheet, titles: Collection[int]) -> set[int]:
    """Return the last rows, as far as they hold no more than a note in one or two cells."""
    notes: set[int] = set()
    fields = [field_called(name) for name in sheet.header]
    told = [n for n, one in enumerate(fields) if one in ("name_of_person", RUNNING_NUMBER)]
    listed = "name_of_person" in fields
    counted = not listed and bool({*COUNT_FIELDS} & {*fields})  # of those who came
    unnumbered = _without_their_number(sheet, fields)
    filled = filled_cells(sheet.cells)
    widths = filled.sum(axis=1)
    usual = widths[widths > 1].median()
    going_on = under_copies(sheet, widths, usual)
    going_on |= frozenset() if listed else _under_a_note(sheet, filled)
    going_on |= under_signatures(sheet) | posts_below(sheet, unnumbered)
    titled = bool({"title", "training_id"} & {*fields})  # of which nothing else may be known
    going_on |= _after_sums(sheet, widths) if counted and not titled else frozenset()
    all_counted = counts_all(sheet, filled)
    dated = any(one == "date_start" and not has_no_day(sheet.cells[n])
                for n, one in enumerate(fields))  # fmt: skip
    most_counted = cache(partial(_most_counted, sheet, fields))
    signed = listed and not dated and not titled
    for row in reversed(sheet.cells.index.tolist()):
        cells = [text for text in map(str.strip, sheet.cells.loc[row]) if text]
        total = any(map(is_total, cells))
        own = [(fields[n], sheet.cells.loc[row, n].strip()) for n in told]
        unnamed = not any(text and (field != RUNNING_NUMBER or text[0].isdecimal())
                          for field, text in own)  # fmt: skip
        alone = (
            listed and len(cells) == 1 and (unnamed or is_labelled(cells[0]) or row in unnumbered)
        )
        alone |= len(cells) == 1 and any(tells(cells[0]) for tells in _OF_TABLE)
        alone |= listed and len(cells) == 2 and row in unnumbered and cells[1].isdecimal()
        alone |= any(text and text == cells[0] for __, text in own) and _counts_a_sex(cells)
        # "Course Coordinator:" beside a name, and the posts of those who signed.
        alone |= row in unnumbered and cells[:1] != [] and cells[0].endswith(":")
        alone |= signed and unnamed and 2 * len(cells) <= usual
        alone |= not listed and is_signed(sheet.cells.loc[row], fields, usual)
        alone |= row in going_on
        alone = alone or (counted and len(cells) == 1 and _is_statement(cells[0], most_counted))
        alone = alone or (counted and len(cells) == 1 and not titled and _tells_of_some(cells[0]))
        noted = bool(cells) and (len(cells) < 3 or SIGNED.match(cells[0])) and NOTE.match(cells[0])
        some_absent = not (counted or all_counted) and says_who_was_absent(sheet, cells)
        if not (total or alone or noted or row in titles) or some_absent:
            break
        if not total:
            notes.add(int(row))
    return notes


def is_sentence(text: str) -> bool:
    """Tell whether a text in the place of a name is a sentence on the list.

    One that begins with a name, or tells of anybody else, may be of a person who came.
    """
    return (
        len(text.split()) > FEW_WORDS
        and _OF_LIST.match(text) is not None
        and _OTHERS.search(text) is None
    )


def _is_statement(text: str, most_counted: Callable[[], int]) -> bool:
    """Tell whether a text below numbers says what became of those counted, and counts no others.

    One of more people than the most that are counted may be of others, but where it is compared:
    "52 came".
    """
    if not FEW_WORDS < len(text.split()) <= MOST_WORDS or len(text) > LONGEST_NAME:
        return False
    if _OTHERS.search(text) or _SOME_CAME.search(text) or says_absent(text):
        return False
    if numbers_told([text]):
        return True
    if not _STATED.search(text):
        return False
    for day in days_in(text, None):
        text = text.replace(day, " ")
    told = [int(number) for number in re.findall(r"\d{1,9}", in_latin_digits(text))]
    return not told or max(told) <= most_counted()


def _tells_of_some(text: str) -> bool:
    """Tell whether a text has a number of people in itself, or says who did not come."""
    return counts_people(text) or (len(text.split()) > FEW_WORDS and says_some_absent(text))


def _most_counted(sheet: Sheet, fields: Sequence[str | None]) -> int:
    """Return how many people the rows count, or the highest number of them that a row has."""
    named = ["participants_total"] if "participants_total" in fields else COUNT_FIELDS
    numbers = [whole_numbers(sheet.cells[n], LARGEST)[0].fillna(0)
               for n, one in enumerate(fields) if one in named]  # fmt: skip
    own = ~say_total(sheet.cells)
    return int(max(sum(one[own].sum() for one in numbers), *(one.max() for one in numbers)))


#: What a text alone in its row may be that is on the table, and on nobody in it.
_OF_TABLE = (is_sentence, tells_of_hidden, explains_blanks, re.compile(r"[_=*.–—-]{4,}").fullmatch)


def has_no_day(cells: pd.Series) -> bool:
    """Tell whether texts stand where days should, and none has a number: "From" is an office."""
    texts = filled_texts(cells)
    return bool(texts) and not any(char.isdigit() for text in texts for char in text)


def _under_a_note(sheet: Sheet, filled: pd.DataFrame) -> frozenset[int]:
    """Return the rows of one text under a note below all numbers, which goes on in them."""
    widths = filled.sum(axis=1)
    last = widths.index[widths > 1].max()
    below = [row for row in widths.index[widths == 1].tolist() if row > last]
    texts = {row: next(filter(None, map(str.strip, sheet.cells.loc[row]))) for row in below}
    first = next((row for row, text in texts.items() if NOTE.match(text)), None)
    return frozenset(row for row in below if first is not None and row > first)


def _after_sums(sheet: Sheet, widths: pd.Series) -> frozenset[int]:
    """Return the last rows of one text without a number, which counts nobody, below all sums."""
    last = widths.index[widths > 1].max()
    if not (widths > 1).any() or not say_total(sheet.cells)[last]:
        return frozenset()
    texts = {row: "".join(sheet.cells.loc[row]) for row in widths.index[widths.index > last]}
    return frozenset(row for row, text in texts.items() if not any(map(str.isdigit, text)))


def _without_their_number(sheet: Sheet, fields: Sequence[str | None]) -> frozenset[int]:
    """Return the rows without a running number in a list of which nearly all others have one."""
    if RUNNING_NUMBER not in fields:
        return frozenset()
    place = list(fields).index(RUNNING_NUMBER)
    texts = sheet.cells[place].str.strip()
    many = (sheet.cells != "").sum(axis=1) >= FEW_CELLS
    unsaved = sheet.faults.loc[sheet.faults["position"] == place, "row"]  # by "=ROW()-6"
    without = ~texts.str.match(r"\d") & ~texts.index.isin(unsaved)
    return frozenset(texts.index[without]) if without[many].mean() < FEW else frozenset()


def _counts_a_sex(cells: Sequence[str]) -> bool:
    """Tell whether a row has "Male" or "Women present" in place of a name, and numbers alone."""
    words = {*plain(cells[0]).split()}
    of_a_sex = bool(words & {*SEXES}) and words <= PLAIN_COUNTS | {*SEXES, "present", "came"}
    return of_a_sex and all(map(str.isdecimal, cells[1:]))
