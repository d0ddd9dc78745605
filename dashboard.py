"""The entry: the server, and what it runs for a visitor: which records are open, navigation."""

from pathlib import Path

import streamlit as st

from geo.words.catalogue import _
from pages.importing import uploaded_file
from pages.parts import header
from pages.serving import opening
from pages.session import address, loading, noting, visitor
from pages.session.entry import ENTERED, prepare


def run() -> None:
    """Run the screen that a visitor has opened."""
    st.set_page_config(
        page_title=opening.title(),
        page_icon=str(Path(__file__).parent / "pages" / "icon.svg"),
        layout="wide",
    )
    st.session_state[ENTERED] = True
    prepare()
    noting.sign_in(loading.store())
    visitor.admit()
    screens = [
        st.Page("pages/overview.py", title=_("Overview"), url_path="start", default=True),
        st.Page("pages/gaps.py", title=_("Gaps"), url_path="gaps"),
        st.Page("pages/committees.py", title=_("Committees"), url_path="committees"),
        st.Page("pages/participants.py", title=_("Participants"), url_path="participants"),
        st.Page("pages/trainings.py", title=_("Trainings"), url_path="trainings"),
        st.Page("pages/present.py", title=_("Present"), url_path="present"),
        st.Page("pages/records.py", title=_("Records"), url_path="records"),
        st.Page("pages/methods.py", title=_("Methods"), url_path="methods"),
    ]
    if visitor.makes_grants():
        screens.append(st.Page("pages/people.py", title=_("People"), url_path="people"))
    # The first screen under its name, and under the address that older links have.
    also_first = [
        st.Page("pages/overview.py", title=_("Overview"), url_path=name, visibility="hidden")
        for name in ("overview", "coverage")
    ]
    page = st.navigation([*screens, *also_first], position="hidden")
    address.open_records()
    header.draw(screens, page.url_path)
    address.follow_address()
    if page.url_path != "records":
        uploaded_file.let_go()
    page.run()
    loading.settle_memory()


if __name__ == "__main__":  # run by Streamlit, at each visit and change
    run()
else:  # imported by the server, once
    app = st.App(__file__, lifespan=opening.lifespan, middleware=opening.middleware())
