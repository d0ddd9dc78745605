"""Persons whom titles and venues name: they are left out, and the training is not."""

from calendar import month_abbr

import pytest

from data.records.personal_data import looks_personal
from tests.data.sheets_made import csv_of, reasons, text_of
from tests.data.understanding.readings import DAY, figures, summed, understood
from tests.in_turn import in_turn

HEADER = ["Session", "Date", "Venue", "Home District", "Department", "Men", "Women"]


def sessions(*named: tuple[str, str]) -> bytes:
    rows = [[title, DAY, venue, "Kasur", "Police", str(n + 3), "1"]
            for n, (title, venue) in enumerate(named)]  # fmt: skip
    return text_of([HEADER, *rows]).encode()


#: Titles and venues as they are written, and what is left of both.
LEFT = [
    ("Session by Adv. Zarqoon on the law", "Bar Room", ("Session on the law", "Bar Room")),
    ("Lecture on referral by Dr. Zarqoon", "Hall", ("Lecture on referral", "Hall")),
    ("Law", "DHQ Hospital, office of Dr. Zarqoon Nobody", ("Law", "DHQ Hospital")),
    ("Law", "Rural Centre (c/o MS Dr. Zarqoon)", ("Law", "Rural Centre")),
    ("Law", "Camp office of Inspector Zarqoon Nobody, Kasur", ("Law", "Camp office, Kasur")),
    ("Law", "Office of SI Zarqoon Nobody, Zarqoon Khan, Kasur", ("Law", "Office, Kasur")),
    ("Law led by SHO Zarqoon on arrest", "Hall", ("Law on arrest", "Hall")),
    ("Law, delivered by Legal Aid Cell", "Hall", ("Law, delivered by Legal Aid Cell", "Hall")),
    ("Law (in memory of SI Zarqoon Nobody)", "Hall", ("Law", "Hall")),
    ("Law, Zarqoon Khan, SI Zarqoon Nobody", "Hall", ("Law", "Hall")),
    ("Law (in memory of SI Zarqash, Zarqoon Khan)", "Hall", ("Law", "Hall")),
    ("Law (trainer: Zarqoon Nobody)", "Hall", ("Law", "Hall")),
    ("Law by Zarqoon Khan on arrest", "Hall", ("Law on arrest", "Hall")),
    ("Law by Blue Veins on arrest", "Hall", ("Law by Blue Veins on arrest", "Hall")),
    ("Law", "Residence of Haji Zarqoon Nobody, Okara", ("Law", "Residence, Okara")),
    ("Law", "Hujra of Malik Zarqoon Nobody", ("Law", "Hujra")),
    ("Law", "Dera Ch. Zarqoon, Chak 12", ("Law", "Dera, Chak 12")),
    ("Law", "Residence of Deputy Commissioner", ("Law", "Residence of Deputy Commissioner")),
    ("Law", "Dera Ismail Khan", ("Law", "Dera Ismail Khan")),
]  # fmt: skip


def test_a_title_and_a_venue_lose_the_person_they_name() -> None:
    # A month apart: two trainings of one name on following days may be one.
    days = [f"9 {month} {year}" for year in (2022, 2023) for month in month_abbr[1:]]
    rows = [[title, day, venue, "Kasur", "Police", "3", "1"]
            for day, (title, venue, _left) in zip(days, LEFT, strict=False)]  # fmt: skip
    found = understood(text_of([HEADER, *rows]).encode())
    assert figures(found) == (len(LEFT), 4 * len(LEFT))
    trainings = found.checked.trainings.sort_values("date_start")
    told = [*zip(trainings["title"], trainings["venue"], strict=True)]
    assert told == [left for _title, _venue, left in LEFT]
    assert "Zarqoon" not in repr((found.checked, *found.notes))


def test_persons_among_subjects_and_givers_are_left_out_and_their_rows_are_not() -> None:
    header = ["Topic", "Conducted by", *HEADER[1:]]
    said = [("Law", "Legal Aid Cell"), ("Refresher (on request of DSP Zarqoon Nobody)", "FIA"),
            ("Arrest", "Inspector Zarqoon Nobody, FIA"), ("Referral", "")]  # fmt: skip
    rows = [[*both, f"{7 * n} June 2023", "Town Hall", "Kasur", "Police", str(n), "1"]
            for n, both in enumerate(said, start=1)]  # fmt: skip
    found = understood(text_of([["Trainings, June 2023"], header, *rows]).encode())
    assert figures(found) == (4, 14)
    assert "Zarqoon" not in repr((found.checked, *found.notes))


def test_a_column_of_districts_and_contacts_tells_districts_alone() -> None:
    cells = ["Kasur (c/o Inspector Zarqoon, PS Saddar)", "Okara", "Kasur 0300-1234567",
             "Okara – Mob 0300-4471902", "Kasur Zarqoon Nobody",
             "Okara (c/o Sister Zarqoon, Young Nagar)"]  # fmt: skip
    rows = [["Referral", DAY, f"Zarqash{n} Nobody", "F", cell, "Police"]
            for n, cell in enumerate(cells)]  # fmt: skip
    header = ["Training", "Date", "Participant", "Sex", "District & contact", "Agency"]
    found = understood(text_of([header, *rows]).encode())
    assert summed(found, "adm2_pcode") == {"PK614": 3, "PK626": 3}
    assert not {"Zarqoon", "Inspector", "0300"} & {*repr((found.checked, *found.notes)).split()}


def test_whoever_stands_in_brackets_behind_a_district_is_cut_off() -> None:
    cells = ["Kasur (0855-xxxxxx, ask for Inspector Zarqoon)", "Okara (Insp. Zarqoon Nobody)",
             "Kasur, ask for Inspector Zarqoon", "Okara [Mr. Zarqoon]", "Okara",
             "Kasur, tel. 049-0000012"]  # fmt: skip
    rows = [["Referral", DAY, f"Zarqash{n} Nobody", "F", cell, "Police"]
            for n, cell in enumerate([*cells, "Kasur (Inspector Zarqoon, Okara)"])]  # fmt: skip
    header = ["Training", "Date", "Participant", "Sex", "Home district", "Agency"]
    found = understood(text_of([header, *rows]).encode())
    assert summed(found, "adm2_pcode") == {"PK614": 3, "PK626": 3}
    assert len(reasons(found.checked)) == 1  # whose district may be another
    assert "Zarqoon" not in repr((found.checked, *found.notes))


@pytest.mark.parametrize("led", ["led by Insp. Zarqoon Nobody", "- conducted by: DSP Zarqoon"])
def test_sessions_of_one_title_on_days_of_their_own_lose_who_led_them(led: str) -> None:
    days = [(f"Orientation {led}", DAY), ("Orientation", "16 May 2023")]
    rows = [[title, day, "Hall", "Kasur", "Police", "3", "1"] for title, day in days]
    found = understood(text_of([HEADER, *rows]).encode())
    assert figures(found) == (2, 8)
    assert found.checked.trainings["title"].str.startswith("Orientation").all()
    assert "Zarqoon" not in repr((found.checked, *found.notes))
    rows[1][1] = "09/05/2023"  # the day of the other, or another
    rows[1][0] = "Orientation led by Insp. Zarqash Nobody"
    assert figures(understood(text_of([HEADER, *rows]).encode())) == (0, 0)


def test_titles_that_only_the_person_tells_apart_are_not_made_one() -> None:
    found = understood(
        sessions(("Lecture by Dr. Zarqoon", "Hall"), ("Lecture by Dr. Zarqash", "Hall"))
    )
    assert figures(found) == (0, 0)
    assert len(reasons(found.checked)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Session by Dr. Zarqoon on law", True), ("Adv. Zarqoon at the office", True),
     ("Inspector Legal in Kasur", False), ("SP Kasur for training", False),
     ("Inspector Shelters", False), ("Inspector Vehicles", False), ("Inspector Zarqoons", True),
     ("Inspector training on the law", False)],
)  # fmt: skip
def test_a_name_ends_where_it_is_said_on_what_or_where(text: str, *, expected: bool) -> None:
    assert looks_personal(text) is expected


@pytest.mark.parametrize(
    ("title", "venue", "expected"),
    [
        ("Law", "Haji Zarqoon Nobody Memorial Hall", ("Law", "")),
        ("Law", "Late Dr. Zarqoon Nobody Auditorium", ("Law", "")),
        ("DSP Zarqoon Nobody on evidence", "Hall", ("Training", "Hall")),
    ],
)
@pytest.mark.parametrize(
    "days", [("08-04-2023", "15-04-2023", "16-04-2023"), ("2023-04-08", "2023-04-15", "2023-04-16")]
)
def test_a_row_is_counted_without_a_title_or_a_venue_that_is_all_a_name(
    title: str, venue: str, expected: tuple[str, str], days: tuple[str, ...]
) -> None:
    rows = [[title, days[0], venue, "Kasur", "Police", "4", "1"],
            ["Referral", days[1], "Town Hall", "Okara", "FIA", "5", "2"],
            ["Rescue", days[2], "Town Hall", "Okara", "FIA", "2", "1"]]  # fmt: skip
    found = understood(text_of([HEADER, *rows]).encode())
    assert figures(found) == (3, 15)
    trainings = found.checked.trainings
    told = [*zip(trainings["title"], trainings["venue"].fillna(""), strict=True)]
    assert expected in told
    assert "Zarqoon" not in repr((found.checked, *found.notes))
    assert any("may name a person and is left out" in note for note in found.notes)


def test_trainings_of_a_day_that_nothing_but_such_titles_tells_apart_stay_out() -> None:
    rows = [[f"DSP {name} Nobody on evidence", DAY, "Hall", "Kasur", "Police", "4", "1"]
            for name in ("Zarqoon", "Zarqash")]  # fmt: skip
    found = understood(text_of([HEADER, *rows]).encode())
    assert figures(found) == (0, 0)
    assert len(reasons(found.checked)) == 2


def test_a_title_that_is_a_name_on_the_day_of_another_makes_no_training() -> None:
    rows = [["DSP Zarqoon Nobody", DAY, "Hall", "Kasur", "Police", "4", "1"],
            ["Referral", DAY, "Hall", "Okara", "Police", "5", "2"]]  # fmt: skip
    found = understood(text_of([HEADER, *rows]).encode())
    assert figures(found) == (1, 7)
    assert len({*found.checked.problems["row"]}) == 1


def test_a_venue_that_alone_tells_two_trainings_of_a_day_apart_is_not_left_out() -> None:
    found = understood(sessions(("Referral", "Dr. Zarqoon Nobody"), ("Referral", "Town Hall")))
    assert figures(found) == (1, 5)
    assert len(found.checked.problems) == 1
    assert "Zarqoon" not in repr((found.checked, *found.notes))


@pytest.mark.parametrize(("giver", "kept"), [
    ("SSDO - Zarqoon Nobody", "SSDO"), ("Zarqoon Nobody; UNODC", "UNODC"),
    ("UNODC / Legal Aid Society", "UNODC / Legal Aid Society"),
])  # fmt: skip
def test_whoever_of_an_organisation_gave_it_is_left_out_beside_it(giver: str, kept: str) -> None:
    header = ["Training", "Date", "District", "Agency", "Women", "Men", "Delivered by"]
    rows = [["Referral", "9 May 2023", "Kasur", "Police", "5", "2", giver],
            ["Law", "10 May 2023", "Kasur", "Police", "5", "2", "UNODC"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    assert found.checked.trainings["delivered_by"].tolist() == [kept, "UNODC"]


@in_turn({"told, left": [
    ("Law +92(0)300 000 0001", "000 0001"), ("00000/0000000/1 law", "0000000"),
    ("Law " + "\u06f0\u06f3" + 9 * "\u06f0", "\u06f0\u06f0\u06f0"),
    ("Law 00000\u20110000000\u20111", "000"),
    ("Law, zarqoon (at) example.org", "example"),
    ("Passport AB0000001, law", "AB0000001"), ("Trainer: Zarqoon Nobody", "Zarqoon"),
], "place": [0, 2]})  # fmt: skip
def test_no_number_or_name_is_left_of_a_text_that_is_cut(told: str, left: str, place: int) -> None:
    rows = [["Law", "8 April 2023", "Hall", "Kasur", "Police", "4", "1"],
            ["Referral", "15 April 2023", "Town Hall", "Okara", "FIA", "5", "2"]]  # fmt: skip
    rows[0][place] = told
    found = understood(text_of([HEADER, *rows]).encode())
    assert figures(found) == (2, 12)
    assert left not in repr((found.checked.trainings.to_dict(), found.checked, *found.notes))


def test_an_office_behind_a_rank_stays_beside_a_column_of_names() -> None:
    header = ["Training", "Date", "Name", "Designation", "Sex", "District", "Agency"]
    posts = ["Inspector Brick Kilns", "Inspector Mines", "Constable Driver", "ASI Investigation"]
    rows = [["Referral", DAY, f"Zarqash{n} Nobody", post, "F", "Kasur", "Police"]
            for n, post in enumerate(posts)]  # fmt: skip
    found = understood(text_of([header, *rows]).encode())
    assert figures(found) == (1, 4)
