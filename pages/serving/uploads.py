"""Files that visitors bring: how many a minute, and how many bytes are held. The middleware.

Streamlit takes a file from any session at any time, whether or not its screen asks for one.
"""

import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import get_instance
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from pages.importing.uploaded_file import MOST_BYTES
from pages.serving.own_files import visitor_of

ADDRESS = "/_stcore/upload_file/"
MINUTE = 60.0
#: What stands around the file in a request.
MARGIN = 1_000_000
#: Of how many visitors or addresses it is known what they brought in the last minute.
MOST_KNOWN = 10_000


@dataclass(frozen=True)
class Limits:
    """What is taken: files a minute of a visitor and of an address; bytes of a session, of all."""

    of_visitor: int = 12
    of_address: int = 60
    session_bytes: int = MOST_BYTES + MARGIN
    all_bytes: int = 300_000_000


class Uploads:
    """The middleware.

    Parameters
    ----------
    app
        What takes the files.
    held
        Returns the bytes that are held, by session.
    refused
        Told of each refusal.
    limits
        What is taken.
    base
        The path under which the dashboard lies, with a slash before it; blank for the root.
    """

    def __init__(
        self,
        app: ASGIApp,
        held: Callable[[], Mapping[str, int]],
        refused: Callable[[], object] = lambda: None,
        limits: Limits | None = None,
        base: str = "",
    ) -> None:
        self._app, self._held, self._refused = app, held, refused
        self._limits = limits or Limits()
        self._address = base + ADDRESS
        self._coming: Counter[str] = Counter()
        self._times: defaultdict[str, deque[float]] = defaultdict(deque)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take a file in, or refuse it before it is read; hand on what is no upload."""
        is_upload = scope["type"] == "http" and scope["method"] in ("PUT", "POST")
        if not is_upload or not scope["path"].startswith(self._address):
            await self._app(scope, receive, send)
            return
        session = scope["path"].removeprefix(self._address).partition("/")[0]
        length = Headers(scope=scope).get("content-length", "")
        refusal = self._too_many(scope) or self._too_large(session, length)
        if refusal:
            self._refused()
            status, words = refusal
            await PlainTextResponse(words, status_code=status)(scope, receive, send)
            return
        self._coming[session] += int(length)
        try:
            await self._app(scope, receive, send)
        finally:
            self._coming[session] -= int(length)
            self._coming += Counter()  # drops who brings nothing any more

    def _too_many(self, scope: Scope) -> tuple[int, str] | None:
        address = (scope.get("client") or ("",))[0]
        quotas = {f"address {address}": self._limits.of_address}
        if visitor := visitor_of(scope):
            quotas[f"visitor {visitor}"] = self._limits.of_visitor
        now = time.monotonic()
        if len(self._times) > MOST_KNOWN:
            self._times.clear()
        for who, most in quotas.items():
            times = self._times[who]
            while times and times[0] < now - MINUTE:
                times.popleft()
            if len(times) >= most:
                return 429, "Too many files in a minute. Wait a minute and choose it again."
        for who in quotas:
            self._times[who].append(now)
        return None

    def _too_large(self, session: str, length: str) -> tuple[int, str] | None:
        if not length.isdecimal():
            return 411, "The file does not say how large it is."
        held = self._held()
        own = held.get(session, 0) + self._coming[session] + int(length)
        if own > self._limits.session_bytes:
            most = MOST_BYTES // 1_000_000
            return 413, f"At most {most} MB are held for one visitor. Remove a file first."
        if sum(held.values()) + self._coming.total() + int(length) > self._limits.all_bytes:
            return 503, "The server holds as many files as it can. Try again in a minute."
        return None


def held_bytes() -> dict[str, int]:
    """Return the bytes that Streamlit holds of uploads, by session."""
    files = get_instance().uploaded_file_mgr
    if not isinstance(files, MemoryUploadedFileManager):
        return {}
    by_session = files.file_storage.copy()
    return {
        session: sum(len(file.data) for file in list(held.values()))
        for session, held in by_session.items()
    }
