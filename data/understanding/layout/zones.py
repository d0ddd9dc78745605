"""Zones of the investigation agency, each of several districts: its agency, and no home district.

"Lahore Zone" in a column, where the file names the agency, is no Lahore; nor is it asked which
district of the zone it is, as nobody knows.
"""

from dataclasses import replace

from data.records.distinct import by_text, different_texts
from data.records.personal_data import safe_name
from data.review.agencies.agencies import FIA, agencies_named
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_words import is_total
from data.sheets.words.names.name_words import guessed_field
from geo.words.catalogue import _

ZONE_AGENCY, ZONE = "Agency of the zone", "FIA zone"
#: What zones are called by, or were.
_SEATS = frozenset(
    ["lahore", "gujranwala", "faisalabad", "multan", "islamabad", "rawalpindi", "peshawar", "kohat",
     "abbottabad", "dera ismail khan", "d khan", "karachi", "hyderabad", "sukkur", "larkana",
     "quetta", "turbat", "gwadar", "gujrat", "sargodha", "bahawalpur", "sahiwal", "punjab", "sindh",
     "kp", "kpk", "khyber pakhtunkhwa", "balochistan", "gilgit", "gb", "gilgit baltistan",
     "mirpur", "ajk", "north", "south"]
)  # fmt: skip
_OTHERS = frozenset(
    ["fia", "zone", "zonal", "office", "hq", "hqrs", "headquarters", "i", "ii", "iii", "1", "2",
     "3", "the", "of"]
)  # fmt: skip
_ZONES = frozenset(["zone", "zones"])
#: Rows of which the cells are looked at, and those of a column of zones.
FIRST_ROWS, LOOKED_AT = 50, 400


def with_zones(sheet: Sheet) -> Sheet:
    """Return a sheet whose column of zones says that they are of the agency, and no districts."""
    places = [n for n, name in enumerate(sheet.header)
              if n not in sheet.offered and _may_be_zones(sheet, n, name)]  # fmt: skip
    if len(places) != 1 or not _names_agency(sheet, places[0]):
        return sheet
    n = places[0]
    fields = [field_of_name(name) or guessed_field(name) for name in sheet.header]
    told = any(one in AGENCY_FIELDS[:2] for place, one in enumerate(fields) if place != n)
    words = _("{where}: {column} has zones of FIA, each of several districts: no home is told.")
    said = words.format(where=sheet.where, column=safe_name(sheet.header[n]))
    whole = sheet.renamed({n: ZONE if told else ZONE_AGENCY})
    whole = whole.with_texts(n, by_text(sheet.cells[n], _of_agency), said)
    return replace(whole, offered={**sheet.offered, n: ""})


def _may_be_zones(sheet: Sheet, n: int, name: str) -> bool:
    """Tell whether each text of a column is a zone, by its own words or the column's name."""
    called = {*plain(name).split()}
    named = bool(called & _ZONES) and not called & {"district", "districts"}
    first = sheet.cells[n].array[:FIRST_ROWS].tolist()
    if not (named or any("zone" in text.casefold() for text in first)):
        return False
    texts = [text for text in different_texts(sheet.cells[n], LOOKED_AT)
             if text.strip() and not is_total(text)]  # fmt: skip
    return bool(texts) and all(_is_zone(text, named) for text in texts)


def _is_zone(text: str, named: bool) -> bool:
    words = plain(text).split()
    places = [word for word in words if word not in _OTHERS]
    known = " ".join(places) in _SEATS or all(word in _SEATS for word in places)
    return known and bool(places) and (named or bool(_ZONES & {*words}))


def _of_agency(text: str) -> str:
    """Return a zone with its agency; a total, or nothing, as it is."""
    if not text.strip() or is_total(text):
        return text
    bare = plain(text).split()
    zone = text.strip() if _ZONES & {*bare} else f"{text.strip()} Zone"
    return zone if "fia" in bare else f"{FIA} {zone}"


def _names_agency(sheet: Sheet, n: int) -> bool:
    """Tell whether the agency is named above, below, in a column's name or in one of agencies."""
    columns = [place for place, name in enumerate(sheet.header)
               if place == n or field_of_name(name) in AGENCY_FIELDS[:2]]  # fmt: skip
    cells = [text for place in columns for text in sheet.cells[place].iloc[:FIRST_ROWS].unique()]
    return FIA in agencies_named((*sheet.beside, *sheet.header, *cells))
