"""Rows of trainings that nobody came to, and of persons who did not, or stand there again."""

import re
from collections.abc import Callable, Sequence

import pandas as pd

from data.records.calendar.dates import is_day
from data.records.calendar.months import is_month
from data.records.distinct import by_text, is_filled, says
from data.records.problems.kind import ProblemKind
from data.records.problems.of_rows import ONLY_PLANNED
from data.records.rules import in_latin_digits
from data.records.sought_words import only_with
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, IGNORED, PRESENCE, RUNNING_NUMBER, TOLD_BY, plain
from data.sheets.mapping import PERSONS, TRAININGS, ColumnMapping
from data.sheets.persons.person_numbers import numbers_of_persons
from data.sheets.sheet import Sheet
from data.sheets.words.absence import is_absent, numbers_absent
from data.sheets.words.called_off import called_not_held, says_not_held
from data.sheets.words.count_words import is_dash
from data.sheets.words.names.names_of_who_came import is_of_who_came, is_planned
from data.sheets.words.names.signatures import is_signature
from data.sheets.words.presence import mark, says_twice
from geo.words.catalogue import _

NOT_HELD_ROW = _("not held, or not yet")
REJECTED_ROW = _("a submission that was not approved")
TWICE_ROW = _("the same person over again, as it says")
STRUCK_ROW = _("deleted, as it says")
#: What a system writes into a row that was taken out, and what the column is called that has yes.
_STRUCK = frozenset(["deleted", "is deleted", "soft deleted", "record deleted", "entry deleted",
                     "deleted record", "deleted entry", "record voided", "entry void", "void entry",
                     "void record", "حذف", "حذف شدہ"])  # fmt: skip
_STRUCK_FLAGS = frozenset(["deleted", "is deleted", "soft deleted", "is void", "voided",
                           "is voided"])  # fmt: skip
#: Where a column is of the record, and of no cheque, "void" says so too.
_OF_RECORD = frozenset(["record", "state", "status", "row", "entry"])
#: One of these stands in each text that says in the place of a name that somebody did not come.
_MAY_BE_ABSENT = (
    r"(?i)abs|attend|come|join|report|show|leave|arriv|particip|present|train|cancel|withdr|checked"
    r"|pending|nominat|hazir|rukhsat|chutti|dnr|dna|appear|turn|حاضر|رخصت"
)
#: What is said of a training that is yet to come, and of one that was put off.
TO_COME = frozenset(["scheduled", "planned", "pending", "upcoming", "dropped", "deferred",
                     "rescheduled", "not started", "not yet held", "ongoing", "on going",
                     "under way", "underway", "tentative", "awaited", "hona baqi",
                     "abhi nahi hui"])  # fmt: skip
LATER = ("postponed", "deferred", "rescheduled", "multavi", "multwi", "ملتوی")
_NOT_YET = ("in progress", "in process", "under process", "to be held", "to be conducted",
            "to be rescheduled", "to be arranged", "yet to be", "will be held",
            "will be conducted")  # fmt: skip
#: What stands for the day of a training that has none yet: "To be fixed", "TBD", "طے نہیں ہوئی".
_FIXED = r"(?:fixed|decided|announced|confirmed|finali[sz]ed|intimated|notified|set|scheduled)"
_NO_DAY = re.compile(
    rf"|(?:dates? )?(?:tb[acdf]|(?:is |are )?(?:yet )?to be {_FIXED}|will be {_FIXED}"
    rf"|(?:is |are )?not (?:yet )?{_FIXED}(?: yet)?|awaited|(?:abhi )?tay nahi(?: hui)?)"
    r"|(?:تاریخ )?(?:ابھی )?طے نہیں(?: ہوئی)?"
)
#: Where collecting applications keep what came of the review of a submission, and how they say no.
_REVIEWS = ("validation status", "review state")
_REJECTED = frozenset(["not approved", "validation status not approved", "rejected"])
#: What the records know as a status of a training that has a day.
_RECORDED = ("planned", "scheduled", "upcoming", "cancelled", "canceled", "called off")
#: Of one week of a month, which is no day: "July 2025 (2nd week)".
_OF_WEEK = re.compile(r"\b(?:\d\w\w )?(?:week|hafta)\b|\b(?:19|20)\d\d\b|ہفتہ")


def not_held(sheet: Sheet, mapping: ColumnMapping) -> pd.Index:
    """Return the rows that count nobody, and say that nothing was held, or not yet.

    A row of no training, as of a month without one, is one of these.
    """
    rows, none = _expecting(sheet, mapping), _without_people(sheet, mapping)
    told = _where_said(sheet, rows, was_not_held).union(_yet_to_come(sheet, mapping, rows))
    later = _where_said(sheet, none, _is_put_off)
    if mapping.position("status") is None:
        blank = _left_blank(sheet, mapping, none)
        later = later.union(_where_said(sheet, blank, says_not_held))
        later = later.union(_where_said(sheet, _undated(sheet, mapping, blank), was_not_held))
        for n in mapping.positions("title"):
            later = later.union(none[by_text(sheet.cells.loc[none, n], called_not_held, "bool")])
    place = mapping.position("summarises")
    held = sheet.cells.loc[none, place].map(in_latin_digits) if place is not None else None
    empty = none[held.str.strip() == "0"] if held is not None else none[:0]
    place = mapping.position("status")
    if place is not None:  # whom it counts were to come
        put_off = by_text(sheet.cells[place], _is_put_off, "bool")
        empty = empty.union(sheet.cells.index[put_off]).union(_of_no_record(sheet, mapping, none))
    return told.union(later).union(empty)


def _yet_to_come(sheet: Sheet, mapping: ColumnMapping, rows: pd.Index) -> pd.Index:
    """Return those of some rows without people that have a planned day, and none on which it was.

    Where no row has such a day, nobody has said of any what was held.
    """
    days = mapping.positions("date_start", "date_end")
    planned = [n for n in mapping.positions(IGNORED) if is_planned(sheet.header[n])]
    if rows.empty or not days or sheet.offered.keys() & {*days} or mapping.kind == PERSONS:
        return rows[:0]
    dated = pd.concat([is_filled(sheet.cells[n]) for n in days], axis=1).any(axis=1)
    given = sheet.cells.loc[rows, planned].map(is_day).any(axis=1)
    return rows[given & ~dated[rows]] if dated.any() else rows[:0]


def _where_said(sheet: Sheet, rows: pd.Index, said: Callable[[str], bool]) -> pd.Index:
    """Return those of some rows of which a cell says something; of most sheets there are none."""
    return rows if rows.empty else rows[sheet.cells.loc[rows].map(said).any(axis=1)]


def _is_put_off(text: str) -> bool:
    return plain(text).startswith(LATER)


def rejected(sheet: Sheet) -> pd.Index:
    """Return the rows of submissions that whoever reviewed them did not approve, as it is kept."""
    columns = [n for n, name in enumerate(sheet.header)
               if plain(name.rpartition("/")[2]).endswith(_REVIEWS)]  # fmt: skip
    said = {n: by_text(sheet.cells[n], lambda text: plain(text) in _REJECTED, "bool")
            for n in columns}  # fmt: skip
    return sheet.cells.index[pd.DataFrame(said, index=sheet.cells.index).any(axis=1)]


def rows_not_held(sheet: Sheet, fields: Sequence[str | None]) -> pd.Series:
    """Tell of each row whether its status says that the training was not held; none without one.

    A total of those who came leaves out whom it counts, who were to come.
    """
    if "status" not in fields:
        return pd.Series(False, index=sheet.cells.index)
    return by_text(sheet.cells[fields.index("status")], was_not_held, "bool")


def was_not_held(text: str) -> bool:
    """Tell whether a text says that a training was not held, or is yet to be."""
    bare = plain(text)
    return says_not_held(text) or bare in TO_COME or bare.startswith(_NOT_YET)


def _of_no_record(sheet: Sheet, mapping: ColumnMapping, none: pd.Index) -> pd.Index:
    """Return the rows of which a status says that nothing was held, or not yet, without a day.

    One that is planned or cancelled on a day is a record of it. So is one with people, who were to
    come, but where all that is said is that they were; ``none`` are the rows without. Of what is
    going on, some came.
    """
    days = mapping.position("date_start")
    if days is None:
        return none[:0]
    place = mapping.position("status")
    said = by_text(sheet.cells[place], was_not_held, "bool")
    rows = sheet.cells[said]
    known = by_text(rows[place], lambda text: plain(text).startswith(_RECORDED), "bool")
    plainly = by_text(rows[place], lambda text: plain(text) in _RECORDED, "bool")
    nobody = rows.index.isin(none)
    undated = by_text(rows[days], _tells_no_day, "bool") & (plainly | nobody)
    return rows.index[undated | (nobody & ~known)]


def _tells_no_day(text: str) -> bool:
    """Tell whether what stands for a day is none: "to be re-fixed", "July 2025 (2nd week)"."""
    bare = plain(text)
    words = bare.split()
    untold = bool(words) and not any(map(str.isdigit, bare)) and not any(map(is_month, words))
    rest = _OF_WEEK.sub("", bare)
    of_week = not {"week", "ہفتہ", "hafta"}.isdisjoint(words) and not any(map(str.isdigit, rest))
    return bool(_NO_DAY.fullmatch(bare)) or untold or of_week


def said_absent(sheet: Sheet, mapping: ColumnMapping) -> pd.Index:
    """Return the rows of persons of whom a remark or a note below says that they did not come.

    A remark, or what stands for a name, decides where it says nothing else and no column is of who
    came; a note by the running numbers in it, of which each is in one row alone.
    """
    if mapping.kind != PERSONS:
        return sheet.cells.index[:0]
    told_by = [] if mapping.positions(PRESENCE) else [
        *(sheet.cells[n] for n in remarks_on_persons(sheet, mapping)),
        *(cells[cells.str.contains(_MAY_BE_ABSENT)] for cells in  # of names most are none
          (sheet.cells[n] for n in mapping.positions("name_of_person")))]  # fmt: skip
    said = [cells.index[says(cells, is_absent)] for cells in told_by]
    told = frozenset(number for text in sheet.below for number in numbers_absent(text))
    # Left out, the column still has the numbers by which a note names persons.
    places = mapping.positions(RUNNING_NUMBER) or [
        n for n in mapping.positions(IGNORED) if field_of_name(sheet.header[n]) == RUNNING_NUMBER
    ]
    if told and len(places) == 1:
        numbers = sheet.cells[places[0]].str.strip(" .)")
        named = numbers[numbers.isin(list(told))]
        said.append(named.index[~named.duplicated(keep=False)])
    return sheet.cells.index[sheet.cells.index.isin([row for rows in said for row in rows])]


def remarks_on_persons(sheet: Sheet, mapping: ColumnMapping) -> list[int]:
    """Return the places of columns left out that may say who did not come, in words.

    "On leave" may stand in the place of a signature.
    """
    signed = [n for n in mapping.positions("other_personal") if is_signature(sheet.header[n])]
    return [*mapping.positions(IGNORED), *signed]


def said_twice(sheet: Sheet, mapping: ColumnMapping) -> pd.Index:
    """Return the rows that are said to be duplicates, of whose person another row is none.

    Of one without such another row nobody knows who came; it stays.
    """
    cells = sheet.cells
    said = pd.Series(False, index=cells.index)
    for n in mapping.positions(PRESENCE):
        said |= by_text(cells[n], says_twice, "bool")
    if not said.any():
        return cells.index[:0]
    told = cells[mapping.positions(*TOLD_BY)]
    own = told.assign(person=numbers_of_persons(cells, mapping))
    known = own["person"] >= 0
    others = pd.MultiIndex.from_frame(own[known & ~said])
    again = pd.Series(pd.MultiIndex.from_frame(own).isin(others), index=cells.index)
    return cells.index[said & known & again]


def struck_out(sheet: Sheet, mapping: ColumnMapping) -> pd.Index:
    """Return the rows that a system keeps though somebody deleted them, by a word or a mark."""
    cells = sheet.cells
    struck = pd.Series(False, index=cells.index)
    for n in mapping.positions(IGNORED, PRESENCE, "status"):
        name = plain(sheet.header[n])
        of_record = {*name.split()} & _OF_RECORD
        struck |= says(cells[n], _is_struck_or_void if of_record else _is_struck)
        if name in _STRUCK_FLAGS:
            struck |= by_text(cells[n], lambda text: mark(text) is True, "bool")
    return cells.index[struck]


@only_with("delet|void")
def _is_struck(text: str) -> bool:
    return plain(text) in _STRUCK


@only_with("delet|void")
def _is_struck_or_void(text: str) -> bool:
    return plain(text) in ("void", "voided") or _is_struck(text)


def only_planned(sheet: Sheet, mapping: ColumnMapping) -> list[tuple[int, str, ProblemKind]]:
    """Return the rows that say who was to come, in a column left out, and not who came."""
    return [(int(row), "", ONLY_PLANNED) for row in _expecting(sheet, mapping)]


def _without_people(sheet: Sheet, mapping: ColumnMapping) -> pd.Index:
    """Return the rows of several persons in which no number is, or 0, or a dash.

    A list of trainings without a column of numbers counts nobody in any.
    """
    counted = mapping.positions(*COUNT_FIELDS)
    if not counted or mapping.kind == PERSONS:
        return sheet.cells.index if mapping.kind == TRAININGS else sheet.cells.index[:0]
    none = [by_text(sheet.cells[n], _is_nobody, "bool") for n in counted]
    return sheet.cells.index[pd.concat(none, axis=1).all(axis=1)]


def _left_blank(sheet: Sheet, mapping: ColumnMapping, none: pd.Index) -> pd.Index:
    """Return those of some rows that count nobody in which there is no dash either.

    Nor is a number unknown where a dash, or "Nil", stands for the day of the training, too.
    """
    if none.empty:
        return none
    counted, days = mapping.positions(*COUNT_FIELDS), mapping.positions("date_start")
    dashes = {n: by_text(sheet.cells.loc[none, n], is_dash, "bool") for n in (*counted, *days)}
    of_counts, of_days = (
        pd.DataFrame({n: dashes[n] for n in places}, index=none).any(axis=1)
        for places in (counted, days)
    )
    return none[~of_counts | of_days]


def _undated(sheet: Sheet, mapping: ColumnMapping, rows: pd.Index) -> pd.Index:
    """Return those of some rows that have no day in any column of these; none without one."""
    days = mapping.positions("date_start", "date_end")
    if rows.empty or not days:
        return rows[:0]
    return rows[~pd.concat([is_filled(sheet.cells.loc[rows, n]) for n in days], axis=1).any(axis=1)]


def _is_nobody(text: str) -> bool:
    return in_latin_digits(text).strip() in ("", "0") or is_dash(text)


def _expecting(sheet: Sheet, mapping: ColumnMapping) -> pd.Index:
    """Return the rows in which only those are counted, or named, who were to come."""
    planned = [n for n in mapping.positions(IGNORED) if is_planned(sheet.header[n])]
    of_each = mapping.kind == PERSONS
    counted = mapping.positions(*(("name_of_person",) if of_each else COUNT_FIELDS))
    if of_each and not any(is_of_who_came(sheet.header[n]) for n in counted):
        return sheet.cells.index[:0]
    if not planned or not counted:
        return sheet.cells.index[:0]
    filled = {n: is_filled(sheet.cells[n]) for n in (*planned, *counted)}
    some = pd.concat([filled[n] for n in planned], axis=1).any(axis=1)
    none = ~pd.concat([filled[n] for n in counted], axis=1).any(axis=1)
    return sheet.cells.index[some & none]
