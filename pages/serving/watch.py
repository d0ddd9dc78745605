"""What a server's watch asks: whether it is ready, and counters in Prometheus' text format.

Nothing of it is of a record or a person. The counters are on a port of their own that only this
machine reaches.
"""

import logging
import os
import time
from collections.abc import Callable

from anyio import to_thread
from prometheus_client import Counter, Gauge, Histogram, start_http_server
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from data.store.errors import StoreError
from pages.serving import logs
from pages.workers.queues import QUEUES

#: The port of the counters; without one there are none.
PORT_VARIABLE = "TRAINING_METRICS_PORT"
READY = "/_stcore/ready"
#: Seconds for which an answer to whether it is ready stands.
STANDS = 2.0
#: A message of more bytes does not say that a run has ended.
LONGEST_END = 100

VISITORS = Gauge("training_visitors", "Connections that are open")
RUNS = Histogram(
    "training_run_seconds",
    "From a visitor's choice to the whole answer",
    buckets=(0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30),
)
UPLOADS = Counter("training_uploads", "Files that visitors brought, taken in or not")
REFUSED = Counter("training_refused", "Requests that were refused", ["status"])
QUEUE = Gauge("training_queue", "Heavy work that waits or is being done", ["queue"])
ERRORS = Counter("training_errors", "Errors in the log", ["source"])
STORE_FAULTS = Counter("training_store_faults", "Runs that could not read the store")
for _queue in QUEUES:
    QUEUE.labels(_queue.name).set_function(_queue.__len__)


class Watch:
    """The middleware: it counts, and says whether the server is ready.

    Parameters
    ----------
    app
        What answers the rest.
    fault
        Returns why the server cannot serve what it is for; blank where it can.
    base
        The path under which the dashboard lies, with a slash before it; blank for the root.
    """

    def __init__(self, app: ASGIApp, fault: Callable[[], str], base: str = "") -> None:
        self._app, self._fault = app, fault
        self._ready = base + READY
        self._looked, self._answer = -STANDS, ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer whether it is ready; count whatever else there is."""
        if scope["type"] == "websocket":
            await self._visit(scope, receive, send)
        elif scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"] == self._ready:
            await self._readiness(scope, receive, send)
        else:
            await self._app(scope, receive, _counting(scope, send))

    async def _readiness(self, scope: Scope, receive: Receive, send: Send) -> None:
        if time.monotonic() - self._looked > STANDS:
            self._looked = time.monotonic()  # before: who asks meanwhile has the answer before
            self._answer = await to_thread.run_sync(self._fault)
        words, status = self._answer or "ready", 503 if self._answer else 200
        answer = PlainTextResponse(words, status_code=status, headers={"Cache-Control": "no-store"})
        await answer(scope, receive, send)

    async def _visit(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a connection, and the time from each choice to the end of its answer."""
        asked: list[float] = []

        async def receiving() -> Message:
            message = await receive()
            if message.get("bytes") and not asked:
                asked.append(time.perf_counter())
            return message

        async def sending(message: Message) -> None:
            await send(message)
            if asked and is_end(message.get("bytes") or b""):
                RUNS.observe(time.perf_counter() - asked.pop())

        with VISITORS.track_inprogress():
            await self._app(scope, receiving, sending)


def _counting(scope: Scope, send: Send) -> Send:
    async def counting(message: Message) -> None:
        if message["type"] == "http.response.start":
            if message["status"] in (400, 401, 403, 411, 413, 429, 503):
                REFUSED.labels(message["status"]).inc()
            if scope["method"] == "PUT":
                UPLOADS.inc()
        await send(message)

    return counting


def is_end(content: bytes) -> bool:
    """Tell whether a message of the server says that a run has ended."""
    if not 0 < len(content) <= LONGEST_END:
        return False
    return ForwardMsg.FromString(content).WhichOneof("type") == "script_finished"


class Faults(logging.Handler):
    """Counts errors of the log by where they arose."""

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        ERRORS.labels(record.name.partition(".")[0]).inc()
        arguments = record.args if isinstance(record.args, tuple) else ()
        if any(isinstance(one, StoreError) for one in arguments):
            STORE_FAULTS.inc()


def open_counters() -> None:
    """Open the port of the counters where one is named.

    Raises
    ------
    ValueError
        If it is no number of a port.
    OSError
        If something else has it.
    """
    given = os.environ.get(PORT_VARIABLE, "").strip()
    if not given:
        return
    if not given.isdecimal() or not 0 < int(given) < 65_536:
        raise ValueError(f"{PORT_VARIABLE} is not the number of a port: {given}")
    counting = Faults(logging.ERROR)
    for logger in logs.with_handlers():
        logger.addHandler(counting)
    start_http_server(int(given), "127.0.0.1")
    logs.tell(f"Counters are on port {given} of this machine.", port=int(given))
