"""Which day above a list is its training's, and whose months a year stands before."""

import pytest

from data.understanding.layout.titles.days.days_above import are_of_invited, have_one_day
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import figures, read, understood, unsure

PERSONS = [["Sr", "Name", "Gender", "Department", "District"],
           ["1", "Zarqoon One", "M", "Police", "Kasur"],
           ["2", "Zarqoon Two", "F", "FIA", "Okara"]]  # fmt: skip


@pytest.mark.parametrize("place", ["1 May Hall", "23rd March Park"])
def test_a_place_that_is_called_by_a_day_is_no_day(place: str) -> None:
    above = f"Workshop on forced labour, {place}, 26 November 2023"
    found = understood(text_of([[above], *PERSONS]).encode())
    assert found.checked.trainings["date_start"].astype(str).str[:10].tolist() == ["2023-11-26"]


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Nominees who reported for and completed the training", True),
        ("Nominees who joined", True),
        ("Nominees", False),
        ("Nominees who will report for the training", False),
        ("Nominees who joined the police in 2022", False),
        ("Nominees who have passed the written test", False),
        ("Nominees who have completed probation", False),
    ],
)
def test_nominees_who_reported_for_a_training_came(said: str, *, plain: bool) -> None:
    above = ["Training on referral, Okara, 20 August 2023", said]
    assert are_of_invited(above) is not plain
    if said.startswith("Nominees who joined"):
        found = read(text_of([*([one] for one in above), *PERSONS]).encode())
        assert isinstance(found, Understood) == plain


@pytest.mark.parametrize(
    ("above", "plain"),
    [
        ("First aid for survivors of trafficking - Okara, 17 October 2023", True),
        ("متاثرین کی مدد، اوکاڑہ، 17 اکتوبر 2023", True),
        ("Review meeting on victims of trafficking, 17 October 2023", False),
        ("Prevention of Smuggling of Migrants Act, 28 May 2018", False),
        ("Rules on trafficking in persons, 17 October 2020", False),
        ("Committee on trafficking, notified 17 October 2023", False),
        ("District Health Office Okara, 17 October 2023", False),
    ],
)
def test_the_day_behind_a_subject_is_that_of_a_list_of_who_came(above: str, *, plain: bool) -> None:
    assert have_one_day([[above]], None, came=True) is plain
    assert not have_one_day([[above]], None)


@pytest.mark.parametrize(("of", "plain"), [("aid", True), ("Review meeting", False)])
def test_whose_list_says_who_came_has_the_day_behind_its_subject(of: str, *, plain: bool) -> None:
    above = [f"First {of} for survivors of trafficking - Okara, 17 October 2023"]
    header, *rows = PERSONS
    status = [[*header, "Status"], [*rows[0], "Present"], [*rows[1], "Absent"]]
    found = read(text_of([above, *status]).encode())
    assert isinstance(found, Understood) == plain
    assert "Date above the rows" in unsure(read(text_of([above, *PERSONS]).encode()))


def months(*rows: tuple[str, str]) -> bytes:
    table = [[year, month, "Kasur", "4", "1"] for year, month in rows]
    return text_of([["Year", "Month", "District", "Men", "Women"], *table]).encode()


def test_a_year_over_several_months_is_that_of_each() -> None:
    rows = (("2022", "Mar"), ("", "May"), ("", "Sep"), ("2023", "Feb"), ("", "Apr"))
    found = understood(months(*rows), agency="not published")
    starts = found.checked.trainings["date_start"].astype(str).str[:7].tolist()
    assert sorted(starts) == ["2022-03", "2022-05", "2022-09", "2023-02", "2023-04"]
    assert figures(found) == (5, 25)


@pytest.mark.parametrize(
    "rows",
    [
        (("", "Mar"), ("2022", "May"), ("", "Sep")),
    ],
)
def test_a_year_that_may_not_be_of_the_months_below_is_asked_about(rows: tuple) -> None:
    found = read(months(*rows), agency="not published")
    assert not isinstance(found, Understood) or len(found.checked.trainings) < len(rows)


@pytest.mark.parametrize(
    ("above", "plain"),
    [
        ("Labour Welfare: “Agents and trafficking”, Okara, 13-12-2023", True),
        ("Minutes of “Agents and trafficking”, Okara, 13-12-2023", False),
        ("Meeting on “Agents and trafficking”, Okara, 13-12-2023", False),
        ("Letter “Agents and trafficking” of 13-12-2023", False),
    ],
)
def test_the_day_behind_a_subject_in_quotation_marks_is_its_day(above: str, *, plain: bool) -> None:
    found = read(text_of([[above], *PERSONS]).encode())
    assert isinstance(found, Understood) == plain


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Three-day course No. 3/2024 'Law of the road', 6 to 8 May 2024", True),
        ("Course No. 14/2024: Law of the road, 11 to 13 June 2024. Result of participants", True),
        ("Letter No. 3/2024, 6 May 2024", False),
        ("No. 3/2024 on the course 'Law of the road', 6 May 2024", False),
    ],
)
def test_the_number_of_a_course_is_that_of_no_letter(title: str, *, plain: bool) -> None:
    assert have_one_day([[title]], 2024) is plain
    if "Result" in title:
        header = ["Sr", "Name", "Gender", "Agency", "District"]
        rows = [[str(n), f"Zarqoon{n} Nobody", "M", "Police", "Kasur"] for n in range(1, 4)]
        assert isinstance(read(text_of([[title], header, *rows]).encode()), Understood)


@pytest.mark.parametrize(
    ("above", "plain"),
    [
        (["Officials nominated for training on referral, 10 July 2024",
          "Those who did not come are remarked; all others attended."], True),
        (["Officials nominated for training on referral, 10 July 2024",
          "All others will attend later."], False),
        (["Officials nominated for training on referral, 10 July 2024",
          "It is hoped that all others attended"], False),
        (["Officials nominated for training on referral, 10 July 2024", "باقی نہیں آئے"], False),
        (["Waiting list, training on referral, 10 July 2024"], False),
        (["Absentees of training on referral, 10 July 2024"], False),
        (["Registered for training on referral, 10 July 2024"], False),
        (["Training on recording of victim statement, DPO Office Okara, 10 July 2024"], True),
        (["Statement of training on referral, DPO Office Okara, 10 July 2024"], False),
    ],
)  # fmt: skip
def test_that_all_others_attended_and_statements_of_victims_leave_the_day_plain(
    above: list[str], *, plain: bool
) -> None:
    if not are_of_invited(above):
        found = read(text_of([*([one] for one in above), *PERSONS]).encode())
        assert isinstance(found, Understood) == plain
    else:
        assert not plain


@pytest.mark.parametrize(
    ("remark", "came"), [("could not come", 1), ("transferred to Lahore", None)]
)
def test_a_remark_that_says_nothing_of_absence_leaves_open_who_of_those_nominated_came(
    remark: str, came: int | None
) -> None:
    above = ["Officials nominated for training on referral, 10 July 2024", "All others attended."]
    rows = [["Sr", "Name", "Gender", "Agency", "District", "Remarks"],
            ["1", "Zarqoon Nobody", "M", "Police", "Kasur", ""],
            ["2", "Zarqash Nobody", "M", "Police", "Kasur", remark]]  # fmt: skip
    found = read(text_of([*([one] for one in above), *rows]).encode())
    assert isinstance(found, Question) if came is None else figures(found) == (1, came)
