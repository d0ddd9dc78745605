"""The training of a list that a note below it tells, and no text above."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import figures, read, summed, understood

LIST = [["Serial", "District", "Name of participant", "Department", "Gender"],
        ["1", "Kasur", "Zarqoon Nobody", "Police", "Male"],
        ["2", "Okara", "Zarmina Nobody", "Social Welfare", "Female"],
        ["3", "Okara", "Zargul Nobody", "Police", "Male"],
        [], ["", "", "Male", "2"], ["", "", "Female", "1"],
        ["", "", "Grand Total", "3"], []]  # fmt: skip
BELOW_OFFICERS = "Participated in training on TIP Act, RPO Office Sahiwal, 07.05.2023"


@pytest.mark.parametrize("note", ["Note 1: ", "Note: ", "NOTE - ", "Notes: "])
def test_a_note_tells_the_training_of_a_list(note: str) -> None:
    below = [[f"{note}training on shelter, Town Hall Kasur, 20.11.2023"],
             ["Note 2: Chunian sent nobody. TA/DA paid to 2 participants."]]  # fmt: skip
    found = understood(text_of([*LIST, *below]).encode())
    assert figures(found) == (1, 3)
    [training] = found.checked.trainings[["title", "date_start"]].to_numpy().tolist()
    assert training[0].startswith("training on shelter")
    assert f"{training[1]:%Y-%m-%d}" == "2023-11-20"


@pytest.mark.parametrize(
    "note",
    ["Note: training on shelter will be held on 20.11.2023",
     "Note: next training on shelter, 20.11.2023"],
)  # fmt: skip
def test_a_note_of_another_training_tells_nothing(note: str) -> None:
    assert isinstance(read(text_of([*LIST, [note]]).encode()), Question)


@pytest.mark.parametrize("called", ["Officer / Official", "Officer/Official"])
def test_officers_of_a_list_are_persons_and_what_stands_below_them_a_note(called: str) -> None:
    rows = [["Sr.", called, "Present Posting"], ["1", "Zarqoon Nobody", "DPO Office Kasur"],
            ["2", "Zarmina Nobody", "FIA Circle Okara"], ["3", "Zargul Nobody", "PS City Okara"],
            [], ["", BELOW_OFFICERS]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (1, 3)
    assert summed(found, "adm2_pcode") == {"PK614": 1, "PK626": 2}
    assert summed(found, "agency") == {"Police": 2, "FIA": 1}
    assert "Nobody" not in f"{found.notes} {found.checked.trainings.to_dict()}"
