"""Persons who stand as lines in one cell of their training, each with what is told of them."""

import pytest

from data.understanding.understand import Question
from tests.data.sheets_made import text_of
from tests.data.understanding.test_office_files import figures, read
from tests.data.understanding.test_read_unasked import summed, understood

HEADER = ["S.No", "Training", "Date", "Venue", "Participants"]
FIRST = "1. Mr Zarqoon Nobody, Inspector (Police, Bannu)\n2. Ms Zarqoona Nobody, SWO (NGO, Kohat)"
SECOND = "1. Mr Zarak Nobody, SI (Police, Karak)"


def table(*cells: str, name: str = "Participants", total: tuple[str, ...] = ()) -> bytes:
    rows = [[*HEADER[:-1], name, *(["Total"] if total else [])]]
    for n, cell in enumerate(cells, start=1):
        own = [str(n), ("Referral", "Law")[n - 1], f"2023-0{n}-09", "Hall", cell, *total[n - 1 : n]]
        rows.append(own)
    return text_of(rows).encode()


@pytest.mark.parametrize(
    "cells",
    [
        (FIRST, SECOND),
        tuple(one.replace("(", "- ").replace(")", "") for one in (FIRST, SECOND)),
        tuple(one.replace(" (", ", ").replace(")", ".") for one in (FIRST, SECOND)),
    ],
)
@pytest.mark.parametrize("total", [(), ("2", "1")])
def test_each_line_is_a_person_of_its_training(
    cells: tuple[str, ...], total: tuple[str, ...]
) -> None:
    found = understood(table(*cells, total=total))
    assert figures(found) == (2, 3)
    assert summed(found, "adm2_pcode") == {"PK503": 1, "PK514": 1, "PK512": 1}
    assert summed(found, "agency") == {"Police": 2, "Civil society": 1}
    assert int(found.checked.attendance["participants_f"].sum()) == 1
    assert "Zar" not in repr((found.checked, *found.notes))


@pytest.mark.parametrize(
    "content",
    [
        table(FIRST, ""),  # of one training nobody is named
        table(FIRST, SECOND, total=("2", "4")),
        table(FIRST, f"{SECOND} absent"),
        table(FIRST, SECOND.replace(", SI", "")),
        table(FIRST.replace("SWO", "Zarqash Nobody"), SECOND),
        table(FIRST, SECOND, name="Names of nominees"),
    ],
)
def test_lines_that_are_not_alike_or_not_all_are_asked_about(content: bytes) -> None:
    found = read(content)
    assert isinstance(found, Question) or len(found.checked.problems)
