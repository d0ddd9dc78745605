"""Files of offices: what stands above the rows, sheets of one shape, days and places."""

import io

import openpyxl
import pytest

from data.records.errors import ReadingError
from data.sheets.row_numbers import FileRow
from data.sheets.words.told.hidden_rows_noted import says_hidden_are_absent, says_hidden_count
from data.understanding.understand import Question, Understood, understand
from tests.data.sheets_made import TODAY, csv_of, text_of, workbook_of
from tests.data.understanding.readings import (
    GROUPED,
    LIST,
    ROW,
    TRAINING,
    figures,
    people,
    read,
    unsure,
)
from tests.in_turn import in_turn

# ------------------------------------------------------------- what stands above the rows

ABOVE = {"title above the rows": "title", "date above the rows": "date_start",
         "venue above the rows": "venue"}  # fmt: skip
STACKED = [
    ["Training 1: Referral of victims, 12-13 March 2023"], ["Venue: Hall One, Kasur"], LIST,
    *people(3), ["Training 2: Screening, 14 March"], LIST, *people(5, "b"),
    ["Note: not final"], ["Prepared by: Zarqoon Nobody"],
]  # fmt: skip


def test_title_rows_that_say_it_plainly_are_answers_for_the_rows_under_them() -> None:
    content = workbook_of({"March": STACKED})
    found = read(content, {"Venue above the rows": "venue"})
    assert figures(found) == (2, 8)
    assert isinstance(found, Understood)
    trainings = found.checked.trainings
    assert trainings["title"].to_list() == [
        "Training 1: Referral of victims", "Training 2: Screening",
    ]  # fmt: skip
    assert trainings["date_end"].dt.strftime("%d/%m").to_list() == ["13/03", "14/03"]
    assert {reason for _, reason in found.checked.tables["attendance"].left_out} == {
        "a title between the rows", "the header again", "a note below the table",
    }  # fmt: skip
    # What is known of the shape holds for the next file, with its own title and date.
    again = understand([content], TODAY, mapping=found.mappings)
    assert figures(again) == (2, 8)


@pytest.mark.parametrize(
    "above",
    [["Progress of the training, 3 May 2023"], ["Referral", "3 May 2023"],
     ["Letter No. 7 dated: 3 May 2023", "Training on referral"],
     ["Training on referral, batch I 3 May 2023, batch II 8 May 2023"],
     ["Training on referral", "Dates of training: 3 May 2023; 8 May 2023"],
     ["Police Training College, 3 May 2023"],
     ["Nominees for the training on referral, 3 May 2023"]],
)  # fmt: skip
def test_a_day_above_the_rows_that_may_be_of_a_text_is_offered(above: list[str]) -> None:
    rows = [*[[text] for text in above], LIST, *people(3)]
    assert "Date above the rows" in unsure(read(workbook_of({"May": rows})))


@pytest.mark.parametrize(
    "above",
    [["Training on referral held at Hall One, 3 May 2023"], ["Training on referral", "3 May 2023"],
     ["Referral", "Date: 3 May 2023"],
     ["Referral of victims", "Date: 3 May 2023, Venue: Hall One", "Training: Referral"]],
)  # fmt: skip
def test_a_day_beside_its_training_is_taken_and_that_is_said(above: list[str]) -> None:
    rows = [*[[text] for text in above], LIST, *people(3)]
    found = read(workbook_of({"May": rows}))
    assert figures(found) == (1, 3)
    assert isinstance(found, Understood)
    assert str(found.checked.trainings["date_start"].item().date()) == "2023-05-03"
    assert any("taken for the rows under it: Date above" in note for note in found.notes)


def test_an_answer_for_all_rows_takes_the_place_of_what_is_offered() -> None:
    rows = [["Workshop on referral, 3 May 2023"], LIST, *people(3)]
    found = read(workbook_of({"May": rows}), **TRAINING)
    assert figures(found) == (1, 3)


def test_what_a_label_above_the_rows_says_is_not_asked() -> None:
    above = [["Training: Referral"], ["Venue: Hall One"], ["District: Kasur"],
             ["Date of training: 3 May 2023"]]  # fmt: skip
    content = workbook_of({"List": [*above, LIST, *people(3)]})
    found = read(content)
    assert figures(found) == (1, 3)
    assert isinstance(found, Understood)
    told = found.checked.trainings.iloc[0]
    assert (told["title"], told["venue"], str(told["date_start"].date())) == (
        "Referral", "Hall One", "2023-05-03",
    )  # fmt: skip
    # What somebody says of all rows takes the place of it.
    said = read(content, {"District above the rows": ""}, title="Screening")
    assert isinstance(said, Understood)
    assert said.checked.trainings["title"].item() == "Screening"


def test_a_training_in_the_name_of_a_sheet_is_offered() -> None:
    content = workbook_of({"Training on referral 3 May 2023": [LIST, *people(3)]})
    assert figures(read(content)) == (1, 3)
    content = workbook_of({"Referral 3 May 2023": [LIST, *people(3)]})
    assert unsure(read(content)) == {"Date above the rows": "date_start"}
    sheets = ("Kasur 3 May 2023", "Lahore 20 May 2023")
    content = workbook_of({name: [LIST, *people(2, name[:2])] for name in sheets})
    fields = {"Date above the rows": "date_start", "Name of the sheet": "title"}
    assert figures(read(content, fields, sheet=sheets)) == (2, 4)


def test_sheets_of_districts_with_days_of_their_own_above_are_trainings() -> None:
    places = {"Kasur": 14, "Okara": 16, "Pakpattan": 21}
    sheets = {place: [[f"List of Members of the Committee, {place} trained on {day}.05.2024"],
                      [f"District: {place}"], [], LIST, *people(2, place[:2])]
              for place, day in places.items()}  # fmt: skip
    found = read(workbook_of(sheets))
    assert figures(found) == (3, 6)
    assert isinstance(found, Understood)
    assert sorted(found.checked.trainings["title"]) == [*places]
    sheets["Okara"][0] = ["List of Members of the Committee, Okara trained on 14.05.2024"]
    assert unsure(read(workbook_of(sheets))) == {"Name of the sheet": "title"}  # or one of both


def test_a_person_of_whom_only_the_name_is_known_is_no_title() -> None:
    rows = [[*row[1:]] for row in people(3)]
    rows.insert(1, ["Zarqoon Alone", "", "", ""])
    found = read(csv_of(*rows, header=LIST[1:]), **TRAINING)
    assert "Zarqoon" not in repr(found)
    assert isinstance(found, Understood)
    assert len(found.checked.problems)


def test_sheets_of_one_shape_are_taken_together() -> None:
    sheets = {place: [[f"Training on {place} matters"], [f"Date: {day} May 2023"], LIST,
                      *people(number, place)]
              for place, day, number in (("Kasur", 2, 3), ("Lahore", 20, 2))}  # fmt: skip
    content = workbook_of(sheets)
    fields = {name: field for name, field in ABOVE.items() if "venue" not in name}
    found = read(content, fields, sheet=("Kasur", "Lahore"))
    assert figures(found) == (2, 5)
    assert isinstance(found, Understood)
    assert any("2 tables are read together" in note for note in found.notes)


def merged(*ranges: str, rows: list[list], hidden: int = 0) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cells in ranges:
        book.active.merge_cells(cells)
    if hidden:
        book.active.row_dimensions[hidden].hidden = True
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def test_a_merged_cell_holds_for_its_rows_and_hidden_rows_are_said() -> None:
    header = ["Training", "Date", "District", "Department", "Female"]
    rows = [header, [*ROW, "Police", 3], [None, None, "Lahore", "FIA", 4]]
    total = ["Total", None, None, None, 7]
    found = read(merged("A2:A3", "B2:B3", rows=[*rows, total], hidden=3))
    assert figures(found) == (1, 7)
    assert isinstance(found, Understood)
    assert any("hidden in the file" in note and "row 3" in note for note in found.notes)
    found = read(merged("A2:A3", "B2:B3", "E2:E3", rows=[*rows[:2], [*rows[2][:4], None]]))
    assert isinstance(found, Understood)
    assert set(found.checked.problems["reason"]) == {"One number stands over several rows."}


# ---------------------------------------------------------------------- days and places


def test_several_days_and_digits_of_urdu() -> None:
    header = (*GROUPED, "Department", "Female")
    found = read(csv_of(["Referral", "12-13 Oct 2023", "Kasur", "Police", "\u06f1\u06f2"],
                        header=header))  # fmt: skip
    assert figures(found) == (1, 12)
    assert isinstance(found, Understood)
    assert str(found.checked.trainings["date_end"].item().date()) == "2023-10-13"


def test_a_district_inside_a_posting_is_taken_and_said() -> None:
    header = (*GROUPED, "Department", "Female")
    found = read(csv_of([*ROW[:2], "PS Saddar, Kasur", "Police", "3"], header=header))
    assert figures(found) == (1, 3)
    assert isinstance(found, Understood)
    assert any("is read as Kasur, from a posting" in note for note in found.notes)


def test_a_rank_that_two_agencies_have_tells_none() -> None:
    header = (*GROUPED, "Designation", "Female")
    found = read(csv_of([*ROW, "ASI", "3"], header=header))
    assert isinstance(found, Understood)
    [asked] = found.checked.queue
    assert [one.answer for one in asked.candidates] == ["Police", "FIA"]
    found = read(csv_of([*ROW[:2], "PS Saddar, Kasur", "ASI", "3"], header=header))
    assert isinstance(found, Understood)
    assert found.checked.attendance["agency"].to_list() == ["Police"]


FOREIGN = ("Nangarhar", "Kandahar", "Herat", "Balkh", "Kunduz", "Faryab", "Ghor")
#: One name is that of a district of Pakistan, too.
INDIAN = ("Amritsar", "Jaipur", "Ludhiana", "Patna", "Hyderabad")
INDICATORS = [
    ["District", "Date", "Title", "Indicator", "Value"],
    ["Kasur", "2023", "x", "HDI", "1"],
]


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([(*GROUPED, "Department", "Female"),
          *[["Referral", "2023-05-09", place, "Police", "3"] for place in FOREIGN]],
         "places are none of Pakistan"),
        ([(*GROUPED, "Department", "Female"),
          *[["Referral", "2023-05-09", place, "Police", "3"] for place in INDIAN]],
         "4 of its 5 places are none of Pakistan"),
        ([(*GROUPED, "Country"), [*ROW, "Kenya"]], "of other countries"),
        (INDICATORS, "a table of indicators"),
        ([["District", "Schools", "Teachers Male", "Teachers Female", "Enrolment Boys"],
          ["Bagh", "488", "1203", "1287", "29876"], ["Haveli", "231", "502", "466", "14203"]],
         "a table of indicators"),
        ([["Quotations for training material"], ["#", "Item", "Nos.", "Bidder A (Rs.)", "B (Rs.)"],
          ["1", "Training bags", "60", "450", "430"], ["2", "Note pads", "120", "85", "90"]],
         "a list of purchases"),
        ([["POLICE TRAINING SCHOOL - STORE"], ["#", "District", "Article", "Qty Issued", "Balance"],
          ["1", "Kasur", "Shield", "60", "8"], ["2", "Okara", "Helmet", "12", "9"]],
         "a register of stores"),
        ([["TRAINING BRANCH - ISSUE OF TRAINING MATERIAL TO DISTRICTS, 2024"],
          ["Sr.", "District", "Handbooks (Urdu)", "Standees", "Total items", "Received by"],
          ["1", "Kasur", "21", "3", "24", "OSI"], ["2", "Okara", "26", "1", "27", "Moharrar"]],
         "a register of stores"),
        ([["Country: Afghanistan"], ["Training on referral, 12-13 November 2024"],
          ["No", "Name", "Sex", "Department", "District"], *(row[:5] for row in people(3))],
         "of another country"),
        ([row[1:] for row in people(3)], "names the columns"),
    ],
)  # fmt: skip
def test_files_of_something_else_are_refused(rows: list, why: str) -> None:
    with pytest.raises(ReadingError, match=why) as refused:
        read(text_of(rows).encode())
    assert "Zarqoon" not in str(refused.value)


def test_what_trainings_gave_out_and_a_country_that_is_ours_are_read() -> None:
    header = ["Training", "Date", "Home district", "Agency", "Female", "Kits", "Handbooks"]
    rows = [["Country: Pakistan"], header, ["Referral", "9 May 2023", "Bagh", "FIA", "3", "3", "3"]]
    found = read(text_of(rows).encode())  # it may be asked what was given out, and no more
    assert isinstance(found, Question) or figures(found) == (1, 3)


def test_numbers_of_schools_beside_those_who_were_trained_are_read() -> None:
    header = ["Training", "Date", "Home district", "Schools", "Population", "Agency", "Female"]
    rows = [header, ["Referral", "9 May 2023", "Bagh", "488", "29876", "Police", "3"]]
    assert figures(read(text_of(rows).encode())) == (1, 3)


# ------------------------------------------------------------------ sheets of one workbook


def test_sheets_of_months_are_read_together_though_each_has_a_row_of_totals() -> None:
    header = ["S#", "Training", "Date", "Male", "Female", "Total"]
    april = [
        header,
        ["1", "Referral", "8 April 2023", "22", "0", "22"],
        ["", "Total", "", "22", "0", "22"],
    ]
    may = [
        header,
        ["1", "Screening", "9 May 2023", "5", "4", "9"],
        ["", "Total", "", "5", "4", "9"],
    ]
    summary = [["Month", "Male", "Female"], ["April", "22", "0"], ["May", "5", "4"]]
    content = workbook_of({"Summary": summary, "April": april, "May": may})
    assert figures(understand([content], TODAY)) == (2, 31)


@pytest.mark.parametrize("names", [("SHARP", "SPARC"), ("Session 1", "Session 2")])
def test_sheets_of_one_partner_or_session_each_are_read_together(names: tuple[str, str]) -> None:
    header = ["Partner", "Training", "Date", "District", "Agency", "Male", "Female"]
    sheets = {
        name: [header, [name, f"Referral {n}", f"{n} May 2023", "Kasur", "Police", "3", "4"]]
        for n, name in enumerate(names, start=8)
    }
    assert figures(understand([workbook_of(sheets)], TODAY)) == (2, 14)


def test_a_sheet_of_whom_nothing_in_it_says_that_it_is_one_of_several_is_asked_about() -> None:
    header = ["Partner", "Training", "Date", "District", "Agency", "Male", "Female"]
    sheets = {
        name: [header, [partner, f"Referral {n}", f"{n} May 2023", "Kasur", "Police", "3", "4"]]
        for n, (name, partner) in enumerate({"SHARP": "Another", "SPARC": "SPARC"}.items(), start=8)
    }
    assert not isinstance(understand([workbook_of(sheets)], TODAY), Understood)


def test_sheets_called_by_the_trainings_above_their_rows_are_read_together() -> None:
    header = ["Sr No", "Name", "Gender", "Department", "District"]
    sheets = {
        name: [[f"{name} held on {day} 2023"], header,
               *[[str(n), f"Zarqoon {name}{n}", "F", "Police", "Kasur"] for n in (1, 2)]]
        for name, day in {"Basic Course": "6 February", "Victim Handling": "2 May"}.items()
    }  # fmt: skip
    assert figures(understand([workbook_of(sheets)], TODAY)) == (2, 4)
    registered = {"Registration": sheets["Basic Course"], "Attendance": sheets["Basic Course"]}
    for n, (name, rows) in enumerate(registered.items(), start=1):
        registered[name] = [[f"{name} of Basic Course, {n} May 2023"], *rows[1:]]
    for others in (registered, {**sheets, "Final": sheets["Basic Course"]}):
        assert not isinstance(understand([workbook_of(others)], TODAY), Understood)


def test_of_a_draft_and_its_final_sheet_the_final_one_is_read() -> None:
    header = ["S.No", "Name", "Gender", "Organization", "District"]
    listed = [[str(n), f"Zarqoon {n}", "F", "Police", "Kasur"] for n in range(1, 5)]
    draft = [["DRAFT: see the other sheet"], header, *listed[:3]]
    final = [["Training on safe migration, Kasur, 8 May 2024"], header, *listed]
    for name in ("Draft list", "List"):
        found = understand([workbook_of({name: draft, "Final attendance": final})], TODAY)
        assert figures(found) == (1, 4)
        assert any("is the final one" in note for note in found.notes)
    others = [[f"{n}", f"Nobody {n}", "F", "Police", "Kasur"] for n in range(5, 9)]
    for names in ({"Draft list": [*draft[:2], *others], "Final list": final},
                  {"Draft list": draft, "Final nominations": final},
                  {"Draft list": draft, "Final list": final, "More": final}):  # fmt: skip
        assert not isinstance(understand([workbook_of(names)], TODAY), Understood)


@pytest.mark.parametrize("name", ["Notes", "Codes"])
def test_the_only_sheet_of_a_workbook_is_read_whatever_it_is_called(name: str) -> None:
    rows = [["Training on referral, 3 May 2023"], LIST, *people(3)]
    assert figures(read(workbook_of({name: rows}))) == (1, 3)


def listed_with_hidden(*totals: list[str], parts: int = 0) -> bytes:
    """Return a list of six, the second of them hidden, with totals below, one after ``parts``."""
    above = [["Training on SOPs, Charsadda, 19 October 2023"]]
    people = [[f"Zarqoon{n} Nobody", "F", "Police", "Charsadda"] for n in range(6)]
    first, *others = totals
    rows = [*people[:parts], first, *people[parts:]] if parts else [*people, first]
    header = ["Name", "Gender", "Department", "District"]
    return merged(rows=[*above, header, *rows, *others], hidden=4)


@pytest.mark.parametrize(
    ("content", "number"),
    [     (listed_with_hidden(["", "Total participants: 5 (list was filtered for printing, do not "
                              "delete the lines that are hidden)"]), 5),
          (listed_with_hidden(["Total participants: 5 (4 female, 1 male)"]), 5),
     (listed_with_hidden(["Sub-total", "2"], ["Grand total", "5"], parts=3), 2),
     (listed_with_hidden(["Total", "", "5"]), 5)],
)  # fmt: skip
def test_a_hidden_row_that_a_total_leaves_out_is_a_problem(content: bytes, number: int) -> None:
    found = read(content)
    assert isinstance(found, Understood)
    assert figures(found) == (1, 5)
    assert found.checked.problems["row"].tolist() == [4]
    assert f"the total of {number}" in found.checked.problems["reason"].iloc[0]


def with_note(note: str, *, below: bool = False) -> Understood | Question:
    """Read a list of six, the second of them hidden, with a note above or below it."""
    people = [[f"Zarqoon{n} Nobody", "F", "Police", "Charsadda"] for n in range(6)]
    header = ["Name", "Gender", "Department", "District"]
    above = ["Training on SOPs held at Charsadda on 19 October 2023"]
    rows = [above, [] if below else [note], header, *people, [], [note] if below else []]
    return read(merged(rows=rows, hidden=5))


ABSENT = [
    "Note: hidden row 5 is of a nominee who withdrew before the training; kept for record only.",
    "Note: rows of nominees who did not attend have been hidden; they are not to be counted.",
    "Persons who were invited but did not come are in hidden rows and are not to be counted.",
    "Rows of absentees are hidden", "N.B: hidden rows are not to be counted.",
    "Hidden rows: nominated but never joined", "The hidden rows are for record only.",
    "Rows of nominees who did not come (Sr. 2 to 2) are hidden, they are not to be counted.",
]  # fmt: skip
COUNTED = [
    "Note: hidden rows are also to be counted.", "Total includes the hidden rows (Sr. 2).",
    "Rows are hidden for printing; they are to be counted.",
]  # fmt: skip
OPEN = [
    "Hidden rows are of participants who withdrew after the first day.",
    "Note: some rows are hidden.", "Hidden rows of two columns are to be counted.",
    "Note: hidden rows are to be counted; two did not sign.",
    "Note: remarks of those who did not attend are in the hidden columns.",
    "Note: rows of those who did not attend are not hidden.",
]  # fmt: skip


@pytest.mark.parametrize("note", [*ABSENT, *COUNTED, *OPEN])
def test_a_note_on_hidden_rows_says_whether_they_count(note: str) -> None:
    assert says_hidden_are_absent(note) is (note in ABSENT)
    assert says_hidden_count(note) is (note in COUNTED)


@in_turn({"below": [False, True], "note": [ABSENT[0], ABSENT[-1]]})
def test_a_note_that_the_absent_are_hidden_settles_that_they_do_not_count(
    note: str, *, below: bool
) -> None:
    found = with_note(note, below=below)
    assert isinstance(found, Understood)
    assert figures(found) == (1, 5)
    assert not len(found.checked.problems)
    told = found.checked.tables["attendance"].left_out
    assert (FileRow(5), "hidden, and not counted by what a note says") in told


@in_turn({"below": [False, True], "note": COUNTED[:2]})
def test_a_note_that_hidden_rows_count_settles_that_they_do(note: str, *, below: bool) -> None:
    found = with_note(note, below=below)
    assert isinstance(found, Understood)
    assert figures(found) == (1, 6)
    assert not len(found.checked.problems)


@pytest.mark.parametrize("note", OPEN[1:3])
def test_a_note_that_leaves_open_who_is_hidden_settles_nothing(note: str) -> None:
    found = with_note(note)
    assert isinstance(found, Question) or len(found.checked.problems)


@pytest.mark.parametrize("behind", ["5 present, 1 absent", "incl. 1 invited", "4 female"])
def test_a_total_that_parts_others_off_may_have_a_hidden_row_that_is_not_of_it(behind: str) -> None:
    found = read(listed_with_hidden([f"Total participants: 6 ({behind})"]))
    assert isinstance(found, Understood)
    assert (figures(found) == (1, 6)) is (behind == "4 female")
    assert len(found.checked.problems) == (behind != "4 female")


def filtered(content: bytes, *, outlined: bool = False) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    if outlined:
        book.active.row_dimensions.group(4, 5, hidden=True)
        book.active.row_dimensions[5].hidden = False
    else:
        book.active.auto_filter.ref = "A2:D8"
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        listed_with_hidden(["Total", "6"]),
        listed_with_hidden(["Total: 6 [F: 4 + M: 2]"]),
        filtered(listed_with_hidden(["Total", ""])),
        filtered(listed_with_hidden(["Total", ""]), outlined=True),
    ],
)
def test_a_hidden_row_is_counted_and_said_where_a_total_has_it_or_a_filter(content: bytes) -> None:
    found = read(content)
    assert isinstance(found, Understood)
    assert figures(found) == (1, 6)
    assert not len(found.checked.problems)
    assert any("read like the others: row 4" in note for note in found.notes)


def test_a_hidden_figure_is_left_out_beside_one_that_is_shown() -> None:
    day = "2023-05-09"
    rows = [["District", "Date", "Agency", "Old figure (draft)", "Participants"],
            ["Kasur", day, "Police", 10, 9], ["Okara", day, "FIA", 8, 6]]  # fmt: skip

    def hiding(*letters: str, shown: str = "Participants") -> bytes:
        book = openpyxl.load_workbook(
            io.BytesIO(workbook_of({"S": [[*rows[0][:4], shown], *rows[1:]]}))
        )
        for letter in letters:
            book["S"].column_dimensions[letter].hidden = True
        held = io.BytesIO()
        book.save(held)
        return held.getvalue()

    assert figures(read(hiding("D"))) == (1, 15)
    assert list(unsure(read(hiding()))) == ["Old figure (draft)"]
    assert "Old figure (draft)" in unsure(read(hiding("D", shown="Figure")))


@pytest.mark.parametrize(
    ("header", "cells", "number"),
    [("Posting", "", 1), ("Attendance", "P", 0), ("Remarks", "did not attend", 0)],
)
def test_a_person_hidden_by_hand_may_not_have_come(header: str, cells: str, number: int) -> None:
    """Unless a column says who came."""
    rows = [[f"Zarqoon{n} Nobody", "F", "Police", "Kasur", cells] for n in range(6)]
    rows[-1][-1] = "" if header == "Remarks" else cells
    above = [["Training on SOPs, Kasur, 19 October 2023"]]
    listed = [*above, ["Name", "Gender", "Department", "District", header], *rows]
    found = read(merged(rows=listed, hidden=4))
    assert isinstance(found, Understood)
    hidden = "nothing says whether this person came"
    assert sum(hidden in reason for reason in found.checked.problems["reason"]) == number


@pytest.mark.parametrize(
    ("names", "whole"),
    [(("Q1 Jan-Mar 2023", "Q2 Apr-Jun 2023"), "Summary 2023"),
     (("1st Quarter", "2nd Quarter"), "Annual Summary")],
)  # fmt: skip
def test_sheets_of_quarters_are_read_together_without_the_one_that_sums_them_up(
    names: tuple[str, str], whole: str
) -> None:
    header = ["Training", "Date", "District", "Department", "Male", "Female"]
    sheets = {
        names[0]: [header, ["Referral", "25 Jan 2023", "Kasur", "Police", "5", "2"]],
        names[1]: [header, ["Basics", "16 May 2023", "Okara", "FIA", "3", "1"]],
        whole: [["Quarter", "Trainings", "Male", "Female"], [names[0], "1", "5", "2"],
                [names[1], "1", "3", "1"], ["Total", "2", "8", "3"]],
    }  # fmt: skip
    found = read(workbook_of(sheets))
    assert isinstance(found, Understood)
    assert figures(found) == (2, 11)


def register_and_list(of_register: str, of_list: str, codes: tuple[str, ...]) -> bytes:
    return workbook_of({
        "Trainings": [[of_register, "Title", "Start", "Venue district"],
                      [codes[0], "Referral", "2023-02-22", "Kasur"],
                      [codes[1], "Law", "2023-06-20", "Okara"]],
        "People": [["No", of_list, "Name", "Gender", "Employer", "Home district"],
                   ["1", codes[0], "Zarqoon A", "F", "NGO", "Kasur"],
                   ["2", codes[0], "Zarqoon B", "M", "Police", "Okara"],
                   ["3", codes[-1], "Zarqoon C", "M", "Police", "Okara"]],
    })  # fmt: skip


@pytest.mark.parametrize(
    ("of_register", "of_list", "codes"),
    [("Training ID", "Code", ("A-1", "A-2")),
     ("S.No", "Training No", ("1", "2"))],
)  # fmt: skip
def test_a_register_and_a_list_may_call_the_codes_of_trainings_otherwise(
    of_register: str, of_list: str, codes: tuple[str, ...]
) -> None:
    found = read(register_and_list(of_register, of_list, codes))
    assert isinstance(found, Understood)
    assert not len(found.checked.problems)
    assert figures(found) == (2, 3)
    assert found.checked.attendance["adm2_pcode"].tolist().count("PK626") == 2


@pytest.mark.parametrize(
    ("of_register", "of_list", "codes"),
    [("Code", "Training code", ("A-1", "A-2", "A-3")), ("Place", "Batch", ("A-1", "A-2"))],
)
def test_a_list_with_other_codes_than_a_register_is_asked_about(
    of_register: str, of_list: str, codes: tuple[str, ...]
) -> None:
    assert not isinstance(read(register_and_list(of_register, of_list, codes)), Understood)


def test_districts_that_name_sheets_of_numbers_may_be_the_homes_of_their_people() -> None:
    sheets = {name: [["Held on", "Department", "Male", "Female"], [day, "Police", "6", "1"],
                     [day, "FIA", "2", "3"]]
              for name, day in (("Kasur", "9 May 2023"), ("Okara", "16 May 2023"))}  # fmt: skip
    content = workbook_of(sheets)
    both = {"Name of the sheet": "title", "District of the sheet": "district"}
    assert unsure(read(content)) == both
    found = read(content, both)
    assert isinstance(found, Understood)
    homes = found.checked.attendance.groupby("adm2_pcode")["participants_m"].sum()
    assert homes.to_dict() == {"PK614": 8, "PK626": 8}
