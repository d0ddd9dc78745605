"""Rows that stand under others by their indentation: a province over its districts, and the like.

A spreadsheet's indent, blanks or a bullet before a name say what belongs to what. The rows above
are sums of those under them, or headings, and no records; what they name holds for those.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from data.records.distinct import any_says, filled_texts, is_filled
from data.records.problems.of_rows import WRONG_TOTAL
from data.records.rules import whole_numbers
from data.records.sought_words import only_with
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, RUNNING_NUMBER
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST
from data.sheets.totals.total_words import is_total
from data.understanding import contents
from data.understanding.layout.titles.blocks import TRAINING
from data.understanding.layout.titles.days_in_texts import days_in
from data.understanding.layout.titles.headings import AGENCY, HOME
from geo.names.match_result import A_PROVINCE, names_a
from geo.names.matching import match
from geo.words.catalogue import _

PROVINCE = "Province of the heading"
HEADING_ROW, SUM_ROW = "a heading of the rows under it", "a sum of the rows under it"
_BEFORE = re.compile(r"(?P<blank>[ \t\u00a0\u3000]*)(?P<bullet>(?:[-–•·▪>]+[ \t\u00a0]+)?)")
_INDENTED = re.compile("[ \t\u00a0\u3000]|[-–•·▪>]+[ \t\u00a0]")
_DIVISION = "division"
#: A division that has the name of a district in it, as Multan has.
_OF_ITS_NAME = "division of its name"
#: What a row above is called that is a training over its districts or agencies, as in a pivot.
TITLE = "Training"
#: The same where each of these has its days behind it.
DATED_TITLE = "Training & date"
_FIELDS = {TITLE: ("title", "training_id"), PROVINCE: ("province",),
           HOME: ("district", "adm2_pcode"), AGENCY: ("agency", "department")}  # fmt: skip
_NUMBERS = (contents.NUMBERS, contents.ONES, contents.RUNNING)


#: What a row above says in a column of numbers: its place, the number, and the sum under it.
Sums = list[tuple[int, int, int]]


@dataclass(frozen=True)
class _Tree:
    """The column whose texts are indented, and for each row the rows that it stands under."""

    place: int
    above: dict[int, tuple[int, ...]]
    texts: pd.Series

    @cached_property
    def under(self) -> dict[int, list[int]]:
        """The rows that stand under each that others stand under."""
        under: dict[int, list[int]] = {}
        for row, rows in self.above.items():
            for one in rows:
                under.setdefault(one, []).append(row)
        return under

    def leaves(self, parent: int) -> list[int]:
        """Return the rows under a row that have none under them."""
        return [row for row in self.under[parent] if row not in self.under]


def with_ranks(sheet: Sheet) -> Sheet:
    """Return a sheet of which the rows that others are indented under are columns of these.

    It stays as it is where a row above is of another kind, or may be a record: blanks before a name
    may be there by chance.
    """
    for n in range(len(sheet.header)):
        tree = _tree(sheet, n)
        parents = _parents(sheet, tree) if tree else None
        if tree and parents:
            return _without_parents(sheet, tree, parents)
    return sheet


def _parents(sheet: Sheet, tree: _Tree) -> dict[int, tuple[str, Sums]] | None:
    """Return what each row above names, and its numbers; None where one may be a record."""
    parents = {}
    equal = 0
    for row in tree.under:
        kind, sums = _kind(tree, row), _sums(sheet, tree, row)
        right = [said > 0 for __, said, summed in sums if said == summed]
        equal += sum(right)
        if not kind or (kind != PROVINCE and len(right) < len(sums)):
            return None
        if kind == _OF_ITS_NAME and (len(tree.leaves(row)) < 2 or not any(right)):
            return None
        if not sums and _says_the_same_as_those_under(sheet, tree, row):
            return None
        parents[row] = (kind, sums)
    by_chance = equal < 2 and any(kind == _OF_ITS_NAME for kind, __ in parents.values())
    return None if by_chance else parents


def _says_the_same_as_those_under(sheet: Sheet, tree: _Tree, parent: int) -> bool:
    """Tell whether a row has a cell filled that one under it has too, as records have."""
    for n, name in enumerate(sheet.header):
        if n == tree.place or field_of_name(name) == RUNNING_NUMBER:
            continue
        filled = is_filled(sheet.cells[n].loc[[parent, *tree.under[parent]]])
        if filled.loc[parent] and filled.iloc[1:].any():
            return True
    return False


@only_with("^[ \t>-]")
def _is_indented(text: str) -> bool:
    return _INDENTED.match(text) is not None


def _tree(sheet: Sheet, n: int) -> _Tree | None:
    """Return the rows of a column by their indentation; None where none stands under another."""
    texts = sheet.cells[n]
    if field_of_name(sheet.header[n]) in (*COUNT_FIELDS, RUNNING_NUMBER):
        return None
    if not any_says(texts, _is_indented):  # as of most columns
        return None
    found = {text: one for text in filled_texts(texts) if (one := _BEFORE.match(text))}
    depth = {text: _depth(one) for text, one in found.items()}
    if len(set(depth.values())) < 2 or not any(any(map(str.isalpha, text)) for text in depth):
        return None
    above: dict[int, tuple[int, ...]] = {}
    open_rows: list[tuple[int, int]] = []
    for row, text in texts.items():
        if text not in depth:
            continue
        while open_rows and open_rows[-1][1] >= depth[text]:
            open_rows.pop()
        above[int(str(row))] = tuple(one for one, __ in open_rows)
        open_rows.append((int(str(row)), depth[text]))
    bare = texts.map(
        lambda text: text[one.end() :] if (one := found.get(text)) else text, na_action="ignore"
    )
    return _Tree(n, above, bare) if any(above.values()) else None


def _depth(found: re.Match[str]) -> int:
    return 2 * len(found["blank"].expandtabs(4)) + len(found["bullet"].strip())


def _kind(tree: _Tree, row: int) -> str:
    """Return what a row names that others stand under: a province, district, division, agency."""
    text = str(tree.texts[row])
    under = [str(tree.texts[one]) for one in tree.leaves(row)]
    of_agencies = sum(map(contents.is_agency, under)) * 2 > len(under)
    parts = of_agencies or all(map(contents.is_district, under))
    if parts and TRAINING.search(text) and not contents.is_district(text):
        return TITLE
    reason = match(text, alike=False).reason
    if reason == A_PROVINCE:
        return PROVINCE
    if reason == names_a(_DIVISION):
        return _DIVISION
    if contents.is_district(text):
        return HOME if of_agencies else _OF_ITS_NAME
    return AGENCY if contents.is_agency(text) and not of_agencies else ""


def _sums(sheet: Sheet, tree: _Tree, parent: int) -> Sums:
    leaves, sums = tree.leaves(parent), []
    for n, name in enumerate(sheet.header):
        field = field_of_name(name)
        if n == tree.place or field == RUNNING_NUMBER:
            continue
        if field not in COUNT_FIELDS and contents.contents_of(sheet.cells[n]) not in _NUMBERS:
            continue
        read, __ = whole_numbers(sheet.cells[n].loc[[parent, *leaves]], LARGEST)
        if not pd.isna(said := read.loc[parent]):
            sums.append((n, int(said), int(read.loc[leaves].sum())))
    return sums


def _without_parents(sheet: Sheet, tree: _Tree, parents: dict[int, tuple[str, Sums]]) -> Sheet:
    """Set the rows above aside, and give what they name to those under them.

    One whose numbers are no sum is a problem, and counted nowhere.
    """
    sums = {row: own for row, (__, own) in parents.items()}
    cells = _filled(sheet, tree, {n for own in sums.values() for n, __, __ in own})
    known = {field_of_name(name) for n, name in enumerate(sheet.header) if n != tree.place}
    columns = []
    for name, fields in _FIELDS.items():
        of_kind = {row: str(tree.texts[row]) for row, (kind, __) in parents.items() if kind == name}
        own = {
            row: next((of_kind[one] for one in reversed(rows) if one in of_kind), "")
            for row, rows in tree.above.items()
        }
        if any(own.values()) and not known & {*fields}:
            name = DATED_TITLE if name == TITLE and _are_dated(of_kind.values()) else name
            columns.append((name, pd.Series(own, dtype="str"), ""))
    name = _name_of_parts(sheet.header[tree.place], tree, parents)
    sheet = sheet.renamed({tree.place: name})
    words = _("{where}: rows are read as those they are indented under say.")
    said = words.format(where=sheet.where)
    whole = sheet.with_cells(cells, said).with_columns(columns)
    wrong = {row: own for row, own in sums.items() if any(a != b for __, a, b in own)}
    faults = [
        (row, n, WRONG_TOTAL.of(said=told, summed=summed))
        for row, own in wrong.items()
        for n, told, summed in own
        if told != summed
    ]
    for reason, rows in (
        (SUM_ROW, [row for row in parents if sums[row] and row not in wrong]),
        (HEADING_ROW, [row for row in parents if not sums[row]]),
    ):
        whole = whole.without(pd.Index(rows, dtype="int64"), reason)
    more = pd.DataFrame(faults, columns=["row", "position", "kind"])
    return replace(whole, faults=pd.concat([whole.faults, more], ignore_index=True))


def _are_dated(titles: Iterable[str]) -> bool:
    """Tell whether each of some trainings has its days behind it."""
    return all(len(days_in(title, None)) == 1 for title in titles)


def _name_of_parts(name: str, tree: _Tree, parents: dict[int, tuple[str, Sums]]) -> str:
    """Return what the column of indented rows is called, which may be called by those above.

    Of a training on its days several districts are those of whoever came, and no venues.
    """
    kinds, field = {kind for kind, __ in parents.values()}, field_of_name(name)
    if HOME in kinds:
        return name if field in AGENCY_FIELDS else AGENCY
    if TITLE not in kinds or field not in (None, "title", "venue_district"):
        return name
    titles = [str(tree.texts[row]) for row, (kind, __) in parents.items() if kind == TITLE]
    if field == "venue_district" and not _are_dated(titles):
        return name
    leaves = [tree.texts[row] for row in tree.above if row not in tree.under]
    homes = all(contents.is_district(text) for text in leaves if not is_total(text))
    return HOME if homes else AGENCY


def _filled(sheet: Sheet, tree: _Tree, counted: set[int]) -> pd.DataFrame:
    """Return the cells with the bare names, and with what a row above alone says of those under."""
    cells = sheet.cells.copy()
    cells[tree.place] = tree.texts
    for n, name in enumerate(sheet.header):
        if (
            n == tree.place
            or n in counted
            or field_of_name(name) in (*COUNT_FIELDS, RUNNING_NUMBER)
        ):
            continue
        own = cells[n].copy()
        for parent, under in tree.under.items():
            told = own.loc[parent]
            if str(told).strip() and (own.loc[under].str.strip() == "").all():
                own.loc[under] = told
        cells[n] = own
    return cells
