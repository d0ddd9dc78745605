"""Letters with a small table in them: to whom, written when, and what was held."""

import pytest

from data.sheets.fields import field_of_name
from tests.data.sheets_made import text_of
from tests.data.understanding.test_office_files import figures
from tests.data.understanding.test_read_unasked import summed, understood

ROWS = [["1", "Kasur", "5", "4"], ["2", "Okara", "4", "4"], ["3", "Sialkot", "6", "5"],
        ["", "Total", "15", "13"]]  # fmt: skip


@pytest.mark.parametrize("opens", [["To,"], ["To:"], ["Dear Sir,"], ["Respected Sir,"]])
@pytest.mark.parametrize(
    "sentence",
    [
        "The training of police officers was held at Kasur on 26-27 September 2022.",
        "The training of police officers was conducted in the Town Hall, Kasur from 26 to 27 "
        "September 2022.",
        "The training of police officers was held on 26-27 September 2022 at Kasur.",
    ],
)
def test_a_letter_has_its_own_day_and_its_first_words_name_no_column(
    opens: list[str], sentence: str
) -> None:
    above = [["No. 5/TIP/2022 Dated Kasur the 29th September, 2022"], opens, ["The Secretary"],
             ["Subject: REPORT OF TRAINING ON REFERRAL"], [sentence]]  # fmt: skip
    header = ["S.No", "Name of District of posting", "Officers nominated", "Officers attended"]
    rows = [*([*row, "", "", ""] for row in above), header, *ROWS, [""], ["", "", "", "DSP"]]
    found = understood(text_of(rows).encode())
    assert figures(found) == (1, 13)
    assert summed(found, "agency") == {"Police": 13}
    assert set(found.checked.trainings["date_start"].astype("str")) == {"2022-09-26"}


@pytest.mark.parametrize(
    ("name", "field"),
    [("Name of district of posting", "district"), ("Name of the department", "department"),
     ("Name of the district of participants", "district"), ("Name of school", None)],
)  # fmt: skip
def test_the_name_of_what_a_column_tells_is_that(name: str, field: str | None) -> None:
    assert field_of_name(name) == field
