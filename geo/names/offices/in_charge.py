"""Whoever is in charge of a unit: *Incharge HIU Chakwal*, *SI, I/C Khidmat Markaz Kasur*."""

import re

_RANK = r"(?:(?:(?:assistant )?sub[ -]?)?inspector|insp|dsp|asi|si|hc)"
_IN_CHARGE = re.compile(
    rf"\s*(?:{_RANK}\b[\s.,/()-]*)?(?:officer[ -])?(?:in[ -]?charge|i[/.] ?c\.?)(?![^\W\d_])"
    r"[\s.,:/-]*(?:(?:of|to|at)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)


def unit_in_charge(written: str) -> str:
    """Return the unit that somebody is in charge of, as it is written; blank of another text."""
    found = _IN_CHARGE.match(written)
    return written[found.end() :] if found else ""
