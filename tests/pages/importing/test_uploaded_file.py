"""The bytes of a chosen file are let go when it is said so, and not only from the screen."""

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.testing.v1 import AppTest

from pages.importing import uploaded_file

FILES = [("a.csv", b"a,b\n1,2\n", "text/csv"), ("b.csv", b"c,d\n3,4\n", "text/csv")]


@pytest.fixture
def removed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of files of which the server has let the bytes go."""
    told: list[str] = []
    remove = MemoryUploadedFileManager.remove_file

    def spy(self, session_id: str, file_id: str) -> None:
        told.append(file_id)
        remove(self, session_id, file_id)

    monkeypatch.setattr(MemoryUploadedFileManager, "remove_file", spy)
    return told


def screen() -> None:
    import streamlit as st

    from pages.importing import uploaded_file

    if st.session_state.get("elsewhere"):
        uploaded_file.let_go()
        return
    st.file_uploader("Files", key=uploaded_file.key(), accept_multiple_files=True)
    uploaded_file.note()
    st.session_state["too_large"] = uploaded_file.is_too_large()


def chosen() -> AppTest:
    app = AppTest.from_function(screen, default_timeout=60).run()
    app.file_uploader[0].set_value(FILES).run()
    assert not app.exception
    return app


def test_what_was_chosen_is_let_go_on_another_screen(removed: list[str]) -> None:
    app = chosen()
    held = list(app.session_state["held_files"])
    assert (len(held), removed) == (2, [])
    app.session_state["elsewhere"] = True
    app.run()
    assert sorted(removed) == sorted(held)
    # The widget that comes back is another one, and empty.
    app.session_state["elsewhere"] = False
    app.run()
    assert app.session_state["upload_turn"] == 1
    assert not app.session_state["upload_1"]


def test_no_more_is_held_than_two_files(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not chosen().session_state["too_large"]
    monkeypatch.setattr(uploaded_file, "MOST_BYTES", 10)
    assert chosen().session_state["too_large"]
