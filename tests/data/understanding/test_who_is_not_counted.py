"""Rows of a list that are of nobody who came: struck out, of drivers, or of another."""

import pytest

from tests.data.sheets_made import text_of
from tests.data.understanding.test_office_files import figures, people, read
from tests.data.understanding.test_read_unasked import DAY, understood

LISTED = ["S#", "Name", "Department", "District", "Sex", "Date", "Title"]


def rows_of(number: int, *more: list[str]) -> list[list[str]]:
    """Return persons of one training, with one more cell each."""
    return [[*row, DAY, "Referral", *one] for row, one in zip(people(number), more, strict=True)]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("record_state", ("ACTIVE", "DELETED", "ACTIVE")),
        ("Entry status", ("", "Deleted", "")),
        ("is_deleted", ("0", "1", "0")),
        ("Voided", ("No", "Yes", "No")),
        ("Remarks", ("", "record deleted", "by post")),
    ],
)
def test_a_row_that_was_deleted_counts_nobody(name: str, cells: tuple[str, ...]) -> None:
    rows = [[*LISTED, name], *rows_of(3, *([one] for one in cells))]
    assert figures(read(text_of(rows).encode())) == (1, 2)


@pytest.mark.parametrize("remark", ["not deleted", "deleted from list of absentees", "active"])
def test_a_remark_on_something_deleted_strikes_nobody_out(remark: str) -> None:
    rows = [[*LISTED, "Remarks"], *rows_of(2, [""], [remark])]
    assert figures(understood(text_of(rows).encode())) == (1, 2)
