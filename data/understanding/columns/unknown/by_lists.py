"""Columns of agencies, districts, days or sexes, of which lists say what they may be."""

import re

from data.review.agencies.agencies import called_as
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    IGNORED,
    PART,
    PERSONAL_FIELDS,
    PLACE_FIELDS,
    PRESENCE,
    plain,
)
from data.sheets.no_records.other_units import is_of_indicators
from data.sheets.split_days import MONTHS_OF
from data.sheets.totals.total_rows import say_total
from data.sheets.words.names import name_words, names_of_who_came
from data.sheets.words.names.day_words import is_of_another_day
from data.sheets.words.names.held_where import PLACES
from data.sheets.words.presence import LED, LOOKED_ON, TOOK_PART, part_taken
from data.understanding import contents
from data.understanding.columns.evidence.evidence import Judged, Table
from data.understanding.columns.evidence.reasons import HELD, VENUES
from data.understanding.columns.villages import COUNCILS, VILLAGES
from data.understanding.columns.whose_column import (
    COMES_FROM,
    holds_homes,
    is_plainly,
    tells_agencies,
)
from data.understanding.layout.postings import AGENCY as OF_POSTING

#: Words of where counted trainings were held.
_VENUES = frozenset(["city", "location", "site", "place", "town", "venue", "hall", "hotel",
                     "ہال", "ہوٹل", *PLACES])  # fmt: skip
_MONTHS = frozenset(["month", *MONTHS_OF])
#: Words of who gives a training, and not of who came; of persons the first alone say so.
_GIVERS = frozenset(
    ["facilitator", "facilitators", "organizer", "organiser", "trainer", "trainers"]
)
#: Of these, too, somebody may tell the sex in a form.
_OTHER_PERSONS = frozenset(["victim", "victims", "survivor", "survivors", "child", "children",
                            "parent", "spouse", "speaker", "guest", "accused"])  # fmt: skip
_GIVE = frozenset(["facilitating", "implementing", "organizing", "organising", "conducting",
                   "delivering", "hosting", "lead", "reporting", "reporter", "facilitated",
                   "organized", "organised", "conducted", "delivered", "implemented", "supported",
                   "host", *_GIVERS])  # fmt: skip
#: Words of whom a training was for, or reached, which say more of who came than its title.
_FOR_WHOM = frozenset(["target", "targeted", "beneficiary", "beneficiaries"])
_FOR = frozenset(["for", "for whom", "meant for", "held for", "conducted for", "arranged for",
                  "whom", "to whom", "given to", "imparted to", "delivered to"])  # fmt: skip
#: And what that of each indicator is, of which some are people.
VALUES = ("value", "values", "indicator value", "result", "achieved", "achievement")
#: What a table that is long calls the column that tells its numbers apart.
_APART = frozenset(["disaggregation", "disaggregate", "group", "groups", "category", "categories",
                    "indicator", "variable", "type", "beneficiaries", "participants"])  # fmt: skip
#: What a column is called that has no name.
_UNNAMED = re.compile(r"Column \d+")
#: What "Participants from" can be answered by.
_FROM_WHERE = (contents.AGENCIES, contents.DISTRICTS)
#: By what the cells are: the field that they may be, and those of which none is given then.
_BY_LISTS = (
    (contents.AGENCIES, "department", AGENCY_FIELDS),
    (contents.DISTRICTS, "district", PLACE_FIELDS[:2]),
    (contents.DAYS, "date_start", ("date_start",)),
    (contents.MONTHS, "date_start", ("date_start",)),
    (contents.PARTS, PART, (PART,)),
    (contents.SEXES, "sex", ("sex", *COUNT_FIELDS[:2])),
)


def _tell_parts(table: Table, n: int) -> bool:
    """Tell whether a column says of each person of a list that they took part, or plainly led."""
    texts = table.sheet.cells.loc[~say_total(table.sheet.cells), n].unique().tolist()
    parts = set(map(part_taken, texts))
    return bool(parts & TOOK_PART) and parts <= (TOOK_PART | LED) - LOOKED_ON


def _tells_counted(table: Table, name: str) -> bool:
    """Tell whether a column of sexes is of the one number beside it: "Group", or without a name."""
    counted = [one for one in table.fields if one in COUNT_FIELDS]
    counted += [name for name in map(plain, table.sheet.header) if name in VALUES
                and are_of_indicators(table)]  # fmt: skip
    alone = len(counted) == 1 and counted[0] in ("participants_total", *VALUES)
    return alone and (_is_apart(name) or _is_unnamed(name))


def are_of_indicators(table: Table) -> bool:
    """Tell whether a column of a table is of indicators, by names and tags."""
    return any(map(is_of_indicators, table.sheet.header, table.sheet.tags))


def _is_apart(name: str) -> bool:
    return bool({*plain(name).split()} & _APART)


def _is_unnamed(name: str) -> bool:
    return not name.strip() or _UNNAMED.fullmatch(name) is not None


def has_sexes_apart(table: Table) -> bool:
    """Tell whether a column that tells numbers apart has the sexes of whom they count."""
    return any(holds == contents.SEXES and _is_apart(name)
               for name, holds in zip(table.sheet.header, table.holds, strict=True))  # fmt: skip


def says_given(table: Table, name: str) -> bool:
    """Tell whether the name of a column of bodies says that they gave the training."""
    return bool({*plain(name).split()} & (_GIVERS if table.listed else _GIVE))


def _differ_within_trainings(table: Table, n: int) -> bool:
    """Tell whether a training, by its title and day, has several places in a column: no venue."""
    told = [place for place, one in enumerate(table.fields) if one in ("title", "date_start")]
    rows = table.sheet.cells[table.sheet.cells[n].str.strip() != ""]
    return len(told) == 2 and bool((rows.groupby(told)[n].nunique() > 1).any())


def by_lists(table: Table, n: int) -> Judged | None:
    """Judge a column that holds agencies, districts, days or sexes where no other gives them."""
    name, holds = table.sheet.header[n], table.holds[n]
    places = {"place", "venue", "location", *(() if table.listed else ("school", "schools"))}
    if holds == contents.AGENCIES and {*plain(name).split()} & places:
        return None  # "DC Office" is where it was
    if holds == contents.AGENCIES and name_words.is_of_remarks(name):
        called = [called_as(text) for text in table.sheet.cells[n].unique().tolist() if text]
        if not all(called):
            return None  # "media covered" tells of no participant's agency
    for_whom = bool(_FOR_WHOM & {*plain(name).split()}) or plain(name) in _FOR
    if holds == contents.AGENCIES and says_given(table, name) and plain(name) not in _FOR:
        return Judged(IGNORED if table.has("delivered_by") else "delivered_by")
    if holds == contents.AGENCIES and for_whom and _is_untold(table):
        sure = not table.listed and _counts_who_came(table)
        return Judged("agency", sure=sure, reason="" if sure else HELD[holds])
    placed = table.has("district", "venue_district")
    if holds == contents.DISTRICTS and not table.has("district") and _is_of_posting(table, name):
        return Judged("district")
    if holds == contents.DISTRICTS and not placed and is_of_venue(table, name):
        return Judged("venue_district")
    if holds == contents.DISTRICTS and not placed and _may_be_of_venue(table, name):
        meant = "district" if _differ_within_trainings(table, n) else "venue_district"
        return Judged(meant, sure=False, reason=VENUES)
    if holds == contents.DISTRICTS and not table.has("venue") and is_of_venue(table, name):
        return Judged("venue")  # the home district stands beside it
    for kind, meant, others in _BY_LISTS:
        of_agencies = kind == contents.AGENCIES and tells_agencies(table.sheet, table.fields, n)
        # A post says less of an agency than the agency beside it.
        others = ("agency", "department") if of_agencies else others
        if holds == kind and not table.has(*others):
            sure = is_plainly(table.sheet, n, meant)
            of_another = is_of_another_day(name) or names_of_who_came.is_planned(name)
            sure |= kind == contents.DAYS and not of_another
            sure |= kind == contents.MONTHS and bool(_MONTHS & set(plain(name).split()))
            sure |= kind == contents.DISTRICTS and holds_homes(table.sheet, n)
            sure |= kind == contents.DISTRICTS and _all_come_from(table, n)
            sure |= kind == contents.SEXES and _tells_sex(table, name)
            sure |= kind == contents.PARTS and table.listed and _tell_parts(table, n)
            sure |= of_agencies or (kind == contents.AGENCIES and _is_of_unnamed_list(table, n))
            sure |= kind in _FROM_WHERE and name_words.says_from_where(name)
            return Judged(meant, sure=sure, reason="" if sure else HELD[holds])
    return None


def _is_untold(table: Table) -> bool:
    """Tell whether no column gives an agency but one that was read from titles or posts."""
    return not any(one in AGENCY_FIELDS[:2] and table.sheet.header[place] != OF_POSTING
                   for place, one in enumerate(table.fields))  # fmt: skip


def _counts_who_came(table: Table) -> bool:
    """Tell whether a column counts people, and not those who were to come."""
    named = (one or name_words.guessed_field(name)
             for name, one in zip(table.sheet.header, table.fields, strict=True)
             if not names_of_who_came.is_planned(name))  # fmt: skip
    return any(one in COUNT_FIELDS for one in named)


def _tells_sex(table: Table, name: str) -> bool:
    """Tell whether a column of sexes is of those who came: "My trainer was" is of another."""
    of_another = bool({*plain(name).split()} & (_GIVERS | _OTHER_PERSONS))
    return not of_another and (table.listed or _tells_counted(table, name))


def _all_come_from(table: Table, n: int) -> bool:
    """Tell whether a column of a list has the districts that its persons come from.

    What is none of them is asked about by itself: "Takht Bhai (Mardan)".
    """
    return table.listed and plain(table.sheet.header[n]) in COMES_FROM[1:]


def _is_of_unnamed_list(table: Table, n: int) -> bool:
    """Tell whether a column without a name, of persons, has an agency in each, and several."""
    cells = table.sheet.cells[n]
    filled = bool((cells.str.strip() != "").all()) and cells.nunique() > 1
    unnamed = _is_unnamed(table.sheet.header[n])
    return table.listed and unnamed and filled and contents.is_nothing_but(cells, "department")


def _is_of_posting(table: Table, name: str) -> bool:
    """Tell whether a text beside says that places so called are postings: "(station of posting)".

    So does "as per place of posting" of "Place".
    """
    called = (
        rf"\b{re.escape(plain(name))} of (?:their |current |present )?(?:posting|duty|service)\b"
    )
    return any(re.search(called, plain(text)) for text in table.sheet.beside)


def _may_be_of_venue(table: Table, name: str) -> bool:
    """Tell whether "Station" beside counted trainings may be where these were, or people serve."""
    return plain(name) == "station" and is_of_venue(table, "venue")


def is_of_venue(table: Table, name: str) -> bool:
    """Tell whether a column of places beside counted trainings is of where these were held."""
    guesses = {name_words.guessed_field(one) for one in table.sheet.header}
    counted = table.has(*COUNT_FIELDS) or bool(guesses & {*COUNT_FIELDS})
    # A calendar tells of nobody who came.
    of_persons = {"sex", "name_of_person", PRESENCE, *AGENCY_FIELDS}
    counted |= not table.has(*of_persons, *PERSONAL_FIELDS) and not guesses & of_persons
    counted &= table.has("title", "training_id", "date_start")
    words = {*plain(name).split()}
    days = [n for n, one in enumerate(table.fields) if one == "date_start"]
    dated = any(n not in table.sheet.offered for n in days)
    dated &= not table.has(*AGENCY_FIELDS)
    named = bool(words & _VENUES) or (dated and bool(words & (VILLAGES | COUNCILS)))
    return named and counted and not table.listed
