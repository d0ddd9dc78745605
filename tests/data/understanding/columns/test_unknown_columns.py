"""Columns whose names are in no list, and which say plainly by name and cells what they are."""

import pytest

from data.sheets.words.presence import presence
from data.understanding.contents import sex_of
from data.understanding.layout.titles.agencies.agencies_above import group_above
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import csv_of, text_of
from tests.data.understanding.readings import DAY, read, summed, understood, unsure

COURSES = [["TIP cases", "2024-02-01", "20"], ["Referral", "2024-03-05", "31"]]


def courses(name: str, *more: list[str]) -> bytes:
    """Return a table of two courses; ``more`` are columns beside that of the numbers."""
    header = ["Course", "Date", name, *(one[0] for one in more)]
    rows = [[*row, *(one[n + 1] for one in more)] for n, row in enumerate(COURSES)]
    return text_of([header, *rows]).encode()


def persons(header: list[str], *columns: list[str]) -> bytes:
    rows = [["Referral", "2024-03-05", f"Zarqoon{n} Nobody", *each]
            for n, each in enumerate(zip(*columns, strict=True))]  # fmt: skip
    return text_of([["Training", "Date", *header], *rows]).encode()


def test_a_number_of_those_trained_tells_in_brackets_of_whom_it_is() -> None:
    names = {"Nos. Trained (Punjab Police)": "Police", "Officers trained (FIA)": "FIA",
             "No. Trained (Labour Department)": "Labour Department"}  # fmt: skip
    assert {name: group_above([name]) for name in names} == names
    assert summed(understood(courses("Officers trained (FIA)")), "agency") == {"FIA": 51}


@pytest.mark.parametrize(
    "name",
    ["Nos. Trained (by FIA)", "Nos. Trained (bonded labour)", "Nos. Trained (Police & FIA)"],
)
def test_what_else_stands_in_brackets_is_asked_about(name: str) -> None:
    found = read(courses(name))
    assert isinstance(found, Question)
    assert not any("agencies are read" in note for note in found.notes)


def test_those_of_one_agency_beside_a_total_are_not_all() -> None:
    found = read(courses("Total trained", ["Trained (FIA)", "8", "12"]))
    assert isinstance(found, Question)
    assert not any("agencies are read" in note for note in found.notes)


@pytest.mark.parametrize("name", ["Officials of", "Participants of"])
def test_whose_officials_a_number_counts_is_their_agency(name: str) -> None:
    found = understood(
        courses("Nos. Trained", [name, "Balochistan Levies", "FIA Zone"]), district="not recorded"
    )
    assert summed(found, "agency") == {"Levies": 20, "FIA": 31}


def test_whose_trainers_taught_is_nobodys_agency() -> None:
    trained = understood(courses("Nos. Trained", ["Trainers of", "Punjab Police", "FIA Zone"]))
    assert summed(trained, "agency") == {"Not published": 51}


@pytest.mark.parametrize("name", ["Trained by officials of", "Absent officials of",
                                  "Hosted with staff of"])  # fmt: skip
def test_officials_who_did_something_else_are_asked_about(name: str) -> None:
    found = read(courses("Nos. Trained", [name, "Balochistan Levies", "FIA Zone"]))
    assert isinstance(found, Question)


@pytest.mark.parametrize("name", ["Nominating FIA official", "Non-FIA official"])
def test_names_of_others_than_an_agencys_tell_no_agency(name: str) -> None:
    header = ["Training", "Date", name, "Rank", "Station"]
    rows = [["Referral", "2024-03-05", f"Zarqoon{n} Nobody", rank, "Kohat"]
            for n, rank in enumerate(["ASI", "HC", "Insp"])]  # fmt: skip
    found = read(text_of([header, *rows]).encode())
    assert isinstance(found, Question) or "FIA" not in summed(found, "agency")


@pytest.mark.parametrize("name", ["FIA official", "Name of FIA official"])
def test_names_under_the_people_of_an_agency_are_of_it(name: str) -> None:
    ranks, stations = ["ASI", "HC", "Insp"], ["Kohat", "Bannu", "Kohat"]
    header = ["Training", "Date", name, "Rank", "Station"]
    rows = [["Referral", "2024-03-05", f"Zarqoon{n} Nobody", *each]
            for n, each in enumerate(zip(ranks, stations, strict=True))]  # fmt: skip
    assert summed(understood(text_of([header, *rows]).encode()), "agency") == {"FIA": 3}
    guest = [*rows, ["Referral", "2024-03-05", "Zarqoon9 Nobody", "Prosecutor", "Kohat"]]
    told = summed(understood(text_of([header, *guest]).encode()), "agency")
    assert told == {"FIA": 3, "Prosecution": 1}


@pytest.mark.parametrize(
    ("text", "field"),
    [("a man", "participants_m"), ("A woman", "participants_f"), ("I am a woman", "participants_f"),
     ("مرد ہوں", "participants_m"), ("میں عورت ہوں", "participants_f"), ("a manager", "")],
)  # fmt: skip
def test_what_somebody_says_to_be_is_a_sex(text: str, field: str) -> None:
    assert sex_of(text) == field


def test_a_question_of_oneself_has_the_sexes() -> None:
    sexes, agencies = ["a man", "a woman", "a woman"], ["Police", "FIA", "Police"]
    columns = [sexes, agencies, ["Kohat", "Takht Bhai (Mardan)", "Swabi"]]
    found = understood(persons(["Name", "I am", "Agency", "Coming from"], *columns))
    assert found.checked.attendance[["participants_m", "participants_f"]].sum().tolist() == [1, 2]
    assert {*found.checked.attendance["adm2_pcode"]} == {"PK514", "PK523", "PK531"}
    assert found.checked.queue == ()


@pytest.mark.parametrize("name", ["My trainer was"])
def test_a_question_of_somebody_else_is_asked_about(name: str) -> None:
    found = read(persons(["Name", name, "Agency"], ["a man", "a woman"], ["Police", "FIA"]))
    assert isinstance(found, Question)


@pytest.mark.parametrize(
    ("text", "came"),
    [("On leave (did not come)", False), ("Absent; did not attend", False), ("On leave", False),
     ("On leave (came on day 2)", None), ("Late (came at 11)", None)],
)  # fmt: skip
def test_two_words_for_who_did_not_come_say_the_same(text: str, *, came: bool | None) -> None:
    assert presence(text) is came


@pytest.mark.parametrize("name", ["Facilitator organisation"])
def test_whose_facilitators_gave_it_is_no_agency_of_those_who_came(name: str) -> None:
    found = understood(
        persons(["Name", "Agency", name], ["Police", "FIA"], ["Wombat Trust"] * 2),
        district="not recorded",
    )
    assert summed(found, "agency") == {"Police": 1, "FIA": 1}
    alone = read(courses("No. of participants", [name, "Wombat Trust", "Wombat Trust"]))
    assert not isinstance(alone, Question) or name not in unsure(alone)


@pytest.mark.parametrize(
    "asked",
    ["6. Was the training (5 March 2024, Kohat) of any use?", "How useful was the training"],
)  # fmt: skip
def test_what_a_form_asks_of_a_training_is_no_title(asked: str) -> None:
    districts = ["Kohat", "-", "Not known", "Swabi", "Bannu"]
    said = ["Yes", "To some extent", "Yes, very", "Yes", "To some extent"]
    columns = [[f"Zarqoon{n} Nobody" for n in range(5)], ["Police"] * 5, districts, said]
    header = ["Date", "Name", "Department", "4. District where you work", asked]
    rows = [["2024-03-05", *each] for each in zip(*columns, strict=True)]
    found = understood(text_of([header, *rows]).encode())
    assert len(found.checked.trainings) == 1
    assert summed(found, "adm2_pcode") == {"PK503": 1, "PK514": 1, "PK531": 1, "": 2}


def test_what_a_form_asks_of_the_title_is_one() -> None:
    header = ["Date", "Name", "Department", "Which training did you attend?"]
    rows = [["2024-03-05", f"Zarqoon{n} Nobody", "Police", one] for n, one in enumerate(
            ["TIP law training", "Referral workshop"])]  # fmt: skip
    found = read(text_of([header, *rows]).encode(), district="not recorded")
    assert isinstance(found, Question) or len(found.checked.trainings) == 2


def test_choices_of_a_question_on_agencies_are_no_numbers_beside_those_of_who_came() -> None:
    header = ["training_date", "agencies_attended", "agencies_attended/fia",
              "agencies_attended/police", "n_fia", "n_police"]  # fmt: skip
    rows = [["2024-03-05", "fia police", "1", "1", "3", "6"],
            ["2024-04-09", "police", "0", "1", "", "4"]]  # fmt: skip
    told = summed(understood(text_of([header, *rows]).encode(), district="not recorded"), "agency")
    assert told == {"FIA": 3, "Police": 10}
    # Where nothing tells how many of each came, the question stays one.
    total = [[*header[:4], "n_participants"], *([*row[:4], "9"] for row in rows)]
    assert "agencies_attended" in unsure(read(text_of(total).encode()))


def test_a_station_of_trainings_is_asked_about_and_that_of_persons_is_where_they_serve() -> None:
    found = read(courses("Nos. Trained", ["Station", "Lahore", "Multan"]))
    assert unsure(found) == {"Station": "venue_district"}
    header = ["Training", "Date", "Name", "Sex", "Station"]
    rows = [["Referral", "2024-03-05", f"Zarqoon{n} Nobody", "F", "Kasur"] for n in range(2)]
    listed = understood(text_of([header, *rows]).encode(), agency="not published")
    assert summed(listed, "adm2_pcode") == {"PK614": 2}


def test_the_kind_of_an_activity_is_no_title_beside_what_it_was() -> None:
    header = ["Activity type", "Activity description", "District", "Department", "From", "To",
              "Female", "Male"]  # fmt: skip
    rows = [
        ["Training", "Training on referral", "Okara", "Police", "2023-05-09", "2023-05-10", "3",
         "9"],
        ["Training", "Training on evidence", "Kasur", "FIA", "2023-05-16", "2023-05-17", "2", "8"],
        ["Distribution", "Distribution of leaflets", "Kasur", "", "2023-05-18", "2023-05-18", "90",
         "80"],
    ]  # fmt: skip
    found = read(csv_of(*rows, header=header))
    assert isinstance(found, Understood), found
    assert set(found.checked.trainings["title"]) == {"Training on referral", "Training on evidence"}
    assert found.checked.participants_accepted == 22


TAGS = ["#activity+type", "#activity+desc", "#adm2", "#beneficiary+type", "#date+start",
        "#reached+f", "#reached+m"]  # fmt: skip


@pytest.mark.parametrize("tags", [[], TAGS])
def test_a_kind_is_no_title_where_its_tag_is_that_of_the_description_too(tags: list[str]) -> None:
    header = ["Activity type", "Activity description", "District", "Beneficiary type", "From",
              "Female", "Male"]  # fmt: skip
    rows = [["Training", "Session on shelters", "Okara", "Police", "2023-05-09", "3", "9"],
            ["Training", "Session on evidence", "Kasur", "FIA", "2023-05-16", "2", "8"],
            ["Printing", "Printing of posters", "Kasur", "Media", "2023-05-18", "90", "80"],
            ]  # fmt: skip
    found = read(csv_of(*([tags] if tags else []), *rows, header=header))
    assert isinstance(found, Understood), found
    assert set(found.checked.trainings["title"]) == {"Session on shelters", "Session on evidence"}
    assert summed(found, "agency") == {"Police": 12, "FIA": 10}


def test_an_activity_of_one_kind_throughout_is_no_title_beside_its_description() -> None:
    header = ["Activity", "Activity Description", "District", "Agency", "Start Date", "Female"]
    tags = ["#activity", "#activity+desc", "#adm2", "#org", "#date+start", "#reached+f"]
    rows = [["Capacity building", "Course on shelters", "Okara", "Police", "2023-05-09", "3"],
            ["Capacity building", "Course on shelters", "Okara", "FIA", "2023-05-09", "2"],
            ["Capacity building", "Course on evidence", "Kasur", "FIA", "2023-06-16", "2"],
            ]  # fmt: skip
    found = read(csv_of(tags, *rows, header=header))
    assert isinstance(found, Understood), found
    assert set(found.checked.trainings["title"]) == {"Course on shelters", "Course on evidence"}
    rows[1][1] = "Two officers of FIA came"  # which may be a note on the row
    assert "Activity" in unsure(read(csv_of(tags, *rows, header=header)))


def test_kinds_alone_under_a_tag_of_titles_are_asked_about_no_less() -> None:
    header = ["Activity type", "Kind of activity", "District", "Department", "From", "Female"]
    tags = ["#activity+type", "#activity+name", "#adm2", "#org", "#date+start", "#reached+f"]
    row = ["Training", "Workshop", "Okara", "Police", "2023-05-09", "3"]
    found = read(csv_of(tags, row, header=header))
    assert isinstance(found, Question)
    assert {"Activity type", "Kind of activity"} <= set(unsure(found))


def test_what_kind_participants_are_is_no_name_of_theirs() -> None:
    kinds = ["Level of participants", "Inspectors", "Sub-Inspectors / ASIs"]
    assert unsure(read(courses("No. of participants", kinds))) == {kinds[0]: "designation"}
    found = understood(
        courses("No. of participants", kinds, ["Department", "FIA", "FIA"]), district="not recorded"
    )
    assert summed(found, "agency") == {"FIA": 51}


def test_a_station_that_differs_within_a_training_is_offered_as_home_and_no_venue() -> None:
    header = ["Station", "Agency", "Training", "Held on", "Men", "Women"]
    rows = [["Muzaffarabad", "Police", "Referral", DAY, "9", "2"],
            ["Mirpur", "FIA", "Referral", DAY, "4", "1"]]  # fmt: skip
    assert unsure(read(text_of([header, *rows]).encode())) == {"Station": "district"}
    rows[1][2] = "Another"
    assert unsure(read(text_of([header, *rows]).encode())) == {"Station": "venue_district"}


def test_the_sum_of_targets_of_agencies_counts_nobody() -> None:
    head = [["District", "Police", "", "FIA", "", "Total", ""],
            ["", *["Target", "Achieved"] * 3]]  # fmt: skip
    rows = [["Kasur", "10", "9", "5", "2", "15", "11"], ["Okara", "10", "8", "5", "3", "15", "11"]]
    found = read(text_of([[f"Training on referral, {DAY}"], [], *head, *rows]).encode())
    assert unsure(found) == {"Number in the column": "participants_total"}
