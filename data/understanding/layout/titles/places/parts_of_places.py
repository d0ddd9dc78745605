"""Districts that are called by their part of a place alone, which a text beside them names.

Under "Karachi Range", South and East are districts of Karachi; under "Dir", Upper and Lower are.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import pandas as pd

from data.records.distinct import by_text, different_texts, filled_texts
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.words.names.name_words import guessed_field
from geo.districts import gazetteer
from geo.districts.larger_places import larger_places
from geo.words.catalogue import _

_PARTS = frozenset(["north", "south", "east", "west", "central", "upper", "lower"])
_DISTRICT = frozenset(["district", "distt", "dist", "zila", "zilla"])
_BRACKETS = re.compile(r"[()\[\]]")
#: One part alone may be of anything: "East" is a zone, a wing, a gate.
LEAST = 2
#: What may name the place beside its parts: a training, where it was held, and larger places.
_FIELDS = frozenset(["title", "venue", "venue_district"])
_LARGER = frozenset(["city", "division", "range", "region"])


def with_parts_of_places(sheet: Sheet) -> Sheet:
    """Return a sheet whose columns, or districts, that are called by a part have its place too.

    The texts above the rows, or other districts, name the one place of all; where they name none,
    the title, the venue or the city of each row does.
    """
    fields = [{field_of_name(name), guessed_field(name)} for name in sheet.header]
    districts = [n for n, own in enumerate(fields) if "district" in own]
    texts = [text for n in districts for text in different_texts(sheet.cells[n])]
    if named := _named((*sheet.above, sheet.name)) or _named(texts):
        return _of_one_place(sheet, districts, named[0]) if len(named) == 1 else sheet
    larger = [not _LARGER.isdisjoint(plain(name).split()) for name in sheet.header]
    told = [
        n for n, own in enumerate(fields) if (own & _FIELDS or larger[n]) and n not in districts
    ]
    if not told or not any(_part(text) in _PARTS for text in texts):  # as in most tables
        return sheet
    cells, places = sheet.cells, _places_of_rows(sheet, told)
    for place in sorted({*places} - {""}):
        before, cells = cells, _with_districts(cells, districts, place, places == place)
        if cells is not before:
            words = _(
                "{where}: districts are called by their parts of {place}, which their rows name."
            )
            sheet = sheet.noted(words.format(where=sheet.where, place=place.title()))
    return sheet if cells is sheet.cells else replace(sheet, cells=cells)


def _of_one_place(sheet: Sheet, districts: Sequence[int], place: str) -> Sheet:
    """Return a sheet with the columns and the districts that are called by parts of a place."""
    own = _places()[place]
    header = tuple(_of_column(name, own) for name in sheet.header)
    changed = {plain(name).split()[0] for name, new in zip(sheet.header, header, strict=True)
               if name != new}  # fmt: skip
    header = header if len(changed) >= LEAST else sheet.header
    cells = _with_districts(sheet.cells, districts, place, slice(None))
    if header == sheet.header and cells is sheet.cells:
        return sheet
    words = _("{where}: districts are called by their parts of {place}, which stands above.")
    said = words.format(where=sheet.where, place=place.title())
    return replace(sheet, header=header, cells=cells).noted(said)


def _with_districts(
    cells: pd.DataFrame, districts: Sequence[int], place: str, rows: pd.Series | slice
) -> pd.DataFrame:
    """Return cells with the districts of a place for its parts, in some rows; else as they are.

    One part is enough where it is called a district, and no other stands beside.
    """
    own = _places()[place]
    siblings = {*map(plain, own.values())} | _others_of(place)
    for n in districts:
        texts = filled_texts(cells.loc[rows, n])
        told = {text for text in texts if _bare(text) in siblings}
        parts = {text for text in texts if _part(text) in own}
        others = {*texts} - told - parts - {text for text in texts if _bare(text) == place}
        called = not others and all(map(_is_called_district, parts))
        if parts and (called or len({*map(_bare, told)}) + len({*map(_part, parts)}) >= LEAST):
            cells = cells.copy()
            named = by_text(cells.loc[rows, n], lambda text: own.get(_part(text), text))
            cells.loc[rows, n] = named
    return cells


def _places_of_rows(sheet: Sheet, told: Sequence[int]) -> pd.Series:
    """Return by row the one place that some of its cells name, the last above for a blank one."""
    texts = [sheet.cells[n].mask(sheet.cells[n].str.strip() == "").ffill().fillna("")
             for n in told]  # fmt: skip
    joined = texts[0]
    for more in texts[1:]:
        joined = joined + " / " + more
    return by_text(joined, lambda text: named[0] if len(named := _named([text])) == 1 else "")


def _named(texts: Sequence[str]) -> list[str]:
    """Return each place of several parts that some texts name."""
    written = f" {plain(' '.join(texts))} "
    return [place for place in _places() if f" {place} " in written]


def _others_of(place: str) -> set[str]:
    """Return the districts of a place that are called by no part of it: Malir, Korangi."""
    codes = {code for one in larger_places().values() if plain(one.name) == place
             for code in one.districts}  # fmt: skip
    return {plain(gazetteer.names()[code]) for code in codes}


def _bare(text: str) -> str:
    """Return a text in its plain form, without the word for a district and brackets."""
    return _part(_BRACKETS.sub(" ", text))


def _is_called_district(text: str) -> bool:
    return not _DISTRICT.isdisjoint(plain(text).split())


def _part(text: str) -> str:
    """Return what a text is without the word for a district: "Distt. East" is "east"."""
    return " ".join(word for word in plain(text).split() if word not in _DISTRICT)


def _of_column(name: str, own: Mapping[str, str]) -> str:
    """Return the name of a column with the district for the part that begins it, and its count."""
    first, _space, rest = name.strip().partition(" ")
    counted = not rest or field_of_name(rest) in COUNT_FIELDS
    return f"{own[plain(first)]} {rest}".strip() if counted and plain(first) in own else name


@lru_cache(maxsize=1)
def _places() -> dict[str, dict[str, str]]:
    """Return by place the districts that are its parts: karachi, south, "Karachi South"."""
    places: dict[str, dict[str, str]] = {}
    for name in gazetteer.names().values():
        words = plain(name).split()
        part = [word for word in words if word in _PARTS]
        if len(part) == 1 and len(words) > 1:
            place = " ".join(word for word in words if word not in _PARTS)
            places.setdefault(place, {})[part[0]] = name
    return {place: own for place, own in places.items() if len(own) >= LEAST}
