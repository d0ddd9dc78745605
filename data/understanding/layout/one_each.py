"""A table of districts that had trainings of their own, as a text above or a number in it says."""

import re
from dataclasses import replace

import pandas as pd

from data.records.distinct import by_text
from data.sheets.fields import field_of_name
from data.sheets.sheet import Sheet
from data.sheets.total_rows import is_total
from data.sheets.words.name_words import guessed_field
from data.understanding.layout.titles.title_rows import OF_ALL_ROWS
from data.understanding.layout.titles.title_texts import TITLE
from geo.words.catalogue import _

#: What a training is called of which nothing tells a title.
UNTITLED = "Training"
_TRAINING = r"(?:training|workshop|session|seminar|course|orientation|event)"
_HELD = r"(?: (?:was|were|is|each))?(?: (?:held|conducted|arranged|organi[sz]ed))?"
_EACH = r"in (?:each|every)(?: of)?(?: the)?(?: (?:following|above|said|\d+|[a-z]+))? districts?\b"
_PER_DISTRICT = r"(?:per|in (?:each|every)|for (?:each|every)) district\b"
#: "Trainings, one per district", "one training in each district", "held in each of the districts";
#: "one officer from each district" is of one training.
_ONE_EACH = re.compile(
    rf"\b{_TRAINING}s\b.*[,:;(–-]\s*(?:one|1) {_PER_DISTRICT}"
    rf"|\b(?:one|1|a|single)(?: [\w-]+){{0,3}} {_TRAINING}{_HELD} {_PER_DISTRICT}"
    rf"|\b{_TRAINING}s?{_HELD} {_EACH}",
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


def with_one_each(sheet: Sheet) -> Sheet:
    """Return a sheet whose rows have a title each, with their district, where each had its own.

    So it is where a text above says so, or where each row tells how many trainings it sums up. A
    table with titles of its own is left as it is.
    """
    fields = [None if name in OF_ALL_ROWS else field_of_name(name) for name in sheet.header]
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
    if not (plainly or numbered or any(map(_BY_DISTRICT.search, texts))):
        return sheet
    places = sheet.cells[fields.index("district")].str.strip()
    places = places.mask(by_text(places, is_total, "bool"), "")
    above = sheet.header.index(TITLE) if TITLE in sheet.header else None
    base = pd.Series(UNTITLED, index=places.index) if above is None else sheet.cells[above]
    titles = (base + ", " + places).where((places != "") & (base != ""), base).astype("str")
    why = "" if plainly or numbered else MAY_BE_ONE_EACH
    if above is None:
        whole = sheet.with_columns([(TITLE, titles, why)])
    else:
        offered = {**sheet.offered, above: why or sheet.offered[above]}
        cells = sheet.cells.copy()
        cells[above] = titles
        whole = replace(sheet, cells=cells, offered=offered)
    words = _("{where}: each district is counted as having had trainings of its own.")
    said = () if why else (words.format(where=sheet.where),)
    return replace(whole, notes=(*whole.notes, *said))


def _may_have_title(sheet: Sheet) -> bool:
    """Tell whether a column of the sheet may be that of the titles by a word of its name."""
    return any(guessed_field(name) == "title" for name in sheet.header if not field_of_name(name))
