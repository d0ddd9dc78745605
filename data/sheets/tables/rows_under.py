"""The rows under a header -> a table of text as wide as it; those that do not fit are faults."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, islice
from typing import NoReturn

import pandas as pd
import pyarrow as pa

from data.files.page_numbers import PAGE
from data.files.zip_parts import MOST_ROWS
from data.records.distinct import filled_cells
from data.records.errors import ReadingError
from data.records.personal_data import safe_name
from data.records.problems.kind import ProblemKind
from data.records.problems.of_rows import LONG_ROW, RIGHT_OF_HEADER, SAID_ABSENT, SHORT_ROW
from data.sheets.field_names import field_of_name
from data.sheets.fields import RUNNING_NUMBER, names, plain
from data.sheets.tables.blocks_of_others import BlocksOfOthers
from data.sheets.tables.calendar_names import name_days, names_other_days
from data.sheets.tables.forms import Form
from data.sheets.tables.header import names_columns
from data.sheets.tables.header_rows import Header
from data.sheets.totals.total_words import is_total
from data.sheets.words.absence import is_absent, says_absent
from data.sheets.words.names.name_words import is_of_remarks
from geo.words.catalogue import _

CHUNK = 2_000
BLANK_ROW, HEADER_AGAIN = _("blank"), _("the header again")
HEADER_OF_LESS = _("the header again, without: {names}")
PAGE_ROW = _("the number of a page")

#: A sentence of a letter below its table, and the number before it.
_SENTENCE, _PARAGRAPH = re.compile(r"\S+(?:\s+\S+){2,}[.:;\u06d4]-?"), re.compile(r"\d{1,2}[.)]")
#: What whoever looked a row over writes beside it.
_CHECKED = frozenset(["checked", "check", "ok", "okay", "verified", "seen", "done", "correct",
                      "چیک", "درست"])  # fmt: skip
#: A text above a header.
_HEADING = "A heading"
#: Fields without which nobody is counted otherwise. Who a person is tells who came twice.
_OF_NO_FIGURE = ("designation", RUNNING_NUMBER, "phone", "email", "other_personal")


@dataclass(frozen=True)
class Limits:
    """How large a file, and how long a table, is taken."""

    file_bytes: int = 10_000_000
    rows: int = MOST_ROWS


@dataclass(frozen=True, eq=False)
class Grid:
    """The rows of a sheet as they come, and what is known of the file."""

    where: str
    rows: Iterator[tuple[int, list[str]]]
    name: str = ""
    notes: tuple[str, ...] = ()
    unread: dict[tuple[int, int], ProblemKind] = field(default_factory=dict)
    day_zero: date | None = None
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    hidden: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    filtered: bool = False
    form: Form | None = None


def _names_in(row: Sequence[str]) -> list[str]:
    """Return the cells of a row as names are compared, without blank ones at its end."""
    folded = [" ".join(cell.split()).casefold() for cell in row]
    while folded and not folded[-1]:
        folded.pop()
    return folded


def _bare(name: str) -> str:
    """Return the name of a column as names are compared, "No." as "no"."""
    return " ".join(name.split()).casefold().strip(" .:")


def _fields_of(called: Sequence[str]) -> list[str]:
    """Return the fields of columns; of one whose name is not known its name."""
    return [field_of_name(one) or one for one in called]


def _is_of_no_figure(field: str) -> bool:
    """Tell whether a column, by its field or its name, changes no figure where it is left out."""
    return field in _OF_NO_FIGURE or is_of_remarks(field)


def _sentence_in(row: Sequence[str]) -> str:
    """Return the sentence that a row is, but for the number of its paragraph; else nothing."""
    texts = [cell for cell in map(str.strip, row) if cell]
    numbered = len(texts) > 1 and _PARAGRAPH.fullmatch(texts[0]) is not None
    alone = texts[-1] if len(texts) == 1 + numbered else ""
    return alone if _SENTENCE.fullmatch(alone) else ""


def _right_of(row: Sequence[str], width: int) -> str:
    """Return the one text of a row that stands right of its table; nothing of numbers, or more.

    Who signs below does so at the right hand, wherever the table ends.
    """
    texts = [cell for cell in map(str.strip, row) if cell] if any(row[width:]) else []
    alone = len(texts) == 1 and any(map(str.strip, row[width:]))
    in_words = alone and any(map(str.isalpha, texts[0])) and not any(map(str.isdigit, texts[0]))
    return texts[0] if in_words else ""


class RowsUnder:
    """The rows under a header, on their way into a table."""

    def __init__(
        self,
        header: Header,
        grid: Grid,
        limits: Limits,
        longest: int,
        named: Sequence[Sequence[str]],
    ) -> None:
        self.header, self.grid, self.limits, self.longest = header, grid, limits, longest
        self.faults: list[tuple[int, int, ProblemKind]] = []
        self.ignored: list[tuple[int, str]] = []
        self._blank: list[int] = []
        self._unread = {place[0] for place in grid.unread}
        self._again = [_names_in(row) for row in (header.names, *named)]
        self._fields = _fields_of(self._again[0])
        self._others = BlocksOfOthers(list(map(field_of_name, header.names)), self._is_other,
                                      self.refuse)  # fmt: skip
        #: Where the columns stand in the rows that follow, if otherwise than in the header; of one
        #: that these have not, -1. And how many they have.
        self._places: list[int] = []
        self._width = len(header.names)
        #: What the last row began with that is no header for that alone.
        self._begun = ""
        self._before: Sequence[str] = ()
        #: Whether the last row was a sentence below the table, as others may follow.
        self._told = False
        #: The rows from a header on that has the same names, and other days: of another training.
        self.behind: Iterator[tuple[int, list[str]]] | None = None
        self._dated = "name_of_person" in self._fields and name_days(header.names)
        #: By row, the one text of it that stands right of the table.
        self._beside: dict[int, str] = {}
        self._begin = {_bare(next(filter(None, one), "")) for one in self._again}
        self._begin |= set(names().fields)

    def collected(self, rows: Iterable[tuple[int, list[str]]]) -> pd.DataFrame:
        """Return the rows as text, in parts so that a long file takes little memory."""
        width = len(self.header.names)
        parts, fitted = [], self._fitted(iter(rows), width)
        count = 0
        while part := list(islice(fitted, CHUNK)):
            count += len(part)
            if count > self.limits.rows:
                what = _("It has more than {rows:,} rows.").format(rows=self.limits.rows)
                advice = _("Choose it in parts, or add up rows that belong together.")
                raise ReadingError(what, self.grid.where, advice)
            index = pd.Index([one[0] for one in part], name="row", dtype="int64")
            columns = zip(*(one[1] for one in part), strict=True)
            texts = (pa.array(column, pa.large_string()) for column in columns)
            cells = {n: pd.array(column, dtype="str") for n, column in enumerate(texts)}
            parts.append(pd.DataFrame(cells, index=index))
        self.ignored += self._others.left_out
        if not parts:
            return pd.DataFrame(columns=range(width), dtype="str").rename_axis("row")
        return self._with_signatures(pd.concat(parts) if len(parts) > 1 else parts[0])

    def _fitted(
        self, rows: Iterator[tuple[int, list[str]]], width: int
    ) -> Iterator[tuple[int, list[str]]]:
        """Return the rows as wide as the header; the others are faults, and none is shifted."""
        left = self._others.without(rows)
        for number, row in left:
            text = "".join(row).strip()
            if not text and number not in self._unread:
                self._blank.append(number)
                continue
            after_blank = bool(self._blank)
            if self._blank:  # those at the end of a sheet are nobody's rows
                self.ignored += [(blank, BLANK_ROW) for blank in self._blank]
                self._blank.clear()
            if width > 2 and PAGE.fullmatch(text) and sum(map(bool, map(str.strip, row))) == 1:
                self.ignored.append((number, PAGE_ROW))
                continue
            if self._dated and names_other_days(self.header.names, row):
                self.behind = chain([(number, row)], left)
                return
            if again := self._header_again(number, row):
                self.ignored.append((number, again))
                continue
            short = self.grid.day_zero is None and len(row) < self._width
            self._told = (after_blank or self._told) and short and bool(text := _sentence_in(row))
            if self._told:
                row = [text, *[""] * (self._width - 1)]
            self._before = row
            if beside := _right_of(row, self._width):
                self._beside[number] = beside
            if len(row) != self._width:
                row = self._stretched(number, row, self._width)
            if self._places or number in self._unread:
                row = self._placed(number, row, width)
            yield number, row

    def _with_signatures(self, cells: pd.DataFrame) -> pd.DataFrame:
        """Return rows with texts right of the table in its last column, below all records."""
        if not self._beside:
            return cells
        records = cells.index[filled_cells(cells).sum(axis=1) > 1]
        below = {row: text for row, text in self._beside.items() if row > records.max()}
        if below:
            self.faults = [one for one in self.faults if not (one[0] in below and one[1] < 0)]
            cells.loc[[*below], cells.columns[-1]] = [*below.values()]
        return cells

    def _placed(self, number: int, row: list[str], width: int) -> list[str]:
        """Return a row with its cells where the header has them; those not read are faults."""
        titled = any(map(str.strip, row[:1])) and not any(map(str.strip, row[1:]))
        places = range(width) if titled else self._places or range(width)
        for position, place in enumerate(places) if number in self._unread else ():
            if kind := self.grid.unread.get((number, place + 1)):
                self.faults.append((number, position, kind))
        dropped = {*range(len(row))} - {*places} if self._places and not titled else set()
        if any(is_absent(row[n]) or says_absent(row[n]) for n in dropped):
            self.faults.append((number, -1, SAID_ABSENT))
        return [row[place] if 0 <= place < len(row) else "" for place in places]

    def _header_again(self, number: int, row: list[str]) -> str:
        """Say of a row that it is the header again, else nothing.

        Raises
        ------
        ReadingError
            If it is the header of another table.
        """
        first = next(filter(str.strip, row), "")
        if first == self._begun:  # as rows of one training do
            return ""
        if _bare(first) not in self._begin:
            self._begun = first
            return ""
        folded = _names_in(row)
        if len(list(filter(None, folded))) > 1 and folded in self._again:
            self._places, self._width = [], len(self.header.names)
            return HEADER_AGAIN
        if not names_columns(row):
            return ""
        fields = self._called_alike(_fields_of(folded))  # "S#" for "Sr."
        if fields == self._fields:
            self._places, self._width = [], len(self.header.names)
            return HEADER_AGAIN
        if not self._stand_otherwise(number, fields, self._before):
            self.refuse(number)
        places = [fields.index(one) if one in fields else -1 for one in self._fields]
        # The last columns of the header may have no name, and are in no other.
        self._places = places + [-1] * (len(self.header.names) - len(places))
        self._width = len(fields)
        named = zip(self.header.names, self._fields, strict=False)
        lacking = [safe_name(name) for name, one in named
                   if one not in fields and not _is_of_no_figure(one)]  # fmt: skip
        return HEADER_OF_LESS.format(names=", ".join(lacking)) if lacking else HEADER_AGAIN

    def _is_other(self, number: int, row: Sequence[str]) -> bool:
        """Tell whether a row under a heading is the header of another table."""
        folded = _names_in(row)
        if folded in self._again or not names_columns(row):
            return False
        fields = self._called_alike(_fields_of(folded))
        return fields != self._fields and not self._stand_otherwise(number, fields, [_HEADING])

    def refuse(self, number: int) -> NoReturn:
        """Refuse the table for a row that names other columns."""
        what = _("Row {row} names the columns otherwise than the header does.")
        advice = _("Put each table into a sheet or a file of its own, or name its columns alike.")
        raise ReadingError(what.format(row=number), self.grid.where, advice)

    def _called_alike(self, fields: list[str]) -> list[str]:
        """Return fields with that of an agency as the header has it, where both have one alone."""
        own, others = ([one for one in each if one in ("agency", "department")]
                       for each in (self._fields, fields))  # fmt: skip
        alike = len(own) == len(others) == 1
        return [own[0] if alike and one == others[0] else one for one in fields]

    def _stand_otherwise(self, number: int, fields: Sequence[str], before: Sequence[str]) -> bool:
        """Tell whether a row names each column of the header once, in another order.

        What tells of no training and of nobody's agency, sex or home may be in one of them alone;
        a list of persons with a text above it may lack any column of another: it is unknown.
        A cell over several of the rows that follow would be read in the wrong column. ``before`` is
        the row above.
        """
        once = all(len({*own}) == len(own) for own in (fields, self._fields)) and all(fields)
        over = any(first[0] > number and first[0] < last[0] for first, last in self.grid.merged)
        texts = [cell for cell in map(str.strip, before) if cell]
        headed = len(texts) == 1 and not is_total(texts[0])
        lists = all("name_of_person" in own for own in (fields, self._fields))
        lacking = set() if headed and lists else {*self._fields} - {*fields}
        others = {*fields} - {*self._fields} | lacking
        return once and not over and all(map(_is_of_no_figure, others))

    def _stretched(self, number: int, row: list[str], width: int) -> list[str]:
        more = len(row) > self.longest or any(map(str.strip, row[width:]))
        checked = self.grid.day_zero is not None and {*map(plain, row[width:])} <= _CHECKED | {""}
        if self.grid.day_zero is None and (more or len(row) < width):
            kind = SHORT_ROW if len(row) < width else LONG_ROW
            self.faults.append((number, -1, kind.of(cells=len(row), columns=width)))
        elif more and not checked:
            self.faults.append((number, -1, RIGHT_OF_HEADER))
        return (row + [""] * width)[:width]


def without_stray(header: Header, filled: Sequence[tuple[int, list[str]]]) -> Header:
    """Return a header without texts at the right of its table, or of the tags of its columns.

    They stand behind a column without a name, or in one that a row of tags has no tag for.
    Each row ends where that column would begin; what names a known field is none of them.
    """
    tagged = [tag.strip().startswith("#") for tag in header.tags]
    ends = [n for n, one in enumerate(header.names) if not (one or tagged[n])]
    ends += [len(tagged) - tagged[::-1].index(True)] if any(tagged) else []
    width = min(ends, default=0)
    under = [row for _number, row in filled[header.first :]]
    stray = any(tagged[width:]) or any(map(field_of_name, header.names[width:]))
    if width < 2 or len(under) < 2 or stray or {*map(len, under)} != {width}:
        return header
    return replace(header, names=header.names[:width], tags=header.tags[:width])


def longest_row(header: Header, filled: Sequence[tuple[int, list[str]]]) -> int:
    """Return how many cells a row may have: as many as the header, with its blank ones.

    A file may end each row with one separator more than its header. Where only some rows are
    longer, a text with the separator in it may have moved their cells, be the last one blank.
    """
    named = [*header.rows, *([] if header.tag_row is None else [header.tag_row])]
    own = max((len(filled[place][1]) for place in named), default=len(header.names))
    under = [len(one[1]) for one in filled[header.first :]]
    return max(own, min(under)) if len(under) > 1 else own
