"""Names of columns that count who came, or tell of each of them: those that leave no doubt."""

import pytest

from data.sheets.field_names import field_of_name
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.readings import DAY, figures, read, summed, understood, unsure
from tests.in_turn import in_turn

PLACES = ["District", "Date"]
ROWS = [["Kasur", DAY], ["Okara", "16 May 2023"], ["Layyah", "17 May 2023"]]
NUMBERS = ["16", "14", "21"]


def counted(*columns: tuple[str, list[str]], above: str = "Training of police") -> bytes:
    header = [*PLACES, *(name for name, __ in columns)]
    own = zip(*(cells for __, cells in columns), strict=True)
    rows = [[*row, *cells] for row, cells in zip(ROWS, own, strict=True)]
    return text_of([[above], header, *rows]).encode()


# ------------------------------------------------------------------------- who was trained


@pytest.mark.parametrize("name", [
    "Levies personnel trained", "Strength trained", "Persons",
])  # fmt: skip
def test_people_who_were_trained_are_counted(name: str) -> None:
    assert figures(understood(counted((name, NUMBERS)))) == (3, 51)


@pytest.mark.parametrize("name", [
    "Persons", "pax", "No. of pax", "Strength that turned up", "How many came", "Turnout",
])  # fmt: skip
def test_what_those_who_came_are_called_is_known(name: str) -> None:
    assert field_of_name(name) == "participants_total"


@pytest.mark.parametrize("name", ["Reported (Y/N)", "Turned up (Yes/No)"])
def test_a_column_that_asks_who_came_by_another_word_counts_those_alone(name: str) -> None:
    rows = [["Zarqoon Nobody", "Kasur", DAY, "Y"], ["Palwasha Nobody", "Kasur", DAY, "N"]]
    header = ["Name", "District", "Date", name]
    assert figures(understood(text_of([header, *rows]).encode(), agency="not published")) == (1, 1)


@pytest.mark.parametrize(("name", "part"), [
    ("Trained", "incl. women"),
    ("Police trained", "Ladies among them"), ("Attended", "Of whom women"),
    ("Actual pax", "of which women"),
])  # fmt: skip
def test_who_was_trained_is_told_with_the_women_among_them(name: str, part: str) -> None:
    found = understood(counted((name, NUMBERS), (part, ["2", "0", "5"])))
    assert figures(found) == (3, 51)
    assert found.checked.attendance["participants_f"].sum() == 7


def test_a_number_right_behind_participants_is_theirs() -> None:
    serial, number = ("Sr", ["1", "2", "3"]), ("Number", NUMBERS)
    people = ("Participants (dept)", ["Police", "FIA", "Labour"])
    found = understood(counted(serial, people, number, above="Progress of trainings"))
    assert summed(found, "agency") == {"Police": 16, "FIA": 14, "Labour Department": 21}
    apart = counted(serial, number, people, above="Progress of trainings")
    assert "Number" in unsure(read(apart))


@pytest.mark.parametrize("numbers", [["12 persons", "15 nos.", "9 pax"], ["12", "15", "9"]])
def test_women_and_men_add_up_to_those_who_were_trained(numbers: list[str]) -> None:
    women, men = ["4 ladies", "6 ladies", "1 ladies"], ["8", "9", "8"]
    columns = (("Strength trained", numbers), ("Ladies among them", women), ("Gents", men))
    found = understood(counted(*columns))
    assert figures(found) == (3, 36)
    assert found.checked.attendance["participants_f"].sum() == 11


@pytest.mark.parametrize("name", ["Trained by", "Posts"])
def test_what_may_be_another_number_is_asked_about(name: str) -> None:
    assert name in unsure(read(counted((name, NUMBERS))))


@pytest.mark.parametrize("name", ["No. of IOs", "Number of PPs"])
def test_short_forms_of_posts_are_no_boys_and_counted_with_a_status(name: str) -> None:
    held, planned = ("Status", ["Held", "Held", "Scheduled"]), (name, NUMBERS)
    found = understood(counted(held, planned))
    trainings = found.checked.trainings
    ids = trainings.loc[trainings["status"].astype("str") == "held", "training_id"]
    own = found.checked.attendance
    assert own.loc[own["training_id"].isin(ids), "participants_unspecified"].sum() == 30
    assert unsure(read(counted(planned))) != {name: "participants_boys"}
    if name != "No. of IOs":
        return
    seats = [*zip(["20", "20", "25", "25", "30"], strict=True)]
    days = [["Kasur", f"{n} May 2023", "Held", *one] for n, one in enumerate(seats, start=9)]
    assert name in unsure(read(text_of([[*PLACES, "Status", name], *days]).encode()))


# ------------------------------------------------------------------------- targets


@pytest.mark.parametrize(("target", "came"), [
    ("Target", "Achieved"), ("Target (invited)", "Achieved (came)"),
])  # fmt: skip
def test_who_came_on_a_day_is_told_beside_the_target(target: str, came: str) -> None:
    columns = ((target, ["25", "20", "25"]), (came, NUMBERS), ("%", ["64", "70", "84"]))
    assert figures(understood(counted(*columns))) == (3, 51)


def test_what_was_achieved_may_be_no_people() -> None:
    target = ("Target", ["25", "20", "25"])
    assert "Achieved" in unsure(read(counted(target, ("Achieved", ["1", "14", "21"]))))
    costs = "Training of police, budget of 2023"
    assert "Achieved" in unsure(read(counted(target, ("Achieved", NUMBERS), above=costs)))
    rows = [["Kasur", "May 2023", "25", "16"], ["Okara", "June 2023", "20", "14"]]
    months = text_of([["District", "Month", "Target", "Achieved"], *rows])
    assert "Achieved" in unsure(read(months.encode()))
    brochures = "Brochures handed out at trainings"
    assert "Achieved" in unsure(read(counted(target, ("Achieved", NUMBERS), above=brochures)))
    kinds = ("Activity", ["Seminar", "Distribution of leaflets", "Walk"])
    assert "Achieved" in unsure(read(counted(kinds, target, ("Achieved", NUMBERS))))
    sessions = ("Target sessions", ["25", "20", "25"])
    assert "Achieved" in unsure(read(counted(sessions, ("Achieved", NUMBERS))))


# ------------------------------------------------------------------------- each of those who came


def test_mail_beside_fe_mail_is_men() -> None:
    columns = (("Department", ["Police"] * 3), ("Mail", NUMBERS), ("Fe-mail", ["2", "0", "5"]))
    found = understood(counted(*columns))
    assert figures(found) == (3, 58)
    assert found.checked.attendance["participants_m"].sum() == 51


@pytest.mark.parametrize("sign", ["Sign."])
def test_nobody_signs_for_a_sum(sign: str) -> None:
    rows = [["1", "Zarqoon Nobody", "Kasur", "✓", "", "Police", "sd/-"],
            ["2", "Palwasha Nobody", "Okara", "", "✓", "FIA", "sd/-"],
            ["", "Total", "", "1", "1", "", ""]]  # fmt: skip
    header = ["S.#", "Name", "District", "Male", "Female", "Department", sign]
    above = ["Training held on 9 July 2024 at DC Office Kasur"]
    assert figures(understood(text_of([above, header, *rows]).encode())) == (1, 2)
    rows[1][-1] = ""
    assert sign in unsure(read(text_of([above, header, *rows]).encode()))


@pytest.mark.parametrize("post", ["Rank/BPS", "Rank held"])
def test_posts_are_told_with_their_grades(post: str) -> None:
    header = ["Name", "Sex", "Department", post, "District"]
    rows = [["Zarqoon Nobody", "F", "Police", "ASI", "Kasur"],
            ["Palwasha Nobody", "F", "FIA", "Inspector", "Okara"]]  # fmt: skip
    above = ["Training held on 9 July 2024"]
    assert figures(understood(text_of([above, header, *rows]).encode())) == (1, 2)


def test_participants_belong_to_their_agency_and_not_to_who_reports() -> None:
    header = ["Organization", "Training date", "Participants belong to", "Their district", "Total"]
    rows = [["Made Up Society", DAY, "Police", "Sibi", "8"],
            ["Made Up Society", DAY, "Levies", "Sibi", "3"]]  # fmt: skip
    found = understood(text_of([header, *rows]).encode())
    assert {*found.checked.attendance["agency"]} == {"Police", "Levies"}


def test_an_audience_of_agencies_is_whose_participants_came() -> None:
    rows = [["T-7", "Peshawar", DAY, "Police", "Completed", "18", "4"],
            ["T-8", "Swat", "16 May 2023", "FIA", "Completed", "11", "3"]]  # fmt: skip
    header = ["Code", "Location", "Date", "Audience", "Status", "M", "F"]
    found = understood(text_of([header, *rows]).encode(), district="not recorded")
    assert {*found.checked.attendance["agency"]} == {"Police", "FIA"}


def test_a_form_that_asks_who_came_on_a_day_tells_its_day() -> None:
    header = ["Timestamp", "Email Address", "Which department or organisation do you work for?",
              "In which district do you work?", "Your gender",
              "Did you attend the training on 22 May 2025 (Islamabad)?"]  # fmt: skip
    answers = [("Police", "Yes"), ("FIA", "Yes"), ("Labour Department", "No")]
    rows = [[f"2025/05/2{n} 1:00:00 PM GMT+5", f"p{n}@example.org", agency, "Kasur", "Female", came]
            for n, (agency, came) in enumerate(answers, start=3)]  # fmt: skip
    found = understood(text_of([header, *rows]).encode())
    assert figures(found) == (1, 2)
    assert str(found.checked.trainings["date_start"].item().date()) == "2025-05-22"


@pytest.mark.parametrize(
    "days", [("Both days", "Day 2 only", "Day 1 only", "Could not attend"),
             ("All days", "Only day 2", "First day only", "No")]
)  # fmt: skip
def test_a_form_asks_on_which_days_each_came_and_a_sheet_beside_tells_of_what(
    days: tuple[str, ...],
) -> None:
    header = ["Timestamp", "1. Your name", "2. Gender", "3. In which district are you posted?",
              "4. Your department", "5. Which days did you attend?"]  # fmt: skip
    rows = [[f"2025-12-19 10:0{n}:05", f"Zarqoon{n} Nobody", "Female", "Kasur", "Police", came]
            for n, came in enumerate(days)]  # fmt: skip
    told = [["Short course on the law of trafficking"], ["Dates: 17 and 18 December 2025, Lahore"]]
    found = read(workbook_of({"Form Responses 1": [header, *rows], "About": told}))
    assert isinstance(found, Understood)
    assert figures(found) == (1, 3)
    assert str(found.checked.trainings["date_end"].item().date()) == "2025-12-18"


@pytest.mark.parametrize("name", ["Participants", "Attendees"])
def test_participants_beside_their_posts_are_names_of_one_each(name: str) -> None:
    header = ["S#", name, "Post", "District", "Deptt."]
    rows = [["1", "Zarqoon Nobody", "Inspector", "Kasur", "Police"],
            ["2", "Palwasha Noone", "ASI", "Okara", "Police"]]  # fmt: skip
    above = ["Training held on 9 July 2024"]
    assert figures(understood(text_of([above, header, *rows]).encode())) == (1, 2)
    if name == "Attendees":
        return
    rows[1][1] = "Palwasha Noone, Gulnar Noone"
    found = read(text_of([above, header, *rows]).encode())
    assert name in unsure(found)
    assert "Noone" not in repr(found)
    rows[1][1] = rows[0][1]  # it may be one who came twice, or no name
    assert name in unsure(read(text_of([above, header, *rows]).encode()))


@pytest.mark.parametrize("name", [
    "Home district & how to reach", "District (letter to)",
])  # fmt: skip
def test_a_district_with_an_address_behind_it_is_home(name: str) -> None:
    rows = [["Zarqoon Nobody", "Female", "Police", "Kasur (c/o Inspector Noone, 0300-5550100)"],
            ["Palwasha Nobody", "Female", "FIA", "Okara c/o the reader to DC"],
            ["Gulnar Nobody", "Female", "FIA", "Okara"]]  # fmt: skip
    table = [["Training held on 9 July 2024"], ["Name", "Sex", "Department", name], *rows]
    found = understood(text_of(table).encode())
    assert summed(found, "adm2_pcode") == {"PK614": 1, "PK626": 2}
    assert "Noone" not in repr((found.checked.problems, found.checked.queue, found.notes))
    if name != "District (letter to)":
        return
    rows[2][-1] = "PS Saddar (Okara)"
    assert name in unsure(read(text_of(table).encode()))


def test_formations_of_a_range_are_of_the_police() -> None:
    rows = [["DIGP Office", "Mirpur Khas", "4", "1"], ["SSP Office", "Umerkot", "7", "0"],
            ["Women PS", "Mirpur Khas", "0", "6"]]  # fmt: skip
    above = ["Range police - training on the Act held on 16-08-2023"]
    header = ["Formation", "District", "Male", "Female"]
    found = understood(text_of([above, header, *rows]).encode())
    assert {*found.checked.attendance["agency"]} == {"Police"}


@pytest.mark.parametrize(("text", "read_in"), [("checked", True), ("12", False)])
def test_a_word_of_whoever_looked_a_row_over_loses_nobody(text: str, read_in: bool) -> None:
    rows = [[*row, number] for row, number in zip(ROWS, NUMBERS, strict=True)]
    rows[1].append(text)
    found = understood(
        workbook_of({"S": [[*PLACES, "Participants"], *rows]}), agency="not published"
    )
    assert figures(found) == ((3, 51) if read_in else (2, 37))
    assert found.checked.problems.empty == read_in


@pytest.mark.parametrize("name", ["Attended by", "Who attended"])
def test_who_attended_is_named_in_each_row(name: str) -> None:
    header = ["Training", "Date", "Venue", name, "Post", "Body", "District of posting"]
    told = ["Protection of witnesses", DAY, "Bar Room"]
    rows = [[*told, "Zarqoon Nobody", "Civil Judge", "Judiciary", "Kasur"],
            [*told, "Palwasha Noone", "Inspector", "FIA", "Okara"]]  # fmt: skip
    assert figures(understood(text_of([header, *rows]).encode())) == (1, 2)
    if name == "Who attended":
        return
    rows[1][1] = "2023-05-10"
    assert name in unsure(read(text_of([header, *rows]).encode()))
    rows[0][3], rows[1][3] = "Yes", "No"
    assert name in unsure(read(text_of([header, *rows]).encode()))


@in_turn(
    {
        "strength": ["Total police", "Police", "Police strength"],
        "came": ["Police trained", "Police attended"],
    }
)
def test_all_whom_an_office_has_did_not_come(strength: str, came: str) -> None:
    beside = (strength, ["160", "140", "210"])
    assert isinstance(read(counted(beside, (came, NUMBERS))), Question)
    if strength != "Total police":
        return
    both = (came, NUMBERS), (came.replace("Police", "FIA"), ["2", "1", "5"])
    assert figures(understood(counted(*both)))[1] == 59
    assert isinstance(read(counted(beside, *both)), Question)


def test_the_post_of_another_than_oneself_is_asked_about() -> None:
    name = "What is the designation of your supervisor?"
    rows = [["Zarqoon Nobody", "F", "Police", "Kasur", "DSP"]]
    above = ["Training on referral, Kasur, 16 April 2023"]
    header = ["Name", "Sex", "Department", "District", name]
    assert name in unsure(read(text_of([above, header, *rows]).encode()))
