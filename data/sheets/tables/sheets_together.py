"""Sheets that belong together -> one: those of one shape, or submissions and their people."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from data.files.workbooks import SheetRows, SheetTitle
from data.records.distinct import blank_column, by_text
from data.records.errors import ReadingError
from data.records.model import FURTHER_COLUMNS
from data.records.months import is_month, read_quarter
from data.sheets.fields import (
    COUNT_FIELDS,
    RUNNING_NUMBER,
    field_of_name,
    is_collectors_own,
    is_tag,
    plain,
)
from data.sheets.sheet import Sheet
from data.sheets.total_rows import is_total
from data.sheets.words.day_numbers import DAY_NUMBER, are_days, without_day_number
from data.sheets.words.name_words import guessed_field
from geo.names.known_names import names_within, place_names
from geo.words.catalogue import _, ngettext

NAME = "Name of the sheet"
OF_ITS_SHEET = _("Each sheet may be a training of its own.")
#: Words with a number or a place that name one sheet of several, none of which repeats another.
_AREAS = frozenset(["district", "division", "province", "city", "tehsil", "taluka", "markaz",
                    "circle"])  # fmt: skip
_COUNTED = _AREAS | frozenset(
    ["sheet", "form", "batch", "training", "trg", "ws", "workshop", "phase", "group",
     "quarter", "month", "session", "seminar", "course", "event", "activity", "round", "cohort",
     "week", "no", "i", "ii", "iii", "iv", "v", "st", "nd", "rd", "th"]
)  # fmt: skip
#: One of several trainings by its number; and words of a sheet that may repeat another.
_NUMBERED = re.compile(
    r"(?:batch|training|trg|workshop|ws|session|seminar|course|event|activity|round|cohort)"
    r"[ ._-]*(?:no[ ._-]*)?(?P<number>\d{1,2}|[ivx]{1,4})\b",
    re.IGNORECASE,
)
_VERSIONS = frozenset(["revised", "old", "new", "draft", "final", "copy", "corrected", "updated",
                       "summary", "total", "absent", "waiting", "nominations", "nominees", "pivot",
                       "planned", "plan", "registered", "sorted", "clean"])  # fmt: skip
_DATED = ("month", "months", "dated", "period")
#: The sheet by which the project's own exports explain themselves, and other names of such.
ABOUT = "about"
EXPLAIN = frozenset(
    [ABOUT, "instructions", "readme", "read me", "guidance", "legend", "dropdown", "dropdowns",
     "lookup", "lookups", "validation", "agenda", "budget", "expenses", "photos", "pictures",
     "cover", "cover page", "index", "contents", "notes", "codebook", "codes", "lists",
     "data dictionary", "trainers", "facilitators", "resource persons", "logistics", "pre test",
     "post test", "feedback", "evaluation", "abbreviations"]
)  # fmt: skip
#: Names of sheets that sum up others, where there are others.
SUMMARIES = frozenset(["summary", "pivot", "pivot table", "chart", "charts"])
#: Opens the sheets of some names.
Opener = Callable[[Sequence[str]], list[Sheet]]
_FIRST, _PARENT = "_index", "_parent_index"


def explains(name: str) -> bool:
    """Tell whether a sheet is called as one is that explains the others, and has no records."""
    return name.strip().casefold() in EXPLAIN


def with_records(listed: Sequence[SheetTitle]) -> list[SheetTitle]:
    """Return the sheets that neither explain nor sum up others; all where there are no others."""
    others = [one for one in listed if not explains(one.name)] or list(listed)
    return [one for one in others if plain(one.name) not in SUMMARIES] or others


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
    if set(others) == set(further):
        return [title for title in further if _has_rows(read(title))] or further
    if len(others) > 1:  # the empty sheets that a new workbook has
        others = [title for title in others if not read(title).is_blank]
    return others if len(others) == 1 else []


def _has_rows(sheet: SheetRows) -> bool:
    """Tell whether a sheet that need not be filled in has more than its header and tags."""
    filled = [row for row in sheet.rows if any(map(str.strip, row))]
    return any(not all(is_tag(cell) for cell in row if cell) for row in filled[1:])


def plainly_meant(names: Sequence[str], opened: Opener) -> list[Sheet]:
    """Return all of some sheets where they are plainly meant together; else none.

    One that is no table, or several tables, leaves it open.
    """
    try:
        each = [opened([name]) for name in names]
        whole = opened(names) if names else []
    except ReadingError:
        return []
    sheets = [sheet for own in each for sheet in own]
    return whole if len(sheets) == len(names) and belong_together(sheets) else []


def belong_together(sheets: Sequence[Sheet]) -> bool:
    """Tell whether all sheets of a workbook are plainly meant: nothing is in two of them.

    They have the same columns, and no name or row says that one repeats another; or they are the
    submissions of a form, and the people of each, or a register of trainings and who came to these.
    """
    if len(sheets) > 1 and (len(linked(sheets)) == 1 or _are_register_and_attendance(sheets)):
        return True
    headers = {tuple(map(plain, sheet.header)) for sheet in sheets}
    names = sheets[0].header if sheets else ()
    known = {field_of_name(name) or guessed_field(name) for name in names} - {None}
    if len(headers) != 1 or len(known) < 3:
        return False
    if are_days([one.name for one in sheets]) or _tell_their_days(sheets):
        return True
    numbered, titled = _are_numbered([sheet.name for sheet in sheets]), _are_titled(sheets)
    if not all(
        numbered or titled or _is_one_of_several(one.name) or _names_itself(one) for one in sheets
    ):
        return False
    if titled and "name_of_person" in known:  # a list of who registered, and one of who came
        sheets = [replace(sheet, above=()) for sheet in sheets]
    rows = [_told(sheet) for sheet in sheets]
    pairs = ((one, other) for n, one in enumerate(rows) for other in rows[:n])
    return all(2 * len(one & other) < min(len(one), len(other)) for one, other in pairs)


def _are_register_and_attendance(sheets: Sequence[Sheet]) -> bool:
    """Tell whether each row of one sheet names a training of the other by its id."""
    fields = [[field_of_name(name) for name in sheet.header] for sheet in sheets]
    came = [bool({*own} & {*COUNT_FIELDS, "name_of_person"}) for own in fields]
    if len(sheets) != 2 or sum(came) != 1 or any(own.count("training_id") != 1 for own in fields):
        return False
    ids = [sheet.cells[own.index("training_id")].str.strip()
           for sheet, own in zip(sheets, fields, strict=True)]  # fmt: skip
    register, attendance = ids[came.index(False)], ids[came.index(True)]
    return not register.duplicated().any() and bool(attendance.isin(list(register)).all())


def _are_numbered(names: Sequence[str]) -> bool:
    """Tell whether sheets are numbered as trainings are, each once: "TRG-1 Mithi", "TRG-2 Umerkot".

    And none is called by another word for what it is, as "Training 2 revised".
    """
    found = [_NUMBERED.match(name.strip()) for name in names]
    numbers = {one["number"].casefold() for one in found if one}
    words = {word for name in names for word in plain(name).split()}
    return len(numbers) == len(names) and not words & _VERSIONS


def _are_titled(sheets: Sequence[Sheet]) -> bool:
    """Tell whether each sheet is called as a text above its own rows is, on days of its own."""
    days = set()
    for sheet in sheets:
        texts = [{*plain(text).split()} for text in sheet.above]
        words = {*plain(sheet.name).split()}
        if words & _VERSIONS or not any(words <= text for text in texts):
            return False
        told = frozenset.union(*map(frozenset, texts))
        days.add(frozenset(word for word in told if word[0].isdecimal() or is_month(word)))
    return len(days) == len(sheets) and frozenset() not in days


def _tell_their_days(sheets: Sequence[Sheet]) -> bool:
    """Tell whether what stands above each sheet differs in the day of the training alone."""
    told = [[text for text in sheet.above if DAY_NUMBER.search(text)] for sheet in sheets]
    texts = {plain(text) for own in told for text in own}
    alike = {plain(without_day_number(text)) for text in texts}
    return all(len(own) == 1 for own in told) and len(texts) == len(sheets) > len(alike) == 1


def _is_one_of_several(name: str) -> bool:
    """Tell whether a sheet is called by a place, a month, a number or a training's number."""
    bare = plain(name)
    words = [word for word in bare.split() if not (word.isdecimal() or is_month(word))]
    return "(" not in name and (
        read_quarter(name) is not None
        or bare in place_names()
        or all(word in _COUNTED or word in place_names() for word in words)
    )


def _is_of_a_place(name: str) -> bool:
    """Tell whether a sheet is called by a district, a tehsil or the like alone."""
    bare = plain(name)
    known = names_within()
    return bare in known or all(one in _AREAS or one in known for one in bare.split())


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


def linked(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return submissions and the people of each, as a collecting application writes them, as one.

    Each person has what is said of the submission; a number of all its people is left out. Sheets
    that are not one of submissions and one of their people are returned as they are.
    """
    parents = [one for one in sheets if {_FIRST} <= {*one.header} and _PARENT not in one.header]
    people = [one for one in sheets if _PARENT in one.header]
    if len(sheets) != 2 or len(parents) != 1 or len(people) != 1:
        return list(sheets)
    [parent], [child] = parents, people
    index = parent.column(_FIRST).map(_whole)
    own = child.column(_PARENT).map(_whole)
    if index.duplicated().any() or not own.isin(list(index)).all():
        return list(sheets)
    taken = [
        n
        for n, name in enumerate(parent.header)
        if name and not is_collectors_own(name) and field_of_name(name) not in COUNT_FIELDS
    ]
    there = {plain(name) for name in child.header}
    columns = []
    for n in taken:
        name = parent.header[n]
        texts = dict(zip(index, parent.cells[n], strict=True))
        cells = by_text(own, texts)
        columns.append((f"training/{name}" if plain(name) in there else name, cells, ""))
    none = int((~index.isin(list(own))).sum())
    words = _("{where}: each row has what {submissions} says of its submission.")
    said = [words.format(where=child.where, submissions=parent.where)]
    if none:
        words = ngettext(
            "{where}: {number:,} submission has nobody, and makes no row.",
            "{where}: {number:,} submissions have nobody, and make no row.",
            none,
        )
        said.append(words.format(where=parent.where, number=none))
    whole = child.with_columns(columns)
    return [replace(whole, notes=(*parent.notes, *child.notes, *said), offered={})]


def _whole(text: str) -> str:
    return text.strip().removesuffix(".0")


def together(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return sheets with the same columns as one; others, or a single one, as they are.

    A row of the second of three sheets is numbered as 2 and its own number, with noughts between:
    row 5 is 20005 where no sheet has more than 9,999 rows.
    """
    own = {tuple(name for n, name in enumerate(s.header) if n not in s.offered) for s in sheets}
    if len(sheets) < 2 or len(own) > 1:
        return list(sheets)
    sheets = _with_the_same_offered(sheets)
    last = max(int(sheet.cells.index.max()) if len(sheet.cells) else 0 for sheet in sheets)
    factor = int(10 ** len(str(last)))
    moved = [_moved(sheet, number * factor) for number, sheet in enumerate(sheets, start=1)]
    named = _("{number} is {where}")
    numbered = [named.format(number=n, where=one.where) for n, one in enumerate(sheets, start=1)]
    words = _("{number} tables are read together; row {row} is row 5 of the second: {tables}.")
    row, listed = 2 * factor + 5, "; ".join(numbered)
    whole = replace(
        sheets[0],
        where=_("{number} tables").format(number=len(sheets)),
        cells=pd.concat([one.cells for one in moved]),
        faults=pd.concat([one.faults for one in moved], ignore_index=True),
        ignored=pd.concat([one.ignored for one in moved], ignore_index=True),
        notes=(words.format(number=len(sheets), row=row, tables=listed),),
        over_rows=_rows_together([one.over_rows for one in moved]),
    )
    fields = {field_of_name(name) for name in whole.header}
    names = [sheet.name for sheet in sheets for _row in range(len(sheet.cells))]
    if fields & {"title", "training_id"} or not all(names) or len(set(names)) == 1:
        return [whole]
    of_time = all(read_quarter(name) or is_month(name) for name in {*names})
    dated = "date_start" in fields or any(plain(name) in _DATED for name in whole.header)
    # Where each row has its own day and venue, the place that a sheet is of is no training.
    of_places = all(map(_is_of_a_place, {*names})) and "date_start" in fields
    of_places &= "venue" in {field_of_name(name) or guessed_field(name) for name in whole.header}
    if are_days(list({*names})) or (of_time and dated) or of_places:
        return [whole]  # they tell no training from another
    column = pd.Series(names, index=whole.cells.index, dtype="str")
    return [whole.with_columns([(NAME, column, OF_ITS_SHEET)])]


def _with_the_same_offered(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the sheets with all the columns that one of them offers, blank in the others."""
    offered: dict[str, str] = {}
    for sheet in sheets:
        for n, why in sheet.offered.items():  # asked about where one of them leaves it open
            offered[sheet.header[n]] = why or offered.get(sheet.header[n], "")
    alike = []
    for sheet in sheets:
        kept = [n for n in range(len(sheet.header)) if n not in sheet.offered]
        places = {sheet.header[n]: n for n in sheet.offered}
        blank = blank_column(sheet.cells.index)
        more = [
            (name, sheet.cells[places[name]] if name in places else blank, why)
            for name, why in offered.items()
        ]
        bare = replace(
            sheet,
            header=tuple(sheet.header[n] for n in kept),
            tags=tuple(sheet.tags[n] for n in kept),
            cells=sheet.cells[kept].set_axis(range(len(kept)), axis=1),
            offered={},
        )
        alike.append(bare.with_columns(more))
    return alike


def _moved(sheet: Sheet, by: int) -> Sheet:
    """Return a sheet with its rows numbered from another number on."""
    return replace(
        sheet,
        cells=sheet.cells.set_axis(sheet.cells.index + by).rename_axis("row"),
        faults=sheet.faults.assign(row=sheet.faults["row"] + by),
        ignored=sheet.ignored.assign(row=sheet.ignored["row"] + by),
        over_rows={n: frozenset(row + by for row in rows) for n, rows in sheet.over_rows.items()},
    )


def _rows_together(parts: Sequence[Mapping[int, frozenset[int]]]) -> dict[int, frozenset[int]]:
    whole: dict[int, frozenset[int]] = {}
    for part in parts:
        for n, rows in part.items():
            whole[n] = whole.get(n, frozenset()) | rows
    return whole
