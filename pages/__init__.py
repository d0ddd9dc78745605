"""One screen a file; a page reads as an outline and computes nothing."""

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

if PagesManager.uses_pages_directory:
    # Until the navigation has been set up once, Streamlit runs a file of this folder on its own
    # when the first link after a start names it, without the records and the address that
    # dashboard.py opens. Every screen imports this package, so that run ends here and the same
    # link is followed again through dashboard.py.
    PagesManager.uses_pages_directory = False
    st.rerun()
