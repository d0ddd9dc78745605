"""What participants raised, on Trainings and on a training's own page."""

from dataclasses import replace

from data.store.shipped import illustrative
from tests.pages.conftest import HOSTILE, bodies


def listed(app) -> str:
    return next((body for body in bodies(app) if 'class="inputs"' in body), "")


def test_what_was_raised_is_filtered_by_state_and_theme_and_shown_as_written(run_screen):
    sample = illustrative()
    hostile = sample.inputs.assign(input=[*HOSTILE, *sample.inputs["input"].iloc[len(HOSTILE) :]])
    app = run_screen("trainings", records=replace(sample, key="yours", inputs=hostile))
    assert not app.exception
    counts = next(body for body in bodies(app) if 'class="input-counts"' in body)
    assert f"<strong>{len(hostile)}</strong> <span>raised" in counts
    app.button_group(key="inputs_states").set_value(["open"]).run()
    open_ones = hostile[hostile["state"] == "open"]
    assert listed(app).count("<li") == min(len(open_ones), 12)
    app.multiselect(key="inputs_themes").set_value(["law"]).run()
    assert listed(app).count("<li") == (open_ones["theme"] == "law").sum()
    app.button_group(key="inputs_states").set_value([]).run()
    app.multiselect(key="inputs_themes").set_value([]).run()
    early = run_screen("trainings", records=replace(sample, key="yours", inputs=hostile),
                       query={"records": "yours", "training": "T01"})  # fmt: skip
    assert "&lt;img src=x" in listed(early)
    assert "<img" not in listed(early)


def test_a_training_says_what_it_took_up_and_records_without_inputs_say_so(run_screen):
    by = next(one for one in illustrative().inputs["followed_up_by"] if one)
    app = run_screen("trainings", query={"records": "illustrative", "training": by})
    assert any("It followed up what was raised" in one.value for one in app.caption)
    app = run_screen("trainings", query={"training": by, "as_of": "2023-02-28"})
    assert not any("It followed up what was raised" in one.value for one in app.caption)
    assert any("for this training by 28 February 2023." in one.value for one in app.text)
    assert any(" in all, none by 28 February 2023" in body for body in bodies(app))
    none = replace(illustrative(), key="yours", inputs=None)
    app = run_screen("trainings", records=none)
    assert any("no table of inputs" in one.value for one in app.text)


def test_what_was_raised_is_said_to_be_of_everyone_where_a_view_is_of_some(run_screen):
    words = "They are of everyone at these trainings, not of this selection alone."
    for query, said in (({}, 0), ({"agency": "Levies"}, 1), ({"province": "PK2"}, 1)):
        app = run_screen("trainings", query=query)
        assert [one.value for one in app.caption].count(words) == said
