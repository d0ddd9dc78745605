"""Letters for an agency whose name a text beside the table writes out."""

import pytest

from tests.data.sheets_made import text_of
from tests.data.understanding.readings import read, summed


def agencies(above: str, letters: str) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return the participants of a list by agency, and the notes."""
    rows = [[str(n), f"Zarqoon{n} Nobody", agency, "Kasur", "FM"[n % 2]]
            for n, agency in enumerate([letters, "Police", letters], start=1)]  # fmt: skip
    title = ["Training on referral held on 16 May 2023"]
    header = ["No", "Name", "Department", "District", "Sex"]
    found = read(text_of([[above], title, header, *rows]).encode())
    return summed(found, "agency"), found.notes


@pytest.mark.parametrize(
    ("above", "letters", "agency"),
    [
        ("SINDH CHILD PROTECTION AUTHORITY", "SCPA", "Child Protection"),
        ("Organised by the Nowhere Child Protection and Welfare Bureau, Kasur", "NCPWB",
         "Child Protection"),
        ("Nowhere Labour and Human Resource Department", "NLHRD", "Labour Department"),
        ("KP Child Protection & Welfare Commission", "KPCPWC", "Child Protection"),
    ],
)  # fmt: skip
def test_letters_are_the_agency_that_a_text_writes_out(
    above: str, letters: str, agency: str
) -> None:
    counted, notes = agencies(above, letters)
    assert counted == {agency: 2, "Police": 1}
    assert any(f"{letters} is counted as {agency}" in note for note in notes)


@pytest.mark.parametrize("above", ["Kasur", "Nowhere Child Welfare Protection Board",
                                   "Trainings of the Society"])  # fmt: skip
def test_letters_that_no_text_writes_out_keep_their_own_name(above: str) -> None:
    counted, notes = agencies(above, "NCPWB")
    assert "Child Protection" not in counted
    assert not any("is counted as" in note for note in notes)
