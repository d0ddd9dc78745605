"""Columns of days under which a batch each came, in the ways that offices say so."""

import pytest

from data.understanding.layout.crossed.others_each_day import texts_of_others
from data.understanding.understand import Question
from tests.data.sheets_made import workbook_of
from tests.data.understanding.readings import figures, read, summed, understood
from tests.in_turn import in_turn

DAYS = ["2023-06-05", "2023-06-06", "2023-06-07"]
DISTRICTS = [["Kasur", 9, 4, "", 13], ["Okara", "", 8, 5, 13], ["Sahiwal", 3, 2, 6, 11]]
AGENCIES = [["Police", 9, 4, "", 13], ["FIA", "", 8, 5, 13], ["Social Welfare", 3, 2, 6, 11]]
TOTAL = ["Batch total", 12, 14, 11, 37]


def table(said: str, names: list[str], rows: list[list[object]], below: str = "") -> bytes:
    return workbook_of({"Sheet1": [[said], [], names, *rows, [], [below]]})


@in_turn(
    {
        "total": ["All three", "Week"],
        "rows": [DISTRICTS, [*DISTRICTS, TOTAL]],
    }
)
def test_days_and_their_sum_name_columns_whatever_that_is_called(
    total: str, rows: list[list[object]]
) -> None:
    note = "Number of persons trained. Each date is a training of its own with other persons."
    content = table("", ["District of participants", *DAYS, total], rows, note)
    found = understood(content, agency="not published")
    assert figures(found) == (3, 37)
    assert summed(found, "adm2_pcode") == {"PK614": 13, "PK626": 13, "PK631": 11}


def test_a_sum_behind_days_that_differs_is_a_problem() -> None:
    said = "Every day a new batch of participants"
    rows = [[*AGENCIES[0][:4], 99], *AGENCIES[1:]]
    found = read(table(said, ["Agency", *DAYS, "Week"], rows), district="not recorded")
    assert not isinstance(found, Question)
    assert found.checked.problems["row"].nunique() == 1  # both batches are of one row of the file
    assert (found.checked.rows_with_a_problem, figures(found)[1]) == (2, 24)


OF_OTHERS = [
    "Every day a new batch: nobody came twice", "Other officers attended on each date",
    "One-day training repeated for three batches; nobody attended twice",
    "The same one-day training every day for different participants",
    "Persons trained (other persons every time)", "Each day a fresh group; nobody was repeated",
    "Har din naye afsran ki alag training", "ہر روز نئے شرکاء کی تربیت",
    "Three one-day trainings (three batches, different participants)",
]  # fmt: skip


def test_texts_say_that_others_came_on_each_day() -> None:
    assert [one for one in OF_OTHERS if not texts_of_others([f"{one}. Quetta, June 2023"])] == []


@in_turn(
    {
        "said": [OF_OTHERS[0], OF_OTHERS[2], OF_OTHERS[6]],
        "days": [DAYS, ["Mon 5 June", "Tue 6 June", "Wed 7 June"], ["5-Jun", "6-Jun", "7-Jun"]],
    }
)
def test_days_on_which_a_batch_each_came_are_trainings(said: str, days: list[str]) -> None:
    found = understood(
        table(f"{said}. Quetta, June 2023", ["Agency", *days, "Total"], [*AGENCIES, TOTAL]),
        district="not recorded",
    )
    assert figures(found) == (3, 37)
    assert summed(found, "agency") == {"Police": 13, "FIA": 13, "Social Welfare Department": 11}


def test_days_to_which_some_may_have_come_again_are_asked_about_once() -> None:
    texts = ["Persons trained each day in different halls",
             "Trained each day: police and other officers",
             "Persons trained; each day a separate room for officers",
             "Persons trained; each day another training topic",
             "Persons trained. Not every day a new batch",
             "Persons trained, a new batch each day; some came on other dates again",
             "Training repeated every day; the same officers and new ones each day"]  # fmt: skip
    assert [one for one in texts if texts_of_others([f"{one}. June 2023"])] == []
    found = read(table(f"{texts[0]}. June 2023", ["Agency", *DAYS, "Total"], AGENCIES))
    assert isinstance(found, Question)
    assert found.proposal
    assert sum(not one.sure for one in found.proposal.columns) == 1


@pytest.mark.parametrize("over", ["Persons on", "Kits of participants on"])
def test_a_name_over_days_that_may_be_of_people_is_asked_about_or_read(over: str) -> None:
    said = "Every day a new batch of officers was trained. Quetta, June 2023"
    names = ["District", *(f"{over} {day}" for day in DAYS), "Total"]
    found = read(table(said, names, DISTRICTS))
    assert isinstance(found, Question) or figures(found) == (3, 37)
    assert isinstance(found, Question) or "Kits" not in over


LINES = [["Kasur", 9, 4], ["Okara", 6, 8], ["Sahiwal", 3, 2], ["", 18, 14]]


@pytest.mark.parametrize(
    ("above", "cells", "days"),
    [
        (["Batch I: 12-14 June 2023", "Batch II: 26-28 June 2023"], ("I", "I", "II"),
         ["2023-06-12", "2023-06-26"]),
        (["Batch-1 (12-14 June 2023), Batch-2 (26-28 June 2023)"], ("Batch 1", "1", "Batch 2"),
         ["2023-06-12", "2023-06-26"]),
        (["Batch I: 12-14 June 2023"], ("I", "I", "II"), ["2023-06-12"]),
    ],
)  # fmt: skip
def test_batches_of_rows_have_the_days_that_texts_above_tell_of_each(above, cells, days) -> None:
    rows = [[cell, *row[:3]] for cell, row in zip((*cells, "All"), LINES, strict=True)]
    header = ["Batch", "Duty district", "Men", "Women"]
    lines = [["Training on referral"], *([one] for one in above), [], header, *rows]
    found = understood(workbook_of({"Sheet1": lines}), agency="FIA")
    assert bool(len(found.checked.problems)) == (len(days) == 1)
    assert sorted(str(day)[:10] for day in found.checked.trainings["date_start"]) == days


@pytest.mark.parametrize(
    ("below", "sexes"),
    [
        ("Nobody sat in two batches. All participants were male.", [0, 23]),
        ("Nobody sat in two batches. All participants were women.", [23, 0]),
        ("Nobody sat in two batches. All participants but two were male.", [0, 0]),
    ],
)
def test_batches_are_of_the_days_and_of_the_sex_that_a_note_below_tells(
    below: str, sexes: list[int]
) -> None:
    note = f"Batch-I: 8 April 2025; Batch-II: 10 April 2025. {below}"
    rows = [["Police", "Kasur", 5, 4, 9], ["FIA", "Okara", 8, 6, 14]]
    names = ["Department", "Posted in", "Batch-I", "Batch-II", "Total"]
    found = understood(table("Basic course, batch wise participants", names, rows, note))
    assert figures(found) == (2, 23)
    counted = found.checked.attendance[["participants_f", "participants_m"]].fillna(0).sum()
    assert counted.to_list() == sexes


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Participants (all female)", {"participants_f": 3}),
        ("All officers of FIA were male", {"participants_unspecified": 3}),
        ("تمام شرکاء خواتین تھیں", {"participants_f": 3}),
    ],
)
def test_the_sex_of_all_is_that_of_each_of_a_list(text: str, told: dict[str, int]) -> None:
    people = [[f"Zarqoon{n} Nobody", "Police", "Kasur"] for n in range(3)]
    rows = [["Course, 9 May 2023"], [text], ["Name", "Agency", "District"], *people]
    found = understood(workbook_of({"Sheet1": rows}))
    sums = found.checked.attendance.filter(like="participants_").fillna(0).sum().astype(int)
    assert sums[sums > 0].to_dict() == told
