"""Whose people the texts beside a table say that they are: those of the one district they name.

"Officers of District Kasur", "residents of Sialkot district", "all participants are from District
Bajaur". Where a training was held, who gave it and from which region people came is no home, and
nothing is told where a text speaks of others beside.
"""

import re
from collections.abc import Iterator, Sequence

from data.understanding.layout.titles.places.tables_of_districts import districts_told_apart
from geo.names.by_name import districts_among
from geo.names.matching import match

#: A column of the districts that are told so.
HOME_ABOVE = "District of the office above"
#: Who came to a training.
_WHO = r"(?:participants|trainees|attendees)"
#: What people of a district are called.
_STAFF = (
    r"(?:officers|officials|staff|employees|personnel|constables|jawans|force|prosecutors|patwaris"
    r"|teachers|inspectors|investigators)"
)
_RESIDENTS = r"(?:residents|inhabitants|dwellers|villagers|citizens)"
_PEOPLE = (
    rf"(?:{_STAFF}|{_RESIDENTS}|members|people|persons|volunteers|workers|women|men|girls|boys|youth"
    r"|secretaries(?: union councils?)?|advocates|lawyers|journalists|participants|trainees"
    r"|attendees|community)"
)
#: Where those who are the subject of a sentence are from: "were all posted in".
_ARE = r"(?:(?:are|were|is|was|all|also|each|only|have been) )*"
_COME_FROM = (
    r"(?:(?:living|residing|posted|serving|working) (?:and|or|&) )?"
    r"(?:from(?: within)?|(?:posted|deputed|stationed) (?:in|at)|serv(?:e|ed|ing) in"
    r"|work(?:ed|ing)? in|based in|resid(?:e|ed|ing) in|liv(?:e|ed|ing) in|belong(?:ing|s|ed)? to"
    rf"|hail(?:ing|ed)? from|c[oa]me from|coming from|domiciled in|(?:nominated|drawn) from"
    rf"|(?:the )?(?:{_RESIDENTS}|locals|natives) of)"
)
_FROM = rf"{_ARE}(?:of|{_COME_FROM})"
#: A part of the district that stands before it: "Investigation Wing, District Kasur".
_WITHIN = (
    r"(?:(?!\b(?:at|in|on|held|by|for|with|under|trained|during)\b)[\w&/.'-]+ ){1,6}?"
    r"(?<!province )"
)
_UNITS = (
    r"(?:wing|departments?|deptt?|branch|stations?|offices?|police|administration|bureau|authority"
    r"|unit|force|councils?|schools?|committees?|welfare|education|health|ucs?|tehsils?|talukas?"
    r"|villages?|areas?)"
)
#: "District Police Kasur: officials trained", whose own they are.
_OFFICES = (
    r"(?:(?:police|levies|health|education|social welfare|authority|office|department|unit) ){0,3}"
)
_WHERE = r"(?P<where>[^,;:()\[\]]+)"
#: "Training of Kasur District Police", and of no school or office of theirs.
_TRAINED_FORCE = (
    r"\b(?:trainings?|courses?|workshops?|lectures?|orientation|sensiti[sz]ation|building)"
    r" (?:of|for|to) (?:the )?"
)
_NO_FORCE = r"(?! (?:training|school|college|academy|lines?|office|headquarters?|hq|hall)\b)"
#: An officer of whom each district has one: "staff of DC Office, Kasur".
_ONE_EACH = (
    r"(?:d\.?c|dpo|dho|deo|dswo|deputy commissioner|district (?:police|health|education) officer)"
    r"(?:'?s)?(?: office)?,?"
)
#: The same in Urdu, where whose they are stands before them.
STAFF_IN_URDU = (
    r"(?:کے|کی|کا) (?:تمام )?(?:ملازمان|ملازمین|ملازم|افسران|اہلکاران|اہلکار|عملہ|اساتذہ"
    r"|شرکاء|شرکا)\b"
)
_WORDS_IN_URDU = r"(?:(?!(?:کے|کی|کا|سے|میں|نے|اور)\b)\w+ ){1,4}"
_DISTRICT = rf"(?:the )?(?:same )?district(?: police| administration| levies)? {_WHERE}"
_SAYS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_PEOPLE}(?: (?:and|&) \w+)? {_FROM} {_DISTRICT}",
        rf"\b{_PEOPLE} {_FROM} (?:the )?(?P<where>(?:[\w.-]+ ){{1,4}}district)\b(?! \w+ hall)",
        rf"\b{_PEOPLE} {_FROM} (?:the )?(?:{_WITHIN})?{_UNITS},? (?:of |in )?{_DISTRICT}",
        rf"\b{_RESIDENTS} {_FROM} (?:the )?(?:[\w&/.'-]+,? ){{1,6}}?(?:of |in )?{_DISTRICT}",
        rf"\b{_PEOPLE} {_FROM} (?:the )?(?:(?:tehsils?|talukas?|ucs?|union councils?)"
        rf" (?:[\w.-]+ ){{0,2}}[\w.-]+,? ){{1,2}}{_DISTRICT}",
        rf"\b{_STAFF} {_DISTRICT}",
        rf"\b{_WHO}(?: from)?\s*[:=(]\s*(?:all )?(?:of |from )?{_DISTRICT}",
        rf"\b{_WHO}\s*[:=(]\s*(?P<where>(?:[\w.-]+ ){{1,3}}district)\b(?! [a-z])",
        r"(?:^|[:;,(] ?|\b(?:of|for|to|attended by) )"
        rf"(?P<where>(?:(?!of |for |to |by )[\w.-]+ ){{1,3}}district) {_STAFF}\b",
        rf"\bdistrict (?:police |levies )?(?P<where>(?:[\w.-]+(?<!\w{{3}}\.) ){{1,4}}?)(?:police )?"
        rf"(?:{_STAFF}|participants|trainees|attendees)\b",
        rf"\b(?:{_STAFF}|all {_WHO}) {_FROM} (?:the )?(?P<where>(?:[\w.]+ ){{1,3}})police\b",
        rf"{_TRAINED_FORCE}(?P<where>(?:[\w.-]+ ){{1,4}})district (?:police|levies)\b{_NO_FORCE}",
        rf"{_TRAINED_FORCE}district (?:police|levies){_NO_FORCE} {_WHERE}",
        rf"\b{_STAFF} (?:of|from) (?:the )?(?:office of (?:the )?)?{_ONE_EACH} {_WHERE}",
        rf"\bضلع (?:پولیس |لیویز |انتظامیہ )?(?P<where>{_WORDS_IN_URDU}){STAFF_IN_URDU}",
        rf"(?:^|[،,:]\s*)(?P<where>{_WORDS_IN_URDU}?)پولیس {STAFF_IN_URDU}",
        rf"\b(?:شرکاء|شرکا) کا تعلق ضلع (?P<where>{_WORDS_IN_URDU})سے\b",
        rf"^(?:office of the )?district {_OFFICES}(?P<where>[\w .]{{3,30}}?)\s*[:–—-]\s*"
        rf"(?:nos?\.? of )?(?:[\w./]+ ){{0,2}}{_STAFF}\b[^,;]*\btrained\b",
        r"\b(?:(?:home|duty|posting) district|(?:district|place) (?:of|where) (?:all )?(?:the )?"
        rf"(?:{_WHO}|posting|posted|duty|residence)|participants'? district|posting)"
        rf"(?: of (?:all )?(?:the )?{_WHO}| of all| \(all\))?\s*[:=-]\s*(?:district )?{_WHERE}",
    )
]
#: "District Education Authority, Kasur" over "Teachers trained on referral, District Kasur".
_OWN_BODY = re.compile(
    r"^(?:office of the )?district (?:(?:police|levies|health|education|social welfare|authority"
    rf"|office|department|unit)[ ,]+){{1,3}}{_WHERE}$",
    re.IGNORECASE,
)
_TRAINED = re.compile(rf"^(?:\w+ ){{0,2}}{_STAFF} trained\b.*, district {_WHERE}$", re.IGNORECASE)
#: Who all are that came: "all (of the) 25 participants", "all of them", "everyone".
_EVERYONE = (
    rf"(?:all (?:of )?(?:the )?(?:\d+ )?(?:above )?(?:(?!resource )\w+ )?{_PEOPLE}"
    r"|all(?: of them)?|every(?:one|body))"
)
_NAMED = rf"(?:(?P<named>district)(?: police| administration| levies)? )?{_WHERE}"
#: What is said of all who came, in the language of the office: of these a district is one without
#: the word for it, too.
_ALL = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_EVERYONE} {_FROM} (?:the )?{_NAMED}",
        rf"\b{_WHO} {_ARE}{_COME_FROM} (?:the )?{_NAMED}",
        rf"\b{_WHO}\s*[:(]\s*all {_FROM} (?:the )?{_NAMED}",
        rf"\ball {_WHO}\s*[:=]\s*{_NAMED}",
        r"(?:شرکا[ءئ]?|شرکت کنندگان|افسران|اہلکار(?:ان)?|ارکان|اراکین"
        r"|\b(?:shura?k?aa?|participants))"
        r"(?: (?:کا|ka) (?:تعلق|taa?ll?uq))?(?: (?:صرف|sirf))?"
        r" (?:(?P<named>ضلع|zill?a|district) )?"
        r"(?P<where>[^\s:،,]+(?: [^\s:،,]+){0,4}?) (?:سے|کے|میں|se|ke|mein|main)\b",
        r"(?P<named>شرکا[ءئ]? کا ضلع)\s*[:=-]\s*(?P<where>[^:،,()]+)",
    )
]
_RESIDE = re.compile(rf"\b{_RESIDENTS} (?:of|from) {_WHERE}", re.IGNORECASE)
#: "Progress report: trainings of police staff on referral, District Kasur".
_OF_REPORT = re.compile(
    rf"\b(?:reports?|return|statement|nominal roll|list|summary|abstract)\b.*\bof (?:\w+ ){{0,3}}"
    rf"{_STAFF}\b[^,;]*, district(?: police)? {_WHERE}",
    re.IGNORECASE,
)
#: Where a name ends that stands before other words.
_ENDS = re.compile(
    r"\s+(?:held|at|on|in|for|who|was|were|is|are|has|have|trained|attend\w*|particip\w*|under|during"
    r"|only|alone|itself"
    r"|by|regarding|about|dated|from|to|imparted|undergoing|deputed|nominated|through|project)\b.*"
    r"|\s+[-–—|].*|[.!?](?:\s.*)?$|\s+\d.*",
    re.IGNORECASE | re.DOTALL,
)
#: Whoever gave a training is not who came; to whom it was given is.
GIVEN_BY = (
    r"\b(?:trained|organi[sz]ed|conducted|held|arranged|delivered|facilitated|imparted|given|hosted"
    r"|supported|led|compiled|prepared|supervised|addressed) by\b[^,;]*?(?=\bfor\b|\bto\b|[,;]|$)"
)
#: Nor is whoever helped with it or looked on.
OTHERS_THAN = re.compile(
    rf"{GIVEN_BY}"
    r"|\b(?:collaboration|coordination|support|assistance|help|courtesy|presence|supervision"
    r"|cooperation|chairmanship|along) (?:of|with|from)\b[^,;()]*"
    r"|\b(?:trainers?|resource persons?|facilitators?|guests?|copy|copies)"
    r"\s*(?:to\b|[:=-]).*"
    r"|\bvenue\s*[:=-](?:(?!\. ).)*"
    r"|\b(?:trainers?|resource persons?|facilitators?|guests?) (?:were|are|was|is|from|of)\b[^.;]*",
    re.IGNORECASE,
)
#: "In each district the participants were of the same district", "all are posted here".
_SAME = re.compile(
    rf"\b(?<!\bno )(?<!resource )"
    rf"(?:{_EVERYONE}|{_PEOPLE}|only those) (?:{_FROM} (?:(?:the |their |that )?"
    r"(?:same|own|respective|concerned|host|this|said|above|named|mentioned|relevant) districts?"
    r"|the district(?: itself| concerned| named| of the (?:training|session|workshop|venue)"
    r"|(?=\s*(?:[.;,)]|$|(?:w(?:ere|as) )?(?:invited|called|nominated|attended|trained)\b))))"
    rf"|{_ARE}(?:(?:posted|serving|working|based|living|residing) (?:here|locally)|local(?:s|ly)?))"
    r"\b(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
#: The district that such a text means: the one that is named so.
_MEANT = [
    re.compile(rf"\b(?:district\b|distt?\b\.?|zill?a\b|ضلع)\s*[:=-]?\s*{_WHERE}", re.IGNORECASE),
    re.compile(r"(?P<where>(?:[\w-]+ )?[\w-]+) district\b", re.IGNORECASE),
]
#: Words beside which not all are of the district; different batches are who came each time.
_NOT_ALL = re.compile(
    r"\b(?:most|mostly|majority|some|few|half|except|excluding|other than|besides|mainly|includ\w+"
    r"|as well as|others?|neighbou?r\w*|various|nearby"
    rf"|different(?! (?:batch\w*|groups?|sets?|{_PEOPLE}))|adjoining|both|respective|not"
    r"|zyada|زیادہ تر|اکثر|بیشتر|کچھ|بعض|علاوہ)\b"
    r"|\bdistricts\b|\b(?:دیگر|اضلاع|اور ضلع)\b",
    re.IGNORECASE,
)
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
_AND = re.compile(r"\s*(?:[,،/&]|\b(?:and|or|اور)\b)\s*(?P<next>[^,،;()/&]+)", re.IGNORECASE)
#: A district as it is written in short: "Distt. Sialkot", "Distt: Sialkot".
_SHORT = re.compile(r"\bdistt?(?:\b[.:]?|\.)\s*(?=\w)", re.IGNORECASE)
#: Offices of one district are several, and yet all of it.
_ITS_OFFICES = re.compile(
    r"\b(?:various|different|all|several) (?=(?:[\w-]+ )?(?:departments|offices|tehsils|talukas|ucs"
    r"|union councils|villages|police stations)\b)",
    re.IGNORECASE,
)
MOST_WORDS = 4
#: The district in the name of a column of people: "Participants (Badin district) Male", "No. of
#: participants from Neelum", "From Kech: Male".
_IN_NAMES = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[(\[](?:from |of )?(?:the )?(?:district|distt?\.?) (?P<where>[^()\[\]]+)[)\]]",
        r"[(\[](?:from |of )?(?:the )?(?P<where>[^()\[\]]+?) (?:district|distt?\.?)[)\]]",
        r"[(\[](?:all )?from (?P<where>[^()\[\]]+)[)\]]",
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
    found |= _of_own_body(above) | _of_same_district([*above, *below])
    if not any(map(_NOT_ALL.search, above)):
        found |= {*map(_district, districts_told_apart(above))}
    return found.pop() if len(found) == 1 else ""


def are_of_same_district(texts: Sequence[str]) -> bool:
    """Tell whether a text says that the people of each training were of its own district."""
    said = [found for text in texts if (found := _SAME.search(" ".join(text.split())))]
    return bool(said) and not any(
        _NOT_ALL.search(one.string[: one.start()] + " " + one["rest"]) for one in said
    )


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


def _meant(where: str) -> Iterator[str]:
    """Yield each district that a text begins or ends with, beside "district"."""
    last = where.split()[-1:]  # nothing stands beside "of the same district" alone
    yield from filter(None, (_named(where, whole=False)[0], *map(_district, last)))


def district_of_letterhead(text: str) -> str:
    """Return the P-code of the district whose office, as of health, a text is; else blank."""
    office = _OWN_BODY.match(" ".join(text.split()))
    return _district(office["where"].strip(" .")) if office else ""


def _of_own_body(above: Sequence[str]) -> frozenset[str]:
    """Return the district whose body heads a table of its staff trained in it; else none."""
    bodies, staff = (
        {_district(one["where"].strip(" .")) for text in above if (one := how.match(text))}
        for how in (_OWN_BODY, _TRAINED)
    )
    both = (bodies | staff) - {""}
    return frozenset(both) if bodies and bodies == staff else frozenset()


def _homes(text: str, *, all_of_them: bool) -> Iterator[str]:
    """Yield the districts of whose people a text speaks; a blank where it speaks of others too."""
    whole_text = _SHORT.sub("district ", " ".join(text.split()))
    text = _ITS_OFFICES.sub("", OTHERS_THAN.sub(" ", whole_text))
    text = _PART_OF_CITY.sub(
        r"District \g<city>\g<whole> \g<part>\g<own>", _COLON.sub(r"\1 ", text)
    )
    said = [(one, True) for how in _ALL for one in how.finditer(text)]
    if not all_of_them:
        said += [(one, False) for how in (*_SAYS, _OF_REPORT) for one in how.finditer(text)]
        said += [(one, True) for one in _RESIDE.finditer(text)]
    for one, whole in said:
        code, rest = _named(one["where"], whole=whole and not one.groupdict().get("named"))
        before = one[0][: one.start("where") - one.start()]
        if code and not _LARGER.search(before):
            yield code
            if _NOT_ALL.search(text) or _more(rest + text[one.end() :]):
                yield ""


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
    found = match(text, alike=False)
    return found.adm2_pcode or "" if found.method in ("exact", "alias") else ""


def _more(rest: str) -> bool:
    """Tell whether another district follows the one that is named: "of District Kasur, Okara"."""
    following = _AND.match(rest)
    words = following["next"].removeprefix("District ").split()[:MOST_WORDS] if following else []
    return any(_district(" ".join(words[:n])) for n in range(1, len(words) + 1))
