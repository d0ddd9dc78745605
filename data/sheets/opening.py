"""Bytes of one file -> a sheet: the names of its columns, its rows as text, what was detected."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain, islice

import pandas as pd

from data.files.csv_text import CsvText, csv_text
from data.files.text_pages import TextPages
from data.files.workbooks import (
    SheetRows,
    SheetTitle,
    Workbook,
    is_workbook,
    open_workbook,
    read_sheet,
    titled,
)
from data.files.zip_parts import within_memory
from data.records.errors import ReadingError
from data.records.personal_data import safe_name
from data.sheets.codebooks import codebook_of, with_meanings
from data.sheets.fields import TRAINING_FIELDS, field_of_name
from data.sheets.sheet import Sheet
from data.sheets.tables.forms import MOST_ROWS as MOST_ROWS_OF_FORMS
from data.sheets.tables.forms import form_of
from data.sheets.tables.groups import without_beginnings
from data.sheets.tables.header import LOOKED_AT, Header
from data.sheets.tables.hidden_rows import not_in_totals, said_of_hidden
from data.sheets.tables.repeated_columns import unfolded
from data.sheets.tables.rows_under import Grid, Limits, RowsUnder, longest_row, without_stray
from data.sheets.tables.side_by_side import side_by_side
from data.sheets.tables.workbook.covers import (
    texts_of_covers,
    with_days_of_summary,
    with_labels_of_summary,
    without_drafts,
)
from data.sheets.tables.workbook.declared_dates import declared_in
from data.sheets.tables.workbook.joined_sheets import linked
from data.sheets.tables.workbook.sheets_beside import (
    explaining,
    sum_of_others,
    with_headings_of,
    without_records,
)
from data.sheets.tables.workbook.sheets_together import (
    ABOUT,
    Opener,
    plainly_meant,
    wanted,
    with_records,
)
from data.sheets.tables.years_over_months import header_of
from data.sheets.words.called_off import names_not_held
from data.sheets.words.names.told_names import with_names_told
from geo.words.catalogue import _

__all__ = ["COMMAND_LINE", "ON_SCREEN", "Limits", "Sheet", "SheetChoice", "open_sheets"]

FAULT_COLUMNS = ("row", "position", "kind")
TAG_ROW = _("a row of tags")
NO_LABEL = _("a text beside no label")
PART_ROW = _("a part of the numbers of its form")
NUMBERED_ROW = _("numbers or units of the columns")
OF_UNHELD = _("{where}: not read, as by its name it was not held: {names}.")
OF_NONE = _("{where}: not read, as it holds no record of a training: {names}.")
OF_SUMS = _("{where}: not counted, as its rows say again how many the other sheets have: {names}.")
OTHER_FILE = _("Choose another file, or save it in Excel again.")

#: For a file that somebody chose on a screen, and for one that the command line names.
ON_SCREEN = Limits()
COMMAND_LINE = Limits(file_bytes=2_000_000_000, rows=20_000_000)


@dataclass(frozen=True)
class SheetChoice:
    """The sheets of a workbook of which one must be chosen."""

    where: str
    titles: tuple[SheetTitle, ...]


@within_memory()
def open_sheets(
    content: bytes | TextPages, where: str, chosen: tuple[str, ...] = (), limits: Limits = ON_SCREEN
) -> list[Sheet] | SheetChoice:
    """Read a file.

    Parameters
    ----------
    chosen
        The names of the sheets to read. Without them a workbook's only sheet is read, or the
        sheets ``trainings`` and ``attendance`` of one that has both, with those of further
        tables beside them; else somebody must choose.

    Raises
    ------
    ReadingError
        If the file is refused as a whole.
    """
    if isinstance(content, TextPages):
        return _of_text(content, where, limits)
    most = min(limits.file_bytes, 10_000_000) if is_workbook(content) else limits.file_bytes
    if len(content) > most:
        what = _("It is larger than {megabytes} MB.").format(megabytes=most // 1_000_000)
        raise ReadingError(what, where, _("Save it without pictures, or in parts."))
    if not is_workbook(content):
        return _of_text(csv_text(content, where), where, limits)
    workbook = _opened(content, where)
    read = cache(partial(read_sheet, workbook))
    names = [titled(workbook, name) for name in chosen] or wanted(workbook.titles, read)
    names, drafts = (names, []) if names else without_drafts(workbook.titles, read)

    def opened(names: Sequence[str]) -> list[Sheet]:
        grids = [_of_workbook(read(name), name, where) for name in names]
        tables = [without_beginnings(one) for grid in grids for one in _tables(grid, limits)]
        whole = with_meanings(linked(tables), codebook_of(workbook.titles, read))
        first, *more = [unfolded(one, limits.rows) for one in whole]
        first = replace(first, explained=declared_in(workbook.titles, read))
        if not chosen:
            return _with_what_is_beside([first, *more], workbook, read, where, drafts)
        return [first, *more]

    if names:
        return opened(names)
    filled = [one for one in with_records(workbook.titles) if not read(one.name).is_blank]
    names = [one.name for one in filled if not any(other.hidden for other in filled)]
    if all_of_them := _meant(names, read, opened, where):
        return all_of_them
    if all(read(one.name).is_blank for one in workbook.titles):
        raise ReadingError(_("No sheet of it has a row."), where, OTHER_FILE)
    return SheetChoice(where, workbook.titles)


def _opened(content: bytes, where: str) -> Workbook:
    """Open a workbook that has a sheet at least.

    Raises
    ------
    ReadingError
        If it has none.
    """
    workbook = open_workbook(content)
    if not workbook.titles:
        raise ReadingError(_("The workbook has no sheet of cells."), where, OTHER_FILE)
    return workbook


def _meant(
    names: list[str], read: Callable[[str], SheetRows], opened: Opener, where: str
) -> list[Sheet]:
    """Return the sheets that are plainly meant where several have rows; else none.

    Those that hold no record, or are called not held, and one that sums the others up, are left
    out, which is said.
    """
    unheld = names_not_held(names)
    if not unheld and (whole := plainly_meant(names, opened)):
        return whole
    none = without_records([name for name in names if name not in unheld], read)
    rest = [name for name in names if name not in (*unheld, *none)]
    sums = sum_of_others(rest, read, opened)
    rest = [name for name in rest if name not in sums]
    if len(rest) == len(names) or not rest:
        return []
    try:
        whole = opened(rest) if len(rest) == 1 else plainly_meant(rest, opened)
    except ReadingError:
        return []
    left_out = ((OF_UNHELD, unheld), (OF_NONE, none), (OF_SUMS, sums))
    said = [words.format(where=where, names=", ".join(map(safe_name, own)))
            for words, own in left_out if own]  # fmt: skip
    whole = [with_headings_of(none, read, one) for one in whole] if len(whole) == 1 else whole
    return [replace(one, notes=(*one.notes, *said)) for one in whole[:1]] + whole[1:]


def _with_what_is_beside(
    sheets: Sequence[Sheet],
    workbook: Workbook,
    read: Callable[[str], SheetRows],
    where: str,
    drafts: Sequence[str],
) -> list[Sheet]:
    """Return sheets with what those of the file say that are not read, and which these are.

    They tell of the trainings of one that is alone; of several, which titles and days are theirs.
    """
    first, *more = with_labels_of_summary(sheets, workbook.titles, read)
    whole = first if more else with_days_of_summary(first, workbook.titles, read)
    above = [] if more else texts_of_covers(workbook.titles, read)
    if not above and not more:
        whole = with_headings_of(explaining(workbook.titles, read), read, whole)
    told = bool(above) or whole is not sheets[0]
    notes = (*whole.notes, *_not_read(workbook, where, told=told))
    notes += _of_drafts(drafts, first.name, where) if drafts else ()
    return [replace(whole, notes=notes, above=(*above, *whole.above)), *more]


def _not_read(workbook: Workbook, where: str, *, told: bool) -> tuple[str, ...]:
    """Say which sheets are not read; ``told``: some say of which training the others are."""
    kept = {one.name for one in with_records(workbook.titles)}
    others = [one.name for one in workbook.titles if one.name not in kept]
    unread = ", ".join(safe_name(name) for name in others if name.casefold() != ABOUT)
    words = _("{where}: not read, as it explains or sums up others: {names}.")
    if told:
        words = _(
            "{where}: not counted, as it sums up or explains others, but what it says of their "
            "training is taken: {names}."
        )
    return (words.format(where=where, names=unread),) if unread else ()


def _of_drafts(drafts: Sequence[str], final: str, where: str) -> tuple[str, ...]:
    words = _("{where}: not read, as sheet {name} is the final one: {names}.")
    unread = ", ".join(map(safe_name, drafts))
    return (words.format(where=where, name=safe_name(final), names=unread),)


def _of_text(text: CsvText | TextPages, where: str, limits: Limits) -> list[Sheet]:
    tables = _tables(Grid(where, text.rows(where), notes=text.notes), limits)
    return [unfolded(without_beginnings(table), limits.rows) for table in tables]


def _of_workbook(sheet: SheetRows, name: str, where: str) -> Grid:
    if not sheet.rows:
        its_name = _("Sheet {name}").format(name=safe_name(name))
        raise ReadingError(_("It has no rows."), its_name, _("Choose another sheet."))
    return Grid(
        where=_("{where}, sheet {name}").format(where=where, name=safe_name(name)),
        rows=iter(enumerate(sheet.rows, start=1)),
        name=name,
        unread=sheet.unread,
        day_zero=sheet.day_zero,
        merged=tuple(sheet.merged),
        hidden=sheet.hidden,
        hidden_columns=sheet.hidden_columns,
        filtered=sheet.filtered,
    )


def _tables(grid: Grid, limits: Limits) -> list[Sheet]:
    """Find the header of a sheet, and collect the rows under it; of tables side by side, each."""
    looked_at = list(islice(grid.rows, LOOKED_AT))
    grid, looked_at = _without_form(grid, looked_at)
    filled = with_names_told([one for one in looked_at if any(map(str.strip, one[1]))])
    numbers = [one[0] for one in filled]
    apart = frozenset(n for n, row in enumerate(numbers) if n and row > numbers[n - 1] + 1)
    header = without_stray(header_of([one[1] for one in filled], grid.where, apart), filled)
    last = filled[header.first - 1][0]
    under = chain([one for one in looked_at if one[0] > last], grid.rows)
    named = [filled[place][1] for place in header.rows]
    rows = RowsUnder(header, grid, limits, longest_row(header, filled), named)
    cells, over_rows = _filled_down(rows.collected(under), grid, last)
    hidden = grid.hidden & set(cells.index)
    left_out = not_in_totals(cells, header.names, hidden, filtered=grid.filtered)
    rows.faults += left_out
    unseen = [name for n, name in enumerate(header.names, start=1) if n in grid.hidden_columns]
    if header.tag_row is not None:
        rows.ignored.append((filled[header.tag_row][0], TAG_ROW))
    rows.ignored += [(filled[place][0], NUMBERED_ROW) for place in header.numbered]
    if grid.form:
        rows.ignored += [(row, NO_LABEL) for row in grid.form.ignored]
        rows.ignored += [(row, PART_ROW) for row in grid.form.parts]
    if cells.empty and not len(rows.faults):
        what = _("It has no rows.")
        if any(header.names):
            what = _("It has a header and no rows.")
        raise ReadingError(what, grid.where, _("Fill in rows under the header."))
    over = [one[1] for one in filled[: min(header.rows or (0,))]]
    sheet = Sheet(
        where=grid.where,
        name=grid.name,
        header=header.names,
        tags=header.tags,
        cells=cells,
        faults=pd.DataFrame(rows.faults, columns=list(FAULT_COLUMNS)),
        ignored=pd.DataFrame(sorted(rows.ignored), columns=["row", "reason"]),
        notes=grid.notes
        + (() if grid.form else _said(header, filled, grid.where))
        + said_of_hidden(hidden, unseen, grid.where, [one[0] for one in left_out]),
        day_zero=grid.day_zero,
        above=tuple(map(_text_of, over)),
        over_rows=over_rows,
    )
    return side_by_side(sheet, over)


def _text_of(row: Sequence[str]) -> str:
    """Return the texts of a row above a table; of two, one names what the other says."""
    texts = list(dict.fromkeys(filter(None, map(str.strip, row))))
    if len(texts) == 2 and texts[0][-1].isalpha() and field_of_name(texts[0]) in TRAINING_FIELDS:
        return ": ".join(texts)
    return " ".join(texts)


def _without_form(
    grid: Grid, looked_at: list[tuple[int, list[str]]]
) -> tuple[Grid, list[tuple[int, list[str]]]]:
    """Return a table in place of forms, or of a column for each training."""
    if grid.unread or form_of(looked_at) is None:
        return grid, looked_at
    rest = list(islice(grid.rows, MOST_ROWS_OF_FORMS))
    form = form_of(looked_at + rest)
    if form is None:
        return replace(grid, rows=chain(rest, grid.rows)), looked_at
    notes = (*grid.notes, form.said(grid.where))
    table = replace(grid, rows=iter(form.rows), notes=notes, merged=(), form=form)
    return table, [*form.above, (form.first, form.names)]


def _filled_down(
    cells: pd.DataFrame, grid: Grid, last: int
) -> tuple[pd.DataFrame, dict[int, frozenset[int]]]:
    """Let what a merged cell holds hold for all rows that it covers, and tell which those are."""
    over: dict[int, set[int]] = {}
    for (first_row, column), (last_row, _last) in grid.merged:
        rows = [row for row in range(max(first_row, last + 1), last_row + 1) if row in cells.index]
        if first_row <= last or column > cells.shape[1] or len(rows) < 2 or rows[0] != first_row:
            continue
        if text := str(cells.loc[first_row, column - 1]).strip():
            cells.loc[rows, column - 1] = text
            over.setdefault(column - 1, set()).update(rows)
    return cells, {column: frozenset(rows) for column, rows in over.items()}


def _said(header: Header, filled: list[tuple[int, list[str]]], where: str) -> tuple[str, ...]:
    """Say where the header was found, if that is not the first row."""
    rows = [filled[place][0] for place in header.rows]
    said = []
    if len(rows) > 1:
        words = _("{where}: the header is in rows {first} and {last}.")
        said.append(words.format(where=where, first=rows[0], last=rows[-1]))
    elif rows and rows[0] in [one[0] for one in filled[: header.rows[0]]]:
        words = _("{where}: the text in row {row} names the columns in their order.")
        said.append(words.format(where=where, row=rows[0]))
    elif rows and rows[0] != 1:
        said.append(_("{where}: the header is in row {row}.").format(where=where, row=rows[0]))
    if header.tag_row is not None:
        words = _("{where}: row {row} has HXL tags.")
        said.append(words.format(where=where, row=filled[header.tag_row][0]))
    return tuple(said)
