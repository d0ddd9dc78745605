"""One training's own view: its facts."""

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
