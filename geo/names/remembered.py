"""What texts say, remembered while a file is read: they may be names of persons."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, TypeVar

MOST_REMEMBERED = 2_048
Told = TypeVar("Told", bound=Callable[..., Any])
_REMEMBERED: list[Any] = []


def once_a_reading(told: Told) -> Told:
    """Let a function remember what texts say, until what is being read has been read."""
    remembered: Any = lru_cache(maxsize=MOST_REMEMBERED)(told)
    _REMEMBERED.append(remembered)
    return remembered


@contextmanager
def forgetting_texts() -> Iterator[None]:
    """Forget every text at the end, and what it says; a reading beside it works it out again."""
    try:
        yield
    finally:
        for remembered in _REMEMBERED:
            remembered.cache_clear()
