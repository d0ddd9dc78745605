"""The language of a document that is set with Typst: that of the words of the interface."""

from geo.words.catalogue import LOCALE


def typst_language() -> dict[str, str]:
    """Return ``lang`` and, where it is told, ``region``: what Typst sets a text in."""
    lang, *more = LOCALE.split("-")
    region = [part.lower() for part in more if len(part) == 2]
    return {"lang": lang.lower()} | dict(zip(["region"], region, strict=False))
