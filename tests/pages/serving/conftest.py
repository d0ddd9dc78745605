"""Calls an ASGI application as a server does."""

import asyncio
from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse


class Answer:
    """What came back: status, headers and the whole body."""

    def __init__(self, messages: list[dict[str, Any]]) -> None:
        self.status: int = messages[0]["status"]
        self.headers = Headers(raw=messages[0]["headers"])
        self.body = b"".join(one.get("body", b"") for one in messages[1:])


@pytest.fixture
def ask():
    """Ask an application: ``ask(app, "/address", {"Host": "localhost"}, method="GET")``."""

    def ask_(app, path: str, headers: dict[str, str] | None = None, **scope: Any) -> Answer:
        sent: list[dict[str, Any]] = []
        raw = {"Host": "localhost"} | (headers or {})
        asked = {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "path": path,
            "query_string": b"",
            "headers": [(k.lower().encode(), v.encode()) for k, v in raw.items()],
            **scope,
        }

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        asyncio.run(app(asked, receive, send))
        return Answer(sent)

    return ask_


@pytest.fixture
def streamlit_server():
    """What stands behind a middleware: it answers everything with the word "behind"."""

    async def app(scope, receive, send) -> None:
        answer = PlainTextResponse("behind", headers={"Access-Control-Allow-Origin": "*"})
        await answer(scope, receive, send)

    return app
