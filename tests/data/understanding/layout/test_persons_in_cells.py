"""Persons who are listed in one cell of their training, each with what is told of them."""

import pytest

from data.understanding.layout.crossed.persons_listed import Told, persons_told
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import figures, read, summed, understood, unsure
from tests.in_turn import in_turn

HEADER = ["S.No", "Training", "Date", "Venue", "Participants"]
FIRST = "1. Mr Zarqoon Nobody, Inspector (Police, Bannu)\n2. Ms Zarqoona Nobody, SWO (NGO, Kohat)"
SECOND = "1. Mr Zarak Nobody, SI (Police, Karak)"


def table(*cells: str, name: str = "Participants", total: tuple[str, ...] = ()) -> bytes:
    rows = [[*HEADER[:-1], name, *(["Total"] if total else [])]]
    for n, cell in enumerate(cells, start=1):
        own = [str(n), ("Referral", "Law")[n - 1], f"2023-0{n}-09", "Hall", cell, *total[n - 1 : n]]
        rows.append(own)
    return text_of(rows).encode()


@in_turn({
    "cells": [
        (FIRST, SECOND),
        tuple(one.replace("(", "- ").replace(")", "") for one in (FIRST, SECOND)),
        tuple(one.replace(" (", ", ").replace(")", ".") for one in (FIRST, SECOND)),
    ],
    "total": [(), ("2", "1")],
})  # fmt: skip
def test_each_line_is_a_person_of_its_training(
    cells: tuple[str, ...], total: tuple[str, ...]
) -> None:
    found = understood(table(*cells, total=total))
    assert figures(found) == (2, 3)
    assert summed(found, "adm2_pcode") == {"PK503": 1, "PK514": 1, "PK512": 1}
    assert summed(found, "agency") == {"Police": 2, "Civil society": 1}
    assert int(found.checked.attendance["participants_f"].sum()) == 1
    assert "Zar" not in repr((found.checked, *found.notes))


BRACKETS = ("1. Zarqoon Nobody (Police, Bannu)\n2. Zarqoona Nobody (NGO, Kohat)",
            "1. Zarak Nobody (Police, Karak)")  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        "Names of participants (department, district)",
        "Names of participants with their department and district",
        "Participants (name, deptt., home district)",
        "Name of participants / department / district",
    ],
)
def test_the_name_of_the_column_may_say_what_is_told_of_each(name: str) -> None:
    found = understood(table(*BRACKETS, name=name, total=("2", "1")))
    assert figures(found) == (2, 3)
    assert summed(found, "adm2_pcode") == {"PK503": 1, "PK514": 1, "PK512": 1}
    assert summed(found, "agency") == {"Police": 2, "Civil society": 1}
    assert "Zar" not in repr((found.checked, *found.notes))


@pytest.mark.parametrize("who", ["resource persons", "trainers", "nominated officers", "absentees"])
def test_others_whose_department_a_cell_tells_are_not_those_who_came(who: str) -> None:
    found = read(table(*BRACKETS, name=f"Names of {who} (department, district)", total=("2", "1")))
    assert isinstance(found, Question) or {*summed(found, "adm2_pcode")} == {""}


@pytest.mark.parametrize(
    "content",
    [
        table(FIRST, ""),  # of one training nobody is named
        table(FIRST, SECOND, total=("2", "4")),
        table(FIRST, f"{SECOND} absent"),
        table(FIRST, SECOND.replace(", SI", "")),
        table(FIRST.replace("SWO", "Zarqash Nobody"), SECOND),
        table(FIRST, SECOND, name="Names of nominees"),
    ],
)
def test_lines_that_are_not_alike_or_not_all_are_asked_about(content: bytes) -> None:
    found = read(content)
    assert isinstance(found, Question) or len(found.checked.problems)


NAMED = "1. Zarqoon Nobody (Police)\n2. Zarqoona Nobody (DC Office)\n3. Zarak Nobody (Police)"
OFFICE = Told("District Administration")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NAMED, [Told("Police"), OFFICE, Told("Police")]),
        (NAMED.replace("\n", " "), [Told("Police"), OFFICE, Told("Police")]),
        ("Zarqoon Nobody - FIA; Zarak Nobody, NGO", [Told("FIA"), Told("Civil society")]),
        (NAMED.replace("2.", "4."), []),
        ("Zarqoon Nobody (Police)\nZarak Nobody", []),
        ("Zarqoon Nobody (Police)\nZarak Nobody (s/o Zarqoona)", []),
        ("Police Officers (FIA)\nZarak Nobody (Police)", []),
        ("1. Zarqoon Nobody, Police, Kasur\n2. Zarak Nobody, Kasur, Police",
         [Told("Police", "Kasur"), Told("Police", "Kasur")]),
        ("Zarqoon Nobody (FIA, Okara)\nZarak Nobody (NGO)",
         [Told("FIA", "Okara"), Told("Civil society")]),
        ("Zarqoon Nobody - ASI - Police - Kasur\nZarak Nobody - DC Office Okara",
         [Told("Police", "Kasur"), Told("District Administration", "DC Office Okara")]),
        ("Zarqoon Nobody, Kasur\nZarak Nobody, Police, Nowhere",
         [Told("", "Kasur"), Told("Police", "", more=True)]),
        ("Zarqoon Nobody, SWO - NGO, Kohat\nZarak Nobody, SWO, Kasur",
         [Told("Civil society", "Kohat"), Told("Social Welfare Department", "Kasur")]),
        ("Zarqoon Nobody, Police, Kasur\nZarak Nobody, Police, FIA",
         [Told("Police", "Kasur"), Told("FIA", "", more=True)]),
        ("Zarqoon Nobody, Kasur\nZarak Nobody, Nowhere", []),
    ],
)  # fmt: skip
def test_an_agency_and_a_home_are_read_behind_each_name(text: str, expected: list[Told]) -> None:
    assert [told for _name, told in persons_told(text)] == expected


@pytest.mark.parametrize(
    ("last", "homes"),
    [
        ("Zarqoona Nobody, FIA, Okara", {"PK614": 2, "PK626": 1}),
        ("Zarqoona Nobody, FIA", {"PK614": 2, "": 1}),
        ("Zarqoona Nobody, FIA, Zarakan", None),
        ("Zarqoona Nobody, FIA, Kasur, Okara", None),
    ],
)
def test_the_homes_behind_the_names_of_a_cell_are_read_or_asked_about(
    last: str, homes: dict[str, int] | None
) -> None:
    named = f"1. Zarqoon Nobody, Police, Kasur\n2. Zarak Nobody, DC Office, Kasur\n3. {last}"
    rows = [["Session", "Date & place", "Attendees"], ["Referral", "9 May 2023, Kasur", named]]
    content = text_of(rows).encode()
    if homes is None:
        assert unsure(read(content))
    else:
        assert summed(understood(content), "adm2_pcode") == homes


def test_persons_of_two_rows_of_one_training_are_all_counted_with_their_sexes() -> None:
    more = "\n3. Mr Zarak Nobody, FIA"  # so that not all are alike
    named = f"1. Mr Zarqoon Nobody, Police, Kasur\n2. Ms Zarqoona Nobody, Police, Kasur{more}"
    rows = [[*HEADER], *[["1", "Referral", "2023-05-09", "Hall", one]
                         for one in (named, named.replace("Zar", "Kar"))]]  # fmt: skip
    counts = understood(text_of(rows).encode()).checked.attendance
    assert counts[["participants_f", "participants_m"]].sum().tolist() == [2, 4]


def test_who_is_not_named_is_counted_by_the_total_beside() -> None:
    found = understood(table(FIRST.replace(" (", ", ").replace(")", ""), "", total=("2", "12")))
    assert summed(found, "agency") == {"Police": 1, "Civil society": 1}
    assert [(one.kind, one.participants) for one in found.checked.queue] == [("agency", 12)]


GROUPED = ["Training", "Date", "District"]


def beside(name: str, text: str, *total: str) -> bytes:
    rows = [[*GROUPED, name, *["Total"][: len(total)]],
            ["Referral", "2023-05-09", "Lahore", text, *total]]  # fmt: skip
    return text_of(rows).encode()


def test_a_district_beside_the_homes_behind_names_is_that_of_the_venue() -> None:
    named = "1. Zarqoon Nobody, Police, Kasur\n2. Zarak Nobody, DC Office, Okara"
    found = understood(beside("Attendees", named))
    assert summed(found, "adm2_pcode") == {"PK614": 1, "PK626": 1}
    assert "Zar" not in " ".join(found.notes)


@pytest.mark.parametrize(
    ("name", "total", "agencies"),
    [("Attendees", "3", {"Police": 2, "District Administration": 1}),
     ("Resource persons", "30", {})],
)  # fmt: skip
def test_only_those_who_came_are_counted_by_their_agencies(
    name: str, total: str, agencies: dict[str, int]
) -> None:
    found = understood(beside(name, NAMED, total))
    assert summed(found, "agency") == agencies
    assert "Zar" not in " ".join(found.notes)


@pytest.mark.parametrize("last", ["Zarqoona Nobody", "Zarqoona Nobody (absent)"])
def test_the_agency_of_one_of_a_cell_is_not_that_of_all(last: str) -> None:
    found = read(beside("Participants", f"1. Zarqoon Nobody (Police)\n2. {last}", "2"))
    if isinstance(found, Understood):
        assert found.checked.attendance.empty


def test_another_total_and_nominees_are_asked_about() -> None:
    assert unsure(read(beside("Attendees", NAMED, "7")))
    assert isinstance(read(beside("Names of nominees", NAMED)), Question)
