import pytest

from data.records.calendar.years import in_said_year, is_year, only_year, years_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2023", True), ("2023-24", True), ("2023-25", False), ("23", False), ("1999", False)],
)
def test_a_year_is_one_or_two_that_follow_each_other(text: str, expected: bool) -> None:
    assert is_year(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trainings 2023", ("2023",)),
        ("Progress FY 2023-24", ("2023-24",)),
        ("July 2023 to June 2024", ("2023", "2024")),
        ("2021-25", ("2021",)),
        ("۲۰۲۳", ("2023",)),
        ("Trainings", ()),
        ("Officials trained on TIP / SOM Acts 2018 - January to June 2024", ("2024",)),
        ("Act No. XXXIV of 2018 and Rules (2020), trainings of 2023", ("2023",)),
        ("The 2018 Act", ()),
        ("ایکٹ 2018 پر تربیت", ()),
        ("Activities 2024", ("2024",)),
        ("Law Department 2024", ("2024",)),
    ],
)
def test_the_years_of_a_title(text: str, expected: tuple[str, ...]) -> None:
    assert years_named([text]) == expected


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("12-14 March", "2023", "12-14 March 2023"),
        ("12 Nov", "2023-24", "12 Nov 2023"),
        ("12-14 March", "2023-24", "12-14 March 2024"),
        ("29 Feb", "2023-24", "29 Feb 2024"),
        ("June", "2023-24", "June 2024"),
        ("July", "2023-24", "July 2023"),
    ],
)
def test_a_day_is_of_the_year_of_two_in_which_it_begins(
    text: str, year: str, expected: str
) -> None:
    assert in_said_year(text, year) == expected


@pytest.mark.parametrize(
    ("text", "year"),
    [("Officials trained on TIP / SOM Acts 2018 - January to June 2024", 2024),
     ("Course on PTPA 2018, 12-14 March", None), ("The 2018 Act, trainings 2023", 2023),
     ("Trainings 2023 and 2024", None)],
)  # fmt: skip
def test_the_year_of_a_law_is_that_of_no_training(text: str, year: int | None) -> None:
    assert only_year([text]) == year
