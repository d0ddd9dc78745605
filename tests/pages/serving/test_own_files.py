"""A file is given to the browser that was told its address, and to no other."""

import asyncio

import pytest

from pages.serving.own_files import COOKIE, OwnFiles

NAME = "0123456789abcdef0123456789abcdef"


def tell(server: OwnFiles, visitor: str, content: bytes) -> None:
    """Let the server send something over a connection of a visitor."""
    cookie = [(b"cookie", f"{COOKIE}={visitor}".encode())] if visitor else []
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": cookie}

    async def send(message) -> None:
        assert message["bytes"] == content

    asyncio.run(server(scope, None, send))


@pytest.fixture
def server(streamlit_server):
    async def app(scope, receive, send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.send", "bytes": app.content})
        else:
            await streamlit_server(scope, receive, send)

    app.content = b"\x0a\x30 /media/" + NAME.encode() + b".pptx\x12"
    made = OwnFiles(app, base="/training")
    tell(made, "one", app.content)
    return made


@pytest.mark.parametrize(
    ("path", "cookie", "status"),
    [
        (f"/training/media/{NAME}.pptx", f"{COOKIE}=one", 200),
        (f"/training/media/{NAME}.pptx", f"{COOKIE}=another", 403),
        (f"/training/media/{NAME}.pptx", "", 403),
        ("/training/media/ffff.pptx", f"{COOKIE}=one", 403),
        ("/training/gaps", "", 200),
    ],
)
def test_a_file_is_for_whom_its_address_was_told(ask, server, path, cookie, status):
    answer = ask(server, path, {"Cookie": cookie} if cookie else None)
    assert answer.status == status
    assert (b"another browser session" in answer.body) is (status == 403)


@pytest.mark.parametrize(
    ("embedded", "scheme", "told"),
    [
        (False, "http", "HttpOnly; SameSite=Lax"),
        (False, "https", "HttpOnly; SameSite=Lax; Secure"),
        (True, "https", "HttpOnly; SameSite=None; Partitioned; Secure"),
    ],
)
def test_a_browser_that_opens_a_page_is_given_a_cookie_once(
    ask, streamlit_server, embedded, scheme, told
):
    made, page = OwnFiles(streamlit_server, embedded=embedded), {"Accept": "text/html"}
    first, second = (ask(made, "/", page, scheme=scheme).headers["set-cookie"] for _ in range(2))
    assert first.endswith(f"Path=/; {told}")
    assert first.split(";")[0] != second.split(";")[0]
    assert "set-cookie" not in ask(made, "/", page | {"Cookie": f"{COOKIE}=one"}).headers
    assert "set-cookie" not in ask(made, "/x.js").headers
