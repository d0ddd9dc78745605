"""Letters with a small table in them: to whom, written when, and what was held."""

import pytest

from data.sheets.field_names import field_of_name
from data.understanding.understand import Question, Understood
from tests.data.sheets_made import text_of
from tests.data.understanding.readings import (
    TRAINING,
    figures,
    read,
    summed,
    understood,
    unsure,
)
from tests.in_turn import in_turn

ROWS = [["1", "Kasur", "5", "4"], ["2", "Okara", "4", "4"], ["3", "Sialkot", "6", "5"],
        ["", "Total", "15", "13"]]  # fmt: skip


@in_turn(
    {
        "opens": [["To,"], ["Dear Sir,"], ["Respected Sir,"]],
        "sentence": [
            "The training of police officers was held at Kasur on 26-27 September 2022.",
            "The training of police officers was conducted in the Town Hall, Kasur from 26 to 27 "
            "September 2022.",
            "The training of police officers was held on 26-27 September 2022 at Kasur.",
        ],
    }
)
def test_a_letter_has_its_own_day_and_its_first_words_name_no_column(
    opens: list[str], sentence: str
) -> None:
    above = [["No. 5/TIP/2022 Dated Kasur the 29th September, 2022"], opens, ["The Secretary"],
             ["Subject: REPORT OF TRAINING ON REFERRAL"], [sentence]]  # fmt: skip
    header = ["S.No", "Name of District of posting", "Officers nominated", "Officers attended"]
    rows = [*([*row, "", "", ""] for row in above), header, *ROWS, [""], ["", "", "", "DSP"]]
    found = understood(text_of(rows).encode())
    assert figures(found) == (1, 13)
    assert summed(found, "agency") == {"Police": 13}
    assert set(found.checked.trainings["date_start"].astype("str")) == {"2022-09-26"}


@pytest.mark.parametrize(
    ("name", "field"),
    [("Name of district of posting", "district"), ("Name of the department", "department"),
     ("Name of the district of participants", "district"), ("Name of school", None),
     ("Date of first day", "date_start"), ("Date of the last day", "date_end")],
)  # fmt: skip
def test_the_name_of_what_a_column_tells_is_that(name: str, field: str | None) -> None:
    assert field_of_name(name) == field


def counted(called: str, *, invited: str = "") -> Understood | Question:
    planned, told = ([invited], ["6"]) if invited else ([], [])
    header = ["S#", "Date", "District of posting", *planned, called]
    rows = [
        [str(n), f"2022-0{n}-09", place, *told, came]
        for n, (place, came) in enumerate((("Kasur", "4"), ("Okara", "4"), ("Swat", "5")), 1)
    ]
    return read(text_of([["Training of police officers"], header, *rows]).encode())


@pytest.mark.parametrize("called", ["Participant", "Participated"])
def test_numbers_are_no_names_of_persons(called: str) -> None:
    assert unsure(counted(called)) == {called: "participants_total"}


@pytest.mark.parametrize(
    ("invited", "came"),
    [("Booked", "Attended"), ("No. of officials invited", "No. of officials who attended")],
)  # fmt: skip
def test_who_was_booked_or_invited_is_none_of_who_came(invited: str, came: str) -> None:
    assert figures(counted(came, invited=invited)) == (3, 13)


@pytest.mark.parametrize("name", ["Delegates' employer", "Nominee's department"])
def test_the_employer_of_delegates_is_that_of_those_who_came(name: str) -> None:
    assert field_of_name(name) == "department"


SENT = [["No. DC/1187, dated 27-04-2023",
         "SUBJECT: NOMINATION OF OFFICERS FOR TRAINING ON REFERRAL W.E.F. 15-05-2023"],
        ["Subject: Training on referral, 15-16 May 2023",
         "The following officers are hereby nominated."],
        ["Subject: Training on referral, 15-16 May 2023",
         "Officers named below are directed to report at the venue by 0900 hrs."],
        ["Training on referral, 15-16 May 2023", "درج ذیل افسران کو نامزد کیا جاتا ہے"],
        ]  # fmt: skip
SENT_NAMES = ["S#", "Name", "Deptt.", "District"]
SENT_ROWS = [[str(n), f"Zarqoon {n}", "FIA", "Kasur"] for n in range(1, 5)]


@pytest.mark.parametrize("above", SENT)
def test_a_letter_that_sends_people_to_a_training_does_not_say_that_they_came(
    above: list[str],
) -> None:
    letter = [*([text] for text in above), [], SENT_NAMES, *SENT_ROWS]
    assert unsure(read(text_of(letter).encode()))


def test_whoever_attended_came_though_a_letter_sent_them() -> None:
    for above in SENT[:2]:
        came = [*([text] for text in above), [], [*SENT_NAMES, "Attended"],
                *([*row, "Yes"] for row in SENT_ROWS)]  # fmt: skip
        assert figures(understood(text_of(came).encode())) == (1, 4)
    said = [["Training on referral, 15-16 May 2023"],
            ["Officers who were nominated and attended the training:"]]  # fmt: skip
    letter = [*said, [], SENT_NAMES, *SENT_ROWS]
    assert figures(understood(text_of(letter).encode())) == (1, 4)


@pytest.mark.parametrize("title", ["نامزدگیاں برائے تربیت ۲۵ فروری ۲۰۲۵، لاہور"])
def test_a_list_of_those_who_were_nominated_in_urdu_tells_no_day_on_which_they_came(
    title: str,
) -> None:
    rows = [["نمبر", "نام", "جنس", "محکمہ", "ضلع"],
            ["1", "زرقون ایک", "مرد", "پولیس", "لاہور"],
            ["2", "زرقون دو", "خاتون", "محنت", "قصور"]]  # fmt: skip
    assert "Date above the rows" in unsure(read(text_of([[title], *rows]).encode()))
    held = "تربیت ۲۵ فروری ۲۰۲۵، لاہور"
    assert figures(understood(text_of([[held], *rows]).encode())) == (1, 2)


LETTER = [["No. DC/AB/452", "", "", "", "Dated: 11-06-2024"],
          ["Subject:", "ATTENDANCE OF TRAINING ON TRAFFICKING (4TH AND 5TH JUNE 2024)"], [],
          ["S.No.", "Name", "Designation", "Department", "District"],
          ["1", "Mr. Zarqoon One", "Inspector", "Police", "Kasur"],
          ["2", "Ms. Zarqoon Two", "ASI", "Police", "-do-"],
          ["3", "Mr. Zarqoon Three", "Inspector", "Police", "Okara"],
          ["4", "Mr. Zarqoon Four", "Inspector", "Police", "Okara"], []]  # fmt: skip
SIGNED = [["", "", "", "(Zarqash Nobody)"], ["", "", "", "for Deputy Commissioner Kasur"]]


@pytest.mark.parametrize("copies", [
    [["Copy forwarded for information to:-"], ["i.", "The DPO Kasur"], ["ii.", "Zarqash Nobody"]],
    [["CC:", "Deputy Commissioner Okara"], ["2", "Office copy"]],
    [["نقل برائے اطلاع"], ["1", "ڈپٹی کمشنر قصور"]],
])  # fmt: skip
def test_who_signs_a_letter_and_who_has_a_copy_is_none_of_its_list(copies: list) -> None:
    found = understood(text_of([*LETTER, *SIGNED, *copies]).encode())
    assert figures(found) == (1, 4)
    assert summed(found, "adm2_pcode") == {"PK614": 2, "PK626": 2}
    assert [*found.checked.trainings["date_start"].astype(str)] == ["2024-06-04"]
    assert "Zarq" not in repr((found.checked, *found.notes))


def test_a_second_list_under_the_copies_of_a_letter_is_read() -> None:
    more = [["Copy to:"], ["1.", "Master file"], [], *LETTER[3:5]]
    found = read(text_of([*LETTER, *more]).encode())
    assert isinstance(found, Question) or figures(found)[1] == 5


@pytest.mark.parametrize(
    ("written", "town", "asked"),
    [("03.03.2025", "Ahmadpur Sial", []), ("20.02.2025", "Ahmadpur Sial", ["date_start"]),
     ("03.03.2025", "Daska", [])],  # in Sialkot
)  # fmt: skip
def test_days_behind_from_and_to_and_towns_of_duty_come_before_those_of_the_office(
    written: str, town: str, asked: list[str]
) -> None:
    rows = [["OFFICE OF THE DEPUTY DIRECTOR SOCIAL WELFARE, JHANG", "", "", ""],
            ["No. DDSW/JNG/2025/ 418", "", "", f"Dated: {written}"],
            ["Title of Training:", "Protection of Victims", "", ""],
            ["From:", "25.02.2025", "To:", "26.02.2025"], ["Venue:", "Sanatzar, Jhang", "", ""],
            ["Sr. No.", "Name of Officer", "Designation", "Station (Tehsil)"],
            ["1", "Nobody Aslam", "Social Welfare Officer", "Jhang"],
            ["2", "Nobody Bibi", "Social Welfare Officer", "Shorkot"],
            ["3", "No One Else", "Social Welfare Officer", town]]  # fmt: skip
    found = read(text_of(rows).encode())
    if isinstance(found, Question):
        assert [*unsure(found).values()] == asked
    else:
        assert not asked
        homes = {"PK612": 2, "PK634": 1} if town == "Daska" else {"PK612": 3}
        assert summed(found, "adm2_pcode") == homes
        [days] = found.checked.trainings[["date_start", "date_end"]].astype("str").to_numpy()
        assert [*days] == ["2025-02-25", "2025-02-26"]


def test_a_table_that_a_mail_corrects_and_quotes_is_not_counted_again() -> None:
    lines = ["Corrected figures of the police training held on 9 May 2023:", "",
             "Participants' district | Men | Women", "Kasur | 9 | 3", "Okara | 4 | 1", "",
             "-----Original Message-----", "> Draft figures below",
             "> Participants' district | Men | Women", "> Kasur | 10 | 2",
             "> Total 12"]  # fmt: skip
    fields = {"agency": "Police", **TRAINING}
    found = understood("\n".join(lines).encode(), **fields)
    assert summed(found, "adm2_pcode") == {"PK614": 12, "PK626": 5}
    lines[0] = lines[0].removeprefix("Corrected ")  # of which nobody knows what it replaces
    found = understood("\n".join(lines).encode(), **fields)
    assert found.checked.queue or len(found.checked.problems)
