"""Columns of towns, or of texts that name districts, which nobody reads by what they are called."""

from data.records.distinct import filled_texts
from data.review.places_beside import is_in_one, lies_in
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, PLACE_FIELDS, plain
from data.sheets.words.names import name_words
from data.understanding import contents
from data.understanding.columns.evidence.evidence import Judged, Table
from data.understanding.columns.evidence.reasons import NAMED_DISTRICTS, TOWNS
from data.understanding.columns.whose_column import is_of_origin
from data.understanding.layout.titles.title_texts import DATE, VENUE
from geo.names.by_name import districts_among

#: How many of the texts of a column are towns or districts.
MOST = 0.6
_TEHSILS = frozenset(["tehsil", "taluka", "name of tehsil", "tehsil name", "tehsil taluka"])
#: Stations are called alike everywhere: only a name that one district has tells where one is.
_STATIONS = frozenset(["station", "stations", "thana", "thanas", "ps"])


def of_unread_places(table: Table, n: int) -> Judged | None:
    """Judge a column that may say where the participants serve, where no other says it.

    Its texts name districts, or are towns and tehsils; which of them it is, somebody says, but of
    stations beside the place of one training. A province beside it tells no district.
    """
    placed = any(name_words.guessed_field(one) == "district" for one in table.sheet.header)
    placed |= table.has(*PLACE_FIELDS[:2])
    if placed or n in table.sheet.offered:
        return None
    some = filled_texts(table.sheet.cells[n], contents.LOOKED_UP)
    if 2 * sum(bool(districts_among([one])) for one in some) > len(some):
        return Judged("district", sure=False, reason=NAMED_DISTRICTS)
    name = table.sheet.header[n]
    if is_of_origin(name):
        return None
    stations = bool(_STATIONS & {*plain(name).split()})
    lie = [is_in_one(one) if stations else any(lies_in(one)) for one in some]
    of_towns = sum(lie) >= MOST * len(some) > 0
    served = stations and len({*some}) > 1 and _was_at_one_place(table)
    return Judged("district", sure=served, reason="" if served else TOWNS) if of_towns else None


def _was_at_one_place(table: Table) -> bool:
    """Tell whether the texts above say plainly when and where the one training of all rows was."""
    told = {name: table.sheet.cells[n] for n, name in enumerate(table.sheet.header)
            if table.sheet.offered.get(n) == ""}  # fmt: skip
    return all(name in told and len({*told[name]}) == 1 for name in (DATE, VENUE))


def lies_in_venue(table: Table, name: str) -> bool:
    """Tell whether a column is of tehsils beside the districts in which sessions were held.

    Or in the one district of them all, each session with its day.
    """
    told = {*table.fields, *map(name_words.guessed_field, table.sheet.header)}
    of_one = any(one == "district" and n in table.sheet.offered
                 for n, one in enumerate(table.fields))  # fmt: skip
    days = [n for n, one in enumerate(table.fields) if one == "date_start"]
    of_one &= any(n not in table.sheet.offered for n in days) and bool(told & {*COUNT_FIELDS})
    of_one &= not table.has(*AGENCY_FIELDS)
    called = not table.listed and plain(name) in _TEHSILS
    return called and ("venue_district" in told or of_one)
