"""Which rows of a list are of one person, by numbers that mean nothing outside of its file."""

import unicodedata
from collections.abc import Sequence
from functools import reduce

import numpy as np
import pandas as pd

from data.records.distinct import by_text, filled_from, text_numbers
from data.sheets.fields import plain
from data.sheets.mapping import PERSONS, ColumnMapping
from data.sheets.persons.named_persons import SHORTEST_NAME

#: What stands for the name in another column: "Same" as who was nominated.
_NO_NAMES = frozenset(["same", "same as nominated", "same officer", "same person", "same as above",
                       "as nominated", "nominated officer", "himself", "herself", "in person",
                       "substitute", "vacant", "not known", "unknown", "wohi", "khud",
                       "خود", "وہی"])  # fmt: skip


def numbers_of_persons(raw: pd.DataFrame, mapping: ColumnMapping) -> pd.Series:
    """Give rows of one person the same number: by identity number, else by name.

    A phone or an address may be that of an office, which many share.
    """
    number = np.full(len(raw), -1, dtype="int64")
    for kind in ("identity", "passport", "name_of_person") if mapping.kind == PERSONS else ():
        each = [_where_one(told) for told in _known_by(raw, mapping.positions(kind), kind)]
        if not each:
            continue
        known_by = reduce(filled_from, each)
        own = (known_by != "").to_numpy() & (number < 0)
        codes, _count = text_numbers(known_by)
        number = np.where(own, number.max(initial=-1) + 1 + codes, number)
    return pd.Series(number, raw.index)


def _where_one(told: pd.Series) -> pd.Series:
    """Return texts without those that are too short to tell one person from another."""
    tells = (told.str.len() >= SHORTEST_NAME) & ~told.isin(_NO_NAMES)
    return told if tells.all() else told.where(tells, "")


def _known_by(raw: pd.DataFrame, places: Sequence[int], kind: str) -> list[pd.Series]:
    """Return what the columns of a kind say; those of names say one together, as in two parts."""
    told = [by_text(raw[n], _digits if kind == "identity" else plain) for n in places]
    if kind != "name_of_person" or len(told) < 2:
        return told
    whole = told[0]
    for more in told[1:]:
        whole = (whole + " " + more).str.strip()
    return [whole]


def _digits(text: str) -> str:
    """Return the digits of a number; none of one such as 00000-0000000-0, which is nobody's."""
    digits = "".join(str(unicodedata.digit(c)) for c in text if c.isdigit())
    return digits if len(set(digits)) > 1 else ""
