"""What a search on the map finds districts by."""

import pytest

from geo.districts import gazetteer
from geo.names import spelling
from geo.names.search import letters, spellings

CODES = {name: pcode for pcode, name in gazetteer.names().items()}


@pytest.mark.parametrize(
    ("typed", "district"),
    [
        ("DG Khan", "Dera Ghazi Khan"),
        ("Naseerabad", "Nasirabad"),
        ("Hub", "Lasbela"),  # made later, and counted in it
        ("Keamari", "Karachi West"),
        ("لاہور", "Lahore"),
        ("LAHORE", "Lahore"),
    ],
)
def test_a_district_has_the_spellings_that_matching_knows(typed: str, district: str) -> None:
    assert spelling.folded(typed) in spellings()[CODES[district]]


def test_every_district_is_found_by_its_own_name_first() -> None:
    assert set(spellings()) == set(gazetteer.names())
    for pcode, name in gazetteer.names().items():
        assert spellings()[pcode][0] == spelling.folded(name)


def test_letters_that_look_alike_are_read_as_one() -> None:
    alike = letters()
    assert alike["ي"] == "ی"
    assert alike["ء"] == ""
    for letter, other in alike.items():
        assert spelling.folded(f"a{letter}a") == spelling.folded(f"a{other}a")
