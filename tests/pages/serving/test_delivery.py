import gzip

import brotli
import pytest

from pages.serving.copies import BEST, Copies, Shelf, encoding_of
from pages.serving.delivery import FOREVER, Delivery, is_screen
from pages.serving.index_page import Page

SCRIPT = b"const districts = 160; // " + b"and so on " * 200
NAME = "map-0123456789ab.js"


@pytest.fixture
def folder(tmp_path):
    own = tmp_path / "static"
    (own / "js").mkdir(parents=True)
    (own / "js" / NAME).write_bytes(SCRIPT)
    (own / "font-0123456789ab.woff2").write_bytes(b"wOF2" + bytes(2000))
    (own / "plain.js").write_bytes(SCRIPT)
    (tmp_path / "secret-0123456789ab.js").write_bytes(b"secret")
    return own


@pytest.fixture
def copies(folder, tmp_path):
    return Copies([Shelf("/app/static/", folder, "static")], tmp_path / "kept")


def page(address, query):
    return Page(f"<title>Coverage</title>{address}?{query}".encode(), ("'sha256-x'",))


@pytest.fixture
def server(copies, streamlit_server):
    return Delivery(streamlit_server, copies, page, "/training")


UNPACKED = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "identity": bytes,
}


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("GZIP;q=0.5, br;q=0", "gzip"),
        ("", "identity"),
        ("deflate", "identity"),
    ],
)
def test_a_file_is_sent_as_the_browser_takes_it_and_for_good(ask, server, accepted, encoding):
    answer = ask(server, f"/training/app/static/js/{NAME}", {"Accept-Encoding": accepted})
    assert answer.status == 200
    assert UNPACKED[encoding](answer.body) == SCRIPT
    assert answer.headers.get("content-encoding", "identity") == encoding
    assert answer.headers["cache-control"] == FOREVER
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert encoding_of(accepted) == encoding


def test_a_font_is_sent_as_it_is(ask, server):
    answer = ask(server, "/training/app/static/font-0123456789ab.woff2", {"Accept-Encoding": "br"})
    assert answer.body.startswith(b"wOF2")
    assert "content-encoding" not in answer.headers
    assert answer.headers["cache-control"] == FOREVER


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/training/app/static/plain.js", {}),  # a name without a hash can change its content
        ("/training/app/static/../secret-0123456789ab.js", {}),
        ("/training/app/static/js/%2e%2e/secret-0123456789ab.js", {}),
        ("/training/app/static/other-0123456789ab.js", {}),
        (f"/training/app/static/js/{NAME}", {"Range": "bytes=0-10"}),
        (f"/app/static/js/{NAME}", {}),  # not under the dashboard's path
        ("/training/_stcore/health", {}),
        ("/training/coverage/more", {}),
        ("/training/media/abc", {}),
    ],
)
def test_the_rest_is_left_to_streamlit(ask, server, path, headers):
    assert ask(server, path, headers).body == b"behind"


def test_only_questions_are_answered(ask, server):
    assert ask(server, "/training/coverage", method="POST").body == b"behind"


def test_every_screen_is_answered_with_the_page_and_once_only(ask, server):
    link = {"path": "/training/coverage", "query_string": b"province=PK2"}
    answer = ask(server, headers={"Accept-Encoding": "br"}, **link)
    assert brotli.decompress(answer.body) == b"<title>Coverage</title>/coverage?province=PK2"
    assert answer.headers["cache-control"] == "no-cache"
    again = ask(server, headers={"If-None-Match": answer.headers["etag"]}, **link)
    assert (again.status, again.body) == (304, b"")
    assert ask(server, "/training", {"If-None-Match": answer.headers["etag"]}).status == 200
    assert ask(server, "/training/", {"If-None-Match": '"another"'}).status == 200


def test_what_is_a_screen():
    assert [p for p in ("/", "/gaps", "/static", "/app", "/a.txt", "/gaps/") if is_screen(p)] == [
        "/",
        "/gaps",
    ]


def test_a_copy_is_made_once_and_found_at_the_next_start(folder, tmp_path):
    address, kept = f"/app/static/js/{NAME}", tmp_path / "kept"
    shelves = [Shelf("/app/static/", folder, "static-1.0")]
    Copies(shelves, kept).make([address])
    copy = kept / "static-1.0" / "js" / f"{NAME}.br"
    best = copy.read_bytes()
    assert best == brotli.compress(SCRIPT, mode=brotli.MODE_TEXT, quality=BEST)
    copy.write_bytes(brotli.compress(b"kept from the last start"))
    again = Copies(shelves, kept).content(address, "br")
    assert again is not None
    assert brotli.decompress(again) == b"kept from the last start"
    assert sorted(one.name for one in copy.parent.iterdir()) == [f"{NAME}.br", f"{NAME}.gzip"]


def test_where_nothing_can_be_kept_the_files_are_sent_all_the_same(folder, tmp_path):
    (tmp_path / "kept").write_text("a file where a folder should be")
    copies = Copies([Shelf("/app/static/", folder, "static")], tmp_path / "kept")
    content = copies.content(f"/app/static/js/{NAME}", "gzip")
    assert content is not None
    assert gzip.decompress(content) == SCRIPT
    assert copies.held(f"/app/static/js/{NAME}", "gzip") == content


def test_the_address_of_a_training_leads_to_it_and_to_no_other_host(ask, server):
    answer = ask(server, "/training/training/T 07&x=1")
    assert answer.status == 307
    assert answer.headers["location"] == "/training/trainings?training=T+07%26x%3D1"
    outside = ask(server, "/training/training///evil.example")
    assert outside.headers["location"].startswith("/training/trainings?training=%2F%2Fevil")


def test_the_first_screen_is_led_to_from_the_name_that_streamlit_keeps(ask, server):
    answer = ask(server, "/training/start", query_string=b"province=PK6&as_of=2023-06-30")
    assert answer.status == 307
    assert answer.headers["location"] == "/training/?province=PK6&as_of=2023-06-30"
    assert ask(server, "/training/start").headers["location"] == "/training/"
