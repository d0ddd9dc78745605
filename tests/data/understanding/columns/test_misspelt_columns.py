"""Columns whose names are misspelt, or not known, and that hold districts beside one title."""

import pytest

from data.sheets.words.names.misspelt_names import known_name
from data.understanding.understand import Question
from tests.data.sheets_made import csv_of, text_of
from tests.data.understanding.readings import read, summed, understood, unsure

TITLE = "Identification of victims, Kohat"
DISTRICTS = ["Peshwar", "Hangu", "Karak", "Kohat", "Bannu", "Mardan"]


def listed(district: str, title: str, districts: list[str] = DISTRICTS) -> bytes:
    header = ["Sr.", district, "Naem of Particpant", "Gendar", "Deptt.", "Date of Trainning", title]
    rows = [[str(n), one, f"Zarqoon{n} Nobody", "Male", "Police", "22/11/2023", TITLE]
            for n, one in enumerate(districts, start=1)]  # fmt: skip
    return text_of([header, *rows]).encode()


def test_misspelt_names_are_read_before_a_title_is_taken_for_the_posting_of_all() -> None:
    found = understood(listed("Destrict", "Trainning"))
    assert {*found.checked.attendance["adm2_pcode"]} == {
        "PK510", "PK512", "PK514", "PK503", "PK523"}  # fmt: skip
    assert [item.value for item in found.checked.queue] == ["Peshwar"]
    assert any("Destrict is read as “district”" in note for note in found.notes)
    assert [*found.checked.trainings["title"]] == [TITLE]
    assert {*map(known_name, ("Distict", "Dsitrict"))} == {"district"}


def test_a_name_that_is_near_to_a_known_one_and_holds_something_else_stays_as_it_is() -> None:
    codes = ["A-12", "B-7", "C-31", "D-5", "E-44", "F-2"]
    found = read(listed("Distict", "Trainning", codes))
    assert not any("Distict is read" in note for note in found.notes)


def test_where_two_columns_may_be_the_one_that_is_meant_none_is_taken_for_it() -> None:
    header = ["Name", "Sex", "Department", "Date", "Distict", "Destrict"]
    rows = [[f"Zarqoon{n} Nobody", "M", "Police", "22/11/2023", one, other]
            for n, (one, other) in enumerate([("Kohat", "Hangu"), ("Karak", "Bannu")])]  # fmt: skip
    assert {"Distict", "Destrict"} <= {*unsure(read(text_of([header, *rows]).encode()))}


@pytest.mark.parametrize(
    "districts", [DISTRICTS, ["Peshwar", "Sawabi", "Mardn", "Kohat", "Hangu", "Karak"]]
)
def test_districts_under_an_unknown_name_are_asked_about_beside_one_title(
    districts: list[str],
) -> None:
    found = read(listed("Zlia", "Detail", districts))
    assert isinstance(found, Question)
    assert unsure(found)["Zlia"] == "district"


@pytest.mark.parametrize("name", ["Trainer", "Trained", "Destination", "Detail"])
def test_a_word_of_its_own_is_no_known_name_misspelt(name: str) -> None:
    assert known_name(name) is None


@pytest.mark.parametrize("name", ["Actual Femal", "Actual Fmale", "Actual Feamle"])
def test_a_misspelt_word_for_women_in_the_name_of_numbers_is_read_and_said(name: str) -> None:
    header = ["Training", "Target agency", "District of participants", "Planned Participants",
              "Actual Date", "Actual Male", name, "Actual Total"]  # fmt: skip
    rows = [["Referral", "Police", "Hangu", "25", "17-01-2024", "20", "2", "22"],
            ["Evidence", "FIA", "Kohat", "25", "27-01-2024", "10", "3", "13"]]  # fmt: skip
    found = understood(text_of([header, *rows]).encode())
    counts = found.checked.attendance[["participants_f", "participants_m"]]
    assert counts.sum().tolist() == [5, 30]
    assert any(f"{name} is read as “Actual Female”" in note for note in found.notes)


ACTIVITIES = ["Saibaan Foundation", "Training on referral", "Kasur", "2023-02-11", "2023-02-12"]


@pytest.mark.parametrize("names", [
    ["WHO (organisation)", "WHAT (activity)", "WHERE (training venue district)", "WHEN - start",
     "WHEN - end", "FOR WHOM (department)"],
    ["Who (Org.)", "What (Activity)", "Where: Venue district", "When: Start", "When: End",
     "Whom (agency)"],
])  # fmt: skip
def test_columns_that_ask_who_did_what_for_whom_are_their_answers(names: list[str]) -> None:
    rows = [[*ACTIVITIES, "Police", "Kasur", "3", "14"], [*ACTIVITIES, "FIA", "Okara", "2", "5"]]
    content = csv_of(*rows, header=[*names, "Home district of participants", "# Women", "# Men"])
    found = understood(content)
    assert summed(found, "agency") == {"FIA": 7, "Police": 17}
    assert {*found.checked.trainings["delivered_by"]} == {"Saibaan Foundation"}


def test_columns_that_ask_who_did_what_stay_where_it_was_no_training() -> None:
    header = ["Who (organisation)", "What", "When - start", "Whom (agency)", "Women", "District"]
    row = ["Saibaan Foundation", "Meals", "2023-02-11", "Police", "3", "Kasur"]
    assert "Who (organisation)" in unsure(read(csv_of(row, header=header)))
