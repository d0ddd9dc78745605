"""One step of the story on the whole screen: large type, arrow keys, no control in sight."""

from pathlib import Path

import streamlit as st

from data.records.model import Records, in_words
from geo.boundaries.boundary_set import BOUNDARY_NOTE, LINE_OF_CONTROL_NOTE
from geo.words.catalogue import _
from pages.browser import whole_screen
from pages.parts import screen
from pages.presenting import steps
from pages.session import address, loading, options, presentation
from reports.story.story import Step, Story
from reports.words.selection import view_in_words

STYLE = Path(__file__).with_name("present.css")

#: Keys of the buttons that turn the slides: a presenter's remote sends the page keys.
KEYS = {"next": ("Right", "PageDown"), "back": ("Left", "PageUp")}


def show(records: Records, key: str) -> None:
    """Show a step; the first where it has been left out meanwhile."""
    st.html(STYLE)
    story = presentation.story(address.figures(records))
    keys = [step.key for step in story.steps]
    if key not in keys:
        key = st.session_state["step"] = keys[0]
    address.write_address(records, ("step", *options.names(options.AIMS)))
    step = story.step(key)
    _turning(keys, step.key)  # first, so that Tab reaches it first
    with st.container(key=f"slide_{step.key}"):
        _words(step, records)
        steps.draw(step.key, story)
    _foot(story, step, keys)


def _words(step: Step, records: Records) -> None:
    mark = f'<span class="mark">{screen.text(records.title)}</span>'
    st.html(
        f'<header class="slide-words"><p class="kicker">{screen.text(step.name)} {mark}</p>'
        f'<h1>{screen.text(step.title)}</h1><p class="lead">{screen.text(step.text)}</p></header>'
    )


def _foot(story: Story, step: Step, keys: list[str]) -> None:
    records, outlines = story.figures.records, loading.outlines()
    selection = story.figures.selection
    parts = [
        *filter(None, [view_in_words(selection)]),  # a title in somebody's own words has it not
        _("Data as of {as_of}").format(as_of=in_words(selection.as_of)),
        records.full_notice,
    ]
    if step.key in steps.WITH_MAP:
        parts += [_("Boundaries: {title}.").format(title=outlines.title), outlines.attribution]
        parts += [LINE_OF_CONTROL_NOTE, BOUNDARY_NOTE]
    place = f"{keys.index(step.key) + 1} / {len(keys)}"
    words = " ".join(part if part.endswith(".") else f"{part}." for part in parts)
    cells = f"<p>{screen.text(words)}</p><p>{screen.text(place)}</p>"
    st.html(f'<footer class="slide-foot">{cells}</footer>')


def _turning(keys: list[str], key: str) -> None:
    """Offer what turns the slides; seen only when it is pointed at or reached by Tab."""
    place = keys.index(key)
    ways = {"back": keys[max(place - 1, 0)], "next": keys[min(place + 1, len(keys) - 1)]}
    with st.container(key="turning", horizontal=True):
        _button(_("Back"), "back", ways["back"], KEYS["back"])
        _button(_("Next"), "next", ways["next"], KEYS["next"])
        _button(_("First"), "first", keys[0], ("Home",))
        _button(_("Last"), "last", keys[-1], ("End",))
        _button(_("Leave"), "leave", None, ("Esc",))
        whole_screen.switch()


def _button(label: str, name: str, step: str | None, shortcuts: tuple[str, ...]) -> None:
    for number, shortcut in enumerate(shortcuts):
        st.button(
            label if not number else f"{label} ({shortcut})",
            key=f"turn_{name}_{number}",
            on_click=presentation.go_to,
            args=(step,),
            shortcut=shortcut,
        )
