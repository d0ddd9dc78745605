"""Sums of places, posts with their places, names beside numbers, and what is kept of a name."""

import pytest

from data.review.agencies.agencies import find_agency
from data.review.decisions import Decisions
from data.understanding.understand import Question
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.readings import DAY, figures, read, summed, understood
from tests.in_turn import in_turn

# ------------------------------------------------------------------- sums of larger places


def of_districts(*rows: list[str], header: str = "District") -> bytes:
    above = [[f"Training of officers on trafficking, {DAY}, Hall One"],
             ["S.No", header, "Male", "Female", "Total"]]  # fmt: skip
    return workbook_of({"Sheet1": [*above, *rows]})


KOHAT = [["1", "Kohat", "14", "6", "20"], ["2", "Hangu", "9", "1", "10"]]


@in_turn({
    "label": ["Kohat Range", "Whole region", "The range", "Division Kohat", "KOHAT DIVISION"],
    "place": [0, 1],
})  # fmt: skip
def test_a_row_of_a_larger_place_that_sums_up_those_above_is_a_total(
    label: str, place: int
) -> None:
    total = ["", "", "23", "7", "30"]
    total[place] = label
    found = understood(of_districts(*KOHAT, total), agency="not published")
    assert summed(found, "adm2_pcode") == {"PK514": 20, "PK510": 10}
    assert any(label in note for note in found.notes)


def test_each_of_several_divisions_sums_up_its_own_and_regions_alone_are_records() -> None:
    more = [["3", "Bannu", "4", "1", "5"], ["4", "Lakki Marwat", "6", "1", "7"]]
    sums = [["", "Kohat Division", "23", "7", "30"], ["", "Bannu Division", "10", "2", "12"]]
    found = understood(of_districts(*KOHAT, sums[0], *more, sums[1]), agency="not published")
    assert figures(found)[1] == 42
    regions = [["1", "Multan Region", "5", "1", "6"], ["2", "Kohat Region", "5", "1", "6"],
               ["3", "Bannu Region", "10", "2", "12"]]  # fmt: skip
    other = read(of_districts(*regions, header="Region"), agency="not published")
    assert isinstance(other, Question) or sum(summed(other, "adm2_pcode").values()) in (0, 24)


def test_a_larger_place_of_another_sum_is_no_total() -> None:
    found = read(
        of_districts(*KOHAT, ["3", "Kohat Division", "5", "2", "7"]), agency="not published"
    )
    assert isinstance(found, Question) or found.checked.queue


# ------------------------------------------------------------------------ posts and bodies


@pytest.mark.parametrize(
    ("post", "agency"),
    [
        ("AC Karak", "District Administration"),
        ("ADC (G) Kohat", "District Administration"),
        ("ADC (F&P), Hangu", "District Administration"),
        ("AAC (Rev) Kohat", "District Administration"),
        ("DSP (Legal) Kohat", "Police"),
        ("SP Investigation Kohat", "Police"),
        ("DEO (F), Kohat", "Education"),
        ("TMO Kohat", "Local Government"),
        ("Superintendent Jail, Kohat", "Prisons Department"),
        ("Inspector Kohat", None),
        ("DEO Kohat", None),
    ],
)
def test_a_post_tells_its_agency_before_its_place(post: str, agency: str | None) -> None:
    assert find_agency(post, Decisions(), post=True).agency == agency


def test_a_post_with_its_place_is_of_its_agency_and_its_district() -> None:
    rows = [[f"List of officers of the training on trafficking held on {DAY} at Kohat"],
            ["Sr", "Name", "Designation & Office", "Sex"],
            ["1", "Zarqoon Aleem", "AC Karak", "M"],
            ["2", "Zarqoon Bahman", "ADC (G) Kohat", "M"],
            ["3", "Zarqoon Chand", "DPO Office Karak", "F"]]  # fmt: skip
    found = understood(workbook_of({"S": rows}))
    assert summed(found, "agency") == {"District Administration": 2, "Police": 1}
    assert summed(found, "adm2_pcode") == {"PK512": 2, "PK514": 1}


def test_a_body_keeps_its_name_and_each_question_has_an_answer() -> None:
    header = ["Date", "Training", "Venue", "Men", "Women", "Agency"]
    rows = [[DAY, "Lecture", "Hall One", "4", "1", "FIA"],
            [DAY, "Session", "Hall Two", "9", "0", "Overseas Employment Promoters"],
            [DAY, "Meeting", "Hall Two", "2", "0", "AWKUM"]]  # fmt: skip
    found = understood(text_of([header, *rows]).encode(), district="not recorded")
    assert summed(found, "agency") == {
        "FIA": 5, "Overseas Employment Promoters": 9, "Education": 2}  # fmt: skip
    rows[1][5], rows[2][5] = "XSDO", "Zarqoon Nobody"
    found = understood(text_of([header, *rows]).encode(), district="not recorded")
    answers = {item.value: [one.answer for one in item.candidates] for item in found.checked.queue}
    assert answers.pop("XSDO") == ["XSDO"]
    assert [*answers.values()] == [["Not published"]]
    assert "Zarqoon" not in repr(found.checked.queue)
    rows[2][5] = "Zarqoon 0300-5550100"
    assert "5550100" not in repr(understood(text_of([header, *rows]).encode()).checked.queue)


# ------------------------------------------------------------------------- columns beside


def test_names_with_commas_between_are_counted_by_the_numbers_beside() -> None:
    header = ["Training", "Date", "Venue", "Participants", "No. of persons", "M", "F"]
    three = "Zarqoon Aleem, Zarqoona Bahman, Zarqoon Chand"
    rows = [["A", DAY, "Hall One", three, "3", "2", "1"],
            ["B", "16 May 2023", "Hall Two", "Zarqoon Dost, Zarqoon Eman", "2", "2", "0"],
            ]  # fmt: skip
    found = understood(text_of([header, *rows]).encode())
    assert figures(found) == (2, 5)
    assert "Zarqoon" not in repr(found.notes)
    rows[1][4:] = ["3", "2", "1"]
    assert isinstance(read(text_of([header, *rows]).encode()), Question)


def test_those_reached_are_counted_beside_a_target() -> None:
    rows = [["Training", "Date", "District of participants", "Target", "", "", "Reached", "", ""],
            ["", "", "", "Women", "Men", "Total", "Women", "Men", "Total"],
            ["A", DAY, "Kasur", "15", "15", "30", "11", "17", "28"],
            ["B", "16 May 2023", "Okara", "20", "5", "25", "18", "3", "21"]]  # fmt: skip
    found = understood(workbook_of({"S": rows}), agency="not published")
    assert summed(found, "adm2_pcode") == {"PK614": 28, "PK626": 21}


def test_a_note_goes_on_under_its_first_line_and_a_signature_follows() -> None:
    def alone(place: int, text: str) -> list[str]:
        return ["" if n != place else text for n in range(7)]

    rows = [["Ser", "Name of Training", "Held On", "Venue", "Male", "Female", "Home District"],
            ["1", "First aid", DAY, "Hall One", "5", "12", "Kasur"],
            ["2", "Records", "16 May 2023", "Hall Two", "8", "6", "Okara"],
            ["", "TOTAL", "", "", "13", "18", ""], alone(1, "Note: 1. Lunch was provided for 31."),
            alone(1, "2. Certificates of serial 2 will be issued after 25 March."),
            alone(5, "Superintendent"), alone(5, "Govt. Model Children Home, Sahiwal")]  # fmt: skip
    found = understood(workbook_of({"S": rows}), agency="not published")
    assert figures(found) == (2, 31)
    assert summed(found, "adm2_pcode") == {"PK614": 17, "PK626": 14}


def of_trainings_with_days(name: str, second: str) -> bytes:
    rows = [["Consolidated statement of trainings on trafficking"],
            [name, "Home District", "Agency", "M", "F", "Total"],
            ["Course on referral, 14-15 Jan 2025, Kasur", "Kasur", "Police", "9", "1", "10"],
            ["", "", "NGO", "4", "5", "9"], ["Sub Total", "", "", "13", "6", "19"],
            [second, "Okara", "Police", "4", "1", "5"], ["", "", "NGO", "7", "2", "9"],
            ["Sub Total", "", "", "11", "3", "14"]]  # fmt: skip
    return workbook_of({"2025": rows})


@pytest.mark.parametrize(
    "name",
    ["Title and Date", "Course [date(s)]"],
)  # fmt: skip
def test_a_column_of_trainings_and_their_days_gives_both(name: str) -> None:
    found = understood(of_trainings_with_days(name, "Refresher, 22 April 2025, Okara"))
    assert figures(found) == (2, 33)
    assert summed(found, "adm2_pcode") == {"PK614": 19, "PK626": 14}
    started = found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d")
    assert sorted(started) == ["2025-01-14", "2025-04-22"]


def test_a_training_with_two_days_in_its_column_is_not_counted_unasked() -> None:
    several = "Refresher, 22 April 2025, Okara; again on 3 May 2025, Kasur"
    found = read(of_trainings_with_days("Training & Date", several))
    assert isinstance(found, Question) or figures(found)[1] < 33


@pytest.mark.parametrize("called", ["Title", "Title of participant"])
def test_a_title_of_each_person_of_a_list_is_a_post_and_no_training(called: str) -> None:
    above = [["Activity:", "Training on referral"], ["Date:", "16 May 2023"], []]
    header = ["No.", "Full name", "Sex", "Organization", called, "District"]
    posts = ["Assistant Director", "SI", "Field Officer", "Programme Manager", "SP Investigation"]
    rows = [[str(n), f"Zarqoon {n}", "F", "NGO", post, "Kasur"] for n, post in enumerate(posts)]
    found = understood(text_of([*above, header, *rows]).encode())
    assert figures(found) == (1, 5)
    assert found.checked.trainings["title"].tolist() == ["Training on referral"]


def test_a_title_that_speaks_of_a_training_is_its_own() -> None:
    header = ["Full name", "Sex", "Organization", "Title", "Date", "District"]
    titles = ["Training of Assistant Director", "Orientation of Labour Inspector"]
    rows = [[f"Zarqoon {n}", "F", "NGO", title, "16 May 2023", "Kasur"]
            for n, title in enumerate(titles)]  # fmt: skip
    assert figures(understood(text_of([header, *rows]).encode())) == (2, 2)


@in_turn(
    {
        "called": ["Name & designation of the officer", "Name / Rank", "نام و عہدہ"],
        "between": [", ", "\n", " – "],
    }
)
def test_a_name_and_the_post_behind_it_are_told_apart(called: str, between: str) -> None:
    posts = ["Assistant Commissioner Chunian, District Kasur", "SHO PS Saddar, Okara",
             "Deputy Director Social Welfare, Okara", "Mukhtiarkar, Kasur"]  # fmt: skip
    names = ["Mr. Zarqoon One", "Ms. Zarqoona Two", "Ms. Zarqoona Three", "Mr. Zarqoon Four"]
    rows = [[str(n), f"{name}{between}{post}", "sd/-"]
            for n, (name, post) in enumerate(zip(names, posts, strict=True), 1)]  # fmt: skip
    above = [["Attendance of the training on referral held at Lahore on 16-05-2023"]]
    found = understood(workbook_of({"List": [*above, ["S.No", called, "Signature"], *rows]}))
    assert figures(found) == (1, 4)
    assert summed(found, "adm2_pcode") == {"PK614": 2, "PK626": 2}
    assert summed(found, "agency") == {
        "District Administration": 2, "Police": 1, "Social Welfare Department": 1}  # fmt: skip
    assert found.checked.attendance["participants_f"].sum() == 2
    assert "Zarqoon" not in repr(found)


def test_posts_behind_names_are_told_beside_a_district_and_where_some_have_none() -> None:
    names = ["Mr. Zarqoon One (DSP)", "Ms. Zarqoona Two, Social Welfare Officer", "Zarqoon Three"]
    rows = [[str(n), name, "Kasur"] for n, name in enumerate(names, 1)]
    header = [["Training on referral, 16 May 2023"], ["S.No", "Name & Designation", "District"]]
    found = understood(text_of([*header, *rows]).encode())
    assert summed(found, "agency") == {"Police": 1, "Social Welfare Department": 1}
    assert [(one.kind, one.value, one.rows) for one in found.checked.queue] == [
        ("agency", "", (5,))
    ]
    bare = understood(text_of([*header, *(row for row in rows[2:] * 2)]).encode())
    assert any("no post is told apart" in note for note in bare.notes)


def test_what_stands_behind_a_name_and_is_no_post_may_be_another() -> None:
    rows = [[str(n), f"Mr. Nobody, Zarqoon {n}, SHO Kasur", "sd/-"] for n in range(1, 5)]
    above = [["Attendance of the training on referral held at Lahore on 16-05-2023"]]
    content = workbook_of({"List": [*above, ["S.No", "Name & designation", "Signature"], *rows]})
    assert "Zarqoon" not in " ".join(understood(content).notes)
    told = read(content, {"Name & designation": "name_of_person"})  # as it is called in the file
    assert told.checked.participants_in == understood(content).checked.participants_in == 4
