"""Where people serve and in which agency, as their postings and the texts above tell it.

"FIA Circle Sukkur" or "AC Kasur" is a district and an agency at once; a letterhead, or a title with
"police officers" in it, says of which agency those are whose post several have. What is taken
so is said, and nothing is where two are named.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from data.records.distinct import by_text, filled_texts
from data.records.model import COUNT_COLUMNS
from data.records.personal_data import names_body, safe_name
from data.review.agencies.agencies import CIVIL, agencies_named
from data.sheets.fields import AGENCY_OF_POSTING, CHILDREN, COUNT_FIELDS, PLACE_FIELDS, plain
from data.sheets.sheet import Sheet
from data.sheets.totals.total_words import is_total
from data.sheets.words.names.pupils import counts_pupils
from data.understanding.layout.homes_of_tables import (
    all_of,
    home_in_names,
    home_of_all,
    homes_of_blocks,
    homes_of_rows,
)
from data.understanding.layout.posting_columns import (
    columns_of_towns,
    has_agencies,
    has_districts,
    holds_postings,
    lie_in_one,
    may_hold_postings,
)
from data.understanding.layout.titles.agencies.agencies_above import (
    GIVEN_TO,
    group_above,
)
from data.understanding.layout.titles.agencies.agencies_of_columns import (
    of_columns,
    of_titles,
    offices_of_staff,
    remarks_on_all,
    title_of_all,
    without_committees,
    without_short_form,
)
from data.understanding.layout.titles.agencies.agencies_of_posts import (
    agencies_by_titles,
    societies,
)
from data.understanding.layout.titles.agencies.forces_above import (
    counts_force,
    counts_some,
    may_name_force,
    names_force,
    offices_that_nominate,
    stations_above,
)
from data.understanding.layout.titles.agencies.several_agencies import of_several
from data.understanding.layout.titles.blocks import ONE_TRAINING
from data.understanding.layout.titles.places.homes_above import home_told
from data.understanding.layout.venues import PLAINLY_A_DISTRICT, may_be_venue
from geo.districts import gazetteer
from geo.names.by_name import districts_among
from geo.names.match_result import UNKNOWN, Match
from geo.names.matching import match
from geo.names.offices.provincial_offices import province_of_office
from geo.names.spelling import is_direction
from geo.words.catalogue import _

VENUE = "Venue district"
HOME, AGENCY = "District of the posting", AGENCY_OF_POSTING
#: Stations of one district, which tell groups apart that are alike in all else.
STATION = "Station of the posting"
#: A committee of a district, or its officers.
_COMMITTEE = re.compile(
    r"\b(?:d?ahtcs?|committees?)\b|\b(?:officers|officials|staff|members|employees|participants)"
    r" (?:of|from) (?:the )?district\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\boffice of the (?:district|deputy)\b|\b(?:dc|dpo|deputy commissioner|district police)\b",
    re.IGNORECASE,
)
#: What heads a list as an office does: "District Anti-Human Trafficking Committee Haripur".
_OF_COMMITTEE = re.compile(
    r"(?=.*\b(?:d?ahtc|committee)\b)(?:the )?(?:dahtc|(?:district|distt?)\b)", re.IGNORECASE
)
#: "Staff of this Circle", which heads the list with its district.
_OF_THIS = re.compile(
    r"\b(?:officers?|officials?|personnel|staff|employees) (?:of|from) (?:this|our) "
    r"(?:circle|office|station|branch|unit|bureau|directorate|cent(?:re|er)|school)\b"
    r"(?!\s*(?:\band (?!its\b)|,|&|/))",
    re.IGNORECASE,
)
_COPY = re.compile(r"(?:copy|copies|cc|c\.c\.)\b", re.IGNORECASE)


def with_postings(sheet: Sheet) -> Sheet:
    """Return a sheet with the districts of its postings, and the agencies that they tell.

    A column of postings is one of which most texts are, and no other column has the districts.
    """
    own = [name for n, name in enumerate(sheet.header)
           if (may_name_force(name, sheet.cells[n]) and not counts_some(sheet.header, n))
           or counts_force(sheet, n) or names_force(sheet, n)]  # fmt: skip
    texts = (*sheet.beside, *own, *offices_that_nominate(sheet.header),
             *title_of_all(sheet), *remarks_on_all(sheet))  # fmt: skip
    written, called = sheet.cells, sheet.header
    offices = offices_of_staff(called, () if of_several(texts) else texts)
    sheet, place = _with_districts(sheet, sheet.beside)
    if place is not None and place < len(sheet.header):
        sheet = _with_zones_placed(_with_bodies_placed(sheet, place), place)
    fields = sheet.fields
    told = sheet.fields_told
    if {"agency", "department"} & {*fields, *told} or has_agencies(sheet, told):
        return sheet
    if _counts_pupils(sheet, texts):
        return sheet  # whom nobody employs
    if place is None and len(offices) == 1 and has_districts(sheet, [*offices]):
        [place] = offices
    post = fields.index("designation") if "designation" in fields else None
    if place is not None and place < len(called) and group_above([called[place]]):
        texts = (*texts, called[place])  # "Advocates of (Bar)"
    # As it was written: a posting that was read as its district still tells the agency.
    placed = written[place] if place in written else None  # noqa: SIM401 (no key may be None)
    own = offices.get(place, "") if place is not None else ""
    if placed is not None and place is not None:
        placed = without_short_form(placed, called[place]) if own else placed
        placed = without_committees(placed, (called[place], *texts))
    told = agencies_by_titles(sheet, post, placed, texts, own)
    if not told.any():
        place, told = of_columns(sheet, texts)
    if not told.any():
        place, told = of_titles(sheet)
    if not told.any():
        return sheet
    words = _("{where}: agencies are read from {sources}.")
    read = (post, place, *societies(sheet))
    sources = [safe_name(sheet.header[n]) for n in read if n is not None]
    sources += [_("the texts above the rows")] if agencies_named(texts) else []
    said = words.format(where=sheet.where, sources=", ".join(sources))
    return sheet.with_columns([(AGENCY, told, "")]).noted(said)


def _counts_pupils(sheet: Sheet, texts: Sequence[str]) -> bool:
    """Tell whether a table counts pupils, and no title says of what society all are.

    Boys and girls beside women and men may be of a society, and of no office.
    """
    fields = sheet.fields
    pupils = {one for one, name in zip(fields, sheet.header, strict=True) if counts_pupils(name)}
    if not pupils or not {*fields} & {*COUNT_FIELDS} or any(map(GIVEN_TO.search, texts)):
        return False
    adults = pupils <= {*CHILDREN} and {*COUNT_COLUMNS[:2]} <= {*fields}
    return not (adults and group_above(texts) == CIVIL)


def _with_districts(sheet: Sheet, texts: Iterable[str]) -> tuple[Sheet, int | None]:
    """Return a sheet whose postings are in a column of districts, and where that stands."""
    fields = sheet.fields
    above = districts_among(texts)
    placed = [n for n, one in enumerate(fields) if one in PLACE_FIELDS[:2]]
    if len(placed) == 2 and "venue" in fields:
        called = [n for n in placed if plain(sheet.header[n]) in PLAINLY_A_DISTRICT]
        others = [n for n in placed if n not in called and holds_postings(sheet, n)]
        if len(called) == len(others) == 1 and _is_of_venue(sheet, fields, called[0], others[0]):
            return _renamed(sheet, {called[0]: VENUE, others[0]: HOME}), others[0]
    if len(placed) == 1 and may_be_venue(sheet, fields, placed[0], "name_of_person" in fields):
        posted = [n for n, one in enumerate(fields) if may_hold_postings(sheet, n, one)]
        if len(posted) == 1:  # who serves elsewhere than in the one district beside the venue
            sheet = _renamed(sheet, {placed[0]: VENUE, posted[0]: HOME})
            return _in_district_above(sheet, posted[0], above), posted[0]
    if placed:
        return _in_district_above(sheet, placed[0], above), placed[0]
    if homes := homes_of_blocks(sheet, fields):
        return homes, None
    if code := home_of_all(sheet, fields):
        return all_of(sheet, gazetteer.names()[code], sure=True), None
    if homes := home_in_names(sheet, fields) or homes_of_rows(sheet, fields):
        return homes, None
    found = [n for n, one in enumerate(fields) if may_hold_postings(sheet, n, one)]
    if len(found) == 1:
        n = found[0]
        if fields[n] != "designation":
            sheet = _renamed(sheet, {n: HOME})
        else:
            sheet = sheet.with_columns([(HOME, sheet.cells[n], "")])
            n = len(sheet.header) - 1
        return _in_district_above(sheet, n, above), n
    offered = _with_office_above(sheet, fields, list(texts), above)
    towns = columns_of_towns(sheet, fields) if offered is not sheet else []
    if len(towns) != 1:
        return offered, None
    [n] = towns  # where each serves, before the office that sends them
    if not lie_in_one(sheet.cells[n], above):
        return sheet, None  # it is asked about
    return _in_district_above(_renamed(sheet, {n: HOME}), n, above), n


def with_homes_of_posts(sheet: Sheet, n: int) -> Sheet:
    """Return a sheet with the districts of a column of postings, which itself stays as it is."""
    sheet = sheet.with_columns([(HOME, sheet.cells[n], "")])
    n = len(sheet.header) - 1
    sheet = _in_district_above(sheet, n, districts_among(sheet.beside))
    return _with_zones_placed(_with_bodies_placed(sheet, n), n)


def _is_of_venue(sheet: Sheet, fields: Sequence[str | None], n: int, other: int) -> bool:
    alone = [None if place == other else one for place, one in enumerate(fields)]
    return may_be_venue(sheet, alone, n, "name_of_person" in fields)


def _renamed(sheet: Sheet, called: Mapping[int, str]) -> Sheet:
    """Return a sheet of which some columns are read as others than they are called."""
    words = {HOME: _("{where}: {column} is read as the district of the posting."),
             VENUE: _("{where}: {column} is read as the district of the venue.")}  # fmt: skip
    said = [words[name].format(where=sheet.where, column=safe_name(sheet.header[n]))
            for n, name in called.items()]  # fmt: skip
    return sheet.renamed(called).noted(*said)


def _in_district_above(sheet: Sheet, n: int, above: frozenset[str]) -> Sheet:
    """Read a place that lies in the one district above the rows, as a tehsil's police station.

    So is one that nobody knows where a text above says that all are that district's people,
    whatever else stands there, and no row tells another.
    """
    told = {home_told((*sheet.above, sheet.name), sheet.below)} - {""}
    codes = above if len(above) == 1 else told
    if len(codes) != 1:
        return sheet
    [code] = codes
    name = gazetteer.names()[code]
    found = {text: match(text) for text in filled_texts(sheet.cells[n]) if not is_total(text)}
    below = " ".join(map(plain, sheet.below))
    written_below = bool(below) and any(plain(text) in below for text in found)
    if written_below or {one.adm2_pcode for one in found.values()} - {None, code}:
        told = set()  # a note on one of the offices may say where it is
    lying = [text for text, one in found.items()
             if one.adm2_pcode is None and not province_of_office(text)
             and _may_lie(one, code, all_there=bool(told))]  # fmt: skip
    if not lying:
        return sheet
    texts = sheet.cells[n].where(~sheet.cells[n].isin(lying), name)
    words = _("{where}: read as {district}, which stands above and in which they lie: {places}.")
    listed = ", ".join(sorted(map(safe_name, lying)))
    said = words.format(where=sheet.where, district=name, places=listed)
    placed = sheet.with_texts(n, texts, said)
    if len(lying) == 1 or "name_of_person" in sheet.fields:
        return placed
    return placed.with_columns([(STATION, sheet.cells[n], "")])  # groups of two are none twice


def _may_lie(found: Match, code: str, *, all_there: bool) -> bool:
    """Tell whether a place lies in a district; where all are of it, whether it may."""
    districts = {each.adm2_pcode for each in found.candidates}
    return districts == {code} or (all_there and (code in districts or not districts))


def _with_bodies_placed(sheet: Sheet, n: int) -> Sheet:
    """Read organisations among postings as in the one district that begins or ends their names.

    "Okara Women Forum" beside stations and offices is where somebody serves; among homes it may be
    anything.
    """
    texts = filled_texts(sheet.cells[n])
    found = {text: match(text, alike=False) for text in texts if not is_total(text)}
    posted = sum(one.method == "posting" for one in found.values())
    bodies = {text: gazetteer.names()[code] for text, one in found.items()
              if one.reason == UNKNOWN and names_body(text)
              and (code := _at_an_end(text))} if 2 * posted >= len(found) else {}  # fmt: skip
    if not bodies:
        return sheet
    placed = by_text(sheet.cells[n], lambda text: bodies.get(text, text))
    words = _("{where}: organisations are read as in the district that their names give: {places}.")
    listed = ", ".join(sorted({*bodies.values()}))
    return sheet.with_texts(n, placed, words.format(where=sheet.where, places=listed))


def _with_zones_placed(sheet: Sheet, n: int) -> Sheet:
    """Read the office of a zone of a city as of its district: "Labour Officer, Okara East".

    A direction that is part of a district's own name is no zone: "DC Karachi East" is known.
    """
    zones = {}
    for text in filled_texts(sheet.cells[n]):
        before, _space, last = text.strip().rpartition(" ")
        if is_direction(last.casefold()) and match(text, alike=False).reason == UNKNOWN:
            found = match(before, alike=False)
            if found.adm2_pcode and found.method == "posting":
                zones[text] = gazetteer.names()[found.adm2_pcode]
    if not zones:
        return sheet
    placed = by_text(sheet.cells[n], lambda text: zones.get(text, text))
    words = _("{where}: offices of zones of a city are read as of its district: {places}.")
    listed = ", ".join(sorted({*zones.values()}))
    return sheet.with_texts(n, placed, words.format(where=sheet.where, places=listed))


def _at_an_end(text: str) -> str:
    """Return the code of the one district that a text names, at its beginning or its end."""
    words = text.split()
    found = [match(one, alike=False) for one in (words[0], words[-1])]
    ends = {one.adm2_pcode for one in found} - {None}
    # "Karachi" is of several districts, and may be where it is.
    if any(not one.adm2_pcode and one.reason != UNKNOWN for one in found):
        return ""
    return ends.pop() or "" if ends == districts_among([text]) and len(ends) == 1 else ""


def _with_office_above(
    sheet: Sheet, fields: Sequence[str | None], texts: list[str], above: frozenset[str]
) -> Sheet:
    """Give a list without districts that of the officers above; of an office it is offered."""
    own = {one for n, one in enumerate(fields) if n not in sheet.offered}
    of_one = {"agency", "department"} & own and not {"title", "date_start"} & own
    if {*fields} & {*PLACE_FIELDS} or has_districts(sheet):
        return sheet
    if not (of_one or "name_of_person" in fields):
        return sheet
    # To whom a copy goes says nothing of who came.
    texts = [text for text in texts if not _COPY.match(text)]
    stations = stations_above(sheet, texts)
    offices = [text for text in texts if _OFFICE.search(text) and districts_among([text])]
    if any(map(_OF_THIS.search, texts)):
        heads = [text for text in texts if not ONE_TRAINING.search(text)]
        offices += [text for text in heads if districts_among([text])]
    offices += stations
    sure = (bool(stations) and not of_several(texts)) or any(map(_COMMITTEE.search, texts))
    if not offices:  # whoever is listed may be of the committee, or its guest
        heads = [text for text in sheet.above if _OF_COMMITTEE.match(text.strip())]
        offices = [text for text in heads if not ONE_TRAINING.search(text)]
        sure = False
    above = districts_among([*offices, *filter(_COMMITTEE.search, texts)]) or above
    if len(above) != 1 or not offices or "name_of_person" not in fields:
        return sheet
    return all_of(sheet, gazetteer.names()[next(iter(above))], sure=sure)
