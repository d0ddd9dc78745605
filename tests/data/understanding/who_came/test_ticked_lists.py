"""Lists in which a tick under one of several columns tells the sex or the agency of a person."""

import pytest

from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.files.test_lists_as_typed import ABOVE, sexes
from tests.data.understanding.readings import figures, summed, understood
from tests.in_turn import in_turn

AGENCIES = ["Police", "DC Office", "Labour", "NGO"]
#: Sex and agency of each person of the lists.
PEOPLE = [("F", 0), ("M", 0), ("M", 1), ("M", 3), ("M", 1)]
TOLD = {"Police": 2, "District Administration": 2, "Civil society": 1}


def ticked(tick: str, *, rows: int, by_sex: bool, total: bool) -> list[list[str]]:
    """Return a list with ticks under agencies, and under sexes too, in so many rows of names."""
    of_sexes = ["M", "F"] if by_sex else ["Gender"]
    upper = ["Gender", ""][: len(of_sexes)] if rows > 1 else of_sexes
    above = ["Department", "", "", ""] if rows > 1 else AGENCIES
    header = [["S#", "Name", *upper, *above, "Station (District)"]]
    if rows > 1:
        header.append(["", "", *(of_sexes if by_sex else [""]), *AGENCIES, ""])
    people = [
        [str(n), f"Zarqoon{n} Nobody", *([tick if sex == one else "" for one in "MF"]
         if by_sex else [sex]), *(tick if place == own else "" for place in range(4)), "Kasur"]
        for n, (sex, own) in enumerate(PEOPLE, start=1)
    ]  # fmt: skip
    sums = ["", "Total", *(["4", "1"] if by_sex else [""]), "2", "2", "0", "1", ""]
    return [[ABOVE], *header, *people, *([sums] if total else [])]


@in_turn(
    {
        "tick": ["x", "✓", "1", "×", "/"],
        "rows": [1, 2],
        "by_sex": [True, False],
        "total": [True, False],
    }
)
def test_ticks_tell_agencies_and_sexes(tick: str, rows: int, *, by_sex: bool, total: bool) -> None:
    found = understood(workbook_of({"L": ticked(tick, rows=rows, by_sex=by_sex, total=total)}))
    assert not len(found.checked.problems)
    assert sexes(found) == (1, 4)
    assert summed(found, "agency") == TOLD


def test_whoever_ticked_several_agencies_or_none_is_asked_about() -> None:
    several = ticked("x", rows=1, by_sex=True, total=False)
    several[2][6], several[4][5] = "x", ""
    found = understood(workbook_of({"List": several}))
    assert [one.value for one in found.checked.queue] == ["Police / Labour Department", ""]
    assert summed(found, "agency") == {
        "Police": 1,
        "Civil society": 1,
        "District Administration": 1,
    }


@pytest.mark.parametrize("sign", ["✓", "1"])
def test_a_sign_is_no_agency(sign: str) -> None:
    people = [[str(n), f"Zarqoon{n} Nobody", "F", sign, "Kasur"] for n in range(1, 5)]
    header = ["S#", "Name", "Sex", "Department", "District"]
    found = understood(workbook_of({"List": [[ABOVE], header, *people]}))
    assert summed(found, "agency") == {}
    assert found.checked.queue


@pytest.mark.parametrize(
    ("men", "women"),
    [("Mard", "Aurat"), ("مردانہ", "زنانہ")],
)  # fmt: skip
def test_ticks_under_roman_urdu_words_for_the_sexes_are_read(men: str, women: str) -> None:
    people = [[str(n), f"Zarqoon{n} Nobody", *(("✓", "") if sex == "M" else ("", "✓")), "Police",
               "Kasur"] for n, (sex, __) in enumerate(PEOPLE, start=1)]  # fmt: skip
    header = ["Sr.", "Naam", men, women, "Mehkma", "Zila"]
    found = understood(workbook_of({"L": [[ABOVE], header, *people]}))
    assert sexes(found) == (1, 4)


@pytest.mark.parametrize(("mark", "totals"), [("1", ["2", "3"]), ("✓", None)])
def test_who_is_called_by_posts_and_ticked_by_sex_is_a_person(
    mark: str, totals: list[str] | None
) -> None:
    rows = [["Training on referral, 9 May 2023"],
            ["Sno", "Teacher / health worker", "Dept", "Distt", "M", "F"]]  # fmt: skip
    rows += [[str(n), f"Zarqoon{n} Nobody", "Education", "Kasur", *marks]
             for n, marks in enumerate([(mark, "")] * 2 + [("", mark)] * 3)]  # fmt: skip
    rows += [["", "Total", "", "", *totals]] if totals else []
    found = understood(text_of(rows).encode())
    assert (figures(found), found.checked.queue) == ((1, 5), ())
    assert "Zarqoon" not in repr((found.checked, *found.notes))
