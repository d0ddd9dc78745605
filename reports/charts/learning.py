"""What participants learned: the paired gain of each training with its interval, and by agency."""

import pandas as pd
import plotly.graph_objects as go

from data.analysis.learning import COLLECTED, Pooled, by_agency, learning, pooled
from data.figures.coverage import Coverage
from reports.charts.rows import ROW_HEIGHT, ROWS_MARGIN, row_axis
from reports.charts.style import SMALL_TEXT_SIZE, base_figure, empty_figure
from reports.words import colours
from reports.words.counts import counted, plotly_text, shortened

NOT_THERE = "Not collected: no training of this selection has paired answers"
TITLE = 34
HEADINGS = {
    "training_id": "Training",
    "title": "Title",
    "date_start": "Starts",
    "agency": "Agency, where one",
    "state": "Assessment",
    "paired": "Paired answers",
    "attended": "Participants",
    "response_rate": "Response rate, %",
    "pre_mean": "Before, mean",
    "post_mean": "After, mean",
    "scale_max": "Scale, most points",
    "gain": "Gain, percentage points",
    "low": "95% from",
    "high": "95% to",
}


def learning_table(coverage: Coverage) -> pd.DataFrame:
    """Return every training of a view under ``HEADINGS``, latest first; blank where not known."""
    frame = learning(coverage, coverage.records.assessments)
    frame = frame.assign(
        date_start=frame["date_start"].dt.date, response_rate=frame["response_rate"] * 100
    )
    numbers = ["response_rate", "pre_mean", "post_mean", "gain", "low", "high"]
    frame[numbers] = frame[numbers].round(1)
    frame["paired"] = frame["paired"].round().astype("Int64")
    return frame[list(HEADINGS)].rename(columns=HEADINGS)


def learning_chart(coverage: Coverage) -> go.Figure:
    """Draw the gain of each assessed training as a point with its interval, latest first."""
    frame = learning(coverage, coverage.records.assessments)
    rows = frame[frame["state"] == COLLECTED].reset_index(drop=True)
    if rows.empty:
        return empty_figure(NOT_THERE)
    figure = base_figure(ROW_HEIGHT * len(rows) + ROWS_MARGIN)
    half = (rows["high"] - rows["gain"]).fillna(0)
    figure.add_scatter(
        x=rows["gain"],
        y=list(range(len(rows))),
        mode="markers",
        marker={"size": 9, "color": colours.RECORDS},
        error_x={"type": "data", "array": half, "color": colours.RECORDS, "thickness": 2},
        customdata=[_told(row) for row in rows.itertuples()],
        hovertemplate="%{customdata}<extra></extra>",
        showlegend=False,
    )
    figure.add_vline(x=0, line={"color": colours.AXIS, "width": 1})
    figure.update_yaxes(row_axis([shortened(title, TITLE) for title in rows["title"]]))
    figure.update_xaxes(
        title="Gain from before to after, percentage points of the scale",
        title_font={"size": SMALL_TEXT_SIZE},
        showgrid=True,
    )
    return figure


def _told(row: object) -> str:
    rate = row.response_rate  # type: ignore[attr-defined]
    answered = "" if pd.isna(rate) else f" ({rate:.0%} of participants)"
    low, high = row.low, row.high  # type: ignore[attr-defined]
    interval = "no interval" if pd.isna(low) else f"95%: {low:.1f} to {high:.1f}"
    title, gain, paired = row.title, row.gain, row.paired  # type: ignore[attr-defined]
    return (
        f"{plotly_text(title)}<br>Gain <b>{gain:.1f}</b> points, {interval}<br>"
        f"{counted(int(paired), 'paired answer')}{answered}"
    )


def learning_alt(coverage: Coverage) -> str:
    """Say in a sentence what ``learning_chart`` shows."""
    frame = learning(coverage, coverage.records.assessments)
    rows = frame[frame["state"] == COLLECTED]
    if rows.empty:
        return f"{NOT_THERE}."
    return f"Points with intervals: {in_words(pooled(frame), len(frame))}"


def in_words(found: Pooled, trainings: int) -> str:
    """Say the gain of several trainings together, or why there is none.

    Parameters
    ----------
    found
        The pooled gain.
    trainings
        Trainings of the view, assessed or not.
    """
    told = f"{found.trainings:,} of {counted(trainings, 'training')} with paired answers"
    if found.gain is None:
        return f"{told}. {found.why_not}" if found.trainings else "Not collected."
    told += f", from {counted(found.paired, 'person', 'people')}"
    if found.response_rate is not None:
        told += f" ({found.response_rate:.0%} of their participants)"
    told += f": a gain of {found.gain:.1f} percentage points"
    if found.low is not None:
        told += f", 95% interval {found.low:.1f} to {found.high:.1f}"
    return f"{told}. {found.why_not}".strip()


def agencies_table(coverage: Coverage) -> pd.DataFrame:
    """Return the pooled gain of each agency that had trainings of its own, by name."""
    learned = learning(coverage, coverage.records.assessments)
    rows = [
        (agency, one.trainings, one.paired, one.response_rate, one.gain, one.low, one.high,
         "" if one.gain is not None and not one.why_not else one.why_not)
        for agency, one in by_agency(learned).items()
    ]  # fmt: skip
    columns = ["Agency", "Assessed trainings", "Paired answers", "Response rate, %"]
    columns += ["Gain, percentage points", "95% from", "95% to", "Note"]
    table = pd.DataFrame(rows, columns=columns)
    numbers = columns[3:7]
    table[numbers] = table[numbers].astype(float)
    table["Response rate, %"] *= 100
    table[numbers] = table[numbers].round(1)
    return table
