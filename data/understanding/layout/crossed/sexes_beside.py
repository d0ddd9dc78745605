"""Women and men of whole rows beside columns named by values, of which none tells a sex.

Where one column of each row has people, or all of a row are of one sex, it is certain under which
they are. Else it is asked of agencies and of districts: a row is counted by these, or by its women
and men. Of months and days, without which no training is known, it is said how many are told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from data.records.model import COUNT_COLUMNS, UNTOLD_AGENCY
from data.records.personal_data import safe_name
from data.records.rules import whole_numbers
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS
from data.sheets.sheet import RowsMade, Sheet
from data.sheets.totals.total_rows import LARGEST
from data.sheets.words.names.names_of_sexes import sex_counted
from data.understanding.layout.crossed.crossed_columns import (
    AGENCY,
    DAY,
    DISTRICT,
    MONTH,
    NUMBER,
    Crossed,
)
from data.understanding.layout.crossed.crossed_said import no_sex_told
from geo.words.catalogue import _

_OTHER_KINDS = (MONTH, DAY, DISTRICT)
#: What the columns are called in which each agency has its own.
_OF_AGENCY = {"participants_f": "Women of the agency", "participants_m": "Men of the agency"}
#: The same of months, days and districts.
_OF_COLUMN = {"participants_f": "Women of the column", "participants_m": "Men of the column"}
_FIELDS = {"Female": "participants_f", "Male": "participants_m"}
OF_ROW = _(
    "It tells the sex of a whole row, and not of each agency. Leave it out to count by agency "
    "without the sex, or take it to count women and men without the agency."
)
OF_ROW_OF_DISTRICTS = _(
    "It tells the sex of a whole row, and not of each district. Leave it out to count by district "
    "without the sex, or take it to count women and men without the district."
)
_OF_ROW = {AGENCY: OF_ROW, DISTRICT: OF_ROW_OF_DISTRICTS}
_SPLIT = _(
    "{where}: {names} are of one agency, or all of a row are of one sex: so each is counted "
    "under its agency."
)
_SPLIT_BY_COLUMN = _(
    "{where}: {names} are of one column, or all of a row are of one sex: so each is counted "
    "under its column."
)
_BY_SEX = {
    AGENCY: _("{where}: rows are counted by {names}, of no agency that is told."),
    DISTRICT: _("{where}: rows are counted by {names}, of no district that is told."),
}


def sexes_beside(
    sheet: Sheet, crossed: Mapping[int, Crossed], totals: Sequence[int]
) -> dict[int, str]:
    """Return the fields of columns that count a sex of whole rows, of which the others tell none.

    None where two are of one sex, or they count nobody; nor where it is not certain under which
    month or day they are.
    """
    kinds = {one.kind for one in crossed.values()}
    plainly = {one.rest for one in crossed.values()} == {""} and kinds <= {AGENCY, *_OTHER_KINDS}
    sexes = {n: field for n in totals if (field := _sex_of(sheet.header[n]))} if plainly else {}
    told = any(_numbers(sheet.cells[n]).sum() for n in sexes)
    once = told and len({*sexes.values()}) == len(sexes)
    asked = len(kinds) == 1 and kinds <= {*_OF_ROW}
    certain = once and (asked or _is_certain(sheet, [*crossed], [*sexes]))
    return sexes if certain else {}


def _sex_of(name: str) -> str:
    field = field_of_name(name)
    return field if field in COUNT_COLUMNS[:2] else _FIELDS.get(sex_counted(name), "")


def _numbers(cells: pd.Series) -> pd.Series:
    return whole_numbers(cells, LARGEST)[0]


def with_sexes_beside(
    sheet: Sheet, whole: Sheet, crossed: Mapping[int, Crossed], sexes: Mapping[int, str]
) -> Sheet:
    """Return the rows made of a sheet with the women and men of each, or with those to ask about.

    The latter stand in the first of the rows that one row of the file made.
    """
    made = whole.rows_made
    if not sexes or not made:
        return whole
    of_file = pd.Series(whole.cells.index // made.factor, index=whole.cells.index)
    if _is_certain(sheet, [*crossed], [*sexes]):
        sums = pd.concat([_numbers(sheet.cells[n]) for n in crossed], axis=1).sum(axis=1)
        own = _numbers(whole.cells[whole.header.index(NUMBER)]).fillna(0)
        told = _told(sheet, [*sexes])
        agencies = {one.kind for one in crossed.values()} == {AGENCY}
        called, words = (_OF_AGENCY, _SPLIT) if agencies else (_OF_COLUMN, _SPLIT_BY_COLUMN)
        columns = [(called[field], _shares(own, of_file.map(told[n]), of_file.map(sums)), "")
                   for n, field in sexes.items()]  # fmt: skip
        made = replace(made, made={*made.made, *(name for name, _texts, _why in columns)})
        said = words.format(where=sheet.where, names=_named(sheet, sexes))
        return replace(whole.with_columns(columns), rows_made=made).noted(said)
    first = ~of_file.duplicated()
    why = _OF_ROW[next(iter(crossed.values())).kind]
    columns = [(sheet.header[n], of_file.map(sheet.cells[n]).where(first, ""), why)
               for n in sexes]  # fmt: skip
    made = replace(made, of_row={sheet.header[n] for n in sexes})
    return replace(whole.with_columns(columns), rows_made=made)


def _named(sheet: Sheet, places: Iterable[int]) -> str:
    return ", ".join(safe_name(sheet.header[n]) for n in places)


def _told(sheet: Sheet, sexes: Sequence[int]) -> pd.DataFrame:
    """Return the women and men of each row; blank beside the other is none, of neither unknown."""
    told = pd.DataFrame({n: _numbers(sheet.cells[n]) for n in sexes})
    return told.fillna(0).mask(told.isna().all(axis=1))


def _is_certain(sheet: Sheet, agencies: Sequence[int], sexes: Sequence[int]) -> bool:
    """Tell whether of each row, all of which is read, one agency or one sex has all people."""
    if any(whole_numbers(sheet.cells[n], LARGEST)[1].any() for n in (*agencies, *sexes)):
        return False
    numbers = pd.concat([_numbers(sheet.cells[n]).fillna(0) for n in agencies], axis=1)
    sums, told = numbers.sum(axis=1), _told(sheet, sexes)
    of_one_sex = told.eq(sums, axis=0).any(axis=1)
    if len(sexes) == 1:  # of the others nothing is told
        right, of_one_sex = told.iloc[:, 0] <= sums, of_one_sex | (told.iloc[:, 0] == 0)
    else:
        right = told.sum(axis=1) == sums
    alone = (numbers > 0).sum(axis=1) < 2
    certain = (right & (alone | of_one_sex)).fillna(False).astype("bool")
    return bool((certain | told.isna().all(axis=1)).all())


def _shares(own: pd.Series, of_row: pd.Series, sums: pd.Series) -> pd.Series:
    """Return how many of a sex each agency has: all of its row, or all its own, or none."""
    shares = of_row.where(own == sums, own.where(of_row == sums, 0)).mask(of_row.isna())
    return shares.astype("Int64").astype("string").fillna("")


def by_agency_or_sex(sheet: Sheet, fields: Sequence[str]) -> Sheet:
    """Return a sheet whose rows are counted as was said of the women and men of whole rows.

    Left out, it is said how many they are. Counted, the rows that one row of the file made are one
    again, of no known agency, or district, and with the sum of their numbers.

    ``fields`` are what the columns are, by position.
    """
    made = sheet.rows_made
    asked = [n for n, name in enumerate(sheet.header) if made and name in made.of_row]
    if not made or not asked:
        return sheet
    counted = [n for n in asked if fields[n] in COUNT_FIELDS]
    kind = DISTRICT if DISTRICT in made.made else AGENCY
    if counted:
        said = _BY_SEX[kind].format(where=sheet.where, names=_named(sheet, counted))
        called = _OF_AGENCY if kind == AGENCY else _OF_COLUMN
        own = {n: called[fields[n]] for n in counted if fields[n] in called}
        return _with_own(_as_one(sheet, made, counted), own).noted(said)
    return sheet.noted(*no_sex_told(sheet, kind, asked))


def _as_one(sheet: Sheet, made: RowsMade, counted: Sequence[int]) -> Sheet:
    """Return a sheet in which rows that have women or men counted are one for each of the file."""
    of_file = pd.Series(sheet.cells.index // made.factor, index=sheet.cells.index)
    filled = (sheet.cells[counted] != "").any(axis=1)
    as_one = of_file.isin(of_file[filled])
    first = as_one & ~of_file.duplicated()
    cells = sheet.cells.copy()
    number = sheet.header.index(NUMBER)
    cells.loc[first, number] = cells[number].groupby(of_file).agg(_sum).loc[of_file[first]].array
    for n, name in enumerate(sheet.header):
        if name in made.made and (name == AGENCY or field_of_name(name) in AGENCY_FIELDS):
            cells.loc[first, n] = UNTOLD_AGENCY
        elif name == DISTRICT and name in made.made:
            cells.loc[first, n] = ""
    gone = sheet.cells.index[as_one & ~first]
    faults = sheet.faults[~sheet.faults["row"].isin(gone)]
    return replace(sheet, cells=cells.drop(index=gone), faults=faults)


def _with_own(sheet: Sheet, own: Mapping[int, str]) -> Sheet:
    """Return a sheet in which rows of another table with women and men of agencies keep them."""
    places = {n: sheet.header.index(name) for n, name in own.items() if name in sheet.header}
    cells = sheet.cells.copy()
    for n, place in places.items():
        cells[n] = cells[n].mask(cells[n] == "", cells[place])
    return replace(sheet, cells=cells)


def _sum(texts: pd.Series) -> str:
    """Return the sum of numbers; of one that is not read its text, so that it is a problem."""
    numbers, unread = whole_numbers(texts, LARGEST)
    return texts[unread].iloc[0] if unread.any() else str(int(numbers.sum()))
