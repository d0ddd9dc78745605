"""Lists that name trainings by codes, whose titles and days stand beside the rows."""

import pytest

from data.understanding.understand import Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import read, summed, understood, unsure

LEGEND = [["T1", "Safe crews, 7 May 2024, Thatta"], ["T2", "Missing crew, 4 June 2024, Badin"],
          ["T3", "Children on boats, 9 July 2024"]]  # fmt: skip


def coded(*codes: str, called: str = "Trainings attended", above: tuple = (), below: tuple = ()):
    rows = [[f"Zarqoon {n} Nobody", "F", "Police", "Kasur", own] for n, own in enumerate(codes)]
    header = ["Name", "Gender", "Agency", "District", called]
    return text_of([*above, header, *rows, *below]).encode()


@pytest.mark.parametrize(
    ("called", "above", "below"),
    [
        ("Courses attended", (), ([], *([f"{code} = {title}"] for code, title in LEGEND))),
        ("Trainings attended", tuple([f"{code}: {title}"] for code, title in LEGEND), ()),
    ],
)
def test_each_code_of_a_cell_is_a_training_to_which_its_person_came(
    called: str, above: tuple, below: tuple
) -> None:
    found = understood(
        coded("T1, T2", "t1", "T2 & T3", "", called=called, above=above, below=below)
    )
    trainings = found.checked.trainings
    assert {*trainings["date_start"].astype(str)} == {"2024-05-07", "2024-06-04", "2024-07-09"}
    assert {*summed(found, "training_id").values()} == {2, 1}
    assert found.checked.participants_accepted == 5


@pytest.mark.parametrize(
    ("codes", "legend"),
    [
        (("T1, T4", "T2"), LEGEND),
        (("T1, T2", "T2"), [*LEGEND, ["T1", "Another, 8 May 2024"]]),
        (("1", "2"), [["1", "Safe crews, 7 May 2024"], ["2", "Missing crew, 4 June 2024"]]),
    ],
)
def test_codes_that_may_stand_for_something_else_are_not_read(codes: tuple, legend: list) -> None:
    found = read(coded(*codes, below=([], *legend)))
    assert not isinstance(found, Understood) or found.checked.participants_accepted == 0


@pytest.mark.parametrize("called", ["Member", "Committee member"])
def test_members_of_a_committee_came_to_the_trainings_that_are_ticked(called: str) -> None:
    header = [
        called,
        "Department",
        "Distt",
        "Basic trg (18 April 2023)",
        "Advance (17 Oct 2023)",
    ]
    came = [("One", "Police", "✓", "✓"), ("Two", "Labour", "", "✓"), ("Three", "NGO", "", "")]
    rows = [[f"Zarqoon {name}", office, "Kasur", *ticks] for name, office, *ticks in came]
    found = understood(text_of([header, *rows, ["Attended", "", "", "1", "2"]]).encode())
    assert [*found.checked.trainings["date_start"].astype(str)] == ["2023-04-18", "2023-10-17"]
    assert summed(found, "agency") == {"Police": 2, "Labour Department": 1}
    assert "Zarqoon" not in repr((found.checked, *found.notes))


def test_numbers_of_members_are_no_names() -> None:
    header = ["Training", "Date", "District", "Agency", "Member"]
    rows = [["Referral", "9 May 2023", place, "Police", number]
            for place, number in (("Kasur", "5"), ("Okara", "7"))]  # fmt: skip
    assert unsure(read(text_of([header, *rows]).encode())) == {"Member": "participants_total"}
