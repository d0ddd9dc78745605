"""The file a deck is made in: one of our own making, or a user's template."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import XmlPart
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

from geo.words.catalogue import _

#: The dashboard's own: a white page of 16:9, one layout, the colours of the atlas, and Arial, which
#: is on Windows, Mac and, with the same widths, where LibreOffice runs.
OWN = Path(__file__).with_name("deck.pptx")
#: The most that a template may hold, packed and unpacked, and of how many parts.
MOST_BYTES, MOST_UNPACKED, MOST_PARTS = 60_000_000, 300_000_000, 5_000
_OFFICE_BEFORE_2007 = b"\xd0\xcf\x11\xe0"
_TYPES = "[Content_Types].xml"
_KINDS = (b"presentationml.template.main", b"presentationml.slideshow.main")
_DECK = b"presentationml.presentation.main"
_FAULTS = (
    *(PythonPptxError, zipfile.BadZipFile, SyntaxError, zlib.error),
    *(KeyError, ValueError, AttributeError, TypeError, IndexError, EOFError, OSError),
    *(NotImplementedError, RuntimeError),
)


class DeckError(ValueError):
    """A deck cannot be made: what is wrong and where, and what to do next."""

    def __init__(self, what: str, what_to_do: str) -> None:
        super().__init__(f"{what} {what_to_do}")
        self.what, self.what_to_do = what, what_to_do


def opened(template: bytes | None) -> Deck:
    """Return an empty deck: the dashboard's own, or a template without its slides.

    Raises
    ------
    DeckError
        If the template is no PowerPoint file, is locked, too large or damaged, has macros, or
        links to other files outside its slides.
    """
    if template is None:
        return Presentation(str(OWN))
    unlocked = _checked(template)
    try:
        deck = Presentation(io.BytesIO(unlocked))
        _drop_slides(deck)
        # What the template says of itself goes out, under whatever type it is related: LibreOffice
        # has one that python-pptx does not know, which would write a second part of the same name.
        package = deck.part.package
        for rel_id, relation in list(package._rels.items()):
            if relation.reltype.endswith("/metadata/core-properties"):
                package.drop_rel(rel_id)
        if not deck.slide_width or not deck.slide_height:
            raise ValueError(_("no size of a slide"))
    except _FAULTS as fault:
        raise DeckError(
            _("The template is damaged: PowerPoint's parts in it cannot be read."),
            _("Open it in PowerPoint, save it again as .pptx, and choose that file."),
        ) from fault
    _require_harmless(deck)
    return deck


def _checked(template: bytes) -> bytes:
    """Return a template that can be opened with no danger, as a deck."""
    if template.startswith(_OFFICE_BEFORE_2007):
        raise DeckError(
            _("The template has a password, or is in the format of before 2007."),
            _("Open it in PowerPoint, remove the password, and save it as .pptx."),
        )
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as parts:
            listed = parts.infolist()
            _check_size(len(template), listed)
            types = parts.read(_TYPES)
    except DeckError:
        raise
    except _FAULTS as fault:
        raise DeckError(
            _("The template is not a PowerPoint file."),
            _("Choose a file that ends in .pptx or .potx."),
        ) from fault
    names = {one.filename.casefold() for one in listed}
    if b"macroEnabled" in types or any(name.endswith("vbaproject.bin") for name in names):
        raise _macros()
    if b"presentationml" not in types:
        raise DeckError(
            _("The template is an Office file, but not one of PowerPoint."),
            _("Choose a file that ends in .pptx or .potx."),
        )
    return _as_deck(template, types)


def _check_size(size: int, parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    if size > MOST_BYTES or unpacked > MOST_UNPACKED or len(parts) > MOST_PARTS:
        raise DeckError(
            _(
                "The template is too large: {size:,.0f} MB, {unpacked:,.0f} MB unpacked, "
                "{parts:,} parts."
            ).format(size=size / 1e6, unpacked=unpacked / 1e6, parts=len(parts)),
            _(
                "Remove pictures and slides until it is under {size:,.0f} MB and "
                "{unpacked:,.0f} MB unpacked."
            ).format(size=MOST_BYTES / 1e6, unpacked=MOST_UNPACKED / 1e6),
        )


def _as_deck(template: bytes, types: bytes) -> bytes:
    """Turn a template file (.potx) or a show (.ppsx) into a deck: they differ in one word."""
    if not any(kind in types for kind in _KINDS):
        return template
    for kind in _KINDS:
        types = types.replace(kind, _DECK)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as parts, zipfile.ZipFile(made, "w") as deck:
        for part in parts.infolist():
            deck.writestr(part, types if part.filename == _TYPES else parts.read(part))
    return made.getvalue()


def _drop_slides(deck: Deck) -> None:
    """Take all slides out, and whatever points to one: lists, sections, shows and links."""
    deck_part = deck.part
    for rel_id, relation in list(deck_part.rels.items()):
        if relation.reltype == RT.VIEW_PROPS:  # where the slides were last looked at
            deck_part.rels.pop(rel_id)
    for section in deck_part._element.xpath("//*[local-name()='sectionLst']"):
        extension = section.getparent()
        extension.getparent().remove(extension)
    for part in list(deck_part.package.iter_parts()):
        for rel_id, relation in list(part.rels.items()):
            if relation.reltype == RT.SLIDE:
                if isinstance(part, XmlPart):
                    for element in list(part._element.iter()):
                        if element.get(qn("r:id")) == rel_id:
                            element.getparent().remove(element)
                part.rels.pop(rel_id)
    for shows in deck_part._element.findall(qn("p:custShowLst")):
        deck_part._element.remove(shows)


def _require_harmless(deck: Deck) -> None:
    """Refuse what acts from within a deck, by its type and whatever it is called."""
    package = deck.part.package
    types = [part.content_type for part in package.iter_parts()]
    types += [relation.reltype for relation in package.iter_rels()]
    if any("vbaproject" in one.casefold() or "macroenabled" in one.casefold() for one in types):
        raise _macros()
    if any(relation.is_external for relation in package.iter_rels()):
        raise DeckError(
            _("The template links to other files or addresses, and every deck would do so."),
            _("Remove the links from its master and layouts: insert pictures, link to none."),
        )


def _macros() -> DeckError:
    return DeckError(
        _("The template has macros: they would go into every deck."),
        _("Save it in PowerPoint as .pptx, which leaves the macros out."),
    )
