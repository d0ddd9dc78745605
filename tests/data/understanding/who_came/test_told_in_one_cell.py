"""What one cell tells beside what its column has: a sex, a venue, how many are named in it."""

import pandas as pd
import pytest

from data.sheets.field_names import field_of_name
from data.sheets.words.count_words import Counted, count_in_words
from data.understanding.columns.people.names_in_cells import (
    MORE_NAMED,
    ONE_A_LINE,
    hold_several_persons,
)
from data.understanding.columns.people.sexes_in_names import address
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import csv_of, text_of, workbook_of
from tests.data.understanding.readings import DAY, figures, people, read, summed, understood

# ------------------------------------------------------------------------ Mr and Ms of names


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("Mr. Zarqoon Nobody", "Male"),
        ("MST. ZARQOONA", "Female"),
        ("Mohtarma Zarqoona Nobody", "Female"),
        ("Janab Zarqoon Nobody", "Male"),
        ("Dr. (Mrs.) Zarqoona", "Female"),
        ("Nobody Zarqoona, Ms", "Female"),
        ("3. Mr. Zarqoon", "Male"),
        ("محترمہ زرقونہ", "Female"),
        ("Dr. Zarqoon", "neither"),
        ("Mr/Ms Nobody", ""),
        ("Mr. & Mrs. Nobody", ""),
        ("Syeda Zarqoona", ""),
        ("Zarqoona Bibi", ""),
        ("Msaeed Nobody", ""),
        ("Zarqoon S/O Mr. Nobody", "Male"),
        ("Zarqoona w/o Nobody", "Female"),
        ("Zarqoona, daughter of Nobody", "Female"),
        ("زرقون ولد نمونہ", "Male"),
        ("Ms. Zarqoona S/O Nobody", ""),
        ("Zarqoona D/O or W/O Nobody", ""),
        ("Zarqoona S/D/W/O Nobody", ""),
        ("Zarqoona C/O Nobody", ""),
        ("Total", "none"),
    ],
)
def test_only_a_form_of_address_that_is_certain_tells_a_sex(name: str, sex: str) -> None:
    assert address(name) == sex


def sexes(*names: str, called: str = "Name") -> tuple[int, int, int]:
    rows = [[str(n), name, "Police", "Kasur"] for n, name in enumerate(names, start=1)]
    above = [[f"Orientation on referral, {DAY}"], ["Sr. No", called, "Department", "District"]]
    found = understood(workbook_of({"List": [*above, *rows]}))
    shown = " ".join(found.notes)
    assert "Zarqoon" not in shown
    told = counted(found)
    assert ("Mr, Ms, S/O" in shown) == any(told[:2])
    return told


def counted(found: Understood) -> tuple[int, int, int]:
    """Return how many women, men and people of a sex that is not told came."""
    counts = found.checked.attendance
    fields = ("participants_f", "participants_m", "participants_unspecified")
    f, m, x = (int(counts[field].fillna(0).sum()) for field in fields)
    return f, m, x


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (["FEMALE PARTICIPANTS - Training on referral, 9 May 2023"], (2, 0, 0)),
        (["Male trainees: training on referral"], (0, 2, 0)),
        (["Male participants: nine, female participants: two"], (0, 0, 2)),
        (["Male participants - on referral", "Female participants - on shelter"], (0, 0, 2)),
    ],
)
def test_the_heading_of_a_list_of_one_sex_tells_that_of_all(
    above: list[str], expected: tuple[int, int, int]
) -> None:
    rows = [[str(n), f"Zarqoon{n} Nobody", "Police", "Kasur"] for n in (1, 2)]
    header = ["Sr. No", "Name", "Department", "District"]
    texts = [[f"Orientation on referral, {DAY}"], *([one] for one in above)]
    found = understood(workbook_of({"List": [*texts, header, *rows]}))
    assert counted(found) == expected


def test_names_with_mr_and_ms_tell_sexes_where_nearly_each_has_one() -> None:
    assert sexes("Ms. Zarqoon A", "Mr. Zarqoon B", "Mrs Zarqoon C") == (2, 1, 0)
    four = [f"Mr. Zarqoon {letter}" for letter in "ABCD"]
    assert sexes(*four, "Zarqoon E") == (0, 4, 1)
    assert sexes(*four, "Dr. Zarqoon E") == (0, 4, 1)
    assert sexes("Ms. Zarqoon A", "Zarqoon B", "Zarqoon C") == (0, 0, 3)


@pytest.mark.parametrize(
    "called",
    ["Mr/Mrs/Ms Name", "Name of officer (Mr, Ms or Dr)", "نام شرکاء"],
)  # fmt: skip
def test_a_column_of_names_may_have_forms_of_address_in_its_own_name(called: str) -> None:
    assert sexes("Ms. Zarqoon A", "Mr. Zarqoon B", "Mrs Zarqoon C", called=called) == (2, 1, 0)


@pytest.mark.parametrize("called", ["نام شرکاء", "نام افسر", "Name of Advocate"])
def test_a_column_of_names_is_known_by_whose_they_are(called: str) -> None:
    assert field_of_name(called) == "name_of_person"


@pytest.mark.parametrize("called", ["Husband's name (Mr.)", "Coordinator's name (Mr/Ms)"])
def test_forms_of_address_of_others_tell_no_sex(called: str) -> None:
    names = ("Ms. Zarqoon A", "Mr. Zarqoon B", "Mrs Zarqoon C")
    rows = [[str(n), f"Zarqoon {n}", name, "Police", "Kasur"]
            for n, name in enumerate(names, start=1)]  # fmt: skip
    above = [[f"Orientation on referral, {DAY}"], ["Sr", "Name", called, "Department", "District"]]
    found = understood(workbook_of({"List": [*above, *rows]}))
    assert int(found.checked.attendance["participants_unspecified"].sum()) == 3


def test_a_column_of_sexes_comes_before_forms_of_address() -> None:
    rows = [[f"Orientation on referral, {DAY}"], ["Sr", "Name", "Sex", "Department", "District"],
            *[[str(n), f"Mr. Zarqoon {n}", "F", "Police", "Kasur"] for n in (1, 2, 3)]]  # fmt: skip
    found = understood(workbook_of({"List": rows}))
    assert int(found.checked.attendance["participants_f"].sum()) == 3


# ----------------------------------------------------------------- numbers, days and venues


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("16 (all female)", Counted(16, 0, 16)),
        ("18 (all male)", Counted(0, 18, 18)),
        ("12 men only", Counted(0, 12, 12)),
        ("14 men, 1 woman", Counted(1, 14)),
        ("M-14 F-1", Counted(1, 14)),
        ("24 (incl. 06 female)", Counted(6, None, 24)),
        ("24 including 6 women officers", Counted(6, None, 24)),
        ("21, of whom 5 women", Counted(5, None, 21)),
        ("30 (out of which 4 male)", Counted(None, 4, 30)),
        ("۲۴ (بشمول ۶ خواتین)", Counted(6, None, 24)),
        ("24 (incl. 06 drivers)", None),
        ("24 (incl. 06 female and others)", None),
        ("16 (all officers)", None),
        ("16 (nearly all female)", None),
    ],
)
def test_a_number_says_how_many_of_all_are_of_one_sex(text: str, counted: Counted | None) -> None:
    assert count_in_words(text) == counted


def test_a_day_and_a_venue_of_one_cell_are_both_read() -> None:
    rows = [["Subject", "Date & Venue", "Participants"],
            ["Minimum wages", "15 May 2023, Labour Office Kasur", "45 (30 M, 15 F)"],
            ["Safe jobs", "Hall One, 23 - 24 May 2023", "38 (all male)"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert figures(found) == (2, 83)
    told = found.checked.trainings
    assert {*told["venue"]} == {"Labour Office Kasur", "Hall One"}
    assert {*told["date_start"].dt.strftime("%d.%m.%Y")} == {"15.05.2023", "23.05.2023"}
    rows[2][1] = "Hall One"  # one without a day: nothing is read as either
    assert isinstance(read(text_of(rows).encode()), Question)


def test_a_cell_of_one_with_others_is_of_several_persons() -> None:
    for text in ("A with team", "A and staff", "A (with 2 constables)", "A aur 2 saathi", "A etc.",
                 "5 constables", "Constables (5)", "Mr. & Mrs. A", "A & party"):  # fmt: skip
        assert hold_several_persons(pd.Series([text])), text
    for text in ("Zarqoon Withers", "Zarqoon Staff", "Zarqoon 2nd", "Officer Zarqoon"):
        assert not hold_several_persons(pd.Series([text])), text


def test_names_that_are_numbered_in_a_cell_are_as_many_people() -> None:
    rows = [["Press club: training of journalists"], ["Session", "Date", "Participants", "Venue"],
            ["A", DAY, "1. Zarqoon Aleem\n2. Zarqoon Bahman\n3. Zarqoon Chand", "Hall One"],
            ["B", "16 May 2023", "1. Zarqoon Dost\n2. Zarqoon Ehsan", "Hall Two"]]  # fmt: skip
    assert figures(understood(workbook_of({"List": rows}))) == (2, 5)
    for others in ("Zarqoon D and others", "1. Police officials\n2. Teachers"):
        rows[3][2] = others
        assert isinstance(read(workbook_of({"List": rows})), Question)


@pytest.mark.parametrize(
    ("first", "second", "counted"),
    [
        (
            "1. Mr. Zarqoon Aleem\n2. Ms. Zarqoon Bahman\n3. Miss Zarqoon Chand",
            "1. Mr Zarqoon Dost",
            (2, 2, 0),
        ),
        (
            "Mr. Zarqoon Aleem, Ms. Zarqoon Bahman and Dr. Zarqoon Chand",
            "Mr. Zarqoon Dost",
            (1, 2, 1),
        ),
        ("محترمہ زرقون بشیر; محترم زرقون بے", "محترم زرقون جیم", (1, 2, 0)),
        ("1. Mr. Zarqoon Aleem\n2. Zarqoon Bahman\n3. Zarqoon Chand", "1. Zarqoon Dost", (0, 0, 4)),
    ],
)
def test_several_names_of_a_cell_have_each_the_sex_of_its_own_address(
    first: str, second: str, counted: tuple[int, int, int]
) -> None:
    rows = [["Session", "Date", "Participants", "Venue"], ["A", DAY, first, "Hall One"],
            ["B", "16 May 2023", second, "Hall Two"]]  # fmt: skip
    found = understood(workbook_of({"List": rows}))
    fields = ("participants_f", "participants_m", "participants_unspecified")
    told = found.checked.attendance
    assert tuple(int(told[field].fillna(0).sum()) for field in fields) == counted
    assert "Zarqoon" not in " ".join(found.notes)


@pytest.mark.parametrize(("called", "number", "counted"), [
    ("Nos.", 2, (2, 1, 0)), ("Total", 2, (2, 1, 0)),
    ("Nos.", 5, (0, 0, 6)),
])  # fmt: skip
def test_a_number_that_is_as_many_as_a_cell_names_has_their_sexes(
    called: str, number: int, counted: tuple[int, int, int]
) -> None:
    rows = [[f"Training on referral, {DAY}"], ["No", "Department", "District", "Names", called],
            ["1", "Police", "Kasur", "1. Mr. Zarqoon Aleem\n2. Ms. Zarqoon Bahman", str(number)],
            ["2", "NGO", "Okara", "1. Mst. Zarqoon Chand", "1"]]  # fmt: skip
    found = read(workbook_of({"List": rows}))
    if number == 5:  # it may count anything
        assert isinstance(found, Question)
        return
    fields = ("participants_f", "participants_m", "participants_unspecified")
    told = found.checked.attendance
    assert tuple(int(told[field].fillna(0).sum()) for field in fields) == counted


SEVERAL_IN_CELLS = [["Police", "Kasur", "Zarqoon Nobody; Tahir Nobody; Naseem Nobody"],
                    ["Labour", "Okara", "Parveez Nobody; Zarqoon Anybody"],
                    ["FIA", "Lahore", "Tahir Anybody"]]  # fmt: skip


def test_as_many_as_a_cell_names_are_all_of_whom_some_are_women() -> None:
    numbers = [["3", "1"], ["2", "2"], ["1", "0"]]
    rows = [[*one, *own] for one, own in zip(SEVERAL_IN_CELLS, numbers, strict=True)]
    head = [["Training of members, Kasur, 9 May 2023"],
            ["Department", "District", "Attendees", "How many", "Women"]]  # fmt: skip
    counted = understood(text_of([*head, *rows]).encode()).checked.attendance
    assert counted[["participants_f", "participants_m"]].sum().tolist() == [3, 3]


def test_where_cells_name_more_than_the_women_counted_somebody_is_asked() -> None:
    rows = [[*one, own] for one, own in zip(SEVERAL_IN_CELLS, "120", strict=True)]
    head = [["Training of members, Kasur, 9 May 2023"],
            ["Department", "District", "Attendees", "Women"]]  # fmt: skip
    asked = read(text_of([*head, *rows]).encode())
    assert isinstance(asked, Question)
    assert asked.proposal
    assert [one.reason for one in asked.proposal.columns if not one.sure] == [MORE_NAMED]


def test_a_father_in_a_line_below_a_name_is_no_other_participant() -> None:
    assert sexes("Mr. Zarqoon Aleem, S/O Mr. Bahman Nobody", "Ms. Zarqoona\nW/O Mr. Chand Nobody",
                 "Mr. Zarqoon Dost; S/O Mr. Ehsan Nobody") == (1, 2, 0)  # fmt: skip


@pytest.mark.parametrize("called", ["Parentage"])
def test_whose_son_or_daughter_somebody_is_tells_the_sex(called: str) -> None:
    def listed(*kin: str) -> tuple[int, int, int]:
        rows = [[str(n), f"Zarqoon {n}", one, "Police", "Kasur"] for n, one in enumerate(kin, 1)]
        header = ["Sr", "Name", called, "Department", "District"]
        found = understood(workbook_of({"List": [[f"Course on referral, {DAY}"], header, *rows]}))
        fields = ("participants_f", "participants_m", "participants_unspecified")
        told = found.checked.attendance
        return tuple(int(told[field].fillna(0).sum()) for field in fields)

    assert listed("S/O Mr. Aleem", "D/O Bahman", "W/O Chand") == (2, 1, 0)
    if called != "Parentage":
        return
    assert listed("Mr. Aleem", "Mr. Bahman", "Mr. Chand") == (0, 0, 3)
    assert listed("S/O Aleem", "Bahman", "Chand") == (0, 0, 3)


# --------------------------------------------------------------------- names of columns


@pytest.mark.parametrize("name", ["Participants", "Names of participants", "Officers"])
def test_the_lines_of_a_cell_are_as_many_people(name: str) -> None:
    header = ["Date", "Training", "Venue", name, "Remarks"]
    rows = [[DAY, "A", "Hall One", "Zarqoon Aleem\nZarqoon Bahman,\nZarqoon Chand", ""],
            ["16 May 2023", "B", "Hall Two", "Zarqoon Dost\nZarqoon Eman", ""]]  # fmt: skip
    found = understood(workbook_of({"Register": [["Register"], [], header, *rows]}))
    assert figures(found) == (2, 5)
    assert "Zarqoon" not in repr(found.notes)
    if name != "Officers":
        return
    rows[1][3] += "\nInspector"
    asked = read(workbook_of({"Register": [["Register"], [], header, *rows]}))
    assert isinstance(asked, Question)
    assert asked.proposal
    assert ONE_A_LINE in {one.reason for one in asked.proposal.columns}


def test_a_second_line_beside_a_post_is_of_the_same_person() -> None:
    rows = [[DAY, "A", "Zarqoon Aleem\nZarqoon Bahman", "ASI"],
            [DAY, "A", "Zarqoon Chand\ns/o Zarqoon Dost", "SI"]]  # fmt: skip
    found = read(workbook_of({"List": [["Date", "Training", "Participants", "Rank"], *rows]}))
    assert isinstance(found, Question) or figures(found) == (1, 2)


def test_trainings_with_their_days_over_columns_have_a_row_each() -> None:
    rows = [["Participants by home district and training"],
            ["Home District", "National ToT (16-18 Jan 2023)", "Refresher (5 Jun 2023)", "Total"],
            ["Kasur", "4", "1", "5"], ["Okara", "2", "", "2"]]  # fmt: skip
    found = understood(workbook_of({"List": rows}), agency="not published")
    assert figures(found) == (2, 7)
    assert summed(found, "adm2_pcode") == {"PK614": 5, "PK626": 2}
    rows[0] = ["By home district"]  # of which nobody knows whether they are people
    assert isinstance(read(workbook_of({"List": rows})), Question)
    rows[1][1:3] = ["Population (1 Mar 2023)", "Cases (5 Jun 2023)"]
    assert isinstance(read(workbook_of({"List": rows})), Question)


def test_days_without_a_year_over_ticks_are_names_of_columns() -> None:
    header = ["Sr#", "Name of Officer", "Department", "District", "Gender", "9/5", "10/5"]
    ticks = [["√", "√"], ["", ""], ["", "√"]]
    both = zip(people(3), ticks, strict=True)
    listed = [[row[0], row[1], "Police", "Kasur", "F", *own] for row, own in both]
    rows = [["Workshop on referral - 9 to 10 May 2023 - Kasur"],
            ["(√ = attended, blank = did not attend)"], header, *listed]  # fmt: skip
    assert figures(understood(workbook_of({"List": rows}))) == (1, 2)


# -------------------------------------------------------------------- women and men of one cell


@pytest.mark.parametrize(
    ("name", "cells", "expected"),
    [
        ("No. of participants (Male/Female)", ("14/6", "8/13"), (19, 22)),
        ("M/F", ("14/6", "8 / 13"), (19, 22)),
        ("Trained (F/M)", ("14/6", "8/13"), (22, 19)),
        ("Participants M/F/T", ("14/6/20", "8+13=21"), (19, 22)),
    ],
)
def test_two_numbers_of_a_cell_are_of_the_sexes_in_the_name_of_its_column(
    name: str, cells: tuple[str, str], expected: tuple[int, int]
) -> None:
    rows = [["Title", "Held on", "Venue", name], ["On referral", DAY, "Hall A", cells[0]],
            ["On screening", "16 May 2023", "Hall B", cells[1]]]  # fmt: skip
    found = understood(text_of(rows).encode())
    counts = found.checked.attendance
    assert (counts["participants_f"].sum(), counts["participants_m"].sum()) == expected
    assert any("each is of the sex" in note for note in found.notes)
    if name != "M/F":
        return
    rows[1][3] = "14"  # of whom nobody says which they are
    other = read(text_of(rows).encode(), agency="not published")
    assert isinstance(other, Question) or len(other.checked.problems)


def test_two_numbers_under_a_force_are_its_women_and_men() -> None:
    rows = [["Training", "Date", "District", "Police (M/F)", "FIA (M/F)"],
            ["Referral", DAY, "Kasur", "14/6", "2/1"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert summed(found, "agency") == {"Police": 20, "FIA": 3}
    assert int(found.checked.attendance["participants_f"].sum()) == 7


TEXTS = ["18 (7 F + 11 M)", "26 (26 F)", "25 (10F, 15M)", "14 persons: 5 women 9 men",
         "F: 3, M: 4", "9 (Female 4 / Male 5)", "5 women and 3 men", "2 ladies, 4 gents = 6",
         "12 (12 males)", "Total 7: 3 aurat 4 mard"]  # fmt: skip


@pytest.mark.parametrize("name", ["How many", "No. of persons (F/M)"])
def test_cells_that_say_how_many_are_women_and_men_are_read(name: str) -> None:
    listed = [[f"Session {n}", f"2023-05-{n + 1:02}", "Kasur", text]
              for n, text in enumerate(TEXTS)]  # fmt: skip
    found = understood(
        csv_of(*listed, header=["Training", "Date", "Home district", name]), agency="not published"
    )
    counted = found.checked.attendance[["participants_f", "participants_m"]].sum().tolist()
    assert counted == [65, 67]
    assert any("read as women and men, as its cells say" in note for note in found.notes)


@pytest.mark.parametrize("text", ["19 (7 F + 11 M)", "7 F of 11 police"])
def test_cells_whose_women_and_men_are_not_their_sum_are_not_read(text: str) -> None:
    listed = [["Referral", "2023-05-09", "Kasur", TEXTS[0]], ["Other", "2023-06-09", "Kasur", text]]
    content = csv_of(*listed, header=["Training", "Date", "Home district", "Participants"])
    found = read(content, agency="not published")
    assert isinstance(found, Question) or found.checked.participants_accepted < 19


# ------------------------------------------------------------- names where a number might stand


def under_participants(*texts: str, **days: str) -> Understood | Question:
    rows = [[text, "Police", "Kasur", "Referral", days.get(f"of_{n}", DAY)]
            for n, text in enumerate(texts)]  # fmt: skip
    names = ["Participants", "Agency", "Working in", "Training", "Date"]
    return read(csv_of(*rows, header=names))


def test_what_people_are_called_by_names_one_in_each_row() -> None:
    found = under_participants("Muhammad Nobody", "Akhtar Anybody", "Somebody Hussain")
    assert isinstance(found, Understood)
    assert found.checked.participants_accepted == 3


@pytest.mark.parametrize("texts", [("Bus Drivers", "Brick Makers"), ("Anybody Traders", "Zarqoon")])
def test_other_texts_may_be_groups(texts: tuple[str, str]) -> None:
    assert isinstance(under_participants(*texts), Question)


@pytest.mark.parametrize("more", ["aur saathi", "et al", "with family"])
def test_who_came_with_more_than_are_named_is_asked_about(more: str) -> None:
    texts = ["Muhammad Nobody", "Akhtar Anybody", f"Somebody Hussain {more}"]
    assert isinstance(under_participants(*texts), Question)


def test_whoever_is_named_beside_a_training_of_each_row_may_have_opened_it() -> None:
    found = under_participants("Muhammad Nobody", "Akhtar Anybody", of_1="16 May 2023")
    assert isinstance(found, Question)
