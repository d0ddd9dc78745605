"""Columns of marks, times and signatures of a list: which of them say who came and who did not."""

import re
from itertools import islice

import pandas as pd

from data.records.calendar.dates import is_day
from data.records.distinct import (
    any_says,
    by_text,
    different_texts,
    filled_cells,
    filled_texts,
    texts_in_order,
)
from data.records.sought_words import BETWEEN, only_with
from data.sheets.fields import IGNORED, PRESENCE, plain
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.no_records.not_held import remarks_on_persons, said_absent
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.words.absence import is_absent, says_absent
from data.sheets.words.count_words import is_dash
from data.sheets.words.day_numbers import is_of_day
from data.sheets.words.names import name_words, names_of_who_came
from data.sheets.words.names.signatures import is_signature
from data.sheets.words.presence import ABSENT_ROW, attendance, is_time, presence, says_present
from data.sheets.words.questions_of_presence import asks_who_came
from data.understanding import contents
from data.understanding.columns.evidence.evidence import (
    Judged,
    Table,
    explains_blanks,
    is_half_marked,
)
from data.understanding.columns.evidence.reasons import CODES, HALF_MARKED, HELD, NO_TIME, UNSIGNED
from data.understanding.layout.titles.reports_above import says_who_came
from geo.words.catalogue import _

STILL_TO_COME = _("It speaks of people who were yet to come. Did all come whom the list names?")
#: What a remark says of somebody before the training; of a next one others say so, too.
_STILL_TO_COME = re.compile(
    r"\bconfirmed (?:\w+ )?(?:on|by|via|over|through) (?:the )?(?:tele)?(?:phone|call|whatsapp"
    r"|mobile|e ?mail|sms|letter)\b|\b(?:will|shall|may) (?:attend|come|join|participate|report)\b"
    r"|\b(?:to be|not yet|yet to be|not) confirmed\b|\bsubstitutes? (?:requested|awaited|to be)\b"
    r"|\b(?:reply|confirmation|response) (?:is )?(?:awaited|pending)\b"
    r"|\bawaiting (?:reply|confirmation|response)\b"
    r"|\b(?:nominations?|names?) (?:is |are )?(?:awaited|pending|not (?:yet )?received)\b"
    r"|\b(?:aa?y?en|shirkat karen|sharee?k hon) ?g[aei]\b"
    r"|فون پر تصدیق|تصدیق (?:باقی|کا انتظار)|(?:آئیں|شرکت کریں|شریک ہوں) گے",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:next|second|2nd|further|follow|advanced|other|again|also|phase|future)\b")
RECEIVED = _("It says who received something. Did those come who received none?")
#: What is given to those who came, and not to each of them.
_GIVEN = frozenset(["certificate", "certificates", "cert", "certs", "shield", "souvenir", "kit",
                    "kits", "bag", "bags", "folder", "handout", "handouts", "material", "materials",
                    "usb", "lunch", "refreshment", "refreshments", "dsa", "tada", "ta", "da",
                    "allowance", "stipend", "honorarium", "cheque", "payment", "paid", "sanad",
                    "asnad", "سند", "اسناد", "سرٹیفکیٹ", "سرٹیفیکیٹ"])  # fmt: skip
#: On how many days each was there: "Days present", "No. of days attended".
_DAYS_PRESENT = re.compile(
    r"(?:(?:no|nos|number|total) )?(?:of )?(?:days|sessions|classes)"
    r" (?:present|attended|of attendance|of presence)(?: out of \d+| \d+)?"
    r"|(?:attended|present) (?:days|sessions)|attendance (?:in )?days"
)
_ATTENDED = re.compile(r"\b(?:attended|participated|attendees)\b|شرکت کی", re.IGNORECASE)
#: Names of columns whose letters say nothing of who came.
_NO_MARKS = frozenset(["shift", "batch", "group", "section", "grade", "class", "blood", "bps",
                       "category", "type", "rank", "cadre", "scale", "post"])  # fmt: skip
#: So many texts at most say of each person what became of their coming.
MOST_STATES, LONGEST_STATE = 8, 20
#: Words of a signature that is yet to be made, of somebody who may have come.
_YET_TO_SIGN = frozenset(["pending", "awaited"])
#: So many cells a row of a person has at least, beside notes and legends.
LEAST_CELLS = 3
PERSONAL = "other_personal"


def of_signature(table: Table, n: int) -> Judged:
    """Judge a column of signatures of a list.

    It says who came where each text of it is a mark or a word of that, and one is of somebody who
    did not, or a text says that whoever has not signed did not come. Else it is asked what that
    says of them, but where another column, or that of each day, says of each that they did not.
    """
    written = table.sheet.written  # nobody signs for a sum, nor beside the number of nobody
    records = ~say_total(written) & ~_are_numbers_alone(written)
    cells = table.sheet.cells.loc[records, n].str.strip()
    texts = [text for text in cells.unique().tolist() if not _is_unsigned(text)]
    if not table.listed or not texts:
        return Judged(PERSONAL)
    unsigned = table.sheet.written.loc[cells.index[cells.map(_is_unsigned)]]
    if len(unsigned):
        if explains_blanks(table) and all(presence(text) is not None for text in texts):
            return Judged(PRESENCE)
        marks = [one for one, name in enumerate(table.sheet.header)
                 if table.fields[one] == PRESENCE
                 or (table.holds[one] == contents.PRESENCE and is_of_day(name))]  # fmt: skip
        others = [one for one in unsigned if one not in (n, *marks)]  # "absent" on a day is no more
        told = any(by_text(unsigned[one], is_absent, "bool").all() for one in others)
        told |= bool(marks) and all(_are_absent(unsigned, one) for one in marks)
        return Judged(PERSONAL, sure=told, reason="" if told else UNSIGNED)
    marks = contents.contents_of(table.sheet.cells[n])
    if marks in (contents.PRESENCE, contents.TICKS) and _tell_apart(texts):
        return Judged(PRESENCE)
    return Judged(PERSONAL)


def _are_numbers_alone(cells: pd.DataFrame) -> pd.Series:
    """Tell of each row whether it has a number, and nothing else: a form has some to spare."""
    few = cells[filled_cells(cells).sum(axis=1) == 1]
    numbers = few.index[few.sum(axis=1).str.strip().str.isdecimal()] if len(few) else few.index
    return pd.Series(cells.index.isin(numbers), index=cells.index)


def _are_absent(rows: pd.DataFrame, marks: int) -> bool:
    """Tell whether a column marks each of some rows as absent, but for notes of a cell or two."""
    persons = rows[filled_cells(rows).sum(axis=1) >= LEAST_CELLS]
    absent = by_text(persons[marks], lambda text: presence(text) is False, "bool")
    return bool(len(absent)) and bool(absent.all())


def _is_unsigned(text: str) -> bool:
    return not text or is_dash(text) or text.casefold() in _YET_TO_SIGN


def _tell_apart(texts: list[str]) -> bool:
    """Tell whether some texts say that somebody came, and others that somebody did not."""
    said = {presence(text) for text in texts}
    return True in said and len(said) > 1


def of_nobody(sheet: Sheet, mapping: ColumnMapping) -> list[int]:
    """Return the columns by which no person of a list came, of which it is asked whether they did.

    A heading or a remark may be of something else: nobody lists a training to which nobody came.
    """
    if mapping.kind != PERSONS:
        return []
    marks = mapping.positions(PRESENCE)
    absent = attendance(sheet.cells, marks).absent.union(said_absent(sheet, mapping))
    others = sheet.without(absent, ABSENT_ROW).cells
    others = others[~say_total(others) & (filled_cells(others).sum(axis=1) > 1)]
    if absent.empty or len(others):
        return []
    remarks = remarks_on_persons(sheet, mapping)
    return marks or [n for n in remarks if any_says(sheet.cells[n], is_absent)]


def of_who_came(table: Table, n: int) -> Judged | None:
    """Judge a column of marks, ticks or times as one of who came; None where it is none."""
    name, holds = table.sheet.header[n], table.holds[n]
    of_day, attending = is_of_day(name), _is_of_coming(name)
    if name_words.is_of_remarks(name):
        if table.listed and _are_still_to_come(table, n):
            return Judged(IGNORED, sure=False, reason=STILL_TO_COME)
        return None  # what it says of a row is read there
    if names_of_who_came.is_confirmed(name) and table.has(PRESENCE):
        return Judged(IGNORED)  # who said that he would come, beside who came
    marked = holds in (contents.TICKS, contents.PRESENCE) and not attending
    if marked and table.listed and _GIVEN & {*plain(name).split()}:
        return _of_given(table, n)
    confirmed = names_of_who_came.is_confirmed(name) and table.listed and not _says_who_came(table)
    if confirmed and holds == contents.TICKS:
        return Judged(PRESENCE, sure=False, reason=HELD[holds])
    if holds == contents.PRESENCE:
        sure = attending or _is_status_of_each(table, n)
        sure |= table.listed and _is_signed_on_a_day(name) and explains_blanks(table)
        if table.listed and is_half_marked(table, n):
            return Judged(PRESENCE, sure=False, reason=HALF_MARKED)
        return Judged(PRESENCE, sure=sure, reason=HELD[holds])
    if holds == contents.TICKS and (attending or contents.has_signs(table.sheet.cells[n])):
        sure = table.listed and (of_day or asks_who_came(name))
        return Judged(PRESENCE, sure=sure, reason=HELD[holds])
    if holds == contents.ONES and attending and table.listed:
        if _say_the_same(table, n):
            return Judged(IGNORED)  # days that each was paid for: nobody did not come
        return Judged(PRESENCE, sure=of_day and _several_days(table), reason=HELD[holds])
    codes = _are_codes(table, n) or ((of_day or is_day(name)) and _are_few(table, n))
    if holds in (contents.TEXTS, contents.MIXED) and table.listed and codes:
        return Judged(PRESENCE, sure=False, reason=CODES)
    if holds == contents.TEXTS and table.listed and _say_of_some(table, n):
        return Judged(PRESENCE, sure=False, reason=HELD[contents.PRESENCE])
    checked = holds == contents.DAYS and names_of_who_came.is_of_check_in(name) and table.listed
    if checked and _are_times(table.sheet.cells[n]):
        return Judged(PRESENCE)
    if holds == contents.TIMES and table.listed:
        texts = table.sheet.cells[n].str.strip()
        untold, absent = (texts == "").any(), by_text(texts, says_absent, "bool").any()
        if untold or absent:
            sure = not untold or _came_on_a_day(table)
            return Judged(PRESENCE, sure=sure, reason=NO_TIME)
    return None


def _of_given(table: Table, n: int) -> Judged:
    """Judge marks for what was given: it is asked about, but where it or a text tells no absence.

    Whoever was given nothing may have come all the same, as where a text says that all attended,
    or other columns whether each came, or on how many days.
    """
    records = table.sheet.cells.loc[~say_total(table.sheet.written), n]
    all_given = by_text(records, lambda text: presence(text) is True, "bool").all()
    all_given |= _tell_of_each(table, n)
    attended = any(says_who_came(text) and _ATTENDED.search(text) for text in table.sheet.above)
    return Judged(IGNORED, sure=bool(all_given or attended), reason=RECEIVED)


def _tell_of_each(table: Table, n: int) -> bool:
    """Tell whether columns of a list say of each person who came, and who did not was given none.

    ``n`` is the column of what was given. Marks have a name of who came, or of a day.
    """
    records = table.sheet.cells[~say_total(table.sheet.written)]
    persons = records[filled_cells(records).sum(axis=1) >= LEAST_CELLS]
    names = [*enumerate(table.sheet.header)]
    days = [one for one, name in names if _DAYS_PRESENT.fullmatch(plain(name))]
    marks = [one for one, name in names
             if table.holds[one] == contents.PRESENCE and _is_of_coming(name)]  # fmt: skip
    if not (days or marks) or persons.empty:
        return False
    told = [by_text(persons[one], _came_on_days) for one in days]
    told += [by_text(persons[one], _came) for one in marks if one not in days]
    came = pd.concat(told, axis=1)
    some, none = (came == "came").any(axis=1), (came == "absent").all(axis=1)
    given = by_text(persons[n], lambda text: presence(text) is True, "bool")
    return bool((some | (none & ~given)).all())


def _is_of_coming(name: str) -> bool:
    attending = names_of_who_came.may_tell_who_came(name) or asks_who_came(name)
    return attending or is_day(name) or is_of_day(name)


def _came(text: str) -> str:
    """Return whether a mark says that somebody came; blank where it says neither."""
    said = presence(text)
    return "" if said is None else "came" if said else "absent"


def _came_on_days(text: str) -> str:
    """Return whether somebody came on some days: "4", "4.5", "3/5"; blank of no number."""
    number = re.match(r"\s*(\d{1,2}(?:\.\d+)?)(?:\s*/\s*\d{1,2})?(?:\s*days?)?\s*$", text)
    return "" if number is None else "came" if float(number[1]) > 0 else "absent"


def _is_signed_on_a_day(name: str) -> bool:
    """Tell whether a column is that of the signatures of one day: "Sig. (15 July)"."""
    what, __, day = name.partition(" ")
    return is_signature(what) and is_of_day(day.strip(" ()-–:/"))


def _are_still_to_come(table: Table, n: int) -> bool:
    """Tell whether a remark is of somebody before the training, and nothing says who came."""
    said = any_says(table.sheet.cells[n], _is_still_to_come)
    return said and not _says_who_came(table)


def _says_who_came(table: Table) -> bool:
    """Tell whether a text, the name of a column or its marks say who came."""
    told = any(map(says_who_came, (*table.sheet.beside, *table.sheet.header)))
    return told or table.has(PRESENCE)


@only_with(
    rf"\?|confirm|(?:will|shall|may){BETWEEN}(?:attend|come|join|participate|report)|substitute"
    rf"|reply|response|awaiting|names?{BETWEEN}(?:is|are|awaited|pending|not|received)|nominat"
    rf"|(?:en|hon){BETWEEN}g[aei]"
)
def _is_still_to_come(text: str) -> bool:
    """Tell whether a remark says that somebody may come, or asks: "on leave?"."""
    bare = plain(text)
    asks = text.rstrip().endswith(("?", "؟")) and (says_absent(text) or says_present(text))
    return asks or bool(_STILL_TO_COME.search(bare) and not _NEXT.search(bare))


def _are_times(cells: pd.Series) -> bool:
    """Tell whether each text of a column has a time of day."""
    texts = filled_texts(cells)
    return bool(texts) and all(map(is_time, texts))


def _came_on_a_day(table: Table) -> bool:
    """Tell whether each row of a list, but for sums, has a time of day on one of several days."""
    times = [n for n, one in enumerate(table.holds) if one == contents.TIMES]
    records = table.sheet.cells[~say_total(table.sheet.cells)]
    came = [by_text(records[n], is_time, "bool") for n in times]
    return len(times) > 1 and bool(pd.concat(came, axis=1).any(axis=1).all())


def _say_the_same(table: Table, n: int) -> bool:
    """Tell whether each row of a list but for its totals has a 1, and no other column has marks.

    Beside another, that somebody came on the first day alone would be lost.
    """
    marks = (contents.ONES, contents.TICKS, contents.PRESENCE)
    records = ~say_total(table.sheet.cells)
    alone = sum(one in marks for one in table.holds) == 1
    return alone and bool((table.sheet.cells.loc[records, n].str.strip() == "1").all())


def _are_codes(table: Table, n: int) -> bool:
    """Tell whether a column holds two to four letters, or pairs of them, that nothing explains."""
    first = islice(texts_in_order(table.sheet.cells[n]), contents.LOOKED_AT)
    if any(len(text.strip().casefold()) > 2 for text in first):  # as in most columns
        return False
    texts = {text.strip().casefold() for text in table.sheet.cells[n].unique().tolist()} - {""}
    named = {*plain(table.sheet.header[n]).split()} & _NO_MARKS
    short = all(len(text) < 3 and text.isalpha() for text in texts)
    return 1 < len(texts) < 5 and short and not named


def _are_few(table: Table, n: int) -> bool:
    """Tell whether a column has a few short texts, again and again, as words for who came."""
    texts = filled_texts(table.sheet.cells[n])
    few = 0 < len(texts) <= MOST_STATES and max(map(len, texts)) <= LONGEST_STATE
    few &= not any(map(str.isdigit, "".join(texts)))  # "Day 1 of 2" says of which each is
    return few and 2 * len(texts) <= (table.sheet.cells[n].str.strip() != "").sum()


def _is_status_of_each(table: Table, n: int) -> bool:
    """Tell whether a status of the persons of a list says in words who came and who did not."""
    texts = filled_texts(table.sheet.cells[n])
    came, absent = (list(map(says, texts)) for says in (says_present, says_absent))
    words = all(one or other for one, other in zip(came, absent, strict=True))
    called = "status" in plain(table.sheet.header[n]).split()
    of_each = table.listed or table.has("sex")
    return called and of_each and words and any(came) and any(absent)


def _say_of_some(table: Table, n: int) -> bool:
    """Tell whether a few texts say who came, and others beside them nobody knows what."""
    texts = different_texts(table.sheet.cells[n], contents.LOOKED_AT)
    return len(texts) <= MOST_STATES and any(map(says_present, texts))


def _several_days(table: Table) -> bool:
    """Tell whether two or more columns of ones are named by days: 1 is then who came on each."""
    days = [n for n, name in enumerate(table.sheet.header)
            if table.holds[n] == contents.ONES and is_of_day(name)]  # fmt: skip
    return len(days) > 1
