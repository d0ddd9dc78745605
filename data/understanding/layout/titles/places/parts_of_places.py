"""Districts that are called by their part of a place alone, which the text above names.

Under "Karachi Range", South and East are districts of Karachi; under "Dir", Upper and Lower are.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from data.records.distinct import by_text
from data.sheets.field_names import field_of_name
from data.sheets.fields import COUNT_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.words.names.name_words import guessed_field
from geo.districts import gazetteer
from geo.words.catalogue import _

_PARTS = frozenset(["north", "south", "east", "west", "central", "upper", "lower"])
#: One part alone may be of anything: "East" is a zone, a wing, a gate.
LEAST = 2


def with_parts_of_places(sheet: Sheet) -> Sheet:
    """Return a sheet whose columns, or districts, that are called by a part have its place too."""
    texts = f" {plain(' '.join((*sheet.above, sheet.name)))} "
    named = [own for place, own in _places().items() if f" {place} " in texts]
    if len(named) != 1:
        return sheet
    [own] = named
    header = tuple(_of_column(name, own) for name in sheet.header)
    changed = {plain(name).split()[0] for name, new in zip(sheet.header, header, strict=True)
               if name != new}  # fmt: skip
    header = header if len(changed) >= LEAST else sheet.header
    cells = sheet.cells
    for n, name in enumerate(sheet.header):
        of_districts = "district" in (field_of_name(name), guessed_field(name))
        texts_of = {plain(text) for text in cells[n].unique().tolist()} if of_districts else set()
        if len(texts_of & {*own}) >= LEAST:
            cells = cells.copy()
            cells[n] = by_text(cells[n], lambda text: own.get(plain(text), text))
    if header == sheet.header and cells is sheet.cells:
        return sheet
    words = _("{where}: districts are called by their parts of {place}, which stands above.")
    place = next(one for one, parts in _places().items() if parts is own).title()
    said = words.format(where=sheet.where, place=place)
    return replace(sheet, header=header, cells=cells, notes=(*sheet.notes, said))


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
