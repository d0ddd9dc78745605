"""A column for each agency over numbers of districts, where no name else is known."""

import pytest

from data.records.errors import ReadingError
from data.understanding.understand import Question
from tests.data.sheets_made import workbook_of
from tests.data.understanding.test_office_files import figures, read
from tests.data.understanding.test_read_unasked import summed, understood

TITLE = "Participants of the training on bonded labour, Larkana, 8 October 2023"
NAMES = ["Came from (district)", "F.I.A.", "Sindh Police", "S.W.D.", "NGOs/CSOs"]
ROWS = [["Larkana", 3, 6, "", 4], ["Jacobabad", "", 5, 2, 1], ["Dadu", 1, 4, 3, ""]]


def test_agencies_in_short_over_numbers_are_the_header() -> None:
    found = understood(workbook_of({"S": [[TITLE], ["From each district"], [], NAMES, *ROWS]}))
    assert figures(found) == (1, 29)
    assert summed(found, "agency") == {"FIA": 4, "Police": 15, "Civil society": 5,
                                       "Social Welfare Department": 5}  # fmt: skip
    assert summed(found, "adm2_pcode") == {"PK713": 13, "PK707": 8, "PK703": 8}


def test_numbers_that_nothing_calls_people_are_asked_about() -> None:
    assert isinstance(read(workbook_of({"S": [["Cases of 2023"], [], NAMES, *ROWS]})), Question)


@pytest.mark.parametrize("post", ["Inspector Police", "SI F.I.A."])
def test_a_row_of_somebody_is_no_header(post: str) -> None:
    rows = [["Zarqoon Nobody", post, "Sindh Police"], ["Zarmina Nobody", post, "Sindh Police"]]
    with pytest.raises(ReadingError):
        read(workbook_of({"S": [[TITLE], [], *rows]}))
