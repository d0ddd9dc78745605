"""A table of districts that had trainings of their own, as a text above or a number in it says."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from data.records.calendar.months import is_month
from data.records.distinct import by_text
from data.records.personal_data import looks_personal
from data.sheets.field_names import field_of_name
from data.sheets.fields import UNTITLED
from data.sheets.sheet import Sheet
from data.sheets.totals.total_words import is_total
from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.names.names_of_who_came import is_of_who_came, is_planned
from data.understanding.contents import MONTHS, contents_of
from data.understanding.layout.crossed.by_months import TITLE as OF_MONTHS
from data.understanding.layout.titles.blocks import TRAINING
from data.understanding.layout.titles.title_rows import OF_ALL_ROWS
from data.understanding.layout.titles.title_texts import LONGEST_TITLE, TITLE
from geo.words.catalogue import _

_TRAINING = r"(?:training|workshop|session|seminar|course|orientation|event)"
_HELD = r"(?: (?:was|were|is|each))?(?: (?:held|conducted|arranged|organi[sz]ed))?"
_EACH = r"in (?:each|every)(?: of)?(?: the)?(?: (?:following|above|said|\d+|[a-z]+))? districts?\b"
_PER_DISTRICT = r"(?:per|in (?:each|every)|for (?:each|every)) district\b"
_ONE = r"\b(?:one|1|a single|a separate)(?: [\w-]+){0,3}?"
_A = r"(?:per|a|each|every|(?:in|for|during) (?:a|each|every|any|the))"
#: "Trainings, one per district", "one training in each district", "held in each of the districts";
#: "one officer from each district" is of one training.
_ONE_EACH = re.compile(
    rf"\b{_TRAINING}s\b.*[,:;(–-]\s*(?:one|1) {_PER_DISTRICT}"
    rf"|\b(?:one|1|a|single)(?: [\w-]+){{0,3}} {_TRAINING}{_HELD} {_PER_DISTRICT}"
    rf"|\b{_TRAINING}s?{_HELD} {_EACH}"
    # "Trainings, each for members from the district itself".
    rf"|\b{_TRAINING}s\b.*[,:;(–-]\s*each (?:training )?(?:was |held |given )?(?:for|of|with)"
    r" (?:the )?[^.;:,()]{0,40}?\b(?:of|from) (?:the|that|its|one|their) (?:same |own )?"
    r"district(?: itself| concerned)?\b"
    # Of a table of months: "one session in a district in a month", "each figure is one session".
    rf"|{_ONE} {_TRAINING}{_HELD} {_A} district,? (?:and )?{_A} month\b"
    rf"|{_ONE} {_TRAINING}{_HELD} {_A} month,? (?:and )?{_A} district\b"
    rf"|\b(?:each|every|any) (?:figure|number|cell|entry|count|value)(?: [a-z]+){{0,4}}?"
    rf" (?:is|=|shows|represents|means|denotes|(?:stands|is) for|(?:is|are) of|refers to)"
    rf"(?: [a-z]+){{0,3}}? {_ONE[2:]} {_TRAINING}\b",
    re.IGNORECASE,
)
#: "District-wise trainings", or "training of members, one per district", who may be the members.
_BY_DISTRICT = re.compile(
    rf"\b{_TRAINING}\b.*[,:;(–-]\s*(?:one|1) {_PER_DISTRICT}|\bdistrict[- ]?wise {_TRAINING}s\b"
    rf"|\b{_TRAINING}s\b,?(?: held| conducted)? \(?district[- ]?wise\b",
    re.IGNORECASE,
)
MAY_BE_ONE_EACH = _(
    "What stands above may say that each district had a training of its own, and not all one."
)

MONTHS_OF_SEVERAL = _(
    "Several districts have one month and no day: each may have had a training of its own."
)


def with_one_each(sheet: Sheet) -> Sheet:
    """Return a sheet whose rows have a title each, with their district, where each had its own.

    So it is where a text above says so, or where each row tells how many trainings it sums up. A
    table with titles of its own is left as it is.
    """
    of_all = (*OF_ALL_ROWS, OF_MONTHS)
    fields = [None if name in of_all else field_of_name(name) for name in sheet.header]
    if "district" not in fields:  # "District (of staff)"
        guesses = ["district" if guessed_field(name) == "district" else None
                   for name in sheet.header]  # fmt: skip
        fields = [one or guess for one, guess in zip(fields, guesses, strict=True)]
    told = {"title", "training_id", "name_of_person", "sex"} & {*fields}
    if told or fields.count("district") != 1:
        return sheet
    texts = (*sheet.above, *sheet.below, sheet.name)
    plainly = any(map(_ONE_EACH.search, texts))
    numbered = "summarises" in fields and (TITLE in sheet.header or not _may_have_title(sheet))
    may_be = MAY_BE_ONE_EACH if any(map(_BY_DISTRICT.search, texts)) else ""
    may_be = may_be or (MONTHS_OF_SEVERAL if _is_plan_of_months(sheet, fields) else "")
    if not (plainly or numbered or may_be):
        return sheet
    places = sheet.cells[fields.index("district")].str.strip()
    places = places.mask(by_text(places, is_total, "bool"), "")
    above = next(
        (sheet.header.index(one) for one in (TITLE, OF_MONTHS) if one in sheet.header), None
    )
    base = pd.Series(UNTITLED, index=places.index) if above is None else sheet.cells[above]
    base = base.mask(by_text(base, lambda text: bool(_ONE_EACH.match(text)), "bool"), _title(sheet))
    titles = (base + ", " + places).where((places != "") & (base != ""), base).astype("str")
    why = "" if plainly or numbered else may_be
    if above is None:
        whole = sheet.with_columns([(TITLE, titles, why)])
    else:
        offered = {**sheet.offered, above: why or sheet.offered.get(above, "")}
        cells = sheet.cells.copy()
        cells[above] = titles
        whole = replace(sheet, cells=cells, offered=offered)
    words = _("{where}: each district is counted as having had trainings of its own.")
    said = () if why else (words.format(where=sheet.where),)
    return whole.noted(*said)


def _is_plan_of_months(sheet: Sheet, fields: Sequence[str | None]) -> bool:
    """Tell whether rows have who was to come and who came, and no day but a month for several.

    A row of a plan mostly is a training of its own, and two districts have one month.
    """
    months = [n for n, one in enumerate(fields)
              if (one or guessed_field(sheet.header[n])) == "date_start"
              or contents_of(sheet.cells[n]) == MONTHS]  # fmt: skip
    compared = any(map(is_planned, sheet.header)) and any(map(is_of_who_came, sheet.header))
    if not compared or len(months) != 1:
        return False
    texts = sheet.cells[months[0]].str.strip()
    texts = texts[texts != ""]
    return bool(texts.duplicated().any()) and all(map(is_month, texts.unique().tolist()))


def _title(sheet: Sheet) -> str:
    """Return the title above of what it says beside it that each was one."""
    titles = (text for text in sheet.above if TRAINING.search(text) and not _ONE_EACH.match(text))
    return next((text for text in titles if not looks_personal(text)), UNTITLED)[:LONGEST_TITLE]


def _may_have_title(sheet: Sheet) -> bool:
    """Tell whether a column of the sheet may be that of the titles by a word of its name."""
    return any(guessed_field(name) == "title" for name in sheet.header if not field_of_name(name))
