"""Trainings of other countries are refused, whatever their columns of places are called."""

import pytest

from data.records.errors import ReadingError
from tests.data.sheets_made import csv_of, text_of
from tests.data.understanding.readings import DAY, read

COLUMNS = ["Date", "Men trained", "Women trained"]
ABROAD = ["Turkana", "Garissa", "Marsabit", "Busia"]
OWN = ["Kasur", "Lahore", "Okara", "Swat"]


def trainings(place: str, places: list[str], *above: str) -> bytes:
    rows = [[f"{n} March 2024", name, "23", "11"] for n, name in enumerate(places, start=11)]
    return text_of([*([text] for text in above), [COLUMNS[0], place, *COLUMNS[1:]], *rows]).encode()


@pytest.mark.parametrize(
    ("place", "above"),
    [
        ("Counties", "Training on referral"),
        ("County (Kenya)", "Training on referral"),
        ("Town", "Advisory Committee, Republic of Kenya: trainings"),
        ("Town", "GOVERNMENT OF THE REPUBLIC OF KENYA"),
        ("Town", "حکومت افغانستان"),
        ("Town", "Programme of trainings | Country: Kenya"),
        ("District", "Counter-trafficking committees (CTC), Kenya: members trained"),
        ("District (Zila)", "Kenya Counter Trafficking Committees: members trained"),
    ],
)
def test_counts_of_places_in_another_country_are_refused(place: str, above: str) -> None:
    with pytest.raises(ReadingError, match="of another country"):
        read(trainings(place, ABROAD, above))


@pytest.mark.parametrize(
    ("place", "places", "above"),
    [
        ("County", ["Kasur", "Murree", "Karachi", "Total"], "Training on referral"),
        ("District", OWN, "Study visit, Republic of Turkey"),
        ("District", OWN, "Training on return of migrants, Turkey"),
        ("District", OWN, "Japan study visit: trainings"),
        ("Town", ["Lodwar", "Elwak", "Moyale", "Malaba"], "Training by the Government of Japan"),
        ("Town", OWN, "Government of Pakistan"),
    ],
)
def test_who_pays_and_where_a_visit_went_make_no_other_country(
    place: str, places: list[str], above: str
) -> None:
    read(trainings(place, places, above))  # which refuses nothing


BENGAL = ["Cox's Bazar", "Jashore", "Satkhira", "Sylhet"]


def _of_agencies(places: list[str], agencies: list[str]) -> bytes:
    both = enumerate(zip(places, agencies, strict=True), start=5)
    rows = [[f"{n} March 2024", place, agency, "4", "18"] for n, (place, agency) in both]
    return text_of([["Date", "District", "Agency", "Women", "Men"], *rows]).encode()


AGENCIES_ABROAD = ["Bangladesh Police", "Bangladesh Police", "Upazila Administration", "Department"]


def test_agencies_of_another_country_with_places_that_are_none_of_pakistan_are_refused() -> None:
    with pytest.raises(ReadingError, match="of another country"):
        read(_of_agencies(BENGAL, AGENCIES_ABROAD))


@pytest.mark.parametrize("third", ["Satkhira", "Kasur"])
def test_three_districts_of_the_country_in_the_title_are_refused_unless_one_is_ours(
    third: str,
) -> None:
    title = b'"Counter Trafficking Committee (CTC) trainings, Bangladesh"\n'
    content = title + _of_agencies([*BENGAL[:2], third], ["Police", "Social Services", "Police"])
    if third == "Satkhira":
        with pytest.raises(ReadingError, match="of another country"):
            read(content)
    else:
        read(content)


@pytest.mark.parametrize(
    ("places", "agencies"),
    [(OWN, AGENCIES_ABROAD), (BENGAL, ["Police", "FIA", "Japan Cooperation Agency", "Levies"])],
)
def test_guests_of_another_country_make_no_file_of_it(
    places: list[str], agencies: list[str]
) -> None:
    read(_of_agencies(places, agencies))  # which refuses nothing


@pytest.mark.parametrize("called", ["State", "Name of State"])
def test_districts_of_the_states_of_another_country_are_refused(called: str) -> None:
    header = ["Date", called, "District", *COLUMNS[1:]]
    states = ["Telangana", "Rajasthan", "Rajasthan"]
    rows = [[f"{n} March 2024", state, "Hyderabad", "23", "11"]
            for n, state in enumerate(states, start=11)]  # fmt: skip
    with pytest.raises(ReadingError, match="of another country"):
        read(text_of([header, *rows]).encode())
    own = [[*row[:1], "AJ&K", "Kotli", *row[3:]] for row in rows]
    read(text_of([header, *own]).encode())


@pytest.mark.parametrize("divisions", [["Chattogram", "Khulna", "Total"],
                                       ["Dhaka Division", "Sylhet", "Barisal"]])  # fmt: skip
def test_districts_of_the_divisions_of_another_country_are_refused(divisions: list[str]) -> None:
    header = ["Date", "District", "Division", *COLUMNS[1:]]
    places = ["Cox's Bazar", "Jashore", ""]
    rows = [[f"{n} March 2024", *both, "23", "11"]
            for n, both in enumerate(zip(places, divisions, strict=True), start=11)]  # fmt: skip
    with pytest.raises(ReadingError, match="of another country"):
        read(text_of([header, *rows]).encode())
    own = [[*row[:2], division, *row[3:]]
           for row, division in zip(rows, ["Khulna", "Lahore", "Multan"], strict=True)]  # fmt: skip
    read(text_of([header, *own]).encode())  # a guest of Khulna makes no file of Bangladesh


@pytest.mark.parametrize("called", ["Persons intercepted", "Households served"])
def test_who_was_caught_on_a_way_was_not_trained(called: str) -> None:
    header = ["Date", "Location", "Boats", called, "Men", "Women", "Handed to"]
    rows = [["03-02-2024", "Off Jiwani", "1", "23", "21", "2", "FIA Gwadar"],
            ["19-02-2024", "Off Pasni", "1", "9", "9", "0", "Police"]]  # fmt: skip
    with pytest.raises(ReadingError, match="not of trainings"):
        read(text_of([["Coast guard liaison, Gwadar"], header, *rows]).encode())


def test_most_rows_of_agencies_abroad_and_no_district_of_ours_tell_another_country() -> None:
    header = ["Training", "Date", "Agency", "District", "Women", "Men"]
    rows = [["Referral", DAY, agency, place, "4", "16"] for agency, place in
            (("Bangladesh Police", "Cox's Bazar"), ("Social Services", "Khulna"),
             ("Bangladesh Police", "Jashore"))]  # fmt: skip
    with pytest.raises(ReadingError, match="another country"):
        read(csv_of(*rows, header=header))
