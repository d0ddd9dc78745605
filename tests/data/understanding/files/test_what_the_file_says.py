"""What a file says itself, in its texts, postings, legends and sums, is read and not asked."""

import pytest

from data.records.model import COUNT_COLUMNS
from data.review.decisions import NO_DISTRICT
from data.review.duplicate_trainings import ONCE
from data.sheets.tables.workbook.declared_dates import order_declared
from data.understanding.layout.titles.agencies.agencies_above import group_above
from data.understanding.understand import Question, Understood
from geo.names.matching import match
from tests.data.sheets_made import csv_of, text_of, workbook_of
from tests.data.understanding.readings import LIST, figures, people, read, unsure

GROUPS = ["Training", "Date", "District"]
GROUP = ["Referral", "9 May 2023", "Kasur"]
ABOVE = "Training on referral, 9 May 2023"


def agencies(found: object) -> set[str]:
    assert isinstance(found, Understood), found
    return set(found.checked.attendance["agency"])


def sexes(found: object) -> list[int]:
    assert isinstance(found, Understood), found
    names = ["participants_f", "participants_m", "participants_unspecified"]
    return found.checked.attendance[names].sum().to_list()


@pytest.mark.parametrize(
    ("name", "above", "below"),
    [("Sex (1=Male, 2=Female)", "", ""), ("Gender", "", "Note: 1 = Male, 2 = Female"),
     ("Gender", "1 - Male / 2 - Female", ""), ("جنس (1=مرد، 2=عورت)", "", ""),
     ("Sex code", "", "Sex: 1 = Male, 2 = Female"), ("sex_code", "1 = Male, 2 = Female", "")],
)  # fmt: skip
def test_codes_of_a_sex_are_read_by_the_legend_of_the_file(
    name: str, above: str, below: str
) -> None:
    rows = [[*row[:4], str(1 + (n > 1))] for n, row in enumerate(people(3))]
    found = read(text_of([[ABOVE], [above], [*LIST[:4], name], *rows, [below]]).encode())
    assert sexes(found) == [1, 2, 0]
    assert isinstance(found, Understood)
    assert any("as the file explains them" in note for note in found.notes)


@pytest.mark.parametrize("note", ["N/A = not recorded; Federal HQ = posted there, no district",
                                  "Federal HQ: home district not known"])  # fmt: skip
def test_a_text_that_the_file_says_is_no_district_has_none(note: str) -> None:
    header = ["Training", "Date", "Home district", "Men"]
    rows = [["Referral", "9 May 2023", "Kasur", "3"], ["Referral", "9 May 2023", "Federal HQ", "8"]]
    content = text_of([[ABOVE], [], header, *rows, [], [note]]).encode()
    found = read(content, agency="not published")
    assert isinstance(found, Understood)
    homes = found.checked.attendance.set_index("adm2_pcode")["participants_m"]
    assert homes.to_dict() == {"PK614": 3, "": 8}
    if not note.startswith("N/A"):
        return
    asked = read(text_of([[ABOVE], [], header, *rows]).encode(), agency="not published")
    assert isinstance(asked, Understood)
    [one] = asked.checked.queue
    assert one.candidates[-1].answer == NO_DISTRICT


def test_codes_without_a_legend_are_problems() -> None:
    rows = [[*row[:4], "1"] for row in people(3)]
    found = read(text_of([[ABOVE], LIST, *rows]).encode())
    assert isinstance(found, Understood)
    assert len(found.checked.problems) == 3


@pytest.mark.parametrize(
    ("posting", "code"),
    [("FIA AHTC Sialkot", "PK634"), ("Investigation Wing Tank", "PK533"),
     ("ACC Gujrat", "PK610"), ("FIA Zone Gujranwala", None),
     ("FIA Sub Circle Hyderabad", "PK706"), ("Link Office Mirpur AJK", "PK106"),
     ("DD(SW) Lahore", "PK617"), ("SWO, Kasur", "PK614"), ("ADC (G) Okara", "PK626"),
     ("ICT Police", "PK401"), ("Lahore Police", "PK617"), ("FIA", None),
     ("FIA Immigration Lahore Airport", "PK617"), ("Punjab Police", None),
     ("FIA AHTC, Kasur desk", "PK614"), ("FIA help desk Sialkot airport", "PK634"),
     ("FIA Lahore, Kasur desk", None), ("FIA Sialkot and Gujrat", None)],
)  # fmt: skip
def test_the_district_of_an_office_is_that_at_its_end_or_before_its_force(
    posting: str, code: str | None
) -> None:
    assert match(posting).adm2_pcode == code


def test_a_misspelt_place_of_a_posting_has_its_district_offered() -> None:
    assert [one.name for one in match("DPO Office Pakpatan").candidates] == ["Pakpattan"]


@pytest.mark.parametrize("name", ["Posted at", "From", "Office"])
def test_postings_tell_districts_and_agencies(name: str) -> None:
    postings = ["FIA Circle Sukkur", "AC Kasur", "Labour Office Lahore"]
    rows = [[*row[:2], place, row[4]] for row, place in zip(people(3), postings, strict=True)]
    found = read(text_of([[ABOVE], [*LIST[:2], name, LIST[4]], *rows]).encode())
    assert agencies(found) == {"FIA", "District Administration", "Labour Department"}
    assert isinstance(found, Understood)
    assert set(found.checked.attendance["adm2_pcode"]) == {"PK723", "PK614", "PK617"}


def test_a_place_in_the_one_district_above_is_in_it_and_that_is_said() -> None:
    above = ["OFFICE OF THE DISTRICT POLICE OFFICER, KASUR"]
    rows = [[*row[:2], "PS City Pattoki", row[4]] for row in people(2)]
    header = [*LIST[:2], "Posting", LIST[4]]
    found = read(text_of([above, [ABOVE], header, *rows]).encode())
    assert agencies(found) == {"Police"}
    assert isinstance(found, Understood)
    assert any("stands above and in which they lie" in note for note in found.notes)
    in_any = [[*row[:2], "PS Saddar", row[3]] for row in rows]
    asked = read(text_of([[ABOVE], header, *in_any]).encode())
    assert isinstance(asked, Understood)
    assert [one.kind for one in asked.checked.queue] == ["district"]


@pytest.mark.parametrize(
    ("text", "agency"),
    [("Training of police officers", "Police"), ("Courses for Judicial Officers", "Judiciary"),
     ("COURSE 1: LABOUR INSPECTORS", "Labour Department"), ("Only SW staff.",
      "Social Welfare Department"), ("Training of social welfare and police officers", ""),
     ("Roll of officers and officials", ""),
     ("Labour Department: trainings of labour inspectors, southern districts", "Labour Department"),
     ("Training register, officials of Kasur Police, 2023", "Police"),
     ("Officials of Kasur Police, Levies and others", ""),
     ("Detail of trainings in which staff of prosecution participated", "Prosecution"),
     ("Staff of prosecution and police participated", ""),
     ("Session conducted by FIA for police officers", "Police"),
     ("Police officers and staff, trained by FIA", ""),
     ("LIST OF PARTICIPANTS – SOCIAL WELFARE, SAHIWAL DIVISION", "Social Welfare Department"),
     ("List of participants - Child Protection", ""),
     ("List of participants - DC Office", ""),
     ("Orientation on referral - DPO/SSP nominees", "Police"),
     ("Orientation on referral - AC/SSP nominees", ""),
     ("List of councillors of District Kasur who attended", "Local Government"),
     ("Staff of DC Office, Kasur", "District Administration"),
     ("Staff of DC Office and police, Kasur", ""),
     ("ضلع پولیس قصور کے ملازمان کی تربیت", "Police"),
     ("محکمہ صحت ضلع قصور کے ملازمین", "Health"), ("پولیس اور محکمہ صحت کے ملازمین", "")],
)  # fmt: skip
def test_a_title_says_of_which_agency_its_participants_are(text: str, agency: str) -> None:
    assert group_above([text]) == agency


@pytest.mark.parametrize(
    ("above", "rank", "agency"),
    [("FEDERAL INVESTIGATION AGENCY", "Inspector", "FIA"),
     ("Punjab Police", "سب انسپکٹر", "Police"), ("Punjab Police", "Labour Officer",
      "Labour Department")],
)  # fmt: skip
def test_a_letterhead_tells_whose_the_posts_are_that_several_have(
    above: str, rank: str, agency: str
) -> None:
    rows = [[*row[:2], rank, *row[3:]] for row in people(2)]
    content = text_of([[above], [ABOVE], [*LIST[:2], "Rank", *LIST[3:]], *rows]).encode()
    assert agencies(read(content)) == {agency}


def test_a_letterhead_of_the_district_administration_tells_no_post_of_others() -> None:
    rows = [[*row[:2], "Deputy Director", *row[3:]] for row in people(2)]
    above = [["Office of the Deputy Commissioner, Kasur"], [ABOVE]]
    found = read(text_of([*above, [*LIST[:2], "Rank", *LIST[3:]], *rows]).encode())
    assert isinstance(found, Understood)
    assert [one.kind for one in found.checked.queue] == ["agency"]


@pytest.mark.parametrize(("committee", "asked"), [("Anti-Human-Trafficking Committee", False),
                                                  ("Orientation", True)])  # fmt: skip
def test_the_district_of_the_office_above_is_that_of_its_committee(
    committee: str, asked: bool
) -> None:
    above = [["OFFICE OF THE DEPUTY COMMISSIONER SIALKOT"], [f"{committee}: {ABOVE}"]]
    rows = [[*row[:3], row[4]] for row in people(2)]
    content = text_of([*above, [*LIST[:3], LIST[4]], *rows]).encode()
    found = read(content)
    if asked:
        assert unsure(found) == {"District of the office above": "district"}
        found = read(content, {"District of the office above": "district"})
    assert isinstance(found, Understood)
    assert set(found.checked.attendance["adm2_pcode"]) == {"PK634"}


@pytest.mark.parametrize(
    ("head", "said", "asked"),
    [
        ("FIA Circle Sialkot", "Staff of this Circle who attended the training", True),
        ("FIA Circle (Saddar, Sialkot)", "Officials of our office who attended", True),
        ("FIA Circle Sialkot", "Staff of this circle and guests who attended", False),
        ("FIA Circle Sialkot", "Staff who attended the training", False),
        ("FIA Circle", "Staff of this Circle: training held at Sialkot", False),
        ("District Anti-Human Trafficking Committee Sialkot", "Orientation, Lahore", True),
    ],
)
def test_the_district_of_an_office_is_offered_where_a_list_is_of_its_own_staff(
    head: str, said: str, *, asked: bool
) -> None:
    rows = [[*row[:3], row[4]] for row in people(2)]
    content = text_of([[head], [said], [*LIST[:3], LIST[4]], *rows]).encode()
    found = read(content)
    assert ("District of the office above" in unsure(found)) == asked


@pytest.mark.parametrize(
    ("days", "once"),
    [(("9 May 2023", "10 May 2023"), True), (("9 May 2023", "20 May 2023"), False)],
)
def test_the_same_people_on_days_that_follow_are_of_one_training(
    days: tuple[str, str], once: bool
) -> None:
    rows = [["Referral", day, *row] for day in days for row in people(3)]
    found = read(csv_of(*rows, header=["Training", "Date", *LIST]))
    assert isinstance(found, Understood)
    assert any("same people" in note for note in found.notes) == once
    assert [one.kind for one in found.checked.queue] == ([] if once else ["duplicate"])
    assert figures(found) == (1, 3)  # those of the later day wait for an answer


def test_days_that_share_some_people_are_asked_about_as_one_training_first() -> None:
    rows = [["Referral", "9 May 2023", *row] for row in people(4)]
    rows += [["Referral", "10 May 2023", *row] for row in [*people(4)[:2], *people(2, "B")]]
    found = read(csv_of(*rows, header=["Training", "Date", *LIST]))
    assert isinstance(found, Understood)
    [asked] = found.checked.queue
    assert asked.candidates[0].answer == ONCE


def test_agencies_with_their_numbers_in_some_cells_are_read_where_they_are_the_total() -> None:
    header = [*GROUPS, "Department", "Participants"]
    rows = [[*GROUP, "Police: 5, FIA: 3", "8"], [*GROUP[:2], "Lahore", "Police", "10"],
            [*GROUP[:2], "Multan", "FIA", "4"]]  # fmt: skip
    found = read(csv_of(*rows, header=header))
    assert figures(found) == (1, 22)
    assert isinstance(found, Understood)
    told = found.checked.attendance.groupby("agency")["participants_unspecified"].sum()
    assert told.to_dict() == {"FIA": 7, "Police": 15}
    rows[0][4] = "9"
    wrong = read(csv_of(*rows, header=header))
    assert isinstance(wrong, Understood)
    [asked] = wrong.checked.queue
    assert [one.answer for one in asked.candidates] == ["Not published"]


def test_agencies_with_their_numbers_in_remarks_are_asked_about() -> None:
    rows = [[*GROUP, "Police", "8", "Police: 5, FIA: 3"], [*GROUP[:2], "Lahore", "FIA", "1", ""]]
    found = read(csv_of(*rows, header=[*GROUPS, "Department", "Female", "Remarks"]))
    assert unsure(found) == {"Remarks": ""}


@pytest.mark.parametrize(
    ("name", "expected", "said"),
    [
        ("of which women", [5, 7, 0], "the others are taken for men"),
        ("Female", [5, 7, 0], "the others are taken for men"),
        ("Female (out of actual)", [5, 7, 0], "the others are taken for men"),
        ("Male", [0, 5, 7], "the sex of the others is unknown"),
    ],
)
def test_the_others_of_a_total_beside_women_are_men_and_beside_men_unknown(
    name: str, expected: list[int], said: str
) -> None:
    rows = [[*GROUP, "Police", "12", "5"], [*GROUP, "FIA", "4", ""]]
    found = read(csv_of(*rows, header=[*GROUPS, "Department", "Total", name]))
    assert isinstance(found, Understood)
    told = found.checked.attendance.set_index("agency")[list(COUNT_COLUMNS)]
    assert told.loc["Police"].fillna(0).tolist() == expected
    # Where the number of women is blank, nothing is known of the others either.
    assert told.loc["FIA"].fillna(-1).tolist() == [-1, -1, 4]
    [note] = [note for note in found.notes if "of a total" in note]
    assert said in note


def test_women_and_men_of_trainings_whose_agencies_are_columns_are_said_to_be_unknown() -> None:
    header = [*GROUPS[:2], "Participants District", "Police", "FIA", "Labour Deptt", "Total",
              "Male", "Female"]  # fmt: skip
    rows = [[*GROUP, "5", "2", "2", "9", "6", "3"],
            [*GROUP[:2], "Lahore", "3", "4", "3", "10", "4", "6"]]  # fmt: skip
    found = read(csv_of(*rows, header=header), {"Male": "", "Female": ""})
    assert figures(found) == (1, 19)
    assert sexes(found) == [0, 0, 19]
    assert isinstance(found, Understood)
    assert any("no sex is told" in note for note in found.notes)


def test_a_number_of_each_training_beside_its_people_counts_nobody() -> None:
    rows = [["1", *GROUP, "Police", "12"], ["1", *GROUP, "FIA", "4"], ["2", *GROUP, "Levies", "2"]]
    found = read(csv_of(*rows, header=["No.", *GROUPS, "Department", "Participants"]))
    assert figures(found) == (1, 18)


def test_batches_named_by_columns_have_the_days_that_the_title_gives() -> None:
    rows = [["Referral (Batch-I 13 Feb 2023, Batch-II 13 Mar 2023)"],
            ["District", "Batch-I", "Batch-II", "Total trained"],
            ["Kohat", "8", "3", "11"], ["Karak", "6", "11", "17"]]  # fmt: skip
    assert figures(read(text_of(rows).encode(), agency="not published")) == (2, 28)
    rows[3][3] = "18"
    assert isinstance(read(text_of(rows).encode()), Question)


def test_a_sum_of_women_and_men_is_a_total_whatever_it_is_called() -> None:
    header = [*GROUPS, "Department", "Nominated", "Attended", "Male", "Female"]
    rows = [[*GROUP, "Police", "30", "26", "19", "7"],
            [*GROUP[:2], "Lahore", "FIA", "28", "23", "17", "6"]]  # fmt: skip
    assert figures(read(csv_of(*rows, header=header))) == (1, 49)
    rows[1][5] = "24"
    assert isinstance(read(csv_of(*rows, header=header)), Question)


@pytest.mark.parametrize(
    ("days", "start"),
    [("06.11.2023 – 10.11.2023", "2023-11-06"), ("1st week of March 2023", "2023-03-01"),
     ("01/02/2023 - 02/02/2023", None)],
)  # fmt: skip
def test_several_days_that_cannot_be_months_are_read(days: str, start: str | None) -> None:
    found = read(csv_of(["Referral", days, "Kasur", "Police", "3"],
                        header=[*GROUPS, "Department", "Female"]))  # fmt: skip
    assert isinstance(found, Understood)
    assert [str(day)[:10] for day in found.checked.trainings["date_start"]] == [start] * bool(start)
    assert bool(found.checked.queue) == (start is None)


def test_the_letter_l_is_late_or_leave_which_nobody_knows() -> None:
    rows = [[*row, mark, "A"] for row, mark in zip(people(3), "PLP", strict=True)]
    header = [*LIST, "9 May 2023", "10 May 2023"]
    found = read(workbook_of({"List": [["Referral training"], header, *rows]}))
    assert isinstance(found, Understood)
    assert found.checked.problems["reason"].to_list() == ["Not a known word for attendance."]


def test_labels_under_a_list_tell_its_day_and_venue() -> None:
    rows = [["TRAINING ON TIP"], LIST, *people(3), ["", "Date: 17-10-23"], ["", "Place: Hall One"]]
    found = read(workbook_of({"List": rows}))
    assert figures(found) == (1, 3)
    assert isinstance(found, Understood)
    told = found.checked.trainings.iloc[0]
    assert (str(told["date_start"].date()), told["venue"]) == ("2023-10-17", "Hall One")


def test_whoever_signed_below_a_list_is_nobody_of_it() -> None:
    signed = ["Checked by", "Zarqoon Nobody", "Social Welfare Officer"]
    found = read(workbook_of({"List": [[ABOVE], LIST, *people(3), signed]}))
    assert figures(found) == (1, 3)
    assert isinstance(found, Understood)
    assert not len(found.checked.problems)


def test_what_nothing_says_is_of_a_training_is_refused() -> None:
    rows = [["Sr. #", "Equipment", "Qty", "Unit price", "Delivered to"],
            ["1", "Laptop", "6", "127000", "DPO Office Kasur"],
            ["2", "Printer", "8", "85000", "DPO Office Okara"]]  # fmt: skip
    with pytest.raises(Exception, match="list of purchases"):
        read(workbook_of({"Sheet1": [["Handing over of equipment"], *rows]}))
    kilns = [["Quarterly Statement of Inspections of Brick Kilns - 1st Quarter 2024"],
             ["Sr.", "District", "No. of Kilns", "Inspections"], ["1", "Kasur", "45", "88"],
             ["2", "Okara", "35", "58"]]  # fmt: skip
    with pytest.raises(Exception, match="no text says that it is of one"):
        read(workbook_of({"Kilns": kilns}))
    rows = [row[:2] for row in rows]
    with pytest.raises(Exception, match="no text says that it is of one"):
        read(workbook_of({"Sheet1": [["Handing over of equipment"], *rows]}))
    notified = [["Status of the district committees, as on 30.6.2025"],
                ["S#", "District", "Committee notified", "Date", "Status"],
                ["1", "Swat", "Yes", "04.01.2025", "In process"],
                ["2", "Kohat", "No", "04.03.2025", "Held"]]  # fmt: skip
    with pytest.raises(Exception, match="no text says that it is of one"):
        read(workbook_of({"Status": notified}))
    of_trainings = workbook_of({"Status": [["Status of trainings"], *notified[1:]]})
    assert isinstance(read(of_trainings), Understood)


def test_rows_of_one_agency_that_another_column_tells_apart_are_several() -> None:
    header = [*GROUPS, "Department", "Village", "Female"]
    rows = [[*GROUP, "Police", village, "3"] for village in ("Pattan", "Ranolia")]
    assert figures(read(csv_of(*rows, header=header))) == (1, 6)


# ---------------------------------------------------------------- how its days are written

TWO_WAYS = [["Referral", "03/04/2023", "Kasur", "3"], ["Screening", "05/06/2023", "Okara", "2"]]


def days(name: str, readme: str = "Enter data in Data", *more: list[str]) -> object:
    table = [["Training", name, "District", "Female"], *TWO_WAYS, *more]
    return read(workbook_of({"README": [[readme]], "Data": table}), agency="not published")


@pytest.mark.parametrize(
    ("text", "order"),
    [("Date (dd/mm/yyyy)", "dmy"), ("Date (MM-DD-YYYY)", "mdy"), ("Date (d/m/y)", "dmy"),
     ("Date (M-D-Y)", "mdy"), ("تاریخ: دن/مہینہ/سال", "dmy"), ("Din/Mahina/Saal", "dmy"),
     ("One row per training. Dates are DD/MM/YYYY.", "dmy"), ("Format: month/day/year", "mdy")],
)  # fmt: skip
def test_a_text_says_how_days_are_written(text: str, order: str) -> None:
    assert order_declared([text]) == order


@pytest.mark.parametrize(
    ("name", "readme", "first"),
    [("Date (dd/mm/yyyy)", "", "2023-04-03"), ("Date (MM-DD-YYYY)", "", "2023-03-04"),
     ("Date", "تاریخ: دن/مہینہ/سال", "2023-04-03"),
     ("Date", "Format: month/day/year", "2023-03-04")],
)  # fmt: skip
def test_days_are_read_as_the_file_says_that_they_are_written(
    name: str, readme: str, first: str
) -> None:
    found = days(name, readme)
    assert figures(found) == (2, 5)
    assert isinstance(found, Understood)
    assert first in found.checked.trainings["date_start"].astype(str).tolist()
    assert any("as the file says" in note for note in found.notes)


def test_days_that_speak_against_what_the_file_says_are_asked_about() -> None:
    for found in (days("Date (dd/mm/yyyy)", "", ["Law", "04/27/2023", "Kasur", "1"]),
                  days("Date", "Old rows are dd/mm/yyyy and new ones mm/dd/yyyy")):  # fmt: skip
        assert isinstance(found, Understood)
        assert [item.kind for item in found.checked.queue] == ["date"]


@pytest.mark.parametrize(
    ("above", "asked"),
    [("Trainings planned / held, 2023", "Participants"),
     ("Sessions conducted and proposed", "Participants"),
     ("Tentative schedule of trainings", "Status above the rows"),
     ("Training plan 2023", "Status above the rows"),
     ("Trainings held as planned, 2023", ""), ("Trainings conducted in 2023", "")],
)  # fmt: skip
def test_whether_trainings_that_a_title_calls_planned_were_held_is_asked(
    above: str, asked: str
) -> None:
    header = [*GROUPS, "Department", "Participants"]
    rows = [[*GROUP, "Police", "25"], ["Law", "6 June 2023", "Okara", "FIA", "20"]]
    found = read(text_of([[above], header, *rows]).encode())
    assert isinstance(found, Question) == bool(asked)
    if isinstance(found, Question):
        assert [*unsure(found)] == [asked]
    if above == "Training plan 2023":
        told = [[*header, "Status"], *([*row, "Held"] for row in rows)]
        assert isinstance(read(text_of([[above], *told]).encode()), Understood)
