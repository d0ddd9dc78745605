"""What a check of a boundary set found, in words for people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import geopandas

from geo.words.catalogue import _


@dataclass(frozen=True)
class Finding:
    """Something that a check found."""

    kind: str  #: One word, such as ``missing`` or ``repaired``.
    words: str  #: A sentence for people.
    pcodes: tuple[str, ...] = ()  #: The districts it is about, if it is about some.


Checked = tuple[geopandas.GeoDataFrame, list[Finding]]
Check = Callable[[geopandas.GeoDataFrame], Checked]


def listing(values: Iterable[str], most: int = 200, between: str = ", ") -> str:
    """Return values one after the other; beyond ``most``, how many more there are."""
    shown = list(values)
    more = [_("and {number} more").format(number=len(shown) - most)] if shown[most:] else []
    return between.join(shown[:most] + more)
