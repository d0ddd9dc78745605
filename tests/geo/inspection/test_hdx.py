"""Downloads from a server of this machine that cuts, lies and is not there."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from geo.districts.boundary_folder import BoundaryError
from geo.inspection import hdx

CONTENT = bytes(range(256)) * 4_000
ROW = {"name": "pak_adm2.gpkg", "format": "Geopackage", "download_url": "/files/pak_adm2.gpkg"}


class Exchange(ThreadingHTTPServer):
    """A stand-in for the exchange; the attributes are how it behaves."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.resources: list[dict] = [ROW]
        self.answer: bytes | None = None
        self.status = 200
        self.content = CONTENT
        self.tag: str | None = '"one"'
        self.ranges = True
        self.cut_after: list[int] = []
        self.asked: list[tuple[str, str | None]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Exchange

    def log_message(self, *_args) -> None:
        pass

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers.get("Range")))
        if self.path.startswith("/api/"):
            self.describe()
        else:
            self.send_file()

    def describe(self) -> None:
        assert self.path == "/api/3/action/package_show?id=cod-ab-pak"
        told = {"success": True, "result": {"resources": self.server.resources}}
        body = json.dumps(told).encode() if self.server.answer is None else self.server.answer
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(body)

    def send_file(self) -> None:
        content, start = self.server.content, 0
        asked = self.headers.get("Range")
        same = self.headers.get("If-Range") in (None, self.server.tag)
        if asked and same and self.server.ranges:
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            if start >= len(content):
                self.send_error(416)
                return
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        else:
            self.send_response(200)
        if self.server.tag:
            self.send_header("ETag", self.server.tag)
        body = content[start:]
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.server.cut_after:
            body = body[: self.server.cut_after.pop(0)]
        self.wfile.write(body)


@pytest.fixture
def exchange(monkeypatch) -> Iterator[Exchange]:
    with Exchange() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        monkeypatch.setenv(hdx.SITE_VARIABLE, server.address)
        yield server
        server.shutdown()


def files(exchange: Exchange) -> list[str | None]:
    return [ranged for path, ranged in exchange.asked if path.startswith("/files/")]


# ------------------------------------------------------------------------ which file


def test_the_file_of_districts_is_found(exchange):
    found = hdx.find()
    assert found.name == "pak_adm2.gpkg"
    assert found.format == "gpkg"
    assert found.url == f"{exchange.address}/files/pak_adm2.gpkg"


@pytest.mark.parametrize(
    ("rows", "chosen"),
    [
        ([("p.xlsx", "XLSX"), ("p.gdb.zip", "Geodatabase"), ("p.shp.zip", "SHP")], "p.shp.zip"),
        ([("p.geojson", "GeoJSON"), ("p.gpkg", "GeoPackage")], "p.gpkg"),
        ([("pak_adm1.zip", "SHP"), ("pak_adm2.zip", "SHP"), ("all.zip", "SHP")], "pak_adm2.zip"),
        ([("pak_admbndl.zip", "SHP"), ("pak_boundaries.zip", "zipped shapefile")],
         "pak_boundaries.zip"),
        ([("pak_admin_boundaries.geojson.zip", "GeoJSON"),
          ("pak_admin_boundaries.shp.zip", "SHP")], "pak_admin_boundaries.shp.zip"),
    ],
)  # fmt: skip
def test_the_best_file_is_chosen(exchange, rows, chosen):
    exchange.resources = [
        {"name": name, "format": kind, "url": f"/files/{name}"} for name, kind in rows
    ]
    assert hdx.find().name == chosen


def test_a_dataset_without_outlines_is_said(exchange):
    exchange.resources = [{"name": "pak.xlsx", "format": "XLSX", "url": "/x"}]
    with pytest.raises(BoundaryError, match="no file with outlines of districts"):
        hdx.find()


@pytest.mark.parametrize("answer", [b"<html>", b"", b"[]", b'{"result": null}', b'{"a": 1}'])
def test_an_answer_that_is_no_description_is_said(exchange, answer):
    exchange.answer = answer
    with pytest.raises(BoundaryError, match="did not answer with a description"):
        hdx.find()


@pytest.mark.parametrize("status", [404, 403, 500])
def test_a_refusal_is_said_with_the_way_by_hand(exchange, status):
    exchange.status = status
    with pytest.raises(BoundaryError, match=f"answered {status}.*download cod-ab-pak in a browser"):
        hdx.find()


def test_offline_is_said_plainly():
    for nowhere in ("http://127.0.0.1:9", "http://no-such-host.invalid"):
        with pytest.raises(BoundaryError, match=r"cannot be reached.*Check the connection"):
            hdx.find(nowhere)


def test_a_file_of_this_machine_is_no_web_address(exchange, tmp_path):
    exchange.resources = [{**ROW, "download_url": "file:///etc/passwd"}]
    with pytest.raises(BoundaryError, match="is no web address"):
        hdx.download(hdx.find(), tmp_path)


# --------------------------------------------------------------------- the download


def test_a_download_is_whole_and_tells_how_far_it_is(exchange, tmp_path):
    seen = []
    path = hdx.download(hdx.find(), tmp_path, lambda here, whole: seen.append((here, whole)))
    assert path.name == "pak_adm2.gpkg"
    assert path.read_bytes() == CONTENT
    assert seen[-1] == (len(CONTENT), len(CONTENT))
    assert [here for here, _ in seen] == sorted(here for here, _ in seen)
    assert [file.name for file in tmp_path.iterdir()] == ["pak_adm2.gpkg"]


def test_a_cut_download_goes_on_in_the_same_run(exchange, tmp_path):
    exchange.cut_after = [300_000, 200_000]
    path = hdx.download(hdx.find(), tmp_path)
    assert path.read_bytes() == CONTENT
    assert files(exchange) == [None, "bytes=300000-", "bytes=500000-"]


def test_a_cut_download_goes_on_in_a_later_run(exchange, tmp_path):
    exchange.cut_after = [300_000, 0]
    with pytest.raises(BoundaryError, match=r"was cut.*goes on from there"):
        hdx.download(hdx.find(), tmp_path)
    assert (tmp_path / "pak_adm2.gpkg.part").stat().st_size == 300_000
    assert not (tmp_path / "pak_adm2.gpkg").exists()
    path = hdx.download(hdx.find(), tmp_path)
    assert path.read_bytes() == CONTENT
    assert files(exchange)[-1] == "bytes=300000-"


@pytest.mark.parametrize("tag", ['"two"', 'W/"two"', None])
def test_a_file_that_changed_meanwhile_starts_anew(exchange, tmp_path, tag):
    exchange.cut_after = [300_000, 0]
    with pytest.raises(BoundaryError, match="was cut"):
        hdx.download(hdx.find(), tmp_path)
    exchange.content, exchange.tag = CONTENT[::-1], tag
    assert hdx.download(hdx.find(), tmp_path).read_bytes() == CONTENT[::-1]


def test_a_server_that_cannot_go_on_sends_all_again(exchange, tmp_path):
    exchange.cut_after, exchange.ranges = [300_000], False
    assert hdx.download(hdx.find(), tmp_path).read_bytes() == CONTENT


def test_an_unfinished_file_that_is_too_long_starts_anew(exchange, tmp_path):
    (tmp_path / "pak_adm2.gpkg.part").write_bytes(CONTENT + b"more")
    (tmp_path / "pak_adm2.gpkg.part.version").write_text('"one"')
    assert hdx.download(hdx.find(), tmp_path).read_bytes() == CONTENT


def test_size_and_checksum_are_checked_where_they_are_told(exchange, tmp_path):
    md5 = hashlib.md5(CONTENT, usedforsecurity=False).hexdigest()
    exchange.resources = [{**ROW, "size": len(CONTENT), "hash": md5}]
    assert hdx.download(hdx.find(), tmp_path).exists()
    for wrong in ({"size": len(CONTENT) - 1}, {"hash": "0" * 32}):
        exchange.resources = [{**ROW, **wrong}]
        with pytest.raises(BoundaryError, match="arrived damaged"):
            hdx.download(hdx.find(), tmp_path / "other")
        assert list((tmp_path / "other").iterdir()) == []


def test_too_large_a_file_is_refused(exchange, tmp_path, monkeypatch):
    monkeypatch.setattr(hdx, "LARGEST", 500_000)
    with pytest.raises(BoundaryError, match="too large"):
        hdx.download(hdx.find(), tmp_path)


def test_a_name_leads_to_no_other_folder(exchange, tmp_path):
    exchange.resources = [{**ROW, "download_url": "/files/..%2f..%2fx.gpkg"}]
    path = hdx.download(hdx.find(), tmp_path / "downloads")
    assert path.parent == tmp_path / "downloads"
