"""Columns that say of which agency all are whom a row counts: circles, districts' bars, titles."""

import re
from collections.abc import Iterable, Sequence

import pandas as pd

from data.records.distinct import blank_column, by_text, filled_texts
from data.review.agencies.agencies import (
    FIA,
    agencies_named,
    agencies_of_post,
    agency_in_posting,
    called_as,
)
from data.sheets.field_names import field_of_name
from data.sheets.fields import AGENCY_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import say_total
from data.sheets.words.names.name_words import guessed_field, is_of_remarks
from data.understanding import contents
from data.understanding.layout.titles.agencies.agencies_above import (
    WRITES_FOR_ALL,
    agencies_above,
    group_above,
)
from data.understanding.layout.titles.agencies.agencies_of_posts import agencies_of_posts

#: What a column of offices is called that an agency has by the district.
_CIRCLES = frozenset(["circle", "name of circle", "circle office", "circle wing", "wing circle"])
_DISTRICT = frozenset(["district", "districts", "distt", "dist", "zila", "ضلع", "ضلعی"])
#: Words beside the body of a district which say nothing of whose it is.
_BESIDE = re.compile(
    r"\b(?:names?|of|from|the|concerned|participants?|participating|members?|officers?|officials?"
    r"|staff|personnel|trainees?|own|their|only|s|no|شرکاء|کے|کی|کا)\b"
)
#: Where people come together, and of whom the name of their place says nothing.
_VISITED = re.compile(
    r"\b(?:venue|held|host\w*|training|workshop|session|by|organi[sz]\w+|conducted|reporting"
    r"|stations?|thana|ps|courts?|schools?|colleges?|universit\w+|hospitals?|hq|jails?|prisons?"
    r"|lines?|hall|academy|supporting|partner|lead|nearest|focal|office)\b"
)
#: Who spoke, and not who listened: "Session for students by police officers".
_SPOKE = re.compile(
    r"(?<!attended )(?<!joined )(?<!completed )(?<!undergone )(?<!availed )\bby\b", re.IGNORECASE
)
#: "Committee" over a column, and what writes the letters of such out.
_COMMITTEES = re.compile(
    r"^(?:name of )?(?:the )?(?:district )?committees?(?: name)?$"
    r"|\b(?:trafficking|aht) committees?\b|\bcommittees? \(?d?ahtcs?\b|^کمیٹی(?: کا نام)?$",
    re.IGNORECASE,
)
_TRAINING_FOR = re.compile(r"^(?:trainings?|sessions?|workshops?|courses?) (?:for|of) (?:the )?")
_LETTERS_OF_COMMITTEE = re.compile(r"(?<!\bfia )\bd?ahtcs?\b(?! circle)", re.IGNORECASE)
#: Words of the name of a column of committees; any other may say that it gave the training.
_OF_COMMITTEES = frozenset(["committee", "committees", "dahtc", "dahtcs", "dvc", "dvcs", "کمیٹی"])
_BESIDE_COMMITTEES = frozenset(["district", "districts", "distt", "of", "the", "name", "s", "ضلع",
                                "ضلعی", "کا", "کی", "نام"])  # fmt: skip
#: Where an office is, or who is there, that another has: "PS Saddar near FIA office".
_NEAR_ANOTHER = re.compile(
    r"\b(?:near|opp|opposite|behind|beside|adjacent|next|liaison|with|c/o|via|through|and)\b|&|نزد",
    re.IGNORECASE,
)
#: The last word of the name of a body.
_BODY = re.compile(
    r"\b(?:association|council|force|department|deptt?|dept|club|authority|bureau|unit)$"
)
#: Offices of an agency in the name of a column, and words that say they are no one's own.
_OFFICES = re.compile(
    r"\b(?:units?|offices?|branch(?:es)?|cent(?:re|er)s?|circles?|zones?|bureau|wing|regions?"
    r"|setup|field)\b|دفتر"
)
_BESIDE_OFFICE = re.compile(
    r"\b(?:name|names|of|the|regional|zonal|provincial|district|divisional|field|head|main|own"
    r"|concerned|their|sub)\b"
)
_NOT_OWN = re.compile(
    r"\b(?:venue|held|host\w*|train\w*|by|nearest|report\w*|refer\w*|visit\w*|nominat\w*|lead"
    r"|supporting|partner|conduct\w*|organi[sz]\w*)\b"
)
#: Words of a training for the staff of an agency: others come to its offices, too.
_OWN_STAFF = re.compile(
    r"\b(?:refresher|in-?house|staff|officers|officials|personnel|employees)\b", re.IGNORECASE
)
#: Of or with whom a training is that is not of its staff alone.
_OTHERS = re.compile(
    r"\b(?:for|with|to|of|among|by)\b(?! (?:the )?(?:law|staff|officers|officials|personnel"
    r"|employees)\b)|\b(?:and|&) (?!(?:\w+ ){0,2}(?:acts?|laws?|rules|sops?)\b)"
    r"|\bparticipants?\s*[:=(-]",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\W*(?:all|تمام|سب)\b", re.IGNORECASE)
#: A short form of an office has so many letters.
LEAST_LETTERS = 3
_STAFF = frozenset(["staff", "official", "officials", "officer", "officers", "employee",
                    "employees", "personnel"])  # fmt: skip


def of_columns(sheet: Sheet, texts: Sequence[str]) -> tuple[int | None, pd.Series]:
    """Return the column whose name says of which one agency all are, and the agencies; else blanks.

    It is one of circles, or one of the districts of a body: "District Bar". Where a text above
    names another agency, it says nothing.
    """
    for n, name in enumerate(sheet.header):
        if plain(name) in _CIRCLES:
            told = agencies_of_posts(sheet, None, sheet.cells[n], texts)
            if len({*told}) == 1 and {*told} <= agencies_above(texts) | {FIA}:
                return n, told
    bodies = {n: agency for n, name in enumerate(sheet.header)
              if n not in sheet.offered and (agency := body_of_districts(name))}  # fmt: skip
    blank = blank_column(sheet.cells.index)
    if len(bodies) != 1:
        return None, blank
    [(n, agency)] = bodies.items()
    records = ~say_total(sheet.written)
    others = (agencies_above(texts) | {group_above(texts)}) - {agency, WRITES_FOR_ALL, ""}
    if others or contents.contents_of(sheet.cells[n][records]) != contents.DISTRICTS:
        return None, blank
    return n, blank.mask(sheet.cells[n].str.strip() != "", agency)


def body_of_districts(name: str) -> str:
    """Return the agency whose bodies, one a district, a column has by its name; else blank."""
    bare, rest = plain(name), _without_district(name)
    own = called_as(rest) if rest else None
    named = {own} if own else agencies_named([bare] if _BODY.search(rest) else ())
    named = named or posts_of_districts(name)
    return next(iter(named)) if len(named) == 1 and WRITES_FOR_ALL not in named else ""


def posts_of_districts(name: str) -> frozenset[str]:
    """Return the agencies of the posts whose districts a column has: "Inspectors of (district)"."""
    rest = _without_district(name)
    return agencies_of_post(rest) if rest.endswith("s") else frozenset()


def _without_district(name: str) -> str:
    """Return what the name of a column of districts says beside that; blank for that of another."""
    bare = plain(name)
    if not _DISTRICT & {*bare.split()} or _VISITED.search(bare):
        return ""
    return " ".join(word for word in _BESIDE.sub(" ", bare).split() if word not in _DISTRICT)


def of_titles(sheet: Sheet) -> tuple[int | None, pd.Series]:
    """Return the column of titles that say of which agency the participants are, and the agencies.

    Blank where a title tells none; so are all where a column may tell whose people came.
    """
    told_by = zip(sheet.fields_told, sheet.header, strict=True)
    fields = [one or guessed_field(name) for one, name in told_by]
    blank = blank_column(sheet.cells.index)
    if {*AGENCY_FIELDS} & {*fields} or fields.count("title") != 1:
        return None, blank
    n = fields.index("title")
    told = by_text(sheet.cells[n], group_of)
    return (n, told) if (told != "").any() else (None, blank)


def title_of_all(sheet: Sheet) -> tuple[str, ...]:
    """Return a title beside posts, where each of the titles says one and the same agency."""
    fields = sheet.fields
    if fields.count("title") != 1 or "designation" not in fields:
        return ()
    titles = sheet.cells[fields.index("title")][~say_total(sheet.cells)].unique().tolist()
    told = {group_of(title) for title in titles}
    return (titles[0],) if len(told) == 1 and told != {""} else ()


def remarks_on_all(sheet: Sheet) -> list[str]:
    """Return what the one row of totals remarks on all: "All were staff of Labour Department"."""
    remarks = [n for n, name in enumerate(sheet.header) if is_of_remarks(name)]
    totals = say_total(sheet.written) if remarks else None
    if totals is None or totals.sum() != 1:
        return []
    texts = [text for n in remarks for text in filled_texts(sheet.cells[n][totals])]
    return [*filter(_OF_ALL.match, texts)]


def group_of(title: str) -> str:
    """Return the one agency of whose people a title is; blank where these may have spoken."""
    return "" if _SPOKE.search(title) else group_above([title])


def offices_of_staff(header: Sequence[str], texts: Sequence[str] = ()) -> dict[int, str]:
    """Return the columns of a list of staff that have one agency's offices by their name.

    So are "Passport Office" and "FIA Circle", beside posts or names of officials, or where
    ``texts`` above name this agency and no other, and a training of nobody but its staff.
    """
    of_staff = any(field_of_name(name) == "designation" or
                   ({"name", "names"} & (words := {*plain(name).split()}) and words & _STAFF)
                   for name in header)  # fmt: skip
    told = {n: agency for n, name in enumerate(header) if (agency := _whose_office(plain(name)))}
    own = any(map(_OWN_STAFF.search, texts)) and not any(map(_OTHERS.search, texts))
    of_all = own and {*told.values()} == agencies_above(texts)
    return told if of_staff or of_all else {}


def _whose_office(name: str) -> str:
    if not _OFFICES.search(name) or _NOT_OWN.search(name):
        return ""
    rest = _BESIDE_OFFICE.sub(" ", _OFFICES.sub(" ", name))
    own = called_as(name) or called_as(_BESIDE_OFFICE.sub(" ", name)) or called_as(rest)
    named = {own} if own else agencies_named([name])
    return next(iter(named)) if len(named) == 1 and WRITES_FOR_ALL not in named else ""


def without_short_form(places: pd.Series, name: str) -> pd.Series:
    """Return offices without the first letters of what their column is called.

    Under "Regional Passport Office" the "RPO Islamabad" is one of these, and none of the police.
    """
    letters = "".join(word[0] for word in _BESIDE.sub(" ", plain(name)).split())
    if len(letters) < LEAST_LETTERS:
        return places
    return places.str.replace(rf"^\W*{re.escape(letters)}\b[\s,:.–-]*", "", case=False, regex=True)


def without_committees(places: pd.Series, texts: Iterable[str]) -> pd.Series:
    """Return places without AHTC where a text says that these are committees, of several bodies.

    "AHTC Swat" under "Committee" is of no circle of FIA; "FIA AHTC Swat" is wherever it stands.
    """
    if not any(map(_COMMITTEES.search, texts)):
        return places
    return places.str.replace(_LETTERS_OF_COMMITTEE, " ", regex=True).str.strip()


def are_committees(name: str) -> bool:
    """Tell whether a column is called as the committees are whose members came, and no more.

    Or as those whom a training was for: "Training for (district committee)".
    """
    words = {*_TRAINING_FOR.sub("", plain(name)).split()}
    letters = words & {"ahtc", "ahtcs"} if "district" in words else set()  # and no circle
    named = bool(words & _OF_COMMITTEES or letters)
    return named and words - letters <= _OF_COMMITTEES | _BESIDE_COMMITTEES


def agency_of_office(text: str) -> str:
    """Return the agency of an office; blank where it is near another's, or with it."""
    return "" if _NEAR_ANOTHER.search(text) else agency_in_posting(text) or ""
