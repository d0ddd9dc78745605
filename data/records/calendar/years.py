"""The year of days that are told without one: that of a title, or the one that somebody says.

One that begins in July is written as 2023-24: its months up to June are of the second year.
"""

import re
from collections.abc import Iterable

from data.records.calendar.dates import is_day, read_day
from data.records.rules import in_latin_digits

#: The month in which a year of two years begins.
FISCAL_MONTH = 7
_YEAR = re.compile(r"(?<!\d)20[0-4]\d(?!\d)")
#: A year that begins in another month than January: no month of it has one year for certain.
_FISCAL = re.compile(
    r"\b(?:fy|fiscal|financial)\b|\bfy ?\d|\bjul\w*\W+(?:\d+\W+)?(?:to\W+)?jun",
    re.IGNORECASE,
)
_TWO_YEARS = re.compile(r"(?<!\d)20(\d\d)\s*[-–/]\s*(?:20)?(\d\d)(?![-/.]?\d)")

#: The year of a law, in which it was made: "TIP and SOM Acts 2018", "Act No. XXXIV of 2018".
_OF_LAW = re.compile(
    r"(?:\b(?:acts?|ordinances?|rules?|bills?|amendment"
    r"|ptpa|psma|psom|peca)|ایکٹ|قواعد|آرڈیننس)"
    r"(?:\W{0,3}(?:no|number|of|for|the|dated|bearing)\b|\W{1,3}[ivxlc]+\b)*[\s,.:;(–-]*20[0-4]\d(?!\d|\s*[-–/]\s*\d)"
    r"|(?<!\d)20[0-4]\d (?:acts?|ordinance|rules)\b",
    re.IGNORECASE,
)


def only_year(texts: Iterable[str]) -> int | None:
    """Return the year that stands in some texts, if it is one; of "2023-24" it is none.

    That of a law is the year of no training.
    """
    told = [_OF_LAW.sub(" ", in_latin_digits(text)) for text in texts]
    for text in told:
        pairs = _TWO_YEARS.findall(text)
        if _FISCAL.search(text) or any(int(last) == int(first) + 1 for first, last in pairs):
            return None
    years = {year for text in told for year in _YEAR.findall(text)}
    return int(years.pop()) if len(years) == 1 else None


def in_year(text: str, year: int) -> str:
    """Return a day that is told without its year, as "12-14 March", with one; blank for others."""
    if not any(map(str.isalpha, text)) or is_day(text) or not is_day(f"{text} {year}"):
        return ""
    return f"{text} {year}"


def is_year(text: str) -> bool:
    """Tell whether a text is a year of this century, or one of two such as 2023-24."""
    found = re.fullmatch(r"20([0-4]\d)(?:-(\d\d))?", text)
    return found is not None and (found[2] is None or int(found[2]) == int(found[1]) + 1)


def years_named(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the years that stand in some texts, as 2023 or 2023-24."""
    named: list[str] = []
    for text in (_OF_LAW.sub(" ", in_latin_digits(text)) for text in texts):
        pairs = [one for one in _TWO_YEARS.findall(text) if int(one[1]) == int(one[0]) + 1]
        named += [f"20{first}-{last}" for first, last in pairs] or _YEAR.findall(text)
    return tuple(dict.fromkeys(named))


def in_said_year(text: str, year: str) -> str:
    """Return a day or a month that is told without its year with the year, as ``is_year`` has it.

    In a year of two years, it is of the one in which it begins.
    """
    bare, first = text.rstrip(" ,."), int(year[:4])
    for later in (0, 1) if "-" in year else ():
        day = read_day(whole := f"{bare} {first + later}")
        begins = day.iso or min(day.readings, default="")
        if begins and (int(begins[5:7]) < FISCAL_MONTH) == bool(later):
            return whole
    return f"{bare} {first}"
