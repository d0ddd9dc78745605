"""Present: the story of a view, prepared here and told in full-screen steps."""

import streamlit as st

from pages import present_preparing, present_slide, through_dashboard, view

through_dashboard()
records = view.opened()

if st.session_state.get("step"):
    present_slide.show(records)
else:
    present_preparing.draw(records)
