"""P-codes alone that an older series gave to other districts: one answer tells the series of all.

A file is of one series. Codes that only today's has say so; else it is asked about one code, and
the answer is that of all of them.
"""

from collections.abc import Iterable

from data.review.decisions import NO_DISTRICT, Decisions, district_answer, district_key
from data.review.places_beside import Name
from geo.districts import gazetteer
from geo.names.match_result import AMBIGUOUS, CODE_DISAGREES, PROVINCE_DISAGREES
from geo.names.pcodes import district_code, older, two_meanings
from geo.words.catalogue import _

#: So many codes that no older series has tell that those beside them are today's, too.
ENOUGH = 2
_DISAGREE = (PROVINCE_DISAGREES, CODE_DISAGREES)
#: What the codes of one question are kept by: that which is asked about, and all of them.
_SERIES = "series of {first}: {codes}"


def codes_of(names: Iterable[Name]) -> list[str]:
    """Return the P-code that is written for each name, beside it or in its place; blank for none.

    ``names`` have ``name`` and ``code`` as they are written.
    """
    known = {*gazetteer.names(), *older()}
    codes = [district_code(one["code"] if one["code"].strip() else one["name"]) for one in names]
    return [code if code in known else "" for code in codes]


def with_series(names: list[Name], decisions: Decisions) -> list[Name]:
    """Return names with the answer on their codes, where the series is told, and one key for all.

    Parameters
    ----------
    names
        Different names with ``name``, ``code``, ``adm2_pcode``, ``reason``, ``candidates``, ``key``
        and ``answer``, blank where nobody has decided.

    Returns
    -------
    list
        Of codes that are open for no other reason ``answer`` and ``key`` are set; ``series`` is
        true where today's is told by the codes beside, and ``of_series`` where one answer is that
        of several codes.
    """
    names = [{**one, "series": False, "of_series": False} for one in names]
    open_ones = [one["adm2_pcode"] is None and one["reason"] == AMBIGUOUS for one in names]
    if not any(open_ones):  # as in most tables
        return names
    codes = codes_of(names)
    two = [own and code in two_meanings() for own, code in zip(open_ones, codes, strict=True)]
    told = [*zip(names, codes, two, strict=True)]
    unsure = [(one, code) for one, code, own in told if own and not one["answer"]]
    if not unsure:
        return names
    if _are_todays(codes) and not any(one["reason"] in _DISAGREE for one in names):
        for one, code in unsure:
            one |= {"series": True, "answer": code}
        return names
    both = [code for one, code, own in told if own and len(one["candidates"]) > 1]
    both = list(dict.fromkeys(both))
    if len(both) < ENOUGH:
        return names
    kept = _SERIES.format(first=both[0], codes=" ".join(sorted(both)))
    answer = district_answer(decisions, kept, "")
    for one, code in unsure:
        one["answer"] = _answered(code, both[0], answer)
        # Where the answer is neither series' of the first, each of the others is asked about.
        if code in both and not one["answer"] and not answer:
            one |= {"of_series": True, "key": district_key(kept, "")}
    return names


def _are_todays(codes: Iterable[str]) -> bool:
    """Tell whether codes that only today's series has say of which series all of them are."""
    today, before = {*gazetteer.names()}, {*older()}
    told = {*codes} - {""}
    return len(told & today - before) >= ENOUGH and not told & before - today


def _answered(code: str, first: str, answer: str) -> str:
    """Return the district of a code in the series in which the first one is that of an answer."""
    if answer in (first, NO_DISTRICT):
        return code if answer == first else NO_DISTRICT
    if answer and answer == older()[first].adm2_pcode:
        return older()[code].adm2_pcode or ""
    return answer if code == first else ""


def said_of_series(names: Iterable[Name]) -> list[str]:
    """Say which codes are read as today's, as others beside them are in no older series."""
    codes = sorted({*codes_of(one for one in names if one["series"])})
    if not codes:
        return []
    words = _(
        "{codes} are read as codes of {vintage}, as others beside them are in no older series"
    )
    return [words.format(codes=", ".join(codes), vintage=gazetteer.VINTAGE)]
