"""Bad inputs of the field that no other test of a module shows from the file to the records."""

import pytest

from data.checking.check import CheckingError, to_records
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.sheets import opening
from data.understanding.understand import Understood, understand
from tests.data.sheets_made import (
    GROUP,
    GROUPS,
    TODAY,
    checked,
    csv_of,
    groups,
    reasons,
    understood,
    workbook_of,
)
from tests.data.uploads import attendance_csv, trainings_csv


@pytest.mark.parametrize("written", ["2023-05-31T23:30:00.000+05:00", "2023-05-31 23:59"])
def test_no_time_of_day_moves_a_training_to_another_month(written: str) -> None:
    records = to_records(checked(groups({"Start date": written})), TODAY)
    months = coverage(records, whole(records)).by_agency_month["month"].astype(str)
    assert {month[:7] for month in months} == {"2023-05"}


@pytest.mark.parametrize("word", ["NA", "n/a", "None"])
def test_a_word_for_nothing_is_text_in_a_name_and_not_recorded_in_a_number(word: str) -> None:
    found = checked(groups({"Training title": word, "Female": word}))
    assert found.trainings["title"].to_list() == [word]
    assert found.attendance["participants_f"].isna().to_list() == [True]
    assert found.participants_accepted == 5


def test_the_end_of_a_held_training_in_the_future() -> None:
    header = (*GROUPS, "Status", "End date")
    later = {"Status": "held", "End date": "2024-06-01"}
    assert "ends after today" in reasons(checked(groups(later, header=header)))[0]
    planned = later | {"Status": "planned"}
    assert not reasons(checked(groups(planned, header=header)))


def test_a_row_cap_comes_before_the_rows_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = opening.Limits(rows=2)
    with pytest.raises(Exception, match="more than 2 rows"):
        understand([groups({}, {"District": "Swat"}, {"District": "Lahore"})], TODAY, limits=limits)


def test_a_file_that_is_refused_leaves_the_next_one_unharmed() -> None:
    with pytest.raises(Exception, match="10 MB"):
        understand([b"x" * 10_000_001], TODAY)
    assert understood(groups()).checked.tables["attendance"].rows_accepted == 1


@pytest.mark.parametrize("files", [[groups()], [trainings_csv(), attendance_csv()]])
def test_a_check_that_fails_is_never_no_problem(files: list, monkeypatch) -> None:
    def fails(_: str) -> bool:
        raise TypeError

    monkeypatch.setattr("data.records.rules.looks_personal", fails)
    with pytest.raises(CheckingError):
        understand(files, TODAY)


def test_hidden_marks_are_kept_as_written_and_make_no_other_district() -> None:
    found = checked(groups({"District": "Sial\u200bkot"}))
    assert found.attendance["adm2_pcode"].to_list() == ["PK634"]


def test_a_merged_header_in_two_rows_of_a_workbook() -> None:
    above = ["Training ID", "Training title", "Start date", "District", "Department",
             "Participants", None]  # fmt: skip
    below = [None, None, None, None, None, "Female", "Male"]
    found = understand([workbook_of({"A": [above, below, list(GROUP)]})], TODAY)
    assert isinstance(found, Understood)
    assert found.checked.attendance["participants_f"].to_list() == [2]


def test_markdown_and_markup_in_any_text_stay_as_they_are() -> None:
    text = '**bold** [link](javascript:x) <b>b</b> ${x} `y` </script> "quoted"'
    quoted = text.replace('"', "'")
    found = checked(csv_of(["T1", quoted, *GROUP[2:]]))
    assert found.trainings["title"].to_list() == [quoted]
