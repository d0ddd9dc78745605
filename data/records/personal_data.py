"""Texts that look like they hold a person's data: identity card, phone or e-mail.

Records count people; they never name them. Such a text is neither taken in nor shown again.
"""

import re

#: How much of a text is looked at and shown, in characters.
LONGEST_LOOK = 300
LONGEST_SHOWN = 80

HIDDEN = "(hidden: looks like a person's data)"
HIDDEN_NAME = "(a column whose name is not repeated)"

_IDENTITY_CARD = r"(?<!\d)\d{5}[-\s.]?\d{7}[-\s.]?\d(?!\d)"
_E_MAIL = r"[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@]{2,}"
#: Numbers of Pakistan with and without their leading 0, and international ones.
_PHONE = (
    r"(?<!\d)(?:\+|00)[\s.-]?[1-9](?:[\s().-]{0,2}\d){7,14}(?!\d)"
    r"|(?<!\d)\(?0\d{2,4}\)?(?:[\s.-]{0,2}\d){7,8}(?!\d)"
    r"|(?<!\d)(?:92)?3\d{2}[\s.-]?\d{7}(?!\d)"
)
PERSONAL = re.compile(f"{_IDENTITY_CARD}|{_E_MAIL}|{_PHONE}")


def looks_personal(text: str) -> bool:
    """Tell whether a text holds a number like a CNIC's or a phone's, or an e-mail address."""
    return PERSONAL.search(text[:LONGEST_LOOK]) is not None


def shown(text: str) -> str:
    """Return a text as a list of problems may show it: short, and hidden if it looks personal."""
    if looks_personal(text):
        return HIDDEN
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def safe_name(name: str) -> str:
    """Return the name of a column, or that it is not repeated.

    A header row that is missing puts a record where names should be: a name with an @, with
    four digits or more, or longer than is shown of a text, is not repeated.
    """
    name = " ".join(name.split())
    digits = sum(character.isdigit() for character in name)
    if "@" in name or digits > 3 or len(name) > LONGEST_SHOWN:
        return HIDDEN_NAME
    return name or "(no name)"
