"""Tables of web pages, as dashboards export them under the name of a workbook."""

import pytest

from data.files.web_tables import MOST_TABLES, is_page
from data.files.workbooks import open_workbook, read_sheet
from data.records.errors import ReadingError
from data.understanding.understand import Question, understand
from tests.data.sheets_made import GROUP, GROUPS, TODAY, checked, counts, understood

USUAL = [("T1", "PK634", "Police", 2, 5)]
PAIR = "<table><tr><td>1<td>2<tr><td>3<td>4</table>"


def table_of(*rows: tuple[str, ...]) -> str:
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    return f"<table border=1>{''.join(f'<tr>{one}</tr>' for one in cells)}</table>"


def rows_of(page: str) -> list[list[str]]:
    [title] = open_workbook(page.encode()).titles
    return read_sheet(open_workbook(page.encode()), title.name).rows


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\n <!DOCTYPE html>",
        '<?xml version="1.0"?>',
        "\ufeff<html><head><title>MIS</title></head>",
    ],
)
def test_a_page_with_a_table_is_read_as_a_workbook(before: str) -> None:
    found = understood((before + "<h3>Export</h3>" + table_of(GROUPS, GROUP)).encode())
    assert [row[:5] for row in counts(found.checked)] == USUAL


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1252", "cp1256"])
def test_the_encoding_of_a_page(codec: str) -> None:
    title = "ضلع" if codec == "cp1256" else "Réferral"
    says = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'
    page = (says if codec == "cp1256" else "") + table_of(GROUPS, (GROUP[0], title, *GROUP[2:]))
    assert checked(f"<html>{page}".encode(codec)).trainings["title"].item() == title


def test_texts_and_cells_stand_as_the_page_shows_them() -> None:
    page = (
        "<style>p {}</style><h3>Trained <b>in</b>\n May</h3><table><tr><th rowspan=2>A"
        "<th colspan=2>B<tr><td>1<td>x&amp;y<br>z&nbsp;"
        "<span style='display: none'>20230509</span></table><p>Note"
    )
    assert rows_of(page) == [
        ["Trained in May", "", ""], ["A", "B", ""], ["", "1", "x&y\nz"], ["", "", ""],
        ["Note", "", ""],
    ]  # fmt: skip
    book = open_workbook(page.encode())
    assert read_sheet(book, book.titles[0].name).merged == [((2, 1), (3, 1)), ((2, 2), (2, 3))]


def test_hidden_rows_columns_and_tables_are_told() -> None:
    page = (
        "<table><tr><td>A<td hidden>B<tr style='display:none'><td>1<td hidden>2</table>"
        f"<div style='visibility: hidden'>{PAIR}</div>"
    )
    book = open_workbook(page.encode())
    assert [title.hidden for title in book.titles] == [False, True]
    seen = read_sheet(book, book.titles[0].name)
    assert (seen.hidden, seen.hidden_columns) == ({2}, {2})


def test_tables_that_only_lay_out_a_page_are_texts_above() -> None:
    labels = "<table><tr><td>From:<td>1 May<tr><td>To:<td>5 May</table>"
    page = f"<table><tr><td>Report<td>Cell<tr><td colspan=2>{labels}{PAIR}</table>"
    assert [row[0] for row in rows_of(page)] == ["Report", "From:\n1 May\nTo:\n5 May", "1", "3"]
    assert rows_of(labels + PAIR)[:2] == [["From:", "1 May"], ["To:", "5 May"]]


def test_of_several_tables_it_is_asked_which() -> None:
    page = (table_of(GROUPS, GROUP) + table_of(GROUPS, GROUP)).encode()
    asked = understand([page], TODAY)
    assert isinstance(asked, Question)
    names = [title.name for title in asked.sheets]
    assert [row[:5] for row in counts(checked(page, sheet=names[1]))] == USUAL


@pytest.mark.parametrize("page", ["<p>x", "<x>", "<table><tr><td>one</table>", "<svg/>"])
def test_a_page_without_a_table_of_records_is_refused(page: str) -> None:
    with pytest.raises(ReadingError, match="web page"):
        understand([page.encode()], TODAY)


def test_a_text_that_speaks_of_tables_is_no_page() -> None:
    assert not is_page(b"District,Note\nSwat,<table>")


def test_entities_of_a_page_are_not_expanded() -> None:
    bomb = '<!DOCTYPE h [<!ENTITY a "aaaa"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    rows = rows_of(f"{bomb}<table><tr><td>&a;<td>&f;<tr><td>1<td>2</table>")
    assert ["&a;", "&f;"] in rows


@pytest.mark.parametrize(
    "page",
    [
        PAIR * (MOST_TABLES + 1),
        "<table><tr><td>1<td>2<tr>" + "<td colspan=1000>x" * 7_000,
        "<table>" + "<tr><td colspan=1000>x<td>y" * 6_100,
        "<table>" + "<tr>" * 200_002,
    ],
)
def test_more_than_is_taken_is_refused(page: str) -> None:
    with pytest.raises(ReadingError, match="more than can be read"):
        open_workbook(f"{PAIR}{page}".encode())
