"""Lorenz, Gini, Theil and coverage by province: by hand, as published, and as PySAL has them."""

import math
from datetime import date
from types import ModuleType

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.analysis.equity import (
    Equity,
    coverage_by_province,
    equity,
    gini,
    gini_by_chance,
    lorenz_curve,
    theil,
)
from data.analysis.equity_words import (
    coverage_in_words,
    gini_in_words,
    left_out_in_words,
    lorenz_in_words,
    theil_in_words,
)
from data.figures.coverage import Coverage, coverage
from data.store.shipped import illustrative, published
from tests.data.conftest import records_of, view_of, views


@pytest.fixture(scope="module")
def pysal() -> ModuleType:
    """What PySAL has of inequality: loaded for who asks, as it brings whole libraries along."""
    import inequality

    return inequality


# Islamabad 2,363,863 people; Lahore 13,004,135; Roundu not known; Quetta 2,595,492.
SMALL = records_of(
    [{"training_id": "A", "date_start": date(2023, 2, 1)}],
    [
        ("A", "PK401", "FIA", 10, 10, None),
        ("A", "PK617", "FIA", 5, 5, None),
        ("A", "PK617", "Police", None, None, None),
        ("A", "PK314", "FIA", 3, 3, None),
        ("A", "PK226", "FIA", None, None, None),
    ],
)
# Gross domestic product a head of the states of Mexico in 1940 and their regions: the example
# in PySAL's own documentation, which gives 0.0345889 between and 0.17435454 within regions.
MEXICO = {
    1: [22361, 8578, 8537, 9073, 6399, 7508],
    2: [10384, 9573, 12132, 4836, 4372, 4840, 3734],
    3: [6909, 4359, 4414, 5309, 3327, 6936, 3569, 11016, 3605, 5203],
    4: [17816, 3408],
    5: [3758, 2934, 2181, 1892, 21965, 2459, 7990],
}


def without_populations() -> Coverage:
    """Return figures of a list for which no population is published."""
    figures = view_of(SMALL)
    nobody = pd.array([pd.NA] * len(figures.districts), dtype="Int64")
    figures.__dict__["districts"] = figures.districts.assign(population=nobody)
    return figures


def floats(*values: float) -> np.ndarray:
    return np.array(values, dtype=float)


def one_province(values: np.ndarray) -> pd.Series:
    return pd.Series(["P"] * len(values))


# ------------------------------------------------------------------------ by hand


def test_two_districts_by_hand() -> None:
    people, participants = floats(100, 100), floats(3, 1)
    curve = lorenz_curve(people, participants)
    assert curve["people"].to_list() == [0, 0.5, 1]
    assert curve["participants"].to_list() == [0, 0.25, 1]
    assert gini(people, participants) == pytest.approx(0.25)
    expected = 0.75 * math.log(1.5) + 0.25 * math.log(0.5)
    assert theil(people, participants, one_province(people)).total == pytest.approx(expected)


def test_people_weigh_and_zeros_stay() -> None:
    # 300 of 400 people have nobody, 100 have all: the curve turns at (0.75, 0).
    people, participants = floats(200, 100, 100), floats(0, 0, 8)
    assert gini(people, participants) == pytest.approx(0.75)
    assert theil(people, participants, one_province(people)).total == pytest.approx(math.log(4))


def test_in_proportion_to_people_there_is_no_inequality() -> None:
    people, participants = floats(10, 20, 70), floats(1, 2, 7)
    assert gini(people, participants) == pytest.approx(0, abs=1e-12)
    assert theil(people, participants, one_province(people)).total == pytest.approx(0, abs=1e-12)


def test_theil_by_province_by_hand() -> None:
    people, participants = floats(100, 100, 200), floats(6, 2, 0)
    found = theil(people, participants, pd.Series(["A", "A", "B"]))
    among_a = 0.75 * math.log(1.5) + 0.25 * math.log(0.5)
    assert found.between == pytest.approx(math.log(2))  # A has all, with half of the people
    assert found.within == pytest.approx(among_a)
    assert found.total == pytest.approx(found.between + found.within)
    table = found.provinces.set_index("province")
    assert table.loc["A", ["people", "participants"]].to_list() == [200, 8]
    assert math.isnan(table.at["B", "theil"])  # nobody there: nothing to share
    assert table.at["B", "within"] == 0


def test_nothing_to_share_is_no_zero() -> None:
    people, participants = floats(100, 200), floats(0, 0)
    assert lorenz_curve(people, participants).empty
    with pytest.raises(ValueError, match="no participants"):
        gini(people, participants)
    with pytest.raises(ValueError, match="no participants"):
        theil(people, participants, one_province(people))


# ------------------------------------------------------------------------ as others have it


def test_mexico_as_published(pysal: ModuleType) -> None:
    gdp = np.concatenate([floats(*values) for values in MEXICO.values()])
    regions = pd.Series(np.repeat(list(MEXICO), [len(v) for v in MEXICO.values()]).astype(str))
    found = theil(np.ones(len(gdp)), gdp, regions)
    assert found.between == pytest.approx(0.0345889, abs=1e-7)
    assert found.within == pytest.approx(0.17435454, abs=1e-8)
    assert gini(np.ones(len(gdp)), gdp) == pytest.approx(pysal.gini.Gini(gdp).g)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(0, 40), st.sampled_from("ABC")), min_size=2)
)
def test_as_pysal_has_it_person_by_person(pysal: ModuleType, rows) -> None:
    people, participants = (floats(*column) for column in list(zip(*rows, strict=True))[:2])
    provinces = pd.Series([province for *_, province in rows])
    if not participants.sum():
        return
    # Each person of a district is given the same part of its participants.
    each = np.repeat(participants / people, people.astype(int))
    group = np.repeat(provinces.to_numpy(dtype=str), people.astype(int))
    theirs = pysal.theil.TheilD(each, group)
    ours = theil(people, participants, provinces)
    # PySAL puts a very small number for a zero, so the last digits differ.
    assert ours.total == pytest.approx(float(theirs.T), abs=1e-8)
    assert ours.between == pytest.approx(float(np.squeeze(theirs.bg)), abs=1e-8)
    assert ours.within == pytest.approx(ours.total - ours.between, abs=1e-9)
    assert gini(people, participants) == pytest.approx(pysal.gini.Gini(each).g, abs=1e-9)


# ------------------------------------------------------------------------ of a view


def test_what_is_compared_and_what_is_left_out() -> None:
    found = equity(view_of(SMALL))
    assert found.without_population == 5
    assert found.without_count == 1  # Quetta; Roundu has a count and no population
    assert found.partly_counted == 1  # Lahore
    assert len(found.districts) == 160 - 5 - 1
    assert found.districts["participants"].sum() == 30
    assert found.districts["adm2_pcode"].tail(2).to_list() == ["PK617", "PK401"]


def test_gini_of_a_view_by_hand() -> None:
    # Of two provinces, three districts: Islamabad 20, Lahore 10, and the rest of Punjab 0.
    found = equity(view_of(SMALL, provinces=("PK4", "PK6")))
    people = found.districts["people"].sum()
    lahore, islamabad = 13_004_135 / people, 2_363_863 / people
    area = lahore * (1 / 3) / 2 + islamabad * (1 / 3 + 1) / 2
    assert found.gini == pytest.approx(1 - 2 * area)
    assert found.theil is not None
    total = 1 / 3 * math.log(1 / 3 / lahore) + 2 / 3 * math.log(2 / 3 / islamabad)
    assert found.theil.total == pytest.approx(total)
    between = 1 / 3 * math.log(1 / 3 / (1 - islamabad)) + 2 / 3 * math.log(2 / 3 / islamabad)
    assert found.theil.between == pytest.approx(between)


def test_coverage_by_province_by_hand() -> None:
    found = coverage_by_province(view_of(SMALL)).set_index("adm1_pcode")
    assert found.at["PK4", "share"] == 1
    assert found.at["PK6", "share"] == pytest.approx(13_004_135 / found.at["PK6", "people"])
    assert found.at["PK3", "share"] == 0  # nobody is known to live in Roundu by itself
    assert found.at["PK3", "without_population"] == 4
    covered = 2_363_863 + 13_004_135 + 2_595_492
    assert found["national"].iloc[0] == pytest.approx(covered / found["people"].sum())
    assert found["share"].dropna().is_monotonic_increasing


def test_nobody_trained_one_district_and_nothing_known() -> None:
    empty = records_of([{"training_id": "A", "date_start": date(2023, 2, 1)}], [])
    nobody = equity(view_of(empty))
    assert (nobody.gini, nobody.theil, len(nobody.lorenz)) == (None, None, 0)
    one = equity(view_of(SMALL, provinces=("PK4",)))
    assert one.gini == pytest.approx(0, abs=1e-12)
    assert one.theil is not None
    assert one.theil.total == 0
    unknown = equity(without_populations())
    assert unknown.districts.empty
    assert unknown.gini is None
    assert unknown.without_population == 160


# ------------------------------------------------------------------------ words


def words_of(found: Equity) -> list[str]:
    return [lorenz_in_words(found), gini_in_words(found), theil_in_words(found)]


def test_words_of_a_view() -> None:
    found = equity(view_of(SMALL, provinces=("PK4", "PK6")))
    assert lorenz_in_words(found).startswith("The half of the people")
    assert "0% of the participants" in lorenz_in_words(found)
    assert f"{found.gini:.2f}" in gini_in_words(found)
    assert "between provinces" in theil_in_words(found)
    assert left_out_in_words(equity(view_of(SMALL))) == (
        "154 districts compared, 2 with participants; those without a record count as 0; "
        "5 districts without a known population left out; 1 district reached without a count "
        "left out; 1 district with some of the counts missing."
    )
    assert "1 of 2 provinces lie below that" in coverage_in_words(
        coverage_by_province(view_of(SMALL, provinces=("PK4", "PK6")))
    )


def test_words_where_there_is_nothing_to_compare() -> None:
    empty = view_of(records_of([{"training_id": "A", "date_start": date(2023, 2, 1)}], []))
    assert all("No participant is recorded" in words for words in words_of(equity(empty)))
    assert "0% of people" in coverage_in_words(coverage_by_province(empty))
    unknown = without_populations()
    assert all("nothing can be compared" in words for words in words_of(equity(unknown)))
    assert "No selected district" in coverage_in_words(coverage_by_province(unknown))
    islamabad = words_of(equity(view_of(SMALL, provinces=("PK4",))))
    assert islamabad[0] == islamabad[1] == "With one district there is nothing to compare."
    assert "in proportion" in islamabad[2]


def test_where_hardly_anything_is_counted_there_is_no_coefficient() -> None:
    figures = view_of(published())
    found = equity(figures)
    assert found.hardly_counted
    assert found.gini is None
    assert found.lorenz.empty
    assert all("none is given" in words for words in words_of(found))
    told = coverage_in_words(coverage_by_province(figures), figures.mostly_together)
    assert told.startswith("At least 15% of people")
    assert "Sindh" not in told


def test_chance_alone_gives_a_coefficient_too() -> None:
    figures = view_of(illustrative())
    found = equity(figures)
    chance = gini_by_chance(figures, found)
    assert chance is not None
    assert found.gini is not None
    # By another way: the same delegations, one draw after the other.
    rows = figures.records.attendance
    people = found.districts.set_index("adm2_pcode")["people"]
    counts = rows[["participants_f", "participants_m", "participants_unspecified"]].sum(axis=1)
    groups = counts.groupby([rows["training_id"], rows["adm2_pcode"]]).sum()
    groups = groups[groups.index.get_level_values(1).isin(people.index)].to_numpy(float)
    draw, drawn = np.random.default_rng(7), []
    for _ in range(300):
        homes = draw.choice(people.index, len(groups), p=people / people.sum())
        placed = pd.Series(groups).groupby(homes).sum().reindex(people.index, fill_value=0)
        drawn.append(gini(people.to_numpy(), placed.to_numpy()))
    assert chance.median == pytest.approx(float(np.median(drawn)), abs=0.02)
    assert chance.low < chance.median < chance.high < found.gini
    assert gini_by_chance(view_of(published()), equity(view_of(published()))) is None


def test_words_of_the_records_that_ship() -> None:
    figures = view_of(illustrative())
    for words in [*words_of(equity(figures)), coverage_in_words(coverage_by_province(figures))]:
        assert words.endswith(".")
        assert "nan" not in words


@settings(max_examples=20, deadline=None)
@given(views())
def test_any_view_has_figures_and_words(view) -> None:
    figures = coverage(*view)
    found = equity(figures)
    headline = figures.headline
    left_out = found.without_population + found.without_count + found.named_within
    assert len(found.districts) + left_out == headline.districts
    assert found.without_population == headline.districts_without_population
    if found.gini is not None and found.theil is not None:
        assert 0 <= found.gini <= 1
        assert found.theil.between + found.theil.within == pytest.approx(found.theil.total)
        assert found.lorenz.iloc[-1].to_list() == pytest.approx([1, 1])
    provinces = coverage_by_province(figures)
    for words in [*words_of(found), coverage_in_words(provinces), left_out_in_words(found)]:
        assert words.endswith(".")
        assert "nan" not in words
