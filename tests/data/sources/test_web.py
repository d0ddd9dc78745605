"""What comes over the web: answers that break off, that lead on, and that are no file."""

import gzip
import socket
import time
import zlib

import pytest
from starlette.responses import Response

from data.sources import web as asked
from data.sources.errors import SourceError
from data.sources.pulling import UNCHANGED
from data.sources.web import Web
from tests.data.sources.pulls import HEADER, group, numbers, pulled, source_of, taken
from tests.data.sources.servers import Files, running, without_length
from tests.data.uploads import csv_file

ROWS = csv_file(HEADER, [group(number) for number in range(1, 60)])


def sent(content: bytes, encoding: str = "gzip", status: int = 200, **headers: str) -> Response:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(content, status, {"content-encoding": encoding} | told, "text/csv")


def content_of(address: str) -> bytes:
    with Web(address, "forms", "", print) as web:
        return web.get(f"{address}/records").content


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        (gzip.compress(ROWS), "gzip"),
        (gzip.compress(ROWS[:900]) + gzip.compress(ROWS[900:]), "gzip"),
        (gzip.compress(ROWS) + bytes(4_000), "gzip"),
        (zlib.compress(ROWS), "deflate"),
        (ROWS, "identity"),
    ],
    ids=["gzip", "two members", "padded", "deflate", "plain"],
)
def test_a_compressed_answer_is_read_whole(packed, encoding):
    server = Files(b"")
    server.faults = [lambda: sent(packed, encoding)]
    with running(server) as address:
        assert content_of(address) == ROWS
    assert server.asked[0].headers["accept-encoding"] == "gzip"


@pytest.mark.parametrize("share", [0.02, 0.6, 0.85, 0.999])
@pytest.mark.parametrize(
    ("pack", "encoding"), [(gzip.compress, "gzip"), (zlib.compress, "deflate")]
)
def test_a_compressed_answer_that_is_cut_is_asked_again(monkeypatch, share, pack, encoding):
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    packed = pack(ROWS)
    server = Files(ROWS)
    server.faults = [lambda: sent(packed[: int(len(packed) * share)], encoding)]
    with running(server) as address:
        assert content_of(address) == ROWS
    assert len(server.asked) == 2


def test_one_that_is_always_cut_takes_nothing_in_or_away(store, monkeypatch):
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    server = Files(ROWS)
    with running(server) as address:
        taken(source_of("file", address), store)
        server.faults = [lambda: sent(gzip.compress(ROWS)[:200])] * asked.ATTEMPTS
        with pytest.raises(SourceError, match="breaks off"):
            pulled(source_of("file", address), store)
    assert len(numbers(store)) == 59


@pytest.mark.parametrize(
    ("sent", "told", "people"),
    [
        ((ROWS,), {}, 59 * 5),
        ((ROWS[:-3], ROWS[:900], ROWS), {}, 59 * 5),
        ((ROWS.decode().encode("utf-16"),), {}, 59 * 5),
        ((ROWS.rstrip(), ROWS.rstrip()), {"open_end": True}, 59 * 5),
        ((ROWS[:900], ROWS.rstrip()), {"open_end": True}, 59 * 5),
        ((ROWS.rstrip(),), {}, None),
        ((ROWS[:900], ROWS[:800], ROWS[:700]), {"open_end": True}, None),
    ],
    ids=["whole", "cut twice", "utf-16", "open", "cut once, open", "not told", "cut each time"],
)
def test_a_text_without_a_length_is_whole_where_its_last_line_has_an_end(store, sent, told, people):
    with without_length(*sent) as address:
        source = source_of("file", address, **told)
        if people is None:
            with pytest.raises(SourceError, match="It may be cut"):
                taken(source, store)
        else:
            assert taken(source, store).participants == people


def test_the_limit_is_of_what_is_decompressed(monkeypatch):
    monkeypatch.setattr(asked, "MOST_BYTES", 1_000_000)
    server = Files(b"")
    server.faults = [lambda: sent(gzip.compress(bytes(3_000_000)))]
    with running(server) as address, pytest.raises(SourceError, match="more than 1 MB"):
        content_of(address)


def test_another_compression_is_refused():
    server = Files(b"")
    server.faults = [lambda: sent(b"x", "br")]
    with running(server) as address, pytest.raises(SourceError, match="was not asked for"):
        content_of(address)


@pytest.mark.parametrize(
    "away",
    [
        "https://host:port-of-none/x.csv",
        "https://exa mple\x7f.org/x",
        "/x:\x01",
        "https://localhost:99999/x",
        f"https://{'a' * 70}.org/x",
    ],
)
def test_a_redirect_to_what_is_no_address_is_refused(away):
    server = Files(b"")
    server.faults = [lambda: Response(status_code=302, headers={"location": away})]
    with running(server) as address, pytest.raises(SourceError, match=r"no address|not found"):
        content_of(address)


@pytest.mark.parametrize(
    "host",
    ["[64:ff9b::a00:1]", "[2002:a00:1::]", "[::127.0.0.1]", "[::ffff:10.0.0.1]", "224.0.0.1",
     "[ff0e::1]", "169.254.169.254", "[fe80::1]"],
)  # fmt: skip
def test_a_redirect_to_a_private_address_in_any_form_is_refused(host):
    with (
        running(Files(b"", away=f"https://{host}/x")) as address,
        Web(address, "forms", "", print) as web,
        pytest.raises(SourceError, match="private address"),
    ):
        web.get(f"{address}/away")


def test_a_name_that_leads_elsewhere_when_it_is_connected_is_sent_nothing(monkeypatch):
    known, asked_for = socket.getaddrinfo, []

    def led(host, *told, **more):
        if host != "rebound.example.org":
            return known(host, *told, **more)
        asked_for.append(host)
        return known("93.184.216.34" if len(asked_for) == 1 else "127.0.0.1", *told, **more)

    monkeypatch.setattr(socket, "getaddrinfo", led)
    with socket.create_server(("127.0.0.1", 0)) as private:
        private.settimeout(10)
        away = f"https://rebound.example.org:{private.getsockname()[1]}/x"
        with running(Files(b"", away=away)) as address, Web(address, "forms", "", print) as web:
            with pytest.raises(SourceError, match="private address"):
                web.get(f"{address}/away")
            connection, _who = private.accept()
            with connection:
                connection.settimeout(10)
                assert connection.recv(100) == b""


def test_a_next_page_that_is_no_address_is_refused():
    with Web("https://kobo.example.org/api", "forms", "", print) as web:
        for link in ("https://kobo.example.org:none/", 7):
            with pytest.raises(SourceError, match="no address"):
                web.own(link)


def test_a_mark_that_no_header_can_hold_is_not_sent_back(store):
    server = Files(ROWS)
    marked = {"etag": '"r\xe9sum\xe9"'}
    server.faults = [lambda: Response(ROWS, headers=marked)] * 2
    with running(server) as address:
        taken(source_of("file", address), store)
        assert pulled(source_of("file", address), store)[0].state == UNCHANGED
    assert "if-none-match" not in server.asked[-1].headers


@pytest.mark.parametrize(
    "page",
    [
        b"<!DOCTYPE html><title>Sign in</title>",
        b"\xef\xbb\xbf<!DOCTYPE html><title>Sign in</title>",
        b"<!-- Copyright, all rights reserved -->\r\n<!DOCTYPE html>\r\n<html></html>",
        b'<?xml version="1.0"?>\n<!-- a -->\n<!-- b --><html xmlns="x"></html>',
        b"<head><title>Sign in, please</title></head>",
    ],
)
def test_a_page_in_place_of_a_file_is_told(store, page):
    with running(Files(page)) as address, pytest.raises(SourceError, match="web page and no file"):
        pulled(source_of("file", address), store)
