"""What participants raised, on the screen: how much is open, what was done, and what took it up."""

import pandas as pd
import streamlit as st

from data.analysis.inputs import by_state, raised, raised_at, taken_up_by, themes_of
from data.figures.coverage import Coverage
from data.records.model import Records, in_words
from data.records.rules import INPUT_STATES
from geo.words.catalogue import _
from pages.parts import tables
from pages.parts.screen import text
from reports.words.tables import inputs_table

NOT_COLLECTED = _("Not collected: these records have no table of inputs.")
#: More than these are in the table alone.
MOST_SHOWN = 12


def draw(figures: Coverage) -> None:
    """Show what was raised at the trainings of a view, by theme and state."""
    st.subheader(_("What participants raised"), anchor=False)
    if figures.records.inputs is None:
        st.text(NOT_COLLECTED)
        return
    if raised(figures).empty:
        st.text(_("Nothing is recorded for the trainings in this selection."))
        return
    st.html(_counts(by_state(raised(figures))))
    if figures.selection.provinces or figures.selection.agencies:
        st.caption(_("They are of everyone at these trainings, not of this selection alone."))
    themes, states = _filters(figures.records)
    told = raised(figures, themes, states)
    if told.empty:
        st.info(
            _("None with this theme and state. Choose fewer."), icon=":material/filter_alt_off:"
        )
        return
    st.html(_list(told.head(MOST_SHOWN)))
    if len(told) > MOST_SHOWN:
        st.caption(_("{n:,} more are in the table.").format(n=len(told) - MOST_SHOWN))
    tables.twin(figures.records, "inputs", lambda: inputs_table(told), "inputs-from-trainings")


def draw_training(figures: Coverage, training_id: str) -> None:
    """Show what was raised at one training by the day of a view, and what it took up of others."""
    st.subheader(_("What participants raised"), anchor=False)
    if figures.records.inputs is None:
        st.text(NOT_COLLECTED)
        return
    here, others = raised_at(figures, training_id), taken_up_by(figures, training_id)
    if here.empty:
        day = in_words(figures.selection.as_of)
        st.text(_("Nothing is recorded for this training by {day}.").format(day=day))
    else:
        st.html(_list(here, at_one=True))
    if len(others):
        st.caption(_("It followed up what was raised at earlier trainings:"))
        st.html(_list(others, taken_up_here=True))


def _filters(records: Records) -> tuple[list[str], list[str]]:
    with st.container(horizontal=True, vertical_alignment="bottom", key="inputs_filters"):
        states = st.pills(
            _("State"),
            INPUT_STATES,
            selection_mode="multi",
            key="inputs_states",
            help=_("None chosen means all."),
        )
        themes = st.multiselect(
            _("Theme"),
            themes_of(records),
            key="inputs_themes",
            placeholder=_("All themes"),
            width=340,
        )
    return themes, states


def _counts(counts: dict[str, int]) -> str:
    """Return how many were raised, and what became of them, as one quiet row."""
    cells = {_("raised"): sum(counts.values()), **counts}
    parts = (f"<div><strong>{n:,}</strong> <span>{word}</span></div>" for word, n in cells.items())
    return (
        f'<div class="input-counts" role="group" aria-label="{_("Inputs")}">{"".join(parts)}</div>'
    )


def _list(told: pd.DataFrame, *, at_one: bool = False, taken_up_here: bool = False) -> str:
    rows = (
        f'<li class="{row["state"].split()[0]}"><p>{text(row["input"])}</p>'
        f"<p><b>{text(row['state'])}</b> {text(_about(row, at_one, taken_up_here))}</p></li>"
        for row in told.to_dict("records")
    )
    return f'<ul class="inputs">{"".join(rows)}</ul>'


def _about(row: dict, at_one: bool, taken_up_here: bool) -> str:
    """Return in words where it was raised, whom it was referred to, and what took it up."""
    parts = [str(row["theme"])]
    if not at_one:
        day = in_words(row["date_start"])
        parts.append(_("raised at {title}, {day}").format(title=row["title"], day=day))
    to = row["referred_to"]
    parts.append(_("referred to {agency}").format(agency=to) if to else _("not referred"))
    parts += filter(None, [_taken_up(row, taken_up_here)])
    return " \u00b7 ".join(parts)


def _taken_up(row: dict, here: bool) -> str:
    """Return in words what took an input up, and when; blank where nothing did."""
    on = row["followed_up_on"]
    day = "" if pd.isna(on) else in_words(on)
    by = "" if here else row["followed_up_by"]
    if by:
        by = row["followed_up_title"] or _("{training}, which is not in these records").format(
            training=by
        )
        words = _("followed up at {title} on {day}") if day else _("followed up at {title}")
        return words.format(title=by, day=day)
    if day:
        return _("followed up on {day}").format(day=day)
    return _("followed up") if here else ""
