"""Texts whose columns are set out by spaces, as pasted out of a PDF or a letter."""

import pytest

from data.files.csv_text import csv_text
from data.files.spaced_text import spaced_rows
from data.records.errors import ReadingError
from tests.data.sheets_made import checked, counts
from tests.data.understanding.readings import understood

TABLE = """\
S#   District                    Male   Female   Total
1    Jacobabad                      6        1       7
2    Kashmore at Kandhkot           7        4      11
3    Sohbatpur                     10               10
     Total                         23        5      28
"""
REPORT = f"""\
QUARTERLY PROGRESS REPORT                 Page 3 of 9

Two days training was arranged at Jacobabad on 17-18 July 2023. Members, as under:

{TABLE}
3.3  Financial position

Funds released: Rs. 1.250 million, of which 79% were spent.
"""


def test_columns_are_told_by_where_their_cells_stand() -> None:
    found = spaced_rows(REPORT)
    assert found
    assert [row for row in found.rows if row[1:] != [""] * 4] == [
        ["S#", "District", "Male", "Female", "Total"],
        ["1", "Jacobabad", "6", "1", "7"],
        ["2", "Kashmore at Kandhkot", "7", "4", "11"],
        ["3", "Sohbatpur", "10", "", "10"],
        ["", "Total", "23", "5", "28"],
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_report_with_a_table_set_out_by_spaces_is_read(end: str) -> None:
    found = understood(REPORT.replace("\n", end).encode(), agency="not published")
    told = found.checked.attendance.astype(object)
    assert sum(row[4] for row in counts(found.checked)) == 23
    assert told["participants_f"].isna().sum() == 1
    assert told["participants_f"].sum() == 5
    assert not len(found.checked.problems)
    assert any("by spaces" in note for note in found.notes)


def test_lines_that_are_drawn_are_no_rows() -> None:
    first, *rest = TABLE.splitlines()
    drawn = "\n".join(["-" * 60, first, "---  ---------   ----  -----  ----", *rest, "=" * 60])
    found = spaced_rows(drawn)
    assert found
    assert [row[1] for row in found.rows if row[1]] == [
        "District", "Jacobabad", "Kashmore at Kandhkot", "Sohbatpur", "Total",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "more",
    [
        "4    Usta Muhammad  10 2 12\n",  # its numbers are of no column alone
        "4    Usta\n     Muhammad          10        2      12\n",  # a line that goes on
        "4    Usta Muhammad in Jaffarabad   2        1       3\n5    A   B   C  D  E  F\n",
        "Of these:\n5    Swat                           1        1       2\n",
    ],
)
def test_a_line_that_does_not_stand_in_the_columns_is_not_moved_into_them(more: str) -> None:
    assert spaced_rows(TABLE + more).untold


FULL = """\
S#   Training              Date         Agency                    Women   Men   Total
1    Referral of victims   9 May 2023   Police                    3       22    25
{line}
3    Case work             1 June 2023  FIA                       5       13    18
4    Shelters              2 June 2023  Social Welfare Department 14      6     20
     Total                                                        24      47    71
"""


@pytest.mark.parametrize(
    ("line", "cells"),
    [("2    Referral by districts 14 May 2023  Police                    2       6     8",
      ["2", "Referral by districts", "14 May 2023", "Police", "2", "6", "8"]),
     ("2    Referral of victims at 14 May 2023 Police                    2       6     8",
      None),
     ("2    Referral of victims   14 May 2023  Police and some 12 others 2       6     8",
      ["2", "Referral of victims", "14 May 2023", "Police and some 12 others", "2", "6", "8"]),
     ("2    Referral of victims   14 May 2023  Police and those from usxx2       6     8",
      None)],
)  # fmt: skip
def test_one_space_parts_a_cell_that_fills_its_column_from_the_next(
    line: str, cells: list[str] | None
) -> None:
    found = spaced_rows(FULL.format(line=line))
    assert found.rows[2:3] == ([cells] if cells else [])
    assert found.full == ((3, 5) if cells else ())


def test_columns_that_cannot_be_told_apart_are_refused_as_such() -> None:
    crossing = TABLE + "4    Usta Muhammad of the district  7        1       8\n"
    with pytest.raises(ReadingError, match=r"line 6: .* cannot be told apart"):
        csv_text(crossing.encode(), "The file")


def test_more_columns_than_a_page_has_are_none() -> None:
    assert spaced_rows("a  b  c  d\n" * 3) is not None
    assert spaced_rows("a  " * 7_000 + "\n" + ("a  " * 7_000 + "\n") * 2) is None


def test_a_row_that_lacks_what_is_not_known_stays_one() -> None:
    found = spaced_rows(TABLE + "4    Swat\n")
    assert found
    assert ["4", "Swat", "", "", ""] in found.rows


@pytest.mark.parametrize(
    "text",
    ["District,Male,Female\nSwat,  1,  2\nKasur,  3,  4\nOkara,  5,  6\n",
     "District ; Male ; Female\nSwat     ; 1    ; 2\nKasur    ; 3    ; 4\n"],
)  # fmt: skip
def test_spaces_beside_a_separator_are_none(text: str) -> None:
    assert "spaces" not in " ".join(csv_text(text.encode(), "The file").notes)


def test_a_sentence_of_a_letter_below_its_table_is_a_note() -> None:
    letter = (
        "Subject:\tTraining of FIA officers on TIP, 9 May 2023\n\nS#\tDistrict\tMale\tFemale\n"
        "1\tKasur\t2\t1\n2\tOkara\t4\t0\n\n3.\tSubmitted for information please.\n"
    )
    found = checked(letter.encode())
    assert not len(found.problems)
    assert sum(row[4] for row in counts(found)) == 6


def test_a_short_row_that_may_be_a_record_is_told() -> None:
    table = "S#\tDistrict\tMale\tFemale\n1\tKasur\t2\t1\n\n2.\tDera Ghazi Khan\n"
    content = f"Training on TIP, 9 May 2023\n\n{table}".encode()
    assert len(understood(content, agency="not published").checked.problems)


ANNEX = """\
S#   Training                                  Date(s)           Venue        Women   Men
1    Workshop for DAHTC members                17-18 Jan 2023    Rawalpindi       9    22
2    Training on trafficking in persons and    7-9 Mar 2023      Islamabad        8    17
     smuggling of migrants laws
3    Training of trainers                      23-24 May 2023    Dera Ghazi       5    24
     (second batch)                                              Khan

                                  Page 87

ANNEX-F continued
S#   Training                                  Date(s)           Venue        Women   Men
4    Refresher for committee members           29 Nov -          Lahore          11    20
                                               1 Dec 2023
     Total                                                                       33    83
"""


def test_what_wraps_is_of_the_row_above_and_a_page_is_no_row() -> None:
    found = spaced_rows(ANNEX)
    assert found
    assert found.wrapped == (4, 6, 13)
    titles = [row[1] for row in found.rows if row[0].isdigit()]
    assert titles == [
        "Workshop for DAHTC members",
        "Training on trafficking in persons and smuggling of migrants laws",
        "Training of trainers (second batch)",
        "Refresher for committee members",
    ]
    assert found.rows[4][3] == "Dera Ghazi Khan"
    assert found.rows[11][2] == "29 Nov - 1 Dec 2023"


def test_an_annex_over_two_pages_is_read_and_says_what_fell_out() -> None:
    found = understood(ANNEX.encode())
    told = found.checked.attendance
    assert told["participants_f"].sum() == 33
    assert told["participants_m"].sum() == 83
    assert len(found.checked.trainings) == 4
    assert not len(found.checked.problems)
    assert any("go on with the row above, and are of it: 4, 6, 13" in one for one in found.notes)
    assert {"the number of a page", "the header again"} <= {
        why for _row, why in found.checked.tables["attendance"].left_out
    }


PAGED = """Annual Report 2023

Members trained in the course on referral, by district

Sr.  District      Department    Date         Women   Men
1    Kasur         Police        11 May 2023  1       8
2    Okara         FIA           11 May 2023  0       3

{line}
\x0c
Sr.  District      Department    Date         Women   Men
3    Okara         Police        11 May 2023  2       5
"""


@pytest.mark.parametrize(
    "line",
    ["Annual Report 2023                              87",
     "Report of the Project 2023-24                   87"],  # which stands nowhere else
)  # fmt: skip
def test_a_running_line_with_the_number_of_its_page_is_no_row(line: str) -> None:
    text = PAGED.format(line=line)
    found = spaced_rows(text)
    assert found
    assert [row[1] for row in found.rows if row[0].isdigit()] == ["Kasur", "Okara", "Okara"]
    read = understood(text.encode())
    assert read.checked.participants_accepted == 19
    assert not len(read.checked.problems)
    assert "the number of a page" in {why for _, why in read.checked.tables["attendance"].left_out}


def test_a_running_line_that_says_which_page_it_is_is_no_row_in_any_column() -> None:
    """ "Page 88" stands under the number of women here, and its text stands above the table."""
    for text, page in [("Annual Report 2023                           ", "Page 88"),
                       ("FIA        Annual Report 2023         ", "88 | P a g e")]:  # fmt: skip
        found = spaced_rows(f"{PAGED.format(line=text + page)}\n{text}{page}\n")
        assert found, text
        assert [row[1] for row in found.rows if row[0].isdigit()] == ["Kasur", "Okara", "Okara"]
        assert found.rows[8][0] == page


def test_a_line_with_a_page_that_may_head_the_rows_below_is_not_left_out() -> None:
    names = PAGED.splitlines(keepends=True)[4]
    before, after = PAGED.format(line="Committee of Kasur           Page 88").rsplit(names, 1)
    assert spaced_rows(before + after).untold


HEAD = "Nowhere Project – Report 2023                          Annex VII"
ANNEXED = """{head}

Sr.  District      Department    Date         Women   Men
1    Kasur         Police        11 May 2023  1       8
2    Okara         FIA           11 May 2023  0       3
{foot}

{head}

{names}3    Okara         Police        11 May 2023  2       5
"""


@pytest.mark.parametrize("names", [ANNEXED.splitlines()[2] + "\n", ""])
@pytest.mark.parametrize("foot", [" " * 54 + "64", " " * 30 + "64", ""])
def test_what_heads_each_page_does_not_break_the_columns(foot: str, names: str) -> None:
    text = ANNEXED.format(head=HEAD, foot=foot, names=names)
    found = spaced_rows(text)
    assert found
    assert [row[1] for row in found.rows if row[0].isdigit()] == ["Kasur", "Okara", "Okara"]
    read = understood(text.encode())
    assert read.checked.participants_accepted == 19
    assert not len(read.checked.problems)
    assert "the number of a page" in {why for _, why in read.checked.tables["attendance"].left_out}


@pytest.mark.parametrize(
    "line",
    ["     Total                                  1       11",  # what the page has
     "     Total                                          11", "     Kasur                 2",
     "Carried forward                                 11"],
)  # fmt: skip
def test_a_sum_at_the_foot_of_a_page_is_no_running_line(line: str) -> None:
    found = spaced_rows(PAGED.format(line=line))
    assert found.untold or line.split() in [" ".join(row).split() for row in found.rows]


@pytest.mark.parametrize(
    "line",
    [
        "     Punjab\n",  # a heading, or the next district
        "     swat                           2\n",  # a row that lacks what is not known
        "     of whom three in the committee of the district\n",  # a note over all columns
        "     of whom 2 new\n",
    ],
)
def test_a_line_that_may_be_more_than_the_rest_of_a_text_is_not_joined(line: str) -> None:
    found = spaced_rows(TABLE + line)
    assert found is None or not found.wrapped


def test_names_of_columns_are_not_joined_with_a_first_row_in_small_letters() -> None:
    first, *rest = TABLE.splitlines()
    found = spaced_rows("\n".join([first, "     swat", *rest]))
    assert found.untold


NARROW = """\
No. From         To           District    Department   Women   Men   Total
1   03.05.2023   04.05.2023   Jacobabad   Police       2       15    17
2   03.05.2023   04.05.2023   Jacobabad   FIA          3       4     7

                         Page 61 of 74

3   23.05.2023   24.05.2023   Sohbatpur   Police       0       12    12
    Total                                              5       31    36
"""


def test_names_that_one_space_parts_stand_over_the_columns_of_the_rows() -> None:
    found = spaced_rows(NARROW)
    assert found
    assert found.rows[0][:3] == ["No.", "From", "To"]
    assert found.rows[1][:4] == ["1", "03.05.2023", "04.05.2023", "Jacobabad"]
    assert [row[1:6] for row in found.rows if "Total" in row][1] == ["Total", "", "", "", "5"]


def test_the_label_of_a_sum_may_go_over_two_columns_that_are_parted_by_the_rows() -> None:
    lines = ["S.# DISTRICT    DEPARTMENT   MALE  FEMALE", "-" * 41,
             "1   Jacobabad   Police          6       3",
             "2   Sohbatpur   FIA             4       1",
             "3   Jacobabad   Labour          4       0", "-" * 41,
             "TOTAL                          14       4"]  # fmt: skip
    found = spaced_rows("\n".join(lines))
    assert found
    assert found.rows[0] == ["S.#", "DISTRICT", "DEPARTMENT", "MALE", "FEMALE"]
    assert found.rows[6] == ["TOTAL", "", "", "14", "4"]


@pytest.mark.parametrize(("text", "is_read"), [("Report of 2023", True), ("Of these", False)])
def test_a_report_may_have_its_page_under_the_name_of_a_column(text: str, *, is_read: bool) -> None:
    names = NARROW.splitlines()[0]
    line = f"{text:<{names.index('Men')}} 61"
    paged = NARROW.replace(" " * 25 + "Page 61 of 74", f"{line}\n\n{names}")
    found = spaced_rows(paged)
    assert bool(found.rows) == is_read
    if is_read:
        assert [row[3] for row in found.rows if row[0].isdigit()] == [
            "Jacobabad", "Jacobabad", "Sohbatpur",
        ]  # fmt: skip


def test_a_name_of_two_words_over_one_column_stays_whole() -> None:
    found = spaced_rows(
        "Sr No   Name of district   Women\n"
        "   1    Jacobabad          2\n"
        "   2    Sohbatpur          3\n"
        "   3    Kashmore           4\n"
    )
    assert found
    assert found.rows[0] == ["Sr No", "Name of district", "Women"]


@pytest.mark.parametrize(
    "foot",
    ["Half-yearly returns   |   41", "       Half-yearly returns    |  Page 41", "41   |   Returns",
     "Half-yearly returns   |41", "Returns   |   Part B   |   41"],
)  # fmt: skip
@pytest.mark.parametrize("apart", ["", "\nNote: as told by the districts.\n"])
def test_a_bar_in_the_foot_of_a_page_parts_no_columns(foot: str, apart: str) -> None:
    found = spaced_rows(f"{TABLE}{apart}{foot}\n")
    assert found
    assert [row for row in found.rows if row[1:] != [""] * 4] == spaced_rows(TABLE).rows[:5]
    read = csv_text(f"Returns\n\nTold by districts\n\n{foot}\n".encode(), "The file")
    assert read.separator == ","


def test_feet_with_bars_stand_between_the_pages_of_one_table() -> None:
    first, *rest = TABLE.splitlines()
    lines = [first, *rest[:2], "", "Half-yearly returns   |   41", "", first, *rest[2:], "",
             "Half-yearly returns   |   42"]  # fmt: skip
    found = spaced_rows("\n".join(lines))
    assert found
    assert [row[1] for row in found.rows if row[1]] == [
        "District", "Jacobabad", "Kashmore at Kandhkot", "District", "Sohbatpur", "Total",
    ]  # fmt: skip


def test_two_lines_that_follow_each_other_are_a_table_of_any_separator() -> None:
    for sign in ";|\t":
        text = f"Returns of districts\nQuarter 2\n\nDistrict{sign}Male\nJacobabad{sign}6\n"
        assert csv_text(text.encode(), "The file").separator == sign


def of_training(place: str, day: int, *, apart: str) -> str:
    return f"""{apart}Training of members of DAHTC {place}
Date: {day} April 2023
Venue: Hall, {place}

Department                Women   Men
Police                        2    12
Labour Department             1     4
"""


def test_tables_of_several_trainings_stand_under_lines_of_their_own() -> None:
    tables = [of_training("Kasur", 4, apart=""), of_training("Okara", 6, apart="\n")]
    found = understood("".join(tables).encode())
    held = found.checked.trainings["date_start"].astype("str")
    assert sorted(held) == ["2023-04-04", "2023-04-06"]
    assert found.checked.participants_accepted == 38
    assert {*found.checked.attendance["adm2_pcode"]} == {"PK614", "PK626"}
    with pytest.raises(ReadingError, match="cannot be told apart"):  # may be of the row above
        understood("".join([tables[0], of_training("Okara", 6, apart="")]).encode())
