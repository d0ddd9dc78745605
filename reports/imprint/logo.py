"""A logo that somebody brings: a picture that is checked before it goes into any file."""

import base64
import io
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, cast
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from PIL import Image, UnidentifiedImageError

from geo.words.catalogue import _

#: The most that a logo may be: bytes, and dots on a side.
MOST_BYTES, MOST_DOTS = 1_000_000, 4_000
LEAST_DOTS = 16
#: Dots on the long side of a drawing that is turned into a picture.
DRAWN_DOTS = 1_200
KINDS = ("png", "jpg", "svg")
_SVG = "{http://www.w3.org/2000/svg}"
#: What acts, or shows what stands in another file.
_ACTING = {"script", "foreignObject", "iframe", "use", "animate", "set", "handler", "style"}
_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)?)")


class LogoError(ValueError):
    """A logo cannot be used; the text says what is wrong and what to do."""


@dataclass(frozen=True)
class Logo:
    """A picture that can stand in every file: its bytes, its kind of ``KINDS``, width over height.

    Made by ``read_logo``, which checks it.
    """

    content: bytes
    kind: str
    shape: float

    @property
    def address(self) -> str:
        """The picture as an address that holds it whole (``data:``)."""
        mime = {"jpg": "image/jpeg", "svg": "image/svg+xml"}.get(self.kind, "image/png")
        return f"data:{mime};base64,{base64.b64encode(self.content).decode('ascii')}"

    @property
    def drawing(self) -> bytes:
        """The logo as SVG; a picture is held in it whole."""
        if self.kind == "svg":
            return self.content
        size = f'width="{100 * self.shape:.4g}" height="100"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size}><image {size} '
            f'href="{self.address}"/></svg>'
        ).encode("ascii")

    @cached_property
    def picture(self) -> bytes:
        """The logo as PNG or JPEG, for files that take no drawing."""
        if self.kind != "svg":
            return self.content
        import typst  # loads only where there is a drawing

        side = "width" if self.shape >= 1 else "height"
        page = "#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
        page += f'#image("logo.svg", {side}: 300pt)'
        files: Any = {"main.typ": page.encode(), "logo.svg": self.content}
        made = typst.Compiler(files, ignore_system_fonts=True).compile(
            format="png", ppi=72 * DRAWN_DOTS / 300
        )
        return made if isinstance(made, bytes) else cast("list[bytes]", made)[0]


def logo_file(path: Path) -> Logo:
    """Return the logo of a file; may raise ``LogoError``, and ``OSError`` where it is not there."""
    if path.stat().st_size > MOST_BYTES:
        raise _too_large(path.stat().st_size)
    return read_logo(path.read_bytes())


def read_logo(content: bytes) -> Logo:
    """Check a picture, by what it is and not by its name.

    Raises
    ------
    LogoError
        If it is neither PNG, JPEG nor SVG, too large or too small, damaged; or a drawing that
        acts or points to what is not in it.
    """
    if len(content) > MOST_BYTES:
        raise _too_large(len(content))
    return _drawing(content) if b"<svg" in content[:4_000] else _picture(content)


def _too_large(size: int) -> LogoError:
    return LogoError(
        _("The logo is too large: {size:.1f} MB. Choose one of up to {most:g} MB.").format(
            size=size / 1e6, most=MOST_BYTES / 1e6
        )
    )


def _picture(content: bytes) -> Logo:
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as image:
            kind = "png" if image.format == "PNG" else "jpg"
            wide, high = image.size
            if max(wide, high) > MOST_DOTS or min(wide, high) < LEAST_DOTS:
                raise LogoError(
                    _(
                        "The logo is {wide:,} by {high:,} dots. Choose one of {least} to {most:,} "
                        "dots on each side."
                    ).format(wide=wide, high=high, least=LEAST_DOTS, most=MOST_DOTS)
                )
            image.load()
    except UnidentifiedImageError as fault:
        raise LogoError(_("The logo is not a picture. Choose a PNG, JPEG or SVG file.")) from fault
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        if isinstance(fault, LogoError):
            raise
        raise LogoError(
            _("The logo is damaged. Save it again as PNG, and choose that file.")
        ) from fault
    return Logo(content, kind, wide / high)


def _drawing(content: bytes) -> Logo:
    try:
        root: Element = fromstring(content, forbid_dtd=False)
    except (ParseError, DefusedXmlException, ValueError) as fault:
        raise LogoError(
            _("The logo is a damaged SVG. Save it as PNG, and choose that file.")
        ) from fault
    if root.tag != f"{_SVG}svg":
        raise LogoError(_("The logo is not an SVG drawing. Choose a PNG, JPEG or SVG file."))
    for element in root.iter():
        if _acts(element):
            raise LogoError(
                _(
                    "The logo is an SVG with scripts, styles or links, which no file may hold. "
                    "Save it as PNG, and choose that file."
                )
            )
    return Logo(content, "svg", _shape(root))


def _acts(element: Element) -> bool:
    """Return whether an element does something, or shows what is not in the drawing."""
    if str(element.tag).rpartition("}")[2] in _ACTING:
        return True
    for name, value in element.attrib.items():
        name = name.rpartition("}")[2]
        outside = "url(" in value.replace("url(#", "") or "javascript:" in value.casefold()
        linked = name == "href" and not value.startswith(("#", "data:image/"))
        if name.startswith("on") or outside or linked:
            return True
    return False


def _shape(root: Element) -> float:
    """Return the width of a drawing over its height."""
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    sides: list[str | None] = [root.get("width"), root.get("height")]
    written = [*box[2:4], *sides] if len(box) == 4 else sides
    numbers = [float(m.group(1)) for one in written if (m := _NUMBER.match(one or ""))]
    if len(numbers) < 2 or not min(numbers[:2]) > 0:
        raise LogoError(
            _("The logo is an SVG without a size. Save it as PNG, and choose that file.")
        )
    return numbers[0] / numbers[1]
