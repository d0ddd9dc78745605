"""Districts that are called by their part of a place alone, which the text above names.

Under "Karachi Range", South and East are districts of Karachi; under "Dir", Upper and Lower are.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from data.records.distinct import by_text
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.words.names.name_words import guessed_field
from geo.districts import gazetteer
from geo.words.catalogue import _

_PARTS = frozenset(["north", "south", "east", "west", "central", "upper", "lower"])
_DISTRICT = frozenset(["district", "distt", "dist", "zila", "zilla"])
_BRACKETS = re.compile(r"[()\[\]]")
#: One part alone may be of anything: "East" is a zone, a wing, a gate.
LEAST = 2


def with_parts_of_places(sheet: Sheet) -> Sheet:
    """Return a sheet whose columns, or districts, that are called by a part have its place too."""
    districts = {n: [*sheet.cells[n].unique()] for n, name in enumerate(sheet.header)
                 if "district" in (field_of_name(name), guessed_field(name))}  # fmt: skip
    named = _named((*sheet.above, sheet.name)) or _named([*chain(*districts.values())])
    if len(named) != 1:
        return sheet
    [own] = named
    header = tuple(_of_column(name, own) for name in sheet.header)
    changed = {plain(name).split()[0] for name, new in zip(sheet.header, header, strict=True)
               if name != new}  # fmt: skip
    header = header if len(changed) >= LEAST else sheet.header
    cells = sheet.cells
    siblings = {*map(plain, own.values())}
    for n, texts in districts.items():
        told = {plain(_BRACKETS.sub(" ", text)) for text in texts} & siblings
        parts = {_part(text) for text in texts} & {*own}
        if parts and len(told) + len(parts) >= LEAST:
            cells = cells.copy()
            cells[n] = by_text(cells[n], lambda text: own.get(_part(text), text))
    if header == sheet.header and cells is sheet.cells:
        return sheet
    words = _("{where}: districts are called by their parts of {place}, which stands above.")
    place = next(one for one, parts in _places().items() if parts is own).title()
    said = words.format(where=sheet.where, place=place)
    return replace(sheet, header=header, cells=cells, notes=(*sheet.notes, said))


def _named(texts: Sequence[str]) -> list[dict[str, str]]:
    """Return the parts of each place that some texts name."""
    written = f" {plain(' '.join(texts))} "
    return [own for place, own in _places().items() if f" {place} " in written]


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
