"""The published records hold what has been published, and nothing more; any folder is checked."""

import csv
from datetime import date
from pathlib import Path

import pytest

from data.figures.coverage import coverage
from data.figures.selection import whole
from data.records.errors import ReadingError
from data.records.model import COUNT_COLUMNS, CoverageStatus
from data.store.shipped import HERE, from_folder, published

RECORDS = published()
TODAY = date(2023, 12, 31)
FACTS = Path(__file__).parents[3] / "shared" / "facts" / "published.csv"


def test_headline() -> None:
    headline = coverage(RECORDS, whole(RECORDS)).headline
    assert (headline.trainings, headline.trainings_summarised) == (4, 15)
    assert headline.participants == 27 + 24 + 23 + 25
    assert headline.participants_unplaced == headline.participants - 3
    assert (headline.districts_covered, headline.districts_without_count) == (10, 9)
    assert (headline.districts_named_within, headline.participants_within) == (6, 0)


def test_the_release_has_no_counts_and_one_row_a_named_district() -> None:
    release = RECORDS.attendance[RECORDS.attendance["training_id"] == "IOM-2023"]
    assert len(release) == 11
    assert release[list(COUNT_COLUMNS)].isna().all().all()
    assert set(release["agency"]) == {"Not published"}


def test_the_release_tells_donors_levels_and_themes_of_all_together() -> None:
    release = RECORDS.trainings.set_index("training_id").loc["IOM-2023"]
    assert release["level"] == "several"
    assert release["donor"] == "Denmark, Australia and EU (GLO.ACT)"
    assert release["themes"].split("; ")[1:] == ["Prevention", "Safeguarding"]


def test_the_levies_are_72_men_trained_by_unodc() -> None:
    levies = RECORDS.attendance[RECORDS.attendance["agency"] == "Levies"]
    assert levies["participants_m"].sum() == 72
    assert levies["participants_f"].sum() == levies["participants_unspecified"].sum() == 0
    titles = RECORDS.trainings.set_index("training_id")["title"]
    assert titles[levies["training_id"]].str.contains("UNODC").all()


def test_no_district_of_karachi_is_reached_and_none_without_a_record() -> None:
    frame = coverage(RECORDS, whole(RECORDS)).districts.set_index("name")
    karachi = [name for name in frame.index if name.startswith("Karachi")] + ["Korangi", "Malir"]
    assert len(karachi) == 6
    assert (frame.loc[karachi, "status"] == CoverageStatus.NAMED_WITHIN).all()


@pytest.mark.skipif(not FACTS.exists(), reason="the list of published facts is not here")
def test_as_the_list_of_facts_says() -> None:
    with FACTS.open(encoding="utf-8", newline="") as file:
        release, *single = list(csv.DictReader(file))
    trainings = RECORDS.trainings.set_index("training_id")
    homes = RECORDS.attendance.groupby("training_id")["adm2_pcode"].agg(list)
    assert trainings.loc["IOM-2023", "summarises"] == int(release["trainings"])
    placed = [home for home in homes["IOM-2023"] if home != "PK7-Karachi"]
    assert sorted(placed) == sorted(release["reached_adm2_pcodes"].split(";"))
    counts = RECORDS.attendance[list(COUNT_COLUMNS)].sum(axis=1)
    people = counts.groupby(RECORDS.attendance["training_id"]).sum()
    by_start = trainings.sort_values("date_start", kind="stable").iloc[1:]
    assert len(by_start) == len(single)
    for fact, (training_id, row) in zip(single, by_start.iterrows(), strict=True):
        assert f"{row['date_start']:%Y-%m-%d}" == fact["date_start"]
        assert f"{row['date_end']:%Y-%m-%d}" == fact["date_end"]
        assert row["venue_adm2_pcode"] == fact["venue_adm2_pcode"]
        assert people[training_id] == int(fact["participants"])


# ---------------------------------------------------------------------- any folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("trainings.csv", "attendance.csv"):
        (tmp_path / name).write_bytes((HERE / "sample" / name).read_bytes())
    return tmp_path


def test_a_folder_is_read(folder: Path) -> None:
    records = from_folder(folder, TODAY)
    assert records.key == "folder"
    assert coverage(records, whole(records)).headline.participants == 386
    assert records.as_of == published().as_of


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("trainings.csv", "2023-02-14", "14/02/2023", "date_start: Not a date"),
        ("trainings.csv", "2023-02-16", "2023-02-01", "date_end: The end is before the start"),
        ("trainings.csv", ",national,", ",regional,", "level: Not a known level"),
        ("trainings.csv", ",held,", ",done,", "status: Not a known status"),
        ("trainings.csv", "PK401", "PK999", "Unknown P-code"),
        ("trainings.csv", "T02,", "T01,", "training_id: Another training has the same"),
        ("trainings.csv", "donor", "payer", "The columns are not"),
        ("trainings.csv", ",held,\n", ",held,0\n", "summarises: A row that stands"),
        ("trainings.csv", ",held,", ",planned,", "No training is held"),
        ("trainings.csv", "2023-02-16", "2033-02-16", "A held training ends after today"),
        ("attendance.csv", "PK401", "PK999", "Unknown P-code"),
        ("attendance.csv", "T01,", "T99,", "training_id: No training has this"),
        ("attendance.csv", ",FIA,", ",,", "agency: Blank"),
        ("attendance.csv", ",1,", ",-1,", "participants_f: Not a whole number"),
        ("attendance.csv", ",1,", ",1.5,", "attendance.csv"),
        ("attendance.csv", ",FIA,", ",Police,", "The same training, district and agency"),
    ],
)
def test_a_wrong_folder_is_refused(
    folder: Path, file: str, old: str, new: str, message: str
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ReadingError, match=message):
        from_folder(folder, TODAY)


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="trainings"):
        from_folder(tmp_path, TODAY)
