"""Before the meeting: which steps are told, in which order and words; then start."""

from dataclasses import replace

import streamlit as st

from data.access.rights import Right
from data.records.model import Records
from data.store.errors import StoreError
from geo.words.catalogue import _
from pages.browser import whole_screen
from pages.parts import downloads, screen
from pages.presenting import imprint
from pages.session import address, kept, loading, options, presentation, visitor
from reports.story.story import Step, Story
from reports.story.wording import LONGEST_TEXT, LONGEST_TITLE, STEPS, Wording

KEYS = _(
    "\u2192 or Page Down for the next slide, \u2190 or Page Up for the one before, Esc to leave. "
    "Space replays the map."
)


def draw(records: Records) -> None:
    """Offer the steps with their words, and the start."""
    # Words of one set of records are never those of another, nor kept as such.
    if st.session_state.get("fields_of", records.key) != records.key:
        _forget_fields()
        imprint.forget_fields()
    st.session_state["fields_of"] = records.key
    screen.title(_("Present: the story of this view"), records)
    bar = screen.filters(records, playable=False)
    address.write_address(records, options.names(options.AIMS))
    figures = address.figures(records)
    story = presentation.story(figures)
    downloads.offer(bar, figures)
    with st.container(horizontal=True, vertical_alignment="center", key="present_start"):
        first = story.steps[0].key
        whole_screen.start(lambda: presentation.go_to(first))
        st.button(
            _("Start in this window"),
            icon=":material/slideshow:",
            on_click=presentation.go_to,
            args=(first,),
            key="start_presenting",
        )
        st.html(f'<p class="keys">{screen.text(KEYS)}</p>')
    imprint.draw(records)
    _steps(records, story)
    _keeping(records, story.wording)


def _steps(records: Records, story: Story) -> None:
    shown = story.wording.steps
    st.subheader(_("Steps"), anchor=False)
    for key in (*shown, *(key for key in STEPS if key not in shown)):
        with st.container(border=True, key=f"step_{key}"):
            _head(records, story, key)
            if key in story.left_out:
                st.caption(
                    _("Not part of this view. {left_out}").format(left_out=story.left_out[key])
                )
                continue
            _words(records, story.wording, story.step(key))


def _head(records: Records, story: Story, key: str) -> None:
    shown = story.wording.steps
    place = shown.index(key) if key in shown else None
    with st.container(horizontal=True, vertical_alignment="center"):
        st.session_state[f"step_shown_{key}"] = place is not None
        st.toggle(
            STEPS[key],
            key=f"step_shown_{key}",
            disabled=shown == (key,),
            help=_("At least one step stays.") if shown == (key,) else None,
            on_change=_turn,
            args=(records, story.wording, key),
            width="stretch",
        )
        for label, icon, by in (
            (_("Earlier"), "arrow_upward", -1),
            (_("Later"), "arrow_downward", 1),
        ):
            st.button(
                label,
                icon=f":material/{icon}:",
                key=f"step_{label}_{key}",
                type="tertiary",
                disabled=place is None or not 0 <= place + by < len(shown),
                on_click=_move,
                args=(records, story.wording, key, by),
            )
        st.button(
            _("Show"),
            icon=":material/slideshow:",
            key=f"step_show_{key}",
            type="tertiary",
            disabled=place is None or key in story.left_out,
            on_click=presentation.go_to,
            args=(key,),
        )


def _words(records: Records, worded: Wording, step: Step) -> None:
    """Show the words of a step, and offer to replace them."""
    words = f"<b>{screen.text(step.title)}</b><br>{screen.text(step.text)}"
    st.html(f'<p class="step-words">{words}</p>')
    with st.expander(_("Edit text"), key=f"step_words_{step.key}"):
        st.caption(_("Leave blank to keep the automatic text."))
        for part, most in (("titles", LONGEST_TITLE), ("texts", LONGEST_TEXT)):
            key = f"step_{part}_{step.key}"
            st.session_state.setdefault(key, getattr(worded, part).get(step.key, ""))
            write = st.text_input if part == "titles" else st.text_area
            write(
                PARTS[part],
                key=key,
                max_chars=most,
                placeholder=_("as above"),
                on_change=_word,
                args=(records, worded, step.key),
            )


PARTS = {"titles": _("Title"), "texts": _("Text")}


def _word(records: Records, worded: Wording, key: str) -> None:
    """Take over the words that somebody has written for a step."""
    parts = {
        part: {**getattr(worded, part), key: st.session_state[f"step_{part}_{key}"].strip()}
        for part in PARTS
    }
    filled = {part: {k: words for k, words in by.items() if words} for part, by in parts.items()}
    presentation.hold(records, Wording(worded.steps, **filled))


def _turn(records: Records, worded: Wording, key: str) -> None:
    """Leave a step out, or tell it again at the end."""
    kept = tuple(step for step in worded.steps if step != key)
    steps = kept if key in worded.steps else (*worded.steps, key)
    presentation.hold(records, replace(worded, steps=steps))


def _move(records: Records, worded: Wording, key: str, by: int) -> None:
    """Tell a step earlier or later."""
    steps = [step for step in worded.steps if step != key]
    steps.insert(worded.steps.index(key) + by, key)
    presentation.hold(records, replace(worded, steps=tuple(steps)))


def _keeping(records: Records, worded: Wording) -> None:
    """Offer to keep the wording with the records, and to go back to the usual words."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if visitor.person().may(Right.WORDING):
            who = screen.who("wording_who")
            st.button(
                _("Save for everyone"),
                icon=":material/save:",
                key="keep_wording",
                disabled=not who or records.key == loading.YOURS,
                help=_("Saved with the programme records, under your name."),
                on_click=_keep,
                args=(records, worded),
            )
        st.button(
            _("Reset text"),
            key="usual_wording",
            disabled=worded == Wording(),
            on_click=_back_to_usual,
            args=(records,),
        )
        if _before(records):
            st.button(
                _("Undo"),
                icon=":material/undo:",
                key="undo_wording",
                on_click=_undo,
                args=(records,),
            )
    if records.key == loading.YOURS:
        st.caption(_("Text for records opened in this browser session is not kept beyond it."))


def _keep(records: Records, worded: Wording) -> None:
    who = st.session_state["wording_who"].strip()
    try:
        kept.keep(kept.WORDING, records.key, worded, who)
        kept.keep(kept.IMPRINT, records.key, presentation.imprint(records), who)
    except StoreError as fault:
        st.toast(
            _("Not saved: {for_visitors}").format(for_visitors=fault.for_visitors),
            icon=":material/error:",
        )
    else:
        st.toast(_("Saved with the records."), icon=":material/check:")


def _before(records: Records) -> Wording | None:
    return st.session_state.get("wording_before", {}).get(records.key)


def _back_to_usual(records: Records) -> None:
    st.session_state.setdefault("wording_before", {})[records.key] = presentation.wording(records)
    presentation.hold(records, Wording())
    _forget_fields()


def _undo(records: Records) -> None:
    presentation.hold(records, st.session_state["wording_before"].pop(records.key))
    _forget_fields()


def _forget_fields() -> None:
    """Let the fields be filled anew from the wording."""
    for key in STEPS:
        for part in ("shown", *PARTS):
            st.session_state.pop(f"step_{part}_{key}", None)
