"""Columns of signatures that tell who did not come."""

import pytest

from data.records.model import COUNT_COLUMNS
from data.understanding.understand import Understood
from tests.data.sheets_made import of_all, text_of, understood
from tests.data.understanding.readings import figures, read, unsure
from tests.in_turn import in_turn

ABOVE = "Training on referral held on 16 May 2023"


def signed(called: str, *texts: str) -> bytes:
    """Return a list of officers with what stands in the place of their signatures."""
    header = ["No", "Name", "Department", "District", "Sex", called]
    rows = [[str(n), f"Zarqoon{n} Nobody", "Health", "Kasur", "FM"[n % 2], text]
            for n, text in enumerate(texts, start=1)]  # fmt: skip
    return text_of([[ABOVE], header, *rows]).encode()


CALLED = ("Sig.", "Dastkhat", "دستخط", "Sign. / Thumb Impression", "Participants' signatures")


@in_turn(
    {
        "called": CALLED,
        "texts, came": [
            (("Sd/-", "Absent", "Sd/-", "On leave"), 2),
            (("P", "A", "P", "P"), 3),
            (("✓", "✗", "✓", "غیر حاضر"), 2),
            (("Zar. N", "Absent (sick)", "Z. Nob", "Did not attend"), 2),
            (("", "", "", ""), 4),
        ],
    }
)
def test_whoever_is_absent_in_the_place_of_a_signature_is_not_counted(
    called: str, texts: tuple[str, ...], came: int
) -> None:
    found = read(signed(called, *texts))
    assert figures(found) == (1, came)
    assert not len(found.checked.problems)


@pytest.mark.parametrize("text", ["-"])
def test_where_some_have_not_signed_it_is_asked(text: str) -> None:
    assert unsure(read(signed("Signature", "Sd/-", text, "Absent"))) == {
        "Signature": "other_personal"
    }


@pytest.mark.parametrize(("note", "asked"), [
    ("Only those who have signed or put their thumb came.", False),
    ("Blank = absent", False), ("Those who have signed came for tea.", True),
])  # fmt: skip
def test_who_has_not_signed_did_not_come_where_a_text_says_so(note: str, asked: bool) -> None:
    found = read(signed("Signature", "Sd/-", "", "Thumb impression") + f"\n,{note}\n".encode())
    assert bool(unsure(found)) if asked else figures(found) == (1, 2)


@pytest.mark.parametrize(
    ("header", "spare", "asked"),
    [(["No", "Name", "Sex"], ["3", "", ""], False), (["Name"], ["Zarqoon3 Nobody"], True)],
)
def test_nobody_signs_beside_a_number_of_a_form_alone(
    header: list[str], spare: list[str], asked: bool
) -> None:
    names = [["1", "Zarqoon1 Nobody", "F"], ["2", "Zarqoon2 Nobody", "M"]]
    kept = slice(None) if len(header) > 1 else slice(1, 2)
    rows = [*([*row[kept], "signed"] for row in names), [*spare, ""]]
    above = [["Training of officers of Police, District Kasur"], [ABOVE], [*header, "Signature"]]
    found = read(text_of([*above, *rows]).encode())
    assert isinstance(found, Understood) is not asked


@pytest.mark.parametrize(("mark", "asked"), [("A", False), ("P", True)])
def test_marks_of_who_came_say_what_a_missing_signature_does(mark: str, asked: bool) -> None:
    header = ["No", "Name", "Department", "District", "Sex", "Attendance", "Signature"]
    marks = [("P", "sd/-"), (mark, ""), ("P", "sd/-"), ("A", "")]
    rows = [[str(n), f"Zarqoon{n} Nobody", "Health", "Kasur", "FM"[n % 2], *own]
            for n, own in enumerate(marks)]  # fmt: skip
    note = ["", "P = Present, A = Absent", "", "", "", "", ""]
    found = read(text_of([[ABOVE], header, *rows, note]).encode())
    if asked:
        assert unsure(found) == {"Signature": "other_personal"}
    else:
        assert figures(found) == (1, 2)


@pytest.mark.parametrize(("second", "asked"), [("A", False), ("L", True)])
def test_whoever_came_on_no_day_has_not_signed(second: str, asked: bool) -> None:
    header = ["No", "Name", "Department", "District", "Sex", "Day-1 (8 May)", "Day-2 (9 May)",
              "Signature"]  # fmt: skip
    marks = [("P", "A", "sd"), ("A", second, ""), ("A", "P", "sd"), ("P", "P", "sd")]
    rows = [[str(n), f"Zarqoon{n} Nobody", "Health", "Kasur", "FM"[n % 2], *own]
            for n, own in enumerate(marks)]  # fmt: skip
    above = ["Two-day training on referral, Kasur, 8 and 9 May 2023"]
    note = ["(P present, A absent, L leave)"]
    found = read(text_of([above, note, header, *rows]).encode())
    if asked:
        assert unsure(found) == {"Signature": "other_personal"}
    else:
        assert figures(found) == (1, 3)


@pytest.mark.parametrize("text", ["Absent on day 2", "L"])
def test_what_a_signature_leaves_open_is_listed(text: str) -> None:
    found = read(signed("Signature", "Sd/-", text, "Sd/-", "Sd/-"))
    assert len(found.checked.problems) == 1
    assert figures(found) == (1, 3)


def test_whoever_was_on_leave_did_not_come() -> None:
    remarks = ["Present", "Maternity leave", "on sick leave", "Medical leave due to fever"]
    rows = [[str(n), f"Zarqoon{n} Nobody", "Health", "Kasur", "F", remark]
            for n, remark in enumerate(remarks, start=1)]  # fmt: skip
    header = ["No", "Name", "Department", "District", "Sex", "Remarks"]
    assert figures(read(text_of([[ABOVE], header, *rows]).encode())) == (1, 1)


@pytest.mark.parametrize(("note", "asked"), [
    ("Those who have not signed on either day did not report.", False), ("Tea was served.", True),
    ("Blank does not mean absent; the sheet ran short.", True),
        ("Whoever has not signed may be absent", True),
    ("The sheet of 17 May was not signed by the DPO, who was absent", True),
    ("جن کے دستخط خالی ہیں وہ بھی حاضر تھے", True),
])  # fmt: skip
def test_whoever_signed_on_no_day_did_not_come_where_a_text_says_so(note: str, asked: bool) -> None:
    header = ["No", "Name", "Department", "District", "Sex", "Sig. (16 May)", "Sign (17 May)"]
    signs = [("sd/-", "sd/-"), ("sd/-", ""), ("", ""), ("", "sd/-")]
    rows = [[str(n), f"Zarqoon{n} Nobody", "Health", "Kasur", "FM"[n % 2], *own]
            for n, own in enumerate(signs)]  # fmt: skip
    found = read(text_of([[ABOVE], header, *rows, [], ["", note]]).encode())
    assert len(unsure(found)) == 2 if asked else figures(found) == (1, 3)


HEADER = ("S.#", "Name", "Gender", "Department", "District", "CNIC", "Nights")


def paid(*below: list[str]) -> bytes:
    """Return a list of three numbered officers with rows below it."""
    rows = [[str(n), f"Zarqoon{n} Nobody", "Male", "Police", "Kasur", "", "2"] for n in (1, 2, 3)]
    return text_of(
        [[ABOVE], list(HEADER), *rows, *(row + BLANK[len(row) :] for row in below)]
    ).encode()


BLANK = [""] * len(HEADER)
TOTAL = ["", "Total", "", "", "", "", "6"]


@pytest.mark.parametrize(
    "below",
    [
        [TOTAL, BLANK, ["", "Paid by: Finance Assistant", "", "", "Verified by:"]],
        [BLANK, ["", "Received by", "", "", "Disbursed by"], ["", "Accountant", "", "", "Manager"]],
        [TOTAL, ["", "General Secretary, Bar Association", "", "", "Finance Officer"]],
        [BLANK, ["", "Course Commander", "", "", "(Deputy Director Training)"]],
    ],
)
def test_who_signs_or_pays_below_a_list_is_nobody_of_it(below: list[list[str]]) -> None:
    found = read(paid(*below))
    assert isinstance(found, Understood)
    assert figures(found) == (1, 3)
    assert not found.checked.queue
    assert not len(found.checked.problems)
    assert "a note below the table" in set(of_all(found.checked, "set_aside")["reason"])


@pytest.mark.parametrize(
    "below",
    [
        [["", "President DBA", "", "", "Secretary DBA"]],  # right under the last person
        [BLANK, ["4", "Secretary DBA", "", "", "Kasur"]],
        [BLANK, ["", "Secretary DBA", "Male", "Labour", "Kasur"]],
        [BLANK, ["", "Zarqoon4 Nobody", "", "", "Kasur"]],
    ],
)
def test_who_may_be_of_a_list_is_not_left_out(below: list[list[str]]) -> None:
    found = read(paid(*below))
    assert isinstance(found, Understood)
    came = found.checked.attendance[list(COUNT_COLUMNS)].sum().sum()
    assert came + len(found.checked.problems) == 4


def test_the_sector_of_a_list_is_its_agency_whatever_a_posting_may_tell() -> None:
    rows = [[str(n), f"Zarqoon{n} Nobody", "M", f"DBA {home}", "Civil society", "sd"]
            for n, home in enumerate(("Sahiwal", "Okara", "Pakpattan"), start=1)]  # fmt: skip
    header = ["Sr #", "Name", "Gender", "Enrolled at (Bar)", "Sector", "Signature"]
    found = understood(text_of([[ABOVE], header, *rows]).encode())
    assert set(found.checked.attendance["agency"]) == {"Civil society"}
