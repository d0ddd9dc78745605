"""What a careful clerk would not ask about: the file says it in plain words."""

import pytest

from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import figures, read, summed, unsure

PLANNED = [["Course", "Planned dates", "Actual dates", "Participants from", "Male attended",
            "Female attended", "Status"],
           ["Basic course", "15-17 Jan 2022", "22-24 Jan 2022", "FIA", "21", "4", "Held"],
           ["Border crime", "19-21 Feb 2022", "19-21 Feb 2022", "FIA", "18", "3", "Held"],
           ["Financial inquiries", "11-12 Mar 2022", "-", "FIA", "", "", "Cancelled"],
           ["Interviews", "7-8 Oct 2022", "-", "FIA", "", "", "Postponed"]]  # fmt: skip


def test_days_with_dashes_for_what_was_not_held_are_days() -> None:
    found = read(text_of(PLANNED).encode(), district="not recorded")
    assert isinstance(found, Understood), unsure(found)
    assert figures(found) == (2, 46)
    held = found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d")
    assert sorted(held) == ["2022-01-22", "2022-02-19"]


@pytest.mark.parametrize(("status", "asked"), [("Cancelled (rain)", False), ("Held", True)])
def test_a_dash_beside_what_was_not_held_is_nobody(status: str, asked: bool) -> None:
    rows = [["Training", "District of participants", "Date", "Status", "Agency", "Men", "Women"],
            ["Referral", "Kasur", "2022-01-15", "Held", "Police", "5", "1"],
            ["Referral", "Okara", "2022-01-22", status, "Police", "nil", "nil"]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert isinstance(found, Understood)
    assert bool(found.checked.queue) is asked
    assert found.checked.participants_accepted == 6


COUNTED = [["Home district", "Police F", "Police M", "FIA F", "FIA M"],
           ["Gilgit", "2", "5", "1", "3"], ["Skardu", "1", "4", "0", "2"]]  # fmt: skip


@pytest.mark.parametrize(
    ("above", "plain"),
    [("Consolidated summary – AHTC training, Serena Gilgit, 11 to 13 June 2022", True),
     ("Statement of participants, AHTC training, Serena Gilgit, 11-13 June 2022", True),
     ("Summary: training on referral, 11-12 June 2022", True),
     ("Consolidated summary – AHTC training, Serena Gilgit, 13 June 2022", False),
     ("Consolidated summary – AHTC training, 1 to 30 June 2022", False),
     ("Summary – training plan, 11 to 13 June 2022", False)],
)  # fmt: skip
def test_a_summary_of_one_training_has_its_days(above: str, plain: bool) -> None:
    found = read(text_of([[above], *COUNTED]).encode(), kind="groups")
    asked = isinstance(found, Question) and "Date above the rows" in unsure(found)
    assert asked != plain


@pytest.mark.parametrize("called", ["For"])
def test_whom_held_trainings_were_for_came_to_them(called: str) -> None:
    rows = [["Training", called, "Date held", "Actual women", "Actual men", "Status"],
            ["TIP basics", "Police", "2022-01-28", "3", "20", "Held"],
            ["TIP basics", "Social Welfare", "2022-03-04", "15", "7", "Held"]]  # fmt: skip
    found = read(text_of(rows).encode(), district="not recorded")
    assert isinstance(found, Understood), unsure(found)
    assert summed(found, "agency") == {"Police": 23, "Social Welfare Department": 22}


@pytest.mark.parametrize("above", ["", " (station of posting)"])
def test_places_that_a_title_calls_postings_are_homes(above: str) -> None:
    title = f"FIA officials trained on migration law, 1-2 October 2022, Islamabad{above}"
    rows = [[title], ["Province", "Station", "Women", "Men"],
            ["Punjab", "Lahore", "4", "16"], ["Sindh", "Sukkur", "1", "8"]]  # fmt: skip
    found = read(text_of(rows).encode())
    if not above:
        assert "Station" in unsure(found)
        return
    assert isinstance(found, Understood), unsure(found)
    assert summed(found, "adm2_pcode") == {"PK617": 20, "PK723": 9}


@pytest.mark.parametrize("at", ["at National Police Academy", "by FIA"])
def test_towns_as_stations_are_homes_where_the_one_training_was_elsewhere(at: str) -> None:
    rows = [[f"Number of persons trained {at}, 10 to 14 February 2022 (Course on TIP)"],
            ["Station", "Agency", "Men", "Women"], ["Jaranwala", "Police", "4", "0"],
            ["Kamoke", "FIA", "5", "1"], ["Daska", "Civil society", "4", "3"]]  # fmt: skip
    found = read(text_of(rows).encode())
    if at == "by FIA":
        assert "Station" in unsure(found)
        return
    assert isinstance(found, Understood), unsure(found)
    assert summed(found, "adm2_pcode") == {"PK608": 4, "PK609": 6, "PK634": 7}


def test_agencies_of_a_list_without_names_of_columns_are_those_of_its_persons() -> None:
    rows = [["1", "Zarqoon Nobody", "Female", "Officer", "Social Welfare", "Kasur", "15-Oct-2022"],
            ["2", "Zarak Nobody", "Male", "Mobilizer", "NGO", "Okara", "15-Oct-2022"],
            ["3", "Zareen Nobody", "Male", "DSP", "Police", "Okara", "15-Oct-2022"]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert isinstance(found, Understood), unsure(found)
    assert summed(found, "agency") == {
        "Social Welfare Department": 1,
        "Civil society": 1,
        "Police": 1,
    }


@pytest.mark.parametrize(
    ("question", "asked"),
    [("Have you attended any such training before?", False),
     ("Have you attended any session of this training before?", True)],
)  # fmt: skip
def test_whether_somebody_came_to_others_before_is_no_presence(question: str, asked: bool) -> None:
    rows = [["Name", "Sex", "Department", "District of posting", "Date", question],
            ["Zarqoon Nobody", "F", "Police", "Kasur", "2022-09-18", "No"],
            ["Zarak Nobody", "M", "FIA", "Okara", "2022-09-18", "Yes"]]  # fmt: skip
    found = read(text_of(rows).encode())
    if asked:
        assert question in unsure(found)
        return
    assert isinstance(found, Understood), unsure(found)
    assert figures(found)[1] == 2


@pytest.mark.parametrize("other", ["Women sheltered", "Women beneficiaries"])
def test_staff_trained_beside_women_who_are_cared_for(other: str) -> None:
    header = ["Centre", "District", other, "TIP cases referred", "Staff trained: women",
              "Staff trained: men", "Date of training"]  # fmt: skip
    rows = [["Centre Kasur", "Kasur", "41", "2", "6", "3", "2022-10-16"],
            ["Centre Okara", "Okara", "18", "0", "4", "2", "2022-11-06"]]  # fmt: skip
    found = read(text_of([header, *rows]).encode(), kind="groups", agency="not published")
    if other == "Women beneficiaries":
        assert {other, "Staff trained: women"} <= {*unsure(found)}
        assert "TIP cases referred" not in unsure(found)
        return
    assert isinstance(found, Understood), unsure(found)
    assert figures(found) == (2, 15)
    assert found.checked.attendance["participants_f"].sum() == 10


@pytest.mark.parametrize(("called", "asked"), [("TIP cases referred", False),
                                               ("Persons trained on cases", True)])  # fmt: skip
def test_cases_are_no_people(called: str, *, asked: bool) -> None:
    rows = [["Date", "District", "Department", called], ["2022-10-16", "Kasur", "Police", "14"],
            ["2022-11-06", "Okara", "FIA", "22"]]  # fmt: skip
    found = read(text_of(rows).encode())
    told = isinstance(found, Understood) and found.checked.participants_accepted == 36
    assert (told or called in unsure(found)) == asked


@pytest.mark.parametrize("name", ["Training ka naam", "تربیت کا نام"])
def test_the_name_of_a_training_in_urdu_is_its_title(name: str) -> None:
    rows = [["Sr", name, "Tareekh", "Zila (shuraka ka)", "Mehkma", "Khawateen", "Mard"],
            ["1", "Roktham", "2022-05-07", "Larkana", "Police", "1", "12"],
            ["2", "Jabri mushaqqat", "2022-05-07", "Larkana", "FIA", "1", "4"]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert isinstance(found, Understood), unsure(found)
    assert figures(found) == (2, 18)


def test_the_days_of_a_calendar_are_those_on_which_it_was_held() -> None:
    rows = [["ACADEMY"], ["COURSE CALENDAR 2022 – with position as on 31-12-2022"],
            ["Course", "Scheduled From", "Scheduled To", "Actually held From", "Actually held To",
             "Seats", "Attended", "Remarks"],
            ["Basic", "2022-01-15", "2022-01-26", "2022-01-15", "2022-01-26", "30", "27", "Held"],
            ["Advanced", "2022-03-04", "2022-03-08", "2022-03-11", "2022-03-15", "25", "24",
             "Held (one week late)"],
            ["Fraud", "2022-05-06", "2022-05-10", "", "", "25", "", "Postponed due to funds"],
            ["Note: All participants are FIA officials"]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert isinstance(found, Understood), unsure(found)
    assert figures(found) == (2, 51)


@pytest.mark.parametrize(
    ("written", "asked"),
    [("4/8/2022 - 5/8/2022", False), ("4/8/2022", True)],
)
def test_days_that_others_give_with_their_month_are_read_as_these(
    written: str, *, asked: bool
) -> None:
    header = ["Name", "Sex", "Department", "District", "Training date"]
    rows = [["Zarqoon Nobody", "F", "Police", "Kasur", "4-5 Aug 2022"],
            ["Zarak Nobody", "M", "FIA", "Okara", written]]  # fmt: skip
    found = read(text_of([header, *rows]).encode())
    assert isinstance(found, Understood), unsure(found)
    assert bool(found.checked.queue) == asked
    assert figures(found) == (1, 1 if asked else 2)


OF_FORCE = "Police officers trained, 2022"
MONTHS = ["January 2022", "February 2022", "March 2022"]
PLACES = ["Kasur", "Okara", "Swat"]


@pytest.mark.parametrize("columns", [MONTHS, PLACES])
@pytest.mark.parametrize("certain", [True, False])
def test_women_and_men_of_a_row_of_one_month_or_one_sex_are_told(
    columns: list[str], *, certain: bool
) -> None:
    first, above = ("District", OF_FORCE) if columns == MONTHS else (
        "Designation", f"{OF_FORCE}, training of 4 May 2022")  # fmt: skip
    names = ("Kasur", "Okara") if columns == MONTHS else ("Inspector", "Sub Inspector")
    rows = [[above], [first, *columns, "Women", "Men"], [names[0], "6", "0", "0", "2", "4"],
            [names[1], "4", "13", "11", *(("0", "28") if certain else ("3", "25"))]]  # fmt: skip
    found = read(text_of(rows).encode(), kind="groups")
    left_out = {"Women": "", "Men": ""}
    if columns == PLACES and not certain:  # under which district they are is asked
        assert unsure(found) == left_out
        found = read(text_of(rows).encode(), left_out, kind="groups")
    assert isinstance(found, Understood), unsure(found)
    table = found.checked.attendance
    assert found.checked.participants_accepted == 34
    if certain:
        assert (table["participants_f"].sum(), table["participants_m"].sum()) == (2, 32)
        assert table["participants_unspecified"].isna().all()
    else:
        assert table["participants_f"].isna().all()
        assert any("Women tells of 5 people" in note for note in found.notes)
