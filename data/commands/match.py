"""The command ``match``: a file of written district names, and the same file with P-codes."""

from __future__ import annotations

import argparse
import os
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from data.commands.arguments import FINE, PROBLEMS, or_refused
from data.records.errors import ReadingError, Refusal
from data.records.personal_data import safe_name
from data.records.whole_file import write_whole
from data.store.errors import STORE_VARIABLE
from geo.words.catalogue import _, ngettext

if TYPE_CHECKING:
    import pandas as pd

ADDED = ["adm2_pcode", "method", "score", "reason", "candidates", "note"]
#: How many rows from the top a header is looked for in; how many different values of a column are
#: looked at for persons.
LOOKED_AT, LOOKED_AT_VALUES = 40, 20_000


class Table(NamedTuple):
    """The rows of a file: names of its columns, HXL tags if any, cells as text, and notes.

    The columns of ``cells`` are counted from 0.
    """

    header: list[str]
    tags: list[str]
    cells: pd.DataFrame
    notes: tuple[str, ...]


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the parser of ``python -m data``."""
    command = subparsers.add_parser(
        "match",
        help=_("find the P-codes of the district names in a file"),
        description=_(
            "Adds {columns} to each row. Ends with 0 if every row has its district, 1 if some "
            "have none, 2 if the file cannot be read."
        ).format(columns=", ".join(ADDED)),
    )
    command.add_argument("file", type=Path, metavar="FILE", help=_("a CSV file or a workbook"))
    command.add_argument("--name", required=True, metavar="COLUMN", help=_("column of names"))
    command.add_argument("--province", metavar="COLUMN", help=_("column of provinces"))
    command.add_argument("--code", metavar="COLUMN", help=_("column of P-codes"))
    command.add_argument(
        "--sheet", metavar="NAME", help=_("sheet of a workbook; the first unless set")
    )
    command.add_argument("--out", required=True, type=Path, metavar="OUT.csv")
    command.set_defaults(func=lambda arguments: or_refused(partial(run, arguments)))


def run(arguments: argparse.Namespace) -> int:
    """Match the file of the arguments, write the result, print a summary; return the exit code."""
    from data.records.spreadsheet_text import csv_bytes
    from data.store.address import require_apart

    if arguments.out.resolve() == arguments.file.resolve():
        what, advice = _("--out is the file itself."), _("Name another, so that it is kept.")
        raise Refusal(what, str(arguments.out), advice)
    require_apart(os.environ.get(STORE_VARIABLE), arguments.out)
    asked = [arguments.name, arguments.province, arguments.code]
    table = read(arguments.file, arguments.sheet, [name for name in asked if name])
    places = [table.header.index(name) if name else None for name in asked]
    dropped = personal(table, places)
    matches = matched(table, places)
    write_whole(arguments.out, csv_bytes(with_codes(table, dropped, matches)))
    lines = list(table.notes)
    if dropped:
        words = _("Left out as personal data: {columns}.")
        columns = ", ".join(safe_name(table.header[place]) for place in dropped)
        lines.append(words.format(columns=columns))
    print("\n".join([*lines, *summary(matches)]))
    return FINE if (matches["adm2_pcode"] != "").all() else PROBLEMS


def read(file: Path, chosen: str | None, columns: list[str]) -> Table:
    """Read a CSV file or a sheet of a workbook whose header has some columns, as text.

    The header may stand under title rows, and may be two rows of which the upper one stands over
    several columns. Blank rows are left out.

    Raises
    ------
    data.records.errors.ReadingError
        If it cannot be read, or has no such columns or no rows below them.
    """
    import pandas as pd

    from data.files.zip_parts import within_memory
    from data.sheets.fields import is_tag

    with within_memory():
        rows, notes = _rows_of(file, chosen)
        rows = [row for row in rows if any(map(str.strip, row))]
        place, header = _header(rows, file.name, columns)
        # As wide as the longest row: nothing of a row is lost.
        filled = list(zip_longest(header, *rows[place + 1 :], fillvalue=""))
        cells = pd.DataFrame({n: one[1:] for n, one in enumerate(filled)}, dtype="str")
    first = [text.strip() for text in cells.iloc[0]] if len(cells) else []
    tagged = any(first) and all(is_tag(text) for text in first if text)
    cells = cells[1:] if tagged else cells
    if cells.empty:
        what, advice = _("It has a header and no rows."), _("Fill in rows under the header.")
        raise ReadingError(what, file.name, advice)
    if place:
        words = _("The header is row {row} of the rows that are filled in.")
        notes = (*notes, words.format(row=place + 1))
    header = [one[0] for one in filled]
    return Table(header, first if tagged else [], cells, notes)


def _rows_of(file: Path, chosen: str | None) -> tuple[list[list[str]], tuple[str, ...]]:
    """Return all rows of a file, and sentences on what was detected."""
    from data.files.csv_text import csv_text
    from data.files.workbooks import is_workbook, open_workbook, read_sheet
    from data.sheets.words.cell_values import has_cells_in_urdu

    content = file.read_bytes()
    if not is_workbook(content):
        text = csv_text(content, file.name, has_cells_in_urdu)
        return [row for _number, row in text.rows(file.name)], text.notes
    workbook = open_workbook(content)
    names = [one.name for one in workbook.titles]
    rows = read_sheet(workbook, chosen or (names[0] if names else "")).rows
    if chosen or len(names) == 1:
        return rows, ()
    words = _("Only the first of {sheets} sheets was read: {name}. Choose another with --sheet.")
    return rows, (words.format(sheets=len(names), name=safe_name(names[0])),)


def _header(rows: list[list[str]], where: str, columns: list[str]) -> tuple[int, list[str]]:
    """Return the place and the names of the header that has some columns."""
    from data.sheets.tables.header import find_header

    above: list[str] = []
    for place, row in enumerate(rows[:LOOKED_AT]):
        names = [" ".join(cell.split()) for cell in row]
        over, joined = "", []
        for top, under in zip_longest(above, names, fillvalue=""):
            over = top or (over if under else "")
            joined.append(f"{over} {under}".strip())
        for header in (names, joined):
            if all(column in header for column in columns):
                return place, header
        above = names
    try:
        known = find_header(rows, where).names
    except ReadingError as error:  # what stands there may be a record, and is not shown
        known, advice = (), error.what_to_do
    else:
        advice = _("The file has: {columns}.").format(columns=", ".join(map(safe_name, known)))
    missing = ", ".join(column for column in columns if column not in known)
    raise ReadingError(_("No column is called {missing}.").format(missing=missing), where, advice)


def personal(table: Table, kept: list[int | None]) -> list[int]:
    """Return the places of the columns that tell of persons, but for those that are to be kept.

    A column does by its name, or by what stands in one of its cells.
    """
    from data.records.personal_data import looks_personal
    from data.sheets.field_names import field_of_name
    from data.sheets.fields import PERSONAL_FIELDS

    return [
        place
        for place, name in enumerate(table.header)
        if place not in kept
        and (
            field_of_name(name) in PERSONAL_FIELDS
            or any(map(looks_personal, table.cells[place].unique()[:LOOKED_AT_VALUES]))
        )
    ]


def matched(table: Table, places: list[int | None]) -> pd.DataFrame:
    """Return the columns of ``ADDED``, all as text, for the rows of a table.

    ``places``: of the columns of names, provinces and codes, None where there is none.
    """
    from geo.names.matching import match_many

    columns: list[Any] = [None if place is None else table.cells[place] for place in places]
    matches = match_many(*columns)
    matches["score"] = matches["score"].map("{:g}".format)
    # Rows of one name share one tuple, which is cheaper to tell by its identity than by content.
    different = {id(one): one for one in matches["candidates"]}
    cells = {key: "; ".join(map(str, one)) for key, one in different.items()}
    matches["candidates"] = [cells[id(one)] for one in matches["candidates"]]
    return matches[ADDED].fillna("").set_index(table.cells.index)


def with_codes(table: Table, dropped: list[int], matches: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a table, but for some columns, with what was found after their own.

    A column that the file has under one of these names is kept with ``_given`` behind its name.
    A row of HXL tags stands under the header where it did.
    """
    import pandas as pd

    kept = [place for place in range(len(table.header)) if place not in dropped]
    names = [table.header[place] for place in kept]
    given = [f"{name}_given" if name in ADDED else name for name in names]
    rows = pd.concat([table.cells[kept], matches], axis=1)
    if table.tags:
        tags = pd.DataFrame([{place: table.tags[place] for place in kept}])
        rows = pd.concat([tags, rows]).fillna("")
    return rows.set_axis([*given, *ADDED], axis=1)


def summary(matches: pd.DataFrame) -> list[str]:
    """Return in lines how many rows were matched, by method, and how many not, by reason."""
    has = matches["adm2_pcode"] != ""
    words = ngettext(
        "{rows:,} row: {matched:,} matched, {others:,} not matched",
        "{rows:,} rows: {matched:,} matched, {others:,} not matched",
        len(matches),
    )
    lines = [words.format(rows=len(matches), matched=has.sum(), others=(~has).sum())]
    for told, counted in (
        (_("  matched by {method}: {rows:,}"), matches.loc[has, "method"]),
        (_("  not matched, {reason}: {rows:,}"), matches.loc[~has, "reason"]),
    ):
        numbers = counted.value_counts().items()
        lines += [told.format(method=what, reason=what, rows=rows) for what, rows in numbers]
    return lines
