"""Where a figure comes from: the rows behind it, each with its file, its row and its import."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import streamlit as st
from numpy.typing import NDArray

from data.figures import provenance
from data.figures.coverage import Coverage
from data.records.model import Records
from data.store.errors import StoreError
from geo.districts.larger_places import home_names
from geo.words.catalogue import _
from pages.parts import screen, tables
from pages.session import loading, visitor

HEADINGS = {
    "file_name": _("File"),
    "file_row": _("Row of the file"),
    "participants": _("Participants"),
    "agency": _("Agency"),
    "adm2_pcode": _("Home district"),
    "date_start": _("Starts"),
    "title": _("Training"),
    "import_id": _("Import"),
    "who": _("Imported by"),
    "imported_at": _("Imported on"),
}
OF_IMPORTS = ("import_id", "who", "imported_at")
NOT_IN_PUBLIC = _("A public edition shows no rows: a single one can stand for very few people.")


def draw(figures: Coverage, pcode: str) -> None:
    """Offer the rows behind a district's figures, within the Selection."""

    def rows() -> pd.DataFrame:
        return _traced(figures.records, provenance.of_district(figures, pcode), pcode=pcode)

    _offer(figures.records, rows, "district", without="adm2_pcode")


def draw_training(records: Records, training_id: str) -> None:
    """Offer the rows of one training."""

    def rows() -> pd.DataFrame:
        positions = records.rows.of_training(training_id)
        return _traced(records, positions, training_id=training_id)

    _offer(records, rows, "training", without="title")


def _offer(records: Records, rows: Callable[[], pd.DataFrame], of: str, without: str) -> None:
    """Draw a closed box; its rows are looked up when it is opened."""
    box = st.expander(
        _("Files and rows behind these figures"), key=f"behind_{of}", on_change="rerun"
    )
    if not box.open:
        return
    with box:
        if not visitor.sees_rows():
            st.caption(NOT_IN_PUBLIC)
            return
        try:
            table = rows()
        except StoreError as fault:
            screen.failed(_("The imports could not be looked up."), fault.for_visitors)
            return
        _table(table, of, without)
        st.caption(_said(records))


def _traced(
    records: Records,
    positions: NDArray[np.intp],
    pcode: str | None = None,
    training_id: str | None = None,
) -> pd.DataFrame:
    if records.key == loading.STORED:
        stored = loading.rows_behind(pcode, training_id)
        return provenance.traced_to_imports(records, positions, stored)
    if records.key == loading.YOURS:
        held = st.session_state
        name, rows = held.get("your_file", ""), (held.get("your_file_rows") or {})
        return provenance.traced_to_file(records, positions, name, rows.get("attendance"))
    rows_of_file = provenance.shipped_rows(records)
    return provenance.traced_to_file(records, positions, provenance.SHIPPED_FILE, rows_of_file)


def _table(table: pd.DataFrame, of: str, without: str) -> None:
    left_out = {without}
    if table["import_id"].isna().all():
        left_out |= set(OF_IMPORTS)
    else:
        table = table.assign(imported_at=table["imported_at"].dt.date)
    table = table.assign(
        date_start=table["date_start"].dt.date,
        adm2_pcode=table["adm2_pcode"].map(home_names()).fillna(_("not recorded")),
    )
    shown = {column: words for column, words in HEADINGS.items() if column not in left_out}
    table = table[list(shown)].rename(columns=shown)
    words = _("Rows behind these figures")
    tables.draw(table, f"behind_rows_{of}", words, unknown=_("not recorded"))


def _said(records: Records) -> str:
    if records.key == loading.STORED:
        return _("Each row as in its latest import. The history is on the Records screen.")
    if records.key == loading.YOURS:
        return _(
            "Rows of individuals were counted into groups; the row shown is the first of its group."
        )
    if records.key == "folder":
        return _("Rows of the folder the dashboard was started with; the header is row 1.")
    return _("Rows of the file that comes with the dashboard; its header is row 1.")
