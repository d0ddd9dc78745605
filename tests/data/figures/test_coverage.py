"""Every figure of a Coverage: by hand on small records, and reconciled on made-up ones."""

from datetime import date

import pandas as pd
import pytest

from data.figures.coverage import Coverage
from data.records.model import CoverageStatus
from geo.districts import gazetteer
from tests.data.conftest import AS_OF, records_of, view_of

# Islamabad 2,363,863 people; Quetta 2,595,492; Lahore 13,004,135; Gilgit not known.
SMALL = records_of(
    [
        {"training_id": "A", "date_start": date(2023, 2, 27), "date_end": date(2023, 3, 1)}
        | {"level": "national", "donor": "Denmark"},
        {"training_id": "B", "date_start": date(2023, 5, 9), "level": "provincial"},
        {"training_id": "C", "date_start": date(2023, 5, 20), "status": "planned"},
        {"training_id": "D", "date_start": date(2023, 2, 1), "date_end": date(2023, 9, 20)}
        | {"summarises": 7, "donor": "Australia"},
    ],
    [
        ("A", "PK401", "FIA", 1, 4, 0),
        ("A", "PK401", "Police", 2, None, None),
        ("A", "PK617", "Police", 0, 0, 0),
        ("A", "", "Levies", None, None, 5),
        ("B", "PK401", "FIA", None, None, 3),
        ("B", "PK226", "Levies", None, 6, None),
        ("B", "PK226", "Civil society", None, None, None),
        ("C", "PK617", "FIA", 9, 9, 9),
        ("D", "PK305", "Not published", None, None, None),
    ],
)


def district(figures: Coverage, pcode: str) -> pd.Series:
    return figures.districts.set_index("adm2_pcode").loc[pcode]


# ------------------------------------------------------------------------ by hand


def test_headline_by_hand() -> None:
    headline = view_of(SMALL).headline
    # Islamabad and Quetta have counts, Gilgit only a mention; Lahore's zeros reach nobody.
    assert (headline.districts_covered, headline.districts) == (3, 160)
    assert headline.districts_without_count == 1
    # The planned training is not one; the row that stands for seven is not one training.
    assert (headline.trainings, headline.trainings_summarised) == (2, 7)
    # 5 + 2 + 0 + 5 + 3 + 6; 5 of them from a home that is not recorded.
    assert (headline.participants, headline.participants_unplaced) == (21, 5)
    assert headline.rows_without_count == 2
    assert headline.people_covered == 2_363_863 + 2_595_492 + 324_552
    assert headline.people == gazetteer.districts()["population"].sum()
    assert headline.districts_without_population == 5
    assert headline.share_of_people == headline.people_covered / headline.people


def test_statuses_by_hand() -> None:
    figures = view_of(SMALL)
    assert district(figures, "PK401")["status"] == CoverageStatus.COVERED
    assert district(figures, "PK226")["status"] == CoverageStatus.COVERED
    assert district(figures, "PK617")["status"] == CoverageStatus.ZERO_REPORTED
    assert district(figures, "PK305")["status"] == CoverageStatus.COUNT_NOT_PUBLISHED
    assert district(figures, "PK101")["status"] == CoverageStatus.NO_RECORD


def test_district_figures_by_hand() -> None:
    islamabad = district(view_of(SMALL), "PK401")
    assert islamabad["participants"] == 10
    assert (islamabad["participants_f"], islamabad["participants_m"]) == (3, 4)
    assert islamabad["participants_unspecified"] == 3
    assert (islamabad["trainings"], islamabad["agencies"]) == (2, 2)
    assert islamabad["participants_per_million"] == pytest.approx(10 / 2.363863)
    assert islamabad["last_on"] == pd.Timestamp(2023, 5, 9)


def test_levies_are_not_of_the_six_agencies_of_a_committee() -> None:
    quetta = district(view_of(SMALL), "PK226")
    assert quetta["agencies"] == 1
    assert (quetta["participants"], quetta["rows_without_count"]) == (6, 1)
    assert quetta["participants_f"] is pd.NA


def test_what_is_not_known_is_not_zero() -> None:
    gilgit, lahore, bagh = (
        district(view_of(SMALL), pcode) for pcode in ("PK305", "PK617", "PK101")
    )
    assert gilgit["participants"] is pd.NA
    assert gilgit["participants_per_million"] is pd.NA
    assert district(view_of(SMALL), "PK314")["population"] is pd.NA  # Roundu, within Skardu's
    assert gilgit["trainings"] == 0
    assert gilgit["last_on"] == pd.Timestamp(2023, 9, 20)
    assert (lahore["participants"], lahore["trainings"], lahore["agencies"]) == (0, 0, 0)
    assert bagh["participants"] is pd.NA
    assert bagh["last_on"] is pd.NaT


def test_agency_and_month_by_hand() -> None:
    found = view_of(SMALL).by_agency_month
    assert [tuple(row) for row in found[["month", "agency", "participants"]].to_numpy()] == [
        (pd.Timestamp(2023, 2, 1), "FIA", 5),
        (pd.Timestamp(2023, 2, 1), "Levies", 5),
        (pd.Timestamp(2023, 2, 1), "Police", 2),
        (pd.Timestamp(2023, 5, 1), "Civil society", pd.NA),
        (pd.Timestamp(2023, 5, 1), "FIA", 3),
        (pd.Timestamp(2023, 5, 1), "Levies", 6),
        (pd.Timestamp(2023, 9, 1), "Not published", pd.NA),
    ]
    assert found["rows_without_count"].to_list() == [0, 0, 0, 1, 0, 0, 1]


def test_province_by_hand() -> None:
    balochistan = view_of(SMALL).by_province.set_index("adm1_pcode").loc["PK2"]
    assert (balochistan["districts"], balochistan["districts_covered"]) == (35, 1)
    assert balochistan["participants"] == 6
    assert balochistan["people_covered"] == 2_595_492


def test_trainings_by_hand() -> None:
    found = view_of(SMALL).trainings
    assert found["training_id"].to_list() == ["D", "B", "A"]
    assert found["home_districts"].to_list() == [1, 2, 1]
    assert found["participants"].to_list() == [pd.NA, 9, 12]


def test_a_training_belongs_to_the_month_in_which_it_starts() -> None:
    assert view_of(SMALL, as_of=date(2023, 2, 26)).headline.trainings == 0
    assert view_of(SMALL, as_of=date(2023, 2, 27)).headline.trainings == 1
    assert view_of(SMALL, as_of=date(2023, 2, 28)).months == [date(2023, 2, 1)]


def test_a_row_that_stands_for_several_counts_from_its_last_day() -> None:
    assert view_of(SMALL, as_of=date(2023, 9, 19)).headline.trainings_summarised == 0
    assert view_of(SMALL, as_of=date(2023, 9, 20)).headline.trainings_summarised == 7


@pytest.mark.parametrize(
    ("filters", "districts", "trainings", "participants"),
    [
        ({"provinces": ("PK2",)}, 1, 1, 6),
        ({"provinces": ("PK6",)}, 0, 0, 0),
        ({"agencies": ("FIA",)}, 1, 2, 8),
        ({"agencies": ("FIA", "Levies")}, 2, 2, 19),
        ({"donors": ("Denmark",)}, 1, 1, 12),
        ({"donors": ("",)}, 2, 1, 9),
        ({"levels": ("provincial",)}, 2, 1, 9),
        ({"since": date(2023, 3, 1)}, 3, 1, 9),
        ({"since": date(2023, 3, 1), "as_of": date(2023, 6, 1)}, 2, 1, 9),
        ({"levels": ("national",), "donors": ("Australia",)}, 0, 0, 0),
    ],
)
def test_filters_by_hand(filters: dict, districts: int, trainings: int, participants: int) -> None:
    headline = view_of(SMALL, **filters).headline
    assert headline.districts_covered == districts
    assert headline.trainings == trainings
    assert headline.participants == participants


def test_a_district_of_another_province_is_not_in_the_selection() -> None:
    figures = view_of(SMALL, provinces=("PK2",))
    assert district(figures, "PK401")["status"] == CoverageStatus.NOT_SELECTED
    assert figures.headline.districts == 35
    assert figures.by_province["adm1_pcode"].to_list() == ["PK2"]


def test_no_denominator_is_no_share() -> None:
    figures = view_of(SMALL)
    nobody = pd.array([pd.NA] * len(figures.districts), dtype="Int64")
    figures.__dict__["districts"] = figures.districts.assign(population=nobody)
    assert figures.headline.share_of_people is None
    assert figures.headline.districts_without_population == 160


def test_no_records() -> None:
    figures = view_of(records_of([], []))
    assert figures.headline.participants == figures.headline.trainings == 0
    assert (figures.districts["status"] == CoverageStatus.NO_RECORD).all()
    assert figures.by_agency_month.empty
    assert figures.trainings.empty
    assert figures.months == []


def test_very_many_agencies() -> None:
    """More words than a short code could number."""
    rows = [("A", "PK401", f"Agency {number}", 1, None, None) for number in range(40_000)]
    figures = view_of(records_of([{"training_id": "A", "date_start": AS_OF}], rows))
    assert figures.headline.participants == 40_000
    assert len(figures.by_agency_month) == 40_000
