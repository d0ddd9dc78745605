"""Roles, grants, and a limit that is applied once: what is not one's own is not in the records."""

from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.access.grants import Grant, person, read
from data.access.limits import ELSEWHERE, within
from data.access.rights import ALONE, NotAllowedError, Person, Right, Role
from data.figures.coverage import coverage
from data.figures.selection import Selection, choices, whole
from data.records.errors import ReadingError
from data.store.shipped import illustrative
from geo.districts import gazetteer
from geo.districts.larger_places import provinces_of_places
from tests.data.conftest import any_records

EVERYBODY = {role: Person("A", role) for role in Role}
#: Who may do what: written out, so that a change of a role is seen here.
MATRIX = {
    Right.IMPORT: (False, True, True, True),
    Right.UNDO: (False, False, True, True),
    Right.WORDING: (False, False, True, True),
    Right.TAKE: (True, True, True, True),
    Right.LOOK: (True, True, True, True),
    Right.PEOPLE: (False, False, False, True),
    Right.RESTORE: (False, False, False, True),
}


@pytest.mark.parametrize("right", list(Right))
def test_each_role_may_do_what_is_written_and_is_refused_the_rest(right: Right) -> None:
    for role, allowed in zip(Role, MATRIX[right], strict=True):
        assert EVERYBODY[role].may(right) is allowed
        if not allowed:
            with pytest.raises(NotAllowedError, match=right.value):
                EVERYBODY[role].require(right)
    of_a_part = Person("A", Role.MANAGER, ("PK6",), takes_files=False)
    assert of_a_part.may(right) is (right is Right.IMPORT), "what all see is not for a part"
    read_only = Person("", Role.ADMINISTRATOR, why_not="It is open to all.")
    assert read_only.may(right) is (right in (Right.TAKE, Right.LOOK))
    assert ALONE.may(right)


FILE = """
claim = "roles"
[[grants]]
of = "managers"
role = "manager"
[[grants]]
of = "Officer@example.org"
role = "editor"
provinces = ["Punjab", "PK7"]
files = false
"""


@pytest.fixture
def written(tmp_path: Path) -> tuple[str, tuple[Grant, ...]]:
    (tmp_path / "roles.toml").write_text(FILE)
    return read(tmp_path / "roles.toml")


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ({"name": "M", "roles": ["x", "managers"]}, Person("M", Role.MANAGER)),
        ({"sub": "7", "roles": "managers"}, Person("7", Role.MANAGER)),
        (
            {"name": "O", "email": "officer@Example.org", "email_verified": True},
            Person("O", Role.EDITOR, ("PK6", "PK7"), takes_files=False),
        ),
        ({"name": "O", "email": "officer@example.org"}, None),
        ({"name": "O", "email": "officer@example.org", "email_verified": "true"}, None),
        ({"name": "N", "groups": ["managers"]}, None),
        ({"name": "N", "roles": ["manager", "Managers "]}, None),
        ({}, None),
        (  # one's own address before any group
            {"name": "O", "email": "officer@example.org", "email_verified": True,
             "roles": ["managers"]},
            Person("O", Role.EDITOR, ("PK6", "PK7"), takes_files=False),
        ),
        ({"name": "O", "email": "managers", "email_verified": False}, None),
        ({"name": "O", "roles": ["officer@example.org"]}, None),
    ],
)  # fmt: skip
def test_the_first_grant_that_fits_is_taken_and_nobody_else_is_let_in(written, claims, expected):
    claim, grants = written
    assert person(grants, claims, claim) == expected


@pytest.mark.parametrize(
    "written",
    [
        "grants = []",
        "role = 'viewer'",
        "[[grants]]\nof = 'x'\nrole = 'Manager'",
        "[[grants]]\nof = ''\nrole = 'viewer'",
        '[[grants]]\nof = "x\\u0001"\nrole = "viewer"',
        "[[grants]]\nof = 'x'\nrole = 'viewer'\nprovinces = ['Punjap']",
        "[[grants]]\nof = 'x'\nrole = 'viewer'\nprovinces = []",
        "[[grants]]\nof = 'x'\nrole = 'viewer'\nprovince = ['Punjab']",
        "[[grants]]\nof = 'x'\nrole = 'viewer'\nfiles = 'no'",
        "[[grants",
    ],
)
def test_a_file_of_grants_that_is_not_right_is_refused(tmp_path: Path, written: str) -> None:
    (tmp_path / "roles.toml").write_text(written)
    with pytest.raises(ReadingError):
        read(tmp_path / "roles.toml")


PROVINCES = tuple(gazetteer.provinces())


@given(any_records(), st.lists(st.sampled_from(PROVINCES), min_size=1, max_size=3, unique=True))
@settings(max_examples=20, deadline=None)
def test_of_other_provinces_nothing_is_left(records, provinces) -> None:
    own = within(records, provinces)
    place = provinces_of_places()
    assert {place[code] for code in own.attendance["adm2_pcode"]} <= set(provinces)
    venues = set(own.trainings["venue_adm2_pcode"]) - {""}
    assert {place[code] for code in venues} <= set(provinces)
    blank = own.trainings["venue_adm2_pcode"] == ""
    assert set(own.trainings.loc[blank, "venue"]) <= {ELSEWHERE}
    figures = coverage(own, whole(own))
    sums = figures.districts.groupby("adm1_pcode")["participants"].sum()
    assert sums[~sums.index.isin(provinces)].sum() == 0
    # What is left is what a filter of the same provinces gives of the whole.
    filtered = coverage(records, Selection(records.as_of, provinces=tuple(provinces)))
    assert figures.headline.participants == filtered.headline.participants
    assert figures.headline.districts_covered == filtered.headline.districts_covered
    assert choices(own)["province"] == tuple(provinces)
    other = next(one for one in PROVINCES if one not in provinces)
    asked = coverage(own, Selection(own.as_of, provinces=(other,)))
    assert asked.selection.provinces == tuple(provinces), "another one cannot be asked for"


def test_tests_of_a_training_stay_only_where_all_of_it_is_from_there() -> None:
    whole_set = illustrative()
    own = within(whole_set, ["PK6"])
    place = whole_set.attendance["adm2_pcode"].map(provinces_of_places())
    mixed = set(whole_set.attendance.loc[place != "PK6", "training_id"])
    assert own.assessments is not None
    assert not set(own.assessments["training_id"]) & mixed
    assert own.inputs is not None
    assert len(own.inputs)
    assert not set(own.inputs["training_id"]) & mixed
    assert set(own.inputs["followed_up_by"]) <= {"", *own.trainings["training_id"]}
    told = whole_set.inputs.set_index("input").loc[own.inputs["input"]].reset_index()
    elsewhere = told["followed_up_by"] != own.inputs["followed_up_by"]
    assert elsewhere.any()
    assert own.inputs.loc[elsewhere, "followed_up_on"].isna().all()
    kept = ["training_id", "followed_up_by", "followed_up_on"]
    pd.testing.assert_frame_equal(own.inputs.loc[~elsewhere, kept], told.loc[~elsewhere, kept])
    for name in ("targets", "layers"):
        table = getattr(own, name)
        assert set(table["adm2_pcode"].map(provinces_of_places())) == {"PK6"}
    assert own.notice.startswith("Only Punjab")
    assert within(whole_set, []) is whole_set
    pd.testing.assert_frame_equal(within(own, ["PK6"]).attendance, own.attendance)
