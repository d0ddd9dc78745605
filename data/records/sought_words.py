"""What each text holds of which a rule is true: of a long column, most texts are told by it."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

Rule = Callable[[str], bool]
Told = TypeVar("Told", bound=Rule)
_SOUGHT: dict[Rule, Callable[[], str]] = {}
#: What no keyboard in English has; how a word ends there, and begins.
_OTHERS = r"[^\x00-\x7f]"
BEGINS, ENDS = "(?:^|[^a-z])", "(?:[^a-z]|$)"
#: What may stand between two words: nothing, where a capital parts them.
BETWEEN = "[^a-z0-9]*"


def only_with(sought: str | Callable[[], str]) -> Callable[[Told], Told]:
    r"""Say of a rule what is found in each text of which it is true.

    ``sought`` is a pattern as RE2 has them (its ``\s`` is not Python's), in capitals or not; or
    what gives it, where it is of lists that are long to read. A text with a letter or a sign that
    no keyboard in English has may always be such.
    """

    def noted(rule: Told) -> Told:
        _SOUGHT[rule] = (lambda: sought) if isinstance(sought, str) else sought
        return rule

    return noted


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of some words, or beginnings of them; those in Urdu are left to others."""
    return f"(?:{'|'.join(sorted(re.escape(word) for word in words if word.isascii()))})"


def longest_words(phrases: Iterable[str]) -> set[str]:
    """Return of each phrase the longest word, without which the phrase is not there."""
    return {max(phrase.split(), key=len) for phrase in phrases}


def may_be_true(column: pd.Series, rule: Rule) -> np.ndarray | None:
    """Tell of each row whether a rule may be true of its text; None where no words are sought."""
    if rule not in _SOUGHT:
        return None
    texts = pa.chunked_array(pa.array(column))
    found = pc.call_function("match_substring_regex", [texts], _options(rule))
    return found.to_numpy().astype(bool)


@lru_cache(maxsize=128)
def _options(rule: Rule) -> pc.MatchSubstringOptions:
    return pc.MatchSubstringOptions(f"{_SOUGHT[rule]()}|{_OTHERS}", ignore_case=True)
