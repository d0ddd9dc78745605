"""A district made after the list, and processes that read the list anew."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import geopandas
import pytest

from bench.browser.servers import PROJECT
from geo.boundaries import installed
from geo.districts import boundary_folder
from geo.inspection.inspection import boundary_set, inspect
from tests.geo.made_up_sets import made_up, splinter, written

ALLAI, BATTAGRAM = "PK536", "PK504"


#: Has loaded the libraries and nothing of the project, and answers each question in a copy of
#: itself: a new process, without the second that libraries take.
ANSWERING = """
import json, os, sys
import geopandas, pandas
for line in sys.stdin:
    folder, code = json.loads(line)
    if os.fork() == 0:
        os.environ["TRAINING_BOUNDARIES"], found = folder, {}
        exec(code, {"found": found})
        print(json.dumps(found), flush=True)
        os._exit(0)
    if os.wait()[1]:
        print("null", flush=True)
"""


@pytest.fixture(scope="module")
def asked() -> Iterator[Callable[[str], dict]]:
    """Ask what a new process finds: the code that is given fills a dictionary ``found``."""
    command = [sys.executable, "-c", ANSWERING]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=PROJECT, env=environment, **pipes) as answering:  # noqa: S603

        def ask(code: str) -> dict:
            folder = os.environ[boundary_folder.FOLDER_VARIABLE]
            print(json.dumps([folder, code]), file=answering.stdin, flush=True)
            found = json.loads(answering.stdout.readline())
            assert found is not None, "the process ended with the error above"
            return found

        yield ask


LIST = """
from geo.districts import gazetteer
listed = gazetteer.districts().set_index("adm2_pcode")
found["codes"] = listed.index.tolist()
found["names"] = listed["name"].to_dict()
found["population"] = listed["population"].astype(object).where(
    listed["population"].notna(), None).to_dict()
found["counted_in"] = gazetteer.counted_in()
found["parents"] = gazetteer.counted_in_parent()["name"].tolist()
found["apart"] = gazetteer.population_includes()
found["finite"] = bool(listed[["lon", "lat", "area_km2"]].notna().all().all())
"""


def with_allai() -> geopandas.GeoDataFrame:
    return splinter(made_up(), ALLAI, "Allai", BATTAGRAM)


def install(frame: geopandas.GeoDataFrame, tmp_path: Path, name: str = "cod-ab") -> None:
    """Install a set as the command does, without a process of its own."""
    path = written(frame, tmp_path / f"{len(list(tmp_path.iterdir()))}.gpkg")
    installed.install(boundary_set(inspect(path), name=name)[0])


def _installed_once(frame: geopandas.GeoDataFrame, folder: Path, name: str) -> Path:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(boundary_folder.FOLDER_VARIABLE, str(folder / "sets"))
        install(frame, folder, name)
    return folder / "sets"


@pytest.fixture(scope="module")
def allai_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an installed set with Allai, which is only copied."""
    return _installed_once(with_allai(), tmp_path_factory.mktemp("allai"), "cod-ab")


@pytest.fixture
def allai(allai_once: Path, folder: Path) -> None:
    """Install a set in which Allai is a district of its own."""
    shutil.copytree(allai_once, folder)


@pytest.fixture(scope="module")
def plain_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an installed set with the districts of the list, which is only copied."""
    return _installed_once(made_up(), tmp_path_factory.mktemp("plain"), "x")


@pytest.fixture
def plain(plain_once: Path, folder: Path) -> Path:
    """Install a set with the districts of the list, as ``x``; return its file."""
    shutil.copytree(plain_once, folder)
    return folder / "x.topojson"
