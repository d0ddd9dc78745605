"""Codes beside their labels, forms of address on certificates, and notes behind who came."""

import pytest

from data.sheets.words.names.name_words import guessed_field
from data.sheets.words.presence import presence
from data.understanding.understand import Question
from tests.data.sheets_made import text_of
from tests.data.understanding.files.test_lists_as_typed import sexes
from tests.data.understanding.readings import figures, read, understood

DAY = "2024-06-24"
TITLE = "Course on referral"


@pytest.mark.parametrize("name", ["p-sex_label", "p-sex (label)"])
def test_a_label_is_read_in_the_place_of_its_code(name: str) -> None:
    header = ["training-name", "training-from", "p-name", "p-sex", name, "p-agency", "p-district"]
    rows = [[TITLE, DAY, "Zarqoon One", "1", "Male", "Police", "Kasur"],
            [TITLE, DAY, "Zarqoon Two", "2", "Female", "FIA", "Okara"],
            [TITLE, DAY, "Zarqoon Three", "1", "Male", "FIA", "Okara"]]  # fmt: skip
    found = understood(text_of([header, *rows]).encode())
    assert figures(found) == (1, 3)
    assert sexes(found) == (1, 2)
    assert any("their labels stand beside them" in note for note in found.notes)
    if name != "p-sex (label)":
        return
    rows[2][4] = "Female"  # a code with two labels
    other = read(text_of([header, *rows]).encode())
    assert isinstance(other, Question) or len(other.checked.problems) == 3


def test_running_numbers_under_a_sign_are_no_code_of_the_columns_beside_them() -> None:
    header = ["#", "Name", "Gender", "Agency", "District", "Course", "Date"]
    rows = [["1", "Zarqoon One", "M", "Police", "Kasur", TITLE, DAY],
            ["2", "Zarqoon Two", "F", "FIA", "Okara", TITLE, DAY]]  # fmt: skip
    found = understood(text_of([header, *rows]).encode())
    assert sexes(found) == (1, 1)
    assert not any("their labels stand beside them" in note for note in found.notes)


def test_names_to_be_printed_tell_the_sex_by_their_titles() -> None:
    names = ["Name to be printed", "Name on certificate", "Name as it should appear on certificate"]
    assert {*map(guessed_field, names)} == {"name_of_person"}
    header = ["Certificate No.", names[0], "Organization", "District", "Course", "Course dates"]
    rows = [["1/24", "Mr. Zarqoon One", "Police", "Kasur", TITLE, DAY],
            ["2/24", "Ms. Zarqoon Two", "Police", "Kasur", TITLE, DAY],
            ["3/24", "Mr. Zarqoon Three", "FIA", "Okara", TITLE, DAY]]  # fmt: skip
    found = understood(text_of([header, *rows]).encode())
    assert figures(found) == (1, 3)
    assert sexes(found) == (1, 2)


@pytest.mark.parametrize(
    ("others", "told"),
    [({}, (1, 2)), ({"F/M": ["", "", ""]}, (0, 0)), ({"Gender": ["M", "F", "F"]}, (2, 1)),
     ({"Mr/Ms/Dr": ["Ms", "Ms", "Ms"]}, (0, 0))],
)  # fmt: skip
def test_names_of_which_somebody_said_so_tell_the_sex_by_their_titles(
    others: dict[str, list[str]], told: tuple[int, int]
) -> None:
    header = ["Certificate No.", "Issued to", "Organization", "District", "Course", "Date"]
    names = ["Mr. Zarqoon One", "Ms. Zarqoon Two", "Mr. Zarqoon Three"]
    rows = [[f"{n}/24", one, "Police", "Kasur", TITLE, DAY, *(own[n] for own in others.values())]
            for n, one in enumerate(names)]  # fmt: skip
    fields = {"Issued to": "name_of_person"}
    fields |= {name: "" if name != "Gender" else "sex" for name in others}
    found = read(text_of([[*header, *others], *rows]).encode(), fields, "persons")
    assert figures(found) == (1, 3)
    assert sexes(found) == told
    assert "Zarqoon" not in repr(found)


def test_names_that_hold_no_forms_of_address_tell_no_sex() -> None:
    header = ["Issued to", "Organization", "District", "Course", "Date"]
    rows = [[f"Zarqoon {n}", "Police", "Kasur", TITLE, DAY] for n in ("One", "Two", "Three")]
    found = read(text_of([header, *rows]).encode(), {"Issued to": "name_of_person"}, "persons")
    assert figures(found) == (1, 3)
    assert sexes(found) == (0, 0)


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("Attended (in place of Sr. 2)", True),
        ("Present (from 11:00)", True),
        ("Did not attend (on leave)", False),
        ("Absent [official duty]", False),
        ("Attended (to be confirmed)", None),
        ("Present (absent on day 2)", None),
        ("Attended (substitute)", None),
        ("Registered (in place of Sr. 2)", None),
        ("P (L)", None),
        ("No - on leave", False),
        ("N (sick)", False),
        ("No, election duty", False),
        ("نہیں - رخصت", False),
        ("No - came on day 2", None),
        ("No - on leave on day 2", None),
        ("No - substitute came", None),
        ("Yes - day 1 only", None),
    ],
)
def test_a_known_word_with_a_note_in_brackets_is_that_word(text: str, came: bool | None) -> None:
    assert presence(text) is came


def test_an_id_that_is_made_of_a_title_names_nobody_where_that_does_not() -> None:
    long = f"{TITLE} for investigators and prosecutors of districts, at Police College Nowhere"
    header = ["Training", "Date", "Venue", "District of participants", "Department", "Female"]
    rows = [[long, DAY, "Nowhere", "Kasur", "Police", "4"],  # cut to "Police Col"
            ["Course for SI", DAY, "Serena", "Kasur", "Police", "9"],
            ["Course for SI", DAY, "Avari", "Okara", "Police", "2"]]  # fmt: skip
    found = understood(text_of([header, *rows]).encode())
    assert found.checked.problems.empty
    assert figures(found) == (3, 15)


ACTIVITIES = ["Activity code", "Training", "Date", "Venue", "Agency", "Participants"]


@pytest.mark.parametrize(("venues", "trainings"), [(("Lahore", "Multan"), 2), (("Lahore",) * 2, 0)])
def test_a_code_of_an_activity_that_was_held_in_several_places_is_of_several_trainings(
    venues: tuple[str, str], trainings: int
) -> None:
    rows = [["A1.1", TITLE, f"{n}4 June 2024", venue, "Police", "10"]
            for n, venue in enumerate(venues, start=1)]  # fmt: skip
    found = understood(text_of([ACTIVITIES, *rows]).encode(), district="PK614")
    assert figures(found) == (trainings, 10 * trainings)
