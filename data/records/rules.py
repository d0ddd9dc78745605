"""What each cell of an upload may hold: the rules of every column, and what to do otherwise."""

import math
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from data.records.distinct import by_text, different_texts, says
from data.records.personal_data import looks_personal, tells_of_person
from data.records.problems import of_rows
from data.records.problems.kind import ProblemKind
from data.records.programme import programme
from geo.districts import gazetteer
from geo.districts.larger_places import larger_places, named_places

LONGEST_TEXT = 300
LONGEST_NAME = 100
#: More participants than this in one row are more likely a slip than a training.
MOST_IN_A_ROW = 10_000
LEVELS = ("national", "provincial", "district", "several", "not published")
TRAINING_STATUSES = ("held", "planned", "cancelled")
NOTIFIED = ("yes", "no", "unknown")
#: What has become of what participants of a training raised.
OPEN = "open"
INPUT_STATES = (OPEN, "followed up on", "closed")
#: Levels at which there are committees.
COMMITTEE_LEVELS = ("national", "provincial", "district")
EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)
#: A plan that lies further ahead is looked at before it is taken in: its year may be mistyped.
MOST_AHEAD = pd.DateOffset(years=2)
#: Words in a column of numbers that say that nothing was recorded; capitals do not matter.
NOT_RECORDED = ("", "na", "n/a", "none", ".")  # a point is what statistics keep for missing

WHOLE = re.compile(r"[0-9]+(\.0)?|[0-9]{1,3}(,[0-9]{3})+")
FRACTION = re.compile(r"-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Rule:
    """The problem of a cell that is against it, and the test that a good cell passes."""

    kind: ProblemKind
    passes: Callable[[str], bool]

    def holds(self, cells: pd.Series) -> pd.Series:
        """Return for each cell whether it passes; a value that comes often is tested once."""
        verdicts = {text: self.passes(text) for text in cells.unique()}
        return cells.map(verdicts).astype(bool)


def in_latin_digits(text: str) -> str:
    """Return a text with the digits of Urdu, Arabic and other scripts as 0 to 9.

    The thousands separator of Arabic digits becomes a comma.
    """
    if text.isascii():
        return text
    digits = (str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    return "".join(digits).replace("٬", ",")


def whole_number(text: str) -> int | None:
    """Return a number of people; None where it is not recorded. Digits of any script are read.

    Raises
    ------
    ValueError
        If it is negative, has a fraction or is not a number. "1,200" is 1200 and "12.0" is
        12; "1.200" could be either and is refused.
    """
    text = in_latin_digits(text)
    if text.casefold() in NOT_RECORDED:
        return None
    if not WHOLE.fullmatch(text) or len(text) > LONGEST_NAME:
        raise ValueError("not a whole number of 0 or more")
    return int(text.removesuffix(".0").replace(",", ""))


def whole_numbers(column: pd.Series, most: int) -> tuple[pd.Series, pd.Series]:
    """Return the numbers of people of a column, and which of its cells are no number.

    The numbers are ``Int64``, missing where none is recorded or it is no number; one above
    ``most`` is taken for it, as more digits than a computer counts with would not be held.
    """
    numbers: dict[str, int | None] = {}
    wrong = set()
    for text in different_texts(column):
        try:
            people = whole_number(" ".join(text.split()))
        except ValueError:
            people = None
            wrong.add(text)
        numbers[text] = people if people is None else min(people, most)
    unread = says(column, wrong.__contains__) if wrong else np.zeros(len(column), dtype=bool)
    return by_text(column, numbers, "Int64"), pd.Series(unread, column.index, copy=False)


def number(text: str) -> float | None:
    """Return a number that may have a fraction or a minus; None where it is not recorded.

    Raises
    ------
    ValueError
        If it is no number or not finite. "1,200.5" is 1200.5; "12,5" could be either and is
        refused.
    """
    if text.casefold() in NOT_RECORDED:
        return None
    if not FRACTION.fullmatch(text) or not math.isfinite(value := float(text.replace(",", ""))):
        raise ValueError("not a number")
    return value


def number_or_nan(text: str) -> float:
    """Return a number; NaN where there is none, which is not against any rule but its own."""
    try:
        value = number(text)
    except ValueError:
        value = None
    return float("nan") if value is None else value


def day(text: str) -> date:
    """Return a day that is written as 2023-09-25; ``ValueError`` for anything else."""
    if not DAY.fullmatch(text):
        raise ValueError("not written as year-month-day")
    return date.fromisoformat(text)


def _is_whole(text: str) -> bool:
    try:
        whole_number(text)
    except ValueError:
        return False
    return True


def _is_number(text: str) -> bool:
    try:
        number(text)
    except ValueError:
        return False
    return len(text) <= LONGEST_NAME


def _is_at_most(most: int, least: int = 0) -> Callable[[str], bool]:
    def passes(text: str) -> bool:
        number = whole_number(text) if _is_whole(text) else None
        return number is None or least <= number <= most

    return passes


def _is_day(text: str) -> bool:
    try:
        return text == "" or EARLIEST <= day(text) <= LATEST
    except ValueError:
        return False


def is_one_of(words: tuple[str, ...], name: str) -> Rule:
    """Return the rule of a column that takes one of some words, or a blank."""
    kind = of_rows.UNKNOWN_WORD.of(name=name, allowed=", ".join(words))
    return Rule(kind, lambda text: text == "" or text in words)


def _is_short(longest: int) -> Rule:
    return Rule(of_rows.TOO_LONG.of(longest=longest), lambda text: len(text) <= longest)


REQUIRED = Rule(of_rows.BLANK, lambda text: text != "")
RECORDED = Rule(of_rows.NOT_RECORDED, lambda text: text.casefold() not in NOT_RECORDED)
PRINTABLE = Rule(of_rows.CONTROL_SIGNS, lambda text: not CONTROL.search(text))
PERSONAL = Rule(of_rows.PERSONAL, lambda text: not tells_of_person(text))
#: Of a code, which may be written like a passport's number.
PERSONAL_CODE = Rule(of_rows.PERSONAL, lambda text: not looks_personal(text))
DATE = Rule(of_rows.NO_PLAIN_DATE, _is_day)
LISTED = Rule(
    of_rows.NO_PCODE,
    lambda text: text == "" or text in gazetteer.names() or text in gazetteer.counted_in(),
)
HOME_LISTED = Rule(
    of_rows.NO_HOME.of(places=", ".join(named_places())),
    lambda text: LISTED.passes(text) or text in larger_places(),
)
COUNT = Rule(of_rows.NO_COUNT, _is_whole)
NUMBER = Rule(of_rows.NO_NUMBER, _is_number)
FEW = Rule(of_rows.TOO_MANY.of(most=MOST_IN_A_ROW), _is_at_most(MOST_IN_A_ROW))
SOME = Rule(of_rows.NONE_SUMMARISED, _is_at_most(10**100, least=1))
TEXT, NAME = (PRINTABLE, _is_short(LONGEST_TEXT)), (PRINTABLE, _is_short(LONGEST_NAME))
ABOVE_ZERO = Rule(of_rows.NOT_ABOVE_ZERO, lambda text: not number_or_nan(text) <= 0)
NOT_NEGATIVE = Rule(of_rows.NEGATIVE, lambda text: not number_or_nan(text) < 0)
YEAR = Rule(
    of_rows.NO_YEAR,
    lambda text: text == "" or (text.isdecimal() and 1950 <= int(text) <= 2099),
)
PROVINCE_LISTED = Rule(
    of_rows.NO_PROVINCE, lambda text: text == "" or text in gazetteer.provinces()
)


def tidied(cells: pd.DataFrame) -> pd.DataFrame:
    """Return the cells with single spaces, and with words and codes in their one spelling.

    P-codes in capitals, levels, statuses, states and yes or no in small letters, an agency of the
    programme as the programme writes it. Nothing else is changed.
    """
    larger = {code.upper(): code for code in larger_places()}
    spelling = {agency.casefold(): agency for agency in programme().agencies}
    told: dict[str, Callable[[str], str]] = {
        "level": str.casefold,
        "status": str.casefold,
        "state": str.casefold,
        "notified": str.casefold,
        "adm1_pcode": str.upper,
        "adm2_pcode": lambda text: larger.get(text.upper(), text.upper()),
        "venue_adm2_pcode": str.upper,
        "agency": lambda text: spelling.get(text.casefold(), text),
        "referred_to": lambda text: spelling.get(text.casefold(), text),
    }
    changed = {}
    for column in map(str, cells):
        spell, written = told.get(column, str), cells[column]
        own = by_text(written, lambda text: spell(" ".join(text.split())))  # noqa: B023
        if own is not written:
            changed[column] = own
    return cells.assign(**changed) if changed else cells
