"""From any file of the field to records: every row and every participant is accounted for."""

import time
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.checking.check import to_records
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.errors import ReadingError
from data.records.model import ATTENDANCE_COLUMNS, TRAINING_COLUMNS
from data.review.decisions import ONCE, SUM, Decisions
from data.review.questions import settle
from data.sheets.fields import FIELDS
from data.sheets.mapping import with_constants
from data.store.imports import content_hash
from data.store.shipped import illustrative
from data.understanding.understand import Question, Understood, understand
from data.writing import export
from data.writing.template import template_workbook
from tests.data.review.test_decisions import AT
from tests.data.sheets_made import (
    GROUP,
    GROUPS,
    PERSONS,
    TODAY,
    accepted,
    balance,
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


@pytest.mark.parametrize(
    "written", ["-1", "2.5", "~30", "NaN", "inf", "30+", "1.200", "thirty", "=1"]
)
def test_a_count_that_is_no_whole_number(written: str) -> None:
    found = checked(groups({"Female": written}, {"Training ID": "T2"}))
    assert reasons(found) == ["Not a whole number of 0 or more."]
    assert found.problems["row"].to_list() == [2]
    assert found.problems["column"].to_list() == ["Female"]
    # The men of the row can be read, and are in the row with the problem.
    assert (found.participants_in, found.participants_accepted) == (12, 7)


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


@pytest.mark.parametrize(("total", "fits"), [("7", True), ("8", False), ("6", False), ("", True)])
def test_women_and_men_that_do_not_sum_to_the_total(total: str, fits: bool) -> None:
    header = (*GROUPS, "Total")
    found = checked(groups({"Total": total}, header=header))
    assert (found.tables["attendance"].rows_accepted == 1) == fits
    if not fits:
        assert "do not sum" in reasons(found)[0]
        assert (found.participants_in, found.participants_in_problems) == (7, 7)


def test_a_total_alone_is_of_people_whose_sex_is_not_recorded() -> None:
    header = ("Training ID", "Start date", "District", "Department", "Total participants")
    found = checked(csv_of(["T1", "2023-05-09", "Swat", "FIA", "9"], header=header))
    assert counts(found)[0][5] == 9


def test_rows_that_name_a_sex_and_give_one_number() -> None:
    header = ("Training ID", "Start date", "District", "Department", "Gender", "Participants")
    rows = [["T1", "2023-05-09", "Swat", "FIA", sex, n] for sex, n in (("F", "3"), ("M", "4"))]
    assert [row[3:5] for row in counts(checked(csv_of(*rows, header=header)))] == [(3, 4)]


@pytest.mark.parametrize(
    "label", ["Total", "Grand Total", "GRAND TOTAL:", "Sub-total", "Punjab Total", "کل میزان"]
)
@pytest.mark.parametrize("place", [0, 3])
def test_totals_are_never_counted_twice(label: str, place: int) -> None:
    total = ["", "", "", "", "", "4", "10"]
    total[place] = label
    rows = [GROUP, ["T2", *GROUP[1:]], total]
    found = checked(csv_of(*rows))
    assert of_all(found, "set_aside").to_dict("records") == [
        {"table": "attendance", "row": 4, "reason": "a row of totals"}
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


@pytest.mark.parametrize(("answer", "women"), [(None, []), (SUM, [5]), (ONCE, [2])])
def test_a_near_duplicate_is_held_until_somebody_says(answer: str | None, women: list[int]) -> None:
    content = groups({}, {"Female": "3"})
    found = checked(content)
    [asked] = found.queue
    assert (asked.kind, asked.rows, asked.held) == ("duplicate", (2, 3), True)
    if answer:
        found = checked(content, decisions=settle(Decisions(), {asked: answer}, "A. Clerk", AT))
    assert found.attendance["participants_f"].to_list() == women


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


def test_women_and_men_are_counted_under_urdu_headers() -> None:
    header = ("عنوان", "تاریخ", "ضلع", "محکمہ", "خواتین", "مرد")
    found = checked(csv_of(("تربیت", "2023-05-09", "لاہور", "Police", "3", "4"), header=header))
    row = found.attendance.iloc[0]
    assert (row["participants_f"], row["participants_m"]) == (3, 4)


def test_what_one_row_leaves_blank_of_its_training_another_says() -> None:
    found = checked(groups({}, {"District": "Swat", "Training title": "", "Start date": ""}))
    assert accepted(found) == {"trainings": 1, "attendance": 2}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"Start date": "2023-02-30"}, "No such day"),
        ({"End date": "2024-06-01"}, "ends after today"),
        ({"End date": "2023-05-01"}, "end is before the start"),
        ({"End date": "soon"}, "Not a date"),
        ({"Status": "perhaps"}, "Not a status"),
        ({"Level": "galactic"}, "Not a level"),
    ],
)
def test_a_training_with_a_problem(changes: dict[str, str], words: str) -> None:
    usual = {"End date": "2023-05-10", "Status": "Completed", "Level": "District level"}
    header = (*GROUPS, "End date", "Status", "Level")
    good = checked(groups(usual, header=header)).trainings
    assert good[["level", "status"]].to_numpy().tolist() == [["district", "held"]]
    assert any(
        words in reason for reason in reasons(checked(groups(usual | changes, header=header)))
    )


# ------------------------------------------------------------------------------ places


def test_a_code_is_held_against_its_name() -> None:
    header = (*GROUPS[:4], "P-code", *GROUPS[4:])
    assert checked(groups({"P-code": "PK634"}, header=header)).rows_not_placed == 0
    found = checked(groups({"P-code": "PK617"}, header=header))
    assert found.rows_not_placed == 1
    assert {one.answer for one in found.queue[0].candidates} == {"PK634", "PK617"}


URDU = "سیالکوٹ"
ARABIC_LETTERS = URDU.replace("\u06cc", "\u064a").replace("\u06a9", "\u0643")


@pytest.mark.parametrize("written", [URDU, ARABIC_LETTERS, f"\u200f{URDU}\u200e", "SIALKOT "])
def test_letters_and_marks_that_do_not_tell_names_apart(written: str) -> None:
    assert checked(groups({"District": written})).attendance["adm2_pcode"].to_list() == ["PK634"]


def test_an_unplaced_district_is_shown_as_it_was_written() -> None:
    found = checked(groups({"District": "Gulistān-e ناکجا"}))
    assert found.problems["value"].to_list() == ["Gulistān-e ناکجا"]


def test_a_name_of_several_districts_needs_its_province() -> None:
    found = checked(groups({"District": "Karachi"}))
    assert found.rows_not_placed == 1
    assert len(found.queue[0].candidates) > 1


def test_a_blank_district_is_not_recorded() -> None:
    assert checked(groups({"District": ""})).attendance["adm2_pcode"].to_list() == [""]


def test_text_that_says_na_stays_text() -> None:
    found = checked(groups({"Training title": "NA"}))
    assert found.trainings["title"].to_list() == ["NA"]


# ----------------------------------------------------------------- trainings by themselves

TRAININGS = ("Event ID", "Event title", "Start date", "District")


def test_trainings_and_attendance_in_two_files_of_any_order() -> None:
    trainings = csv_of(["T1", "Referral", "2023-05-09", "Lahore"], header=TRAININGS)
    people = csv_of(["Referral", "Swat", "FIA", "3"],
                    header=("Training title", "District", "Department", "Female"))  # fmt: skip
    for files in ([trainings, people], [people, trainings]):
        found = checked(*files)
        assert [row[:4] for row in counts(found)] == [("T1", "PK532", "FIA", 3)]
        assert found.trainings["venue_adm2_pcode"].to_list() == ["PK617"]


def test_attendance_of_a_training_with_a_problem() -> None:
    trainings = csv_of(["T1", "Referral", "2023-05-99", ""], header=TRAININGS)
    people = csv_of(["T1", "Swat", "FIA", "3"], ["T9", "Swat", "FIA", "3"],
                    header=("Training ID", "District", "Department", "Female"))  # fmt: skip
    found = checked(trainings, people)
    assert reasons(found) == [
        "No such day.",
        "Its training has a problem.",
        "No training has this training_id.",
    ]
    assert found.problems["value"].iloc[0] == "2023-05-99"


def test_trainings_alone() -> None:
    rows = [["T1", "Referral", "2023-05-09", "Lahore"], ["T1", "Referral", "2023-05-09", "Lahore"],
            ["T2", "Other", "2023-05-10", "Nowhere at all"]]  # fmt: skip
    found = checked(csv_of(*rows, header=TRAININGS))
    assert accepted(found) == {"trainings": 2, "attendance": 0}
    # A venue that is not found is asked about; the training counts, with the words kept.
    assert found.trainings[["venue", "venue_adm2_pcode"]].to_numpy().tolist() == [
        ["", "PK617"],
        ["Nowhere at all", ""],
    ]
    assert [(one.kind, one.held) for one in found.queue] == [("district", False)]
    assert found.rows_not_placed == 0


def test_trainings_with_numbers_reach_no_district_by_their_venue() -> None:
    found = understood(csv_of(["T1", "Referral", "2023-05-09", "Lahore", "3"],
                              header=(*TRAININGS, "Female")))  # fmt: skip
    assert counts(found.checked) == [("T1", "", "Not published", 3, *counts(found.checked)[0][4:])]
    assert any("no district is counted" in note for note in found.notes)


def test_two_tables_of_one_kind_are_refused_unless_they_have_the_same_columns() -> None:
    with pytest.raises(ReadingError, match="not one of trainings and one of attendance"):
        understand([groups(), groups(header=GROUPS[::-1])], TODAY)
    assert checked(groups(), groups()).participants_accepted == 7


def test_tables_of_a_workbook_that_do_not_belong_together_are_asked_about() -> None:
    trainings = [("Event ID", "Event title", "Start date"), ("T1", "Referral", "2023-05-09")]
    tables = [GROUPS, GROUP]
    content = workbook_of({"May": tables, "June": tables, "Plan": trainings})
    asked = understand([content], TODAY, sheet=("May", "June", "Plan"))
    assert isinstance(asked, Question)
    assert (asked.kind, len(asked.sheets)) == ("sheet", 3)
    assert "tables" in asked.reason
    assert understood(content, sheet="May").checked.tables["attendance"].rows_accepted == 1
    pair = understood(content, sheet=("Plan", "May")).checked
    assert accepted(pair) == {"trainings": 1, "attendance": 1}


# ---------------------------------------------------------------- the whole, and anything


def test_the_same_file_again_is_the_same() -> None:
    rows = csv_of(*[person(n, Sex="F" if n % 3 else "M") for n in range(40)], header=PERSONS)
    assert content_hash(checked(rows)) == content_hash(checked(rows))


def test_what_was_understood_makes_figures() -> None:
    found = checked(csv_of(*[person(n) for n in range(4)], header=PERSONS))
    records = to_records(found, TODAY)
    assert tuple(records.trainings) == TRAINING_COLUMNS
    assert tuple(records.attendance) == ATTENDANCE_COLUMNS
    assert records.as_of == date(2023, 5, 9)
    assert coverage(records, whole(records)).headline.participants == 4


def test_hostile_text_is_kept_as_text() -> None:
    title = "<script>alert(1)</script> ${x} `y` =1+1"
    assert checked(groups({"Training title": title})).trainings["title"].to_list() == [title]


CELLS = {
    "Training ID": ["T1", "T2", "", "Total", "00000-0000000-0"],
    "Training title": ["Referral", "", "Other", "grand total"],
    "Start date": ["2023-05-09", "05/06/2023", "25/06/2023", "", "2024-09-01", "x"],
    "District": ["Sialkot", "Swat", "", "Punjab", "Nowhere", "Total", "Karachi"],
    "Department": ["Police", "Traffic police", "FIA", "", "Home"],
    "Female": ["2", "0", "", "~3", "99999", "NA", "1,200"],
    "Male": ["5", "", "1"],
}


@st.composite
def any_groups(draw: st.DrawFn) -> bytes:
    row = st.tuples(*(st.sampled_from(CELLS[name]) for name in GROUPS))
    rows = [list(one) for one in draw(st.lists(row, min_size=1, max_size=9))]
    rows.append(list(GROUP))
    for place in draw(st.lists(st.integers(0, len(rows) - 2), max_size=2)):
        rows[place] = draw(st.sampled_from([rows[place][:4], [*rows[place], "x"], [""] * 7]))
    if draw(st.booleans()):
        rows.append(rows[0])
    return text_of([GROUPS, *rows]).encode()


@given(any_groups(), st.sampled_from([None, "dmy", "mdy", "iso"]))
@settings(max_examples=25, deadline=None)
def test_every_row_and_participant_of_groups_is_somewhere(
    content: bytes, date_format: str | None
) -> None:
    _account(content, date_format)


@st.composite
def any_persons(draw: st.DrawFn) -> bytes:
    rows = []
    for number in range(draw(st.integers(1, 9))):
        changes = {
            "CNIC": draw(st.sampled_from(["", "00000-0000000-0", f"00000-{number:07d}-0"])),
            "Name": draw(st.sampled_from(["", "Made-up Person", f"Made-up Person {number}"])),
            "Sex": draw(st.sampled_from(["M", "Female", "", "x", "what"])),
            "District": draw(st.sampled_from(CELLS["District"])),
            "Department": draw(st.sampled_from([*CELLS["Department"], "0300-0000000"])),
            "Designation": draw(st.sampled_from(["", "SHO", "Officer"])),
            "Training": draw(st.sampled_from(["Referral", "", "Total"])),
            "Date": draw(st.sampled_from(CELLS["Start date"])),
        }
        rows.append(person(draw(st.integers(1, 3)), **changes))
    return text_of([PERSONS, *rows]).encode()


@given(any_persons(), st.sampled_from([None, "dmy", "mdy"]))
@settings(max_examples=25, deadline=None)
def test_every_person_is_somewhere(content: bytes, date_format: str | None) -> None:
    found = _account(content, date_format)
    rows = found.tables["attendance"]
    assert found.participants_in == rows.rows_in - len(rows.set_aside) - len(rows.duplicates)
    assert found.participants_accepted == rows.rows_accepted


def _account(content: bytes, date_format: str | None):
    found = understand([content], TODAY, date_format=date_format)
    assert isinstance(found, Understood)
    balance(found.checked)
    lines = content.decode().rstrip("\n").split("\n")[1:]
    while lines and not lines[-1].strip(',"'):
        lines.pop()
    assert found.checked.tables["attendance"].rows_in == len(lines)
    assert set(found.checked.attendance["training_id"]) <= set(
        found.checked.trainings["training_id"]
    )
    for table in found.checked.tables.values():
        assert len(table.file_rows) == len(table.accepted)
    waiting = {row for one in found.checked.queue if one.held for row in one.rows}
    listed = found.checked.problems
    assert waiting <= set(listed.loc[listed["table"] == "attendance", "row"])
    return found.checked


# --------------------------------------------------------------------- out and in again


@pytest.mark.parametrize("kind", ["workbook", "tagged workbook", "csv", "5W", "5W workbook"])
def test_an_export_gives_the_same_figures(kind: str) -> None:
    records = illustrative()
    files = {
        "workbook": lambda: [export.workbook(records, tags=False)],
        "tagged workbook": lambda: [export.workbook(records)],
        "csv": lambda: [b for n, b in export.csv_files(records).items() if n.endswith(".csv")],
        "5W": lambda: [export.five_w_csv(records)],
        "5W workbook": lambda: [export.five_w_workbook(records)],
    }[kind]()
    found = checked(*files)
    assert not len(found.problems)
    again = to_records(found, TODAY)
    assert coverage(again, whole(again)).headline == coverage(records, whole(records)).headline


# ------------------------------------------------------------------- whatever its columns

NAMES = [*FIELDS, "Wombat", "Female", "Name", "", "_uuid", "#adm2+name", "#reached+f"]
VALUES = ["", "Swat", "Total", "2023-05-09", "05/06/2023", "Police", "M", "3", "x", "T1", "held",
          "PK532", "00000-0000000-0", "Made-up Person", "\u200e", "-", "=1+1"]  # fmt: skip
SAID = {"date_start": "2023-05-09", "district": "Swat", "agency": "Police", "participants_f": "1"}


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=9, unique=True), st.data())
@settings(max_examples=40, deadline=None)
def test_any_columns_are_read_refused_or_asked_about(names: list[str], data: st.DataObject) -> None:
    cells = st.lists(st.sampled_from(VALUES), min_size=len(names), max_size=len(names) + 1)
    content = text_of([names, *data.draw(st.lists(cells, max_size=6))]).encode()
    with suppress(ReadingError):
        found = understand([content], TODAY)
        if isinstance(found, Question) and found.proposal:
            said = {one[0]: SAID.get(one[0], "T") for one in found.proposal.missing}
            mapping = with_constants(found.proposal.mapping, said)
            found = understand([content], TODAY, mapping=mapping)
        assert isinstance(found, Understood)
        balance(found.checked)


@pytest.mark.parametrize("part", ["\u0301\u0323", "x ", "swat/"], ids=ascii)
def test_a_cell_without_an_end_takes_no_time_without_an_end(part: str) -> None:
    """Composing its marks, or comparing its letters, takes the square of its length."""
    long = (part * 100_000)[:100_000]
    rows = [{"District": long}, {"Department": long}]
    rows += [{"Training title": long + end, "Training ID": end} for end in "ab"]
    began = time.process_time()
    found = checked(groups(*rows))
    assert time.process_time() - began < 60
    assert "Longer than any place's name" in found.unplaced["reason"].item()
    assert not [one for one in found.queue if one.kind == "duplicate"]
