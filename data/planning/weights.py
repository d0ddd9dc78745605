"""The score of need: its parts, their weights, and how much the order depends on the weights.

The score of a district is the weighted mean of five parts, each between 0 (least need) and 1
(most). Three parts are ranks, so that no unit and no single huge district decides; two have a
scale of their own.
"""

from dataclasses import asdict, dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

#: A training this long ago, in months, or none at all, counts as full need.
STALE_MONTHS = 24

#: The parts of the score in the order of their columns (``part_...``): what each says.
PARTS = {
    "population": "Share of the other districts of the list that have fewer people.",
    "vulnerability": "Share of the other districts with a lower value in the loaded layer.",
    "recency": f"Months since the latest training over {STALE_MONTHS}, at most 1; 1 where none.",
    "agencies": "Agencies of the committee without a participant, over six.",
    "distance": "Share of the other districts that lie nearer to a venue so far.",
}

#: How many weightings are tried, and the seed that makes them the same each time.
WEIGHTINGS, SEED = 2_000, 2023


@dataclass
class PlanningError(ValueError):
    """No need can be scored or no plan be made: what is wrong, and the way out."""

    what: str
    what_to_do: str

    def __str__(self) -> str:
        """Return both as one text."""
        return f"{self.what} {self.what_to_do}"


@dataclass(frozen=True)
class Weights:
    """How much each part of the score counts, in any unit: only their proportions matter.

    Raises
    ------
    PlanningError
        If a weight is negative or no number, or if all are 0.
    """

    population: float = 40
    vulnerability: float = 20
    recency: float = 10
    agencies: float = 15
    distance: float = 15

    def __post_init__(self) -> None:
        """Refuse what cannot weigh anything."""
        values = self.values
        if not (np.isfinite(values).all() and (values >= 0).all()):
            raise PlanningError("A weight is not a number of 0 or more.", "Correct the weight.")
        if not values.any():
            raise PlanningError("All weights are 0.", "Raise at least one of them.")

    @property
    def values(self) -> NDArray[np.float64]:
        """The weights in the order of ``PARTS``."""
        return np.array([asdict(self)[part] for part in PARTS], dtype=float)


def contributions(needed: pd.DataFrame, weights: Weights | None = None) -> pd.DataFrame:
    """Return what each part adds to the score of each row of ``need``; a row sums to its score.

    A part that is not known adds nothing (NaN), and the others' weights are scaled up.
    """
    parts = needed[[f"part_{part}" for part in PARTS]].to_numpy(dtype=float)
    weight = np.where(np.isnan(parts), 0, (weights or Weights()).values)
    total = weight.sum(axis=1, keepdims=True)
    share = np.divide(weight, total, out=np.full_like(weight, np.nan), where=total > 0)
    return pd.DataFrame(share * parts, index=needed.index, columns=list(PARTS))


def sensitivity(
    needed: pd.DataFrame, weights: Weights | None = None, top: int = 10
) -> NDArray[np.float64]:
    """Return, by row of ``need``, the share of weightings under which it is among the top.

    The weightings are 2,000 drawn evenly from all that there are of the parts with a weight
    above 0 (flat Dirichlet distribution, fixed seed), each part that is not known left out and
    the others scaled up, as in the score. Districts that tie for the last place are all in.
    """
    used = (weights or Weights()).values > 0
    parts = needed[[f"part_{part}" for part in PARTS]].to_numpy(dtype=float)[:, used]
    used_parts = parts[:, ~np.isnan(parts).all(axis=0)]
    if not used_parts.size or len(needed) <= top:
        return np.ones(len(needed))
    many = used_parts.shape[1]
    drawn = np.random.default_rng(SEED).dirichlet(np.ones(many), WEIGHTINGS)
    known = ~np.isnan(used_parts)
    total = drawn @ known.T
    scores = np.full_like(total, -1)
    np.divide(drawn @ np.nan_to_num(used_parts).T, total, out=scores, where=total > 0)
    last = np.partition(scores, -top, axis=1)[:, [-top]]
    return (scores >= last - 1e-12).mean(axis=0)
