"""Columns that may hold postings, offices or districts, by what stands in them."""

import re
from collections.abc import Collection, Iterable, Sequence

import pandas as pd

from data.records.distinct import different_texts, filled_texts
from data.review.places_beside import LIES_IN_IT, is_in_one, lies_in
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.words.names.name_words import guessed_field, is_of_remarks
from data.understanding import contents
from data.understanding.layout.titles.agencies.agencies_of_posts import societies
from geo.names.match_result import A_CITY, A_TEHSIL
from geo.names.matching import match
from geo.names.offices.postings import is_office
from geo.names.remembered import once_a_reading

MOST = 0.6
#: "Place of posting", "Office address".
_POSTED = re.compile(r"\b(?:posting|posted|serving|duty station|place of duty)\b")
#: Words of where persons serve who are in a town, or a part, of a district.
_TOWNS = frozenset(["tehsil", "tehsils", "taluka", "talukas", "town", "towns", "posting", "posted",
                    "duty", "serving", "station", "stations", "thana", "thanas", "ps"])  # fmt: skip
#: Words of districts, or of posts that stand with the places.
_OF_MORE = frozenset(["district", "districts", "distt", "dist", "rank", "designation", "post"])
#: What a column is called of the agency to which somebody belongs, or of the district.
_OF_EITHER = frozenset(["belongs to", "belong to", "belonging to", "participants belong to",
                        "member of", "i work in", "i work at", "where i work",
                        "where do you work", "تعلق"])  # fmt: skip
#: What the column of where the persons of a list serve is called, one and the same for all, too.
UNITS = frozenset(["unit", "parent unit", "name of unit", "stakeholder", "stakeholder group",
                   "sector"])  # fmt: skip
#: Offices under one of these are where trainings were held.
_VENUES = frozenset(["place", "venue", "location"])
_NO_PLACE = re.compile(
    r"\b(?:venue|where|held|training|workshop|location|site|hall|address|city|place|institute"
    r"|academy)\b"
)


def is_of_towns(name: str) -> bool:
    """Tell whether a column of homes is of tehsils, towns or stations by name, and nothing else."""
    words = {*plain(name).split()}
    return bool(words & _TOWNS) and not words & _OF_MORE


def columns_of_towns(sheet: Sheet, fields: Sequence[str | None]) -> list[int]:
    """Return the columns of a list of persons of towns of duty by name and cells: "Station"."""
    named = [n for n, one in enumerate(fields) if one is None and n not in sheet.offered
             and is_of_towns(sheet.header[n])] if "name_of_person" in fields else []  # fmt: skip
    return [n for n in named if (texts := filled_texts(sheet.cells[n], contents.LOOKED_UP))
            and sum(map(is_in_one, texts)) >= MOST * len(texts)]  # fmt: skip


def lie_in_one(cells: pd.Series, district: Collection[str]) -> bool:
    """Tell whether all places of a column are one district, or lie in it and in no other."""
    texts = filled_texts(cells)
    return len(district) == 1 and all({*lies_in(text)} == {*district} for text in texts)


def may_hold_postings(sheet: Sheet, n: int, field: str | None) -> bool:
    """Tell whether a column of some field, or of none, may be of postings, by name and cells."""
    # "From" is a day only where it holds days, and "Participants" numbers only where it has them.
    if (
        field not in (None, "date_start", "participants_total", *AGENCY_FIELDS)
        or n in sheet.offered
    ):
        return False
    name = plain(sheet.header[n])
    if name in _OF_EITHER and contents.is_nothing_but(sheet.cells[n], "district"):
        return True
    of_venue = _NO_PLACE.search(name) or guessed_field(name) == "venue"
    if field != "designation" and of_venue and not _POSTED.search(name):
        return False  # but "Post held" is somebody's
    if not holds_postings(sheet, n, none_known=field is None):
        return False  # all others are looked at only beside one that does
    if field in ("agency", "department"):
        return not has_districts(sheet)
    # One text for all, as of their training, beside the districts of each is none.
    others = [one for one in range(len(sheet.header)) if one != n]
    of_all = field is None and sheet.cells[n].nunique() == 1
    return not (of_all and has_districts(sheet, others))


def holds_postings(sheet: Sheet, n: int, *, none_known: bool = False) -> bool:
    """Tell whether most of the first texts of a column are postings.

    With ``none_known`` districts beside some postings are, too.
    """
    texts = [text for text in map(str.strip, different_texts(sheet.cells[n], 40)) if text]
    posted = sum(map(_is_posting, texts))
    placed = posted + sum(map(contents.is_district, texts)) * (none_known and posted > 0)
    return bool(texts) and placed >= MOST * len(texts)


def has_districts(sheet: Sheet, among: Iterable[int] | None = None) -> bool:
    """Tell whether a column that is known by no name, and is of no venue, holds districts."""
    unknown = [n for n in (range(len(sheet.header)) if among is None else among)
               if not field_of_name(name := sheet.header[n])
               and guessed_field(name) not in ("venue", "venue_district")]  # fmt: skip
    return any(contents.contents_of(sheet.cells[n]) == contents.DISTRICTS for n in unknown)


def has_agencies(sheet: Sheet, fields: Sequence[str | None]) -> bool:
    """Tell whether a column that is known by no name holds nothing but agencies, and several."""
    named = societies(sheet)  # which may be of some rows alone
    listed = "name_of_person" in fields
    return any(
        not (one or n in named)
        and not is_of_remarks(sheet.header[n])
        and not _VENUES & {*plain(sheet.header[n]).split()}
        and (sheet.cells[n].nunique() > 1 or (listed and plain(sheet.header[n]) in UNITS))
        and contents.is_nothing_but(sheet.cells[n], "department")
        for n, one in enumerate(fields)
    )


@once_a_reading
def _is_posting(text: str) -> bool:
    """Tell whether a text is of an office or a post in a district, or in a town of one."""
    found = match(text, alike=False)
    lies = any(one.score >= LIES_IN_IT for one in found.candidates)
    return found.method == "posting" or (lies and found.reason in (A_CITY, A_TEHSIL)
                                         and is_office(text))  # fmt: skip
