"""Sexes of ranks, residents of union councils, and what offices write of posts and marks."""

import pytest

from data.sheets.totals.total_words import is_total
from data.understanding.layout.titles.agencies.agencies_above import group_above
from data.understanding.layout.titles.agencies.agencies_of_columns import offices_of_staff
from data.understanding.understand import Question
from tests.data.sheets_made import workbook_of
from tests.data.understanding.readings import figures, read, summed, understood
from tests.in_turn import in_turn

# ------------------------------------------------------------------ women and men of ranks

RANKS = [["District", "Date", "Inspectors M", "Inspectors F", "ASIs M", "ASIs F"],
         ["Kasur", "9.5.2023", "4", "1", "9", "2"],
         ["Okara", "11.5.2023", "2", "", "6", "1"]]  # fmt: skip


@pytest.mark.parametrize("total", ["Strength"])
def test_women_and_men_of_ranks_are_added_up_whatever_their_sum_is_called(total: str) -> None:
    sums = [total, "16", "9"]
    rows = [[*row, own] for row, own in zip(RANKS, sums, strict=True)]
    title = [["Training of investigation staff of Punjab Police"]]
    found = understood(workbook_of({"Sheet1": [*title, *rows]}))
    sexes = found.checked.attendance[["participants_f", "participants_m"]].sum().tolist()
    assert sexes == [4, 21]
    assert summed(found, "agency") == {"Police": 25}


# ------------------------------------------------------------- residents of union councils


@pytest.mark.parametrize(
    ("title", "above", "column", "home"),
    [
        ("Community sessions", "Municipal Committee Chunian, District Kasur", "UC", "PK614"),
        ("Awareness sessions", "Town Committee Chunian, Distt. Kasur",
         "Union Council (residents of)", "PK614"),
                ("Awareness sessions", "Sessions held - Zila Kasur", "UC (residents)", "PK614"),
        ("Awareness sessions", "Districts Kasur and Okara", "UC (residents)", ""),
        ("Awareness sessions", "Tehsil Chunian, District Kasur", "Union Council", ""),
        ("Training of police officials", "District Kasur, 2023", "UC (residents)", ""),
    ],
)  # fmt: skip
def test_residents_of_councils_live_in_the_district_that_stands_above(
    title: str, above: str, column: str, home: str
) -> None:
    rows = [[title], [above], ["S#", "Date", column, "Men", "Women", "Total"],
            ["1", "1.8.2023", "UC-1 Nowhere", "22", "4", "26"],
            ["2", "3.8.2023", "UC-2 Nowhere", "18", "9", "27"]]  # fmt: skip
    said = {"agency": "Local Government"} if home else {}
    assert summed(understood(workbook_of({"Sheet1": rows}), **said), "adm2_pcode") == {home: 53}


# --------------------------------------------------- whose the offices are that staff serve in

PLACES = ["Kasur", "Okara", "Kasur", "Lahore"]


def of_staff(
    column: str, *posts: str, places: list[str] = PLACES, name: str = "Name of official",
    title: str = "Training on referral, 9 May 2023",
) -> dict[str, int]:  # fmt: skip
    """Return the participants of a list by agency: four persons, with posts if any are given."""
    header = ["Sr", name, *(["Designation"] if posts else []), "Gender", column]
    people = [[str(n), f"Zarqoon{n} Nobody", *(posts[n % len(posts):][:1] if posts else ()),
               "MF"[n % 2], place] for n, place in enumerate(places)]  # fmt: skip
    return summed(understood(workbook_of({"List": [[title], header, *people]})), "agency")


@pytest.mark.parametrize(
    ("column", "agency"),
    [
        ("Passport Office", "Immigration and Passports"),
        ("Name of Regional Passport Office", "Immigration and Passports"),
        ("CPWB Unit", "Child Protection"),
        ("FIA Circle", "FIA"),
        ("NADRA Centre", "NADRA"),
        ("Labour Office", "Labour Department"),
        ("Nearest Passport Office", ""),
        ("Passport Office visited", ""),
    ],
)
def test_a_column_is_called_by_the_offices_of_an_agency(column: str, agency: str) -> None:
    header = ["Sr", "Name of official", "Gender", column]
    assert [*offices_of_staff(header).values()] == ([agency] if agency else [])


@pytest.mark.parametrize("posts", [(), ("Superintendent", "UDC")])
def test_staff_of_an_agencys_offices_are_its_own(posts: tuple[str, ...]) -> None:
    assert of_staff("CPWB Unit", *posts) == {"Child Protection": 4}


@pytest.mark.parametrize(
    "more",
    [{"name": "Name"}, {"title": "Joint training of FIA and NADRA, 9 May 2023"}],
)
def test_offices_of_an_agency_say_nothing_of_others(more: dict[str, str]) -> None:
    assert of_staff("Passport Office", **more) == {}  # type: ignore[arg-type]


RPOS = ["RPO Kasur", "RPO: Okara", "rpo Multan", "RPO Lahore"]


@pytest.mark.parametrize("called", ["Officials", "افسر"])
def test_a_short_form_of_what_their_column_is_called_is_one_of_its_offices(called: str) -> None:
    told = of_staff("Name of Regional Passport Office", "Superintendent", "Deputy Director",
                    places=RPOS, name=called)  # fmt: skip
    assert told == {"Immigration and Passports": 4}


def test_a_short_form_under_another_name_is_of_the_police() -> None:
    assert of_staff("Place of posting", "Superintendent", places=RPOS) == {"Police": 4}


def test_a_director_is_of_the_office_in_which_he_serves() -> None:
    places = ["Regional Passport Office, Kasur", "NADRA Office Okara", "FIA Circle Lahore"]
    told = of_staff("Place of posting", "AD", "Deputy Director", places=places)
    assert told == {"Immigration and Passports": 1, "NADRA": 1, "FIA": 1}


# ------------------------------------------------------------------------ the border police


def of_ranks(*above: str, post: str = "Thana Nowhere") -> dict[str, int]:
    """Return the participants of a list of three ranks by agency."""
    ranks = enumerate(["Sowar", "Jamadar", "Naib Daffadar"], start=1)
    people = [[str(n), rank, f"Zarqoon{n} Nobody", post, "Rajanpur"] for n, rank in ranks]
    texts = [[text] for text in (*above, "Training on referral, 9 May 2023")]
    header = ["Sr", "Rank", "Name", "Thana", "District"]
    return summed(understood(workbook_of({"List": [*texts, header, *people]})), "agency")


def test_ranks_of_levies_are_of_the_border_police_where_it_is_named() -> None:
    assert of_ranks("BORDER MILITARY POLICE") == {"Police": 3}
    assert of_ranks(post="B.M.P Post Nowhere") == {"Police": 3}
    assert of_ranks("Police Lines Hall, Nowhere") == {"Levies": 3}


def test_the_border_police_counts_as_police() -> None:
    rows = [["Training on referral"], ["District", "Date", "BMP", "Levies", "Kul nafri"],
            ["Rajanpur", "9.5.2023", "14", "8", "22"], ["Kasur", "10.5.2023", "6", "5", "11"],
            ["", "Mizan", "20", "13", "33"]]  # fmt: skip
    assert summed(understood(workbook_of({"N": rows})), "agency") == {"Police": 20, "Levies": 13}


# ------------------------------------------------------------------- totals and marks in Urdu


@pytest.mark.parametrize(
    ("text", "total"),
    [("Mizan", True), ("Kul Mizan", True), ("Grand Mizan:", True), ("MEEZAAN", True),
     ("Mizan zila Kasur", True), ("Meezan Kasur", True), ("Majmooa", True), ("Zila mizan", True),
     ("Mizan Nobody", False), ("Mizan ur Nobody", False)],
)  # fmt: skip
def test_totals_in_latin_letters_are_totals_and_persons_called_so_are_none(
    text: str, total: bool
) -> None:
    assert is_total(text) is total


@pytest.mark.parametrize(
    ("legend", "came", "not_come"),
    [("Pr: Present, Ab: Absent", "Pr", "Ab"), ("Hz = Hazir; Rk = Rukhsat", "Hz", "Rk")],
)  # fmt: skip
def test_letters_of_days_are_read_as_a_legend_below_explains_them(
    legend: str, came: str, not_come: str
) -> None:
    marks = [(came, came), (not_come, not_come), (came, not_come), (not_come, came)]
    people = [[str(n), f"Zarqoon{n} Nobody", "Thana Nowhere", "Kasur", *own]
              for n, own in enumerate(marks)]  # fmt: skip
    rows = [["Training on referral, 7-8 March 2023"],
            ["Sr", "Name", "Jaye tainati", "Zila", "7 March", "8 March"], *people]  # fmt: skip
    found = understood(workbook_of({"List": [*rows, [], [legend]]}))
    assert summed(found, "adm2_pcode") == {"PK614": 3}
    unexplained = read(workbook_of({"List": rows}))
    assert isinstance(unexplained, Question) or came == "Pr"  # which is known as it is


# ------------------------------------------------------------------ targets and achievements


@pytest.mark.parametrize("came", ["Achvd", "Accomplished"])
def test_those_who_came_are_an_achievement_beside_a_target(came: str) -> None:
    rows = [["Training", "Date", "District", "Target", "", came, "", "Remarks"],
            ["", "", "", "Male", "Female", "Male", "Female", ""],
            ["Referral", "9.5.2023", "Kasur", "20", "5", "17", "4", ""],
            ["Referral", "10.5.2023", "Okara", "20", "5", "", "", "Not held"]]  # fmt: skip
    title = [["Trainings of Local Government staff (MC secretaries, UC secretaries), 2023"]]
    found = understood(workbook_of({"T": [*title, *rows]}))
    assert summed(found, "adm2_pcode") == {"PK614": 21}
    assert summed(found, "agency") == {"Local Government": 21}


@pytest.mark.parametrize(
    ("title", "agency"),
    [("Training of Labour Department officers (labour inspectors, clerks)", "Labour Department"),
     ("Training of police officials (IOs / SIs)", "Police"),
     ("Training of police officers (SHOs and lawyers)", "")],
)  # fmt: skip
def test_posts_in_brackets_are_of_the_group_before_them_unless_another_agency_has_them(
    title: str, agency: str
) -> None:
    assert group_above([title]) == agency


# --------------------------------------------------------------- women and men side by side


@in_turn(
    {
        "men, women": [
            ("MALE PARTICIPANTS", "FEMALE PARTICIPANTS"),
            ("Mard", "Khawateen"),
            ("Male officers of Police", "Female officers of Police"),
        ],
        "merged": [True, False],
        "column": ["Resident of", "District"],
    }
)
def test_lists_side_by_side_are_of_the_sex_of_their_headings(
    men: str, women: str, merged: bool, column: str
) -> None:
    names = ["Sr", "Name", column]
    over = [[text] * 3 if merged else [text, "", ""] for text in (men, women)]
    rows = [["Awareness seminar on referral, 9 May 2023"], [*over[0], "", *over[1]],
            [*names, "", *names]]  # fmt: skip
    rows += [[str(n), f"Zarqoon{n} Nobody", "Kasur", "", str(n), f"Zarqeen{n} Nobody", "Okara"]
             for n in range(1, 4)]  # fmt: skip
    rows += [
        ["4", "Zarqoon4 Nobody", "Kasur", "", "", "", ""],
        ["", "Total: 4", "", "", "", "Total: 3"],
    ]
    found = understood(workbook_of({"List": rows}), agency="Police")
    sexes = found.checked.attendance[["participants_f", "participants_m"]].sum().tolist()
    assert sexes == [3, 4]
    assert summed(found, "adm2_pcode") == {"PK614": 4, "PK626": 3}


# ------------------------------------------------------------------------ students' departments


def of_students(name: str, *departments: str, more: tuple[str, ...] = ()) -> list[list[str]]:
    header = ["Sr", name, "Department", "Home District", "Gender", *more]
    people = [[str(n), f"Zarqoon{n} Nobody", one, "Kasur", "MF"[n % 2], *("4" for _ in more)]
              for n, one in enumerate(departments)]  # fmt: skip
    return [["Training of peer educators, 9 May 2023"], header, *people]


@pytest.mark.parametrize(
    ("name", "more"),
    [("Students' names", ()), ("Name", ("Discipline",))],
)  # fmt: skip
def test_the_department_in_which_students_study_is_no_agency(
    name: str, more: tuple[str, ...]
) -> None:
    rows = of_students(name, "Sociology", "Media Studies", "Law", "Education", more=more)
    assert summed(understood(workbook_of({"L": rows})), "agency") == {}


def test_departments_of_officials_are_asked_about_and_agencies_kept() -> None:
    officials = read(workbook_of({"L": of_students("Name", "Police", "Nowhere Affairs", "FIA")}))
    assert isinstance(officials, Question) or officials.checked.queue
    kept = read(workbook_of({"L": of_students("Name of student", "Police", "FIA", "Police")}))
    assert summed(kept, "agency") == {"Police": 2, "FIA": 1}


BY_RANK = [["S.#", "Date", "District", "DSP", "Insp", "HC/FC", "Lady officers included",
            "Grand total"],
           ["1", "2023-02-27", "Kasur", "0", "6", "3", "2", "9"],
           ["2", "2023-03-06", "Okara", "1", "2", "4", "0", "7"]]  # fmt: skip


def test_a_total_behind_columns_of_ranks_is_of_all_who_came_and_women_are_among_them() -> None:
    rows = [["Officers of Punjab Police trained in trafficking"], [*BY_RANK[0][:-1], "کل"],
            *BY_RANK[1:]]  # fmt: skip
    found = understood(workbook_of({"TIP": rows}))
    assert figures(found) == (2, 16)
    assert found.checked.attendance["participants_f"].tolist() == [2, 0]


@pytest.mark.parametrize(
    ("above", "rows"),
    [
        ("Sanctioned strength of officers trained in trafficking", BY_RANK),
        ("Officers trained", [*BY_RANK[:2], [*BY_RANK[2][:-1], "8"]]),
    ],
)
def test_a_total_of_ranks_that_is_of_a_strength_or_wrong_is_asked_about(
    above: str, rows: list[list[str]]
) -> None:
    assert isinstance(read(workbook_of({"TIP": [[above], *rows]})), Question)
