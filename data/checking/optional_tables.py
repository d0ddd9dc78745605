"""The four tables that a set of records may have beside its trainings and attendance.

Assessments, committees, targets and layers: what tells one of their rows from another, and the
types of their columns. Their columns are in ``data.model``.
"""

import pandas as pd

from data.records.distinct import by_text
from data.records.model import FURTHER_COLUMNS
from data.records.rules import number, whole_number

#: The columns that make a row; two rows that share them are one row told twice.
FURTHER_KEYS = {
    "assessments": ("training_id",),
    "committees": ("level", "adm1_pcode", "adm2_pcode"),
    "targets": ("adm2_pcode",),
    "layers": ("adm2_pcode", "indicator"),
}
WHOLE_COLUMNS = ("paired", "targeted", "year")
MEASURE_COLUMNS = ("pre_mean", "post_mean", "sd_difference", "scale_max", "value")
FURTHER_DAY = "notified_on"


def typed_further(name: str, cells: pd.DataFrame) -> pd.DataFrame:
    """Return a table of sound texts with the types of ``data.model.Records``."""
    frame = cells[list(FURTHER_COLUMNS[name])].reset_index(drop=True)
    return frame.assign(
        **{column: _typed(column, frame[column]) for column in FURTHER_COLUMNS[name]}
    )


def _typed(column: str, texts: pd.Series) -> pd.Series:
    if column in WHOLE_COLUMNS:
        return by_text(texts, whole_number, "Int64")
    if column in MEASURE_COLUMNS:
        return by_text(texts, number, "float64")
    if column == FURTHER_DAY:
        return pd.to_datetime(texts.replace("", None), format="%Y-%m-%d").astype("datetime64[s]")
    return texts
