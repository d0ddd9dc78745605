"""Whether the names of a boundary set belong to its P-codes, and where newer districts count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable
from functools import lru_cache
from typing import Any

from geo.districts import gazetteer


def known_as(name: str) -> frozenset[str]:
    """Return the P-codes of the listed districts that go by a name; empty for none.

    Case, signs and the order of words do not matter: *Karachi Central* is *Central Karachi*.
    A name that two districts share and that must not decide (*Kohistan*) belongs to none.
    """
    return _listed().get(_folded(name), frozenset())


def newer_district(name: str) -> tuple[str, str] | None:
    """Return name and parent's P-code of a district that was made after the list, or None.

    Also where the set in use draws it: a file is held against the list of the vintage alone.
    """
    return _newer().get(_folded(name))


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    words = re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    return "".join(sorted(word for word in words if word != "district"))


def _spellings(row: dict[Hashable, Any]) -> set[str]:
    aliases = f"{row['aliases']};{row['aliases_unverified']}".split(";")
    return {_folded(name) for name in (row["name"], row["cod_name"], *aliases)} - {""}


@lru_cache(maxsize=1)
def _listed() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in gazetteer.rows().to_dict("records"):
        for spelling in _spellings(row) if not row["later"] else ():
            found.setdefault(spelling, set()).add(row["adm2_pcode"])
    return {spelling: frozenset(codes) for spelling, codes in found.items()}


@lru_cache(maxsize=1)
def _newer() -> dict[str, tuple[str, str]]:
    return {
        spelling: (row["name"], gazetteer.parents()[row["name"]])
        for row in gazetteer.rows().to_dict("records")
        if row["later"]
        for spelling in _spellings(row)
    }
