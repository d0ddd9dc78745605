"""What is exported can be read again with the same figures, and runs in no spreadsheet."""

import csv
import io
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings

from data.checking.check import to_records
from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.errors import Refusal
from data.records.model import Records
from data.records.tables import TABLES
from data.sheets.fields import is_tag
from data.store.address import open_store
from data.store.shipped import illustrative, published
from data.understanding.understand import Understood, understand
from data.writing import export
from tests.data.conftest import AS_OF, any_records, records_of
from tests.data.stored import AT, content

NASTY = '=HYPERLINK("http://x")'
HELD = [{"training_id": "T1", "title": NASTY, "date_start": "2023-05-09", "donor": "@SUM(A1)"}]
HOSTILE = records_of(HELD, [("T1", "PK634", "-2+3", 0, None, 4), ("T1", "", "+1", 1, 2, None)])


def again(files: list[bytes], today: date = AS_OF) -> Records:
    found = understand(files, today)
    assert isinstance(found, Understood)
    assert found.checked.problems.empty, found.checked.problems
    return to_records(found.checked, today)


def as_files(records: Records) -> dict[str, list[bytes]]:
    files = export.csv_files(records)
    return {
        "csv": [content for name, content in files.items() if name.endswith(".csv")],
        "xlsx": [export.workbook(records)],
        "xlsx without tags": [export.workbook(records, tags=False)],
    }


KINDS = ["csv", "xlsx", "xlsx without tags"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("records", [illustrative(), published(), HOSTILE], ids=lambda r: r.title)
def test_an_export_that_is_imported_gives_the_same_figures(records, kind):
    back = again(as_files(records)[kind])
    pd.testing.assert_frame_equal(back.trainings, records.trainings)
    pd.testing.assert_frame_equal(back.attendance, records.attendance)
    assert set(back.further) == set(records.further)
    for name, table in records.further.items():
        pd.testing.assert_frame_equal(back.further[name], table)
    assert coverage(back, whole(back)).headline == coverage(records, whole(records)).headline


@settings(deadline=None, max_examples=15)
@given(any_records())
def test_any_records_come_back_from_both_kinds(records):
    if records.trainings.empty or records.attendance.empty:
        return
    later = date(2099, 12, 31)
    named = records.trainings.assign(title="A training")
    records = replace(records, trainings=named)
    for files in as_files(records).values():
        assert content(again(files, later)) == content(records)


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_exported_from_a_store_changes_nothing_when_it_comes_back(kind, tmp_path):
    store = open_store(str(tmp_path / "records.duckdb"))
    told = {"file_name": "a", "who": "b", "at": AT}
    records = illustrative()
    first = understand(as_files(records)["csv"], records.as_of)
    store.add(first.checked, **told)
    stored = store.records(records.as_of)
    found = understand(as_files(stored)[kind], records.as_of)
    assert store.add(found.checked, **told).repeated


def test_without_tags_both_kinds_are_of_the_documented_shape():
    for kind in ("csv", "xlsx without tags"):
        found = understand(as_files(illustrative())[kind], AS_OF)
        assert isinstance(found, Understood)
        assert not found.mappings
        assert not found.notes
        pd.testing.assert_frame_equal(found.checked.attendance, illustrative().attendance)


def test_the_5w_layout_gives_the_same_figures_when_it_is_read():
    sample = illustrative()
    for file in (export.five_w_csv(sample), export.five_w_workbook(sample)):
        found = understand([file], AS_OF, sheet=None if file[:2] != b"PK" else "5W")
        assert isinstance(found, Understood)
        back = to_records(found.checked, AS_OF)
        assert coverage(back, whole(back)).headline == coverage(sample, whole(sample)).headline


def test_a_row_of_tags_stands_under_the_headers_that_stay_in_sight():
    book = openpyxl.load_workbook(io.BytesIO(export.workbook(HOSTILE)))
    for name in ("trainings", "attendance"):
        tags = {column: described.tag for column, described in TABLES[name].items()}
        header, tagged = (list(row) for row in book[name].iter_rows(max_row=2, values_only=True))
        assert dict(zip(header, tagged, strict=True)) == tags
        assert book[name].freeze_panes == "A3"
    without = export.workbook(HOSTILE, tags=False)
    assert export_sheet(without, "trainings").freeze_panes == "A2"


def test_further_tables_have_tags_that_are_tags():
    book = openpyxl.load_workbook(io.BytesIO(export.workbook(illustrative())))
    assert set(TABLES) <= set(book.sheetnames)
    for name, columns in TABLES.items():
        tags = {column: described.tag for column, described in columns.items()}
        header, tagged = (list(row) for row in book[name].iter_rows(max_row=2, values_only=True))
        assert dict(zip(header, tagged, strict=True)) == tags
        assert all(is_tag(tag) for tag in tagged)


def export_sheet(file: bytes, name: str):
    return openpyxl.load_workbook(io.BytesIO(file))[name]


def test_cells_have_types_and_texts_do_not_run():
    file = export.workbook(HOSTILE, tags=False)
    trainings = export_sheet(file, "trainings")
    found = dict(zip(*trainings.iter_rows(max_row=2), strict=True))
    by_name = {header.value: cell for header, cell in found.items()}
    assert by_name["date_start"].value == datetime(2023, 5, 9)  # noqa: DTZ001
    assert by_name["date_start"].number_format == "yyyy-mm-dd"
    assert (by_name["title"].value, by_name["title"].data_type) == (NASTY, "s")
    attendance = export_sheet(file, "attendance")
    [row, _] = attendance.iter_rows(min_row=2, values_only=True)
    assert row == ("T1", "PK634", "-2+3", 0, None, 4)
    lines = export.csv_files(HOSTILE)["attendance.csv"].decode("utf-8-sig").splitlines()
    assert lines[1:] == ["T1,PK634,'-2+3,0,,4", "T1,,'+1,1,2,"]


def test_every_export_says_what_the_records_are():
    sample = illustrative()
    for file in (export.workbook(sample), export.five_w_workbook(sample)):
        about = dict(export_sheet(file, "about").iter_rows(min_row=2, values_only=True))
        assert about["Note"] == sample.notice
        assert about["Data as of"] == "25 September 2023"
    assert sample.notice in export.csv_files(sample)["about.txt"].decode("utf-8-sig")


def test_the_5w_layout_says_who_what_where_when_and_for_whom():
    first = export.five_w(HOSTILE).iloc[0].to_dict()
    assert (first["activity"], first["donor"]) == (NASTY, "@SUM(A1)")
    assert (first["adm2_pcode"], first["adm1_pcode"]) == ("PK634", "PK6")
    assert first["adm2_name"]
    assert (first["reached_f"], first["reached_unspecified"], first["reached"]) == (0, 4, 4)
    assert pd.isna(first["reached_m"])
    second = export.five_w(HOSTILE).iloc[1]
    assert (second["adm2_name"], second["reached"]) == ("", 3)


def test_the_5w_layout_has_every_participant_and_every_training():
    sample = illustrative()
    frame = export.five_w(sample)
    headline = coverage(sample, whole(sample)).headline
    assert frame["reached"].sum() == headline.participants
    assert frame["activity_id"].nunique() == headline.trainings
    alone = records_of([{"training_id": "T1", "date_start": "2023-05-09"}], [])
    [row] = export.five_w(alone).to_dict("records")
    assert (row["adm2_pcode"], row["agency"]) == ("", "")
    assert pd.isna(row["reached"])


def test_the_5w_csv_has_the_tags_in_its_second_row():
    header, tags, first, _ = csv.reader(
        io.StringIO(export.five_w_csv(HOSTILE).decode("utf-8-sig"), newline="")
    )
    assert dict(zip(header, tags, strict=True)) == export.FIVE_W_TAGS
    told = dict(zip(header, first, strict=True))
    assert (told["activity"], told["date_start"], told["reached_m"]) == (
        f"'{NASTY}",
        "2023-05-09",
        "",
    )


def test_more_than_a_sheet_can_hold_is_said(monkeypatch):
    monkeypatch.setattr(export, "MOST_ROWS", 2)
    with pytest.raises(Refusal, match="attendance: 2 rows are more than a sheet can hold"):
        export.workbook(HOSTILE, tags=False)
