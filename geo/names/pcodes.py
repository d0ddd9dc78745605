"""P-codes as they are written: today's series, and the older one that they are mistaken for.

An older series gave the same codes to other districts: 58 codes of it are valid codes of
*another* district today. So a code is evidence, never proof; ``matching`` holds it against the
name. The older series is in ``old_pcodes.csv``.
"""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from geo.districts import gazetteer

FILE = Path(__file__).with_name("old_pcodes.csv")

_WRITTEN = re.compile(r"\s*PK[\s._-]?(\d+)\s*", re.IGNORECASE)
_INSIDE = re.compile(r"(?<![A-Za-z0-9])PK[-_]?\d{3}(?:\d\d)*(?![A-Za-z0-9])", re.IGNORECASE)


@dataclass(frozen=True)
class Older:
    """What a code meant in the older series; no ``adm2_pcode`` where no one district has it now."""

    name: str
    adm2_pcode: str | None


@lru_cache(maxsize=1)
def older() -> dict[str, Older]:
    """Return the older series by its codes."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return {
            row["old_pcode"]: Older(row["name"], row["pcode_2022"] or None)
            for row in csv.DictReader(lines)
        }


@lru_cache(maxsize=1)
def two_meanings() -> frozenset[str]:
    """Return the codes that are one district today and were another in the older series."""
    today = gazetteer.names()
    return frozenset(
        code for code, was in older().items() if code in today and was.adm2_pcode != code
    )


def district_code(written: str) -> str:
    """Return a written code as ``PK`` and three digits where it is that or finer, else as it is.

    The code of a tehsil or union council (``PK61702``) begins with that of its district.
    """
    match = _WRITTEN.fullmatch(written)
    if match is None:
        return written.strip()
    return f"PK{match[1][:3] if len(match[1]) in (3, 5, 7, 9) else match[1]}"


def inside(text: str) -> tuple[str, str]:
    """Return the code that stands within a name, and the name without it: *Lahore (PK617)*.

    The code is empty, and the name as written, where there is none, or nothing else.
    """
    match = _INSIDE.search(text)
    if match is None:
        return "", text
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return match[0], rest if any(letter.isalnum() for letter in rest) else ""


def meanings(code: str) -> str:
    """Return in words what a code is today and what it was, as a note to a person."""
    today, was = gazetteer.names().get(code), older().get(code)
    note = f"{code} is {today} in {gazetteer.VINTAGE}" if today else f"{code} is not in the list"
    return f"{note}, and was {was.name} in an older series" if was and was.name != today else note
