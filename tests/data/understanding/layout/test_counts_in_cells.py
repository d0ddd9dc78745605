"""Agencies or districts with their numbers in one cell."""

import pytest

from data.understanding.layout.crossed.counts_in_cells import parts_of
from data.understanding.layout.crossed.persons_listed import Told, persons_told
from data.understanding.understand import Understood
from tests.data.sheets_made import reasons, text_of
from tests.data.understanding.test_office_files import figures, read, unsure

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


NAMED = "1. Zarqoon Nobody (Police)\n2. Zarqoona Nobody (DC Office)\n3. Zarak Nobody (Police)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NAMED, [("Police", 2), ("District Administration", 1)]),
        (NAMED.replace("\n", " "), [("Police", 2), ("District Administration", 1)]),
        ("Zarqoon Nobody - FIA; Zarak Nobody, NGO", [("FIA", 1), ("Civil society", 1)]),
        (NAMED.replace("2.", "4."), []),
        ("Zarqoon Nobody (Police)\nZarak Nobody", []),
        ("Zarqoon Nobody (Police)\nZarak Nobody (s/o Zarqoona)", []),
        ("Police Officers (FIA)\nZarak Nobody (Police)", []),
    ],
)
def test_persons_of_one_cell_are_counted_by_the_agency_behind_each_name(
    text: str, expected: list
) -> None:
    assert persons_told(text) == [(Told(agency), count) for agency, count in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Zarqoon Nobody, Police, Kasur\n2. Zarak Nobody, Kasur, Police",
         [(Told("Police", "Kasur"), 2)]),
        ("Zarqoon Nobody (FIA, Okara)\nZarak Nobody (NGO)",
         [(Told("FIA", "Okara"), 1), (Told("Civil society"), 1)]),
        ("Zarqoon Nobody - ASI - Police - Kasur\nZarak Nobody - DC Office Okara",
         [(Told("Police", "Kasur"), 1), (Told("District Administration", "DC Office Okara"), 1)]),
        ("Zarqoon Nobody, Kasur\nZarak Nobody, Police, Nowhere",
         [(Told("", "Kasur"), 1), (Told("Police", "", more=True), 1)]),
        ("Zarqoon Nobody, SWO - NGO, Kohat\nZarak Nobody, SWO, Kasur",
         [(Told("Civil society", "Kohat"), 1), (Told("Social Welfare Department", "Kasur"), 1)]),
        ("Zarqoon Nobody, Police, Kasur\nZarak Nobody, Police, FIA",
         [(Told("Police", "Kasur"), 1), (Told("FIA", "", more=True), 1)]),
        ("Zarqoon Nobody, Kasur\nZarak Nobody, Nowhere", []),
    ],
)  # fmt: skip
def test_persons_of_one_cell_are_counted_by_agency_and_home(text: str, expected: list) -> None:
    assert persons_told(text) == expected


@pytest.mark.parametrize(
    ("last", "homes"),
    [
        ("Zarqoona Nobody, FIA, Okara", {"PK614": 2, "PK626": 1}),
        ("Zarqoona Nobody, FIA", {"PK614": 2, "": 1}),
        ("Zarqoona Nobody, FIA, Zarakan", None),
        ("Zarqoona Nobody, FIA, Kasur, Okara", None),
    ],
)
def test_the_homes_behind_the_names_of_a_cell_are_read_or_asked_about(
    last: str, homes: dict[str, int] | None
) -> None:
    named = f"1. Zarqoon Nobody, Police, Kasur\n2. Zarak Nobody, DC Office, Kasur\n3. {last}"
    rows = [["Session", "Date & place", "Attendees"], ["Referral", "9 May 2023, Kasur", named]]
    found = read(text_of(rows).encode())
    if homes is None:
        assert unsure(found)
        return
    assert isinstance(found, Understood), found
    sums = found.checked.attendance.groupby("adm2_pcode")["participants_unspecified"].sum()
    assert sums.to_dict() == homes


def test_a_district_beside_the_homes_behind_names_is_that_of_the_venue() -> None:
    named = "1. Zarqoon Nobody, Police, Kasur\n2. Zarak Nobody, DC Office, Okara"
    rows = [[*GROUPED, "Attendees"], ["Referral", "2023-05-09", "Lahore", named]]
    found = read(text_of(rows).encode())
    assert isinstance(found, Understood), found
    assert sorted(found.checked.attendance["adm2_pcode"]) == ["PK614", "PK626"]
    assert "Zar" not in " ".join(found.notes)


@pytest.mark.parametrize(
    ("name", "total", "agencies"),
    [("Attendees", "3", {"Police": 2, "District Administration": 1}),
     ("Resource persons", "30", {"Not published": 30})],
)  # fmt: skip
def test_only_those_who_came_are_counted_by_their_agencies(
    name: str, total: str, agencies: dict[str, int]
) -> None:
    rows = [[*GROUPED, name, "Total"], ["Referral", "2023-05-09", "Kasur", NAMED, total]]
    found = read(text_of(rows).encode())
    assert isinstance(found, Understood), found
    sums = found.checked.attendance.groupby("agency")["participants_unspecified"].sum()
    assert sums.to_dict() == agencies
    assert "Zar" not in " ".join(found.notes)


@pytest.mark.parametrize("last", ["Zarqoona Nobody", "Zarqoona Nobody (absent)"])
def test_the_agency_of_one_of_a_cell_is_not_that_of_all(last: str) -> None:
    named = f"1. Zarqoon Nobody (Police)\n2. {last}"
    rows = [[*GROUPED, "Participants", "Total"], ["Referral", "2023-05-09", "Kasur", named, "2"]]
    found = read(text_of(rows).encode())
    if isinstance(found, Understood):
        assert {*found.checked.attendance["agency"]} == {"Not published"}


def test_another_total_beside_those_who_are_named_is_asked_about() -> None:
    rows = [[*GROUPED, "Attendees", "Total"], ["Referral", "2023-05-09", "Kasur", NAMED, "7"]]
    assert unsure(read(text_of(rows).encode()))


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
