"""The setting of a public view: what it may be, and that nothing is shown in place of one."""

import pytest

from data.records.public_view import smallest_block


@pytest.mark.parametrize("setting", ["", " 0 ", "0"])
def test_an_internal_view_has_no_smallest_block(setting: str) -> None:
    assert smallest_block(setting, "TRAINING_PUBLIC") == 0


@pytest.mark.parametrize("setting", ["2", " 5 ", "1000"])
def test_a_public_view_is_refused_without_a_public_edition(setting: str) -> None:
    with pytest.raises(ValueError, match=r"^TRAINING_PUBLIC is \d+, .* is not available"):
        smallest_block(setting, "TRAINING_PUBLIC")


@pytest.mark.parametrize("setting", ["1", "-5", "five", "5.0", "\u0665", "1001", "yes"])
def test_a_wrong_setting_says_what_is_asked_for(setting: str) -> None:
    with pytest.raises(ValueError, match=r"TRAINING_PUBLIC is .*from 2 to 1,000, usually 5"):
        smallest_block(setting, "TRAINING_PUBLIC")
