"""Methods: what every figure means, where it comes from and what it does not say."""

import pandas as pd
import streamlit as st

from data.analysis.reconciliation import reconciliation
from data.planning.distances import road_distances
from data.planning.need import Thin
from data.planning.ranking import WEIGHTINGS
from data.planning.weights import PARTS
from data.records.model import CoverageStatus
from data.records.programme import programme
from data.records.public_edition import NOT_PROTECTED
from geo.boundaries.boundary_set import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE
from geo.districts import gazetteer
from pages.parts import screen
from pages.planning.need import PART_WORDS
from pages.session import address, loading
from pages.session.entry import through_dashboard

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


THIN = Thin()
GAP_DEFINITIONS = {
    "Thin district": (
        f"A covered district with fewer than {THIN.agencies} of the six agencies or fewer than "
        f"{THIN.participants} participants. What is not fully recorded makes no district thin."
    ),
    "Need": (
        "The weighted mean of up to five parts, each from 0 to 1; the reader sets the weights. "
        + " ".join(f"*{PART_WORDS[part]}:* {meaning}" for part, meaning in PARTS.items())
        + " They look at the whole programme up to the day of the view, whatever is filtered. A "
        "district of which a part is not known has no rank and stands apart, with the reason. "
        "*Best* and *worst rank*: each weight in turn halved and doubled, what is not known "
        f"anywhere from 0 to 1. *Stays in the top ten*: under how many of {WEIGHTINGS:,} "
        "weightings, drawn evenly from all that there are of the parts in use."
    ),
    "Next trainings": (
        "The venues that together bring the most people of uncovered districts (or the most need) "
        "within the distance, each district taken in by one venue, no venue taking in more than "
        "it can. It is a maximal covering location problem, solved exactly; where the time runs "
        "out, the gap to the best that could be is shown. Beside it: the best venue one after the "
        "other, and the venues used most so far."
    ),
    "Distance": (f"{road_distances().source} A travel table of your own replaces them."),
    "Equity": (
        "A district's share of the participants against its share of the people. Gini is 0 where "
        "they are in proportion; Theil's T splits into differences between provinces and within "
        "them. A district without a record is a zero here; one without a known population or count "
        "cannot be compared, and is counted beside."
    ),
    "Learning": (
        "The mean of each person's difference between the tests before and after a training, in "
        "percentage points of the scale, with a 95% interval (Student's t). Means of people who "
        "took only one of the tests make no gain. The response rate is paired answers over "
        "participants."
    ),
}

STATUS_WORDS = {
    CoverageStatus.COVERED: "Somebody from there attended, and a number is recorded.",
    CoverageStatus.COUNT_NOT_PUBLISHED: "Somebody from there attended; no number is recorded.",
    CoverageStatus.ZERO_REPORTED: "The records say that nobody attended.",
    CoverageStatus.NAMED_WITHIN: "Nothing is recorded of the district itself, but somebody came "
    "from a larger place that it lies in, such as Karachi. It is not counted as covered.",
    CoverageStatus.NO_RECORD: "The records say nothing of the district. It is not zero.",
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
    st.header("Gaps, plans, equity, learning", anchor="gaps")
    for word, meaning in GAP_DEFINITIONS.items():
        st.markdown(f"**{word}.** {meaning}")
    st.header("What may be known of a district", anchor="statuses")
    for status, meaning in STATUS_WORDS.items():
        st.markdown(f"**{status.value.capitalize()}.** {meaning}")


LARGER_PLACES = (
    "A home may be known only as one of several districts: *Karachi*, a district that has since "
    "been divided, or a province. Its participants count in totals and in the province, and in no "
    "district. A name that means several districts can be settled so on the Records screen."
)
PUBLIC_EDITION = (
    "A public edition is another set of records, in which the people of each training are counted "
    "in groups of at least *k*, usually 5: first as *several agencies* of a district, then as "
    "*several districts* of a province, then in the training alone. Every screen, chart and file "
    "of it is made of these groups. A row that was counted in a group stays without a count: its "
    "district is reached and its agency present. A training with too few people has no count. "
    "Published facts are public already, and shown as they are. What an edition does not protect:"
)


def editions() -> None:
    """Write what a larger place is, and what a public edition is and does not protect."""
    st.header("Larger places and public editions", anchor="editions")
    st.markdown(LARGER_PLACES)
    st.markdown(PUBLIC_EDITION)
    st.markdown("\n".join(f"- {sentence}" for sentence in NOT_PROTECTED))


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
    table = reconciliation(address.opened()).rename(columns=RECONCILED)
    st.dataframe(table, hide_index=True, key="reconciled", alt="Records against the release")


def places() -> None:
    """Write where the district list, its figures and the outlines come from."""
    outlines = loading.outlines()
    st.header("Districts and boundaries", anchor="boundaries")
    st.markdown(
        f"The list is that of {gazetteer.VINTAGE} (OCHA): {len(gazetteer.vintage_names())} "
        f"districts{_with_newer()}. "
        f"Population: {gazetteer.POPULATION_SOURCES}"
    )
    # What an installed set says of itself is shown as it is written, never as Markdown.
    about = [f"Boundaries: {outlines.title}. {outlines.attribution.rstrip('.')}.", *outlines.notes]
    st.html("".join(f"<p>{screen.text(line)}</p>" for line in about))
    st.markdown(f"{LINE_OF_CONTROL_NOTE} {BOUNDARY_NOTE}")
    st.markdown(
        "Districts made later, or missing in that list, are drawn and counted in the district "
        "that they were made from:"
    )
    st.dataframe(_counted_in_parent(), hide_index=True, key="parents", alt="Later districts")


def _with_newer() -> str:
    more = len(gazetteer.districts()) - len(gazetteer.vintage_names())
    return f", and {more} newer of the boundaries in use" if more else ""


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
screen.title("Methods: what the figures mean and where they come from", address.opened())
definitions()
editions()
published()
places()
limits()
address.write_address(address.opened())
