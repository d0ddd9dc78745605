"""A click on a chart chooses its agency, its month, its province, on every screen."""

from datetime import date

import pytest

from data.store.shipped import illustrative
from pages.session.chart_filter import filters_of

MAY = {"since": date(2023, 5, 1), "as_of": date(2023, 5, 31)}


@pytest.mark.parametrize(
    ("words", "filters"),
    [
        (["Police", "2023-05", 12], {"agencies": ["Police"], **MAY}),
        (["3 other agencies", "2023-05", 12], MAY),
        (["", "2023-09", 1], {"since": date(2023, 9, 1), "as_of": date(2023, 9, 25)}),
        (["", "2023-Q2", 1], {"since": date(2023, 4, 1), "as_of": date(2023, 6, 30)}),
        (["", "2023", 1], {"since": date(2023, 1, 1), "as_of": date(2023, 9, 25)}),
        (["Women", 4, "Social Welfare<br>Department"], {"agencies": ["Social Welfare Department"]}),
        (["Participants", 9, "Azad Jammu &#38; Kashmir"], {"provinces": ["PK1"]}),
        (["Total", "2031-01", 2023], {"since": date(2023, 1, 1), "as_of": date(2023, 9, 25)}),
        (["Total", "2023-13", "elsewhere"], {}),
    ],
)
def test_what_is_clicked_is_chosen(words: list, filters: dict) -> None:
    assert filters_of(words, illustrative()) == filters
