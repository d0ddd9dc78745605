"""Signs that mean the same, written one way, so that a text is found however it was typed."""

import re
import unicodedata

#: What parts numbers and is neither a dash nor a space: a fraction slash, points in the middle.
_OTHER_SIGNS = str.maketrans(
    "\u2044\u2215\u2212\u00b7\u2022\u2027\u2219\u22c5\u06d4\u066b\u060c", "//-.......,"
)
_BRACKET_AT = re.compile(r"[(\[{<]\s*at\s*[)\]}>]", re.IGNORECASE)
_AT = re.compile(r"\s*[(\[{<]\s*at\s*[)\]}>]\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*[(\[{<]\s*dot\s*[)\]}>]\s*", re.IGNORECASE)


def in_plain_signs(text: str, longest: int) -> str:
    """Return the first characters of a text with digits, dashes and signs as on a keyboard.

    Signs that cannot be seen are left out, those of full width made narrow, digits of any script
    0 to 9, any dash a hyphen, and "(at)" an @. No more than ``longest`` characters are composed,
    which takes the square of the length.
    """
    if not text.isascii():
        seen = "".join(c for c in text[: 4 * longest] if unicodedata.category(c) != "Cf")[:longest]
        text = "".join(map(_plain_sign, unicodedata.normalize("NFKC", seen)))
    text = text[:longest]
    return _DOT.sub(".", _AT.sub("@", text)) if _BRACKET_AT.search(text) else text


def _plain_sign(sign: str) -> str:
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return "-" if unicodedata.category(sign) == "Pd" else sign.translate(_OTHER_SIGNS)
