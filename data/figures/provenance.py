"""The attendance behind a figure: of a district, of a training, and back to file and import."""

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from data.attendance.homes import UNPLACED
from data.figures.coverage import Coverage, coverage
from data.figures.selection import whole
from data.records.model import COUNT_COLUMNS, Records
from geo.districts import gazetteer
from geo.districts.larger_places import home_names, larger_places, provinces_of_places
from geo.words.catalogue import _

HOME_NOT_RECORDED = _("home district not recorded")
#: What is said of each row; of a row that was not imported, the last three are blank.
TRACED_COLUMNS = (
    *("date_start", "title", "adm2_pcode", "agency", "participants"),
    *("file_name", "file_row", "import_id", "who", "imported_at"),
)
#: Of the tables that ship and of a folder; their header is row 1.
SHIPPED_FILE, FIRST_ROW = "attendance.csv", 2


def of_district(figures: Coverage, pcode: str) -> NDArray[np.intp]:
    """Return the positions in the attendance of the rows behind a district, in a Selection."""
    cells = figures.records.cells
    code = list(gazetteer.names()).index(pcode)
    return np.sort(cells.positions(figures.rows(code)))


def attendance_from(figures: Coverage, pcode: str) -> pd.DataFrame:
    """Return the attendance rows behind one district's figures, latest training first.

    Rows outside the Selection of the view are left out; ``pcode`` is that of the home district.

    Returns
    -------
    pandas.DataFrame
        ``date_start``, ``date_end``, ``summarises`` (how many trainings it stands for; ``<NA>``
        of a single one), ``title``, ``training_id``, ``agency``, ``participants`` and its three
        parts (``<NA>`` where not recorded), ``adm2_pcode``.
    """
    code = int(gazetteer.districts()["adm2_pcode"].searchsorted(pcode))
    here = figures.records.cells.positions(figures.rows(code)[::-1])
    columns = ["date_start", "date_end", "summarises", "title", "training_id", "agency"]
    columns += ["participants", *COUNT_COLUMNS]
    return _with_training(figures.records, here)[[*columns, "adm2_pcode"]]


def attendance_at(records: Records, training_id: str) -> pd.DataFrame:
    """Return who came to a training from where, most participants first.

    Returns
    -------
    pandas.DataFrame
        ``adm2_pcode`` (blank where not recorded), ``district`` (or a larger place), ``province``,
        ``agency``, ``participants`` and its three parts (``<NA>`` where not recorded).
    """
    rows = _with_total(records, records.rows.of_training(training_id))
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
    rows = _with_total(records, records.rows.of_training(training_id))
    rows = rows.assign(rows_without_count=rows["participants"].isna().astype("Int64"))
    listed = rows["adm2_pcode"].isin(home_names())
    rows = rows.assign(adm2_pcode=rows["adm2_pcode"].where(listed, ""))
    return rows.groupby("adm2_pcode")[["participants", "rows_without_count"]].sum(min_count=1)


def homes_of(figures: Coverage) -> list[str]:
    """Return the codes of the districts, and then larger places, that participants come from."""
    sums = figures.sums
    codes = set(sums.home[sums.numbers["attended"] > 0].tolist()) - {UNPLACED}
    listed = [*gazetteer.names(), "", *larger_places()]
    return [listed[code] for code in sorted(codes)]


def one_training(records: Records, training_id: str) -> Records:
    """Return the same records with one training and its attendance alone.

    Also a training that is not held is shown with the attendance that is recorded of it.
    """
    trainings = records.trainings[records.trainings["training_id"] == training_id]
    attendance = records.rows.frame(records.rows.of_training(training_id))
    return replace(
        records,
        trainings=trainings.assign(status="held").reset_index(drop=True),
        attendance=attendance,
    )


def training_figures(records: Records, training_id: str) -> Coverage:
    """Return the figures of one training, whatever the view selects."""
    alone = one_training(records, training_id)
    return coverage(alone, replace(whole(alone), as_of=alone.trainings["date_end"].max().date()))


def traced_to_file(
    records: Records, positions: NDArray[np.intp], file_name: str, file_rows: ArrayLike | None
) -> pd.DataFrame:
    """Return rows of attendance with the file that they were read from.

    ``file_rows`` has the row of the file for every row of the attendance (its first, of a group of
    persons); None where it is not known.

    Returns
    -------
    pandas.DataFrame
        ``TRACED_COLUMNS``, latest training first; ``participants`` is the sum of the recorded
        counts, ``<NA>`` where none is.
    """
    rows = _with_training(records, positions)
    known = None if file_rows is None else np.asarray(file_rows)[positions]
    numbers = pd.array([pd.NA] * len(rows) if known is None else known, dtype="Int64")
    return _latest_first(rows.assign(file_name=file_name, file_row=numbers))


def traced_to_imports(
    records: Records, positions: NDArray[np.intp], stored: pd.DataFrame
) -> pd.DataFrame:
    """Return rows of attendance with their import.

    ``stored`` is what ``data.store.store.Store.rows_behind`` gives for them; it may have more rows.

    Returns
    -------
    pandas.DataFrame
        As ``traced_to_file``.
    """
    key = ["training_id", "adm2_pcode", "agency"]
    about = stored[[*key, "file_name", "file_row", "import_id", "who", "imported_at"]]
    return _latest_first(_with_training(records, positions).merge(about, on=key, how="left"))


def shipped_rows(records: Records) -> NDArray[np.intp]:
    """Return the row of the file of every row of records that were read from a folder."""
    return np.arange(len(records.rows)) + FIRST_ROW


def _with_total(records: Records, positions: NDArray) -> pd.DataFrame:
    rows = records.rows.frame(positions)
    counts = rows[list(COUNT_COLUMNS)]
    return rows.assign(participants=counts.sum(axis=1, min_count=1).astype("Int64"))


def _with_training(records: Records, positions: NDArray) -> pd.DataFrame:
    about = records.trainings[["training_id", "date_start", "date_end", "summarises", "title"]]
    return _with_total(records, positions).merge(about, on="training_id", how="left")


def _latest_first(rows: pd.DataFrame) -> pd.DataFrame:
    traced = rows.reindex(columns=list(TRACED_COLUMNS))
    order = {"date_start": False, "import_id": True, "file_row": True}
    return traced.sort_values(
        list(order), ascending=list(order.values()), kind="stable", ignore_index=True
    )
