"""A travel table from a file: rows with a problem are listed and left out, the others are used."""

import io

import openpyxl
import pytest

from data.planning.travel_table import read_travel_table
from data.records.errors import ReadingError
from data.records.personal_data import HIDDEN_TEXT


def csv(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def test_a_good_table_is_used_in_both_directions() -> None:
    found = read_travel_table(csv("from,to,hours", "PK401,PK617,4.5"))
    assert found.distances is not None
    assert found.distances.unit == "hours"
    assert found.distances.among(["PK617"], ["PK401"])[0, 0] == 4.5
    assert found.problems.empty


def test_problems_are_told_row_by_row_and_the_other_rows_are_used() -> None:
    found = read_travel_table(
        csv(
            "From,To,km",
            "PK401,PK617,380",
            "PK999,PK617,10",
            "PK401,PK226,far",
            "PK401,PK226,-3",
            "PK226,PK617,900",
            "PK226,PK617,901",
            "PK101,PK617,inf",
            "PK101,PK999,2",
            " pk101 ,PK102, 4 ",
        )
    )
    rows = found.problems[["row", "column"]].to_numpy().tolist()
    assert rows == [[3, "from"], [4, "km"], [5, "km"], [6, "km"], [7, "km"], [8, "km"], [9, "to"]]
    assert found.distances is not None
    assert found.distances.among(["PK401"], ["PK617"])[0, 0] == 380
    assert found.distances.among(["PK102"], ["PK101"])[0, 0] == 4
    assert "not in the travel table" in found.distances.notice


def test_nothing_is_used_of_a_table_of_problems() -> None:
    found = read_travel_table(csv("from,to,km", "PK1,PK2,3"))
    assert found.distances is None
    assert len(found.problems) == 2


def test_a_workbook_is_read() -> None:
    book = openpyxl.Workbook()
    for row in (("from", "to", "hours"), ("PK401", "PK617", 4.5)):
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    assert read_travel_table(content.getvalue()).distances is not None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        csv("from,to", "PK401,PK617"),
        csv("from,to,hours,km", "PK401,PK617,1,2"),
        csv("from,from,km", "PK401,PK617,1"),
        csv("from,to,km"),
        b"\x00\x01\x02",
    ],
    ids=["empty", "no unit", "two units", "twice", "header only", "binary"],
)
def test_a_file_of_another_kind_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(ReadingError) as refused:
        read_travel_table(content)
    assert refused.value.what_to_do


def test_a_text_that_may_be_a_name_is_not_repeated() -> None:
    rows = ["from,to,km", "Zarqoon Mirjat,PK617,380", "PK401,PK617,Zarqoon Mirjat", "PK999,PK617,2"]
    shown = read_travel_table(csv(*rows)).problems["value"].to_list()
    assert shown == [HIDDEN_TEXT, HIDDEN_TEXT, "PK999"]


def test_nothing_of_persons_is_kept_or_shown() -> None:
    found = read_travel_table(
        csv("from,to,km,Driver", "PK401,PK617,380,Ali", "35202-1234567-1,PK617,1,0300-1234567")
    )
    told = repr(found) + found.problems.to_string()
    assert "Ali" not in told
    assert "1234567" not in told
    assert found.ignored_columns == ("Driver",)
