"""The form that asks what columns are: answers are held against their kind where they are given."""

from unittest.mock import patch

import pytest
from streamlit.testing.v1 import AppTest

from data.sheets import split_days
from data.sheets.fields import FIELDS, IGNORED
from data.sheets.tables.workbook import joined_sheets
from data.understanding.columns.unknown import planned_beside
from data.understanding.layout.crossed import crossed_columns
from data.understanding.layout.titles import headings, title_texts
from pages.importing.columns import MADE_WORDS, in_words


def screen() -> None:
    from datetime import date

    import streamlit as st

    from data.understanding.understand import understand
    from pages.importing import columns
    from tests.data.sheets_made import csv_of

    rows = [[str(n), f"Zarqoon{n} Nobody", "Police", "Kasur", "F", "2"] for n in range(3)]
    content = csv_of(*rows, header=("S#", "Name", "Department", "District", "Sex", "Total"))

    def check_again() -> None:
        mapping = st.session_state.get("your_mapping")
        st.session_state["read"] = understand([content], date(2024, 1, 1), mapping=mapping)

    columns.ask(understand([content], date(2024, 1, 1)), check_again)


@pytest.fixture(scope="module")
def app() -> AppTest:
    return AppTest.from_function(screen, default_timeout=60).run()


def test_an_answer_is_looked_at_shown_with_values_and_can_be_changed(app: AppTest) -> None:
    assert not app.exception
    told = [text.value for text in app.text]
    assert "For example: Kasur" in told
    assert not [one for one in told if "Zarqoon" in one]
    # What no column gives is asked, and all columns are clear: they are closed before it.
    assert app.subheader[0].value == "What the columns do not say"
    assert [clear.proto.expanded for clear in app.expander] == [False]
    assert len([one for one in told if one.startswith("Write it here")]) == len(app.text_input) == 2
    assert app.button[0].disabled
    title, day = app.text_input
    title.set_value("Referral").run()
    day.set_value("soon").run()
    assert any("Not a date that can be read" in text.value for text in app.text)
    assert app.button[0].disabled
    app.text_input[1].set_value("03/04/2024").run()
    two = "Write it as 2024-04-03 or 2024-03-04."
    assert any(text.value.endswith(two) for text in app.text)
    app.text_input[1].set_value("12-13 Oct 2023").run()
    assert not app.button[0].disabled
    with patch("pages.session.kept.keep_decisions"):
        app.button[0].click().run()
    assert not app.exception
    found = app.session_state["read"].checked
    assert found.participants_accepted == 3
    assert str(found.trainings["date_end"].item().date()) == "2023-10-13"
    # What was answered is held, so that it can be answered otherwise until it is taken in.
    assert app.session_state["your_proposal"].is_open


def test_columns_that_are_made_have_words_where_they_are_asked_about() -> None:
    made = {
        *(crossed_columns.AGENCY, crossed_columns.DAY, crossed_columns.DISTRICT),
        *(crossed_columns.MONTH, crossed_columns.QUARTER, crossed_columns.NUMBER),
        *(title_texts.DATE, title_texts.DISTRICT, title_texts.TITLE),
        *(title_texts.VENUE, headings.AGENCY, headings.HOME, headings.SEX, split_days.NAME),
        *(joined_sheets.NAME, planned_beside.STATUS),
    }
    assert {name: name for name in made} == MADE_WORDS


def flat_screen() -> None:
    from datetime import date

    import streamlit as st

    from data.understanding.understand import Answers, understand
    from pages.importing import columns
    from tests.data.sheets_made import text_of
    from tests.data.understanding.layout.test_rows_below import FLAT, OF_HOME

    content = text_of(FLAT).encode()
    asked = understand([content], date(2024, 1, 1), answers=Answers(OF_HOME))

    def check_again() -> None:
        mapping = st.session_state.get("your_mapping")
        st.session_state["read"] = understand([content], date(2024, 1, 1), mapping=mapping)

    columns.ask(asked, check_again)


def test_rows_below_are_taken_with_the_training_above_only_when_somebody_says_so() -> None:
    app = AppTest.from_function(flat_screen, default_timeout=60).run()
    assert not app.exception
    assert "Rows leave Training, Date, Venue blank below a row that has it." in [
        text.value for text in app.text
    ]
    assert app.button[0].disabled
    app.segmented_control(key="rows_below").set_value(True).run()
    assert not app.button[0].disabled
    with patch("pages.session.kept.keep_decisions"):
        app.button[0].click().run()
    assert not app.exception
    assert app.session_state["read"].checked.participants_accepted == 26


def test_each_field_has_words_of_its_own() -> None:
    words = [in_words(field) for field in (IGNORED, *FIELDS)]
    assert len(set(words)) == len(words)
    assert not [word for word in words if "adm2" in word.casefold() or "_" in word]


def marked_screen() -> None:
    from datetime import date

    from data.understanding.understand import understand
    from pages.importing import columns
    from tests.data.sheets_made import text_of

    rows = [["Training on referral held on 12 April 2023"],
            ["S#", "Name", "Department", "District", "Sex", "Attendance"],
            *([str(n), f"Zarqoon{n} Nobody", "Police", "Kasur", "F", mark]
              for n, mark in enumerate(["P", "", "P"]))]  # fmt: skip
    columns.ask(understand([text_of(rows).encode()], date(2024, 1, 1)), lambda: None)


def test_what_is_open_is_asked_first_with_the_reason_and_what_is_clear_is_closed() -> None:
    app = AppTest.from_function(marked_screen, default_timeout=60).run()
    assert not app.exception
    assert app.selectbox[0].label == "Attendance"
    reason = "Some are marked as present and the others not at all. Did these not come?"
    assert app.text[1].value == reason  # behind where it stands in the file
    (clear,) = app.expander
    assert not clear.proto.expanded
    assert clear.label == f"{len(clear.selectbox)} columns are clear"
    assert len(app.selectbox) == len(clear.selectbox) + 1
    assert not app.button[0].disabled
