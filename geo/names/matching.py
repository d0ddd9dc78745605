"""Find the district of a written name, with its province and its code, or say why there is none.

A name is accepted only where it is a known name of one district, in a spelling that no other
place has, and where neither the province nor the code given with it speaks against it. All else
is for a person, with the districts it may be: ``Match`` says which.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from itertools import islice

import numpy as np
import pandas as pd
from rapidfuzz.fuzz import ratio

from geo.districts import gazetteer
from geo.names import pcodes, similarity, spelling
from geo.names.by_name import read_name
from geo.names.match_result import (
    A_CITY,
    A_TEHSIL,
    PROVINCE_DISAGREES,
    PROVINCE_UNKNOWN,
    TOO_LONG,
    UNKNOWN,
    Candidate,
    Learned,
    Match,
    candidate,
    province_names,
    unmatched,
)
from geo.names.offices import postings
from geo.names.other_places import Province, read_province, says_no_province
from geo.words.catalogue import _

# What a name that is known as a city's or tehsil's must be like to be taken for a district's.
VERY_LIKE = 80.0
#: "Tehsil & District Okara" is the district, in its tehsil of the same name.
_OF_TEHSIL_TOO = re.compile(
    r"\b(?:tehsil|teh|tahsil|tehseel|taluka|taluqa|talka)\b\.?\s*(?:&|/|\+|,|\band\b|\bo\b)\s*"
    r"(?=(?:district|distt?|zill?a)\b)|تحصیل\s*(?:و|اور|،)\s*(?=ضلع)",
    re.IGNORECASE,
)
_ASK_LIKENESS = frozenset([A_CITY, A_TEHSIL, UNKNOWN, PROVINCE_DISAGREES])

#: A finding takes a hundred times as much room by itself as in the columns of all.
AT_ONCE = 5_000
FINDINGS = ("adm2_pcode", "method", "score", "reason", "candidates", "note")

Query = tuple[str, str, str, datetime.date | None]


def match(
    name: str | None,
    province: str | None = None,
    code: str | None = None,
    *,
    on: datetime.date | None = None,
    learned: Learned | None = None,
    alike: bool = True,
) -> Match:
    """Find the district of a written name.

    Parameters
    ----------
    name : str or None
        The district as it was written: any case, script and spelling.
    province : str or None
        The province as it was written beside it. It chooses between districts that share a
        name; it never makes another district of a name, and one that contradicts the name, or
        that is none of Pakistan, is a reason to accept nothing. The former FATA and NWFP are
        Khyber Pakhtunkhwa. "N/A" counts as not given, and so does *Pakistan*.
    code : str or None
        The P-code as it was written beside it. It is held against the name: a code that says
        another district, as the codes of an older series do, is a reason to accept nothing.
        A code without a name is accepted, unless that series gave it to another district.
    on : datetime.date or None
        The date the record speaks of, for names that have become districts since.
    learned : Learned or None
        What persons have decided before.
    alike : bool
        Whether it is looked for what a name may mean that nobody knows, which takes the most time.

    Returns
    -------
    Match
        Nothing that is only alike is ever accepted: it is a candidate. A name of more than
        ``spelling.LONGEST`` letters is not looked up at all.
    """
    query = (name or "", province or "", code or "", on)
    return _findings([query], learned or Learned(), alike=alike)[0]


def match_many(
    names: Iterable[object],
    provinces: Iterable[object] | None = None,
    codes: Iterable[object] | None = None,
    *,
    on: Iterable[datetime.date | None] | None = None,
    learned: Learned | None = None,
) -> pd.DataFrame:
    """Find the districts of many written names; each different one is looked up once.

    Parameters
    ----------
    names, provinces, codes, on : iterable, one value a row
        As for ``match``; None and NaN are blank.

    Returns
    -------
    pandas.DataFrame
        One row a name, in order, with index 0 to n - 1: ``adm2_pcode`` and ``reason`` (None
        where there is none), ``method``, ``score`` (0 to 100), ``candidates`` (tuple of
        Candidate), ``note``.

    Raises
    ------
    ValueError
        The columns are of different lengths.
    """
    texts = _texts(names)
    columns = [
        _texts(column) if column is not None else [""] * len(texts) for column in (provinces, codes)
    ]
    dates = list(on) if on is not None else [None] * len(texts)
    queries: list[Query] = list(zip(texts, *columns, dates, strict=True))
    place = {query: number for number, query in enumerate(dict.fromkeys(queries))}
    rows = np.array([place[query] for query in queries], dtype=np.intp)
    told = {name: np.empty(len(place), dtype=object) for name in FINDINGS}
    parts = iter(place)
    for start in range(0, len(place), AT_ONCE):
        matches = _findings(list(islice(parts, AT_ONCE)), learned or Learned())
        for name, column in told.items():
            # Filled in, so that tuples do not become rows.
            column[start : start + len(matches)] = [getattr(one, name) for one in matches]
    findings = {name: column[rows] for name, column in told.items()}
    # As objects: None stays None, and a text is not made another kind of text.
    return pd.DataFrame(findings, dtype=object).astype({"score": float})


def _texts(column: Iterable[object]) -> list[str]:
    # A pandas column hands out its values one by one ten times as slowly as all at once.
    values = column.tolist() if isinstance(column, pd.Series) else column
    return [value if isinstance(value, str) else _text(value) for value in values]


def _text(value: object) -> str:
    return "" if value is None or value is pd.NA or value != value else str(value)


def _findings(queries: Sequence[Query], learned: Learned, *, alike: bool = True) -> list[Match]:
    """Return one finding a query: what each name says, what it is like, and what its code says."""
    provinces = [read_province(one[1]) for one in queries]
    parted = [_name_and_code(one[0], one[2]) for one in queries]
    findings = [
        _decided(name, query[1], learned)
        or _with_province(read_name(name, province, query[3]), query[1], province)
        for (name, _code), query, province in zip(parted, queries, provinces, strict=True)
    ]
    # Of a posting, what names its place may be like a district.
    places = [
        " ".join(postings.place_words(name)) if not one.adm2_pcode and not one.candidates else ""
        for (name, _code), one in zip(parted, findings, strict=True)
    ]
    unsure = [
        row
        for row, finding in enumerate(findings)
        if (finding.reason in _ASK_LIKENESS or places[row])
        and (alike or parted[row][1])  # a code beside it may bear out what it is like
    ]
    likely = similarity.candidates(
        [spelling.normalised(places[row] or parted[row][0]) for row in unsure],
        [provinces[row].codes for row in unsure],
    )
    for row, more in zip(unsure, likely, strict=True):
        # A station or a post is named as any village is: what is only somewhat like is not near.
        near = tuple(one for one in more if one.score >= VERY_LIKE) if places[row] else more
        findings[row] = _with_more(findings[row], near)
    return [
        pcodes.with_code(finding, code, province) if code else finding
        for finding, (_name, code), province in zip(findings, parted, provinces, strict=True)
    ]


def _name_and_code(name: str, code: str) -> tuple[str, str]:
    """Return the name without a P-code that stands in it, and the code: the one given, if any.

    Of a tehsil and its district of one name the latter is read.
    """
    inside, rest = pcodes.inside(_OF_TEHSIL_TOO.sub("", name))
    written = code if any(letter.isalnum() for letter in code) else inside
    return rest, pcodes.district_code(written) if written else ""


def _decided(name: str, province: str, learned: Learned) -> Match | None:
    """Return what needs no reading: that a name is too long, or what a person has decided."""
    if spelling.is_too_long(name):
        note = _("longer than any place's name: more than {number} letters")
        return unmatched(TOO_LONG, note.format(number=spelling.LONGEST))
    code = learned.pcode(name, province)
    return Match(code, "alias", 100.0, note=_("decided by a person")) if code else None


def _with_province(finding: Match, written: str, province: Province) -> Match:
    """Return the finding, unless the province beside the name is none that is known.

    One that is nearly the name of the district's own province is that, mistyped.
    """
    code = finding.adm2_pcode
    if code is None or province.codes or province.foreign or says_no_province(written):
        return finding
    own = province_names()[code]
    if ratio(spelling.folded(written), spelling.folded(own)) >= VERY_LIKE:
        return finding
    words = _("the province beside it is none that is known; {district} is in {province}")
    note = words.format(district=gazetteer.names()[code], province=own)
    return unmatched(PROVINCE_UNKNOWN, note, (candidate(code, 90.0, _("has this name")),))


def _with_more(finding: Match, more: tuple[Candidate, ...]) -> Match:
    """Return the finding with likely districts after those that it has for better reasons."""
    known = {known.adm2_pcode for known in finding.candidates}
    least = VERY_LIKE if known and finding.reason != PROVINCE_DISAGREES else similarity.LEAST
    new = tuple(one for one in more if one.adm2_pcode not in known and one.score >= least)
    candidates = (finding.candidates + new)[: similarity.AT_MOST]
    return unmatched(finding.reason or UNKNOWN, finding.note, candidates)
