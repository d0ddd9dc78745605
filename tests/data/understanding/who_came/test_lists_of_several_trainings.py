"""Lists of persons with a column of marks for each of several trainings, called by its title."""

from datetime import date

import pytest

from data.sheets.field_names import field_of_name
from data.understanding.understand import Question, Understood, understand
from tests.data.sheets_made import workbook_of
from tests.data.understanding.readings import figures, summed, understood
from tests.in_turn import in_turn

NAMED = ["Trafficking Basics - 16 Jan 2024 - Badin", "Referral - 20 Feb 2024 - Badin",
         "Safe Migration - 12 Mar 2024 - Matli"]  # fmt: skip
#: Who came to which of three trainings: eight times one.
CAME = [(1, 1, 0), (1, 0, 0), (1, 1, 1), (0, 1, 1), (0, 0, 0)]
WHICH = "Who attended which training"


def listed(
    above: str, named: list[str], marks: tuple[str, str], *more: list[str], under: int = 0
) -> Understood | Question:
    """Read a list with marks of who came and who did not under columns of some names."""
    people = [
        [f"Zarqoon{n} Nobody", "FM"[n % 2], "Police", "Kasur", *(marks[not one] for one in own)]
        for n, own in enumerate(CAME)
    ]
    header = ["Name", "Gender", "Department", "Home District"]
    rows = [[above], [*header, *named], *more[:under], *people, *more[under:]]
    return understand([workbook_of({"Matrix": rows})], date(2024, 9, 1))


@in_turn(
    {
        "marks": [("1", ""), ("1", "0"), ("P", "A"), ("Yes", "No")],
        "sums": [(), (["Total", "", "", "", "3", "3", "2"],)],
    }
)
def test_whoever_came_to_several_trainings_is_counted_in_each(
    marks: tuple[str, str], sums: tuple[list[str], ...]
) -> None:
    found = listed(WHICH, NAMED, marks, *sums)
    assert isinstance(found, Understood)
    assert not len(found.checked.problems)
    assert not found.checked.queue
    assert figures(found) == (3, 8)
    told = found.checked.trainings.sort_values("date_start")
    assert told["title"].tolist() == ["Trafficking Basics", "Referral", "Safe Migration"]
    assert told["venue"].tolist() == ["Badin", "Badin", "Matli"]
    assert told["date_start"].astype(str).tolist() == ["2024-01-16", "2024-02-20", "2024-03-12"]
    assert summed(found, "training_id") == dict(zip(told["training_id"], (3, 3, 2), strict=True))


@pytest.mark.parametrize(
    ("above", "named", "under"),
    [("", ["Basics (16 Jan 2024)", "Referral (20 Feb 2024)", "SOPs (12 Mar 2024)"], []),
     ("Trainings attended, 2024", ["Basics (Jan)", "Referral (Feb)", "SOPs (Mar)"], []),
     ("Attendance 2024", ["Training 1 (5 March)", "Training 2 (6 March)", "Training 3 (9 May)"],
      []),
     ("Trainings", ["Training on laws 5 Mar 2024", "Training on SOPs 5 Mar 2024",
                    "Workshop on referral 7 Mar 2024"], []),
     (WHICH, ["Basics", "Referral", "SOPs"], ["16 Jan 2024", "20 Feb 2024", "12 Mar 2024"])],
)  # fmt: skip
def test_titles_with_days_in_or_under_the_names_of_columns_are_trainings(
    above: str, named: list[str], under: list[str]
) -> None:
    days = [["", "", "", "", *under]] if under else []
    found = listed(above, named, ("P", "A"), *days, under=len(days))
    assert isinstance(found, Understood)
    assert not len(found.checked.problems)
    assert figures(found) == (3, 8)


@pytest.mark.parametrize(
    "named",
    [["Day 1 (5 Mar)", "Day 2 (6 Mar)", "Day 3 (7 Mar)"],
     ["Attendance 5 Mar 2024", "Attendance 6 Mar 2024", "Attendance 7 Mar 2024"]],
)  # fmt: skip
def test_days_of_one_training_stay_such(named: list[str]) -> None:
    found = listed("Training on TIP, 5-7 March 2024", named, ("P", "A"))
    assert isinstance(found, Understood)
    assert figures(found) == (1, 4)


@pytest.mark.parametrize("days", [("5 Mar 2024", "6 Mar 2024", "7 Mar 2024"),
                                  ("5 Jan 2024", "6 Feb 2024", "7 Mar 2024")])  # fmt: skip
def test_topics_that_may_be_days_of_one_training_are_one_question(days: tuple[str, ...]) -> None:
    topics = [f"{one} ({day})" for one, day in zip(("Laws", "SOPs", "Care"), days, strict=True)]
    found = listed("Training on TIP", topics, ("1", ""))
    assert isinstance(found, Question)
    assert found.proposal
    assert len([one for one in found.proposal.columns if not one.sure]) == 1
    assert "days of one training" in str(found.proposal)


@pytest.mark.parametrize(
    ("note", "asked"),
    [("These were three trainings on their own, each with its own certificate.", False),
     ("یہ الگ الگ تربیتیں تھیں", False),
     ("These were not separate trainings", True), ("These are sessions of one course", True)],
)  # fmt: skip
def test_a_note_below_says_that_each_column_is_a_training(note: str, asked: bool) -> None:
    named = ["6 May 2024 Law", "13 May 2024 Interviewing", "20 May 2024 Referral"]
    found = listed("", named, ("present", "absent"), [], [note])
    assert isinstance(found, Question) is asked
    if not asked:
        assert figures(found) == (3, 8)


def test_a_blank_or_an_unknown_mark_among_those_of_who_came_is_a_problem() -> None:
    found = listed(
        WHICH, NAMED, ("P", "A"), ["Zarqoon9 Nobody", "F", "Police", "Kasur", "P", "", "L"]
    )
    assert isinstance(found, Understood)
    assert len(found.checked.problems) == 2
    assert figures(found) == (3, 9)


def dated_ticks(called: str) -> bytes:
    header = ["Sr", called, "Sex", "Department", "District", "Referral\n15 Feb 2023",
              "Law\n17 May 2023"]  # fmt: skip
    people = [["1", "Zarqoon A", "F", "NGO", "Kasur", "1", "1"],
              ["2", "Zarqoon B", "M", "NGO", "Kasur", "", "1"],
              ["3", "Zarqoon C", "M", "NGO", "Okara", "1", ""]]  # fmt: skip
    return workbook_of({"List": [["Who came in 2023"], header, *people]})


@pytest.mark.parametrize(
    "called",
    ["Name of member", "Lawyer's name", "Names of the nominated officers", "Journalist Name",
     "Full name of teacher"],
)  # fmt: skip
def test_whoever_a_list_names_is_known_as_a_person(called: str) -> None:
    assert field_of_name(called) == "name_of_person"


def test_whoever_a_list_names_is_counted_in_each_dated_training_they_came_to() -> None:
    found = understand([dated_ticks("Full name of teacher")], date(2024, 9, 1))
    assert isinstance(found, Understood)
    assert figures(found) == (2, 4)
    assert sorted(found.checked.trainings["title"]) == ["Law", "Referral"]


def test_days_that_lie_months_apart_over_ticks_are_not_one_training() -> None:
    found = understand([dated_ticks("Who")], date(2024, 9, 1))
    assert isinstance(found, Understood)
    assert figures(found) == (2, 4)


def chosen(called: str, *answers: str) -> Understood | Question:
    people = [[f"2023/05/24 4:0{n}:28 PM", f"Zarqoon{n} Nobody", "FM"[n % 2], "Police", "Kasur",
               own] for n, own in enumerate(answers)]  # fmt: skip
    header = ["Timestamp", "Name", "I am", "My employer", "District of my office", called]
    return understand([workbook_of({"Form": [header, *people]})], date(2024, 9, 1))


BASICS, REFERRAL = "Session 1: Basics (9 May 2023)", "Session 2: Referral (23 May 2023)"


@in_turn({
    "called": ["Which sessions did you attend? (tick all that apply)", "Trainings attended",
     "Training attended"],
    "sign": [";", "\n", ", ", "; "],
})  # fmt: skip
def test_whoever_ticked_several_trainings_in_one_answer_came_to_each(
    called: str, sign: str
) -> None:
    found = chosen(called, f"{BASICS}{sign}{REFERRAL}", BASICS, f"{BASICS}{sign}{REFERRAL}", "")
    assert isinstance(found, Understood)
    assert not len(found.checked.problems)
    assert figures(found) == (2, 5)
    started = found.checked.trainings["date_start"].astype(str).tolist()
    assert sorted(started) == ["2023-05-09", "2023-05-23"]


@pytest.mark.parametrize(
    "called",
    ["Which sessions would you like to attend?", "Sessions missed", "Other trainings attended"],
)  # fmt: skip
def test_answers_on_other_trainings_count_nobody_unasked(called: str) -> None:
    assert isinstance(chosen(called, f"{BASICS};{REFERRAL}", BASICS, REFERRAL), Question)


@pytest.mark.parametrize("training", ["Trg. of prosecutors and police", "TRNG on referral"])
def test_a_short_word_for_training_heads_the_first_list_under_its_office_as_all_others(
    training: str,
) -> None:
    header = ["Sr. #", "Name", "District", "Service", "Gender", "Signature"]
    rows = [["Directorate of Prosecution, Punjab: attendance"], []]
    for n, (place, days) in enumerate([("Kasur", "9 & 10"), ("Okara", "15 & 16")], start=1):
        rows += [[f"{n}. {training}, {place}, {days} Jan 2025"], header,
                 ["1", f"Zarqoon{n} Nobody", place, "Police", "Female", "sd/-"],
                 ["2", f"Qamar{n} Nobody", place, "Prosecution", "Male", "sd/-"], []]  # fmt: skip
    found = understand([workbook_of({"2025": rows})], date(2025, 9, 1))
    assert not len(found.checked.problems)
    assert figures(found) == (2, 4)
    assert found.checked.trainings["title"].str.contains(training.split()[-1]).all()


def test_a_later_list_may_have_more_columns_than_the_first_in_another_order() -> None:
    first = ["Sr.", "Name", "Department", "District", "Gender"]
    second = ["Sr.", "Name", "Cell No.", "Gender", "District", "Department"]
    rows = [["Training No. 1: Inspections, Kasur, 9 July 2024"], first,
            ["1", "Zarqoon Nobody", "Labour", "Kasur", "M"],
            ["2", "Palwasha Nobody", "Police", "Kasur", "F"], ["", "Total = 2"], [],
            ["Training No. 2: Committees, Okara, 16 July 2024"], second,
            ["1", "Zarqash Nobody", "0302-0026684", "M", "Okara", "Labour"],
            ["2", "Gulalai Nobody", "0302-0026685", "F", "Layyah", "FIA"],
            ["3", "Shaparak Nobody", "0302-0026686", "F", "Okara", "FIA"]]  # fmt: skip
    found = understood(workbook_of({"July": rows}))
    assert figures(found) == (2, 5)
    assert summed(found, "agency") == {"Labour Department": 2, "Police": 1, "FIA": 2}
    assert summed(found, "adm2_pcode")["PK626"] == 2
