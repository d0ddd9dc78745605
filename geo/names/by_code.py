"""A P-code beside a name: what both say together, and what a code says alone."""

from functools import lru_cache

from geo.districts import gazetteer
from geo.names import pcodes, similarity
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

# A misspelt name agrees with the code beside it where the code's district is the likeliest by
# far: this score at least. The code is what is accepted then, not the likeness.
AGREES = 80.0


def with_code(finding: Match, code: str, province: Province) -> Match:
    """Hold a code against what the name beside it says.

    Parameters
    ----------
    finding : Match
        What the name and its province say, with its candidates.
    code : str
        As ``pcodes.district_code`` gives it; not blank.
    province : Province
        The province given with both.

    Returns
    -------
    Match
        The district where both say the same, or where the code tells which of several districts
        the name means; never the code's district against the name.
    """
    known = code in gazetteer.names()
    if not known and code not in pcodes.older():
        has_it = gazetteer.counted_in().get(code)
        if has_it:
            return _with_newer_code(finding, code, has_it, province)
    if finding.reason == BLANK:
        return _code_alone(code, province)
    if finding.adm2_pcode:
        return _name_and_its_code(finding, code) if known else _unknown_code(finding, code)
    if not known or finding.reason not in (AMBIGUOUS, UNKNOWN):
        return finding
    if _bears_out(finding, code):
        return Match(code, "code", finding.score, note="the name agrees with the code")
    return _disagree(finding, code)


def _with_newer_code(finding: Match, code: str, has_it: str, province: Province) -> Match:
    """Return what a name says beside the code of a newer district that the list has not.

    Such a code stands for the district of the list that counts it.
    """
    found = with_code(finding, has_it, province)
    if found.adm2_pcode is None or found.method == "successor":
        return found
    note = f"{code} is no district of the list: counted in {gazetteer.names()[has_it]}"
    return Match(found.adm2_pcode, "successor", found.score, IN_PARENT, note)


def _name_and_its_code(finding: Match, code: str) -> Match:
    if finding.adm2_pcode != code:
        return _disagree(finding, code)
    if finding.method == "successor":
        return finding
    return Match(code, "code", finding.score, note=finding.note)


def _unknown_code(finding: Match, code: str) -> Match:
    """Return the name's district beside a code that is none today.

    Such a code says nothing, unless it is a province's or that of another district in the older
    series.
    """
    was = pcodes.older().get(code)
    lies = gazetteer.provinces().get(code)
    if was and was.adm2_pcode != finding.adm2_pcode:
        return _disagree(finding, code)
    if lies and lies != province_names()[finding.adm2_pcode or ""]:
        return _disagree(finding, code)
    note = f"{finding.note}; " if finding.note else ""
    return Match(
        finding.adm2_pcode,
        finding.method,
        finding.score,
        finding.reason,
        f"{note}{pcodes.meanings(code)}",
    )


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
    said = finding.candidates
    if finding.adm2_pcode:
        said = (candidate(finding.adm2_pcode, finding.score, "the name"),)
    if code in gazetteer.names() and code not in {one.adm2_pcode for one in said}:
        said += (candidate(code, 50.0, "the code"),)
    return unmatched(CODE_DISAGREES, pcodes.meanings(code), said[: similarity.AT_MOST])


def _code_alone(code: str, province: Province) -> Match:
    """Return the district of a code without a name.

    A code that meant another district in the older series needs a province that tells the two
    apart, and tells for today's.
    """
    today, was = gazetteer.names(), pcodes.older().get(code)
    if code not in today:
        older = was.adm2_pcode if was else None
        said = (candidate(older, 50.0, "the older series"),) if older else ()
        return unmatched(UNKNOWN, pcodes.meanings(code), said)
    now = candidate(code, 50.0, f"the code in {gazetteer.VINTAGE}")
    before = was.adm2_pcode if was and was.adm2_pcode != code else None
    both = (now, candidate(before, 50.0, "the code in an older series")) if before else (now,)
    adm1 = _adm1(code)
    if province.codes and adm1 not in province.codes:
        return unmatched(PROVINCE_DISAGREES, pcodes.meanings(code), both[::-1])
    told = bool(province.codes) and not (before and _adm1(before) in province.codes)
    if code in pcodes.two_meanings() and not told:
        return unmatched(AMBIGUOUS, pcodes.meanings(code), both)
    return Match(code, "code", 100.0)


@lru_cache(maxsize=1024)
def _adm1(adm2_pcode: str) -> str:
    listed = gazetteer.districts()
    return str(listed.loc[listed["adm2_pcode"] == adm2_pcode, "adm1_pcode"].iloc[0])
