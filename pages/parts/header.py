"""The header of every screen: whose programme it is, the screens, and which records are open."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from data.records.programme import programme
from geo.words.catalogue import _
from pages.browser import address_bar, connection, current_screen, focus
from pages.parts import screen, view_words
from pages.parts.screen import label
from pages.session import address, list_widgets, loading, noting, visitor

#: Screens that have something to say without any records.
WITHOUT_RECORDS = ("records", "methods", "people")


def draw(screens: Sequence[StreamlitPage], shown: str) -> None:
    """Draw the header; the run ends below it where there are no records to show.

    ``screens`` are in the order of the navigation; ``shown`` is the address of the one that is
    open.
    """
    with st.container(horizontal=True, key="header", vertical_alignment="center"):
        st.html(view_words.brand(), width="content")
        with st.container(horizontal=True, key="navigation"):
            for one in screens:
                st.page_link(one, label=one.title)
        addresses = [one.url_path for one in screens]
        # The first screen has other addresses as well, which older links have.
        place = addresses.index(shown) if shown in addresses else 0
        current_screen.draw(place, len(screens))
        focus.in_lists()
        connection.watch()
        with st.container(horizontal=True, width="content", vertical_alignment="center"):
            address_bar.draw()
            _records()
    if fault := loading.fault(st.session_state["records"]):
        _stop_unreadable(fault)
    if loading.clock_fault():
        st.warning(loading.clock_fault(), icon=":material/schedule:")
    if address.none_yet() and shown not in WITHOUT_RECORDS:
        _stop_empty()


def about() -> None:
    """Show what the programme is, each fact with its source."""
    with st.expander(_("What the programme is"), icon=":material/info:"):
        facts = programme().facts
        st.html(screen.facts({fact.what: fact.words for fact in facts}))
        sources = dict.fromkeys(fact.source for fact in facts)
        st.caption(_("Source: {sources}").format(sources="; ".join(sources)))


def _records() -> None:
    """Offer the sets of records, with a word on the one that is chosen."""
    titles = loading.sets()
    chosen = titles[st.session_state["records"]]
    with st.popover(chosen, icon=":material/database:", key="records_list", type="tertiary"):
        st.radio(
            _("Records on every screen"),
            list(titles),
            format_func=titles.__getitem__,
            **list_widgets.holding("records", among=list(titles), then=address.leave_view),
        )
        if not loading.fault(st.session_state["records"]) and not address.none_yet():
            st.caption(address.opened().notice)
        _visitor()


def _visitor() -> None:
    """Say who is signed in and what he may not, and offer to sign out."""
    person = visitor.person()
    if person.name:
        st.divider()
        st.text(f"{person.name}, {person.role}")
        sign_out = partial(noting.sign_out, loading.store)
        st.button(_("Sign out"), on_click=sign_out, icon=":material/logout:", key="sign_out")
    if person.why_not:
        st.caption(label(person.why_not))


def _stop_unreadable(fault: str) -> None:
    name = loading.sets()[st.session_state["records"]]
    st.html(f'<div class="title"><h1>{screen.text(name)}</h1></div>')
    words = _("{records} cannot be read. No figure is shown.").format(records=name)
    screen.failed(words, fault)
    st.button(_("Try again"), key="read_again", icon=":material/refresh:")
    st.caption(
        _("These records stay selected. The other sets, at the top right, are other records.")
    )
    st.stop()


def _stop_empty() -> None:
    st.html(f'<div class="title"><h1>{_("Your records")}</h1></div>')
    st.info(
        _(
            "You have not opened any records in this browser session. Records opened in another "
            "session stay there; a link does not carry them over."
        ),
        icon=":material/inbox:",
    )
    st.page_link("pages/records.py", label=_("Open a file of records"), icon=":material/upload:")
    st.caption(_("An attendance sheet, a list of trainings, or the template offered there."))
    st.stop()
