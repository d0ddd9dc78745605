"""What each answer tells the browser to refuse, and which requests are refused here.

The policy names each exception with its reason; it is as strict as Streamlit and the frame of the
map allow.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

#: Of what Streamlit counts of itself: for this machine's own watch, not for visitors.
METRICS = "/_stcore/metrics"
#: The code of a connection that is against the rules.
POLICY = 1008
#: Seconds for which a browser asks for this host by TLS alone: a year.
TLS_SECONDS = 31_536_000
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


@dataclass(frozen=True)
class Policy:
    """A Content-Security-Policy.

    Attributes
    ----------
    scripts
        Sources of scripts beside the server itself.
    embedders
        Who may show the page in a frame beside the server itself, as in ``frame-ancestors``.
    """

    scripts: tuple[str, ...]
    embedders: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the header's value."""
        parts = {
            "default-src": ("'self'",),
            "script-src": ("'self'", *self.scripts),
            # Streamlit's elements, Leaflet and plotly set styles of single elements.
            "style-src": ("'self'", "'unsafe-inline'"),
            # Pictures that plotly and the tables draw, and the signs of Streamlit's style.
            "img-src": ("'self'", "data:", "blob:"),
            "font-src": ("'self'", "data:"),
            # 'self' is not the WebSocket of the same host in every browser.
            "connect-src": ("'self'", "ws:", "wss:"),
            # plotly and the tables work in the background.
            "worker-src": ("'self'", "blob:"),
            "frame-src": ("'self'",),
            "object-src": ("'none'",),
            "base-uri": ("'self'",),
            "form-action": ("'self'",),
            "frame-ancestors": ("'self'", *self.embedders),
        }
        return "; ".join(f"{name} {' '.join(values)}" for name, values in parts.items())


def screen_policy(script_hashes: Iterable[str], embedders: tuple[str, ...]) -> Policy:
    """Return the policy of the screens: no script but files of this server.

    The exceptions: the script that stands in Streamlit's page, by its hash; ``blob:``, as which
    Streamlit loads the script that tells when a chart comes into sight.
    """
    return Policy((*script_hashes, "blob:"), embedders)


def frame_policy() -> Policy:
    """Return the policy of the map's frame.

    streamlit-folium runs the map's calls as text (``'unsafe-inline'``, ``'unsafe-eval'``): in the
    frame alone, whose text is made by ``geo.webmap`` with every value of the records escaped.
    """
    return Policy(("'unsafe-inline'", "'unsafe-eval'"))


class SafeHeaders:
    """The middleware; it stands before all others.

    ``script_hashes`` returns those of the index page; ``embedders`` may show the dashboard in a
    frame.
    """

    def __init__(
        self,
        app: ASGIApp,
        script_hashes: Callable[[], Iterable[str]],
        embedders: tuple[str, ...] = (),
    ) -> None:
        self._app = app
        self._script_hashes = script_hashes
        self._embedders = embedders

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a host that is not named in the settings; add the headers to any answer.

        A WebSocket that does not say which site it comes from, as every browser does, is refused;
        Streamlit itself looks at its host, and at the site where one is named.
        """
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if scope["type"] == "websocket":
            answer = self._app if headers.get("origin") else WebSocketClose(code=POLICY)
            await answer(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add(MutableHeaders(scope=message), scope, headers)
            await send(message)

        await (self._refusal(scope, headers) or self._app)(scope, receive, with_headers)

    def _refusal(self, scope: Scope, headers: Headers) -> PlainTextResponse | None:
        if not is_host_allowed(headers.get("host")):
            words = "This host is not named in STREAMLIT_SERVER_ALLOWED_HOSTS."
            return PlainTextResponse(words, status_code=400)
        if scope["path"].endswith(METRICS):
            return PlainTextResponse("Not Found", status_code=404)
        return None

    def _add(self, answer: MutableHeaders, scope: Scope, asked: Headers) -> None:
        for name, value in ALWAYS.items():
            answer[name] = value
        if "/component/" in scope["path"]:
            answer["Content-Security-Policy"] = str(frame_policy())
        else:
            hashes = self._script_hashes()
            answer["Content-Security-Policy"] = str(screen_policy(hashes, self._embedders))
        if answer.get("Access-Control-Allow-Origin") == "*":
            del answer["Access-Control-Allow-Origin"]
        if "https" in (scope["scheme"], asked.get("x-forwarded-proto")):
            answer["Strict-Transport-Security"] = f"max-age={TLS_SECONDS}"
