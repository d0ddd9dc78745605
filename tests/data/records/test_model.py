"""Shares in per cent: a little is not nothing, nearly all is not everything, none is no data."""

import pytest

from data.records.model import in_percent


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0, "0%"),
        (0.0005, "<1%"),
        (0.005, "<1%"),
        (0.0051, "1%"),
        (0.43, "43%"),
        (0.995, ">99%"),
        (1, "100%"),
        (None, "no data"),
        (float("nan"), "no data"),
    ],
)
def test_a_share_in_per_cent(share: float | None, words: str) -> None:
    assert in_percent(share) == words
