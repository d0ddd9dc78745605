"""Numbers beside those who came that count nobody who did, and who came as a plan names them."""

import pytest

from data.records.errors import ReadingError
from tests.data.sheets_made import csv_of, text_of
from tests.data.understanding.readings import DAY, figures, read, understood, unsure

CAME = [["Referral", DAY, "Kasur", "14", "4", "20"], ["Referral", "16 May 2023", "Okara", "9", "5",
        "25"]]  # fmt: skip


def test_numbers_of_a_committee_or_a_bill_are_no_participants() -> None:
    names = ["Strength of Committee", "Bill No.", "Receipt #", "Rupees", "Total years", "Spent",
             "Cases referred in quarter", "Cases reported during the month"]  # fmt: skip
    rows = [[*row, *[row[-1]] * (len(names) - 1)] for row in CAME]
    header = ["Training", "Date", "District", "Male", "Female", *names]
    assert figures(read(csv_of(*rows, header=header), agency="not published")) == (2, 32)


@pytest.mark.parametrize("name", ["Present strength", "18 to 29 years"])
def test_numbers_that_may_be_of_participants_are_asked_about(name: str) -> None:
    found = read(csv_of(*CAME, header=["Training", "Date", "District", "Male", "Female", name]))
    assert name in unsure(found)


@pytest.mark.parametrize(
    ("names", "asked"),
    [(("Target pax", "Achieved pax"), False),
     (("متوقع شرکاء", "اصل شرکاء (جو آئے)"), False), (("مدعو شرکاء", "شرکاء جو آئے"), False),
          (("Namzad shuraka", "Shuraka jo shareek hue"), False),
     (("Planned cost", "Actual cost"), None)],
)  # fmt: skip
def test_actual_pax_beside_planned_pax_are_who_came(
    names: tuple[str, str], asked: bool | None
) -> None:
    rows = [row[:3] + row[3:5][::-1] for row in CAME]
    found = read(
        csv_of(*rows, header=["Training", "Date", "District", *names]), agency="not published"
    )
    if asked is False:
        assert figures(found) == (2, 23)
    else:
        assert names[1] in unsure(found)


def test_whom_a_list_pays_is_named_and_comes_from_home() -> None:
    header = ["V. No.", "Paid to", "Coming from", "Male", "Female", "Office", "Rupees"]
    rows = [["301", "Zarqoon Nobody", "Kasur", "✓", "", "Police", "1500"],
            ["302", "Zarqoona Nobody", "Okara", "", "✓", "FIA", "2000"]]  # fmt: skip
    above = ["TA/DA of participants of the training on referral, 9 May 2023"]
    found = understood(text_of([above, header, *rows]).encode())
    assert figures(found) == (1, 2)
    assert {*found.checked.attendance["adm2_pcode"]} == {"PK614", "PK626"}


PAID = ["District of posting", "Agency", "Total persons", "Rate per day (Rs.)", "Amount (Rs.)"]
TO_WHOM = [["Kasur", "Police", "7", "2500", "35000"], ["Okara", "FIA", "4", "2500", "20000"]]


@pytest.mark.parametrize(
    "above",
    ["DSA of trainees"],
)  # fmt: skip
def test_a_statement_of_allowances_counts_those_who_were_trained(above: str) -> None:
    texts = [[above], [f"Training on TIP at Lahore, {DAY}"]]
    assert figures(understood(text_of([*texts, PAID, *TO_WHOM]).encode())) == (1, 11)


@pytest.mark.parametrize(
    ("above", "column"),
    [
        ("Budget estimate for TA/DA of participants of the training", "Total persons"),
        ("TA/DA payable to participants of the training", "Total persons"),
        ("Lunch boxes and stationery for the training", "Total persons"),
        ("TA/DA and items of the training", "Quantity"),
        ("TA/DA paid to drivers", "Total persons"),
    ],
)
def test_what_is_bought_or_still_to_be_paid_is_no_list_of_those_trained(
    above: str, column: str
) -> None:
    header = [column if name == "Total persons" else name for name in PAID]
    with pytest.raises(ReadingError, match="purchases"):
        read(text_of([[above], [DAY], header, *TO_WHOM]).encode())


def test_a_nominee_is_a_person_and_the_letter_beside_the_sex() -> None:
    rows = [["Referral", DAY, "Zarqoon Nobody", "DSP Legal", "Kasur", "M"],
            ["Referral", DAY, "Zarqoona Nobody", "ADPP", "Kasur", "F"]]  # fmt: skip
    found = understood(csv_of(*rows, header=["Training", "Date", "Nominee", "Holding post of",
                                             "District", "G"]), agency="not published")  # fmt: skip
    assert figures(found) == (1, 2)
    assert found.checked.attendance["participants_f"].sum() == 1


def test_an_empty_column_with_a_letter_of_a_sex_is_no_group_of_men() -> None:
    names = ["participants_male", "participants_female", "participants_total", "updated by M&E"]
    rows = [[*row[:5], str(int(row[3]) + int(row[4])), ""] for row in CAME]
    found = understood(
        csv_of(*rows, header=["Training", "Date", "District", *names]), agency="not published"
    )
    assert figures(found) == (2, 32)
    assert not any("several groups" in note for note in found.notes)


@pytest.mark.parametrize("name", ["Total (yrs)", "Umr"])
def test_the_years_of_each_of_a_list_count_nobody(name: str) -> None:
    header = ["Name", "Mr/Ms", "Post", "Office", "Age", name]
    rows = [["Zarqoon One", "Mr", "Labour Officer", "Labour Office Kasur", "41", "15"],
            ["Zarqoon Two", "Ms", "Labour Inspector", "Labour Office Kasur", "38", "9"],
            ["Zarqoon Six", "Mr", "Labour Officer", "Labour Office Okara", "52", "27"]]  # fmt: skip
    found = understood(text_of([[f"Course on bonded labour, {DAY}"], header, *rows]).encode())
    assert figures(found) == (1, 3)


def test_whoever_did_not_come_is_counted_by_no_column_of_them() -> None:
    names = ["Not attended", "نہیں آئے", "Jo nahin aaye"]
    rows = [[*row, row[-1], row[-1]] for row in CAME]
    header = ["Training", "Date", "District", "مرد", "خواتین", *names]
    assert figures(understood(csv_of(*rows, header=header), agency="not published")) == (2, 32)


@pytest.mark.parametrize("name", ["ضلع (جہاں سے آئے)", "Zila (jahan se aaye)"])
def test_from_where_people_came_is_a_district_and_no_number(name: str) -> None:
    content = csv_of(*CAME, header=["Training", "Date", name, "مرد", "خواتین", "Age"])
    assert figures(understood(content, agency="not published")) == (2, 32)


@pytest.mark.parametrize("name", ["Absent", "Not attended", "جو نہیں آئے"])
@pytest.mark.parametrize("total", ["Participants", "Tadad", "کل"])
def test_a_total_beside_those_who_did_not_come_may_have_them_in_it(total: str, name: str) -> None:
    header = ["Training", "Date", "District", "Department", total, name]
    rows = [["Referral", DAY, "Kasur", "Police", "30", "4"],
            ["Referral", "16 May 2023", "Okara", "Police", "25", "3"]]  # fmt: skip
    assert name in unsure(read(csv_of(*rows, header=header)))


def test_a_total_without_those_who_did_not_come_is_told_by_those_called() -> None:
    header = ["Training", "Date", "District", "Department", "Nominated", "Absent", "Total"]
    rows = [["Referral", f"{day} May 2023", "Kasur", "Police", str(n), "4", str(n - 4)]
            for day, n in ((9, 30), (16, 25), (23, 19))]  # fmt: skip
    assert figures(understood(csv_of(*rows, header=header))) == (3, 62)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Days", "presence"), ("حاضری کے دن", "presence"),
     ("Days absent", "")],
)  # fmt: skip
def test_who_has_none_of_the_days_in_a_list_may_not_have_come(name: str, meant: str) -> None:
    header = ["Name", "Sex", "Department", "District", name]
    rows = [[f"Zarqoon{n} Nobody", "F", "Police", "Kasur", days] for n, days in enumerate("2101")]
    found = read(text_of([["Referral training, 9-10 May 2023"], header, *rows]).encode())
    assert unsure(found) == {name: meant}


def test_as_many_days_for_each_of_a_list_ask_nothing() -> None:
    header = ["Name", "Sex", "Department", "District", "Days"]
    rows = [[f"Zarqoon{n} Nobody", "F", "Police", "Kasur", "2"] for n in range(4)]
    found = understood(text_of([["Referral training, 9-10 May 2023"], header, *rows]).encode())
    assert figures(found) == (1, 4)


@pytest.mark.parametrize("beside", ["", "Referred"])
def test_those_trained_are_who_came_where_no_other_column_has_numbers(beside: str) -> None:
    header = ["S#", "Date", "District", "Department", "Trained", *filter(None, [beside])]
    rows = [["1", DAY, "Kasur", "Police", "14", "7"], ["2", DAY, "Okara", "FIA", "5", "6"]]
    found = read(csv_of(*(row[: len(header)] for row in rows), header=header))
    if beside:
        assert "Trained" in unsure(found)
    else:
        assert figures(found)[1] == 19


@pytest.mark.parametrize("target", ["Target", "Indicator 2.1: police officers trained Target"])
def test_a_target_and_what_was_achieved_of_it_in_percent_count_nobody(target: str) -> None:
    rows = [["Referral", DAY, "Kasur", "Police", "25", "3", "20", "23", "92%"],
            ["Referral", DAY, "Okara", "Police", "25", "2", "24", "26", "104%"]]  # fmt: skip
    header = ["Training", "Date", "District", "Department", target, "Women", "Men", "Total",
              "Achievement"]  # fmt: skip
    assert figures(read(csv_of(*rows, header=header)))[1] == 49
