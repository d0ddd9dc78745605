"""Which sheets of a workbook are read, and which belong together."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from data.files.workbooks import SheetRows, SheetTitle
from data.records.calendar.months import MONTHS, is_month, read_month, read_quarter
from data.records.errors import ReadingError
from data.records.model import FURTHER_COLUMNS
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, RUNNING_NUMBER, is_tag, plain
from data.sheets.sheet import Sheet
from data.sheets.tables.workbook.joined_sheets import AREAS
from data.sheets.tables.workbook.linked_sheets import linked
from data.sheets.tables.workbook.lists_alike import with_same_columns
from data.sheets.tables.workbook.lists_apart import (
    VERSIONS,
    are_apart,
    as_one_list,
    go_on,
    is_to_come,
    repeat_nobody,
    tell_apart,
)
from data.sheets.totals.total_words import is_total
from data.sheets.words.cell_values import kind_of
from data.sheets.words.day_numbers import DAY_NUMBER, are_days, without_day_number
from data.sheets.words.names.name_words import guessed_field
from geo.names.known_names import place_names
from geo.names.matching import match

#: Words with a number or a place that name one sheet of several, none of which repeats another.
_COUNTED = AREAS | frozenset(
    ["sheet", "form", "batch", "training", "trg", "ws", "workshop", "phase", "group",
     "quarter", "month", "session", "seminar", "course", "event", "activity", "round", "cohort",
     "week", "no", "i", "ii", "iii", "iv", "v", "st", "nd", "rd", "th"]
)  # fmt: skip
_DEPARTMENT = re.compile(r"\b(?:department|deptt|dept)$")
#: One of several trainings by its number.
_NUMBERED = re.compile(
    r"(?:batch|training|trg|workshop|ws|session|seminar|course|event|activity|round|cohort)"
    r"[ ._-]*(?:no[ ._-]*)?(?P<number>\d{1,2}|[ivx]{1,4})\b",
    re.IGNORECASE,
)
#: "T1" or "3." before what a sheet is of.
_NUMBER_BEFORE = re.compile(r"^\s*(?:[a-ce-z]\W?\d{1,2}\b|\d{1,2}[.)])\W*(?=[a-z])", re.IGNORECASE)
#: The sheet by which the project's own exports explain themselves, and other names of such.
ABOUT = "about"
EXPLAIN = frozenset(
    [ABOUT, "instructions", "readme", "read me", "guidance", "legend", "dropdown", "dropdowns",
     "lookup", "lookups", "validation", "agenda", "budget", "expenses", "photos", "pictures",
     "cover", "cover page", "index", "contents", "notes", "codebook", "code book", "code list",
     "codelist", "codes", "coding", "value labels", "labels", "lists", "choices",
     "data dictionary", "trainers", "facilitators", "resource persons", "logistics", "pre test",
     "post test", "feedback", "evaluation", "abbreviations", "certificate", "certificates",
     "certificate list", "list of certificates", "to do", "todo", "to-do", "to do list",
     "to-do list", "todo list"]
)  # fmt: skip
#: Words of a list of those who led.
_LEADERS = frozenset(["trainers", "facilitators", "resource", "speakers"])
_OF_LEADERS = frozenset(["persons", "contact", "contacts", "list", "of", "details", "guest", "cvs"])
_OF_OTHERS = frozenset(["pre test", "post test", "feedback", "evaluation", "logistics", "expenses",
                        "budget"])  # fmt: skip
#: Names of sheets that sum up others, where there are others.
SUMMARIES = frozenset(["summary", "pivot", "pivot table", "chart", "charts"])
#: What may stand beside "summary" in such a name: "Annual Summary 2023".
_OF_SUMMARIES = frozenset(["sheet", "annual", "yearly", "year", "quarterly", "overall", "the", "of",
                           "all"])  # fmt: skip
#: What a sheet of those who came is called, beside those of who was to come.
_CAME = re.compile(r"\b(?:attend\w*|present|participants?|came|final)\b|حاضر|شرکاء?", re.IGNORECASE)
_NOT_LAST = frozenset(["old", "draft", "copy", "summary", "total", "pivot", "plan", "planned"])
#: Opens the sheets of some names.
Opener = Callable[[Sequence[str]], list[Sheet]]


def explains(name: str) -> bool:
    """Tell whether a sheet is called as one is that explains the others, and has no records."""
    return name.strip().casefold() in EXPLAIN or _is_of_leaders(name)


def is_of_others(name: str) -> bool:
    """Tell whether a sheet is called as one of persons is who led, or had marks."""
    return name.strip().casefold() in _OF_OTHERS or _is_of_leaders(name)


def _is_of_leaders(name: str) -> bool:
    words = {*plain(name).split()}
    return bool(words & _LEADERS) and words <= _LEADERS | _OF_LEADERS


def with_records(listed: Sequence[SheetTitle]) -> list[SheetTitle]:
    """Return the sheets that neither explain nor sum up others; all where there are no others."""
    others = [one for one in listed if not explains(one.name)] or list(listed)
    return [one for one in others if not sums_up(one.name)] or others


def likeliest_first(listed: Sequence[SheetTitle]) -> tuple[SheetTitle, ...]:
    """Return sheets as somebody is asked about them: first those of who came, last no records."""
    kept = with_records(listed)

    def place(one: SheetTitle) -> tuple[bool, bool, bool, bool]:
        other = bool({*plain(one.name).split()} & _NOT_LAST) or is_to_come(one.name)
        return one not in kept, one.hidden, other, not _CAME.search(one.name)

    return tuple(sorted(listed, key=place))


def sums_up(name: str) -> bool:
    """Tell whether a sheet is called as one is that sums up others."""
    bare = plain(name)
    rest = {word for word in bare.split() if not word.isdecimal()} - _OF_SUMMARIES
    return bare in SUMMARIES or rest == {"summary"}


def wanted(listed: Sequence[SheetTitle], read: Callable[[str], SheetRows]) -> list[str]:
    """Return the sheets to read where nobody has chosen; none where somebody must."""
    titles = {title.name.strip().casefold(): title.name for title in listed}
    if len(titles) < len(listed):  # two names alike: neither is meant for certain
        return []
    further = [titles[name] for name in FURTHER_COLUMNS if name in titles]
    if {"trainings", "attendance"} <= set(titles):
        filled = [title for title in further if _has_rows(read(title))]
        return [titles["trainings"], titles["attendance"], *filled]
    others = [title.name for title in with_records(listed)]
    if len(others) < len(listed) and all(read(name).is_blank for name in others):
        others = [title.name for title in listed]  # "Certificates" beside a blank "Sheet2"
    if set(others) == set(further):
        return [title for title in further if _has_rows(read(title))] or further
    if len(others) > 1:  # the empty sheets that a new workbook has
        others = [title for title in others if not read(title).is_blank]
    return others if len(others) == 1 else []


def _has_rows(sheet: SheetRows) -> bool:
    """Tell whether a sheet that need not be filled in has more than its header and tags."""
    filled = [row for row in sheet.rows if any(map(str.strip, row))]
    return any(not all(is_tag(cell) for cell in row if cell) for row in filled[1:])


def plainly_meant(
    names: Sequence[str],
    opened: Opener,
    summed: Callable[[Sequence[Sheet]], bool] = lambda _sheets: False,
) -> list[Sheet]:
    """Return all of some sheets where they are plainly meant together; else none.

    Lists are that a summary beside them has each with as many people (``summed``).
    One that is no table, or several tables, leaves it open; so does a workbook of blank sheets.
    """
    if not names:
        return []
    try:
        each = [opened([name]) for name in names]
        whole = opened(names)
    except ReadingError:
        return []
    sheets = [sheet for own in each for sheet in own]
    if len(sheets) == len(names) and belong_together(sheets):
        return as_one_list(whole)
    alike = with_same_columns(sheets) if len(whole) == len(sheets) == len(names) else []
    own = bool(alike) and (tell_apart(sheets) or belong_together(alike))
    return alike if alike and (summed(sheets) or (own and repeat_nobody(alike))) else []


def belong_together(sheets: Sequence[Sheet]) -> bool:
    """Tell whether all sheets of a workbook are plainly meant: nothing is in two of them.

    They have the same columns, and no name or row says that one repeats another; or they are the
    submissions of a form, and the people of each, or a register of trainings and who came to these.
    """
    if len(sheets) > 1 and (
        len(whole := linked(sheets)) == 1 or _are_register_and_attendance(whole)
    ):
        return True
    headers = {_columns_of(sheet) for sheet in sheets}
    names = sheets[0].header if sheets else ()
    known = {field_of_name(name) or guessed_field(name) for name in names} - {None}
    if len(headers) != 1 or len(known) < 3:
        return False
    if are_days([one.name for one in sheets]) or _tell_their_days(sheets) or go_on(sheets):
        return True
    called = [sheet.name for sheet in sheets]
    titled = _are_titled(sheets)
    told = titled or _are_numbered(called) or _are_districts(called)
    if not all(told or _is_one_of_several(one.name) or _names_itself(one) for one in sheets):
        return False
    if titled and "name_of_person" in known:  # a list of who registered, and one of who came
        sheets = [replace(sheet, above=()) for sheet in sheets]
    return are_apart([_told(sheet) for sheet in sheets])


def _columns_of(sheet: Sheet) -> tuple[str, ...]:
    """Return the names of the columns of a sheet, but for the agencies it trained.

    One alone may be of anything.
    """
    agencies = [name for name in sheet.header if _names_agency(name)]
    left_out = agencies if len(agencies) > 1 else []
    return tuple(plain(name) for name in sheet.header if name not in left_out)


def _names_agency(name: str) -> bool:
    """Tell whether the name of a column is an agency's, with or without "Department"."""
    bare = _DEPARTMENT.sub("", plain(name)).strip()
    return "agency" in (kind_of(bare), kind_of(f"{bare} department"))


def _are_register_and_attendance(sheets: Sequence[Sheet]) -> bool:
    """Tell whether each row of one sheet, or of several alike, names a training of another by id.

    A sheet a district, and one beside them of the trainings, say so.
    """
    fields = [sheet.fields for sheet in sheets]
    came = [bool({*own} & {*COUNT_FIELDS, "name_of_person"}) for own in fields]
    if came.count(False) != 1 or any(own.count("training_id") != 1 for own in fields):
        return False
    ids = [sheet.cells[own.index("training_id")].str.strip()
           for sheet, own in zip(sheets, fields, strict=True)]  # fmt: skip
    register = ids.pop(came.index(False))
    lists = [sheet for sheet, one in zip(sheets, came, strict=True) if one]
    referred = all(own.isin(list(register)).all() for own in ids)
    alike = len(lists) == 1 or (len(lists) > 1 and belong_together(lists))
    return alike and referred and not register.duplicated().any()


def _are_numbered(names: Sequence[str]) -> bool:
    """Tell whether sheets are numbered as trainings are, each once: "TRG-1 Mithi", "TRG-2 Umerkot".

    And none is called by another word for what it is, as "Training 2 revised".
    """
    found = [_NUMBERED.match(name.strip()) for name in names]
    numbers = {one["number"].casefold() for one in found if one}
    words = {word for name in names for word in plain(name).split()}
    return len(numbers) == len(names) and not words & VERSIONS


def _are_titled(sheets: Sequence[Sheet]) -> bool:
    """Tell whether each sheet is called as a text above its own rows is, on days of its own.

    Before that it may have its number: "T1 Investigation 6 Nov" is of "Investigation of TIP, 6
    November 2024".
    """
    days = set()
    for sheet in sheets:
        texts = [_words_with_months(text) for text in sheet.above]
        words = _words_with_months(_NUMBER_BEFORE.sub("", sheet.name))
        if words & VERSIONS or not any(words <= text for text in texts):
            return False
        told = frozenset.union(*map(frozenset, texts))
        days.add(frozenset(word for word in told if word[0].isdecimal() or is_month(word)))
    return len(days) == len(sheets) and frozenset() not in days


def _words_with_months(text: str) -> set[str]:
    """Return the words of a text, with months as they are written out."""
    words = plain(text).split()
    return {MONTHS[found[1] - 1] if (found := read_month(word)) else word for word in words}


def _tell_their_days(sheets: Sequence[Sheet]) -> bool:
    """Tell whether what stands above each sheet differs in the day of the training alone."""
    told = [[text for text in sheet.above if DAY_NUMBER.search(text)] for sheet in sheets]
    texts = {plain(text) for own in told for text in own}
    alike = {plain(without_day_number(text)) for text in texts}
    return all(len(own) == 1 for own in told) and len(texts) == len(sheets) > len(alike) == 1


def _are_districts(names: Sequence[str]) -> bool:
    """Tell whether sheets are called by as many districts, some with another name in brackets.

    "Jauharabad (Khushab)" is one of Khushab; "Khushab (2)" may repeat that.
    """
    found = [match(name, alike=False) for name in names]
    # Of one that is counted in another the name tells more.
    told = {plain(name) if one.method == "successor" else one.named_code
            for name, one in zip(names, found, strict=True)}  # fmt: skip
    return len(told - {""}) == len(names) and all(one.named_code for one in found)


def _is_one_of_several(name: str) -> bool:
    """Tell whether a sheet is called by a place, a month, a number or a training's number."""
    bare = plain(name)
    words = [word for word in bare.split() if not (word.isdecimal() or is_month(word))]
    return read_quarter(name) is not None or (
        "(" not in name
        and (
            not {bare, " ".join(words)}.isdisjoint(place_names())  # "DG Khan", "DG Khan May"
            or all(word in _COUNTED or word in place_names() for word in words)
        )
    )


def _names_itself(sheet: Sheet) -> bool:
    """Tell whether a column has the name of the sheet in every row, as of whose return it is."""
    name = sheet.name.strip().casefold()
    return any(
        not sheet.cells.empty and (sheet.cells[n].str.strip().str.casefold() == name).all()
        for n in sheet.cells
    )


def _told(sheet: Sheet) -> set[tuple[str, ...]]:
    """Return what the rows of a sheet say, with what stands above them, but for their numbers.

    Rows of totals are left out: they say the same in every sheet.
    """
    numbers = (RUNNING_NUMBER, *COUNT_FIELDS)
    places = [n for n, name in enumerate(sheet.header) if field_of_name(name) in numbers]
    rows = sheet.cells.drop(columns=places).to_numpy().tolist()
    return {(*sheet.above, *row) for row in rows if not any(map(is_total, row))}
