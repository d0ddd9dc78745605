"""What stands above the rows of a table, in title rows -> columns that are offered as answers.

An office writes the training, its days and its venue over a list, and several lists under one
another. Each row is given what stands nearest above it; a person confirms it like any column.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from data.records.calendar.dates import is_day
from data.records.calendar.months import is_month
from data.records.calendar.years import only_year
from data.sheets.fields import plain
from data.sheets.sheet import Sheet
from data.sheets.split_days import with_months
from data.sheets.tables.like_records import left_out
from data.understanding.layout.titles.blocks import ONE_TRAINING, Block
from data.understanding.layout.titles.days.days_above import (
    attended_by_all,
    days_in_one,
    have_one_day,
)
from data.understanding.layout.titles.days.days_of_letters import without_day_of_letter
from data.understanding.layout.titles.days.reported_periods import without_periods_of_reports
from data.understanding.layout.titles.days_in_texts import (
    ANY_YEAR,
    day_in,
    days_of_names,
    without_year,
)
from data.understanding.layout.titles.headings import (
    HOME,
    heads_group,
    of_one_training,
    parted,
    titled_as_first,
    with_groups,
)
from data.understanding.layout.titles.headings_of_others import (
    is_signed,
    notes_what_will_be,
    of_held,
    with_others,
)
from data.understanding.layout.titles.notes_below import notes_below
from data.understanding.layout.titles.offers import (
    gives_days_of_each,
    has_column,
    has_other_days,
    is_sure,
    tell_another_length,
)
from data.understanding.layout.titles.places.homes_above import (
    HOME_ABOVE,
    committee_named,
    home_told,
)
from data.understanding.layout.titles.planned_above import without_plans
from data.understanding.layout.titles.rows_of_titles import rows_of_titles
from data.understanding.layout.titles.signatures_below import is_signed_on
from data.understanding.layout.titles.title_texts import (
    DATE,
    LABELLED,
    NOTE,
    TITLE,
    held_at,
    values_of,
)
from data.understanding.layout.titles.trainings.days_of_batches import days_of_batches
from geo.districts import gazetteer
from geo.words.catalogue import _

TITLE_ROW, NOTE_ROW = _("a title between the rows"), _("a note below the table")
ABOVE = _("It stands above the rows. Is it that of all of them?")
IN_NAME = _("It is in the name of the sheet. Is it that of all rows?")
OTHER_DAYS = _(
    "It stands above the rows, and a column has other days. Which are those of trainings?"
)
OF_COMMITTEE = _("A committee of the district stands above the rows. Are they its members?")
OTHER_LENGTH = _("The text above tells another number of days. On which was it held?")
#: What tells of the training of all rows, and not of each.
OF_ALL_ROWS = (TITLE, DATE)
#: "Note 1:" before which training a list is of; not before another, which is to be held or was.
_NOTED = re.compile(
    r"^(?:foot ?)?notes?\s*(?:no\.?\s*)?\d*\s*[:.)–—-]+\s*"
    r"(?=(?:this is the list of )?(?:training|workshop|course|seminar) (?:on|about|regarding|for)\b"
    r"(?!.*\b(?:will|next|postponed|planned|proposed|again|earlier|previous|second|follow)\b))",
    re.IGNORECASE,
)
_HELD = re.compile(r"held (?:at|on|in|from)\b", re.IGNORECASE)


def with_texts_above(sheet: Sheet) -> Sheet:
    """Return a sheet with what stands above its rows as columns, and without rows of titles.

    A row below the last record that holds a note is set aside; it is told by its row alone, since
    whoever prepared a table may be named there.
    """
    sheet = replace(sheet, above=_with_days_of_training(sheet))
    titles = rows_of_titles(sheet)
    notes = notes_below(sheet, titles)
    rows = sheet.cells.index.difference(list(titles))
    noted = pd.Index(sorted(notes), dtype="int64")
    below = without_plans(_noted(sheet.cells.loc[noted]))
    headings = {row: titles[row] for row in sorted(set(titles) - notes)}
    blocks = _blocks(sheet, rows, headings, below)
    sheet = replace(sheet, below=(*sheet.below, *below), between=headings)
    sheet = left_out(sheet, noted, NOTE_ROW)
    sheet = with_others(left_out(sheet, pd.Index([*headings], dtype="int64"), TITLE_ROW), blocks)
    year = only_year((sheet.name, *sheet.above))
    columns = []
    in_name = values_of([Block(0, (sheet.name,))], year, of_name=True)
    sheet, of_group = _with_days_under_months(sheet, blocks, rows, year)
    dated = has_column(sheet, DATE) or bool(
        days_of_names(sheet.header, (*sheet.above, *sheet.below), year)
    )
    trainings = _of_participants(blocks, of_group, rows, sheet.cells.index)
    values_of_each, dated, days_of = _told_above(sheet, blocks, year, in_name, dated=dated)
    own_values = of_one_training(blocks, values_of_each, TITLE, DATE)
    if own_values is not values_of_each:
        sheet = replace(sheet, lists=tuple(one.first for one in blocks))
    told = with_groups(titled_as_first(own_values, TITLE, DATE), blocks, of_group)
    batches = None if dated else days_of_batches(sheet, year)
    if batches is not None:
        columns.append((DATE, batches, ""))
        told.pop(DATE)
    for name, values in told.items():
        sure = is_sure(name, values, trainings, sheet, dated, days_of)
        why = _why(name, values, blocks, sheet, sure=sure)
        if not any(values) and name in (TITLE, DATE):
            values = in_name[name] * len(blocks)
            why = "" if _is_in_name(sheet, name, blocks, told, dated=dated) else IN_NAME
        if any(values) and not (dated and name == DATE) and not has_column(sheet, name):
            own = name != DATE or days_of == year
            texts = values if own else [without_year(one) for one in values]
            columns.append((name, _down(texts, blocks, sheet.cells.index), why))
    homes, why = _homes(blocks, of_group, trainings)
    if any(homes) and not any(told[HOME]) and not has_column(sheet, HOME):
        columns.append((HOME_ABOVE, _down(homes, blocks, sheet.cells.index), why))
    return _with_columns(sheet, columns)


def _why(
    name: str, values: Sequence[str], blocks: Sequence[Block], sheet: Sheet, *, sure: bool
) -> str:
    """Return why what stands above is asked about; blank where it is sure."""
    if name == DATE and tell_another_length(values, blocks, sheet):
        return OTHER_LENGTH
    if not sure:
        return ABOVE
    return OTHER_DAYS if name == DATE and has_other_days(sheet, values) else ""


def _told_above(
    sheet: Sheet,
    blocks: Sequence[Block],
    year: int | None,
    in_name: Mapping[str, Sequence[str]],
    *,
    dated: bool,
) -> tuple[dict[str, list[str]], bool, int | None]:
    """Return what the texts above each block say, whether rows have their days, and the year.

    Where neither has any, days are looked for whose year nobody tells, and found by any.
    """
    values = values_of(blocks, year)
    dated = dated or gives_days_of_each(sheet, values[DATE])
    if year or dated or any((*values[DATE], *in_name[DATE])):
        return values, dated, year
    return values_of(blocks, ANY_YEAR), dated, ANY_YEAR


def _with_days_of_training(sheet: Sheet) -> tuple[str, ...]:
    """Return what stands above a sheet without days of letters and of periods of reports."""
    own = without_periods_of_reports(sheet.above, sheet.name)
    return without_day_of_letter(days_in_one(own))


def _is_in_name(
    sheet: Sheet,
    name: str,
    blocks: Sequence[Block],
    told: Mapping[str, Sequence[str]],
    *,
    dated: bool,
) -> bool:
    """Tell whether the name of a sheet plainly gives the title, or the day, of its one training.

    So it gives the title of rows with days of their own, or of a list whose columns are the days
    on which people came.
    """
    if name == TITLE and (dated or sum(map(is_day, sheet.header)) > 1):
        return True
    named = (sheet.name, *titles_of(told), *attended_by_all(sheet.cells, sheet.name))
    return len(blocks) == 1 and have_one_day([named], only_year((sheet.name, *sheet.above)))


def _noted(rows: pd.DataFrame) -> list[str]:
    """Return what rows of notes say, without what they begin with and the day of a signature."""
    texts = rows.to_numpy().tolist()
    signed = [is_signed_on(row, (*texts[:n][-1:], *texts[n + 1 : n + 2]))
              for n, row in enumerate(texts)]  # fmt: skip
    return [_NOTED.sub("", " ".join(filter(None, map(str.strip, row))))
            for row, own in zip(texts, signed, strict=True) if not own]  # fmt: skip


def _with_columns(sheet: Sheet, columns: Sequence[tuple[str, pd.Series, str]]) -> Sheet:
    """Return a sheet with more columns, and a note on those that are asked about no more."""
    taken = [name for name, _cells, why in columns if not why]
    if taken:
        words = _("{where}: taken for the rows under it: {names}.")
        said = words.format(where=sheet.where, names=", ".join(taken))
        sheet = sheet.noted(said)
    return sheet.with_columns(columns) if columns else sheet


def _homes(
    blocks: Sequence[Block], of_group: Sequence[bool], trainings: Sequence[Block]
) -> tuple[list[str], str]:
    """Return the district of whose people the texts above each of several trainings speak.

    What stands above the first alone, and names it, says nothing of the others; what heads them
    all does where they tell none. Blank where it is said of none, or of all in the same words.
    Else it is that of the committee that each names, which is asked about.
    """
    of_first = blocks[0] in trainings and len(blocks[0].texts) == 1
    of_first &= any(map(ONE_TRAINING.search, blocks[0].texts))
    own = [home_told(one.texts) for one in blocks]
    if len(trainings) < 2 or not (any(own[1:]) or (own[0] and of_first)):
        return _committees(blocks, trainings), OF_COMMITTEE
    for n in range(1, len(blocks)):
        own[n] = own[n] or (own[n - 1] if of_group[n] else "" if of_first else own[0])
    return [gazetteer.names().get(code, "") for code in own], ""


def _committees(blocks: Sequence[Block], trainings: Sequence[Block]) -> list[str]:
    """Return the district of the committee that the title of each of several trainings names.

    Blank where one names none, or all the same.
    """
    own = {one.first: committee_named(one.texts) for one in trainings}
    if len({*own.values()}) < 2 or not all(own.values()):
        return [""] * len(blocks)
    codes = [""]
    for one in blocks:  # of a group is the training above it
        codes.append(own.get(one.first, codes[-1]))
    return [gazetteer.names().get(code, "") for code in codes[1:]]


def _trainings(blocks: Sequence[Block], of_group: Sequence[bool], rows: pd.Index) -> list[Block]:
    """Return the blocks of trainings; the first, under which no row stands, heads all others."""
    empty = len(blocks) > 1 and not (rows < blocks[1].first).any()
    empty &= not blocks[0].texts or not all(of_group[1:])
    return [one for n, one in enumerate(blocks) if not of_group[n] and (n or not empty)]


def _of_participants(
    blocks: Sequence[Block], of_group: Sequence[bool], rows: pd.Index, counted: pd.Index
) -> list[Block]:
    """Return the trainings without headings of others, none of whose rows is counted."""
    starts = pd.Index([block.first for block in blocks])
    places = [
        starts.searchsorted(own, side="right") - 1 for own in (rows, rows.intersection(counted))
    ]
    emptied = {*places[0].tolist()} - {*places[1].tolist()} - {0}
    others = [blocks[n] for n in emptied]
    trainings = _trainings(blocks, of_group, rows)
    return [one for one in trainings if not any(one is other for other in others)]


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
    return not notes_what_will_be(text) and bool(
        labelled or held_at(text) or (ONE_TRAINING.search(text) and not NOTE.match(text))
    )


def _blocks(
    sheet: Sheet, rows: pd.Index, titles: Mapping[int, str], below: Sequence[str]
) -> list[Block]:
    """Return the blocks of a sheet: titles with no row between them are above the same rows.

    A form of one may have its labels ``below`` the list.
    """
    blocks = [Block(0, sheet.above)]
    heading = (row for row, text in titles.items()
               if not (is_signed(text) or notes_what_will_be(text)))  # fmt: skip
    for row in sorted(heading):
        before = blocks[-1]
        none_between = rows.searchsorted(before.first) == rows.searchsorted(row)
        if none_between and len(blocks) > 1:
            blocks[-1] = Block(row, (*before.texts, titles[row]))
        else:
            blocks.append(Block(row, (titles[row],)))
    blocks = parted([Block(one.first, of_held(one.texts)) for one in blocks])
    if len(blocks) > 1:
        return blocks
    return [Block(0, (*sheet.above, *filter(_tells_training, below)))]


def titles_of(told: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the titles that stand above, beside which the name of the sheet gives the day."""
    return [f"training: {text}" for text in told.get(TITLE, ()) if text]


def _down(values: Sequence[str], blocks: Sequence[Block], rows: pd.Index) -> pd.Series:
    """Return the value of its block for each row."""
    places = pd.Index([block.first for block in blocks]).searchsorted(rows, side="right") - 1
    return pd.Series(np.array(values, dtype=object)[places], index=rows, dtype="str")
