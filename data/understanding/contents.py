"""What the cells of a column hold, whatever it is called: numbers, marks, days, sexes, agencies.

A column that nobody knows by its name may be the one that counts. What it holds decides whether
somebody is asked about it; nothing is taken in by its contents alone.
"""

import re
from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from rapidfuzz.distance import OSA

from data.records.calendar.dates import is_day
from data.records.calendar.months import is_month
from data.records.distinct import different_texts
from data.records.rules import NOT_RECORDED, in_latin_digits
from data.review.agencies.agencies import find_agency
from data.sheets.fields import plain
from data.sheets.no_records.not_held import was_not_held
from data.sheets.totals.total_words import is_total
from data.sheets.words.absence import ABSENT
from data.sheets.words.count_words import count_in_words, is_dash, tells_nothing
from data.sheets.words.presence import (
    HELPERS,
    LED,
    PRESENT,
    TOOK_PART,
    UNCLEAR,
    is_time,
    mark,
    part_taken,
    presence,
    says_twice,
)
from geo.names import district_names, other_places, spelling
from geo.names.match_result import UNKNOWN
from geo.names.matching import match
from geo.names.remembered import once_a_reading

NOTHING, TEXTS, MIXED, RUNNING = "nothing", "texts", "texts and numbers", "running numbers"
NUMBERS, PRESENCE, TICKS, ONES = "numbers", "present or absent", "ticks", "ones"
MONTHS, DAYS, SEXES, ADDRESSES = "months", "days", "sexes", "forms of address"
AGENCIES, DISTRICTS, PARTS, TIMES = "agencies", "districts", "parts taken", "times of day"
#: Different texts of a column that are looked at, and those that are looked up in lists.
LOOKED_AT, LOOKED_UP = 400, 40
#: Rows from the first on in which a running number is looked for.
RUNNING_ROWS = 500
#: Longer marks, as of several days, are a text.
LONGEST_MARK = 8
#: How many of a column's different texts must be of a kind.
HALF, MOST, NEARLY_ALL = 0.5, 0.6, 0.9
#: Who leads, whatever else a column says; a driver may be trained as such.
_LEADERS = LED - HELPERS
#: How like the name of a district a text is that is one misspelt.
LIKELY = 85

_SEXES = {
    "participants_f": ("f", "female", "females", "woman", "women", "girl", "girls", "lady",
                       "ladies", "fem", "عورت", "femail", "femal", "fmale", "feamle", "خاتون",
                       "خواتین", "عورتیں",
                       "زنانہ", "مونث", "aurat", "khatoon", "khatun", "khawateen", "khwateen",
                       "zanana", "larki", "w", "ms", "mrs",
                       "miss", "mst", "she"),
    "participants_m": ("m", "male", "males", "man", "men", "boy", "boys", "gent", "gents",
                       "mail", "malle", "مرد", "مردانہ", "مذکر", "mard", "mard hazrat",
                       "mardana", "larka", "مرد حضرات",
                       "mr", "he"),
    "participants_unspecified": ("", "transgender", "trans", "tg", "t", "x", "other", "others", "o",
                                 "unspecified", "not specified", "unknown", "not recorded", "na",
                                 "n a", "none", "prefer not to say", "third gender", "khawaja sira",
                                 "khwaja sira", "khawaja sara", "khwaja sara", "trans gender",
                                 "transgender person", "خواجہ سرا", "ٹرانسجینڈر", "دیگر",
                                 "dr", "prof", "engr"),
}  # fmt: skip
#: Of these, words of what somebody says to be: "a man", "میں مرد ہوں".
_OF_ONESELF = ("man", "woman", "male", "female", "lady", "transgender", "مرد", "عورت", "خاتون")
#: A word for a sex, in its plain form, and the column of counts that it is of.
SEX_WORDS = {plain(word): field for field, words in _SEXES.items() for word in words}
for _word in _OF_ONESELF:
    _written = ("a {}", "i am a {}") if _word.isascii() else ("{} ہوں", "میں {} ہوں")
    SEX_WORDS |= dict.fromkeys([one.format(_word) for one in _written], SEX_WORDS[_word])
#: So many letters are wrong in a word that is still meant.
_WRONG_LETTERS = {"female": 2, "male": 1}
_ADDRESSES = frozenset(["mr", "mrs", "ms", "miss", "mst", "dr", "prof", "engr", "mr ms"])
#: Two numbers in a cell of which nothing says what each counts: "8/3", "5+2", "3 of 5", "8 (3)".
_TWO_NUMBERS = re.compile(
    r"\(?\d{1,4}\s*(?:[/|+&,;–-]|(?:out )?of|and)\s*\d{1,4}\)?|\d{1,4}\s*\(\d{1,4}\)",
    re.IGNORECASE,
)
_SIGNS = frozenset("✓✔√☑✅☒✗✘❌☐")
_NUMBER = re.compile(r"[~<>+-]?\s*\d[\d,.\s]*\+?")


@once_a_reading
def sex_of(text: str) -> str:
    """Return the column of counts of a word for a sex, or of two of one, as in two languages.

    A word that is misspelt ("F.male", "Famale", "Maile") is the one of the two with whose letter it
    begins, where a letter or two are wrong. Blank for any other.
    """
    words = {SEX_WORDS.get(plain(part), "") for part in text.split("/")}
    if known := SEX_WORDS.get(plain(text)) or (words.pop() if len(words) == 1 else ""):
        return known
    bare = plain(text).replace(" ", "")
    near = [word for word, most in _WRONG_LETTERS.items() if bare[:1] == word[0]
            and len(bare) > most + 1 and OSA.distance(bare, word) <= most]  # fmt: skip
    return SEX_WORDS[near[0]] if near else ""


def contents_of(column: pd.Series) -> str:
    """Return what most of the different texts of a column are."""
    texts = _without_totals(tuple(different_texts(column, LOOKED_AT)))
    if not texts or all(map(is_dash, texts)):
        return NOTHING
    if _all_of(texts, is_mark):
        words = {plain(text) for text in texts}
        if words & PRESENT or words & ABSENT - {"a"}:
            return PRESENCE
        if {in_latin_digits(text) for text in texts if not is_dash(text)} <= {"0", "1"}:
            return ONES
        return TICKS
    if _are_marks_with_sums(column, texts):
        return PRESENCE
    if _are_ticks_with_their_number(column, texts):
        return TICKS
    return _by_texts(texts) or _numbers(column)


def are_numbers_of_two(column: pd.Series) -> bool:
    """Tell whether the cells of a column are two numbers each, or some of them one."""
    texts = _without_totals(tuple(different_texts(column, LOOKED_AT)))
    numbers = [text for one in texts if not is_dash(text := in_latin_digits(one).strip())]
    two = [text for text in numbers if _TWO_NUMBERS.fullmatch(text)]
    return bool(two) and all(text in two or text.isdecimal() for text in numbers)


def _are_marks_with_sums(column: pd.Series, texts: Sequence[str]) -> bool:
    """Tell whether marks of who came and who did not have a number or two among them, as a sum."""
    marks = [text for text in texts if not in_latin_digits(text).isdecimal()]
    if len(marks) == len(texts) or not _all_of(marks, is_mark):
        return False
    words = {plain(text) for text in marks}
    if not (words & PRESENT and words & ABSENT):
        return False
    filled = column[column.str.strip() != ""]
    return filled.str.strip().isin(marks).mean() >= MOST


def _are_ticks_with_their_number(column: pd.Series, texts: Sequence[str]) -> bool:
    """Tell whether signs of a tick have their number below them, as who was present on the day."""
    signs = [text for text in texts if text in _SIGNS and mark(text)]
    if not signs:
        return False
    numbers = [text for text in texts if text not in signs]
    ticks = str(int(column.str.strip().isin(signs).sum()))
    return [in_latin_digits(text) for text in numbers] == [ticks]


def _numbers(column: pd.Series) -> str:
    """Tell a running number, which grows by one from row to row, from others."""
    first = column.array[:RUNNING_ROWS].tolist()
    texts = np.array([in_latin_digits(text) for text in first if text.strip()], dtype=object)
    steps = np.diff(pd.to_numeric(texts, errors="coerce"))
    steps = steps[~np.isnan(steps)]
    return (
        RUNNING if len(steps) > 1 and np.count_nonzero(steps == 1) / len(steps) >= 0.8 else NUMBERS
    )


@once_a_reading
def _without_totals(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return texts that are filled and call no total; a column is asked about often."""
    return tuple(text for text in map(str.strip, texts) if text and not is_total(text))


@once_a_reading
def _by_texts(texts: tuple[str, ...]) -> str:
    """Return what the texts of a column are, blank where they are numbers."""
    return "" if are(texts, is_number, MOST) else _by_lists(texts)


def _by_lists(texts: Sequence[str]) -> str:
    """Return what the texts are by lists of words, of agencies and of districts."""
    took_part = any(plain(text) in TOOK_PART for text in texts)
    led = any(part_taken(text) in (LED if took_part else _LEADERS) for text in texts)
    spelt = 2 * sum(map(_is_sex, texts)) >= len(texts)
    told = [text for text in texts if not (is_dash(text) or was_not_held(text))]
    told = told if 2 * len(told) >= len(texts) else texts  # "-", "Cancelled" beside days
    for kind, known in (
        (ADDRESSES, lambda text: plain(text) in _ADDRESSES),
        (PARTS, lambda text: led and _is_part(text)),
        (SEXES, lambda text: _is_sex(text, misspelt=spelt)),
        (MONTHS, is_month),
        (DAYS, is_day),
        (TIMES, is_time),
    ):
        if are(told if kind in (MONTHS, DAYS) else texts, known, NEARLY_ALL):
            return kind
    if led and took_part and are(texts, _is_part, HALF):
        return PARTS  # with others of whom nobody knows
    some = texts[:LOOKED_UP]
    if are(some, is_agency, MOST):
        return AGENCIES
    if _are_districts(some):
        return DISTRICTS
    return TEXTS if are(texts, _is_words, MOST) else MIXED


def is_mark(text: str) -> bool:
    """Tell whether a text is a mark of who came, or several: P, L, P/A, a dash."""
    parts = [part.strip() for part in text.split("/")] if len(text) < LONGEST_MARK else [text]
    return (
        is_dash(text)
        or text in UNCLEAR
        or says_twice(text)
        or all(presence(part) is not None or part.casefold() in UNCLEAR for part in parts)
    )


def _is_sex(text: str, *, misspelt: bool = False) -> bool:
    """Tell whether a text is a word for a sex; "W" alone is one only where a name says so."""
    known = plain(text) in SEX_WORDS or (misspelt and sex_of(text) != "")
    return known and plain(text) != "w"


def _is_part(text: str) -> bool:
    return part_taken(text) in LED | TOOK_PART


def _is_words(text: str) -> bool:
    return sum(map(str.isalpha, text)) > 3 * sum(map(str.isdigit, text))


def is_number(text: str) -> bool:
    """Tell whether a text is a number of something, or a word that none is recorded."""
    bare = in_latin_digits(text).strip()
    if is_day(bare):  # 15.02.2023 is none
        return False
    if _NUMBER.fullmatch(bare) or bare.casefold() in NOT_RECORDED or is_dash(bare):
        return True
    return count_in_words(bare) is not None


@once_a_reading
def is_agency(text: str) -> bool:
    """Tell whether a text is an agency, or a department of one, for certain."""
    return find_agency(text).agency is not None


def is_district(text: str) -> bool:
    """Tell whether a text is the name of a district, or of several that share it.

    Its province may stand behind it, "Poonch, AJK", or one of both names of it in brackets:
    "Jauharabad (Khushab)".
    """
    if spelling.is_too_long(text):
        return False
    normal = spelling.normalised(text)
    naming = district_names.naming(normal, frozenset())
    beside = other_places.beside_province(normal) if naming is None else None
    if beside and not beside[1].foreign:
        naming = district_names.naming(beside[0], beside[1].codes)
    if naming is None and text.rstrip().endswith(")"):
        return bool(match(text, alike=False).named_code)
    return naming is not None and bool(naming.meant)


def _are_districts(texts: Sequence[str]) -> bool:
    """Tell whether most texts are districts, some of them misspelt where half as many are none."""
    texts = [text for text in texts if not tells_nothing(text)]
    known = {text for text in texts if is_district(text)}
    likely = 2 * len(known) >= MOST * len(texts) > len(known)
    near = sum(map(_is_near_district, {*texts} - known)) if likely else 0
    return bool(texts) and len(known) + near >= MOST * len(texts)


def _is_near_district(text: str) -> bool:
    """Tell whether a text is no district, and nearly the name of one: "Peshwar"."""
    found = None if spelling.is_too_long(text) else match(text)
    near = found.candidates if found and found.reason == UNKNOWN else ()
    return bool(near) and near[0].score >= LIKELY


def is_nothing_but(column: pd.Series, field: str) -> bool:
    """Tell whether each text of a column is an agency, a district or a sex, as its field says."""
    kinds = {"department": AGENCIES, "district": DISTRICTS, "sex": SEXES}
    known = PREDICATES[kinds[field]]
    texts = _without_totals(tuple(different_texts(column, LOOKED_AT)))
    return bool(texts) and all(map(known, texts))


def are(texts: Sequence[str], known: Callable[[str], bool], least: float) -> bool:
    """Tell whether so many texts are known; none is looked at once too many are not."""
    missing = len(texts) - least * len(texts)
    for text in texts:
        missing -= not known(text)
        if missing < 0:
            return False
    return True


def _all_of(texts: Sequence[str], known: Callable[[str], bool]) -> bool:
    return len(texts) <= 12 and all(map(known, texts))


def one_for_each(firsts: pd.Series, others: pd.Series, enough: int) -> bool:
    """Tell whether each text of a column has only one of another beside it.

    And there are several texts, or enough rows, so that it is no chance.
    """
    firsts, others = firsts.str.strip(), others.str.strip()
    both = (firsts != "") & (others != "")
    several = firsts[both].nunique() > 1 or both.sum() >= enough
    return bool(several and (others[both].groupby(firsts[both]).nunique() < 2).all())


def has_signs(column: pd.Series) -> bool:
    """Tell whether a column holds signs of a tick, and not only words such as yes."""
    return any(sign in text for text in different_texts(column, LOOKED_AT) for sign in _SIGNS)


#: By what a column holds, the test that its values pass.
PREDICATES: dict[str, Callable[[str], bool]] = {
    NUMBERS: is_number,
    RUNNING: is_number,
    ONES: is_number,
    PRESENCE: lambda text: presence(text) is not None,
    TICKS: lambda text: mark(text) is not None,
    MONTHS: is_month,
    DAYS: is_day,
    SEXES: _is_sex,
    PARTS: _is_part,
    TIMES: is_time,
    AGENCIES: is_agency,
    DISTRICTS: is_district,
}
