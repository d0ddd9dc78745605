"""Codes that nothing explains, places of other countries, and answers of forms."""

import pytest

from data.records.errors import ReadingError
from tests.data.sheets_made import text_of
from tests.data.understanding.test_office_files import LIST, people, read, unsure

ABOVE = ["Training of officers on referral, Kasur, 19 July 2023"]

# ------------------------------------------------------------- codes, and other countries


@pytest.mark.parametrize("name", ["Att.", "Attd", "P/A", "Presence code", "Hazri", "Present (1/2)"])
@pytest.mark.parametrize("codes", ["1213", "1921"])
def test_codes_of_who_came_that_nothing_explains_are_asked_about(name: str, codes: str) -> None:
    rows = [[*row, code] for row, code in zip(people(4), codes, strict=True)]
    assert [*unsure(read(text_of([ABOVE, [*LIST, name], *rows]).encode()))] == [name]


@pytest.mark.parametrize(
    "name", ["District (Nepal)", "Province of Afghanistan", "Name of District, Sri Lanka"]
)
def test_districts_that_are_called_those_of_another_country_are_refused(name: str) -> None:
    rows = [[ABOVE[0]], [*LIST[:3], name, "Sex"], *people(4, District="Anywhere")]
    with pytest.raises(ReadingError, match="of another country"):
        read(text_of(rows).encode())
