"""Where a figure comes from, and what of the programme's records is not placed, on screen."""

from dataclasses import replace

import pandas as pd
import pytest

from data.review.questions import HELD_COLUMNS
from data.store.shipped import illustrative
from pages.session import loading, visitor
from tests.data.postgres import new_database
from tests.data.stored import AT, checked, upload, with_file_rows

CAPITAL = {"district": "PK401"}
OPENED = {"behind_district": True, "behind_training": True}
SCREENS = ("overview", "gaps", "participants", "trainings", "methods")


@pytest.fixture(params=["duckdb", "postgresql"])
def engine(request, monkeypatch) -> str:
    """Put the programme's records into either engine."""
    if request.param == "postgresql":
        monkeypatch.setenv("DATABASE_URL", new_database())
    loading.store.clear()
    return request.param


def add(what, name: str = "may.xlsx", rows: list[int] | None = None):
    told = {"file_name": name, "who": "An officer", "at": AT}
    return loading.store().add(with_file_rows(what, attendance=rows) if rows else what, **told)


def behind(app) -> pd.DataFrame:
    [table] = tables(app)
    return table


def tables(app) -> list[pd.DataFrame]:
    assert not app.exception
    return [one.value for one in app.dataframe if "Row of the file" in one.value]


def notices(app) -> list[str]:
    links = app.get("page_link")
    return [one.proto.label for one in links if "not placed" in one.proto.label]


def test_a_stored_figure_names_its_import_and_row(run_screen, engine) -> None:
    sample = illustrative()
    add(checked(sample), rows=list(range(5, 5 + len(sample.attendance))))
    app = run_screen("overview", query={"records": "stored", **CAPITAL}, state=OPENED)
    assert not app.exception
    table = behind(app)
    own = sample.attendance["adm2_pcode"] == "PK401"
    assert sorted(table["Row of the file"]) == [n + 5 for n in own[own].index]
    assert set(table["File"]) == {"may.xlsx"}
    assert set(table["Imported by"]) == {"An officer"}
    assert set(table["Import"]) == {1}
    figure = sample.attendance.loc[own, ["participants_f", "participants_m"]].sum().sum()
    assert table["Participants"].sum() >= figure


def test_a_filter_leaves_rows_out(run_screen) -> None:
    add(checked(illustrative()))
    query = {"records": "stored", "agency": "FIA", **CAPITAL}
    app = run_screen("overview", query=query, state=OPENED)
    table = behind(app)
    assert set(table["Agency"]) == {"FIA"}


def test_a_shipped_figure_names_its_file_and_row(run_screen) -> None:
    app = run_screen("overview", query=CAPITAL, state=OPENED)
    table = behind(app)
    assert set(table["File"]) == {"attendance.csv"}
    assert "Import" not in table
    assert (table["Row of the file"] >= 2).all()


def test_a_visitors_own_figure_names_the_row_of_the_file(run_screen) -> None:
    sample = illustrative()
    own = replace(sample, key="yours")
    rows = {"attendance": list(range(100, 100 + len(sample.attendance)))}
    state = {"your_file": "list.csv", "your_file_rows": rows, **OPENED}
    app = run_screen("trainings", records=own, query={"training": "T01"}, state=state)
    assert not app.exception
    table = behind(app)
    assert set(table["File"]) == {"list.csv"}
    assert table["Row of the file"].min() == 100


def test_a_public_view_names_no_rows(run_screen, monkeypatch) -> None:
    monkeypatch.setattr(visitor, "public_below", lambda: 5)
    app = run_screen("overview", query=CAPITAL, state=OPENED)
    assert tables(app) == []
    assert any("shows no rows" in one.value for one in app.caption)


def test_rows_not_placed_are_said_on_every_screen_until_they_are(run_screen, engine) -> None:
    first = upload({"T1": "Referral"}, {("T1", "PK634", "Police"): (2, 5, None)})
    held = pd.DataFrame(
        [(7, "district", "T1", "FIA"), (9, "agency", "T1", ""), (9, "district", "T1", "")],
        columns=list(HELD_COLUMNS),
    )
    add(replace(first, held=held))
    for name in SCREENS:
        app = run_screen(name, query={"records": "stored"})
        assert not app.exception
        assert notices(app) == ["Rows of these records not placed yet, and not counted: 2"]
    [waiting] = tables(run_screen("records", query={"records": "stored"}))
    assert waiting["Row of the file"].tolist() == [7, 9, 9]
    assert waiting["What is not known"].tolist() == ["district", "agency", "district"]
    assert notices(run_screen("overview", query={"records": "illustrative"})) == []
    add(upload({"T1": "Referral"}, {("T1", "PK634", "Police"): (3, 5, None)}))
    assert notices(run_screen("overview", query={"records": "stored"})) == []
    loading.store().rollback(2, "A lead", AT)
    assert len(notices(run_screen("overview", query={"records": "stored"}))) == 1
    loading.store().rollback(1, "A lead", AT)
    assert notices(run_screen("overview")) == []
