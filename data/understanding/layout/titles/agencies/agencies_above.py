"""Whose participants the texts above a table say that they are: those of one agency."""

import re
from collections.abc import Iterator, Sequence

from data.records.model import UNTOLD_AGENCY
from data.review.agencies.agencies import (
    CIVIL,
    agencies_named,
    agencies_of_post,
    find_agency,
)
from data.sheets.fields import LONGEST_NAME, plain
from data.understanding.layout.titles.agencies.called_above import (
    FOR_CIRCLES,
    MEMBERS_OF,
    OF_THIS_DEPARTMENT,
    WHEN,
    called_above,
    labelled_above,
    society_above,
    without_giver,
)
from data.understanding.layout.titles.agencies.several_agencies import of_several
from data.understanding.layout.titles.places.homes_above import GIVEN_BY, OTHERS_THAN
from data.understanding.layout.titles.places.people_of_districts import STAFF_IN_URDU
from geo.names.by_name import districts_among
from geo.names.known_names import names_within
from geo.names.remembered import once_a_reading

#: Its office writes letters for all: what it heads says nothing of a post that several have.
WRITES_FOR_ALL = "District Administration"
_PEOPLE = (
    r"(?:officers?|officials?|inspectors?|personnel|staff"
    r"|employees|investigators?|prosecutors?|judges|workers|teachers|secretaries|journalists|correspondents"
    r"|reporters|advocates|lawyers|razakars|patwaris|councillors|nurses|midwives|vaccinators"
    r"|(?<=police |levies )(?:ios|shos|dsps|asis)"
    r"|(?:media|press) ?(?:persons|men|professionals|representatives)"
    r"|trained(?! \d+ (?!(?:in|on|at|of|from|during)\b)[a-z])"  # but whom they trained
    r"|trainees?|attendees?|participants?|(?<=police |levies )(?:men|jawans?))\b"
)
#: A group of people of one agency, as a title calls them.
_GROUP = re.compile(
    rf"(?P<who>(?:(?:[^\W\d_]+|1122)[ -]){{0,3}})(?P<what>{_PEOPLE})", re.IGNORECASE
)
#: Behind what a training is on, those to whom it was given: "… on the law (police officials)".
_TO_WHOM = re.compile(
    r"\s*(?:\(|\s[-–—]\s|[:–—]|\b(?:among(?:st)?|with|attended by)\b)\s*(?:the )?"
    rf"(?!by\b)(?P<who>(?:[^\W\d_]+[ -]){{0,3}}{_PEOPLE})\s*\)?\s*$",
    re.IGNORECASE,
)
#: What is counted, and is nobody beside: "Seats allocated and officials", ", number of officers".
_BESIDE_THEM = re.compile(
    r"[,;:–—-]\s*(?:number|nos?\.?|total|count) of (?:officers|officials|participants|personnel"
    r"|staff|persons|trainees|attendees)(?: (?:who )?(?:attend(?:ed|ing)|trained|present))?\s*$"
    r"|\b(?:seats?|slots?|nominations?|targets?|trainings?|courses?|sessions?|workshops?|lectures?"
    r"|seminars?|batches|days|events|activities)"
    r"(?: (?:allocated|allotted|offered|planned|held|conducted|organi[sz]ed|arranged|imparted"
    r"|delivered|set|received|reserved|approved|given))?\s*(?:\band\b|[&/])\s*",
    re.IGNORECASE,
)
#: What a training is on, and no agency.
_TOPICS = re.compile(
    r"\b(?:bonded|forced|child|domestic|migrant) labou?r\b|\blabou?r (?:laws?|migration|rights"
    r"|exploitation|standards)\b|\bmental health\b|\bhealth (?:and|&) safety\b",
    re.IGNORECASE,
)
#: What a training is on stands behind this word, and is nobody's agency.
ON = re.compile(
    r"\b(?:on|regarding|about|titled|entitled)\b\s+[^\W\d].*?"
    r"(?=\b(?:for|of|to|attended|joined|undergone|participated|which)\b|$)",
    re.IGNORECASE,
)
#: To whom a training was given.
GIVEN_TO = re.compile(
    r"(?:\b(?:imparted|given|delivered|provided) to"
    r"|(?<!not )\ball (?:of them )?(?:are|were)(?= (?:(?!(?:by|from|to|and|or|not)\b)[\w./-]+ )"
    r"{1,4}(?:volunteers|members|staff|workers|officers|officials|employees|personnel)\b)"
    r"|(?<!not )(?<!nearly )(?<!almost )(?<!of )\ball"
    r" (?:(?:the|these|two|three|four|five|six|seven|eight|nine|ten|\d+) )?"
    r"(?:batches|trainings|sessions|courses) (?:are|were) (?:of|for)"
    r"(?= (?:(?!(?:by|for|from|near|of|to|with|and|or|not|except)\b)[\w./-]+ ){1,4}"
    r"(?:(?:staff|officers|officials|personnel)(?: and |[ .]*$| only\b)){1,2}[ .]*$)"
    r"|(?<!not )(?<!nearly )(?<!almost )\ball (?:of )?(?:the )?"
    r"(?:participants|trainees|attendees|trained) (?:belong(?:ed)? to|(?:are|were) (?:from|of))"
    r"|\b(?:participants|trainees|attendees)\s*[:=] ?(?:officers|officials|staff|employees"
    r"|personnel) (?:of|from)(?= (?:(?!(?:and|or|with|from)\b)[\w&.-]+ ){1,5}only\b)"
    r"|(?<!not )\ball (?:of (?:them|these) |(?:the )?(?:participants|trainees|above) |)(?:are|were)"
    r" (?:officers|officials|staff|employees|personnel|inspectors) (?:of|from)) (?P<who>.+)",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(r"\bnot all\b|\ball\b.* (?:are|were)\b.*\b(?:except|but|excluding)\b", re.I)
#: An office and its staff: "Child Protection Bureau: staff trained".
_STAFF_OF = re.compile(
    r"(?P<who>[^:]{3,80}?)\s*[:–-]\s*(?:staff|officers|officials|personnel|employees)\b",
    re.IGNORECASE,
)
#: "List of participants (Punjab Police)", and "Nos. trained (FIA)", but by, on or at nothing.
_OF_WHOM = re.compile(
    r"\b(?:participants|officers|officials|trainees|attendees|designation|rank|post|trained"
    r"|attended)\s*\((?!(?:by|with|on|at|in|for)\b|[^()]*\b(?:(?:bonded|forced|child|domestic|migrant)"
    r" labou?r|trainings?|courses?|workshops?|sessions?|projects?|programmes?)\b)"
    r"(?P<who>[^)]{2,60})\)",
    re.IGNORECASE,
)
#: "Institution (all of Social Welfare Department)".
ALL_OF = re.compile(
    r"\((?:they are )?all (?:are )?(?:of|from|under) (?:the )?(?P<who>[^()]{2,60})\)", re.IGNORECASE
)
#: "Training of paralegals (NGO / CBO members)".
_MEMBERS = re.compile(
    r"\((?P<who>[^()]{2,60}) (?:members|staff|workers|representatives)\)", re.IGNORECASE
)
#: "Officers of Labour Department", and of no other beside.
_OF_BODY = re.compile(
    r"\b(?:officers|officials|staff|personnel|employees|constables|recruits) (?:of|from) (?:the )?"
    r"(?P<who>(?:(?!(?:and|or|of|for|with|by|to|on|in|at|from|against)\b)\w+ ){0,4}?"
    r"(?:police|levies|department|deptt|dept)\b)\.?(?!\s*(?:\band\b|[&/+]"
    rf"|,(?!\s*\d|\s*{WHEN}\b|\s*$)|\b(?:welfare|training"
    r"|foundation|society|school|college|academy|hospital|public|project)\b))",
    re.IGNORECASE,
)
#: "Trainings of staff of District Administration": it hosts, helps and speaks elsewhere.
_OF_ADMINISTRATION = re.compile(
    r"\b(?:trainings?|courses?|sessions?|workshops?|orientations?) (?:of|for) (?:the )?"
    r"(?:officers|officials|staff|personnel|employees) of (?:the )?"
    r"(?P<who>district administration)\b(?=\s*(?:$|[.;:(]|,\s*\d|\b(?:held|at|in)\b))",
    re.IGNORECASE,
)
#: "Staff of DC office Kasur": its own, whomever else it writes for.
_OF_COMMISSIONER = re.compile(
    r"\b(?:officers|officials|staff|personnel|employees) (?:of|from) "
    r"(?:(?:the|each|every|their|all|respective|concerned) ){0,3}"
    r"(?:offices? of (?:the )?)?(?:d\.?c|deputy commissioner)s?(?:['’]?s?)?+(?: offices?)?+"
    r"(?!\s*(?:\band\b|\bor\b|[&/+]))",
    re.IGNORECASE,
)
_BODY_IN_URDU = r"(?P<who>پولیس|لیویز|محکمہ \w+(?: \w+)?)"
_OF_BODY_IN_URDU = re.compile(
    rf"(?<!اور )\b{_BODY_IN_URDU}"
    rf"(?:(?: (?!اور\b)\w+){{0,3}}? {STAFF_IN_URDU}"
    r"|(?<=پولیس|لیویز) \(?(?:شریک )?(?:اہلکاران|اہلکاروں|اہلکار|افسران|ملازمین|جوان)\b)"
    r"(?! (?:اور|نے|کی جانب)\b)"
)
#: "شرکاء: ملازمین محکمہ سماجی بہبود" and "تربیت برائے پولیس", of no other beside.
_FOR_BODY_IN_URDU = re.compile(
    r"(?:(?<!اور )(?<!اہتمام )(?<!بذریعہ )(?<!منجانب )\b"
    r"(?:ملازمین|ملازمان|افسران|اہلکاران|عملہ|عملۂ)"
    r"|\b(?:تربیت|کورس|ورکشاپ|نشست|سیشن) برائے(?= (?:پولیس|لیویز)\b)) "
    rf"{_BODY_IN_URDU}(?: (?:افسران|اہلکاران|ملازمین))?"
    r"(?=\s*(?:[)؛:.(–—-]|[،,]\s*(?:\d|ضلع\b|(?:ڈیرہ )?\w+(?: خان)? (?:ڈویژن|ریجن)\b)|\d|$))"
)
#: "پولیس تربیت", whose training it is.
_TRAINING_IN_URDU = re.compile(
    r"(?<!اور )(?<!اہتمام )(?<!بذریعہ )(?<!منجانب )\b(?P<who>پولیس|لیویز)(?: کی)? تربیت"
    r"\s*(?:[)؛:.(–—-]|$)"
)
#: "Investigation course for Police, PTS Swabi", "Training of police", and for no other beside.
_FOR_FORCE = re.compile(
    r"\b(?:(?:training|course|workshop|session|orientation|refresher|seminar|lecture|class|classe)s?"
    r"\b:?[^,;:()]*?\b(?:for|baraye|baraey)|\b(?:training|course|workshop|orientation)s? of)"
    r" (?:the )?(?P<who>(?:\w+ )?(?:police|levies)(?: force)?)"
    r"\s*(?:[,;(\d]|$|\b(?:at|held|dated|on|regarding|of (?:the )?district)\b)",
    re.IGNORECASE,
)
#: A department and who of it came: "Education Department (teachers and students)".
_BODY_OF = re.compile(
    r"(?:^|[,;:–—-]\s*|\b(?:of|for|from) )"
    r"(?P<who>(?:(?!(?:and|at|by|in|of|or|with)\b)[^\W\d_]+ ){1,3}(?:department|deptt?))"
    rf"\.? \((?:{_PEOPLE}|students|pupils)"
    rf"(?:\s*(?:[,/&]|\band\b)\s*(?:{_PEOPLE}|students|pupils))*\)(?=\s*(?:[,;.]|$))",
    re.IGNORECASE,
)
#: These tell of all where no text names another agency.
_OF_ONE_NAMED = (
    _FOR_FORCE, FOR_CIRCLES, _FOR_BODY_IN_URDU, _TRAINING_IN_URDU, _BODY_OF, *MEMBERS_OF
)  # fmt: skip
#: To whom a letter goes says nothing of those whom it names.
_ADDRESSED = re.compile(
    r"^\W*(?:to|through|thru|attn|attention|copy(?: to)?|cc|بخدمت)\s*[:,،–—-][^.;\n]*",
    re.IGNORECASE,
)
#: Schools of a force, whose name says nothing of education.
_SCHOOLS = re.compile(
    r"\b(?P<of>police |levies |fia |)(?:training |)"
    r"(?:schools?|colleges?|academy|academies|institutes?|cent(?:re|er)s?)\b",
    re.IGNORECASE,
)
#: Letters of such a school: "PTS Mardan".
_POLICE_SCHOOLS = re.compile(r"\bP\.?T\.?[SC]\b")
_AND = re.compile(r"(?:\b(?:and|or)|[&,/+])\s*$", re.IGNORECASE)
#: A place, a training or a day before a group is no other group: "Sahiwal region, police
#: participants", "Course of 13-15 May 2024, police officers".
_BEFORE_THEM = re.compile(
    r"(?:\b(?:region|district|division|range|zone|(?:training|course|workshop)s?"
    rf"|{WHEN}[ ,.-]+(?:20)?\d\d)"
    r"|\d{1,2}[-/.]\d{1,2}[-/.](?:20)?\d\d),\s*$",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\s*,\s*(?:\w+\s+){0,3}(?:districts?|regions?|divisions?|zones?|range|province|academy|hall|hotel"
    r"|institute|lines|auditorium)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s*(?:\b(?:and|or)\b|[&,/+])\s*[^\W\d_]", re.IGNORECASE)
#: The same people twice: "officers/officials of Kasur", "officers and men", "officers/inspectors",
#: "NGO / CBO workers".
_SAME_AGAIN = re.compile(
    r"\b(?P<who>officers|officials|personnel|staff)\s*"
    r"(?:/\s*(?:officers|officials|personnel|staff|ranks|men)\b"
    r"|(?:\band\b|[&/])\s*(?:officials|personnel|ranks|men|jawans|inspectors|clerks)\b"
    r"(?! (?:of|from)\b))"
    r"|\b(?:i?ng|cs|cb)os?\s*(?:[/&,]|\band\b)\s*(?=(?:i?ng|cs|cb)os?\b)",
    re.IGNORECASE,
)
#: Two posts, which may be of one agency: "Labour Officers / Labour Inspectors".
_TWO_POSTS = re.compile(
    rf"(?P<one>(?:[^\W\d_]+ ){{1,3}}?{_PEOPLE})\s*(?:[/&]|\band\b)\s*"
    rf"(?P<other>(?:[^\W\d_]+ ){{1,3}}?{_PEOPLE})",
    re.IGNORECASE,
)
#: What they came to, or when, is no other group: "Police officials, One Day Training".
_CAME_TO = re.compile(
    r"\s*,\s*(?:(?:(?:one|two|three|four|five|\d{1,2})[- ]days?(?:['\u2019]s?)? )?"
    r"(?:training|workshop|course|session|seminar|orientation|refresher)"
    r"|(?:batch|phase|group|round)\W{0,3}(?:no|\d+|[iv]+)"
    rf"|{WHEN}|during|held|dated)\b",
    re.IGNORECASE,
)
#: Who of a group came: "Labour Department staff (inspectors, clerks)".
_PARTS = re.compile(
    r"(?P<who>.*\b(?:officers|officials|personnel|staff|employees))"
    r"\s*\((?!(?:they are )?all\b)(?P<parts>[^()\d]{3,})\)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,/&+]|\band\b|\bor\b)\s*", re.IGNORECASE)


def agencies_above(texts: Sequence[str]) -> frozenset[str]:
    """Return the agencies that texts name, but for those of topics and of schools."""
    own = (_ADDRESSED.sub("", text) for text in texts)
    named = (_POLICE_SCHOOLS.sub(" police ", _SCHOOLS.sub(r"\g<of> ", text)) for text in own)
    return agencies_named(_TOPICS.sub(" ", text) for text in named)


def are_for_officials(texts: Sequence[str]) -> bool:
    """Tell whether texts may say that participants are of an agency, and not of any society."""
    bare = [ON.sub("", GIVEN_BY.sub("", text)) for text in texts]
    return bool((agencies_above(bare) | {group_above(bare)}) - {"", CIVIL})


def group_above(texts: Sequence[str]) -> str:
    """Return the one agency whose officers a title says that the participants are; else blank."""
    found = groups_above(texts)
    return next(iter(found)) if len(found) == 1 else ""


def groups_above(texts: Sequence[str]) -> frozenset[str]:
    """Return the agencies by whose people titles call the participants; a blank for more beside.

    None where they are of several together. A text too long for a title, which would keep the
    expressions busy, says nothing.
    """
    return _groups(tuple(text for text in dict.fromkeys(texts) if len(text) <= LONGEST_NAME))


@once_a_reading
def _groups(all_texts: tuple[str, ...]) -> frozenset[str]:
    texts = [text for text in all_texts if not _NOT_ALL.search(text)]
    labelled = labelled_above(texts)
    if len(labelled) == 1 and labelled == agencies_above(texts):
        return labelled  # of a committee of several, too
    texts = [_SAME_AGAIN.sub(r"\g<who>", _BESIDE_THEM.sub("", text)) for text in texts]
    texts = [_TWO_POSTS.sub(_of_one, _PARTS.sub(_without_parts, text)) for text in texts]
    texts = [_TO_WHOM.sub(r"; for \g<who>", OTHERS_THAN.sub("", text)) for text in texts]
    together = of_several(texts)
    of_one_named = () if together or len(agencies_above(texts)) != 1 else texts
    alone = () if together else texts
    heads = [*map(_STAFF_OF.match, texts), *map(GIVEN_TO.search, texts),
             *map(_OF_WHOM.search, texts), *map(ALL_OF.search, texts),
             *(_OF_BODY.search(GIVEN_BY.sub("", text)) for text in alone),
             *map(_OF_ADMINISTRATION.search, alone),
             *map(_MEMBERS.search, alone),
             *map(_OF_BODY_IN_URDU.search, alone),
             *(how.search(text) for text in of_one_named for how in _OF_ONE_NAMED)]  # fmt: skip
    found = {agency for head in heads if head
             and len(named := agencies_named([head["who"]])) == 1 for agency in named}  # fmt: skip
    called = called_above(alone)
    found |= called if called != {WRITES_FOR_ALL} else set()
    found |= agencies_above(texts) if any(map(OF_THIS_DEPARTMENT.search, of_one_named)) else set()
    found |= {society_above(texts, agencies_above([*map(without_giver, texts)]))} - {""}
    of_its_own = any(map(_OF_COMMISSIONER.search, alone))
    found |= {WRITES_FOR_ALL} if of_its_own and agencies_named(texts) <= {WRITES_FOR_ALL} else set()
    if len(found) == 1:
        return frozenset(found)
    for text in (
        _TOPICS.sub(" ", _SCHOOLS.sub(" hall ", ON.sub("", GIVEN_BY.sub("", one)))) for one in texts
    ):
        groups = [*_GROUP.finditer(text)]
        if any(_are_several(text, one) for one in groups):
            return frozenset()
        of_text = {agency for one in groups for agency in _agencies_of(one)}
        # Where another is named beside, nobody knows whose the people are.
        found |= of_text if agencies_named([text]) <= of_text or not of_text else of_text | {""}
    return frozenset(found)


def _without_parts(group: re.Match[str]) -> str:
    """Return a group without the posts in brackets behind it, where none is of another agency."""
    own = agencies_named([group["who"]])
    of_parts = agencies_named([group["parts"]]) - own
    posts = (agencies_of_post(one) for one in _BETWEEN.split(group["parts"].strip()) if one)
    others = of_parts or any(told and not told & own for told in posts)
    return group[0] if len(own) != 1 or others else group["who"]


def _of_one(posts: re.Match[str]) -> str:
    """Return the first of two posts where both are of one agency, else both."""
    own = agencies_of_post(posts["one"])
    return posts["one"] if len(own) == 1 and own == agencies_of_post(posts["other"]) else posts[0]


def _are_several(text: str, group: re.Match[str]) -> bool:
    """Tell whether a text names others beside a group of people."""
    rest = text[group.end() :]
    placed = districts_among([rest]) or _PLACED.match(rest) or _is_town(rest)
    others = _MORE.match(rest) and not placed and not _CAME_TO.match(rest)
    words = {*map(str.casefold, group["who"].replace("-", " ").split())}
    before = _BEFORE_THEM.sub("", text[: group.start()])
    return bool(_AND.search(before) or others or {"and", "or"} & words)


def _is_town(rest: str) -> bool:
    """Tell whether a town stands behind the first comma: "…, Moro", and not "…, nurses"."""
    return plain(rest.partition(",")[2].split(",")[0]) in names_within()


def _agencies_of(group: re.Match[str]) -> Iterator[str]:
    """Yield the agencies that the words of a group are of, from each of its words on."""
    words = [*group["who"].replace("-", " ").split(), group["what"]]
    for start in range(len(words)):
        for own in (words[start:], words[start:-1]):
            for name in (" ".join(own), " ".join(own).removesuffix("s")):
                agency = find_agency(name, post=True).agency if name else None
                if agency and agency != UNTOLD_AGENCY:  # as "officials" alone is
                    yield agency
