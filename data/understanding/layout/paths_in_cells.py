"""A column of paths, "Kasur > Police > Female", whose name says of what: a column for each part."""

import re
from dataclasses import replace

from data.records.distinct import by_text, filled_texts
from data.records.personal_data import safe_name
from data.sheets.field_names import field_of_name
from data.sheets.sheet import Sheet
from geo.words.catalogue import _

#: What stands between the parts of a path, and never within a name.
_BETWEEN = re.compile(r"\s*(?:>|→|»|::)\s*")
#: The parts in the name of the column: "Indicator (district > agency > sex)".
_IN_BRACKETS = re.compile(r"[^()]*\((?P<parts>[^()]+)\)\s*")
LEAST_KNOWN = 2


def with_parts_of_paths(sheet: Sheet) -> Sheet:
    """Return a sheet with a column for each part of paths, where all cells have as many parts.

    The name of their column names the parts in the same way, of which two at least are known.
    """
    for n, name in enumerate(sheet.header):
        names = _parts_named(name)
        if not names or n in sheet.offered:
            continue
        told = {text: _BETWEEN.split(text.strip()) for text in filled_texts(sheet.cells[n])}
        if not told or any(len(parts) != len(names) for parts in told.values()):
            continue
        columns = [by_text(sheet.cells[n], lambda text: _part(told.get(text), place))  # noqa: B023
                   for place in range(len(names))]  # fmt: skip
        words = _("{where}: the parts of {column} are read as a column each.")
        said = words.format(where=sheet.where, column=safe_name(name))
        more = [(one, cells, "") for one, cells in zip(names[1:], columns[1:], strict=True)]
        whole = sheet.renamed({n: names[0]}).with_texts(n, columns[0], said).with_columns(more)
        sheet = replace(whole, offered=sheet.offered)  # they stand in the file
    return sheet


def _parts_named(name: str) -> list[str]:
    """Return the names of the parts that the name of a column has; none where it names no path."""
    if not _BETWEEN.search(name):
        return []
    found = _IN_BRACKETS.fullmatch(name)
    names = [one.strip() for one in _BETWEEN.split(found["parts"] if found else name.strip())]
    known = sum(field_of_name(one) is not None for one in names)
    return names if known >= LEAST_KNOWN and len({*names}) == len(names) else []


def _part(parts: list[str] | None, place: int) -> str:
    return parts[place].strip() if parts else ""
