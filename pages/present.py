"""Present: the story of a view, prepared here and told in full-screen steps."""

import streamlit as st

from pages.presenting import preparing, slide
from pages.session import address
from pages.session.entry import through_dashboard

through_dashboard()
records = address.opened()

if st.session_state.get("step"):
    slide.show(records)
else:
    preparing.draw(records)
