"""Rows of a matrix of results whose unit or indicator says that their numbers count no people."""

import re
from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from data.records.calendar.dates import is_day
from data.records.distinct import by_text, filled_cells, filled_texts
from data.records.problems.kind import ProblemKind
from data.records.problems.of_rows import COUNTED_BESIDE, SEVERAL_TRAININGS, UNKNOWN_UNIT
from data.records.rules import whole_numbers
from data.sheets.fields import (
    AGENCY_FIELDS,
    COUNT_FIELDS,
    IGNORED,
    PLACE_FIELDS,
    VENUE_FIELDS,
    plain,
)
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.totals.total_rows import LARGEST
from geo.words.catalogue import _

#: Different texts of a column that tell whether it is of days.
LOOKED_AT = 40
OTHER_UNIT_ROW = _("it counts no people, as its unit says")
_TRAININGS = r"(?:trainings?|sessions?|workshops?|courses?|seminars?|events?|activities|batches)"
_HELD = r"(?:held|conducted|organi[sz]ed|arranged|completed|imparted)"
#: A row that counts trainings among those of agencies or districts: "No. of trainings held". The
#: branch "Training" of a force is none.
_OF_TRAININGS = re.compile(
    rf"\W*(?:total )?(?:nos?|number|#)\W{{0,2}}(?:of )?{_TRAININGS}(?: {_HELD})?\W*"
    rf"|\W*(?:total )?(?:trainings|{_TRAININGS} {_HELD})\W*|(?:کل )?تعداد تربیت\w*",
    re.IGNORECASE,
)
#: An indicator that counts them, or what they are for, whatever else it says.
_OF_WHAT_IS_HELD = re.compile(
    rf"\b(?:trainings|(?:training )?(?:sessions|workshops|courses|seminars)|{_TRAININGS} {_HELD})\b"
    r"|\b(?:capacit(?:y|ies)|knowledge|skills?|awareness|strengthen\w*|enhanc\w*|improv\w*)\b",
    re.IGNORECASE,
)
#: One that counts some of the others over again: "of whom women".
_OF_THOSE = re.compile(
    r"\W*(?:(?:out )?of (?:which|whom|them|these|total)|including|incl\.?|thereof)\W+"
    r"(?:total )?(?:no\.? of )?(?:women|females?|ladies|men|males?|youth|new)\b.*"
    r"|جن میں .*خواتین.*",
    re.IGNORECASE,
)
#: What the column is called that says what a number counts.
_CALLED = frozenset(
    ["unit", "units", "unit of measure", "units of measure", "unit of measurement", "uom", "uo m",
     "measurement unit", "measure", "unit of count", "indicator unit", "counting unit", "اکائی"]
)  # fmt: skip
#: What the column is called that says so in whole words: "Number of persons trained".
INDICATORS = frozenset(["indicator", "indicator name", "indicator code", "indicator id"])
_TRAINED = re.compile(
    r"\b(?:trained|attend(?:ed|ees?)|participa(?:ted|nts?)|trainees?|sensiti[sz]ed|oriented)\b",
    re.IGNORECASE,
)
#: "Training participants" count no trainings.
_OF_TRAINING = re.compile(
    r"\b(?:training|workshop|course|session|seminar) (?=(?:participants?|attendees?|trainees?)\b)"
)
_OF_NO_PEOPLE = re.compile(
    r"%|\b(?:cost|costs|expenditure|budget|amount|percent(?:age)?|share|proportion|rate|ratio|average"
    r"|hours|pkr|rs|usd)\b",
    re.IGNORECASE,
)
#: Attributes of a tag that say of an indicator's column that it holds its numbers.
_VALUES = frozenset(["value", "values", "num", "pct", "percent", "percentage", "ratio", "rate"])
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
    several = _labelled(sheet, mapping, _OF_TRAININGS).difference(_several(sheet, mapping))
    return _where(sheet, mapping, people=False).union(several)


def _several(sheet: Sheet, mapping: ColumnMapping) -> pd.Index:
    """Return the rows that count several trainings, where the others count the people of one."""
    rows = _labelled(sheet, mapping, _OF_TRAININGS)
    if rows.empty:
        return rows
    counts = [whole_numbers(sheet.cells.loc[rows, n], LARGEST)[0] > 1
              for n in mapping.positions(*COUNT_FIELDS)]  # fmt: skip
    return rows[pd.concat(counts, axis=1).any(axis=1)] if counts else rows


def _labelled(sheet: Sheet, mapping: ColumnMapping, label: re.Pattern[str]) -> pd.Index:
    """Return the rows of counts that have a label where the others have an agency or a district."""
    labels = mapping.positions(*AGENCY_FIELDS, "district") if mapping.kind != PERSONS else []
    rows = sheet.cells.index[:0]
    for n in labels:
        said = by_text(sheet.cells[n], lambda text: label.fullmatch(text) is not None, "bool")
        rows = rows.union(sheet.cells.index[said])
    return rows


def of_unknown_units(sheet: Sheet, mapping: ColumnMapping) -> list[tuple[int, str, ProblemKind]]:
    """Return the rows of which nobody knows whether they count people, beside others that do.

    Where some count things, a row with a number and no unit is such, too.
    """
    trainings = [(int(row), "", SEVERAL_TRAININGS) for row in _several(sheet, mapping)]
    unknown = [(int(row), "", UNKNOWN_UNIT) for row in _where(sheet, mapping, people=None)]
    again = [(int(row), "", COUNTED_BESIDE) for row in _labelled(sheet, mapping, _OF_THOSE)]
    return trainings + again + unknown


def _where(sheet: Sheet, mapping: ColumnMapping, *, people: bool | None) -> pd.Index:
    """Return the rows whose unit is of people, of things, or, with None, not known."""
    rows = sheet.cells.index[:0]
    counts = mapping.positions(*COUNT_FIELDS)
    if mapping.kind == PERSONS or not counts:
        return rows
    numbered = filled_cells(sheet.cells[[*counts]]).any(axis=1)
    for n, said in _said(sheet, mapping):
        found = by_text(sheet.cells[n], lambda text: said[text] is people, "bool")  # noqa: B023
        rows = rows.union(sheet.cells.index[found & numbered])
    return rows


def _said(sheet: Sheet, mapping: ColumnMapping) -> Iterator[tuple[int, dict[str, bool | None]]]:
    """Yield the columns of units and of indicators, and of each text whether it is of people.

    Of several indicators of people one may count those of another again: nobody knows. One of each
    training that says nothing, as "1.2.3", leaves its numbers what their columns are.
    """
    for n, name in enumerate(sheet.header):
        of_units = n in mapping.positions(IGNORED) and plain(name) in _CALLED
        of_agencies = n in mapping.positions(*AGENCY_FIELDS)
        of_indicators = not of_agencies and is_of_indicators(name, sheet.tags[n])
        texts = sheet.cells[n].unique().tolist() if of_units or of_indicators else []
        if of_indicators:
            said = _of_indicators(texts)
            several = sum(one is True for one in said.values()) > 1
            told = {*said.values()} & {True, False}
            if told or _are_several_of_one(sheet, mapping, n):
                yield n, {text: None if several and one else one for text, one in said.items()}
        elif of_units:
            said = {text: _counts_people(text) for text in texts}
            blank = [text for text in texts if not text.strip()]
            told = {*said.values()} & {True, False}
            if told:
                yield n, said | dict.fromkeys(blank, None if False in told else True)


def _are_several_of_one(sheet: Sheet, mapping: ColumnMapping, n: int) -> bool:
    """Tell whether a training has several indicators, of which each may count the same people."""
    trainings = mapping.positions("title", "training_id", "date_start")
    by = [sheet.cells[place].str.strip() for place in trainings]
    return bool((sheet.cells[n].str.strip().groupby(by).nunique() > 1).any()) if by else True


def _of_indicators(texts: Iterable[str]) -> dict[str, bool | None]:
    """Return of each indicator whether it is of people who were trained.

    Where none is, "No. of trainings held" and "Capacity of law enforcement strengthened" may be
    that of the training to which people came.
    """
    said = {text: says_trained(text) for text in texts}
    trained = True in said.values()
    return {text: None if not trained and _OF_WHAT_IS_HELD.search(text) else one
            for text, one in said.items()}  # fmt: skip


def are_records(sheet: Sheet, known: Sequence[str | None]) -> bool:
    """Tell whether a table has trainings with their days, people and places beside an indicator.

    ``known`` has the fields of its columns by name; "Total" may be one of anything. Where all its
    indicators are of things, its people may be those who got them.
    """
    told = {one for name, one in zip(sheet.header, known, strict=True) if plain(name) != "total"}
    whose = {*PLACE_FIELDS, *VENUE_FIELDS, *AGENCY_FIELDS}
    if not all(told & fields for fields in ({"title", "training_id"}, {*COUNT_FIELDS}, whose)):
        return False
    columns = [n for n, name in enumerate(sheet.header) if is_of_indicators(name, sheet.tags[n])]
    dated = "date_start" in told or any(_are_days(sheet.cells[n]) for n in sheet.cells)
    said = [_of_indicators(filled_texts(sheet.cells[n])).values() for n in columns]
    return dated and all({*one} - {False} for one in said)


def _are_days(cells: pd.Series) -> bool:
    texts = filled_texts(cells, LOOKED_AT)
    return 2 * sum(map(is_day, texts)) > len(texts)


def counts_trained(sheet: Sheet) -> bool:
    """Tell whether an indicator of a sheet is of people who were trained."""
    columns = [n for n, name in enumerate(sheet.header) if is_of_indicators(name, sheet.tags[n])]
    return any(says_trained(text) for n in columns for text in sheet.cells[n].unique().tolist())


def is_of_indicators(name: str, tag: str) -> bool:
    """Tell whether a column names what each number of a long table counts.

    A value or a share of an indicator names none: "% of target", tagged #indicator+pct.
    """
    indicator, *attributes = (part.strip() for part in tag.casefold().split("+"))
    of_values = _VALUES.intersection(attributes) or _OF_NO_PEOPLE.search(name)
    return plain(name) in INDICATORS or (indicator == "#indicator" and not of_values)


def says_trained(text: str) -> bool | None:
    """Return whether an indicator is of people who were trained; None where nobody knows."""
    words = {*_OF_TRAINING.sub("", plain(text)).split()}
    if _OF_NO_PEOPLE.search(text) or (words & _THINGS and not words & _PEOPLE):
        return False
    of_trained = bool(words & _PEOPLE) and _TRAINED.search(text) is not None
    return True if of_trained and not words & _THINGS else None


def _counts_people(text: str) -> bool | None:
    """Return whether a unit is of people, or of things; None where nobody knows."""
    words = {*plain(text).split()}
    of_people, of_things = bool(words & _PEOPLE), bool(words & _THINGS) or "%" in text
    return of_people if of_people != of_things else None
