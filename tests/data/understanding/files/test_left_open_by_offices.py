"""What an office left open, and files of something else: asked about, a problem, or refused."""

import pytest

from data.records.errors import ReadingError
from data.understanding.layout.titles.days.days_above import are_of_invited
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import reasons, text_of
from tests.data.understanding.readings import figures, read, understood, unsure

MONTHS = ["District", "Jan", "Feb", "Mar", "Apr"]
RISING = [["Kasur", "4", "9", "9", "12"], ["Okara", "3", "3", "8", "11"],
          ["Swat", "6", "10", "15", "21"]]  # fmt: skip


def by_month(rows: list[list[str]], header: list[str] = MONTHS) -> bytes:
    above = [["Persons trained on referral, 2022"], header]
    return text_of([[*row, *[""] * (len(header) - len(row))] for row in (*above, *rows)]).encode()


def test_numbers_that_only_rise_from_month_to_month_may_be_sums() -> None:
    found = read(by_month(RISING))
    assert isinstance(found, Question)
    assert found.proposal
    assert any("of all up to it" in one.reason for one in found.proposal.columns)


def test_numbers_of_each_month_rise_and_fall_or_have_their_sum_beside_them() -> None:
    falls = [*RISING[:2], ["Swat", "6", "2", "15", "21"]]
    assert figures(understood(by_month(falls), agency="not published"))[1] == 103
    totals = [[*row, str(sum(map(int, row[1:])))] for row in RISING]
    content = by_month(totals, [*MONTHS, "Total"])
    assert figures(understood(content, agency="not published"))[1] == 111


def test_where_nobody_has_filled_in_who_came_it_is_not_known() -> None:
    header = ["S#", "Name", "Department", "District", "Gender", "Attended (Yes/No)"]
    rows = [[str(n), f"Zarqoon{n} Nobody", "Police", "Kasur", "M", ""] for n in (1, 2)]
    title = ["Participants of training on referral, 14 November 2022", *[""] * 5]
    found = understood(text_of([title, header, *rows]).encode())
    assert reasons(found.checked) == ["Neither present nor absent."] * 2
    rows[0][-1] = "✓"
    assert figures(understood(text_of([title, header, *rows]).encode())) == (1, 1)


@pytest.mark.parametrize(
    ("day", "found", "paid"),
    [("Date of inspection", "Violation", "Fine (Rs.)"), ("Date", "Offence", "Penalty imposed"),
     ("Inspected on", "Contravention", "Challan No.")],
)  # fmt: skip
def test_a_register_of_inspections_is_refused(day: str, found: str, paid: str) -> None:
    header = ["S#", day, "Establishment", "District", "Male workers", "Female workers", found, paid]
    rows = [["1", "2022-05-09", "Mill No. 1", "Kasur", "12", "3", "No register", "5000"],
            ["2", "2022-06-09", "Kiln No. 2", "Okara", "30", "0", "None", "0"]]  # fmt: skip
    with pytest.raises(ReadingError, match="inspections"):
        understood(text_of([["Register of factories", *[""] * 7], header, *rows]).encode())


def remarked(*remarks: str) -> Understood | Question:
    header = ["S#", "Training", "Date", "District of participants", "Male", "Female", "Remarks"]
    rows = [[str(n), "Referral", f"2022-0{n}-05", "Kasur", "4", "3", one]
            for n, one in enumerate(remarks, 1)]  # fmt: skip
    return read(text_of([header, *rows]).encode(), agency="not published")


def test_a_blank_among_notes_of_any_kind_says_nothing_of_a_training() -> None:
    assert figures(remarked("Completed", "", "Report attached")) == (3, 21)


@pytest.mark.parametrize("last", ["Completed", "Postponed"])
def test_a_blank_among_words_of_what_was_held_leaves_a_training_open(last: str) -> None:
    assert unsure(remarked("Completed", "", last)) == {"Remarks": "status"}


def test_a_remark_on_one_row_of_a_training_is_on_all_and_urdu_words_tell_its_days() -> None:
    header = ["Zila", "Mehkama", "Tareekh shuru", "Khatam ki tareekh", "Khawateen", "Mard",
              "Kaifiyat"]  # fmt: skip
    rows = [["Kasur", "Police", "05-09-2022", "06-09-2022", "1", "16", "mukammal"],
            ["Kasur", "FIA", "05-09-2022", "06-09-2022", "5", "2", ""],
            ["Okara", "Police", "19-09-2022", "20-09-2022", "3", "15", "mukammal"]]  # fmt: skip
    found = understood(text_of([["Zila committees ki tarbiyat"], header, *rows]).encode())
    assert figures(found) == (2, 42)
    assert {f"{day:%d}" for day in found.checked.trainings["date_end"]} == {"06", "20"}
    elsewhere = ["Okara", *rows[1][1:]]  # on the same day
    asked = read(text_of([["Zila committees ki tarbiyat"], header, *rows, elsewhere]).encode())
    assert unsure(asked) == {"Kaifiyat": "status"}


CALLED = ["Sr", "Name", "Department", "District", "Sex", "Remarks"]


def listed_with(
    said: str, title: str = "Participants, training of 12 August 2024", name: str = "Remarks"
) -> bytes:
    rows = [[str(n), f"Zarqoon {n}", agency, "Kasur", "F", said if n == 2 else ""]
            for n, agency in enumerate(("Police", "FIA", "Labour"), 1)]  # fmt: skip
    return text_of([[title, *[""] * 5], [*CALLED[:5], name], *rows]).encode()


YET_TO_COME = ["confirmed on phone", "Will attend", "on leave?", "substitute requested",
               "not yet confirmed", "reply awaited", "فون پر تصدیق ہوئی", "name not received",
               "aayen ge", "shirkat karen gi"]  # fmt: skip


@pytest.mark.parametrize("said", YET_TO_COME)
def test_a_remark_on_who_is_yet_to_come_leaves_open_who_came(said: str) -> None:
    assert "Remarks" in unsure(read(listed_with(said)))


def test_remarks_on_who_is_yet_to_come_leave_nothing_open_where_it_was_held() -> None:
    held = "Training of officers held on 12 August 2024"
    assert isinstance(read(listed_with(YET_TO_COME[0], held)), Understood)


@pytest.mark.parametrize(
    ("said", "people"),
    [("will attend the next training", 3), ("came late", 3), ("absent, informed by phone", 2)],
)
def test_other_remarks_leave_nothing_open(said: str, people: int) -> None:
    assert figures(understood(listed_with(said))) == (1, people)


@pytest.mark.parametrize("name", ["RSVP", "Confirmed"])
def test_who_confirmed_may_not_have_come(name: str) -> None:
    assert name in unsure(read(listed_with("Yes", name=name)))


#: Each above a list, before the training and its day.
SENT = ["Names received from departments / participants", "List of selected participants",
        "Expected participants", "Namzad afsaran", "Mutawaqqa shuraka", "Recommended names",
        "Officers invited", "Staff to be trained", "Waiting list", "Absentees"]  # fmt: skip
FORWARDED = "Names of officers forwarded by departments for the training of 12 August 2024"
IN_URDU = "تربیت ۱۲ اگست ۲۰۲۴ کے لیے موصولہ نام"


def test_names_that_departments_sent_are_of_those_invited() -> None:
    titles = [f"{sent}, training of 12 August 2024" for sent in SENT]
    assert [one for one in (*titles, FORWARDED, IN_URDU) if not are_of_invited([one])] == []


@pytest.mark.parametrize(
    "title",
    [IN_URDU,
     *(f"{whom}, training of 12 August 2024" for whom in (
         SENT[0], "Tentative list of participants", "Officers who did not attend",
         "غیر حاضر افسران", "List of trainers", "Resource persons"))],
)  # fmt: skip
def test_names_that_departments_sent_do_not_say_who_came(title: str) -> None:
    assert "Date above the rows" in unsure(read(listed_with("", title)))


@pytest.mark.parametrize(
    "title",
    ["Training of selected officers, 12 August 2024",
     "Names received from departments who attended the training of 12 August 2024",
     "Nominated officers who attended, training of 12 August 2024",
     "Facilitators: Nobody Relief, training of 12 August 2024",
     "Master trainers workshop, 12 August 2024"],
)  # fmt: skip
def test_names_of_those_who_came_say_so(title: str) -> None:
    assert figures(understood(listed_with("", title))) == (1, 3)
