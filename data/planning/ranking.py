"""From the parts of need to an order: scores, ranks, ties, and how firm each rank is.

The score of a district is the weighted mean of its parts, each between 0 (least need) and 1
(most). A district of which a part is not known has no score and no rank: it stands apart, with
the reason, and what is not known never raises it.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.planning.weights import PARTS, Weights
from geo.words.catalogue import _

#: Scores that differ only beyond so many digits are equal: they differ by rounding alone.
DIGITS = 9
#: How many weightings ``sensitivity`` tries, and the seed that makes them the same each time.
WEIGHTINGS, SEED = 2_000, 2023
#: Why a district has no rank, by the part that is not known.
REASONS = {
    "population": _("population not known"),
    "vulnerability": _("not in the layer"),
    "distance": _("distance to a venue not known"),
    "neighbours": _("adjacent districts not known"),
    "province": _("state of its province not known"),
}

Floats = NDArray[np.float64]


def parts_of(frame: pd.DataFrame) -> Floats:
    """Return the parts of each row, in the order of ``PARTS``; NaN where not known."""
    return frame[[f"part_{part}" for part in PARTS]].to_numpy(dtype=float)


def shares_of_weight(everywhere: pd.DataFrame, weights: Weights) -> Floats:
    """Return the share of the whole weight that each part has, in the order of ``PARTS``.

    A part that is known for no district has none: a layer that is not loaded, or the distance
    where there was no venue yet. All are 0 where no part with a weight is known.
    """
    known = ~np.isnan(parts_of(everywhere)).all(axis=0)
    used = np.where(known, weights.values, 0.0)
    total = used.sum()
    return used / total if total else used


def ranked(frame: pd.DataFrame, shares: Floats) -> pd.DataFrame:
    """Return districts with their scores in order of need, those without a rank at the end.

    Parameters
    ----------
    frame
        ``name``, ``population`` and one ``part_...`` a part of ``PARTS``; other columns stay.
    shares
        Of the weight, as ``shares_of_weight`` gives them.

    Returns
    -------
    pandas.DataFrame
        The rows with ``score`` (0 to 1; NaN where a part with a weight is not known),
        ``weight_...`` and ``adds_...`` of each part (its share of the weight, and that times
        the part: these sum to the score), ``rank`` (1 is most need; equal scores have an equal
        rank; ``<NA>`` without a score), ``tied`` (whether another has the same rank),
        ``rank_best`` and ``rank_worst`` (``rank_range``), and ``not_ranked`` (why, in words;
        blank where it is ranked). Of equal scores the larger population stands first, then the
        name decides; those without a rank stand by name.
    """
    parts = parts_of(frame)
    unknown = np.isnan(parts) & (shares > 0)
    apart = np.asarray(unknown.any(axis=1)) | (not shares.any())
    adds = np.where(unknown, np.nan, shares * np.nan_to_num(parts))
    best, worst = rank_range(parts, shares)
    made = frame.assign(
        score=np.where(apart, np.nan, adds.sum(axis=1).round(DIGITS)),
        not_ranked=_reasons(unknown, apart),
        rank_best=best,
        rank_worst=worst,
        **{f"weight_{part}": share for part, share in zip(PARTS, shares.tolist(), strict=True)},
        **{f"adds_{part}": adds[:, place] for place, part in enumerate(PARTS)},
    )
    made["rank"] = made["score"].rank(method="min", ascending=False).astype("Int64")
    made["tied"] = made["rank"].duplicated(keep=False) & made["rank"].notna()
    by, up = ["score", "population", "name"], [False, False, True]
    some, others = made.loc[~apart], made.loc[apart]
    return pd.concat(
        [some.sort_values(by, ascending=up), others.sort_values("name")], ignore_index=True
    )


def rank_range(parts: Floats, shares: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the best and the worst rank of each row under other weights and unknown parts.

    Each weight in turn is halved and doubled, and each unknown part may be anything from 0 to
    1. A district without a rank takes no rank from the best ranks of others, and may take one
    from their worst. The shares that parts are made of stay as they are.
    """
    low, high = np.nan_to_num(parts, nan=0.0), np.nan_to_num(parts, nan=1.0)
    settled = ~np.asarray((np.isnan(parts) & (shares > 0)).any(axis=1))
    best, worst = np.full(len(parts), len(parts)), np.ones(len(parts), dtype=np.int64)
    for weighting in _halved_and_doubled(shares):
        least, most = (low @ weighting).round(DIGITS), (high @ weighting).round(DIGITS)
        surely_before = (least[:, None] > most) & settled[:, None]
        maybe_before = most[:, None] > least
        np.fill_diagonal(maybe_before, val=False)
        best = np.minimum(best, 1 + surely_before.sum(axis=0))
        worst = np.maximum(worst, 1 + maybe_before.sum(axis=0))
    return best, worst


def _halved_and_doubled(shares: Floats) -> list[Floats]:
    """Return the weights as they are, and with each in turn halved and doubled; each sums to 1."""
    others = [shares]
    for place in np.flatnonzero(shares):
        for factor in (0.5, 2.0):
            changed = shares.copy()
            changed[place] *= factor
            others.append(changed / changed.sum())
    return others


def _reasons(unknown: NDArray[np.bool_], apart: NDArray[np.bool_]) -> list[str]:
    words = np.array(list(REASONS.values()), dtype=object)
    return [
        "; ".join(words[row]) if row.any() else _("no part with a weight is known") * bool(alone)
        for row, alone in zip(unknown, apart, strict=True)
    ]


def sensitivity(needed: pd.DataFrame, top: int = 10) -> Floats:
    """Return, by row of ``ranked``, the share of weightings under which it is among the top.

    The weightings are 2,000 drawn evenly from all that there are of the parts with a weight
    above 0 (flat Dirichlet distribution, fixed seed). Districts that tie for the last place are
    all in; NaN for one without a rank.
    """
    shares = np.full(len(needed), np.nan)
    rows = needed["score"].notna().to_numpy()
    used = [part for part in PARTS if (needed[f"weight_{part}"] > 0).any()]
    parts = needed.loc[rows, [f"part_{part}" for part in used]].to_numpy(dtype=float)
    if len(parts) <= top:
        shares[rows] = 1.0
        return shares
    drawn = np.random.default_rng(SEED).dirichlet(np.ones(len(used)), WEIGHTINGS)
    scores = (drawn @ parts.T).round(DIGITS)
    last = np.partition(scores, -top, axis=1)[:, [-top]]
    shares[rows] = (scores >= last).mean(axis=0)
    return shares
