"""What texts beside a list tell of how many came is compared with who is counted of it."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from data.review.decisions import Decisions
from data.review.questions import settle
from data.sheets.words.told.numbers_told import counts_in_rows, counts_told
from data.understanding.layout.titles.notes_below import is_sentence
from data.understanding.understand import Understood, understand
from tests.data.sheets_made import TODAY, text_of, workbook_of
from tests.data.understanding.files.test_asked_no_more import both
from tests.data.understanding.numbers.test_numbers_above_and_headers_in_words import listed
from tests.data.understanding.readings import LIST, figures, people, read, understood
from tests.data.understanding.sheets.test_office_sheets import merged

TITLE = "Training on referral, Kasur, 9 May 2023"


@pytest.mark.parametrize(
    ("text", "told"),
    [("Training, 3 July 2024. Total participants: 16", [("people", 16)]),
     ("Participants attended: 16", [("people", 16)]),
     ("Total participants attended the training: 16", [("people", 16)]),
     ("Total participants: 1,250", []),
     ("Total: 16 (11 male, 5 female)", [("people", 16), ("men", 11), ("women", 5)]),
     ("16 participants (of whom 4 women)", [("people", 16), ("women", 4)]),
     ("All trainees are of Police; strength 11", [("people", 11)]),
     ("کل شرکاء: ۱۶، خواتین: ۴", [("people", 16), ("women", 4)]),
     ("Male: 12 Female: 4", [("women", 4), ("men", 12)]),
     ("Male (men and boys): 12, Female (women & girls): 4", [("women", 4), ("men", 12)]),
     ("Male (boys): 12   Female (girls): 4   All participants: 16", []),
     ("Total male: 12", [("men", 12)]), ("Kul: 5 mard, 3 aurat", [("men", 5), ("women", 3)]),
     ("List of the 16 participants of the training", [("people", 16)]),
     ("64 participants attended as per register.", [("people", 64)]),
     ("Participants: 12 (filter is set for printing, do not delete)", [("people", 12)]),
     ("Total participants as per attendance sheets: 46", [("people", 46)]),
     ("Total (as per signed register) = 46", [("people", 46)]),
     ("Note: attendance sheets show 46 participants", [("people", 46)]),
     ("A total of 46 participants", [("people", 46)]),
     ("It is submitted that sixteen (16) members of the committee attended", [("people", 16)]),
     ("All other lines are right. Correct total is 15.", [("people", 15)]),
     ("In the hall: 6 persons (4 nominated + 2 substitutes)", [("people", 6)]),
     ("Twenty-five officers attended the training on both days", [("people", 25)]),
     ("41 members of the District Committee Jhelum attended the training", [("people", 41)]),
     *((text, []) for text in (
         "Total trainings as per plan of 2024: 3", "Total absent as per register: 3",
         "A total of 46 participants so far", "Participants: 12 June 2024",
         "16 members of the committee attended on the first day", "Two officers attended",
         "Sixteen (15) officers attended", "One hundred and twenty officers attended",
         "16 members of the police attended",
         "Total participants: 20 (invited)", "Police men 8",
         "Nominated: 13, strength of the committee", "Lunch was served to 60 persons",
         "3 resource persons attended", "Total participants of the series: 300", "Strength: 5 days",
         "Certified that 03 officers remained absent", "Total participants: 40 so far",
         "6 persons could not come", "Total male absent: 2", "12th batch of 300 officers",
         "Capacity of the hall: 80 persons", "Resource persons (not counted above) 2"))],
)  # fmt: skip
def test_a_text_tells_how_many_came_and_nothing_else(text: str, told: list) -> None:
    assert sorted(counts_told([text])) == sorted(told)


@pytest.mark.parametrize(
    ("above", "below", "asked"),
    [(f"{TITLE}. Total participants: 9", ["Participants attended: 9"], ["9 told of, 7 listed"]),
     (f"{TITLE} (9 participants)", [], ["9 told of, 7 listed"]),
     (f"{TITLE}, 7 participants", ["Female: 3"], ["3 women told of, 7 listed"]),
     (TITLE, ["", "Male", "2"], ["2 men told of, 0 listed"]),
     (TITLE, ["کل شرکاء: ۹"], ["9 told of, 7 listed"]),
     (TITLE, ["Total", "09"], ["9 told of, 7 listed"]),
     (f"{TITLE}. Total: 7 (7 female)", ["Male: 0"], []),
     (f"{TITLE}. Participants: 7", ["Resource persons: 2"], []),
     (f"{TITLE}. Strength 7", ["Lunch was served to 12 persons"], [])],
)  # fmt: skip
def test_each_number_that_is_of_nobody_counted_is_asked_about(
    above: str, below: list[str], asked: list[str]
) -> None:
    content = workbook_of({"List": [[above], LIST, *people(7), below]})
    found = understood(content)
    queue = found.checked.queue
    assert [one.value for one in queue] == asked
    if not asked:
        assert figures(found) == (1, 7)
        return
    answers = {one: one.candidates[0].answer for one in queue}
    decided = settle(Decisions(), answers, "Reader", datetime(2024, 1, 1, tzinfo=UTC))
    settled = understand([content], TODAY, decisions=decided)
    assert isinstance(settled, Understood)
    assert not settled.checked.queue
    assert figures(settled) == (1, 7)


@pytest.mark.parametrize(
    ("below", "told"),
    [(["Total", "16", "", ""], [16]), (["", "Total", "16 (sixteen)", ""], [16]),
     (["Grand Total", "Sixteen", "", ""], [16]), (["Total", "", "", "16"], []),
     (["Total", "9", "7", ""], []), (["Total days", "2", "", ""], [])],
)  # fmt: skip
def test_a_total_below_what_persons_are_named_by_is_of_them(
    below: list[str], told: list[int]
) -> None:
    rows = pd.DataFrame([["1", "Zarqoon Nobody", "Police", "41"], below])
    assert counts_in_rows(rows, named=[1, 2]) == [("people", one) for one in told]


@pytest.mark.parametrize(("number", "asked"), [(4, []), (6, ["6 told of, 4 listed"])])
def test_a_heading_between_lists_tells_of_those_under_it(number: int, asked: list[str]) -> None:
    rows = [[f"{TITLE} (3 participants)"], LIST, *people(3),
            [f"Refresher, 16 May 2023 ({number} participants)"], *people(4, "b")]  # fmt: skip
    found = understood(workbook_of({"List": rows}))
    assert [one.value for one in found.checked.queue] == asked
    assert figures(found) == (2, 7)


def test_sexes_told_of_a_list_without_them_are_said_not_to_be_recorded() -> None:
    rows = [[TITLE], *[row[:4] for row in (LIST, *people(7))], [""],
            ["", "Total participants", "7"], ["", "Male", "5"], ["", "Female", "2"]]  # fmt: skip
    found = understood(workbook_of({"List": rows}))
    assert not found.checked.queue
    assert any("no row who: not recorded" in note for note in found.notes)


def test_a_number_with_a_remark_in_brackets_tells_that_hidden_rows_count() -> None:
    title = f"{TITLE}. Participants: 5 (filter is on for printing, do not delete the other rows)"
    found = read(merged(rows=listed(title), hidden=4))
    assert figures(found) == (1, 5)
    for below in (["Total trained: 5 (3 m + 2 f). Filter was put for Kasur only to print"],
                  ["", "Total attended (all departments)", "5"]):  # fmt: skip
        found = read(merged(rows=[*listed(TITLE), below], hidden=4))
        assert figures(found) == (1, 5)
    absent = ["Total trained: 5 (3 m + 2 f). Hidden rows are of those absent"]
    assert figures(read(merged(rows=[*listed(TITLE), absent], hidden=4))) < (1, 5)


@pytest.mark.parametrize(
    ("texts", "came"),
    [(["District means district of posting.", "District means posting. (3 officers)",
       "all of them are from the range office", "یہ سب اہلکار ضلع قصور میں تعینات ہیں"], 3),
     (["Zarqoon Nobody in place of the officer", "Wasim Nobody"], 5)],
)  # fmt: skip
def test_a_sentence_below_in_the_column_of_names_is_no_person(texts: list[str], came: int) -> None:
    header = [["Title"], ["Ms."], ["Ms."], ["Ms."]]
    rows = both(header, [row[1:4] for row in (LIST, *people(3))])
    found = read(workbook_of({"List": [[TITLE], *rows, *(["", text] for text in texts)]}))
    assert isinstance(found, Understood)
    assert found.checked.participants_in == came


@pytest.mark.parametrize(
    "text",
    [
     "Wasim Nobody with Salma Nobody of the FIA",
     "وسیم نوبڈی اہلکار تھانہ سٹی میں تعینات ہیں", "These three also came from the range office",
     "سب انسپکٹر تھانہ سٹی میں تعینات ہیں"],
)  # fmt: skip
def test_a_text_below_that_may_be_of_a_person_is_never_left_out_unsaid(text: str) -> None:
    rows = [row[1:4] for row in (LIST, *people(3))]
    found = read(workbook_of({"List": [[TITLE], *rows, [text]]}))
    assert isinstance(found, Understood)
    assert found.checked.participants_in == 4
    assert len(found.checked.problems) == 1


@pytest.mark.parametrize(
    ("text", "problems"),
    [("ان میں سے ۲ افراد غیر حاضر تھے", 1), ("2 afrad ghair hazir thay", 1),
     ("کوئی غیر حاضر نہیں تھا", 0)],
)  # fmt: skip
def test_that_some_of_a_list_were_absent_is_a_problem_in_urdu_too(text: str, problems: int) -> None:
    found = understood(workbook_of({"List": [[TITLE], LIST, *people(5), [text]]}))
    assert len(found.checked.problems) == problems


def test_names_with_posts_in_a_list_of_merged_cells_are_no_sentences() -> None:
    rows = [[TITLE], ["Department", "District", "Name of participants with post"],
            ["Police", "Kasur", "Wasim Nobody, Inspector of Police posted at Kasur"],
            ["", "", "Karim Nobody, SI of Police posted at City"]]  # fmt: skip
    found = read(workbook_of({"List": rows}))
    assert not isinstance(found, Understood) or found.checked.participants_in == 2


@pytest.mark.parametrize(
    "text",
    ["Two more of the police of Okara were also present", "Zarqoon of the court was present for us",
     "Okara ke do afsar bhi training mein shamil tha"],
)  # fmt: skip
def test_who_came_beside_those_listed_is_no_note(text: str) -> None:
    assert not is_sentence(text)


@pytest.mark.parametrize("label", ["Day Strength", "کل نفری"])
def test_a_row_of_strengths_under_columns_of_days_is_their_sum(label: str) -> None:
    rows = [["Training on referral, four one-day batches, May 2023", "", "", ""],
            ["District of posting", "9.5.23", "10.5.23", "Total"], ["Kasur", "5", "3", "8"],
            ["Okara", "4", "6", "10"], [label, "9", "9", "18"]]  # fmt: skip
    numbers = {"Number in the column": "participants_total"}
    found = read(text_of(rows).encode(), numbers, agency="not published")
    assert isinstance(found, Understood), found
    assert {one.kind for one in found.checked.queue} == {"duplicate"}  # of the days
    assert found.checked.participants_in == 18


GROUPED = [["Training", "Date", "District", "Department", "Participants", "Status"],
           ["Referral", "2023-05-09", "Kasur", "Police", "20", "Held"],
           ["Referral", "2023-05-09", "Okara", "FIA", "15", "Held"],
           ["Law", "2023-05-16", "Okara", "Police", "7", "Planned"]]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "asked"),
    [("Total participants: 38", ["38 told of, 35 listed"]),
     ("All trained: 42. Target: 60 participants", []), ("20 participants attended from Kasur", []),
     ("Trained in all: 35 persons (15 women)", [])],
)  # fmt: skip
def test_a_number_beside_a_table_of_groups_is_compared_with_their_sum(
    text: str, asked: list[str]
) -> None:
    found = understood(workbook_of({"List": [[text], *GROUPED]}))
    assert [one.value for one in found.checked.queue] == asked


def test_a_number_under_the_heading_of_a_plan_is_of_no_rows() -> None:
    below = [[], ["3. Next month plan"], ["– Two trainings in Kasur (approx. 50 persons)"]]
    assert not understood(workbook_of({"List": [*GROUPED, *below]})).checked.queue


@pytest.mark.parametrize(
    ("text", "asked"),
    [("All trained: 1", ["1 told of, 4 listed"]), ("کل شرکاء: ۳", ["3 told of, 4 listed"]),
     ("3 participants attended from Kasur", []), ("Police, total: 3; FIA, total: 1", [])],
)  # fmt: skip
def test_a_total_is_not_taken_for_that_of_one_agency_or_district(
    text: str, asked: list[str]
) -> None:
    guest = ["4", "Zarqoon Guest", "FIA", "Okara", "F"]
    content = workbook_of({"List": [[TITLE], [text], LIST, *people(3), guest]})
    assert [one.value for one in understood(content).checked.queue] == asked
    assert ("people", 3) in counts_told(["Strength 3"])


SUM_BELOW = "Total participants as per attendance sheets: {}"


@pytest.mark.parametrize(
    ("below", "asked"),
    [([["Total", "", "", "", "35", ""], [SUM_BELOW.format(46)]], ["46 told of, 35 listed"]),
     ([["Total", "", "", "", "35", ""], [SUM_BELOW.format(35)]], []),
     ([["Total participants trained", "46", "", "", "", ""]], ["46 told of, 35 listed"]),
     ([["Total participants: 20"], ["Total participants: 15"], ["Total participants: 35"]], []),
     ([["Total participants: 21"], ["Total participants: 15"]],
      ["21 told of, 35 listed"])],
)  # fmt: skip
def test_a_total_in_a_row_below_the_total_is_compared_with_the_rows_too(
    below: list[list[str]], asked: list[str]
) -> None:
    found = understood(workbook_of({"List": [*GROUPED[:3], *below]}))
    assert [one.value for one in found.checked.queue] == asked


def test_nothing_is_compared_where_a_group_has_no_number() -> None:
    rows = [*GROUPED[:2], [*GROUPED[2][:4], "", "Held"], *GROUPED[3:]]
    found = understood(workbook_of({"List": [["Total participants: 38"], *rows]}))
    assert not [one for one in found.checked.queue if one.kind == "number"]


@pytest.mark.parametrize(
    ("below", "asked"),
    [([["Present", "2", "3"]], []), ([["Present", "2", "2"]], ["9-May: 2 told of, 3 marked"]),
     ([["Total present", "4", "4"]], []),
     ([["Male present", "0", "0"], ["Female present", "2", "3"], ["Total present", "2", "3"]], [])],
)  # fmt: skip
def test_how_many_were_present_on_each_day_is_held_against_its_marks(
    below: list[list[str]], asked: list[str]
) -> None:
    marks = [("P", "P"), ("P", "P"), ("A", "A"), ("A", "P")]
    rows = [["Sr", "Name", "Sex", "Department", "District", "8-May", "9-May"],
            *([str(n), f"Zarqoon{n} Nobody", "F", "Police", "Kasur", *own]
              for n, own in enumerate(marks, start=1)),
            *(["", label, "", "", "", *days] for label, *days in below)]  # fmt: skip
    content = text_of([["Training on referral, Kasur, 8 and 9 May 2023"], *rows]).encode()
    found = understood(content)
    assert found.checked.participants_accepted == 3
    assert [one.value for one in found.checked.queue] == asked
    answers = {one: one.candidates[0].answer for one in found.checked.queue}
    decided = settle(Decisions(), answers, "Reader", datetime(2024, 1, 1, tzinfo=UTC))
    assert not understand([content], TODAY, decisions=decided).checked.queue


def test_equal_numbers_below_days_and_their_sum_are_of_no_list() -> None:
    rows = pd.DataFrame([["1", "Zarqoon Nobody", "P", "P", "2"], ["", "Present", "3", "3", "6"]])
    assert counts_in_rows(rows) == [("people", 3)]
    assert counts_in_rows(rows, days=[2, 3]) == []
    rows.iloc[1, 0] = "Total participants: 4"
    assert counts_in_rows(rows, days=[2, 3]) == [("people", 4)]


def test_a_number_is_compared_with_all_rows_whatever_else_they_wait_for() -> None:
    rows = [LIST, *people(7)]
    rows[1][LIST.index("District")] = "Nowhere at all"
    found = read(text_of([[f"{TITLE}. Total participants: 9"], *rows]).encode())
    assert isinstance(found, Understood)
    numbers = [one for one in found.checked.queue if one.kind == "number"]
    assert [one.value for one in numbers] == ["9 told of, 7 listed"]


@pytest.mark.parametrize(("second", "asked"), [(2, 0), (6, 1)])
def test_the_total_of_each_day_is_compared_with_the_list_of_it(second: int, asked: int) -> None:
    header = ["Sr.", "Name", "M/F", "District"]
    days = {n: [[f"Two-day training on referral, Kasur, 9-10 May 2023. DAY {n}: {8 + n} May 2023"],
                header, *([str(place), f"{name} Nobody", "F", "Kasur"]
                          for place, name in enumerate(names, start=1)),
                ["", f"Total present: {told}"]]
            for n, names, told in ((1, ("Zarqoon", "Palwasha", "Zarqash"), 3),
                                   (2, ("Zarqash", "Gulalai"), second))}  # fmt: skip
    found = understood(
        workbook_of({f"Day {n}": rows for n, rows in days.items()}), agency="not published"
    )
    assert (figures(found), len(found.checked.queue)) == ((1, 4), asked)


@pytest.mark.parametrize(
    ("text", "asked"),
    [("Please read 7 men and 1 woman for Police (not 5 men, 1 woman).", 1), ("Corrigendum", 1),
     ("Police may be read as 4 instead of 3", 1), ("The line of Police is wrong", 1),
     ("پولیس کی تعداد غلطی سے کم لکھی گئی", 1), ("Please read the rules for members", 0),
     ("Checked and found correct", 0), ("This replaces my list, which was wrong by mistake", 0),
     ("In addition, 6 members of civil society attended.", 1),
     ("4 police officers also came", 1), ("By mistake left out: 4 officers also came", 1),
     ("Two more participants joined late", 1),
     ("In addition, 2 resource persons attended", 0), ("All 3 officers attended on both days", 0),
     ("One line is wrong; ASI Zarqoon, who is replacing SI Nobody, came", 1)],
)  # fmt: skip
def test_a_text_that_corrects_the_table_is_asked_about(text: str, asked: int) -> None:
    content = workbook_of({"List": [[TITLE], LIST, *people(3), [""], [text]]})
    found = understood(content)
    assert figures(found) == (1, 3)
    assert len(found.checked.queue) == asked
    answers = {one: one.candidates[0].answer for one in found.checked.queue}
    decided = settle(Decisions(), answers, "Reader", datetime(2024, 1, 1, tzinfo=UTC))
    settled = understand([content], TODAY, decisions=decided)
    assert isinstance(settled, Understood)
    assert not settled.checked.queue
