"""The brief: two pages of A4 as PDF, a hand-out of a view for people who were not in the room.

Its page is ``brief.typ``; what it says comes from ``content`` as data, so that no text of
the records is ever read as Typst. The document is tagged for screen readers (PDF/UA-1), its
fonts are embedded, and the same view gives the same bytes: on every machine, unless the records
have letters, such as Urdu's, that a font of the machine is taken for.
"""

import json
from pathlib import Path
from typing import Any, Final, cast

import typst

from geo.boundaries.boundary_set import BoundarySet
from reports.brief.content import content
from reports.brief.text import MISSING_WORDS
from reports.story.story import Story
from reports.words import fonts

PAGE = Path(__file__).with_name("brief.typ")
#: For screen readers: tags, a language, a title, and words for every picture.
STANDARD: Final = "ua-1"


class BriefError(RuntimeError):
    """The brief could not be made; the message says what is wrong and what to do."""


def write_brief(story: Story, boundaries: BoundarySet) -> bytes:
    """Return the brief of a story as a PDF file of exactly two pages; may raise ``BriefError``."""
    parts = content(story, boundaries)
    drawing = parts["map"].pop("svg")
    words = fonts.printable(json.dumps(parts, ensure_ascii=False))
    if fonts.MISSING in words:
        words = json.dumps(json.loads(words) | {"missing": MISSING_WORDS}, ensure_ascii=False)
    # The compiler sees these three files and its fonts; the rest of the machine is out of its
    # reach. Fonts of the machine only where they are needed: else every machine gives the same.
    files = {"main.typ": PAGE.read_bytes(), "brief.json": words.encode("utf-8"), "map.svg": drawing}
    try:
        return _set(files, machine_fonts=fonts.has_other_letters(words))
    except typst.TypstError as fault:
        raise BriefError(
            f"The brief could not be set: {fault.message}. The deck and the workbook have the "
            "same figures."
        ) from fault


def _set(files: dict[str, bytes], *, machine_fonts: bool) -> bytes:
    compiler = typst.Compiler(cast(Any, files), ignore_system_fonts=not machine_fonts)
    # A PDF is one file, however many pages it has.
    return cast(bytes, compiler.compile(format="pdf", pdf_standards=STANDARD))
