"""Texts that look like they hold a person's data: identity card, phone, e-mail, an addressed name.

Records count people; they never name them. Such a text is neither taken in nor shown again.
"""

import re
from collections.abc import Callable, Sequence
from itertools import product

from data.records.person_names import LETTERS, has_names_beside, person_words, sought_names
from data.records.plain_signs import in_plain_signs
from data.records.sought_words import BEGINS, BETWEEN, any_of, only_with
from geo.names.known_names import is_split_district, place_names
from geo.names.remembered import once_a_reading

#: How much of a text is looked at and shown, in characters.
LONGEST_LOOK = 300
LONGEST_SHOWN = 80
#: More letters than this beside each other in a code may be a name.
LONGEST_OF_CODE = 3

HIDDEN = "(hidden: looks like a person's data)"
HIDDEN_TEXT = "(hidden: a text, which may be a name)"
HIDDEN_NAME = "(a column whose name is not repeated)"

#: What parts the digits of a number; a date or the number of a letter has fewer between them.
_BETWEEN = r"[-\s./_]{0,3}"
IDENTITY_CARD = rf"(?<!\d)\d{{5}}{_BETWEEN}\d{{7}}{_BETWEEN}\d(?!\d)"
_E_MAIL = r"[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@]{2,}"
#: Numbers of Pakistan with and without their leading 0, and international ones.
_PHONE = (
    r"(?<!\d)(?:\+|00)[\s.-]?[1-9](?:[\s()._-]{0,2}\d){7,14}(?!\d)"
    r"|(?<!\d)\(?0\d{2,4}\)?(?:[\s._-]{0,2}\d){7,8}(?!\d)"
    r"|(?<![\d/])0\d{3}\s?/\s?\d{7}(?![\d/])"
    r"|(?<!\d)(?:92)?3\d{2}[\s._-]?\d{7}(?!\d)"
)
#: Of a passport, as it is said to be.
_PASSPORT = r"\b(?i:passport)\b\W*(?:(?i:no|number|num|nr)\b\W*)?[A-Za-z]{1,2}[\s-]?\d{6,9}(?!\d)"
#: No number of a person has fewer digits.
_DIGITS_OF_NUMBER = re.compile(r"(?:\D*\d){6}")
#: Of a text in plain signs.
PERSONAL = re.compile(f"{IDENTITY_CARD}|{_E_MAIL}|{_PHONE}|{_PASSPORT}")
#: By itself, or among words where it is not the year and number of a training.
_PASSPORT_ALONE = re.compile(r"[A-Z]{2}\d{7}")
_PASSPORT_AMONG = re.compile(r"(?<![\w/-])[A-Z]{2}(?!20[0-4]\d)\d{7}(?![\w/-])")
#: A mean as a spreadsheet computes it: more decimals than any number of a person has digits there.
_COMPUTED = re.compile(r"\s*-?\d{1,3}\.\d{11,}\s*")


_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
#: Words behind a name that are none of it.
_BEHIND_NAMES = frozenset(["on", "at", "in", "for", "from", "regarding", "about"])
# "Mr" and "Ms" before a name; not "MS Excel", nor a column "Mr/Ms".
_ADDRESSED = re.compile(
    r"\b(?:[Mm]r|MR|[Mm]rs|MRS|[Mm]s|[Mm]iss|MISS|[Mm]st|MST)\b\.?\s*(?=[^\W\d_]{2})"
    r"|\bM[SRs]{1,3}\.\s*(?=[^\W\d_]{2})"
    r"|\b[sdwcSDWC]/[oO]\b\.?\s*(?=[^\W\d_])"
)
# A rank or title before a name, unless an office, a branch or a place follows it.
_RANKS = (
    "inspector|subinspector|insp|asi|si|constable|hc|dsp|ssp|asp|sp|dig|sho|capt|captain|maj|major"
    "|col|colonel|lt|brig|brigadier|dr|prof|professor|engr|adv|advocate|hafiz|maulana|syed|haji"
)
_RANKED = re.compile(
    rf"\b(?:{_RANKS})\b\.?\s+"
    r"((?:[^\W\d_]\b\.?[ ]?){0,2}(?:[^\W\d_]+\.?[ ]?){1,3})",  # initials are no words
    re.IGNORECASE,
)
#: Letters that cannot be spoken stand for a unit or an office: "SI PHP", "HC PTS".
_UNSPOKEN = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,6}\.?")
#: Up to where a name goes on: a sign, a digit, or a word behind which something else is said.
_UP_TO = (
    r"(?P<whose>[^\W\d_][^,;:()\[\]|/\d]*?)"
    r"(?=\s*$|\s*[,;:()\[\]|/\d]|\s+-|\s+(?:on|at|in|for|from|of|and|with|to|held|dated|regarding"
    r"|about)\b)"
)
#: Somebody by the part taken, "trainer: ...", or behind "by".
_TAKING_PART = (
    "trainer|trainers|facilitator|facilitators|instructor|instructors|speaker|speakers|moderator"
    "|moderators|lecturer|lecturers|presenter|presenters|by"
)
_LED = re.compile(
    rf"\b(?P<part>{_TAKING_PART}|(?:resource|contact|focal) persons?)\b"
    r"\s*(?P<sign>[:=]?)[\s-]*" + _UP_TO,
    re.IGNORECASE,
)
#: A text in plain letters that has none of these words names nobody so, as most do not.
_BEFORE_NAMES = frozenset(
    [*_RANKS.split("|"), *_TAKING_PART.split("|"),
     "person", "persons", "miss", "mst", "s", "d", "w", "c",
     *("m" + "".join(one) for length in (1, 2, 3) for one in product("rs", repeat=length))]
)  # fmt: skip
_PLAIN_WORDS = re.compile(r"[a-z]+")
#: "Training of trainers: ..." has a subject behind it.
_FOR_THOSE = re.compile(r"\b(?:of|for|to)(?: \w+)? $", re.IGNORECASE)
#: A name has no more words.
MOST_OF_NAME = 5
#: A word for a settlement, which is often named after somebody: "Village Haji Juman".
_SETTLEMENT = re.compile(r"\b(?:village|goth|basti|killi|kili|deh|chak|mohallah?|mouza)\s+$", re.I)


@only_with(lambda: _sought())
def looks_personal(text: str) -> bool:
    """Tell whether a text holds a number like a CNIC's or a phone's, an e-mail or a named person.

    A person is named where a form of address, a relation ("s/o") or a rank stands before words
    that are of no office and no place, a name where somebody is said to have led a training, or
    two words beside each other that people are called by, and no body or place is behind them.
    Digits of any script and signs of any kind are those of a keyboard.
    """
    return _is_of_person(in_plain_signs(text, LONGEST_LOOK), names_somebody)


def _sought() -> str:
    """Return what is found in each text of a person: an @, digits, what stands before a name, two.

    Between digits of a number stand few signs, and no letter.
    """
    before = any_of([*_RANKS.split("|"), *_TAKING_PART.split("|"), "person", "persons", "miss",
                     "mst"])  # fmt: skip
    return (
        rf"@|[(\[{{<]{BETWEEN}at|[0-9](?:[^0-9a-z]{{0,4}}[0-9]){{5}}|[sdwc]/o"
        rf"|{BEGINS}(?:{before}|m[rs]{{1,3}})[^a-z0-9]+[a-z]|{sought_names()}"
    )


@only_with(_sought)
def tells_of_person(text: str, *, is_code: bool = False, is_known: bool = False) -> bool:
    """Tell whether a text looks personal, or has the number of a passport where it is no code.

    Names alone are none of a person where a known place or agency should be: one stands among them,
    or is asked for.
    """
    plainly = in_plain_signs(text, LONGEST_LOOK)
    if _is_of_person(plainly, _is_called if is_known else names_somebody):
        return True
    may_be = not is_code and _DIGITS_OF_NUMBER.match(plainly) is not None
    alone = may_be and _PASSPORT_ALONE.fullmatch(plainly) is not None
    return alone or (may_be and _PASSPORT_AMONG.search(plainly) is not None)


def has_personal_number(text: str) -> bool:
    """Tell whether a text holds a number of a person or an e-mail, whoever it names."""
    return _has_number(in_plain_signs(text, LONGEST_LOOK))


def _is_of_person(plainly: str, is_named: Callable[[str], bool]) -> bool:
    """Tell of a text in plain signs whether it looks personal."""
    if _COMPUTED.fullmatch(plainly):
        return False
    return _has_number(plainly) or is_named(plainly)


def _has_number(plainly: str) -> bool:
    """Tell it of a text in plain signs; most have neither an @ nor as many digits."""
    may_be = "@" in plainly or _DIGITS_OF_NUMBER.match(plainly) is not None
    return may_be and PERSONAL.search(plainly) is not None


@once_a_reading
def names_somebody(text: str) -> bool:
    """Tell whether a form of address, a relation, a rank or a part taken stands before a name.

    Or whether two names stand beside each other: "As Zubaida Qaisrani told".
    """
    return has_names_beside(text) or _is_called(text)


def _is_called(text: str) -> bool:
    """Tell whether a form of address, a relation, a rank or a part taken stands before a name."""
    if text.isascii() and _BEFORE_NAMES.isdisjoint(_PLAIN_WORDS.findall(text.lower())):
        return False
    if _ADDRESSED.search(text) or _names_leader(text):
        return True
    for ranked in _RANKED.finditer(text):
        if _SETTLEMENT.search(text[: ranked.start()]) or _is_unit(ranked[1]):
            continue
        if is_split_district(ranked[0]):  # "Hafiz Abad", and whoever stands behind it
            return _is_called(text[ranked.start(1) :].partition(" ")[2])
        words = _up_to_its_end(ranked[1].casefold().replace(".", " ").split())
        beginnings = {" ".join(words[:length]) for length in range(1, len(words) + 1)}
        if not set(words) & person_words()["of_an_office"] and not beginnings & place_names():
            return True
    return False


def _names_leader(text: str) -> bool:
    """Tell whether a name stands behind "trainer" or "by": two words, one of many persons' names.

    Behind "trainer:" so does any other in capitals, as long as it is of no office; what stands
    behind "by" may be an organisation, which is called as it likes.
    """
    for led in _LED.finditer(text):
        words = led["whose"].split()
        if len(words) > MOST_OF_NAME or _FOR_THOSE.search(text[: led.start()]):
            continue
        known = len(words) > 1 and have_common_names([led["whose"]])
        labelled = led["sign"] and led["part"].casefold() != "by" and _are_capital(words)
        if (known or labelled) and may_be_name(led["whose"]):
            return True
    return False


def _are_capital(words: Sequence[str]) -> bool:
    """Tell whether words begin with capitals, and none is a number or stands for none."""
    numbers = person_words()["in_place_of_a_number"]
    return all(word[0].isupper() and word.casefold() not in numbers for word in words)


def _up_to_its_end(words: list[str]) -> list[str]:
    """Return the words behind a rank up to one that ends a name: "Zarqoon on the law"."""
    ends = (n for n, word in enumerate(words) if n and word in _BEHIND_NAMES)
    return words[: next(ends, len(words))]


def _is_unit(text: str) -> bool:
    """Tell whether a text is letters of a unit, and nothing but offices or a place behind them."""
    unit, *behind = text.split()
    plain_unit = unit.casefold().rstrip(".")
    if plain_unit not in person_words()["of_a_unit"] and not _UNSPOKEN.fullmatch(unit):
        return False
    words = [word.casefold().rstrip(".") for word in behind]
    known = person_words()["of_an_office"] | person_words()["of_a_unit"]
    return {*words} <= known or " ".join(words) in place_names()


_LETTERS_ALONE = re.compile(r"\b[A-Z][A-Z.&]{1,9}\b")


def is_organisation(text: str) -> bool:
    """Tell whether a text is plainly the name of an organisation, and of no person.

    It has a word that organisations have, or is letters such as IOM; and it names nobody.
    """
    words = {word.strip(".,()/").casefold() for word in text.replace("/", " ").split()}
    alone = _LETTERS_ALONE.search(text) is not None and not text.replace(" ", "").isupper()
    few = len(words) == 1 and text.isupper() and len(text) < 9
    return bool(
        words & person_words()["of_an_organisation"] or alone or few
    ) and not looks_personal(text)


def names_body(text: str) -> bool:
    """Tell whether a word that organisations have, and no person, stands beside one of its own.

    Or such words alone, of which one is what people call what they have founded.
    """
    words = {word.strip(".,()/").casefold() for word in text.replace("/", " ").split()}
    of_bodies = words & person_words()["of_an_organisation"]
    own = words - person_words()["of_an_organisation"] - person_words()["of_an_office"]
    founded = words & person_words()["of_what_is_founded"] and len(of_bodies) > LEAST_OF_BODIES
    return bool(of_bodies and (own or founded)) and not looks_personal(text)


#: More words of bodies than this say together which one it is.
LEAST_OF_BODIES = 2

#: Words of offices that stand in names of persons and of anything else, too.
_OF_ANYTHING = frozenset(
    ["and", "of", "the", "in", "at", "for", "from", "to", "with", "by", "on", "as", "all", "or",
     "other", "others", "m"]
)  # fmt: skip


def may_be_name(text: str) -> bool:
    """Tell whether a text may be the name of a person: nothing in it is of an office or a place."""
    words = set(LETTERS.findall(text.casefold()))
    offices = person_words()["of_an_office"] - _OF_ANYTHING
    return bool(words) and not (words & offices or is_organisation(text) or _is_place(text))


def have_common_names(texts: Sequence[str]) -> bool:
    """Tell whether most of some texts have a word that many people are called by."""
    common = person_words()["common_in_names"]
    known = sum(not common.isdisjoint(LETTERS.findall(text.casefold())) for text in texts)
    return 2 * known > len(texts)


def _is_place(text: str) -> bool:
    return " ".join(text.casefold().split()) in place_names()


def shown(text: str) -> str:
    """Return a text as a list of problems may show it: short, and hidden if it looks personal."""
    if looks_personal(text):
        return HIDDEN
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def shown_number(text: str) -> str:
    """Return a text where a number should be, as it may be shown: one with a word may be a name.

    Not so where each stands for a number, or beside digits says how sure they are: "25-30 approx."
    """
    bare = text.strip().casefold()
    few = bare in (told := person_words()["in_place_of_a_number"])
    words = {*LETTERS.findall(bare)}
    counted = any(map(str.isdigit, bare)) and words <= told | person_words()["beside_a_number"]
    named = any(map(str.isalpha, bare)) and not (few or counted)
    return HIDDEN_TEXT if named else shown(text)


def shown_day(text: str) -> str:
    """Return a text where a date should be, as it may be shown: words of a date and no others.

    What stands in brackets behind it is cut where it has others.
    """
    for one in (text, _IN_BRACKETS.sub("", text) or text):
        words = {word for word in LETTERS.findall(one.casefold()) if len(word) > 1}
        if words <= person_words()["of_a_date"]:
            return shown(one)
    return HIDDEN_TEXT


def shown_word(text: str, longest_free: int = 1) -> str:
    """Return a text where one of some words should be, as it may be shown.

    It is hidden where a word of it, longer than ``longest_free`` letters, may be a name by itself.
    """
    words = {word for word in LETTERS.findall(text.casefold()) if len(word) > longest_free}
    unknown = any(map(may_be_name, words - _OF_ANYTHING)) and not _is_place(text)
    return HIDDEN_TEXT if unknown and not looks_personal(text) else shown(text)


def shown_code(text: str) -> str:
    """Return a text where a code should be, as it may be shown: PK617, LHR-2023-04, Batch 3, XX."""
    return shown_word(text, LONGEST_OF_CODE - (not any(map(str.isdigit, text))))


#: A year or a day of these years, and a range of ages.
_OF_NOBODY = re.compile(
    r"(?<![\d-])(?:(?:20|۲۰|٢٠)\d\d(?:[-/.]\d{1,2}){0,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:20)?[0-3]\d"
    r"|\d{1,2} ?(?:-|–|to) ?\d{2})(?![\d-])"
)


def safe_name(name: str) -> str:
    """Return the name of a column, or that it is not repeated.

    A header row that is missing puts a record where names should be: a name with an @, with
    four digits or more, or longer than is shown of a text, is not repeated. Those of a year,
    of a day and of a range of ages ("18-29 years") tell of nobody.
    """
    name = " ".join(name.split())
    digits = sum(character.isdigit() for character in _OF_NOBODY.sub("", name))
    if "@" in name or digits > 3 or len(name) > LONGEST_SHOWN or names_somebody(name):
        return HIDDEN_NAME
    return name or "(no name)"
