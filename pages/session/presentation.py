"""What a presentation holds in a browser session: its wording, its imprint, the step shown."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

import streamlit as st

from data.figures.coverage import Coverage
from data.records.model import Records
from pages.session import kept, loading, options
from reports.imprint.imprint import Imprint, ImprintError
from reports.story.story import Story
from reports.story.wording import Wording, WordingError

Kept = TypeVar("Kept", Wording, Imprint)


def wording(records: Records) -> Wording:
    """Return how the story of these records is worded; as it was kept, if it was."""
    return _held(kept.WORDING, records, kept.kept_wording, Wording())


def hold(records: Records, worded: Wording) -> None:
    """Tell the story of these records in these words, in this browser session."""
    st.session_state.setdefault(kept.WORDING, {})[records.key] = worded


def imprint(records: Records) -> Imprint:
    """Return who hands over files of these records; as it was kept, if it was."""
    return _held(kept.IMPRINT, records, kept.kept_imprint, Imprint())


def hold_imprint(records: Records, given: Imprint) -> None:
    """Hand files of these records over under an imprint, in this browser session."""
    st.session_state.setdefault(kept.IMPRINT, {})[records.key] = given


def _held(what: str, records: Records, read: Callable[[str], Kept | None], usual: Kept) -> Kept:
    """Return what this session holds, else what was kept; a fault of that is said."""
    held: dict[str, Kept] = st.session_state.setdefault(what, {})
    if records.key not in held:
        try:
            held[records.key] = read(records.key) or usual
        except (WordingError, ImprintError) as fault:
            st.warning(str(fault), icon=":material/edit_off:")
            return usual
    return held[records.key]


def imprint_today(records: Records) -> Imprint:
    """Return the imprint of a file that is made now, with the address that a visitor sees."""
    given = imprint(records)
    return replace(given, made_on=loading.today(), address=given.address or _address())


def _address() -> str:
    """Return where the dashboard runs; blank where nobody else could open it."""
    address = urljoin(st.context.url or "", ".")
    host = urlsplit(address).hostname or ""
    return "" if host in ("", "localhost", "::1") or host.startswith("127.") else address


def story(figures: Coverage) -> Story:
    """Return the story of a view: worded as chosen, need and plan as on the Gaps screen.

    The session keeps its last one with its plan: turning a slide makes nothing anew.
    """
    distances = options.distances()[1]
    aims = options.aims(figures.records, distances.unit)[0]
    new = Story(figures, wording(figures.records), aims, distances)
    last: Story | None = st.session_state.get("story_kept")
    if last is None or _what_it_tells(last) != _what_it_tells(new):
        last = st.session_state["story_kept"] = new
    return last


def _what_it_tells(story: Story) -> tuple[object, ...]:
    return id(story.figures), story.wording, story.aims, id(story.distances)


def go_to(step: str | None) -> None:
    """Show a step; None leaves the presentation."""
    st.session_state["step"] = step
    st.session_state.pop("growth_place", None)
    st.session_state.pop("growth_stopped", None)
