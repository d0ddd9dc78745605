"""The days of one training, on sheets or in rows of their own: each person is in it once."""

from datetime import UTC, datetime

import pytest

from data.review.decisions import EACH, MOST_OF_DAYS, ONCE, SUM, Decisions
from data.review.questions import settle
from data.sheets.persons import persons_of_days
from data.understanding.understand import Question, Understood, understand
from tests.data.sheets_made import TODAY, csv_of, workbook_of
from tests.data.understanding.readings import LIST, figures, people, read, summed, understood
from tests.in_turn import in_turn

SAME = people(4)
AGAIN = [[str(n), *SAME[place][1:]] for n, place in enumerate((2, 0, 3, 1), start=1)]
HEADER = ("Training", "Date", "District", "Department", "Female", "Male")


def sheets(
    names: tuple[str, str],
    days: tuple[str, str],
    second: list = AGAIN,
    title: str = "Two-day training on referral",
    halls: tuple[str, str] = ("Hall", "Hall"),
) -> bytes:
    each = zip((4, 5), names, days, halls, (SAME, second), strict=True)
    return workbook_of(
        {
            name: [[title + day], [f"Venue: {hall}", "", "Date", f"2023-10-0{n}"], LIST, *own]
            for n, name, day, hall, own in each
        }
    )


@in_turn({
    "names": [("1st Day", "2nd day"), ("4 Oct", "5 Oct"),
                                   ("پہلا دن", "دوسرا دن"), ("Sheet1", "Sheet2")],
    "days": [(" - Day 1 of 2", " - Day 2 of 2"),
                                  (", First day", ", Second day"), (" - پہلا دن", " - دوسرا دن"),
                                  (" (pehla din)", " (doosra din)")],
})  # fmt: skip
def test_sheets_whose_titles_differ_in_the_day_are_of_one_training(
    names: tuple[str, str], days: tuple[str, str]
) -> None:
    found = understood(sheets(names, days))
    assert figures(found) == (1, 4)
    training = found.checked.trainings.iloc[0]
    assert training["title"] == "Two-day training on referral"
    assert training["venue"] == "Hall"
    assert (training["date_start"].day, training["date_end"].day) == (4, 5)


def test_a_name_that_is_spelt_otherwise_on_another_day_is_asked_about() -> None:
    spelt = [[*row[:1], row[1].replace("Nobody", "Nobodi"), *row[2:]] for row in SAME]
    found = understood(sheets(("Day 1", "Day 2"), (" - Day 1", " - Day 2"), spelt))
    assert len(found.checked.queue) == len(SAME)


def test_that_names_of_days_were_not_compared_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "Could not check whether somebody is in the lists of two days"
    names, days = ("Day 1", "Day 2"), (" - Day 1", " - Day 2")
    assert not any(words in note for note in understood(sheets(names, days)).notes)
    monkeypatch.setattr(persons_of_days, "MOST_ROWS", 3)
    assert any(words in note for note in understood(sheets(names, days)).notes)


def test_sessions_by_number_are_one_training_only_where_the_same_persons_came() -> None:
    names, days = ("4 Oct", "5 Oct"), (" - Session 1", " - Session 2")
    title = "Training on referral"
    assert figures(understood(sheets(names, days, title=title))) == (1, 4)
    others = sheets(names, days, people(4, "b"), title)
    assert figures(understood(others)) == (2, 8)
    some = read(sheets(names, days, [*AGAIN[:3], people(4, "b")[3]], title))
    assert not isinstance(some, Question)
    assert [one.kind for one in some.checked.queue] == ["duplicate"]


def test_the_same_persons_in_two_places_on_the_days_of_a_training_are_asked_about() -> None:
    content = sheets(("Day 1", "Day 2"), ("", ""), halls=("Serena Hotel", "Police Lines"))
    found = read(content)
    assert not isinstance(found, Question)
    assert [one.kind for one in found.checked.queue] == ["duplicate"]


def test_days_in_a_column_of_titles_are_of_one_training() -> None:
    titles = (["Referral - Day 1", "2023-10-04"], ["Referral - Day 2", "2023-10-05"])
    rows = [[*row, *title] for own, title in zip((SAME, AGAIN), titles, strict=True) for row in own]
    found = understood(csv_of(*rows, header=[*LIST, "Training", "Date"]))
    assert figures(found) == (1, 4)
    counted = [[*title, "Kasur", "Police", "4", "5"] for title in titles]
    asked = read(csv_of(*counted, header=HEADER))
    assert not isinstance(asked, Question)
    assert [one.kind for one in asked.checked.queue] == ["duplicate"]


@pytest.mark.parametrize("day", ["Day {n}: {day} June",
                                 "Attendance sheet, day {n} ({day}-06-2023)"])  # fmt: skip
def test_the_day_of_a_sheet_is_one_of_those_of_the_title_above_it(day: str) -> None:
    title = "Two-Day Training on referral, 14-15 June 2023, Police Club Kasur"
    found = understood(
        workbook_of(
            {
                f"Day {n}": [[title], [day.format(n=n, day=13 + n)], LIST, *own]
                for n, own in ((1, SAME), (2, AGAIN))
            }
        )
    )
    assert figures(found) == (1, 4)
    training = found.checked.trainings.iloc[0]
    assert (training["date_start"].day, training["date_end"].day) == (14, 15)


# ------------------------------------------- nearly the same people, on days that follow

SIGNED = ["Date", "S No", "Name", "Gender", "Media house", "Home District"]
HOUSES = ("Radio Zarqoon FM", "Daily Mashriq Times", "Aaj Zarqoon TV", "Freelance")


def signed_in(day: str, numbers: tuple[int, ...]) -> list[list[str]]:
    return [[day, str(n), f"Zarqoon{n} Nobody", "F", HOUSES[n % 4], "Swat"] for n in numbers]


@pytest.mark.parametrize(
    ("second", "numbers", "one"),
    [("2023-10-05", (1, 2, 3, 5), True), ("2023-10-05", (1, 2, 3, 4, 6), True),
     ("2023-10-05", (1, 2, 6, 7), False), ("2023-10-07", (1, 2, 3, 5), False)],
)  # fmt: skip
def test_days_that_follow_with_nearly_the_same_people_are_one_training_and_it_is_said(
    second: str, numbers: tuple[int, ...], one: bool
) -> None:
    rows = [*signed_in("2023-10-04", (1, 2, 3, 4, 5)), *signed_in(second, numbers)]
    head = "Training for media persons on reporting of trafficking, Peshawar Press Club"
    found = understood(workbook_of({"List": [[head], SIGNED, *rows]}))
    assert any("Days that follow" in note for note in found.notes) == one
    assert any(item.kind == "duplicate" for item in found.checked.queue) != one
    assert set(summed(found, "agency")) == {"Media"}
    if one:
        assert len(found.checked.trainings) == 1
        assert figures(found) == (1, len({1, 2, 3, 4, 5, *numbers}))


@pytest.mark.parametrize(
    ("above", "sheet"),
    [("", "AHTC training"), ("", "Training on referral in Swat"),
     ("Trainings of the AHTC of Swat", "List"),
     ("Officials trained in October 2023", "List"), ("ضلع سوات کی تربیت", "فہرست")],
)  # fmt: skip
def test_days_that_follow_are_asked_about_where_no_title_tells_one_training(
    above: str, sheet: str
) -> None:
    rows = [*signed_in("2023-10-04", (1, 2, 3, 4, 5)), *signed_in("2023-10-05", (1, 2, 3, 4, 6))]
    head = [[above]] if above else []
    found = understood(workbook_of({sheet: [*head, SIGNED, *rows]}))
    assert [one.kind for one in found.checked.queue] == ["duplicate"]
    assert {one.answer for one in found.checked.queue[0].candidates} == {ONCE, EACH}
    assert not any("Days that follow" in note for note in found.notes)
    assert "Zarqoon" not in str(found.checked.queue)


@pytest.mark.parametrize("called", ["Tehsil", "Village / UC"])
def test_sessions_days_apart_in_other_parts_of_a_district_are_each_one(called: str) -> None:
    header = ["Date", "Topic", "District", called, "Men", "Women"]
    title = "Awareness on bonded labour"
    rows = [["2023-05-09", title, "Kasur", "Chunian", "10", "4"],
            ["2023-05-11", title, "Kasur", "Pattoki", "9", "6"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header), agency="not published")
    assert not found.checked.queue
    assert figures(found) == (2, 29)
    if called != "Tehsil":
        return
    for part in ("Chunian", ""):  # the same part of it, or nobody knows which
        rows[1][3] = part
        again = understood(csv_of(*rows, header=header), agency="not published")
        assert [one.kind for one in again.checked.queue] == ["duplicate"]


@pytest.mark.parametrize("referred", [
    "your letter dated 2nd April, 2024 on the subject", "your memo",
])  # fmt: skip
def test_the_day_on_which_it_was_held_goes_before_those_of_letters(referred: str) -> None:
    above = [["No. SO(Trg)/HD/3-17/2024 Dated Kasur, the 22nd April, 2024"],
             ["Subject: PARTICIPATION IN TWO DAYS TRAINING ON REFERRAL"],
             [f"I am directed to refer to {referred} and to state that the following officers "
              "attended the said training held on 17th and 18th April, 2024 at Kasur:"],
             []]  # fmt: skip
    rows = [["Name", "Gender", "Department", "District"], ["Zarqoon One", "M", "Police", "Kasur"]]
    trainings = understood(workbook_of({"List": [*above, *rows]})).checked.trainings
    days = [trainings[one].iloc[0] for one in ("date_start", "date_end")]
    assert [f"{day:%d %B}" for day in days] == ["17 April", "18 April"]


def test_a_narrative_below_the_table_is_no_title() -> None:
    rows = [["Output 2: officers trained"], [], ["District", "Date", "Women", "Men"],
            ["Kasur", "2023-05-09", "3", "20"], ["Okara", "2023-05-16", "2", "24"], [],
            ["Narrative: one training was conducted in each district."]]  # fmt: skip
    found = understood(workbook_of({"Q2": rows}), agency="not published")
    assert figures(found) == (2, 49)
    assert not any("Narrative" in title for title in found.checked.trainings["title"])


@in_turn({
    "halves": [("Morning", "Afternoon"), ("Session 1", "Session 2"), ("1st half", "2nd half"),
               ("FN", "AN"), ("صبح", "شام")],
    "answer, people": [(ONCE, 7), (MOST_OF_DAYS, 9), (SUM, 16)],
})  # fmt: skip
def test_of_numbers_in_the_parts_of_a_day_it_is_asked_whether_they_are_of_the_same_people(
    halves: tuple[str, str], answer: str, people: int
) -> None:
    rows = [["Referral", "9 May 2023", half, "Kasur", "Police", women, "4"]
            for half, women in zip(halves, ("3", "5"), strict=True)]  # fmt: skip
    header = ["Training", "Date", "Session", "District", "Agency", "Female", "Male"]
    content = csv_of(*rows, header=header)
    [asked] = understood(content).checked.queue
    told = settle(Decisions(), {asked: answer}, "Nobody", datetime(2026, 1, 1, tzinfo=UTC))
    found = understand([content], TODAY, decisions=told)
    assert isinstance(found, Understood)
    assert figures(found) == (1, people)


def test_capitals_hyphens_and_commas_make_no_other_training() -> None:
    rows = [[title, "9 May 2023", "Kasur", agency, "3", "4"]
            for title, agency in (("Anti trafficking training Quetta", "Police"),
                                  ("Anti-Trafficking Training, Quetta", "FIA"))]  # fmt: skip
    found = understood(csv_of(*rows, header=HEADER))
    assert figures(found) == (1, 14)
