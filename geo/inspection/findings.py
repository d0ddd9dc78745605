"""What a check of a boundary set found, in words for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import geopandas


@dataclass(frozen=True)
class Finding:
    """Something that a check found."""

    kind: str  #: One word, such as ``missing`` or ``repaired``.
    words: str  #: A sentence for people.
    pcodes: tuple[str, ...] = ()  #: The districts it is about, if it is about some.

    def __str__(self) -> str:
        """Return the finding as one line."""
        return f"{self.kind}: {self.words}"


Checked = tuple[geopandas.GeoDataFrame, list[Finding]]
Check = Callable[[geopandas.GeoDataFrame], Checked]


def count(number: int, word: str) -> str:
    """Return a number with its word: ``1 district``, ``2 districts``."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def listing(values: Iterable[str], most: int = 200, between: str = ", ") -> str:
    """Return values one after the other; beyond ``most``, how many more there are."""
    shown = list(values)
    more = f"{between}and {len(shown) - most} more" if len(shown) > most else ""
    return between.join(shown[:most]) + more
