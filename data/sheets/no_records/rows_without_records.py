"""Rows that hold no record: of nobody, of a number alone, of totals, and of what was not held."""

import pandas as pd

from data.records.distinct import by_text, filled_cells, says
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    PERSONAL_FIELDS,
    PRESENCE,
    RUNNING_NUMBER,
)
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.no_records.not_held import (
    NOT_HELD_ROW,
    REJECTED_ROW,
    STRUCK_ROW,
    TWICE_ROW,
    not_held,
    rejected,
    rows_not_held,
    said_absent,
    said_twice,
    struck_out,
)
from data.sheets.no_records.other_activities import OTHER_ACTIVITY_ROW, of_other_activities
from data.sheets.no_records.other_units import OTHER_UNIT_ROW, of_other_units
from data.sheets.sheet import Sheet
from data.sheets.tables.like_records import left_out
from data.sheets.totals.sums_so_far import SO_FAR_ROW
from data.sheets.totals.total_rows import (
    PART_ROW,
    TOTAL_ROW,
    rows_of_parts,
    rows_of_totals,
    rows_of_who_came,
    rows_so_far,
)
from data.sheets.totals.wrong_totals import Wrong, wrong_totals
from data.sheets.words.absence import says_some_absent
from data.sheets.words.count_words import number_of_all
from geo.words.catalogue import _

#: What tells of a person of a list; a row that has none of it is of nobody.
_OF_PERSON = (*PERSONAL_FIELDS, *AGENCY_FIELDS, *COUNT_FIELDS, "sex", "district", "adm2_pcode",
              PRESENCE)  # fmt: skip
#: How the name of a column ends in which each row has what the name of its column in the file was.
_OF_COLUMN = " of the column"
OF_NOBODY = _("nothing of a person in it")
NUMBER_ONLY = _("only a running number")


def records_only(sheet: Sheet, mapping: ColumnMapping) -> tuple[Sheet, list[Wrong]]:
    """Set rows aside that are no records; return the totals among them that are wrong, too."""
    sheet = sheet.without(rejected(sheet), REJECTED_ROW)
    sheet = sheet.without(struck_out(sheet, mapping), STRUCK_ROW)
    sheet = sheet.without(of_other_units(sheet, mapping), OTHER_UNIT_ROW)
    sheet = sheet.without(of_other_activities(sheet, mapping), OTHER_ACTIVITY_ROW)
    sheet = sheet.without(rows_of_parts(sheet.cells, mapping), PART_ROW)
    numbers, nobody, totals = _no_record(sheet, mapping)
    unsure = {*zip(sheet.faults["row"], sheet.faults["position"], strict=True)}
    unheld = rows_not_held(sheet, mapping.fields)
    cells = _in_digits(sheet, mapping) if len(totals) else sheet.cells
    wrong: list[Wrong] = []
    for own, rows in _summed_apart(sheet, cells, totals):
        wrong += wrong_totals(own, rows, mapping, unsure, unheld.loc[own.index])
    so_far = rows_so_far(sheet.cells.loc[totals])
    for rows, reason in ((numbers, NUMBER_ONLY), (nobody, OF_NOBODY), (so_far, SO_FAR_ROW),
                         (totals.difference(so_far), TOTAL_ROW)):  # fmt: skip
        sheet = left_out(sheet, rows, reason)
    sheet = sheet.without(not_held(sheet, mapping), NOT_HELD_ROW)
    return sheet.without(said_twice(sheet, mapping), TWICE_ROW), wrong


def _summed_apart(
    sheet: Sheet, cells: pd.DataFrame, totals: pd.Index
) -> list[tuple[pd.DataFrame, pd.Index]]:
    """Return the rows that totals can be of, and these: those that one column made, or all.

    A total of no column is of all: below lists in cells one number sums them up.
    """
    of_columns = [n for n, name in enumerate(sheet.header) if name.endswith(_OF_COLUMN)]
    if len(of_columns) != 1:
        return [(cells, totals)]
    told = sheet.cells[of_columns[0]].str.strip()
    of_all = totals[told[totals] == ""]
    apart = [(own, totals.intersection(own.index)) for column, own in
             cells.groupby(told, sort=False) if column]  # fmt: skip
    return [*apart, (cells.drop(index=totals.difference(of_all)), of_all)]


def _in_digits(sheet: Sheet, mapping: ColumnMapping) -> pd.DataFrame:
    """Return the cells with numbers in words as digits: "15 persons" is summed, too."""
    cells = sheet.cells.copy(deep=False)
    for n in mapping.positions(*COUNT_FIELDS):
        cells[n] = by_text(cells[n], number_of_all)
    return cells


def _no_record(sheet: Sheet, mapping: ColumnMapping) -> tuple[pd.Index, pd.Index, pd.Index]:
    """Return the rows with a running number and nothing else, those of nobody, and of totals.

    What is filled in from above, or from a merged cell, says nothing of a row. In a list of
    persons a row of which no column tells anybody is as little one.
    """
    cells = sheet.cells
    blank = ~filled_cells(cells)
    own = blank.drop(columns=list(sheet.offered))
    for n, rows in sheet.over_rows.items():
        own[n] |= own.index.isin(list(rows))
    alone = pd.Series(False, index=cells.index)
    numbers = mapping.positions(RUNNING_NUMBER)
    if numbers:
        alone = own.drop(columns=numbers).all(axis=1) & ~blank[numbers].all(axis=1)
        for n in numbers:
            alone &= blank[n] | says(cells[n], lambda text: text.strip(" .)").isdecimal())
    of_person = mapping.positions(*_OF_PERSON)
    told = [n for n in own.columns.tolist() if n in of_person]
    nobody = pd.Series(False, index=cells.index)
    if told and mapping.kind == PERSONS:
        nobody = own[told].all(axis=1) & ~alone
        unsaid = nobody.any() and not len(said_absent(sheet, mapping))
        for n in cells if unsaid else ():  # nobody knows who did not come
            nobody &= ~says(cells[n], says_some_absent)
    sound = ~alone.index.isin(sheet.faults["row"])
    totals = rows_of_totals(cells, blank, mapping, sheet.offered)
    if mapping.kind == PERSONS:
        totals = totals.union(rows_of_who_came(cells[own.columns], least=1))
    numbers, nobodies = (cells.index[rows & sound].difference(totals) for rows in (alone, nobody))
    return numbers, nobodies, totals
