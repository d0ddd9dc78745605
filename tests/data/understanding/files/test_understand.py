"""From any file of the field to records: every row and every participant is accounted for."""

import gc

import pandas as pd
import pytest

from data.records.model import TRAINING_COLUMNS
from data.review.decisions import NO_DISTRICT, ONCE, SUM, Decisions
from data.review.duplicate_trainings import trainings_alike
from data.review.questions import settle
from data.sheets.sheet import Sheet
from data.understanding import sheet_records
from data.understanding.understand import understand
from data.writing.template import template_workbook
from tests.data.review.test_decisions import AT
from tests.data.sheets_made import (
    GROUP,
    GROUPS,
    PERSONS,
    TODAY,
    accepted,
    checked,
    counts,
    csv_of,
    groups,
    of_all,
    person,
    reasons,
    text_of,
    understood,
    workbook_of,
)
from tests.data.uploads import attendance_csv, trainings_csv

# ------------------------------------------------------------------ the documented shape


def test_files_of_the_documented_shape_stay_on_their_strict_way() -> None:
    rows = [{}, {"adm2_pcode": "Sialkot"}, {"agency": "Home Department"}, {}]
    files = [trainings_csv(), attendance_csv(*rows)]
    strict = understood(*files)
    assert not strict.mappings
    found = strict.checked
    # By the names of columns both the name of a district and the department would be taken.
    assert found.attendance["agency"].to_list() == ["Police", "Home Department"]
    assert found.problems[["table", "row", "column"]].to_numpy().tolist() == [
        ["attendance", 3, "adm2_pcode"]
    ]
    assert reasons(found) == ["Unknown P-code."]
    assert of_all(found, "duplicates")["row"].to_list() == [5]
    assert (found.participants_in, found.participants_accepted) == (21, 14)


def test_the_template_is_understood_without_a_question() -> None:
    found = understood(template_workbook())
    rows = accepted(found.checked)
    assert (rows["trainings"], rows["attendance"]) == (1, 2)
    assert found.checked.tables["attendance"].file_rows.tolist() == [2, 3]
    assert not found.mappings


def test_the_documented_shape_with_tags_other_letters_and_separators() -> None:
    tags = ["#activity+id", "#adm2+code", "#beneficiary+org", "#reached+f", "#reached+m", "#meta"]
    lines = attendance_csv().decode().splitlines()
    tagged = "\n".join([lines[0], ",".join(tags), *lines[1:]])
    found = understood(trainings_csv().decode().encode("utf-16"), tagged.encode())
    assert accepted(found.checked) == {"trainings": 1, "attendance": 1}
    assert found.checked.tables["attendance"].rows_in == 2


def test_a_column_of_the_documented_shape_twice_is_refused() -> None:
    lines = [line.replace('"', "") for line in trainings_csv().decode().splitlines()]
    twice = "\n".join([f"{lines[0]},title", f"{lines[1]},x"]).encode()
    with pytest.raises(Exception, match="twice: title"):
        understand([twice, attendance_csv()], TODAY)


# ------------------------------------------------------------------------ rows of groups


def test_a_count_that_is_no_whole_number() -> None:
    written = ["-1", "2.5", "~30", "NaN", "inf", "30+", "1.200", "about thirty", "=1"]
    rows = [{"Female": one, "Training ID": f"T{n}"} for n, one in enumerate(written, start=2)]
    found = checked(groups(*rows, {}))
    assert reasons(found) == ["Not a whole number of 0 or more."] * len(written)
    assert found.problems["row"].to_list() == [*range(2, 2 + len(written))]
    assert {*found.problems["column"]} == {"Female"}
    # The men of a row can be read, and are in the row with the problem.
    assert (found.participants_in, found.participants_accepted) == (5 * len(written) + 7, 7)


def test_numbers_with_separators_zero_and_blank() -> None:
    found = checked(
        groups({"Female": "1,200"}, {"Training ID": "T2", "Female": "0"},
               {"Training ID": "T3", "Female": ""}, {"Training ID": "T4", "Female": "n/a"})
    )  # fmt: skip
    assert found.attendance["participants_f"].isna().to_list() == [False, False, True, True]
    assert found.attendance["participants_f"].fillna(-1).to_list() == [1200, 0, -1, -1]


def test_a_very_large_count_is_held_for_review() -> None:
    found = checked(groups({"Female": "1000000000"}, {"Female": "99999999999999999999"}))
    assert all("held for review" in reason for reason in reasons(found))
    assert found.tables["attendance"].rows_accepted == 0


def test_women_and_men_that_do_not_sum_to_the_total() -> None:
    totals = ["7", "8", "6", ""]
    rows = [{"Training ID": f"T{n}", "Total": one} for n, one in enumerate(totals)]
    found = checked(groups(*rows, header=(*GROUPS, "Total")))
    assert found.tables["attendance"].rows_accepted == 2
    assert {*found.problems["row"]} == {3, 4}
    assert all("do not sum" in reason for reason in reasons(found))
    assert (found.participants_in, found.participants_in_problems) == (28, 14)


def test_a_total_alone_is_of_people_whose_sex_is_not_recorded() -> None:
    header = ("Training ID", "Start date", "District", "Department", "Total participants")
    found = checked(csv_of(["T1", "2023-05-09", "Swat", "FIA", "9"], header=header))
    assert counts(found)[0][5] == 9


def test_rows_that_name_a_sex_and_give_one_number() -> None:
    header = ("Training ID", "Start date", "District", "Department", "Gender", "Participants")
    rows = [["T1", "2023-05-09", "Swat", "FIA", sex, n] for sex, n in (("F", "3"), ("M", "4"))]
    assert [row[3:5] for row in counts(checked(csv_of(*rows, header=header)))] == [(3, 4)]


def test_totals_are_never_counted_twice() -> None:
    labels = ["Total", "Grand Total", "GRAND TOTAL:", "Sub-total", "Punjab Total", "کل میزان"]
    totals = [["", "", "", "", "", "4", "10"] for __ in labels]
    for row, label, place in zip(totals, labels, (0, 3) * 3, strict=True):
        row[place] = label
    found = checked(csv_of(GROUP, ["T2", *GROUP[1:]], *totals))
    assert of_all(found, "set_aside").to_dict("records") == [
        {"table": "attendance", "row": row, "reason": "a row of totals"} for row in range(4, 10)
    ]
    assert (found.participants_in, found.participants_accepted) == (14, 14)


def test_a_province_in_the_district_column_is_a_problem_and_not_counted() -> None:
    found = checked(csv_of(GROUP, [*GROUP[:3], "Punjab", *GROUP[4:]]))
    assert reasons(found) == ["Punjab is a province."]
    assert found.participants_accepted == 7


def test_a_training_that_has_total_in_its_name_is_counted() -> None:
    found = checked(groups({"Training title": "Total"}))
    assert found.tables["attendance"].rows_accepted == 1


def test_ragged_rows_are_problems_and_their_neighbours_are_not() -> None:
    content = text_of([GROUPS, GROUP, GROUP[:5], [*GROUP, "9"], ["T2", *GROUP[1:]]]).encode()
    found = checked(content)
    assert found.problems["row"].to_list() == [3, 4]
    assert found.tables["attendance"].rows_accepted == 2


def test_blank_rows_between_are_ignored_and_counted() -> None:
    found = checked(text_of([GROUPS, GROUP, [""] * 7, ["T2", *GROUP[1:]], [""] * 7]).encode())
    assert found.tables["attendance"].rows_in == 3
    assert of_all(found, "set_aside")["row"].to_list() == [3]


def test_an_exact_duplicate_is_counted_once() -> None:
    found = checked(csv_of(GROUP, GROUP))
    assert of_all(found, "duplicates").to_dict("records") == [
        {"table": "attendance", "row": 3, "same_as": 2}
    ]
    assert found.participants_accepted == 7


def test_a_near_duplicate_is_held_until_somebody_says() -> None:
    content = groups({}, {"Female": "3"})
    found = checked(content)
    [asked] = found.queue
    assert (asked.kind, asked.rows, asked.held) == ("duplicate", (2, 3), True)
    assert found.attendance.empty
    for answer, women in ((SUM, 5), (ONCE, 2)):
        found = checked(content, decisions=settle(Decisions(), {asked: answer}, "A. Clerk", AT))
        assert found.attendance["participants_f"].to_list() == [women]


def test_two_departments_of_one_agency_are_added_up() -> None:
    found = understood(groups({}, {"Department": "Traffic Police"}))
    assert [row[3:5] for row in counts(found.checked)] == [(4, 10)]
    assert found.checked.tables["attendance"].file_rows.tolist() == [2]
    assert "2 rows were added up into 1 groups." in found.notes


def test_a_problem_of_a_training_is_one_of_each_of_its_rows() -> None:
    rows = [{"Training title": "x" * 400}, {"Training title": "x" * 400, "District": "Swat"}]
    found = checked(groups(*rows, {"Training ID": "T2"}))
    own = found.problems[found.problems["table"] == "attendance"]
    assert own["row"].to_list() == [2, 3]
    assert accepted(found) == {"trainings": 1, "attendance": 1}


def test_rows_that_disagree_on_their_training_are_problems() -> None:
    found = checked(groups({}, {"District": "Swat", "Start date": "2023-05-10"}))
    assert "Another training has the same training_id." in reasons(found)
    assert found.tables["attendance"].rows_accepted == 0


@pytest.mark.parametrize("column", ["Venue", "Venue district"])
def test_trainings_of_one_title_on_one_day_at_two_venues_are_two(column: str) -> None:
    header = ("Training title", "Start date", "Home district", "Agency", "Female", "Male", column)
    rows = [("Referral", "2023-05-09", home, "Police", "2", "5", home) for home in
            ("Sialkot", "Swat")]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert found.checked.problems.empty
    assert found.checked.trainings["training_id"].tolist() == [
        "2023-05-09 Referral Sialkot", "2023-05-09 Referral Swat",
    ]  # fmt: skip
    assert any("the date, the title and the venue" in note for note in found.notes)


def test_trainings_that_only_the_clock_makes_planned_are_said() -> None:
    rows = [{}, {"Training ID": "T2", "Start date": "2024-02-01"}]
    found = understood(groups(*rows))
    assert found.checked.trainings["status"].to_list() == ["held", "planned"]
    words = "1 training ends after today (1 January 2024) and counts as planned, not as held."
    assert words in found.notes
    assert not [note for note in understood(groups()).notes if "planned" in note]
    far = understood(groups({}, {"Training ID": "T2", "Start date": "2031-01-01"}))
    assert not [note for note in far.notes if "planned" in note]
    assert "More than two years after today" in far.checked.problems["reason"].iloc[0]


def test_women_and_men_are_counted_under_urdu_headers() -> None:
    header = ("عنوان", "تاریخ", "ضلع", "محکمہ", "خواتین", "مرد")
    found = checked(csv_of(("تربیت", "2023-05-09", "لاہور", "Police", "3", "4"), header=header))
    row = found.attendance.iloc[0]
    assert (row["participants_f"], row["participants_m"]) == (3, 4)


def test_what_one_row_leaves_blank_of_its_training_another_says() -> None:
    found = checked(groups({}, {"District": "Swat", "Training title": "", "Start date": ""}))
    assert accepted(found) == {"trainings": 1, "attendance": 2}


def test_a_training_with_a_problem() -> None:
    usual = {"End date": "2023-05-10", "Status": "Completed", "Level": "District level"}
    header = (*GROUPS, "End date", "Status", "Level")
    said = [
        ({"Start date": "2023-02-30"}, "No such day"),
        ({"End date": "2024-06-01"}, "ends after today"),
        ({"End date": "2023-05-01"}, "end is before the start"),
        ({"End date": "soon"}, "Not a date"),
        ({"Status": "perhaps"}, "Not a known status"),
        ({"Level": "galactic"}, "Not a known level"),
    ]
    wrong = [usual | one | {"Training ID": f"T{n}"} for n, (one, __) in enumerate(said, start=2)]
    found = checked(groups(usual, *wrong, header=header))
    assert found.trainings[["level", "status"]].to_numpy().tolist() == [["district", "held"]]
    by_row = found.problems.groupby("row")["reason"].agg(" ".join).to_dict()
    assert [*by_row] == [*range(3, 3 + len(said))]
    for (__, words), reason in zip(said, by_row.values(), strict=True):
        assert words in reason


# ------------------------------------------------------------------------------ places


def test_a_code_is_held_against_its_name() -> None:
    header = (*GROUPS[:4], "P-code", *GROUPS[4:])
    assert checked(groups({"P-code": "PK634"}, header=header)).rows_not_placed == 0
    found = checked(groups({"P-code": "PK617"}, header=header))
    assert found.rows_not_placed == 1
    answers = {one.answer for one in found.queue[0].candidates}
    assert answers == {"PK634", "PK617", NO_DISTRICT}


def test_a_table_is_let_go_before_its_rows_are_added_up(monkeypatch) -> None:
    before = [one for one in gc.get_objects() if isinstance(one, Sheet)]  # of other tests
    others, held = {*map(id, before)}, []
    own_tally = sheet_records.tally

    def tally(rows: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
        sheets = (one for one in gc.get_objects() if isinstance(one, Sheet) and one.cells.size)
        held.extend(one for one in sheets if id(one) not in others)
        return own_tally(rows)

    monkeypatch.setattr(sheet_records, "tally", tally)
    rows = [person(number) for number in range(1, 6)]
    understand([workbook_of({"List": [list(PERSONS), *rows]})], TODAY)
    assert held == []


def test_a_day_with_a_blank_in_it_is_compared_with_no_other() -> None:
    days = ["2023-05- 9", "2023-05- 9", "2023-05-10"]
    told = {name: [""] * len(days) for name in TRAINING_COLUMNS}
    told |= {"training_id": ["T1", "T2", "T3"], "date_start": days, "date_end": days}
    trainings = pd.DataFrame({**told, "title": "Referral", "status": "held"})
    assert not trainings_alike(trainings, Decisions()).queue
