"""Files as statistics keep them: short names, a point for missing, 1 and 0 for a sex."""

import pytest

from data.understanding.understand import Question, Understood
from tests.data.sheets_made import csv_of
from tests.data.understanding.readings import figures, read, summed, understood, unsure

ROW = ["Referral", "9may2023", "Kasur", "Police"]
NAMES = ["trn_name", "trn_dt", "district", "agency"]


def sexes(found: Understood) -> list[int]:
    counts = ["participants_f", "participants_m", "participants_unspecified"]
    return found.checked.attendance[counts].fillna(0).sum().tolist()


def of_persons(names: list[str], *more: list[str]) -> Understood | Question:
    return read(csv_of(*([*ROW, *own] for own in more), header=[*NAMES, *names]))


@pytest.mark.parametrize(
    ("names", "rows", "told"),
    [
        (["female", "attended"], [["1", "1"], ["0", "1"], ["0", "0"], ["1", "1"]], [2, 1, 0]),
        (["is_male", "age"], [["1", "31"], ["0", "28"], ["0", "44"]], [2, 1, 0]),
        (["female", "pid"], [["1", "1"], ["0", "2"], [".", "3"]], [1, 1, 1]),
        (["sex", "attended"], [["F", "1"], ["M", "0"], ["F", "1"]], [2, 0, 0]),
    ],
)
def test_one_and_nought_of_persons_are_their_sex_and_whether_they_came(names, rows, told) -> None:
    found = of_persons(names, *rows)
    assert isinstance(found, Understood)
    assert sexes(found) == told


def test_numbers_of_women_are_no_sex() -> None:
    counted = of_persons(["female", "male"], ["1", "0"])
    assert isinstance(counted, Understood)
    assert sexes(counted) == [1, 0, 0]
    of_groups = of_persons(["female", "pid", "total"], ["1", "1", "5"], ["0", "2", "6"])
    proposed = of_groups.proposal if isinstance(of_groups, Question) else None
    fields = proposed.mapping.fields if proposed else of_groups.mappings[0].fields
    assert "sex" not in fields


def test_a_point_is_missing_and_no_nought() -> None:
    header = ["trn", "training", "sdate", "edate", "district", "agency", "n_male", "n_female", "n"]
    days = ["13feb2023", "14feb2023"]
    rows = [["A1", "Referral", *days, "Kasur", "Police", ".", ".", "19"],
            ["A1", "Referral", *days, "Okara", "Police", "18", ".", "18"],
            ["A2", "Screening", *days, "Okara", "Police", "7", "0", "7"]]  # fmt: skip
    found = understood(csv_of(*rows, header=header))
    table = found.checked.attendance.set_index("adm2_pcode")
    assert table.loc["PK614", "participants_unspecified"] == 19
    assert table["participants_f"].notna().sum() == 1
    assert figures(found) == (2, 44)
    assert found.checked.trainings["date_end"].astype(str).unique().tolist() == ["2023-02-14"]


def test_what_an_export_tells_its_numbers_apart_by_is_read_and_its_days_of_digits() -> None:
    header = ["period_day", "orgunit_district_of_participants", "coc_agency", "coc_sex", "value"]
    rows = [["20250318", "Kasur", "Police", "Female", "4"],
            ["20250318", "Kasur", "Police", "Male", "13"],
            ["20250320", "Okara", "FIA", "Female", "1"]]  # fmt: skip
    asked = read(csv_of(*rows, header=header))
    assert unsure(asked) == {"value": ""}
    found = read(csv_of(*rows, header=header), {"value": "participants_total"}, "groups")
    assert isinstance(found, Understood)
    assert sexes(found) == [5, 13, 0]
    assert {str(day)[:10] for day in found.checked.trainings["date_start"]} == {
        "2025-03-18", "2025-03-20"}  # fmt: skip


@pytest.mark.parametrize("codes", [("kQ0zL3415", "kQ1zL5886"), ("EV-2025-07", "EV-2025-08")])
def test_the_codes_of_events_beside_titles_name_no_training(codes: tuple[str, str]) -> None:
    header = ["Event", "Event date", "Organisation unit name", "TRG - Topic", "Department",
              "TRG - Participants F", "TRG - Participants M"]  # fmt: skip
    rows = [
        [codes[0], "2025-06-03", "Kasur", "Referral of victims", "Police", "4", "16"],
        [codes[1], "2025-08-10", "Okara", "Referral of victims", "Police", "0", "13"],
    ]
    found = understood(csv_of(*rows, header=header))
    assert figures(found) == (2, 33)
    assert {*found.checked.trainings["title"]} == {"Referral of victims"}


@pytest.mark.parametrize("day", ["20251318", "20250332"])
def test_other_numbers_under_a_day_are_no_day(day: str) -> None:
    found = read(csv_of([*ROW[:1], day, *ROW[2:], "F"], header=[*NAMES, "sex"]))
    assert isinstance(found, Question) or len(found.checked.problems)


@pytest.mark.parametrize(
    "name", ["Indicator (district of participant > agency > sex)", "District → Agency → Sex"]
)
def test_the_parts_of_paths_are_a_column_each_where_their_name_says_of_what(name: str) -> None:
    between = ">" if ">" in name else "→"
    paths = ["Kasur > Police > Female", "Kasur > Police > Male", "Okara > FIA > Male"]
    rows = [["Referral", "2023-05-09", path.replace(">", between), number]
            for path, number in zip(paths, ("2", "10", "7"), strict=True)]  # fmt: skip
    header = ["Event", "Event date", name, "Number"]
    found = understood(csv_of(*rows, header=header))
    assert sexes(found) == [2, 17, 0]
    assert summed(found, "agency") == {"Police": 12, "FIA": 7}
    rows[0][2] = "Kasur"
    assert isinstance(read(csv_of(*rows, header=header)), Question)
