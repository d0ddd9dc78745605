"""Texts that name somebody by a rank, and those that name the unit of one."""

import pytest

from data.records.personal_data import looks_personal


@pytest.mark.parametrize(
    ("text", "personal"),
    [
        ("ASI WPS", False),
        ("SI CIA", False),
        ("Inspector AHTC", False),
        ("HC PTS", False),
        ("DSP HQrs Charsadda", False),
        ("DSP Hqrs Zarqoon Nobody", True),
        ("SI WPS Kasur", False),
        ("Dr DHQ", False),
        ("ASI Zarqoon", True),
        ("ASI ZARQOON", True),
        ("SI Z. Nobody", True),
        ("SI WPS Zarqoon", True),
        ("ASI PHP Zarqoon Nobody", True),
        ("SI MK Nobody", True),
    ],
)
def test_a_rank_names_somebody_but_before_a_unit(text: str, *, personal: bool) -> None:
    assert looks_personal(text) is personal
