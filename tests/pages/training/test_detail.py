"""One training's own view: its facts."""

from dataclasses import replace

import pytest

from data.store.shipped import illustrative
from tests.pages.conftest import bodies


def test_the_facts_say_in_which_district_it_was_and_how_many_came(run_screen) -> None:
    facts = next(
        body
        for body in bodies(run_screen("trainings", query={"training": "T08"}))
        if 'class="facts"' in body
    )
    assert "<dt>Where</dt><dd>Police training college, Quetta</dd>" in facts
    assert "<dt>Participants</dt><dd>26</dd>" in facts


def test_a_count_that_is_not_published_is_said_in_the_list(run_screen) -> None:
    [table] = run_screen("trainings", query={"records": "published"}).dataframe
    assert table.value["Participants"].isna().any()
    assert table.proto.placeholder == "not known"


def test_how_many_came_is_not_known_where_there_is_no_attendance(run_screen) -> None:
    records = replace(illustrative(), attendance=illustrative().attendance.iloc[:0], key="yours")
    app = run_screen("trainings", records=records, query={"training": "T01"})
    assert any("<dt>Participants</dt><dd>not known</dd>" in body for body in bodies(app))
    assert any("<strong>unknown</strong>" in body for body in bodies(run_screen(
        "participants", records=records)))  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "people"),
    [
        ({"agency": "FIA"}, "26 in all, 5 of this selection (FIA)"),
        ({"donor": "Denmark"}, "26 in all, none of this selection (Trainings funded by Denmark)"),
        ({"as_of": "2023-05-31"}, "26 in all, none by 31 May 2023"),
        ({"level": "provincial"}, "26"),
    ],
)
def test_under_a_filter_it_says_how_many_of_those_who_came_are_of_it(
    run_screen, filters: dict[str, str], people: str
) -> None:
    app = run_screen("trainings", query={"training": "T08", **filters})
    facts = next(body for body in bodies(app) if 'class="facts"' in body)
    assert f"<dt>Participants</dt><dd>{people}</dd>" in facts
    about_all = [one.value for one in app.caption if "all who came" in one.value]
    assert bool(about_all) == (" in all" in people)
