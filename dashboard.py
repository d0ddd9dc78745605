"""The entry: which records are open, and navigation over the screens."""

from pathlib import Path

import streamlit as st

from data.records.programme import programme
from pages.importing import uploaded_file
from pages.session import address, loading
from pages.session.entry import ENTERED

PAGES = [
    st.Page("pages/overview.py", title="Overview", default=True),
    st.Page("pages/coverage.py", title="Coverage", url_path="coverage"),
    st.Page("pages/gaps.py", title="Gaps", url_path="gaps"),
    st.Page("pages/committees.py", title="Committees", url_path="committees"),
    st.Page("pages/participants.py", title="Participants", url_path="participants"),
    st.Page("pages/trainings.py", title="Trainings", url_path="trainings"),
    st.Page("pages/present.py", title="Present", url_path="present"),
    st.Page("pages/records.py", title="Records", url_path="records"),
    st.Page("pages/methods.py", title="Methods", url_path="methods"),
]

st.set_page_config(
    page_title=f"Training coverage \u00b7 {programme().name}",
    page_icon=str(Path(__file__).parent / "pages" / "icon.svg"),
    layout="wide",
    initial_sidebar_state=230,
)
st.session_state[ENTERED] = True
loading.prepare()
page = st.navigation(PAGES, position="top")
address.choose_records()
address.follow_address()
if page.url_path != "records":
    uploaded_file.let_go()
page.run()
loading.settle_memory()
