"""Texts of which few are different, each worked out once; and rows that come twice."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd


def by_text(
    column: pd.Series, told: Callable[[str], Any] | Mapping[str, Any], kind: str = "str"
) -> pd.Series:
    """Return for each row what its text says.

    No text of the ``column`` is missing. ``told`` is what a text says: a function, or a mapping
    that has every text; ``kind`` is the type of the result, as pandas names it.
    """
    codes, texts = pd.factorize(column)
    say = told.__getitem__ if isinstance(told, Mapping) else told
    told_once: Any = [say(text) for text in texts.tolist()]
    if column.dtype == kind and told_once == texts.tolist():
        return column  # most say what they are: a column of them is not kept a second time
    values = pd.Series(told_once, dtype=kind).array
    return pd.Series(values.take(codes), index=column.index)


def those(rows: pd.DataFrame, wanted: pd.Series | np.ndarray) -> pd.DataFrame:
    """Return the rows that are wanted; the table itself where all are, so that none is copied."""
    return rows if np.asarray(wanted).all() else rows[wanted]


def repeats(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are equal to an earlier one in every column, and that one.

    Returns
    -------
    pandas.DataFrame
        ``row``, ``same_as``, both as the index of ``rows`` numbers them.
    """
    again = rows[rows.duplicated(keep=False)]
    if again.empty:
        return pd.DataFrame({"row": [], "same_as": []}, dtype="int64")
    first = again.index.to_series().groupby([again[name] for name in again]).transform("min")
    repeated = again.index[again.duplicated()]
    return pd.DataFrame({"row": repeated, "same_as": first.loc[repeated].to_numpy()})
