"""Which field the name of a column means: whole, in parts, of one sex, or of each participant."""

import re

from data.records.model import COUNT_COLUMNS
from data.sheets.fields import (
    AGENCY_FIELDS,
    CHILDREN,
    COUNT_FIELDS,
    LONGEST_NAME,
    OF_PEOPLE,
    OF_VENUE,
    PERSONAL_FIELDS,
    PLACE_FIELDS,
    RUNNING_NUMBER,
    names,
    plain,
)
from data.sheets.roman_urdu import in_english
from geo.names.remembered import once_a_reading

#: Letters beside words that only say that people are counted.
_LETTER_OF = {"m": "participants_m", "f": "participants_f", "t": "participants_total"}
_COUNTED = frozenset(["participants", "trained", "attended", "trainees", "attendees", "persons",
                      "people", "no", "nos", "number", "of", "total", "actual", "actually",
                      "reached", "achieved", "present"])  # fmt: skip
_SHARES = frozenset(["percent", "percentage", "pct", "ratio", "share", "proportion", "فیصد"])

#: The number of a question: "2. ", "Q3: ", "B1) ", "1.2 ", "q4_".
_NUMBERED = re.compile(
    r"(?:[a-hq]?\d{1,2}\s*[.):]|[a-hq]?\d{1,2}(?:\.\d{1,2}){1,2}[.):]?\s|q\d{1,2}_)\s*"
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
#: How days are written, behind what they are of: "Date (dd/mm/yyyy)", "Date [day/month]".
_UNIT = r"(?:d{1,2}|m{1,3}|y{2,4}|y|days?|months?|years?)"
_WRITTEN_SO = re.compile(rf"\s*[(\[]\s*{_UNIT}(?:\s*[-/.]\s*{_UNIT}){{1,2}}\s*[)\]]", re.IGNORECASE)
#: Words that an office shortens.
_SHORT = {"trg": "training", "trng": "training", "trgs": "trainings", "trngs": "trainings",
          "dept": "department", "deptt": "department", "distt": "district", "desig": "designation",
          "orgn": "organization", "trn": "training", "dt": "date", "sdate": "start date",
          "edate": "end date", "num": "number"}  # fmt: skip
#: What stands between the names of two answers.
_OR = re.compile(r"[/|]| (?:or|ya|یا) ")
#: What may be told of each participant, and how the name of its column says so.
_OF_EACH = ("agency", "department", "designation", "district", "adm2_pcode", "province", "sex",
            *PERSONAL_FIELDS)  # fmt: skip
_WHO_CAME = r"(?:participant|trainee|attendee|delegate|nominee|learner|candidate|member)s?"
_OF_PARTICIPANTS = re.compile(
    rf" of (?:the )?(?:{_WHO_CAME}|(?:officer|official)s?)$|^{_WHO_CAME} (?:s )?"
    r"|^(?:my|your) "
)
#: "Designation (Labour Deptt.)", of whose department all are.
POST_OF_BODY = re.compile(
    r"(?P<name>(?:\w+ )*?(?:designation|rank|post|appointment))\s*\((?P<who>"
    r"(?!(?:if|for|of|and|or|with|in|parent|name)\b)[^()/]*\w[^()/]* "
    r"(?:department|deptt?|dept)\.?)\s*\)",
    re.IGNORECASE,
)
#: What is said in brackets: "Location (home district of participants)".
_SAID_OF_WHO_CAME = re.compile(r"[^()]*\w[^()]*\((?P<what>[^()]+)\)\s*")
#: Of what age children are: "Girls (15-17)", "Boys aged 12 to 17 years", "Girls (under 18)".
_OF_AGE = re.compile(
    r"\s*\(?(?:\b(?:aged?|age group)\b\s*)?(?:\b\d{1,2}\s*(?:[-–]|to)\s*1\d"
    r"|(?:\b(?:under|below|up ?to)|<)\s*1\d)(?:\s*(?:years?|yrs?)\b\.?)?(?: old)?\s*\)?\s*$",
    re.IGNORECASE,
)
#: Of what age women and men are: "Women (18+)", "Men 18 and above".
_OF_ADULTS = re.compile(
    r"\s*\(?(?:\b(?:aged?|age group)\b\s*)?(?:\b18\s*(?:\+|plus\b"
    r"|(?:years?\s*)?(?:and|&|or) (?:above|over|older)\b)|>=?\s*18|≥\s*18|\b(?:over|above) 18)"
    r"(?:\s*(?:years?|yrs?)\b\.?)?\s*\)?\s*$",
    re.IGNORECASE,
)
#: The name of a table's rows over them, beside that of its columns: "Department \\ District".
_OVER_ROWS = re.compile(r"(?P<rows>[^\\|]+?)\s*(?:[\\|]|\bvs?\b\.?)\s*(?P<columns>[^\\|]+)", re.I)
_NAME_OF = re.compile(r"^(?:the )?names? of (?:the )?")

#: The same in Urdu: "Training ka naam", "تربیت کا نام".
_NAME_IN_URDU = re.compile(
    r"(?P<what>.+?) (?:ka|ke|ki|کا|کے|کی) (?:na+m|unwaa?n|mau?zu|نام|عنوان|موضوع)"
)

#: Who comes to trainings; judges and prosecutors also give them.
_PERSON = (
    r"(?:participant|trainee|attendee|nominee|member|officer|official|employee|worker|person"
    r"|advocate|lawyer|journalist|teacher|student|volunteer|delegate|councillor)s?"
)
#: What a list calls the column of its people: "Name of member", "Lawyer's name".
_NAME_OF_PERSON = re.compile(
    rf"(?:full )?names? of (?:the )?(?:nominated |trained |participating |attending )?{_PERSON}"
    rf"|{_PERSON}(?: s)? (?:full )?names?"
)
#: Parents and husbands, by whose names nobody is counted: "Father's / Husband's Name".
_KIN = r"(?:father|mother|husband|wife|spouse|guardian)(?: s)?"
_NAME_OF_KIN = re.compile(
    rf"{_KIN}(?: (?:or )?{_KIN})* name|name of (?:the )?{_KIN}(?: (?:or )?{_KIN})*"
)
#: Up to which day it says what became of trainings: "Status as on 30.06.2025".
_UP_TO = re.compile(
    r"(?P<name>.*\bstatus)\s*[,(]?\s*(?:as (?:on|of|at)|up ?to|till|until)\b.{4,30}", re.IGNORECASE
)
#: Where a name in Latin letters ends and one in those of Urdu begins, or the other way.
_BETWEEN_LETTERS = re.compile(
    r"(?<=[A-Za-z.)])\s*[\s(\[]\s*(?=[\u0600-\u06ff])"
    r"|(?<=[\u0600-\u06ff])\s*[\s(\[]\s*(?=[A-Za-z])"
)
#: How many came, whatever their number is called: "n_participants", "attendee count".
_NUMBER_OF = re.compile(
    r"(?:total )?(?:n|nos?|num|nb|number|count)(?: of)? (?:participants|attendees|trainees|persons"
    r"|people|pax)|(?:participants|attendees|trainees|persons|people) number"
    r"|(?:participants?|attendees?|trainees?|persons|people|pax) (?:n|num|nos|count|total)"
)
#: "Title of training conducted", "name of the training you attended" with the title before it.
_HELD = re.compile(
    r"(?P<title>(?:titles?|names?|topics?|subjects?) .+?)(?: that)?(?: you attended|(?: was| were)?"
    r" (?:conducted|held|organi[sz]ed|imparted|delivered|arranged|given|undertaken))"
)
#: Which day it was, in the words of a form: "Date of the anti-trafficking training you attended",
#: "On which date was the training held?"; not that of another one, nor of what led to it.
_ONE_HELD = (
    r"(?:(?:the|this|our|your|above|(?:one|two|three) days?|anti|counter|human|trafficking"
    r"|smuggling|tip|aht|trg|d?ahtc|awareness|capacity building|sensiti[sz]ation|referral"
    r"|refresher) )*(?:training|workshop|course|session|seminar|orientation|event)"
    r"(?: (?:session|workshop))?"
)
_DAY_HELD = re.compile(
    rf"(?:dates?|day) (?:of|on which) {_ONE_HELD}"
    r"(?: (?:(?:that|which) )?(?:you|they) (?:have )?attended| was (?:held|conducted)| held"
    r"| conducted| attended)?"
    rf"|(?:on )?(?:which|what) (?:date|day)s? (?:was|were) {_ONE_HELD} (?:held|conducted|given)"
    rf"|(?:on )?(?:which|what) (?:date|day)s? did you attend {_ONE_HELD}"
    rf"|when (?:was {_ONE_HELD} (?:held|conducted)|did you attend {_ONE_HELD})"
)

#: What exports of statistics write before the name of what numbers are told apart by: "coc_sex".
_TOLD_APART = re.compile(r"(?:coc|category|cat|dimension|disaggregation|disagg) (?P<what>.+)")
_OF_UNIT = re.compile(r"(?:orgunit|org unit|ou) (?=.* of )")
#: As they were when they came, who may have been posted elsewhere since: "District when trained".
_WHEN_TRAINED = re.compile(
    r"(?P<what>.+) (?:when (?:(?:they|he|she) )?(?:(?:was|were|got) )?(?:trained|training was held"
    r"|attended)|at (?:the )?time (?:when trained|of (?:the )?(?:training|course|workshop|session))"
    r"|at (?:that|the) time)"
)


def field_of_name(name: str) -> str | None:
    """Return the field that a column's name can mean alone, or None.

    Groups that a collecting application writes before a name, as in ``group/sub/name``, are
    looked past. A share of people, in percent, counts nobody. A text that is too long for the name
    of a column is that of none.
    """
    field = _by_name(name) if len(name) <= LONGEST_NAME else None
    return None if field in COUNT_FIELDS and is_share(name) else field


@once_a_reading
def _by_name(name: str) -> str | None:
    known = names().fields
    bare = plain(name).removeprefix("sum of ")
    if not bare and name.strip() in ("#", "№"):
        return RUNNING_NUMBER
    if field := known.get(bare) or _by_letter(bare):
        return field
    english = in_english(bare)
    if english != bare and (field := known.get(english)):
        return field
    if _NUMBER_OF.fullmatch(english):
        return "participants_total"
    titled = held["title"] if (held := _HELD.fullmatch(bare)) else ""
    if "title" in (known.get(titled), known.get(titled.removesuffix("s"))):
        return "title"
    if told := _of_forms(bare):
        return told
    whole = " ".join(_SHORT.get(word, word) for word in bare.split())
    if whole != bare and bare != "trn" and (field := known.get(whole)):
        return field
    if (undated := _WRITTEN_SO.sub("", name)) != name:
        return _by_name(undated)
    if (urdu := _NAME_IN_URDU.fullmatch(bare)) and (field := known.get(f"name of {urdu['what']}")):
        return field
    if told := _of_each(_OF_UNIT.sub("", _NAME_OF.sub("", english))):
        return told
    if _NAME_OF_PERSON.fullmatch(bare):
        return "name_of_person"
    if _NAME_OF_KIN.fullmatch(bare):
        return "other_personal"
    if (said := _UP_TO.fullmatch(name)) and known.get(plain(said["name"])) == "status":
        return "status"
    if numbered := _NUMBERED.match(name):  # "2. Date of training" of a form
        field = _by_name(name[numbered.end() :])
        # "q1_participants" may count those of a quarter.
        return None if field in COUNT_FIELDS and numbered[0].endswith("_") else field
    if (body := POST_OF_BODY.fullmatch(name)) and known.get(plain(body["name"])) == "designation":
        return "designation"
    if of_age := _of_ages(name):
        return of_age
    if _are_both_sexes(name):
        return "sex"
    crossed = _OVER_ROWS.fullmatch(name)
    if crossed and _by_name(crossed["columns"]) in (*_OF_EACH, "title"):
        return _by_name(crossed["rows"])
    words = [known.get(plain(one)) for one in _BETWEEN_LETTERS.split(name)]
    if len(words) > 1 and len({*words}) == 1 and words[0]:  # "Name نام", "نام (Name)"
        return words[0]
    return _of_parts(name)


def _of_ages(name: str) -> str | None:
    """Return the field of children or adults whose age stands behind their name; else None."""
    for of_age, fields in ((_OF_AGE, CHILDREN), (_OF_ADULTS, COUNT_COLUMNS[:2])):
        bare = of_age.sub("", name)
        if bare != name and (field := names().fields.get(plain(bare))) in fields:
            return field
    return None


def is_of_age(name: str) -> bool:
    """Tell whether a name ends in the age of children."""
    return _OF_AGE.search(name) is not None


def _of_parts(name: str) -> str | None:
    """Return the field of a name of parts: of groups of columns, or of one thing in two words."""
    if (said := _SAID_OF_WHO_CAME.fullmatch(name)) and is_of_those_who_came(said["what"]):
        return _of_each(plain(said["what"]))
    groups, _, last = name.rpartition("/")
    if groups.count("(") > groups.count(")"):  # "Trained (Yes/No)" is of no group
        return None
    if groups.endswith(" ") and last.startswith(" "):  # "Training / Event", "Name / نام"
        meant = {*map(_by_name, name.split("/"))} - {None}
        if "district" in meant and meant <= {*PLACE_FIELDS}:
            return "district"
        if meant == {*AGENCY_FIELDS[:2]}:  # "Deptt. / Agency"
            return "agency"
        return meant.pop() if len(meant) == 1 else None
    if not groups and " " not in name.strip():
        groups, _, last = re.sub(r"[:\-.]", "/", name).rpartition("/")
    return _of_group(groups, last) if groups else None


def _of_group(groups: str, last: str) -> str | None:
    """Return the field of a name that stands in groups of columns; else None."""
    bare = plain(last)
    field = names().fields.get(bare)
    if not field and (told := _of_each(bare) or _of_each(_without_letter(groups, bare))):
        return told
    return f"venue_{field}" if field in PLACE_FIELDS and heads_training(groups, bare) else field


def _without_letter(groups: str, bare: str) -> str:
    """Return a plain name without the letter of the group of participants that it begins with.

    So "participant/p_sex" is "sex"; the name of a trainer, "t_name", is of no such group.
    """
    group = plain(groups.rpartition("/")[2])
    of_each = group and re.fullmatch(_WHO_CAME, group)
    return bare.removeprefix(f"{group[0]} ") if of_each else bare


def heads_training(over: str, under: str = "") -> bool:
    """Tell whether a name that heads another is of the training, and neither is of people."""
    of_people = OF_PEOPLE & {*plain(over).split(), *plain(under).split()}
    return bool(OF_VENUE & {*plain(over).split()}) and not of_people


def _of_each(bare: str) -> str | None:
    """Return what a plain name says is told of each participant: "district of participant"."""
    told = names().fields.get(_OF_PARTICIPANTS.sub("", bare))
    return told if told in _OF_EACH else None


def _are_both_sexes(name: str) -> bool:
    """Tell whether a name is that of women and that of men: "Mard/Khatoon", "مرد یا خاتون"."""
    both = [names().fields.get(plain(one)) for one in _OR.split(name)]
    return len(both) == 2 and {*both} == {*COUNT_COLUMNS[:2]}


def _of_forms(bare: str) -> str | None:
    """Return what the words of forms and exports tell: the day of the training, or who came.

    They tell those apart by a category, or as they were then.
    """
    if _DAY_HELD.fullmatch(bare):
        return "date_start"
    for said in (_TOLD_APART, _WHEN_TRAINED):
        found = said.fullmatch(bare)
        if found and (field := names().fields.get(found["what"])) in _OF_EACH:
            return field
    return None


def is_of_those_who_came(name: str) -> bool:
    """Tell whether the name of a column says that what it tells is of the participants."""
    return _OF_PARTICIPANTS.search(plain(name)) is not None


def is_of_when_trained(name: str) -> bool:
    """Tell whether the name of a column is of what the participants were when they came."""
    return _WHEN_TRAINED.fullmatch(plain(name)) is not None


def _by_letter(bare: str) -> str | None:
    """Return the field of a name such as "Trained (M)" or "No. of participants F"; else None."""
    words = bare.split()
    letters = [_LETTER_OF[word] for word in words if word in _LETTER_OF]
    rest = {word for word in words if word not in _LETTER_OF}
    return letters[0] if len(letters) == 1 and rest and rest <= _COUNTED else None


def is_share(name: str) -> bool:
    """Tell whether a name is of shares of people, in percent, and of no people."""
    return any(sign in name for sign in "%\u066a\uff05") or bool(_SHARES & set(plain(name).split()))
