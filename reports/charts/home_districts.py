"""Who came to one training from where: participants by home district and agency."""

import pandas as pd
import plotly.graph_objects as go

from data.figures.profile import HOME_NOT_RECORDED, attendance_at, totals_at
from data.records.model import Records
from data.records.programme import in_programme_order
from reports.charts.rows import ROW_HEIGHT, ROWS_MARGIN, add_rows_part, row_axis, write_row_ends
from reports.charts.style import LEGEND_LINE, base_figure, empty_figure, fill
from reports.words import colours
from reports.words.counts import (
    HEADINGS,
    count_label,
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
    names = _names(records, training_id)
    labels = [names[home] for home in totals.index]
    agencies = in_programme_order(list(frame.index.unique("agency")))
    height = ROW_HEIGHT * len(labels) + LEGEND_LINE * len(agencies) + ROWS_MARGIN
    figure = base_figure(height)
    figure.update_layout(barmode="stack", yaxis=row_axis([wrapped(n, 18, 2) for n in labels]))
    for agency in agencies:
        own = frame["participants"].xs(agency, level="agency").reindex(totals.index)
        marker = fill(colours.agency_colour(agency), colours.agency_pattern(agency))
        rows = [plotly_text(label) for label in labels]
        add_rows_part(figure, plotly_text(agency), plain_counts(own), marker, rows)
    counts, unknown = plain_counts(totals["participants"]), totals["rows_without_count"].tolist()
    words = [count_label(count, none) for count, none in zip(counts, unknown, strict=True)]
    write_row_ends(figure, counts, words, marked=any(unknown), room=1.15)
    return figure


def _names(records: Records, training_id: str) -> dict[str, str]:
    frame = attendance_at(records, training_id)
    named = dict(zip(frame["adm2_pcode"], frame["district"], strict=True))
    return named | {"": HOME_NOT_RECORDED[:1].upper() + HOME_NOT_RECORDED[1:]}


def homes_alt(records: Records, training_id: str) -> str:
    """Say in a sentence what ``homes_chart`` shows."""
    frame = _by_home_and_agency(records, training_id)
    if frame.empty:
        return f"{NOBODY}."
    totals = totals_at(records, training_id)
    homes = len(totals.index.drop("", errors="ignore"))
    people, without = int(totals["participants"].sum()), int(totals["rows_without_count"].sum())
    told = f"Stacked bars: {people_in_words(people, without)}"
    told += f" from {counted(homes, 'home district')}" if homes else ""
    unplaced = int(totals["participants"].reindex([""]).fillna(0).sum())
    told += f"; home district not recorded for {unplaced:,}" if unplaced else ""
    return ended(told, without)
