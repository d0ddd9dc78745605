"""Lines between the lists of several trainings: to be signed, of who led, and of how many came."""

from collections.abc import Sequence

import pytest

from data.records.errors import ReadingError
from data.understanding.layout.titles.places.homes_above import HOME_ABOVE
from data.understanding.understand import Understood, understand
from tests.data.sheets_made import TODAY, text_of
from tests.data.understanding.readings import figures, read, summed, unsure

HEADER = ["Sr", "Name", "Department", "District"]


def listed(*blocks: list[str], last: str | Sequence[str] = "", count: int = 3) -> bytes:
    """Return lists under one another, each under lines of its own and a header.

    The ``last`` line below a list is that of all, or each has its own.
    """
    lasts = [last] * len(blocks) if isinstance(last, str) else last
    rows: list[list[str]] = []
    for number, lines in enumerate(blocks):
        people = [[str(n), f"Zarqoon{number}{n} Nobody", "Health", "Kasur"]
                  for n in range(1, count + 1)]  # fmt: skip
        closed = [[lasts[number]], [""]] if lasts[number] else [[""]]
        rows += [*([line] for line in lines), HEADER, *people, *closed]
    whole = [[*row, "", "", "", ""][:4] for row in rows]
    return text_of(whole).encode()


TITLES = [[f"TRAINING AT {place}, {day} OCTOBER 2023"]
          for place, day in (("KASUR", 10), ("OKARA", 17), ("LAHORE", 24))]  # fmt: skip


def titles(number: int) -> list[list[str]]:
    """Return the titles of so many trainings, a day after each other."""
    return [[f"TRAINING AT KASUR, {day} OCTOBER 2023"] for day in range(10, 10 + number)]


def test_a_line_that_closes_a_list_heads_none_of_the_next() -> None:
    lines = ["Signature of trainer: ____________", "Trainer's signature",
             "Sign of resource person:", "Facilitator: ................",
             "Resource Person: Zarqoon Nobody", "دستخط trainer", "Signature of organizer",
             "Absent: 2", ""]  # fmt: skip
    assert figures(read(listed(*titles(9), last=lines))) == (9, 27)


def test_a_note_of_absentees_over_others_than_as_many_leaves_them_open() -> None:
    notes = ["Note: two officers did not attend", "Absent: Zarqoon Nobody",
             "* 2 persons were absent", "2 officials did not join", "Ghair hazir: 1",
             "Absentees (4)", "Nobody was absent", "Absentees: none", "غیر حاضر: کوئی نہیں",
             "Not present on day 2"]  # fmt: skip
    blocks = [own for pair in zip(titles(10), ([one] for one in notes), strict=True)
              for own in pair]  # fmt: skip
    found = understand([listed(*blocks)], TODAY)
    assert isinstance(found, Understood)
    assert figures(found) == (10, 30)
    lists = [range(row, row + 3) for row in range(9, 9 + 12 * len(notes), 12)]
    assert found.checked.problems["row"].to_list() == [row for rows in lists for row in rows]


@pytest.mark.parametrize("line", ["Trainer: Zarqoon Nobody", "Resource person Zarqoon Nobody"])
def test_whoever_is_named_to_have_led_a_training_heads_its_list_as_a_problem(line: str) -> None:
    found = understand([listed(TITLES[0], [*TITLES[1], line])], TODAY)
    assert isinstance(found, Understood)
    assert figures(found) == (1, 3)
    assert found.checked.problems["row"].to_list() == [10, 11, 12]
    assert "Zarqoon" not in found.checked.problems.to_string()


def test_others_are_set_aside_under_their_own_heading() -> None:
    headings = ["Trainers", "B. List of resource persons:", "Facilitators (3)",
                "3 officials did not attend", "B. Absentees", "2. Absent on 10 October",
                "Absentees of phase 2"]  # fmt: skip
    blocks = [own for pair in zip(titles(7), ([one] for one in headings), strict=True)
              for own in pair]  # fmt: skip
    found = read(listed(*blocks))
    assert figures(found) == (7, 21)
    assert not len(found.checked.problems)


def test_each_list_has_the_title_next_above_it() -> None:
    heads = [f"DAHTC {place} — {day} October 2023 — DC Office"
              for place, day in (("Kasur", 10), ("Okara", 17), ("Lahore", 24))]  # fmt: skip
    lines = ["Participants: 3", "Total participants: 3", "Kul 3 afrad"]
    content = listed(["Central zone, list of trained members", heads[0]], [heads[1]], [heads[2]],
                     last=lines)  # fmt: skip
    assert figures(read(content)) == (3, 9)


@pytest.mark.parametrize("over", ["Nobody Trust - Training participants, Lahore division", "Lists"])
def test_what_stands_over_the_lines_of_the_first_list_is_no_title_of_it_alone(over: str) -> None:
    blocks = [[f"Training of DAHTC members, District {place}", f"Date: {day} October 2023"]
              for place, day in (("Kasur", 10), ("Okara", 17))]  # fmt: skip
    found = read(listed([over, *blocks[0]], blocks[1]))
    assert figures(found) == (2, 6)
    titles = found.checked.trainings["title"]
    assert sorted(titles) == [one[0] for one in blocks]


def test_a_dated_training_alone_heads_the_agencies_of_a_table_of_two_columns() -> None:
    rows = [row for place, day in (("Kasur", 9), ("Okara", 16)) for row in (
        [f"Training of members of District {place} on {day} May 2023", ""],
        ["Department", "Participants"], ["Police", "6"], ["FIA", "2"], ["Total", "8"])]  # fmt: skip
    found = read(text_of([["Trainings of committees of May 2023", ""], *rows]).encode())
    assert isinstance(found, Understood)
    days = found.checked.trainings["date_start"].astype(str).tolist()
    assert days == ["2023-05-09", "2023-05-16"]


def test_a_label_and_its_day_in_two_cells_are_of_the_list_under_them() -> None:
    rows = [row for place, day in (("Kasur", 9), ("Okara", 16)) for row in (
        [f"Training: members of the committee of District {place}", "", ""],
        ["Date", f"{day} May 2023", ""], ["Department", "Female", "Male"], ["Police", "6", "1"],
        ["FIA", "2", "1"], ["Total", "8", "2"])]  # fmt: skip
    found = read(text_of([["Progress report - May 2023", "", ""], *rows]).encode())
    assert isinstance(found, Understood)
    days = found.checked.trainings["date_start"].astype(str).tolist()
    assert (days, figures(found)) == (["2023-05-09", "2023-05-16"], (2, 20))
    assert summed(found, "adm2_pcode") == {"PK614": 10, "PK626": 10}


def test_a_title_of_signs_is_a_title() -> None:
    titles = [["Training on signs of trafficking, 10 October 2023"],
              ["Training on signs of forced labour, 17 October 2023"]]  # fmt: skip
    assert figures(read(listed(*titles))) == (2, 6)


# ------------------------------------------------- what looks like a record is not left out

PEOPLE = [["1", "Zarqoon Nobody", "Health", "Kasur"], ["2", "Parveezan Nobody", "Police", "Okara"],
          ["3", "Tahirzan Nobody", "FIA", "Kasur"]]  # fmt: skip


@pytest.mark.parametrize(
    "row", [["4", "Total Nobody", "Health", "Kasur"], ["4", "Grand Total", "Police", "Okara"]]
)
def test_a_total_that_looks_like_a_person_is_a_problem(row: list[str]) -> None:
    found = read(text_of([TITLES[0] + [""] * 3, HEADER, *PEOPLE, row]).encode())
    assert figures(found) == (1, 3)
    assert found.checked.problems["row"].to_list() == [6]
    assert "Total Nobody" not in found.checked.problems.to_string()


def test_a_sum_of_one_district_is_none() -> None:
    row = ["", "Total", "Health", "Kasur"]
    found = read(text_of([TITLES[0] + [""] * 3, HEADER, *PEOPLE, row]).encode())
    assert figures(found) == (1, 3)
    assert not len(found.checked.problems)


def test_persons_above_the_header_of_a_fuller_list_are_refused_by_their_rows() -> None:
    fuller = [*HEADER, "Sex"]
    rows = [["First batch"], HEADER[:3], *(one[:3] for one in PEOPLE), [""], ["Second batch"],
            fuller, *([*one, "F"] for one in PEOPLE)]  # fmt: skip
    content = text_of([[*row, "", "", "", ""][:5] for row in rows]).encode()
    with pytest.raises(ReadingError, match="look like records: 3, 4, 5"):
        understand([content], TODAY)


@pytest.mark.parametrize(("second", "asked"), [("DAHTC Okara", True), ("DAHTC Kasur", False)])
def test_the_committee_that_each_title_names_is_offered_as_home(second: str, asked: bool) -> None:
    head = ["Members from", "Women", "Men", "Total"]
    rows = [["Report, May 2023"], [], ["Training 1: DAHTC Kasur, 7 May 2023"], head,
            ["Police", "1", "9", "10"], ["FIA", "0", "3", "3"], ["Total", "1", "12", "13"], [],
            [f"Training 2: {second}, 8 May 2023"], head, ["Police", "0", "8", "8"],
            ["Total", "0", "8", "8"], [], ["All two", "1", "20", "21"]]  # fmt: skip
    found = read(text_of(rows).encode())
    if asked:
        assert unsure(found) == {HOME_ABOVE: "district"}
        found = read(text_of(rows).encode(), {HOME_ABOVE: "district"})
        assert summed(found, "adm2_pcode") == {"PK614": 13, "PK626": 8}
    else:
        assert isinstance(found, Understood)
        assert {one.kind for one in found.checked.queue} == {"district"}


def ticked(heading: str, days: tuple[str, str], marks: Sequence[str]) -> list[list[str]]:
    """Return a list under a heading, with a column for each of two days, and a blank line."""
    people = [[str(n), f"Zarqoon{n} {days[0].replace(' ', '')}", "F", "Police", "Kasur", *mark]
              for n, mark in enumerate(marks, start=1)]  # fmt: skip
    header = ["Sr", "Name", "Sex", "Department", "District", *days]
    blank = [""] * len(header)
    return [[heading, *blank[1:]], header, *people, blank]


@pytest.mark.parametrize(("yes", "no"), [("✓", " "), ("P", "A")])
def test_lists_of_other_days_under_their_own_titles_are_each_read_by_their_days(
    yes: str, no: str
) -> None:
    both, one, none = yes + yes, no + yes, no + no
    rows = [["Nobody Trust - attendance", *[""] * 6],
            *ticked("Training of DAHTC Kasur, 4 and 5 April 2023", ("4 April", "5 April"),
                    [both, one, none]),
            *ticked("Training of DAHTC Okara, 9 and 10 May 2023", ("9 May", "10 May"),
                    [both, none])]  # fmt: skip
    found = read(text_of(rows).encode())
    assert figures(found) == (2, 3)
    assert summed(found, "training_id") == {
        "2023-04-04 Training of DAHTC Kasur": 2, "2023-05-09 Training of DAHTC Okara": 1
    }  # fmt: skip


def test_other_days_under_no_title_of_their_own_are_refused() -> None:
    first = ticked("Training, 4 and 5 April 2023", ("4 April", "5 April"), ["✓✓"])
    second = ticked("", ("9 May", "10 May"), ["✓✓"])[1:]
    with pytest.raises(ReadingError, match="otherwise than the header"):
        read(text_of([*first, *second]).encode())
