"""Venues beside days in one column; and whether a district beside one is its, or of who serves."""

import re
from collections.abc import Sequence

import pandas as pd

from data.records.calendar.dates import is_day
from data.records.calendar.years import in_year, only_year
from data.records.distinct import by_text, different_texts, filled_texts
from data.records.personal_data import safe_name
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    PERSONAL_FIELDS,
    TOLD_BY,
    TRAINING_FIELDS,
    plain,
)
from data.sheets.sheet import Sheet
from data.sheets.totals.total_words import is_total
from data.understanding import contents
from geo.names.matching import match
from geo.words.catalogue import _

#: So many texts are looked up.
LOOKED_UP = 40
ENOUGH_ROWS = 4  # of one venue, whose one district then says something
#: What a column is called that has districts and nothing else.
PLAINLY_A_DISTRICT = frozenset(
    ["district", "districts", "district name", "name of district", "adm2", "adm2 name", "admin2",
     "dist", "distt", "distt name", "zila", "zilla", "zila ka naam", "name of zila",
     "ضلع", "ضلع کا نام", "pcode", "p code", "district code"]
)  # fmt: skip
#: "Officers were called from all districts of the division", and so not from that of a venue.
_FROM_SEVERAL = re.compile(
    r"\b(?:called|invited|nominated|came|come|coming|drawn|participants|participated|attended"
    r"|belong(?:ed|ing)?|officers|officials|members|posted|serving)\b (?:to |in )?(?:from |of )?"
    r"(?:all(?: of)?|various|different|several|many|other|neighbou?ring)(?: the)?(?: \w+)?"
    r" districts\b",
    re.IGNORECASE,
)
#: Whose a district beside counted people is taken for, as it is said.
AS_HOME = _(
    "The district beside the venue is taken as where the participants serve. If it is the venue's, "
    "say that its column is the district of the venue."
)
AS_LIVING = _(
    "The sessions were held in villages or for the community: the district beside is taken as "
    "where the participants live. If it is only the venue's, say that its column is "
    "the district of the venue."
)
AS_SERVED = _(
    "The district beside the numbers is taken as where the participants serve, as no venue is "
    "told. If it is only where they were trained, say that its column is the district of the venue."
)
#: What somebody may say otherwise of a column, though nothing was asked of it.
OTHERWISE = frozenset([AS_HOME, AS_LIVING, AS_SERVED])
AS_VENUE = _(
    "The district of a training is taken as its venue. Where its participants serve is not in "
    "the file, so that no district is counted as reached."
)
#: The columns of a day and its venue that stood in one.
DATE, VENUE = "Date", "Venue"
_PLACES = frozenset(["venue", "place", "location"])
#: Where a session is held, in a register that has a day of each row and no venue.
_VISITED = frozenset(["school", "school name", "name of school", "college", "name of college",
                      "school college", "institution visited", "school visited", "place visited",
                      "name of institution visited"])  # fmt: skip
#: Where courses are given, and whose own people hardly come to them.
_TRAINS = re.compile(
    r"\b(?:academy|(?:police|staff|judicial|training|management|services?) (?:training )?(?:college"
    r"|school|cent(?:re|er)|institute|wing)|r?p\.? ?t\.? ?[cs]\.?)(?!\w)"
    r"|(?:اکیڈمی|ٹریننگ (?:سکول|سنٹر|کالج)|پولیس کالج)",
    re.IGNORECASE,
)
_INSTITUTIONS = frozenset(
    [
        "institution",
        "institute",
        "academy",
        "name of institution",
        "name of institute",
        "institution academy",
        "training institution",
        "training institute",
        "academy institution",
        "ادارہ",
        "اکیڈمی",
    ]
)
#: Where those of some schools, or villages, come together.
_CLUSTERS = frozenset(["cluster", "cluster name", "name of cluster"])
#: The most words of a day in such a column.
MOST_WORDS = 9
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


def came_from_several(texts: Sequence[str]) -> bool:
    """Tell whether a text says that who came was called from several districts."""
    return any(map(_FROM_SEVERAL.search, texts))


def _stands_among_persons(fields: Sequence[str | None], n: int) -> bool:
    """Tell whether the columns beside one tell of each person, and none of them of a training."""
    beside = {*fields[max(n - 1, 0) : n], *fields[n + 1 : n + 2]}
    return bool(beside & _OF_PERSONS) and not beside & {*TRAINING_FIELDS}


def with_venues(sheet: Sheet) -> Sheet:
    """Return a sheet with the venues that its days have beside them, or its schools are."""
    return _with_places(_with_visited(_with_venues_apart(sheet)))


def _with_venues_apart(sheet: Sheet) -> Sheet:
    """Return a sheet with the days and the venues of one column in two: "15 May 2023, Hall One".

    Nothing is done where a cell does not begin, or end, with a day, or another column has either.
    """
    fields = {*sheet.fields}
    both = [n for n, name in enumerate(sheet.header) if {*plain(name).split()} & {"date", "dates"}
            and {*plain(name).split()} & _PLACES]  # fmt: skip
    if len(both) != 1 or fields & {"date_start", "venue"}:
        return sheet
    [n] = both
    year = only_year((sheet.name, *sheet.above))
    texts = filled_texts(sheet.cells[n])
    parts = {text: _day_and_venue(text, year) for text in texts if not is_total(text)}
    if not parts or not all(day for day, __ in parts.values()):
        return sheet
    days = by_text(sheet.cells[n], lambda text: parts.get(text, (text,))[0])
    venues = by_text(sheet.cells[n], lambda text: parts.get(text, ("", ""))[1])
    words = _("{where}: {column} is read as the day and the venue of each row.")
    said = words.format(where=sheet.where, column=safe_name(sheet.header[n]))
    whole = sheet.renamed({n: DATE}).with_texts(n, days, said)
    return whole.with_columns([(VENUE, venues, "")])


def _with_visited(sheet: Sheet) -> Sheet:
    """Return a register of counts whose schools are the venues of its rows, each with its day.

    So are the institutions that train, and its clusters, but where a district beside is theirs as
    much as the participants'.
    """
    fields = sheet.fields
    called = [plain(name) for name in sheet.header]
    names = _VISITED if PLAINLY_A_DISTRICT & {*called} else _VISITED | _CLUSTERS
    training = [n for n, name in enumerate(called)
                if name in _INSTITUTIONS and _all_train(sheet.cells[n])]  # fmt: skip
    visited = [n for n, name in enumerate(called) if name in names or n in training]
    told = {"venue", "name_of_person", "sex"} & {*fields}
    if len(visited) != 1 or told or "date_start" not in fields or not {*fields} & {*COUNT_FIELDS}:
        return sheet
    [n] = visited
    records = sheet.cells[fields.index("date_start")].str.strip() != ""
    if not (sheet.cells[n].str.strip() != "")[records].all():
        return sheet
    words = _("{where}: {column} is read as the venue of each row.")
    said = words.format(where=sheet.where, column=safe_name(sheet.header[n]))
    return sheet.renamed({n: VENUE}).noted(said)


def _all_train(cells: pd.Series) -> bool:
    """Tell whether each text of a column is of an institution that gives courses."""
    texts = [text for text in filled_texts(cells) if not is_total(text)]
    return bool(texts) and all(map(_TRAINS.search, texts))


def _with_places(sheet: Sheet) -> Sheet:
    """Return a list whose "Place" beside its days has one for each of several trainings, as venues.

    Another column then has the postings of those who came; else it may be where they are from.
    """
    fields = sheet.fields
    places = [n for n, name in enumerate(sheet.header) if plain(name) in _PLACES and not fields[n]]
    keys = [n for n, one in enumerate(fields) if one in TOLD_BY]
    if len(places) != 1 or not keys or "name_of_person" not in fields or "venue" in fields:
        return sheet
    [n] = places
    beside = {*fields[max(n - 1, 0) : n], *fields[n + 1 : n + 2]} & {*TRAINING_FIELDS}
    trainings = sheet.cells[keys].agg(" ".join, axis=1)
    apart = trainings.nunique() > 1 and contents.one_for_each(
        trainings, sheet.cells[n], ENOUGH_ROWS
    )
    others = [k for k, one in enumerate(fields) if one in (None, *AGENCY_FIELDS) and k != n]
    if not beside or not apart or not any(_are_postings(sheet.cells[k]) for k in others):
        return sheet
    words = _("{where}: {column} is read as the venue of each row.")
    said = words.format(where=sheet.where, column=safe_name(sheet.header[n]))
    return sheet.renamed({n: VENUE}).noted(said)


def _are_postings(cells: pd.Series) -> bool:
    """Tell whether most texts are of an office or a post in a district, of several."""
    texts = [text for text in different_texts(cells, LOOKED_UP) if text.strip()]
    found = [match(text, alike=False) for text in texts]
    posted = [one.adm2_pcode for one in found if one.method == "posting"]
    return len({*posted}) > 1 and 2 * len(posted) > len(texts)


def _day_and_venue(text: str, year: int | None) -> tuple[str, str]:
    """Return the day that a text begins or ends with, and the rest; blank where it has none."""
    words = " ".join(text.replace("|", " ").split()).split()
    for length in range(min(len(words) - 1, MOST_WORDS), 0, -1):
        for own, rest in (
            (words[:length], words[length:]),
            (words[-length:], words[:-length]),
        ):
            day, venue = (" ".join(part).strip(" ,;:()-–") for part in (own, rest))
            if (is_day(day) or (year and in_year(day, year))) and any(map(str.isalpha, venue)):
                return day, venue.removeprefix("at ")
    return "", ""
