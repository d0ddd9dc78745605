"""From a figure back to its rows: exactly those, with their file."""

import pandas as pd
from hypothesis import given, settings

from data.figures import provenance
from data.figures.coverage import coverage
from data.figures.selection import Selection, whole
from data.records.model import CoverageStatus
from data.store.address import open_store
from data.store.shipped import HERE, illustrative
from tests.data.conftest import AS_OF, records_of, views
from tests.data.stored import AT, checked, with_file_rows

HELD = [
    {"training_id": "T1", "title": "Referral", "date_start": "2023-05-09"},
    {"training_id": "T2", "title": "Law", "date_start": "2023-06-01", "donor": "Denmark"},
]
ATTENDED = [
    ("T1", "PK634", "Police", 2, 5, None),
    ("T1", "PK610", "Police", None, None, None),
    ("T2", "PK634", "FIA", 1, 0, 0),
]
RECORDS = records_of(HELD, ATTENDED)


def test_rows_of_a_district_with_the_rows_of_their_file_latest_first() -> None:
    positions = provenance.of_district(coverage(RECORDS, whole(RECORDS)), "PK634")
    told = provenance.traced_to_file(RECORDS, positions, "may.csv", [4, 7, 9])
    assert tuple(told.columns) == provenance.TRACED_COLUMNS
    assert told["file_row"].tolist() == [9, 4]
    assert told["participants"].tolist() == [1, 7]
    assert told["title"].tolist() == ["Law", "Referral"]
    assert told["import_id"].isna().all()


def test_every_row_of_a_district_is_told_however_many_there_are() -> None:
    held = [HELD[0] | {"training_id": f"T{number}"} for number in range(1, 8)]
    many = records_of(held, [(one["training_id"], "PK634", "FIA", 1, 0, None) for one in held])
    figures = coverage(many, whole(many))
    positions = provenance.of_district(figures, "PK634")
    assert positions.tolist() == list(range(7))
    assert len(provenance.traced_to_file(many, positions, "may.csv", None)) == 7
    assert len(provenance.attendance_from(figures, "PK634")) == 7


def test_rows_outside_the_selection_are_left_out() -> None:
    figures = coverage(RECORDS, Selection(as_of=AS_OF, donors=("Denmark",)))
    assert provenance.of_district(figures, "PK634").tolist() == [2]
    assert provenance.of_district(figures, "PK610").tolist() == []


def test_a_row_of_which_no_row_of_the_file_is_known() -> None:
    told = provenance.traced_to_file(RECORDS, RECORDS.rows.of_training("T1"), "may.csv", None)
    assert told["file_row"].isna().all()
    assert told["participants"].isna().tolist() == [False, True]


def test_rows_of_a_store_have_their_import(tmp_path) -> None:
    store = open_store(str(tmp_path / "records.duckdb"))
    told = {"file_name": "may.csv", "who": "An officer", "at": AT}
    store.add(with_file_rows(checked(RECORDS), attendance=[4, 7, 9]), **told)
    records = store.records(AS_OF)
    positions = records.rows.of_training("T1")
    rows = provenance.traced_to_imports(records, positions, store.rows_behind(training_id="T1"))
    assert rows["file_row"].tolist() == [4, 7]
    assert set(rows["import_id"]) == {1}
    assert set(rows["who"]) == {"An officer"}


@settings(deadline=None, max_examples=20)
@given(views())
def test_the_rows_behind_a_district_add_up_to_its_figure(view) -> None:
    records, selection = view
    figures = coverage(records, selection)
    told = figures.districts["status"] != CoverageStatus.NO_RECORD
    with_records, without = figures.districts[told].head(15), figures.districts[~told].head(5)
    for district in pd.concat([with_records, without]).itertuples():
        positions = provenance.of_district(figures, district.adm2_pcode)
        rows = provenance.traced_to_file(records, positions, "x", None)
        figure = 0 if pd.isna(district.participants) else int(district.participants)
        assert int(rows["participants"].sum()) == figure


def test_rows_of_the_sample_are_those_of_its_file() -> None:
    sample = illustrative()
    file = HERE / "sample" / provenance.SHIPPED_FILE
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = provenance.shipped_rows(sample)
    for position in (0, 100, len(rows) - 1):
        first = lines[rows[position] - 1].split(",")
        assert first[:2] == sample.attendance.iloc[position][["training_id", "adm2_pcode"]].tolist()
