"""Answers requests for the index page and for files that never change, before Streamlit does."""

from collections.abc import Callable
from pathlib import PurePath
from urllib.parse import urlencode

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.serving.copies import COMPRESSED, TYPES, Copies, encoding_of
from pages.serving.index_page import Page

FOREVER = "public, max-age=31536000, immutable"
#: The address of a training, before its number.
TRAINING = "/training/"
#: A name that Streamlit keeps for the first screen, and answers with "not found".
FIRST = "/start"
#: What stands first in the addresses that are no screen.
NO_SCREEN = ("_stcore", "app", "component", "media", "oauth2callback", "static")


class Delivery:
    """The middleware.

    Parameters
    ----------
    app
        What answers the rest.
    copies
        The files that never change.
    page
        Returns the index page of an address and its query; asked at each request, as another
        boundary set may be in use, or other records.
    base
        The path under which the dashboard lies, with a slash before it; blank for the root.
    """

    def __init__(
        self, app: ASGIApp, copies: Copies, page: Callable[[str, str], Page], base: str = ""
    ) -> None:
        self._app = app
        self._copies = copies
        self._page = page
        self._base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand the request on."""
        answer = None
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            query = scope["query_string"].decode("latin-1")
            answer = await self._answer(scope["path"], query, Headers(scope=scope))
        await (answer or self._app)(scope, receive, send)

    async def _answer(self, path: str, query: str, headers: Headers) -> Response | None:
        if not path.startswith(self._base) or "range" in headers:
            return None
        address = path.removeprefix(self._base) or "/"
        if address == FIRST:
            return RedirectResponse(f"{self._base}/{'?' if query else ''}{query}")
        if is_screen(address):
            return self._index(await to_thread.run_sync(self._page, address, query), headers)
        if address.startswith(TRAINING):  # as people write it, and as it is easily read out
            wanted = urlencode({"training": address.removeprefix(TRAINING)})
            return RedirectResponse(f"{self._base}/trainings?{wanted}")
        return await self._file(address, encoding_of(headers.get("accept-encoding", "")))

    def _index(self, page: Page, headers: Headers) -> Response:
        kept = {"Cache-Control": "no-cache", "ETag": page.tag, "Vary": "Accept-Encoding"}
        if page.tag in headers.get("if-none-match", ""):
            return Response(status_code=304, headers=kept)
        encoding = encoding_of(headers.get("accept-encoding", ""))
        if encoding != "identity":
            kept["Content-Encoding"] = encoding
        return Response(page.in_encoding(encoding), media_type="text/html", headers=kept)

    async def _file(self, address: str, encoding: str) -> Response | None:
        suffix = PurePath(address).suffix
        if suffix not in TYPES:
            return None
        if suffix not in COMPRESSED:
            encoding = "identity"
        content = self._copies.held(address, encoding)
        if content is None:
            content = await to_thread.run_sync(self._copies.content, address, encoding)
        if content is None:
            return None
        headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
        if encoding != "identity":
            headers["Content-Encoding"] = encoding
        return Response(content, media_type=TYPES[suffix], headers=headers)


def is_screen(address: str) -> bool:
    """Tell whether an address is that of a screen: one word after the root, or the root."""
    word = address.removeprefix("/")
    return "/" not in word and "." not in word and word not in NO_SCREEN
