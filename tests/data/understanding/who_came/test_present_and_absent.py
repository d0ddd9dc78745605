"""Lists of those who came and of those who did not, under each other, in several languages."""

import pytest

from data.understanding.understand import Answers, Question, understand
from tests.data.sheets_made import TODAY, reasons, text_of
from tests.data.understanding.readings import figures, read, understood, unsure
from tests.in_turn import in_turn

ROMAN = "Mazmoon: Report training jo 16.05.2023 ko hui"
ENGLISH = "Training on referral held on 16 May 2023"
SEXES = {"Mard/Khatoon": ("Mard", "Khatoon"), "M/F": ("M", "F"), "مرد یا خاتون": ("مرد", "خاتون")}


def lists(above: str, first: str, second: str, sex: str, *, again: bool = True) -> bytes:
    """Return two persons under the first heading and one under the second."""
    header = ["No", "Naam", "Mehkma", "Zila", sex]
    man, woman = SEXES[sex]
    two = [["1", "Zarqoon One", "Police", "Kasur", man],
           ["2", "Zarqoon Two", "NGO", "Okara", woman]]  # fmt: skip
    one = [["1", "Zarqoon Three", "Police", "Kasur", man]]
    over = [header, [first]] if not again else [[first], header]
    between = [[], [second], *([header] if again else [])]
    return text_of([[above], *over, *two, *between, *one]).encode()


@in_turn({
    "above, present, absent, sex": [
        (ROMAN, "(A) Hazir mulazmeen (jo shareek hue)", "(B) Ghair hazir mulazmeen",
         "Mard/Khatoon"),
                ("تربیت 16.05.2023 کو ہوئی", "حاضر", "غیر حاضر", "مرد یا خاتون"),
        (ENGLISH, "A. Participants present:", "B. Participants absent:", "M/F"),
        (ENGLISH, "List of those who attended", "Officers who did not join", "M/F"),
    ],
    "again": [True, False],
})  # fmt: skip
def test_only_those_who_came_are_counted_whichever_list_is_first(
    above: str, present: str, absent: str, sex: str, *, again: bool
) -> None:
    assert figures(understood(lists(above, present, absent, sex, again=again))) == (1, 2)
    assert figures(understood(lists(above, absent, present, sex, again=again))) == (1, 1)


def test_a_text_that_speaks_of_both_sets_nobody_aside() -> None:
    found = understood(lists(ENGLISH, "Present and absent officers", "Absent officers", "M/F"))
    assert figures(found) == (1, 2)


def test_a_day_on_which_a_training_is_to_be_held_is_asked_about() -> None:
    to_come = ROMAN.replace("hui", "hogi")
    found = read(lists(to_come, "Hazir", "Ghair hazir", "Mard/Khatoon"))
    assert "Date above the rows" in unsure(found)


@pytest.mark.parametrize("days", [("17 (Mon)", "18 (Tue)"),
                                  ("Wed, 19th", "Thurs, 20th")])  # fmt: skip
def test_days_of_a_week_with_their_numbers_say_who_came(days: tuple[str, str]) -> None:
    header = ["Sr", "Name", "Gender", "Dept", "District", *days, "Rmks"]
    rows = [["1", "Zarqoon One", "M", "Police", "Kasur", "P", "P", ""],
            ["2", "Zarqoon Two", "F", "Police", "Okara", "P", "A", ""],
            ["3", "Zarqoon Three", "F", "Police", "Okara", "A", "A", "Did not report"]]  # fmt: skip
    sheet = [["Attendance, training on referral, 17-20 July 2023"], header, *rows]
    assert figures(understood(text_of(sheet).encode())) == (1, 2)


def test_who_came_to_one_half_of_a_day_came() -> None:
    header = ["Sr", "Name", "Gender", "Dept", "District", "Forenoon", "After lunch"]
    rows = [[str(n), f"Zarqoon{n} Nobody", "M", "Police", "Kasur", *marks]
            for n, marks in enumerate(("PP", "PA", "AP", "AA"))]  # fmt: skip
    assert figures(understood(text_of([[ENGLISH], header, *rows]).encode())) == (1, 3)


def test_a_reason_in_the_place_of_absent_says_that_somebody_did_not_come() -> None:
    said = ["Excused", "Sick leave", "Could not attend", "Did not turn up", "Declined",
            "Absent without notice", "غیر حاضر بلا اطلاع"]  # fmt: skip
    rows = [["1", "Zarqoon One", "M", "Police", "Kasur", "Attended", "2023-07-17"]]
    rows += [[str(n), f"Zarqoon{n} Nobody", "F", "Police", "Okara", one, "2023-07-17"]
             for n, one in enumerate(said, start=2)]  # fmt: skip
    rows += [[str(n), f"Zarqoon{n} Nobody", "F", "FIA", "Okara", "Session cancelled", "2023-08-14"]
             for n in (20, 21)]  # fmt: skip
    header = ["Sr", "Name", "Gender", "Dept", "District", "Status", "Date"]
    found = understood(text_of([header, *rows]).encode())
    assert figures(found) == (1, 1)
    assert not reasons(found.checked)


def test_whoever_came_late_or_left_early_came() -> None:
    said = ["Present (joined late)", "Attended, left early", "Joined late", "Present - half day",
            "حاضر (دیر سے آئے)", "Present", "Absent"]  # fmt: skip
    rows = [[str(n), f"Zarqoon{n} Nobody", "M", "Police", "Kasur", one, "2023-07-17"]
            for n, one in enumerate(said, start=1)]  # fmt: skip
    header = ["Sr", "Name", "Gender", "Dept", "District", "Status on the day", "Date"]
    assert figures(understood(text_of([header, *rows]).encode())) == (1, len(said) - 1)


MARKED = [["Sr", "Name", "Rank", "District", "Department", "Gender", "Attendance"],
          ["1", "Zarqoon One", "SI", "Kasur", "Police", "M", "✓"],
          ["2", "Zarqoon Two", "SI", "Kasur", "Police", "M", ""],
          ["3", "Zarqoon Three", "SI", "Okara", "Police", "F", "✓"]]  # fmt: skip
HELD = ["Training on referral, Kasur, 16 April 2025"]
LEFT_OPEN = ["Attendance of the second group is not yet received from the academy.",
             "Blanks to be filled in later", "Attendance awaited for some",
             "دوسرے گروپ کی حاضری موصول نہیں ہوئی"]  # fmt: skip


@in_turn({"note": LEFT_OPEN, "above": [True, False]})
def test_blanks_that_a_note_leaves_open_are_asked_about(note: str, *, above: bool) -> None:
    told = [HELD, [note], *MARKED] if above else [HELD, *MARKED, [], [note]]
    assert "Attendance" in unsure(read(text_of(told).encode()))


def test_blanks_that_no_note_leaves_open_did_not_come_and_a_note_leaves_no_mark_open() -> None:
    assert figures(understood(text_of([HELD, *MARKED]).encode())) == (1, 2)
    full = [[*row[:-1], row[-1] or "A"] for row in MARKED]
    assert figures(understood(text_of([HELD, LEFT_OPEN[:1], *full]).encode())) == (1, 2)


def attended_list(names: list[str], marks: list[str], *below: str) -> bytes:
    """Return three persons, the second of whom came on no day; marks have the cells of each."""
    rows = [["1", "Zarqoon One", "M", "SI", "Police", "Kasur", *marks[0].split("|")],
            ["2", "Zarqoon Two", "F", "ASI", "Police", "Okara", *marks[1].split("|")],
            ["3", "Zarqoon Three", "M", "Labour Officer", "Labour Department", "Okara",
             *marks[2].split("|")]]  # fmt: skip
    header = ["Sr", "Name", "M/F", "Designation", "Department", "District", *names]
    return text_of([[f"{ENGLISH}-18 May 2023"], header, *rows, *([one] for one in below)]).encode()


@in_turn({
    "days": [
        ("D1", "D2", "D3"), ("Pehla din", "Doosra din", "Teesra din"),
        ("First Day", "Second Day", "Last Day"), ("پہلا دن", "دوسرا دن", "تیسرا دن"),
            ],
    "whole": ["Total", "Kul"],
    "marks": [["1|1|1|3", "|||0", "|1||1"], ["1|1|1|3", "0|0|0|0", "0|1|0|1"]],
})  # fmt: skip
def test_who_came_on_none_of_the_numbered_days_is_not_counted(
    days: tuple[str, ...], whole: str, marks: list[str]
) -> None:
    found = understood(attended_list([*days, whole], marks))
    assert figures(found) == (1, 2)
    assert not found.checked.queue
    assert not len(found.checked.problems)


@pytest.mark.parametrize(("names", "marks"), [
    (["Aamad", "Doosri aamad", "Total"], ["1|1|2", "0|0|0", "0|1|1"]),
    (["Total"], ["2", "0", "1"]),
])  # fmt: skip
def test_a_sum_of_unknown_marks_that_is_0_for_somebody_is_asked_about(
    names: list[str], marks: list[str]
) -> None:
    found = read(attended_list(names, marks))
    assert names[-1] in unsure(found)


@pytest.mark.parametrize(("names", "marks"), [
    (["Total"], ["3", "2", "1"]), (["Total (40)"], ["12", "0", "22"]),
])  # fmt: skip
def test_a_sum_that_is_of_no_days_asks_nothing(names: list[str], marks: list[str]) -> None:
    assert figures(understood(attended_list(names, marks))) == (1, 3)


def marked_by_days(said: str, marks: list[tuple[str, str]]) -> bytes:
    """Return a list of persons of one training with a mark of each on two days."""
    header = ["Sr", "Zila", "Idara", "Naam", "Jins", "2025-01-21", "2025-01-22"]
    rows = [[str(n), "Kasur", "Police", f"Zarqoon {n}", "Mard", *own]
            for n, own in enumerate(marks, 1)]  # fmt: skip
    return text_of([[f"Training ka register hazri, 21 aur 22 January 2025 {said}"],
                    header, *rows]).encode()  # fmt: skip


@pytest.mark.parametrize(
    ("said", "yes", "no"),
    [("(X = nahin aaye)", "Haan", "X"), ("(X = did not come)", "P", "X"),
     ("X: absent", "✓", "X"), ("", "Haan", "Nahin"), ("", "ہاں", "نہیں آئے")],
)  # fmt: skip
def test_who_came_on_none_of_the_days_is_not_counted(said: str, yes: str, no: str) -> None:
    marks = [(yes, yes), (yes, no), (no, yes), (no, no), (yes, yes)]
    assert figures(understood(marked_by_days(said, marks))) == (1, 4)


@pytest.mark.parametrize("words", [("Aagaye", "Nadarad"), ("Haan", "Kabhi")])
def test_words_under_days_of_which_nobody_knows_what_they_say_are_asked_about(
    words: tuple[str, str],
) -> None:
    yes, no = words
    found = read(marked_by_days("", [(yes, yes), (yes, no), (no, yes), (no, no), (yes, yes)]))
    assert isinstance(found, Question)


def test_a_sign_beside_words_that_nothing_explains_is_a_problem_of_whom_it_alone_is() -> None:
    found = understood(marked_by_days("", [("Haan", "Haan"), ("Haan", "X"), ("X", "X")]))
    assert figures(found) == (1, 2)
    assert len(reasons(found.checked)) == 1


@pytest.mark.parametrize(
    ("called", "marks", "note", "asked"),
    [
        ("Nominee", ("P", "", "P"), "", True),
        ("Nominee", ("P", "A", "P"), "", False),
        ("Nominee", ("✓", "", "✓"), "", False),
        ("Name", ("P", "", "P"), "", True),
        ("Name", ("P", "", "P"), "P = present, blank = absent", False),
        ("Name", ("P", "", "P"), "Those left blank did not attend", False),
        ("Name", ("P", "", "P"), "The register is kept in the office", True),
    ],
)
def test_those_of_whom_some_are_not_marked_are_asked_about(
    called: str, marks: tuple[str, ...], note: str, *, asked: bool
) -> None:
    rows = [[str(n), f"Zarqoon{n} Nobody", "M", "Police", "Kasur", mark]
            for n, mark in enumerate(marks)]  # fmt: skip
    header = ["Sr", called, "Gender", "Agency", "District", "Attendance"]
    above = ["Training on referral held on 12 April 2023"]
    noted = [[note]] if note else []
    found = read(text_of([above, header, *rows, *noted]).encode())
    assert ("Attendance" in unsure(found) if isinstance(found, Question) else False) == asked
    if not asked:
        assert figures(found) == (1, 2)


@pytest.mark.parametrize("name", ["Attendance 12 April 2023", "Attendance on 12.4.23"])
def test_of_whom_a_day_has_no_mark_it_is_asked(name: str) -> None:
    header = ["Sr", "Name", "Gender", "Agency", "District", name]
    rows = [[str(n), f"Zarqoon{n} Nobody", "M", "Police", "Kasur", mark]
            for n, mark in enumerate(("P", "", "P"))]  # fmt: skip
    found = read(text_of([["Training on referral held on 12 April 2023"], header, *rows]).encode())
    assert isinstance(found, Question)
    assert name in unsure(found)


@pytest.mark.parametrize(("last", "asked"), [("0", False), ("1", True)])
def test_who_has_no_mark_on_any_day_is_asked_about_but_where_their_days_are_0(
    last: str, *, asked: bool
) -> None:
    header = ["Sr", "Name", "Gender", "Agency", "District", "3/12", "4/12", "Total"]
    people = [("P", "P", "2"), ("P", "", "1"), ("", "", last)]
    rows = [[str(n), f"Zarqoon{n} Nobody", "M", "Police", "Kasur", *came]
            for n, came in enumerate(people, 1)]  # fmt: skip
    above = ["Two days training on bonded labour, 3 and 4 December 2024"]
    found = read(text_of([above, header, *rows]).encode())
    if asked:
        assert isinstance(found, Question)
        assert {"3/12", "4/12"} <= {*unsure(found)}
    else:
        assert figures(found) == (1, 2)


@pytest.mark.parametrize(
    ("column", "text"), [("Present", "0"), ("Attendance", "Absent"), ("Remarks", "Did not attend")]
)
def test_a_list_of_whom_nobody_came_is_asked_about(column: str, text: str) -> None:
    header = ["Sr", "Name", "Gender", "Dept", "District", "Training", "Date", column]
    rows = [[str(n), f"Zarqoon {word}", "F", "FIA", "Swat", "Referral", "2023-05-09", text]
            for n, word in enumerate(("One", "Two", "Three"), start=1)]  # fmt: skip
    asked = read(text_of([header, *rows]).encode())
    assert column in unsure(asked)
    said = Answers(fields={column: "presence"})
    found = understand([text_of([header, *rows]).encode()], TODAY, answers=said)
    assert not isinstance(found, Question)
    assert found.checked.attendance.empty
    rows[0][-1] = "1" if text == "0" else "Present"
    assert figures(understood(text_of([header, *rows]).encode())) == (1, 1)
