"""Districts made after the list: an installed set brings them to life, another sends them home.

The list is read once a process, so each step here is a process of its own, with its own folder
of installed sets.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from bench.browser.servers import PROJECT
from geo.boundaries import installed
from geo.districts import gazetteer
from geo.inspection.inspection import inspect
from tests.geo.districts.conftest import ALLAI, BATTAGRAM, LIST, install, with_allai
from tests.geo.made_up_sets import made_up, splinter, written

KEAMARI, KARACHI_WEST = "PK730", "PK729"
POPULATION = {"Battagram": 554133, "Karachi West": 2679380, "Keamari": 2068451}

#: Whose figures have people of other districts of the list itself, under any set.
APART = {code: list(names) for code, names in gazetteer.population_includes().items()}


def command(*arguments: str | Path) -> str:
    """Run a command of boundaries in a process of its own and return what it prints."""
    done = subprocess.run(  # noqa: S603 - this Python, constant texts
        [sys.executable, "-m", "geo", "boundaries", *map(str, arguments)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


#: The same in a copy of a process that has the libraries: its words stand under ``told``.
COMMAND = """
import contextlib, io
from geo.__main__ import main
told = io.StringIO()
with contextlib.redirect_stdout(told):
    assert main(["boundaries", *{arguments}]) == 0
found["told"] = told.getvalue()
"""


MATCH = """
from geo.names.matching import match, match_many
def told(*query):
    one = match(*query)
    return [one.adm2_pcode, one.method, one.reason]
found["name"] = told("Allai")
found["spelling"] = told("ALAI district", "KP")
found["parent"] = told("Battagram")
found["code"] = told("", None, "PK536")
found["both"] = told("Allai", None, "PK536")
found["wrong"] = told("Lahore", None, "PK536")
found["elsewhere"] = told("Allai", "Punjab")
"""

RECORDS = """
from datetime import date
import pandas as pd
from data.figures.coverage import coverage
from data.records.model import ATTENDANCE_COLUMNS, TRAINING_COLUMNS, Records
from data.figures.selection import whole
from reports.measures.measures import map_values, measure
trainings = pd.DataFrame([{column: "" for column in TRAINING_COLUMNS} | {
    "training_id": "T1", "title": "One", "level": "district", "status": "held",
    "date_start": pd.Timestamp(2023, 5, 1), "date_end": pd.Timestamp(2023, 5, 2),
    "venue_adm2_pcode": "PK536", "summarises": pd.NA}])[list(TRAINING_COLUMNS)]
trainings["summarises"] = trainings["summarises"].astype("Int64")
attendance = pd.DataFrame([
    {"training_id": "T1", "adm2_pcode": code, "agency": "Police", "participants_f": women,
     "participants_m": men, "participants_unspecified": pd.NA}
    for code, women, men in [("PK536", 2, 5), ("PK504", 1, 3), ("", 1, 1)]])
counts = ["participants_f", "participants_m", "participants_unspecified"]
attendance[counts] = attendance[counts].astype("Int64")
records = Records("x", "X", "", "", date(2023, 6, 1), trainings, attendance)
figures = coverage(records, whole(records))
people = figures.districts.set_index("adm2_pcode")["participants"].dropna()
found["people"] = {code: int(value) for code, value in people.items()}
found["unplaced"] = figures.headline.participants_unplaced
shown = map_values(figures, measure("participants"))
found["legend"] = sum(one.count for one in shown.classes)
found["classes"] = len(shown.class_of)
found["venues"] = [one.pcode for one in shown.venues]
"""

MAP = """
from geo.boundaries import installed
from geo.webmap import assets
shown = installed.in_use()
geometry = assets.frame_geometry(shown)
found["outlines"] = {one["pcode"]: bool(one["arcs"]) for one in geometry["districts"]}
found["includes"] = {one["name"]: one["includes"] for one in geometry["districts"]}
found["population_includes"] = {
    one["name"]: one["population_includes"] for one in geometry["districts"]}
found["population_in"] = {one["name"]: one["population_in"] for one in geometry["districts"]}
found["beyond"] = [one["pcode"] for one in geometry["beyond"]]
found["notes"] = list(shown.notes)
"""


def test_a_newer_district_lives_while_its_set_is_in_use(tmp_path, folder, asked):
    told = command("install", written(with_allai(), tmp_path / "set.gpkg"))
    assert f"Allai ({ALLAI}), made after the list of COD-AB 2022, is drawn and counted" in told
    assert "Restart the dashboard" in told

    now = asked(LIST + MATCH + RECORDS + MAP)
    assert len(now["codes"]) == 161
    assert now["codes"] == sorted(now["codes"])
    assert now["names"][ALLAI] == "Allai"
    assert now["population"][ALLAI] is None
    assert now["population"][BATTAGRAM] == POPULATION["Battagram"]
    assert now["apart"] == APART | {BATTAGRAM: ["Allai"]}
    assert now["finite"]
    assert now["counted_in"] == {}
    assert "Allai" not in now["parents"]
    assert len(now["parents"]) == 12

    assert now["name"] == [ALLAI, "exact", None]
    assert now["spelling"] == [ALLAI, "alias", None]
    assert now["parent"][0] == BATTAGRAM
    assert now["code"] == [ALLAI, "code", None]
    assert now["both"] == [ALLAI, "code", None]
    assert now["wrong"] == [None, "none", "code and name disagree"]
    assert now["elsewhere"] == [None, "none", "province and name disagree"]

    assert now["people"] == {ALLAI: 7, BATTAGRAM: 4}
    assert now["unplaced"] == 2
    assert now["legend"] == now["classes"] == 161
    assert now["venues"] == [ALLAI]

    assert len(now["outlines"]) == 161
    assert all(now["outlines"].values())
    assert now["beyond"] == []
    assert now["includes"]["Battagram"] == []
    assert now["population_includes"]["Battagram"] == ["Allai"]
    assert now["population_in"]["Allai"] == ["Battagram"]
    assert now["population_in"]["Darel"] == ["Diamer"]
    assert [note for note in now["notes"] if "Allai" in note] == [
        f"Allai ({ALLAI}), made after the list of COD-AB 2022, is drawn and counted by itself; the "
        "population of Battagram includes it."
    ]


def test_under_another_set_it_is_counted_in_its_parent(allai, asked):
    installed.use("embedded")
    now = asked(LIST + MATCH + RECORDS + MAP)
    assert len(now["codes"]) == len(now["outlines"]) == now["legend"] == 160
    assert now["counted_in"] == {ALLAI: BATTAGRAM}
    assert now["apart"] == APART
    assert now["people"] == {BATTAGRAM: 11}
    assert now["unplaced"] == 2
    assert now["venues"] == [BATTAGRAM]
    in_parent = [BATTAGRAM, "successor", "counted in another district"]
    assert now["name"] == now["code"] == now["both"] == in_parent
    assert now["wrong"] == [None, "none", "code and name disagree"]
    assert now["includes"]["Battagram"] == ["Allai"]
    assert now["notes"] == []

    installed.use("cod-ab")
    assert asked(LIST + RECORDS)["people"] == {ALLAI: 7, BATTAGRAM: 4}


def test_a_code_stays_known_when_a_set_without_it_takes_its_place(tmp_path, allai, folder, asked):
    install(made_up(), tmp_path)
    assert [path.name for path in folder.glob("*.topojson")] == ["cod-ab.topojson"]
    now = asked(LIST + RECORDS)
    assert len(now["codes"]) == 160
    assert now["people"] == {BATTAGRAM: 11}


def test_a_district_with_a_census_of_its_own_takes_its_people_along(tmp_path, folder, asked):
    frame = splinter(made_up(), KEAMARI, "Keamari", KARACHI_WEST)
    before = asked(LIST)["population"]
    install(frame, tmp_path)
    now = asked(LIST)
    assert before[KARACHI_WEST] == POPULATION["Karachi West"] + POPULATION["Keamari"]
    assert now["population"][KARACHI_WEST] == POPULATION["Karachi West"]
    assert now["population"][KEAMARI] == POPULATION["Keamari"]
    assert now["apart"] == APART
    assert sum(filter(None, now["population"].values())) == sum(filter(None, before.values()))


def test_a_code_that_meant_another_district_in_the_older_series_asks(tmp_path, folder, asked):
    install(splinter(made_up(), KEAMARI, "Keamari", KARACHI_WEST), tmp_path)
    match = (
        "from geo.names.matching import match\n"
        "found['told'] = [match('', None, 'PK730').adm2_pcode]"
    )
    assert asked(match)["told"] == [None]
    installed.use("embedded")
    assert asked(match)["told"] == [None]


def test_a_parent_without_remainder_keeps_its_records(tmp_path, folder, asked):
    frame = splinter(made_up(), "PK536", "Upper South Waziristan", "PK530")
    whole = frame["adm2_pcode"] == "PK530"
    frame.loc[whole, ["adm2_pcode", "adm2_name"]] = ["PK537", "Lower South Waziristan"]
    install(frame, tmp_path)
    now = asked(LIST + MAP)
    assert len(now["codes"]) == 162
    assert [code for code, drawn in now["outlines"].items() if not drawn] == ["PK530"]
    assert any("South Waziristan (PK530)" in note and "dot" in note for note in now["notes"])


def test_a_decision_for_a_newer_district_outlives_its_set(allai, asked):
    decide = """
from geo.names.match_result import Learned
from geo.names.matching import match
known = Learned({("hill place", ""): "PK536"})
found["told"] = match("Hill Place", learned=known).adm2_pcode
found["kept"] = list(known.decisions.values())
"""
    assert asked(decide) == {"told": ALLAI, "kept": [ALLAI]}
    installed.use("embedded")
    assert asked(decide) == {"told": BATTAGRAM, "kept": [ALLAI]}


def test_the_set_is_exported_with_its_newer_districts(tmp_path, allai, asked):
    asked(COMMAND.format(arguments=["export", f"{tmp_path}/out.geojson"]))
    rows = json.loads((tmp_path / "out.geojson").read_text())["features"]
    names = {row["properties"]["adm2_pcode"]: row["properties"]["adm2_name"] for row in rows}
    assert names[ALLAI] == "Allai"
    own = ("--name", "again", "--attribution", "OCHA COD-AB with newer districts")
    again = asked(COMMAND.format(arguments=["install", f"{tmp_path}/out.geojson", *own]))["told"]
    assert f"Newer districts of this set: Allai ({ALLAI})." not in again  # they are there already
    assert len(asked(LIST)["codes"]) == 161


def test_a_code_by_two_names_is_refused(tmp_path, allai):
    other = splinter(made_up(), ALLAI, "Central Dir", "PK535")
    refused = inspect(written(other, tmp_path / "other.gpkg")).refused
    assert "PK536 was Allai in a set installed before and is Central Dir in the file" in refused
