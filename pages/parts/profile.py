"""The profile of one district, in a drawer over the list beside the map."""

from typing import Any

import pandas as pd
import streamlit as st

from data.figures.coverage import Coverage
from data.figures.provenance import attendance_from
from data.records.model import in_words
from geo.districts import gazetteer
from pages.parts import profile_parts, provenance, screen


def drawer(figures: Coverage) -> None:
    """Show the profile of the district that the address names; nothing where it names none."""
    pcode = st.session_state.get("district")
    if not pcode:
        return
    frame = figures.districts
    district = frame[frame["adm2_pcode"] == pcode].iloc[0]
    with st.container(key="profile"):
        st.button("Close", on_click=_close, icon=":material/close:", key="close_profile",
                  shortcut="Esc", type="tertiary")  # fmt: skip
        st.html(f"<h2>{screen.text(district['name'])}</h2>{_facts(figures, district)}")
        profile_parts.agencies(figures, pcode)
        profile_parts.surroundings(figures, pcode)
        profile_parts.learned(figures, pcode)
        _attendance(figures, pcode)
        provenance.draw(figures, pcode)
        screen.source(figures.records, figures.selection.as_of)


def _close() -> None:
    st.session_state.pop("district", None)


def _facts(figures: Coverage, district: pd.Series) -> str:
    """Return what is known of the district; what is not known is said, not left out."""
    facts = {
        "Province": district["province"],
        "P-code": district["adm2_pcode"],
        "Status": district["status"],
        "Population": _count(district["population"], "not known") + _with_newer(district),
    }
    if district["rows_without_count"] or not pd.isna(district["participants"]):
        facts |= _attendance_facts(district)
    facts |= profile_parts.target(figures, district["adm2_pcode"])
    rows = "".join(
        f"<dt>{screen.text(words)}</dt><dd>{screen.text(value)}</dd>"
        for words, value in facts.items()
    )
    return f'<dl class="facts">{rows}</dl>'


def _attendance_facts(district: pd.Series) -> dict[str, str]:
    last = district["last_on"]
    return {
        "Participants": _count(district["participants"], "count not recorded"),
        "Women": _count(district["participants_f"], "not recorded"),
        "Men": _count(district["participants_m"], "not recorded"),
        "Sex not recorded": _count(district["participants_unspecified"], "none recorded"),
        "Trainings attended": f"{district['trainings']:,}",
        "Committee agencies": f"{district['agencies']} of 6",
        "Latest training": "none" if pd.isna(last) else in_words(last),
        "Per million people": _rate(district["participants_per_million"]),
    }


def _count(value: Any, unknown: str) -> str:
    return unknown if pd.isna(value) else f"{int(value):,}"


def _with_newer(district: pd.Series) -> str:
    """Return which newer districts of the list the population has within it."""
    names = gazetteer.population_includes().get(district["adm2_pcode"], ())
    return f", with {' and '.join(names)}" if names else ""


def _rate(value: Any) -> str:
    return "not known" if pd.isna(value) else f"{float(value):,.1f}"


def _attendance(figures: Coverage, pcode: str) -> None:
    rows = attendance_from(figures, pcode)
    if rows.empty:
        st.info("No participant from here in this selection.", icon=":material/info:")
        return
    st.caption("The attendance behind these figures")
    table = rows.assign(date_start=rows["date_start"].dt.date)
    table = table[list(HEADINGS)].rename(columns=HEADINGS)
    st.dataframe(
        table,
        hide_index=True,
        key="profile_rows",
        alt="Attendance from this district",
        placeholder="not recorded",
    )


HEADINGS = {
    "date_start": "Starts",
    "agency": "Agency",
    "participants": "Participants",
    "title": "Training",
    "participants_f": "Women",
    "participants_m": "Men",
    "participants_unspecified": "Sex not recorded",
}
