"""Withheld counts in frames and in words: never a number, and never taken for *not recorded*.

A withheld count is ``<NA>``, and a column beside it, ``participants_withheld`` say, has its
words: ``<5``, or ``withheld`` for a larger one; blank where nothing is. ``written`` puts the
words in the place of the counts, for tables and files.
"""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from data.figures.sums import Counts, Mask
from data.figures.suppression import Withheld, beside, of_districts, sexes_of_provinces, small
from data.records.model import COUNT_COLUMNS, CoverageStatus
from geo.districts import gazetteer

if TYPE_CHECKING:
    from data.figures.coverage import Coverage

WITHHELD = "withheld"
#: What is said of a view with ``Coverage.too_narrow``.
TOO_NARROW = (
    "A public view does not show the agencies of a single district by month or by sex, nor the "
    "agencies of a province. Choose all provinces or more agencies."
)
_BESIDE = f"_{WITHHELD}"


def few(below: int) -> str:
    """Return the words for a count too small to be shown."""
    return f"<{below}"


def hide(frame: pd.DataFrame, column: str, hidden: Mask, below: int) -> None:
    """Take counts out of a frame, and put the words for them beside it."""
    frame[column + _BESIDE] = words_for(frame[[column]], hidden[:, None], below)[column]
    frame[column] = frame[column].mask(hidden)


def words_for(counts: pd.DataFrame, hidden: Mask, below: int) -> pd.DataFrame:
    """Return the words of counts where they are hidden, blank elsewhere."""
    is_small = counts.lt(below).fillna(False).to_numpy(dtype=bool)
    words = np.where(hidden, np.where(is_small, few(below), WITHHELD), "")
    return pd.DataFrame(words.astype(object), index=counts.index, columns=counts.columns)


def written(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame with the words of withheld counts in their place.

    A column in which something is withheld is text then, blank where it was ``<NA>``; the
    others, and every frame of a view that is not public, stay as they are.
    """
    beside = [name for name in frame.columns if str(name).endswith(_BESIDE)]
    shown = frame.drop(columns=beside)
    for name in beside:
        column, hidden = name.removesuffix(_BESIDE), frame[name].fillna("") != ""
        if hidden.any() and column in shown:
            shown[column] = shown[column].astype("string").mask(hidden, frame[name])
    return shown


def words_of(frame: pd.DataFrame, column: str) -> list[str]:
    """Return the words of each withheld count of a column; blank where it is not withheld."""
    held = frame.get(column + _BESIDE)
    return [""] * len(frame) if held is None else held.fillna("").tolist()


def headed(frame: pd.DataFrame, headings: dict[str, str]) -> pd.DataFrame:
    """Return the columns that have a heading, under it, with the words of withheld counts."""
    ends = [
        (name + end, heading + end) for end in ("", _BESIDE) for name, heading in headings.items()
    ]
    found = {name: heading for name, heading in ends if name in frame}
    return frame[list(found)].rename(columns=found)


def summed(frame: pd.DataFrame, by: str, columns: list[str]) -> pd.DataFrame:
    """Return sums of counts by a column, blank and *withheld* where one of them is withheld.

    A sum of counts that are all ``<NA>`` is ``<NA>``; one of which a part is withheld would be
    taken for the whole.
    """
    sums = frame.groupby(by)[columns].sum(min_count=1)
    for column in columns:
        words = pd.Series(words_of(frame, column), index=frame.index, dtype=object)
        held = words.ne("").groupby(frame[by]).any()
        if held.any():
            sums[column] = sums[column].mask(held)
            sums[column + _BESIDE] = held.map({True: WITHHELD, False: ""})
    return sums


def participants_in_words(figures: "Coverage") -> str:
    """Return the participants of a view; not where they are one withheld count of a district."""
    held = [words for words in words_of(figures.districts, "participants") if words]
    return held[0] if held and figures.too_narrow else f"{figures.headline.participants:,}"


def hide_districts(frame: pd.DataFrame, figures: "Coverage") -> pd.DataFrame:
    """Withhold in ``Coverage.districts`` what a public view does not show."""
    below, (counts, sexes) = figures.records.suppress_below, of_districts(figures)
    frame["status"] = frame["status"].mask(counts, CoverageStatus.SUPPRESSED.value)
    hide(frame, "participants", counts, below)
    hide(frame, "participants_per_million", counts, 0)
    for column in COUNT_COLUMNS:
        hide(frame, column, sexes, below)
    return frame


def hide_provinces(frame: pd.DataFrame, figures: "Coverage") -> pd.DataFrame:
    """Withhold in the provinces, sorted by P-code, what a public view does not show of them."""
    below, some = figures.records.suppress_below, bool(figures.selection.agencies)
    people = frame["participants"].fillna(0).to_numpy(dtype=np.int64)
    counts = (people > 0) & some
    hide(frame, "participants", counts, below)
    sexes = counts | sexes_of_provinces(figures, people)
    for column in COUNT_COLUMNS:
        hide(frame, column, sexes, below)
    return frame


def hide_months(frame: pd.DataFrame, alone: Mask, figures: "Coverage") -> None:
    """Withhold the months of agencies where one of them tells a withheld count.

    All or none, as these are added up to totals. Where no agency is chosen, only women and men: a
    month's total of all agencies stays.

    Parameters
    ----------
    frame
        ``Coverage.by_agency_month``.
    alone
        Which rows tell a withheld count.
    """
    below, told = figures.records.suppress_below, bool(alone.any())
    people = (frame["participants"].fillna(0) > 0).to_numpy(dtype=bool) & told
    hide(frame, "participants", people & bool(figures.selection.agencies), below)
    for column in COUNT_COLUMNS:
        hide(frame, column, people, below)


def hide_trainings(frame: pd.DataFrame, figures: "Coverage", told: Mask) -> pd.DataFrame:
    """Withhold small counts of trainings from one district, under a filter of agencies.

    Parameters
    ----------
    told
        The trainings whose count tells a withheld one.
    """
    below = figures.records.suppress_below
    if not figures.selection.agencies:
        return frame
    counts = frame["participants"].fillna(0).to_numpy(dtype=np.int64)
    hidden = small(counts, below) & (frame["home_districts"] == 1).to_numpy()
    hidden = (hidden | told) & (counts > 0)
    hidden = beside(hidden, counts, np.zeros(len(counts), dtype=np.intp))
    hide(frame, "participants", hidden, below)
    return frame


def hide_rows(
    frame: pd.DataFrame, agencies: tuple[str, ...], rules: Withheld, below: int
) -> pd.DataFrame:
    """Withhold in rows of attendance what a public view does not show; rule 5.

    Parameters
    ----------
    frame
        One row a training x home district x agency: ``adm2_pcode`` (not of the list where the
        home is not recorded: such a row is shown), ``agency``, ``participants`` and its parts.
    agencies, rules
        What is withheld of each district x agency, and the order of the agencies in it.
    """
    district = pd.Index(list(gazetteer.names())).get_indexer(pd.Index(frame["adm2_pcode"]))
    agency = pd.Index(agencies).get_indexer(pd.Index(frame["agency"]))
    counts = frame[list(COUNT_COLUMNS)].fillna(0).to_numpy(dtype=np.int64)
    cell = district * len(agencies) + agency
    people = small(counts.sum(axis=1), below) | rules.counts[district, agency]
    shown_as_is = (district < 0) | (counts.sum(axis=1) == 0)
    people = _any_of_cell(people, cell) & ~shown_as_is
    sexes = small(counts, below).any(axis=1) | rules.sexes[district, agency]
    sexes = people | (_any_of_cell(sexes, cell) & ~shown_as_is)
    hide(frame, "participants", people, below)
    for column in COUNT_COLUMNS:
        hide(frame, column, sexes, below)
    return frame


def _any_of_cell(hidden: Mask, cell: Counts) -> Mask:
    return np.isin(cell, cell[hidden])
