"""Numbered lists of persons over which no row names the columns."""

import pytest

from data.records.errors import ReadingError
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.readings import read, summed, unsure

TITLE = "Following attended the training on human trafficking at Kasur on 22 August 2023:"
ROWS = [["1", "Zarqoon Nobody", "female", "Inspector", "Police", "Kasur"],
        ["2", "Zarak Nobody", "male", "Officer", "Social Welfare", "Okara"],
        ["3", "Zarqoona Nobody", "male", "ASI", "Police", "Kasur"],
        ["4", "Zareen Nobody", "female", "Inspector", "FIA", "Okara"]]  # fmt: skip


def test_a_list_whose_columns_tell_themselves_is_read_without_their_names() -> None:
    for content in (text_of([[TITLE], *ROWS, [], ["", "Total", "4"]]).encode(),
                    workbook_of({"Sheet1": [[TITLE], *ROWS]})):  # fmt: skip
        found = read(content)
        assert isinstance(found, Understood), found
        assert summed(found, "adm2_pcode") == {"PK614": 2, "PK626": 2}
        assert summed(found, "agency") == {"Police": 2, "Social Welfare Department": 1, "FIA": 1}
        assert "no row names the columns" in " ".join(found.notes)
        assert "Zar" not in " ".join(found.notes)


def test_what_such_a_list_leaves_open_is_asked_and_nobody_is_shown() -> None:
    rows = [[*row, f"35202-123456{n}-1", f"0300-123456{n}"] for n, row in enumerate(ROWS)]
    found = read(text_of(rows).encode())
    assert isinstance(found, Question)
    assert found.proposal
    assert ("date_start",) in found.proposal.missing
    assert found.proposal.kinds[0] == "persons"
    assert not {"Column 7", "Column 8"} & {*unsure(found)}
    assert "Zar" not in repr(found)
    assert "35202" not in repr(found)


@pytest.mark.parametrize(
    "rows",
    [
        [["Alif", "Bay", "Jeem", "Dal", "Hay", "Wow"], *ROWS],
        [ROWS[0], ROWS[2], ROWS[1], ROWS[3]],
        ROWS[:2],
        [[*row[:2], *row[3:4], "word", "thing"] for row in ROWS],
        [[row[0], "District Police", *row[2:]] for row in ROWS],
        [[*row, mark] for row, mark in zip(ROWS, ["Yes", "No", "Yes", "Yes"], strict=True)],
        [[*row, mark] for row, mark in zip(ROWS, ["2", "2", "0", "2"], strict=True)],
    ],
)
def test_other_rows_without_names_of_columns_are_refused(rows: list[list[str]]) -> None:
    with pytest.raises(ReadingError):
        read(text_of([[TITLE], *rows]).encode())
