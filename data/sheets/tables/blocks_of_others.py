"""Blocks of others than participants, or of things, with a header of their own, are left out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NoReturn

from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, PLACE_FIELDS, PRESENCE, plain
from data.sheets.tables.header import names_columns
from data.sheets.tables.like_records import fields_told, looks_so
from data.sheets.totals.total_words import is_total
from data.sheets.words.cell_values import has_numbers, kind_of
from data.sheets.words.names.names_of_things import heads_things, is_of_table, names_a_thing
from data.sheets.words.not_participants import (
    OF_OTHERS,
    is_of_no_participants,
    is_plainly_of_no_participants,
)
from geo.words.catalogue import _

Row = tuple[int, list[str]]
OF_THINGS = _("in a table of other things, as of cases or money")
#: Fields of columns of which no table of things has one, but a sum of its own.
_OF_THOSE_WHO_CAME = frozenset([*COUNT_FIELDS, "name_of_person", "sex", PRESENCE, "training_id"])
_SUM = "total"
#: Fields of columns of which a table has none where its heading alone says that it is of things.
_OF_RECORDS = frozenset(
    [*COUNT_FIELDS, *AGENCY_FIELDS, *PLACE_FIELDS, "title", "date_start", "venue", "designation"]
)


class BlocksOfOthers:
    """The blocks of a table whose heading says what else they are of: "Resource persons", "Cases".

    Their header may name other columns than the table's, and no row of them is read: heading,
    header and rows are left out, up to a text or a header that follows. Records behind that stand
    under no header, and are refused. ``fields`` are those of the table; ``is_other`` tells of a
    row whether it is the header of another table, and ``refuse`` refuses one by its number.
    """

    def __init__(
        self,
        fields: Sequence[str | None],
        is_other: Callable[[int, Sequence[str]], bool],
        refuse: Callable[[int], NoReturn],
    ) -> None:
        self.fields, self.is_other, self.refuse = fields, is_other, refuse
        self.left_out: list[tuple[int, str]] = []
        #: The header of the last block, until another follows: under what the rows behind it stand.
        self._header: Row | None = None

    def without(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Return the rows of a table without those of such blocks."""
        rows, back = iter(rows), list[Row]()
        while one := back.pop() if back else next(rows, None):
            text = _text_alone(one[1])
            if self._header and not text:
                self._require_no_record(one[1])
            of_things = bool(text) and heads_things(text)
            if not text or not (of_things or is_of_no_participants(text)) or not self.fields[1:]:
                yield one
                continue
            block, header = self._under(rows, back, of_things=of_things)
            if reason := _why_left_out(text, block, of_things=of_things):
                self._header = header
                block.insert(0, one)
                self.left_out += [(row, reason) for row, texts in block if any(texts)]
                yield from (blank for blank in block if not any(blank[1]))
            else:
                back += reversed(block)
                yield one

    def _under(
        self, rows: Iterator[Row], back: list[Row], *, of_things: bool
    ) -> tuple[list[Row], Row | None]:
        """Return the rows under a heading if they have a header of their own, else none, and it.

        Those of the next heading are under the same header, where it has none. A table of things
        ends at a blank row.
        """
        first = _up_to(lambda texts: any(map(str.strip, texts)), rows, back)
        number, texts = first[-1] if first else (0, [])
        headed = self.is_other(number, texts) or (of_things and not has_numbers(texts))
        if not headed and not (self._header and _is_record(texts) and not names_columns(texts)):
            back += reversed(first)
            return [], None

        def ends(texts: Sequence[str]) -> bool:
            return _ends_block(texts) or (of_things and not any(map(str.strip, texts)))

        rest = _up_to(ends, rows, back)
        if rest and ends(rest[-1][1]):
            back.append(rest.pop())
        return first + rest, (number, texts) if headed else self._header

    def _require_no_record(self, texts: Sequence[str]) -> None:
        """Refuse the table where a record stands behind a block, under no header of its own."""
        if self._header is None or names_columns(texts):
            self._header = None
            return
        own = (self.fields, fields_told(self._header[1]))
        first = next(filter(None, texts), "")
        numbered = first.strip(" .)").isdecimal() and _is_record(texts)
        if numbered or any(looks_so(texts, fields) for fields in own):
            self.refuse(self._header[0])


def _why_left_out(heading: str, block: Sequence[Row], *, of_things: bool) -> str:
    """Say why the rows under a heading are left out, where it and they are plain; else nothing."""
    people = sum(_is_record(texts) and not names_columns(texts) for _row, texts in block)
    if block and is_plainly_of_no_participants(heading, people):
        return OF_OTHERS
    rows = [texts for _row, texts in block if any(texts)]
    return OF_THINGS if of_things and rows and is_of_things(*rows) else ""


def is_of_things(names: Sequence[str], *rows: Sequence[str]) -> bool:
    """Tell whether a table under a heading of things is one of them, by its names and cells.

    One column of a thing is enough beside the heading, if none counts or names those who came. Else
    no column tells of a training or of whom it was for, and no cell is a sex, an agency or a place.
    """
    called = [*filter(str.strip, names)]
    told = dict(zip(called, fields_told(called), strict=True))
    known = sum(bool(field) or is_of_table(name) for name, field in told.items())
    fields = {field for name, field in told.items() if plain(name) != _SUM}
    if len(called) < 2 or 2 * known <= len(called) or fields & _OF_THOSE_WHO_CAME:
        return False
    if names_a_thing(called):
        return not any(map(kind_of, called))
    cells = (cell for row in (names, *rows) for cell in row)
    return not fields & _OF_RECORDS and not any(map(kind_of, cells))


def _up_to(
    is_last: Callable[[Sequence[str]], bool], rows: Iterator[Row], back: list[Row]
) -> list[Row]:
    """Return the rows up to the first of which something is true, and that."""
    taken: list[Row] = []
    while one := back.pop() if back else next(rows, None):
        taken.append(one)
        if is_last(one[1]):
            break
    return taken


def _ends_block(texts: Sequence[str]) -> bool:
    text = _text_alone(texts)
    return (bool(text) and not is_total(text)) or names_columns(texts)


def _text_alone(texts: Sequence[str]) -> str:
    """Return the text of a row that has nothing else; else nothing."""
    if len(texts) - texts.count("") != 1:  # as of nearly all rows of a table
        return ""
    return next(filter(None, texts)).strip()


def _is_record(texts: Sequence[str]) -> bool:
    filled = len(texts) - texts.count("")
    return filled > 1 and not any(map(is_total, texts))
