"""One training's own view: its facts."""

from dataclasses import replace

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
