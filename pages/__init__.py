"""One screen a file; a page reads as an outline and computes nothing."""

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager


def through_dashboard() -> None:
    """Run a page by way of ``dashboard.py``, which opens its records and its address.

    Until the navigation has been set up once, Streamlit runs a file of this folder on its own
    when the first link after a start names it. Such a run ends here, and the same link is
    followed again through ``dashboard.py``. Every page calls this first.
    """
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        st.rerun()
