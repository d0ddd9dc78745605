"""P-codes as they are written, what one says alone, and what it says beside a name.

An older series gave the same codes to other districts: 58 codes of it are valid codes of
*another* district today. So a code is evidence, never proof, and is held against the name. The
older series is in ``old_pcodes.csv``.
"""

import csv
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from geo.districts import gazetteer
from geo.districts.larger_places import provinces_of_places
from geo.names import similarity
from geo.names.match_result import (
    AMBIGUOUS,
    BLANK,
    CODE_DISAGREES,
    IN_PARENT,
    PROVINCE_DISAGREES,
    UNKNOWN,
    Match,
    candidate,
    province_names,
    unmatched,
)
from geo.names.other_places import Province
from geo.words.catalogue import _

FILE = Path(__file__).with_name("old_pcodes.csv")

_WRITTEN = re.compile(r"\s*PK[\s._-]?(\d+)\s*", re.IGNORECASE)
_INSIDE = re.compile(r"(?<![A-Za-z0-9])PK[-_]?\d{3}(?:\d\d)*(?![A-Za-z0-9])", re.IGNORECASE)

# A misspelt name agrees with the code beside it where the code's district is the likeliest by
# far: this score at least. The code is what is accepted then, not the likeness.
AGREES = 80.0


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
    """Return in words what a code is today and what it was, as a note to a person.

    What is written as no code is, may be somebody's name, and is not repeated.
    """
    if not _WRITTEN.fullmatch(code):
        return _("the code is not in the list")
    today, was = gazetteer.names().get(code), older().get(code)
    if was and was.name != today:
        words = (
            _("{code} is {district} in {vintage}, and was {before} in an older series")
            if today
            else _("{code} is not in the list, and was {before} in an older series")
        )
    else:
        words = _("{code} is {district} in {vintage}") if today else _("{code} is not in the list")
    before = was.name if was else ""
    return words.format(code=code, district=today, vintage=gazetteer.VINTAGE, before=before)


def with_code(finding: Match, code: str, province: Province) -> Match:
    """Hold a code against what the name beside it and the province given with both say.

    ``finding`` is what the name and its province say, with its candidates; ``code`` is as
    ``district_code`` gives it, and not blank.

    Returns
    -------
    Match
        The district where both say the same, or where the code tells which of several districts
        the name means; never the code's district against the name.
    """
    known = code in gazetteer.names()
    if not known and code not in older():
        has_it = gazetteer.counted_in().get(code)
        if has_it:
            return _with_newer_code(finding, code, has_it, province)
    if finding.reason == BLANK:
        return _code_alone(code, province)
    if finding.adm2_pcode and not known:
        return _unknown_code(finding, code)
    if finding.adm2_pcode:
        if finding.adm2_pcode != code:
            return _disagree(finding, code)
        if finding.method == "successor":
            return finding
        return Match(code, "code", finding.score, note=finding.note)
    if not known or finding.reason not in (AMBIGUOUS, UNKNOWN):
        return finding
    if _bears_out(finding, code):
        return Match(code, "code", finding.score, note=_("the name agrees with the code"))
    return _disagree(finding, code)


def _with_newer_code(finding: Match, code: str, has_it: str, province: Province) -> Match:
    """Return what a name says beside the code of a newer district that the list has not.

    Such a code stands for the district of the list that counts it.
    """
    match = with_code(finding, has_it, province)
    if match.adm2_pcode is None or match.method == "successor":
        return match
    words = _("{code} is no district of the list: counted in {parent}")
    note = words.format(code=code, parent=gazetteer.names()[has_it])
    return Match(match.adm2_pcode, "successor", match.score, IN_PARENT, note)


def _unknown_code(finding: Match, code: str) -> Match:
    """Return the name's district beside a code that is none today.

    Such a code says nothing, unless it is a province's or that of another district in the older
    series.
    """
    was = older().get(code)
    lies = gazetteer.provinces().get(code)
    if was and was.adm2_pcode != finding.adm2_pcode:
        return _disagree(finding, code)
    if lies and lies != province_names()[finding.adm2_pcode or ""]:
        return _disagree(finding, code)
    note = f"{finding.note}; " if finding.note else ""
    return replace(finding, note=f"{note}{meanings(code)}")


def _bears_out(finding: Match, code: str) -> bool:
    """Return whether a name that is not told by itself agrees with its code.

    A name of several districts does where the code is one of them; a misspelt one, where the
    code's district is the likeliest and very like it, and the next is far behind.
    """
    likely = finding.candidates
    if finding.reason == AMBIGUOUS:
        return len(likely) > 1 and code in {one.adm2_pcode for one in likely}
    behind = likely[1].score if len(likely) > 1 else 0.0
    return bool(
        likely
        and likely[0].adm2_pcode == code
        and likely[0].score >= AGREES
        and likely[0].score - behind >= 5
        and likely[0].why == similarity.SPELT
    )


def _disagree(finding: Match, code: str) -> Match:
    """Return both readings as candidates: the name's first, since people check names."""
    readings = finding.candidates
    if finding.adm2_pcode:
        readings = (candidate(finding.adm2_pcode, finding.score, _("the name")),)
    if code in gazetteer.names() and code not in {one.adm2_pcode for one in readings}:
        readings += (candidate(code, 50.0, _("the code")),)
    return unmatched(CODE_DISAGREES, meanings(code), readings[: similarity.AT_MOST])


def _code_alone(code: str, province: Province) -> Match:
    """Return the district of a code without a name.

    A code that meant another district in the older series needs a province that tells the two
    apart, and tells for today's.
    """
    note, adm1, other = meanings(code), provinces_of_places(), older().get(code)
    before = other.adm2_pcode if other and other.adm2_pcode != code else None
    if code not in gazetteer.names():
        old = (candidate(before, 50.0, _("the older series")),) if before else ()
        return unmatched(UNKNOWN, note, old)
    words, was = _("the code in {vintage}"), _("the code in an older series")
    now = candidate(code, 50.0, words.format(vintage=gazetteer.VINTAGE))
    both = (now, candidate(before, 50.0, was)) if before else (now,)
    if province.codes and adm1[code] not in province.codes:
        return unmatched(PROVINCE_DISAGREES, note, both[::-1])
    certain = bool(province.codes) and not (before and adm1[before] in province.codes)
    if code in two_meanings() and not certain:
        return unmatched(AMBIGUOUS, note, both)
    return Match(code, "code", 100.0)
