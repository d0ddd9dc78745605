"""Of which agency people are: guests of another country, and all of a table by its title."""

import pytest

from tests.data.understanding.test_as_offices_send import listed
from tests.data.understanding.test_read_unasked import summed, understood

# --------------------------------------------------------------- guests of another country


@pytest.mark.parametrize(
    ("told", "agency"),
    [
        ("Border Police", "Border Police"),
        ("Police", "Police (of another country)"),
        ("Department of Labour, Zabul", "Department of Labour, Zabul"),
        ("Directorate of Social Affairs", "Directorate of Social Affairs"),
        ("NGO", "Civil society"),
        ("FIA", "FIA"),
    ],
)
@pytest.mark.parametrize("province", ["Zabul", "Zabul, Afghanistan"])
def test_whoever_lives_abroad_is_of_no_department_of_this_country(
    told: str, agency: str, province: str
) -> None:
    header = ["Agency", "Sex", "District", "Province"]
    rows = [["Levies", "M", "Kalat", "Balochistan"], ["Police", "M", "Kalat", "Balochistan"],
            ["Police", "F", "Quetta", "Balochistan"], [told, "M", "Qalat", province]]  # fmt: skip
    found = understood(listed(header, *rows))
    assert summed(found, "agency") == {"Levies": 1, "Police": 2, agency: 1}


@pytest.mark.parametrize("post", ["DSP", "Assistant Commissioner", "Labour Officer"])
def test_the_post_of_a_guest_is_of_no_department_of_this_country(post: str) -> None:
    rows = [[post, "M", "Kalat", "Balochistan"], [post, "M", "Qalat", "Zabul"]]
    found = understood(listed(["Designation", "Sex", "District", "Province"], *rows))
    told = summed(found, "agency")
    assert len(told) == 2
    assert set(told.values()) == {1}
