"""A CSV file of any length -> its columns of the model, each as its distinct texts."""

import csv
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
from numpy.typing import NDArray
from pyarrow import csv as arrow_csv

from data.checking.raw_tables import COLUMNS, FAULT_COLUMNS, OPTIONAL, RawTable
from data.files.csv_text import SAVE_AS_CSV, comma_header, of_other_length
from data.records.errors import ReadingError
from data.records.personal_data import safe_name
from data.records.spreadsheet_text import as_written

LARGEST = 4_000_000_000
HEADER_BYTES = 65_536
#: Such a column gives the home district in another way than the documented one.
NAME_OF_DISTRICT = "district"
#: A row with too few or too many cells: its row of the file, and its text.
Ragged = list[tuple[int, str]]


@dataclass(frozen=True, eq=False)
class LargeTable:
    """One table of a file.

    Attributes
    ----------
    name
        ``trainings`` or ``attendance``.
    header
        The names of the file's columns, as written.
    codes, texts
        By column of the model, for each row the position of its text, and the distinct texts.
    rows
        The row of the file of each row; the header is row 1, and blank rows are left out.
    ragged
        Rows that do not have as many cells as the header; they are in no column.
    """

    name: str
    header: list[str]
    codes: dict[str, NDArray[np.int32]]
    texts: dict[str, list[str]]
    rows: NDArray[np.int64]
    ragged: Ragged

    @cached_property
    def ignored_columns(self) -> tuple[str, ...]:
        """Names of the columns that were not read."""
        named = (name for name in self.header if name.casefold() not in self.codes)
        return tuple(dict.fromkeys(safe_name(name) for name in named))

    def raw(self, chosen: NDArray[np.intp], *, ragged: bool) -> RawTable:
        """Return some rows as ``data.checking`` takes them, with or without the ragged ones."""
        told = {
            name: np.array(self.texts[name], dtype=object)[codes[chosen]]
            for name, codes in self.codes.items()
        }
        cells = pd.DataFrame(told, index=self.rows[chosen])
        faults = self._faults() if ragged else []
        if faults:
            cells = pd.concat([cells, self._ragged_cells()]).sort_index()
        return RawTable(
            name=self.name,
            cells=cells.astype("str").rename_axis("row"),
            faults=pd.DataFrame(faults, columns=list(FAULT_COLUMNS)),
            ignored_columns=self.ignored_columns,
        )

    def _faults(self) -> list[tuple[int, str, str, str]]:
        return [
            (number, "", *of_other_length(len(_cells(text)), len(self.header)))
            for number, text in self.ragged
        ]

    def _ragged_cells(self) -> pd.DataFrame:
        header = [name.casefold() for name in self.header]
        place = {name: header.index(name) for name in self.codes if name in header}
        rows = []
        for _, text in self.ragged:
            cells = dict(enumerate(_cells(text)))
            rows.append([as_written(cells.get(place.get(name, -1), "")) for name in self.codes])
        index = [number for number, _ in self.ragged]
        return pd.DataFrame(rows, columns=list(self.codes), index=index)


def table_of(path: Path) -> str:
    """Return which table of the documented shape a CSV file is; blank where it is none."""
    try:
        header = set(map(_plain, _header(path)))
    except ReadingError:
        return ""
    for name, columns in COLUMNS.items():
        if header.issuperset(set(columns) - set(OPTIONAL)) and NAME_OF_DISTRICT not in header:
            return name
    return ""


def read_large(path: Path, name: str) -> LargeTable:
    """Read the columns of the model from a CSV file; the others are not read at all.

    Parameters
    ----------
    path
        In UTF-8, separated by commas.
    name
        Of the table: ``trainings`` or ``attendance``.

    Raises
    ------
    ReadingError
        If it is another kind of file, damaged, too large or without rows; if a column is
        missing or is there twice.
    """
    header, columns = _header(path), COLUMNS[name]
    written = _places(header, columns, path.name)
    table, skipped = _parsed(path, written)
    codes, texts = {}, {}
    for column in columns:
        if column in written:
            held = table[written[column]].combine_chunks()
            codes[column] = held.indices.to_numpy()
            texts[column] = [as_written(text) for text in held.dictionary.to_pylist()]
        else:
            codes[column], texts[column] = np.zeros(len(table), dtype=np.int32), [""]
    numbers = np.arange(2, len(table) + len(skipped) + 2)
    rows = np.delete(numbers, [number - 2 for number, _ in skipped])
    filled = np.zeros(len(rows), dtype=bool)
    for column in columns:
        held = [bool(text.strip()) for text in texts[column]]
        filled |= np.array(held, dtype=bool)[codes[column]]
    ragged = [(number, text) for number, text in skipped if any(map(str.strip, _cells(text)))]
    if not filled.any() and not ragged:
        raise _no_rows(path)
    return LargeTable(
        name=name,
        header=[" ".join(cell.split()) for cell in header],
        codes={column: found[filled] for column, found in codes.items()},
        texts=texts,
        rows=rows[filled],
        ragged=ragged,
    )


def _parsed(path: Path, written: dict[str, str]) -> tuple[pa.Table, Ragged]:
    """Read the wanted columns as positions in their texts; set rows of another length aside."""
    skipped: Ragged = []

    def set_aside(row: arrow_csv.InvalidRow) -> str:
        skipped.append((row.number, row.text))
        return "skip"

    kinds = dict.fromkeys(written.values(), pa.dictionary(pa.int32(), pa.string()))
    try:
        table = arrow_csv.read_csv(
            path,
            # One block after the other, so that each row has its number.
            read_options=arrow_csv.ReadOptions(use_threads=False),
            parse_options=arrow_csv.ParseOptions(
                newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=set_aside
            ),
            convert_options=arrow_csv.ConvertOptions(
                include_columns=list(kinds), column_types=kinds, strings_can_be_null=False
            ),
        )
    except (pa.ArrowException, UnicodeDecodeError) as error:
        if "Empty CSV file" in str(error):  # nothing at all behind the header
            raise _no_rows(path) from error
        what = "The text is not written in UTF-8, or a quotation mark is not closed."
        raise ReadingError(what, path.name, SAVE_AS_CSV) from error
    return table.unify_dictionaries(), skipped


def _no_rows(path: Path) -> ReadingError:
    return ReadingError("It has no rows.", path.name, "Fill in the template and choose that.")


def _header(path: Path) -> list[str]:
    """Return the first row as it is; refuse what is no CSV file of commas in UTF-8."""
    if path.stat().st_size > LARGEST:
        what = f"It is larger than {LARGEST // 1_000_000_000} GB."
        raise ReadingError(what, path.name, "Import it in parts.")
    with path.open("rb") as file:
        start = file.read(HEADER_BYTES)
    first = start[: start.rfind(b"\n") + 1] or start
    return comma_header(first, path.name)


def _places(header: list[str], columns: tuple[str, ...], where: str) -> dict[str, str]:
    """Return the name in the file of each column that it has."""
    told = {_plain(cell): cell for cell in header}
    times = Counter(_plain(cell) for cell in header if cell.strip())
    twice = sorted({safe_name(name) for name, count in times.items() if count > 1})
    if twice:
        what = f"A column is there twice: {', '.join(twice)}."
        raise ReadingError(what, where, "Take one of the two away, or rename it.")
    missing = [name for name in columns if name not in (*times, *OPTIONAL)]
    if missing:
        raise ReadingError(
            f"Columns are missing: {', '.join(missing)}.",
            where,
            "Add them with these names; a column may be left blank where nothing is known.",
        )
    return {name: told[name] for name in columns if name in told}


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _cells(text: str) -> list[str]:
    return next(csv.reader([text]), [])
