"""The committees on the screen: level and choice, the matrix, and those that lack one agency."""

import pandas as pd
import streamlit as st

from data.analysis.committees import (
    Presence,
    Seat,
    by_completeness,
    nearly_complete,
    presence,
)
from data.figures.coverage import Coverage
from data.records.model import NOTIFIED
from geo.districts import gazetteer
from pages.parts import screen
from pages.session import options
from reports.charts.committees import (
    LEFT,
    LOOKS,
    RIGHT,
    ROW,
    in_order,
    matrix_alt,
    matrix_chart,
    matrix_table,
)
from reports.charts.style import chart_config, inked

#: The part of the screen's height that the rows scroll in, in pixels.
TALLEST = 620
#: Rows of the matrix that are drawn at a time: a browser takes long for all of them at once.
PER_PAGE = 40
LEVELS = {
    options.ALL_LEVELS: "All trainings",
    "national": "National",
    "provincial": "Provincial",
    "district": "District",
}
CHOICES = {
    options.ALL: "All",
    options.STARTED: "Somebody trained",
    options.INCOMPLETE: "Incomplete",
}
LACKING_HEADINGS = {
    "name": "Committee",
    "province": "Province",
    "lacks": "Lacks",
    "population": "Population",
    "notified": "Notified",
    "certain": "How sure",
}


def choose(figures: Coverage) -> Presence:
    """Offer the level of the committees; return who is there."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="committee_choices"):
        st.segmented_control(
            "Level of trainings", list(LEVELS), key="committees", format_func=LEVELS.__getitem__,
            required=True, help="All trainings: one row a district, whatever level it was.",
            persist_state="session",
        )  # fmt: skip
        st.segmented_control(
            "Committees shown",
            list(CHOICES),
            key="shown",
            persist_state="session",
            format_func=CHOICES.__getitem__,
            required=True,
        )
    level = options.value("committees")
    level = None if level == options.ALL_LEVELS else level
    return presence(figures, level, figures.records.committees)


def _shown(found: Presence) -> pd.DataFrame:
    """Return the rows of the matrix: those of the Selection, and of the choice on the screen."""
    listed = in_order(found)
    selected = (found.seats.loc[listed["pcode"]] != Seat.NOT_SELECTED).any(axis=1).to_numpy()
    choice = options.value("shown")
    if choice == options.STARTED:
        selected = selected & (listed["present"] > 0).to_numpy()
    elif choice == options.INCOMPLETE:
        selected = selected & (listed["present"] < len(found.agencies)).to_numpy()
    return listed[selected].reset_index(drop=True)


def completeness(found: Presence, figures: Coverage) -> None:
    """Write how many committees have 6, 5, ... 0 agencies, and how many are notified."""
    steps = by_completeness(found)
    cells = "".join(
        f"<div><strong>{row.committees:,}</strong> <span>with {row.present}</span></div>"
        for row in steps.iloc[::-1].itertuples()
    )
    total = int(steps["committees"].sum())
    words = f"Committees by agencies present, of {len(found.agencies)}; {total:,} in all"
    st.html(f'<div class="steps" role="group" aria-label="{words}">{cells}</div>')
    st.caption(f"{words}. {_notified(found, figures)}")


def _notified(found: Presence, figures: Coverage) -> str:
    if figures.records.committees is None:
        return "Whether they are notified: no table of committees in these records."
    counts = found.places["notified"].value_counts()
    told = [f"{int(counts.get(word, 0)):,} {word}" for word in NOTIFIED]
    return f"Notified: {', '.join(told)}."


def matrix(found: Presence, figures: Coverage) -> None:
    """Draw the matrix; a click on a cell opens the profile of its district."""
    st.subheader("Which agencies have been trained", anchor=False)
    everything = _shown(found)
    shown = _page(everything)
    _legend(found)
    pcodes = shown["pcode"].to_list()
    scrolls = len(shown) > TALLEST // ROW
    with st.container(height=TALLEST if scrolls else "content", key="matrix", border=False):
        with st.container(key="matrix_head"):
            st.html(_head(found))
        st.plotly_chart(
            inked(matrix_chart(found, shown), st.context.theme.type),
            key="plot_matrix",
            on_select=lambda: _follow_click(pcodes),
            selection_mode="points",
            config=chart_config("committees-by-agency"),
            alt=matrix_alt(found, shown, len(everything)),
        )
    screen.source(figures.records, figures.selection.as_of)
    screen.twin("matrix", lambda: matrix_table(found), "committees-by-agency")


def _page(listed: pd.DataFrame) -> pd.DataFrame:
    """Offer the rows of the matrix by the page where they are many; return those of one."""
    if len(listed) <= PER_PAGE:
        return listed
    ends = [min(first + PER_PAGE, len(listed)) for first in range(0, len(listed), PER_PAGE)]
    pages = {n: f"{(n - 1) * PER_PAGE + 1}\u2013{end}" for n, end in enumerate(ends, start=1)}
    if st.session_state["rows"] not in pages:
        st.session_state["rows"] = 1
    st.segmented_control(
        f"Rows of {len(listed):,}", list(pages), key="rows", format_func=pages.__getitem__,
        required=True, persist_state="session",
    )  # fmt: skip
    after = int(st.session_state["rows"]) * PER_PAGE
    return listed.iloc[after - PER_PAGE : after].reset_index(drop=True)


def _legend(found: Presence) -> None:
    """Say what the marks mean; states that no cell has are left out."""
    there = set(found.seats.to_numpy().ravel())
    entries = "".join(
        f'<li><span class="cell" style="background:{look.ground};color:{look.ink or "inherit"}">'
        f"{look.mark}</span> {screen.text(_meaning(state))}</li>"
        for state, look in LOOKS.items()
        if state in there
    )
    st.html(f'<ul class="marks">{entries}</ul>')


def _meaning(state: Seat) -> str:
    return "present: participants" if state == Seat.PRESENT else state.value


def _head(found: Presence) -> str:
    agencies = "".join(f"<span>{screen.text(agency)}</span>" for agency in found.agencies)
    style = f"margin-left:{LEFT}px;margin-right:{RIGHT}px"
    return f'<div class="agencies" aria-hidden="true" style="{style}">{agencies}</div>'


def _follow_click(pcodes: list[str]) -> None:
    """Open the district of the cell; a second click on it takes the mark away and opens it too."""
    points = st.session_state["plot_matrix"].selection.points
    if points:
        st.session_state["matrix_pcode"] = pcodes[int(points[0]["y"])]
    _open(st.session_state.get("matrix_pcode"))


def _open(pcode: object) -> None:
    if _is_district(pcode):
        st.session_state["district"] = pcode


def _is_district(pcode: object) -> bool:
    return pcode in gazetteer.names()


def lacking_one(found: Presence, figures: Coverage) -> None:
    """List the committees that lack one agency of six; a click opens the district."""
    st.subheader("Nearly complete: one agency missing", anchor=False)
    frame = nearly_complete(found)
    if frame.empty:
        st.info("No committee of this selection lacks exactly one agency.", icon=":material/info:")
        screen.source(figures.records, figures.selection.as_of)
        return
    sure = frame["certain"].map({True: "nobody recorded", False: "may be there: agency not known"})
    table = frame.assign(certain=sure)[list(LACKING_HEADINGS)].rename(columns=LACKING_HEADINGS)
    if figures.records.committees is None:
        table = table.drop(columns="Notified")
    pcodes = frame["pcode"].to_list()
    st.dataframe(
        table,
        hide_index=True,
        key="lacking_one",
        on_select=lambda: _open_row(pcodes),
        selection_mode="single-cell",
        alt="Committees that lack one agency",
        placeholder="not known",
        column_config={"Population": st.column_config.NumberColumn(format="localized")},
    )
    screen.source(figures.records, figures.selection.as_of)
    screen.twin("lacking", lambda: table, "committees-lacking-one-agency")


def _open_row(pcodes: list[str]) -> None:
    cells = st.session_state["lacking_one"].selection.cells
    if cells:
        _open(pcodes[cells[0][0]])
