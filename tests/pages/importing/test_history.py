"""The history on the Records screen: an import that is looked into, and undone."""

import pandas as pd
from streamlit.testing.v1 import AppTest

from data.store.store import Store
from pages.session import loading
from tests.data.stored import AT, upload
from tests.pages.conftest import bodies

BLANK = upload({"B1": "Referral"}, {("B1", "PK731", "FIA"): (None, None, None)})
KORANGI = upload({"K1": "Shelter"}, {("K1", "PK731", "FIA"): (2, 3, None)})


def looked_into(app: AppTest, number: int) -> AppTest:
    app.selectbox(key="looked_into").set_value(number).run()
    assert not app.exception
    return app


def after_the_changes(app: AppTest) -> list[str]:
    """Return what is said below the table of an import's rows, and before the next part."""
    drawn = [one for one in app.main if one.type in ("dataframe", "success", "caption")]
    at = max(
        n
        for n, one in enumerate(drawn)
        if "What it changed" in (list(one.value) if one.type == "dataframe" else ())
    )
    return [one.value for one in drawn[at + 1 : at + 2]]


def test_an_import_is_undone_at_one_click_once_there_is_a_name_and_it_is_said_there(
    run_screen, stored: Store
) -> None:
    stored.add(KORANGI, file_name="korangi.xlsx", who="An officer", at=AT)
    app = looked_into(run_screen("records"), 2)
    changes = next(one.value for one in app.dataframe if "What it changed" in one.value)
    assert list(changes) == [
        *("Table", "Training", "Home district", "Agency", "Participants", "What it changed")
    ]
    assert changes["Participants"].tolist() == [pd.NA, 5]
    app.button(key="undo_import_now").click().run()
    assert [one.value for one in app.error] == ["Write your name first, for the history."]
    assert stored.history()["rolled_back_by"].tolist() == ["", ""]
    app.text_input(key="undo_import_who").set_value("A lead")  # comes with the click alone
    app.button(key="undo_import_now").click().run()
    assert not app.error
    told = "Import 2 was undone. The same file can be imported again."
    assert after_the_changes(app) == [told]
    assert stored.history()["rolled_back_by"].tolist() == ["A lead", ""]
    states = next(one.value["State"] for one in app.dataframe if "State" in one.value)
    assert states.tolist() == ["undone", "in the records"]
    looked_into(app, 2)
    assert after_the_changes(app) == ["Undone by A lead: its rows do not count."]
    # The name is asked for once in a session.
    app.switch_page("pages/methods.py").run()
    app.switch_page("pages/records.py").run()
    assert looked_into(app, 1).text_input(key="undo_import_who").value == "A lead"


def test_participants_that_no_row_counts_are_not_0(run_screen) -> None:
    loading.store().add(BLANK, file_name="blank.xlsx", who="An officer", at=AT)
    app = run_screen("records")
    sets, imports = [one.value["Participants"].isna().tolist() for one in app.dataframe]
    assert (sets[0], imports) == (True, [True])
    assert [one.proto.placeholder for one in app.dataframe] == ["not known", "not recorded"]


def test_records_of_which_all_is_undone_have_no_day(run_screen, stored: Store) -> None:
    app = looked_into(run_screen("records"), 1)
    app.text_input(key="undo_import_who").set_value("A lead")
    app.button(key="undo_import_now").click().run()
    assert not app.exception
    sets = app.dataframe[0].value.set_index("Records").loc["Programme records"]
    assert sets[["Trainings recorded one by one", "Participants", "Data as of"]].tolist() == [
        0,
        0,
        "",
    ]
    for screen in ("pages/records.py", "pages/overview.py"):
        shown = bodies(app.switch_page(screen).run())
        title = next(one for one in shown if 'class="title"' in one)
        assert "Programme records" in title
        assert "No training yet. " in title
    assert not [one for one in shown if "Data as of" in one]
