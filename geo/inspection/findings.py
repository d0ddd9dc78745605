"""What a check of a boundary set found, in words for people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import geopandas


@dataclass(frozen=True)
class Finding:
    """Something that a check found."""

    kind: str  #: One word, such as ``missing`` or ``repaired``.
    words: str  #: A sentence for people.
    pcodes: tuple[str, ...] = ()  #: The districts it is about, if it is about some.


Checked = tuple[geopandas.GeoDataFrame, list[Finding]]
Check = Callable[[geopandas.GeoDataFrame], Checked]
