"""Forms, sheets of several trainings and cells that offices fill in, read without a question."""

from collections.abc import Sequence

import pytest

from data.sheets.words.count_words import Counted, count_in_words
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import csv_of, text_of, workbook_of
from tests.data.understanding.files.test_lists_as_typed import ABOVE, rows, sexes
from tests.data.understanding.readings import DAY, figures, read, summed, understood, unsure
from tests.in_turn import in_turn

# ------------------------------------------------------------------ sheets of several trainings

NAMED = ["#", "Full Name", "District", "Agency", "Sex"]


def of_training(number: int) -> list[list[str]]:
    """Return a sheet of three persons with the title and the day of their training above them."""
    above = [["Title", f"Training on referral {number}"], ["Date", f"{number} May 2023"], []]
    listed = [[n, f"{name}{number}", *rest] for n, name, *rest in rows("Police", "F")]
    return [*above, NAMED, *listed]


@pytest.mark.parametrize(
    ("names", "read_together"),
    [
        (("Training 1 - Border posts", "Training 2 - Shelters"), True),
        (("Batch I Police Lines", "Batch II Levies Lines"), True),
        (("Training 1 Mithi", "Training 1 Mithi revised"), False),
        (("Training 1 draft", "Training 2 final"), False),
    ],
)
def test_sheets_numbered_as_trainings_are_read_together(
    names: tuple[str, str], *, read_together: bool
) -> None:
    found = read(workbook_of({name: of_training(n) for n, name in enumerate(names, start=1)}))
    if read_together:
        assert figures(found) == (2, 6)
    else:
        assert isinstance(found, Question)


OF_ALL = [["Training", "Dates", "Venue", "Women", "Men"],
          ["Network analysis", "9-10 Oct 2023", "Ramada", "{}", "1"],
          ["Finances of smuggling", "23-25 Oct 2023", "Avari", "0", "1"],
          ["Total", "", "", "1", "2"]]  # fmt: skip
CAME = [["#", "Training", "Name", "Sex", "Agency", "Home district"],
        ["1", "Network analysis", "Zarqoon1 Nobody", "F", "FIA", "Kasur"],
        ["2", "Network analysis", "Zarqoon2 Nobody", "M", "FIA", "Okara"],
        ["3", "Finances of smuggling", "Zarqoon3 Nobody", "M", "Police", "Kasur"]]  # fmt: skip


def test_a_list_has_the_days_that_a_summary_tells_of_its_trainings() -> None:
    sums = [[cell.format("1") for cell in row] for row in OF_ALL]
    found = understood(workbook_of({"Summary": sums, "Participants": CAME}))
    assert figures(found) == (2, 3)
    days = found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d").tolist()
    assert days == ["2023-10-09", "2023-10-23"]


def test_a_summary_that_counts_others_than_the_list_tells_no_days() -> None:
    sums = [[cell.format("4") for cell in row] for row in OF_ALL]
    found = read(workbook_of({"Summary": sums, "Participants": CAME}))
    assert isinstance(found, Question)


# ------------------------------------------------------------------------ forms and their groups

SUBMITTED = [["start", "training/title", "training/date", "_uuid", "_index"],
             ["2023-10-04", "Safe migration", "2023-10-04", "4401201", "1"]]  # fmt: skip


@pytest.mark.parametrize("beginning", ["p", "part_"])
def test_questions_of_a_group_may_begin_alike(beginning: str) -> None:
    names = [f"participants/{beginning}{name}" for name in ("name", "sex", "dept", "district")]
    header = [*names, "_index", "_parent_table_name", "_parent_index"]
    people = [[f"Zarqoon{n} Nobody", sex, "media", "kasur", str(n), "trg", "1"]
              for n, sex in enumerate(("male", "female", "female"), start=1)]  # fmt: skip
    found = understood(workbook_of({"trg": SUBMITTED, "participants": [header, *people]}))
    assert sexes(found) == (2, 1)
    assert summed(found, "agency") == {"Media": 3}


COUNTED = ["training_title", "training_date", "participants_home_district", "female_participants",
           "male_participants", "_uuid"]  # fmt: skip


def test_who_reports_before_the_questions_of_a_form_is_no_agency_of_those_who_came() -> None:
    counts = ["swat", "3", "4"]
    first, other = ["Safe migration", "2023-06-05", *counts], ["Referral", "2023-08-05", *counts]
    before = [["x", "SRSP", *first, "a1"], ["x", "Lasoona", *other, "a2"]]
    found = understood(csv_of(*before, header=["note", "Organization", *COUNTED]))
    asked = [(one.kind, one.value, one.participants) for one in found.checked.queue]
    assert asked == [("agency", "", 14)]
    behind = read(csv_of([*first, "a1", "SRSP"], header=[*COUNTED, "Organization"]))
    assert unsure(behind) == {"Organization": "department"}


BY_AGENCY = [["Date: 24-05-2023", "", "Venue: Welfare Complex"],
             ["District", "Distt. Admn", "FIA", "Police", "SWD", "Total"],
             ["Kasur", "3", "0", "4", "0", "7"], ["Okara", "0", "3", "0", "4", "7"]]  # fmt: skip


def test_agencies_beside_districts_under_a_day_and_a_venue_are_no_form() -> None:
    found = understood(workbook_of({"L": [["Training of committees on referral"], *BY_AGENCY]}))
    assert summed(found, "agency") == {"District Administration": 3, "FIA": 3, "Police": 4,
                                       "Social Welfare Department": 4}  # fmt: skip
    assert summed(found, "adm2_pcode") == {"PK614": 7, "PK626": 7}


# --------------------------------------------------------------------------- cells of one column


@pytest.mark.parametrize(
    ("text", "women", "men", "total"),
    [
        ("M: 7, F: 3 (Total 10)", 3, 7, 10),
        ("7 M + 3 F = 10", 3, 7, 10),
        ("Male 7, Female 3, Total: 11", 3, 7, 11),
    ],
)
def test_a_total_may_stand_behind_women_and_men(
    text: str, women: int, men: int, total: int
) -> None:
    assert count_in_words(text) == Counted(women, men, total)


def test_a_total_behind_women_and_men_is_held_against_them() -> None:
    header = ["Title", "Date", "Department of participants", "Participants"]
    counts = ("M: 7, F: 3 (Total 10)", "M: 9, F: 6 (Total 16)")
    told = [[f"Referral {n}", f"{n} May 2023", "Police", text] for n, text in enumerate(counts, 1)]
    found = understood(workbook_of({"L": [header, *told]}), district="not recorded")
    assert sexes(found) == (3, 7)
    assert found.checked.problems["row"].tolist() == [3]


@in_turn({"tick": ["✓", "1"], "days": [("Mon", "Tue"), ("Day 1", "Day 2")]})
def test_days_as_columns_tell_who_came(days: tuple[str, str], tick: str) -> None:
    header = ["Sr", "Name", "District", "Department", "Sex", *days, "Total"]
    came = [[tick, tick, "2"], ["", tick, "1"], ["", "", "0"]]
    listed = [[*row, *ticks] for row, ticks in zip(rows("Police", "F"), came, strict=True)]
    assert figures(understood(workbook_of({"L": [[ABOVE], header, *listed]}))) == (1, 2)


def test_a_station_that_is_called_a_post_is_none_beside_a_rank() -> None:
    header = ["Sr", "Name", "District", "Rank", "Thana / Post"]
    listed = [[*row, post] for row, post in zip(
        rows("Risaldar"), ("Thana Roghani", "Levies Line", "Gate"), strict=True)]  # fmt: skip
    found = understood(workbook_of({"L": [[f"Levies course, {DAY}"], header, *listed]}))
    assert summed(found, "agency") == {"Levies": 3}


def test_the_number_of_an_output_counts_nobody() -> None:
    header = ["Output", "Activity", "Date", "Venue", "Female", "Male"]
    found = understood(
        workbook_of(
            {
                "L": [
                    header,
                    ["1.1", "Training on PTIP", DAY, "Hall", "3", "4"],
                    ["2.1", "Training on SOM", DAY, "Hall", "1", "2"],
                ]
            }
        )
    )
    assert sexes(found) == (4, 6)


def lists_beside_a_summary(number: str = "3", day: str = "5 March 2023") -> bytes:
    """Return two lists, of three and two, under titles and days that a summary tells, too."""
    header = ["#", "Name", "M/F", "Department", "District"]
    people = [[str(n), f"Zarqoon{n} Nobody", "MF"[n % 2], "Police", "Kasur"] for n in range(1, 4)]
    sums = [["Summary of trainings"], ["Sheet", "Training", "Date", "Male", "Female", "Total"],
            ["Training 1", "Hotline operators and TIP", day, "", "", number],
            ["Training 2", "Lawyers for survivors", "19 March 2023", "1", "1", "2"],
            ["Total", "", "", "", "", "5"]]  # fmt: skip
    return workbook_of(
        {
            "Summary": sums,
            "Training 1": [
                ["Hotline operators and TIP"],
                ["5 March 2023, PMU Hall"],
                header,
                *people,
            ],
            "Training 2": [["Lawyers for survivors"], ["19 March 2023"], header, *people[:2]],
        }
    )


def test_lists_whose_titles_days_and_numbers_a_summary_has_are_read_unasked() -> None:
    found = understood(lists_beside_a_summary())
    assert figures(found) == (2, 5)
    titles = {"Hotline operators and TIP", "Lawyers for survivors"}
    assert {*found.checked.trainings["title"]} == titles
    # What is said of each list, and of the file, is said of the one that they are.
    assert sum(note.endswith(": Summary.") for note in found.notes) == 1
    assert sum("So in 2 tables." in note for note in found.notes) == 2


@pytest.mark.parametrize("summary", [{"number": "7"}, {"day": "6 March 2023"}])
def test_a_summary_that_has_another_number_or_day_tells_nothing_of_a_list(
    summary: dict[str, str],
) -> None:
    found = read(lists_beside_a_summary(**summary))
    assert isinstance(found, Question)
    assert found.proposal


@in_turn({"column": ["Date", "Start date"], "told": ["4 March 2023", "6 March 2023"]})
def test_a_day_of_a_summary_takes_the_place_of_no_days_that_a_list_has(
    column: str, told: str
) -> None:
    names = ["#", "Name", "M/F", "Department", "District"]
    people = [[str(n), f"Zarqoon{n} Nobody", "MF"[n % 2], "Police", "Kasur"] for n in range(1, 4)]
    sums = [["Training", column, "Total"], ["Hotlines and TIP", told, "3"],
            ["Lawyers for survivors", "19 March 2023", "2"], ["Total", "", "5"]]  # fmt: skip
    first = [["Training:", "Hotlines and TIP"], ["Start date:", "4 March 2023"],
             ["End date:", "6 March 2023"], names, *people]  # fmt: skip
    second = [["Training:", "Lawyers for survivors"], ["Start date:", "19 March 2023"],
              ["End date:", "19 March 2023"], names, *people[:2]]  # fmt: skip
    lists = {"Hotlines and TIP": first, "Lawyers for survivors": second}
    found = understood(workbook_of({"Summary": sums, **lists}))
    assert figures(found) == (2, 5)
    days = found.checked.trainings.set_index("title").loc["Hotlines and TIP"]
    assert (days["date_start"].day, days["date_end"].day) == (4, 6)


#: What a summary calls lists of two and three, what heads these, and how their sheets are named.
CALLED = [
    pytest.param(
        [["Training", "Participants"], ["Case files, 4 May 2023", "2"],
         ["Visits to kilns, 9 May 2023", "3"], ["Total", "5"]],
        ["Case files, 4 May 2023", "Visits to kilns, 9 May 2023, Kasur"], ["A", "B"],
        id="with the day in the title"),
    pytest.param(
        [["Sr", "Training", "Date", "Participants"], ["1", "Case files", "4 May 2023", "2"],
         ["2", "Visits to kilns", "9 May 2023", "3"]],
        ["Case files, 4 May 2023", "Visits to kilns, 9 May 2023"], ["A", "B"],
        id="with the day beside it"),
    pytest.param(
        [["Training", "Date", "Participants", "Female"], ["Peshawar", "24 April 2023", "2", "1"],
         ["Haripur", "15 May 2023", "3", "1"]],
        ["", ""], ["Peshawar 24-4-23", "Haripur 15-5-23"], id="by the names of their sheets"),
]  # fmt: skip


def lists_called_by_a_summary(
    summary: list[list[str]], above: Sequence[str], sheets: Sequence[str]
) -> bytes:
    lists: dict[str, list[list[str]]] = {}
    for head, sheet, district, number in zip(
        above, sheets, ("Kasur", "Okara"), (2, 3), strict=True
    ):
        people = [[f"Zarqoon{n} {district}", "MF"[n % 2], "Police", district]
                  for n in range(number)]  # fmt: skip
        names = ["Name", "Sex", "Department", "District"]
        lists[sheet] = [*([[head]] if head else []), names, *people]
    return workbook_of({"Summary": summary, **lists})


@pytest.mark.parametrize(("summary", "above", "sheets"), CALLED)
def test_lists_are_the_trainings_that_a_summary_calls_as_they_are_called(
    summary: list[list[str]], above: list[str], sheets: list[str]
) -> None:
    found = understood(lists_called_by_a_summary(summary, above, sheets))
    assert figures(found) == (2, 5)
    assert summed(found, "adm2_pcode") == {"PK614": 2, "PK626": 3}


@pytest.mark.parametrize(("summary", "above", "sheets"), CALLED[1:])
def test_a_summary_of_one_more_than_a_list_has_leaves_open_what_that_is(
    summary: list[list[str]], above: list[str], sheets: list[str]
) -> None:
    one_more = [["4" if cell == "3" else cell for cell in row] for row in summary]
    assert isinstance(read(lists_called_by_a_summary(one_more, above, sheets)), Question)


@pytest.mark.parametrize(
    ("above", "came"),
    [("تربیت حاصل کرنے والے پولیس اہلکاران", {"Police": 34}),
     ("تربیت یافتہ لیویز افسران", {"Levies": 34}), ("پولیس افسران نے تربیت دی", {})],
)  # fmt: skip
def test_numbers_of_staff_in_urdu_are_read_and_a_title_tells_whose_they_are(
    above: str, came: dict[str, int]
) -> None:
    header = ["نمبر شمار", "تاریخ", "ضلع", "مرد اہلکار", "خواتین اہلکار", "کل تعداد"]
    rows = [
        ["1", "2023-05-09", "قصور", "22", "3", "25"],
        ["2", "2023-06-06", "ملتان", "9", "0", "9"],
    ]
    found = understood(text_of([[above], header, *rows]).encode())
    assert summed(found, "agency") == came
    assert [one.value for one in found.checked.queue] == ([] if came else [""])
    assert found.checked.attendance["participants_f"].sum() == (3 if came else 0)


def test_sheets_of_provinces_with_a_training_each_may_have_other_agencies_beside() -> None:
    sheets = {
        "Punjab": [["Workshop held on 14 March 2023"], ["Sr.", "District", "Police",
                    "Prosecution Deptt", "Total"],
                   ["1", "Kasur", "6", "2", "8"], ["2", "Okara", "4", "1", "5"]],
        "Sindh": [["Training on referral, 23 March 2023"], ["Sr.", "District", "Police", "FIA",
                   "Labour Deptt", "Total"],
                  ["1", "Sukkur", "8", "5", "3", "16"], ["2", "Badin", "6", "2", "2", "10"]],
    }  # fmt: skip
    found = read(workbook_of(sheets))
    assert isinstance(found, Understood)
    assert summed(found, "agency") == {"Police": 24, "FIA": 7, "Labour Department": 5,
                                       "Prosecution": 3}  # fmt: skip
    sheets["Sindh"][1][3] = "Venue"  # which is no agency
    assert isinstance(read(workbook_of(sheets)), Question)


def test_what_stands_over_columns_of_values_is_of_each_and_their_total_is_none() -> None:
    rows = [["Awareness on bonded labour - report"], ["", "Session 1", "Session 2", "Total"],
            ["Date", "16 Aug 2023", "17 Aug 2023", ""], ["District", "Kasur", "Kasur", ""],
            ["Men", "14", "2", "16"], ["Women", "3", "4", "7"],
            ["Total", "17", "6", "23"]]  # fmt: skip
    found = understood(workbook_of({"Report": rows}), agency="not published")
    assert figures(found) == (2, 23)
    assert summed(found, "adm2_pcode") == {"PK614": 23}
