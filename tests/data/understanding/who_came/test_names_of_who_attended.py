"""Names of one person in each numbered row, whatever their column is called."""

import pytest

from data.understanding.understand import Question, understand
from tests.data.sheets_made import TODAY, text_of
from tests.data.understanding.readings import figures, read

NAMES = ("Zarqoon Nobody", "Parveezan B. Nobody", "Tahirzan Nobody")


def listed(called: str, names: tuple[str, ...] = NAMES, post: str = "Post") -> bytes:
    rows = [["Training on referral, Kasur, 16 May 2023"],
            ["Sr", called, post, "Department", "District"],
            *([str(n), name, "Officer", "Police", "Kasur"]
              for n, name in enumerate(names, start=1))]  # fmt: skip
    return text_of([[*row, "", "", "", ""][:5] for row in rows]).encode()


@pytest.mark.parametrize("called", ["Participants", "Attended by", "Trainees"])
def test_each_is_a_person(called: str) -> None:
    assert figures(read(listed(called))) == (1, 3)


@pytest.mark.parametrize(
    ("names", "post"),
    [
        (("Zarqoon Nobody and Parveezan Nobody", *NAMES[1:]), "Post"),
        (("Zarqoon, Parveezan", *NAMES[1:]), "Post"),
        (("Police officials", *NAMES[1:]), "Post"),
        ((NAMES[0], NAMES[0], NAMES[1]), "Post"),
        (NAMES, "Wombat"),
    ],
)
def test_several_or_a_group_in_a_row_is_asked_about(names: tuple[str, ...], post: str) -> None:
    found = understand([listed("Attended by", names, post)], TODAY)
    assert isinstance(found, Question) or len(found.checked.problems)
