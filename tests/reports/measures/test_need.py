"""The map of need: scores in fifths, and whoever has none told apart."""

import re
from datetime import date

import pandas as pd
import pytest

from data.figures.coverage import coverage
from data.figures.selection import Selection, whole
from data.planning.need import THIN
from data.planning.settings import Aims, needed
from data.store.shipped import illustrative
from reports.measures.measures import map_values, measure
from reports.measures.need import need_values


def test_every_district_is_in_one_class_and_the_ranked_are_listed_by_need() -> None:
    records = illustrative()
    for selection in (whole(records), Selection(records.as_of, provinces=("PK3", "PK2"))):
        figures = coverage(records, selection)
        in_need = needed(figures, Aims()).districts
        values = need_values(figures, map_values(figures, measure("status")), in_need)
        assert sum(one.count for one in values.classes) == len(figures.districts)
        classes = dict(zip(figures.districts["adm2_pcode"], values.class_of, strict=True))
        for row in in_need.itertuples():
            words = values.classes[classes[row.adm2_pcode]].label
            if not pd.isna(row.rank):
                low, high = map(float, words.split("\u2013"))
                assert low <= row.score <= high
            else:
                kind = "thin" if row.kind == THIN else "no one on record"
                assert words == f"{kind}, need not scored"
        ranked = in_need[in_need["rank"].notna()]["adm2_pcode"].tolist()
        order = figures.districts["adm2_pcode"].tolist()
        assert [order[place] for place in values.lists[0].places] == ranked


def test_a_thin_district_is_marked_in_the_list_and_told_of() -> None:
    figures = coverage(illustrative(), whole(illustrative()))
    in_need = needed(figures, Aims()).districts
    listed = need_values(figures, map_values(figures, measure("status")), in_need).lists[0]
    ranked = in_need[in_need["rank"].notna()]
    told = zip(ranked["kind"], ranked["why"], strict=True)
    assert list(listed.notes) == [f"thin: {why}" if kind == THIN else "" for kind, why in told]
    assert any(listed.notes)
    assert "thin: reached, by few" in listed.order


@pytest.mark.parametrize(
    ("filters", "of_whom"),
    [
        ({"agencies": ("FIA",)}, " of FIA"),
        ({"agencies": ("FIA",), "levels": ("national",)}, " in this selection"),
        ({"since": date(2023, 6, 1)}, " in this selection"),
        ({"provinces": ("PK6",)}, ""),
    ],
)
def test_few_participants_of_a_part_are_said_to_be_of_it(filters: dict, of_whom: str) -> None:
    records = illustrative()
    figures = coverage(records, Selection(records.as_of, **filters))
    in_need = needed(figures, Aims()).districts
    values = need_values(figures, map_values(figures, measure("status")), in_need)
    thin = [note for one in values.lists for note in one.notes if note]
    assert thin
    assert all(re.search(rf"(agencies|participants?){of_whom}$", note) for note in thin), thin
    assert ("in this selection" in values.lists[0].order) == bool(of_whom)
