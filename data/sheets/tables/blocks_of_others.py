"""Blocks of others than participants, with a header of their own, are left out of a table."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NoReturn

from data.sheets.tables.header import names_columns
from data.sheets.tables.like_records import fields_told, looks_so
from data.sheets.totals.total_words import is_total
from data.sheets.words.not_participants import (
    OF_OTHERS,
    is_of_no_participants,
    is_plainly_of_no_participants,
)

Row = tuple[int, list[str]]


class BlocksOfOthers:
    """The blocks of a table whose heading says that they are of others: "Resource persons".

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
            if not text or not is_of_no_participants(text) or not self.fields[1:]:
                yield one
                continue
            block = self._under(rows, back)
            people = sum(_is_record(texts) and not names_columns(texts) for _row, texts in block)
            if block and is_plainly_of_no_participants(text, people):
                block.insert(0, one)
                self.left_out += [(row, OF_OTHERS) for row, texts in block if any(texts)]
                yield from (blank for blank in block if not any(blank[1]))
            else:
                back += reversed(block)
                yield one

    def _under(self, rows: Iterator[Row], back: list[Row]) -> list[Row]:
        """Return the rows under a heading if they have a header of their own, else none.

        Those of the next heading are under the same header, where it has none.
        """
        first = _up_to(lambda texts: any(map(str.strip, texts)), rows, back)
        number, texts = first[-1] if first else (0, [])
        headed = self.is_other(number, texts)
        if not headed and not (self._header and _is_record(texts) and not names_columns(texts)):
            back += reversed(first)
            return []
        self._header = (number, texts) if headed else self._header
        rest = _up_to(_ends_block, rows, back)
        if rest and _ends_block(rest[-1][1]):
            back.append(rest.pop())
        return first + rest

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
