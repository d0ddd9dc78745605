"""Where the names of the columns stand."""

import pytest

from data.records.errors import ReadingError
from data.records.personal_data import HIDDEN_NAME
from data.sheets.tables.header import find_header
from tests.data.sheets_made import (
    GROUP,
    GROUPS,
    TODAY,
    accepted,
    checked,
    counts,
    of_all,
    text_of,
    understood,
    workbook_of,
)

TITLES = [["Attendance of trainings", "", ""], ["Prepared in May 2023, not final"], [""]]
USUAL = [("T1", "PK634", "Police", 2, 5)]


def test_title_rows_above_the_header() -> None:
    found = understood(text_of([*TITLES, GROUPS, GROUP]).encode())
    assert [row[:5] for row in counts(found.checked)] == USUAL
    assert "The file: the header is in row 4." in found.notes
    assert found.checked.tables["attendance"].file_rows.tolist() == [5]


def test_a_header_of_two_rows_with_merged_cells() -> None:
    above = ["Training ID", "Training title", "Start date", "District", "Department",
             "Participants", ""]  # fmt: skip
    below = ["", "", "", "", "", "Female", "Male"]
    found = understood(workbook_of({"Sheet1": [["Trainings"], above, below, GROUP]}))
    assert [row[:5] for row in counts(found.checked)] == USUAL
    assert any("rows 2 and 3" in note for note in found.notes)


def test_a_row_of_persons_is_not_the_second_row_of_a_header() -> None:
    header = find_header([["Name", "Sex", "District"], ["Made-up Person", "Male", "Sialkot"]], "x")
    assert (header.rows, header.first) == ((0,), 1)


def test_two_rows_of_persons_of_both_sexes_are_no_header() -> None:
    days = ["2024-01-30 00:00:00", "2024-01-31 00:00:00"]
    rows = [[f"Made-up{n} Person", "Sialkot", "MMFM"[n % 4], "P", "PA"[n % 2]] for n in range(8)]
    with pytest.raises(ReadingError):
        find_header([["Whoever came", "Of where", "Kind", *days], *rows], "x")


@pytest.mark.parametrize("preamble", [0, 6])
def test_tags_under_the_header_or_below_a_preamble(preamble: int) -> None:
    names = ["Kod", "Wat", "Wanneer", "Waar", "Wie", "V", "M"]
    tags = ["#activity+id", "#activity+name", "#date+start", "#adm2+name", "#beneficiary+org",
            "#reached +f", "#reached+m"]  # fmt: skip
    rows = [["Some words, 12 of them"]] * preamble + [names, tags, list(GROUP)]
    found = understood(text_of(rows).encode())
    assert [row[:5] for row in counts(found.checked)] == USUAL
    assert of_all(found.checked, "set_aside")["reason"].to_list() == ["a row of tags"]
    assert found.checked.tables["attendance"].rows_in == 2


def test_a_stray_cell_leaves_tags_as_they_are() -> None:
    names = [*("abcdefg"), "checked"]
    tags = ["#activity+id", "#activity+name", "#date+start", "#adm2+name", "#beneficiary+org",
            "#reached+f", "#reached+m", "x"]  # fmt: skip
    found = understood(text_of([names, tags, [*GROUP, ""]]).encode())
    assert [row[:5] for row in counts(found.checked)] == USUAL


def test_a_header_with_days_among_its_names() -> None:
    names = ["S#", "Name", "Department", "2023-05-09", "2023-05-10"]
    header = find_header([names, ["1", "Made-up Person", "Police", "P", "A"]], "The file")
    assert header.names == tuple(names)


def test_a_header_with_months_among_its_names() -> None:
    names = ["District", "2023-01", "2023-02"]
    assert find_header([names, ["Kasur", "5", "2"]], "The file").names == tuple(names)


def test_words_for_a_sex_under_their_own_names_leave_the_header_one() -> None:
    names = ["Training", "Date", "District", "Department", "Male", "Female"]
    header = find_header([names, ["R", "2023-05-09", "Kasur", "Police", "M", "F"]], "The file")
    assert header.names == tuple(names)


def test_tags_without_a_header() -> None:
    tags = ["#activity+id", "#date+start", "#adm2+name", "#beneficiary+org", "#reached+f"]
    found = checked(text_of([tags, ["T1", "2023-05-09", "Sialkot", "Police", "3"]]).encode())
    assert found.participants_accepted == 3


def test_a_header_that_comes_again_on_each_page() -> None:
    found = checked(text_of([GROUPS, GROUP, GROUPS, ["T2", *GROUP[1:]]]).encode())
    assert accepted(found) == {"trainings": 2, "attendance": 2}
    assert of_all(found, "set_aside")["reason"].to_list() == ["the header again"]


@pytest.mark.parametrize("number", ["1985", "35201-1234567-1", "x" * 300])
def test_a_header_of_which_one_name_is_a_number_or_very_long(number: str) -> None:
    found = understood(text_of([[*GROUPS, number], [*GROUP, ""]]).encode())
    assert [row[:5] for row in counts(found.checked)] == USUAL
    assert found.checked.tables["attendance"].ignored_columns == (HIDDEN_NAME,)


def test_rows_without_any_header_are_refused() -> None:
    with pytest.raises(ReadingError, match="names the columns"):
        find_header([["1", "2", "3"], ["4", "5", "6"]], "The file")


def test_a_row_beyond_the_names_is_under_none_of_them() -> None:
    rows = [["Training", "Date", "District", "Department"], ["", "", "", "", "One", "Two"]]
    assert find_header([*rows, ["Law", "9 May 2023", "Kasur", "Police"]], "The file").first == 1


def test_very_many_columns_are_refused() -> None:
    with pytest.raises(ReadingError, match="1,000 columns"):
        understood(b"District," * 100_000)


def test_a_header_alone_is_no_rows() -> None:
    with pytest.raises(ReadingError, match="no rows"):
        understood(text_of([GROUPS]).encode())


def test_a_column_twice_under_one_name() -> None:
    with pytest.raises(ReadingError, match="there twice: Female"):
        understood(text_of([[*GROUPS, "Female"], [*GROUP, "2"]]).encode())


def test_the_day_up_to_which_a_training_can_have_been_held_is_given() -> None:
    later = [*GROUP[:2], "2024-06-01", *GROUP[3:]]
    found = checked(text_of([GROUPS, later]).encode())
    assert found.trainings["status"].item() == "planned"
    assert found.trainings["date_end"].item().date() > TODAY
