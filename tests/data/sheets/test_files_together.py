"""Several files that belong together: submissions and their people."""

from contextlib import suppress

import pytest

from data.records.errors import ReadingError
from data.sheets.field_names import field_of_name
from data.understanding.understand import Question, understand
from tests.data.sheets_made import TODAY, checked, counts, csv_of

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


def is_read(*files: bytes) -> bool:
    with suppress(ReadingError):
        return not isinstance(understand(files, TODAY), Question)
    return False


@pytest.mark.parametrize("begin", ["participant-p_", "participant-", "data-participants-"])
def test_people_of_a_form_have_what_their_submission_says(begin: str) -> None:
    own = [begin + name for name in ("name", "sex", "department", "district")]
    people = csv_of(*PEOPLE, header=[*own, "PARENT_KEY", "KEY"])
    for files in ((FORM, people), (people, FORM)):
        found = checked(*files)
        assert len(found.trainings) == 2
        assert sorted(row[1:5] for row in counts(found)) == [
            ("PK532", "FIA", 0, 1), ("PK532", "FIA", 1, 0), ("PK634", "Police", 0, 1),
        ]  # fmt: skip


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
