"""Tables with a row for each sex, counts under lists, codes of who came, and words for offices."""

# ruff: noqa: RUF001  digits in the Arabic script look like Latin letters

import pytest

from data.review.agencies.agencies import find_agency
from data.review.decisions import Decisions
from data.understanding.understand import Question
from geo.names.matching import match
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.columns.test_columns_of_courses import by_sex
from tests.data.understanding.readings import figures, read, understood
from tests.in_turn import in_turn


@in_turn({
    "called": ["Disaggregation", "Group", "Category of participants"],
    "words": [("Male", "Female"), ("Boys", "Girls")],
})  # fmt: skip
def test_a_row_for_each_sex_tells_whom_its_number_counts(
    called: str, words: tuple[str, str]
) -> None:
    rows = [["Training", "Session topic", "Date held", "Participant district",
             "Participant agency", called, "Number trained"]]  # fmt: skip
    for training, day, men, women in (("T1", "15-Mar-2023", 13, 3), ("T2", "29-Mar-2023", 11, 2)):
        start = [training, "Bonded labour", day, "Multan", "Police"]
        rows += [[*start, words[0], str(men)], [*start, words[1], str(women)]]
    found = read(text_of(rows).encode())
    assert not isinstance(found, Question), found
    assert by_sex(found) == (5, 24)


@pytest.mark.parametrize("label", ["Attended:", "Total", "Strength"])
def test_how_many_of_a_list_came_stands_under_it_and_is_nobody(label: str) -> None:
    people = [[str(n), f"Zarqoon {n} Nobody", "SHO", "PS Saddar, Kasur", "M"] for n in (1, 2, 3)]
    rows = [["Training on referral held on 9 May 2023"],
            ["S#", "Name", "Rank", "Present posting", "Sex"], *people,
            ["", label, "", "3", ""]]  # fmt: skip
    assert figures(understood(workbook_of({"List": rows}))) == (1, 3)


def attended(*codes: str, called: str = "attend") -> object:
    rows = [["training_id", "training_date", "name", "sex", "district", "agency", called]]
    rows += [["T1", "2023-05-09", f"Zarqoon {n} Nobody", "female", "Kasur", "Police", code]
             for n, code in enumerate(codes)]  # fmt: skip
    return read(text_of(rows).encode())


def test_codes_of_who_came_are_asked_about_and_numbers_of_days_are_not() -> None:
    assert isinstance(attended("1", "2", "1", "3"), Question)
    found = attended("1", "2", "1", "3", called="No. of days attended")
    assert not isinstance(found, Question)
    assert figures(found) == (1, 4)


@pytest.mark.parametrize("called", ["Not joined", "Absent"])
def test_whoever_did_not_come_is_no_participant(called: str) -> None:
    rows = [["Course on smuggling for police officials, 17 July 2023"],
            ["S.No", "District", "Female", "Male", called],
            ["1", "Swat", "2", "8", "1"], ["2", "Buner", "1", "4", "2"]]  # fmt: skip
    assert by_sex(understood(workbook_of({"Course": rows}))) == (3, 12)


def test_a_count_beside_marks_of_dated_workshops_counts_nobody() -> None:
    rows = [["Trainees' attendance in the workshops of November 2023"],
            ["S.No", "Rank & Name", "District", "Workshop 1: Law (7 Nov 2023)",
             "Workshop 2: Evidence (21 Nov 2023)", "Attended"],
            ["1", "HC Zarqoon Nobody", "Hangu", "\u2713", "\u2713", "2"],
            ["2", "SI Tufail Nobody", "Kohat", "\u2713", "", "1"],
            ["3", "SI Mehrgul Nobody", "Karak", "", "", "0"]]  # fmt: skip
    assert figures(understood(workbook_of({"List": rows}), agency="not published")) == (2, 3)


def test_a_total_in_urdu_of_agencies_as_columns_is_no_training() -> None:
    rows = [["بلوچستان: تربیتی پروگرام (شرکاء کی تعداد)"],
            ["نمبر شمار", "تربیت کا عنوان", "تاریخ", "شرکاء کا ضلع", "لیویز", "پولیس", "کل"],
            ["۱", "قانون", "۱۲ مارچ ۲۰۲۳", "کوئٹہ", "۴", "۹", "۱۳"],
            ["۲", "شناخت", "۷ جون ۲۰۲۳", "گوادر", "۶", "۷", "۱۳"],
            ["", "کل تعداد", "", "", "۱۰", "۱۶", "۲۶"]]  # fmt: skip
    assert figures(understood(workbook_of({"تربیت": rows}))) == (2, 26)


@pytest.mark.parametrize(
    ("written", "agency"),
    [("Mehkama Taleem", "Education"), ("Mahkma Sehat", "Health"),
     ("Mehkama Samaji Behbood", "Social Welfare Department"), ("محکمہ تعلیم", "Education")],
)  # fmt: skip
def test_a_department_in_urdu_is_known_behind_its_word(written: str, agency: str) -> None:
    assert find_agency(written, Decisions()).agency == agency


@pytest.mark.parametrize(
    ("written", "district"),
    [("Press Club Hunza", "Hunza"), ("District Coordinator Ghotki", "Ghotki"),
     ("Assistant Director Khairpur", "Khairpur")],
)  # fmt: skip
def test_a_club_or_a_post_at_the_name_of_a_district_is_in_it(written: str, district: str) -> None:
    found = match(written)
    assert found.adm2_pcode == match(district).adm2_pcode


@pytest.mark.parametrize("written", ["Kasur Office, Lahore", "Director Lahore Okara"])
def test_an_office_of_two_districts_is_of_neither(written: str) -> None:
    assert match(written).adm2_pcode is None
