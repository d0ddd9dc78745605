"""Codes of who came, exports of forms and of badges, and what names of columns say besides."""

import pytest

from data.records.errors import ReadingError
from data.review.agencies.agencies import find_agency
from data.review.decisions import Decisions
from data.sheets.opening import SheetChoice, open_sheets
from data.understanding.homes.districts_in_names import with_districts_in_names
from data.understanding.layout.titles.places.homes_above import HOME_ABOVE
from tests.data.sheets_made import reasons, text_of
from tests.data.understanding.columns.test_columns_of_courses import by_sex
from tests.data.understanding.files.test_parts_bodies_and_other_files import homes
from tests.data.understanding.readings import LIST, figures, people, read, understood, unsure
from tests.in_turn import in_turn

ABOVE = ["Training of officers on referral, Kasur, 19 July 2023"]

# ------------------------------------------------------------- codes, and other countries


@in_turn({
    "name": ["Att.", "Attd", "P/A", "Presence code", "Hazri", "Present (1/2)"],
    "codes": ["1213", "1921"],
})  # fmt: skip
def test_codes_of_who_came_that_nothing_explains_are_asked_about(name: str, codes: str) -> None:
    rows = [[*row, code] for row, code in zip(people(4), codes, strict=True)]
    assert [*unsure(read(text_of([ABOVE, [*LIST, name], *rows]).encode()))] == [name]


@pytest.mark.parametrize("name", ["District (Nepal)"])
def test_districts_that_are_called_those_of_another_country_are_refused(name: str) -> None:
    rows = [[ABOVE[0]], [*LIST[:3], name, "Sex"], *people(4, District="Anywhere")]
    with pytest.raises(ReadingError, match="of another country"):
        read(text_of(rows).encode())


# ----------------------------------------------------------- words of who came, and who twice


def states(name: str, *words: str) -> bytes:
    """Return a list of persons with a word for each of what became of their coming."""
    rows = [[*row, word] for row, word in zip(people(len(words)), words, strict=True)]
    return text_of([ABOVE, [*LIST, name], *rows]).encode()


@in_turn(
    {
        "name": ["Check-in", "Attendee status", "Attended (office use)"],
        "came, not_come": [
            ("Checked in", "No show"),
            ("Arrived", "Not arrived"),
            ("Checked-In", "Not checked in"),
        ],
    }
)
def test_words_of_a_desk_say_who_came(name: str, came: str, not_come: str) -> None:
    assert figures(understood(states(name, came, came, not_come, came))) == (1, 3)


def test_a_status_of_each_guest_says_who_came_whatever_it_is_called() -> None:
    table = [["Guest", *LIST[2:], "Desk Status"], *[[*row[1:], word] for row, word in zip(
        people(4), ("CHECKED IN", "CANCELLED", "NO SHOW", "CHECKED IN"), strict=True)]]  # fmt: skip
    assert figures(understood(text_of([ABOVE, *table]).encode())) == (1, 2)


def test_whoever_is_registered_beside_those_checked_in_is_asked_about() -> None:
    found = read(states("Check-in", "Checked in", "Registered", "Registered", "Checked in"))
    assert unsure(found) == {"Check-in": "presence"}


def test_a_row_that_is_said_to_be_another_again_is_counted_once() -> None:
    rows = [[*row, "Yes"] for row in people(5)]
    said = ["Duplicate entry", "duplicate", "Repeated", "Double entry"]
    rows += [[*row[:-1], again] for row, again in zip(rows, said, strict=False)]
    table = [ABOVE, [*LIST, "Attended (office use)"], *rows]
    assert figures(understood(text_of(table).encode())) == (1, 5)


def test_of_a_duplicate_whose_other_row_is_missing_nobody_knows_who_came() -> None:
    found = understood(states("Attended", "Yes", "Duplicate entry", "No", "Yes"))
    assert figures(found) == (1, 2)
    assert reasons(found.checked) == ["Not a known word for attendance."]


def test_a_duplicate_of_somebody_who_came_on_another_day_is_of_that_day_alone() -> None:
    [one, two] = people(2)
    header = [*LIST, "Training", "Date", "Attended"]
    rows = [[*one, "Referral", "5 June 2023", "Yes"], [*two, "Referral", "5 June 2023", "Yes"],
            [*one, "Referral", "19 June 2023", "Duplicate entry"],
            [*two, "Referral", "19 June 2023", "Yes"]]  # fmt: skip
    found = understood(text_of([header, *rows]).encode())
    assert figures(found) == (2, 3)
    assert reasons(found.checked) == ["Not a known word for attendance."]


# ------------------------------------------------------------------- trainings that were ticked

TICKED = ["Debt, bondage and wages (5 June 2023)", "How to report (12 June 2023)",
          "Helping victims, and referral (19 June 2023)"]  # fmt: skip


@in_turn({
    "sign": [", ", "; "],
    "own": [["Your name", "Male / Female"], ["Email", "Gender"]],
})  # fmt: skip
def test_choices_of_a_form_may_have_commas_in_them(sign: str, own: list[str]) -> None:
    chosen = [TICKED, TICKED[1:], TICKED[:1], TICKED[::2]]
    persons = [[f"Zarqoon{n} Nobody", "Female"] for n in range(len(chosen))]
    rows = [["2023/06/20 9:05:10", *person, "NGO", "Kasur", sign.join(one)]
            for person, one in zip(persons, chosen, strict=True)]  # fmt: skip
    names = [
        "Timestamp",
        *own,
        "Organization",
        "District",
        "Which trainings did you attend? (tick)",
    ]
    assert figures(understood(text_of([names, *rows]).encode())) == (3, 8)


# ------------------------------------------------------- what the name of a column says besides


def test_names_of_parents_and_husbands_are_not_asked_about() -> None:
    names = ["Father's / Husband's Name", "Name of Father/Husband", "Guardian's Name",
             "Spouse Name"]  # fmt: skip
    rows = [[*row, *(f"Zarqoon{n} Elder{k}" for k in range(4))]
            for n, row in enumerate(people(3))]  # fmt: skip
    header = [*LIST[:3], "Place of Posting (District)", "Sex", *names]
    assert figures(understood(text_of([ABOVE, header, *rows]).encode())) == (1, 3)


@pytest.mark.parametrize(
    "name",
    ["Dates of community sessions about fraud", "Date of training on referral for teachers"],
)  # fmt: skip
def test_the_day_of_a_session_is_told_by_what_it_was_on(name: str) -> None:
    rows = [["Sr", name, "District", "Men", "Women"],
            ["1", "16-05-2023", "Kasur", "5", "2"],
            ["2", "18-05-2023", "Okara", "3", "4"]]  # fmt: skip
    assert by_sex(understood(text_of(rows).encode(), agency="not published")) == (6, 8)


@pytest.mark.parametrize("name", ["City", "Town"])
def test_places_of_a_calendar_are_where_trainings_were_held(name: str) -> None:
    rows = [["Sr.", "Topic of training", "Date", name, "Status"],
            ["1", "Referral", "25.01.2023", "Okara", "Held"],
            ["2", "Screening", "15.02.2023", "Kasur", "Held"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (2, 0)
    assert found.checked.trainings["venue_adm2_pcode"].notna().all()


def test_the_city_of_named_persons_is_asked_about() -> None:
    rows = [[*LIST[:3], "Sex", "Date", "City"],
            *[[*row[:3], "F", "25.01.2023", row[3]] for row in people(3)]]  # fmt: skip
    assert "City" in unsure(read(text_of([ABOVE, *rows]).encode(), title="Referral"))


PARTS_OF_KASUR = [
    "Tehsil (District Kasur)", "Tehsil, Distt. Kasur", "Your Taluka (Kasur)",
    "Union Council of District Kasur", "Name of tehsil (Kasur District)",
    "Place of posting (Distt. Kasur)", "Posting (District Kasur)", "Station of duty, Kasur",
    "Posted at (Kasur)", "Office (Zila Kasur)",
]  # fmt: skip


def of_parts(name: str) -> bytes:
    rows = [[*LIST[:3], name, "Sex"], *people(2, District="Chunian"), ["3", "Q Nobody", "Police",
            "Pattoki", "M"]]  # fmt: skip
    return text_of(rows).encode()


@pytest.mark.parametrize("name", PARTS_OF_KASUR)
def test_the_name_of_a_column_of_parts_tells_their_district(name: str) -> None:
    opened = open_sheets(of_parts(name), "The list")
    assert not isinstance(opened, SheetChoice)
    [sheet] = opened
    told = with_districts_in_names(sheet)
    assert {*told.cells[told.header.index(HOME_ABOVE)]} == {"Kasur"}


@pytest.mark.parametrize("name", [PARTS_OF_KASUR[0], PARTS_OF_KASUR[-1]])
def test_the_district_of_its_parts_in_the_name_of_a_column_is_that_of_all(name: str) -> None:
    assert homes(understood(text_of([ABOVE]).encode() + of_parts(name))) == {"Kasur": 3}


def test_another_district_among_the_parts_of_one_is_asked_about() -> None:
    rows = [[*LIST[:3], "Tehsil (District Kasur)", "Sex"], *people(2, District="Chunian"),
            ["3", "Q Nobody", "Police", "Lahore", "M"]]  # fmt: skip
    assert "Tehsil (District Kasur)" in unsure(read(text_of([ABOVE, *rows]).encode()))


# ------------------------------------------------------------- headings, schools and offices


@pytest.mark.parametrize(
    ("over", "others"),
    [("PARTICIPANTS", "TRAINERS (not participants)"), ("A. Participants", "B. Resource Persons")],
)  # fmt: skip
def test_participants_stand_under_their_heading_and_others_under_theirs(
    over: str, others: str
) -> None:
    rows = [["Registration list"], ABOVE, ["Room", *LIST[1:]], [over], *people(3), [others],
            *people(2, " Guest")]  # fmt: skip
    assert figures(understood(text_of(rows).encode())) == (1, 3)


def in_schools(first: str, second: str) -> bytes:
    rows = [["Sessions with students on begging"],
            ["Sr", "Date", "School", "District", "Boys", "Girls", "Total"],
            ["1", "14.02.2023", first, "Kasur", "5", "2", "7"],
            ["2", "15.02.2023", second, "Kasur", "3", "4", "7"]]  # fmt: skip
    return text_of(rows).encode()


@pytest.mark.parametrize(
    ("first", "second"),
    [("Govt Girls High School No. 1", "Govt High School Daska")],
)  # fmt: skip
def test_schools_with_words_of_their_own_are_two(first: str, second: str) -> None:
    assert figures(understood(in_schools(first, second))) == (2, 14)


def test_a_school_that_is_written_in_another_way_may_be_one() -> None:
    found = understood(in_schools("Govt Girls High School Daska", "Govt Grls High School, Daska"))
    assert len(found.checked.queue) == 1


@pytest.mark.parametrize(
    ("written", "agency"),
    [("DC Daftar", "District Administration"), ("Daftar DC Swat", "District Administration"),
     ("AC ka daftar", "District Administration"), ("O/o DC Kohat", "District Administration"),
     ("Office of the AC", "District Administration"), ("Daftar DPO Swat", "Police")],
)  # fmt: skip
def test_an_office_is_whose_it_is_in_urdu_too(written: str, agency: str) -> None:
    assert find_agency(written, Decisions()).agency == agency


@pytest.mark.parametrize(
    ("called", "beside", "other"),
    [
        ("part/agency", "part/agency_other", "other"),
        ("Department", "If other, specify", "Other (please specify)"),
        ("محکمہ", "دیگر محکمہ", "Others"),
    ],
)
def test_what_is_meant_by_other_is_named_beside_it(called: str, beside: str, other: str) -> None:
    def agencies(*rows: tuple[str, str]) -> list[str]:
        header = ["Training", "Date", "Name", "Sex", "District", called, beside]
        own = [["Referral", "16 May 2023", f"Zarqoon {n}", "F", "Kasur", *row]
               for n, row in enumerate(rows)]  # fmt: skip
        return sorted(understood(text_of([header, *own]).encode()).checked.attendance["agency"])

    assert agencies(("Police", ""), (other, "NADRA"), ("FIA", "")) == ["FIA", "NADRA", "Police"]
    if other != "Others":
        return
    left = agencies(("Police", ""), (other, ""), ("FIA", "AHTC"))
    assert "FIA" in left
    assert not {"AHTC", "NADRA"} & {*left}


def test_the_day_that_an_answer_names_is_the_trainings_and_not_when_it_was_given() -> None:
    header = ["ID", "Start time", "Completion time", "Name", "Which training are you attending?",
              "Your sex", "Your organisation", "District"]  # fmt: skip
    rows = [[str(n), f"2025-03-07 09:0{n}:00", f"2025-03-08 09:1{n}:00", f"Zarqoon{n} Nobody",
             training, "Woman", "NGO", "Kasur"]
            for n, training in enumerate(["Swat - 4 March 2025", "Swat - 4 March 2025",
                                          "Okara - 6 March 2025"])]  # fmt: skip
    found = understood(text_of([header, *rows]).encode())
    assert figures(found) == (2, 3)
    days = found.checked.trainings
    assert days["date_start"].tolist() == days["date_end"].tolist()
    assert days["date_start"].astype(str).str[:10].tolist() == ["2025-03-04", "2025-03-06"]
    undated = [[*row[:4], "Referral", *row[5:]] for row in rows]
    assert "Start time" in unsure(read(text_of([header, *undated]).encode()))
