"""Days that lack something which one answer gives for all rows."""

from datetime import UTC, datetime

import pytest

from data.review.decisions import Decisions
from data.review.questions import settle
from data.understanding.understand import Answers, Understood, understand
from tests.data.sheets_made import TODAY, csv_of, text_of, understood

HEADER = ("Training", "Date", "District", "Department", "Female")


def register(*days: str, header: tuple[str, ...] = HEADER) -> bytes:
    return csv_of(*[[f"Topic {'ABC'[n]}", day, "Kasur", "Police", "3"]
                    for n, day in enumerate(days)], header=header)  # fmt: skip


def starts(found: Understood) -> list[str]:
    return found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d").to_list()


DAYS = ("12-14 November", "3 Feb", "Mar 5")


def test_the_year_of_days_without_one_is_one_question_and_never_guessed() -> None:
    found = understood(register(*DAYS))
    assert found.checked.participants_accepted == 0
    [asked] = found.checked.queue
    assert (asked.kind, asked.rows) == ("date", (2, 3, 4))
    # On 1 January 2024, days of 2024 are yet to come, and stand behind the others.
    assert [one.answer for one in asked.candidates][:3] == ["2023", "2022", "2021"]
    assert (
        asked.candidates[0].words == "2023: 12-14 November is 12 November 2023 to 14 November 2023"
    )
    fiscal = next(one for one in asked.candidates if one.answer == "2022-23")
    fiscal_days = "July 2022 to June 2023: 12-14 November is 12 November 2022 to 14 November 2022"
    assert fiscal.words == fiscal_days


@pytest.mark.parametrize(
    ("year", "expected"),
    [("2023", ["2023-11-12", "2023-02-03", "2023-03-05"]),
     ("2022-23", ["2022-11-12", "2023-02-03", "2023-03-05"])],
)  # fmt: skip
def test_the_answer_holds_for_all_days_of_the_file_and_not_for_those_of_another(
    year: str, expected: list[str]
) -> None:
    content = register(*DAYS)
    [asked] = understood(content).checked.queue
    known = settle(Decisions(), {asked: year}, "An officer", datetime.now(UTC))
    for told in ({"decisions": known}, {"answers": Answers(year=year)}):
        assert sorted(starts(understood(content, **told))) == sorted(expected)
    # The register of the next year has the same columns.
    [again] = understood(register("8 January"), decisions=known).checked.queue
    assert again.key != asked.key


def test_of_a_day_above_without_a_year_the_year_alone_is_asked() -> None:
    rows = [["List of participants, two-day training on referral, Kasur, 14-15 May"],
            ["No", "Name", "Gender", "Department", "District"],
            ["1", "Zarqoon Nobody", "Female", "Police", "Kasur"]]  # fmt: skip
    content = text_of(rows).encode()
    [asked] = understood(content).checked.queue
    assert (asked.value, asked.reason) == ("14-15 May", "A day without its year.")
    told = understood(content, answers=Answers(year="2023")).checked.trainings
    assert told["date_end"].dt.strftime("%Y-%m-%d").to_list() == ["2023-05-15"]
    assert told["title"].to_list() == [rows[0][0].removesuffix(", 14-15 May")]


def test_the_years_that_a_title_names_are_offered_first() -> None:
    rows = [["Trainings of FY 2019-20"], HEADER, ["Referral", "3 Feb", "Kasur", "Police", "3"]]
    [asked] = understood(text_of(rows).encode()).checked.queue
    assert asked.candidates[0].words == "July 2019 to June 2020: 3 Feb is 3 February 2020"


def test_a_month_without_its_year_has_it_asked() -> None:
    content = register("March", "April")
    for answers, keys in ((Answers(), 1), (Answers(year="2023"), 0)):
        assert len(understood(content, answers=answers).checked.queue) == keys
    found = understood(content, answers=Answers(year="2023", month_day="last"))
    assert sorted(starts(found)) == ["2023-03-31", "2023-04-30"]


@pytest.mark.parametrize(
    ("said", "days"),
    [("whole", ("2023-07-01", "2023-09-30")), ("first", ("2023-07-01", "2023-07-01")),
     ("last", ("2023-09-30", "2023-09-30"))],
)  # fmt: skip
def test_a_period_of_months_may_be_all_of_its_days_and_is_so_where_that_is_said(
    said: str, days: tuple[str, str]
) -> None:
    content = dated("Statement of persons trained", "July - September 2023", "3 May 2023")
    found = understood(content)
    [asked] = found.checked.queue
    assert starts(found) == ["2023-05-03"]
    assert asked.candidates[0].answer == "whole"
    assert asked.candidates[0].words.endswith("is 1 July 2023 to 30 September 2023")
    decided = settle(Decisions(), {asked: said}, "An officer", datetime.now(UTC))
    for told in ({"decisions": decided}, {"answers": Answers(month_day=said)}):
        held = understood(content, **told).checked
        assert not held.queue
        ends = held.trainings.sort_values("date_start").iloc[-1][["date_start", "date_end"]]
        assert tuple(f"{one:%Y-%m-%d}" for one in ends) == days


def test_the_column_of_last_days_has_the_last_of_the_months_that_are_meant_as_a_whole() -> None:
    header = ("Training", "Start date", "End date", "District", "Department", "Female")
    row = ["Referral", "July 2023", "Aug - Sep 2023", "Kasur", "Police", "3"]
    answers = Answers(month_day="whole")
    [held] = understood(csv_of(row, header=header), answers=answers).checked.trainings.itertuples()
    assert (f"{held.date_start:%d %m}", f"{held.date_end:%d %m}") == ("01 07", "30 09")


def test_whole_columns_of_days_as_a_spreadsheet_counts_them_are_read_and_it_is_said() -> None:
    found = understood(register("45055", "45056.0", ""))
    assert starts(found) == ["2023-05-09", "2023-05-10"]
    assert any("numbers in Date are days" in note and "9 May 2023" in note for note in found.notes)


@pytest.mark.parametrize("other", ["2023-05-10", "soon", "99999", "20231"])
def test_numbers_beside_other_days_are_asked_about(other: str) -> None:
    content = register("45055", other)
    found = understood(content)
    assert not any("are days" in note for note in found.notes)
    [asked] = found.checked.queue
    assert (asked.rows, [one.answer for one in asked.candidates]) == ((2,), ["counted"])
    known = settle(Decisions(), {asked: "counted"}, "An officer", datetime.now(UTC))
    again = understand([content], TODAY, decisions=known)
    assert isinstance(again, Understood)
    assert "2023-05-09" in starts(again)


@pytest.mark.parametrize(
    ("others", "expected"),
    [((), ""), (("25.3.2023",), "2023-07-11"), (("3/25/2023",), ""),
     (("3/25/2023", "4/26/2023"), "2023-11-07")],
)  # fmt: skip
def test_some_days_that_may_be_a_month_are_read_as_another_date_is(
    others: tuple[str, ...], expected: str
) -> None:
    found = understood(register("11/7/2023 to 12/7/2023", *others))
    assert bool(found.checked.queue) is not bool(expected)
    assert not expected or expected in starts(found)


def test_a_financial_year_that_gives_the_same_days_is_not_offered_again() -> None:
    [asked] = understood(register("12-13 March", "7 May")).checked.queue
    answers = [one.answer for one in asked.candidates]
    assert "2023" in answers
    assert not any("-" in one for one in answers if one != "2024-25")
    assert len(answers) == len({one.words.split(" is ")[1] for one in asked.candidates})


APRIL = ("03-04-2023", "06-04-2023", "17-04-2023")
OPEN = APRIL[:2]


def dated(above: str, *days: str) -> bytes:
    return text_of([[above], [], HEADER, *([f"Topic {'ABC'[n]}", day, "Kasur", "Police", "3"]
                    for n, day in enumerate(days))]).encode()  # fmt: skip


@pytest.mark.parametrize(
    ("above", "days", "expected"),
    [("Statement of trainings, Punjab (Apr 2023)", APRIL, "2023-04-03"),
     ("Trainings held in April 2023", APRIL[:1], "2023-04-03"),
     ("Trainings, March’23", ("03-04-2023", "03-05-2023"), "2023-03-04"),
     ("Trainings held in March 2023", ("03-04-2023",), ""),
     ("Statement of trainings (Jan 2023 - Apr 2023)", APRIL, "2023-04-03"),
     ("Trainings up to April 2023", OPEN, ""), ("Trainings, updated April 2023", OPEN, ""),
     ("Trainings as of 30 April 2023", OPEN, ""), ("Trainings of 2023", OPEN, ""),
     ("Trainings of April 2023 and May 2023", OPEN, ""), ("Trainings", APRIL, "2023-04-03"),
     ("Trainings held in April 2023", (*APRIL[:2], "17-05-2023"), ""),
     ("Trainings held in April 2023", ("04-04-2023", "04-04-2023"), "2023-04-04")],
)  # fmt: skip
def test_the_month_of_all_tells_dates_of_which_one_reading_alone_is_in_it(
    above: str, days: tuple[str, ...], expected: str
) -> None:
    found = understood(dated(above, *days))
    assert bool(found.checked.queue) is not bool(expected)
    assert not expected or starts(found)[0] == expected
    said = [note for note in found.notes if "only so" in note]
    assert bool(said) is (expected not in ("", "2023-04-04"))


@pytest.mark.parametrize(
    ("days", "sure"),
    [(("4/3/2024", "4 March 2024", "18/3/2024"), True),
     (("4/3/2024", "4 March 2024", "3/18/2024"), False),
     (("4/3/2024", "5 March 2024", "18/3/2024"), False),
     (("4/3/2024", "3 April 2024", "18/3/2024"), False),
     (("4/3/2024", "4 March 2024 to 5 March 2024", "18/3/2024"), False)],
)  # fmt: skip
def test_days_that_others_have_with_their_month_are_read_as_the_one_that_can_be_no_other(
    days: tuple[str, ...], sure: bool
) -> None:
    found = understood(register(*days))
    assert bool(found.checked.queue) is not sure
    assert not sure or starts(found)[0] == "2024-03-04"
