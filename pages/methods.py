"""Methods: what every figure means, where it comes from and what it does not say."""

import tomllib
from pathlib import Path

import streamlit as st

from data.analysis.reconciliation import reconciliation
from data.planning.distances import beside_published, road_distances
from data.records.model import Records
from data.records.programme import programme
from data.records.public_edition import NOT_PROTECTED
from geo.boundaries.boundary_set import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE
from geo.districts import gazetteer
from geo.words.catalogue import _
from pages.parts import screen, tables
from pages.session import address, loading
from reports.words.definitions import definitions, in_one_line, statuses
from reports.words.tables import headed

TEXTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
RECONCILED = {
    "what": _("Total or place"),
    "published": _("Published"),
    "recorded": _("In the records"),
    "verdict": _("Verdict"),
    "why": _("What may explain it"),
}


def about() -> None:
    """Write what the programme is, and who says so."""
    st.header(_("The programme"), anchor="programme")
    for fact in programme().facts:
        st.markdown(f"**{fact.what}.** {fact.words}. *{fact.source}.*")


def meanings() -> None:
    """Write what every figure means."""
    for part, title in (
        ("figures", _("What the figures mean")),
        ("gaps", _("Gaps, plans, equity, learning")),
    ):
        st.header(title, anchor=part)
        for one in definitions(part).values():
            st.markdown(f"**{one.word}.** {one.full}")
    st.header(_("What may be known of a district"), anchor="statuses")
    for status, meaning in statuses().items():
        st.markdown(f"**{status.capitalize()}.** {meaning}")


def editions() -> None:
    """Write what a larger place is, and what a public edition is and does not protect."""
    st.header(_("Larger places and public editions"), anchor="editions")
    for text in TEXTS["editions"].values():
        st.markdown(in_one_line(text))
    st.markdown("\n".join(f"- {sentence}" for sentence in NOT_PROTECTED))


def published(records: Records) -> None:
    """Write what has been published, and how it relates to the records."""
    claims = programme().claims
    st.header(_("What has been published"), anchor="published")
    st.markdown(
        _(
            "{source}: {trainings} trainings, {participants} participants, {districts} "
            "districts. Published totals are shown beside the records, marked ◇, and never "
            "added to them. What they leave open:"
        ).format(
            source=claims.source,
            trainings=claims.trainings.words,
            participants=claims.participants.words,
            districts=claims.districts.words,
        )
    )
    st.markdown("\n".join(f"- {question}" for question in claims.open_questions))
    st.markdown(_("The open records as a whole, compared with the release:"))
    table = reconciliation(records).rename(columns=RECONCILED)
    tables.draw(table, "reconciled", _("Records against the release"))


def places() -> None:
    """Write where the district list, its figures and the outlines come from."""
    outlines = loading.outlines()
    st.header(_("Districts and boundaries"), anchor="boundaries")
    st.markdown(
        _(
            "The list of districts is {vintage} (OCHA): {districts} districts{newer}. "
            "Population: {sources}"
        ).format(
            vintage=gazetteer.VINTAGE,
            districts=len(gazetteer.vintage_names()),
            newer=_with_newer(),
            sources=gazetteer.POPULATION_SOURCES,
        )
    )
    # What an installed set says of itself is shown as it is written, never as Markdown.
    about = [
        _("Boundaries: {title}. {attribution}.").format(
            title=outlines.title, attribution=outlines.attribution.rstrip(".")
        ),
        *outlines.notes,
    ]
    st.html("".join(f"<p>{screen.text(line)}</p>" for line in about))
    st.markdown(f"{LINE_OF_CONTROL_NOTE} {BOUNDARY_NOTE}")
    st.markdown(
        _(
            "Districts created later, or missing from that list, are drawn and counted as part "
            "of the district they came from:"
        )
    )
    names = {
        "name": _("District"),
        "province": _("Province"),
        "parent": _("Counted in"),
        "status": _("Why"),
    }
    table = gazetteer.counted_in_parent().rename(columns=names)
    tables.draw(table, "parents", _("Later districts"))


def distances() -> None:
    """Write how far the estimated distances are off from those that are published."""
    table = beside_published()
    st.header(_("Distances by road"), anchor="distances")
    without = gazetteer.without_headquarters()
    st.markdown(
        _(
            "{source} Distances for need and plan run between district headquarters. For "
            "{number} districts the headquarters has no recorded position, so the middle of "
            "the district is used: {districts}. Estimated against published distances:"
        ).format(source=road_distances().source, number=len(without), districts=", ".join(without))
    )
    shown = table.assign(error=table["error"].map(lambda share: f"{share:+.0%}"))
    tables.draw(
        headed(shown, "road_distances"), "road", _("Estimated and published road distances")
    )


def _with_newer() -> str:
    more = len(gazetteer.districts()) - len(gazetteer.vintage_names())
    return _(", and {more} newer of the boundaries in use").format(more=more) if more else ""


def limits() -> None:
    """Write what the dashboard does not say."""
    st.header(_("Limits"), anchor="limits")
    st.markdown("\n".join(f"- {in_one_line(text)}" for text in TEXTS["limits"]["sentences"]))


records = screen.opened(_("Methods: what the figures mean and where they come from"))
with st.container(key="methods"):
    about()
    meanings()
    editions()
    published(records)
    places()
    distances()
    limits()
address.write_address(records)
