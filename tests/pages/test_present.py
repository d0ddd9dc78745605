"""Present: the steps prepared, told in figures of the view, and in words of one's own."""

import json
import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from data.figures.coverage import coverage
from data.figures.selection import whole
from data.planning.settings import USUAL_REQUEST, Aims
from data.planning.weights import Weights
from data.store.shipped import illustrative
from reports.story.story import Story
from reports.story.wording import NAMED, STEPS
from tests.pages.conftest import HOSTILE, bodies, in_list, map_payload, unknown_counts, without_rows


def titles(app: AppTest) -> list[str]:
    return [
        found.group(1)
        for body in bodies(app)
        for found in re.finditer(r'class="step-words"><b>(.*?)</b>', body)
    ]


def slide_words(app: AppTest) -> str:
    return next(body for body in bodies(app) if 'class="slide-words"' in body)


def in_address(app: AppTest, key: str) -> str:
    written = app.query_params[key]
    return written if isinstance(written, str) else written[-1]


def step_of(app: AppTest) -> str:
    return in_address(app, "step")


def press(app: AppTest, key: str) -> AppTest:
    return app.button(key=key).click().run()


def test_the_steps_are_offered_with_the_words_of_the_figures(run_screen) -> None:
    app = run_screen("present")
    records = illustrative()
    told = Story(coverage(records, whole(records))).steps
    assert titles(app) == [step.title for step in told]


RECORDS = {"illustrative": None, "empty": without_rows(), "unknown": unknown_counts()}


@pytest.mark.parametrize("name", RECORDS)
def test_each_step_is_told_of_any_records(run_screen, name) -> None:
    records = RECORDS[name] or illustrative()
    told = [one.key for one in Story(coverage(records, whole(records))).steps]
    app = run_screen("present", records=RECORDS[name], query={"step": "growth"})
    for step in ("growth", *STEPS):  # the first is opened by its address
        if step_of(app) != step:
            app.session_state["step"] = step
            app.run()
        assert not app.exception
        shown = step if step in told else told[0]  # what the view cannot carry is left out
        assert STEPS[shown] in slide_words(app)
        assert step_of(app) == shown


def test_each_slide_says_how_many_rows_are_not_counted(run_screen) -> None:
    records = replace(illustrative(), rows_not_placed=2)
    for step in ("standing", "gaps"):
        app = run_screen("present", records=records, query={"step": step})
        assert "Rows of these records not placed yet, and not counted: 2." in " ".join(bodies(app))


@pytest.mark.parametrize("step", ["standing", "gaps", "plan"])
def test_the_map_of_a_slide_counts_every_district(run_screen, step) -> None:
    shown = map_payload(run_screen("present", query={"step": step}))
    assert shown["presenting"] is True
    assert sum(one["count"] for one in shown["classes"]) == len(shown["class"]) == 160


def test_slides_rank_and_plan_as_the_gaps_screen_was_asked_to(run_screen) -> None:
    asked = {"weight_population": "0", "weight_distance": "90", "plan_trainings": "3"}
    app = run_screen("gaps", query={**asked, "part": "plan"})
    app.switch_page("pages/present.py").run()
    app.session_state["step"] = "gaps"
    app.run()
    assert asked == {key: in_address(app, key) for key in asked}

    figures = coverage(illustrative(), whole(illustrative()))
    aims = Aims(Weights(population=0, distance=90), request=replace(USUAL_REQUEST, n_venues=3))
    told = Story(figures, aims=aims)
    assert told.step("gaps").text != Story(figures).step("gaps").text
    assert told.step("gaps").text in slide_words(app)
    app.session_state["step"] = "plan"
    app.run()
    assert told.step("plan").title in slide_words(app)


def test_turning_goes_through_the_steps_and_stays_at_the_ends(run_screen) -> None:
    app = run_screen("present", query={"step": "standing"})
    seen = []
    for _ in range(len(STEPS) + 1):
        seen.append(step_of(app))
        app = press(app, "turn_next_0")
    assert seen == [*STEPS, "plan"]
    app = press(app, "turn_first_0")
    assert step_of(app) == "standing"
    app = press(app, "turn_back_0")
    assert step_of(app) == "standing"
    app = press(app, "turn_leave_0")
    assert "step" not in app.query_params
    assert len(titles(app)) == len(STEPS)


def test_steps_are_moved_left_out_and_brought_back(run_screen) -> None:
    app = run_screen("present")
    first, second, *_ = titles(app)
    app = press(app, "step_Earlier_growth")
    assert titles(app)[:2] == [second, first]
    app = app.toggle(key="step_shown_growth").set_value(False).run()
    app = press(app, "start_presenting")
    assert step_of(app) == "standing"
    app = press(app, "turn_next_0")
    assert step_of(app) == "trained"
    app = press(app, "turn_leave_0")
    app = press(app, "usual_wording")
    assert titles(app)[:2] == [first, second]
    app = press(app, "undo_wording")
    assert titles(app)[0] == first
    assert app.toggle(key="step_shown_growth").value is False


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_ones_own_are_shown_as_written(run_screen, words) -> None:
    app = run_screen("present")
    app.text_input(key="step_titles_standing").set_value(words).run()
    app = press(app, "start_presenting")
    assert not app.exception
    assert "<img" not in slide_words(app)
    assert "<script" not in slide_words(app)
    shown = re.search(r"<h1>(.*?)</h1>", slide_words(app))[1]
    assert shown.replace("&lt;", "<").replace("&gt;", ">") == words


def test_a_slide_says_its_filter_beside_a_title_of_ones_own(run_screen) -> None:
    app = run_screen("present", query={"agency": "Police"})
    app.text_input(key="step_titles_standing").set_value("We reached 44 districts").run()
    app = press(app, "start_presenting")
    assert "<h1>We reached 44 districts</h1>" in slide_words(app)
    assert any("<p>Police. Data as of " in body for body in bodies(app))


def test_a_list_says_how_many_more_there_are_than_its_title_counts(run_screen) -> None:
    app = run_screen("present", query={"agency": "Police", "step": "gaps"})
    count = int(re.search(r"<h1>Police: (\d+) of", slide_words(app))[1])
    assert any(f"and {count - NAMED} more" in body for body in bodies(app))


def test_kept_words_are_there_in_another_session(run_screen) -> None:
    app = run_screen("present")
    app.text_input(key="step_titles_gaps").set_value("Still to do").run()
    app.text_input(key="imprint_contact").set_value("An office").run()
    app.text_input(key="imprint_address").set_value("example.org").run()
    assert "is not an address" in " ".join(one.value for one in app.warning)
    app.text_input(key="imprint_address").set_value("https://example.org/").run()
    assert not app.warning
    app.text_input(key="wording_who").set_value("A. Manager").run()
    press(app, "keep_wording")
    again = run_screen("present")
    assert "Still to do" in titles(again)
    assert again.text_input(key="imprint_contact").value == "An office"
    assert again.text_input(key="imprint_address").value == "https://example.org/"


def test_words_of_one_set_of_records_are_not_those_of_another(run_screen) -> None:
    app = run_screen("present")
    app.text_input(key="step_titles_gaps").set_value("Still to do").run()
    app.text_input(key="imprint_contact").set_value("An office").run()
    in_list(app, "radio", "records").set_value("published").run()
    assert app.text_input(key="imprint_contact").value == ""
    assert {one.value for one in app.text_input if one.key.startswith("step_titles_")} == {""}
    in_list(app, "radio", "records").set_value("illustrative").run()
    assert app.text_input(key="imprint_contact").value == "An office"
    assert app.text_input(key="step_titles_gaps").value == "Still to do"


@pytest.mark.parametrize("step", ["gaps", "committees"])
def test_the_text_above_a_list_leaves_out_no_other_number_of_its_rows(run_screen, step) -> None:
    app = run_screen("present", query={"step": step})
    (listed,) = [body for body in bodies(app) if 'class="slide-list' in body]
    more, told = (re.findall(r"and \d+ more", words) for words in (listed, slide_words(app)))
    assert told == (more if step == "committees" else [])
    assert len(more) == 1


def test_names_of_trainings_are_whole_beside_their_gains(run_screen) -> None:
    app = run_screen("present", query={"step": "learning"})
    (chart,) = app.get("plotly_chart")
    names = json.loads(chart.proto.spec)["layout"]["yaxis"]["ticktext"]
    told = [one.replace("<br>", " ") for one in names]
    assert len(told) == 6, "of nine that were tested"
    assert "13 Jun · Trafficking along the border: identification and referral" in told
    assert max(one.count("<br>") for one in names) <= 1, "two lines each have room"
