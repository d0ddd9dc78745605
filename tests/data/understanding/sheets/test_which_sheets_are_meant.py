"""Workbooks of several sheets: pages of one list, sums and certificates beside it, and the rest."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import workbook_of
from tests.data.understanding.readings import figures, read, summed, understood

HEADER = ["No.", "Name", "Sex", "Agency", "District"]
ABOVE = ["Attendance sheet: training on referral, 12 February 2025"]


def rows(first: int, last: int, agency: str = "Police") -> list[list[str]]:
    """Return rows of persons with running numbers."""
    return [[str(n), f"Zarqoon{n} Nobody", "F", agency, "Kasur"] for n in range(first, last + 1)]


@pytest.mark.parametrize(
    ("name", "above"),
    [("Page 2", []), ("More", ["Attendance sheet (continued), 12 February 2025"])],
)
def test_pages_of_one_list_are_of_its_one_training(name: str, above: list[str]) -> None:
    pages = {"Page 1": [ABOVE, HEADER, *rows(1, 3)], name: [above, HEADER, *rows(4, 5)]}
    assert figures(understood(workbook_of(pages))) == (1, 5)


@pytest.mark.parametrize("first", [1, 3, 5])
def test_a_list_whose_numbers_do_not_go_on_may_be_another_of_the_same(first: int) -> None:
    pages = {"Page 1": [ABOVE, HEADER, *rows(1, 3)], "More": [ABOVE, HEADER, *rows(first, 6)]}
    assert isinstance(read(workbook_of(pages)), Question)


def test_a_summary_of_all_is_left_out_and_sheets_of_districts_tell_homes_with_initials() -> None:
    counts = ["Date", "For staff of", "Males attended", "Females attended"]
    sheets = {
        name: [[f"Trainings for members of district {home}"], counts, [day, "Police", "9", "3"]]
        for name, home, day in (("Tank", "Tank", "2025-01-08"), ("DIK", "D.I. Khan", "2025-01-10"))
    }
    beside = {"Summary of all": [["District", "Male", "Female"], ["Tank", "9", "3"]]}
    found = understood(workbook_of({**sheets, **beside}))
    assert summed(found, "adm2_pcode") == {"PK533": 12, "PK509": 12}


def test_certificates_of_those_who_came_are_no_second_list() -> None:
    printed = [["Certificate no.", "Name as printed", "Handed over"],
               ["TIP-1", "Ms. Zarqoon1 Nobody", "yes"],
               ["TIP-2", "Ms. Zarqoon2 Nobody", "yes"]]  # fmt: skip
    found = understood(
        workbook_of({"Attendance": [ABOVE, HEADER, *rows(1, 2)], "Certificates": printed})
    )
    assert figures(found) == (1, 2)
    others = [HEADER, *rows(7, 9)]
    beside = {"Attendance": [ABOVE, HEADER, *rows(1, 2)], "Certificates": others}
    assert isinstance(read(workbook_of(beside)), Question)


def test_certificates_beside_blank_sheets_are_the_list() -> None:
    alone = {"Certificates": [ABOVE, HEADER, *rows(1, 2)], "Sheet2": [[""]]}
    assert figures(understood(workbook_of(alone))) == (1, 2)


def test_the_sheet_of_who_came_is_offered_first() -> None:
    nominated = [["Nominees"], HEADER, *rows(1, 3)]
    asked = read(workbook_of({"Agenda": [["Time", "Topic"], ["9:00", "Opening"]],
                              "Nominated": nominated, "Day list": [ABOVE, HEADER, *rows(1, 3)],
                              "Attended": [ABOVE, HEADER, *rows(1, 3, "FIA")]}))  # fmt: skip
    assert isinstance(asked, Question)
    assert [one.name for one in asked.sheets] == ["Attended", "Day list", "Nominated", "Agenda"]


def quarters_beside(name: str, first: int) -> bytes:
    """Return three quarters of 1, 2 and 3 men and a woman each, with a sheet of their sums."""
    header = ["Training", "Date", "Department", "District of participants", "Male", "Female"]
    row = ["Police", "Kasur"]
    quarters = {f"Q{n} 2025": [header, [f"Module {n}", f"2025-0{3 * n}-14", *row, n, 1]]
                for n in (1, 2, 3)}  # fmt: skip
    sums = [["Quarter", "Male", "Female"],
            *([f"Q{n} 2025", said, 1] for n, said in ((1, first), (2, 2), (3, 3)))]  # fmt: skip
    return workbook_of(quarters | {name: sums})


@pytest.mark.parametrize("name", ["YTD", "Cumulative"])
def test_quarters_are_read_without_the_sheet_of_their_sums(name: str) -> None:
    assert figures(understood(quarters_beside(name, 1))) == (3, 9)


def test_a_sheet_called_by_sums_that_are_not_those_of_the_quarters_is_asked_about() -> None:
    asked = read(quarters_beside("YTD", 7))
    assert isinstance(asked, Question)
    assert asked.kind == "sheet"


@pytest.mark.parametrize(
    ("names", "asked"),
    [(["Jauharabad (Khushab)", "Mianwali", "Bhakkar"], False),
     (["Jauharabad (Khushab)", "Khushab", "Bhakkar"], True),
     (["Khushab", "Khushab (2)", "Bhakkar"], True),
     (["Khushab (old)", "Mianwali", "Bhakkar"], True)],
)  # fmt: skip
def test_sheets_called_by_different_districts_are_one_file(names: list[str], asked: bool) -> None:
    title = ["Training of members on referral, Sargodha, 6-8 May 2025"]
    homes = ["Khushab", "Mianwali", "Bhakkar"]
    sheets = {name: [title, [f"District: {home}"], [], ["Department", "Women", "Men"],
                     ["Police", str(n), "4"], ["Levies", "1", "2"]]
              for n, (name, home) in enumerate(zip(names, homes, strict=True))}  # fmt: skip
    found = read(workbook_of(sheets))
    assert isinstance(found, Question) == asked
    if not isinstance(found, Question):
        assert figures(found) == (1, 24)
        assert summed(found, "adm2_pcode") == {"PK616": 7, "PK621": 8, "PK604": 9}
