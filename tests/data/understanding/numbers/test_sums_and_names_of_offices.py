"""Sums at the head of their rows and of both sexes, names misspelt or in Urdu, and put-off days."""

from collections.abc import Mapping

import pytest

from data.sheets.field_names import field_of_name
from data.sheets.words.names.misspelt_names import known_name
from data.understanding.understand import Question
from tests.data.sheets_made import csv_of, reasons, text_of, workbook_of
from tests.data.understanding.columns.test_columns_of_courses import by_sex
from tests.data.understanding.readings import figures, read, summed, understood
from tests.in_turn import in_turn

LONG = ("Training", "Date", "District", "Department", "Sex", "Number")


# ------------------------------------------------------------------------ sums of both sexes


BOTH = {"Kasur": "Both", "Okara": "Total", "Lahore": "All", "Swat": "Both sexes",
        "Multan": "M+F", "Sialkot": "T", "Quetta": "دونوں"}  # fmt: skip


def of_both(words: Mapping[str, str], people: str) -> bytes:
    """Return numbers of women and men of each district, and of both under a word of its own."""
    rows = [["Referral", "9 May 2023", district, "Police", sex, number]
            for district, word in words.items()
            for sex, number in (("Women", "2"), ("Men", "4"), (word, people))]  # fmt: skip
    return csv_of(*rows, header=LONG)


def test_a_row_of_both_sexes_is_not_counted_beside_theirs() -> None:
    found = understood(of_both(BOTH, "6"))
    assert (by_sex(found), summed(found, "agency")) == ((14, 28), {"Police": 42})
    assert reasons(found.checked) == []


def test_another_number_of_both_sexes_is_a_problem_and_t_is_transgender_too() -> None:
    assert len(reasons(understood(of_both({"Kasur": "Both", "Okara": "Both"}, "8")).checked)) == 2
    assert summed(understood(of_both({"Kasur": "T", "Okara": "T"}, "1")), "agency") == {
        "Police": 14
    }


# -------------------------------------------------------------- sums at the head of their rows


@in_turn(
    {
        "head": ["{} (subtotal)", "{}", "{}:", "Sub-total {}"],
        "wrong": [False, True],
    }
)
def test_a_sum_of_a_province_over_its_districts_is_held_against_them(
    head: str, *, wrong: bool
) -> None:
    rows = [["Participants of the training on referral, 9 May 2023, by home district"],
            ["Home district", "Women", "Men", "Total"],
            [head.format("Punjab"), "7", "13" if wrong else "12", "20" if wrong else "19"],
            ["Kasur", "4", "5", "9"], ["Okara", "3", "7", "10"],
            [head.format("Sindh"), "4", "4", "8"],
            ["Sukkur", "1", "2", "3"], ["Hyderabad", "3", "2", "5"],
            ["Grand total", "11", "16", "27"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert bool(reasons(found.checked)) is wrong
    if not wrong:
        assert (by_sex(found), len(summed(found, "adm2_pcode"))) == ((11, 16), 4)


# --------------------------------------------------------------------------- names of columns


@pytest.mark.parametrize("name", ["Desgination", "Ohda"])
def test_a_name_with_a_letter_wrong_is_the_one_that_is_meant(name: str) -> None:
    assert {*map(known_name, ("Desigation", "Desgination", "Designaton"))} == {"designation"}
    rows = [["Participants of the training on referral, 9 May 2023"],
            ["Sr", "Name", name, "Sex", "Distirct"],
            ["1", "Zarqoon1 Nobody", "Social Welfare Officer", "F", "Kasur"],
            ["2", "Zarqoon2 Nobody", "Labour Inspector", "M", "Okara"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert summed(found, "agency") == {"Social Welfare Department": 1, "Labour Department": 1}


def test_a_destination_is_no_designation() -> None:
    rows = [["Sr", "Name", "Destination", "Sex", "District", "Date"],
            ["1", "Zarqoon1 Nobody", "Dubai", "F", "Kasur", "9 May 2023"],
            ["2", "Zarqoon2 Nobody", "Muscat", "M", "Okara", "9 May 2023"]]  # fmt: skip
    assert isinstance(read(text_of(rows).encode()), Question)


def test_names_in_roman_urdu_tell_districts_and_counts() -> None:
    names = ["Taeenati ka zila", "Zila (taeenati)", "Tainati ka zila"]
    assert {*map(field_of_name, names)} == {"district"}
    rows = [["Tarbiyat baraye police mulazmeen, 9 May 2023"],
            ["S.No", names[0], "Mehkma", "Mard", "Aurtain", "Kul"],
            ["1", "Kasur", "Police", "3", "4", "7"], ["2", "Okara", "Sehat", "1", "1", "2"],
            ["", "Mezan", "", "4", "5", "9"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert (by_sex(found), summed(found, "adm2_pcode")) == ((5, 4), {"PK614": 7, "PK626": 2})


@pytest.mark.parametrize("name", ["Shuraka ki tadaad", "Hazir shuraka"])
def test_the_number_of_who_came_is_known_by_words_of_roman_urdu(name: str) -> None:
    rows = [["S No", "Zila (taeenati)", "Tareekh", "Mauzu", name],
            ["1", "Kasur", "9 May 2023", "Referral", "12"],
            ["2", "Okara", "16 May 2023", "Referral", "9"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert summed(found, "adm2_pcode") == {"PK614": 12, "PK626": 9}


@pytest.mark.parametrize(
    ("posting", "district", "asked"),
    [
        ("Place of Posting", "Distt. of Posting", False),
        ("Police Station", "District of posting", False),
        ("Unit", "District of duty", False),
        ("Place of Posting", "Home District", True),
    ],
)
def test_the_district_of_a_posting_says_more_than_the_posting(
    posting: str, district: str, *, asked: bool
) -> None:
    rows = [["Police officers who attended the training of 9 May 2023"],
            ["S.No", "Rank", "Name", posting, district],
            ["1", "ASI", "Zarqoon1 Nobody", "PS A-Section", "Sukkur"],
            ["2", "SI", "Zarqoon2 Nobody", "PS Daharki", "Ghotki"],
            ["3", "SI", "Zarqoon3 Nobody", "SSP Office", "Ghotki"]]  # fmt: skip
    found = read(workbook_of({"L": rows}))
    assert isinstance(found, Question) is asked
    if not isinstance(found, Question):
        assert sorted(summed(found, "adm2_pcode").values()) == [1, 2]


# ------------------------------------------------------------------------- trainings put off


@pytest.mark.parametrize("name", ["Kaifiyat", "Status"])
def test_a_training_without_people_that_is_said_to_be_off_was_not_held(name: str) -> None:
    words = ["cancelled", "multavi (Eid)", "mansookh", "ملتوی", "postponed"]
    rows = [["Tarbiyati program 2023"], ["No", "Unwan", "Tareekh", "Zila", "Mard", "Aurat", name],
            *([str(n), f"Law {n}", f"{n} May 2023", "Kasur", "3", "4", "ho gayi"]
              for n in range(1, 10)),
            *([str(n), f"Referral {n}", f"{n} May 2023", "Okara", "", "", word]
              for n, word in enumerate(words, start=10)),
            ["3", "Laws", "23 May 2023", "Okara", "2", "1", "ho gayi"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert by_sex(found) == (9 * 4 + 1, 9 * 3 + 2)
    assert reasons(found.checked) == []
    assert (found.checked.trainings["status"].astype(str) == "held").sum() == 10


OF_TRAININGS = ["Training", "Date", "District", "Department", "Male", "Female", "Total"]
HELD = [["Referral", "2023-05-09", "Kasur", "Police", "9", "2", "11"],
        ["Law", "2023-06-06", "Okara", "FIA", "7", "1", "8"]]  # fmt: skip


@pytest.mark.parametrize("post", ["Deputy Secretary, Home", "Director"])
def test_the_post_of_who_signed_below_titles_of_trainings_is_no_row(post: str) -> None:
    rows = [[str(n), *row] for n, row in enumerate(HELD, start=1)]
    rows += [["", "Grand Total", "", "", "", "16", "3", "19"], [], ["", post]]
    found = understood(text_of([["S.No", *OF_TRAININGS], *rows]).encode())
    assert not len(found.checked.problems)
    assert figures(found) == (2, 19)
    if post != "Director":
        return
    rows[-1] = ["", "Course of an investigation officer"]  # of which nothing else is known
    found = understood(text_of([["S.No", *OF_TRAININGS], *rows]).encode())
    assert len(found.checked.problems)


@pytest.mark.parametrize("called", ["Femal"])
def test_a_sex_misspelt_is_read_and_compared_with_the_total(called: str) -> None:
    header = [called if name == "Female" else name for name in OF_TRAININGS]
    found = understood(text_of([header, *HELD]).encode())
    assert found.checked.attendance["participants_f"].sum() == 3
    wrong = [HELD[0], [*HELD[1][:-1], "9"]]
    found = understood(text_of([header, *wrong]).encode())
    assert found.checked.problems["row"].tolist() == [3]  # whose numbers are not its total


def test_a_code_of_a_session_is_no_code_of_a_district() -> None:
    header = ["Code", *OF_TRAININGS[1:]]
    codes = (["CS-01", *HELD[0][1:]], ["CS-02", *HELD[1][1:]])
    total = ["Total", "", "", "", "16", "3", "19"]
    found = understood(text_of([["Sessions on referral"], header, *codes, total]).encode())
    assert figures(found) == (2, 19)
    codes[0][0], codes[1][0] = "PK614", "PK626"
    found = read(text_of([["Sessions on referral"], header, *codes, total]).encode())
    assert isinstance(found, Question)


@pytest.mark.parametrize("called", ["All trainees", "Overall"])
def test_all_participants_beside_women_and_men_of_agencies_are_their_sum(called: str) -> None:
    header = ["Training", "Date", "District", "Police men", "Police women", "FIA men", "FIA women"]
    rows = [["Referral", "2023-05-09", "Kasur", "9", "2", "3", "1", "15"],
            ["Law", "2023-06-06", "Okara", "7", "1", "", "2", "10"]]  # fmt: skip
    found = understood(text_of([[*header, called], *rows]).encode())
    assert summed(found, "agency") == {"Police": 19, "FIA": 6}
