"""Inputs that no reader expects, each told by its number: the same again from the same seed.

Four ways: real files with damage, tables of anything in a whole file, bytes of any kind, and sheets
as offices write them.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from bench.fuzz import files, office_files
from data.sheets.fields import names

KINDS = ("csv", "xlsx", "xls", "ods", "html")
WAYS = ("damaged", "table", "bytes", "office")
#: How an input is read: to its sheets and columns, the whole way, or the whole way if it is made
#: of the template. The whole way takes longest, so that most inputs go to the readers only.
READERS = ("sheets", "understand", "template")

#: So many of the sheets of offices have a text as long as a cell can be, or very many notes.
LONG = 0.03

_HOSTILE = (
    "", " ", "0", "-1", "1e9", "1,200", "~30", "NaN", "inf", "99999999999999999999", "2.5", "=1+1",
    "@SUM(A1)", "2023-05-09", "2023-02-30", "05/06/2023", "45055", "9999-12-31", "0000-00-00",
    "Total", "Grand Total", "کل میزان", "\u200f\u200e", "\x00", "\x1b[31m", "\ud800", "\U0010ffff",
    "ß", "İ", "ﷺ", "00000-0000000-0", "0300-0000000", "a@b.pk", "AB1234567", "x" * 400, "\n", "\r",
    '"', "'", ";", "\t", "|", "#adm2", "#adm2+code", "#", "<script>", "${x}", "Punjab", "Karachi",
    "Sialkot", "PK634", "pk634", "Swat", "Police", "FIA", "F", "M", "held", "district", "T1",
    "²", "٣", "①", "½", "1\u00a0200", "None", "n/a",
)  # fmt: skip
_TOKENS = (
    b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xfe\xff", b'"', b'""', b"\n", b"\r\n", b",",
    b";", b"\t", b"<", b">", b"&", b"&#0;", b"&#x110000;", b"]]>",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"-1", b"0", b"1048577", b"4294967296", b"99999999999999999999", b"XFD1048576", b"A0", b"ZZZZ9",
    b"NaN", b"1e999", b"\xed\xa0\x80", b"\xc3", b"sep=;\n", b"1048576", b"true", b'r="',
    b'table:number-rows-repeated="1048576" ', b'table:number-columns-repeated="16384" ',
    b'office:value-type="float" office:value="1e400" ', b'office:value-type="date" ',
    b"<td>", b"</table>", b"<tr hidden>", b'colspan="1000" ', b'rowspan="0" ', b"<table>", b"<!--",
    b'office:date-value="x" ', b't="s"', b't="d"', b't="e"', b't="b"', b"<f>1</f>",
)  # fmt: skip
_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xef\xbb\xbf",
           b"%PDF", b"training_id,adm2_pcode,agency,participants_f\n", b"", b"", b"")  # fmt: skip
_CODECS = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252", "cp1256")


@dataclass(frozen=True)
class Made:
    """One input: its number, what it is, how it is read, and the bytes of its files.

    ``people`` is the number of participants that it tells of, where that is known.
    """

    number: int
    kind: str
    way: str
    reader: str
    contents: tuple[bytes, ...]
    people: int | None = None

    @property
    def about(self) -> dict[str, Any]:
        """What a report says of it: all but its bytes."""
        return {"number": self.number, "kind": self.kind, "way": self.way, "reader": self.reader}


def made(seed: int, number: int) -> Made:
    """Make the input of a number."""
    chance = random.Random(f"{seed}:{number}")  # noqa: S311 - no secret
    way = chance.choices(WAYS, (50, 25, 10, 15))[0]
    kind = chance.choices(KINDS, (36, 28, 11, 17, 8))[0]
    if way == "office":
        rows, people = office_files.written(
            f"{seed}:{number}", chance.choice(list(office_files.KINDS))
        )
        if chance.random() < LONG:
            rows, people = office_files.with_long_texts(f"{seed}:{number}", rows), None
        return Made(number, "csv", way, "understand", (files.csv_of(rows).encode(),), people)
    reader = chance.choices(READERS, (90, 6, 4))[0]
    if reader == "template":
        kind = chance.choice(("csv", "xlsx"))
        contents = _of_template(chance, kind, way)
    else:
        contents = (_content(chance, kind, way),)
    return Made(number, kind, way, reader, contents)


def _content(chance: random.Random, kind: str, way: str) -> bytes:
    if way == "bytes":
        return chance.choice(_STARTS) + chance.randbytes(chance.choice((0, 1, 40, 600, 3000)))
    if kind == "xls":
        return _damaged(chance, files.old_workbook(), chance.randint(1, 12))
    if kind == "csv":
        return _csv(chance, way)
    if kind == "html":
        return _page(chance, way)
    parts_of = files.xlsx_parts if kind == "xlsx" else files.ods_parts
    if way == "table":
        parts = parts_of(_any_sheets(chance))
        return files.packed(parts, pressed=chance.random() < 0.5)
    if kind == "xlsx" and chance.random() < 0.2:
        return _damaged_package(chance, dict(files.template_parts()))
    tables = chance.sample(files.TABLES, chance.choice((1, 1, 2)))
    sheets = {f"Sheet {number}": rows for number, rows in enumerate(tables)}
    return _damaged_package(chance, parts_of(sheets))


def _of_template(chance: random.Random, kind: str, way: str) -> tuple[bytes, ...]:
    """Return files of the template: two CSV files, or one workbook."""
    tables = {"trainings": files.TRAININGS, "attendance": files.ATTENDANCE}
    if way == "table":
        tables = {name: _with_any_rows(chance, rows) for name, rows in tables.items()}
    if kind == "xlsx":
        if way == "bytes":
            return (chance.choice(_STARTS) + chance.randbytes(300),)
        parts = dict(files.template_parts() if chance.random() < 0.3 else files.xlsx_parts(tables))
        return (files.packed(parts) if way == "table" else _damaged_package(chance, parts),)
    texts = [files.csv_of(rows).encode("utf-8", "replace") for rows in tables.values()]
    if way == "damaged":
        place = chance.randrange(2)
        texts[place] = _damaged(chance, texts[place], chance.randint(1, 4))
    if way == "bytes":
        texts[chance.randrange(2)] += chance.randbytes(40)
    return tuple(texts)


def _csv(chance: random.Random, way: str) -> bytes:
    rows = _any_table(chance) if way == "table" else chance.choice(files.TABLES)
    text = files.csv_of(rows, chance.choice(",,,;\t|"))
    content = text.encode(chance.choice(_CODECS), "replace")
    return content if way == "table" else _damaged(chance, content, chance.randint(1, 6))


def _page(chance: random.Random, way: str) -> bytes:
    some = chance.sample(files.TABLES, chance.choice((1, 1, 2)))
    content = files.page_of([_any_table(chance)] if way == "table" else some).encode(
        "utf-8", "replace"
    )
    return content if way == "table" else _damaged(chance, content, chance.randint(1, 6))


@cache
def _known_names() -> tuple[str, ...]:
    return tuple(names().fields)


def _any_sheets(chance: random.Random) -> dict[str, files.Rows]:
    titles = chance.sample(("May", "trainings", "attendance", "About", " ", "a/b", "x" * 40), 3)
    return {title: _any_table(chance) for title in titles[: chance.choice((1, 1, 1, 2, 3))]}


def _any_table(chance: random.Random) -> files.Rows:
    """Return a table of any columns and any cells, or a usual one with any rows under it."""
    if chance.random() < 0.5:
        return _with_any_rows(chance, chance.choice(files.TABLES))
    width = chance.choice((0, 1, 2, 5, 8, 30))
    header = [chance.choice((*_HOSTILE, *_known_names())) for _ in range(width)]
    above = [[chance.choice(_HOSTILE)] for _ in range(chance.choice((0, 0, 1, 6)))]
    return [*above, header, *(_any_row(chance, width) for _ in range(chance.choice((0, 1, 3, 6))))]


def _with_any_rows(chance: random.Random, rows: files.Rows) -> files.Rows:
    table = [list(row) for row in rows]
    for row in table[1:]:
        for place in range(len(row)):
            if chance.random() < 0.2:
                row[place] = chance.choice(_HOSTILE)
    table += [_any_row(chance, len(table[0])) for _ in range(chance.choice((0, 0, 1, 2)))]
    return table


def _any_row(chance: random.Random, width: int) -> list[str]:
    return [chance.choice(_HOSTILE) for _ in range(max(width + chance.choice((0, 0, 0, 1, -1)), 0))]


def _damaged_package(chance: random.Random, parts: dict[str, bytes]) -> bytes:
    """Damage a part before it is packed, or the package afterwards; or leave a part out."""
    where = chance.random()
    name = chance.choice(sorted(parts))
    if where < 0.75:
        parts[name] = _damaged(chance, parts[name], chance.randint(1, 5))
    elif where < 0.8:
        del parts[name]
    content = files.packed(parts, pressed=chance.random() < 0.7)
    return _damaged(chance, content, chance.randint(1, 4)) if where >= 0.8 else content


def _damaged(chance: random.Random, content: bytes, times: int) -> bytes:
    damaged = bytearray(content)
    for _ in range(times):
        chance.choice(_DAMAGES)(chance, damaged)
    return bytes(damaged)


def _flip(chance: random.Random, content: bytearray) -> None:
    if content:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _replace(chance: random.Random, content: bytearray) -> None:
    if content:
        content[chance.randrange(len(content))] = chance.choice((0, 1, 0x7F, 0x80, 0xFF))


def _insert(chance: random.Random, content: bytearray) -> None:
    place = chance.randint(0, len(content))
    content[place:place] = chance.choice(_TOKENS)


def _insert_between(chance: random.Random, content: bytearray) -> None:
    """Insert a token where one could stand: after a space, a sign or the end of a cell."""
    places = [n + 1 for n, one in enumerate(content) if one in b' ",;>\n']
    if places:
        place = chance.choice(places)
        content[place:place] = chance.choice(
            (*_TOKENS, chance.choice(_HOSTILE).encode("utf-8", "replace"))
        )


def _cut(chance: random.Random, content: bytearray, most: int = 40) -> None:
    place = chance.randint(0, len(content))
    del content[place : place + chance.randint(1, most)]


def _again(chance: random.Random, content: bytearray) -> None:
    place = chance.randint(0, len(content))
    content[place:place] = content[place : place + chance.randint(1, 200)] * chance.choice(
        (1, 2, 50)
    )


def _number(chance: random.Random, content: bytearray) -> None:
    """Put another number in the place of one that is written."""
    places = [n for n, one in enumerate(content) if 48 <= one <= 57]
    if places:
        place = chance.choice(places)
        content[place : place + 1] = chance.choice(
            (b"-1", b"0", b"65536", b"1048576", b"9" * 20, b"1e9")
        )


_DAMAGES: tuple[Callable[[random.Random, bytearray], None], ...] = (
    _flip, _replace, _insert, _insert_between, _insert_between, _cut, _again, _number,
    partial(_cut, most=4000),
)  # fmt: skip
