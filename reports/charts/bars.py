"""Horizontal bars: women and men by agency, participants by province, and who came from where.

Each is drawn from its own table. A blank count is *not recorded*, and 0 is zero.
"""

from collections.abc import Iterable

import pandas as pd
import plotly.graph_objects as go

from data.figures.coverage import Coverage
from data.figures.provenance import HOME_NOT_RECORDED, attendance_at, totals_at
from data.records.model import CoverageStatus, Records, in_percent
from data.records.programme import in_programme_order
from geo.words.catalogue import _
from reports.charts import style
from reports.words import colours
from reports.words.counts import (
    FIGURES,
    HEADINGS,
    NO_PARTICIPANT,
    count_labels,
    counted,
    ended,
    people_in_words,
    plain_counts,
    plotly_text,
    sex_not_told,
    wrapped,
)
from reports.words.headline import at_least

UNPLACED_WORDS = _("Home district not recorded")
NOBODY = _("No participant is recorded for this training")
WITHOUT_COUNT = HEADINGS["rows_without_count"]

#: The parts of a count, from left to right.
SEXES = (
    ("Women", colours.WOMEN, colours.SOLID),
    ("Men", colours.MEN, colours.SOLID),
    ("Sex not recorded", colours.UNKNOWN, colours.HATCHED),
)


def _stacked(names: Iterable[str], more: int = 0) -> go.Figure:
    """Return a figure of stacked horizontal bars, one row a name of the records."""
    figure = style.rows_figure([wrapped(name, 18, lines=2) for name in names], more)
    return figure.update_layout(barmode="stack")


def _labels(table: pd.DataFrame) -> list[str]:
    return count_labels(table["Participants"], table[WITHOUT_COUNT])


def _write_ends(figure: go.Figure, table: pd.DataFrame, words: list[str]) -> None:
    marked = bool((table[WITHOUT_COUNT].fillna(0) > 0).any())
    style.write_row_ends(figure, plain_counts(table["Participants"]), words, marked)


def sex_table(figures: Coverage) -> pd.DataFrame:
    """Return women, men and participants whose sex is not recorded, one row an agency.

    Columns: ``Agency``, those of ``HEADINGS``, ``Women, % where recorded`` (women over women
    and men, 0 to 100, in rows that count both; blank where few are counted by sex). In the
    programme's order.
    """
    sums = figures.by_agency_month.groupby("agency")[FIGURES].sum(min_count=1)
    sums = sums.reindex(in_programme_order(list(sums.index)))
    table = sums.rename(columns=HEADINGS).rename_axis("Agency").reset_index()
    share = (_share_of_women(figures).reindex(table["Agency"]) * 100).round(1)
    return table.assign(**{"Women, % where recorded": share.astype("Float64").array})


def _share_of_women(figures: Coverage) -> pd.Series:
    """Return women over women and men, 0 to 1, by agency; blank where few are counted by sex."""
    return figures.women_and_men.set_index("agency")["share"]


def sex_chart(figures: Coverage) -> go.Figure:
    """Draw women, men and not recorded by agency, with the share of women at the end."""
    table = sex_table(figures)
    if table.empty:
        return style.empty_figure(NO_PARTICIPANT)
    figure = _stacked(table["Agency"])
    names = [plotly_text(agency) for agency in table["Agency"]]
    for part, colour, pattern in SEXES:
        counts = plain_counts(table[part])
        called = sex_not_told(figures.records) if part == "Sex not recorded" else part
        style.add_rows_part(figure, called, counts, style.fill(colour, pattern), names)
    shares = _share_of_women(figures).reindex(table["Agency"])  # that of the table is rounded
    words = [
        label
        if pd.isna(share)
        else _("{label} · {share} women").format(label=label, share=in_percent(share))
        for label, share in zip(_labels(table), shares, strict=True)
    ]
    _write_ends(figure, table, words)
    return figure


def sex_alt(figures: Coverage) -> str:
    """Say in a sentence what ``sex_chart`` shows."""
    table = sex_table(figures)
    if table.empty:
        return f"{NO_PARTICIPANT}."
    known = {part: int(table[part].sum()) for part in ("Women", "Men") if table[part].notna().any()}
    if figures.records.sex_withheld:  # none is shown, which is not that none came
        known = {part: number for part, number in known.items() if number}
    parts = [counted(known["Women"], "woman", "women")] if "Women" in known else []
    parts += [counted(known["Men"], "man", "men")] if "Men" in known else []
    unknown = int(table["Sex not recorded"].sum())
    words = _("sex not recorded for {unknown:,}")
    if figures.records.sex_withheld:
        words = _("sex not shown in this edition for {unknown:,}")
    parts += [words.format(unknown=unknown)] if unknown else []
    words = _("Stacked bars by agency: {parts}").format(
        parts=", ".join(parts) or _("no recorded count of participants")
    )
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
        unplaced = pd.DataFrame([figures.unplaced])[FIGURES].astype("Int64")
        unplaced = unplaced.rename(columns=HEADINGS).assign(Province=UNPLACED_WORDS)
        table = pd.concat([table, unplaced])
    return table.reset_index(drop=True)


def province_chart(figures: Coverage) -> go.Figure:
    """Draw participants by province, with how many of its districts are covered at the end."""
    if figures.by_agency_month.empty:
        return style.empty_figure(NO_PARTICIPANT)
    table = province_table(figures)
    figure = _stacked(table["Province"])
    names = [plotly_text(name) for name in table["Province"]]
    placed = table["Province"] != UNPLACED_WORDS
    for rows, colour, pattern in (
        (placed, colours.RECORDS, colours.SOLID),
        (~placed, colours.UNKNOWN, colours.HATCHED),
    ):
        counts = plain_counts(table["Participants"].where(rows))
        style.add_rows_part(figure, _("Participants"), counts, style.fill(colour, pattern), names)
    figure.update_traces(showlegend=False)
    districts = zip(_labels(table), table["Districts covered"], table["Districts"], strict=True)
    words = [
        (label or CoverageStatus.NO_RECORD.value)
        + (
            ""
            if pd.isna(every)
            else _(" · {covered} of {districts}").format(
                covered=covered, districts=counted(every, "district", "districts")
            )
        )
        for label, covered, every in districts
    ]
    _write_ends(figure, table, words)
    return figure


def province_alt(figures: Coverage) -> str:
    """Say in a sentence what ``province_chart`` shows."""
    if figures.by_agency_month.empty:
        return f"{NO_PARTICIPANT}."
    headline, table = figures.headline, province_table(figures)
    words = _("Bars by province: {least}{districts_covered} of {districts} districts").format(
        least=at_least(figures),
        districts_covered=headline.districts_covered,
        districts=headline.districts,
    )
    words += _(" covered")
    placed = table[table["Province"] != UNPLACED_WORDS]
    placed = placed[(placed["Participants"] > 0).fillna(False)]
    if len(placed):
        most = placed.iloc[0]
        words += _("; the most participants in {province} ({participants:,})").format(
            province=most["Province"], participants=most["Participants"]
        )
    if headline.participants_unplaced:
        words += _("; home district not recorded for {participants_unplaced:,}").format(
            participants_unplaced=headline.participants_unplaced
        )
    return ended(words, headline.rows_without_count)


def homes_table(records: Records, training_id: str) -> pd.DataFrame:
    """Return who came to a training from where, most participants of a row first.

    Columns: ``Home district``, ``Province``, ``Agency``, ``Participants``, ``Women``, ``Men``,
    ``Sex not recorded``; blank where not recorded, which is not 0.
    """
    frame = attendance_at(records, training_id).drop(columns="adm2_pcode")
    headings = {"district": "Home district", "province": "Province", "agency": "Agency"}
    return frame.rename(columns=headings | HEADINGS)


def homes_chart(records: Records, training_id: str) -> go.Figure:
    """Draw a bar a home district, most participants first, stacked by agency.

    Participants whose home district is not recorded have the last bar.
    """
    rows = attendance_at(records, training_id)
    if rows.empty:
        return style.empty_figure(NOBODY)
    rows["home"] = rows["adm2_pcode"].where(rows["district"] != HOME_NOT_RECORDED, "")
    counts = rows.groupby(["agency", "home"])["participants"].sum(min_count=1)
    totals = totals_at(records, training_id)
    order = totals.assign(last=totals.index == "", most=totals["participants"].fillna(-1))
    order = order.sort_values(["last", "most"], ascending=[True, False], kind="stable")
    table = totals.loc[order.index].rename(columns=HEADINGS)
    names = dict(zip(rows["home"], rows["district"], strict=True)) | {"": UNPLACED_WORDS}
    labels = table.index.map(names)
    agencies = in_programme_order(list(counts.index.unique("agency")))
    figure = _stacked(labels, style.LEGEND_LINE * len(agencies))
    escaped = [plotly_text(label) for label in labels]
    for agency in agencies:
        parts = plain_counts(counts[agency].reindex(table.index))
        style.add_rows_part(figure, plotly_text(agency), parts, style.agency_fill(agency), escaped)
    _write_ends(figure, table, _labels(table))
    return figure


def homes_alt(records: Records, training_id: str) -> str:
    """Say in a sentence what ``homes_chart`` shows."""
    totals = totals_at(records, training_id)
    if totals.empty:
        return f"{NOBODY}."
    homes = len(totals.index.drop("", errors="ignore"))
    people, without = int(totals["participants"].sum()), int(totals["rows_without_count"].sum())
    words = _("Stacked bars: {people}").format(people=people_in_words(people, without))
    words += (
        _(" from {districts}").format(districts=counted(homes, "home district", "home districts"))
        if homes
        else ""
    )
    unplaced = int(totals["participants"].reindex([""]).sum())
    words += (
        _("; home district not recorded for {unplaced:,}").format(unplaced=unplaced)
        if unplaced
        else ""
    )
    return ended(words, without)
