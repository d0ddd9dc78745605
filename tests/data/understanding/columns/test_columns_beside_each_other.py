"""What a column means by its name and by the columns and texts that stand beside it."""

import pytest

from data.sheets.field_names import field_of_name
from data.sheets.mapping import GROUPS
from data.sheets.words.names.name_words import guessed_field
from data.understanding.understand import Answers, Question, Understood, understand
from tests.data.sheets_made import TODAY, csv_of, text_of, workbook_of
from tests.data.understanding.readings import figures, read, summed, understood, unsure

ABOVE = ["Training on referral held on 9 May 2023"]


def listed(names: list[str], *rows: list[str]) -> bytes:
    """Return a list of persons of one training, with columns of some names beside them."""
    people = [[str(n), f"Zarqoon{n} Nobody", *row] for n, row in enumerate(rows, start=1)]
    return text_of([ABOVE, ["S#", "Name", *names], *people]).encode()


def test_w_is_a_woman_where_the_column_is_of_sexes() -> None:
    assert {*map(field_of_name, ("W/M", "Women / Men", "Gender"))} == {"sex"}
    rows = (["W", "Police", "Kasur"], ["M", "Police", "Kasur"], ["W", "Police", "Kasur"])
    group = understood(listed(["W/M", "Department", "District"], *rows)).checked.attendance.iloc[0]
    assert (group["participants_f"], group["participants_m"]) == (2, 1)


def test_w_is_no_woman_where_nothing_says_so() -> None:
    rows = (["W", "Police", "Kasur"], ["M", "Police", "Kasur"])
    assert "sex" not in unsure(read(listed(["Zone", "Department", "District"], *rows))).values()


def test_he_and_she_are_sexes() -> None:
    rows = (["She", "Police", "Kasur"], ["He", "Police", "Kasur"], ["She", "Police", "Kasur"])
    for name in ("He/She", "Gender"):
        came = understood(listed([name, "Department", "District"], *rows)).checked.attendance
        assert came.iloc[0][["participants_f", "participants_m"]].tolist() == [2, 1]


@pytest.mark.parametrize("name", ["Belongs to", "تعلق"])
def test_districts_to_which_people_belong_are_their_homes_and_agencies_are_none(name: str) -> None:
    rows = (["F", "Kasur", "Police"], ["M", "Okara", "NGO"])
    found = understood(listed(["Gender", name, "Line Deptt."], *rows))
    assert summed(found, "adm2_pcode") == {"PK614": 1, "PK626": 1}
    assert summed(found, "agency") == {"Police": 1, "Civil society": 1}
    if name == "Belongs to":
        others = (["F", "Police", "Kasur"], ["M", "NGO", "Okara"])
        assert summed(understood(listed(["Gender", name, "District"], *others)), "agency") == {
            "Police": 1, "Civil society": 1}  # fmt: skip


def test_where_somebody_says_to_work_is_the_agency() -> None:
    rows = (["F", "Police", "Kasur"], ["M", "NGO Zarqoon", "Okara"])
    found = understood(listed(["Gender", "I work for", "District"], *rows))
    assert summed(found, "agency")["Police"] == 1


@pytest.mark.parametrize("serve", ["Posted at (District)", "District"])
def test_a_domicile_is_no_home_beside_where_people_serve(serve: str) -> None:
    rows = (["Police", "Swabi", "Peshawar"], ["Police", "Karak", "Peshawar"])
    found = understood(listed(["Department", "Domicile District", serve], *rows))
    assert summed(found, "adm2_pcode") == {"PK528": 2}


BILL = (["Police", "Lodhran", "Bahawalpur", "8400"], ["Labour", "Multan", "Bahawalpur", "6000"])


@pytest.mark.parametrize("ways", [("From", "To"), ("From (station)", "To (place)")])
def test_the_one_place_to_which_all_travel_is_that_of_the_training(ways: tuple[str, str]) -> None:
    found = understood(listed(["Department", *ways, "Fare Rs."], *BILL))
    assert summed(found, "adm2_pcode") == {"PK619": 1, "PK622": 1}


def test_of_travel_from_one_place_to_several_nobody_knows_who_is_at_home_where() -> None:
    back = [[agency, end, start, rupees] for agency, start, end, rupees in BILL]
    assert "To" in unsure(read(listed(["Department", "From", "To", "Fare Rs."], *back)))


def test_rupees_are_no_girls() -> None:
    rows = (["Police", "Lodhran", "8400"], ["Labour", "Multan", "6000"])
    found = understood(listed(["Department", "District", "Total Rs."], *rows))
    assert figures(found) == (1, 2)


def test_the_post_of_whoever_signed_a_bill_is_nobody() -> None:
    rows = [ABOVE, ["S#", "Name", "Department", "From", "To", "Fare Rs."],
            *[[str(n), f"Zarqoon{n} Nobody", *row] for n, row in enumerate(BILL, start=1)],
            ["Accountant", "", "", "Finance Officer"]]  # fmt: skip
    assert figures(understood(workbook_of({"Bill": rows}))) == (1, 2)


STRENGTH = [["Officers of Levies trained, 9 May 2023"],
            ["District", "Sanctioned strength", "Present strength", "Trained in AHT",
             "Remaining to be trained"],
            ["Chagai", "410", "386", "12", "374"], ["Kech", "702", "655", "14", "641"]]  # fmt: skip


def test_how_many_an_office_has_are_not_those_who_were_trained() -> None:
    found = understood(text_of(STRENGTH).encode())
    assert summed(found, "adm2_pcode") == {"PK203": 12, "PK211": 14}


def test_a_name_as_it_is_written_elsewhere_is_that_of_a_person() -> None:
    names = ["Name on certificate", "Name (as per CNIC)", "Full name in block"]
    assert {*map(guessed_field, names)} == {"name_of_person"}
    rows = [ABOVE, ["Cert. No.", names[1], "Department", "District"],
            ["A-1", "Zarqoon Nobody", "Police", "Kasur"],
            ["A-2", "Qamar Nobody", "FIA", "Okara"]]  # fmt: skip
    assert summed(understood(text_of(rows).encode()), "agency") == {"FIA": 1, "Police": 1}


def test_the_reference_of_a_person_is_no_number_of_women() -> None:
    rows = (["Police", "Kasur", "P703", "F"], ["Police", "Kasur", "P706", "M"])
    found = understood(listed(["Department", "District", "participant_ref", "Sex"], *rows))
    assert figures(found) == (1, 2)


CODED = (
    ["Zarqoon Shelter", "C", "Kasur"],
    ["PS Saddar", "P", "Kasur"],
    ["FIA Office", "F", "Okara"],
)
LEGEND = ["P = Police, F = FIA, C = civil society"]


def test_codes_of_kinds_are_read_by_the_note_below() -> None:
    names = ["Organisation", "Type*", "District"]
    rows = [ABOVE, ["S#", "Name", *names], *[[str(n), f"Zarqoon{n} Nobody", *row]
            for n, row in enumerate(CODED, start=1)], [], LEGEND]  # fmt: skip
    assert summed(understood(text_of(rows).encode()), "agency") == {
        "Civil society": 1, "FIA": 1, "Police": 1}  # fmt: skip


SHORT = (["Police", "Kasur"], ["S/W", "Kasur"], ["D/A", "Okara"])


@pytest.mark.parametrize("word", ["Police", "Zarqoon"])
def test_codes_between_known_agencies_are_read_by_the_note_below(word: str) -> None:
    rows = [ABOVE, ["S#", "Name", "Department", "District"],
            *[[str(n), f"Zarqoon{n} Nobody", *row] for n, row in enumerate(SHORT, start=1)],
            [], ["S/W = Social Welfare, D/A = District Administration"]]  # fmt: skip
    rows[2][2] = word
    found = understood(text_of(rows).encode())
    told = summed(found, "agency")
    assert told["District Administration"] == told["Social Welfare Department"] == 1


@pytest.mark.parametrize("name", ["Venue and dates", "Date, location"])
def test_a_column_of_days_with_their_places_gives_both(name: str) -> None:
    rows = [["Ser", name, "Participants", "Department", "Home district"],
            ["1", "21 & 22 June 2023, Gujrat", "4", "Police", "Kasur"],
            ["2", "13 September 2023, Sialkot", "3", "FIA", "Okara"],
            ["", "Total", "7", "", ""], ["", "SP (Retd)", "", "", ""]]  # fmt: skip
    trainings = understood(text_of(rows).encode()).checked.trainings
    assert trainings["venue"].tolist() == ["Gujrat", "Sialkot"]
    assert [day.day for day in trainings["date_end"]] == [22, 13]


def test_days_with_places_beside_a_venue_make_no_second_one() -> None:
    rows = [["Ser", "Date & place", "Venue", "Participants", "Department", "Home district"],
            ["1", "21 June 2023, Gujrat", "Hotel", "4", "Police", "Kasur"]]  # fmt: skip
    assert "Date & place" in unsure(read(text_of(rows).encode()))


def test_days_and_places_of_which_one_has_no_day_are_left_as_they_are() -> None:
    rows = [["Ser", "Date & place", "Participants", "Department", "Home district"],
            ["1", "21 June 2023, Gujrat", "4", "Police", "Kasur"],
            ["2", "Sialkot", "3", "FIA", "Okara"]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert "Date & place" in unsure(found)


def test_guests_from_abroad_leave_no_doubt_of_the_districts_from_which_others_come() -> None:
    guests = (["F", "Kasur", "Punjab", "Police"], ["M", "Qalat", "Zabul, Afghanistan", "NGO"],
              ["M", "Spin Boldak", "Kandahar, Afghanistan", "NGO"])  # fmt: skip
    found = read(listed(["Gender", "Comes from", "Province / country", "Agency"], *guests))
    assert figures(found) == (1, 3)
    assert summed(found, "adm2_pcode") == {"PK614": 1, "": 2}
    others = (*guests[:2], ["M", "Spin Boldak", "Balochistan", "NGO"])
    asked = understood(listed(["Gender", "Comes from", "Province / country", "Agency"], *others))
    assert [one.kind for one in asked.checked.queue] == ["district"]


@pytest.mark.parametrize("shared", [("# Women", "% women"), ("Women", "Women (%)")])
def test_an_answer_is_on_the_column_of_exactly_its_name(shared: tuple[str, str]) -> None:
    rows = [["Training", "Date", "District", "Agency", *shared],
            ["Course on referral", "2023-05-09", "Kasur", "Police", "6", "0.22"]]  # fmt: skip
    answers = Answers(fields={shared[0]: "participants_f", shared[1]: ""}, kind=GROUPS)
    found = understand([text_of(rows).encode()], TODAY, answers=answers)
    assert isinstance(found, Understood)
    assert found.checked.attendance["participants_f"].tolist() == [6]


@pytest.mark.parametrize("name", ["Type of stakeholder", "Stakeholder group", "Category"])
def test_who_reports_trainings_is_no_agency_of_those_whose_agencies_stand_beside(name: str) -> None:
    agencies = [("Sukkur", "Police"), ("Khairpur", "FIA")]
    header = ["Organisation", "Activity", "District", "Date", name, "Female", "Male"]
    rows = [["Saibaan Trust", "Training on referral", place, "2023-03-08", agency, "2", "5"]
            for place, agency in agencies]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert summed(found, "agency") == {"Police": 7, "FIA": 7}
    assert {*found.checked.trainings["delivered_by"]} == {"Saibaan Trust"}
    meals = [[*row[:1], "Meals", *row[2:]] for row in rows]
    assert isinstance(read(csv_of(*meals, header=header)), Question)
