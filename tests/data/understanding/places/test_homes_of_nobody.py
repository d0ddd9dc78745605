"""Tables that tell nobody's home: it is asked once, and answered for these trainings alone."""

from datetime import UTC, datetime

import pytest

from data.review.decisions import Decisions
from data.review.questions import settle
from data.understanding.understand import Understood, understand
from tests.data.sheets_made import TODAY, groups, text_of
from tests.data.understanding.readings import (
    ABOVE,
    DAY,
    figures,
    homes_of,
    listed,
    summed,
    understood,
)

NOW = datetime(2026, 1, 1, tzinfo=UTC)
MANY = "Copy to Lahore, Multan, Kasur, Okara, Sialkot, Quetta, Sukkur and Larkana"


def persons(*above: str) -> bytes:
    """Return a list of two persons under texts."""
    texts = (*([one] for one in above), ABOVE)
    return listed(["Sex", "Agency"], ["F", "Police"], ["M", "FIA"], above=texts)


def numbers(*above: str, day: str = DAY, title: str = "Screening") -> bytes:
    """Return two trainings, each in a district of its own, and of how many people they were."""
    rows = [["Referral", DAY, "Kasur", "Police", "9"], [title, day, "Okara", "FIA", "4"]]
    header = ["Training", "Date", "Venue district", "Agency", "Male"]
    return text_of([*([one] for one in above), header, *rows]).encode()


def at_venues(*venues: str) -> bytes:
    """Return trainings whose venues tell by their words in which district they lie, or don't."""
    rows = [[f"Referral {n}", DAY, venue, "Police", "9"] for n, venue in enumerate(venues)]
    return text_of([["Training", "Date", "Venue", "Agency", "Male"], *rows]).encode()


def titled(*titles: str) -> bytes:
    """Return trainings that nothing but their titles tells the districts of."""
    rows = [[title, DAY, "Police", "9"] for title in titles]
    return text_of([["Training", "Date", "Agency", "Male"], *rows]).encode()


def with_a_note() -> bytes:
    """Return a list of two persons with a row that tells nothing of one."""
    header = ["S#", "Name", "Sex", "Agency"]
    rows = [["1", "Zarqoon1 Nobody", "F", "Police"], ["2", "Zarqoon2 Nobody", "M", "Police"],
            ["3", "Tea by Nobody", "", ""]]  # fmt: skip
    return text_of([ABOVE, header, *rows]).encode()


def answered(content: bytes, answer: str) -> Decisions:
    [asked] = understood(content).checked.queue
    return settle(Decisions(), {asked: answer}, "Nobody", NOW)


def with_answers(content: bytes, decisions: Decisions) -> Understood:
    found = understand([content], TODAY, decisions=decisions)
    assert isinstance(found, Understood), found
    return found


@pytest.mark.parametrize(
    ("content", "offered"),
    [
        (persons(), ["none"]),
        (persons("Venue: Hall Nobody, Kasur"), ["PK614", "none"]),
        (persons("Districts not recorded by two of them, Kasur"), ["PK614", "none"]),
        (persons("Police stations not recorded, Kasur"), ["PK614", "none"]),
        (persons("No breakdown by police station is available, Kasur"), ["PK614", "none"]),
        (persons("District-wise breakdown is not available yet, Kasur"), ["PK614", "none"]),
        (persons("No break-up by district of the venue is kept, Kasur"), ["PK614", "none"]),
        (persons("Copy to the offices in Okara and Kasur"), ["PK614", "PK626", "none"]),
        (persons("FIA office, Okara", "Held at Kasur"), ["PK626", "PK614", "none"]),
        (numbers(), ["own", "none"]),
        (numbers("Office in Sialkot"), ["own", "PK634", "none"]),
        (at_venues("Hall, Kasur", "Police Lines Okara"), ["own", "none"]),
        (at_venues("Hall, Kasur", "Hall"), ["PK614", "none"]),
        (titled("Training at Kasur", "Training, District Okara"), ["own", "none"]),
        (titled("Training at Kasur", "Training"), ["PK614", "none"]),
        (titled("Training at Kasur", "Training, Okara division"), ["PK614", "PK626", "none"]),
    ],
)
def test_it_is_asked_once_with_the_districts_of_texts_first(
    content: bytes, offered: list[str]
) -> None:
    found = understood(content)
    assert homes_of(found) == offered
    [asked] = found.checked.queue
    problems = found.checked.problems
    assert {*asked.rows} == {*problems["row"]}
    assert asked.participants == understood(content, district="Kasur").checked.participants_accepted
    assert {*problems["reason"]} == {"It is not told in which district these people serve."}


def test_no_more_than_six_districts_of_texts_are_offered() -> None:
    assert len(homes_of(understood(persons(MANY)))) == 6 + 1


@pytest.mark.parametrize(("before", "offered"), [(39, ["PK614", "none"]), (40, ["none"])])
def test_the_first_forty_titles_are_looked_through_for_what_is_offered(
    before: int, offered: list[str]
) -> None:
    titles = [*(f"Referral {n}" for n in range(before)), "Referral from Kasur"]
    rows = [[title, DAY, "Police", "9"] for title in titles]
    found = understood(text_of([["Training", "Date", "Agency", "Male"], *rows]).encode())
    assert homes_of(found) == offered


@pytest.mark.parametrize(
    ("answer", "homes"),
    [("PK634", {"PK634": 13}), ("none", {"": 13}), ("own", {"PK614": 9, "PK626": 4})],
)
def test_all_are_of_the_district_or_districts_that_were_answered(
    answer: str, homes: dict[str, int]
) -> None:
    content = numbers("Office in Sialkot")
    found = with_answers(content, answered(content, answer))
    assert (found.checked.queue, len(found.checked.problems)) == ((), 0)
    assert figures(found) == (2, 13)
    assert summed(found, "adm2_pcode") == homes


OF_TRAININGS = text_of([["Training", "Date", "Venue", "Home district of participants", "Male"],
                        ["Referral", DAY, "Hall", "", "9"]])  # fmt: skip
SOME = groups({"District": ""}, {"Department": "FIA"})
TOLD = "Course for officers of District Police Kasur, 9 May 2023 at Lahore"


@pytest.mark.parametrize(
    ("content", "said", "homes"),
    [
        (OF_TRAININGS.encode(), {"kind": "trainings"}, {"": 9}),
        (numbers(), {"district": "Sialkot"}, {"PK634": 13}),
        (numbers(), {"district": "not recorded"}, {"": 13}),
        (persons("Held at Kasur"), {"district": "not recorded"}, {"": 2}),
        (SOME, {}, {"PK634": 7, "": 7}),
        (persons("Held at Kasur", "Districts were not recorded."), {}, {"": 2}),
        (persons("Held at Kasur (stations not recorded)"), {}, {"": 2}),
        (persons("District-wise break up is not maintained"), {}, {"": 2}),
        (
            persons("They came from various duty stations; no breakdown by station is available"),
            {},
            {"": 2},
        ),
        (persons("Breakdown by home district was not kept."), {}, {"": 2}),
        (persons("No district-wise details are available."), {}, {"": 2}),
        (listed(["Sex"], ["F"], ["M"], above=([TOLD],)), {"agency": "Police"}, {"PK614": 2}),
    ],
    ids=[
        "trainings",
        "said",
        "said not to be",
        "not of the venue",
        "some rows",
        "not recorded",
        "no stations",
        "no break-up",
        "no breakdown by station",
        "no breakdown by district",
        "no details by district",
        "a text",
    ],
)
def test_it_is_not_asked_where_it_is_told_or_said_or_rows_are_trainings(
    content: bytes, said: dict[str, str], homes: dict[str, int]
) -> None:
    found = understood(content, **said)
    assert homes_of(found) == homes
    assert not found.checked.queue


@pytest.mark.parametrize("changes", [{"day": "16 May 2023"}, {"title": "Evidence"}])
def test_an_answer_is_of_these_trainings_and_of_no_others(changes: dict[str, str]) -> None:
    first, second = numbers(), numbers(**changes)
    known = answered(first, "own")
    assert not with_answers(first, known).checked.queue
    assert homes_of(with_answers(second, known)) == ["own", "none"]


@pytest.mark.parametrize("answer", ["PK614", "own", "none"])
def test_what_is_answered_of_all_is_no_name_of_a_district(answer: str) -> None:
    known = answered(numbers(), answer)
    assert known.learned() == Decisions().learned()
    assert summed(with_answers(SOME, known), "adm2_pcode") == {"PK634": 7, "": 7}


@pytest.mark.parametrize("said", [{}, {"district": "Kasur"}, {"district": "not recorded"}])
def test_a_row_that_tells_nothing_of_a_person_is_asked_about_by_itself(said: dict) -> None:
    found = understood(with_a_note(), **said)
    rows = {one.kind: len(one.rows) for one in found.checked.queue}
    assert rows == {"number": 1} | ({} if said else {"district": 2})
