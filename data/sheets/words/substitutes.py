"""Persons who came in the place of those whom a list nominates: they are counted instead."""

import re

import pandas as pd

from data.records.distinct import by_text
from data.records.personal_data import may_be_name
from data.sheets.fields import IGNORED, PERSONAL_FIELDS, plain
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.words.presence import presence

#: The name of a column of who came for somebody else.
_OF_SUBSTITUTES = re.compile(
    r"\b(?:substitutes?|replacements?|replaced by|alternates?|prox(?:y|ies)|in (?:the )?place of"
    r"|in (?:the )?stead of|instead of|on behalf of|ki jag[ae]h|mutabadil)\b|کی جگہ|متبادل"
)
#: The name of a column of the sex of who came, and not of who was nominated.
_OF_WHO_CAME = re.compile(
    r"\b(?:attended|came|attending|present|attendees?|participants?|trainees?|substitutes?)\b"
    r"|حاضر|شریک"
)


#: Such a name that says that they came: "Substitute who attended", "Attended in place of".
_CAME = re.compile(r"\b(?:attended|came|participated|joined|was present)\b|شریک ہوئے|حاضر")


def is_of_substitutes(name: str) -> bool:
    """Tell whether the name of a column is of who came for somebody else."""
    return _OF_SUBSTITUTES.search(plain(name)) is not None


def said_to_come(sheet: Sheet, mapping: ColumnMapping) -> pd.Index:
    """Return the rows that name a substitute in a column which says that they came."""
    places = [n for n in mapping.positions(*PERSONAL_FIELDS, IGNORED)
              if is_of_substitutes(sheet.header[n])]  # fmt: skip
    if (
        mapping.kind != PERSONS
        or len(places) != 1
        or not _CAME.search(plain(sheet.header[places[0]]))
    ):
        return sheet.cells.index[:0]
    return sheet.cells.index[by_text(sheet.cells[places[0]], _is_named, "bool")]


def substituted(sheet: Sheet, mapping: ColumnMapping) -> pd.Index:
    """Return the rows that name somebody who may have come in the place of whom they list.

    None are where the sex may be that of the nominee: nobody knows that of who came.
    """
    places = [n for n in mapping.positions(*PERSONAL_FIELDS, IGNORED)
              if is_of_substitutes(sheet.header[n])]  # fmt: skip
    of_nominee = [n for n in mapping.positions("sex", "participants_f", "participants_m")
                  if not _OF_WHO_CAME.search(plain(sheet.header[n]))]  # fmt: skip
    if mapping.kind != PERSONS or of_nominee or len(places) != 1:
        return sheet.cells.index[:0]
    return sheet.cells.index[by_text(sheet.cells[places[0]], _is_named, "bool")]


def _is_named(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters > 2 and presence(text) is None and may_be_name(text)
