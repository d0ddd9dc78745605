"""The floor of a filter change: a fragment with a slider, and its value as text."""

import streamlit as st

MONTHS = ["Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep"]

st.set_page_config(layout="wide")


@st.fragment
def body() -> None:
    """Say what the slider says."""
    st.text(st.select_slider("As of", MONTHS, value=MONTHS[-1]))


body()
