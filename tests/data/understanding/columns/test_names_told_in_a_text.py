"""A list without names of columns, which the text above it tells in their order."""

import pytest

from data.records.errors import ReadingError
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import figures, read, summed, understood

PEOPLE = [["Zarqoon1 Nobody", "male", "Labour Department", "Kasur"],
          ["Zarqoon2 Nobody", "female", "Police", "Kasur"],
          ["Zarqoon3 Nobody", "male", "Police", "Okara"]]  # fmt: skip
HELD = "who attended the training on referral on 7 March 2023"


def listed(text: str, *people: list[str]) -> bytes:
    return text_of([[text], *people]).encode()


@pytest.mark.parametrize(
    "text",
    [f"Names, male/female, department and own district of those {HELD}",
          f"Name, sex, agency, and their district: officers {HELD}",
     "نام، جنس، محکمہ اور ضلع شرکاء کے جنہوں نے 7 March 2023 کو تربیت حاصل کی"],
)  # fmt: skip
def test_columns_are_called_as_the_text_above_says(text: str) -> None:
    found = understood(listed(text, *PEOPLE))
    assert figures(found) == (1, 3)
    assert found.checked.attendance[["participants_f", "participants_m"]].sum().tolist() == [1, 2]
    assert summed(found, "adm2_pcode") == {"PK614": 2, "PK626": 1}
    assert summed(found, "agency") == {"Labour Department": 1, "Police": 2}
    assert found.checked.trainings["date_start"].astype(str).tolist() == ["2023-03-07"]
    assert any("the text in row 1 names the columns" in note for note in found.notes)
    assert "Zarqoon" not in repr((found.checked, *found.notes))


@pytest.mark.parametrize(
    ("text", "people"),
    [(f"Names, sex and district of those {HELD}", PEOPLE),
     (f"Names, sex, department, hobbies of those {HELD}", PEOPLE),
     (f"Names, sex, department and district of those {HELD}", [PEOPLE[0], PEOPLE[1][:3]]),
     (f"Participants {HELD}", PEOPLE),
     *((f"Names, sex, department and district of {whom}, 7 March 2023", PEOPLE) for whom in (
         "officers who were nominated", "those who did not attend", "participants who did not come",
         "persons invited", "the trainers", "the organisers", "participants of the next training",
         "persons rescued", "resource persons who trained the participants")),
     ("نام، جنس، محکمہ اور ضلع شرکاء کے جنہوں نے 7 March 2023 کو شرکت نہیں کی", PEOPLE),
     (f"Name, department, district and number of participants {HELD}",
      [["Zarqoon1 Nobody", "Police", "Kasur", "3"], ["Zarqoon2 Nobody", "Police", "Okara", "5"]])],
)  # fmt: skip
def test_where_the_text_does_not_name_each_column_of_participants_the_list_is_refused(
    text: str, people: list[list[str]]
) -> None:
    with pytest.raises(ReadingError, match="names the columns") as raised:
        read(listed(text, *people))
    assert "Zarqoon" not in str(raised.value)


def test_names_of_columns_under_such_a_text_are_a_row_of_names() -> None:
    header = ["Naam", "Jins", "Idara", "Zila"]
    found = understood(listed(f"Names, sex, department, district of those {HELD}", header, *PEOPLE))
    assert figures(found) == (1, 3)


def test_cells_in_another_order_than_the_text_says_are_asked_about() -> None:
    found = understood(listed(f"Names, sex, district and department of those {HELD}", *PEOPLE))
    assert found.checked.queue or len(found.checked.problems)
