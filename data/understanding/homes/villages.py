"""People listed by their villages, under a union council or a tehsil whose district is told."""

import re
from collections.abc import Sequence

import pandas as pd

from data.records.personal_data import safe_name
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, PLACE_FIELDS
from data.sheets.sheet import Sheet
from data.understanding.columns.villages import (
    HALLS,
    are_of_villages,
    is_for_neighbours,
    is_of_councils,
    is_of_villages,
)
from data.understanding.layout.homes_of_tables import with_homes_above
from data.understanding.layout.titles.agencies.agencies_above import are_for_officials
from data.understanding.layout.titles.places.homes_above import HOME_ABOVE
from data.understanding.layout.titles.title_texts import DISTRICT
from geo.districts import gazetteer
from geo.names.matching import match
from geo.words.catalogue import _

#: A part of a district that may be said before it: "UC Kot, Tehsil & Zila Kasur".
_PART = (
    r"\b(?:u\.? ?c\b|union council|tehsil|taluka|village|mauza|goth|basti|chak|killi|mohalla"
    r"|(?:municipal|town) committee)"
    r"|یونین کونسل|تحصیل|تعلقہ|گاؤں|موضع|گوٹھ|بستی|محلہ"
)
_WITHIN = re.compile(
    rf"(?:(?:{_PART})[^;:()]*?|(?:^|[,،(–—-])\s*)"
    r"(?:\b(?:district|distt?\b\.?|zill?a)|ضلع)\W+(?P<where>\w[^,،;:()\d|–—-]*)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:districts|tehsils|talukas)\b|اضلاع", re.IGNORECASE)


def with_homes_of_villagers(sheet: Sheet) -> Sheet:
    """Return a sheet of villagers with the district above them as the one in which they live.

    So it is of sessions that were held in their villages, and where a column has these and a text
    their part of the district, and no other place or agency is told of them; not where they met in
    a hall or an office, or the text names several districts.
    """
    fields = sheet.fields
    above = DISTRICT in sheet.header and not {*fields} & {*PLACE_FIELDS}
    if above and are_of_villages(sheet, fields):
        homes = sorted({*sheet.cells[sheet.header.index(DISTRICT)]} - {""})
        return with_homes_above(sheet, _said(sheet, homes))
    told = {*fields} & {*PLACE_FIELDS, *AGENCY_FIELDS}
    counted = {*fields} & {*COUNT_FIELDS, "name_of_person", "sex"}
    if told or HOME_ABOVE in sheet.header or not counted or not _has_villages(sheet):
        return sheet
    home = _district_within(sheet.above)
    texts = [_WITHIN.sub(" ", text) for text in sheet.beside]  # its council is no agency
    if not home or are_for_officials(texts) or any(map(HALLS.search, sheet.above)):
        return sheet
    homes = pd.Series(home, index=sheet.cells.index, dtype="str")
    return sheet.with_columns([(HOME_ABOVE, homes, "")]).noted(_said(sheet, [home]))


def _said(sheet: Sheet, homes: Sequence[str]) -> str:
    words = _("{where}: those who are listed by their villages live in the district above: {name}.")
    return words.format(where=sheet.where, name=", ".join(map(safe_name, homes)))


def _has_villages(sheet: Sheet) -> bool:
    """Tell whether a column has villages, or councils of sessions for whoever lives there."""
    near = is_for_neighbours(sheet.beside)
    return any((is_of_villages(name) or (near and is_of_councils(name)))
               and (sheet.cells[n].str.strip() != "").any()
               for n, name in enumerate(sheet.header) if n not in sheet.offered)  # fmt: skip


def _district_within(texts: Sequence[str]) -> str:
    """Return the name of the one district whose part the texts name; blank for none or several."""
    said = [found["where"] for text in texts if (found := _WITHIN.search(" ".join(text.split())))]
    codes = {match(where.strip(" ."), alike=False).adm2_pcode or "" for where in said}
    if len(codes) != 1 or any(map(_SEVERAL.search, texts)):
        return ""
    return gazetteer.names().get(codes.pop(), "")
