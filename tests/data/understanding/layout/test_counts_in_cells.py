"""Agencies or districts with their numbers in one cell."""

import pytest

from data.understanding.layout.crossed.counts_in_cells import parts_of
from data.understanding.understand import Understood
from tests.data.sheets_made import csv_of, reasons, text_of
from tests.data.understanding.readings import figures, read, summed, understood, unsure

PAIR = [("Police", 5), ("FIA", 3)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police: 5, FIA: 3", PAIR),
        ("Police-5, FIA-3", PAIR),
        ("5 Police, 3 FIA", PAIR),
        ("Police (5), FIA (03)", PAIR),
        ("Police = 5; FIA = 3", PAIR),
        ("Police 5 and FIA 3", PAIR),
        ("05 from Police & 03 from FIA", PAIR),
        ("Police: 5 persons\nFIA: 3 persons", PAIR),
        ("پولیس: ۲، ایف آئی اے: ۳", [("پولیس", 2), ("ایف آئی اے", 3)]),
        ("Women and Child Development: 3", [("Women and Child Development", 3)]),
        ("Police: 5, FIA", []),
        ("Police: 5, Police: 3", []),
        ("Police 5 3", []),
        ("12 (3 F)", []),
        ("5", []),
        ("Police", []),
        ("", []),
    ],
)
def test_a_text_is_a_list_of_names_and_numbers_or_none(text: str, expected: list) -> None:
    assert parts_of(text) == expected


GROUPED = ["Training", "Date", "District"]
ROWS = [[*GROUPED, "Agencies", "Total"],
        ["Referral", "2023-05-09", "Kasur", "Police: 5, FIA: 3", "8"],
        ["Screening", "2023-06-09", "Lahore", "Social Welfare-2", "2"],
        ["Screening", "2023-06-09", "Okara", "3 Police, 1 FIA", "4"]]  # fmt: skip


def changed(row: int, column: int, text: str, rows: list[list[str]] = ROWS) -> bytes:
    rows = [list(one) for one in rows]
    rows[row][column] = text
    return text_of(rows).encode()


def test_lists_that_sum_to_the_total_are_a_row_for_each_agency() -> None:
    found = read(text_of(ROWS).encode())
    assert figures(found) == (2, 14)
    assert isinstance(found, Understood)
    sums = found.checked.attendance.groupby("agency")["participants_unspecified"].sum()
    assert sums.to_dict() == {"Police": 8, "FIA": 4, "Social Welfare Department": 2}
    assert figures(read(text_of([row[:4] for row in ROWS]).encode())) == (2, 14)


def test_what_is_no_list_or_no_sum_is_asked_and_a_wrong_sum_is_a_problem() -> None:
    for content in (changed(2, 3, "Police and others"), changed(1, 4, "9")):
        assert unsure(read(content)) == {"Number in the column": "participants_total"}
    found = read(changed(1, 4, "9"), {"Number in the column": "participants_total"})
    assert figures(found) == (2, 6)
    assert isinstance(found, Understood)
    assert set(reasons(found.checked)) == {
        "Women, men and unspecified do not sum to the given total."
    }


def test_women_and_men_of_the_whole_row_are_of_no_agency_which_is_asked() -> None:
    sexes = (("Female", "Male"), ("3", "5"), ("1", "1"), ("4", "0"))
    rows = [[*row[:4], *more] for row, more in zip(ROWS, sexes, strict=True)]
    found = read(text_of(rows).encode())
    assert unsure(found) == {"Number in the column": "participants_total"}


def test_districts_with_their_numbers_are_homes() -> None:
    rows = [["Training", "Date", "Agency", "Districts"],
            ["Referral", "2023-05-09", "Police", "Kasur (5), Lahore (3)"]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert isinstance(found, Understood)
    homes = found.checked.attendance.set_index("adm2_pcode")["participants_unspecified"]
    assert homes.to_dict() == {"PK614": 5, "PK617": 3}


def test_an_agency_that_is_not_known_is_asked_about_and_lists_in_remarks_are_too() -> None:
    found = read(changed(2, 3, "Antarctica-2"))
    assert isinstance(found, Understood)
    assert [one.kind for one in found.checked.queue] == ["agency"]
    remarks = [[*GROUPED, "Department", "Total", "Remarks"],
               *[[*row[:3], "Police", row[4], row[3]] for row in ROWS[1:]]]  # fmt: skip
    assert unsure(read(text_of(remarks).encode())) == {"Remarks": ""}


@pytest.mark.parametrize(
    "cell",
    ["Police: 2 women, 8 men\nFIA: 0 women, 3 men", "Police: 8 mard, 2 khawateen; FIA: 3M 0F",
     "Police: 10 (2 F)\nFIA: 3 (0 F)", "Police 8 male + 2 female; FIA 3 male + 0 female",
     "Police (8M/2F) | FIA (3M/0F)", "Police - 8 mard, 2 auratein\nFIA - 3 mard, 0 aurat"],
)  # fmt: skip
@pytest.mark.parametrize("total", ["", "18", "19"])
def test_women_and_men_of_agencies_in_one_cell_are_a_row_each(cell: str, total: str) -> None:
    header = ["Training day", "DAHTC trained", "Participants by agency", "Total persons"]
    rows = [["5 May 2023", "Kasur", cell, "13"], ["7 May 2023", "Okara", "Police: 1F 4M", "5"]]
    rows += [["", "Total", "", total]] if total else []
    found = understood(csv_of(*rows, header=header))
    assert len(found.checked.problems) == (total == "19")
    assert summed(found, "agency") == {"Police": 15, "FIA": 3}
    assert found.checked.attendance[["participants_f", "participants_m"]].sum().tolist() == [3, 15]
    assert summed(found, "adm2_pcode") == {"PK614": 13, "PK626": 5}


def test_a_sex_that_is_not_told_beside_the_other_has_none_in_a_cell() -> None:
    header = ["Date", "District", "Officers who came", "Total"]
    rows = [["5 May 2023", "Kasur", "Police: 5 M, 1 F; Social Welfare: 2 F", "8"],
            ["5 May 2023", "Okara", "Police: 4 M", "4"],
            ["", "", "Grand total", "12"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert found.checked.attendance[["participants_f", "participants_m"]].sum().tolist() == [3, 9]
    assert summed(found, "adm2_pcode") == {"PK614": 8, "PK626": 4}
    rows[1][3] = "6"  # two of whom nothing is told
    assert unsure(read(csv_of(*rows, header=header)))
    women = [[*rows[0][:2], "Police: 1 F; FIA: 2 F"], [*rows[1][:2], "Police: 4 F"]]
    assert unsure(read(csv_of(*women, header=header[:3])))  # of men nothing is told
