"""Rows of no agency or no district that have the sums of others: asked about, never doubled."""

from datetime import UTC, datetime

import pytest

from data.review.decisions import EACH, ONCE, Decisions
from data.review.questions import settle
from tests.data.sheets_made import checked, text_of

HEADER = ["Training", "Date", "District", "Agency", "Male", "Female"]
PARTS = [["Lahore", "Police", "10", "3"], ["Lahore", "FIA", "4", "1"]]
OTHERS = [["Multan", "Police", "5", "1"], ["Multan", "FIA", "2", "1"]]


def table(*rows: list[str]) -> bytes:
    return text_of([HEADER, *(["Referral", "2023-05-02", *row] for row in rows)]).encode()


def test_a_row_of_no_agency_that_has_the_sum_of_two_is_asked_about() -> None:
    words = ["", "-", "N/A", "Nil", "Unknown", "Others", "Misc"]
    places = ["Lahore", "Multan", "Kasur", "Okara", "Sialkot", "Quetta", "Swat"]
    rows: list[list[str]] = []
    for n, (place, agency) in enumerate(zip(places, words, strict=True)):
        own = [[place, *row[1:]] for row in PARTS]
        own.insert(2 * (n % 2), [place, agency, "14", "4"])
        rows += own
    found = checked(table(*rows))
    assert found.participants_accepted == found.participants_in_problems == 7 * 18
    [question] = found.queue
    assert question.rows == tuple(2 + 3 * n + 2 * (n % 2) for n in range(7))
    assert question.participants == 7 * 18


@pytest.mark.parametrize(("answer", "people"), [(ONCE, 27), (EACH, 54)])
def test_sums_of_all_districts_are_one_question_and_an_answer_counts_them_or_not(
    answer: str, people: int
) -> None:
    file = table(*PARTS, ["Lahore", "", "14", "4"], *OTHERS, ["Multan", "", "7", "2"])
    [question] = checked(file).queue
    assert question.rows == (4, 7)
    decided = settle(Decisions(), {question: answer}, "a", datetime.now(UTC))
    found = checked(file, decisions=decided)
    assert found.participants_accepted == found.participants_in == people
    assert found.problems.empty
    assert not found.queue


@pytest.mark.parametrize("rows", [
    [*PARTS, ["Lahore", "Others", "14", "5"]],
    [PARTS[0], ["Lahore", "FIA", "0", "0"], ["Lahore", "Others", "10", "3"]],  # of one part
    [PARTS[0], ["Multan", "FIA", "4", "1"], ["Lahore", "Others", "14", "4"]],
])  # fmt: skip
def test_a_row_of_other_numbers_or_of_one_part_counts(rows: list[list[str]]) -> None:
    found = checked(table(*rows))
    assert found.participants_accepted == found.participants_in
    assert not found.queue


def test_a_sum_of_both_sexes_and_one_beside_a_part_of_no_agency_are_asked_about() -> None:
    rows = [[*row, str(sum(map(int, row[2:])))] for row in PARTS]
    sexes = text_of([[*HEADER, "Total"], *(["Referral", "2023-05-02", *row] for row in (
        *rows, ["Lahore", "", "", "", "18"]))])  # fmt: skip
    beside = table(["Lahore", "", "16", "6"], *PARTS, ["Lahore", "Others", "2", "2"])
    for file, row in (sexes.encode(), 4), (beside, 2):
        [question] = checked(file).queue
        assert question.rows == (row,)


@pytest.mark.parametrize("rows", [
    [["-", "Police", "14", "4"], ["Kasur", "Police", "10", "3"], ["Okara", "Police", "4", "1"]],
    [["Kasur", "Police", "10", "3"], ["Okara", "Police", "4", "1"], ["-", "", "14", "4"]],
    # Of one province of two.
    [["-", "Police", "14", "4"], ["Kasur", "Police", "10", "3"], ["Sukkur", "Police", "7", "0"],
     ["Okara", "Police", "4", "1"]],
    # Of divisions of one.
    [["-", "Police", "14", "4"], ["Kasur", "Police", "10", "3"], ["Okara", "Police", "4", "1"],
     ["-", "Police", "9", "2"], ["Multan", "Police", "5", "1"], ["Vehari", "Police", "4", "1"]],
    [["Kasur", "Police", "10", "3"], ["Okara", "Police", "4", "1"], ["-", "Police", "14", "4"],
     ["Multan", "Police", "5", "1"], ["Vehari", "Police", "4", "1"], ["-", "Police", "9", "2"]],
])  # fmt: skip
def test_a_row_of_no_district_that_has_the_sum_of_those_beside_it_is_asked_about(
    rows: list[list[str]],
) -> None:
    found = checked(table(*rows))
    sums = {n for n, row in enumerate(rows, 2) if row[0] == "-"}
    assert {row for one in found.queue for row in one.rows} == sums
    assert found.participants_accepted == sum(
        int(m) + int(f) for place, __, m, f in rows if place != "-"
    )


def test_a_row_of_no_district_that_is_no_sum_counts() -> None:
    others = [
        ["-", "Police", "14", "4"],
        ["Kasur", "Police", "10", "3"],
        ["Okara", "FIA", "4", "1"],
    ]
    found = checked(table(*others))
    assert (found.participants_accepted, found.queue) == (36, ())
