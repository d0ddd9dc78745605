"""Letters for an agency whose name a text beside the table writes out."""

from collections.abc import Sequence

from tests.data.sheets_made import text_of
from tests.data.understanding.readings import read, summed


def agencies(above: Sequence[str], *letters: str) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return the participants of a list by agency, and the notes."""
    rows = [[str(n), f"Zarqoon{n} Nobody", agency, "Kasur", "FM"[n % 2]]
            for n, agency in enumerate([*letters, "Police", *letters], start=1)]  # fmt: skip
    title = ["Training on referral held on 16 May 2023"]
    header = ["No", "Name", "Department", "District", "Sex"]
    texts = [[text] for text in above]
    found = read(text_of([*texts, title, header, *rows]).encode())
    return summed(found, "agency"), found.notes


def test_letters_are_the_agency_that_a_text_writes_out() -> None:
    written_out = {
        "SCPA": ("SINDH CHILD PROTECTION AUTHORITY", "Child Protection"),
        "NCPWB": ("Organised by the Nowhere Child Protection and Welfare Bureau, Kasur",
                  "Child Protection"),
        "NLHRD": ("Nowhere Labour and Human Resource Department", "Labour Department"),
        "KPCPWC": ("KP Child Protection & Welfare Commission", "Child Protection"),
    }  # fmt: skip
    counted, notes = agencies([text for text, _ in written_out.values()], *written_out)
    assert counted == {"Child Protection": 6, "Labour Department": 2, "Police": 1}
    for letters, (_, agency) in written_out.items():
        assert any(f"{letters} is counted as {agency}" in note for note in notes)


def test_letters_that_no_text_writes_out_keep_their_own_name() -> None:
    above = ["Kasur", "Nowhere Child Welfare Protection Board", "Trainings of the Society"]
    counted, notes = agencies(above, "NCPWB")
    assert "Child Protection" not in counted
    assert not any("is counted as" in note for note in notes)
