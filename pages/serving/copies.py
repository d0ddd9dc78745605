"""Files whose names say what is in them: sent compressed, for good, from copies made once.

Streamlit leaves compression to a proxy, and compressing at each request would cost more than it
saves. A name with a hash of the content never means another content: its copy never goes stale.
"""

import gzip
import re
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import distribution, version
from pathlib import Path

import brotli
import streamlit

from geo.webmap.assets import keep

#: The best that brotli can do takes a second a megabyte: for what every visitor needs. What is made
#: for a view takes the least.
BEST, QUICK, SWIFT = 11, 9, 5
#: What is compressed, and as what it is sent; a font is compressed already.
TYPES = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2"}
COMPRESSED = (".js", ".css")
#: The frame in which streamlit-folium draws the map. Found without an import: a component that is
#: imported before Streamlit's runtime is there is not served.
FRAME = Path(
    str(distribution("streamlit-folium").locate_file("streamlit_folium/frontend/build/static"))
)
FRAME_ADDRESS = "/component/streamlit_folium.st_folium/static/"
#: A hash of eight characters or more at the end of a name.
_HASHED = re.compile(r"[\w./-]*[.-][\w-]{8,}\.(js|css|woff2)")


@dataclass(frozen=True)
class Shelf:
    """A folder of such files.

    Attributes
    ----------
    address
        Of the folder on the server, from its root, with a slash at its end.
    folder
        Where the files are.
    name
        Of the folder of their copies; with a version where a hash is of less than the content.
    """

    address: str
    folder: Path
    name: str


def shelves(static: Path) -> tuple[Shelf, ...]:
    """Return the folders that a screen is made of; ``static`` is the dashboard's own."""
    own = Path(streamlit.__file__).parent / "static" / "static"
    return (
        Shelf("/static/", own, f"streamlit-{streamlit.__version__}"),
        Shelf(FRAME_ADDRESS, FRAME, f"streamlit-folium-{version('streamlit-folium')}"),
        Shelf("/app/static/", static, "static"),
    )


class Copies:
    """The files of some shelves, as they are sent.

    Parameters
    ----------
    shelves
        Their folders; what is not in one of them is not sent by this class.
    kept
        Where copies are kept from one start to the next. Where that cannot be written, as on a
        read-only file system, they are made again at each start.
    """

    def __init__(self, shelves: Iterable[Shelf], kept: Path) -> None:
        self._shelves = tuple(shelves)
        self._kept = kept
        self._held: dict[tuple[str, str], bytes] = {}

    def file(self, address: str) -> Path | None:
        """Return the file behind an address; None where it is not one of these."""
        if ".." in address or not _HASHED.fullmatch(address):
            return None
        for shelf in self._shelves:
            if address.startswith(shelf.address):
                path = shelf.folder / address.removeprefix(shelf.address)
                return path if path.is_file() else None
        return None

    def held(self, address: str, encoding: str) -> bytes | None:
        """Return what is in memory already: the content in an encoding; None where nothing is."""
        return self._held.get((address, encoding))

    def content(self, address: str, encoding: str, quality: int = QUICK) -> bytes | None:
        """Return a file's content in an encoding; None where there is no such file.

        ``address`` is on the server, from its root; ``encoding`` is ``br``, ``gzip``, or
        ``identity`` for the file as it is; ``quality`` is that of brotli, where the copy is not
        made yet.
        """
        path = self.file(address)
        if path is None:
            return None
        if encoding == "identity":
            content = path.read_bytes()
        else:
            content = self._copy(address, path, encoding, quality)
        self._held[address, encoding] = content
        return content

    def make(self, addresses: Iterable[str]) -> None:
        """Make the best copies of what every visitor needs, and hold them in memory."""
        wanted = [one for one in addresses if Path(one).suffix in COMPRESSED]
        with ThreadPoolExecutor() as pool:  # both compressors work outside of Python's lock
            list(pool.map(lambda one: self.content(one, "br", BEST), wanted))
            list(pool.map(lambda one: self.content(one, "gzip"), wanted))

    def _copy(self, address: str, path: Path, encoding: str, quality: int) -> bytes:
        shelf = next(one for one in self._shelves if address.startswith(one.address))
        within = address.removeprefix(shelf.address)
        copy = self._kept / shelf.name / f"{within}.{encoding}"
        if copy.is_file():
            return copy.read_bytes()
        content = COMPRESSORS[encoding](path.read_bytes(), quality)
        with suppress(OSError):  # held in memory, and made again at the next start
            keep(copy, content)
        return content


def _gzip(content: bytes, quality: int) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _brotli(content: bytes, quality: int) -> bytes:
    return brotli.compress(content, mode=brotli.MODE_TEXT, quality=quality)


COMPRESSORS: dict[str, Callable[[bytes, int], bytes]] = {"br": _brotli, "gzip": _gzip}


def encoding_of(accepted: str) -> str:
    """Return the encoding for a request's ``Accept-Encoding``: one of ``COMPRESSORS``, or identity.

    One that is refused (``q=0``) is not taken.
    """
    wanted = {}
    for part in accepted.lower().split(","):
        name, _, weight = part.partition(";")
        wanted[name.strip()] = weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return next((one for one in COMPRESSORS if wanted.get(one)), "identity")
