"""Who came to one training from where: participants by home district and agency."""

import pandas as pd
import plotly.graph_objects as go

from data.figures.profile import HOME_NOT_RECORDED, attendance_at, totals_at
from data.records.model import Records
from data.records.programme import in_programme_order
from reports.charts.rows import add_rows_part, rows_figure, write_row_ends
from reports.charts.style import LEGEND_LINE, agency_fill, empty_figure
from reports.words.counts import (
    HEADINGS,
    count_labels,
    counted,
    ended,
    people_in_words,
    plain_counts,
    plotly_text,
    wrapped,
)

NOBODY = "No participant of this training is recorded"


def homes_table(records: Records, training_id: str) -> pd.DataFrame:
    """Return who came to a training from where, most participants of a row first.

    Columns: ``Home district``, ``Province``, ``Agency``, ``Participants``, ``Women``, ``Men``,
    ``Sex not recorded``; blank where not recorded, which is not 0.
    """
    frame = attendance_at(records, training_id).drop(columns="adm2_pcode")
    named = {"district": "Home district", "province": "Province", "agency": "Agency"}
    return frame.rename(columns=named | HEADINGS)


def _by_home_and_agency(records: Records, training_id: str) -> pd.DataFrame:
    """Return ``participants`` by home district and agency, indexed by both.

    The district that is not recorded has a blank P-code.
    """
    frame = attendance_at(records, training_id)
    home = frame["adm2_pcode"].where(frame["district"] != HOME_NOT_RECORDED, "")
    return frame.assign(home=home).groupby(["home", "agency"])[["participants"]].sum(min_count=1)


def homes_chart(records: Records, training_id: str) -> go.Figure:
    """Draw a bar a home district, most participants first, stacked by agency.

    Participants whose home district is not recorded have the last bar.
    """
    frame = _by_home_and_agency(records, training_id)
    if frame.empty:
        return empty_figure(NOBODY)
    totals = totals_at(records, training_id)
    order = totals.assign(last=totals.index == "", most=totals["participants"].fillna(-1))
    order = order.sort_values(["last", "most"], ascending=[True, False], kind="stable")
    totals = totals.loc[order.index]
    homes = attendance_at(records, training_id)
    names = dict(zip(homes["adm2_pcode"], homes["district"], strict=True))
    names[""] = HOME_NOT_RECORDED[:1].upper() + HOME_NOT_RECORDED[1:]
    labels = [names[home] for home in totals.index]
    agencies = in_programme_order(list(frame.index.unique("agency")))
    figure = rows_figure([wrapped(n, 18, 2) for n in labels], LEGEND_LINE * len(agencies))
    figure.update_layout(barmode="stack")
    rows = [plotly_text(label) for label in labels]
    for agency in agencies:
        counts = frame["participants"].xs(agency, level="agency").reindex(totals.index)
        marker = agency_fill(agency)
        add_rows_part(figure, plotly_text(agency), plain_counts(counts), marker, rows)
    participants, without = totals["participants"], totals["rows_without_count"]
    words = count_labels(participants, without)
    marked = bool(without.any())
    write_row_ends(figure, plain_counts(participants), words, marked, room=1.15)
    return figure


def homes_alt(records: Records, training_id: str) -> str:
    """Say in a sentence what ``homes_chart`` shows."""
    frame = _by_home_and_agency(records, training_id)
    if frame.empty:
        return f"{NOBODY}."
    totals = totals_at(records, training_id)
    homes = len(totals.index.drop("", errors="ignore"))
    people, without = int(totals["participants"].sum()), int(totals["rows_without_count"].sum())
    words = f"Stacked bars: {people_in_words(people, without)}"
    words += f" from {counted(homes, 'home district')}" if homes else ""
    unplaced = int(totals["participants"].reindex([""]).sum())
    words += f"; home district not recorded for {unplaced:,}" if unplaced else ""
    return ended(words, without)
