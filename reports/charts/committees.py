"""The committees: how many are complete, and the matrix of who is there.

Every cell of the matrix carries a number or a mark of its own, so that nothing hangs on colour.
The names of the agencies stand under it; a page that scrolls it repeats them above.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from data.analysis.committees import Presence, Seat, by_completeness
from geo.words.catalogue import _
from reports.charts import style
from reports.words import colours
from reports.words.committees import of_agencies
from reports.words.counts import NO_COUNT, counted, plotly_text, shortened, wrapped
from reports.words.tables import headed

#: Pixels: a row, what stands to the left of the cells and right of them.
ROW = 22
LEFT, RIGHT = 172, 6
#: So that a single agency has no cells as wide as the screen.
LEAST_COLUMNS = 4
NO_COMMITTEE = _("No committee in this selection")
NOTHING = _("No committee of this choice")
#: Somebody was trained, and of nobody the agency is recorded.
NOT_KNOWN = _("not known")
TEXT = 12


@dataclass(frozen=True)
class Look:
    """A cell: its ground, its mark, the ink of the mark (blank for the page's own)."""

    ground: str
    mark: str
    ink: str = ""


#: What each state looks like. A number stands where it is known; a stroke where nobody is.
LOOKS = {
    Seat.PRESENT: Look("#2f6cac", "12", "#ffffff"),
    Seat.PRESENT_WITHOUT_COUNT: Look("#b4d0ea", NO_COUNT, "#000000"),
    Seat.ZERO_REPORTED: Look("#7c838c", "0", "#000000"),
    Seat.NOBODY: Look("rgba(219,168,120,0.25)", "\u2571", "#b3713c"),
    Seat.NOT_KNOWN: Look("rgba(128,136,144,0.28)", "?"),
    Seat.NOT_SELECTED: Look("rgba(0,0,0,0)", ""),
}


def completeness_table(presence: Presence) -> pd.DataFrame:
    """Return the committees by how many agencies are present, the fullest first.

    Columns: ``Agencies present`` (of those in the Selection; at the end ``NOT_KNOWN`` where there
    are such), ``Committees``; they sum to those of the Selection.
    """
    steps = by_completeness(presence)
    known, not_known = steps[: len(presence.shown) + 1][::-1], steps[-1:]
    parts = [known, not_known] if not_known["committees"].sum() else [known]
    table = pd.concat(parts, ignore_index=True)
    words = [NOT_KNOWN if pd.isna(number) else str(number) for number in table["present"]]
    table = table.assign(present=words)
    return table.rename(columns={"present": "Agencies present", "committees": "Committees"})


def completeness_chart(presence: Presence) -> go.Figure:
    """Draw ``completeness_table`` as bars with their numbers at the end."""
    table = completeness_table(presence)
    if not table["Committees"].sum():
        return style.empty_figure(NO_COMMITTEE)
    most, counts = len(presence.shown), table["Committees"].tolist()
    labels = presence_labels(table["Agencies present"], most)
    shades = [
        colours.UNKNOWN if present in ("0", NOT_KNOWN) else colours.blue_at(int(present) / most)
        for present in table["Agencies present"]
    ]
    marker = style.fill(colours.RECORDS) | {"color": shades}
    names = [_("Agencies present: {label}").format(label=label) for label in labels]
    figure = style.rows_figure(labels)
    style.add_rows_part(figure, "Committees", counts, marker, names)
    figure.update_layout(showlegend=False)
    words = [f"{count:,}" for count in counts]
    style.write_row_ends(figure, counts, words, marked=False)
    return figure


def presence_labels(present: Iterable[str], most: int) -> list[str]:
    """Return how rows of ``completeness_table`` are labelled: *5 of 6*, or *not known*."""
    return [
        word if word == NOT_KNOWN else _("{word} of {most}").format(word=word, most=most)
        for word in present
    ]


def completeness_alt(presence: Presence) -> str:
    """Say in a sentence what ``completeness_chart`` shows."""
    table = completeness_table(presence)
    if not table["Committees"].sum():
        return f"{NO_COMMITTEE}."
    counts = zip(table["Agencies present"], table["Committees"], strict=True)
    words = ", ".join(
        f"{count:,} {present}"
        if present == NOT_KNOWN
        else _("{count:,} with {present}").format(count=count, present=present)
        for present, count in counts
    )
    total = counted(int(table["Committees"].sum()), "district", "districts")
    return _("Bars: of {total}, by how many of {agencies} are trained: {words}.").format(
        total=total, agencies=of_agencies(presence), words=words
    )


def in_order(presence: Presence) -> pd.DataFrame:
    """Return the committees as they are listed: most agencies first, then most people."""
    places, order = presence.places, ["present", "population"]
    ranks = places[order].astype("Float64").fillna(-1).sort_values(order, ascending=False)
    return places.loc[ranks.index].reset_index(drop=True)


def matrix_table(presence: Presence) -> pd.DataFrame:
    """Return one row a committee: what is known of it, and of each agency in the Selection.

    A number is of participants; else the words of ``Seat``. A committee that lacks every agency
    lacks ``all 6``, in a line that prints. Sorted as the chart is. No row where no agency of the
    Selection has a seat.
    """
    places = in_order(presence)[: None if presence.shown else 0]
    every = _("all {agencies}").format(agencies=len(presence.agencies))
    places = places.assign(missing=places["missing"].replace(", ".join(presence.agencies), every))
    whole = presence.shown == presence.agencies
    table = headed(places, "committees" if whole else "committees_of_some")
    marks = _marks(presence, places["pcode"])
    for column, agency in enumerate(presence.shown):
        words = presence.seats.loc[places["pcode"], agency]
        table[agency] = [
            mark if word == Seat.PRESENT else str(word)
            for mark, word in zip(marks[:, column], words, strict=True)
        ]
    return table


def _marks(presence: Presence, pcodes: pd.Series) -> np.ndarray:
    """Return what is written in each cell, one row a committee, one column an agency shown."""
    cells = pcodes, list(presence.shown)
    seats = presence.seats.loc[cells].to_numpy()
    counts = presence.participants.loc[cells].astype("Float64").astype(float).to_numpy()
    marks = np.full(seats.shape, "", dtype=object)
    for state, look in LOOKS.items():
        marks[seats == state.value] = look.mark
    known = (seats == Seat.PRESENT.value) & ~np.isnan(counts)
    marks[known] = [f"{int(count):,}" for count in counts[known]]
    return marks


def matrix_chart(presence: Presence, shown: pd.DataFrame) -> go.Figure:
    """Draw a row a committee and a column an agency: the rows of ``in_order`` that are shown."""
    if shown.empty:
        return style.empty_figure(NOTHING)
    figure, agencies = style.base_figure(ROW * len(shown) + 60), presence.shown
    seats = presence.seats.loc[shown["pcode"], list(agencies)].to_numpy()
    states = list(LOOKS)
    steps = len(states) - 1
    figure.add_heatmap(
        z=np.select([seats == state.value for state in states], list(range(len(states)))),
        zmin=0,
        zmax=steps,
        colorscale=[[n / steps, LOOKS[state].ground] for n, state in enumerate(states)],
        xgap=2,
        ygap=2,
        showscale=False,
        hoverinfo="skip",
    )
    marks = _marks(presence, shown["pcode"])
    for state in LOOKS:
        _write(figure, state, seats == state.value, marks, agencies)
    # Where none is told of, and not all are known, it is not 0.
    present = (
        shown["present"]
        .astype(str)
        .mask((shown["present"] == 0) & (shown["not_known"] > 0), LOOKS[Seat.NOT_KNOWN].mark)
    )
    names = zip(shown["name"], present, strict=True)
    labels = [f"{shortened(name, 22)}  <b>{count}</b>" for name, count in names]
    rows = style.row_axis(labels) | {"range": [len(shown) - 0.5, -0.5]}
    figure.update_yaxes(rows, automargin=False)
    figure.update_xaxes(
        tickvals=list(range(len(agencies))),
        ticktext=[wrapped(agency, 15) for agency in agencies],
        range=[-0.5, max(len(agencies), LEAST_COLUMNS) - 0.5],
        automargin=False,
        zeroline=False,
    )
    figure.update_layout(margin={"l": LEFT, "r": RIGHT, "t": 0, "b": 60, "pad": 4})
    # The whole of a cell is pointed at, however far its mark in the middle is.
    figure.update_layout(clickmode="event+select", hoverdistance=-1)
    return figure


def _write(
    figure: go.Figure, state: Seat, cells: np.ndarray, marks: np.ndarray, agencies: Sequence[str]
) -> None:
    """Write the marks of one state, which are also what is pointed at and clicked."""
    rows, columns = np.nonzero(cells)
    if not len(rows):
        return
    present = state == Seat.PRESENT
    count = _("participants: {number}").format(number="<b>%{text}</b>")
    words = count if present else f"<b>{state.value}</b>"
    ink = LOOKS[state].ink or colours.UNKNOWN
    same = {"textfont": {"color": ink}}  # what is clicked opens; nothing is dimmed
    figure.add_scatter(
        x=columns.astype(np.int8),
        y=rows.astype(np.int16),
        mode="text",
        text=[plotly_text(mark) for mark in marks[cells]] if present else LOOKS[state].mark,
        textfont={"size": TEXT, "color": ink},
        selected=same,
        unselected=same,
        hovertext=[plotly_text(agencies[column]) for column in columns.tolist()],
        hovertemplate=f"%{{y}}<br>%{{hovertext}}: {words}<extra></extra>",
        showlegend=False,
    )


def matrix_alt(presence: Presence, shown: pd.DataFrame, listed: int) -> str:
    """Say in a sentence what ``matrix_chart`` shows: some of all the rows that are listed."""
    if shown.empty:
        return f"{NOTHING}."
    steps = by_completeness(presence).set_index("present")["committees"]
    most = len(presence.shown)
    return _(
        "Heat map: {shown:,} of {committees}, notified or not, by {agencies}, most complete "
        "first; "
        "of all committees every agency present in {complete:,}, none in {empty:,}."
    ).format(
        shown=len(shown),
        committees=counted(listed, "committee", "committees"),
        agencies=counted(most, "agency", "agencies"),
        complete=steps[most],
        empty=steps[0],
    )
