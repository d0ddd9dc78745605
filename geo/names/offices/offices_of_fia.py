"""Offices and zones of the investigation agency, as postings name them."""

import re

from geo.names import spelling

#: A post before the investigation agency: "Inspector FIA AHTC Faisalabad".
_POST_IN_FIA = re.compile(
    r"^(?:(?:assistant|deputy|additional|sub|head) )*(?:director|inspector|constable|si|asi|hc|ad"
    r"|dd|investigation officer|io|incharge)(?: of| in)? "
    r"(?=(?:the )?(?:fia|federal investigation)\b)"
)
#: What begins the name of an office of the investigation agency, and what may stand in it.
_FIA = frozenset(
    [
        "fia",
        "ahtc",
        "aht",
        "link",
        "ibms",
        "ahtcs",
        "acc",
        "ccw",
        "ccrc",
        "cbc",
        "nccia",
        "nr3c",
        "cybercrime",
    ]
)
_OF_FIA = _FIA | frozenset(
    ["federal", "investigation", "agency", "anti", "human", "trafficking", "and", "smuggling",
     "migrant", "corruption", "cyber", "crime", "crimes", "corporate", "commercial", "banking",
     "composite", "immigration", "reporting", "centre", "center", "check", "post", "wing", "cell",
     "unit", "sub", "circle", "zone", "zonal", "region", "regional", "office", "headquarters",
     "headquarter", "hq", "hqrs", "airport", "of", "at", "in", "desk", "desks", "help", "helpdesk",
     "counter", "border", "crossing", "gate", "terminal", "checkpost"]
)  # fmt: skip
_BEGINS = (
    "airport immigration",
    "anti human trafficking",
    "anti corruption",
    "cyber crime",
    "federal investigation",
    "immigration",
)


def in_fia(text: str) -> list[str]:
    """Return what an office of the investigation agency is named by; nothing of another text."""
    words = _POST_IN_FIA.sub("", text).split()
    if not _begins_as_fia(" ".join(words)) or "zone" in words:
        return []
    while words and words[0] in _OF_FIA:
        words = words[1:]
    while words and words[-1] in _OF_FIA:
        words = words[:-1]
    return words


def is_zone(written: str) -> bool:
    """Tell whether a text is a zone of the investigation agency, which is several districts."""
    if "zone" not in written.casefold() or spelling.is_too_long(written):
        return False
    text = spelling.folded(written)
    return "zone" in text.split() and _begins_as_fia(text)


def _begins_as_fia(text: str) -> bool:
    return text.startswith(_BEGINS) or bool({*text.split()[:1]} & _FIA)
