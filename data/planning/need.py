"""Which districts need a training most: the uncovered and the thin ones, and what makes need."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.analysis.committees import agencies_not_known
from data.figures.coverage import Coverage, coverage
from data.figures.selection import Selection
from data.planning.distances import road_distances, to_nearest
from data.planning.ranking import REASONS, ranked, shares_of_weight
from data.planning.weights import PARTS, PlanningError, Weights
from data.records.model import REACHED, WITHOUT_PARTICIPANTS, CoverageStatus
from data.records.programme import committee_agencies
from geo.boundaries.adjacency import adjacent_pairs
from geo.districts import gazetteer
from geo.words.catalogue import _, ngettext

UNCOVERED, THIN, WITHIN = "uncovered", "thin", CoverageStatus.NAMED_WITHIN.value
#: Why no district is ranked where the records describe most trainings together only.
NOT_NAMED = _("most districts that were reached are not named")


@dataclass(frozen=True)
class Thin:
    """When a covered district is thin: fewer agencies of the six, or fewer participants.

    A district whose agencies or whose count are not fully recorded is not called thin for
    them: what is not known may be there. Nor is one for the agencies that a filter leaves out.
    """

    agencies: int = 3
    participants: int = 5


def need(
    figures: Coverage,
    weights: Weights | None = None,
    layer: pd.DataFrame | None = None,
    thin: Thin | None = None,
) -> pd.DataFrame:
    """Return the districts of a view that are uncovered, thin or named within, most need first.

    Which districts are listed follows the view. Their need is that of the whole programme up to
    the view's day, whatever is filtered. None is ranked where ``Coverage.mostly_together``.

    Parameters
    ----------
    weights
        How much each part counts.
    layer
        ``adm2_pcode`` and ``value`` of one indicator; a higher value is more vulnerable.
    thin
        Which covered districts are thin.

    Returns
    -------
    pandas.DataFrame
        ``COLUMNS``: ``adm2_pcode``, ``name``, ``adm1_pcode``, ``province``, ``population``
        (people; ``<NA>`` where not known), ``kind`` (``UNCOVERED``, ``THIN``, or ``WITHIN``,
        from which somebody may have come), ``why`` (in words); the columns of
        ``data.planning.ranking.ranked``, with one ``part_...`` (0 to 1; NaN where not known) a
        part of ``PARTS``; and what they come from: ``vulnerability``, ``nearest_venue``
        (P-code, blank where none), ``distance`` (in the unit of the distances; NaN where none
        is known), ``adjacent`` and ``adjacent_uncovered``, ``province_districts`` and
        ``province_uncovered`` (how many).

    Raises
    ------
    PlanningError
        If the layer has two values for a district.
    """
    known = _known(figures, layer)
    known = known.join(_parts(known))
    shares = shares_of_weight(known, weights or Weights())
    kinds = _kinds(figures, thin or Thin())
    listed = known.assign(**kinds)[kinds["kind"] != ""]
    frame = ranked(listed, shares * (not figures.mostly_together))
    reasons = NOT_NAMED if figures.mostly_together else _reasons(frame)
    return frame.assign(not_ranked=reasons)[list(COLUMNS)]


COLUMNS = (
    *("rank", "tied", "rank_best", "rank_worst", "adm2_pcode", "name", "adm1_pcode", "province"),
    *("population", "kind", "why", "score", "not_ranked"),
    *(f"{what}_{part}" for what in ("part", "weight", "adds") for part in PARTS),
    *("vulnerability", "nearest_venue", "distance", "adjacent", "adjacent_uncovered"),
    *("province_districts", "province_uncovered"),
)


def programme(figures: Coverage) -> Coverage:
    """Return the figures of all records up to the day of a view, whatever it filters."""
    everything = Selection(as_of=figures.selection.as_of)
    return figures if figures.selection == everything else coverage(figures.records, everything)


def venues_so_far(figures: Coverage) -> pd.Series:
    """Return how many trainings of the programme each venue district had up to a view's day.

    By P-code, most first, whatever the view filters. A training whose venue has no P-code of
    the list is in none of them; of venues with as many trainings, the one with the lower P-code
    comes first.
    """
    return programme(figures).venues.sort_values(ascending=False, kind="stable")


def _known(figures: Coverage, layer: pd.DataFrame | None) -> pd.DataFrame:
    """Return what the parts are made of, one row a district of the list."""
    whole = programme(figures).districts
    frame = whole[["adm2_pcode", "name", "adm1_pcode", "province", "population"]].copy()
    nearest = to_nearest(road_distances(), list(venues_so_far(figures).index))
    frame["nearest_venue"] = nearest["venue"]
    frame["distance"] = nearest["distance"].where(np.isfinite(nearest["distance"]))
    frame["vulnerability"] = _vulnerability(frame["adm2_pcode"], layer)
    uncovered = whole["status"].isin(WITHOUT_PARTICIPANTS)
    by_code = uncovered.set_axis(whole["adm2_pcode"])
    pairs = adjacent_pairs()
    beside = pairs["neighbour_pcode"].map(by_code).groupby(pairs["adm2_pcode"]).agg(["size", "sum"])
    beside = beside.reindex(frame["adm2_pcode"]).reset_index(drop=True)
    frame["adjacent"], frame["adjacent_uncovered"] = beside["size"], beside["sum"]
    provinces = uncovered.groupby(whole["adm1_pcode"])
    frame["province_districts"] = provinces.transform("size")
    frame["province_uncovered"] = provinces.transform("sum")
    return frame


def _vulnerability(pcodes: pd.Series, layer: pd.DataFrame | None) -> pd.Series:
    if layer is None:
        return pd.Series(np.nan, index=pcodes.index)
    twice = layer.loc[layer["adm2_pcode"].duplicated(), "adm2_pcode"]
    if len(twice):
        raise PlanningError(
            _("The layer has two values for {district}.").format(district=twice.iloc[0]),
            _("Choose one indicator and one year of it."),
        )
    values = pd.to_numeric(layer["value"], errors="coerce").to_numpy(dtype=float, na_value=np.nan)
    return pcodes.map(pd.Series(values, index=layer["adm2_pcode"].to_numpy()))


def _parts(known: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "part_population": share_with_less(known["population"]),
            "part_vulnerability": share_with_less(known["vulnerability"]),
            "part_distance": share_with_less(known["distance"]),
            "part_neighbours": known["adjacent_uncovered"] / known["adjacent"],
            "part_province": known["province_uncovered"] / known["province_districts"],
        }
    ).astype(float)


def share_with_less(values: pd.Series) -> pd.Series:
    """Return, for each known value, the share of the other known values that are lower.

    0 is the least and 1 the most (alone at the top). NaN where a value is not known, or where
    no other is known: there is nothing to compare it with.
    """
    known = values.notna()
    lower = values[known].astype(float).rank(method="min") - 1
    others = int(known.sum()) - 1
    return (lower / others if others else lower * np.nan).reindex(values.index)


def _reasons(frame: pd.DataFrame) -> list[str]:
    """Return why districts have no rank, with whose population has the people of one."""
    notes, words = gazetteer.population_notes(), REASONS["population"]
    return [
        text.replace(words, f"{words} ({notes[code]})") if code in notes else text
        for code, text in zip(frame["adm2_pcode"], frame["not_ranked"], strict=True)
    ]


def _kinds(figures: Coverage, thin: Thin) -> dict[str, pd.Series]:
    """Return the kind of each district in a view, blank where it is neither, and why."""
    known, six = figures.districts, len(committee_agencies())
    without = known["status"].isin(WITHOUT_PARTICIPANTS)
    reached = known["status"].isin(REACHED)
    agencies = reached & ~agencies_not_known(figures) & (known["agencies"] < thin.agencies)
    agencies &= not figures.selection.agencies
    counted = reached & (known["rows_without_count"] == 0)
    people = counted & (known["participants"].fillna(thin.participants) < thin.participants)
    kind = pd.Series("", index=known.index).mask(agencies | people, THIN).mask(without, UNCOVERED)
    within = known["status"] == CoverageStatus.NAMED_WITHIN
    kind = kind.mask(within, WITHIN)
    why = known["status"].where(without | within, "")
    words = _("{agencies} of {six} agencies")
    told = known["agencies"].map(lambda number: words.format(agencies=number, six=six))
    why = why.mask(agencies, told)
    joined = why.where(why == "", why + ", ") + known["participants"].map(_participants)
    return {"kind": kind, "why": why.mask(people, joined)}


def _participants(count: object) -> str:
    if not isinstance(count, (int, np.integer)):  # no district of this kind
        return ""
    words = ngettext("{number} participant", "{number} participants", int(count))
    return words.format(number=int(count))
