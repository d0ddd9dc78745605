"""Pivot tables as a spreadsheet writes them: what they count stands over the names of columns."""

import pytest

from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import figures, read, summed, unsure

ABOVE = ["Two-day training on referral held at Sukkur, 4-5 May 2023"]
ROWS = [["Sukkur", "4", "2", "6"], ["Khairpur", "3", "", "3"], ["Grand Total", "7", "2", "9"]]


def pivot(over: list[str], rows: str) -> Understood | Question:
    header = [rows, "Police", "FIA", "Grand Total"]
    return read(text_of([ABOVE, over, header, *ROWS]).encode())


@pytest.mark.parametrize(
    ("over", "rows"),
    [
        (["Count of participants"], "Posted in"),
        (["Count of Name", "Column Labels"], "Row Labels"),
        (["Sum of Participants", "Agency"], "Home District"),
        (["Count of CNIC"], "Row Labels"),
    ],
)
def test_what_a_pivot_table_counts_is_not_the_name_of_its_first_column(
    over: list[str], rows: str
) -> None:
    found = pivot(over, rows)
    assert isinstance(found, Understood), found
    assert figures(found) == (1, 9)
    told = found.checked.attendance.set_index(["adm2_pcode", "agency"])["participants_unspecified"]
    assert told.to_dict() == {("PK723", "Police"): 4, ("PK723", "FIA"): 2, ("PK711", "Police"): 3}
    assert found.checked.trainings["title"].tolist() == ["Two-day training on referral"
                                                         " held at Sukkur"]  # fmt: skip


@pytest.mark.parametrize("over", ["Count of trainings", "Sum of Cost", "Count of S.No"])
def test_a_pivot_table_of_something_else_than_people_is_asked_about(over: str) -> None:
    assert "Number in the column" in unsure(pivot([over, "Column Labels"], "Row Labels"))


@pytest.mark.parametrize("header", [["Row Labels", "Count of Name"],
                                    ["District", "Count of participants"]])  # fmt: skip
def test_a_pivot_table_of_one_number_a_row_names_its_columns_in_its_first_row(
    header: list[str],
) -> None:
    rows = [[one[0], one[-1]] for one in ROWS]
    assert figures(read(text_of([ABOVE, header, *rows]).encode(), agency="not published")) == (1, 9)
    turned = [row[::-1] for row in (header, *rows)]
    if header[0] == "District":
        assert figures(read(text_of([ABOVE, *turned]).encode(), agency="not published")) == (1, 9)


DATED = [["Agency", "12-13 Feb 2024", "18-19 Mar 2024", "Grand Total"],
         ["Police", "8", "11", "19"], ["FIA", "2", "", "2"],
         ["Grand Total", "10", "11", "21"]]  # fmt: skip


def test_days_over_which_a_pivot_table_counts_participants_are_of_a_training_each() -> None:
    found = read(
        text_of([["Sum of participants", "Training dates"], *DATED]).encode(),
        district="not recorded",
    )
    assert figures(found) == (2, 21)
    one = ["Workshop on referral"]
    assert "Number in the column" in unsure(
        read(text_of([one, ["Sum of participants", "Dates"], *DATED]).encode())
    )


@pytest.mark.parametrize("called", ["{} (home district)", "{}", "Home Distt. {}"])
def test_sexes_under_home_districts_are_of_those_and_of_no_home_department(called: str) -> None:
    over = ["Agency", called.format("Kasur"), "", called.format("Okara"), "", "Grand total"]
    rows = [["", "Women", "Men", "Women", "Men", ""], ["Police", "2", "7", "1", "6", "16"],
            ["FIA", "1", "2", "", "1", "4"], ["Grand total", "3", "9", "1", "7", "20"]]  # fmt: skip
    found = read(text_of([ABOVE, over, *rows]).encode())
    assert isinstance(found, Understood), found
    assert summed(found, "adm2_pcode") == {"PK614": 12, "PK626": 8}
    assert summed(found, "agency") == {"Police": 16, "FIA": 4}
