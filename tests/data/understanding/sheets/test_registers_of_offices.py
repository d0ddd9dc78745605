"""Registers of trainings as offices keep them: schedules, numbers of rows, sessions, agencies."""

import pytest

from data.understanding.layout.titles.agencies.agencies_above import group_above
from data.understanding.understand import Understood
from tests.data.sheets_made import reasons, text_of, workbook_of
from tests.data.understanding.readings import figures, people, read, summed, understood, unsure

# --------------------------------------------------------------------------- agencies and sexes

OF_BOTH = [["Training", "Date (dd/mm/yyyy)", "District of participants", "Prosecutors", "Police",
            "Judges", "Female", "Male", "Total"],
           ["Referral", "04/05/2023", "Khanewal", "5", "8", "1", "3", "11", "14"],
           ["Referral", "11/05/2023", "Multan", "9", "10", "3", "7", "15", "22"],
           ["Referral", "25/05/2023", "Vehari", "4", "6", "0", "2", "8", "10"]]  # fmt: skip


def test_a_post_beside_agencies_is_of_its_own_and_the_sexes_of_all_count_nobody_again() -> None:
    found = read(text_of(OF_BOTH).encode(), {"Female": "", "Male": ""})
    assert isinstance(found, Understood)
    assert summed(found, "agency") == {"Prosecution": 18, "Police": 24, "Judiciary": 4}
    assert figures(found) == (3, 46)
    assert any("no sex is told" in note for note in found.notes)


def test_a_total_behind_sexes_is_held_against_the_agencies() -> None:
    rows = [[row[0], "9 May 2023" if n else "Date", *row[2:5], *row[6:]]
            for n, row in enumerate(OF_BOTH[:2])]  # fmt: skip
    found = read(text_of(rows).encode(), {"Female": "", "Male": ""})
    assert isinstance(found, Understood)
    told = "Women, men and unspecified do not sum to the given total."
    assert reasons(found.checked) == [told]  # once for the agencies of one row of the file
    assert found.checked.rows_with_a_problem == 2


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("IN-SERVICE COURSES FOR LEVIES FORCE ON HUMAN TRAFFICKING", "Levies"),
        ("Attendance of Police officials, One Day Training on Human Trafficking", "Police"),
        ("Attendance of Police officials, 2-day workshop on referral", "Police"),
        ("Attendance of Police officials, teachers and lawyers", ""),
        ("Courses for levies force and police", ""),
        ("Course: Anti Human Trafficking for Sindh Police", "Police"),
        ("Topic: Handbook on referral for Sindh Police", ""),
        ("Courses on child labour attended by Customs officials, Jan-June 2022", "Customs"),
        ("Sessions on referral in which officers of ASF participated", "Airports Security Force"),
        ("Courses attended by officers of FIA, second half of 2022", "FIA"),
        ("Courses on smuggling attended by FIA officials, judges and lawyers", ""),
    ],
)
def test_what_came_behind_a_group_in_a_title_is_no_other_group(title: str, agency: str) -> None:
    assert group_above([title]) == agency


def test_where_courses_were_held_is_not_of_which_agency_their_people_are() -> None:
    rows = [["Courses for Levies Force on human trafficking"], ["Zone Loralai"],
            ["S#", "Course", "Started on", "Place", "Nos. Trained"],
            ["1", "Basic course", "6 March 2023", "Levies HQ Loralai", "22"],
            ["2", "Advance course", "5 June 2023", "Police Lines Duki", "14"]]  # fmt: skip
    found = understood(workbook_of({"courses": rows}))
    assert summed(found, "agency") == {"Levies": 36}
    assert figures(found) == (2, 36)


# --------------------------------------------------------------------------------------- days


def scheduled(*, status: bool) -> list[list[str]]:
    rows = [["No", "Activity", "Scheduled date", "Venue", "Planned participants", "Actual male",
             "Actual female", "Actual total", "Status"],
            ["1", "Bonded labour", "2023-02-15", "Hall A", "25", "17", "4", "21", "Held"],
            ["2", "Inspection", "2023-05-24", "Hall B", "25", "", "", "", "Postponed"],
            ["3", "Referral", "2023-12-13", "Hall C", "20", "9", "8", "17", "Held"]]  # fmt: skip
    above = ["NOWHERE OFFICE - TRAINING CALENDAR 2023 (UPDATED 31.12.2023)"]
    return [above, *(row if status else row[:-1] for row in rows)]


def test_scheduled_days_are_those_of_trainings_of_which_a_status_says_that_they_were_held() -> None:
    found = understood(workbook_of({"Plan vs actual": scheduled(status=True)}))
    assert figures(found) == (2, 38)
    assert [str(day)[:7] for day in found.checked.trainings["date_start"]] == ["2023-02", "2023-12"]
    assert any("was scheduled" in note for note in found.notes)
    assert not any("not held" in note for note in found.notes)
    planned = [["Training", "Tentative date", "Department", "District", "Participants"],
               ["Referral", "26-08-2023", "Police", "Kasur", "25"]]  # fmt: skip
    said = read(text_of(planned).encode(), {"Tentative date": "date_start"}, status="planned")
    assert figures(said) == (1, 25)
    assert isinstance(said, Understood)
    assert not any("was scheduled" in note for note in said.notes)
    assert any("25 participants are of trainings that were not held" in one for one in said.notes)
    without = read(workbook_of({"Plan vs actual": scheduled(status=False)}))
    assert unsure(without)["Scheduled date"] == "date_start"


FIXED = [["Kasur", "9 May 2023", "Conducted", "17", "report attached"],
         ["Okara", "16 May 2023", "Postponed (rain)", "", "new date 12 June"]]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "remarks", "told"),
    [("Date fixed", "Remarks", "held on 12 May instead"), ("Fixed date", "Details", "shifted"),
     ("Date decided", "کیفیت", "delayed by a week")],
)  # fmt: skip
def test_a_day_that_was_fixed_is_asked_about_where_a_remark_may_tell_another(
    name: str, remarks: str, told: str
) -> None:
    header = ["District", name, "Status", "Men", remarks]
    rows = [header, [*FIXED[0][:4], told], FIXED[1]]
    assert unsure(read(workbook_of({"Status": rows}))) == {name: "date_start"}


@pytest.mark.parametrize(
    ("name", "remarks"),
    [("Date fixed", "Remarks"), ("Date decided", "کیفیت")],
)
def test_a_day_that_was_fixed_is_that_of_the_training_where_remarks_tell_no_other(
    name: str, remarks: str
) -> None:
    rows = [["District", name, "Status", "Men", remarks], *FIXED]
    found = understood(workbook_of({"Status": rows}), agency="not published")
    assert figures(found) == (1, 17)
    assert [str(day)[:10] for day in found.checked.trainings["date_start"]] == ["2023-05-09"]


def test_a_day_that_was_fixed_is_asked_about_where_no_status_stands_beside_it() -> None:
    told = [[*FIXED[0][:4], "ایک ہفتہ بعد"], FIXED[1]]
    rows = [["District", "Date fixed", "Men", "Remarks"], *([*row[:2], *row[3:]] for row in told)]
    assert unsure(read(workbook_of({"Status": rows})))["Date fixed"] == "date_start"


def status_table(name: str, remark: str = "DC attended") -> bytes:
    rows = [["STATUS OF TRAININGS - POSITION AS ON 30.11.2023"],
            ["Training for (district committee)", name, "Status", "Men", "Women", "Remarks"],
            ["Kasur", "9 May 2023", "Held", "15", "6", ""],
            ["Layyah", "23 May 2023", "Cancelled", "", "", "flood duty"],
            ["Okara", "16 May 2023", "Completed", "13", "3", remark]]  # fmt: skip
    return workbook_of({"Status": rows})


@pytest.mark.parametrize("name", ["Scheduled for", "Planned on"])
def test_a_day_up_to_which_a_status_table_goes_is_that_of_no_training(name: str) -> None:
    found = understood(status_table(name), agency="not published")
    assert figures(found) == (3, 37)
    assert summed(found, "adm2_pcode") == {"PK614": 21, "PK618": 0, "PK626": 16}
    trainings = found.checked.trainings
    days = trainings["date_start"].astype(str)[trainings["status"] == "held"]
    assert [day[:10] for day in days] == ["2023-05-09", "2023-05-16"]


def test_days_of_a_status_table_of_which_a_remark_or_their_name_tells_others_are_asked() -> None:
    assert unsure(read(status_table("Scheduled", "held on 19 May instead")))
    assert unsure(read(status_table("Registered on", "")))


def test_a_dash_beside_the_day_to_which_a_training_was_put_off_counts_nobody() -> None:
    rows = [["Act. No", "Activity", "Date", "District", "Planned participants",
             "Actual participants", "Monitor remarks"],
            ["1.1", "Orientation", "18 July 2023", "Kech", "20", "13", "rain"],
            ["1.2", "Training", "25 July 2023", "Gwadar", "25", "28", ""],
            ["1.3", "Referral", "postponed to October", "Kech", "25", "-", "not held"]]  # fmt: skip
    found = understood(workbook_of({"Monitoring": rows}), agency="not published")
    assert figures(found) == (2, 41)
    assert not found.checked.queue
    rows[3][2] = "1 August 2023"
    assert understood(workbook_of({"Monitoring": rows}), agency="not published").checked.queue


# ----------------------------------------------------------------------------- sessions, places


def test_what_a_list_calls_sessions_are_its_trainings() -> None:
    rows = [["Registration"], ["S#", "Session", "Held on", "Name", "Male", "Female", "District"]]
    rows += [[row[0], "Debate on bonded labour", "24 October 2023", row[1], "1", "", "Swabi"]
             for row in people(3)]  # fmt: skip
    rows += [[row[0], "Street theatre", "25 October 2023", row[1], "Yes", "", "Swabi"]
             for row in people(3)]  # fmt: skip
    found = understood(workbook_of({"Reg": rows}), agency="not published")
    assert figures(found) == (2, 6)
    assert not found.checked.queue
    of_a_day = [[*row[:2], "24 October 2023", *row[3:]] if row[0].isdigit() else row
                for row in rows]  # fmt: skip
    assert figures(understood(workbook_of({"Reg": of_a_day}), agency="not published")) == (1, 3)


def test_sessions_in_several_tehsils_of_the_district_above_are_no_repetition() -> None:
    rows = [["Union Zila Sheikhupura – awareness sessions on bonded labour"],
            ["Sr.", "Date", "Tehsil", "Male workers", "Female workers", "Total"],
            ["1", "13-Sep-2022", "Sheikhupura", "18", "11", "29"],
            ["2", "15-Sep-2022", "Ferozewala", "22", "14", "36"]]  # fmt: skip
    found = understood(workbook_of({"Sessions": rows}), agency="not published")
    assert figures(found) == (2, 65)
    assert not found.checked.queue
    rows[3][2] = "Sheikhupura"
    assert understood(workbook_of({"Sessions": rows}), agency="not published").checked.queue


@pytest.mark.parametrize(
    ("held", "home", "venue"),
    [
        ("at community level, Zila Kasur", "PK614", ""),
        ("at various villages of Kasur", "PK614", ""),
        ("held at bus terminals - District Kasur", "PK614", ""),
        ("at Rest House Kasur", "", "Rest House Kasur"),
    ],
)
def test_several_places_of_a_title_are_no_venue_of_each_session(
    held: str, home: str, venue: str
) -> None:
    rows = [[f"Awareness sessions {held}"], ["Sr.", "Date", "Tehsil", "Men", "Women"],
            ["1", "13-Sep-2022", "Kasur", "8", "1"], ["2", "14-Sep-2022", "Chunian", "2", "4"],
            ["3", "20-Oct-2022", "Pattoki", "5", "5"]]  # fmt: skip
    said = {"agency": "not published"} if home else {}  # which is asked of no trainings
    found = understood(workbook_of({"Sessions": rows}), **said)
    assert {*found.checked.trainings["venue"]} == {venue}
    assert {*found.checked.attendance["adm2_pcode"]} == {home}


def test_ranks_are_no_agencies_beside_one_that_may_be_one() -> None:
    title = ["KOHAT POLICE: officials trained on smuggling (30 January to 3 February 2023)"]
    header = ["S.No", "District", "DSP", "Inspector", "SI", "FC", "Total"]
    rows = [["1", "Kohat", "1", "2", "4", "12", "19"], ["2", "Karak", "0", "1", "3", "9", "13"]]
    found = understood(workbook_of({"List": [title, header, *rows]}))
    assert summed(found, "agency") == {"Police": 32}


def test_the_venue_of_each_session_is_told_beside_its_tehsil() -> None:
    title = ["Awareness Sessions on Illegal Migration - District Council Bahawalnagar"]
    header = ["S#", "Date", "Tehsil", "Venue of Session", "Male", "Female", "Total"]
    rows = [["1", "10 April 2023", "Chishtian", "MC Hall Chishtian", "24", "4", "28"],
            ["2", "13 April 2023", "Chishtian", "UC 22 Office", "25", "10", "35"]]  # fmt: skip
    found = understood(workbook_of({"Sessions": [title, header, *rows]}))
    assert figures(found) == (2, 63)
    assert sorted(found.checked.trainings["venue"]) == ["MC Hall Chishtian", "UC 22 Office"]


@pytest.mark.parametrize("remark", ["held a week later", "ایک ہفتہ بعد ہوئی"])
def test_a_day_that_was_fixed_is_asked_about_where_a_remark_tells_of_a_delay(remark: str) -> None:
    rows = [["District", "Date fixed", "Status", "Men", "Remarks"],
            ["Kasur", "9 May 2023", "Conducted", "17", remark]]  # fmt: skip
    assert unsure(read(workbook_of({"Status": rows}))) == {"Date fixed": "date_start"}


def test_a_note_or_a_column_may_tell_another_day_than_was_fixed_too() -> None:
    rows = [["District", "Date fixed", "Status", "Men", "Remarks"],
            ["Kasur", "9 May 2023", "Conducted", "17", "report attached"]]  # fmt: skip
    noted = [*rows, [], ["Note: the actual dates differed"]]
    assert unsure(read(workbook_of({"Status": noted}))) == {"Date fixed": "date_start"}
    rows = [[*rows[0], "Postponed"], [*rows[1], "Yes"]]
    assert unsure(read(workbook_of({"Status": rows}))) == {"Date fixed": "date_start"}


@pytest.mark.parametrize("last", [["", "Male: 1", "Female: 2", ""], ["", "مرد: 1", "خواتین: 2", ""],
                                  ["Total", "3", "F = 2", "M = 1"]])  # fmt: skip
def test_sexes_with_their_numbers_below_a_list_are_no_person(last: list[str]) -> None:
    rows = [["Training of AHTC members at Quetta on 13 August 2025"],
            ["Sr.", "Name", "Gender", "District"], ["1", "Zarqoon Nobody", "Male", "Nasirabad"],
            ["2", "Zarqoona Noone", "Female", "Sohbatpur"],
            ["3", "Zarqoona Nowhere", "Female", "Jaffarabad"], last]  # fmt: skip
    found = understood(workbook_of({"List": rows}), agency="not published")
    assert figures(found) == (1, 3)
    assert found.checked.attendance["participants_f"].sum() == 2
