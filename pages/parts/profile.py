"""The profile of one district, in a drawer over the list beside the map."""

from typing import Any

import pandas as pd
import streamlit as st

from data.analysis.committees import Presence, Seat, presence
from data.analysis.learning import learning_from, pooled
from data.analysis.targets import against_targets
from data.figures.coverage import Coverage
from data.figures.provenance import attendance_from
from data.planning.distances import road_distances
from data.planning.neighbours import nearest_venues, neighbours_state
from data.records.model import REACHED, CoverageStatus, Records, in_percent, in_words
from geo.districts import gazetteer
from geo.words.catalogue import _
from pages.browser import focus
from pages.parts import provenance, screen, tables
from reports.measures.need import NO_VENUE
from reports.words.counts import sex_not_told
from reports.words.learning import gain_in_words
from reports.words.periods import held_in_short
from reports.words.selection import status_words, view_in_words

HEADINGS = {
    "date_start": _("Held"),
    "agency": _("Agency"),
    "participants": _("Participants"),
    "title": _("Training"),
    "participants_f": _("Women"),
    "participants_m": _("Men"),
    "participants_unspecified": _("Sex not recorded"),
}
#: What stands before an agency: a sign for each state, told in words as well.
SIGNS = {
    Seat.PRESENT: "\u25cf",
    Seat.PRESENT_WITHOUT_COUNT: "\u25cb",
    Seat.ZERO_REPORTED: "0",
    Seat.NOT_KNOWN: "?",
    Seat.NOBODY: "\u2571",
    Seat.NOT_SELECTED: "\u2013",
}


def drawer(figures: Coverage, pcode: str | None) -> None:
    """Show the profile of a district; nothing where none is open."""
    if not pcode:
        return
    frame = figures.districts
    district = frame[frame["adm2_pcode"] == pcode].iloc[0]
    with st.container(key="profile"):
        st.button(_("Close"), on_click=_close, icon=":material/close:", key="close_profile",
                  shortcut="Esc", type="tertiary")  # fmt: skip
        focus.follow(".st-key-close_profile button", "profile")
        committee = presence(figures)
        facts = _facts(figures, committee, district)
        st.html(f"<h2>{screen.text(district['name'])}</h2>{_of_whom(figures)}{facts}")
        _agencies(figures, committee, pcode)
        _surroundings(figures, pcode)
        _learned(figures, pcode)
        _attendance(figures, pcode)
        provenance.draw(figures, pcode)
        screen.source(figures.records, figures.selection)


def _close() -> None:
    st.session_state["district"] = None


def _of_whom(figures: Coverage) -> str:
    """Say of which people the figures are, where others may have been trained from there."""
    if not figures.selection.is_of_part:
        return ""
    words = _("In this selection: {view}").format(view=view_in_words(figures.selection))
    return f'<p class="of-whom">{screen.text(words)}</p>'


def _facts(figures: Coverage, committee: Presence, district: pd.Series) -> str:
    """Return what is known of the district; what is not known is said, not left out."""
    facts = {
        _("Province"): district["province"],
        "P-code": district["adm2_pcode"],
        _("Status"): status_words(figures.selection)[CoverageStatus(district["status"])],
        _("Population"): _population(district),
    }
    if district["rows_without_count"] or not pd.isna(district["participants"]):
        facts |= _attendance_facts(figures.records, district, committee)
    facts |= _target(figures, district["adm2_pcode"])
    return screen.facts(facts)


def _attendance_facts(records: Records, district: pd.Series, committee: Presence) -> dict[str, str]:
    last, people = district["last_on"], district["participants"]
    blank = _("not shown in this edition") if records.sex_withheld else _("not recorded")
    of_sex_not_told = _("not recorded") if pd.isna(people) else _("none recorded")
    return {
        _("Participants"): _count(people, _("count not recorded")),
        _("Women"): _count(district["participants_f"], blank),
        _("Men"): _count(district["participants_m"], blank),
        sex_not_told(records): _count(district["participants_unspecified"], of_sex_not_told),
        _("Trainings attended"): _trainings(district),
        _("Committee agencies"): _present(committee, district["adm2_pcode"]),
        _("Latest training"): _("none") if pd.isna(last) else in_words(last),
        _("Participants per million"): _rate(district["participants_per_million"]),
    }


def _trainings(district: pd.Series) -> str:
    """Return the trainings of a district; those that a source describes together have no number."""
    if not district["trainings"] and district["status"] in REACHED:
        return _("described only together")
    return f"{district['trainings']:,}"


def _present(committee: Presence, pcode: str) -> str:
    """Return how many agencies of the committee are there, and of how many it is not known.

    They are of those that the selection leaves in.
    """
    place = committee.places.set_index("pcode").loc[pcode]
    known = _("{agencies} of {shown}").format(agencies=place["present"], shown=len(committee.shown))
    if not committee.shown:
        return _("none of them in this selection")
    if not place["not_known"]:
        return known
    return _("{known}, {number} not known").format(known=known, number=place["not_known"])


def _count(value: Any, unknown: str) -> str:
    return unknown if pd.isna(value) else f"{int(value):,}"


def _population(district: pd.Series) -> str:
    """Return the people of a district, and what is to be known of their number."""
    note = gazetteer.population_notes().get(district["adm2_pcode"], "")
    return ", ".join(filter(None, [_count(district["population"], _("not known")), note]))


def _rate(value: Any) -> str:
    return _("not known") if pd.isna(value) else f"{float(value):,.1f}"


def _attendance(figures: Coverage, pcode: str) -> None:
    rows = attendance_from(figures, pcode)
    if rows.empty:
        selection = figures.selection
        none = _("No participant from here is on record by {day}.")
        if selection.is_of_part or selection.provinces:
            none = _("No participant from here in this selection.")
        none = none.format(day=in_words(selection.as_of))
        st.info(none, icon=":material/info:")
        return
    st.caption(_("The attendance behind these figures"))
    days = map(held_in_short, rows["date_start"], rows["date_end"], rows["summarises"])
    table = rows.assign(date_start=list(days))
    headings = HEADINGS | {"participants_unspecified": sex_not_told(figures.records)}
    table = table[list(HEADINGS)].rename(columns=headings)
    words = _("Attendance from this district")
    tables.draw(table, "profile_rows", words, unknown=_("not recorded"))


def _agencies(figures: Coverage, committee: Presence, pcode: str) -> None:
    """List the six agencies of the district's committee, with what is known of each."""
    seats = committee.seats.loc[[pcode]].to_dict("records")[0]
    rows = "".join(
        f"<li><b>{SIGNS[Seat(state)]}</b> {screen.text(agency)}: {screen.text(state)}</li>"
        for agency, state in seats.items()
    )
    title = _("Committee agencies")
    if figures.selection.is_of_part:
        title = _("Committee agencies, in this selection")
    st.html(f'<h3>{title}</h3><ul class="told seats">{rows}</ul>')


def _target(figures: Coverage, pcode: str) -> dict[str, str]:
    """Return reached against targeted as a fact; none where the records have no targets."""
    table = against_targets(figures)
    if table is None:
        return {}
    row = table[table["adm2_pcode"] == pcode].iloc[0]
    reached = row["status"] if pd.isna(row["reached"]) else f"{int(row['reached']):,}"
    if pd.isna(row["targeted"]):
        return {_("Reached / Targeted"): _("{reached} / no target set").format(reached=reached)}
    share = "" if pd.isna(row["share"]) else f" ({in_percent(row['share'])})"
    return {_("Reached / Targeted"): f"{reached} / {int(row['targeted']):,}{share}"}


def _surroundings(figures: Coverage, pcode: str) -> None:
    """Name the neighbours with their state, and the nearest venues so far."""
    beside = neighbours_state(figures, pcode)
    covered = int(beside["status"].isin(REACHED).sum())
    called = status_words(figures.selection)
    states = [
        f"{one.name}: {called[CoverageStatus(one.status)]}"
        for one in beside.itertuples(index=False)
    ]
    selected = int((beside["status"] != CoverageStatus.NOT_SELECTED).sum())
    title = _("Neighbours: {covered} of {number} covered")
    if figures.selection.is_of_part:
        title = _("Neighbours: {covered} of {number} with someone on record in this selection")
    title = title if selected or beside.empty else _("Neighbours")
    title = title.format(covered=covered, number=selected)
    st.html(f"<h3>{title}</h3>" + screen.lines(states, _("none in the boundary set")))
    nearest = nearest_venues(figures, pcode, road_distances()).to_dict("records")
    venues = [f"{one['name']}: {_far(one['distance'])}" for one in nearest]
    title = _("Nearest venues so far, km by road (estimated)")
    st.html(f"<h3>{title}</h3>" + screen.lines(venues, NO_VENUE))


def _far(distance: float) -> str:
    return (
        _("in the district itself")
        if distance == 0
        else _("{distance:,.0f} km").format(distance=distance)
    )


def _learned(figures: Coverage, pcode: str) -> None:
    """Say what the participants of the district's trainings learned, or that it was not asked."""
    rows = learning_from(figures, pcode)
    if rows.empty:
        return
    title = _("Learning gain at its trainings, all participants")
    st.html(f"<h3>{title}</h3>")
    st.text(gain_in_words(pooled(rows), len(rows)))
