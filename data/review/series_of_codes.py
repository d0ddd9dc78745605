"""P-codes alone that an older series gave to other districts: one answer tells the series of all.

A file is of one series. Codes that only today's has say so; else it is asked about one code, and
the answer is that of all of them.
"""

import pandas as pd

from data.records.distinct import by_text
from data.review.decisions import NO_DISTRICT, Decisions, district_answer, district_key
from geo.districts import gazetteer
from geo.names.match_result import AMBIGUOUS, CODE_DISAGREES, PROVINCE_DISAGREES
from geo.names.pcodes import district_code, older, two_meanings
from geo.words.catalogue import _

#: So many codes that no older series has tell that those beside them are today's, too.
ENOUGH = 2
#: What the codes of one question are kept by: that which is asked about, and all of them.
_SERIES = "series of {first}: {codes}"


def codes_of(names: pd.DataFrame) -> pd.Series:
    """Return the P-code that is written for each name, beside it or in its place; blank for none.

    ``names`` has ``name`` and ``code`` as they are written.
    """
    written = names["code"].where(names["code"].str.strip() != "", names["name"])
    known = {*gazetteer.names(), *older()}
    return by_text(written, lambda text: code if (code := district_code(text)) in known else "")


def with_series(names: pd.DataFrame, decisions: Decisions) -> pd.DataFrame:
    """Return names with the answer on their codes, where the series is told, and one key for all.

    Parameters
    ----------
    names
        Different names with ``name``, ``code``, ``adm2_pcode``, ``reason``, ``candidates``, ``key``
        and ``answer``, blank where nobody has decided.

    Returns
    -------
    pandas.DataFrame
        Of codes that are open for no other reason ``answer`` and ``key`` are set; ``series`` is
        true where today's is told by the codes beside, and ``of_series`` where one answer is that
        of several codes.
    """
    open_ones = names["adm2_pcode"].isna() & (names["reason"] == AMBIGUOUS)
    names = names.assign(series=False, of_series=False)
    if not open_ones.any():  # as in most tables
        return names
    codes = codes_of(names)
    two = open_ones & codes.isin(two_meanings())
    unsure = two & (names["answer"] == "")
    if not unsure.any():
        return names
    disagree = names["reason"].isin([PROVINCE_DISAGREES, CODE_DISAGREES]).any()
    if _are_todays(codes) and not disagree:
        return names.assign(series=unsure, answer=names["answer"].mask(unsure, codes))
    both = codes[two & (names["candidates"].str.len() > 1)].drop_duplicates().tolist()
    if len(both) < ENOUGH:
        return names
    kept = _SERIES.format(first=both[0], codes=" ".join(sorted(both)))
    answer = district_answer(decisions, kept, "")
    answers = codes[unsure].map(lambda code: _answered(code, both[0], answer))
    names["answer"] = names["answer"].mask(unsure, answers.reindex(names.index))
    # Where the answer is neither series' of the first, each of the others is asked about.
    of_series = unsure & codes.isin(both) & (names["answer"] == "") & (answer == "")
    return names.assign(
        of_series=of_series, key=names["key"].mask(of_series, district_key(kept, ""))
    )


def _are_todays(codes: pd.Series) -> bool:
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


def said_of_series(names: pd.DataFrame) -> list[str]:
    """Say which codes are read as today's, as others beside them are in no older series."""
    if not names["series"].any():
        return []
    codes = sorted({*codes_of(names[names["series"]])})
    words = _(
        "{codes} are read as codes of {vintage}, as others beside them are in no older series"
    )
    return [words.format(codes=", ".join(codes), vintage=gazetteer.VINTAGE)]
