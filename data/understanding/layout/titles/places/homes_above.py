"""Whose people the texts beside a table say that they are: those of the one district they name.

"Officers of District Kasur", "residents of Sialkot district", "all participants are from District
Bajaur". Where a training was held, who gave it and from which region people came is no home, and
nothing is told where a text speaks of others beside.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from data.understanding.layout.titles.places.people_of_districts import (
    ALL,
    COMMITTEE,
    DENIED,
    GUESTS,
    LETTER,
    LETTERHEAD,
    NOT_ALL,
    NOT_THEY,
    OF_REPORT,
    OWN_BODY,
    RESIDE,
    SAME,
    SAYS,
    THIS_DISTRICT,
    TRAINED,
    WHERE,
)
from data.understanding.layout.titles.places.tables_of_districts import districts_told_apart
from geo.names.by_name import districts_among
from geo.names.matching import match

#: A column of the districts that are told so.
HOME_ABOVE = "District of the office above"
#: Where a name ends that stands before other words.
_ENDS = re.compile(
    r"\s+(?:held|at|on|in|for|who|was|were|is|are|has|have|trained|attend\w*|particip\w*|under|during"
    r"|only|alone|itself"
    r"|by|regarding|about|dated|from|to|imparted|undergoing|deputed|nominated|through|project)\b.*"
    r"|\s+[-–—|].*|[.!?](?:\s.*)?$|\s+\d.*",
    re.IGNORECASE | re.DOTALL,
)
_GIVEN_BY = (
    r"\b(?:(?:trained|organi[sz]ed|conducted|held|arranged|delivered|facilitated|imparted|given"
    r"|hosted|supported|led|compiled|prepared|supervised|addressed) by\b"
    # "Training on the law by officials of FIA"; those by whom it was attended came.
    r"|(?<!attended )(?<!joined )(?<!received )(?<!completed )(?<!availed )(?<!represented )"
    r"(?<!signed )by (?:the )?(?:[\w.&/-]+ ){0,3}?"
    r"(?:officers|officials|personnel|staff|team|experts|trainers|members|faculty)\b)"
    r"[^,;]*?(?=\bfor\b|\bto\b|[,;]|$)"
)
#: Whoever gave a training is not who came; to whom it was given is.
GIVEN_BY = re.compile(_GIVEN_BY, re.IGNORECASE)
_HELP = (
    r"(?:support|assistance|help|funding|funds|collaboration|coordination|cooperation|partnership)"
)
#: Nor is whoever helped with it or looked on.
OTHERS_THAN = re.compile(
    # In brackets whole: "(with IOM support)", "(in collaboration with FIA)".
    rf"\((?:with|in|under|through)\b(?:[^()]*\b)?{_HELP}(?:\s*|\s+(?:of|from|with|by)\b[^()]*)\)"
    rf"|{_GIVEN_BY}"
    rf"|\bwith (?:(?!(?:and|on|for|in|of|to|about|who)\b)[\w.&/’'-]+ ){{1,4}}{_HELP}"
    r"(?=\s*(?:[,;.)–—-]|$|\b(?:in|at|on|held|from)\b))"
    r"|\b(?:collaboration|coordination|support|assistance|help|courtesy|presence|supervision"
    r"|cooperation|chairmanship|partnership|along) (?:of|with|from|by)\b[^,;()]*"
    r"|\bunder (?:the )?(?:[\w.&/–-]+ ){1,6}?(?:programme|program|project|initiative|component)\b"
    r"|\b(?:trainers?|resource persons?|facilitators?|guests?|copy|copies)"
    r"\s*(?:to\b|[:=-]).*"
    r"|\bvenue\s*[:=-](?:(?!\. ).)*"
    r"|\b(?:trainers?|resource persons?|facilitators?|guests?) (?:were|are|was|is|from|of)\b[^.;]*",
    re.IGNORECASE,
)
#: The district that such a text means: the one that is named so.
_MEANT = [
    re.compile(rf"\b(?:district\b|distt?\b\.?|zill?a\b|ضلع)\s*[:=-]?\s*{WHERE}", re.IGNORECASE),
    re.compile(r"(?P<where>(?:[\w-]+ )?[\w-]+) district\b", re.IGNORECASE),
]
#: A body of a district, whose name ends with it: "District Vigilance Committee Kasur".
_BODY = re.compile(
    r"(?:[\w-]+ ){0,5}(?:committee|ahtc|dvc|association|bar|jail|hospital|courts?|council|authority"
    r"|club|unit|office|department) (?P<place>[\w .]+)",
    re.IGNORECASE,
)
#: Larger than a district, or a building that is named by one.
_NO_DISTRICT = re.compile(
    r"\b(?:regions?|range|division(?:al)?|zone|zonal|circle|province|training|workshop|session|seminar"
    r"|course|level|hall|complex|road|hotel|centre|center|school|college|academy|campus)\b",
    re.IGNORECASE,
)
_LARGER = re.compile(r"\b(?:regions?|range|division|zone|circle|province)\b", re.IGNORECASE)
#: "All work in: Karachi, District West" and "District West, Karachi".
_COLON = re.compile(r"\b(in|at|from|of|to)\s*[:=]\s*", re.IGNORECASE)
_PART_OF_CITY = re.compile(
    r"\b(?P<city>karachi),? (?:district|distt?\.?) (?P<part>\w+)"
    r"|\b(?:district|distt?\.?) (?P<own>\w+),? (?P<whole>karachi)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:[,،/&]|\b(?:and|or|aur|اور)\b)\s*(?P<next>[^,،;()/&]+)", re.IGNORECASE)
#: "The District Anti-Human Trafficking Committee (DAHTC) Kasur", whose name ends with it; "Zila
#: Committee Insdad-e-Insani Smuggling, Zila Kasur".
_COMMITTEE_OF = re.compile(
    r"\bdistrict (?:(?!district\b|- )[\w/&-]+ ){0,5}committee(?: \(\w+\))?(?=,? (?:of )?\w)"
    r"|\bzill?[ae](?:i|e)? committee(?: bara[aeiy]+)? (?:barae )?inse?daa?d[- ]?[\w-]*"
    r"(?: insani)? (?:smuggling|traffick\w+)(?=,? \w)",
    re.IGNORECASE,
)
#: Signs of vowels in Urdu, which most leave out: "انسدادِ".
_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0670]")
_SENTENCES = re.compile("\\.\\s|\u06d4")
#: A district as it is written in short: "Distt. Sialkot", "Distt: Sialkot".
_SHORT = re.compile(r"\bdistt?(?:\b[.:]?|\.)\s*(?=\w)", re.IGNORECASE)
#: Those before the name of a district, whose points end no sentence: "D.I. Khan", "T. T. Singh".
_INITIALS = re.compile(r"\b(?P<first>[A-Z])\. ?(?P<second>[A-Z])\.?(?= [A-Z])")
#: Offices of one district are several, and yet all of it.
_ITS_OFFICES = re.compile(
    r"\b(?:various|different|all|several) (?=(?:[\w-]+ )?(?:departments|offices|tehsils|talukas|ucs"
    r"|union councils|villages|police stations)\b)",
    re.IGNORECASE,
)
#: "Training 1: DAHTC Kasur, 7 May", whose members it was most likely for.
_COMMITTEE_NAMED = re.compile(rf"(?:^|[:–—-]\s*)(?:the )?dahtcs?,? (?:district )?{WHERE}", re.I)
MOST_WORDS = 4
#: So long is a line of a letter of which the next is the rest.
LONG_LINE = 60
#: The district in the name of a column of people: "Participants (Badin district) Male", "No. of
#: participants from Neelum", "From Kech: Male".
_IN_NAMES = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[(\[](?:from |of )?(?:the )?(?:district|distt?\.?) (?P<where>[^()\[\]]+)[)\]]",
        r"[(\[](?:from |of )?(?:the )?(?P<where>[^()\[\]]+?) (?:district|distt?\.?)[)\]]",
        r"[(\[](?:all )?(?:from|(?:posted|serving|working) (?:at|in)) (?:district )?"
        r"(?P<where>[^()\[\]]+)[)\]]",
        r"\b(?:from|of) (?:the )?(?:district |distt?\.? )(?P<where>[^():;,–—-]+?)(?=\s*[:;,–—-]|$)",
        r"\b(?:from|of) (?:the )?(?P<where>[^():;,–—-]+?) district\b",
        r"\bfrom (?P<where>[^():;,–—-]+?)(?=\s*[:;,–—-]|\s+(?:fe)?male\b|\s+(?:wo)?men\b|$)",
    )
]


def home_in_name(name: str) -> tuple[str, str]:
    """Return the district that the name of a column of people tells, and the name without it.

    Blank where it tells none: people "at Kech" or "in Kech" were trained there.
    """
    text = " ".join(name.split())
    for how in _IN_NAMES:
        found = how.search(text)
        if found and (code := _district(found["where"].strip(" ."))):
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            return code, " ".join(rest.split()).strip(" :;,–—-")
    return "", text


def home_told(above: Sequence[str], below: Sequence[str] = ()) -> str:
    """Return the P-code of the one district of whose people all the texts speak; else blank.

    Below a table only what is said of all counts: a letter has copies and signatures there.
    """
    found = {code for text in above for code in _homes(text, all_of_them=False)}
    found |= {code for text in below for code in _homes(text, all_of_them=True)}
    found |= {code for text in _gone_on(above) for code in _homes(text, all_of_them=True)}
    found |= _of_own_body(above) | _of_same_district([*above, *below]) | _of_writer(above)
    if not any(NOT_ALL.search(text) or DENIED.search(text) for text in above):
        found |= {*map(_district, districts_told_apart(above))}
    return found.pop() if len(found) == 1 else ""


def _gone_on(texts: Sequence[str]) -> list[str]:
    """Return lines of a letter each with the next, in which its last sentence may go on."""
    return [f"{text} {behind}" for text, behind in pairwise(texts)
            if len(text) >= LONG_LINE and text.rstrip()[-1:].isalnum()]  # fmt: skip


def committee_named(texts: Sequence[str]) -> str:
    """Return the P-code of the district whose committee alone texts name; else blank."""
    found = {_named(one["where"], whole=False)[0] for text in texts
             for one in _COMMITTEE_NAMED.finditer(" ".join(text.split()))}  # fmt: skip
    return found.pop() if len(found) == 1 else ""


def are_of_same_district(texts: Sequence[str]) -> bool:
    """Tell whether a text says that the people of each training were of its own district."""
    said = [found for text in texts if (found := SAME.search(" ".join(text.split())))]
    around = [part for one in said
              for part in (one.string[: one.start()], one.string[one.start("rest") :])]  # fmt: skip
    others = any(NOT_ALL.search(part) or NOT_THEY.search(part) for part in around)
    return bool(said) and not others and not any(map(GUESTS.search, texts))


def are_of_its_committee(texts: Sequence[str]) -> bool:
    """Tell whether a text says that the members of the committee of the district came, alone."""
    said = [text for text in texts if COMMITTEE.search(" ".join(text.split()))]
    others = any(NOT_ALL.search(text) or DENIED.search(text) for text in said) or any(
        map(GUESTS.search, texts)
    )
    return bool(said) and not others


def _of_same_district(texts: Sequence[str]) -> frozenset[str]:
    """Return the one district that is named where a text says that all are of the same; else none.

    Other districts beside leave open which is meant.
    """
    if not are_of_same_district(texts):
        return frozenset()
    said = [one["where"] for text in texts for how in _MEANT
            for one in how.finditer(" ".join(text.split()))]  # fmt: skip
    meant = {code for where in said for code in _meant(where)} | districts_among(texts)
    return frozenset(meant) if said and len(meant) == 1 else frozenset()


def _of_writer(above: Sequence[str]) -> frozenset[str]:
    """Return the district whose office heads a letter on people "of this district"; else none."""
    if not are_of_same_district([text for text in above if THIS_DISTRICT.search(text)]):
        return frozenset()
    heads = takewhile(lambda text: not LETTER.match(text), above)
    found = {_district(one["where"].strip(" .")) for text in heads
             if (one := LETTERHEAD.match(" ".join(text.split())))}  # fmt: skip
    return frozenset(found - {""})


def _meant(where: str) -> Iterator[str]:
    """Yield each district that a text begins or ends with, beside "district"."""
    last = where.split()[-1:]  # nothing stands beside "of the same district" alone
    yield from filter(None, (_named(where, whole=False)[0], *map(_district, last)))


def district_of_letterhead(text: str) -> str:
    """Return the P-code of the district whose office, as of health, a text is; else blank."""
    office = OWN_BODY.match(" ".join(text.split()))
    return _district(office["where"].strip(" .")) if office else ""


def _of_own_body(above: Sequence[str]) -> frozenset[str]:
    """Return the district whose body heads a table of its staff trained in it; else none."""
    bodies, staff = (
        {_district(one["where"].strip(" .")) for text in above if (one := how.match(text))}
        for how in (OWN_BODY, TRAINED)
    )
    both = (bodies | staff) - {""}
    return frozenset(both) if bodies and bodies == staff else frozenset()


def _homes(text: str, *, all_of_them: bool) -> Iterator[str]:
    """Yield the districts of whose people a text speaks; a blank where it speaks of others too."""
    text = _VOWEL_SIGNS.sub("", text)
    bare = _INITIALS.sub(r"\g<first>\g<second>", " ".join(text.split()))
    whole_text = _SHORT.sub("district ", bare)
    text = _ITS_OFFICES.sub("", OTHERS_THAN.sub(" ", _COMMITTEE_OF.sub("DAHTC", whole_text)))
    text = _PART_OF_CITY.sub(
        r"District \g<city>\g<whole> \g<part>\g<own>", _COLON.sub(r"\1 ", text)
    )
    said = [(one, True) for how in ALL for one in how.finditer(text)]
    if not all_of_them:
        said += [(one, False) for how in (*SAYS, OF_REPORT) for one in how.finditer(text)]
        said += [(one, True) for one in RESIDE.finditer(text)]
    for one, whole in said:
        code, rest = _named(one["where"], whole=whole and not one.groupdict().get("named"))
        before = one[0][: one.start("where") - one.start()]
        if code and not _LARGER.search(before):
            yield code
            others = NOT_ALL.search(text) or DENIED.search(_sentence(text, one))
            if others or _more(rest + text[one.end() :]):
                yield ""


def _sentence(text: str, found: re.Match[str]) -> str:
    """Return the sentence that begins, or goes on, with what was found in a text."""
    return _SENTENCES.split(text[: found.start()])[-1] + _SENTENCES.split(text[found.start() :])[0]


def _named(where: str, *, whole: bool) -> tuple[str, str]:
    """Return the district that begins a text, or with ``whole`` is all of it, and what follows."""
    bare = _ENDS.sub("", f"{where} ").strip(" .-")
    if not bare or _NO_DISTRICT.search(bare):
        return "", ""
    words = bare.split()
    lengths = [len(words)] if whole else range(min(len(words), MOST_WORDS), 0, -1)
    for length in lengths:
        if code := _district(" ".join(words[:length])):
            return code, "".join(f" {word}" for word in words[length:])
    body = None if whole else _BODY.fullmatch(bare)
    return (_district(body["place"]), "") if body else ("", "")


def _district(text: str) -> str:
    """Return the district that a text is, and no more than one; else blank."""
    if _AND.search(f"{text} -"):
        return ""
    return match(text, alike=False).named_code


def _more(rest: str) -> bool:
    """Tell whether another district follows the one that is named: "of District Kasur, Okara"."""
    following = _AND.match(rest)
    words = following["next"].removeprefix("District ").split()[:MOST_WORDS] if following else []
    return any(_district(" ".join(words[:n])) for n in range(1, len(words) + 1))
