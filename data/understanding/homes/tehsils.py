"""The district of tehsils that rows name, which one text above them tells, or each by itself."""

import re
from dataclasses import replace

import pandas as pd

from data.records.distinct import filled_texts
from data.records.personal_data import safe_name
from data.review.places_beside import is_in_one, lies_in
from data.sheets.fields import AGENCY_FIELDS, PLACE_FIELDS, PRESENCE, TOLD_BY, plain
from data.sheets.sheet import Sheet
from data.understanding import contents
from data.understanding.layout.postings import HOME
from data.understanding.layout.titles.places.homes_above import HOME_ABOVE
from data.understanding.layout.titles.title_texts import DISTRICT
from geo.districts import gazetteer
from geo.names.by_name import districts_among
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
#: And of towns, in a list of persons, each of which may lie in a district of its own.
_TOWNS = frozenset(["tehsil", "taluka", "town", "sub tehsil", "tehsil town", "town tehsil",
                    "tehsil taluka", "taluka tehsil", "bar tehsil", "tehsil bar"])  # fmt: skip
#: And of where somebody is stationed, which the names of districts among its towns tell.
_STATIONS = frozenset(["station", "stations", "station name", "name of station"])
_OF_DUTY = re.compile(r"\b(?:place of )?(?:(?:posting|duty|service|office)|(?:where )?posted)\b")
_NAMED = re.compile(r"^(?:name of |present |current )*(?P<name>.*?)(?: name| of)*$")
#: What that column is called then, as where persons serve.
TOWN_OF_DUTY = "Town of posting"
LOOKED_UP = 40
#: How many of its texts are towns or districts.
MOST = 0.6
#: Who is listed, or of whom an agency or a venue is told, is no number of a tehsil alone.
_OF_OTHERS = frozenset(["name_of_person", "sex", PRESENCE, "venue", *AGENCY_FIELDS])


def with_homes_of_tehsils(sheet: Sheet) -> Sheet:
    """Return a sheet whose tehsils have the one district that stands above them all."""
    fields = sheet.fields
    tehsils = [n for n, name in enumerate(sheet.header)
               if plain(name) in _TEHSILS or _is_of_stations(name, sheet.cells[n])]  # fmt: skip
    if {*fields} & {*PLACE_FIELDS} - {"province"} or HOME_ABOVE in sheet.header:
        return sheet
    if towns := _with_towns(sheet):
        return towns
    if len(tehsils) != 1:
        return sheet
    above = districts_among(sheet.beside)
    texts = filled_texts(sheet.cells[tehsils[0]])
    lie = [set(lies_in(text)) for text in texts] if len(above) == 1 else []
    if not any(one == above for one in lie) or any(one and not one & above for one in lie):
        return sheet
    name = gazetteer.names()[next(iter(above))]
    words = _("{where}: its tehsils, circles or stations are of {district}, which stands above.")
    said = words.format(where=sheet.where, district=name)
    column = pd.Series(name, index=sheet.cells.index, dtype="str")
    if {*fields} & _OF_OTHERS:
        return sheet.with_columns([(HOME, column, "")]).noted(said)
    return _beside_numbers(sheet, column).noted(said)


def _with_towns(sheet: Sheet) -> Sheet | None:
    """Return a table whose tehsils or towns are where its people serve; None of any other.

    One for all may be where they were trained, and those of groups where a training was held, but
    where the name speaks of duty. Of those in the one district above the rows it tells.
    """
    listed = "name_of_person" in sheet.fields
    called = [n for n, name in enumerate(sheet.header)
              if n not in sheet.offered and (listed or _OF_DUTY.search(plain(name)))
              and _is_of_towns(plain(name), sheet.cells[n])]  # fmt: skip
    if len(called) != 1:
        return None
    [n] = called
    texts = filled_texts(sheet.cells[n])
    above = districts_among(sheet.above)
    if len(above) == 1 and not any({*lies_in(text)} - above for text in texts[:LOOKED_UP]):
        return None
    known = sum(len({*lies_in(text)}) == 1 for text in texts[:LOOKED_UP])
    if not known or known < MOST * len(texts[:LOOKED_UP]) or _are_of_trainings(sheet, n):
        return None
    words = _("{where}: {column} is read as where the participants serve.")
    said = words.format(where=sheet.where, column=safe_name(sheet.header[n]))
    return sheet.renamed({n: TOWN_OF_DUTY}).noted(said)


def _are_of_trainings(sheet: Sheet, n: int) -> bool:
    """Tell whether each of several trainings has one town, as where it was held."""
    keys = [place for place, one in enumerate(sheet.fields) if one in TOLD_BY]
    trainings = sheet.cells[keys].agg(" ".join, axis=1) if keys else sheet.cells[n]
    several = bool(keys) and trainings.nunique() > 1 and not _OF_DUTY.search(plain(sheet.header[n]))
    return several and contents.one_for_each(trainings, sheet.cells[n], LOOKED_UP)


def _is_of_stations(name: str, cells: pd.Series) -> bool:
    """Tell whether a column is of stations by its name, and not of districts alone."""
    return plain(name) in _STATIONS and not contents.is_nothing_but(cells, "district")


def _is_of_towns(name: str, cells: pd.Series) -> bool:
    """Tell whether a column is of tehsils or towns by its plain name, several or those of duty.

    Those of stations lie in one district each, and some are called by theirs or name it, as "Khar,
    Bajaur": police stations are called alike everywhere.
    """
    if _is_of_stations(name, cells):
        texts = filled_texts(cells, LOOKED_UP)
        told = any(contents.is_district(text) or districts_among([text]) for text in texts)
        return told and all(map(is_in_one, texts))
    bare = " ".join(_OF_DUTY.sub(" ", name).split())
    found = _NAMED.match(bare)
    town = bool(found) and found["name"] in _TOWNS
    return town and (bare != name or len(filled_texts(cells)) > 1)


def _beside_numbers(sheet: Sheet, districts: pd.Series) -> Sheet:
    """Return a sheet with a column of districts, which are not told again as those of venues."""
    kept = [n for n, name in enumerate(sheet.header) if n not in sheet.offered or name != DISTRICT]
    alone = sheet.only(kept)
    return replace(alone.with_columns([(OF_TEHSIL, districts, "")]), offered=alone.offered)
