"""What stands above the rows of a table, in title rows -> columns that are offered as answers.

An office writes the training, its days and its venue over a list, and several lists under one
another. Each row is given what stands nearest above it; a person confirms it like any column.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from data.records.calendar.dates import read_day
from data.records.calendar.months import is_month
from data.records.calendar.years import only_year
from data.records.distinct import by_text, filled_texts
from data.sheets.fields import COUNT_FIELDS, PRESENCE, field_of_name, plain
from data.sheets.sheet import Sheet
from data.sheets.split_days import MONTHS_OF, with_months
from data.sheets.tables.side_by_side import SEX
from data.sheets.words.names.day_words import is_called_a_day, is_of_another_day
from data.sheets.words.names.name_words import guessed_field
from data.understanding import contents
from data.understanding.layout.titles.days_above import (
    are_dated_apart,
    attended_by_all,
    days_in_one,
    gives_days,
    have_one_day,
    have_one_period,
    is_of_months,
    is_report,
    of_who_came,
    without_day_of_letter,
)
from data.understanding.layout.titles.headings import (
    AGENCY,
    HOME,
    ONE_TRAINING,
    Block,
    heads_group,
    of_held,
    of_one_training,
    parted,
    with_groups,
    with_others,
)
from data.understanding.layout.titles.places.homes_above import HOME_ABOVE, home_told
from data.understanding.layout.titles.rows_of_titles import has_no_day, notes_below, rows_of_titles
from data.understanding.layout.titles.title_texts import (
    DATE,
    DISTRICT,
    LABELLED,
    NOTE,
    TITLE,
    VENUE,
    day_in,
    days_in,
    days_of_names,
    held_at,
    values_of,
)
from geo.districts import gazetteer
from geo.words.catalogue import _

TITLE_ROW, NOTE_ROW = _("a title between the rows"), _("a note below the table")
ABOVE, IN_NAME = _("It stands above the rows."), _("It is in the name of the sheet.")
#: What tells of the training of all rows, and not of each.
OF_ALL_ROWS = (TITLE, DATE)
#: What the first day is called beside one of the last.
_STARTS = ("start", "starts", "begin", "beginning", "commencement")
_HELD = re.compile(r"held (?:at|on|in|from)\b", re.IGNORECASE)
_TRAINING_ON = re.compile(
    r"\b(?:training|workshop|course|session|seminar|orientation|refresher)"
    r"(?:\s+(?:on|for|of|in|about|regarding)\b|\s*(?:no\.?)?\s*\d*\s*:)",
    re.IGNORECASE,
)


def with_texts_above(sheet: Sheet) -> Sheet:
    """Return a sheet with what stands above its rows as columns, and without rows of titles.

    A row below the last record that holds a note is set aside; it is told by its row alone, since
    whoever prepared a table may be named there.
    """
    sheet = replace(sheet, above=days_in_one(without_day_of_letter(sheet.above)))
    titles = rows_of_titles(sheet)
    notes = notes_below(sheet, titles)
    rows = sheet.cells.index.difference(list(titles))
    between = sorted(set(titles) - notes)
    noted = pd.Index(sorted(notes), dtype="int64")
    texts = sheet.cells.loc[noted].to_numpy()
    below = [" ".join(filter(None, map(str.strip, row))) for row in texts]
    blocks = _blocks(sheet, rows, {row: titles[row] for row in between})
    if len(blocks) == 1:  # a form may have its labels under the list
        blocks = [Block(0, (*sheet.above, *filter(_tells_training, below)))]
    sheet = replace(sheet, below=tuple(below)).without(noted, NOTE_ROW)
    sheet = with_others(sheet.without(pd.Index(between, dtype="int64"), TITLE_ROW), blocks)
    year = only_year((sheet.name, *sheet.above))
    columns = []
    in_name = values_of([Block(0, (sheet.name,))], year, of_name=True)
    sheet, of_group = _with_days_under_months(sheet, blocks, rows, year)
    dated = _has_column(sheet, DATE) or bool(days_of_names(sheet.header, sheet.above, year))
    trainings = _trainings(blocks, of_group, rows)
    values_of_each = values_of(blocks, year)
    dated |= gives_days(sheet) and all(map(is_of_months, filter(None, values_of_each[DATE])))
    own_values = of_one_training(blocks, values_of_each, TITLE, DATE)
    if own_values is not values_of_each:
        sheet = replace(sheet, lists=tuple(one.first for one in blocks))
    told = with_groups(own_values, blocks, of_group)
    batches = None if dated else _days_of_batches(sheet, year)
    if batches is not None:
        columns.append((DATE, batches, ""))
        told.pop(DATE)
    for name, values in told.items():
        of_rows = name in (AGENCY, SEX)
        sure = all(values[1:]) if of_rows else _is_sure(name, values, trainings, sheet, dated)
        why = "" if sure else ABOVE
        if not any(values) and name in (TITLE, DATE):
            values = in_name[name] * len(blocks)
            named = (sheet.name, *titles_of(told), *attended_by_all(sheet.cells, sheet.name))
            in_one = len(blocks) == 1 and have_one_day([named], year)
            why = "" if in_one or (name == TITLE and dated) else IN_NAME
        if any(values) and not (dated and name == DATE) and not _has_column(sheet, name):
            columns.append((name, _down(values, blocks, sheet.cells.index), why))
    homes = _homes(blocks, of_group, trainings)
    if any(homes) and not any(told[HOME]) and not _has_column(sheet, HOME):
        columns.append((HOME_ABOVE, _down(homes, blocks, sheet.cells.index), ""))
    return _with_columns(sheet, columns)


def _with_columns(sheet: Sheet, columns: Sequence[tuple[str, pd.Series, str]]) -> Sheet:
    """Return a sheet with more columns, and a note on those that are asked about no more."""
    taken = [name for name, _cells, why in columns if not why]
    if taken:
        words = _("{where}: taken for the rows under it: {names}.")
        said = words.format(where=sheet.where, names=", ".join(taken))
        sheet = replace(sheet, notes=(*sheet.notes, said))
    return sheet.with_columns(columns) if columns else sheet


def _homes(
    blocks: Sequence[Block], of_group: Sequence[bool], trainings: Sequence[Block]
) -> list[str]:
    """Return the district of whose people the texts above each of several trainings speak.

    What stands above the first alone, and names it, says nothing of the others; what heads them
    all does where they tell none. Blank where it is said of none, or of all in the same words.
    """
    of_first = blocks[0] in trainings and len(blocks[0].texts) == 1
    of_first &= any(map(ONE_TRAINING.search, blocks[0].texts))
    own = [home_told(one.texts) for one in blocks]
    if len(trainings) < 2 or not (any(own[1:]) or (own[0] and of_first)):
        return [""] * len(blocks)
    for n in range(1, len(blocks)):
        own[n] = own[n] or (own[n - 1] if of_group[n] else "" if of_first else own[0])
    return [gazetteer.names().get(code, "") for code in own]


def _trainings(blocks: Sequence[Block], of_group: Sequence[bool], rows: pd.Index) -> list[Block]:
    """Return the blocks of trainings; the first, under which no row stands, heads all others."""
    empty = len(blocks) > 1 and not (rows < blocks[1].first).any()
    empty &= not blocks[0].texts or not all(of_group[1:])
    return [one for n, one in enumerate(blocks) if not of_group[n] and (n or not empty)]


def _with_days_under_months(
    sheet: Sheet, blocks: Sequence[Block], rows: pd.Index, year: int | None
) -> tuple[Sheet, list[bool]]:
    """Return a sheet with the days that stand under lines of months, and which blocks are groups.

    Those under a line of a month are of the one title above them all.
    """
    monthly = with_months(sheet, _down(_months_over(blocks, year), blocks, rows))
    if monthly is not None:
        return monthly, [n > 0 for n in range(len(blocks))]
    dated = [any(day_in(text, year) for text in one.texts) for one in blocks]  # a training's own
    return sheet, [n > 0 and all(map(heads_group, one.texts)) and not dated[n]
                   for n, one in enumerate(blocks)]  # fmt: skip


def _months_over(blocks: Sequence[Block], year: int | None) -> list[str]:
    """Return by block the month that is all a line above its rows says; blank where none is."""
    said = [[day_in(text, year) for text in block.texts if day_in(text, year)] for block in blocks]
    return [days[0] if n and len(days) == 1 and is_month(days[0]) and _no_more(days[0], block)
            else "" for n, (days, block) in enumerate(zip(said, blocks, strict=True))]  # fmt: skip


def _no_more(month: str, block: Block) -> bool:
    """Tell whether a month is all that stands above some rows, but for the word for it."""
    words = {*plain(" ".join(block.texts)).split()}
    return words <= {*plain(month).split(), "month", "of", "the", "for"}


def _tells_training(text: str) -> bool:
    """Tell whether a text below the rows says which training they are of, as one above may."""
    labelled = any(one.search(text) for one in LABELLED.values()) or _HELD.match(text)
    return bool(labelled or held_at(text) or (ONE_TRAINING.search(text) and not NOTE.match(text)))


def _blocks(sheet: Sheet, rows: pd.Index, titles: Mapping[int, str]) -> list[Block]:
    """Return the blocks of a sheet: titles with no row between them are above the same rows."""
    blocks = [Block(0, sheet.above)]
    for row in sorted(titles):
        before = blocks[-1]
        none_between = rows.searchsorted(before.first) == rows.searchsorted(row)
        if none_between and len(blocks) > 1:
            blocks[-1] = Block(row, (*before.texts, titles[row]))
        else:
            blocks.append(Block(row, (titles[row],)))
    return parted([Block(one.first, of_held(one.texts)) for one in blocks])


def titles_of(told: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the titles that stand above, beside which the name of the sheet gives the day."""
    return [f"training: {text}" for text in told.get(TITLE, ()) if text]


def _down(values: Sequence[str], blocks: Sequence[Block], rows: pd.Index) -> pd.Series:
    """Return the value of its block for each row."""
    places = pd.Index([block.first for block in blocks]).searchsorted(rows, side="right") - 1
    return pd.Series(np.array(values, dtype=object)[places], index=rows, dtype="str")


def _days_of_batches(sheet: Sheet, year: int | None) -> pd.Series | None:
    """Return the days of the rows by the text above that begins as one of their columns says.

    "Batch-1: 6-7 May 2024" and "Batch-2: 13-14 May 2024" stand above, and a column has Batch-1.
    """
    days = {plain(text): own[0] for text in sheet.above if len(own := days_in(text, year)) == 1}
    if len(days) < 2:
        return None
    for n in range(len(sheet.header)):
        names = {text: plain(text) for text in filled_texts(sheet.cells[n])}
        found = {
            text: [day for above, day in days.items() if above.startswith(f"{name} ")]
            for text, name in names.items()
        }
        if len(names) > 1 and all(len(one) == 1 for one in found.values()):
            told = {text: day for text, [day] in found.items()}
            return by_text(sheet.cells[n], lambda text, told=told: told.get(text, ""))
    return None


def _is_sure(
    name: str, values: Sequence[str], blocks: Sequence[Block], sheet: Sheet, dated: bool
) -> bool:
    """Tell whether it is plain above each block what it is.

    A district is that of the place; of a heading it is that of the persons under it, or of the
    numbers of agencies, where one training has several of them, and else it is open whose. What a
    single block is called tells no training from another; nor do titles of rows with own days.
    """
    if name == HOME:
        fields = {field_of_name(one) for one in sheet.header}
        of_one = not fields & {"title", "training_id", "date_start"}
        of_one &= len(blocks) == 1 or are_dated_apart(blocks, only_year((sheet.name, *sheet.above)))
        counted = fields & {*COUNT_FIELDS} and fields & {"agency", "department"}
        of_those = "name_of_person" in fields or bool(counted)
        return of_one and of_those and len({*values} - {""}) > 1
    if name == DATE and gives_days(sheet) and {*map(field_of_name, sheet.header)} & {*COUNT_FIELDS}:
        return False  # of the whole of what each row counts on one of its days
    if name in (VENUE, DISTRICT) or (name == TITLE and (dated or len(blocks) < 2)):
        return True
    if name == TITLE and len({*values}) == 1:
        return True  # what all are called tells none from another
    came = any(field_of_name(one) == PRESENCE or (field_of_name(one) == "status"
               and contents.contents_of(sheet.cells[n]) == contents.PRESENCE)
               for n, one in enumerate(sheet.header))  # fmt: skip
    heads = [Block(one.first, of_who_came(one.texts)) for one in blocks] if came else blocks
    texts = [one.texts for one in heads]
    year = only_year((sheet.name, *sheet.above))
    reported = any(is_report(text, year) for block in blocks for text in block.texts)
    if name == DATE and len(blocks) == 1 and _is_named_by(sheet.name, values[-1], year):
        return not reported
    if name == DATE:
        return have_one_day(texts, year, sheet.name) or (
            _counts_trainings(sheet) and have_one_period(texts, year)
        )
    if are_dated_apart(heads, year):
        return True
    return all(
        any(map(LABELLED[TITLE].search, block.texts)) or _names_one(block.texts, year)
        for block in blocks
    )


def _is_named_by(name: str, day: str, year: int | None) -> bool:
    """Tell whether a sheet is named by the day above its rows, as "16 Feb" is by 16 February."""
    own, told = read_day(day_in(name, year or only_year((day,)))), read_day(day)
    return bool(own.iso) and own.iso == told.iso


def _counts_trainings(sheet: Sheet) -> bool:
    """Tell whether rows count people, and how many trainings they came to."""
    fields = {field_of_name(name) for name in sheet.header}
    return "summarises" in fields and bool(fields & {*COUNT_FIELDS})


def _names_one(texts: Sequence[str], year: int | None) -> bool:
    """Tell whether one text names the training, in a sentence or with its day."""
    lines = [text for text in texts if ONE_TRAINING.search(text)]
    if any(is_report(text, year) for text in lines) or len(lines) > 1:
        return False
    return any(_TRAINING_ON.search(text) or day_in(text, year) for text in lines)


def _has_column(sheet: Sheet, name: str) -> bool:
    """Tell whether a column of the sheet gives what is offered."""
    others = {
        TITLE: {"title", "training_id"},
        DATE: {"date_start"},
        VENUE: {"venue"},
        DISTRICT: {"venue_district", "venue_adm2_pcode"},
        AGENCY: {"agency", "department"},  # a post under a heading is of the agency that it names
        HOME: {"district", "adm2_pcode"},
        SEX: {"sex", *COUNT_FIELDS} - {"participants_total", "participants_unspecified"},
    }
    for n, one in enumerate(sheet.header):
        if field_of_name(one) in others[name] and _gives(sheet.cells[n], name):
            return True
    if name != DATE:
        return False
    if any(is_called_a_day(one) or plain(one) in _STARTS for one in sheet.header):
        return True
    if "name_of_person" not in map(field_of_name, sheet.header) and any(
        guessed_field(one) == "date_start"
        and not is_of_another_day(one)
        and contents.contents_of(sheet.cells[n]) == contents.DAYS
        for n, one in enumerate(sheet.header)
    ):
        return True  # "Scheduled date" of each training
    return any(
        contents.contents_of(sheet.cells[n]) == contents.MONTHS
        for n, one in enumerate(sheet.header)
        if plain(one) in MONTHS_OF
    )


def _gives(cells: pd.Series, name: str) -> bool:
    """Tell whether a column gives what it is called; no title is Mr or Ms, and no day an office."""
    if name == DATE and has_no_day(cells):
        return False
    return contents.contents_of(cells) != contents.ADDRESSES
