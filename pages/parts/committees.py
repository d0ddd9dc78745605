"""The committees on the screen: level and choice, the matrix, and those that lack one agency."""

import pandas as pd
import streamlit as st

from data.analysis.committees import (
    Presence,
    Seat,
    by_notification,
    nearly_complete,
)
from data.figures.coverage import Coverage
from geo.districts import gazetteer
from geo.words.catalogue import _
from pages.parts import chart, screen, tables
from pages.session import options
from reports.charts.committees import (
    LEFT,
    LOOKS,
    NOT_KNOWN,
    RIGHT,
    ROW,
    completeness_table,
    in_order,
    matrix_alt,
    matrix_chart,
    matrix_table,
)
from reports.words.committees import HIDDEN, of_agencies

#: The part of the screen's height that the rows scroll in, in pixels.
TALLEST = 620
#: Rows of the matrix that are drawn at a time: a browser takes long for all of them at once.
PER_PAGE = 40
LEVELS = {
    options.ALL_LEVELS: _("All trainings"),
    "national": _("National"),
    "provincial": _("Provincial"),
    "district": _("District"),
}
OF_DISTRICTS = _("Districts by how many of {agencies} are trained; {total:,} in all")
OF_LEVEL = {
    options.ALL_LEVELS: OF_DISTRICTS,
    "national": _("The national committee by how many of {agencies} are trained"),
    "provincial": _(
        "Provinces and territories by how many of {agencies} are trained; {total:,} in all"
    ),
    "district": OF_DISTRICTS,
}
CHOICES = {
    options.ALL: _("All"),
    options.STARTED: _("Somebody trained"),
    options.INCOMPLETE: _("Incomplete"),
}
LACKING_HEADINGS = {
    "name": _("Committee"),
    "province": _("Province"),
    "lacks": _("Lacks"),
    "population": _("Population"),
    "notified": _("Notified"),
    "certain": _("Why missing"),
}


def choose() -> None:
    """Offer the level of the committees, and which of them are shown."""
    one_row = _("All trainings: one row per district, whatever the level of the training.")
    with st.container(horizontal=True, vertical_alignment="bottom", key="committee_choices"):
        screen.choice(_("Level of trainings"), LEVELS, "committees", help=one_row)
        screen.choice(_("Committees shown"), CHOICES, "shown")


def _shown(present: Presence, choice: str) -> pd.DataFrame:
    """Return the rows of the matrix: those of the Selection, and of the choice on the screen."""
    listed = in_order(present)
    selected = (present.seats.loc[listed["pcode"]] != Seat.NOT_SELECTED).any(axis=1).to_numpy()
    if choice == options.STARTED:
        selected = selected & (listed["present"] > 0).to_numpy()
    elif choice == options.INCOMPLETE:
        selected = selected & (listed["present"] < len(present.shown)).to_numpy()
    return listed[selected].reset_index(drop=True)


def completeness(present: Presence, figures: Coverage) -> None:
    """Write how many committees have all agencies, one less, ... none, and how many are notified.

    They are the agencies that the selection leaves in.
    """
    table = completeness_table(present)
    total, most = int(table["Committees"].sum()), len(present.shown)
    said = {
        NOT_KNOWN: _("agencies not known"),
        str(most): _("have all {most}").format(most=most) if most > 1 else _("have it"),
        "0": _("have none on record"),
    }
    cells = "".join(
        f"<div><strong>{count:,}</strong> "
        f"<span>{said.get(str(word), _('have {number}').format(number=word))}</span></div>"
        for word, count in zip(table["Agencies present"], table["Committees"], strict=True)
    )
    words = OF_LEVEL[options.value("committees")].format(agencies=of_agencies(present), total=total)
    st.html(f'<div class="steps" role="group" aria-label="{words}">{cells}</div>')
    st.caption(f"{words}. {_notified(present, figures)}")


def _notified(present: Presence, figures: Coverage) -> str:
    if figures.records.committees is None:
        return _("Whether they are notified: no table of committees in these records.")
    counts = by_notification(present)["committees"]
    numbers = [f"{count:,} {word}" for word, count in counts.items()]
    return _("Committee notified: {numbers}.").format(numbers=", ".join(numbers))


def matrix(present: Presence, figures: Coverage, choice: str) -> None:
    """Draw the matrix of the committees of a choice; a click on a cell opens its district."""
    st.subheader(_("Which agencies have been trained"), anchor=False)
    everything = _shown(present, choice)
    shown = _page(everything)
    _legend(present.seats.loc[everything["pcode"], list(present.shown)])
    pcodes = shown["pcode"].to_list()
    scrolls = len(shown) > TALLEST // ROW
    with st.container(height=TALLEST if scrolls else "content", key="matrix", border=False):
        with st.container(key="matrix_head"):
            st.html(_head(present))
        chart.plot(
            matrix_chart(present, shown),
            "matrix",
            "committees-by-agency",
            matrix_alt(present, shown, len(everything)),
            on_select=lambda: _follow_click(pcodes),
            selection_mode="points",
        )
    screen.source(figures.records, figures.selection)
    tables.twin(figures.records, "matrix", lambda: matrix_table(present), "committees-by-agency")


def _page(listed: pd.DataFrame) -> pd.DataFrame:
    """Offer the rows of the matrix by the page where they are many; return those of one."""
    if len(listed) <= PER_PAGE:
        return listed
    ends = [min(first + PER_PAGE, len(listed)) for first in range(0, len(listed), PER_PAGE)]
    pages = {n: f"{(n - 1) * PER_PAGE + 1}\u2013{end}" for n, end in enumerate(ends, start=1)}
    if options.value("rows") not in pages:
        st.session_state["rows"] = 1
    screen.choice(
        _("Rows shown, of {listed:,} committees").format(listed=len(listed)), pages, "rows"
    )
    after = int(options.value("rows")) * PER_PAGE
    return listed.iloc[after - PER_PAGE : after].reset_index(drop=True)


def _legend(seats: pd.DataFrame) -> None:
    """Say what the marks of some seats mean; states that none of them has are left out."""
    there = set(seats.to_numpy().ravel())
    entries = "".join(
        f'<li><span class="cell" style="background:{look.ground};color:{look.ink or "inherit"}">'
        f"{look.mark}</span> "
        f"{_('present: participants') if state == Seat.PRESENT else screen.text(state.value)}</li>"
        for state, look in LOOKS.items()
        if state in there
    )
    st.html(f'<ul class="marks">{entries}</ul>')


def _head(present: Presence) -> str:
    agencies = "".join(f"<span>{screen.text(agency)}</span>" for agency in present.shown)
    style = f"margin-left:{LEFT}px;margin-right:{RIGHT}px"
    return f'<div class="agencies" aria-hidden="true" style="{style}">{agencies}</div>'


def _follow_click(pcodes: list[str]) -> None:
    """Open the district of the cell; a second click on it takes the mark away and opens it too."""
    points = st.session_state["plot_matrix"].selection.points
    if points:
        st.session_state["matrix_pcode"] = pcodes[int(points[0]["y"])]
    _open(st.session_state.get("matrix_pcode"))


def _open(pcode: object) -> None:
    if pcode in gazetteer.names():  # a committee may be of a province, or of the nation
        st.session_state["district"] = pcode


def lacking_one(present: Presence, figures: Coverage) -> None:
    """List the committees that lack one agency of six; a click opens the district."""
    st.subheader(_("Nearly complete: one agency missing"), anchor=False)
    frame = nearly_complete(present)
    if frame.empty:
        none = _("No committee of this selection lacks exactly one agency.")
        whole = present.shown == present.agencies
        st.info(none if whole else HIDDEN, icon=":material/info:")
        screen.source(figures.records, figures.selection)
        return
    sure = frame["certain"].map(
        {True: _("nobody recorded"), False: _("may be there: agency not known")}
    )
    table = frame.assign(certain=sure)[list(LACKING_HEADINGS)].rename(columns=LACKING_HEADINGS)
    if figures.records.committees is None:
        table = table.drop(columns=_("Notified"))
    pcodes = frame["pcode"].to_list()
    tables.draw(
        table,
        "lacking_one",
        _("Committees that lack one agency"),
        unknown=_("not known"),
        columns={_("Population"): tables.LOCALIZED},
        opened=lambda row: _open(pcodes[row]),
    )
    screen.source(figures.records, figures.selection)
    tables.twin(figures.records, "lacking", lambda: table, "committees-lacking-one-agency")
