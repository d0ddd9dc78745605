"""What participants learned, on the screen: gain and interval by training and by agency."""

import streamlit as st

from data.analysis.learning import learning, pooled
from data.figures.coverage import Coverage
from data.figures.provenance import training_figures
from data.records.model import Records
from geo.words.catalogue import _
from pages.parts import chart, tables
from pages.parts.chart import Chart
from reports.charts.learning import (
    agencies_table,
    learning_alt,
    learning_chart,
    learning_table,
)
from reports.words.learning import gain_in_words

NOT_COLLECTED = _("Learning: not collected.")
LEARNING = Chart("learning", _("Gain by training"), learning_chart, learning_table, learning_alt)


def draw(figures: Coverage) -> None:
    """Show the gain from before to after a training; say where it was not collected."""
    st.subheader(_("What they learned"), anchor=False)
    if figures.records.assessments is None:
        st.text(_("Not collected: these records have no table of assessments."))
        return
    learned = learning(figures, figures.records.assessments)
    st.text(gain_in_words(pooled(learned), len(learned)))
    st.caption(
        _(
            "The gain is the mean difference between the two tests, for people who took both, "
            "in percentage points of the scale, with a 95% interval. Gains cover whole "
            "trainings: agency and province filters only select which trainings are shown."
        )
    )
    chart.draw(LEARNING, figures)
    agencies = agencies_table(figures)
    if len(agencies):
        st.caption(_("Agencies with trainings of their own"))
        tables.draw(agencies, "learning_agencies", _("Gain by agency"), unknown=_("not known"))
        tables.twin(figures.records, "learning_agencies", lambda: agencies, "learning-by-agency")


def of_training(records: Records, training_id: str) -> str:
    """Return what was learned in one training, in words."""
    if records.assessments is None:
        return NOT_COLLECTED
    figures = training_figures(records, training_id)
    learned = learning(figures, records.assessments)
    learned = learned[learned["training_id"] == training_id]
    return gain_in_words(pooled(learned), len(learned)) if len(learned) else NOT_COLLECTED
