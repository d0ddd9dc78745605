"""The door: of a sheet only the columns that are taken in go on, and nothing of a single person.

What a person is known by is dropped here, whichever column it stands in. What stays of it are
numbers that say which rows are of one person, so that somebody who is in a list twice can be
found; they mean nothing outside of this one file.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import pandas as pd

from data.records.distinct import by_text
from data.records.personal_data import looks_personal, safe_name
from data.records.problem_kinds import PERSONAL_CELL
from data.records.spreadsheet_text import as_written
from data.sheets.fields import COUNT_FIELDS, IGNORED, PERSONAL_FIELDS, RUNNING_NUMBER, plain
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.opening import Sheet
from data.sheets.total_rows import TOTAL_ROW, rows_of_totals, wrong_totals

NUMBER_ONLY = "only a running number"
FAULT_COLUMNS = ["row", "field", "kind"]

_PASSPORT = re.compile(r"[A-Z]{2}\d{7}")
_ADDRESSED = re.compile(r"(mr|mrs|ms|miss|mst|s/o|d/o|w/o)\b[./ ]", re.IGNORECASE)
# Where a number is a date, an amount or the name of a training, it is no person's.
_NOT_PERSONS = (*COUNT_FIELDS, "date_start", "date_end", "summarises", RUNNING_NUMBER)
_NOT_PASSPORT = ("training_id", "adm2_pcode", "venue_adm2_pcode")
#: A name shorter than this stands in too many words to be looked for.
SHORTEST_NAME = 5
LOOKED_AT_VALUES = 20_000
LONGEST_SEEN = 1_000


@dataclass(frozen=True, eq=False)
class Admitted:
    """What goes on from a sheet.

    Attributes
    ----------
    cells
        By field; the index is the row of the file.
    names
        By field, the name of its column as it may be shown.
    person
        For each row a number; rows with the same are of one person. -1 where nothing tells.
    faults
        ``row``, ``field`` (blank for the row), ``kind``.
    ignored
        ``row``, ``reason``.
    duplicates
        ``row``, ``same_as``: rows equal to an earlier one in all their columns.
    personal_columns, ignored_columns
        Names of the columns that were dropped, as they may be shown.
    """

    cells: pd.DataFrame = field(repr=False)
    names: dict[str, str]
    person: pd.Series = field(repr=False)
    faults: pd.DataFrame
    ignored: pd.DataFrame
    duplicates: pd.DataFrame
    personal_columns: tuple[str, ...]
    ignored_columns: tuple[str, ...]

    def name_of(self, field: str) -> str:
        """Return the name of a field's column as it may be shown; else the field's own."""
        return self.names.get(field, field)


def admit(sheet: Sheet, mapping: ColumnMapping) -> Admitted:
    """Let the columns of a mapping in, and drop the others and all that tells of a person."""
    numbers, totals = _no_record(sheet, mapping)
    unsure = sheet.faults["row"].unique()
    wrong = pd.DataFrame(wrong_totals(sheet.cells, totals, mapping, unsure), columns=FAULT_COLUMNS)
    no_record = [(row, NUMBER_ONLY) for row in numbers] + [(row, TOTAL_ROW) for row in totals]
    more = pd.DataFrame(no_record, columns=["row", "reason"])
    ignored = pd.concat([sheet.ignored, more], ignore_index=True)
    raw = sheet.cells[~sheet.cells.index.isin(ignored["row"])]
    # A total that is wrong is a problem; it is counted as little as one that is right.
    ignored = ignored[~ignored["row"].isin(wrong["row"])]
    personal = [n for n, name in enumerate(mapping.fields) if name in PERSONAL_FIELDS]
    duplicates = _duplicates(raw, mapping, personal, sheet.faults)
    taken = [
        (name, n)
        for n, name in enumerate(mapping.fields)
        if name not in (IGNORED, RUNNING_NUMBER, *PERSONAL_FIELDS)
    ]
    cells = pd.DataFrame({name: _tidy(raw[n]) for name, n in taken}, index=raw.index)
    hidden = _personal_cells(cells, raw, mapping)
    names = {name: safe_name(sheet.header[n]) for name, n in taken}
    whole = [str(name) for name in cells if hidden[name].sum() * 2 > (cells[name] != "").sum()]
    faults = [
        _faults(sheet, taken, raw.index),
        _hidden_faults(hidden.drop(columns=whole)),
        wrong,
    ]
    shown = pd.DataFrame(
        {name: cells[name].mask(hidden[name], "") for name in cells if name not in whole},
        index=cells.index,
    )
    dropped = [safe_name(sheet.header[n]) for n in personal] + [names[name] for name in whole]
    others = [n for n, name in enumerate(mapping.fields) if name in (IGNORED, RUNNING_NUMBER)]
    told = [n for n in others if _holds_personal(raw[n])]
    return Admitted(
        cells=shown,
        names={name: shown_as for name, shown_as in names.items() if name not in whole},
        person=_person(raw, mapping),
        faults=_but(pd.concat(faults, ignore_index=True), duplicates),
        ignored=ignored.sort_values("row", ignore_index=True),
        duplicates=duplicates,
        personal_columns=_once(dropped + [safe_name(sheet.header[n]) for n in told]),
        ignored_columns=_once([safe_name(sheet.header[n]) for n in others if n not in told]),
    )


def _but(faults: pd.DataFrame, duplicates: pd.DataFrame) -> pd.DataFrame:
    return faults[~faults["row"].isin(duplicates["row"])].astype({"row": "int64"})


def _once(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _tidy(column: pd.Series) -> pd.Series:
    """Return a column with single spaces, and without a spreadsheet's mark of text."""
    return by_text(column, lambda text: " ".join(as_written(text).split()))


def _no_record(sheet: Sheet, mapping: ColumnMapping) -> tuple[pd.Index, pd.Index]:
    """Return the rows that have a running number and nothing else, and those of totals."""
    cells = sheet.cells
    blank = pd.DataFrame(
        {n: by_text(cells[n], lambda text: not text.strip(), "bool") for n in cells},
        index=cells.index,
    )
    numbers = cells.index[:0]
    number = mapping.position(RUNNING_NUMBER)
    if number is not None:
        alone = blank.drop(columns=number).all(axis=1) & ~blank[number]
        alone &= ~alone.index.isin(sheet.faults["row"])
        numbers = cells.index[alone]
    return numbers, rows_of_totals(cells, blank, mapping)


def _duplicates(
    raw: pd.DataFrame, mapping: ColumnMapping, personal: list[int], faults: pd.DataFrame
) -> pd.DataFrame:
    """Find rows equal in all columns; two of a list of persons only where something names them.

    Without a name, a number or an address two equal rows are two people, not one.
    """
    compared = [n for n, name in enumerate(mapping.fields) if name != RUNNING_NUMBER]
    rows = raw.loc[~raw.index.isin(faults["row"]), compared]
    if mapping.kind == PERSONS:
        named = pd.Series(False, index=rows.index)
        for n in personal:
            named |= rows[n].str.strip() != ""
        rows = rows[named]
    again = rows.duplicated()
    if not again.any():
        return pd.DataFrame({"row": [], "same_as": []}, dtype="int64")
    like = rows[rows.duplicated(keep=False)]
    number = like.groupby(compared, sort=False, dropna=False).ngroup()
    first = like.index.to_series().groupby(number).transform("min")
    repeated = like.index[like.duplicated()]
    return pd.DataFrame({"row": repeated, "same_as": first.loc[repeated].to_numpy()})


def _person(raw: pd.DataFrame, mapping: ColumnMapping) -> pd.Series:
    """Give rows of one person the same number: by identity number, else by name.

    A phone or an address may be that of an office, which many share.
    """
    numbers = pd.Series(-1, index=raw.index, dtype="int64")
    if mapping.kind != PERSONS:
        return numbers
    told = pd.Series("", index=raw.index, dtype="str")
    for kind in ("identity", "passport", "name_of_person"):
        for n in [n for n, name in enumerate(mapping.fields) if name == kind]:
            kept = _digits if kind == "identity" else plain
            values = by_text(raw[n], kept)
            values = values.where(values.str.len() >= SHORTEST_NAME, "")
            told = told.where(told != "", (kind + " " + values).where(values != "", ""))
    codes, _ = pd.factorize(told)
    numbers[:] = np.where(told == "", -1, codes)
    return numbers


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(c)) for c in text if c.isdigit())


def _personal_cells(cells: pd.DataFrame, raw: pd.DataFrame, mapping: ColumnMapping) -> pd.DataFrame:
    """Tell which cells of the columns that are taken in tell of a person."""
    hidden = pd.DataFrame(False, index=cells.index, columns=cells.columns)
    for name in cells:
        if name not in _NOT_PERSONS:
            hidden[name] = by_text(cells[name], partial(_is_personal, name=str(name)), "bool")
    if mapping.kind == PERSONS:
        for n in [n for n, name in enumerate(mapping.fields) if name == "name_of_person"]:
            hidden |= _names_again(cells, raw[n])
    return hidden


def _is_personal(text: str, name: str) -> bool:
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    # What is personal stands near the beginning, and composing takes the square of the length.
    plainly = unicodedata.normalize("NFKC", seen[:LONGEST_SEEN])
    if looks_personal(plainly) or _ADDRESSED.match(plainly):
        return True
    return name not in _NOT_PASSPORT and _PASSPORT.fullmatch(plainly) is not None


def _names_again(cells: pd.DataFrame, written: pd.Series) -> pd.DataFrame:
    """Tell which cells hold the name of their own row, or are a name of the list as a whole."""
    found = pd.DataFrame(False, index=cells.index, columns=cells.columns)
    names = by_text(written, plain).tolist()
    for column in ("department", "designation", "agency", "district", "sex", "venue"):
        if column not in cells:
            continue
        bare = by_text(cells[column], plain).tolist()
        found[column] = [
            len(name) >= SHORTEST_NAME and " " in name and f" {name} " in f" {text} "
            for name, text in zip(names, bare, strict=True)
        ]
    return found


def _holds_personal(column: pd.Series) -> bool:
    return any(_is_personal(str(text), "") for text in column.unique()[:LOOKED_AT_VALUES])


def _faults(sheet: Sheet, taken: list[tuple[str, int]], rows: pd.Index) -> pd.DataFrame:
    """Return the faults of the sheet in columns that are taken in, by field."""
    fields = {n: name for name, n in taken} | {-1: ""}
    faults = sheet.faults[sheet.faults["position"].isin(fields) & sheet.faults["row"].isin(rows)]
    told = faults.assign(field=faults["position"].map(fields))
    return told[FAULT_COLUMNS]


def _hidden_faults(hidden: pd.DataFrame) -> pd.DataFrame:
    cells = [(row, name, PERSONAL_CELL) for name in hidden for row in hidden.index[hidden[name]]]
    return pd.DataFrame(cells, columns=FAULT_COLUMNS)
