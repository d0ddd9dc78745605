"""The populations of the list: each with its source, nobody counted twice."""

import pandas as pd
import pytest

from geo.districts import gazetteer

#: As the Pakistan Bureau of Statistics published them for the census of 2023.
OF_PROVINCES = {
    "Punjab": 127_688_922,
    "Sindh": 55_696_147,
    "Khyber Pakhtunkhwa": 40_856_097,
    "Balochistan": 14_894_402,
    "Islamabad Capital Territory": 2_363_863,
}
NATIONAL, DISTRICTS_OF_THE_CENSUS = 241_499_431, 136
GILGIT_BALTISTAN = 1_709_049  # GB at a Glance 2025


def test_each_province_sums_to_its_published_total() -> None:
    sums = gazetteer.districts().groupby("province")["population"].sum()
    assert sums[list(OF_PROVINCES)].to_dict() == OF_PROVINCES
    assert sums["Gilgit-Baltistan"] == GILGIT_BALTISTAN
    # Its bureau's ten districts; no total of its own was at hand to hold against.
    assert sums["Azad Jammu & Kashmir"] == 4_333_467


def test_the_136_districts_of_the_national_census_are_in_once() -> None:
    rows = gazetteer.rows()
    census = rows[rows["pop_source"] == "PBS"]
    assert len(census) == DISTRICTS_OF_THE_CENSUS
    assert census["pop_2023"].sum() == NATIONAL == sum(OF_PROVINCES.values())
    listed = gazetteer.districts()
    national = listed[listed["province"].isin(OF_PROVINCES)]
    assert national["population"].sum() == NATIONAL


def test_every_population_has_a_source_and_every_other_district_a_figure_that_includes_it() -> None:
    rows = gazetteer.rows()
    known = rows["pop_2023"].notna()
    sources = rows.loc[known, "pop_source"].value_counts().to_dict()
    assert sources == {"PBS": 136, "AJK bureau": 10, "GB at a Glance 2025": 10}
    assert (rows.loc[~known, "pop_source"] == "").all()
    assert (rows.loc[known, "people_in"] == "").all()
    whose = rows.loc[~known, "people_in"].str.split("; ").explode()
    assert set(whose) <= set(rows.loc[known, "name"])
    assert len(whose) >= (~known).sum()


@pytest.mark.parametrize(
    ("name", "people"),
    [("Kalat", 271_560), ("Surab", 279_038), ("Nasirabad", 563_315), ("Kachhi", 442_674)],
)
def test_districts_that_other_sources_give_differently_are_as_in_table_1(
    name: str, people: int
) -> None:
    assert gazetteer.rows().set_index("name").at[name, "pop_2023"] == people


def test_whose_figure_has_the_people_of_a_district_is_said_on_both_sides() -> None:
    assert gazetteer.population_in() == {
        "PK218": ("Sibi", "Kachhi"),
        "PK311": ("Diamer",),
        "PK312": ("Diamer",),
        "PK313": ("Ghizer",),
        "PK314": ("Skardu",),
    }
    assert gazetteer.population_includes() == {
        "PK228": ("part of Lehri",),
        "PK209": ("part of Lehri",),
        "PK302": ("Darel", "Tangir"),
        "PK304": ("Gupis-Yasin",),
        "PK307": ("Roundu",),
    }
    notes = gazetteer.population_notes()
    assert (notes["PK302"], notes["PK311"]) == ("with Darel and Tangir", "within that of Diamer")
    assert (notes["PK228"], notes["PK218"]) == (
        "with part of Lehri",
        "within that of Sibi and Kachhi",
    )
    assert len(notes) == 10
    unknown = gazetteer.districts().set_index("adm2_pcode")["population"].isna()
    assert set(unknown.index[unknown]) == set(gazetteer.population_in())


def test_populations_are_whole_numbers_of_people() -> None:
    assert gazetteer.districts()["population"].dtype == pd.Int64Dtype()
    assert gazetteer.districts()["population"].min() > 10_000
