"""Homes that texts above and names of columns tell, of all or of each row, where no column does."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pandas as pd

from data.records.distinct import by_text, different_texts, filled_texts
from data.records.model import COUNT_COLUMNS
from data.records.personal_data import safe_name
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, PLACE_FIELDS, PRESENCE, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.totals.total_words import is_total
from data.sheets.words.names.name_words import guessed_field, is_of_remarks
from data.sheets.words.names.names_of_who_came import is_of_who_came, is_planned
from data.understanding.layout.posting_columns import has_districts, may_hold_postings
from data.understanding.layout.titles.places.homes_above import (
    HOME_ABOVE,
    are_of_its_committee,
    are_of_same_district,
    committee_named,
    home_in_name,
    home_told,
)
from data.understanding.layout.titles.title_texts import DATE, DISTRICT, TITLE, VENUE
from geo.districts import gazetteer
from geo.names.by_name import districts_among
from geo.names.matching import match
from geo.words.catalogue import _

OF_OFFICE = _("It is the district of the office above the rows; do its participants serve there?")
_OF_PERSONS = ("name_of_person", "sex", PRESENCE)
#: A place at the end of a title: "Training of members, Kasur", "Workshop on referral at Kasur".
_PLACE_AT_END = re.compile(r"(?:,|\bat\b|\bin\b)\s*(?:the )?(?P<place>[^,]+)$", re.IGNORECASE)
#: What the name of a column says of all whom it tells: "Names (all from Kasur)".
_ADDED = re.compile(r"\s*(?:[(\[][^()\[\]]*[)\]]|[,;:–-]\s*all\b.*)", re.IGNORECASE)
#: What a list of a committee's members calls them: "Name of member" under "DAHTC Kasur: training".
_MEMBERS = re.compile(
    r"(?:names? of (?:the )?)?(?:committee |dahtc )?members?(?: s)?(?: names?)?"
    r"|(?:na+m )?(?:arkaa?n|me?mba?raa?n)"
)
_OTHERS = re.compile(r"\b(?:others?|outside|elsewhere|other than)\b", re.IGNORECASE)


def home_of_all(sheet: Sheet, fields: Sequence[str | None]) -> str:
    """Return the district of whose people the texts speak, where no row tells another.

    So does the name of the column of persons: "Names of participants (all posted at Kasur)"; where
    it is of members, they are of the committee that the texts above name.
    """
    if not _may_have_homes(sheet, fields):
        return ""
    titles = [text for n, one in enumerate(fields) if one == "title"
              for text in sheet.cells[n].unique().tolist()]  # fmt: skip
    code = home_told((*sheet.above, sheet.name), (*sheet.below, *_names_of_all(sheet)))
    if not code and any(_MEMBERS.fullmatch(plain(name)) for name in sheet.header):
        code = committee_named(sheet.above)
    said = [text for text in sheet.beside if are_of_same_district([text])]
    above = [n for n, name in enumerate(sheet.header) if name == DISTRICT]
    # "The same district" is another under each text that names one.
    if said and any(len(different_texts(sheet.cells[n])) > 1 for n in above):
        return ""
    return "" if {home_told([text], said) for text in titles} - {code, ""} else code


def _names_of_all(sheet: Sheet) -> list[str]:
    """Return the names of columns of persons that add something of them all."""
    bare = {name: _ADDED.sub("", name) for name in sheet.header}
    return [name for name, own in bare.items()
            if name != own and field_of_name(own) == "name_of_person"]  # fmt: skip


def are_of_district_told(sheet: Sheet, n: int) -> bool:
    """Tell whether a column has the one district of which a text says that all people are."""
    code = home_told((*sheet.above, sheet.name), sheet.below)
    texts = [text for text in filled_texts(sheet.cells[n]) if not is_total(text)]
    return bool(code) and all(match(one, alike=False).adm2_pcode == code for one in texts)


def _may_have_homes(sheet: Sheet, fields: Sequence[str | None]) -> bool:
    """Tell whether a sheet counts people, of whom none of its columns may tell the district."""
    posted = any(may_hold_postings(sheet, n, one) for n, one in enumerate(fields))
    counted = {*fields, *map(guessed_field, sheet.header)} & {*COUNT_FIELDS, *_OF_PERSONS}
    beside_plan = any(map(is_planned, sheet.header)) and any(map(is_of_who_came, sheet.header))
    return (bool(counted) or beside_plan) and not posted and not has_districts(sheet)


def home_in_names(sheet: Sheet, fields: Sequence[str | None]) -> Sheet | None:
    """Return a sheet of counts with the one district of whose people the columns' names speak.

    None where a column beside them may be of others: another total than that of both sexes.
    """
    if not _may_have_homes(sheet, fields) or any(map(_OTHERS.search, sheet.header)):
        return None
    told = {n: home_in_name(name) for n, name in enumerate(sheet.header)}
    named = {n: (code, rest) for n, (code, rest) in told.items()
             if code and field_of_name(rest) in COUNT_FIELDS}  # fmt: skip
    codes = {code for code, __ in named.values()}
    counted = [field_of_name(rest) for __, rest in named.values()]
    others = [one or guessed_field(sheet.header[n])
              for n, one in enumerate(fields) if n not in named]  # fmt: skip
    both = {*COUNT_COLUMNS[:2]} <= {*counted}
    whole = both or "participants_total" in counted
    again = {*counted} & {*others} or others.count("participants_total") > both
    if len(codes) != 1 or len({*counted}) < len(counted) or not whole or again:
        return None
    whole = sheet.renamed({n: rest for n, (__, rest) in named.items()})
    return all_of(whole, gazetteer.names()[codes.pop()], sure=True)


def homes_of_rows(sheet: Sheet, fields: Sequence[str | None]) -> Sheet | None:
    """Return a sheet with the district of whose people each title, or each remark, speaks.

    So each title does that names one, where a text says that all were of the same district.
    """
    if not _may_have_homes(sheet, fields):
        return None
    records = ~say_total(sheet.written)
    said = [text for text in sheet.beside if are_of_same_district([text])]
    for n, name in enumerate(sheet.header):
        if fields[n] != "title" and not is_of_remarks(name):
            continue
        codes = by_text(sheet.cells[n], lambda text: home_told([text], said))
        if (codes[records] != "").all() and records.any():
            homes = by_text(codes, lambda code: gazetteer.names().get(code, ""))
            words = _("{where}: homes are read of {column}, which speaks of people of a district.")
            note = words.format(where=sheet.where, column=safe_name(name))
            return sheet.with_columns([(HOME_ABOVE, homes, "")]).noted(note)
    return None


def homes_of_blocks(sheet: Sheet, fields: Sequence[str | None]) -> Sheet | None:
    """Return a sheet whose people are of the district above the rows of each, as a text says.

    So are those of its committee, and of a return of agencies that tells no venue.
    """
    told = {*fields} & {*PLACE_FIELDS} or not {*fields} & {*COUNT_FIELDS, *_OF_PERSONS}
    if told or DISTRICT not in sheet.header:
        return None
    said = are_of_same_district(sheet.beside) or are_of_its_committee(sheet.beside)
    if not (said or _is_return(fields)):
        return None
    # A guest may be of another that stands beside an agency: "Police (Sukkur)".
    kinds = (None, *AGENCY_FIELDS)
    agencies = [n for n, one in enumerate(fields) if one in kinds and n not in sheet.offered]
    if any(districts_among(different_texts(sheet.cells[n])) for n in agencies):
        return None
    districts = sheet.cells.loc[~say_total(sheet.written), sheet.header.index(DISTRICT)]
    return with_homes_above(sheet) if (districts != "").all() else None


def with_homes_of_one_training(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return lists of one training, of which each is of another district, with these as homes.

    Where the texts above them tell one title, day and venue, that venue is in one district. A venue
    that tells no place, as "Circuit House", may be another in each: then it is asked. A place that
    ends the title is one, too: "Training of members, Kasur". A text above that says whose people
    they are, as "District Kasur – participants of the training", tells it whatever the venue is.
    """
    if len(sheets) < 2:
        return list(sheets)
    codes = [home_told(one.above) if _may_have_homes(one, one.fields) else "" for one in sheets]
    if all(codes) and len({*codes}) > 1:
        return [all_of(one, gazetteer.names()[code], sure=True)
                for one, code in zip(sheets, codes, strict=True)]  # fmt: skip
    if any({TITLE, DATE, DISTRICT} - {*one.header} for one in sheets):
        return list(sheets)
    told = {name: {plain(text) for one in sheets for text in _texts_of(one, name)}
            for name in (TITLE, DATE, DISTRICT)}  # fmt: skip
    venues = {plain(text) for one in sheets for text in _venues_of(one)}
    several = len(told[DISTRICT]) == len(sheets) and "" not in told[DISTRICT]
    one_training = all(len(own) == 1 and own != {""} for own in (told[TITLE], told[DATE], venues))
    homes = any({*one.fields} & {*PLACE_FIELDS} for one in sheets)
    if not several or not one_training or homes:
        return list(sheets)
    if any(map(_tells_a_place, venues)):
        return [with_homes_above(one) for one in sheets]
    if any(VENUE not in one.header for one in sheets):
        return list(sheets)
    return [_asked(one, one.header.index(DISTRICT)) for one in sheets]


def _venues_of(sheet: Sheet) -> list[str]:
    """Return what a sheet tells of venues, else what stands at the end of its titles as a place."""
    if VENUE in sheet.header:
        return _texts_of(sheet, VENUE)
    found = [_PLACE_AT_END.search(title) for title in _texts_of(sheet, TITLE)]
    return [one["place"] if one else "" for one in found]


def _texts_of(sheet: Sheet, name: str) -> list[str]:
    return different_texts(sheet.cells[sheet.header.index(name)])


def _asked(sheet: Sheet, n: int) -> Sheet:
    """Return a sheet of which it is asked whether those who came serve in the district above."""
    asked = {**sheet.offered, n: OF_OFFICE}
    return replace(sheet.renamed({n: HOME_ABOVE}), offered=asked)


def _tells_a_place(venue: str) -> bool:
    """Tell whether a venue names a district or a city, in a word of it or two."""
    words = venue.split()
    parts = {*words, *map(" ".join, pairwise(words))}
    found = [match(part, alike=False) for part in parts]
    return any(one.adm2_pcode or any(place.why for place in one.candidates) for one in found)


def _is_return(fields: Sequence[str | None]) -> bool:
    """Tell whether a table counts people by agency, and tells nothing of a venue or of persons."""
    counts = {*fields} & {*COUNT_FIELDS} and {*fields} & {*AGENCY_FIELDS}
    return bool(counts) and not {*fields} & {*_OF_PERSONS, "venue", "designation"}


def with_homes_above(sheet: Sheet, said: str = "") -> Sheet:
    """Return a sheet with the district above its rows as that of whoever came, which is said."""
    districts = [n for n, name in enumerate(sheet.header) if name == DISTRICT]
    words = _("{where}: the district above the rows is taken as that of the participants.")
    note = said or words.format(where=sheet.where)
    return sheet.renamed(dict.fromkeys(districts, HOME_ABOVE)).noted(note)


def all_of(sheet: Sheet, district: str, *, sure: bool) -> Sheet:
    """Return a sheet whose rows are all of one district; where it is not sure, it is asked."""
    column = pd.Series(district, index=sheet.cells.index, dtype="str")
    words = _("{where}: its participants are of {district}, of whose people the texts speak.")
    said = (words.format(where=sheet.where, district=district),) if sure else ()
    return sheet.with_columns([(HOME_ABOVE, column, "" if sure else OF_OFFICE)]).noted(*said)
