"""Whether two frames say the same of many views, and where they first do not."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

#: Sums of shares are added up in another order.
TOLERANCE = {"rtol": 1e-9, "atol": 1e-12}


def stacked(frames: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Put the frames of all views under one another, with the view of each row."""
    numbered = [frame.assign(view=view) for view, frame in enumerate(frames) if len(frame)]
    return pd.concat([frame.astype(object) for frame in numbered], ignore_index=True)


def first_difference(recomputed: pd.DataFrame, answered: pd.DataFrame) -> tuple[int, str] | None:
    """Return the first view of which two frames differ, and in what; None where they agree.

    Parameters
    ----------
    recomputed, answered
        Rows in the order of ``view``; each column that was answered is compared.
    """
    views = max(recomputed["view"].max(), answered["view"].max()) + 1
    rows, expected_rows = (
        np.bincount(frame["view"].astype(int), minlength=views) for frame in (answered, recomputed)
    )
    for view in np.flatnonzero(rows != expected_rows):
        both = [frame[frame["view"] == view].to_string() for frame in (recomputed, answered)]
        return int(view), "\n".join(["the rows themselves", *both])
    for column in answered:
        for row in np.flatnonzero(~_same(recomputed[column], answered[column])):
            values = f"{column}: recomputed {recomputed[column][row]}, not {answered[column][row]}"
            return int(answered["view"][row]), f"{values}\n{answered.loc[row].to_string()}"
    return None


def _same(recomputed: pd.Series, answered: pd.Series) -> NDArray[np.bool_]:
    """Return where two columns have the same value, or both have none."""
    known = answered.notna().to_numpy()
    values = answered.where(known, None)
    if pd.api.types.is_datetime64_any_dtype(recomputed):
        same = recomputed.to_numpy() == pd.to_datetime(values).to_numpy()
    elif pd.api.types.is_numeric_dtype(recomputed):
        numbers = recomputed.to_numpy(dtype=float, na_value=np.nan)
        same = np.isclose(numbers, values.astype(float), **TOLERANCE)
    else:
        same = (recomputed.astype(object) == values).to_numpy()
    return np.where(known, same, recomputed.isna())
