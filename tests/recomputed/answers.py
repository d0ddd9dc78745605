"""What the project answers to the questions that are recomputed: one frame a topic of a view."""

from collections.abc import Callable
from dataclasses import asdict
from functools import cache

import numpy as np
import pandas as pd

from data.analysis import committees, equity, learning, targets
from data.figures.coverage import Coverage
from geo.districts import gazetteer

Answer = Callable[[Coverage], pd.DataFrame]

LEVELS = {
    "any level": None,
    "district": "district",
    "national": "national",
    "provincial": "provincial",
}


def headline(figures: Coverage) -> pd.DataFrame:
    share = figures.headline.share_of_people
    return pd.DataFrame([asdict(figures.headline) | {"share_of_people": share}])


def months(figures: Coverage) -> pd.DataFrame:
    return pd.DataFrame({"month": pd.to_datetime(figures.months)})


def venues(figures: Coverage) -> pd.DataFrame:
    return figures.venues.rename_axis("venue_adm2_pcode").rename("trainings").reset_index()


# -------------------------------------------------------------------- committees


@cache
def _presences(figures: Coverage) -> dict[str, committees.Presence]:
    notified = figures.records.committees
    return {words: committees.presence(figures, level, notified) for words, level in LEVELS.items()}


def _by_level(figures: Coverage, of_one: Callable[..., pd.DataFrame]) -> pd.DataFrame:
    """Return one frame of the committees of every level, with the level as a column."""
    presences = _presences(figures)
    frames = [of_one(presence).assign(of_level=level) for level, presence in presences.items()]
    return pd.concat(frames, ignore_index=True)


def committee_seats(figures: Coverage) -> pd.DataFrame:
    """Return the matrix of seats, one row a committee x agency."""

    def long(presence: committees.Presence) -> pd.DataFrame:
        pcodes, agencies = presence.seats.index, presence.seats.columns
        return pd.DataFrame(
            {
                "pcode": np.repeat(pcodes.to_numpy(object), len(agencies)),
                "agency": np.tile(agencies.to_numpy(object), len(pcodes)),
                "seat": presence.seats.to_numpy().ravel(),
                "participants": presence.participants.to_numpy(float, na_value=np.nan).ravel(),
            }
        )

    return _by_level(figures, long)


def committees_of_views(figures: Coverage) -> pd.DataFrame:
    return _by_level(figures, lambda presence: presence.places)


def committees_nearly_complete(figures: Coverage) -> pd.DataFrame:
    return _by_level(figures, committees.nearly_complete)


def committees_by_completeness(figures: Coverage) -> pd.DataFrame:
    return _by_level(figures, committees.by_completeness)


def agencies_not_known(figures: Coverage) -> pd.DataFrame:
    pcodes = gazetteer.districts()["adm2_pcode"]
    return pd.DataFrame({"pcode": pcodes[committees.agencies_not_known(figures)]})


# ------------------------------------------------------------------------ equity


equity_of = cache(equity.equity)


def equity_in_one_row(figures: Coverage) -> pd.DataFrame:
    found = equity_of(figures)
    counts = (
        "without_population",
        "without_count",
        "named_within",
        "partly_counted",
        "hardly_counted",
    )
    row = {count: getattr(found, count) for count in counts}
    split = found.theil
    row |= {
        "gini": found.gini,
        "theil": split and split.total,
        "between_provinces": split and split.between,
        "within_provinces": split and split.within,
    }
    return pd.DataFrame([row])


def compared_districts(figures: Coverage) -> pd.DataFrame:
    return equity_of(figures).districts


def equity_of_provinces(figures: Coverage) -> pd.DataFrame:
    split = equity_of(figures).theil
    return split.provinces if split else pd.DataFrame()


def lorenz(figures: Coverage) -> pd.DataFrame:
    curve = equity_of(figures).lorenz
    return curve.rename_axis("place").reset_index()


# ------------------------------------------------------------ learning and targets


@cache
def learned(figures: Coverage) -> pd.DataFrame:
    return learning.learning(figures, figures.records.assessments)


def learning_together(figures: Coverage) -> pd.DataFrame:
    rows = learned(figures)
    groups = {"": learning.pooled(rows)} | learning.by_agency(rows)
    frame = pd.DataFrame([{"of_agency": name} | asdict(one) for name, one in groups.items()])
    return frame.assign(says_why=frame["why_not"] != "").drop(columns="why_not")


def reached_and_targeted(figures: Coverage) -> pd.DataFrame:
    table = targets.against_targets(figures)
    return pd.DataFrame() if table is None else table
