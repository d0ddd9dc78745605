"""Trainings that may be others over again: who came to each, and what their rows say as one."""

from collections.abc import Mapping

import pandas as pd

from data.review.likeness import Attended
from data.sheets.admission import Admitted
from data.sheets.mapping import PERSONS, ColumnMapping


def who_attended(
    admitted: Admitted, mapping: ColumnMapping, ids: pd.Series, homes: pd.Series
) -> Attended:
    """Return who came to each training, by numbers of persons, else from which districts.

    People of a district are others where each row tells another tehsil or village of it.
    """
    person, places = (one.loc[ids.index] for one in (admitted.person, admitted.places))
    who = homes if mapping.kind != PERSONS or (person < 0).all() else person
    if who is homes and (places >= 0).all():
        who = homes + " " + places.astype("str")
    known = pd.DataFrame({"id": ids, "who": who})
    known = known[~known["who"].isin(["", -1])].drop_duplicates()
    return {str(one): frozenset(own) for one, own in known.groupby("id", sort=False)["who"]}


def as_one(trainings: pd.DataFrame, same: Mapping[str, str]) -> tuple[pd.DataFrame, pd.Series]:
    """Return trainings by row, those that are others over again as these, and whose rows say what.

    Each ends with the last day of them all. The second is, by each row of one that is another
    over again, the first row of that other; empty where there is none.
    """
    again = trainings["training_id"].isin(list(same))
    rows = trainings.index.to_series().groupby(trainings["training_id"]).first()
    if not again.any():
        return trainings, rows.iloc[:0]
    first = trainings.drop_duplicates("training_id").set_index("training_id", drop=False)
    others = trainings.loc[again, "training_id"].map(same)
    whole = trainings.copy()
    whole.loc[again] = first.loc[list(others)].to_numpy()
    several = whole["training_id"].isin(list(same.values()))
    last = trainings.loc[several, "date_end"].groupby(whole.loc[several, "training_id"]).max()
    whole.loc[several, "date_end"] = whole.loc[several, "training_id"].map(last)
    return whole, pd.Series(rows.loc[list(others)].to_numpy(), index=others.index)
