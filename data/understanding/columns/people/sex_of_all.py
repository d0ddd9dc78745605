"""A text beside a table that tells the sex of all who came: "All participants were male"."""

import re
from collections.abc import Iterable

import pandas as pd

from data.sheets.field_names import field_of_name
from data.sheets.fields import CHILDREN, COUNT_FIELDS
from data.sheets.sheet import Sheet
from data.sheets.words.names.name_words import guessed_field
from data.understanding.layout.crossed.crossed_columns import NUMBER
from geo.words.catalogue import _

#: What the sex of all is called where each row is a person, and what their number is else.
SEX = "Sex of all"
_WOMEN, _MEN = r"females?|women|ladies|خواتین", r"males?|men|gents|مرد"
_SEX = rf"(?P<sex>{_WOMEN}|{_MEN})"
#: Officers or members may be some of those who came.
_WHO = r"(?:participants|trainees|attendees|persons|those present|of (?:them|these|the above))"
_OF_ALL = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\ball (?:(?:of )?(?:the|these) )?(?:\d+ )?{_WHO}"
        rf" (?:(?:who )?(?:attended|came|trained) )?(?:were|are) {_SEX}\b",
        rf"\b(?:participants|trainees|attendees)[:=\s\d]*\(\s*all {_SEX}\s*\)",
        rf"تمام شرکاء? {_SEX} (?:تھے|تھیں|ہیں)",
    )
]
_IS_OF_WOMEN = re.compile(_WOMEN, re.IGNORECASE)
#: Not all of them, or not of these.
_BUT = re.compile(
    r"\b(?:except|excluding|but|other than|besides|apart|not|nearly|almost|if|resource|trainers?"
    r"|facilitators?|guests?|batch|day|session)\b|علاوہ|نہیں",
    re.IGNORECASE,
)


def with_sex_of_all(sheet: Sheet) -> Sheet:
    """Return a sheet with the sex of all in a column, where no other tells any, which is said."""
    sex = _sex_of_all(sheet.beside)
    fields = [field_of_name(name) or guessed_field(name) for name in sheet.header] if sex else []
    if not sex or {*fields} & {"sex", *CHILDREN, *COUNT_FIELDS[:2]}:
        return sheet
    counts = [n for n, name in enumerate(sheet.header)
              if name == NUMBER or field_of_name(name) == "participants_total"]  # fmt: skip
    words = _("{where}: all are {sex}, as a text beside the rows says.")
    shown = {"Female": _("women"), "Male": _("men")}
    sheet = sheet.noted(words.format(where=sheet.where, sex=shown[sex]))
    if len(counts) == 1:
        return sheet.with_columns([(sex, sheet.cells[counts[0]], "")])
    if counts or "name_of_person" not in fields:
        return sheet
    return sheet.with_columns([(SEX, pd.Series(sex, index=sheet.cells.index, dtype="str"), "")])


def _sex_of_all(texts: Iterable[str]) -> str:
    """Return the one sex that texts tell of all who came; blank where they tell none, or both."""
    told = set()
    for text in texts:
        for sentence in re.split(r"[.;\n]\s", text):
            said = [one["sex"] for how in _OF_ALL for one in how.finditer(sentence)]
            if not _BUT.search(sentence):
                told |= {"Female" if _IS_OF_WOMEN.fullmatch(one) else "Male" for one in said}
    return told.pop() if len(told) == 1 else ""
