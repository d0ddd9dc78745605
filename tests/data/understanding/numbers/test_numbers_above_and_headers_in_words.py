"""How many a title says that came, and headers of words that no dictionary has."""

import pytest

from data.records.errors import ReadingError
from data.understanding.understand import Question, Understood, understand
from tests.data.sheets_made import TODAY, text_of
from tests.data.understanding.readings import figures, read
from tests.data.understanding.sheets.test_office_sheets import merged

NOBODIES = ("Zarqoon", "Parveezan", "Tahirzan", "Naseemun", "Faridun")


def listed(title: str, first: int = 1) -> list[list[str]]:
    header = ["Name", "Gender", "Department", "District"]
    people = [[f"{name} Nobody", "FM"[n % 2], "Police", "Kasur"]
              for n, name in enumerate(NOBODIES, start=first)]  # fmt: skip
    return [[title], header, *people]


@pytest.mark.parametrize(
    ("told", "hidden_counts"),
    [("5 persons attended", True), ("Total participants: 5", True), ("4 officers attended", None),
     ("", False), ("9 persons attended", False)],
)  # fmt: skip
def test_a_number_above_a_list_says_whether_hidden_rows_count(
    told: str, hidden_counts: bool | None
) -> None:
    found = read(merged(rows=listed(f"Training on referral, Kasur, 5 Feb 2023 ({told})"), hidden=4))
    assert isinstance(found, Understood)
    assert figures(found) == (1, 5 if hidden_counts else 4)
    assert bool(len(found.checked.problems)) is not hidden_counts or hidden_counts is None
    if hidden_counts is None:
        assert "the total of 4" in found.checked.problems["reason"].item()


@pytest.mark.parametrize(
    "title",
    ["Training on referral, Kasur, 5 Feb 2023 (Total participants: 19)",
     "Training on referral, Kasur, 5 Feb 2023, number of trainees: 19"],
)  # fmt: skip
def test_a_title_that_tells_of_more_than_are_listed_is_asked_about(title: str) -> None:
    queue = read(text_of([[*row, "", "", ""][:4] for row in listed(title)]).encode()).checked.queue
    assert [one.value for one in queue] == ["19 told of, 5 listed"]


@pytest.mark.parametrize("called", ["S/o D/o", "Father's Name"])
def test_a_column_of_whose_child_each_is_makes_no_record_of_a_header(called: str) -> None:
    header, *people = listed("")[1:]
    rows = [["Training on referral, 5 Feb 2023"],
            [*header, called, "Mark", "Grade", "Seat", "Hall", "Bag", "Tea"],
            *([*one, "Wasim Nobody", "9", "A", "4", "B", "x", "y"] for one in people)]  # fmt: skip
    content = text_of([[*row, *[""] * 10][:11] for row in rows]).encode()
    found = understand([content], TODAY)  # what the other columns are is asked
    assert "Wasim" not in str(found)
    if isinstance(found, Understood):
        assert figures(found) == (1, 5)


COUNTED = [[f"2023-05-0{n}", "Referral", place, "20", "4", "16"]
           for n, place in enumerate(("Kasur", "Okara", "Lahore", "Sialkot"), start=1)]  # fmt: skip


def test_words_that_together_say_whom_a_table_counts_head_it() -> None:
    header = ["Day", "Session", "AHTC District", "Attended (persons)", "of whom women",
              "of whom men"]  # fmt: skip
    rows = [["Refresher sessions, May 2023", *[""] * 5], header, *COUNTED]
    assert figures(read(text_of(rows).encode(), agency="not published")) == (4, 80)


@pytest.mark.parametrize("called", ["Officers of district", "Members from district", "Home distt"])
def test_days_head_the_numbers_of_rows_that_words_call_districts(called: str) -> None:
    rows = [[called, "2023-05-03", "2023-05-10"], ["Kasur", "3", "4"], ["Okara", "2", ""]]
    found = understand([text_of(rows).encode()], TODAY)
    assert isinstance(found, Question)
    assert found.proposal
    told = {column.name: column.field for column in found.proposal.columns}
    assert (told[called], told["Date of the column"]) == ("district", "date_start")


@pytest.mark.parametrize(
    "header",
    [["Day", "Wombat", "Wombats", "Pieces", "Bits", "Rest"],
     ["2023-05-10", "Referral", "Multan", "20", "4", "16"]],
)  # fmt: skip
def test_a_table_without_names_of_columns_is_refused(header: list[str]) -> None:
    with pytest.raises(ReadingError):
        understand([text_of([header, *COUNTED]).encode()], TODAY)
