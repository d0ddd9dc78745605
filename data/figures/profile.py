"""The attendance behind one district's or one training's figures."""

import pandas as pd

from data.figures.coverage import Coverage
from data.records.arrays import UNPLACED
from data.records.model import COUNT_COLUMNS, Records
from geo.districts import gazetteer
from geo.districts.larger_places import home_names, larger_places, provinces_of_places

HOME_NOT_RECORDED = "home district not recorded"


def attendance_from(figures: Coverage, pcode: str) -> pd.DataFrame:
    """Return the attendance rows behind one district's figures, latest training first.

    Parameters
    ----------
    figures
        The figures of the view; rows outside its Selection are left out.
    pcode
        P-code of the home district.

    Returns
    -------
    pandas.DataFrame
        ``date_start``, ``title``, ``training_id``, ``agency``, ``participants`` and its three
        parts (``<NA>`` where not recorded), ``adm2_pcode``.
    """
    cells, records = figures.records.cells, figures.records
    code = gazetteer.districts()["adm2_pcode"].searchsorted(pcode)
    here = figures.rows[cells.district[figures.rows] == code][::-1]
    rows = _with_total(records.attendance.iloc[cells.row[here]])
    about = records.trainings[["training_id", "date_start", "title"]]
    merged = rows.merge(about, on="training_id", how="left")
    columns = ["date_start", "title", "training_id", "agency", "participants", *COUNT_COLUMNS]
    return merged[[*columns, "adm2_pcode"]]


def attendance_at(records: Records, training_id: str) -> pd.DataFrame:
    """Return who came to a training from where, most participants first.

    Returns
    -------
    pandas.DataFrame
        ``adm2_pcode`` (blank where not recorded), ``district`` (or a larger place), ``province``,
        ``agency``, ``participants`` and its three parts (``<NA>`` where not recorded).
    """
    rows = _with_total(records.attendance[records.attendance["training_id"] == training_id])
    homes = rows["adm2_pcode"]
    provinces = homes.map(provinces_of_places()).map(gazetteer.provinces()).fillna("")
    merged = rows.assign(
        district=homes.map(home_names()).fillna(HOME_NOT_RECORDED), province=provinces
    )
    columns = ["adm2_pcode", "district", "province", "agency", "participants", *COUNT_COLUMNS]
    return merged[columns].sort_values(
        "participants", ascending=False, kind="stable", na_position="last", ignore_index=True
    )


def totals_at(records: Records, training_id: str) -> pd.DataFrame:
    """Return the total of each home district at a training.

    Indexed by ``adm2_pcode`` (blank where not recorded); ``participants`` (``<NA>`` where no
    count is recorded) and ``rows_without_count``.
    """
    rows = _with_total(records.attendance[records.attendance["training_id"] == training_id])
    rows = rows.assign(rows_without_count=rows["participants"].isna().astype("Int64"))
    listed = rows["adm2_pcode"].isin(home_names())
    rows = rows.assign(adm2_pcode=rows["adm2_pcode"].where(listed, ""))
    return rows.groupby("adm2_pcode")[["participants", "rows_without_count"]].sum(min_count=1)


def _with_total(rows: pd.DataFrame) -> pd.DataFrame:
    counts = rows[list(COUNT_COLUMNS)]
    return rows.assign(participants=counts.sum(axis=1, min_count=1).astype("Int64"))


def homes_of(figures: Coverage) -> list[str]:
    """Return the codes of the districts, and then larger places, that participants come from."""
    cells = figures.records.cells
    attended = figures.rows[cells.attended[figures.rows]]
    codes = {int(code) for code in cells.district[attended]} - {UNPLACED}
    listed = [*gazetteer.names(), "", *larger_places()]
    return [listed[code] for code in sorted(codes)]
