"""Words that say of a row that it is a sum of others, or of how many people a list is."""

import re

from data.records.rules import in_latin_digits
from data.records.sought_words import ENDS, any_of, only_with
from data.sheets.fields import plain
from data.sheets.totals.sums_so_far import SOUGHT, is_sum_so_far
from geo.names.known_names import place_names
from geo.names.remembered import once_a_reading

_TOTAL = re.compile(
    r"(grand|sub|overall|net)? ?totals?( \w+){0,2}|(\w+ ){1,5}(sub ?)?totals?"
    r"|totals? (for|of|in|during) (the |this )?(month|quarter|period|year|week|fortnight)"
    r"( (of|ending) \w+)?"
    r"|totals?( nos?| numbers?)? of( \w+){1,6}"
    r"|(grand|sub) ?totals?( \w+){1,6}|totals?( \w+){1,5} (district|division|range|region|zone)"
    r"|(?:کل |گرینڈ )?(?:میزان|ٹوٹل)|مجموعہ"
    r"|(?:کل|مجموعی|ٹوٹل)(?: (?:تعداد|شرکاء|شرکا|افراد|اہلکار|نفری))?"
)
#: A label and the number: "Strength: 5".
_STATED = re.compile(
    r"(?:total |grand |course )*(?:strength|participants|trainees|attendees|present|nos?)\.?"
    r"\s*[:=-]+\s*\d+|(?:grand |sub )?total\s*[:=-]+\s*\d+\s*(?:\(.*\))?",
    re.IGNORECASE,
)
PEOPLE = (
    r"(?:participants|trainees|attendees|persons|officers|attended|present|haa?zireen|shuraka"
    r"|shurka|afraa?d)"
)
#: Where somebody has it from, or of whom it is: "Total (as per attendance sheet)",
#: "Total participants (as per signed sheet)".
_FROM_WHERE = re.compile(
    r"(?P<total>(?:grand|sub|overall|net)?[ -]?totals?)"
    rf"(?: (?:(?:no\.?|nos\.?|number) of )?{PEOPLE})?\s*[:–—-]?\s*"
    r"(?:\([^()\d]+\)|(?:as per|acc(?:ording)? to|as (?:told|given|shown|stated)|vide) .+)",
    re.IGNORECASE,
)
#: A label with the number behind it, and perhaps of what: "Total Kasur: 6", "Kul (14 afrad)".
_NUMBERED = re.compile(
    r"(?P<label>.*\w\)?)(?:\s*[:=–—-]+\s*\(?|\s*\(|\s+)\d{1,5}"
    r"(?:\s+(?:nos?\.?|persons?|participants|trainees|attendees|officers|officials|people|afrad"
    r"|shuraka|only))?\s*\)?\.?",
    re.IGNORECASE,
)
_STAFF = (
    r"(?:officers|officials|personnel|staff|employees|members|representatives|nominees|workers"
    r"|trainees|participants|attendees|persons)"
)
#: All people of offices, or of both sexes, beside those of each: "Total Officials", "Total Both".
_OF_STAFF = re.compile(
    rf"(?:(?:grand|overall) )?total(?: nos?\.?| number)?(?: of)?(?: all)? {_STAFF}(?: trained)?"
    rf"|total \(?(?:both|all)(?: sexes)?\)?|all {_STAFF}"
    rf"|{_STAFF} (?:\(?total\)?|in all|altogether)",
    re.IGNORECASE,
)
#: How many came and how many did not: "Present: 8, Absent: 1", "8 present and 1 on leave".
_CAME_AND_NOT = (
    r"(?:no\.? of |total |kul )?(?:present|absent(?:ees)?|attended|(?:on )?leave|late|hazir|haazir"
    r"|(?:ghair|gair)[ -]?ha+zir|rukhsat|total)"
)
_COUNTED = rf"(?:{_CAME_AND_NOT}\s*[:=(–—-]*\s*\d{{1,4}}\)?|\d{{1,4}}\s*{_CAME_AND_NOT})"
_WHO_CAME = re.compile(
    rf"{_COUNTED}(?:(?:\s*[,;/|&.]+\s*|\s+(?:and )?){_COUNTED})+\.?", re.IGNORECASE
)
#: Of whom a total is besides: "Total attended (all departments)".
_OF_ALL = re.compile(r"\s*\((?:of |on )?(?:all|both|every|overall)\b[^()\d]*\)", re.IGNORECASE)
#: What a list of marks has below it.
_OF_MARKS = frozenset(
    f"{most}{what}" for most in ("average", "mean", "avg", "median", "highest", "lowest", "maximum",
                                 "minimum", "max", "min", "pass", "standard deviation")
    for what in ("", " marks", " score", " scores", " gain", " percentage")
) - {"pass"}  # fmt: skip
#: "Total" in Urdu, as offices write it in Latin letters.
_IN_URDU = ("mizan", "mezan", "meezan", "mizaan", "meezaan", "majmua", "majmuaa", "majmooa",
            "jumla")  # fmt: skip
_OF_DISTRICT = re.compile(rf"(?:kul )?(?:{'|'.join(_IN_URDU)}) (?:zill?a |tehsil )?(?P<where>.+)")
_OTHER_WORDS = _OF_MARKS | frozenset(
    [*(before + word for before in ("", "kul ", "grand ", "zila ", "sub ") for word in _IN_URDU),
     *(of + word for word in ("strength", "nafri") for of in
       ("batch ", "day ", "daily ", "class ", "course ", "group ", "session ", "training ", "kul ",
        "batch wise ", "day wise ", "total ", "overall ", "column ")),
     "sum", "overall", "aggregate", "kul", "kul tadad", "kul afrad", "kul shuraka", "grand",
     *(f"all {number}{what}" for what in ("", " trainings", " districts", " sessions", " batches")
       for number in ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")),
     "attendance per day", "present per day", "daily attendance", "per day",
     "class average", "group average", "percentage", "percent", "%", "achievement", "achievement %",
     "% achieved", "% of target",
     *(f"{way} {where}" for way in ("carried", "brought") for where in ("forward", "over", "down")),
     "c/f", "b/f", "carry forward", "carry over"]
)  # fmt: skip
_BEGINNINGS = frozenset(word[:3] for word in _OTHER_WORDS)
#: What the row is called that counts who came on each day.
CAME = frozenset(["present", "attended", "attendance", "absent", "came", "hazir", "haazir",
                  "hazri", "haazri", "haziri", "signed", "حاضر"])  # fmt: skip
#: People whom the row above has counted: "of which government", "(out of whom 5 women)".
_PART = re.compile(
    r"[\W\d]*(?:out )?of (?:which|whom|these|them|the (?:above|total))\b"
    r"|[\W\d]*(?:in ?mein se|jin ?mein(?: se)?|(?:ان|جن) ?میں(?: سے)?)(?!\w)",
    re.IGNORECASE,
)
_OF_A_SEX = re.compile(r"\b(?:women|females?|lad(?:y|ies)|men|males?|girls|boys)\b", re.I)
#: One of these stands in each total: a number behind what it is of, or the word for it.
_SOUGHT = (
    rf"{SOUGHT}|\((?:of |on )?(?:all|both|every|overall)"
    r"|\b(?:strength|participants|trainees|attendees|present|nos?)[^a-z0-9]+[0-9]"
    r"|(?:present|absent|absentees|attended|leave|late|ha+zir|rukhsat)[^a-z0-9]*[0-9]"
    r"|[0-9][^a-z0-9]*(?:no|kul|present|absent|attended|on|leave|late|ha+zir|gh?air|rukhsat)"
    rf"|^[^a-z0-9%]*{any_of(_OTHER_WORDS)}{ENDS}"
)


@only_with(_SOUGHT)
@once_a_reading
def is_total(text: str) -> bool:
    """Tell whether a cell says that its row is a sum of others."""
    if len(text) >= 60:
        return False
    if is_sum_so_far(text):
        return True
    text = _OF_ALL.sub("", text) if "(" in text else text
    if _STATED.fullmatch(text.strip()) or _says_who_came_and_not(text):
        return True
    if text.isascii() and "total" not in (folded := text.casefold().strip(" .:-")):
        if folded[:3] not in _BEGINNINGS:  # most texts are no more than this
            return False
        label = _without_number(folded).strip(" .:-")
        of_place = _OF_DISTRICT.fullmatch(label)  # but "Mizan Nobody" is somebody
        return label in _OTHER_WORDS or bool(of_place and of_place["where"] in place_names())
    if _FROM_WHERE.fullmatch(text.strip(" .:*")):
        return True
    bare = plain(_without_number(text))
    of_place = bare.startswith("total ") and bare.removeprefix("total ") in place_names()
    return of_place or (bool(bare) and _TOTAL.fullmatch(bare) is not None)


@only_with(rf"of (?:which|whom|these|them|the){ENDS}|mein")
def is_part_of_sum(text: str) -> bool:
    """Tell whether a text says that its row is of some whom the row above counts, of both sexes."""
    return _PART.match(text) is not None and _OF_A_SEX.search(text) is None


def _says_who_came_and_not(text: str) -> bool:
    """Tell whether a text is how many came and how many did not, and nothing else."""
    counted = any(map(str.isdecimal, text)) and any(map(str.isalpha, text))
    return counted and _WHO_CAME.fullmatch(" ".join(in_latin_digits(text).split())) is not None


def _without_number(text: str) -> str:
    """Return a label without the number that stands behind it."""
    if not any(map(str.isdecimal, text)):  # most texts have none
        return text
    found = _NUMBERED.fullmatch(in_latin_digits(text).strip())
    return found["label"] if found else text


def sums_staff(name: str) -> bool:
    """Tell whether a column is called all people of offices, whichever they are of."""
    return _OF_STAFF.fullmatch(" ".join(name.split())) is not None
