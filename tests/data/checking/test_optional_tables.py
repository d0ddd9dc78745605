"""The tables beside the records: in, with every problem named, and out again."""

import io
from datetime import date

import openpyxl
import pandas as pd
import pytest

from data.records.errors import ReadingError
from data.records.model import ATTENDANCE_COLUMNS, FURTHER_COLUMNS, NOTIFIED, TRAINING_COLUMNS
from data.records.tables import KEYS, KINDS, TABLES
from data.store.shipped import HERE, from_folder, illustrative
from data.understanding.understand import Question, Understood, understand
from tests.data.sheets_made import GROUP, GROUPS, accepted, csv_of, of_all
from tests.data.uploads import attendance_csv, saved, trainings_csv, workbook

TODAY = date(2023, 12, 1)
GOOD = {
    "assessments": ["T1", "17", "11.2", "15.4", "3.1", "20"],
    "committees": ["district", "PK6", "PK634", "yes", "2023-05-09"],
    "targets": ["PK634", "24"],
    "layers": ["PK634", "Index", "-41.5", "index", "2022", "A bureau"],
    "inputs": ["T1", "law", "Forms are missing.", "FIA", "closed", "", "2023-11-20"],
}


def csv(name: str, *rows: list[str]) -> bytes:
    return csv_of(*rows, header=list(FURTHER_COLUMNS[name]))


def changed(name: str, **cells: str) -> list[str]:
    return list((dict(zip(FURTHER_COLUMNS[name], GOOD[name], strict=True)) | cells).values())


def read(*further: bytes) -> Understood:
    found = understand([trainings_csv(), attendance_csv(), *further], TODAY)
    assert isinstance(found, Understood)
    return found


def test_every_column_of_the_seven_tables_is_described_and_of_one_kind():
    tables = {"trainings": TRAINING_COLUMNS, "attendance": ATTENDANCE_COLUMNS, **FURTHER_COLUMNS}
    assert {name: tuple(columns) for name, columns in TABLES.items()} == tables
    assert set(KEYS) == set(tables)
    kinds = {(name, one.kind) for own in TABLES.values() for name, one in own.items()}
    assert len(kinds) == len(KINDS)


def test_five_tables_come_in_beside_the_records():
    found = read(*(csv(name, row) for name, row in GOOD.items()))
    checked = found.checked
    assert checked.problems.empty
    assert accepted(checked) == dict.fromkeys(["trainings", "attendance", *GOOD], 1)
    assert all(table.file_rows.tolist() == [2] for table in checked.tables.values())
    [assessed] = checked.further["assessments"].to_dict("records")
    assert (assessed["paired"], assessed["pre_mean"], assessed["scale_max"]) == (17, 11.2, 20)
    [committee] = checked.further["committees"].to_dict("records")
    assert committee["notified_on"] == pd.Timestamp("2023-05-09")
    [layer] = checked.further["layers"].to_dict("records")
    assert (layer["value"], layer["year"]) == (-41.5, 2022)


WRONG = [
    ("assessments", {"training_id": "T9"}, "training_id", "No accepted training"),
    ("assessments", {"paired": "-1"}, "paired", "Not a whole number"),
    ("assessments", {"paired": "3.5"}, "paired", "Not a whole number"),
    ("assessments", {"paired": "NA"}, "paired", "Blank"),
    ("assessments", {"pre_mean": "20.5"}, "pre_mean", "Above scale_max"),
    ("assessments", {"post_mean": "21"}, "post_mean", "Above scale_max"),
    ("assessments", {"post_mean": "-1"}, "post_mean", "Below 0"),
    ("assessments", {"pre_mean": "inf"}, "pre_mean", "Not a number"),
    ("assessments", {"pre_mean": "1e999"}, "pre_mean", "Not a number"),
    ("assessments", {"pre_mean": "12,5"}, "pre_mean", "Not a number"),
    ("assessments", {"sd_difference": "-0.1"}, "sd_difference", "Below 0"),
    ("assessments", {"scale_max": "0"}, "scale_max", "Not above 0"),
    ("assessments", {"scale_max": ""}, "scale_max", "Blank"),
    ("committees", {"level": "galactic"}, "level", "Not a known level of a committee"),
    ("committees", {"notified": ""}, "notified", "Blank"),
    ("committees", {"notified": "maybe"}, "notified", "Not a known state of notification"),
    ("committees", {"notified_on": "9 May"}, "notified_on", "Not a date"),
    ("committees", {"notified_on": "2023-12-02"}, "notified_on", "After today"),
    ("committees", {"notified": "no"}, "notified_on", "A date, though"),
    ("committees", {"adm1_pcode": "PK9"}, "adm1_pcode", "Unknown P-code of a province"),
    ("committees", {"adm1_pcode": "PK1"}, "adm1_pcode", "lies in another province"),
    ("committees", {"adm2_pcode": ""}, "adm2_pcode", "without its district"),
    ("committees", {"level": "provincial"}, "adm2_pcode", "Only a district committee"),
    (
        "committees",
        {"level": "provincial", "adm1_pcode": "", "adm2_pcode": ""},
        "adm1_pcode",
        "without its province",
    ),
    ("committees", {"level": "national", "adm2_pcode": ""}, "adm1_pcode", "has no province"),
    ("targets", {"adm2_pcode": "PK999"}, "adm2_pcode", "Unknown P-code"),
    ("targets", {"adm2_pcode": ""}, "adm2_pcode", "Blank"),
    ("targets", {"targeted": "2.5"}, "targeted", "Not a whole number"),
    ("targets", {"targeted": ""}, "targeted", "Blank"),
    ("layers", {"value": "high"}, "value", "Not a number"),
    ("layers", {"value": "n/a"}, "value", "Blank"),
    ("layers", {"year": "22"}, "year", "Not a year"),
    ("layers", {"source": ""}, "source", "Blank"),
    ("layers", {"source": "0300-1234567"}, "source", "Looks like a person's data"),
    ("inputs", {"training_id": "T9"}, "training_id", "No accepted training"),
    ("inputs", {"input": ""}, "input", "Blank"),
    ("inputs", {"input": "Ask Mr. Nobody Zarqoon."}, "input", "Looks like a person's data"),
    (
        "inputs",
        {"input": "Zarqoon Ahmad Khan wants a shelter"},
        "input",
        "Looks like a person's data",
    ),
    (
        "inputs",
        {"referred_to": "Director Zarqoon Ahmad Khan"},
        "referred_to",
        "Looks like a person's data",
    ),
    ("inputs", {"theme": "35202-1234567-1"}, "theme", "Looks like a person's data"),
    ("inputs", {"referred_to": "a@b.org"}, "referred_to", "Looks like a person's data"),
    ("inputs", {"state": "done"}, "state", "Not a known state of an input"),
    ("inputs", {"followed_up_by": "T9"}, "followed_up_by", "No accepted training"),
    ("inputs", {"followed_up_by": "T1"}, "followed_up_by", "No later than"),
    ("inputs", {"followed_up_on": "2023-01-01"}, "followed_up_on", "No later than"),
    ("inputs", {"followed_up_on": "2023-12-02"}, "followed_up_on", "After today"),
    ("inputs", {"state": "Open"}, "followed_up_on", "its state is open"),
]


@pytest.mark.parametrize(("name", "cells", "column", "reason"), WRONG)
def test_what_is_wrong_is_a_problem_of_its_row_and_the_others_come_in(name, cells, column, reason):
    another = {"assessments": {}, "inputs": {"input": "Rooms are missing."}}
    other = another.get(name, {"adm2_pcode": "PK610"})
    rows = [changed(name, **cells), *([changed(name, **other)] if other else [])]
    checked = read(csv(name, *rows)).checked
    [problem] = checked.problems.to_dict("records")
    assert (problem["table"], problem["row"], problem["column"]) == (name, 2, column)
    assert reason in problem["reason"]
    assert problem["what_to_do"]
    assert checked.tables[name].rows_accepted == len(rows) - 1
    assert checked.tables["attendance"].rows_accepted == 1


@pytest.mark.parametrize("name", list(GOOD))
def test_a_row_that_comes_twice_counts_once_and_two_that_disagree_are_problems(name):
    checked = read(csv(name, GOOD[name], GOOD[name])).checked
    assert of_all(checked, "duplicates").to_dict("records") == [
        {"table": name, "row": 3, "same_as": 2}
    ]
    assert len(checked.further[name]) == 1
    other = {"assessments": "paired", "committees": "notified_on", "targets": "targeted"}
    other["inputs"] = "theme"
    value = {"committees": "2023-05-10"}.get(name, "7")
    again = changed(name, **{other.get(name, "value"): value})
    checked = read(csv(name, GOOD[name], again)).checked
    assert checked.problems["row"].tolist() == [2, 3]
    assert checked.problems["reason"].str.contains("appears twice").all()
    assert checked.further == {}


def test_a_district_committee_is_one_with_and_without_its_province():
    rows = [GOOD["committees"], changed("committees", adm1_pcode="")]
    checked = read(csv("committees", *rows)).checked
    assert len(of_all(checked, "duplicates")) == 1
    assert checked.further["committees"]["adm1_pcode"].tolist() == ["PK6"]


@pytest.mark.parametrize("name", ["committees", "targets", "layers"])
def test_a_table_may_come_alone(name):
    found = understand([csv(name, GOOD[name])], TODAY)
    assert isinstance(found, Understood)
    assert found.checked.problems.empty
    assert len(found.checked.further[name]) == 1
    rows_in = {name: table.rows_in for name, table in found.checked.tables.items()}
    assert rows_in == {"trainings": 0, "attendance": 0, name: 1}


def test_a_table_comes_in_beside_records_of_any_shape():
    found = understand([csv_of(GROUP, header=GROUPS), csv("targets", GOOD["targets"])], TODAY)
    assert isinstance(found, Understood)
    assert found.checked.tables["attendance"].rows_accepted == 1
    assert found.checked.further["targets"]["targeted"].tolist() == [24]


def test_the_same_table_twice_is_refused():
    one = csv("targets", GOOD["targets"])
    with pytest.raises(ReadingError, match="The table of targets is there twice"):
        read(one, one)


# ------------------------------------------------------------------ in a workbook


def book(**sheets: list[list]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        for row in rows:
            (made[name] if name in made.sheetnames else made.create_sheet(name)).append(row)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def test_sheets_are_found_by_their_names_and_one_without_rows_is_none():
    targets = [list(FURTHER_COLUMNS["targets"]), ["PK634", 24]]
    content = saved(workbook(Targets=targets, layers=[list(FURTHER_COLUMNS["layers"])]))
    found = understand([content], TODAY)
    assert isinstance(found, Understood)
    assert found.checked.problems.empty
    assert list(found.checked.further) == ["targets"]


def test_a_day_of_a_workbook_is_read_as_one():
    header = list(FURTHER_COLUMNS["committees"])
    rows = [header, ["national", None, None, "yes", date(2023, 5, 9)]]
    found = understand([saved(workbook(committees=rows))], TODAY)
    assert isinstance(found, Understood)
    day = found.checked.further["committees"]["notified_on"]
    assert day.tolist() == [pd.Timestamp("2023-05-09")]


def test_a_sheet_of_the_name_that_lacks_a_column_is_refused():
    content = saved(workbook(targets=[["adm2_pcode", "aim"], ["PK634", 24]]))
    with pytest.raises(ReadingError, match="Columns are missing: targeted") as refused:
        understand([content], TODAY)
    assert "sheet targets" in refused.value.where


def test_a_workbook_of_further_tables_alone_needs_no_choice():
    tables = {n: [list(FURTHER_COLUMNS[n]), GOOD[n]] for n in ("targets", "committees")}
    found = understand([book(**tables)], TODAY)
    assert isinstance(found, Understood)
    assert set(found.checked.further) == {"targets", "committees"}
    other = understand([book(**tables, others=[["a", "b"], [1, 2]])], TODAY)
    assert isinstance(other, Question)


# ------------------------------------------------------------------ a folder, and the sample


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["PK634,24", "PK634,24"], "targets.csv: A row comes twice"),
        (["PK634,24", "PK634,25"], "targets.csv: The same adm2_pcode appears twice"),
        (["PK634,few"], "targets.csv: targeted: Not a whole number"),
        (["PK634,24"], ""),
    ],
)
def test_the_first_fault_of_a_folder_is_named(tmp_path, rows, message):
    for name in ("trainings", "attendance"):
        (tmp_path / f"{name}.csv").write_bytes((HERE / "sample" / f"{name}.csv").read_bytes())
    (tmp_path / "targets.csv").write_text("\n".join(["adm2_pcode,targeted", *rows]))
    if message:
        with pytest.raises(ReadingError, match=message):
            from_folder(tmp_path, TODAY)
    else:
        assert from_folder(tmp_path, TODAY).targets["targeted"].tolist() == [24]


def test_the_illustrative_tables_are_plausible_and_called_illustrative():
    sample = illustrative()
    assert set(sample.further) == set(FURTHER_COLUMNS)
    assessed = sample.assessments
    assert 0 < len(assessed) < len(sample.trainings)
    people = sample.attendance.groupby("training_id")[
        ["participants_f", "participants_m", "participants_unspecified"]
    ].sum()
    assert (assessed["paired"] <= assessed["training_id"].map(people.sum(axis=1))).all()
    assert set(sample.committees["notified"]) == set(NOTIFIED)
    assert len(sample.committees[sample.committees["level"] == "district"]) == 160
    assert sample.layers["source"].str.contains("illustrative").all()
    assert sample.layers["value"].between(0, 100).all()
    assert (sample.targets["targeted"] > 0).all()
