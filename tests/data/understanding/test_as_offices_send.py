"""What offices send: posts and postings that tell an agency, days above, numbers in one cell."""

import pytest

from data.records.errors import ReadingError
from tests.data.sheets_made import csv_of, text_of, workbook_of
from tests.data.understanding.test_office_files import figures, read, unsure
from tests.data.understanding.test_read_unasked import DAY, LISTED, TITLE, named, summed, understood

ABOVE = [f"{TITLE}, {DAY}"]
REGISTER = ("Training", "Date", "District")
OF_SEXES = ["participants_f", "participants_m"]


def listed(header: list[str], *rows: list[str], above: tuple[list[str], ...] = (ABOVE,)) -> bytes:
    """Return a list of persons who are numbered and have a name each, under texts."""
    numbered = [[str(n), f"Zarqoon{n} Nobody", *row] for n, row in enumerate(rows, start=1)]
    return text_of([*above, [], ["S#", "Name", *header], *numbered]).encode()


# ----------------------------------------------------- agencies and districts of the posts


@pytest.mark.parametrize("name", ["Office / Place of Posting", "Designation with place of posting"])
def test_a_place_of_posting_tells_the_district_and_the_agency(name: str) -> None:
    places = ("FIA Circle Gujranwala", "Distt. Social Welfare Office Sahiwal", "DDPP Swat",
              "Sr. PP Buner", "PP (ATC) Bannu")  # fmt: skip
    found = understood(listed([name, "Sex"], *[[place, "M"] for place in places]))
    assert summed(found, "agency") == {"FIA": 1, "Social Welfare Department": 1, "Prosecution": 3}
    assert summed(found, "adm2_pcode") == dict.fromkeys(
        ("PK609", "PK631", "PK532", "PK505", "PK503"), 1
    )


@pytest.mark.parametrize("place", ["FR Bannu", "UC Kasur", "KP Lahore"])
def test_letters_of_an_area_are_no_office(place: str) -> None:
    found = understood(csv_of(["Referral", DAY, place, "Police", "3"],
                              header=[*REGISTER, "Department", "Female"]))  # fmt: skip
    assert not any("ends a posting" in note for note in found.notes)
    assert set(found.checked.attendance["adm2_pcode"]) <= {"PK503"}  # the tribal part of Bannu


def test_a_column_of_agencies_says_more_than_the_ranks_beside_it() -> None:
    rows = [["ASI", "M", "Police", "Kasur"], ["ASI", "M", "FIA", "Okara"],
            ["DSP (Legal)", "F", "Police", "Okara"]]  # fmt: skip
    found = understood(listed(["Rank", "Sex", "Force", "District"], *rows))
    assert summed(found, "agency") == {"Police": 2, "FIA": 1}


def test_a_heading_of_an_agency_says_more_than_the_posts_under_it() -> None:
    rows = [ABOVE, ["S#", "Name", "Designation", "District", "Sex"], ["PROSECUTION"],
            ["1", "Zarqoon1 Nobody", "Assistant Director", "Kasur", "M"], ["FIA"],
            ["1", "Zarqoon2 Nobody", "SI", "Okara", "F"],
            ["2", "Zarqoon3 Nobody", "Assistant Director", "Okara", "F"]]  # fmt: skip
    assert summed(understood(text_of(rows).encode()), "agency") == {"Prosecution": 1, "FIA": 2}


def test_what_a_post_is_of_and_how_senior_changes_no_agency() -> None:
    found = understood(listed(["Designation", "Sex"], ["DSP Legal", "M"], ["DSP (Inv.)", "M"],
                              ["Sr. Public Prosecutor", "F"]))  # fmt: skip
    assert summed(found, "agency") == {"Police": 2, "Prosecution": 1}


def test_a_department_that_is_like_a_post_alone_is_not_asked_about() -> None:
    row = ["Referral", DAY, "Kasur", "Factory Inspection Deptt", "3"]
    found = understood(csv_of(row, header=[*REGISTER, "Department", "Female"]))
    assert summed(found, "agency") == {"Factory Inspection Deptt": 3}


# ------------------------------------------------------------------------- what counts people


def test_numbers_beside_a_trainer_are_of_those_who_came() -> None:
    rows = [
        ["Kasur", DAY, "22 (15 M / 7 F)", "School hall", "Referral", "Zarqoon Nobody"],
        ["Okara", "16 May 2023", "9 (5 M / 4 F)", "UC office", "Referral", "Zarqoon Nobody"],
    ]
    header = ["Session place", "Date", "Participants", "Where", "Topic", "Trainer"]
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (2, 31)
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [11, 20]


@pytest.mark.parametrize("name", ["F/M", "M / F", "Gender (F/M)"])
def test_a_column_of_sexes_is_no_count_of_women(name: str) -> None:
    found = understood(listed([name, "District", "Department"], ["F", "Kasur", "Police"],
                              ["M", "Okara", "FIA"]))  # fmt: skip
    assert found.checked.attendance[OF_SEXES].sum().tolist() == [1, 1]


def test_parts_that_add_up_to_those_who_were_trained_are_not_counted_again() -> None:
    header = ["Course", "From", "To", "Officers", "Officials", "FIA Personnel Trained"]
    rows = [["Referral", DAY, "10 May 2023", "6", "14", "20"],
            ["Screening", "16 May 2023", "17 May 2023", "4", "18", "22"]]  # fmt: skip
    assert figures(understood(csv_of(*rows, header=header))) == (2, 42)
    rows[1][-1] = "23"  # no longer their sum
    assert unsure(read(csv_of(*rows, header=header)))


def test_what_stands_under_planned_is_not_counted() -> None:
    rows = [["Title of Training", "Planned", "", "Actual", "", "", ""],
            ["", "Date", "Participants", "Date", "Male", "Female", "Total"],
            ["Referral", "2 May 2023", "30", DAY, "19", "7", "26"],
            ["Screening", "7 May 2023", "50", "16 May 2023", "41", "2", "43"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (2, 69)
    assert set(found.checked.trainings["date_start"].dt.day) == {9, 16}


def test_a_sum_called_all_beside_districts_is_no_district() -> None:
    rows = [["Training", "Date", "Kasur", "", "Okara", "", "All"],
            ["", "", "Male", "Female", "Male", "Female", ""],
            ["Referral", DAY, "6", "2", "4", "0", "12"],
            ["Screening", "16 May 2023", "4", "3", "2", "1", "10"]]  # fmt: skip
    found = understood(workbook_of({"By home district": rows}))
    assert figures(found) == (2, 22)


# ------------------------------------------------------------------------- who came


def test_a_remark_that_says_no_more_than_that_somebody_did_not_come_sets_the_row_aside() -> None:
    rows = [["F", "Kasur", "Pass", "1st position"], ["F", "Kasur", "DNR", "Did not report"],
            ["F", "Okara", "Fail", ""]]  # fmt: skip
    found = understood(listed(["Sex", "District", "Result", "Remarks"], *rows))
    assert figures(found) == (1, 2)
    assert "did not come" in {why for __, why in found.checked.tables["attendance"].left_out}
    rows[1][2:] = ["Pass", "absent on day two"]  # which leaves it open
    found = understood(listed(["Sex", "District", "Result", "Remarks"], *rows))
    assert figures(found) == (1, 2)
    assert len(found.checked.problems) == 1


def test_posts_of_those_who_signed_are_no_persons() -> None:
    rows = [ABOVE, ["S#", "Rank", "Name", "Belt No", "Sex", "Unit", "District", "Department"],
            *[[str(n), "SI", f"Zarqoon{n} Nobody", "S/1", "M", "CIA Staff", "Kasur", "Police"]
              for n in range(1, 5)],
            [], ["", "Course Commander", "", "", "", "Principal PTC"]]  # fmt: skip
    assert figures(understood(text_of(rows).encode())) == (1, 4)


# ------------------------------------------------------------------- texts above and beside


def test_lists_side_by_side_have_their_own_days_and_what_stands_over_the_first_alone() -> None:
    header = ["S#", "Name", "Post", "District", "M/F"]
    rows = [["Prosecutors trained on referral"],
            ["Batch 1: Kasur, 9 May 2023", "", "", "", "", "", "Batch 2: Okara, 16 May 2023"],
            [*header, "", *header],
            ["1", "Zarqoon1 Nobody", "PP", "Kasur", "M", "", "1", "Zarqoon3 Nobody", "PP", "Okara",
             "M"],
            ["2", "Zarqoon2 Nobody", "APP", "Kasur", "F"]]  # fmt: skip
    found = understood(workbook_of({"List": rows}))
    assert figures(found) == (2, 3)
    assert found.checked.trainings["date_start"].dt.day.tolist() == [9, 16]
    assert summed(found, "agency") == {"Prosecution": 3}


@pytest.mark.parametrize(
    "above",
    [
        (["Referral course"], ["Start", "9 May 2023", "End", "11 May 2023"]),
        (["Referral course"], ["Start date: 9 May 2023"], ["End date: 11 May 2023"]),
    ],
)
def test_the_first_and_the_last_day_above_a_list_are_of_one_training(above: tuple) -> None:
    content = listed(["Sex", "District", "Agency"], ["F", "Kasur", "Police"], above=above)
    found = understood(content)
    assert found.checked.trainings[["date_start", "date_end"]].iloc[0].dt.day.tolist() == [9, 11]


def test_the_period_of_a_record_is_not_the_day_of_a_training_in_it() -> None:
    rows = [["Record of trainings held Jan-Jun 2023"], [f"Training 1: Referral, {DAY}"], LISTED,
            named(1, "Kasur", "Police"), ["Training 2: Screening, 16 May 2023"], LISTED,
            named(2, "Okara", "FIA")]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert found.checked.trainings["date_start"].dt.day.tolist() == [9, 16]


def test_places_of_counted_trainings_are_their_venues_and_a_village_is_nobody() -> None:
    header = ["Activity", "Date", "District (where held)", "Men", "Women"]
    rows = [["Session, Village Haji Juman", DAY, "Kasur", "3", "4"],
            ["Dialogue", "16 May 2023", "Okara", "2", "5"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (2, 14)
    assert set(found.checked.trainings["venue_adm2_pcode"]) == {"PK614", "PK626"}


def test_a_register_of_a_shelter_is_refused() -> None:
    header = ["Name", "Age", "Home District", "Date of admission", "Reason", "Date of discharge"]
    with pytest.raises(ReadingError, match="victims"):
        read(csv_of(["Zarqoon Nobody", "24", "Kasur", DAY, "Shelter", "1 June 2023"],
                    header=header))  # fmt: skip
