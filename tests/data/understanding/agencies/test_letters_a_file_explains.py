"""Short forms of agencies and districts that a text above or below the rows explains."""

import pytest

from tests.data.sheets_made import text_of
from tests.data.understanding.readings import read, summed
from tests.in_turn import in_turn

HEADER = ["No", "Name", "Department", "District", "Sex"]
TITLE = ["Training on referral held on 16 May 2023"]


def listed(agency: str, district: str, above: str = "", below: str = "") -> bytes:
    """Return a list of three persons, one of the Police of Kasur, with a text beside it."""
    rows = [[str(n), f"Zarqoon{n} Nobody", *own, "FM"[n % 2]] for n, own in enumerate(
        [(agency, district), ("Police", "Kasur"), (agency, district)], start=1)]  # fmt: skip
    return text_of(
        [*([[above]] if above else []), TITLE, HEADER, *rows, [], ["", "", below]]
    ).encode()


@in_turn({
    "letters, text, agency": [
        ("L&HR", "L&HR = Labour & Human Resources Department, Govt. of Sindh", "Labour Department"),
        ("L&HR", "Note: L&HR means Labour and Human Resource Department.", "Labour Department"),
        ("L&HR", "CS = civil society and L&HR = Labour & Human Resources", "Labour Department"),
        ("SWBM", "SWBM - Social Welfare & Bait-ul-Maal Department", "Social Welfare Department"),
        ("NNF", "NNF = Nowhere Nature Foundation; L&HR = Labour Department",
         "Civil society"),
    ],
    "where": ["above", "below"],
})  # fmt: skip
def test_letters_of_agencies_are_what_the_file_says(
    letters: str, text: str, agency: str, where: str
) -> None:
    found = read(listed(letters, "Okara", **{where: text}))
    assert summed(found, "agency") == {agency: 2, "Police": 1}
    assert not len(found.checked.problems)


@in_turn({
    "text": ["RYN = Rahim Yar Khan", "Note: RYN سے مراد Rahim Yar Khan"],
    "where": ["above", "below"],
})  # fmt: skip
def test_letters_of_districts_are_what_the_file_says(text: str, where: str) -> None:
    found = read(listed("FIA", "RYN", **{where: text}))
    assert not len(found.checked.problems)
    assert summed(found, "adm2_pcode") == {"PK628": 2, "PK614": 1}


@pytest.mark.parametrize(
    "texts",
    [
        ("L&HR = Zarqoon Nobody", "L&HR: Police", "Prepared by L&HR, Kasur"),
        ("L&HR = Labour Department; L&HR = Law Department",),
    ],
)
def test_what_explains_no_letters_leaves_them(texts: tuple[str, ...]) -> None:
    found = read(listed("L&HR", "Okara", below="\n".join(texts)))
    assert "Labour Department" not in summed(found, "agency")
    assert not any("Zarqoon" in note for note in found.notes)
