"""What participants raised at the trainings of a view, and which later training took it up."""

from collections.abc import Sequence

import pandas as pd

from data.attendance.order import counted_on
from data.figures.coverage import Coverage
from data.records.model import INPUT_COLUMNS, Records
from data.records.rules import INPUT_STATES, OPEN

#: The columns of ``raised``.
RAISED_COLUMNS = (*INPUT_COLUMNS, "title", "date_start", "followed_up_title")


def raised(
    figures: Coverage, themes: Sequence[str] = (), states: Sequence[str] = ()
) -> pd.DataFrame:
    """Return what was raised at the trainings of a view, the latest training first.

    The records may have no inputs. Each is as it stood on the as-of date: one that was taken up
    later is open. Of ``themes`` and ``states`` only those; none for all.

    Returns
    -------
    pandas.DataFrame
        ``RAISED_COLUMNS``: those of inputs; ``title`` and ``date_start`` of the training at which
        it was raised, and ``followed_up_title`` of the one that took it up (blank where none did,
        or it is no longer in the records).
    """
    told = _with_trainings(figures.records)
    told = told[told["training_id"].isin(set(figures.trainings["training_id"]))]
    told = told if told.empty else _as_at(told, figures)
    if themes:
        told = told[told["theme"].isin(themes)]
    if states:
        told = told[told["state"].isin(states)]
    order = ["date_start", "training_id"]
    return told.sort_values(order, ascending=[False, True], kind="stable", ignore_index=True)


def raised_at(figures: Coverage, training_id: str) -> pd.DataFrame:
    """Return what was raised at one training by the as-of date of a view: ``RAISED_COLUMNS``.

    Whatever else the view selects. Of a training that counts from a later day there is nothing.
    """
    told = _by_then(figures)
    return told[told["training_id"] == training_id].reset_index(drop=True)


def taken_up_by(figures: Coverage, training_id: str) -> pd.DataFrame:
    """Return what one training had taken up of others by the as-of date: ``RAISED_COLUMNS``."""
    told = _by_then(figures)
    return told[told["followed_up_by"] == training_id].reset_index(drop=True)


def by_state(told: pd.DataFrame) -> dict[str, int]:
    """Return how many inputs are in each state, those of none among them."""
    counts = told["state"].value_counts()
    return {state: int(counts.get(state, 0)) for state in INPUT_STATES}


def themes_of(records: Records) -> list[str]:
    """Return the themes of what was raised, sorted."""
    return [] if records.inputs is None else sorted(records.inputs["theme"].unique().tolist())


def _by_then(figures: Coverage) -> pd.DataFrame:
    """Return the inputs of all trainings that count by the as-of date, as they stood on it."""
    told, trainings = _with_trainings(figures.records), figures.records.trainings
    begun = trainings[counted_on(trainings) <= pd.Timestamp(figures.selection.as_of)]
    told = told[told["training_id"].isin(begun["training_id"])]
    return told if told.empty else _as_at(told, figures)


def _as_at(told: pd.DataFrame, figures: Coverage) -> pd.DataFrame:
    """Return inputs as they stood on the as-of date of a view.

    One without a day was taken up on the first of the training that did; with neither it stands as
    recorded, as nothing says when.
    """
    starts = figures.records.trainings.set_index("training_id")["date_start"]
    day = pd.to_datetime(told["followed_up_on"]).fillna(told["followed_up_by"].map(starts))
    later = day > pd.Timestamp(figures.selection.as_of)
    blank = {"state": OPEN, "followed_up_by": "", "followed_up_title": ""}
    kept = {name: told[name].mask(later, words) for name, words in blank.items()}
    return told.assign(**kept, followed_up_on=told["followed_up_on"].mask(later))


def _with_trainings(records: Records) -> pd.DataFrame:
    told, about = records.inputs, records.trainings.set_index("training_id")
    told = None if told is None else told[told["training_id"].isin(about.index)]
    if told is None or told.empty:
        return pd.DataFrame(columns=list(RAISED_COLUMNS), dtype="str")
    return told.assign(
        title=told["training_id"].map(about["title"]),
        date_start=told["training_id"].map(about["date_start"]),
        followed_up_title=told["followed_up_by"].map(about["title"]).fillna(""),
    )
