"""Persons who came in the place of those whom a list nominates: they are counted instead."""

import re
from functools import reduce

import pandas as pd

from data.records.distinct import by_text
from data.records.personal_data import may_be_name
from data.sheets.fields import IGNORED, PERSONAL_FIELDS, plain
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.sheet import Sheet
from data.sheets.words.presence import Instead, presence

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
#: Such a name that says that they came: "Substitute who attended", "Substitute sent".
_CAME = re.compile(
    r"\b(?:attended|came|participated|joined|was present|sent)\b|شریک ہوئے|حاضر|بھیجا"
)
#: What is told of substitutes besides their names.
_TOLD = frozenset(["sex", "gender", "m", "f", "cnic", "designation", "rank", "post", "department",
                   "agency", "office", "contact", "phone", "mobile", "reason", "remarks",
                   "signature", "جنس"])  # fmt: skip


#: Nobody was sent: "none", "no substitute", "nobody came".
_NOBODY = re.compile(r"(?:no|none|not|nobody|nil|n a|na|nahin?)\b.*|(?:کوئی )?نہیں.*")


def is_of_substitutes(name: str) -> bool:
    """Tell whether the name of a column is of who came for somebody else."""
    return _OF_SUBSTITUTES.search(plain(name)) is not None


def tells_their_sexes(name: str) -> bool:
    """Tell whether the name of a column is of the sex of who came for somebody else."""
    return bool({"sex", "gender", "جنس"} & {*plain(name).split()}) and is_of_substitutes(name)


def substitutes(sheet: Sheet, mapping: ColumnMapping) -> Instead:
    """Return which rows name somebody who may have come in the place of whom they list.

    The sex is not theirs where it may be that of the nominee: nobody knows that of who came.
    """
    places = [n for n in mapping.positions(*PERSONAL_FIELDS, IGNORED)
              if is_of_substitutes(sheet.header[n])]  # fmt: skip
    if len(places) > 1:
        places = [n for n in places if not _tells_more(sheet.header[n])]
    if mapping.kind != PERSONS or not places:
        return Instead(sheet.cells.index[:0])
    of_nominee = [n for n in mapping.positions("sex", "participants_f", "participants_m")
                  if not _OF_WHO_CAME.search(plain(sheet.header[n]))]  # fmt: skip
    named = [sheet.cells.index[by_text(sheet.cells[n], _is_named, "bool")] for n in places]
    return Instead(
        rows=reduce(pd.Index.union, named),
        with_sexes=len(places) == 1 and not of_nominee,
        came=len(places) == 1 and _CAME.search(plain(sheet.header[places[0]])) is not None,
    )


def _tells_more(name: str) -> bool:
    """Tell whether a column tells something else of substitutes than their names."""
    own = _OF_SUBSTITUTES.split(plain(name))[0]  # "Substitute sent by same department" is a name's
    return bool(_TOLD & {*own.split()})


def _is_named(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    nobody = presence(text) is not None or _NOBODY.fullmatch(plain(text))
    return letters > 2 and not nobody and may_be_name(text)
