"""A row that adds up what came before its table, too, is no record and no wrong total."""

import pytest

from data.sheets.totals.sums_so_far import SO_FAR_ROW, is_sum_so_far
from data.sheets.totals.total_rows import TOTAL_ROW
from data.sheets.totals.total_words import is_total
from tests.data.sheets.test_total_rows import GROUP, OTHER, total
from tests.data.sheets_made import balance, checked, csv_of, of_all, reasons

SO_FAR = ["Cumulative", "Cumulative from April 2021", "CUMULATIVE TO DATE", "Cumulative total",
          "Cumulative progress (since inception)", "Running total", "Progressive total: up to June",
          "Progress since 1 April 2021", "Progress upto date", "Total so far",
          "Total trainees since the start", "Achievement till date", "Grand total to date",
          "Cumulative figures for the year", "Total up to this month", "Ab tak kul",
          "Cum. figures as on 30.06.2021", "کل اب تک",
          "اب تک کل تعداد", "تاحال کل"]  # fmt: skip


def test_sums_so_far_are_more_than_their_rows_and_are_left_out() -> None:
    sums = [total(label, "61", "204") for label in SO_FAR]
    found = checked(csv_of(GROUP, OTHER, total("Total of the quarter", "4", "10"), *sums))
    assert reasons(found) == []
    assert (found.participants_in, found.participants_accepted) == (14, 14)
    aside = of_all(found, "set_aside")
    own = aside[aside["table"] == "attendance"]
    assert own["reason"].tolist() == [TOTAL_ROW, *[SO_FAR_ROW] * len(SO_FAR)]
    balance(found)


def test_a_running_total_goes_on_between_the_rows() -> None:
    found = checked(csv_of(GROUP, total("Running total", "2", "5"), OTHER,
                           total("Running total", "4", "10")))  # fmt: skip
    assert reasons(found) == []
    assert found.participants_accepted == 14


def test_a_sum_so_far_of_fewer_than_its_rows_is_wrong() -> None:
    found = checked(csv_of(GROUP, OTHER, total("Cumulative to date", "3", "204")))
    assert reasons(found) == ["The row says 3, its rows sum to 4."]
    assert found.participants_accepted == 14


def test_a_sum_without_a_word_is_known_above_a_sum_so_far() -> None:
    third = ("T3", *GROUP[1:])
    rows = (GROUP, OTHER, third, total("", "6", "15"), total("Cumulative since April", "61", "204"))
    found = checked(csv_of(*rows))
    assert reasons(found) == []
    assert found.participants_accepted == 21


@pytest.mark.parametrize(
    "text",
    ["Total of the month", "Total in this quarter", "Running since April 2021", "In progress",
     "Progress review", "Workshop on progress since 2015", "Cumulative trauma", "Running",
     "Achievements and gaps", "Police cum Levies", "Progress since the assessment"],
)  # fmt: skip
def test_what_is_no_sum_of_what_came_before(text: str) -> None:
    assert not is_sum_so_far(text)
    assert is_total(text) == text.startswith("Total")
