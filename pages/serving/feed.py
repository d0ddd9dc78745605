"""Answers requests for the feed of figures: who has the token, and nobody else.

``/feed/districts.csv`` is for any program, ``/feed`` for one that reads OData. The token is the
password of a sign-in (Basic, any user) or that of ``Authorization: Bearer``; it is never part of
an address, which logs keep.
"""

import base64
import binascii
import hmac
from collections.abc import Callable
from functools import lru_cache

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from data.records.model import Records
from data.records.public_edition import as_shown
from data.store.errors import StoreError
from pages.session import loading, visitor
from reports.exports import feed

#: The token of the feed; without one there is no feed.
TOKEN_VARIABLE = "TRAINING_FEED_TOKEN"  # noqa: S105 - the name of it
ADDRESS = "/feed"
CSV, XML = "text/csv; charset=utf-8", "application/xml"
JSON = "application/json;odata.metadata=minimal"
#: Nothing in between keeps what was meant for who has the token.
KEPT = {"Cache-Control": "no-store", "OData-Version": "4.0"}
ASK = {"WWW-Authenticate": 'Basic realm="Training coverage feed", charset="UTF-8"'}


class Feed:
    """The middleware.

    Parameters
    ----------
    app
        What answers the rest.
    token
        Returns the token; blank for no feed.
    records
        Returns the records that are served.
    base
        The path under which the dashboard lies, with a slash before it; blank for the root.
    """

    def __init__(
        self,
        app: ASGIApp,
        token: Callable[[], str],
        records: Callable[[], Records],
        base: str = "",
    ) -> None:
        self._app, self._token, self._records = app, token, records
        self._address = base + ADDRESS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand the request on."""
        path = scope.get("path", "")
        own = path == self._address or path.startswith(f"{self._address}/")
        if scope["type"] != "http" or not own or not self._token():
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        if not is_token(request.headers.get("authorization", ""), self._token()):
            answer: Response = _plain("The feed takes its token as a password.", 401, ASK)
        elif request.method not in ("GET", "HEAD"):
            answer = _plain("The feed is only read.", 405)
        else:
            answer = await to_thread.run_sync(self._answer, request)
        await answer(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        name = request.url.path.removeprefix(self._address).strip("/")
        address = str(request.base_url).rstrip("/") + self._address
        if name not in ("", "$metadata") and name.removesuffix(".csv") not in feed.TABLES:
            return _plain(f"There is no such table. There are: {', '.join(feed.TABLES)}.", 404)
        try:
            if not name:
                return Response(feed.service(address), media_type=JSON, headers=KEPT)
            records = self._records()
            if name == "$metadata":
                return Response(feed.metadata(records), media_type=XML, headers=KEPT)
            if name.endswith(".csv"):
                content = feed.feed_csv(records, name.removesuffix(".csv"))
                return Response(content, media_type=CSV, headers=KEPT)
            content = feed.entities(records, name, address, dict(request.query_params))
            return Response(content, media_type=JSON, headers=KEPT)
        except NotImplementedError as error:
            return _plain(f"The feed does not answer {error}.", 501)
        except ValueError as error:
            return _plain(f"A value is not right: {error}.", 400)
        except StoreError as fault:
            return _plain(f"The records could not be read. {fault.for_visitors}", 503)


def is_token(authorization: str, token: str) -> bool:
    """Tell whether a header holds the token; as long whichever letters are right."""
    kind, _, given = authorization.partition(" ")
    if kind.casefold() == "basic":
        try:
            given = base64.b64decode(given, validate=True).decode().partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            given = ""
    elif kind.casefold() != "bearer":
        given = ""
    return hmac.compare_digest(given.strip().encode(), token.encode())


def stored_records() -> Records:
    """Return the programme's records as they are shown, read anew after each change."""
    return _records(loading.store().state(), visitor.public_below())


@lru_cache(maxsize=1)
def _records(state: str, k: int) -> Records:
    return as_shown(loading.store().records(loading.today()), k, loading.today())


def _plain(words: str, status: int, headers: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(words, status_code=status, headers=KEPT | (headers or {}))
