"""A column with persons listed in its cells, of whom each is a row or who are counted.

Each is a row where every cell names somebody, and as many as the total beside it says; else they
are counted by what is told of each, as those of another row are a number.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from data.records.distinct import filled_texts
from data.records.rules import whole_numbers
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, PERSONAL_FIELDS, PLACE_FIELDS
from data.sheets.sheet import Sheet
from data.sheets.tables.workbook.lists_apart import is_to_come
from data.sheets.totals.total_rows import LARGEST, say_total
from data.sheets.totals.total_words import is_total
from data.understanding.layout.crossed.crossed_columns import AGENCY, DISTRICT
from data.understanding.layout.crossed.persons_listed import (
    DEPARTMENT,
    HOME,
    NAME,
    Told,
    lists_several,
    persons_alike,
    persons_told,
    why_asked,
)
from data.understanding.layout.legends import UNTOLD

#: Beside these a row is of one person, whose home and post stand in columns of their own.
_OF_ONE = {*PERSONAL_FIELDS, *PLACE_FIELDS[:2], "designation"}
#: What the name of a column says that its cells tell of each: "Participants (name, department)".
_TOLD = (
    r"(?:names?|dep(?:artmen)?tt?s?|agenc(?:y|ies)|organi[sz]ations?|offices?|designations?|ranks?"
    r"|posts?|postings?|place of posting|districts?)\.?"
)
_BETWEEN_TOLD = r"(?:\s*[,/&+-]\s*|\s+(?:and|with|of)\s+|\s+)"
_WITH_TOLD = re.compile(
    rf"(?P<who>.+?)\s*(?:[(\[]|[,/&+–—-]|\b(?:with|and)\b)\s*(?:(?:their|home) )?"
    rf"{_TOLD}(?:{_BETWEEN_TOLD}(?:(?:their|home) )?{_TOLD})*\s*[)\]]?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Lists:
    """A column of lists: where it stands, of what, and the parts of each text.

    A part has a name of each kind and a number. ``why``: why somebody is asked, if it is known.
    """

    place: int
    kinds: tuple[str, ...]
    parts: Mapping[str, Sequence[tuple[tuple[str, ...], int]]]
    of_persons: bool = False
    why: str = ""

    @property
    def by_name(self) -> bool:
        """Whether each part is one person, and no number is needed."""
        return NAME in self.kinds


def persons_in_cells(sheet: Sheet, n: int) -> Lists | None:
    """Return the persons whom each cell of a column names; None where one names nobody.

    Of sexes or agencies beside, these say more, and nobody else than who came is counted.
    """
    fields = sheet.fields
    beside = {*fields} & {*AGENCY_FIELDS, "sex", *COUNT_FIELDS} - {"participants_total"}
    field = fields[n] or _field_before(sheet.header[n])
    if beside or field not in ("name_of_person", *COUNT_FIELDS) or is_to_come(sheet.header[n]):
        return None
    texts = [text for text in filled_texts(sheet.cells[n]) if not is_total(text)]
    if not any(map(lists_several, texts)):  # as in most lists
        return None
    kinds, alike = ((), {}) if _OF_ONE & {*fields[:n], *fields[n + 1 :]} else persons_alike(texts)
    if kinds and _are_all(sheet, n, alike):
        return _of_each(n, kinds, alike)
    told = {text: persons_told(text) for text in texts}
    if not all(told.values()):
        return None
    why = why_asked([one for own in told.values() for _who, one in own])
    if not why and _are_all(sheet, n, told):
        return _of_each(n, *_columns(told, (DEPARTMENT, HOME)))
    kinds, persons = _columns(told, (AGENCY, DISTRICT))
    counts = {text: [*Counter(one[1:] for one in persons[text]).items()] for text in texts}
    return Lists(n, kinds[1:], counts, of_persons=True, why=why)


def _field_before(name: str) -> str | None:
    """Return the field of a name without what it says that is told of each person; else None."""
    found = _WITH_TOLD.fullmatch(" ".join(name.split()))
    return field_of_name(found["who"]) if found else None


def _are_all(sheet: Sheet, n: int, persons: Mapping[str, Sequence[object]]) -> bool:
    """Tell whether each row names somebody, and as many as the total beside it says."""
    rows = sheet.cells[~say_total(sheet.cells)]
    named = rows[n].map(lambda text: len(persons.get(text, ()))).astype("int64")
    totals = (whole_numbers(rows[place], LARGEST)[0] for place, name in enumerate(sheet.header)
              if place != n and field_of_name(name) == "participants_total")  # fmt: skip
    return bool((named > 0).all()) and all((one == named).fillna(False).all() for one in totals)


def _of_each(
    n: int, kinds: tuple[str, ...], persons: Mapping[str, Sequence[tuple[str, ...]]]
) -> Lists:
    parts = {text: [(one, 1) for one in own] for text, own in persons.items()}
    return Lists(n, kinds, parts, of_persons=True)


def _columns(
    told: Mapping[str, Sequence[tuple[str, Told]]], kinds: tuple[str, str]
) -> tuple[tuple[str, ...], Mapping[str, Sequence[tuple[str, ...]]]]:
    """Return the name, the agency and the home of persons, of these two what any is told of."""
    of_any = [one for own in told.values() for _who, one in own]
    has = (any(one.agency for one in of_any), any(one.home for one in of_any))
    persons = {
        text: [(who, *compress((one.agency or UNTOLD, one.home or UNTOLD), has))
               for who, one in own]
        for text, own in told.items()
    }  # fmt: skip
    return (NAME, *compress(kinds, has)), persons
