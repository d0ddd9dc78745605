"""Whose participants all of a table are that has no column of agencies: told once, or asked."""

from datetime import UTC, datetime

import pytest

from data.records.errors import ReadingError
from data.review.decisions import Decisions
from data.review.questions import settle
from data.understanding.layout.titles.agencies.agencies_above import group_above
from data.understanding.layout.titles.agencies.agencies_perhaps import agencies_perhaps
from data.understanding.understand import Question, Understood, understand
from tests.data.sheets_made import TODAY, reasons, text_of
from tests.data.understanding.readings import summed, understood

NOW = datetime(2026, 1, 1, tzinfo=UTC)
HEADER = ["S#", "Date", "Home district of participants", "Male", "Female", "Remarks"]
ROWS = [["1", "2024-05-14", "Kasur", "9", "3", ""], ["2", "2024-05-16", "Okara", "6", "2", ""]]
TOTAL = ["", "", "Total", "15", "5", ""]


def numbers(*above: str, remark: str = "", below: str = "") -> bytes:
    """Return a table of numbers by district, with texts round it."""
    rows = [*([text] for text in above), HEADER, *ROWS, [*TOTAL[:-1], remark]]
    return text_of([*rows, ["", below]] if below else rows).encode()


# ----------------------------------------------------------------------- said beyond doubt


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("انسداد انسانی سمگلنگ تربیت برائے پولیس، 15 مئی 2024", "Police"),
        ("تربیت برائے لیویز", "Levies"),
        ("انسداد انسانی سمگلنگ تربیت - پنجاب پولیس (شریک اہلکار)", "Police"),
        ("تربیت (شرکاء اپنے ضلع کے ملازمین محکمہ سماجی بہبود)", "Social Welfare Department"),
        ("Refresher training of district police on trafficking: Kohat region", "Police"),
        ("Civil society members attending training on safe migration", "Civil society"),
        ("All participants were members of civil society organisations.", "Civil society"),
        ("All participants were police", "Police"),
        ("All trainees: Levies", "Levies"),
        ("Everyone trained is from FIA", "FIA"),
        ("Agency of participants: Police", "Police"),
        ("تمام شرکاء کا تعلق پولیس سے ہے", "Police"),
        ("Training of civil society members (community volunteers) on trafficking",
         "Civil society"),
        ("Training of civil society members (volunteers) on safe migration and trafficking - Q4",
         "Civil society"),
        ("Training of CSO representatives, Kasur, 6 June 2024", "Civil society"),
        ("Training sessions of CSO volunteers on migration and trafficking (with IOM support)",
         "Civil society"),
        ("CSO ke razakaron ki tarbiyat", "Civil society"),
        ("Training of CSO volunteers (with police)", ""),
        ("Training of police on trafficking", "Police"),
        ("تربیت برائے ارکان سول سوسائٹی", "Civil society"),
        ("Training of civil society members on safe migration and lawyers", ""),
        ("Training of civil society members, lawyers", ""),
        ("Training of police and levies", ""),
        ("Number of persons trained (FIA training)", ""),
        ("All participants: Police and FIA", ""),
        ("Nearly all participants are from FIA", ""),
        ("کچھ شرکاء کا تعلق پولیس سے ہے", ""),
        ("FIA Kasur - one-day workshops for civil society volunteers on trafficking",
         "Civil society"),
        ("تربیت برائے پولیس و ایف آئی اے", ""),
        ("تربیت برائے پولیس، وکلاء", ""),
        ("تربیت برائے پولیس لائنز", ""),
        ("تربیت زیر اہتمام ملازمین محکمہ سماجی بہبود", ""),
        ("رپورٹ برائے پولیس", ""),
        ("Training on powers of police, Kasur", ""),
        ("Refresher training of police and levies", ""),
        ("All participants were members of civil society and FIA", ""),
        ("Not all participants were members of civil society", ""),
        ("FIA Kasur - workshops for civil society volunteers and police", ""),
        ("Civil society activists trained in Kasur", "Civil society"),
        ("NGO volunteers trained 40 villagers", ""),
        ("All participants: Police Lines", ""),
        ("Seminar-cum-training for FIA AHT circles", "FIA"),
        ("Training of all FIA zones, 3 May 2024", "FIA"),
        ("ToT for FIA anti-human trafficking circles", "FIA"),
        ("Training for FIA AHT circles and police", ""),
        ("Training for FIA circles, Levies", ""),
        ("Training by FIA circles", ""),
        ("STAFF OF CRISIS CENTRES (SOCIAL WELFARE DEPARTMENT) TRAINED ON REFERRAL",
         "Social Welfare Department"),
        ("Training of officials of Kasur region (FIA)", "FIA"),
        ("Training by staff of Crisis Centres (Social Welfare Department)", ""),
        ("Police and staff of Crisis Centres (Social Welfare Department) trained", ""),
        ("Training on the law, Education Department (teachers and students), by IOM", "Education"),
        ("Training by Education Department (teachers and students)", ""),
        ("Labour Department (inspectors and staff) and Police", ""),
        ("تربیت ملازمین محکمہ سماجی بہبود، بہاولپور ڈویژن", "Social Welfare Department"),
        ("تربیت ملازمین محکمہ سماجی بہبود، پولیس بہاولپور ڈویژن", ""),
        ("Kashmir Police - Training on the law / پولیس تربیت", "Police"),
        ("زیر اہتمام پولیس تربیت", ""),
        ("پولیس تربیت گاہ", ""),
        ("Training for police officers - Central Police Office, number of officers attending",
         "Police"),
        ("Training for police officers, number of teachers attending", ""),
        ("Police School Sargodha: a course, police officers attended by batch", "Police"),
        ("Police School Sargodha: a course, teachers, police officers", ""),
        ("FIA course, police officers", ""),
        ("Staff of Crisis Centres (Social Welfare Department) trained 40 villagers", ""),
    ],
)  # fmt: skip
def test_a_text_may_say_beyond_doubt_of_which_agency_all_are(title: str, agency: str) -> None:
    assert group_above([title]) == agency


@pytest.mark.parametrize(
    ("texts", "agency"),
    [
        ({"remark": "All participants were staff of Social Welfare Department"},
         "Social Welfare Department"),
        ({"below": "All participants were members of civil society organisations."},
         "Civil society"),
        ({"remark": "5 were staff of Social Welfare Department"}, ""),
    ],
)  # fmt: skip
def test_what_is_said_in_the_total_or_below_it_is_said_of_all(
    texts: dict[str, str], agency: str
) -> None:
    found = understood(numbers("Progress of trainings, all held", **texts))
    assert summed(found, "agency") == ({agency: 20} if agency else {})
    assert found.checked.problems.empty == bool(agency)


def test_a_remark_on_one_of_several_totals_is_said_of_no_others() -> None:
    said = "All participants were staff of Social Welfare Department"
    first = [*TOTAL[:-1], said]
    more = [["3", "2024-05-20", "Kasur", "4", "1", ""], ["", "", "Total", "4", "1", ""]]
    found = read_or_refused([HEADER, *ROWS, first, *more])
    if isinstance(found, Understood):
        assert "Social Welfare Department" not in summed(found, "agency")


def read_or_refused(rows: list[list[str]]) -> Understood | Question | ReadingError:
    try:
        return understand([text_of(rows).encode()], TODAY)
    except ReadingError as error:
        return error


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("Status of AHTC trainings (participants: officers of the Labour Department only)",
         "Labour Department"),
        ("Status of AHTC trainings (participants: officers of the Labour Department)", ""),
        ("Status of AHTC trainings (participants: officers of Labour Department and others only)",
         ""),
        ("Labour Department: trainings (given by staff of the department)", ""),
    ],
)  # fmt: skip
def test_the_officers_of_one_department_only_are_its_own_whatever_the_training(
    said: str, agency: str
) -> None:
    assert group_above([said]) == agency


@pytest.mark.parametrize("of", ["staff of the department by district of posting",
                                "given by staff of the department"])  # fmt: skip
def test_the_staff_of_the_department_that_stands_above_is_its_own(of: str) -> None:
    found = understood(numbers(f"Labour Department, trainings ({of})"))
    asked = of.startswith("given")
    assert summed(found, "agency") == ({} if asked else {"Labour Department": 20})
    assert [one.value for one in found.checked.queue] == ["Labour Department"] * asked


def test_titles_tell_them_whose_column_has_a_tag_and_no_name_that_is_known() -> None:
    header = ["who", "what", "start", "end", "female", "male"]
    tags = ["#org+name", "#activity", "#date+start", "#date+end", "#reached+f", "#reached+m"]
    rows = [["Nowhere Forum (IP of IOM)", "Training for FIA officers", "2023-09-11", "2023-09-12",
             "6", "19"],
            ["Nowhere Forum (IP of IOM)", "Training for police investigators - TIP laws",
             "2023-10-03", "2023-10-05", "3", "24"]]  # fmt: skip
    found = understood(text_of([header, tags, *rows]).encode())
    assert summed(found, "agency") == {"FIA": 25, "Police": 27}
    assert any("agencies are read from what" in note for note in found.notes)


# ----------------------------------------------------------------------------------- asked


@pytest.mark.parametrize(
    ("texts", "agencies"),
    [
        (["Statement of police officers / men of each district trained (IOM-FIA trainings)"],
         ("Police",)),
        (["FIA officers trained", "List of police officers trained"], ("FIA", "Police")),
        (["Department: Social Welfare"], ("Social Welfare Department",)),
        (["محکمہ: پولیس"], ("Police",)),
        (["Reporting department: Police"], ()),
        (["Trainings of police and FIA officers"], ("FIA", "Police")),
        (["Members of the district anti-trafficking committee trained", "Police officers"], ()),
        (["Participants of the training, reported by FIA officials"], ()),
        (["Training conducted by police officers"], ()),
        (["Trainer: police officer Nobody"], ()),
        (["FIA Punjab Zone", "Number of persons trained, by home district"], ("FIA",)),
        (["FIA trainings of 2023"], ("FIA",)),
        (["Nowhere Police: sessions (officers of the same district attended)"], ("Police",)),
        (["Nowhere Police: sessions, attended by officers and FIA"], ("FIA", "Police")),
        (["Nowhere Police: sessions", "Tea, lunch and others: nil"], ("Police",)),
        (["Civil society trainings, Quarter 4"], ("Civil society",)),
        (["Participants: civil society members from each district"], ("Civil society",)),
        (["Police ahlkaron ki tarbiyat"], ("Police",)),
        (["Awareness sessions with NGO partners"], ("Civil society",)),
        (["Ministry of Human Rights", "Staff of Crisis Centres, Labour Department, trained"],
         ("Human Rights Department", "Labour Department")),
        (["Nowhere Welfare Organisation - sessions for village committees (civil society)"],
         ("Civil society",)),
    ],
)  # fmt: skip
def test_a_text_that_leaves_it_open_names_who_they_may_be(
    texts: list[str], agencies: tuple[str, ...]
) -> None:
    assert agencies_perhaps(texts) == agencies


@pytest.mark.parametrize(
    ("title", "agencies"),
    [
        ("Training of volunteers and youth members (civil society) of AHTCs", ("Civil society",)),
        ("Training of AHTC members (police)", ("Police",)),
        ("Training of AHTC members (all departments)", ()),
        ("Training of AHTC members (Police, FIA)", ("FIA", "Police")),
        ("AHTC trainings for Police in AJK and GB", ("Police",)),
        ("Training of AHTC members, with resource persons: officers (FIA)", ()),
    ],
)
def test_brackets_may_tell_whose_people_of_a_committee_came(
    title: str, agencies: tuple[str, ...]
) -> None:
    assert agencies_perhaps([title]) == agencies


@pytest.mark.parametrize(
    ("heads", "agencies"),
    [
        (["Social Welfare Department, Regional Office Sukkur"], ("Social Welfare Department",)),
        (["دفتر محکمہ محنت"], ("Labour Department",)),
        (["Nowhere Rights Forum (NGO)"], ("Civil society",)),
        (["Venue: Police Lines"], ()),
        (["FIA and IOM"], ()),
        (["Training by FIA, regional office"], ()),
        (["Office of the Deputy Commissioner"], ()),
        (
            ["FIA regional office", "Social Welfare Department"],
            ("FIA", "Social Welfare Department"),
        ),
    ],
)
def test_the_department_that_heads_a_list_of_names_may_be_theirs(
    heads: list[str], agencies: tuple[str, ...]
) -> None:
    assert agencies_perhaps(heads) == agencies


TITLE = "Statement of police officers / men of each district trained (FIA trainings)"


def test_it_is_asked_once_of_which_agency_all_are() -> None:
    content = numbers(TITLE)
    found = understood(content)
    [asked] = found.checked.queue
    assert [one.answer for one in asked.candidates] == ["Police", "FIA", "Not published"]
    assert (len(asked.rows), asked.participants) == (2, 20)
    assert found.checked.attendance.empty
    assert not any("agency" in note for note in found.notes)
    for answer in ("FIA", "Not published"):
        known = settle(Decisions(), {asked: answer}, "Nobody", NOW)
        told = understand([content], TODAY, decisions=known)
        assert isinstance(told, Understood)
        assert not told.checked.queue
        assert summed(told, "agency") == {answer: 20}
        unpublished = any("not published" in note and "agency" in note for note in told.notes)
        assert unpublished == (answer == "Not published")


def test_where_nothing_tells_an_agency_it_is_asked_and_the_rows_wait() -> None:
    content = numbers("Progress of trainings, all held")
    found = understood(content)
    [asked] = found.checked.queue
    assert asked.reason.startswith("No row tells an agency, nor does a text beside the table")
    assert [one.answer for one in asked.candidates] == ["Not published"]
    assert reasons(found.checked) == ["It is not known which agency this is."] * 2
    assert found.checked.participants_accepted == 0
    of_trainings = content.replace(b"Home district of participants", b"District of venue")
    found = understood(of_trainings)
    assert (found.checked.queue, found.checked.participants_accepted) == ((), 20)


@pytest.mark.parametrize("above", ["Progress of trainings, all held", TITLE])
def test_what_is_said_of_all_rows_is_asked_no_more(above: str) -> None:
    found = understood(numbers(above), agency="not published")
    assert not found.checked.queue
    assert summed(found, "agency") == {"Not published": 20}
    assert any("no column gives an agency" in note for note in found.notes)


def test_an_answer_holds_for_its_own_table_alone() -> None:
    [asked] = understood(numbers(TITLE)).checked.queue
    [other] = understood(numbers(f"{TITLE}, May")).checked.queue
    assert asked.key != other.key
    of_one_form = [[["Training", "Date", "Home district", "Male"], ["Referral", day, "Kasur", "4"]]
                   for day in ("9 May 2023", "16 May 2023")]  # fmt: skip
    [first], [second] = (understood(text_of(rows).encode()).checked.queue for rows in of_one_form)
    assert first.key != second.key  # the next may be another office's


@pytest.mark.parametrize(
    ("above", "first"),
    [("Monthly report, May 2024 - Labour Department Punjab", "Not published"),
     ("Labour Department Punjab - trainings on forced labour", "Labour Department")],
)  # fmt: skip
def test_the_likeliest_answer_comes_first_and_a_report_names_who_wrote_it(
    above: str, first: str
) -> None:
    found = understand([numbers(above)], TODAY)
    assert isinstance(found, Understood)
    [asked] = [one for one in found.checked.queue if one.kind == "agency"]
    answers = [one.answer for one in asked.candidates]
    assert (answers[0], {*answers}) == (first, {"Labour Department", "Not published"})


def test_those_whose_bar_tells_no_agency_are_asked_about_beside_others() -> None:
    above = "Attendance of lawyers (civil society members of the District Committee), 9 May 2024"
    bars = ["DBA Kasur", "TBA Chunian", "TBA Pattoki"]
    rows = [["Name", "Gender", "Bar"], *([f"Zarqoon{n} Nobody", "Male", bar]
                                         for n, bar in enumerate(bars))]  # fmt: skip
    [asked] = understood(text_of([[above], *rows]).encode()).checked.queue
    assert (asked.kind, asked.value, len(asked.rows)) == ("agency", "Bar, Civil society", 2)


def test_people_of_two_agencies_together_may_be_answered_to_be_of_none_that_is_told() -> None:
    content = text_of([["Training on referral, 9 May 2023"], ["District", "Department", "Nos."],
                       ["Kasur", "Police and FIA (jointly)", "23"]]).encode()  # fmt: skip
    [asked] = understood(content).checked.queue
    assert [one.answer for one in asked.candidates][-1] == "Not published"
    known = settle(Decisions(), {asked: "Not published"}, "Nobody", NOW)
    told = understand([content], TODAY, decisions=known)
    assert isinstance(told, Understood)
    assert summed(told, "agency") == {"Not published": 23}


def test_of_rows_of_trainings_it_is_asked_as_of_others() -> None:
    rows = [["Courses for Sindh Police – calendar with actual conduct"],
            ["Course", "Dates held", "Seats", "Attended F", "Attended M"],
            ["Investigation", "15–19 Jan 2024", "30", "2", "26"],
            ["First responders", "10–12 Sep 2024", "40", "6", "31"]]  # fmt: skip
    found = understood(text_of(rows).encode())
    [asked] = found.checked.queue
    assert (asked.kind, asked.value, asked.participants) == ("agency", "Police", 65)


@pytest.mark.parametrize("above", ["University of Nobody", "Annex B", "Levies Kasur"])
def test_a_training_that_was_called_off_is_asked_of_nobody(above: str) -> None:
    header = ["Course", "Date", "Status", "Home district", "Department", "Male"]
    rows = [["Referral", "2023-05-14", "Held", "Kasur", "Police", "9"],
            ["Evidence", "2023-05-16", "Cancelled (floods)", "", "", ""]]  # fmt: skip
    found = understood(text_of([[above], header, *rows]).encode())
    assert not found.checked.queue
    assert summed(found, "agency") == {"Police": 9, "Not published": 0}
    assert not any("tells no agency" in note for note in found.notes)
