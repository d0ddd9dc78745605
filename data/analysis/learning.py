"""What participants learned (Kirkpatrick level 2): the paired gain from before to after.

A gain is the mean of each person's difference between two tests of the same person. Means of
a first and a second test without pairs are of different people, and no gain is made of them.
Gains are in percentage points of the scale: 10 points of 50 are 20.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import scipy  # its parts load at their first use, which takes a while
from numpy.typing import NDArray

from data.attendance.cells import Cells
from data.figures.coverage import Coverage
from data.figures.sums import participants_by
from data.records.model import ASSESSMENT_COLUMNS, NOT_PUBLISHED
from geo.districts import gazetteer
from geo.words.catalogue import _
from geo.words.listing import listing

COLLECTED, NOT_COLLECTED, NOT_PAIRED = "collected", "not collected", "not paired"
CONFIDENCE = 0.95
#: Fewer paired answers than this say little, and are said to.
ENOUGH = 20
FEW = _("Fewer than {number} people: only indicative.").format(number=ENOUGH)
#: Fewer trainings than this do not tell how much trainings differ: each one's gain is said.
ENOUGH_TRAININGS = 3


@dataclass(frozen=True)
class Pooled:
    """The gain of several trainings together.

    Attributes
    ----------
    trainings, paired
        Trainings with a gain, and the people in them who answered both tests.
    gain, low, high
        Mean gain of these people, and the 95% interval, in percentage points of the scale;
        None where there is none, or where ``why_not`` says why it is not made. People of one
        training learned it together, so the interval is that of clusters: it comes from how much
        trainings differ, and is never narrower than that of single people. Of two trainings
        nothing is told of that, and no gain is made of both.
    response_rate
        Paired answers over participants of the same trainings; None where not known for all.
    why_not
        A sentence where no gain is given, or no interval; else blank.
    """

    trainings: int
    paired: int
    gain: float | None = None
    low: float | None = None
    high: float | None = None
    response_rate: float | None = None
    why_not: str = ""


def learning(figures: Coverage, assessments: pd.DataFrame | None) -> pd.DataFrame:
    """Return the gain of each training of a view, latest first.

    Tests are of a training as a whole: filters of agency or province choose trainings, and
    change neither a gain nor a response rate.

    ``assessments`` is the table of them (``ASSESSMENT_COLUMNS``); None where there is none.

    Returns
    -------
    pandas.DataFrame
        ``training_id``, ``title``, ``date_start``, ``agency`` (of all participants; blank
        where they are of several or it is not recorded), ``state`` (``COLLECTED``,
        ``NOT_COLLECTED``, ``NOT_PAIRED``), ``paired`` (people), ``pre_mean``, ``post_mean``,
        ``sd_difference``, ``scale_max`` (points), ``gain``, ``low``, ``high`` (percentage
        points of the scale; NaN without pairs, the interval also with fewer than 2 or without
        a standard deviation), ``attended`` (all participants of the training; ``<NA>`` where a
        count is missing), ``response_rate`` (paired over attended, 0 to 1; NaN where attended
        is not known or below paired).

    Raises
    ------
    ValueError
        If the table has a training twice.
    """
    frame = figures.trainings[["training_id", "title", "date_start"]].copy()
    frame = frame.merge(_whole_trainings(figures), on="training_id", how="left")
    told = _told(assessments)
    frame["state"] = np.where(frame["training_id"].isin(told["training_id"]), "", NOT_COLLECTED)
    frame = frame.merge(told, on="training_id", how="left")
    pairs = frame["paired"].gt(0) & frame["scale_max"].gt(0)
    pairs &= frame["pre_mean"].notna() & frame["post_mean"].notna()
    frame["state"] = frame["state"].mask(pairs, COLLECTED)
    frame["state"] = frame["state"].where(frame["state"] != "", NOT_PAIRED)
    percent = (100 / frame["scale_max"]).where(pairs)
    frame["gain"] = (frame["post_mean"] - frame["pre_mean"]) * percent
    half = _half_interval(frame["sd_difference"] * percent, frame["paired"])
    frame["low"], frame["high"] = frame["gain"] - half, frame["gain"] + half
    rate = frame["paired"] / frame["attended"].astype("Float64").astype(float)
    frame["response_rate"] = rate.where(pairs & (rate <= 1))
    return frame[list(COLUMNS)]


COLUMNS = (
    *("training_id", "title", "date_start", "agency", "state"),
    *ASSESSMENT_COLUMNS[1:],
    *("gain", "low", "high", "attended", "response_rate"),
)


def pooled(learned: pd.DataFrame) -> Pooled:
    """Return the gain of all people with paired answers in some rows of ``learning``.

    The mean is that of all their differences together. It is made only where all tests have the
    same scale: points of different tests do not add up; and not of two trainings, whose gains are
    said apart in ``why_not``.
    """
    rows = learned[learned["state"] == COLLECTED]
    trainings, people = len(rows), int(rows["paired"].sum())
    if not trainings:
        return Pooled(0, 0, why_not=_("No training here has paired answers: not collected."))
    if rows["scale_max"].nunique() > 1:
        why = _("The tests have different scales, so their gains are shown apart and not as one.")
        return Pooled(trainings, people, why_not=why)
    few = FEW if people < ENOUGH else ""
    if 1 < trainings < ENOUGH_TRAININGS:
        return Pooled(trainings, people, why_not=f"{_apart(rows)} {few}".strip())
    gain = float((rows["gain"] * rows["paired"]).sum() / people)
    known = rows["response_rate"].notna().all()
    rate = float(people / rows["attended"].sum()) if known else None
    half = _half_interval_of_all(rows, gain)
    if np.isnan(half):
        why = _("No interval: a standard deviation is missing, or fewer than two people answered.")
        return Pooled(trainings, people, gain, response_rate=rate, why_not=why)
    return Pooled(trainings, people, gain, gain - half, gain + half, rate, few)


def _apart(rows: pd.DataFrame) -> str:
    """Say the gain of each of a few trainings, latest first, with its own interval."""
    sure, unsure = _("{gain:+.1f} (95% CI {low:.1f} to {high:.1f})"), _("{gain:+.1f} (no interval)")
    each = [
        (unsure if np.isnan(low) else sure).format(gain=gain, low=low, high=high)
        for gain, low, high in rows[["gain", "low", "high"]].to_numpy(float)
    ]
    return _("Too few trainings for a joint figure; points gained at each: {each}.").format(
        each=listing(each, len(each))
    )


def by_agency(learned: pd.DataFrame) -> dict[str, Pooled]:
    """Return the pooled gain of each agency that had trainings of its own.

    A test is recorded by training: a training with several agencies says nothing of one of
    them, and is in none. An agency whose own trainings were not assessed says so.
    """
    alone = learned[learned["agency"].fillna("") != ""]
    return {str(agency): pooled(rows) for agency, rows in alone.groupby("agency", sort=True)}


def learning_from(figures: Coverage, pcode: str) -> pd.DataFrame:
    """Return the rows of ``learning`` of the trainings that somebody from a district attended."""
    cells, records = figures.records.cells, figures.records
    rows = figures.rows(int(gazetteer.districts()["adm2_pcode"].searchsorted(pcode)))
    came = np.unique(cells.training[rows[cells.numbers(rows)["attended"]]])
    ids = records.trainings["training_id"].to_numpy()[cells.training_row[came]]
    learned = learning(figures, records.assessments)
    return learned[learned["training_id"].isin(ids)].reset_index(drop=True)


def _told(assessments: pd.DataFrame | None) -> pd.DataFrame:
    if assessments is None:
        assessments = pd.DataFrame(columns=list(ASSESSMENT_COLUMNS))
    twice = assessments.loc[assessments["training_id"].duplicated(), "training_id"]
    if len(twice):
        raise ValueError(f"assessments: {twice.iloc[0]!r} has two rows")
    told = assessments[list(ASSESSMENT_COLUMNS)].copy()
    told["training_id"] = told["training_id"].astype("str")
    numbers = list(ASSESSMENT_COLUMNS[1:])
    told[numbers] = told[numbers].apply(pd.to_numeric, errors="coerce").astype(float)
    return told


def _whole_trainings(figures: Coverage) -> pd.DataFrame:
    """Return all participants of every held training, and their agency where it is one."""
    cells, records = figures.records.cells, figures.records
    numbers, size = cells.kept.by_training, len(cells.training_day)
    sums = participants_by(numbers, np.arange(size), size)
    ids = records.trainings["training_id"].to_numpy()[cells.training_row]
    return pd.DataFrame(
        {
            "training_id": pd.Series(ids, dtype="str"),
            "attended": pd.Series(sums["participants"]).mask(sums["rows_without_count"] > 0),
            "agency": _only_agency(cells),
        }
    )


def _only_agency(cells: Cells) -> NDArray[np.object_]:
    words = np.array([*cells.agencies, ""], dtype=object)
    names = words[cells.only_agency]
    return np.where([name.casefold() == NOT_PUBLISHED for name in names], "", names)


def _half_interval(sd: pd.Series, people: pd.Series) -> NDArray[np.float64]:
    """Return half the width of the interval of a mean, from Student's t; NaN where none."""
    spread, number = sd.to_numpy(dtype=float), people.to_numpy(dtype=float)
    enough = (number >= 2) & (spread >= 0)
    number = np.where(enough, number, np.nan)
    quantile = scipy.special.stdtrit(number - 1, (1 + CONFIDENCE) / 2)
    return quantile * spread / np.sqrt(number)


def _half_interval_of_all(rows: pd.DataFrame, gain: float) -> float:
    """Return half the width of the interval of a mean over people of several trainings.

    The wider of two: as if all people were one sample, and that of clusters (the sandwich with
    k / (k - 1), Student's t of k - 1), in which n people with a gain of g add n (g - mean) as one.
    NaN where the first is not known.
    """
    people, trainings = rows["paired"].sum(), len(rows)
    sd = _pooled_sd(rows, gain)
    one_sample = float(_half_interval(pd.Series([sd]), pd.Series([people]))[0])
    if trainings == 1 or np.isnan(one_sample):
        return one_sample
    residuals = rows["paired"] * (rows["gain"] - gain)
    error = np.sqrt((residuals**2).sum() * trainings / (trainings - 1)) / people
    quantile = scipy.special.stdtrit(trainings - 1, (1 + CONFIDENCE) / 2)
    return max(one_sample, float(quantile * error))


def _pooled_sd(rows: pd.DataFrame, gain: float) -> float:
    """Return the standard deviation of all differences, in percentage points."""
    number, people = rows["paired"], rows["paired"].sum()
    sd = rows["sd_difference"] * 100 / rows["scale_max"]
    sd = sd.where(number > 1, 0)  # one person alone does not differ from the training's mean
    if sd.isna().any() or (sd < 0).any() or people < 2:
        return float("nan")
    squares = (number - 1) * sd**2 + number * (rows["gain"] - gain) ** 2
    return float(np.sqrt(squares.sum() / (people - 1)))
