"""Files of the view to download: each is made when it is asked for, and not before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.elements.lib.mutable_popover_container import PopoverContainer

from data.access.rights import NotAllowedError, Right
from data.figures.coverage import Coverage
from data.records.model import in_words
from geo.webmap.map_values import MapValues
from geo.words.catalogue import _
from pages.parts import playing
from pages.session import address, loading, presentation, visitor
from pages.workers import waiting
from pages.workers.queues import MAKING, Work
from reports.exports.files import FILES, ReportFile, View, content
from reports.maps.sheets.map_sheet import TITLE
from reports.words.selection import selection_in_words

#: The files in the order of the list, under what they are for.
MAP_FILES = _("The map")
#: Seconds between two looks at what is being made, while the list is open.
LOOK = 2.0
GROUPS = {
    _("To present and leave behind"): ("deck", "brief"),
    MAP_FILES: ("map", "html"),
    _("The figures"): ("workbook", "districts"),
}
ICONS = {
    "deck": "slideshow",
    "brief": "article",
    "map": "map",
    "html": "travel_explore",
    "workbook": "table_view",
    "districts": "layers",
}


def offer(
    place: DeltaGenerator,
    figures: Coverage,
    values: MapValues | None = None,
    title: str = TITLE,
    waiting: str = "",
) -> None:
    """Offer the files of a view; while the list is closed, nothing is computed.

    Parameters
    ----------
    place
        Where the button stands: the bar of filters.
    figures
        The figures of the view.
    values
        What the map on the screen shows; None where there is none: then participants.
    title
        Of the map.
    waiting
        Why the files cannot be made yet; blank where they can.
    """
    opened = _popover(place)
    if opened is None or not opened.open:
        return
    if waiting:
        opened.info(waiting, icon=":material/hourglass_top:")
        return
    story = presentation.story(figures)
    view = View(
        figures,
        loading.outlines(),
        shown=values,
        title=title,
        wording=story.wording,
        aims=story.aims,
        distances=story.distances,
        imprint=presentation.imprint_today(figures.records),
    )
    with opened:
        selection = figures.selection
        date, chosen = in_words(selection.as_of), selection_in_words(selection)
        st.text(f"{figures.records.title}, {date}: {chosen}.")
        if not figures.row_count:
            st.info(
                _("No participant in this selection: the files say so."), icon=":material/info:"
            )
        for words in GROUPS:
            _group(words, view)
        playing.fragment(_state, LOOK)


def offer_training(
    place: DeltaGenerator, figures: Callable[[], Coverage], values: MapValues, about: pd.Series
) -> None:
    """Offer the map of a single training as files.

    Parameters
    ----------
    place
        Where the button stands.
    figures
        Makes the figures of the training alone; asked only when the list is open.
    values
        What the map on the screen shows.
    about
        The row of the training.
    """
    opened = _popover(place)
    if opened is None or not opened.open:
        return
    subject = _("training {training_id}").format(training_id=about["training_id"])
    alone = figures()
    given = presentation.imprint_today(alone.records)
    view = View(
        alone,
        loading.outlines(),
        shown=values,
        title=str(about["title"]),
        imprint=replace(given, title=""),  # this map has the training's
        subject=subject,
    )
    with opened:
        st.text(f"{view.figures.records.title}: {view.title}")
        _group(MAP_FILES, view)
        playing.fragment(_state, LOOK)


def _popover(place: DeltaGenerator) -> PopoverContainer | None:
    """Draw the button; none for who may take no file along."""
    if not visitor.person().may(Right.TAKE):
        return None
    return place.popover(
        _("Download"), icon=":material/download:", key="take_along", on_change="rerun"
    )


def _group(words: str, view: View) -> None:
    files = [one for one in FILES if one.key in GROUPS[words]]
    st.caption(words)
    with st.container(horizontal=True, key=f"take_{files[0].key}"):
        for one in files:
            st.download_button(
                one.label,
                data=_made(one, view),
                file_name=one.name(view),
                mime=one.mime,
                key=f"take_{one.key}_{one.ending}",
                on_click="ignore",
                help=one.about,
                icon=f":material/{ICONS[one.key]}:",
            )


def _made(one: ReportFile, view: View) -> Callable[[], bytes]:
    """Return what makes a file at a click; how it stands is kept for the screen."""
    failed: dict[str, str] = st.session_state.setdefault("take_along_failed", {})
    under_way: dict[str, Work[bytes]] = st.session_state.setdefault("take_along_under_way", {})
    asker, require = visitor.session_key(), visitor.required_later(Right.TAKE)

    def by_a_worker() -> bytes:
        work = under_way[one.label] = MAKING.begin(asker, content, one.key, one.ending, view)
        return work.result()

    make = address.noted(by_a_worker, f"{one.key}.{one.ending}")

    def made() -> bytes:
        failed.pop(one.label, None)
        try:
            require()
            return make()
        except Exception as fault:
            expected = isinstance(fault, ValueError | RuntimeError | OSError | NotAllowedError)
            failed[one.label] = str(fault) if expected else _("an error recorded in the log")
            raise
        finally:
            under_way.pop(one.label, None)

    return made


def _state() -> None:
    """Say which files wait or are being made, and which could not be made, and why."""
    for label, work in list(st.session_state.get("take_along_under_way", {}).items()):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"{label}: {waiting.place_in_words(work)}", width="content")
            key = f"give_up_{label}"
            st.button(_("Cancel"), key=key, on_click=work.give_up, type="tertiary")
    for label, why in list(st.session_state.get("take_along_failed", {}).items()):
        st.warning(_("{label} could not be made").format(label=label), icon=":material/error:")
        st.text(why)
