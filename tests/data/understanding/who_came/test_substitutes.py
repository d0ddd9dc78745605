"""Lists of nominees, of whom some sent somebody else: who came in their place is counted."""

import pytest

from data.understanding.understand import Understood
from tests.data.sheets_made import reasons, text_of
from tests.data.understanding.readings import DAY, figures, read, summed


def nominees(said: str, *, substitute: str, sex: str, who: str = "Zarqash Nobody") -> bytes:
    header = ["Nominee", "Attended", substitute, sex, "Agency", "District", "Training", "Date"]
    rows = [["Zarqoon One", "Yes", "", "F"], ["Zarqoon Two", "Yes", "", "F"],
            ["Zarqoon Three", said, who, "M"], ["Zarqoon Four", "No", "", ""]]  # fmt: skip
    return text_of([header, *([*row, "Police", "Kasur", "Referral", DAY] for row in rows)]).encode()


def confirmed(content: bytes, substitute: str = "") -> Understood:
    named = {substitute: "name_of_person"} if substitute else {}
    found = read(content, {"Attended": "presence", **named})
    assert isinstance(found, Understood), found
    return found


@pytest.mark.parametrize(
    ("said", "substitute", "sex"),
    [
        ("No, substitute", "Attended in place of nominee", "Sex of the one who attended"),
        ("Substitute attended", "Name of substitute", "Sex of participant"),
        ("متبادل", "کی جگہ", "Sex of attendee"),
    ],
)
def test_who_came_in_the_place_of_a_nominee_is_counted(
    said: str, substitute: str, sex: str
) -> None:
    found = confirmed(nominees(said, substitute=substitute, sex=sex), substitute)
    assert figures(found) == (1, 3)
    assert found.checked.attendance["participants_m"].sum() == 1
    assert "Zarq" not in repr((found.checked, *found.notes))


@pytest.mark.parametrize(
    ("who", "sex"),
    [("", "Sex of who came"), ("Zarqash Nobody", "Sex of nominee")],
)
def test_a_substitute_whom_nobody_names_or_whose_sex_is_unknown_is_a_problem(
    who: str, sex: str
) -> None:
    found = confirmed(
        nominees("No, substitute", substitute="Substitute", sex=sex, who=who), "Substitute"
    )
    assert summed(found, "agency") == {"Police": 2}
    assert len(reasons(found.checked)) == 1


@pytest.mark.parametrize(("who", "problems"), [("Zarqash Nobody", 1), ("none sent", 0)])
def test_whether_a_substitute_came_is_not_told_by_a_name_alone(who: str, problems: int) -> None:
    content = nominees("No", substitute="Substitute", sex="Sex of who came", who=who)
    found = confirmed(content, "Substitute")
    assert summed(found, "agency") == {"Police": 2}
    assert len(reasons(found.checked)) == problems


def test_of_nominees_whom_a_blank_column_marks_nobody_is_known_to_have_come() -> None:
    rows = [
        ["Nominee", "Attended", "Agency", "District", "Training", "Date"],
        *([f"Zarqoon {n} Nobody", "", "Police", "Kasur", "Referral", DAY] for n in range(3)),
    ]
    found = confirmed(text_of(rows).encode())
    assert summed(found, "agency") == {}
    assert len(reasons(found.checked)) == 3


SENT = ["Sr", "Department", "District", "Nominated officer", "Attended (Yes/No)",
        "Substitute who attended instead"]  # fmt: skip
CAME = [["1", "Police", "Kasur", "Zarqoon One", "Yes", ""],
        ["2", "Labour", "Kasur", "Zarqoon Two", "No", "Zarqash Nobody"],
        ["3", "Police", "Okara", "Zarqoon Three", "No", ""]]  # fmt: skip


def test_whom_a_column_says_to_have_come_instead_of_who_did_not_is_counted() -> None:
    rows = [[f"Training of members, Kasur, {DAY}"], SENT, *CAME]
    found = read(text_of(rows).encode())
    assert isinstance(found, Understood)
    assert summed(found, "agency") == {"Police": 1, "Labour Department": 1}
    assert not reasons(found.checked)
    assert "Zarq" not in repr((found.checked, *found.notes))


def test_whose_sex_a_column_of_the_nominees_tells_is_not_known_of_their_substitute() -> None:
    rows = [[f"Training of members, Kasur, {DAY}"], [*SENT, "Sex of nominee"],
            *([*row, "F"] for row in CAME)]  # fmt: skip
    found = read(text_of(rows).encode(), {"Sex of nominee": "sex"})
    assert isinstance(found, Understood)
    assert summed(found, "agency") == {"Police": 1}
    assert len(reasons(found.checked)) == 1


@pytest.mark.parametrize(
    ("name", "problems", "listed"),
    [("Substitute sent by same department", 0, 1), ("Substitute", 1, 0)],
)
def test_a_substitute_has_the_sex_that_a_column_of_its_own_tells(
    name: str, problems: int, listed: int
) -> None:
    header = ["Nominated officer", "Sex", "Department", "Attended?", name, "Sex of substitute"]
    rows = [["Zarqoon One", "M", "Police", "attended", "", ""],
            ["Zarqoon Two", "M", "Labour", "did not attend", "Zarqash Nobody", "F"],
            ["Zarqoon Three", "F", "Police", "did not attend", "none", ""]]  # fmt: skip
    above = [[f"Training of members, {DAY}"], ["(all officers of District Kasur)"]]
    below = ["In the hall: 9 persons (7 nominated + 2 substitutes)"]
    found = read(text_of([*above, header, *rows, below]).encode())
    assert isinstance(found, Understood)
    assert int(found.checked.attendance["participants_f"].sum()) == listed
    assert len(reasons(found.checked)) == problems
    assert [one.value for one in found.checked.queue] == [
        f"9 told of, {1 + listed + problems} listed"
    ]
