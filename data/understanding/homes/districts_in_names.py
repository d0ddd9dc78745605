"""The one district whose parts a column has, as its name says: "Tehsil (District Kasur)"."""

import re

import pandas as pd

from data.records.distinct import filled_texts
from data.records.personal_data import safe_name
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, PLACE_FIELDS, VENUE_FIELDS, plain
from data.sheets.sheet import Sheet
from data.understanding import contents
from data.understanding.columns.villages import VILLAGES
from data.understanding.layout.titles.places.homes_above import HOME_ABOVE
from data.understanding.layout.titles.title_texts import DISTRICT
from geo.districts import gazetteer
from geo.names.matching import match
from geo.words.catalogue import _

#: What a column of postings is called whose district is told by its name.
STATION = "Station"
_PART = (
    r"(?:tehsils?|talukas?|uc|union councils?|towns?|villages?|goths?|mauzas?|localit(?:y|ies)"
    r"|areas?|wards?|(?:places?|stations?) of (?:posting|duty|service)|(?:present )?postings?"
    r"|posted at|duty (?:stations?|places?)|stations?|offices?|تحصیل|تعلقہ|یونین کونسل|گاؤں)"
)
_WITHIN = re.compile(
    rf"(?P<part>(?:(?:your|name of|which|نام) )*{_PART}(?: (?:or )?{_PART})*(?: name| کا نام)?)"
    r"(?: of| in| within| میں)?(?: the)?"
    r"(?: (?:district|distt|dist|zill?a|ضلع))?(?: of)? (?P<where>.+?)(?: (?:district|distt|dist))?"
)


def with_districts_in_names(sheet: Sheet) -> Sheet:
    """Return a sheet with the district of which the name of a column of its parts says that it is.

    Of a list it is that of its persons, of sessions that of their venues. Nothing is done where
    another column gives places, or a cell names another district.
    """
    parts = {n: own for n, name in enumerate(sheet.header)
             if n not in sheet.offered and (own := _part_and_district(name))}  # fmt: skip
    fields = {field_of_name(name) for n, name in enumerate(sheet.header) if n not in parts}
    if len(parts) != 1 or fields & {*PLACE_FIELDS, *VENUE_FIELDS} or HOME_ABOVE in sheet.header:
        return sheet
    [(n, (part, code))] = parts.items()
    if {*plain(part).split()} & VILLAGES and fields & {*AGENCY_FIELDS}:
        return sheet  # where officials live, who may serve elsewhere
    listed = bool(fields & {"name_of_person", "sex"})
    holds = contents.contents_of(sheet.cells[n])
    texts = holds in (contents.TEXTS, contents.DISTRICTS, contents.MIXED, contents.AGENCIES)
    if not texts or not (listed or fields & {*COUNT_FIELDS}) or not _are_within(sheet, n, code):
        return sheet
    name = gazetteer.names()[code]
    words = _("{where}: {column} says of all rows that they are of {district}.")
    said = words.format(where=sheet.where, column=safe_name(sheet.header[n]), district=name)
    if field_of_name(part) in PLACE_FIELDS:
        if not fields & {*AGENCY_FIELDS[:2]}:
            return sheet  # the posting may tell the agency
        part = STATION
    district = pd.Series(name, index=sheet.cells.index, dtype="str")
    whole = sheet.renamed({n: part}).noted(said)
    return whole.with_columns([(HOME_ABOVE if listed else DISTRICT, district, "")])


def _part_and_district(name: str) -> tuple[str, str] | None:
    """Return what the parts in a column are called, and the P-code of their district, or None."""
    found = _WITHIN.fullmatch(plain(name))
    if not found:
        return None
    code = match(found["where"], alike=False).named_code
    return (found["part"].capitalize(), code) if code else None


def _are_within(sheet: Sheet, n: int, code: str) -> bool:
    """Tell whether no cell of a column names a district other than one."""
    texts = filled_texts(sheet.cells[n])
    return all(match(text, alike=False).adm2_pcode in (None, code) for text in texts)
