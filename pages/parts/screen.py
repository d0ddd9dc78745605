"""The parts that every screen is made of: title, notice, headline, filters, source, lists."""

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.figures.coverage import Coverage
from data.figures.selection import Selection, as_of_dates, choices, programme_months, whole
from data.records.model import Records
from geo.districts import gazetteer
from geo.words.catalogue import _
from pages.browser import chosen_filter
from pages.parts import playing, view_words
from pages.session import address, list_widgets, loading, visitor
from pages.session.entry import through_dashboard

#: Stands on a sheet where somebody prints the window, in place of maps and charts.
FOR_PAPER = _(
    "This screen is not made for paper. Download offers a two-page A4 brief, and the map as PDF."
)
_GIVEN = "name_given"
#: What Markdown, which Streamlit reads in labels of controls, would not show as it is.
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&@/])")
#: Of these, what makes something else of words that stand within a line.
MARKS = re.compile(r"[\\`*\[\]~$@]|_(?![^\W_])|(?<![^\W_])_|&(?=#?\w+;)|:(?=\w|//)|<(?=[\w/!?])")


def label(value: object) -> str:
    """Return words of the records as the label of a control: shown as written, never read."""
    return MARKDOWN.sub(r"\\\1", " ".join(str(value).split()))


def spoken(value: object) -> str:
    """Return words of the records as the label of a field, which a screen reader has as it is.

    What Markdown would read within a line is left out of it, as an escape would be read aloud;
    before what begins a list or a heading stands a space that nobody hears.
    """
    words = " ".join(MARKS.sub(" ", str(value)).split())
    return f"\u200b{words}" if re.match(r"[#>+\-=\d]", words) else words


def text(value: object) -> str:
    """Return a value as text for ``st.html``: shown as written, never run."""
    return html.escape(str(value), quote=True)


def opened(words: str) -> Records:
    """Begin a screen: return the records that are open, under its title.

    Every page calls this first, or ``through_dashboard``.
    """
    through_dashboard()
    records = address.opened()
    title(words, records)
    return records


def title(words: str, records: Records) -> None:
    """Write the screen's title, what the records are, and what of the address was not usable."""
    st.html(view_words.title(words, records, f'<p class="for-paper">{text(FOR_PAPER)}</p>'))
    if records.not_placed:
        st.page_link("pages/records.py", label=records.not_placed, icon=":material/wrong_location:")
    for problem in address.problems():
        st.warning(
            _("{problem} The default is shown instead.").format(problem=problem),
            icon=":material/link_off:",
        )


def view(records: Records) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Begin a view: return the place of its figures, and that of what belongs to the whole of it.

    The figures stand first on every screen; what is chosen below never moves them.
    """
    return st.container(key="figures"), filters(records)


def headline(figures: Coverage, none: str = "") -> None:
    """Write the figures of a view, each beside what has been published of it.

    Where nobody is in it, that stands below them, or ``none``, with what to do; above them where
    there is no training at all.
    """
    if figures.records.trainings.empty:
        _say_to_add_records(_("These records have no training yet."))
        st.html(view_words.headline(figures))
        return
    st.html(view_words.headline(figures))
    if none or not figures.row_count:
        _said_empty(figures, none or _("No participant in this selection."))


def _said_empty(figures: Coverage, words: str) -> None:
    """Say in ``words`` that a selection is empty, and what to do; other words of whole records."""
    if figures.selection == whole(figures.records):
        words = _("These records have no participant yet: no attendance of a held training.")
        _say_to_add_records(words)
    else:
        advice = _("Choose a later date or fewer filters.")
        st.info(f"{words} {advice}", icon=":material/filter_alt_off:")


def _say_to_add_records(words: str) -> None:
    st.info(words, icon=":material/inbox:")
    st.page_link("pages/records.py", label=_("Add records"), icon=":material/upload:")


def failed(what: str, why: str) -> None:
    """Say that something failed, and why: words of a file or a source, so never Markdown."""
    st.error(what, icon=":material/error:")
    st.text(why)


def filters(records: Records, *, playable: bool = True) -> DeltaGenerator:
    """Draw the one bar of filters; what it holds is read by ``address.selection``.

    Returns the place at its end, for what belongs to the whole of the view.
    """
    offered = choices(records)
    with st.container(horizontal=True, key="filters", vertical_alignment="bottom"):
        playing.step(records)
        _as_of_slider(records)
        if playable and len(as_of_dates(records)) > 1:
            playing.button(records)
        _many("provinces", _("Province"), offered["province"], gazetteer.provinces())
        _many("agencies", _("Agency"), offered["agency"])
        _many("donors", _("Donor"), offered["donor"])
        _more(records, offered["level"])
        if address.selection(records) != replace(whole(records), as_of=_as_of(records)):
            st.button(
                _("Clear filters"),
                on_click=address.clear_filters,
                key="clear_filters",
                icon=":material/filter_alt_off:",
                type="tertiary",
            )
        return st.container(horizontal=True, width="content", key="whole_view")


def _as_of(records: Records) -> date:
    return st.session_state.get("as_of") or records.as_of


def _as_of_slider(records: Records) -> None:
    dates = as_of_dates(records, st.session_state.get("as_of"))
    if len(dates) > 1:
        st.select_slider(
            _("As of"),
            dates,
            key="as_of",
            format_func=_short,
            width=200,
            persist_state="session",
            label_visibility="collapsed",
        )


def _many(
    key: str, label: str, offered: tuple[str, ...], names: Mapping[str, str] | None = None
) -> None:
    """Offer any number of values in a list of their own; its button says what is chosen."""
    chosen = [_named(value, names) for value in st.session_state.get(key) or ()]
    words = label if not chosen else f"{label}: {chosen[0]}"
    if len(chosen) > 1:
        words = _("{label}: {chosen} chosen").format(label=label, chosen=len(chosen))
    with st.popover(words, key=f"choose_{key}", type="primary" if chosen else "secondary"):
        _pills(key, label, offered, names)
    if chosen:
        chosen_filter.draw(f"choose_{key}", words)


def _pills(
    key: str, label: str, offered: tuple[str, ...], names: Mapping[str, str] | None = None
) -> None:
    st.pills(
        label,
        offered,
        selection_mode="multi",
        format_func=lambda value: _named(value, names),
        help=_("None chosen means all."),
        **list_widgets.holding(key),
    )


def _named(value: str, names: Mapping[str, str] | None) -> str:
    return label(names[value] if names else value or _("not recorded"))


def _more(records: Records, levels: tuple[str, ...]) -> None:
    """Offer what is chosen less often."""
    selected = address.selection(records)
    more = bool(selected.levels) + (selected.since is not None)
    label = _("More filters: {more}").format(more=more) if more else _("More filters")
    with st.popover(
        label, icon=":material/tune:", key="choose_more", type="primary" if more else "secondary"
    ):
        _pills("levels", _("Level"), levels)
        _since(records)
    if more:
        chosen_filter.draw("choose_more", more)


def _since(records: Records) -> None:
    months = programme_months(records)
    offered = sorted({*months, st.session_state["since"]})
    st.selectbox(
        _("Trainings from"),
        offered,
        format_func=lambda day: _("the start") if day == months[0] else f"{day:%B %Y}",
        **list_widgets.holding("since", among=offered),
    )


def _short(day: date) -> str:
    return _("as of {number} {day:%b %Y}").format(number=day.day, day=day)


def source(records: Records, selection: Selection, *, with_map: bool = False) -> None:
    """Write the line under every map and chart: what of, as-of date, source, boundaries, notes."""
    st.html(view_words.source(records, selection, loading.outlines() if with_map else None))


def choice(
    label: str, words: Mapping[Any, str], key: str, *, in_list: bool = False, **looks: Any
) -> None:
    """Offer one of a few values by their words; what is chosen is the option ``key``.

    Parameters
    ----------
    label
        What is chosen.
    words
        The values in their order, and what each is called.
    key
        The name of the option.
    in_list
        Whether it stands in a list that opens.
    looks
        As for ``st.segmented_control``: a help, or a label that only a screen reader tells.
    """
    st.segmented_control(
        label,
        list(words),
        format_func=words.__getitem__,
        required=True,
        **(list_widgets.holding(key) if in_list else {"key": key, "persist_state": "session"}),
        **looks,
    )


def facts(words: Mapping[str, object]) -> str:
    """Return facts under their names, for ``st.html``."""
    rows = (f"<dt>{text(name)}</dt><dd>{text(fact)}</dd>" for name, fact in words.items())
    return f'<dl class="facts">{"".join(rows)}</dl>'


def who(key: str, *, at_once: bool = True) -> str:
    """Return the name for history and audit: of the sign-in, else asked for here.

    One that has been given in this session stands in it. Unless ``at_once``, what is written comes
    with the next click alone, and is given by ``give_name``.
    """
    held = st.session_state
    name = visitor.person().name
    if name:
        held[key] = name
        return name
    if not held.get(key) and held.get(_GIVEN):
        held[key] = held[_GIVEN]
    written = st.text_input(
        _("Your name, for the history"),
        key=key,
        max_chars=80,
        width=260,
        on_change=partial(give_name, key) if at_once else "ignore",
    )
    return (written or "").strip()


def give_name(key: str) -> None:
    """Remember the name that is written under ``key``, as it is then."""
    st.session_state[_GIVEN] = (st.session_state.get(key) or "").strip()


def lines(sentences: Iterable[str], none: str = "") -> str:
    """Return a list of sentences for ``st.html``; ``none`` stands where there is not one."""
    shown = list(sentences) or ([none] if none else [])
    rows = "".join(f"<li>{text(sentence)}</li>" for sentence in shown)
    return f'<ul class="told">{rows}</ul>'
