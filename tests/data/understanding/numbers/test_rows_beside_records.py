"""Rows and words beside records: sums of parts, averages, remarks, hints under a header."""

from datetime import UTC, datetime

import pytest

from data.records.problems.of_rows import COUNTED_BESIDE, SEVERAL_TRAININGS
from data.review.agencies.agencies import agency_in_posting
from data.review.decisions import Decisions
from data.review.questions import settle
from data.sheets.no_records.other_units import OTHER_UNIT_ROW
from data.sheets.words.absence import says_absent
from data.understanding.understand import Question, Understood, understand
from geo.names.matching import match
from tests.data.sheets_made import TODAY, text_of, workbook_of
from tests.data.understanding.files.test_asked_no_more import ABOVE, both
from tests.data.understanding.readings import DAY, LIST, figures, people, read, summed, understood
from tests.in_turn import in_turn

SCHOOLS = [["Kasur schools: Anti-Trafficking Week (8 - 12 May 2023)"],
           ["Sr. No", "District", "School", "Teachers Male", "Teachers Female"],
           ["1", "Kasur", "GHS One", "6", "2"], ["2", "Kasur", "GHS Two", "1", "9"],
           ["", "Sub Total Kasur", "", "7", "11"], ["3", "Okara", "GHS Three", "3", "4"],
           ["", "Sub Total Okara", "", "3", "4"], ["", "Grand Total", "", "10", "15"]]  # fmt: skip
HINTED = [ABOVE, ["District", "Police", "", "Labour Deptt", "", "Total"],
          ["(home station)", "M", "F", "M", "F", ""],
          ["Kasur", "5", "2", "3", "0", "10"], ["Okara", "4", "1", "2", "1", "8"]]  # fmt: skip
REPRESENTED = [["Sr.", "Training", "Dates", "Venue", "District represented", "Male", "Female"],
               ["1", "Responders", DAY, "Hall One, Lahore", "Kasur", "6", "1"],
               ["1", "Responders", DAY, "Hall One, Lahore", "Okara", "5", "2"]]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected", "homes"),
    [
        (SCHOOLS, (1, 25), {"PK614": 18, "PK626": 7}),
        (HINTED, (1, 18), {"PK614": 10, "PK626": 8}),
        (REPRESENTED, (1, 14), {"PK614": 7, "PK626": 7}),
    ],
)
def test_sums_and_hints_are_no_record_of_their_own(
    rows: list, expected: tuple[int, int], homes: dict[str, int]
) -> None:
    said = {} if rows is HINTED else {"agency": "not published"}
    found = understood(workbook_of({"List": rows}), **said)
    assert figures(found) == expected
    assert summed(found, "adm2_pcode") == homes


def test_an_average_below_marks_is_no_person() -> None:
    marks = [["Post-Test (20)"], ["17"], ["18"], ["16"]]
    rows = [ABOVE, *both([LIST, *people(3)], marks), ["", "Class average", "", "", "", "17"]]
    assert figures(understood(workbook_of({"List": rows}))) == (1, 3)


@pytest.mark.parametrize(
    ("remarks", "came"),
    [(["on leave, did not attend"], 0), (["came on 2nd day only"], 1),
     (["Nahin aaye", "shareek nahi hue", "Shirkat nahin ki", "حاضر نہیں ہوئے", "نہیں آئے",
       "na aa saki", "نہیں آ سکے", "نہیں پہنچے"], 0),
     (["shirkat ki", "غیر حاضر نہیں", "ghair hazir nahi", "diary nahi laya"], 4)],
)  # fmt: skip
def test_a_remark_of_parts_that_all_say_so_is_absence(remarks: list[str], came: int) -> None:
    beside = [["Remarks"], [""], *([one] for one in remarks), [""]]
    rows = [ABOVE, *both([LIST, *people(len(remarks) + 2)], beside)]
    assert figures(understood(workbook_of({"List": rows}))) == (1, came + 2)


@pytest.mark.parametrize("remark", ["Nahin aaye, unki jagah SHO aaye", "Nahin aaye doosre din"])
def test_a_remark_in_urdu_of_a_day_alone_or_of_somebody_else_sets_nobody_aside(remark: str) -> None:
    rows = [ABOVE, *both([LIST, *people(3)], [["Kaifiyat"], [""], [remark], [""]])]
    found = read(workbook_of({"List": rows}))
    assert isinstance(found, Question) or figures(found)[1] + len(found.checked.problems) == 3


def test_a_remark_that_may_say_that_somebody_came_after_all_is_a_problem() -> None:
    remarks = ["nahi aaye, baad mein aa gaye", "نہیں آئے مگر بعد میں آ گئے", "Absent: no",
               "Absent initially", "Did not come on time",
               "bimari ki wajah se nahi aa saki"]  # fmt: skip
    beside = [["Remarks"], [""], *([one] for one in remarks), *[[""]] * 6]
    rows = [ABOVE, *both([LIST, *people(13)], beside)]
    checked = understood(workbook_of({"List": rows})).checked
    assert (checked.participants_accepted, len(checked.problems)) == (7, 6)


@pytest.mark.parametrize("remark", ["koi ghair hazir nahin", "کوئی غیر حاضر نہیں"])
def test_nobody_absent_is_no_absence(remark: str) -> None:
    assert not says_absent(remark)


def test_a_note_on_absentees_says_no_more_than_the_remarks_that_name_them() -> None:
    note = ["Note: 01 officer remained absent. Explanation is being called."]
    rows = [ABOVE, *both([LIST, *people(3)], [["Remarks"], [""], ["Did not attend"], [""]]), note]
    found = understood(text_of(rows).encode())
    assert figures(found) == (1, 2)
    assert not len(found.checked.problems)


def test_a_post_before_an_office_tells_its_place_and_a_judge_is_of_the_judiciary() -> None:
    assert match("Inspector FIA AHTC Faisalabad").adm2_pcode == match("Faisalabad").adm2_pcode
    assert agency_in_posting("Judge Labour Court, Rawalpindi") == "Judiciary"
    assert agency_in_posting("ASJ, Attock") == "Judiciary"


# ----------------------------------------------------------------------- sums of who came


@pytest.mark.parametrize("called", ["Attended", "Present"])
def test_sums_of_days_below_marks_hide_no_absentee(called: str) -> None:
    marks = [["8-May-2023", "9-May-2023"], ["P", "P"], ["A", "A"], ["P", "A"]]
    rows = [ABOVE[:1], *both([LIST, *people(3)], marks), ["", called, "", "", "", "2", "1"]]
    assert figures(understood(workbook_of({"List": rows}))) == (1, 2)
    if called == "Present":
        return
    rows[-1] = ["", "", "", "", "", "2", "1"]  # whatever the sums are called
    found = understood(workbook_of({"List": rows}))
    assert found.checked.participants_accepted == 2


def test_who_signed_below_a_list_in_its_first_columns_is_no_participant() -> None:
    rows = [ABOVE, LIST, *people(7), [""], ["Note: 1 participant left after lunch."],
            ["Total: 7"], [""], ["Prepared by:", "", "", "Verified by:"],
            ["Zarqoon Nobody", "", "", "Bahman Nobody"],
            ["Field Officer", "", "", "Manager"]]  # fmt: skip
    found = understood(workbook_of({"List": rows}))
    assert figures(found) == (1, 7)
    assert not len(found.checked.problems)


def test_a_note_that_numbers_absentees_by_a_sign_takes_them_out() -> None:
    rows = [ABOVE, LIST, *people(3), ["Note: Sr # 2 did not attend. Total attended: 2"]]
    assert figures(understood(workbook_of({"List": rows}))) == (1, 2)
    left_out = read(workbook_of({"List": rows}), {"S#": ""})  # and is still what the note means
    assert figures(left_out) == (1, 2)


def test_sub_totals_of_a_district_and_the_rows_under_it_tell_that_these_are_of_it() -> None:
    rows = [ABOVE, ["District", "Department", "Male", "Female"], ["Kasur", "Police", "6", "1"],
            ["", "FIA", "2", "3"], ["Sub-Total", "", "8", "4"], ["Okara", "Police", "5", "0"],
            ["", "Health", "1", "4"], ["Sub-Total", "", "6", "4"]]  # fmt: skip
    found = understood(workbook_of({"List": rows}))
    assert summed(found, "adm2_pcode") == {"PK614": 12, "PK626": 10}
    rows[4] = ["Sub-Total", "", "2", "3"]  # of FIA alone
    assert isinstance(read(workbook_of({"List": rows})), Question)


# --------------------------------------------------------------------- names of columns


def test_questions_that_are_numbered_are_known_by_their_words() -> None:
    rows = [["1. Title of training", "2. Date of training", "Q3: Home district", "Female"],
            ["Referral", DAY, "Kasur", "4"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert figures(found) == (1, 4)
    assert summed(found, "adm2_pcode") == {"PK614": 4}


def test_names_of_columns_that_a_form_makes_of_its_questions_are_known() -> None:
    names = ["q1_name", "q2_gender", "q3_where_are_you_posted", "q4_training", "q5_training_date"]
    rows = [names, ["Zarqoon Nobody", "male", "PS Saddar, Kasur", "Referral", "2023-05-09"]]
    found = understood(text_of(rows).encode())
    assert figures(found) == (1, 1)
    assert summed(found, "adm2_pcode") == {"PK614": 1}


@pytest.mark.parametrize("name", ["Hotel"])
def test_where_each_of_a_list_stays_makes_no_training_of_its_own(name: str) -> None:
    rows = [["Training on referral, Lahore, 9 May 2023"],
            ["Name", "Sex", "Department", "District", name],
            ["Zarqoon Nobody", "F", "Police", "Kasur", "Lahore"],
            ["Zarqoon Anybody", "M", "FIA", "Okara", "Multan"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    assert len(found.checked.trainings) == 1
    assert {*summed(found, "adm2_pcode")} == {"PK614", "PK626"}


def test_the_town_of_a_hotel_is_nobodys_home() -> None:
    rows = [["Topic", "Held on", "Committee of", "Hotel / town", "Nos. Trained"],
            ["Referral", DAY, "Vehari", "Ramada, Multan", "4"],
            ["Evidence", "16 May 2023", "Swat", "Serena, Peshawar", "5"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert not {"PK622", "PK528"} & {*summed(found, "adm2_pcode")}


def test_women_or_men_that_hold_sexes_are_the_sex_of_each() -> None:
    rows = [["Sr", "Name", "محکمہ", "ضلع", "مرد/خاتون M/F"],
            ["1", "Zarqoon Nobody", "Police", "Kasur", "M"],
            ["2", "Parveezan Nobody", "FIA", "Kasur", "F"]]  # fmt: skip
    counted = understood(text_of([ABOVE, *rows]).encode()).checked.attendance
    assert counted[["participants_f", "participants_m"]].sum().tolist() == [1, 1]


def test_who_reports_is_nobodys_agency() -> None:
    rows = [["Organization (reporter)", "Training", "Date", "Male trainees", "Female trainees"],
            ["Zarqoon Welfare Trust", "Referral", DAY, "4", "5"]]  # fmt: skip
    assert summed(understood(text_of(rows).encode()), "agency") == {"Not published": 9}


def test_committee_members_of_a_district_are_at_home_in_it() -> None:
    rows = [["Duration", "Training place", "Committee members of", "M", "F", "Participants"],
            ["27-28 Feb 2023", "Sibi", "Kasur", "4", "1", "5"],
            ["4 March 2023", "Quetta", "Okara", "2", "2", "4"]]  # fmt: skip
    above = [["Trainings of committees, 2023"]]
    found = understood(text_of([*above, *rows]).encode(), agency="not published")
    assert summed(found, "adm2_pcode") == {"PK614": 5, "PK626": 4}


def test_a_column_of_a_quarter_counts_no_more_than_it() -> None:
    rows = [["Training", "Date", "District", "q1_participants", "q2_participants"],
            ["Referral", DAY, "Kasur", "4", "6"]]  # fmt: skip
    assert isinstance(read(text_of(rows).encode()), Question)


@pytest.mark.parametrize(
    "again",
    [["Training", "Date", "District", "Female"], ["Date", "Training", "District", "Female"]],
)
def test_tags_of_more_columns_than_have_names_shift_no_row(again: list[str]) -> None:
    row = ["Screening", "2023-05-10"]
    rows = [["Training", "Date", "District", "Female"],
            ["#activity+name", "#date+start", "#adm2+name", "#reached+f", "#meta+note"],
            ["Referral", "2023-05-09", "Kasur", "1", "a"], again,
            [*(row if again[0] == "Training" else row[::-1]), "Okara", "3", ""]]  # fmt: skip
    found = read("\n".join(map(",".join, rows)).encode(), agency="not published")
    assert isinstance(found, Understood)
    assert found.checked.attendance["participants_f"].tolist() == [1, 3]


def test_a_status_of_professions_says_nothing_of_who_came() -> None:
    for written in (["ADPP", "Civil Judge", "Civil Judge"],
                    ["Advocate", "ADPP", "Inspector (Inv.)"]):  # fmt: skip
        rows = [ABOVE, *both([LIST, *people(3)], [["Status"], *[[one] for one in written]])]
        assert figures(understood(workbook_of({"List": rows}))) == (1, 3)


@pytest.mark.parametrize("called", ["Participants", "Trainees"])
def test_who_is_counted_may_stand_where_their_number_might(called: str) -> None:
    head = ["Code", "Course", "Date", called, "Male", "Female", "Total"]
    rows = [["ABC-01", "Referral", DAY, "Civil Judges", "5", "3", "8"],
            ["ABC-02", "Evidence", "16 May 2023", "Advocates", "4", "2", "6"],
            ["ABC-03", "Referral", "23 May 2023", "Police investigating officers", "7", "1", "8"],
            ["Total", "", "", "", "16", "6", "22"]]  # fmt: skip
    found = understood(text_of([head, *rows]).encode(), district="not recorded")
    assert summed(found, "agency") == {"Judiciary": 8, "Bar": 6, "Police": 8}
    assert figures(found) == (3, 22)
    if called == "Participants":
        rows[1][3] = "Zarqoon Nobody"
        assert isinstance(read(text_of([head, *rows]).encode()), Question)


@pytest.mark.parametrize(
    "names",
    [("Talab ki gai nafri", "Hazir nafri", "Ghair hazir"),
          ("طلب شدہ نفری", "حاضر نفری", "غیر حاضر")],
)  # fmt: skip
def test_who_was_called_who_came_and_who_did_not_are_told_apart_in_urdu(names: tuple) -> None:
    rows = [["FEHRIST TRAININGS BARAYE LEVIES FORCE 2023"],
            ["S.No", "Tareekh", "Training", "Zila (nafri)", *names],
            ["1", "05 ta 07 June 2023", "Referral", "Zhob", "25", "22", "3"],
            ["2", "12 July 2023", "Evidence", "Loralai", "18", "17", "1"],
            ["", "", "Meezan", "", "43", "39", "4"]]  # fmt: skip
    found = understood(workbook_of({"2023": rows}))
    assert figures(found) == (2, 39)
    assert summed(found, "agency") == {"Levies": 39}
    assert set(summed(found, "adm2_pcode").values()) == {22, 17}


def test_districts_that_participants_serve_in_are_theirs() -> None:
    served = [["Session", "Date", "District served by participants", "Venue", "Female"],
              ["Referral", DAY, "Kasur", "Hall One", "4"],
              ["Referral", "16 May 2023", "Okara", "Hall Two", "3"]]  # fmt: skip
    found = understood(text_of(served).encode(), agency="not published")
    assert summed(found, "adm2_pcode") == {"PK614": 4, "PK626": 3}


def test_months_that_count_trainings_of_peoples_districts_are_groups() -> None:
    rows = [["District (of participants)", "Month", "Trainings held", "Women", "Men"],
            ["Kasur", "January 2023", "2", "21", "8"],
            ["Okara", "February 2023", "1", "12", "3"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert summed(found, "adm2_pcode") == {"PK614": 29, "PK626": 15}
    assert found.checked.trainings["summarises"].sum() == 3


def test_officers_of_a_title_are_of_the_agency_that_their_own_post_tells() -> None:
    above = [f"Orientation of revenue officers, {DAY}"]
    posts = ["AC Depalpur, District Okara", "ADC (R) Okara", "AC Okara"]
    rows = [
        above,
        ["S#", "Name", "Designation / Office", "Sex"],
        *[[row[0], row[1], post, "F"] for row, post in zip(people(3), posts, strict=True)],
    ]
    found = understood(workbook_of({"List": rows}))
    assert summed(found, "agency") == {"District Administration": 3}


# ------------------------------------------------------------------- what is told of a list


@pytest.mark.parametrize(
    "below",
    [
        [["", "Total Male", "0"], ["", "Total Female", "7"], ["", "Grand Total", "7"],
         ["Note: Two nominees of Okara could not attend."]],
        [["Total", "7"], ["Male", "0"], ["Female", "7"], [""], ["Note: 3 came late."]],
        [["", "Total: 07 (Male 00, Female 07)"], ["", "Note: The following did not attend:"],
         ["1", "Zarqoon Absent", "Police", "Kasur", "F"]],
    ],
)  # fmt: skip
def test_totals_in_words_below_a_list_are_of_it_and_nobody(below: list) -> None:
    found = understood(workbook_of({"List": [ABOVE, LIST, *people(7), [""], *below]}))
    assert figures(found) == (1, 7)
    assert not len(found.checked.problems)


def test_a_list_of_fewer_than_a_text_tells_is_asked_about() -> None:
    rows = [ABOVE, ["Total participants: 9 (Women 9)"], LIST, *people(7)]
    content = workbook_of({"List": rows})
    [item] = understood(content).checked.queue
    assert (item.kind, item.value, len(item.rows)) == ("number", "9 told of, 7 listed", 7)
    assert "tells of 9 people, and 7 are listed" in item.reason
    at = datetime(2024, 1, 1, tzinfo=UTC)
    decided = settle(Decisions(), {item: item.candidates[0].answer}, "Reader", at)
    settled = understand([content], TODAY, decisions=decided)
    assert isinstance(settled, Understood)
    assert not settled.checked.queue
    assert any("tells of 9 people" in note for note in settled.notes)
    rows[1] = ["Total participants: 9 (invited)"]
    assert not understood(workbook_of({"List": rows})).checked.queue
    rows[1] = ["Total participants: 7"]
    found = understood(workbook_of({"List": rows}))
    assert not found.checked.queue
    second = [["Refresher on referral, 16 May 2023"], *people(5)]
    assert not understood(workbook_of({"List": [*rows, *second]})).checked.queue
    assert not any("tells of" in note for note in found.notes)


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [("Training on referral, 9 May 2023, 9 participants attended", [], 9),
          ("Training on referral, 9 May 2023", ["", "Total participants", "9", "Female 9"], 9),
          ("Training on referral, 9 May 2023", ["Kul hazireen: 9"], 9),
     ("Training on referral, 9 May 2023", ["", "Total participants", "7"], None),
     ("Training on referral, 9 May 2023, 7 participants attended", ["Kul hazireen: 7"], None),
     ("Training on referral, 9 May 2023, for 9 participants", [], None)],
)  # fmt: skip
def test_a_sentence_or_a_row_that_tells_of_more_than_are_listed_is_asked_about(
    above: str, below: list[str], told: int | None
) -> None:
    queue = understood(workbook_of({"List": [[above], LIST, *people(7), below]})).checked.queue
    assert [one.value for one in queue] == ([f"{told} told of, 7 listed"] if told else [])


def test_totals_of_each_of_two_lists_are_asked_of_neither() -> None:
    rows = [[ABOVE[0]], LIST, *people(4), ["", "Total participants", "4"], [""],
            ["Refresher on law, 16 May 2023"], *people(5),
            ["", "Total participants", "5"]]  # fmt: skip
    found = understood(workbook_of({"List": rows}))
    assert not found.checked.queue
    assert figures(found)[1] == 9


def test_days_ranges_and_sexes_in_two_languages_are_read() -> None:
    titles = [["Training:", "Insani smuggling"], ["Tareekh:", "9 May 2023 ta 10 May 2023"], [""]]
    sexes = [["Gender / صنف"], ["Female / خاتون"], ["Male / مرد"], ["Female / خاتون"]]
    rows = both([row[:4] for row in (LIST, *people(3))], sexes)
    found = understood(workbook_of({"List": [*titles, *rows]}))
    assert found.checked.trainings["date_end"].dt.day.tolist() == [10]
    assert found.checked.attendance[["participants_f", "participants_m"]].sum().tolist() == [2, 1]


def test_days_of_columns_date_a_list_whatever_its_names_are_called() -> None:
    header = ["No.", "Name of Officer/Official", *LIST[2:], "Day 1 (22-Mar-2023)",
              "Day 2 (23-Mar-2023)"]  # fmt: skip
    marks = [["Present", "Absent"], ["Absent", "Absent"], ["Present", "Present"]]
    rows = [["Attendance of two days workshop"], header, *both(people(3), marks)]
    assert figures(understood(workbook_of({"List": rows}))) == (1, 2)


@in_turn({
    "said": ["Present 2, Absent 1", "2 present and 1 on leave",
     "Hazir: 2 Ghair hazir: 1", "Total: 3, Present: 2, Absent: 1"],
    "place": [0, 1, 3],
})  # fmt: skip
def test_how_many_came_and_how_many_did_not_is_no_person(said: str, place: int) -> None:
    rows = both([LIST, *people(6)], [["Attendance"], *[["Present"], ["Absent"]] * 3])
    counted = ["" if n != place else said for n in range(len(rows[0]))]
    found = understood(text_of([ABOVE, *rows[:4], counted, rows[0], *rows[4:]]).encode())
    assert figures(found) == (1, 3)
    assert not len(found.checked.problems)


@in_turn(
    {
        "label": ["No. of trainings held", "Trainings"],
        "called": ["Achieved", "YTD"],
    }
)
def test_a_row_that_counts_trainings_under_agencies_counts_nobody(label: str, called: str) -> None:
    def table(*numbers: str) -> bytes:
        rows = [["Officers trained on referral, actual participants, 2024"],
                ["Agency", "Target", "Jan", "Feb", "Mar", called], ["FIA", "9", "3", "2", "", "5"],
                ["Police", "8", "", "4", "3", "7"], ["Labour", "5", "1", "1", "1", "3"],
                [label, "", *numbers]]  # fmt: skip
        return text_of(rows).encode()

    found = understood(table("1", "1", "1", "3"), district="not recorded")
    assert not len(found.checked.problems)
    assert summed(found, "agency") == {"FIA": 5, "Police": 7, "Labour Department": 3}
    if called != "Achieved" or label != "No. of trainings held":
        return
    several = understood(table("1", "2", "1", "4"), district="not recorded")
    assert SEVERAL_TRAININGS.reason in {*several.checked.problems["reason"]}
    assert summed(several, "agency") == {"FIA": 5, "Police": 7, "Labour Department": 3}


def test_the_training_branch_of_a_force_is_people() -> None:
    rows = [["Police trained on referral, Kasur, 16 May 2024"], ["Department", "Participants"],
            ["Operations", "5"], ["Training", "7"], ["Traffic", "3"]]  # fmt: skip
    found = read(text_of(rows).encode())
    left = [] if isinstance(found, Question) else found.checked.tables["attendance"].left_out
    assert OTHER_UNIT_ROW not in {why for __, why in left}


@pytest.mark.parametrize("label", ["Of which female", "including women"])
def test_a_row_of_some_of_those_above_counts_nobody_again(label: str) -> None:
    rows = [["Training on referral, Kasur, 16 May 2024"], ["Department", "Participants"],
            ["FIA", "5"], ["Police", "7"], ["Total", "12"], [label, "4"]]  # fmt: skip
    found = understood(text_of(rows).encode(), district="not recorded")
    assert summed(found, "agency") == {"FIA": 5, "Police": 7}
    assert COUNTED_BESIDE.reason in {*found.checked.problems["reason"]}
