"""Bodies that no list has, under "Organization" beside names of persons."""

import pytest

from data.records.personal_data import HIDDEN_TEXT
from data.review.agencies.agencies import CIVIL
from data.review.agencies.organisations import shows_of
from data.review.questions import QueueItem
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import understood

ABOVE = "Consultative training, Kasur, 26 June 2023"
OF_SOCIETY = "Consultative training with civil society organisations, Kasur, 26 June 2023"


def asked(*bodies: str, above: str = ABOVE, called: str = "Organization") -> list[QueueItem]:
    rows = [[str(n), f"Mr. Zarqoon{n} Nobody", body, "Kasur"] for n, body in enumerate(bodies, 1)]
    content = text_of([[above], ["#", "Participant", called, "District"], *rows])
    return [*understood(content.encode()).checked.queue]


@pytest.mark.parametrize(
    ("bodies", "above", "first"),
    [
        (("Shirkat Gah", "SPARC", "Glowing Lamps"), ABOVE, CIVIL),
        (("Glowing Lamps",), OF_SOCIETY, CIVIL),
        (("Shirkat Gah", "Police", "Glowing Lamps"), OF_SOCIETY, "Not published"),
        (("Police", "Glowing Lamps"), ABOVE, "Not published"),
    ],
)
def test_civil_society_is_offered_first_where_all_others_are(
    bodies: tuple[str, ...], above: str, first: str
) -> None:
    [one] = asked(*bodies, above=above)
    assert one.value == "Glowing Lamps"
    assert one.candidates[0].answer == first
    assert one.held
    assert one.candidates[-1].answer == "Not published"


@pytest.mark.parametrize("called", ["Head of organization", "Contact person (NGO)", "Department"])
def test_a_column_of_persons_shows_nobody(called: str) -> None:
    assert shows_of(called, listed=True)("Glowing Lamps") == HIDDEN_TEXT
    assert shows_of("Name of Organization", listed=True)("Glowing Lamps") == "Glowing Lamps"


def test_what_may_be_a_name_stays_hidden() -> None:
    assert [one.value for one in asked("Police", "Ali Khan")] == [HIDDEN_TEXT]
    assert shows_of("Organization", listed=False)("Glowing Lamps") == HIDDEN_TEXT
