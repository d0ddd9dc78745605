"""How complete the committees are: how many have 0, 1, ... 6 of their agencies trained."""

import pandas as pd
import plotly.graph_objects as go

from data.analysis.committees import Presence, by_completeness
from reports.charts.rows import ROW_HEIGHT, ROWS_MARGIN, add_rows_part, row_axis, write_row_ends
from reports.charts.style import base_figure, empty_figure, fill
from reports.words import colours
from reports.words.counts import counted

NO_COMMITTEE = "No committee in this selection"


def completeness_table(found: Presence) -> pd.DataFrame:
    """Return the committees by how many agencies are present, the fullest first.

    Columns: ``Agencies present`` (of six), ``Committees``; they sum to the committees in the
    Selection.
    """
    table = by_completeness(found)[::-1].reset_index(drop=True)
    return table.rename(columns={"present": "Agencies present", "committees": "Committees"})


def completeness_chart(found: Presence) -> go.Figure:
    """Draw ``completeness_table`` as bars with their numbers at the end."""
    table = completeness_table(found)
    if not table["Committees"].sum():
        return empty_figure(NO_COMMITTEE)
    six = len(found.agencies)
    labels = [f"{present} of {six}" for present in table["Agencies present"]]
    figure = base_figure(ROW_HEIGHT * len(labels) + ROWS_MARGIN)
    shades = [colours.blue_at(present / six) for present in table["Agencies present"]]
    shades[-1] = colours.UNKNOWN
    counts = table["Committees"].tolist()
    names = [f"{label} agencies" for label in labels]
    add_rows_part(figure, "Committees", counts, fill(colours.RECORDS) | {"color": shades}, names)
    figure.update_layout(yaxis=row_axis(labels), showlegend=False)
    write_row_ends(figure, counts, [f"{count:,}" for count in counts], marked=False, room=1.15)
    return figure


def completeness_alt(found: Presence) -> str:
    """Say in a sentence what ``completeness_chart`` shows."""
    table = completeness_table(found)
    if not table["Committees"].sum():
        return f"{NO_COMMITTEE}."
    told = [
        f"{count:,} with {present}"
        for present, count in zip(table["Agencies present"], table["Committees"], strict=True)
    ]
    total = counted(int(table["Committees"].sum()), "committee")
    return f"Bars: of {total}, by agencies present: {', '.join(told)}."
