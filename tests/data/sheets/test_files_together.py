"""Several files that belong together: submissions and their people, returns of several hands."""

from contextlib import suppress

import pytest

from data.records.errors import ReadingError
from data.sheets.field_names import field_of_name
from data.sheets.tables.groups import plain_names
from data.understanding.understand import Question, understand
from tests.data.sheets_made import TODAY, checked, counts, csv_of, person, understood

FORM = csv_of(
    ["2023-05-10T09:00:00Z", "Referral", "2023-05-09", "2023-05-10", "uuid:1"],
    ["2023-06-10T09:00:00Z", "Return", "2023-06-09", "2023-06-10", "uuid:2"],
    header=["SubmissionDate", "training_name", "training_date_start", "training_date_end", "KEY"],
)
PEOPLE = [
    ["Made-up One", "male", "police", "Sialkot", "uuid:1", "uuid:1/participant[1]"],
    ["Made-up Two", "female", "fia", "Swat", "uuid:1", "uuid:1/participant[2]"],
    ["Made-up Three", "male", "fia", "Swat", "uuid:2", "uuid:2/participant[1]"],
]
PUNJAB = csv_of(
    ["Lahore", "Police", "1", "3", "2023-05-09"], ["Sialkot", "FIA", "0", "2", "2023-05-09"],
    header=["District", "Department", "Female", "Male", "Date of training"],
)  # fmt: skip
KP = ["Training date", "Distt", "Deptt", "M", "F"]


def is_read(*files: bytes) -> bool:
    with suppress(ReadingError):
        return not isinstance(understand(files, TODAY), Question)
    return False


@pytest.mark.parametrize(
    "begin",
    ["participant-p_", "participant-", "data-participants-", "p_", "part_", "resp.", "grp/"],
)
def test_people_of_a_form_have_what_their_submission_says(begin: str) -> None:
    own = [begin + name for name in ("name", "sex", "department", "district")]
    people = csv_of(*PEOPLE, header=[*own, "PARENT_KEY", "KEY"])
    for files in ((FORM, people), (people, FORM)):
        found = checked(*files)
        assert len(found.trainings) == 2
        assert sorted(row[1:5] for row in counts(found)) == [
            ("PK532", "FIA", 0, 1), ("PK532", "FIA", 1, 0), ("PK634", "Police", 0, 1),
        ]  # fmt: skip


def test_what_a_server_writes_of_a_submission_is_of_no_person() -> None:
    header = ["training_name", "training_date_start", "training_date_end", "KEY", "SubmitterID",
              "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status",
              "ReviewState", "DeviceID", "Edits", "FormVersion", "meta-instanceID"]  # fmt: skip
    own = ["7", "made.up", "0", "0", "", "approved", "made-up", "1", "2", "uuid:0"]
    form = [["Referral", "2023-05-09", "2023-05-10", "uuid:1", *own],
            ["Return", "2023-06-09", "2023-06-10", "uuid:2", *own]]  # fmt: skip
    names = ["p-name", "p-sex", "p-department", "p-district", "PARENT_KEY", "KEY"]
    people = csv_of(*PEOPLE, header=names)
    found = checked(csv_of(*form, header=header), people)
    assert (len(found.trainings), len(counts(found))) == (2, 3)
    form[1][9] = "rejected"
    assert len(counts(checked(csv_of(*form, header=header), people))) == 2


def test_people_of_a_submission_that_is_not_there_are_not_taken() -> None:
    header = ["p-name", "p-sex", "p-department", "p-district", "PARENT_KEY", "KEY"]
    people = csv_of(*PEOPLE, [*PEOPLE[0][:4], "uuid:9", "uuid:9/p[1]"], header=header)
    assert not is_read(FORM, people)


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("participant-p_name", "name_of_person"),
        ("participants/p_sex", "sex"),
        ("data.trainee.t_district", "district"),
        ("trainer-t_name", None),
        ("training/t_name", None),
        ("participant-q_male", None),
        ("participant-p_male", None),
    ],
)
def test_the_letter_of_a_group_of_participants(name: str, field: str | None) -> None:
    assert field_of_name(name) == field


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (["p_name", "p_sex", "p_district", "date"], ["name", "sex", "district", "date"]),
        (["group/pname", "group/psex", "date"], ["group/name", "group/sex", "date"]),
        *((own, own) for own in (
            ["trainer_name", "trainer_sex", "trainer_district"],
            ["venue_name", "venue_district", "venue_date"],
            ["p_name", "p_sex", "district", "date"],  # not most of them
            ["p_name", "p_sex", "p_district", "district"],
            ["p_male", "p_female", "p_date"],  # who may be some of those who came
        )),
    ],
)  # fmt: skip
def test_what_most_names_of_a_table_begin_with_is_no_part_of_them(
    header: list[str], expected: list[str]
) -> None:
    assert plain_names(header) == expected


def test_returns_of_two_provinces_with_other_columns_are_read_together() -> None:
    other = csv_of(["18-05-2023", "Peshawar", "Police", "8", "1"], header=KP)
    found = understood(PUNJAB, other)
    assert len(found.checked.trainings) == 2
    assert sum(row[3] for row in counts(found.checked)) == 2
    assert sum(row[4] for row in counts(found.checked)) == 13
    assert any("read together" in note for note in found.notes)


def test_codes_of_trainings_are_those_of_the_list_in_the_other_file() -> None:
    register = csv_of(["T-1", "Referral", "2024-02-06", "2024-02-07"],
                      ["T-2", "Referral", "2024-02-20", "2024-02-21"],
                      header=["Code", "Name of training", "First day", "Last day"])  # fmt: skip
    header = ["Training code", "Name", "Sex", "Department", "District"]
    rows = [[f"T-{1 + n % 2}", f"Made-up Number{n} Nobody", "F", "Police", "Kasur"]
            for n in range(5)]  # fmt: skip
    found = understood(csv_of(*rows, header=header), register)
    assert sorted((row[0], row[3]) for row in counts(found.checked)) == [("T-1", 3), ("T-2", 2)]
    assert any("Code is read as the code of the training" in note for note in found.notes)
    assert sorted(found.checked.trainings["date_end"].dt.day) == [7, 21]


def test_lists_of_two_offices_with_other_columns_are_read_together() -> None:
    names = ["Name of participant", "Distt", "Deptt", "Gender", "Course", "Held on"]
    rows = [["Made-up Person Number 8", "Swat", "FIA", "Female", "Return", "2023-06-01"]]
    header = ["Name", "Department", "District", "Sex", "Training", "Date"]
    first = csv_of(*[person(n)[1:2] + person(n)[5:] for n in range(3)], header=header)
    found = understood(first, csv_of(*rows, header=names))
    assert len(found.checked.trainings) == 2
    assert sum(row[4] for row in counts(found.checked)) == 3


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (KP, ["09/05/2023", "Lahore", "Police", "4", "1"]),  # a later return of the same
        (KP[1:], ["Peshawar", "Police", "8", "1"]),  # of a day that nobody tells
        (KP[:4], ["18-05-2023", "Peshawar", "Police", "8"]),  # its women are unknown
    ],
)
def test_two_lists_that_are_not_plainly_apart_are_not_added_up(
    header: list[str], row: list[str]
) -> None:
    assert not is_read(PUNJAB, csv_of(row, header=header))
