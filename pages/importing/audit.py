"""Who did what with the programme's records, on the Records screen, for whoever may undo."""

import pandas as pd
import streamlit as st

from data.access.rights import Right
from data.records.spreadsheet_text import csv_bytes
from data.store import audit
from data.store.errors import StoreError
from geo.words.catalogue import _
from pages.parts import screen, tables
from pages.session import loading, visitor
from reports.words.counts import counted

HEADINGS = {
    "number": _("No."),
    "done_at": _("When (UTC)"),
    "who": _("Who"),
    "did": _("Action"),
    "what": _("What"),
    "address": _("From"),
}
#: Rows that are sent to the browser; the file has all.
MOST_SHOWN = 500


def look_through() -> None:
    """Offer the audit, the latest row first; nothing where there is none, or it is not for him."""
    if loading.store_fault() or not visitor.sees_rows() or not visitor.person().may(Right.UNDO):
        return
    box = st.expander(
        _("Audit: who did what"), key="audit", on_change="rerun", icon=":material/list:"
    )
    if not box.open:
        return
    with box:
        try:
            rows = loading.programme_store(Right.UNDO).audit()
        except StoreError as fault:
            screen.failed(_("The audit could not be read."), fault.for_visitors)
            return
        _say_whether_whole(rows)
        _show(_filtered(rows))
        label = _("Download as CSV")
        tables.download(label, lambda: csv_bytes(rows), "audit.csv", key="audit_csv")


def _say_whether_whole(rows: pd.DataFrame) -> None:
    place = audit.broken(rows)
    if place is not None:
        st.error(
            _(
                "The audit is broken at row {place:,}: a row was changed, removed or "
                "inserted later."
            ).format(place=place),
            icon=":material/gpp_bad:",
        )
    else:
        st.caption(
            _("{rows}, each sealed by the one before; none changed afterwards.").format(
                rows=counted(len(rows), "row", "rows")
            )
        )


def _filtered(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of who and what is chosen; all where nothing is."""
    with st.container(horizontal=True):
        for column in ("who", "did"):
            chosen = st.multiselect(
                HEADINGS[column], sorted(rows[column].unique()), key=f"audit_{column}", width=320,
                format_func=lambda one: audit.DID.get(one, one),
            )  # fmt: skip
            if chosen:
                rows = rows[rows[column].isin(chosen)]
    return rows


def _show(rows: pd.DataFrame) -> None:
    worded = rows.assign(did=audit.in_words(rows["did"]))
    shown = worded[list(HEADINGS)].rename(columns=HEADINGS).iloc[::-1]
    times = st.column_config.DatetimeColumn(format="YYYY-MM-DD HH:mm", timezone="UTC")
    tables.draw(
        shown.head(MOST_SHOWN), "audit_table", _("Who did what with the records"),
        columns={HEADINGS["done_at"]: times},
    )  # fmt: skip
    if len(shown) > MOST_SHOWN:
        words = _("The latest {most:,} of {rows:,} rows; the file has all.")
        st.caption(words.format(most=MOST_SHOWN, rows=len(shown)))
