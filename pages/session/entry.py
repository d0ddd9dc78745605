"""The way into a screen: every one is run by ``dashboard.py``."""

from pathlib import Path

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from data.records.errors import Refusal
from geo.words.catalogue import _
from pages.session import visitor

#: In the session of everyone who came by way of ``dashboard.py``. Streamlit's own mark, one for
#: the process, is not enough: of two first visitors, one may have started before the other set it.
ENTERED = "entered"
#: The style of the screens.
STYLE = Path(__file__).with_name("style.css")


def prepare() -> None:
    """Put the style of the screens into the page; end here where the settings are not right."""
    st.html(STYLE)
    try:
        visitor.public_below()
    except Refusal as wrong:
        st.error(_("The dashboard cannot start as it is set up."), icon=":material/error:")
        st.text(str(wrong))
        st.stop()


def through_dashboard() -> None:
    """Run a page by way of ``dashboard.py``, which opens its records and its address.

    Until the navigation has been set up once, Streamlit runs a file of this folder on its own
    when the first links after a start name it. Such a run ends here, and the same link is
    followed again through ``dashboard.py``. Every page calls this first.
    """
    if PagesManager.uses_pages_directory or not st.session_state.get(ENTERED):
        PagesManager.uses_pages_directory = False
        st.rerun()
