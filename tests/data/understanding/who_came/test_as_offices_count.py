"""Whom the columns of an office count, and on which day: read where it is plain, else asked."""

import pytest

from data.review.decisions import Decisions
from data.review.questions import settle
from data.understanding.understand import Question, Understood, understand
from tests.data.review.test_decisions import AT
from tests.data.sheets_made import TODAY, text_of, workbook_of
from tests.data.understanding.readings import (
    DAY,
    LIST,
    figures,
    named,
    people,
    read,
    summed,
    understood,
    unsure,
)

# ---------------------------------------------------------------------------- whose column

COUNTED = [["Organization", "Activity", "Date", "District of participants",
            "Participants' department", "Male", "Female"],
           ["Panah Society (NGO)", "Police desks", DAY, "Kasur", "Police", "8", "4"],
           ["Panah Society (NGO)", "Teachers", "16 May 2023", "Okara", "Education", "6", "2"],
           ]  # fmt: skip


def test_an_organisation_beside_the_department_of_participants_is_who_reports() -> None:
    found = understood(text_of(COUNTED).encode())
    assert summed(found, "agency") == {"Police": 12, "Education": 8}
    assert set(found.checked.trainings["delivered_by"]) == {"Panah Society (NGO)"}
    both = [[*row, more] for row, more in zip(COUNTED, ["Organized by", "FIA", "FIA"], strict=True)]
    found = understood(text_of(both).encode())
    assert summed(found, "agency") == {"Police": 12, "Education": 8}
    assert set(found.checked.trainings["delivered_by"]) == {"FIA"}
    alone = [[one for n, one in enumerate(row) if n != 4] for row in COUNTED]
    assert unsure(read(text_of(alone).encode())) == {"Organization": "department"}


GROUPS = [["Date", "Training", "District (of participants)", "Students (Female)",
           "Teachers (Female)", "Support staff (Male)", "All"],
          ["2023-10-16", "Referral", "Kasur", "40", "4", "2", "46"],
          ["2023-10-24", "Referral", "Okara", "32", "3", "1", "36"],
          ["Total", "", "", "72", "7", "3", "82"]]  # fmt: skip


def test_groups_of_a_sex_each_are_added_up_where_they_make_all() -> None:
    found = understood(text_of(GROUPS).encode(), agency="not published")
    counted = found.checked.attendance[["participants_f", "participants_m"]].sum()
    assert counted.to_list() == [79, 3]
    other = [*GROUPS[:2], [*GROUPS[2][:-1], "38"]]  # they do not make it
    assert unsure(read(text_of(other).encode()))


def test_days_that_each_was_paid_for_are_no_question_unless_somebody_has_none() -> None:
    header = ["Sr.", "Name", "Gender", "Coming from (District)", "Department", "Days", "Rate"]
    listed = [["TA/DA of the training on referral", DAY], header,
              *[[*named(n, "Kasur", "Levies"), "1", "500"] for n in (1, 2, 3)],
              ["", "TOTAL", "", "", "", "", "1500"]]  # fmt: skip
    assert figures(understood(workbook_of({"TADA": listed}))) == (1, 3)
    listed[4][5] = "0"
    assert unsure(read(workbook_of({"TADA": listed}))) == {"Days": "presence"}


def test_whoever_came_on_the_day_on_which_all_came_is_counted() -> None:
    header = ["Sr.", "Name", "Gender", "District", "Department", "Mon", "Tue"]
    days = (["1", "1"], ["1", "0"], ["1", "1"])
    listed = [["Training on referral", DAY], header,
              *[[*named(n, "Kasur", "Levies"), *own] for n, own in enumerate(days, 1)]]  # fmt: skip
    asked = read(workbook_of({"List": listed}))
    assert isinstance(asked, Question) or figures(asked) == (1, 3)


def test_sessions_in_several_tehsils_of_one_district_are_no_repetition() -> None:
    header = ["Date of session", "Title of session", "District where session was held", "Tehsil",
              "Number of male participants", "Number of female participants"]  # fmt: skip
    rows = [["2023-07-04", "Safe migration", "Neelum", "Athmuqam", "12", "15"],
            ["2023-07-06", "Safe migration", "Neelum", "Sharda", "20", "9"]]  # fmt: skip
    assert not understood(text_of([header, *rows]).encode()).checked.queue
    rows[1][3] = "Athmuqam"
    assert understood(text_of([header, *rows]).encode()).checked.queue


def nominated(name: str, *rows: str) -> bytes:
    header = ["S#", "Name", "Gender", "District", "Designation", name]
    listed = [[*named(n, "Kasur"), *row.split("; ")] for n, row in enumerate(rows, start=1)]
    return workbook_of({"List": [[f"Session on referral, {DAY}"], header, *listed]})


def test_who_nominated_the_persons_of_a_list_is_their_office_where_posts_agree() -> None:
    rows = ("ASI; Police", "Secretary; LSO (NGO)", "Protection Officer; Child Protection Unit")
    found = understood(nominated("Nominated by", *rows))
    assert summed(found, "agency") == {"Police": 1, "Civil society": 1, "Child Protection": 1}
    others = understood(nominated("Nominated by", "DSP; DC Office", "Teacher; Police"))
    assert summed(others, "agency") == {"Police": 1, "Education": 1}  # of their own posts


def test_from_over_offices_is_where_people_are_of_and_no_day() -> None:
    above = [["Seminar on referral"], ["Date: 9 May 2023"]]
    rows = [[*named(1, "Kasur", "Labour Deptt")], [*named(2, "Okara", "NGO")]]
    header = ["No.", "Name", "Sex", "District", "From"]
    found = understood(workbook_of({"List": [*above, header, *rows]}))
    assert summed(found, "agency") == {"Labour Department": 1, "Civil society": 1}
    assert figures(found) == (1, 2)


JUDGES = [["PUNJAB JUDICIAL ACADEMY, LAHORE: Sessions on trafficking laws"],
          ["Session", "Dates", "Female judges", "Male judges"],
          ["Sentencing", "9-10 May 2023", "4", "13"], ["Victims", "16 May 2023", "6", "9"],
          ]  # fmt: skip


def test_women_and_men_of_a_post_are_the_participants_and_of_its_agency() -> None:
    found = understood(workbook_of({"Sheet1": JUDGES}))
    assert summed(found, "agency") == {"Judiciary": 32}
    assert found.checked.attendance["participants_f"].sum() == 10
    assert set(found.checked.trainings["title"]) == {"Sentencing", "Victims"}
    of_callers = [JUDGES[0], [*JUDGES[1][:2], "Female callers", "Male callers"], *JUDGES[2:]]
    assert isinstance(read(workbook_of({"Sheet1": of_callers})), Question)


def test_what_sessions_with_a_day_each_were_on_is_no_department() -> None:
    on = "Union Council Secretaries session on registration"
    rows = [["Session", "Date", "District of participants", "Male", "Female"],
            [on, DAY, "Kasur", "3", "4"], [on, "10 May 2023", "Okara", "1", "2"]]  # fmt: skip
    found = understood(workbook_of({"Sessions": rows}))
    [asked] = found.checked.queue  # whose they are, its title leaves open
    assert (asked.value, asked.participants) == ("Local Government", 10)


# ------------------------------------------------------------------------------- which day


def batches(*names: str, above: str = "Training of police participants") -> bytes:
    rows = [["District", *names, "Total"], ["Kasur", "10", "8", "18"], ["Okara", "7", "0", "7"],
            ["Total", "17", "8", "25"]]  # fmt: skip
    return workbook_of({"Batches": [[above], *rows]})


@pytest.mark.parametrize(
    "names",
    [
        ("Batch-I (6-7 March 2023)", "Batch-II (13-14 April 2023)"),
        ("1st Batch (7.3.2023)", "2nd Batch (13.4.2023)"),
    ],
)
def test_each_batch_with_its_day_in_its_name_is_a_training(names: tuple[str, str]) -> None:
    found = understood(
        batches(*names, above="Bureau - sessions, Kasur region, police participants")
    )
    assert figures(found) == (2, 25)
    assert sorted(found.checked.trainings["date_start"].dt.month) == [3, 4]
    assert summed(found, "agency") == {"Police": 25}


def test_batches_of_which_nothing_says_what_they_count_are_asked_about() -> None:
    names = ("Batch-I (6-7 March 2023)", "Batch-II (13-14 April 2023)")
    for above in ("Refreshments of trainings", "Budget of participants"):
        assert list(unsure(read(batches(*names, above=above)))) == ["Number in the column"]
    days = read(batches("Day 1 (6 March 2023)", "Day 2 (7 March 2023)"))
    assert isinstance(days, Question)  # the same persons, on each


def test_a_title_that_says_that_all_participants_are_women_tells_their_sex() -> None:
    above = "Training of police officers (all participants female), 9 May 2023"
    rows = [[above], ["District", "Participants"], ["Kasur", "10"], ["Okara", "7"]]
    found = understood(workbook_of({"Sheet1": rows}))
    assert found.checked.attendance["participants_f"].sum() == 17
    rows[0] = [above.replace("female", "female and male")]
    assert not read(workbook_of({"Sheet1": rows})).checked.attendance["participants_f"].sum()


def test_a_list_a_day_is_of_the_days_of_the_training_above() -> None:
    title = "Two-day training on referral, 9-10 May 2023, Pearl Hotel"
    sheets = {f"Day {n}": [[title], [f"Attendance Day {n}: {8 + n} May 2023"], LIST, *people(3)]
              for n in (1, 2)}  # fmt: skip
    found = understood(workbook_of(sheets))
    assert figures(found) == (1, 3)
    other = {"Day 1": [[title], ["Attendance Day 1: 20 June 2023"], LIST, *people(3)]}
    assert isinstance(read(workbook_of(other)), Question)


@pytest.mark.parametrize(
    "days",
    [["Commenced: 9 May 2023", "Terminated: 12 May 2023", "National Academy, Islamabad"],
     ["Course commenced on 9 May 2023 and terminated on 12 May 2023"]],
)  # fmt: skip
def test_the_day_on_which_a_course_terminated_is_its_last(days: list[str]) -> None:
    rows = [["4th course on referral"], days, LIST, *people(2)]
    found = understood(workbook_of({"Roll": rows}))
    assert figures(found) == (1, 2)
    assert str(found.checked.trainings["date_end"].item().date()) == "2023-05-12"


# ----------------------------------------------------------------------- what is no record

BY_MONTHS = [["Wing: monthly progress of trainings, January to June 2023"],
             ["Month", "No. of trainings held", "Male", "Female", "Total trained"],
             ["January 2023", "3", "23", "12", "35"], ["February 2023", "4", "14", "12", "26"],
             ["1st Quarter", "7", "37", "24", "61"], ["April 2023", "2", "39", "10", "49"],
             ["2nd Quarter", "2", "39", "10", "49"], ["Half year total", "9", "76", "34", "110"],
             ]  # fmt: skip


def test_quarters_among_months_whose_sums_they_are_count_nobody_again() -> None:
    found = understood(workbook_of({"Sheet": BY_MONTHS}))
    assert figures(found) == (3, 110)
    assert found.checked.trainings["summarises"].sum() == 9
    wrong = [*BY_MONTHS[:4], ["1st Quarter", "7", "38", "24", "62"], *BY_MONTHS[5:]]
    other = read(workbook_of({"Sheet": wrong}))
    assert isinstance(other, Question) or not other.checked.problems.empty


def test_labels_with_their_values_over_a_header_are_no_names_of_columns() -> None:
    rows = [["Attendance: coordination training"],
            ["Date: 9 May 2023", "", "Place: PDA Hall", ""],
            ["S/No", "Name", "Sex", "Office / Place of posting"],
            ["1", "Zarqoon1 Nobody", "F", "DPO Office Kasur"],
            ["2", "Zarqoon2 Nobody", "M", "AC Office Okara"]]  # fmt: skip
    found = understood(workbook_of({"List": rows}))
    assert summed(found, "agency") == {"Police": 1, "District Administration": 1}
    assert found.checked.trainings["venue"].item() == "PDA Hall"


@pytest.mark.parametrize(
    ("over", "names"),
    [("No. of participants by agency", ("FIA", "District Admin", "NGOs")),
     ("Participants by department", ("FIA", "District Govt.", "NGOs")),
     ("Department-wise break-up", ("FIA", "District Govt.", "NGOs"))],
)  # fmt: skip
def test_names_under_one_that_says_by_what_it_is_divided_are_of_its_columns(
    over: str, names: tuple[str, ...]
) -> None:
    rows = [["Sr.", "Activity", "Place", "Date", over, "", "", "Total"],
            ["", "", "", "", *names, ""],
            ["1", "Orientation", "Kasur", DAY, "8", "6", "3", "17"],
            ["2", "Preparation", "Okara", "15 May 2023", "10", "4", "5", "19"],
            ["Total", "", "", "", "18", "10", "8", "36"]]  # fmt: skip
    found = understood(workbook_of({"Q2": rows}), district="not recorded")
    agencies = {"FIA": 18, "District Administration": 10, "Civil society": 8}
    assert summed(found, "agency") == agencies
    assert found.checked.problems.empty


def test_a_total_of_cells_without_a_value_is_told_by_its_women_and_men() -> None:
    rows = [[f"Session on referral, {DAY}"], ["Sr.", "District", "Male", "Female", "Total"],
            ["1", "Kasur", 14, 3, "=C3+D3"], ["2", "Okara", 9, 1, "=C4+D4"],
            ["", "G. Total", 23, 4, 27]]  # fmt: skip
    found = understood(workbook_of({"Statement": rows}), agency="not published")
    assert figures(found) == (1, 27)
    assert found.checked.problems.empty
    for wrong in ([23, 5, 28], [23, 4, 28]):
        rows[-1][2:] = wrong
        assert not understood(
            workbook_of({"Statement": rows}), agency="not published"
        ).checked.problems.empty


def test_transgender_people_of_each_group_are_neither_women_nor_men() -> None:
    rows = [[f"Orientation of staff, {DAY}"], ["Home district", "Police", "", "", "NGO", "", ""],
            ["", "M", "F", "TG", "M", "F", "TG"], ["Kasur", "5", "9", "2", "6", "8", "0"],
            ["Okara", "3", "4", "0", "2", "5", "1"]]  # fmt: skip
    found = understood(workbook_of({"Summary": rows}))
    assert summed(found, "agency") == {"Police": 23, "Civil society": 22}
    assert found.checked.attendance["participants_unspecified"].sum() == 3


def test_names_beside_a_post_each_are_of_those_who_came() -> None:
    rows = [[f"Training of judges, {DAY}"], ["S.No.", "Name of Judge", "Designation", "District"],
            ["1", "Zarqoon1 Nobody", "Civil Judge", "Kasur"],
            ["2", "Zarqoon2 Nobody", "Senior Civil Judge", "Okara"]]  # fmt: skip
    found = understood(workbook_of({"Judges": rows}))
    assert summed(found, "agency") == {"Judiciary": 2}
    dated = [rows[0], [*rows[1], "Date of training"], [*rows[2], DAY], [*rows[3], "10 May 2023"]]
    assert isinstance(read(workbook_of({"Judges": dated})), Question)  # it may be the trainer


def test_a_column_of_districts_that_names_a_force_tells_its_agency() -> None:
    rows = [["Name of Course", "Duration", "Levies of Distt", "Nos. Trained"],
            ["Crime scene", "8 to 9 May 2023", "Khuzdar", "9"],
            ["Border posts", "15 to 16 May 2023", "Kalat", "6"]]  # fmt: skip
    found = understood(workbook_of({"Courses": rows}))
    assert summed(found, "agency") == {"Levies": 15}


def test_a_police_station_or_a_police_district_beside_each_tells_whose_people_they_are() -> None:
    rows = [["List of participants, awareness session for station house officers, 9 May 2023"],
            ["Sr. #", "Name of Officer", "Gender", "District", "Police Station"],
            [*named(1, "Kasur"), "Saddar"], [*named(2, "Okara"), "Gogera"]]  # fmt: skip
    assert summed(understood(workbook_of({"List": rows})), "agency") == {"Police": 2}
    some = [*rows, [*named(3, "Okara"), ""]]
    assert "Police" not in summed(understood(workbook_of({"List": some})), "agency")
    courses = [["Name of Course", "Date", "District Police", "Male", "Female"],
               ["Investigation", DAY, "Kasur", "4", "1"]]  # fmt: skip
    assert summed(understood(workbook_of({"List": courses})), "agency") == {"Police": 5}


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("Training of paralegals (NGO / CBO members), 9 May 2023", "Civil society"),
        ("Statement of District Police officials trained by FIA, 9 May 2023", "Police"),
        (
            "Session at Police Line, 9 May 2023, all participants belong to District Police",
            "Police",
        ),
    ],
)
def test_a_title_says_whose_people_they_are_beside_who_trained_them(
    title: str, agency: str
) -> None:
    rows = [[title], ["District", "Participants"], ["Kasur", "10"], ["Okara", "7"]]
    assert summed(understood(workbook_of({"Sheet1": rows})), "agency") == {agency: 17}
    rows[0] = [f"{title.split(', ')[0]}, with staff of line departments, {DAY}"]
    assert agency not in summed(understood(workbook_of({"Sheet1": rows})), "agency")


# ------------------------------------------------------------------ sexes in unknown words


def sexes_listed(*sexes: str) -> bytes:
    rows = [[f"Nobody {n}", sex, "Police", "Kasur"] for n, sex in enumerate(sexes)]
    above = [f"Orientation on referral, {DAY}"]
    return workbook_of({"List": [above, ["Name", "Sex", "Department", "District"], *rows]})


def test_two_unknown_words_for_sexes_are_asked_about_once() -> None:
    listed = sexes_listed("Kvinne", "Mann", "Mann", "kvinne", "Mann", "")
    found = understand([listed], TODAY)
    assert isinstance(found, Understood)
    [item] = found.checked.queue
    assert (len(item.rows), len(item.candidates)) == (5, 3)
    assert item.candidates[0].words == "as in row 3: women; as in row 4: men"
    assert "mann" not in repr(item).casefold()  # they may be names all the same
    fields = ("participants_f", "participants_m", "participants_unspecified")
    for option, counted in zip(item.candidates, [(2, 3, 1), (3, 2, 1), (0, 0, 6)], strict=True):
        decisions = settle(Decisions(), {item: option.answer}, "A. Clerk", AT)
        settled = understand([listed], TODAY, decisions=decisions)
        assert isinstance(settled, Understood)
        told = settled.checked.attendance
        assert tuple(int(told[one].fillna(0).sum()) for one in fields) == counted
        assert not settled.checked.queue


@pytest.mark.parametrize(
    "sexes",
    [
        ("Zarqoona", "Zarqoon", "Zarqoon", "Zarqoon", "Zarqoon"),
        ("Zarqoona", "Zarqoona", "Zarqoon", "Zarqoon"),
        ("Female", "Female", "Mann", "Mann", "Mann"),
    ],
)
def test_what_may_be_names_or_mistyped_is_no_question_on_sexes(sexes: tuple[str, ...]) -> None:
    found = understand([sexes_listed(*sexes)], TODAY)
    assert isinstance(found, Understood)
    assert not [item for item in found.checked.queue if item.kind == "number"]
    assert "arqoon" not in repr(found.checked.problems)
