"""One visitor's browser: opens a page that is watched, moves its slider, counts what is sent."""

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import xstatic.pkg.d3
import xstatic.pkg.leaflet
from playwright.sync_api import Browser, CDPSession, Page, ViewportSize

from bench.browser.servers import Server
from bench.browser.subjects import MAP_FRAME, Subject

WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
WINDOW = {"width": 1400, "height": 900}
PATIENCE_MS = 120_000
# Leaflet and the library of folium's legend are answered from installed packages, as if the
# other host were next door; whatever else the usual way asks of others is answered with nothing.
NEXT_DOOR = {
    "leaflet.js": Path(xstatic.pkg.leaflet.BASE_DIR) / "leaflet.js",
    "leaflet.css": Path(xstatic.pkg.leaflet.BASE_DIR) / "leaflet.css",
    "d3.min.js": Path(xstatic.pkg.d3.BASE_DIR) / "d3.js",
}
TYPES = {".js": "text/javascript", ".css": "text/css"}


@dataclass(frozen=True)
class Link:
    """A network between browser and server: bits each way, and what is added to each request."""

    bits_per_second: float
    delay_ms: float


SLOW_LINK = Link(bits_per_second=1.6e6, delay_ms=150)


@dataclass(frozen=True)
class Change:
    """What one key press on the slider led to."""

    ms: float | None  #: Until the first frame in new colours; None where none changed.
    blank_ms: float  #: How long no district was painted meanwhile.
    sent_bytes: int  #: From the server to the browser, until all was quiet again.


class Traffic:
    """Counts the bytes that reach a page, its frames and its WebSocket."""

    def __init__(self, devtools: CDPSession) -> None:
        self.received = 0
        devtools.on("Network.webSocketFrameReceived", self._message)
        for kind in ("Network.dataReceived", "Network.responseReceived"):
            devtools.on(kind, self._data_or_headers)
        devtools.send("Network.enable")

    def _message(self, event: dict[str, Any]) -> None:
        response = event["response"]
        text = response["payloadData"]
        # A binary message is told in base64.
        self.received += len(text) * 3 // 4 if response["opcode"] == 2 else len(text)

    def _data_or_headers(self, event: dict[str, Any]) -> None:
        self.received += max(event.get("response", event).get("encodedDataLength", 0), 0)


class Visit:
    """A page that is open and watched."""

    def __init__(self, page: Page, traffic: Traffic) -> None:
        self.page = page
        self.traffic = traffic
        self.slider = page.get_by_role("slider", name="As of")
        self._leftwards = True

    def wait(self, condition: str) -> None:
        """Return when a condition of ``watch.js`` holds."""
        self.page.wait_for_function(f"() => window.benchWatch.{condition}()", timeout=PATIENCE_MS)

    def tell(self, question: str) -> Any:
        """Return what ``watch.js`` answers."""
        return self.page.evaluate(f"() => window.benchWatch.{question}()")

    def change_filter(self) -> Change:
        """Move the as-of date by one step, to and fro between its ends."""
        ends = self.slider.evaluate("s => [s.value === s.min, s.value === s.max]")
        if any(ends):
            self._leftwards = bool(ends[1])
        before = self.traffic.received
        self.tell("arm")
        self.slider.press("ArrowLeft" if self._leftwards else "ArrowRight")
        self.wait("settled")
        seen = self.tell("change")
        return Change(seen["ms"], seen["blank_ms"], self.traffic.received - before)

    def zoom_and_pan(self) -> str:
        """Zoom in and drag the map; return where the districts then are, in pixels."""
        frame = self.page.locator(f'iframe[title="{MAP_FRAME}"]').first
        frame.content_frame.locator(".leaflet-control-zoom-in").click()
        self.wait("still")
        box = frame.bounding_box() or {"x": 0, "y": 0, "width": 0, "height": 0}
        x, y = box["x"] + box["width"] / 3, box["y"] + min(box["height"] / 2, 300)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + 60, y + 40, steps=10)
        self.page.mouse.up()
        self.wait("still")
        return str(self.tell("place"))


@contextmanager
def visiting(
    browser: Browser, server: Server, subject: Subject, link: Link | None = None
) -> Iterator[Visit]:
    """Open a subject with an empty cache, as a new visitor; ready when all is quiet.

    The server runs the subject's script; a link is a slower network than that within the machine.
    """
    window = ViewportSize(width=WINDOW["width"], height=subject.height)
    # A page that lets no text be run as a script would not let itself be watched either.
    context = browser.new_context(viewport=window, bypass_csp=True)
    try:
        page = context.new_page()
        watched = {"frame": MAP_FRAME, "shapes": subject.shapes, "text": subject.text}
        page.add_init_script(f"window.benchSubject = {json.dumps(watched)};\n{WATCH}")
        devtools = context.new_cdp_session(page)
        traffic = Traffic(devtools)
        _answer_other_hosts(devtools)
        if link:
            limits = dict.fromkeys(
                ["downloadThroughput", "uploadThroughput"], link.bits_per_second / 8
            )
            limits |= {"offline": False, "latency": link.delay_ms}
            devtools.send("Network.emulateNetworkConditions", limits)
        page.goto(server.url + subject.address, wait_until="commit", timeout=PATIENCE_MS)
        visit = Visit(page, traffic)
        visit.wait("quiet")
        yield visit
    finally:
        context.close()


def first_visit(browser: Browser, server: Server, subject: Subject) -> None:
    """Open a subject once: the first visitor waits for what all later ones share."""
    with visiting(browser, server, subject):
        pass


def _answer_other_hosts(devtools: CDPSession) -> None:
    """Answer what a page asks of other hosts; all of that is https, all of ours is not.

    Playwright's own way to answer requests would turn off the browser's cache for all.
    """

    def answer(event: dict[str, Any]) -> None:
        name = Path(urlsplit(event["request"]["url"]).path).name
        file = NEXT_DOOR.get(name)
        content = file.read_bytes() if file else b""
        kind = TYPES.get(Path(name).suffix, "application/octet-stream")
        devtools.send(
            "Fetch.fulfillRequest",
            {
                "requestId": event["requestId"],
                "responseCode": 200,
                "responseHeaders": [{"name": "Content-Type", "value": kind}],
                "body": base64.b64encode(content).decode(),
            },
        )

    devtools.on("Fetch.requestPaused", answer)
    devtools.send("Fetch.enable", {"patterns": [{"urlPattern": "https://*"}]})
