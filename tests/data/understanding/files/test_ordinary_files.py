"""What offices write as a matter of course is read unasked; what is not sure is asked."""

from datetime import UTC, datetime

import pytest

from data.review.decisions import Decisions
from data.sheets.no_records.not_held import REJECTED_ROW
from data.understanding.understand import Answers, Question, Understood, understand
from tests.data.sheets_made import TODAY, csv_of, text_of, workbook_of
from tests.data.understanding.readings import LIST, TRAINING, figures, people, read, unsure

HEADER = ["Training", "Date", "District", "Department", "Female", "Male"]
ROWS = [["Referral", "12-14 March", "Kasur", "Police", "3", "4"],
        ["Screening", "5 April", "Lahore", "FIA", "0", "2"]]  # fmt: skip
WHOLE = [[row[0], f"{row[1]} 2023", *row[2:]] for row in ROWS]


def days(found: object) -> list[str]:
    assert isinstance(found, Understood), found
    return sorted(found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d"))


@pytest.mark.parametrize("name", ["Trainings 2023", "Sheet1"])
def test_days_without_a_year_have_the_one_that_stands_above_and_that_is_said(name: str) -> None:
    above = [] if "2023" in name else [["Calendar of trainings 2023"]]
    found = read(workbook_of({name: [*above, HEADER, *ROWS]}))
    assert days(found) == ["2023-03-12", "2023-04-05"]
    assert isinstance(found, Understood)
    assert any("are of 2023" in note for note in found.notes)


@pytest.mark.parametrize("above", ["Trainings 2023-24"])
def test_days_without_a_year_are_problems_where_it_is_not_one(above: str) -> None:
    found = read(workbook_of({"Sheet1": [[above], HEADER, *ROWS]}))
    assert isinstance(found, Understood)
    assert found.checked.problems["reason"].to_list() == ["A day without its year."] * 2


def test_months_of_a_fiscal_year_are_not_all_of_its_first() -> None:
    rows = [["Progress 2023-24"], ["District", "Nov", "Feb"], ["Kasur", "3", "4"]]
    fields = {"month of the column": "date_start", "number in the column": "participants_total"}
    found = read(text_of(rows).encode(), fields, title="Referral", agency="Police")
    assert figures(found) == (0, 0)


@pytest.mark.parametrize(
    "under",
    [["1", "2", "3", "4", "5", "6"], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6=4+5)"]],
)  # fmt: skip
def test_numbers_or_units_under_the_header_are_no_record(under: list[str]) -> None:
    found = read(csv_of(under, *WHOLE, header=HEADER))
    assert figures(found) == (2, 9)
    assert isinstance(found, Understood)
    [left] = found.checked.tables["attendance"].set_aside.itertuples(index=False)
    assert tuple(left) == (2, "numbers or units of the columns")


def test_a_header_of_three_rows_is_read_and_what_stands_over_all_of_it() -> None:
    top = ["Training", "Date", "District", "Participants", "", "", ""]
    rows = [top, ["", "", "", "Police", "", "Social Welfare", ""], ["", "", "", "M", "F", "M", "F"],
            ["Referral", "2023-05-09", "Kasur", "1", "2", "3", "4"]]  # fmt: skip
    fields = {"agency of the column": "agency"}
    assert figures(read(text_of(rows).encode(), fields)) == (1, 10)
    rows[0][3] = "Planned participants"
    assert unsure(read(text_of(rows).encode()))


def test_tables_side_by_side_are_read_one_under_the_other() -> None:
    rows = [["Training on referral, 9 May 2023"], [*LIST, "", *LIST]]
    rows += [[*row, "", *other] for row, other in zip(people(3), people(3, "b"), strict=True)]
    rows[-1][6:] = [""] * 5
    fields = {"Title above the rows": "title", "Date above the rows": "date_start"}
    assert figures(read(text_of(rows).encode(), fields)) == (1, 5)


def test_ages_in_the_header_are_no_numbers_of_a_record() -> None:
    header = [*HEADER, "Total", "18-29 years", "60+"]
    rows = [[*row, total, total, "0"] for row, total in zip(WHOLE, ("7", "2"), strict=True)]
    assert figures(read(csv_of(*rows, header=header))) == (2, 9)


def test_days_with_points_are_no_numbers() -> None:
    rows = [["Referral", "15.02.2023", "Kasur", "Police", "3"]]
    found = read(csv_of(*rows, header=("Training", "Datum", "District", "Department", "Female")))
    assert figures(found) == (1, 3)
    born = read(csv_of(*rows, header=("Training", "Date of birth", "District", "Dept", "Female")))
    assert "date_start" not in unsure(born).values()


DASHED = [["Referral", "2023-05-09", "Kasur", "Police", "-", "4"],
          ["Referral", "2023-05-09", "Kasur", "FIA", "--", "3"]]  # fmt: skip


def test_a_dash_is_nobody_where_the_total_of_its_row_says_so() -> None:
    rows = [[*row, total] for row, total in zip(DASHED, ("4", "3"), strict=True)]
    found = read(csv_of(*rows, header=[*HEADER, "Total"]))
    assert figures(found) == (1, 7)
    assert isinstance(found, Understood)
    assert found.checked.attendance["participants_f"].to_list() == [0, 0]
    rows[0][-1] = "5"  # one that differs says nothing
    found = read(csv_of(*rows, header=[*HEADER, "Total"]))
    assert isinstance(found, Understood)
    assert [one.rows for one in found.checked.queue] == [(2,)]


@pytest.mark.parametrize(("means", "women"), [("zero", 0), ("blank", None)])
def test_what_a_dash_means_is_asked_once_for_a_layout(means: str, women: int | None) -> None:
    content = csv_of(*DASHED, header=HEADER)
    found = read(content)
    assert figures(found) == (1, 0)
    assert isinstance(found, Understood)
    [asked] = found.checked.queue
    assert (asked.kind, asked.rows) == ("number", (2, 3))
    answered = understand([content], TODAY, answers=Answers(dashes=means))
    assert isinstance(answered, Understood)
    assert figures(answered) == (1, 7)
    assert [
        None if n != n else n for n in answered.checked.attendance["participants_f"].astype(float)
    ] == [women] * 2


# ------------------------------------------------------------------ several sheets

MONTHS = {"May": [HEADER, WHOLE[0]], "June": [HEADER, WHOLE[1]]}


def test_sheets_of_one_shape_are_all_read_and_empty_ones_are_nothing() -> None:
    assert figures(read(workbook_of({**MONTHS, "Sheet3": []}))) == (2, 9)
    assert figures(read(workbook_of({"May": MONTHS["May"], "Sheet2": [], "Sheet3": []}))) == (1, 7)


@pytest.mark.parametrize(
    "other",
    [{"All 2023": [HEADER, *WHOLE]}, {"July": MONTHS["May"]}, {"May (2)": MONTHS["June"]},
     {"Upcoming": [HEADER, ["Later", *WHOLE[1][1:]]]}],
)  # fmt: skip
def test_which_sheets_are_meant_is_asked_where_one_may_repeat_others(other: dict) -> None:
    found = read(workbook_of({**MONTHS, **other}))
    assert isinstance(found, Question)
    assert found.kind == "sheet"


def test_sheets_whose_columns_are_alike_in_another_order_are_one_table() -> None:
    one = [["Course No. 1 on referral, Kasur, 12-13 June 2023"],
           ["S.No", "Name", "Rank", "Department", "District", "M/F"],
           ["1", "Zarqoon One", "SI", "FIA", "Kasur", "M"],
           ["2", "Zarqoon Two", "SI", "Police", "Kasur", "F"]]  # fmt: skip
    other = [["Course No. 2 on referral, Okara, 3 July 2023"],
             ["Sr", "District", "Deptt", "Name of participant", "Gender", "Desig."],
             ["1", "Okara", "Police", "Zarqoon One", "Male", "SI"],
             ["2", "Okara", "NGO", "Zarqoon Three", "Female", "Member"],
             ["3", "Okara", "NGO", "Zarqoon Four", "Male", "Member"]]  # fmt: skip
    one = [*one, ["3", "Zarqoon Five", "SI", "Police", "Kasur", "M"]]
    found = read(workbook_of({"Trg-1 Kasur": one, "Trg-2 Okara": other}))
    assert figures(found) == (2, 6)
    assert isinstance(found, Understood)
    assert found.checked.attendance["participants_f"].sum() == 2
    more = [other[0], [*other[1], "Remarks on pay"], *([*row, "x"] for row in other[2:])]
    assert figures(read(workbook_of({"Trg-1 Kasur": one, "Trg-2 Okara": more}))) == (2, 6)
    again = [["Course No. 1 on referral, Kasur, 12-13 June 2023"], other[1],
             ["1", "Kasur", "FIA", "Zarqoon One", "M", "SI"],
             ["2", "Kasur", "Police", "Zarqoon Two", "F", "SI"]]  # fmt: skip
    assert isinstance(read(workbook_of({"Trg-1": one, "Trg-2": again})), Question)


def test_a_hidden_sheet_leaves_it_open() -> None:
    assert isinstance(read(workbook_of(MONTHS, hidden=["June"])), Question)


FORM = [["training_title", "training_date", "district", "number_of_participants", "_id", "_index"],
        ["Referral", "2023-05-09", "Kasur", "2", "71", "1"],
        ["Screening", "2023-05-10", "Lahore", "1", "72", "2"]]  # fmt: skip
OF_FORM = [["name", "sex", "department", "district", "_index", "_parent_index"],
           ["Zarqoon One", "female", "Police", "Kasur", "1", "1"],
           ["Zarqoon Two", "male", "FIA", "Lahore", "2", "1"],
           ["Zarqoon Three", "male", "FIA", "Lahore", "3", "2"]]  # fmt: skip


@pytest.mark.parametrize(
    ("called", "no", "other"),
    [
        ("_validation_status", "Not Approved", ""),
    ],
)
def test_a_submission_that_was_not_approved_is_set_aside(called: str, no: str, other: str) -> None:
    states = [called, no, other]
    rows = [[*row, state] for row, state in zip(FORM, states, strict=True)]
    found = read(text_of(rows).encode(), agency="not published")
    assert isinstance(found, Understood)
    assert figures(found) == (1, 1)
    assert found.checked.tables["attendance"].set_aside["reason"].tolist() == [REJECTED_ROW]


def test_the_people_of_a_form_have_what_their_submission_says() -> None:
    found = read(workbook_of({"Form": FORM, "people": OF_FORM}))
    assert figures(found) == (2, 3)
    assert isinstance(found, Understood)
    venues = found.checked.trainings.set_index("title")["venue_adm2_pcode"]
    assert venues.to_dict() == {"Referral": "PK614", "Screening": "PK617"}
    assert "Zarqoon" not in repr(found)
    reviewed = [[*row, state] for row, state in zip(
        FORM, ["_validation_status", "Approved", "Not Approved"], strict=True)]  # fmt: skip
    assert figures(read(workbook_of({"Form": reviewed, "people": OF_FORM}))) == (1, 2)
    stray = [*OF_FORM[:3], [*OF_FORM[3][:5], "9"]]
    assert isinstance(read(workbook_of({"Form": FORM, "people": stray})), Question)


# ------------------------------------------------- columns that their cells leave no doubt about

GROUPED = ("Training", "Date", "District")


def test_a_question_of_a_form_is_what_its_answers_say() -> None:
    header = (*GROUPED, "Which department do you work for?", "Female")
    rows = [[*WHOLE[0][:3], agency, "3"] for agency in ("Police", "FIA")]
    assert figures(read(csv_of(*rows, header=header))) == (1, 6)
    rows[1][3] = "Nobody Relief"
    assert unsure(read(csv_of(*rows, header=header))) == {header[3]: "department"}
    header = (*GROUPED, "Which department organized it?", "Female")
    organized = read(csv_of(rows[0], header=header), agency="not published")
    assert figures(organized) == (1, 3)
    assert isinstance(organized, Understood)
    assert organized.checked.attendance["agency"].tolist() == ["Not published"]


def test_organisations_of_which_a_training_has_several_are_of_its_participants() -> None:
    header = (*GROUPED, "Organization", "Female")
    rows = [[*WHOLE[0][:3], agency, "3"] for agency in ("Police", "FIA")]
    assert figures(read(csv_of(*rows, header=header))) == (1, 6)
    assert unsure(read(csv_of(rows[0], header=header))) == {"Organization": "department"}


def test_women_and_men_of_known_agencies_are_not_asked_about_and_planned_ones_are_none() -> None:
    rows = [[*GROUPED, "Police", "", "FIA", ""], ["", "", "", "M", "F", "M", "F"],
            [*WHOLE[0][:3], "1", "2", "3", "4"]]  # fmt: skip
    assert figures(read(text_of(rows).encode())) == (1, 10)
    rows[0][3], rows[0][5] = "Planned Police", "Planned FIA"
    assert isinstance(read(text_of(rows).encode()), Question)


MONTHLY = [["District", "Jan", "Feb"], ["Kasur", "10", "4"]]


@pytest.mark.parametrize(
    ("title", "asked"),
    [("Progress of trainings / participants, 2023", True),
     ("Participants of trainings, 2023", False)],
)  # fmt: skip
def test_numbers_by_months_under_trainings_and_participants_may_be_either(
    title: str, *, asked: bool
) -> None:
    found = read(text_of([[title, "", ""], *MONTHLY]).encode())
    assert isinstance(found, Question) == asked


def test_a_table_by_months_has_one_question_if_its_numbers_are_people() -> None:
    told = text_of([["Participants trained in 2023", "", ""], *MONTHLY]).encode()
    found = read(told, agency="not published")
    assert figures(found) == (2, 14)
    assert isinstance(found, Understood)
    assert any("no column gives an agency" in note for note in found.notes)
    assert set(found.checked.trainings["title"]) == {"Participants trained in 2023"}
    for above in ("Progress of 2023", "Number of trainings 2023"):
        content = text_of([[above, "", ""], *MONTHLY]).encode()
        asked = read(content)
        assert unsure(asked) == {"Number in the column": "participants_total"}
        assert isinstance(asked, Question)
        assert asked.proposal
        assert not asked.proposal.missing
        found = read(content, {"number in the column": "participants_total"}, agency="not told")
        assert figures(found) == (2, 14)
        assert isinstance(found, Understood)
        assert set(found.checked.attendance["agency"]) == {"Not published"}


def test_a_name_in_a_column_of_districts_is_in_no_question_problem_or_decision() -> None:
    rows = [[*WHOLE[0][:2], place, "Police", "3", "1"]
            for place in ("Kasur", "Zarqoon Nobody", "Sailkot", "New Town Xyzq")]  # fmt: skip
    content = csv_of(*rows, header=HEADER)
    found = read(content)
    assert isinstance(found, Understood)
    shown = repr(found) + found.checked.problems.to_csv() + found.checked.unplaced.to_csv()
    assert "Zarqoon" not in shown
    by_row = {one.rows: one for one in found.checked.queue}
    assert [by_row[n,].value for n in (4, 5)] == ["Sailkot", "New Town Xyzq"]
    key, decision = by_row[3,].settled("PK617", "x", datetime.now(UTC))
    assert "zarqoon" not in f"{key} {decision}".casefold()
    again = understand([content], TODAY, decisions=Decisions().decided(key, decision))
    assert isinstance(again, Understood)
    assert "PK617" in set(again.checked.attendance["adm2_pcode"])
    undated = [[row[0], *row[2:]] for row in rows]
    asked = read(csv_of(*undated, header=[HEADER[0], *HEADER[2:]]))
    assert isinstance(asked, Question)
    assert "Zarqoon" not in repr(asked)


def test_a_name_where_the_district_of_a_training_stands_is_not_taken_for_its_venue() -> None:
    rows = [["T1", *WHOLE[0][:2], "Zarqoon Nobody"], ["T2", *WHOLE[1][:2], "Kasur"]]
    found = read(csv_of(*rows, header=["Training ID", "Title", "Date", "Venue district"]))
    assert isinstance(found, Understood)
    assert "Zarqoon" not in found.checked.trainings.to_csv()


def test_a_name_among_agencies_is_in_no_question_problem_or_decision() -> None:
    rows = [[*WHOLE[0][:3], agency, "3", "1"]
            for agency in ("Police", "Zarqoon Nobody", "Head Office", "Polise")]  # fmt: skip
    content = csv_of(*rows, header=HEADER)
    found = read(content)
    assert isinstance(found, Understood)
    assert "Zarqoon" not in repr(found) + found.checked.problems.to_csv()
    hidden, *others = found.checked.queue
    assert (hidden.rows, hidden.of_rows, "arqoon" in repr(hidden)) == ((3,), "row 3", False)
    assert [one.value for one in others] == ["Head Office", "Polise"]
    key, decision = hidden.settled("Civil society", "x", datetime.now(UTC))
    assert "zarqoon" not in f"{key} {decision}".casefold()
    again = understand([content], TODAY, decisions=Decisions().decided(key, decision))
    assert isinstance(again, Understood)
    assert len(again.checked.queue) == 2
    asked = read(csv_of(*rows, header=[*HEADER[:3], "Organization of", *HEADER[4:]]))
    assert isinstance(asked, Question)
    assert "Zarqoon" not in repr(asked)


def test_headings_of_agencies_and_districts_are_of_the_rows_under_them() -> None:
    above = ["Training on referral held at Hall One, 3 May 2023"]
    rows = [above, ["S#", "Name", "District", "Sex"],
            ["Police"], *([*row[:2], *row[3:]] for row in people(2)),
            ["FIA"], *([*row[:2], *row[3:]] for row in people(3, "b"))]  # fmt: skip
    found = read(workbook_of({"List": rows}))
    assert figures(found) == (1, 5)
    assert isinstance(found, Understood)
    assert found.checked.attendance["agency"].to_list() == ["Police", "FIA"]
    counts = [
        ["Department", "Training", "Date", "Female", "Male"],
        ["Kasur"],
        ["Police", *WHOLE[0][:2], "1", "2"],
        ["Lahore"],
        ["FIA", *WHOLE[0][:2], "3", "4"],
    ]
    found = read(workbook_of({"List": counts}))
    assert unsure(found) == {"District of the heading": "district"}
    found = read(workbook_of({"List": counts}), {"District of the heading": "district"})
    assert isinstance(found, Understood)
    assert found.checked.attendance["adm2_pcode"].to_list() == ["PK614", "PK617"]


def test_headings_of_women_and_men_are_of_the_rows_under_them() -> None:
    men, women = (row[:4] for row in people(2)), (row[:4] for row in people(3, "b"))
    rows = [["Training on referral, 3 May 2023"], LIST[:4], ["Male Participants"], *men,
            ["Female"], *women]  # fmt: skip
    found = read(workbook_of({"List": rows}))
    assert isinstance(found, Understood)
    group = found.checked.attendance.iloc[0]
    assert (group["participants_f"], group["participants_m"]) == (3, 2)


def test_a_register_and_who_came_to_its_trainings_are_read_together() -> None:
    register = [["Training ID", "Title", "Date"], ["T1", "Referral", "2023-05-09"]]
    came = [["Training ID", "District", "Department", "Female"], ["T1", "Kasur", "Police", "3"]]
    lists = [["District"], ["Kasur"]]
    assert figures(read(workbook_of({"List A": register, "List B": came, "Lookups": lists}))) == (
        1,
        3,
    )
    came[1][0] = "T2"
    assert isinstance(read(workbook_of({"List A": register, "List B": came})), Question)


@pytest.mark.parametrize("name", ["Month", "Reporting Month"])
def test_a_month_that_is_over_is_from_its_first_day_to_its_last(name: str) -> None:
    rows = [[row[0], "March 2023", *row[2:]] for row in WHOLE]
    found = read(csv_of(*rows, header=["Training", name, *HEADER[2:]]))
    assert isinstance(found, Understood)
    assert not found.checked.queue
    assert days(found) == ["2023-03-01"] * 2
    assert {str(day.date()) for day in found.checked.trainings["date_end"]} == {"2023-03-31"}
    assert any("of a month alone" in note for note in found.notes)


def test_a_month_that_is_not_over_has_its_day_asked() -> None:
    rows = [[row[0], f"{TODAY:%B %Y}", *row[2:]] for row in WHOLE]
    found = read(csv_of(*rows, header=["Training", "Month", *HEADER[2:]]))
    assert isinstance(found, Understood)
    assert [one.kind for one in found.checked.queue] == ["date"]


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Name of the training attended", "title"),
        ("Name of training coordinator", "other_personal"),
    ],
)
def test_the_name_of_a_training_is_offered_as_its_title(name: str, field: str) -> None:
    rows = [["Referral", *WHOLE[0][1:]]]
    found = read(csv_of(*rows, header=[name, *HEADER[1:]]))
    if field == "title":
        assert unsure(found) == {name: field}
    else:
        assert figures(found) == (1, 7)
        assert "Referral" not in repr(found)


def test_rows_of_one_training_in_several_districts_may_be_groups_which_is_asked() -> None:
    header = ["Training", "Date", "District", "Female"]
    rows = [[*WHOLE[0][:2], place, "3"] for place in ("Kasur", "Lahore")]
    found = read(csv_of(*rows, header=header))
    assert isinstance(found, Question)
    assert found.proposal
    assert found.proposal.kinds == ("groups", "trainings")
    assert figures(read(csv_of(*rows, header=header), kind="trainings")) == (2, 6)
    assert figures(read(csv_of(*rows, header=header), agency="Police", kind="groups")) == (1, 6)
    rows[1][0] = "Screening"
    for header[2] in ("District", "Venue district"):
        found = read(csv_of(*rows, header=header), agency="Police", district="not recorded")
        assert figures(found) == (2, 6)


def test_districts_of_one_training_that_no_column_tells_are_homes() -> None:
    content = csv_of(["Kasur", "3"], header=["District", "Female"])
    found = read(content, **TRAINING, agency="not published")
    assert isinstance(found, Understood)
    assert found.checked.attendance["adm2_pcode"].to_list() == ["PK614"]


def test_a_list_whose_names_are_removed_is_not_taken_for_trainings() -> None:
    header = ["Name & Rank", "District", "Cell No", "Training", "Date"]
    rows = [[f"Inspector Zarqoon{n}", "Kasur", "", *WHOLE[0][:2]] for n in range(3)]
    assert figures(read(csv_of(*rows, header=header), agency="Police")) == (1, 3)
    found = read(csv_of(*rows, header=header), {"Name & Rank": "other_personal"})
    assert isinstance(found, Question)
    assert found.proposal
    assert found.proposal.kinds == ("persons", "trainings")


def test_a_column_of_any_name_has_the_agencies_of_which_a_training_has_several() -> None:
    header = [*HEADER[:3], "Stakeholder", *HEADER[4:]]
    rows = [[*WHOLE[0][:3], agency, "3", "1"] for agency in ("Police", "FIA")]
    assert figures(read(csv_of(*rows, header=header))) == (1, 8)
    assert unsure(read(csv_of(rows[0], header=header))) == {"Stakeholder": "department"}
    header[3] = "Referred to"
    assert unsure(read(csv_of(*rows, header=header))) == {"Referred to": "department"}


def test_names_with_their_format_a_letter_or_a_sum_are_known() -> None:
    header = ["Training", "Date (dd/mm/yyyy)", *HEADER[2:4], "Trained (F)", "Sum of Male"]
    rows = [[WHOLE[0][0], "13/03/2023", *WHOLE[0][2:]]]
    assert figures(read(csv_of(*rows, header=header))) == (1, 7)
    whole = [*HEADER[:4], "Participants", "of which women"]
    found = read(csv_of([*WHOLE[0][:4], "7", "3"], header=whole))
    assert isinstance(found, Understood)
    assert found.checked.attendance["participants_f"].item() == 3


def test_several_months_of_a_year_are_asked_about_as_one_is() -> None:
    rows = [[row[0], "Jan-Mar 2023", *row[2:]] for row in WHOLE]
    found = read(csv_of(*rows, header=HEADER))
    assert isinstance(found, Understood)
    [asked] = found.checked.queue
    assert [one.answer for one in asked.candidates] == ["whole", "first", "last"]
    assert "31 March 2023" in asked.candidates[2].words


def test_a_ditto_says_what_the_cell_above_says_and_is_no_number() -> None:
    again = ["-do-", '""""', "Lahore", "Do.", "3", "1"]
    found = read(csv_of(WHOLE[0], again, header=HEADER))
    assert figures(found) == (1, 11)
    assert isinstance(found, Understood)
    assert any("3 cells say ditto" in note for note in found.notes)
    found = read(csv_of(WHOLE[0], [*again[:4], "-do-", "1"], header=HEADER))
    assert figures(found) == (1, 7)


@pytest.mark.parametrize("mark", ["do"])
def test_do_is_ditto_where_it_is_no_post(mark: str) -> None:
    header = ["Name", "Gender", "Post", "District", "Department"]
    rows = [["Zarqoon Nobody", "M", "SI", "Kasur", "Police"],
            ["Zarmina Nobody", "F", "DO", mark, mark],
            ["Zargul Nobody", "M", mark.upper(), "-do-", "-do-"]]  # fmt: skip
    found = read(text_of([["Training on referral, Okara, 5 May 2023"], header, *rows]).encode())
    assert isinstance(found, Understood)
    assert found.checked.attendance["adm2_pcode"].unique().tolist() == ["PK614"]
    assert found.checked.attendance["agency"].unique().tolist() == ["Police"]


def test_women_and_men_whose_sum_a_total_is_are_what_their_names_may_say() -> None:
    header = [*HEADER[:4], "Female pax", "Achieved M", "Total Pax"]
    rows = [[*row, total] for row, total in zip(WHOLE, ("7", "2"), strict=True)]
    found = read(csv_of(*rows, header=header))
    assert isinstance(found, Understood)
    assert found.checked.attendance["participants_f"].sum() == 3
    staff = read(csv_of(*rows, header=[*HEADER[:4], "Staff female", "Staff male", "Staff total"]))
    assert "Staff female" in unsure(staff)
    rows[1][-1] = "3"
    assert "Female pax" in unsure(read(csv_of(*rows, header=header)))


def test_the_start_and_the_end_of_a_training_are_told_by_their_names_together() -> None:
    header = [HEADER[0], "training_start", "Course end", *HEADER[2:]]
    rows = [[WHOLE[0][0], "2023-03-12", "2023-03-14", *WHOLE[0][2:]]]
    found = read(csv_of(*rows, header=header))
    assert isinstance(found, Understood)
    assert str(found.checked.trainings["date_end"].item().date()) == "2023-03-14"


def test_names_in_two_parts_are_of_one_person_only_where_both_are_the_same() -> None:
    header = ["First Name", "Last Name", *LIST[2:], *TRAINING]
    rows = [["Zarqoon", last, "Police", "Kasur", sex, *TRAINING.values()]
            for last, sex in (("Nobody", "F"), ("Noone", "F"), ("Nobody", "M"))]  # fmt: skip
    assert figures(read(csv_of(*rows[:2], header=header))) == (1, 2)
    found = read(csv_of(*rows, header=header))
    assert isinstance(found, Understood)
    assert [one.rows for one in found.checked.queue] == [(4,)]
