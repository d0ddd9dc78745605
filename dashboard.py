"""The entry: which records are open, and navigation over the screens."""

from pathlib import Path

import streamlit as st

from data.records.programme import programme
from pages.importing import uploaded_file
from pages.parts import header
from pages.session import address, loading
from pages.session.entry import ENTERED

SCREENS = [
    st.Page("pages/overview.py", title="Overview", url_path="start", default=True),
    st.Page("pages/gaps.py", title="Gaps", url_path="gaps"),
    st.Page("pages/committees.py", title="Committees", url_path="committees"),
    st.Page("pages/participants.py", title="Participants", url_path="participants"),
    st.Page("pages/trainings.py", title="Trainings", url_path="trainings"),
    st.Page("pages/present.py", title="Present", url_path="present"),
    st.Page("pages/records.py", title="Records", url_path="records"),
    st.Page("pages/methods.py", title="Methods", url_path="methods"),
]
#: The first screen under its name, and under the address that older links have.
ALSO_FIRST = [
    st.Page("pages/overview.py", title="Overview", url_path=name, visibility="hidden")
    for name in ("overview", "coverage")
]

st.set_page_config(
    page_title=f"Training coverage \u00b7 {programme().name}",
    page_icon=str(Path(__file__).parent / "pages" / "icon.svg"),
    layout="wide",
)
st.session_state[ENTERED] = True
loading.prepare()
page = st.navigation([*SCREENS, *ALSO_FIRST], position="hidden")
address.open_records()
header.draw(SCREENS, page.url_path)
address.follow_address()
if page.url_path != "records":
    uploaded_file.let_go()
page.run()
loading.settle_memory()
