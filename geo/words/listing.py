"""Several names in a sentence."""

from collections.abc import Iterable

from geo.words.catalogue import _


def listing(words: Iterable[str], most: int = 200, between: str = ", ") -> str:
    """Name the first ``most`` words of a list, and say how many more there are."""
    every = list(words)
    named, more = between.join(every[:most]), len(every) - most
    return _("{named} and {more:,} more").format(named=named, more=more) if more > 0 else named
