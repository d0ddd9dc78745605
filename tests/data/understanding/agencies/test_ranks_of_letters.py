"""Ranks whose letters are also those of an organisation, in lists of one force."""

import pytest

from tests.data.sheets_made import workbook_of
from tests.data.understanding.readings import summed, understood

RANKS = ["PO", "SPO", "APO", "SPO"]


@pytest.mark.parametrize(
    ("above", "ranks", "told"),
    [("Nominal roll of NHMP officers who attended the training", RANKS, {"Police": 4}),
     ("Nominal roll of police officers who attended the training", [*RANKS[:3], "NGO"],
      {"Police": 3, "Civil society": 1})],
)  # fmt: skip
def test_a_rank_in_letters_is_of_the_force_above(
    above: str, ranks: list[str], told: dict[str, int]
) -> None:
    people = [[str(n), rank, f"Zarqoon{n} Nobody", "F"] for n, rank in enumerate(ranks)]
    rows = [[f"{above} on 20 February 2023"], ["S.No", "Rank", "Name", "Sex"], *people]
    found = understood(workbook_of({"Roll": rows}), district="not recorded")
    assert summed(found, "agency") == told


def test_inspectors_in_letters_over_numbers_are_no_partner() -> None:
    rows = [["Punjab Police - rank wise strength trained on referral, 9-10 December 2023"],
            ["Sr", "District", "IP", "SI", "ASI", "Total"], ["1", "Kasur", "1", "3", "4", "8"],
            ["2", "Okara", "0", "2", "3", "5"], ["3", "Sialkot", "1", "2", "2", "5"],
            ["", "Total", "2", "7", "9", "18"]]  # fmt: skip
    found = understood(workbook_of({"Strength": rows}))
    assert summed(found, "agency") == {"Police": 18}
