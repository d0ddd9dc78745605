"""Districts beside columns that are named by days, each of a training or of the same persons."""

import pytest

from data.understanding.layout.crossed.others_each_day import texts_of_others
from data.understanding.understand import Question
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.readings import figures, read, summed, understood
from tests.data.understanding.sheets.test_office_sheets import merged
from tests.in_turn import in_turn

DAYS = ["2023-06-05", "2023-06-06", "2023-06-08"]
ROWS = [["Home district", *DAYS], ["Kasur", "9", "4", ""], ["Okara", "", "8", "5"]]
TITLE = "Sessions for local government councillors, LG Academy Lala Musa."


def test_days_on_which_others_came_as_a_text_says_are_trainings() -> None:
    texts = ["Each day is a separate session for new participants",
             "Different participants every day", "Each batch is a separate set of persons.",
             "(every official attended one session only)",
             "Every day another group of participants"]  # fmt: skip
    assert all(texts_of_others([text]) for text in texts)
    found = understood(workbook_of({"Daily": [[f"{TITLE} {texts[0]}"], [], *ROWS]}))
    assert figures(found) == (3, 26)
    assert summed(found, "agency") == {"Local Government": 26}
    assert summed(found, "adm2_pcode") == {"PK614": 13, "PK626": 13}


@pytest.mark.parametrize("said", ["", "The same participants each day, in different halls"])
def test_days_that_may_have_the_same_persons_are_asked_about(said: str) -> None:
    found = read(workbook_of({"Daily": [[f"{TITLE} {said}"], [], *ROWS]}))
    assert isinstance(found, Question)
    assert found.proposal


def test_days_over_marks_are_those_of_the_month_that_names_the_sheet() -> None:
    rows = [["Name", "Rank", "Unit", "2023-03-13", "2023-03-14", "Remarks"],
            ["Zarqoon Aleem", "SI", "Dir Lower Police", "✓", "✓", ""],
            ["Zarqoon Bahman", "ASI", "Swat Police", "A", "A", "on medical leave"],
            ["Zarqoon Chand", "HC", "Swat Police", "A", "✓", ""]]  # fmt: skip
    found = understood(workbook_of({"Refresher Mar-23": rows}))
    assert summed(found, "adm2_pcode") == {"PK520": 1, "PK532": 1}
    assert summed(found, "agency") == {"Police": 2}
    [days] = found.checked.trainings[["date_start", "date_end"]].to_numpy().tolist()
    assert [f"{day:%Y-%m-%d}" for day in days] == ["2023-03-13", "2023-03-14"]
    other = understood(workbook_of({"Refresher Apr-23": rows}))  # and is not theirs
    assert f"{other.checked.trainings['date_start'][0]:%Y-%m}" == "2023-04"


def marked(days: tuple[str, str], above: str = "Two-day training of members") -> bytes:
    """Return a list of three persons, of whom one came on neither of two days."""
    rows = [["Zarqoon Nobody", "F", "Police", "Kasur", "P", "A"],
            ["Zarmina Nobody", "F", "FIA", "Kasur", "P", "P"],
            ["Zargul Nobody", "M", "FIA", "Okara", "A", "A"]]  # fmt: skip
    names = ["Name", "Male/Female", "Dept", "Distt.", *days]
    return text_of([[above], ["P = present   A = absent"], names, *rows]).encode()


@in_turn({
    "days": [("05-11-2024", "06-11-2024"), ("05/11/2024", "07/11/2024")],
    "place": [" (venue: Town Hall)", ", Venue: Town Hall", " venue - Town Hall"],
})  # fmt: skip
def test_days_that_follow_in_one_order_alone_are_read_in_it(
    days: tuple[str, str], place: str
) -> None:
    found = understood(marked(days, f"Two-day training of members{place}"))
    assert figures(found) == (1, 2)
    [training] = found.checked.trainings[["title", "venue", "date_start"]].to_numpy().tolist()
    assert training[:2] == ["Two-day training of members", "Town Hall"]
    assert f"{training[2]:%d %B}" == "05 November"


@pytest.mark.parametrize("days", [("05-11-2024", "05-12-2024"), ("03-05-2024", "04-07-2024")])
def test_days_that_do_not_follow_as_they_are_mostly_written_are_asked_about(
    days: tuple[str, str],
) -> None:
    assert isinstance(read(marked(days)), Question)


def test_a_line_of_the_venue_alone_gives_no_title() -> None:
    found = understood(marked(("05-11-2024", "06-11-2024"), "Training venue: Town Hall"))
    assert "venue" not in found.checked.trainings["title"][0].casefold()


AGENCIES = [["Department", "12-11-2024", "19-11-2024", "26-11-2024", "Total"],
            ["District Police", "9", "7", "11", "27"], ["F.I.A.", "3", "", "2", "5"],
            ["Total trained", "12", "7", "13", "32"], []]  # fmt: skip
ABOVE_DAYS = "Three one-day trainings at the Home Department, Lahore."


def test_agencies_under_days_on_which_others_came_are_of_trainings() -> None:
    texts = ["Every Tuesday a new batch was trained", "No participant attended more than once",
             "Each week different officers were trained; nobody attended twice"]  # fmt: skip
    assert all(texts_of_others([text]) for text in texts)
    found = understood(
        text_of([*AGENCIES, [f"{ABOVE_DAYS} {texts[1]}."]]).encode(), district="not recorded"
    )
    assert figures(found) == (3, 32)
    assert summed(found, "agency") == {"Police": 27, "FIA": 5}
    assert set(found.checked.trainings["venue"]) == {"Home Department, Lahore"}


@pytest.mark.parametrize("said", ["", "The same officers attended each week"])
def test_agencies_under_days_of_which_nothing_is_said_are_asked_about(said: str) -> None:
    found = read(text_of([*AGENCIES, [f"{ABOVE_DAYS} {said}."]]).encode())
    assert isinstance(found, Question)


@pytest.mark.parametrize("which", ["first training", "training No. 1", "Batch-I", "1st session"])
def test_which_training_a_day_is_of_makes_no_other_column(which: str) -> None:
    days = [f"9 Jan 2023 ({which})", "", "6 Feb 2023 (second training)", ""]
    rows = [["District", "Agency", *days], ["", "", "Male", "Female", "Male", "Female"],
            ["Kasur", "FIA", "5", "1", "4", "2"], ["Okara", "Police", "9", "2", "7", "1"],
            ["Total", "", "14", "3", "11", "3"]]  # fmt: skip
    cells = ["A2:A3", "B2:B3", "C2:D2", "E2:F2"]
    found = understood(merged(*cells, rows=[["FIA: return of trainings held"], *rows]))
    assert figures(found) == (2, 31)
    assert summed(found, "agency") == {"FIA": 12, "Police": 19}
