"""Lists and sessions of villagers under a union council or tehsil, whose district is told above."""

import pytest

from data.understanding.understand import Understood
from tests.data.sheets_made import workbook_of
from tests.data.understanding.readings import figures, homes_of, summed, understood
from tests.in_turn import in_turn

SESSION = "Training session on trafficking, 17 August 2023"


def read(rows: list[list[str]], **constants: str) -> Understood:
    return understood(workbook_of({"List": rows}), **constants)


@in_turn({
    "above, home": [("Union Council Kot Nobody, Tehsil & Zila Kasur", "PK614"),
     ("یونین کونسل نمبر 12 تحصیل چونیاں ضلع قصور", "PK614"),
     ("UC 12, Tehsil Chunian, Districts Kasur and Okara", ["PK614", "PK626", "none"]),
     ("UC 12, Tehsil Chunian", ["none"])],
    "village": ["Village", "Gaon", "گاؤں"],
})  # fmt: skip
def test_villagers_live_in_the_district_of_their_council(
    above: str, home: str | list[str], village: str
) -> None:
    people = [[str(n), f"Zarqoon{n} Nobody", "FM"[n % 2], "Chak 9"] for n in range(1, 5)]
    found = read([[above], [SESSION], ["No.", "Naam", "Sex", village], *people],
                 agency="Local Government")  # fmt: skip
    assert homes_of(found) == (home if isinstance(home, list) else {home: 4})
    assert figures(found) == ((0, 0) if isinstance(home, list) else (1, 4))


@pytest.mark.parametrize(
    ("above", "column", "told"),
    [("Sessions with community, Union Council Kotha, Tehsil Chunian, District Kasur", "Village", 1),
     ("Sessions for police officials, Tehsil Chunian, District Kasur", "Village", 0),
     ("Sessions at Hotel Nowhere, Tehsil Chunian, District Kasur", "Village", 0)],
)  # fmt: skip
def test_sessions_in_villages_are_of_the_district_of_their_council(
    above: str, column: str, told: int
) -> None:
    rows = [[above], ["S.No", "Date", column, "Men", "Women", "Total"],
            ["1", "2023-04-13", "Kotha Bala", "6", "2", "8"],
            ["2", "2023-04-20", "Kotha Payan", "4", "1", "5"]]  # fmt: skip
    found = read(rows, agency="Local Government")
    assert homes_of(found) == ({"PK614": 13} if told else ["PK614", "none"])
    said = [note for note in found.notes if "live in the district above: Kasur" in note]
    assert len(said) == told


@pytest.mark.parametrize("sexes", [["Mard", "Aurat", "Larka", "Larki"],
                                   ["Men", "Women", "Boys", "Girls"]])  # fmt: skip
def test_boys_and_girls_that_are_ticked_are_of_their_sex(sexes: list[str]) -> None:
    ticks = [["✓" if place == n % 4 else "" for place in range(4)] for n in range(8)]
    people = [[str(n), f"Zarqoon{n} Nobody", *own, "Chak 9"] for n, own in enumerate(ticks)]
    above = [["UC 12, Tehsil Chunian, District Kasur"], [SESSION]]
    rows = [*above, ["S#", "Naam", *sexes, "Village"], *people]
    found = read(rows, agency="Local Government")
    assert figures(found) == (1, 8)
    counts = found.checked.attendance[["participants_m", "participants_f"]].fillna(0).sum()
    assert counts.tolist() == [4, 4]
    assert not len(found.checked.problems)


@pytest.mark.parametrize("called", ["SDPO Circle", "Thana"])
def test_circles_and_stations_of_the_district_above_are_added_up(called: str) -> None:
    rows = [["District Police Kasur: officials trained in a course on trafficking, 9 May 2023"],
            ["Sr", called, "Male", "Female", "Total"],
            ["1", "City Kasur", "4", "1", "5"], ["2", "Pattoki", "4", "1", "5"],
            ["3", "Chunian", "3", "0", "3"]]  # fmt: skip
    found = read(rows)
    assert summed(found, "adm2_pcode") == {"PK614": 13}
    assert not len(found.checked.problems)
