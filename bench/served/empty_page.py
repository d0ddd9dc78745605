"""The floor of a cold load: a Streamlit page with one line of text."""

import streamlit as st

st.set_page_config(layout="wide")
st.text("Nothing else is here.")
