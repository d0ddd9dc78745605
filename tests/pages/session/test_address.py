"""Figures are made when the view changes, and not at a click that changes none of them."""

import pytest

from pages.session import address, loading
from reports.story import story
from tests.pages.conftest import headline, in_list


def test_figures_are_made_once_a_view(run_screen, monkeypatch: pytest.MonkeyPatch) -> None:
    views, made = [], loading.coverage
    loading._figures.clear()
    monkeypatch.setattr(loading, "coverage", lambda *view: views.append(view[1]) or made(*view))
    app = run_screen("overview")
    districts, before = headline(app)["district"], len(views)
    app.session_state["district"] = "PK617"
    app.session_state["measure"] = "agencies"
    app.run()
    assert len(views) == before
    in_list(app, "button_group", "provinces").set_value(["PK4"]).run()
    assert views[before:] == [address.Selection(views[0].as_of, provinces=("PK4",))]
    assert headline(app)["district"] == 1 < districts


def test_turning_a_slide_makes_no_plan_anew(run_screen, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, made = [], story.plans
    monkeypatch.setattr(story, "plans", lambda *wanted: asked.append(1) or made(*wanted))
    app = run_screen("present", query={"step": "plan"})
    before = len(asked)
    app.button(key="turn_back_0").click().run()
    app.button(key="turn_next_0").click().run()
    assert not app.exception
    assert len(asked) == before
    app.session_state["plan_trainings"] = 3
    app.run()
    assert len(asked) == before + 1
