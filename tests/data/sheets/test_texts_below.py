"""What a letter or minutes have below their table, with cells of their own."""

import pytest

from data.understanding.understand import Understood
from tests.data.sheets_made import understood

MINUTES = """\
MINUTES OF THE MEETING HELD ON 12TH NOVEMBER, 2024

Training\tDates\tDistrict\tDepartment\tParticipants
Members of the committee, Pishin\t10-11 September 2024\tPishin\tLevies\t14 (fourteen)
Members of the committee, Kech\t8-9 October 2024\tKech\tPolice\t12
"""
REPLY = """\
A training was held at Islamabad from 11th to 13th December, 2023, as under:-

S. No.\tDistrict\tPolice\tFIA\tSocial Welfare\tTotal
1.\tAttock\t4\t1\t1\t6
2.\tChakwal\t3\t0\t2\t5
\tTotal\t7\t1\t3\t11
"""


def _below(found: Understood) -> list[int]:
    told = found.checked.tables["attendance"].left_out
    return [row.row for row, why in told if why == "a text below the table"]


def test_a_list_below_a_blank_line_with_cells_of_its_own_is_no_row() -> None:
    more = (
        "\nLIST OF PARTICIPANTS\ni.\tAdditional Secretary\t(In the chair)\nii.\tDirector, Quetta\n"
    )
    found = understood((MINUTES + more).encode())
    assert found.checked.attendance["participants_unspecified"].tolist() == [14, 12]
    assert not len(found.checked.problems)
    assert not found.checked.queue
    assert _below(found) == [8, 9]


@pytest.mark.parametrize("blank", ["", "\n"])
def test_whoever_signed_below_the_total_is_no_row(blank: str) -> None:
    signed = "ISLAMABAD:\nThe 20th February, 2024.\t\tNOBODY NONAME, Secretary\n"
    found = understood((REPLY + blank + signed).encode())
    assert found.checked.attendance["participants_unspecified"].sum() == 11
    assert not len(found.checked.problems)
    assert len(_below(found)) == 1
    assert "NOBODY" not in str((found.notes, found.checked.tables["attendance"].left_out))


@pytest.mark.parametrize(
    "more",
    [
        "\nMembers of the committee, Kalat\t12-13 November 2024\n",  # a day under days
        "\nMembers of the committee, Kalat\tto be told\tKalat\n",  # a place
        "\nMembers of the committee, Kalat\tKalat\tLevies\t9\n",  # its cells one too far left
        "\ni.\tDirector, Quetta\nMembers of the committee, Kalat\t12 November 2024\tKalat\n",
        "i.\tDirector, Quetta\t(In the chair)\n",  # no blank line, and no total
    ],
)
def test_a_short_row_that_may_be_a_record_stays_a_problem(more: str) -> None:
    found = understood((MINUTES + more).encode())
    assert len(found.checked.problems)
    assert not _below(found)


def test_a_row_of_numbers_below_the_total_stays_a_problem() -> None:
    found = understood((REPLY + "\n3.\tJhelum\t2\t1\n").encode())
    assert len(found.checked.problems)
    assert not _below(found)


PARAGRAPHS = (
    "\n2.\tThe Additional Secretary welcomed the participants and explained the purpose.\n"
    "3.\tIt was decided that district committees shall meet every quarter.\n"
    "4.\tThe session ended with a vote of thanks.\n"
)


def test_numbered_paragraphs_below_a_list_are_texts() -> None:
    names = ["Zarqoon Nobody", "Palwasha Noname", "Zarqa Nobody", "Gulab Noname"]
    people = "".join(f"{n}.\t{one}\tDSP\tPolice\tSukkur\n" for n, one in enumerate(names, 1))
    above = "MINUTES OF THE TRAINING\nHELD ON 20TH FEBRUARY, 2023 AT NOWHERE HALL, SUKKUR\n\n"
    header = "Sr.\tName\tDesignation\tDepartment\tDistrict\n"
    found = understood((above + header + people + PARAGRAPHS).encode())
    assert found.checked.participants_accepted == 4
    assert not len(found.checked.problems)
    assert found.checked.trainings["title"].tolist() == ["MINUTES OF THE TRAINING"]
