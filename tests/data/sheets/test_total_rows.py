"""Rows that sum up others are never counted, and said to be wrong where they are."""

import pandas as pd
import pytest

from data.sheets.totals.total_rows import say_total
from data.sheets.totals.total_words import is_total
from tests.data.sheets.test_admission import persons
from tests.data.sheets_made import (
    GROUP,
    GROUPS,
    balance,
    checked,
    csv_of,
    of_all,
    person,
    reasons,
    text_of,
    workbook_of,
)
from tests.data.understanding.readings import understood

OTHER = ("T2", *GROUP[1:])  # 2 women and 5 men again


def total(label: str, women: str, men: str) -> list[str]:
    return ["", "", "", "", label, women, men]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        # Of all rows above, of those since the last total, and of all rows under it.
        ([GROUP, OTHER, total("Total", "4", "10")], []),
        ([GROUP, total("Sub-total", "2", "5"), OTHER, total("Punjab Total", "2", "5")], []),
        ([GROUP, total("Total", "2", "5"), OTHER, total("Grand total", "4", "10")], []),
        ([total("Total", "4", "10"), GROUP, OTHER], []),
        # Of those since any total: the last one is of the second sheet, or division, alone.
        (
            [
                GROUP,
                total("Grand total", "2", "5"),
                OTHER,
                total("Sub-total", "2", "5"),
                total("Grand total", "2", "5"),
            ],
            [],
        ),
        # Nothing is summed where nothing is said.
        ([GROUP, OTHER, total("Total", "", "10")], []),
        (
            [GROUP, OTHER, total("Total", "40", "10")],
            ["The row says 40, its rows sum to 4."],
        ),
        (
            [GROUP, total("Sub-total", "2", "5"), OTHER, total("Grand total", "5", "11")],
            ["The row says 5, its rows sum to 4.", "The row says 11, its rows sum to 10."],
        ),
        ([total("Total", "4", "11"), GROUP, OTHER], ["The row says 11, its rows sum to 10."]),
    ],
)
def test_a_total_is_held_against_its_rows(rows: list, said: list[str]) -> None:
    found = checked(csv_of(*rows))
    assert reasons(found) == said
    assert (found.participants_in, found.participants_accepted) == (14, 14)
    assert found.tables["attendance"].rows_accepted == 2


def test_a_wrong_total_names_its_row_and_column() -> None:
    found = checked(csv_of(GROUP, OTHER, total("Total", "40", "10")))
    [problem] = found.problems.to_dict("records")
    assert (problem["row"], problem["column"]) == (4, "Female")
    assert "not counted" in problem["what_to_do"]
    assert of_all(found, "set_aside").empty


@pytest.mark.parametrize("row", [[*GROUP[:5], "~30", "5"], [*OTHER, "9"]])
def test_a_total_of_what_cannot_be_read_is_not_said_to_be_right(row: list[str]) -> None:
    found = checked(csv_of(GROUP, row, total("Total", "40", "10")))
    own = found.problems[found.problems["row"] == 4]
    assert any("could not be checked" in reason for reason in own["reason"])


def test_a_total_counts_rows_that_were_written_twice_as_they_are_written() -> None:
    found = checked(csv_of(GROUP, GROUP, total("Total", "4", "10")))
    assert reasons(found) == []
    assert found.participants_accepted == 7


def test_a_total_of_a_list_of_persons_is_no_number_of_groups() -> None:
    found = persons(person(1), person(2), ["", "Total", *[""] * 7, "2"])
    assert reasons(found) == []
    assert GROUPS[0] == "Training ID"


def test_a_total_without_a_number_is_set_aside_once() -> None:
    header = ("S. No", *GROUPS)
    label_alone = ["Total", *[""] * len(GROUPS)]
    found = checked(csv_of(["1", *GROUP], label_alone, header=header))
    assert of_all(found, "set_aside")["row"].tolist() == [3]
    balance(found)


@pytest.mark.parametrize(
    "label",
    ["Total Kasur: 2", "Total", "Sub Total: 2", "Total of Kasur district = 2", "Kul: 2", "Mezan",
     "Kasur total: 02", "Total: 2 officers", "Total (2)", "Total Dera Ghazi Khan: 2", "Kasur (2)",
     "میزان ۲"],
)  # fmt: skip
def test_a_total_under_a_heading_is_no_person_of_its_district(label: str) -> None:
    rows = [["Police officers who attended the training of 9 May 2023"],
            ["Sr", "Rank", "Name", "Sex"], ["District: Kasur"],
            ["1", "ASI", "Zarqoon1 Nobody", "F"], ["2", "SI", "Zarqoon2 Nobody", "F"],
            ["", "", label, ""], ["District: Okara"],
            ["3", "ASI", "Zarqoon3 Nobody", "F"], ["", "", label.replace("Kasur", "Okara"), ""],
            ["", "", "Grand Total: 3", ""]]  # fmt: skip
    found = checked(workbook_of({"L": rows}))
    assert found.participants_accepted == 3
    assert found.tables["attendance"].rows_accepted == 3
    assert reasons(found) == []


@pytest.mark.parametrize(
    ("told", "asked"),
    [("2 persons", 0), ("02 Participants", 0), ("(2 afrad)", 0), ("Total 2 persons", 0),
     ("۲ افراد", 0), ("کل 2 شرکاء", 0), ("3 persons", 1), ("2 Nobody", 1)],
)  # fmt: skip
def test_how_many_stand_above_is_no_person(told: str, asked: int) -> None:
    rows = [["#", "Home district", "Name", "Sex"],
            ["Session A - Kasur, Town Hall, 3 June 2023"],
            ["1", "Kasur", "Zarqoon1 Nobody", "F"], ["2", "Okara", "Zarqoon2 Nobody", "M"],
            ["", "", told, ""], ["Session B - Okara, DC hall, 5 June 2023"],
            ["1", "Okara", "Zarqoon3 Nobody", "F"], ["2", "Kasur", "Zarqoon4 Nobody", "M"],
            ["", "", "2 persons", ""]]  # fmt: skip
    found = understood(workbook_of({"L": rows}), agency="not published").checked
    assert found.participants_accepted == 4
    assert len(reasons(found)) == asked


@pytest.mark.parametrize(
    "text",
    ["Total", "Sub Total Kasur", "G. Total", "Strength: 5", "Total (12 persons)", "Kul 14 afrad",
     "Average", "% achieved", "میزان", "کل", "No: 7", "Class average"],
)  # fmt: skip
def test_a_total_is_found_among_many_rows_as_among_few(text: str) -> None:
    assert is_total(text)
    for rows in (3, 200):
        cells = pd.DataFrame({0: ["Sialkot"] * rows + [text], 1: ["5"] * rows + ["10"]})
        assert say_total(cells).tolist() == [False] * rows + [True]


@pytest.mark.parametrize("below", ["Highest", "Lowest marks", "Avg score", "Pass percentage"])
def test_what_stands_below_marks_is_no_person(below: str) -> None:
    rows = [["1", "Zarqoon One", "F", "Police", "Kasur", "12"],
            ["2", "Zarqoon Two", "M", "FIA", "Okara", "15"],
            ["", below, "", "", "", "15"]]  # fmt: skip
    header = ["Sr", "Participant", "Gender", "Department", "District", "Post-test (20)"]
    above = [["Post test of the course on referral, 9 May 2023"]]
    checked = understood(text_of([*above, header, *rows]).encode()).checked
    assert (checked.participants_accepted, len(checked.problems)) == (2, 0)


@pytest.mark.parametrize("label", ["Total", "Total of officials trained", "Grand total"])
@pytest.mark.parametrize("men", ["10", "13"])
def test_a_total_of_rows_that_only_an_unread_column_tells_apart_is_no_row_of_them(
    label: str, men: str
) -> None:
    rows = [["DPO Mianwali - police officials trained on trafficking, 13.05.2025"],
            ["Police station", "Male", "Female", "Total"],
            ["City Mianwali", "6", "1", "7"], ["Isa Khel", "4", "0", "4"]]  # fmt: skip
    found = understood(text_of([*rows, [label, men, "1", str(int(men) + 1)]]).encode())
    assert found.checked.participants_accepted == 11
    assert bool(reasons(found.checked)) == (men == "13")


@pytest.mark.parametrize("label", ["All", "All participants", "Overall", "Participants"])
def test_a_row_of_all_under_columns_of_agencies_counts_nobody_where_it_is_their_sum(
    label: str,
) -> None:
    rows = [["Training on referral, Kasur, 29-30 January 2024"],
            ["District of service", "Police", "FIA", "All"],
            ["Kasur", "4", "3", "7"], ["Okara", "3", "-", "3"]]  # fmt: skip
    summed = understood(text_of([*rows, [label, "7", "3", "10"]]).encode())
    assert summed.checked.participants_accepted == 10
    assert not reasons(summed.checked)
    wrong = understood(text_of([*rows, [label, "8", "3", "11"]]).encode())
    assert reasons(wrong.checked)


@pytest.mark.parametrize(
    ("label", "came"), [("All", 6), ("All three", 6), ("Participants", 6), ("Customs", 12)]
)
def test_a_last_row_of_all_is_a_sum_of_few_people_too(label: str, came: int) -> None:
    rows = [["Training of officers of District Kasur, 9 May 2023"], ["Department", "Men", "Women"],
            ["Police", "3", "1"], ["FIA", "1", "1"], [label, "4", "2"]]  # fmt: skip
    checked = understood(text_of(rows).encode()).checked
    assert checked.participants_accepted == came
    assert not reasons(checked)


AGENCIES = ("FIA", "Police", "Labour")


@pytest.mark.parametrize("form", ["0{n} ({word})", "{n} persons", "{word} ({n})", "{n} nos"])
def test_a_total_is_held_against_numbers_in_words(form: str) -> None:
    numbers = [form.format(n=n, word=word) for n, word in ((3, "three"), (2, "two"), (5, "five"))]
    header = ["Training", "Date", "District", "Department", "No. of Participants"]
    rows = [["Referral", "5-6 Dec 2023", "Kasur", agency, number]
            for agency, number in zip(AGENCIES, numbers, strict=True)]  # fmt: skip
    assert reasons(checked(text_of([header, *rows, ["Total", "", "", "", "10"]]).encode())) == []
    wrong = checked(text_of([header, *rows, ["Total", "", "", "", "11"]]).encode())
    assert reasons(wrong) == ["The row says 11, its rows sum to 10."]


def test_parts_in_words_are_known_by_their_sum_in_words() -> None:
    header = ["Sr. No.", "District", "Gazetted officers", "Upper subordinates", "Total"]
    rows = [["1", "Sahiwal", "03 (three)", "06 (six)", "9 (nine)"],
            ["2", "Okara", "02 (two)", "06 (six)", "8 (eight)"],
            ["", "Total", "5", "12", "17"]]  # fmt: skip
    above = [["Police officers who attended the course at Sahiwal on 07.11.2023", "", "", "", ""]]
    found = understood(text_of([*above, header, *rows]).encode())
    assert found.checked.participants_accepted == 17
    assert reasons(found.checked) == []


def test_of_columns_named_by_agencies_only_the_totals_that_differ_are_told() -> None:
    rows = [["Participants, Sukkur, 20-21 November 2023", "", "", ""],
            ["District", "Police", "FIA", "Social Welfare"], ["Sukkur", "12", "6", "4"],
            ["Ghotki", "9", "4", "3"], ["Grand Total", "26", "10", "8"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert found.checked.participants_accepted == 38
    assert reasons(found.checked) == ["The row says 26, its rows sum to 21.",
                                      "The row says 8, its rows sum to 7."]  # fmt: skip


LISTED = [["S.No.", "Full Name", "Gender", "Department", "Duty District"],
          *([f"=ROW()-{n}", f"Person {n}", sex, "FIA", "Sanghar"]
            for n, sex in enumerate(("Male", "Male", "Female", "Male", "Female")))]  # fmt: skip
SUMS = [["", "Total registered & attended", "=COUNTA(B3:B7)", "", ""],
        ["", "Male", '=COUNTIF(C3:C7,"Male")', "", ""],
        ["", "No. of women", '=COUNTIF(C3:C7,"Female")', "", ""]]  # fmt: skip


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("values", [[], ["5", "3", "2"]], ids=["formulas", "values"])
def test_how_many_of_each_sex_a_list_has_is_no_person(*, numbered: bool, values: list[str]) -> None:
    sums = [[*row[:2], value, *row[3:]] for row, value in zip(SUMS, values, strict=False)]
    rows = [*LISTED, *(sums if values else SUMS)]
    above = [["Training of members, 16-18 April 2023"]]
    book = workbook_of({"Regn": [*above, *(row if numbered else row[1:] for row in rows)]})
    found = understood(book)
    assert found.checked.participants_accepted == 5
    assert reasons(found.checked) == []
