"""Titles of lists of who came that also say what they are, and who led the training."""

import pytest

from data.understanding.layout.titles.days_in_texts import without_date
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.readings import figures, read, understood
from tests.in_turn import in_turn

LED = ("resource person: Mr. Zarqoon Nobody", "facilitated by: Zarqoon Nobody",
       "Trainer: Ms Zarqoon Nobody")  # fmt: skip
COLUMNS = ["No.", "Name", "M / F", "Department", "District"]


@in_turn({"led": LED, "head": ["List of Participants: ", "Attendance list of participants - "]})
def test_blocks_of_lists_are_each_of_their_training_and_name_nobody(head: str, led: str) -> None:
    rows = [[f"{head}Training on TIP, Town Hall Kasur, 13th May 2025"], COLUMNS,
            ["1", "Zarmina Nobody", "F", "Police", "Kasur"], ["", "Total 1"], [],
            [f"{head}Training on TIP, Chamber Sialkot, 15th May 2025 ({led})"], COLUMNS,
            ["1", "Zargul Nobody", "M", "FIA", "Sialkot"],
            ["2", "Zarlasht Nobody", "F", "Police", "Sialkot"], ["", "Total 2"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (2, 3)
    trainings = found.checked.trainings
    titles = ["Training on TIP, Town Hall Kasur", "Training on TIP, Chamber Sialkot"]
    assert trainings["title"].tolist() == titles
    assert [day.day for day in trainings["date_end"]] == [13, 15]
    assert "Nobody" not in f"{found.notes} {trainings.to_dict()} {found.checked.problems.to_dict()}"


@pytest.mark.parametrize("led", [" by Mr. Zarqoon Nobody", ", facilitated by Dr Zarqoon Nobody",
                                 " (conducted by Ms. Zarqoon Nobody)"])  # fmt: skip
def test_who_gave_a_training_is_no_part_of_its_title(led: str) -> None:
    rows = [[f"Training on TIP{led}, 13th May 2025"], COLUMNS,
            ["1", "Zarmina Nobody", "F", "Police", "Kasur"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert found.checked.trainings["title"].tolist() == ["Training on TIP"]


def test_an_office_that_gave_a_training_stays_in_its_title() -> None:
    rows = [["Training conducted by FIA, 13th May 2025"], COLUMNS,
            ["1", "Zarmina Nobody", "F", "Police", "Kasur"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert found.checked.trainings["title"].tolist() == ["Training conducted by FIA"]


@pytest.mark.parametrize(
    ("name", "head", "sure"),
    [
        ("Trg 1", "Law on TIP, Kasur, 13 May 2023", True),
        ("Batch No. 2", "Referral pathways, 13-14 May 2023", True),
        ("Sheet1", "Law on TIP, Kasur, 13 May 2023", False),
        ("Trg 1", "Office of the DPO, Kasur, 13 May 2023", False),
        ("Trg 1", "Government of Punjab, Lahore, 13 May 2023", False),
        ("Trg 1", "Plan of the law on TIP, Kasur, 13 May 2023", False),
    ],
)
def test_a_sheet_with_the_number_of_a_training_has_its_day_above_the_list(
    name: str, head: str, *, sure: bool
) -> None:
    rows = [[head], COLUMNS, ["1", "Zarmina Nobody", "F", "Police", "Kasur"],
            ["2", "Zargul Nobody", "M", "FIA", "Kasur"]]  # fmt: skip
    found = read(workbook_of({name: rows}))
    assert (not isinstance(found, Question)) is sure
    assert not sure or figures(found) == (1, 2)


@pytest.mark.parametrize(
    ("text", "title"),
    [("Workshop on referral held on 12 and 13 June 2023 at Sukkur",
      "Workshop on referral held at Sukkur"),
     ("Workshop on referral from 12 to 13 June 2023 at Sukkur", "Workshop on referral at Sukkur"),
     ("Workshop on referral during 12-13 June 2023, Sukkur", "Workshop on referral, Sukkur"),
     ("Workshop on referral conducted on 12 June 2023", "Workshop on referral"),
     ("Workshop on referral (held on 12 June 2023) at Sukkur", "Workshop on referral at Sukkur"),
     ("Workshop on referral held in June 2023 at Sukkur", "Workshop on referral held at Sukkur"),
     ("Workshop on the Act of 2018", "Workshop on the Act of 2018"),
     ("تربیت مورخہ 12 جون 2023 کو سکھر میں", "تربیت سکھر میں")],
)  # fmt: skip
def test_what_leads_to_a_date_goes_out_of_the_title_with_it(text: str, title: str) -> None:
    assert without_date(text, None) == title


@pytest.mark.parametrize(
    ("head", "days", "waits"),
    [
        ("Trainings of DAHTCs", ("18-19 February 2025", "25 February 2025"), False),
        ("Trainings of DAHTCs", ("25 February 2025", "25 February 2025"), True),
        ("Training of DAHTCs, batch 1", ("18-19 February 2025", "25 February 2025"), True),
    ],
)
def test_blocks_with_a_day_each_and_no_title_have_the_one_that_heads_them_all(
    head: str, days: tuple[str, str], waits: bool
) -> None:
    columns = ["Department", "Male", "Female"]
    rows = [[head], ["District: Kasur"], [f"Date: {days[0]}"], columns, ["Police", "8", "2"],
            ["FIA", "2", "3"], [""], ["District: Okara"], [f"Date: {days[1]}"], columns,
            ["Police", "5", "1"], ["FIA", "1", "1"]]  # fmt: skip
    found = read(text_of(rows).encode())
    if not waits:
        assert isinstance(found, Understood)
        assert figures(found) == (2, 23)
    assert waits == (isinstance(found, Question) or not found.checked.problems.empty)
