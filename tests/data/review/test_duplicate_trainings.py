"""Trainings that may be one are asked about, and never told as one without a person."""

import numpy as np
import pandas as pd
import pytest

from data.checking.check import Checked
from data.review.decisions import EACH, MOST_OF_DAYS, ONCE, SUM, Decisions
from data.review.duplicate_trainings import (
    COMPARED,
    MAY_BE_ONE,
    MOST_PAIRS,
    MOST_QUESTIONS,
    trainings_beside,
)
from data.review.likeness import may_be_one, may_be_one_place, nearly_called
from data.review.questions import settle
from data.store.shipped import illustrative
from data.writing.template import records_workbook
from geo.districts import gazetteer
from tests.data.review.test_decisions import AT
from tests.data.sheets_made import (
    PERSONS,
    accepted,
    balance,
    checked,
    csv_of,
    groups,
    of_all,
    person,
    understood,
)
from tests.data.uploads import attendance_csv, trainings_csv

TITLE = "Identification and referral of victims"
HEADER = ("Training title", "Start date", "Venue", "Home district", "Department", "Female")


def held(title: str, day: str, venue: str = "Hall", district: str = "Swat") -> list[str]:
    return [title, day, venue, district, "Police", "3"]


def asked_about(found: Checked) -> list:
    return [one for one in found.queue if one.reason == MAY_BE_ONE]


def decided(found: Checked, answer: str) -> Decisions:
    return settle(Decisions(), dict.fromkeys(found.queue, answer), "A. Clerk", AT)


@pytest.mark.parametrize("venue", ["DC Office", "Hotel One"])
def test_of_two_districts_on_two_days_each_has_its_own_wherever_it_was(venue: str) -> None:
    rows = held(TITLE, "2023-05-09", venue), held(TITLE, "2023-05-11", venue, "Kasur")
    assert not asked_about(checked(csv_of(*rows, header=HEADER)))


def test_those_of_two_districts_may_be_of_one_training_at_one_office_on_one_day() -> None:
    one = held(TITLE, "2023-05-09", "DC Office")
    rows = one, held(f"{TITLE}s", "2023-05-09", "DC Office", "Kasur")
    assert len(asked_about(checked(csv_of(*rows, header=HEADER)))) == 1


@pytest.mark.parametrize(
    ("title", "day", "venue"),
    [
        ("Identification & referral of victims", "2023-05-09", "Hall"),
        ("Identification and referal of victims", "2023-05-10", "Hall"),
        ("Referral of victims and identification", "2023-05-12", "the Hall"),
        (TITLE, "2023-05-10", ""),
    ],
)
def test_nearly_the_same(title: str, day: str, venue: str) -> None:
    found = checked(csv_of(held(TITLE, "2023-05-09"), held(title, day, venue), header=HEADER))
    [asked] = asked_about(found)
    assert (asked.rows, asked.held, asked.kind) == ((3,), True, "duplicate")
    # Only the first counts until somebody says that they are two.
    assert accepted(found) == {"trainings": 1, "attendance": 1}
    both = checked(csv_of(held(TITLE, "2023-05-09"), held(title, day, venue), header=HEADER),
                   decisions=decided(found, EACH))  # fmt: skip
    assert accepted(both) == {"trainings": 2, "attendance": 2}


@pytest.mark.parametrize(
    ("title", "day", "venue"),
    [
        ("Prosecution of traffickers", "2023-05-09", "Hall"),
        (TITLE, "2023-05-13", "Hall"),
        (TITLE, "2023-05-10", "Police lines"),
        (f"{TITLE} (batch 2)", "2023-05-09", "Hall"),
        (f"{TITLE} II", "2023-05-09", "Hall"),
    ],
)
def test_different(title: str, day: str, venue: str) -> None:
    first = held(f"{TITLE} I" if title.endswith("II") else TITLE, "2023-05-09")
    assert not asked_about(checked(csv_of(first, held(title, day, venue), header=HEADER)))


def test_venues_in_two_districts_are_two_trainings() -> None:
    header = (*HEADER, "Venue district")
    rows = [[*held(TITLE, "2023-05-09", ""), "Lahore"], [*held(TITLE, "2023-05-10", ""), "Multan"]]
    assert not asked_about(checked(csv_of(*rows, header=header)))


def test_what_somebody_said_of_them_holds() -> None:
    rows = [held(TITLE, "2023-05-09"), held(f"{TITLE}s", "2023-05-09", district="Sialkot")]
    content = csv_of(*rows, header=HEADER)
    found = checked(content)
    two = checked(content, decisions=decided(found, EACH))
    assert not two.queue
    assert two.tables["trainings"].rows_accepted == 2
    one = checked(content, decisions=decided(found, ONCE))
    assert not one.queue
    assert accepted(one) == {"trainings": 1, "attendance": 2}
    assert one.trainings["date_start"].dt.strftime("%Y-%m-%d").to_list() == ["2023-05-09"]


def test_rows_of_one_training_told_twice_are_then_asked_about_not_added_up() -> None:
    content = csv_of(held(TITLE, "2023-05-09"), held(TITLE, "2023-05-10"), header=HEADER)
    known = decided(checked(content), ONCE)
    found = checked(content, decisions=known)
    [asked] = found.queue
    assert (asked.rows, asked.held) == ((2, 3), True)
    assert found.participants_accepted == 0
    summed = checked(content, decisions=settle(known, {asked: SUM}, "A. Clerk", AT))
    assert summed.participants_accepted == 6


def test_numbers_of_several_days_are_those_of_the_day_with_most_or_added_up_as_is_said() -> None:
    rows = [[*held(TITLE, f"2023-05-{day:02}")[:4], agency, number]
            for day, agency, number in ((9, "Police", "28"), (10, "Police", "31"), (10, "FIA", "4"),
                                        (11, "FIA", "4"), (11, "Police", "25"))]  # fmt: skip
    content = csv_of(*rows, header=HEADER)
    found = checked(content)
    [asked] = found.queue
    assert [one.answer for one in asked.candidates] == [EACH, MOST_OF_DAYS, SUM]
    for answer, people, trainings in ((EACH, 92, 3), (MOST_OF_DAYS, 35, 1), (SUM, 92, 1)):
        one = checked(content, decisions=decided(found, answer))
        assert not one.queue
        assert (one.participants_accepted, len(one.trainings)) == (people, trainings)


def test_of_three_that_are_one_the_first_stays() -> None:
    titles = (TITLE, f"{TITLE}s", f"The {TITLE}")
    rows = [held(title, "2023-05-09", district=one)
            for title, one in zip(titles, ("Swat", "Multan", "Lahore"), strict=True)]  # fmt: skip
    content = csv_of(*rows, header=HEADER)
    found = checked(content, decisions=decided(checked(content), ONCE))
    assert accepted(found) == {"trainings": 1, "attendance": 3}


def test_a_sheet_of_trainings_beside_one_of_attendance() -> None:
    trainings = csv_of(["T1", TITLE, "2023-05-09"], ["T2", f"{TITLE}.", "2023-05-09"],
                       header=("Event ID", "Event title", "Start date"))  # fmt: skip
    people = csv_of(["T1", "Swat", "FIA", "3"], ["T2", "Multan", "FIA", "4"],
                    header=("Training ID", "District", "Department", "Female"))  # fmt: skip
    found = checked(trainings, people)
    assert len(asked_about(found)) == 1
    one = checked(trainings, people, decisions=decided(found, ONCE))
    assert one.attendance["training_id"].to_list() == ["T1", "T1"]
    assert of_all(one, "duplicates").to_dict("records") == [
        {"table": "trainings", "row": 3, "same_as": 2}
    ]


def test_files_of_the_documented_shape() -> None:
    files = [
        trainings_csv({}, {"training_id": "T2", "title": "Referal", "date_start": "2023-05-10"}),
        attendance_csv({}, {"training_id": "T2", "agency": "FIA"}),
    ]
    found = checked(*files)
    assert len(asked_about(found)) == 1
    assert accepted(found) == {"trainings": 2, "attendance": 2}
    one = understood(*files, decisions=decided(found, ONCE)).checked
    assert accepted(one) == {"trainings": 1, "attendance": 2}
    assert one.attendance["training_id"].to_list() == ["T1", "T1"]
    assert of_all(one, "set_aside")["row"].to_list() == [3]
    balance(one)


def test_the_illustrative_records_raise_no_question() -> None:
    assert not checked(records_workbook(illustrative())).queue


DAYS = [f"2023-05-{day:02}" for day in range(8, 18)]


def test_sessions_in_other_districts_are_no_question_and_others_a_single_one() -> None:
    names = list(gazetteer.names().values())[:10]
    rows = [["Awareness session", day, name, "Police", "3"]
            for day, name in zip(DAYS, names, strict=True)]  # fmt: skip
    header = ("Training title", "Start date", "District", "Department", "Female")
    assert not asked_about(checked(csv_of(*rows, header=header)))
    [asked] = asked_about(checked(csv_of(*[[*row[:2], "Swat", *row[3:]] for row in rows],
                                         header=header)))  # fmt: skip
    assert asked.rows == tuple(range(3, 12))


def test_sessions_of_one_town_for_other_districts_are_no_question() -> None:
    rows = [held(TITLE, "2023-05-09", "Multan", "Multan"),
            held(TITLE, "2023-05-10", "Multan", "Lodhran")]  # fmt: skip
    assert not asked_about(checked(csv_of(*rows, header=HEADER)))


@pytest.mark.parametrize(
    ("answer", "people", "trainings"), [(None, 8, 1), (EACH, 16, 2), (ONCE, 12, 1)]
)
def test_a_list_of_two_days_counts_nobody_twice_before_it_is_settled(
    answer: str | None, people: int, trainings: int
) -> None:
    rows = [person(n, Date=day) for first, day in ((0, DAYS[0]), (4, DAYS[1]))
            for n in range(first, first + 8)]  # fmt: skip
    content = csv_of(*rows, header=PERSONS)
    found = checked(content)
    if answer:
        found = checked(content, decisions=decided(found, answer))
        assert not found.queue
    assert (found.participants_accepted, len(found.trainings)) == (people, trainings)
    if answer == ONCE:
        assert found.trainings["date_end"].item().isoformat().startswith(DAYS[1])


@pytest.mark.parametrize(
    ("title", "second", "people", "questions"),
    [
        ("Two-day training on referral", DAYS[1], 12, 0),
        ("دو روزہ تربیتی ورکشاپ", DAYS[1], 12, 0),
        ("2 days workshop on referral", DAYS[2], 8, 1),  # the first and the third
        ("16 days of activism: referral", DAYS[1], 8, 1),
    ],
)
def test_so_many_days_as_a_title_says_are_of_one_training(
    title: str, second: str, people: int, questions: int
) -> None:
    rows = [person(n, Date=day, Training=title) for first, day in ((0, DAYS[0]), (4, second))
            for n in range(first, first + 8)]  # fmt: skip
    found = checked(csv_of(*rows, header=PERSONS))
    assert (found.participants_accepted, len(found.queue)) == (people, questions)
    assert len(found.trainings) == 1


@pytest.mark.parametrize(
    ("first", "people", "title", "two"),
    [(5, range(5, 10), "Referral", True), (5, range(4, 9), "Referral", False),  # one came to both
     (4, range(4, 9), "Referral", False),  # so few may be those of one training
     (5, range(5, 10), "Three-day training", False), (5, range(5, 10), "Referral - Day 1", False)],
)  # fmt: skip
def test_other_persons_on_days_that_do_not_follow_are_two_batches_at_one_venue(
    first: int, people: range, title: str, two: bool
) -> None:
    days = ((DAYS[0], range(first)), (DAYS[2], people))
    both = [{"training_id": day, "title": title, "date_start": day, "venue": "Serena Hotel",
             "venue_adm2_pcode": ""} for day, _came in days]  # fmt: skip
    came = {day: frozenset(own) for day, own in days}
    assert may_be_one(*both, lambda: came, of_one_table=True) is not two
    assert may_be_one(*both, lambda: came, of_one_table=False)  # beside the records
    follow = [both[0], both[1] | {"date_start": DAYS[1]}]
    assert may_be_one(*follow, lambda: came, of_one_table=True)


def test_very_many_are_asked_about_in_part() -> None:
    rows = [{"Training ID": f"T{n}-{again}", "Training title": f"{TITLE} in batch {n}"}
            for n in range(MOST_QUESTIONS + 9) for again in "ab"]  # fmt: skip
    assert len(checked(groups(*rows)).queue) == MOST_QUESTIONS


def test_titles_and_venues_too_long_to_be_any_are_only_like_themselves() -> None:
    long, longer = "a" * 300, "a" * 301
    assert nearly_called(longer, np.array([longer, long], dtype=object)).tolist() == [True, False]
    assert nearly_called(long, np.array([longer, long], dtype=object)).tolist() == [False, True]
    alike = {"venue": "hall " * 99, "venue_adm2_pcode": ""}
    assert may_be_one_place(alike, alike)
    assert not may_be_one_place(alike, alike | {"venue": "hall " * 98})


def test_one_of_the_records_is_found_behind_very_many_that_are_alike_among_themselves() -> None:
    count = 2 + int((2 * MOST_PAIRS) ** 0.5)
    rows = [(f"F{n}", "Referral", "2023-05-09", "", "") for n in range(count)]
    told = pd.DataFrame(rows, columns=COMPARED)
    standing = pd.DataFrame([("T1", "Referral", "2023-05-12", "", "")], columns=COMPARED)
    waiting = trainings_beside(told, standing, Decisions()).waiting
    assert waiting == dict.fromkeys(told["training_id"], "T1")
