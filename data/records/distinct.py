"""A column of texts in which few are different: what each says is worked out once."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd


def by_text(
    column: pd.Series, told: Callable[[str], Any] | Mapping[str, Any], kind: str = "str"
) -> pd.Series:
    """Return for each row what its text says.

    Parameters
    ----------
    column
        Texts; none is missing.
    told
        What a text says: a function, or a mapping that has every text.
    kind
        The type of the result, as pandas names it.
    """
    codes, texts = pd.factorize(column)
    say = told.__getitem__ if isinstance(told, Mapping) else told
    told_once: Any = [say(text) for text in texts.tolist()]
    values = pd.Series(told_once, dtype=kind).array
    return pd.Series(values.take(codes), index=column.index)
