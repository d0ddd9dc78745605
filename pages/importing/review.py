"""The review queue: what no rule settles, each put before a person once for all rows like it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

import streamlit as st

from data.records.programme import programme
from data.review.decisions import AGENCY, DATE, DISTRICT, DecisionsError
from data.review.questions import QueueItem, settle
from geo.districts import gazetteer
from geo.names.match_result import province_names
from geo.words.catalogue import _, ngettext
from pages.parts.screen import label, spoken
from pages.session import kept

#: The most questions that are put on the screen at once.
MOST_SHOWN = 20


def queue(
    waiting: Sequence[QueueItem], check_again: Callable[[], None], who_key: str = "who"
) -> None:
    """Put every question before a person, the one with the most rows first.

    ``check_again`` reads the upload with the decisions made by then. ``who_key`` is that of the
    box above (``screen.who``) in which the name stands under which they are kept.
    """
    _undo(check_again, who_key)
    if not waiting:
        return
    st.subheader(waits(waiting), anchor=False)
    rule = _(
        "A decision applies to every row that is written the same, now and in later "
        "files; one on all rows of a table, to its trainings. It is kept with your "
        "name and can be undone."
    )
    st.caption(f"{_not_counted(waiting)} {rule}".strip())
    if not _name(who_key):
        st.caption(_("Write your name above first: each button waits for it."))
    for number, one in enumerate(sorted(waiting, key=lambda one: -len(one.rows))[:MOST_SHOWN]):
        with st.container(border=True, key=f"waiting_{number}"):
            _ask(one, check_again, who_key)
    if len(waiting) > MOST_SHOWN:
        st.caption(
            _("{more:,} more will follow once these are decided.").format(
                more=len(waiting) - MOST_SHOWN
            )
        )


def waits(waiting: Sequence[QueueItem]) -> str:
    """Say how many rows wait for a decision; blank where none does."""
    rows = len({row for one in waiting for row in one.rows})
    words = ngettext("{rows:,} row needs a decision", "{rows:,} rows need a decision", rows)
    return words.format(rows=rows) if waiting else ""


def _not_counted(waiting: Sequence[QueueItem]) -> str:
    """Say how many of the rows are in no figure until they are decided."""
    rows = len(held_rows(waiting))
    return _("Not counted until decided: {rows:,}.").format(rows=rows) if rows else ""


def held_rows(waiting: Sequence[QueueItem]) -> set[int]:
    """Return the rows, as the reader numbers them, in no figure until somebody answers."""
    return {row for one in waiting if one.held for row in one.rows}


def _ask(one: QueueItem, check_again: Callable[[], None], who_key: str) -> None:
    written = f"\u201c{one.value}\u201d" if one.value else one.kind.capitalize()
    written += f", {one.province}" if one.province else ""
    of_what = _("Dates written like {day}").format(day=written) if one.kind == DATE else written
    st.text(f"{of_what}: {one.of_rows}. {one.reason}")
    words = {option.answer: option.words for option in one.candidates}
    if one.kind == DISTRICT:
        words |= {p: _in_words(p) for p in gazetteer.names() if p not in words}
    elif one.kind == AGENCY:
        words |= {name: name for name in programme().agencies if name not in words}
    if not words:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            _("{question} is").format(question=spoken(written)),
            list(words),
            index=None,
            placeholder=_("Choose: the most likely first"),
            format_func=words.__getitem__,
            key=f"answer_{one.key}",
            width=420,
        )
        st.button(
            _("Apply to all matching rows: {question}").format(question=label(written)),
            key=f"settle_{one.key}",
            on_click=_settle,
            args=(one, chosen, _decided(one, chosen or "", words), check_again, who_key),
            disabled=chosen is None or not _name(who_key),
            icon=":material/check:",
        )


def _decided(one: QueueItem, answer: str, words: Mapping[str, str]) -> str:
    """Return what is decided, without why it was offered."""
    if one.kind == DISTRICT and answer in gazetteer.names():
        return _in_words(answer)
    return answer if one.kind == AGENCY else words.get(answer, "")


def _in_words(pcode: str) -> str:
    return f"{gazetteer.names()[pcode]}, {province_names()[pcode]}"


def _name(who_key: str) -> str:
    return (st.session_state.get(who_key) or "").strip()


def _settle(
    one: QueueItem, answer: str, words: str, check_again: Callable[[], None], who_key: str
) -> None:
    who, at = _name(who_key), datetime.now(UTC)
    try:
        numbers = kept.keep_decisions(lambda known: settle(known, {one: answer}, who, at), who)
    except DecisionsError as fault:
        _say_not_kept(fault)
        return
    st.session_state["last_decision"] = (tuple(numbers), one.value, words)
    check_again()


def _undo(check_again: Callable[[], None], who_key: str) -> None:
    if "last_decision" not in st.session_state:
        return
    value, words = st.session_state["last_decision"][1:]
    st.text(_("Decided: “{value}” is {words}").format(value=value, words=words))
    st.button(
        _("Undo the decision"),
        on_click=_take_back,
        args=(check_again, who_key),
        key="take_back",
        icon=":material/undo:",
    )


def _take_back(check_again: Callable[[], None], who_key: str) -> None:
    numbers = st.session_state["last_decision"][0]
    try:
        for number in numbers:
            kept.undo_decision(number, _name(who_key))
    except DecisionsError as fault:
        _say_not_kept(fault)
        return
    del st.session_state["last_decision"]
    check_again()


def _say_not_kept(fault: DecisionsError) -> None:
    words = _("The decision could not be saved: {fault}").format(fault=fault)
    st.session_state["upload_problem"] = words
