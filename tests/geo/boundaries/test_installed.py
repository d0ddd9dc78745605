"""Installed boundary sets: chosen, damaged, killed on the way, on a full disk."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import geopandas
import pytest

from geo.boundaries import boundary_set, installed
from geo.boundaries.boundary_set import BoundarySet
from geo.districts import boundary_folder, gazetteer
from geo.districts.boundary_folder import BoundaryError
from geo.inspection.inspection import inspect
from tests.geo.made_up_sets import made_up

PROJECT = Path(__file__).resolve().parents[3]


pytestmark = pytest.mark.usefixtures("folder")


def made(name: str = "cod-ab", title: str = "Official") -> BoundarySet:
    words = {"name": name, "title": title, "vintage": "2024", "attribution": "Somebody"}
    return BoundarySet.from_frame(made_up(), **words, notes=("A note.",))


def test_nothing_installed_means_the_embedded_outlines():
    assert installed.in_use().name == "embedded"
    assert [one.name for one in installed.available()] == ["embedded"]
    assert not boundary_folder.folder().exists()


def test_an_installed_set_is_in_use_and_read_back_whole():
    installed.install(made())
    shown = installed.in_use()
    assert (shown.title, shown.vintage, shown.attribution) == ("Official", "2024", "Somebody")
    assert shown.notes == ("A note.",)
    assert shown.districts["adm2_pcode"].tolist() == gazetteer.districts()["adm2_pcode"].tolist()


def test_sets_are_listed_and_chosen_by_name():
    installed.install(made("first", "First"))
    installed.install(made("second", "Second"))
    assert [(one.name, one.in_use) for one in installed.available()] == [
        ("embedded", False),
        ("first", False),
        ("second", True),
    ]
    assert installed.use("first").title == "First"
    assert installed.in_use().title == "First"
    installed.use("embedded")
    assert installed.in_use().name == "embedded"
    with pytest.raises(BoundaryError, match="There are: embedded, first, second"):
        installed.use("third")


def test_caches_learn_of_another_set():
    seen = {installed.state()}
    for step in (
        lambda: installed.install(made("first")),
        lambda: installed.install(made("second")),
        lambda: installed.use("first"),
        lambda: installed.install(made("first", "Newer")),
    ):
        step()
        assert installed.state() not in seen
        assert installed.state() == installed.state()
        seen.add(installed.state())


@pytest.mark.parametrize("name", ["", "../x", "A", "a b", "embedded", "x" * 41, ".x", "a/b"])
def test_a_name_that_cannot_be_a_file_is_refused(folder, name):
    with pytest.raises(BoundaryError, match="cannot be called"):
        installed.install(made(name))
    assert not folder.exists()


# ------------------------------------------------------------------------- damage


def test_a_damaged_set_is_said_and_kept_and_the_embedded_one_shown(folder):
    path = installed.install(made())
    path.write_text(path.read_text()[:5000])
    before = path.read_bytes()
    shown = installed.in_use()
    assert shown.name == "embedded"
    assert "cannot be read; the one that comes with the dashboard is shown" in shown.notes[0]
    assert str(folder) not in shown.notes[0]
    damaged = installed.available()[1]
    assert damaged.in_use
    assert "is damaged" in damaged.damage
    assert path.read_bytes() == before
    with pytest.raises(BoundaryError, match="is damaged"):
        installed.use("cod-ab")


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"in_use": 3}', '{"in_use": "../x"}'])
def test_a_damaged_choice_is_said(folder, content):
    installed.install(made())
    (folder / installed.CHOICE).write_text(content)
    assert installed.in_use().name == "embedded"
    assert installed.in_use().notes
    assert [one.in_use for one in installed.available()] == [False, False]
    assert installed.state()
    installed.use("cod-ab")
    assert installed.in_use().name == "cod-ab"


def test_a_set_that_was_deleted_is_said():
    installed.install(made()).unlink()
    assert installed.in_use().notes


def test_a_set_that_cannot_be_read_back_is_not_installed(monkeypatch):
    installed.install(made(title="Old"))

    def torn(_set, path):
        path.write_text('{"about":')

    monkeypatch.setattr(boundary_set, "write", torn)
    with pytest.raises(BoundaryError, match="is damaged"):
        installed.install(made(title="New"))
    assert installed.in_use().title == "Old"


# ------------------------------------------------------------ killed, or no room left

#: Has loaded all that is needed; at each line, a copy of it installs until it is killed.
INSTALL_OVER_AND_OVER = """
import os, sys
from dataclasses import replace
from geo.boundaries import installed
first = installed.in_use()
for line in sys.stdin:
    if not (copy := os.fork()):
        for number in range(100_000):
            installed.install(replace(first, title=f"Set {number}"))
    print(copy, flush=True)
    os.wait()
    print("ended", flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills a process as POSIX does")
def test_54_killed_at_any_moment_a_whole_set_is_in_use(folder):
    installed.install(made(title="Before"))
    chance = random.Random(1)  # noqa: S311 - moments, not secrets
    command = [sys.executable, "-c", INSTALL_OVER_AND_OVER]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=PROJECT, **pipes) as copied:  # noqa: S603 - a constant text
        for _ in range(6):
            print(file=copied.stdin, flush=True)
            copy = int(copied.stdout.readline())
            time.sleep(chance.uniform(0.05, 0.4))
            os.kill(copy, signal.SIGKILL)
            assert copied.stdout.readline() == "ended\n"
            shown = installed.in_use()
            assert not shown.notes or shown.notes == ("A note.",)
            assert len(shown.districts) == 160
            assert shown.title.startswith(("Before", "Set "))
            assert {one.damage for one in installed.available()} == {None}
    assert shown.title.startswith("Set ")


def test_what_a_killed_process_left_is_swept_a_day_later(folder):
    path = installed.install(made())
    left, fresh = folder / ".cod-ab.1.topojson", folder / ".cod-ab.2.topojson"
    for file in (left, fresh):
        file.write_text("{")
    os.utime(left, (0, 0))
    installed.install(made())
    assert sorted(file.name for file in folder.iterdir()) == sorted(
        [path.name, fresh.name, installed.CHOICE]
    )


@pytest.fixture
def small_disk(tmp_path, monkeypatch):
    """A disk with room for a few sets."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can make a small disk")
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:  # noqa: S603
        pytest.skip("no small disk can be made here")
    monkeypatch.setenv(boundary_folder.FOLDER_VARIABLE, str(place))
    yield place
    subprocess.run(["umount", str(place)], check=True)  # noqa: S603, S607


def test_55_on_a_full_disk_the_old_set_stays(small_disk):
    installed.install(made(title="Old"))
    filler = small_disk / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(b"x" * 512):
            pass
    with pytest.raises(BoundaryError, match=r"No space left.*Nothing was changed"):
        installed.install(made(title="New"))
    assert installed.in_use().title == "Old"
    filler.unlink()
    installed.install(made(title="New"))
    assert installed.in_use().title == "New"


def test_55_a_disk_that_refuses_leaves_the_old_set(monkeypatch):
    installed.install(made(title="Old"))

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BoundaryError, match=r"No space left.*Nothing was changed"):
        installed.install(made(title="New"))
    assert installed.in_use().title == "Old"
    assert len(list(boundary_folder.folder().iterdir())) == 2


# ------------------------------------------------------------------------- export


@pytest.mark.parametrize("ending", [".geojson", ".gpkg"])
def test_an_export_has_names_and_source_and_installs_again(tmp_path, ending):
    installed.install(made())
    path = tmp_path / f"set{ending}"
    installed.export(path)
    frame = geopandas.read_file(path)
    assert frame["adm2_name"].tolist() == gazetteer.districts()["name"].tolist()
    assert set(frame["attribution"]) == {"Somebody"}
    assert set(frame["boundary_set"]) == {"Official"}
    assert frame.crs == "EPSG:4326"
    assert inspect(path).refused is None


def test_an_exported_topology_is_the_set_itself(tmp_path):
    installed.export(tmp_path / "set.topojson")
    shown = boundary_set.read(tmp_path / "set.topojson")
    assert shown.title == boundary_set.embedded().title


def test_another_ending_or_folder_is_refused_and_keeps_the_file(tmp_path):
    (tmp_path / "set.pdf").write_text("mine")
    with pytest.raises(BoundaryError, match=r"end it in \.geojson"):
        installed.export(tmp_path / "set.pdf")
    assert (tmp_path / "set.pdf").read_text() == "mine"
    (tmp_path / "file").write_text("mine")
    with pytest.raises(BoundaryError, match="cannot be written"):
        installed.export(tmp_path / "file" / "set.gpkg")


def test_the_embedded_set_is_written_as_before(tmp_path):
    boundary_set.write(boundary_set.read(boundary_set.EMBEDDED), tmp_path / "set.topojson")
    assert (tmp_path / "set.topojson").read_bytes() == boundary_set.EMBEDDED.read_bytes()
