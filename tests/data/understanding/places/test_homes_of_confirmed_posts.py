"""A column that somebody said to be of posts tells homes as one does whose name says so."""

import pytest

from data.understanding.understand import Understood, understand
from tests.data.sheets_made import TODAY
from tests.data.understanding.readings import listed, read, summed

POSTS = [["SHO Police Station Sambrial, District Sialkot"], ["DSP Legal, Narowal"],
         ["Assistant Director Labour Welfare Sialkot"]]  # fmt: skip
HOMES = {"PK634": 2, "PK625": 1}
AGENCIES = {"Police": 2, "Labour Department": 1}


@pytest.mark.parametrize(
    ("called", "meant"), [("Particulars", "designation"), ("Designation and place", "")]
)
def test_confirmed_posts_tell_where_they_are(called: str, meant: str) -> None:
    content = listed([called], *POSTS)
    found = read(content, {called: meant} if meant else None, kind="persons")
    assert isinstance(found, Understood), found
    again = understand([content], TODAY, mapping=found.mappings)
    for one in (found, again):
        assert isinstance(one, Understood), one
        assert (summed(one, "adm2_pcode"), summed(one, "agency")) == (HOMES, AGENCIES)


def test_confirmed_posts_tell_no_home_that_is_told_otherwise() -> None:
    content = listed(["Particulars", "Of"], *([*post, "Kasur"] for post in POSTS))
    found = read(content, {"Particulars": "designation", "Of": "district"}, kind="persons")
    assert isinstance(found, Understood), found
    assert summed(found, "adm2_pcode") == {"PK614": 3}
