"""The page that every address answers with: Streamlit's own, with something to read at once.

To it are added the dashboard's name, words that stand until the screen is there, the fonts in
small, and what the browser should fetch before Streamlit's scripts have found out that they need
it. Nothing in it is of a visitor; of the records there is a view that any visitor may see, or none.
"""

import base64
import hashlib
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import streamlit

from geo.webmap import picture
from geo.words.catalogue import LANGUAGE, _
from pages.serving.copies import COMPRESSORS, FRAME, FRAME_ADDRESS, SWIFT
from pages.serving.fonts import Published, streamlit_style
from pages.session import entry

STREAMLIT = Path(streamlit.__file__).parent / "static"
STYLE = Path(__file__).with_name("opening.css").read_text(encoding="utf-8")
#: The style of the screens: what stands there at first looks as it will.
SCREENS = entry.STYLE.read_text(encoding="utf-8")
#: The scripts of the first screen that Streamlit's page does not name, without their hash: it
#: loads each only when an element of its kind has arrived.
SCRIPTS = (
    *("Html", "purify.es", "useFormReset", "WidgetLabel", "WidgetLabelHelpIcon"),
    *("styled-components", "useBasicWidgetState", "Slider", "moment", "formatNumber", "numbro"),
    *("sprintfjs", "withCalculatedWidth", "formatMoment", "Button", "PageLink"),
    *("ComponentInstance", "IFrameUtil", "urls", "BidiComponent", "_arrayReduce"),
    *("serialization", "recordbatch"),
)
_FONT = re.compile(r'<link\s+rel="preload"[^>]*as="font"[^>]*/>')
_TITLE = "<title>Streamlit</title>"
_ROOT = '<div id="root"></div>'
_LANGUAGE = '<html lang="en">'
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@dataclass(frozen=True)
class Page:
    """The page, and the hashes of its scripts that stand in it, for a policy of what may run."""

    content: bytes
    script_hashes: tuple[str, ...]

    def in_encoding(self, encoding: str) -> bytes:
        """Return the content in an encoding of ``COMPRESSORS``, or as it is."""
        return _encoded(self.content, encoding)

    @property
    def tag(self) -> str:
        """What tells this page from any other."""
        return f'"{hashlib.sha256(self.content).hexdigest()[:16]}"'


@lru_cache(maxsize=32)
def _encoded(content: bytes, encoding: str) -> bytes:
    return COMPRESSORS[encoding](content, SWIFT) if encoding in COMPRESSORS else content


def addresses(published: Iterable[str]) -> list[str]:
    """Return the scripts and styles of the first screen.

    ``published`` are the names of those under ``app/static``.
    """
    return [*_named(), *_later(), *_frame(), *(f"/app/static/{name}" for name in published)]


def index_page(name: str, map_files: Iterable[str], fonts: Published, view: str = "") -> Page:
    """Return the page.

    The map's files, and the fonts and their style, are names under ``app/static``. ``view`` is what
    stands there until the screen has its map, as HTML; blank where nothing is known of it.

    Raises
    ------
    RuntimeError
        Where Streamlit's own page is not the one that this was written for.
    """
    page = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    if not (all(one in page for one in (_LANGUAGE, _TITLE, _ROOT)) and _FONT.search(page)):
        raise RuntimeError(
            f"The page of Streamlit {streamlit.__version__} is another one than "
            f"pages/serving/index_page.py expects: compare it with {STREAMLIT / 'index.html'}."
        )
    page = page.replace(_LANGUAGE, f'<html lang="{LANGUAGE}">')
    page = _FONT.sub("", page).replace(_TITLE, f"<title>{html.escape(name)}</title>")
    page = page.replace(f"./static/css/{streamlit_style().name}", f"./app/static/{fonts.style}")
    style = f"<style>{STYLE}{f'{SCREENS}{picture.style()}' if view else ''}</style>"
    page = page.replace("</head>", f"{_preloads(map_files, fonts)}{style}</head>")
    coming = html.escape(_("The map is loading."))
    late, again = html.escape(_("It is taking longer than usual.")), html.escape(_("Open it again"))
    # Where the screen never comes, or was lost, whoever waits is told and has a way on.
    way = f'<p class="late">{late} <a href="">{again}</a></p>'
    words = f'<p role="status">{coming}</p>{way}'
    kind = "opening with-view" if view else "opening"
    shown = f"{view}{words}" if view else f"<h1>{html.escape(name)}</h1>{words}<div></div>"
    page = page.replace(_ROOT, f'{_ROOT}<div class="{kind}">{shown}</div>')
    inline = _INLINE_SCRIPT.findall(page)
    return Page(page.encode(), tuple(_hash(script) for script in inline))


def _preloads(map_files: Iterable[str], fonts: Published) -> str:
    links = [
        f'<link rel="preload" href="./app/static/{name}" as="font" type="font/woff2" crossorigin>'
        for name in fonts.fonts
    ]
    links += [f'<link rel="modulepreload" crossorigin href=".{one}">' for one in _later()]
    frame = [*_frame(), *(f"/app/static/{name}" for name in map_files)]
    kinds = {".js": "script", ".css": "style"}
    links += [f'<link rel="preload" href=".{one}" as="{kinds[Path(one).suffix]}">' for one in frame]
    return "".join(links)


def _named() -> list[str]:
    """Return the scripts that Streamlit's page names itself."""
    page = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    return re.findall(r'"\.(/static/js/[^"]+)"', page)


def _later() -> list[str]:
    """Return the scripts that the first screen needs later.

    One that another version of Streamlit has no more is left out: the browser then asks for what
    it needs as it would have without.
    """
    found = (sorted((STREAMLIT / "static" / "js").glob(f"{one}.*.js")) for one in SCRIPTS)
    return [
        f"/static/js/{path.name}" for paths in found for path in paths if _stem(path) in SCRIPTS
    ]


def _stem(path: Path) -> str:
    return path.name.removesuffix(".js").rpartition(".")[0]


def _frame() -> list[str]:
    """Return the script of the frame in which the map is drawn."""
    return [f"{FRAME_ADDRESS}js/{path.name}" for path in sorted((FRAME / "js").glob("main.*.js"))]


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
