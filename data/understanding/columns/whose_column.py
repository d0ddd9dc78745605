"""Whether a column of an agency or a district is of the participants, or of their training."""

from collections.abc import Sequence, Set

import pandas as pd

from data.records.calendar.dates import is_day
from data.records.calendar.months import is_month
from data.records.distinct import by_text
from data.sheets.field_names import field_of_name, is_of_those_who_came
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, TOLD_BY, TRAINING_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.words.names import held_where
from data.sheets.words.names.day_words import DAY_WORDS, is_called_a_day, is_of_another_day
from data.sheets.words.names.name_words import guessed_field, says_from_where
from data.understanding import contents
from data.understanding.columns.villages import are_of_villages
from data.understanding.layout.titles.agencies.agencies_of_columns import (
    are_committees,
    posts_of_districts,
)
from data.understanding.layout.titles.agencies.forces_above import offices_that_nominate
from data.understanding.layout.titles.places.homes_above import are_of_same_district
from data.understanding.layout.venues import PLAINLY_A_DISTRICT
from geo.names.by_name import districts_among
from geo.names.matching import match
from geo.names.other_places import lies_abroad

_ORGANISATIONS = frozenset(["org", "org name", "organization", "organisation", "organization name",
                            "organisation name", "name of organization", "name of organisation",
                            "institution", "office"])  # fmt: skip
#: What is in the name of a column that is of participants, where its cells say the same.
_NAMED = {
    "department": frozenset(["agency", "department", "dept", "deptt", "organization",
                             "organisation", "institution", "company", "category", "categories",
                             "cadre", "audience", "formation", "formations", "group",
                             "groups", "mehkma", "mahkma", "mehkama",
                             "mahkama", "idara", "محکمہ", "ادارہ"]),
    "district": frozenset(["district", "districts", "distt", "dist", "zila", "zilla", "ضلع"]),
    "sex": frozenset(["sex", "gender", "جنس", "صنف"]),
}  # fmt: skip
#: Words beside which it is rather of whoever gives the training, or of where it is given.
_OF_TRAINING = frozenset(["training", "trainings", "venue", "held", "event", "workshop", "session",
                          "organized", "organised", "organizing", "organising", "conducted",
                          "conducting", "conducts", "reporting", "reported", "lead", "responsible",
                          "implementing", "implemented", "host", "hosting", "by", "partner",
                          "trainer", "trainers", "facilitator", "funding", "supporting",
                          "referred", "contact", "focal"])  # fmt: skip
#: Words of a column of districts that is of the participants for certain.
_OF_PEOPLE = frozenset(["participant", "participants", "trainee", "trainees", "attendee",
                        "attendees", "belong", "belongs", "belonging", "candidates", "home",
                        "police", "levies", "posting", "posted", "serving", "officers",
                        "officials", "official", "staff", "members", "employees", "personnel",
                        "teachers", "judges", "duty", "attended", "trained", "nominees",
                        "represented", "tainati", "taeenati", "shuraka", "تعیناتی", "nafri",
                        "نفری", "شرکاء", "شرکا"])  # fmt: skip
_OF_HOSTS = frozenset(["venue", "host", "hosting", "held", "organizing", "organising"])
#: Words of where somebody serves.
_POSTED = frozenset(["posting", "posted", "duty", "service", "serving", "taeenati", "tainati",
                     "تعیناتی"])  # fmt: skip
_STATIONED = frozenset(["station", "office", "unit", "place", "thana", "workplace"])
#: Words of a code beside its name.
_CODES = frozenset(["code", "pcode", "p"])
#: Words of a column of districts in which people do not serve.
_OF_BIRTH = frozenset(
    ["domicile", "birth", "born", "native", "permanent", "address", "residence", "home", "origin",
     "from", "where", "place", "travel", "destination", "city", "location", "site", "zone",
     "zones", "region", "division", "range", *held_where.PLACES]
)  # fmt: skip
#: Of these, words that say so beside the column of a posting.
_ORIGINS = frozenset(["domicile", "birth", "born", "native", "permanent", "ڈومیسائل"])
#: What the column of where each of a list comes from is called.
COMES_FROM = ("from", "coming from", "came from", "comes from")


def is_plainly(sheet: Sheet, n: int, field: str) -> bool:
    """Tell whether both the name of a column and all its cells say which field it is.

    And nothing in its name says that it is of the training.
    """
    words = set(plain(sheet.header[n]).split())
    if field == "date_start":
        of_days = contents.contents_of(sheet.cells[n]) == contents.DAYS
        called = is_called_a_day(sheet.header[n]) or words <= DAY_WORDS
        return of_days and called and not is_of_another_day(sheet.header[n])
    named = words & _NAMED.get(field, frozenset()) and not _says_of_training(words)
    if field == "department" and words & {"participant", "participants"}:  # most are of a list
        return bool(named) and contents.contents_of(sheet.cells[n]) == contents.AGENCIES
    return bool(named) and contents.is_nothing_but(sheet.cells[n], field)


#: "Which department do you refer victims to?" asks for another than one's own.
_OF_NO_OWN = frozenset(["supervisor", "supervisors", "boss", "refer", "referred", "visit", "prefer",
                        "preferred", "preference", "would", "like", "think", "need",
                        "needs"])  # fmt: skip


def is_of_participants(name: str, field: str, holds: str) -> bool:
    """Tell whether a column of a list of persons is plainly of theirs, by name and most cells."""
    words = set(plain(name).split())
    kinds = {"department": contents.AGENCIES, "district": contents.DISTRICTS, "sex": contents.SEXES}
    if _says_of_training(words) or words & _OF_NO_OWN:
        return False
    asked = field in ("designation", "department") and words & {"you", "your"}
    named = bool(words & _NAMED.get(field, frozenset()))
    return (named and holds == kinds.get(field)) or bool(asked)


def holds_homes(sheet: Sheet, n: int) -> bool:
    """Tell whether a column of any name holds nothing but districts, and not those of others.

    "From" in a list of persons is theirs, but where "To" stands beside it.
    """
    words = set(plain(sheet.header[n]).split())
    called = {*map(plain, sheet.header)}
    listed = "name_of_person" in sheet.fields
    if listed and plain(sheet.header[n]) in COMES_FROM and "to" not in called:
        words = set()
    of_others = words & _OF_BIRTH or _says_of_training(words)
    of_others = of_others and not is_of_people(sheet.header[n])
    own = sheet.cells[n]
    provinces = [place for place, name in enumerate(sheet.header)
                 if (field_of_name(name) or guessed_field(name)) == "province"]  # fmt: skip
    for place in provinces:  # guests from abroad have no district of Pakistan
        own = own[~by_text(sheet.cells[place], lies_abroad, "bool")]
    return not of_others and contents.is_nothing_but(own, "district")


def tells_agencies(sheet: Sheet, fields: Sequence[str | None], n: int) -> bool:
    """Tell whether a column of any name has the agencies of participants, several a training."""
    words = set(plain(sheet.header[n]).split())
    return not _says_of_training(words) and _are_several(sheet, fields, n)


def _says_of_training(words: Set[str]) -> bool:
    return bool(words & _OF_TRAINING) or held_where.is_of_training(words)


def is_reporter(sheet: Sheet, fields: Sequence[str | None], n: int) -> bool:
    """Tell whether an organisation beside counts may be the one that reports them.

    It is none where rows of one training are of several that are all agencies.
    """
    others = [one for place, one in enumerate(fields) if place != n]
    counted = any(one in COUNT_FIELDS for one in others)
    agencies = any(one in AGENCY_FIELDS for one in others)
    called = plain(sheet.header[n]) in _ORGANISATIONS
    return called and counted and not agencies and not _are_several(sheet, fields, n)


def _are_several(sheet: Sheet, fields: Sequence[str | None], n: int) -> bool:
    """Tell whether a column holds nothing but agencies, of which one training has several."""
    told = [place for place, one in enumerate(fields) if one in TRAINING_FIELDS]
    if not told or not contents.is_nothing_but(sheet.cells[n], "department"):
        return False
    return bool(
        (sheet.cells[n].groupby([sheet.cells[place] for place in told]).nunique() > 1).any()
    )


def may_be_homes(sheet: Sheet, fields: Sequence[str | None]) -> bool:
    """Tell whether rows of trainings may be groups: their district may be of the participants.

    It is not where it stands beside a venue and one training has one district alone.
    """
    told = [n for n, one in enumerate(fields) if one in TOLD_BY]
    places = [n for n, one in enumerate(fields)
              if one in ("district", "adm2_pcode") and n not in sheet.offered]  # fmt: skip
    if not any(fields[n] == "date_start" for n in told) or not places:
        return False
    if not {"venue", "venue_district", "venue_adm2_pcode"} & {*fields}:
        return True
    if says_of_people(sheet, fields):
        return True
    return shares_a_day(sheet, fields)


def is_of_people(name: str) -> bool:
    """Tell whether the name of a column of districts says that they are the participants'."""
    words = {*plain(name).split()}
    of_people = _OF_PEOPLE & words and not (words & _OF_HOSTS or words >= {"trained", "by"})
    return bool(of_people or are_committees(name) or posts_of_districts(name))


def with_homes(
    sheet: Sheet, fields: Sequence[str | None], holds: Sequence[str]
) -> list[str | None]:
    """Take a bare district beside that of those who came to counted trainings for the venue's.

    In a list it stands behind the venue, and each training has one alone.
    """
    own = list(fields)
    places = [n for n, one in enumerate(own) if holds[n] == contents.DISTRICTS and (
              one == "district" or (one is None and says_from_where(sheet.header[n])))]  # fmt: skip
    homes = [n for n in places if says_from_where(name := sheet.header[n])
             or is_of_those_who_came(name)]  # fmt: skip
    bare = [n for n in places if plain(sheet.header[n]) in PLAINLY_A_DISTRICT]
    told = {"venue_district", "venue_adm2_pcode"} & {*own}
    if told or len(places) != 2 or len(homes) != 1 or len(bare) != 1:
        return own
    behind = own[max(bare[0] - 1, 0)] == "venue" and {*TOLD_BY} & {*own}
    behind = behind and not shares_a_day(sheet, [*own[: homes[0]], None, *own[homes[0] + 1 :]])
    if behind if {"name_of_person", "sex"} & {*own} else {*COUNT_FIELDS} & {*own}:
        own[homes[0]], own[bare[0]] = "district", "venue_district"
    return own


def says_of_people(sheet: Sheet, fields: Sequence[str | None]) -> bool:
    """Tell whether the names of the columns of districts say that they are the participants'.

    Or a text beside the table says that these were of the same district.
    """
    called = [name for name, one in zip(sheet.header, fields, strict=True)
              if one in ("district", "adm2_pcode")]  # fmt: skip
    called = [name for name in called if not _CODES & {*plain(name).split()}] or called
    offices = offices_that_nominate(sheet.header)
    told = are_of_same_district(sheet.beside) or are_of_villages(sheet, fields)
    return bool(called) and all(told or is_of_people(name) or name in offices for name in called)


def are_homes(sheet: Sheet, fields: Sequence[str | None]) -> bool:
    """Tell whether districts of groups are the participants' for certain: no training has several.

    Or the name of their column says so, or each training was in one place that is told beside.
    """
    if says_of_people(sheet, fields) or not shares_a_day(sheet, fields):
        return True
    own = [n for n, one in enumerate(fields) if one == "district" and n not in sheet.offered]
    beside = [n for n, one in enumerate(fields)
              if one in ("venue", "venue_district") and n not in sheet.offered]  # fmt: skip
    if not own or not beside:
        return False
    by = [sheet.cells[n].str.strip() for n, one in enumerate(fields) if one in TOLD_BY]
    homes, venues = (sheet.cells[places[0]].groupby(by) for places in (own, beside))
    shared = (homes.transform("nunique") > 1) & (pd.concat(by, axis=1) != "").all(axis=1)
    named = by_text(sheet.cells[beside[0]], lambda text: len(districts_among([text])) == 1, "bool")
    return bool((named & (venues.transform("nunique") == 1))[shared].all())


def shares_a_day(sheet: Sheet, fields: Sequence[str | None]) -> bool:
    """Tell whether one training, by what the rows say of it, has rows of several districts."""
    told = [n for n, one in enumerate(fields) if one in TOLD_BY]
    places = [n for n, one in enumerate(fields)
              if one in ("district", "adm2_pcode") and n not in sheet.offered]  # fmt: skip
    by = [sheet.cells[n].str.strip() for n in told]
    for place, n in enumerate(told):
        if fields[n] == "date_start":  # a month, or a word in its place, is of several trainings
            by[place] = by[place].where(by_text(by[place], _is_day, "bool"), "")
    written = pd.concat([one != "" for one in by], axis=1).all(axis=1)
    several = sheet.cells[places[0]][written].groupby([one[written] for one in by]).nunique() > 1
    return bool(several.any())


def _is_day(text: str) -> bool:
    return is_day(text) and not is_month(text)


def is_of_origin(name: str) -> bool:
    """Tell whether a column is of where people were born, and not of where they serve."""
    words = {*plain(name).split()}
    return bool(_ORIGINS & words) and not words & _POSTED


def is_where_all_serve(sheet: Sheet, n: int) -> bool:
    """Tell whether a column is called the district of a posting, and holds that of each row."""
    words = {*plain(sheet.header[n]).split()}
    named = words & _NAMED["district"] and words & _POSTED
    filled = (sheet.cells[n].str.strip() != "").all()
    return bool(named and filled) and contents.is_nothing_but(sheet.cells[n], "district")


def says_less(sheet: Sheet, n: int, district: int) -> bool:
    """Tell whether a column is of a posting whose district another gives: "Place of Posting"."""
    words = {*plain(sheet.header[n]).split()}
    return bool(words & (_POSTED | _STATIONED)) and not words & _NAMED["district"]


def is_told_again(sheet: Sheet, n: int, other: int) -> bool:
    """Tell whether each place of a column is the district that another gives, or none is told.

    Where it tells of no row a district, as of union councils, the other is of nothing but those.
    """
    both = sheet.cells[[n, other]].drop_duplicates()
    texts = {text for text in {*both[n], *both[other]} if text.strip()}
    places = {text: match(text, alike=False).adm2_pcode for text in texts}
    pairs = [(places.get(own), places.get(told)) for own, told in zip(both[n], both[other],
             strict=True)]  # fmt: skip
    named = "district" in plain(sheet.header[n]).split()
    alone = not named and contents.is_nothing_but(sheet.cells[other], "district")
    return (alone or any(own for own, __ in pairs)) and all(
        own in (None, told) for own, told in pairs
    )
