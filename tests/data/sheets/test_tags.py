"""Tags of children beside those of adults: who is added to whom."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import figures, read, unsure

NAMES = ["Session", "Date", "District", "Women", "Men", "Girls", "Boys"]
TAGS = ["#activity+code", "#date", "#adm2+name"]
ROWS = [["S1", "2023-02-01", "Swat", "13", "14", "5", "6"],
        ["S2", "2023-03-01", "Buner", "10", "11", "1", "2"]]  # fmt: skip


def test_children_are_added_to_the_adults_beside_them() -> None:
    tags = ["#reached+f+adults", "#reached+m+adults", "#reached+f+children", "#reached+children+m"]
    found = read(text_of([NAMES, [*TAGS, *tags], *ROWS]).encode(), agency="not published")
    assert figures(found) == (2, 62)


def test_children_may_be_among_those_whom_no_tag_calls_adults() -> None:
    tags = ["#reached+f", "#reached+m", "#reached+f+children", "#reached+m+children"]
    found = read(text_of([NAMES, [*TAGS, *tags], *ROWS]).encode(), agency="not published")
    assert {*unsure(found)} == {"Women", "Men", "Girls", "Boys"}
    totals = [[*row, total] for row, total in zip(ROWS, ("38", "24"), strict=True)]
    summed = [[*NAMES, "Total"], [*TAGS, *tags, "#reached"], *totals]
    assert figures(read(text_of(summed).encode(), agency="not published")) == (2, 62)


@pytest.mark.parametrize("tagged", [True, False])
@pytest.mark.parametrize("stray", ["checked by office", "Zarqoon Nobody"])
def test_a_stray_text_at_the_right_of_the_names_widens_no_table(
    stray: str, *, tagged: bool
) -> None:
    tags = [["#activity+code", "#date", "#adm2+name", "#reached+f", "#reached+m"]] * tagged
    rows = [row[:5] for row in ROWS]
    found = read(text_of([[*NAMES[:5], "", stray], *tags, *rows]).encode(), agency="not published")
    assert figures(found) == (2, 48)
    assert not len(found.checked.problems)
    assert "Zarqoon" not in str(found.notes)
    beside = [[*one, stray] for one in tags]
    found = read(text_of([[*NAMES[:5], ""], *beside, *rows]).encode(), agency="not published")
    assert figures(found) == (2, 48)
    assert not len(found.checked.problems)
    assert "Zarqoon" not in str(found.notes)


@pytest.mark.parametrize("beside", ["updated 3 Mar", "Zarqoon Nobody"])
def test_a_text_beside_names_and_tags_alone_is_no_column(beside: str) -> None:
    tags = ["#activity+code", "#date", "#adm2+name", "#reached+f", "#reached+m", "x"]
    rows = [row[:5] for row in ROWS]
    found = read(text_of([[*NAMES[:5], beside], tags, *rows]).encode(), agency="not published")
    assert figures(found) == (2, 48)
    assert not len(found.checked.problems)
    assert "Zarqoon" not in str(found.notes)
    girls = read(text_of([[*NAMES[:5], "Girls"], tags, *rows]).encode(), agency="not published")
    assert isinstance(girls, Question) or len(girls.checked.problems)


@pytest.mark.parametrize(
    ("beside", "rows"),
    [(["", "Girls"], [5, 5]), (["Girls"], [5, 5]), (["", "office"], [4, 5]), (["", "x"], [4, 4])],
)
def test_rows_that_lack_cells_of_their_table_are_problems(
    beside: list[str], rows: list[int]
) -> None:
    cut = [row[:width] for row, width in zip(ROWS, rows, strict=True)]
    found = read(text_of([[*NAMES[:5], *beside], *cut]).encode(), agency="not published")
    assert isinstance(found, Question) or len(found.checked.problems)
