"""What names of columns tell of all in a list: their department, its days, where they serve."""

import pytest

from data.sheets.field_names import field_of_name
from data.understanding.layout.titles.agencies.agencies_above import group_above
from data.understanding.understand import Understood
from tests.data.sheets_made import csv_of, text_of, workbook_of
from tests.data.understanding.readings import read, summed, understood

DAYS = ("2024-01-30", "2024-01-31")
CAME = [["Zarqoon1 Nobody", "Labour Inspector", "Kasur", "M", "P", "P"],
        ["Zarqoon2 Nobody", "Statistical Officer", "Kasur", "F", "P", "A"],
        ["Zarqoon3 Nobody", "Labour Officer", "Okara", "M", "A", "A"],
        ["Zarqoon4 Nobody", "Labour Inspector", "Okara", "F", "A", "P"]]  # fmt: skip


def test_a_list_is_of_the_department_and_days_that_its_columns_name() -> None:
    header = ["Inspector / Officer", "Designation (Labour & HR Deptt.)", "Posted in Distt.", "Sex"]
    below = [
        [""],
        ["P present, A absent. Certificates to those who were present at least one day."],
    ]
    found = understood(
        text_of([["Training on forced labour"], [*header, *DAYS], *CAME, *below]).encode()
    )
    assert found.checked.trainings["venue"].tolist() == [""]
    assert summed(found, "agency") == {"Labour Department": 3}
    assert summed(found, "adm2_pcode") == {"PK614": 2, "PK626": 1}
    assert found.checked.trainings["date_end"].astype(str).tolist() == ["2024-01-31"]


@pytest.mark.parametrize(
    ("name", "agency"),
    [("Designation (Labour Department)", "Labour Department"),
     ("Rank (if of Police Deptt.)", "Not published"),
     ("Designation (Labour & Police Deptt.)", "Not published")],
)  # fmt: skip
def test_only_the_one_department_of_all_is_told_by_the_name_of_posts(
    name: str, agency: str
) -> None:
    rows = [["Referral", DAYS[0], f"Zarqoon{n} Nobody", "Statistical Officer", "Kasur", "M"]
            for n in range(3)]  # fmt: skip
    content = csv_of(*rows, header=["Training", "Date", "Name", name, "District", "Sex"])
    found = read(content, {name: "designation"})
    told = {} if found.checked.queue else summed(found, "agency")
    assert told in ({}, {agency: 3}) if agency == "Not published" else told == {agency: 3}


def test_an_affiliation_of_the_persons_of_a_list_is_their_agency() -> None:
    names = ["Affiliation", "Affiliated with", "Institutional affiliation", "Members' dept"]
    assert {*map(field_of_name, names)} == {"department"}
    rows = [["Referral", DAYS[0], f"Zarqoon{n} Nobody", agency, "Kasur", "M"] for n, agency in
            enumerate(["KP Police", "Social Welfare Deptt", "District Courts"])]  # fmt: skip
    header = ["Training", "Date", "Name", names[1], "District", "Sex"]
    assert summed(understood(csv_of(*rows, header=header)), "agency") == {
        "Police": 1, "Social Welfare Department": 1, "Judiciary": 1}  # fmt: skip


@pytest.mark.parametrize("name", ["Present place of duty", "Current place of duty"])
def test_the_present_place_of_duty_is_a_posting_and_nobodys_presence(name: str) -> None:
    places = ["SHO PS Saddar, Kasur", "DPO Office Okara", "AHTC Multan (FIA)"]
    rows = [["Referral", DAYS[0], f"Zarqoon{n} Nobody", place, "M"] for n, place in
            enumerate(places)]  # fmt: skip
    found = understood(csv_of(*rows, header=["Training", "Date", "Name", name, "Sex"]))
    assert summed(found, "agency") == {"Police": 2, "FIA": 1}


BY_AGE = [["Kasur", "9 May 2023", "6", "8", "5", "4", "11", "12", "23"],
          ["Okara", "16 May 2023", "7", "5", "3", "6", "10", "11", "21"],
          ["Swat", "23 May 2023", "9", "4", "2", "3", "11", "7", "18"]]  # fmt: skip
SUMS = ["All male", "All female", "Volunteers trained"]


def test_children_are_counted_by_whatever_age_their_column_tells() -> None:
    ages = ["(15-17)", "aged 12 to 17", "(10-18 yrs)"]
    assert {field_of_name(f"Boys {age}") for age in ages} == {"participants_boys"}
    assert {field_of_name(f"Girls {age}") for age in ages} == {"participants_girls"}
    above = ["Training of community volunteers (all are NGO volunteers living in the district)"]
    header = ["District", "Held on", "Men", "Women", *(f"{one} {ages[1]}" for one in
                                                       ("Boys", "Girls")), *SUMS]  # fmt: skip
    found = understood(text_of([above, header, *BY_AGE]).encode())
    assert summed(found, "agency") == {"Civil society": 62}
    assert found.checked.attendance["participants_f"].sum() == 30


@pytest.mark.parametrize(
    ("name", "field"),
    [("Women (18+)", "participants_f"), ("Men 18 and above", "participants_m"),
     ("Female > 18 years", "participants_f"), ("Grade 18+", None), ("Men (Grade 18)", None),
     ("Tareekh se", "date_start"), ("Tareekh tak", "date_end"), ("Begin", "date_start"),
     ("Finish", "date_end"), ("District (place & participants)", "district"),
     ("District (place of participants' hotel)", None)],
)  # fmt: skip
def test_adults_and_first_and_last_days_are_told_by_their_names(
    name: str, field: str | None
) -> None:
    assert field_of_name(name) == field


@pytest.mark.parametrize("total", ["14", "11"])
def test_women_and_girls_by_age_are_apart_where_the_total_says_so(total: str) -> None:
    header = ["District", "Date", "Women (18+)", "Girls (<18)", "Men (18+)", "Boys (<18)", "Total"]
    rows = [["Training of NGO workers"], header, ["Kasur", "2023-05-09", "6", "2", "5", "1", total]]
    found = read(text_of(rows).encode())
    complete = isinstance(found, Understood) and found.checked.problems.empty
    assert complete == (total == "14")


@pytest.mark.parametrize(
    ("text", "agency"),
    [("Sessions on referral; all were police officers of the district", "Police"),
     ("all are trained by police officers", ""), ("all are NGO workers and police officers", ""),
     ("all of them were Labour Department staff",
                                           "Labour Department")],
)  # fmt: skip
def test_a_text_says_what_all_of_them_are(text: str, agency: str) -> None:
    assert group_above([text]) == agency


def test_a_town_with_its_district_in_brackets_is_where_somebody_serves() -> None:
    places = ["Jauharabad (Khushab)", "Khushab (Jauharabad)", "Kasur"]
    rows = [["Referral", DAYS[0], f"Zarqoon{n} Nobody", "Police", place, "M"]
            for n, place in enumerate(places)]  # fmt: skip
    found = understood(csv_of(*rows, header=["Training", "Date", "Name", "Agency", "Stn.", "Sex"]))
    assert summed(found, "adm2_pcode") == {"PK616": 2, "PK614": 1}


GIVEN = [["Kasur", "10", "8", "3", "5", "80%"], ["Okara", "10", "7", "1", "6", "70%"]]


def test_a_district_whose_bracket_speaks_of_participants_is_no_number_of_them() -> None:
    header = ["Training", "Target district (all participants work here)", "Date", "Agency trained",
              "Female", "Male"]  # fmt: skip
    rows = [["Referral", "Kasur", "4 Feb 2025", "Police", "1", "9"],
            ["Referral", "Okara", "6 Mar 2025", "Police", "1", "9"]]  # fmt: skip
    assert summed(understood(csv_of(*rows, header=header)), "adm2_pcode") == {
        "PK614": 10, "PK626": 10}  # fmt: skip


@pytest.mark.parametrize(
    ("header", "rows", "by", "told"),
    [([["PUNJAB district (where officers serve)", "Target", "Achieved", "Achieved (women)",
        "Achieved (men)", "% of target"]], GIVEN, "adm2_pcode", {"PK614": 8, "PK626": 7}),
     ([["Department", "Day 1", "Day 2", "Actual persons trained", "", ""],
       ["", "(present)", "(present)", "Male", "Female", "Total"]],
      [["Police", "4", "3", "3", "2", "5"], ["FIA", "2", "1", "2", "0", "2"]], "agency",
      {"Police": 5, "FIA": 2}),
     ([["Agency", "", "District where posted", ""], ["", "", "Kasur", "Okara"]],
      [["Police", "Male", "3", "1"], ["Police", "Female", "0", "2"], ["FIA", "Male", "1", "1"],
       ["FIA", "Female", "2", "0"]], "agency", {"Police": 6, "FIA": 4})],
    ids=["in brackets behind", "in brackets below", "sexes under no name"],
)  # fmt: skip
def test_names_that_no_list_has_tell_whom_a_table_counts(
    header: list[list[str]], rows: list[list[str]], by: str, told: dict[str, int]
) -> None:
    above = [["Police officers trained in Kasur district on 9 May 2023"]] if by != "agency" else [
        ["Training of officers of Kasur district, 9 May 2023"]]  # fmt: skip
    found = understood(workbook_of({"Return": [*above, *header, *rows]}))
    assert summed(found, by) == told


def test_the_day_of_a_training_is_told_in_the_words_of_a_form() -> None:
    days = ["5. Date of the training you attended", "Date of the anti-trafficking training",
            "On which date was the training held?", "When did you attend the workshop?",
            "انسانی سمگلنگ تربیت کی تاریخ / Date of anti-trafficking training"]  # fmt: skip
    others = ["Date of next training", "Date of last training", "Date of request for training"]
    assert {*map(field_of_name, days)} == {"date_start"}
    assert {*map(field_of_name, others)} == {None}
    rows = [["2023-05-12 10:0", f"Zarqoon{n} Nobody", "F", "Police", "Kasur", "2023-05-09"]
            for n in range(3)]  # fmt: skip
    header = ["Timestamp", "Name", "Gender", "Department", "District of posting", days[0]]
    found = understood(csv_of(*rows, header=header)).checked.trainings
    assert found["date_start"].astype(str).tolist() == ["2023-05-09"]


def test_hazrat_beside_khawateen_are_men() -> None:
    rows = [["Referral", DAYS[0], "Police", "Kasur", "3", "8"]]
    header = ["Training", "Date", "Mehkma", "Zila", "Khawateen", "Hazrat"]
    table = understood(csv_of(*rows, header=header)).checked.attendance
    assert table[["participants_f", "participants_m"]].to_numpy().tolist() == [[3, 8]]


def test_a_remark_says_what_the_status_says_of_a_training_that_was_not_held() -> None:
    header = ["Date", "Status", "Department", "District", "Females", "Males", "Remarks"]
    rows = [["2023-06-10", "Conducted", "Police", "Kasur", "6", "4", ""],
            ["2023-06-24", "Cancelled (rain)", "Police", "Okara", "", "", "not held"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header)).checked
    assert not len(found.problems)
    assert found.participants_accepted == 10
    unsaid = [rows[0], [*rows[1][:1], "Conducted", *rows[1][2:4], "3", "2", "not held"]]
    assert len(understood(csv_of(*unsaid, header=header)).checked.problems) == 1
