"""Rows of text of one sheet -> its tables: each with its header found, and the rows under it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

import pandas as pd

from data.records.distinct import filled_cells
from data.records.errors import ReadingError
from data.sheets.field_names import field_of_name
from data.sheets.fields import TRAINING_FIELDS, plain
from data.sheets.row_numbers import AS_IN_FILE
from data.sheets.sheet import Sheet
from data.sheets.tables.calendar_names import header_of
from data.sheets.tables.forms import MOST_ROWS as MOST_ROWS_OF_FORMS
from data.sheets.tables.forms import form_of, form_of_list
from data.sheets.tables.header import LOOKED_AT, names_columns
from data.sheets.tables.header_rows import Header
from data.sheets.tables.hidden_rows import not_in_totals, said_of_hidden, without_noted
from data.sheets.tables.like_records import fields_told, looks_so
from data.sheets.tables.rows_under import (
    BLANK_ROW,
    Grid,
    Limits,
    RowsUnder,
    longest_row,
    without_stray,
)
from data.sheets.tables.side_by_side import side_by_side
from data.sheets.tables.workbook.lists_alike import with_same_columns
from data.sheets.words.names.told_names import with_names_told
from geo.words.catalogue import _
from geo.words.listing import listing

FAULT_COLUMNS = ("row", "position", "kind")
TAG_ROW = _("a row of tags")
QUOTED_ROW = _("of an earlier message, which the one above corrects")
NUMBERED_ROW = _("numbers or units of the columns")
#: How a mail quotes the one that it answers, and what it says where its table replaces that one's.
_QUOTED = re.compile(r"\s*(?:>\s*)+")
_REPLACES = re.compile(
    r"\b(?:correct(?:ed|ion)?|revised|supersed\w+|replac\w+|(?:ignore|disregard) the)\b",
    re.IGNORECASE,
)
#: What begins the subject of a letter, in a cell of its own or before it.
_SUBJECT = re.compile(
    r"\W*(?:subject\b|(?:sub|موضوع|عنوان)\b(?=\s*(?:[.:–-]|$)))\W*", re.IGNORECASE
)
#: What begins another line of it, of whatever kind.
_ANOTHER = re.compile(
    r"\W*(?:(?:nominal )?(?:list|roll)|attendance|venue|dated?|no|ref|to|through|memo(?:randum)?"
    r"|(?:dear |respected )?(?:sir|madam))\b|[^:]{1,30}:",
    re.IGNORECASE,
)
#: A line that ends so goes on.
_OPEN = re.compile(r"(?:[,&–-]|\b(?:of|on|in|at|for|to|the|and|with|from|against|by))$", re.I)


def tables_of(grid: Grid, limits: Limits) -> list[Sheet]:
    """Find the header of a sheet, and collect the rows under it; of tables side by side, each.

    So of those of several trainings, under one another, whose columns have other days.
    """
    tables, behind = _first_table(grid, limits)
    if behind is None:
        return tables
    while behind is not None:
        more, behind = _first_table(behind, limits)
        tables += more
    return with_same_columns(tables) or tables


def _first_table(grid: Grid, limits: Limits) -> tuple[list[Sheet], Grid | None]:
    """Return the table of a sheet, those beside it, and what is behind it of another training."""
    looked_at = list(islice(grid.rows, LOOKED_AT))
    grid, looked_at = _without_form(grid, looked_at)
    filled = with_names_told([one for one in looked_at if any(map(str.strip, one[1]))])
    numbers = [one[0] for one in filled]
    apart = frozenset(n for n, row in enumerate(numbers) if n and row > numbers[n - 1] + 1)
    header = without_stray(header_of([one[1] for one in filled], grid.where, apart), filled)
    last = filled[header.first - 1][0] if header.first else 0
    above = filled[: min(header.rows or (0 if header.tag_row is not None else header.first,))]
    named = [filled[place][1] for place in header.rows]
    rows = RowsUnder(header, grid, limits, longest_row(header, filled), named)
    below = chain([one for one in looked_at if one[0] > last and not grid.form], grid.rows)
    under = _without_quoted(below, header, filled, rows.ignored)
    cells, behind = _of_one_training(rows, rows.collected(under), above)
    cells, over_rows = _filled_down(cells, grid, last)
    hidden = grid.hidden & set(cells.index)
    texts = texts_above(above)
    left_out = not_in_totals(cells, header.names, hidden, texts, filtered=grid.filtered)
    rows.faults += left_out
    unseen = [name for n, name in enumerate(header.names, start=1) if n in grid.hidden_columns]
    if header.tag_row is not None:
        rows.ignored.append((filled[header.tag_row][0], TAG_ROW))
    rows.ignored += [(filled[place][0], NUMBERED_ROW) for place in header.numbered]
    if grid.form:
        rows.ignored += grid.form.left_out()
    if cells.empty and not len(rows.faults):
        raise _without_rows(header, grid.where)
    _require_no_record(above, grid.where)
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
        above=texts,
        over_rows=over_rows,
        hidden={*unseen},
        hidden_rows={*hidden},
        numbers=grid.form.numbers if grid.form else AS_IN_FILE,
    )
    return side_by_side(without_noted(sheet), [one[1] for one in above]), behind


def _of_one_training(
    rows: RowsUnder, cells: pd.DataFrame, above: Sequence[tuple[int, list[str]]]
) -> tuple[pd.DataFrame, Grid | None]:
    """Return the rows of a table, and what is behind them under the header of another training.

    The rows of one text over that go with it, from a blank line on, and so does what is above all.

    Raises
    ------
    ReadingError
        If there is none.
    """
    if rows.behind is None:
        return cells, None
    records = cells.index[filled_cells(cells).sum(axis=1) > 1]
    blank = [row for row, reason in rows.ignored if reason == BLANK_ROW]
    heads = cells[cells.index > max([*blank, *records], default=0)]
    if heads.empty:
        rows.refuse(next(rows.behind)[0])
    rows.faults = [one for one in rows.faults if one[0] not in heads.index]
    lines = [(int(row), [*texts]) for row, *texts in heads.itertuples()]
    whole = chain(above[: -len(lines)], lines, rows.behind)
    return cells.drop(heads.index), replace(rows.grid, rows=whole, form=None)


def _without_rows(header: Header, where: str) -> ReadingError:
    what = _("It has a header and no rows.") if any(header.names) else _("It has no rows.")
    return ReadingError(what, where, _("Fill in rows under the header."))


def _without_quoted(
    rows: Iterable[tuple[int, list[str]]],
    header: Header,
    filled: Sequence[tuple[int, list[str]]],
    ignored: list[tuple[int, str]],
) -> Iterator[tuple[int, list[str]]]:
    """Yield rows without those of the table, of the same names, that a mail corrects and quotes.

    These go to ``ignored``. Of another table nobody knows whether it is replaced.
    """
    replaces = any(_REPLACES.search(" ".join(one[1])) for one in filled[: header.first])
    names, again = [*map(plain, header.names)], False
    for number, row in rows:
        found = _QUOTED.match(row[0]) if row and replaces else None
        bare = [row[0][found.end() :], *row[1:]] if found else []
        again = again or (found is not None and [*map(plain, bare)] == names)
        if found and again:
            ignored.append((number, QUOTED_ROW))
        else:
            yield number, row


def _require_no_record(above: Sequence[tuple[int, list[str]]], where: str) -> None:
    """Refuse a sheet with records of another table above its own.

    Raises
    ------
    ReadingError
        If a row there looks like a record, under another that names columns.
    """
    first = next((n for n, (_row, texts) in enumerate(above) if names_columns(texts)), len(above))
    fields = fields_told(above[first][1]) if first < len(above) else ()
    like = [row for row, texts in above[first + 1 :] if looks_so(texts, fields)]
    if like:
        what = _("Above the names of the columns stand rows that look like records: {rows}.")
        advice = _("Put each table into a sheet or a file of its own, or name its columns alike.")
        raise ReadingError(what.format(rows=listing(map(str, like), 20)), where, advice)


def texts_above(rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[str, ...]:
    """Return the text of each row above a table, by its number in the file.

    The subject of a letter is one text with the row next below it that goes on with it.
    """
    texts: list[str] = []
    before: tuple[int, Sequence[str]] = (0, ())
    for number, row in rows:
        if number == before[0] + 1 and _goes_on(before[1], row):
            texts[-1] = f"{texts[-1]} {_text_of(row)}"
        else:
            texts.append(_text_of(row))
        before = number, row
    return tuple(texts)


def _goes_on(before: Sequence[str], row: Sequence[str]) -> bool:
    """Tell whether a row is the rest of the subject in the row above, and under its text.

    Both are in capitals, or the first has no end, or the second begins as no sentence does.
    """
    label = next(filter(str.strip, before), "").strip()
    filled = [n for n, text in enumerate(row) if text.strip()]
    if not _SUBJECT.match(label) or len(filled) != 1 or _ANOTHER.match(row[filled[0]]):
        return False
    [place] = filled
    over = before[place].strip() if place < len(before) else ""
    first, last = _SUBJECT.sub("", over, count=1).strip(), row[place].strip()
    in_capitals = first.isupper() and last.isupper()
    return bool(first) and (in_capitals or bool(_OPEN.search(first)) or last[0].islower())


def _text_of(row: Sequence[str]) -> str:
    """Return the texts of a row above a table; of two, one names what the other says."""
    texts = list(dict.fromkeys(filter(None, map(str.strip, row))))
    if len(texts) == 2 and texts[0][-1].isalpha() and field_of_name(texts[0]) in TRAINING_FIELDS:
        return ": ".join(texts)
    return " ".join(texts)


def _without_form(
    grid: Grid, looked_at: list[tuple[int, list[str]]]
) -> tuple[Grid, list[tuple[int, list[str]]]]:
    """Return a table in place of forms, of a column for each training, or of a list in a letter."""
    in_lines = not any(names_columns(row) for __, row in looked_at) and form_of_list(looked_at)
    if grid.unread or not (in_lines or form_of(looked_at)):
        return grid, looked_at
    rest = list(islice(grid.rows, MOST_ROWS_OF_FORMS))
    form = form_of(looked_at + rest)
    if form is None and in_lines:
        form = form_of_list(looked_at + rest)
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
    if not rows and header.tag_row is None:
        words = _("{where}: no row names the columns; they are read by what stands in them.")
        said.append(words.format(where=where))
    elif len(rows) > 1:
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
