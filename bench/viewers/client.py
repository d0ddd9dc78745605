"""A viewer without a browser: opens a screen, moves its slider, waits for the answer.

It speaks as Streamlit's own page does: ``BackMsg`` and ``ForwardMsg`` of ``streamlit.proto``.
"""

import itertools
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

#: The slider that is moved, by its label.
LABEL = "As of"
PATIENCE_S = 120


class ViewerError(RuntimeError):
    """The server answered with an error, or with a screen that has no slider."""


class Viewer:
    """One viewer: its connection, and where on its slider it stands."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._slider = ""
        self._fragment = ""
        self._options: Iterator[str] = iter(())

    @classmethod
    async def opened(cls, url: str) -> "Viewer":
        """Open the first screen of the server at ``url``, and return when it is complete."""
        address = f"ws{url.removeprefix('http')}/_stcore/stream"
        socket = await connect(
            address,
            subprotocols=[Subprotocol("streamlit")],
            origin=Origin(f"{urlsplit(url).scheme}://{urlsplit(url).netloc}"),
            max_size=None,
            open_timeout=PATIENCE_S,
            ping_interval=None,
            compression=None,
        )
        viewer = cls(socket)
        opening = BackMsg()
        opening.rerun_script.query_string = ""
        await socket.send(opening.SerializeToString())
        await viewer._finished()
        if not viewer._slider:
            raise ViewerError(f"{url} has no slider called {LABEL}.")
        return viewer

    async def change(self) -> float:
        """Move the slider by one step, to and fro; return the seconds to the whole answer."""
        change = BackMsg()
        change.rerun_script.fragment_id = self._fragment
        state = change.rerun_script.widget_states.widgets.add()
        state.id = self._slider
        state.string_array_value.data.append(next(self._options))
        asked = time.perf_counter()
        await self._socket.send(change.SerializeToString())
        await self._finished()
        return time.perf_counter() - asked

    async def close(self) -> None:
        """Leave."""
        await self._socket.close()

    async def _finished(self) -> None:
        """Read what the server sends until its script has run; an error is a ``ViewerError``."""
        while True:
            content = await self._socket.recv(decode=False)
            message = ForwardMsg()
            message.ParseFromString(content)
            kind = message.WhichOneof("type")
            if kind == "script_finished":
                return
            if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                self._look_at(message)

    def _look_at(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise ViewerError(f"{element.exception.type}: {element.exception.message}")
        if kind == "slider" and element.slider.label == LABEL and not self._slider:
            self._slider, self._fragment = element.slider.id, message.delta.fragment_id
            options = list(element.slider.options)
            self._options = itertools.cycle([*options[-2:0:-1], *options])
