"""Every figure of a Coverage: by hand on small records, and reconciled on made-up ones."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.figures.coverage import Coverage, coverage
from data.figures.selection import Selection, choices, whole
from data.records.model import COUNT_COLUMNS, REACHED, CoverageStatus, Records
from data.store.shipped import illustrative, published
from geo.districts import gazetteer
from geo.districts.larger_places import larger_places
from tests.data.conftest import AS_OF, any_records, province_of, records_of, views

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


def of(records: Records = SMALL, **filters: object) -> Coverage:
    return coverage(records, replace(whole(records), **filters))


def district(figures: Coverage, pcode: str) -> pd.Series:
    return figures.districts.set_index("adm2_pcode").loc[pcode]


# ------------------------------------------------------------------------ by hand


def test_headline_by_hand() -> None:
    headline = of().headline
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
    figures = of()
    assert district(figures, "PK401")["status"] == CoverageStatus.COVERED
    assert district(figures, "PK226")["status"] == CoverageStatus.COVERED
    assert district(figures, "PK617")["status"] == CoverageStatus.ZERO_REPORTED
    assert district(figures, "PK305")["status"] == CoverageStatus.COUNT_NOT_PUBLISHED
    assert district(figures, "PK101")["status"] == CoverageStatus.NO_RECORD


def test_district_figures_by_hand() -> None:
    islamabad = district(of(), "PK401")
    assert islamabad["participants"] == 10
    assert (islamabad["participants_f"], islamabad["participants_m"]) == (3, 4)
    assert islamabad["participants_unspecified"] == 3
    assert (islamabad["trainings"], islamabad["agencies"]) == (2, 2)
    assert islamabad["participants_per_million"] == pytest.approx(10 / 2.363863)
    assert islamabad["last_on"] == pd.Timestamp(2023, 5, 9)


def test_levies_are_not_of_the_six_agencies_of_a_committee() -> None:
    quetta = district(of(), "PK226")
    assert quetta["agencies"] == 1
    assert (quetta["participants"], quetta["rows_without_count"]) == (6, 1)
    assert quetta["participants_f"] is pd.NA


def test_what_is_not_known_is_not_zero() -> None:
    gilgit, lahore, bagh = (district(of(), pcode) for pcode in ("PK305", "PK617", "PK101"))
    assert gilgit["participants"] is pd.NA
    assert gilgit["participants_per_million"] is pd.NA
    assert district(of(), "PK314")["population"] is pd.NA  # Roundu, within Skardu's
    assert gilgit["trainings"] == 0
    assert gilgit["last_on"] == pd.Timestamp(2023, 9, 20)
    assert (lahore["participants"], lahore["trainings"], lahore["agencies"]) == (0, 0, 0)
    assert bagh["participants"] is pd.NA
    assert bagh["last_on"] is pd.NaT


def test_agency_and_month_by_hand() -> None:
    found = of().by_agency_month
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
    balochistan = of().by_province.set_index("adm1_pcode").loc["PK2"]
    assert (balochistan["districts"], balochistan["districts_covered"]) == (35, 1)
    assert balochistan["participants"] == 6
    assert balochistan["people_covered"] == 2_595_492


def test_trainings_by_hand() -> None:
    found = of().trainings
    assert found["training_id"].to_list() == ["D", "B", "A"]
    assert found["home_districts"].to_list() == [1, 2, 1]
    assert found["participants"].to_list() == [pd.NA, 9, 12]


def test_a_training_belongs_to_the_month_in_which_it_starts() -> None:
    assert of(as_of=date(2023, 2, 26)).headline.trainings == 0
    assert of(as_of=date(2023, 2, 27)).headline.trainings == 1
    assert of(as_of=date(2023, 2, 28)).months == [date(2023, 2, 1)]


def test_a_row_that_stands_for_several_counts_from_its_last_day() -> None:
    assert of(as_of=date(2023, 9, 19)).headline.trainings_summarised == 0
    assert of(as_of=date(2023, 9, 20)).headline.trainings_summarised == 7


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
    headline = of(**filters).headline
    assert headline.districts_covered == districts
    assert headline.trainings == trainings
    assert headline.participants == participants


def test_a_district_of_another_province_is_not_in_the_selection() -> None:
    figures = of(provinces=("PK2",))
    assert district(figures, "PK401")["status"] == CoverageStatus.NOT_SELECTED
    assert figures.headline.districts == 35
    assert figures.by_province["adm1_pcode"].to_list() == ["PK2"]


def test_no_denominator_is_no_share() -> None:
    figures = of()
    nobody = pd.array([pd.NA] * len(figures.districts), dtype="Int64")
    figures.__dict__["districts"] = figures.districts.assign(population=nobody)
    assert figures.headline.share_of_people is None
    assert figures.headline.districts_without_population == 160


def test_no_records() -> None:
    figures = of(records_of([], []))
    assert figures.headline.participants == figures.headline.trainings == 0
    assert (figures.districts["status"] == CoverageStatus.NO_RECORD).all()
    assert figures.by_agency_month.empty
    assert figures.trainings.empty
    assert figures.months == []


def test_very_many_agencies() -> None:
    """More words than a short code could number."""
    rows = [("A", "PK401", f"Agency {number}", 1, None, None) for number in range(40_000)]
    figures = of(records_of([{"training_id": "A", "date_start": AS_OF}], rows))
    assert figures.headline.participants == 40_000
    assert len(figures.by_agency_month) == 40_000


# --------------------------------------------------------------------- reconciled


def reconcile(figures: Coverage) -> None:
    """Assert that every sum of a Coverage is the headline's."""
    headline, frame = figures.headline, figures.districts
    reached = frame["status"].isin(REACHED)
    assert len(frame) == frame["status"].value_counts().sum() == 160
    assert set(frame["status"]) <= {status.value for status in CoverageStatus}
    assert headline.districts_covered == reached.sum()
    assert headline.districts == (frame["status"] != CoverageStatus.NOT_SELECTED).sum()
    assert headline.people_covered == frame.loc[reached, "population"].sum()
    placed = frame["participants"].sum() + headline.participants_within
    assert headline.participants == placed + headline.participants_unplaced
    named = frame["status"] == CoverageStatus.NAMED_WITHIN
    assert headline.districts_named_within == named.sum()
    assert frame.loc[named, "participants"].isna().all()
    assert headline.participants == figures.by_agency_month["participants"].sum()
    assert headline.participants == figures.trainings["participants"].sum()
    assert headline.rows_without_count == figures.by_agency_month["rows_without_count"].sum()
    single = figures.trainings["summarises"].isna()
    assert headline.trainings == single.sum()
    assert headline.trainings_summarised == figures.trainings["summarises"].sum()
    provinces = figures.by_province
    assert provinces["participants"].sum() == placed
    for column in ("districts", "districts_covered", "people_covered", "people"):
        assert provinces[column].sum() == getattr(headline, column)
    for table in (frame, figures.by_agency_month):
        parts = table[["participants_f", "participants_m", "participants_unspecified"]]
        assert parts.sum().sum() == table["participants"].sum()


@pytest.mark.parametrize("records", [illustrative(), published()], ids=lambda r: r.key)
def test_the_shipped_sets_reconcile_under_every_filter(records: Records) -> None:
    everything = whole(records)
    reconcile(coverage(records, everything))
    fields = {"province": "provinces", "agency": "agencies", "donor": "donors", "level": "levels"}
    for key, values in choices(records).items():
        for value in values:
            reconcile(coverage(records, replace(everything, **{fields[key]: (value,)})))


@given(views())
@settings(max_examples=100, deadline=None)
def test_any_records_reconcile_under_any_selection(view: tuple[Records, Selection]) -> None:
    reconcile(coverage(*view))


@given(views(), st.data())
@settings(max_examples=80, deadline=None)
def test_another_filter_never_increases(
    view: tuple[Records, Selection], data: st.DataObject
) -> None:
    records, selection = view
    fields = {"province": "provinces", "agency": "agencies", "donor": "donors", "level": "levels"}
    key = data.draw(st.sampled_from([k for k, offered in choices(records).items() if offered]))
    values = getattr(selection, fields[key]) or choices(records)[key]
    fewer = replace(selection, **{fields[key]: (data.draw(st.sampled_from(values)),)})
    more, less = coverage(records, selection).headline, coverage(records, fewer).headline
    for figure in ("districts_covered", "trainings", "participants", "people_covered"):
        assert getattr(less, figure) <= getattr(more, figure)
    assert less.rows_without_count <= more.rows_without_count


@given(any_records(), st.dates(date(2022, 11, 1), AS_OF))
@settings(max_examples=100, deadline=None)
def test_an_earlier_day_never_increases(records: Records, day: date) -> None:
    then = coverage(records, Selection(as_of=day)).headline
    now = coverage(records, whole(records)).headline
    assert then.districts_covered <= now.districts_covered
    assert then.participants <= now.participants
    assert then.trainings <= now.trainings


@given(views())
@settings(max_examples=100, deadline=None)
def test_districts_agree_with_a_plain_count(view: tuple[Records, Selection]) -> None:
    """The arrays give what a reader of the two tables would count by hand."""
    records, selection = view
    together = records.attendance.merge(records.trainings, on="training_id")
    together = together[together["status"] == "held"]
    total: dict[str, int] = {}
    reached, named = set(), set()
    for row in together.to_dict("records"):
        day = row["date_start"] if pd.isna(row["summarises"]) else row["date_end"]
        counts = [row[column] for column in COUNT_COLUMNS]
        here = row["adm2_pcode"]
        if (
            here == ""
            or day.date() > selection.as_of
            or (selection.since and day.date() < selection.since)
            or (selection.provinces and province_of(here) not in selection.provinces)
            or (selection.agencies and row["agency"] not in selection.agencies)
            or (selection.donors and row["donor"] not in selection.donors)
            or (selection.levels and row["level"] not in selection.levels)
        ):
            continue
        came = sum(count for count in counts if not pd.isna(count))
        place = larger_places().get(here)
        if place is None:
            total[here] = total.get(here, 0) + came
        if came or all(pd.isna(count) for count in counts):  # no count: somebody came
            reached.update([here] if place is None else [])
            named.update(place.districts if place else [])
    frame = coverage(records, selection).districts.set_index("adm2_pcode")
    assert set(frame.index[frame["status"].isin(REACHED)]) == reached
    unknown = frame[frame["status"].isin([CoverageStatus.NO_RECORD, CoverageStatus.NAMED_WITHIN])]
    chosen = {pcode for pcode in named if pcode in unknown.index}
    assert set(frame.index[frame["status"] == CoverageStatus.NAMED_WITHIN]) == chosen
    assert {p: n for p, n in frame["participants"].fillna(0).items() if n} == {
        p: n for p, n in total.items() if n
    }


def test_a_zero_for_women_beside_a_blank_for_men_is_zero_reported_and_incomplete() -> None:
    shipped = illustrative()
    attendance = shipped.attendance.iloc[:1].assign(
        participants_f=pd.array([0], dtype="Int64"),
        participants_m=pd.array([pd.NA], dtype="Int64"),
        participants_unspecified=pd.array([pd.NA], dtype="Int64"),
    )
    records = replace(shipped, attendance=attendance)
    figures = coverage(records, whole(records))
    frame = figures.districts
    here = frame[frame["adm2_pcode"] == attendance["adm2_pcode"].iat[0]].iloc[0]
    assert here["status"] == CoverageStatus.ZERO_REPORTED
    assert here["participants"] == 0
    assert (figures.headline.districts_covered, figures.headline.rows_incomplete) == (0, 1)


def test_women_without_men_are_at_least_so_many_and_no_share() -> None:
    records = records_of(
        [{"training_id": "A", "date_start": date(2023, 2, 1)}],
        [
            ("A", "PK401", "FIA", 3, None, None),
            ("A", "PK617", "FIA", 2, 6, None),
            ("A", "PK226", "FIA", None, None, 4),
        ],
    )
    figures = coverage(records, whole(records))
    assert (figures.headline.participants, figures.headline.rows_incomplete) == (15, 1)
    assert figures.women_and_men.to_dict("records") == [{"agency": "FIA", "women": 2, "men": 6}]


def test_a_training_without_attendance_has_a_day_without_a_count() -> None:
    records = records_of(
        [
            {"training_id": "A", "date_start": date(2023, 2, 1)},
            {"training_id": "B", "date_start": date(2023, 3, 1)},
        ],
        [("B", "PK401", "FIA", 3, 1, None)],
    )
    days = coverage(records, whole(records)).by_day
    assert days["day"].to_list() == [date(2023, 2, 1), date(2023, 3, 1)]
    assert pd.isna(days["participants"][0])
    assert days["total"].to_list() == [0, 4]
