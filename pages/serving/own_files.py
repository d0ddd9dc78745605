"""Files to download belong to whom their address was told: the middleware, and its cookie.

Streamlit gives a file to anyone who has its address. Each browser is given a random cookie here,
what goes over its connections is looked through for addresses of files, and a file is given to
a browser that was told of it.
"""

import re
import secrets
from collections import OrderedDict

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "training_visitor"
FILES = "/media/"
#: Addresses that are remembered, of all visitors.
MOST_TOLD = 20_000
NOT_YOURS = "This file was made for another browser session. Make it again on the screen."
_ADDRESS = re.compile(rb"/media/([0-9a-zA-Z_-]+)")


class OwnFiles:
    """The middleware.

    A browser that takes no cookie is one with all others that take none.

    Parameters
    ----------
    app
        What answers the rest.
    embedded
        Whether other sites may show the dashboard in a frame: its cookie then is for that frame.
    base
        The path under which the dashboard lies, with a slash before it; blank for the root.
    """

    def __init__(self, app: ASGIApp, *, embedded: bool = False, base: str = "") -> None:
        self._app, self._embedded, self._base = app, embedded, base
        self._told: OrderedDict[tuple[str, str], None] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand the request on and look at what is sent."""
        if scope["type"] == "websocket":
            await self._app(scope, receive, self._noting(visitor_of(scope), send))
        elif scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._is_foreign(scope):
            await PlainTextResponse(NOT_YOURS, status_code=403)(scope, receive, send)
        else:
            await self._app(scope, receive, self._knowing(scope, send))

    def _is_foreign(self, scope: Scope) -> bool:
        path = scope["path"].removeprefix(self._base)
        if not path.startswith(FILES):
            return False
        name = path.removeprefix(FILES).partition(".")[0]
        return (visitor_of(scope), name) not in self._told

    def _noting(self, visitor: str, send: Send) -> Send:
        async def noting(message: Message) -> None:
            content = message.get("bytes") or b""
            if b"/media/" in content:
                for name in _ADDRESS.findall(content):
                    self._tell(visitor, name.decode())
            await send(message)

        return noting

    def _tell(self, visitor: str, name: str) -> None:
        self._told[visitor, name] = None
        self._told.move_to_end((visitor, name))
        if len(self._told) > MOST_TOLD:
            self._told.popitem(last=False)

    def _knowing(self, scope: Scope, send: Send) -> Send:
        """Give a browser that opens a page its cookie."""
        headers = Headers(scope=scope)
        if visitor_of(scope) or "text/html" not in headers.get("accept", ""):
            return send
        secure = "https" in (scope["scheme"], headers.get("x-forwarded-proto"))

        async def knowing(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("Set-Cookie", self._cookie(secure=secure))
            await send(message)

        return knowing

    def _cookie(self, *, secure: bool) -> str:
        reach = "SameSite=None; Partitioned" if self._embedded and secure else "SameSite=Lax"
        parts = [f"{COOKIE}={secrets.token_urlsafe(16)}", f"Path={self._base or '/'}", "HttpOnly"]
        return "; ".join([*parts, reach, *(["Secure"] if secure else [])])


def visitor_of(scope: Scope) -> str:
    """Return what tells the browser of a request from others; blank where it has no cookie."""
    return HTTPConnection(scope).cookies.get(COOKIE, "")
