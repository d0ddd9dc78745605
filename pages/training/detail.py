"""One training's own view: what it was, who came from where, drawn on the map."""

import pandas as pd
import streamlit as st

from data.access.rights import Right
from data.attendance.order import counted_on
from data.figures.coverage import Coverage
from data.figures.provenance import training_figures
from data.figures.selection import whole
from data.records.model import Records, in_words
from geo.districts import gazetteer
from geo.words.catalogue import _
from pages.browser import to_top
from pages.browser.in_sight import in_sight
from pages.parts import chart, downloads, learning, map_frame, provenance, screen, tables
from pages.session import loading, visitor
from pages.training import inputs
from reports.charts import bars
from reports.measures.measures import training_values
from reports.words.counts import people_in_words
from reports.words.selection import view_in_words
from reports.words.tables import trainings_table

#: Why a training is not corrected here, and where it is; the last for all other records.
CORRECTED_WHERE = {
    "illustrative": _(
        "Illustrative records are made up and cannot be changed. Open the "
        "programme records to correct a training, or enter one on Records."
    ),
    loading.YOURS: _("Correct it in your file, and open the file again."),
    "": _("Correct it at the source of these records; programme records are corrected on Records."),
}


def choose(figures: Coverage) -> None:
    """List the trainings of a view; a click on a row opens the training."""
    table = trainings_table(figures)
    st.subheader(_("Trainings"), anchor=False)
    st.caption(_("Click a row for details."))
    training_ids = table["Training"].to_list()
    tables.draw(
        table,
        "trainings_table",
        _("Trainings"),
        unknown=_("not known"),
        opened=lambda row: _open(training_ids[row]),
    )
    tables.files(figures.records, table, "trainings", "download_trainings")


def _open(training_id: str | None) -> None:
    st.session_state["training"] = training_id


def draw(view: Coverage, training_id: str) -> None:
    """Show one training: its facts, its home districts on the map and as bars.

    All of it is shown, whatever the view selects; how many are of the view is said beside.
    """
    records = view.records
    about = records.trainings[records.trainings["training_id"] == training_id].iloc[0]
    values = training_values(records, training_id)
    with st.container(horizontal=True, horizontal_alignment="distribute", key="training_bar"):
        st.button(
            _("All trainings"),
            on_click=_open,
            args=(None,),
            icon=":material/arrow_back:",
            type="tertiary",
        )
        place = st.container(width="content")
    to_top.draw(training_id)
    figures = training_figures(records, training_id)
    downloads.offer_training(place, lambda: figures, values, about)
    own = _of_view(view, figures, training_id)
    st.html(f"<h2>{screen.text(about['title'])}</h2>{_facts(about, figures, own)}")
    if own:
        st.caption(_("Map, bars and table are of all who came, not of the selection alone."))
    st.text(learning.of_training(records, training_id))
    map_frame.draw(values, "training_map")
    screen.source(records, whole(records), with_map=True)
    st.subheader(_("Participants by home district and agency"), anchor=False)
    if in_sight("homes", reserved=False):
        figure = bars.homes_chart(records, training_id)
        words = bars.homes_alt(records, training_id)
        chart.plot(figure, "homes", "training-home-districts", words)
        screen.source(records, whole(records))
    table = bars.homes_table(records, training_id)
    tables.twin(records, "homes", lambda: table, "training-home-districts")
    inputs.draw_training(view, training_id)
    provenance.draw_training(records, training_id)
    _offer_correction(records, training_id)


def _offer_correction(records: Records, training_id: str) -> None:
    """Offer to correct it where it stands; of other records than the programme's, say where."""
    if visitor.public_below() or not visitor.person().may(Right.IMPORT):
        return
    if records.key != loading.STORED:
        st.caption(CORRECTED_WHERE.get(records.key, CORRECTED_WHERE[""]))
    elif st.button(_("Correct this training"), icon=":material/edit:", key="correct_training"):
        st.session_state["entry_training"] = training_id
        st.switch_page("pages/records.py")


def _people(figures: Coverage) -> str:
    """Return how many came; in words where that is not all known."""
    headline = figures.headline
    if headline.rows_without_count:
        return people_in_words(headline.participants, headline.rows_without_count)
    return f"{headline.participants:,}" if figures.row_count else _("not known")


def _of_view(view: Coverage, figures: Coverage, training_id: str) -> str:
    """Say how many of all who came are of a view; blank where all are, or nobody is on record.

    ``figures`` are those of the whole training.
    """
    selection, headline = view.selection, figures.headline
    if selection == whole(view.records) or not figures.row_count:
        return ""
    trainings = view.trainings.set_index("training_id")["participants"]
    if training_id not in trainings.index:
        words = _("none of this selection")
        if counted_on(figures.trainings).max() > pd.Timestamp(selection.as_of):
            words = _("none by {day}").format(day=in_words(selection.as_of))
    elif not selection.agencies and not selection.provinces:
        return ""
    elif pd.isna(own := trainings[training_id]):
        words = _("an unknown number of this selection")
    elif own == headline.participants and not headline.rows_without_count:
        return ""
    else:
        words = _("{number:,} of this selection").format(number=int(own))
    filters = view_in_words(selection)
    return f"{words} ({filters})" if filters else words


def _where(about: pd.Series) -> str:
    """Return the venue and its district; blank where neither is recorded."""
    district = gazetteer.names().get(about["venue_adm2_pcode"], "")
    return ", ".join(dict.fromkeys(filter(None, [about["venue"], district])))


def _facts(about: pd.Series, figures: Coverage, own: str) -> str:
    """Return what is recorded of a training; what is not is said. ``own``: how many of the view."""
    days = in_words(about["date_start"])
    if about["date_end"] != about["date_start"]:
        days = _("{days} to {date_end}").format(days=days, date_end=in_words(about["date_end"]))
    people = _people(figures)
    if own:
        people = _("{people} in all").format(people=people)
    facts: dict[str, object] = {
        _("When"): days,
        _("Where"): _where(about),
        _("Participants"): f"{people}, {own}" if own else people,
        _("Level"): about["level"],
        _("Themes"): about["themes"],
        _("Delivered by"): about["delivered_by"],
        _("Donor"): about["donor"],
        _("Status"): about["status"],
    }
    if not pd.isna(about["summarises"]):
        facts[_("Stands for")] = _("{summarises} trainings, described together").format(
            summarises=about["summarises"]
        )
    return screen.facts({word: fact or _("not recorded") for word, fact in facts.items()})
