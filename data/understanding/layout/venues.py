"""Whether a district beside a venue is that of the venue, and not where people serve."""

from collections.abc import Sequence

from data.sheets.fields import AGENCY_FIELDS, PERSONAL_FIELDS, TRAINING_FIELDS, plain
from data.sheets.sheet import Sheet
from data.understanding import contents

ENOUGH_ROWS = 4  # of one venue, whose one district then says something
#: What a column is called that has districts and nothing else.
PLAINLY_A_DISTRICT = frozenset(
    ["district", "districts", "district name", "name of district", "adm2", "adm2 name", "admin2",
     "dist", "distt", "distt name", "ضلع", "ضلع کا نام", "pcode", "p code", "district code"]
)  # fmt: skip

#: What a list tells of each person, beside a name.
_OF_PERSONS = frozenset(["designation", "sex", *AGENCY_FIELDS, *PERSONAL_FIELDS])


def may_be_venue(sheet: Sheet, fields: Sequence[str | None], n: int, listed: bool) -> bool:
    """Tell whether a district beside a venue may be the venue's: each venue has only one.

    One between what a list tells of each person, as "Post, District, Sex", is the person's.
    A venue that is left blank is the one above it, as in merged cells.
    """
    given = {*fields}
    if "venue" not in given or given & {"venue_district", "venue_adm2_pcode"}:
        return False
    if not (listed or given & {"sex", *AGENCY_FIELDS}):
        return False  # of trainings alone it is the venue's, which is said
    if plain(sheet.header[n]) not in PLAINLY_A_DISTRICT:
        return False
    if listed and _stands_among_persons(fields, n):
        return False
    place = list(fields).index("venue")
    if place in sheet.offered and listed:
        return False  # what is above a list of persons is not told again beside each
    venues = sheet.cells[place].str.strip()
    if place not in sheet.offered:
        venues = venues.mask(venues == "").ffill().fillna("")
    return contents.one_for_each(venues, sheet.cells[n], ENOUGH_ROWS)


def _stands_among_persons(fields: Sequence[str | None], n: int) -> bool:
    """Tell whether the columns beside one tell of each person, and none of them of a training."""
    beside = {*fields[max(n - 1, 0) : n], *fields[n + 1 : n + 2]}
    return bool(beside & _OF_PERSONS) and not beside & {*TRAINING_FIELDS}
