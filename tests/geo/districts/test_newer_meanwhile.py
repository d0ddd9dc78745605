"""A set with newer districts that comes or goes while a dashboard runs, or is damaged."""

from __future__ import annotations

import json

import pytest

from geo.boundaries import boundary_set as boundaries
from geo.boundaries import installed
from geo.boundaries.counted_outlines import as_counted
from geo.districts import gazetteer
from geo.districts import newer as newer_districts
from geo.inspection.inspection import boundary_set, inspect
from tests.geo.districts.conftest import ALLAI, BATTAGRAM, LIST, with_allai
from tests.geo.made_up_sets import written

# ------------------------------------------- a dashboard that runs while the set changes


def test_a_running_dashboard_counts_on_and_says_so(tmp_path, folder):
    before = list(gazetteer.names())
    made, _ = boundary_set(inspect(written(with_allai(), tmp_path / "set.gpkg")), name="cod-ab")
    installed.install(made)
    shown = installed.in_use()
    assert list(gazetteer.names()) == before == shown.districts["adm2_pcode"].tolist()
    assert shown.notes == (
        f"Allai ({ALLAI}) is a district of its own in these boundaries. Until the dashboard is "
        "started again, it is drawn and counted in Battagram.",
    )
    own = made.districts.set_index("adm2_pcode").geometry
    whole = shown.districts.set_index("adm2_pcode").geometry[BATTAGRAM]
    assert whole.symmetric_difference(own[ALLAI].union(own[BATTAGRAM])).area < 1e-6
    assert gazetteer.counted_in() == {ALLAI: BATTAGRAM}


def test_a_district_that_the_set_draws_no_longer_is_said(allai, asked):
    told = asked("""
from geo.boundaries import installed
from geo.districts import gazetteer
gazetteer.names()
installed.use("embedded")
found["notes"] = list(installed.in_use().notes)
""")
    assert told["notes"] == [
        f"Allai ({ALLAI}) is not a district of its own in these boundaries. Once the dashboard is "
        "started again, it is counted in Battagram."
    ]


def test_sets_without_newer_districts_stay_as_they_are():
    embedded = boundaries.embedded()
    assert as_counted(embedded) is embedded


# --------------------------------------------------------------------- damage


@pytest.mark.parametrize(
    "newer",
    [
        [{"adm2_pcode": "PK536"}],
        [{"adm2_pcode": "x", "name": "Allai", "lon": 1.0, "lat": 1.0, "area_km2": 1.0}],
        2 * [{"adm2_pcode": ALLAI, "name": "Allai", "lon": 1.0, "lat": 1.0, "area_km2": 1.0}],
        [{"adm2_pcode": ALLAI, "name": "A", "lon": float("nan"), "lat": 1.0, "area_km2": 1.0}],
        "PK536",
        5,
    ],
)
def test_a_damaged_set_brings_nothing(plain, newer):
    topology = json.loads(plain.read_text())
    topology["about"]["newer"] = newer
    plain.write_text(json.dumps(topology))
    assert newer_districts.drawn() == ()
    assert newer_districts.learned() == {}
    assert installed.in_use().name == "embedded"
    with pytest.raises(boundaries.BoundaryError, match="is damaged"):
        boundaries.read(plain)


def test_a_name_that_nobody_knows_brings_no_district(tmp_path, folder, asked):
    made, _ = boundary_set(inspect(written(with_allai(), tmp_path / "a.gpkg")), name="x")
    installed.install(made)
    path = folder / "x.topojson"
    path.write_text(path.read_text().replace('"name": "Allai"', '"name": "Atlantis"')
                    .replace('"name":"Allai"', '"name":"Atlantis"'))  # fmt: skip
    now = asked(LIST)
    assert len(now["codes"]) == 160
    assert now["counted_in"] == {}
