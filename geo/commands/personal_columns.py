"""Columns of a file of places that tell of persons: they go into no other file."""

import re

import pandas as pd

from geo.names import spelling

_ALONE = frozenset(
    ["name", "names", "participant", "participants", "attendee", "attendees", "trainee",
     "trainees", "nam", "cnic", "nic", "nicop", "phone", "mobile", "cell", "contact", "email",
     "mail", "passport", "whatsapp", "telephone", "tel", "fax", "landline", "signature",
     "signatures", "sign", "thumb", "photo", "address", "username", "dob", "نام", "ولدیت",
     "فون", "موبائل", "رابطہ", "دستخط", "پتہ"]
)  # fmt: skip
_AMONG = frozenset(
    ["cnic", "nic", "nicop", "passport", "phone", "mobile", "cell", "telephone", "whatsapp",
     "email", "father", "husband", "spouse", "guardian", "signature", "dob", "شناختی",
     "ولدیت", "فون", "موبائل", "دستخط"]
)  # fmt: skip
_PEOPLE = frozenset(
    ["participant", "participants", "attendee", "attendees", "trainee", "trainees", "officer",
     "official", "person", "employee", "student", "beneficiary", "respondent", "trainer",
     "full", "first", "last", "middle", "sur", "contact", "focal", "s", "o", "d", "w"]
)  # fmt: skip
# A number like a CNIC's or a phone's, an e-mail address, a form of address before a name.
_PERSONAL = re.compile(
    r"(?<!\d)\d{5}[-\s.]?\d{7}[-\s.]?\d(?!\d)|[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@]{2,}"
    r"|(?<!\d)(?:\+92|0092|0)[\s.-]?3\d{2}[\s.-]?\d{7}(?!\d)"
    r"|\b(?:Mr|Mrs|Ms|Miss|Mst|[sdwSDW]/[oO])\b\.?\s+[^\W\d_]{2}"
)
LOOKED_AT = 500


def personal_columns(rows: pd.DataFrame, kept: list[str]) -> list[str]:
    """Return the columns that tell of persons by their name or by a cell; never one to be kept."""
    return [
        column
        for column in map(str, rows.columns)
        if column not in kept and (_is_called_so(column) or _holds(rows[column]))
    ]


def _is_called_so(column: str) -> bool:
    words = set(spelling.folded(column).split())
    if words & _AMONG or (len(words) == 1 and words & _ALONE):
        return True
    return bool(words & {"name", "names", "no", "number", "address"} and words & _PEOPLE)


def _holds(cells: pd.Series) -> bool:
    return any(_PERSONAL.search(str(cell)[:300]) for cell in cells.unique()[:LOOKED_AT])
