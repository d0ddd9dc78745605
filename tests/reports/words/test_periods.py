"""Time on a chart: months, then quarters, then years, each month once."""

from datetime import date

import pandas as pd
import pytest

from reports.words.periods import held_in_short, periods, span_in_words, unit_of


def months(number: int) -> list[date]:
    return [date(2020 + n // 12, n % 12 + 1, 1) for n in range(2, number + 2)]


@pytest.mark.parametrize(
    ("number", "unit", "first"),
    [(1, "month", "Mar 2020"), (18, "month", "Mar 2020"), (19, "quarter", "Q1 2020"),
     (48, "quarter", "Q1 2020"), (71, "year", "2020"), (120, "year", "2020")],
)  # fmt: skip
def test_a_long_time_is_shown_in_longer_periods(number, unit, first):
    shown = periods(months(number))
    assert unit_of(months(number)) == unit
    assert shown[0].words == first
    assert [month for period in shown for month in period.months] == months(number)
    assert len(shown) <= 24
    assert len({period.words for period in shown}) == len(shown)


def test_several_trainings_together_have_their_last_day_by_which_they_count():
    first, last = date(2023, 2, 1), date(2023, 9, 25)
    assert held_in_short(first, last, 12) == "1 Feb to 25 Sep 2023"
    assert held_in_short(date(2022, 12, 1), last, 12) == "1 Dec 2022 to 25 Sep 2023"
    assert held_in_short(first, date(2023, 2, 3), pd.NA) == "1 Feb 2023"
    assert held_in_short(first, first, 12) == "1 Feb 2023"


def test_a_span_is_said_by_its_months():
    assert span_in_words(date(2023, 2, 6), date(2023, 2, 9)) == "February 2023"
    assert span_in_words(date(2023, 2, 6), date(2023, 9, 1)) == "February to September 2023"
    assert span_in_words(date(2022, 12, 6), date(2023, 1, 1)) == "December 2022 to January 2023"
