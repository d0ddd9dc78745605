"""A sheet of who came for each district, and one that says what the codes of trainings are."""

from data.understanding.understand import Question
from tests.data.sheets_made import workbook_of
from tests.data.understanding.readings import figures, read, summed, understood, unsure
from tests.in_turn import in_turn

LIST = ["Sr", "Name", "Gender", "Department", "Training code"]
REGISTER = [["T-01", "Referral", "2023-04-12", "Held"], ["T-02", "Screening", "2023-07-26", "Held"],
            ["T-03", "Refresher", None, "Postponed"]]  # fmt: skip


def of_district(name: str, *codes: str) -> list[list[object]]:
    rows = [[n, f"Zarqoon{n} {name}", "Male", "Police", code] for n, code in enumerate(codes, 1)]
    return [[f"Participants of district {name}"], LIST, *rows]


@in_turn(
    {
        "called": ["Code", "Training ID"],
        "last": [False, True],
    }
)
def test_lists_of_districts_have_the_days_of_the_codes_beside_them(
    called: str, *, last: bool
) -> None:
    codes = {"Trainings": [[called, "Title", "Date", "Status"], *REGISTER]}
    lists = {"Kasur": of_district("Kasur", "T-01", "T-02", "T-02"),
             "Okara": of_district("Okara", "T-01", "T-01")}  # fmt: skip
    found = understood(workbook_of(lists | codes if last else codes | lists))
    assert figures(found) == (2, 5)
    assert summed(found, "adm2_pcode") == {"PK614": 3, "PK626": 2}


def test_a_code_that_the_register_does_not_have_leaves_the_sheets_open() -> None:
    sheets = {"Trainings": [["Training code", "Title", "Date", "Status"], *REGISTER],
              "Kasur": of_district("Kasur", "T-01", "T-09"),
              "Okara": of_district("Okara", "T-01", "T-02")}  # fmt: skip
    assert isinstance(read(workbook_of(sheets)), Question)


def members_of(district: str, venue: str, title: str = "Referral of victims") -> list[list[str]]:
    """Return a sheet of two members of a district, under a title that all of them have."""
    header = ["#", "Name", "Department", "M/F"]
    persons = [[str(n), f"Zarqoon {district} {n}", "Police", "M"] for n in (1, 2)]
    return [[f"District: {district}"], [f"Title: {title}"], ["Date: 9 May 2023"],
            [f"Venue: {venue}"], header, *persons]  # fmt: skip


def test_sheets_of_one_training_are_each_of_the_homes_of_a_district() -> None:
    for hall in ("Serena Hotel Saidu Sharif", "Circuit House Swat"):
        found = understood(workbook_of({one: members_of(one, hall) for one in ("Swat", "Buner")}))
        assert len(found.checked.trainings) == 1
        assert summed(found, "adm2_pcode") == {"PK505": 2, "PK532": 2}


def test_a_venue_that_may_be_another_in_each_district_is_asked_about() -> None:
    sheets = {one: members_of(one, "Circuit House") for one in ("Swat", "Buner")}
    assert [*unsure(read(workbook_of(sheets)))] == ["District of the office above"]


def test_trainings_of_several_titles_are_held_in_the_district_above_each() -> None:
    sheets = {one: members_of(one, "Circuit House", f"Referral in {one}")
              for one in ("Swat", "Buner")}  # fmt: skip
    assert "District of the office above" not in str(read(workbook_of(sheets)))


def listed(title: str, district: str) -> list[list[str]]:
    """Return a sheet of members of a district under a title that tells when the training was."""
    return [[title], *members_of(district, "")[:1], *members_of(district, "")[4:]]


def test_a_place_that_ends_the_title_of_all_sheets_is_where_their_one_training_was() -> None:
    for title in (
        "Workshop on referral, Mingora 9-10 May 2023",
        "Workshop on referral held at Swat on 9-10 May 2023",
    ):
        sheets = {one: listed(title, one) for one in ("Buner", "Shangla", "Swat")}
        found = understood(workbook_of(sheets))
        assert len(found.checked.trainings) == 1
        assert summed(found, "adm2_pcode") == {"PK505": 2, "PK529": 2, "PK532": 2}


def test_sheets_whose_title_ends_with_no_place_are_asked_about_as_before() -> None:
    for title in ("Workshop on referral, 9-10 May 2023", "Workshop, members, 9-10 May 2023"):
        sheets = {one: listed(title, one) for one in ("Buner", "Shangla")}
        assert isinstance(read(workbook_of(sheets)), Question)
