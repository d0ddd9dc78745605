"""The list of files to download costs nothing while it is closed, and says what failed."""

import pytest
from streamlit.testing.v1 import AppTest

from data.records.programme import programme
from pages.parts import downloads
from reports.exports.files import FILES

SCREENS = ["overview", "gaps", "committees", "participants", "trainings"]


@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_computed_while_the_list_is_closed(run_screen, monkeypatch, name):
    def asked(*_, **__):
        raise AssertionError("a view was made for a closed list")

    monkeypatch.setattr(downloads, "View", asked)
    app = run_screen(name)
    assert not app.exception
    assert not [one for one in app.get("download_button") if "take_" in one.proto.id]


@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_offers_the_files(run_screen, name):
    app = run_screen(name, state={"take_along": True})
    offered = [one.proto for one in app.get("download_button") if "take_" in one.proto.id]
    assert sorted(one.label for one in offered) == sorted(one.label for one in FILES)


def script(fault):
    import streamlit as st

    from data.figures.coverage import coverage
    from data.figures.selection import whole
    from data.store.shipped import illustrative
    from geo.boundaries.boundary_set import embedded
    from pages.parts import downloads
    from reports.exports.files import ReportFile, View

    def broken(_):
        raise fault

    records = illustrative()
    view = View(coverage(records, whole(records)), embedded())
    one = ReportFile("map", "pdf", "Map (PDF)", "", "application/pdf", broken)
    if "tried" not in st.session_state:
        st.session_state["tried"] = True
        try:
            downloads._made(one, view)()
        except type(fault):
            st.text("failed")
    downloads._failures()


def test_a_table_to_take_along_says_how_it_is_cited(run_screen):
    words = [one.value for one in run_screen("trainings").text]
    assert any(
        one.startswith(f"Cite as: {programme().name}: Illustrative records") for one in words
    )


def test_a_failure_is_told_in_its_own_words():
    app = AppTest.from_function(script, args=(ValueError("<b>no page</b> *wide*"),)).run()
    assert [one.value for one in app.text] == ["failed", "<b>no page</b> *wide*"]
    assert app.warning[0].value == "Map (PDF) could not be made"


def test_a_fault_that_nobody_expected_shows_nothing_of_the_inside():
    app = AppTest.from_function(script, args=(KeyError("secret"),)).run()
    assert [one.value for one in app.text] == ["failed", "an error that is in the log"]
