"""Texts that are too long for a title: they say nothing of whose people those under them are."""

import pytest

from data.understanding.layout.titles.agencies.agencies_above import group_above


@pytest.mark.parametrize(("times", "agency"), [(1, "FIA"), (100, "")])
def test_a_text_without_an_end_says_nothing_and_keeps_no_expression_busy(
    times: int, agency: str
) -> None:
    assert group_above([" ".join(["Training of officers of the FIA"] * times)]) == agency
