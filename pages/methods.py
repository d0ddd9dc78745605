"""Methods: what every figure means, where it comes from and what it does not say."""

import pandas as pd
import streamlit as st

from data.model import CoverageStatus
from data.programme import programme
from data.reconciliation import reconciliation
from geo import gazetteer
from geo.boundaries import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE, ROUGH_OUTLINES
from pages import screen, shared, through_dashboard, view

DEFINITIONS = {
    "Covered district": (
        "At least one participant who serves there attended a training that counts on or before "
        "the as-of date. Coverage counts home districts, where participants serve, and not venue "
        "districts, where trainings took place."
    ),
    "As-of date and months": (
        "A training counts from the day it starts and belongs to that month. Where a source "
        "describes several trainings together, what it says counts from the last day it covers."
    ),
    "Participants": (
        "The sum of the recorded counts: women, men, and those whose sex is not recorded. A "
        "person who came to two trainings counts twice. Blank is not recorded; 0 is zero."
    ),
    "Committee agencies": (
        "How many of the six agencies of a district's Anti-Human Trafficking Committee have at "
        "least one participant from there."
    ),
    "People in covered districts": (
        "People living in covered districts over people living in all districts whose population "
        "is known (census of 2023). It measures where trained people serve, not people served. "
        "Districts without a known population are in neither sum and are counted beside it."
    ),
    "Participants per million people": (
        "Participants over a million people of the district; not given where either is not known."
    ),
    "Filters": (
        "Province is the province where participants serve. With a province or an agency chosen, "
        "a training is counted if somebody from there attended it."
    ),
    "Classes on the map": (
        "Natural breaks (Fisher and Jenks) of the whole of the records, so that a colour means "
        "the same at every date and under every filter."
    ),
}

STATUS_WORDS = {
    CoverageStatus.COVERED: "Somebody from there attended, and a number is recorded.",
    CoverageStatus.COUNT_NOT_PUBLISHED: "Somebody from there attended; no number is recorded.",
    CoverageStatus.ZERO_REPORTED: "The records say that nobody attended.",
    CoverageStatus.NO_RECORD: "The records say nothing of the district. It is not zero.",
    CoverageStatus.SUPPRESSED: "A number too small to be shown in a public view.",
    CoverageStatus.NOT_SELECTED: "Outside the provinces that the view selects.",
}


RECONCILED = {
    "what": "Total or place",
    "published": "Published",
    "recorded": "In the records",
    "verdict": "Verdict",
    "why": "What may explain it",
}


def definitions() -> None:
    """Write what every figure means."""
    st.header("What the figures mean", anchor="figures")
    for word, meaning in DEFINITIONS.items():
        st.markdown(f"**{word}.** {meaning}")
    st.header("What may be known of a district", anchor="statuses")
    for status, meaning in STATUS_WORDS.items():
        st.markdown(f"**{status.value.capitalize()}.** {meaning}")


def published() -> None:
    """Write what has been published, and how it relates to the records."""
    claims = programme().claims
    st.header("What has been published", anchor="published")
    st.markdown(
        f"{claims.source}: {claims.trainings.words} trainings, {claims.participants.words} "
        f"participants, {claims.districts.words} districts. A published total is shown beside "
        "the records, marked \u25c7, and is never added to them. What it leaves open:"
    )
    st.markdown("\n".join(f"- {question}" for question in claims.open_questions))
    st.markdown("The records that are open, taken whole, against it:")
    table = reconciliation(view.opened()).rename(columns=RECONCILED)
    st.dataframe(table, hide_index=True, key="reconciled", alt="Records against the release")


def places() -> None:
    """Write where the district list, its figures and the outlines come from."""
    outlines = shared.outlines()
    st.header("Districts and boundaries", anchor="boundaries")
    st.markdown(
        f"The list is that of {gazetteer.VINTAGE} (OCHA): {len(gazetteer.districts())} districts. "
        "Population: census of 2023, Pakistan Bureau of Statistics; Azad Jammu & Kashmir from "
        "its own bureau; none is published for the districts of Gilgit-Baltistan."
    )
    # What an installed set says of itself is shown as it is written, never as Markdown.
    about = [f"Outlines: {outlines.title}. {outlines.attribution.rstrip('.')}.", *outlines.notes]
    st.html("".join(f"<p>{screen.text(line)}</p>" for line in about))
    if outlines.schematic:
        rough = ", ".join(gazetteer.names()[adm2_pcode] for adm2_pcode in ROUGH_OUTLINES)
        st.markdown(
            "The outlines are schematic: drawn, not surveyed. They show where a district lies; "
            "areas and borders are not to be measured on them. Roughest, with less than six "
            f"tenths in common with the official outline: {rough}."
        )
    st.markdown(f"{LINE_OF_CONTROL_NOTE} {BOUNDARY_NOTE}")
    st.markdown(
        "Districts made later, or missing in that list, are drawn and counted in the district "
        "that they were made from:"
    )
    st.dataframe(_counted_in_parent(), hide_index=True, key="parents", alt="Later districts")


def _counted_in_parent() -> pd.DataFrame:
    names = {"name": "District", "province": "Province", "parent": "Counted in", "status": "Why"}
    return gazetteer.counted_in_parent().rename(columns=names)


def limits() -> None:
    """Write what the dashboard does not say."""
    st.header("Limits", anchor="limits")
    st.markdown(
        "- Attendance is what was recorded; a district without a record may have been reached.\n"
        "- Participants are not followed up: nothing here says that they still serve there.\n"
        "- The headquarters of some districts have a single source; they place venues and names "
        "on the map and enter no figure.\n"
        "- Nothing is sent to any other host: the map, its outlines and its fonts are served "
        "with the dashboard."
    )


through_dashboard()
screen.title("Methods: what the figures mean and where they come from", view.opened())
definitions()
published()
places()
limits()
view.write_address(view.opened())
