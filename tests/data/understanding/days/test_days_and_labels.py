"""Days and what a list is of, as they stand in parts: under months, in labels, behind numbers."""

import pytest

from data.sheets.words.names.day_words import first_or_last
from data.understanding.contents import is_district
from data.understanding.layout.titles.days_in_texts import day_in, days_in
from data.understanding.understand import Question
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.readings import DAY, figures, listed, read, summed, understood, unsure
from tests.in_turn import in_turn

SESSIONS = [["School sessions on child protection"], ["Sr", "Day", "School", "Boys", "Girls"],
            ["February 2023"], ["1", "7", "GHS Kasur", "41", "0"], ["2", "14th", "GGHS", "0", "36"],
            ["", "", "Sub-Total", "41", "36"], ["Month of March 2023"],
            ["3", "2", "GGHS No.2", "0", "44"], ["", "", "Sub-Total", "0", "44"]]  # fmt: skip


@pytest.mark.parametrize("name", ["Day", "Date"])
def test_days_under_lines_of_months_are_of_these(name: str) -> None:
    rows = [SESSIONS[0], ["Sr", name, *SESSIONS[1][2:]], *SESSIONS[2:]]
    found = understood(text_of(rows).encode(), agency="not published")
    held = found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d")
    assert sorted(held) == ["2023-02-07", "2023-02-14", "2023-03-02"]
    assert set(found.checked.trainings["title"]) == {"School sessions on child protection"}
    assert figures(found) == (3, 121)
    assert any("are of the months that stand above them" in note for note in found.notes)


def test_numbers_that_are_no_days_of_a_month_are_not_taken_for_them() -> None:
    rows = [*SESSIONS[:3], ["1", "70", *SESSIONS[3][2:]], *SESSIONS[4:]]
    assert "Date above the rows" in unsure(read(text_of(rows).encode()))


@pytest.mark.parametrize("word", ["TRANING", "Work shop"])
def test_a_misspelt_training_has_the_day_that_stands_beside_it(word: str) -> None:
    above = ([f"{word} ON HUMAN TRAFICKING DT 27.2.23 AT DC HALL NOSHKI"],)
    content = listed(["Sex", "District"], ["M", "Kasur"], above=above)
    held = understood(content, agency="not published").checked.trainings["date_start"]
    assert held.dt.strftime("%Y-%m-%d").tolist() == ["2023-02-27"]


def test_the_number_of_a_day_is_no_part_of_its_date() -> None:
    assert day_in("ATTENDANCE DAY 1  –  26-09-2023", None) == "26-09-2023"
    assert days_in("Day 2: 27-09-2023", None) == ["27-09-2023"]
    assert day_in("Days 1 - 3 May 2023", None) == "1 - 3 May 2023"
    header, people = ["S#", "Name", "District", "Sex"], [["1", "Zarqoon Nobody", "Kasur", "M"]]
    sheets = {f"Day {n}": [["Two-day training: Referral (26-27 Sept 2023), Hotel One"],
                           [f"ATTENDANCE DAY {n} - {25 + n}-09-2023"], header, *people]
              for n in (1, 2)}  # fmt: skip
    assert figures(understood(workbook_of(sheets), agency="not published")) == (1, 1)


def test_labels_beside_their_values_above_a_list_are_read() -> None:
    above = (["Activity", "Capacity building of help desks"], ["Held on", f"Tuesday {DAY}"],
             ["Venue", "Wombat Hall, Okara"])  # fmt: skip
    content = listed(["Sex", "District"], ["M", "Kasur"], above=above)
    held = understood(content, agency="not published").checked.trainings
    assert held["title"].tolist() == ["Capacity building of help desks"]
    assert held["venue"].tolist() == ["Wombat Hall, Okara"]


def test_a_form_has_the_date_of_its_activity() -> None:
    rows = [["Monthly reporting format, June 2023"], [],
            ["Name of activity", "Training of registrars", "Training of staff"],
            ["Date of activity", "2023-06-05", "2023-06-13"], ["No. of men", "23", "18"],
            ["No. of women", "2", "0"]]  # fmt: skip
    assert figures(understood(text_of(rows).encode())) == (2, 43)


def test_from_in_a_list_is_where_each_serves_and_no_day() -> None:
    rows = [["Muzaffarabad, AJK", "F"], ["Poonch, AJK", "M"]]
    found = understood(listed(["From", "Sex"], *rows), agency="not published")
    assert summed(found, "adm2_pcode") == {"PK107": 1, "PK109": 1}
    both = [[one, "Lahore", sex] for one, sex in rows]  # of a journey
    found = understood(listed(["From", "To", "Sex"], *both), agency="not published")
    assert summed(found, "adm2_pcode") == {}


def test_a_province_behind_a_district_makes_it_no_other() -> None:
    assert is_district("Poonch, AJK")
    assert not is_district("Mirpur, Bangladesh")
    assert not is_district("Police, Punjab")


@pytest.mark.parametrize("title", ["Round table on women victims", "Panel discussion on referral"])
def test_a_day_beside_people_who_sat_together_is_that_of_the_list(title: str) -> None:
    above = ([f"Women Protection Cell — {title}. Hotel One, Thursday, 25 January 2024"],)
    header = ["Name of invitee", "Sex", "District", "Status"]
    listed = [["Zarqoon One", "F", "Kasur", "Present"], ["Zarqoon Two", "M", "Kasur", "Absent"]]
    found = understood(workbook_of({"List": [*above, header, *listed]}), agency="not published")
    assert found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d").tolist() == ["2024-01-25"]
    assert figures(found) == (1, 1)


def test_a_training_is_shortened_as_offices_do_in_names_of_columns() -> None:
    header = ["Sex", "Distt", "Trg title", "Date of trg"]
    content = listed(header, ["M", "Kasur", "Border checks", "22 Aug 2022"], above=())
    told = understood(content, agency="not published").checked.trainings
    assert told["title"].tolist() == ["Border checks"]
    assert told["date_start"].dt.strftime("%Y-%m-%d").tolist() == ["2022-08-22"]


def test_numbers_of_trainings_beside_their_titles_are_no_titles() -> None:
    rows = [["Training", "No. 1", "No. 2"], ["Title", "Shelter staff", "Shelter staff"],
            ["Date", "2023-04-04", "2023-04-26"], ["Participants' district", "Kasur", "Jhelum"],
            ["Male participants", "6", "9"], ["Female participants", "8", "7"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    assert figures(found) == (2, 30)
    assert set(found.checked.trainings["title"]) == {"Shelter staff"}
    rows[2][2] = rows[2][1]  # nothing else tells one from the other
    assert "Training" in unsure(read(text_of(rows).encode()))


@pytest.mark.parametrize("again", ["(5th June)", "(5 June 2024)", "i.e. Wednesday, June 5, 2024"])
def test_a_day_that_stands_there_in_letters_again_is_open_no_more(again: str) -> None:
    header = ["Sr", "Name", "M/F", "Deptt", "District"]
    rows = [["1", "Zarqoon One", "M", "Police", "Kasur"], ["2", "Zarqoon Two", "F", "FIA", "Okara"]]
    above = f"Participants of one day training on referral, Kasur, dt. 5/6/2024 {again}"
    found = understood(text_of([[above], header, *rows]).encode())
    assert found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d").tolist() == ["2024-06-05"]
    if again != "(5 June 2024)":
        return
    other = above.replace("June", "July")
    found = read(text_of([[other], header, *rows]).encode())
    assert isinstance(found, Question) or len(found.checked.problems)


def test_a_day_of_the_sheets_name_is_certain_where_a_remark_on_all_says_that_they_came() -> None:
    def sheet(*remarks: str) -> bytes:
        people = [
            ["1", "Zarqoon One", "F", "FIA", "Kasur"],
            ["2", "Zarqoon Two", "M", "FIA", "Okara"],
        ]
        rows = [[*row, one] for row, one in zip(people, remarks, strict=True)]
        header = ["No.", "Name", "Sex", "Agency", "District", "Remarks"]
        return workbook_of({"Sahiwal 22.10.22": [header, *rows]})

    found = understood(sheet("Attended training 22.10.22 Sahiwal", '"'))
    assert found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d").tolist() == ["2022-10-22"]
    for remarks in (("", ""), ("Attended training 23.10.22", '"'),
                    ("Attended training 22.10.22", "To attend on 29.10.22")):  # fmt: skip
        assert "Date above the rows" in unsure(read(sheet(*remarks)))


@in_turn({
    "name": ["Sitting", "Din", "دن"],
    "month": ["in two weeks of February 2025", "- February 2025"],
})  # fmt: skip
def test_a_column_of_days_under_a_month_tells_them(name: str, month: str) -> None:
    rows = [[f"Session on referral for district committees {month}"],
            [name, "District", "Men", "Women"], ["2025-02-03", "Kasur", "17", "4"],
            ["2025-02-05", "Okara", "21", "3"], ["2025-02-14", "Vehari", "17", "4"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    held = found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d").tolist()
    assert sorted(held) == ["2025-02-03", "2025-02-05", "2025-02-14"]
    assert figures(found) == (3, 66)


@pytest.mark.parametrize("days", [("3 Feb", "5 Feb"), ("Mon, 3 Feb", "Wed, 5 Feb")])
def test_days_of_a_column_without_a_year_are_of_that_of_the_month_above(days: tuple) -> None:
    rows = [["Session on referral for district committees, February 2025"],
            ["Day", "District", "Men", "Women"], [days[0], "Kasur", "17", "4"],
            [days[1], "Okara", "21", "3"]]  # fmt: skip
    found = understood(text_of(rows).encode(), agency="not published")
    held = found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d").tolist()
    assert sorted(held) == ["2025-02-03", "2025-02-05"]


@in_turn({
    "period": ["Q3-2023", "July 2023", "List"],
    "called, told":
    [("Training on safe migration", True), ("Orientation session held", True),
     ("Next training", False),
     ("Training certificate issued", False), ("Nomination for training", False),
     ("Training approved on", False)],
})  # fmt: skip
def test_days_that_are_called_as_their_training_are_its_days_whatever_the_sheet_is_called(
    period: str, called: str, *, told: bool
) -> None:
    rows = [[called, "Participants from (district)", "Women", "Men"],
            ["12 July 2023", "Badin", "9", "6"], ["19 July 2023", "Kasur", "7", "8"]]  # fmt: skip
    found = read(workbook_of({period: rows}), agency="not published")
    assert isinstance(found, Question) != told
    assert not told or figures(found) == (2, 30)


@pytest.mark.parametrize(
    ("called", "told"),
    [("TIP Traning Date", True), ("Date of AHT session", True),
     ("TIP case date", False)],
)  # fmt: skip
def test_what_the_trainings_of_a_day_are_on_is_no_other_day(called: str, *, told: bool) -> None:
    found = read(listed([called, "Sex", "Department", "District"],
                        [DAY, "M", "Police", "Kasur"], ["16 May 2023", "F", "FIA", "Okara"],
                        above=(["Training on referral"],)))  # fmt: skip
    assert isinstance(found, Question) != told


def test_numbers_of_days_under_the_days_of_all_are_asked_about() -> None:
    rows = [["Training on referral for district committees, 3-14 February 2025"],
            ["Day", "District", "Men", "Women"], ["2025-02-03", "Kasur", "17", "4"],
            ["2025-02-05", "Okara", "21", "3"]]  # fmt: skip
    assert unsure(read(text_of(rows).encode())) == {"Date above the rows": "date_start"}


def test_a_column_of_the_days_of_one_training_makes_no_several_of_it() -> None:
    above = (["Training on referral of victims, Kasur, 3-4 February 2025"],)
    rows = (["2025-02-03", "M", "Kasur"], ["2025-02-04", "F", "Kasur"])
    content = listed(["Day", "Sex", "District"], *rows, above=above)
    assert figures(understood(content, agency="not published")) == (1, 2)


COUNTED = ["Women", "Men", "District of participants", "Agency"]
OWN = [["3", "4", "Kasur", "Police"], ["2", "5", "Okara", "FIA"]]


@pytest.mark.parametrize(
    ("names", "tags", "rows"),
    [
        (["Start date", "Last updated"], ["#date+start", "#date+updated"],
         [["2024-02-13", "2024-05-02"], ["2024-03-05", "2024-05-02"]]),
        (["Start date", "Reported"], ["#date+start", "#date+reported"],
         [["2024-02-13", "2024-02-20"], ["2024-03-05", "2024-03-20"]]),
        (["Actual start", "Planned month"], [],
         [["2024-02-13", "Jan-24"], ["2024-03-05", "Mar-24"]]),
        (["Actually held From", "Actually held To", "Scheduled From"], [],
         [["2024-02-13", "2024-02-14", "2024-02-01"], ["2024-03-05", "2024-03-06", "2024-03-05"]]),
        (["First day of training", "Last day of training"], [],
         [["2024-02-13", "2024-02-14"], ["2024-03-05", "2024-03-06"]]),
        (["As per the calendar", "Held from", "Held to"], [],
         [["2024-02-01", "2024-02-13", "2024-02-14"], ["2024-03-05", "2024-03-05", "2024-03-06"]]),
    ],
)  # fmt: skip
def test_the_day_of_a_training_is_plain_beside_other_days(
    names: list[str], tags: list[str], rows: list[list[str]]
) -> None:
    header = ["Activity", *names, *COUNTED]
    own = [["Referral", *days, *one] for days, one in zip(rows, OWN, strict=True)]
    over = [["#activity", *tags, "#reached+f", "#reached+m", "#adm2", "#group"]] if tags else []
    found = read(text_of([header, *over, *own]).encode(), {"Activity": "title"}, "groups")
    assert figures(found) == (2, 14)
    days = found.checked.trainings["date_start"].dt.strftime("%Y-%m-%d")
    assert sorted(days) == ["2024-02-13", "2024-03-05"]


@pytest.mark.parametrize(
    ("names", "said"),
    [(["First day", "Last day"], ["date_start", "date_end"]),
     (["First day", "Last day of the training"], ["date_start", "date_end"]),
     (["Date of training (first day)", "Date of last day"], ["date_start", "date_end"]),
     (["First day", "Second day"], ["", ""]), (["Start", "Last day"], ["date_start", "date_end"]),
     (["Commenced on", "Concluded on"], ["date_start", "date_end"]),
     (["Commenced on", "Held on"], ["", ""]),
     (["Aghaz", "Ikhtitam"], ["date_start", "date_end"]),
     (["Tarbiyat ka aghaz", "Khatam hone ki tareekh"], ["date_start", "date_end"]),
     (["آغاز", "اختتام"], ["date_start", "date_end"]), (["Aghaz", "Tareekh"], ["", ""]),
     (["First training", "Last training"], ["", ""])],  # of two trainings
)  # fmt: skip
def test_the_first_and_the_last_day_are_those_of_one_training(
    names: list[str], said: list[str]
) -> None:
    assert [first_or_last(one, names) for one in names] == said


@pytest.mark.parametrize("names", [["Planned month", "Planned start"], ["First date", "Last date"]])
def test_which_of_two_days_is_that_of_a_training_is_asked(names: list[str]) -> None:
    rows = [["Referral", "2024-02-13", "2024-02-14", *one] for one in OWN]
    assert unsure(read(text_of([["Activity", *names, *COUNTED], *rows]).encode(), kind="groups"))


ENDED = ["training_info/training_end", "Ended on"]


@pytest.mark.parametrize("name", ENDED)
def test_the_end_beside_the_day_of_a_training_is_its_last(name: str) -> None:
    rows = [["Referral", "2024-02-13", "2024-02-15", *OWN[0]],
            ["Shelters", "2024-03-05", "2024-03-05", *OWN[1]]]  # fmt: skip
    header = ["Activity", "Training date", name, *COUNTED]
    found = read(text_of([header, *rows]).encode(), {"Activity": "title"}, "groups")
    ends = found.checked.trainings["date_end"].dt.strftime("%Y-%m-%d")
    assert sorted(ends) == ["2024-02-15", "2024-03-05"]


@pytest.mark.parametrize(
    ("name", "last", "asked"),
    [("Wrap-up", "2024-02-15", True), ("Wrap-up", "2024-02-13", False),
     ("Letter dated", "2024-02-15", False)],
)  # fmt: skip
def test_whether_other_days_are_the_last_is_asked_where_they_may_be(
    name: str, last: str, asked: bool
) -> None:
    rows = [["Referral", "2024-02-13", last, *OWN[0]],
            ["Referral", "2024-02-13", "", *OWN[1]]]  # fmt: skip
    header = ["Activity", "Training date", name, *COUNTED]
    found = read(text_of([header, *rows]).encode(), {"Activity": "title"}, "groups")
    assert (isinstance(found, Question) and name in unsure(found)) == asked
