"""Sexes of several ranks, residents of union councils, and what offices write of posts and marks."""

import pytest

from tests.data.sheets_made import workbook_of
from tests.data.understanding.test_read_unasked import summed, understood

# ------------------------------------------------------------------ women and men of ranks

RANKS = [["District", "Date", "Inspectors M", "Inspectors F", "ASIs M", "ASIs F"],
         ["Kasur", "9.5.2023", "4", "1", "9", "2"],
         ["Okara", "11.5.2023", "2", "", "6", "1"]]  # fmt: skip


@pytest.mark.parametrize("total", ["G.Total", "Strength", "Sum", "Grand Total", "T", "Kul", "G/T"])
def test_women_and_men_of_ranks_are_added_up_whatever_their_sum_is_called(total: str) -> None:
    sums = [total, "16", "9"]
    rows = [[*row, own] for row, own in zip(RANKS, sums, strict=True)]
    title = [["Training of investigation staff of Punjab Police"]]
    found = understood(workbook_of({"Sheet1": [*title, *rows]}))
    sexes = found.checked.attendance[["participants_f", "participants_m"]].sum().tolist()
    assert sexes == [4, 21]
    assert summed(found, "agency") == {"Police": 25}


# ------------------------------------------------------------- residents of union councils


@pytest.mark.parametrize(
    ("title", "above", "column", "home"),
    [
        ("Community sessions", "Municipal Committee Chunian, District Kasur", "UC", "PK614"),
        ("Awareness sessions", "Town Committee Chunian, Distt. Kasur",
         "Union Council (residents of)", "PK614"),
        ("Awareness sessions", "District Kasur, 2023", "Residents of UC", "PK614"),
        ("Awareness sessions", "Sessions held - Zila Kasur", "UC (residents)", "PK614"),
        ("Awareness sessions", "Districts Kasur and Okara", "UC (residents)", ""),
        ("Awareness sessions", "Tehsil Chunian, District Kasur", "Union Council", ""),
        ("Training of police officials", "District Kasur, 2023", "UC (residents)", ""),
    ],
)  # fmt: skip
def test_residents_of_councils_live_in_the_district_that_stands_above(
    title: str, above: str, column: str, home: str
) -> None:
    rows = [[title], [above], ["S#", "Date", column, "Men", "Women", "Total"],
            ["1", "1.8.2023", "UC-1 Nowhere", "22", "4", "26"],
            ["2", "3.8.2023", "UC-2 Nowhere", "18", "9", "27"]]  # fmt: skip
    assert summed(understood(workbook_of({"Sheet1": rows})), "adm2_pcode") == {home: 53}
