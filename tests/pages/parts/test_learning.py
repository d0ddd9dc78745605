"""What participants learned, on the Participants screen and on a training's own view."""

from dataclasses import replace

import pandas as pd

from data.records.model import ASSESSMENT_COLUMNS, Records
from data.store.shipped import illustrative
from tests.pages.conftest import HOSTILE, figure


def assessed(rows: list[tuple] | None) -> Records:
    table = None if rows is None else pd.DataFrame(rows, columns=list(ASSESSMENT_COLUMNS))
    return replace(illustrative(), key="yours", assessments=table)


def told(app) -> str:
    return " ".join(one.value for one in [*app.text, *app.caption])


def test_a_gain_is_told_with_its_interval_and_drawn(run_screen) -> None:
    app = run_screen("participants", records=assessed([("T01", 10, 20.0, 30.0, 5.0, 50.0)]))
    assert "Learning gain: +20.0 points (95% CI 12.8 to 27.2)" in told(app)
    assert "10 people tested before and after in 1 of 15 trainings" in told(app)
    assert figure(app, "learning")["data"][0]["mode"] == "markers"


def test_means_without_pairs_make_no_gain(run_screen) -> None:
    app = run_screen("participants", records=assessed([("T01", 0, 20.0, 30.0, 5.0, 50.0)]))
    assert not app.exception
    assert "a gain of" not in told(app)
    assert "not collected" in told(app)


def test_not_collected_is_said(run_screen) -> None:
    app = run_screen("participants", records=assessed(None))
    assert "these records have no table of assessments" in told(app)
    app = run_screen("trainings", records=assessed(None), query={"training": "T08"})
    assert "Learning: not collected" in told(app)


def test_a_training_tells_its_own_gain(run_screen) -> None:
    records = assessed([("T08", 10, 20.0, 30.0, 5.0, 50.0)])
    app = run_screen("trainings", records=records, query={"training": "T08"})
    assert "10 people tested before and after, 38% of its participants" in told(app)
    assert "1 of 1" not in told(app)
    assert told(app).count("Learning") == 1


def test_hostile_titles_are_text(run_screen) -> None:
    for text in HOSTILE:
        records = assessed([("T01", 10, 20.0, 30.0, 5.0, 50.0)])
        records = replace(records, trainings=records.trainings.assign(title=text))
        spec = str(figure(run_screen("participants", records=records), "learning"))
        assert "<img" not in spec
        assert "<script" not in spec
