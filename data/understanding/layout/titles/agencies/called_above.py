"""By which names alone the texts above a table call those whom it lists."""

import re
from collections.abc import Sequence

from data.records.calendar.months import MONTHS
from data.records.model import UNTOLD_AGENCY
from data.review.agencies.agencies import CIVIL, agencies_of_post, called_as, find_agency
from data.sheets.fields import plain
from data.understanding.layout.titles.places.homes_above import GIVEN_BY
from geo.names.known_names import names_within

#: A month or a part of a year behind a comma.
WHEN = (
    rf"(?:{'|'.join(f'{month}|{month[:3]}' for month in MONTHS)}|sept|fy|financial"
    r"|(?:position|status) as (?:on|of)"
    r"|(?:the )?(?:(?:1st|2nd|3rd|4th|first|second|third|fourth|last) )?(?:quarter|half|year))"
)
#: "Staff (all FIA)", "(police only)" by no more than its name: whoever is "(all except FIA)" is of
#: others.
_ALL_NAMED = re.compile(
    r"\((?:(?:they are )?all (?:are )?|(?=only |[^()]* only\))(?:only )?)(?P<who>[^()]{2,60}?)"
    r"(?: (?:officers|officials|staff|personnel|employees))?(?: only)?\)",
    re.IGNORECASE,
)
_WORDS = r"(?:(?!(?:and|or|of|for|with|by|to|on|in|at|from|against)\b)[\w-]+ )"
_NOBODY_BESIDE = (
    r"(?!\s*(?:\b(?:and|or|with)\b|[&/+]|,[^,]*\b(?:officers|officials|staff|members)\b))"
)
#: "All participants: Police", "Staff of prosecution participated", "List of participants - Levies".
_OF_NAMED = (
    re.compile(
        r"(?<!not )(?<!nearly )(?<!almost )\b"
        r"(?:all (?:of )?(?:the )?(?:participants|trainees|attendees)"
        r"|every(?:one|body)(?: trained| listed)?"
        r"|(?:agency|department) of (?:all )?(?:the )?participants"
        r"|participants['’]? (?:agency|department))\s*(?:\b(?:are|were|is|was)\b|[:=–—-])\s*"
        r"(?:(?:all|from|of|the) ){0,3}(?P<who>\w[\w &-]{1,60}?)(?: only)?\s*[.)]*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[(:،])\s*(?:تمام |سب )?(?:شرکاء|شرکا) (?:کا تعلق )?(?P<who>\w+(?: \w+){0,3}?)"
        r" (?:سے|کے|کی) (?:ہے|تھا|ہیں|تھے)\s*[\u06d4.)]*$"
    ),
    re.compile(
        r"\b(?:officers|officials|staff|personnel|employees|members) (?:of|from) (?:the )?"
        r"(?P<who>\w+(?: \w+){0,3}?)(?=\s*(?:[.;:(]|$"
        rf"|,\s*(?:\d|{WHEN}\b)"
        r"|\b(?:who|have|participated|attended|trained|were|in|at|on)\b))",
        re.IGNORECASE,
    ),
    # "Staff of Crisis Centres (Social Welfare Department) trained on the law", and of no other.
    re.compile(
        r"(?<!by )(?<!with )(?<!and )(?<!or )(?<!& )"
        r"\b(?:officers|officials|staff|personnel|employees) of (?:the )?"
        r"(?:(?!(?:and|or|for|with|by|to|on|in|at|from|against)\b)[\w'’.-]+ ){1,5}"
        r"\((?P<who>[^()\d]{2,60})\)(?=\s*(?:[.;:–—-]|$|,\s*\d"
        r"|\b(?:who|have|participated|attended|were|in|at|on)\b"
        r"|\btrained(?=\s*(?:$|[:;.(–—-]|(?:on|in|at|under|during|from)\b))))",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:nominal )?(?:list|roll) of (?:the )?(?:participants|trainees|attendees|officers"
        r"|officials|staff)\s*[:–—-]\s*(?P<who>[\w ]{2,60}?)\s*(?:[,;(]|$)",
        re.IGNORECASE,
    ),
    # "Training of Social Welfare Department field staff on the law".
    re.compile(
        r"\b(?:training|course|workshop|session|orientation)s? (?:of|for) (?:the )?"
        rf"(?P<who>{_WORDS}{{1,4}}(?:department|deptt?))\.? (?:(?:field|front ?line|female|male"
        r"|senior|junior) )?(?:staff|officers|officials|personnel|employees)\b" + _NOBODY_BESIDE,
        re.IGNORECASE,
    ),
    # "Police afsaran ki zila war tadaad": of them is what is listed or counted.
    re.compile(
        r"(?<!aur )\b(?P<who>police|levies|fia) (?:afsaran|ah[ae]?lkaran|mulaz[ie]meen|jawano?n?)"
        r" k[ia] (?:zill?a[ -]?wa+r )?(?:tada+d|fehrist|ha+z[ia]?ri|tarbiyat|training)\b(?! aur\b)",
        re.IGNORECASE,
    ),
)
#: "All participants are officers of this department", of which the texts name one alone.
OF_THIS_DEPARTMENT = re.compile(
    r"(?<!not )(?<!nearly )(?<!almost )\b(?:all (?:of )?(?:the )?(?:participants|trainees|attendees"
    r"|them)|all|every(?:one|body)) (?:are|were|is|was|belong(?:ed|s)? to)\b[^.;:]{0,60}?\b"
    r"(?:this|our|the same) (?:department|agency|force|directorate)\b",
    re.IGNORECASE,
)
#: A part of an agency by its place: "officials of FIA South Punjab Zone", "of FIA Zone Multan".
_PART_OF = re.compile(
    r" (?:(?:[\w-]+ ){0,3}(?:zone|circle|region|range)"
    r"|(?:zone|circle|region|range)(?: [\w-]+){1,2})$",
    re.IGNORECASE,
)
#: The label of an agency, alone or behind others: "14 May 2024, Hotel One. Agency: Civil society".
_LABELLED = re.compile(
    r"(?:^|[.;,|(]\s*)(?:agency|agencies|department|deptt?|mehka?ma|محکمہ)"
    r"(?: (?:for|of|in) (?:the |this )?(?:return|report|list|form|participants))?\s*[:=]\s*"
    r"(?P<who>[\w &-]{2,60}?)\s*(?:[.;,|)]|\(all\b|$)",
    re.IGNORECASE,
)
#: "Seminar for FIA AHT circles": its offices, of which no other agency has any.
FOR_CIRCLES = re.compile(
    r"\b(?:training|course|workshop|session|orientation|refresher|seminar|lecture|class|classe|tot)s?"
    r"\b:?[^,;:()]*?\b(?:for|of) (?:the |all )*(?P<who>fia(?: (?:aht[cs]?|ahs|anti[ -]human"
    r"[ -](?:trafficking|smuggling)))? (?:circles?|zones?))"
    r"\s*(?:[.;(\d]|$|,\s*\d|\b(?:at|held|dated|on|in|regarding)\b)",
    re.IGNORECASE,
)
#: What a training may be on, too, and a list then.
TOPICS = frozenset(["child protection", "human rights", "health", "education", "labour",
                          "labor", "media", "information"])  # fmt: skip
#: "DPO/SSP nominees": whom an office sent that sends none but its own.
_POSTS = re.compile(r"[A-Z]{2,5}")
_NOMINEES = re.compile(r"\b(?P<who>(?:[A-Z]{2,5}\s*[/&,]\s*)*[A-Z]{2,5})(?:'s)? nominees\b")
_MEMBERS = r"(?:members|office[ -]bearers|volunteers|activists|representatives|workers)"
_CAME = r"(?:who|attending|attended|participating|participated|trained|present)\b"
#: Whose members a list is of, and nobody's beside: "List of union members (civil society)", "List
#: of Bar Association members who attended", "Roll of members of the Chamber of Trade trained".
MEMBERS_OF = tuple(
    re.compile(how + _NOBODY_BESIDE, re.IGNORECASE)
    for how in (
        rf"\b{_MEMBERS}\s*\((?!(?:by|with|on|at|in|for|from)\b)(?P<who>[^()\d]{{2,40}})\)",
        rf"\b(?:list|roll|names) of (?:the |all )*(?P<who>{_WORDS}{{1,4}}){_MEMBERS} {_CAME}",
        rf"\b(?:list|roll|names) of (?:the |all )*{_MEMBERS} of (?:the )?"
        rf"(?P<who>{_WORDS}{{1,5}}?){_CAME}",
        # "Social Welfare Department KP: training of its field staff on the law".
        r"^(?P<who>[^:;]{3,60}?)\s*(?::|\s[-–—])\s*(?:[\w-]+ ){0,3}?"
        r"(?:training|course|workshop|session|orientation)s? (?:of|for) its (?:own )?"
        r"(?:field |front ?line )?(?:staff|officers|officials|personnel|employees)\b",
    )
)
#: Under the name of a union, its people: "List of union representatives trained".
_OF_UNION = re.compile(
    rf"\b(?:list|roll|names) of (?:the |all )*(?:union|federation) {_MEMBERS} {_CAME}"
    + _NOBODY_BESIDE,
    re.IGNORECASE,
)
#: Words before a training that is of all: no funds, and neither a next one nor some of several.
_EACH = (
    r"(?:(?!(?:no|not|some|(?:one|two)(?![ -]day)|half|most|few|first|last|next|another|other|of)"
    r"\b)[^\W\d][\w-]* |\d-days? ){0,4}?"
)
_PEOPLE = r"(?:members|representatives|activists|workers|volunteers)"
_SOCIETY = (
    r"(?:civil society|csos?|ngos?|cbos?|(?:community[- ]based|civil society) organi[sz]ations)"
    r"(?: organi[sz]ations?)?"
)
#: "Session for members of local civil society organisations", and "Civil society orientation".
_OF_SOCIETY = re.compile(
    r"(?:^\W*(?:(?P<giver>[^\W\d][\w .&]{2,60}) [-–—:] ?)?(?:only for|for|"
    rf"{_EACH}(?:training|session|workshop|orientation|course)s?"
    r"(?: (?:was|were))?(?: only)? (?:for|of))(?: (?:only|the|local|\d+))*"
    r"(?: members of)?(?: (?:local|the))?"
    rf" (?:{_SOCIETY}(?: {_PEOPLE}|(?<=organi[sz]ations))|{_PEOPLE} of (?:the |local )*{_SOCIETY})"
    r"|^civil society (?:orientation|training|workshop|sensiti[sz]ation|refresher)"
    rf"|^{_SOCIETY} {_PEOPLE}"
    r" (?:attending|who (?:attended|participated)"
    r"|trained(?=\s*(?:$|[:;.(]|(?:on|in|at|under|during|from)\b)))"
    r"|(?<!not )\ball (?:of )?(?:the )?(?:participants|trainees|attendees|them) (?:are|were)"
    rf" {_PEOPLE} of (?:the |local )*{_SOCIETY}"
    r"|(?:سول سوسائٹی|این جی اوز?) (?:کے|کی)"
    r" (?:ارکان|اراکین|نمائندوں|کارکنان|کارکنوں|رضاکاروں|تنظیموں)(?= (?:کی تربیت|کے لی[ےئ]))"
    r"|تربیت برائے (?:ارکان|اراکین|نمائندگان|کارکنان|رضاکاران) سول سوسائٹی"
    rf"|{_SOCIETY} k[aei]y? (?:arkan|ara?keen|numaind\w+|kark[uo]n\w*|ra[zd]+a?kar\w*)"
    r" ki (?:tarbiyat|training))"
    r"\b(?:\s*\((?:(?:community |local )?(?:volunteers|activists)|civil society)\))?"
    r"(?!\s*(?:[&/+(:]|[,،](?!\s*\d))"
    r"|.*(?:\b(?:will|postponed|cancelled|and|as well|along|with|to|not|except)\b|اور))",
    re.IGNORECASE,
)
#: An office that heads what stands under it, and says no word of people or of a training.
_OFFICE_ALONE = re.compile(
    r"(?!.*\b(?:train\w*|course|workshop|session|seminar|orientation|list|participants|attend\w*"
    r"|officers|officials|staff|employees|personnel|members|workers)\b)[\w&., ]{2,40}"
    r" (?:department|directorate|bureau|authority)\b[\w&., ]*$",
    re.IGNORECASE,
)
#: What a training is on, of which no word is of people: "on safe migration and trafficking".
_TOPIC = re.compile(
    r"\b(?:on|regarding|about)\b(?! \d)(?:(?!\b(?:(?:police|wo)?m[ae]n|officers?|officials?|staff"
    r"|personnel|members?|workers?|volunteers?|activists?|representatives?|teachers?|students?"
    r"|lawyers?|advocates?|journalists?|media|youth|owners|elders|leaders|others?|parents|girls"
    r"|boys|nurses|councillors|(?:postponed|cancelled|attended|joined|for|who))\b)[^;:()])*$",
    re.IGNORECASE,
)
#: Where it was: "Training of NGOs, Dadu, 6 June 2023", if that is a place.
_PLACE = re.compile(r",\s*(?P<place>[^\W\d_]+(?: [^\W\d_]+)?)(?=\s*(?:[,(–—-]|$))")
_IN_TOPIC = re.compile(r"\b(?:and|to|with)\b", re.IGNORECASE)


def called_above(texts: Sequence[str]) -> frozenset[str]:
    """Return the agencies by whose bare names texts call the people of a list.

    So do those of the posts that nominated them, where these are all of one agency.
    """
    named = (*_OF_NAMED, _ALL_NAMED)
    heads = [one for text in texts for how in named if (one := how.search(GIVEN_BY.sub("", text)))]
    names = {head["who"] for head in heads if plain(head["who"]) not in TOPICS}
    sent = [_POSTS.findall(one["who"]) for text in texts for one in _NOMINEES.finditer(text)]
    told = {agency for posts in sent for one in posts for agency in agencies_of_post(one)}
    told |= {agency for name in names
             if (agency := called_as(name) or called_as(_PART_OF.sub("", name)))}  # fmt: skip
    told -= {UNTOLD_AGENCY}
    return frozenset(told)


def labelled_above(texts: Sequence[str]) -> frozenset[str]:
    """Return the agencies that stand behind a label of one: "Agency: Civil society"."""
    names = {found["who"] for text in texts for found in _LABELLED.finditer(text)}
    return frozenset(called_as(name) or find_agency(name).agency or UNTOLD_AGENCY for name in names)


def without_giver(text: str) -> str:
    """Return a text without whoever it is headed by, of a training for a society's people.

    Nothing is left of the name of an office alone, which heads what it wrote.
    """
    if _OFFICE_ALONE.match(text):
        return ""
    found = _OF_SOCIETY.search(text)
    return text[found.end("giver") :] if found and found["giver"] else text


def society_above(texts: Sequence[str], named: frozenset[str]) -> str:
    """Return civil society where a text is of its people or a union's, and no other is named.

    ``named`` are the agencies that the texts name.
    """
    if named != {CIVIL}:
        return ""
    bare = (_PLACE.sub(lambda one: "" if plain(one["place"]) in names_within() else one[0], text)
            for text in texts)  # fmt: skip
    bare = (_TOPIC.sub(lambda topic: _IN_TOPIC.sub(",", topic[0]), text) for text in bare)
    theirs = any(_OF_SOCIETY.search(text) or _OF_UNION.search(text) for text in bare)
    return CIVIL if theirs else ""
