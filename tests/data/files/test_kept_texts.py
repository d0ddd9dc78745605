"""Texts of small files are kept otherwise than those of large ones, and nobody sees it."""

from datetime import date

import pandas as pd
import pytest

from data.files import kept_texts
from data.files.kept_texts import texts_of
from data.files.text_pages import TextPages
from data.understanding.understand import Understood, understand

LIST = b"""Training,Date,Name,Sex,Agency,District
Course,2023-03-01,A B,F,FIA,Lahore
Course,2023-03-01,C D,M,Police,Kasur
Course,2023-03-01,E F,M,Nobody knows,Nowhere
"""


def _storage() -> str:
    return pd.Series(["a"]).dtype.storage


def test_what_is_read_is_the_same(monkeypatch):
    small = understand([LIST], date(2023, 9, 25))
    monkeypatch.setattr(kept_texts, "SMALL", 0)
    large = understand([LIST], date(2023, 9, 25))
    assert isinstance(small, Understood)
    assert isinstance(large, Understood)
    for name in ("trainings", "attendance"):
        pd.testing.assert_frame_equal(
            getattr(small.checked, name), getattr(large.checked, name), obj=name
        )
    for name in ("problems", "unplaced", "held"):
        texts = getattr(small.checked, name).astype(str)
        assert texts.equals(getattr(large.checked, name).astype(str))
    assert small.checked.queue == large.checked.queue
    assert small.notes == large.notes


def test_it_is_so_while_files_are_read_and_after_a_fault_no_more():
    usual = _storage()
    with texts_of([LIST]):
        assert _storage() == "python"
    with pytest.raises(ZeroDivisionError), texts_of([LIST]):
        raise ZeroDivisionError
    assert _storage() == usual != "python"


@pytest.mark.parametrize("files", [[b" " * (kept_texts.SMALL + 1)], [LIST, TextPages()]])
def test_large_files_and_pages_keep_them_as_arrow_does(files):
    with texts_of(files):
        assert _storage() == "pyarrow"
