"""Bytes of one file -> sheets: those that are meant, and what those beside them say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from data.files.csv_text import CsvText, csv_text
from data.files.submissions import is_json, saved_answers
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
from data.sheets.sheet import Sheet
from data.sheets.tables.groups import without_beginnings
from data.sheets.tables.repeated_columns import unfolded
from data.sheets.tables.rows_under import Grid, Limits
from data.sheets.tables.tables_of_sheet import tables_of
from data.sheets.tables.workbook.covers import (
    texts_of_covers,
    with_days_of_summary,
    with_labels_of_summary,
    without_drafts,
)
from data.sheets.tables.workbook.declared_dates import declared_in
from data.sheets.tables.workbook.linked_sheets import linked
from data.sheets.tables.workbook.sheets_beside import (
    explaining,
    lists_left_out,
    sum_of_others,
    summaries_of,
    under_summary,
    with_headings_of,
    without_records,
)
from data.sheets.tables.workbook.sheets_together import (
    ABOUT,
    Opener,
    likeliest_first,
    plainly_meant,
    wanted,
    with_records,
)
from data.sheets.tables.workbook.summary_totals import with_totals_told
from data.sheets.words.called_off import names_not_held
from data.sheets.words.cell_values import has_cells_in_urdu
from geo.words.catalogue import _

__all__ = ["COMMAND_LINE", "ON_SCREEN", "Limits", "Sheet", "SheetChoice", "open_sheets"]
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
    _require_small(content, where, limits)
    if not is_workbook(content):
        return _of_bytes(content, where, limits)
    workbook = _opened(content, where)
    read = cache(partial(read_sheet, workbook))
    names = [titled(workbook, name) for name in chosen] or wanted(workbook.titles, read)
    names, drafts = (names, []) if names else without_drafts(workbook.titles, read)

    def opened(names: Sequence[str]) -> list[Sheet]:
        grids = [_of_workbook(read(name), name, where) for name in names]
        tables = [without_beginnings(one) for grid in grids for one in tables_of(grid, limits)]
        whole = with_meanings(linked(tables), codebook_of(workbook.titles, read))
        first, *more = [unfolded(one, limits.rows) for one in whole]
        first = replace(first, explained=declared_in(workbook.titles, read))
        if not chosen:
            return _with_what_is_beside([first, *more], workbook, read, where, drafts)
        return [first, *more]

    if names:
        whole = opened(names)
        more = [] if chosen else lists_left_out(whole, workbook.titles, read)
        return SheetChoice(where, likeliest_first(workbook.titles)) if more else whole
    filled = [one for one in with_records(workbook.titles) if not read(one.name).is_blank]
    names = [one.name for one in filled if not any(other.hidden for other in filled)]
    all_of_them = _meant(names, workbook.titles, read, opened, where)
    if all_of_them and not lists_left_out(all_of_them, workbook.titles, read):
        return all_of_them
    if all(read(one.name).is_blank for one in workbook.titles):
        raise ReadingError(_("No sheet of it has a row."), where, OTHER_FILE)
    return SheetChoice(where, likeliest_first(workbook.titles))


def _require_small(content: bytes, where: str, limits: Limits) -> None:
    """Refuse a file of more bytes than are taken.

    Raises
    ------
    ReadingError
        If it is larger.
    """
    most = min(limits.file_bytes, 10_000_000) if is_workbook(content) else limits.file_bytes
    if len(content) > most:
        what = _("It is larger than {megabytes} MB.").format(megabytes=most // 1_000_000)
        raise ReadingError(what, where, _("Save it without pictures, or in parts."))


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
    names: list[str],
    titles: Sequence[SheetTitle],
    read: Callable[[str], SheetRows],
    opened: Opener,
    where: str,
) -> list[Sheet]:
    """Return the sheets that are plainly meant where several have rows; else none.

    Those that hold no record, or are called not held, and one that sums the others up, are left
    out, which is said.
    """
    unheld = names_not_held(names)

    def summed(sheets: Sequence[Sheet]) -> bool:
        return bool(summaries_of(sheets, titles, read))

    if not unheld and (whole := plainly_meant(names, opened, summed)):
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
    return [one.noted(*said) for one in whole[:1]] + whole[1:]


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
    sheets = under_summary(sheets, workbook.titles, read)
    first, *more = with_labels_of_summary(sheets, workbook.titles, read)
    whole = first if more else with_days_of_summary(first, workbook.titles, read)
    above = [] if more else texts_of_covers(workbook.titles, read)
    if not above and not more:
        whole = with_headings_of(explaining(workbook.titles, read), read, whole)
    told = bool(above) or whole is not sheets[0]
    whole, *more = with_totals_told([whole, *more], workbook.titles, read)
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


def _of_bytes(content: bytes, where: str, limits: Limits) -> list[Sheet]:
    """Return the sheets of what is no workbook: a text, or what a server answered."""
    if not is_json(content):
        return _of_text(csv_text(content, where, has_cells_in_urdu), where, limits)
    answers = saved_answers(content, where)
    return linked([sheet for one in answers for sheet in _of_text(one, where, limits)])


def _of_text(text: CsvText | TextPages, where: str, limits: Limits) -> list[Sheet]:
    tables = tables_of(Grid(where, text.rows(where), notes=text.notes), limits)
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
