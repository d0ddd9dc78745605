"""Reads the text of a PDF back, page by page."""

from functools import lru_cache

import pypdfium2


@lru_cache(maxsize=32)
def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page on one line, without places where a word may break."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [" ".join(text.replace("\u200b", "").split()) for text in texts]


def places_in(pdf: bytes) -> list[list[tuple[float, float, float, float]]]:
    """Return by page the box of each run of text: its left, bottom, right and top, in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage() for page in document]
        return [[page.get_rect(run) for run in range(page.count_rects())] for page in pages]
