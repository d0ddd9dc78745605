"""Notes on what will be done, and signatures with the posts under them, below a table."""

import pytest

from data.commands.arguments import exit_code
from data.sheets.words.told.blanks_noted import explains_blanks, says_blank_is_unrecorded
from data.understanding.layout.titles.headings_of_others import is_signed
from data.understanding.layout.titles.notes_below import is_sentence
from data.understanding.layout.titles.title_texts import NOTE
from data.understanding.understand import Understood, understand
from tests.data.sheets_made import TODAY, text_of, workbook_of
from tests.data.understanding.readings import figures, read, understood

HEADER = ["Sr.", "District", "Department", "Men", "Women", "Total"]
ROWS = [["1", "Kasur", "Police", "5", "1", "6"], ["2", "Okara", "Labour", "3", "2", "5"],
        ["3", "Lahore", "FIA", "4", "4", "8"], ["", "Total", "", "12", "7", "19"]]  # fmt: skip
ABOVE = "Training on referral held on 12 March 2024"
LABELS = ["Prepared by", "", "", "Checked by", "", "Approved by"]
POSTS = ["Computer Operator", "", "", "Asstt. Director", "", "Commissioner"]


def table(*below: list[str], rows: list[list[str]] = ROWS) -> bytes:
    return text_of([[ABOVE], HEADER, *rows, [""], *below]).encode()


@pytest.mark.parametrize(
    ("text", "noted"),
    [("© 2025", True), ("Copyright © 2025 Zarqoon", True), ("All rights reserved.", True),
     ("(c) Labour Department", False), ("Copyright Board", False)],
)  # fmt: skip
def test_the_foot_of_a_page_is_a_note(text: str, noted: bool) -> None:
    assert (NOTE.match(text) is not None) == noted


NOTES = ("Note: 1) Figures verified. 2) 12 persons of Kasur will be trained in January 2025.",
         "N.B. Training of 12 persons of Kasur will be held on 5 January 2025",
         "Remarks: a workshop is planned for 5-6 January 2025 at Okara",
         "* 12 persons will attend the training of 5 January 2025",
         "نوٹ: 12 January 2025 کو تربیت ہو گی")  # fmt: skip


@pytest.mark.parametrize("note", NOTES)
def test_a_note_of_what_will_be_is_no_training(note: str) -> None:
    found = read(table([note], [""], LABELS, POSTS))
    assert figures(found) == (1, 19)
    assert not len(found.checked.problems)
    assert found.checked.trainings["date_end"].dt.strftime("%Y-%m-%d").to_list() == ["2024-03-12"]


def test_a_note_between_the_rows_heads_none_of_the_next() -> None:
    whole = [*ROWS[:2], [NOTES[0]], *ROWS[2:]]
    found = read(table(rows=whole))
    assert figures(found) == (1, 19)
    assert not len(found.checked.problems)


@pytest.mark.parametrize(
    ("labels", "posts"),
    [(LABELS, POSTS), (["", "Signature", "", "Signature", "", ""], ["", "DPO", "", "DC", "", ""])],
)
def test_signatures_and_the_posts_under_them_are_no_rows(
    labels: list[str], posts: list[str]
) -> None:
    found = read(table(labels, posts))
    assert figures(found) == (1, 19)
    assert not len(found.checked.problems)


@pytest.mark.parametrize(
    "below",
    [[["Total in words: nineteen only"], ["Note: Multan could not take part."], [""],
      ["(District Officer Social Welfare)", "", "", "Dated: 25-11-2024"]],
     [["(District Officer Labour)"], ["Dated: 25-11-2024"]],
     [["_" * 14], ["ISLAMABAD, the 9th November, 2024"]]],
)  # fmt: skip
def test_the_day_of_a_signature_is_that_of_no_training(below: list[list[str]]) -> None:
    found = read(table(*below))
    assert figures(found) == (1, 19)
    assert not len(found.checked.problems)
    assert found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d").to_list() == ["2024-03-12"]


@pytest.mark.parametrize("kind", ["text", "workbook"])
def test_a_signature_right_of_the_table_is_no_row_of_it(kind: str) -> None:
    def letter(*below: list[str]) -> bytes:
        rows = [[ABOVE], HEADER, *ROWS, [""], *below]
        return text_of(rows, "\t").encode() if kind == "text" else workbook_of({"Letter": rows})

    signed = [[*[""] * 7, "Additional Deputy Commissioner (General)"], [*[""] * 7, "Kasur"]]
    copy = ["Copy to the Commissioner, Lahore Division."]
    found = read(letter(["", "Submitted for information please."], [""], *signed, copy))
    assert figures(found) == (1, 19)
    assert not len(found.checked.problems)
    between = read(letter(*signed, ["4", "Multan", "Police", "2", "1", "3"]))
    assert len(between.checked.problems)


@pytest.mark.parametrize(
    ("text", "closes"),
    [("Submitted for information please", True), ("For your kind perusal.", True),
     ("Report is forwarded herewith for necessary action", True),
     ("Nominations submitted by Kasur", False), ("For information officers of Kasur", False)],
)  # fmt: skip
def test_the_last_line_of_a_letter_heads_nothing(text: str, closes: bool) -> None:
    assert is_signed(text) == closes


@pytest.mark.parametrize(
    "row", [["4", "Multan", "Police", "2", "1", "3"], ["", "Multan", "", "2", "", ""]]
)
def test_a_row_of_numbers_under_signatures_is_not_lost(row: list[str]) -> None:
    found = understand([table(LABELS, POSTS, row)], TODAY)
    assert not isinstance(found, Understood) or len(found.checked.problems)


@pytest.mark.parametrize(
    ("text", "of_table"),
    [("Names are in order of seniority", True), ("Gender as written on the form", True),
     ("The registration forms are kept at the office", True), ("M = male and F = female", True),
     ("Data Entry Operator, Kasur", False), ("Names and Sons", False),
     ("District Officer was with us", False)],
)  # fmt: skip
def test_a_sentence_on_the_table_is_nobody_in_it(text: str, of_table: bool) -> None:
    assert is_sentence(text) == of_table


UNWRITTEN = "Blank = the participant did not write it on the registration form"


@pytest.mark.parametrize(
    ("text", "unrecorded"),
    [(UNWRITTEN, True), ("Empty cells: not mentioned", True), ("Blank = same as above", False)],
)
def test_what_is_blank_is_explained_and_may_be_what_nobody_recorded(
    text: str, unrecorded: bool
) -> None:
    assert explains_blanks(text)
    assert says_blank_is_unrecorded(text) == unrecorded


def test_what_explains_blank_cells_below_a_list_is_no_person() -> None:
    header = ["Name", "Gender", "Department", "District", "Training", "Date"]
    rows = [[f"Zarqoon {n}", "Male", place, "Kasur", "Referral", "2024-02-11"]
            for n, place in (("One", "Police"), ("Two", ""), ("Three", "FIA"))]  # fmt: skip
    found = read(f"{text_of([header, *rows])}\n\n{UNWRITTEN}\n".encode())
    assert figures(found) == (1, 3)
    assert not len(found.checked.problems)


@pytest.mark.parametrize(
    ("note", "settled"),
    [("19 participants were given certificates.", True),
     ("25 participants were given certificates.", False), ("4 officers of FIA came", False)],
)  # fmt: skip
def test_a_sentence_below_a_total_is_no_row_where_it_counts_no_others(
    note: str, settled: bool
) -> None:
    header = ["Sr.", "Department", "District", "No. of participants"]
    rows = [*([n, department, place, total] for n, place, department, *_, total in ROWS[:-1]),
            ["", "Total", "", "19"], [""], ["", note, "", ""]]  # fmt: skip
    held = ABOVE.replace("2024", "2023")
    found = understand([text_of([[held], header, *rows]).encode()], TODAY)
    assert (isinstance(found, Understood) and exit_code(found.checked) == 0) == settled


def test_a_note_of_more_digits_than_a_number_has_ends_no_reading() -> None:
    note = f"Certificates of the course were given {'9' * 5000}"
    rows = [["1", "Police", "Kasur", "4"], ["2", "FIA", "Lahore", "4"], [""], ["", note, "", ""]]
    header = ["Sr.", "Department", "District", "No. of participants"]
    found = understand([text_of([[ABOVE], header, *rows]).encode()], TODAY)
    assert not isinstance(found, Understood) or figures(found) == (1, 8)


def test_texts_without_a_number_below_all_sums_count_nobody() -> None:
    rows = [["Training on referral, 9 May 2023; all of District Kasur"],
            ["Mehkama", "Mard", "Khawateen", "Kul"], ["Police", "5", "1", "6"],
            ["Labour", "2", "0", "2"], ["Mizan", "7", "1", "8"], [],
            ["Report baraye mulahiza arsal hai."], [], ["sd/-"], ["Deputy Director"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (1, 8)
    assert not found.checked.queue
