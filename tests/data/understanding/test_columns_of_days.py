"""Districts beside columns that are named by days, each of a training or of the same persons."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import workbook_of
from tests.data.understanding.test_office_files import figures, read
from tests.data.understanding.test_read_unasked import summed, understood

DAYS = ["2023-06-05", "2023-06-06", "2023-06-08"]
ROWS = [["Home district", *DAYS], ["Kasur", "9", "4", ""], ["Okara", "", "8", "5"]]
TITLE = "Sessions for local government councillors, LG Academy Lala Musa."


@pytest.mark.parametrize(
    "said",
    ["Each day is a separate session for new participants", "Different participants every day",
     "Every day another group of participants"],
)  # fmt: skip
def test_days_on_which_others_came_as_a_text_says_are_trainings(said: str) -> None:
    found = understood(workbook_of({"Daily": [[f"{TITLE} {said}"], [], *ROWS]}))
    assert figures(found) == (3, 26)
    assert summed(found, "agency") == {"Local Government": 26}
    assert summed(found, "adm2_pcode") == {"PK614": 13, "PK626": 13}


@pytest.mark.parametrize("said", ["", "The same participants each day, in different halls"])
def test_days_that_may_have_the_same_persons_are_asked_about(said: str) -> None:
    found = read(workbook_of({"Daily": [[f"{TITLE} {said}"], [], *ROWS]}))
    assert isinstance(found, Question)
    assert found.proposal
