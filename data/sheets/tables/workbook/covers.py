"""Sheets that say what the others are: a cover, a summary of trainings, or a draft of one."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from data.files.workbooks import SheetRows, SheetTitle
from data.records.calendar.dates import read_day
from data.records.distinct import by_text
from data.records.model import COUNT_COLUMNS
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.tables.workbook.sheets_together import with_records
from data.sheets.totals.total_rows import say_total
from data.sheets.totals.total_words import is_total
from data.sheets.words.names.day_words import stands_in

#: Names of sheets that may say of what training the others are.
COVERS = frozenset(["cover", "cover page", "summary", "about"])
LONGEST_COVER = 30
#: What a summary says of its one training, and how a text above a list says it.
_LABELS = {
    "title": "Training: {}",
    "date_start": "Start date: {}",
    "date_end": "End date: {}",
    "venue": "Venue: {}",
    "participants_total": "Total participants: {}",
}

#: What the columns of a list are called that a summary of its trainings fills.
_NAMES = {"date_start": "Start date", "date_end": "End date", "venue": "Venue"}

#: Words by which a sheet is called that another has replaced, and that other.
_DRAFTS = frozenset(["draft", "superseded", "old", "provisional"])
_FINAL = frozenset(["final", "finalised", "finalized", "revised", "corrected", "updated"])
#: What a summary says of trainings of which none, or not each, was held.
_NOT_HELD = re.compile(
    r"\b(?:(?:re)?scheduled?|postponed|cancell?ed|not (?:yet )?(?:held|conducted)|upcoming"
    r"|tentative|proposed|planned|(?<!action )plans?)\b|ملتوی|منسوخ",
    re.IGNORECASE,
)
#: Lists of others than those who came, final or not.
_TO_COME = frozenset(["nominations", "nominees", "nominated", "planned", "plan", "registered",
                      "invited", "invitees", "waiting", "absent"])  # fmt: skip


def without_drafts(
    listed: Sequence[SheetTitle], read: Callable[[str], SheetRows]
) -> tuple[list[str], list[str]]:
    """Return the one sheet that is final, and those that are drafts of it; else none of both.

    Their names or the texts above their rows say so, and most rows of a draft are in the final one.
    """
    sheets = {one.name: read(one.name) for one in with_records(listed)}
    sheets = {name: sheet for name, sheet in sheets.items() if not sheet.is_blank}
    drafts = [name for name, sheet in sheets.items() if _words(name, sheet) & _DRAFTS]
    others = [name for name in sheets if name not in drafts]
    called = {*plain(others[0]).split()} if len(others) == 1 else set()
    if not drafts or not called & _FINAL or called & _TO_COME or any(one.hidden for one in listed):
        return [], []
    final = _rows_of(sheets[others[0]])
    of_it = (_rows_of(sheets[name]) for name in drafts)
    return (others, drafts) if all(2 * len(one & final) > len(one) for one in of_it) else ([], [])


def _words(name: str, sheet: SheetRows) -> set[str]:
    """Return the words of the name of a sheet, or of a text that begins it by one of a draft."""
    first = next((one for row in sheet.rows if (one := " ".join(row).strip())), "")
    begins = plain(first).split()[:1]
    return {*plain(name).split(), *begins}


def _rows_of(sheet: SheetRows) -> set[tuple[str, ...]]:
    """Return the rows of a sheet without their numbers."""
    rows = (tuple(plain(cell) for cell in row if plain(cell) and not cell.strip().isdecimal())
            for row in sheet.rows)  # fmt: skip
    return {row for row in rows if len(row) > 1}


def texts_of_covers(listed: Sequence[SheetTitle], read: Callable[[str], SheetRows]) -> list[str]:
    """Return what sheets that stand before the others say of the training: "Date: 9 May 2023".

    A table, of which a row has more than a label and its value, says it where it has one training.
    """
    kept = {one.name for one in with_records(listed)}
    texts: list[str] = []
    for title in listed:
        if title.name in kept or title.hidden or plain(title.name) not in COVERS:
            continue
        table = read(title.name).rows
        rows = [[cell for cell in map(str.strip, row) if cell] for row in table]
        if len(rows) > LONGEST_COVER:
            continue
        if trainings := _trainings(table):
            texts += _of_one(trainings)
        elif all(len(row) <= 2 for row in rows):
            texts += [": ".join(cell.strip(": ") for cell in row) for row in rows if row]
    return texts


def with_days_of_summary(
    sheet: Sheet, listed: Sequence[SheetTitle], read: Callable[[str], SheetRows]
) -> Sheet:
    """Return a list with the days and venues that a summary beside it tells of its trainings.

    Each of them is in the summary once, by its title, with as many people as the list has.
    """
    fields = sheet.fields
    kept = {one.name for one in with_records(listed)}
    sums = [one for one in listed if one.name not in kept and not one.hidden
            and plain(one.name) in COVERS]  # fmt: skip
    if fields.count("title") != 1 or "date_start" in fields or len(sums) != 1:
        return sheet
    told = _trainings(read(sums[0].name).rows)
    titles = sheet.cells[fields.index("title")].map(plain)
    by_title = {plain(one["title"]): one for one in told}
    people = titles.value_counts().to_dict()
    numbers = {title: str(people.get(title, 0)) for title in by_title}
    if len(by_title) != len(told) or not told or not {*people} - {""} <= {*by_title}:
        return sheet
    if any(one.get("participants_total", numbers[title]) != numbers[title]
           for title, one in by_title.items()):  # fmt: skip
        return sheet
    columns = [
        (_NAMES[name], by_text(titles, lambda title: by_title.get(title, {}).get(name, "")), "")  # noqa: B023
        for name in _NAMES
        if name not in fields and any(name in one for one in told)
    ]
    return sheet.with_columns(columns) if columns else sheet


def with_labels_of_summary(
    sheets: Sequence[Sheet], listed: Sequence[SheetTitle], read: Callable[[str], SheetRows]
) -> list[Sheet]:
    """Return lists over which the title and the day stand that a summary beside has of them.

    A list may be called so by its sheet alone. Both are labelled as such where the summary
    has them in one row, with as many people as are in the list; another list is left as it is. The
    day may stand in the title alone. Where the list tells another day, too, its own days stay.
    """
    kept = {one.name for one in with_records(listed)}
    sums = [one for one in listed if one.name not in kept and not one.hidden
            and plain(one.name) in COVERS]  # fmt: skip
    told = _trainings(read(sums[0].name).rows) if len(sums) == 1 else []
    return [_labelled(sheet, told) for sheet in sheets]


def _labelled(sheet: Sheet, told: Sequence[Mapping[str, str]]) -> Sheet:
    if not told or "name_of_person" not in sheet.fields:
        return sheet
    people = str(int((~say_total(sheet.cells)).sum()))
    texts = (*sheet.above, sheet.name)
    own = [(one, text) for one in told for text in texts
           if f"{plain(text)} ".startswith(f"{plain(one['title'])} ")
           and one.get("participants_total", people) == people
           and (stands_in(one["date_start"], texts) if "date_start" in one
                else "participants_total" in one)]  # fmt: skip
    if len(own) != 1:
        return sheet
    [(training, called)] = own
    rest = [text for text in sheet.above if text != called]
    if "date_start" not in training:
        return replace(sheet, above=(f"Training: {called}", *rest))
    title, day = training["title"], training["date_start"]
    dated = () if _tell_another_day(sheet.above, day) else (f"Date: {day}",)
    return replace(sheet, above=(f"Training: {title}", *dated, *rest))


def _tell_another_day(texts: Sequence[str], day: str) -> bool:
    """Tell whether a text ends with another day, on which the training began or ended."""
    told = read_day(day)
    words = [text.split() for text in texts]
    ends = (read_day(" ".join(own[-n:]).strip(" ,;:-–()"))
            for own in words for n in range(1, len(own) + 1))  # fmt: skip
    return any(
        one.iso and (one.iso != told.iso or one.end not in ("", told.iso, told.end)) for one in ends
    )


def _of_one(trainings: Sequence[Mapping[str, str]]) -> list[str]:
    """Return what a table says of the one training that it has, with its day; else nothing."""
    if len(trainings) != 1 or "date_start" not in trainings[0]:
        return []
    [told] = trainings
    labels = _LABELS if "date_end" in told else _LABELS | {"date_start": "Date: {}"}
    return [label.format(told[one]) for one, label in labels.items() if told.get(one)]


def _trainings(rows: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    """Return by field what each row of a table of trainings says, but for sums.

    It says on which day each was held, or how many came; nothing where some were not held.
    """
    filled = [row for row in rows if any(map(str.strip, row))]
    fields = [{*map(field_of_name, row)} for row in filled]
    places = [n for n, own in enumerate(fields)
              if "title" in own and own & {"date_start", *COUNT_FIELDS}]  # fmt: skip
    if len(places) != 1 or any(_NOT_HELD.search(cell) for row in filled for cell in row):
        return []
    names, *records = filled[places[0] :]
    trainings = []
    for row in records:
        told = {field: cell.strip() for name, cell in zip(names, row, strict=False)
                if (field := field_of_name(name)) and cell.strip()}  # fmt: skip
        parts = [told.get(one, "") for one in COUNT_COLUMNS[:2]]
        if "participants_total" not in told and all(map(str.isdecimal, parts)):
            told["participants_total"] = str(sum(map(int, parts)))
        if "title" in told and not any(map(is_total, row)):
            trainings.append(told)
    return trainings
