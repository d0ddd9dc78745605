"""Trainings on vaccination, farming and the like are refused; any word of ours leaves them open."""

import pytest

from data.records.errors import ReadingError
from tests.data.sheets_made import csv_of, text_of
from tests.data.understanding.readings import DAY, read

COUNTED = [["District", "Training date", "Cadre", "Trained"],
           ["Kasur", DAY, "Supervisors", "22"],
           ["Okara", "2023-03-01", "In-charges", "9"]]  # fmt: skip
LISTED = ["Name", "Gender", "Department", "District", "Training", "Date"]


@pytest.mark.parametrize(
    "above",
    [
        "Polio Eradication – trainings of workers before the November round",
        "Agriculture Wing: farmers trained on wheat seed and fertiliser use",
        "پولیو مہم کی تربیت",
        "First aid: volunteers trained",
        "Training of clerks on MS Excel and e-office",
        "Road safety: drivers trained",
    ],
)
def test_a_table_on_another_subject_is_refused(above: str) -> None:
    with pytest.raises(ReadingError, match="another programme"):
        read(text_of([[above], *COUNTED]).encode())


def test_the_sex_of_those_who_came_is_no_word_of_ours() -> None:
    rows = [
        ["Date", "Village", "Women farmers", "Men farmers"],
        ["2023-04-08", "Chak 24", "3", "2"],
    ]
    with pytest.raises(ReadingError, match="another programme"):
        read(text_of([["Training of farmers on cotton pest management"], *rows]).encode())


@pytest.mark.parametrize(
    "above",
    [
        "Polio workers trained on referral of victims of trafficking",
        "Forced labour in cotton fields: trainings",
        "Training of vaccinators",
        "Held at the Livestock Office Hall, Kasur",
        "Session at Veterinary Hospital",
        "Training of farmers",
        "کپاس کے کھیتوں میں جبری مشقت پر تربیت",
    ],
)
def test_a_word_of_ours_or_none_of_another_subject_refuses_nothing(above: str) -> None:
    read(text_of([[above], *COUNTED]).encode())


@pytest.mark.parametrize(
    ("titles", "above", "refused"),
    [
        (("Dengue larvae", "Vaccination"), "", True),
        (("Drip irrigation of orchards", "Silage making"), "", True),
        (("Dengue larvae", "Session 2"), "", False),
        (("Dengue larvae", "Use of spray machines"), "Dengue Control Programme: staff", True),
        (("Session 1", "Session 2"), "Dengue Control Programme: staff", False),
        (("Dengue larvae", "Referral of survivors"), "Dengue Control Programme: staff", False),
    ],
)
def test_each_title_of_a_column_or_one_and_what_stands_above_is_on_another_subject(
    titles: tuple[str, str], above: str, *, refused: bool
) -> None:
    rows = [[f"Zarqoon{n} Nobody", "M", "Health", "Kasur", title, DAY]
            for n, title in enumerate(titles)]  # fmt: skip
    content = text_of([[above], LISTED, *rows] if above else [LISTED, *rows]).encode()
    if not refused:
        read(content)
        return
    with pytest.raises(ReadingError, match="another programme"):
        read(content)


def test_topics_of_another_subject_and_addresses_of_members_are_no_trainings() -> None:
    rows = [["08-Jan-2023", topic, "M", "Kitchen", "Attock"]
            for topic in ("Fire safety & evacuation", "Food hygiene (level 1)")]  # fmt: skip
    header = ["Date", "Topic", "Gender", "Department", "Home town"]
    with pytest.raises(ReadingError, match="another programme"):
        read(text_of([["STAFF LOG OF A HOTEL"], header, *rows]).encode())
    rows = [["1", "Quetta", "Police", "SSP", "Police Lines", "081-9200330"],
            ["2", "Pishin", "Levies", "DPO", "Main Bazaar", "0826-420220"]]  # fmt: skip
    header = ["Sr.", "District", "Department", "Member (by office)", "Address", "Telephone"]
    with pytest.raises(ReadingError, match="of addresses"):
        read(text_of([["Constitution of District Committees, Quetta"], header, *rows]).encode())


WHAT = ["Who", "What", "Where (District)", "When", "Individuals women", "Individuals men"]


@pytest.mark.parametrize(("what", "given"), [
    ("Tents distributed", True), ("Distribution of kits", True), ("Members trained", False),
    ("Training on kits distributed", False), ("Distributed", False),
])  # fmt: skip
def test_a_table_of_nothing_but_what_was_given_is_refused(what: str, given: bool) -> None:
    content = csv_of(*[["Zarqoon Society", what, one, DAY, "3", "2"] for one in ("Kasur", "Okara")],
                     header=WHAT)  # fmt: skip
    if given:
        with pytest.raises(ReadingError, match="relief goods"):
            read(content)
    else:
        read(content)
