"""``python -m geo boundaries``: what it prints, how it ends, and what it leaves as it was."""

from __future__ import annotations

import argparse
import json
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from geo.boundaries import installed
from geo.commands import boundaries
from geo.districts import boundary_folder
from geo.inspection import hdx
from tests.geo.made_up_sets import made_up, splinter, written

pytestmark = pytest.mark.usefixtures("folder")


def run(*arguments: str | Path) -> int:
    parser = argparse.ArgumentParser()
    boundaries.register(parser.add_subparsers(required=True))
    args = parser.parse_args(["boundaries", *map(str, arguments)])
    return args.func(args)


def test_install_use_list_and_export(tmp_path, capsys):
    path = written(made_up(), tmp_path / "set.zip")
    assert run("install", path) == 0
    told = capsys.readouterr().out
    assert "valid on 2024-06-30" in told
    assert "In use: OCHA COD-AB, valid 30 June 2024 (COD-AB 2024)" in told
    assert installed.in_use().vintage == "COD-AB 2024"
    assert run("list") == 0
    told = capsys.readouterr().out
    assert "  embedded" in told
    assert "* cod-ab" in told
    assert run("use", "embedded") == 0
    assert installed.in_use().name == "embedded"
    assert run("export", tmp_path / "out.geojson") == 0
    assert "Wrote 160 districts" in capsys.readouterr().out


def test_what_is_said_of_a_set_can_be_given(tmp_path):
    path = written(made_up(), tmp_path / "set.gpkg")
    words = ("--title", "Survey 2025", "--vintage", "2025", "--attribution", "The Survey")
    assert run("install", path, "--name", "survey", *words) == 0
    shown = installed.in_use()
    assert (shown.name, shown.title, shown.vintage, shown.attribution) == (
        "survey",
        "Survey 2025",
        "2025",
        "The Survey",
    )


def test_check_installs_nothing(tmp_path, folder, capsys):
    assert run("check", written(made_up(), tmp_path / "set.gpkg")) == 0
    assert "160 districts would be drawn" in capsys.readouterr().out
    assert not folder.exists()


def test_check_ends_with_one_where_something_was_found(tmp_path, capsys):
    frame = splinter(made_up().iloc[1:], "PK730", "Keamari", "PK729")
    path = written(frame, tmp_path / "set.gpkg")
    assert run("check", path) == 1
    told = capsys.readouterr().out
    assert "1 district of the list is not in the file: Bagh (PK101)." in told
    assert "Keamari (PK730), made after the list of COD-AB 2022, is drawn" in told
    # A set that is not whole is refused unless told, and never comes into use by itself.
    assert run("install", path) == 2
    assert "It lacks 1 of the 160 districts of the list" in capsys.readouterr().err
    assert run("install", path, "--incomplete") == 1
    assert installed.in_use().name == "embedded"
    assert run("use", "cod-ab") == 0
    assert "Newer districts of this set: Keamari (PK730)." in capsys.readouterr().out
    assert run("install", path, "--incomplete") == 2
    assert "Give it another --name." in capsys.readouterr().err
    assert any("Until the dashboard is started again" in note for note in installed.in_use().notes)


def test_a_set_in_which_districts_lie_over_each_other_changes_nothing(tmp_path, capsys, folder):
    frame = made_up()
    frame.loc[0, "geometry"] = frame.geometry[0].buffer(0.2)
    assert run("install", written(frame, tmp_path / "set.gpkg")) == 2
    told = capsys.readouterr().err
    assert "Districts lie over each other" in told
    assert "with Bagh (PK101)" in told
    assert not folder.exists()


def test_districts_on_the_land_of_others_are_installed_only_if_told(tmp_path, capsys, folder):
    frame = made_up()[["adm2_pcode", "geometry"]]
    frame["adm2_pcode"] = frame["adm2_pcode"].replace({"PK617": "PK614", "PK614": "PK617"})
    path = written(frame, tmp_path / "set.gpkg")
    own = ("--name", "own", "--attribution", "The Survey")
    assert run("check", path) == 1
    assert run("install", path, *own) == 2
    told = capsys.readouterr()
    assert "Lahore (PK617) has 1% in common with its outline there" in told.out
    assert "--redrawn installs it so" in told.err
    assert not folder.exists()
    assert run("install", path, *own, "--redrawn") == 0
    assert installed.in_use().name == "own"


def test_a_set_that_only_names_the_country_is_credited_to_nobody_unasked(tmp_path, capsys, folder):
    frame = made_up()[["adm2_pcode", "adm2_name", "adm0_pcode", "geometry"]]
    path = written(frame, tmp_path / "set.gpkg")
    assert run("install", path, "--name", "mine") == 2
    assert "say what it is called and whose it is, with --attribution" in capsys.readouterr().err
    assert not folder.exists()


@pytest.fixture(scope="module")
def installed_once(tmp_path_factory) -> Path:
    """The folder of an installed set, which is only copied."""
    folder = tmp_path_factory.mktemp("installed")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(boundary_folder.FOLDER_VARIABLE, str(folder / "sets"))
        assert run("install", written(made_up(), folder / "good.gpkg")) == 0
    return folder / "sets"


@pytest.mark.parametrize("command", ["check", "install"])
@pytest.mark.parametrize("content", [b"", b"<OGRVRTDataSource>", b"PK\x03\x04", b'{"type": 1}'])
def test_a_wrong_file_changes_nothing(tmp_path, folder, capsys, installed_once, command, content):
    shutil.copytree(installed_once, folder)
    before = {path: path.read_bytes() for path in boundary_folder.folder().iterdir()}
    (tmp_path / "set.gpkg").write_bytes(content)
    assert run(command, tmp_path / "set.gpkg") == 2
    assert "Refused: " in capsys.readouterr().err
    assert run(command, tmp_path / "missing.gpkg") == 2
    assert {path: path.read_bytes() for path in boundary_folder.folder().iterdir()} == before


def test_wrong_names_are_refused(tmp_path, capsys):
    path = written(made_up(), tmp_path / "set.gpkg")
    assert run("use", "nothing") == 2
    assert run("install", path, "--name", "../x") == 2
    assert run("export", tmp_path / "out.pdf") == 2
    assert capsys.readouterr().err.count("Refused: ") == 3


def test_a_damaged_set_is_listed_and_said(capsys, folder):
    folder.mkdir()
    (folder / "cod-ab.topojson").write_text("{")
    (folder / installed.CHOICE).write_text('{"in_use": "cod-ab"}')
    assert run("list") == 1
    told = capsys.readouterr().out
    assert "is damaged" in told
    assert "the one that comes with the dashboard is shown" in told


def test_cod_ab_is_downloaded_checked_and_installed(tmp_path, capsys, monkeypatch):
    served = tmp_path / "served"
    (served / "api/3/action").mkdir(parents=True)
    written(made_up().drop(columns="adm0_pcode"), served / "pak_adm2.geojson")
    row = {"name": "pak_adm2.geojson", "format": "GeoJSON", "url": "/pak_adm2.geojson"}
    about = {"result": {"resources": [row]}}
    (served / "api/3/action/package_show").write_text(json.dumps(about))

    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *args) -> None:
            super().__init__(*args, directory=str(served))

        def log_message(self, *_args) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        assert run("install", "cod-ab", "--site", f"http://127.0.0.1:{server.server_port}") == 0
        server.shutdown()
    told = capsys.readouterr()
    assert "Downloading pak_adm2.geojson" in told.out
    assert "(100%)" in told.err
    shown = installed.in_use()  # the exchange says whose it is, and the file itself need not
    assert (shown.vintage, shown.attribution[:4]) == ("COD-AB 2024", "OCHA")


def test_cod_ab_offline_is_said_and_changes_nothing(capsys, monkeypatch, folder):
    monkeypatch.setenv(hdx.SITE_VARIABLE, "http://127.0.0.1:9")
    assert run("install", "cod-ab") == 2
    assert "cannot be reached" in capsys.readouterr().err
    assert not folder.exists()


def test_a_set_of_others_has_its_own_name_and_credit_and_is_installed_after_a_look(
    tmp_path, capsys
):
    frame = made_up()[["adm2_name", "adm1_name", "geometry"]]
    path = written(frame.rename(columns={"adm2_name": "NAME_3", "adm1_name": "NAME_1"}),
                   tmp_path / "gadm.gpkg")  # fmt: skip
    own = ("--name", "gadm", "--attribution", "GADM 4.1")
    assert run("check", path) == 1
    assert "Lahore, Punjab -> Lahore (PK617)" in capsys.readouterr().out
    for options, said in (
        (own, "--by-name installs it so"),
        (("--by-name",), "with --name and --attribution"),
        (("--by-name", "--name", "gadm"), "with --attribution"),
    ):
        assert run("install", path, *options) == 2
        told = capsys.readouterr()
        assert said in told.err
        assert "Kasur, Punjab -> Kasur (PK614)" in told.out
        assert installed.in_use().name == "embedded"
    assert run("install", path, "--by-name", *own) == 0
    shown = installed.in_use()
    assert (shown.name, shown.title, shown.attribution) == (
        "gadm", "gadm", "GADM 4.1",
    )  # fmt: skip
    # One of another source never takes its place under the same name.
    assert run("install", path, "--by-name", "--name", "gadm", "--attribution", "Another") == 2
    assert "A set called gadm is installed, of another source: GADM 4.1" in capsys.readouterr().err
    assert run("install", path, "--by-name", *own) == 0
