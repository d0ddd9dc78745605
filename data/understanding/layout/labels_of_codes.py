"""Codes of a form beside their labels, "sex" and "sex_label": the words are read, not the codes."""

import re

from data.records.distinct import is_filled
from data.records.personal_data import safe_name
from data.sheets.field_names import field_of_name
from data.sheets.fields import PERSONAL_FIELDS, plain
from data.sheets.sheet import Sheet
from data.understanding.contents import one_for_each
from geo.words.catalogue import _

_LABEL = re.compile(r"(?P<code>.*\w)[\s_:./-]*[(\[]?\blabels?[)\]]?\s*", re.IGNORECASE)
#: Of so many rows or more one code alone beside its label is no chance.
ENOUGH = 2


def with_labels_read(sheet: Sheet) -> Sheet:
    """Return a sheet whose labels have the names of their codes, and no columns of these.

    Each code has one label in all rows, and none is without: else both columns stay as they are.
    """
    names = [plain(name) for name in sheet.header]
    labels: dict[int, int] = {}
    for n, name in enumerate(sheet.header):
        found = _LABEL.fullmatch(name.replace("_", " "))
        code = plain(found["code"]) if found else ""
        # A column without a letter in its name, as "#", is no code of one that is no label.
        if code and names.count(code) == 1 and _are_told(sheet, names.index(code), n):
            labels[names.index(code)] = n
    if not labels or len({*labels.values()}) < len(labels):
        return sheet
    words = _("{where}: left out, as their labels stand beside them: {names}.")
    left = ", ".join(safe_name(sheet.header[n]) for n in labels)
    whole = sheet.renamed({n: sheet.header[code] for code, n in labels.items()})
    kept = [n for n in range(len(sheet.header)) if n not in labels]
    return whole.only(kept).noted(words.format(where=sheet.where, names=left))


def _are_told(sheet: Sheet, code: int, label: int) -> bool:
    """Tell whether a column of codes that is known has a label beside each, always the same."""
    field = field_of_name(sheet.header[code])
    if not field or field in PERSONAL_FIELDS or {code, label} & {*sheet.offered}:
        return False
    codes, labels = sheet.cells[code], sheet.cells[label]
    told = bool((is_filled(labels) | ~is_filled(codes)).all())
    return told and one_for_each(codes, labels, ENOUGH)
