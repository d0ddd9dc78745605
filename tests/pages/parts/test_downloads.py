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


def script(**choices):
    import streamlit as st

    from data.figures.coverage import coverage
    from data.figures.selection import whole
    from data.store.shipped import illustrative
    from geo.boundaries.boundary_set import embedded
    from pages.parts import downloads
    from reports.exports.files import View, report_file

    if "tried" not in st.session_state:
        st.session_state["tried"] = True
        records = illustrative()
        view = View(coverage(records, whole(records)), embedded(), **choices)
        key, ending = (choices and ("deck", "pptx")) or ("districts", "geojson")
        if "measure" in choices:
            key, ending = "map", "svg"
        try:
            st.text(len(downloads._made(report_file(key, ending), view)()))
        except Exception as fault:
            st.text(type(fault).__name__)
    downloads._state()


@pytest.mark.parametrize(
    ("choices", "label", "why"),
    [
        ({"template": b"<b>no</b> deck"}, "PowerPoint", "PowerPoint"),
        ({"measure": "none"}, "Map (SVG)", "an error recorded in the log"),  # nothing of the inside
    ],
)
def test_a_failure_of_the_worker_is_told_on_the_screen(choices, label, why):
    app = AppTest.from_function(script, kwargs=choices, default_timeout=60).run()
    assert not app.exception
    assert app.warning[0].value == f"{label} could not be made"
    assert why in app.text[-1].value


def test_a_table_to_take_along_says_how_it_is_cited(run_screen):
    words = [one.value for one in run_screen("trainings").text]
    assert any(
        one.startswith(f"Cite as: {programme().name}: Illustrative records") for one in words
    )


def test_a_file_is_made_by_a_worker():
    app = AppTest.from_function(script, default_timeout=60).run()
    assert not app.exception
    assert int(app.text[0].value) > 100_000
    assert not app.warning
