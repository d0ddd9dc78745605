"""Women and men under each agency, one of which is called by a word of a sex, and their totals."""

import pytest

from tests.data.sheets_made import reasons, workbook_of
from tests.data.understanding.readings import read, summed, understood

DIFFERS = "Women, men and unspecified do not sum to the given total."


def two_headers(agency: str, first: list[int], *, both: bool = True) -> bytes:
    """Return a table with a total of each sex, and one of both; ``first`` are those of Kasur."""
    heads = [["District", "Police", "", agency, "", "Total", "", ""],
             ["", *["Male", "Female"] * 3, "Both"]]  # fmt: skip
    rows = [["Kasur", 5, 2, 4, 1, *first], ["Okara", 3, 1, 2, 2, 5, 3, 8]]
    title = ["Participants of the training on referral, Kasur, 9 May 2023"]
    return workbook_of({"S": [title, *(row if both else row[:7] for row in (*heads, *rows))]})


@pytest.mark.parametrize("agency", ["Women Development Department", "Women Dev. Deptt"])
def test_an_agency_called_by_a_sex_is_none_over_women_and_men(agency: str) -> None:
    found = understood(two_headers(agency, [9, 3, 12]))
    assert not reasons(found.checked)
    counted = found.checked.attendance[["participants_f", "participants_m"]].sum()
    assert counted.to_list() == [6, 14]
    assert summed(found, "agency") == {"Police": 11, "Women Development Department": 9}


@pytest.mark.parametrize("both", [True, False])
def test_totals_of_a_row_are_held_against_what_is_counted_of_it(both: bool) -> None:
    agency = "Women Development Department"
    right, wrong = [9, 3, 12], [9, 4, 13]
    assert not reasons(understood(two_headers(agency, right, both=both)).checked)
    differs = understood(two_headers(agency, wrong, both=both))
    assert {*reasons(differs.checked)} == {DIFFERS}
    assert summed(differs, "adm2_pcode") == {"PK626": 8}


@pytest.mark.parametrize("both", [True, False])
def test_whoever_an_answer_leaves_out_of_a_total_is_a_problem(both: bool) -> None:
    table = two_headers("Women Development Department", [9, 3, 12], both=both)
    found = read(table, {"Male": "participants_m", "Female": ""})
    assert {*reasons(found.checked)} == {DIFFERS}
    assert found.checked.attendance.empty


@pytest.mark.parametrize(
    ("key", "sign", "counted"),
    [
        ("Key: men+women. Blank = none", "+", [4, 12]),
        ("Cells are F/M. Blank = nobody", "/", [12, 4]),
        ("Key: men+women", "/", []),
        ("(M+F, F+M)", "+", []),
    ],
)
def test_two_numbers_a_cell_are_of_the_sexes_that_a_text_beside_explains(
    key: str, sign: str, counted: list[int]
) -> None:
    rows = [["District", "Police", "FIA"], ["Kasur", f"5{sign}2", f"3{sign}1"],
            ["Okara", f"4{sign}1", ""]]  # fmt: skip
    found = understood(workbook_of({"S": [["Training of officers, 9 May 2023"], [key], *rows]}))
    assert bool(reasons(found.checked)) is not bool(counted)
    if counted:
        women_and_men = found.checked.attendance[["participants_f", "participants_m"]].sum()
        assert women_and_men.to_list() == counted
