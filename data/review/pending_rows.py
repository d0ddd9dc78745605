"""Rows of attendance that are not counted until somebody says which district or agency they mean.

They are told by row, and not by what is written in them: a file can be corrected, or a decision
made, and the same rows come again. Their training and agency are what they are known by then.
"""

from collections.abc import Iterable

import pandas as pd

from data.records.personal_data import looks_personal
from data.review.decisions import AGENCY, DISTRICT
from data.review.questions import QueueItem

HELD_COLUMNS = ("row", "kind", "training_id", "agency")


def without_district(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows (``training_id``, ``agency``; by row of the file) that wait for a district."""
    return _told(rows, DISTRICT)


def held_rows(queue: Iterable[QueueItem], rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of attendance that wait for the answer to a question.

    Parameters
    ----------
    queue
        The questions on the rows.
    rows
        ``training_id`` and ``agency``, blank where not known, by row of the file.

    Returns
    -------
    pandas.DataFrame
        ``HELD_COLUMNS``; a row that waits for both has two rows.
    """
    waiting: dict[str, set[int]] = {DISTRICT: set(), AGENCY: set()}
    for one in queue:
        if one.held and one.kind in waiting:
            waiting[one.kind] |= set(one.rows)
    return pd.concat(
        [_told(rows.loc[rows.index.isin(list(own))], kind) for kind, own in waiting.items()]
    )


def _told(rows: pd.DataFrame, kind: str) -> pd.DataFrame:
    told = {
        "row": rows.index.to_numpy(dtype="int64"),
        "kind": kind,
        **{name: [_impersonal(text) for text in rows[name]] for name in ("training_id", "agency")},
    }
    return pd.DataFrame(told, columns=list(HELD_COLUMNS))


def _impersonal(text: str) -> str:
    return "" if looks_personal(text) else text
