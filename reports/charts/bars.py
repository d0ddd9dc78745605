"""Horizontal bars: women and men by agency, and participants and districts by province.

Each is drawn from its own table. A blank count is *not recorded*, and 0 is zero.
"""

import pandas as pd
import plotly.graph_objects as go

from data.figures.coverage import Coverage
from data.records.model import CoverageStatus
from data.records.programme import in_programme_order
from reports.charts.rows import add_rows_part, rows_figure, write_row_ends
from reports.charts.style import empty_figure, fill
from reports.words import colours
from reports.words.counts import (
    FIGURES,
    HEADINGS,
    NO_PARTICIPANT,
    count_labels,
    counted,
    ended,
    plain_counts,
    plotly_text,
    wrapped,
)

UNPLACED_WORDS = "Home district not recorded"
WITHOUT_COUNT = HEADINGS["rows_without_count"]

#: The parts of a count, from left to right.
SEXES = (
    ("Women", colours.WOMEN, colours.SOLID),
    ("Men", colours.MEN, colours.SOLID),
    ("Sex not recorded", colours.UNKNOWN, colours.HATCHED),
)


def sex_table(figures: Coverage) -> pd.DataFrame:
    """Return women, men and participants whose sex is not recorded, one row an agency.

    Columns: ``Agency``, those of ``HEADINGS``, ``Women, % where recorded`` (women over women
    and men, 0 to 100; blank unless both are recorded). In the programme's order.
    """
    sums = figures.by_agency_month.groupby("agency")[FIGURES].sum(min_count=1)
    sums = sums.reindex(in_programme_order(list(sums.index)))
    table = sums.rename(columns=HEADINGS).rename_axis("Agency").reset_index()
    recorded = (table["Women"] + table["Men"]).astype("Float64")
    share = (table["Women"].astype("Float64") * 100 / recorded.where(recorded > 0)).round(1)
    return table.assign(**{"Women, % where recorded": share})


def sex_chart(figures: Coverage) -> go.Figure:
    """Draw women, men and not recorded by agency, with the share of women at the end."""
    table = sex_table(figures)
    if table.empty:
        return empty_figure(NO_PARTICIPANT)
    figure = rows_figure([wrapped(agency, 18, lines=2) for agency in table["Agency"]])
    figure.update_layout(barmode="stack")
    names = [plotly_text(agency) for agency in table["Agency"]]
    for part, colour, pattern in SEXES:
        add_rows_part(figure, part, plain_counts(table[part]), fill(colour, pattern), names)
    shares = table["Women, % where recorded"]
    words = [
        label if pd.isna(share) else f"{label} · {share:.0f}% women"
        for label, share in zip(_labels(table), shares, strict=True)
    ]
    _write_ends(figure, table, words, room=1.85)
    return figure


def _labels(table: pd.DataFrame) -> list[str]:
    return count_labels(table["Participants"], table[WITHOUT_COUNT])


def _write_ends(figure: go.Figure, table: pd.DataFrame, words: list[str], room: float) -> None:
    marked = bool((table[WITHOUT_COUNT].fillna(0) > 0).any())
    write_row_ends(figure, plain_counts(table["Participants"]), words, marked, room)


def sex_alt(figures: Coverage) -> str:
    """Say in a sentence what ``sex_chart`` shows."""
    table = sex_table(figures)
    if table.empty:
        return f"{NO_PARTICIPANT}."
    nouns = (("Women", "woman", "women"), ("Men", "man", "men"))
    known = [nouns_of for nouns_of in nouns if table[nouns_of[0]].notna().any()]
    parts = [counted(int(table[part].sum()), one, many) for part, one, many in known]
    unknown = int(table["Sex not recorded"].sum())
    parts += [f"sex not recorded for {unknown:,}"] if unknown else []
    words = f"Stacked bars by agency: {', '.join(parts) or 'no recorded count of participants'}"
    return ended(words, figures.headline.rows_without_count)


def province_table(figures: Coverage) -> pd.DataFrame:
    """Return participants and covered districts, one row a selected province.

    Columns: ``Province`` (where the participants serve), those of ``HEADINGS``, ``Districts
    covered``, ``Districts``. Most participants first. Participants whose home district is not
    recorded have a last row of their own, so that the column adds up to the headline.
    """
    places = figures.by_province.set_index("adm1_pcode")
    table = places[FIGURES].rename(columns=HEADINGS)
    table.insert(0, "Province", places["province"])
    table["Districts covered"] = places["districts_covered"].astype("Int64")
    table["Districts"] = places["districts"].astype("Int64")
    order = table.assign(most=table["Participants"].fillna(-1))
    table = table.loc[order.sort_values(["most", "Province"], ascending=[False, True]).index]
    if figures.headline.participants_unplaced:
        count = pd.array([figures.headline.participants_unplaced], dtype="Int64")
        unplaced = pd.DataFrame({"Province": [UNPLACED_WORDS], "Participants": count})
        table = pd.concat([table, unplaced])
    return table.reset_index(drop=True)


def province_chart(figures: Coverage) -> go.Figure:
    """Draw participants by province, with how many of its districts are covered at the end."""
    if figures.by_agency_month.empty:
        return empty_figure(NO_PARTICIPANT)
    table = province_table(figures)
    figure = rows_figure([wrapped(name, 18, lines=2) for name in table["Province"]])
    figure.update_layout(barmode="stack")
    names = [plotly_text(name) for name in table["Province"]]
    placed = table["Province"] != UNPLACED_WORDS
    for rows, colour, pattern in (
        (placed, colours.RECORDS, colours.SOLID),
        (~placed, colours.UNKNOWN, colours.HATCHED),
    ):
        counts = plain_counts(table["Participants"].where(rows))
        add_rows_part(figure, "Participants", counts, fill(colour, pattern), names)
    figure.update_traces(showlegend=False)
    _write_ends(figure, table, _province_words(table), room=2.25)
    return figure


def _province_words(table: pd.DataFrame) -> list[str]:
    """Return the count of each row and its covered districts; what is not placed has none."""
    words = [label or CoverageStatus.NO_RECORD.value for label in _labels(table)]
    districts = zip(words, table["Districts covered"], table["Districts"], strict=True)
    return [
        word if pd.isna(every) else f"{word} · {covered} of {counted(every, 'district')}"
        for word, covered, every in districts
    ]


def province_alt(figures: Coverage) -> str:
    """Say in a sentence what ``province_chart`` shows."""
    if figures.by_agency_month.empty:
        return f"{NO_PARTICIPANT}."
    headline, table = figures.headline, province_table(figures)
    words = (
        f"Bars by province: {headline.districts_covered} of {headline.districts} districts covered"
    )
    placed = table[
        (table["Province"] != UNPLACED_WORDS) & (table["Participants"] > 0).fillna(False)
    ]
    if len(placed):
        most = placed.iloc[0]
        words += f"; the most participants in {most['Province']} ({most['Participants']:,})"
    if headline.participants_unplaced:
        words += f"; home district not recorded for {headline.participants_unplaced:,}"
    return ended(words, headline.rows_without_count)
