"""Sheets beside those of records that hold none: minutes, tasks, cases, or a sum of the others."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from data.files.workbooks import SheetRows, SheetTitle
from data.records.calendar.dates import is_day, read_day
from data.records.calendar.months import is_month
from data.records.errors import ReadingError
from data.records.model import COUNT_COLUMNS
from data.records.personal_data import looks_personal
from data.records.rules import whole_numbers
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, PERSONAL_FIELDS, RUNNING_NUMBER, plain
from data.sheets.sheet import Sheet
from data.sheets.tables.header import names_columns
from data.sheets.tables.like_records import fields_told, looks_so
from data.sheets.tables.workbook.covers import COVERS
from data.sheets.tables.workbook.sheets_together import Opener, is_of_others, with_records
from data.sheets.totals.total_rows import LARGEST, OF_ALL, say_total
from data.sheets.totals.total_words import is_total
from data.sheets.words.names.day_words import stands_in
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.names.names_of_things import are_things
from data.sheets.words.names.names_of_who_came import is_of_absent

#: What ends a sentence, or what stands before a list of them.
_SENTENCE = re.compile(r"[.:;\u061b?\u06d4][\"”)]?$")
#: So many texts head what follows, and so many words at least has one of the sentences.
HEADS, LEAST_WORDS = 3, 8
#: So many words are a sentence, with or without what ends it.
WORDS_OF_ONE = 12
#: A longer sheet is a table of something.
LONGEST = 200
#: So many different texts of a column are looked at.
LOOKED_AT = 1_000
#: A text with so many commas may be a person with a post and an office.
MOST_COMMAS = 2
#: Words of what is to be done, and of who is to do it.
_TASKS = frozenset(["decision", "decisions", "action", "actions", "task", "tasks", "agenda"])
_WHO_IS_TO = frozenset(["responsible", "responsibility", "responsibilities", "assigned", "by"])
#: What a hotel serves, as each row of its count says.
_MEALS = frozenset(["tea", "hi-tea", "coffee", "breakfast", "lunch", "dinner", "meal", "meals",
                    "refreshment", "refreshments", "water", "iftar", "iftari", "sehri", "chai",
                    "khana"])  # fmt: skip
#: A sheet that says above its table that it is of no training.
_SAYS_SO = re.compile(
    r"\b(?:not|no|other than) (?:a |of |for |the )*(?:training|workshop|course|session)s?"
    r"(?! (?:held|conducted|was|were|has|have|by)\b)\b",
    re.IGNORECASE,
)
_TRAINING = re.compile(
    r"\b(?:trainings?|workshop|course|seminar|session|refresher|orientation|sensiti[sz]ation|lecture"
    r"|capacity[ -]building)\b|تربیت",
    re.IGNORECASE,
)
#: What a sheet that explains another says of those who came, and what it says of filling it in.
_CAME = re.compile(r"\b(?:attended|trained|participated|held|conducted)\b|منعقد|تربیت یافتہ", re.I)
_EXAMPLE = re.compile(
    r"\b(?:e\.?g|examples?|such as|format|enter|write|type|fill|template|version|should|must|up ?to"
    r"|till|as (?:of|on)|updated?|to be|will be|dd.mm)\b|مثال|درج کریں|لکھیں",
    re.IGNORECASE,
)
_OF_TRAININGS = frozenset(
    [*COUNT_FIELDS, *PERSONAL_FIELDS, "title", "training_id", "sex", "presence", "agency",
     "department", "designation", "themes"]
)  # fmt: skip


def without_records(names: Sequence[str], read: Callable[[str], SheetRows]) -> list[str]:
    """Return the sheets that plainly hold no record; none where that is so of all of them."""
    none = [name for name in names if holds_none(read(name).rows)]
    return none if len(none) < len(names) else []


def holds_none(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a sheet is plainly of sentences, of tasks or of other things than trainings."""
    filled = [[cell for cell in map(str.strip, row) if cell] for row in rows]
    filled = [row for row in filled if row]
    if len(filled) > LONGEST or any(map(_names_records, filled)):
        return False
    if all(len(row) == 1 for row in filled):
        return _are_sentences([row[0] for row in filled])
    place = next(n for n, row in enumerate(filled) if len(row) > 1)
    above, header = [row[0] for row in filled[:place]], filled[place]
    words, others = [{*plain(name).split()} for name in header], are_things(header)
    tasks = any(own & _TASKS for own in words) and any(own & _WHO_IS_TO for own in words)
    served = [row for row in filled[place + 1 :] if _MEALS & {*row[0].casefold().split()}]
    meals = len(served) > 1 and len(served) == len(filled[place + 1 :])
    return tasks or others or meals or any(map(_SAYS_SO.search, above))


def with_headings_of(names: Sequence[str], read: Callable[[str], SheetRows], sheet: Sheet) -> Sheet:
    """Return a list that tells no day of its training under what heads it on sheets of no record.

    So a hotel writes the training over what it served, and not over who came.
    """
    rows = [next((row for row in read(name).rows if any(row)), []) for name in names]
    heads = [text for row in rows for text in filter(None, map(str.strip, row))]
    heads = [text for text in heads if _TRAINING.search(text) and any(map(str.isdigit, text))]
    dated = "date_start" in sheet.fields
    if dated or len(heads) != 1 or any(char.isdigit() for text in sheet.above for char in text):
        return sheet
    return replace(sheet, above=(*heads, *sheet.above))


def explaining(listed: Sequence[SheetTitle], read: Callable[[str], SheetRows]) -> list[str]:
    """Return sheets that begin with whom the other counts: "Members trained on 9 May 2023".

    What is to be written into it, as an example, is of nobody.
    """
    kept = {one.name for one in with_records(listed)}
    found = []
    for title in listed:
        if title.name in kept or title.hidden or plain(title.name) in COVERS:
            continue
        rows = [row for row in read(title.name).rows if any(map(str.strip, row))]
        texts = [cell for row in rows for cell in row if cell.strip()]
        plainly = 0 < len(rows) == len(texts) <= LONGEST and _CAME.search(texts[0])
        if plainly and not any(map(_EXAMPLE.search, texts)):
            found.append(title.name)
    return found


def lists_left_out(
    sheets: Sequence[Sheet], listed: Sequence[SheetTitle], read: Callable[[str], SheetRows]
) -> list[str]:
    """Return the sheets that are not read for their names, and list others than those that are.

    Of those who led, and of marks, a list may well be.
    """
    names = {plain(text) for sheet in sheets for n, name in enumerate(sheet.header)
             if field_of_name(name) == "name_of_person" for text in sheet.cells[n]}  # fmt: skip
    kept = {one.name for one in with_records(listed)}
    others = [one.name for one in listed if one.name not in kept and not is_of_others(one.name)]
    found = [name for name in others if names and _lists_others(read(name).rows, names)]
    return found if kept >= {sheet.name for sheet in sheets} else []


def _lists_others(rows: Sequence[Sequence[str]], names: Collection[str]) -> bool:
    """Tell whether most of several persons of a list are not among some names."""
    first = next((n for n, row in enumerate(rows[:LONGEST]) if names_columns(row)), None)
    known = [*map(field_of_name, rows[first])] if first is not None else []
    if first is None or "name_of_person" not in known:
        return False
    place, fields = known.index("name_of_person"), fields_told(rows[first])
    people = [plain(row[place]) for row in rows[first + 1 :] if looks_so(row, fields)]
    return len(people) > 1 and 2 * sum(one not in names for one in people) > len(people)


def _names_records(row: Sequence[str]) -> bool:
    """Tell whether a row may name columns of trainings, or of those who came.

    Beside the code of a training alone, things are what was used there.
    """
    fields = {*map(field_of_name, row)} & _OF_TRAININGS
    return len(row) > 1 and bool(fields) and not (fields <= {"training_id"} and are_things(row))


def _are_sentences(texts: Sequence[str]) -> bool:
    """Tell whether texts are sentences under a heading or two, and no list of persons."""
    sentences = [text for text in texts
                 if _SENTENCE.search(text) or len(text.split()) >= WORDS_OF_ONE]  # fmt: skip
    listed = sum(text.count(",") >= MOST_COMMAS for text in texts)
    whole = len(texts) - len(sentences) <= min(HEADS, len(sentences))
    long = any(len(text.split()) >= LEAST_WORDS for text in sentences)
    return whole and long and 2 * listed < len(texts) and not any(map(looks_personal, texts))


def sum_of_others(
    names: Sequence[str], read: Callable[[str], SheetRows], opened: Opener
) -> list[str]:
    """Return the one sheet that says again of each other how many came; none where none does.

    Each of its rows but the totals is of one other sheet, by its name or what it is called above
    its rows, and has the same number of people and no other day. Or it has how many persons of the
    one list have each text of a column: "By district".
    """
    if len(names) < 2:
        return []
    try:
        sheets = {name: own[0] for name in names if len(own := opened([name])) == 1}
    except ReadingError:
        return []
    if len(sheets) < len(names):
        return []
    beside = {name: [one for other, one in sheets.items() if other != name] for name in names}
    sums = []
    for name, others in beside.items():
        rows = read(name).rows
        if (len(others) > 1 and _sums(rows, others)) or _counts_texts(rows, others):
            sums.append(name)
    return sums if len(sums) == 1 else []


def summaries_of(
    sheets: Sequence[Sheet], listed: Sequence[SheetTitle], read: Callable[[str], SheetRows]
) -> list[SheetRows]:
    """Return the sheets called as summaries that say of each other one how many came, and no more.

    ``sheets`` are all those that are called as none.
    """
    kept = {one.name for one in with_records(listed)}
    if len(sheets) < 2 or {one.name for one in sheets} != kept:
        return []
    beside = [read(one.name) for one in listed if one.name not in kept and not one.hidden]
    return [one for one in beside if _sums(one.rows, sheets)]


def under_summary(
    sheets: Sequence[Sheet], listed: Sequence[SheetTitle], read: Callable[[str], SheetRows]
) -> list[Sheet]:
    """Return lists that tell no day under what heads their one summary: the training of all."""
    told = any(char.isdigit() for sheet in sheets for text in sheet.above for char in text)
    named = all("name_of_person" in sheet.fields for sheet in sheets)
    dated = any("date_start" in sheet.fields for sheet in sheets)
    sums = [] if told or dated or not named else summaries_of(sheets, listed, read)
    if len(sums) != 1:
        return list(sheets)
    rows = [[cell for cell in map(str.strip, row) if cell] for row in sums[0].rows]
    first = next(n for n, row in enumerate(rows) if len(row) > 1)
    heads = [row[0] for row in rows[:first] if row]
    one = sum(bool(_TRAINING.search(text)) for text in heads) == 1
    return [replace(sheet, above=(*heads, *sheet.above)) if one else sheet for sheet in sheets]


def _sums(rows: Sequence[Sequence[str]], others: Sequence[Sheet]) -> bool:
    """Tell whether the rows under the names of a table are of one other sheet each, and of all."""
    table = [[cell.strip() for cell in row] for row in rows if sum(map(bool, row)) > 1]
    names = table[0] if table else []
    if any(map(is_of_absent, names)):
        return False  # of those whom the lists have, some did not come
    fields = [field_of_name(name) or guessed_field(name) for name in names]
    records = [row for row in table[1:]
               if not any(map(is_total, row)) and plain(row[0]) not in OF_ALL]  # fmt: skip
    of_each = [[n for n, one in enumerate(others) if _is_of(row, fields, one)] for row in records]
    places = [own[0] for own in of_each if len(own) == 1]
    return 0 < len(places) == len(records) and sorted(places) == [*range(len(others))]


def _counts_texts(rows: Sequence[Sequence[str]], others: Sequence[Sheet]) -> bool:
    """Tell whether a table says of each text of a column of the one list how many persons have it.

    The list has all whom it counts, so that none of them did not come. The table names nobody, and
    what numbers its rows counts nobody.
    """
    lists = [one for one in others if "name_of_person" in one.fields]
    table = [[cell.strip() for cell in row] for row in rows if sum(map(bool, row)) > 1]
    records = [row for row in table[1:] if not any(map(is_total, row))]
    if len(lists) != 1 or not 1 < len(records) <= LONGEST or any(map(is_of_absent, table[0])):
        return False
    fields = [field_of_name(name) for name in table[0]]
    if {*PERSONAL_FIELDS} & {*fields}:
        return False
    columns = [*zip(*records, strict=False)]
    in_turn = tuple(str(place) for place in range(1, len(records) + 1))
    counted = [one for field, one in zip(fields, columns, strict=False)
               if field != RUNNING_NUMBER or one != in_turn]  # fmt: skip
    told = [dict(zip(map(plain, texts), numbers, strict=True))
            for texts in columns for numbers in counted
            if all(map(str.isdecimal, numbers)) and len({*texts}) == len(records)]  # fmt: skip
    cells = lists[0].cells[~say_total(lists[0].cells)]
    few = [n for n in cells if cells[n].nunique() == len(records)]
    listed = [cells[n].value_counts().to_dict() for n in few]
    return any({plain(str(text)): str(n) for text, n in own.items()} in told for own in listed)


def _is_of(row: Sequence[str], fields: Sequence[str | None], sheet: Sheet) -> bool:
    """Tell whether a row is of the people of a sheet, by its name or title and their number."""
    called = {plain(sheet.name), *map(plain, sheet.above)}
    called |= {plain(text.partition(":")[2]) for text in sheet.above} - {""}
    # "Referral mechanism, 5 March 2024", which has to be the day of the row, too.
    parts_above = (text.partition(",") for text in sheet.above)
    called |= {plain(before) for before, _comma, day in parts_above if read_day(day.strip()).iso}
    told = dict(zip(fields, row, strict=False))
    parts = [told[one] for one in COUNT_COLUMNS[:2] if one in told]
    numbers = [[told["participants_total"]]] if "participants_total" in told else []
    numbers += [parts] if len(parts) == len(COUNT_COLUMNS[:2]) else []
    people = _people(sheet)
    as_many = (all(map(str.isdecimal, own)) and sum(map(int, own)) == people for own in numbers)
    # "Q1 2025" is the name of the sheet, and no day of it.
    others = [cell for cell in row if plain(cell) not in called]
    days = [cell for cell in others if is_day(cell) and not is_month(cell) and not cell.isdecimal()]
    named = bool({*map(plain, row)} & (called - {""}))
    return named and bool(numbers) and all(as_many) and all(_has_day(sheet, day) for day in days)


def _people(sheet: Sheet) -> int:
    """Return how many persons a list has, or how many a table of numbers counts."""
    fields = sheet.fields
    cells = sheet.cells[~say_total(sheet.cells)]
    if "name_of_person" in fields:
        return len(cells)
    total = [n for n, one in enumerate(fields) if one == "participants_total"][:1]
    counted = total or [n for n, one in enumerate(fields) if one in COUNT_COLUMNS[:2]]
    return sum(int(whole_numbers(cells[n], LARGEST)[0].fillna(0).sum()) for n in counted)


def _has_day(sheet: Sheet, day: str) -> bool:
    """Tell whether a day stands above the rows of a sheet, or in them."""
    iso = read_day(day).iso
    texts = (text for n in sheet.cells for text in sheet.cells[n].unique()[:LOOKED_AT].tolist())
    return stands_in(day, sheet.above) or any(
        bool(iso) and any(map(str.isdigit, text)) and read_day(text).iso == iso for text in texts
    )
