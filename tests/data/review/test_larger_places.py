"""A name of several districts may be settled as the larger place: of a home, and of no venue."""

import pytest

from data.checking.check import Checked, to_records
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.review.decisions import NO_DISTRICT, Decisions
from data.review.questions import settle
from geo.districts.larger_places import larger_places
from tests.data.review.test_decisions import AT
from tests.data.sheets_made import TODAY, checked, csv_of, groups
from tests.data.uploads import attendance_csv, trainings_csv

KARACHI = "PK7-Karachi"


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("Karachi", [KARACHI]),
        ("Karachi Division", [KARACHI]),
        ("Chitral", ["PK5-Chitral"]),
        ("Punjab", ["PK6"]),
        ("Lahore Division", []),
        ("Nowhere", []),
    ],
)
def test_the_larger_place_is_offered_after_its_districts(written: str, offered: list) -> None:
    found = checked(groups({"District": written}))
    answers = [one.answer for one in found.queue[0].candidates]
    assert [answer for answer in answers if answer in larger_places()] == offered
    assert answers[-2:-1] == offered or not offered
    assert answers[-1] == NO_DISTRICT  # as it may be none


def settled(content: bytes, answer: str) -> Checked:
    [question, *_] = checked(content).queue
    return checked(content, decisions=settle(Decisions(), {question: answer}, "A. Clerk", AT))


@pytest.mark.parametrize(("written", "code"), [("Karachi", KARACHI), ("Punjab", "PK6")])
def test_a_settled_row_is_accepted_with_its_code(written: str, code: str) -> None:
    found = settled(groups({"District": written}), code)
    assert found.attendance["adm2_pcode"].to_list() == [code]
    assert found.rows_not_placed == 0
    records = to_records(found, TODAY)
    assert coverage(records, whole(records)).headline.participants_within == 7


def test_it_is_never_a_venue() -> None:
    header = ("Event ID", "Event title", "Start date", "District")
    content = csv_of(["T1", "Referral", "2023-05-09", "Karachi"], header=header)
    [question] = checked(content).queue
    assert KARACHI not in {one.answer for one in question.candidates}
    home = checked(groups({"District": "Karachi"})).queue[0]
    decisions = settle(Decisions(), {home: KARACHI}, "A. Clerk", AT)
    found = checked(content, decisions=decisions)
    assert found.trainings["venue_adm2_pcode"].to_list() == [""]
    assert not found.queue


def test_of_a_city_of_several_districts_that_a_venue_is_in_none_is_told() -> None:
    header = ("Event title", "Start date", "City", "Female")
    rows = [["Referral", "2023-05-09", "Karachi", "4"], ["Law", "2023-05-16", "Lahore", "3"]]
    found = checked(csv_of(*rows, header=header))
    assert not found.queue
    assert sorted(found.trainings["venue_adm2_pcode"]) == ["", "PK617"]


def test_offices_in_a_city_are_one_question_and_its_answer_is_not_the_citys() -> None:
    offices = ["CBC Karachi", "FIA AHTC Karachi", "Zonal Office Karachi"]
    agencies = ["FIA", "Police", "Customs"]
    content = groups(*[{"District": one, "Department": agency}
                       for one, agency in zip(offices, agencies, strict=True)])  # fmt: skip
    [question] = checked(content).queue
    assert len(question.rows) == len(offices)
    assert KARACHI in {one.answer for one in question.candidates}
    found = settled(content, "PK721")
    assert not found.queue
    assert found.attendance["adm2_pcode"].to_list() == ["PK721"] * len(offices)
    decisions = settle(Decisions(), {question: "PK721"}, "A. Clerk", AT)
    assert checked(groups({"District": "Karachi"}), decisions=decisions).queue


def test_the_template_takes_its_code_for_a_home_and_not_for_a_venue() -> None:
    homes = attendance_csv({"adm2_pcode": KARACHI})
    assert checked(trainings_csv(), homes).attendance["adm2_pcode"].to_list() == [KARACHI]
    refused = checked(trainings_csv({"venue_adm2_pcode": KARACHI}), attendance_csv())
    assert "Unknown P-code." in refused.problems["reason"].to_list()
