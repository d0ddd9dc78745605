"""The file of a deck: what it says of itself, and its parts, each once and the same each time."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from datetime import datetime, time
from xml.sax.saxutils import escape

from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter, _PhysPkgWriter
from pptx.presentation import Presentation as Deck

from data.records.programme import programme
from geo.words.catalogue import LOCALE, _
from reports.imprint.imprint import Imprint
from reports.slides.template import DeckError
from reports.slides.text import plain
from reports.story.story import Story

#: The date of every part in the file.
_PACKED = (1980, 1, 1, 0, 0, 0)
_PROPERTIES = "docProps/app.xml"
#: What PowerPoint calls the shapes of slides, by width over height.
_FORMATS = {4 / 3: "On-screen Show (4:3)", 16 / 9: "Widescreen", 16 / 10: "On-screen Show (16:10)"}


def packed(deck: Deck, story: Story, imprint: Imprint) -> bytes:
    """Return the file with the same date on every part, so that it is the same each time.

    Raises
    ------
    DeckError
        If two parts have one name: PowerPoint could not open the file.
    """
    _describe(deck, story, imprint)
    parts = _parts(deck)
    names = Counter(name.casefold() for name, _content in parts)
    if twice := [name for name, count in names.items() if count > 1]:
        raise DeckError(
            _("The deck would hold a part twice ({twice}), and could not be opened.").format(
                twice=twice[0]
            ),
            _("Open the template in PowerPoint, save it again as .pptx, and choose that file."),
        )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as out:
        for name, content in parts:
            written = _properties(deck) if name == _PROPERTIES else content
            out.writestr(zipfile.ZipInfo(name, _PACKED), written, zipfile.ZIP_DEFLATED)
    return made.getvalue()


class _Parts(_PhysPkgWriter):
    """Where python-pptx writes the parts of a deck, in place of a file that has today's date."""

    def __init__(self) -> None:
        self.written: list[tuple[str, bytes]] = []

    def write(self, pack_uri: PackURI, blob: bytes) -> None:
        """Take a part."""
        self.written.append((pack_uri.membername, blob))


def _parts(deck: Deck) -> list[tuple[str, bytes]]:
    """Return the names and contents of all parts of a deck, in the order of its file."""
    package, parts = deck.part.package, _Parts()
    writer = PackageWriter(io.BytesIO(), package._rels, tuple(package.iter_parts()))
    writer._write_content_types_stream(parts)
    writer._write_pkg_rels(parts)
    writer._write_parts(parts)
    return parts.written


def _describe(deck: Deck, story: Story, imprint: Imprint) -> None:
    """Write what the file says of itself: its dates are the as-of date of its figures."""
    about, as_of = deck.core_properties, story.figures.selection.as_of
    about.title = plain(imprint.title or story.steps[0].title)[:250]
    about.author = about.last_modified_by = programme().name[:250]
    about.subject, about.keywords = plain(story.figures.records.title)[:250], ""
    about.comments, about.category = plain(story.figures.records.full_notice)[:250], ""
    about.language = LOCALE
    about.created = about.modified = about.last_printed = datetime.combine(as_of, time(12))
    about.revision = 1


def _properties(deck: Deck) -> bytes:
    """Return what an office reads of a deck before it opens it: the shape and number of slides."""
    shape = int(deck.slide_width or 1) / int(deck.slide_height or 1)
    named = next((words for of, words in _FORMATS.items() if abs(of - shape) < 0.01), "Custom")
    slides = len(deck.slides)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'extended-properties"><PresentationFormat>{named}</PresentationFormat>'
        f"<Slides>{slides}</Slides><Notes>{slides}</Notes><HiddenSlides>0</HiddenSlides>"
        f"<Company>{escape(programme().name)}</Company></Properties>"
    ).encode()
