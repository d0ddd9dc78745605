"""Pages of rows are read as the CSV file of them would be, and take little room until then."""

import csv
import hashlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.files.text_pages import TextPages
from data.records.errors import ReadingError

CELLS = st.sampled_from(["", "Lahore", 'a "quoted" word', "two\nlines", "a,b;c\td", "لاہور", "\r"])
ROWS = st.dictionaries(st.sampled_from("abcd"), CELLS, min_size=1)


@settings(max_examples=50)
@given(st.lists(st.lists(ROWS, min_size=1, max_size=4), min_size=1))
def test_pages_are_read_as_their_csv_file_and_have_its_digest(pages) -> None:
    held = TextPages()
    for page in pages:
        held.add(page)
    rows = [row for page in pages for row in page]
    names = list(dict.fromkeys(name for row in rows for name in row))
    table = [names, *([row.get(name, "") for name in names] for row in rows)]
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(table)
    assert held.count == len(rows)
    if _has_every_name(pages, names):  # a page's missing column is written without marks
        assert held.digest() == hashlib.sha256(written.getvalue().encode()).digest()
    assert list(held.rows("it")) == list(enumerate(table, start=1))
    assert len(list(held.rows("it"))) == 1, "pages are let go as they are read"


def _has_every_name(pages, names) -> bool:
    return all({name for row in page for name in row} == set(names) for page in pages)


@pytest.mark.parametrize("text", ["a\0b", "x" * (csv.field_size_limit() + 1)])
@pytest.mark.parametrize("place", ["name", "cell"])
def test_what_no_text_file_could_hold_is_refused(text, place) -> None:
    held = TextPages()
    held.add([{text: "a"} if place == "name" else {"a": text}])
    with pytest.raises(ReadingError, match="too long, or is no text"):
        list(held.rows("it"))
