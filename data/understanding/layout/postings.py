"""Where people serve and in which agency, as their postings and the texts above tell it.

"FIA Circle Sukkur" or "AC Kasur" is a district and an agency at once; a letterhead, or a title with
"police officers" in it, says of which agency those are whose post several have. What is taken
so is said, and nothing is where two are named.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

import pandas as pd

from data.records.personal_data import safe_name
from data.review.agencies import OF_POST, agencies_named, agency_in_posting, find_agency
from data.review.decisions import Decisions
from data.sheets.fields import AGENCY_FIELDS, PLACE_FIELDS, field_of_name, plain
from data.sheets.sheet import Sheet
from data.understanding import contents
from geo.districts import gazetteer
from geo.names.by_name import districts_among
from geo.names.matching import match
from geo.words.catalogue import _

HOME, AGENCY = "District of the posting", "Agency of the posting"
HOME_ABOVE = "District of the office above"
OF_OFFICE = _("It is the district of the office above the rows; do its participants serve there?")
MOST = 0.6
#: A group of people of one agency, as a title calls them.
_GROUP = re.compile(
    r"(?P<who>(?:[^\W\d_]+[ -]){1,3})(?P<what>officers?|officials?|inspectors?|personnel|staff"
    r"|employees|investigators?|prosecutors?|judges|workers|teachers)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:\b(?:and|or)|[&,/+])\s*$", re.IGNORECASE)
_MORE = re.compile(r"\s*(?:\b(?:and|or)\b|[&,/+])\s*[^\W\d_]", re.IGNORECASE)
_COMMITTEE = re.compile(r"\b(?:d?ahtcs?|committees?)\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"\boffice of the (?:district|deputy)\b|\b(?:dc|dpo|deputy commissioner|district police)\b",
    re.IGNORECASE,
)
#: Its office writes letters for all: what it heads says nothing of a post that several have.
_OF_ALL = "District Administration"
_NO_PLACE = re.compile(
    r"\b(?:venue|where|held|training|workshop|location|site|hall|address|city|place)\b"
)


def with_postings(sheet: Sheet) -> Sheet:
    """Return a sheet with the districts of its postings, and the agencies that they tell.

    A column of postings is one of which most texts are, and no other column has the districts.
    """
    texts = sheet.beside
    sheet, place = _with_districts(sheet, texts)
    fields = [field_of_name(name) for name in sheet.header]
    if {"agency", "department"} & {*fields}:
        return sheet
    post = fields.index("designation") if "designation" in fields else None
    told = _agencies(sheet, post, place, texts)
    if not told.any():
        return sheet
    words = _("{where}: agencies are read from {sources}.")
    sources = [safe_name(sheet.header[n]) for n in (post, place) if n is not None]
    sources += [_("the texts above the rows")] if agencies_named(texts) else []
    said = words.format(where=sheet.where, sources=", ".join(sources))
    whole = sheet.with_columns([(AGENCY, told, "")])
    return replace(whole, notes=(*whole.notes, said))


def _with_districts(sheet: Sheet, texts: Iterable[str]) -> tuple[Sheet, int | None]:
    """Return a sheet whose postings are in a column of districts, and where that stands."""
    fields = [field_of_name(name) for name in sheet.header]
    above = districts_among(texts)
    placed = [n for n, one in enumerate(fields) if one in PLACE_FIELDS[:2]]
    if placed:
        return _in_district_above(sheet, placed[0], above), placed[0]
    found = [n for n, one in enumerate(fields) if _may_hold_postings(sheet, n, one)]
    if len(found) == 1:
        n = found[0]
        if fields[n] != "designation":
            header = list(sheet.header)
            words = _("{where}: {column} is read as the district of the posting.")
            said = words.format(where=sheet.where, column=safe_name(header[n]))
            header[n] = HOME
            sheet = replace(sheet, header=tuple(header), notes=(*sheet.notes, said))
        else:
            sheet = sheet.with_columns([(HOME, sheet.cells[n], "")])
            n = len(sheet.header) - 1
        return _in_district_above(sheet, n, above), n
    return _with_office_above(sheet, fields, list(texts), above), None


def _may_hold_postings(sheet: Sheet, n: int, field: str | None) -> bool:
    # "From" is a day only where it holds days.
    if field not in (None, "date_start", *AGENCY_FIELDS) or n in sheet.offered:
        return False
    if _NO_PLACE.search(plain(sheet.header[n])):
        return False
    texts = [text for text in map(str.strip, sheet.cells[n].unique()[:40].tolist()) if text]
    posted = sum(map(_is_posting, texts))
    placed = posted + sum(map(contents.is_district, texts)) * (field is None and posted > 0)
    return bool(texts) and placed >= MOST * len(texts)


@lru_cache(maxsize=4096)
def _is_posting(text: str) -> bool:
    return match(text).method == "posting"


def _in_district_above(sheet: Sheet, n: int, above: frozenset[str]) -> Sheet:
    """Read a place that lies in the one district above the rows, as a tehsil's police station."""
    if len(above) != 1:
        return sheet
    code = next(iter(above))
    name, lying = gazetteer.names()[code], []
    for text in filter(str.strip, sheet.cells[n].unique().tolist()):
        found = match(text)
        if found.adm2_pcode is None and {one.adm2_pcode for one in found.candidates} == {code}:
            lying.append(text)
    if not lying:
        return sheet
    cells = sheet.cells.copy()
    cells[n] = cells[n].where(~cells[n].isin(lying), name)
    words = _("{where}: read as {district}, which stands above and in which they lie: {places}.")
    listed = ", ".join(sorted(map(safe_name, lying)))
    return sheet.with_cells(cells, words.format(where=sheet.where, district=name, places=listed))


def _with_office_above(
    sheet: Sheet, fields: Sequence[str | None], texts: list[str], above: frozenset[str]
) -> Sheet:
    """Offer the district of the office above a list that has no column of districts."""
    offices = [text for text in texts if _OFFICE.search(text) and districts_among([text])]
    listed = "name_of_person" in fields and not {*fields} & {*PLACE_FIELDS}
    if len(above) != 1 or not offices or not listed:
        return sheet
    name = gazetteer.names()[next(iter(above))]
    sure = any(map(_COMMITTEE.search, texts))
    column = pd.Series(name, index=sheet.cells.index, dtype="str")
    whole = sheet.with_columns([(HOME_ABOVE, column, "" if sure else OF_OFFICE)])
    words = _("{where}: its participants are of the committee of {district}, which stands above.")
    said = (words.format(where=sheet.where, district=name),) if sure else ()
    return replace(whole, notes=(*whole.notes, *said))


def _agencies(sheet: Sheet, post: int | None, place: int | None, texts: Sequence[str]) -> pd.Series:
    """Return the agency of each row that its post alone does not tell; blank where nothing does."""
    group, named = group_above(texts), agencies_named(texts)
    blank = pd.Series("", index=sheet.cells.index, dtype="str")
    posts = sheet.cells[post].str.strip() if post is not None else blank
    places = sheet.cells[place].str.strip() if place is not None else blank
    both = pd.DataFrame({"post": posts, "place": places})
    different = both.drop_duplicates()
    told = {
        (own, where): _agency(own, where, group, named)
        for own, where in different.itertuples(index=False)
    }
    return pd.Series([told[one] for one in both.itertuples(index=False, name=None)],
                     index=sheet.cells.index, dtype="str")  # fmt: skip


def _agency(post: str, place: str, group: str, named: frozenset[str]) -> str:
    found = find_agency(post, Decisions(), post=True) if post else None
    if found and found.agency:
        return found.agency
    may_be = {one.answer for one in found.candidates if one.score == OF_POST} if found else set()
    posting = agency_in_posting(place) if place else None
    if posting and (not may_be or posting in may_be):
        return posting
    if group and (not may_be or group in may_be):
        return group
    only = next(iter(named)) if len(named) == 1 else ""
    return only if only in may_be - {_OF_ALL} else ""


def group_above(texts: Iterable[str]) -> str:
    """Return the one agency whose officers a title says that the participants are; else blank."""
    found = set()
    for text in texts:
        for one in _GROUP.finditer(text):
            rest = text[one.end() :]
            others = _MORE.match(rest) and not districts_among([rest])  # "…, Kasur" is a place
            if _AND.search(text[: one.start()]) or others:
                return ""
            words = one["who"].replace("-", " ").split()
            if {"and", "or"} & {*map(str.casefold, words)}:
                return ""
            ends = [words[start:] for start in range(len(words))]
            names = [" ".join(some) for end in ends for some in ([*end, one["what"]], end)]
            told = {find_agency(name, Decisions(), post=True).agency for name in names} - {None}
            found |= told if agencies_named([text]) <= told else told | {""}
    return str(found.pop()) if len(found) == 1 else ""
