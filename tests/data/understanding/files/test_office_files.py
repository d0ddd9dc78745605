"""Files as offices write them: read, or asked about; never a figure that nobody wrote."""

import pytest

from data.records.errors import ReadingError
from data.sheets.row_numbers import FileRow
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import counts, csv_of, text_of
from tests.data.understanding.readings import (
    GROUPED,
    LIST,
    ROW,
    TRAINING,
    figures,
    homes_of,
    people,
    read,
    unsure,
)

# ------------------------------------------------------------------------- what a row is

QUARTERS = [["District", "Q1 2023", "2nd quarter 2023", "Jul-Sep 2023"],
            ["Kasur", "10", "", "4"], ["Lahore", "3", "0", "5"]]  # fmt: skip
PIVOT = [["Progress of 2023", "", ""], ["District", "Jan", "Feb"], ["Kasur", "10", ""],
         ["Lahore", "0", "39"]]  # fmt: skip
OF_AGENCIES = [[*GROUPED, "FIA", "Police", "Total"], [*ROW, "1", "2", "3"]]
MARKED = [[*LIST[:4], "Attendance", *TRAINING],
          *[[*row[:4], word, *TRAINING.values()]
            for row, word in zip(people(5), "PAPPA", strict=True)]]  # fmt: skip
BY_DAY = [
    [*LIST, "9 May 2023", "10 May 2023"],
    *[[*row, *days] for row, days in zip(people(4), ("PP", "PA", "AA", "AP"), strict=True)],
]
TICKED = [
    [*LIST[:4], "Male", "Female"],
    *[[*row[:4], *("✓", "")[:: 1 if n % 2 else -1]] for n, row in enumerate(people(3))],
]
PLANNED = [[*GROUPED, "Department", "Planned Participants", "Actual"], [*ROW, "Police", "60", "40"]]
CHILDREN = [[*GROUPED, "Department", "Men", "Women", "Boys", "Girls"],
            [*ROW, "Police", "20", "25", "15", "30"]]  # fmt: skip
REPORTED = [
    [*GROUPED[:2], "Venue district", "Female", "Organization"],
    [*ROW, "4", "Nobody Relief"],
]
TRAINED = [["District", "Nos Reached Here"], ["Kasur", "19"], ["Lahore", "20"]]
STATUS = [["Department", "District", "Training", "Date", "Stage"],
          ["Police", "Kasur", "Referral", "2023-05-09", "over"]]  # fmt: skip
LISTED_TOTAL = [[*LIST, "Total"], *[[*row, "2"] for row in people(10)]]
NAMES_AS_COUNT = [["Participants", *LIST[2:]], *[row[1:] for row in people(3)]]
LISTED_PEOPLE = [[*LIST, "Participants"], *LISTED_TOTAL[1:]]
WORDS_AS_COUNT = [row[:-1] for row in NAMES_AS_COUNT]
BESIDE_VENUE = [[*LIST[:4], "Venue"], *[[*row[:4], "Hall"] for row in people(5)]]


@pytest.mark.parametrize(
    ("rows", "asked"),
    [
        (PIVOT, {"Number in the column": "participants_total"}),
        (QUARTERS, {"Number in the column": "participants_total"}),
        (PLANNED, {"Actual": "participants_total"}),
        (REPORTED, {"Organization": "department"}),
        (TRAINED, {"Nos Reached Here": ""}),
        (LISTED_PEOPLE, {"Participants": ""}),
        (WORDS_AS_COUNT, {"Participants": "name_of_person"}),
        (BESIDE_VENUE, {"District": "district"}),
        (STATUS, {}),
    ],
)  # fmt: skip
def test_what_would_change_a_figure_is_asked(rows: list, asked: dict[str, str]) -> None:
    found = read(text_of(rows).encode())
    assert unsure(found) == asked
    assert "Zarqoon" not in repr(found)


@pytest.mark.parametrize(
    ("rows", "fields", "constants", "expected"),
    [
        (PIVOT, {"month of the column": "date_start", "number in the column": "participants_total"},
         {"title": "Referral", "agency": "Police"}, (2, 49)),
        (OF_AGENCIES, {"Agency of the column": "agency",
                       "Number in the column": "participants_total"}, {}, (1, 3)),
        (MARKED, {}, {}, (1, 3)),
        (BY_DAY, {}, TRAINING, (1, 3)),
        (TICKED, {}, TRAINING, (1, 3)),
        (PLANNED, {"planned participants": "", "Actual": "participants_total"}, {}, (1, 40)),
        (CHILDREN, {}, {}, (1, 90)),
        (REPORTED, {"Organization": "delivered_by"}, {}, (1, 4)),
        (LISTED_TOTAL, {"Total": ""}, TRAINING, (1, 10)),
        (NAMES_AS_COUNT, {"Participants": "name_of_person"}, TRAINING, (1, 3)),
        (BESIDE_VENUE, {"District": "venue_district"}, TRAINING | {"district": "Lahore"}, (1, 5)),
    ],
)  # fmt: skip
def test_an_answer_gives_the_figure(
    rows: list, fields: dict, constants: dict, expected: tuple[int, int]
) -> None:
    assert figures(read(text_of(rows).encode(), fields, **constants)) == expected


def test_a_quarter_is_of_the_calendar_and_that_is_said_where_it_is_asked() -> None:
    asked = read(text_of(QUARTERS).encode())
    assert "January to March" in repr(asked)
    answers = {"quarter of the column": "date_start", "number in the column": "participants_total"}
    found = read(text_of(QUARTERS).encode(), answers, title="Referral", agency="Police")
    assert isinstance(found, Understood)
    held = found.checked.trainings.merge(found.checked.attendance, on="training_id")
    days = held.groupby("date_start")["participants_unspecified"].sum()
    assert {str(day.date()): int(people) for day, people in days.items()} == {
        "2023-01-01": 13,
        "2023-07-01": 9,
    }
    assert set(held["date_end"].dt.strftime("%m-%d")) == {"03-31", "09-30"}


def test_each_agency_of_the_columns_keeps_its_number() -> None:
    rows = [[*GROUPED, "FIA", "", "Labour", ""], ["", "", "", "M", "F", "M", "F"],
            [*ROW, "1", "2", "", "4"]]  # fmt: skip
    found = read(text_of(rows).encode(), {"agency of the column": "agency"})
    assert isinstance(found, Understood)
    assert [row[2:4] for row in counts(found.checked)] == [("FIA", 2), ("Labour Department", 4)]
    assert found.checked.attendance["participants_m"].isna().to_list() == [False, True]


def test_a_total_beside_columns_of_agencies_is_held_against_their_sum() -> None:
    found = read(
        text_of([OF_AGENCIES[0], [*ROW, "1", "2", "4"]]).encode(),
        {"agency of the column": "agency", "number in the column": "participants_total"},
    )
    assert isinstance(found, Understood)
    assert figures(found)[1] == 0
    assert "do not sum" in found.checked.problems["reason"].iloc[0]


def test_a_row_that_names_nobody_is_no_person_unless_somebody_says_so() -> None:
    content = text_of(STATUS).encode()
    found = read(content)
    assert isinstance(found, Question)
    assert found.proposal
    assert found.proposal.kinds == ("persons", "trainings")
    assert figures(read(content, kind="persons")) == (1, 1)
    assert figures(read(content, kind="trainings")) == (1, 0)


def test_the_kind_is_decided_after_the_answers_and_said() -> None:
    header = ("Who", "Cadre", *GROUPED)
    rows = [[f"Zarqoon{n} Nobody", "Police", *ROW] for n in range(17)]
    fields = {"who": "name_of_person", "cadre": "department"}
    found = read(csv_of(*rows, header=header), fields)
    assert figures(found) == (1, 17)
    assert isinstance(found, Understood)
    assert "The file: one row is a person." in found.notes


def test_persons_without_a_sex_are_neither_women_nor_men() -> None:
    rows = [row[:4] for row in people(3)]
    found = read(csv_of(*rows, header=LIST[:4]), **TRAINING)
    assert isinstance(found, Understood)
    row = found.checked.attendance.iloc[0]
    assert row[["participants_f", "participants_m"]].isna().all()
    assert row["participants_unspecified"] == 3


def test_present_and_absent_are_no_status_and_a_form_of_address_no_title() -> None:
    header = ("Title", *LIST[1:], "Status", "Training", "Date")
    rows = [
        [address, *row[1:], word, *TRAINING.values()]
        for address, word, row in zip(
            ("Mr", "Ms", "Mr"), ("Present", "Absent", "Present"), people(3), strict=True
        )
    ]
    found = read(csv_of(*rows, header=header))
    assert figures(found) == (1, 2)
    assert isinstance(found, Understood)
    assert found.checked.tables["attendance"].left_out == [(FileRow(3), "did not come")]


def test_who_led_a_training_is_no_participant_and_asked_about_where_a_part_is_unknown() -> None:
    parts = ("Facilitator", "Participant", "Resource Person", "Participant", "VIP")
    header = [*LIST, "Role", *TRAINING]
    rows = [[*row, part, *TRAINING.values()] for part, row in zip(parts, people(5), strict=True)]
    assert unsure(read(csv_of(*rows, header=header))) == {"Role": "part"}
    plain = read(csv_of(*rows[:4], header=header))
    assert figures(plain) == (1, 2)
    assert isinstance(plain, Understood)
    assert len(plain.checked.tables["attendance"].left_out) == 2
    looked_on = [[*rows[0][: len(LIST)], "Observer", *TRAINING.values()], *rows[1:4]]
    assert unsure(read(csv_of(*looked_on, header=header))) == {"Role": "part"}
    found = read(csv_of(*rows, header=header), {"Role": "part"})
    assert figures(found) == (1, 2)
    assert isinstance(found, Understood)
    table = found.checked.tables["attendance"]
    assert [row.row for row, _why in table.left_out] == [2, 4]
    assert {why for _row, why in table.left_out} == {"led the training"}
    assert [one.key for one in table.problems["kind"]] == ["unknown-part"]
    assert figures(read(csv_of(*rows, header=header), {"Role": ""})) == (1, 5)


def test_drivers_who_were_trained_are_no_helpers() -> None:
    header = ["Name", "Category", "Department", "District", "Sex", "Training", "Date"]
    rows = [[f"Zarqoon{n} Nobody", "Driver", "Police", "Swat", "F", "Referral", "2023-05-16"]
            for n in range(3)]  # fmt: skip
    assert figures(read(csv_of(*rows, header=header))) == (1, 3)


@pytest.mark.parametrize(
    ("role", "asked"),
    [("Trainer (IOM)", False), ("Driver", False), ("Rapporteur (IOM)", True), ("Nowhere", True)],
)
def test_who_drove_or_took_notes_is_no_participant_where_a_column_says_so(role, asked) -> None:
    header = ["Name", "Came as", "Department", "District", "Sex", "Training", "Date"]
    parts = ("Participant", "Participant", "Resource person", role)
    rows = [[f"Zarqoon{n} Nobody", part, "Police", "Swat", "F", "Referral", "2023-05-16"]
            for n, part in enumerate(parts)]  # fmt: skip
    found = read(csv_of(*rows, header=header))
    assert unsure(found) == {"Came as": "part"} if asked else figures(found) == (1, 2)


def test_who_is_neither_present_nor_absent_is_a_problem() -> None:
    rows = [[*row, word, *TRAINING.values()] for row, word in zip(people(3), ("P", "A", ""),
                                                                  strict=True)]  # fmt: skip
    found = read(csv_of(*rows, header=(*LIST, "Attendance", *TRAINING)))
    assert isinstance(found, Understood)
    assert found.checked.problems["reason"].to_list() == ["Neither present nor absent."]


# ---------------------------------------------------------------------------- answers


def test_an_answer_on_a_column_that_is_no_more_is_taken_or_told_why_not() -> None:
    content, number = csv_of(*OF_AGENCIES[1:], header=OF_AGENCIES[0]), "Number in the column"
    for meant in ("participants_total", ""):
        found = read(content, {"Total": meant, number: "participants_total"})
        assert figures(found) == (1, 3)
    for name, why in (("Total", "its parts"), ("Police", "no column by itself")):
        with pytest.raises(ReadingError, match=f"{name} is .*{why}"):
            read(content, {name: "participants_f"})


@pytest.mark.parametrize("name", ["Totl"])
def test_an_answer_on_a_column_that_is_not_there_is_refused(name: str) -> None:
    content = text_of(LISTED_TOTAL).encode()
    with pytest.raises(ReadingError, match="There is no column") as refused:
        read(content, {name: ""}, **TRAINING)
    assert "Zarqoon" not in str(refused.value)
    assert ("Is Total meant?" in str(refused.value)) == (name == "Totl")


@pytest.mark.parametrize("name", ["Circle / Station"])
def test_a_column_that_is_read_as_another_is_known_by_its_own_name_too(name: str) -> None:
    rows = [["Training on referral, Quetta, 9 May 2023"], ["Name", "Rank", "Circle / Station"],
            *[[f"Zarqoon{n} Nobody", "Inspector", "FIA Gwadar"] for n in range(3)]]  # fmt: skip
    assert figures(read(text_of(rows).encode())) == (1, 3)
    found = read(text_of(rows).encode(), {name: ""})
    assert homes_of(found) == ["PK226", "none"]


def test_an_answer_on_one_column_confirms_no_other() -> None:
    rows = [[*GROUPED, "Dept of them", "Ladies here", "Gents there"], [*ROW, "Police", "3", "4"]]
    found = read(text_of(rows).encode(), {"Ladies here": "participants_f"})
    assert unsure(found) == {"Gents there": "participants_m"}


def test_a_column_may_be_named_by_its_place() -> None:
    found = read(text_of(LISTED_TOTAL).encode(), {"column 6": ""}, **TRAINING)
    assert figures(found) == (1, 10)


def test_one_answer_settles_two_columns_of_one_field() -> None:
    header = (*GROUPED, "Department", "Female", "Home district")
    content = csv_of([*ROW, "Police", "3", "Lahore"], header=header)
    assert unsure(read(content)) == {"District": "district", "Home district": ""}
    found = read(content, {"Home district": "district"})
    assert isinstance(found, Understood)
    assert found.checked.attendance["adm2_pcode"].item() == "PK617"


def test_several_columns_of_persons_are_dropped_together() -> None:
    rows = [[*row, "Nobody Elder", "(signed)"] for row in people(3)]
    found = read(csv_of(*rows, header=(*LIST, "Father Name", "Signature")), **TRAINING)
    assert figures(found) == (1, 3)


def test_a_column_shows_three_of_its_values_and_none_of_persons() -> None:
    found = read(text_of(LISTED_TOTAL).encode())
    assert isinstance(found, Question)
    assert found.proposal
    samples = {column.name: column.samples for column in found.proposal.columns}
    assert samples["Total"] == ("2",)
    assert samples["District"] == ("Kasur",)
    assert samples["Name"] == ()


def test_a_long_value_is_shown_as_one_that_is_cut() -> None:
    title = "Training on the referral of victims of trafficking for " + 3 * "very senior officers "
    content = csv_of([title, *ROW[1:], "Police", "3", "Lahore"],
                     header=(*GROUPED, "Department", "Female", "Home district"))  # fmt: skip
    found = read(content)
    assert isinstance(found, Question)
    assert found.proposal
    assert found.proposal.columns[0].samples == (f"{title[:79]}…",)
