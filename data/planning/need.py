"""Which districts need a training most: the uncovered and the thin ones, and their score."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.analysis.committees import agencies_not_known
from data.figures.coverage import Coverage
from data.planning.distances import Distances, road_distances, to_nearest
from data.planning.weights import PARTS, STALE_MONTHS, PlanningError, Weights, contributions
from data.records.model import REACHED, CoverageStatus
from data.records.programme import committee_agencies

UNCOVERED, THIN, WITHIN = "uncovered", "thin", CoverageStatus.NAMED_WITHIN.value
WITHOUT_PARTICIPANTS = (CoverageStatus.NO_RECORD, CoverageStatus.ZERO_REPORTED)

DAYS_PER_MONTH = 365.25 / 12


@dataclass(frozen=True)
class Thin:
    """When a covered district is thin: fewer agencies of the six, or fewer participants.

    A district whose agencies or whose count are not fully recorded is not called thin for
    them: what is not known may be there.
    """

    agencies: int = 3
    participants: int = 5


def need(
    figures: Coverage,
    weights: Weights | None = None,
    layer: pd.DataFrame | None = None,
    distances: Distances | None = None,
    thin: Thin | None = None,
) -> pd.DataFrame:
    """Return the districts of a view that are uncovered, thin or named within, most need first.

    Parameters
    ----------
    figures
        The figures of the view; "today" is its as-of date.
    weights
        How much each part counts.
    layer
        ``adm2_pcode`` and ``value`` of one indicator; a higher value is more vulnerable.
    distances
        Between districts; estimated by road unless given.
    thin
        Which covered districts are thin.

    Returns
    -------
    pandas.DataFrame
        ``rank`` (1 is most need), ``adm2_pcode``, ``name``, ``adm1_pcode``, ``province``,
        ``population`` (people; ``<NA>`` where not known), ``kind`` (``UNCOVERED``,
        ``THIN``, or ``WITHIN``, from which somebody may have come), ``why`` (in words),
        ``score`` (0 to 1; NaN where no part with a weight is known), one ``part_...`` (0 to 1;
        NaN where not known) a part of ``PARTS``, and what
        they come from: ``vulnerability``, ``months_since`` (NaN where no training),
        ``agencies_missing`` (of six; ``<NA>`` where the agency of a participant is not
        recorded), ``nearest_venue`` (P-code, blank where none), ``distance`` (in the unit of
        the distances). ``not_known`` names the parts that are missing for this district and
        known for others: its score is the mean of the rest, their weights scaled up.

    Raises
    ------
    PlanningError
        If the layer has two values for a district.
    """
    known = _known(figures, layer, distances or road_distances())
    frame = known.join(_parts(known))
    frame["not_known"] = _not_known(frame, weights or Weights())
    kinds = _kinds(known, thin or Thin())
    frame = frame.assign(**kinds)[kinds["kind"] != ""].reset_index(drop=True)
    frame["score"] = contributions(frame, weights).sum(axis=1, min_count=1)
    order = ["score", "population", "adm2_pcode"]
    frame = frame.sort_values(order, ascending=[False, False, True], ignore_index=True)
    return frame.assign(rank=np.arange(1, len(frame) + 1))[list(COLUMNS)]


COLUMNS = (
    *("rank", "adm2_pcode", "name", "adm1_pcode", "province", "population", "kind", "why"),
    "score",
    *(f"part_{part}" for part in PARTS),
    *("vulnerability", "months_since", "agencies_missing", "nearest_venue", "distance"),
    "not_known",
)


def _known(figures: Coverage, layer: pd.DataFrame | None, distances: Distances) -> pd.DataFrame:
    """Return what the parts are made of, one row a district of the list."""
    frame = figures.districts.copy()
    missing = len(committee_agencies()) - frame["agencies"].astype("Int64")
    frame["agencies_missing"] = missing.mask(agencies_not_known(figures))
    since = pd.Timestamp(figures.selection.as_of) - frame["last_on"]
    frame["months_since"] = since.dt.days / DAYS_PER_MONTH
    nearest = to_nearest(distances, list(venues_so_far(figures).index))
    frame["nearest_venue"], frame["distance"] = nearest["venue"], nearest["distance"]
    frame["vulnerability"] = _vulnerability(frame["adm2_pcode"], layer)
    return frame


def venues_so_far(figures: Coverage) -> pd.Series:
    """Return how many trainings of a view each venue district had, by P-code, most first.

    A training whose venue has no P-code of the list is in none of them; of venues with as many
    trainings, the one with the lower P-code comes first.
    """
    return figures.venues.sort_values(ascending=False, kind="stable")


def _vulnerability(pcodes: pd.Series, layer: pd.DataFrame | None) -> pd.Series:
    if layer is None:
        return pd.Series(np.nan, index=pcodes.index)
    twice = layer.loc[layer["adm2_pcode"].duplicated(), "adm2_pcode"]
    if len(twice):
        raise PlanningError(
            f"The layer has two values for {twice.iloc[0]}.",
            "Choose one indicator and one year of it.",
        )
    values = pd.to_numeric(layer["value"], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    return pcodes.map(pd.Series(values, index=layer["adm2_pcode"].to_numpy()))


def _parts(known: pd.DataFrame) -> pd.DataFrame:
    recency = (known["months_since"] / STALE_MONTHS).clip(upper=1).fillna(1)
    no_venue = (known["nearest_venue"] == "").all()
    agencies = known["agencies_missing"].astype("Float64") / len(committee_agencies())
    return pd.DataFrame(
        {
            "part_population": share_with_less(known["population"]),
            "part_vulnerability": share_with_less(known["vulnerability"]),
            "part_recency": recency,
            "part_agencies": agencies.astype(float),
            "part_distance": np.nan if no_venue else share_with_less(known["distance"]),
        }
    )


def share_with_less(values: pd.Series) -> pd.Series:
    """Return, for each known value, the share of the other known values that are lower.

    0 is the least and 1 the most (alone at the top). NaN where a value is not known, or where
    no other is known: there is nothing to compare it with.
    """
    known = values.notna()
    lower = values[known].astype(float).rank(method="min") - 1
    others = int(known.sum()) - 1
    return (lower / others if others else lower * np.nan).reindex(values.index)


def _not_known(frame: pd.DataFrame, weights: Weights) -> pd.Series:
    """Name the parts with a weight that are missing for a district and known for others."""
    lacking = {part: frame[f"part_{part}"].isna() for part in PARTS}
    told = [p for p, weight in zip(PARTS, weights.values, strict=True) if weight]
    told = [part for part in told if not lacking[part].all()]
    words = pd.Series("", index=frame.index, dtype=object)
    unknown = np.column_stack([lacking[part] for part in told]) if told else np.empty((0, 0))
    for row in np.flatnonzero(unknown.any(axis=1)).tolist():
        words.iat[row] = ", ".join(part for part, no in zip(told, unknown[row], strict=True) if no)
    return words


def _kinds(known: pd.DataFrame, thin: Thin) -> dict[str, pd.Series]:
    """Return the kind of each district, blank where it is neither, and why."""
    without = known["status"].isin(WITHOUT_PARTICIPANTS)
    reached = known["status"].isin(REACHED)
    agencies = reached & known["agencies_missing"].notna() & (known["agencies"] < thin.agencies)
    counted = reached & (known["rows_without_count"] == 0)
    people = counted & (known["participants"].fillna(thin.participants) < thin.participants)
    kind = pd.Series("", index=known.index).mask(agencies | people, THIN).mask(without, UNCOVERED)
    within = known["status"] == CoverageStatus.NAMED_WITHIN
    kind = kind.mask(within, WITHIN)
    why = known["status"].where(without | within, "")
    six = len(committee_agencies())
    why = why.mask(agencies, known["agencies"].astype(str) + f" of {six} agencies")
    joined = why.where(why == "", why + ", ") + _participants(known["participants"])
    return {"kind": kind, "why": why.mask(people, joined)}


def _participants(counts: pd.Series) -> pd.Series:
    words = counts.astype("string").fillna("")
    return words + np.where(counts.fillna(0) == 1, " participant", " participants")
