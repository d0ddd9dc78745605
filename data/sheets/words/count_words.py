"""A number of people in words ("15 persons", "5M/3F", "12 (3 F)"), or a sign that there is none."""

import re
from dataclasses import dataclass

from data.records.rules import in_latin_digits
from data.sheets.fields import plain
from geo.names.remembered import once_a_reading

#: No text of so many signs is a number of people.
LONGEST = 60
#: What offices write where there is nobody, or nothing is known.
_NIL = frozenset(["nil", "nill"])
DASHES = frozenset(["-", "--", "–", "—", "_"]) | _NIL
#: What is written where nobody knows an agency or a district, or there is none.
_UNTOLD = frozenset(["na", "n a", "nil", "none", "not applicable", "not available", "not known",
                     "unknown", "not stated", "not mentioned", "not given", "not filled",
                     "معلوم نہیں"])  # fmt: skip
#: What each of these begins with.
FIRST_OF_UNTOLD = frozenset(text.split()[0] for text in _UNTOLD | DASHES)
_PEOPLE = re.compile(
    r"(?:persons?|participants?|people|officers?|officials?|trainees?|attendees?|members?|nos?\.?"
    r"|pax|heads?|افراد|شرکاء)"
)
_F = (
    r"f|females?|wom[ae]n|ladies|khawateen|khwateen|khatoon|aurat(?:e?in|en|on)?|خواتین|عورتیں"
    r"|عورت|خاتون"
)
_M = r"m|males?|m[ae]n|gents|mard|مرد"
_PART = re.compile(
    rf"(?:(?P<n>\d{{1,6}})\s*(?:(?P<f>{_F})|(?P<m>{_M}))(?![^\W\d_])"
    rf"|(?<![^\W\d_])(?:(?P<f2>{_F})|(?P<m2>{_M}))\s*[:=–-]?\s*(?P<n2>\d{{1,6}})(?!\d))"
)
#: All of them of one sex: "16 (all female)", "18 men only".
_ALL_ARE = re.compile(
    rf"[(,–-]*\s*(?:all|only)\s*(?:the\s*)?(?:(?P<f>{_F})|(?P<m>{_M}))(?![^\W\d_])\s*\)?"
    rf"|[(,–-]*\s*(?:(?P<f2>{_F})|(?P<m2>{_M}))\s*(?:participants?\s*|officers?\s*)?only\s*\)?"
)
#: Women, or men, among them: "24 (incl. 06 female)", "21 of whom 5 women officers".
_AMONG = re.compile(
    r"[(,;–-]*\s*(?:incl(?:uding|usive of|uded|\.)?|(?:out )?of (?:which|whom|them)|among them|with"
    r"|بشمول|جن میں(?: سے)?)\s*(?P<part>[^()]+?)"
    r"(?:\s+(?:officers?|officials?|participants?|members?))?\s*\)?"
)
#: What all of them are, behind women and men: "M: 7, F: 3 (Total 10)", "7 M + 3 F = 10".
_TOTAL = re.compile(r"[\s,;/(–-]*(?:(?:grand )?total|tot|=)\s*[:=–-]?\s*(\d{1,6})\s*\)?")
_BETWEEN = re.compile(r"(?:[\s/,;&+()]|and|اور)*")
_NUMBER = re.compile(r"(\d{1,6})\s*(.*)")
_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
          "nineteen")  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SPELT = {word: n for n, word in enumerate(_UNITS)} | {
    word: 10 * n for n, word in enumerate(_TENS, start=2)
}
#: A number in words, with its digits behind it or before: "Twenty two (22)", "15 (fifteen only)".
_IN_WORDS = (
    re.compile(r"(?P<words>[a-z][a-z -]*?)\s*\((?P<digits>\d{1,3})\)"),
    re.compile(r"(?P<digits>\d{1,3})\s*\((?P<words>[a-z][a-z -]*?)(?: only)?\)"),
)
_WORDS = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_UNITS[1:10])}))?|{'|'.join(_UNITS[::-1])})"
#: The same within a sentence; in words alone they may be of some, below ten.
_SPELT_WITHIN = re.compile(
    rf"\b(?P<words>{_WORDS})\s*\((?P<digits>\d{{1,3}})\)"
    rf"|\b(?P<before>\d{{1,3}})\s*\((?P<behind>{_WORDS})(?: only)?\)"
    rf"|(?<!hundred )(?<!hundred and )\b(?P<alone>{_WORDS})\b(?! hundred)",
    re.IGNORECASE,
)
LEAST_ALONE = 10


@dataclass(frozen=True)
class Counted:
    """How many women, men and people altogether a text says; None where it does not."""

    women: int | None = None
    men: int | None = None
    total: int | None = None


@once_a_reading
def count_in_words(text: str) -> Counted | None:
    """Return what a text says that is a number of people and words for them; else None.

    Two numbers for one sex, one that is only about so many, and a bare number are none.
    """
    text = " ".join(in_latin_digits(text).casefold().split())
    if len(text) > LONGEST or text.isdecimal():
        return None
    if by_sex := _by_sex(text):
        return by_sex
    behind = next((one for one in _TOTAL.finditer(text) if one.end() == len(text)), None)
    if behind and (by_sex := _by_sex(text[: behind.start()])):
        return Counted(by_sex.women, by_sex.men, int(behind[1]))
    if (spelt := number_spelt(text)) is not None:
        return Counted(total=spelt)
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    total, rest = int(found[1]), found[2]
    if named := _PEOPLE.match(rest):
        rest = rest[named.end() :].strip()
    if not rest:
        return Counted(total=total)
    if one_sex := _ALL_ARE.fullmatch(rest):
        women = total if one_sex["f"] or one_sex["f2"] else 0
        return Counted(women, total - women, total)
    among = _AMONG.fullmatch(rest)
    part = among["part"] if among else rest[1:-1] if rest[0] == "(" and rest[-1] == ")" else ""
    inner = _by_sex(part.strip())
    return None if inner is None else Counted(inner.women, inner.men, total)


@once_a_reading
def number_spelt(text: str) -> int | None:
    """Return a number below a hundred that is written out beside the same in digits; else None."""
    bare = " ".join(in_latin_digits(text).casefold().split())
    found = next(filter(None, (one.fullmatch(bare) for one in _IN_WORDS)), None)
    words = found["words"] if found else ""
    number = 0 if words in _NIL else word_of_number(words)
    return number if found and number == int(found["digits"]) else None


@once_a_reading
def word_of_number(text: str) -> int | None:
    """Return the number below a hundred that a text is, in words alone: "Twenty-two"; else None."""
    words = text.casefold().replace("-", " ").split()
    numbers = [_SPELT.get(word, -1) for word in words]
    alone = len(numbers) == 1 and numbers[0] >= 0
    of_two = len(numbers) == 2 and numbers[0] >= 20 and 0 < numbers[1] < 10
    return sum(numbers) if alone or of_two else None


def with_digits(text: str) -> str:
    """Return a text with digits alone for each number spelt out: "sixteen (16) members"."""
    return _SPELT_WITHIN.sub(_as_digits, text)


def _as_digits(found: re.Match[str]) -> str:
    spelt = word_of_number(found["words"] or found["behind"] or found["alone"])
    if found["alone"]:
        return found[0] if spelt is None or spelt < LEAST_ALONE else str(spelt)
    digits = found["digits"] or found["before"]
    return digits if spelt == int(digits) else found[0]


def number_of_all(text: str) -> str:
    """Return the digits of all people whom a text counts in words: of "12 (3 F)", 12.

    Any other text is returned as it is.
    """
    told = count_in_words(text)
    return one_number(text) if told is None or told.total is None else str(told.total)


def one_number(text: str, other: str = "") -> str:
    """Return the digits of the one number that a text says with words; any other text as it is.

    ``other``: of whom it may not be, ``women`` or ``men``.
    """
    told = count_in_words(text)
    if told is None or (other and getattr(told, other)):
        return text
    numbers = {one for one in (told.women, told.men, told.total) if one is not None}
    return text if len(numbers - {0}) > 1 else str(max(numbers))


def is_dash(text: str) -> bool:
    """Tell whether a cell of numbers holds a sign or word that may mean nobody, or not recorded."""
    return text.strip().casefold() in DASHES


def tells_nothing(text: str) -> bool:
    """Tell whether a cell of agencies or districts says that none is told: a dash, "Not known"."""
    return is_dash(text) or plain(text) in _UNTOLD


def is_nil(text: str) -> bool:
    """Tell whether a cell of numbers says with a word that there is none."""
    return text.strip().casefold() in _NIL


def _by_sex(text: str) -> Counted | None:
    """Read numbers of women and of men, and nothing else beside them."""
    told: dict[str, int] = {}
    end = 0
    for part in _PART.finditer(text):
        sex = "women" if part["f"] or part["f2"] else "men"
        if sex in told or not _BETWEEN.fullmatch(text[end : part.start()]):
            return None
        told[sex], end = int(part["n"] or part["n2"]), part.end()
    return Counted(**told) if told and _BETWEEN.fullmatch(text[end:]) else None
