"""A column for each agency over numbers, in short, in a group of a form, or of none known."""

import pytest

from data.records.errors import ReadingError
from data.sheets.row_numbers import FileRow
from data.understanding.layout.titles.title_texts import held_at
from data.understanding.understand import Question, Understood, understand
from tests.data.sheets_made import TODAY, csv_of, reasons, text_of, workbook_of
from tests.data.understanding.readings import figures, read, summed, understood, unsure
from tests.in_turn import in_turn

TITLE = "Participants of the training on bonded labour, Larkana, 8 October 2023"
NAMES = ["Came from (district)", "F.I.A.", "Sindh Police", "S.W.D.", "NGOs/CSOs"]
ROWS = [["Larkana", 3, 6, "", 4], ["Jacobabad", "", 5, 2, 1], ["Dadu", 1, 4, 3, ""]]


def test_agencies_in_short_over_numbers_are_the_header() -> None:
    found = understood(workbook_of({"S": [[TITLE], ["From each district"], [], NAMES, *ROWS]}))
    assert figures(found) == (1, 29)
    assert summed(found, "agency") == {"FIA": 4, "Police": 15, "Civil society": 5,
                                       "Social Welfare Department": 5}  # fmt: skip
    assert summed(found, "adm2_pcode") == {"PK713": 13, "PK707": 8, "PK703": 8}


def test_sessions_of_districts_at_an_office_of_each_are_trainings_of_theirs() -> None:
    rows = [["Orientation of committee members: members per office"],
            ["District", "Date of orientation", "DC Office", "Police", "FIA", "NGOs"],
            ["Kasur", "6 May 2023", 2, 6, "", 2], ["Okara", "8 May 2023", 3, 7, 2, 1],
            [],
            ["Each session was held at the DC Office for members of that district."]]  # fmt: skip
    found = understood(workbook_of({"S": rows}))
    assert figures(found) == (2, 23)
    assert summed(found, "adm2_pcode") == {"PK614": 10, "PK626": 13}
    assert {*found.checked.trainings["venue"]} == {"DC Office"}
    assert not found.checked.queue


@pytest.mark.parametrize(
    ("text", "venue"),
    [("Session held at the respective DC Office", "DC Office"),
     ("Training held at the DPO office of each district", "DPO office"),
     ("Workshop at Hotel One for 20 police officers", "Hotel One"),
     ("Training held at the Institute for Staff Training", "Institute for Staff Training")],
)  # fmt: skip
def test_for_whom_and_of_which_district_is_no_part_of_a_venue(text: str, venue: str) -> None:
    assert held_at(text) == venue


def test_rows_left_out_of_a_table_that_was_turned_have_their_number_in_the_file() -> None:
    header = ["District", "Date", "Police", "FIA"]
    first = [header, ["Kasur", "9 May 2023", 3, 4], ["Okara", "10 May 2023", 2, 1],
             ["Total", "", 5, 5]]  # fmt: skip
    second = [header, ["Swat", "11 May 2023", 3, 4], ["Total", "", 3, 4]]
    table = understood(workbook_of({"May": first})).checked.tables["attendance"]
    assert table.left_out == [(FileRow(4), "a row of totals")]
    book = workbook_of({"May": first, "June": second})
    found = understand([book], TODAY, sheet=["May", "June"])
    assert isinstance(found, Understood)
    rows = [row for row, __ in found.checked.tables["attendance"].left_out]
    assert rows == [FileRow(4, "sheet May"), FileRow(3, "sheet June")]


def test_numbers_that_nothing_calls_people_are_asked_about() -> None:
    assert isinstance(read(workbook_of({"S": [["Cases of 2023"], [], NAMES, *ROWS]})), Question)


@pytest.mark.parametrize("post", ["Inspector Police", "SI F.I.A."])
def test_a_row_of_somebody_is_no_header(post: str) -> None:
    rows = [["Zarqoon Nobody", post, "Sindh Police"], ["Zarmina Nobody", post, "Sindh Police"]]
    with pytest.raises(ReadingError):
        read(workbook_of({"S": [[TITLE], [], *rows]}))


FORM = ["training/title", "training/start_date", "training/venue_district"]
ONE, OTHER = ["Referral", "2023-05-09", "Swat"], ["Screening", "2023-06-09", "Quetta"]


@pytest.mark.parametrize(
    "names",
    [
        ("pax/police/f", "pax/police/m", "pax/swd/f", "pax/swd/m"),
        ("pax-police_f", "pax-police_m", "pax-swd_f", "pax-swd_m"),
        tuple(
            f"Participants by department / {agency} / {sex}"
            for agency in ("Police", "Social Welfare Department")
            for sex in ("Women", "Men")
        ),
    ],
)
def test_an_agency_in_short_in_a_group_of_a_form_is_that_agency(names: tuple[str, ...]) -> None:
    rows = [[*ONE, "2", "3", "3", "2", "10"], [*OTHER, "1", "0", "0", "4", "5"]]
    found = understood(csv_of(*rows, header=[*FORM, *names, "pax/total"]), district="not recorded")
    assert figures(found) == (2, 15)
    assert summed(found, "agency") == {"Police": 6, "Social Welfare Department": 9}


@pytest.mark.parametrize("names", [("pax/zzq_f", "pax/zzq_m"), ("pax/f_zzq", "pax/m_zzq")])
def test_a_group_of_a_form_that_is_no_known_agency_waits_for_one(names: tuple[str, str]) -> None:
    header = [*FORM, "pax/police_f", "pax/police_m", "pax/cso_f", "pax/cso_m", *names]
    content = csv_of([*ONE, "2", "3", "1", "1", "4", "5"], header=header)
    assert unsure(read(content)) == {"Agency of the column": "agency"}
    found = read(content, {"Agency of the column": "agency"}, district="not recorded")
    assert figures(found) == (1, 7)
    assert isinstance(found, Understood)
    assert [(one.kind, one.participants) for one in found.checked.queue] == [("agency", 9)]


BESIDE = [*FORM, "police_f", "police_m", "cso_f", "cso_m", "ladies there", "total"]
AS_WOMEN = {"ladies there": "participants_f"}


def test_a_column_said_to_count_women_beside_agencies_counts_once_and_of_none() -> None:
    rows = [[*ONE, "2", "3", "1", "1", "4", "11"], [*OTHER, "1", "0", "2", "1", "", "4"]]
    content = csv_of(*rows, header=BESIDE)
    assert unsure(read(content)) == {"ladies there": ""}
    found = read(content, AS_WOMEN, district="not recorded")
    assert figures(found) == (2, 15)
    assert isinstance(found, Understood)
    assert summed(found, "agency") == {"Police": 6, "Civil society": 5, "Not published": 4}
    assert found.checked.attendance["participants_f"].sum() == 10
    assert any("counts others than" in note for note in found.notes)


def test_women_among_those_that_the_total_has_already_are_not_counted_again() -> None:
    found = read(
        csv_of([*ONE, "2", "3", "1", "1", "3", "7"], header=BESIDE),
        AS_WOMEN,
        district="not recorded",
    )
    assert figures(found) == (0, 0)
    assert isinstance(found, Understood)
    assert len(found.checked.tables["attendance"].problems) == 3
    assert len(reasons(found.checked)) == 1, "of one row of the file it is told once"


def test_the_total_of_each_of_several_sheets_is_held_against_what_counts_once() -> None:
    header = [*BESIDE[:2], "Home district", *BESIDE[3:]]
    sheets = {name: [header, [*ONE[:2], name, 1, 2, 3, 4, 5, total]]
              for name, total in (("Kasur", 15), ("Okara", 16))}  # fmt: skip
    found = read(workbook_of(sheets), AS_WOMEN, sheet=[*sheets])
    assert figures(found)[1] == 15
    assert isinstance(found, Understood)
    assert {*found.checked.tables["attendance"].problems["row"]} == {2201, 2202, 2203}
    assert found.checked.problems[["row", "where"]].to_numpy().tolist() == [[2, "sheet Okara"]]


def test_all_people_said_beside_agencies_in_one_cell_count_once() -> None:
    header = [*FORM, "Agencies", "guests there"]
    rows = [[*ONE, "Police: 5, FIA: 3", "2"], [*OTHER, "Police: 1, FIA: 1", "4"]]
    found = read(
        csv_of(*rows, header=header),
        {"guests there": "participants_total"},
        district="not recorded",
    )
    assert figures(found) == (2, 16)
    assert isinstance(found, Understood)
    assert summed(found, "agency") == {"Police": 6, "FIA": 4, "Not published": 6}


@in_turn(
    {
        "cells, unread": [
            (["8/3", "2/2"], 4),
            (["5+2", "1+1"], 4),
            (["3 of 5", "2 out of 2"], 4),
            (["8 (3)", "2"], 2),
            (["8/3", ""], 2),
        ],
        "names": [("Police", "FIA"), ("Kasur", "Lahore")],
    }
)
def test_two_numbers_under_an_agency_are_a_problem_each(
    cells: list[str], unread: int, names: tuple[str, str]
) -> None:
    beside = ("District", "Swat") if names[0] == "Police" else ("Agency", "Police")
    rows = [[*one[:2], beside[1], *cells] for one in (ONE, OTHER)]
    found = read(csv_of(*rows, header=["Training", "Date", beside[0], *names]))
    assert figures(found) == (2, 2 * cells.count("2") * 2)
    assert isinstance(found, Understood)
    assert len(found.checked.problems) == unread


@pytest.mark.parametrize("name", ["Police", "Ladies there"])
def test_two_numbers_under_one_agency_or_sex_are_asked_about(name: str) -> None:
    rows = [[*ONE, "8/3"], [*OTHER, "6/9"]]
    found = read(csv_of(*rows, header=["Training", "Date", "District", name]))
    assert list(unsure(found)) == [name]


@pytest.mark.parametrize("cells", [("8/3/2023", "9/3/2023"), ("Report 5/2", "Report 6/2")])
def test_days_and_texts_under_agencies_are_no_two_numbers(cells: tuple[str, str]) -> None:
    header = ["Training", "Date", "District", "Police", "FIA", "Women"]
    found = read(
        csv_of([*ONE, *cells, "4"], [*OTHER, *cells, "5"], header=header), agency="not published"
    )
    assert figures(found) == (2, 9)


@pytest.mark.parametrize("name", ["Kasur T", "Kasur Total"])
def test_a_total_of_one_district_beside_its_women_and_men_is_their_sum(name: str) -> None:
    names = ["Kasur M", "Kasur F", name, "Okara M", "Okara F"]
    header = ["Training", "Date", "Agency", *names]
    rows = [["Referral", "2023-05-09", "Police", "1", "2", "3", "4", "0"],
            ["Referral", "2023-05-09", "FIA", "0", "2", "2", "1", "1"]]  # fmt: skip
    assert figures(understood(csv_of(*rows, header=header))) == (1, 11)
    rows[1][5] = "7"
    if name == "Kasur T":  # it may be anything then
        assert list(unsure(read(csv_of(*rows, header=header)))) == [name]


def test_a_total_of_one_sex_is_known_by_any_letter_for_it() -> None:
    names = ["Police F", "Police M", "FIA F", "FIA M", "Total W", "Total M"]
    rows = [["Kasur", "2023-05-09", "1", "2", "3", "4", "4", "6"],
            ["Okara", "2023-06-09", "0", "2", "1", "4", "1", "6"]]  # fmt: skip
    found = understood(csv_of(*rows, header=["Members from district", "Date", *names]))
    assert figures(found) == (2, 17)


@pytest.mark.parametrize(
    ("behind", "asked"),
    [("% of target", False), ("% target achieved", True), ("Target", True)],
)
def test_a_share_of_a_target_is_that_of_who_came(behind: str, *, asked: bool) -> None:
    rows = [["Name of training", "Place", "From", "To", "Police", "FIA", "Total", behind],
            ["Evidence", "Lahore", "06.03.2023", "08.03.2023", "10", "8", "18", "100"],
            ["Evidence", "Karachi", "15.05.2023", "17.05.2023", "12", "6", "18", "88"]]  # fmt: skip
    found = read(text_of(rows).encode(), district="not recorded")
    assert asked == isinstance(found, Question)
    if not isinstance(found, Question):
        assert summed(found, "agency") == {"Police": 22, "FIA": 14}
