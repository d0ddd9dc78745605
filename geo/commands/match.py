"""The command ``match``: a file of written district names, and the same file with P-codes."""

import argparse
import csv
import io
import re
import sys
from collections import Counter
from datetime import date, datetime
from itertools import islice
from pathlib import Path

import pandas as pd
from python_calamine import CalamineWorkbook, SheetTypeEnum

from geo.commands.personal_columns import personal_columns
from geo.names.matching import match_many
from geo.words.catalogue import _, ngettext

ADDED = ["adm2_pcode", "method", "score", "reason", "candidates", "note"]
ALL_MATCHED, SOME_NOT, UNREADABLE = 0, 1, 2

# First bytes of workbooks: a zip archive, and the older format of Excel.
_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_BYTE_ORDER = (b"\xff\xfe", b"\xfe\xff")
#: How many rows from the top a header is looked for in.
LOOKED_AT = 40
_NUMBER = re.compile(r"[-+]?[\d.,]+(?:[eE][-+]?\d+)?%?")


class UnreadableError(Exception):
    """The file cannot be read, or has no such column; the message says what to do."""


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser of ``python -m geo``."""
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
    command.set_defaults(func=run)


def run(arguments: argparse.Namespace) -> int:
    """Match the file of the arguments, write the result, print a summary; return the exit code."""
    try:
        if arguments.out.resolve() == arguments.file.resolve():
            raise UnreadableError(_("--out is the file itself. Name another, so that it is kept."))
        columns = [arguments.name, arguments.province, arguments.code]
        asked = [column for column in columns if column]
        rows, assumptions = under_header(*read_rows(arguments.file, arguments.sheet), asked)
        if rows.empty:
            raise UnreadableError(
                _("{file} has no rows below its header.").format(file=arguments.file)
            )
        if dropped := personal_columns(rows, asked):
            rows = rows.drop(columns=dropped)
            words = _("Left out as personal data: {columns}.")
            assumptions.append(words.format(columns=", ".join(dropped)))
        result = matched(rows, *columns)
        write_rows(result, arguments.out)
    except (UnreadableError, OSError) as problem:
        print(problem, file=sys.stderr)
        return UNREADABLE
    print("\n".join([*assumptions, *summary(result)]))
    return ALL_MATCHED if (result.loc[~_is_tagged(result), "adm2_pcode"] != "").all() else SOME_NOT


def read_rows(file: Path, sheet: str | None = None) -> tuple[pd.DataFrame, list[str]]:
    """Read a CSV file or a workbook as text, nothing taken for a number, a date or missing.

    Returns
    -------
    pandas.DataFrame
        All columns as text; blank cells are ``""``.
    list of str
        What was assumed about the file, in sentences.

    Raises
    ------
    UnreadableError
        It is neither, is empty, or has no such sheet.
    """
    content = file.read_bytes()
    try:
        if content.startswith(_WORKBOOK):
            return _from_workbook(content, sheet)
        return _from_csv(content)
    except (ValueError, pd.errors.ParserError, pd.errors.EmptyDataError) as problem:
        words = _("{file} cannot be read: {why}")
        raise UnreadableError(words.format(file=file, why=problem)) from problem
    except MemoryError as problem:
        words = _("{file} takes more memory to read than there is. Divide it.")
        raise UnreadableError(words.format(file=file)) from problem
    except Exception as problem:  # calamine has its own errors and does not export them
        if type(problem).__module__.startswith("python_calamine"):
            words = _("{file} cannot be read as a workbook: {why}")
            raise UnreadableError(words.format(file=file, why=problem)) from problem
        raise


def under_header(
    rows: pd.DataFrame, assumptions: list[str], asked: list[str]
) -> tuple[pd.DataFrame, list[str]]:
    """Return the rows under the header that has the columns that are asked for.

    It may stand under title rows, and may be two rows of which the upper one stands over several.

    Raises
    ------
    UnreadableError
        No row, and no two, have them all.
    """
    if all(column in rows.columns for column in asked):
        return rows, assumptions
    above = [str(name) for name in rows.columns]
    lines = [["" if name.startswith("Unnamed: ") else name for name in above]]
    lines += rows.iloc[:LOOKED_AT].to_numpy(dtype=str).tolist()
    for place, line in enumerate(lines):
        names = [" ".join(cell.split()) for cell in line]
        two = _joined(lines[place - 1], names) if place else names
        for headings in (names, two):
            if all(column in headings for column in asked):
                words = _("The header is row {row} of the rows that are filled in.")
                said = words.format(row=place + 1)
                frame = rows.iloc[place:].set_axis(_headings(headings), axis=1)
                return frame.reset_index(drop=True), [*assumptions, said]
    missing = ", ".join(column for column in asked if column not in above)
    if _is_record(lines[0]):
        words = _("No column is called {missing}, and no row of the file names columns.")
        raise UnreadableError(words.format(missing=missing))
    words = _("No column is called {missing}. The file has: {columns}.")
    columns = ", ".join(filter(None, lines[0]))
    raise UnreadableError(words.format(missing=missing, columns=columns))


def _is_record(cells: list[str]) -> bool:
    """Tell whether a first row is a record, of which nothing is shown: it may name a person."""
    values = [cell.strip() for cell in cells if cell.strip()]
    if any(_NUMBER.fullmatch(cell) or sum(map(str.isdigit, cell)) > 3 for cell in values):
        return True
    sexes = {cell.casefold() for cell in values} & {"m", "f", "male", "female"}
    return len(sexes) == 1 or bool(match_many(values)["adm2_pcode"].notna().any())


def _joined(above: list[str], below: list[str]) -> list[str]:
    """Join two rows of names; a name above stands over all cells up to the next one."""
    names, over = [], ""
    for top, under in zip(above, below, strict=True):
        over = " ".join(top.split()) or (over if under else "")
        names.append(f"{over} {under}".strip())
    return names


def _from_workbook(content: bytes, sheet: str | None) -> tuple[pd.DataFrame, list[str]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    names = [one.name for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
    read = sheet or names[0]
    # Cell by cell into text: pandas would guess types first, and take them back again.
    cells = book.get_sheet_by_name(read).to_python(skip_empty_area=False) or [[]]
    header, *rows = [[_cell_text(cell) for cell in row] for row in cells]
    frame = pd.DataFrame(rows, columns=_headings(header), dtype=object)
    if sheet or len(names) == 1:
        return frame, []
    words = _("Only the first of {sheets} sheets was read: {name}. Choose another with --sheet.")
    return frame, [words.format(sheets=len(names), name=read)]


def _cell_text(value: object) -> str:
    """Return a cell as it is read: whole numbers without a point, a date with its time."""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date) and not isinstance(value, datetime):
        return f"{value} 00:00:00"
    return str(value)


def _headings(written: list[str]) -> list[str]:
    """Return headings that can each be asked for: none blank, and a number behind a second."""
    times: Counter[str] = Counter()
    headings = []
    for number, heading in enumerate(written):
        name = heading or f"Unnamed: {number}"
        headings.append(f"{name}.{times[name]}" if times[name] else name)
        times[name] += 1
    return headings


def _from_csv(content: bytes) -> tuple[pd.DataFrame, list[str]]:
    assumptions = []
    if content.startswith(_BYTE_ORDER):
        text = content.decode("utf-16")
        assumptions.append(_("Read as UTF-16."))
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="strict")
            assumptions.append(
                _("Read as Windows-1252, as it is not UTF-8. Look at names with accents.")
            )
    first = text.split("\n", 1)[0]
    separator = max(",;\t|", key=first.count)
    if separator != ",":
        words = _("Columns are separated by {sign!r}.")
        assumptions.append(words.format(sign=separator))
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    width = max((len(row) for row in islice(lines, LOOKED_AT)), default=0)
    if not text.strip() or not width:
        raise ValueError(_("it is empty."))
    frame = pd.read_csv(
        io.StringIO(text),
        sep=separator,
        dtype=str,
        keep_default_na=False,
        index_col=False,
        header=None,
        names=list(range(width)),
    ).fillna("")
    rows = frame.iloc[1:].set_axis(_headings(frame.iloc[0].tolist()), axis=1)
    return rows.reset_index(drop=True), assumptions


def matched(
    rows: pd.DataFrame, name: str, province: str | None = None, code: str | None = None
) -> pd.DataFrame:
    """Return the rows with the columns of ``ADDED`` after their own, all as text.

    A column that the file has under one of these names is kept with ``_given`` behind its name.
    A row of HXL tags under the header is passed through and not matched.
    """
    matches = match_many(
        rows[name], rows[province] if province else None, rows[code] if code else None
    )
    matches["score"] = matches["score"].map("{:g}".format)
    # Rows of one name share one tuple, which is cheaper to tell by its identity than by content.
    different = {id(one): one for one in matches["candidates"]}
    cells = {key: "; ".join(map(str, one)) for key, one in different.items()}
    matches["candidates"] = [cells[id(one)] for one in matches["candidates"]]
    matches = matches[ADDED].fillna("").set_index(rows.index)
    matches.loc[_is_tagged(rows)] = ""
    given = {column: f"{column}_given" for column in ADDED if column in rows.columns}
    return pd.concat([rows.rename(columns=given), matches], axis=1)


def _is_tagged(rows: pd.DataFrame) -> pd.Series:
    """Return for each row whether it is the row of HXL tags: the first, with nothing but tags."""
    tagged = pd.Series(False, index=rows.index)
    given = rows.drop(columns=ADDED, errors="ignore").head(1).to_numpy().ravel()
    cells = [cell.strip() for cell in given if cell.strip()]
    if cells and all(cell.startswith("#") for cell in cells):
        tagged.iloc[0] = True
    return tagged


def write_rows(rows: pd.DataFrame, out: Path) -> None:
    """Write the rows as CSV, every cell as text that no spreadsheet takes for a formula.

    The file says that it is UTF-8 where it needs to: spreadsheets take other files for the
    machine's own encoding, and show no Urdu.
    """
    safe = rows.rename(columns=lambda column: _as_text(str(column)))
    for column in safe:
        safe[column] = safe[column].map({cell: _as_text(cell) for cell in safe[column].unique()})
    text = safe.to_csv(index=False, lineterminator="\n")
    out.write_text(text, encoding="utf-8" if text.isascii() else "utf-8-sig", newline="")


def _as_text(cell: str) -> str:
    if cell and cell[0] in "=+-@\t\r" and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def summary(result: pd.DataFrame) -> list[str]:
    """Return in lines how many rows were matched, by method, and how many not, by reason."""
    rows = result[~_is_tagged(result)]
    has = rows["adm2_pcode"] != ""
    words = ngettext(
        "{rows:,} row: {matched:,} matched, {others:,} not matched",
        "{rows:,} rows: {matched:,} matched, {others:,} not matched",
        len(rows),
    )
    lines = [words.format(rows=len(rows), matched=has.sum(), others=(~has).sum())]
    for told, counted in (
        (_("  matched by {method}: {rows:,}"), rows.loc[has, "method"]),
        (_("  not matched, {reason}: {rows:,}"), rows.loc[~has, "reason"]),
    ):
        numbers = counted.value_counts().items()
        lines += [told.format(method=what, reason=what, rows=rows) for what, rows in numbers]
    return lines
