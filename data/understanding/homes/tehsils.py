"""The district of tehsils that rows name, which one text above them tells."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from data.records.distinct import filled_texts
from data.review.places_beside import LIES_IN_IT
from data.sheets.fields import AGENCY_FIELDS, PLACE_FIELDS, PRESENCE, plain
from data.sheets.sheet import Sheet
from data.understanding.layout.postings import HOME
from data.understanding.layout.titles.places.homes_above import HOME_ABOVE
from data.understanding.layout.titles.title_texts import DISTRICT
from geo.districts import gazetteer
from geo.names.by_name import districts_among
from geo.names.matching import match
from geo.words.catalogue import _

#: A column of the districts of tehsils, which is read as any column of districts is.
OF_TEHSIL = "District name"
_TEHSILS = frozenset(["tehsil", "taluka", "tehsil name", "name of tehsil", "taluka name",
                      "name of taluka", "tehsil taluka", "sub tehsil", "subdivision",
                      "sub division",
                      "circle", "sdpo circle", "police circle", "circle name", "name of circle",
                      "sdpo", "sdpo office", "police sub division",
                      "police station", "ps", "name of police station", "thana", "police stations",
                      "tehsil of participants", "taluka of participants", "تحصیل",
                      "تعلقہ"])  # fmt: skip
#: Who is listed, or of whom an agency or a venue is told, is no number of a tehsil alone.
_OF_OTHERS = frozenset(["name_of_person", "sex", PRESENCE, "venue", *AGENCY_FIELDS])


def with_homes_of_tehsils(sheet: Sheet) -> Sheet:
    """Return a sheet whose tehsils have the one district that stands above them all."""
    fields = sheet.fields
    tehsils = [n for n, name in enumerate(sheet.header) if plain(name) in _TEHSILS]
    if len(tehsils) != 1 or {*fields} & {*PLACE_FIELDS} or HOME_ABOVE in sheet.header:
        return sheet
    above = districts_among(sheet.beside)
    texts = filled_texts(sheet.cells[tehsils[0]])
    lie = [set(_lies_in(text)) for text in texts] if len(above) == 1 else []
    if not any(one == above for one in lie) or any(one and not one & above for one in lie):
        return sheet
    name = gazetteer.names()[next(iter(above))]
    words = _("{where}: its tehsils, circles or stations are of {district}, which stands above.")
    said = words.format(where=sheet.where, district=name)
    column = pd.Series(name, index=sheet.cells.index, dtype="str")
    if {*fields} & _OF_OTHERS:
        return sheet.with_columns([(HOME, column, "")]).noted(said)
    return _beside_numbers(sheet, column).noted(said)


def _beside_numbers(sheet: Sheet, districts: pd.Series) -> Sheet:
    """Return a sheet with a column of districts, which are not told again as those of venues."""
    kept = [n for n, name in enumerate(sheet.header) if n not in sheet.offered or name != DISTRICT]
    alone = sheet.only(kept)
    return replace(alone.with_columns([(OF_TEHSIL, districts, "")]), offered=alone.offered)


def _lies_in(text: str) -> Iterator[str]:
    """Yield the districts that a text is, or in which the place that it names lies."""
    found = match(text)
    if found.adm2_pcode:
        yield found.adm2_pcode
    for one in found.candidates:
        if one.score >= LIES_IN_IT:
            yield one.adm2_pcode
