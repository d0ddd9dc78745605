"""Lists as clerks type them: misspelt words, lists of men and women side by side, sums above."""

import pytest

from data.records.errors import ReadingError
from data.review.agencies.agencies import find_agency
from data.review.decisions import Decisions
from data.sheets.field_names import field_of_name
from data.sheets.words.count_words import count_in_words
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of, workbook_of
from tests.data.understanding.readings import (
    DAY,
    LIST,
    figures,
    people,
    read,
    summed,
    understood,
    unsure,
)
from tests.in_turn import in_turn

ABOVE = f"Orientation on referral, {DAY}"


def rows(*more: str) -> list[list[str]]:
    """Return three rows of a list, each with the same words behind its number, name and place."""
    return [[str(n), f"Zarqoon{n} Nobody", "Kasur", *more] for n in (1, 2, 3)]


def sexes(found: Understood) -> tuple[int, int]:
    counted = found.checked.attendance[["participants_f", "participants_m"]].fillna(0).sum()
    return int(counted.iloc[0]), int(counted.iloc[1])


@pytest.mark.parametrize("name", ["Mail / Femail", "Male / Femail"])
def test_a_misspelt_column_of_sexes_holds_no_addresses(name: str) -> None:
    header = ["Sr", "Name", "District", "Department", name]
    listed = [[*row, sex] for row, sex in zip(rows("Police"), ("Mail", "Femail", "Femail"),
                                              strict=True)]  # fmt: skip
    found = understood(workbook_of({"List": [[ABOVE], header, *listed]}))
    assert sexes(found) == (2, 1)


@pytest.mark.parametrize(
    ("came", "not_there"), [("Joined", "Did not join"), ("Participated", "Not reported")]
)
def test_who_did_not_join_is_not_counted(came: str, not_there: str) -> None:
    header = ["Sr", "Name", "District", "Department", "Status"]
    listed = [[*row, said] for row, said in zip(rows("FIA"), (came, not_there, came), strict=True)]
    assert figures(understood(workbook_of({"List": [[ABOVE], header, *listed]}))) == (1, 2)


@pytest.mark.parametrize(
    ("key", "came"),
    [("Note: ✓ present, x absent. Whoever is absent did not report.", 2), ("✓ present, x late", 3)],
)
def test_a_key_of_marks_needs_no_signs_between(key: str, came: int) -> None:
    header = ["Sr", "Name", "District", "Department", "Day 1", "Day 2"]
    listed = [[*row, *marks] for row, marks in zip(rows("FIA"), ("✓✓", "✓x", "xx"), strict=True)]
    found = understood(workbook_of({"Hazri": [[ABOVE], header, *listed, [], [key]]}))
    assert figures(found) == (1, came)
    assert found.checked.problems.empty


@pytest.mark.parametrize(
    ("key", "problems"),
    [
        ("Key: P = Present, A = Absent, L = on leave (did not attend)", 0),
        ("P = Present, A = Absent, L = Leave. Whoever was on leave is not counted.", 0),
        ("P = Present, A = Absent, L = Leave (counted as present)", 1),
    ],
)
def test_a_key_of_marks_may_say_more_behind_a_word(key: str, problems: int) -> None:
    header = ["Sr", "Name", "District", "Department", "Attendance"]
    listed = [[*row, mark] for row, mark in zip(rows("FIA"), "PAL", strict=True)]
    found = understood(workbook_of({"Hazri": [[ABOVE], header, *listed, [], [key]]}))
    assert len(found.checked.problems) == problems
    assert figures(found) == (1, 1)


@pytest.mark.parametrize(
    ("name", "asked"),
    [("Days attended (out of 3)", False), ("No. of days present", False), ("Attended", True)],
)
def test_whoever_attended_no_day_did_not_come(name: str, asked: bool) -> None:
    header = ["Sr", "Name", "District", "Department", name]
    listed = [[*row, days] for row, days in zip(rows("FIA"), ("3", "0", "1"), strict=True)]
    found = read(workbook_of({"ToT": [[ABOVE], header, *listed, ["", "", "", "Total", "34"]]}))
    assert bool(asked and unsure(found)) == asked
    assert asked or figures(found) == (1, 2)


@pytest.mark.parametrize(
    ("force", "office", "places"),
    [
        ("Unit", "PS / Office", [("KP Police", "Women Desk"), ("KP Police", "PS Topi"),
                                 ("FIA", "Circle")]),
        ("Deptt", "Office", [("Revenue Department", "Tehsil Office"), ("Police", "Women Desk"),
                             ("DC Office", "DC Office")]),
    ],
)  # fmt: skip
def test_beside_the_agency_of_each_person_no_office_is_asked_about(
    force: str, office: str, places: list[tuple[str, str]]
) -> None:
    header = ["Sr", "Name", "District", force, office]
    listed = [[*row, *told] for row, told in zip(rows(), places, strict=True)]
    counted = understood(workbook_of({"Roll": [[ABOVE], header, *listed]})).checked.attendance
    wanted = [find_agency(own, Decisions()).agency for own, __ in places]
    assert sorted(counted["agency"].repeat(counted["participants_unspecified"])) == sorted(wanted)


def test_an_office_of_another_agency_than_the_one_beside_it_is_asked_about() -> None:
    header = ["Sr", "Name", "District", "Deptt", "Office"]
    listed = [[*row, "Police", "FIA Circle"] for row in rows()]
    assert unsure(read(workbook_of({"Roll": [[ABOVE], header, *listed]})))


@pytest.mark.parametrize(
    ("statement", "asked"),
    [
        ("STATEMENT SHOWING PARTICIPANTS OF DIVISIONAL TRAINING ON REFERRAL, ZHOB", False),
        ("Summary of participants of the training on referral", False),
        ("Statement showing participants of trainings", True),
        ("Statement showing participants of the training on referral, as on", True),
    ],
)
def test_a_statement_of_who_came_to_one_training_has_its_day(statement: str, asked: bool) -> None:
    header = ["Sr.", "District", "Levies", "Police", "Total"]
    counted = [["1", "Zhob", "9", "4", "13"], ["2", "Sherani", "5", "1", "6"]]
    found = read(workbook_of({"Statement": [[f"{statement}, {DAY}"], header, *counted]}))
    assert isinstance(found, Question) == asked
    assert asked or figures(found) == (1, 19)


def test_a_form_numbers_its_questions_in_parts() -> None:
    header = ["1.1 Name of training", "1.2 Date of training", "B1. District", "2.1 Male",
              "2.2 Female", "Name of enumerator"]  # fmt: skip
    sent = [["Referral", "2023-05-09", "Kasur", "3", "4", "Zarqoon Nobody"]]
    found = understood(workbook_of({"Form": [header, *sent]}), agency="not published")
    assert sexes(found) == (4, 3)
    assert found.checked.trainings["title"].tolist() == ["Referral"]


def test_men_and_women_side_by_side_are_of_the_sex_over_their_list() -> None:
    names = ["Sr", "Name", "Station", "Department"]
    ladies = [["1", "Zarqoona Nobody", "Okara", "Police"], ["2", "Zarqoona B", "Okara", "FIA"],
              ["", "", "", ""]]  # fmt: skip
    beside = [[*row, "", *lady] for row, lady in zip(rows("Prosecution"), ladies, strict=True)]
    over = ["GENTLEMEN", "", "", "", "", "LADIES", "", "", ""]
    sheet = [[f"{ABOVE}, Bar Room Okara"], over, [*names, "", *names], *beside]
    assert sexes(understood(workbook_of({"Seating": sheet}))) == (2, 3)


@pytest.mark.parametrize(("total", "more"), [("3", []), ("5", []), ("3", ["2 June 2023"])])
def test_a_summary_of_one_training_says_of_what_training_the_list_is(
    total: str, more: list[str]
) -> None:
    names = ["Training", "Start date", "End date", "Venue", "Total"]
    summed_up = [["Referral", "9 May 2023", "10 May 2023", "Hall One", total],
                 *[["Reporting", day, day, "Hall Two", "4"] for day in more]]  # fmt: skip
    header = ["Sr", "Name", "District", "Department"]
    sheets = {"Summary": [names, *summed_up], "List": [header, *rows("FIA")]}
    found = read(workbook_of(sheets))
    if more:
        assert isinstance(found, Question)
        return
    assert figures(found) == (1, 3)
    assert found.checked.trainings["date_end"].item().isoformat().startswith("2023-05-10")
    assert found.checked.trainings[["title", "venue"]].to_numpy().tolist() == [
        ["Referral", "Hall One"]
    ]
    assert len(found.checked.queue) == (total != "3")
    assert any("not counted" in note and "Summary" in note for note in found.notes)


@pytest.mark.parametrize(("place", "asked"), [("UC Surbandar", False), ("DPO Office Okara", True)])
def test_a_union_council_beside_the_district_is_not_asked_about(place: str, asked: bool) -> None:
    header = ["S#", "Name", "District", "Posting / Union Council"]
    content = workbook_of({"List": [[ABOVE], header, *rows(place)]})
    found = read(content, agency="not published")
    assert bool(asked and unsure(found)) == asked
    assert asked or summed(found, "adm2_pcode") == {"PK614": 3}


def test_a_title_over_each_of_two_tables_side_by_side_is_its_own() -> None:
    names, parted = ["Department", "Male", "Female", "Total"], [[""], [""], [""]]
    first = [["Lecture on the Act, Bar Room Okara, 9 May 2023", "", "", ""], names,
             ["Police", "5", "0", "5"]]  # fmt: skip
    second = [["Lecture on referral, Bar Room Okara, 29 May 2023", "", "", ""], names,
              ["Prosecution", "2", "3", "5"]]  # fmt: skip
    sheet = [[*one, *gap, *other] for one, gap, other in zip(first, parted, second, strict=True)]
    found = understood(workbook_of({"Lectures": sheet}), district="not recorded")
    assert figures(found) == (2, 10)
    assert sexes(found) == (3, 7)
    of_forces = [["District", "Police", "", "", "FIA", ""],
                 ["", "Male", "Female", "", "Male", "Female"],
                 ["Kasur", "1", "2", "", "3", "4"]]  # fmt: skip
    found = understood(workbook_of({"Forces": [[ABOVE], *of_forces]}))
    assert summed(found, "agency") == {"Police": 3, "FIA": 7}


def test_sums_above_a_list_are_no_day_and_a_report_on_a_training_has_its_days() -> None:
    summary = [["Department", "Male", "Female", "Total"], ["Police", "1", "2", "3"],
               ["Total", "1", "2", "3"]]  # fmt: skip
    header = ["Sr.", "Name", "District", "Department", "Gender"]
    listed = [[*row, sex] for row, sex in zip(rows("Police"), "MFF", strict=True)]
    above = [["Training Report: Support to survivors, Darul Aman Kasur, 9-10 May 2023"], [],
             ["Summary"], *summary, [], ["List of Participants"]]  # fmt: skip
    found = understood(workbook_of({"Report": [*above, header, *listed]}))
    assert summed(found, "adm2_pcode") == {"PK614": 3}
    told = found.checked.trainings[["date_start", "date_end"]].iloc[0]
    assert [f"{day:%Y-%m-%d}" for day in told] == ["2023-05-09", "2023-05-10"]


def test_a_word_that_the_list_has_is_not_said_to_be_kept_as_a_name() -> None:
    header = ["Sr", "Name", "District", "Department"]
    listed = [*rows("Police"), *rows("Buitems")]
    found = understood(workbook_of({"List": [[ABOVE], header, *listed]}))
    [kept] = [note for note in found.notes if "that no list has" in note]
    assert "Buitems" in kept
    assert "Police" not in kept


# -------------------------------------------------------------------- letters and registers

SCHOOLS = [["Sr. No.", "Date", "School", "Topic", "Boys", "Girls", "Male Teachers",
            "Female Teachers", "Total"],
           ["1", "1 Nov 2022", "GHS Shahkot", "Begging", "30", "0", "2", "0", "32"],
           ["2", "2 Nov 2022", "GGHS Shahkot", "Begging", "0", "29", "0", "3", "32"]]  # fmt: skip


def test_schools_with_a_day_each_are_venues_of_trainings_of_their_own() -> None:
    found = understood(workbook_of({"School sessions": SCHOOLS}), district="not recorded")
    assert figures(found) == (2, 64)
    assert sexes(found) == (32, 32)
    assert found.checked.trainings["venue"].tolist() == ["GHS Shahkot", "GGHS Shahkot"]


def test_the_day_of_a_letter_is_not_that_on_which_it_says_the_training_was_held() -> None:
    letter = [["No. DBA/TA/2023/114"], ["Dated: 22.05.2023"], ["Subject: REPORT OF TRAINING"],
              ["Sir, the subject training was held on 18.05.2023 at District Bar Hall, Kasur."],
              ["S.No", "Department", "Male", "Female"], ["1", "Police", "6", "2"]]  # fmt: skip
    found = understood(workbook_of({"Letter": letter}), district="not recorded")
    assert f"{found.checked.trainings['date_start'].iloc[0]:%Y-%m-%d}" == "2023-05-18"


def test_a_station_that_nobody_knows_is_of_the_district_whose_personnel_all_are() -> None:
    header = ["Sr", "Name", "Rank", "Posting"]
    listed = [["1", "Zarqoon Nobody", "HC", "PS Kotri, Jamshoro"],
              ["2", "Nobody Zarqoon", "HC", "PS Zarqoonabad"]]  # fmt: skip
    above = [[ABOVE], ["Personnel of District Police Jamshoro"]]
    found = understood(workbook_of({"List": [*above, header, *listed]}))
    assert summed(found, "adm2_pcode") == {"PK708": 2}


def test_members_are_persons_and_an_investigation_branch_is_of_the_police() -> None:
    header = ["Sr", "Name of Member", "Union Council", "Male", "Female", "Department"]
    listed = [["1", "Zarqoon One", "Women seat", "", "1", "Investigation Branch"],
              ["2", "Zarqoon Two", "Women seat", "", "1", "Investigation Branch"]]  # fmt: skip
    found = understood(workbook_of({"List": [[ABOVE], header, *listed]}), district="not recorded")
    assert summed(found, "agency") == {"Police": 2}


def test_the_day_of_a_plan_that_was_held_is_its_own() -> None:
    register = [["Title", "Proposed / Actual Date", "Venue", "Status", "Women", "Men"],
                ["Law", DAY, "Hall One", "Held", "4", "15"],
                ["Law", "9 June 2023", "Hall One", "Postponed", "", ""]]  # fmt: skip
    found = understood(workbook_of({"Calendar": register}))
    held = found.checked.trainings
    assert [f"{day:%Y-%m-%d}" for day in held["date_start"][held["status"] == "held"]] == [
        "2023-05-09"
    ]


def test_units_that_are_agencies_are_those_of_the_persons() -> None:
    header = ["Sr", "Name", "District", "Unit", "Total", "Result"]
    listed = [[*row, "74", "Pass"] for row in rows("Sindh Police")]
    found = understood(workbook_of({"Result": [[ABOVE], header, *listed]}))
    assert summed(found, "agency") == {"Police": 3}


@pytest.mark.parametrize(
    ("dated", "held", "day"),
    [
        ("Dated Kasur, the 22nd May, 2023", "HELD ON 18-05-2023 AT KASUR", "2023-05-18"),
        ("No. DC/P/411-16/2023 Dated: 02-10-2023", "held on 28.09.2023", "2023-09-28"),
        ("Ref: No. 411, Dated: 02-10-2023", "held on 03.10.2023", None),
        ("Dated Kasur, the 22nd May, 2023", "held at Kasur", None),
        ("Office copy", "(to be held on 24 May 2023, Labour Complex Kasur)", None),
    ],
)
def test_no_day_of_a_letter_or_a_plan_is_taken_for_that_of_a_training(
    dated: str, held: str, day: str | None
) -> None:
    header = ["Sr", "Name of Officer", "District", "Department"]
    letter = [["No. DLW/Trg/2023/1147"], [dated], [f"Subject: LIST OF TRAINING ON LABOUR {held}"]]
    found = read(workbook_of({"Letter": [*letter, header, *rows("FIA")]}))
    if day is None:
        assert isinstance(found, Question)
    else:
        assert isinstance(found, Understood)
        assert f"{found.checked.trainings['date_start'].iloc[0]:%Y-%m-%d}" == day


@pytest.mark.parametrize(
    ("letter", "held", "day"),
    [
        (["No. 4471-73/Trg     Dated: 29.11.2023"], "from 22nd to 24th November, 2023",
         "2023-11-22"),
        (["No. 4471-73/Trg     Dated: 29.11.2023"], "", None),
        (["No. 4471-73/Trg", "Dated: 29.11.2023"], "recently", None),
        (["No. 4471-73/Trg     Dated: 02.11.2023"], "on 22.11.2023", "2023-11-22"),
        (["No. 4471-73/Trg", "Dated: 02.11.2023"], "on 22.11.2023", None),
    ],
)  # fmt: skip
def test_the_number_and_the_day_of_a_letter_are_no_title_and_no_day_of_a_training(
    letter: list[str], held: str, day: str | None
) -> None:
    header = ["Sr", "Name of Officer", "District", "Department"]
    above = [
        *letter,
        "To: The Addl. IG Training, Lahore",
        "Subject: TRAINING ON REFERRAL",
        f"The following attended the above training held at Town Hall, Kasur {held}",
    ]
    found = read(workbook_of({"Letter": [*([one] for one in above), header, *rows("FIA")]}))
    if day is None:
        assert isinstance(found, Question)
        return
    assert isinstance(found, Understood)
    training = found.checked.trainings.iloc[0]
    assert f"{training['date_start']:%Y-%m-%d}" == day
    assert training["title"] == "Subject: TRAINING ON REFERRAL"


def test_a_list_that_is_dated_at_a_place_and_is_no_letter_has_that_day() -> None:
    above = [["Seminar on referral"], ["Dated Timergara the 18/10/2023", "Venue: Bar Room"]]
    header = ["Sr", "Name of Officer", "District", "Department"]
    found = understood(workbook_of({"List": [*above, header, *rows("FIA")]}))
    assert f"{found.checked.trainings['date_start'].iloc[0]:%Y-%m-%d}" == "2023-10-18"


ATTENDANCE = "Subject: ATTENDANCE OF OFFICERS IN THE ONE DAY SEMINAR ON TRAFFICKING"


@pytest.mark.parametrize(
    ("above", "day"),
    [
        ((ATTENDANCE, "Dated Kasur, the 22nd May 2023"), "2023-05-22"),
        (("Subject: SEMINAR", "Dated Kasur, the 22nd May 2023. Venue: Bar Room"), "2023-05-22"),
        (("No. DLW/1147", ATTENDANCE, "Dated Kasur, the 22nd May 2023"), None),
        (("Subject: SEMINAR", "Dated Kasur, the 22nd May 2023"), None),
        (("Training on the National Action Plan, Kasur, 20 November 2023",), "2023-11-20"),
        (("Action Plan of trainings, 20 November 2023",), None),
        (("List of trainees: the circle and district police, 20 November 2023",), "2023-11-20"),
        (("Training on progress reports, 20 to 22 November 2023",), "2023-11-20"),
        (("Training on referral tentative schedule 20 to 22 November 2023",), None),
        (("Plan of training on referral, 20 to 22 November 2023",), None),
    ],
)
def test_a_topic_is_no_plan_and_a_heading_of_who_attended_no_letter(
    above: tuple[str, ...], day: str | None
) -> None:
    header = ["Sr", "Name of Officer", "District", "Department"]
    found = read(workbook_of({"List": [*([one] for one in above), header, *rows("FIA")]}))
    if day is None:
        assert isinstance(found, Question)
    else:
        assert isinstance(found, Understood)
        assert f"{found.checked.trainings['date_start'].iloc[0]:%Y-%m-%d}" == day


@pytest.mark.parametrize(
    ("said", "asked"), [("with final status", False), ("with status of replies", True)]
)
def test_nominations_whose_status_is_final_say_who_came_on_their_day(
    said: str, *, asked: bool
) -> None:
    header = ["Sr", "Name of Officer", "District", "Department", "Status"]
    listed = [[*row, came] for row, came in zip(rows("FIA"), ("Attended", "Absent"), strict=False)]
    title = f"Nominations for the training at Kasur on 20th and 21st November 2023, {said}"
    found = read(workbook_of({"List": [[title], header, *listed]}))
    assert isinstance(found, Question) == asked
    assert asked or figures(found) == (1, 1)


def test_a_name_that_is_written_in_capitals_too_is_asked_about_once() -> None:
    header = ["Sr", "Name", "District", "Department"]
    listed = [[n, f"Zarqoon{n} Nobody", place, "FIA"]
              for n, place in (("1", "Faislabad"), ("2", "FAISLABAD"), ("3", "Kasur"))]  # fmt: skip
    found = understood(workbook_of({"List": [[ABOVE], header, *listed]}))
    assert [one.value for one in found.checked.queue] == ["Faislabad"]


def test_a_number_in_words_with_the_same_in_digits_is_a_number() -> None:
    header = ["Name of training", "Date", "Venue", "Number of participants", "Department"]
    register = [["Law", DAY, "Swat", "Twenty two (22)", "FIA"],
                ["Challan", "1 March 2023", "Kasur", "Nine (9)", "FIA"]]  # fmt: skip
    assert figures(
        understood(workbook_of({"List": [header, *register]}), district="not recorded")
    ) == (2, 31)
    assert count_in_words("Twenty two (23)") is None
    assert count_in_words("Nine") is None


def test_a_clerk_of_a_thana_is_of_the_force_that_the_title_tells() -> None:
    header = ["S#", "Name", "Sex", "Rank", "District"]
    rows = [["1", "Made Up", "M", "Risaldar", "Kohlu"], ["2", "Up Made", "M", "Muharrar", "Kohlu"]]
    for force, rank in (("Levies", "Risaldar"), ("Police", "DSP")):
        rows[0][3] = rank
        title = [f"Roll of {force} personnel, training on referral, 9 May 2023"]
        found = understood(text_of([title, header, *rows]).encode())
        assert summed(found, "agency") == {force: 2}


def test_a_district_with_its_province_in_one_cell_is_a_home() -> None:
    header = ["#", "Participant", "Sex", "Agency", "District/Province"]
    listed = [["1", "Made Up", "M", "FIA", "Hyderabad/Sindh"],
              ["2", "Up Made", "F", "FIA", "Poonch / AJK"]]  # fmt: skip
    found = understood(text_of([[ABOVE], header, *listed]).encode())
    assert summed(found, "adm2_pcode") == {"PK706": 1, "PK109": 1}


FEMALE = ["F.male", "Femail", "Fmale", "Famale", "Femal", "Fe-male", "feamle", "Feemale", "FEMELE"]
MALE = ["Mail", "Maile", "Mael", "M ale", "Mmale", "Mle"]


def test_a_sex_that_is_misspelt_in_a_letter_or_two_is_the_one_it_begins_like() -> None:
    listed = [[*row[:4], sex] for row, sex in zip(people(15), [*FEMALE, *MALE], strict=True)]
    found = understood(text_of([[ABOVE], LIST, *listed]).encode())
    assert sexes(found) == (len(FEMALE), len(MALE))


def test_a_word_that_may_be_either_sex_or_none_is_a_problem() -> None:
    words = ["emale", "Fatima", "Family", "Mehmood", "Fe", "Fml", "Mobile"]
    listed = [[str(n), f"Zarqoon{n} Nobody", "Police", "Kasur", word]
              for n, word in enumerate(words, start=30)]  # fmt: skip
    found = read(text_of([[ABOVE], LIST, *people(20), *listed]).encode())
    assert isinstance(found, Understood)
    assert found.checked.participants_accepted == 20
    assert len(found.checked.problems) == len(words)


@pytest.mark.parametrize("called", ["Labour Officer / Inspector", "Judges"])
def test_a_column_that_is_called_by_posts_names_persons_whose_marks_count_nobody(called) -> None:
    header = ["Roll No", called, "Gender", "Distt.", "Paper I", "Paper II", "Total", "Grade"]
    rows = [[f"LO-{n}", f"Zarqoon{n} Nobody", "Male", "Kasur", "13", f"{20 + n}", f"{33 + n}", "B"]
            for n in range(1, 5)]  # fmt: skip
    above = [["Result sheet: training on bonded labour, Labour Hall Kasur, 21.09.2023"]]
    found = understood(workbook_of({"Result": [*above, header, *rows]}), agency="not published")
    assert figures(found) == (1, 4)
    assert "Zarqoon" not in " ".join(found.notes)


def paid(above: list[str], *amounts: str, called: str = "Amount (Rs.)") -> bytes:
    rows = [[str(n), f"Zarqoon{n} A", "F", "NGO", "Kasur", "2", "2500", own, ""]
            for n, own in enumerate(amounts, start=1)]  # fmt: skip
    header = ["S#", "Name", "Sex", "Organization", "District", "Days", "Rate", called, "Signature"]
    return workbook_of({"DSA": [*[[text] for text in above], header, *rows,
                                ["", "Total", "", "", "", "", "", "9999", ""]]})  # fmt: skip


@in_turn({
    "above": [["Payment of TA/DA to participants", "Training on referral, 29-30 August 2023"],
     ["Stipends: workshop on referral, 9 May 2023"],
     ["DSA sheet", "Training on referral, 9 May 2023"]],
    "called": ["Amount (Rs.)", "Amount (PKR)"],
})  # fmt: skip
def test_whoever_is_paid_for_a_training_came_to_it(above: list[str], called: str) -> None:
    found = understood(paid(above, "5800", "5,500", "6200", called=called))
    assert figures(found) == (1, 3)
    assert any("whoever was paid is taken to have come" in note for note in found.notes)


@pytest.mark.parametrize(
    ("above", "amounts"),
    [(["Payment of TA/DA to participants"], ("5800", "5500")),
     (["DSA sheet", "Training on referral, 9 May 2023"], ("5800", "0"))],
)  # fmt: skip
def test_payments_without_a_training_or_an_amount_are_no_list_of_who_came(
    above: list[str], amounts: tuple[str, ...]
) -> None:
    with pytest.raises(ReadingError):
        read(paid(above, *amounts))


def _sheet_of_allowances(days: str, amount: str) -> bytes:
    posts = enumerate(
        [("SHO", "Khanewal"), ("Labour Officer", "Lodhran"), ("ASI Police", "Vehari")], start=1
    )
    rows = [[n, f"Zarqoon{n} Nobody 36705-426393{n}-4", post, place, days, "3500",
             amount.format(row=n + 3), ""] for n, (post, place) in posts]  # fmt: skip
    header = ["S#", "Name & CNIC", "Designation", "Station", "Days", "Rate (Rs.)", "Amount (Rs.)",
              "Signature"]  # fmt: skip
    below = [["", "Total", "", "", "", "", "=SUM(G4:G6)", ""], [],
             ["", "Received by", "", "", "Verified by Finance Officer", "", "", ""],
             ["Passed for payment", "DDO", "", "", "", "", "", ""]]  # fmt: skip
    above = [["TA/DA SHEET - PARTICIPANTS"], ["Training on referral, Multan, 25 & 26 June 2024"]]
    return workbook_of({"TA-DA": [*above, header, *rows, *below]})


def test_whoever_is_paid_a_sum_that_was_not_worked_out_came_too() -> None:
    found = understood(_sheet_of_allowances("2", "=E{row}*F{row}"))
    assert figures(found)[1] == 3
    assert not len(found.checked.problems)
    assert summed(found, "adm2_pcode") == {"PK615": 1, "PK619": 1, "PK636": 1}
    assert "Nobody" not in repr(found)
    assert "36705" not in repr(found)


@pytest.mark.parametrize(("days", "amount"), [("", "=E{row}*F{row}"), ("2", "")])
def test_nobody_is_paid_without_days_or_an_amount(days: str, amount: str) -> None:
    with pytest.raises(ReadingError):
        read(_sheet_of_allowances(days, amount))


def test_participants_beside_mr_and_ms_are_named_and_their_sexes_told() -> None:
    header = ["#", "Participants", "Office", "Ohda", "Coming from (zila)", "Mr/Ms"]
    listed = [["1", "Zarqoon1 Nobody", "Police", "SI", "Kasur", "Mr."],
              ["2", "Zarqoon2 Nobody", "Health", "Nurse", "Okara", "Ms."],
              ["3", "Zarqoon3 Nobody", "Police", "ASI", "Kasur", "Ms."]]  # fmt: skip
    found = understood(workbook_of({"List": [[ABOVE], header, *listed]}))
    assert (figures(found)[1], sexes(found)) == (3, (2, 1))


def test_names_of_columns_in_two_languages_without_a_mark_between_are_known() -> None:
    header = ["Sr", "Name نام", "ضلع District", "Designation عہدہ", "Department محکمہ",
              "Gender جنس"]  # fmt: skip
    listed = [["1", "Zarqoon1 Nobody", "Kasur", "SI", "پولیس", "مرد"],
              ["2", "Zarqoon2 Nobody", "Okara", "Officer", "لیبر", "عورت"]]  # fmt: skip
    found = understood(workbook_of({"List": [[ABOVE], header, *listed]}))
    assert summed(found, "agency") == {"Police": 1, "Labour Department": 1}
    assert field_of_name("Training نام") is None
