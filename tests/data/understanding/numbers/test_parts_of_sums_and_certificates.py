"""Rows that count some people of the row above once more, and sentences that close a list."""

import pytest

from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import read, summed, unsure
from tests.in_turn import in_turn

COUNTED = [["Training on referral held at Kasur on 16 May 2023"],
           ["Home District", "Agency", "Men", "Women", "Together"],
           ["Kasur", "Police", "5", "1", "6"],
           ["Okara", "FIA", "4", "3", "7"],
           ["Okara", "Social Welfare", "2", "4", "6"]]  # fmt: skip
TOTAL = ["Total", "", "11", "8", "19"]


@in_turn({
    "part":
    ["Of whom officers", "(out of these: civil servants)", "ان میں سے سرکاری", "jin mein sarkari"],
    "total": [[], [TOTAL]],
})  # fmt: skip
def test_people_of_the_row_above_are_not_counted_again(part: str, total: list[list[str]]) -> None:
    found = read(text_of([*COUNTED, *total, [part, "", "4", "3", "7"]]).encode())
    assert isinstance(found, Understood), found
    assert not len(found.checked.problems)
    assert not found.checked.queue
    assert summed(found, "agency") == {"Police": 6, "FIA": 7, "Social Welfare Department": 6}


def test_a_remark_on_some_of_its_people_leaves_a_row_counted() -> None:
    rows = [[*COUNTED[1], "Remarks"], *([*row, "of which 2 by bus"] for row in COUNTED[2:])]
    found = read(text_of([COUNTED[0], *rows]).encode())
    assert isinstance(found, Understood), found
    assert sum(summed(found, "agency").values()) == 19


def listed(below: str) -> bytes:
    """Return a list of four persons with a text under their names."""
    rows = [[str(n), f"Zarqoon{n} Nobody", "Inspector", "Police Lines", "Kasur"]
            for n in range(1, 5)]  # fmt: skip
    title = ["List of police officers trained on trafficking at Kasur on 19-09-2023"]
    header = ["Sr.#", "Officer", "Rank", "Unit", "District"]
    return text_of([title, header, *rows, [], ["", below]]).encode()


@pytest.mark.parametrize(
    "below", ["Certified that the above 4 officers attended.",
              "تصدیق کی جاتی ہے کہ مندرجہ بالا افسران نے شرکت کی"]
)  # fmt: skip
def test_a_certificate_under_a_list_is_no_person(below: str) -> None:
    found = read(listed(below))
    assert isinstance(found, Understood), found
    assert not len(found.checked.problems)
    assert summed(found, "agency") == {"Police": 4}


def test_a_text_on_who_was_absent_or_on_another_number_is_no_bare_certificate() -> None:
    found = read(listed("Certified that 3 of them attended, one was absent"))
    assert isinstance(found, Understood)
    assert len(found.checked.problems)
    found = read(listed("Certified that the above 3 officers attended."))
    assert isinstance(found, Understood)
    assert [one.value for one in found.checked.queue] == ["3 told of, 4 listed"]


def test_parts_of_nothing_above_them_are_asked_about() -> None:
    rows = [["of which police", "", "5", "1", "6"], ["of which FIA", "", "4", "3", "7"]]
    found = read(text_of([*COUNTED[:2], *rows]).encode())
    assert not isinstance(found, Understood) or found.checked.queue


@pytest.mark.parametrize(
    ("names", "read_as_persons"),
    [(["Mr. Zarqoon Nobody", "Ms. Palwasha Nobody", "Mr. Gulab Nobody"], True),
     (["Zarqoon Khan", "Zarmeen Hussain", "Zarqash Ahmed"], True),  # with a number each
     (["Zarqoon Awaz", "Shamla Gah", "Bela Dastak"], False),  # bodies may be called so
     (["Darul Aman Kasur", "Zarqoon Welfare Trust", "Women Forum"], False)],
)  # fmt: skip
def test_to_whom_certificates_were_issued_are_persons_where_they_are_addressed(
    names: list[str], *, read_as_persons: bool
) -> None:
    rows = [["Certificate No.", "Awarded to", "Department", "District of posting", "Training",
             "Training from", "Training to"],
            *[[f"AHT/{n}", one, agency, "Kasur", "Module I", "2023-05-16", "2023-05-17"]
              for n, (one, agency) in enumerate(zip(names, ["Police", "FIA", "Police"],
                                                    strict=True))]]  # fmt: skip
    found = read(text_of(rows).encode())
    assert isinstance(found, Question) is not read_as_persons
    if read_as_persons:
        assert isinstance(found, Understood)
        assert summed(found, "agency") == {"Police": 2, "FIA": 1}


def certified(above: str) -> Understood | Question:
    """Return what is read of a list of certificates with a day of issue, under a text."""
    rows = [["S. No", "Name", "Department", "District", "Certificate No.", "Issued on"],
            ["1", "Mr. Zarqoon Nobody", "Police", "Kasur", "C/01", "09.05.2025"],
            ["2", "Ms. Zarqoona Nobody", "FIA", "Okara", "C/02", "09.05.2025"]]  # fmt: skip
    return read(text_of([[above], *rows]).encode())


def test_a_certificate_says_on_which_days_its_training_was() -> None:
    for above in (
        "Certificates issued – 2-day course on screening (7 and 8 May 2025, Kasur)",
        "List of certificates issued: two-day workshop on referral, 7-8 May 2025",
        "Certificates prepared for the course on referral (7 to 8 May 2025)",
    ):
        found = certified(above)
        assert isinstance(found, Understood), above
        [days] = found.checked.trainings[["date_start", "date_end"]].to_numpy().tolist()
        assert [f"{day:%d.%m}" for day in days] == ["07.05", "08.05"]


def test_one_day_on_which_certificates_may_have_been_issued_is_asked_about() -> None:
    for above in ("Certificates issued – 2-day course on screening (9 May 2025)",
                  "Certificates issued 9 May 2025, course on screening",
                  "Certificates issued – 3-day course on screening (7-8 May 2025)",
                  "Certificates issued after nominations, 2-day course (7-8 May 2025)",
                  "Letter issued for the 2-day course on screening (7-8 May 2025)"):  # fmt: skip
        assert isinstance(certified(above), Question), above


def shared(name: str, *shares: str) -> bytes:
    """Return a table of so many of all who came, and of their share of one sex, in percent."""
    numbers = zip(COUNTED[2:], ["20", "8", "10"], shares, strict=True)
    rows = [[*row[:2], number, share] for row, number, share in numbers]
    header = ["Home District", "Agency", "Participants", name]
    return text_of([COUNTED[0], header, *rows]).encode()


@pytest.mark.parametrize(
    ("name", "shares", "women"),
    [("Women, %", ("25%", "25%", "0%"), 7), ("% female", ("5", "12.5", "30"), 5),
     ("Share of women (%)", ("33%", "38%", "50%"), None),
     ("Women, %", ("25%", "25%", ""), None)],
)  # fmt: skip
def test_a_share_of_women_is_their_number_where_only_one_can_be(name, shares, women) -> None:
    found = read(shared(name, *shares))
    if women is None:
        assert unsure(found) == {name: ""}
        return
    assert isinstance(found, Understood), found
    assert summed(found, "agency") == {"Police": 20, "FIA": 8, "Social Welfare Department": 10}
    assert found.checked.attendance["participants_f"].sum() == women
    assert found.checked.attendance["participants_m"].sum() == 38 - women
