"""Columns of people of whom some have an employer and others have none, or nobody knows."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import workbook_of
from tests.data.understanding.test_office_files import read
from tests.data.understanding.test_read_unasked import summed, understood


def sessions(*columns: str, title: str = "Awareness sessions") -> bytes:
    header = ["Sr", "Date", "District", *columns]
    rows = [[title], header, [1, "2023-05-09", "Kasur", 20, 30, 2, 3][: len(header)],
            [2, "2023-06-14", "Okara", 10, 11, 1, 4][: len(header)]]  # fmt: skip
    return workbook_of({"Sessions": rows})


@pytest.mark.parametrize(
    ("columns", "agencies"),
    [
        (("Girls", "Boys", "Lady Nurses", "Male Nurses"), {"Not published": 71, "Health": 10}),
        (("Students (F)", "Students (M)", "Teachers (F)", "Teachers (M)"),
         {"Not published": 71, "Education": 10}),
        (("Male Police", "Lady Police", "Mothers", "Fathers"), {"Not published": 10, "Police": 71}),
    ],
)  # fmt: skip
def test_women_and_men_of_a_post_beside_pupils_have_its_agency(
    columns: tuple[str, ...], agencies: dict[str, int]
) -> None:
    found = understood(sessions(*columns))
    assert summed(found, "agency") == agencies
    assert len(found.checked.trainings) == 2


def test_pupils_are_of_no_agency_that_a_title_names() -> None:
    found = understood(sessions("Girls", "Boys", title="Sessions for police officers"))
    assert summed(found, "agency") == {"Not published": 71}


def test_women_and_men_beside_a_post_may_be_all_of_them() -> None:
    assert isinstance(read(sessions("Women", "Men", "Lady Police", "Male Police")), Question)
