"""Figures of any records and any Selection: they agree with each other and with the rows."""

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
from geo.districts.larger_places import larger_places
from tests.data.conftest import AS_OF, any_records, province_of, records_of, views

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
@settings(max_examples=20, deadline=None)
def test_any_records_reconcile_under_any_selection(view: tuple[Records, Selection]) -> None:
    reconcile(coverage(*view))


@given(views(), st.data())
@settings(max_examples=20, deadline=None)
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
@settings(max_examples=20, deadline=None)
def test_an_earlier_day_never_increases(records: Records, day: date) -> None:
    then = coverage(records, Selection(as_of=day)).headline
    now = coverage(records, whole(records)).headline
    assert then.districts_covered <= now.districts_covered
    assert then.participants <= now.participants
    assert then.trainings <= now.trainings


@given(views())
@settings(max_examples=20, deadline=None)
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
    told = figures.women_and_men[["agency", "women", "men"]].to_dict("records")
    assert told == [{"agency": "FIA", "women": 2, "men": 6}]


@pytest.mark.parametrize(
    ("women", "men", "unspecified", "share"),
    [(2, 8, None, 0.2), (2, 8, 10, 0.2), (2, 8, 11, None), (2, 7, None, None), (0, 13, 373, None)],
)
def test_of_few_people_who_are_counted_by_sex_no_share_is_told(
    women: int, men: int, unspecified: int | None, share: float | None
) -> None:
    rows = [("A", "PK401", "FIA", women, men, None)]
    rows += [("A", "PK617", "FIA", None, None, unspecified)] if unspecified else []
    records = records_of([{"training_id": "A", "date_start": date(2023, 2, 1)}], rows)
    figures = coverage(records, whole(records))
    assert figures.share_of_women == share
    assert figures.women_and_men["share"].isna().tolist() == [share is None]
    edition = replace(records, sex_withheld=True)
    of_all = share if not unspecified else None
    assert coverage(edition, whole(edition)).share_of_women == of_all


def test_where_most_rows_have_no_count_no_share_of_women_is_told() -> None:
    rows = [("A", "PK401", "FIA", 20, 20, None), ("A", "PK226", "FIA", None, None, None)]
    more = [("A", "PK617", "FIA", None, None, None)]
    for attendance, share in ((rows, 0.5), (rows + more, None)):
        records = records_of([{"training_id": "A", "date_start": date(2023, 2, 1)}], attendance)
        assert coverage(records, whole(records)).share_of_women == share


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
