"""Reached against targeted: what the programme meant to reach in each district."""

import pandas as pd

from data.figures.coverage import Coverage
from data.records.model import CoverageStatus


def against_targets(figures: Coverage) -> pd.DataFrame | None:
    """Return reached and targeted participants, one row a district; None without targets.

    Targets are of the whole programme: a view of some agencies, donors or levels has none either.

    Returns
    -------
    pandas.DataFrame
        In the order of the list: ``adm2_pcode``, ``status`` (the words of ``CoverageStatus``),
        ``reached`` (participants of the view; ``<NA>`` where there is no record or no count,
        which is not 0), ``targeted`` (``<NA>`` where none is set; the sum where a district has
        several), ``share`` (reached over targeted, 0 or more; NaN where either is not known or
        the target is 0).
    """
    table, view = figures.records.targets, figures.selection
    if table is None or view.agencies or view.donors or view.levels:
        return None
    wanted = pd.to_numeric(table["targeted"], errors="coerce").astype("Int64")
    summed = wanted.groupby(table["adm2_pcode"].to_numpy()).sum(min_count=1)
    districts = figures.districts
    targeted = districts["adm2_pcode"].map(summed).astype("Int64")
    nobody = districts["status"] == CoverageStatus.ZERO_REPORTED
    reached = districts["participants"].astype("Int64").mask(nobody, 0)
    share = reached.astype("Float64") / targeted.astype("Float64").where(targeted > 0)
    return pd.DataFrame(
        {
            "adm2_pcode": districts["adm2_pcode"],
            "status": districts["status"],
            "reached": reached,
            "targeted": targeted,
            "share": share.astype("Float64").to_numpy(dtype=float, na_value=float("nan")),
        }
    )
