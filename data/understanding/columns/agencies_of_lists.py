"""Columns beside agencies, or in their place: units, offices, ranks, who nominated, who reports."""

from collections.abc import Sequence

import pandas as pd

from data.records.distinct import by_text, filled_texts
from data.records.model import UNTOLD_AGENCY
from data.records.personal_data import safe_name
from data.review.agencies.agencies import CIVIL, agencies_of_post, find_agency
from data.sheets.field_names import is_of_those_who_came
from data.sheets.fields import AGENCY_FIELDS, COUNT_FIELDS, IGNORED, plain
from data.sheets.sheet import Sheet
from data.sheets.words.names.name_words import says_from_where
from data.understanding import contents
from data.understanding.columns.whose_column import is_reporter
from data.understanding.layout.posting_columns import UNITS
from data.understanding.layout.titles.agencies.agencies_of_columns import agency_of_office
from data.understanding.layout.titles.blocks import TRAINING
from geo.words.catalogue import _

#: What the column of whoever sent a person to a training is called.
_NOMINATED_BY = ("nominated by", "nominee of", "deputed by", "sponsored by", "sent by",
                 "nominating department", "nominating office", "nominating agency")  # fmt: skip
#: What a column is called that says of what agency somebody is, and in which of its offices.
_FORCES = frozenset(["unit", "force", "service", "department", "deptt", "dept", "agency",
                     "organization", "organisation", "parent department"])  # fmt: skip
_OFFICES = frozenset(["office", "station", "posting", "ps", "branch", "section"])
#: Words of an office that any agency may have: "Provincial Directorate".
_OF_ANY = frozenset(["provincial", "regional", "divisional", "district", "zonal", "central", "head",
                     "main", "field", "sub", "directorate", "secretariat", "bureau", "wing",
                     "office", "headquarters", "hq", "tehsil", "taluka"])  # fmt: skip
#: Words of a column of agencies beside that of who reports: these are of those who were trained.
_TRAINED = frozenset(["stakeholder", "stakeholders", "audience", "beneficiary", "beneficiaries",
                      "trainees", "attendees", "participants", "trained", "whom"])  # fmt: skip
_GIVEN_OR_PLANNED = frozenset(["by", "planned", "invited", "nominated", "engaged", "supporting",
                               "partner", "partners", "donor", "not"])  # fmt: skip


def with_units(sheet: Sheet, fields: Sequence[str | None]) -> list[str | None]:
    """Take units for the agencies of a list's persons, where each is of one.

    And posts beside, if any, say the same, but of civil society.
    """
    units = [n for n, name in enumerate(sheet.header) if plain(name) in UNITS]
    told = {*AGENCY_FIELDS[:2]} & {*fields} or "name_of_person" not in fields
    if told or len(units) != 1 or not contents.is_nothing_but(sheet.cells[units[0]], "department"):
        return list(fields)
    if _posts_differ(sheet, fields, units[0]):
        return list(fields)
    return ["department" if n in units else one for n, one in enumerate(fields)]


def with_nominators(sheet: Sheet, fields: Sequence[str | None]) -> list[str | None]:
    """Take the offices that nominated the persons of a list for theirs, where posts say the same.

    One office that wrote a letter for all says nothing of each.
    """
    places = [n for n, name in enumerate(sheet.header) if plain(name) in _NOMINATED_BY]
    named = any(one == "name_of_person" or (one in COUNT_FIELDS and contents.contents_of(
                sheet.cells[n]) == contents.TEXTS) for n, one in enumerate(fields))  # fmt: skip
    listed = named and not {"agency", "department"} & {*fields}
    if not listed or len(places) != 1:
        return list(fields)
    own = sheet.cells[places[0]]
    if own.nunique() < 2 or not contents.is_nothing_but(own, "department"):
        return list(fields)
    if _posts_differ(sheet, fields, places[0]):
        return list(fields)
    return ["department" if n in places else one for n, one in enumerate(fields)]


def _posts_differ(sheet: Sheet, fields: Sequence[str | None], n: int) -> bool:
    """Tell whether a post is of another agency than an office says, but of civil society's."""
    posts = [place for place, one in enumerate(fields) if one == "designation"]
    pairs = {*zip(sheet.cells[posts[0]], sheet.cells[n], strict=True)} if posts else ()
    return any(
        find_agency(post, post=True).agency not in (None, own)
        for post, office in pairs
        if (own := find_agency(office).agency) != CIVIL
    )


def with_forces(sheet: Sheet, fields: Sequence[str | None]) -> list[str | None]:
    """Take of a list the column of nothing but agencies, and no office of theirs beside it.

    "Unit" *KP Police* says it, and "PS / Office" *Women Desk* where in the police somebody serves.
    """
    offices, forces = _offices_beside(sheet, fields)
    forces = [n for n in forces if _are_agencies(sheet.cells[n])]
    if not offices or len(forces) != 1:
        return list(fields)
    own, theirs = sheet.cells[forces[0]], [sheet.cells[n] for n in offices]
    if any(_are_of_others(each, own) for each in theirs):
        return list(fields)
    taken = {forces[0]: "department"} | dict.fromkeys(offices, IGNORED)
    return [taken.get(n, one) for n, one in enumerate(fields)]


def _offices_beside(sheet: Sheet, fields: Sequence[str | None]) -> tuple[list[int], list[int]]:
    """Return the columns of a list that are called as offices are, and as their agencies are."""
    if "name_of_person" not in fields:
        return [], []
    called = [{*plain(name).split()} for name in sheet.header]
    offices = [n for n, one in enumerate(fields) if one == "department" and called[n] & _OFFICES]
    forces = [n for n, one in enumerate(fields)
              if one in (None, "agency", "department") and n not in (*offices, *sheet.offered)
              and plain(sheet.header[n]) in _FORCES]  # fmt: skip
    return offices, forces


def with_agencies_of_ranks(sheet: Sheet) -> Sheet:
    """Return a list with the agency of each rank that stands in the place of one.

    Of "Inspector" under "Department" the office beside it tells which, of those that have such.
    """
    offices, forces = _offices_beside(sheet, sheet.fields)
    if len(offices) != 1 or len(forces) != 1:
        return sheet
    own, office = sheet.cells[forces[0]], sheet.cells[offices[0]]
    ranks = {text for text in filled_texts(own) if len(agencies_of_post(text)) > 1}
    told = by_text(office[own.str.strip().isin(ranks)], agency_of_office)
    have = zip(told, own.loc[told.index], strict=True)
    told = told[[agency in agencies_of_post(rank) for agency, rank in have]]
    if told.empty:
        return sheet
    cells = sheet.cells.copy()
    cells.loc[told.index, forces[0]] = told
    words = _("{where}: of a rank under {column} the office beside it tells the agency.")
    note = words.format(where=sheet.where, column=safe_name(sheet.header[forces[0]]))
    return sheet.with_cells(cells, note)


def _are_of_others(offices: pd.Series, forces: pd.Series) -> bool:
    """Tell whether an office beside an agency is known to be another's."""
    pairs = {*zip(offices.str.strip(), forces.str.strip(), strict=True)}
    told = ((find_agency(office).agency, force) for office, force in pairs
            if {*plain(office).split()} - _OF_ANY and len(agencies_of_post(force)) < 2)  # fmt: skip
    return any(one and one != find_agency(force).agency for one, force in told)


def _are_agencies(cells: pd.Series) -> bool:
    """Tell whether each text of a column is an agency, or a rank of some, and none "some other"."""
    texts = [text for text in filled_texts(cells) if len(agencies_of_post(text)) < 2]
    found = {find_agency(text).agency for text in texts}
    return bool(found) and not found & {None, UNTOLD_AGENCY}


def without_reporters(
    sheet: Sheet, fields: Sequence[str | None], holds: Sequence[str]
) -> list[str | None]:
    """Take an organisation for who reports, beside one that by its name is the participants'.

    So are agencies under "Participants were from", or "Type of stakeholder".
    """
    own = [n for n, one in enumerate(fields) if one in ("agency", "department")
           and n not in sheet.offered]  # fmt: skip
    theirs = [n for n in own if is_of_those_who_came(sheet.header[n])]
    if not theirs:
        own = [n for n in own if is_reporter(sheet, fields, n)]
        others = [n for n, one in enumerate(fields) if one is None
                  and holds[n] == contents.AGENCIES]  # fmt: skip
        theirs = [n for n in others if _is_of_trained(sheet.header[n])] or (own and others)
        if not _are_trainings(sheet, fields):
            theirs = [n for n in others if says_from_where(sheet.header[n])]
    if len(theirs) != 1:
        return list(fields)
    others = IGNORED if "delivered_by" in fields else "delivered_by"
    rest = [others if n in own and n not in theirs else one for n, one in enumerate(fields)]
    untold = not {*AGENCY_FIELDS[:2]} & {*rest} and "name_of_person" not in fields
    return ["department" if untold and n in theirs and _is_of_trained(sheet.header[n]) else one
            for n, one in enumerate(rest)]  # fmt: skip


def _are_trainings(sheet: Sheet, fields: Sequence[str | None]) -> bool:
    """Tell whether each title of the rows is plainly of a training, and not of meals or goods."""
    titles = [n for n, one in enumerate(fields) if one == "title"]
    texts = [text for n in titles for text in filled_texts(sheet.cells[n])]
    return bool(texts) and all(map(TRAINING.search, texts))


def _is_of_trained(name: str) -> bool:
    """Tell whether the name of a column says from where people came, or what those are of."""
    words = {*plain(name).split()}
    return says_from_where(name) or bool(words & _TRAINED and not words & _GIVEN_OR_PLANNED)
