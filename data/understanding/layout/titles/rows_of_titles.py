"""Rows under a header that hold no record: titles and labels between them, and notes below."""

import re
from collections.abc import Callable, Collection, Sequence
from functools import cache, partial

import pandas as pd

from data.records.calendar.dates import is_day
from data.records.distinct import by_text, filled_cells, filled_texts
from data.records.rules import in_latin_digits, whole_numbers
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, LONGEST_NAME, PRESENCE, RUNNING_NUMBER, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.totals.total_words import is_total
from data.sheets.words.absence import (
    number_absent,
    numbers_absent,
    says_absent,
    says_some_absent,
)
from data.sheets.words.blanks_noted import explains_blanks
from data.sheets.words.day_numbers import DAY_NUMBER
from data.sheets.words.hidden_rows_noted import says_hidden_are_absent, tells_of_hidden
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.names.names_of_who_came import PLAIN_COUNTS, SEXES
from data.sheets.words.not_participants import NOT_OF_THEM
from data.sheets.words.numbers_told import numbers_told
from data.understanding import contents
from data.understanding.layout.titles.blocks import TRAINING
from data.understanding.layout.titles.days_in_texts import days_in
from data.understanding.layout.titles.headings import DIVISION, dated_headings
from data.understanding.layout.titles.signatures_below import (
    FEW_CELLS,
    is_signed,
    is_text,
    posts_below,
    under_copies,
    under_signatures,
)
from data.understanding.layout.titles.title_texts import DATE, LABELLED, NOTE, SIGNED

_DISTRICT = re.compile(r"\b(?:district|distt?|zill?a)\b|ضلع", re.IGNORECASE)
#: Fewer rows of a list than this part have no number of their own where they are none of it.
FEW = 0.3
#: "Total participants: 10 (Male 7, Female 3)", "Total trained = 10".
_COUNTED = re.compile(r"(?:grand )?total\b[^\d,;(]{0,30}(\d{1,4})\b", re.IGNORECASE)
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
_BY = re.compile(r"\b(?:by|with|not|except)\b", re.IGNORECASE)


def rows_of_titles(sheet: Sheet) -> dict[int, str]:
    """Return the rows under the header that hold one text, where no record begins so."""
    filled = filled_cells(sheet.cells)
    alone = filled.index[filled.sum(axis=1) == 1]
    if filled.shape[1] < 3:
        return dated_headings(sheet, alone)
    labelled = _labelled_rows(sheet, filled)
    if not len(alone):
        return labelled
    fields = [_field(name) for name in sheet.header]
    serial = fields.index(RUNNING_NUMBER) if RUNNING_NUMBER in fields else None
    last = filled.index[filled.sum(axis=1) > 1].max()
    all_counted = _counts_all(sheet, filled)
    # A district alone that begins a list of numbered persons, and others like it, are no names.
    numbered = serial is not None and filled[serial][filled.sum(axis=1) > 1].all()
    numbered = numbered and alone[0] == filled.index[0]
    of_bodies = numbered and _are_bodies(sheet, filled, fields)
    titles = {}
    for row in alone:
        place = int(filled.loc[row].to_numpy().argmax())
        text = " ".join(sheet.cells.loc[row, place].split())
        noted = fields[place] == "name_of_person" and NOTE.match(text)
        home = contents.is_district(text) and (numbered or _DISTRICT.search(text))
        first = place in (0, serial) or DIVISION.search(text) or noted
        others = fields[place] == "name_of_person" and NOT_OF_THEM.search(text) is not None
        # "B. FIA" over those of it, who are numbered.
        over = home or (of_bodies and _is_body(text))
        first = first or others or (over and fields[place] == "name_of_person")
        if not first or not is_text(text) or is_total(text):
            continue
        if row > last and not all_counted and _says_who_was_absent(sheet, [text]):
            continue  # no heading, as nobody stands under it
        in_names = fields[place] == "name_of_person"
        if in_names and not (
            over
            or others
            or TRAINING.search(text)
            or NOTE.match(text)
            or any(map(str.isdigit, text))
        ):
            continue  # a person of whom nothing else is known
        titles[int(row)] = text
    return titles | labelled


def _are_bodies(sheet: Sheet, filled: pd.DataFrame, fields: Sequence[str | None]) -> bool:
    """Tell whether each text alone among the names is of a body or a place, or is a note or a sum.

    Where another, as "B. Guests", stands there, those under it would be of the body before.
    """
    names = [n for n, one in enumerate(fields) if one == "name_of_person"]
    alone = filled.sum(axis=1) == 1
    texts = [text for n in names for text in filled_texts(sheet.cells[n][alone])]
    return all(
        _is_body(text) or contents.is_district(text) or is_total(text) or NOTE.match(text)
        for text in texts
    )


def _is_body(text: str) -> bool:
    """Tell whether a text is an agency, and not by whom something was held."""
    return not _BY.search(text) and contents.is_agency(text)


def _field(name: str) -> str | None:
    """Return the field of a column by its name, which may call persons otherwise than any list."""
    of_persons = "name_of_person" if guessed_field(name) == "name_of_person" else None
    return field_of_name(name) or of_persons


def _labelled_rows(sheet: Sheet, filled: pd.DataFrame) -> dict[int, str]:
    """Return the rows of which each of two or three cells is a label and its value.

    Or of a day beside its number or label, under no column of days: "Day-2 | 10 October 2023".
    """
    titles, dated = {}, "date_start" in map(_field, sheet.header)
    for row in filled.index[filled.sum(axis=1).between(2, 3)]:
        cells = [" ".join(text.split()) for text in sheet.cells.loc[row] if text.strip()]
        of_day = not dated and all(map(is_day, cells[1:]))
        label = f"{cells[0].rstrip(' :')}: {', '.join(cells[1:])}"
        if of_day and LABELLED[DATE].match(label):
            titles[int(row)] = label
        elif (of_day and DAY_NUMBER.fullmatch(cells[0])) or all(map(_is_labelled, cells)):
            titles[int(row)] = "; ".join(cells)
    return titles


def notes_below(sheet: Sheet, titles: Collection[int]) -> set[int]:
    """Return the last rows, as far as they hold no more than a note in one or two cells."""
    notes: set[int] = set()
    fields = [_field(name) for name in sheet.header]
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
    all_counted = _counts_all(sheet, filled)
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
            listed and len(cells) == 1 and (unnamed or _is_labelled(cells[0]) or row in unnumbered)
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
        noted = bool(cells) and (len(cells) < 3 or SIGNED.match(cells[0])) and NOTE.match(cells[0])
        some_absent = not (counted or all_counted) and _says_who_was_absent(sheet, cells)
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


def _counts_all(sheet: Sheet, filled: pd.DataFrame) -> bool:
    """Tell whether a total below a list, "Total participants: 10", is of all its rows."""
    few = filled.sum(axis=1) < FEW_CELLS
    texts = (" ".join(" ".join(row).split()) for row in sheet.cells[few].to_numpy())
    told = [found for text in texts if (found := _COUNTED.match(text))]
    if not told:
        return False
    listed = (~few & ~say_total(sheet.cells)).sum()
    return any(int(found[1]) == listed for found in told)


def _says_who_was_absent(sheet: Sheet, cells: Sequence[str]) -> bool:
    """Tell whether a note says that somebody did not come, and neither it nor a column says who.

    It stays among the rows, and is a problem there: else whoever it means would be counted. As
    many of whom cells say so, in a remark, are those whom it means.
    """
    text = " ".join(cells)
    if not says_some_absent(text) or numbers_absent(text) or says_hidden_are_absent(text):
        return False
    rows = sheet.cells[filled_cells(sheet.cells).sum(axis=1) >= FEW_CELLS]
    marked = [by_text(rows[n], says_absent, "bool") for n in rows]
    if number_absent(text) == int(pd.concat(marked, axis=1).any(axis=1).sum()):
        return False
    return not any(
        contents.contents_of(sheet.cells[n]) == contents.PRESENCE or _counts_days(sheet, n)
        for n in range(len(sheet.header))
    )


def _counts_days(sheet: Sheet, place: int) -> bool:
    """Tell whether a column counts on how many days each came, some of them on none."""
    texts = {text.strip() for text in filled_texts(sheet.cells[place])}
    called = guessed_field(sheet.header[place]) == PRESENCE
    return called and "0" in texts and all(map(str.isdecimal, texts))


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


def _is_labelled(text: str) -> bool:
    return any(one.match(text) for one in LABELLED.values())
