"""Matrices of results, in which some numbers count people and some other things."""

import pytest

from data.checking.check import Checked
from data.records.errors import ReadingError
from data.sheets.no_records.other_units import is_of_indicators
from tests.data.sheets_made import checked, csv_of, reasons
from tests.in_turn import in_turn

HEADER = ("Activity", "Date", "Agency", "District", "Unit", "Achieved Male", "Achieved Female")
TRAINED = ["Course on referral", "9 May 2023", "Police", "Kasur", "persons", "6", "4"]


def people(*rows: list[str], header: tuple[str, ...] = HEADER) -> int:
    found = checked(csv_of(TRAINED, *rows, header=header)).attendance
    return int(found[["participants_f", "participants_m"]].sum().sum())


@in_turn(
    {
        "unit": ["copies", "Documents", "No. of sessions", "%", "kits / sets"],
        "called": ["Unit", "UoM", "Unit of Measurement"],
    }
)
def test_a_row_whose_unit_is_a_thing_counts_no_people(unit: str, called: str) -> None:
    row = ["Guide printed", "16 May 2023", "Police", "Kasur", unit, "300", "180"]
    header = tuple(called if name == "Unit" else name for name in HEADER)
    assert people(row, header=header) == 10


@pytest.mark.parametrize("unit", ["Participants", "No. of officers", "individuals trained"])
def test_other_words_for_people_are_counted(unit: str) -> None:
    row = ["Refresher", "16 May 2023", "Police", "Kasur", unit, "7", "3"]
    assert people(row) == 20


@pytest.mark.parametrize("unit", ["doses", "persons per session", "Nos"])
def test_a_unit_that_nobody_knows_beside_persons_is_a_problem(unit: str) -> None:
    row = ["Refresher", "16 May 2023", "Police", "Kasur", unit, "7", "3"]
    found = checked(csv_of(TRAINED, row, header=HEADER))
    assert reasons(found) == ["Its unit does not say whether it counts people."]
    assert int(found.attendance["participants_m"].sum()) == 6


def test_agencies_under_a_tag_of_an_indicator_are_no_units() -> None:
    header = ["Training", "Date", "District", "Agency", "Male"]
    tags = ["#activity", "#date", "#adm2+name", "#indicator+group", "#reached+m"]
    rows = [["Referral", "9 May 2023", "Kasur", one, "4"] for one in ("Police", "CSO")]
    found = checked(csv_of(tags, *rows, header=header)).attendance
    assert found["participants_m"].to_list() == [4, 4]


def test_a_column_of_units_of_a_force_is_of_no_things() -> None:
    row = ["Refresher", "16 May 2023", "Police", "Kasur", "Legal", "7", "3"]
    header = HEADER
    rows = [[*TRAINED[:4], "Traffic", *TRAINED[5:]], row]
    found = checked(csv_of(*rows, header=header)).attendance
    assert int(found[["participants_f", "participants_m"]].sum().sum()) == 20


def test_a_number_without_a_unit_is_a_problem_beside_things_and_of_people_beside_people() -> None:
    unsaid = ["Refresher", "16 May 2023", "Police", "Kasur", "", "7", "3"]
    printed = ["Guide printed", "16 May 2023", "Police", "Kasur", "copies", "300", "180"]
    total = ["Total", "", "", "", "", "6", "4"]
    found = checked(csv_of(TRAINED, printed, unsaid, header=HEADER))
    assert reasons(found) == ["Its unit does not say whether it counts people."]
    assert people(unsaid) == 20
    assert not reasons(checked(csv_of(TRAINED, printed, total, header=HEADER)))


LONG = ("Training title", "Date", "District", "Department", "Sex", "Indicator", "Value")


def long_table(*rows: tuple[str, str, str]) -> Checked:
    """Return a table of one training with a row for each sex, indicator and number."""
    told = ["Referral course", "2023-05-09", "Kasur"]
    whole = [[*told, "Police" if row[0] else "", *row] for row in rows]
    return checked(csv_of(*whole, header=LONG))


TWO = (("Female", "Number of persons trained", "4"), ("Male", "Number of persons trained", "6"))


@pytest.mark.parametrize(
    "thing", ["Kits distributed (pieces)", "Cost of training (PKR)", "Number of sessions held"]
)
def test_an_indicator_of_things_beside_persons_trained_counts_no_people(thing: str) -> None:
    found = long_table(*TWO, ("", thing, "900"))
    assert found.participants_accepted == 10
    assert not len(found.problems)


def test_training_participants_are_people() -> None:
    rows = [(sex, "Training participants", number) for sex, __, number in TWO]
    assert long_table(*rows).participants_accepted == 10


def test_of_people_whom_nothing_says_to_be_trained_or_counted_once_nobody_knows() -> None:
    referred = long_table(*TWO, ("Female", "Victims referred", "3"))
    assert (referred.participants_accepted, len(referred.problems)) == (10, 1)
    again = long_table(*TWO, ("Female", "Women officers trained", "4"))
    assert (again.participants_accepted, len(again.problems)) == (0, 3)


SEXES = [("Number of women trained", "4"), ("Number of men trained", "6")]


@pytest.mark.parametrize(
    ("more", "counted", "problems"),
    [
        ([], 10, 0),
        ([("Number of people trained", "10")], 10, 0),  # their sum
        ([("Kits distributed (pieces)", "900")], 10, 0),
        ([("Number of people trained", "12")], 10, 1),
        ([("Women police trained", "2")], 0, 3),  # some of the women, most likely
    ],
)
def test_indicators_of_women_and_of_men_tell_the_sex(
    more: list[tuple[str, str]], counted: int, problems: int
) -> None:
    rows = [["Referral course", "2023-05-09", "Kasur", "Police", *one] for one in [*SEXES, *more]]
    found = checked(csv_of(*rows, header=[name for name in LONG if name != "Sex"]))
    assert (found.participants_accepted, len(found.problems)) == (counted, problems)
    assert found.attendance["participants_f"].sum() == (4 if counted else 0)


def test_indicators_of_no_training_are_refused() -> None:
    with pytest.raises(ReadingError, match="table of indicators"):
        checked(csv_of(["Literacy", "Kasur", "30"], header=("Indicator", "District", "Value")))


RECORDS = ("Indicator", "Activity title", "Start", "End", "Venue district", "Participants from",
           "Agency", "Female", "Male")  # fmt: skip


def record(indicator: str, *, title: str = "Referral", men: str = "6") -> list[str]:
    days = ["03.06.2025", "24.06.2025"]
    return [indicator, title, *days, "Okara", "Kasur", "Police", "4", men]


@pytest.mark.parametrize(
    "indicator", ["1.2.3", "Number of trainings held", "Capacity of law enforcement strengthened"]
)
def test_an_indicator_of_each_training_refuses_no_records(indicator: str) -> None:
    found = checked(csv_of(record(indicator), header=RECORDS))
    assert (found.participants_accepted, len(found.problems)) == (10, 0)
    assert found.attendance["adm2_pcode"].to_list() == ["PK614"]


def test_trainings_with_their_days_and_who_came_are_none_of_indicators_by_any_name() -> None:
    header = ["Indicator", "Training event", "Dates", "District committee", "Agency",
              "Actual - women", "Actual - men", "Actual - total"]  # fmt: skip
    row = ["1.1 # of members trained", "Referral", "3-4 June 2025", "Kasur", "Police", "4", "6"]
    found = checked(csv_of([*row, "10"], header=header))
    assert (found.participants_accepted, len(found.problems)) == (10, 0)


def test_of_two_indicators_of_one_training_nobody_knows_whom_each_counts() -> None:
    rows = [record("1.2.3"), record("1.2.4", men="0"), record("1.2.3", title="Law")]
    found = checked(csv_of(*rows, header=RECORDS))
    assert (found.participants_accepted, len(found.problems)) == (0, 3)


def test_records_of_things_that_were_given_are_refused() -> None:
    with pytest.raises(ReadingError, match="table of indicators"):
        checked(csv_of(record("Number of kits distributed"), header=RECORDS))


@pytest.mark.parametrize(
    ("name", "tag"),
    [("% of target", "#indicator+pct"), ("Achievement", "#indicator+pct"),
     ("Share of target", "#indicator")],
)  # fmt: skip
def test_a_share_beside_numbers_is_no_indicator_of_them(name: str, tag: str) -> None:
    assert not is_of_indicators(name, tag)
    assert is_of_indicators("What is counted", "#indicator+name")
