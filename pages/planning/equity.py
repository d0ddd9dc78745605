"""Equity on the screen: each measure with a sentence on what it means."""

import streamlit as st

from data.analysis.equity import Equity, coverage_by_province, equity, gini_by_chance
from data.analysis.equity_words import (
    coverage_in_words,
    gini_in_words,
    left_out_in_words,
    lorenz_in_words,
    theil_in_words,
)
from data.figures.coverage import Coverage
from geo.words.catalogue import _
from pages.parts import chart
from pages.parts.chart import Chart
from reports.charts import inequality

SHARES = Chart(
    "province_shares",
    _("People who live in covered districts, by province"),
    inequality.shares_chart,
    inequality.shares_table,
    inequality.shares_alt,
)
LORENZ = Chart(
    "lorenz",
    _("Participants against people: the Lorenz curve"),
    inequality.lorenz_chart,
    inequality.lorenz_table,
    inequality.lorenz_alt,
)
THEIL = Chart(
    "theil",
    _("Where the inequality lies"),
    inequality.theil_chart,
    inequality.theil_table,
    inequality.theil_alt,
)


def draw(figures: Coverage) -> None:
    """Draw coverage by province, the Lorenz curve with Gini, and the split of Theil's T.

    Where something cannot be compared, a sentence says why, and no empty chart stands by it.
    """
    provinces = coverage_by_province(figures)
    st.text(coverage_in_words(provinces, figures.mostly_together))
    if provinces["share"].notna().any() and not figures.mostly_together:
        chart.draw(SHARES, figures)
    spread = equity(figures)
    if spread.gini is None:
        st.text(gini_in_words(spread))
    else:
        _spread(figures, spread)


def _spread(figures: Coverage, spread: Equity) -> None:
    chance = gini_by_chance(figures, spread)
    left, right = st.columns(2, gap="large")
    with left:
        chart.draw(LORENZ, figures)
        for sentence in dict.fromkeys((lorenz_in_words(spread), gini_in_words(spread, chance))):
            st.text(sentence)
    with right:
        chart.draw(THEIL, figures)
        st.text(theil_in_words(spread))
        if spread.theil is not None:
            st.text(_numbers(spread.theil.total, spread.theil.within, spread.theil.between))
    st.caption(_("Districts are compared; trained people count where they serve."))
    st.text(left_out_in_words(spread))


def _numbers(total: float, within: float, between: float) -> str:
    return _(
        "Theil's T is {total:.2f} (0 means in proportion everywhere): {within:.2f} within "
        "provinces and {between:.2f} between them."
    ).format(total=total, within=within, between=between)
