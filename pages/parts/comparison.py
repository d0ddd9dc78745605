"""A second date beside the as-of date: its choice, and what was gained between the two."""

import math
from datetime import date

import streamlit as st

from data.figures.comparison import SHARE, Change, Comparison, compare
from data.figures.coverage import Coverage
from data.figures.selection import as_of_dates
from data.records.model import in_words
from geo.words.catalogue import _
from pages.browser.in_sight import in_sight
from pages.parts import screen, tables
from pages.session import list_widgets
from reports.measures.comparison import days_of, districts_table, figures_table, gained_table
from reports.words.counts import counted, millions
from reports.words.periods import in_short

NO_DATA, MINUS = _("no data"), "\u2212"
MILLION = 1e6
#: Dates that are all shown at once; more are a list to open.
MOST_DATES = 24


def choose(figures: Coverage, chosen: date | None) -> None:
    """Offer a date to compare the as-of date with; none where the records have no other one.

    ``chosen`` is offered still where the as-of date has since become the same.
    """
    same = figures.selection.as_of
    dates = [day for day in as_of_dates(figures.records) if day != same or day == chosen]
    if not dates:
        return
    if len(dates) <= MOST_DATES:
        held = list_widgets.holding("compare")
        st.pills(_("Gained since"), dates, format_func=in_short, **held)
    else:
        held = list_widgets.holding("compare", among=dates)
        st.selectbox(
            _("Gained since"), dates, format_func=in_short, placeholder=_("A date"), **held
        )


def comparison(figures: Coverage, day: date | None) -> Comparison | None:
    """Return the comparison with another day that is offered; None without one."""
    if day == figures.selection.as_of or day not in as_of_dates(figures.records):
        return None
    return compare(figures, day)


def headline(compared: Comparison) -> None:
    """Write the figures of both dates and what was gained between them."""
    earlier, later = days_of(compared)
    rows = ""
    for row in compared.figures.to_dict("records"):
        cells = _cells(float(row["earlier"]), float(row["later"]), int(row["figure"] == SHARE))
        values = "".join(f"<td>{cell}</td>" for cell in cells)
        rows += f"<tr><th scope='row'>{screen.text(row['figure'].capitalize())}</th>{values}</tr>"
    heads = "".join(
        f"<th scope='col'>{screen.text(words)}</th>"
        for words in ("", in_words(earlier), in_words(later), _("Between them"))
    )
    st.html(
        f'<table class="two-dates"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _cells(earlier: float, later: float, decimals: int) -> tuple[str, str, str]:
    """Return both numbers and their difference, which is that of the numbers as they are shown."""
    (one, before), (other, after) = (_shown(value, decimals) for value in (earlier, later))
    difference = round(after - before, decimals)
    if math.isnan(difference):
        return one, other, NO_DATA
    if max(before, after) >= MILLION:  # people of districts: a census is not known to the head
        amount = millions(abs(difference))
    else:
        amount = f"{abs(difference):,.{decimals}f}"
    sign = "+" if difference > 0 else MINUS
    return one, other, f"{sign}{amount}" if difference else "0"


def _shown(value: float, decimals: int) -> tuple[str, float]:
    """Return a number as it is written, and what it then says."""
    if math.isnan(value):
        return NO_DATA, value
    if value >= MILLION:
        return millions(value), round(value / MILLION, 1) * MILLION
    return f"{value:,.{decimals}f}", round(value, decimals)


def gained(compared: Comparison) -> None:
    """List the districts that were gained, and offer both tables as files."""
    rows = compared.of(Change.GAINED)
    districts = counted(len(rows), "district", "districts")
    st.subheader(
        _("Gained between the dates: {districts}").format(districts=districts), anchor=False
    )
    if not in_sight("gained"):  # a table below the window would hold up the map above it
        return
    if rows.empty:
        st.info(_("No district was gained between these dates."), icon=":material/info:")
    else:
        table = gained_table(compared)
        # Of a district without a number there is a word.
        words = st.column_config.TextColumn(alignment="right")
        people = [str(name) for name in table if str(name).startswith("Participants")]
        columns = {"Population": tables.LOCALIZED} | dict.fromkeys(people, words)
        tables.draw(table, "gained", _("Districts gained"), unknown=_("no data"), columns=columns)
    records = compared.later.records
    screen.source(records, compared.later.selection)
    by_district, of_figures = _("Both dates by district"), _("Figures of both dates")
    name = "two-dates-by-district"
    tables.twin(records, "compared", lambda: districts_table(compared), name, label=by_district)
    name = "two-dates-figures"
    tables.twin(
        records, "compared_figures", lambda: figures_table(compared), name, label=of_figures
    )
