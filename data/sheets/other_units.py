"""Rows of a matrix of results whose unit says that their numbers count no people."""

import pandas as pd

from data.records.distinct import by_text, filled_cells
from data.records.problems.kind import ProblemKind
from data.records.problems.of_rows import UNKNOWN_UNIT
from data.sheets.fields import COUNT_FIELDS, IGNORED, plain
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.sheet import Sheet
from geo.words.catalogue import _

OTHER_UNIT_ROW = _("it counts no people, as its unit says")
#: What the column is called that says what a number counts.
_CALLED = frozenset(
    ["unit", "units", "unit of measure", "units of measure", "unit of measurement", "uom", "uo m",
     "measurement unit", "measure", "unit of count", "indicator unit", "counting unit", "اکائی"]
)  # fmt: skip
_PEOPLE = frozenset(
    ["person", "persons", "people", "participant", "participants", "trainee", "trainees", "pax",
     "attendee", "attendees", "individual", "individuals", "official", "officials", "officer",
     "officers", "beneficiary", "beneficiaries", "head", "heads", "headcount", "member", "members",
     "women", "men", "staff", "personnel", "journalists", "judges", "lawyers", "teachers",
     "students", "volunteers", "afrad", "nafri", "افراد", "شرکاء"]
)  # fmt: skip
_THINGS = frozenset(
    ["copy", "copies", "document", "documents", "doc", "docs", "report", "reports", "kit", "kits",
     "session", "sessions", "training", "trainings", "workshop", "workshops", "event", "events",
     "meeting", "meetings", "course", "courses", "seminar", "seminars", "activity", "activities",
     "day", "days", "hour", "hours", "month", "months", "set", "sets", "module", "modules",
     "manual", "manuals", "guide", "guides", "guideline", "guidelines", "sop", "sops", "booklet",
     "booklets", "brochure", "brochures", "leaflet", "leaflets", "poster", "posters", "banner",
     "banners", "material", "materials", "book", "books", "publication", "publications", "study",
     "studies", "survey", "surveys", "plan", "plans", "policy", "policies", "law", "laws",
     "mou", "mous", "agreement", "agreements", "system", "systems", "database", "databases",
     "website", "websites", "app", "video", "videos", "film", "films", "broadcast", "broadcasts",
     "spot", "spots", "campaign", "campaigns", "visit", "visits", "mission", "missions", "item",
     "items", "piece", "pieces", "unit", "units", "equipment", "computer", "computers", "vehicle",
     "vehicles", "desk", "desks", "office", "offices", "centre", "centres", "center", "centers",
     "shelter", "shelters", "district", "districts", "province", "provinces", "committee",
     "committees", "network", "networks", "case", "cases", "call", "calls", "percent",
     "percentage", "rs", "pkr", "usd", "rupees", "batch", "batches"]
)  # fmt: skip


def of_other_units(sheet: Sheet, mapping: ColumnMapping) -> pd.Index:
    """Return the rows that count things, in a sheet whose column of units says so."""
    return _where(sheet, mapping, people=False)


def of_unknown_units(sheet: Sheet, mapping: ColumnMapping) -> list[tuple[int, str, ProblemKind]]:
    """Return the rows of which nobody knows whether they count people, beside others that do.

    Where some count things, a row with a number and no unit is such, too.
    """
    return [(int(row), "", UNKNOWN_UNIT) for row in _where(sheet, mapping, people=None)]


def _where(sheet: Sheet, mapping: ColumnMapping, *, people: bool | None) -> pd.Index:
    """Return the rows whose unit is of people, of things, or, with None, not known."""
    rows = sheet.cells.index[:0]
    counts = mapping.positions(*COUNT_FIELDS)
    if mapping.kind == PERSONS or not counts:
        return rows
    for n in mapping.positions(IGNORED):
        if plain(sheet.header[n]) not in _CALLED:
            continue
        said = {text: _counts_people(text) for text in sheet.cells[n].unique().tolist()}
        told = {*said.values()} & {True, False}
        if told:
            blank = [text for text in said if not text.strip()]
            said |= dict.fromkeys(blank, None if False in told else True)
            found = by_text(sheet.cells[n], lambda text: said[text] is people, "bool")  # noqa: B023
            numbered = filled_cells(sheet.cells[[*counts]]).any(axis=1)
            rows = rows.union(sheet.cells.index[found & numbered])
    return rows


def _counts_people(text: str) -> bool | None:
    """Return whether a unit is of people, or of things; None where nobody knows."""
    words = {*plain(text).split()}
    of_people, of_things = bool(words & _PEOPLE), bool(words & _THINGS) or "%" in text
    return of_people if of_people != of_things else None
