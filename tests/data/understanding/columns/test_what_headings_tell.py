"""What the headings of columns tell of these, alone and with those that stand over them."""

import pytest

from data.review.agencies.agencies import find_agency
from data.review.decisions import Decisions
from data.sheets.field_names import field_of_name
from data.understanding.understand import Question
from tests.data.sheets_made import text_of
from tests.data.understanding.columns.test_columns_beside_each_other import listed
from tests.data.understanding.readings import figures, homes_of, read, summed, understood, unsure
from tests.in_turn import in_turn


def test_two_names_for_the_agency_are_that_of_each_person() -> None:
    names = ["Deptt. / Agency", "Agency / Department", "Agency / Deptt"]
    assert {*map(field_of_name, names)} == {"agency"}
    rows = (["Inspector", "Labour", "Kasur", "F"], ["Inspector", "FIA", "N/A", "M"],
            ["Independent lawyer", "N/A", "N/A", "F"])  # fmt: skip
    found = understood(listed(["Designation", names[0], "District", "Gndr"], *rows))
    assert summed(found, "agency") == {
        "FIA": 1, "Labour Department": 1, "Not published": 1}  # fmt: skip


@pytest.mark.parametrize("name", ["Training held at", "Sessions held at"])
def test_where_a_training_was_held_is_nobodys_home(name: str) -> None:
    rows = [["S.No.", "Date of training", name, "FIA", "Police"],
            ["1", "5 March 2024", "Khushab", "2", "8"],
            ["2", "7 March 2024", "Bhakkar", "1", "9"]]  # fmt: skip
    assert homes_of(understood(text_of(rows).encode())) == ["own", "none"]
    found = understood(text_of(rows).encode(), district="not recorded")
    assert summed(found, "agency") == {"FIA": 3, "Police": 17}


PERSONS = (
    ["TIP", "11 Feb 2025", "Judicial Academy", "Lahore", "Zarqoon Nobody", "Police", "Male"],
    ["TIP", "25 Feb 2025", "Public School", "Kasur", "Zarmina Nobody", "FIA", "Female"],
)
NAMES = ["Topic", "Date", "Venue", "District", "Name", "Department", "Gender"]


@pytest.mark.parametrize(
    ("training", "people"),
    [("Details of training", "Particulars of participants"), ("تربیت کی تفصیل", "شرکاء کے کوائف")],
)  # fmt: skip
def test_a_district_under_the_training_is_nobodys_home(training: str, people: str) -> None:
    rows = [[training, "", "", "", people, "", ""], NAMES, *PERSONS]
    assert homes_of(understood(text_of(rows).encode())) == ["own", "none"]
    found = understood(text_of(rows).encode(), district="not recorded")
    assert found.checked.trainings["venue_adm2_pcode"].tolist() == ["PK617", "PK614"]


@pytest.mark.parametrize(
    "above",
    [["Training", "", "", "Training participants", "", "", ""],
     ["Training of 2025", "", "", "", "", "", ""],
     ["Training on referral", "", "", "", "Participants", "", ""]],
)  # fmt: skip
def test_a_district_under_no_heading_of_the_training_alone_is_asked_about(above: list[str]) -> None:
    found = read(text_of([above, NAMES, *PERSONS]).encode())
    assert unsure(found)["District"] == "district"


def test_social_welfare_with_bait_ul_maal_is_one_department() -> None:
    names = ["SW&BM", "Soc. Welfare & BM", "SWBM", "S.W. & B.M."]
    told = {find_agency(name, Decisions()).agency for name in names}
    assert told == {"Social Welfare Department"}
    rows = [["Date", "Title", "District they came from", "Police", names[1]],
            ["5 March 2024", "Referral", "Kasur", "2", "8"],
            ["5 March 2024", "Referral", "Okara", "1", "3"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert summed(found, "agency") == {"Police": 3, "Social Welfare Department": 11}


HOLDERS = (
    ["SP", "Police", "Kasur", "27.2.2023"],
    ["Deputy Director", "Labour", "Okara", "1.3.2023"],
    ["Inspector", "FIA", "Okara", "1.3.2023"],
)


@in_turn({
    "name":
    ["Date attended", "Participated in TIP course on"],
    "post": ["Appointment", "Designation"],
})  # fmt: skip
def test_the_day_on_which_holders_of_posts_came_is_that_of_their_training(
    name: str, post: str
) -> None:
    found = understood(
        text_of([[post, "Office", "Stationed in district", name], *HOLDERS]).encode()
    )
    assert figures(found) == (2, 3)
    assert summed(found, "adm2_pcode") == {"PK614": 1, "PK626": 2}
    assert found.checked.attendance["participants_f"].isna().all()


@pytest.mark.parametrize(("days", "asked"), [
    (["17-18 Nov 2023", "17-18 Nov 2023"], False), (["17-18 Nov 2023", "17 Nov 2023"], True),
])  # fmt: skip
def test_dates_attended_are_those_of_the_training_where_all_are_the_same(
    days: list[str], asked: bool
) -> None:
    rows = [[f"Zarqoon{n} Nobody", "F", "Police", "Kasur", day] for n, day in enumerate(days)]
    found = read(
        text_of([["Name", "Sex", "Agency", "Posted in", "Dates attended"], *rows]).encode()
    )
    assert isinstance(found, Question) == asked
    assert asked or figures(found) == (1, 2)


def test_the_date_of_the_training_that_somebody_attended_is_none_of_the_form() -> None:
    header = ["Timestamp", "1. Your full name", "2. Gender", "3. Your department",
              "4. Your district of posting", "5. Date of the training you attended"]  # fmt: skip
    rows = [["2023-09-19 15:12", f"Zarqoon{n} Nobody", "Female", "Police", "Kasur", "18 Sep 2023"]
            for n in range(3)]  # fmt: skip
    [day] = understood(text_of([header, *rows]).encode()).checked.trainings["date_start"]
    assert str(day)[:10] == "2023-09-18"


def test_ticks_under_who_attended_are_no_days() -> None:
    rows = [[*row[:3], mark] for row, mark in zip(HOLDERS, ("Yes", "No", "Yes"), strict=True)]
    found = read(text_of([["Designation", "Office", "District", "Attended on"], *rows]).encode())
    assert unsure(found)["Attended on"] == "presence"


@pytest.mark.parametrize("name", ["Date joined", "Joined on", "Date of joining"])
def test_the_day_on_which_somebody_joined_an_office_is_of_no_training(name: str) -> None:
    found = read(text_of([["Designation", "Office", "District", name], *HOLDERS]).encode())
    assert name in unsure(found)


@pytest.mark.parametrize("name", ["Attended training on", "Trained on"])
def test_offices_with_the_day_on_which_somebody_came_may_be_persons_or_none(name: str) -> None:
    rows = [["Office", "District", name], *(row[1:] for row in HOLDERS)]
    found = read(text_of(rows).encode())
    assert isinstance(found, Question)
    assert found.proposal is not None
    assert len(found.proposal.kinds) > 1
