import asyncio
from collections.abc import Iterator

import pytest
from streamlit import config

from pages.serving.headers import ALWAYS, SafeHeaders


@pytest.fixture
def allowed_hosts() -> Iterator[None]:
    before = config.get_option("server.allowedHosts")
    config.set_option("server.allowedHosts", ["localhost", "127.0.0.1", "::1"])
    yield
    config.set_option("server.allowedHosts", before)


@pytest.fixture
def server(streamlit_server, allowed_hosts):
    return SafeHeaders(streamlit_server, lambda: ("'sha256-page'",), ("https://intranet.example",))


def policy(answer) -> dict[str, str]:
    parts = answer.headers["content-security-policy"].split("; ")
    return {name: values for name, _, values in (part.partition(" ") for part in parts)}


def test_a_screen_runs_no_script_but_the_servers_own(ask, server):
    answer = ask(server, "/coverage")
    rules = policy(answer)
    assert rules["script-src"] == "'self' 'sha256-page' blob:"
    assert rules["frame-ancestors"] == "'self' https://intranet.example"
    assert (rules["object-src"], rules["default-src"]) == ("'none'", "'self'")
    assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS


def test_only_the_maps_frame_may_run_text(ask, server):
    frame = policy(ask(server, "/component/streamlit_folium.st_folium/index.html"))
    assert frame["script-src"] == "'self' 'unsafe-inline' 'unsafe-eval'"
    assert frame["frame-ancestors"] == "'self'"


@pytest.mark.parametrize(("origin", "accepted"), [("http://localhost:8501", True), ("", False)])
def test_a_websocket_says_which_site_it_comes_from(allowed_hosts, origin, accepted):
    async def app(scope, receive, send):
        await send({"type": "websocket.accept"})

    sent = []

    async def send(message):
        sent.append(message["type"])

    headers = [(b"host", b"localhost"), *([(b"origin", origin.encode())] if origin else [])]
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": headers}
    asyncio.run(SafeHeaders(app, list)(scope, None, send))
    assert sent == ["websocket.accept" if accepted else "websocket.close"]


def test_files_are_for_the_dashboards_own_pages(ask, server):
    assert "access-control-allow-origin" not in ask(server, "/app/static/x.js").headers


@pytest.mark.parametrize(
    ("scheme", "forwarded", "told"),
    [("http", None, False), ("http", "https", True), ("https", None, True)],
)
def test_a_browser_is_told_to_keep_to_tls_where_it_has_come_by_it(
    ask, server, scheme, forwarded, told
):
    headers = {"X-Forwarded-Proto": forwarded} if forwarded else {}
    answer = ask(server, "/", headers, scheme=scheme)
    assert ("strict-transport-security" in answer.headers) is told


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/", "localhost:8501", 200),
        ("/", "[::1]:8501", 200),
        ("/", "attacker.example", 400),
        ("/", "localhost.attacker.example", 400),
        ("/_stcore/metrics", "localhost", 404),
        ("/training/_stcore/metrics", "localhost", 404),
        ("/_stcore/health", "localhost", 200),
    ],
)
def test_what_is_refused(ask, server, path, host, status):
    answer = ask(server, path, {"Host": host})
    assert answer.status == status
    assert answer.headers["x-content-type-options"] == "nosniff"
