"""Columns named by agencies, districts, months, quarters or days -> a row for each number.

The names of the columns become cells of a column of their own. Whether the numbers are people is
asked once; where their names say it, what they are of. What is blank makes no row; a total beside
them is held against their sum and left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from data.records.distinct import blank_column, by_text, says
from data.records.errors import ReadingError
from data.records.personal_data import safe_name
from data.records.problems.of_rows import NO_VALUE, SUM_DIFFERS
from data.records.rules import whole_numbers
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, LONGEST_NAME, plain
from data.sheets.no_records.not_held import rows_not_held
from data.sheets.sheet import RowsMade, Sheet
from data.sheets.totals.total_columns import is_sum
from data.sheets.totals.total_rows import OF_ALL, TOTAL_ROW
from data.sheets.totals.total_words import is_total, sums_staff
from data.sheets.words.count_words import is_dash
from data.sheets.words.dashes import SAID as DASHES_SAID
from data.sheets.words.names.names_of_sexes import sex_counted, without_sex
from data.sheets.words.presence import presence
from data.understanding.layout.crossed.agencies_ticked import with_agencies_ticked
from data.understanding.layout.crossed.by_months import why_asked, with_titles
from data.understanding.layout.crossed.counts_beside import behind_days, left_of_totals
from data.understanding.layout.crossed.crossed_columns import (
    AGENCY,
    DAY,
    DISTRICT,
    MONTH,
    NUMBER,
    TRAINING,
    Crossed,
    crossed_columns,
)
from data.understanding.layout.crossed.crossed_said import OF_MONTHS, crossed_said
from data.understanding.layout.crossed.days_of_columns import (
    with_days_apart,
    with_days_beside,
    with_days_told,
)
from data.understanding.layout.crossed.sexes_beside import sexes_beside, with_sexes_beside
from data.understanding.layout.titles.title_texts import DATE
from data.understanding.layout.titles.trainings.trainings_chosen import with_trainings_chosen
from data.understanding.layout.titles.trainings.trainings_of_names import (
    MAY_BE_DAYS,
    counts_of_marks,
    may_be_days,
    trainings_of_names,
    with_days_under,
    with_trainings_of_names,
    without_sums,
)
from geo.words.catalogue import _

#: Of these, 0 is a number that somebody wrote down; of the others, it makes no training.
_ZERO_COUNTS = (AGENCY, DISTRICT)
IN_PARTS = _("Each number under its columns is a row: choose it in parts.")
_LARGEST = 10**9
#: Words of a column of the women, or men, among those whom others count: "of which women".
_OF_THEM = frozenset(["out", "of", "which", "whom", "these", "them", "those", "incl", "including",
                      "total", "no", "number"])  # fmt: skip
#: What is called the column of marks of a list, of who came to which training.
ATTENDANCE = "Attendance"


def lengthened(sheet: Sheet, most_rows: int) -> Sheet:
    """Return a sheet with a row for each number under columns that are named by values.

    With its day, where that stands beside it in the cell.

    Raises
    ------
    ReadingError
        If that makes more rows than are taken.
    """
    bare, days = with_days_apart(sheet)
    whole = _lengthened(bare, most_rows, dated=bool(days))
    return with_days_beside(bare, whole, days) if days else whole


def _lengthened(sheet: Sheet, most_rows: int, *, dated: bool) -> Sheet:
    """Return a sheet with a row for each column that is named by a value; another as it is.

    A row of the file makes several, numbered as it is with two or three digits more.
    """
    sheet = with_trainings_chosen(with_days_under(sheet))
    crossed = crossed_columns(sheet)
    if not crossed:
        return sheet
    kind = next(iter(crossed.values())).kind
    if kind == AGENCY and "name_of_person" in sheet.fields:
        return with_agencies_ticked(sheet, crossed)
    attended = kind == TRAINING and bool(trainings_of_names(sheet))
    sheet, zeros = _without_right_totals(without_sums(sheet) if attended else sheet, crossed)
    crossed, why_days = with_days_told(sheet, crossed)
    values = list(dict.fromkeys(one.value for one in crossed.values()))
    rests = list(dict.fromkeys(one.rest for one in crossed.values()))
    totals = counts_of_marks(sheet, crossed) if attended else _totals(sheet, crossed, rests)
    fixed, sexes = _fixed(sheet, crossed, totals), sexes_beside(sheet, crossed, totals)
    others = [n for n in totals if n not in sexes]
    factor = 100 if len(values) < 100 else 1000
    parts = [_part(sheet, fixed, rests, crossed, value, zeros, whole=attended) for value in values]
    numbered = [part.set_axis(part.index * factor + n) for n, part in enumerate(parts, start=1)]
    cells = pd.concat(numbered).sort_index().rename_axis("row")
    if len(cells) > most_rows:
        what = _("It has more than {rows:,} rows.").format(rows=most_rows)
        raise ReadingError(what, sheet.where, IN_PARTS)
    place_of, called = {place: n for n, place in enumerate(fixed)}, {sheet.header[n] for n in fixed}
    names = [rest or (ATTENDANCE if attended else NUMBER) for rest in rests]
    whole = replace(
        sheet,
        header=(*(sheet.header[n] for n in fixed), *names, kind),
        tags=(*(sheet.tags[n] for n in fixed), *[""] * (len(names) + 1)),
        cells=cells,
        faults=_faults(sheet, crossed, totals, place_of, cells, factor),
        ignored=_ignored(sheet, sheet.cells.index.difference(cells.index // factor), factor),
        notes=crossed_said(sheet, crossed, others, attended=attended, dated=dated),
        offered=_offered(sheet, crossed, place_of, rests, why_days),
        over_rows={},
        rows_made=RowsMade(called, {*names, kind}, factor, left_of_totals(sheet, crossed, totals)),
        numbers=sheet.numbers.made(factor),
        sums=sheet.sums | {sheet.header[n] for n in others},
    )
    whole = with_sexes_beside(sheet, whole, crossed, sexes)
    return _named_by(sheet, whole, kind, cells[len(fixed) + len(rests)])


def _offered(
    sheet: Sheet,
    crossed: Mapping[int, Crossed],
    place_of: Mapping[int, int],
    rests: Sequence[str],
    why_days: str,
) -> dict[int, str]:
    """Return why columns are asked about: as before, the new numbers, and days told beside them."""
    offered = {place_of[n]: said for n, said in sheet.offered.items() if n in place_of}
    asked = [len(place_of) + n for n, rest in enumerate(rests) if rest == ""]
    last = len(place_of) + len(rests)
    offered |= dict.fromkeys(asked or [last], why_asked(sheet, crossed))
    return offered | ({last: why_days} if why_days else {})


def _fixed(sheet: Sheet, crossed: Mapping[int, Crossed], totals: Sequence[int]) -> list[int]:
    """Return the columns that say the same of each row that one of the file makes.

    A date that stands above them all says less than the days, or the months, of the columns.
    """
    kind = next(iter(crossed.values())).kind
    above = [n for n in sheet.offered if kind in (DAY, MONTH) and sheet.header[n] == DATE]
    return [n for n in range(len(sheet.header)) if n not in (*crossed, *totals, *above)]


def _named_by(sheet: Sheet, whole: Sheet, kind: str, names: pd.Series) -> Sheet:
    """Return rows with what the names of the columns say of their trainings."""
    if kind == TRAINING and trainings_of_names(sheet):
        return _of_names(sheet, whole, names)
    return with_titles(whole, names) if kind in OF_MONTHS else whole


def _of_names(sheet: Sheet, whole: Sheet, names: pd.Series) -> Sheet:
    """Return rows of who came to which training with what the names of the columns say of it."""
    called = trainings_of_names(sheet)
    why = ""
    if may_be_days(sheet, called):
        listed = ", ".join(safe_name(sheet.header[n]) for n in list(called)[:3])
        why = MAY_BE_DAYS.format(names=listed)
    kept = [n for n, name in enumerate(whole.header) if name != TRAINING]
    by_name = {sheet.header[n]: one for n, one in called.items()}
    return with_trainings_of_names(whole.only(kept), names, by_name, why)


def _ignored(sheet: Sheet, left: pd.Index, factor: int) -> pd.DataFrame:
    """Return the rows that hold no record, with those that make none, under their new numbers."""
    before = sheet.ignored.assign(row=sheet.ignored["row"] * factor)
    without = pd.DataFrame({"row": left * factor, "reason": _("no number in it")})
    return pd.concat([before, without], ignore_index=True)


def _without_right_totals(
    sheet: Sheet, crossed: Mapping[int, Crossed]
) -> tuple[Sheet, pd.DataFrame]:
    """Set aside rows of totals that are the sum, column by column, of those above them.

    Or of those held. One that is not stays, and becomes problems. Where all are, or the total of a
    row is the sum of its numbers, dashes among them are 0: of each cell, whether it is such.
    """
    others = [by_text(sheet.cells[n], is_total, "bool") for n in sheet.cells if n not in crossed]
    total = pd.concat(others, axis=1).any(axis=1) if others else pd.Series(dtype="bool")
    total |= _is_of_all(sheet, crossed)
    read = {n: whole_numbers(sheet.cells[n], _LARGEST)[0] for n in crossed}
    numbers = pd.DataFrame(read).fillna(0)
    held = numbers.mask(rows_not_held(sheet, sheet.fields), 0)
    right, since = [], 0
    for place in np.flatnonzero(total).tolist():
        parts = [one.iloc[first:place][~total.iloc[first:place]]
                 for one in (numbers, held) for first in (0, since)]  # fmt: skip
        if any((one.sum() == numbers.iloc[place]).all() for one in parts):
            right.append(sheet.cells.index[place])
        since = place + 1
    dashes = pd.DataFrame({n: by_text(sheet.cells[n], is_dash, "bool") for n in crossed})
    zeros = dashes
    if not right or len(right) < total.sum():
        zeros = dashes.mul(_summed(sheet, crossed, numbers.sum(axis=1)), axis=0)
    whole = sheet.without(pd.Index(right, dtype="int64"), TOTAL_ROW)
    zeros = zeros.loc[whole.cells.index]
    said = (DASHES_SAID[None].format(where=sheet.where),) if zeros.to_numpy().any() else ()
    return whole.noted(*said), zeros


def _is_of_all(sheet: Sheet, crossed: Mapping[int, Crossed]) -> pd.Series:
    """Tell of which rows nothing is told but that they are of all: "All districts" with numbers."""
    own = sheet.written.drop(columns=[n for n in crossed if n not in sheet.offered])
    said = own.map(plain)
    whole = said.isin(OF_ALL)
    return whole.any(axis=1) & (whole | (said == "") | said.map(str.isdecimal)).all(axis=1)


def _summed(sheet: Sheet, crossed: Mapping[int, Crossed], sums: pd.Series) -> pd.Series:
    """Tell in which rows a column that may be their total has the sum of the crossed columns."""
    totals = [n for n, name in enumerate(sheet.header) if n not in crossed
              and (is_total(name) or field_of_name(name) == "participants_total")]  # fmt: skip
    none = pd.Series(False, index=sheet.cells.index)
    if len(totals) != 1:
        return none
    said = whole_numbers(sheet.cells[totals[0]], _LARGEST)[0]
    return none | (said == sums).fillna(False).astype("bool")


def _totals(sheet: Sheet, crossed: Mapping[int, Crossed], rests: Sequence[str]) -> list[int]:
    """Return the columns beside those that are named by values which sum them up.

    Some sum up one value, or what each counts, whatever that is called: "Kasur T", "Total W".
    """
    groups = [[n for n, one in crossed.items() if told in (one.value, one.rest)]
              for told in {one.value for one in crossed.values()} | {*rests}]  # fmt: skip
    parts = {rest: [n for n, one in crossed.items() if one.rest == rest] for rest in rests}
    behind = behind_days(sheet, crossed)
    others = [n for n in range(len(sheet.header)) if n not in crossed]
    return [n for n in others if n in behind or _is_sum_of_some(sheet, n, groups)
            or _is_total_of(sheet.header[n], rests)
            or (len(crossed) > 1 and is_sum(sheet.cells, n, list(crossed)))
            or any(rest and sheet.header[n].endswith(f" {rest}") and is_sum(sheet.cells, n, own)
                   for rest, own in parts.items())]  # fmt: skip


def _is_sum_of_some(sheet: Sheet, n: int, groups: Sequence[Sequence[int]]) -> bool:
    """Tell whether a column that is called a total is the sum of one of several groups."""
    called = {"total", "t"} & {*plain(sheet.header[n]).split()}
    return bool(called) and any(len(own) > 1 and is_sum(sheet.cells, n, own) for own in groups)


def _is_total_of(name: str, rests: Sequence[str]) -> bool:
    """Tell whether a column beside those that are named by values sums them up."""
    if len(name) > LONGEST_NAME:
        return False
    words = name.split()
    parts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    of_them = sex_counted(name) and {*plain(without_sex(name)).split()} <= _OF_THEM
    return (
        of_them
        or sums_staff(name)
        or field_of_name(name) in COUNT_FIELDS
        or any(
            (is_total(total) or plain(total) in OF_ALL) and rest in rests for total, rest in parts
        )
    )


def _part(
    sheet: Sheet,
    fixed: Sequence[int],
    rests: Sequence[str],
    crossed: Mapping[int, Crossed],
    value: str,
    zeros: pd.DataFrame,
    *,
    whole: bool,
) -> pd.DataFrame:
    """Return the rows that one value makes: those in which one of its columns has a number.

    All of them where ``whole`` is set. A dash is 0 there where ``zeros`` says so. A tick, as a
    list of persons has it under trainings, is one person. The value stands last.
    """
    own = {one.rest: n for n, one in crossed.items() if one.value == value}
    zero_counts = next(iter(crossed.values())).kind in _ZERO_COUNTS
    blank = blank_column(sheet.cells.index)
    part = {n: sheet.cells[place] for n, place in enumerate(fixed)}
    filled = np.zeros(len(sheet.cells), dtype=bool)
    is_none = _is_cross if zero_counts else _says_no
    for n, rest in enumerate(rests, start=len(fixed)):
        part[n] = blank
        if rest in own:
            texts = by_text(sheet.cells[own[rest]], str.strip)
            part[n] = texts.mask(zeros[own[rest]], "0")
            filled |= says(texts, lambda text: text != "" and not (is_none(text) or is_dash(text)))
    part[len(part)] = pd.Series([value] * len(blank), index=blank.index, dtype="str")
    rows = pd.DataFrame(part, index=blank.index)
    return rows if whole else rows[filled]


def _is_cross(text: str) -> bool:
    return text in ("✗", "✘")


def _says_no(text: str) -> bool:
    """Tell whether a mark says no, or that somebody did not come."""
    return presence(text) is False


def _faults(
    sheet: Sheet,
    crossed: Mapping[int, Crossed],
    totals: Sequence[int],
    place_of: Mapping[int, int],
    cells: pd.DataFrame,
    factor: int,
) -> pd.DataFrame:
    """Return the faults of a row for each row that it makes, and totals that differ from a sum."""
    of_row = pd.Series(cells.index, index=cells.index // factor)
    faults: list[tuple[int, int, object]] = []
    for row, position, kind in sheet.faults[["row", "position", "kind"]].itertuples(index=False):
        if position in totals and kind == NO_VALUE:
            continue  # a sum whose parts are read
        made = of_row[of_row.index == row].tolist()
        faults += [(one, place_of.get(position, -1), kind) for one in made]
    left = [row for row, number in left_of_totals(sheet, crossed, totals).items() if number]
    wrong = of_row[of_row.index.isin(left)]
    faults += [(row, len(place_of), SUM_DIFFERS) for row in wrong]
    return pd.DataFrame(faults, columns=["row", "position", "kind"])
