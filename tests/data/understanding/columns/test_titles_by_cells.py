"""Columns of trainings under a name that says nothing of them."""

import pytest

from data.understanding.understand import Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import read, summed, understood

HEADER = ["Date", "District of the participants", "No. of participants"]
ROWS = [["8-10-2024", "Kasur", "15"], ["16-10-2024", "Okara", "11"]]


def reported(called: str, texts: list[str]) -> bytes:
    rows = [[text, *row] for text, row in zip(texts, ROWS, strict=True)]
    return text_of([["Monthly progress report"], [called, *HEADER], *rows]).encode()


@pytest.mark.parametrize("called", ["Particulars", "Details"])
def test_particulars_that_each_name_a_training_are_its_title(called: str) -> None:
    texts = ["Training of Levies personnel on PTPA", "One-day refresher course of Police officials"]
    found = understood(reported(called, texts))
    assert found.checked.trainings["title"].tolist() == texts
    assert summed(found, "agency") == {"Levies": 15, "Police": 11}


@pytest.mark.parametrize("other", ["Hall charges for training"])
def test_particulars_of_other_things_are_no_titles(other: str) -> None:
    found = read(reported("Particulars", ["Training of Levies", other]))
    told = found.checked.trainings["title"] if isinstance(found, Understood) else []
    assert "Training of Levies" not in [*told]
