"""A file on the Records screen is read by a worker; who waits sees it and can give up."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pandas as pd
import pytest

from data.store.address import open_store
from data.store.shipped import illustrative
from data.writing.template import records_workbook
from pages.importing import upload
from pages.workers import waiting
from pages.workers.queues import MEGABYTE, WorkQueue
from tests.data.stored import upload as upload_of
from tests.pages.conftest import bodies

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def workbook() -> tuple[str, bytes, str]:
    return "records.xlsx", records_workbook(illustrative()), KIND


@pytest.fixture
def queue(monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkQueue]:
    """Let the screen have a queue of its own."""
    made = WorkQueue("tests", 60, 300 * MEGABYTE, tasks=1, longest=2, each=1)
    monkeypatch.setattr(upload, "READING", made)
    yield made
    made.close()


def pressed(app, label: str):
    next(one for one in app.button if one.label == label).click()
    return app.run()


def test_a_file_is_opened(run_screen, workbook, queue):
    app = run_screen("records")
    app.file_uploader[0].set_value([workbook]).run()
    pressed(app, "Check and open")
    assert not app.exception
    assert app.session_state["records"] == "yours"
    assert app.session_state["your_check"].participants_accepted == 386
    assert app.session_state["check_under_way"] is None
    assert "Every row was accepted." in [one.value for one in app.success]
    title = next(one for one in bodies(app) if "<h1>Records</h1>" in one)
    assert "Your records" in title
    assert "Held in this browser session only." in title


def test_what_is_to_be_decided_is_not_said_to_be_accepted(run_screen, queue):
    listed = "S#,Name,Sex,District,Agency\n1,Made Up,F,Kasur,Police\n2,Up Made,M,Kasur,Police\n"
    told = "Training on referral 9 May 2023,,,,\nTotal participants: 4,,,,\n"
    app = run_screen("records")
    app.file_uploader[0].set_value([("list.csv", (told + listed).encode(), "text/csv")]).run()
    pressed(app, "Check and open")
    assert not app.exception
    assert [one.value for one in app.session_state["your_check"].queue] == ["4 told of, 2 listed"]
    assert "Every row was accepted." not in [one.value for one in app.success]


def test_towns_are_decided_at_once_and_taken_back_at_once(run_screen, queue, tmp_path):
    listed = "Training title,Start date,Home district,Agency,Women,Men\n"
    listed += "Law,2023-06-09,Daska,Police,2,5\nLaw,2023-06-09,Hasilpur,Police,1,1\n"
    app = run_screen("records")
    app.file_uploader[0].set_value([("list.csv", listed.encode(), "text/csv")]).run()
    pressed(app, "Check and open")
    at_once = app.session_state["your_check"].queue[0]
    app.text_input(key="who").set_value("A lead").run()
    app.selectbox(key=f"answer_{at_once.key}").set_value("own").run()
    app.button(key=f"settle_{at_once.key}").click().run()
    assert not app.exception
    assert app.session_state["your_check"].participants_accepted == 9
    app.button(key="take_back").click().run()
    assert not app.exception
    assert len(app.session_state["your_check"].queue) == 3


def test_what_was_read_of_a_sheet_is_told_in_its_readers_words(run_screen, queue):
    rows = ["1,Made Up,M,Muzafargargh,Police,P", "2,Up Made,F,Kasur,Police,P"]
    rows += ["3,Zarqoon Made,F,Kasur,FIA,A"]
    sheet = "Training on referral of victims 3-4 October 2023,,,,,\n"
    sheet += "\n".join(["S#,Name,Sex,District,Agency,Attendance", *rows])
    app = run_screen("records")
    app.file_uploader[0].set_value([("list.csv", sheet.encode(), "text/csv")]).run()
    pressed(app, "Check and open")
    assert not app.exception
    assert app.session_state["your_records"].rows_not_placed == 1
    queue_says = "Not counted until decided: 1. A decision applies"
    assert any(one.value.startswith(queue_says) for one in app.caption)
    told = ["Rows with a problem: 1. They are not counted. Decide on them above, or correct them "
            "in the file and open it again."]  # fmt: skip
    assert [one.value for one in app.warning] == told
    app.text_input(key="who").set_value("A lead").run()
    [question] = app.session_state["your_check"].queue
    app.selectbox(key=f"answer_{question.key}").set_value("PK623").run()
    app.button(key=f"settle_{question.key}").click().run()
    assert not app.exception
    decided = "Decided: \u201cMuzafargargh\u201d is Muzaffargarh, Punjab"
    assert decided in [one.value for one in app.text]
    told = next(one for one in bodies(app) if 'class="told"' in one)
    read = "Training read: Training on referral of victims, 3 October 2023 \u2013 4 October 2023"
    assert read in told
    assert "Left out of attendance (did not come): row 5" in told
    assert "lasts one day" not in told
    assert told.count("did not come") == 1
    assert "training_id" not in told
    whole = "Every row was accepted, or left out as said above."
    assert whole in [one.value for one in app.success]


def test_trainings_that_were_read_are_listed_by_day():
    days = ["2023-05-09", "2023-03-01"]
    rows = {"title": ["Later", "Earlier"], "date_start": days, "date_end": days}
    frame = pd.DataFrame(rows).astype(dict.fromkeys(["date_start", "date_end"], "datetime64[us]"))
    told = upload.trainings_read(frame)
    assert told == ["Training read: Earlier, 1 March 2023", "Training read: Later, 9 May 2023"]


def test_of_rows_with_a_problem_those_that_are_not_placed_are_told_apart(run_screen, queue):
    sheet = "S#,Name,Sex,District,Agency,Date,Training\n"
    for home, day in (("Muzafargargh", "2023-05-09"), ("Kasur", "2090-05-09")):
        sheet += f"1,Made Up,F,{home},Police,{day},Referral of {day}\n"
    app = run_screen("records")
    app.file_uploader[0].set_value([("list.csv", sheet.encode(), "text/csv")]).run()
    pressed(app, "Check and open")
    assert not app.exception
    [told] = [one.value for one in app.warning]
    assert "1 of them waits for a decision above. Correct the others in" in told


def test_a_date_that_can_be_read_two_ways_is_asked_of_all_dates_and_not_to_be_mended(
    run_screen, queue
):
    sheet = "S#,Name,Sex,District,Agency,Date,Training\n"
    for home, day in (("Muzafargargh", "03/04/2023"), ("Kasur", "05/06/2023")):
        sheet += f"1,Made Up,F,{home},Police,{day},Referral of {home}\n"
    app = run_screen("records")
    app.file_uploader[0].set_value([("list.csv", sheet.encode(), "text/csv")]).run()
    pressed(app, "Check and open")
    assert not app.exception
    assert any("Not counted until decided: 2." in one.value for one in app.caption)
    assert any(one.value.startswith("Dates written like \u201c03/04/2023\u201d: 2 rows.")
               for one in app.text)  # fmt: skip
    [told] = [one.value for one in app.warning]
    assert "Decide on them above" in told


def test_what_a_column_was_taken_for_unasked_can_be_said_otherwise(run_screen, queue):
    sheet = "S#,Name,District,Agency,Sex,Venue,Date,Training\n"
    sheet += "1,Made Up,Kasur,Police,F,Zila Hall,2023-05-09,Referral\n"
    app = run_screen("records")
    app.file_uploader[0].set_value([("list.csv", sheet.encode(), "text/csv")]).run()
    pressed(app, "Check and open")
    assert not app.exception
    told = next(one for one in bodies(app) if 'class="told"' in one)
    assert "say that its column is the district of the venue" in told
    pressed(app, "Change what the columns are")
    assert app.expander[-1].proto.expanded
    district = next(one for one in app.selectbox if one.label == "District")
    assert "District of the venue" in district.options


def test_a_training_that_the_records_have_by_another_id_is_asked_about(run_screen, queue, tmp_path):
    store = open_store(str(tmp_path / "records.duckdb"))
    told = {("T1", "PK614", "Police"): (2, 5, None), ("T1", "PK610", "FIA"): (1, 0, None)}
    stored = upload_of({"T1": "Referral"}, told)
    store.add(stored, file_name="records.xlsx", who="An officer", at=datetime.now(UTC))
    listed = "Training title,Start date,Home district,Agency,Women,Men\n"
    listed += "Referral,2023-05-09,Kasur,Police,2,5\nLaw,2023-06-09,Kasur,Police,1,1\n"
    app = run_screen("records")
    app.file_uploader[0].set_value([("list.csv", listed.encode(), "text/csv")]).run()
    pressed(app, "Check and open")
    assert not app.exception
    checked = app.session_state["your_check"]
    [question] = checked.queue
    assert checked.participants_accepted == 2
    assert not [one for one in app.warning if "does not name" in one.value]
    app.text_input(key="who").set_value("A lead").run()
    app.selectbox(key=f"answer_{question.key}").set_value(question.candidates[0].answer).run()
    app.button(key=f"settle_{question.key}").click().run()
    assert not app.exception
    assert app.session_state["your_check"].participants_accepted == 9
    assert [one for one in app.warning if "1 participants" in one.value]
    pressed(app, "Add to the programme records")
    assert open_store(str(tmp_path / "records.duckdb")).history()["participants"].tolist() == [9, 8]
    assert sorted(store.records(date(2026, 11, 25)).trainings["title"]) == ["Law", "Referral"]
    # It is said, and can be undone, in the place of the button.
    told = "Import 2 is in the programme records."
    assert app.success[-1].value == told
    assert "Add to the programme records" not in [one.label for one in app.button]
    assert not app.exception
    app.run()
    assert app.success[-1].value == told
    app.text_input(key="undo_added_who").set_value("A lead")
    app.button(key="undo_added_now").click().run()
    assert not app.exception
    assert app.success[-1].value == "Import 2 was undone. The same file can be imported again."
    assert "Add to the programme records" in [one.label for one in app.button]


def test_who_waits_sees_his_place_and_a_full_queue_refuses(
    run_screen, workbook, queue, monkeypatch: pytest.MonkeyPatch
):
    told = []
    place = waiting.place_in_words
    monkeypatch.setattr(waiting, "place_in_words", lambda work: told.append(place(work)) or "")
    queue.begin("somebody before", time.sleep, 3)
    app = run_screen("records")
    app.file_uploader[0].set_value([workbook]).run()
    pressed(app, "Check and open")
    assert not app.exception
    assert told[0] == "The server is busy. Ahead of you: 1."
    assert app.session_state["records"] == "yours"

    queue.begin("one", time.sleep, 30)
    queue.begin("another", time.sleep, 30)
    app = run_screen("records")
    app.file_uploader[0].set_value([workbook]).run()
    pressed(app, "Check and open")
    assert any("busy with others" in one.value for one in app.text)
    assert app.session_state["records"] != "yours"


def test_a_check_that_is_given_up_leaves_its_place(run_screen, workbook, queue):
    app = run_screen("records")
    app.file_uploader[0].set_value([workbook]).run()
    work = queue.begin("", time.sleep, 60)
    app.session_state["check_under_way"] = work
    app.session_state["elsewhere"] = True
    app.switch_page("pages/overview.py").run()
    assert not app.exception
    assert work.failed
    assert len(queue) == 0
